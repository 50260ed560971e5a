"""Speaking safely: in whose name, with whose consent, on which state of the thread, and what was promised.

``voices`` says who may speak in whose name, ``approvals`` keeps texts that a second person agrees to,
``leases`` who is writing now, ``threads`` what somebody has seen of a conversation, ``gate`` asks all of them
before something goes into the outbox. ``checks`` reads a text for what must not or should not go out,
``commitments`` and ``dates`` find what it promises and until when, ``ledger`` keeps the promises.
"""
