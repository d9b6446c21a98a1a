"""Nobody left out: every office, kecamatan and village × six steps, as of a day.

`steps` names the steps and states, the `…_marks` judge one cell each, `rows` is what the board
shows, `counting` counts it whole, `board` keeps it up to date, `offices` is Beranda's part.
"""
