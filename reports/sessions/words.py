"""Writing many short texts on one page: each different one is coded once for the whole sheet.

The canvas's own textOut measures every text to know where the next begins, and codes it letter by
letter anew; here each text has a place of its own, and numbers and posts come again and again.
"""

from reportlab.pdfgen.canvas import Canvas


class Words:
    """One text object of a page; `coded` is kept from page to page."""

    def __init__(self, canvas: Canvas, coded: dict[str, str]) -> None:
        self.text = canvas.beginText()
        self._coded = coded
        self._inside = vars(self.text)  # ReportLab's stubs leave out what begins with "_"
        self._format = getattr(self.text, "_formatText")  # noqa: B009
        self._code: list[str] = self._inside["_code"]
        self._used = ("", 0.0)

    def use(self, face: str, size: float) -> None:
        """Write in this type from now on."""
        if self._used != (face, size):
            self._used = (face, size)
            self.text.setFont(face, size)

    def write(self, x: float, y: float, text: str) -> None:
        """Write a text whose baseline begins there (points)."""
        code = self._code
        code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        known = self._coded.get(text)
        if known is None:
            plain = self._inside["_curSubset"] == 0
            known = self._format(text)
            if plain and self._inside["_curSubset"] == 0 and " Tf " not in known:
                self._coded[text] = known
        elif self._inside["_curSubset"] != 0:
            known = self._format(text)
        code.append(known)
