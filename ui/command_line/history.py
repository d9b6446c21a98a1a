"""Commands on what was done: history, undo, redo."""

from argparse import Namespace

from census_desk.errors import CensusDeskError
from census_desk.identity import is_id
from census_desk.register import DocumentChange, Register, Step, mask
from census_desk.register.codec import Json
from census_desk.words import _
from ui.command_line.failures import DONE
from ui.command_line.finding import find_record
from ui.command_line.opening import reading, writing
from ui.command_line.output import as_json, clean, table
from ui.command_line.showing import in_words, masked_plain

PAGE = 200


def list_history(args: Namespace) -> int:
    """`history`: steps, newest first; of one collection or one record when named."""
    if args.id and not args.collection:
        raise CensusDeskError(_("Untuk --id sebutkan juga --collection."))
    with reading(args) as register:
        steps = (
            register.history(args.collection, _id(register, args), limit=args.limit)
            if args.id
            else _steps(register, args.collection, args.limit)
        )
        if args.json:
            print(as_json([_plain(step, args.full) for step in steps]))
        else:
            print("\n".join(_table(steps, args.full)))
    return DONE


def undo_step(args: Namespace) -> int:
    """`undo`: the last step, or an older one by its number."""
    with writing(args) as register:
        print(clean(mask(register.undo(args.rev).what)))
    return DONE


def redo_step(args: Namespace) -> int:
    """`redo`: what was undone last."""
    with writing(args) as register:
        print(clean(mask(register.redo().what)))
    return DONE


def _id(register: Register, args: Namespace) -> str:
    """The record meant; an id is taken as it is, since a deleted record has a history too."""
    typed: str = args.id.strip().upper()
    return typed if is_id(typed) else find_record(register, args.collection, args.id).id


def _steps(register: Register, collection: str | None, limit: int) -> list[Step]:
    """The newest steps, of one collection when named; read page by page until there are enough."""
    if collection is None:
        return register.history(limit=limit)
    found: list[Step] = []
    page = register.history(limit=PAGE)
    while page and len(found) < limit:
        found += [step for step in page if any(c.collection == collection for c in step.changes)]
        page = register.history(limit=PAGE, before=page[-1].rev)
    return found[:limit]


def _table(steps: list[Step], full: bool) -> list[str]:
    headings = [_("No."), _("Waktu"), _("Oleh"), _("Yang dilakukan"), ""]
    rows = [
        [str(step.rev), in_words(step.at), step.actor, _masked(step.what, full), _mark(step)]
        for step in steps
    ]
    return table(headings, rows, [True])


def _mark(step: Step) -> str:
    return _("tetap") if step.final else ""


def _plain(step: Step, full: bool) -> dict[str, object]:
    return {
        "rev": step.rev,
        "at": step.at.isoformat(),
        "actor": step.actor,
        "pc": step.pc,
        "kind": step.kind,
        "what": _masked(step.what, full),
        "final": step.final,
        "undoes": step.undoes,
        "changes": [_plain_change(change, full) for change in step.changes],
    }


def _plain_change(change: DocumentChange, full: bool) -> dict[str, object]:
    """Which record, and each field that is not as it was: before and after."""
    before, after = change.before or {}, change.after or {}
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return {
        "collection": change.collection,
        "id": change.id,
        "before": _parts(change.before, names, full),
        "after": _parts(change.after, names, full),
    }


def _parts(document: Json | None, names: list[str], full: bool) -> object:
    if document is None:
        return None
    return {name: masked_plain(document.get(name), full) for name in names}


def _masked(text: str, full: bool) -> str:
    return text if full else mask(text)
