"""Why this happens: the page that belongs to what was named, in a few plain lines, with what it stands on."""

from __future__ import annotations

from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.content.whys import Why, why_of
from unforced.domain.deeds.why import may_read
from unforced.domain.visit import Deed, Phase, Reply
from unforced.domain.whys import whys_of


def link(speech: Speech) -> tuple[Choice, ...]:
    """The way to it; nothing where it isn't held out."""
    return (Choice(speech.say("chip.why.open"), Reply(Deed.WHY)),) if may_read(speech.visit) else ()


def why(speech: Speech) -> View:
    """One page; the others that belong to what was named are a tap away."""
    visit = speech.visit
    page = _page(speech, visit.why)
    others = [name for name in whys_of(visit.answers.kinds) if name != visit.why]
    return View(
        Phase.WHY,
        "",
        0,
        said=(page.title, *page.paragraphs),
        choices=tuple(Choice(_page(speech, name).title, Reply(Deed.WHY, name)) for name in others),
        footnotes=page.footnotes,
        beside=(Choice(speech.say("chip.why.back"), Reply(Deed.BACK)),),
    )


def _page(speech: Speech, name: str) -> Why:
    """A page; where its file is missing, a line that says so."""
    text = speech.library.why().get(name)
    return why_of(text) if text else Why(speech.say("app.why.missing"), (), ())
