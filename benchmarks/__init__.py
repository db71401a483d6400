"""Times and memory of the program, beside what a user would otherwise build; each prints one JSON object."""
