"""JSON files that are not the library's own, read as untrusted."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

__all__ = ["read_json"]

MAX_BYTES = 64 * 2**20
MAX_INTEGER_DIGITS = 15
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(file: Path, folder: Path) -> Any:
    """The JSON value in a file of a folder.

    Raises:
        ValueError: it cannot be read, or holds no JSON value; the message says why.
    """
    try:
        text = _text(file, folder)
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_number,
            parse_constant=_constant,
        )
        if _SURROGATE.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise ValueError(f"expected UTF-8, found another byte at position {error.start}") from None
    except UnicodeEncodeError:
        raise ValueError("half of a surrogate pair is no text") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ValueError(f"no JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise ValueError("objects or lists are nested too deeply") from None
    except (OSError, RuntimeError) as error:
        raise ValueError(f"cannot be read: {type(error).__name__}") from None
    return value


def _text(file: Path, folder: Path) -> str:
    target = file.resolve(strict=True)
    if not target.is_relative_to(folder):
        raise ValueError("a link that leads out of the directory is not followed")
    if not target.is_file():
        raise ValueError("expected a file")
    if target.stat().st_size > MAX_BYTES:
        raise ValueError(f"the file is larger than {MAX_BYTES} bytes")
    return target.read_bytes().decode("utf-8")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        keys = [key for key, _ in pairs]
        repeated = min(key for key in keys if keys.count(key) > 1)
        where = f" of {value['id']!r}" if isinstance(value.get("id"), str) else ""
        raise ValueError(f"the key {repeated!r} stands more than once in an object{where}")
    return value


def _integer(text: str) -> int:
    if len(text.removeprefix("-")) > MAX_INTEGER_DIGITS:
        raise ValueError(f"a number has more than {MAX_INTEGER_DIGITS} digits")
    return int(text)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is too large a number")
    return number


def _constant(text: str) -> float:
    raise ValueError(f"{text} is no JSON number")
