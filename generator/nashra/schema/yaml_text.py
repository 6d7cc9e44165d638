"""YAML to texts, with the line of each key.

Every scalar is read as text and converted by the model's own types, so that YAML's guesses
(`no` is false, `012` is ten, `12:30` is 750) never reach the site.
"""

from __future__ import annotations

import re

import yaml

from nashra.errors import ContentError, Problem, Words
from nashra.schema import yaml_faults
from nashra.schema.as_meant import as_meant
from nashra.schema.plain_yaml import read_plain
from nashra.schema.written import Value, Written, excerpt_of

_BARRED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 lets no one write (section 5.1)."""
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\ufeff"
_MANY = 60
_DEEP = 20
"""How deep values may lie in each other; the parser itself goes down until it falls."""

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(block: str, *, file: str, text: str, first_line: int = 1) -> Written:
    """Read one YAML mapping that begins at `first_line` of `file`, whose whole content is `text`.

    Raises:
        ContentError: the block is not YAML, not a mapping, repeats a key, or uses an alias.

    """
    lines = tuple(text.splitlines())
    if barred := _BARRED.search(block):
        line = first_line + block.count("\n", 0, barred.start())
        raise ContentError([yaml_faults.barred(file, lines, line)])
    if plain := read_plain(block.strip("\n")):
        skipped = len(block) - len(block.lstrip("\n"))
        return Written(file, plain, _lines(plain, first_line, skipped), lines)
    block = as_meant(block)
    try:
        if _suspect(block):
            _refuse_depth(block, file, lines, first_line)
        node = yaml.compose(block, Loader)
    except yaml.YAMLError as error:
        raise ContentError([yaml_faults.not_yaml(error, file, lines, first_line)]) from error
    if node is None:
        return Written(file, {}, {(): first_line}, lines)
    if not isinstance(node, yaml.MappingNode):
        raise ContentError([yaml_faults.no_mapping(file, lines, first_line)])
    reader = _NodeReader(file, lines, first_line)
    values = reader.mapping(node, ())
    if reader.problems:
        raise ContentError(reader.problems)
    return Written(file, values, reader.lines, lines)


def _lines(
    values: dict[str, Value], first_line: int, skipped: int
) -> dict[tuple[str | int, ...], int]:
    """Give the line of each key and item where every key has a line of its own."""
    lines: dict[tuple[str | int, ...], int] = {(): first_line}
    for line, (key, value) in enumerate(values.items(), first_line + skipped):
        lines[(key,)] = line
        if isinstance(value, list):
            lines |= dict.fromkeys(((key, at) for at in range(len(value))), line)
    return lines


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
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(self._no_key(line))
                continue
            key = str(key_node.value).strip(INVISIBLE + " ")
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
        text = str(node.value)
        return text if text.strip(INVISIBLE).strip() else ""

    def _no_key(self, line: int) -> Problem:
        return Problem(
            self.file,
            line,
            Words("اسم المفتاح ليس كلمة.", "The name of this key is not a word."),
            Words("اكتب السطر على شكل «مفتاح: قيمة».", "Write the line as `key: value`."),
            excerpt_of(self.text, line),
        )

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


def _suspect(block: str) -> bool:
    """Tell whether a block may hold values that lie deep in each other.

    Each level takes at least one of these signs, so that few signs cannot lie deep.
    """
    return sum(map(block.count, "[{?-:")) > _MANY


def _refuse_depth(block: str, file: str, text: tuple[str, ...], first_line: int) -> None:
    depth = 0
    for event in yaml.parse(block, Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEP:
                line = first_line + (event.start_mark.line if event.start_mark else 0)
                raise ContentError([yaml_faults.too_deep(file, text, line)])
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
