"""When to build."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread
from time import monotonic

import pytest

from nashra.serve import Clock
from nashra.serve.cue import Batch, Cause, Cue
from tests.serve.asking import LONG

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def batch() -> Batch:
    return Batch(quiet=0.04, hold=0.5)


def test_an_empty_batch_is_never_ready() -> None:
    assert batch().ready is None


def test_a_batch_is_ready_once_it_is_quiet() -> None:
    saves = batch()

    assert saves.add("a.md", at=1.0)
    assert not saves.add("b.md", at=1.03)
    assert saves.ready == 1.07


def test_a_batch_is_not_held_for_ever() -> None:
    saves = batch()
    saves.add("a.md", at=1.0)
    for step in range(100):
        saves.add("b.md", at=1.0 + step * 0.03)

    assert saves.ready == 1.5


def test_a_file_that_grows_is_waited_for_and_holds_up_no_other() -> None:
    saves = batch()
    for step in range(100):
        saves.add("grows.md", at=1.0 + step * 0.03)
    assert saves.ready == pytest.approx(4.01), "it is built when it rests"

    saves.add("a.md", at=3.9)
    assert saves.take(at=4.0) == (Cause.FILES, frozenset({"a.md"}))
    assert saves.ready is not None
    assert saves.take(at=4.1) == (Cause.FILES, frozenset({"grows.md"}))
    assert saves.ready is None


def test_a_file_that_grows_for_ever_is_built_all_the_same() -> None:
    saves = batch()
    for step in range(1000):
        saves.add("log.md", at=1.0 + step * 0.03)

    assert saves.ready == 6.0
    assert saves.take(at=31.0) == (Cause.FILES, frozenset({"log.md"}))


def test_a_batch_knows_whether_it_is_styles_alone() -> None:
    saves = batch()
    saves.add("site.css", at=1.0)
    assert saves.take(at=9.0)[0] is Cause.STYLES
    assert saves.ready is None

    saves.add("site.css", at=2.0)
    saves.add("خبر.md", at=2.0)
    assert saves.take(at=9.0)[0] is Cause.FILES

    saves.add("site.css", at=3.0)
    assert saves.take(at=9.0)[0] is Cause.STYLES


def test_many_notes_give_one_cue() -> None:
    cue = Cue(quiet=0.01)
    for number in range(1000):
        cue.note(f"{number}.md")

    assert cue.wait() is Cause.FILES
    cue.stop()
    assert cue.wait() is Cause.STOP


def test_a_wait_begun_before_the_note_ends_with_it() -> None:
    cue = Cue(quiet=0.01)
    heard: list[Cause] = []
    waiting = Thread(target=lambda: heard.append(cue.wait()))
    waiting.start()
    cue.note("خبر.md")
    waiting.join(LONG)

    assert heard == [Cause.FILES]


def test_the_clock_calls_for_a_build_at_its_moment() -> None:
    started = monotonic()

    def now() -> datetime:
        return NOON + timedelta(seconds=monotonic() - started)

    moments = iter([NOON + timedelta(seconds=0.1), NOON - timedelta(hours=1), None])
    cue = Cue(Clock(now, lambda: next(moments)))
    cue.expect()

    assert cue.wait() is Cause.CLOCK
    assert monotonic() - started >= 0.1
    cue.expect()
    assert cue.wait() is Cause.CLOCK, "a moment that was missed is met at once"
    cue.expect()
    cue.stop()
    assert cue.wait() is Cause.STOP


def test_a_moment_that_was_met_is_not_met_again() -> None:
    cue = Cue(Clock(lambda: NOON, lambda: NOON), quiet=0.01)
    cue.expect()
    assert cue.wait() is Cause.CLOCK

    cue.expect()
    cue.note("خبر.md")
    assert cue.wait() is Cause.FILES


def test_a_save_comes_before_a_far_moment() -> None:
    cue = Cue(Clock(lambda: NOON, lambda: NOON + timedelta(days=1)), quiet=0.01)
    cue.expect()
    cue.note("خبر.md")

    assert cue.wait() is Cause.FILES


def test_without_a_clock_nothing_is_expected() -> None:
    cue = Cue(quiet=0.01)
    cue.expect()
    cue.note("site.css")

    assert cue.wait() is Cause.STYLES
