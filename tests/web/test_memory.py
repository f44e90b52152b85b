"""Visits are in memory while they last, and the key to it works once."""

from __future__ import annotations

from unforced.app.arrive import arrive
from unforced.web.letting_in import TRIES, WAIT, Answer, Door
from unforced.web.memory import LEFT_ALONE, MOST_SESSIONS, MOST_VISITS, Draft, Held, Memory


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_visit_is_found_by_its_own_session_only() -> None:
    memory = Memory(Clock())
    mine, other = memory.find(memory.begin()), memory.find(memory.begin())
    assert mine is not None
    assert other is not None
    name = memory.keep(mine, Held(arrive()))
    assert name in mine.visits
    assert name not in other.visits
    assert len(name) >= 20


def test_an_ended_session_is_forgotten() -> None:
    memory = Memory(Clock())
    key = memory.begin()
    memory.end(key)
    memory.end(key)
    assert memory.find(key) is None
    assert memory.find("") is None


def test_what_is_left_alone_for_half_a_day_is_forgotten() -> None:
    clock = Clock()
    memory = Memory(clock)
    key = memory.begin()
    session = memory.find(key)
    assert session is not None
    memory.keep(session, Held(arrive()))
    clock.now = LEFT_ALONE + 1
    assert memory.find(key) is None


def test_a_visit_left_alone_goes_while_its_browser_stays() -> None:
    clock = Clock()
    memory = Memory(clock)
    key = memory.begin()
    session = memory.find(key)
    assert session is not None
    memory.keep(session, Held(arrive()))
    clock.now = LEFT_ALONE - 1
    memory.find(key)
    clock.now = LEFT_ALONE + 1
    assert memory.find(key) is session
    assert not session.visits


def test_there_is_room_for_so_many_and_the_oldest_goes() -> None:
    clock = Clock()
    memory = Memory(clock)
    keys = []
    for _ in range(MOST_SESSIONS + 1):
        clock.now += 1
        keys.append(memory.begin())
    assert memory.find(keys[0]) is None
    session = memory.find(keys[-1])
    assert session is not None
    names = []
    for _ in range(MOST_VISITS + 1):
        clock.now += 1
        names.append(memory.keep(session, Held(arrive())))
    assert names[0] not in session.visits
    assert len(session.visits) == MOST_VISITS


def test_words_are_not_printed_by_accident() -> None:
    held = Held(arrive(), Draft("screen", "a secret"))
    assert "secret" not in repr(held) + repr(held.draft) + str(held)


def test_a_token_and_a_code_each_work_once() -> None:
    told: list[str] = []
    door = Door("token", "ABCD-EFGH", Clock(), told.append)
    assert door.try_key("token") is Answer.IN
    assert door.try_key("token") is Answer.WRONG
    assert door.try_key("abcd efgh") is Answer.IN
    assert door.try_key("ABCD-EFGH") is Answer.WRONG
    assert door.try_key(told[0]) is Answer.IN


def test_guessing_has_to_wait() -> None:
    clock = Clock()
    door = Door("token", "ABCD-EFGH", clock, lambda code: None)
    assert [door.try_key("no") for _ in range(TRIES)] == [Answer.WRONG] * TRIES
    assert door.try_key("ABCD-EFGH") is Answer.WAIT
    clock.now = WAIT + 1
    assert door.try_key("ABCD-EFGH") is Answer.IN


def test_an_empty_key_or_a_huge_one_fits_nothing() -> None:
    door = Door("token", "ABCD-EFGH", Clock(), lambda code: None)
    assert door.try_key("") is Answer.WRONG
    assert door.try_key("-") is Answer.WRONG
    assert door.try_key("é" * 1_000_000) is Answer.WRONG
