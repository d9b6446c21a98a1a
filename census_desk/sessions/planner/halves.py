"""The two halves of a working day, which records name and plans are made of."""

MORNING, AFTERNOON = "AM", "PM"
SLOTS = (MORNING, AFTERNOON)
FRIDAY = 4
