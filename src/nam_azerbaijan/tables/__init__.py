"""Records as flat rows: of a terminal table, a CSV file, a notebook or a page."""
