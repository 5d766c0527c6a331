"""The parts of the ``stances`` stage: what is claimed, and what an answer without content answers."""
