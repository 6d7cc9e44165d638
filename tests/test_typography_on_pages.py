"""What a writer typed is set once, and every page, feed and head shows it alike."""

from __future__ import annotations

import pytest

from nashra import config
from nashra.errors import ConfigurationError
from nashra.language.typography import NO_RULES, Rules
from tests.sites import CONFIG, Site, story

FILE = "content/articles/science/turtles.md"
ADDRESS = "/science/2026/11/turtles/"
TITLE = '"عودة" السلاحف, ولغة C++'
SET = "«عودة» السلاحف، ولغة "


def write(site: Site, title: str = TITLE, **fields: str) -> None:
    text = story(f"'{title}'", **fields)
    site.write(f"-- {FILE} --\n{text}")


def test_a_headline_is_set_alike_on_its_page_in_lists_and_in_the_feed(site: Site) -> None:
    write(site, summary='قال "نعم"', date="2026-11-23 09:00")
    site.build()

    assert f"<h1>{SET}<bdi>C++</bdi></h1>" in site.page(ADDRESS)
    assert f"<title>{SET}\u2066C++\u2069 | السنونو</title>" in site.page(ADDRESS)
    assert f'"headline":"{SET}C++"' in site.page(ADDRESS), "data for machines holds no controls"
    for page in ("/", "/science/"):
        assert f"{SET}<bdi>C++</bdi></a> قال «نعم»" in site.page(page)
    assert f"<title>{SET}\u2066C++\u2069</title>" in site.page("/feed.xml")
    assert f"<news:title>{SET}C++</news:title>" in site.page("/sitemap-news.xml")


def test_a_title_that_begins_with_latin_says_that_it_is_arabic(site: Site) -> None:
    write(site, title="Apple تعود")
    site.build()

    assert "<title>\u200fApple تعود | السنونو</title>" in site.page(ADDRESS)
    assert "<title>\u200fApple تعود</title>" in site.page("/feed.xml")
    assert "<h1><bdi>Apple</bdi> تعود</h1>" in site.page(ADDRESS), "markup says it by itself"


def test_a_related_headline_is_found_however_it_was_typed(site: Site) -> None:
    write(site)
    body = f"/// related\n- {TITLE}\n///"
    site.write(f"-- content/articles/science/b.md --\n{story('جزر', body=body)}")
    site.build()

    assert f'<a href="{ADDRESS}">{SET}<bdi>C++</bdi></a>' in site.page("/science/2026/11/b/")


def test_a_picture_is_read_aloud_in_order(site: Site) -> None:
    write(site, image="{src: a.jpg, alt: 'قال \"C++\"'}")
    site.write("-- content/media/a.jpg --\n1")
    site.build()

    assert 'alt="قال «\u2066C++\u2069»"' in site.page(ADDRESS)


def test_the_configuration_switches_it_off_for_what_was_read_before(site: Site) -> None:
    write(site, body='قال "نعم", و C++')
    site.build()
    assert "<p>قال «نعم»، و <bdi>C++</bdi></p>" in site.page(ADDRESS)

    site.write(f"-- config.yaml --\n{CONFIG}typography: no\n")
    site.build()
    assert '<p>قال "نعم", و <bdi>C++</bdi></p>' in site.page(ADDRESS)
    assert site.files() == site.cold()


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("", Rules()),
        ("typography: yes", Rules()),
        ("typography: no", NO_RULES),
        ("typography: false", NO_RULES),
        ("التنضيد: لا", NO_RULES),
        ("typography:\n  quotes: no", Rules(quotes=False)),
        ("التنضيد:\n  علامات_الاقتباس: لا\n  الوحدات: نعم", Rules(quotes=False)),
        ("التنضيد:\n  الترقيم: لا\n  المسافات: لا", Rules(punctuation=False, spaces=False)),
        ("typography:\n  letters: no\n  units: no", Rules(letters=False, units=False)),
    ],
)
def test_what_the_configuration_may_say(written: str, rules: Rules) -> None:
    assert config.parse(f"{CONFIG}{written}\n").typography == rules


@pytest.mark.parametrize(
    ("written", "line"),
    [("typography: some", 1), ("typography:\n  quote: no", 2), ("typography:\n  quotes: 7", 2)],
)
def test_a_mistake_names_its_line(written: str, line: int) -> None:
    with pytest.raises(ConfigurationError) as caught:
        config.parse(f"{CONFIG}{written}\n")

    (problem,) = caught.value.problems
    assert problem.line == CONFIG.count("\n") + line
