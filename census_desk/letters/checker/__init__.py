"""The letter checker: what a Sekda would send back, found before a number is spent."""
