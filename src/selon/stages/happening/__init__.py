"""The parts of the ``events`` stage: triggers, the slots around them, who stands in a slot, status, time and place."""
