"""What a host will do with `_headers` and `_redirects`, so that the preview does the same.

Sources: Netlify, "Custom headers" and "Redirects and rewrites"; Cloudflare Pages, "Headers" and
"Redirects". All rules that fit a path give their headers; the first redirect that fits is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

_WILD = re.compile(r":([A-Za-z]\w*)|\*")
_STATUS = 301
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old path and where it leads."""

    pattern: re.Pattern[str]
    to: str
    status: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one build's output."""

    headers: tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def headers_of(self, path: str) -> dict[str, str]:
        """Give the headers of a decoded path; those that several rules set are joined."""
        found: dict[str, str] = {}
        for pattern, headers in self.headers:
            if pattern.fullmatch(path):
                for name, value in headers:
                    is_set = name in found and name != "Content-Type"
                    found[name] = f"{found[name]}, {value}" if is_set else value
        return found

    def redirect_of(self, path: str) -> tuple[str, int] | None:
        """Give where a decoded path leads and by which status, or nothing."""
        for rule in self.redirects:
            if found := rule.pattern.fullmatch(path):
                to = _WILD.sub(lambda name: found.group(name[1] or "splat"), rule.to)
                return to, rule.status
        return None


def read_headers(text: str) -> Iterator[tuple[re.Pattern[str], tuple[tuple[str, str], ...]]]:
    """Give the rules of `_headers`: a path, and below it, indented, its headers."""
    path, headers = "", list[tuple[str, str]]()
    for line in [*text.splitlines(), "/"]:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, mark, value = line.strip().partition(":")
            if mark and not name.startswith("!"):
                headers.append((name.strip(), value.strip()))
            continue
        if path and headers:
            yield _pattern(path), tuple(headers)
        path, headers = line.strip(), []


def read_redirects(text: str) -> Iterator[Redirect]:
    """Give the rules of `_redirects`: an old path, a new one and a status on each line."""
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if len(words) < 2:  # noqa: PLR2004
            continue
        status = words[2].rstrip("!") if len(words) > 2 else str(_STATUS)  # noqa: PLR2004
        if status.isdigit() and int(status) in _REDIRECTS:
            yield Redirect(_pattern(words[0]), words[1], int(status))


def _pattern(written: str) -> re.Pattern[str]:
    """Give what fits a path: `*` is anything, `:name` one part of it."""
    path = unquote(written)
    parts, at = [], 0
    for wild in _WILD.finditer(path):
        name = wild[1] or "splat"
        parts += [re.escape(path[at : wild.start()]), f"(?P<{name}>{'[^/]+' if wild[1] else '.*'})"]
        at = wild.end()
    return re.compile("".join([*parts, re.escape(path[at:])]), re.DOTALL)


@dataclass(slots=True)
class HostRules:
    """The rules of an output folder, read again when their files change."""

    folder: Path
    _seen: tuple[tuple[int, int], ...] = ()
    _rules: Rules = field(default_factory=Rules)

    def now(self) -> Rules:
        """Give the rules as the files have them now; a file that is not there has none."""
        files = (self.folder / "_headers", self.folder / "_redirects")
        seen = tuple(map(_look, files))
        if seen != self._seen:
            headers, redirects = map(_text, files)
            self._rules = Rules(tuple(read_headers(headers)), tuple(read_redirects(redirects)))
            self._seen = seen
        return self._rules


def _look(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
