"""How figures were counted, in one sentence each that a board member understands; printed in the annex „Methodik“."""

from __future__ import annotations

METHODS: dict[str, str] = {
    "zeilen": (
        "Gezählt wurde jeder Eintrag der Liste „{table}“, der spätestens im Berichtsjahr beginnt; "
        "Abgesagtes und doppelt Gemeldetes zählt nicht."
    ),
    "jahr": (
        "Gezählt wurde jeder Eintrag der Liste „{table}“ mit einem Datum in diesem Zeitraum; "
        "was länger dauert, zählt nur dort, wo es beginnt."
    ),
    "art": (
        "Gezählt wurde jeder Eintrag der Liste „{table}“ mit dieser Art; nennen die Einstellungen zu einer Art eine "
        "übergeordnete, zählt er bei dieser."
    ),
    "zeitraum": "Vom ersten bis zum letzten Tag der Einträge in der Liste „{table}“ bis zum Berichtsjahr.",
    "summe": (
        "Zusammengezählt wurden die Teilnehmerzahlen der Liste „{table}“; eine Spanne zählt mit ihrem unteren Wert, "
        "eine fehlende oder nur nach oben begrenzte Angabe gar nicht, und die Summe gilt dann als Mindestzahl."
    ),
    "zeile": "Übernommen wurde die Teilnehmerzahl, die in der Liste „{table}“ zu diesem Tag eingetragen ist.",
    "netzwerk": "Gezählt wurde jeder Eintrag der Liste „{table}“; wer in zwei Gruppen steht, zählt in beiden.",
    "institutionen": "Gezählt wurden die verschiedenen Institutionen der Liste „{table}“, jede nur einmal.",
    "partner": (
        "Gezählt wurden die verschiedenen Organisationen, die bis zum Ende des Berichtsjahres bei Treffen, "
        "Veranstaltungen oder Initiativen als Beteiligte oder Veranstalter eingetragen sind, jede nur einmal."
    ),
    "partnerart": (
        "Gezählt wurden die verschiedenen beteiligten Organisationen, denen die Liste „Partner“ diese Art zuordnet, "
        "jede nur einmal."
    ),
    "wert": "Übernommen aus der Liste „{table}“; diesen Wert hat die Geschäftsstelle eingetragen.",
}
