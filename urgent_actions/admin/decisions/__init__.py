"""Decisions about a case at the editor's desk: a button, a form that says what is about to happen, and the deed."""
