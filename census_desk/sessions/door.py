"""Who stands at the door: the people of one session, found by a typed name or a scanned code.

A code is opaque: eight signs over ids of the register, so that a lost card tells nothing. An
invitation's code holds for one session, a card's for all of them.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from census_desk.indonesian import clock
from census_desk.sessions.attendance import REACHED, AttendanceState
from census_desk.sessions.recording import Expected
from census_desk.sessions.session import Invitees, Session
from census_desk.sessions.sheet import ALPHABET, CODE_LENGTH, check_letters
from census_desk.words import N_, _

INVITATION, CARD = "UH1", "KH1"
_SCANNED = re.compile(rf"({INVITATION}|{CARD})([{ALPHABET}]{{{CODE_LENGTH}}})([{ALPHABET}]{{2}})")
_SHAPE = re.compile(rf"(?:{INVITATION}|{CARD})[A-Z0-9]{{6,14}}")


class DoorAnswer(StrEnum):
    """What the door says to one person."""

    WELCOME = "tercatat"
    ALREADY = "sudah hadir"
    NOT_INVITED = "bukan undangan sesi ini"
    MISREAD = "kode tidak terbaca"
    SEVERAL = "pilih nama"
    NOBODY = "tidak ada"


DOOR_ANSWER_NAMES = {
    DoorAnswer.WELCOME: N_("Selamat datang"),
    DoorAnswer.ALREADY: N_("Sudah hadir"),
    DoorAnswer.NOT_INVITED: N_("Bukan undangan sesi ini"),
    DoorAnswer.MISREAD: N_("Kode tidak terbaca"),
    DoorAnswer.SEVERAL: N_("Pilih nama"),
    DoorAnswer.NOBODY: N_("Tidak ada dalam daftar"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counters:
    """Diundang, hadir, belum; `guests` are those who came without being on the list.

    `missing` are the invited of whom nothing is noted yet: who is excused is not waited for, and
    of those invited by count a guest is one.
    """

    invited: int
    came: int
    missing: int
    guests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDoor:
    """The answer to what was typed or scanned: who it is, what is said, whom it may be."""

    answer: DoorAnswer
    person: Expected | None = None
    sentence: str = ""
    candidates: tuple[Expected, ...] = ()


def invitation_code(session_id: str, key: str) -> str:
    """What the QR of one person's invitation to one session holds."""
    return _code(INVITATION, f"{session_id} {key}")


def card_code(key: str) -> str:
    """What the QR of a person's card holds, for every session."""
    return _code(CARD, key)


def is_door_code(text: str) -> bool:
    """Whether a text comes from a scanner rather than from a person typing a name."""
    return bool(_SHAPE.fullmatch(_signs(text)))


class Door:
    """The people of one session by name and code; looked up without asking the register."""

    def __init__(self, session: Session | None, people: Iterable[Expected]) -> None:
        self.session = session
        self.session_id = session.id if session else ""
        self._people: dict[str, Expected] = {}
        self._by_code: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        for one in people:
            self.put(one)

    @property
    def people(self) -> tuple[Expected, ...]:
        """Everybody, in the order of the list."""
        return tuple(self._people.values())

    @property
    def counters(self) -> Counters:
        """How many are here."""
        listed = [one for one in self._people.values() if one.is_listed]
        came = [one for one in self._people.values() if one.state in REACHED]
        guests = sum(not one.is_listed for one in came)
        invited = max(len(listed), self._by_count(bool(listed)))
        missing = sum(one.state is None for one in listed)
        missing += max(0, invited - len(listed) - guests)
        return Counters(invited=invited, came=len(came) - guests, missing=missing, guests=guests)

    def _by_count(self, has_list: bool) -> int:
        """How many are invited by count, 0 where the list says who they are."""
        if self.session is None or (has_list and self.session.invitees is Invitees.EMPLOYEES):
            return 0
        return self.session.invited_count

    def put(self, one: Expected) -> None:
        """Take a person in, or what is newly noted of one."""
        self._people[one.id] = one
        self._folded[one.id] = f"{one.name} {one.position} {one.unit} {one.nip}".casefold()
        if one.key:
            self._by_code[invitation_code(self.session_id, one.key)] = one.id
            self._by_code[card_code(one.key)] = one.id

    def drop(self, person_id: str) -> None:
        """Forget a guest whose coming was taken back."""
        self._people.pop(person_id, None)
        self._folded.pop(person_id, None)

    def find(self, typed: str, most: int = 9) -> list[Expected]:
        """Those whose texts hold every typed word, who begin with it first."""
        words = typed.casefold().split()
        if not words:
            return []
        found = [
            one
            for key, one in self._people.items()
            if all(word in self._folded[key] for word in words)
        ]
        start = typed.casefold().strip()
        found.sort(key=lambda one: not one.name.casefold().startswith(start))
        return found[:most]

    def ask(self, typed: str) -> AtDoor:
        """Who a scanned code or a typed name means."""
        if is_door_code(typed):
            return self._scanned(_signs(typed))
        found = self.find(typed)
        exact = [one for one in found if one.name.casefold() == " ".join(typed.casefold().split())]
        if len(found) == 1 or len(exact) == 1:
            return self.known((exact or found)[0])
        if found:
            sentence = _("Ada {count} nama; pilih dengan panah, lalu Enter.")
            return AtDoor(
                answer=DoorAnswer.SEVERAL,
                sentence=sentence.format(count=len(found)),
                candidates=tuple(found),
            )
        sentence = _("“{name}” tidak ada dalam daftar; F3 mencatatnya sebagai tamu.")
        shown = " ".join(typed.split())[:60]
        return AtDoor(answer=DoorAnswer.NOBODY, sentence=sentence.format(name=shown))

    def known(self, person: Expected) -> AtDoor:
        """The answer to a person who was chosen."""
        if person.state is AttendanceState.PRESENT:
            arrived = person.attendance.arrived_at if person.attendance else None
            sentence = (
                _("Sudah hadir pukul {time}.").format(time=clock(arrived))
                if arrived
                else _("Sudah tercatat hadir.")
            )
            return AtDoor(answer=DoorAnswer.ALREADY, person=person, sentence=sentence)
        return AtDoor(answer=DoorAnswer.WELCOME, person=person)

    def _scanned(self, signs: str) -> AtDoor:
        found = _SCANNED.fullmatch(signs)
        if found is None or check_letters(found[1] + found[2]) != found[3]:
            sentence = _("Kode tidak terbaca utuh; pindai sekali lagi atau ketik namanya.")
            return AtDoor(answer=DoorAnswer.MISREAD, sentence=sentence)
        person = self._people.get(self._by_code.get(signs, ""))
        if person is None:
            sentence = _("Kode ini sah, tetapi bukan undangan atau kartu untuk sesi ini.")
            return AtDoor(answer=DoorAnswer.NOT_INVITED, sentence=sentence)
        return self.known(person)


def _code(prefix: str, text: str) -> str:
    value = int.from_bytes(hashlib.sha256(f"{prefix} {text}".encode()).digest(), "big")
    signs = []
    for _sign in range(CODE_LENGTH):
        value, place = divmod(value, len(ALPHABET))
        signs.append(ALPHABET[place])
    body = prefix + "".join(signs)
    return body + check_letters(body)


def _signs(text: str) -> str:
    return re.sub(r"[\s\-–—.]", "", text).upper()
