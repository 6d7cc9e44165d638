"""The names that Arabic gives to Latin letters: «بي بي سي», «بي.إف.إم» are abbreviations."""

from __future__ import annotations

LETTER_NAMES = frozenset(
    "إيه ايه آي أي بي سي دي إي اي إف أف اف جي جيه إتش اتش أتش كيه كي إل ال أل إم أم ام إن ان "
    "أن أو او بيه كيو آر ار إس اس أس تي تيه يو في فيه دبليو إكس اكس واي زد زي".split()
)
