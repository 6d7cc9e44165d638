"""Feeds of other sites, as stories."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.errors import ContentError
from nashra.importers.copy import Copy, LeftOut, Markdown, Paragraph, Picture, Writer
from nashra.importers.feed import Feed
from nashra.importers.importer import importer_of
from nashra.importers.json_feed import JSONFeed
from nashra.importers.wordpress import WordPress
from tests.importers.reading import copy_in, items_of

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "formats"
TITLE = "الهدهد يعود إلى سطح المكتبة"
TEXT = "عاد الهدهد إلى سطح المكتبة العامة صباح السبت."
MORE = "وصوّره الموظفون من النافذة."
AT_NINE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def rss(item: str, *, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    return (
        f'{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/"><channel><title>صحيفة الحي</title>'
        f"<language>ar-EG</language><item>{item}</item></channel></rss>"
    ).encode()


def atom(entry: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title>خبر</title>'
        f"<entry>{entry}</entry></feed>"
    ).encode()


WHOLE = rss(
    f"<title>{TITLE}</title><link>https://old.example/2026/%D8%AE%D8%A8%D8%B1/</link>"
    "<guid>tag:old.example,2026:7</guid><dc:creator>نورا حسن</dc:creator>"
    "<pubDate>Sat, 21 Nov 2026 11:30:00 +0200</pubDate><category>مدينة</category>"
    "<category>طيور</category><description>حكاية صباحية.</description>"
    f"<content:encoded><![CDATA[<p>{TEXT}</p><p>{MORE}</p>]]></content:encoded>"
    '<enclosure url="https://old.example/h.jpg" type="image/jpeg" length="9"/>'
)


def test_an_entry_of_rss_is_a_story() -> None:
    copy = copy_in(Feed(), WHOLE, file="x.xml")

    assert (copy.title, copy.summary) == (TITLE, "حكاية صباحية.")
    assert copy.parts == (Markdown(TEXT), Markdown(MORE))
    assert copy.writers == (Writer("نورا حسن"),)
    assert (copy.date, copy.updated) == (AT_NINE, None)
    assert copy.tags == ("مدينة", "طيور")
    assert copy.aliases == ("/2026/خبر/",)
    assert copy.image == Picture(src="https://old.example/h.jpg")
    assert copy.language == "ar"
    assert copy.key == "tag:old.example,2026:7"
    assert copy.digest == copy_in(Feed(), WHOLE, file="y.xml").digest, "the same story again"


@pytest.mark.parametrize(
    ("data", "summary", "parts", "lost", "why"),
    [
        (
            rss(f"<title>{TITLE}</title><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"),
            "",
            (Markdown(TEXT),),
            (),
            "many feeds put the whole text into the description",
        ),
        (
            rss(f"<title>{TITLE}</title><description>{TEXT} […]</description>"),
            "",
            (Markdown(f"{TEXT} \\[…]"),),
            ("the text after the beginning that the feed gives",),
            "what is cut short is said to be",
        ),
        (
            rss(
                f"<title>{TITLE}</title><description>{TEXT} …</description>"
                f"<content:encoded>&lt;p&gt;{TEXT} {MORE}&lt;/p&gt;</content:encoded>"
            ),
            "",
            (Markdown(f"{TEXT} {MORE}"),),
            (),
            "a summary that is the text's beginning is none",
        ),
        (
            rss(
                f"<title>{TITLE}</title><description>"
                f'&lt;img src="https://a.example/1"&gt;{TEXT}</description>'
            ),
            "",
            (Markdown(f"![](https://a.example/1){TEXT}"),),
            ("pictures that stay on the old site: 1",),
            "pictures of the text stay where they are, and are counted",
        ),
    ],
)
def test_text_and_summary_are_told_apart(
    data: bytes, summary: str, parts: tuple[Markdown, ...], lost: tuple[str, ...], why: str
) -> None:
    copy = copy_in(Feed(), data, file="x.rss")

    assert (copy.summary, copy.parts, copy.lost) == (summary, parts, lost), why


def test_an_entry_of_atom_is_a_story() -> None:
    entry = (
        f"<title>{TITLE}</title><link rel='alternate' href='https://old.example/news/7'/>"
        "<id>urn:7</id><published>2026-11-21T09:30:00Z</published>"
        "<updated>2026-11-22T00:00:00Z</updated><author><name>نورا حسن</name></author>"
        f"<category term='t1' label='طيور'/><content type='html'>"
        f"&lt;p&gt;{TEXT}&lt;/p&gt;</content>"
    )

    copy = copy_in(Feed(), atom(entry), file="x.atom")

    assert (copy.title, copy.parts) == (TITLE, (Markdown(TEXT),))
    assert (copy.date, copy.updated) == (AT_NINE, datetime(2026, 11, 22, tzinfo=UTC))
    assert (copy.writers, copy.tags) == ((Writer("نورا حسن"),), ("طيور",))
    assert (copy.aliases, copy.language) == (("/news/7",), "fa")


@pytest.mark.parametrize(
    ("item", "aliases", "title", "why"),
    [
        (f"<title>{TITLE}</title><link>https://old.example/?p=7</link>", (), TITLE, "no path"),
        (f"<description>{TEXT}</description>", (), TEXT, "the text's beginning is the title"),
        (f"<title>&amp;laquo;{TITLE}&amp;raquo;</title>", (), f"«{TITLE}»", "entities in a title"),
    ],
)
def test_odd_entries(item: str, aliases: tuple[str, ...], title: str, why: str) -> None:
    copy = copy_in(Feed(), rss(item), file="x.xml")

    assert (copy.aliases, copy.title) == (aliases, title), why


def test_an_entry_with_nothing_in_it_is_left_out() -> None:
    (item,) = items_of(Feed(), rss("<link>https://old.example/1</link>"), file="x.xml")

    assert isinstance(item, LeftOut)
    assert item.what == "https://old.example/1"


def test_a_feed_in_another_encoding_is_read() -> None:
    head = '<?xml version="1.0" encoding="windows-1256"?>'
    data = rss(f"<title>{TITLE}</title><description>{TEXT}</description>", head=head)

    copy = copy_in(Feed(), data.decode().encode("windows-1256"), file="x.xml")

    assert copy.title == TITLE


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><rss><channel/></rss>', "entities"),
        (b"<rss><channel><item><title>", "damaged"),
    ],
)
def test_a_hostile_or_damaged_feed_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(ContentError) as refused:
        items_of(Feed(), data, file="x.xml")

    assert told in refused.value.problems[0].what.en


@pytest.mark.parametrize(
    ("name", "head", "claimed", "why"),
    [
        ("a.xml", WHOLE[:400], Feed, "RSS"),
        ("a.atom", atom(""), Feed, "Atom"),
        ("a.xml", WHOLE[:400].decode().encode("utf-16"), Feed, "in UTF-16"),
        ("a.xml", b'<rss xmlns:wp="http://wordpress.org/export/1.2/">', WordPress, "an export"),
        ("a.xml", b"<newsItem>", None, "an agency's"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1.1"', JSONFeed, "a JSON feed"),
        ("a.json", b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1"', JSONFeed, "escaped"),
        ("a.json", b'{"headline": "x"}', None, "another JSON"),
    ],
)
def test_a_feed_is_known_by_its_first_bytes(
    name: str, head: bytes, claimed: type | None, why: str
) -> None:
    found = importer_of(Path(name), head, [Feed(), JSONFeed(), WordPress()])

    assert (type(found) if found else None) is claimed, why


def json_feed(*items: object, **more: object) -> bytes:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items, **more}
    return json.dumps(feed, ensure_ascii=False).encode()


def test_an_item_of_a_json_feed_is_a_story() -> None:
    item = {
        "id": 7,
        "url": "https://old.example/news/7/",
        "title": TITLE,
        "content_html": f"<p>{TEXT}</p>",
        "summary": "حكاية صباحية.",
        "image": "https://old.example/h.jpg",
        "date_published": "2026-11-21T11:30:00+02:00",
        "authors": [{"name": "نورا حسن"}],
        "tags": ["طيور", "مدينة", "طيور"],
    }

    copy = copy_in(JSONFeed(), json_feed(item, language="ar-SA"), file="x.json")

    assert (copy.title, copy.summary, copy.key) == (TITLE, "حكاية صباحية.", "7")
    assert copy.parts == (Markdown(TEXT),)
    assert (copy.date, copy.writers, copy.tags) == (
        AT_NINE,
        (Writer("نورا حسن"),),
        ("طيور", "مدينة"),
    )
    assert (copy.image, copy.language) == (Picture(src="https://old.example/h.jpg"), "ar")
    assert copy.aliases == ("/news/7/",)


def test_plain_text_of_a_json_feed_is_paragraphs() -> None:
    item = {"id": "1", "content_text": f"{TEXT}\n\n{MORE}", "author": {"name": "نورا حسن"}}

    copy = copy_in(JSONFeed(), json_feed(item), file="x.json")

    assert copy.parts == (Paragraph(TEXT), Paragraph(MORE))
    assert (copy.title, copy.title_is_cut) == (f"{TEXT} {MORE}"[:60].rsplit(" ", 1)[0] + "…", True)


def test_an_item_that_is_none_does_not_stop_the_others() -> None:
    items = items_of(
        JSONFeed(), json_feed({"title": "بلا معرف"}, {"id": "2", "title": TITLE}), file="x"
    )

    assert isinstance(items[0], LeftOut)
    assert (items[0].what, items[0].is_fault) == ("بلا معرف", True)
    assert isinstance(items[1], Copy)


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"items": 3}', b"[" * 5000, b"\xff\xfe{"])
def test_what_is_no_json_feed_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError):
        items_of(JSONFeed(), data, file="x.json")


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text("<>rsitemlnkdcptCDAT[]&;/ =\"'اب", max_size=200).map(str.encode)
)
def test_no_bytes_raise_anything_else(noise: bytes) -> None:
    for importer, data in ((Feed(), noise), (Feed(), rss("") + noise), (JSONFeed(), noise)):
        try:
            items_of(importer, data, file="x.xml")
        except ContentError:
            continue


def test_the_sample_feed_comes_in_whole() -> None:
    path = SAMPLES / "atom_mashhadlug_fa" / "feeds" / "activities.atom.xml"
    if not path.is_file():
        pytest.skip("the feed is its owner's, and does not lie beside this checkout")
    copies = [item for item in Feed().read(path, file="x.xml") if isinstance(item, Copy)]

    assert len(copies) == path.read_text("utf-8").count("<entry>")
    assert all(copy.title and copy.parts and copy.date and copy.aliases for copy in copies)
