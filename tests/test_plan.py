"""What is to be built and removed, as a table."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.model import Output, Reason
from nashra.plan import plan

PAGE = Output("a/index.html", "story", "a.md")
OTHER = Output("b/index.html", "story", "b.md")
HANDED_OVER = Output("a/index.html", "story", "c.md")


@pytest.mark.parametrize(
    ("wanted", "known", "stale", "missing", "build", "remove", "why"),
    [
        ([], [], [], [], {}, [], "nothing of nothing"),
        ([PAGE], [], [], [], {PAGE: "new"}, [], "what is not there"),
        ([PAGE], [PAGE], [], [], {}, [], "what is there and as it was"),
        ([], [PAGE], [], [], {}, [PAGE], "what nothing wants any more"),
        ([PAGE], [PAGE], [PAGE], [], {PAGE: "stale"}, [], "what shows something old"),
        ([PAGE], [PAGE], [], [PAGE], {PAGE: "missing"}, [], "what somebody deleted or edited"),
        ([PAGE], [PAGE], [PAGE], [PAGE], {PAGE: "stale"}, [], "both: once, and stale says more"),
        ([PAGE], [], [PAGE], [PAGE], {PAGE: "new"}, [], "new outweighs the rest"),
        ([], [PAGE], [PAGE], [PAGE], {}, [PAGE], "what goes is not built first"),
        ([], [], [PAGE], [PAGE], {}, [], "what nobody knows is left"),
        ([HANDED_OVER], [PAGE], [], [], {HANDED_OVER: "new"}, [], "an address with a new owner"),
        ([OTHER], [PAGE], [], [], {OTHER: "new"}, [PAGE], "one comes and one goes"),
    ],
)
def test_the_work_of_a_build(  # noqa: PLR0913, PLR0917
    wanted: list[Output],
    known: list[Output],
    stale: list[Output],
    missing: list[Output],
    build: dict[Output, str],
    remove: list[Output],
    why: str,
) -> None:
    work = plan(
        wanted,
        known,
        known={output.target: output for output in known},
        suspects=suspects(
            [output.target for output in stale], [output.target for output in missing]
        ),
    )

    assert dict(work.build) == {output: Reason(reason) for output, reason in build.items()}, why
    assert work.remove == tuple(output.target for output in remove), why


def suspects(stale: Iterable[str], missing: Iterable[str]) -> dict[str, Reason]:
    return dict.fromkeys(missing, Reason.MISSING) | dict.fromkeys(stale, Reason.STALE)


@pytest.mark.parametrize(("stale", "missing"), [([PAGE.target], []), ([], [PAGE.target])])
def test_an_owner_that_was_not_looked_at_keeps_its_outputs(
    stale: list[str], missing: list[str]
) -> None:
    work = plan([], [], known={PAGE.target: PAGE}, suspects=suspects(stale, missing))

    assert work.remove == ()
    assert [output for output, _ in work.build] == [PAGE], "and they are built if they must be"


OUTPUTS = st.lists(
    st.builds(Output, st.sampled_from("abcdef"), st.just("story"), st.sampled_from("xy")),
    unique_by=lambda output: output.target,
)
TARGETS = st.sets(st.sampled_from("abcdefg"))


@given(OUTPUTS, OUTPUTS, TARGETS, TARGETS)
def test_after_the_work_exactly_what_is_wanted_is_there(
    wanted: list[Output], before: list[Output], stale: set[str], missing: set[str]
) -> None:
    known = {output.target: output for output in before}
    work = plan(wanted, before, known=known, suspects=suspects(stale, missing))
    after = {target: output for target, output in known.items() if target not in work.remove}
    after |= {output.target: output for output, _ in work.build}

    assert after == {output.target: output for output in wanted}
    built = {output.target for output, _ in work.build}
    assert built >= (stale | missing) & after.keys()
    assert not built & set(work.remove)


@given(OUTPUTS, OUTPUTS, TARGETS)
def test_the_work_is_in_one_order_whatever_the_order_of_what_is_asked(
    wanted: list[Output], before: list[Output], stale: set[str]
) -> None:
    known = {output.target: output for output in before}
    forwards = plan(wanted, before, known=known, suspects=suspects(stale, []))
    backwards = plan(wanted[::-1], before[::-1], known=known, suspects=suspects(sorted(stale), []))

    assert forwards == backwards
