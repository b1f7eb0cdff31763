"""Codebooks: what types of event there are, as data; one of the user's own is coded by its examples.

`plover` of dateline.events is the default. `format.read_codebook` reads a file, `coder.Coder` makes it ready, `checking.check` says what it is worth,
`configured.configured` is the one asked for besides PLOVER. Importing this package loads no YAML.
"""

from dateline.codebook.codebook import Codebook, EventType, Example, Mode

__all__ = ["Codebook", "EventType", "Example", "Mode"]
