"""`make drills`: publishing under rough handling – killed, crowded, in many hands at once."""
