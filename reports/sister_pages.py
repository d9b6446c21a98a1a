"""Pages that differ in their own drawing only: a thousand copies are written from one frame.

ReportLab words every page object and every stream anew, name by name; that was half of the work of
a thousand copies.
"""

import zlib
from collections.abc import Hashable

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFPage

Frames = dict[Hashable, tuple[bytes, bytes]]


class SisterPage(PDFPage):
    """A page written as the first of its kin is, but for its own stream.

    `frames` is shared by the pages of one file, `kin` names those that have all else in common.
    """

    frames: Frames
    kin: Hashable

    def format(self, document: PDFDocument) -> bytes:
        """The page object."""
        own = PageStream(vars(self)["stream"])
        self.Contents = own
        if self.kin not in self.frames:
            whole = bytes(super().format(document))
            before, contents, after = whole.partition(b"/Contents ")
            _own, end, after = after.partition(b" R")
            self.frames[self.kin] = (before + contents, end + after)
            return whole
        before, after = self.frames[self.kin]
        reference = document.Reference(own).format(document)  # type: ignore[no-untyped-call]
        return before + bytes(reference).removesuffix(b" R") + after


class PageStream(PDFObject):
    """A compressed stream of drawing."""

    __RefOnly__ = 1

    def __init__(self, code: str) -> None:
        self._code = code

    def format(self, _document: PDFDocument) -> bytes:
        """The stream with its dictionary."""
        data = zlib.compress(self._code.encode("utf-8"))
        head = b"<<\n/Filter /FlateDecode /Length %d\n>>\nstream\n" % len(data)
        return head + data + b"\nendstream\n"
