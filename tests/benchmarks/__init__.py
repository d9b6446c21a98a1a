"""The measured work: `python3 run.py bench [NAME]`."""
