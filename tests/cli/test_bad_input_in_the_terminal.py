"""Whatever is typed or piped in, a calm sentence comes back and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.terminal import UNFORCED, run, visit
from unforced.content import HERE

EVERYTHING_ODD: dict[str, str | bytes] = {
    "empty lines": "\n\n\n\n",
    "a megabyte": "1\n" + "too much " * 120_000 + "\n4\nq\n",
    "binary": b"1\n\x00\xff\xfe\x80\x1b[2J\n4\nq\n",
    "emoji": "1\n😭😭 🫠\n4\nq\n",
    "right to left": "1\nאני לא ראוי לזה\n4\nq\n",
    "escape codes": "1\n\x1b]0;owned\x07hello\n4\nq\n",
    "a number that isn't there": "1\n99\n4\nq\n",
    "markup": "1\n[bold]no[/bold] {x} %s\n4\nq\n",
}


@pytest.mark.parametrize("name", EVERYTHING_ODD)
def test_odd_input_is_met_calmly(name: str) -> None:
    code, out, err = run("visit", typed=EVERYTHING_ODD[name])
    assert code == 0
    assert err == ""
    assert "Traceback" not in out
    assert "\x1b]0;" not in out
    assert "\x00" not in out


def test_what_was_written_is_printed_as_it_is_and_never_read_as_markup() -> None:
    assert "[bold]no[/bold] {x} %s" in visit("1", "[bold]no[/bold] {x} %s", "4", "q")


def test_a_narrow_window_works_line_by_line() -> None:
    code, out, err = run("visit", typed="1\n1\n4\nq\n", columns=20)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 20


def test_an_unknown_practice_is_refused_with_a_sentence() -> None:
    code, out, err = run("practice", "show", "breath.underwater")
    assert code == 1
    assert out == ""
    assert "There is nothing by that name." in err


def test_a_broken_content_file_is_named_and_help_still_works(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(HERE, content)
    (content / "practices/en/orient/one_colour.toml").write_text("id = 'unfinished", "utf-8")
    code, out, err = run("visit", typed="h\nq\n", UNFORCED_CONTENT=str(content))
    assert code == 0, err
    assert "Emergency number" in out
    code, out, _ = run("content", "check", UNFORCED_CONTENT=str(content))
    assert code == 1
    assert "practices/en/orient/one_colour.toml:1: this file can't be read" in out
    code, out, err = run("practice", "list", UNFORCED_CONTENT=str(content))
    assert code == 1
    assert "one_colour.toml" in err
    assert "Traceback" not in err


def test_a_door_behind_which_the_content_is_broken_says_so_and_the_visit_goes_on(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(HERE, content)
    (content / "practices/en/orient/one_colour.toml").write_text("?", "utf-8")
    out = visit("2", "h", "q", UNFORCED_CONTENT=str(content))
    assert "damaged" in out
    assert "Emergency number" in out


def test_a_closed_pipe_is_an_ordinary_ending() -> None:
    command = f"'{UNFORCED}' practice list | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, env=os.environ)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_a_line_the_guide_cannot_use_says_why_and_the_next_goes_on() -> None:
    lines = '{"presence": 9}\nnonsense\n[1]\n{"crsis": true}\n\n{"presence": 1}\n{"kinds": "numb"}\n'
    code, out, _ = run("guide", "next", "--json", typed=lines.encode() + b"\xff\xfe\n" + b'{"crisis": true}\n')
    printed = out.splitlines()
    assert code == 0
    assert [line.startswith('{"error"') for line in printed] == [True, True, True, True, True, False, True, True, False]
