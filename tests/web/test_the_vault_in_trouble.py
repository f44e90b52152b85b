"""Where the disk or the folder refuses, or a newer version sealed it: a calm page, and the words are still there."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.web.keeping import MINE, SAID, Person, somebody, started_anew
from tests.web.running import Running, passing_folder

MORE = "and this was said on a full disk"
STILL_HERE = "It is still here"
NEWER = "A newer version of this program sealed it. It was left as it is."


@pytest.fixture
def nowhere() -> Iterator[Running]:
    """A program whose home can't be: its folder is a file."""
    file = passing_folder("nowhere") / "a file"
    file.write_text("not a folder")
    with Running(home=file / "home") as running:
        yield running


def test_in_a_home_that_cant_be_written_it_is_said_and_the_visit_is_still_there(nowhere: Running) -> None:
    person = somebody(nowhere).begins().stops()
    person.press("Keep this visit")
    person.sees_the_code()
    answer = person.press("I wrote it down", code=person.code)
    assert "This folder can’t be written to, so this couldn’t be kept. It is still here." in answer.text
    assert "It is still here." in person.press("I wrote it down", code=person.code).text
    person.press("Rather not keep it")
    assert person.form.buttons.keys() >= {"Keep this visit", "Let it go"}


def test_in_a_home_that_cant_be_written_everything_else_goes_on(nowhere: Running) -> None:
    person = somebody(nowhere)
    assert person.answer.status == 200
    assert "Nothing is kept." in person.go("/past").text
    assert "999" in person.go("/help").text
    assert SAID in person.begins().answer.text


def limit_files(running: Running, size: int) -> None:
    """No file of the program grows beyond this: every write fails at 0, as on a disk without a byte left."""
    first = running.process.pid
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    for process in (first, *map(int, children)):
        hard = resource.prlimit(process, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(process, resource.RLIMIT_FSIZE, (size, hard))


def room_again(running: Running) -> None:
    """There is room again."""
    limit_files(running, resource.RLIM_INFINITY)


def gone_on(running: Running) -> Person:
    """Somebody who went on with a kept visit, at the chips."""
    person = somebody(running).has_kept().goes_on()
    person.press("Change what you said")
    return person


@pytest.mark.slow
def test_on_a_full_disk_a_turn_goes_on_with_its_words_and_is_sealed_once_there_is_room() -> None:
    with Running() as running:
        person = gone_on(running)
        limit_files(running, 0)
        person.press("Go on", words=MORE)
        assert person.answer.status == 200
        assert STILL_HERE in person.answer.text
        assert MORE in person.answer.text
        person.press("Change what you said")
        assert person.types(f"{MORE}, typed").status == 409
        assert "999" in person.go("/help").text
        person.go(person.form.action if person.form.action else "/")
        room_again(running)
        person.opens_the_first()
        assert MORE not in person.answer.text  # the control: on the full disk it wasn't sealed
        person.goes_on()
        assert person.types(f"{MORE}, typed").status == 204
        with started_anew(running) as again:
            late = somebody(again).unlocks().opens_the_first()
            assert f"{MORE}, typed" in late.answer.text


@pytest.mark.slow
def test_on_a_full_disk_the_end_never_says_that_it_is_kept() -> None:
    with Running() as running:
        person = gone_on(running)
        limit_files(running, 0)
        person.press("Go on", words=MORE)
        person.stops()
        assert STILL_HERE in person.answer.text
        person.press("Leave it kept")
        assert "It is kept, and sealed." not in person.answer.text
        assert STILL_HERE in person.answer.text
        room_again(running)
        person.press("Leave it kept")
        assert "It is kept, and sealed." in person.answer.text
        assert MORE in person.opens_the_first().answer.text


@pytest.mark.slow
def test_on_a_full_disk_a_new_visit_isnt_kept_and_can_be_once_there_is_room() -> None:
    with Running() as running:
        person = somebody(running).has_kept().begins(MORE).stops()
        limit_files(running, 0)
        person.press("Keep this visit")
        assert person.answer.status == 200
        assert STILL_HERE in person.answer.text
        room_again(running)
        person.press("Keep this visit")
        assert "It is kept, and sealed." in person.answer.text
        person.go("/past")
        assert len(person.kept()) == 2


@pytest.mark.slow
def test_a_newer_versions_file_is_named_calmly_and_never_touched() -> None:
    with Running() as running:
        somebody(running).has_kept().locks()
        running.stop()
        file = running.home / "vault.sqlite3"
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("PRAGMA user_version=99")
        before = file.read_bytes()
        with Running(folder=running.folder) as again:
            person = somebody(again)
            assert person.answer.status == 200
            assert "What you kept" in person.answer.text
            assert NEWER in person.unlocks(MINE).answer.text
            assert person.answer.status == 400
            person.begins().stops().press("Keep this visit")
            assert NEWER in person.unlocks(MINE).answer.text
            assert 'href="/help"' in person.answer.text
            person.go("/everything")
            assert NEWER in person.press("Forget everything").text
        assert file.read_bytes() == before
