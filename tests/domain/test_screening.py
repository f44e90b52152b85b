"""Screening hears danger in a person's own words, and leaves sorrow, self-attack and a no alone.

Every rule is tested by its own sentences, alone and taken away; every guard by what it quiets and what it must not.
Nothing here is a figure for how well screening works: these sentences were written beside the rules.
"""

import dataclasses
import gzip
import importlib
import itertools
import json
import os
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unforced.domain import screening
from unforced.domain.hearing import OVERLAP, READ_AGAIN, WINDOW, sentences
from unforced.domain.openings import OPENING
from unforced.domain.roles import Role
from unforced.domain.screening import (
    KINDS,
    Concern,
    Explanation,
    Guard,
    Heard,
    Rule,
    Rules,
    Sign,
    Together,
    louder,
    rules_from,
    screen,
)
from unforced.domain.spelling import LEARNT

SIGNALS = Path(screening.__file__).parents[1] / "content" / "signals" / "en.toml"
TABLE = tomllib.loads(SIGNALS.read_text(encoding="utf-8"))
RULES = rules_from(TABLE)
DATA = Path(os.environ.get("UNFORCED_DATA", "../shared/data"))
NOTHING = Heard(Concern.NONE, ())
untraced = pytest.mark.clocked  # not while coverage is watching


def made_of(*rules: Rule) -> Rules:
    """The same screening with these rules only."""
    return dataclasses.replace(RULES, rules=rules, together=())


def without_guard(guard: Guard) -> Rules:
    """The same screening, deaf to one guard, and to what the sentences around explain."""
    kept = (tuple(other for other in rule.guards if other is not guard) for rule in RULES.rules)
    rules = (dataclasses.replace(rule, guards=guards) for rule, guards in zip(RULES.rules, kept, strict=True))
    return dataclasses.replace(RULES, rules=tuple(rules), explanations=())


def named(item: Rule | Guard | Sign | Together | Role | Explanation) -> str:
    return item.name


class TestEveryRule:
    @pytest.mark.parametrize("rule", RULES.rules, ids=named)
    def test_it_catches_its_sentences_by_itself(self, rule: Rule) -> None:
        alone = made_of(rule)
        for sentence in rule.catches:
            assert screen(sentence, alone) == Heard(rule.concern, (rule.name,)), sentence

    @pytest.mark.parametrize("rule", RULES.rules, ids=named)
    def test_taken_away_it_is_missed(self, rule: Rule) -> None:
        rest = dataclasses.replace(RULES, rules=tuple(other for other in RULES.rules if other is not rule))
        assert all(rule.name not in screen(sentence, rest).because for sentence in rule.catches)

    @pytest.mark.parametrize("rule", RULES.rules, ids=named)
    def test_what_it_leaves_is_left_by_all(self, rule: Rule) -> None:
        assert [(sentence, screen(sentence, RULES).because) for sentence in rule.leaves] == [
            (sentence, ()) for sentence in rule.leaves
        ]

    @pytest.mark.parametrize("rule", [*RULES.rules, *RULES.signs], ids=named)
    def test_it_is_awake_for_whatever_it_can_match_and_where_it_begins(self, rule: Sign) -> None:
        told = [[word[:OPENING] for word in text.split()] for text in matches(rule, 300)]
        assert [words for words in told if rule.listens_for and not set(words) & rule.listens_for] == []
        assert [words for words in told if rule.begins_with and words[0] not in rule.begins_with] == []

    def test_there_is_a_rule_of_every_kind_and_every_name_is_its_own(self) -> None:
        assert {rule.kind for rule in RULES.rules} == set(KINDS)
        assert len({rule.name for rule in RULES.rules}) == len(RULES.rules)
        assert all(rule.concern is KINDS[rule.kind] for rule in RULES.rules)


def plain(text: str) -> list[str]:
    """Every reading of every sentence."""
    return [sentence for readings in sentences(text, RULES.spelling) for sentence in readings]


def signs_in(text: str) -> set[str]:
    """The signs heard anywhere in a text."""
    return {name for sentence in plain(text) for name in RULES.hears(sentence)[1]}


class TestEverySign:
    @pytest.mark.parametrize("sign", RULES.signs, ids=named)
    def test_it_is_heard_in_its_sentences_and_not_in_the_others(self, sign: Sign) -> None:
        assert [text for text in sign.catches if sign.name not in signs_in(text)] == []
        assert [text for text in sign.leaves if sign.name in signs_in(text)] == []

    @pytest.mark.parametrize("sign", RULES.signs, ids=named)
    def test_it_says_nothing_alone(self, sign: Sign) -> None:
        assert not any(rule.hears({sign.name}) for rule in RULES.together)

    def test_each_is_of_use_and_every_name_is_its_own(self) -> None:
        roles = RULES.vocabulary.roles
        heard = {name for rule in RULES.together for name in rule.listens_for}
        heard |= {name for each in RULES.explanations for name in each.here | each.near | each.unless}
        heard |= {name for role in roles for name in role.unless}
        listened = [sign.name for sign in RULES.signs] + [role.name for role in roles]
        names = [*listened, *(each.name for each in RULES.rules), *(each.name for each in RULES.together)]
        assert len(names) == len(set(names))
        assert set(listened) == heard


def roles_in(text: str) -> set[str]:
    """The roles heard anywhere in a text, as it is most likely meant."""
    told = (RULES.vocabulary.hears(readings[0]) for readings in sentences(text, RULES.spelling))
    return set().union(*told)


class TestEveryRole:
    @pytest.mark.parametrize("role", RULES.vocabulary.roles, ids=named)
    def test_it_is_heard_in_its_sentences_and_not_in_the_others(self, role: Role) -> None:
        assert [text for text in role.catches if role.name not in roles_in(text)] == []
        assert [text for text in role.leaves if role.name in roles_in(text)] == []

    @pytest.mark.parametrize("role", RULES.vocabulary.roles, ids=named)
    def test_it_says_nothing_alone_but_for_a_wish_never_to_have_been(self, role: Role) -> None:
        said = {rule.name for rule in RULES.together if rule.hears({role.name})}
        assert said == ({"rather_not_be"} if role.name == "wish_never_was" else set())

    def test_what_is_denied_is_not_heard(self) -> None:
        assert "settled_on_it" in roles_in("I have picked the place.")
        assert "settled_on_it" not in roles_in("I have not picked the place.")

    def test_a_reason_to_think_it_over_is_taken_back_in_the_same_sentence(self) -> None:
        assert "over_now" in roles_in("I was well for three years.")
        assert "over_now" not in roles_in("I was well for three years and now it is back.")

    def test_a_long_sentence_of_its_own_words_is_read_in_step_with_its_length(self) -> None:
        words = sorted(RULES.vocabulary.words)
        chance = random.Random(7)
        told = " ".join(chance.choice(words) for _ in range(3000))
        assert seconds(told) < 3


class TestEveryExplanation:
    @pytest.mark.parametrize("explanation", RULES.explanations, ids=named)
    def test_it_quiets_what_would_be_heard_without_it(self, explanation: Explanation) -> None:
        rest = tuple(other for other in RULES.explanations if other is not explanation)
        deaf = dataclasses.replace(RULES, explanations=rest)
        for text in explanation.quiets:
            assert screen(text, RULES) == NOTHING, text
            assert screen(text, deaf).because, text

    @pytest.mark.parametrize("explanation", RULES.explanations, ids=named)
    def test_it_keeps_what_takes_it_back(self, explanation: Explanation) -> None:
        for text in explanation.keeps:
            assert screen(text, RULES).concern, text

    @pytest.mark.parametrize("explanation", RULES.explanations, ids=named)
    def test_the_rules_it_is_about_are_there(self, explanation: Explanation) -> None:
        assert explanation.rules <= {rule.name for rule in RULES.rules}

    def test_far_away_it_explains_nothing(self) -> None:
        near = "I wanted to die. Got help, and now I sleep."
        between = "The day was grey. The bread was fresh. A bus went by. "
        assert screen(near, RULES) == NOTHING
        assert screen(near.replace(". Got", f". {between}Got"), RULES).concern is Concern.URGENT


class TestTogether:
    @pytest.mark.parametrize("rule", RULES.together, ids=named)
    def test_they_speak_in_their_sentences(self, rule: Together) -> None:
        alone = dataclasses.replace(RULES, rules=(), together=(rule,))
        for text in rule.catches:
            assert screen(text, alone) == Heard(rule.concern, (rule.name,)), text

    @pytest.mark.parametrize("rule", RULES.together, ids=named)
    def test_what_they_leave_is_left_by_all(self, rule: Together) -> None:
        assert [(text, screen(text, RULES).because) for text in rule.leaves] == [(text, ()) for text in rule.leaves]

    @pytest.mark.parametrize("rule", RULES.together, ids=named)
    def test_each_way_is_enough_and_what_quiets_it_does(self, rule: Together) -> None:
        for way in rule.ways:
            signs = {min(one) for one in way}
            assert rule.hears(signs)
            assert not any(rule.hears({*signs, quiet}) for quiet in rule.quieted_by)

    def test_signs_far_apart_say_nothing_together(self) -> None:
        rule = RULES.together[0]
        told = rule.catches[-1].split(". ")
        between = ". ".join(f"The {day} was grey" for day in ("first", "second", "third", "fourth", "fifth"))
        alone = dataclasses.replace(RULES, rules=(), together=(rule,))
        assert screen(". ".join(told), alone).because
        assert screen(f"{told[0]}. {between}. {told[1]}", alone) == NOTHING


class TestASecondListener:
    def test_may_raise_and_never_lower(self) -> None:
        heard = {concern: Heard(concern, (concern.word,) if concern else ()) for concern in Concern}
        for one, other in itertools.product(Concern, Concern):
            both = louder(heard[one], heard[other])
            assert both.concern is max(one, other)
            assert set(both.because) == {*heard[one].because, *heard[other].because}


class TestEveryGuard:
    @pytest.mark.parametrize("guard", RULES.guards, ids=named)
    def test_it_quiets_what_would_be_heard_without_it(self, guard: Guard) -> None:
        deaf = without_guard(guard)
        for sentence in guard.quiets:
            assert screen(sentence, RULES) == NOTHING, sentence
            assert screen(sentence, deaf).because, sentence

    @pytest.mark.parametrize("guard", RULES.guards, ids=named)
    def test_it_keeps_what_only_looks_alike(self, guard: Guard) -> None:
        for sentence in guard.keeps:
            assert screen(sentence, RULES).concern, sentence

    def test_a_guard_quiets_one_match_and_not_the_text(self) -> None:
        assert screen("I don't want to die. I want to cut myself.", RULES).because == ("cut_myself",)
        assert screen("I'm not going to kill myself today but I want to die.", RULES).concern is Concern.URGENT


class TestConcern:
    def test_words(self) -> None:
        assert [concern.word for concern in Concern] == ["none", "tender", "urgent"]

    def test_the_strongest_is_told_and_the_rules_come_in_their_order(self) -> None:
        heard = screen("He hits me. I want to kill myself.", RULES)
        assert heard == Heard(Concern.URGENT, ("kill_myself", "somebody_hits_me"))

    @pytest.mark.parametrize(
        "text",
        [
            "I hate myself and I'm worthless.",
            "I don't deserve kindness.",
            "just no",
            "My chest is tight and I go numb.",
            "Mum died in March and the house is so quiet.",
            "The voice says I'm better off failing.",
            "It isn't safe to soften. If I let go I'll drown.",
            "I can't do this anymore, it's too much.",
            "part of me wants to hide, part of me slams the door",
            "",
        ],
    )
    def test_sorrow_self_attack_and_a_no_are_none(self, text: str) -> None:
        assert screen(text, RULES) == NOTHING

    def test_a_voice_that_urges_death_is_urgent_even_in_quotation_marks(self) -> None:
        for text in ("The voice tells me to kill myself.", "it says “kill yourself, nobody will care”"):
            assert screen(text, RULES).concern is Concern.URGENT

    def test_no_word_of_theirs_is_in_what_was_heard(self) -> None:
        heard = screen("I want to die, Zanzibar.", RULES)
        assert heard.because
        assert "zanzibar" not in repr(heard).casefold() + repr(RULES).casefold()


DISGUISES = [
    "I WANT TO KILL MYSELF",
    "i want to k1ll my5elf",
    "i want to k!ll myself",
    "i want to k*ll myself",
    "i want to kiiiilllll myselffff",
    "i want to k i l l  m y s e l f",
    "i want to k.i.l.l myself",
    "iwanttokillmyself",
    "i want to killmyself",
    "i wnat to kill myslef",
    "i want to kil lmyself",
    "i wantto kill my self",
    "і wаnt tо kіll mуsеlf",
    "ｉ ｗａｎｔ ｔｏ ｋｉｌｌ ｍｙｓｅｌｆ",
    "𝓘 𝔀𝓪𝓷𝓽 𝓽𝓸 𝓴𝓲𝓵𝓵 𝓶𝔂𝓼𝓮𝓵𝓯",
    "i want to 🅺🅸🅻🅻 myself",
    "i want to k\u200bi\u200bl\u200bl my\u00adself",
    "i want to kíll mysélf",
    "\u202ei want to kill myself\u202c",
    "I wanna kill myself 😭😭😭",
    "I want to.\nKill.\nMyself.",
    "im gonna kill myself",
    "I’m going to kill myself",
    "ok so " * 400 + "i want to kill myself " + "and so on " * 400,
]


class TestHowItIsTyped:
    @pytest.mark.parametrize("text", DISGUISES)
    def test_a_disguise_changes_nothing(self, text: str) -> None:
        assert "kill_myself" in screen(text, RULES).because

    def test_most_single_slips_are_heard_through(self) -> None:
        chance = random.Random(4)
        heard = [text for rule in RULES.rules for text in rule.catches[:1] if any(map(long_enough, text.split(" ")))]
        lost = [text for text in heard for _ in range(5) if not screen(slip(text, chance), RULES).concern]
        assert len(lost) <= 0.08 * 5 * len(heard)

    def test_a_long_sentence_comes_in_windows_that_overlap(self) -> None:
        words = [f"w{i}" for i in range(3 * WINDOW)]
        windows = [readings[0].split() for readings in sentences(" ".join(words), RULES.spelling)]
        assert all(len(window) <= WINDOW for window in windows)
        assert all(a[-OVERLAP:] == b[:OVERLAP] for a, b in itertools.pairwise(windows))
        assert windows[-1][-1] == words[-1]

    def test_plain_sentences(self) -> None:
        told = list(plain("Don't!  I'm 30; it's k.m.s time…\n\nover dose? yes"))
        assert told[:3] == [" do not i am 30 ", " it is kms time ", " overdose yes "]

    def test_a_slip_is_read_in_each_way_it_may_be_meant_until_it_is_noise(self) -> None:
        assert " i want to die " in plain("i wat to die")
        noise = plain("i wat to die. " * READ_AGAIN)
        assert len(noise) < 2 * READ_AGAIN

    def test_after_very_many_different_words_they_stand_as_typed(self) -> None:
        noise = " ".join(f"qz{i}x" for i in range(LEARNT))
        assert screen(f"{noise}. i want to kill myslef", RULES) == NOTHING
        assert screen(f"{noise}. I want to kill myself.", RULES).concern is Concern.URGENT
        assert screen("i want to kill myslef. " + noise, RULES).concern is Concern.URGENT


MEGABYTE = 1_000_000
HEAPS = {
    "one letter": "a" * MEGABYTE,
    "stops": "." * MEGABYTE + "x",
    "lines": "\n " * (MEGABYTE // 2),
    "apostrophes": "'" * MEGABYTE,
    "single letters": "k i l l " * (MEGABYTE // 8),
    "no stops": "i want to die " * (MEGABYTE // 14),
    "marks that normalise in square time": "\u0301\u0316" * (MEGABYTE // 2),
    "a ligature of eighteen letters": "\ufdfa" * MEGABYTE,
    "crying": "😭" * MEGABYTE,
    "lone surrogates": "\ud800" * MEGABYTE,
    "every letter there is": "".join(chr(i) for i in range(0x10000))[: MEGABYTE // 10],
    "nulls": "\x00" * MEGABYTE,
}


class TestAnyStringAtAll:
    @given(st.text())
    @settings(max_examples=300, deadline=None)
    def test_it_answers(self, text: str) -> None:
        assert isinstance(screen(text, RULES), Heard)

    @given(st.lists(st.sampled_from(sorted(RULES.spelling.rank)), max_size=200), st.sampled_from(" .\n'*1"))
    @settings(max_examples=100, deadline=None)
    def test_it_answers_to_its_own_words_in_any_order(self, words: list[str], between: str) -> None:
        assert isinstance(screen(between.join(words), RULES), Heard)

    @given(st.text(), st.text())
    @settings(max_examples=100, deadline=None)
    def test_the_same_text_is_always_answered_the_same(self, one: str, two: str) -> None:
        assert screen(one + two, RULES) == screen(one + two, RULES)

    @untraced
    @pytest.mark.parametrize("heap", HEAPS.values(), ids=list(HEAPS))
    def test_a_megabyte_of_noise_is_answered_in_two_seconds(self, heap: str) -> None:
        assert any(seconds(heap) <= 2 for _ in range(3))  # three tries, for a busy machine

    @untraced
    def test_a_megabyte_of_sentences_is_answered_in_two_seconds_and_in_step_with_its_length(self) -> None:
        told = [sentence for rule in RULES.rules for sentence in rule.leaves]
        text = " ".join(f"{told[i % len(told)]} It was day {i}." for i in range(MEGABYTE // 50))[:MEGABYTE]
        assert any(seconds(text) <= 2 for _ in range(3))
        assert any(seconds(text) <= 3 * seconds(text[: MEGABYTE // 2]) for _ in range(3))

    @untraced
    def test_a_short_text_takes_less_than_a_millisecond(self) -> None:
        for text in ("I want to die.", "My therapist asked whether I am suicidal and I said no.", "not much today"):
            took = sorted(seconds(text) for _ in range(50))
            assert took[25] < 0.001, text


GOOD = {
    "name": "told",
    "kind": "passive",
    "listens_for": "moon",
    "hears": ["to the moon"],
    "guards": [],
    "catches": ["to the moon", "to the moon!", "off to the moon"],
    "leaves": ["moon", "to the mood"],
}


def table_of(**changes: Any) -> dict[str, Any]:
    row = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    return {"shorthand": {}, "guard": [], "rule": [row], "spelling": TABLE["spelling"]}


class TestBuildingTheRules:
    def test_a_good_rule_is_heard(self) -> None:
        rules = rules_from(table_of(hears=["(?:to|\n    up to) the moon"]))
        assert screen("Off to the moon", rules) == Heard(Concern.TENDER, ("told",))

    @pytest.mark.parametrize(
        "changes",
        [
            {"kind": None},
            {"kind": "moody"},
            {"guards": ["nobody"]},
            {"catches": ["to the moon"]},
            {"leaves": ["moon"]},
            {"hears": ["to the (moon"]},
            {"hears": ["to the moo+n"]},
            {"hears": ["to the .*"]},
            {"hears": ["to (?:the ){1,}moon"]},
            {"hears": ["to <nowhere> moon"]},
        ],
        ids=str,
    )
    def test_a_bad_rule_is_refused_by_name(self, changes: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="rule told") as refusal:
            rules_from(table_of(**changes))
        assert type(refusal.value) is ValueError

    def test_a_rule_without_a_name_is_refused_too(self) -> None:
        with pytest.raises(ValueError, match="rule without a name"):
            rules_from(table_of(name=None))

    def test_a_guard_that_cannot_be_read_is_refused_by_name(self) -> None:
        with pytest.raises(ValueError, match="rule hush"):
            rules_from({**table_of(), "guard": [{"name": "hush", "before": ["(not"]}]})


@pytest.mark.slow
@pytest.mark.skipif(not (DATA / "real_words.jsonl.gz").exists(), reason="the folder of public text isn't there")
@pytest.mark.parametrize(
    ("name", "most"), [("real_words", 0.03), ("empatheticpersonas_feelings", 0.02), ("sad_stressors", 0.004)]
)
def test_ordinary_sad_text_is_left_alone(name: str, most: float) -> None:
    """Counts only; nothing of the text is kept or shown. Most of what fires there is somebody in danger."""
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        concerns = [screen(json.loads(line)["text"], RULES).concern for line in lines]
    assert sum(map(bool, concerns)) / len(concerns) <= most


def seconds(text: str) -> float:
    begun = time.process_time()
    screen(text, RULES)
    return time.process_time() - begun


def long_enough(word: str) -> bool:
    return len(word) > 3 and word.isalpha()


def slip(text: str, chance: random.Random) -> str:
    """One slip of a finger inside a word of four letters or more."""
    words = text.split(" ")
    at = chance.choice([i for i, word in enumerate(words) if long_enough(word)])
    word, i = words[at], chance.randrange(1, len(words[at]) - 1)
    other = chance.choice("abcdefghijklmnopqrstuvwxyz")
    kinds = (word[:i] + word[i + 1] + word[i] + word[i + 2 :], word[:i] + word[i + 1 :], word[:i] + other + word[i:])
    return " ".join([*words[:at], chance.choice(kinds), *words[at + 1 :]])


def matches(rule: Sign, count: int) -> Iterator[str]:
    """Texts that the rule's pattern describes, by walking it at random; what only looks ahead or back adds nothing."""
    parsed = importlib.import_module("re._parser").parse(rule.pattern.pattern)
    chance = random.Random(rule.name)
    return (_walk(parsed, chance) for _ in range(count))


def _walk(parsed: Any, chance: random.Random) -> str:
    said = ""
    for step, detail in parsed:
        match str(step):
            case "LITERAL":
                said += chr(detail)
            case "IN":
                said += chance.choice([chr(letter) for kind, letter in detail if str(kind) == "LITERAL"] or ["z"])
            case "BRANCH":
                said += _walk(chance.choice(detail[1]), chance)
            case "SUBPATTERN":
                said += _walk(detail[3], chance)
            case "MAX_REPEAT":
                least, most, part = detail
                times = 1 if str(part) == "[(LITERAL, 32)]" else chance.choice((least, least, min(most, least + 1)))
                said += "".join(_walk(part, chance) for _ in range(times))
    return said
