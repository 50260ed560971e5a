"""Ideas (정책 아이디어) and the meetings that decide on them (제안 회의).

``ideas`` keeps what was proposed, ``planning`` the meetings, ``agenda`` what is on them, ``deciding`` what
they decide and ``telling`` how the proposer hears of it. ``rows`` and ``lists`` read; ``twins`` finds similar
ideas.
"""
