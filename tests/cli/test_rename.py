"""`nashra rename`: another slug, an old address that leads on, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_commands import nashra
from tests.sites import Site, story

TURTLES = "content/articles/science/turtles.md"
TIDE = "content/articles/science/tide.md"
OLD = "/science/2026/11/turtles/"


@pytest.fixture
def published(site: Site) -> Site:
    site.write(f"-- {TURTLES} --\n{story('السلاحف')}-- {TIDE} --\n{story('المد', slug='المد')}")
    site.build()
    return site


def short_of(site: Site, address: str) -> list[str]:
    return [name for name in site.files() if name.startswith("a/") and address in site.page(name)]


def test_the_old_address_and_the_short_one_lead_to_the_new(published: Site) -> None:
    (short,) = short_of(published, OLD)
    done = nashra("rename", TURTLES, "sea", cwd=published.root)
    report = published.build()

    assert done.returncode == 0, done.stderr
    assert f"صار رابط الخبر /science/2026/11/sea/، وإليه يؤدي {OLD}" in done.stdout
    assert f"The story lies at /science/2026/11/sea/ now; {OLD} leads there" in done.stdout
    assert "url=/science/2026/11/sea/" in published.page(OLD)
    assert short_of(published, "/science/2026/11/sea/") == [short]
    assert not report.problems
    assert published.files() == published.cold()

    nashra("rename", TURTLES, "ocean", cwd=published.root)
    published.build()
    for address in (OLD, "/science/2026/11/sea/", f"/{short.removesuffix('index.html')}"):
        assert "url=/science/2026/11/ocean/" in published.page(address)

    nashra("rename", TURTLES, "turtles", cwd=published.root)
    published.build()
    assert "<h1>السلاحف</h1>" in published.page(OLD), "and back again"
    assert short_of(published, OLD) == [short]
    assert published.files() == published.cold()


def test_a_story_of_an_edition_keeps_its_whole_address(site: Site) -> None:
    config = site.root / "config.yaml"
    config.write_text(config.read_text("utf-8") + "editions:\n  en: {name: Swallow}\n", "utf-8")
    file = "content/en/articles/science/turtles.md"
    site.write(f"-- {file} --\n{story('Turtles')}")
    site.build()
    done = nashra("rename", "--site", str(site.root), str(site.root / file), "sea")
    site.build()

    assert done.returncode == 0, done.stderr
    assert "url=/en/science/2026/11/sea/" in site.page(f"/en{OLD}")
    assert site.files() == site.cold()


@pytest.mark.parametrize(
    ("slug", "said", "why"),
    [
        ("المد", TIDE, "another story lies there"),
        ("المدّ", "المد", "not as it is written in an address"),
        ("a b", "a-b", "a blank"),
        ("../x", "x", "a way out of the folder"),
        ("؟", "news-of-the-day", "no letter at all"),
        ("", "news-of-the-day", "nothing"),
    ],
)
def test_what_is_refused_leaves_the_file_as_it_was(
    published: Site, slug: str, said: str, why: str
) -> None:
    before = (published.root / TURTLES).read_bytes()
    done = nashra("rename", TURTLES, slug, cwd=published.root)

    assert done.returncode == 2, why
    assert said in done.stderr, why
    assert "Traceback" not in done.stderr
    assert (published.root / TURTLES).read_bytes() == before, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (story("غيره", slug="الالواح", status="draft"), "a draft, by a spelling that folds to it"),
        (story("غيره", aliases="[/science/2026/11/الألواح/]"), "a story that once lay there"),
    ],
)
def test_an_address_that_another_file_counts_on_is_refused(
    published: Site, text: str, why: str
) -> None:
    published.write(f"-- content/articles/science/other.md --\n{text}")
    done = nashra("rename", TURTLES, "الألواح", cwd=published.root)

    assert done.returncode == 2, why
    assert "other.md" in done.stderr, why


@pytest.mark.parametrize("file", ["config.yaml", "content/pages/about.md", "content/x.md"])
def test_what_is_no_story_is_refused(published: Site, file: str) -> None:
    if file.startswith("content"):
        published.write(f"-- {file} --\n{story('صفحة')}")
    done = nashra("rename", file, "sea", cwd=published.root)

    assert done.returncode == 2
    assert "content/articles/" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_story_with_a_fault_is_told_by_its_fault(published: Site) -> None:
    published.write(f"-- {TURTLES} --\n{story('السلاحف', date='أمس')}")
    done = nashra("rename", TURTLES, "sea", cwd=published.root)

    assert done.returncode == 2
    assert f"{TURTLES}:3" in done.stderr


def test_the_slug_that_it_has_changes_nothing(published: Site, tmp_path: Path) -> None:
    before = (published.root / TURTLES).read_bytes()
    done = nashra(
        "rename", "--site", str(published.root), str(published.root / TURTLES), "turtles",
        cwd=tmp_path,
    )  # fmt: skip

    assert done.returncode == 0
    assert (published.root / TURTLES).read_bytes() == before
