"""이관 by mail: for departments that work without the program (부서 메일).

``sending`` decides who gets a letter and keeps its state, ``writing`` is its words, ``addresses`` whose it
is. ``replies`` recognises what comes back among the collected mails, ``cutting`` takes the quotations off it,
``refused`` keeps what was not believed. ``settings`` is what the office chose. Who carries the letters is
``services/department_mail.py``.
"""
