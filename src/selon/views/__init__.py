"""Views: pure functions from what a dossier holds to frozen page models. Web, report, JSON and terminal draw the same ones."""
