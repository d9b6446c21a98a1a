"""Letters on paper: one for all, or one copy an office."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from census_desk.letters.facts import campaign_facts
from census_desk.letters.fields import (
    OFFICE_FIELDS,
    CampaignFacts,
    addressee,
    field_values,
    filled,
    used_fields,
)
from census_desk.letters.letter import Letter
from census_desk.letters.profile import profile_named
from census_desk.people import Office, OfficeKind
from census_desk.words import _
from ui.papers.facts import FactMissing, Job, Progress, emblem_of, letterhead_of, signatory_of
from ui.papers.files import Paper, safe_name, shortened

if TYPE_CHECKING:
    from census_desk.register import Register
    from reports.letters.content import Copy, LetterContent


def letter_pdf(register: "Register", letter_id: str) -> Paper:
    """A saved letter addressed to all; FactMissing names what it lacks."""
    return letter_job(register, register.letters.get(letter_id))()


def letter_job(register: "Register", letter: Letter) -> Job:
    """A letter, saved or not, addressed to all."""
    content = _circular(register, letter, campaign_facts(register))

    def job() -> Paper:
        from reports.letters.circular import circular

        return Paper(name=_letter_name(letter), pdf=circular(content))

    return job


def preview_pdf(register: "Register", letter: Letter) -> bytes:
    """An unsaved letter as it would print."""
    return letter_job(register, letter)().pdf


def letter_copies_pdf(register: "Register", letter_id: str) -> Paper:
    """One copy for every office of the letter, in one file."""
    return letter_copies_job(register, register.letters.get(letter_id))(_Silent())


def letter_copies_job(register: "Register", letter: Letter) -> Callable[[Progress], Paper]:
    """One copy an office in one file; each with its own addressee and its own office's fields."""
    from reports.letters.circular import circular_copies

    facts = campaign_facts(register)
    copies = _copies(register, letter, facts)
    content = _circular(register, letter, facts, recipients=copies[0].recipients)

    def job(progress: Progress) -> Paper:
        progress.step(0, len(copies), _("Menyusun {count} lembar").format(count=len(copies)))
        pdf = circular_copies(content, copies)
        progress.step(len(copies), len(copies))
        return Paper(name=safe_name(_letter_name(letter)[:-4], "per OPD"), pdf=pdf)

    return job


def _circular(
    register: "Register",
    letter: Letter,
    facts: CampaignFacts,
    recipients: tuple[str, ...] = (),
) -> "CircularContent":
    from reports.letters.circular import CircularContent

    title = letter.number or letter.subject
    values = field_values(facts, on=letter.dated_on, letter_number=letter.number)
    kop = letterhead_of(register, letter.letterhead_id, title)
    lines = recipients or tuple(line for line in letter.recipients if line.strip())
    if not letter.body.strip():
        raise FactMissing(_("Isi"), title)
    if not lines:
        raise FactMissing(_("Alamat tujuan (Yth.)"), title)
    return CircularContent(
        profile=profile_named(letter.profile, letter.dated_on),
        letterhead=kop,
        emblem=emblem_of(register, kop),
        number=letter.number,
        subject=filled(letter.subject, values)[0],
        dated_on=letter.dated_on,
        place=letter.place,
        recipients=lines,
        recipients_at=letter.recipients_at,
        body=filled(letter.body, values)[0],
        signatory=signatory_of(register, letter.signatory_id, title),
        on_behalf_of=letter.on_behalf_of,
        copy_to=letter.copy_to,
    )


def _copies(register: "Register", letter: Letter, facts: CampaignFacts) -> "list[Copy]":
    from reports.letters.circular import Copy

    offices = _addressed(register, letter)
    if not offices:
        raise FactMissing(_("OPD penerima"), letter.number or letter.subject)
    own = any(name in OFFICE_FIELDS for name in used_fields(letter.body))
    copies = []
    for office in offices:
        values = field_values(facts, on=letter.dated_on, letter_number=letter.number, office=office)
        body = filled(letter.body, values)[0] if own else ""
        copies.append(
            Copy(recipients=(addressee(office),), recipients_at=letter.recipients_at, body=body)
        )
    return copies


def _addressed(register: "Register", letter: Letter) -> list[Office]:
    """The letter's offices, or every OPD (BPS is an instansi vertikal), in rank order."""
    chosen = set(letter.office_ids)
    offices = [
        office
        for office in register.offices.all()
        if (office.id in chosen if chosen else office.kind is not OfficeKind.VERTICAL)
    ]
    return sorted(offices, key=lambda office: (office.rank, office.code))


def _letter_name(letter: Letter) -> str:
    number = letter.number or _("draf")
    return safe_name("Surat Edaran", number, shortened(letter.subject))


class _Silent:
    def step(self, done: int, total: int, text: str = "") -> bool:
        return True
