"""From a document to a draft, read left to right: readers, document, sections, facts, targets, draft, to_page."""
