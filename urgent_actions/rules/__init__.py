"""What is true of an urgent action: pure functions of facts and a moment. Neither Django nor Wagtail here."""
