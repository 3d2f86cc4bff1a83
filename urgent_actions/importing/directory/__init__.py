"""Whom of the directory a document means: offered with the reasons, never merged in silence."""
