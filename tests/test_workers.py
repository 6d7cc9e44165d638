"""Work in batches: the same results in the same order, however many share it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from nashra.workers import WORTH_A_POOL, Workers, available

MANY = list(range(WORTH_A_POOL * 2 + 7))


def doubled(numbers: Sequence[int]) -> list[int]:
    return [number * 2 for number in numbers]


def whose(numbers: Sequence[int]) -> set[int]:
    return {os.getpid()} if numbers else set()


def refuse_the_last(numbers: Sequence[int]) -> list[int]:
    if MANY[-1] in numbers:
        raise ValueError("no")
    return list(numbers)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_results_come_in_order(jobs: int) -> None:
    with Workers(jobs) as workers:
        assert [n for batch in workers.map(doubled, MANY) for n in batch] == doubled(MANY)


def test_little_work_stays_in_this_process() -> None:
    with Workers(2) as workers:
        who = workers.map(whose, MANY[: WORTH_A_POOL - 1])
        assert set().union(*who) == {os.getpid()}


def test_much_work_leaves_it() -> None:
    with Workers(2) as workers:
        assert os.getpid() not in set().union(*workers.map(whose, MANY))


def test_no_work_is_no_batch() -> None:
    with Workers(2) as workers:
        assert list(workers.map(doubled, [])) == []


def test_a_fault_is_raised_here_when_its_turn_comes() -> None:
    with Workers(2) as workers, pytest.raises(ValueError, match="no"):
        list(workers.map(refuse_the_last, MANY))


def test_there_is_at_least_one_processor() -> None:
    assert available() >= 1
