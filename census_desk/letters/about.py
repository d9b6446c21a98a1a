"""What one letter is about, as its {fields} say it: session, visit, cited letter, deadline."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from census_desk.indonesian import date_range, full_date, long_date, number, time_range
from census_desk.letters.citing import CITED_AS, cited, cited_whole
from census_desk.letters.grounds import listing
from census_desk.letters.incoming import IncomingLetter
from census_desk.letters.letter import Letter
from census_desk.people import Office
from census_desk.programme import Phase, PhaseKind, phase_in_force
from census_desk.sessions.session import Session
from census_desk.visits.visit import Visit
from census_desk.words import N_

ABOUT_FIELD_NAMES: Mapping[str, str] = {
    "surat.nomor": N_("Nomor surat ini"),
    "surat.tanggal": N_("Tanggal surat ini"),
    "surat.hari_tanggal": N_("Hari dan tanggal surat ini"),
    "tenggat": N_("Batas waktu jawaban"),
    "tenggat.hari_tanggal": N_("Hari dan tanggal batas jawaban"),
    "sesi.acara": N_("Acara sesi"),
    "sesi.tanggal": N_("Tanggal sesi"),
    "sesi.hari_tanggal": N_("Hari dan tanggal sesi"),
    "sesi.waktu": N_("Waktu sesi"),
    "sesi.tempat": N_("Tempat sesi"),
    "sesi.narasumber": N_("Narasumber sesi"),
    "sesi.undangan": N_("Jumlah yang diundang"),
    "sesi.hadir": N_("Jumlah yang hadir"),
    "kunjungan.opd": N_("OPD yang didampingi"),
    "kunjungan.tanggal": N_("Tanggal pendampingan"),
    "kunjungan.hari_tanggal": N_("Hari dan tanggal pendampingan"),
    "kunjungan.waktu": N_("Waktu pendampingan"),
    "kunjungan.tempat": N_("Tempat pendampingan"),
    "kunjungan.petugas": N_("Petugas pendampingan"),
    "kunjungan.maksud": N_("Maksud pendampingan"),
    "rujukan": N_("Surat yang dirujuk: jenis, nomor, dan tanggal"),
    "rujukan.lengkap": N_("Surat yang dirujuk, dengan hal atau tentangnya"),
    "rujukan.jenis": N_("Jenis surat yang dirujuk"),
    "rujukan.nomor": N_("Nomor surat yang dirujuk"),
    "rujukan.tanggal": N_("Tanggal surat yang dirujuk"),
    "rujukan.hal": N_("Hal surat yang dirujuk"),
    "masuk.pengirim": N_("Pengirim surat masuk"),
    "masuk.nomor": N_("Nomor surat masuk"),
    "masuk.tanggal": N_("Tanggal surat masuk"),
    "masuk.hal": N_("Hal surat masuk"),
    "semula.daring_masa": N_("Masa sensus daring menurut jadwal lama"),
    "semula.daring_mulai": N_("Mulai sensus daring menurut jadwal lama"),
    "semula.daring_selesai": N_("Selesai sensus daring menurut jadwal lama"),
    "semula.wawancara_masa": N_("Masa pendataan lapangan menurut jadwal lama"),
    "semula.wawancara_mulai": N_("Mulai pendataan lapangan menurut jadwal lama"),
    "semula.wawancara_selesai": N_("Selesai pendataan lapangan menurut jadwal lama"),
}
# What a field's first word needs the letter to name, by the field of Letter that names it.
NEEDED = {
    "sesi": "session_id",
    "kunjungan": "visit_id",
    "rujukan": "refers_to_id",
    "masuk": "incoming_id",
    "tenggat": "reply_due_on",
}
PHASES = (("daring", PhaseKind.ONLINE), ("wawancara", PhaseKind.FIELD))


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The records one letter names; `visited` is the office of its visit.

    `speakers` are the names of those who lead the session.
    """

    session: Session | None = None
    speakers: tuple[str, ...] = ()
    visit: Visit | None = None
    visited: Office | None = None
    first: Letter | None = None
    incoming: IncomingLetter | None = None
    due_on: date | None = None


def about_values(
    about: About, *, on: date, letter_number: str = "", phases: tuple[Phase, ...] = ()
) -> dict[str, str]:
    """Each field's text for a letter of that day; what the letter does not name is empty."""
    return {
        "surat.nomor": letter_number,
        "surat.tanggal": long_date(on),
        "surat.hari_tanggal": full_date(on),
        "tenggat": long_date(about.due_on) if about.due_on else "",
        "tenggat.hari_tanggal": full_date(about.due_on) if about.due_on else "",
        **(_of_session(about.session, about.speakers) if about.session else {}),
        **(_of_visit(about.visit, about.visited) if about.visit else {}),
        **(_of_first(about.first) if about.first else {}),
        **(_of_incoming(about.incoming) if about.incoming else {}),
        **_of_old_schedule(about.first, phases, on),
    }


def _of_session(session: Session, speakers: tuple[str, ...]) -> dict[str, str]:
    attended = session.attended_count
    return {
        "sesi.acara": session.title,
        "sesi.tanggal": long_date(session.held_on),
        "sesi.hari_tanggal": full_date(session.held_on),
        "sesi.waktu": time_range(session.starts_at, session.ends_at),
        "sesi.tempat": session.venue,
        "sesi.narasumber": listing(speakers or session.facilitators),
        "sesi.undangan": number(session.invited_count) if session.invited_count else "",
        "sesi.hadir": "" if attended is None else number(attended),
    }


def _of_visit(visit: Visit, office: Office | None) -> dict[str, str]:
    name = office.name if office else ""
    return {
        "kunjungan.opd": name,
        "kunjungan.tanggal": long_date(visit.held_on),
        "kunjungan.hari_tanggal": full_date(visit.held_on),
        "kunjungan.waktu": time_range(visit.starts_at, visit.ends_at) if visit.starts_at else "",
        "kunjungan.tempat": visit.venue or name,
        "kunjungan.petugas": listing(visit.officers),
        "kunjungan.maksud": visit.purpose,
    }


def _of_first(first: Letter) -> dict[str, str]:
    return {
        "rujukan": cited(first),
        "rujukan.lengkap": cited_whole(first),
        "rujukan.jenis": CITED_AS[first.kind],
        "rujukan.nomor": first.number,
        "rujukan.tanggal": long_date(first.dated_on),
        "rujukan.hal": first.subject,
    }


def _of_incoming(incoming: IncomingLetter) -> dict[str, str]:
    return {
        "masuk.pengirim": incoming.sender,
        "masuk.nomor": incoming.number,
        "masuk.tanggal": long_date(incoming.dated_on),
        "masuk.hal": incoming.subject,
    }


def _of_old_schedule(first: Letter | None, phases: tuple[Phase, ...], on: date) -> dict[str, str]:
    """The dates the cited letter said; without one, those in force before the present ones."""
    values = {}
    for prefix, kind in PHASES:
        if old := _old_phase(first, phases, kind, on):
            values[f"semula.{prefix}_masa"] = date_range(old.starts_on, old.ends_on)
            values[f"semula.{prefix}_mulai"] = long_date(old.starts_on)
            values[f"semula.{prefix}_selesai"] = long_date(old.ends_on)
    return values


def _old_phase(
    first: Letter | None, phases: tuple[Phase, ...], kind: PhaseKind, on: date
) -> Phase | None:
    if first is not None:
        return phase_in_force(phases, kind, first.dated_on)
    now = phase_in_force(phases, kind, on)
    return phase_in_force([one for one in phases if one != now], kind, on)
