"""The words for feelings: the form of their file, and what is asked of it beyond that.

Every finding is collected with its file and line; nothing is guessed or repaired. Groups are few, words within a group
are few, definitions are one short line, every category of GoEmotions has a word, and numb and not knowing are there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from unforced.content.finding import Finding, Source
from unforced.content.manners import Sentence
from unforced.domain.feelings import Feeling, Feelings, Group

GOEMOTIONS = frozenset(
    {
        *("admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire"),
        *("disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief"),
        *("joy", "love", "nervousness", "optimism", "pride", "realisation", "relief", "remorse", "sadness", "surprise"),
    }
)
"""The 27 categories of Demszky and others, 2020, in British spelling. Its 28th, neutral, is no feeling."""
WITHOUT_WORDS = frozenset({"numb", "dont_know"})
"""The groups that nobody is asked to dig into."""
GROUPS = range(5, 10)
WORDS = range(5, 9)
LONGEST_MEANING = 9  # words
LONGEST_HERE = 5  # words, so that the sentence stays a short one
KEY = re.compile(r"[a-z][a-z_]{0,39}")
LINE = 16  # words of any other line
Table = Mapping[str, Any]


class Form(NamedTuple):
    """Which keys a table has to have, which it may have, and what each may hold, in words too."""

    required: Mapping[str, tuple[Callable[[Any], bool], str]]
    optional: Mapping[str, tuple[Callable[[Any], bool], str]]


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _categories(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and each in GOEMOTIONS for each in value)


NAME = (lambda value: isinstance(value, str) and bool(KEY.fullmatch(value)), "a name like let_down")
TEXT = (_text, "a few words")
FILE = Form({"group": (_tables, "[[group]] tables")}, {})
GROUP = Form(
    {"key": NAME, "word": TEXT}, {"here": TEXT, "sentence": TEXT, "feeling": (_tables, "[[group.feeling]] tables")}
)
FEELING = Form(
    {"key": NAME, "word": TEXT, "here": TEXT, "means": TEXT},
    {"goemotions": (_categories, "a list from the 27 categories of GoEmotions")},
)


def read_feelings(source: Source) -> tuple[Feelings | None, list[Finding]]:
    """The words for feelings in a file, or None, with everything that is wrong with it."""
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, [source.found("", f"this file can't be read: {error}")]
    findings = _form(source, table)
    if findings:
        return None, findings
    feelings = Feelings(tuple(_group(each) for each in table["group"]))
    findings = [*_of_all(feelings, source), *(f for group in feelings.groups for f in _of_group(group, source))]
    return (None if findings else feelings), findings


def sentences_of_feelings(feelings: Feelings, source: Source) -> Iterator[Sentence]:
    """Every text with its voice: a word is the person's, what it means and how it is offered are the program's."""
    for group in feelings.groups:
        yield Sentence(source, "chip", group.word)
        for text in filter(None, (group.here, group.sentence)):
            yield Sentence(source, "app", text, LINE)
        for feeling in group.feelings:
            yield Sentence(source, "chip", feeling.word)
            yield Sentence(source, "app", feeling.here, LONGEST_HERE)
            yield Sentence(source, "app", feeling.means, LONGEST_MEANING)


def _form(source: Source, table: Table) -> list[Finding]:
    findings = _keys(source, table, FILE)
    for group in [] if findings else table["group"]:
        wrong = _keys(source, group, GROUP)
        findings += wrong
        for feeling in [] if wrong else group.get("feeling", []):
            findings += _keys(source, feeling, FEELING)
    return findings


def _keys(source: Source, table: Table, form: Form) -> list[Finding]:
    where = f'"{table.get("key", "")}"'
    findings = [source.found(where, f"{key} is missing") for key in form.required if key not in table]
    for key, value in table.items():
        known = form.required.get(key) or form.optional.get(key)
        line = source.line_of_key(key, value)
        if known is None:
            findings.append(Finding(source.file, line, f"{key} is no key here"))
        elif not known[0](value):
            findings.append(Finding(source.file, line, f"{key} has to be {known[1]}"))
    return findings


def _group(table: Table) -> Group:
    feelings = tuple(
        Feeling(each["key"], each["word"], each["here"], each["means"], tuple(each.get("goemotions", ())))
        for each in table.get("feeling", ())
    )
    return Group(table["key"], table["word"], table.get("here", ""), feelings, table.get("sentence", ""))


def _of_all(feelings: Feelings, source: Source) -> Iterator[Finding]:
    """What holds of the whole list: how many groups, that keys are unique, and what has to be among them."""
    groups = [group.key for group in feelings.groups]
    words = [feeling for group in feelings.groups for feeling in group.feelings]
    if len(groups) not in GROUPS:
        yield source.found("[[group]]", f"there are {GROUPS[0]} to {GROUPS[-1]} groups")
    keys = [*groups, *(feeling.key for feeling in words)]
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield source.found(f'"{key}"', f"{key} stands there twice")
    for key in sorted(WITHOUT_WORDS - set(groups)):
        yield source.found("", f"the group {key} is missing")
    for category in sorted(GOEMOTIONS.difference(*(feeling.goemotions for feeling in words))):
        yield source.found("", f"no word covers {category}")


def _of_group(group: Group, source: Source) -> Iterator[Finding]:
    """What holds of one group: a few words, or none and a sentence of its own; and short lines."""
    at = f'"{group.key}"'
    if group.key in WITHOUT_WORDS or group.sentence:
        if group.feelings or group.here or not group.sentence:
            yield source.found(at, f"{group.key} has a sentence of its own, and no words or here beside it")
        return
    if len(group.feelings) not in WORDS or not group.here:
        yield source.found(at, f"{group.key} has a here and {WORDS[0]} to {WORDS[-1]} words, or a sentence of its own")
    for feeling in group.feelings:
        if len(feeling.means.split()) > LONGEST_MEANING:
            yield source.found(f'"{feeling.key}"', f"what it means has at most {LONGEST_MEANING} words")
        if len(feeling.here.split()) > LONGEST_HERE:
            yield source.found(f'"{feeling.key}"', f"here has at most {LONGEST_HERE} words")
