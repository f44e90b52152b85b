"""However somebody taps: nothing asks for an age, an origin or a memory; nothing is asked where it doesn't belong; a no
is final in the visit. Each with a control that must fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.walks import LIBRARY, WRITTEN, some_way_in_once
from tests.people import CALM
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.deeds.practising import start
from unforced.domain.guide import may_offer, state_of
from unforced.domain.practice import Family
from unforced.domain.visit import Deed, Phase, Reply, Visit

Tamper = Callable[[Visit], Visit]
ORIGIN = [ban for ban in LIBRARY.bans if ban.name.startswith("origin.")]
TOWARD = ("curious", "asked", "asked_for_room", "firm_and_heard", "two_sides", "first_offers")
BACK_FROM = (Phase.ASKING, Phase.SAYING, Phase.HELP, Phase.BOUNDS)
STEPS = 40


def untouched(visit: Visit) -> Visit:
    """Nothing is tampered with."""
    return visit


def steps(visit: Visit, dice: Random, tamper: Tamper = untouched) -> Iterator[tuple[Visit, Visit]]:
    """Every turn of a way through, as the visit before and after it; whoever walks it leans toward what says no."""
    for _ in range(STEPS):
        view = show(visit, LIBRARY)
        raw = dice.choice(WRITTEN[:3]) if view.field and dice.random() < 0.3 else ""
        after = tamper(respond(visit, tapped(view, visit, dice), LIBRARY, raw=raw))
        if after.phase is Phase.CLOSED:
            return
        yield visit, after
        visit = after


def tapped(view: View, visit: Visit, dice: Random) -> Reply:
    """One tap: calm and toward it more often than not, and anything else otherwise."""
    every = [choice.reply for choice in view.choices + view.beside]
    calm = [reply for reply in every if reply.deed is Deed.ANSWER and reply.value == CALM.get(visit.question, ...)]
    toward = [reply for reply in every if reply.deed is Deed.STAY or str(reply.value).startswith(("ask.", "contact."))]
    likely = calm or toward
    if likely and dice.random() < 0.7:
        return dice.choice(likely)
    sent = [view.send._replace(value=()) if view.several else view.send] if view.send is not None else []
    wanted = [reply for reply in (*sent, *every) if reply.deed is not Deed.STOP]
    return dice.choice(wanted or [choice.reply for choice in view.controls[:-1]])


def asks_where_it_began(view: View) -> bool:
    """Whether anything on this screen that the program says holds an age, origin or memory term."""
    texts = (*view.said, view.question, view.hint, view.field, *(choice.label for choice in view.choices + view.beside))
    return any(ban.pattern.search(text) for ban in ORIGIN for text in texts)


def out_of_place(before: Visit, after: Visit) -> bool:
    """Whether this turn opened an ask where none belongs: curious, warm, one after an invitation, one for room."""
    if after.phase is not Phase.ASKING or before.phase in BACK_FROM:
        return False
    state = state_of(after.situation).name
    return (state, after.practice) not in {
        ("curious", "ask.listen"),
        ("warm", "ask.listen"),
        ("firm_no", "ask.what_it_guards"),
        ("against_it", "ask.little_room"),
    } or (state == "firm_no" and not after.facts.invited)


def asks_again(visit: Visit) -> bool:
    """Whether anything is asked of it, or may be held out to be (before the cut to two offers)."""
    may_be = may_offer(visit.situation, state_of(visit.situation), -1)
    return visit.phase is Phase.ASKING or Family.ASK in may_be


def said_no() -> Visit:
    """Somebody in whom the one in between said no to a little room."""
    return respond(some_way_in_once()["asked_for_room"], Reply(Deed.NEXT, "no"), LIBRARY)


# Age, origin, memory


@settings(max_examples=40)
@given(st.sampled_from(TOWARD), st.randoms(use_true_random=False))
def test_no_way_through_ever_asks_for_an_age_an_origin_or_a_memory(begins: str, dice: Random) -> None:
    for _, visit in steps(some_way_in_once()[begins], dice):
        assert not asks_where_it_began(show(visit, LIBRARY))


def test_a_screen_that_did_would_be_found() -> None:
    view = show(some_way_in_once()["asked"], LIBRARY)
    for question in ("How old is it?", "Where does it come from?", "Do you remember it?"):
        assert asks_where_it_began(view._replace(question=question))


# Nothing is asked where it doesn't belong


@settings(max_examples=40)
@given(st.sampled_from(TOWARD), st.randoms(use_true_random=False))
def test_nothing_is_ever_asked_of_it_outside_curious_warm_and_the_two_exceptions(begins: str, dice: Random) -> None:
    assert not any(out_of_place(before, after) for before, after in steps(some_way_in_once()[begins], dice))


def test_an_ask_that_opened_elsewhere_would_be_found() -> None:
    curious = some_way_in_once()["curious"]
    assert not out_of_place(curious, start(curious, LIBRARY.shelf.get("ask.listen")))
    for key, level in (("toward", 0), ("firmness", 3), ("blend", 3), ("distress", 8), ("presence", 1)):
        closed = replace(curious, answers=curious.answers.told(key, level))
        assert out_of_place(closed, start(closed, LIBRARY.shelf.get("ask.listen")))


# A no is final


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_after_its_no_nothing_is_ever_asked_of_it_again_in_that_visit(dice: Random) -> None:
    assert not any(asks_again(visit) for _, visit in steps(said_no(), dice))


def test_a_visit_that_forgot_the_no_would_be_found() -> None:
    def forgetful(visit: Visit) -> Visit:
        memory = visit.memory._replace(refused=visit.memory.refused - {Family.ASK})
        return replace(visit, memory=memory)

    assert any(asks_again(v) for seed in range(40) for _, v in steps(forgetful(said_no()), Random(seed), forgetful))
