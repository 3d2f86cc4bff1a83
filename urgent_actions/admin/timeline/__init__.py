"""The timeline of a case in the admin: a picture, and the same in words."""
