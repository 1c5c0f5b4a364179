"""Public pages of meetings, one module for each thing that has an address."""
