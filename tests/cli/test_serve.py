"""`nashra serve` as a person starts it."""

from __future__ import annotations

from urllib.request import urlopen

from tests.serve.command import served
from tests.sites import Site, story


def page(address: str) -> str:
    with urlopen(address, timeout=30) as answer:  # noqa: S310 - it is this machine
        return str(answer.read().decode())


def test_the_site_of_another_moment_is_shown_and_never_built_into_the_output(site: Site) -> None:
    site.write(f"-- content/articles/science/a.md --\n{story('مد', publish_at='2026-12-01 08:00')}")
    site.build()
    before = site.files()

    with served(site, "--as-of", "2026-12-02 10:00") as address:
        shown = page(address)

    assert "مد" in shown
    assert "2026-12-02 10:00" in shown
    assert "data-band" in shown
    assert site.files() == before, "what is not public yet is in no byte of the output"
    assert "مد" not in "".join(data.decode(errors="replace") for data in before.values())


def test_a_preview_of_now_says_nothing_of_a_moment(site: Site) -> None:
    site.write(f"-- content/articles/science/a.md --\n{story('مد')}")

    with served(site) as address:
        assert "data-band" not in page(address)
