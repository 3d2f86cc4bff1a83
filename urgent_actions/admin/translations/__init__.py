"""The translator's part of the admin."""
