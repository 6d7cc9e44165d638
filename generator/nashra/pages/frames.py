"""Where other sites let their films and posts be framed: for a reader's click, and never before.

Sources: each service's own page on embedding. The addresses are those that its code asks for; two
things are chosen for the reader: YouTube without cookies, X and Vimeo asked not to track.
Dailymotion is not among them: it shows nothing without a player that the site has to register.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class _Service:
    host: str
    """Who answers in the frame."""
    frame: str
    """What is asked of it: `{0}` is what the pattern found, `{1}` the whole address, quoted."""
    pattern: re.Pattern[str]
    """Of addresses without scheme and `www.`."""


def _service(host: str, frame: str, pattern: str) -> _Service:
    return _Service(host, frame, re.compile(pattern, re.ASCII))


_SERVICES = (
    _service(
        "www.youtube-nocookie.com",
        "/embed/{0}?autoplay=1",
        r"(?:youtu\.be/|youtube(?:-nocookie)?\.com/"
        r"(?:watch\?(?:[^#]*&)?v=|(?:embed|live|shorts|v)/))([\w-]{11})(?![\w-])",
    ),
    _service(
        "platform.twitter.com",
        "/embed/Tweet.html?dnt=true&id={0}",
        r"(?:x|twitter)\.com/(?:\w+|i/web)/status/([0-9]+)(?![\w-])",
    ),
    _service("t.me", "/{0}?embed=1", r"(?:t|telegram)\.me/(?:s/)?(\w+/[0-9]+)(?![\w-])"),
    _service(
        "www.facebook.com",
        "/plugins/video.php?href={1}",
        r"facebook\.com/(?:watch/?\?v=[0-9]|[^/?#]+/videos/[^/?#])()",
    ),
    _service(
        "www.facebook.com",
        "/plugins/post.php?show_text=true&href={1}",
        r"facebook\.com/(?:[^/?#]+/(?:posts|photos)/[^/?#]|(?:permalink|photo|story)\.php\?)()",
    ),
    _service(
        "www.instagram.com",
        "/{0}/embed/",
        r"instagram\.com/(?:[\w.]+/)?((?:p|reel|tv)/[\w-]+)(?![^/?#])",
    ),
    _service(
        "player.vimeo.com",
        "/video/{0}?dnt=1&autoplay=1",
        r"(?:player\.vimeo\.com/video|vimeo\.com)/([0-9]+)(?![^/?#])",
    ),
    _service(
        "w.soundcloud.com",
        "/player/?url={1}",
        r"soundcloud\.com/[\w-]+/(?:sets/)?[\w-]+()(?![^?#])",
    ),
    _service(
        "www.openstreetmap.org",
        "/export/embed.html?{0}",
        r"openstreetmap\.org/export/embed\.html\?([\w=&.,%:-]+)$",
    ),
)

FRAMES = tuple(dict.fromkeys(f"https://{service.host}" for service in _SERVICES))
"""Whose frames a page may show at all."""


def frame_of(address: str) -> str:
    """Give the address that shows in a frame what lies at `address`; nothing if none may."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    place = f"{host}{parts.path}?{parts.query}" if parts.query else f"{host}{parts.path}"
    for service in _SERVICES:
        if found := service.pattern.match(place):
            asked = service.frame.format(found[1], quote(address, safe=""))
            return f"https://{service.host}{asked}"
    return ""
