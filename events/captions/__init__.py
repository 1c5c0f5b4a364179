"""Captions: read from files, checked, kept in source time, written in the time of the film."""
