"""`python -m tests.samples.tour FOLDER SIZE LOOK HOME`: every scene in one size and look."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.first_scenes import FIRST_SCENES
from tests.samples.kudus_scenes import KUDUS_SCENES
from tests.samples.stage import on_stage

SCENES = (*FIRST_SCENES, *KUDUS_SCENES)


def main(folder: Path, size: str, look: str, home: Path) -> int:
    """Play the scenes in order; the first that fails ends it with its name."""
    with on_stage(folder, size, look, home) as stage:
        for scene in SCENES:
            print(f"  {size} {look}: {scene.__doc__}", flush=True)
            scene(stage)
        print(f"  {size} {look}: {len(stage.taken)} gambar", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])))
