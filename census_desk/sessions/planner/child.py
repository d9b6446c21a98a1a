"""The part of planning that runs in a process of its own: a request in, progress and a plan out.

Parent and child are the same program on the same computer, so they exchange pickled records.
"""

import pickle
import sys
import time
from dataclasses import replace

from census_desk.resource_files import read_catalogue
from census_desk.sessions.planner.fixes import with_fixes
from census_desk.sessions.planner.making import Limits, Progress, make_plan
from census_desk.sessions.planner.plan import Plan
from census_desk.sessions.planner.request import PlanRequest
from census_desk.words import use_language

Order = tuple[PlanRequest, Limits, int, str]  # request, when to stop, seed, language of the texts


def main() -> None:
    """Read an order from standard input; write every better plan and then the last one."""
    order: Order = pickle.load(sys.stdin.buffer)
    request, limits, seed, language = order
    use_language(language, read_catalogue)
    plan = make_plan(request, limits, seed, clock=time.monotonic, on_better=_tell)
    if plan.shortage is not None:
        _tell(replace(plan, shortage=with_fixes(request, plan.shortage, plan.sessions)))
    else:
        _tell(plan)


def _tell(news: Progress | Plan) -> None:
    pickle.dump(news, sys.stdout.buffer)
    sys.stdout.buffer.flush()
