"""The parts of the ``stories`` fold: what an article is about, and which story it goes on with."""
