"""The library on disk: a broken file is refused as a whole, by name; nothing is guessed, and Help is spared."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.silent import SilentReader
from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.content import HERE
from unforced.domain.answers import Facts
from unforced.domain.errors import BrokenContentError
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words
from unforced.lifelines import FILE

PRACTICE = "practices/en/orient/one_colour.toml"
PHRASES = "phrases/en.toml"
NOT_TEXT = b"\xff\xfe\x00title\x80"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that can be broken."""
    shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "content"


# A broken file is refused by name


@pytest.mark.parametrize("broken", [b"id = ", NOT_TEXT, b"", b'id = "orient.one_colour"\n'])
def test_a_broken_practice_is_refused_by_its_file_and_never_guessed_at(folder: Path, broken: bytes) -> None:
    (folder / PRACTICE).write_bytes(broken)
    with pytest.raises(BrokenContentError, match=PRACTICE):
        _ = FileLibrary(folder).shelf


def test_without_any_practice_there_is_no_shelf(folder: Path) -> None:
    shutil.rmtree(folder / "practices")
    with pytest.raises(BrokenContentError, match="no practices"):
        _ = FileLibrary(folder).shelf


READS: dict[str, tuple[str, Callable[[FileLibrary], object]]] = {
    "phrases": (PHRASES, lambda library: library.phrases),
    "signals": ("signals/en.toml", lambda library: library.rules),
    "banned": ("signals/banned.en.toml", lambda library: library.bans),
    "emergency": ("emergency.json", lambda library: library.emergency("GB")),
    "regions": ("emergency.json", lambda library: library.regions()),
    "feelings": ("feelings/en.toml", lambda library: library.feelings),
    "why": ("why/en/critic.md", lambda library: library.why()),
}


@pytest.mark.parametrize(("file", "read"), READS.values(), ids=READS)
def test_a_file_that_is_no_text_is_refused_by_name(
    folder: Path, file: str, read: Callable[[FileLibrary], object]
) -> None:
    (folder / file).write_bytes(NOT_TEXT)
    with pytest.raises(BrokenContentError, match=file):
        read(FileLibrary(folder))


@pytest.mark.parametrize("name", ["phrases", "signals", "banned", "emergency", "regions", "feelings"])
@pytest.mark.parametrize("text", ["= [", "[]]", "3", "app = 3\nrule = 3\nbanned = 3\nregions = 3\ngroup = 3"])
def test_a_file_of_another_shape_is_refused_by_name(folder: Path, name: str, text: str) -> None:
    """issue 2, Bad input: a broken content file is met with a calm, specific sentence."""
    file, read = READS[name]
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(BrokenContentError, match=file):
        read(FileLibrary(folder))


@pytest.mark.parametrize("file", [file for name, (file, _) in READS.items() if name not in ("regions", "why")])
def test_a_missing_file_is_refused_by_name(folder: Path, file: str) -> None:
    (folder / file).unlink()
    read = next(read for known, read in READS.values() if known == file)
    with pytest.raises(BrokenContentError, match=file):
        read(FileLibrary(folder))


def test_another_language_without_files_is_refused_by_name() -> None:
    with pytest.raises(BrokenContentError, match=r"phrases/xx\.toml"):
        _ = FileLibrary(locale="xx").phrases


# Help doesn't depend on practices


def test_help_works_with_every_practice_broken(folder: Path) -> None:
    (folder / PRACTICE).write_text("id =", "utf-8")
    library = FileLibrary(folder)
    visit = respond(arrive(), Reply(Deed.HELP), library)
    screen = show(visit, library, "GB")
    assert visit.phase is Phase.HELP
    assert screen.reach is not None and screen.reach.number.link == "999"
    assert respond(visit, Reply(Deed.CONTINUE), library).phase is Phase.DOORS
    with pytest.raises(BrokenContentError):
        respond(arrive(), Reply(Deed.OPEN_DOOR, "settle"), library)


@pytest.mark.parametrize(
    "broken", [b"", b"{", NOT_TEXT, b'{"records": []}', None], ids=["empty", "cut", "no_text", "bare", "gone"]
)
def test_help_stands_on_the_emergency_number_where_lifelines_are_damaged_or_missing(
    tmp_path: Path, broken: bytes | None
) -> None:
    if broken is not None:
        (tmp_path / "lifelines.json").write_bytes(broken)
    library = FileLibrary(lifelines=tmp_path / "lifelines.json")
    with pytest.raises(BrokenContentError, match=r"lifelines\.json"):
        library.lifelines("GB")
    screen = show(respond(arrive(), Reply(Deed.HELP), library), library, "GB")
    panel = show(Visit(phase=Phase.HELP, facts=Facts(crisis=True)), library, "GB")
    assert panel.panel and panel.reach == screen.reach
    assert screen.reach is not None and screen.reach.number.link == "999"
    assert screen.reach.directory.link == "findahelpline.com"
    assert screen.reach.lines == ()
    assert "lifelines.json" in {finding.file for finding in library.findings()}


def test_every_screen_of_help_is_there_in_time_where_lifelines_are_damaged(tmp_path: Path) -> None:
    """Twenty files, each cut or changed somewhere else; the panel is there within a tenth of a second of work."""
    text = FILE.read_bytes()
    for place in range(0, len(text), len(text) // 20):
        (tmp_path / "lifelines.json").write_bytes(text[:place] + b"\x00" + text[place + 1 :])
        library = FileLibrary(lifelines=tmp_path / "lifelines.json")
        _ = library.phrases
        began = time.process_time()
        panel = show(Visit(phase=Phase.HELP, facts=Facts(crisis=True)), library, "GB")
        assert time.process_time() - began < 0.1
        assert panel.reach is not None and panel.reach.number.link == "999" and not panel.reach.lines


# What a check finds


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        (PRACTICE, b"id = "),
        (PRACTICE, NOT_TEXT),
        (PHRASES, b"id = "),
        (PHRASES, NOT_TEXT),
        ("why/en/critic.md", NOT_TEXT),
        ("signals/banned.en.toml", b"id = "),
        ("signals/banned.en.toml", NOT_TEXT),
        ("signals/en.toml", b"id = "),
        ("signals/en.toml", NOT_TEXT),
        ("emergency.json", b"{"),
        ("feelings/en.toml", b"group = "),
        ("feelings/en.toml", NOT_TEXT),
    ],
)
def test_a_broken_file_is_a_finding_of_the_check_and_never_its_end(folder: Path, file: str, broken: bytes) -> None:
    """house.md, habit 10: a check collects every finding with its file and line."""
    (folder / file).write_bytes(broken)
    assert file in {finding.file for finding in FileLibrary(folder).findings()}


def test_two_broken_files_are_both_found(folder: Path) -> None:
    (folder / PRACTICE).write_text("id =", "utf-8")
    (folder / "practices/en/move/shake_the_hands.toml").write_text('id = "move.shake_the_hands"\n', "utf-8")
    files = {finding.file for finding in FileLibrary(folder).findings()}
    assert {PRACTICE, "practices/en/move/shake_the_hands.toml"} <= files


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (PRACTICE, 'invitation = "', 'invitation = "Just breathe. ', "just"),
        (PHRASES, 'crisis = "Help is here.', 'crisis = "We missed you. Help is here.', "absence."),
        ("feelings/en.toml", "Something could hurt", "Everyone knows", "always_never"),
        ("why/en/critic.md", "# ", "# You deserve love\n", "deserve"),
    ],
)
def test_wording_that_is_never_said_is_found_wherever_it_stands(
    folder: Path, file: str, old: str, new: str, finding: str
) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    found = [found for found in FileLibrary(folder).findings() if found.file == file]
    assert any(finding in entry.finding for entry in found), found
    assert FileLibrary().findings() == []


def test_the_sources_of_a_page_may_quote_what_the_page_never_says(folder: Path) -> None:
    page = folder / "why/en/critic.md"
    page.write_text(page.read_text("utf-8") + "\nSources: a book called You Deserve Love.\n", "utf-8")
    assert FileLibrary(folder).findings() == []


# Numbers, and a reader that claims nothing


def test_the_numbers_are_those_of_the_file_byte_for_byte(library: FileLibrary) -> None:
    stored = json.loads((HERE / "emergency.json").read_text("utf-8"))["regions"]
    assert len(stored) > 100
    assert all(library.emergency(region).numbers == tuple(numbers) for region, numbers in stored.items())


def test_until_there_is_a_model_the_reader_believes_nothing() -> None:
    words = Words.from_raw("a harsh voice")
    assert words is not None
    assert SilentReader().read(words).named() == ()
