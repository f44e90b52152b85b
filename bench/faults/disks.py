"""Small disks that can be filled: a file system in memory where mounting is permitted, else a limit on file sizes."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from bench.faults.ground import close_files, passing_folder

BALLAST = 0.6  # share of a disk that is set free where space is made


class Disk(Protocol):
    """A small disk."""

    folder: Path
    kind: str

    def fill(self) -> None:
        """Not one byte more fits on it."""

    def make_space(self) -> None:
        """Some space again."""


class Mounted:
    """A file system in memory of its own."""

    kind = "file systems of their own"

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        (folder / "ballast").write_bytes(bytes(int(size * BALLAST)))

    def fill(self) -> None:
        """What others write onto a disk."""
        with suppress(OSError), (self.folder / "filling").open("ab", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def make_space(self) -> None:
        """Takes away what the others wrote."""
        for name in ("ballast", "filling"):
            (self.folder / name).unlink(missing_ok=True)


class Limited:
    """No file may grow any more. It shows less than a full disk: files that are there can still be made and emptied."""

    kind = "limits on file sizes, since mounting isn't permitted here"

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self._limit(size)

    def _limit(self, size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

    def fill(self) -> None:
        """Every file is as long as it may be."""

    def make_space(self) -> None:
        """Files may grow again."""
        self._limit(resource.getrlimit(resource.RLIMIT_FSIZE)[1])


@contextmanager
def disk(size: int) -> Iterator[Disk]:
    """A disk of so many bytes, gone afterwards."""
    with passing_folder() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if subprocess.run(mount, check=False, capture_output=True).returncode:
            limited = Limited(folder, size // 2)
            try:
                yield limited
            finally:
                limited.make_space()
            return
        try:
            yield Mounted(folder, size)
        finally:
            close_files()
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
