"""The planner on the register: who is still to be reached, and drafts that become sessions.

The records are `rules`, `team`, `own_group` and `version`; the search itself is `sessions.planner`.
"""
