"""`python docs/explorer OUT` writes the explorer of the packaged data to a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from nam_azerbaijan import load

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from explorer import build

if __name__ == "__main__":
    build(load(), Path(sys.argv[1]))
