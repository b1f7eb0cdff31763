"""The JSON API under /api/v1: every module of this folder with a `router` is part of it."""
