"""The sample: papers of a fictional city council, kept as text and typeset into PDFs."""
