"""The search: what is found, in which order, and that the index bears threads and forks."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nam_azerbaijan import Dataset, SearchHit, SearchUnavailableError, load
from nam_azerbaijan.records import COLLECTIONS
from nam_azerbaijan.records.walk import citations

from factory import CITED, dataset, row, small, write


def ids(nam: Dataset, text: str, **only: Any) -> list[str]:
    return [record.id for record in nam.search(text, **only)]


# What is found


def test_the_questions_of_people_find_their_records(nam: Dataset) -> None:
    """Held by counts: a change that loses more than it gains is seen here."""
    file = Path(__file__).with_name("questions.json")
    questions = json.loads(file.read_text(encoding="utf-8"))
    for kind, bars in (("question", (0.72, 0.93, 0.97)), ("subject", (0.8, 0.95, 0.97))):
        ranks = []
        for question in questions:
            if question["kind"] == kind:
                assert set(question["wanted"]) <= set(nam.home), question["asked"]
                found = ids(nam, question["asked"])
                ranks.append(min(map(found.index, {*question["wanted"]} & {*found}), default=9999))
        assert len(ranks) > 60
        for places, bar in zip((1, 5, 10), bars, strict=True):
            assert sum(rank < places for rank in ranks) >= bar * len(ranks), (kind, places)


@pytest.mark.parametrize(
    "text",
    [
        "Sixteenth summit",
        "16th summit",
        "XVI summit",
        "xvi Summit",
        "SIXTEENTH SUMMIT",
        "summit 16",
    ],
)
def test_ordinals_may_be_written_in_any_way(nam: Dataset, text: str) -> None:
    assert ids(nam, text)[0] == "summit-tehran-2012"


def test_an_ordinal_is_no_mere_figure() -> None:
    rows = small()
    row(rows, "visit").update(summary="The chapter 3 of it.")
    row(rows, "summit-3").update(name="Conference", aliases=["V Summit"])
    nam = dataset(rows)
    assert "summit-3" in ids(nam, "third")
    assert "visit" not in ids(nam, "third")
    assert {"visit", "summit-3"} <= set(ids(nam, "3"))
    assert "summit-3" in ids(nam, "5th")
    assert "summit-3" in ids(nam, "fifth summit")


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2020", "4th May 2020", "4th of May 2020", "May 4, 2020", "May 4th 2020",
        "4 MAY 2020", "2020-05-04", "4.5.2020", "5/4/2020", "4-5 May 2020",
    ],
)  # fmt: skip
def test_dates_may_be_written_as_people_do(nam: Dataset, text: str) -> None:
    assert "contact-group-2020" in ids(nam, text)[:10]


def test_dates_in_texts_are_found_too() -> None:
    for written in ("31 March 2020", "March 31, 2020", "2020-03-31"):
        rows = small()
        row(rows, "visit").update(summary=f"Told on {written}.")
        nam = dataset(rows)
        for asked in ("31 March 2020", "March 31, 2020", "2020-03-31", "31.3.2020", "3/31/2020"):
            assert ids(nam, asked) == ["visit"], (written, asked)
        if written != "March 31, 2020":
            assert ids(nam, "March 2020") == ["visit"]
        assert ids(nam, "30 March 2020") == []
        assert ids(nam, "31 March") == ["visit"]


def test_a_meeting_is_found_by_a_day_between(nam: Dataset) -> None:
    assert "summit-cartagena-1995" in ids(nam, "19 October 1995")[:5]
    assert "summit-2" in ids(dataset(), "7 October 1964")
    assert "summit-2" not in ids(dataset(), "11 October 1964")


def test_what_looks_like_a_date_and_is_none_is_words() -> None:
    rows = small()
    row(rows, "visit").update(summary="Room 2020-13 was shut, file 99/99/2020 lost.")
    assert ids(dataset(rows), "2020-13") == ["visit"]
    assert ids(dataset(rows), "99/99/2020") == ["visit"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("organised", "organized"),
        ("labour", "labor"),
        ("neighbouring", "neighboring"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("programme", "program"),
        ("dialogue", "dialog"),
        ("travelled", "traveled"),
        ("judgement", "judgment"),
        ("co-operation", "cooperation"),
        ("non-aligned", "nonaligned"),
    ],
)
def test_british_and_american_spelling_are_alike(british: str, american: str) -> None:
    for written, asked in ((british, american), (american, british)):
        rows = small()
        row(rows, "visit").update(summary=f"Of {written} and quokkas.")
        assert "visit" in ids(dataset(rows), asked)


def test_endings_accents_and_case_do_not_count(nam: Dataset) -> None:
    for text in ("côte d'ivoire", "cote d ivoire", "COTE D\N{RIGHT SINGLE QUOTATION MARK}IVOIRE"):
        assert ids(nam, text)[0] == "cote-d-ivoire"
    rows = small()
    row(rows, "visit").update(summary="Ə Qarabağ, Łódź and the Møller archive; it was extending.")
    nam = dataset(rows)
    for text in ("karabakh", "Lodz", "ŁÓDŹ", "moller", "extended", "extension", "prolongs"):
        assert ids(nam, text) == ["visit"], text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A/RES/62/243", {"a-res-62-243", "vote-a-res-62-243"}),
        ("62/243", {"a-res-62-243"}),
        ("48/16", {"a-res-48-16"}),
        ("S/RES/822", {"s-res-822"}),
        ("resolution 822", {"s-res-822"}),
        ("NAM 2012/Doc.1/Rev.2", {"final-document-tehran-2012"}),
        ("paragraph 391", {"final-document-tehran-2012"}),
        ("para. 391", {"final-document-tehran-2012"}),
    ],
)
def test_symbols_and_paragraphs_are_found(nam: Dataset, text: str, wanted: set[str]) -> None:
    assert wanted <= set(ids(nam, text)[:10])


def test_records_of_one_list_stand_together(nam: Dataset) -> None:
    numbers = [f"bandung-{number}" for number in range(1, 11)]
    assert [key for key in ids(nam, "Bandung principles") if key in numbers] == numbers
    assert ids(nam, "Bandung principles")[0] == "bandung-1"
    assert ids(dataset(), "rules principles")[:3] == ["rules-1", "rules-2", "rules-3"]


def test_records_are_found_by_the_names_of_those_they_refer_to(nam: Dataset) -> None:
    assert "azerbaijan-at-summit-cartagena-1995" in ids(nam, "Azerbaijan Cartagena 1995")[:5]
    small_one = dataset()
    assert "arcadia-at-summit-2" in ids(small_one, "Brod Arcadia")  # City of the meeting.
    assert "arcadia-at-summit-2" in ids(small_one, "Ada Brod")
    assert "summit-2" in ids(small_one, "Borduria summit")  # Its host.


def test_claims_are_found_by_value_and_speaker(nam: Dataset) -> None:
    assert ids(dataset(), "5 March 1966") == ["claim-visit-until-almanac"]
    assert ids(dataset(), "almanac visit", kind="claims")[0] == "claim-visit-until-almanac"
    assert "claim-azerbaijan-nam-member-start-strakes-2015" in ids(
        nam, "Strakes start of membership of Azerbaijan 2011-05-25", kind="claims"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Strakes", "strakes-2015"),
        ("Jason Strakes", "strakes-2015"),
        ("Jason E. Strakes", "strakes-2015"),
        ("Liz Fuller", "fuller"),
        ("Gurbanov", "gurbanov"),
        ("Zaur Mammadov", "mammadov-2020"),
        ("strakes-2015", "strakes-2015"),
        ("Azerbaijan Steps Up Cooperation With NATO", "fuller"),
    ],
)
def test_a_source_comes_first_for_its_author_and_title(
    nam: Dataset, text: str, source: str
) -> None:
    assert ids(nam, text)[0] == source


def test_names_come_first() -> None:
    found = ids(dataset(), "ada")
    assert found[0] == "ada"
    assert {"visit", "ada-chair-1961", "ada-chair-1968"} <= set(found)
    assert ids(dataset(), "old arcadia")[0] == "arcadia"
    assert ids(dataset(), "second")[0] == "summit-2"
    assert ids(dataset(), "peace better")[0] == "declaration-1"


@settings(deadline=None)
@given(st.data())
def test_a_state_is_first_by_its_name(data: st.DataObject) -> None:
    nam = load()
    state = data.draw(st.sampled_from(list(nam.states)))
    assert nam.search(state.name)[0] == state
    assert nam.search(state.name.upper())[0] == state


@settings(deadline=None)
@given(st.data())
def test_a_record_is_found_by_its_id_first(data: st.DataObject) -> None:
    nam = load()
    key = data.draw(st.sampled_from(sorted(nam.home)))
    assert nam.search(key)[0].id == key


def test_not_all_words_need_match_and_small_ones_count_little() -> None:
    nam = dataset()
    assert ids(nam, "what did Ada do to Borduria in a quokka")[0] == "visit"
    assert ids(nam, "the visit of Ada") == ids(nam, "visit Ada")
    assert set(ids(nam, "peace quokka")) == set(ids(nam, "peace"))


def test_what_has_too_little_of_a_question_is_not_found(nam: Dataset) -> None:
    found = ids(nam, "what did Azerbaijan do at Cartagena in 1995")
    assert "azerbaijan-at-summit-cartagena-1995" in found
    assert "azerbaijan-pfp-partner" not in found
    assert len(found) < len(ids(nam, "Azerbaijan")) / 2


def test_small_words_in_capitals_are_abbreviations(nam: Dataset) -> None:
    assert "who" in ids(nam, "the WHO")[:10]
    assert "who" not in ids(nam, "the who of the pandemic")
    assert ids(nam, "who is Tito") == ids(nam, "Tito")
    assert ids(nam, "WHO IS TITO") == ids(nam, "Tito")


def test_longer_words_are_found_where_a_word_stands_nowhere(nam: Dataset) -> None:
    assert "azerbaijan" in ids(nam, "Azerbaij")
    assert set(ids(dataset(), "Bordu")) == set(ids(dataset(), "Borduria"))
    (hit,) = (hit for hit in dataset().search_hits("Visi Bordu") if hit.record.id == "visit")
    assert "Ada visits Borduria" in hit.snippet
    assert "title" in hit.fields


@pytest.mark.parametrize("text", ["", " ", "-", "!?", '"', "...", "zzzzz", "*", "\x00", "\ud800"])
def test_nothing_is_found_for_nothing(nam: Dataset, text: str) -> None:
    assert nam.search(text) == ()
    assert nam.search_hits(text) == ()


@pytest.mark.parametrize("strange", [None, 5, b"peace", ["peace"], object()])
def test_only_text_is_looked_for(strange: Any) -> None:
    with pytest.raises(TypeError, match="expected words to look for"):
        dataset().search(strange)
    with pytest.raises(TypeError, match="expected words to look for"):
        dataset().search_hits(strange)


SYNTAX = st.sampled_from(
    [
        '"',
        "*",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        ")",
        "^",
        ":",
        "{",
        "}",
        "-",
        "+",
        "name:",
        "'",
        "31",
        " ",
    ]
)


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(SYNTAX).map(" ".join), st.lists(SYNTAX).map("".join)))
def test_any_text_may_be_asked(text: str) -> None:
    nam = load()
    hits = nam.search_hits(text)
    assert tuple(hit.record for hit in hits) == nam.search(text)


# Filters


def test_only_one_kind(nam: Dataset) -> None:
    everything = nam.search("Cartagena 1995")
    for name in COLLECTIONS:
        cls = nam.collection(name).record_class
        wanted = tuple(record for record in everything if isinstance(record, cls))
        for kind in (name, cls.__name__, cls.__name__.lower(), name.upper()):
            assert nam.search("Cartagena 1995", kind=kind) == wanted
    with pytest.raises(ValueError, match=r"no kind of record 'meting'; did you mean 'meeting'\?"):
        nam.search("x", kind="meting")
    with pytest.raises(TypeError, match="expected the name of a collection"):
        nam.search("x", kind=3)  # type: ignore[arg-type]


def test_only_what_cites_a_source(nam: Dataset) -> None:
    found = nam.search("NATO", source="fuller")
    assert found
    for record in found:
        assert "fuller" in {citation.source for _, citation in citations(record)}
    everything = nam.search("NATO")
    cites = [r for r in everything if "fuller" in {c.source for _, c in citations(r)}]
    assert list(found) == cites
    assert nam.search("NATO", source="Azerbaijan Steps Up Cooperation With NATO") == found
    assert nam.search("NATO", source=nam.sources["fuller"]) == found
    assert nam.search("NATO", source="fuller", kind="events") == tuple(
        record for record in found if record.id in nam.events
    )
    with pytest.raises(LookupError):
        nam.search("NATO", source="quokka")


# Hits


def test_a_hit_says_what_was_found(nam: Dataset) -> None:
    (hit,) = dataset().search_hits("5 March 1966")
    assert isinstance(hit, SearchHit)
    assert hit.record.id == "claim-visit-until-almanac"
    assert hit.fields == ("value", "sources")
    assert "1966-03-05" in hit.snippet
    hits = nam.search_hits("what did Azerbaijan do at Cartagena in 1995")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)
    assert tuple(hit.record for hit in hits) == nam.search(
        "what did Azerbaijan do at Cartagena in 1995"
    )
    for hit in hits[:50]:
        known = {"id", *hit.record.to_dict(), *vars(type(hit.record))}
        assert hit.fields, hit
        assert set(hit.fields) <= known, hit


def test_a_snippet_is_short_and_holds_what_was_found() -> None:
    rows = small()
    filling = "filling words that say nothing " * 20
    row(rows, "visit").update(summary=f"{filling}the quokka was\nthere {filling}".strip())
    row(rows, "summit-2").update(theme="A quokka.")
    hits = {hit.record.id: hit for hit in dataset(rows).search_hits("quokkas")}
    assert hits["summit-2"].snippet == "A quokka."
    shown = hits["visit"].snippet
    assert "the quokka was there" in shown
    assert len(shown) <= 170
    assert shown.startswith("... ")
    assert shown.endswith(" ...")
    assert hits["visit"].fields == ("summary",)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=400), st.text(max_size=400))
def test_any_text_may_be_shown(before: str, behind: str) -> None:
    rows = small()
    text = f"{before} quokka {behind}".encode("utf-8", "replace").decode()
    row(rows, "visit").update(summary=text)
    for hit in dataset(rows).search_hits("quokka"):
        assert hit.record.id == "visit"
        assert hit.fields == ("summary",)
        assert "quokka" in hit.snippet.lower()


# Order


def test_what_fits_alike_stands_in_the_order_of_ids() -> None:
    rows = small()
    rows["events"] = [
        {**row(rows, "visit"), "id": f"event-{number}", "title": "Quokka", "sources": CITED}
        for number in range(1, 13)
    ]
    rows["claims"] = []
    found = ids(dataset(rows), "quokka wombat")
    assert found == [f"event-{number}" for number in range(1, 13)]


def test_the_answer_is_the_same_in_every_process() -> None:
    code = (
        "import nam_azerbaijan as n; nam = n.load();"
        "print([(h.record.id, h.score, h.fields, h.snippet) for h in"
        " nam.search_hits('Azerbaijan at the Baku summit')])"
    )
    import os
    import subprocess

    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(answers) == 1


# Other data sets, threads, forks, pickles


def test_an_overlay_and_a_directory_are_searched(tmp_path: Path, nam: Dataset) -> None:
    rows: Any = {
        "events": [
            {
                "id": "quokka-visit",
                "kind": "visit",
                "title": "A quokka visits Baku",
                "date": "2020",
                "actors": ["azerbaijan"],
                "sources": [{"source": "strakes-2015", "locator": "abstract"}],
            }
        ]
    }
    over = nam.overlay(write(tmp_path / "over", rows))
    assert ids(over, "quokka") == ["quokka-visit"]
    assert ids(over, "quokka visits Azerbaijan")[0] == "quokka-visit"
    assert ids(nam, "quokka") == []
    own = load(write(tmp_path / "own", small()))
    assert ids(own, "Ada visits Borduria")[0] == "visit"


def test_threads_share_the_index() -> None:
    nam = dataset()
    texts = ["ada", "second summit", "peace", "Borduria 1964"] * 6
    gate = threading.Barrier(len(texts))
    answers: dict[int, Any] = {}

    def ask(number: int) -> None:
        gate.wait()
        answers[number] = [nam.search_hits(texts[number]) for _ in range(20)]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, text in enumerate(texts):
        assert answers[number] == [nam.search_hits(text)] * 20
        assert answers[number][0]


def _ask(nam: Dataset, queue: Any) -> None:
    queue.put(ids(nam, "second summit"))


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_the_index_bears_a_fork_even_while_it_is_in_use() -> None:
    nam = dataset()
    before = ids(nam, "second summit")
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    with nam._search_index._turn():  # As another thread may hold it when the process forks.
        child = context.Process(target=_ask, args=(nam, queue))
        child.start()
        assert queue.get(timeout=30) == before
        child.join(timeout=30)
    assert child.exitcode == 0
    assert ids(nam, "second summit") == before


def test_a_pickled_data_set_can_be_searched() -> None:
    nam = dataset()
    before = nam.search_hits("second summit")
    copy = pickle.loads(pickle.dumps(nam))
    assert copy.search_hits("second summit") == before
    assert pickle.loads(pickle.dumps(before)) == before


# A Python that cannot search


def test_without_fts5_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    class Poor(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> Any:
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *args)

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *args, **kw: connect(*args, factory=Poor, **kw))
        nam = dataset()
        for _ in range(2):  # The first does not leave the index locked.
            with pytest.raises(SearchUnavailableError, match="FTS5"):
                nam.search("ada")
    assert ids(nam, "ada")


def test_without_sqlite_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    with pytest.raises(RuntimeError, match="sqlite3") as caught:
        dataset().search("ada")
    assert isinstance(caught.value, SearchUnavailableError)
    assert pickle.loads(pickle.dumps(caught.value)).missing == caught.value.missing
