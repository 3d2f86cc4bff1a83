"""What happens to a case, a verb a file."""
