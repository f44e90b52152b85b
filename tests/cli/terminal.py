"""A person in front of a terminal that is a pipe: what they type, and what is printed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

UNFORCED = str(Path(sys.executable).with_name("unforced"))


def run(*arguments: str, typed: str | bytes = b"", columns: int = 80, **environment: str) -> tuple[int, str, str]:
    """Exit code, what was printed, and what was printed as an error."""
    env = {**os.environ, "COLUMNS": str(columns), "LANG": "en_GB.UTF-8", **environment}
    sent = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run([UNFORCED, *arguments], input=sent, capture_output=True, env=env, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def visit(*lines: str, **environment: str) -> str:
    """Everything printed in a visit in which these lines were typed; the visit ends calmly."""
    code, out, err = run("visit", typed="\n".join(lines) + "\n", columns=80, **environment)
    assert code == 0, err
    assert err == ""
    return out
