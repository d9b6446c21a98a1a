"""Every kind of record the register keeps: its class, its name, what it refers to."""

from collections.abc import Mapping

from census_desk.desk import Desk
from census_desk.indonesian import short_date
from census_desk.kind import Kind
from census_desk.letters.classification import Classification
from census_desk.letters.delivery import Delivery
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.kept import IssuedPaper, Scan
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.entry import NumberEntry, entry_title
from census_desk.letters.letter import Letter
from census_desk.letters.office_font import FACES, FontFile, OfficeFont
from census_desk.letters.profile import LayoutProfile
from census_desk.letters.templates import LetterTemplate
from census_desk.people import Employee, Letterhead, Office, Picture, Signatory
from census_desk.programme import Denominator, Phase, Programme, StaffingPlan, Target
from census_desk.progress import Recap
from census_desk.sessions.kinds import SESSION_KINDS
from census_desk.staff.roster import FieldOfficer
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import Reason
from census_desk.visits.visit import Visit
from census_desk.words import N_

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
    Kind(name="font_files", record=FontFile, singular=N_("berkas huruf"), title=lambda r: r.name),
    Kind(
        name="fonts",
        record=OfficeFont,
        singular=N_("huruf kantor"),
        title=lambda r: r.name,
        references={f"{face}_id": "font_files" for face in FACES},
    ),
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
    *SESSION_KINDS,
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
