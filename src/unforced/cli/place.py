"""Where the vault of a home lies on the disk, and how much room it takes. Nothing is opened for it."""

from __future__ import annotations

from pathlib import Path

from unforced.adapters.vault.file import NAME


def vault_of(home: Path) -> Path:
    """The file of the vault, whether or not it is there."""
    return home / NAME


def files_of(home: Path) -> tuple[Path, ...]:
    """The file of the vault with its journals and copies; empty where there is none."""
    if not vault_of(home).exists():
        return ()
    return tuple(sorted(path for path in home.glob(f"*{NAME}*") if path.is_file()))


def size_of(home: Path) -> int:
    """Bytes that the vault takes, journals and copies with it; not what is only there while somebody reads it."""
    return sum(path.stat().st_size for path in files_of(home) if not path.name.endswith("-shm"))
