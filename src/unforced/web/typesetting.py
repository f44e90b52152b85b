"""Real quotation marks for what the page says. A person's own words stay as they typed them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unforced.app.reach import Reach, Somebody, Way
from unforced.app.view import Choice, Playing, View

PAIR = re.compile(r'"([^"]*)"')


def set_text(text: str) -> str:
    """The text with typographic apostrophes and quotation marks."""
    return PAIR.sub("\u201c\\1\u201d", text).replace("'", "\u2019")


def set_view(view: View) -> View:
    """The view with everything typeset that isn't an earlier answer."""
    return view._replace(
        said=tuple(map(set_text, view.said)),
        question=set_text(view.question),
        hint=set_text(view.hint),
        field=set_text(view.field),
        send_label=set_text(view.send_label),
        footnotes=tuple(map(set_text, view.footnotes)),
        choices=_set_choices(view.choices),
        beside=_set_choices(view.beside),
        playing=view.playing and _set_playing(view.playing),
        listening=view.listening and view.listening._replace(over=set_text(view.listening.over)),
        reach=view.reach and set_reach(view.reach),
    )


def set_reach(reach: Reach) -> Reach:
    """Whom a person can reach, with the words typeset; names, numbers and addresses stay as they are stored."""
    return reach._replace(
        number=set_way(reach.number),
        others=set_text(reach.others),
        directory=set_way(reach.directory),
        people=tuple(map(set_text, reach.people)),
        lines=tuple(map(_set_somebody, reach.lines)),
        young=tuple(map(_set_somebody, reach.young)),
        danger=tuple(map(_set_somebody, reach.danger)),
    )


def set_way(way: Way) -> Way:
    """A way to somebody, with the words around the link typeset."""
    return way._replace(before=set_text(way.before), after=set_text(way.after))


def _set_somebody(somebody: Somebody) -> Somebody:
    return somebody._replace(
        ways=tuple(map(set_way, somebody.ways)),
        said=set_text(somebody.said),
        note=set_text(somebody.note),
        told=tuple(map(set_text, somebody.told)),
        more=tuple(map(set_way, somebody.more)),
    )


def _set_choices(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(
        choice._replace(label=set_text(choice.label), note=set_text(choice.note), why=tuple(map(set_text, choice.why)))
        for choice in choices
    )


def _set_playing(playing: Playing) -> Playing:
    beats = tuple(beat._replace(text=set_text(beat.text)) for beat in playing.timeline.beats)
    timeline = playing.timeline._replace(beats=beats)
    return playing._replace(title=set_text(playing.title), skip=set_text(playing.skip), timeline=timeline)
