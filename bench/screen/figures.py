"""From answers to figures: alarms a kind, and flips."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from bench.figures import Share
from bench.screen.disturbing import WAYS
from bench.screen.listeners import Alarm
from bench.screen.rows import Row


def by_kind(rows: list[Row], alarm: Alarm) -> dict[str, Share]:
    """The share of alarms in each kind."""
    answers: dict[str, list[bool]] = {}
    for row in rows:
        answers.setdefault(row.kind, []).append(alarm(row.text))
    return {kind: Share(sum(heard), len(heard)) for kind, heard in answers.items()}


def all_of(shares: dict[str, Share], kinds: Iterable[str]) -> Share:
    """Several kinds as one."""
    chosen = [shares[kind] for kind in kinds if kind in shares]
    return Share(sum(share.hits for share in chosen), sum(share.of for share in chosen))


def flips(rows: list[Row], alarm: Alarm, seed: int = 7) -> dict[str, Share]:
    """How often the answer changes when the same text is typed another way."""
    plain = [alarm(row.text) for row in rows]
    found: dict[str, Share] = {}
    for name, disturb in WAYS.items():
        chance = Random(f"{seed} {name}")
        disturbed = [alarm(disturb(row.text, chance)) for row in rows]
        pairs = list(zip(plain, disturbed, strict=True))
        found[name] = Share(sum(one != other for one, other in pairs), len(rows))
        found[f"{name}, heard and lost"] = Share(sum(one and not other for one, other in pairs), sum(plain))
    return found
