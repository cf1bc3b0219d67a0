"""Makes questions of the typed fields of SOPs, anew each time, so that they cannot go stale."""
