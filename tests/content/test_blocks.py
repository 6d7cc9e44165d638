"""News blocks: pull quotes, key points, fact boxes, embeds, pictures."""

from __future__ import annotations

import re

import pytest

from nashra.content.blocks.embed import provider_of
from nashra.content.blocks.pairs import Fault
from nashra.content.markdown import Body, Renderer
from nashra.model.body import Embed, Link, Prose, Related
from tests.sites import Site, story


def rendered(text: str) -> Body:
    return Renderer(base_path="/").render(text)


def squeezed(text: str) -> str:
    """Give HTML without the line breaks between its elements."""
    return re.sub(r"\n(?=<)|(?<=>)\n", "", rendered(text).html)


PHOTO = '<img alt="قارب" loading="lazy" src="/media/a.jpg">'


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        (
            "/// quote | شيخ الصيادين\nالبحر لا ينسى **أهله**.\n///",
            (
                '<figure class="pull-quote"><blockquote><p>البحر لا ينسى <strong>أهله</strong>.</p>'
                "</blockquote><figcaption>شيخ الصيادين</figcaption></figure>"
            ),
            "a pull quote",
        ),
        (
            "/// اقتباس\n\nأول.\n\nثان.\n\n///",
            '<figure class="pull-quote"><blockquote><p>أول.</p><p>ثان.</p></blockquote></figure>',
            "of two paragraphs, by whom is not said",
        ),
        (
            "/// نقاط | أبرز النقاط\n- عاد الأسطول\n- بدأ الموسم\n///",
            (
                '<aside class="key-points"><p class="box-title">أبرز النقاط</p>'
                "<ul><li>عاد الأسطول</li><li>بدأ الموسم</li></ul></aside>"
            ),
            "key points",
        ),
        (
            "/// points\n١. أول\n٢. ثان\n///",
            (
                '<aside class="key-points"><ol class="digits-arab"><li>أول</li><li>ثان</li></ol>'
                "</aside>"
            ),
            "numbered, without a title",
        ),
        (
            "/// حقائق | الميناء في *أرقام*\nبُني عام ١٩٢٠.\n///",
            (
                '<aside class="fact-box"><p class="box-title">الميناء في <em>أرقام</em></p>'
                "<p>بُني عام ١٩٢٠.</p></aside>"
            ),
            "a fact box, Markdown in its title",
        ),
        (
            "/// صورة | ليلى حداد\n![قارب](a.jpg)\nعاد **فجرا**.\n///",
            (
                f'<figure class="photo">{PHOTO}<figcaption><span>عاد <strong>فجرا</strong>.</span>'
                '<span class="credit">ليلى حداد</span></figcaption></figure>'
            ),
            "a picture with caption and credit",
        ),
        ("/// photo\n![قارب](a.jpg)\n///", f'<figure class="photo">{PHOTO}</figure>', "bare"),
        (
            "/// photo\n[![قارب](a.jpg)](/big/)\n///",
            f'<figure class="photo"><a href="/big/">{PHOTO}</a></figure>',
            "a picture that links",
        ),
        (
            "/// photo\nلا صورة هنا\n///",
            '<figure class="photo"><figcaption><span>لا صورة هنا</span></figcaption></figure>',
            "words without a picture are not lost",
        ),
        (
            "/// صور | من الميناء\n- ![قارب](a.jpg) الفجر\n- ![قارب](a.jpg)\n///",
            (
                '<figure class="gallery"><figcaption class="box-title">من الميناء</figcaption>'
                f'<ul role="list"><li><figure>{PHOTO}<figcaption>الفجر</figcaption></figure></li>'
                f"<li><figure>{PHOTO}</figure></li></ul></figure>"
            ),
            "a gallery from a list",
        ),
        (
            "/// gallery\n![قارب](a.jpg) الفجر\n![قارب](a.jpg) **السوق**\n///",
            (
                f'<figure class="gallery"><ul role="list"><li><figure>{PHOTO}<figcaption>الفجر'
                f"</figcaption></figure></li><li><figure>{PHOTO}<figcaption><strong>السوق</strong>"
                "</figcaption></figure></li></ul></figure>"
            ),
            "from lines",
        ),
        (
            "/// gallery\n- كلام بلا صورة\n- ![قارب](a.jpg)\n///",
            (
                f'<figure class="gallery"><ul role="list"><li><p>كلام بلا صورة</p></li>'
                f"<li><figure>{PHOTO}</figure></li></ul></figure>"
            ),
            "words before the first picture are not lost",
        ),
        (
            "/// حقائق\nقبل\n/// اقتباس\nقول\n///\nبعد\n///",
            (
                '<aside class="fact-box"><p>قبل</p><figure class="pull-quote"><blockquote>'
                "<p>قول</p></blockquote></figure><p>بعد</p></aside>"
            ),
            "a block in a block, with marks of one length",
        ),
        (
            "//// حقائق\n/// اقتباس\nقول\n///\n////",
            (
                '<aside class="fact-box"><figure class="pull-quote"><blockquote><p>قول</p>'
                "</blockquote></figure></aside>"
            ),
            "with marks of two lengths",
        ),
        (
            "- بند\n\n    /// اقتباس\n    قول\n    ///",
            (
                '<ul><li><p>بند</p><figure class="pull-quote"><blockquote><p>قول</p></blockquote>'
                "</figure></li></ul>"
            ),
            "in a list",
        ),
        (
            "\u200f/// اقتباس\nقول\n\u200f///",
            '<figure class="pull-quote"><blockquote><p>قول</p></blockquote></figure>',
            "an unseen mark of direction before the strokes",
        ),
    ],
)
def test_a_block(text: str, shown: str, why: str) -> None:
    assert squeezed(text) == shown, why


@pytest.mark.parametrize("name", ["related", "ذات صلة", "ذات-صلة", "ذات_صلة", "Related"])
def test_related_stories_have_arabic_names_too(name: str) -> None:
    assert rendered(f"/// {name}\n- مد\n///").parts == (Related((Link("مد"),)),)


@pytest.mark.parametrize(
    ("address", "provider", "why"),
    [
        ("https://www.youtube.com/watch?v=a_b", "youtube", ""),
        ("https://youtu.be/a", "youtube", "its short form"),
        ("https://m.youtube.com/watch?v=a", "youtube", "for phones"),
        ("https://x.com/a/status/1", "x", ""),
        ("https://twitter.com/a/status/1", "x", "by its old name"),
        ("https://t.me/a/1", "telegram", ""),
        ("https://www.facebook.com/a/posts/1", "facebook", ""),
        ("https://www.instagram.com/p/a/", "instagram", ""),
        ("https://example.org/film", "link", "any other site"),
        ("https://notyoutube.com/a", "link", "a name that ends alike"),
        ("clip.mp4", "video", "a film of one's own"),
        ("2027/حديث.mp3", "audio", "a sound of one's own"),
        ("clip.exe", "", "neither"),
        ("javascript:alert(1).mp4", "video", "a file's name: it is shown from /media/"),
        ("https://[", "", "no address"),
        ("كلام", "", "a word"),
    ],
)
def test_who_holds_what_is_embedded(address: str, provider: str, why: str) -> None:
    assert provider_of(address) == provider, why


FILM = "https://youtu.be/_a_b_"


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        (f"/// embed\n{FILM}\n///", (Embed("youtube", FILM),), "an address"),
        (f"/// تضمين | في الميناء\n{FILM}\n///", (Embed("youtube", FILM, "في الميناء"),), "titled"),
        (f"/// تضمين\n\n{FILM}\n\n///", (Embed("youtube", FILM),), "with blank lines"),
        (f"/// تضمين\n<{FILM}>\n///", (Embed("youtube", FILM),), "in angles"),
        (f"/// تضمين\n[الفيلم]({FILM})\n///", (Embed("youtube", FILM, "الفيلم"),), "as a link"),
        (
            f"/// تضمين\n{FILM}\nكلام *بعده*\n///",
            (Embed("youtube", FILM), Prose("<p>كلام <em>بعده</em></p>")),
            "other words follow it",
        ),
        ("/// تضمين\nmedia/حديث.mp3\n///", (Embed("audio", "حديث.mp3"),), "a file of one's own"),
        (
            '/// تضمين | قال: "نعم" & <لا>\nclip.mp4\n///',
            (Embed("video", "clip.mp4", 'قال: "نعم" & <لا>'),),
            "signs in a title",
        ),
        (
            "/// تضمين | عنوان\nلا رابط هنا\n///",
            (Prose("<div>\n<p>عنوان\nلا رابط هنا</p>\n</div>"),),
            "without an address it is text",
        ),
    ],
)
def test_an_embed(text: str, parts: tuple[Embed | Prose, ...], why: str) -> None:
    assert rendered(text).parts == parts, why


def test_an_embed_in_something_else_is_a_link() -> None:
    html = rendered(f"/// حقائق\n/// تضمين | فيلم\n{FILM}\n///\n///").html

    assert f'<a href="{FILM}">فيلم</a>' in html


def test_a_page_that_knows_no_embeds_shows_a_link() -> None:
    body = Renderer(base_path="/wave/").render("/// تضمين | حديث\nحديث ١.mp3\n///")

    assert body.html == (
        '<p><a href="/wave/media/%D8%AD%D8%AF%D9%8A%D8%AB%20%D9%A1.mp3">حديث</a></p>'
    )
    assert body.media == ("حديث ١.mp3",), "and the file is published"


@pytest.mark.parametrize(
    ("text", "faults", "kept", "why"),
    [
        ("/// مقتبس\nقول\n///", [Fault.UNKNOWN], ["/// مقتبس", "قول"], "no such name"),
        ("/// اقتباس\nقول\n\nبقية", [Fault.NOT_CLOSED], ["/// اقتباس", "<p>بقية</p>"], "no end"),
        ("قول\n\n///", [Fault.NOT_OPENED], ["قول", "///"], "no beginning"),
        (
            "/// اقتباس\nقول\n\n/// نقاط\n- أ\n///\n\nبقية",
            [Fault.NOT_CLOSED],
            ["/// اقتباس", "قول", '<aside class="key-points">', "<p>بقية</p>"],
            "the inner one is whole",
        ),
        ("/// اقتباس\n    س: ص\n\nقول\n///", [], ["س: ص", "قول"], "what looks like options"),
        ("```\n/// اقتباس\n```", [], ["/// اقتباس"], "in code it is code"),
        ("عن ///نفسه/// كتب", [], ["عن ///نفسه/// كتب"], "strokes in the middle of a line"),
    ],
)
def test_a_mark_that_begins_nothing_is_text_and_is_told(
    text: str, faults: list[Fault], kept: list[str], why: str
) -> None:
    renderer = Renderer(base_path="/")
    html = renderer.render(text).html

    assert [mark.fault for mark in renderer.take_misplaced()] == faults, why
    assert all(words in html for words in kept), why


def test_a_writer_is_told_the_line(site: Site) -> None:
    text = "نص.\n\n/// اقتباس | أول\nقول\n///\n\n/// اقتباس | أول\nقول بلا نهاية\n"
    site.write(f"-- content/articles/science/sea.md --\n{story('المد')}{text}")
    report = site.build()

    (notice,) = [problem for problem in report.problems if "sea.md" in problem.file]
    whole = (site.root / notice.file).read_text("utf-8").splitlines()
    assert notice.line == len(whole) - 1
    assert notice.excerpt == "/// اقتباس | أول"
    assert not report.failed
    assert "قول بلا نهاية" in site.page("/science/2026/11/sea/")


def test_a_film_of_ones_own_is_published_with_its_story(site: Site) -> None:
    site.write(
        "-- content/media/clip.mp4 --\nfilm\n"
        f"-- content/articles/science/sea.md --\n{story('المد')}"
        f"/// تضمين | المد\nclip.mp4\n///\n\n/// تضمين\n{FILM}\n///\n"
    )
    site.build()

    page = site.page("/science/2026/11/sea/")
    assert 'href="/media/clip.mp4">المد<' in page
    assert f'href="{FILM}">youtu.be<' in page
    assert "media/clip.mp4" in site.files()
