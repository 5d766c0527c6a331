from __future__ import annotations

import pytest

from selon.readers.language import foreign

FRENCH = "Le ministre a déclaré mardi que la livraison n'était pas prévue, mais il n'a pas dit pourquoi les chars sont dans le port."
CASES = [
    ("The minister said on Tuesday that the delivery was not planned, but he has not said why the tanks are in the port.", "English"),
    ("El ministro declaró que la entrega no estaba prevista, pero no ha dicho por qué los tanques están en el puerto.", "Spanish"),
    ("Der Minister sagte, dass die Lieferung nicht geplant ist, aber er hat nicht gesagt, warum die Panzer in der Stadt sind.", "German"),
    ("Il ministro ha detto che la consegna non era prevista, ma non ha detto perché i carri armati sono nel porto della città.", "Italian"),
    ("Министр заявил, что поставка не планировалась.", "Cyrillic script"),
    ("وزير الدفاع", "Arabic script"),
    (FRENCH, ""),
    (FRENCH.upper(), ""),
    (FRENCH + " « The delivery was not planned and it is not what we said to you », a-t-il dit.", ""),
    ("Anne Morel a critiqué la réforme. La finaliste de la ligue a ajouté : « Nous voterons contre ». La joueuse sera à Nice.", ""),
    ("Kim Jong-un in Moscow", ""),
    ("", ""),
    ("12 345", ""),
]


@pytest.mark.parametrize("text, language", CASES)
def test_an_article_that_is_clearly_not_french_is_told(text, language):
    assert foreign(text, "fr") == language
