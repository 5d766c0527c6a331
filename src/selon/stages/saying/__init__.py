"""The parts of the ``statements`` stage: cues, contents, speakers, sources, modality, chains."""
