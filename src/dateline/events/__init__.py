"""What happened: PLOVER events and standing claims, from the reader's frames and from who, where, when and who says so."""

from dateline.events.claims import find_claims
from dateline.events.events import find_events
from dateline.events.faint import find_faint
from dateline.events.plover import Codebook, plover

__all__ = ["Codebook", "find_claims", "find_events", "find_faint", "plover"]
