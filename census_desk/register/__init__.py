"""The one door to saved records: TinyDB's API over SQLite rows (docs/decisions/001-register.md)."""

from census_desk.register.codec import UnreadableRecord
from census_desk.register.collection import Collection
from census_desk.register.commits import Change
from census_desk.register.errors import (
    BackupFailed,
    BadDocument,
    CannotOpen,
    CannotRestore,
    CannotUndo,
    DamagedRegister,
    ForeignFile,
    LeaseLost,
    NewerRegister,
    NoSuchMoment,
    PathTaken,
    ReadOnlyRegister,
    RecordExists,
    RecordNotFound,
    RegisterError,
    RegisterInUse,
    RegisterNotFound,
    RegisterReplaced,
    SaveFailed,
    StaleRecord,
)
from census_desk.register.history import DocumentChange, Step, mask
from census_desk.register.kinds import Catalogue, Kind
from census_desk.register.register import Register
from census_desk.register.snapshot import Snapshot
from census_desk.register.table import RegisterTable

__all__ = [
    "BackupFailed",
    "BadDocument",
    "CannotOpen",
    "CannotRestore",
    "CannotUndo",
    "Catalogue",
    "Change",
    "Collection",
    "DamagedRegister",
    "DocumentChange",
    "ForeignFile",
    "Kind",
    "LeaseLost",
    "NewerRegister",
    "NoSuchMoment",
    "PathTaken",
    "ReadOnlyRegister",
    "RecordExists",
    "RecordNotFound",
    "Register",
    "RegisterError",
    "RegisterInUse",
    "RegisterNotFound",
    "RegisterReplaced",
    "RegisterTable",
    "SaveFailed",
    "Snapshot",
    "StaleRecord",
    "Step",
    "UnreadableRecord",
    "mask",
]
