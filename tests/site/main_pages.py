"""The pages that are opened in a browser."""

from __future__ import annotations

# One page of every kind, and the lists.
EXPLORER = (
    "explorer", "map", "find", "chairs", "states/index", "meetings/index", "documents/index",
    "disputes/index", "votes/index", "organizations/index", "principles/index", "persons/index",
    "events/index", "sources/index",
    "states/azerbaijan", "states/yugoslavia", "meetings/summit-belgrade-1961",
    "documents/final-document-tehran-2012", "principles/bandung", "organizations/oic",
    "disputes/dispute-azerbaijan-nam-member-start", "sources/strakes-2015",
    "votes/vote-a-res-62-243", "persons/ilham-aliyev", "assertions/strakes-2015-paragraph-391",
    "events/nagorno-karabakh-operation-2023",
)  # fmt: skip
GUIDE = (
    "index", "get-started", "why", "figures", "disputes", "neutrality", "how-to-merge", "rules",
)  # fmt: skip
MAIN = tuple(f"{page}.html" for page in (*EXPLORER, *GUIDE))
MAP, SEARCH = "map.html", "find.html"
COLOURED = (MAP, SEARCH, "explorer.html", "votes/index.html", "index.html")
