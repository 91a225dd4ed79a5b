"""The pages that are opened in a browser."""

from __future__ import annotations

# One page of every kind, and the lists.
EXPLORER = (
    "index", "map", "states", "chairs", "meetings", "documents", "disputes", "votes",
    "organizations", "principles", "persons", "events", "sources", "search",
    "states/azerbaijan", "states/yugoslavia", "meetings/summit-belgrade-1961",
    "documents/final-document-tehran-2012", "principles/bandung", "organizations/oic",
    "disputes/dispute-azerbaijan-nam-member-start", "sources/strakes-2015",
    "votes/vote-a-res-62-243", "persons/ilham-aliyev", "assertions/strakes-2015-paragraph-391",
    "events/nagorno-karabakh-operation-2023",
)  # fmt: skip
GUIDE = (
    "index", "get-started", "why", "figures", "disputes", "neutrality", "how-to-merge", "rules",
)  # fmt: skip
MAIN = (*(f"explorer/{page}.html" for page in EXPLORER), *(f"{page}.html" for page in GUIDE))
MAP, SEARCH = "explorer/map.html", "explorer/search.html"
COLOURED = (MAP, SEARCH, "explorer/index.html", "explorer/votes.html", "index.html")
