"""One source of chance. Runs cannot be repeated anyway: real processes die at real moments."""

import random

chance = random.SystemRandom()
