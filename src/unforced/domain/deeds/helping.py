"""Help, somebody who could see the screen, what stays away, and stopping: there on every screen."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.answers import UNKNOWN, Choice, Never
from unforced.domain.deeds.arriving import arrive
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import guide, state_of
from unforced.domain.practice import Family
from unforced.domain.screening import Concern, Heard
from unforced.domain.shelf import Shelf
from unforced.domain.thresholds import REFUSALS
from unforced.domain.visit import Phase, Reply, Visit

HAND_OFF = "hand_off"


def open_help(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Help, by the person's own tap: no direct question is asked of them."""
    help_from = visit.help_from if visit.phase is Phase.HELP else visit.phase
    facts = visit.facts._replace(crisis=True)
    return replace(visit, phase=Phase.HELP, help_from=help_from, help_asked=True, facts=facts, note="")


def heard(visit: Visit, what: Heard) -> Visit:
    """What screening heard in their words. It opens Help, keeps everything, and respects "not what I meant".

    In full once in a visit, and once more where the signal rises; after that it is one line (safety.md, crisis). The
    louder concern holds the lesser: what that bars stays barred after "no, continue".
    """
    if what.concern is Concern.NONE or visit.not_meant or visit.phase in (Phase.HELP, Phase.CLOSED):
        return visit
    urgent = what.concern is Concern.URGENT
    facts = visit.facts._replace(crisis=urgent, tender=True)
    shown = max(visit.concern_shown, int(what.concern))
    note = "" if shown > visit.concern_shown else "help_is_there"
    if not urgent and note:
        return replace(visit, facts=facts, note=note)
    return replace(
        visit, facts=facts, phase=Phase.HELP, help_from=visit.phase, concern_shown=shown, help_asked=False, note=note
    )


def yes(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Yes to the direct question: help stays on the screen."""
    return replace(visit, facts=visit.facts._replace(crisis=True), note="yes")


def carry_on(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """No, continue: back to where the person was, with everything they wrote."""
    facts = visit.facts._replace(crisis=False)
    if visit.phase is Phase.OFFERS:
        return arrive(replace(visit, facts=facts))
    return replace(visit, phase=visit.help_from, facts=facts, help_asked=False, note="")


def not_meant(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """That's not what I meant: respected for the whole visit."""
    facts = visit.facts._replace(crisis=False, tender=False)
    return replace(visit, phase=visit.help_from, facts=facts, not_meant=True, help_asked=False, note="")


def watched(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Somebody could see this screen right now."""
    return arrive(replace(visit, answers=visit.answers._replace(safety=0)))


def passed(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """That has passed. From here on, nothing is played, typed or kept in this visit."""
    if visit.answers.safety != 0:
        raise OutOfPlaceError("nobody said that somebody could see this")
    calmer = replace(visit, answers=visit.answers._replace(safety=1), note="")
    return arrive(calmer) if visit.said or visit.uses else replace(calmer, phase=Phase.DOORS)


def open_bounds(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """What stays away, always."""
    around = visit.phase is Phase.BOUNDS or (visit.phase is Phase.HELP and visit.help_from is Phase.BOUNDS)
    return replace(visit, phase=Phase.BOUNDS, bounds_from=visit.bounds_from if around else visit.phase)


def set_bounds(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The whole list as the person wants it now."""
    names = tuple(reply.value) if isinstance(reply.value, (tuple, list)) else ()
    try:
        never = frozenset(Never(str(name)) for name in names if name != HAND_OFF)
    except ValueError:
        raise UnusableAnswerError("never", ", ".join([*Never, HAND_OFF])) from None
    facts = visit.facts._replace(hand_off=HAND_OFF in names)
    return back(replace(visit, answers=visit.answers._replace(never=never), facts=facts), reply, shelf)


def back(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Back to the screen before."""
    if visit.phase is Phase.BOUNDS:
        return arrive(visit) if visit.bounds_from is Phase.OFFERS else replace(visit, phase=visit.bounds_from)
    return arrive(visit) if visit.door == "says_no" or visit.uses else replace(visit, phase=Phase.DOORS, door="")


def look(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """To the whole shelf, where the person chooses."""
    return replace(visit, phase=Phase.SHELF, whole_shelf=True, note="")


def something_else(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Not these. The families shown are declined; twice ends one for the visit. Elsewhere it opens the shelf."""
    if visit.phase is Phase.SHELF:
        return back(visit, reply, shelf)
    if visit.phase is not Phase.OFFERS:
        return look(replace(visit, facts=visit.facts._replace(crisis=False)), reply, shelf)
    state = state_of(visit.situation).name
    if state == "nothing_wanted":
        kinds = frozenset(k for k in visit.answers.kinds if k != "just_no")
        answers = visit.answers._replace(choice=UNKNOWN, kinds=kinds)
        return replace(visit, answers=answers, phase=Phase.KINDS)
    shown = tuple(offer.family for offer in guide(visit.situation, shelf).offers if offer.family is not Family.HELP)
    declined = visit.memory.declined + shown
    refused = visit.memory.refused | {family for family in shown if declined.count(family) >= REFUSALS}
    memory = visit.memory._replace(declined=declined, refused=frozenset(refused))
    answers = visit.answers._replace(choice=Choice.SOMETHING_ELSE)
    return arrive(replace(visit, memory=memory, answers=answers), "declined")


def stop(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Stop, at once, with a closing that asks nothing."""
    return replace(visit, phase=Phase.CLOSED)
