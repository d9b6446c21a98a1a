"""Records that stand as they are; a test names only the field it speaks about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from census_desk.calendar import DayChange
from census_desk.desk import Desk
from census_desk.errors import InvalidRecord
from census_desk.letters.classification import Classification, Family
from census_desk.letters.delivery import Delivery
from census_desk.letters.incoming import Disposition, IncomingLetter
from census_desk.letters.kept import IssuedPaper, Scan
from census_desk.letters.ledger.book import Book
from census_desk.letters.ledger.entry import NumberEntry
from census_desk.letters.letter import Letter, LetterStatus
from census_desk.letters.office_font import FontFile, OfficeFont
from census_desk.letters.profile import LayoutProfile, profiles
from census_desk.letters.templates import LetterTemplate, TemplateBody
from census_desk.people import Employee, Letterhead, Office, Picture, Signatory
from census_desk.programme import Denominator, Phase, Programme, StaffingPlan, Target
from census_desk.progress import Recap
from census_desk.sessions.attendance import Attendance
from census_desk.sessions.facilitator import Facilitator
from census_desk.sessions.planning.own_group import PlanningGroup
from census_desk.sessions.planning.rules import PlanningRules
from census_desk.sessions.planning.team import PlanningTeam
from census_desk.sessions.planning.version import PlanVersion
from census_desk.sessions.rules import ScheduleRules
from census_desk.sessions.session import Session
from census_desk.sessions.session_file import SessionFile
from census_desk.sessions.sheet import Sheet, SheetPage
from census_desk.sessions.sheet_return import SheetReturn
from census_desk.sessions.venue import Venue
from census_desk.staff.roster import FieldOfficer
from census_desk.visits.follow_up import FollowUp
from census_desk.visits.help_request import HelpRequest
from census_desk.visits.obstacle import Obstacle
from census_desk.visits.reasons import Reason
from census_desk.visits.visit import Visit

DAY = date(2020, 2, 13)
NIK_LIKE = "3319 0112 3456 7890"


def problems_of(make: Callable[..., object], **fields: object) -> dict[str, str]:
    """What the record says is wrong with these fields; fails when it says nothing."""
    with pytest.raises(InvalidRecord) as refused:
        make(**fields)
    return refused.value.problems


def a_desk(**fields: object) -> Desk:
    filled = {"id": "d", "office_name": "Setda", "regency_name": "Kabupaten Pati", "place": "Pati"}
    return Desk(**(filled | fields))


def a_programme(**fields: object) -> Programme:
    return Programme(**({"id": "p", "name": "Sensus Penduduk 2020", "short_name": "SP"} | fields))


def a_phase(**fields: object) -> Phase:
    filled = {"id": "f", "starts_on": DAY, "ends_on": DAY, "known_from": DAY, "source": "Surat"}
    return Phase(**(filled | fields))


def a_target(**fields: object) -> Target:
    return Target(**({"id": "t", "percent": 27.0, "known_from": DAY, "source": "Surat"} | fields))


def a_denominator(**fields: object) -> Denominator:
    filled = {"id": "n", "total": 1_000, "known_from": DAY, "source": "Surat"}
    return Denominator(**(filled | fields))


def a_staffing_plan(**fields: object) -> StaffingPlan:
    filled = {"id": "g", "enumerator_count": 10, "known_from": DAY, "source": "Surat"}
    return StaffingPlan(**(filled | fields))


def a_font_file(**fields: object) -> FontFile:
    """A kept font file; its content is no font."""
    given = {"id": "ff", "name": "BOOKOS.TTF", "face": "Bookman", "sha256": "0" * 64}
    return FontFile(**(given | {"content": "AAEAAA=="} | fields))


def an_office_font(**fields: object) -> OfficeFont:
    return OfficeFont(**({"id": "fo", "name": "Bookman", "regular_id": "ff"} | fields))


def a_picture(**fields: object) -> Picture:
    return Picture(**({"id": "b", "name": "Lambang", "content": "iVBORw0KGgo="} | fields))


def an_office(**fields: object) -> Office:
    filled = {"id": "o", "code": "DINKES", "name": "Dinas Kesehatan", "short_name": "Dinkes"}
    return Office(**(filled | fields))


def an_employee(**fields: object) -> Employee:
    return Employee(**({"id": "e", "office_id": "o", "name": "Sri Lestari, S.Kom."} | fields))


def a_signatory(**fields: object) -> Signatory:
    filled = {"id": "s", "name": "Budi Santosa", "post": "BUPATI PATI", "from_on": DAY}
    return Signatory(**(filled | fields))


def a_letterhead(**fields: object) -> Letterhead:
    filled = {
        "id": "k",
        "name": "Kop Setda",
        "government_line": "PEMERINTAH KABUPATEN PATI",
        "office_lines": ("SEKRETARIAT DAERAH",),
    }
    return Letterhead(**(filled | fields))


def a_letter(**fields: object) -> Letter:
    filled = {"id": "l", "subject": "Partisipasi ASN", "dated_on": DAY, "place": "Pati"}
    return Letter(**(filled | fields))


def a_numbered_letter(**fields: object) -> Letter:
    filled = {
        "status": LetterStatus.NUMBERED,
        "number": "470/120/2020",
        "letterhead_id": "k",
        "signatory_id": "s",
        "body": "Isi.",
        "recipients": ("Kepala OPD",),
    }
    return a_letter(**(filled | fields))


def a_layout(**fields: object) -> LayoutProfile:
    return replace(profiles()[0], **({"id": "y", "name": "Tata letak Pati"} | fields))


def a_template(**fields: object) -> LetterTemplate:
    filled = {"id": "t", "name": "Undangan", "subject": "Undangan Rapat"}
    bodies = {"bodies": (TemplateBody(text="Isi."),)}
    return LetterTemplate(**(filled | bodies | fields))


def a_delivery(**fields: object) -> Delivery:
    return Delivery(**({"id": "v", "letter_id": "l", "office_id": "o"} | fields))


def a_session(**fields: object) -> Session:
    filled = {
        "id": "r",
        "title": "Rapat koordinasi",
        "held_on": DAY,
        "starts_at": time(9),
        "venue": "Pendopo",
        "office_ids": ("o",),
    }
    return Session(**(filled | fields))


def a_venue(**fields: object) -> Venue:
    return Venue(**({"id": "t", "name": "Pendopo"} | fields))


def a_facilitator(**fields: object) -> Facilitator:
    return Facilitator(**({"id": "g", "name": "Nuraini Prameswari, S.ST."} | fields))


def a_day_change(**fields: object) -> DayChange:
    filled = {"id": "b", "on": DAY, "name": "Hari jadi", "known_from": DAY}
    return DayChange(**(filled | fields))


def some_rules(**fields: object) -> ScheduleRules:
    return ScheduleRules(**({"id": "s"} | fields))


def planning_rules(**fields: object) -> PlanningRules:
    return PlanningRules(**({"id": "pr"} | fields))


def a_team(**fields: object) -> PlanningTeam:
    return PlanningTeam(**({"id": "pt", "name": "Tim Timur", "extra_count": 2} | fields))


def an_own_group(**fields: object) -> PlanningGroup:
    return PlanningGroup(**({"id": "pg", "key": "office:o"} | fields))


def a_plan_version(**fields: object) -> PlanVersion:
    filled = {"id": "pv", "number": 1, "made_on": DAY, "reason": "rencana pertama"}
    return PlanVersion(**(filled | fields))


def an_attendance(**fields: object) -> Attendance:
    return Attendance(**({"id": "a", "session_id": "r", "name": "Sri Lestari"} | fields))


def a_sheet(**fields: object) -> Sheet:
    filled = {
        "id": "h",
        "code": "7K3QX9MP",
        "session_id": "r",
        "printed_at": datetime(2020, 2, 13, 8),
        "printed_by": "uji",
        "paper": "F4",
        "pages": (SheetPage(page=1, rows=()),),
    }
    return Sheet(**(filled | fields))


def a_visit(**fields: object) -> Visit:
    return Visit(**({"id": "w", "office_id": "o", "held_on": DAY, "purpose": "Bantuan"} | fields))


def an_obstacle(**fields: object) -> Obstacle:
    return Obstacle(**({"id": "x", "office_id": "o", "people_count": 3, "noted_on": DAY} | fields))


def a_reason(**fields: object) -> Reason:
    return Reason(**({"id": "y", "key": "lupa sandi", "name": "Lupa sandi"} | fields))


def a_follow_up(**fields: object) -> FollowUp:
    filled = {"id": "z", "visit_id": "w", "what": "Ambil daftar", "who": "Sekretaris"}
    return FollowUp(**(filled | {"due_on": DAY} | fields))


def a_help_request(**fields: object) -> HelpRequest:
    filled = {"id": "b", "office_id": "o", "asked_on": DAY, "asked_by": "Rina", "what": "Bantuan"}
    return HelpRequest(**(filled | fields))


def a_recap(**fields: object) -> Recap:
    return Recap(**({"id": "c", "office_id": "o", "counted_on": DAY, "done_count": 4} | fields))


def a_field_officer(**fields: object) -> FieldOfficer:
    return FieldOfficer(**({"id": "i", "name": "Joko Prasetyo"} | fields))


def a_book(**fields: object) -> Book:
    filled = {"id": "u", "key": "Setda", "name": "Buku Setda", "pattern": "{klasifikasi}/{urut}"}
    return Book(**(filled | fields))


def a_number(sequence: int = 12, **fields: object) -> NumberEntry:
    filled = {
        "id": f"n{sequence}{fields.get('suffix', '')}",
        "book": "Setda",
        "series": "Setda",
        "year": 2020,
        "sequence": sequence,
        "text": f"470/{sequence}",
        "dated_on": DAY,
    }
    return NumberEntry(**(filled | fields))


def a_classification(**fields: object) -> Classification:
    filled = {"id": "k", "code": "500.14.2", "name": "Sensus", "family": Family.NUMERIC}
    return Classification(**(filled | fields))


def an_incoming(**fields: object) -> IncomingLetter:
    filled = {
        "id": "m",
        "received_on": DAY,
        "sender": "BPS Kabupaten Pati",
        "dated_on": DAY,
        "subject": "Dukungan sensus",
    }
    return IncomingLetter(**(filled | fields))


def a_disposition(**fields: object) -> Disposition:
    filled = {
        "id": "q",
        "incoming_id": "m",
        "from_post": "Sekretaris Daerah",
        "to_posts": ("Asisten Pemerintahan",),
        "on": DAY,
    }
    return Disposition(**(filled | fields))


def an_issued_paper(**fields: object) -> IssuedPaper:
    filled = {
        "id": "j",
        "letter_id": "l",
        "pdf": "JVBERg==",
        "sha256": "0" * 64,
        "code": "7K3Q-X9MP-H",
        "issued_on": DAY,
    }
    return IssuedPaper(**(filled | fields))


def a_scan(**fields: object) -> Scan:
    filled = {
        "id": "z",
        "letter_id": "l",
        "name": "Halaman 1.png",
        "media_type": "image/png",
        "content": "iVBORw0KGgo=",
        "sha256": "0" * 64,
        "added_on": DAY,
    }
    return Scan(**(filled | fields))


def a_sheet_return(**fields: object) -> SheetReturn:
    filled = {"id": "g", "sheet_id": "h", "session_id": "r", "entered_at": datetime(2020, 2, 14, 8)}
    return SheetReturn(**(filled | fields))


def a_session_file(**fields: object) -> SessionFile:
    return SessionFile(**({"id": "f", "session_id": "r", "closed_on": DAY} | fields))
