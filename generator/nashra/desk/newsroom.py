"""The newsroom behind a preview: its unpublished stories, its writers' sheets, its files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from nashra.catalogue import terms
from nashra.catalogue.as_if_public import stories_at, story_in
from nashra.catalogue.store import Catalogue
from nashra.config import Config, Folders
from nashra.content.scan import MEDIA_FOLDER
from nashra.desk.editor import open_file
from nashra.desk.sheet import sheet_of
from nashra.desk.unpublished import PressOfOne
from nashra.errors import NashraError, Words
from nashra.language.bidi import left_to_right
from nashra.model import Article
from nashra.outlook import DeskStory, State, as_known, stories
from nashra.render.load import load_theme
from nashra.serve.newsroom import Saved, Unpublished, Waiting

_STATES = {
    State.DRAFT: Words("مسودة", "Draft"),
    State.SCHEDULED: Words("مجدول", "Scheduled"),
    State.EXPIRED: Words("انتهى عرضه", "Expired"),
}
_HIDDEN = frozenset(_STATES)
_MOST_WAITING = 500


class LocalNewsroom:
    """The newsroom of a site on this machine; it fills the contract of `serve.newsroom`."""

    def __init__(
        self, config: Callable[[], Config], folders: Folders, now: Callable[[], datetime]
    ) -> None:
        """`config` reads the configuration anew; `now` is the moment that is previewed."""
        self._config = config
        self._folders = folders
        self._now = now
        self._press = PressOfOne(config, folders)
        self._imported: frozenset[Path] = frozenset()

    def renew(self, imported: Collection[Path] = ()) -> None:
        """Take note of a build: settings and themes may differ, and copy was imported to files."""
        self._press.renew()
        self._imported = frozenset(imported)

    def unpublished(self, address: str) -> Unpublished | None:
        """Give the page of the story at an address, where it is one that no reader sees."""
        now = self._now()
        made = self._press.page(address, now)
        if made is None:
            return None
        article, html = made
        return Unpublished(html, band(article, now))

    def original(self, address: str) -> Path | None:
        """Give the file of `content/media/` that lies at an address once a page shows it."""
        first, _, path = address.removeprefix("/").partition("/")
        if first != MEDIA_FOLDER:
            return None
        home = (self._folders.content / MEDIA_FOLDER).resolve()
        file = (home / path).resolve()
        return file if file.is_relative_to(home) and file.is_file() else None

    def style(self, address: str) -> bytes | None:
        """Give the style sheet that lay at an address when a page was built, as it is now."""
        name = _nameless(address)
        try:
            theme = load_theme(self._config(), self._folders)
        except NashraError:  # the build meets the same fault, and tells of it
            return None
        sheets = (asset for asset in theme.assets.values() if asset.target.endswith(".css"))
        return next((each.data for each in sheets if _nameless(f"/{each.target}") == name), None)

    def waiting(self) -> Sequence[Waiting]:
        """Give the stories that no reader sees: drafts, scheduled, expired."""
        now, base = self._now(), self._config().identity.root_path
        found = stories(self._folders, now, _HIDDEN, limit=0)[:_MOST_WAITING]
        return [_waiting(each, now, base) for each in found]

    def is_story(self, address: str) -> bool:
        """Tell whether a story lies at an address, public or not."""
        with Catalogue.open(self._folders.catalogue) as catalogue:
            return bool(stories_at(catalogue, address))

    def sheet(self, address: str) -> Mapping[str, object] | None:
        """Give the writer's sheet of the story at an address, fit for JSON."""
        with Catalogue.open(self._folders.catalogue) as catalogue:
            article = next(iter(stories_at(catalogue, address)), None)
            if article is None:
                return None
            return sheet_of(article, self._config(), self._folders, catalogue)

    def story_among(self, saved: Collection[Path]) -> Saved | None:
        """Give the story among some saved files; of several the newest, where there is one."""
        root = self._folders.root.resolve()
        names = {
            path.resolve().relative_to(root).as_posix()
            for path in {*saved, *self._imported}
            if path.suffix == ".md" and path.resolve().is_relative_to(root)
        }
        with Catalogue.open(self._folders.catalogue) as catalogue:
            found = [article for name in names if (article := story_in(catalogue, name))]
        if not found:
            return None
        newest = max(found, key=lambda article: (article.date, article.file))
        dropped = self._folders.root / newest.file in self._imported
        return Saved(terms.from_root(newest.address, newest.edition), dropped)

    def open(self, file: str, line: int, column: int) -> bool:
        """Open a file of the site's content, themes or configuration in the writer's program."""
        path = (self._folders.root / file).resolve()
        allowed = (self._folders.content, self._folders.themes, self._folders.config)
        if not path.is_file() or not any(path.is_relative_to(each.resolve()) for each in allowed):
            return False
        return open_file(path, line, column, shutil.which)


def _nameless(target: str) -> str:
    """Give a style sheet's address without the hash of its bytes."""
    return re.sub(r"\.[0-9a-f]+(?=\.css$)", "", target)


def band(article: Article, now: datetime) -> Words:
    """Say why no reader sees a story, and until when; moments in the time zone of `now`."""
    story = as_known(article, now)
    if story.state is State.DRAFT:
        return Words("مسودة: لا يراها القراء.", "A draft: readers do not see it.")
    when = _moment(story, now)
    in_order = left_to_right(when)
    if story.state is State.EXPIRED:
        return Words(f"انتهى عرضه في {in_order}.", f"Expired on {when}: readers do not see it.")
    return Words(f"مجدول: يراه القراء في {in_order}.", f"Scheduled: readers see it from {when}.")


def _moment(story: DeskStory, now: datetime) -> str:
    return f"{story.moment.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"


def _waiting(story: DeskStory, now: datetime, base: str) -> Waiting:
    article = story.article
    address = terms.from_root(article.address, article.edition)
    return Waiting(
        _STATES[story.state],
        _moment(story, now),
        article.title,
        article.file,
        base + quote(address.removeprefix("/")),
    )
