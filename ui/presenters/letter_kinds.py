"""Which fields each kind of letter asks for: a form shows no more than the paper needs."""

from collections.abc import Mapping

from census_desk.letters.letter import LetterKind
from ui.fields.letters import LETTER

ALL = frozenset(field.name for field in LETTER)
_TO_SOMEBODY = {"recipients", "recipients_at", "recipients_attached"}
_LABELLED = {"nature", "attachment_count", "attachment_unit"}  # the lines Sifat and Lampiran
_NUMBERED = {"classification", "book", "number"}
_ABOUT = {"session_id", "visit_id"}
# What the paper of a kind has no place for (domain/letters.md 2).
WITHOUT: Mapping[LetterKind, frozenset[str]] = {
    LetterKind.CIRCULAR: frozenset({"assignees", "items"} | _LABELLED | _ABOUT),
    LetterKind.INVITATION: frozenset({"assignees", "items", "visit_id"}),
    LetterKind.OFFICIAL: frozenset({"assignees", "items"}),
    LetterKind.ASSIGNMENT: frozenset({"items", "reply_due_on"} | _TO_SOMEBODY | _LABELLED),
    LetterKind.COVER: frozenset({"assignees", "nature", *_ABOUT}),
    LetterKind.NOTULA: frozenset(
        {"assignees", "items", "reply_due_on", "electronic"} | _TO_SOMEBODY | _LABELLED | _NUMBERED
    ),
    LetterKind.REPORT: frozenset(
        {"assignees", "items", "reply_due_on"} | _TO_SOMEBODY | _LABELLED | _NUMBERED
    ),
    LetterKind.MINUTES: frozenset({"items", "reply_due_on"} | _TO_SOMEBODY | _LABELLED),
}


def fields_of(kind_key: str) -> frozenset[str]:
    """The names of the fields a form shows for a kind, by what the form keeps of it."""
    known = {kind.value: kind for kind in LetterKind}
    return ALL - WITHOUT[known[kind_key]] if kind_key in known else ALL
