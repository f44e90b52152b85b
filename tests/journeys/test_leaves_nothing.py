"""What was typed is left nowhere, and nobody else is asked for anything. The whole of it: bench/web_canaries.py."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path

import pytest
from bench.web_canaries import canaries, forms_of, left_behind, search
from bench.web_connections import watch
from playwright.sync_api import Playwright

pytestmark = pytest.mark.slow


def test_a_hundred_canaries_and_none_is_found_while_a_naive_form_leaves_some(play: Playwright) -> None:
    found = search(play, 100)
    assert found["found"] == 0, found["in"]
    assert found["kept: found"] == 0
    assert found["sheet: found"] == 0, found["sheet: in"]
    assert found["control found"]


def test_the_search_finds_them_however_they_lie(tmp_path: Path) -> None:
    words = canaries(8)
    plain = ("before " + words[3] + " after").encode()
    ways = {
        "plain": plain,
        "wide": ("before " + words[3]).encode("utf-16-le"),
        "gzip": b"junk" + gzip.compress(plain),
        **{f"base64-{lead}": base64.b64encode(b"-" * lead + words[3].encode() + b"----") for lead in range(3)},
    }
    for name, data in ways.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "file").write_bytes(data)
        assert left_behind(words, [folder])[0] == {words[3]}, name
    assert len(forms_of(words[0])) == 6


def test_no_connection_leaves_this_computer_in_a_whole_visit(play: Playwright) -> None:
    seen = watch(play)
    assert seen["elsewhere"] == []
    assert seen["program elsewhere"] == []
    assert seen["control elsewhere"]
