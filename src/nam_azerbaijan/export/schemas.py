"""JSON Schemas of the data files, made from the record classes.

An editor that is told of them names what is wrong with a file while it is written. They hold the
form of single files; that references lead somewhere, and all that only shows across records, is
for `load` and `check`.
"""

from __future__ import annotations

import datetime as dt
import enum
import os
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from ..dates import PartialDate
from ..files.manifest import Manifest
from ..records import COLLECTIONS, record_class
from ..records.base import LastingRecord
from ..records.meaning import meanings, overview
from ..text import did_you_mean
from .writing import folder_at, json_text, write_text

__all__ = ["json_schema", "write_schemas"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MANIFEST = "dataset"

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_DATES = rf"^({_DATE}|{_DATE}\.\.{_DATE}|\[{_DATE}\.\.{_DATE}\])$"
_DATES_SAY = (
    "YYYY-MM-DD, YYYY-MM, YYYY, or two of these with `..` between for one unknown day from the "
    "first to the last."
)
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
# What a file may not leave empty, although the classes would take it.
_NEVER_EMPTY = ("sources", "names")

Schema = dict[str, Any]


def json_schema(collection: str) -> Schema:
    """The JSON Schema (draft 2020-12) of a data file.

    Args:
        collection: the collection that the file holds, such as `memberships`; `dataset` for the
            file that says what the data set is.

    Raises:
        KeyError: there is no such file.
    """
    if collection != MANIFEST and collection not in COLLECTIONS:
        known = (*COLLECTIONS, MANIFEST)
        raise KeyError(f"no data file {collection!r}; {did_you_mean(collection, known)}")
    cls = Manifest if collection == MANIFEST else record_class(collection)
    shapes = _Definitions()
    record = shapes.of_class(cls)
    whole = record if cls is Manifest else {"type": "array", "items": record}
    return {
        "$schema": DIALECT,
        "title": f"{collection}.json",
        "description": overview(cls),
        **whole,
        "$defs": dict(sorted(shapes.defined.items())),
    }


def write_schemas(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the JSON Schema of each data file under the name of the file.

    Args:
        folder: where to write; made if it is not there. Files of these names are replaced.

    Returns:
        The files.

    Raises:
        OSError: they cannot be written.
    """
    where = folder_at(folder)
    return tuple(
        write_text(where / f"{name}.json", json_text(json_schema(name)))
        for name in (*COLLECTIONS, MANIFEST)
    )


class _Definitions:
    """Schemas of the values that annotations allow.

    Attributes:
        defined: the schemas of parts and vocabularies, by the name of their class.
    """

    def __init__(self) -> None:
        self.defined: dict[str, Schema] = {}

    def of_class(self, cls: Any) -> Schema:
        """The schema of the objects from which a class is made."""
        said = meanings(cls)
        hints = typing.get_type_hints(cls)
        fields = sorted(attrs.fields(cls), key=lambda field: field.name != "id")
        schema: Schema = {
            "type": "object",
            "properties": {
                field.name: self._of_field(field, hints[field.name], said.get(field.name, ""))
                for field in fields
            },
            "required": [field.name for field in fields if field.default is attrs.NOTHING],
            "additionalProperties": False,
        }
        if issubclass(cls, LastingRecord):  # The start of a successor is the end.
            schema["required"].remove("end")
            succeeded = {"properties": {"succeeded_by": {"type": "string"}}}
            schema["oneOf"] = [
                {"required": ["end"]},
                {"required": ["succeeded_by"], **succeeded},
            ]
        return schema

    def _of_field(self, field: Any, hint: Any, meaning: str) -> Schema:
        schema = self._of_hint(hint)
        if field.name == "id" or field.metadata.get("refers"):
            schema = _of_ids(schema)
        if field.name in _NEVER_EMPTY and field.default is attrs.NOTHING:
            schema = {**schema, "minItems": 1}
        return {**({"description": meaning} if meaning else {}), **schema}

    def _of_hint(self, hint: Any) -> Schema:
        """The schema of the values that an annotation allows, as a file writes them."""
        if hint is Any:
            return {"not": {"type": "object"}}
        inner = typing.get_args(hint)
        if typing.get_origin(hint) is tuple:
            if inner[-1] is ...:
                return {"type": "array", "items": self._of_hint(inner[0])}
            places = [self._of_hint(one) for one in inner]
            return {"type": "array", "prefixItems": places, "minItems": len(places), "items": False}
        if typing.get_origin(hint) is Mapping:
            return {"type": "object", "additionalProperties": self._of_hint(inner[1])}
        if isinstance(hint, types.UnionType):
            return {"anyOf": [self._of_hint(one) for one in inner]}
        return self._of_type(hint)

    def _of_type(self, cls: type) -> Schema:
        simple = {
            str: {"type": "string"},
            int: {"type": "integer"},
            bool: {"type": "boolean"},
            types.NoneType: {"type": "null"},
            dt.date: {"type": "string", "pattern": f"^{_DAY}$"},
        }
        if cls in simple:
            return simple[cls]
        if cls.__name__ not in self.defined:
            self.defined[cls.__name__] = {}  # Whoever leads back here finds it.
            self.defined[cls.__name__] = self._of_named(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    def _of_named(self, cls: type) -> Schema:
        if cls is PartialDate:
            return {"description": _DATES_SAY, "type": "string", "pattern": _DATES}
        if issubclass(cls, enum.Enum):
            return {"description": overview(cls), "enum": [member.value for member in cls]}
        return {"description": overview(cls), **self.of_class(cls)}


def _of_ids(schema: Schema) -> Schema:
    """The schema of a field that holds an id, ids, or none, from that of any text."""
    if schema.get("type") == "string":
        return {**schema, "pattern": _SLUG}
    if schema.get("type") == "array":
        return {**schema, "items": _of_ids(schema["items"])}
    if "anyOf" in schema:
        return {"anyOf": [_of_ids(one) for one in schema["anyOf"]]}
    return schema
