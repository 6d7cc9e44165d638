"""The socket that the preview listens on, and the address that leads to it."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import closing

from nashra.errors import NashraError, Problem, Words
from nashra.serve.files import join, split

_PORTS_TRIED = 50
_HIGHEST_PORT = 65535
_TAKEN = frozenset({errno.EADDRINUSE, errno.EACCES})
"""What systems say of a port in use; Windows keeps some for itself and denies them."""


def listen(host: str, port: int) -> socket.socket:
    """Listen on a port, or on the next one that is free.

    Raises:
        NashraError: the host is not of this machine, or no port near is free.

    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NashraError([_cannot_listen(host, port, error)]) from error
    family, kind, protocol, _, place = found[0]
    fault = OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
    for tried in range(port, min(port + _PORTS_TRIED, _HIGHEST_PORT + 1)):
        listener = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":  # elsewhere it would let two servers share one port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((place[0], tried, *place[2:]))
            listener.listen(128)  # two that bound the same port part here
        except OSError as error:
            listener.close()
            fault = error
            if error.errno not in _TAKEN:
                break
        else:
            return listener
    raise NashraError([_cannot_listen(host, port, fault)]) from fault


def free_port(host: str, port: int) -> int:
    """Give the port that a preview would take: the one named, or the next that is free.

    Raises:
        NashraError: as for `listen`.

    """
    with closing(listen(host, port)) as listener:
        return int(listener.getsockname()[1])


def address(listener: socket.socket, base_path: str) -> str:
    """Give the address of the site for a browser on this machine."""
    host, port = listener.getsockname()[:2]
    if listener.family == socket.AF_INET6:
        host = f"[{'::1' if host == '::' else host}]"
    elif host == "0.0.0.0":  # noqa: S104 - it is told apart, not listened on
        host = "127.0.0.1"
    base = tuple(part for part in split(base_path) if part)
    return f"http://{host}:{port}{join((*base, ''))}"


def _cannot_listen(host: str, port: int, error: OSError | UnicodeError) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Problem(
        "",
        None,
        Words(
            f"تعذر تشغيل المعاينة على {host}:{port}.",
            f"The preview cannot listen on {host}:{port}: {reason}.",
        ),
        Words(
            "اختر منفذا آخر، أو عنوانا من عناوين هذا الجهاز مثل 127.0.0.1.",
            "Choose another port, or an address of this machine such as 127.0.0.1.",
        ),
    )
