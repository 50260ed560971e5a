"""번개팅: the mayor meets citizens who wrote.

``planning`` makes a meet-up from posts, ``rows`` reads it, ``texts`` writes the invitation, ``replies`` finds
who answered it, ``guests`` keeps who wants to come and who came, ``drawing`` draws fairly where there are too
few seats. All of it is in the log and can be taken back, except what has already been sent.
"""
