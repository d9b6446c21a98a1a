"""Census Desk: what a regency office knows about its census campaign."""

__version__ = "0.1.0"
