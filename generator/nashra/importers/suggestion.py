"""What the site's own archive says of a new text: the section it is like, and tags that it names.

The section is the one under which the text's words are likeliest (naive Bayes over the stems of
stories, each counted once a story), and only where it is far ahead of the next. A tag is suggested
where its words stand in the text. Both depend on the archive's newest stories, and on nothing else.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from nashra.importers.copy import Copy, ListLines, Markdown, Paragraph, RelatedLines, SubHead
from nashra.language.folding import fold
from nashra.language.stemming import stem
from nashra.language.stop_words import stop_words
from nashra.language.words import words

_FEWEST = 3
"""So many stories a section has before anything is said of it."""
_KNOWN_WORDS = 5
"""So many words of the text the archive knows."""
_AHEAD = 3.0
"""By so much, in natural logarithms of likelihood, the first section leads the second."""
_MOST_TAGS = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be said of a text; empty where nothing is likely."""

    section: str = ""
    """Its slug."""
    tags: tuple[str, ...] = ()


def no_suggestion(file: str, copy: Copy) -> Suggestion:  # noqa: ARG001
    """Say nothing of a text."""
    return Suggestion()


@dataclass(frozen=True, slots=True)
class Known:
    """A story of the archive."""

    section: str
    tags: tuple[str, ...]
    text: str


@dataclass
class Archive:
    """What the archive's stories have taught; asked for, they are read once."""

    stories: Callable[[], Iterable[Known]]
    language: str

    def suggest(self, copy: Copy) -> Suggestion:
        """Give the section that a text is like, and the site's tags that it names."""
        stems = self._stems_of(_text(copy))
        return Suggestion(self._section({*stems}), self._tags(stems, {*copy.tags}))

    @cached_property
    def _learnt(self) -> _Learnt:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        stories: Counter[str] = Counter()
        tags: dict[str, None] = {}
        for known in self.stories():
            counts[known.section].update({*self._stems_of(known.text)})
            stories[known.section] += 1
            tags.update(dict.fromkeys(known.tags))
        return _Learnt(dict(counts), stories, self._by_first_stem(tags))

    @cached_property
    def _empty(self) -> frozenset[str]:
        return stop_words(self.language)

    def _by_first_stem(self, tags: Iterable[str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for tag in tags:
            if stems := self._stems_of(tag):
                found[stems[0]].append((stems, tag))
        return dict(found)

    def _stems_of(self, text: str) -> tuple[str, ...]:
        return tuple(
            stem(word, self.language)
            for word in words(text)
            if len(word) > 1 and fold(word) not in self._empty
        )

    def _section(self, stems: set[str]) -> str:
        learnt = self._learnt
        sections = [each for each, number in learnt.stories.items() if number >= _FEWEST]
        known = sorted(each for each in stems if any(each in learnt.counts[s] for s in sections))
        if len(sections) < 2 or len(known) < _KNOWN_WORDS:  # noqa: PLR2004
            return ""
        ranked = sorted(
            ((_likelihood(known, learnt, each), each) for each in sections), reverse=True
        )
        (first, section), (second, _) = ranked[:2]
        return section if first - second >= _AHEAD else ""

    def _tags(self, stems: Sequence[str], has: set[str]) -> tuple[str, ...]:
        found: Counter[str] = Counter()
        for at, each in enumerate(stems):
            for wanted, tag in self._learnt.tags.get(each, ()):
                if tuple(stems[at : at + len(wanted)]) == wanted and tag not in has:
                    found[tag] += 1
        return tuple(tag for tag, _ in found.most_common(_MOST_TAGS))


@dataclass(frozen=True, slots=True)
class _Learnt:
    counts: dict[str, Counter[str]]
    """In how many stories of a section a stem stands."""
    stories: Counter[str]
    """Of each section."""
    tags: dict[str, list[tuple[tuple[str, ...], str]]]
    """The site's tags by their first stem."""


def _likelihood(stems: Iterable[str], learnt: _Learnt, section: str) -> float:
    """Give the logarithm of how likely the stems are in a section's story; Laplace's rule."""
    counts, stories = learnt.counts[section], learnt.stories[section]
    return sum(math.log((counts[each] + 1) / (stories + 2)) for each in stems)


def _text(copy: Copy) -> str:
    """Give the text of a story; its headline and standfirst say most of what it is about."""
    return "\n".join((copy.kicker, copy.title, copy.summary, *map(_words, copy.parts)))


def _words(part: Paragraph | RelatedLines | ListLines | SubHead | Markdown) -> str:
    match part:
        case ListLines(items):
            return "\n".join(items)
        case RelatedLines():
            return ""
        case _:
            return part.text
