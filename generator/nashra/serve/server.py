"""The preview's application: files of the output folder, and the preview's own two addresses.

It starts no thread and builds nothing; what it must know of builds it asks of a `Broadcast`.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from nashra.errors import NashraError
from nashra.serve import page
from nashra.serve.files import BadPathError, content_type, join, locate, split
from nashra.serve.host_rules import HostRules, Rules
from nashra.serve.own import Own
from nashra.serve.reload import Broadcast
from nashra.serve.settings import PreviewSettings

PATIENCE = 10.0
"""Seconds that a request waits for a running build."""

_HTML = "text/html; charset=utf-8"
FRESH = "nashra-style"
"""What a page adds to the address of a style sheet that it wants as it is now."""
_INDEX = "index.html"
# Pages carry the build's number, so a kept one would be wrong; the rest may be kept if asked about.
_NEVER_KEPT = {"Cache-Control": "no-store"}
_ASKED_ABOUT = "no-cache"

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(
    r"(?:\[(?P<v6>[0-9a-f:.]+)\]|(?P<name>[^\s:@/\[\]]+))(?::\d{1,5})?", re.IGNORECASE
)


def create_app(
    settings: PreviewSettings, broadcast: Broadcast, *, patience: float = PATIENCE
) -> Starlette:
    """Give the application that serves one output folder."""
    site = _Site(settings, broadcast, patience)
    return Starlette(
        routes=[Route("/{path:path}", site.answer, methods=["GET", "HEAD", "POST"])],
        middleware=[Middleware(_HostGuard, bound=settings.host)],
    )


def host_allowed(header: str, *, bound: str) -> bool:
    """Whether a `Host` header names this machine as someone at it would.

    A page elsewhere can point a name of its own at this machine (DNS rebinding), never an
    address: so a server that listens on every address takes any address, and no further name.
    """
    found = _HOST.fullmatch(header)
    if found is None:
        return False
    host = (found["v6"] or found["name"]).lower()
    return host in _LOOPBACK or host == bound.lower() or (_is_any(bound) and _is_address(host))


class _HostGuard:
    """Turns away requests that were meant for another host."""

    def __init__(self, app: ASGIApp, *, bound: str) -> None:
        self._app = app
        self._bound = bound

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            hosts = [value for name, value in scope["headers"] if name == b"host"]
            if len(hosts) != 1 or not host_allowed(hosts[0].decode("latin-1"), bound=self._bound):
                refusal = PlainTextResponse("This preview is not for that host.", 421)
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)


class _Site:
    """The output folder as a site under its base path."""

    def __init__(self, settings: PreviewSettings, broadcast: Broadcast, patience: float) -> None:
        self._folder = settings.output
        self._settings = settings
        self._newsroom = settings.newsroom
        self._own = Own(settings, broadcast)
        self._base = tuple(part for part in split(settings.base_path) if part)
        self._base_path = join((*self._base, ""))
        self._broadcast = broadcast
        self._patience = patience
        self._files = StaticFiles(directory=settings.output, check_dir=False)
        self._rules = HostRules(settings.output)

    async def answer(self, request: Request) -> Response:
        """Answer any request."""
        try:
            parts = split(request.scope["raw_path"].decode("latin-1"))
        except BadPathError:
            return PlainTextResponse("Bad path.", 400)
        if parts in {("",), self._base} and self._base:
            return self._redirect(self._base_path, request.scope)
        below, inside = parts[: len(self._base)], parts[len(self._base) :]
        if below == self._base and inside[0] == page.OWN_FOLDER:
            return await self._own.answer(inside[1:], request)
        if request.method == "POST":
            return PlainTextResponse("Not allowed.", 405, {"Allow": "GET, HEAD"})
        if self._newsroom and below == self._base and FRESH in request.query_params:
            address = "/" + "/".join(inside)
            style = await run_in_threadpool(self._newsroom.style, address)
            if style is not None:
                return Response(style, 200, _NEVER_KEPT, "text/css; charset=utf-8")
        return await self._shown(inside if below == self._base else None, parts, request.scope)

    async def _shown(
        self, parts: tuple[str, ...] | None, whole: tuple[str, ...], scope: Scope
    ) -> Response:
        if not await self._broadcast.whole(self._patience):
            headers = {**_NEVER_KEPT, "Retry-After": "1"}
            return Response(page.building(self._settings.language), 503, headers, _HTML)
        # The build's name is taken before the page is read: taken after, an old page could bear
        # a new name and never be reloaded.
        told = page.Told(
            build=self._broadcast.build,
            language=self._settings.language,
            band=self._settings.band,
            follow=self._settings.follow,
            desk=self._newsroom is not None,
        )
        path = "/" + "/".join(whole)
        return await run_in_threadpool(self._as_hosted, parts, path, scope, told)

    def _as_hosted(
        self, parts: tuple[str, ...] | None, path: str, scope: Scope, told: page.Told
    ) -> Response:
        """Answer as the host will: by `_redirects` first, and with what `_headers` says."""
        rules = self._rules.now()
        if moved := rules.redirect_of(path):
            return RedirectResponse(*moved, headers=_NEVER_KEPT)
        return _with_headers(self._page(parts, scope, told), rules, path)

    def _page(self, parts: tuple[str, ...] | None, scope: Scope, told: page.Told) -> Response:
        place = None if parts is None else self._place(parts)
        if parts is None:
            return self._not_found(told)
        if place is None:
            return self._unpublished(parts, scope, told) or self._not_found(told)
        if place.name == _INDEX and parts[-1] not in {"", _INDEX}:
            return self._redirect(join((*self._base, *parts, "")), scope)
        try:
            if content_type(place) == _HTML:
                return self._html(place.read_bytes(), self._as_story(parts, told))
            return self._file(place, scope)
        except OSError:  # a build took it away since; or it may not be read
            return self._not_found(told)

    def _html(self, html: bytes, told: page.Told, status: int = 200) -> Response:
        tag = page.script_tag(self._base_path, told)
        return Response(page.inject(html, tag), status, _NEVER_KEPT, _HTML)

    def _as_story(self, parts: tuple[str, ...], told: page.Told) -> page.Told:
        address = "/" + "/".join(parts).removesuffix(_INDEX)
        known = self._newsroom is not None and self._newsroom.is_story(address)
        return replace(told, address=address) if known else told

    def _unpublished(
        self, parts: tuple[str, ...], scope: Scope, told: page.Told
    ) -> Response | None:
        """Give what lies there for the newsroom alone: a story, or a picture of one."""
        if self._newsroom is None:
            return None
        address = "/" + "/".join(parts)
        if file := self._newsroom.original(address):
            return self._file(file, scope)
        if not address.endswith("/"):
            known = self._newsroom.is_story(f"{address}/")
            return self._redirect(join((*self._base, *parts, "")), scope) if known else None
        try:
            found = self._newsroom.unpublished(address)
        except NashraError:  # the build met the same fault, and pages tell of it
            return None
        if found is None:
            return None
        said = found.band.in_language(self._settings.language)
        return self._html(found.html, replace(told, band=said, address=address))

    def _place(self, parts: tuple[str, ...]) -> Path | None:
        place = locate(self._folder, parts)
        if place is not None and place.is_dir():
            place = locate(self._folder, (*parts, _INDEX))
        elif parts[-1] == "":
            return None  # a file is no folder
        return place if place is not None and place.is_file() else None

    def _file(self, file: Path, scope: Scope) -> Response:
        response = self._files.file_response(file, file.stat(), scope)
        response.headers["Cache-Control"] = _ASKED_ABOUT
        if "content-type" in response.headers:  # a "not modified" has none
            response.headers["Content-Type"] = content_type(file)
        return response

    def _not_found(self, told: page.Told) -> Response:
        own = locate(self._folder, ("404.html",))
        html = page.not_found(self._settings.language) if own is None else own.read_bytes()
        return self._html(html, told, 404)

    def _redirect(self, path: str, scope: Scope) -> Response:
        query = scope["query_string"].decode("latin-1")
        return RedirectResponse(f"{path}?{query}" if query else path, headers=_NEVER_KEPT)


def _with_headers(response: Response, rules: Rules, path: str) -> Response:
    """Add the host's headers, but what would keep a page in the browser past the next save."""
    for name, value in rules.headers_of(path).items():
        lowered = name.lower()
        if lowered != "cache-control" and (
            lowered != "content-type" or "content-type" in response.headers
        ):
            response.headers[name] = value
    return response


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_any(host: str) -> bool:
    return _is_address(host) and ipaddress.ip_address(host).is_unspecified
