"""The board of a campaign that stands in no register, for tests of one rule."""

from dataclasses import fields
from datetime import date

from census_desk.coverage.campaign import Campaign
from census_desk.coverage.counting import count_rows
from census_desk.coverage.index import Index
from census_desk.coverage.offices import OfficeCoverage, home_rows
from census_desk.coverage.rows import RowKind
from census_desk.people import Employee


def coverage(
    campaign: Campaign, on: date, employees: tuple[Employee, ...] = ()
) -> tuple[OfficeCoverage, ...]:
    """One row for each office to reach, as the first page shows it."""
    records = {one.name: getattr(campaign, one.name) for one in fields(Campaign)}
    staff = {one.id: one for one in employees}
    index = Index(records, staff.get, on)
    return home_rows(campaign.offices, count_rows(index, (RowKind.OFFICE,)))
