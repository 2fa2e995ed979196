"""One concern a file; `bot/app.py` says in which order."""
