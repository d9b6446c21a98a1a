"""A sheet's code, typed from the paper or read from a scan, and what the register answers to it.

The paper holds an address, the register the meaning: the contract table of the paper loop.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from census_desk.indonesian import short_date
from census_desk.register import Register
from census_desk.sessions.session import Session
from census_desk.sessions.sheet import ALPHABET, CODE_LENGTH, LAYOUT_VERSION, Sheet, check_letters
from census_desk.sessions.sheet_return import SheetReturn
from census_desk.words import N_, _

PREFIX = "DH"
DAYS_LATE = 7
_QR = re.compile(
    rf"{PREFIX}(\d)([{ALPHABET}]{{{CODE_LENGTH}}})(\d{{4}}|\d{{6}})([{ALPHABET}]{{2}})B?"
)
_SPOKEN = re.compile(rf"([{ALPHABET}]{{{CODE_LENGTH}}})(\d{{2,3}})([{ALPHABET}]{{2}})")
_ALONE = re.compile(rf"[{ALPHABET}]{{{CODE_LENGTH}}}")


class Answer(StrEnum):
    """What a code turned out to be."""

    HERE = "lembar sesi ini"
    AGAIN = "sudah dicatat"
    REPLACED = "dicetak ulang"
    LATE = "terlambat"
    OTHER_SESSION = "sesi lain"
    OTHER_REGISTER = "buku lain"
    NEWER_LAYOUT = "cetakan aplikasi lebih baru"
    MISTYPED = "salah ketik"
    NOT_A_SHEET = "bukan lembar"


ANSWER_NAMES = {
    Answer.HERE: N_("Lembar sesi ini"),
    Answer.AGAIN: N_("Sudah pernah dicatat"),
    Answer.REPLACED: N_("Cetakan lama"),
    Answer.LATE: N_("Lembar terlambat"),
    Answer.OTHER_SESSION: N_("Lembar sesi lain"),
    Answer.OTHER_REGISTER: N_("Lembar dari buku lain"),
    Answer.NEWER_LAYOUT: N_("Cetakan aplikasi yang lebih baru"),
    Answer.MISTYPED: N_("Kode salah ketik"),
    Answer.NOT_A_SHEET: N_("Bukan lembar daftar hadir"),
}
READABLE = (Answer.HERE, Answer.AGAIN, Answer.REPLACED, Answer.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A code in parts; `page` and `pages` are 0 where the text does not say them."""

    code: str
    layout: int = LAYOUT_VERSION
    page: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The answer to one code: a verdict, its sentence, and the records behind it."""

    answer: Answer
    sentence: str
    sheet: Sheet | None = None
    session: Session | None = None
    page: int = 0

    @property
    def is_readable(self) -> bool:
        """Whether its rows may be entered."""
        return self.answer in READABLE


def code_parts(text: str) -> Known | None:
    """The parts of a typed or scanned code; None when it has no such shape or wrong check letters.

    Blanks, hyphens, points and case are forgiven. Eight signs alone pass: whether they exist is
    for the register to say.
    """
    signs = re.sub(r"[\s\-–—.]", "", text).upper()
    if found := _QR.fullmatch(signs):
        digits = len(found[3]) // 2
        body = f"{PREFIX}{found[1]}{found[2]}{found[3]}"
        if check_letters(body) != found[4]:
            return None
        page, pages = int(found[3][:digits]), int(found[3][digits:])
        return Known(code=found[2], layout=int(found[1]), page=page, pages=pages)
    if found := _SPOKEN.fullmatch(signs):
        right = check_letters(f"{found[1]}{int(found[2]):02d}") == found[3]
        return Known(code=found[1], page=int(found[2])) if right else None
    return Known(code=signs) if _ALONE.fullmatch(signs) else None


def is_sheet_like(text: str) -> bool:
    """Whether a text has the shape of a sheet's code, right or mistyped."""
    signs = re.sub(r"[\s\-–—.]", "", text).upper()
    return signs.startswith(PREFIX) or bool(
        re.fullmatch(r"[A-Z0-9]{8}(\d{2,3}[A-Z0-9]{2})?", signs)
    )


def recognise(register: Register, text: str, *, session_id: str = "", on: date) -> Recognised:
    """What the register says about a code while this session is open ("" for none) on that day."""
    known = code_parts(text)
    if known is None:
        return _not_understood(text)
    if known.layout > LAYOUT_VERSION:
        told = _(
            "Lembar ini dicetak dengan aplikasi yang lebih baru; perbarui aplikasi ini dahulu."
        )
        return Recognised(answer=Answer.NEWER_LAYOUT, sentence=told)
    sheet = next((one for one in register.sheets.all() if one.code == known.code), None)
    if sheet is None:
        return _unknown(known, is_whole=bool(known.page))
    session = register.sessions.find(sheet.session_id)
    if known.page > len(sheet.pages) or (known.pages and known.pages != len(sheet.pages)):
        return _mistyped()
    returns = [one for one in register.sheet_returns.all() if one.sheet_id == sheet.id]
    answer, sentence = _of_sheet(register, sheet, session, returns, session_id, on)
    return Recognised(
        answer=answer, sentence=sentence, sheet=sheet, session=session, page=known.page
    )


def pages_missing(sheet: Sheet, pages: Iterable[int]) -> tuple[int, ...]:
    """The pages of a sheet that have not come back."""
    there = set(pages)
    return tuple(page.page for page in sheet.pages if page.page not in there)


def missing_words(sheet: Sheet, pages: Iterable[int]) -> str:
    """`halaman 2 dari 3 belum ada`, "" when all are there."""
    missing = pages_missing(sheet, pages)
    if not missing:
        return ""
    told = _("halaman {pages} dari {all} belum ada")
    return told.format(pages=", ".join(map(str, missing)), all=len(sheet.pages))


def _of_sheet(
    register: Register,
    sheet: Sheet,
    session: Session | None,
    returns: list[SheetReturn],
    session_id: str,
    on: date,
) -> tuple[Answer, str]:
    title = session.title if session else ""
    if session is None or (session_id and sheet.session_id != session_id):
        told = _("Lembar ini milik “{title}” ({day}); buka sesi itu untuk mencatatnya.")
        day = short_date(session.held_on) if session else "-"
        return Answer.OTHER_SESSION, told.format(title=title[:80], day=day)
    if returns:
        last = max(returns, key=lambda one: one.entered_at)
        told = _("Lembar ini sudah dicatat {day} oleh {who}; yang sudah tercatat hanya berubah "
                 "bila nomor barisnya ditulis lagi.")  # fmt: skip
        day = short_date(last.entered_at.date())
        return Answer.AGAIN, told.format(day=day, who=last.entered_by or "-")
    if newer := next((one for one in register.sheets.all() if one.replaces == sheet.code), None):
        told = _("Lembar ini dicetak ulang sebagai {code}; keduanya dibaca, dan yang bertanda "
                 "tangan pada salah satunya dihitung hadir.")  # fmt: skip
        return Answer.REPLACED, told.format(code=f"{newer.code[:4]}-{newer.code[4:]}")
    days = (on - session.held_on).days
    if days > DAYS_LATE:
        told = _("Lembar kembali {days} hari sesudah sesi ini; tetap dicatat, dan yang sudah "
                 "tercatat tidak diubah “tandai semua hadir”.")  # fmt: skip
        return Answer.LATE, told.format(days=days)
    told = _("Lembar {code}: {title}, {pages} halaman.")
    spoken = f"{sheet.code[:4]}-{sheet.code[4:]}"
    return Answer.HERE, told.format(code=spoken, title=title[:80], pages=len(sheet.pages))


def _not_understood(text: str) -> Recognised:
    if is_sheet_like(text):
        return _mistyped()
    told = _("“{text}” bukan kode lembar daftar hadir.")
    shown = " ".join(text.split())[:40]
    return Recognised(answer=Answer.NOT_A_SHEET, sentence=told.format(text=shown))


def _mistyped() -> Recognised:
    told = _(
        "Kode lembar salah ketik; periksa huruf dan angka di bawah QR, seperti 7K3Q-X9MP-01 AB."
    )
    return Recognised(answer=Answer.MISTYPED, sentence=told)


def _unknown(known: Known, *, is_whole: bool) -> Recognised:
    if not is_whole:
        return _mistyped()
    told = _("Lembar {code} dari buku (register) lain; tidak dicatat di sini.")
    spoken = f"{known.code[:4]}-{known.code[4:]}"
    return Recognised(answer=Answer.OTHER_REGISTER, sentence=told.format(code=spoken))
