"""The theme is held to what docs/themes.md says of it, on one page of every kind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools.gates import accessibility, host, kinds, layout, markup, weight
from tools.gates.accessibility import Look
from tools.gates.finding import Built, Finding, GateClosedError

from tests.sites import NOW, Site

pytestmark = pytest.mark.browser

CHECKOUT = Path(__file__).parents[2]
EVERYTHING = """\
-- content/articles/science/2026/11/كل-شيء.md --
---
title: "Wi-Fi في المرفأ: خبر فيه كل ما يكتبه الكتاب"
kicker: اختبار
summary: جدول وقائمة واقتباس وحاشية، وكلمات لاتينية طويلة بينها.
date: 2026-11-23 09:00
updated: 2026-11-23 11:00
breaking_until: 2026-11-24
kind: live
tags: [البحر]
authors: [layla-haddad, كاتب بلا صفحة]
image: {src: turtle.jpg, alt: سلحفاة على الرمل, caption: على الشاطئ, credit: AFP}
related: [حديقة على سطح المدرسة]
corrections: [{date: 2026-11-23, text: صُحح اسم السفينة.}]
aliases: [/قديم/]
---

فقرة فيها [رابط](/about/) و**كلام بارز** و*مائل* وحاشية[^1] واسم C++ ورقم 06-555-1234.

## عنوان فرعي

> اقتباس من أهل البحر.

| السفينة | الحمولة بالطن | الميناء |
|---|---|---|
| النورس | 12,500 | رأس النخيل |

- أول
- ثان

1. الأول
2. الثاني

```python
print("سطر من البرنامج طويل حتى يبلغ حافة الصفحة ويتجاوزها، ثم يتجاوزها")
```

https://example.org/a/very/long/address/that/has/no/place/to/break/at/all/and/goes/on/and/on.html

/// related

- حديقة على سطح المدرسة

///

[^1]: نص الحاشية.
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample newsroom with short lists, an old address, and a story that holds everything."""
    site = Site(tmp_path_factory.mktemp("promises"))
    for folder in ("content", "themes"):
        shutil.copytree(CHECKOUT / folder, site.root / folder)
    config = (CHECKOUT / "config.yaml").read_text(encoding="utf-8")
    site.write(f"-- config.yaml --\n{config}\nstories_per_page: 2\n\n{EVERYTHING}")
    site.build(NOW)
    return kinds.find(site.folders.output)


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where a host serves it."""
    with host.serving(built.output) as root:
        yield root


def found(look: Callable[[], Iterable[Finding]]) -> list[str]:
    """Give what a gate finds; a gate whose tools this machine lacks is skipped, and says so."""
    try:
        return [str(finding) for finding in look()]
    except GateClosedError as error:
        pytest.skip(str(error))


def test_the_sample_has_a_page_of_every_kind(built: Built) -> None:
    assert kinds.missing(built) == []
    assert "كل-شيء" in built.pages["fullest story"]


def test_html_and_css_are_valid(built: Built) -> None:
    files = [built.file(kind) for kind in built.pages]
    sheets = sorted(built.output.glob("assets/*.css"))

    assert found(lambda: markup.look([*files, *sheets], root=built.output)) == []


@pytest.mark.parametrize("look", [Look(360, "light"), Look(360, "dark")], ids=str)
def test_axe_finds_nothing(browser: Browser, address: str, built: Built, look: Look) -> None:
    assert found(lambda: accessibility.look(browser, address, built.read, [look])) == []


def test_axe_sees_that_arabic_is_too_pale(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="ar" dir="rtl"><title>ص</title><main><h1>عنوان</h1>'
        '<p style="color:#ccc;background:#fff">نص عربي متصل الحروف</p></main></html>',
        encoding="utf-8",
    )

    with host.serving(tmp_path) as root:
        looked = found(
            lambda: accessibility.look(browser, root, {"pale": ""}, [Look(360, "light")])
        )
    assert ["color-contrast" in what for what in looked] == [True]


def test_every_page_keeps_its_measures(browser: Browser, address: str, built: Built) -> None:
    assert found(lambda: layout.look(browser, address, built.read)) == []


def test_nothing_moves_while_faces_come_late(browser: Browser, address: str, built: Built) -> None:
    pages = {kind: built.pages[kind] for kind in ("front", "story", "opinion", "fullest story")}

    assert found(lambda: layout.shifts(browser, address, pages, widths=(360,))) == []


@pytest.mark.parametrize("kind", ["story", "opinion", "fullest story", "story of an edition"])
def test_a_storys_first_view_is_light(built: Built, kind: str) -> None:
    assert weight.weigh(built.file(kind), output=built.output).whole <= weight.MOST
