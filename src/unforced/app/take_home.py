"""Taking home what is kept: sealed, as JSON that can be brought back, or as Markdown for reading.

The last two are readable by anybody who finds them; a surface says so in one sentence before it makes them.
"""

from __future__ import annotations

import json

from unforced.app.documents import FORM
from unforced.app.past import past, told
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import Page
from unforced.ports import Inside, Library

PROGRAM = "unforced"


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
    return "\n".join(parts)


def _flat(text: str) -> str:
    """Words as text and nothing else: on one line, and no letter of theirs is read as markup."""
    flat = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|!" else letter for letter in flat)


def pages_of(text: str) -> tuple[Page, ...]:
    """The pages of a JSON file. PageDamagedError where it isn't one, NewerFormatError for a newer one."""
    try:
        file = json.loads(text)
        if file["program"] != PROGRAM or not isinstance(file["form"], int):
            raise ValueError("another program's file")
        if file["form"] > FORM:
            raise NewerFormatError(f"file of form {file['form']}")
        return tuple(_page(each) for each in file["pages"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PageDamagedError("no file of this program") from None


def _page(each: dict[str, object]) -> Page:
    name, document = each["id"], each["document"]
    if not isinstance(name, str) or len(bytes.fromhex(name)) != 16 or not isinstance(document, dict):
        raise ValueError("no page")
    return Page(name, 0, document)
