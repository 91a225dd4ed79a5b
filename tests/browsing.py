"""The site as it is built, and a browser that opens it, where both are here; else tests skip."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# What a browser needs to start without a screen, and not to ask its maker for anything.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The folder of the site: the one that `NAM_SITE` names, or one built now."""
    if built := os.environ.get("NAM_SITE"):
        return Path(built).resolve()
    for module in ("sphinx", "myst_parser", "furo", "jinja2"):
        pytest.importorskip(module, reason=f"the site is built by {module}, which is not here")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", str(root / "docs"), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served on this machine."""
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that is installed here."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not here")
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("no Chromium is here")
    with playwright.sync_playwright() as started:
        held = started.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield held
        held.close()


@pytest.fixture
def visits(browser: Browser, address: str) -> Iterator[Visits]:
    """Pages of the site that are opened, watched, and closed."""
    held = Visits(browser, address)
    yield held
    held.close()


class Visits:
    """Opens pages of the site.

    Attributes:
        faults: what was wrong with what was opened: errors in the console, uncaught errors,
            requests that failed or went to another host.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.faults: list[str] = []
        self._browser = browser
        self._address = address
        self._contexts: list[BrowserContext] = []

    def open(self, page: str, width: int = 1280, scheme: Any = "light", **more: Any) -> Page:
        """A page of the site, loaded; `more` is what a browser context takes."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **more
        )
        self._contexts.append(context)
        opened = context.new_page()
        opened.on("console", lambda one: self._note(page, one.text, wrong=one.type == "error"))
        opened.on("pageerror", lambda one: self._note(page, str(one)))
        opened.on("requestfailed", lambda one: self._note(page, f"{one.url} failed"))
        opened.on("response", lambda one: self._note(page, one.url, wrong=one.status >= 400))
        opened.on("request", lambda one: self._note(page, one.url, wrong=self._is_foreign(one.url)))
        opened.goto(f"{self._address}/{page}")
        return opened

    def close(self) -> None:
        """Close what was opened."""
        for context in self._contexts:
            context.close()

    def _note(self, page: str, text: str, *, wrong: bool = True) -> None:
        if wrong:
            self.faults.append(f"{page}: {text}")

    def _is_foreign(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme != "data" and f"{parts.scheme}://{parts.netloc}" != self._address
