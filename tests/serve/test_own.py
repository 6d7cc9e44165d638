"""What pages of the preview ask of the preview itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from nashra.errors import NashraError, Problem, Words
from nashra.serve import PreviewSettings
from nashra.serve.newsroom import Saved, Unpublished, Waiting
from nashra.serve.reload import Broadcast
from nashra.serve.server import create_app
from tests.serve.asking import HOST, Answer, ask, ask_app, run

DRAFT = "/سياسة/مسودة/"
HERE = {**HOST, "origin": "http://127.0.0.1:8000", "x-nashra": "1"}


@dataclass
class Desk:
    """A newsroom with one draft."""

    picture: Path
    fault: bool = False
    opened: list[tuple[str, int, int]] = field(default_factory=list)

    def unpublished(self, address: str) -> Unpublished | None:
        if self.fault:
            raise NashraError([Problem("x", 1, Words("خطأ", "Wrong"), Words("", ""))])
        if address != DRAFT:
            return None
        return Unpublished("<!doctype html><body>مسودة</body>".encode(), Words("<مسودة>", "Draft"))

    def original(self, address: str) -> Path | None:
        return self.picture if address == "/media/a.png" else None

    def style(self, address: str) -> bytes | None:
        return b"body{}" if address == "/assets/site.css" else None

    def waiting(self) -> Sequence[Waiting]:
        return [Waiting(Words("مسودة", "Draft"), "2026-11-20 00:00", "<b>", "a.md", "/s/")]

    def is_story(self, address: str) -> bool:
        return address in {DRAFT, "/سياسة/خبر-عاجل/"}

    def sheet(self, address: str) -> Mapping[str, object] | None:
        return {"words": 3} if address == DRAFT else None

    def story_among(self, saved: Collection[Path]) -> Saved | None:
        return Saved(DRAFT) if saved else None

    def open(self, file: str, line: int, column: int) -> bool:
        self.opened.append((file, line, column))
        return file == "content/a.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"png")
    return Desk(picture)


@pytest.fixture
def settings(output: Path, desk: Desk) -> PreviewSettings:
    return PreviewSettings(output=output, watched=(), newsroom=desk)


def test_a_draft_is_shown_at_its_address_with_its_band(settings: PreviewSettings) -> None:
    answer = ask(settings, "/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/%D9%85%D8%B3%D9%88%D8%AF%D8%A9/")

    assert answer.status == 200
    assert "مسودة</body>" not in answer.text, "the script comes before the end"
    assert 'data-band="&lt;مسودة&gt;"' in answer.text
    assert f'data-story="{DRAFT}"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_draft_asked_for_as_a_file_is_one_step_away(settings: PreviewSettings) -> None:
    answer = ask(settings, "/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/%D9%85%D8%B3%D9%88%D8%AF%D8%A9?a=1")

    assert answer.status == 307
    assert answer.headers["location"].endswith("%D9%85%D8%B3%D9%88%D8%AF%D8%A9/?a=1")


def test_a_drafts_picture_is_shown(settings: PreviewSettings) -> None:
    answer = ask(settings, "/media/a.png")

    assert (answer.status, answer.body) == (200, b"png")
    assert answer.headers["content-type"] == "image/png"


def test_a_style_sheet_is_given_as_it_is_now_to_a_page_that_asks(
    settings: PreviewSettings,
) -> None:
    assert ask(settings, "/assets/site.css?nashra-style=x").body == b"body{}"
    assert ask(settings, "/assets/site.css").body == b"body{color:red}"
    assert ask(settings, "/feed.xml?nashra-style=x").body == b"<rss/>"


def test_what_nobody_has_is_still_lost(settings: PreviewSettings, desk: Desk) -> None:
    assert ask(settings, "/lost/").status == 404
    desk.fault = True
    assert ask(settings, "/lost/").status == 404, "a fault of the newsroom's is told elsewhere"


def test_a_published_story_is_known_as_one_and_a_list_is_not(settings: PreviewSettings) -> None:
    story = ask(
        settings, "/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84/"
    )

    assert 'data-story="/سياسة/خبر-عاجل/"' in story.text
    assert "data-story" not in ask(settings, "/").text


def test_the_sheet_and_the_list_are_given_by_the_newsroom(settings: PreviewSettings) -> None:
    sheet = ask(
        settings,
        "/__nashra__/sheet?address=%2F%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9%2F%D9%85%D8%B3%D9%88%D8%AF%D8%A9%2F",
    )
    listed = ask(settings, "/__nashra__/waiting")

    assert json.loads(sheet.text) == {"words": 3}
    assert ask(settings, "/__nashra__/sheet?address=/lost/").status == 404
    assert "&lt;b&gt;" in listed.text
    assert 'href="/s/"' in listed.text


def test_a_preview_without_a_newsroom_has_nothing_of_it(output: Path) -> None:
    alone = PreviewSettings(output=output, watched=())

    for address in ("/__nashra__/sheet?address=/", "/__nashra__/waiting", "/__nashra__/open"):
        assert ask(alone, address).status == 404
    assert "data-desk" not in ask(alone, "/").text


def post(settings: PreviewSettings, body: object, headers: Mapping[str, str] = HERE) -> Answer:
    async def asked() -> Answer:
        app = create_app(settings, Broadcast(asyncio.get_running_loop()))
        sent = json.dumps(body).encode()
        return await ask_app(app, "/__nashra__/open", method="POST", headers=headers, body=sent)

    return run(asked())


def test_a_page_of_this_preview_may_have_a_file_opened(
    settings: PreviewSettings, desk: Desk
) -> None:
    assert post(settings, {"file": "content/a.md", "line": 3, "column": None}).status == 204
    assert post(settings, {"file": "content/lost.md"}).status == 404
    assert desk.opened == [("content/a.md", 3, 1), ("content/lost.md", 1, 1)]


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"origin": "https://example.com"}, "a page of another site"),
        ({"origin": ""}, "no page at all"),
        ({"origin": "null"}, "a page in a sandbox"),
        ({"x-nashra": None}, "a form, which can set no header"),
    ],
)
def test_nobody_else_may(
    settings: PreviewSettings, desk: Desk, headers: dict[str, str | None], why: str
) -> None:
    sent = {name: value for name, value in {**HERE, **headers}.items() if value is not None}

    assert post(settings, {"file": "content/a.md"}, sent).status == 403, why
    assert desk.opened == []


@pytest.mark.parametrize("body", [[], "x", {"line": 1}, {"file": "a", "line": "x"}, None])
def test_what_is_no_place_is_refused(settings: PreviewSettings, desk: Desk, body: object) -> None:
    assert post(settings, body).status == 400
    assert desk.opened == []


def test_nothing_is_opened_where_there_is_no_newsroom(settings: PreviewSettings) -> None:
    assert post(replace(settings, newsroom=None), {"file": "content/a.md"}).status == 403


@pytest.mark.parametrize("name", ["reload.js", "parts.js", "patch.js", "problems.js", "sheet.js"])
def test_every_script_is_there(settings: PreviewSettings, name: str) -> None:
    answer = ask(settings, f"/__nashra__/{name}")

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
