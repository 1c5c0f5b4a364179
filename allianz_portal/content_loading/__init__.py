"""Loads the first content from YAML; what editors did since then is never touched."""
