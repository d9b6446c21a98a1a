"""A process of its own that opens a register, makes one save, and says what it was told.

`python -m tests.register.saver PATH VALUE` prints "saved" or "not saved" (after read-back), or
nothing when it was killed.
"""

import os
import sys

from tinydb.table import Document

from census_desk.register import Register, SaveFailed
from census_desk.register.errors import RegisterError


def main(path: str, value: str) -> None:
    """Change both documents of the pair in one commit."""
    # these two calls mark the part of the trace where faults are put
    register = Register.open(path, actor="penyimpan", catalogue={}, backs_up=False)
    os.access("/mark-begin", os.F_OK)
    try:
        with register.change(f"nilai {value}"):
            for side in ("left", "right"):
                table = register.table(side)
                table.upsert(Document({"value": int(value), "note": "x" * 300}, doc_id=1))
        answer = "saved"
    except SaveFailed as error:
        answer = "saved" if error.saved else "not saved"
        answer += "" if error.known else " unknown"
    except RegisterError as error:
        answer = f"refused {error.sentence}"
    os.access("/mark-end", os.F_OK)
    sys.stdout.write(answer)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
