"""Take-down of a whole case: what belongs to it, how it is sealed, and what has to go beside its pages."""
