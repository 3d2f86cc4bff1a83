"""What is published, as files: a web server hands them out without the application (ADR 0018)."""
