"""A host that says what `_headers` says, and a reader whose connection goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hosting import Host
from tests.sites import CONFIG, Site, new_site, story

pytestmark = pytest.mark.browser

SETTINGS = CONFIG.replace("theme: plain\n", "") + "logo: logo.svg\noffline: yes\n"
FILES = (
    f"-- config.yaml --\n{SETTINGS}"
    f"-- content/articles/science/a.md --\n{story('السلاحف تعود', image='logo.svg')}\n"
    f"-- content/articles/sport/b.md --\n{story('نادي الدراجات')}\n"
    "-- content/media/logo.svg --\n"
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[Site, ThreadingHTTPServer, str]]:
    site = new_site(tmp_path / "site", FILES)
    site.build()
    serve = partial(Host, directory=str(site.folders.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site, server, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    "address", ["/", "/science/", "/science/2026/11/a/", "/offline/", "/404.html"]
)
def test_the_policy_keeps_nothing_of_the_theme_from_working(
    page: Page, host: tuple[Site, ThreadingHTTPServer, str], address: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(host[2] + address, wait_until="load")

    assert [text for text in said if "Content Security Policy" in text] == []
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.evaluate("[...document.fonts].some((face) => face.status === 'loaded')")


def test_what_was_read_can_be_read_again_without_a_connection(
    page: Page, host: tuple[Site, ThreadingHTTPServer, str]
) -> None:
    _, server, address = host
    page.goto(address)
    # The script itself takes the worker on https alone, so that no preview is ever kept.
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )
    page.evaluate(
        "navigator.serviceWorker.register('/offline.js').then(() => navigator.serviceWorker.ready)"
    )
    page.goto(f"{address}/science/2026/11/a/")
    page.goto(f"{address}/science/2026/11/a/")
    expect(page.locator("h1")).to_have_text("السلاحف تعود")
    server.shutdown()
    server.server_close()

    page.goto(f"{address}/science/2026/11/a/")
    expect(page.locator("h1")).to_have_text("السلاحف تعود")
    page.goto(f"{address}/sport/2026/11/b/")
    expect(page.locator("h1")).to_have_text("لا اتصال بالإنترنت")
    assert page.evaluate("document.styleSheets.length") == 1, "and it is dressed"


def test_what_is_gone_from_the_site_is_gone_from_the_reader_s_device(
    page: Page, host: tuple[Site, ThreadingHTTPServer, str]
) -> None:
    site, server, address = host
    page.goto(address)
    page.evaluate(
        "navigator.serviceWorker.register('/offline.js').then(() => navigator.serviceWorker.ready)"
    )
    for _ in range(2):
        page.goto(f"{address}/science/2026/11/a/")
    site.remove("content/articles/science/a.md")
    site.build()
    page.goto(f"{address}/science/2026/11/a/")
    server.shutdown()
    server.server_close()

    page.goto(f"{address}/science/2026/11/a/")
    expect(page.locator("h1")).to_have_text("لا اتصال بالإنترنت")
