"""How figures were counted, in one sentence each that a board member understands; printed in the annex „Methodik“."""

from __future__ import annotations

METHODS: dict[str, str] = {
    "zeilen": (
        "Jeder Eintrag der Liste „{table}“ zählt einmal, und zwar in der Zeit, in der er beginnt; Abgesagtes und "
        "doppelt Gemeldetes zählt nicht."
    ),
    "art": (
        "Jeder Eintrag der Liste „{table}“ zählt bei seiner Art oder, wenn die Einstellungen eine nennen, bei deren "
        "übergeordneter Art."
    ),
    "titel": "Jeder Eintrag der Liste „{table}“ zählt einmal, dessen Titel mit diesen Worten beginnt.",
    "zeitraum": "Vom ersten bis zum letzten Tag, der in der Liste „{table}“ bis zum Berichtsjahr eingetragen ist.",
    "summe": (
        "Zusammengezählt wurden die Teilnehmerzahlen der Liste „{table}“; eine Spanne zählt mit ihrem unteren Wert, "
        "eine fehlende oder nur nach oben begrenzte Angabe gar nicht, und die Summe gilt dann als Mindestzahl."
    ),
    "zeile": (
        "Übernommen aus der Liste „{table}“, so wie die Teilnehmerzahl zu diesem Tag eingetragen ist, von einer Spanne "
        "der untere Wert."
    ),
    "obergrenze": "Übernommen aus der Liste „{table}“, wo nur eine Höchstzahl steht; gezählt wird sie nirgends.",
    "termine": (
        "Jeder Eintrag der {table} zählt einmal, und zwar in dem Monat, in dem er "
        "beginnt; Abgesagtes und doppelt Gemeldetes zählt nicht."
    ),
}
