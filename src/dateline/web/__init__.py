"""The desk in a browser: server-rendered pages and a JSON API over one desk. README.md in this folder says how a screen is added.

Nothing here is imported before `dateline serve` runs: the command line works without the extra `web`.
"""
