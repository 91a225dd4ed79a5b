"""What disputes are called."""

from __future__ import annotations

import pytest

from nam_azerbaijan import Dataset
from nam_azerbaijan.evidence.titles import spelled, title_of


def test_titles_are_words(nam: Dataset) -> None:
    for dispute in nam.disputes():
        title = title_of(dispute, nam.get)
        assert title
        assert "dispute-" not in title


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("azerbaijan-nam-member-start", "Azerbaijan as member in Non-Aligned Movement: start"),
        ("costa-rica-existence-0-start", "Costa Rica: existence, start"),
        ("votes-of-members-on-62-243", "Votes of members on 62/243"),
        ("why-azerbaijan-joined", "Why Azerbaijan joined"),
        ("close-of-havana-2006", "Close of Havana 2006"),
    ],
)
def test_a_title_says_what_is_in_dispute(nam: Dataset, key: str, title: str) -> None:
    assert title_of(nam.dispute(f"dispute-{key}"), nam.get) == title


def test_words_are_written_as_a_text_has_them() -> None:
    text = "The Bureau met in Baku on non-alignment and on resolution 62/243."
    assert spelled("baku-and-non-alignment", text) == "Baku and non-alignment"
    assert spelled("vote-on-62-243", text) == "vote on 62/243"
    assert spelled("the-bureau", text) == "the Bureau"
    assert spelled("other-words", text) == "other words"
    assert spelled("and-on", text) == "and on"
