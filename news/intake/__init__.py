"""Texts from elsewhere become drafts (G23): Word files, pasted press text, feeds, WordPress.

`reading` and its formats give neutral `passages`; `structure` finds headline, lead, background;
`voices` who says what, `matching` what it is about; `markup` is the text editors see and change;
`drafting` makes the article. Nothing here publishes and nothing is fetched from the network.
"""
