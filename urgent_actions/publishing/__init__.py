"""What is published: from the page to ready bytes, built when it changes and never when it is read (ADR 0015)."""
