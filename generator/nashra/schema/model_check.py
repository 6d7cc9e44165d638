"""What was written against a closed Pydantic model, every fault told at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from nashra.errors import ContentError, Problem, Words
from nashra.schema.written import Value, Written

Model = TypeVar("Model", bound=BaseModel)


def check(
    model: type[Model],
    written: Written,
    *,
    names: Mapping[str, str],
    inner: Mapping[str, str] | None = None,
    context: object = None,
) -> Model:
    """Give the model that the written values make, every fault told at once.

    `names` has the other names (Arabic ones, say) of the model's keys, `inner` those of the keys
    that lie in other keys; `context` reaches the model's validators.

    Raises:
        ContentError: a key is unknown, written under two names, missing, or its value is wrong.

    """
    spelling = _Spelling(names, inner or {})
    values, problems = _renamed(model, written, spelling)
    try:
        result = model.model_validate(values, context=context)
    except ValidationError as error:
        renamed = Written(written.file, values, spelling.lines(written), written.text)
        problems += [_fault(renamed, fault) for fault in error.errors()]
    else:
        if not problems:
            return result
    raise ContentError(sorted(problems, key=lambda problem: problem.line or 0))


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The other names of keys."""

    names: Mapping[str, str]
    inner: Mapping[str, str]

    def arabic(self) -> set[str]:
        """Give the other names that are worth a hint: those that are not English too."""
        return {name for name in self.names if not name.isascii()}

    def lines(self, written: Written) -> dict[tuple[str | int, ...], int]:
        """Give the lines of keys under the model's own names."""
        return {self._path(path): line for path, line in written.lines.items()} | written.lines

    def _path(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        return tuple(
            part if isinstance(part, int) else (self.inner if depth else self.names).get(part, part)
            for depth, part in enumerate(path)
        )

    def value(self, value: Value, path: tuple[str | int, ...], written: Written) -> Value:
        """Give a value with its inner keys renamed and what is empty left out.

        Raises:
            ContentError: a key is written under two of its names.

        """
        if isinstance(value, list):
            if all(isinstance(item, str) for item in value):
                return [item for item in value if item != ""]
            return [self.value(item, (*path, at), written) for at, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        renamed: dict[str, Value] = {}
        for key, item in value.items():
            name = self.inner.get(key, key)
            if name in renamed:
                raise ContentError([_two_names(written, (*path, key), name)])
            if item != "":
                renamed[name] = self.value(item, (*path, key), written)
        return renamed


def _renamed(
    model: type[BaseModel], written: Written, spelling: _Spelling
) -> tuple[dict[str, Value], list[Problem]]:
    known = model.model_fields
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for key, value in written.values.items():
        name = spelling.names.get(key, key)
        if name not in known:
            problems.append(_unknown(written, key, {*known, *spelling.arabic()}))
        elif name in values:
            problems.append(_two_names(written, (key,), name))
        elif value != "":
            values[name] = value
            if not isinstance(value, str):
                try:
                    values[name] = spelling.value(value, (key,), written)
                except ContentError as error:
                    problems += error.problems
    return values, problems


def _unknown(written: Written, key: str, known: set[str]) -> Problem:
    near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.6)
    remedy = (
        Words(f"هل تقصد «{near[0]}»؟", f"Did you mean “{near[0]}”?")
        if near
        else Words("احذف السطر أو صحح اسمه.", "Remove the line or correct its name.")
    )
    return written.problem(
        (key,), Words(f"مفتاح غير معروف: «{key}».", f"Unknown key: “{key}”."), remedy
    )


def _two_names(written: Written, path: tuple[str | int, ...], name: str) -> Problem:
    key = path[-1]
    return written.problem(
        path,
        Words(f"«{key}» و«{name}» اسمان لمفتاح واحد.", f"“{key}” and “{name}” are the same key."),
        Words("أبقِ واحدا منهما.", "Keep one of the two."),
    )


def _fault(written: Written, fault: Mapping[str, object]) -> Problem:
    location = fault["loc"]
    path = tuple(part for part in location if isinstance(part, str | int))  # type: ignore[attr-defined]
    name = str(path[0]) if path else ""
    if fault["type"] == "missing":
        whole, last = ".".join(map(str, path)), str(path[-1]) if path else ""
        return written.problem(
            path,
            Words(f"ينقص «{whole}».", f"“{whole}” is missing."),
            Words(f"أضف سطرا: {last}: …", f"Add a line such as {last}: …"),
        )
    if fault["type"] == "extra_forbidden":
        return (
            _unknown(written, str(path[-1]), set())
            if len(path) == 1
            else written.problem(
                path,
                Words(f"مفتاح غير معروف: «{path[-1]}».", f"Unknown key: “{path[-1]}”."),
                Words("احذف السطر أو صحح اسمه.", "Remove the line or correct its name."),
            )
        )
    context = fault.get("ctx")
    reason = context.get("error") if isinstance(context, Mapping) else None
    words = reason.args[0] if isinstance(reason, ValueError) and reason.args else None
    expected = words if isinstance(words, Words) else _EXPECTED.get(str(fault["type"]), _FALLBACK)
    return written.problem(
        path,
        Words(f"قيمة «{name}» غير صالحة.", f"The value of “{name}” is not valid."),
        expected,
    )


_FALLBACK = Words("صحح القيمة.", "Correct the value.")
_EXPECTED = {
    "bool_parsing": Words("اكتب نعم أو لا.", "Write yes or no."),
    "int_parsing": Words("اكتب عددا صحيحا.", "Write a whole number."),
    "list_type": Words("اكتب قائمة.", "Write a list."),
    "string_type": Words("اكتب نصا في سطر واحد.", "Write text on one line."),
    "enum": Words("اختر من القيم المعروفة.", "Choose one of the known values."),
    "model_type": Words(
        "اكتب مفاتيح فرعية تحت هذا المفتاح.", "Write keys of its own under this key."
    ),
}
