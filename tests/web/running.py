"""The program itself, running: started as a person starts it, without a browser, and ended by the test."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

ADDRESS = re.compile(r"(http://127\.0\.0\.1:(\d+))/#(\S+)")
CODE = re.compile(r"\b([A-Z2-9]{4}-[A-Z2-9]{4})\b")


def passing_folder(name: str) -> Path:
    """A folder that is gone when the tests are."""
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class Running:
    """`unforced --no-browser` in a process of its own, with a home and a folder for temporary files of its own.

    ``folder``: where it ran before, to start it anew over the same home. ``home``: another home. ``options``: of the
    command. ``program``: the module that is run.
    """

    def __init__(
        self,
        port: int = 0,
        region: str = "GB",
        folder: Path | None = None,
        home: Path | None = None,
        options: tuple[str, ...] = (),
        program: str = "unforced",
    ) -> None:
        self.folder = folder or passing_folder("program")
        self.home = home or self.folder / "home"
        self.log = self.folder / "errors.log"
        self.process = subprocess.Popen(
            [sys.executable, "-m", program, "--no-browser", "--port", str(port), *options],
            stdout=subprocess.PIPE,
            stderr=self.log.open("ab"),
            env=self._environment(region),
            text=True,
            start_new_session=True,
        )
        self.printed: list[str] = []
        first = self._line()
        found = ADDRESS.search(first)
        assert found, f"the program printed no address: {first} {self.log.read_text()}"
        self.origin, self.port, self.token = found[1], int(found[2]), found[3]
        self.address = f"{self.origin}/#{self.token}"
        second = CODE.search(self._line())
        assert second, "the program printed no code"
        self.code = second[1]
        self._line()

    def _environment(self, region: str) -> dict[str, str]:
        for name in ("home", "tmp"):
            (self.folder / name).mkdir(exist_ok=True)
        folders = {"UNFORCED_HOME": str(self.home), "TMPDIR": str(self.folder / "tmp")}
        return {**os.environ, **folders, "UNFORCED_REGION": region, "PYTHONDONTWRITEBYTECODE": "1"}

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.printed.append(line)
        return line

    def next_code(self) -> str:
        """The code that is printed once the one before it was used."""
        found = CODE.search(self._line())
        assert found
        self.code = found[1]
        return self.code

    def stop(self) -> str:
        """Ends it as Ctrl-C does, and returns everything that it printed."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        rest, _ = self.process.communicate(timeout=10)
        return "".join(self.printed) + (rest or "")

    def kill(self) -> None:
        """Ends it as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.stop()
