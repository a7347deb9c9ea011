"""Classroom packs as files that teachers change in a program of their own, or give to a learning platform."""

__all__ = ["write"]
