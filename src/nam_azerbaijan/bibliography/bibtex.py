"""Citations as BibTeX: entries that BibTeX, biber and reference managers read."""

from __future__ import annotations

from collections.abc import Iterable

from ..dates import MONTHS
from .works import Work

__all__ = ["as_bibtex"]

# A brace would count as one even behind a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{letter: f"\\{letter}" for letter in "&%$#_"},
    }
)
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def as_bibtex(works: Iterable[Work]) -> str:
    """Works as BibTeX, an entry each.

    Every entry is a `@misc`, which all styles know: the data says who published a source, not
    whether that is a journal or a press. Names and titles stand in braces of their own, so that no
    style takes them apart or changes their letters. The text is UTF-8.
    """
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    year, month, day = (*work.issued_parts, None, None, None)[:3]
    names = " and ".join(f"{{{_escaped(name)}}}" for name in work.authors)
    # Most styles print the version nowhere but in the note.
    note = ". ".join(filter(None, (work.version and f"Version {work.version}", work.remarks)))
    fields = {
        "author": _braced(names),
        "title": _braced(_braced(_escaped(work.title))),
        "howpublished": _braced(_escaped(f"In: {work.within}" if work.within else work.publisher)),
        "version": _braced(_escaped(work.version)),
        "year": _braced(year),
        "month": month and MONTHS[month - 1][:3].lower(),  # A name that BibTeX knows, not a text.
        "day": _braced(day),
        "url": _braced(work.url.translate(_ADDRESS)),
        "urldate": _braced(work.accessed),
        "note": _braced(_escaped(note)),
    }
    lines = (f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{work.key},\n{''.join(lines)}}}\n"


def _braced(value: object) -> str:
    return f"{{{value}}}" if value else ""


def _escaped(text: str) -> str:
    return " ".join(text.translate(_LATEX).split())
