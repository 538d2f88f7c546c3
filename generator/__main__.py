"""`python -m generator` is the command `firsthand`."""

from generator.cli import main

main()
