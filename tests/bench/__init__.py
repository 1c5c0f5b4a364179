"""`make bench`: what a page costs, with ten items and with ten thousand."""
