"""Where the history of a case comes from: what is published, for everybody; pages and audit log, for editors."""
