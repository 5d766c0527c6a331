"""Where dossiers are kept. The only package that imports a database."""
