"""What the application answers, with no server and no build around it."""

from __future__ import annotations

import asyncio
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from nashra.report import BuildReport
from nashra.serve import PreviewSettings
from nashra.serve.reload import Broadcast
from nashra.serve.server import create_app, host_allowed
from tests.serve.asking import HOST, ask, ask_app, run

STORY = f"/{quote('سياسة')}/{quote('خبر-عاجل')}"


@pytest.fixture
def settings(output: Path) -> PreviewSettings:
    return PreviewSettings(output=output, watched=())


@pytest.fixture
def below(output: Path) -> PreviewSettings:
    return PreviewSettings(output=output, watched=(), base_path="/أخبار/repo/")


def test_a_folder_gives_its_index_with_the_script_before_the_end(settings: PreviewSettings) -> None:
    answer = ask(settings, "/")

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert answer.text.count("__nashra__/reload.js") == 1
    assert answer.text.endswith("</script></body></html>")
    assert b"__nashra__" not in (settings.output / "index.html").read_bytes()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_arabic_address_leads_to_its_page(settings: PreviewSettings, form: str) -> None:
    (settings.output / "أخبار.txt").write_text("نص", encoding="utf-8")
    name = unicodedata.normalize(form, "أخبار")  # type: ignore[arg-type]

    assert ask(settings, f"{STORY}/").status == 200
    assert ask(settings, f"/{quote(name)}.txt").text == "نص"


def test_a_folder_without_its_slash_is_sent_to_it(settings: PreviewSettings) -> None:
    answer = ask(settings, f"{STORY}?page=2")

    assert answer.status == 307
    assert answer.headers["location"] == f"{STORY}/?page=2"
    assert ask(settings, f"{STORY}/index.html").status == 200


@pytest.mark.parametrize(
    "target", ["/missing", "/feed.xml/", "/assets/", "/assets", "/" + "a" * 999]
)
def test_what_is_not_there_gives_the_sites_own_page(settings: PreviewSettings, target: str) -> None:
    answer = ask(settings, target)

    assert answer.status == 404
    assert "ضاعت الصفحة" in answer.text
    assert "reload.js" in answer.text


def test_a_site_without_a_404_page_gets_a_plain_one(settings: PreviewSettings) -> None:
    (settings.output / "404.html").unlink()

    answer = ask(settings, "/missing")

    assert answer.status == 404
    assert "لا توجد صفحة" in answer.text
    assert "reload.js" in answer.text


def test_nothing_built_yet_is_a_404_too(tmp_path: Path) -> None:
    assert ask(PreviewSettings(output=tmp_path / "none", watched=()), "/").status == 404


@pytest.mark.parametrize(
    "target",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a%00b", "//secret.txt", "/%ff"],
)
def test_a_way_out_of_the_folder_is_refused(settings: PreviewSettings, target: str) -> None:
    answer = ask(settings, target)

    assert 400 <= answer.status < 500
    assert "سر" not in answer.text


def test_a_link_out_of_the_folder_is_not_followed(settings: PreviewSettings) -> None:
    (settings.output / "out.txt").symlink_to(settings.output.parent / "secret.txt")
    (settings.output / "up").symlink_to(settings.output.parent)

    assert ask(settings, "/out.txt").status == 404
    assert ask(settings, "/up/secret.txt").status == 404


def test_a_file_comes_with_its_type_and_validators(settings: PreviewSettings) -> None:
    answer = ask(settings, "/feed.xml")

    assert answer.text == "<rss/>"
    assert answer.headers["content-type"] == "application/xml; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    for condition in (
        {"If-None-Match": answer.headers["etag"]},
        {"If-Modified-Since": answer.headers["last-modified"]},
    ):
        again = ask(settings, "/feed.xml", headers={**HOST, **condition})
        assert (again.status, again.body) == (304, b"")
        assert again.headers["cache-control"] == "no-cache"
        assert "content-type" not in again.headers
    assert ask(settings, "/feed.xml", headers={**HOST, "If-None-Match": '"old"'}).status == 200


def test_a_part_of_a_file_can_be_asked_for(settings: PreviewSettings) -> None:
    part = ask(settings, "/big.mp4", headers={**HOST, "Range": "bytes=5-9"})
    beyond = ask(settings, "/big.mp4", headers={**HOST, "Range": "bytes=5000-"})

    assert (part.status, part.text) == (206, "56789")
    assert part.headers["content-range"] == "bytes 5-9/1000"
    assert part.headers["content-type"] == "video/mp4"
    assert beyond.status == 416


def test_a_fragment_is_left_as_it_is(settings: PreviewSettings) -> None:
    assert ask(settings, "/fragment.html").text == "<p>آخر الأخبار</p>"


def test_a_file_that_may_not_be_read_is_not_there(
    settings: PreviewSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bytes:
        raise PermissionError

    (settings.output / "404.html").unlink()
    monkeypatch.setattr(Path, "read_bytes", denied)

    assert ask(settings, "/").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_is_allowed(settings: PreviewSettings, method: str) -> None:
    answer = ask(settings, "/", method=method)

    assert answer.status == 405
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("target", ["/", "/feed.xml", "/missing", "/__nashra__/events"])
def test_a_head_request_ends(settings: PreviewSettings, target: str) -> None:
    assert ask(settings, target, method="HEAD").status == (404 if target == "/missing" else 200)


def test_a_site_below_a_path_lives_there_alone(below: PreviewSettings) -> None:
    base = f"/{quote('أخبار')}/repo/"

    assert ask(below, "/").headers["location"] == base
    assert ask(below, base.rstrip("/")).headers["location"] == base
    assert f'src="{base}__nashra__/reload.js"' in ask(below, base).text
    assert ask(below, f"{base}{STORY[1:]}").headers["location"] == f"{base}{STORY[1:]}/"
    assert ask(below, f"{base}feed.xml").status == 200
    assert ask(below, f"{base}__nashra__/reload.js").status == 200
    for elsewhere in ("/feed.xml", "/__nashra__/reload.js", f"/{quote('أخبار')}/"):
        assert ask(below, elsewhere).status == 404


def test_the_script_is_served_from_the_package(settings: PreviewSettings) -> None:
    answer = ask(settings, "/__nashra__/reload.js")

    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in answer.text
    assert ask(settings, "/__nashra__/other").status == 404


@pytest.mark.parametrize(
    ("header", "bound", "allowed"),
    [
        ("localhost", "127.0.0.1", True),
        ("LOCALHOST:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("[::1]:8000", "127.0.0.1", True),
        ("newsroom.local:8000", "newsroom.local", True),
        ("192.168.1.5:8000", "192.168.1.5", True),
        ("192.168.1.5:8000", "0.0.0.0", True),  # noqa: S104
        ("[fe80::1]:8000", "::", True),
        ("192.168.1.5:8000", "127.0.0.1", False),
        ("evil.example", "127.0.0.1", False),
        ("evil.example", "0.0.0.0", False),  # noqa: S104
        ("localhost.evil.example", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("evil.example:80@127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1:8000:1", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_only_names_of_this_machine_are_answered(header: str, bound: str, *, allowed: bool) -> None:
    assert host_allowed(header, bound=bound) is allowed


def test_a_request_for_another_host_is_misdirected(settings: PreviewSettings) -> None:
    assert ask(settings, "/", headers={"host": "evil.example"}).status == 421
    assert ask(settings, "/__nashra__/events", headers={}).status == 421


def test_a_request_waits_for_the_running_build(settings: PreviewSettings) -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        app = create_app(settings, broadcast)
        before = (await ask_app(app, "/")).text
        broadcast.begin()
        await asyncio.sleep(0)
        waiting = asyncio.create_task(ask_app(app, "/"))
        script = await ask_app(app, "/__nashra__/reload.js")
        assert script.status == 200
        assert not waiting.done()
        page = settings.output / "index.html"
        page.write_text("<body>بعد البناء</body>", encoding="utf-8")
        broadcast.finish(BuildReport(changed=("index.html",)), styles=False)
        after = await waiting
        assert after.status == 200
        assert "بعد البناء" in after.text
        assert f'data-build="{broadcast.build}"' in after.text
        assert f'data-build="{broadcast.build}"' not in before

    run(scene())


def test_a_request_does_not_wait_for_ever(settings: PreviewSettings) -> None:
    async def scene() -> None:
        broadcast = Broadcast(asyncio.get_running_loop())
        app = create_app(settings, broadcast, patience=0.05)
        broadcast.begin()
        await asyncio.sleep(0)
        answer = await ask_app(app, "/")
        assert answer.status == 503
        assert "يُبنى الموقع الآن" in answer.text
        broadcast.close()
        assert (await ask_app(create_app(settings, broadcast), "/")).status == 503

    run(scene())
