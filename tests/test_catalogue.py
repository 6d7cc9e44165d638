"""What the catalogue keeps, who holds a place, and which outputs a change makes stale."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.catalogue import codec, queries, store, terms
from nashra.catalogue.outputs import Made, Noted
from nashra.catalogue.queries import Query, Row
from nashra.catalogue.reader import Answer, Answers, Reader
from nashra.catalogue.record import record_of
from nashra.catalogue.stale import stale_by_content, stale_by_kind
from nashra.catalogue.store import Catalogue, DamagedCatalogueError
from nashra.catalogue.sync import Sync, Update, shared_places, touched_values
from nashra.catalogue.use import Use
from nashra.errors import Problem, Words
from nashra.model import (
    Article,
    Author,
    Byline,
    Correction,
    Entry,
    Image,
    Kind,
    MediaFile,
    Output,
    Reason,
    StandingPage,
    Status,
    identifier,
)
from nashra.model.body import Link, Prose, Related
from nashra.pages.pagination import address, numbered_pages, page, part_numbers

ZONE = ZoneInfo("Asia/Muscat")
NOW = datetime(2027, 3, 20, 12, tzinfo=ZONE)
HOUR = timedelta(hours=1)


def day(number: int) -> datetime:
    return datetime(2027, 3, number, tzinfo=ZONE)


def story(name: str, number: int = 1, **fields: Any) -> Article:
    """Give a story of the file of that name, dated that day of March."""
    article = Article(
        file=f"content/articles/{name}.md", title=name, slug=name, section="sea", date=day(number)
    )
    return replace(article, **fields)


def author(slug: str, name: str) -> Author:
    return Author(file=f"content/authors/{slug}.md", slug=slug, name=name)


def update(entry: Entry) -> Update:
    record = record_of(entry)
    return Update(entry.file, 1, 1, str(record.version), record)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "state" / "catalogue.sqlite") as opened:
        yield opened


def take_in(
    catalogue: Catalogue, *entries: Entry, removed: Sequence[str] = (), now: datetime = NOW
) -> None:
    with catalogue.transaction():
        Sync(catalogue.connection, now=now).run(map(update, entries), removed)


def titles(catalogue: Catalogue, term: str = terms.SITE, value: str = "") -> list[str]:
    rows = catalogue.connection.execute(
        "SELECT card FROM listing JOIN entry USING (id) WHERE term = ? AND value = ? "
        "ORDER BY listing.date, listing.id",
        (term, value),
    )
    return [codec.decode_card(card).title for (card,) in rows]


def changes(catalogue: Catalogue) -> set[tuple[str, str]]:
    return set(catalogue.connection.execute("SELECT term, value FROM change"))


class TestCodec:
    @pytest.mark.parametrize(
        "entry",
        [
            story("مد"),
            story(
                "جزر",
                updated=NOW,
                tags=("ماء", "قمر"),
                authors=(Byline("هند", "تصوير"),),
                image=Image("a.jpg", "بديل", "شرح", "زيد"),
                kind=Kind.OPINION,
                status=Status.DRAFT,
                publish_at=NOW,
                expires=NOW + HOUR,
                corrections=(Correction(NOW, "صححنا"),),
                aliases=("/old/",),
                body=(Prose("<p>أ</p>"), Related((Link("ب", "/ب/"), Link("ت")))),
                media=("a.jpg",),
            ),
            author("hind", "هند"),
            StandingPage(file="content/pages/about.md", slug="about", title="عنا", order=2),
            MediaFile(file="content/media/a b.jpg", path="a b.jpg", digest="1"),
        ],
        ids=["least", "most", "author", "page", "media"],
    )
    def test_an_entry_is_read_back_as_it_was(self, entry: Entry) -> None:
        text = codec.encode_entry(entry)
        back = codec.decode_entry(text)

        assert back == entry
        assert type(back) is type(entry)
        assert codec.encode_entry(back) == text, "and has one version"
        if isinstance(entry, Article) and isinstance(back, Article):
            assert back.address == entry.address

    def test_problems_are_read_back_as_they_were(self) -> None:
        words = Words("ماء", "water")
        problems = (Problem("f", 1, words, words, "x"), Problem("f", None, words, words))

        assert codec.decode_problems(codec.encode_problems(problems)) == problems
        assert codec.encode_problems(()) == ""
        assert codec.decode_problems("") == ()

    def test_a_version_tells_texts_apart(self) -> None:
        assert codec.version_of("مد") == codec.version_of("مد")
        assert codec.version_of("مد") != codec.version_of("مذ")


class TestStore:
    def test_what_is_kept_is_there_when_it_is_opened_again(self, tmp_path: Path) -> None:
        path = tmp_path / "deep" / "catalogue.sqlite"
        with Catalogue.open(path) as opened:
            take_in(opened, story("مد"))
            opened.remember("x", "مد")
        with Catalogue.open(path) as opened:
            assert opened.meta("x") == "مد"
            assert titles(opened) == ["مد"]
            assert opened.meta("y") == ""

    def test_one_of_another_version_is_made_anew(self, tmp_path: Path) -> None:
        path = tmp_path / "catalogue.sqlite"
        with Catalogue.open(path) as opened:
            opened.remember("x", "مد")
            opened.connection.execute(f"PRAGMA user_version = {7}")
        with Catalogue.open(path) as opened:
            assert opened.meta("x") == ""
            assert titles(opened) == []

    @pytest.mark.parametrize(
        "data", [b"not a database" * 500, b"SQLite format 3\0" + b"\xff" * 5000], ids=["no", "half"]
    )
    def test_a_damaged_one_is_made_anew(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "catalogue.sqlite"
        path.write_bytes(data)
        with Catalogue.open(path) as opened:
            take_in(opened, story("مد"))

            assert titles(opened) == ["مد"]

    def test_one_that_is_damaged_further_in_says_so_when_it_is_written(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "catalogue.sqlite"
        with Catalogue.open(path) as opened:
            take_in(opened, *(story(f"مد{number}") for number in range(500)))
            opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        data = path.read_bytes()
        path.write_bytes(data[: 4096 * 40] + b"\xff" * (len(data) - 4096 * 40))
        with Catalogue.open(path) as opened, pytest.raises(DamagedCatalogueError):
            take_in(opened, story("مد"))

    def test_one_that_is_busy_is_not_thrown_away(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "catalogue.sqlite"
        with Catalogue.open(path) as opened:
            opened.remember("x", "مد")
        connect = store._connect  # noqa: SLF001
        answers = [sqlite3.OperationalError("database is locked")]

        def busy(path: Path) -> sqlite3.Connection:
            if answers:
                raise answers.pop()
            return connect(path)

        monkeypatch.setattr(store, "_connect", busy)
        with suppress(sqlite3.OperationalError):
            Catalogue.open(path).connection.close()
        with Catalogue.open(path) as opened:
            assert opened.meta("x") == "مد"

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
    def test_a_transaction_that_fails_leaves_nothing(
        self, catalogue: Catalogue, error: type[BaseException]
    ) -> None:
        def fail() -> None:
            with catalogue.transaction():
                catalogue.remember("x", "مد")
                Sync(catalogue.connection, now=NOW).run([update(story("مد"))], [])
                raise error

        with pytest.raises(error):
            fail()

        assert catalogue.meta("x") == ""
        assert titles(catalogue) == []
        take_in(catalogue, story("جزر"))
        assert titles(catalogue) == ["جزر"], "and the next one works"

    def test_a_rehearsal_is_undone(self, catalogue: Catalogue) -> None:
        with catalogue.rehearsal():
            Sync(catalogue.connection, now=NOW).run([update(story("مد"))], [])
            assert titles(catalogue) == ["مد"]

        assert titles(catalogue) == []

    def test_files_and_their_problems_as_last_seen(self, catalogue: Catalogue) -> None:
        words = Words("ماء", "water")
        problem = Problem("content/articles/b.md", 3, words, words)
        with catalogue.transaction():
            Sync(catalogue.connection, now=NOW).run(
                [
                    Update("content/articles/b.md", 7, 8, "d", None, (problem,)),
                    update(story("مد")),
                ],
                [],
            )

        assert catalogue.files()["content/articles/b.md"] == (7, 8)
        assert catalogue.problems() == [problem]

        take_in(catalogue, removed=["content/articles/b.md"])
        assert catalogue.problems() == []
        assert catalogue.files().keys() == {"content/articles/مد.md"}

    def test_the_next_moment_at_which_something_appears_or_goes(self, catalogue: Catalogue) -> None:
        take_in(
            catalogue,
            story("مد", publish_at=NOW + 3 * HOUR),
            story("جزر", expires=NOW + 2 * HOUR),
            story("سر", status=Status.DRAFT, publish_at=NOW + HOUR),
        )

        now = NOW.timestamp()
        told = [(event.moment - now, event.what) for event in catalogue.events(now, limit=9)]
        assert told == [(2 * 3600, "goes"), (3 * 3600, "appears")]
        assert catalogue.events(now + 3 * 3600, limit=9) == []

    def test_what_is_breaking_or_recent_is_so_until_its_moment(self, catalogue: Catalogue) -> None:
        flash = story("مد", date=NOW, breaking_until=NOW + HOUR)
        take_in(catalogue, flash, story("جزر", 1))
        assert titles(catalogue, terms.BREAKING) == ["مد"]
        assert titles(catalogue, terms.RECENT) == ["مد"]
        events = catalogue.events(NOW.timestamp(), limit=9)
        assert [event.what for event in events] == ["calms", "ages"]

        for hours, breaking, recent in ((1, [], ["مد"]), (48, [], []), (0, ["مد"], ["مد"])):
            take_in(catalogue, now=NOW + hours * HOUR)
            assert titles(catalogue, terms.BREAKING) == breaking, hours
            assert titles(catalogue, terms.RECENT) == recent, hours

    def test_every_build_has_a_number_of_its_own(self, catalogue: Catalogue) -> None:
        assert [catalogue.next_run() for _ in range(3)] == [1, 2, 3]


ONE = Output("a/index.html", "story", "a.md")
TWO = Output("b/index.html", "story", "b.md", "2")


class TestWork:
    """What is to be done stays so until it is done."""

    def test_what_is_due_stays_due_until_it_is_written(self, catalogue: Catalogue) -> None:
        catalogue.outputs.mark_due([(TWO, Reason.NEW), (ONE, Reason.STALE)])
        assert [(made.output, reason) for made, reason in catalogue.outputs.due()] == [
            (ONE, Reason.STALE),
            (TWO, Reason.NEW),
        ]

        catalogue.outputs.record([Made(ONE, "d", 5, 6)])
        assert [made.output for made, _ in catalogue.outputs.due()] == [TWO]
        assert Made(ONE, "d", 5, 6) in catalogue.outputs.made()

    def test_what_was_made_is_told_with_what_is_due_again(self, catalogue: Catalogue) -> None:
        catalogue.outputs.mark_due([(ONE, Reason.NEW)])
        catalogue.outputs.record([Made(ONE, "d", 5, 6)])
        catalogue.outputs.mark_due([(ONE, Reason.STALE)])

        assert catalogue.outputs.due() == [(Made(ONE, "d", 5, 6), Reason.STALE)]

    def test_the_first_reason_stays(self, catalogue: Catalogue) -> None:
        catalogue.outputs.mark_due([(ONE, Reason.NEW)])
        catalogue.outputs.mark_due([(ONE, Reason.STALE)])

        assert [reason for _, reason in catalogue.outputs.due()] == [Reason.NEW]

    def test_an_output_with_a_new_owner_is_one_output(self, catalogue: Catalogue) -> None:
        handed_over = replace(ONE, owner="c.md")
        catalogue.outputs.mark_due([(ONE, Reason.NEW)])
        catalogue.outputs.mark_due([(handed_over, Reason.NEW)])

        assert catalogue.outputs.count() == 1
        assert catalogue.outputs.recorded("story") == [handed_over]
        assert catalogue.outputs.recorded("story", "a.md") == []
        assert catalogue.outputs.recorded("story", "c.md") == [handed_over]

    def test_what_is_to_go_stays_so_until_it_is_gone(self, catalogue: Catalogue) -> None:
        catalogue.outputs.mark_due([(ONE, Reason.NEW), (TWO, Reason.NEW)])
        catalogue.outputs.mark_gone([ONE.target])

        assert catalogue.outputs.gone() == [ONE.target]
        assert [made.output for made, _ in catalogue.outputs.due()] == [TWO], (
            "it is not built first"
        )
        assert [made.output for made in catalogue.outputs.made()] == [TWO]
        catalogue.outputs.forget_gone()
        assert catalogue.outputs.gone() == []

    def test_what_was_to_go_and_is_wanted_again_is_not_removed(self, catalogue: Catalogue) -> None:
        catalogue.outputs.mark_due([(ONE, Reason.NEW)])
        catalogue.outputs.mark_gone([ONE.target])
        catalogue.outputs.mark_due([(ONE, Reason.NEW)])

        assert catalogue.outputs.gone() == []

    def test_a_changed_version_makes_all_outputs_of_its_kind_stale(
        self, catalogue: Catalogue
    ) -> None:
        front = Output("index.html", "front", "")
        catalogue.outputs.mark_due([(ONE, Reason.NEW), (TWO, Reason.NEW), (front, Reason.NEW)])
        connection = catalogue.connection

        assert stale_by_kind(connection, {"story": "1", "front": "1"}) == {
            ONE.target,
            TWO.target,
            front.target,
        }
        assert stale_by_kind(connection, {"story": "1", "front": "1"}) == set()
        assert stale_by_kind(connection, {"story": "1", "front": "2"}) == {front.target}


class TestSync:
    def test_a_story_is_listed_under_all_its_terms(self, catalogue: Catalogue) -> None:
        take_in(
            catalogue,
            story(
                "المدّ",
                9,
                tags=("ماء", "🌊", "الماء العذب"),
                authors=(Byline("هِند"),),
                pinned=True,
                aliases=("/old/",),
                media=("a.jpg",),
            ),
        )

        for term, value in (
            (terms.SITE, ""),
            (terms.SECTION, "sea"),
            (terms.STORY, "content/articles/المدّ.md"),
            (terms.HEADLINE, "المد"),
            (terms.MONTH, "2027-03"),
            (terms.ADDRESS, "/sea/2027/03/المدّ/"),
            (terms.PINNED, ""),
            (terms.TAG, "ماء"),
            (terms.TAG, "الماء-العذب"),
            (terms.AUTHOR, "هند"),
            (terms.BYLINE, "هند"),
            (terms.ALIAS, "/old/"),
            (terms.MEDIA, "a.jpg"),
        ):
            assert titles(catalogue, term, value) == ["المدّ"], term
        assert catalogue.values(terms.TAG) == ["الماء-العذب", "ماء"], "a tag needs a letter"
        assert catalogue.unmet_media() == {"a.jpg": "content/articles/المدّ.md"}

    @pytest.mark.parametrize(
        "fields",
        [
            {"status": Status.DRAFT},
            {"date": NOW + HOUR},
            {"publish_at": NOW + HOUR},
            {"expires": NOW},
        ],
        ids=["draft", "to come", "embargoed", "expired"],
    )
    def test_what_is_not_public_has_no_listing_at_all(
        self, catalogue: Catalogue, fields: dict[str, Any]
    ) -> None:
        take_in(catalogue, story("سر", tags=("سر",), media=("s.jpg",), **fields))

        assert list(catalogue.connection.execute("SELECT * FROM listing")) == []
        assert changes(catalogue) == set()

    def test_a_story_appears_and_goes_by_the_clock_alone(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("مد", publish_at=NOW + HOUR, expires=NOW + 2 * HOUR))
        for hours, there in ((0.9, []), (1, ["مد"]), (1.9, ["مد"]), (2, []), (1, ["مد"])):
            take_in(catalogue, now=NOW + hours * HOUR)

            assert titles(catalogue) == there, hours

    def test_nothing_changed_is_nothing_touched(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("مد"))
        take_in(catalogue, story("مد"))

        assert changes(catalogue) == set()
        assert touched_values(catalogue.connection, terms.SITE) == []

    def test_old_and_new_terms_are_both_touched(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("مد", tags=("ماء",)))
        take_in(catalogue, story("مد", tags=("قمر",), section="sky"))

        touched = changes(catalogue)
        assert {(terms.TAG, "ماء"), (terms.TAG, "قمر")} <= touched
        assert {(terms.SECTION, "sea"), (terms.SECTION, "sky")} <= touched
        assert sorted(touched_values(catalogue.connection, terms.TAG)) == ["قمر", "ماء"]
        assert catalogue.values(terms.SECTION) == ["sky"]

    def test_a_file_that_turned_bad_keeps_its_last_good_version(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("مد"))
        words = Words("ماء", "water")
        with catalogue.transaction():
            Sync(catalogue.connection, now=NOW).run(
                [
                    Update(
                        "content/articles/مد.md", 2, 2, "d", None, (Problem("f", 1, words, words),)
                    )
                ],
                [],
            )

        assert titles(catalogue) == ["مد"]
        assert len(catalogue.problems()) == 1

    def test_what_is_removed_is_nowhere(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("مد", tags=("ماء",)), story("جزر"))
        take_in(catalogue, removed=["content/articles/مد.md", "content/articles/never.md"])

        assert titles(catalogue) == ["جزر"]
        assert catalogue.values(terms.TAG) == []
        assert (terms.TAG, "ماء") in changes(catalogue)


class TestTerms:
    @pytest.mark.parametrize(
        ("entry", "found"),
        [
            (
                replace(author("hind", "هِند سالم"), media=("h.jpg",)),
                {
                    (terms.PROFILES, ""),
                    (terms.WRITER, "hind"),
                    (terms.PROFILE, "hind"),
                    (terms.PROFILE, "هند سالم"),
                    (terms.MEDIA, "h.jpg"),
                },
            ),
            (
                StandingPage(
                    file="content/pages/a.md", slug="من-نحن", title="عنا", media=("a.jpg",)
                ),
                {
                    (terms.STANDING, ""),
                    (terms.PAGE, "من-نحن"),
                    (terms.ADDRESS, "/من-نحن/"),
                    (terms.MEDIA, "a.jpg"),
                },
            ),
            (
                MediaFile(file="content/media/b/a.jpg", path="b/a.jpg", digest="1"),
                {(terms.FILE, "b/a.jpg")},
            ),
        ],
        ids=["author", "page", "media"],
    )
    def test_what_is_no_story_has_terms_of_its_own(
        self, entry: Entry, found: set[terms.Term]
    ) -> None:
        assert set(terms.of_entry(entry)) == found

    @pytest.mark.parametrize(
        ("name", "term"),
        [
            ("المَدّ العالي؟", (terms.HEADLINE, "المد العالي")),
            ("«المد» العالي", (terms.HEADLINE, "المد العالي")),
            ("  المد   العالى  ", (terms.HEADLINE, "المد العالي")),
            ("المـد العالي...", (terms.HEADLINE, "المد العالي")),
            ("المد: العالي", (terms.HEADLINE, "المد العالي")),
            ("أزمة المياة", (terms.HEADLINE, "ازمه المياه")),
            ("ازمه المياه", (terms.HEADLINE, "ازمه المياه")),
            ("خطة ٢٠٣٠", (terms.HEADLINE, "خطه 2030")),
            ("مسئولو COP30", (terms.HEADLINE, "مسوولو cop30")),
            ("مسؤولو cop30", (terms.HEADLINE, "مسوولو cop30")),
            ("content/articles", (terms.HEADLINE, "content articles")),
            ("content/articles/sea/tide.md", (terms.STORY, "content/articles/sea/tide.md")),
        ],
    )
    def test_a_story_is_named_by_its_headline_or_its_file(
        self, name: str, term: terms.Term
    ) -> None:
        assert terms.named(name) == term

    def test_entries_of_different_kinds_never_share_a_place(self) -> None:
        entries: list[Entry] = [
            story("x"),
            author("x", "x"),
            StandingPage(file="content/pages/x.md", slug="x", title="x"),
            MediaFile(file="content/media/x", path="x", digest="1"),
        ]

        assert len({terms.place_of(entry) for entry in entries}) == len(entries)


class TestPlaces:
    """Two entries never share an address: the oldest holds it."""

    def test_the_oldest_by_date_holds_it(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("ب", 2, slug="مد"), story("أ", 5, slug="مد"))

        assert titles(catalogue) == ["ب"]
        assert shared_places(catalogue.connection) == [
            ["content/articles/ب.md", "content/articles/أ.md"]
        ]

    def test_the_file_decides_between_equals(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("ب", slug="مد"), story("أ", slug="مد"))

        assert titles(catalogue) == ["أ"]

    def test_the_order_in_which_they_came_makes_no_difference(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("ب", 5, slug="مد"))
        assert titles(catalogue) == ["ب"]

        take_in(catalogue, story("أ", 2, slug="مد"))
        assert titles(catalogue) == ["أ"]
        assert (terms.STORY, "content/articles/ب.md") in changes(catalogue)

    def test_slugs_that_a_reader_would_take_for_one_are_one_place(
        self, catalogue: Catalogue
    ) -> None:
        take_in(catalogue, story("أ", 1, slug="مكتبة"), story("ب", 2, slug="مكتبه"))

        assert titles(catalogue) == ["أ"]

    @pytest.mark.parametrize(
        "fields", [{"section": "sky"}, {"date": datetime(2027, 2, 1, tzinfo=ZONE)}]
    )
    def test_another_section_or_month_is_another_place(
        self, catalogue: Catalogue, fields: dict[str, Any]
    ) -> None:
        take_in(catalogue, story("أ", slug="مد"), story("ب", slug="مد", **fields))

        assert sorted(titles(catalogue)) == ["أ", "ب"]

    @pytest.mark.parametrize(
        "way", ["removed", "moved", "drafted", "expired"], ids=lambda way: f"when it is {way}"
    )
    def test_the_next_one_takes_it(self, catalogue: Catalogue, way: str) -> None:
        first = story("أ", 1, slug="مد", expires=NOW + HOUR)
        take_in(catalogue, first, story("ب", 2, slug="مد"))
        assert titles(catalogue) == ["أ"]
        if way == "removed":
            take_in(catalogue, removed=[first.file])
        elif way == "moved":
            take_in(catalogue, replace(first, slug="جزر"))
        elif way == "drafted":
            take_in(catalogue, replace(first, status=Status.DRAFT))
        else:
            take_in(catalogue, now=NOW + HOUR)

        assert "ب" in titles(catalogue)
        assert titles(catalogue, terms.ADDRESS, "/sea/2027/03/مد/") == ["ب"]

    def test_a_draft_holds_no_place(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("أ", 1, slug="مد", status=Status.DRAFT), story("ب", 2, slug="مد"))

        assert titles(catalogue) == ["ب"]


class TestAuthors:
    def test_a_story_goes_to_the_author_whose_slug_or_name_it_bears(
        self, catalogue: Catalogue
    ) -> None:
        take_in(
            catalogue,
            author("hind", "هِند سالم"),
            story("أ", authors=(Byline("hind"),)),
            story("ب", authors=(Byline("هند سالم"), Byline("hind"))),
            story("ت", authors=(Byline("زيد"),)),
        )

        assert titles(catalogue, terms.AUTHOR, "hind") in (["أ", "ب"], ["ب", "أ"])
        assert titles(catalogue, terms.AUTHOR, "زيد") == ["ت"]

    @pytest.mark.parametrize("first", ["author", "story"])
    def test_whichever_comes_first(self, catalogue: Catalogue, first: str) -> None:
        entries: list[Entry] = [author("hind", "هند"), story("أ", authors=(Byline("هند"),))]
        for entry in entries if first == "author" else entries[::-1]:
            take_in(catalogue, entry)

        assert titles(catalogue, terms.AUTHOR, "hind") == ["أ"]
        assert titles(catalogue, terms.AUTHOR, "هند") == []

    def test_a_renamed_or_removed_author_gives_the_stories_back(self, catalogue: Catalogue) -> None:
        take_in(catalogue, author("hind", "هند"), story("أ", authors=(Byline("هند"),)))
        take_in(catalogue, replace(author("hind", "دعد")))
        assert titles(catalogue, terms.AUTHOR, "هند") == ["أ"]
        assert {(terms.AUTHOR, "hind"), (terms.AUTHOR, "هند")} <= changes(catalogue)

        take_in(catalogue, author("hind", "هند"))
        take_in(catalogue, removed=["content/authors/hind.md"])
        assert titles(catalogue, terms.AUTHOR, "هند") == ["أ"]

    def test_an_author_who_goes_while_a_story_is_edited(self, catalogue: Catalogue) -> None:
        mine = story("أ", authors=(Byline("هند"),))
        take_in(catalogue, author("hind", "هند"), mine)
        take_in(catalogue, replace(mine, summary="جديد"), removed=["content/authors/hind.md"])

        assert titles(catalogue, terms.AUTHOR, "هند") == ["أ"]
        assert titles(catalogue, terms.AUTHOR, "hind") == []


def ask(connection: sqlite3.Connection, query: Query) -> tuple[Row, ...]:
    return tuple(connection.execute(query.sql, query.parameters))


class TestQueries:
    @pytest.fixture
    def shelf(self, catalogue: Catalogue) -> Catalogue:
        """Five stories, one a day, the third under a tag as well."""
        take_in(
            catalogue,
            *(
                story(f"خبر{number}", number, tags=("ماء",) if number == 3 else ())
                for number in range(1, 6)
            ),
        )
        return catalogue

    def test_the_newest_come_first(self, shelf: Catalogue) -> None:
        found = shelf.reader().newest(terms.SITE, limit=2)

        assert [card.title for card in found] == ["خبر5", "خبر4"]
        assert shelf.reader().newest(terms.SITE, limit=0) == []
        assert len(shelf.reader().newest(terms.SITE, limit=99)) == 5

    @pytest.mark.parametrize(
        ("start", "length", "found"),
        [(0, 2, "21"), (1, 2, "32"), (3, 5, "54"), (5, 2, ""), (0, 0, "")],
    )
    def test_a_stretch_is_counted_from_the_oldest(
        self, shelf: Catalogue, start: int, length: int, found: str
    ) -> None:
        cards = shelf.reader().stretch(terms.SITE, "", start=start, length=length)

        assert [card.title for card in cards] == [f"خبر{number}" for number in found]

    @pytest.mark.parametrize(("number", "older", "newer"), [(1, None, 2), (3, 2, 4), (5, 4, None)])
    def test_the_neighbours(
        self, shelf: Catalogue, number: int, older: int | None, newer: int | None
    ) -> None:
        reader = shelf.reader()
        card = reader.cards(terms.SITE, "")[number - 1]
        found = [each.title if each else None for each in reader.neighbours(terms.SITE, "", card)]

        assert found == [f"خبر{each}" if each else None for each in (older, newer)]

    def test_stories_of_one_moment_stand_in_one_order_everywhere(
        self, catalogue: Catalogue
    ) -> None:
        take_in(catalogue, *(story(name, 1) for name in "أبتث"))
        reader = catalogue.reader()
        oldest_first = reader.cards(terms.SITE, "")

        assert reader.newest(terms.SITE, limit=4) == oldest_first[::-1]
        for older, newer in pairwise(oldest_first):
            assert reader.neighbours(terms.SITE, "", older)[1] == newer
            assert reader.neighbours(terms.SITE, "", newer)[0] == older
        assert reader.stretch(terms.SITE, "", start=1, length=2) == oldest_first[1:3][::-1]

    def test_counts_values_and_whole_entries(self, shelf: Catalogue) -> None:
        reader = shelf.reader()

        assert reader.count(terms.SITE) == 5
        assert reader.count(terms.TAG, "ماء") == 1
        assert reader.count(terms.TAG, "نار") == 0
        assert reader.values(terms.MONTH, on=terms.SITE) == [("2027-03", 5)]
        assert reader.entries(terms.STORY, "content/articles/خبر3.md") == [
            story("خبر3", 3, tags=("ماء",))
        ]

    def test_every_question_is_noted_once(self, shelf: Catalogue) -> None:
        reader = shelf.reader()
        for _ in range(2):
            reader.count(terms.SITE)
            reader.newest(terms.SITE, limit=2)

        assert len(reader.uses) == 2
        assert {use.term for use in reader.uses} == {terms.SITE}

    def test_a_shared_piece_is_made_once_and_noted_for_each_page(self, shelf: Catalogue) -> None:
        answers = shelf.answers()
        made: list[int] = []

        def latest(reader: Reader) -> int:
            made.append(1)
            return len(reader.newest(terms.SITE, limit=3))

        first, second = Reader(answers), Reader(answers)
        assert first.once("latest", latest) == second.once("latest", latest) == 3
        assert made == [1]
        assert first.uses == second.uses
        assert len(second.uses) == 1

    @pytest.mark.parametrize(
        ("query", "dates"),
        [
            (queries.Newest(terms.SITE, "", 2), (4, None)),
            (queries.Newest(terms.SITE, "", 9), (None, None)),
            (queries.Newest(terms.SITE, "", 0), (None, None)),
            (queries.Stretch(terms.SITE, "", 1, 2), (None, 3)),
            (queries.Stretch(terms.SITE, "", 4, 2), (None, None)),
            (queries.Count(terms.SITE, ""), (None, None)),
            (queries.Cards(terms.SITE, ""), (None, None)),
            (queries.Whole(terms.STANDING, ""), (None, None)),
            (queries.Values(terms.SITE, "", terms.MONTH), (None, None)),
            (queries.Neighbours(terms.SITE, "", day(3).timestamp(), 0), (2, 3)),
            (queries.Neighbours(terms.SITE, "", day(1).timestamp(), 0), (None, 1)),
            (queries.Neighbours(terms.SITE, "", day(9).timestamp(), 0), (5, None)),
        ],
        ids=str,
    )
    def test_the_bounds_are_no_wider_than_they_must_be(
        self, shelf: Catalogue, query: Query, dates: tuple[int | None, int | None]
    ) -> None:
        since, until = query.bounds(ask(shelf.connection, query))

        assert since == (float("-inf") if dates[0] is None else day(dates[0]).timestamp())
        assert until == (float("inf") if dates[1] is None else day(dates[1]).timestamp())


# What follows is the promise behind every incremental build: an answer can only change where its
# term and its bounds say that it may, and whoever used an answer that changed is told.

DAYS = st.integers(1, 6)
FILES = st.sampled_from("أبتثجح")
STORIES = st.builds(
    story,
    FILES,
    DAYS,
    title=st.sampled_from(["مد", "جزر"]),
    slug=st.sampled_from(["مد", "جزر", "موج", "شاطئ"]),
    section=st.sampled_from(["sea", "sky"]),
    tags=st.sampled_from([(), ("ماء",), ("ماء", "قمر"), ("مياة",), ("مياه",), ("قمر", "مياة")]),
    authors=st.sampled_from([(), (Byline("hind"),), (Byline("هند"),)]),
    status=st.sampled_from([Status.READY, Status.READY, Status.DRAFT]),
    pinned=st.booleans(),
    summary=st.sampled_from(["", "ارتفع الماء"]),
    words=st.integers(0, 1),
    expires=st.sampled_from([None, None, NOW + HOUR]),
)
ENTRIES: st.SearchStrategy[Entry] = STORIES | st.sampled_from(
    [author("hind", "هند"), author("hind", "دعد")]
)
TERMS = st.sampled_from(
    [
        (terms.SITE, ""),
        (terms.SECTION, "sea"),
        (terms.TAG, "ماء"),
        (terms.TAG, "قمر"),
        (terms.TAG, "مياه"),
        (terms.AUTHOR, "hind"),
        (terms.AUTHOR, "هند"),
        (terms.HEADLINE, "مد"),
        (terms.MONTH, "2027-03"),
        (terms.PINNED, ""),
    ]
)
SMALL = st.integers(0, 4)
QUESTIONS: st.SearchStrategy[Query] = (
    TERMS.flatmap(lambda on: st.just(queries.Count(*on)))
    | st.sampled_from(["ماء", "مياه"]).map(lambda slug: queries.Spelling(terms.TAG, slug))
    | st.sampled_from(["ماء", "مياه"]).map(lambda slug: queries.Spellings(terms.TAG, slug))
    | TERMS.filter(lambda on: on[0] not in terms.OF_NOTHING | terms.OF_CARDS).map(
        lambda on: queries.Whole(*on)
    )
    | TERMS.filter(lambda on: on[0] not in terms.OF_NOTHING).flatmap(
        lambda on: st.one_of(
            st.just(queries.Cards(*on)),
            SMALL.map(lambda limit: queries.Newest(*on, limit)),
            st.tuples(SMALL, SMALL).map(lambda pair: queries.Stretch(*on, *pair)),
            st.tuples(DAYS, FILES).map(
                lambda pair: queries.Neighbours(
                    *on, day(pair[0]).timestamp(), identifier(f"content/articles/{pair[1]}.md")
                )
            ),
        )
    )
    | st.sampled_from([terms.MONTH, terms.TAG, terms.SECTION]).map(
        lambda of: queries.Values(terms.SITE, "", of)
    )
)
REMOVED = st.lists(
    FILES.map(lambda name: f"content/articles/{name}.md") | st.just("content/authors/hind.md"),
    max_size=2,
)


@contextmanager
def shelf_of(entries: Iterable[Entry]) -> Iterator[Catalogue]:
    """Open a catalogue that lies in memory alone."""
    with Catalogue(store._connect(Path(":memory:"))) as catalogue:  # noqa: SLF001
        take_in(catalogue, *{entry.file: entry for entry in entries}.values())
        yield catalogue


def answered(
    catalogue: Catalogue, asked: Iterable[Query]
) -> tuple[dict[Query, tuple[Row, ...]], dict[Query, Use]]:
    """Give the rows of every question, and what using them is recorded as."""
    answers = catalogue.answers()
    rows = {query: answers.answer(query).rows for query in asked}
    return rows, {query: answers.answer(query).use for query in rows}


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRIES, max_size=8), st.lists(ENTRIES, max_size=2), REMOVED, st.data())
def test_an_answer_changes_only_where_its_bounds_say_it_may(
    before: list[Entry], edits: list[Entry], removed: list[str], data: st.DataObject
) -> None:
    asked = data.draw(st.lists(QUESTIONS, min_size=1, max_size=12, unique=True))
    with shelf_of(before) as catalogue:
        connection = catalogue.connection
        answers = {query: ask(connection, query) for query in asked}
        gone = sorted({*removed} - {entry.file for entry in edits})
        take_in(catalogue, *edits, removed=gone, now=NOW + data.draw(st.integers(0, 1)) * HOUR)
        changed = list(connection.execute("SELECT term, value, date FROM change"))

        for query, rows in answers.items():
            since, until = query.bounds(rows)
            touched = any(
                (term, value) == query.on and since <= date <= until
                for term, value, date in changed
            )
            assert touched or ask(connection, query) == rows, query


@settings(max_examples=300, deadline=None)
@given(
    st.lists(ENTRIES, max_size=8),
    st.lists(st.tuples(st.lists(ENTRIES, max_size=2), REMOVED), min_size=1, max_size=3),
    st.lists(QUESTIONS, min_size=1, max_size=12, unique=True),
)
def test_whoever_used_an_answer_that_changed_is_told_after_every_edit(
    before: list[Entry], edits: list[tuple[list[Entry], list[str]]], asked: list[Query]
) -> None:
    with shelf_of(before) as catalogue:
        outputs = {query: Output(f"{number}.html", "x", "") for number, query in enumerate(asked)}
        catalogue.outputs.mark_due([(output, Reason.NEW) for output in outputs.values()])
        noted = Noted()
        for query, output in outputs.items():
            noted.add(output.target, [catalogue.answers().answer(query).use])
        catalogue.outputs.record_uses(noted)

        for entries, removed in edits:
            rows, uses = answered(catalogue, asked)
            gone = sorted({*removed} - {entry.file for entry in entries})
            take_in(catalogue, *entries, removed=gone)
            told = stale_by_content(catalogue.connection, catalogue.answers())
            rows_now, uses_now = answered(catalogue, asked)

            assert told >= {
                outputs[query].target for query in asked if rows_now[query] != rows[query]
            }, "everyone whose answer changed"
            assert told == {
                outputs[query].target
                for query in asked
                if uses_now[query].version != uses[query].version
            }, "and nobody else"


class TestAskingAgain:
    """A question is asked again only when its term was touched inside its bounds."""

    @pytest.mark.parametrize(
        ("query", "number", "again", "why"),
        [
            (queries.Newest(terms.SITE, "", 2), 1, False, "older than the last one shown"),
            (queries.Newest(terms.SITE, "", 2), 4, True, "of the last one's day"),
            (queries.Newest(terms.SITE, "", 2), 9, True, "newer than all"),
            (queries.Newest(terms.SITE, "", 9), 1, True, "there is room for it"),
            (queries.Newest(terms.TAG, "قمر", 9), 9, False, "another term"),
            (queries.Stretch(terms.SITE, "", 0, 2), 9, False, "newer than the stretch"),
            (queries.Stretch(terms.SITE, "", 0, 2), 1, True, "inside it"),
            (queries.Stretch(terms.SITE, "", 2, 2), 1, True, "older: all move"),
            (queries.Count(terms.SITE, ""), 1, True, "one more"),
            (queries.Neighbours(terms.SITE, "", day(3).timestamp(), 0), 1, False, "far before"),
            (queries.Neighbours(terms.SITE, "", day(3).timestamp(), 0), 9, False, "far after"),
            (queries.Neighbours(terms.SITE, "", day(3).timestamp(), 0), 2, True, "beside it"),
        ],
    )
    def test_when_a_story_comes(
        self, catalogue: Catalogue, query: Query, number: int, again: object, why: str
    ) -> None:
        take_in(catalogue, *(story(f"خبر{each}", each) for each in range(1, 6)))
        output = Output("x.html", "x", "")
        catalogue.outputs.mark_due([(output, Reason.NEW)])
        noted = Noted()
        noted.add(output.target, [catalogue.answers().answer(query).use])
        catalogue.outputs.record_uses(noted)
        take_in(catalogue, story("جديد", number))
        asked: list[Query] = []

        class Noting(Answers):
            def answer(self, query: Query) -> Answer:
                asked.append(query)
                return super().answer(query)

        stale_by_content(catalogue.connection, Noting(catalogue.connection))

        assert bool(asked) is again, why

    def test_the_bounds_follow_the_answer(self, catalogue: Catalogue) -> None:
        take_in(catalogue, story("أ", 4), story("ب", 5))
        output = Output("x.html", "x", "")
        catalogue.outputs.mark_due([(output, Reason.NEW)])
        noted = Noted()
        noted.add(
            output.target, [catalogue.answers().answer(queries.Newest(terms.SITE, "", 2)).use]
        )
        catalogue.outputs.record_uses(noted)

        take_in(catalogue, removed=["content/articles/ب.md"])
        assert stale_by_content(catalogue.connection, catalogue.answers()) == {output.target}
        take_in(catalogue, story("ت", 1))
        assert stale_by_content(catalogue.connection, catalogue.answers()) == {output.target}, (
            "there is room now for what was too old before"
        )

    def test_what_an_output_no_longer_asks_makes_it_stale_no_more(
        self, catalogue: Catalogue
    ) -> None:
        take_in(catalogue, story("مد"))
        output = Output("x.html", "x", "")
        catalogue.outputs.mark_due([(output, Reason.NEW)])
        for query in (queries.Count(terms.SITE, ""), queries.Count(terms.TAG, "ماء")):
            noted = Noted()
            noted.add(output.target, [catalogue.answers().answer(query).use])
            catalogue.outputs.record_uses(noted)
        take_in(catalogue, story("جزر"))

        assert stale_by_content(catalogue.connection, catalogue.answers()) == set()
        catalogue.outputs.forget_gone()
        (left,) = catalogue.connection.execute("SELECT COUNT(*) FROM used").fetchone()
        assert left == 1, "nor is it kept"

    def test_what_is_gone_is_never_told(self, catalogue: Catalogue) -> None:
        output = Output("x.html", "x", "")
        catalogue.outputs.mark_due([(output, Reason.NEW)])
        noted = Noted()
        noted.add(output.target, [catalogue.answers().answer(queries.Count(terms.SITE, "")).use])
        catalogue.outputs.record_uses(noted)
        catalogue.outputs.mark_gone([output.target])
        take_in(catalogue, story("مد"))

        assert stale_by_content(catalogue.connection, catalogue.answers()) == set()


class TestPagination:
    """Lists over several pages, numbered from the oldest."""

    @pytest.mark.parametrize(
        ("count", "per_page", "parts"),
        [
            (0, 3, [0]),
            (1, 3, [0]),
            (5, 3, [0]),
            (6, 3, [0, 1]),
            (8, 3, [0, 1]),
            (9, 3, [0, 2, 1]),
            (3, 1, [0, 2, 1]),
        ],
    )
    def test_the_newest_page_has_at_least_one_pages_worth(
        self, count: int, per_page: int, parts: list[int]
    ) -> None:
        assert list(part_numbers(count, per_page)) == parts
        assert numbered_pages(count, per_page) == len(parts) - 1

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 14), st.integers(1, 4))
    def test_every_story_is_on_exactly_one_page_and_pages_link_in_a_row(
        self, count: int, per_page: int
    ) -> None:
        with shelf_of(story(f"خبر{number:02}", number + 1) for number in range(count)) as shelf:
            reader = shelf.reader()
            pages = [
                page(reader, terms.SITE, "", number=number, per_page=per_page)
                for number in part_numbers(count, per_page)
            ]

        shown = [card.title for each in pages for card in each.stories]
        assert shown == [f"خبر{number:02}" for number in range(count)][::-1]
        assert all(len(each.stories) == per_page for each in pages[1:]), "numbered pages are full"
        assert pages[0].count == count
        numbers = [each.number for each in pages]
        assert [each.newer for each in pages] == [None, *numbers[:-1]]
        assert [each.older for each in pages] == [*numbers[1:], None]

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 14), st.integers(1, 4))
    def test_a_newer_story_changes_no_numbered_page_but_the_link_of_the_last(
        self, count: int, per_page: int
    ) -> None:
        with shelf_of(story(f"خبر{number:02}", number + 1) for number in range(count)) as shelf:
            numbers = list(part_numbers(count, per_page))[1:]

            def shown() -> list[object]:
                reader = shelf.reader()
                return [
                    page(reader, terms.SITE, "", number=number, per_page=per_page)
                    for number in numbers
                ]

            before = shown()
            take_in(shelf, story("جديد", 19))
            after = shown()

        assert after[1:] == before[1:]
        if numbers and (count + 1) % per_page:
            assert after == before

    def test_the_newest_page_lies_at_the_list_itself(self) -> None:
        assert address("/sea/", 0) == "/sea/"
        assert address("/sea/", 3) == "/sea/page/3/"
