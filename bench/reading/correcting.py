"""Simulated persons who speak in a way of their own and correct what is read: what ten corrections change.

How a person is drawn, and what counts, stands in evaluation/reading/thresholds.toml under [simulated], written down
before anything was measured. `none` is no chip, so nobody can correct a reading to it. Nobody real is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple

from bench.figures import Share
from bench.reading.rows import Row
from unforced.domain.reading import NONE, Lesson
from unforced.domain.resistance import Kind
from unforced.domain.words import Words
from unforced.ports import Reader

DRAWS = 1_000


class Said(NamedTuple):
    """What one person says, what they mean, and whether it is said in a way of their own."""

    text: str
    label: str
    own: bool = False


class Person(NamedTuple):
    """Where they correct, and where it is measured."""

    corrects: tuple[Said, ...]
    rest: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """Shares are over all persons' sentences; ``raised`` is the mean over persons of what their top-1 gained.

    ``own``, ``usual``: the same before and after, on what is said in a way of their own and on what isn't.
    ``told``: of ten corrections, how many are about a way of their own; only those can be learnt as such.
    """

    persons: int
    corrections: float
    told: float
    before: Share
    after: Share
    raised: float
    interval: tuple[float, float]
    least: float
    own: tuple[Share, Share]
    usual: tuple[Share, Share]
    lowered: int
    changed: int

    @property
    def most(self) -> float:
        """What would be gained if everything said in a way of their own were read right, and the rest as before."""
        own = self.own[0]
        return (own.of - own.hits) / max(1, self.before.of)


def persons(found: list[Row], plan: dict[str, Any]) -> list[Person]:
    """Every simulated person, voice by voice."""
    voices: dict[str, list[Row]] = {}
    for row in found:
        voices.setdefault(row.author, []).append(row)
    return [
        _person(own, plan, Random(f"{plan['seed']} {voice} {number}"))
        for voice, own in voices.items()
        for number in range(plan["persons"])
    ]


def _person(found: list[Row], plan: dict[str, Any], chance: Random) -> Person:
    *named, usual, meant = chance.sample([kind.value for kind in Kind], plan["named"] + 2)
    nouns = dict(zip(named, chance.sample(plan["nouns"], len(named)), strict=True))
    said = [Said(row.text, row.label) for row in found if row.label not in (*named, usual)]
    said += [Said(row.text, meant, True) for row in found if row.label == usual]
    for kind, noun in nouns.items():
        texts = [row.text for row in found if row.label == kind]
        chance.shuffle(texts)
        half = len(texts) // 2
        alone = (chance.choice(plan["frames"]).format(noun=noun) for _ in texts[:half])
        said += [Said(text[:1].upper() + text[1:], kind, True) for text in alone]
        said += [Said(f"{text} That's {noun}.", kind, True) for text in texts[half:]]
    chance.shuffle(said)
    middle = len(said) // 2
    return Person(tuple(said[:middle]), tuple(said[middle:]))


def taught(reader: Reader, everybody: Sequence[Person], most: int) -> Taught:
    """The study with one reader: each person corrects, and is read again; the next one is read without lessons."""
    usual = [_right(reader, person.rest) for person in everybody]
    gains, own, other, counted, told, lowered, changed = [], [], [], 0, 0, 0, 0
    for at, person in enumerate(everybody):
        lessons = corrections(reader, person.corrects, most)
        after = _right(reader, person.rest, lessons)
        both = list(zip(person.rest, usual[at], after, strict=True))
        own += [(one, two) for said, one, two in both if said.own]
        other += [(one, two) for said, one, two in both if not said.own]
        gains.append((sum(after) - sum(usual[at])) / max(1, len(after)))
        counted += len(lessons)
        ways = {said.text for said in person.corrects if said.own}
        told += sum(lesson.words.reveal() in ways for lesson in lessons)
        following = (at + 1) % len(everybody)
        again = _right(reader, everybody[following].rest)
        lowered += sum(again) < sum(usual[following])
        changed += sum(one != two for one, two in zip(again, usual[following], strict=True))
    whole = (_shares([*own, *other]), _shares(own), _shares(other))
    return Taught(
        persons=len(everybody),
        corrections=counted / max(1, len(everybody)),
        told=told / max(1, len(everybody)),
        before=whole[0][0],
        after=whole[0][1],
        raised=sum(gains) / len(gains),
        interval=_interval(gains),
        least=min(gains),
        own=whole[1],
        usual=whole[2],
        lowered=lowered,
        changed=changed,
    )


def corrections(reader: Reader, said: Iterable[Said], most: int) -> list[Lesson]:
    """What one person corrects, in order, each after those before it were taken in."""
    lessons: list[Lesson] = []
    for each in said:
        wrong = reader.read(Words(each.text), lessons).kinds[0].label != each.label
        if wrong and each.label != NONE and len(lessons) < most:
            lessons.append(Lesson(Words(each.text), Kind(each.label)))
    return lessons


def _right(reader: Reader, said: Sequence[Said], lessons: Sequence[Lesson] = ()) -> list[bool]:
    return [reader.read(Words(each.text), lessons).kinds[0].label == each.label for each in said]


def _shares(pairs: list[tuple[bool, bool]]) -> tuple[Share, Share]:
    return Share(sum(one for one, _ in pairs), len(pairs)), Share(sum(two for _, two in pairs), len(pairs))


def _interval(gains: list[float]) -> tuple[float, float]:
    """95 % of the mean over bootstrapped persons."""
    chance = Random(11)
    drawn = sorted(sum(chance.choices(gains, k=len(gains))) / len(gains) for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]
