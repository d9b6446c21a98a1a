"""Version 2: obstacles are closed a few at a time, follow-ups are records of their own.

A digit run as long as a NIK, which notes may no longer hold, is taken out of what was written.
"""

import re

from census_desk.identity import from_number
from census_desk.register.codec import Json
from census_desk.resource_files import read_rows

LONG_DIGITS = re.compile(r"\d{14,}")
NOTES = {"visits": ("purpose", "findings", "status_note"), "obstacles": ("note",)}
REASONS = "reasons/alasan-kendala.csv"
OLD_FIELDS = ("follow_up", "follow_up_on", "follow_up_done_on")


def rewritten(table: str, document: Json) -> Json:
    """The document as version 2 keeps it."""
    made = {
        name: _without_numbers(value) if name in NOTES.get(table, ()) else value
        for name, value in document.items()
    }
    if table == "visits":
        return {name: value for name, value in made.items() if name not in OLD_FIELDS}
    if table == "obstacles":
        return _obstacle(made)
    return made


def parts(table: str, number: int, document: Json) -> list[tuple[str, int, Json]]:
    """Records beside the old ones: the list of reasons, and each line of a visit's follow-up."""
    if table == "desks":
        return [("reasons", number + place, row) for place, row in enumerate(_reasons(), 1)]
    return _follow_ups(number, document) if table == "visits" else []


def _reasons() -> list[Json]:
    """The list as it shipped with version 2; until then it stood in the program."""
    return [dict(row) | {"is_curable": row["is_curable"] == "ya"} for row in read_rows(REASONS)]


def _follow_ups(number: int, document: Json) -> list[tuple[str, int, Json]]:
    lines = [line.strip() for line in str(document.get("follow_up") or "").splitlines()]
    return [
        (
            "follow_ups",
            number + place,
            {
                "visit_id": from_number(number),
                "what": _without_numbers(line),
                "who": "",
                "due_on": document.get("follow_up_on"),
                "done_on": document.get("follow_up_done_on"),
                "done_note": "",
            },
        )
        for place, line in enumerate(filter(None, lines), 1)
    ]


def _obstacle(document: Json) -> Json:
    closed_on = document.pop("closed_on", None)
    if closed_on is not None and "closings" not in document:
        document["closings"] = [
            {
                "on": closed_on,
                "people_count": document.get("people_count", 1),
                "visit_id": document.get("visit_id", ""),
            }
        ]
    return document


def _without_numbers(value: object) -> object:
    return LONG_DIGITS.sub("(angka dihapus)", value) if isinstance(value, str) else value
