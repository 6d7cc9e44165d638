"""A writer's day in the preview: a real site, the real command, a real browser."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.serve.browsing import Desk
from tests.serve.command import served
from tests.sites import Site, story

pytestmark = pytest.mark.browser

FILE = "content/articles/science/a.md"
ADDRESS = "science/2026/11/a/"


def in_place(path: Path, text: str) -> None:
    """As nano and most simple editors save."""
    path.write_text(text, encoding="utf-8")


def as_vim(path: Path, text: str) -> None:
    """The old file becomes a backup, a new one takes its name, the backup goes."""
    backup = path.with_name(path.name + "~")
    (path.parent / "4913").touch()
    (path.parent / "4913").unlink()
    if path.exists():
        path.rename(backup)
    path.write_text(text, encoding="utf-8")
    backup.unlink(missing_ok=True)


def as_code(path: Path, text: str) -> None:
    """VS Code truncates the file and writes it."""
    with path.open("r+" if path.exists() else "w", encoding="utf-8") as file:
        file.truncate(0)
        file.flush()
        time.sleep(0.002)
        file.write(text)


def as_word(path: Path, text: str) -> None:
    """A temporary file, the old one aside, the new one in its place, a lock file beside them."""
    lock = path.with_name("~$" + path.name)
    lock.touch()
    temporary = path.with_name("~WRD0001.tmp")
    temporary.write_text(text, encoding="utf-8")
    old = path.with_name("~WRL0002.tmp")
    if path.exists():
        path.rename(old)
    temporary.rename(path)
    old.unlink(missing_ok=True)
    lock.unlink()


def as_obsidian(path: Path, text: str) -> None:
    """A whole file takes the place of another."""
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


SAVES: list[Callable[[Path, str], None]] = [in_place, as_vim, as_code, as_word, as_obsidian]


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_a_day_with_a_program_that_saves_like_this(
    desk: Desk, jarida: Site, save: Callable[[Path, str], None]
) -> None:
    path = jarida.root / FILE
    path.parent.mkdir(parents=True)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        main, alert = page.locator("main"), page.locator("nashra-problems [role=alert]")
        save(path, story("السنونو يعود", body="أولا."))
        await expect(main).to_contain_text("السنونو يعود")
        await page.goto(address + ADDRESS)
        await expect(main).to_contain_text("أولا.")
        save(path, story("السنونو يعود", body="ثانيا."))
        await expect(main).to_contain_text("ثانيا.")
        save(path, story("السنونو يعود", date="أمس", body="ثالثا."))
        await expect(alert).to_contain_text("a.md:3")
        await expect(alert.locator("mark")).to_have_text("أمس")
        await expect(main).to_contain_text("ثانيا.")  # the last good page stays under it
        save(path, story("السنونو يعود", body="رابعا."))
        await expect(main).to_contain_text("رابعا.")
        await expect(alert).to_have_count(0)
        await renamed_moved_deleted(page, address, path)

    with served(jarida) as address:
        desk.play(scene(address))


async def renamed_moved_deleted(page: Page, address: str, path: Path) -> None:
    main = page.locator("main")
    path.rename(path.with_name("b.md"))  # noqa: ASYNC240 - the page waits for it
    await expect(main).not_to_contain_text("رابعا.")
    await page.goto(f"{address}science/2026/11/b/")
    await expect(main).to_contain_text("رابعا.")
    sport = path.parents[1] / "sport"
    sport.mkdir()
    path.with_name("b.md").rename(sport / "b.md")
    await expect(main).not_to_contain_text("رابعا.")
    await page.goto(f"{address}sport/2026/11/b/")
    await expect(main).to_contain_text("رابعا.")
    kept = (sport / "b.md").read_text("utf-8")
    shutil.rmtree(sport)
    await expect(main).not_to_contain_text("رابعا.")
    sport.mkdir()
    (sport / "b.md").write_text(kept, encoding="utf-8")
    await expect(main).to_contain_text("رابعا.")


def test_no_save_of_five_hundred_is_lost(desk: Desk, jarida: Site) -> None:
    path = jarida.root / FILE
    path.parent.mkdir(parents=True)
    path.write_text(story("السنونو", body="نص 0."), encoding="utf-8")

    async def scene(address: str) -> None:
        page = await desk.open(address + ADDRESS)
        for number in range(1, 501):
            SAVES[number % len(SAVES)](path, story("السنونو", body=f"نص {number}."))
            if number % 50 == 0:
                await expect(page.locator("main")).to_contain_text(f"نص {number}.")

    with served(jarida) as address:
        desk.play(scene(address), patience=300)


def test_a_draft_is_followed_from_its_first_word_to_its_readers(desk: Desk, jarida: Site) -> None:
    path = jarida.root / FILE
    path.parent.mkdir(parents=True)

    async def scene(address: str) -> None:
        page = await desk.open(address)
        in_place(path, story("مسودة السنونو", status="draft", body="أولا."))
        await expect(page.locator("h1")).to_contain_text("مسودة السنونو")
        assert page.url.endswith(ADDRESS), "the page went to the story"
        await expect(page.locator("nashra-band")).to_contain_text("مسودة")
        in_place(path, story("مسودة السنونو", status="draft", body="ثانيا."))
        await expect(page.locator("main")).to_contain_text("ثانيا.")
        assert not (jarida.folders.output / ADDRESS).exists()
        in_place(path, story("السنونو", body="ثالثا."))
        await expect(page.locator("main")).to_contain_text("ثالثا.")
        await expect(page.locator("nashra-band")).to_have_count(0)
        assert (jarida.folders.output / ADDRESS).exists()

    with served(jarida, "--follow") as address:
        desk.play(scene(address))


def test_dropped_copy_is_shown_to_whoever_waits_at_the_front_page(desk: Desk, jarida: Site) -> None:
    async def scene(address: str) -> None:
        page = await desk.open(address)
        inbox = jarida.root / "content" / "inbox" / "science"
        inbox.mkdir(parents=True)
        copy = "عودة السنونو إلى الميناء\r\n\r\nعادت طيور السنونو صباح اليوم إلى الميناء."
        (inbox / "سنونو.txt").write_bytes(copy.encode("utf-8-sig"))
        await expect(page.locator("h1")).to_have_text("عودة السنونو إلى الميناء")
        assert "/science/" in page.url

    with served(jarida) as address:
        desk.play(scene(address))


def test_the_writers_sheet_is_opened_read_and_closed(desk: Desk, jarida: Site) -> None:
    path = jarida.root / FILE
    path.parent.mkdir(parents=True)
    path.write_text(story("السنونو", body="نص الخبر , وفيه فاصلة."), encoding="utf-8")

    async def scene(address: str) -> None:
        page = await desk.open(address + ADDRESS)
        await page.get_by_role("button", name="ورقة الكاتب").click()
        sheet = page.get_by_role("complementary", name="ورقة الكاتب")
        await expect(sheet).to_contain_text("لا صورة (image).")
        await expect(sheet).to_contain_text("[latin-comma]")
        await expect(sheet.get_by_role("link", name="علوم").first).to_be_visible()
        save = story("السنونو", body="نص الخبر، وفيه فاصلة.", tags="[طيور]")
        in_place(path, save)
        await expect(sheet).not_to_contain_text("[latin-comma]")  # it keeps up with what is saved
        await expect(sheet).not_to_contain_text("لا وسوم")
        await sheet.get_by_role("button", name="إغلاق").focus()
        await page.keyboard.press("Escape")
        await expect(sheet).to_have_count(0)
        await expect(page.get_by_role("button", name="ورقة الكاتب")).to_be_focused()
        await page.goto(address)
        await page.get_by_role("link", name="المسودات والمجدول").click()
        await expect(page.locator("h1")).to_have_text("كل الأخبار منشورة.")

    with served(jarida) as address:
        desk.play(scene(address))


def test_a_fault_of_a_template_is_told_with_its_own_line(desk: Desk, jarida: Site) -> None:
    path = jarida.root / FILE
    path.parent.mkdir(parents=True)
    path.write_text(story("السنونو"), encoding="utf-8")
    own = jarida.root / "themes" / "own"
    (own / "templates").mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\nextends: jarida\n", encoding="utf-8")
    with (jarida.root / "config.yaml").open("a", encoding="utf-8") as config:
        config.write("theme: own\n")

    async def scene(address: str) -> None:
        page = await desk.open(address + ADDRESS)
        template = own / "templates" / "story.html"
        template.write_text("<!doctype html>\n<p>\n{{ page.nothing.more }}\n", encoding="utf-8")
        alert = page.locator("nashra-problems [role=alert]")
        await expect(alert).to_contain_text("themes/own/templates/story.html:3")
        await expect(alert).to_contain_text("page.nothing.more")
        await expect(page.locator("h1")).to_contain_text("السنونو")
        template.unlink()
        await expect(alert).to_have_count(0)

    with served(jarida) as address:
        desk.play(scene(address))
