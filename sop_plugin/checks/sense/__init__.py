"""Rules about what is said: times, amounts and words that a person at the counter can act on."""
