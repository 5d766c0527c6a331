"""What every test may ask for."""
from __future__ import annotations

import pytest
from hypothesis import settings

from selon.core.analysis import Analysis
from selon.core.text import Document
from selon.lang.pack import Pack, pack

settings.register_profile("house", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("house")


@pytest.fixture(scope="session")
def french() -> Pack:
    """Return the French pack."""
    return pack("fr")


@pytest.fixture
def article() -> Analysis:
    """Return a short article without layers."""
    return Analysis(Document.from_text("Moscou a démenti toute livraison.\nKiev accuse.", name="court"))
