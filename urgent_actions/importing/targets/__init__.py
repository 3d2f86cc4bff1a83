"""Address blocks: whom a document asks to write to, who gets a copy, and how they are reached."""
