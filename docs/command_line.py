"""The page on the command line, made from its parser."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping

from nam_azerbaijan.cli.parser import parser

__all__ = ["page"]

HEAD = """# The command line

<!-- Written by docs/generate.py from the parser of the command. Do not edit. -->

`nam-azerbaijan COMMAND` answers from the shell what the library answers in Python. The package
installs the command; `python -m nam_azerbaijan` is the same. Without a command it shows Azerbaijan
in the Movement on one screen.

```sh
nam-azerbaijan status Azerbaijan --on 2000-01-01
nam-azerbaijan brief Cuba
nam-azerbaijan chair --on 1980-01-01 --format json
nam-azerbaijan show azerbaijan-nam-member
nam-azerbaijan why azerbaijan-nam-member start
nam-azerbaijan disputes --source strakes-2015
nam-azerbaijan verify --verdict contradicted
nam-azerbaijan tally A/RES/62/243
nam-azerbaijan status Azerbaijan --on 2011-05-25 --prefer azerbaijan-nam-page
nam-azerbaijan members --former
nam-azerbaijan search what Azerbaijan did at Cartagena 1995
nam-azerbaijan source strakes-2015 25
nam-azerbaijan meetings --kind summit --attended-by AZE
nam-azerbaijan documents --topic armenia-azerbaijan-conflict --format csv
nam-azerbaijan export --format datapackage nam-package
nam-azerbaijan check
```
"""


def _actions(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments and options of a command, but for `--help`."""
    return [
        action
        for action in command._actions  # noqa: SLF001  argparse has no other way to them.
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)  # noqa: SLF001
    ]


def _commands(
    whole: argparse.ArgumentParser,
) -> tuple[Mapping[str, argparse.ArgumentParser], Mapping[str, str]]:
    """The commands, and what each is for, by name."""
    (held,) = (
        action
        for action in whole._actions  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    helps = {one.dest: one.help or "" for one in held._choices_actions}  # noqa: SLF001
    return held.choices, helps


def _written(action: argparse.Action) -> str:
    """An argument or option as it is typed."""
    if action.nargs == 0:
        return ", ".join(f"`{one}`" for one in action.option_strings)
    value = action.metavar or action.dest.upper()
    if not action.option_strings:
        optional = action.nargs in ("?", "*") or not action.required
        return f"`[{value}]`" if optional else f"`{value}`"
    return ", ".join(f"`{one} {value}`" for one in action.option_strings)


def _meaning(action: argparse.Action) -> str:
    """What an argument or option means."""
    words = (action.help or "").replace("|", "\\|")
    if action.choices and not action.metavar:
        words = f"{words}; one of {', '.join(map(str, action.choices))}"
    needed = action.option_strings and action.required
    return f"{words} (required)" if needed else words


def _table(actions: Iterable[argparse.Action]) -> list[str]:
    ordered = sorted(actions, key=lambda one: bool(one.option_strings))
    rows = (f"| {_written(one)} | {_meaning(one)} |" for one in ordered)
    return ["| argument | meaning |", "|---|---|", *rows, ""]


def page() -> str:
    """The page: the commands, what they share, and the arguments of each."""
    whole = parser()
    commands, helps = _commands(whole)
    actions = {name: _actions(command) for name, command in commands.items()}
    used = Counter(str(one.help) for held in actions.values() for one in held if one.option_strings)
    shared = {text for text, count in used.items() if count > len(commands) / 2}
    first = {str(one.help): one for held in actions.values() for one in held}

    lines = [HEAD, (whole.epilog or "").strip().replace("--help", "`--help`"), ""]
    lines += ["| command | what it shows |", "|---|---|"]
    lines += [f"| [`{name}`](#{name}) | {text} |" for name, text in helps.items()]
    lines += ["", "## Options", "", *_table(_actions(whole))]
    lines += ["Most commands take these, too; each says below which:", ""]
    lines += _table(first[text] for text in used if text in shared)
    for name, held in actions.items():
        lines += [f"## {name}", "", f"{commands[name].description}", ""]
        own = [one for one in held if str(one.help) not in shared]
        common = [one.option_strings[0] for one in held if str(one.help) in shared]
        lines += _table(own) if own else []
        lines += [f"Takes {', '.join(f'`{one}`' for one in common)}.", ""] if common else []
    return "\n".join(lines).rstrip() + "\n"
