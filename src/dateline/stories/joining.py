"""Weak members that leave and join groups of others, while those are grouped anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

Weak = Callable[[str], bool]
"""Whether a member makes no group of its own."""

Strong = tuple[str, ...]
"""The members of a group that are not weak."""


class Joined:
    """Groups as they are put together: those that are not weak, and the weak ones that join them."""

    def __init__(self, group: Mapping[str, str], members: Mapping[str, Sequence[str]], weak: Weak) -> None:
        self._group, self._members, self._weak = group, members, weak
        self._of: dict[str, Strong] = {}
        self._joined: dict[Strong, dict[str, None]] = {}
        self._alone: list[str] = []

    def stand(self, strong: Strong, weak: Iterable[str]) -> None:
        """A group as it stands."""
        self._joined[strong] = dict.fromkeys(weak)
        self._of |= dict.fromkeys(strong, strong)

    def of(self, key: str) -> Strong:
        """The group of a member that is not weak: as it was, where nothing was grouped anew."""
        if key not in self._of:
            members = self._members[self._group[key]]
            self.stand(tuple(m for m in members if not self._weak(m)), [m for m in members if self._weak(m)])
        return self._of[key]

    def leave(self, key: str) -> None:
        """A weak member leaves where it was."""
        group = self._group.get(key)
        strong = [m for m in self._members.get(group, ()) if not self._weak(m)] if group is not None else []
        if strong:
            self._joined[self.of(strong[0])].pop(key, None)

    def put(self, key: str, home: Strong | None) -> None:
        """A weak member joins a group, or stands alone."""
        if home is None:
            self._alone.append(key)
        else:
            self._joined[home][key] = None

    def groups(self) -> list[list[str]]:
        """Every group that was looked at, sorted."""
        return [*(sorted((*strong, *weak)) for strong, weak in self._joined.items()), *([k] for k in self._alone)]
