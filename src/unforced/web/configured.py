"""The framework's settings, in code and complete. No sessions, no log; only what is sealed is ever written.

Called once in a process, before anything of the framework is used.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from unforced.adapters.vault.framework import APPS
from unforced.domain.errors import UnforcedError
from unforced.web.headers import POLICY, App
from unforced.web.letting_in import Door
from unforced.web.locks import MOST_BODY, MOST_FILE
from unforced.web.memory import Memory
from unforced.web.opening import HOST, Opening

HERE = Path(__file__).parent
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "unforced.web.no_trace.Untraced",
]


def application(opening: Opening, announce: Callable[[str], None] = lambda code: None) -> App:
    """The whole surface as one WSGI application: locks, headers, files, pages. Once in a process."""
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    from unforced.app.watch import Watch  # noqa: PLC0415
    from unforced.web.assets import addresses, with_assets  # noqa: PLC0415
    from unforced.web.headers import with_headers  # noqa: PLC0415
    from unforced.web.keeper import Keeper  # noqa: PLC0415
    from unforced.web.locks import locked  # noqa: PLC0415
    from unforced.web.room import Room  # noqa: PLC0415

    clock = time.monotonic
    door = Door(opening.token, opening.code, clock, announce)
    memory = Memory(clock)
    keeper = Keeper(opening.vault, memory, Watch(clock, _always()), no_trace=opening.no_trace)
    room = Room(opening, memory, door, keeper, addresses())
    settings.configure(**values(opening), ROOM=room)
    django.setup(set_prefix=False)
    keeper.watch_over()
    pages: App = with_assets(get_wsgi_application(), room.assets)
    threading.Thread(target=_read, args=(opening,), daemon=True).start()
    return with_headers(locked(pages, opening.host, room.say("app.page.refused"), room.say("app.page.too_long_gone")))


def _always() -> Callable[[], float]:
    """A clock that goes on while the machine sleeps, where there is one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic


def _read(opening: Opening) -> None:
    """Reads the content while the first page is looked at. A broken file is said on the page that it breaks."""
    with contextlib.suppress(UnforcedError):
        _ = opening.library.shelf, opening.library.rules
        opening.vault()


def values(opening: Opening) -> dict[str, Any]:
    """Every setting that isn't the framework's own default."""
    return {
        "DEBUG": False,
        "SECRET_KEY": secrets.token_urlsafe(48),
        "ALLOWED_HOSTS": [HOST],
        "ROOT_URLCONF": "unforced.web.urls",
        "INSTALLED_APPS": APPS,
        "DATABASES": {},  # the vault brings its own file along
        "MIDDLEWARE": MIDDLEWARE,
        "USE_I18N": False,
        "USE_TZ": True,
        "APPEND_SLASH": False,
        "TEMPLATES": [_templates()],
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": POLICY},
        "CSRF_COOKIE_NAME": f"notes-{opening.port}-form",
        "CSRF_COOKIE_AGE": None,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "unforced.web.views.trouble.refused",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": MOST_BODY,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": MOST_FILE,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 200,
        "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
        "LOGGING": _silence(),
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"context_processors": ["django.template.context_processors.csrf", "unforced.web.views.around"]},
    }


def _silence() -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": True,
        "handlers": {"nowhere": {"class": "logging.NullHandler"}},
        "root": {"handlers": ["nowhere"], "level": "CRITICAL"},
        "loggers": {"django": {"handlers": ["nowhere"], "level": "CRITICAL", "propagate": False}},
    }
