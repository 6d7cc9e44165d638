"""What a template's text refers to, read from its tree without rendering it."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import meta, nodes


@dataclass(frozen=True, slots=True)
class Source:
    """What one template's text refers to."""

    text: str
    templates: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    """Those of the templates that need not be there."""
    strings: frozenset[str] = frozenset()
    assets: frozenset[str] = frozenset()
    site: frozenset[str] = frozenset()
    """The fields of the site that it asks for."""
    open_ended: bool = False
    """Whether it asks for a string or an asset by a name that only rendering can tell."""
    whole_site: bool = False
    """Whether it does anything with the site but ask for its fields."""
    chooses: bool = False
    """Whether it chooses another template while it renders."""


def source_of(text: str, tree: nodes.Template) -> Source:
    """Give what a template refers to, from its text and its tree."""
    parts, parts_open = _named(tree, "shared")
    strings, strings_open = _named(tree, "t")
    assets, assets_open = _named(tree, "asset")
    referenced = {*meta.find_referenced_templates(tree), *parts}
    site = _fields(tree, "site")
    return Source(
        text,
        templates=frozenset(filter(None, referenced)),
        optional=_optional(tree),
        strings=strings,
        assets=assets,
        site=frozenset(site),
        open_ended=strings_open or assets_open,
        whole_site=_mentions(tree, "site") > len(site),
        chooses=None in referenced or parts_open,
    )


def _named(tree: nodes.Template, function: str) -> tuple[frozenset[str], bool]:
    """Give the names that a template hands to a function, and whether any is not written out."""
    firsts = [
        call.args[0]
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == function and call.args
    ]
    names = [str(first.value) for first in firsts if isinstance(first, nodes.Const)]
    return frozenset(names), _mentions(tree, function) > len(names)


def _fields(tree: nodes.Template, name: str) -> list[str]:
    return [
        each.attr
        for each in tree.find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Name) and each.node.name == name
    ]


def _mentions(tree: nodes.Template, name: str) -> int:
    return sum(each.name == name for each in tree.find_all(nodes.Name))


def _optional(tree: nodes.Template) -> frozenset[str]:
    """Give the templates that an `include` can do without."""
    return frozenset(
        str(constant.value)
        for include in tree.find_all(nodes.Include)
        if include.ignore_missing or not isinstance(include.template, nodes.Const)
        for constant in (include.template, *include.template.find_all(nodes.Const))
        if isinstance(constant, nodes.Const)
    )
