"""Values: documents, marks, dossiers. Standard library only; no I/O, no language."""
