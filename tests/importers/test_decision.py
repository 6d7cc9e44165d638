"""What becomes of a text, for everything that may lie in its article's place."""

from __future__ import annotations

import pytest

from nashra.importers.decision import Facts, Verdict, decide
from nashra.importers.receipts import Receipt

RECEIPT = Receipt(article="a.md", source="x.txt", title="عصفور", written="ours")


@pytest.mark.parametrize(
    ("receipt", "same_text", "there", "verdict", "why"),
    [
        (None, False, None, Verdict.IMPORT, "a new story with nothing in its way"),
        (None, False, "wanted", Verdict.KNOWN, "its article is there, only the receipt is lost"),
        (None, False, "theirs", Verdict.TAKEN, "another story has its place"),
        (RECEIPT, True, "ours", Verdict.KNOWN, "imported, and nothing has changed"),
        (RECEIPT, True, "theirs", Verdict.KNOWN, "imported, and an editor works on it"),
        (RECEIPT, True, None, Verdict.DELETED, "imported, and an editor has spiked it"),
        (RECEIPT, False, "ours", Verdict.UPDATE, "the text changed and the article has not"),
        (RECEIPT, False, "theirs", Verdict.EDITED, "both changed"),
        (RECEIPT, False, "wanted", Verdict.KNOWN, "both changed to the same"),
        (RECEIPT, False, None, Verdict.DELETED, "the text changed and the article is gone"),
    ],
)
def test_a_verdict_never_costs_what_a_person_wrote(
    receipt: Receipt | None, *, same_text: bool, there: str | None, verdict: Verdict, why: str
) -> None:
    facts = Facts(receipt=receipt, same_text=same_text, wanted="wanted", there=there)

    assert decide(facts) is verdict, why
