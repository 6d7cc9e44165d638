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

from nashra.importers.copy import Copy, said_in
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
_MOST_KEPT = 200_000
"""Words whose stems are kept at hand, so that memory has a bound."""


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


@dataclass(frozen=True, slots=True)
class _Learnt:
    sections: tuple[str, ...]
    """Those with stories enough."""
    weights: dict[str, tuple[float, ...]]
    """The logarithm of how likely a stem is in a story of each section, by Laplace's rule."""
    tags: dict[str, list[tuple[tuple[str, ...], str]]]
    """The site's tags by their first stem."""


@dataclass
class Archive:
    """What the archive's stories have taught; asked for, they are read once."""

    stories: Callable[[], Iterable[Known]]
    language: str

    def suggest(self, copy: Copy, *, has_section: bool = False) -> Suggestion:
        """Give the section that a text is like, unless it has one, and the tags that it names."""
        stems = self._stems_of(_text(copy))
        section = "" if has_section else self._section({*stems})
        return Suggestion(section, self._tags(stems, {*copy.tags}))

    @cached_property
    def _learnt(self) -> _Learnt:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        stories: Counter[str] = Counter()
        tags: dict[str, None] = {}
        for known in self.stories():
            counts[known.section].update({*self._stems_of(known.text)})
            stories[known.section] += 1
            tags.update(dict.fromkeys(known.tags))
        sections = tuple(each for each in sorted(stories) if stories[each] >= _FEWEST)
        stems = {stem for section in sections for stem in counts[section]}
        weights = {
            stem: tuple(
                math.log((counts[each][stem] + 1) / (stories[each] + 2)) for each in sections
            )
            for stem in stems
        }
        return _Learnt(sections, weights, self._by_first_stem(tags))

    @cached_property
    def _empty(self) -> frozenset[str]:
        return stop_words(self.language)

    @cached_property
    def _known_stems(self) -> dict[str, str]:
        return {}

    def _by_first_stem(self, tags: Iterable[str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for tag in tags:
            if stems := self._stems_of(tag):
                found[stems[0]].append((stems, tag))
        return dict(found)

    def _stems_of(self, text: str) -> tuple[str, ...]:
        """Give the stems of the words that say what a text is about."""
        known, found = self._known_stems, []
        if len(known) > _MOST_KEPT:
            known.clear()
        for word in words(text):
            if word not in known:
                empty = len(word) == 1 or fold(word) in self._empty
                known[word] = "" if empty else stem(word, self.language)
            if known[word]:
                found.append(known[word])
        return tuple(found)

    def _section(self, stems: Iterable[str]) -> str:
        learnt = self._learnt
        known = [weights for each in sorted(stems) if (weights := learnt.weights.get(each))]
        if len(learnt.sections) < 2 or len(known) < _KNOWN_WORDS:  # noqa: PLR2004
            return ""
        likely = zip(map(math.fsum, zip(*known, strict=True)), learnt.sections, strict=True)
        (first, section), (second, _) = sorted(likely, reverse=True)[:2]
        return section if first - second >= _AHEAD else ""

    def _tags(self, stems: Sequence[str], has: set[str]) -> tuple[str, ...]:
        found: Counter[str] = Counter()
        named = self._learnt.tags
        for at, each in enumerate(stems):
            for wanted, tag in named.get(each, ()):
                if tuple(stems[at : at + len(wanted)]) == wanted and tag not in has:
                    found[tag] += 1
        return tuple(tag for tag, _ in found.most_common(_MOST_TAGS))


def _text(copy: Copy) -> str:
    """Give the text of a story; its headline and standfirst say most of what it is about."""
    return "\n".join((copy.kicker, copy.title, copy.summary, *map(said_in, copy.parts)))
