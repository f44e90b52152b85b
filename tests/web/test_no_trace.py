"""A run in which nothing at all is kept: chosen when it is started or on the first page, and nothing is written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.terminal import run
from tests.web.keeping import somebody
from tests.web.running import Running
from tests.web.visitor import Visitor
from unforced.web.no_trace import OPEN

SAID = "it says I have to earn it first"
CLOSED = "so this stays closed"


def everything_in(*folders: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder with its size and when it was written last, to the nanosecond."""
    found = [path for folder in folders for path in [folder, *folder.rglob("*")]]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def untraced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """The program, started so, with a whole home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    with Running(options=("--no-trace",)) as running:
        yield running


def has_a_whole_visit(person: Visitor) -> None:
    """Words, a practice, Help and back, a region, Stop."""
    person.press("Something in me says no")
    person.press("Go on", words=SAID)
    if "Is that close?" in person.answer.text:
        person.press("Go on")
    person.press("About right")
    person.press("Help")
    person.press("No, continue")
    person.press("Stop")


def test_started_so_nothing_is_written_anywhere(untraced: Running, tmp_path: Path) -> None:
    person = Visitor(untraced).come_in()
    folders = (untraced.folder, tmp_path)
    before = everything_in(*folders)
    has_a_whole_visit(person)
    assert not [label for label in person.form.buttons if label.startswith("Keep")]
    for path in ("/past", "/unlock", "/keep/x", "/home", "/parts", "/moments", "/sheet", "/everything"):
        person.go(path)
    person.send("/leave", list(person.form.hidden.items()))
    untraced.stop()
    assert everything_in(*folders) == before


def test_the_same_with_something_kept_would_be_seen() -> None:
    """The control: a visit that is kept changes the home."""
    with Running() as running:
        person = somebody(running)
        before = everything_in(running.folder)
        person.has_kept()
        assert everything_in(running.folder) != before


def test_at_its_end_keeping_isnt_offered_and_what_was_said_is_gone(untraced: Running) -> None:
    person = Visitor(untraced).come_in()
    assert "Nothing at all is kept in this run." in person.answer.text
    has_a_whole_visit(person)
    assert "What you said is gone from here." in person.answer.text
    at = person.at
    person.send(f"{at}/decide", [*person.form.hidden.items(), ("choice", "keep")])
    assert person.answer.status == 403
    assert CLOSED in person.answer.text


def test_before_its_end_resting_isnt_offered_either(untraced: Running) -> None:
    person = Visitor(untraced).come_in()
    person.press("Something in me says no")
    person.press("Go on", words=SAID)
    assert "rest" not in person.form.buttons.values()


def test_whatever_could_keep_something_stays_closed_and_help_is_there(untraced: Running) -> None:
    person = Visitor(untraced).come_in()
    for path in ("/past", "/unlock", "/recover", "/home", "/parts", "/moments", "/sheet", "/worker.js"):
        answer = person.go(path)
        assert answer.status == 403, path
        assert CLOSED in answer.text
        assert 'href="/help"' in answer.text
    assert person.go("/help").status == 200
    assert "keep-help" not in person.answer.text


def test_words_sent_to_what_is_closed_are_still_on_the_page(untraced: Running) -> None:
    person = Visitor(untraced).come_in()
    person.press("Something in me says no")
    person.send("/moments", [*person.form.hidden.items(), ("words", SAID)])
    assert SAID in person.answer.text


def test_every_page_tells_its_scripts_to_remember_nothing(untraced: Running, visitor: Visitor) -> None:
    assert "data-no-trace" in Visitor(untraced).come_in().answer.text
    assert "data-no-trace" not in visitor.answer.text


def test_only_what_was_looked_at_is_open() -> None:
    kept = {"decide", "draft", "keep_moments", "first_time", "unlock", "recover", "passphrase", "past", "home", "bring"}
    assert not OPEN & kept


def test_chosen_on_the_first_page_it_closes_what_is_kept_and_clears_the_browser() -> None:
    with Running() as running:
        person = Visitor(running).come_in()
        assert 'href="/no-trace"' in person.answer.text
        person.go("/no-trace")
        assert "until the program is closed" in person.answer.text
        fields = [*person.form.hidden.items(), ("choice", "on")]
        answer = person.ask("POST", "/no-trace", urlencode(fields), person.own_headers())
        assert answer.headers["clear-site-data"] == '"cache", "storage"'
        assert "Nothing at all is kept in this run." in person.go("/").text
        assert person.go("/past").status == 403
        before = everything_in(running.folder)
        person.go("/")
        has_a_whole_visit(person)
        assert everything_in(running.folder) == before


def test_in_a_terminal_a_visit_keeps_nothing_and_what_needs_a_vault_is_refused(tmp_path: Path) -> None:
    folders = {"HOME": str(tmp_path), "UNFORCED_HOME": str(tmp_path / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    before = everything_in(tmp_path)
    code, out, _ = run("--no-trace", "visit", typed="stop\n", columns=80, **folders)
    assert code == 0
    assert "Keep this visit" not in out
    code, _, error = run("--no-trace", "past", typed="\n", columns=80, **folders)
    assert code == 2
    assert "--no-trace" in error
    assert everything_in(tmp_path) == before


@pytest.mark.skipif(not Path("/usr/bin/strace").exists(), reason="what opens files can be watched only with strace")
def test_no_file_is_opened_for_writing(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = ["/usr/bin/strace", "-f", "-qq", "-e", "trace=openat,open,creat,rename,mkdir", "-o", str(told)]
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    visit = [sys.executable, "-m", "unforced", "--no-trace", "visit"]
    done = subprocess.run(
        [*command, *visit], input=b"1\nstop\n", env=env, capture_output=True, timeout=120, check=False
    )
    if not told.exists() or not told.read_text():
        pytest.skip(f"strace may not watch here: {done.stderr[:80]!r}")
    written = [line for line in told.read_text().splitlines() if "O_WRONLY" in line or "O_RDWR" in line]
    assert [line for line in written if "/dev/" not in line and "ENOENT" not in line] == []
