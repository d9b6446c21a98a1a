"""The tables of visits and of the obstacles behind them."""

from census_desk.indonesian import clock
from census_desk.visits.obstacle import OBSTACLE_REASON_NAMES
from census_desk.visits.visit import VISIT_STATUS_NAMES
from census_desk.words import N_
from ui.tables import (
    Column,
    day_column,
    named_column,
    number_column,
    reference_column,
    text_column,
)

VISIT = (
    day_column("held_on", N_("Tanggal"), ems=9),
    reference_column("office_id", N_("OPD"), "offices", ems=14),
    text_column("purpose", N_("Maksud kunjungan"), ems=30),
    named_column("status", N_("Status"), VISIT_STATUS_NAMES, ems=10),
    number_column("attendee_count", N_("Peserta"), shown=False),
    number_column("helped_count", N_("Dibantu")),
    day_column("follow_up_on", N_("Tenggat")),
    day_column("follow_up_done_on", N_("Tuntas"), shown=False),
    Column(
        name="starts_at",
        label=N_("Waktu"),
        text=lambda visit, lookup: clock(visit.starts_at) if visit.starts_at else "",
        sort_key=lambda visit, lookup: visit.starts_at,
        ems=7,
        shown=False,
    ),
    Column(
        name="officers",
        label=N_("Petugas"),
        text=lambda visit, lookup: ", ".join(visit.officers),
        ems=20,
        shown=False,
    ),
)

OBSTACLE = (
    named_column("reason", N_("Kendala"), OBSTACLE_REASON_NAMES, ems=24),
    number_column("people_count", N_("Orang"), ems=6),
    day_column("noted_on", N_("Dicatat")),
    day_column("closed_on", N_("Tuntas")),
    reference_column("office_id", N_("OPD"), "offices", ems=14, shown=False),
    text_column("note", N_("Catatan"), ems=20, shown=False),
)
