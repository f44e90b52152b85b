"""The first line comes at once, since what seals isn't loaded before somebody keeps something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.somebody import PASSPHRASE, TO_OFFERS, kept

SEALING = ("cryptography", "argon2", "django", "sqlite3")


def loaded(home: Path, *typed: str) -> set[str]:
    """Which of the slow packages a visit loads in which these lines are typed."""
    command = [sys.executable, "-X", "importtime", "-m", "unforced", "visit"]
    env = {**os.environ, "UNFORCED_HOME": str(home)}
    sent = "".join(f"{line}\n" for line in typed).encode()
    done = subprocess.run(command, input=sent, capture_output=True, env=env, timeout=60, check=False)
    assert done.returncode == 0
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    return imported.intersection(SEALING)


def test_a_visit_that_is_let_go_loads_nothing_that_seals(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert loaded(home, *TO_OFFERS, "q", "l") == set()
    assert loaded(home, "1", "own words and no chip", "", "q", "l") == set()
    kept(home)
    assert loaded(home, *TO_OFFERS, "q", "l") == set(), "nor where something was kept before"
    assert loaded(home, *TO_OFFERS, "q", "k", PASSPHRASE) == set(SEALING), "the control"
