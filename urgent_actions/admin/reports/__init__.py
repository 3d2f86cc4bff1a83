"""The coordinators' desk: what writers reported, what the section counted itself, and what it adds up to."""
