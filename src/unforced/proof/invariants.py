"""The invariants of guide.md §8 that are marked "by enumeration", each as one function over one decision.

A check gets the situation, the state, what may be offered before the cut to two, the rung, and the guidance. It
answers whether the rule holds. Checks are written from the rule, not from the guide's own tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from unforced.domain.answers import Never, Situation
from unforced.domain.guide import Guidance
from unforced.domain.practice import Family, Practice
from unforced.domain.resistance import Kind
from unforced.domain.states import SILENT

F = Family
INWARD = frozenset({F.BREATH, F.TOUCH, F.MUSCLES_RELEASE, F.MUSCLES_FULL, F.NOTE, F.ASK, F.SIDES})
NO_WARMTH = frozenset(
    {"crisis", "unsafe_here", "far_away", "wired_and_numb", "too_much", "young_pain", "surge", "merged", "against_it"}
)
HIGHEST = {"settling": 0, "firm_no": 0, "flat": 1, "curious": 3, "warm": 5}
KIND_CAPS = {Kind.FLOODED: 0, Kind.DANGER: 0, Kind.UNDESERVED: 1, Kind.FAKE: 1}
ASK_STATES = frozenset({"curious", "warm", "firm_no", "against_it"})
NEVER_FAMILY = {
    Never.BREATH: frozenset({F.BREATH}),
    Never.TOUCH: frozenset({F.TOUCH}),
    Never.BODY: frozenset({F.BREATH, F.TOUCH, F.MUSCLES_RELEASE, F.MUSCLES_FULL}),
}
NEVER_NEEDS = {Never.EYES_CLOSED: "eyes_closed", Never.SOUND: "sound", Never.IMAGERY: "imagery"}
SAYS_LESS = frozenset({"curious", "warm", "kind_just_no"})  # lines that are no acknowledgement by themselves
YOUNG = frozenset({F.ACKNOWLEDGE, F.CONTACT, F.ORIENT, F.MOVE, F.OBJECT, F.PEOPLE, F.REST, F.LEAVE, F.HELP})


class Decision(NamedTuple):
    """One decision, opened up: ``open`` is what may be offered before the cut to two; ``rung`` -1 where none."""

    situation: Situation
    open: tuple[Family, ...]
    rung: int
    now: Guidance
    practices: Mapping[str, Practice]


Check = Callable[[Decision], bool]


def preempts(d: Decision) -> bool:
    """2: crisis and unsafe_here come before everything, and offer only what is theirs."""
    s = d.situation
    if s.facts.crisis:
        return d.now.state == "crisis" and all(f in (F.HELP, F.ORIENT) for f in d.open) and F.HELP in d.open
    if s.answers.safety == 0:
        return d.now.state == "unsafe_here" and all(f in (F.LEAVE, F.ORIENT, F.HELP) for f in d.open)
    return d.now.state not in ("crisis", "unsafe_here")


def present_for_inward(d: Decision) -> bool:
    """3: nothing inward when presence is 1 or less, or unknown."""
    return d.situation.answers.presence >= 2 or not any(family in INWARD for family in d.open)


def warmth_in_bounds(d: Decision) -> bool:
    """4: no warmth of 1 or more where a state bars it, none above a kind's cap."""
    if F.WARMTH not in d.open:
        return True
    caps = [KIND_CAPS[kind] for kind in d.situation.answers.kinds if kind in KIND_CAPS]
    return d.now.state not in NO_WARMTH and d.rung <= min([HIGHEST.get(d.now.state, -1), *caps])


def asks_only_with_room(d: Decision) -> bool:
    """5: ask only where it belongs; never with presence under 3 or distress of 7 and more."""
    a = d.situation.answers
    if F.ASK not in d.open:
        return True
    invited = d.now.state != "firm_no" or d.situation.facts.invited
    return d.now.state in ASK_STATES and invited and a.presence >= 3 and not a.distress >= 7


def holds_nothing(d: Decision) -> bool:
    """7: what is offered carries no hold."""
    return all(d.practices[offer.practice].hold == 0 for offer in d.now.offers)


def unknown_blend_opens_nothing(d: Decision) -> bool:
    """12, second half: with blend unknown, neither curious nor warm opens."""
    return d.situation.answers.blend >= 0 or d.now.state not in ("curious", "warm")


def never_is_never(d: Decision) -> bool:
    """14: a family or a need that a person never wants is never offered."""
    for never in d.situation.answers.never:
        barred, need = NEVER_FAMILY.get(never, frozenset()), NEVER_NEEDS.get(never)
        if any(family in barred for family in d.open):
            return False
        if any(need in d.practices[offer.practice].needs for offer in d.now.offers):
            return False
    return True


def acknowledges(d: Decision) -> bool:
    """18: every state but three says or offers an acknowledgement; twice refused, it is offered no more."""
    said = d.now.line not in SAYS_LESS and d.now.line != ""
    return d.now.state in SILENT or said or F.ACKNOWLEDGE in d.open or F.ACKNOWLEDGE in d.situation.memory.refused


def two_families(d: Decision) -> bool:
    """At most two offers, from two families, none refused twice, none put away (§3 and 8)."""
    families = [offer.family for offer in d.now.offers]
    if len(families) > 2 or len(set(families)) != len(families):
        return False
    memory = d.situation.memory
    refused = memory.refused - ({F.HELP, F.LEAVE} if d.now.state == "unsafe_here" else {F.HELP})
    away = memory.put_away - {p for p in memory.put_away if p.startswith("help.")}
    return not refused & set(families) and not any(offer.practice in away for offer in d.now.offers)


def doses(d: Decision) -> bool:
    """9, in one decision: inward at most 90 s, 180 s a visit, none while something outward is due or after a rise."""
    memory = d.situation.memory
    for offer in d.now.offers:
        if offer.family not in INWARD:
            continue
        if memory.outward_due or memory.inward_over:
            return False
        timed = offer.family not in (F.ASK, F.SIDES)
        if timed and (offer.seconds > 90 or memory.inward_s + offer.seconds > 180):
            return False
    return True


def hands_off(d: Decision) -> bool:
    """With hand_off or memory only what guide.md §2 leaves; tender bars ask and sides."""
    facts = d.situation.facts
    if (facts.hand_off or facts.memory) and not all(family in YOUNG for family in d.open):
        return False
    return not (facts.tender and (F.ASK in d.open or F.SIDES in d.open))


CHECKS: Mapping[str, Check] = {
    "2": preempts,
    "3": present_for_inward,
    "4": warmth_in_bounds,
    "5": asks_only_with_room,
    "7": holds_nothing,
    "12b": unknown_blend_opens_nothing,
    "14": never_is_never,
    "18": acknowledges,
    "offers": two_families,
    "9a": doses,
    "hand_off": hands_off,
}
