"""Markdown of other site generators: what each says in its own way, and where each story lay."""

from __future__ import annotations

import base64
import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError
from nashra.importers.copy import Attachment, Copy, LeftOut, Markdown, Picture, Writer
from nashra.importers.foreign_body import ForeignBody
from nashra.importers.foreign_front_matter import split
from nashra.importers.generator_markdown import GeneratorMarkdown
from tests.importers.reading import copy_in, items_of
from tests.importers.test_import_command import INBOX, Desk, desk

__all__ = ["desk"]

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "markdown"
TITLE = "بستان الليمون يفتح أبوابه"
SUMMARY = "زيارة مجانية كل جمعة."
BODY = "قطف الأطفال ثمار الليمون مع أصحاب البستان."
DAY = datetime(2026, 11, 21)  # noqa: DTZ001 — front matter names no zone
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
STORY = Copy(
    TITLE,
    SUMMARY,
    (Markdown(BODY),),
    writers=(Writer("نورا حسن"),),
    date=DAY,
    section="بيئة",
    tags=("ليمون", "أطفال"),
)

HUGO_YAML = f"""---
title: {TITLE}
description: {SUMMARY}
date: 2026-11-21
author: نورا حسن
categories: [بيئة]
tags: [ليمون, أطفال]
---
{BODY}
"""
HUGO_TOML = f"""+++
title = "{TITLE}"
description = "{SUMMARY}"
date = 2026-11-21
author = "نورا حسن"
categories = ["بيئة"]
tags = ["ليمون", "أطفال"]
+++
{BODY}
"""
HUGO_JSON = f"""{{
  "title": "{TITLE}", "description": "{SUMMARY}", "date": "2026-11-21",
  "author": "نورا حسن", "categories": ["بيئة"], "tags": ["ليمون", "أطفال"]
}}
{BODY}
"""
JEKYLL = f"""---
layout: post
title:  "{TITLE}"
excerpt: {SUMMARY}
date:   2026-11-21
author: نورا حسن
category: بيئة
tags: ليمون, أطفال
---
{BODY}
"""
PELICAN = f"""Title: {TITLE}
Date: 2026-11-21
Category: بيئة
Tags: ليمون, أطفال
Authors: نورا حسن
Summary: {SUMMARY}

{BODY}
"""
PELICAN_FENCED = f"""----------
Title: {TITLE}
Date: 2026-11-21
Category: بيئة
Tags: ليمون, أطفال
Author: نورا حسن
Summary: {SUMMARY}
----------
{BODY}
"""
HEXO = f"""title: {TITLE}
date: 2026-11-21
description: {SUMMARY}
author: نورا حسن
categories:
- بيئة
tags:
- ليمون
- أطفال
---
{BODY}
"""
NIKOLA = f"""<!--
.. title: {TITLE}
.. date: 2026-11-21
.. author: نورا حسن
.. category: بيئة
.. tags: ليمون, أطفال
.. description: {SUMMARY}
-->

{BODY}
"""
ASTRO = f"""---
title: {TITLE}
description: {SUMMARY}
pubDate: 2026-11-21
author: {{ name: نورا حسن }}
category: بيئة
tags: [ليمون, أطفال]
---
{BODY}
"""


@pytest.mark.parametrize(
    "text",
    [HUGO_YAML, HUGO_TOML, HUGO_JSON, JEKYLL, PELICAN, PELICAN_FENCED, HEXO, NIKOLA, ASTRO],
    ids=["Hugo YAML", "TOML", "JSON", "Jekyll", "Pelican", "ten dashes", "Hexo", "Nikola", "Astro"],
)
def test_every_front_matter_says_the_same_story(text: str) -> None:
    copy = copy_in(GeneratorMarkdown(), text.encode(), file="x.md")

    assert replace(copy, slug="", aliases=()) == STORY
    assert copy_in(GeneratorMarkdown(), text.replace("\n", "\r\n").encode(), file="x.md") == copy


@pytest.mark.parametrize(
    ("front", "expected", "why"),
    [
        ("draft: true", replace(STORY, draft=True), "Hugo"),
        ("published: false", replace(STORY, draft=True), "Jekyll"),
        ("status: draft", replace(STORY, draft=True), "Pelican"),
        ("lastmod: 2026-11-22", replace(STORY, updated=datetime(2026, 11, 22)), "Hugo"),  # noqa: DTZ001
        ("expiryDate: 2027-01-01", replace(STORY, expires=datetime(2027, 1, 1)), "Hugo"),  # noqa: DTZ001
        ("lang: ar-EG", replace(STORY, language="ar"), "a language with a region"),
        ("layout: page", replace(STORY, standing=True), "a page of its own"),
        ("kicker: رحلة", replace(STORY, kicker="رحلة"), "our own key"),
        (
            "canonical_url: https://a.example/1",
            replace(STORY, canonical="https://a.example/1"),
            "x",
        ),
        (
            "image: https://a.example/1",
            replace(STORY, image=Picture(src="https://a.example/1")),
            "x",
        ),
        (
            "image: {src: 'https://a.example/1', alt: ثمرة}",
            replace(STORY, image=Picture(src="https://a.example/1", alt="ثمرة")),
            "a mapping",
        ),
        (
            "image: gone.jpg",
            replace(STORY, lost=("a picture that is not there: gone.jpg",)),
            "gone",
        ),
        ("mood: سعيد", replace(STORY, lost=("front matter mood",)), "a key that nobody knows"),
        ("keywords: null", STORY, "a null says nothing"),
    ],
)
def test_what_else_front_matter_says(front: str, expected: Copy, why: str) -> None:
    text = HUGO_YAML.replace("author:", f"{front}\nauthor:")

    copy = copy_in(GeneratorMarkdown(), text.encode(), file="x.md")

    assert replace(copy, slug="", aliases=()) == expected, why


@pytest.mark.parametrize(
    ("written", "moment", "why"),
    [
        ("2026-11-21T09:30:00+02:00", "2026-11-21T09:30:00+02:00", "with its zone"),
        ("2026-11-21 09:30:00 +0200", "2026-11-21T09:30:00+02:00", "Jekyll's"),
        ("2026/11/21 09:30", "2026-11-21T09:30:00", "with strokes"),
        ('"1405-08-30"', "2026-11-21T00:00:00", "a solar year of a Persian site"),
        ("21 نوفمبر 2026", "2026-11-21T00:00:00", "in words"),
        ("Nov 21, 2026", "2026-11-21T00:00:00", "month first"),
        ("Sat, 21 Nov 2026 09:30:00 GMT", "2026-11-21T09:30:00+00:00", "as in a mail"),
    ],
)
def test_dates_in_the_forms_of_the_field(written: str, moment: str, why: str) -> None:
    persian = HUGO_YAML.replace(BODY, "گزارشی از باغ پرتقال") if "1405" in written else HUGO_YAML
    text = persian.replace("date: 2026-11-21", f"date: {written}")

    copy = copy_in(GeneratorMarkdown(), text.encode(), file="x.md")

    assert copy.date is not None
    assert copy.date.isoformat() in {moment, moment.replace("+00:00", "")}, why


def test_a_date_that_is_none_is_told_with_its_line() -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(GeneratorMarkdown(), HUGO_YAML.replace("2026-11-21", "أمس").encode(), file="x.md")

    (problem,) = refused.value.problems
    assert (problem.line, "أمس" in problem.excerpt) == (4, True)


@pytest.mark.parametrize(
    ("text", "title", "parts", "why"),
    [
        (f"# {TITLE}\n\n{BODY}", TITLE, (Markdown(BODY),), "a heading"),
        (f"{TITLE}\n=====\n\n{BODY}", TITLE, (Markdown(BODY),), "an underlined heading"),
        (f"{TITLE}\n\n{BODY}", TITLE, (Markdown(BODY),), "the first line"),
        (f"---\ntitle: {TITLE}\n---\n# {TITLE}\n\n{BODY}", TITLE, (Markdown(BODY),), "said twice"),
        (f"---\ntitle: {TITLE}\n---\n", TITLE, (), "a headline alone"),
    ],
)
def test_markdown_without_front_matter_has_its_headline_in_itself(
    text: str, title: str, parts: tuple[Markdown, ...], why: str
) -> None:
    copy = copy_in(GeneratorMarkdown(), text.encode(), file="x.md")

    assert (copy.title, copy.parts) == (title, parts), why


def laid(tmp_path: Path, files: dict[str, str]) -> Path:
    """Lay out an old site, and give its first file."""
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / next(iter(files))


@pytest.mark.parametrize(
    ("files", "address", "slug", "why"),
    [
        (
            {"content/green/lemon.md": HUGO_YAML, "hugo.toml": ""},
            "/green/lemon/",
            "lemon",
            "Hugo: section and file",
        ),
        (
            {"content/green/lemon/index.md": HUGO_YAML, "hugo.toml": ""},
            "/green/lemon/",
            "lemon",
            "Hugo: a bundle",
        ),
        (
            {
                "content/green/lemon.md": HUGO_YAML,
                "hugo.toml": '[permalinks]\ngreen = "/:year/:month/:slug/"\n',
            },
            "/2026/11/lemon/",
            "lemon",
            "Hugo: a pattern",
        ),
        (
            {
                "content/green/lemon.md": HUGO_YAML.replace("author", "slug: citrus\nauthor"),
                "hugo.toml": "",
            },
            "/green/citrus/",
            "citrus",
            "Hugo: a slug of its own",
        ),
        (
            {
                "content/a.md": HUGO_YAML.replace("author", "url: /old/1.html\nauthor"),
                "hugo.toml": "",
            },
            "/old/1.html",
            "1",
            "Hugo: an address of its own",
        ),
        (
            {"_posts/2026-11-21-lemon.md": JEKYLL, "_config.yml": "title: x\n"},
            "/%D8%A8%D9%8A%D8%A6%D8%A9/2026/11/21/lemon.html",
            "lemon",
            "Jekyll: by category and day",
        ),
        (
            {"_posts/2026-11-21-lemon.md": JEKYLL, "_config.yml": "permalink: /:year/:title/\n"},
            "/2026/lemon/",
            "lemon",
            "Jekyll: a pattern",
        ),
        (
            {"source/_posts/lemon.md": HEXO, "_config.yml": "title: x\n"},
            "/2026/11/21/lemon/",
            "lemon",
            "Hexo",
        ),
        (
            {
                "content/lemon.md": PELICAN.replace("Date", "Slug: lemon\nDate"),
                "pelicanconf.py": "",
            },
            "/lemon.html",
            "lemon",
            "Pelican",
        ),
        (
            {
                "content/lemon.md": PELICAN.replace("Date", "Slug: lemon\nDate"),
                "pelicanconf.py": "ARTICLE_URL = '{date:%Y}/{slug}/'\n",
            },
            "/2026/lemon/",
            "lemon",
            "Pelican: a pattern",
        ),
        ({"posts/lemon.md": NIKOLA, "conf.py": ""}, "/posts/lemon/", "lemon", "Nikola"),
    ],
)
def test_a_story_still_answers_where_it_lay(
    tmp_path: Path, files: dict[str, str], address: str, slug: str, why: str
) -> None:
    path = laid(tmp_path, files)

    (copy,) = GeneratorMarkdown().read(path, file=path.name)

    assert isinstance(copy, Copy)
    expected = address.replace("%D8%A8%D9%8A%D8%A6%D8%A9", "بيئة")
    assert (copy.aliases, copy.slug) == ((expected,), slug), why


def test_pictures_of_the_old_site_come_with_the_story(tmp_path: Path) -> None:
    text = HUGO_YAML.replace("author", "cover: /img/lemon.jpg\nauthor") + (
        '\n![غصن](twig.png "غصن")\n\n<img src="/img/lemon.jpg">\n'
    )
    path = laid(tmp_path, {"content/green/lemon/index.md": text, "hugo.toml": ""})
    (tmp_path / "static/img").mkdir(parents=True)
    (tmp_path / "static/img/lemon.jpg").write_bytes(b"jpg")
    (path.parent / "twig.png").write_bytes(b"png")

    (copy,) = GeneratorMarkdown().read(path, file=path.name)

    assert isinstance(copy, Copy)
    assert copy.image == Picture(src="img/lemon.jpg")
    (body,) = copy.parts
    assert isinstance(body, Markdown)
    assert '![غصن](green/lemon/twig.png "غصن")' in body.text
    assert '<img src="/media/img/lemon.jpg">' in body.text, "HTML has no folder of its own"
    assert set(copy.attachments) == {
        Attachment(path="img/lemon.jpg", origin=tmp_path / "static/img/lemon.jpg"),
        Attachment(path="green/lemon/twig.png", origin=path.parent / "twig.png"),
    }


@pytest.mark.parametrize(
    ("old", "new", "lost", "why"),
    [
        (
            '{{< figure src="a.jpg" alt="ثمرة" caption="ثمرة صفراء" >}}',
            "/// photo\n![ثمرة](a.jpg)\nثمرة صفراء\n///",
            (),
            "Hugo's figure",
        ),
        (
            "{{< youtube abc >}}",
            "/// embed\nhttps://www.youtube.com/watch?v=abc\n///",
            (),
            "a film",
        ),
        (
            '{{< x user="nahr" id="7" >}}',
            "/// embed\nhttps://x.com/nahr/status/7\n///",
            (),
            "a post",
        ),
        ("{% youtube abc %}", "/// embed\nhttps://www.youtube.com/watch?v=abc\n///", (), "Hexo's"),
        ("{{< poll 7 >}}نص{{< /poll >}}", "نص", ("shortcode poll",), "the words stay"),
        ("{% include nav.html %}نص", "نص", ("shortcode include",), "Jekyll's"),
        (
            "{{< highlight python >}}\nprint(1)\n{{< /highlight >}}",
            "```python\nprint(1)\n```",
            (),
            "code",
        ),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```", (), "code"),
        ("{% blockquote سعاد %}\nقول\n{% endblockquote %}", "> قول\n>\n> — سعاد", (), "Hexo's"),
        ("{% raw %}نص{% endraw %}", "نص", (), "Liquid's mark says nothing to readers"),
        (
            "{{</* youtube abc */>}}",
            "{{< youtube abc >}}",
            (),
            "one that is turned off is shown as it is written",
        ),
        ("قبل\n<!--more-->\nبعد", "قبل\nبعد", (), "the mark of a summary"),
        ("`{{< youtube abc >}}`", "`{{< youtube abc >}}`", (), "code is never touched"),
        ("```\n{{< youtube abc >}}\n```", "```\n{{< youtube abc >}}\n```", (), "nor a block of it"),
        (
            '[هنا]({{< ref "lemon.md" >}})',
            "[هنا](lemon.md)",
            ("a link to a file of the old site: lemon.md",),
            "x",
        ),
        ("![أ]({{ site.baseurl }}/a.jpg)", "![أ](/a.jpg)", (), "the site's own address"),
        (
            '{{< notice class="wide box" title="انتبه للطريق" >}}\nنص',
            "انتبه للطريق\n\n\nنص",
            ("shortcode notice",),
            "words that a tag says stay, and what it looks like does not",
        ),
        (
            "قبل {{< youtube abc >}} بعد",
            "قبل <https://www.youtube.com/watch?v=abc> بعد",
            (),
            "a tag inside a sentence becomes no block",
        ),
        (
            "{% comment %}سر المحرر{% endcomment %}نص",
            "نص",
            ("a remark that was not shown",),
            "what was never shown does not come out",
        ),
        ("{% raw %}{{ عدد }}{% endraw %}", "{{ عدد }}", (), "what is in braces may be the text"),
        (
            "{% highlight ruby %}\n{{ page.title }}\n{% endhighlight %}",
            "```ruby\n{{ page.title }}\n```",
            (),
            "code that a tag encloses is code",
        ),
        (
            '{% include figure.html src="a.jpg" caption="ثمرة" %}',
            "/// photo\n![](a.jpg)\nثمرة\n///",
            (),
            "a part of Jekyll's named as what it shows",
        ),
        ("{% asset_img a.jpg 300 200 غصن مائل %}", "![غصن مائل](a.jpg)", (), "Hexo's picture"),
        ('[أ]({{ "/about/" | relative_url }})', "[أ](/about/)", (), "Jekyll's filter"),
        (
            "نص\n\n<iframe src='https://www.youtube.com/embed/7'></iframe>\n\nنص",
            "نص\n\n/// embed\nhttps://www.youtube.com/embed/7\n///\n\nنص",
            (),
            "a frame that is a paragraph",
        ),
        (
            "<p><iframe src='https://a.example/7'></iframe></p>",
            "<p><iframe src='https://a.example/7'></iframe></p>",
            ("<iframe>",),
            "a frame inside HTML stays, and is told",
        ),
        ("* TOC\n{:toc}\n\nنص", "نص", ("a table of contents",), "Jekyll's"),
        ("{{ page.title }}", "", ("{{ page.title }}",), "a value of the old site"),
    ],
)
def test_shortcodes_become_what_they_are_here(
    old: str, new: str, lost: tuple[str, ...], why: str
) -> None:
    body = ForeignBody(lambda address: address if address.endswith(".jpg") else "")

    assert body.carried(old).strip("\n") == new, why
    assert tuple(body.lost) == lost, why


def carried(tmp_path: Path, files: dict[str, str]) -> Copy:
    """Give what the first file of an old site comes to."""
    path = laid(tmp_path, files)
    (copy,) = GeneratorMarkdown().read(path, file=path.name)
    assert isinstance(copy, Copy)
    return copy


@pytest.mark.parametrize(
    ("files", "link", "why"),
    [
        (
            {
                "content/green/a.md": HUGO_YAML + '[هنا]({{< ref "lemon.md#end" >}})',
                "content/green/lemon.md": HUGO_YAML,
                "hugo.toml": "",
            },
            "[هنا](/green/lemon/#end)",
            "Hugo's reference, to a part of a story",
        ),
        (
            {
                "_posts/2026-11-22-a.md": JEKYLL + "[هنا]({% post_url 2026-11-21-lemon %})",
                "_posts/2026-11-21-lemon.md": JEKYLL,
                "_config.yml": "permalink: /:year/:title/\n",
            },
            "[هنا](/2026/lemon/)",
            "Jekyll's",
        ),
        (
            {
                "source/_posts/a.md": HEXO + "{% post_link lemon قصة الليمون %}",
                "source/_posts/lemon.md": HEXO,
                "_config.yml": "title: x\n",
            },
            "[قصة الليمون](/2026/11/21/lemon/)",
            "Hexo's",
        ),
        (
            {
                "content/a.md": PELICAN + "[هنا]({filename}/old/lemon.md)",
                "content/old/lemon.md": PELICAN.replace("Date", "Slug: lemon\nDate"),
                "pelicanconf.py": "",
            },
            "[هنا](/lemon.html)",
            "Pelican's",
        ),
        (
            {
                "content/a.md": HUGO_YAML + "[هنا](https://old.example/green/lemon/)",
                "hugo.toml": "baseURL = 'https://old.example/'\n",
            },
            "[هنا](/green/lemon/)",
            "the old site's own host",
        ),
        (
            {"content/a.md": HUGO_YAML + "[هنا](../../../secret.md)", "hugo.toml": ""},
            "[هنا](../../../secret.md)",
            "nothing outside the old site is ever read",
        ),
    ],
)
def test_a_link_between_stories_leads_to_where_the_other_lay(
    tmp_path: Path, files: dict[str, str], link: str, why: str
) -> None:
    (body,) = carried(tmp_path, files).parts

    assert isinstance(body, Markdown)
    assert link in body.text, why


def test_nikola_may_keep_front_matter_in_a_file_of_its_own(tmp_path: Path) -> None:
    meta = NIKOLA.partition("-->")[0].removeprefix("<!--\n")

    copy = carried(tmp_path, {"posts/lemon.md": f"{BODY}\n", "posts/lemon.meta": meta})

    assert replace(copy, slug="", aliases=()) == STORY


def test_tags_of_jekyll_may_have_blanks_between_them(tmp_path: Path) -> None:
    text = JEKYLL.replace("ليمون, أطفال", "ليمون أطفال")

    assert carried(tmp_path, {"_posts/2026-11-21-lemon.md": text}).tags == STORY.tags


def test_the_front_of_a_section_is_no_story(tmp_path: Path) -> None:
    path = laid(tmp_path, {"content/green/_index.md": f"---\ntitle: {TITLE}\n---\n"})

    (item,) = GeneratorMarkdown().read(path, file=path.name)

    assert isinstance(item, LeftOut)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("+++\ntitle = 'أ'\ndate = = 3\n+++\nنص", 3, "TOML"),
        ('{\n"title": "أ",\n"date": }\nنص', 3, "JSON"),
        ("---\ntitle: 'أ\ndate: x\n---\nنص", 2, "a quote that is not closed"),
        ("---\ntitle: أ\nنص بلا نهاية", 1, "a fence that is not closed"),
        ("<!--\n.. title: أ\nنص", 3, "a comment that is not closed"),
    ],
)
def test_faulty_front_matter_is_told_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(GeneratorMarkdown(), text.encode(), file="x.md")

    assert refused.value.problems[0].line == line, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\n\nنص بين خطين.\n\n---\n\nنص بعدهما.", "two rules"),
        ("ملاحظة: كلام\n---\n\nنص.", "a heading with a colon, underlined"),
        ("{{< youtube abc >}}\n\nنص.", "a shortcode at the beginning"),
        ("{ قوس في أول النص\n\nنص.", "a brace at the beginning"),
        ("سؤال: متى يفتح البستان؟\nجواب: غدا.\n\nنص.", "lines with colons"),
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str, why: str) -> None:
    copy = copy_in(GeneratorMarkdown(), text.encode(), file="x.md")
    (body,) = copy.parts

    assert isinstance(body, Markdown)
    said = _words(f"{copy.title} {body.text}")
    assert not _words(text) - said - Counter(["youtube"]), why


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="نص ab\n`~{}[]()!:\"'.#-", max_size=120))
def test_a_text_without_tags_is_carried_as_it_is(text: str) -> None:
    assert ForeignBody(lambda _: "").carried(text) == text.replace("{: toc}", "")


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="نص ab\n`~{}<>%/*[]()!:\"'=|.#-", max_size=120))
def test_code_is_never_touched_whatever_stands_below_it(text: str) -> None:
    code = "```\n{{< youtube abc >}}\n```\n\n"

    assert ForeignBody(lambda _: "").carried(f"{code}{text}\n").startswith(code)


def test_the_scripts_of_mdx_are_left_out_and_told() -> None:
    body = ForeignBody(str, is_mdx=True)

    text = body.carried("import Chart from './chart'\n\n<Chart id={7}>\nأرقام\n</Chart>\n")

    assert text.split() == ["أرقام"]
    assert body.lost == ["MDX’s scripts", "component <Chart>"]


@pytest.mark.parametrize(
    "noise",
    [
        "{{< a " * 20_000,
        "{% highlight x %}" * 20_000,
        "![" * 50_000,
        "<A '" * 30_000,
        "[a](" * 30_000,
        "{{< youtube a >}}" * 40_000,
        "`" * 1_000_000,
        "```\n~~~a\n" * 60_000,
        '<a src="' * 60_000,
    ],
)
def test_a_hostile_text_does_not_hang(noise: str) -> None:
    ForeignBody(str, is_mdx=True).carried(noise)


def test_a_pattern_of_stories_is_none(tmp_path: Path) -> None:
    path = laid(tmp_path, {"scaffolds/post.md": HEXO})

    (item,) = GeneratorMarkdown().read(path, file=path.name)

    assert isinstance(item, LeftOut)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("site", sorted(path.name for path in SAMPLES.glob("*")) or ["none"])
def test_every_file_of_a_real_site_is_read(site: str) -> None:
    paths = sorted((SAMPLES / site).rglob("*.md"))
    if not paths:
        pytest.skip("the sites are their owners', and do not lie beside this checkout")
    for path in paths:
        (item,) = GeneratorMarkdown().read(path, file=path.name)
        if isinstance(item, LeftOut):
            continue
        assert isinstance(item, Copy)
        assert item.title, path
        shown = "\n".join(part.text for part in item.parts if isinstance(part, Markdown))
        body = split(path.read_text("utf-8"), file=path.name).body
        body = re.sub(r"</?(?:iframe|script)\b[^<>]*>", "", body)
        lost = _words(body) - _words(f"{shown} {item.title}")
        assert {*lost} <= {"more", "asset", "img"}, "names of marks, and no words of a story"


def test_the_story_of_a_first_line_needs_no_suffix() -> None:
    assert items_of(GeneratorMarkdown(), f"# {TITLE}\n".encode(), file="x.markdown")


def test_an_old_site_is_imported_once_and_builds(desk: Desk, tmp_path: Path) -> None:
    old = tmp_path / "old"
    laid(
        old,
        {
            "content/green/lemon.md": HUGO_YAML.replace("author", "cover: /img/a.png\nauthor")
            + '\n[اقرأ]({{< ref "market.md" >}})\n\n![غصن](/img/a.png)\n',
            "content/green/market.md": HUGO_TOML.replace(TITLE, "السوق يستقبل الليمون"),
            "content/about.md": HUGO_YAML.replace("author", "layout: page\nauthor"),
            "hugo.toml": "baseURL = 'https://old.example/'\n[permalinks]\n",
        },
    )
    (old / "static/img").mkdir(parents=True)
    (old / "static/img/a.png").write_bytes(PIXEL)

    assert desk.take("--section", "sport", files=(old,)).code == 0
    before = desk.files()
    assert "content/media/img/a.png" in before
    assert desk.take("--section", "sport", files=(old,)).code == 0
    assert desk.files() == before, "again, and nothing changes"

    assert not desk.site.build().failed
    assert "/sport/2026/11/market/" in desk.site.page("/green/market/"), (
        "the old address of a page: leads on"
    )
    assert "/media/" in desk.site.page("/sport/2026/11/lemon/")


def test_markdown_in_the_inbox_needs_no_front_matter(desk: Desk) -> None:
    desk.drop(f"# {TITLE}\n\n{BODY}\n", f"{INBOX}/sport/x.md")

    assert desk.take().code == 0
    (article,) = desk.articles()
    assert article.startswith("content/articles/sport/2026/11/")
    assert f"title: {TITLE}\n" in desk.read(article)
    assert desk.read(article).endswith(f"---\n\n{BODY}\n")


def test_a_site_may_be_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(tmp_path, {"content/green/lemon.md": HUGO_YAML, "hugo.toml": ""})
    monkeypatch.chdir(tmp_path)

    (copy,) = GeneratorMarkdown().read(Path("content/green/lemon.md"), file="lemon.md")

    assert isinstance(copy, Copy)
    assert copy.aliases == ("/green/lemon/",)
