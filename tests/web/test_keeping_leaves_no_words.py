"""Canaries typed into every field, kept and gone on with: never in the home, a log, what is printed, an address, a
title or a header. What a browser keeps of it: bench/web_canaries.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.web_canaries import canaries, left_behind

from tests.web.keeping import Person, code_in, somebody, started_anew
from tests.web.running import Running
from tests.web.visitor import Answer


class Careful(Person):
    """Somebody who looks at whatever comes back: at its address, its headers and its title."""

    seen: list[str]

    def ask(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> Answer:
        """One request; where it went and what its answer carries is written down."""
        answer = super().ask(method, path, body, headers)
        title = answer.text.partition("<title>")[2].partition("</title>")[0]
        self.seen = [*getattr(self, "seen", []), path, title, *answer.headers, *answer.headers.values()]
        return answer


def careful(running: Running) -> Careful:
    """Somebody careful, who has just come in."""
    person = Careful(running)
    person.come_in()
    return person


def types_into_everything(person: Careful, words: list[str]) -> str:
    """Every field of every page around keeping; returns the recovery code."""
    said, draft, mine, wrong, later, longer, slip, code, region, sent = words
    person.begins(said).stops().press("Keep this visit")
    person.press("No")
    person.press("That’s the passphrase", passphrase=mine, again=wrong)
    person.press("That’s the passphrase", passphrase=mine, again=mine)
    spelled = code_in(person.answer)
    person.press("I wrote it down", code=slip)
    person.press("I wrote it down", code=spelled)
    person.locks().unlocks(wrong).unlocks(mine).goes_on().press("Change what you said")
    person.types(draft)
    person.press("Go on", words=later)
    person.press("Rest here", words=longer)
    person.go("/recover")
    person.press("Set the new passphrase", code=code, passphrase=mine, again=mine)
    person.go("/passphrase")
    person.press("That’s the passphrase", old=mine, passphrase=f"{mine} more", again=f"{mine} more")
    person.goes_on()
    at, fields = person.form.action, [*person.fields("send"), ("words", sent), ("region", region)]
    person.locks().send(at, fields)
    person.unlocks(f"{mine} more")
    for label in ("Take home, sealed", "Take home as JSON", "Take home as Markdown"):
        person.takes(label)
    person.brings(person.takes("Take home as JSON")[1], wrong)
    return spelled


@pytest.mark.slow
def test_no_canary_is_ever_found_outside_of_the_pages() -> None:
    words = canaries(10)
    with Running() as running:
        person = careful(running)
        code = types_into_everything(person, words)
        headers = " ".join(person.seen)
        with started_anew(running) as again:
            somebody(again).unlocks(f"{words[2]} more")
            (again.folder / "printed.txt").write_text("".join(running.printed) + again.stop())
        found, files = left_behind(words, [running.folder])
        assert not found, files
        assert words[0].partition("x")[0] not in headers
        letters = code.replace(" ", "").encode()
        assert not any(holds(path, letters, code.encode()) for path in running.folder.rglob("*"))
        assert files_of(running.folder)
        (running.home / "control").write_text(words[3])
        assert left_behind(words, [running.folder])[0] == {words[3]}  # the control


def holds(path: Path, *texts: bytes) -> bool:
    """Whether a file holds any of these."""
    return path.is_file() and any(text in path.read_bytes() for text in texts)


def files_of(folder: Path) -> list[Path]:
    """The files that were searched."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_a_careful_person_sees_would_hold_a_canary_if_it_were_in_an_address() -> None:
    """The control of the other half."""
    with Running() as running:
        person = careful(running)
        person.go("/help?region=qzcanary")
        assert "qzcanary" in " ".join(person.seen)
