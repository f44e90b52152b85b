"""Writes content/emergency.json: the emergency numbers and the English name of each region, from libphonenumber's data,
and which of them a list of emergency numbers names too (scripts/build_lifelines.py says which list).

Run once when the phonenumbers package or the list is updated; the numbers ship inside the package, so nothing is looked
up at run time. Where a region has several, the one people know comes first (999, 000, 111, 911), then 112.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import phonenumbers
from phonenumbers import shortnumberinfo
from phonenumbers.geodata.locale import LOCALE_DATA

from scripts.build_lifelines import researched

OUT = Path(__file__).parent.parent / "src/unforced/content/emergency.json"
NAMED_HERE = {"AC": "Ascension Island", "XK": "Kosovo"}  # without a name in that data
PREFERRED = ("999", "000", "111", "911", "112")
FEW = 5  # four digits: more than so many are a range


def numbers_of(region: str) -> list[str]:
    """What libphonenumber holds to be emergency numbers of this region: two or three digits, four where few."""
    metadata = phonenumbers.PhoneMetadata.short_metadata_for_region(region)
    if metadata is None or metadata.emergency is None or not metadata.emergency.national_number_pattern:
        return []
    found = [n for width in (2, 3) for n in _of(width, region)]
    longer = list(_of(4, region))
    found += longer if len(longer) <= FEW else []
    return sorted(found, key=lambda n: (PREFERRED.index(n) if n in PREFERRED else len(PREFERRED), n))


def _of(width: int, region: str) -> Iterator[str]:
    every = (str(n).zfill(width) for n in range(10**width))
    return (n for n in every if shortnumberinfo.is_emergency_number(n, region))


def build() -> dict[str, list[str]]:
    """Region code to its numbers, only regions that have any."""
    every = {region: numbers_of(region) for region in sorted(phonenumbers.SUPPORTED_SHORT_REGIONS)}
    return {region: numbers for region, numbers in every.items() if numbers}


def agreed(regions: dict[str, list[str]]) -> dict[str, list[str]]:
    """Region code to the numbers that both hold, only regions that the list holds; empty where the two differ."""
    listed = {row["region"]: row["emergency"]["wikipedia_list"] for row in researched()}
    return {region: [n for n in regions[region] if n in listed[region]] for region in sorted(listed)}


def name_of(region: str) -> str:
    """The region's English name; a name that starts with a star points to the language that holds it."""
    names = LOCALE_DATA.get(region, {})
    name = str(names.get("en", NAMED_HERE.get(region, region)))
    return str(names[name[1:]]) if name.startswith("*") else name


if __name__ == "__main__":
    source = f"libphonenumber metadata as packaged in phonenumbers {phonenumbers.__version__}"
    regions = build()
    names = {region: name_of(region) for region in regions}
    content = {"source": source, "regions": regions, "names": names, "agreed": agreed(regions)}
    OUT.write_text(json.dumps(content, indent=0, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(regions)} regions written")
