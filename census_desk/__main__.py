"""The entry points: the window, or one command of the command line."""

import gc
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
    """Open the desk's window, on the register named if there is one; 1 when there can be none."""
    words = list(sys.argv[1:] if argv is None else argv)
    # What a start makes stays: looking through it for rubbish costs a twentieth of the start. The
    # window turns the collector on again once it is there.
    gc.disable()
    try:
        from ui.app import run

        return run(words)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  (the outermost floor)
        from ui.command_line.failures import told

        return told(error, "window")


if __name__ == "__main__":
    sys.exit(main())
