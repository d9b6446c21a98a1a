"""One writer on a shared folder: a small file beside the register says who, and that he lives."""

import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from census_desk.register import files

BEAT_SECONDS = 10.0
DEAD_AFTER_SECONDS = 60.0
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who writes; `counter` rises every 10 s while he lives, `since` is by his own clock."""

    nonce: str
    person: str
    pc: str
    user: str
    pid: int
    counter: int
    since: str

    @property
    def since_text(self) -> str:
        """The time of day he began, as he saw it."""
        try:
            return datetime.fromisoformat(self.since).strftime("%H.%M")
        except ValueError:
            return self.since


def lease_of(path: Path) -> Path:
    """Where the lease of a register lies."""
    return path.with_name(path.name + ".dipakai")


def read_holder(path: Path) -> Holder | None:
    """Who holds the register at `path`, or None; a lease that cannot be read has holder "?"."""
    try:
        text = files.patiently(lambda: lease_of(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError):
        # half-written: somebody is just taking it; what it holds counts as one unchanging state
        return Holder(nonce=text, person="?", pc="?", user="", pid=0, counter=0, since="")


class LeaseWatch:
    """Watches another's lease: dead only when OUR clock saw no change for a minute.

    Clocks of two computers are never compared, so a wrong one does no harm.
    """

    def __init__(self, path: Path, clock: Clock = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._seen: Holder | None = None
        self._since = clock()

    def look(self) -> Holder | None:
        """The holder now; call it every few seconds."""
        holder = read_holder(self._path)
        if holder != self._seen:
            self._seen = holder
            self._since = self._clock()
        return holder

    @property
    def is_dead(self) -> bool:
        """Whether nothing moved for a minute of this computer's running time."""
        self.look()
        return self._clock() - self._since >= DEAD_AFTER_SECONDS


class Lease:
    """Our own hold on a register; `beat` keeps it alive, `is_ours` is asked before every commit."""

    def __init__(self, path: Path, holder: Holder, clock: Clock = time.monotonic) -> None:
        self._path = path
        self._holder = holder
        self._clock = clock
        self._beaten = clock()

    @property
    def holder(self) -> Holder:
        """What we wrote last."""
        return self._holder

    def is_ours(self) -> bool:
        """Whether nobody took the register over, by the nonce on disk."""
        found = read_holder(self._path)
        return found is not None and found.nonce == self._holder.nonce

    def beat(self) -> bool:
        """Raise the counter when ten seconds passed; False when the lease was taken from us."""
        if self._clock() - self._beaten < BEAT_SECONDS:
            return True
        if not self.is_ours():
            return False
        self._holder = replace(self._holder, counter=self._holder.counter + 1)
        files.write_whole(lease_of(self._path), _text(self._holder))
        self._beaten = self._clock()
        return True

    def give_up(self) -> None:
        """Remove the lease when it is still ours."""
        if self.is_ours():
            files.patiently(lambda: lease_of(self._path).unlink(missing_ok=True))


def new_holder(person: str, pc: str, user: str, since: datetime) -> Holder:
    """A holder with a nonce of its own."""
    return Holder(
        nonce=secrets.token_hex(8),
        person=person,
        pc=pc,
        user=user,
        pid=os.getpid(),
        counter=0,
        since=since.isoformat(),
    )


def take(path: Path, holder: Holder, clock: Clock = time.monotonic) -> Lease | None:
    """Take a free register; None when somebody has it. The system makes the file for one only."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        number = files.patiently(lambda: os.open(lease_of(path), flags, 0o666))
    except FileExistsError:
        return None
    with os.fdopen(number, "wb") as opened:
        opened.write(_text(holder))
        opened.flush()
        os.fsync(opened.fileno())
    return Lease(path, holder, clock)


def take_over(
    path: Path, holder: Holder, watch: LeaseWatch, clock: Clock = time.monotonic
) -> Lease | None:
    """Take the register from a dead holder; None while he may live or when another was faster.

    The dead lease is moved aside first: of two that try, the system lets one move it.
    """
    dead = watch.look()
    if dead is None:
        return take(path, holder, clock)
    if not (watch.is_dead or is_dead_here(dead, holder.pc)):
        return None
    aside = lease_of(path).with_name(f"{lease_of(path).name}.{holder.nonce}")
    try:
        files.patiently(lambda: lease_of(path).rename(aside))
    except FileNotFoundError:
        return None
    moved = aside.read_text(encoding="utf-8")
    if moved.encode() != _text(dead) and dead.nonce != moved:
        _put_back(path, aside)
        return None
    lease = take(path, holder, clock)
    aside.unlink(missing_ok=True)
    return lease


def is_dead_here(holder: Holder, pc: str) -> bool:
    """Whether the holder was a process of this computer that no longer runs."""
    if holder.pc != pc or holder.pid <= 0 or os.name == "nt":
        return False
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _put_back(path: Path, aside: Path) -> None:
    """He moved between our look and our hand: his lease goes back unless a new one is there."""
    try:
        files.move_new(aside, lease_of(path))
    except FileExistsError:
        aside.unlink(missing_ok=True)


def _text(holder: Holder) -> bytes:
    return json.dumps(asdict(holder), ensure_ascii=False, sort_keys=True).encode()
