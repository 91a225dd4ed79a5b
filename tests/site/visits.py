"""Pages opened in the browser: each with its width and scheme, and watched for what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# One page of every kind, and the lists.
EXPLORER = (
    "index", "map", "states", "chairs", "meetings", "documents", "disputes", "votes",
    "organizations", "principles", "persons", "events", "sources", "search",
    "states/azerbaijan", "states/yugoslavia", "meetings/summit-belgrade-1961",
    "documents/final-document-tehran-2012", "principles/bandung", "organizations/oic",
    "disputes/dispute-azerbaijan-nam-member-start", "sources/strakes-2015",
)  # fmt: skip
GUIDE = ("index", "get-started", "why", "disputes", "how-to-merge", "rules", "codebook")
MAIN = (*(f"explorer/{page}.html" for page in EXPLORER), *(f"{page}.html" for page in GUIDE))
MAP, SEARCH = "explorer/map.html", "explorer/search.html"


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
