"""What codes are called on the pages."""

from __future__ import annotations

LABELS: dict[str, dict[str, str]] = {
    "field": {
        "text": "words", "actor": "actor", "role": "as", "type": "type", "mode": "mode", "quad": "kind", "modality": "told as", "place": "place",
        "country": "country", "box": "within", "since": "since", "until": "until", "published_since": "reported since",
        "published_until": "reported until", "source": "outlet", "story": "story", "event": "event", "status": "status", "decided_by": "word of",
        "killed": "killed at least", "reports": "reports at least", "sure": "sure at least", "contested": "contested",
    },
    "sort": {
        "-day": "latest day", "day": "earliest day", "-published": "latest report", "published": "earliest report", "reports": "most reports",
        "killed": "most killed", "sure": "surest", "unsure": "least sure",
    },
    "status": {
        "standing": "all but rejected", "undecided": "undecided", "accepted": "accepted", "rejected": "rejected", "all": "all",
    },
    "act": {
        "accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "merged", "split": "split", "add": "added", "undo": "undid",
    },
    "contested": {"day": "day", "killed": "killed", "injured": "injured", "arrested": "arrested", "type": "type"},
}  # fmt: skip
