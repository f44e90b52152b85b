"""The published figure of tampering can be had again: a tenth of it runs here, with its controls."""

from __future__ import annotations

import pytest
from bench import tamper


def test_of_a_tenth_of_the_bits_swaps_and_replays_everything_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["tamper", "--tenth"])
    assert tamper.main() == 0
    assert "(100.0000 %)" in capsys.readouterr().out


def test_the_control_a_careless_way_of_opening_fails_the_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["tamper", "--tenth"])
    monkeypatch.setattr(tamper, "by_its_head", lambda _sealed, _known: None)
    assert tamper.main() == 1
