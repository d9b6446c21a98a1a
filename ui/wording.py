"""Days in words in the language of the screens; papers use census_desk.indonesian."""

from datetime import date, datetime

from census_desk.indonesian import MONTHS, WEEKDAYS, short_date
from census_desk.spoken import spoken_date, spoken_day
from census_desk.words import N_, _

__all__ = ["month_title", "spoken_date", "spoken_day", "spoken_moment", "weekday_date"]

# For the catalogue: the same words indonesian.py keeps for the papers.
DAY_WORDS = (
    N_("Senin"),
    N_("Selasa"),
    N_("Rabu"),
    N_("Kamis"),
    N_("Jumat"),
    N_("Sabtu"),
    N_("Minggu"),
    N_("Januari"),
    N_("Februari"),
    N_("Maret"),
    N_("April"),
    N_("Mei"),
    N_("Juni"),
    N_("Juli"),
    N_("Agustus"),
    N_("September"),
    N_("Oktober"),
    N_("November"),
    N_("Desember"),
)

MOMENT_EMS = 16  # the width of `spoken_moment` in a table, its edges included


def weekday_date(day: date) -> str:
    """`Kam 13/02/2020`, for tables."""
    return f"{_(WEEKDAYS[day.weekday()][:3])} {short_date(day)}"


def spoken_moment(at: datetime) -> str:
    """`21/02/2020 09.41`, for tables and the status bar."""
    return f"{at:%d/%m/%Y %H.%M}"


def month_title(day: date) -> str:
    """`Februari 2020`."""
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)
