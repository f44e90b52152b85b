"""Somebody at a real terminal: a passphrase isn't echoed, and the code doesn't stay in the window."""

from __future__ import annotations

import os
import pty
import select
import time
from pathlib import Path

from tests.cli.somebody import CODE, PASSPHRASE, TO_OFFERS, WORDS, kept, past
from tests.cli.terminal import UNFORCED
from unforced.cli.paper import CLEAR

PATIENCE = 30.0


class Terminal:
    """A terminal with the program in it."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.child, self.end = pty.fork()
        if self.child == 0:  # pragma: no cover
            os.environ.update(UNFORCED_HOME=str(home), TERM="xterm", COLUMNS="100", LANG="en_GB.UTF-8")
            os.execv(UNFORCED, [UNFORCED, *arguments])
        self.shown = ""

    def until(self, text: str) -> None:
        """Waits until this is shown, and the program waits for a line."""
        seen, until = "", time.monotonic() + PATIENCE
        while text not in seen or not seen.endswith("> "):
            ready, _, _ = select.select([self.end], [], [], max(until - time.monotonic(), 0))
            assert ready, seen[-500:]
            seen += self._piece()
        self.shown += seen

    def types(self, line: str) -> None:
        time.sleep(0.1)  # the terminal is set before the prompt is read, and not before it is shown
        os.write(self.end, line.encode() + b"\n")

    def ends(self) -> int:
        while piece := self._piece():
            self.shown += piece
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])

    def _piece(self) -> str:
        try:
            return os.read(self.end, 65536).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            return ""


def test_a_passphrase_is_not_echoed_and_the_code_is_cleared_from_the_window(tmp_path: Path) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "visit")
    for line in (*TO_OFFERS, "q", "k", "3"):
        terminal.until("")
        terminal.types(line)
    for prompt in ("A passphrase, at least 8 characters.", "The same once more"):
        terminal.until(prompt)
        terminal.types(PASSPHRASE)
    terminal.until("Type it back once")
    code = CODE.findall(terminal.shown)[-1]
    terminal.types(code)
    assert terminal.ends() == 0
    assert "It is kept, and sealed." in terminal.shown
    assert PASSPHRASE not in terminal.shown
    assert code in terminal.shown, "the control: what isn't secret while it is typed is echoed"
    assert CLEAR in terminal.shown[terminal.shown.rindex(code) :]
    assert WORDS in past(home, "q")


def test_a_passphrase_for_unlocking_is_not_echoed_either(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept(home)
    terminal = Terminal(home, "past")
    terminal.until("Passphrase")
    terminal.types("not the one it is")
    terminal.until("That didn't open it.")
    terminal.types(PASSPHRASE)
    terminal.until(WORDS)
    terminal.types("q")
    assert terminal.ends() == 0
    assert PASSPHRASE not in terminal.shown
    assert "not the one" not in terminal.shown


def test_ctrl_c_at_the_question_is_letting_go_and_the_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    home = tmp_path / "home"
    terminal = Terminal(home, "visit")
    for line in (*TO_OFFERS, "q", "k", "3"):
        terminal.until("")
        terminal.types(line)
    terminal.until("A passphrase, at least 8 characters.")
    terminal.types("\x03")
    assert terminal.ends() == 0
    assert "It is gone from here." in terminal.shown
    assert not home.exists()
