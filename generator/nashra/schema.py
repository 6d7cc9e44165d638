"""What people write, checked: YAML with the line of each key, against a closed Pydantic model.

Every scalar is read as text and converted by the model's own types, so that YAML's guesses
(`no` is false, `012` is ten, `12:30` is 750) never reach the site.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from nashra.errors import ContentError, Problem, Severity, Words

Value = str | list["Value"] | dict[str, "Value"]
Model = TypeVar("Model", bound=BaseModel)

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Written:
    """A mapping as it was written, and where each of its keys stands."""

    file: str
    values: dict[str, Value]
    lines: dict[tuple[str | int, ...], int]
    """The line in the file of each key, by its path, such as `("image", "alt")`."""
    text: tuple[str, ...]
    """The file's lines, for excerpts."""

    def problem(
        self,
        path: tuple[str | int, ...],
        what: Words,
        remedy: Words,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Give a problem at a key, or at its nearest ancestor that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        line = self.lines.get(path)
        return Problem(self.file, line, what, remedy, excerpt_of(self.text, line), severity)


def excerpt_of(text: tuple[str, ...], line: int | None) -> str:
    """Give a line of a file by its number from 1, or nothing if it has no such line."""
    return text[line - 1].rstrip() if line and line <= len(text) else ""


def read_yaml(block: str, *, file: str, text: str, first_line: int = 1) -> Written:
    """Read one YAML mapping that begins at `first_line` of `file`, whose whole content is `text`.

    Raises:
        ContentError: the block is not YAML, not a mapping, repeats a key, or uses an alias.

    """
    lines = tuple(text.splitlines())
    try:
        node = yaml.compose(block, _Loader)
    except yaml.YAMLError as error:
        raise ContentError([_not_yaml(error, file, lines, first_line)]) from error
    except (RecursionError, ValueError) as error:
        raise ContentError([_no_mapping(file, lines, first_line)]) from error
    if node is None:
        return Written(file, {}, {(): first_line}, lines)
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([_no_mapping(file, lines, first_line)])
    reader = _NodeReader(file, lines, first_line)
    values = reader.mapping(node, ())
    if reader.problems:
        raise ContentError(reader.problems)
    return Written(file, values, reader.lines, lines)


class _NodeReader:
    """Turns composed YAML nodes into plain values, keeping the lines of the keys."""

    def __init__(self, file: str, text: tuple[str, ...], first_line: int) -> None:
        self.file = file
        self.text = text
        self.first_line = first_line
        self.lines: dict[tuple[str | int, ...], int] = {(): first_line}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value).strip("\u200e\u200f\ufeff ")
            line = key_node.start_mark.line + self.first_line
            if key in values:
                self.problems.append(self._repeated(key, line))
            self.lines[(*path, key)] = line
            values[key] = self.value(value_node, (*path, key))
        return values

    def value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Value:
        if id(node) in self._seen:
            self.problems.append(self._alias(node.start_mark.line + self.first_line))
            return ""
        self._seen.add(id(node))
        self.lines.setdefault(path, node.start_mark.line + self.first_line)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return str(node.value)

    def _repeated(self, key: str, line: int) -> Problem:
        return Problem(
            self.file,
            line,
            Words(f"المفتاح «{key}» مكتوب مرتين.", f"The key “{key}” is written twice."),
            Words("أبقِ واحدا منهما.", "Keep one of the two."),
            excerpt_of(self.text, line),
        )

    def _alias(self, line: int) -> Problem:
        return Problem(
            self.file,
            line,
            Words("الإحالات (& و *) غير مقبولة هنا.", "Aliases (& and *) are not accepted here."),
            Words("اكتب القيمة كاملة.", "Write the value out."),
            excerpt_of(self.text, line),
        )


def _not_yaml(error: yaml.YAMLError, file: str, text: tuple[str, ...], first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    excerpt = excerpt_of(text, line)
    if "\t" in excerpt[: len(excerpt) - len(excerpt.lstrip())] or "'\\t'" in str(error):
        what = Words("في السطر علامة جدولة (Tab).", "The line holds a tab.")
        remedy = Words("استبدل بها مسافات.", "Replace it by spaces.")
    elif excerpt.count(":") > 1:
        what = Words("نقطتان رأسيتان داخل القيمة.", "There is a second colon in the value.")
        remedy = Words('ضع القيمة بين علامتي " ".', "Put the value between double quotes.")
    else:
        what = Words("لم تُفهم كتابة هذا السطر.", "This line cannot be read as `key: value`.")
        remedy = Words(
            "تحقق من النقطتين والمسافة بعدهما وعلامات الاقتباس.",
            "Check the colon, the space after it, and the quotes.",
        )
    return Problem(file, line, what, remedy, excerpt)


def _no_mapping(file: str, text: tuple[str, ...], first_line: int) -> Problem:
    return Problem(
        file,
        first_line,
        Words("هنا يجب أن تكون أسطر على شكل «مفتاح: قيمة».", "Lines of `key: value` belong here."),
        Words("مثال — العنوان: خبر اليوم", "For example, title: News of the day"),
        excerpt_of(text, first_line),
    )


def check(
    model: type[Model],
    written: Written,
    *,
    names: Mapping[str, str],
    context: object = None,
) -> Model:
    """Give the model that the written values make, every fault told at once.

    `names` has the other names (Arabic ones, say) of the model's keys; `context` reaches the
    model's validators.

    Raises:
        ContentError: a key is unknown, written under two names, missing, or its value is wrong.

    """
    values, problems = _renamed(model, written, names)
    try:
        result = model.model_validate(values, context=context)
    except ValidationError as error:
        renamed = _with_lines(written, values, names)
        problems += [_fault(renamed, fault) for fault in error.errors()]
    else:
        if not problems:
            return result
    raise ContentError(sorted(problems, key=lambda problem: problem.line or 0))


def _renamed(
    model: type[BaseModel], written: Written, names: Mapping[str, str]
) -> tuple[dict[str, Value], list[Problem]]:
    known = model.model_fields
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for key, value in written.values.items():
        name = names.get(key, key)
        if name not in known:
            problems.append(_unknown(written, key, {*known, *names}))
        elif name in values:
            problems.append(_two_names(written, key, name))
        elif value != "":
            values[name] = value
    return values, problems


def _with_lines(written: Written, values: dict[str, Value], names: Mapping[str, str]) -> Written:
    """Give the values with the lines of their keys under the model's own names."""
    lines = dict(written.lines)
    for path, line in written.lines.items():
        if path and isinstance(path[0], str):
            lines[names.get(path[0], path[0]), *path[1:]] = line
    return Written(written.file, values, lines, written.text)


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


def _two_names(written: Written, key: str, name: str) -> Problem:
    return written.problem(
        (key,),
        Words(f"«{key}» و«{name}» اسمان لمفتاح واحد.", f"“{key}” and “{name}” are the same key."),
        Words("أبقِ واحدا منهما.", "Keep one of the two."),
    )


def _fault(written: Written, fault: Mapping[str, object]) -> Problem:
    location = fault["loc"]
    path = tuple(part for part in location if isinstance(part, str | int))  # type: ignore[attr-defined]
    name = str(path[0]) if path else ""
    if fault["type"] == "missing":
        return written.problem(
            path,
            Words(f"ينقص «{name}».", f"“{'.'.join(map(str, path))}” is missing."),
            Words(f"أضف سطرا: {name}: …", f"Add a line such as {name}: …"),
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
