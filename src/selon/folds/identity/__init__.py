"""The parts of the ``actors`` fold: what a description says, and which person a name is."""
