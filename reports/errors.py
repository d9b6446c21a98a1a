"""What can keep a paper from being printed, each as one Indonesian sentence naming the field."""

import unicodedata
from pathlib import Path

from census_desk.errors import CensusDeskError
from census_desk.words import _


class DoesNotFit(CensusDeskError):
    """A text is too large for its place; nothing is ever cut silently."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(
            _(
                "{field} terlalu panjang untuk tempatnya di kertas; perpendek, lalu coba lagi."
            ).format(field=field)
        )


class MissingGlyph(CensusDeskError):
    """A text holds a sign that the paper's font cannot print (it would become a black box)."""

    def __init__(self, field: str, char: str) -> None:
        self.field, self.char = field, char
        shown = char if char.isprintable() else unicodedata.name(char, "")
        super().__init__(
            _("{field} memuat tanda yang tidak dapat dicetak: {char} (U+{code}); hapus tanda itu.")
            .format(field=field, char=shown, code=f"{ord(char):04X}")
            .replace("  ", " ")
        )


class AnchorTaken(CensusDeskError):
    """A text holds the sign a signing service looks for; it would sign in the wrong place."""

    def __init__(self, field: str, anchor: str) -> None:
        self.field = field
        super().__init__(
            _(
                "{field} memuat tanda {anchor}, yang pada surat TTE menandai tempat tanda tangan; "
                "hapus tanda itu."
            ).format(field=field, anchor=anchor)
        )


class UnknownFont(CensusDeskError):
    """A profile names a font that did not come with the desk."""

    def __init__(self, family: str) -> None:
        super().__init__(
            _("Huruf “{family}” tidak tersedia; pilih huruf lain pada profil tata letak.").format(
                family=family
            )
        )


class BrokenFont(CensusDeskError):
    """A font file cannot be embedded in a paper."""

    def __init__(self) -> None:
        super().__init__(_("berkas tidak dapat ditanam dalam naskah; pilih berkas huruf lain."))


class BadPicture(CensusDeskError):
    """An emblem is no PNG or JPEG picture, or too large to be one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Gambar {name} tidak dapat dipakai; gunakan berkas PNG atau JPEG biasa.").format(
                name=name
            )
        )


class CannotWrite(CensusDeskError):
    """A paper could not be put in its place; an older file there is unharmed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("{name} tidak dapat disimpan: {reason} Berkas lama tidak berubah.").format(
                name=path.name, reason=reason
            )
        )
