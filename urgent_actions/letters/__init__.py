"""What is written: letters, composed from an urgent action. Pure: no database, no request."""
