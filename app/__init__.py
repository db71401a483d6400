"""What people touch: the command line, the page, the settings, and the wiring of it all."""
