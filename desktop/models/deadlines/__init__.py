"""Until when something has to be done, and why (기한).

``calendar`` knows which days and hours are worked, ``counting`` counts a period on it, ``explain`` says line
by line what was counted and what was not: plain functions of values. ``rules``, ``days_off`` and ``clocks``
keep what they count with in the workspace. All days and hours are Seoul's, wherever the PC believes to be.
"""
