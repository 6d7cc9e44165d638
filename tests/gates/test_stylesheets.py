"""No style of the theme names left or right."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.gates.stylesheets import physical

CHECKOUT = Path(__file__).parents[2]
SHEETS = sorted((CHECKOUT / "themes").rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_the_themes_sheets_turn_with_the_page(sheet: Path) -> None:
    assert list(physical(sheet.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "declaration",
    [
        "left: 0",
        "right: auto",
        "margin-left: 1rem",
        "padding-right: 1rem",
        "scroll-margin-left: 1rem",
        "border-left: 1px solid",
        "border-right-color: red",
        "border-top-left-radius: 4px",
        "text-align: left",
        "text-align: justify",
        "float: right",
        "clear: left",
        "margin: 0 1rem 0 2rem",
        "padding: 1px 2px 3px 4px",
        "inset: 0 auto 0 0",
        "border-width: 0 0 0 3px",
        "margin: 0 var(--a, 1rem) 0 calc(2 * (1px + 1px))",
        "border-radius: 4px 0 0 4px",
        "background-position: left top",
        "background: url(a.png) no-repeat right center",
        "object-position: left",
        "transform-origin: left",
        "background-image: linear-gradient(to right, #000, #fff)",
        "mask: linear-gradient(to top left, #000, #fff)",
        "transform: translateX(1rem)",
        "transform: rotate(2deg) translate(-50%, 0)",
        "translate: 10px",
        "direction: rtl",
        "letter-spacing: 0.1em",
        "text-transform: uppercase",
        "font-style: italic",
        "font: italic 700 1rem/1.5 serif",
        "word-break: break-all",
        "LEFT: 0 !important",
    ],
)
def test_what_is_refused(declaration: str) -> None:
    css = f".a:hover {{ color: red; {declaration} }}"

    assert [found.split(":")[0] for _, found, _ in physical(css)] == [
        declaration.split(":", maxsplit=1)[0].lower()
    ]


@pytest.mark.parametrize(
    ("css", "why"),
    [
        (".a { margin-inline-start: 1rem; inset-inline: 0; text-align: start }", "logical"),
        (".a { margin: 0 1rem; padding: 1px 2px 3px 2px; inset: 0 }", "both sides are alike"),
        (".a { border-radius: 50%; border-radius: 4px 4px 4px 4px }", "all corners are alike"),
        (".a { transform: translateY(2px) scale(-1, 1); transform: translate(0, 4px) }", "block"),
        (".a { background: linear-gradient(to bottom, #000, #fff) center }", "block axis"),
        (".a { direction: ltr; unicode-bidi: isolate }", "code stays as it is"),
        (".left, a[class*='right'] { color: red }", "a name is no property"),
        (".a { content: 'left: 0'; background: url(left.png) }", "words of the content"),
        ("/* left: 0 */ .a { color: red }", "a comment"),
        (".a { letter-spacing: 0; letter-spacing: normal }", "undone"),
        ("@media (min-width: 48rem) { .a { color: red } }", "a query"),
    ],
)
def test_what_is_let_through(css: str, why: str) -> None:
    assert list(physical(css)) == [], why


def test_a_fault_names_its_line_and_its_cure() -> None:
    css = "a {\n  color: red;\n  float: left;\n}\n"

    assert list(physical(css)) == [(3, "float: left", "start or end")]
