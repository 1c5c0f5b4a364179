"""The files of a recording: what they are, how they come in, which one plays."""
