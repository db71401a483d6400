"""The registers: what was decided, what was recommended, and what was promised, read out of a pack."""
