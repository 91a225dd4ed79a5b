"""Mappings that cannot be changed, as parts of objects that can be pickled."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

__all__ = ["rebuilt", "view"]


def view(mapping: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """A view of a copy of `mapping`."""
    return MappingProxyType(dict(mapping))


def rebuilt(instance: attrs.AttrsInstance) -> tuple[functools.partial[Any], tuple[()]]:
    """What pickle makes an attrs object from whose views it cannot write itself."""
    held = attrs.asdict(instance, recurse=False)
    plain = {name: dict(v) if isinstance(v, Mapping) else v for name, v in held.items()}
    return functools.partial(type(instance), **plain), ()
