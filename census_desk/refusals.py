"""What may not be done with records that keep others in order, said in a sentence."""

from census_desk.errors import CensusDeskError
from census_desk.words import _


class IssuedLetter(CensusDeskError):
    """A letter with a number is voided, never deleted."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _(
                "Surat {number} sudah bernomor, jadi tidak dapat dihapus; "
                "pakai “Batalkan surat…” (census-desk void) dan tulis alasannya."
            ).format(number=number)
        )


class LedgerKept(CensusDeskError):
    """A number once given keeps its row, and a book with numbers its page."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _("{title} tercatat di buku nomor, jadi tidak dihapus; batalkan dengan alasan.").format(
                title=title
            )
        )


class OnlyDesk(CensusDeskError):
    """A register has exactly one Desk: it is changed, never added to or removed."""

    def __init__(self) -> None:
        super().__init__(_("Setiap register punya satu meja kerja; ubah isinya di Pengaturan."))


class OnlyRules(CensusDeskError):
    """A register has at most one set of rules of a kind; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(_("Register ini sudah punya {what}; ubah yang ada.").format(what=what))


class FrozenLetter(CensusDeskError):
    """The paper of this letter was issued: its text is changed by a revision or a Ralat."""

    def __init__(self, number: str) -> None:
        super().__init__(
            _(
                "Naskah surat {number} sudah dibekukan saat terbit. Buat revisi (belum terkirim) "
                "atau Ralat (sudah terkirim); yang masih dapat diubah hanya catatan."
            ).format(number=number or "–")
        )
