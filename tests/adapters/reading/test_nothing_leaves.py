"""A person's words never leave this computer while they are read: the system itself is asked to end whoever tries."""

from __future__ import annotations

import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from bench.reading.unready import SMALL, WORDS

from tests.adapters.reading.forbidden import SOCKET, TEXTS

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in SOCKET, reason="only Linux can forbid it here"
)


def alone(name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.adapters.reading.forbidden", name]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


@pytest.mark.parametrize("name", [WORDS, SMALL])
def test_a_reader_never_asks_for_a_socket(name: str) -> None:
    """The small model too, its runtime's machine code included; where it isn't there the other one answers for it."""
    done = alone(name)
    assert (done.returncode, done.stdout) == (0, f"{len(TEXTS)} read, 0 sockets\n"), done.stderr[-300:]


def test_whoever_asks_for_one_would_be_ended() -> None:
    """The control."""
    done = alone("control")
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, "")
