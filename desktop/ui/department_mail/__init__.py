"""Letters to departments without the program, in the window (부서 메일)."""
