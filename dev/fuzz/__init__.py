"""Machines that look for the input that nobody has thought of."""
