"""What a kind of page is: which outputs of it exist, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import Output
from nashra.pages.views import View


@dataclass(frozen=True, slots=True)
class Copy:
    """An output that is a file of content as it is."""

    file: str
    """The file's path from the site's folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """An output whose text is dictated by a specification: no theme has a say in it."""

    text: str


class PageKind(Protocol):
    """One kind of page. A module with these names is one.

    Whether an output exists may depend on nothing but the configuration and the listings of the
    terms in `OWNERS` under the owner's value: then a change of a listing tells whose outputs to
    look at again. What an output shows may depend on whatever its reader is asked.
    """

    @property
    def NAME(self) -> str:  # noqa: N802
        """The kind's name, unique."""

    @property
    def TEMPLATE(self) -> str:  # noqa: N802
        """The template's file name; empty for what is copied, or written without one."""

    @property
    def OWNERS(self) -> tuple[str, ...]:  # noqa: N802
        """The terms whose values own outputs of this kind."""

    @property
    def SETTINGS(self) -> tuple[str, ...]:  # noqa: N802
        """The parts of the configuration that its views read: such as `listings.feed`."""

    def standing(self, config: Config) -> Iterable[str]:
        """Give the owners that exist whatever the content."""

    def outputs(self, owner: str, reader: Reader, config: Config) -> Iterable[Output]:
        """Give the outputs that an owner has."""

    def view(self, output: Output, reader: Reader, config: Config) -> View | Copy | Written:
        """Give what an output shows."""
