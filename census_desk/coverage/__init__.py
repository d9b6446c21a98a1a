"""Nobody left out: every office, kecamatan and village × six steps, as of a day.

`steps` names the steps and states, the `…_marks` judge one cell each, `rows` is what the board
shows, `counting` counts it whole, `board` keeps it up to date, `explaining` says how a figure came
about, `offices` is Beranda's part (docs/decisions/032-coverage.md).
"""
