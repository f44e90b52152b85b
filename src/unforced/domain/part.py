"""A part: something in a person that they found, in the words and pictures they gave it.

Rules:
- Only the person says what is so. Everything may stay unsaid, the name too, and what is unsaid stays empty.
- A part is never a number, and nothing here can be ordered by size.
- **Exile is no role here.** A young part that carries an old hurt is work for two people (guide.md §7); the map has no
  place in which to look for one. Somebody who writes of one is left to their own words.
- A critic is a protector with a harsh manner: a manner, not a kind of part.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from unforced.domain.errors import UnusableAnswerError
from unforced.domain.outline import Area
from unforced.domain.words import Words

IMAGES = ("stone", "wall", "gate", "fog", "wire", "knot", "dog", "bell", "ember", "wave")
COLOURS = ("grey", "rust", "moss", "dusk", "sand", "ink")
LOOKS = (*IMAGES, *COLOURS)
"""What a part may look like, where somebody would rather point than write. Stored words: they can't be renamed."""
AROUND = ("around", "behind", "in_front", "nowhere")
PLACES = (*(area.value for area in Area), *AROUND)
"""Where a part is noticed, in the body from the head down or around it; ``nowhere``: nowhere to point to."""
MANNERS = ("critic", "guard", "striver", "carer", "doubter", "blank")
"""How a protector goes about it: harshly, by watching, pushing on, others first, doubting, going blank."""
TOLD = ("job", "fear", "hope", "against")
"""What a part may have told, in words: what it does, what it fears, what it hopes for, what it protects against."""
LARGEST_KEY = 2**53 - 1


class Role(StrEnum):
    """What a part is about, where the person says so."""

    UNSAID = "unsaid"
    PROTECTOR = "protector"
    LONGS = "longs"


class Part(NamedTuple):
    """One part. ``key`` (1 to LARGEST_KEY) is its own for good; 0 for one that isn't on a map.

    ``look`` is one of LOOKS, ``place`` one of PLACES, ``manner`` one of MANNERS, each empty where it wasn't said.
    ``seat`` is where it stands on the map (seats.py), 0 for one that isn't on a map.
    """

    key: int = 0
    name: Words | None = None
    look: str = ""
    place: str = ""
    role: Role = Role.UNSAID
    manner: str = ""
    job: Words | None = None
    fear: Words | None = None
    hope: Words | None = None
    against: Words | None = None
    seat: int = 0

    def retold(self, told: dict[str, object]) -> Part:
        """The same part with some of it told anew: any field but the key and the seat. UnusableAnswerError."""
        if not told.keys() <= set(self._fields) - {"key", "seat"}:
            raise UnusableAnswerError("part", "a name, look, place, role, manner, job, fear, hope or against")
        part = self._replace(**told)  # type: ignore[arg-type]
        part.check()
        return part._replace(role=Role(part.role))

    def told_as(self, other: Part) -> bool:
        """Whether the same is told of both, whichever they are and wherever they stand."""
        return self._replace(key=0, seat=0) == other._replace(key=0, seat=0)

    def with_words_of(self, other: Part) -> Part:
        """Both as one, which keeps this one's key: no word of either is lost, they stand one below the other."""
        words = {field: _both(getattr(self, field), getattr(other, field)) for field in ("name", *TOLD)}
        role = other.role if self.role is Role.UNSAID else self.role
        return Part(
            key=self.key,
            look=self.look or other.look,
            place=self.place or other.place,
            role=role,
            manner=self.manner or other.manner,
            seat=self.seat,
            **words,
        )

    def check(self) -> None:
        """UnusableAnswerError where a look, a place, a role, a manner or words aren't any."""
        lists = {"look": ("", *LOOKS), "place": ("", *PLACES), "role": tuple(Role), "manner": ("", *MANNERS)}
        for field, usable in lists.items():
            if getattr(self, field) not in usable:
                raise UnusableAnswerError(field, "one of those that there are")
        for field in ("name", *TOLD):
            if not isinstance(getattr(self, field), Words | None):
                raise UnusableAnswerError(field, "words, or none")


def _both(one: Words | None, other: Words | None) -> Words | None:
    if one is None or other is None or one == other:
        return one or other
    return Words(f"{one.reveal()}\n{other.reveal()}")
