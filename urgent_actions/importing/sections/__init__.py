"""The lines of a document put into its parts: what was wrapped is joined, headings found, noise set aside."""
