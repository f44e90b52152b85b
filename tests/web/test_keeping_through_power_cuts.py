"""The program is killed as a power cut does and started over the same home: what was acknowledged is there."""

from __future__ import annotations

import pytest

from tests.web.keeping import SAID, Person, somebody, started_anew
from tests.web.running import Running

pytestmark = pytest.mark.slow
TYPED = "half of a sentence that was"
EARLIER = "That was from an earlier screen. Nothing changed."


def at_the_chips(person: Person) -> Person:
    """Gone on with a kept visit, in front of the field."""
    person.goes_on().press("Change what you said")
    return person


def test_every_turn_of_a_visit_that_was_gone_on_with_is_there_after_a_kill() -> None:
    with Running() as running:
        person = at_the_chips(somebody(running).has_kept())
        person.press("Go on", words="the second thing")
        with started_anew(running) as again:
            late = somebody(again).unlocks().opens_the_first()
            assert "the second thing" in late.answer.text
            late.press("Go on with it")
            late.press("About right")
            heading = late.form.heading
            with started_anew(again) as third:
                person = somebody(third).unlocks().goes_on()
                assert person.form.heading == heading


def test_what_was_typed_and_sealed_at_a_pause_is_there_after_a_kill() -> None:
    with Running() as running:
        person = at_the_chips(somebody(running).has_kept())
        answer = person.types(TYPED)
        assert answer.status == 204
        assert answer.text == ""
        with started_anew(running) as again:
            late = somebody(again).unlocks().goes_on()
            assert late.form.written == TYPED


def test_a_visit_that_isnt_kept_is_gone_and_that_is_the_control() -> None:
    with Running() as running:
        person = somebody(running).has_kept().begins("never kept")
        at = person.at
        with started_anew(running) as again:
            late = somebody(again)
            assert late.go(at).status == 404
            assert "never kept" not in late.unlocks().answer.text


def test_the_first_keeping_itself_is_there_after_a_kill() -> None:
    with Running() as running:
        somebody(running).has_kept()
        with started_anew(running) as again:
            late = somebody(again)
            assert "What you kept" in late.answer.text
            assert SAID in late.unlocks().answer.text


def test_an_old_tab_after_a_restart_keeps_what_was_typed_in_it() -> None:
    with Running() as running:
        person = at_the_chips(somebody(running).has_kept())
        running.kill()
        with Running(port=running.port, folder=running.folder) as again:
            person.running = again
            person.press("Go on", words=TYPED)
            assert person.answer.status == 404
            assert person.form.heading == "That visit is over."
            assert person.form.written == TYPED


def test_a_megabyte_typed_into_a_kept_visit_is_there_after_a_kill() -> None:
    text = "long words " * 95_000
    with Running() as running:
        person = at_the_chips(somebody(running).has_kept())
        assert person.press("Go on", words=text).status == 413
        assert person.form.written == text
        with started_anew(running) as again:
            late = somebody(again).unlocks().goes_on()
            assert late.form.written == text
            late.opens_the_first()
            assert SAID in late.answer.text
