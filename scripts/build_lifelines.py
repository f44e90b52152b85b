"""Writes lifelines/lifelines.json from the researched list of crisis lines (UNFORCED_DATA, by default ../shared/data).

What ships: what a person needs for contacting somebody, and how well it is sourced. What doesn't: quotations, addresses
of pages other than an official one, notes of the research, old and other numbers. Words about hours and scope are
ours; one that isn't known here stops the script, so that nothing is passed on unread.

The international form comes from libphonenumber's data, for ordinary numbers that it says can be dialled from abroad.
It is no gate: a short code that its plan lacks ships all the same (KR 109, IN 14416, BR 188).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, phonenumberutil

from scripts.lifeline_words import ABOUT, HOURS, LANGUAGES, NAMED_IN, SCOPES
from unforced.content.lifelines import digest_of
from unforced.lifelines import FILE

CHECKED_ON = "2026-11-22"
ORDINARY = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
HOW = (
    "Public pages were read and compared, at least two independent ones for each line that is shown. Nobody called "
    "these lines. Second sources include the English Wikipedia's list of suicide crisis lines (numbers only)."
)


def researched() -> list[dict[str, Any]]:
    """The list as it was researched."""
    folder = Path(os.environ.get("UNFORCED_DATA", Path(__file__).parents[2] / "shared/data"))
    file = folder / "lifelines.json"
    if not file.exists():
        sys.exit(f"There is no {file}. Set UNFORCED_DATA to the folder that holds it.")
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def record_of(row: dict[str, Any]) -> dict[str, Any]:
    """What ships of one row; what is empty is left out."""
    spoken, stated = _spoken(row)
    record = {
        "id": row["id"],
        "region": row["region"],
        "about": "young" if row["scope"] in ("youth", *NAMED_IN["young"]) else ABOUT[row["kind"]],
        "service": row["service"],
        "language": _language(row),
        "confidence": row["confidence"],
        "sources": row["independent_hosts"],
        "checked_on": CHECKED_ON,
        "first": row["check_first"],
        "dial": row["dial"],
        "press": row["then_press"],
        "also": row["also_dial"],
        "abroad": abroad(row["dial"], row["region"]) if row["dial"] and not row["then_press"] else "",
        "sms": row["sms"],
        "sms_word": row["sms_keyword"] if (row["sms_keyword"] or "").isalpha() else "",
        "whatsapp": row["whatsapp"],
        "chat": row["chat"],
        "hours": HOURS[row["hours"]],
        "spoken": spoken,
        "stated": stated,
        "scope": SCOPES[row["scope"]],
        "page": row["official_url"],
        "newest": (row["newest_dated_source"] or "").partition(" ")[0],
    }
    return {key: value for key, value in record.items() if value or key == "sources"}


def abroad(number: str, region: str) -> str:
    """The international form, where the plan says that the number is an ordinary one and can be dialled from abroad."""
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    ordinary = phonenumberutil.number_type(parsed) in ORDINARY
    if not ordinary or not phonenumberutil.can_be_internationally_dialled(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL))


def in_plan(number: str, region: str) -> bool:
    """Whether the numbering plan knows a number, whole or short. A hint and no more."""
    if number.strip("0123456789 -()"):
        return True  # star and hash codes are in no plan
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number_for_region(parsed, region)) or bool(
        phonenumbers.is_valid_short_number_for_region(parsed, region)
    )


def _spoken(row: dict[str, Any]) -> tuple[str, bool]:
    names = [LANGUAGES[code] for code in row["languages"]] if row["languages_basis"] else []
    words = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return words, row["languages_basis"] == "stated"


def _language(row: dict[str, Any]) -> str:
    """The language of a service's name."""
    if row["id"] in NAMED_IN["english"] or not row["languages"]:
        return "en"
    first = str(row["languages"][0])
    return str(NAMED_IN["other"].get(row["id"], first if first in LANGUAGES and first.isalpha() else "en"))


def text_of(records: list[dict[str, Any]]) -> str:
    """The file: one record a line, so that a finding has a line and a change can be read."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    head = {"checked_on": CHECKED_ON, "how": HOW, "digest": digest_of(lines)}
    return json.dumps(head, ensure_ascii=False)[:-1] + ', "records": [\n' + ",\n".join(lines) + "\n]}\n"


if __name__ == "__main__":
    records = [record_of(row) for row in researched()]
    FILE.write_text(text_of(records), "utf-8")
    regions = {record["region"] for record in records}
    print(f"{len(records)} records of {len(regions)} regions written to {FILE.name}")
