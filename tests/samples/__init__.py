"""Samples for the eye: every paper as PDF and picture, every screen as a picture."""
