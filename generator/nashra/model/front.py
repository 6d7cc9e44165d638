"""What editors put where on the front page and on sections' fronts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place for stories: hand-picked ones first, then what a rule gives, then the newest."""

    stories: tuple[str, ...] = ()
    """Headlines or files."""
    section: str = ""
    """The section's slug, where its newest stories fill the slot."""
    tag: str = ""
    author: str = ""
    thread: str = ""
    count: int = 0
    """How many stories the slot holds; 0 for as many as the page gives it."""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPlan:
    """What editors put first on one section's front."""

    section: str
    lead: Slot
    top: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPlan:
    """What editors put where: the file `front.yaml`."""

    file: str
    lead: Slot = Slot()
    top: Slot = Slot()
    packages: tuple[Slot, ...] = ()
    strips: tuple[Slot, ...] | None = None
    """Sections under one another; nothing for all of the menu."""
    opinion: Slot | None = None
    latest: Slot = Slot()
    sections: tuple[SectionPlan, ...] = ()
    edition: str = ""

    def of_section(self, slug: str) -> SectionPlan | None:
        """Give the plan of one section's front."""
        return next((plan for plan in self.sections if plan.section == slug), None)
