"""The language model: text in, mentions and frames out. `read_text` is the one door; the weights load on first use."""

from dateline.reader.casing import in_usual_case, one_case
from dateline.reader.frames import Thresholds
from dateline.reader.plain import Plain, plain
from dateline.reader.reader import read_text
from dateline.reader.reading import Found, Frame, Reading, Role
from dateline.reader.standing_in import with_stand_ins
from dateline.reader.unwrapping import running, unwrapped

__all__ = [
    "Found",
    "Frame",
    "Plain",
    "Reading",
    "Role",
    "Thresholds",
    "in_usual_case",
    "one_case",
    "plain",
    "read_text",
    "running",
    "unwrapped",
    "with_stand_ins",
]
