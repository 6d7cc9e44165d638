"""The shape of the code: names, sizes, and who owns which library.

The import map itself is `.importlinter`; `make lint` holds it, lazy and type-only imports included.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator" / "nashra"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMELESS = {"utils", "helpers", "common", "core", "manager", "misc", "base", "tools"}
OWNERS = {
    "sqlite3": {"catalogue"},
    "jinja2": {"render"},
    "markdown": {"content"},
    "snowballstemmer": {"language"},
    "pymdownx": {"content"},
    "frontmatter": {"content"},
    "fontTools": {"media"},
    "watchdog": {"serve"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "click": {"cli"},
    "rich": {"cli"},
}
"""The one package that may import each library."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_has_a_subject_and_fits_its_budget(path: Path) -> None:
    text = path.read_text("utf-8")

    assert path.stem not in NAMELESS, "name a module by its subject"
    assert text.count("\n") <= 300, "a file with two reasons to change"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 50, f"{node.name} does not fit on a screen"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_each_library_has_one_owner(path: Path) -> None:
    package = path.relative_to(PACKAGE).parts[0]
    for module in imported(ast.parse(path.read_text("utf-8"))):
        owners = OWNERS.get(module.partition(".")[0])
        assert owners is None or package in owners, module


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_reads_the_clock_and_prints(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] in {"cli", "serve"}:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"now", "utcnow", "today"} or not isinstance(
                node.value, ast.Name
            ), f"line {node.lineno} reads the clock"
        if isinstance(node, ast.Name):
            assert node.id != "print", f"line {node.lineno} prints"


def test_every_kind_of_page_is_one_module_that_stands_in_the_list() -> None:
    from nashra.pages import KINDS  # noqa: PLC0415

    kinds = {
        path.stem
        for path in (PACKAGE / "pages").glob("*.py")
        if "OWNERS = " in path.read_text("utf-8")
    }
    assert {getattr(kind, "__name__", "").rpartition(".")[2] for kind in KINDS.values()} == kinds
