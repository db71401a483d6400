"""Measuring how often the answers are right, on questions with known evidence."""
