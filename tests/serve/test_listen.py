"""The port, and the address that is told."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from nashra.errors import NashraError
from nashra.serve.listen import address, listen


def test_a_taken_port_gives_the_next_one() -> None:
    with closing(listen("127.0.0.1", 0)) as first:
        taken = first.getsockname()[1]
        with closing(listen("127.0.0.1", taken)) as second:
            assert taken < second.getsockname()[1] <= taken + 50


def test_the_address_leads_to_the_site() -> None:
    with closing(listen("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert address(listener, "/") == f"http://127.0.0.1:{port}/"
        assert address(listener, "/repo/") == f"http://127.0.0.1:{port}/repo/"


@pytest.mark.parametrize(
    ("family", "bound", "told"),
    [
        (socket.AF_INET, "0.0.0.0", "127.0.0.1"),  # noqa: S104
        (socket.AF_INET6, "::", "[::1]"),
        (socket.AF_INET6, "::1", "[::1]"),
    ],
)
def test_the_address_is_one_that_a_browser_can_open(
    family: socket.AddressFamily, bound: str, told: str
) -> None:
    class Bound:
        def __init__(self) -> None:
            self.family = family

        def getsockname(self) -> tuple[str, int]:
            return bound, 8000

    assert address(Bound(), "/") == f"http://{told}:8000/"  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "a" * 70 + ".example"])
def test_a_host_that_is_not_this_machine_is_a_problem(host: str) -> None:
    with pytest.raises(NashraError, match="cannot listen"):
        listen(host, 0)


def test_no_free_port_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nashra.serve.listen._PORTS_TRIED", 1)
    with closing(listen("127.0.0.1", 0)) as first:
        port = first.getsockname()[1]
        with pytest.raises(NashraError, match=str(port)):
            listen("127.0.0.1", port)
