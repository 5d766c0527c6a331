"""From what a person names (files, folders, a pipe) to articles, each exactly as received."""
