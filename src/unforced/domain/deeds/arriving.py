"""The doors, the chips and the body words: no more than these before the first offer (guide.md §1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from unforced.domain.answers import BODY_WORDS, SCALES, UNKNOWN, Answers, Choice, Facts, Level
from unforced.domain.deeds import guessing
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.guide import state_of
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.domain.states import LOW
from unforced.domain.visit import Phase, Reply, Said, Visit
from unforced.domain.words import Words

DOORS = ("says_no", "settle", "moment")
MEMORY_CHIP = "memory"
FOREIGN = "foreign"  # the notice where words couldn't be read as English; they stay said
NOTHING_LEFT = "nothing_left"


def open_door(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Something in me says no: the chips. The other two doors ask nothing and open the shelf."""
    if reply.value not in DOORS:
        raise UnusableAnswerError("door", ", ".join(DOORS))
    fresh = _again(visit) if visit.phase is Phase.CLOSED else visit
    door = str(reply.value)
    return replace(fresh, door=door, whole_shelf=False, phase=Phase.KINDS if door == "says_no" else Phase.SHELF)


def _again(visit: Visit) -> Visit:
    """A new visit after a closed one: only what was set once, for always, comes along."""
    safety = 1 if visit.answers.safety <= 1 else visit.answers.safety
    answers = Answers(never=visit.answers.never, safety=safety)
    return Visit(answers=answers, facts=Facts(hand_off=visit.facts.hand_off), left_out=visit.left_out)


def chips(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Back to the chips: any of them can be taken back."""
    return replace(visit, phase=Phase.KINDS, likely=())


def choose(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The chips a person tapped, and what they wrote. None at all is an answer."""
    names = tuple(reply.value) if isinstance(reply.value, (tuple, list)) else ()
    kinds = _kinds(name for name in names if name != MEMORY_CHIP)
    newly_danger = Kind.DANGER in kinds and Kind.DANGER not in visit.answers.kinds
    facts = visit.facts._replace(
        memory=MEMORY_CHIP in names,
        two_named=visit.facts.two_named and Kind.TWO_SIDES in kinds,
        surge=visit.facts.surge or (newly_danger and visit.warmth_from is not None),
    )
    answers = visit.answers._replace(kinds=kinds, choice=UNKNOWN)
    chosen = replace(visit, facts=facts, answers=answers, said=_said(visit, names, reply.words))
    if guessing.may_ask(visit, chosen, reply):
        return guessing.asked(chosen, reply)
    chosen = guessing.answered(chosen, kinds)
    if kinds == {Kind.JUST_NO} or answers.presence is not UNKNOWN:
        return arrive(chosen)
    return replace(chosen, phase=Phase.BODY)


def _said(visit: Visit, names: tuple[object, ...], words: Words | None) -> tuple[Said, ...]:
    """What is said now in place of what was; what a guess was about stays said beside it."""
    replaced = ("kinds",) if visit.likely or visit.notice == FOREIGN else ("kinds", "words")
    said = tuple(entry for entry in visit.said if entry.key not in replaced)
    new = ((Said("kinds", names),) if names else ()) + ((Said("words", words),) if words is not None else ())
    return (*said, *(entry for entry in new if entry not in said))


def _kinds(names: Iterable[object]) -> frozenset[Kind]:
    try:
        return frozenset(Kind(str(name)) for name in names)
    except ValueError:
        raise UnusableAnswerError("kinds", "names of the chips") from None


def body_word(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The answer to "your body just now is closest to…" on the way to the first offer."""
    return arrive(with_body_word(visit, reply.value))


def with_body_word(visit: Visit, value: object) -> Visit:
    """Presence and arousal from one plain body word; *nothing left* sets energy; unknown is an answer."""
    if value is UNKNOWN:
        answers = visit.answers
    elif value == NOTHING_LEFT:
        answers = visit.answers._replace(energy=0)
    elif isinstance(value, str) and value in BODY_WORDS:
        presence, arousal = BODY_WORDS[value]
        energy = UNKNOWN if visit.answers.energy == 0 else visit.answers.energy
        answers = visit.answers._replace(presence=presence, arousal=arousal, energy=energy)
    else:
        raise UnusableAnswerError("body_words", ", ".join(BODY_WORDS))
    return replace(visit, answers=answers, said=remembered(visit.said, "body_words", value))


def remembered(said: tuple[Said, ...], key: str, value: object) -> tuple[Said, ...]:
    """The earlier answers with this one at the end in place of an older answer to the same question."""
    kept = tuple(entry for entry in said if entry.key != key)
    return kept if value is UNKNOWN else (*kept, Said(key, value))


def level(key: str, value: object) -> Level:
    """A value on one of the scales, or unknown; anything else is refused."""
    if value is UNKNOWN:
        return UNKNOWN
    for allowed in SCALES[key]:
        if allowed is value or (isinstance(value, int) and not isinstance(value, bool) and allowed == value):
            return allowed
    raise UnusableAnswerError(key, ", ".join(str(getattr(a, "value", a)) for a in SCALES[key]))


def arrive(visit: Visit, note: str = "") -> Visit:
    """To the offers, remembering whether this moment was a low one."""
    state = state_of(visit.situation)
    low = state.name in LOW
    memory = visit.memory._replace(was_low=visit.memory.was_low or low)
    facts = visit.facts._replace(stayed=visit.facts.stayed and not low)
    lines = (visit.lines[1], state.line(visit.situation))
    return replace(
        visit,
        phase=Phase.OFFERS,
        memory=memory,
        facts=facts,
        note=note,
        lines=lines,
        likely=(),
        pending=(),
        question="",
    )


def nothing(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Nothing, please. The first time it is met with "All right."; the second time the visit ends."""
    if visit.answers.choice is Choice.NOTHING:
        return replace(visit, phase=Phase.CLOSED)
    return arrive(replace(visit, answers=visit.answers._replace(choice=Choice.NOTHING)))
