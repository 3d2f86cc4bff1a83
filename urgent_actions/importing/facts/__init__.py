"""Single facts of a document: numbers, days, country, languages, headline, status, persons at risk."""
