"""What writers take: letters from what is published at this moment, and never from anything else."""
