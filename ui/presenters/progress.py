"""OPD & ASN: the offices, their people and recaps, and all that was done for one of them."""

from collections.abc import Mapping

from census_desk.indonesian import number, short_date
from census_desk.people import Office
from census_desk.progress import latest_recaps
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.columns.offices import share_of, share_text
from ui.fields import FIELDS
from ui.presenters.records import RecordsSpec
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
