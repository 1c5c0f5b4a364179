"""The transcript of a recording: captions as text to read, to search and to quote."""
