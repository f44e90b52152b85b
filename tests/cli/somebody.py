"""Somebody who reads what is printed before they type: a conversation with the program through pipes."""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from pathlib import Path
from types import TracebackType

from tests.cli.terminal import UNFORCED

PASSPHRASE = "a quiet place by the sea"
WORDS = "it laughed at me by the harbour"
TO_OFFERS = ("1", f"1 {WORDS}", "4")
FIRST_TIME = ("k", "3", PASSPHRASE, PASSPHRASE)
CODE = re.compile(r"(?:[A-Z2-7]{5} ){7}[A-Z2-7]{5}")
PATIENCE = 30.0


class Somebody:
    """A person and a home. ``printed`` is everything so far."""

    def __init__(self, *arguments: str, home: Path, **environment: str) -> None:
        env = {**os.environ, "COLUMNS": "100", "LANG": "en_GB.UTF-8", "UNFORCED_HOME": str(home), **environment}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [UNFORCED, *arguments], stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, env=env
        )
        self.printed = ""

    def __enter__(self) -> Somebody:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()

    def reads(self) -> str:
        """Everything up to the next prompt, or to the end."""
        assert self.process.stdout is not None
        new, until = b"", time.monotonic() + PATIENCE
        while not new.endswith(b"> "):
            ready, _, _ = select.select([self.process.stdout], [], [], max(until - time.monotonic(), 0))
            assert ready, f"nothing more was printed after: {self.printed[-400:]}"
            piece = os.read(self.process.stdout.fileno(), 65536)
            if not piece:
                break
            new += piece
        self.printed += new.decode()
        return new.decode()

    def types(self, *lines: str) -> str:
        """Types each line at its prompt, and reads what comes after the last one."""
        answer = ""
        for line in lines:
            if not self.printed.endswith("> "):
                self.reads()
            assert self.printed.endswith("> "), f"nobody asked for {line!r} after: {self.printed[-400:]}"
            assert self.process.stdin is not None
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
            answer = self.reads()
        return flat(answer)

    def code(self) -> str:
        """The recovery code that was shown last."""
        return str(CODE.findall(self.printed)[-1])

    def ends(self) -> int:
        """Types nothing more; the exit code."""
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.printed += rest.decode()
        assert "Traceback" not in self.printed, self.printed
        return self.process.returncode


def flat(text: str) -> str:
    """What was printed, on one line."""
    return " ".join(text.split())


def told(*arguments: str, home: Path, typed: tuple[str, ...] = (), code: int = 0, **environment: str) -> str:
    """Everything printed by a command in which these lines were typed."""
    with Somebody(*arguments, home=home, **environment) as person:
        if typed:
            person.types(*typed)
        assert person.ends() == code, person.printed
        return flat(person.printed)


def kept(home: Path, words: str = WORDS) -> str:
    """Somebody kept a visit for the first time; their recovery code."""
    with Somebody("visit", home=home) as person:
        person.types("1", f"1 {words}", "4", "q", *FIRST_TIME)
        code = person.code()
        assert "It is kept, and sealed." in person.types(code)
        assert person.ends() == 0
    return code


def kept_another(home: Path, words: str) -> None:
    """Somebody kept one more visit."""
    assert "It is kept, and sealed." in told("visit", home=home, typed=("1", f"1 {words}", "4", "q", "k", PASSPHRASE))


def past(home: Path, *typed: str, passphrase: str = PASSPHRASE) -> str:
    """What `unforced past` prints to somebody who unlocks it and types these lines."""
    return told("past", home=home, typed=(passphrase, *typed))


def everything_in(home: Path) -> bytes:
    """Every byte of every file in a home."""
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
