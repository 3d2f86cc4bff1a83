"""From a document to a draft page, read left to right: readers, sections, facts, targets, letter, directory, page.

Only ``directory`` and ``page`` know the database. ``words`` holds by language what the others look for.
"""
