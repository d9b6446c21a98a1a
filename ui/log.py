"""The log file: failures with their traceback, long numbers of persons masked."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "census-desk.log"
LOG_BYTES = 1_000_000
_LONG_NUMBER = re.compile(r"\b(\d{4})[\d .\-]{8,16}(\d{2})\b")


def masked(text: str) -> str:
    """NIP, NIK and KK numbers with their middle hidden."""
    return _LONG_NUMBER.sub(r"\1••••\2", text)


class _Masking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


def folder() -> Path:
    """Where the log lies on this computer."""
    from platformdirs import user_log_path

    return user_log_path("census-desk", appauthor=False)


def start(path: Path | None = None) -> Path | None:
    """Write warnings and failures to the log file; None when no file can be made."""
    target = path or folder() / LOG_NAME
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            target, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_Masking("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return target
