"""The preview's own addresses: what its pages ask for beside the site."""

from __future__ import annotations

import ipaddress
import json
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)

from nashra.errors import NashraError
from nashra.serve import page
from nashra.serve.newsroom import Newsroom
from nashra.serve.reload import Broadcast
from nashra.serve.settings import PreviewSettings

_HERE = Path(__file__).parent
_SCRIPTS = frozenset({"reload.js", "parts.js", "patch.js", "problems.js", "sheet.js"})
_FRESH = {"Cache-Control": "no-store"}
_LONGEST = 4096
"""Bytes of what a page may send."""


class Own:
    """Answers what pages of the preview ask of the preview itself."""

    def __init__(self, settings: PreviewSettings, broadcast: Broadcast) -> None:
        self._language = settings.language
        self._newsroom = settings.newsroom
        self._broadcast = broadcast

    async def answer(self, parts: tuple[str, ...], request: Request) -> Response:
        """Answer for an address below the preview's own folder."""
        name = parts[0] if len(parts) == 1 else ""
        if request.method == "POST":
            return await self._opened(request) if name == "open" else _refused(405, "GET, HEAD")
        if name in _SCRIPTS:
            headers = {"Cache-Control": "no-cache"}
            return FileResponse(_HERE / name, 200, headers, "text/javascript; charset=utf-8")
        if name == "events":
            return self._events(request)
        if self._newsroom and name == "sheet":
            address = request.query_params.get("address", "")
            return await run_in_threadpool(self._sheet, self._newsroom, address)
        if self._newsroom and name == "waiting":
            return await run_in_threadpool(self._waiting, self._newsroom)
        return _refused(404)

    def _events(self, request: Request) -> Response:
        headers = {**_FRESH, "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(headers=headers, media_type="text/event-stream")
        return StreamingResponse(
            self._broadcast.messages(), headers=headers, media_type="text/event-stream"
        )

    def _sheet(self, newsroom: Newsroom, address: str) -> Response:
        try:
            sheet = newsroom.sheet(address)
        except NashraError:  # the overlay tells of it
            sheet = None
        return _refused(404) if sheet is None else JSONResponse(sheet, headers=_FRESH)

    def _waiting(self, newsroom: Newsroom) -> Response:
        try:
            html = page.waiting(newsroom.waiting(), self._language)
        except NashraError:
            return _refused(503)
        return Response(html, 200, _FRESH, "text/html; charset=utf-8")

    async def _opened(self, request: Request) -> Response:
        """Open a file in the writer's program, for a page of this preview on this machine alone.

        A page of another site cannot send the header `X-Nashra` without asking first (Fetch
        Standard, CORS preflight), and is answered that it may not.
        """
        if self._newsroom is None or not _asked_here(request):
            return _refused(403)
        body = await request.body()
        try:
            asked = json.loads(body[:_LONGEST])
            place = str(asked["file"]), int(asked.get("line") or 1), int(asked.get("column") or 1)
        except (ValueError, TypeError, KeyError, AttributeError):
            return _refused(400)
        opened = await run_in_threadpool(self._newsroom.open, *place)
        return Response(status_code=204 if opened else 404)


def _asked_here(request: Request) -> bool:
    origin = urlsplit(request.headers.get("origin", ""))
    return (
        origin.netloc == request.headers.get("host")
        and "x-nashra" in request.headers
        and request.client is not None
        and ipaddress.ip_address(request.client.host).is_loopback
    )


def _refused(status: int, allowed: str = "") -> Response:
    words = {400: "Bad request.", 403: "Forbidden.", 404: "Not found.", 405: "Not allowed."}
    headers = {"Allow": allowed} if allowed else None
    return PlainTextResponse(words.get(status, "Not now."), status, headers)
