"""The editor's desk beside the page form: lists, choosers, messages."""
