"""What agencies send, in each of their formats, as stories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from nashra.errors import ContentError, Severity
from nashra.importers.copy import Copy, LeftOut, Markdown, Paragraph, Picture, Writer
from nashra.importers.importer import Importer, importer_of
from nashra.importers.newsml_1 import NewsML1
from nashra.importers.newsml_g2 import NewsMLG2
from nashra.importers.ninjs import Ninjs
from nashra.importers.nitf import NITF
from nashra.importers.plain_text import PlainText
from nashra.importers.teletype import Teletype
from nashra.importers.wordpress import WordPress
from tests.importers.reading import copy_in, items_of

TITLE = "افتتاح جسر المشاة الجديد"
STANDFIRST = "يصل الجسر بين ضفتي النهر لأول مرة."
FIRST = "افتتح مجلس المدينة جسر المشاة صباح السبت أمام الزوار."
SECOND = "ويبلغ طول الجسر مئتي متر، وفيه مقاعد وأشجار."
AT_NINE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
AT_TEN = AT_NINE + timedelta(minutes=30)
STORY = Copy(
    TITLE,
    STANDFIRST,
    (Markdown(FIRST), Markdown(SECOND)),
    writers=(Writer("نورا حسن"),),
    source="وكالة النهر",
    place="المنصورة",
    date=AT_NINE,
    updated=AT_TEN,
    tags=("مدينة", "جسور"),
    language="ar",
    key="urn:nahr:7",
)


def newsml_g2(
    body: str = f"<p>{FIRST}</p><p>{SECOND}</p>", *, more: str = "", kind: str = "text"
) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nahr:7" xml:lang="ar-EG">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider literal="nahr"/>
<versionCreated>2026-11-21T10:00:00Z</versionCreated>{more}</itemMeta>
<contentMeta><contentCreated>2026-11-21T11:30:00+02:00</contentCreated>
<located><name>المنصورة</name></located><creditline>وكالة النهر</creditline>
<by>كتبت: نورا حسن</by><headline>{TITLE}</headline>
<description role="drol:summary">{STANDFIRST}</description>
<subject><name>مدينة</name></subject><keyword>جسور</keyword></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>{body}</body></html></inlineXML></contentSet></newsItem>""".encode()


def nitf(body: str = f"<p>{FIRST}</p><p>{SECOND}</p>", *, docdata: str = "") -> bytes:
    return f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">
<nitf baselang="ar-EG"><head><title>{TITLE}</title><docdata {docdata}>
<doc-id id-string="urn:nahr:7"/><date.issue norm="20261121T093000Z"/>
<key-list><keyword key="مدينة"/><keyword key="جسور"/></key-list></docdata>
<pubdata date.publication="20261121T100000Z"/></head><body><body.head>
<hedline><hl1>{TITLE}</hl1><hl2>{STANDFIRST}</hl2></hedline><byline>نورا حسن</byline>
<distributor>وكالة النهر</distributor><dateline><location>المنصورة</location></dateline>
</body.head><body.content>{body}</body.content></body></nitf>""".encode()


def newsml_1(body: str = f"<p>{FIRST}</p><p>{SECOND}</p>", *, status: str = "Usable") -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><NewsML><NewsItem><Identification>
<NewsIdentifier><NewsItemId>urn:nahr:7</NewsItemId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20261121T093000Z</FirstCreated>
<ThisRevisionCreated>20261121T100000Z</ThisRevisionCreated><Status FormalName="{status}"/>
</NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine>
<SubHeadLine>{STANDFIRST}</SubHeadLine><ByLine>نورا حسن</ByLine>
<DateLine>المنصورة، 21 نوفمبر 2026</DateLine><KeywordLine>مدينة</KeywordLine>
<KeywordLine>جسور</KeywordLine></NewsLines><AdministrativeMetadata><Provider>
<Party FormalName="وكالة النهر"/></Provider></AdministrativeMetadata><DescriptiveMetadata>
<Language FormalName="ar"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/>
<DataContent>{body}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""".encode()


NINJS_1: dict[str, object] = {
    "uri": "urn:nahr:7",
    "type": "text",
    "pubstatus": "usable",
    "firstcreated": "2026-11-21T09:30:00Z",
    "versioncreated": "2026-11-21T10:00:00Z",
    "headline": TITLE,
    "description_text": STANDFIRST,
    "byline": "كتبت: نورا حسن",
    "located": "المنصورة",
    "source": "وكالة النهر",
    "language": "ar",
    "subject": [{"name": "مدينة"}],
    "keyword": ["جسور"],
    "body_html": f"<p>{FIRST}</p><p>{SECOND}</p>",
}
NINJS_3: dict[str, object] = {
    "uri": "urn:nahr:7",
    "pubStatus": "usable",
    "firstCreated": "2026-11-21T09:30:00Z",
    "versionCreated": "2026-11-21T10:00:00Z",
    "headlines": [{"role": "main", "value": TITLE}],
    "descriptions": [{"role": "caption", "value": "-"}, {"role": "summary", "value": STANDFIRST}],
    "by": "نورا حسن",
    "located": "المنصورة",
    "infosources": [{"name": "وكالة النهر"}],
    "language": "ar",
    "subjects": [{"name": "مدينة"}, {"name": "جسور"}],
    "bodies": [
        {"contentType": "text/plain", "value": FIRST},
        {"contentType": "text/html", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    ],
}


def ninjs(item: Mapping[str, object]) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("importer", "data"),
    [
        (NewsMLG2(), newsml_g2()),
        (NITF(), nitf()),
        (NewsML1(), newsml_1()),
        (Ninjs(), ninjs(NINJS_1)),
        (Ninjs(), ninjs(NINJS_3)),
        (Ninjs(), ninjs({"data": {"items": [{"item": NINJS_3}]}})),
    ],
    ids=["NewsML-G2", "NITF", "NewsML 1", "ninjs 1", "ninjs 3", "ninjs in a feed"],
)
def test_every_format_says_the_same_story(importer: Importer, data: bytes) -> None:
    copy = copy_in(importer, data, file="x")

    assert replace(copy, digest="") == STORY
    assert len(copy.digest) == 64


@pytest.mark.parametrize(
    ("importer", "data", "why"),
    [
        (NewsMLG2(), newsml_g2(more='<pubStatus qcode="stat:canceled"/>'), "canceled"),
        (NewsMLG2(), newsml_g2(more='<pubStatus qcode="stat:withheld"/>'), "withheld"),
        (NITF(), nitf(docdata='management-status="canceled"'), "canceled"),
        (NewsML1(), newsml_1(status="Withheld"), "withheld"),
        (Ninjs(), ninjs(NINJS_1 | {"pubstatus": "canceled"}), "canceled"),
    ],
)
def test_what_an_agency_takes_back_is_a_fault(importer: Importer, data: bytes, why: str) -> None:
    (item,) = items_of(importer, data, file="x")

    assert isinstance(item, LeftOut)
    assert item.is_fault, "somebody must look whether it was published"
    assert why in item.why


@pytest.mark.parametrize(
    ("importer", "data", "why"),
    [
        (NewsMLG2(), newsml_g2("", kind="picture"), "picture"),
        (NITF(), nitf(""), "no body"),
        (NewsML1(), newsml_1(""), "no body"),
        (Ninjs(), ninjs(NINJS_1 | {"body_html": "", "type": "video"}), "video"),
    ],
)
def test_what_has_no_text_is_left_out(importer: Importer, data: bytes, why: str) -> None:
    (item,) = items_of(importer, data, file="x")

    assert isinstance(item, LeftOut)
    assert (item.is_fault, why in item.why) == (False, True)


@pytest.mark.parametrize(
    ("importer", "data"),
    [
        (NewsMLG2(), newsml_g2(more="<embargoed>2026-11-22T06:00:00+02:00</embargoed>")),
        (Ninjs(), ninjs(NINJS_1 | {"embargoed": "2026-11-22T06:00:00+02:00"})),
    ],
)
def test_an_embargo_holds_a_story_back_until_its_moment(importer: Importer, data: bytes) -> None:
    copy = copy_in(importer, data, file="x")

    assert copy.publish_at == datetime(2026, 11, 22, 6, tzinfo=timezone(timedelta(hours=2)))


def test_a_message_holds_several_items() -> None:
    item = newsml_g2().decode().partition("?>")[2]
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f'{item}<packageItem guid="p"/>{item.replace("urn:nahr:7", "urn:nahr:8")}'
        "</itemSet></newsMessage>"
    )

    items = items_of(NewsMLG2(), message.encode(), file="x")

    assert [item.key for item in items if isinstance(item, Copy)] == ["urn:nahr:7", "urn:nahr:8"]
    assert [item.why for item in items if isinstance(item, LeftOut)] == ["a package of other items"]


def test_the_tables_and_sub_heads_of_nitf_are_carried() -> None:
    body = f"<hl2>أرقام</hl2><p>{FIRST}</p><table><tr><td>أ</td><td>١</td></tr></table>"

    copy = copy_in(NITF(), nitf(body), file="x")

    assert copy.parts[:2] == (Markdown("## أرقام"), Markdown(FIRST))
    assert copy.parts[2] == Markdown("| أ | ١ |\n| --- | --- |")


def test_a_byline_of_nitf_has_a_title_in_it() -> None:
    data = nitf().replace("نورا حسن".encode(), "نورا حسن<byttl>مراسلة</byttl>".encode())

    assert copy_in(NITF(), data, file="x").writers == (Writer("نورا حسن", "مراسلة"),)


def test_the_picture_of_a_ninjs_item_is_its_largest_rendition() -> None:
    small, large = ({"href": f"https://a.example/{n}.jpg", "width": n} for n in (200, 900))
    picture = {"type": "picture", "renditions": {"a": large, "b": small}, "byline": "م. سعد"}

    copy = copy_in(Ninjs(), ninjs(NINJS_1 | {"associations": {"featuremedia": picture}}), file="x")

    assert copy.image == Picture(src="https://a.example/900.jpg", credit="م. سعد")


def teletype(text: str, header: str = "nah0007 4 i 55 nahr 061") -> bytes:
    return b"\x01" + f"{header}\r\n\nالمدن\r\n".encode() + b"\x02" + text.encode() + b"\r\n\x03\x7f"


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        (f"{TITLE} =\r\n\r\n", TITLE, "7901 ends its headline with a sign"),
        ("عاجل\r\nافتتاح جسر المشاة الجديد =\r\n\r\n", f"عاجل {TITLE}", "which may be two lines"),
        (f"^BC-NAHR--Bridge,120<\r\n^{TITLE}<\r\n", TITLE, "ANPA's stands below its keywords"),
    ],
)
def test_a_teleprinters_message_is_a_story(text: str, title: str, why: str) -> None:
    body = f"   المنصورة (رويترز) - {FIRST}\r\n\r\n   {SECOND[:20]}\r\n{SECOND[20:].strip()}\r\n"

    copy = copy_in(Teletype(), teletype(text + body), file="x.txt")

    assert copy.title == title, why
    assert (copy.source, copy.place) == ("رويترز", "المنصورة")
    assert copy.parts == (Paragraph(FIRST), Paragraph(SECOND)), why


def test_a_file_of_several_messages_has_several_stories() -> None:
    data = teletype(f"{TITLE} =\r\n\r\n   {FIRST}") + teletype(
        f"{STANDFIRST} =\r\n\r\n   {SECOND}", "nah0008 4 i 20 nahr 062"
    )

    copies = [item for item in items_of(Teletype(), data, file="x.txt") if isinstance(item, Copy)]

    assert [copy.title for copy in copies] == [TITLE, STANDFIRST]
    assert len({copy.key for copy in copies}) == len({copy.digest for copy in copies}) == 2


ALL: list[Importer] = [
    *(NewsMLG2(), NewsML1(), NITF(), Ninjs(), Teletype(), PlainText(), WordPress()),
]


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("a.xml", newsml_g2(), NewsMLG2),
        ("a.xml", newsml_1(), NewsML1),
        ("a.xml", nitf(), NITF),
        ("a.xml", newsml_g2().decode().replace("UTF-8", "UTF-16").encode("utf-16"), NewsMLG2),
        ("a.xml", b"<x/>", None),
        ("a.json", ninjs(NINJS_1), Ninjs),
        ("a.json", ninjs(NINJS_3), Ninjs),
        ("a.json", b'{"headline": "x"}', None),
        ("a.txt", teletype(TITLE), Teletype),
        ("a.txt", TITLE.encode(), PlainText),
        ("a.tst", teletype(TITLE), Teletype),
    ],
)
def test_a_format_is_known_by_its_first_bytes(name: str, head: bytes, claimed: type | None) -> None:
    found = importer_of(Path(name), head[:8192], ALL)

    assert (type(found) if found else None) is claimed


@pytest.mark.parametrize(
    ("importer", "data", "told"),
    [
        (NITF(), b"<nitf><body>", "damaged"),
        (NITF(), b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf/>', "entities"),
        (
            NewsMLG2(),
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem/>',
            "entities",
        ),
        (Ninjs(), b'{"uri": ', "No item"),
        (Ninjs(), b"[" * 9000, "No item"),
        (Ninjs(), b'{"uri": "x"}', "No item"),
        (Teletype(), b"plain", "no agency"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused(importer: Importer, data: bytes, told: str) -> None:
    with pytest.raises(ContentError) as refused:
        items_of(importer, data, file="x")

    assert told in refused.value.problems[0].what.en


@pytest.mark.parametrize(
    ("importer", "data"),
    [(NewsMLG2(), newsml_g2()), (NITF(), nitf()), (NewsML1(), newsml_1())],
)
def test_broken_bytes_are_told_with_the_story(importer: Importer, data: bytes) -> None:
    broken = data.replace(FIRST.encode(), FIRST.encode() + b"\xd9")

    copy = copy_in(importer, broken, file="x.xml")

    assert [problem.severity for problem in copy.problems] == [Severity.NOTICE]
