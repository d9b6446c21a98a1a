"""The field staff as a plain list by role and kecamatan."""

from collections import Counter
from collections.abc import Sequence

from census_desk.indonesian import number
from census_desk.staff.roster import STAFF_ROLE_NAMES, FieldOfficer
from census_desk.words import N_, _
from ui.columns import COLUMNS
from ui.fields import FIELDS
from ui.presenters.records import RecordsSpec

SPEC = RecordsSpec(
    collection="officers",
    title=N_("Petugas"),
    columns=COLUMNS["officers"],
    fields=FIELDS["officers"],
    empty_text=N_("Belum ada petugas. Tambahkan pencacah, koordinator tim, atau petugas BPS."),
    empty_action=N_("Petugas baru"),
    new_text=N_("Petugas baru"),
    order="role",
)


def facts_line(officers: Sequence[FieldOfficer]) -> str:
    """How many of each role, for the grey line under the title."""
    counts = Counter(officer.role for officer in officers)
    parts = [_("{count} orang").format(count=number(len(officers)))]
    parts += [
        f"{number(counts[role])} {_(name)}"
        for role, name in STAFF_ROLE_NAMES.items()
        if counts[role]
    ]
    return " · ".join(parts)
