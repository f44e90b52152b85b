"""The control for every look: what is too pale or too small in it is found, and would stop a journey."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.journeys.ways import LOOKS, WAYS, Way, examine

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="en"><title>Notes</title><style>
  body { background: #fff; color: #222 } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
  .pale { color: #bbb } @media (prefers-color-scheme: dark) { .pale { color: #333 } }
  button { padding: 0; border: 0; width: 9px; height: 9px; overflow: hidden }
</style><main><h1>A page</h1><p%s>Some words on it.</p>%s</main></html>"""


@pytest.mark.parametrize("look", [look for look in (*WAYS, *LOOKS) if look.javascript], ids=lambda look: str(look.name))
def test_in_every_look_axe_sees_what_is_pale_and_what_is_small(chromium: Browser, look: Way) -> None:
    page = WAYS[0].context(chromium).new_page()
    page.set_content(PAGE % ("", ""))
    look.put_on(page)
    assert not examine(page, look)["violations"]
    page.set_content(PAGE % (" class=pale", "<button>a</button><button>b</button>"))
    found = {one["id"] for one in examine(page, look)["violations"]}
    assert "target-size" in found
    assert look.forced or "color-contrast" in found
    page.context.close()
