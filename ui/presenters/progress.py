"""OPD & ASN: the offices, their people and recaps, and all that was done for one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import number, short_date
from census_desk.people import Office
from census_desk.progress import latest_recaps
from census_desk.sessions.session import SESSION_STATUS_NAMES
from census_desk.visits.visit import VISIT_STATUS_NAMES
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.columns.offices import share_of, share_text
from ui.fields import FIELDS
from ui.presenters.records import RecordsSpec
from ui.tables import Column
from ui.workplace import Workplace

SPEC = RecordsSpec(
    collection="offices",
    title=N_("OPD & ASN"),
    columns=COLUMNS["offices"],
    fields=FIELDS["offices"],
    empty_text=N_("Belum ada OPD. Tambahkan OPD yang akan menerima edaran."),
    empty_action=N_("OPD baru"),
    new_text=N_("OPD baru"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One thing done for an office: a letter, a session or a visit."""

    id: str
    collection: str
    on: date | None
    what: str
    state: str


CONTACTS = (
    Column(
        name="on",
        label=N_("Tanggal"),
        text=lambda one, lookup: short_date(one.on) if one.on else "",
        sort_key=lambda one, lookup: one.on,
        ems=9,
    ),
    Column(name="what", label=N_("Apa"), text=lambda one, lookup: one.what, ems=24),
    Column(name="state", label=N_("Keadaan"), text=lambda one, lookup: one.state, ems=14),
)
PAGE_OF = {
    "letters": "letters",
    "incoming_letters": "letters",
    "sessions": "sessions",
    "visits": "visits",
}


def contacts_of(workplace: Workplace, office: Office) -> list[Contact]:
    """Letters received, sessions and visits of one office, the newest first."""
    found = [
        *_letters(workplace, office),
        *_sessions(workplace, office),
        *_visits(workplace, office),
    ]
    return sorted(found, key=lambda one: (one.on or date.min, one.id), reverse=True)


def _letters(workplace: Workplace, office: Office) -> list[Contact]:
    contacts = []
    for delivery in workplace.lookup.having("deliveries", "office_id", office.id):
        letter = workplace.register.letters.find(delivery.letter_id)
        if letter is not None:
            received = delivery.received_on
            state = _("Diterima {day}").format(day=short_date(received)) if received else ""
            contacts.append(
                Contact(
                    id=letter.id,
                    collection="letters",
                    on=delivery.sent_on,
                    what=_("Surat {title}").format(title=letter.number or letter.subject),
                    state=state or _("Terkirim"),
                )
            )
    return contacts


def _sessions(workplace: Workplace, office: Office) -> list[Contact]:
    return [
        Contact(
            id=session.id,
            collection="sessions",
            on=session.held_on,
            what=_("Sesi {title}").format(title=session.title),
            state=_(SESSION_STATUS_NAMES[session.status]),
        )
        for session in workplace.register.sessions.all()
        if office.id in session.office_ids
        or (office.area_code and office.area_code in session.district_codes)
        or (office.area_code and office.area_code in session.village_codes)
    ]


def _visits(workplace: Workplace, office: Office) -> list[Contact]:
    return [
        Contact(
            id=visit.id,
            collection="visits",
            on=visit.held_on,
            what=_("Kunjungan: {purpose}").format(purpose=visit.purpose),
            state=_(VISIT_STATUS_NAMES[visit.status]),
        )
        for visit in workplace.lookup.having("visits", "office_id", office.id)
    ]


def office_facts(workplace: Workplace, office: Office) -> str:
    """`218 ASN (ilustratif) · selesai 31 (14,2 %) per 21/02/2020`."""
    recaps = workplace.lookup.having("recaps", "office_id", office.id)
    recap = latest_recaps(recaps, workplace.working_day()).get(office.id)
    parts = [_("{count} ASN").format(count=number(office.asn_count))]
    if recap is None:
        parts.append(_("belum ada rekap"))
    else:
        parts.append(
            _("selesai {done} ({share}) per {day}").format(
                done=number(recap.done_count),
                share=share_text(share_of(recap, office)) or "–",
                day=short_date(recap.counted_on),
            )
        )
    return " · ".join(parts)


def totals_line(workplace: Workplace) -> str:
    """The grey line under the title: offices, ASN, and whether their split is only an example."""
    offices = workplace.register.offices.all()
    facts = _("{offices} OPD · {asn} ASN").format(
        offices=number(len(offices)), asn=number(sum(one.asn_count for one in offices))
    )
    if any(one.asn_note for one in offices):
        facts += " · " + _("jumlah ASN per OPD ilustratif")
    return facts


def recap_spec(office_id: str) -> RecordsSpec:
    """The recaps of one office."""
    return RecordsSpec(
        collection="recaps",
        title=N_("Rekap"),
        columns=COLUMNS["recaps"],
        fields=tuple(field for field in FIELDS["recaps"] if field.name != "office_id"),
        empty_text=N_("Belum ada rekap dari OPD ini."),
        empty_action=N_("Rekap baru"),
        new_text=N_("Rekap baru"),
        order="-counted_on",
        key="recaps_of_office",
        defaults=lambda workplace: _recap_texts(workplace, office_id),
        fixed=lambda workplace: {"office_id": office_id},
        records=lambda workplace: workplace.lookup.having("recaps", "office_id", office_id),
    )


def _recap_texts(workplace: Workplace, office_id: str) -> Mapping[str, str]:
    office = workplace.register.offices.find(office_id)
    return {
        "counted_on": short_date(workplace.working_day()),
        "asn_count": number(office.asn_count) if office else "",
    }


def employee_spec(office_id: str) -> RecordsSpec:
    """The ASN of one office."""
    return RecordsSpec(
        collection="employees",
        title=N_("ASN"),
        columns=COLUMNS["employees"],
        fields=tuple(field for field in FIELDS["employees"] if field.name != "office_id"),
        empty_text=N_("Nama ASN OPD ini belum ada. Tambahkan agar tercetak di daftar hadir."),
        empty_action=N_("ASN baru"),
        new_text=N_("ASN baru"),
        order="name",
        key="employees_of_office",
        fixed=lambda workplace: {"office_id": office_id},
        records=lambda workplace: workplace.lookup.having("employees", "office_id", office_id),
    )
