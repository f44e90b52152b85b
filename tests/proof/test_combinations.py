"""The proof by combinations: the guide breaks nothing, and every guide broken on purpose is caught."""

from __future__ import annotations

from math import prod

import pytest

from unforced.domain.answers import UNKNOWN, Answers, Facts, Memory
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.proof.coarse import AXES, CAUTIOUS, FEW, MEMORIES, NEVERS, Block, blocks
from unforced.proof.combinations import Checker
from unforced.proof.controls import COMBINATIONS
from unforced.proof.invariants import CHECKS

QUICK = [name for name in COMBINATIONS if len(COMBINATIONS[name]().block.axes) <= len(FEW)]


@pytest.mark.parametrize("name", QUICK)
def test_a_guide_broken_on_purpose_is_always_caught_by_its_own_check(name: str, shelf: Shelf) -> None:
    broken = COMBINATIONS[name]()
    caught = Checker(shelf, broken.book, name, broken.blind).check(broken.block).broken
    assert any(line.startswith(f"{name}:") for line in caught)


@pytest.mark.parametrize("name", QUICK)
def test_the_guide_itself_never_is(name: str, shelf: Shelf) -> None:
    tally = Checker(shelf).check(COMBINATIONS[name]().block)
    assert tally.broken == []
    assert tally.visited == prod(len(values) for values in FEW.values())


def test_a_held_breath_is_caught_though_the_guide_believes_that_none_is_held(shelf: Shelf) -> None:
    refused = frozenset({"orient", "move", "contact", "object", "acknowledge", "see", "ask", "touch", "moment", "rest"})
    block = Block(FEW, frozenset(), memory=Memory(refused=refused | {"note"}))  # type: ignore[arg-type]
    held = {practice.id: practice.with_hold(4) for practice in shelf}
    assert Checker(shelf, only="7", practices=held).check(block).broken
    assert not Checker(shelf, only="7").check(block).broken


def test_every_check_has_a_control() -> None:
    assert set(CHECKS) - {"7"} <= set(COMBINATIONS)


@pytest.mark.parametrize(
    "block",
    [
        Block(FEW, frozenset({Kind.FLOODED}), Facts(stayed=True), MEMORIES[-1], NEVERS[1]),
        Block(FEW, frozenset({Kind.NUMB}), Facts(hand_off=True, tender=True), MEMORIES[7], NEVERS[3]),
        Block(FEW, frozenset({Kind.FAKE}), Facts(memory=True, surge=True), MEMORIES[3], NEVERS[4]),
        Block(FEW, frozenset({Kind.DANGER}), Facts(two_named=True, invited=True), MEMORIES[0], NEVERS[2]),
        Block({**FEW, "safety": (UNKNOWN, 0, 2), "energy": (UNKNOWN, 0, 2)}, frozenset()),
    ],
)
def test_no_invariant_is_broken_whatever_is_so_in_the_visit(block: Block, shelf: Shelf) -> None:
    assert Checker(shelf).check(block).broken == []


# What is enumerated


def test_two_million_combinations_and_more_are_looked_at() -> None:
    assert sum(prod(len(values) for values in block.axes.values()) for block in blocks()) >= 2_000_000


def test_every_answer_is_among_them_with_unknown_and_its_cautious_value() -> None:
    assert set(AXES) == set(Answers._fields) - {"kinds", "body", "choice", "never"}
    for name, values in AXES.items():
        assert values[0] is UNKNOWN
        assert name == "blend" or CAUTIOUS[name] in values


def test_every_fact_every_never_and_every_memory_is_among_them() -> None:
    every = blocks()
    for field in Facts._fields:
        assert {getattr(block.facts, field) for block in every} == {False, True}
    assert set().union(*(block.never for block in every)) == set().union(*NEVERS)
    assert {block.memory for block in every} >= set(MEMORIES)


def test_a_block_goes_through_every_combination_once() -> None:
    block = Block({"presence": (UNKNOWN, 3), "toward": (UNKNOWN, -1, 1)}, frozenset({Kind.EDGE}))
    seen = [(s.answers.presence, s.answers.toward) for s in block.situations()]
    assert len(seen) == len(set(seen)) == 6
    assert all(s.answers.kinds == {Kind.EDGE} for s in block.situations())
