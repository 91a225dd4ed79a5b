"""The page of data news has each part on data of the changelog, under the version of the data."""

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
        "### Data\n\n- Three, data 2026.1.3,\n  which is long\n  (golden answers `0123456789ab`).\n"
        "- Answers in tests/golden that changed. Four.\n- Five is in tests/golden now.\n\n"
        "## [0.1.1] - 2026-01-01\n\n### Data\n\n- Six.\n\n"
        "## [0.1.0] - 2026-01-01\n\n### Added\n\n- Seven.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "CHANGELOG", tmp_path / "CHANGELOG.md")
    body = module.page().removeprefix(module.HEAD).strip()
    assert body == (
        "## Data 2026.1.3, with code 0.2.0, 2026-01-02\n\n"
        "- One.\n- Three, data 2026.1.3,\n  which is long.\n- Four.\n\n"
        "## With code 0.1.1, 2026-01-01\n\n- Six."
    )


def test_the_news_come_in_order() -> None:
    releases = [line for line in NEWS.splitlines() if line.startswith("## ")]
    assert releases == sorted(releases, reverse=True)
    assert len(releases) > 1
