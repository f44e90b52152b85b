"""What of PDF/UA-1 (ISO 14289-1) a program can look for in a file, as sentences about what is missing.

It isn't a whole validator: whether the order of reading makes sense, or a heading is one, only a person can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWN = (b"Tj", b"TJ", b"'", b'"', b"Do", b"f", b"f*", b"F", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh", b"EI")
BEGINS, ENDS = (b"BMC", b"BDC"), b"EMC"
ACTIVE = ("/JS", "/JavaScript", "/Launch", "/URI", "/SubmitForm", "/EmbeddedFiles", "/OpenAction", "/AA", "/AcroForm")
STANDARD = {"/Document", "/H1", "/H2", "/L", "/LI", "/LBody", "/Lbl", "/P", "/Div", "/Span", "/NonStruct", "/Sect"}


def missing(file: bytes) -> list[str]:
    """What isn't as PDF/UA-1 asks for; empty where nothing was found."""
    reader = PdfReader(BytesIO(file), strict=True)
    root: Any = reader.trailer["/Root"]
    found = [*_said(reader, root), *_tagged(root)]
    for number, page in enumerate(reader.pages, start=1):
        found += [f"page {number}: {what}" for what in _page(page, reader)]
    found += [f"holds {name}" for name in ACTIVE if name.encode() in _flattened(reader)]
    return found


def text_of(file: bytes) -> str:
    """Every text of it, page after page."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file)).pages)


def structure(file: bytes) -> list[str]:
    """The kinds of its tags, in the order of reading."""
    root: Any = PdfReader(BytesIO(file)).trailer["/Root"]
    return [str(each["/S"]) for each in _elements(root["/StructTreeRoot"])]


def _said(reader: PdfReader, root: Any) -> Iterator[str]:
    xmp = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp):
        yield "doesn't say that it is PDF/UA-1"
    if "<dc:title>" not in xmp:
        yield "has no title in its metadata"
    if not root.get("/Lang"):
        yield "has no language"
    if not _so(root.get("/ViewerPreferences", {}), "/DisplayDocTitle"):
        yield "doesn't show its title"
    if reader.is_encrypted:
        yield "is encrypted"


def _so(held: Any, name: str) -> bool:
    """Whether something is there and says yes; a no is a thing of its own in this format."""
    said = held.get(name)
    return getattr(said, "value", said) is True


def _tagged(root: Any) -> Iterator[str]:
    if not _so(root.get("/MarkInfo", {}), "/Marked"):
        yield "isn't marked as tagged"
    if _so(root.get("/MarkInfo", {}), "/Suspects"):
        yield "is suspect"
    tree = root.get("/StructTreeRoot")
    if tree is None or "/ParentTree" not in tree:
        yield "has no tree of its parts"
        return
    kinds = [str(each["/S"]) for each in _elements(tree)]
    named = tree.get("/RoleMap", {})
    for kind in sorted({kind for kind in kinds if kind not in STANDARD and kind not in named}):
        yield f"holds the unknown tag {kind}"
    levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H[1-6]", kind)]
    if levels[:1] != [1] or any(after > before + 1 for before, after in pairwise(levels)):
        yield "has headings out of order"


def _elements(element: Any) -> Iterator[Any]:
    inner = element.get("/K", [])
    for each in inner if isinstance(inner, list) else [inner]:
        child = each.get_object() if hasattr(each, "get_object") else each
        if isinstance(child, dict) and "/S" in child:
            yield child
            yield from _elements(child)


def _page(page: Any, reader: PdfReader) -> Iterator[str]:
    depth, loose = 0, 0
    for _, operator in ContentStream(page.get_contents(), reader).operations:
        depth += (operator in BEGINS) - (operator == ENDS)
        loose += operator in SHOWN and depth == 0
    if loose:
        yield f"{loose} things are shown outside of any tag"
    if page.get("/Annots"):
        yield "has annotations"
    for font in page["/Resources"].get("/Font", {}).values():
        held = font.get_object()
        if "/ToUnicode" not in held:
            yield "has letters that can't be read out"
        if not any("/FontFile" in key for key in _keys(held)):
            yield "has letters that aren't in the file"


def _keys(font: Any) -> set[str]:
    inner = font.get("/DescendantFonts", [font])
    return {key for each in inner for key in each.get_object().get("/FontDescriptor", {})}


def _flattened(reader: PdfReader) -> bytes:
    """Every dictionary of the file, but not what is in its streams."""
    written: list[str] = []
    for number in range(len(reader.xref_objStm) + max((max(each) for each in reader.xref.values() if each), default=0)):
        held = reader.get_object(number + 1)
        if isinstance(held, dict):
            written += [*map(str, held), *(str(value) for value in held.values() if isinstance(value, str))]
    return " ".join(written).encode("utf-8", "replace")
