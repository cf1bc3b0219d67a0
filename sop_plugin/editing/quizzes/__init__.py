"""What is written in a quiz: what its lines offer, mean and lead to."""
