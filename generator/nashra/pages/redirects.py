"""`_redirects`: what hosts that read it need to answer for an old address with 301 themselves.

Netlify and Cloudflare Pages read it; elsewhere the pages of `redirect` lead on, as they do for what
this file has no room for.

Sources: Cloudflare Pages, "Redirects": 2,000 lines, 1,000 characters a line, and a redirect is
followed whatever lies at its address. Netlify, "Redirects and rewrites": paths percent-encoded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Card, Output
from nashra.pages.addresses import url
from nashra.pages.kind import Written

NAME = "redirects"
TEMPLATE = ""
OWNERS = (terms.MOVED,)
SETTINGS = ("identities",)

_MOST = 2_000
_LONGEST = 1_000


def standing(config: Config) -> Iterable[str]:  # noqa: ARG001
    """Give none: old addresses come from stories."""
    return ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the one file, at the output's root, if a public story once lay elsewhere."""
    if not config.edition and reader.count(terms.MOVED):
        yield Output("_redirects", NAME, owner)


def view(output: Output, reader: Reader, config: Config) -> Written:  # noqa: ARG001
    """Give the addresses of the oldest stories that moved: a newer one changes no line above it.

    Of two stories that claim one address the older has it, as in the pages.
    """
    lines: dict[str, str] = {}
    for story in reversed(reader.stretch(terms.MOVED, "", start=0, length=_MOST)):
        for alias in story.aliases:
            if alias not in lines and not reader.count(terms.ADDRESS, alias):
                lines[alias] = _line(alias, story, config)
    fitting = [line for line in lines.values() if len(line) <= _LONGEST]
    return Written("".join(f"{line}\n" for line in fitting[:_MOST]))


def _line(alias: str, story: Card, config: Config) -> str:
    old = config.identities[""].base_path + quote(alias.removeprefix("/"))
    return f"{old} {url(story.address, config.identities[story.edition])} 301"
