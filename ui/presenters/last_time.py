"""What a new record takes over from the last one of its kind: who signs, on which letterhead."""

from collections.abc import Sequence
from typing import Any

from census_desk.people import PostKind, Signatory, in_office
from ui.workplace import Workplace


def newest(records: Sequence[Any]) -> Any | None:
    """The record entered last (ids follow time), None when there is none."""
    return records[-1] if records else None


def signer_of_last(
    workplace: Workplace, collection: str, field: str, post: PostKind
) -> Signatory | None:
    """Who signed the newest record that names a signatory, if still in office; else the post's."""
    on = workplace.working_day()
    for record in reversed(workplace.register.collection(collection).all()):
        if signed_by := getattr(record, field):
            last: Signatory | None = workplace.register.signatories.find(signed_by)
            if last is not None and in_office(last, on):
                return last
            break
    holders = [
        one
        for one in workplace.register.signatories.all()
        if one.post_kind is post and in_office(one, on)
    ]
    return max(holders, key=lambda one: (one.from_on, one.id), default=None)
