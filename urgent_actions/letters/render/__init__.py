"""A letter in the forms in which it leaves: each module one form, each function from a letter to text or bytes."""
