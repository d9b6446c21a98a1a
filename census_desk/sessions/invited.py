"""Who stands on a session's attendance sheet, in the order an office lists people."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from census_desk.letters.fields import addressee
from census_desk.nip import sex_digit
from census_desk.people import Employee, Office, PostKind, Sex, Signatory, in_office
from census_desk.places import DISTRICT_CODE_LENGTH, District, Village, VillageKind
from census_desk.sessions.session import Invitees, Session, SessionKind

# To these come the heads (or whom they send), not the staff.
OF_HEADS = (SessionKind.COORDINATION, SessionKind.KICKOFF)
HEADS = (PostKind.OFFICE_HEAD, PostKind.DISTRICT_HEAD, PostKind.SECRETARY, PostKind.BPS_HEAD)
LEVELS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """One row of a list: a person, or a post whose holder writes the name by hand."""

    employee_id: str = ""
    name: str = ""
    nip: str = ""
    position: str = ""
    unit: str = ""
    office_id: str = ""
    sex: Sex = Sex.UNKNOWN
    group: str = ""

    @property
    def key(self) -> str:
        """Who this is at every session alike: the ASN's id, else the post in words."""
        return self.employee_id or f"{self.position} {self.unit}".strip() or self.name

    @property
    def called(self) -> str:
        """The name, or the post whose holder is not known by name."""
        return self.name or self.position or self.unit


def invited_people(
    session: Session,
    *,
    offices: Iterable[Office],
    employees: Iterable[Employee],
    signatories: Iterable[Signatory],
    district: Callable[[str], District],
    villages: Callable[[str], Sequence[Village]],
) -> list[Invited]:
    """The rows of the list: heads at a coordination meeting, staff at an office's session.

    A kick-off with a time for the staff has the heads first, then the staff; an invitation by
    count only names nobody. Districts bring their village heads as posts. Groups outside the
    register have one row each at a meeting of heads; elsewhere they only say whom the session is
    for.
    """
    by_id = {office.id: office for office in offices}
    chosen = [by_id[one] for one in session.office_ids if one in by_id]
    if session.kind in OF_HEADS:
        people = [_head(office, session, signatories) for office in chosen]
        people += [Invited(unit=group) for group in session.groups]
    else:
        people = []
    if session.invitees is Invitees.EMPLOYEES and _brings_staff(session):
        people += _staff(chosen, employees)
    return people + _village_heads(session, district, villages)


def _brings_staff(session: Session) -> bool:
    return session.kind not in OF_HEADS or session.staff_from is not None


def sex_of(nip: str, noted: Sex = Sex.UNKNOWN) -> Sex:
    """L or P as noted, else as the NIP says it (its fifteenth digit, Perka BKN 22/2007)."""
    return noted or {"1": Sex.MALE, "2": Sex.FEMALE}.get(sex_digit(nip), Sex.UNKNOWN)


def grade_order(grade: str) -> tuple[int, int]:
    """Golongan for sorting, highest first: IV/e before IV/a before III/d; others last."""
    match = re.fullmatch(r"\s*(IV|III|II|I)\s*/\s*([a-e])\s*", grade)
    if not match:
        return (0, 0)
    return (-LEVELS[match[1]], -ord(match[2]))


def _head(office: Office, session: Session, signatories: Iterable[Signatory]) -> Invited:
    holders = [
        one
        for one in signatories
        if one.office_id == office.id and one.post_kind in HEADS and in_office(one, session.held_on)
    ]
    holder = max(holders, key=lambda one: (one.from_on, one.id), default=None)
    return Invited(
        name=holder.name if holder else "",
        nip=holder.nip if holder else "",
        position=addressee(office),
        office_id=office.id,
        sex=sex_of(holder.nip) if holder else Sex.UNKNOWN,
    )


def _staff(offices: Sequence[Office], employees: Iterable[Employee]) -> list[Invited]:
    place = {office.id: index for index, office in enumerate(offices)}
    several = len(offices) > 1
    mine = [one for one in employees if one.office_id in place]
    mine.sort(key=lambda one: (place[one.office_id], grade_order(one.grade), one.name))
    return [
        Invited(
            employee_id=one.id,
            name=one.name,
            nip=one.nip,
            position=one.position,
            unit=offices[place[one.office_id]].short_name if several else one.unit,
            office_id=one.office_id,
            sex=sex_of(one.nip, one.sex),
            group=offices[place[one.office_id]].name if several else "",
        )
        for one in mine
    ]


def _village_heads(
    session: Session,
    district: Callable[[str], District],
    villages: Callable[[str], Sequence[Village]],
) -> list[Invited]:
    people = []
    of_villages = [code[:DISTRICT_CODE_LENGTH] for code in session.village_codes]
    codes = list(dict.fromkeys([*session.district_codes, *of_villages]))
    for code in codes:
        name = district(code).name
        group = f"Kecamatan {name}" if len(codes) > 1 else ""
        if code in session.district_codes:
            people.append(Invited(position=f"Camat {name}", group=group))
        for village in villages(code):
            if not session.village_codes or village.code in session.village_codes:
                head = "Lurah" if village.kind is VillageKind.KELURAHAN else "Kepala Desa"
                people.append(
                    Invited(
                        position=f"{head} {village.name}", unit=f"Kecamatan {name}", group=group
                    )
                )
    return people
