"""``selon report``."""
from __future__ import annotations

from small_dossiers import stored
from typer.testing import CliRunner

from selon.cli.main import app


def test_a_report_is_written_and_its_first_page_named(tmp_path):
    dossier = stored(tmp_path / "essai.selon")
    done = CliRunner().invoke(app, ["report", str(dossier), "-o", str(tmp_path / "pages"), "--title", "L’affaire"])
    assert done.exit_code == 0
    count = sum(1 for _ in (tmp_path / "pages").rglob("*.html"))
    assert done.stderr == f"{count} pages written: open {tmp_path / 'pages' / 'index.html'}\n"
    assert "<h1>L’affaire</h1>" in (tmp_path / "pages" / "index.html").read_text("utf-8")
