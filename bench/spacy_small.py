"""spaCy's small English pipeline under whichever name its package was installed; None where it is not."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any


def load(**options: Any) -> Any:
    name = next((m.name for m in pkgutil.iter_modules() if m.name.startswith("en_core_web_sm")), None)
    return importlib.import_module(name).load(**options) if name else None
