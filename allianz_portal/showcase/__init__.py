"""The page /bausteine/: every component with its variants, for editors and developers."""
