"""The package as a whole: what it offers, how it is built, what it does not name."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import nam_azerbaijan
from nam_azerbaijan import Dataset
from nam_azerbaijan.files.packaged import read_packaged
from nam_azerbaijan.records import COLLECTIONS

from factory import script

PACKAGE = Path(nam_azerbaijan.__file__).parent
# What users import besides the package itself.
OFFERED = ("checks", "compare", "testing")


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages([str(PACKAGE)], "nam_azerbaijan."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def test_everything_promised_is_there() -> None:
    names: dict[str, object] = {}
    exec("from nam_azerbaijan import *", names)
    assert set(nam_azerbaijan.__all__) <= set(names)
    assert nam_azerbaijan.__all__ == sorted(nam_azerbaijan.__all__)
    assert set(nam_azerbaijan.__all__) <= set(dir(nam_azerbaijan))
    with pytest.raises(AttributeError, match="no attribute 'Dateset'"):
        _ = nam_azerbaijan.Dateset  # type: ignore[attr-defined]


def test_every_module_says_what_is_in_it() -> None:
    for module in modules():
        assert module.__doc__, module.__name__
        promised = getattr(module, "__all__", [])
        assert promised == sorted(promised, key=_constants_first), module.__name__
        assert all(hasattr(module, name) for name in promised), module.__name__


def _constants_first(name: str) -> tuple[int, str]:
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


def test_a_public_name_is_listed_once() -> None:
    homes = [importlib.import_module(f"nam_azerbaijan.{home}") for home in nam_azerbaijan._HOMES]
    listed = Counter(name for home in homes for name in home.__all__)
    assert {name: listed[name] for name in nam_azerbaijan.__all__} == dict.fromkeys(
        nam_azerbaijan.__all__, 1
    )


# Documentation


def public() -> Iterator[tuple[str, Any]]:
    """What users are offered, by name."""
    yield from ((name, getattr(nam_azerbaijan, name)) for name in nam_azerbaijan.__all__)
    for name in OFFERED:
        module = importlib.import_module(f"nam_azerbaijan.{name}")
        yield from ((f"{name}.{inner}", getattr(module, inner)) for inner in module.__all__)


def described(cls: type) -> set[str]:
    """The attributes that the docstrings of a class and its bases name."""
    found: set[str] = set()
    for base in cls.__mro__:
        text = inspect.cleandoc(base.__dict__.get("__doc__") or "")
        _, _, section = text.partition("Attributes:\n")
        found.update(re.findall(r"^ {4}(\w+):", section.split("\n\n")[0], re.MULTILINE))
    return found


def own_words(cls: type) -> bool:
    """Whether a class has a docstring that is neither its base's nor made by a decorator."""
    text = cls.__dict__.get("__doc__") or ""
    return bool(text) and not text.startswith((f"{cls.__name__}(", "Method generated"))


def undocumented(name: str, held: Any) -> list[str]:
    """What of a class or function has no words of its own."""
    if not inspect.isclass(held):
        return [] if inspect.getdoc(held) or not callable(held) else [name]
    if not held.__module__.startswith("nam_azerbaijan"):
        return []
    found = [] if own_words(held) else [name]
    if attrs.has(held):
        fields = {field.name for field in attrs.fields(held) if not field.name.startswith("_")}
        found += [f"{name}.{field}" for field in sorted(fields - described(held))]
    elif issubclass(held, tuple):
        found += [
            f"{name}.{one}" for one in getattr(held, "_fields", ()) if one not in described(held)
        ]
    for attribute, value in vars(held).items():
        if not attribute.startswith("_"):
            inner = value.fget if isinstance(value, property) else getattr(value, "func", value)
            if inspect.isfunction(inner) and not inner.__doc__:
                found.append(f"{name}.{attribute}")
    return found


def test_everything_public_is_documented() -> None:
    missing = [one for name, held in public() for one in undocumented(name, held)]
    assert missing == []


def test_every_class_and_function_is_documented() -> None:
    missing = []
    for module in modules():
        for name in getattr(module, "__all__", ()):
            missing += undocumented(f"{module.__name__}.{name}", getattr(module, name))
    assert sorted(set(missing)) == []


def test_what_is_not_documented_is_found() -> None:
    @attrs.frozen
    class Bare:
        size: int

    @attrs.frozen
    class Half:
        """A half.

        Attributes:
            size: how large.
        """

        size: int
        colour: str
        _hidden: int

        @property
        def both(self) -> str:
            return self.colour

        def grow(self) -> None: ...

    class Heir(Half):
        pass

    for cls in (Bare, Half, Heir):
        cls.__module__ = "nam_azerbaijan.made"
    assert undocumented("Bare", Bare) == ["Bare", "Bare.size"]
    assert undocumented("Half", Half) == ["Half.colour", "Half.both", "Half.grow"]
    assert undocumented("Heir", Heir) == ["Heir", "Heir.colour"]
    assert undocumented("f", lambda: None) == ["f"]


# Words


def classes() -> Iterator[tuple[str, str]]:
    """Every class of the package, a private one too, with the module that it is written in."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name, str(file.relative_to(PACKAGE))


def test_no_two_classes_have_one_name() -> None:
    homes: dict[str, list[str]] = {}
    for name, home in classes():
        homes.setdefault(name.lstrip("_"), []).append(home)
    assert {name: held for name, held in homes.items() if len(held) > 1} == {}


def offered() -> Iterator[tuple[str, str]]:
    """The public classes and functions of all modules, and the modules, by name."""
    for module in modules():
        parts = module.__name__.split(".")[1:]
        yield parts[-1], "a module"
        for name in getattr(module, "__all__", ()):
            held = getattr(module, name)
            if getattr(held, "__module__", None) == module.__name__ and callable(held):
                yield name, "a class" if inspect.isclass(held) else "a function"


def bare(name: str) -> str:
    """A name without what makes near-twins: case, low lines, and the ending of a plural."""
    word = name.replace("_", "").casefold()
    for ending, single in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            return word.removesuffix(ending) + single
    return word


def twins(named: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Names that differ in nothing but case or number."""
    found: dict[str, set[str]] = {}
    for name, kind in named:
        found.setdefault(bare(name), set()).add(f"{kind} {name}")
    return {word: held for word, held in found.items() if len(held) > 1}


def test_no_names_are_near_twins() -> None:
    assert twins(offered()) == {}
