"""부서 접수: the screen of departments; what they were sent, and what they do with it."""
