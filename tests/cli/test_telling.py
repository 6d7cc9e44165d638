"""What the command line tells of a build: why, what changed, what is coming, what was amiss."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import nashra
from tests.sites import Site, story

FILE = "content/articles/science/2026/11/مد.md"
ADDRESS = "/science/2026/11/مد/"
NOW = "2026-11-23 12:00"


@pytest.fixture
def built(site: Site) -> Site:
    site.write(f"-- {FILE} --\n{story('مد', tags='[بحر]')}")
    assert nashra("build", "--now", NOW, cwd=site.root).returncode == 0
    return site


class TestExplain:
    def told(self, site: Site, address: str = ADDRESS) -> str:
        return nashra("build", "--now", NOW, "--explain", address, cwd=site.root).stdout

    def test_a_page_that_nothing_changed(self, built: Site) -> None:
        told = self.told(built)
        assert "nothing that it shows has changed" in told
        assert f"Whole story {FILE}" in told, "and what it asks"

    def test_a_page_whose_story_changed(self, built: Site) -> None:
        built.write(f"-- {FILE} --\n{story('مد', tags='[بحر]', body='نص آخر.')}")
        told = self.told(built)
        assert "What it shows has changed" in told
        assert told.index(f"- Whole story {FILE}") < told.index("What it asks")

    def test_a_page_whose_template_changed(self, built: Site) -> None:
        template = built.root / "themes/plain/templates/story.html"
        template.write_text(template.read_text("utf-8") + "<!-- -->", "utf-8")
        assert "Its template changed" in self.told(built)

    def test_a_page_whose_file_was_removed(self, built: Site) -> None:
        (built.folders.output / "404.html").unlink()
        assert "not as it was written" in self.told(built, "/404.html")

    @pytest.mark.parametrize("address", ["https://example.org/science/", "science/", "/science/"])
    def test_an_address_however_it_is_written(self, built: Site, address: str) -> None:
        assert self.told(built, address).startswith("الأخبار")
        assert "\nscience/index.html\n" in self.told(built, address)

    def test_an_address_at_which_nothing_lies(self, built: Site) -> None:
        assert "No page lies at this address" in self.told(built, "/nothing/")


def test_the_changes_of_the_last_build_lie_in_a_file(built: Site) -> None:
    built.write(f"-- {FILE} --\n{story('مد', tags='[بحر]', body='نص آخر.')}")
    nashra("build", "--now", NOW, cwd=built.root)
    changes = json.loads((built.folders.state / "changes.json").read_text("utf-8"))

    assert changes["built_as_of"] == "2026-11-23T12:00:00+04:00"
    assert (changes["added"], changes["removed"]) == ([], [])
    (line,) = changes["changed"]
    assert (line["target"], line["reason"]) == ("science/2026/11/مد/index.html", "stale")
    assert json.loads(line["because"][0])[0] == "Whole"


def test_what_is_coming_is_told_in_order(built: Site) -> None:
    later = story("جزر", publish_at="2026-11-25 08:00", breaking_until="2026-11-25 10:00")
    built.write(f"-- content/articles/b.md --\n{later}")
    nashra("build", "--now", NOW, cwd=built.root)
    told = nashra("next", "--now", NOW, cwd=built.root).stdout.splitlines()

    assert [line[:16] for line in told] == ["2026-11-25 08:00", "2026-11-25 10:00"]
    assert "appears" in told[0]
    assert "breaking no longer" in told[1]
    events = json.loads(nashra("next", "--now", NOW, "--json", cwd=built.root).stdout)
    assert events[0] == {
        "when": "2026-11-25T08:00:00+04:00",
        "what": "appears",
        "file": "content/articles/b.md",
    }


def test_nothing_may_be_coming(built: Site) -> None:
    assert "Nothing is coming" in nashra("next", "--now", "2030-01-01", cwd=built.root).stdout


def test_a_catalogue_that_was_made_anew_is_told(built: Site) -> None:
    whole = built.files()
    built.folders.catalogue.write_bytes(b"x" * 9000)
    done = nashra("build", "--now", NOW, cwd=built.root)

    assert done.returncode == 0
    assert "the whole site was built again" in done.stderr
    assert "Not made by the build" not in done.stdout, "its own pages are no strays"
    assert built.files() == whole


def desk(site: Site) -> None:
    site.write(
        f"-- content/articles/science/a.md --\n{story('مسودة', status='draft', authors='[نورا]')}\n"
        f"-- content/articles/science/b.md --\n{story('مجدول', publish_at='2026-11-25 08:00')}\n"
        f"-- content/articles/sport/c.md --\n{story('قديم', expires='2026-11-21 08:00')}"
    )
    nashra("build", "--now", NOW, cwd=site.root)


@pytest.mark.parametrize(
    ("options", "files", "why"),
    [
        ((), ["a.md", "c.md", "b.md"], "all that readers do not see"),
        (("--drafts",), ["a.md"], "drafts alone"),
        (("--scheduled", "--expired"), ["c.md", "b.md"], "two states"),
        (("--author", "نُورا"), ["a.md"], "a writer's, however the name is spelled"),
        (("--section", "sport"), ["c.md"], "a section's"),
        (("--public", "--count", "1"), [FILE.rpartition("/")[2]], "the newest public one"),
    ],
)
def test_stories_are_listed_by_how_they_stand(
    built: Site, options: tuple[str, ...], files: list[str], why: str
) -> None:
    desk(built)

    told = nashra("list", "--now", NOW, *options, cwd=built.root).stdout.splitlines()

    assert [line.rpartition("/")[2] for line in told] == files, why


def test_a_list_is_for_machines_too(built: Site) -> None:
    desk(built)

    (row,) = json.loads(
        nashra("list", "--now", NOW, "--scheduled", "--json", cwd=built.root).stdout
    )

    assert row == {
        "state": "scheduled",
        "when": "2026-11-25T08:00:00+04:00",
        "section": "science",
        "authors": [],
        "title": "مجدول",
        "file": "content/articles/science/b.md",
    }
    assert "There is none" in nashra("list", "--author", "سعاد", cwd=built.root).stdout
