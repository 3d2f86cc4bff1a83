"""The sample letter of a document, and what it asks for."""
