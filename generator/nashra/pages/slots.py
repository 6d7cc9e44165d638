"""Which stories fill the slots of a front: hand-picked, by rule, then the newest; none twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.language.slug import slugify
from nashra.model import Card, Slot
from nashra.pages import parts


class Filling:
    """The filling of one page's slots, in the order in which it is asked for them."""

    def __init__(self, reader: Reader, slots: Iterable[Slot], *, newest: terms.Term) -> None:
        """`slots` are all of the page's: what is picked for one, no rule gives to another.

        `newest` is where stories come from when a slot's own are too few.
        """
        self._reader = reader
        self._newest = newest
        self._shown: set[str] = set()
        self._picked = {card.file for slot in slots for card in self._hand_picked(slot)}

    def fill(self, slot: Slot, count: int, *, first: Iterable[Card] = ()) -> list[Card]:
        """Give that many stories: a slot's own, then `first`, then the newest there are."""
        return self._fresh(
            chain(self.own(slot, count), first, self._by_rule(self._newest, count)), count
        )

    def only(self, slot: Slot, count: int) -> list[Card]:
        """Give at most that many stories of a slot's own."""
        return self._fresh(self.own(slot, count), count)

    def own(self, slot: Slot, count: int) -> Iterator[Card]:
        """Give a slot's hand-picked stories, then those of its rule; some may be shown already."""
        yield from self._hand_picked(slot)
        for term in self._rules(slot):
            yield from self._by_rule(term, count)

    def _hand_picked(self, slot: Slot) -> Iterator[Card]:
        for name in slot.stories:
            yield from self._reader.cards(*terms.named(name))[-1:]

    def _by_rule(self, term: terms.Term, count: int) -> Iterator[Card]:
        limit = count + len(self._shown | self._picked)
        for card in self._reader.newest(*term, limit=limit):
            if card.file not in self._picked:
                yield card

    def _rules(self, slot: Slot) -> Iterator[terms.Term]:
        if slot.section:
            yield terms.SECTION, slot.section
        if slot.tag:
            yield from ((terms.TAG, slug) for slug in terms.by_slug([slot.tag]))
        if slot.thread:
            yield terms.THREAD, slugify(slot.thread)
        if slot.author:
            writer = parts.profile(slot.author, self._reader)
            yield terms.AUTHOR, writer.slug if writer else slugify(slot.author)

    def _fresh(self, candidates: Iterable[Card], count: int) -> list[Card]:
        fresh: list[Card] = []
        for story in candidates:
            if len(fresh) < count and story.file not in self._shown:
                self._shown.add(story.file)
                fresh.append(story)
        return fresh
