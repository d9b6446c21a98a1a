"""Writing many short texts on one page: each different one is coded once for the whole sheet.

The canvas's own textOut measures every text to know where the next begins, and codes it letter by
letter anew; here each text has a place of its own, and numbers and posts come again and again.
"""

from reportlab.pdfgen.canvas import Canvas

UNSAID, FIRST = -1, 0  # subsets of a font: none chosen yet, and the one most signs are in
FONT_SAID = " TL "  # what the canvas ends a change of type with


class Words:
    """One text object of a page; `coded` is kept from page to page of one document."""

    def __init__(self, canvas: Canvas, coded: dict[str, str]) -> None:
        self.text = canvas.beginText()
        self._coded = coded
        self._inside = vars(self.text)  # ReportLab's stubs leave out what begins with "_"
        self._format = getattr(self.text, "_formatText")  # noqa: B009
        self._code: list[str] = self._inside["_code"]
        self._used = ("", 0.0)
        self._font = ""

    def use(self, face: str, size: float) -> None:
        """Write in this type from now on."""
        if self._used != (face, size):
            self._used = (face, size)
            self._font = f"\0{face} {size}"  # no text begins so
            self.text.setFont(face, size)  # says nothing yet: the first text does

    def write(self, x: float, y: float, text: str) -> None:
        """Write a text whose baseline begins there (points)."""
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        inside, coded = self._inside, self._coded
        known, font = coded.get(text), coded.get(self._font)
        if known is None or font is None:
            self._code.append(self._newly_coded(text))
            return
        if inside["_curSubset"] != FIRST:
            inside["_curSubset"] = FIRST
            self._code.append(font)
        self._code.append(known)

    def _newly_coded(self, text: str) -> str:
        """The text as the canvas codes it; kept when all its signs are in the first subset."""
        before = self._inside["_curSubset"]
        made: str = self._format(text)
        font, sign, words = made.partition(FONT_SAID) if before == UNSAID else ("", "", made)
        if self._inside["_curSubset"] == FIRST and " Tf " not in words and before <= FIRST:
            self._coded[text] = words
            if sign:
                self._coded[self._font] = font + FONT_SAID.rstrip()
        return made
