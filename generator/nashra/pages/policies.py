"""Which standing pages say how the newsroom works, for structured data.

Source: schema.org, `NewsMediaOrganization`; Google Search Central, "Organization structured data".
"""

from __future__ import annotations

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Identity
from nashra.pages.addresses import full

_SLUGS = {
    "publishingPrinciples": (
        *("publishing-principles", "principles", "editorial-policy"),
        *("مبادئ-النشر", "سياسة-التحرير"),
    ),
    "correctionsPolicy": ("corrections-policy", "سياسة-التصحيح", "سياسة-التصحيحات"),
    "ethicsPolicy": ("ethics-policy", "ethics", "ميثاق-الشرف", "أخلاقيات-المهنة"),
    "ownershipFundingInfo": ("ownership", "funding", "الملكية", "التمويل"),
    "masthead": ("masthead", "team", "هيئة-التحرير", "فريق-التحرير"),
    "diversityPolicy": ("diversity-policy", "سياسة-التنوع"),
    "actionableFeedbackPolicy": ("feedback-policy", "complaints", "شكاوى-القراء"),
    "unnamedSourcesPolicy": ("sources-policy", "سياسة-المصادر"),
}
"""The slugs under which newsrooms keep such pages; of several that are there, the first counts."""


def policies(reader: Reader, identity: Identity) -> dict[str, str]:
    """Give the full address of each policy that has a page."""
    found = {}
    for name, slugs in _SLUGS.items():
        there = next((slug for slug in slugs if reader.count(terms.PAGE, slug)), "")
        if there:
            found[name] = full(f"/{there}/", identity)
    return found
