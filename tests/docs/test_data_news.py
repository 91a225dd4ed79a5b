"""The page of data news has each part on data of the changelog, under its release."""

from __future__ import annotations

from pathlib import Path

import pytest

from factory import script

ROOT = Path(__file__).resolve().parents[2]
NEWS = (ROOT / "docs" / "data-news.md").read_text("utf-8")


def test_every_line_on_data_is_there_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = script(ROOT / "docs" / "data_news.py")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [0.2.0] - 2026-01-02\n\n### Data\n\n- One.\n\n### Fixed\n\n- Two.\n\n"
        "### Data\n\n- Three,\n  which is long.\n\n"
        "## [0.1.0] - 2026-01-01\n\n### Added\n\n- Four.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "CHANGELOG", tmp_path / "CHANGELOG.md")
    body = module.page().removeprefix(module.HEAD).strip()
    assert body == "## 0.2.0 - 2026-01-02\n\n- One.\n- Three,\n  which is long."


def test_the_news_come_in_order() -> None:
    releases = [line for line in NEWS.splitlines() if line.startswith("## ")]
    assert releases == sorted(releases, reverse=True)
    assert len(releases) > 1
