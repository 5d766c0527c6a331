"""Knowledge of a language as data: schema, loader, matching. A language is a folder without Python."""
