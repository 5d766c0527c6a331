"""The parts of the ``reuse`` fold: words, index, alignment, what changed, where it comes from."""
