"""The command line: the same use cases as the window, for a desk without a display."""

import logging
import sys
from collections.abc import Sequence

from ui.command_line.arguments import parser
from ui.command_line.failures import guarded


def run(argv: Sequence[str]) -> int:
    """Do one command; 0 done, 1 refused (one sentence on standard error), 2 not understood."""
    _quiet_logs()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(
            stream, "reconfigure"
        ):  # a console that cannot show a sign must not end the work
            stream.reconfigure(errors="replace")
    try:
        arguments = parser().parse_args(list(argv))
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 0
    return guarded(lambda: int(arguments.run(arguments)), arguments.command)


def _quiet_logs() -> None:
    """What the register logs is told in sentences here; Python would print it in English."""
    logger = logging.getLogger("census_desk")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
