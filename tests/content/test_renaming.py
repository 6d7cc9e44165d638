"""Another slug in a story's file: what changes, and that nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra import schema
from nashra.content.article import NAMES, ArticleFields
from nashra.content.fields import INNER_NAMES
from nashra.content.front_matter import split
from nashra.content.renaming import renamed
from nashra.errors import ContentError

OLD = "/science/2026/11/old/"


def front(lines: str, *, body: str = "\nنص.\n") -> str:
    return f"---\ntitle: السلاحف\ndate: 2026-11-20\n{lines}---\n{body}"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("", f"slug: sea\naliases: [{OLD}]\n", "neither key was there"),
        ("slug: old\n", f"slug: sea\naliases: [{OLD}]\n", "the slug alone"),
        ("slug:   old   # قديم\n", f"slug:   sea   # قديم\naliases: [{OLD}]\n", "a remark stays"),
        ('slug: "old"\n', f'slug: "sea"\naliases: [{OLD}]\n', "so do quotes"),
        ("slug: 'old'\n", f"slug: 'sea'\naliases: [{OLD}]\n", "of either sort"),
        ("slug:\n", f"slug: sea\naliases: [{OLD}]\n", "a key without a value"),
        ("المسار: قديم\n", f"المسار: sea\naliases: [{OLD}]\n", "an Arabic key is kept"),
        (
            "slug: old\naliases: [/a/]\n",
            f"slug: sea\naliases: [/a/, {OLD}]\n",
            "after the oldest address",
        ),
        ("slug: old\naliases: []\n", f"slug: sea\naliases: [{OLD}]\n", "an empty list"),
        (
            "slug: old\naliases: [/a/, /b/,]  # من الموقع القديم\n",
            f"slug: sea\naliases: [/a/, /b/, {OLD}]  # من الموقع القديم\n",
            "a comma at the end",
        ),
        (
            "slug: old\naliases: [\n  /a/,\n  /b/\n]\n",
            f"slug: sea\naliases: [\n  /a/,\n  /b/\n  , {OLD} ]\n",
            "brackets over several lines",
        ),
        (
            "slug: old\naliases: [\n  /a/,\n  /b/,\n]\nplace: حيفا\n",
            f"slug: sea\naliases: [\n  /a/,\n  /b/,\n  {OLD} ]\nplace: حيفا\n",
            "the same with a comma at the end",
        ),
        (
            "aliases:\n  - /a/\n  - /b/ # ب\nslug: old\n",
            f"aliases:\n  - /a/\n  - /b/ # ب\n  - {OLD}\nslug: sea\n",
            "a line an address",
        ),
        (
            "aliases:\n- /a/\n\nslug: old\n",
            f"aliases:\n- /a/\n- {OLD}\n\nslug: sea\n",
            "not indented, with an empty line after",
        ),
        (
            "slug: old\nعناوين_سابقة: /a/ # أول\n",
            f"slug: sea\nعناوين_سابقة: [/a/, {OLD}] # أول\n",
            "one address without brackets",
        ),
        ("slug: old\naliases:\n", f"slug: sea\naliases: [{OLD}]\n", "a key of no address"),
        (
            "slug: old\naliases: '/a, b/'\n",
            f"slug: sea\naliases: ['/a, b/', {OLD}]\n",
            "an address that wants its quotes",
        ),
        (
            f"slug: old\naliases: [{OLD}, /a/]\n",
            f"slug: sea\naliases: [{OLD}, /a/]\n",
            "an address that is there already",
        ),
        (
            "slug: old\nsummary: |\n  سطر\n  slug: old\n",
            f"slug: sea\nsummary: |\n  سطر\n  slug: old\naliases: [{OLD}]\n",
            "what looks like a key in a text is none",
        ),
    ],
)
def test_the_lines_that_change(before: str, after: str, why: str) -> None:
    assert renamed(front(before), slug="sea", old_address=OLD, file="f.md") == front(after), why


def test_a_file_of_arabic_keys_gets_arabic_keys() -> None:
    text = "---\nالعنوان: خبر\nالتاريخ: 2026-11-20\n---\nنص\n"
    after = renamed(text, slug="بحر", old_address=OLD, file="f.md")

    assert after == (
        f"---\nالعنوان: خبر\nالتاريخ: 2026-11-20\nالمسار: بحر\nعناوين_سابقة: [{OLD}]\n---\nنص\n"
    )


def test_the_ends_of_lines_and_an_unseen_first_letter_stay() -> None:
    text = "\ufeff---\r\ntitle: خبر\r\nslug: old\r\n---\r\nنص\r\nآخر\n"
    after = renamed(text, slug="sea", old_address=OLD, file="f.md")

    assert after == (
        f"\ufeff---\r\ntitle: خبر\r\nslug: sea\r\naliases: [{OLD}]\r\n---\r\nنص\r\nآخر\n"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\n{title: خبر, slug: old}\n---\n", "all keys on one line"),
        (front("slug: >-\n  old\n"), "a value below its key"),
        ("  نص بلا مقدمة\n", "no front matter"),
    ],
)
def test_what_it_cannot_change_it_leaves_and_says_what_to_write(text: str, why: str) -> None:
    with pytest.raises(ContentError) as caught:
        renamed(text, slug="sea", old_address=OLD, file="f.md")

    (problem,) = caught.value.problems
    assert "sea" in problem.remedy.ar, why
    assert OLD in problem.remedy.en, why


SLUGS = st.sampled_from(["slug: old", "المسار: قديم", "slug: 'old' # x", 'slug: "old"', ""])
ALIASES = st.sampled_from(
    [
        "",
        "aliases: /a/",
        "aliases: [/a/]",
        "aliases: [ '/a/' , /b/ ] # x",
        "aliases:\n  - /a/\n  - /b/",
        "عناوين_سابقة: [\n  /a/, # أ\n  /b/]",
    ]
)
OTHERS = st.lists(
    st.sampled_from(
        [
            "summary: عاجل: كلام #وسم",
            "tags: [البحر, 'البيئة']",
            "image: {src: a.jpg, alt: بحر}",
            "# ملاحظة",
            "",
            "related:\n  - خبر\n  - آخر",
            "source:   وكالة   ",
            "kicker: >-\n  سطر\n  آخر",
        ]
    ),
    unique=True,
)
BODIES = st.text(st.sampled_from("نص ب#*-_[]()\n\r\u2028\u0085:slug ---\u200f"), max_size=60)


BLOCKS = st.tuples(SLUGS, ALIASES, OTHERS).flatmap(
    lambda parts: st.permutations(
        ["title: خبر", "date: 2026-11-20", *filter(None, parts[:2]), *parts[2]]
    )
)


@given(BLOCKS, BODIES, st.sampled_from(["\n", "\r\n"]))
def test_the_rest_of_the_file_is_untouched(block: list[str], body: str, end: str) -> None:
    text = end.join(["---", *(part.replace("\n", end) for part in block), "---", ""]) + body
    after = renamed(text, slug="بحر-7", old_address=OLD, file="f.md")

    fields = schema.check(
        ArticleFields, split(after, file="f.md").written, names=NAMES, inner=INNER_NAMES
    )
    assert fields.slug == "بحر-7"
    assert fields.aliases[-1] == OLD
    assert after.endswith(f"---{end}{body}")
    kept = [line for line in text.split(end) if not _touched(line)]
    rest = iter(after.split(end))
    assert all(line in rest for line in kept), "every other line, in its order"
    again = renamed(after, slug="بحر-7", old_address=OLD, file="f.md")
    assert again == after, "doing it again changes nothing"


def _touched(line: str) -> bool:
    return line.startswith(("slug:", "المسار:", "aliases:", "عناوين_سابقة:", "  /b/]"))
