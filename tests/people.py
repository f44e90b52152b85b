"""Named situations, and a person who takes turns: so that a test can be one sentence about somebody.

A situation is what the guide may know; a Person goes through a visit one tap at a time, as any surface would.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from unforced.domain.answers import UNKNOWN, Answers, Choice, Facts, Situation
from unforced.domain.guide import Guidance, decide, guide
from unforced.domain.practice import Family, Practice
from unforced.domain.resistance import Kind
from unforced.domain.screening import Concern, Heard
from unforced.domain.shelf import Shelf
from unforced.domain.sides import SIDES_STEPS
from unforced.domain.turning import QUIET, take_turn
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words

WRITTEN = ("name_a", "name_b", "called")
URGENT = Heard(Concern.URGENT, ("a_rule",))
TENDER = Heard(Concern.TENDER, ("a_rule",))


# Situations


def somebody(*kinds: str, **known: Any) -> Situation:
    """A situation from whatever is known of it; everything else is unknown, and the visit is a fresh one."""
    return but(Situation(Answers(kinds=frozenset(Kind(kind) for kind in kinds))), **known)


def but(situation: Situation, **changed: Any) -> Situation:
    """The same situation with something changed, wherever that is kept."""
    answers, facts, memory = situation
    for key, value in changed.items():
        if key in Answers._fields:
            answers = answers._replace(**{key: value})
        elif key in Facts._fields:
            facts = facts._replace(**{key: value})
        else:
            memory = memory._replace(**{key: value})
    return Situation(answers, facts, memory)


def here_with_room(*kinds: str, **known: Any) -> Situation:
    """Somebody who is here, in an eased body, with some room: nothing but the answers about the no is missing."""
    return but(somebody(*kinds, presence=3, arousal=0, distress=4), **known)


def curious_about_it(*kinds: str, **known: Any) -> Situation:
    """Somebody who is a bit curious about a voice that stands beside them."""
    return here_with_room(*kinds, **{"blend": 1, "toward": 1, "firmness": 1, **known})


def warm_toward_it(*kinds: str, **known: Any) -> Situation:
    """Somebody who can see why it is there, after something eased."""
    return curious_about_it(*kinds, **{"toward": 2, "soften": 1, **known})


def flat_toward_it(*kinds: str, **known: Any) -> Situation:
    """Somebody to whom it is neither here nor there."""
    return here_with_room(*kinds, **{"toward": 0, **known})


def arriving_flooded(**known: Any) -> Situation:
    """Somebody in tears, with too much at once."""
    return here_with_room("flooded", **known)


def arriving_numb(**known: Any) -> Situation:
    """Somebody in whom nothing is felt, and who is here."""
    return here_with_room("numb", **known)


def two_sides_unsettled(**known: Any) -> Situation:
    """Somebody with one side that wants it and one that slams the door, both named."""
    return here_with_room("two_sides", two_named=True, **known)


def firm_no_at_night(**known: Any) -> Situation:
    """Somebody whose no is firm and who has answered nothing else."""
    return but(somebody(firmness=3), **known)


def far_away(**known: Any) -> Situation:
    """Somebody who is hardly in the room."""
    return but(somebody(presence=1), **known)


# What the guide may open and offers


def opened(situation: Situation, shelf: Shelf) -> frozenset[str]:
    """The families that may be offered, before the cut to two."""
    return frozenset(decide(situation, shelf)[0])


def offered(situation: Situation, shelf: Shelf) -> tuple[str, ...]:
    """The families of the offers, in order."""
    return tuple(str(offer.family) for offer in guide(situation, shelf).offers)


def practices_offered(situation: Situation, shelf: Shelf) -> tuple[Practice, ...]:
    """The practices behind the offers, in order."""
    return tuple(shelf.get(offer.practice) for offer in guide(situation, shelf).offers)


# Somebody in a visit


class Person:
    """Somebody in a visit. Each deed is one tap; answers that a test leaves out are "I don't know"."""

    def __init__(self, shelf: Shelf, visit: Visit | None = None) -> None:
        self.shelf = shelf
        self.visit = visit or Visit()

    def does(self, deed: Deed, value: object = None, words: str = "", heard: Heard = QUIET) -> Person:
        """One turn."""
        self.visit = take_turn(self.visit, Reply(deed, value, Words.from_raw(words)), self.shelf, heard)
        return self

    def says_no(self, *chips: str, words: str = "", heard: Heard = QUIET) -> Person:
        """Through the first door, and the chips that were tapped."""
        return self.does(Deed.OPEN_DOOR, "says_no").chooses(*chips, words=words, heard=heard)

    def chooses(self, *chips: str, words: str = "", heard: Heard = QUIET) -> Person:
        """Sends the chips."""
        return self.does(Deed.CHOOSE, chips, words, heard)

    def body(self, word: object) -> Person:
        """The body word on the way to the first offer."""
        return self.does(Deed.ANSWER, word)

    def arrives(self, *chips: str, body: object = "about_right") -> Person:
        """At the first offers."""
        return self.says_no(*chips).body(body)

    def stays(self, **answers: object) -> Person:
        """Taps *stay* and answers what is asked, by key; a key that is left out is unknown."""
        return self.does(Deed.STAY).answers(**answers)

    def answers(self, **answers: object) -> Person:
        """Answers whatever is asked one a screen, until nothing is."""
        while self.visit.phase in (Phase.STAYING, Phase.AFTER):
            value = answers.get(self.visit.question, UNKNOWN)
            written = value if isinstance(value, str) and self.visit.question in WRITTEN else ""
            self.does(Deed.ANSWER, UNKNOWN if written else value, written)
        return self

    def takes(self, practice: str) -> Person:
        """Starts a practice, by its id or as the one that is offered of a family."""
        named = {str(offer.family): offer.practice for offer in self.now.offers}
        first = self.shelf.family(Family(practice))[0].id if "." not in practice and practice not in named else ""
        return self.does(Deed.TAKE, named.get(practice, first or practice))

    def tries(self, practice: str, **after: object) -> Person:
        """Takes a practice, ends it, and answers what is asked after it."""
        return self.takes(practice).does(Deed.FINISH).answers(**after)

    def gets_worse_with(self, practice: str) -> Person:
        """Takes a practice and stops it because it got harder."""
        return self.takes(practice).does(Deed.WORSE)

    def declines(self, times: int = 1) -> Person:
        """Something else, from the offers."""
        for _ in range(times):
            self.does(Deed.SOMETHING_ELSE)
        return self

    @property
    def now(self) -> Guidance:
        """What the guide says now."""
        return guide(self.visit.situation, self.shelf)

    @property
    def state(self) -> str:
        """The name of the moment they are in."""
        return self.now.state

    @property
    def offered(self) -> tuple[str, ...]:
        """The families offered now."""
        return tuple(str(offer.family) for offer in self.now.offers)

    @property
    def phase(self) -> Phase:
        """The screen they are on."""
        return self.visit.phase

    def asked(self, **answers: object) -> tuple[str, ...]:
        """The questions of this run of screens, in order, while answering them."""
        questions = []
        while self.visit.phase in (Phase.STAYING, Phase.AFTER):
            questions.append(self.visit.question)
            self.does(Deed.ANSWER, answers.get(self.visit.question, UNKNOWN))
        return tuple(questions)


CALM: dict[str, object] = {
    "presence": 3,
    "distress": 4,
    "energy": 2,
    "firmness": 1,
    "blend": 1,
    "place": UNKNOWN,
    "called": UNKNOWN,
    "toward": 1,
}
"""Answers of somebody for whom there is room: with these, *stay* leads to being a bit curious."""


def never_any(found: Collection[str], *families: str) -> bool:
    """Whether none of the families is among those found."""
    return not set(found) & set(families)


NOTHING = Choice.NOTHING


def some_way_in(shelf: Shelf) -> dict[str, Visit]:
    """Visits that have already come some way, one for each screen that is far from the doors."""

    def somebody_with(chip: str = "critic_voice", **answers: object) -> Person:
        return Person(shelf).arrives(chip).stays(**{**CALM, **answers})

    people = {
        "at_the_doors": Person(shelf),
        "first_offers": Person(shelf).arrives("critic_voice"),
        "flooded": Person(shelf).arrives("flooded", body="too_much"),
        "curious": somebody_with(),
        "asked": somebody_with().takes("ask"),
        "asked_for_room": somebody_with(toward=-1).tries("acknowledge").tries("contact").takes("ask"),
        "firm_and_heard": somebody_with(firmness=3).does(Deed.HEAR),
        "two_sides": somebody_with("two_sides", name_a="wants it", name_b="the door").takes("sides"),
        "two_sides_room": somebody_with("two_sides").takes("sides").does(Deed.NEXT, 0),
        "surging": somebody_with().tries("warmth.rung_0", soften=-2),
        "naming": somebody_with().takes("note.one_word"),
        "named": somebody_with().takes("note.one_word").does(Deed.NAME, "sad_or_hurt").does(Deed.NAME, words="far off"),
        "marking": somebody_with().takes("contact").does(Deed.OUTLINE),
        "marked": somebody_with().takes("contact").does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight", "hands:warm")),
        "watched": somebody_with().does(Deed.WATCHED),
        "left": somebody_with().does(Deed.STOP),
    }
    while SIDES_STEPS[people["two_sides_room"].visit.step] != "room":
        people["two_sides_room"].does(Deed.NEXT)
    return {name: person.visit for name, person in people.items()}
