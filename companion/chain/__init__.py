"""The evidence chain: what was kept, in its order, in a way that shows later changes. Pure.

Each exchange that is kept gets a link: a commitment to its contents under a random salt, and a
head over all links so far. Heads are signed. Deleting an exchange with its salts leaves a link
that proves a gap and says nothing of what stood there.
"""
