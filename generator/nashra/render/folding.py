"""What a template shows alike on every page of a site, put in while the template is compiled.

Interface strings, the addresses of assets and the site's own texts do not change while a site is
built, so `t("home")`, `asset("styles/site.css")` and `site.name` become text: Jinja joins it with
the markup around it, and no page has to look it up again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer

from nashra.pages.views import ChromeView

Function = Callable[..., str]


class Constants:
    """What is the same for every page of one site."""

    def __init__(self, site: ChromeView, functions: Mapping[str, Function]) -> None:
        self.site = site
        self.functions = functions

    def text(self, function: str, name: str, values: Mapping[str, object]) -> str | None:
        """Give what a function says of a name, or nothing where it has to fail at its place."""
        try:
            return self.functions[function](name, **values)
        except (LookupError, TypeError, ValueError):
            return None


class _Folder(NodeTransformer):
    """Puts what is constant in the place of what asks for it."""

    def __init__(self, constants: Constants, taken: set[str]) -> None:
        self._constants = constants
        self._taken = taken
        """Names that the template gives to things of its own."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        function = node.node
        if not isinstance(function, nodes.Name) or not self._known(function.name):
            return node
        values = {each.key: each.value for each in node.kwargs}
        written_out = [*node.args, *values.values()]
        if len(node.args) != 1 or not all(isinstance(each, nodes.Const) for each in written_out):
            return node
        name, *rest = (each.as_const() for each in written_out)
        text = self._constants.text(function.name, name, dict(zip(values, rest, strict=True)))
        return node if text is None else nodes.Const(text, lineno=node.lineno)

    def _known(self, function: str) -> bool:
        return function in self._constants.functions and function not in self._taken

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name != "site":
            return node
        value = getattr(self._constants.site, node.attr, None)
        if not isinstance(value, str) or "site" in self._taken:
            return node
        return nodes.Const(value, lineno=node.lineno)


class FoldingCodeGenerator(CodeGenerator):
    """Compiles templates with the constants of the environment's site put in."""

    environment: FoldingEnvironment

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802
        """Compile a whole template."""
        names = node.find_all(nodes.Name)
        taken = {name.name for name in names if name.ctx in {"store", "param"}}
        _Folder(self.environment.constants, taken).visit(node)
        super().visit_Template(node, frame)


class FoldingEnvironment(Environment):
    """An environment for the pages of one site."""

    code_generator_class = FoldingCodeGenerator

    def __init__(self, constants: Constants, **options: Any) -> None:
        super().__init__(**options)
        self.constants = constants
