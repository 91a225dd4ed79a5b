"""How Sphinx builds the site: `python -m sphinx -n -W docs site`, without network."""

from __future__ import annotations

import sys
from pathlib import Path

import nam_azerbaijan

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

nam = nam_azerbaijan.load()

project = "nam_azerbaijan"
author = "The nam_azerbaijan authors"
project_copyright = "The nam_azerbaijan authors. Code: MIT. Data and pages: CC BY 4.0"
release = nam_azerbaijan.__version__
language = "en"
smartquotes_action = "D"  # Dashes; quotation marks stay as the pages have them.

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_hooks.links",
    "sphinx_hooks.annotations",
    "sphinx_hooks.names",
    "sphinx_hooks.docstrings",
    "sphinx_hooks.code_blocks",
    "sphinx_hooks.contents",
    "sphinx_hooks.explorer_pages",
]
exclude_patterns = ["explorer", "images", "_static", "_templates", "__pycache__"]
templates_path = ["_templates"]

# Markdown, which reads well where the repository is shown, too.
myst_heading_anchors = 3
myst_url_schemes = ["http", "https", "explorer"]

# What users import, from docstrings.
default_role = "own"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
autodoc_default_options = {"show-inheritance": True}
add_module_names = False
napoleon_numpy_docstring = False
toc_object_entries = False

html_theme = "furo"
html_title = "Non-Aligned Movement data"  # As the explorer has it.
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["scrolling.js"]
html_favicon = "explorer/static/favicon.svg"
html_copy_source = False
html_show_sourcelink = False
html_sidebars = {
    "**": [
        "sidebar/scroll-start.html",
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/explorer.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_context = {"data_version": nam.version, "as_of": nam.as_of}
