"""What the theme's script adds to pages that are whole without it, under the site's own policy."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.hosting import Host
from tests.sites import CONFIG, NOW, Site, new_site, story

pytestmark = pytest.mark.browser

CHECKOUT = Path(__file__).parents[2]
SETTINGS = CONFIG.replace("theme: plain\n", "") + "dates: {digits: arab}\n"
UNTIL = "2026-11-24"
FILM = "https://www.youtube-nocookie.com/embed/RasAlnakhil?autoplay=1"
BODY = """\
/// embed | من داخل الورشة
https://youtu.be/RasAlnakhil
///

/// embed | قناتنا
https://t.me/alsonono
///

""" + "\n\n".join(["نص الخبر في فقرة."] * 30)
REPORTS = "## 09:00 بدأ\n\nنص.\n\n## 10:00 وصل القارب\n\nنص.\n"
FLASH = story("مد عال", date="2026-11-23 09:00", breaking_until=UNTIL)
FILES = (
    f"-- config.yaml --\n{SETTINGS}"
    f"-- content/articles/science/flash.md --\n{FLASH}\n"
    f"-- content/articles/science/film.md --\n{story('فيلم', body=BODY)}\n"
    f"-- content/articles/sport/b.md --\n{story('نادي الدراجات')}\n"
)
STORY, FLASHING = "/science/2026/11/film/", "/science/2026/11/flash/"
LIVE = "/sport/2026/11/live/"
MINUTE = 60_000
SHIFTS = (CHECKOUT / "tools" / "gates" / "shifts.js").read_text("utf-8")


def reports(body: str, **fields: str) -> str:
    told = story("يوم مفتوح", date="2026-11-23 08:00", kind="live", body=body, **fields)
    return f"-- content/articles/sport/live.md --\n{told}"


@dataclass
class Visit:
    """A reader of a site, what was asked for them, and what their browser complained of."""

    site: Site
    root: str
    context: BrowserContext
    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        self.page.goto(self.root + address, wait_until="networkidle")
        return self.page

    def others(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.root, "data:"))]

    def times(self, file: str) -> int:
        return sum(url.endswith(file) for url in self.asked)

    def pass_time(self, milliseconds: int) -> None:
        """Let the page's clock go on, and whatever it asks be answered."""
        self.page.clock.fast_forward(milliseconds)
        self.page.wait_for_timeout(200)

    def shifted(self) -> list[object]:
        found: list[object] = self.page.evaluate("shifted")
        return found


def answer(route: Route) -> None:
    route.fulfill(body="<h1>film</h1>", content_type="text/html")


Come = Callable[..., Visit]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = new_site(tmp_path / "site", FILES + reports(REPORTS))
    made.build()
    return made


@pytest.fixture
def come(browser: Browser, site: Site) -> Iterator[Come]:
    """Let readers come; whatever other sites are asked for is answered here."""
    contexts: list[BrowserContext] = []
    serve = partial(Host, directory=str(site.folders.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def visit(*, width: int = 1280, scripts: bool = True, still: bool = False) -> Visit:
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                java_script_enabled=scripts,
                reduced_motion="reduce" if still else "no-preference",
            )
            contexts.append(context)
            context.route(re.compile("^https:"), answer)
            page = context.new_page()
            page.add_init_script(SHIFTS)
            here = Visit(site, f"http://127.0.0.1:{server.server_port}", context, page)

            def note(request: Request) -> None:
                here.asked.append(request.url)

            page.on("request", note)
            page.on("console", lambda message: here.said.append(message.text))
            page.on("pageerror", lambda error: here.said.append(str(error)))
            return here

        yield visit
        for context in contexts:
            context.close()
        server.shutdown()


class TestTheScript:
    def test_all_of_it_is_small(self, site: Site) -> None:
        import brotli  # noqa: PLC0415

        files = list(site.folders.output.glob("assets/*.js"))
        assert files
        assert sum(len(brotli.compress(file.read_bytes())) for file in files) < 3_000

    @pytest.mark.parametrize("address", ["/", STORY, LIVE, FLASHING, "/science/", "/404.html"])
    def test_the_policy_holds_and_no_other_site_is_asked(self, come: Come, address: str) -> None:
        reader = come()
        page = reader.go(address)

        assert page.evaluate("document.documentElement.className") == "ready"
        assert reader.others() == []
        assert reader.said == []

    @pytest.mark.parametrize("width", [360, 1280])
    @pytest.mark.parametrize("address", [STORY, LIVE, "/science/", "/404.html"])
    def test_nothing_moves(self, come: Come, address: str, width: int) -> None:
        reader = come(width=width)
        page = reader.go(address)
        expect(page.locator(".bulletin a")).to_be_visible()
        page.wait_for_timeout(200)

        assert reader.shifted() == []

    def test_without_it_nothing_is_missing_and_nothing_is_dead(self, come: Come) -> None:
        reader = come(scripts=False)
        for address in (STORY, LIVE):
            page = reader.go(address)
            assert [
                button.text_content()
                for button in page.locator("button").all()
                if button.is_visible()
            ] == []
        expect(page.locator(".report")).to_have_count(2)
        page = reader.go(STORY)
        expect(page.locator('.embed a[href="https://youtu.be/RasAlnakhil"]')).to_be_visible()
        page = reader.go("/")
        expect(page.locator(".breaking a")).to_have_text("مد عال")
        assert reader.times(".json") == 0
        assert reader.others() == []

    def test_who_wants_stillness_has_it(self, come: Come) -> None:
        reader = come(still=True)
        page = reader.go(STORY)
        expect(page.locator(".bulletin a")).to_be_visible()

        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


class TestBreaking:
    def test_every_page_but_the_front_page_asks_once(self, come: Come) -> None:
        reader = come()
        page = reader.go(STORY)
        bar = page.get_by_role("status").filter(has_text="عاجل")
        expect(bar.get_by_role("link", name="مد عال")).to_be_in_viewport()
        assert reader.times("/breaking.json") == 1

        page = reader.go("/")
        expect(page.locator(".breaking a")).to_have_text("مد عال")
        assert reader.times("/breaking.json") == 1

    def test_a_story_is_not_told_of_itself(self, come: Come) -> None:
        page = come().go(FLASHING)

        expect(page.locator(".bulletin")).to_be_empty()

    def test_three_stories_stand_in_a_list(self, come: Come, site: Site) -> None:
        for number in (1, 2, 3):
            told = story(f"عاجل {number}", date=f"2026-11-23 1{number}:00", breaking_until=UNTIL)
            site.write(f"-- content/articles/sport/{number}.md --\n{told}")
        site.build(NOW + timedelta(hours=2))
        page = come(width=360).go(STORY)

        expect(page.locator(".bulletin a")).to_have_text(["عاجل 3", "عاجل 2", "عاجل 1"])
        height = page.locator(".bulletin").bounding_box()
        assert height is not None
        assert height["height"] < 150

    def test_closed_it_stays_closed_until_there_is_other_news(self, come: Come, site: Site) -> None:
        reader = come()
        page = reader.go(STORY)
        page.get_by_role("button", name="إغلاق").press("Enter")
        expect(page.locator(".bulletin")).to_be_empty()
        assert page.evaluate("document.activeElement.id") == "content", "the focus is not lost"

        page = reader.go("/science/")
        expect(page.locator(".bulletin")).to_be_empty()

        told = story("زلزال", date="2026-11-23 11:00", breaking_until=UNTIL)
        site.write(f"-- content/articles/sport/c.md --\n{told}")
        site.build()
        page = reader.go("/science/")
        expect(page.locator(".bulletin a").first).to_have_text("زلزال")

    def test_it_never_hides_what_has_the_focus(self, come: Come) -> None:
        page = come(width=360, still=True).go(STORY)
        expect(page.locator(".bulletin a")).to_be_visible()
        hidden = """() => {
            const {bottom} = document.activeElement.getBoundingClientRect();
            const bar = document.querySelector(".bulletin");
            return document.activeElement !== document.body
                && !bar.contains(document.activeElement)
                && bottom > bar.getBoundingClientRect().top + 1;
        }"""
        for _ in range(40):
            page.keyboard.press("Tab")
            place = page.evaluate("document.activeElement.outerHTML.slice(0, 90)")
            assert not page.evaluate(hidden), place

    def test_a_host_that_fails_spoils_nothing(self, come: Come, site: Site) -> None:
        (site.folders.output / "breaking.json").unlink()
        reader = come()
        page = reader.go(STORY)

        expect(page.locator(".bulletin")).to_be_empty()
        assert [text for text in reader.said if "404" not in text] == []


class TestCopying:
    def test_the_short_address_is_copied_and_said(self, come: Come) -> None:
        reader = come()
        reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = reader.go(STORY)
        page.get_by_role("button", name="انسخ الرابط").press("Enter")

        expect(page.locator(".share [role=status]")).to_have_text("نُسخ الرابط")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert re.fullmatch(r"https://example\.org/a/\w+/", copied)

    def test_where_that_is_not_allowed_the_address_is_shown(self, come: Come) -> None:
        reader = come()
        reader.page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
        )
        page = reader.go(STORY)
        page.get_by_role("button", name="انسخ الرابط").click()

        expect(page.locator(".share [role=status]")).to_contain_text("https://example.org/a/")


class TestEmbeds:
    def test_another_site_is_asked_when_a_reader_asks(self, come: Come) -> None:
        reader = come()
        page = reader.go(STORY)
        button = page.get_by_role("button", name="شغّل الفيديو من يوتيوب")
        button.scroll_into_view_if_needed()
        button.focus()
        page.wait_for_timeout(300)
        assert reader.others() == []
        expect(page.locator(".embed-ask p")).to_contain_text("youtu.be")

        page.keyboard.press("Enter")
        frame = page.locator("iframe")
        expect(frame).to_be_focused()
        expect(page.frame_locator("iframe").locator("h1")).to_have_text("film")
        assert reader.others() == [FILM]
        assert [text for text in reader.said if "Content Security Policy" in text] == []
        assert reader.shifted() == []

    def test_the_frame_may_do_little(self, come: Come) -> None:
        page = come().go(STORY)
        page.get_by_role("button", name="شغّل الفيديو من يوتيوب").click()
        frame = page.locator("iframe")

        expect(frame).to_have_attribute("title", "من داخل الورشة")
        expect(frame).to_have_attribute("loading", "lazy")
        expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
        allowed = (frame.get_attribute("sandbox") or "").split()
        assert not {"allow-top-navigation", "allow-forms", "allow-modals"} & {*allowed}

    def test_what_nobody_may_frame_stays_a_link(self, come: Come) -> None:
        page = come().go(STORY)
        channel = page.locator(".embed", has=page.get_by_text("قناتنا"))

        expect(channel.get_by_role("button")).to_have_count(0)
        expect(channel.get_by_role("link")).to_have_class("button")


class TestLive:
    @pytest.fixture
    def reader(self, come: Come) -> Visit:
        """A reader of a live story at noon, whose clock the test moves."""
        visit = come()
        visit.page.clock.install(time=NOW)
        visit.go(LIVE)
        return visit

    def tell(self, reader: Visit, *heads: str, **fields: str) -> None:
        more = "".join(f"\n## {head}\n\nنص.\n" for head in heads)
        reader.site.write(reports(REPORTS + more, **fields))
        reader.site.build(NOW + timedelta(minutes=1))

    @pytest.mark.parametrize(
        ("count", "said"),
        [
            (1, "تحديث جديد"),
            (2, "تحديثان جديدان"),
            (3, "٣ تحديثات جديدة"),
            (11, "١١ تحديثًا جديدًا"),
        ],
    )
    def test_new_reports_are_counted_in_the_site_s_words(
        self, reader: Visit, count: int, said: str
    ) -> None:
        self.tell(reader, *(f"11:{minute:02} تحديث" for minute in range(count)))
        reader.pass_time(MINUTE)

        expect(reader.page.locator(".reports [role=status] button")).to_have_text(said)
        expect(reader.page.locator(".report")).to_have_count(2)
        assert reader.shifted() == []

    def test_they_come_when_a_reader_asks_as_the_page_would_have_them(self, reader: Visit) -> None:
        self.tell(reader, "11:00 وصل الثاني", "24 نوفمبر 2026 00:10 بعد منتصف الليل")
        reader.pass_time(MINUTE)
        page = reader.page
        page.get_by_role("button", name="تحديثان جديدان").press("Enter")
        shown = page.locator(".report-day, .report")
        fresh = page.evaluate(
            "[...document.querySelectorAll('.report-day, .report')].map((each) => each.outerHTML)"
        )
        expect(page.locator(".report").first.locator("a").first).to_be_focused()
        assert page.locator(".report").first.get_attribute("id") == "at-20261124-0010"
        expect(page.locator(".reports-new button")).to_be_hidden()
        expect(shown).to_have_count(6)

        reader.go(LIVE)
        assert fresh == page.evaluate(
            "[...document.querySelectorAll('.report-day, .report')].map((each) => each.outerHTML)"
        )

    def test_it_asks_every_minute_and_not_while_nobody_looks(self, reader: Visit) -> None:
        for minute in (1, 2):
            reader.pass_time(MINUTE)
            assert reader.times("live.json") == minute
        hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
        tell = "document.dispatchEvent(new Event('visibilitychange'))"
        reader.page.evaluate(hide % "true" + tell)
        for _ in range(5):
            reader.pass_time(MINUTE)
        assert reader.times("live.json") == 2

        reader.page.evaluate(hide % "false" + tell)
        reader.pass_time(0)
        assert reader.times("live.json") == 3, "at once, since it was due"

    def test_a_failure_doubles_the_wait(self, reader: Visit) -> None:
        file = next(reader.site.folders.output.rglob("live.json"))
        kept = file.read_bytes()
        file.unlink()
        for waited, asked in ((1, 1), (1, 1), (1, 2), (3, 2), (1, 3)):
            reader.pass_time(waited * MINUTE)
            assert reader.times("live.json") == asked
        file.write_bytes(kept)
        for waited, asked in ((8, 4), (1, 5)):
            reader.pass_time(waited * MINUTE)
            assert reader.times("live.json") == asked

    def test_it_stops_when_the_coverage_is_over(self, reader: Visit) -> None:
        expect(reader.page.locator(".live-state")).to_have_text("مباشر")
        self.tell(reader, "11:00 انتهى اليوم", live_until="2026-11-23 11:30")
        reader.pass_time(MINUTE)
        expect(reader.page.locator(".live-state")).to_have_text("انتهت التغطية")
        reader.pass_time(10 * MINUTE)
        assert reader.times("live.json") == 1

        page = reader.go(LIVE)
        expect(page.locator(".live-state")).to_have_text("انتهت التغطية")
        reader.pass_time(10 * MINUTE)
        assert reader.times("live.json") == 1

    def test_it_stops_after_a_day_without_news(self, come: Come) -> None:
        reader = come()
        reader.page.clock.install(time=NOW + timedelta(days=1))
        reader.go(LIVE)
        reader.pass_time(10 * MINUTE)

        assert reader.times("live.json") == 0
