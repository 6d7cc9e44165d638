"""Templates: found, versioned with all that they can show, and rendered."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from nashra.errors import ConfigurationError, Problem
from nashra.pages.views import ChromeView, View
from nashra.render.strings import Strings
from nashra.render.templates import Templates

SITE = cast("ChromeView", SimpleNamespace(name="الموجة", direction="rtl"))

PAGE = """\
{% extends "base.html" %}
{% from "macros.html" import button %}
{% import "icons.html" as icons %}
{% block body %}
{% include "card.html" %}
{{ button(t("more")) }}{{ icons.wave }}
<img src="{{ asset("images/wave.svg") }}">
{% endblock %}
"""
FILES = {
    "page.html": PAGE,
    "base.html": '<title>{{ site.name }}</title>{{ t("motto") }}{% block body %}{% endblock %}',
    "macros.html": '{% macro button(text) %}<b>{{ t("press") }} {{ text }}</b>{% endmacro %}',
    "icons.html": '{% set wave = "~" %}',
    "card.html": '{% include "inner.html" %}',
    "inner.html": "<i>{{ page.title }}</i>",
    "other.html": '{{ t("aside") }}{{ asset("images/other.svg") }}',
}
STRINGS = {"more": "المزيد", "motto": "صوت البحر", "press": "اضغط", "aside": "جانبا"}
ASSETS = {"images/wave.svg": "/assets/wave.1.svg", "images/other.svg": "/assets/other.1.svg"}


def templates(
    tmp_path: Path,
    files: dict[str, str],
    *,
    strings: dict[str, str] | None = None,
    assets: dict[str, str] | None = None,
) -> Templates:
    folder = tmp_path / "theme" / "templates"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Templates(
        [folder],
        strings=Strings("ar", STRINGS if strings is None else strings),
        assets=ASSETS if assets is None else assets,
        cache=tmp_path / "cache",
    )


def version(tmp_path: Path, name: str = "page.html", **parts: Any) -> str:
    return templates(tmp_path, parts.pop("files", FILES), **parts).version(name, SITE)


def shown(tmp_path: Path, text: str, name: str = "page.html", **page: object) -> str:
    view = cast("View", SimpleNamespace(**page))
    return templates(tmp_path, {name: text}).printer(SITE).render(name, view).decode()


def fault(tmp_path: Path, files: dict[str, str], *, render: bool = False) -> Problem:
    """Give the one fault of `page.html`, told by its version or by rendering it."""
    made = templates(tmp_path, files)
    view = cast("View", SimpleNamespace(title="مد"))
    with pytest.raises(ConfigurationError) as caught:
        made.printer(SITE).render("page.html", view) if render else made.version("page.html", SITE)
    (problem,) = caught.value.problems
    return problem


class TestVersion:
    """It changes exactly when something changes that the template can show."""

    @pytest.mark.parametrize(
        ("file", "why"),
        [
            ("page.html", "its own text"),
            ("base.html", "what it extends"),
            ("macros.html", "what it imports from"),
            ("icons.html", "what it imports"),
            ("card.html", "what it includes"),
            ("inner.html", "what that includes"),
        ],
    )
    def test_with_every_text_that_it_reaches(self, tmp_path: Path, file: str, why: str) -> None:
        before = version(tmp_path)
        after = version(tmp_path, files=FILES | {file: FILES[file] + " "})

        assert after != before, why

    @pytest.mark.parametrize(
        ("key", "why"),
        [
            ("more", "its own"),
            ("motto", "of what it extends"),
            ("press", "of what it imports"),
        ],
    )
    def test_with_every_string_that_any_of_them_names(
        self, tmp_path: Path, key: str, why: str
    ) -> None:
        before = version(tmp_path)

        assert version(tmp_path, strings=STRINGS | {key: "غيره"}) != before, why
        less = {name: text for name, text in STRINGS.items() if name != key}
        assert version(tmp_path, strings=less) != before, "also when it goes"

    def test_with_every_asset_that_any_of_them_names(self, tmp_path: Path) -> None:
        moved = ASSETS | {"images/wave.svg": "/assets/wave.2.svg"}

        assert version(tmp_path, assets=moved) != version(tmp_path)

    def test_not_with_anything_else(self, tmp_path: Path) -> None:
        before = version(tmp_path)

        assert version(tmp_path, files=FILES | {"other.html": "غيره"}) == before
        assert version(tmp_path, strings=STRINGS | {"aside": "غيره", "new": "جديد"}) == before
        assert version(tmp_path, assets=ASSETS | {"images/other.svg": "/assets/2.svg"}) == before
        assert version(tmp_path) == before

    def test_a_shared_file_bears_on_all_that_share_it(self, tmp_path: Path) -> None:
        files = FILES | {"second.html": '{% extends "base.html" %}'}
        changed = files | {"base.html": "غيره{% block body %}{% endblock %}"}

        for name in ("page.html", "second.html"):
            assert version(tmp_path, name, files=files) != version(tmp_path, name, files=changed)

    @pytest.mark.parametrize(
        "text",
        [
            "{{ t(page.key) }}",
            '{{ t("mo" ~ page.key) }}',
            "{{ asset(page.key) }}",
            '{% for key in ["more"] %}{{ t(key) }}{% endfor %}',
            "{{ t(*page.keys) }}",
        ],
    )
    def test_with_every_string_and_asset_where_a_name_is_not_written_out(
        self, tmp_path: Path, text: str
    ) -> None:
        files = {"page.html": text}
        before = version(tmp_path, files=files)

        assert version(tmp_path, files=files, strings=STRINGS | {"aside": "غيره"}) != before
        assert version(tmp_path, files=files, assets=ASSETS | {"new.svg": "/n"}) != before

    @pytest.mark.parametrize(
        "text",
        [
            '{% set say = t %}{{ say("more") }}',
            '{{ ["more"] | map(t) | first }}',
            '{% macro m(say) %}{{ say("more") }}{% endmacro %}{{ m(t) }}',
        ],
        ids=["renamed", "handed to a filter", "handed to a macro"],
    )
    def test_with_a_string_that_is_asked_for_by_another_way(
        self, tmp_path: Path, text: str
    ) -> None:
        files = {"page.html": text}
        before = version(tmp_path, files=files)

        assert version(tmp_path, files=files, strings=STRINGS | {"more": "غيره"}) != before

    def test_files_that_include_each_other_have_one(self, tmp_path: Path) -> None:
        files = {"page.html": '{% include "a.html" %}', "a.html": '{% include "page.html" %}'}

        assert version(tmp_path, files=files)

    @pytest.mark.parametrize(
        "text",
        ['{% include "own.html" ignore missing %}', '{% include ["own.html", "inner.html"] %}'],
    )
    def test_with_the_coming_of_a_file_that_may_be_missing(self, tmp_path: Path, text: str) -> None:
        files = {"page.html": text, "inner.html": ""}
        before = version(tmp_path, files=files)

        assert version(tmp_path, files=files | {"own.html": "جديد"}) != before

    def test_with_the_coming_of_an_empty_file_that_hides_another(self, tmp_path: Path) -> None:
        files = {"page.html": '{% include ["own.html", "inner.html"] %}', "inner.html": "قديم"}
        before = version(tmp_path, files=files)

        assert version(tmp_path, files=files | {"own.html": ""}) != before


class TestFaults:
    """Each names the template's own file and line."""

    @pytest.mark.parametrize(
        "text",
        [
            "{% include page.which %}",
            '{% extends "a.html" if page.a else "b.html" %}',
            "{% import page.which as m %}",
            '{% include ["inner.html", page.which] %}',
        ],
    )
    def test_another_template_that_only_rendering_can_tell_is_refused(
        self, tmp_path: Path, text: str
    ) -> None:
        problem = fault(tmp_path, {"page.html": text, "inner.html": ""})

        assert problem.file == "templates/page.html"
        assert "chooses another" in problem.what.en
        assert problem.what.ar

    @pytest.mark.parametrize(
        ("files", "file", "line", "excerpt"),
        [
            ({"page.html": "أ\n  {% if %}\n"}, "page.html", 2, "{% if %}"),
            ({"page.html": "{% block a %}\nأ\n"}, "page.html", 2, "أ"),
            (
                {"page.html": '{% include "a.html" %}', "a.html": "\n\n{{ 1 + }}"},
                "a.html",
                3,
                "{{ 1 + }}",
            ),
            ({"page.html": '\n{% include "gone.html" %}'}, "gone.html", None, ""),
        ],
    )
    def test_what_is_not_jinja(
        self, tmp_path: Path, files: dict[str, str], file: str, line: int | None, excerpt: str
    ) -> None:
        problem = fault(tmp_path, files)

        assert (problem.file, problem.line) == (f"themes/theme/templates/{file}", line)
        assert problem.excerpt == excerpt

    @pytest.mark.parametrize(
        ("files", "file", "line", "said"),
        [
            ({"page.html": "أ\n\n{{ page.titel }}"}, "page.html", 3, "titel"),
            ({"page.html": "{{ pgae.title }}"}, "page.html", 1, "pgae"),
            ({"page.html": 'أ\n{{ t("gone") }}'}, "page.html", 2, "gone"),
            ({"page.html": 'أ\n{{ asset("gone.css") }}'}, "page.html", 2, "gone.css"),
            (
                {"page.html": 'أ\n{% include "in/a.html" %}', "in/a.html": "\n{{ no }}"},
                "in/a.html",
                2,
                "no",
            ),
            (
                {
                    "page.html": '{% extends "b.html" %}\n{% block c %}\n{{ no }}{% endblock %}',
                    "b.html": "{% block c %}{% endblock %}",
                },
                "page.html",
                3,
                "no",
            ),
            (
                {
                    "page.html": '{% from "m.html" import m %}\n{{ m(1) }}',
                    "m.html": "{% macro m(x) %}\n\n{{ x.no }}{% endmacro %}",
                },
                "m.html",
                3,
                "no",
            ),
            ({"page.html": "أ\n{{ 1 / 0 }}"}, "page.html", 2, "division"),
        ],
    )
    def test_what_fails_while_it_renders(
        self, tmp_path: Path, files: dict[str, str], file: str, line: int, said: str
    ) -> None:
        problem = fault(tmp_path, files, render=True)

        assert (problem.file, problem.line) == (f"themes/theme/templates/{file}", line)
        assert said in problem.what.en
        assert problem.excerpt == files[file].splitlines()[line - 1].strip()


class TestRendering:
    def test_the_site_the_page_the_strings_and_the_assets_are_there(self, tmp_path: Path) -> None:
        view = cast("View", SimpleNamespace(title="مد"))
        html = templates(tmp_path, FILES).printer(SITE).render("page.html", view).decode()

        for part in ("الموجة", "مد", "المزيد", "/assets/wave.1.svg", "صوت البحر", "~"):
            assert part in html

    @pytest.mark.parametrize(
        ("name", "html", "why"),
        [
            ("page.html", "&lt;b&gt; &amp; &#34;", "a page"),
            ("feed.xml", "&lt;b&gt; &amp; &#34;", "a feed"),
            ("robots.txt", '<b> & "', "a text is no markup"),
        ],
    )
    def test_what_a_writer_wrote_is_no_markup(
        self, tmp_path: Path, name: str, html: str, why: str
    ) -> None:
        assert shown(tmp_path, "{{ page.title }}", name, title='<b> & "') == html, why

    def test_a_string_of_the_theme_is_no_markup_either(self, tmp_path: Path) -> None:
        made = templates(tmp_path, {"page.html": '{{ t("x") }}'}, strings={"x": "<b>"})

        assert made.printer(SITE).render("page.html", cast("View", None)) == b"&lt;b&gt;"

    def test_a_line_of_a_tag_alone_leaves_no_line(self, tmp_path: Path) -> None:
        text = "أ\n  {% if page.title %}\nب\n  {% endif %}\nت\n"

        assert shown(tmp_path, text, title="مد") == "أ\nب\nت\n"

    def test_the_last_line_end_stays(self, tmp_path: Path) -> None:
        assert shown(tmp_path, "أ\n") == "أ\n"

    def test_an_earlier_folder_hides_a_later_one_one_file_at_a_time(self, tmp_path: Path) -> None:
        child, parent = tmp_path / "child", tmp_path / "parent"
        for folder, name, text in (
            (parent, "page.html", '{% include "card.html" %}{% include "foot.html" %}'),
            (parent, "card.html", "قديم"),
            (parent, "foot.html", "ذيل"),
            (child, "card.html", "جديد"),
        ):
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        made = Templates(
            [child, parent], strings=Strings("ar", {}), assets={}, cache=tmp_path / "cache"
        )

        page = made.printer(SITE).render("page.html", cast("View", None)).decode()
        assert page == "جديدذيل"

    def test_a_changed_template_is_never_rendered_from_the_cache(self, tmp_path: Path) -> None:
        assert shown(tmp_path, "قديم") == "قديم"
        assert shown(tmp_path, "جديد") == "جديد"
