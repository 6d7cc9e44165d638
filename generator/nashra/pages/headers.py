"""`_headers`: what hosts that read it say with every file. Netlify and Cloudflare Pages do.

Sources: Content Security Policy Level 3; Netlify, "Custom headers"; Cloudflare Pages, "Headers".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.feeds import FILES, TYPES
from nashra.pages.frames import FRAMES
from nashra.pages.kind import Written

NAME = "headers"
TEMPLATE = ""
OWNERS = (terms.SITE,)
SETTINGS = ("identity", "feeds.formats")

_POLICY = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "media-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "worker-src": ("'self'",),
    "frame-src": FRAMES,
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
    "frame-ancestors": ("'self'",),
}
_OF_PICTURES = ("img-src", "media-src")
_FEATURES = ("browsing-topics", "camera", "geolocation", "microphone", "payment", "usb")
_LONGEST = 2_000
"""Characters of a line that Cloudflare Pages reads."""
_STORY = ":section/:year/:month/:story/"
_ASKED_AGAIN = tuple(
    f"{edition}{file}"
    for edition in ("", ":edition/")
    for file in ("breaking.json", f"{_STORY}live.json")
)
"""What scripts of open pages ask for: no pages to find by searching."""
_DEPTH = 4
"""How many folders deep a feed lies at most: `/en/tag/<slug>/feed.xml`, and one to spare."""


def standing(config: Config) -> Iterable[str]:
    """Give the whole site; one file stands for all editions."""
    return () if config.edition else ("",)


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:  # noqa: ARG001
    """Give the one file, at the output's root."""
    if not config.edition:
        yield Output("_headers", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> Written:  # noqa: ARG001
    """Give the rules: strict for all, with the hosts whose pictures public pages do show."""
    hosts = [host for host, _ in reader.values(terms.ELSEWHERE, on=terms.ELSEWHERE) if host]
    root = config.identity.root_path
    rules = [
        (
            f"{root}*",
            {
                "Content-Security-Policy": policy(hosts),
                "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
                "Referrer-Policy": "strict-origin-when-cross-origin",
                "X-Content-Type-Options": "nosniff",
            },
        ),
        (f"{root}assets/*", {"Cache-Control": "public, max-age=31536000, immutable"}),
        *((f"{root}{place}", {"X-Robots-Tag": "noindex"}) for place in _ASKED_AGAIN),
        *_feeds(root, config),
    ]
    return Written("".join(_rule(path, headers) for path, headers in rules))


def policy(hosts: Iterable[str]) -> str:
    """Give the Content-Security-Policy, with hosts of pictures; all of them where they are many.

    Structured data in a `script` element is data, which no policy keeps from being there.
    """
    told = _told(hosts)
    return told if len(told) + len("  Content-Security-Policy: ") <= _LONGEST else _told(["https:"])


def _told(hosts: Iterable[str]) -> str:
    named = tuple(hosts)
    return "; ".join(
        " ".join([name, *sources, *(named if name in _OF_PICTURES else ())])
        for name, sources in _POLICY.items()
    )


def _feeds(root: str, config: Config) -> Iterator[tuple[str, dict[str, str]]]:
    """Give feeds their own media types, which hosts do not tell from `.xml` and `.json`."""
    for written_as in config.feeds.formats:
        for depth in range(_DEPTH):
            folders = "".join(f":in{at}/" for at in range(depth))
            content_type = f"{TYPES[written_as]}; charset=utf-8"
            yield f"{root}{folders}{FILES[written_as]}", {"Content-Type": content_type}


def _rule(path: str, headers: dict[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
