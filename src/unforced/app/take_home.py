"""Taking home what is kept: sealed, as JSON that can be brought back, or as Markdown for reading.

The last two are readable by anybody who finds them; a surface says so in one sentence before it makes them.
"""

from __future__ import annotations

import json

from unforced.app.documents import FORM, check_form
from unforced.app.flat import flat as _flat
from unforced.app.inner_map import kept_map, plain_words
from unforced.app.map_list import listed
from unforced.app.map_names import Names
from unforced.app.moments import kept_moments
from unforced.app.moments import told as told_moments
from unforced.app.past import past, told
from unforced.app.safety_plan import kept_plan
from unforced.app.safety_plan_paper import chapters
from unforced.app.teach import kept_lessons
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import Page
from unforced.ports import Inside, Library

PROGRAM = "unforced"
DEEPEST = 50
"""Levels of a document; those of this program have fewer than ten."""


def as_json(inside: Inside) -> str:
    """Every page that opens, as JSON, with nothing left out but what was forgotten. For bringing back."""
    pages = sorted(inside.open_all().pages, key=lambda page: page.id)
    listed = [{"id": page.id, "document": page.document} for page in pages]
    return json.dumps({"program": PROGRAM, "form": FORM, "pages": listed}, ensure_ascii=False, indent=1) + "\n"


def as_markdown(inside: Inside, library: Library) -> str:
    """Every visit, oldest first, for reading. It can't be brought back."""
    parts = [f"# {library.phrases.say('app.page.title', plain=False)}\n"]
    for entry in reversed(past(inside, library).entries):
        try:
            visit = told(entry.name, inside, library)
        except (NothingKeptError, PageDamagedError, NewerFormatError):  # gone since the list was made
            continue
        lines = [f"{_flat(question)}: {_flat(answer)}" for question, answer in visit.said]
        lines += [_flat(title) for title in visit.done]
        lines += [_flat(visit.draft)] if visit.draft else []
        parts.append(f"## {entry.when}\n\n" + "".join(f"- {line}\n" for line in lines))
    parts += _gathered(inside, library)
    parts += _met(inside, library)
    parts += _planned(inside, library)
    parts += _corrected(inside, library)
    return "\n".join(parts)


def _gathered(inside: Inside, library: Library) -> list[str]:
    """The small moments, oldest first; nothing where there are none."""
    try:
        found = told_moments(kept_moments(inside), library)
    except (PageDamagedError, NewerFormatError):
        return []
    lines = [_flat(each.text) for each in found.own]
    lines += [f"{_flat(each.text)}: {each.when}" for each in reversed(found.done)]
    title = library.phrases.say("chip.moments.page", plain=False)
    return [f"## {title}\n\n" + "".join(f"- {line}\n" for line in lines)] if lines else []


def _met(inside: Inside, library: Library) -> list[str]:
    """The inner map: each part with what was said of it, then what is between them; nothing where it is empty."""
    try:
        found, plain = kept_map(inside), plain_words(inside)
    except (PageDamagedError, NewerFormatError):
        return []
    on_it = listed(found, Names(found, library, plain))
    lines = []
    for part in on_it.parts:
        lines.append(part.whole or part.name)
        lines += [f"{part.name}, {label}: {text}" for label, text in part.said]
    lines += [tie.sentence for tie in on_it.ties]
    title = library.phrases.say("chip.map.page", plain=plain)
    return [f"## {title}\n\n" + "".join(f"- {_flat(line)}\n" for line in lines)] if lines else []


def _planned(inside: Inside, library: Library) -> list[str]:
    """The safety plan, heading by heading; nothing where nothing stands in it."""
    try:
        found = chapters(kept_plan(inside), library)
    except (PageDamagedError, NewerFormatError):
        return []
    title = library.phrases.say("chip.plan.page", plain=False)
    inner = "\n".join(f"### {each.title}\n\n" + "".join(f"- {_flat(line)}\n" for line in each.lines) for each in found)
    return [f"## {title}\n\n{inner}"] if found else []


def _corrected(inside: Inside, library: Library) -> list[str]:
    """What was corrected: the words, and what was said instead; nothing where there is none."""
    try:
        found = kept_lessons(inside).staying
    except (PageDamagedError, NewerFormatError):
        return []
    say = library.phrases.say
    lines = [f"{_flat(each.words.reveal())}: {_flat(say(f'chip.kinds.{each.kind}'))}" for each in found]
    title = say("chip.lessons.page", plain=False)
    return [f"## {title}\n\n" + "".join(f"- {line}\n" for line in lines)] if lines else []


def pages_of(text: str) -> tuple[Page, ...]:
    """The pages of a JSON file. PageDamagedError where it isn't one, NewerFormatError for a newer one."""
    try:
        file = json.loads(text)
        if file["program"] != PROGRAM:
            raise ValueError("another program's file")
        check_form(file)
        return tuple(_page(each) for each in file["pages"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PageDamagedError("no file of this program") from None


def _page(each: dict[str, object]) -> Page:
    name, document = each["id"], each["document"]
    if not isinstance(name, str) or len(bytes.fromhex(name)) != 16 or not isinstance(document, dict):
        raise ValueError("no page")
    if not _flat_enough(document):
        raise ValueError("nested too deep")
    json.dumps(document, ensure_ascii=False, allow_nan=False).encode()  # what couldn't be kept raises ValueError here
    return Page(bytes.fromhex(name).hex(), 0, document)


def _flat_enough(value: object, left: int = DEEPEST) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left > 0 and all(_flat_enough(each, left - 1) for each in inner)
