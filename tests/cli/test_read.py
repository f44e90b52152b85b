"""`unforced read`: lines of JSON in and out, and a reading for the eyes of whoever wrote the words."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import UNFORCED, run
from unforced.adapters.exports.press import FilePress
from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.lexical import LexicalReader
from unforced.cli.read import explain, print_readings
from unforced.cli.tools import Tools
from unforced.domain.reading import LABELS, BodyWord, Feeling, Reading, unknown
from unforced.ports import Reader
from unforced.wiring import nowhere

SAID = "  My jaw locks, a voice goes who do you think you are\n"


def lines(*rows: object) -> list[bytes]:
    """Rows as lines; bytes as they are."""
    return [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]


def read(capsys: pytest.CaptureFixture[str], rows: Iterable[bytes]) -> tuple[int, list[dict[str, Any]], str]:
    """Exit code, the readings, and what was printed as an error."""
    code = print_readings(LexicalReader(), rows)
    found = capsys.readouterr()
    return code, [json.loads(line) for line in found.out.splitlines()], found.err


def test_a_line_in_is_a_line_out_with_every_kind_and_places_in_the_text_as_it_came(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, (row,), err = read(capsys, lines({"id": "a", "text": SAID}))
    assert (code, err, row["id"]) == (0, "", "a")
    assert list(row) == ["id", "kinds", "voice", "feelings", "body", "abstained"]
    assert sorted(each["kind"] for each in row["kinds"]) == sorted(LABELS)
    likely = [each["p"] for each in row["kinds"]]
    assert likely == sorted(likely, reverse=True)
    assert abs(sum(likely) - 1) < 1e-4
    (word,) = row["body"]
    assert SAID[slice(*word["span"])] == "locks"
    assert SAID[slice(*word["place"])] == "jaw"
    start, end = row["kinds"][0]["span"]
    assert SAID[start:end] == SAID[start:end].strip() != ""


def test_whoever_abstains_still_tells_all_fifteen(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows, _ = read(capsys, lines({"id": 1, "text": ""}, {"id": 2, "text": "Ich habe das nicht verdient"}))
    assert code == 0
    assert [(row["abstained"], len(row["kinds"])) for row in rows] == [(True, 15), (True, 15)]


def test_a_line_that_cant_be_used_is_told_by_its_number_without_a_word_of_it_and_the_next_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    odd: tuple[object, ...] = (
        b"gremlin",
        {"text": "gremlin"},
        {"id": 1, "text": ["gremlin"]},
        b"\xff",
        [1],
        b"[" * 9999,
    )
    code, rows, err = read(capsys, lines({"id": 1, "text": "no"}, *odd, b"7" * 2_000_000, {"id": 2, "text": "no"}))
    assert (code, [row["id"] for row in rows]) == (1, [1, 2])
    assert [line.split(" was ")[0] for line in err.splitlines()] == [f"Line {at}" for at in range(2, 9)]
    assert "gremlin" not in err
    assert "Traceback" not in err


def test_many_lines_stream_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[int] = []

    def typed() -> Iterable[bytes]:
        for at in range(300):
            asked.append(len(capsys.readouterr().out.splitlines()))
            yield json.dumps({"id": at, "text": f"no {at}"}).encode()

    assert print_readings(LexicalReader(), typed()) == 0
    assert asked == [0, *[1] * 299], "each was answered before the next was taken"


def test_without_a_reader_everything_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_readings(None, lines({"id": 1, "text": "no"})) == 0
    assert json.loads(capsys.readouterr().out)["abstained"]


def explained(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, by: Reader) -> str:
    """What is told of a text, in one line."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    here = Path()
    explain(Tools(FileLibrary(), "GB", here, here, lambda *_: 0, lambda _: nowhere(), FilePress(), reader=by))
    return " ".join(capsys.readouterr().out.split())


def test_for_a_persons_eyes_what_was_heard_is_quoted_and_so_is_what_it_cant_tell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = explained(monkeypatch, capsys, "a voice goes who do you think you are and my jaw is tight", LexicalReader())
    assert "in 100: A voice: who do you think you are heard in: “a voice goes who do you" in out
    assert "Words for a body: “tight”." in out
    assert "Feelings: none were read." in out
    assert "The small model isn't in use." in out
    assert "It can't tell how you feel" in out
    assert out.endswith("What you tap is what counts.")


def test_where_it_is_too_close_to_call_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "too close to call" in explained(monkeypatch, capsys, "well it is what it is I think", LexicalReader())


@pytest.mark.parametrize(
    ("text", "told"),
    [("Ich habe das nicht verdient", "This can't be read here"), (" \n", "There was nothing to read.")],
)
def test_what_cant_be_read_is_told_plainly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    assert explained(monkeypatch, capsys, text, LexicalReader()).startswith(told)


class _Feels:
    """A reader that read feelings and a body word."""

    by = "model"

    def read(self, words: object, lessons: object = ()) -> Reading:
        feelings = (Feeling("realization", 0.6), Feeling("fear", 0.5), Feeling("somethingelse", 0.4))
        return unknown()._replace(feelings=feelings, body=(BodyWord((0, 2)),))


def test_feelings_are_told_in_the_words_of_the_noting_practice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: FileLibrary
) -> None:
    out = explained(monkeypatch, capsys, "my jaw", _Feels())
    fear = library.feelings.covering("fear")
    assert fear is not None
    assert f", {fear[1].word}, somethingelse." in out
    assert "Read with the small model" in out


@pytest.mark.parametrize("text", ["I want to die tonight", "I'm going to kill myself"])
def test_where_danger_is_heard_help_is_shown_and_never_a_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    out = explained(monkeypatch, capsys, text, LexicalReader())
    assert "999" in out
    assert "116 123" in out
    assert "in 100" not in out


def test_the_command_takes_one_of_the_two_and_never_words_as_an_argument() -> None:
    assert run("read")[0] == 2
    assert run("read", "--jsonl", "--explain")[0] == 2
    code, out, err = run("read", "--explain", "gremlin")
    assert (code, out) == (2, "")
    assert "Traceback" not in err


def test_a_pipe_of_lines_comes_out_of_the_command() -> None:
    code, out, err = run("read", "--jsonl", typed='{"id": 1, "text": "no"}\nodd\n')
    assert (code, len(out.splitlines())) == (1, 1)
    assert err.startswith("Line 2 was left out.")
    assert len(json.loads(out)["kinds"]) == 15


def test_whoever_stops_listening_is_met_with_silence() -> None:
    with subprocess.Popen(
        [UNFORCED, "read", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
    ) as going:  # fmt: skip
        assert going.stdout is not None
        going.stdout.close()
        _, err = going.communicate(b'{"id": 1, "text": "no"}\n' * 2000, timeout=60)
        assert err == b""
