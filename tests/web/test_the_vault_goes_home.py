"""Taking home what is kept, in three kinds of file, and bringing it back into another home."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, SAID, Person, files_in, somebody
from tests.web.running import Running

KINDS = {
    "Take home, sealed": "notes.sealed",
    "Take home as JSON": "notes.json",
    "Take home as Markdown": "notes.md",
}


@pytest.fixture(scope="module")
def homes() -> Iterator[tuple[Running, Running]]:
    """Two programs, each with a home of its own."""
    with Running() as here, Running() as there:
        yield here, there


@pytest.fixture(scope="module")
def keeper(homes: tuple[Running, Running]) -> Person:
    """Somebody with a visit kept in the first home."""
    return somebody(homes[0]).has_kept()


@pytest.fixture
def elsewhere(homes: tuple[Running, Running]) -> Person:
    """Somebody with nothing kept in the other home."""
    person = somebody(homes[1])
    person.go("/everything")
    person.press("Forget everything")
    return person


@pytest.mark.parametrize("label", KINDS)
def test_a_file_is_handed_over_under_a_neutral_name_and_never_stored(label: str, keeper: Person) -> None:
    answer, file = keeper.takes(label)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == f'attachment; filename="{KINDS[label]}"'
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (SAID.encode() in file) is (label != "Take home, sealed")


def test_which_files_anybody_can_read_is_said_before(keeper: Person) -> None:
    text = keeper.go("/home").text
    assert "Anybody who finds the other two files can read them." in text
    assert text.index("Take home, sealed") < text.index("Anybody who finds") < text.index("Take home as JSON")


def test_a_sealed_file_becomes_what_is_kept_elsewhere(keeper: Person, elsewhere: Person) -> None:
    _, file = keeper.takes("Take home, sealed")
    elsewhere.brings(file, MINE)
    assert "Everything from that file is here, under its own passphrase and code." in elsewhere.answer.text
    assert SAID in elsewhere.answer.text
    assert SAID in elsewhere.locks().unlocks(MINE).answer.text


def test_its_recovery_code_opens_a_sealed_file_as_well(keeper: Person, elsewhere: Person) -> None:
    _, file = keeper.takes("Take home, sealed")
    assert SAID in elsewhere.brings(file, keeper.code.lower()).text


@pytest.mark.parametrize("label", ["Take home, sealed", "Take home as JSON"])
def test_brought_back_twice_is_the_same_as_once(label: str, keeper: Person, elsewhere: Person) -> None:
    _, file = keeper.takes(label)
    elsewhere.has_kept("something of their own")
    assert "1 came in, 0 were here already." in elsewhere.brings(file, MINE).text
    assert len(elsewhere.kept()) == 2
    assert "0 came in, 1 were here already." in elsewhere.brings(file, MINE).text
    assert len(elsewhere.kept()) == 2
    assert "came in" not in elsewhere.go("/past").text  # said once
    _, again = elsewhere.takes("Take home as JSON")
    ours = {page["id"]: page["document"] for page in json.loads(keeper.takes("Take home as JSON")[1])["pages"]}
    theirs = {page["id"]: page["document"] for page in json.loads(again)["pages"]}
    assert ours.items() <= theirs.items()


def test_a_json_file_waits_until_something_is_kept(keeper: Person, elsewhere: Person) -> None:
    _, file = keeper.takes("Take home as JSON")
    answer = elsewhere.brings(file)
    assert answer.status == 409
    assert "a JSON file comes back once something is kept" in answer.text
    assert files_in(elsewhere.running.home) == []


def test_another_passphrase_opens_no_file(keeper: Person, elsewhere: Person) -> None:
    _, file = keeper.takes("Take home, sealed")
    answer = elsewhere.brings(file, "not the right one")
    assert answer.status == 400
    assert "That didn’t open it. Nothing was lost." in answer.text
    assert files_in(elsewhere.running.home) == []


def bad_files(sealed: bytes, readable: bytes) -> dict[str, bytes]:
    """Files that aren't what was taken home."""
    return {
        "empty": b"",
        "foreign": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "cut short": sealed[: len(sealed) // 2],
        "only its first letters": sealed[:4],
        "half of a JSON file": readable[: len(readable) // 2],
        "another JSON file": b'{"program": "something else", "pages": []}',
        "a list": b"[[[[]]]]",
        "a million brackets": b"[" * 1_000_000,
        "Markdown": b"# Notes\n",
    }


@pytest.mark.parametrize("own", [False, True])
def test_a_file_that_isnt_one_is_left_as_it_is(own: bool, keeper: Person, elsewhere: Person) -> None:
    files = bad_files(keeper.takes("Take home, sealed")[1], keeper.takes("Take home as JSON")[1])
    if own:
        elsewhere.has_kept("something of their own")
    for name, file in files.items():
        answer = elsewhere.brings(file, MINE)
        assert answer.status == 400, name
        assert "That file isn’t one of these, or it was cut short. It was left as it is." in answer.text, name
        assert elsewhere.form.buttons.keys() >= {"Bring it back", "Leave now"}, name
    elsewhere.go("/past")
    assert len(elsewhere.kept()) == int(own)


def test_no_file_at_all_is_said_calmly(elsewhere: Person) -> None:
    elsewhere.go("/home")
    answer = elsewhere.ask(
        "POST",
        "/home/bring",
        f'--x\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{elsewhere.token()}\r\n--x--\r\n',
        {**elsewhere.own_headers(), "Content-Type": "multipart/form-data; boundary=x"},
    )
    assert answer.status == 400
    assert "That file isn’t one of these" in answer.text


def test_a_file_of_more_than_64_mb_is_refused_before_it_is_read(keeper: Person) -> None:
    headers = {**keeper.own_headers(), "Content-Type": "multipart/form-data; boundary=x"}
    for length, status in ((64 * 1024 * 1024 + 1, 413), (10**12, 413)):
        answer = keeper.ask("POST", "/home/bring", "--x--", {**headers, "Content-Length": str(length)})
        assert answer.status == status
        assert "more than this page can take" in answer.text


@pytest.mark.slow
def test_a_file_of_just_under_64_mb_is_read_and_lies_nowhere(keeper: Person) -> None:
    """The control of the bound, and nothing is unpacked to disk meanwhile."""
    answer = keeper.brings(b"no file of ours" + bytes(63 * 1024 * 1024))
    assert answer.status == 400
    assert files_in(keeper.running.folder / "tmp") == []


def test_locked_nothing_is_handed_over_and_nothing_comes_in(homes: tuple[Running, Running], keeper: Person) -> None:
    other = somebody(homes[0])
    token = {"csrfmiddlewaretoken": other.token()}
    for choice in ("sealed", "json", "markdown"):
        assert other.asks_with("/home/take", {**token, "choice": choice}).headers["location"] == "/unlock"
    assert other.go("/home").status == 303
    assert SAID.encode() in keeper.takes("Take home as JSON")[1]  # the control
