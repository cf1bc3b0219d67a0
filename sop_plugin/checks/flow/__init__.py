"""Rules about where the work goes: every step is reached, and every way leads to an end."""
