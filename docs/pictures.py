"""Draw the pictures of the pages: `python docs/pictures.py`.

Each picture of `figures.md` is what the block above it draws; the README shows two of them. Beside
them is a preview for where a repository or a site is linked. `pictures.json` holds what each was
drawn from, by which a test knows whether it is current.
"""

from __future__ import annotations

import doctest
import hashlib
import io
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import colors
from matplotlib import pyplot as plt
from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from PIL import Image

import nam_azerbaijan
from nam_azerbaijan import plots

DOCS = Path(__file__).resolve().parent
PAGE = DOCS / "figures.md"
IMAGES = DOCS / "images"
DIGESTS = IMAGES / "pictures.json"
DOTS_PER_INCH = 200
COLOURS = 200  # As many as a picture may have, which makes its file small.


def figures() -> Iterator[tuple[str, Figure]]:
    """The name of each picture's file, and what is drawn for it."""
    names: dict[str, Any] = {}
    parts = re.findall(
        r"^```python\n(.*?)^```$|^!\[[^]]*\]\(images/(.+?)\)$",
        PAGE.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for code, image in parts:
            for example in doctest.DocTestParser().get_examples(code):
                # The page is the project's own, and the tests run it, too.
                exec(compile(example.source, str(PAGE), "exec"), names)  # noqa: S102
            if image:
                yield image, names["ax"].figure
    yield "preview.png", preview()


def preview() -> Figure:
    """The name of the project above the map of the last day that the data knows."""
    figure = plt.figure(figsize=(6.4, 3.2), facecolor="white")
    figure.text(0.03, 0.9, "nam_azerbaijan", fontsize=17, fontweight="bold")
    figure.text(
        0.03, 0.835, "The Non-Aligned Movement since 1955: typed, sourced, checkable", fontsize=9
    )
    ax = figure.add_axes((0.02, 0.16, 0.96, 0.64))
    plots.world(nam_azerbaijan.load(), ax=ax)
    ax.set_title("", loc="left")
    ax.set_xlabel("")
    return figure


def digest(figure: Figure) -> str:
    """What a figure shows, without how letters and lines are rendered."""
    figure.draw_without_rendering()  # Which makes the labels of axes.
    shown = sorted(line for artist in figure.findobj() for line in _shown(artist))
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()[:16]


def _shown(artist: Artist) -> Iterator[str]:
    """The words, or the colour and the place in the units of the data, of a part of a figure."""
    if not artist.get_visible():
        return
    if isinstance(artist, Text):
        yield re.sub(r"\s", "", artist.get_text())
    elif isinstance(artist, Patch):
        path = artist.get_path().transformed(artist.get_patch_transform())
        yield f"{_hex(artist.get_facecolor())} {artist.get_hatch()} {_box(path)}"
    elif isinstance(artist, Line2D):
        yield f"{artist.get_marker()} {artist.get_xydata().round(2).tolist()}"  # type: ignore[union-attr]
    elif isinstance(artist, Collection):
        offsets = artist.get_offsets().round(2).tolist()  # type: ignore[union-attr]
        boxes = [_box(path) for path in artist.get_paths()]
        yield f"{_hex(artist.get_facecolor())} {artist.get_hatch()} {offsets} {boxes}"


def _box(path: Any) -> list[float]:
    return [round(float(number), 2) for number in path.get_extents().extents]


def _hex(colour: Any) -> str:
    return " ".join(colors.to_hex(one) for one in colors.to_rgba_array(colour))


def save(figure: Figure, file: Path) -> None:
    """Write a figure as a small file that says nothing of the machine."""
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    pixels = np.asarray(Image.open(drawn).convert("RGB"))
    colours, places, counts = np.unique(
        pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    # The most frequent are those of areas and of text, which so stay as they are.
    kept = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    far = ((colours[:, None].astype(int) - kept[None].astype(int)) ** 2).sum(axis=-1)
    numbers = far.argmin(axis=1)[places.reshape(pixels.shape[:2])]
    picture = Image.fromarray(numbers.astype(np.uint8)).convert("P")
    picture.putpalette(kept.tobytes())
    picture.save(file, optimize=True)


def main() -> None:
    """Draw them all."""
    mpl.use("agg")
    IMAGES.mkdir(exist_ok=True)
    held = {}
    for name, figure in figures():
        held[name] = digest(figure)
        save(figure, IMAGES / name)
        plt.close(figure)
    DIGESTS.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
