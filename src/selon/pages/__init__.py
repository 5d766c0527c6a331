"""Pages: templates, one style sheet, and the static report that they make. The words of the interface are in the templates."""
