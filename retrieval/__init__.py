"""Keeping what was read, finding it again, and answering with the record's own words."""
