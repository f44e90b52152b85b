"""Somebody walks away, or closes the lid: the vault locks itself. Doing something keeps it open."""

from __future__ import annotations

import pytest

from unforced.app.watch import IDLE, SLEPT, Watch


class Clocks:
    """Two clocks: one stands still while the machine sleeps."""

    def __init__(self) -> None:
        self.awake = 50.0
        self.always = 1_000.0

    def passes(self, seconds: float) -> None:
        """Time, with the machine awake."""
        self.awake += seconds
        self.always += seconds

    def sleeps(self, seconds: float) -> None:
        """Time, with the machine asleep."""
        self.always += seconds


@pytest.fixture
def clocks() -> Clocks:
    """The two clocks of a machine."""
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks) -> Watch:
    """A watch that begins now."""
    return Watch(lambda: clocks.awake, lambda: clocks.always)


def test_it_locks_when_nobody_did_anything_for_ten_minutes(clocks: Clocks, watch: Watch) -> None:
    assert IDLE == 600
    clocks.passes(IDLE)
    assert not watch.due()
    clocks.passes(1)
    assert watch.due()


def test_each_deed_begins_the_time_anew(clocks: Clocks, watch: Watch) -> None:
    for _ in range(20):
        clocks.passes(IDLE)
        watch.touch()
        assert not watch.due()
    clocks.passes(IDLE + 1)
    assert watch.due()


def test_asking_is_no_deed(clocks: Clocks, watch: Watch) -> None:
    for _ in range(int(IDLE)):
        clocks.passes(1)
        assert not watch.due()
    clocks.passes(1)
    assert watch.due()


def test_it_is_said_once_and_then_time_begins_anew(clocks: Clocks, watch: Watch) -> None:
    clocks.passes(IDLE + 1)
    assert watch.due() and not watch.due()
    clocks.passes(IDLE + 1)
    assert watch.due()


def test_it_locks_when_the_machine_slept_however_soon_somebody_is_back(clocks: Clocks, watch: Watch) -> None:
    clocks.sleeps(SLEPT)
    assert not watch.due()
    clocks.sleeps(0.5)
    assert watch.due() and not watch.due()


@pytest.mark.parametrize("away", ["sleeps", "passes"])
def test_a_deed_right_after_it_was_time_never_hides_it(clocks: Clocks, watch: Watch, away: str) -> None:
    getattr(clocks, away)(IDLE + 60)
    watch.touch()
    watch.touch()
    assert watch.due(), "whoever opened the lid may be somebody else"
    assert not watch.due()


def test_short_naps_that_a_deed_lies_between_are_not_added_up(clocks: Clocks, watch: Watch) -> None:
    for _ in range(10):
        clocks.sleeps(SLEPT - 1)
        watch.touch()
    assert not watch.due()


def test_with_one_clock_for_both_only_idleness_is_noticed(clocks: Clocks) -> None:
    watch = Watch(lambda: clocks.always, lambda: clocks.always)
    clocks.sleeps(IDLE)
    assert not watch.due()
    clocks.sleeps(1)
    assert watch.due()


def test_how_long_is_idle_can_be_said(clocks: Clocks) -> None:
    watch = Watch(lambda: clocks.awake, lambda: clocks.always, idle=5)
    clocks.passes(6)
    assert watch.due()


def test_a_clock_that_goes_back_a_little_locks_nothing(clocks: Clocks, watch: Watch) -> None:
    clocks.passes(-3)
    assert not watch.due()
