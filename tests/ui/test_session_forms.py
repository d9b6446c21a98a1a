"""What is typed into the forms of sessions, venues and facilitators."""

from datetime import date

from census_desk.sessions.facilitator import Leave
from census_desk.sessions.session import Material
from tests.census_desk.builders import a_facilitator, a_venue
from ui.fields import FIELDS
from ui.forms import parse, texts_of


def typed(collection: str, **texts: str) -> tuple[dict[str, object], dict[str, str]]:
    wanted = [field for field in FIELDS[collection] if field.name in texts]
    return parse(wanted, texts)


def test_a_checklist_knows_what_is_ready():
    values, problems = typed("sessions", materials="✓ Spanduk\n[x] Leaflet\n[ ] Proyektor\n\n")

    assert not problems
    assert values["materials"] == (
        Material(name="Spanduk", is_ready=True),
        Material(name="Leaflet", is_ready=True),
        Material(name="Proyektor"),
    )


def test_leave_is_typed_as_days_and_a_reason():
    values, _none = typed(
        "facilitators", leave="24/02/2020 - 26/02/2020 | cuti tahunan\n3 Maret 2020"
    )

    assert values["leave"] == (
        Leave(first=date(2020, 2, 24), last=date(2020, 2, 26), reason="cuti tahunan"),
        Leave(first=date(2020, 3, 3), last=date(2020, 3, 3)),
    )


def test_leave_that_is_no_day_or_runs_backwards_gets_its_sentence():
    assert typed("facilitators", leave="besok")[1]["leave"].startswith("Cuti: tulis seperti")
    assert typed("facilitators", leave="26/02/2020 - 24/02/2020")[1] == {
        "leave": "Tanggal akhir mendahului tanggal mulai."
    }


def test_a_position_that_is_none_gets_its_sentence():
    assert typed("venues", position="dekat pasar")[1]["position"].startswith("Koordinat: tulis")
    assert "tertukar" in typed("venues", position="110.8405, -6.8048")[1]["position"]


def test_what_a_form_shows_is_read_back():
    person = a_facilitator(
        leave=(
            Leave(first=date(2020, 2, 24), last=date(2020, 2, 26), reason="cuti"),
            Leave(first=date(2020, 3, 3), last=date(2020, 3, 3)),
        )
    )
    venue = a_venue(capacity=150, position=None)

    for collection, record in (("facilitators", person), ("venues", venue)):
        values, problems = parse(FIELDS[collection], texts_of(FIELDS[collection], record))
        assert not problems
        assert values == {f.name: getattr(record, f.name) for f in FIELDS[collection]}
