"""What an SOP, a step, a time and a diagnostic are. Frozen, slotted, standard library only."""
