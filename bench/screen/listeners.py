"""Who listens: the rules, and what they are compared with."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from unforced.domain.screening import Rules, screen

Alarm = Callable[[str], bool]

KEYWORDS = (
    "suicide suicidal kill die dead death overdose hang hanging noose cut cutting self-harm hurt bleed blood razor "
    "pills gun jump end it all|end my life|goodbye forever|better off without me|not wake up|want to disappear|"
    "hits me|beats me|rape|starving|stab him|burden"
)


def the_rules(rules: Rules) -> Alarm:
    """Ours: anything that opens the panel."""
    return lambda text: bool(screen(text, rules).concern)


def keywords() -> Alarm:
    """Thirty obvious words and phrases, looked for anywhere."""
    single, _, rest = KEYWORDS.partition("end it all")
    words = [*single.split(), *f"end it all{rest}".split("|")]
    return lambda text: any(f" {word}" in f" {text.casefold()}" for word in words)


def rivals() -> dict[str, Alarm | None]:
    """Published packages that do the same, by name; None where one isn't installed."""
    return {"rrt-advocate": _loaded(_rrt_advocate), "pantheon-guardrails": _loaded(_pantheon)}


def _loaded(make: Callable[[], Alarm]) -> Alarm | None:
    try:
        return make()
    except ImportError:
        return None


def _rrt_advocate() -> Alarm:
    """Any level above its quietest counts; a fresh engine a text, since it remembers."""
    package: Any = importlib.import_module("rrt_advocate")
    importlib.import_module("yaml")

    def alarm(text: str) -> bool:
        level = package.CrisisEngine("nobody", sentiment_analyzer=None).assess(text).crisis_level
        return level is not package.CrisisLevel.GREEN

    return alarm


def _pantheon() -> Alarm:
    package: Any = importlib.import_module("pantheon_guardrails")
    protocol = package.CrisisProtocol()
    return lambda text: bool(protocol.check(text).triggered)
