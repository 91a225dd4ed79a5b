"""The pages that are opened in a browser."""

from __future__ import annotations

# One page of every kind, and the lists.
EXPLORER = (
    "index", "map", "states", "chairs", "meetings", "documents", "disputes", "votes",
    "organizations", "principles", "persons", "events", "sources", "search",
    "states/azerbaijan", "states/yugoslavia", "meetings/summit-belgrade-1961",
    "documents/final-document-tehran-2012", "principles/bandung", "organizations/oic",
    "disputes/dispute-azerbaijan-nam-member-start", "sources/strakes-2015",
)  # fmt: skip
GUIDE = (
    "index", "get-started", "why", "figures", "disputes", "neutrality", "how-to-merge", "rules",
    "codebook",
)  # fmt: skip
MAIN = (*(f"explorer/{page}.html" for page in EXPLORER), *(f"{page}.html" for page in GUIDE))
MAP, SEARCH = "explorer/map.html", "explorer/search.html"
