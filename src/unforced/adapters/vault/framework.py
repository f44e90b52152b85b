"""The framework behind the tables: configured here where nobody has, and one connection a file and thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

APPS = ["unforced.adapters.vault.tables"]
PRAGMAS = """
    PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
    PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF
"""
PATIENCE = 5  # seconds to wait for another program
_guard = threading.Lock()


def ready() -> None:
    """The framework with the tables, unless somebody has set it up already."""
    from django.apps import apps  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    with _guard:
        if not settings.configured:
            settings.configure(INSTALLED_APPS=APPS, DATABASES={}, LOGGING_CONFIG=None, USE_TZ=True)
        if not apps.ready:
            apps.populate(settings.INSTALLED_APPS)


def alias_for(path: Path, pragmas: str = PRAGMAS) -> str:
    """The name under which the framework connects to this file. Nothing is opened yet."""
    from django.db import connections  # noqa: PLC0415

    ready()
    alias = f"vault:{path}"
    with _guard:
        connections.settings.setdefault(alias, _described(path, pragmas))
    return alias


def _described(path: Path, pragmas: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{path.absolute().as_uri()}?mode=rw",  # never made by being looked for
        "OPTIONS": {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": PATIENCE},
        "ATOMIC_REQUESTS": False,
        "AUTOCOMMIT": True,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
        "TIME_ZONE": None,
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "TEST": {"CHARSET": None, "COLLATION": None, "MIGRATE": False, "MIRROR": None, "NAME": None},
    }
