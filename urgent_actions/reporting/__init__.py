"""What letter writers tell us that they sent, and what it adds up to."""
