"""Texts out to agencies and their tools and in again: PO, XLIFF 2.1 and XLIFF 1.2. Pure: bytes and plain data.

``document`` is what is exchanged, ``formats`` the way in. A file that comes back is read against what is expected of
it, and brings texts alone: it never says which texts there are.
"""
