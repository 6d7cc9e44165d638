"""Stories that no reader sees, made into the pages that they would be; never into a file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from nashra.catalogue.as_if_public import as_if_public, stories_at
from nashra.catalogue.store import Catalogue
from nashra.config import Config, Folders
from nashra.model import Article
from nashra.outlook import State, state_of
from nashra.pages import story
from nashra.pages.chrome import chrome
from nashra.pages.wanted import placed_in
from nashra.render.load import LoadedTheme, load_theme
from nashra.render.produce import Dress, Producer


class PressOfOne:
    """Makes one story's page at a time, from the catalogue that the last build left.

    Concurrency: a lock lets one page be made at a time; the themes that it guards are kept until
    `renew` says that they may differ.
    """

    def __init__(self, config: Callable[[], Config], folders: Folders) -> None:
        self._config = config
        self._folders = folders
        self._lock = threading.Lock()
        self._ready: tuple[Config, tuple[LoadedTheme, ...]] | None = None

    def renew(self) -> None:
        """Read the configuration and the themes again before the next page."""
        with self._lock:
            self._ready = None

    def page(self, address: str, now: datetime) -> tuple[Article, bytes] | None:
        """Give the story at an address that no reader sees, and its page.

        Raises:
            ConfigurationError: the configuration or a template is at fault.

        """
        with self._lock, Catalogue.open(self._folders.catalogue) as catalogue:
            article = next(iter(stories_at(catalogue, address)), None)
            if article is None or state_of(article, now) is State.PUBLIC:
                return None
            config, themes = self._dressed()
            with as_if_public(catalogue, article, now):
                return self._made(catalogue, article, config, themes)

    def _dressed(self) -> tuple[Config, tuple[LoadedTheme, ...]]:
        if self._ready is None:
            config = self._config()
            themes = tuple(load_theme(own, self._folders) for own in config.every)
            self._ready = config, themes
        return self._ready

    def _made(
        self,
        catalogue: Catalogue,
        article: Article,
        config: Config,
        themes: tuple[LoadedTheme, ...],
    ) -> tuple[Article, bytes] | None:
        dresses = [
            Dress(own, theme, chrome(catalogue.reader(own.edition), own))
            for own, theme in zip(config.every, themes, strict=True)
        ]
        edition = article.edition
        own = next(dress.config for dress in dresses if dress.config.edition == edition)
        found = next(iter(story.outputs(article.file, catalogue.reader(edition), own)), None)
        if found is None:
            return None
        producer = Producer(dresses, catalogue.answers(), root=self._folders.root)
        return article, producer.produce(placed_in(edition, found)).data
