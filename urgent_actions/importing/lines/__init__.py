"""What a line is, known by its words: a heading, a day, a number, a country, an office, a contact, a salutation."""
