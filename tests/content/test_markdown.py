"""Markdown to the parts of a body."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.content.markdown import Body, Renderer
from nashra.model.body import Embed, Link, Prose, Related

VOID = {"br", "hr", "img"}


def rendered(text: str, *, base_path: str = "/") -> Body:
    return Renderer(base_path=base_path).render(text)


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fair = True

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.fair = self.fair and bool(self.open) and self.open.pop() == tag


def balanced(html: str) -> bool:
    """Whether every element that begins in a text ends in it."""
    parser = _Balance()
    parser.feed(html)
    return parser.fair and not parser.open


class TestProse:
    @pytest.mark.parametrize(
        ("text", "html", "why"),
        [
            ("رسا القارب.", "<p>رسا القارب.</p>", "a paragraph"),
            ("## في الميناء", '<h2 id="في-الميناء">في الميناء</h2>', "a heading"),
            ("**رسا** *القارب*", "<strong>رسا</strong> <em>القارب</em>", "stress"),
            ("| أ | ب |\n|---|---|\n| ١ | ٢ |", "<td>٢</td>", "a table"),
            ("شراع\n:   قماش الريح", "<dd>قماش الريح</dd>", "a definition"),
            ("رسا[^1]\n\n[^1]: عند الفجر", 'id="fn:1"', "a footnote"),
            ("```\n<أ>\n```", "<code>&lt;أ&gt;\n</code>", "code"),
            (
                "قال م ق\n\n*[م ق]: ميناء القمر",
                '<abbr title="ميناء القمر">م ق</abbr>',
                "a short form",
            ),
            ("رسا\n{: .lead }", 'class="lead"', "a class"),
            ("1. أ\n2. ب", "<ol>", "a numbered list"),
            ("<b>خام</b>", "<b>خام</b>", "HTML as it is"),
            ("أ < ب & ج", "أ &lt; ب &amp; ج", "signs that HTML keeps"),
        ],
    )
    def test_what_writers_may_use(self, text: str, html: str, why: str) -> None:
        body = rendered(text)

        assert html in body.html, why
        assert balanced(body.html)
        assert len(body.parts) == 1

    @pytest.mark.parametrize("text", ["", "  \n\n"])
    def test_nothing_has_no_parts(self, text: str) -> None:
        assert rendered(text) == Body((), (), 0)

    def test_words_are_counted(self) -> None:
        assert rendered("رسا القارب\n\nعند الفجر.").words == 4


class TestLinks:
    @pytest.mark.parametrize(
        ("target", "href", "why"),
        [
            ("/about/", "/wave/about/", "a root address gets the base path"),
            ("/", "/wave/", "the root itself"),
            ("https://example.org/x/", "https://example.org/x/", "another site"),
            ("//example.org/x", "//example.org/x", "another site without a scheme"),
            ("mailto:a@example.org", "mailto:a@example.org", "post"),
            ("tel:+96800000", "tel:+96800000", "a telephone"),
            ("#قسم", "#%D9%82%D8%B3%D9%85", "a place in this page"),
            ("../x/", "../x/", "a relative address"),
            ("/بحر/", "/wave/%D8%A8%D8%AD%D8%B1/", "Arabic letters are encoded"),
            ("/%D8%A8%D8%AD%D8%B1/", "/wave/%D8%A8%D8%AD%D8%B1/", "once"),
            ("https://example.org/بحر?q=ب&r=1", None, "in another site's address too"),
            ("/a?b=1&c=2#d", "/wave/a?b=1&amp;c=2#d", "what parts an address stays"),
        ],
    )
    def test_an_address(self, target: str, href: str | None, why: str) -> None:
        html = rendered(f"[نص]({target})", base_path="/wave/").html

        if href is None:
            href = "https://example.org/%D8%A8%D8%AD%D8%B1?q=%D8%A8&amp;r=1"
        assert f'<a href="{href}">نص</a>' in html, why

    def test_an_address_that_is_defined_elsewhere(self) -> None:
        html = rendered("[نص][هنا]\n\n[هنا]: /بحر/ 'عنوان'", base_path="/wave/").html

        assert 'href="/wave/%D8%A8%D8%AD%D8%B1/"' in html

    def test_a_footnotes_own_links_stay_in_the_page(self) -> None:
        html = rendered("رسا[^1]\n\n[^1]: فجرا", base_path="/wave/").html

        assert 'href="#fn:1"' in html
        assert 'href="#fnref:1"' in html

    def test_an_address_of_post_in_angles(self) -> None:
        assert "%02" not in rendered("<desk@example.org>").html

    def test_a_backslash_in_an_address(self) -> None:
        assert 'href="/a_b/"' in rendered(r"[نص](/a\_b/)").html

    def test_an_address_in_raw_html_gets_the_base_path_too(self) -> None:
        html = rendered('<a href="/about/">نص</a>', base_path="/wave/").html

        assert 'href="/wave/about/"' in html


class TestPictures:
    @pytest.mark.parametrize(
        ("src", "shown", "media", "why"),
        [
            ("boat.jpg", "/wave/media/boat.jpg", ("boat.jpg",), "a file of content/media/"),
            ("media/boat.jpg", "/wave/media/boat.jpg", ("boat.jpg",), "by its address"),
            ("/media/boat.jpg", "/wave/media/boat.jpg", ("boat.jpg",), "from the root"),
            ("2027/boat.jpg", "/wave/media/2027/boat.jpg", ("2027/boat.jpg",), "in a folder"),
            ("<قارب ١.jpg>", "/wave/media/%D9%82%D8%A7%D8%B1%D8%A8%20%D9%A1.jpg", None, "Arabic"),
            ("https://example.org/b.jpg", "https://example.org/b.jpg", (), "another site's"),
            ("//example.org/b.jpg", "//example.org/b.jpg", (), "without a scheme"),
            ("data:image/gif;base64,R0", "data:image/gif;base64,R0", (), "written out"),
        ],
    )
    def test_where_it_is_shown_from(
        self, src: str, shown: str, media: tuple[str, ...] | None, why: str
    ) -> None:
        body = rendered(f"![بديل]({src})", base_path="/wave/")

        assert f'src="{shown}"' in body.html, why
        assert body.media == (("قارب ١.jpg",) if media is None else media), why
        assert 'alt="بديل"' in body.html
        assert 'loading="lazy"' in body.html

    def test_each_file_is_told_once_in_order(self) -> None:
        body = rendered("![](b.jpg) ![](a.jpg)\n\n![](/media/b.jpg)")

        assert body.media == ("b.jpg", "a.jpg")

    def test_a_picture_that_links(self) -> None:
        body = rendered("[![](a.jpg)](/big/)", base_path="/wave/")

        assert body.media == ("a.jpg",)
        assert 'href="/wave/big/"' in body.html

    @pytest.mark.parametrize("src", ["a%20b.jpg", "%D9%82.jpg"])
    def test_an_encoded_name_is_the_files_name(self, src: str) -> None:
        body = rendered(f"![]({src})")

        assert body.media in {("a b.jpg",), ("ق.jpg",)}
        assert f'src="/media/{src}"' in body.html

    def test_a_name_as_a_mac_writes_it_is_the_same_name(self) -> None:
        assert rendered("![](ا\u0653.jpg)").media == ("آ.jpg",)

    def test_a_backslash_in_a_name(self) -> None:
        assert rendered(r"![](a\_b.jpg)").media == ("a_b.jpg",)


BOX = "/// related\n\n- مد\n- جزر\n\n///"
STORIES = Related((Link("مد"), Link("جزر")))


class TestRelated:
    @pytest.mark.parametrize(
        ("text", "parts", "why"),
        [
            (BOX, (STORIES,), "alone"),
            (
                f"أول.\n\n{BOX}\n\nثان.",
                (Prose("<p>أول.</p>"), STORIES, Prose("<p>ثان.</p>")),
                "in the middle",
            ),
            (f"{BOX}\n\nثان.", (STORIES, Prose("<p>ثان.</p>")), "first"),
            (f"أول.\n\n{BOX}", (Prose("<p>أول.</p>"), STORIES), "last"),
            (
                f"{BOX}\n\nأول.\n\n{BOX}\n\n{BOX}",
                (STORIES, Prose("<p>أول.</p>"), STORIES, STORIES),
                "three, two of them neighbours",
            ),
            ("أول.", (Prose("<p>أول.</p>"),), "none"),
            ("/// related\n- مد\n- جزر\n///", (STORIES,), "without blank lines"),
            ("/// related\n\n* مد\n\n* جزر\n\n///", (STORIES,), "a loose list"),
            ("/// related\n\n1. مد\n2. جزر\n\n///", (STORIES,), "a numbered one"),
            ("/// related\n\n///", (Related(()),), "an empty box"),
        ],
    )
    def test_where_it_stands(self, text: str, parts: tuple[Prose | Related, ...], why: str) -> None:
        assert rendered(text).parts == parts, why

    @pytest.mark.parametrize(
        ("item", "link", "why"),
        [
            ("مد وجزر", Link("مد وجزر"), "a headline"),
            ("[مد](/sea/2027/03/tide/)", Link("مد", "/wave/sea/2027/03/tide/"), "a link"),
            ("[مد](/بحر/)", Link("مد", "/wave/%D8%A8%D8%AD%D8%B1/"), "an Arabic address"),
            ("[مد](https://example.org/?a=1&b=2)", Link("مد", "https://example.org/?a=1&b=2"), ""),
            ("«مد» & **جزر**", Link("«مد» & جزر"), "stress and signs"),
            ("content/articles/sea/tide.md", Link("content/articles/sea/tide.md"), "a file"),
            ("مد < جزر", Link("مد < جزر"), "a sign that is no tag"),
        ],
    )
    def test_its_items(self, item: str, link: Link, why: str) -> None:
        body = rendered(f"/// related\n\n- {item}\n\n///", base_path="/wave/")

        assert body.parts == (Related((link,)),), why

    @pytest.mark.parametrize("around", ["```\n{}\n```", "    {}"], ids=["fence", "indent"])
    def test_in_code_it_is_code(self, around: str) -> None:
        (part,) = rendered(around.format("/// related")).parts

        assert isinstance(part, Prose)
        assert "/// related" in part.html

    def test_a_page_that_knows_no_boxes_shows_a_list(self) -> None:
        html = rendered(f"أول.\n\n{BOX}\n\nثان.").html

        assert html == "<p>أول.</p>\n<ul><li>مد</li><li>جزر</li></ul>\n<p>ثان.</p>"

    def test_footnotes_stay_whole_around_it(self) -> None:
        body = rendered(f"أول[^1].\n\n{BOX}\n\nثان.\n\n[^1]: حاشية")

        assert [part.kind for part in body.parts] == ["prose", "related", "prose"]
        assert all(balanced(part.html) for part in body.parts if isinstance(part, Prose))

    @pytest.mark.parametrize(
        "text",
        ["- أول\n\n    /// related\n    - مد\n    ///\n\n- ثان", "> /// related\n> - مد\n> ///"],
        ids=["list", "quotation"],
    )
    def test_inside_another_element_every_stretch_of_prose_is_whole_html(self, text: str) -> None:
        for part in rendered(text).parts:
            assert not isinstance(part, Prose) or balanced(part.html)

    def test_words_that_are_no_item_are_not_lost(self) -> None:
        body = rendered("/// related\nمد وجزر\n///")

        assert "مد وجزر" in repr(body.parts)

    def test_a_box_that_is_not_closed_does_not_swallow_the_rest(self) -> None:
        body = rendered("/// related\n\n- مد\n\nنص الخبر كله.")

        assert "نص الخبر كله." in repr(body.parts)


PIECES = st.sampled_from(
    [
        "رسا القارب[^1].\n\n[^1]: عند الفجر",
        "رسا[^1] ثم أبحر[^أ]\n\n[^1]: ليلا\n\n[^أ]: نهارا",
        "قال م ق\n\n*[م ق]: ميناء القمر",
        "م ق بلا تعريف",
        "[هنا][م]\n\n[م]: /بحر/",
        "[هنا][م]",
        "رسا[^1] بلا حاشية",
        "![صورة](a.jpg)",
        "![صورة][م]\n\n[م]: b.jpg",
        "<div>خام</div>\n\nنص",
        "```\nرمز\n```",
        "| أ |\n|---|\n| ب |",
        "/// related\n- مد\n///",
        "/// related\n- لم يُغلق",
        "/// اقتباس | قائل\nقول\n///",
        "/// تضمين\nhttps://youtu.be/x\n///",
        "/// صور\n- ![](a.jpg) س\n///",
        "/// مجهول\nنص\n///",
        "١. أ\n٢. ب",
        "# س\n\n# س",
        "شراع\n:   قماش",
        "",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_a_renderer_that_was_used_gives_what_a_fresh_one_gives(texts: list[str]) -> None:
    used = Renderer(base_path="/")

    for text in texts:
        assert used.render(text) == rendered(text)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ابج []()!*_`#>-|:/\\&<^\n1.{}"), max_size=80))
def test_any_text_becomes_parts(text: str) -> None:
    body = rendered(text)

    assert all(isinstance(part, Prose | Related | Embed) for part in body.parts)
    assert not {"\x02", "\x03"} & set(body.html), "no inner mark of the converter is left"
