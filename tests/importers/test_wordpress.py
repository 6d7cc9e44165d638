"""Exports of WordPress: what comes in, what is left out and why, and that old addresses live on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError
from nashra.importers.copy import Copy, LeftOut, Profile, Writer
from nashra.importers.importer import Item
from nashra.importers.markdown_writer import blocks
from nashra.importers.wordpress import WordPress
from nashra.importers.wordpress_content import Attached, as_html
from tests.importers.reading import items_of
from tests.sites import Site

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "formats"
LONG = "خبر-" * 16 + "طويل"

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>المرسى</title><link>https://old.example</link>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>salwa</wp:author_login>
<wp:author_display_name>سلوى البحر</wp:author_display_name></wp:author>
<wp:author><wp:author_login>salwa2</wp:author_login>
<wp:author_display_name>سلوى البحر</wp:author_display_name></wp:author>
<wp:author><wp:author_login>mona@old.example</wp:author_login>
<wp:author_display_name>منى &amp;amp; أختها</wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>news</wp:category_nicename>
<wp:cat_name>أخبار</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>port</wp:category_nicename>
<wp:category_parent>news</wp:category_parent><wp:cat_name>الميناء</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>docks</wp:category_nicename>
<wp:category_parent>port</wp:category_parent><wp:cat_name>الأرصفة</wp:cat_name></wp:category>
"""


def item(title: str = "عنوان", content: str = "نص.", **fields: str) -> str:
    """Give a post; a field whose name begins with a tag's sign is taken as it is."""
    more = fields.pop("more", "")
    said = {
        "post_id": "7",
        "post_date": "2019-05-01 12:30:00",
        "post_date_gmt": "2019-05-01 08:30:00",
        "post_name": "post",
        "status": "publish",
        "post_type": "post",
        **fields,
    }
    link = said.pop("link", "https://old.example/2019/05/post/")
    creator = said.pop("creator", "mona@old.example")
    excerpt = said.pop("excerpt", "")
    inner = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in said.items())
    return (
        f"<item><title>{title}</title><link>{link}</link><dc:creator>{creator}</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>{inner}{more}</item>"
    )


def category(slug: str, name: str, domain: str = "category") -> str:
    return f'<category domain="{domain}" nicename="{slug}"><![CDATA[{name}]]></category>'


def export(*items: str) -> bytes:
    return f"{HEAD}{''.join(items)}</channel></rss>".encode()


def read(*items: str) -> list[Item]:
    return items_of(WordPress(), export(*items), file="export.xml")


def one(*items: str) -> Copy:
    (copy,) = [found for found in read(*items) if isinstance(found, Copy)]
    return copy


def body(copy: Copy) -> str:
    return "\n\n".join(blocks(copy.parts))


class TestAStory:
    def test_it_is_carried_whole(self) -> None:
        copy = one(item("خبر &amp;amp; آخر", "<p>نص <b>قوي</b>.</p>", excerpt="ملخص <i>قصير</i>"))

        assert (copy.title, copy.summary, body(copy)) == ("خبر & آخر", "ملخص قصير", "نص **قوي**.")
        assert copy.date == datetime(2019, 5, 1, 8, 30, tzinfo=UTC)
        assert copy.writers == (Writer("منى & أختها"),)
        assert copy.aliases == ("/2019/05/post/",)
        assert (copy.draft, copy.standing, copy.lost) == (False, False, ())

    def test_an_arabic_slug_of_300_signs_is_decoded(self) -> None:
        encoded = quote(LONG)
        copy = one(item(post_name=encoded, link=f"https://old.example/{encoded}/"))

        assert len(encoded) > 300
        assert copy.slug == LONG
        assert copy.aliases == (f"/{LONG}/",)

    @pytest.mark.parametrize(
        ("fields", "draft", "lost", "why"),
        [
            ({"status": "draft"}, True, (), "a draft stays one"),
            ({"status": "pending"}, True, (), "as does what waits for an editor"),
            ({"status": "private"}, True, ("private",), "what was private is never published"),
            ({"post_password": "x"}, True, ("password",), "nor what asked for a password"),
            ({"status": "future"}, False, (), "a date to come waits by itself"),
        ],
    )
    def test_what_was_not_public_stays_so(
        self, fields: dict[str, str], lost: tuple[str, ...], why: str, *, draft: bool
    ) -> None:
        copy = one(item(**fields))

        assert copy.draft is draft, why
        assert [word for word in lost if word not in "; ".join(copy.lost)] == [], why

    @pytest.mark.parametrize(
        ("gmt", "local", "expected", "why"),
        [
            ("0000-00-00 00:00:00", "2019-05-01 12:30:00", datetime(2019, 5, 1, 12, 30), "local"),  # noqa: DTZ001
            ("0000-00-00 00:00:00", "0000-00-00 00:00:00", None, "a draft that has no date"),
        ],
    )
    def test_a_date_without_a_zone_is_the_sites(
        self, gmt: str, local: str, expected: datetime | None, why: str
    ) -> None:
        assert one(item(post_date_gmt=gmt, post_date=local)).date == expected, why

    def test_categories_are_a_section_and_tags_by_their_names(self) -> None:
        more = category("docks", "الأرصفة") + category("tag1", "البحر", "post_tag")
        copy = one(item(more=more + category("uncategorized", "غير مصنف")))

        assert (copy.section, copy.tags) == ("أخبار", ("الأرصفة", "البحر"))

    def test_a_page_is_a_standing_page(self) -> None:
        assert one(item(post_type="page")).standing

    def test_a_post_without_a_title_is_named_by_its_text(self) -> None:
        copy = one(item("", "<p>" + "كلمة " * 30 + "</p>"))

        assert copy.title == "كلمة " * 11 + "كلمة…"
        assert copy.title_is_cut


class TestWriters:
    def test_each_is_told_once_before_the_first_story(self) -> None:
        found = read(item(post_id="1"), item(post_id="2"))

        assert [type(each) for each in found] == [Profile, Copy, Copy]
        assert found[0] == Profile("منى & أختها", "mona"), "no address of theirs leaks"

    def test_two_of_one_name_are_told_apart(self) -> None:
        found = read(item(post_id="1", creator="salwa"), item(post_id="2", creator="salwa2"))

        writers = [each.writers for each in found if isinstance(each, Copy)]
        assert writers == [(Writer("salwa"),), (Writer("salwa2"),)]
        assert {each for each in found if isinstance(each, Profile)} == {
            Profile("سلوى البحر", "salwa"),
            Profile("سلوى البحر", "salwa2"),
        }


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"post_type": "attachment"}, "a file of the library"),
        ({"post_type": "nav_menu_item"}, "an entry of a menu"),
        ({"post_type": "product"}, "of the type “product”"),
        ({"status": "trash"}, "it was thrown away"),
    ],
)
def test_what_is_no_story_is_left_out_with_its_reason(fields: dict[str, str], why: str) -> None:
    (left,) = read(item(**fields))

    assert isinstance(left, LeftOut)
    assert left.why == why


@pytest.mark.parametrize(
    ("content", "expected", "why"),
    [
        ("أولى\n\nثانية\nسطر", "أولى\n\nثانية  \nسطر", "lines of the classic editor"),
        ("<!-- wp:paragraph -->\n<p>أ</p>\n<!-- /wp:paragraph -->", "أ", "blocks"),
        ("<ul>\n<li>أ</li>\n<li>ب</li>\n</ul>\nنص", "- أ\n- ب\n\nنص", "lines between tags"),
        (
            '[caption id="x" width="3"]<img src="https://cdn.example/a.jpg" alt="و"> شرح[/caption]',
            "/// photo\n![و](https://cdn.example/a.jpg)\nشرح\n///",
            "a caption",
        ),
        (
            '[gallery ids="5,6"]',
            "/// gallery\n\n![أ](https://cdn.example/5)\nشرح\n\n![ب](https://cdn.example/6)\n\n///",
            "a gallery of the library",
        ),
        (
            "قبل\n\nhttps://www.youtube.com/watch?v=x\n\nبعد",
            "قبل\n\n/// embed\nhttps://www.youtube.com/watch?v=x\n///\n\nبعد",
            "an address alone on its line",
        ),
        (
            '<figure><div class="wp-block-embed__wrapper">\nhttps://x.com/a?b=2&amp;c=3\n</div>',
            "/// embed\nhttps://x.com/a?b=2&c=3\n///",
            "a block of another site's",
        ),
        ("قال [كذا] و[1] ثم [sic]", "قال \\[كذا] و\\[1] ثم \\[sic]", "brackets that are text"),
        ('[poll id="3"] نص [box]داخل[/box]', "نص داخل", "shortcodes that nobody knows"),
        ("<pre>\nأ\n\nب\n</pre>", "```\nأ\n\nب\n```", "no paragraphs inside code"),
    ],
)
def test_what_a_text_becomes(content: str, expected: str, why: str) -> None:
    library = [
        item(
            post_id=number,
            post_type="attachment",
            excerpt=caption,
            attachment_url=f"https://cdn.example/{number}",
            more="<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>"
            f"<wp:meta_value>{alt}</wp:meta_value></wp:postmeta>",
        )
        for number, alt, caption in (("5", "أ", "شرح"), ("6", "ب", ""))
    ]
    copy = one(item(content=content), *library)

    assert body(copy) == expected, why


def test_an_unknown_shortcode_is_said() -> None:
    assert one(item(content='[poll id="3"]')).lost == ("shortcode [poll]",)


class TestPictures:
    def export_beside(self, folder: Path, *names: str) -> Path:
        for name in names:
            file = folder / "uploads" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(name.encode())
        picture = "https://old.example/wp-content/uploads/2019/05/قارب-300x200.jpg"
        thumbnail = (
            "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
            "<wp:meta_value>9</wp:meta_value></wp:postmeta>"
        )
        address = "https://old.example/wp-content/uploads/2019/05/lead.jpg"
        path = folder / "export.xml"
        path.write_bytes(
            export(
                item(content=f'<p><img src="{picture}" alt="قارب"></p>', more=thumbnail),
                item(post_id="9", post_type="attachment", attachment_url=address),
            )
        )
        return path

    def story(self, path: Path) -> Copy:
        found = WordPress().read(path, file="export.xml")
        return next(each for each in found if isinstance(each, Copy))

    def test_they_are_copied_from_the_folder_beside_in_their_own_size(self, tmp_path: Path) -> None:
        copy = self.story(self.export_beside(tmp_path, "2019/05/قارب.jpg", "2019/05/lead.jpg"))

        assert body(copy) == "![قارب](2019/05/قارب.jpg)"
        assert copy.image
        assert copy.image.src == "2019/05/lead.jpg"
        assert [each.path for each in copy.attachments] == ["2019/05/قارب.jpg", "2019/05/lead.jpg"]

    def test_one_that_is_missing_stays_where_it_is_and_is_said(self, tmp_path: Path) -> None:
        copy = self.story(self.export_beside(tmp_path, "2019/05/قارب.jpg"))

        assert copy.image
        assert copy.image.src == "https://old.example/wp-content/uploads/2019/05/lead.jpg"
        assert copy.lost == ("pictures that stay on the old site: 1",)


def test_links_to_the_old_site_go_by_the_old_paths() -> None:
    content = (
        '<p><a href="https://www.old.example/2018/01/a/">أ</a> '
        '<a href="https://old.example/?p=3">ب</a> <a href="https://else.example/c">ج</a></p>'
    )

    assert body(one(item(content=content))) == (
        "[أ](/2018/01/a/) [ب](https://old.example/?p=3) [ج](https://else.example/c)"
    )


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: data.replace(b"</item>", b"</itm>"), "well-formed"),
        (lambda data: data[:-40], "well-formed"),
        (
            lambda data: data.replace(b"<rss", b'<!DOCTYPE r [<!ENTITY a "b">]><rss', 1),
            "declares entities",
        ),
    ],
)
def test_a_file_that_is_damaged_or_hostile_is_refused(
    spoil: Callable[[bytes], bytes], told: str
) -> None:
    with pytest.raises(ContentError) as refused:
        items_of(WordPress(), spoil(export(item())), file="export.xml")

    assert told in refused.value.problems[0].what.en


def test_controls_that_xml_forbids_are_left_out() -> None:
    assert body(one(item(content="نص\x0b هنا\x1f."))) == "نص هنا."


@settings(max_examples=100, deadline=None)
@given(st.text("[]/abcgallery=\"' \n<>p&;ا", max_size=80))
def test_no_text_raises(content: str) -> None:
    as_html(content, {"1": Attached("https://a.example/")})


def test_an_export_becomes_a_site_whose_old_addresses_lead_on(site: Site) -> None:
    from nashra.importers.article_file import Terms  # noqa: PLC0415
    from nashra.importers.intake import import_files  # noqa: PLC0415
    from nashra.importers.result import Outcome  # noqa: PLC0415

    encoded = quote(LONG)
    path = site.root / "export.xml"
    path.write_bytes(
        export(
            item("قديم", post_id="1", post_name=encoded, link=f"https://old.example/{encoded}/"),
            item("قديم", post_id="2", link="https://old.example/two/"),
            item("سر", post_id="3", status="private"),
        )
    )
    terms = Terms(moment=datetime(2026, 1, 1, tzinfo=UTC), section=lambda _, named: named or "news")

    def run() -> list[Outcome]:
        found = import_files([path], site.root, terms, importers=[WordPress()])
        return [result.outcome for result in found]

    assert run() == [Outcome.IMPORTED] * 4
    assert not site.build().failed
    assert "قديم" in site.page("/two/"), "the old address"
    assert "قديم" in site.page(f"/{LONG}/"), "and the one that was percent-encoded"
    assert "سر" not in site.everything()
    before = {file: file.read_bytes() for file in (site.root / "content").rglob("*.md")}
    assert run() == [Outcome.KNOWN] * 4
    assert {file: file.read_bytes() for file in (site.root / "content").rglob("*.md")} == before


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not on this machine")
def test_every_sample_is_carried_or_refused_with_a_line() -> None:
    files = sorted(SAMPLES.glob("wxr*/**/*.xml"))
    refused = set()
    for path in files:
        try:
            assert all(WordPress().read(path, file=path.name)) is not None
        except ContentError as error:
            refused.add((path.name, error.problems[0].line))
    assert len(files) > 30
    assert refused == {("crazy-cdata.xml", 18), ("malformed-simple.xml", 14), ("malformed.xml", 90)}
