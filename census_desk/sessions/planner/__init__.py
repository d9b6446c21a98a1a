"""The planner of sessions: from who is still to be reached, a calendar that reaches everyone.

A request (`request`, `reading`) goes to the search (`making`), every plan (`plan`) to the checker.
No solver is needed; `proving` uses one where the extra `plan` is installed.
"""
