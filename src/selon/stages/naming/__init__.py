"""The parts of the ``mentions`` stage: known names, other names, descriptions."""
