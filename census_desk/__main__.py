"""The entry points: the window, or one command of the command line."""

import sys
from collections.abc import Sequence

ENDING = ".censusdesk"


def main(argv: Sequence[str] | None = None) -> int:
    """No argument or a register: the window. Any other: the command line, without tkinter."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (len(words) == 1 and words[0].endswith(ENDING)):
        return window(words)
    from ui.command_line import run

    return run(words)


def window(argv: Sequence[str] | None = None) -> int:
    """Open the desk's window, on the register named if there is one."""
    from ui.app import run

    return run(list(sys.argv[1:] if argv is None else argv))


if __name__ == "__main__":
    sys.exit(main())
