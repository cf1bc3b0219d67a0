"""The figures the project promises, measured as ratios within one run."""
