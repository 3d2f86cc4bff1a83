"""What is printed: sheets of letters, the print kit, and the urgent action as a document; as PDF and as DOCX."""
