"""Where the style of slugs applies: where a slug is made, and nowhere else."""

from __future__ import annotations

import pytest

from nashra.language.short_id import is_own_id
from tests.cli.test_commands import nashra
from tests.sites import Site, story

FOLDER = "content/articles/science/2026/11"


@pytest.fixture
def latin(site: Site) -> Site:
    return styled(site, "latin")


def styled(site: Site, style: str) -> Site:
    config = site.root / "config.yaml"
    config.write_text(config.read_text("utf-8") + f"slugs: {style}\n", "utf-8")
    return site


def test_a_file_s_name_makes_a_slug_in_the_style_and_a_written_one_stays(latin: Site) -> None:
    latin.write(f"-- {FOLDER}/حكومة جديدة.md --\n{story('خبر')}")
    latin.write(f"-- {FOLDER}/مد.md --\n{story('مد', slug='مد', tags='[بحر]', authors='ليلى')}")
    report = latin.build()

    assert not report.failed
    files = latin.files()
    assert "science/2026/11/hkuma-jdida/index.html" in files
    assert "science/2026/11/مد/index.html" in files
    assert "tag/بحر/index.html" in files, "tags and writers are no headlines"
    assert "author/ليلى/index.html" in files
    assert files == latin.cold()


def test_two_files_whose_latin_slugs_fold_together_are_a_fault_with_both_names(latin: Site) -> None:
    latin.write(f"-- {FOLDER}/أحمد.md --\n{story('أحمد')}")
    latin.write(f"-- {FOLDER}/احمد.md --\n{story('احمد', date='2026-11-21')}")
    latin.write(f"-- {FOLDER}/x.md --\n{story('ثالث', slug='Ahmad'.lower(), date='2026-11-22')}")
    report = latin.build()

    first, second = report.problems
    assert (first.file, second.file) == (f"{FOLDER}/احمد.md", f"{FOLDER}/x.md")
    assert f"{FOLDER}/أحمد.md" in first.what.ar
    assert report.failed
    assert "<h1>أحمد</h1>" in latin.page("/science/2026/11/ahmad/")


def test_a_setting_that_changes_reads_the_stories_again(site: Site) -> None:
    site.write(f"-- {FOLDER}/قوة.md --\n{story('قوة')}")
    site.build()
    styled(site, "latin").build()

    assert "science/2026/11/qwa/index.html" in site.files()
    assert site.files() == site.cold()


@pytest.mark.parametrize(
    ("style", "slug"), [("arabic", "مصر-والعراق"), ("latin", "egypt-wa-iraq"), ("id", "")]
)
def test_an_imported_story_s_slug_is_frozen_in_the_style(site: Site, style: str, slug: str) -> None:
    styled(site, style).write("-- content/inbox/sport/x.txt --\nمصر والعراق\nملخص\nنص.\n")
    for _ in range(2):
        done = nashra("import", "content/inbox", "--date", "2026-11-20", cwd=site.root)
        assert done.returncode == 0, done.stderr
    (file,) = (site.root / "content/articles/sport/2026/11").iterdir()

    assert file.stem == slug or is_own_id(file.stem)
    assert f"slug: {file.stem}\n" in file.read_text("utf-8").replace("'", "")
