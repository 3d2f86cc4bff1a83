"""Outcomes and impact, for those who report on them."""
