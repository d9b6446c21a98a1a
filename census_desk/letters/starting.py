"""A letter begun from what it is about: a session, a visit, a letter it cites, incoming mail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from census_desk.editing import the_desk
from census_desk.letters.drafting import drafted, letterhead_for
from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import addressee, field_values
from census_desk.letters.incoming_mail import as_answer
from census_desk.letters.letter import Assignee, Letter, LetterKind
from census_desk.letters.own_profiles import profiles_of
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.templates import template_named
from census_desk.people import Employee, Office, PostKind, Signatory, in_office
from census_desk.register import Register
from census_desk.sessions.facilitator import Facilitator, facilitator_names
from census_desk.sessions.session import Session
from census_desk.staff.roster import STAFF_ROLE_NAMES, FieldOfficer
from census_desk.visits.visit import Visit

FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """Ids of the records a new letter is about; an empty one says nothing."""

    session_id: str = ""
    visit_id: str = ""
    refers_to_id: str = ""
    incoming_id: str = ""


def started(
    register: Register,
    template_id: str,
    *,
    on: date,
    letter_id: str,
    about: Starting = Starting(),  # frozen
    layouts: tuple[LayoutProfile, ...] | None = None,
) -> Letter:
    """A draft, not yet saved, from that template, dated that day, about those records.

    Whom it goes to and who is sent follows from the session, the visit or the cited letter where
    the template names nobody. `layouts` are those the date chooses among, None for all there are.
    Raises TemplateNotFound, and CensusDeskError without a Desk.
    """
    letter = drafted(
        template_named(register, template_id),
        letter_id=letter_id,
        on=on,
        desk=the_desk(register),
        signatories=register.signatories.all(),
        letterheads=register.letterheads.all(),
        values=field_values(campaign_facts(register), on=on),
        layouts=profiles_of(register) if layouts is None else layouts,
    )
    letter = replace(letter, refers_to_id=about.refers_to_id)
    if incoming := register.incoming_letters.find(about.incoming_id):
        letter = as_answer(letter, incoming)
    if first := register.letters.find(about.refers_to_id):
        letter = _to_the_same(letter, first)
    if session := register.sessions.find(about.session_id):
        letter = _for_session(register, letter, session, template_id)
    if visit := register.visits.find(about.visit_id):
        letter = _for_visit(register, letter, visit)
    return letter


def _to_the_same(letter: Letter, first: Letter) -> Letter:
    if letter.recipients:
        return letter
    return replace(
        letter,
        recipients=first.recipients,
        recipients_attached=first.recipients_attached,
        office_ids=first.office_ids,
    )


def _for_session(register: Register, letter: Letter, session: Session, template_id: str) -> Letter:
    letter = replace(letter, session_id=session.id)
    offices = _offices_of(register, session)
    if letter.kind is LetterKind.INVITATION and not letter.recipients:
        signatory = register.signatories.find(letter.signatory_id)
        letter = _addressed(letter, offices, signatory, session.groups)
    if letter.kind is LetterKind.ASSIGNMENT:
        names = facilitator_names(session, register.facilitators.all())
        letter = replace(letter, assignees=_assignees(register, names))
    if letter.kind is LetterKind.OFFICIAL and not letter.recipients and not letter.refers_to_id:
        letter = replace(letter, recipients=_owner_of_place(register, session, offices))
    signer = template_named(register, template_id).signer
    if signer is PostKind.DISTRICT_HEAD and not letter.signatory_id:
        letter = _by_the_camat(register, letter, offices)
    return letter


def _offices_of(register: Register, session: Session) -> list[Office]:
    """The offices a session is for; of a session for a kecamatan its camat's office."""
    wanted = set(session.office_ids)
    found = [
        one
        for one in register.offices.all()
        if one.id in wanted or (one.area_code and one.area_code in session.district_codes)
    ]
    return sorted(found, key=lambda one: (one.rank, one.code))


def _owner_of_place(
    register: Register, session: Session, offices: Sequence[Office]
) -> tuple[str, ...]:
    """Who lends the place: its office in the list of venues, else the one office the session is at.

    Of several offices none is guessed.
    """
    venue = register.venues.find(session.venue_id)
    owner = register.offices.find(venue.office_id) if venue else None
    if owner is None and len(offices) == 1:
        owner = offices[0]
    return (addressee(owner),) if owner else ()


def _addressed(
    letter: Letter, offices: Sequence[Office], signer: Signatory | None, groups: Sequence[str]
) -> Letter:
    """To the heads of these offices, but for the one who signs, and to groups outside them."""
    offices = [one for one in offices if signer is None or one.id != signer.office_id]
    return replace(
        letter,
        recipients=(*(addressee(one) for one in offices), *groups),
        recipients_attached=len(offices) > FEW,
        office_ids=tuple(one.id for one in offices),
    )


def _by_the_camat(register: Register, letter: Letter, offices: Sequence[Office]) -> Letter:
    """Of nine camat the one whose kecamatan the session is for; two of them: none is guessed."""
    ids = {one.id for one in offices}
    fitting = [
        one
        for one in register.signatories.all()
        if one.post_kind is PostKind.DISTRICT_HEAD
        and one.office_id in ids
        and in_office(one, letter.dated_on)
    ]
    if len({one.office_id for one in fitting}) != 1:
        return letter
    camat: Signatory = max(fitting, key=lambda one: (one.from_on, one.id))
    kop = letterhead_for(camat, register.letterheads.all())
    return replace(letter, signatory_id=camat.id, letterhead_id=kop.id if kop else "")


def _for_visit(register: Register, letter: Letter, visit: Visit) -> Letter:
    letter = replace(letter, visit_id=visit.id)
    if letter.kind is LetterKind.ASSIGNMENT:
        return replace(letter, assignees=_assignees(register, visit.officers))
    office = register.offices.find(visit.office_id)
    if office is None or letter.recipients or letter.refers_to_id:
        return letter
    return _addressed(letter, [office], None, ())


def _assignees(register: Register, names: Iterable[str]) -> tuple[Assignee, ...]:
    led = {one.name: one for one in register.facilitators.all()}
    employees, officers = register.employees.all(), register.officers.all()
    return tuple(
        _as_assignee(led[name])
        if name in led and led[name].nip
        else _assignee(name, employees, officers)
        for name in names
    )


def _as_assignee(person: Facilitator) -> Assignee:
    rank = f"{person.rank} ({person.grade})" if person.grade else person.rank
    return Assignee(name=person.name, nip=person.nip, rank=rank, position=person.position)


def _assignee(
    name: str, employees: Iterable[Employee], officers: Iterable[FieldOfficer]
) -> Assignee:
    """The person as the register knows him: an ASN with NIP and rank, or by role."""
    for employee in employees:
        if employee.name == name:
            rank = f"{employee.rank} ({employee.grade})" if employee.grade else employee.rank
            return Assignee(name=name, nip=employee.nip, rank=rank, position=employee.position)
    for officer in officers:
        if officer.name == name:
            return Assignee(name=name, position=STAFF_ROLE_NAMES[officer.role])
    return Assignee(name=name)
