"""Why kindness can meet a wall: which of the four ways belongs to which kind of no (method, four ways it shows up).

A kind with none of its own has none here: a loyalty, a phrase that rings hollow, never having been shown and a plain no
are not explained to anybody. Reading it is the person's tap, and where few words are wanted it isn't held out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from unforced.domain.resistance import Kind, in_order

VULNERABILITY, CRITIC, BODY, SELF_REFLECTION = WHYS = ("vulnerability", "critic", "body", "self_reflection")
"""The names of the four pages."""

BELONGS: Mapping[Kind, tuple[str, ...]] = {
    Kind.DANGER: (VULNERABILITY,),
    Kind.CRITIC_VOICE: (CRITIC, SELF_REFLECTION),
    Kind.UNDESERVED: (CRITIC,),
    Kind.EDGE: (CRITIC,),
    Kind.WEAK: (CRITIC,),
    Kind.SELFISH: (CRITIC,),
    Kind.TENSE: (BODY,),
    Kind.NUMB: (BODY,),
    Kind.FLOODED: (BODY, SELF_REFLECTION),
    Kind.TWO_SIDES: (VULNERABILITY,),
}


def whys_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """The pages that belong to these kinds, the safest kind's first, each once."""
    found = (why for kind in in_order(frozenset(kinds)) for why in BELONGS.get(kind, ()))
    return tuple(dict.fromkeys(found))
