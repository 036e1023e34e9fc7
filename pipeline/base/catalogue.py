"""Every kind of problem the program can name, by code.

Wording is for office staff: no jargon, what is wrong in one sentence, what to do in the next. Words in braces
are filled in by `problems.problem`. Codes are German words with hyphens; other programs may rely on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters; the value is the word that staff read."""

    ERROR = "fehler"  # blocks the report; the last good one stays
    WARNING = "warnung"  # a row or value is set aside, the report is made
    NOTE = "hinweis"  # good to know


@dataclass(frozen=True)
class Message:
    """One kind of problem: wording with `{words}` that `problem` fills in."""

    severity: Severity
    title: str
    message: str
    advice: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: dict[str, Message] = {
    # --- the run ------------------------------------------------------------------------------------
    "keine-zeilen": Message(
        _E,
        "Nichts zu berichten",
        "Im Eingangsordner steht keine Tabelle, aus der ein Bericht werden könnte.",
        "Legen Sie Ihre Listen (Treffen, Veranstaltungen, Umfrage …) als Excel-, LibreOffice- oder CSV-Datei in den "
        "Ordner. Leere Vorlagen schreibt „bericht vorlagen“.",
    ),
    "bild-fehlt": Message(
        _W,
        "Bild nicht gefunden",
        "Das Bild „{value}“ (Einstellung „{key}“) liegt nicht im Eingangsordner oder ist weder PNG noch JPEG noch SVG.",
        "Legen Sie das Bild in den Eingangsordner und schreiben Sie seinen Namen genau so in „{file}“.",
    ),
    "bild-unlesbar": Message(
        _W,
        "Bild nicht verwendbar",
        "Das Bild „{value}“ (Einstellung „{key}“) lässt sich nicht öffnen oder enthält etwas, was in einem Bericht "
        "nicht stehen darf. Der Bericht erscheint ohne dieses Bild.",
        "Speichern Sie das Bild in einem Bildprogramm neu, als PNG oder JPEG mit höchstens 3.000 Bildpunkten Breite.",
    ),
    "zeichen-fehlt": Message(
        _N,
        "Zeichen, die das PDF nicht zeigen kann",
        "In den Schriften des Berichts fehlt: {characters}. Im PDF steht dafür ein ähnlicher "
        "Buchstabe, ein leeres Kästchen oder nichts.",
        "Wenn es auf die Zeichen ankommt, schreiben Sie die Stelle anders, zum Beispiel einen Namen in lateinischen "
        "Buchstaben; sonst ist nichts zu tun.",
    ),
    "freigabe-veraendert": Message(
        _W,
        "Freigabe verändert",
        "An der Freigabe „{file}“ wurde etwas verändert ({names}); der Bericht vergleicht nicht mehr mit ihr.",
        "Spielen Sie den Ordner aus der Datensicherung zurück. Was freigegeben ist, wird nie bearbeitet; eine neue "
        "Fassung geben Sie mit „bericht freigeben“ frei.",
    ),
    "jahr-angenommen": Message(
        _W,
        "Berichtsjahr nicht zu erkennen",
        "In keiner Tabelle steht ein Datum oder Jahr; angenommen ist das Berichtsjahr {year}.",
        "Schreiben Sie in „{file}“ unter [bericht] das richtige Jahr, zum Beispiel: jahr = {year}",
    ),
    "liste-fehlt": Message(
        _W,
        "Liste aus dem Vorjahr fehlt",
        "Für {before} gab es eine Liste „{table}“; im Eingangsordner liegt keine. Im Bericht steht dazu nichts, auch "
        "keine Null.",
        "Legen Sie die Liste in den Eingangsordner. Gab es im Berichtsjahr nichts, genügt eine Liste mit den "
        "Überschriften.",
    ),
    "jahr-ohne-zeilen": Message(
        _W,
        "Jahr ohne Einträge",
        "Zum Berichtsjahr {year} gibt es keine Zeile mit Datum; das letzte Jahr mit Einträgen ist {latest}.",
        "Prüfen Sie das Jahr: Es kommt aus „--jahr“ oder aus „jahr“ in der Datei „bericht.toml“.",
    ),
    # --- settings -----------------------------------------------------------------------------------
    "einstellungen-fehlen": Message(
        _W,
        "Keine Einstellungen",
        "Im Eingangsordner liegt keine Datei „bericht.toml“.",
        "Der Bericht entsteht mit Vorgaben. Legen Sie eine „bericht.toml“ an, mindestens mit dem Namen der "
        'Organisation: [organisation] name = "…".',
    ),
    "einstellungen-unlesbar": Message(
        _E,
        "Einstellungen nicht lesbar",
        "Die Datei „{file}“ ist nicht zu lesen: {reason}.",
        "{remedy}",
    ),
    "einstellung-unbekannt": Message(
        _E,
        "Unbekannte Einstellung",
        "Die Einstellung „{key}“ in „{file}“ ist nicht bekannt.",
        "{suggestion}",
    ),
    "einstellung-falsch": Message(
        _E,
        "Falscher Wert einer Einstellung",
        "Die Einstellung „{key}“ in „{file}“ hat den Wert {value}; erwartet wird {expected}.",
        "Tragen Sie einen passenden Wert ein oder löschen Sie die Zeile, dann gilt die Vorgabe.",
    ),
    "einstellung-fehlt": Message(
        _E,
        "Fehlende Einstellung",
        "In „{file}“ fehlt „{key}“.",
        "Ergänzen Sie: {example}",
    ),
    # --- ingest: files ------------------------------------------------------------------------------
    "datei-ohne-inhalt": Message(
        _E,
        "Leere Datei",
        "„{file}“ ist 0 Byte groß; vermutlich ist das Kopieren abgebrochen.",
        "Kopieren Sie die Datei noch einmal in den Ordner oder löschen Sie sie.",
    ),
    "datei-unvollstaendig": Message(
        _E,
        "Unvollständige Datei",
        "„{file}“ ist nicht vollständig: Das Ende der Datei fehlt.",
        "Warten Sie, bis das Kopieren fertig ist, oder kopieren Sie die Datei noch einmal.",
    ),
    "datei-beschaedigt": Message(
        _E,
        "Datei nicht lesbar",
        "„{file}“ lässt sich nicht lesen; sie ist beschädigt oder keine echte Tabellendatei.",
        "Öffnen Sie die Datei in Excel oder LibreOffice und speichern Sie sie neu als „.xlsx“.",
    ),
    "datei-verschluesselt": Message(
        _E,
        "Datei mit Kennwort",
        "„{file}“ ist mit einem Kennwort geschützt und bleibt ungelesen.",
        "Öffnen Sie die Datei, entfernen Sie das Kennwort (Datei → Informationen → Arbeitsmappe schützen) und "
        "speichern Sie sie.",
    ),
    "datei-ist-webseite": Message(
        _E,
        "Keine echte Tabellendatei",
        "„{file}“ heißt wie eine Tabelle, ist aber eine Webseite oder XML-Datei, wie sie manche Programme ausgeben.",
        "Öffnen Sie die Datei in Excel oder LibreOffice und speichern Sie sie als „.xlsx“.",
    ),
    "datei-zu-gross": Message(
        _E,
        "Datei zu groß",
        "„{file}“ ist {size} MB groß; gelesen werden Dateien bis {limit} MB.",
        "Entfernen Sie Bilder aus der Datei, oder erhöhen Sie in „bericht.toml“ unter [lesen] den Wert datei_mb.",
    ),
    "datei-zu-gross-entpackt": Message(
        _E,
        "Datei zu groß",
        "„{file}“ wird beim Auspacken {size} MB groß; erlaubt sind {limit} MB.",
        "Speichern Sie nur die benötigten Zellen in einer neuen Datei, oder erhöhen Sie in „bericht.toml“ unter "
        "[lesen] den Wert entpackt_mb.",
    ),
    "datei-zu-gross-zum-lesen": Message(
        _E,
        "Datei zu groß",
        "„{file}“ braucht zum Lesen mehr Arbeitsspeicher als erlaubt.",
        "Kopieren Sie die benötigten Zellen in eine neue Datei, oder erhöhen Sie in „bericht.toml“ unter [lesen] den "
        "Wert speicher_mb.",
    ),
    "datei-zu-langsam": Message(
        _E,
        "Lesen dauert zu lange",
        "„{file}“ war nach {limit} Sekunden noch nicht gelesen.",
        "Kopieren Sie die benötigten Zellen in eine neue Datei, oder erhöhen Sie in „bericht.toml“ unter [lesen] den "
        "Wert sekunden.",
    ),
    "blatt-zu-lang": Message(
        _E,
        "Zu viele Zeilen",
        "Das Blatt „{sheet}“ in „{file}“ hat mehr als {limit} gefüllte Zeilen.",
        "Teilen Sie das Blatt auf, oder erhöhen Sie in „bericht.toml“ unter [lesen] den Wert zeilen.",
    ),
    "blatt-zu-breit": Message(
        _E,
        "Zu viele Spalten",
        "Das Blatt „{sheet}“ in „{file}“ hat mehr als {limit} Spalten.",
        "Löschen Sie die überzähligen Spalten, oder erhöhen Sie in „bericht.toml“ unter [lesen] den Wert spalten.",
    ),
    "datei-wird-geschrieben": Message(
        _E,
        "Datei wird gerade geschrieben",
        "„{file}“ hat sich während des Lesens geändert.",
        "Warten Sie, bis die Datei fertig gespeichert oder kopiert ist, und starten Sie dann noch einmal.",
    ),
    "datei-ohne-leserecht": Message(
        _E,
        "Kein Leserecht",
        "„{file}“ darf nicht gelesen werden; es fehlt das Leserecht.",
        "Bitten Sie die Person, der die Datei gehört, oder Ihre Systembetreuung um Leserechte.",
    ),
    "datei-nicht-zu-oeffnen": Message(
        _E,
        "Datei nicht zu öffnen",
        "„{file}“ lässt sich nicht öffnen ({reason}).",
        "Prüfen Sie, ob die Datei noch da ist, und kopieren Sie sie gegebenenfalls neu.",
    ),
    "ordner-nicht-zu-oeffnen": Message(
        _E,
        "Ordner nicht zu öffnen",
        "Der Ordner „{file}“ lässt sich nicht öffnen ({reason}).",
        "Bitten Sie Ihre Systembetreuung um Leserechte für diesen Ordner.",
    ),
    "format-nicht-lesbar": Message(
        _W,
        "Dateiformat nicht lesbar",
        "„{file}“ wird nicht gelesen: Tabellen im Format „{ending}“ versteht das Programm nicht.",
        "Speichern Sie die Tabelle als „.xlsx“ oder „.ods“.",
    ),
    "datei-unfertig": Message(
        _W,
        "Unfertige Datei",
        "„{file}“ ist ein angefangener Download oder eine Zwischendatei und wird nicht gelesen.",
        "Warten Sie, bis die Datei fertig ist, oder löschen Sie sie.",
    ),
    "datei-gesperrt": Message(
        _N,
        "Datei ist geöffnet",
        "„{file}“ zeigt, dass jemand die Tabelle gerade geöffnet hat.",
        "Gelesen wird der zuletzt gespeicherte Stand. Speichern und schließen Sie die Tabelle, wenn er fehlt.",
    ),
    "datei-uebergangen": Message(
        _N,
        "Datei zählt nicht mit",
        "„{file}“ zählt nicht mit, weil der Name mit „_“ oder „.“ beginnt.",
        "Soll die Datei zählen, geben Sie ihr einen anderen Namen.",
    ),
    "ordner-uebergangen": Message(
        _N,
        "Ordner zählt nicht mit",
        "Der Ordner „{file}“ zählt nicht mit („archiv“ und Namen mit „_“ am Anfang bleiben außen vor).",
        "Soll der Inhalt zählen, legen Sie die Dateien in einen anderen Ordner.",
    ),
    "datei-verweis": Message(
        _W,
        "Verknüpfung",
        "„{file}“ ist eine Verknüpfung mit einem Ordner oder mit einer Datei außerhalb und wird nicht gelesen.",
        "Legen Sie die Datei selbst in den Eingangsordner.",
    ),
    "datei-fremd": Message(
        _N,
        "Andere Datei",
        "„{file}“ ist keine Tabellendatei und wird nicht gelesen.",
        "Es ist nichts zu tun. Gelesen werden xlsx, xlsm, xlsb, xls, ods, csv und tsv.",
    ),
    "datei-ohne-zellen": Message(
        _N,
        "Leere Tabelle",
        "In „{file}“ ist keine Zelle ausgefüllt.",
        "Es ist nichts zu tun, wenn die Datei leer sein soll.",
    ),
    # --- ingest: sheets and headings ----------------------------------------------------------------
    "blatt-ausgeblendet": Message(
        _N,
        "Ausgeblendetes Blatt",
        "{das_blatt} ist ausgeblendet und zählt nicht mit.",
        "Soll es zählen, blenden Sie es ein.",
    ),
    "zeilen-ausgeblendet": Message(
        _N,
        "Ausgeblendete Zeilen",
        "{auf_dem_blatt} sind Zeilen ausgeblendet ({rows}); sie zählen trotzdem mit.",
        "Sollen sie nicht zählen, löschen Sie diese Zeilen.",
    ),
    "blatt-unbekannt": Message(
        _N,
        "Blatt nicht erkannt",
        "{das_blatt} ist keine der bekannten Tabellen und bleibt außen vor. {begins}",
        "Gehört es nicht in den Bericht, ist nichts zu tun. Sonst geben Sie ihm die Überschriften einer Vorlage; leere "
        "Vorlagen schreibt „bericht vorlagen“.",
    ),
    "blatt-verschrieben": Message(
        _W,
        "Überschriften verschrieben",
        "{das_blatt} bleibt außen vor, weil die Überschriften nicht genau stimmen. Meinten Sie {meant}? Dann wäre es "
        "die Tabelle „{table}“.",
        "Berichtigen Sie die Überschriften in Zeile {row}, wenn das gemeint ist. Sonst ist nichts zu tun.",
    ),
    "blatt-fraglich": Message(
        _W,
        "Blatt nicht sicher erkannt",
        "{das_blatt} könnte die Tabelle „{table}“ sein ({found}). {doubt}; deshalb bleibt es außen vor.",
        "Soll es zählen, nennen Sie das Blatt „{table}“ oder tragen Sie es in „bericht.toml“ unter [tabellen] ein. "
        "Sonst ist nichts zu tun.",
    ),
    "blatt-nicht-erkannt": Message(
        _W,
        "Blatt nicht erkannt",
        "{das_blatt} bleibt außen vor: Von der Tabelle „{table}“ hat es {found}, es fehlt aber: {missing}.",
        "Soll es zählen, ergänzen Sie {missing} in Zeile {row}. Sonst ist nichts zu tun.",
    ),
    "tabellen-ohne-blatt": Message(
        _W,
        "Einstellung ohne Blatt",
        "In „{file}“ steht unter [tabellen] „{value}“; ein solches Blatt gibt es nicht.",
        "Schreiben Sie „Datei.xlsx/Blatt“ genau so, wie Datei und Blatt heißen, oder löschen Sie die Zeile.",
    ),
    "umfrage-ohne-antworten": Message(
        _N,
        "Umfrage ohne Antworten",
        "{das_blatt} gehört zu einer Umfrage, in derselben Datei sind aber keine Antworten.",
        "Ergänzen Sie ein Blatt mit einer Zeile je Antwort, oder legen Sie die Ausgabe des Umfragewerkzeugs als "
        "weiteres "
        "Blatt in diese Datei.",
    ),
    "tabelle-ohne-zeilen": Message(
        _N,
        "Leere Tabelle",
        "{das_blatt} hat die Überschriften der Tabelle „{table}“, aber keine Zeilen darunter.",
        "Es ist nichts zu tun, wenn die Tabelle noch leer ist.",
    ),
    "spalten-ungelesen": Message(
        _N,
        "Ungelesene Spalten",
        "{auf_dem_blatt} (Tabelle „{table}“) bleiben diese Spalten ungelesen: {headings}.",
        "Gehört eine davon in den Bericht, geben Sie ihr die Überschrift aus der Vorlage oder nennen Sie sie in "
        "„bericht.toml“ unter [spalten].",
    ),
    "ueberschrift-fehlt": Message(
        _E,
        "Überschrift fehlt",
        "{das_blatt} sieht aus wie die Tabelle „{table}“, es fehlt aber: {missing}.",
        "Ergänzen Sie die Überschrift in Zeile {row}. Ist es keine solche Tabelle, blenden Sie das Blatt aus.",
    ),
    "ueberschrift-aehnlich": Message(
        _N,
        "Überschrift fast richtig",
        "Die Überschrift „{heading}“ gibt es in der Tabelle „{table}“ nicht. Meinten Sie „{meant}“? So wurde sie "
        "gelesen.",
        "Schreiben Sie „{meant}“, dann ist es eindeutig.",
    ),
    "ueberschrift-unsicher": Message(
        _W,
        "Überschrift unklar",
        "Die Überschrift „{heading}“ gibt es in der Tabelle „{table}“ nicht; die Spalte wurde nicht gelesen. Meinten "
        "Sie „{meant}“?",
        "Schreiben Sie „{meant}“, wenn das gemeint ist. Sonst ist nichts zu tun.",
    ),
    "ueberschrift-doppelt": Message(
        _N,
        "Zwei Spalten für dasselbe",
        "Die Spalten {other} („{taken}“) und {letter} („{heading}“) bedeuten in der Tabelle „{table}“ dasselbe; "
        "gelesen wurde {other}.",
        "Soll {letter} gelten, benennen Sie die andere Spalte um.",
    ),
    "lesart": Message(
        _N,
        "Tabelle nicht eindeutig",
        "{das_blatt} wurde als Tabelle „{table}“ gelesen; nach den Überschriften könnte es auch {others} sein. "
        "Entschieden hat {decided_by}.",
        "Stimmt das nicht, benennen Sie das Blatt um oder tragen Sie es in „bericht.toml“ unter [tabellen] ein.",
    ),
    "lesart-unentschieden": Message(
        _W,
        "Tabelle nicht eindeutig",
        "{das_blatt} wurde als Tabelle „{table}“ gelesen; nach den Überschriften könnte es ebenso gut {others} sein.",
        "Nennen Sie das Blatt „{table}“, wenn das stimmt, sonst nach der anderen Tabelle.",
    ),
    "blatt-doppelt": Message(
        _W,
        "Blatt steht zweimal da",
        "{das_blatt} enthält dieselben Zeilen wie {twin} und zählt nicht noch einmal ({rows}).",
        "Löschen Sie eines von beiden oder legen Sie es in den Ordner „archiv“.",
    ),
    "blatt-enthalten": Message(
        _W,
        "Blatt wiederholt ein anderes",
        "{das_blatt} wiederholt nur Zeilen aus {twin}; sie zählen nicht noch einmal ({rows}).",
        "Löschen Sie das Blatt oder legen Sie es in eine Datei im Ordner „archiv“.",
    ),
    "blatt-abweichende-kopie": Message(
        _E,
        "Zwei abweichende Fassungen",
        "{das_blatt} und {twin} haben {same} gleiche Zeilen, weichen aber voneinander ab: hier {rows}, dort "
        "{twin_rows}.",
        "Welche Fassung stimmt? Legen Sie die andere in den Ordner „archiv“ oder löschen Sie sie.",
    ),
    # --- ingest: rows -------------------------------------------------------------------------------
    "zeile-beispiel": Message(
        _N,
        "Beispielzeile",
        "Zeile {row} ist die Beispielzeile der Vorlage und zählt nicht mit.",
        "Überschreiben oder löschen Sie die Zeile.",
    ),
    "zeile-noch-beispiel": Message(
        _W,
        "Beispiel nicht ganz überschrieben",
        "In Zeile {row} steht noch „Beispiel: bitte überschreiben“ aus der Vorlage; sie zählt deshalb nicht mit.",
        "Überschreiben Sie alle Angaben des Beispiels, oder löschen Sie die Zeile.",
    ),
    "zeile-beispielreste": Message(
        _W,
        "Reste des Beispiels",
        "In Zeile {row} steht noch etwas aus dem Beispiel der Vorlage: {value}. Die Zeile zählt mit, und der Bericht "
        "nennt es.",
        "Überschreiben oder löschen Sie diese Angaben.",
    ),
    "zeile-summe": Message(
        _N,
        "Summenzeile",
        "Zeile {row} („{value}“) ist eine Summenzeile und zählt nicht mit.",
        "Es ist nichts zu tun; das Programm zählt selbst.",
    ),
    "zeile-notiz": Message(
        _N,
        "Notiz",
        "Zeile {row} („{value}“) ist kein Eintrag der Tabelle „{table}“, sondern eine Notiz oder Zwischenüberschrift, "
        "und zählt nicht mit.",
        "Ist es doch ein Eintrag, füllen Sie die übrigen Spalten aus.",
    ),
    "wie-oben": Message(
        _N,
        "Wie oben",
        "In der Spalte „{heading}“ steht „{value}“ ({rows}); gelesen wird die Angabe, die darüber steht.",
        "Stimmt das nicht, schreiben Sie die Angabe aus.",
    ),
    "zeilen-anderes": Message(
        _W,
        "Etwas anderes unter der Tabelle",
        "{auf_dem_blatt} steht ab Zeile {first} etwas anderes ({begins}); es gehört nicht zur Tabelle „{table}“ und "
        "bleibt außen vor.",
        "Gehört es doch dazu, tragen Sie in jeder Zeile ein Datum ein. Sonst ist nichts zu tun.",
    ),
    "zeilen-daneben": Message(
        _N,
        "Zeilen neben der Tabelle",
        "{auf_dem_blatt} steht in {rows} nur etwas neben der Tabelle „{table}“; das zählt nicht mit.",
        "Es ist nichts zu tun, außer es gehört dazu: Dann füllen Sie die Spalten der Tabelle aus.",
    ),
    "anzahl-verbunden": Message(
        _W,
        "Eine Zahl für mehrere Einträge",
        "In Zelle {cell} („{heading}“) steht {value} für mehrere Einträge (verbundene Zellen). Gezählt wird die Zahl "
        "beim ersten; die anderen gelten als unbekannt.",
        "Lösen Sie die Verbindung auf und schreiben Sie zu jedem Eintrag seine Zahl.",
    ),
    "anzahl-in-teilen": Message(
        _W,
        "Zahl nur in Teilen",
        "{auf_dem_blatt} steht die Zahl der Menschen nur in Teilen ({headings}); keiner davon gilt für alle, die Zahl "
        "ist deshalb unbekannt.",
        "Ergänzen Sie eine Spalte „Teilnehmerzahl“ mit der Summe.",
    ),
    "anzahl-mehrere-zeilen": Message(
        _W,
        "Mehrere Zahlen für einen Eintrag",
        "Zu dem Eintrag, der in Zeile {first} beginnt und über mehrere Zeilen geht, stehen unter „{heading}“ mehrere "
        "Zahlen ({value}). Gezählt wird „mindestens“ die größte.",
        "Schreiben Sie eine Zahl für alle in Zeile {first}; sind es mehrere Einträge, lösen Sie die verbundenen "
        "Zellen auf.",
    ),
    "zeile-abgesagt": Message(
        _N,
        "Abgesagt",
        "Zeile {row} („{value}“) ist als abgesagt oder entfallen gekennzeichnet und zählt nicht mit.",
        "Fand der Termin doch statt, entfernen Sie den Vermerk.",
    ),
    "zeile-abgesagt-mit-zahl": Message(
        _W,
        "Abgesagt trotz Zahl",
        "Zeile {row} („{value}“) ist als abgesagt gekennzeichnet, nennt aber eine Zahl; sie zählt nicht mit.",
        "Fand der Termin statt, entfernen Sie den Vermerk; sonst löschen Sie die Zahl.",
    ),
    "abgesagt-und-zahl": Message(
        _W,
        "Abgesagt oder nicht?",
        "In Zeile {row} ist von einer Absage die Rede, unter „{heading}“ steht aber {value}. Die Zeile zählt mit.",
        "Fiel der Termin aus, schreiben Sie nur „abgesagt“ in die Bemerkung.",
    ),
    "zeile-formel": Message(
        _N,
        "Nur Formeln ohne Ergebnis",
        "In Zeile {row} stehen nur Formeln ohne gespeichertes Ergebnis; sie zählt nicht mit.",
        "Ist es eine Summe, ist nichts zu tun. Sonst öffnen und speichern Sie die Datei in Excel oder LibreOffice.",
    ),
    "jahr-aus-dem-namen": Message(
        _N,
        "Jahr aus dem Namen",
        "{auf_dem_blatt} steht kein Datum mit Jahr; gelesen wurde das Jahr {year}, das im Namen oder Titel steht.",
        "Stimmt das nicht, schreiben Sie das Jahr zu den Daten.",
    ),
    "zeilen-abschnitte": Message(
        _N,
        "Zwischenüberschriften",
        "{auf_dem_blatt} steht in {rows} nur ein Jahr oder ein Monat; es gilt für die Zeilen darunter.",
        "Es ist nichts zu tun.",
    ),
    "zeile-ohne-datum": Message(
        _W,
        "Datum fehlt",
        "Zeile {row} („{value}“) hat kein Datum und zählt nicht mit.",
        "Tragen Sie das Datum ein, zum Beispiel 14.03.2017.",
    ),
    "zeile-nur-datum": Message(
        _W,
        "Zeile ohne Inhalt",
        "In Zeile {row} steht nur das Datum {value}; sie zählt nicht mit.",
        "Ergänzen Sie die Zeile oder löschen Sie das Datum.",
    ),
    "zeile-unvollstaendig": Message(
        _W,
        "Angabe fehlt",
        "In Zeile {row} der Tabelle „{table}“ fehlt {missing}; die Zeile zählt nicht mit.",
        "Ergänzen Sie die Angabe.",
    ),
    "zeile-doppelt": Message(
        _W,
        "Zeile steht zweimal da",
        "Zeile {row} steht genauso in {twin} und zählt nur einmal.",
        "Löschen Sie eine der beiden Zeilen.",
    ),
    "zeilen-doppelt": Message(
        _W,
        "Zeilen stehen zweimal da",
        "{das_blatt}: {rows} stehen genauso in {twin} ({twin_rows}) und zählen nur einmal.",
        "Löschen Sie sie auf einem der beiden Blätter.",
    ),
    "zeilen-wieder": Message(
        _W,
        "Zeilen stehen zweimal da",
        "{das_blatt}: {rows} stehen genauso in {twin} ({twin_rows}); alle zählen.",
        "Ist eines der Blätter ein Auszug oder ein älterer Stand des anderen, legen Sie es in den Ordner „archiv“.",
    ),
    "zeilen-gleich": Message(
        _W,
        "Gleiche Zeilen",
        "{auf_dem_blatt} sind mehrere Zeilen gleich ({rows}); alle zählen.",
        "Ist eine davon versehentlich doppelt, löschen Sie sie.",
    ),
    "blatt-aehnlich": Message(
        _W,
        "Blatt steht vielleicht zweimal da",
        "{das_blatt} und {twin} stimmen in {same} überein, soweit beide dieselben Spalten haben ({rows}); alle zählen.",
        "Sind es dieselben Einträge, löschen Sie eines von beiden oder legen Sie es in den Ordner „archiv“.",
    ),
    "nach-dem-berichtsjahr": Message(
        _N,
        "Nach dem Berichtsjahr",
        "{auf_dem_blatt} liegen Einträge nach {year} ({rows}); sie zählen in diesem Bericht nicht.",
        "Es ist nichts zu tun; sie kommen in den nächsten Bericht.",
    ),
    # --- ingest: cells ------------------------------------------------------------------------------
    "datum-offen": Message(
        _W,
        "Datum noch offen",
        "In Zelle {cell} („{heading}“) steht „{value}“ statt eines Datums; die Zeile zählt nicht mit.",
        "Tragen Sie das Datum ein, sobald es feststeht.",
    ),
    "datum-ohne-jahr": Message(
        _W,
        "Jahr fehlt",
        "In Zelle {cell} („{heading}“) steht „{value}“ ohne Jahr; die Zeile zählt nicht mit.",
        "Schreiben Sie das Datum mit Jahr, oder nennen Sie das Blatt nach dem Jahr, zum Beispiel „2017“.",
    ),
    "datum-mehrdeutig": Message(
        _W,
        "Datum mehrdeutig",
        "In Zelle {cell} („{heading}“) steht „{value}“; Tag und Monat lassen sich nicht unterscheiden. Die Zeile zählt "
        "nicht mit.",
        "Schreiben Sie das Datum mit Punkten: Tag.Monat.Jahr.",
    ),
    "datum-serie": Message(
        _W,
        "Terminreihe",
        "In Zelle {cell} („{heading}“) steht die Terminreihe „{value}“; wie viele Termine es waren, ist daraus nicht "
        "zu "
        "zählen. Die Zeile zählt nicht mit.",
        "Tragen Sie jeden Termin einzeln ein; mehrere dürfen in einer Zelle stehen, durch Komma getrennt.",
    ),
    "datum-ausserhalb": Message(
        _W,
        "Jahr unglaubwürdig",
        "In Zelle {cell} („{heading}“) steht „{value}“; dieses Jahr ist vermutlich ein Tippfehler. Die Zeile zählt "
        "nicht mit.",
        "Berichtigen Sie das Datum. Der erlaubte Zeitraum steht in „bericht.toml“ unter [lesen].",
    ),
    "datum-unlesbar": Message(
        _W,
        "Datum nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist nicht als Datum zu lesen. Die Zeile zählt nicht mit.",
        "Schreiben Sie das Datum so: 14.03.2017.",
    ),
    "datum-unmoeglich": Message(
        _W,
        "Diesen Tag gibt es nicht",
        "In Zelle {cell} („{heading}“) steht „{value}“; einen solchen Tag gibt es im Kalender nicht. Die Zeile zählt "
        "nicht mit.",
        "Berichtigen Sie das Datum.",
    ),
    "bis-unlesbar": Message(
        _W,
        "Ende nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist kein Ende, das zum Beginn passt. Gelesen wurde nur der "
        "Beginn.",
        "Berichtigen Sie das Datum.",
    ),
    "jahr-passt-nicht": Message(
        _W,
        "Jahr passt nicht zum Blatt",
        "{auf_dem_blatt} sind Einträge aus {year} ({rows}), obwohl das Blatt ein anderes Jahr nennt; sie zählen zu "
        "{year}.",
        "Ist es ein Tippfehler, berichtigen Sie das Jahr.",
    ),
    "jahr-unlesbar": Message(
        _W,
        "Jahr nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist kein Jahr. Die Zeile zählt nicht mit.",
        "Schreiben Sie das Jahr mit vier Ziffern.",
    ),
    "zahl-unlesbar": Message(
        _W,
        "Wert nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist keine Zahl. Die Zeile zählt nicht mit.",
        "Schreiben Sie nur die Zahl, zum Beispiel 1.250 oder 12,5; die Einheit hat eine eigene Spalte.",
    ),
    "wert-unlesbar": Message(
        _W,
        "Einzelner Wert nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist keine Zahl. Dieser Wert fehlt im Bericht.",
        "Schreiben Sie nur die Zahl, zum Beispiel 1.250 oder 12,5; fehlt sie noch, lassen Sie die Zelle leer.",
    ),
    "namen-statt-zahlen": Message(
        _W,
        "Namen statt Zahlen",
        "Die Spalte „{heading}“ enthält überwiegend Namen statt Zahlen; sie wird nicht gelesen.",
        "Nennen Sie die Spalte „Beteiligte“, wenn es Organisationen sind; Namen von Personen gehören nicht in die "
        "Liste.",
    ),
    "personendaten": Message(
        _N,
        "Persönliche Angaben",
        "In Zelle {cell} („{heading}“) steht eine E-Mail-Adresse oder Telefonnummer; sie wird nicht übernommen.",
        "Entfernen Sie sie, wenn sie dort nicht gebraucht wird.",
    ),
    "personendaten-im-text": Message(
        _W,
        "Persönliche Angaben im Text",
        "In Zelle {cell} („{heading}“) steht eine E-Mail-Adresse oder Telefonnummer; der Bericht druckt dort „…“.",
        "Nehmen Sie sie aus dem Text, dann stimmt der Satz wieder.",
    ),
    "name-im-netzwerk": Message(
        _N,
        "Name statt Institution",
        "In Zelle {cell} („{heading}“) steht der Name einer Person aus dieser Liste; er wird nicht übernommen.",
        "Tragen Sie dort die Institution ein, oder lassen Sie die Zelle bei Einzelpersonen leer.",
    ),
    "engagement-unlesbar": Message(
        _N,
        "Haupt- oder ehrenamtlich",
        "Aus Zelle {cell} („{heading}“) geht nicht hervor, ob jemand haupt- oder ehrenamtlich mitmacht.",
        "Schreiben Sie „hauptamtlich“ oder „ehrenamtlich“; soll es offen bleiben, leeren Sie die Zelle.",
    ),
    "anzahl-mehrere-termine": Message(
        _N,
        "Eine Zahl für mehrere Termine",
        "Zu den {dates} Terminen in Zeile {row} steht nur eine Zahl („{value}“ in Zelle {cell}). Sie zählt für den "
        "ersten Termin, bei den übrigen gilt sie als unbekannt.",
        "Geben Sie jedem Termin eine eigene Zeile mit seiner Zahl.",
    ),
    "anzahl-datum": Message(
        _W,
        "Datum statt Zahl",
        "In Zelle {cell} („{heading}“) steht das Datum {value}; vermutlich hat Excel eine Angabe wie „3-5“ "
        "umgewandelt. "
        "Die Zahl gilt als unbekannt.",
        "Schreiben Sie die Angabe neu, zum Beispiel „3 bis 5“.",
    ),
    "anzahl-negativ": Message(
        _W,
        "Negative Zahl",
        "In Zelle {cell} („{heading}“) steht {value}; eine Anzahl kann nicht negativ sein. Die Zahl gilt als "
        "unbekannt.",
        "Berichtigen Sie die Zahl.",
    ),
    "anzahl-bruch": Message(
        _W,
        "Keine ganze Zahl",
        "In Zelle {cell} („{heading}“) steht {value}; gezählt werden nur ganze Zahlen. Die Zahl gilt als unbekannt.",
        "Tragen Sie eine ganze Zahl ein.",
    ),
    "anzahl-unlesbar": Message(
        _W,
        "Zahl nicht lesbar",
        "In Zelle {cell} („{heading}“) steht „{value}“; das ist nicht als Anzahl zu lesen. Die Zahl gilt als "
        "unbekannt.",
        "Schreiben Sie eine Zahl oder „ca. 50“, „über 150“, „20–30“ oder „k. A.“.",
    ),
    "zelle-fehlerwert": Message(
        _W,
        "Fehler in einer Zelle",
        "In Zelle {cell} („{heading}“) steht der Fehlerwert {value}; {lost}.",
        "Berichtigen Sie die Formel oder tragen Sie den Wert von Hand ein.",
    ),
    "zelle-zu-lang": Message(
        _W,
        "Zelle zu lang",
        "Der Text in Zelle {cell} ist länger als 32.767 Zeichen; gelesen wurde nur sein Anfang.",
        "Kürzen Sie den Text.",
    ),
    "anfuehrungszeichen-offen": Message(
        _W,
        "Anführungszeichen ohne Ende",
        "{auf_dem_blatt} steht ein Anführungszeichen, zu dem das zweite fehlt ({rows}). Gelesen wurde, als stünde es "
        "nicht da.",
        "Prüfen Sie diese Zeilen in einem Texteditor: Löschen Sie das Anführungszeichen oder ergänzen Sie das zweite. "
        "Oder speichern Sie die Liste als „.xlsx“.",
    ),
    "formel-ohne-wert": Message(
        _W,
        "Formeln ohne Ergebnis",
        "In der Spalte „{heading}“ sind Formeln ohne gespeichertes Ergebnis ({rows}); {lost}.",
        "Öffnen Sie die Datei in Excel oder LibreOffice und speichern Sie sie; dann werden die Ergebnisse gespeichert.",
    ),
    # --- ingest: names ------------------------------------------------------------------------------
    "schreibweisen-organisation": Message(
        _N,
        "Schreibweisen einer Organisation",
        "{spellings} und „{chosen}“ gelten als dieselbe Organisation; der Bericht schreibt „{chosen}“.",
        "Schreiben Sie den Namen überall gleich. Sind es verschiedene, tragen Sie beide in die Tabelle „Partner“ ein.",
    ),
    "schreibweisen-fraglich": Message(
        _N,
        "Zwei ähnliche Namen",
        "„{value}“ und „{other}“ unterscheiden sich nur in einem Buchstaben und zählen als zwei.",
        "Ist dasselbe gemeint, schreiben Sie den Namen überall gleich; sonst ist nichts zu tun.",
    ),
    "partner-widerspruch": Message(
        _W,
        "Zwei Angaben zu einem Partner",
        "In der Tabelle „Partner“ steht bei „{name}“ unter „{heading}“ hier „{value}“, aber „{other}“ in {there}; es "
        "gilt „{other}“.",
        "Schreiben Sie an beiden Stellen dasselbe, oder löschen Sie eine der beiden Zeilen.",
    ),
    "wert-widerspruch": Message(
        _W,
        "Zwei Werte für dasselbe",
        "Für „{name}“ im Jahr {year} steht hier {value}, aber {other} in {there}.",
        "Löschen Sie die Zeile mit dem Wert, der nicht stimmt; sind es zwei verschiedene Dinge, geben Sie ihnen "
        "verschiedene Bezeichnungen.",
    ),
    "kurzform-doppelt": Message(
        _W,
        "Kurzform doppelt vergeben",
        "In der Tabelle „Partner“ steht „{value}“ für „{other}“ und für „{name}“; es gilt „{other}“.",
        "Geben Sie jeder Organisation eine eigene Kurzform.",
    ),
    "und-im-namen": Message(
        _N,
        "Ein Name oder zwei",
        "„{value}“ wurde als Name einer einzigen Organisation gelesen.",
        "Sind es zwei, trennen Sie sie mit Semikolon. Ist es eine, tragen Sie sie in die Tabelle „Partner“ ein, dann "
        "entfällt dieser Hinweis.",
    ),
    "schreibweisen-projekt": Message(
        _N,
        "Schreibweisen eines Projekts",
        "{spellings} und „{chosen}“ gelten als dasselbe Projekt; der Bericht schreibt „{chosen}“.",
        "Schreiben Sie den Namen überall gleich.",
    ),
    "projekt-allgemein": Message(
        _N,
        "Projekt ohne eigenen Namen",
        "Das Projekt „{value}“ zählt zusammen mit den Einträgen, die zu keinem Projekt gehören.",
        "Soll es für sich stehen, geben Sie ihm einen anderen Namen.",
    ),
    "schreibweisen-art": Message(
        _N,
        "Schreibweisen einer Art",
        "{spellings} und „{chosen}“ gelten als dasselbe; der Bericht schreibt „{chosen}“.",
        "Schreiben Sie das Wort überall gleich.",
    ),
    # --- survey -------------------------------------------------------------------------------------
    "umfrage-gelesen": Message(
        _N,
        "Umfrage erkannt",
        "Das Blatt ist {tool}. Gelesen wurde {kinds}.",
        "Wenn eine Frage falsch gedeutet ist, nennen Sie ihren Typ im Blatt „Fragen“ derselben Datei.",
    ),
    "umfrage-personenbezogen": Message(
        _N,
        "Personenbezogene Spalten",
        "Diese Spalten sagen, wer geantwortet hat, und werden nicht ausgewertet: {columns}.",
        "Sie müssen nichts tun. Besser ist es, solche Spalten vor dem Ablegen zu löschen.",
    ),
    "umfrage-ohne-antwort": Message(
        _N,
        "Zeilen ohne Antwort",
        "Zeilen, in denen keine einzige Frage beantwortet ist: {rows}.",
        "Sie zählen nicht mit. Sie müssen nichts tun.",
    ),
    "umfrage-zu-klein": Message(
        _N,
        "Zu wenige Antworten",
        "{das_blatt} ist eine Umfrage mit weniger als {smallest} Antworten; so wenige zeigt der Bericht nicht, sie "
        "bekommt deshalb kein Kapitel.",
        "Sie müssen nichts tun. Fehlen Antworten, legen Sie die vollständige Ausgabe in den Ordner.",
    ),
    "umfrage-ohne-titel": Message(
        _N,
        "Umfrage ohne Titel",
        "Einen Titel hat die Umfrage nicht; im Bericht heißt sie „{title}“.",
        "Nennen Sie den Titel im Blatt „Umfrage-Angaben“, oder geben Sie der Datei einen sprechenden Namen.",
    ),
    "umfrage-zeitraum": Message(
        _N,
        "Zeitraum einer Umfrage",
        "Wann gefragt wurde, ist nicht angegeben; nach den Zeitstempeln der Antworten war es {when}.",
        "Wenn das nicht stimmt, nennen Sie „Von“ und „Bis“ im Blatt „Umfrage-Angaben“.",
    ),
    "umfrage-quer": Message(
        _W,
        "Umfrage liegt quer",
        "{auf_dem_blatt} stehen die Fragen untereinander und die Antworten nebeneinander; so werden sie nicht gezählt.",
        "Drehen Sie die Tabelle: alles markieren, kopieren, in ein leeres Blatt „Inhalte einfügen“ mit „Transponieren“."
        " Dann steht jede Antwort in einer Zeile und jede Frage über einer Spalte.",
    ),
    "umfrage-auszaehlung": Message(
        _W,
        "Umfrage schon ausgezählt",
        "{auf_dem_blatt} steht, wie oft jede Antwort gegeben wurde, nicht eine Zeile je Antwort; daraus entsteht kein "
        "Umfragekapitel.",
        "Legen Sie die Fragebogen einzeln ab, eine Zeile je Bogen. Haben Sie nur die Auszählung, tragen Sie die Zahlen,"
        " die im Bericht stehen sollen, in die Tabelle „Werte“ ein.",
    ),
    "umfrage-ohne-ueberschrift": Message(
        _W,
        "Antworten ohne Frage",
        "Über diesen Spalten steht keine Frage, ihre Antworten fehlen im Bericht: {columns}.",
        "Schreiben Sie die Frage in die Zeile der Überschriften.",
    ),
    "umfrage-notizzeile": Message(
        _W,
        "Zeilen, die keine Antwort sind",
        "Diese Zeilen sehen nach Notiz oder Summe aus und zählen nicht als Antwort: {rows}.",
        "Wenn es Antworten sind, füllen Sie die erste Spalte wie in den anderen Zeilen; sonst löschen Sie die Zeilen.",
    ),
    "umfrage-annahme": Message(
        _N,
        "Annahme zu einer Umfrage",
        "{assumed} Das betrifft {questions}.",
        "Wenn das nicht stimmt, nennen Sie Typ und Reihenfolge der Antworten im Blatt „Fragen“ derselben Datei.",
    ),
    "umfrage-angabe-unbekannt": Message(
        _W,
        "Unbekannte Angabe zur Umfrage",
        "Die Angabe „{value}“ in Zelle {cell} ist nicht bekannt.",
        "{near}",
    ),
    "umfrage-angabe-unlesbar": Message(
        _W,
        "Angabe zur Umfrage nicht lesbar",
        "Bei „{heading}“ steht in Zelle {cell} „{value}“; das ist nicht zu lesen.",
        "Schreiben Sie Tage so: 14.03.2017, und die Zahl der Eingeladenen als Zahl.",
    ),
    "umfrage-typ-unbekannt": Message(
        _W,
        "Unbekannter Fragetyp",
        "Den Fragetyp „{value}“ gibt es nicht; die Frage wurde nach ihren Antworten gedeutet.",
        "Möglich sind: Skala, Note, Ja/Nein, Einfachauswahl, Mehrfachauswahl, Rangfolge, Zahl, Datum, offen.",
    ),
    "umfrage-frage-unbekannt": Message(
        _W,
        "Unbekannte Frage",
        "Im Blatt „Fragen“ steht „{value}“, eine solche Frage gibt es in der Umfrage nicht.",
        "{near}",
    ),
    "umfrage-gruppe-unbekannt": Message(
        _N,
        "Unbekannte Gruppe",
        "Die Einstellung umfrage.gruppen nennt „{value}“, keine Umfrage stellt diese Frage.",
        "{near}",
    ),
    "umfrage-nur-codes": Message(
        _W,
        "Umfrage nur mit Codes",
        "In diesem Blatt stehen statt der Antworten nur Codes wie „A1“; betroffene Fragen: {count}.",
        "Exportieren Sie die Umfrage noch einmal, mit vollständigen Antworten und mit Fragetext in der Überschrift.",
    ),
    "umfrage-fehlerzellen": Message(
        _W,
        "Fehlerwerte in einer Umfrage",
        "Zellen mit Fehlerwert oder mit Formel ohne Ergebnis: {count}, die erste ist {cell}; diese Antworten fehlen.",
        "Berichtigen Sie die Formeln oder tragen Sie die Antworten von Hand ein.",
    ),
    "umfrage-frueher": Message(
        _N,
        "Umfrage aus einem früheren Jahr",
        "Die Umfrage „{title}“ stammt aus dem Jahr {year}; sie bekommt kein eigenes Kapitel, dient aber zum Vergleich.",
        "Sie müssen nichts tun. Wenn die Jahreszahl falsch ist, berichtigen Sie sie im Blatt „Umfrage-Angaben“.",
    ),
    "umfrage-spaeter": Message(
        _N,
        "Umfrage nach dem Berichtsjahr",
        "Die Umfrage „{title}“ fand nach dem Berichtsjahr {year} statt und steht nicht in diesem Bericht.",
        "Sie müssen nichts tun. Wenn die Jahreszahl falsch ist, berichtigen Sie sie im Blatt „Umfrage-Angaben“.",
    ),
    "umfrage-doppelt": Message(
        _W,
        "Umfrage doppelt",
        "Dieses Blatt enthält dieselben Antworten wie {twin} und zählt nicht noch einmal.",
        "Löschen Sie eines von beiden.",
    ),
    "umfrage-enthalten": Message(
        _W,
        "Älterer Stand einer Umfrage",
        "Alle Antworten dieses Blattes ({rows}) stehen auch in {twin}; sie zählen nicht noch einmal.",
        "Löschen Sie den älteren Stand oder legen Sie ihn in den Ordner „archiv“.",
    ),
    "umfrage-abweichend": Message(
        _E,
        "Zwei abweichende Fassungen",
        "Dieses Blatt und {twin} haben {same} gleiche Antworten, weichen aber voneinander ab: hier {rows}, dort "
        "{twin_rows}.",
        "Welche Fassung stimmt? Legen Sie die andere in den Ordner „archiv“ oder löschen Sie sie.",
    ),
    # --- narrative ----------------------------------------------------------------------------------
    "satzmuster-falsch": Message(
        _E,
        "Fehler in einer Satzvorlage",
        "{reason} (Datei „{file}“, Zeile {row}).",
        "{remedy}",
    ),
    "satzmuster-fehlt": Message(
        _E,
        "Fehlende Satzvorlage",
        "Unter „{file}“ gibt es keinen Satz für „{role}“.",
        'Stellen Sie die Satzvorlagen des Programms wieder her oder ergänzen Sie einen Satz mit fuer = "{role}".',
    ),
    "platzhalter-unbekannt": Message(
        _E,
        "Unbekannter Platzhalter",
        "Den Platzhalter „{value}“ in Zeile {row} in der Spalte „{column}“ gibt es nicht.",
        "{suggestion} {known}",
    ),
    "platzhalter-leer": Message(
        _W,
        "Platzhalter ohne Inhalt",
        "In Zeile {row} nennt die Spalte „{column}“ den Platzhalter „{value}“, in dieser Zeile ist dort aber nichts "
        "angegeben.",
        "Füllen Sie die Zelle oder nennen Sie den Platzhalter nicht. Bis dahin schreibt das Programm den Satz selbst.",
    ),
    "platzhalter-eins": Message(
        _N,
        "Platzhalter, für den eine 1 steht",
        "In Zeile {row} in der Spalte „{column}“ wird aus dem Platzhalter „{value}“ eine 1: „1 {noun}“.",
        "Lesen Sie den Satz; braucht er die Einzahl, schreiben Sie ihn um.",
    ),
    "platzhalter-offen": Message(
        _E,
        "Platzhalter ohne Klammern",
        "In Zeile {row} in der Spalte „{column}“ gehört eine doppelte Klammer zu keinem Platzhalter: „{value}“.",
        "Ein Platzhalter steht zwischen zwei öffnenden und zwei schließenden geschweiften Klammern, "
        "z. B. {{{{ jahr }}}}.",
    ),
    "platzhalter-form-unbekannt": Message(
        _E,
        "Unbekannte Form eines Platzhalters",
        "Die Form „{form}“ im Platzhalter „{value}“ in Zeile {row} gibt es nicht.",
        "{suggestion} Möglich sind: {forms}.",
    ),
    "kapitel-aehnlich": Message(
        _N,
        "Kapitel, das fast wie ein Projekt heißt",
        "Das Kapitel „{value}“ heißt fast wie das Projekt „{project}“ und steht im Bericht als eigenes Kapitel.",
        "Gehört der Text zum Projekt, schreiben Sie dessen Namen in die Spalte „Kapitel“.",
    ),
    "wort-unbekannt": Message(
        _N,
        "Unbekanntes Wort",
        "„{value}“ kennt das Programm nicht mit Artikel und Mehrzahl oder nicht als etwas, das stattfindet; es "
        "schreibt den Satz deshalb vorsichtiger.",
        'Tragen Sie das Wort in die „bericht.toml“ unter [woerter] ein, z. B. "{value}" = "der, …" mit der '
        "Mehrzahl nach dem Komma.",
    ),
    "partner-neben-uns": Message(
        _N,
        "Partner neben der eigenen Organisation",
        "Die Überschrift nennt Partner. Deshalb steht im Bericht auch „{name}“ als Veranstalter, und zwar vor ihnen.",
        "Nichts, wenn das stimmt. Haben andere die Veranstaltungen allein ausgerichtet, nennen Sie die Spalte "
        "„Veranstalter“.",
    ),
    "artikel-unbekannt": Message(
        _N,
        "Unbekannter Artikel",
        "Der Artikel von {names} ist nicht bekannt; im Text stehen solche Namen deshalb ungebeugt.",
        "Tragen Sie die Organisation in die Liste „Partner“ ein und in die Spalte „Artikel“ der, die, das oder plural.",
    ),
    "artikel-der-organisation": Message(
        _N,
        "Artikel der Organisation unbekannt",
        "Ob es der, die oder das „{value}“ heißt, ist nicht bekannt; der Bericht nennt die Organisation deshalb "
        "seltener.",
        'Ergänzen Sie in der „bericht.toml“ unter [organisation] die Zeile artikel = "die" (oder der, das, plural).',
    ),
    "ort-ohne-verhaeltniswort": Message(
        _N,
        "Ort ohne Verhältniswort",
        "Zum Ort „{value}“ weiß das Programm nicht, ob es „in“, „im“ oder „in der“ heißt; er steht deshalb in "
        "Klammern.",
        "Schreiben Sie ihn so, wie er im Satz stehen soll, z. B. „in der Alten Weberei“.",
    ),
    "einstellung-ohne-zeilen": Message(
        _N,
        "Einstellung, zu der es keine Zeilen gibt",
        "Die Einstellung „{setting}“ in der „bericht.toml“ nennt „{value}“; in den Tabellen kommt das nicht vor.",
        "{suggestion} Kommen solche Zeilen erst noch, müssen Sie nichts tun.",
    ),
    "wort-falsch": Message(
        _W,
        "Eintrag unter [woerter] nicht lesbar",
        "Der Eintrag „{value}“ in der „bericht.toml“ ist nicht zu verstehen.",
        'Schreiben Sie Artikel und Mehrzahl, z. B. "Stammtisch" = "der, Stammtische".',
    ),
    # --- charts -------------------------------------------------------------------------------------
    "diagramm-falsch": Message(
        _E,
        "Fehler in einer Diagrammvorlage",
        "Die Diagrammvorlage „{file}“ ist so nicht zu verwenden: {reason}.",
        "Berichtigen Sie die Datei oder stellen Sie die Fassung des Programms wieder her.",
    ),
}
