"""JSON of strangers: what it may not hold, and how that is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nam_azerbaijan.files.strict_json import MAX_BYTES, MAX_INTEGER_DIGITS, read_json


def read(folder: Path, text: str | bytes) -> object:
    file = folder / "file.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_json(file, folder.resolve())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.text()
    | st.floats(-1e300, 1e300),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=JSON)
def test_what_is_json_is_read(value: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert read(tmp_path_factory.mktemp("a"), json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1e999", "1e999 is too large a number"),
        ("[-1e999]", "-1e999 is too large a number"),
        ("NaN", "NaN is no JSON number"),
        ('{"a": Infinity}', "Infinity is no JSON number"),
        ("1" * (MAX_INTEGER_DIGITS + 1), "a number has more than 15 digits"),
        ('"\\ud800"', "half of a surrogate pair is no text"),
        ('{"\\uDC00": 1}', "half of a surrogate pair is no text"),
        ('["a", {"b": "\\uD83Dx"}]', "half of a surrogate pair is no text"),
        ('{"a": 1, "a": 2}', "the key 'a' stands more than once in an object"),
        ('{"id": "x", "a": 1, "a": 2}', "the key 'a' stands more than once in an object of 'x'"),
        ('{"a": 1, "b": 1, "b": 2}', "the key 'b' stands more than once in an object"),
        ('{"id": 5, "a": 1, "a": 2}', "the key 'a' stands more than once in an object"),
        ("-" + "1" * (MAX_INTEGER_DIGITS + 1), "a number has more than 15 digits"),
        ("[1,]", "no JSON: "),
        ("", "no JSON: Expecting value (line 1, column 1)"),
        (b'"\xff"', "expected UTF-8, found another byte at position 1"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_none_is_refused(tmp_path: Path, text: str | bytes, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        read(tmp_path, text)


def test_a_whole_pair_and_the_largest_numbers_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, '"\\ud83c\\udf0d"') == "\U0001f30d"
    assert read(tmp_path, "9" * MAX_INTEGER_DIGITS) == 10**MAX_INTEGER_DIGITS - 1
    assert read(tmp_path, "-" + "9" * MAX_INTEGER_DIGITS) == -(10**MAX_INTEGER_DIGITS) + 1
    assert read(tmp_path, "1e308") == 1e308
    assert read(tmp_path, '"\\\\ud800"') == "\\ud800"


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr("nam_azerbaijan.files.strict_json.MAX_BYTES", 4)
    assert read(tmp_path, "[12]") == [12]
    with pytest.raises(ValueError, match="the file is larger than 4 bytes"):
        read(tmp_path, "[123]")


def test_what_is_no_file_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_text("[]")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "link.json").symlink_to(outside)
    (folder / "broken.json").symlink_to(folder / "nothing.json")
    (folder / "folder.json").mkdir()
    (folder / "inside.json").write_text("[1]")
    (folder / "fine.json").symlink_to(folder / "inside.json")
    for name, words in (
        ("link.json", "leads out of the directory"),
        ("broken.json", "cannot be read: FileNotFoundError"),
        ("folder.json", "expected a file"),
    ):
        with pytest.raises(ValueError, match=words):
            read_json(folder / name, folder.resolve())
    assert read_json(folder / "fine.json", folder.resolve()) == [1]
