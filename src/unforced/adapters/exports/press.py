"""The press: a sheet to take along, made into a file in memory."""

from __future__ import annotations

from unforced.adapters.exports import pdf
from unforced.adapters.exports.html import as_html
from unforced.adapters.exports.markdown import as_markdown
from unforced.domain.handover import Format, Handover, Pressed


class FilePress:
    """Makes each kind of file. A PDF needs the extra ``report``; the other two are always there."""

    def formats(self) -> tuple[Format, ...]:
        """What it can make here."""
        return tuple(Format) if pdf.there() else (Format.HTML, Format.MARKDOWN)

    def press(self, sheet: Handover, wanted: Format) -> Pressed:
        """The file. NoPressError."""
        if wanted is Format.PDF:
            return pdf.as_pdf(sheet)
        text = as_html(sheet) if wanted is Format.HTML else as_markdown(sheet)
        return Pressed(text.encode("utf-8", "replace"))
