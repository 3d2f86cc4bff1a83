"""How often somebody has asked, without knowing who: what is kept of an address."""

from django.db import models


class ThrottleSalt(models.Model):
    """What the addresses of one day are hashed with. When it is gone, nobody can say whose a hash was."""

    day = models.DateField(unique=True)
    salt = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.day}"


class ThrottleCount(models.Model):
    """How often somebody has asked on one day: the salted hash of an address, and nothing else."""

    day = models.DateField()
    hash = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "hash"], name="throttle_count_once")]

    def __str__(self) -> str:
        return f"{self.count} on {self.day}"
