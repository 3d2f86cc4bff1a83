"""What happens to a case: the gate before the public, and the decisions, a verb a file."""
