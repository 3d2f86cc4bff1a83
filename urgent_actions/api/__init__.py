"""The page API: Wagtail's contract, without its leaks."""
