"""How people reach the desk: the window and the command line."""

import gc

# A start makes some hundred thousand objects that stay; looking for cycles among them at every
# seven hundredth, Python's default, took a fifth of the time to the first picture.
gc.set_threshold(50_000, 20, 50)
