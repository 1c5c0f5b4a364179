"""Who agreed to be recorded, what forbids publishing, and what happens when it is taken back."""
