"""Draws the sample site as readers see it: phone and desk, light and dark, into docs/images/."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tools.gates import host, kinds
from tools.gates.checkers import SWITCHES, chromium

CHECKOUT = Path(__file__).parents[1]
OUTPUT = CHECKOUT / "output"
PICTURES = CHECKOUT / ".nashra" / "screenshots"
README_PICTURE = CHECKOUT / "docs" / "images" / "front.png"
WIDTHS = {"phone": 360, "tablet": 768, "desk": 1280}
_LOAD_EVERY_PICTURE = """async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
}"""
_BESIDE = """
<body style="margin:0;background:#d9e2e3;display:flex;gap:32px;padding:40px;align-items:flex-start">
<img src="{desk}" style="width:900px;border-radius:10px;box-shadow:0 10px 40px #0003">
<img src="{phone}" style="width:270px;border-radius:22px;box-shadow:0 10px 40px #0004">
</body>"""


def draw(browser: Browser, root: str) -> None:
    """Draw every kind of page at every width, in both schemes."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for device, width in WIDTHS.items():
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                device_scale_factor=1,
            )
            page = context.new_page()
            for name, address in kinds.find(OUTPUT).read.items():
                page.goto(root + address, wait_until="networkidle")
                page.evaluate(_LOAD_EVERY_PICTURE)
                page.wait_for_load_state("networkidle")
                file = PICTURES / f"{name}-{device}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                page.screenshot(path=PICTURES / f"{name}-{device}-{scheme}-first.png")
            context.close()


def draw_readme(browser: Browser, root: str) -> None:
    """Draw the front page on a desk and on a phone, side by side."""
    shown = {}
    for device, (width, height) in {"desk": (1280, 1000), "phone": (390, 844)}.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(root, wait_until="networkidle")
        shown[device] = PICTURES / f"readme-{device}.png"
        page.screenshot(path=shown[device])
        context.close()
    sheet = PICTURES / "readme.html"
    sheet.write_text(
        _BESIDE.format(**{name: path.as_uri() for name, path in shown.items()}), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": 1290, "height": 800})
    page.goto(sheet.as_uri())
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=README_PICTURE)


def main() -> None:
    """Serve the built site and draw it."""
    with host.serving(OUTPUT) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        draw(browser, root)
        draw_readme(browser, root)
        browser.close()
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
