"""From one typed line to one deed: a number, several numbers, a letter for a control, or own words."""

from __future__ import annotations

import re
from typing import NamedTuple

from unforced.app.view import View
from unforced.domain.visit import Deed, Phase, Reply

LETTERS = {
    "q": Deed.STOP,
    "n": Deed.NOTHING,
    "s": Deed.SOMETHING_ELSE,
    "h": Deed.HELP,
    "w": Deed.WATCHED,
}
NUMBERS = re.compile(r"\s*((?:\d{1,3}[\s,]+)*\d{1,3})(?:[\s,:]+(?!\d)(.*))?$", re.DOTALL)
REGION = re.compile(r"[A-Za-z]{2}$")


class Asked(NamedTuple):
    """What a line asked for: a deed with the words that came along, a reason, or another region. None: unclear."""

    reply: Reply | None = None
    raw: str = ""
    reason: bool = False
    region: str = ""


def understood(line: str, view: View) -> Asked:
    """What a line means on this screen."""
    text = line.strip()
    letter = LETTERS.get(text.lower())
    if letter is not None and any(choice.reply.deed is letter for choice in view.controls):
        return Asked(Reply(letter))
    if text == "?":
        return Asked(reason=True)
    if view.phase is Phase.HELP and REGION.match(text):
        return Asked(region=text.upper())
    return _answer(text, view)


def _answer(text: str, view: View) -> Asked:
    if not text and len(view.choices) == 1 and not view.several:
        return Asked(view.choices[0].reply)  # Enter goes on where there is one way on
    match = NUMBERS.match(text)
    numbers = [int(n) for n in re.split(r"[\s,]+", match[1])] if match else []
    if view.several:
        return _several(numbers, (match[2] or "") if match else text, view)
    if len(numbers) == 1 and match and not match[2]:
        return _one(numbers[0], view)
    return Asked(view.send, raw=text) if view.field and view.send is not None else Asked()


def _one(number: int, view: View) -> Asked:
    every = view.choices + view.beside
    place = number - view.first_number
    return Asked(every[place].reply) if 0 <= place < len(every) else Asked()


def _several(numbers: list[int], rest: str, view: View) -> Asked:
    every = view.choices + view.beside
    if any(not 1 <= number <= len(every) for number in numbers):
        return Asked()
    picked = [every[number - 1].reply for number in numbers]
    other = [reply for reply in picked if view.send is None or reply.deed is not view.send.deed]
    if other:
        return Asked(other[0]) if len(picked) == 1 else Asked()
    if rest and not view.field:
        return Asked()
    names = tuple(name for reply in picked for name in _names(reply))
    return Asked(view.send and view.send._replace(value=names), raw=rest)


def _names(reply: Reply) -> tuple[str, ...]:
    return reply.value if isinstance(reply.value, tuple) else ()
