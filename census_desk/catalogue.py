"""Every kind of record the register keeps: its class, its name, what it refers to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from census_desk.calendar import DayChange
from census_desk.desk import Desk
from census_desk.indonesian import clock, short_date
from census_desk.letters.classification import Classification
from census_desk.letters.delivery import Delivery
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.kept import IssuedPaper, Scan
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.entry import NumberEntry, entry_title
from census_desk.letters.letter import Letter
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.templates import LetterTemplate
from census_desk.people import Employee, Letterhead, Office, Picture, Signatory
from census_desk.programme import Denominator, Phase, Programme, StaffingPlan, Target
from census_desk.progress import Recap
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.facilitator import Facilitator
from census_desk.sessions.rules import ScheduleRules
from census_desk.sessions.session import Session
from census_desk.sessions.session_file import SessionFile
from census_desk.sessions.sheet import Sheet
from census_desk.sessions.sheet_return import SheetReturn
from census_desk.sessions.venue import Venue
from census_desk.staff.roster import FieldOfficer
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import Reason
from census_desk.visits.visit import Visit
from census_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One collection of the register; `references` maps a field to the collection it points at."""

    name: str
    record: type
    singular: str
    title: Callable[[Any], str]
    references: Mapping[str, str] = field(default_factory=dict)


KINDS = (
    Kind(name="desks", record=Desk, singular=N_("meja kerja"), title=lambda r: r.office_name),
    Kind(name="programmes", record=Programme, singular=N_("program"), title=lambda r: r.name),
    Kind(name="phases", record=Phase, singular=N_("tahap"), title=lambda r: str(r.kind)),
    Kind(name="targets", record=Target, singular=N_("target"), title=lambda r: f"{r.percent:g}%"),
    Kind(
        name="denominators",
        record=Denominator,
        singular=N_("jumlah dasar"),
        title=lambda r: f"{r.total} {r.unit}",
    ),
    Kind(
        name="staffing_plans",
        record=StaffingPlan,
        singular=N_("rencana petugas"),
        title=lambda r: f"{r.enumerator_count} + {r.team_leader_count}",
    ),
    Kind(name="pictures", record=Picture, singular=N_("gambar"), title=lambda r: r.name),
    Kind(name="offices", record=Office, singular=N_("OPD"), title=lambda r: r.short_name),
    Kind(
        name="employees",
        record=Employee,
        singular=N_("ASN"),
        title=lambda r: r.name,
        references={"office_id": "offices"},
    ),
    Kind(
        name="signatories",
        record=Signatory,
        singular=N_("penanda tangan"),
        title=lambda r: f"{r.status} {r.post}".strip(),
        references={"office_id": "offices"},
    ),
    Kind(
        name="letterheads",
        record=Letterhead,
        singular=N_("kop"),
        title=lambda r: r.name,
        references={"emblem_id": "pictures"},
    ),
    Kind(
        name="letters",
        record=Letter,
        singular=N_("surat"),
        title=lambda r: r.number or r.subject,
        references={
            "letterhead_id": "letterheads",
            "signatory_id": "signatories",
            "office_ids": "offices",
            "refers_to_id": "letters",
            "incoming_id": "incoming_letters",
            "session_id": "sessions",
            "visit_id": "visits",
        },
    ),
    Kind(
        name="incoming_letters",
        record=IncomingLetter,
        singular=N_("surat masuk"),
        title=lambda r: f"{r.sender}: {r.subject}",
    ),
    Kind(
        name="dispositions",
        record=Disposition,
        singular=N_("disposisi"),
        title=lambda r: f"{r.from_post} → {', '.join(r.to_posts)}",
        references={"incoming_id": "incoming_letters"},
    ),
    Kind(
        name="issued_papers",
        record=IssuedPaper,
        singular=N_("naskah terbit"),
        title=lambda r: f"{r.number} ({r.code})".strip(),
        references={"letter_id": "letters"},
    ),
    Kind(
        name="scans",
        record=Scan,
        singular=N_("pindaian"),
        title=lambda r: r.name,
        references={
            "letter_id": "letters",
            "incoming_id": "incoming_letters",
            "session_id": "sessions",
            "sheet_id": "sheets",
        },
    ),
    Kind(
        name="deliveries",
        record=Delivery,
        singular=N_("pengiriman"),
        title=lambda r: short_date(r.sent_on) if r.sent_on else str(r.channel),
        references={
            "letter_id": "letters",
            "office_id": "offices",
            "receipt_scan_id": "scans",
        },
    ),
    Kind(
        name="templates",
        record=LetterTemplate,
        singular=N_("templat surat"),
        title=lambda r: r.name,
    ),
    Kind(
        name="profiles",
        record=LayoutProfile,
        singular=N_("profil tata letak"),
        title=lambda r: r.name,
    ),
    Kind(name="books", record=Book, singular=N_("buku nomor"), title=lambda r: r.name),
    Kind(
        name="numbers",
        record=NumberEntry,
        singular=N_("nomor"),
        title=entry_title,
        references={"letter_id": "letters"},
    ),
    Kind(
        name="classifications",
        record=Classification,
        singular=N_("klasifikasi"),
        title=lambda r: f"{r.code} {r.name}",
    ),
    Kind(
        name="sessions",
        record=Session,
        singular=N_("sesi"),
        title=lambda r: f"{r.title} ({short_date(r.held_on)})",
        references={
            "office_ids": "offices",
            "chair_id": "signatories",
            "letterhead_id": "letterheads",
            "venue_id": "venues",
            "facilitator_ids": "facilitators",
        },
    ),
    Kind(
        name="venues",
        record=Venue,
        singular=N_("tempat"),
        title=lambda r: r.name,
        references={"office_id": "offices"},
    ),
    Kind(
        name="facilitators",
        record=Facilitator,
        singular=N_("fasilitator"),
        title=lambda r: r.name,
        references={"officer_id": "officers"},
    ),
    Kind(
        name="day_changes",
        record=DayChange,
        singular=N_("perubahan hari"),
        title=lambda r: f"{r.name} ({short_date(r.on)})",
    ),
    Kind(
        name="schedule_rules",
        record=ScheduleRules,
        singular=N_("aturan jadwal"),
        title=lambda r: f"{clock(r.opens_at)}–{clock(r.closes_at)}",
    ),
    Kind(
        name="attendances",
        record=Attendance,
        singular=N_("kehadiran"),
        title=lambda r: r.name,
        references={
            "session_id": "sessions",
            "employee_id": "employees",
            "office_id": "offices",
        },
    ),
    Kind(
        name="sheets",
        record=Sheet,
        singular=N_("lembar daftar hadir"),
        title=lambda r: r.code,
        references={"session_id": "sessions"},
    ),
    Kind(
        name="sheet_returns",
        record=SheetReturn,
        singular=N_("lembar kembali"),
        title=lambda r: short_date(r.entered_at.date()),
        references={"sheet_id": "sheets", "session_id": "sessions"},
    ),
    Kind(
        name="session_files",
        record=SessionFile,
        singular=N_("berkas sesi"),
        title=lambda r: short_date(r.closed_on),
        references={"session_id": "sessions"},
    ),
    Kind(
        name="visits",
        record=Visit,
        singular=N_("kunjungan"),
        title=lambda r: f"{r.purpose} ({short_date(r.held_on)})",
        references={"office_id": "offices", "signatory_id": "signatories"},
    ),
    Kind(
        name="obstacles",
        record=Obstacle,
        singular=N_("kendala"),
        title=lambda r: str(r.reason),
        references={
            "office_id": "offices",
            "employee_id": "employees",
            "visit_id": "visits",
        },
    ),
    Kind(name="reasons", record=Reason, singular=N_("alasan kendala"), title=lambda r: r.name),
    Kind(
        name="follow_ups",
        record=FollowUp,
        singular=N_("tindak lanjut"),
        title=lambda r: r.what[:80],
        references={"visit_id": "visits"},
    ),
    Kind(
        name="help_requests",
        record=HelpRequest,
        singular=N_("permintaan bantuan"),
        title=lambda r: f"{r.what[:60]} ({short_date(r.asked_on)})",
        references={
            "office_id": "offices",
            "incoming_id": "incoming_letters",
            "visit_id": "visits",
            "session_id": "sessions",
        },
    ),
    Kind(
        name="recaps",
        record=Recap,
        singular=N_("rekap"),
        title=lambda r: short_date(r.counted_on),
        references={"office_id": "offices"},
    ),
    Kind(
        name="officers",
        record=FieldOfficer,
        singular=N_("petugas"),
        title=lambda r: r.name,
        references={"team_leader_id": "officers"},
    ),
)


COLLECTIONS: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
