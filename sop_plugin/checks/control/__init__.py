"""Rules about document control: who answers for a version, and whether it is in force."""
