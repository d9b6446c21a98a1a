"""The forms of the planner's window: steps of its wizard, teams, a move, planning anew."""

from census_desk.sessions.planner.replanning import STRENGTH_NAMES, Strength
from census_desk.words import N_
from ui.fields.plans import PLANNING_GROUP, PLANNING_RULES
from ui.forms import Field

HALVES = {"AM": N_("pagi"), "PM": N_("siang")}
HALF_OR_DAY = {"": N_("Seharian"), "AM": N_("Pagi saja"), "PM": N_("Siang saja")}


def _some(fields: tuple[Field, ...], *names: str) -> tuple[Field, ...]:
    by_name = {field.name: field for field in fields}
    return tuple(by_name[name] for name in names)


TIME = _some(
    PLANNING_RULES,
    *("first_on", "last_on", "morning_from", "morning_until", "afternoon_from", "afternoon_until"),
    *("friday_afternoons", "closed", "weekly"),
)
WHO = _some(
    PLANNING_RULES,
    *("reaches_offices", "reaches_districts", "reaches_villages"),
    *("cluster_size", "people_per_village"),
)
SEARCHING = (
    Field(
        name="seconds",
        label=N_("Lama mencari (detik)"),
        kind="count",
        group=N_("Pencarian"),
        default="10",
    ),
    Field(
        name="tries",
        label=N_("Berhenti setelah percobaan ke"),
        kind="count",
        hint=N_("Kosong: menurut detik. Diisi: hasilnya sama di komputer mana pun."),
        optional=True,
    ),
)
BALANCE = (
    *_some(PLANNING_RULES, "people_per_hour", "home", "gap_minutes", "notice_days"),
    *SEARCHING,
)
ROOM = _some(PLANNING_RULES, "room")
GROUP = tuple(field for field in PLANNING_GROUP if field.name != "key")
PLACE = _some(PLANNING_GROUP, "venue_id", "room", "sessions")
FORM_TEAMS = (
    Field(name="count", label=N_("Jumlah tim"), kind="number", default="4"),
    Field(
        name="members",
        label=N_("Anggota tiap tim (orang)"),
        kind="number",
        default="2",
        hint=N_("Bila fasilitator yang belum bertim tidak cukup."),
    ),
    Field(name="min_present", label=N_("Paling sedikit hadir (orang)"), kind="number", default="1"),
)
PUT = (
    Field(name="on", label=N_("Tanggal baru"), kind="date"),
    Field(name="slot", label=N_("Bagian hari"), kind="choice", names=HALVES),
    Field(name="team_id", label=N_("Tim"), kind="choice", collection="planning_teams"),
    Field(
        name="reason",
        label=N_("Alasan pindah"),
        kind="note",
        rows=2,
        hint=N_("Wajib bila undangan sudah keluar; tercatat di riwayat pindah."),
        optional=True,
    ),
)
FORBID = (
    Field(name="slot", label=N_("Bagian hari"), kind="choice", names=HALF_OR_DAY, optional=True),
)
AGAIN = (
    Field(
        name="strength",
        label=N_("Yang boleh berubah"),
        kind="choice",
        enum=Strength,
        names=STRENGTH_NAMES,
        default=Strength.USUAL.value,
        hint=N_(
            "Hanya yang terkena: yang lain tetap. Sedikit mungkin: pindah bila jelas lebih baik. "
            "Bebas: susun ulang semuanya kecuali yang terkunci."
        ),
    ),
    Field(name="reason", label=N_("Mengapa direncanakan ulang"), kind="note", rows=2),
    *SEARCHING,
)
