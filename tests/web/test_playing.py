"""What a page needs to play a practice: the cues, the sounds there may be, and the same as a list without scripts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from tests.web.running import Running
from tests.web.visitor import Visitor
from unforced.adapters.library import FileLibrary
from unforced.app.arrive import arrive
from unforced.app.transcript import rounds
from unforced.content import voice
from unforced.domain.answers import Never
from unforced.domain.practice import UNCLOCKED, Family
from unforced.domain.timeline import timeline
from unforced.web.assets import voices
from unforced.web.playing import Sounds, sounds_of, spoken_in, told
from unforced.web.typesetting import set_text

TO_THE_SHELF = ("Something in me says no", "Go on", "About right", "Choose for yourself")
NO_PAGE = {*UNCLOCKED, Family.HELP, Family.LEAVE, Family.NOTE}


def on_the_shelf(visitor: Visitor) -> None:
    """At the shelf of a new visit."""
    visitor.go("/")
    for label in TO_THE_SHELF:
        visitor.press(label)


def plain(text: str) -> str:
    """A page as it is read."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.mark.slow
def test_every_practice_of_the_shelf_plays_without_scripts_as_a_timed_list(
    visitor: Visitor, library: FileLibrary
) -> None:
    shown = 0
    on_the_shelf(visitor)
    titles = {practice.title: practice for practice in library.shelf}
    for label in list(visitor.form.buttons):
        practice = next((one for title, one in titles.items() if label.startswith(set_text(title))), None)
        if practice is None or practice.family in NO_PAGE:
            continue
        on_the_shelf(visitor)
        text = visitor.press(label).text
        if 'class="cues"' not in text:
            continue
        found = plain(text[text.index('class="cues"') :])
        hold = None if practice.breath is None else practice.hold
        for part in rounds(timeline(practice, hold).beats):
            for cue in part.cues:
                assert f"{set_text(cue.text)} {cue.seconds} s" in found, (practice.id, cue)
        assert re.search(r'<details class="[^"]*aslist" open>', text)
        assert re.search(r'<section id="player"[^>]* hidden', text)
        shown += 1
    assert shown > 120


def test_the_holds_work_without_scripts(visitor: Visitor) -> None:
    on_the_shelf(visitor)
    visitor.press("One minute of slow breath")
    for hold in ("4", "1", "No hold"):
        text = visitor.press(hold).text
        assert re.search(rf'aria-current="true">{hold}<', text)
        assert ("Hold" in plain(text[text.index('class="cues"') :])) is (hold != "No hold")


@pytest.mark.parametrize("known", [{"safety": 0}, {"safety": 1}, {"never": frozenset({Never.SOUND})}])
def test_sound_is_never_offered_where_somebody_could_see_the_screen_or_wants_none(known: dict[str, Any]) -> None:
    visit = arrive()
    assert sounds_of(replace(visit, answers=visit.answers._replace(**known))) == Sounds()


def test_sound_is_offered_where_nothing_is_known(visitor: Visitor) -> None:
    on_the_shelf(visitor)
    text = visitor.press("One minute of slow breath").text
    assert re.findall(r'<option value="(\w+)">', text)[:4] == ["off", "tones", *voice.VOICES]
    assert 'data-seen="unknown"' in text


def test_every_spoken_cue_leads_to_its_sound(running: Running, library: FileLibrary) -> None:
    visitor = Visitor(running)
    addresses = set()
    for practice in library.shelf:
        for beat in timeline(practice).beats:
            spoken = spoken_in(beat)
            for kind, found in spoken.items():
                assert len(found) == len(voice.FORMATS[kind])
                addresses.update(found)
            if voice.fits(beat.text, voice.VOICES[0], beat.seconds):
                assert voice.VOICES[0] in spoken, beat
    assert len(addresses) > 200
    assert addresses <= set(voices().values())
    for ending, kind in ((".opus", "audio/ogg"), (".mp3", "audio/mpeg")):
        answer = visitor.ask("HEAD", min(one for one in addresses if one.endswith(ending)))
        assert (answer.status, answer.headers["content-type"]) == (200, kind)
        assert "immutable" in answer.headers["cache-control"]


def test_the_cues_hold_nothing_but_the_practice(library: FileLibrary) -> None:
    cues = json.loads(told(timeline(library.shelf.get("breath.one_minute"))))
    assert set(cues[1]) - {"voice"} == {"at", "seconds", "phase", "text", "tone", "vibration"}
