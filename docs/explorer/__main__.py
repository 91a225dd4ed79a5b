"""`python docs/explorer OUT [DATA]` writes the explorer to a folder.

Of the packaged data, or of that in the directory `DATA`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from nam_azerbaijan import load

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from explorer import build

if __name__ == "__main__":
    out, *data = sys.argv[1:]
    build(load(*data), Path(out))
