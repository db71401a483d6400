"""Reading agenda packs: from a file to pages, items, tables and chunks."""
