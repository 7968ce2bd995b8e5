"""Password hashing at OWASP's minimum for Argon2id."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, 2 passes, 1 lane: 44 ms a log-in here; Django's default takes 100 MiB and 300 ms."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
