# Zegel — de
# By subject. Reasons against, each with what to do, speak of the asker and of the partner whom the asker chose, never of the
# document’s level, categories, dossier or audience.

## words of every subject

quote-open = „
quote-close = “
yes = ja
no = nein
none = keine
never = nie
unknown = unbekannt
today = heute
word-exercise = ÜBUNG
app-pick-files = Zu registrierende Dokumente wählen
app-write-unmarked = ENTWURF – nicht registriert
app-pick-files-of-folder = Ordner wählen, dessen Dokumente zu registrieren sind
app-pick-version = Datei der neuen Fassung wählen
app-pick-folder = Wählen, wohin das Paket geschrieben wird
app-save-log = Wählen, wohin das Protokoll geschrieben wird
app-pick-vault = Ordner des Tresors wählen
app-no-display = es gibt keinen Bildschirm für ein Fenster. Verwenden Sie zegelctl.
no-proof-same-vault = dass es das Protokoll Ihres Tresors ist und kein anderes an seiner Stelle: Vergleichen Sie es mit einem anderswo aufbewahrten Prüfpunkt (zegelctl: --checkpoint)
no-proof-nothing-cut-off-since = dass seit dem Prüfpunkt nichts am Ende abgeschnitten wurde
no-proof-nothing-cut-off = dass nichts am Ende abgeschnitten wurde: Vergleichen Sie das Protokoll mit einem anderswo aufbewahrten Prüfpunkt (zegelctl: --checkpoint)
no-proof-rights = dass jeder Verfasser tun durfte, was er eintrug: Das wird beim Entsperren geprüft
no-proof-contents = was in den versiegelten Teilen steht: Dazu braucht es ihre Schlüssel
no-proof-objects = dass die Dokumente da und unversehrt sind: siehe „zegelctl doctor“
os-cause =
    { $cause ->
        [not_found] die Datei oder ihr Ordner ist nicht da
        [permission] Sie haben nicht das Recht dazu
        [exists] diesen Namen gibt es schon
        [not_a_folder] ein Teil des Pfads ist kein Ordner
        [is_a_folder] es ist ein Ordner
        [not_empty] der Ordner ist nicht leer
        [read_only] an dieser Stelle kann nichts geschrieben werden
        [full] es ist kein Platz mehr
        [too_large] es ist größer, als dieser Datenträger oder diese Sitzung erlaubt
        [busy] etwas anderes benutzt es
        [reader_gone] der Leser ist weg
        [timed_out] es kam nicht rechtzeitig eine Antwort
        [cut_short] es endete zu früh
        [not_whole] nicht alles konnte geschrieben werden
        [memory] der Speicher reicht nicht
        [unsupported] dieser Datenträger oder dieses Gerät kann das nicht
        [bad_name] ein solcher Name ist hier nicht möglich
        [loop] Verknüpfungen führen im Kreis
        [device] der Datenträger oder das Gerät meldet einen Fehler
        [no_device] dieses Gerät gibt es nicht
        [not_open] dafür ist es nicht geöffnet
        [many_open] zu viele Dateien sind geöffnet
        [other_disk] es liegt auf einem anderen Datenträger
        [network] das Netz antwortet nicht
        [interrupted] es wurde unterbrochen
        [unknown] das System nennt keinen Grund
       *[other] das System meldet einen Fehler, für den es hier keine Worte gibt
    }
os-what =
    { $what ->
        [document] Das Dokument
        [index] Der Index des Offiziers
        [vault] Der Ordner des Tresors
        [backup] Der Ordner der Sicherung
        [objects] Der Ordner der versiegelten Dokumente
        [lock] Die Datei, die ein zweites Fenster fernhält
       *[other] { $what }
    }

## frame

ui-close = Schließen
ui-cancel = Abbrechen
ui-retry = Erneut versuchen
ui-back = Zurück
ui-optional = optional
ui-loading = Wird geladen…
ui-reason-unknown = Eine Regel steht dem entgegen ({ $code }).
ui-reason-met = Bedingung erfüllt ({ $code })
ui-reason-no = Nicht erfüllt:
ui-reason-yes = Erfüllt:
ui-problem-unknown = Der Vorgang ist fehlgeschlagen ({ $code }).
ui-problem-unknown-fix = Versuchen Sie es erneut. Bleibt der Fehler bestehen, teilen Sie diesen Code Ihrem Sicherheitsoffizier mit.
ui-exercise = EXERCICE – OEFENING
ui-skip = Zum Inhalt
ui-nav = Hauptnavigation
ui-nav-file = Registrieren
ui-nav-write = Schreiben
ui-nav-log = Protokoll
ui-lock = Sperren
ui-settings = Einstellungen
ui-language = Sprache
ui-theme = Darstellung
ui-theme-system = Wie das System
ui-theme-light = Hell
ui-theme-dark = Dunkel
ui-text-size = Textgröße
ui-text-size-percent = Text auf { $percent } %
ui-palette = Springen zu…
ui-palette-title = Befehle und Dokumente
ui-palette-hint = Bildschirm, Befehl, Titel oder Aktenzeichen
ui-palette-recent = Zuletzt geöffnet
ui-palette-screens = Bildschirme
ui-palette-commands = Befehle
ui-palette-unasked-recent = Was Sie zuletzt geöffnet haben, konnte nicht gelesen werden.
ui-palette-unasked-documents = In den Dokumenten konnte nicht gesucht werden.
ui-palette-nothing = Keine Treffer.
ui-keys = Tastenkürzel
ui-key-named-ctrl = Strg
ui-key-named-home = Pos1
ui-key-named-end = Ende
ui-key-named-space = Leertaste
ui-key-named-enter = Eingabe
ui-key-named-page-up = Bild ↑
ui-key-named-page-down = Bild ↓
ui-keys-palette = Zu einem Bildschirm, Befehl oder Dokument
ui-keys-lock = Sofort sperren
ui-keys-screens = Bildschirm wechseln
ui-keys-search = Ein Dokument suchen
ui-keys-rows = Durch die Liste gehen
ui-keys-open = Das gewählte Dokument öffnen
ui-keys-pages = Vorige, nächste Seite
ui-keys-zoom = Vergrößern, verkleinern, anpassen
ui-keys-text = Text des Fensters größer, kleiner, wie üblich
ui-keys-turn = Seiten nach rechts drehen
ui-keys-find = Im Dokument suchen
ui-keys-select = Text auf einer Seite auswählen, wo die Kennzeichnung es zulässt
ui-keys-copy = Ihn kopieren, mit der Kennzeichnung
ui-keys-outline = Gliederung des Dokuments
ui-keys-reading = Lesemodus
ui-keys-file = Registrieren (Bildschirm „Registrieren“)
ui-keys-help = Diese Hilfe
ui-unfold = Den Rest ein- oder ausblenden
ui-splitter = Breite oder Höhe von: { $pane }
ui-splitter-cards = die Karten
ui-sort-by = Nach { $column } sortieren
ui-sort = Sortieren
ui-sort-ascending = aufsteigend
ui-sort-descending = absteigend
ui-sort-clearance-end = Ende der Ermächtigung
ui-keys-tick = Ein Dokument ankreuzen, für mehrere zugleich
ui-keys-level = Zur Stufe (auf dem Bildschirm „Registrieren“)
ui-keys-last = Kennzeichnung wie zuletzt, ohne die Stufe
ui-keys-categories = Hinzufügen, was der Leitfaden verlangt

## people: session and passphrase

ui-session-level = Höchste Stufe der Sitzung
ui-offline-since = Der Server dieses Tresors ist seit { $at } nicht erreichbar. Sie können ansehen und durchsuchen, was hier bekannt ist; was festgehalten werden muss, auch das Öffnen eines Dokuments, wartet, bis er wieder da ist.
ui-objects-offline-since = Der Speicher der Dokumente dieses Tresors ist seit { $at } nicht erreichbar. Bis er wieder da ist, kann kein Dokument registriert oder geöffnet werden; alles andere wird wie gewohnt festgehalten.
ui-locking-soon = Sperre in { $seconds } s. Bewegen Sie die Maus oder drücken Sie eine Taste, um zu bleiben.
ui-last-session = Letzte Sitzung: { $at }
ui-first-session = Erste Sitzung dieses Offiziers.
ui-failed-attempts = { $n -> 
    [0] seither kein Fehlversuch 
    [one] seither ein Fehlversuch 
    *[other] seither { $n } Fehlversuche 
    }
ui-failed-attempts-fix = Waren Sie es nicht, benachrichtigen Sie Ihren Sicherheitsoffizier.
ui-passphrase-change = Passphrase ändern…
ui-passphrase-current = Aktuelle Passphrase
ui-passphrase-next = Neue Passphrase
ui-passphrase-again = Neue Passphrase, noch einmal
ui-passphrase-differ = Die beiden Eingaben sind verschieden.
ui-passphrase-save = Ändern
ui-passphrase-changed = Die Passphrase ist geändert.
ui-passphrase-given = Erzeugen Sie eigene Schlüssel
ui-passphrase-given-text = Ihre Schlüssel und diese Passphrase hat ein anderer erzeugt, der sie kennt: Sie taugen nur hierzu. Wählen Sie eine Passphrase, die nur Sie kennen. Unter ihr werden neue Schlüssel erzeugt, und was Sie signieren, gehört Ihnen allein.
ui-passphrase-given-save = Meine Schlüssel erzeugen
ui-passphrase-renew = Auch neue Schlüssel erzeugen
ui-passphrase-renew-hint = Bei einem Verdacht: Mit einer Kopie Ihrer Identitätsdatei ist dann nichts mehr anzufangen.
ui-passphrase-renewed = Sie haben neue Schlüssel, unter der neuen Passphrase.
ui-pin = PIN…
ui-pin-title = PIN für ein Fenster, das sich selbst gesperrt hat
ui-pin-text = Wenn das Fenster sich selbst gesperrt hat, weil nichts geschah, entsperren diese Ziffern es wieder: drei Versuche, danach die Passphrase. Die PIN steht nur im Speicher, bis Sie das Fenster sperren, der Computer schläft, das Programm endet oder zehn Stunden vergangen sind. Sie hält Vorbeikommende ab. Eine Passphrase ist sie nicht: Wer den Speicher dieses Computers lesen kann, findet sie innerhalb von Stunden.
ui-pin-new = PIN
ui-pin-again = PIN, noch einmal
ui-pin-hint = { $least } bis { $most } Ziffern
ui-pin-save = PIN setzen
ui-pin-set = Die PIN ist gesetzt.
ui-pin-is-set = Eine PIN ist gesetzt.
ui-pin-remove = PIN entfernen
ui-pin-removed = Die PIN ist entfernt.
ui-pin-of = PIN von { $officer }
ui-pin-left =
    { $left ->
        [one] Ein Versuch bleibt, danach ist die Passphrase nötig.
       *[other] { $left } Versuche bleiben, danach ist die Passphrase nötig.
    }
ui-pin-passphrase = Mit der Passphrase
ui-new = Ich bin neu hier…
ui-new-title = Aufnahme beantragen
ui-new-text = Ihre Schlüssel werden hier erzeugt, unter einer Passphrase, die nur Sie kennen. Ein Sicherheitsoffizier lässt Sie mit der Datei zu, die geschrieben wird.
ui-new-submit = Meine Schlüssel erzeugen…
ui-new-done = Ihre Schlüssel sind erzeugt
ui-new-done-text = Geben Sie die Datei { $name } einem Sicherheitsoffizier und lesen Sie ihm diesen Code vor. Sieht er denselben, hat er Ihren Antrag.
ui-unlock-title = Den Tresor entsperren
ui-unlock = Entsperren
ui-unlocking = Wird entsperrt…
ui-unlock-checking = Die Passphrase wird geprüft… (mit Absicht langsam, zum Schutz gegen Raten)
ui-unlock-reading = Passphrase angenommen. Das Register wird gelesen…
ui-unlock-read = Das Register wird gelesen: { $done } von { $total } Einträgen…
ui-unlock-officer = Offizier
ui-unlock-choose = Tippen Sie Ihren Offiziersnamen
ui-unlock-nobody = Dieser Tresor hat keinen Offizier dieses Namens.
ui-unlock-several = Mehrere Offiziere passen: Tippen Sie weiter, oder wählen Sie mit den Pfeiltasten.
ui-unlock-passphrase = Passphrase
ui-unlock-show = Passphrase anzeigen
ui-unlock-hide = Passphrase verbergen
ui-unlock-caps = Die Feststelltaste ist aktiv.
ui-unlock-wait = Nächster Versuch in { $seconds } s
ui-unlock-wait-why = Nach einer falschen Passphrase muss der nächste Versuch warten.
ui-unlock-without-memory = Ich weiß, warum: ohne diese Erinnerung weitermachen
ui-unlock-without-memory-hint = Geben Sie die Passphrase noch einmal ein. Dass Sie ohne sie weitergemacht haben, wird festgehalten.
ui-unlock-older-identity = Ich habe sie selbst zurückgelegt und mache mit der älteren Datei weiter
ui-unlock-older-identity-hint = Geben Sie die Passphrase noch einmal ein. Dass Sie mit ihr weitergemacht haben, wird festgehalten.
ui-unlock-exercise = Übungstresor: nicht für eingestufte Informationen zugelassen
ui-unlock-approved = System zugelassen bis zur Stufe { $level }
ui-unlock-approved-by = { $authority }, { $reference }, bis { $until }
ui-unlock-no-officers = Dieser Tresor hat noch keinen Offizier. Legen Sie ihn mit „zegelctl init“ an.
ui-locked-idle = Gesperrt, weil eine Weile nichts geschah.
ui-locked-suspend = Gesperrt, weil der Computer in den Ruhezustand ging.
ui-locked-crash = Vorsorglich gesperrt: Das Fenster fiel aus. Was registriert war, ist nicht verloren.
ui-locked-user = Gesperrt.
ui-locked-disabled = Gesperrt, weil Ihr Konto deaktiviert wurde.
ui-locked-frozen = Gesperrt, weil Ihr Konto eingefroren wurde.
ui-locked-revoked = Gesperrt, weil diese Identität nicht mehr gilt.
ui-unlock-unknown = Die Zulassung dieses Systems erscheint nach dem Entsperren.
ui-taken-title = Dieses Dokument wurde von Ihrem Bildschirm genommen
ui-taken-text = Sie dürfen es nicht mehr lesen. Hier jeder Grund, und was Sie tun können.
ui-unverified = nicht geprüft
ui-clock-title = Geht die Uhr dieses Computers richtig?
ui-clock-here = Dieser Computer
ui-clock-last = Letzter Eintrag des Protokolls
ui-clock-text = Dazwischen liegen { $days } Tage. Geht die Uhr vor, hält das, was jetzt eingetragen wird, alle anderen bis zu diesem Tag von der Arbeit ab.
ui-clock-confirm = Die Uhr geht richtig
err-no-officer = Es ist nicht angegeben, welcher Offizier handelt.
fix-no-officer = Geben Sie --as OFFIZIER an.
err-no-passphrase = Hier kann keine Passphrase erfragt werden.
fix-no-passphrase = Geben Sie --passphrase-file DATEI an oder arbeiten Sie in einem Terminal.
err-no-second-passphrase = Nach der Passphrase des zweiten Offiziers kann hier nicht gefragt werden.
fix-no-second-passphrase = Ergänzen Sie --with-passphrase-file DATEI, oder arbeiten Sie in einem Terminal.
err-passphrase-file-open = Die Passphrasendatei { $path } können andere auf diesem Computer lesen.
fix-passphrase-file-open = Schließen Sie sie für andere: chmod 600 { $path }
err-passphrase-file-long = Die erste Zeile von { $path } ist länger als { $limit } Byte: Das ist keine Passphrase.
fix-passphrase-file-long = Prüfen Sie, ob es die gemeinte Datei ist.
err-passphrase-file-long-input = Die erste Zeile der Standardeingabe ist länger als { $limit } Byte: Das ist keine Passphrase.
err-passphrase-file-empty = Die erste Zeile von { $path } ist leer.
fix-passphrase-file-empty = Schreiben Sie die Passphrase auf die erste Zeile.
err-passphrase-file-empty-input = Die erste Zeile der Standardeingabe ist leer.
err-passphrases-differ = Die beiden Passphrasen sind verschieden.
fix-passphrases-differ = Beginnen Sie von vorn; nichts wurde geändert.
err-clock-behind =
    { $author ->
        [none] Die Uhr dieses Computers steht vor einem Eintrag des Protokolls: Eintrag { $index } trägt die Zeit { $until }.
       *[other] Die Uhr dieses Computers steht vor einem Eintrag des Protokolls: Eintrag { $index }, signiert von { $author }, trägt die Zeit { $until }.
    }
fix-clock-behind = Entweder geht diese Uhr falsch, oder die des Verfassers des Eintrags ging falsch: Prüfen Sie Datum und Uhrzeit dieses Computers, und benachrichtigen Sie den Sicherheitsoffizier, wenn sie stimmen. Bis { $until } nach dieser Uhr wird nichts entschieden und nichts eingetragen.
err-not-remembered = Dieser Arbeitsplatz kann sich die Einstellung nicht merken ({ os-cause }).
fix-not-remembered = Sie gilt, bis das Programm beendet wird.
err-clock-impossible = Die Uhr dieses Computers steht vor 1970 oder nach 9999.
fix-clock-impossible = Stellen Sie die Uhr, und versuchen Sie es erneut.
err-disabled = Dieses Konto wurde deaktiviert.
fix-disabled = Wenden Sie sich an den Sicherheitsoffizier.
err-frozen = Dieses Konto ist eingefroren, von { $name } ({ $officer }), am { $at }.
fix-frozen = Entschieden ist noch nichts. Wenden Sie sich an { $name } oder einen anderen Sicherheitsoffizier: Aufgehoben wird es von zweien. Der Grund steht im Protokoll, das sie lesen können.
forged-session-of-another = seine Angaben für die Aufsicht stehen unter einer Sitzung, die sein Verfasser nicht begonnen hat
forged-session-begun-twice = eine Sitzung für die Aufsicht wird ein zweites Mal begonnen
forged-identity-misnamed = der Name eines Arbeitsplatzes ist keiner oder ist vergeben
forged-too-many-identities = ein Offizier hat mehr Identitäten, als er haben darf
forged-unknown-identity = eine Identität, die der Offizier nicht hat, wird widerrufen
forged-last-identity = die letzte Identität eines Offiziers wird widerrufen
err-desk-altered = Ihr Index im Tresor wurde verändert oder ist nicht der Ihre.
fix-desk-altered = Benachrichtigen Sie den Sicherheitsoffizier. Ist das Protokoll für unversehrt befunden, entfernen Sie Ihre Datei im Ordner desks: Beim nächsten Entsperren sagen Sie, dass Sie wissen, warum sie fehlt, und sie wird aus dem Protokoll neu erstellt.
err-identity-altered = Ihre Identitätsdatei wurde verändert oder beschädigt.
fix-identity-altered = Stellen Sie sie aus einer Kopie wieder her und benachrichtigen Sie den Sicherheitsoffizier.
err-not-an-identity = Das ist keine Identitätsdatei.
fix-not-an-identity = Geben Sie die Datei an, die „identity export“ am anderen Arbeitsplatz geschrieben hat.
err-identity-work = Diese Identitätsdatei zu öffnen würde { $mib } MiB Arbeitsspeicher brauchen; mehr als { $limit } nimmt dieses Programm nicht.
fix-identity-work = Sie wurde nicht von diesem Programm erstellt: Stellen Sie sie aus einer Kopie wieder her und benachrichtigen Sie den Sicherheitsoffizier.
err-vault-foreign = Das ist nicht der Tresor, zu dem Ihre Identität gehört: Sein Protokoll beginnt mit einem anderen Eintrag.
fix-vault-foreign = Registrieren Sie hier nichts. Benachrichtigen Sie den Sicherheitsoffizier: Jemand hat ein anderes Protokoll an die Stelle des Ihren gesetzt.
err-index-gone = Sie haben diesen Tresor schon einmal entsperrt, und Ihr Index, der sich an das Protokoll erinnert, ist verschwunden.
fix-index-gone = Ohne ihn lässt sich nicht sagen, ob das Protokoll zurückgesetzt wurde. Wenn Sie wissen, warum er fehlt (eine Kopie, ein anderer Arbeitsplatz), entsperren Sie noch einmal und sagen Sie es: das Kästchen im Fenster, --without-memory bei zegelctl. Wenn nicht, benachrichtigen Sie den Sicherheitsoffizier.
err-memory-altered = Was dieser Arbeitsplatz vom Protokoll behalten hat, kann nicht gelesen werden.
fix-memory-altered = Wenn Sie wissen, warum, entsperren Sie noch einmal und sagen Sie es: das Kästchen im Fenster, --without-memory bei zegelctl. Wenn nicht, benachrichtigen Sie den Sicherheitsoffizier.
err-identity-foreign = Diese Identität ist nicht die, die das Protokoll für diesen Offizier kennt.
fix-identity-foreign = Legen Sie die richtige Identitätsdatei zurück und benachrichtigen Sie den Sicherheitsoffizier.
err-identity-changed = Die Identitätsdatei von { $officer } wurde gleichzeitig anderswo geändert: Hier wurde nichts geändert.
fix-identity-changed = Entsperren Sie mit der Passphrase, die dort gewählt wurde, und ändern Sie sie nötigenfalls noch einmal. Waren Sie das nicht, benachrichtigen Sie den Sicherheitsoffizier.
err-identity-replaced = Diese Identitätsdatei enthält Schlüssel, die { $officer } ersetzt hat: Sie öffnen und signieren nichts mehr.
fix-identity-replaced = Wenn Sie Ihre Schlüssel eben erneuert haben, geben Sie die neue Passphrase ein. Sonst legen Sie die jetzige Identitätsdatei zurück (identities/{ $officer }.age) und benachrichtigen Sie den Sicherheitsoffizier: Jemand benutzt eine alte Kopie.
err-identity-older = Diese Identitätsdatei von { $officer } ist eine ältere: Am { $at } wurde ihre Passphrase oder ihr Token geändert.
fix-identity-older = Geben Sie die neue Passphrase mit der jetzigen Datei ein (identities/{ $officer }.age): Holen Sie sie von dort zurück, wo sie geändert wurde. Haben Sie die ältere selbst zurückgelegt, so sagen Sie es beim Entsperren (das Kästchen im Fenster, --older-identity bei zegelctl), und ändern Sie die Passphrase. Wenn nicht, war es jemand anders, der die alte Passphrase vielleicht kennt: Erzeugen Sie neue Schlüssel, und benachrichtigen Sie den Sicherheitsoffizier.
err-renewal-due = Die Schlüssel von { $officer } hat ein anderer erzeugt, der sie kennt: Sie taugen nur dazu, eigene zu erzeugen.
fix-renewal-due = Wählen Sie eine Passphrase, die nur Sie kennen; unter ihr werden neue Schlüssel erzeugt. Im Fenster: Geben Sie die Passphrase ein, die Sie erhalten haben. Mit zegelctl: zegelctl --as { $officer } identity renew
err-given-keys-stale = Die Schlüssel, die { $officer } erhalten hat, sind zu alt: Die gemeinsamen Schlüssel des Tresors wurden seither erneuert.
fix-given-keys-stale = Stellen Sie selbst einen Antrag (im Fenster „Ich bin neu hier“, sonst zegelctl identity request { $officer }) und bitten Sie einen Sicherheitsoffizier, Sie damit zuzulassen.
err-request-forged = Die Signaturen dieses Antrags stimmen nicht: Er wurde verändert oder unterwegs abgeschnitten.
fix-request-forged = Bitten Sie noch einmal um die Datei. Ist sie wieder dieselbe, benachrichtigen Sie die Person, die sie erstellt hat.
err-request-elsewhere = Dieser Antrag ist für einen anderen Tresor.
fix-request-elsewhere = Lassen Sie ihn in diesem Tresor stellen.
err-request-of-another = Diesen Antrag hat { $officer } gestellt.
fix-request-of-another = Nehmen Sie den Antrag des Offiziers, den Sie meinen.
err-request-newer = Eine spätere Version dieses Programms hat diesen Antrag geschrieben.
fix-request-newer = Installieren Sie diese Version hier, oder lassen Sie den Antrag mit dieser stellen.
err-identity-gone = Die Identitätsdatei von { $officer } fehlt: Dieser Offizier hat in diesem Tresor gearbeitet.
fix-identity-gone = Bitten Sie um ihre letzte gute Kopie (identities/{ $officer }.age) und benachrichtigen Sie den Sicherheitsoffizier.
err-token-recipient = Das ist kein Empfänger eines age-Plugins.
fix-token-recipient = Geben Sie die Zeile an, die mit age1 beginnt, wie sie das eigene Programm des Tokens zeigt: bei einem YubiKey age-plugin-yubikey --list, in der Zeile „Recipient:“. AGE-PLUGIN-… ist der Verweis auf den Token und steht in der anderen Datei.
err-token-identity = Die Datei enthält keine Identitätszeile eines age-Plugins oder mehrere.
fix-token-identity = Geben Sie die Datei an, die das eigene Programm des Tokens schrieb: eine Zeile, die mit AGE-PLUGIN- beginnt, und Kommentare.
err-token-two-plugins = Der Empfänger ist für das Plugin { $recipient }, die Identitätszeile für { $identity }.
fix-token-two-plugins = Geben Sie beide vom selben Token an.
err-token-plugin-missing = Diese Identitätsdatei verlangt einen Token, und sein Programm { $binary } ist nicht hier.
fix-token-plugin-missing = Installieren Sie es in einem Ordner von PATH, oder arbeiten Sie dort, wo es ist.
err-token-path = PATH nennt einen Ordner, der nicht von der Wurzel an angegeben ist: Wessen Programm dort liefe, kann niemand sagen.
fix-token-path = Nehmen Sie ihn aus PATH und starten Sie das Programm neu.
err-token-plugin-died = Das Programm des Tokens, { $binary }, endete, bevor es fertig war.
fix-token-plugin-died = Versuchen Sie es noch einmal. Bleibt es so, versuchen Sie den Token mit diesem Programm allein.
err-token-said =
    { $message ->
        [none] Das Programm des Tokens ist gescheitert und sagt nicht, warum.
       *[other] Das Programm des Tokens sagt: { $message }
    }
fix-token-said = Tun Sie, was es verlangt, und versuchen Sie es noch einmal.
err-token-unanswered = Das Programm des Tokens fragte etwas, und niemand antwortete.
fix-token-unanswered = Versuchen Sie es noch einmal, an einem Terminal oder im Fenster, und antworten Sie.
err-token-another = Dieser Token öffnet die Identitätsdatei nicht.
fix-token-another = Stecken Sie den Token ein, mit dem sie geschützt wurde.
err-token-plugin-io = Mit dem Programm des Tokens war nicht zu sprechen.
fix-token-plugin-io = Versuchen Sie es noch einmal. Bleibt es so, versuchen Sie den Token mit diesem Programm allein.
err-identity-protected = Ein Token schützt diese Identitätsdatei schon.
fix-identity-protected = Nehmen Sie diesen Schutz zuerst weg, wenn es ein anderer Token sein soll.
err-identity-unprotected = Kein Token schützt diese Identitätsdatei.
fix-identity-unprotected = Es gibt nichts wegzunehmen.
err-identity-here = Eine andere Identitätsdatei von { $officer } liegt schon hier.
fix-identity-here = Ist es die ältere (identities/{ $officer }.age), legen Sie sie zuerst beiseite; ist es die neuere, benutzen Sie diese.
err-identity-exchanged = Die Identitätsdatei von { $officer } ist die eines anderen Offiziers, { $found }: Die Datei wurde vertauscht.
fix-identity-exchanged = Stellen Sie identities/{ $officer }.age aus der letzten guten Kopie wieder her und benachrichtigen Sie den Sicherheitsoffizier.
err-settings-altered = Die Datei vault.toml wurde verändert: Sie widerspricht dem Protokoll.
fix-settings-altered = Stellen Sie sie aus einer Kopie wieder her und benachrichtigen Sie den Sicherheitsoffizier.
err-clock-far-ahead = Die Uhr dieses Computers ({ $now }) geht dem letzten Eintrag des Protokolls ({ $last }) um { $days } Tage voraus. Es wurde nichts eingetragen.
fix-clock-far-ahead = Prüfen Sie Datum und Uhrzeit dieses Computers: Ein Eintrag aus der Zukunft hielte alle anderen bis zu diesem Tag von der Arbeit ab. Stimmen sie, bestätigen Sie es beim Entsperren (zegelctl: --clock-is-right).
err-passphrase-short = Die Passphrase hat weniger als { $limit } Zeichen.
fix-passphrase-short = Nehmen Sie mehrere Wörter, die nicht zusammengehören.
err-passphrase-weak = Diese Passphrase ist zu leicht zu erraten.
fix-passphrase-weak = Nehmen Sie vier oder mehr Wörter, die nicht zusammengehören.
reason-passphrase-common = Sie ist eine von denen, die zuerst versucht werden.
reason-passphrase-common-fix = Nehmen Sie eine, die niemand sonst benutzt.
reason-passphrase-word = Sie ist ein einzelnes Wort.
reason-passphrase-word-fix = Nehmen Sie mehrere.
reason-passphrase-name = Sie ist ein Name.
reason-passphrase-name-fix = Nehmen Sie Wörter, die niemand mit Ihnen verbindet.
reason-passphrase-keyboard = Sie folgt den Tasten der Tastatur.
reason-passphrase-keyboard-fix = Nehmen Sie lieber Wörter.
reason-passphrase-repeats = Sie wiederholt sich.
reason-passphrase-repeats-fix = Nehmen Sie jedes Mal etwas anderes.
reason-passphrase-sequence = Sie ist eine Folge wie abc oder 6543.
reason-passphrase-sequence-fix = Nehmen Sie lieber Wörter.
reason-passphrase-date = Sie enthält ein Datum oder ein Jahr.
reason-passphrase-date-fix = Lassen Sie Daten weg, vor allem Ihre eigenen.
reason-passphrase-disguise = Großbuchstaben, und Ziffern oder Zeichen anstelle von Buchstaben, helfen kaum.
reason-passphrase-disguise-fix = Nehmen Sie lieber ein Wort mehr.
reason-passphrase-few-words = Sie ist nicht lang genug.
reason-passphrase-few-words-fix = Fügen Sie ein oder zwei Wörter hinzu, die nicht zu den anderen gehören.
reason-passphrase-public = Jeder kennt diese Passphrase.
reason-passphrase-public-fix = Nur für Übungen.
ui-strength = Stärke: { $step }
ui-strength-0 = sehr leicht zu erraten
ui-strength-1 = leicht zu erraten
ui-strength-2 = kann erraten werden
ui-strength-3 = gut
ui-strength-4 = sehr gut
cli-strength = Stärke der Passphrase: { $step }
err-passphrase-same = Die neue Passphrase ist dieselbe wie die alte.
fix-passphrase-same = Wählen Sie eine andere, die nur Sie kennen.
err-pin-form = Das ist keine PIN.
fix-pin-form = Nehmen Sie { $least } bis { $most } Ziffern.
err-pin-weak = Diese PIN ist eine von denen, die zuerst versucht werden.
fix-pin-weak = Nehmen Sie Ziffern, die keine Folge, keine Wiederholung und keine Jahreszahl sind.
err-wrong-pin = Die PIN ist falsch.
fix-wrong-pin =
    { $left ->
        [0] Geben Sie die Passphrase ein.
        [one] Geben Sie sie noch einmal ein: Ein Versuch bleibt.
       *[other] Geben Sie sie noch einmal ein: { $left } Versuche bleiben.
    }
err-pin-gone = Keine PIN gilt mehr.
fix-pin-gone = Geben Sie die Passphrase ein.
err-wrong-passphrase =
    { $officer ->
        [none] Die Passphrase ist falsch.
       *[other] Die Passphrase von { $officer } ist falsch.
    }
fix-wrong-passphrase =
    { $seconds ->
        [0] Geben Sie sie erneut ein.
        [1] Warten Sie eine Sekunde und geben Sie sie erneut ein (bisher { $failures }-mal falsch).
       *[other] Warten Sie { $seconds } Sekunden und geben Sie sie erneut ein (bisher { $failures }-mal falsch).
    }
err-wait = Zu früh nach einer falschen Passphrase.
fix-wait =
    { $seconds ->
        [1] Warten Sie eine Sekunde.
       *[other] Warten Sie { $seconds } Sekunden.
    }
reason-desk-rebuilt = Ihr Index war verschwunden und wurde neu erstellt: Ob das Protokoll inzwischen zurückgesetzt wurde, konnte er nicht sagen.
reason-desk-rebuilt-fix = Vergleichen Sie das Protokoll mit einem anderswo aufbewahrten Prüfpunkt.
reason-identity-older = Sie haben mit einer älteren Identitätsdatei entsperrt: Am { $at } wurde ihre Passphrase oder ihr Token geändert.
reason-identity-older-fix = Ändern Sie die Passphrase: Dann gilt diese Datei wieder. Wenn jemand anders eine Kopie von ihr haben kann, erzeugen Sie stattdessen neue Schlüssel.
reason-name-alike =
    { $kind ->
        [officer] Ein anderer Offizier hat einen Namen oder eine Kennung, die man für die von { $name } hält: { $who }.
        [dossier] Ein anderes Dossier hat einen Titel oder eine Kennung, die man für die von { $name } hält: { $who }.
       *[partner] Ein anderer Partner hat einen Namen oder eine Kennung, die man für die von { $name } hält: { $who }.
    }
reason-name-alike-fix =
    { $kind ->
        [officer] Ist es dieselbe Person, so deaktivieren Sie eines der Konten: Eine Person zählt einmal. Wenn nicht, geben Sie ihnen Namen, die sie unterscheiden.
       *[other] Ist es dasselbe, so verwenden Sie das vorhandene. Wenn nicht, geben Sie ihnen Namen, die sie unterscheiden.
    }
reason-memory-not-kept = Wie weit das Protokoll war, konnte außerhalb des Tresors nicht behalten werden ({ os-cause }): Ein als Ganzes zurückgesetzter Ordner fiele an diesem Arbeitsplatz nicht auf.
reason-memory-not-kept-fix = Sorgen Sie dafür, dass Ihr Ordner für den Zustand von Programmen (XDG_STATE_HOME, sonst .local/state in Ihrem persönlichen Ordner) da ist und beschrieben werden kann.
warning-failed-attempts =
    { $count ->
        [one] Ein Versuch zu entsperren ist seit Ihrer letzten Sitzung fehlgeschlagen.
       *[other] { $count } Versuche zu entsperren sind seit Ihrer letzten Sitzung fehlgeschlagen.
    }
warning-failed-attempts-fix = Waren Sie es nicht, benachrichtigen Sie Ihren Sicherheitsoffizier.
warning-log-damaged = { $at ->
    [never] Was im Protokoll schon gelesen war, wurde verändert oder beschädigt. Als Ganzes war es noch nicht geprüft.
   *[other] Was im Protokoll schon gelesen war, wurde verändert oder beschädigt. Unversehrt war es zuletzt am { $at }.
    }
warning-log-damaged-fix = Arbeiten Sie in diesem Tresor nicht weiter, lassen Sie ihn unverändert und benachrichtigen Sie den Sicherheitsoffizier; „zegelctl ledger verify“ sagt, wo der Schaden liegt.

## people

role-reader = Leser
role-registrar = Registerführer
role-security-officer = Sicherheitsoffizier
role-release-authority = Freigabeberechtigter
role-auditor = Prüfer
role-custodian = Verwahrer
ui-missing-officer = { $name } ({ $id })
ui-officer-nationality = Staatsangehörigkeit
ui-officer-roles = Rollen
ui-officer-disabled = Konto deaktiviert
ui-officer-yourself = Das sind Sie: Über das, was Sie betrifft, entscheidet ein anderer Sicherheitsoffizier.
ui-officer-waits = Wartet auf die Zustimmung eines anderen
ui-officer-waits-see = Unter „Zustimmung“ zeigen
ui-officer-keys-due = Diese Schlüssel hat ein anderer erzeugt. Solange der Offizier keine eigenen erzeugt hat, wird ihm keiner zugestellt.
ui-officer-add = Offizier hinzufügen…
ui-officer-add-title = Offizier hinzufügen
ui-officer-add-text = Ohne Ermächtigung und Dossier liest ein neuer Offizier nichts.
ui-officer-id-hint = Kleinbuchstaben, Ziffern, Punkt, Strich: bleibt für immer.
ui-officer-full-name = Vollständiger Name
ui-officer-passphrase = Erste Passphrase
ui-officer-passphrase-hint = Persönlich zu übergeben: Sie taugt nur dazu, eigene Schlüssel zu erzeugen.
ui-officer-code = Code der Schlüssel
ui-compared-never = noch nicht verglichen
ui-compared-same = von Ihnen verglichen
ui-compared-not-all = nicht alle von Ihnen verglichen
ui-compared-other-keys = andere Schlüssel als die, die Sie verglichen haben
ui-compare = Vergleichen…
ui-compare-title = Code von { $name } vergleichen
ui-compare-text = Lassen Sie ihn sich vorlesen, persönlich oder am Telefon, und geben Sie ein, was Sie hören. Ist er derselbe, so ist das, was Sie für diesen Offizier versiegeln, für seine eigenen Schlüssel versiegelt.
ui-compare-code = Code, der Ihnen vorgelesen wurde
ui-compare-submit = Vergleichen
cli-officer-compared = Es ist der Code der Schlüssel von { $officer }.
cli-keys-of = Schlüssel von { $officer }: { $code } ({ $state })
cli-request-of = Antrag von { $name } ({ $officer }), Staatsangehörigkeit { $nationality }. Noch ist nichts eingetragen.
cli-request-known = { $officer } ist schon Offizier. Lassen Sie sich diesen Code von ihm vorlesen: Ist seiner nicht derselbe, sind die Schlüssel nicht seine. Sie träten an die Stelle verlorener (zegelctl officer reissue) oder neben die, die er hat (zegelctl identity add).
cli-col-codes = Codes
cli-col-compared = Verglichen
ui-identities = Identitäten
ui-identities-text = Eine für jeden Arbeitsplatz. Was Ihnen zugestellt wird, wird für jede versiegelt.
ui-identity-first = Erster Arbeitsplatz
ui-identity-here = jetzt in Gebrauch
ui-identity-never = noch nicht benutzt
ui-identity-last = zuletzt benutzt { $at }
ui-identity-add = Arbeitsplatz hinzufügen…
ui-identity-add-title = Arbeitsplatz hinzufügen
ui-identity-add-text = Wählen Sie am anderen Arbeitsplatz „Ich bin neu hier“ mit Ihrer eigenen Kennung. Die Datei ist { $name }. Vergleichen Sie den Code mit dem, der dort steht: { $code }
ui-identity-name = Name des Arbeitsplatzes
ui-identity-add-submit = Hinzufügen
ui-identity-added = Der Arbeitsplatz { $name } ist hinzugefügt.
ui-identity-revoke = Widerrufen…
ui-identity-revoke-title = { $name } widerrufen
ui-identity-revoke-text = Wer diese Identität hat, öffnet und signiert mit ihr nichts Neues mehr. Was sie öffnete, wird für das Weitere anders versiegelt.
ui-identity-revoke-submit = Widerrufen
ui-identity-revoked = { $name } ist widerrufen.
cli-token-says = Programm des Tokens: { $message }
cli-identity-is-protected = Die Identitätsdatei von { $officer } verlangt jetzt den Token des Plugins { $plugin } und die Passphrase.
cli-identity-is-unprotected = Die Passphrase allein öffnet die Identitätsdatei von { $officer } wieder.
cli-identity-plugin = Die Datei, die hier benutzt wird, verlangt auch einen Token, des Plugins { $plugin }.
ui-token-text = Ein Token schützt diese Datei: Sie verlangt den Token (Plugin { $plugin }) und die Passphrase.
ui-token-protect = Mit einem Token schützen…
ui-token-protect-title = Die Identitätsdatei dieses Arbeitsplatzes mit einem Token schützen
ui-token-protect-text = Von da an verlangt sie den Token und die Passphrase. Das eigene Programm des Tokens gibt seinen Empfänger und seine Identitätsdatei; nichts darin ist geheim.
ui-token-recipient = Empfänger des Tokens (age1…)
ui-token-protect-submit = Datei des Tokens wählen…
ui-token-protected = Der Token schützt die Identitätsdatei.
ui-token-unprotect = Den Token wegnehmen…
ui-token-unprotect-title = Den Token von dieser Identitätsdatei wegnehmen
ui-token-unprotect-text = Die Passphrase allein öffnet sie wieder. Dafür wird der Token noch einmal gebraucht.
ui-token-unprotect-submit = Wegnehmen
ui-token-unprotected = Die Passphrase allein öffnet die Identitätsdatei wieder.
ui-token-says = Das Programm des Tokens sagt: { $message }
ui-token-asks = Das Programm des Tokens fragt
ui-token-answer = Antwort
ui-token-send = Antworten
app-pick-token = Identitätsdatei des Tokens wählen
app-save-identity = Wählen, wohin die Identitätsdatei geschrieben wird
app-pick-identity = Identitätsdatei wählen
ui-identities-own = Meine Arbeitsplätze…
ui-identity-take = Mitnehmen…
ui-identity-taken = Die Identitätsdatei liegt in { $name }, weiter unter ihrer Passphrase. Am anderen Arbeitsplatz wird sie beim Entsperren eingebracht.
ui-bring = Ich bringe meine Identitätsdatei mit…
ui-bring-title = Eine Identitätsdatei einbringen
ui-bring-text = Sie wurde an einem anderen Arbeitsplatz mit diesem Tresor geschrieben. Ihre Passphrase sagt, wem sie gehört.
ui-bring-passphrase = Passphrase der Datei
ui-bring-submit = Datei wählen…
ui-bring-done = Die Identitätsdatei von { $officer } ist hier
ui-bring-done-text = Entsperren Sie mit derselben Passphrase. Der Code der Schlüssel:
ui-member-compared = Schlüssel: { $state }
ui-officer-request = Antrag einlesen…
ui-officer-request-from = Antrag { $name }
ui-officer-request-hint = Lassen Sie sich diesen Code vom Offizier vorlesen. Ist seiner nicht derselbe, ist die Datei nicht von ihm: Lassen Sie niemanden zu.
ui-officer-alike-hint = Ist es dieselbe Person, so tragen Sie sie nicht noch einmal ein: Eine Person zählt einmal. Wenn nicht, geben Sie einen Namen an, der beide unterscheidet.
ui-officer-request-known = { $id } ist schon zugelassen. Ein Offizier, der seine Schlüssel verloren hat, wird dort wieder zugelassen, wo er gezeigt wird.
ui-officer-request-none = Besser: Der Offizier erzeugt seine Schlüssel selbst („Ich bin neu hier“, vor dem Entsperren) und bringt den Antrag.
ui-officer-reissue = Schlüssel verloren…
ui-officer-reissue-title = Neue Schlüssel für { $name }
ui-officer-reissue-text = Code der neuen Schlüssel: { $code }. Lassen Sie ihn sich von { $name } vorlesen: Ist er nicht derselbe, ist die Datei nicht von ihm. Die früheren Schlüssel sind von da an nichts mehr wert; was mit ihnen signiert wurde, bleibt das Seine.
ui-officer-reissue-submit = Wieder zulassen
ui-officer-reissued = { $name } ist mit neuen Schlüsseln wieder zugelassen.
ui-officer-reissue-asked = Beantragt: { $name } wird mit neuen Schlüsseln zugelassen, sobald ein anderer Sicherheitsoffizier zustimmt.
ui-officer-change-roles = Rollen…
ui-function = Funktion
ui-function-set = Funktion…
ui-function-within = in Ausübung seiner Funktion
ui-function-outside = außerhalb der Funktion
ui-function-authorised = außerhalb der Funktion; RESTREINT ({ $policies }) bis { $until }, genehmigt von { $authority }, { $reference }
ui-function-alone = von { $officer } allein eingetragen
ui-function-title = Funktion von { $name }
ui-function-text = Außerhalb der Funktion, als Auftragnehmer oder Verbindungsperson, sieht ein Offizier höchstens RESTREINT, und das nur, wie die Ursprungsbehörde es genehmigt hat. Nach den vollständigen Regeln muss ein anderer Sicherheitsoffizier dem zustimmen, was ein Recht gibt.
ui-function-policies = RESTREINT unter diesen Regelwerken
ui-function-policies-hint = Nichts hier: kein RESTREINT
ui-function-authority = Ursprungsbehörde, die es genehmigt
ui-function-reference = Aktenzeichen der Mitteilung
ui-function-reference-hint = Sie nennt die Grenzen der Verwendung und die Schutzmaßnahmen
ui-function-until = Letzter Tag
ui-function-submit = Eintragen
ui-function-done = Die Funktion von { $name } ist eingetragen.
ui-function-asked = Das wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-officer-change-roles-title = Rollen von { $name }
ui-officer-change-roles-text = Eine Rolle, die Sie entziehen, endet sofort. Nach den vollständigen Regeln wartet jede Rolle, die Sie geben, außer der des Lesers, auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-officer-roles-other = eine andere Auswahl von Rollen
ui-officer-change-roles-custodian = Wer Verwahrer ist, bleibt es: Darüber wird mit der Verwahrung entschieden.
ui-officer-change-roles-submit = Rollen festlegen
ui-officer-roles-changed = Die Rollen von { $name } sind festgelegt.
ui-officer-roles-waiting = Wartet auf die Zustimmung eines anderen Sicherheitsoffiziers: { $roles }.
app-pick-request = Datei des Antrags wählen
app-save-request = Wählen, wohin der Antrag geschrieben wird
ui-officer-added = { $id } ist hinzugefügt.
ui-officer-disable = Konto deaktivieren…
ui-officer-disable-title = Das Konto von { $name } deaktivieren
ui-officer-disable-submit = Deaktivieren
ui-officer-disable-text = Endgültig: Der Offizier kann diesen Tresor nicht mehr entsperren, und alle seine Schlüssel werden erneuert.
ui-officer-disable-done = Das Konto von { $name } ist deaktiviert.
ui-officer-frozen = Konto eingefroren
ui-officer-frozen-by = Von { $officer }, { $at }.
ui-officer-frozen-why = Grund: { $why }
ui-officer-freeze = Konto einfrieren…
ui-officer-freeze-title = Das Konto von { $name } einfrieren
ui-officer-freeze-text = Sofort und überall: Keine Sitzung geht weiter, alle Ermächtigungen gelten als ausgesetzt, und alle Schlüssel in seinem Besitz werden erneuert. Entschieden ist damit nichts. Nach den vollständigen Regeln braucht es zwei Personen, um es aufzuheben.
ui-officer-freeze-submit = Einfrieren
ui-officer-freeze-done = Das Konto von { $name } ist eingefroren.
ui-officer-unfreeze = Einfrieren aufheben…
ui-officer-unfreeze-title = Das Einfrieren des Kontos von { $name } aufheben
ui-officer-unfreeze-text = Der Offizier kann wieder arbeiten und bekommt die Schlüssel, die inzwischen erneuert wurden. Nach den vollständigen Regeln wartet das auf die Zustimmung einer zweiten Person.
ui-officer-unfreeze-submit = Aufheben
ui-officer-unfreeze-done = { $name } kann wieder arbeiten.
ui-officer-unfreeze-asked = Das wartet auf die Zustimmung eines anderen: siehe „Zustimmung“.
ui-officer-papers = Nur der Betroffene, die Sicherheitsoffiziere und die Prüfer sehen Ermächtigungen und Unterweisungen.
reason-nationality-excluded = Dieses Dokument darf einer Person mit der Staatsangehörigkeit { $nationality } nicht zugänglich gemacht werden.
reason-nationality-excluded-fix = Nur die Ursprungsbehörde kann die Verbreitung erweitern; wenden Sie sich über den Sicherheitsoffizier an sie.
held-nationality = Die Staatsangehörigkeit ist zugelassen.
cli-col-nationality = Staat
cli-col-roles = Rollen
cli-col-officer = Offizier
cli-officer-added = Offizier { $officer } ist eingetragen. Die erste Passphrase taugt dazu, eigene Schlüssel zu erzeugen: zegelctl --as { $officer } identity renew
cli-officer-admitted = Offizier { $officer } ist zugelassen. Code seiner Schlüssel, mündlich mit ihm zu vergleichen: { $fingerprint }
cli-officer-reissued = Offizier { $officer } ist mit neuen Schlüsseln zugelassen. Ihr Code, mündlich mit ihm zu vergleichen: { $fingerprint }
cli-officer-reissue-asked = Für { $officer } sind neue Schlüssel beantragt; bis zur Zustimmung sind sie nichts wert. Ihr Code, mündlich mit ihm zu vergleichen: { $fingerprint }
cli-officer-roles = Rollen von { $officer }: { $roles }.
cli-officer-waits =
    { $what ->
        [keys] Die neuen Schlüssel warten auf die Zustimmung
       *[other] Wartet auf die Zustimmung ({ $what })
    } eines anderen Sicherheitsoffiziers: { $who ->
        [none] Zurzeit kann sie niemand geben; es braucht zuerst noch einen Sicherheitsoffizier
       *[other] { $who }
    }. Antrag: { $request }.
cli-identity-requested = Die Schlüssel von { $officer } sind erzeugt. Geben Sie { $path } einem Sicherheitsoffizier und lesen Sie ihm diesen Code vor: { $fingerprint }
cli-identity-renewed = { $officer } hat neue Schlüssel, unter der neuen Passphrase. Ihr Code: { $fingerprint }
cli-col-last-used = Zuletzt benutzt
cli-identity-exported = Die Identitätsdatei von { $officer } liegt in { $path }, unter ihrer Passphrase.
cli-identity-imported = Die Identitätsdatei von { $officer } ist hier. Der Code ihrer Schlüssel: { $fingerprint }
cli-keys-revoked = widerrufen
cli-col-workstation = Arbeitsplatz
cli-identity-added = { $officer } hat auch die Identität { $name }. Ihr Code: { $fingerprint }
cli-identity-was-revoked = Die Identität { $key } von { $officer } ist widerrufen.
cli-keys-present = gegenwärtig
cli-keys-renewed = ersetzt
cli-keys-lost = verloren
cli-officer-disabled = Das Konto von { $officer } ist deaktiviert.
cli-function-asked = Das wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
cli-officer-frozen = Das Konto von { $officer } ist eingefroren.
cli-officer-unfrozen = Das Konto von { $officer } ist nicht mehr eingefroren.
cli-unfreezing-asked = Das Einfrieren von { $officer } wird aufgehoben, sobald ein anderer zustimmt: zegelctl assent give { $request }
forged-officer-not-active = das Konto des Verfassers ist nicht aktiv
forged-officer-frozen = das Konto des Verfassers ist eingefroren
forged-not-frozen = dieses Konto ist nicht eingefroren
forged-nobody-to-lift = es bliebe niemand, der das Einfrieren aufheben könnte
forged-nobody-to-stop = es bliebe niemand, der den Verfasser aufhalten könnte
forged-keys-replaced = er ist mit Schlüsseln signiert, die sein Verfasser ersetzt hat
forged-keys-not-proven = neue Schlüssel kommen ohne den Beweis, dass ihr Offizier sie hat
forged-renewal-due = sein Verfasser hat Schlüssel, die ein anderer erzeugt hat, und muss zuerst eigene erzeugen
forged-not-security-officer = das steht einem Sicherheitsoffizier zu
forged-not-registrar = das steht einem Registerführer oder Sicherheitsoffizier zu
forged-about-oneself = niemand gibt oder nimmt sich selbst Rechte
forged-about-another = niemand als der Offizier selbst tut das
forged-officer-added-twice = dieser Offizier oder sein Schlüssel ist schon da
forged-unknown-officer = diesen Offizier gibt es nicht
forged-not-these-roles = so werden diese Rollen nicht gegeben: gar keine, solche, die er schon hat, oder die eines Verwahrers
forged-function-unchanged = die Funktion des Offiziers ist bereits so
forged-not-own-keys = dieser Offizier hat Schlüssel, die ein anderer erzeugt hat: Eine Rolle bekommt er erst, wenn er eigene erzeugt hat
forged-taken-without-new-keys = eine Rolle wird entzogen, ohne dass der Schlüssel der Aufsicht erneuert wird
forged-dates-contradict = das Ende liegt vor dem Anfang
reason-role-required =
    { $besides ->
        [requester] Nur { $role ->
                [security-officer] Sicherheitsoffizieren
                [registrar] Registerführern
                [release-authority] Freigabeberechtigten
                [auditor] Prüfern
                [custodian] Verwahrern
               *[other] Offizieren mit einer anderen Rolle
            }, Sicherheitsoffizieren und dem Offizier erlaubt, der darum gebeten hat.
       *[none] { $also ->
            [security-officer] Nur { $role ->
                    [security-officer] Sicherheitsoffizieren
                    [registrar] Registerführern
                    [release-authority] Freigabeberechtigten
                    [auditor] Prüfern
                    [custodian] Verwahrern
                   *[other] Offizieren mit einer anderen Rolle
                } und Sicherheitsoffizieren erlaubt.
           *[none] Nur { $role ->
                    [security-officer] Sicherheitsoffizieren
                    [registrar] Registerführern
                    [release-authority] Freigabeberechtigten
                    [auditor] Prüfern
                    [custodian] Verwahrern
                   *[other] Offizieren mit einer anderen Rolle
                } erlaubt.
        }
    }
reason-role-required-fix =
    { $who ->
        [none] Niemand hat hier zurzeit diese Rolle: Benachrichtigen Sie den Sicherheitsoffizier.
       *[other] Wenden Sie sich an einen von ihnen: { $who }.
    }
reason-about-oneself = Niemand tut das für sich selbst.
reason-about-oneself-fix = Wenden Sie sich an einen anderen Sicherheitsoffizier.
reason-last-of-role =
    { $role ->
        [security-officer] Es gibt keinen anderen Sicherheitsoffizier: Ohne ihn führt niemand Offiziere und Ermächtigungen.
       *[other] Es gibt keinen anderen { $role }.
    }
reason-last-of-role-fix = Tragen Sie zuerst einen anderen Offizier mit dieser Rolle ein („zegelctl officer add ID --role { $role }“), und lassen Sie ihn einmal entsperren.
reason-entered-by-oneself = Sie haben diesen Partner eingetragen oder geändert und können seinen Schlüssel deshalb nicht bestätigen.
reason-entered-by-oneself-fix = Lassen Sie den Fingerabdruck von einem anderen Freigabeberechtigten oder einem Sicherheitsoffizier vergleichen.

## clearances

ui-nav-clearances = Ermächtigungen
ui-missing-clearance = Eine gültige Sicherheitsermächtigung.
ui-missing-briefing = Eine Sicherheitsunterweisung.
ui-clearances-title = Offiziere und Ermächtigungen
ui-clearances-tab-officers = Offiziere
ui-clearances-tab-renewals = Erneuerungen
ui-clearances-tab-system = System
ui-clearances-find = Name oder Kennung
ui-clearances-none = Niemand gefunden.
ui-clearances-choose = Wählen Sie einen Offizier, um Ermächtigungen und Unterweisungen zu sehen.
ui-clearance-valid = Gültig
ui-clearance-suspended = Ausgesetzt
ui-clearance-withdrawn = Entzogen
ui-clearance-expired = Abgelaufen
ui-clearance-future = Künftig
ui-clearance-renewal = Erneuerung zu beantragen
ui-clearance-range = { $from } – { $until }
ui-clearance-certificate = Bescheinigung
ui-clearance-categories = Vermerke
ui-clearances-of = Ermächtigungen
ui-clearances-empty = Keine Ermächtigung eingetragen.
ui-briefings-of = Sicherheitsunterweisungen
ui-briefings-empty = Keine Unterweisung eingetragen.
ui-grant = Ermächtigung erteilen…
ui-grant-title = Eine Ermächtigung eintragen
ui-grant-text = Wie von der Sicherheitsbehörde entschieden, für { $name }.
ui-grant-submit = Eintragen
ui-grant-level-choose = Wählen Sie die Stufe
ui-grant-from = Gültig vom
ui-grant-until = Bis einschließlich
ui-grant-certificate = Nummer der Bescheinigung
ui-grant-too-long = Eine Ermächtigung gilt höchstens fünf Jahre.
ui-grant-order = Das Ende liegt vor dem Anfang.
ui-granted = Ermächtigung eingetragen. Die Schlüssel werden zugestellt, sobald ein Inhaber den Tresor entsperrt.
ui-grant-asked = Diese Ermächtigung erfordert zwei Personen. Sie wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-suspend = Aussetzen…
ui-suspend-title = Ermächtigung { $policy } von { $name } aussetzen
ui-suspend-submit = Aussetzen
ui-withdraw = Entziehen…
ui-withdraw-title = Ermächtigung { $policy } von { $name } entziehen
ui-withdraw-submit = Entziehen
ui-reinstate = Wiederherstellen…
ui-reinstate-title = Ermächtigung { $policy } von { $name } wiederherstellen
ui-reinstate-submit = Wiederherstellen
ui-reinstate-asked = Beantragt: Die Aussetzung endet, sobald ein anderer Sicherheitsoffizier zustimmt.
ui-revoke-effect = Mit dem Eintrag endet der Zugang, und neue Dokumente erhalten neue Schlüssel.
ui-clearance-changed = Eingetragen.
ui-briefing-record = Unterweisung eintragen…
ui-briefing-title = Eine Sicherheitsunterweisung eintragen
ui-briefing-date = Gegeben am
ui-renewals-empty = Keine Erneuerung zu beantragen
ui-renewals-empty-text = Der Antrag geht spätestens sieben Monate vor Ablauf hinaus, zehn für TRÈS SECRET – ZEER GEHEIM.
ui-expires-in = { $n -> 
    [0] läuft heute ab 
    [one] läuft morgen ab 
    *[other] läuft in { $n } Tagen ab 
    }
ui-expired-since = { $n -> 
    [one] seit einem Tag abgelaufen 
    *[other] seit { $n } Tagen abgelaufen 
    }
warning-clearance-over = Diese Ermächtigung war schon abgelaufen, als sie eingetragen wurde: Sie endete am { $until }.
warning-clearance-ahead = Diese Ermächtigung gilt noch nicht: Sie beginnt am { $from }.
warning-briefing-ahead = Diese Unterweisung gilt noch nicht: Sie ist auf den { $date } datiert.
warning-far-end = Das eingetragene Ende, { $until }, liegt mehr als zehn Jahre in der Zukunft.
warning-far-end-fix = Ist das ein Versehen, tragen Sie es mit dem richtigen Tag neu ein.
reason-clearance-missing = Dieses Dokument verlangt eine Sicherheitsermächtigung; für sein Regelwerk ist keine eingetragen.
reason-clearance-missing-fix = Lassen Sie durch den Sicherheitsoffizier eine Ermächtigung eintragen.
reason-clearance-withdrawn = Die Sicherheitsermächtigung wurde entzogen.
reason-clearance-withdrawn-fix = Wenden Sie sich an den Sicherheitsoffizier: Es bedarf eines neuen Beschlusses der Sicherheitsbehörde.
reason-clearance-suspended = Die Sicherheitsermächtigung ist ausgesetzt.
reason-clearance-suspended-fix = Warten Sie das Ende der Aussetzung ab, oder wenden Sie sich an den Sicherheitsoffizier.
reason-clearance-not-yet-valid = Die Sicherheitsermächtigung gilt erst ab dem { $from }.
reason-clearance-not-yet-valid-fix = Warten Sie bis zu diesem Tag.
reason-clearance-expired = Die Sicherheitsermächtigung ist am { $until } abgelaufen.
reason-clearance-expired-fix = Beantragen Sie die Erneuerung beim Sicherheitsoffizier.
reason-clearance-level = Die Sicherheitsermächtigung reicht nicht bis zur Stufe dieses Dokuments.
reason-clearance-level-fix = Falls die Aufgabe es verlangt, beantragen Sie beim Sicherheitsoffizier eine höhere Ermächtigung.
reason-briefing-missing = Für das Regelwerk dieses Dokuments ist keine Sicherheitsunterweisung eingetragen.
reason-briefing-missing-fix = Lassen Sie sich vom Sicherheitsoffizier unterweisen.
reason-briefing-not-yet-given = Die Sicherheitsunterweisung findet erst am { $date } statt.
reason-briefing-not-yet-given-fix = Warten Sie bis zu diesem Tag, oder bitten Sie den Sicherheitsoffizier um eine frühere Unterweisung.
reason-briefing-level = Die Sicherheitsunterweisung deckt die Stufe dieses Dokuments nicht ab.
reason-briefing-level-fix = Lassen Sie sich vom Sicherheitsoffizier für eine höhere Stufe unterweisen.
reason-outside-function = Außerhalb seiner Funktion darf ein Offizier keine Dokumente dieser Stufe erhalten.
reason-outside-function-fix = Verlangt es die Funktion, so lassen Sie das von einem Sicherheitsoffizier eintragen.
reason-authorisation-missing = Außerhalb der Funktion verlangen Dokumente dieser Stufe eine Genehmigung der Ursprungsbehörde; für dieses Regelwerk ist keine eingetragen.
reason-authorisation-missing-fix = Wenden Sie sich an die Ursprungsbehörde, und lassen Sie die Genehmigung von zwei Sicherheitsoffizieren eintragen.
reason-authorisation-expired = Die Genehmigung, außerhalb der Funktion Dokumente dieser Stufe zu sehen, endete am { $until }.
reason-authorisation-expired-fix = Bitten Sie die Ursprungsbehörde um eine andere, und lassen Sie sie von zwei Sicherheitsoffizieren eintragen.
held-clearance = Die Sicherheitsermächtigung genügt, oder es ist keine nötig.
held-briefing = Die Sicherheitsunterweisung genügt, oder es ist keine nötig.
held-function = Das Dokument ist für die Funktion des Offiziers, oder es ist außerhalb von ihr genehmigt.
cli-col-clearances = Ermächtigungen
cli-clearance-granted = Ermächtigung { $level } für { $officer } erteilt, bis { $until }.
cli-clearance-asked = Die Ermächtigung von { $officer } wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
cli-clearance-suspended = Die Ermächtigung { $policy } von { $officer } ist ausgesetzt.
cli-clearance-valid = Die Ermächtigung { $policy } von { $officer } gilt wieder.
cli-reinstatement-asked =
    Die Ermächtigung { $policy } von { $officer } bleibt ausgesetzt, bis ein anderer Sicherheitsoffizier zustimmt: { $who ->
        [none] Zurzeit kann das niemand; es braucht zuerst noch einen Sicherheitsoffizier
       *[other] { $who }
    }. Antrag: { $request }.
cli-clearance-withdrawn = Die Ermächtigung { $policy } von { $officer } ist entzogen.
cli-status-suspended = ausgesetzt
cli-status-withdrawn = entzogen
cli-renewal-due = Erneuerung zu beantragen
cli-briefing-recorded = Unterweisung { $level } von { $officer } eingetragen.
forged-clearance-too-long = eine Ermächtigung gilt länger als fünf Jahre
reason-clearance-renewal = Ihre Ermächtigung ({ $policy }) endet am { $until }: Die Erneuerung ist zu beantragen.
reason-clearance-renewal-fix = Wenden Sie sich an den Sicherheitsoffizier.
reason-clearance-ended = Ihre Ermächtigung ({ $policy }) ist am { $until } abgelaufen.
reason-clearance-ended-fix = Beantragen Sie ihre Erneuerung beim Sicherheitsoffizier.

## system: approval

ui-missing-approval = Die Zulassung dieses Systems: Bis dahin enthält es nur Übungsdaten.
ui-missing-function = Eine Funktion hier: Sie sind als außerhalb der Funktion eingetragen, und keine Genehmigung gilt.
ui-missing-keys = Schlüssel: Jene Ihrer Dossiers wurden Ihnen noch nicht zugestellt. Sie kommen, wenn ein Mitglied entsperrt.
ui-missing-ceiling = Was Sie lesen könnten, liegt über der Obergrenze der Zulassung dieses Systems.
ui-system-approval = Zulassung des Systems
ui-system-none = Ohne Zulassung dient dieser Tresor der Übung und sagt das überall.
ui-system-record = Zulassung eintragen…
ui-system-record-title = Die Zulassung des Systems eintragen
ui-system-record-text = Ein anderer Sicherheitsoffizier muss zustimmen. Dann ist der Tresor kein Übungstresor mehr, verweigert jede Stufe über der Obergrenze, und was zwei Personen erfordert, erfordert endgültig zwei.
ui-system-record-submit = Zustimmung beantragen
ui-system-asked = Die Zulassung erfordert zwei Personen. Sie wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-system-reference = Aktenzeichen
reason-approval-expired = Die Zulassung dieses Systems für eingestufte Informationen ist abgelaufen.
reason-approval-expired-fix = Lassen Sie die Erneuerung durch den Sicherheitsoffizier eintragen.
reason-approval-ceiling = Dieses System ist für die Stufe dieses Dokuments nicht zugelassen.
reason-approval-ceiling-fix = Bearbeiten Sie dieses Dokument in einem für seine Stufe zugelassenen System.
held-approval = Das System ist für dieses Dokument geeignet.
held-release-approval = Die Freigabe ist genehmigt oder noch nicht zu schreiben.
cli-no-approval = Keine Zulassung: Übungstresor. EXERCICE – OEFENING
cli-approval = Zugelassen von { $authority } ({ $reference }) bis Stufe { $level }, bis { $until }.
cli-approval-asked = Die Zulassung wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
ceremony-title = Was noch zu tun ist, damit niemand allein entscheidet:
ceremony-second-security-officer = Ein zweiter Sicherheitsoffizier (jetzt { $active }, nötig { $needed })
ceremony-custodians = Die Verwahrung unter mehreren Verwahrern, von denen einer nicht genügt (jetzt { $needed } von { $active })
ceremony-approval = Die Zulassung des Systems, mit der Zustimmung des Zweiten
ceremony-alone-exercise = Bis dahin ist es ein Übungstresor: Eine Person darf allein tun, was zwei erfordert. Die Zustimmung des Zweiten zur Zulassung bestätigt es.
ceremony-alone-full = Bis dahin lässt ein Sicherheitsoffizier allein Leser zu und, einmal, den zweiten Sicherheitsoffizier; er ermächtigt bis CONFIDENTIEL, trägt Unterweisungen ein, führt die Dossiers, setzt aus, entzieht und deaktiviert. Alles, was zwei Personen erfordert, wartet.
cli-ceremony-done = Alles ist getan: Niemand entscheidet allein, und das System ist zugelassen.
cli-ceremony-waits = Beantragt. Ein anderer stimmt zu: zegelctl assent give { $request }
cli-ceremony-second-security-officer =
    Er erzeugt seine Schlüssel: zegelctl identity request ID --full-name NAME --nationality BEL --out DATEI
    Sie vergleichen den Code mit ihm und lassen ihn zu: zegelctl officer add --request DATEI --code CODE --role security-officer
cli-ceremony-custodians = zegelctl custody setup --threshold 2 --custodian ID ID ID
cli-ceremony-approval = zegelctl approval record --authority ANS --reference REF --ceiling SECRET --until DATUM
ui-ceremony-waits = Beantragt: wartet auf die Zustimmung eines anderen.
ui-ceremony-after = Nach den Schritten oben.
ui-ceremony-ticked = erledigt
ui-ceremony-go-second-security-officer = Zu den Offizieren
ui-ceremony-go-custodians = Zur Verwahrung
ui-ceremony-go-approval = Zulassung eintragen…
ui-ceremony-second-hint = Er erzeugt seine Schlüssel am Arbeitsplatz („Ich bin neu hier“, vor dem Entsperren) und bringt seinen Antrag; Sie fügen ihn mit der Rolle eines Sicherheitsoffiziers hinzu.

## system: guide

ui-clearances-tab-guide = Einstufungsleitfaden
ui-interest = { $letter }) { $text }
ui-reveal = Was würde es preisgeben?
ui-reveal-none = Titel und Betreff legen keinen Punkt des Leitfadens nahe.
ui-reveal-suggested = Vorgeschlagen nach Titel oder Betreff
ui-reveal-from = ab
ui-reveal-harm = Schaden: { $harm }
ui-reveal-all = { $n ->
    [one] Ein weiterer Punkt
    *[other] Alle anderen Punkte ({ $n })
    }
ui-reveal-fewer = Weniger Punkte
ui-reveal-search = Einen Punkt suchen
ui-false-friend = Vorsicht: Anderswo bezeichnet dasselbe Wort eine andere Stufe.
ui-guide-title = Einstufungsleitfaden
ui-guide-text = Was die Preisgabe eines Punktes gefährden würde, und welche Stufe er mindestens verlangt. Wer registriert, sieht diese Punkte; eine niedrigere Kennzeichnung verlangt eine Begründung.
ui-guide-shipped = Wie mit dem Programm geliefert
ui-guide-changed = In Kraft seit { $at }, eingeführt von { $officer }
ui-guide-add = Punkt hinzufügen…
ui-guide-edit = { $name } ändern
ui-guide-empty = Der Leitfaden hat keinen Punkt
ui-guide-empty-text = Stufen werden dann ohne Untergrenze gewählt.
ui-guide-floor = Mindestens
ui-guide-reveals = Was er preisgibt
ui-guide-harm = Schaden bei Missbrauch
ui-guide-hints-list = Vorgeschlagen bei: { $what }
ui-guide-aggregation = Warnen, wenn so viele Dokumente zusammenkommen:
ui-guide-aggregation-hint = Das Ganze kann eine höhere Stufe verlangen als seine Teile. Es ist eine Warnung, nie eine Ablehnung.
ui-guide-aggregation-wrong = Schreiben Sie eine Zahl ab 2.
ui-guide-unsaved = Die Änderungen gelten, sobald sie gespeichert sind.
ui-guide-save = In Kraft setzen
ui-guide-discard = Änderungen verwerfen
ui-guide-saved = Der Leitfaden ist in Kraft.
ui-guide-asked = Ein anderer Leitfaden erfordert zwei Personen. Er wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-guide-import = Einlesen…
ui-guide-export = Exportieren…
ui-guide-exported = Der Leitfaden steht in „{ $name }“.
ui-guide-import-title = Leitfaden ersetzen
ui-guide-import-text = Was „{ $name }“ am geltenden Leitfaden ändern würde.
ui-guide-import-same = Diese Datei sagt dasselbe wie der geltende Leitfaden.
ui-guide-import-added = Hinzugefügt
ui-guide-import-removed = Entfernt
ui-guide-import-changed = Geändert
ui-guide-import-lowered = Die Mindeststufe sinkt
ui-guide-import-parts = Geändert: { $what }
ui-guide-import-part-name = Bezeichnung
ui-guide-import-part-floor = Mindeststufe
ui-guide-import-part-interest = Interesse
ui-guide-import-part-harm = Schaden
ui-guide-import-part-categories = Behandlung
ui-guide-import-part-hints = Wörter, die ihn nahelegen
ui-guide-import-aggregation = Gewarnt wird ab { $after } zusammengeführten Dokumenten statt ab { $before }.
ui-guide-import-unchanged =
    { $n ->
        [0] Kein Punkt bleibt, wie er ist.
        [one] { $n } Punkt bleibt, wie er ist.
       *[other] { $n } Punkte bleiben, wie sie sind.
    }
ui-guide-import-unsaved = Ihre Änderungen, die noch nicht in Kraft sind, gehen verloren.
ui-topic-new = Einen Punkt hinzufügen
ui-topic-edit = Einen Punkt ändern
ui-topic-text = Eine Sprache genügt; wo eine fehlt, wird eine andere gezeigt.
ui-topic-interest = Geschütztes Interesse (Art. 3 § 1)
ui-topic-no-interest = Keines
ui-topic-categories = Behandlung, die er verlangt
ui-topic-hints = Wörter, die ihn nahelegen
ui-topic-hints-hint = Zwischen Kommas, in jeder Sprache; Großschreibung und Akzente zählen nicht.
ui-topic-put = In den Leitfaden aufnehmen
ui-topic-fault-name = Sagen Sie in einer Sprache, was er preisgibt.
ui-topic-fault-id = Dieser Name ergibt keine Kennung: Verwenden Sie Buchstaben oder Ziffern.
ui-topic-fault-double = Ein anderer Punkt hat diese Kennung: Wählen Sie einen anderen Namen.
ui-topic-fault-floor = Wählen Sie eine Stufe.
ui-topic-fault-interest = Über „nicht eingestuft“ muss ein Interesse genannt werden.
ui-topic-fault-harm = Über „nicht eingestuft“: Nennen Sie den Schaden in einer Sprache.
ui-derive = Ableiten…
ui-derive-from = Abgeleitet von
ui-derive-start = Die Kennzeichnung beginnt bei der höchsten ihrer Quellen. Eine niedrigere verlangt eine Begründung.
ui-derive-orcon = Über eine Quelle bestimmt ihre Ursprungsbehörde: Eine niedrigere Kennzeichnung verlangt deren Zustimmung.
ui-derive-foreign = Eine Quelle stammt von einer anderen Behörde: Eine niedrigere Kennzeichnung verlangt deren Zustimmung.
ui-derive-also-of = Über das Dokument bestimmen auch die Ursprungsbehörden seiner Quellen: { $authorities }. Um es freizugeben oder anders zu kennzeichnen, ist die Zustimmung jeder von ihnen nötig.
ui-derive-two = Zwei öffnen eine Quelle: Zwei registrieren, was daraus gemacht ist. Von wem sie stammt, und was ihr Blatt sonst verlangt, zeigt sich dann.
ui-derive-back = Zurück zu dieser Kennzeichnung
ui-derive-two-title = Zu zweit registrieren
ui-derive-two-text = Zwei öffnen eine Quelle dieses Dokuments, also registrieren es zwei: Der zweite Offizier gibt hier seine Passphrase ein, die Quelle wird dafür geöffnet, und beide werden protokolliert.
reason-below-guide =
    Der Einstufungsleitfaden verlangt hier mindestens { $floor ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $floor }
    }.
reason-below-guide-fix = Wählen Sie diese Stufe oder begründen Sie, warum eine niedrigere genügt.
reason-below-guide-category = Der Einstufungsleitfaden verlangt hier den Vermerk { $category }.
reason-below-guide-category-fix = Fügen Sie diesen Vermerk hinzu oder begründen Sie, warum er nicht nötig ist.
reason-derive-nobody = Kein Staat darf alle Ausgangsdokumente lesen.
reason-derive-nobody-fix = Lassen Sie eines der Dokumente weg, oder wählen Sie selbst, an wen das neue freigegeben werden darf.
reason-derive-fallen = Der Vermerk „{ $tag }“ eines Ausgangsdokuments ist nicht allen gemeinsam.
reason-derive-fallen-fix = Prüfen Sie, ob er für das Ganze gilt.
reason-below-sources = Diese Kennzeichnung schützt weniger als die Dokumente, aus denen dieses gewonnen ist.
reason-below-sources-fix = Übernehmen Sie die vorgeschlagene Kennzeichnung oder begründen Sie, warum das Entnommene weniger Schutz braucht.
held-guide = Die Kennzeichnung folgt dem Einstufungsleitfaden oder weicht begründet davon ab.
warning-aggregation =
    { $count } Dokumente zusammen: Der Leitfaden warnt ab { $threshold }. Das Ganze kann mehr verlangen als { $level ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $level }
    }.
reason-guide-too-large = Mehr als { $limit } Byte.
reason-guide-too-large-fix = Kürzen Sie die Texte.
reason-guide-too-many-topics = Mehr als { $limit } Punkte.
reason-guide-too-many-topics-fix = Fassen Sie zusammen, was dasselbe verlangt.
reason-guide-syntax =
    Das ist nicht die Form eines Leitfadens: { $cause ->
        [missing] „{ $name }“ fehlt
        [unknown] „{ $name }“ ist hier nicht bekannt
        [type] ein Wert ist nicht von der Art, die hier steht
        [twice] derselbe Name steht hier zweimal
        [not_utf8] die Datei ist nicht in UTF-8
       *[not_toml] sie ist nicht als TOML lesbar
    }.
reason-guide-syntax-fix = Vergleichen Sie mit dem geltenden Leitfaden: „zegelctl guide show“.
reason-guide-aggregation = Die Zahl, ab der gewarnt wird, ist kleiner als zwei.
reason-guide-aggregation-fix = Geben Sie zwei oder mehr an.
reason-guide-bad-id = „{ $topic }“ kann keinen Punkt bezeichnen.
reason-guide-bad-id-fix = Verwenden Sie a-z, 0-9 und den Bindestrich, höchstens 40 Zeichen.
reason-guide-twice = Der Punkt „{ $topic }“ steht zweimal da.
reason-guide-twice-fix = Benennen Sie einen um, oder fassen Sie beide zusammen.
reason-guide-no-name = Der Punkt „{ $topic }“ hat keinen Namen.
reason-guide-no-name-fix = Sagen Sie in mindestens einer Sprache, was preisgegeben wird.
reason-guide-unknown-language = Der Punkt „{ $topic }“ spricht eine hier unbekannte Sprache: { $value }.
reason-guide-unknown-language-fix = Verwenden Sie fr, nl, de oder en.
reason-guide-no-interest = Der Punkt „{ $topic }“ verlangt eine Stufe, ohne ein zu schützendes Interesse zu nennen.
reason-guide-no-interest-fix = Nennen Sie das Interesse von Artikel 3 § 1: a bis k.
reason-guide-no-harm = Der Punkt „{ $topic }“ verlangt eine Stufe, ohne zu sagen, welcher Schaden zu befürchten ist.
reason-guide-no-harm-fix = Sagen Sie in mindestens einer Sprache, welchen Schaden Missbrauch anrichten würde.
reason-guide-unknown-level = „{ $value }“ ist keine Stufe (Punkt „{ $topic }“).
reason-guide-unknown-level-fix = Verwenden Sie unclassified, restricted, confidential, secret oder top-secret.
reason-guide-unknown-interest = „{ $value }“ ist kein Interesse von Artikel 3 § 1 (Punkt „{ $topic }“).
reason-guide-unknown-interest-fix = Verwenden Sie einen Buchstaben von a bis k.
reason-guide-unknown-category = „{ $value }“ ist kein einschränkender Vermerk der belgischen Kennzeichnung (Punkt „{ $topic }“).
reason-guide-unknown-category-fix = Verwenden Sie einen Behandlungsvermerk, den das Regelwerk kennt.
reason-guide-bad-text = Ein Text des Punkts „{ $topic }“ ist leer, zu lang oder enthält unsichtbare Zeichen, oder es sind zu viele.
reason-guide-bad-text-fix = Schreiben Sie ihn kürzer, in einer Zeile.
reason-interest-missing = Das Interesse, das die Einstufung verlangt, ist nicht genannt.
reason-interest-missing-fix = Nennen Sie mit seinem Buchstaben eines der Interessen des Art. 3 § 1 des Gesetzes vom 11. Dezember 1998.
reason-motive-missing = Es ist keine Begründung angegeben.
reason-motive-missing-fix = Geben Sie eine kurze Begründung an; sie steht im Register.
reason-printer-not-listed = Der Drucker „{ $printer }“ steht nicht auf der Liste dieses Tresors.
reason-printer-not-listed-fix = Wählen Sie einen Drucker der Liste, oder lassen Sie diesen von einem Sicherheitsoffizier eintragen.
reason-printer-ceiling = Ein Dokument dieser Stufe darf auf „{ $printer }“ nicht gedruckt werden.
reason-printer-ceiling-fix = Wählen Sie einen Drucker der Liste, der höher drucken darf.
held-interest = Das Interesse, das die Einstufung verlangt, ist genannt, oder keines ist nötig.
interest-a = die Verteidigung der Unversehrtheit des Staatsgebiets und die militärischen Verteidigungspläne
interest-b = die Erfüllung der Aufträge der Streitkräfte
interest-c = die innere Sicherheit des Staates, auch im Bereich der Kernenergie, und der Fortbestand der demokratischen und verfassungsmäßigen Ordnung
interest-d = die äußere Sicherheit des Staates und die internationalen Beziehungen Belgiens
interest-e = das wissenschaftliche und wirtschaftliche Potenzial des Landes
interest-f = jedes andere grundlegende Interesse des Staates
interest-g = die Sicherheit belgischer Staatsangehöriger im Ausland
interest-h = die Arbeit der Entscheidungsorgane des Staates
interest-i = die Sicherheit von Personen, denen besondere Schutzmaßnahmen gewährt sind
interest-j = die Identität der Mitglieder und der Quellen der Nachrichten- und Sicherheitsdienste
interest-k = die Erfüllung der Aufträge der Nachrichten- und Sicherheitsdienste
app-pick-guide = Datei des Leitfadens wählen
app-save-guide = Wählen, wohin der Leitfaden geschrieben wird
cli-col-interest = Interesse
cli-col-topic = Punkt
cli-col-reveals = Was preisgegeben wird
cli-col-topics = Punkte
cli-guide-sound = Dieser Leitfaden kann in Kraft gesetzt werden: { $topics ->
    [one] { $topics } Punkt
   *[other] { $topics } Punkte
 }.
cli-guide-replaced = Der Einstufungsleitfaden ist ersetzt: { $topics ->
    [one] { $topics } Punkt
   *[other] { $topics } Punkte
 }.
cli-guide-asked = Dieser Leitfaden wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
cli-guide-shipped = Der mit dem Programm gelieferte Leitfaden. Warnung ab { $aggregation } Dokumenten zusammen.
cli-guide-changed = Leitfaden in Kraft gesetzt von { $officer } am { $at }. Warnung ab { $aggregation } Dokumenten zusammen.
err-unknown-interest = „{ $value }“ ist kein Interesse.
fix-unknown-interest = Schreiben Sie einen Buchstaben von a bis k, wie in Art. 3 § 1 des Gesetzes vom 11. Dezember 1998.
forged-guide-misshapen = dieser Einstufungsleitfaden überschreitet seine Grenzen oder ist keiner
err-guide-refused =
    { $line ->
        [0] Dieser Einstufungsleitfaden wird abgelehnt.
       *[other] Dieser Einstufungsleitfaden wird abgelehnt (Zeile { $line }).
    }
fix-guide-refused = Berichtigen Sie den genannten Punkt; der geltende Leitfaden bleibt, wie er war.
err-derive-by-hand = Die Kennzeichnung des Ganzen muss ein Mensch wählen.
fix-derive-by-hand = Geben Sie die Kennzeichnung selbst an und beachten Sie jeden Punkt.

## system: authorities

ui-clearance-authority = Sicherheitsbehörde
ui-authorities-title = Eigene Behörden
ui-authorities-text = Über die Kennzeichnung von Dokumenten dieser Behörden entscheidet der Tresor selbst. Bei allen anderen ist deren Zustimmung nötig (Art. 7).
ui-authorities-vault = Name des Tresors, zählt immer
ui-authorities-changed = Liste geändert am { $at } von { $officer }
ui-authorities-add = Behörde hinzufügen…
ui-authorities-add-title = Eine eigene Behörde hinzufügen
ui-authorities-add-text = Schreiben Sie den Namen so, wie er auf den Dokumenten steht; Groß- und Kleinschreibung, Akzente und Leerzeichen zählen nicht. Nur eine Sektion oder Dienststelle des Hauses: Für eine andere Behörde entscheidet hier niemand.
ui-authorities-name = Sektion oder Dienststelle
ui-authorities-add-submit = Hinzufügen
ui-authorities-added = Über Dokumente von „{ $name }“ entscheidet von nun an der Tresor.
ui-authorities-remove = { $name } entfernen…
ui-authorities-remove-title = { $name } entfernen?
ui-authorities-remove-text = Jede Entscheidung über die Kennzeichnung ihrer Dokumente verlangt dann ihre Zustimmung. Getroffene Entscheidungen bleiben.
ui-authorities-remove-submit = Entfernen
ui-authorities-removed = „{ $name }“ ist von nun an eine andere Behörde.
ui-authorities-asked = Eine andere Liste erfordert zwei Personen. Sie wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-printers-title = Drucker
ui-printers-text = Dokumente werden nur auf diesen Druckern gedruckt, jeder bis zu seiner Stufe. Jede Ausfertigung trägt ihre Nummer und steht im Protokoll.
ui-printers-none = Kein Drucker steht auf der Liste: Es kann nichts gedruckt werden.
ui-printers-up-to = bis { $level }
ui-printers-listed = eingetragen am { $at } von { $officer }
ui-printers-add = Drucker hinzufügen…
ui-printers-add-title = Einen Drucker auf die Liste setzen
ui-printers-add-text = Seine Stufe hängt davon ab, wo er steht und wer zu ihm kann. Sie ändert sich danach nicht: Für eine andere Stufe entfernen Sie den Drucker und tragen ihn neu ein. Ab SECRET muss nach den vollständigen Regeln ein anderer Sicherheitsoffizier zustimmen.
ui-printers-name = Name in CUPS
ui-printers-name-hint = Wie „lpstat -e“ ihn an den Arbeitsplätzen zeigt.
ui-printers-why = Grund
ui-printers-why-hint = Wo er steht und wer zu ihm kann; für das Protokoll.
ui-printers-add-submit = Eintragen
ui-printers-added = „{ $name }“ steht auf der Liste der Drucker.
ui-printers-asked = Drucken ab SECRET erfordert zwei Personen. „{ $name }“ wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-printers-remove = { $name } entfernen…
ui-printers-remove-title = { $name } entfernen?
ui-printers-remove-text = Es wird nichts mehr darauf gedruckt. Was gedruckt wurde, bleibt im Protokoll.
ui-printers-remove-submit = Entfernen
ui-printers-removed = Auf „{ $name }“ wird nichts mehr gedruckt.
reason-release-authority-required = Diesen Schritt darf nur ein Freigabeberechtigter vornehmen.
reason-release-authority-required-fix = Legen Sie den Antrag einem Freigabeberechtigten vor.
reason-not-originating-authority = Über diese Kennzeichnung entscheidet nur die Ursprungsbehörde: für sie, wer das Dokument zuerst registriert hat oder sein Dossier leitet. Über ein Dokument einer anderen Behörde entscheiden sie mit deren Zustimmung.
reason-not-originating-authority-fix = Wenden Sie sich an den Verfasser oder an die Leitung des Dossiers. Gehört das Dokument einer anderen Behörde, geben sie bei der Entscheidung deren Zustimmung an.
reason-not-charged = Was über ein Dokument geschrieben steht, und seine Datei, berichtigt, wer es registriert hat, wer sein Dossier leitet, oder ein Registerführer.
reason-not-charged-fix = Sagen Sie einem von ihnen, was nicht stimmt.
reason-other-not-charged = Dass ein Dokument aufgehoben oder ersetzt ist, trägt ein, wer berichtigt, was über jenes Dokument geschrieben steht. Das sind die Person, die es registriert hat, die Leitung seines Dossiers und die Registerführer.
reason-other-not-charged-fix = Bitten Sie eine dieser Personen, es einzutragen.
reason-not-its-author = Nur wer ein Dokument registriert hat, oder die Leitung seines Dossiers, zieht es zurück.
reason-not-its-author-fix = Sagen Sie einer dieser Personen, dass es nicht hierher gehört.
reason-document-withdrawn = Das Dokument wurde zurückgezogen.
reason-document-withdrawn-fix = Es steht unter den zurückgezogenen Dokumenten und wird nicht mehr geöffnet.
held-originating-authority = Wer entscheidet, hat das Dokument registriert oder leitet sein Dossier und entscheidet für die Ursprungsbehörde oder mit ihrer Zustimmung.
cli-col-authority = Behörde
cli-authority-vault = Name des Tresors, zählt immer
cli-authority-listed = vom Sicherheitsoffizier eingetragen
cli-authority-added = Über Dokumente von „{ $authority }“ entscheidet der Tresor von nun an selbst.
cli-authority-removed = Dokumente von „{ $authority }“ verlangen von nun an die Zustimmung dieser Behörde.
cli-printers-none = Kein Drucker steht auf der Liste: Es kann nichts gedruckt werden.
cli-printer-added = „{ $printer }“ steht auf der Liste der Drucker.
cli-printer-asked = Ein Drucker ab SECRET wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
cli-printer-removed = Auf „{ $printer }“ wird nichts mehr gedruckt.
cli-authorities-asked = Diese Liste eigener Behörden wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
forged-not-release-authority = das steht einem Freigabeberechtigten oder einem Sicherheitsoffizier zu
forged-authorities-misshapen = diese Liste eigener Behörden überschreitet ihre Grenzen, oder ein Name steht doppelt oder verborgen darin
forged-printer-listed-twice = ein Drucker wird auf die Liste gesetzt, der schon darauf steht
forged-printer-not-listed = ein Drucker wird genannt, der nicht auf der Liste steht
forged-not-originating-authority = über diese Kennzeichnung entscheidet der Verfasser oder die Leitung des Dossiers, für eine andere Behörde mit deren Zustimmung

## dossiers

dossier-open = offen
dossier-closed = geschlossen
ui-nav-dossiers = Dossiers
ui-missing-need-to-know = Die Notwendigkeit der Kenntnisnahme: Sie gehören keinem Dossier an.
ui-documents-dossier = Dossier
ui-documents-any-dossier = Alle Dossiers
ui-dossiers-title = Dossiers und Notwendigkeit der Kenntnisnahme
ui-dossiers-empty = Sie gehören keinem Dossier an
ui-dossiers-empty-text = Ein Dossier vereint Dokumente mit denen, die davon wissen müssen.
ui-dossiers-find = Ein Dossier suchen
ui-dossiers-count =
    { $n ->
        [one] { $shown } Dossier
       *[other] { $shown } Dossiers
    }
ui-dossiers-no-match = Kein Dossier gefunden
ui-dossiers-choose = Wählen Sie ein Dossier, um zu sehen, wer ihm angehört.
ui-dossiers-members = Mitglieder
ui-dossier-create = Dossier anlegen…
ui-dossier-create-title = Ein Dossier anlegen
ui-dossier-create-submit = Anlegen
ui-dossier-id-hint = Kurz, nur für Mitglieder sichtbar
ui-dossier-lead = Leitung
ui-dossier-deputy = Stellvertretung
ui-dossier-deputy-hint = Ein Mitglied, das das Dossier leitet, sobald die Leitung nicht mehr da ist
ui-dossier-deputy-name = Stellvertretung bestimmen…
ui-dossier-deputy-title = Stellvertretung für { $dossier }
ui-dossier-deputy-text = Sobald Sie hier nicht mehr arbeiten oder kein Mitglied mehr sind, leitet die Stellvertretung das Dossier. Ohne Stellvertretung entscheiden zwei Sicherheitsoffiziere.
ui-dossier-deputy-nobody = Niemand
ui-dossier-deputy-submit = Bestimmen
ui-dossier-deputy-named = { $officer } vertritt die Leitung von { $dossier }.
ui-dossier-deputy-none = { $dossier } hat keine Stellvertretung.
ui-dossier-unled = ohne Leitung
ui-dossier-own-deed = ohne Leitung, obwohl es eine Stellvertretung gibt
ui-dossier-stands-in = an der Stelle von { $officer }, dessen Konto eingefroren ist
ui-succession-title = Dossiers ohne Leitung
ui-succession-text = Ihre Leitung ist nicht mehr da, und keine Stellvertretung tritt an ihre Stelle.
ui-succession-by-key = Manche sehen Sie nur mit ihrem Schlüssel: Wovon sie handeln, wissen nur die Mitglieder.
ui-succession-own-deed = Die Leitung wurde von der Stellvertretung entfernt, oder von dem Offizier, auf dessen Wort allein diese zugelassen wurde: Das Dossier geht nicht auf die Stellvertretung über. Zwei Sicherheitsoffiziere entscheiden, wer es leitet.
ui-succession-was = Zuletzt geleitet von
ui-succession-propose = Leitung vorschlagen…
ui-succession-propose-title = Leitung vorschlagen
ui-succession-propose-text = Der Offizier wird Mitglied und erhält die Schlüssel von denen, die sie haben, oder aus der Verwahrung. Nach den vollständigen Regeln muss ein anderer Sicherheitsoffizier zustimmen.
ui-succession-lead = Neue Leitung
ui-succession-submit = Vorschlagen
ui-succession-waits = ein Vorschlag wartet
ui-succession-asked = Eine neue Leitung erfordert zwei Personen. Der Vorschlag wartet auf die Zustimmung eines anderen Sicherheitsoffiziers.
ui-succession-named = { $officer } leitet das Dossier.
ui-succession-member = Ist schon Mitglied
ui-succession-joins = Würde Mitglied
ui-succession-alone = von { $officer } allein zugelassen; sonst hat dem noch niemand zugestimmt
ui-succession-note = Zu beachten
ui-succession-opens =
    { $n ->
        [0] Könnte die Dokumente keiner seiner Kennzeichnungen öffnen
        [one] Könnte die Dokumente einer seiner Kennzeichnungen öffnen
       *[other] Könnte die Dokumente von { $n } seiner Kennzeichnungen öffnen
    }
ui-dossier-created = Das Dossier { $id } ist angelegt.
ui-dossier-close = Dossier schließen…
ui-dossier-close-title = { $dossier } schließen
ui-dossier-close-text = Es nimmt keine Dokumente mehr auf. Seine Mitglieder lesen weiter, was darin ist, und Kennzeichnungen können noch geändert werden.
ui-dossier-close-submit = Schließen
ui-dossier-closed = Das Dossier { $dossier } ist geschlossen.
ui-dossier-closed-by = Geschlossen von { $officer } am { $date }
ui-dossier-reopen = Dossier wieder öffnen…
ui-dossier-reopen-title = { $dossier } wieder öffnen
ui-dossier-reopen-text = Es nimmt wieder Dokumente auf.
ui-dossier-reopen-submit = Wieder öffnen
ui-dossier-reopened = Das Dossier { $dossier } ist wieder offen.
ui-dossier-reopened-by = Wieder geöffnet von { $officer } am { $date }
ui-dossiers-which = Welche Dossiers
ui-dossiers-open = Offene
ui-dossiers-closed = Geschlossene
ui-dossiers-all = Alle
ui-dossier-members = Müssen davon wissen
ui-member-officer = Offizier
ui-member-choose = Wählen Sie einen Offizier
ui-member-since = Seit
ui-member-until = Bis
ui-member-no-end = ohne Enddatum
ui-member-basis = Grundlage
ui-member-basis-hint = Die Aufgabe, die Kenntnis erfordert
ui-member-over = abgelaufen
ui-member-add = Mitglied hinzufügen…
ui-member-add-title = Mitglied zu { $dossier } hinzufügen
ui-member-add-submit = Hinzufügen
ui-member-added = { $officer } gehört zu { $dossier }.
ui-member-remove = { $officer } entfernen…
ui-member-remove-title = { $officer } aus { $dossier } entfernen
ui-member-remove-submit = Entfernen
ui-member-removed = { $officer } gehört nicht mehr zu { $dossier }.
reason-need-to-know-missing = Für dieses Dokument ist die Notwendigkeit der Kenntnisnahme an diesem Tag nicht festgestellt.
reason-need-to-know-missing-fix = Falls die Aufgabe es verlangt, lassen Sie sie von der Leitung des Dossiers feststellen.
reason-dossier-closed = Das gewählte Dossier ist geschlossen; es nimmt keine Dokumente mehr auf.
reason-dossier-closed-fix = Wählen Sie ein anderes Dossier, oder lassen Sie dieses von seiner Leitung wieder öffnen.
reason-version-in-closed-dossier = Das Dossier dieses Dokuments ist geschlossen; es nimmt keine neuen Fassungen mehr auf.
reason-version-in-closed-dossier-fix = Lassen Sie es von seiner Leitung wieder öffnen.
held-need-to-know = Die Notwendigkeit der Kenntnisnahme ist festgestellt.
held-dossier = Das Dossier nimmt Dokumente auf.
cli-col-members = Mitglieder
cli-col-dossier = Dossier
cli-dossier-created = Das Dossier { $dossier } ist eröffnet.
cli-dossier-closed = Das Dossier { $dossier } ist geschlossen.
cli-dossier-reopened = Das Dossier { $dossier } ist wieder offen.
cli-member-added = { $officer } gehört zum Dossier { $dossier }.
cli-member-removed = { $officer } gehört nicht mehr zum Dossier { $dossier }.
cli-deputy-named = { $officer } leitet das Dossier { $dossier }, sobald seine Leitung nicht mehr da ist.
cli-deputy-none = Das Dossier { $dossier } hat keine Stellvertretung.
cli-lead-named = { $officer } leitet das Dossier { $dossier }.
cli-lead-asked = Eine neue Leitung wartet auf die Zustimmung eines anderen Sicherheitsoffiziers. Antrag: { $request }.
warning-dossier-succeeded = Sie leiten nun das Dossier { $dossier }: Seine Leitung ist nicht mehr da.
warning-dossier-succeeded-fix = Bestimmen Sie unter Dossiers Ihrerseits eine Stellvertretung (zegelctl: „dossier deputy“).
warning-dossier-stands-in = Sie vertreten { $officer }, dessen Konto eingefroren ist, und leiten das Dossier { $dossier }.
warning-dossier-stands-in-fix = Sobald das Konto nicht mehr eingefroren ist, leitet { $officer } es wieder.
warning-dossier-returned = Sie leiten das Dossier { $dossier } wieder: Ihr Konto ist nicht mehr eingefroren.
warning-dossier-returned-fix = Das Protokoll sagt, was inzwischen geschehen ist.
warning-dossier-own-deed = Sie sind die Stellvertretung des Dossiers { $dossier } und leiten es nicht: Seine Leitung wurde von Ihnen entfernt, oder von dem Offizier, auf dessen Wort allein Sie zugelassen wurden.
warning-dossier-own-deed-fix = Wenden Sie sich an einen anderen Sicherheitsoffizier: Ist das Konto nicht mehr eingefroren, so ist die Leitung zurück; sonst entscheiden sie zu zweit, wer es leitet.
warning-dossiers-unled =
    { $count ->
        [one] Ein Dossier ist ohne Leitung.
       *[other] { $count } Dossiers sind ohne Leitung.
    }
warning-dossiers-unled-fix = Schlagen Sie unter Dossiers eine Leitung vor (zegelctl: „dossier vacant“, „dossier succession“).
warning-dossier-unled = Niemand leitet mehr das Dossier { $dossier }.
warning-dossier-unled-fix = Sicherheitsoffiziere schlagen vor, wer es leitet (zegelctl: „dossier vacant“, „dossier succession“).
warning-dossier-unread =
    { $n ->
        [0] Niemand steht mehr auf der Liste des Dossiers { $dossier }: Niemand darf lesen, was darin registriert ist.
        [one] Niemand darf mehr { $n } Dokument des Dossiers { $dossier } lesen.
       *[other] Niemand darf mehr { $n } Dokumente des Dossiers { $dossier } lesen.
    }
warning-dossier-unread-fix = Lassen Sie jemanden, der dafür ermächtigt ist, auf seine Liste setzen.
warning-not-compared =
    { $n ->
        [one] { $n } Dokument dieses Dossiers trägt DUAL und kann nicht verglichen werden: Ist es unter diesen Dateien, wird es doppelt registriert.
       *[other] { $n } Dokumente dieses Dossiers tragen DUAL und können nicht verglichen werden: Jene unter diesen Dateien werden doppelt registriert.
    }
warning-alone-in-charge = Sie sind der einzige Sicherheitsoffizier: Nichts, was zwei Personen erfordert, kann Zustimmung finden.
warning-alone-in-charge-fix = Alles, was zwei erfordert, wartet, bis es einen zweiten gibt: Fragen Sie Ihre Dienststelle.
warning-nobody-agrees = Im Augenblick kann niemand zustimmen.
warning-nobody-agrees-fix = Zuerst braucht es einen weiteren Sicherheitsoffizier.
cli-assent-refuse-only = nur ablehnen
warning-above-ceiling =
    { $n ->
        [one] { $n } Dokument, das Sie lesen dürfen, ist über dieser Obergrenze eingestuft: Mit dieser Zulassung kann es niemand öffnen.
       *[other] { $n } Dokumente, die Sie lesen dürfen, sind über dieser Obergrenze eingestuft: Mit dieser Zulassung kann sie niemand öffnen.
    }
warning-above-ceiling-fix = Geben Sie sie vorher frei, oder lassen Sie eine Zulassung mit höherer Obergrenze eintragen.
warning-request-refused = { $officer } hat Ihren Antrag abgelehnt ({ $name }): { $why }
warning-request-refused-fix = Klären Sie es mit diesem Offizier; dasselbe kann erneut beantragt werden.
warning-request-granted = { $officer } hat Ihrem Antrag zugestimmt ({ $name }): Er ist wirksam.
warning-request-granted-fix = Es ist nichts mehr zu tun. Das Protokoll sagt das Übrige.
warning-documents-moved =
    { $n ->
        [one] { $officer } hat ein Dokument, das Sie registriert haben oder das in einem von Ihnen geleiteten Dossier lag, in ein anderes Dossier gelegt: { $names }.
       *[other] { $officer } hat { $n } Dokumente, die Sie registriert haben oder die in einem von Ihnen geleiteten Dossier lagen, in ein anderes Dossier gelegt: { $names }.
    }
warning-documents-moved-fix = Das Protokoll sagt wann, und der Verlauf jedes Dokuments warum. Wenden Sie sich an { $officer }, wenn das nicht stimmt.
forged-not-keeper-of-dossier = die Liste dieses Dossiers führt jemand anderes
forged-dossier-created-twice = dieses Dossier gibt es schon
forged-unknown-dossier = dieses Dossier gibt es nicht
forged-dossier-closed = dieses Dossier nimmt keine Dokumente mehr auf
forged-dossier-open = dieses Dossier ist schon offen
forged-dossier-led = dieses Dossier hat eine Leitung
forged-not-lead-of-dossier = dieses Dossier leitet jemand anderes
forged-not-deputy-of-dossier = dieses Dossier ist nicht auf diesen Offizier übergegangen
forged-own-deed = die Leitung dieses Dossiers wurde von ihrer Stellvertretung entfernt, oder von dem, der allein für die Stellvertretung bürgt
forged-unknown-member = dieser Offizier steht nicht auf der Liste des Dossiers
reason-same-id =
    { $lead ->
        [NOBODY] { $key }: „{ $title }“, ohne Leitung
       *[other] { $key }: „{ $title }“, Leitung { $lead }
    }
reason-not-keeper = Nur wer die Liste dieses Dossiers führt, ändert sie.
reason-not-keeper-fix =
    { $who ->
        [none] Wenden Sie sich an die Leitung des Dossiers oder an den, der es angelegt hat.
       *[other] Wenden Sie sich an einen von denen, die sie führen: { $who }.
    }
reason-not-lead = Nur wer dieses Dossier leitet, bestimmt eine Stellvertretung.
reason-not-lead-fix =
    { $who ->
        [none] Niemand leitet es: Ein Sicherheitsoffizier schlägt eine Leitung vor.
       *[other] Wenden Sie sich an den, der es leitet: { $who }.
    }
reason-deputy-of-oneself = Wer ein Dossier leitet, vertritt sich nicht selbst.
reason-deputy-of-oneself-fix = Bestimmen Sie einen anderen Offizier als Stellvertretung, oder niemanden.

## keys

ui-missing = Was Ihnen noch fehlt
ui-missing-ask = Wenden Sie sich an { $who }.
ui-missing-nobody = Hier kann das sonst niemand beheben: Wenden Sie sich an Ihre Dienststelle.
forged-class-made-twice = in diesem Dossier gibt es schon eine Klasse mit dieser Kennzeichnung
forged-unknown-level = kein Regelwerk kennt diese Stufe
forged-unknown-class = diese Zugangsklasse gibt es nicht
forged-unknown-key = diesen Schlüssel gibt es nicht
forged-epoch-out-of-order = das ist nicht die jetzige Periode dieses Schlüssels
forged-rekeyed-without-right = dem Verfasser steht es nicht zu, diesen Schlüssel zu erneuern
forged-key-withheld = ein neuer Schlüssel wurde nicht allen zugestellt, denen er zusteht
forged-vault-key-withheld = der Schlüssel des Tresors wurde diesem Offizier nicht zugestellt
forged-old-vault-key = er ist mit einem Schlüssel des Tresors versiegelt, der nicht mehr gilt
forged-disabled-without-new-keys = ein Konto wird deaktiviert, ohne dass die gemeinsamen Schlüssel erneuert werden
forged-common-key-due = wer einen gemeinsamen Schlüssel erneuern darf, arbeitet mit einem weiter, den jemand durch Schlüssel kennen kann, die nicht mehr gelten
forged-delivered-without-holding = ein Schlüssel wird von jemandem zugestellt oder hinterlegt, der ihn nicht hat
forged-delivered-to-stranger = ein Schlüssel wird einem Offizier zugestellt, der ihn nicht haben darf
forged-delivered-twice = ein Schlüssel wird einem Offizier zugestellt, der ihn schon hat
forged-delivered-unrecorded = ein Schlüssel wird zugestellt, ohne dass der Eintrag es sagt
forged-delivery-without-key = der Eintrag sagt, dass ein Schlüssel zugestellt wird, und der Schlüssel ist nicht darin
forged-another-key-delivered = der zugestellte Schlüssel ist nicht der, den das Protokoll nennt
forged-custody-not-sound = es sind zu wenige Verwahrer übrig, um etwas in Verwahrung zu geben
forged-custody-part-missing = was zu verwahren war, fehlt, oder anderes ist darin
forged-custody-sealed-wrongly = was in Verwahrung gegeben wurde, ist nicht auf die jetzigen Verwahrer aufgeteilt
forged-reclassified-without-right = der Verfasser darf das Dokument nicht lesen, dessen Kennzeichnung er ändert
forged-resealed-without-right = ein Dokument wird von jemandem neu versiegelt, der es nicht lesen darf
forged-text-without-right = der Text eines Dokuments wurde von jemandem gelesen, der das Dokument nicht lesen darf
forged-text-without-sheet = es ist eingetragen, dass der Text eines Dokuments gelesen wurde, ohne dass das Blatt sagt, was
forged-corrected-without-right = ein Dokument wird von jemandem berichtigt, der das nicht darf
forged-corrected-without-sheet = ein Dokument wird berichtigt, ohne dass sein Blatt sagt, was richtig ist
forged-noted-without-right = eine Notiz zu einem Dokument stammt von jemandem, der es nicht lesen darf
forged-noted-without-sheet = eine Notiz ist eingetragen, ohne dass das Blatt ihren Text enthält
forged-printed-without-right = ein Dokument ist von jemandem gedruckt, der es nicht lesen darf
forged-printed-without-sheet = ein Ausdruck ist eingetragen, ohne dass das Blatt ihn nennt
forged-printed-above-ceiling = ein Dokument ist auf einem Drucker gedruckt, der nicht so hoch drucken darf
forged-copies-out-of-order = die Nummern gedruckter Ausfertigungen schließen nicht an die vorigen an
forged-refiled-without-right = ein Dokument wird von jemandem in ein anderes Dossier gelegt, der das nicht darf
forged-refiled-otherwise = ein Dokument wird in das Dossier gelegt, in dem es schon ist, oder unter eine andere Kennzeichnung
forged-refiled-without-sheets = ein Dokument wird in ein anderes Dossier gelegt, ohne dass die alte und die neue Klasse beide davon erfahren
forged-version-without-right = eine neue Fassung eines Dokuments wird von jemandem registriert, der das nicht darf
forged-version-elsewhere = eine neue Fassung eines Dokuments wird unter einer anderen Klasse registriert als der des Dokuments
forged-version-out-of-order = eine Fassung eines Dokuments hat eine andere Nummer als die nächste
forged-version-without-sheet = eine neue Fassung eines Dokuments wird registriert, ohne dass sein Blatt sagt, was sie ist
forged-version-left-behind = ein Dokument wird neu versiegelt, ohne alle seine Fassungen
forged-withdrawn-without-right = ein Dokument wird von jemandem zurückgezogen, der es weder registriert hat noch sein Dossier leitet
forged-document-withdrawn = mit einem zurückgezogenen Dokument geschieht etwas
forged-reclassified-without-sheets = eine Kennzeichnung wird geändert, ohne dass alte und neue Klasse es erfahren
forged-reclassified-elsewhere = eine geänderte Kennzeichnung bringt ein Dokument in kein anderes Dossier
reason-key-not-delivered = Sie dürfen, aber der Schlüssel hat Sie noch nicht erreicht.
reason-key-not-delivered-fix = Jemand, der ihn hat, stellt ihn beim nächsten Entsperren zu. Tut es niemand, verlangt ein Sicherheitsoffizier ihn aus der Verwahrung.
reason-opens-by-two = Zwei Offiziere öffnen dieses Dokument zusammen. Niemand tut dies allein damit.
reason-opens-by-two-fix = Tun Sie es mit einem zweiten Offizier, der hier seine Passphrase eingibt (zegelctl: „--with OFFIZIER“). Zu zweit öffnet, kennzeichnet und berichtigt man es, legt es in ein anderes Dossier, setzt es in Beziehung, registriert eine neue Fassung, macht ein anderes Dokument daraus und schreibt es in ein Paket.
reason-not-copied = Die Kennzeichnung dieses Dokuments lässt nicht zu, dass Text von seinen Seiten kopiert wird.
reason-not-copied-fix = Zitieren Sie es in einem Dokument, das Sie hier schreiben, unter derselben Kennzeichnung.
reason-opens-by-one = Dieses Dokument öffnet ein Offizier. Ein zweiter wird nicht gebraucht.
reason-opens-by-one-fix = Geben Sie keinen zweiten Offizier an.
reason-second-officer-needed = Dieses Dokument ist mit DUAL gekennzeichnet: Zwei Offiziere öffnen es zusammen.
reason-second-officer-needed-fix = Bitten Sie einen Kollegen, der es ebenfalls öffnen darf, hier seine Passphrase einzugeben (zegelctl: „--with OFFIZIER“).
reason-no-second-officer = Zwei Offiziere öffnen es gemeinsam, und sonst könnte es niemand.
reason-no-second-officer-fix = Lassen Sie einen dafür ermächtigten Kollegen auf die Liste des Dossiers setzen; jemand, der einen Anteil am Schlüssel hat, muss noch da sein.
reason-second-is-first = Der zweite Offizier sind Sie selbst.
reason-second-is-first-fix = Nennen Sie einen Kollegen, der seine eigene Passphrase eingibt.
reason-second-may-not = Der zweite Offizier, { $officer }, darf es nicht öffnen. Was folgt, betrifft ihn.
reason-second-may-not-fix = Bitten Sie einen anderen Kollegen.
reason-no-share-of-pair = { $officer } hat keinen Anteil am Schlüssel dieses Dokuments: Er wurde geteilt, bevor er es öffnen durfte, oder für Schlüssel, die er ersetzt hat.
reason-no-share-of-pair-fix = Zwei andere mit einem Anteil öffnen es: Dadurch erhält er einen. Was von jetzt an registriert wird, wird sofort auch mit ihm geteilt.
reason-no-pair = Niemand könnte es öffnen: In diesem Dossier dürfen weniger als zwei Offiziere öffnen, was so mit DUAL gekennzeichnet ist.
reason-no-pair-fix = Sorgen Sie dafür, dass zwei Mitglieder des Dossiers für diese Stufe mit DUAL ermächtigt sind, und registrieren Sie es noch einmal.

## custody

forged-not-custodian = das ist einem Verwahrer vorbehalten
forged-not-a-sharing = die Verwahrung lässt sich so nicht aufteilen
forged-custody-of-one = wo zwei entscheiden, verfügt kein Verwahrer allein über die Verwahrung
forged-custody-on-few-words = hinter Verwahrern stehen weniger Personen, als nötig sind
forged-custody-not-asked = diese Schlüssel wurden nicht verlangt oder liegen nicht in Verwahrung
forged-custody-too-few = es haben weniger Verwahrer zugestimmt, als nötig sind
forged-custody-waits = die Wartezeit dieser Nutzung ist nicht vorbei
forged-custody-used-twice = dieser Antrag wurde schon ausgeführt
forged-deposited-twice = dieser Schlüssel liegt schon in Verwahrung
forged-one-for-two = eine Person tut, was zwei zusammen tun
forged-not-for-two = zwei Personen tun, was eine tut
forged-no-share = jemand öffnet oder teilt einen Schlüssel, an dem er keinen Anteil hat
forged-not-dealt = ein Schlüssel, den zwei zusammensetzen, wird erzeugt und nicht geteilt
forged-key-of-one = was andere lesen, ist für einen Schlüssel für zwei versiegelt, den eine einzige Person erzeugt hat
forged-second-not-proven = dass der zweite Offizier dabei war, ist nicht durch seine Signatur belegt
forged-pairs-sealed-wrongly = die Anteile eines Schlüssels sind nicht die, die der Eintrag nennt
reason-not-custodian = Das ist Verwahrern vorbehalten, und Sicherheitsoffizieren, wo es nur beantragt oder gestoppt wird.
reason-not-custodian-fix = Wenden Sie sich an einen von ihnen.
reason-request-over = Dieser Antrag ist erledigt.
reason-request-over-fix = Stellen Sie einen neuen, wenn er noch gilt.
reason-assented-twice = Sie haben diesem Antrag schon zugestimmt.
reason-assented-twice-fix = Die anderen müssen noch zustimmen; Sie müssen nichts mehr tun.
reason-custodian-by-sharing = Niemand wird durch eine Rolle Verwahrer: Verwahrer sind die, unter denen die Verwahrung aufgeteilt ist.
reason-custodian-by-sharing-fix = Tragen Sie den Offizier mit einer anderen Rolle ein, und teilen Sie dann die Verwahrung auf („zegelctl custody setup“).
reason-not-a-sharing = So lässt sich die Verwahrung nicht aufteilen: Es braucht mindestens einen Verwahrer, nicht mehr als genannt sind, und eine Wartezeit von höchstens dreißig Tagen.
reason-not-a-sharing-fix = Wählen Sie eine Schwelle zwischen 1 und der Zahl der Verwahrer und eine Wartezeit von 0 bis 720 Stunden.
reason-custody-of-one = Nach den vollständigen Regeln verfügt kein Verwahrer allein über die Verwahrung: Es braucht mindestens zwei.
reason-custody-of-one-fix = Wählen Sie eine Schwelle von 2 oder mehr.
reason-custody-on-few-words = Diese Verwahrer stützen sich auf weniger als { $threshold } Personen: { $officers } wurden nur von { $by } zugelassen.
reason-custody-on-few-words-fix = Wählen Sie Verwahrer, die von verschiedenen Personen zugelassen wurden oder denen zwei eine Rolle gegeben haben. Die Zulassung des Systems bestätigt, wer da ist: Bis dahin ist dies eine Warnung, danach wird es verweigert.
reason-custody-none-spare = Die Verwahrung hat keinen Verwahrer in Reserve: Fällt einer der { $threshold } aus, lässt sie sich weder nutzen noch neu aufteilen.
reason-custody-none-spare-fix = Teilen Sie die Verwahrung neu auf, unter mindestens einem Verwahrer mehr als nötig.
reason-custodian-not-active = Ein Verwahrer braucht ein aktives Konto.
reason-custodian-not-active-fix = Nennen Sie Offiziere, die hier arbeiten.
reason-custody-not-sound = Es sind weniger Verwahrer übrig, als die Verwahrung verlangt ({ $threshold }).
reason-custody-not-sound-fix = An die verwahrten Schlüssel kommt niemand mehr heran; wer sie hat, stellt sie zu.
reason-custody-too-few = Weniger als { $threshold } Verwahrer haben zugestimmt und sind es noch.
reason-custody-too-few-fix = Warten Sie auf die anderen. Ist ein Verwahrer, der zugestimmt hatte, nicht mehr da, stellen Sie einen neuen Antrag.
reason-custody-waits = Die Wartezeit ist nicht vorbei: nicht vor { $until }.
reason-custody-waits-fix = Dann geht es. Bis dahin kann sie nur gestoppt werden. Die Zeit beginnt, sobald hier seither so viele Personen gearbeitet haben, wie die Verwahrung verlangt, der Antragsteller eingerechnet.
reason-custody-used-twice = Dieser Antrag wurde schon ausgeführt; jeder gilt einmal.
reason-custody-used-twice-fix = Stellen Sie einen neuen, wenn mehr gebraucht wird.
reason-custody-without-motive = Warum diese Schlüssel verlangt werden, ist hier nicht zu lesen.
reason-custody-without-motive-fix = Lehnen Sie den Antrag ab und lassen Sie ihn neu stellen, mit einem Grund, den die Verwahrer lesen können.
reason-nothing-in-custody = Für sie ist aus der Verwahrung nichts zu holen: Sie haben jeden Schlüssel, der ihnen zusteht, oder was fehlt, liegt nicht dort.
reason-nothing-in-custody-fix = Prüfen Sie Ermächtigung, Unterweisung und Notwendigkeit der Kenntnisnahme. Wer einen Schlüssel hat, legt ihn beim nächsten Entsperren dort ab.
reason-nobody-else-decides = Weniger Verwahrer könnten zustimmen, als die Verwahrung verlangt ({ $threshold }): Niemand entscheidet über sich selbst.
reason-nobody-else-decides-fix = Lassen Sie einen anderen Offizier den Antrag stellen, oder teilen Sie die Verwahrung unter mehr Verwahrern auf.
reason-no-share = Sie haben keinen Anteil an einem Schlüssel, den dieser Antrag verlangt, oder es ist nicht der, den Sie bekamen.
reason-no-share-fix = Ein anderer Verwahrer stimmt zu, oder die Verwahrung wird neu aufgeteilt.
reason-wrong-deposit = Was { $officer } in Verwahrung gab, ist nicht der Schlüssel, der es sein müsste.
reason-wrong-deposit-fix = Melden Sie es der Aufsicht, und lassen Sie den Schlüssel von jemandem zustellen, der ihn hat.
reason-custodians-too-few =
    Ohne diesen Offizier { $left ->
        [one] bliebe { $left } Verwahrer
       *[other] blieben { $left } Verwahrer
    }, und die Verwahrung verlangt { $needed }.
reason-custodians-too-few-fix = Teilen Sie die Verwahrung zuerst neu auf, ohne diesen Offizier („zegelctl custody setup“).
reason-last-identity = Es ist die einzige Identität dieses Offiziers.
reason-last-identity-fix = Fügen Sie zuerst eine andere hinzu; wenn er hier nicht mehr arbeiten soll, deaktivieren Sie ihn.
reason-identity-in-use = Sie arbeiten gerade mit dieser Identität.
reason-identity-in-use-fix = Widerrufen Sie sie an einem anderen Ihrer Arbeitsplätze, oder bitten Sie einen Sicherheitsoffizier.
reason-identities-too-many = Ein Offizier darf { $most } Identitäten zugleich haben.
reason-identities-too-many-fix = Widerrufen Sie eine, die nicht mehr benutzt wird.
warning-custody-rests =
    Die Verwahrung ruht, bis das Einfrieren aufgehoben ist: { $left ->
        [one] Es bleibt { $left } Verwahrer
       *[other] Es bleiben { $left } Verwahrer
    }, und sie verlangt { $needed }.
warning-custody-rests-fix = Verloren geht dadurch nichts: Was in Verwahrung liegt, bleibt dort.
err-wrong-shares = Diese Verwahrer haben andere Anteile übergeben, als sie bekamen: { $officers }. Es bleiben weniger richtige übrig als nötig.
fix-wrong-shares = Melden Sie es der Aufsicht. Stellen Sie einen neuen Antrag an andere Verwahrer, oder teilen Sie die Verwahrung neu auf.
warning-reissue-asked = { $by } hat beantragt, dass neue Schlüssel an die Stelle Ihrer Schlüssel treten, als hätten Sie sie verloren.
warning-reissue-asked-fix = Haben Sie Ihre Schlüssel nicht verloren, sagen Sie sofort einem anderen Sicherheitsoffizier als { $by }, dass er ablehnen soll: Wer die neuen Schlüssel hat, wäre von da an Sie.
warning-custody-used = Seit Sie zuletzt entsperrt haben, wurde die Verwahrung genutzt: für { $about }, von { $by }.
warning-custody-used-fix = Wenn Sie nicht wissen, warum, fragen Sie den, der es tat; das Protokoll enthält jeden Schritt.
warning-wrong-deposit = Ein Schlüssel wurde ausgelassen: Was { $officer } mit Eintrag { $entry } in Verwahrung gab, ist nicht der Schlüssel, der es sein müsste.
ui-rekeying = Ältere Dokumente werden für die gegenwärtigen Schlüssel versiegelt: { $seen } von { $total } angesehen.
ui-texts-read = { $n ->
    [one] Die Scans eines Dokuments werden durch Texterkennung gelesen; danach wird es über seinen Text gefunden.
   *[other] Die Scans von { $n } Dokumenten werden durch Texterkennung gelesen; danach werden sie über ihren Text gefunden.
 }
ui-texts-elsewhere = { $n ->
    [one] Die Scans eines Dokuments warten auf einen Arbeitsplatz, an dem Texterkennung (tesseract) installiert ist.
   *[other] Die Scans von { $n } Dokumenten warten auf einen Arbeitsplatz, an dem Texterkennung (tesseract) installiert ist.
 }
ui-rekey = Neu versiegeln…
ui-rekey-title = { $what } neu versiegeln
ui-rekey-text = Was für einen älteren Schlüssel seiner Klasse versiegelt ist, wird für den gegenwärtigen versiegelt. Das Programm tut das auch von selbst, nach und nach.
ui-rekey-deep = Auch den Inhalt neu versiegeln
ui-rekey-deep-hint = Falls jemand den Schlüssel eines Dokuments behalten haben könnte: Jedes wird ein anderes Objekt unter einem eigenen Schlüssel, mit zwei Einträgen im Protokoll. Das dauert so lange, wie alles zu lesen.
ui-rekey-two = Mit einem zweiten Offizier auch, was nur zwei öffnen
ui-rekey-two-hint = Dokumente für zwei öffnen Sie beide dafür; das wird verzeichnet, mit dem Zweck. Ohne zweiten Offizier werden sie ausgelassen und genannt.
ui-rekey-submit = Neu versiegeln
ui-rekey-progress = { $seen } von { $total } angesehen
ui-rekey-nothing = Es war nichts zu tun: Alles ist für die gegenwärtigen Schlüssel versiegelt.
ui-rekey-stop = Anhalten
ui-assent-kind-custody = Nutzung der Verwahrung
ui-assent-kind-custody-sharing = Verwahrer
ui-act-share-custody = Verwahrung aufgeteilt
ui-act-request-sharing = Neue Aufteilung der Verwahrung beantragt
ui-act-assent-sharing = Neuer Aufteilung der Verwahrung zugestimmt
ui-act-refuse-sharing = Neue Aufteilung der Verwahrung abgelehnt
ui-act-recall-sharing = Antrag auf neue Aufteilung der Verwahrung zurückgezogen
ui-act-request-custody = Nutzung der Verwahrung beantragt
ui-act-assent-custody = Nutzung der Verwahrung zugestimmt, Anteil übergeben
ui-act-refuse-custody = Nutzung der Verwahrung abgelehnt
ui-act-stop-custody = Nutzung der Verwahrung gestoppt
ui-act-carry-out-custody = Schlüssel aus der Verwahrung zugestellt
ui-detail-threshold = nötige Verwahrer
ui-detail-custodians = Verwahrer
ui-detail-waiting = Wartezeit, in Stunden
ui-detail-custody = Aufteilung der Verwahrung
ui-detail-keys = Schlüssel
cli-custody-set = Die Verwahrung ist aufgeteilt: { $threshold } von { $count } Verwahrern können sie nutzen. Es ist Aufteilung { $epoch }.
cli-custody-asked = Beantragt: { $request }. Verwahrer stimmen mit „zegelctl assent give { $request }“ zu.
cli-custody-carried-out = Aus der Verwahrung zugestellt an { $officers }: { $keys }.
cli-custody-carried-out-for-two = Teile von Schlüsseln für zwei, von denen je zwei gemeinsam öffnen, gingen an { $officers }: { $keys }.
cli-custody-threshold = Nötige Verwahrer
cli-custody-custodians = Verwahrer
cli-custody-epoch = Aufteilung
cli-custody-waiting = Wartezeit, in Stunden
cli-custody-keys = Schlüssel in Verwahrung
cli-custody-request = Nutzung
cli-custody-not-sound = Es sind zu wenige Verwahrer übrig, um sie zu nutzen.
ui-custody-status-waiting = wartet auf Verwahrer
ui-custody-status-granted = zugestimmt
ui-custody-status-carried-out = ausgeführt
ui-custody-status-refused = abgelehnt
ui-custody-status-stopped = gestoppt
ui-custody-why = Warum
ui-custody-keys = Schlüssel
ui-custody-keys-n =
    { $n ->
        [one] Ein Schlüssel, und kein anderer
       *[other] { $n } Schlüssel, und keine anderen
    }
ui-custody-waits-until = Nicht vor
ui-custody-now = Wie es jetzt ist
ui-custody-then = Wie es wäre
ui-custody-terms = { $threshold } von { $count }: { $custodians }; Wartezeit { $hours } h
ui-custody-title = Verwahrung
ui-custody-text = Schlüssel, die niemand mehr hat, sind nicht verloren: Jeder Verwahrer hat einen Anteil an jedem Schlüssel. So viele Verwahrer wie nötig müssen jeder Nutzung zustimmen; kein Programm gibt von sich aus etwas heraus.
ui-custody-of =
    { $count ->
        [one] { $threshold } von { $count } Verwahrer
       *[other] { $threshold } von { $count } Verwahrern
    }
ui-custody-on-word = auf das Wort von { $officer } allein
ui-custody-since = Aufteilung { $epoch }, von { $officer }, { $at }.
ui-custody-waits =
    { $n ->
        [0] Es gibt keine Wartezeit.
       *[other] Eine Nutzung wartet { $n } h nach dem Antrag; bis dahin kann niemand zustimmen. Die Zeit beginnt, sobald hier seither so viele Personen gearbeitet haben, wie die Verwahrung verlangt, der Antragsteller eingerechnet.
    }
ui-custody-lying = Schlüssel in Verwahrung: { $lie } von { $all }.
ui-custody-lacking = Wer einen der anderen hat, legt ihn beim nächsten Entsperren dort ab.
ui-custody-not-sound = Es sind zu wenige Verwahrer übrig, um die Verwahrung zu nutzen
ui-custody-share = Neu aufteilen…
ui-custody-share-title = Verwahrung neu aufteilen
ui-custody-share-text = Jeder hier genannte Verwahrer bekommt einen Anteil an jedem Schlüssel; die alten Anteile sind dann wertlos. Außer in einer Übung mit einem einzigen Verwahrer müssen die jetzigen Verwahrer zuerst zustimmen.
ui-custody-custodians = Verwahrer
ui-custody-threshold = Wie viele es braucht
ui-custody-threshold-hint = Von 1 bis { $count }. Weniger können mit ihren Anteilen nichts anfangen.
ui-custody-share-none-spare = Fällt einer von ihnen aus, ist die Verwahrung nicht mehr nutzbar: Bestimmen Sie mindestens einen mehr als nötig.
ui-custody-hours = Wartezeit, in Stunden
ui-custody-hours-hint = So lange nach dem Antrag kann eine Nutzung nur gestoppt werden. 0 bis 720. Sie zu verkürzen dauert so lange, wie sie jetzt ist.
ui-custody-share-submit = Aufteilen
ui-custody-shared = Die Verwahrung ist aufgeteilt.
ui-custody-sharing-asked = Beantragt: Die Verwahrer müssen zustimmen.
ui-custody-ask = Schlüssel beantragen…
ui-custody-ask-title = Schlüssel aus der Verwahrung beantragen
ui-custody-ask-text = Sie beantragen jeden Schlüssel, den dieser Offizier oder die Mitglieder dieses Dossiers haben sollten, nicht haben und den niemand zustellt. Die Verwahrer entscheiden; sobald genug zustimmen, stellen Sie die Schlüssel hier zu.
ui-custody-ask-submit = Beantragen
ui-custody-code-compare = Lassen Sie sich zuerst diesen Code von { $name } vorlesen: Lautet seiner anders, sind es nicht seine Schlüssel.
ui-custody-asked = Beantragt: Es wartet auf Verwahrer.
ui-custody-whom = Für wen
ui-custody-whom-choose = Wählen Sie einen Offizier oder ein Dossier
ui-custody-of-dossier = Alle des Dossiers { $id } ({ $title })
ui-custody-why-hint = Die Verwahrer, die Sicherheitsoffiziere und die Betroffenen lesen es.
ui-custody-uses = Nutzungen
ui-custody-carry-out = Schlüssel zustellen
ui-custody-carried = Zugestellt an { $officers }.
ui-custody-carried-for-two = Teile von Schlüsseln für zwei gingen an { $officers }. Je zwei von ihnen öffnen gemeinsam.
ui-custody-stop = Stoppen
ui-custody-stop-title = Diese Nutzung der Verwahrung stoppen
ui-custody-stop-text = Sie endet damit, wer auch schon zugestimmt hat. Ihr Grund steht im Protokoll.
ui-custody-stopped = Gestoppt.
ui-custody-carrier = Stellt sie zu
ui-custody-yes-hands = Mit Ihrer Zustimmung übergeben Sie Ihre Anteile an diesen Schlüsseln, versiegelt, dem Offizier, der sie zustellt.
ui-custody-yes-carries =
    { $n ->
        [one] Mit Ihrer Zustimmung übergeben Sie Ihren Anteil an einem Schlüssel, den niemand hat, an { $officer }, der ihn unter die neue Aufteilung bringt.
       *[other] Mit Ihrer Zustimmung übergeben Sie Ihre Anteile an { $n } Schlüsseln, die niemand hat, an { $officer }, der sie unter die neue Aufteilung bringt.
    }
ui-waiting-deliver = { $n } zuzustellen

## assents

ui-nav-assents = Zustimmung
ui-waiting-approve = { $n } zu genehmigen oder abzulehnen
ui-waiting-answer = { $n } zu bewilligen oder abzulehnen
ui-waiting-write = { $n } zu schreiben
ui-waiting-confirm = { $n } zu bestätigen
ui-waiting-decide = { $n } zu entscheiden
ui-waiting-renew = { $n } zu erneuern
ui-waiting-lead = { $n } ohne Leitung
ui-assent-kind-release = Freigabe
ui-assent-kind-clearance = Ermächtigung
ui-assent-kind-approval = Zulassung des Systems
ui-assent-kind-guide = Einstufungsleitfaden
ui-assent-kind-authorities = Eigene Behörden
ui-assent-kind-unfreezing = Aufhebung eines Einfrierens
ui-assent-kind-roles = Rollen
ui-assent-kind-function = Funktion eines Offiziers
ui-assent-kind-reissue = Neue Schlüssel nach Verlust
ui-assent-kind-reinstatement = Ende einer Aussetzung
ui-assent-kind-succession = Neue Leitung eines Dossiers
ui-assent-kind-withdrawal = Zurückziehung eines Dokuments
ui-assent-kind-printer = Drucker für Dokumente ab SECRET
ui-assent-yes = Zustimmungen: { $given } von { $needed }
ui-assent-clearance-line = { $level } { $categories } vom { $from } bis { $until }
ui-assent-would-hold = Hätte
ui-assent-holds = Hat jetzt
ui-assent-change = Was sich ändern würde
ui-assent-exercise-ends = Der Tresor ist endgültig kein Übungstresor mehr und verweigert jede Stufe über der Obergrenze.
ui-assent-full-rules = Was zwei Personen erfordert, erfordert von da an endgültig zwei.
ui-assent-unfreezing = Der Offizier könnte wieder arbeiten und bekäme die Schlüssel, die inzwischen erneuert wurden.
ui-assent-confirms = Ihre Zustimmung bestätigt
ui-assent-lone-right = { $officer }: { $what } (von { $by } allein entschieden)
ui-assent-lone-clearance = Ermächtigung { $level } bis { $until }
ui-assent-lone-authorised = RESTREINT außerhalb der Funktion ({ $policies }) bis { $until }
ui-assent-lone-admission = Aufnahme als Offizier
ui-assent-lone-lead = Leitung des Dossiers { $name }, das niemand leitete
ui-assent-lone-partner = der Schlüssel des Partners { $name } ist der richtige
ui-assent-lone-release = die Freigabe an { $name } ab SECRET – GEHEIM
ui-assent-lone-withdrawal = die Zurückziehung des Dokuments { $name }
ui-assent-lone-printer = der Drucker { $name } auf der Liste
ui-assent-lone-guide = der geltende Einstufungsleitfaden
ui-assent-lone-authorities = die geltende Liste eigener Behörden
ui-assent-lone-own = das ist ein eigenes Recht von Ihnen
ui-assent-guide-same = Nichts: Er sagt dasselbe wie der geltende Leitfaden.
ui-assent-authorities-same = Nichts: Es ist die geltende Liste.
ui-assent-authority-added = Über Dokumente von „{ $name }“ würde der Tresor selbst entscheiden.
ui-assent-authority-removed = Dokumente von „{ $name }“ würden die Zustimmung dieser Behörde verlangen.
ui-assent-roles = Beantragte Rollen
ui-assent-roles-has = Hat jetzt
ui-assent-roles-then = Hätte dann
ui-assent-why = Grund
ui-assent-code-new = Code der neuen Schlüssel
ui-assent-code-former = Code der gegenwärtigen Schlüssel
ui-assent-code-compare = Lassen Sie sich diesen Code von { $name } vorlesen, bevor Sie zustimmen: Lautet seiner anders, sind es nicht seine Schlüssel.
ui-assent-reissue-change = Die neuen Schlüssel treten an die Stelle der gegenwärtigen, die von da an nichts mehr wert sind.
ui-assent-reinstated = Würde wieder gelten
ui-assent-opens =
    { $n ->
        [0] Kein Dokument öffnet sich dadurch allein: Eine Unterweisung oder die Notwendigkeit der Kenntnisnahme fehlt, oder es ist noch nichts registriert.
        [one] Der Offizier könnte die Dokumente von { $n } Kennzeichnung eines Dossiers öffnen, das ihm jetzt verschlossen ist, und bekäme ihren Schlüssel.
       *[other] Der Offizier könnte die Dokumente von { $n } Kennzeichnungen von Dossiers öffnen, die ihm jetzt verschlossen sind, und bekäme ihre Schlüssel.
    }
ui-assent-why-not = Warum Sie nicht zustimmen dürfen
ui-assents-title = Was auf Zustimmung wartet
ui-assents-text = Was einer beantragt und ein anderer bewilligen muss. Sie sehen, was sich durch Ihre Zustimmung ändern würde.
ui-assents-kind = Art
ui-assents-about = Betrifft
ui-assents-by = Beantragt von
ui-assents-empty = Nichts wartet
ui-assents-empty-else = Sonst wartet nichts
ui-assents-empty-text = Was die Zustimmung einer zweiten Person erfordert, steht hier bis zur Antwort.
ui-assents-partners = Schlüssel von Partnern zu vergleichen
ui-assents-partner = { $name } ({ $id }), eingetragen von { $officer }
ui-assents-partners-go = Zu den Partnern
ui-assent-mine = wartet auf Sie
ui-assent-others = wartet auf andere
ui-assent-over = überholt
ui-assent-asked-by = Beantragt von { $officer }, { $at }
ui-assent-release-change = Diese Dokumente könnten an diesen Partner gehen:
ui-assent-give = Zustimmen
ui-assent-refuse = Ablehnen
ui-assent-withdraw = Antrag zurückziehen
ui-assent-give-text = Mit Ihrer Zustimmung tritt es in Kraft; sie steht unter Ihrem Namen im Protokoll.
ui-assent-refuse-title = Den Antrag ablehnen
ui-assent-refuse-text = Damit endet er. Wer ihn gestellt hat, liest Ihren Grund.
ui-assent-withdraw-title = Den Antrag zurückziehen
ui-assent-given = Ihre Zustimmung ist eingetragen.
ui-assent-refused = Antrag abgelehnt.
ui-assent-withdrawn = Antrag zurückgezogen.
cli-assent-waiting = Die Zustimmung ist eingetragen; { $request } wartet auf weitere.
cli-assent-granted = Zugestimmt: { $request } ist ausgeführt.
cli-assent-refused = Abgelehnt: { $request }.
cli-assent-withdrawn = Zurückgezogen: { $request }.
cli-assent-is-waiting = wartet
cli-assent-is-granted = bewilligt
cli-assent-is-refused = abgelehnt
cli-assent-is-withdrawn = zurückgezogen
cli-assent-given = { $given } von { $needed }
forged-asked-twice = diesen Antrag gibt es schon
forged-unknown-request = diesen Antrag gibt es nicht
forged-request-over = dieser Antrag ist abgeschlossen
forged-own-request = niemand stimmt seinem eigenen Antrag zu
forged-assented-twice = niemand stimmt demselben Antrag zweimal zu
forged-requester-not-in-charge = wer ihn gestellt hat, hat die nötige Rolle nicht mehr
forged-request-stale = seit diesem Antrag wurde anders entschieden
forged-takes-two = das erfordert die Zustimmung einer zweiten Person
forged-one-word = die zweite Person und die erste sind Offiziere auf das Wort einer einzigen Person
forged-single-point = der Tresor verlöre mit einer Person eine Rolle
forged-rights-not-listed = er führt nicht auf, was eine Person allein gegeben hat
reason-second-person-required = Dazu braucht es einen anderen als den, der den Antrag gestellt hat.
reason-second-person-required-fix = Lassen Sie einen anderen Sicherheitsoffizier entscheiden, oder ziehen Sie den Antrag zurück.
reason-requester-not-in-charge = Wer diesen Antrag gestellt hat, hat die nötige Rolle nicht mehr.
reason-requester-not-in-charge-fix = Lehnen Sie den Antrag ab; wer die Rolle hat, kann ihn neu stellen.
reason-request-stale = Seit diesem Antrag wurde anders entschieden.
reason-request-stale-fix = Lehnen Sie den Antrag ab oder ziehen Sie ihn zurück, und stellen Sie ihn neu, wenn er noch gilt.
reason-already-waits = { $officer } hat dasselbe schon beantragt; es wartet noch auf die Zustimmung eines anderen (Antrag { $request }).
reason-already-waits-fix = Beantworten Sie diesen Antrag, oder lassen Sie ihn zuerst zurückziehen: unter „Zustimmung“ oder „zegelctl assent show { $request }“.
reason-one-word = Sie und { $officer } sind Offiziere auf das Wort einer einzigen Person.
reason-one-word-fix = Wenden Sie sich an jemanden mit derselben Rolle, den ein anderer zugelassen hat oder dem zwei Personen zugestimmt haben.
reason-keys-of-another = Dieser Offizier hat Schlüssel, die ein anderer erzeugt hat: Eine Rolle bekommt er erst, wenn er eigene erzeugt hat.
reason-keys-of-another-fix = Lassen Sie ihn seine Schlüssel erzeugen („zegelctl identity renew“ oder beim Entsperren), vergleichen Sie deren Code mit ihm, und stimmen Sie dann zu.
reason-single-point =
    { $role ->
        [custodian] Der Tresor hängt von einem einzigen Verwahrer ab: Es braucht mindestens zwei, und es gibt { $active }.
        [security-officer] Der Tresor hängt von einem einzigen Sicherheitsoffizier ab: Es braucht mindestens zwei, und es gibt { $active }.
       *[other] Der Tresor hängt von einem einzigen Offizier ab: Es braucht mindestens zwei, und es gibt { $active }.
    }
reason-single-point-fix =
    { $role ->
        [custodian] Teilen Sie die Verwahrung unter zwei oder mehr Personen auf, von denen zwei genügen („zegelctl custody setup“).
       *[other] Tragen Sie zuerst einen anderen Offizier mit dieser Rolle ein („zegelctl officer add ID --role { $role }“).
    }
reason-request-of-another = Diesen Antrag hat ein anderer gestellt.
reason-request-of-another-fix = Lehnen Sie ihn ab, wenn Sie darüber entscheiden.

## documents

count-documents = { $count ->
    [one] { $count } Dokument
   *[other] { $count } Dokumente
}
ui-nav-documents = Dokumente
ui-views = Ansichten des Registers
ui-views-menu = Ansichten
ui-views-keep = Speichern oder entfernen…
ui-views-text = Was jetzt gesucht wird, mit Filtern und Reihenfolge, unter einem Namen: für Sie allein, in Ihrem Index dieses Tresors.
ui-views-name = Name
ui-views-save = Diese Ansicht speichern
ui-views-remove = „{ $name }“ entfernen
ui-views-kept = Die Ansicht „{ $name }“ ist gespeichert.
ui-views-replaced = Die Ansicht „{ $name }“ ist gespeichert, anstelle der bisherigen mit diesem Namen.
ui-views-none = Noch keine Ansicht gespeichert.
ui-documents-search = Titel, Betreff, Aktenzeichen, Ursprung suchen
ui-documents-search-label = Suchen
ui-documents-search-clear = Suche löschen
ui-documents-where = Wo gesucht wird
ui-documents-in-titles = In Titeln
ui-documents-in-content = In Dokumenten
ui-documents-search-inside = Im Text der Dokumente suchen
ui-documents-searched = Text durchsuchbar
ui-documents-hit = Fundstelle
ui-documents-hit-page = S. { $page }
ui-documents-silent = { $n ->
    [one] Der Text von 1 Dokument wird nicht durchsucht, oder nicht ganz
   *[other] Der Text von { $shown } Dokumenten wird nicht durchsucht, oder nicht ganz
}
ui-documents-level = Stufe
ui-documents-any-level = Alle Stufen
ui-documents-any-kind = Alle Arten
ui-documents-any-policy = Alle Regelwerke
ui-documents-kind = Art
ui-documents-more-filters = Weitere Filter
ui-documents-fewer-filters = Diese Filter entfernen
ui-documents-from = Datiert ab
ui-documents-to = Datiert bis
kind-pdf = PDF
kind-text = Text und E-Mail
kind-picture = Bild
kind-office = Office-Datei
kind-other = Andere Art
ui-documents-count = { $n -> 
    [one] { $shown } Dokument 
    *[other] { $shown } Dokumente 
    }
ui-documents-list = Dokumentenregister
ui-documents-marking = Kennzeichnung
ui-documents-reference = Aktenzeichen
ui-documents-title = Titel
ui-documents-originator = Ursprungsbehörde
ui-documents-releasability = Freigegeben für
ui-documents-date = Datum
ui-documents-empty = Keine Dokumente in Ihren Dossiers
ui-documents-empty-text = Dokumente, die Sie lesen dürfen, erscheinen hier, sobald sie registriert sind.
ui-documents-no-match = Keine Treffer unter den Dokumenten, die Sie sehen dürfen
ui-documents-no-match-text = Prüfen Sie die Schreibweise oder entfernen Sie einen Filter.
ui-documents-no-word = In diesem Text ist nichts, wonach gesucht werden kann: Geben Sie einen Buchstaben oder eine Ziffer ein.
ui-documents-clear-filters = Filter entfernen
ui-ask = Ein Dokument anfordern…
ui-ask-title = Ein Dokument anfordern
ui-ask-text = Über Kennung oder Aktenzeichen. Die Entscheidung fällt sofort, mit Begründung.
ui-ask-id = Kennung oder Aktenzeichen
ui-open = Öffnen…
ui-open-title = Dokument öffnen
ui-open-submit = Öffnen
ui-open-purpose = Wozu öffnen Sie es?
ui-open-purpose-hint = Dieser Zweck wird mit Ihrem Namen und der Uhrzeit protokolliert.
ui-open-purpose-recent = Letzte Zwecke
ui-open-two-text = Dieses Dokument ist mit DUAL gekennzeichnet. Ein zweiter Offizier, der es öffnen darf, gibt hier seine Passphrase ein. Beide werden protokolliert, und beide Namen stehen auf jeder Seite.
ui-open-second = Zweiter Offizier
ui-open-second-passphrase = Passphrase des zweiten Offiziers
ui-open-password = Kennwort des Dokuments
ui-open-locked-text = Das Dokument verlangt ein eigenes Kennwort. Jeder Versuch wird als Öffnung verzeichnet.
ui-open-second-wrong = Das ist nicht die Passphrase von { $officer }.
ui-open-with = mit { $officer }
ui-sealed-title = (Öffnung zu zweit)
ui-denied-title = Sie dürfen dieses Dokument nicht öffnen
ui-denied-text = Hier jeder Grund, der Sie betrifft, und was Sie tun können.
ui-denied-recorded = Diese Anfrage steht im Protokoll, wie jede Öffnung.
ui-denied-asked = Angefordert: { $what }
ui-denied-at = Entscheidung vom { $at }
ui-why-may = Sie dürfen es öffnen
ui-why-may-two = Sie dürfen es zusammen mit einem zweiten Offizier öffnen
ui-why-may-not = Sie dürfen es nicht öffnen
ui-why-because = Warum?
ui-part-about = Dokument
ui-part-history = Verlauf
ui-part-why = Zugang
ui-subject = Betreff
ui-identifier = Kennung
ui-releasable-own = Nur Belgien
ui-history-empty = Nichts anzuzeigen.
ui-history-consent = Mit Zustimmung von { $consent }
ui-history-copies = Nummern { $numbers }, auf { $printer }
ui-history-note = Die Liste zeigt nur, was Sie sehen dürfen.
ui-field-title = Titel
ui-field-subject = Betreff
ui-field-originator = Ursprungsbehörde
ui-field-date = Datum
ui-field-marking = Kennzeichnung
ui-field-reference = Aktenzeichen
ui-field-dossier = Dossier
ui-field-paper = Aktenzeichen des Originals auf Papier
ui-paper = Aktenzeichen des Originals auf Papier
relation-answers = Antwortet auf
relation-answers-of = Beantwortet durch
ui-field-relation-answers = Antwortet auf
relation-cancels = Hebt auf
relation-cancels-of = Aufgehoben durch
ui-field-relation-cancels = Hebt auf
relation-replaces = Ersetzt
relation-replaces-of = Ersetzt durch
ui-field-relation-replaces = Ersetzt
relation-attachment = Anlage zu
relation-attachment-of = Hat als Anlage
history-dossier-hidden = ein Dossier, von dem Sie nichts wissen dürfen (was dort damit geschah, wird Ihnen nicht gezeigt)
ui-field-relation-attachment = Anlage zu
ui-field-relations = Beziehungen
ui-relate = In Beziehung setzen…
ui-relate-title = Mit einem anderen Dokument in Beziehung setzen
ui-relate-text = Was { $reference } für ein anderes Dokument ist. Beide zeigen es denen, die beide sehen dürfen.
ui-relate-two-text = Zwei öffnen dieses Dokument, also sagen zwei, was es für ein anderes ist: Der zweite Offizier gibt hier seine Passphrase ein, und beide werden protokolliert. Nur wer es öffnet, sieht die Beziehung.
ui-relate-two-removes = Es ist nicht mehr so oder war es nie: die Beziehung entfernen
ui-relate-is = Beziehung
ui-relate-is-choose = Wählen Sie die Beziehung
ui-relate-to = Anderes Dokument
ui-relate-chosen = Mit { $document }
ui-relate-why = Grund
ui-relate-submit = In Beziehung setzen
ui-relate-remove = Die Beziehung zu { $reference } entfernen
ui-relate-remove-submit = Entfernen
ui-field-change = { $field }:
ui-other-acts = Weitere Handlungen
ui-correct = Berichtigen…
ui-correct-title = Den Eintrag berichtigen
ui-correct-text = Der frühere Eintrag von { $reference } bleibt im Verlauf.
ui-correct-two-text = Zwei öffnen dieses Dokument, also berichtigen zwei es: Der zweite Offizier gibt hier seine Passphrase ein, und beide werden protokolliert. Was Sie leer lassen, bleibt, wie es ist.
ui-correct-change = eine Änderung
ui-correct-fixed = Was Sie daran nicht ändern dürfen
ui-correct-fixed-why = Ursprungsbehörde, Datum und Dossier eines Dokuments ändert, wer es registriert hat oder sein Dossier leitet: Davon hängen seine Frist ab und wer darüber entscheidet. Sagen Sie einem von ihnen, was nicht stimmt.
ui-correct-why = Was nicht stimmte
ui-correct-why-hint = Steht im Verlauf des Dokuments, für die, die das Dokument lesen dürfen.
ui-correct-dossier-hint = Ein anderes Dossier ist ein eigener Eintrag. Das Dokument bekommt ein anderes Aktenzeichen; unter dem alten wird es weiterhin gefunden. Wer nur auf der Liste des alten Dossiers steht, erfährt, dass es weg ist und warum. Seine Notizen gehen mit, für alle, die es dort lesen.
ui-correct-dossier-alone = entweder ein anderes Dossier oder etwas anderes zu berichtigen
ui-correct-submit = Berichtigen
ui-corrected = { $reference } wurde berichtigt.
cli-corrected = { $reference } wurde berichtigt:
ui-version = Neue Fassung…
ui-version-title = Eine neue Fassung registrieren
ui-version-text = Eine andere Datei unter demselben Aktenzeichen { $reference }, mit demselben Titel und derselben Kennzeichnung. Die vorige Fassung bleibt versiegelt und kann im Verlauf geöffnet werden.
ui-version-two-text = Zwei öffnen dieses Dokument, also registrieren zwei seine neue Fassung: Der zweite Offizier gibt hier seine Passphrase ein, und beide werden protokolliert.
ui-version-file = Neue Datei
ui-version-choose = Eine Datei wählen…
ui-version-drop = oder hier ablegen
ui-version-one = Nur eine Datei: { $name } wurde genommen.
ui-version-why = Was darin neu ist
ui-version-why-hint = Steht im Verlauf des Dokuments, für die, die das Dokument lesen dürfen.
ui-version-submit = Fassung registrieren
ui-version-number = Fassung { $version }
ui-version-of = { $version } von { $versions }
ui-version-outdated = Fassung { $version } von { $versions }: Dies ist nicht die geltende Fassung.
ui-version-newest = Die geltende Fassung öffnen…
ui-version-which = Gezeigte Fassung
version-filed = Fassung { $version } von { $reference } wurde registriert; die vorige bleibt und kann geöffnet werden.
ui-withdrawal = Zurückziehen…
ui-withdrawal-title = Das Dokument zurückziehen
ui-withdrawal-text = { $reference } hätte nicht registriert werden sollen: Niemand öffnet es mehr, und es steht nur noch in der Liste der zurückgezogenen Dokumente. Aktenzeichen und Verlauf bleiben. Nach den vollständigen Regeln muss ein Sicherheitsoffizier zustimmen.
ui-withdrawal-why = Warum es nicht hierher gehört
ui-withdrawal-why-hint = Wer antwortet, liest es, und es steht im Protokoll; schreiben Sie nichts aus dem Dokument.
ui-note = Notiz schreiben
ui-note-title = Eine Notiz schreiben
ui-note-text = Die Notiz steht unter der Kennzeichnung von { $reference } und in seinem Verlauf. Niemand kann sie wieder entfernen.
ui-note-label = Notiz
ui-note-hint = Alle, die das Dokument öffnen dürfen, lesen sie.
ui-note-submit = Notiz schreiben
ui-noted = Die Notiz steht bei { $reference }.
ui-withdrawal-submit = Zurückziehen
ui-withdrawn = { $reference } ist zurückgezogen.
ui-withdrawal-asked = Die Zurückziehung wartet auf die Zustimmung eines Sicherheitsoffiziers.
ui-withdrawal-change = Niemand würde es mehr öffnen; Eintrag, Aktenzeichen und Verlauf bleiben
ui-assent-printer-change = Dokumente bis zu dieser Stufe könnten darauf gedruckt werden. Welches Gerät hinter dem Namen steht, bestimmt der Administrator des Arbeitsplatzes.
ui-documents-mine = Registriert oder geöffnet von
ui-documents-mine-any = Von allen
ui-documents-mine-filed = Von mir registriert
ui-documents-mine-opened = Von mir geöffnet
ui-documents-like = Wie dieses Dokument
ui-documents-withdrawn = Zurückgezogen oder nicht
ui-documents-withdrawn-no = Nicht zurückgezogen
ui-documents-withdrawn-yes = Zurückgezogen
ui-withdrawn-on = Zurückgezogen am { $date }
cli-withdrawn = { $id } ist zurückgezogen.
cli-noted = Die Notiz steht bei { $id }, für alle, die es lesen dürfen.
cli-withdrawal-asked = Die Zurückziehung wartet auf die Zustimmung eines Sicherheitsoffiziers. Antrag: { $request }.
ui-why-other = Und ein anderer Offizier?
ui-why-other-may = { $name } darf es öffnen
ui-why-other-may-not = { $name } darf es nicht öffnen
ui-why-other-hint = Diese Frage wird protokolliert.
ui-further = Mehr zeigen
ui-further-of = { $shown } von { $total } gezeigt
ui-show-document = Dokument zeigen
ui-documents-untick = Alle abwählen
ui-documents-derive = Davon ein Dokument ableiten…
ui-why-label = Grund, wird protokolliert
held-sources = Die Kennzeichnung schützt so gut wie die Ausgangsdokumente oder weicht begründet davon ab.
warning-already-filed = { $name } ist schon im Register, Byte für Byte: { $reference }.
warning-picked-twice = { $name } hat denselben Inhalt wie { $first }, die auch in dieser Liste steht.
warning-empty-file = { $name } ist eine leere Datei (0 Byte).
warning-link-followed = { $name } ist eine Verknüpfung; genommen wurde, worauf sie verweist: { $target }.
warning-not-looked-at = Ob { $name } hier gelesen werden kann, wurde nicht geprüft.
warning-same-as-version = { $name } ist Byte für Byte, was Fassung { $version } dieses Dokuments ist.
warning-not-read = { $name } wurde nicht geprüft: Was Dokumente liest, fehlt hier oder antwortet nicht. Ob es gelesen werden kann, ist nicht bekannt, und es wird nicht über seinen Text gefunden, bis dieselbe Datei dort, wo sie gelesen wird, als neue Fassung registriert ist.
warning-not-shown = { $name } ({ $kind }) kann im Fenster nicht angezeigt, aber herausgenommen werden.
warning-text-alone = { $name } ({ $kind }): { $form ->
    [confined] wird mit seiner Gestaltung gezeigt, wie LibreOffice sie erstellt, und danach mit seinem Text.
    [not-confined] nur der Text. LibreOffice ist installiert, lässt sich an diesem Arbeitsplatz aber nicht abschotten: Die Gestaltung wird hier nicht gezeigt.
   *[not-installed] nur der Text. Die Gestaltung wird gezeigt, wo LibreOffice installiert ist.
 } Das Ganze kann entnommen werden.
warning-recognised = { $name }: Scans darin wurden durch Texterkennung gelesen, in { $languages }; sie sind durchsuchbar, einzelne Buchstaben können falsch sein.
warning-unrecognised = { $name }: Die Texterkennung hat nicht alles gelesen, was darin gescannt ist; was auf diesen Seiten steht, wird bei der Suche nicht gefunden: { $pages }.
warning-scans-later = { $name }: Gescannte Seiten darin werden später durch Texterkennung gelesen, vom Fenster, solange jemand daran arbeitet, oder durch „zegelctl doc texts“. Bis dahin wird, was auf diesen Seiten steht, bei der Suche nicht gefunden: { $pages }.
warning-picture = { $name } ist ein Bild: Was darauf steht, wird bei der Suche nur gefunden, wenn bei der Registrierung Texterkennung (tesseract) installiert ist.
warning-view-encrypted = { $name } verlangt ein eigenes Kennwort: Ohne es kann hier niemand das Dokument lesen.
warning-view-encryption = { $name } ist auf eine Weise verschlüsselt, die hier nicht unterstützt wird: Niemand kann es hier lesen.
warning-view-no-pages = In { $name } wurde keine Seite gefunden: Niemand kann es hier lesen.
warning-view-cut =
    { $cause ->
        [end] Das Ende von { $name } fehlt: Was da ist, kann gezeigt werden, der Rest steht nicht in der Datei.
       *[limit] Nur die ersten { $pages } Seiten von { $name } können gezeigt werden; es kann ganz herausgenommen werden.
    }
warning-view-unsupported = { $name } hat eine Form von { $media }, die hier nicht gezeigt wird; es kann aber herausgenommen werden.
warning-view-malformed = { $name } lässt sich nicht als das lesen, was es zu sein vorgibt: Niemand kann es hier lesen.
warning-view-cut-short = { $name } bricht ab, und von dem, was noch da ist, lässt sich nichts anzeigen: Niemand kann es hier lesen.
warning-view-too-large = { $name } ist zu groß, um angezeigt zu werden; es kann aber herausgenommen werden.
warning-view-unpacks = { $name } ist entpackt zu groß, um angezeigt zu werden; es kann aber herausgenommen werden.
warning-view-too-many-pixels = { $name } hat mehr Bildpunkte, als angezeigt werden können; es kann aber herausgenommen werden.
warning-view-timeout = { $name } braucht zum Öffnen zu lange, um angezeigt zu werden; es kann aber herausgenommen werden.
warning-view-died = { $name } braucht mehr Speicher oder Zeit als erlaubt, um angezeigt zu werden; es kann aber herausgenommen werden.
warning-pdf-within = { $name } beginnt mit { $bytes } Bytes, die kein PDF sind: Es wird als Text gezeigt, nicht als das PDF, das folgt.
warning-as-source = { $name } ist Quelltext in { $form }: Hier lässt sich nur der Text lesen, nicht das, was andere Programme daraus zeichnen oder gestalten.
warning-blank = { $name } enthält nur Leerraum und Zeilenenden: Darin gibt es nichts zu lesen.
warning-name-changed = Die Datei „{ $original }“ heißt hier { $name }: Ein Name kann keines der Zeichen / \ : < > " | ? * enthalten und nichts, was nicht angezeigt werden kann. Der ursprüngliche Name ist aufbewahrt.
warning-line-ends = Die Zeilen des Betreffs von { $name } endeten mit einem Wagenrücklauf (CR). Sie sind mit einem Zeilenvorschub (LF) aufbewahrt, wie alle Zeilen hier; die Wörter sind unverändert.
warning-date-ahead = { $name } trägt ein künftiges Datum: { $date }.
warning-term-stays = { $name }: Die Frist läuft weiterhin ab { $date }. War dieses Datum nie richtig, ziehen Sie das Dokument zurück und registrieren Sie es neu.
warning-superseded =
    { $relation ->
        [cancels] { $name } wurde durch { $other } aufgehoben.
       *[other] { $name } wurde durch { $other } ersetzt.
    }
warning-superseded-fix = Lesen Sie auch { $other }.
warning-named-twice = { $name } wurde zweimal genannt; es steht einmal im Antrag.
warning-consent-unnamed = { $name } nennt keine Ursprungsbehörde: Nichts sagt hier, wessen Zustimmung nötig ist, und die von „{ $authority }“ wurde mit nichts verglichen.
warning-consent-unnamed-fix = Sehen Sie im Dokument nach seiner Ursprungsbehörde und tragen Sie sie ein („doc correct --originator“).
warning-withdrawal-overtaken = { $officer } hatte beantragt, { $name } zurückzuziehen. Dieser Antrag betrifft das Dokument dort, wo es war, und kann nicht mehr bewilligt werden.
warning-withdrawal-overtaken-fix = Soll es weiterhin zurückgezogen werden, muss es neu beantragt werden.
warning-notes-stay =
    { $count ->
        [one] Eine Notiz zu { $name } geht nicht mit: Nur wer es unter der früheren Kennzeichnung las, liest sie noch.
       *[other] { $count } Notizen zu { $name } gehen nicht mit: Nur wer es unter der früheren Kennzeichnung las, liest sie noch.
    }
warning-notes-stay-fix = Schreiben Sie noch einmal auf, was unter der neuen Kennzeichnung gelesen werden darf.
warning-text-not-kept = { $name } wird nach seinem Text nicht mehr gefunden: Was davon aufbewahrt war, ist verloren oder wurde verändert.
warning-text-not-kept-fix = Registrieren Sie dieselbe Datei als neue Fassung; ihr Text wird dann gelesen.
warning-network-not-held = Der Kernel dieses Computers hält dieses Programm nicht vom Netz fern: Er ist älter als 6.7, oder Landlock ist darin abgeschaltet.
warning-network-not-held-fix = Verwenden Sie einen neueren Kernel, oder halten Sie das Programm auf andere Weise vom Netz fern (Firewall, Netz-Namensraum).
warning-filer-excluded = Personen mit der Staatsangehörigkeit { $nation } gehören nicht zu den Empfängern dieser Kennzeichnung: Sie selbst könnten dieses Dokument nicht öffnen.
warning-filer-cannot-open = Sie selbst können dieses Dokument nicht öffnen.
warning-passphrase-weak = Diese Passphrase ist leicht zu erraten. Sobald das System zugelassen ist, wird eine solche abgelehnt.
warning-passphrase-weak-fix = Nehmen Sie vier oder mehr Wörter, die nicht zusammengehören.
warning-passphrase-guessable = Ihre Passphrase ist leicht zu erraten: Sie wurde gewählt, bevor das System zugelassen war oder bevor Sie zugelassen wurden, als nichts sie ablehnte.
warning-passphrase-guessable-fix = Ändern Sie sie (zegelctl passphrase change; im Fenster in den Einstellungen): Nehmen Sie vier oder mehr Wörter, die nicht zusammengehören.
warning-nobody-reads = Niemand kann dieses Dokument öffnen: Niemand darf seinen Schlüssel haben, und es gibt zu wenige Verwahrer, die ihn später jemandem geben könnten.
warning-nobody-reads-fix = Setzen Sie jemanden mit der Ermächtigung auf die Liste des Dossiers, oder teilen Sie die Verwahrung neu auf („zegelctl custody setup“), und registrieren Sie es noch einmal.
warning-opens-by-two = „{ $name }“ ist mit DUAL gekennzeichnet: Von nun an öffnen es zwei Offiziere zusammen, und Listen zeigen sein Aktenzeichen ohne Titel.
warning-opens-by-two-fix = Notieren Sie sein Aktenzeichen.
warning-release-by-two = Zwei öffnen ein Dokument dieser Freigabe: Zwei schreiben das Paket. Was sein Blatt verlangt, vor allem die Zustimmung einer Ursprungsbehörde, zeigt sich dann.
warning-release-by-two-fix = Nennen Sie jetzt die Zustimmungen, die Sie kennen; ein Paket, dem eine fehlt, wird nicht geschrieben.
reason-account-disabled = Das Konto ist deaktiviert.
reason-account-disabled-fix = Wenden Sie sich an den Sicherheitsoffizier.
reason-account-frozen = Das Konto ist eingefroren.
reason-account-frozen-fix = Wenden Sie sich an einen Sicherheitsoffizier: Aufgehoben wird es von zweien.
reason-nobody-to-lift = Es bliebe niemand, der dieses Einfrieren aufheben könnte: Dazu braucht es zwei Sicherheitsoffiziere oder, wo es weniger gibt, zwei Verwahrer.
reason-nobody-to-lift-fix = Lassen Sie zuerst einen weiteren Sicherheitsoffizier zu, oder teilen Sie die Verwahrung unter mehr Offizieren auf.
reason-nobody-to-stop = Es bliebe niemand, der Sie aufhalten könnte: Ein Sicherheitsoffizier, dessen Konto deaktiviert ist oder der diese Rolle verloren hat, kommt nicht zurück.
reason-nobody-to-stop-fix = Frieren Sie das Konto dieses Offiziers ein, das wirkt sofort; Verwahrer können das aufheben. Oder lassen Sie zuerst einen weiteren Sicherheitsoffizier zu.
reason-category-missing = Dieses Dokument trägt einen einschränkenden Vermerk, den die Ermächtigung nicht abdeckt.
reason-category-missing-fix = Fragen Sie den Sicherheitsoffizier, welche Vermerke die Aufgabe rechtfertigt.
reason-group-missing = Dieses Dokument ist Gruppen vorbehalten, von denen die Ermächtigung keine nennt.
reason-group-missing-fix = Fragen Sie den Sicherheitsoffizier, zu welchen Gruppen die Aufgabe Zugang gibt.
reason-own-request = Dazu braucht es jemand anderen als den, der den Antrag gestellt hat.
reason-own-request-fix = Lassen Sie einen anderen Freigabeberechtigten entscheiden, oder rufen Sie den Antrag zurück.
reason-not-approved = Kein Freigabeberechtigter im Amt hat diese Freigabe genehmigt.
reason-not-approved-fix = Lassen Sie sie von einem Freigabeberechtigten genehmigen. Hat der, der sie genehmigt hat, diese Rolle nicht mehr, rufen Sie die Freigabe zurück und beantragen Sie sie neu.
reason-marking-changed = Die Kennzeichnung eines Dokuments wurde geändert, seit diese Freigabe beantragt wurde.
reason-marking-changed-fix = Rufen Sie diese Freigabe zurück und beantragen Sie sie neu: Unter der neuen Kennzeichnung verlangt das Dokument eine neue Entscheidung.
reason-version-changed = Ein Dokument hat eine andere Fassung, seit diese Freigabe beantragt wurde.
reason-version-changed-fix = Rufen Sie diese Freigabe zurück und beantragen Sie sie neu: Wer sie beantragt und wer sie genehmigt hat, sah einen anderen Inhalt.
reason-words-changed = Was über ein Dokument geschrieben steht, wurde berichtigt, seit diese Freigabe beantragt wurde: sein Titel, seine Ursprungsbehörde oder eine andere Angabe.
reason-words-changed-fix = Rufen Sie diese Freigabe zurück und beantragen Sie sie neu: Wer sie beantragt und wer sie genehmigt hat, las andere Worte, und diese gehen mit dem Paket hinaus.
reason-dossier-changed = Ein Dokument ist in einem anderen Dossier, seit diese Freigabe beantragt wurde.
reason-dossier-changed-fix = Rufen Sie diese Freigabe zurück und beantragen Sie sie neu: Wer sie beantragt und wer sie genehmigt hat, sah es unter den Dokumenten anderer.
reason-new-level-ceiling = Dieses System ist für die gewünschte Stufe nicht zugelassen.
reason-new-level-ceiling-fix = Behandeln Sie das Dokument in einem System, das für diese Stufe zugelassen ist, oder lassen Sie eine höhere Zulassung eintragen.
reason-undecidable = Eine Entscheidung ist nicht möglich: Eine nötige Angabe ist nicht lesbar; der Zugang ist daher verweigert.
reason-undecidable-fix = Melden Sie es dem Sicherheitsoffizier, der Kennzeichnung, Ermächtigungen und Unterweisungen prüfen lässt.
held-account = Das Konto ist aktiv.
held-categories = Jeder einschränkende Vermerk ist abgedeckt.
held-groups = Keine verlangte Gruppe fehlt.
held-second-person = Niemand genehmigt den eigenen Antrag, wo es zwei Personen braucht.
held-second-officer = Es braucht einen zweiten Offizier, der es auch öffnen darf und hier seine Passphrase eingibt; es gibt einen.
held-sheet-by-two = Von wem das Dokument stammt, steht auf seinem Blatt, das niemand allein liest: Die beiden sehen es, wenn sie entscheiden. Stammt es von einer anderen Behörde, ist deren Zustimmung nötig.
held-written-by-two = Zum Beantragen und zum Genehmigen genügt je ein Offizier. Das Paket schreiben zwei, die das Dokument dafür öffnen: Was sein Blatt verlangt, vor allem die Zustimmung einer Ursprungsbehörde, zeigt sich dann.
held-same-marking = Das Dokument trägt die Kennzeichnung, unter der die Freigabe beantragt wurde.
held-new-level = Das System eignet sich für die neue Kennzeichnung.
held-term = Eine Einstufung wird nur beibehalten, wo eine Frist läuft.
held-motive = Eine Begründung ist angegeben, oder keine ist nötig.
held-printer = Der Drucker steht auf der Liste.
held-printer-ceiling = Der Drucker darf diese Stufe drucken.
held-legible = Die Kennzeichnung ist lesbar und bekannt.
cli-col-documents = Dokumente
forged-document-filed-twice = dieses Dokument ist schon registriert
forged-unknown-document = dieses Dokument gibt es nicht
forged-documents-in-one-entry = eine geänderte Kennzeichnung teilt ihren Eintrag mit einem anderen Dokument
err-object-altered = Das Dokument { $document } wurde verändert, abgeschnitten oder vertauscht.
fix-object-altered = Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie die Datei dieses Dokuments aus der letzten guten Kopie wieder her.
err-object-truncated = Das Ende der Datei des Dokuments { $document } fehlt.
fix-object-truncated = Die Datei wurde abgeschnitten, oder eine andere, kürzere steht an ihrer Stelle. Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie sie aus der letzten guten Kopie wieder her.
err-object-missing = Die Datei des Dokuments { $document } ist verschwunden.
fix-object-missing = Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie die Datei aus der letzten guten Kopie wieder her.
reason-marked-otherwise = Das Dokument wurde anders gekennzeichnet, seit es geöffnet wurde.
reason-marked-otherwise-fix = Öffnen Sie es erneut: Ob Sie das dürfen, wird neu entschieden.
reason-disk-full = Der Datenträger ist voll oder nimmt nichts mehr auf: Sie können Listen ansehen und suchen, und nichts wird festgehalten. Was festgehalten werden muss, wird abgelehnt, auch das Öffnen eines Dokuments.
reason-disk-full-fix = Schaffen Sie Platz und entsperren Sie noch einmal.
reason-offline = Die Server dieses Tresors sind nicht erreichbar: Sie können ansehen und durchsuchen, was hier bekannt ist, und nichts wird festgehalten. Was festgehalten werden muss, wird abgelehnt, auch das Öffnen eines Dokuments.
reason-offline-fix = Prüfen Sie die Verbindung. Was Sie tun, wird wieder festgehalten, sobald sie wieder da sind.
reason-objects-offline = Der Speicher der Dokumente dieses Tresors ist nicht erreichbar: Kein Dokument kann registriert oder geöffnet werden. Alles andere wird wie gewohnt festgehalten.
reason-objects-offline-fix = Prüfen Sie die Verbindung zum Speicher oder fragen Sie, wer ihn betreibt. Er wird wieder benutzt, sobald er wieder da ist.
reason-clock-waits =
    { $author ->
        [none] Die Uhr dieses Computers steht vor einem Eintrag des Protokolls: Eintrag { $index } trägt die Zeit { $until }. Sie können ansehen und suchen, und nichts wird festgehalten. Was festgehalten werden muss, wird abgelehnt, auch das Öffnen eines Dokuments.
       *[other] Die Uhr dieses Computers steht vor einem Eintrag des Protokolls: Eintrag { $index }, signiert von { $author }, trägt die Zeit { $until }. Sie können ansehen und suchen, und nichts wird festgehalten. Was festgehalten werden muss, wird abgelehnt, auch das Öffnen eines Dokuments.
    }
reason-clock-waits-fix = Prüfen Sie Datum und Uhrzeit dieses Computers und entsperren Sie noch einmal. Stimmen sie, ging die Uhr des Verfassers des Eintrags falsch: Benachrichtigen Sie den Sicherheitsoffizier.
reason-entry-waits = Eintrag { $index }, signiert von { $author }, trägt eine Zeit, die noch kommt: { $until }. Sie können ansehen und durchsuchen, was vor ihm da war, und nichts anderes. Nichts wird festgehalten; was festgehalten werden muss, wird abgelehnt, auch das Öffnen eines Dokuments.
reason-entry-waits-fix = Prüfen Sie zuerst Datum und Uhrzeit dieses Computers. Stimmen sie, ging die Uhr des Verfassers falsch: Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie die letzte Kopie von vor diesem Eintrag wieder her. Andernfalls ist nichts verloren: Alles ist wieder möglich, sobald diese Zeit gekommen ist.
warning-no-word = In diesem Text ist nichts, wonach gesucht werden kann: Geben Sie einen Buchstaben oder eine Ziffer ein.
warning-search-incomplete = Die Suche findet noch nicht alles: Bisher sind { $percent } % des Protokolls erfasst.
warning-search-incomplete-fix = Sie vervollständigt sich von selbst, während Sie arbeiten. Suchen Sie in einem Augenblick noch einmal.

## documents: filing

ui-file-name = Datei
ui-filed = Registriert
ui-filed-by = { $at }, von { $officer }
ui-file-title = { $n ->
    [one] Ein Dokument registrieren
   *[other] { $n } Dokumente registrieren
}
ui-file-files = Dateien
ui-file-drop = Dateien oder einen Ordner hierher ziehen
ui-file-drop-now = Loslassen, um diese Dateien hinzuzufügen
ui-file-drop-hint = Sie werden verschlüsselt, bevor sie geschrieben werden; das Original bleibt, wo es ist.
ui-file-write = Hier eine Notiz oder einen Bericht schreiben…
ui-write-revise = Neue Fassung von { $reference }
ui-write-text = Text, in Markdown
ui-write-hint = # Überschrift, - Liste, **wichtig**. Der Text wird beim Schreiben verschlüsselt aufbewahrt; auf der Platte liegt keine Datei davon.
ui-write-portion = Absatzkennzeichen
ui-write-preview = Vorschau
ui-write-preview-none = Was Sie schreiben, erscheint hier, wie die Seite aussehen wird.
ui-write-preview-more = { $n ->
    [one] Noch eine Seite, die hier nicht gezeichnet wird.
   *[other] Noch { $n } Seiten, die hier nicht gezeichnet werden.
}
ui-write-kept = Verschlüsselt aufbewahrt: { $at }
ui-write-discard = Text verwerfen
ui-write-discard-title = Den Text verwerfen?
ui-write-discard-text = Was hier geschrieben und nicht registriert ist, ist dann weg.
ui-write-file = Kennzeichnen und registrieren…
ui-write-version = Als neue Fassung registrieren…
ui-revise = Überarbeiten
ui-revise-text = { $reference } wird dafür geöffnet, und das wird festgehalten. Was Sie schreiben, wird eine neue Fassung; die vorige bleibt.
ui-revise-submit = Öffnen und überarbeiten
ui-file-pick = Dateien wählen…
ui-file-pick-folder = Einen Ordner wählen…
ui-file-pick-more = Hinzufügen…
ui-file-remove = { $name } entfernen
ui-file-name-title = Titel von { $name }
ui-file-name-date = Datum von { $name }
ui-file-name-originator = Ursprungsbehörde von { $name }
ui-file-tick = { $name } ankreuzen
ui-file-tick-all = Alle Zeilen ({ $n } angekreuzt)
ui-file-table = { $n } Dateien, die zusammen registriert werden
ui-file-table-warned = Anzusehen: { $n }
ui-file-table-next = Zum nächsten
ui-file-in-table = { $n } Dateien: Sie stehen in der Tabelle oben.
ui-file-readable-yes = hier lesbar
ui-file-readable-text-alone = nur der Text
ui-file-readable-no = hier nicht lesbar
ui-file-readable-unknown = nicht angesehen
ui-file-marking-form = Kennzeichnung des Formulars
ui-file-ticked = { $n ->
        [one] Für die angekreuzte Zeile
       *[other] Für die { $n } angekreuzten Zeilen
    }
ui-file-ticked-title = Titel vor dem Namen der Datei
ui-file-ticked-title-hint = Was hier leer bleibt, ändert sich nicht.
ui-file-ticked-write = In diese Zeilen schreiben
ui-file-ticked-mark = Die unten gewählte Kennzeichnung geben
ui-file-ticked-mark-first = Wählen Sie unten zuerst die Kennzeichnung, mit Begründung, wo sie nötig ist.
ui-file-ticked-unmark = Wie das Formular
ui-file-ticked-remove = { $n ->
        [one] Die Zeile entfernen
       *[other] { $n } Zeilen entfernen
    }
ui-file-register = Eintrag ins Register
ui-file-dossier-choose = Wählen Sie das Dossier
ui-file-no-dossiers-make = Sie gehören keinem Dossier an. Legen Sie auf dem Bildschirm „Dossiers“ eines an.
ui-file-no-dossiers = Sie gehören keinem Dossier an. Bitten Sie einen Sicherheitsoffizier, eines anzulegen oder Sie aufzunehmen.
ui-file-policy = Regelwerk
ui-file-level-hint = Nach dem Inhalt zu wählen: Es wird keine Stufe vorgeschlagen.
ui-file-not-from-here = Hier nicht möglich
ui-file-releasability = Freigegeben für
ui-file-releasability-none = Nichts gewählt: nur Belgien.
ui-file-releasability-none-other = Nichts gewählt: die Staaten des Regelwerks { $policy }.
ui-file-search-values = Staat oder Gemeinschaft
ui-file-handling = Behandlung
ui-file-restrictive-hint = Beschränkt den Zugang: Der Leser muss dafür ermächtigt sein.
ui-file-dual-hint = Zwei ermächtigte Offiziere öffnen es zusammen; niemand öffnet es allein, auch Sie nicht.
ui-file-informative-hint = Hinweis, ohne Wirkung auf den Zugang.
ui-file-legal-from = Ab { $level }
ui-file-level-first = Wählen Sie zuerst die Stufe.
ui-file-preview = Kennzeichnung, die sich ergibt
ui-file-preview-none = Wählen Sie eine Stufe: Die Kennzeichnung erscheint hier.
ui-file-portion = Absatzkennzeichen
ui-file-originator-hint = Die Behörde, unter der das Dokument entstand. Leer: diese Dienststelle.
ui-file-date = Datum des Dokuments
ui-file-finalised-hint = Ab diesem Tag laufen die Fristen. Leer: das Datum des Dokuments.
ui-file-submit = { $n -> 
    [one] Registrieren 
    *[other] { $n } Dokumente registrieren 
    }
ui-file-missing-field = „{ $label }“
ui-file-missing-wrong = „{ $label }“, zu berichtigen
ui-identifier-wrong = Kleinbuchstaben ohne Akzent, Ziffern, Punkt, Binde- und Unterstrich, am Anfang ein Buchstabe oder eine Ziffer.
ui-file-missing = Es fehlt noch: { $what }.
ui-file-missing-files = eine Datei
ui-file-missing-dossier = das Dossier
ui-file-missing-level = die Stufe
ui-file-missing-title = der Titel
ui-file-missing-date = das Datum
ui-file-missing-marking = eine zulässige Kennzeichnung
ui-file-progress = { $done } von { $total }: { $name }
ui-file-stop = Nach diesem anhalten
ui-file-stopping = Hält nach diesem an…
ui-file-done = { $n -> 
    [one] Dokument registriert 
    *[other] { $n } Dokumente registriert 
    }
ui-file-done-text = { $n ->
    [one] Das Aktenzeichen ist für immer vergeben.
   *[other] Diese Aktenzeichen sind für immer vergeben.
}
ui-file-show = Im Register zeigen
ui-file-clear = Formular leeren
ui-file-lost = Die vor der Sperre gewählten Dateien sind nicht mehr zugänglich: Wählen Sie sie erneut.
ui-date-hint = Zum Beispiel { $day }
ui-date-far = { $day }: in mehr als zehn Jahren
ui-date-wrong = Das ist kein Datum: Schreiben Sie Tag.Monat.Jahr.
ui-date-today = Heute
ui-date-years = { $n -> 
    [one] { $n } Jahr 
    *[other] { $n } Jahre 
    }
ui-file-value = { $name }: { $label }
ui-file-permissive-hint = Es genügt, einen der Werte zu besitzen.
ui-file-floor = Niedrigste Stufe nach dem Leitfaden: { $topics }
ui-file-below-floor = Unter dem Leitfaden: Eine Begründung ist nötig.
ui-file-offer = Der Leitfaden verlangt { $what }.
ui-file-offer-take = Hinzufügen
ui-file-motive = Warum dennoch diese Kennzeichnung?
ui-file-motive-hint = Mindestens { $n } Zeichen. Sie bleibt beim Dokument; das Protokoll vermerkt nur, dass es eine Begründung gab.
ui-file-motive-short = Schreiben Sie mindestens { $n } Zeichen.
ui-file-missing-motive = die Begründung
ui-file-missing-sources = die Zustimmung der Ursprungsbehörden der Quellen
ui-file-comparing = Wird mit dem Register verglichen…
ui-file-left-out = Ausgelassen
ui-file-left-out-more =
    { $n ->
        [one] und ein weiteres
       *[other] und { $n } weitere
    }
ui-file-failed = { $name } wurde nicht registriert:
ui-file-not-filed = { $n -> 
    [one] Ein Dokument ist nicht registriert 
    *[other] { $n } Dokumente sind nicht registriert 
    }
ui-file-not-filed-text = Die Liste unten enthält nur noch, was nicht registriert ist: Sie können erneut registrieren.
ui-file-not-failed = konnte nicht registriert werden
ui-file-not-with-others = wegen dieses Problems nicht registriert
ui-file-not-stopped = davor angehalten
ui-file-home-missing = Belgien gehört nicht zu diesen Empfängern: Belgische Leser könnten das Dokument nicht öffnen.
ui-file-home-add = { $name } hinzufügen
ui-file-last-dossier = Wie zuletzt in diesem Dossier
ui-file-last-used = Wie zuletzt
ui-file-originator-own = Diese Dienststelle
ui-originator-other = Eine andere Behörde, nicht genannt
ui-documents-tick = Ankreuzen
ui-documents-tick-one = { $reference } ankreuzen
ui-documents-ticked = { $n ->
    [one] Eines angekreuzt
    *[other] { $n } angekreuzt
    }
left-out-folder = ein Ordner
left-out-empty = ein Ordner, in dem nichts ist
left-out-in-vault = ein Teil eines Tresors: Woraus ein Tresor besteht, ist kein Dokument
left-out-link = eine Verknüpfung, der nicht gefolgt wird
left-out-pipe = eine Pipe
left-out-socket = ein Socket
left-out-device = ein Gerät
left-out-too-deep = zu tief in den Ordnern
left-out-too-many = mehr als { $most } Dateien auf einmal
left-out-unreadable = nicht lesbar ({ os-cause })
left-out-twice = schon genannt: { $first }
left-out-already-filed = schon registriert unter { $reference }, Byte für Byte
cli-left-out = Ausgelassen:
cli-left-out-more =
    { $more ->
        [one] und ein weiteres
       *[other] und { $more } weitere
    }
cli-filed-from = { $path } ist registriert unter { $reference } ({ $id })
cli-filed = Registriert unter { $reference } ({ $id }).
err-nothing-to-file = In { $path } ist keine Datei: Es wurde nichts registriert.
fix-nothing-to-file = Prüfen Sie den Pfad.
err-in-vault = Dieser Ordner gehört zu einem Tresor: Etwas anderes wird dort nicht geschrieben.
fix-in-vault = Wählen Sie einen Ordner außerhalb des Tresors.
err-filing-stopped = Auf Wunsch abgebrochen. Was schon registriert ist, bleibt es; der Rest ist nicht registriert.
fix-filing-stopped = Um fortzufahren, führen Sie denselben Befehl noch einmal mit --skip-existing aus: Was schon registriert ist, wird dann ausgelassen.
err-not-a-file = Das ist keine Datei, sondern { $what ->
        [folder] ein Ordner
        [link] eine Verknüpfung
        [pipe] eine Pipe
        [socket] ein Socket
        [device] ein Gerät
       *[other] { $what }
    }.
fix-not-a-file = { $what ->
        [pipe] Schreiben Sie zuerst in eine Datei, was aus der Pipe kommt, und nennen Sie diese Datei.
       *[other] Nennen Sie eine gewöhnliche Datei.
    }
err-nobody-reads = Diese Pipe liest niemand.
fix-nobody-reads = Starten Sie zuerst das Programm, das sie liest, und nennen Sie die Pipe noch einmal.
err-nobody-writes = In diese Pipe schreibt niemand.
fix-nobody-writes = Starten Sie zuerst das Programm, das hineinschreibt, und nennen Sie die Pipe noch einmal.
err-too-many-files = Das sind mehr als { $most } Dateien.
fix-too-many-files = Registrieren Sie sie in Teilen: Es wurde nichts registriert.
err-no-dossier = Es wurde kein Dossier angegeben.
fix-no-dossier = Fügen Sie --dossier ID hinzu.
err-filing-none = Auf Wunsch abgebrochen: Nichts aus der Liste ist registriert.
fix-filing-none = Um sie zu registrieren, geben Sie denselben Befehl noch einmal.
err-listed-twice = Diese Datei steht schon in der Liste, als { $path }.
fix-listed-twice = Lassen Sie eine der beiden Zeilen stehen. Es wurde nichts registriert.
err-list-cell-missing = Diese Zelle ist leer, und keine Option gilt dafür für alle Zeilen.
fix-list-cell-missing = Füllen Sie die Zelle aus, oder geben Sie die entsprechende Option für alle Zeilen. Es wurde nichts registriert.
err-list-day = „{ $value }“ ist kein Datum.
fix-list-day = Schreiben Sie das Datum als 2026-03-04. Es wurde nichts registriert.
err-list-no-marking = Dies ist Teil einer Kennzeichnung, und die Zeile hat keine Stufe.
fix-list-no-marking = Schreiben Sie die Stufe in die Spalte „marking“: Eine Zeile hat eine eigene Kennzeichnung als Ganzes oder keine. Es wurde nichts registriert.
err-list-not-utf8 = Die Liste ist kein Text in UTF-8.
fix-list-not-utf8 = Speichern Sie sie aus der Tabellenkalkulation als „CSV UTF-8“. Es wurde nichts registriert.
err-list-empty = Die Liste nennt keine Datei.
fix-list-empty = Schreiben Sie unter die Kopfzeile eine Zeile für jede Datei.
err-list-torn = Die Liste lässt sich nicht als Tabelle lesen.
fix-list-torn = Schreiben Sie CSV mit einer Kopfzeile oder TOML mit einem [[document]] für jede Datei. Es wurde nichts registriert.
err-list-not-several = „document“ steht hier für eine einzige Tabelle, eine Liste hat mehrere.
fix-list-not-several = Schreiben Sie [[document]], mit zwei Klammern auf jeder Seite, über jede Datei. Es wurde nichts registriert.
err-list-column-unknown = Keine Liste hat „{ $column }“.
fix-list-column-unknown = Bekannt sind: { $known }. Es wurde nichts registriert.
err-list-column-twice = Zwei Spalten haben diesen Namen.
fix-list-column-twice = Lassen Sie eine der beiden stehen. Es wurde nichts registriert.
err-list-quote = Ein Anführungszeichen öffnet eine Zelle, und keines schließt sie.
fix-list-quote = Schließen Sie die Zelle mit einem Anführungszeichen, und verdoppeln Sie eines, das zum Text gehört. Es wurde nichts registriert.
err-list-too-many-cells = Die Zeile hat mehr Zellen als die Kopfzeile, die { $most } hat.
fix-list-too-many-cells = Setzen Sie einen Text, der das Trennzeichen enthält, in Anführungszeichen. Es wurde nichts registriert.
err-list-cell-kind = Das ist weder ein Text noch ein Datum noch eine Liste von Texten.
fix-list-cell-kind = Setzen Sie es in Anführungszeichen. Es wurde nichts registriert.
err-written-not-text = Das ist kein Text in UTF-8.
fix-written-not-text = Lassen Sie --kind weg: Die Datei wird dann als das registriert, was ihre Bytes sagen.
err-written-one = Mit --kind wird ein Dokument registriert.
fix-written-one = Geben Sie einen Pfad an, oder - für die Standardeingabe.
err-written-no-title = Was von der Standardeingabe kommt, hat keinen Namen, der als Titel dienen könnte.
fix-written-no-title = Fügen Sie --title TEXT hinzu.

## documents: viewing

ui-part-attachments = Anhänge
ui-attachments-text = Dateien, die dieses Dokument enthält. Jede öffnet sich für sich, unter derselben Kennzeichnung; das Öffnen des Dokuments gilt auch als das ihre.
ui-attachment-open = Öffnen
ui-attachment-page = Seite { $page }
ui-attachment-unnamed = Datei { $n }, ohne Namen
ui-attachment-none = Datei ohne Namen
ui-attachment-title = { $name }, in „{ $title }“
ui-viewer-pages = Seiten
ui-viewer-page = Seite { $n } von { $of }
ui-viewer-of = / { $of }
ui-viewer-goto = Zur Seite
ui-viewer-previous = Vorige Seite
ui-viewer-next = Nächste Seite
ui-viewer-zoom-in = Vergrößern
ui-viewer-zoom-out = Verkleinern
ui-viewer-zoom-fit = An Breite anpassen
ui-viewer-zoom-page = Ganze Seite
ui-viewer-turn = Nach rechts drehen
ui-viewer-read-on = Seite { $page }, wo Sie zu lesen aufgehört haben. Pos1 führt zur ersten.
ui-viewer-reading = Lesemodus: der ganze Bildschirm (F11)
ui-viewer-reading-end = Lesemodus verlassen (Esc)
ui-viewer-find = Im Dokument suchen
ui-viewer-copy = Auswahl kopieren (Strg+C)
ui-viewer-copied = Unter der Kennzeichnung des Dokuments kopiert. Das Protokoll hält es fest, und das Sperren leert die Zwischenablage.
ui-viewer-not-copied = Text dieses Dokuments lässt sich weder auswählen noch kopieren: Seine Kennzeichnung lässt es nicht zu.
ui-viewer-select-none = Auf dieser Seite lässt sich nichts auswählen.
ui-viewer-select-first = Wählen Sie zuerst etwas auf der Seite aus, mit der Maus oder mit der Umschalttaste und den Pfeilen.
copied-purpose-attachment = Text aus dem Anhang „{ $name }“ kopiert (Seite { $page }, Zeichen: { $n })
copied-purpose = Text kopiert (Seite { $page }, Zeichen: { $n })
ui-viewer-print = Drucken…
ui-print-title = Drucken
ui-print-text = Jede Seite trägt die Kennzeichnung, Ihren Namen, die Zeit und die Nummer der Ausfertigung. Das Protokoll nennt, was verlangt wird, bevor es zum Drucker geht. Holen Sie die Seiten sofort ab.
ui-print-printer = Drucker
ui-print-printer-choose = Wählen Sie einen Drucker
ui-print-pages = Seiten, die das Dokument hat
ui-print-first = Von Seite
ui-print-last = Bis Seite
ui-print-copies = Ausfertigungen (1 bis 99)
ui-print-purpose = Wozu drucken Sie es?
ui-print-purpose-hint = Für wen oder wofür; es wird festgehalten.
ui-print-submit = Drucken
ui-print-done =
    { $copies ->
        [one] Ausfertigung { $first } wurde dem Drucker „{ $printer }“ übergeben.
       *[other] Die Ausfertigungen { $first } bis { $last } wurden dem Drucker „{ $printer }“ übergeben.
    }
ui-viewer-find-next = Nächste Fundstelle
ui-viewer-find-previous = Vorige Fundstelle
ui-viewer-find-close = Schließen
ui-viewer-find-enter = Die Eingabetaste durchsucht die Seiten.
ui-viewer-find-busy = Suche läuft…
ui-viewer-find-none = Es steht auf keiner lesbaren Seite.
ui-viewer-find-count =
    { $n ->
        [one] einmal
       *[other] { $on ->
            [one] Stelle { $at } von { $times }
           *[other] Stelle { $at } von { $times }, auf { $pages } Seiten
        }
    }
ui-viewer-find-silent =
    { $n ->
        [one] Eine Seite enthält keinen durchsuchbaren Text.
       *[other] { $n } Seiten enthalten keinen durchsuchbaren Text.
    }
ui-viewer-no-text = Auf dieser Seite ist kein Text zu lesen.
ui-viewer-text-recognised = Diese Seite wurde durch Texterkennung gelesen, in { $languages }: Einzelne Buchstaben können falsch sein.
ui-viewer-find-recognised =
    { $n ->
        [one] Eine Seite wurde durch Texterkennung gelesen: Einzelne Buchstaben können falsch sein, und keine Stelle ist darauf markiert.
       *[other] { $n } Seiten wurden durch Texterkennung gelesen: Einzelne Buchstaben können falsch sein, und keine Stelle ist darauf markiert.
    }
ui-viewer-zoom-level = { $percent } %
ui-viewer-panel = Kennzeichnung, Verlauf, Zugang
ui-viewer-outline = Gliederung (o)
ui-viewer-outline-nowhere = Diese Überschrift führt zu keiner Seite.
ui-viewer-outline-more = { $n } weitere zeigen
ui-viewer-thumbs = Seitenübersicht
ui-viewer-missing = Dieses Dokument wird nicht vollständig oder nicht so gezeigt, wie es ist
ui-viewer-missing-here = Auf dieser Seite
ui-viewer-failed = Diese Seite kann nicht angezeigt werden.
ui-viewer-close = Dokument schließen
cli-not-searched = Von dem, was Sie sehen dürfen, wird der Text nicht durchsucht von:
cli-text-waits = nichts hat es jetzt gelesen; es wartet noch
cli-text-changed = inzwischen geändert oder bereits gelesen
cli-text-denied = Sie dürfen es nicht lesen lassen
cli-text-damaged = das versiegelte Dokument fehlt oder wurde verändert
cli-texts-remaining = Texte, die noch warten: { $n }. Führen Sie den Befehl noch einmal aus.
cli-texts-none = Kein Text wartet darauf, gelesen zu werden.
cli-without-sentence =
    { $n ->
        [one] Ein gefundenes Dokument kommt ohne seinen Satz.
       *[other] { $n } gefundene Dokumente kommen ohne ihren Satz.
    }
cli-texts-altered = Was vom Text dieser Dokumente aufbewahrt wurde, ist nicht mehr das, was aufbewahrt wurde. Lassen Sie es untersuchen („zegelctl doctor“):
cli-hit-on-page = S. { $page }: { $sentence }
cli-cut-of = { $shown } von { $total } Zeilen gezeigt. Für die übrigen: --limit all, oder --after { $next }
cli-cut = { $shown ->
    [one] { $shown } Zeile gezeigt
   *[other] { $shown } Zeilen gezeigt
 }; es gibt weitere. Für die übrigen: --limit all, oder --after { $next }
cli-pages-written = Nach { $path } geschrieben: { $pages ->
    [one] { $pages } Seite. Diese Datei ist
   *[other] { $pages } Seiten. Diese Dateien sind
 } nicht mehr durch Zegel geschützt.
cli-pages-others = In diesem Ordner liegen auch Seiten von früher, vielleicht die eines anderen Dokuments ({ $count }): { $names }
cli-pages-beyond =
    Einige der verlangten Seiten gibt es nicht: { $pages ->
        [one] Eine Seite kann
       *[other] { $pages } Seiten können
    } gezeigt werden.
cli-pages-outline = Gliederung des Dokuments:
cli-outline-page = (S. { $page })
cli-printed =
    { $copies ->
        [one] Ausfertigung { $first } wurde dem Drucker „{ $printer }“ übergeben.
       *[other] Die Ausfertigungen { $first } bis { $last } wurden dem Drucker „{ $printer }“ übergeben.
    }
cli-pages-cut = Das Dokument geht über diese { $pages } Seiten hinaus, mehr kann nicht gezeigt werden; es kann ganz herausgenommen werden.
err-unsupported-media = Dokumente der Art { $media } können hier nicht angezeigt werden.
fix-unsupported-media = Nehmen Sie es mit „zegelctl doc open --out“ heraus, oder registrieren Sie es in einer Art, die angezeigt wird: PDF, Text, Bild, E-Mail oder Office-Datei.
err-no-attachment = Das Dokument hat keinen Anhang Nummer { $number }; es hat { $count }.
fix-no-attachment = Sehen Sie mit „zegelctl doc attachments“ nach, welche es gibt.
err-no-pages =
    Seite { $first } gibt es nicht: Das Dokument hat { $pages ->
        [one] eine Seite, die
       *[other] { $pages } Seiten, die
    } gezeigt werden { $pages ->
        [one] kann
       *[other] können
    }. Es wurde nichts geschrieben.
fix-no-pages = Verlangen Sie Seiten, die es gibt (--pages).
err-no-spooler = An diesem Arbeitsplatz kann nichts gedruckt werden: „lp“ von CUPS ist nicht installiert.
fix-no-spooler = Lassen Sie das Paket cups-client installieren (/usr/bin/lp), oder drucken Sie an einem anderen Arbeitsplatz. Festgehalten wurde nichts.
err-not-printed = Der Drucker „{ $printer }“ nahm Ausfertigung { $copy } nicht an, und keine danach. Im Protokoll steht, dass sie verlangt wurden, und ihre Nummern sind vergeben.
fix-not-printed = Prüfen Sie, ob CUPS an diesem Arbeitsplatz den Drucker kennt (lpstat -e) und ob er Aufträge annimmt, und drucken Sie mit der nächsten Nummer erneut.
err-print-stopped = Das Drucken auf „{ $printer }“ wurde beendet, bevor Ausfertigung { $copy } übergeben war.
fix-print-stopped = Die Ausfertigungen davor wurden übergeben. Das Protokoll nennt alle, die verlangt wurden.
print-copy = Ausfertigung { $copy }
err-bad-pages =
    { $cause ->
        [backwards] In { $typed } (--pages) steht die letzte Seite vor der ersten.
       *[form] Ein Seitenbereich (--pages) wird als 3, 1-3 oder 5- geschrieben: { $typed }.
    }
fix-bad-pages =
    { $cause ->
        [backwards] Schreiben Sie die kleinere Zahl zuerst.
       *[form] Geben Sie Seitenzahlen ab 1 an.
    }
err-view-too-large = Das Dokument ist größer als { $limit } MiB.
fix-view-too-large = Lassen Sie es teilen und neu registrieren.
err-view-unpacks = Ein Teil des Dokuments ist entpackt größer als { $limit } MiB.
fix-view-unpacks = Lassen Sie es ohne das, was es so groß macht, neu registrieren.
err-view-too-many-pixels = Das Bild hat mehr Bildpunkte, als angezeigt werden können.
fix-view-too-many-pixels = Lassen Sie es mit geringerer Auflösung registrieren.
err-view-malformed = Das Dokument lässt sich nicht als das lesen, was es zu sein vorgibt.
fix-view-malformed = Fordern Sie bei der Ursprungsbehörde ein einwandfreies Exemplar an.
err-view-cut-short = Die Datei bricht ab: Von dem, was noch da ist, lässt sich nichts anzeigen.
fix-view-cut-short = Fordern Sie bei der Ursprungsbehörde die ganze Datei an.
err-view-encrypted = Das Dokument verlangt ein eigenes Kennwort.
fix-view-encrypted = Fordern Sie bei der Ursprungsbehörde ein Exemplar ohne Kennwort an; der Tresor schützt es. Wenn Sie das Kennwort kennen: zegelctl doc pages ID --document-password-file DATEI
err-view-wrong-password = Das ist nicht das Kennwort des Dokuments.
fix-view-wrong-password = Prüfen Sie das Kennwort in der angegebenen Datei, oder fordern Sie bei der Ursprungsbehörde ein Exemplar ohne Kennwort an.
err-view-encryption = Das Dokument ist auf eine Weise verschlüsselt, die hier nicht unterstützt wird.
fix-view-encryption = Fordern Sie bei der Ursprungsbehörde ein unverschlüsseltes Exemplar an; der Tresor schützt es.
err-view-no-pages = Im Dokument wurde keine Seite gefunden.
fix-view-no-pages = Fordern Sie bei der Ursprungsbehörde ein einwandfreies Exemplar an.
err-view-unsupported = Dieses Dokument hat eine Form von { $media }, die hier nicht gezeigt wird; das spricht nicht gegen das Dokument.
fix-view-unsupported = Nehmen Sie es mit „zegelctl doc open --out“ heraus, oder registrieren Sie es in einer Form, die gezeigt wird.
err-view-cut =
    { $cause ->
        [end] Das Ende des Dokuments fehlt.
       *[limit] Nur die ersten { $pages } Seiten des Dokuments können gezeigt werden.
    }
fix-view-cut = Lassen Sie es in mehreren Teilen registrieren.
err-view-no-page = Es gibt keine Seite { $page }.
fix-view-no-page = Wählen Sie eine Seite dieses Dokuments.
err-view-timeout = Die Seite dauerte länger als { $seconds } Sekunden und wurde aufgegeben.
fix-view-timeout = Öffnen Sie das Dokument neu. Bleibt die Seite aus, fordern Sie bei der Ursprungsbehörde ein einfacheres Exemplar an.
err-view-died = Das Dokument brauchte mehr Speicher oder Zeit als erlaubt und wurde geschlossen.
fix-view-died = Öffnen Sie es neu. Schließt es sich wieder, fordern Sie bei der Ursprungsbehörde ein einfacheres Exemplar an.
err-view-sandbox =
    Dieser Computer bietet nicht den Schutz, hinter dem Dokumente geöffnet werden: { $cause ->
        [landlock] der Kernel verwehrt einem Programm keine Dateien (Landlock)
        [seccomp] der Kernel verwehrt einem Programm keine Systemaufrufe (seccomp)
       *[worker] das Anzeigeprogramm konnte sich nicht abschotten
    }.
fix-view-sandbox = Lassen Sie einen Linux-Kernel ab 5.19 mit eingeschaltetem Landlock installieren.
err-view-no-worker = Das Anzeigeprogramm fehlt oder startet nicht: { os-cause }.
fix-view-no-worker = Lassen Sie Zegel neu installieren.
err-view-no-answer = Das Anzeigeprogramm endete oder antwortete nicht, bevor es das Dokument bekam.
fix-view-no-answer = Versuchen Sie es erneut. Bleibt es so, lassen Sie Zegel neu installieren.
err-view-source = Das Dokument konnte nicht bis zum Ende gelesen werden: { os-cause }.
fix-view-source = Lassen Sie den Tresor mit „zegelctl doctor“ prüfen.
err-view-image =
    Die Seite konnte nicht gekennzeichnet werden und wird nicht angezeigt: { $cause ->
        [size] mit ihren Streifen würde sie zu groß
        [banner] die Kennzeichnung ist länger als eine Seite
        [colour] das Regelwerk nennt eine Farbe, die keine ist
        [font] die Schrift ist nicht lesbar
       *[encoding] ihr Bild konnte nicht erzeugt werden
    }.
fix-view-image = Lassen Sie die Kennzeichnung und die Farben des Regelwerks prüfen.
missing-on-page = Auf dieser Seite nicht oder anders als im Dokument gezeigt: { $list }
missing-cut-short = Ende der Datei fehlt
missing-repaired = Inhaltsverzeichnis der Datei beschädigt: Der Inhalt wurde gesucht
missing-pages = Seiten in der Datei nicht gefunden
missing-content = Zeichenanweisungen fehlen oder sind unlesbar
missing-object = Bestandteil fehlt in der Datei
missing-font = Schriftart fehlt in der Datei oder ist unlesbar, durch eine andere ersetzt
missing-letters = Zeichen ohne bekannte Form, durch Kästchen ersetzt
missing-picture = Bild unlesbar
missing-picture-cut = Bild, dessen Ende fehlt
missing-picture-too-large = Bild zu groß, um gezeigt zu werden
missing-filter = Daten auf unbekannte Weise komprimiert
missing-annotation = Anmerkung nicht gezeigt
missing-note = Notiz, deren Text nicht auf der Seite steht
missing-field = Formularfeld, das etwas anderes als seinen Wert zeigt oder ihn nicht vollständig
missing-look-uncompared = Feld oder Notiz, als Bild oder in nicht lesbaren Buchstaben gezeichnet: nicht geprüft, ob es zeigt, was es sagt, nämlich
missing-drawn-otherwise = Seite, die ein anderes Programm anders zeichnet, sodass einem von beiden Buchstaben, Linien oder Bilder fehlen oder es andere zeigt: Vergleichen Sie mit dem Original
missing-not-compared = Seite nicht verglichen: Das Programm, das jede Seite ein zweites Mal zeichnet, hat diese nicht gezeichnet
missing-picture-differs = Bild, dessen Daten eine andere Größe oder andere Farben haben, als das Dokument sagt: Es kann abgeschnitten, verzerrt oder entstellt sein
missing-numbering = Nummern von Listen oder Überschriften, die fehlen oder für die ein Zeichen (•) steht, weil sie sich hier nicht berechnen lassen
missing-counted = gelöschte Absätze einer Liste, hier gezeigt und mitgezählt: Sind sie weg, haben die Absätze dahinter andere Nummern
missing-signature = elektronische Signatur, hier nicht geprüft
missing-dynamic-form = dynamisches Formular (XFA), das nur das Programm seines Verfassers anzeigen kann
missing-attachment = beigefügte Datei, hier nicht gezeigt
missing-encoding = vermutete Zeichenkodierung
missing-undecodable = Bytes, die in dieser Kodierung kein Text sind
missing-more = weitere Punkte
missing-layer = Ebene, die das Dokument selbst nicht zeigt
missing-hidden = Anmerkung oder Feld, verborgen oder außerhalb der Seite
missing-colour = Farben, die sich nicht berechnen lassen: Was in ihnen gezeichnet ist, sieht anders aus oder ist nicht sichtbar
missing-blank = Text, der auf der Seite steht, von dem aber nichts zu sehen ist
missing-pictures = weitere Bilder in derselben Datei, nicht gezeigt
missing-within = PDF weiter hinten in der Datei, hier als Text gezeigt; Bytes davor
missing-reading = Schrift, die nicht sagt, welche Buchstaben sie zeichnet: Auf den gelesenen Text ist kein Verlass
missing-too-long = zu lang: Das Dokument geht über die Seiten hinaus, die gezeigt werden können
missing-follows = etwas anderes in derselben Datei, nach dem Dokument oder davor, nicht gezeigt; seine Größe in Bytes
missing-unseen = Text, der auf der Seite nicht sichtbar ist, etwa hinter einem Scan; er lässt sich lesen und durchsuchen
missing-shading = Farbverlauf oder Muster, das nicht gezeichnet werden kann
missing-nested = zu tief verschachtelte Teile, die nicht gezeichnet werden
missing-packed = E-Mail so gezeigt, wie sie für den Versand kodiert wurde: Was ihre Teile sagen, ist nicht dekodiert
missing-binary = Daten mitten im Text, die kein Text sind: Punkte stehen dafür
missing-script = Skript oder Handlung, die das Dokument ein Programm ausführen lassen will, hier nicht ausgeführt
missing-earlier = Änderungen, die hinter dem Ende des Dokuments angefügt wurden: Was vorher darin stand, ist noch in der Datei und wird nicht gezeigt
missing-differs = der Text kann abweichen: Schrift, die andere Buchstaben zeichnet als die, die gelesen und durchsucht werden
missing-aside = Text, den andere Programme nur beim Zeigen oder beim Zurücksetzen eines Formulars anzeigen oder nur vorlesen (Hinweis, Vorgabewert, Verfasser oder Betreff einer Notiz, Beschreibung eines Links oder eines Bildes), nicht auf der Seite; er lässt sich lesen
missing-unformatted = Gestaltung: Nur der Text wird angezeigt, in Lesereihenfolge; Anordnung, Listenzeichen, die eine Folie aus ihrer Vorlage hat, und die Form von Formeln nicht, Nummern von Listen und Überschriften werden hier berechnet, und Hoch- oder Tiefgestelltes kann mit ^ oder _ oder als gewöhnlicher Text geschrieben sein
missing-part = Teil der Datei, der hier nicht gelesen wird
missing-twice = dasselbe zweimal in der Datei: Andere Programme zeigen möglicherweise das andere
missing-concealed = Text, den das Dokument löscht oder verbirgt, hier gezeigt: gelöschter Text zwischen ~~, verborgener Text zwischen [[ und ]]
missing-stored = Werte werden gezeigt, wie sie gespeichert sind, nicht wie sie formatiert sind
missing-outside = Adresse außerhalb der Datei, auf die sie verweist, nicht abgerufen
missing-marks = unsichtbare Zeichen, die die Schreibrichtung wenden oder zwischen Buchstaben stehen: hier mit ihrem Namen zwischen ‹ und › gezeichnet; andere Programme zeigen möglicherweise eine andere Reihenfolge
missing-apart = weiterer Text der Datei, den andere Programme nicht gleich zeigen: am Ende des Textes, hinter einem Strich
missing-clear = Bild in dem, was ganz durchsichtig ist, nicht sichtbar
missing-sum = Daten, die nicht zu ihrer Prüfsumme passen: beschädigt oder verändert
missing-unlisted = Seite in der Datei, zu der ihr Seitenverzeichnis nicht führt, nicht gezeigt
missing-laid-out = Gestaltung von einem anderen Programm als dem des Verfassers: Zeilen und Seiten können anders umbrechen
missing-recognised = Text durch Texterkennung gelesen, einzelne Buchstaben können falsch sein
missing-unrecognised = gescannte Seite, die die Texterkennung nicht zu Ende gelesen hat: Was darauf steht, ist in keinem Text
missing-damaged = beschädigt: Von da an wird es anders gezeigt, als es war, oder gar nicht
missing-unseen-picture = Bild, von dem nichts zu sehen ist: durch seine Maske verborgen, durchsichtig, verdeckt oder außerhalb der Seite
missing-alternate = anderes Bild anstelle eines gezeigten, zum Drucken oder für andere Programme, nicht gezeigt
missing-source = als Quelltext gezeigt: Was andere Programme daraus zeichnen oder gestalten, wird hier nicht gezeigt
missing-fraction = nur ein Teil einer E-Mail, die in mehreren versandt wurde: Die anderen sind nicht in der Datei
missing-instead = Text, der anstelle des Gezeichneten gelesen, kopiert und durchsucht wird und etwas anderes sagt
missing-uncompared = Schrift, die nicht sagt, was ihre Formen sind: Es ließ sich nicht prüfen, ob die Buchstaben, die gelesen und durchsucht werden, die sichtbaren sind
reason-no-lines = Keine Zeile entspricht der Frage: Es gibt nur die Überschriften.
reason-no-text = In diesem Dokument wurden keine Buchstaben gefunden: Vielleicht ist es ein Scan. Sehen Sie sich die Seiten an.

## marking: labels and policies

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ – NIET GECLASSIFICEERD
level-restricted = RESTREINT – BEPERKT
level-confidential = CONFIDENTIEL – VERTROUWELIJK
level-secret = SECRET – GEHEIM
level-top-secret = TRÈS SECRET – ZEER GEHEIM
# The tags of the policies that ship.
tag-administrative = Verwaltungsvermerke
tag-context = Kontext
tag-handling = Behandlung
tag-only = Nur
tag-releasable-to = Freigegeben für
tag-special-category-designators = Besondere Kategorien
ui-marking-fr = Auf Französisch
ui-marking-nl = Auf Niederländisch
ui-equivalents = Entsprechungen
ui-equivalents-hint = Zur Information: Maßgeblich ist allein die ursprüngliche Kennzeichnung.
ui-label-xml = ADatP-4774-Etikett
cli-label-valid = Das Etikett ist gültig.
cli-label-invalid = Das Etikett ist nicht gültig.
cli-bound-same = stimmt mit dem Prüfwert überein
cli-bound-altered = GEÄNDERT seit der Kennzeichnung
cli-bound-missing = nicht gefunden
cli-bound-unknown = ohne Prüfwert
cli-bound-within = in der Bindung selbst
cli-bound-data = Daten
err-unknown-level = „{ $level }“ ist keine Stufe.
err-level-of-another = „{ $level }“ ist eine Stufe von { $policy }, nicht von diesem Regelwerk.
err-level-of-two = „{ $level }“ ist die Abkürzung von { $own } und steht auf den Dokumenten von { $policy } für { $other }.
err-former-level = „{ $level }“ ist ein Vermerk aus der Zeit vor dem jetzigen Gesetz und keine Stufe.
err-level-under-every-policy = „{ $level }“ heißt die Stufe bei { $policy }, und dies gilt unter jedem Regelwerk.
fix-unknown-level = Wählen Sie aus: { $choices }.
fix-level-of-another = Wählen Sie das Regelwerk { $policy } (zegelctl: --policy { $policy }) oder eine Stufe von diesem: { $choices }.
fix-level-of-two = Schreiben Sie { $own } aus, oder wählen Sie das Regelwerk { $policy } (zegelctl: --policy { $policy }), wenn { $other } gemeint ist.
fix-former-level = Wählen Sie aus: { $choices }. Ein Schriftstück mit diesem Vermerk ist nur dann RESTREINT, wenn seine Ursprungsbehörde es so einstuft.
fix-level-under-every-policy = Ist dieselbe Stufe jedes Regelwerks gemeint, geben Sie { $same } an.
err-unknown-policy = Das Regelwerk „{ $policy }“ ist nicht bekannt.
fix-unknown-policy = Wählen Sie BEL, NATO oder EU, oder geben Sie eine SPIF-Datei an, wo das erlaubt ist.
err-no-level = Es ist keine Stufe angegeben.
fix-no-level = Geben Sie --level STUFE oder --label label.xml an: Eine Stufe wird nicht geraten.
err-label = Etikett, Ermächtigung oder Regelwerk ist nicht lesbar.
fix-label = Berichtigen Sie die Datei in der genannten Zeile.
err-xml-too-large = Die Datei hat { $bytes } Byte; höchstens { $limit } werden gelesen.
fix-xml-too-large = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-not-utf8 = Die Datei ist nicht in UTF-8 (Byte { $at }).
fix-xml-not-utf8 = Speichern Sie sie als UTF-8, oder fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-dtd = Zeile { $line }: Ein Dokumenttyp oder eine Entität; beides wird nie gelesen.
fix-xml-dtd = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-too-deep = Zeile { $line }: Mehr als { $limit } ineinander geschachtelte Elemente.
fix-xml-too-deep = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-too-many-nodes = Die Datei hat mehr als { $limit } Elemente.
fix-xml-too-many-nodes = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-too-many-attributes = Zeile { $line }: Mehr als { $limit } Attribute oder Namensräume an einem Element.
fix-xml-too-many-attributes = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-xml-malformed =
    Zeile { $line }: Das ist kein ordnungsgemäßes XML: { $flaw ->
        [encoding] die Datei nennt eine andere Kodierung als UTF-8
        [end] sie endet, bevor alles geschlossen ist
        [close] geschlossen wird ein anderes Element als das offene
        [namespace] ein Präfix steht für keinen Namensraum
        [entity] ein Verweis führt nirgendwohin
        [twice] dasselbe Attribut steht zweimal da
        [character] ein Zeichen steht, wo es nicht stehen kann
       *[form] dies kann hier nicht stehen
    }.
fix-xml-malformed = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-not-a-spif = Zeile { $line }: „{ $found }“ ist kein Sicherheitsregelwerk (XML SPIF).
fix-policy-not-a-spif = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-policy-unsupported-version = Zeile { $line }: Die Version { $version } des Formats ist nicht bekannt.
fix-policy-unsupported-version = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-policy-missing = Zeile { $line }: „{ $what }“ fehlt.
fix-policy-missing = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-repeated = Zeile { $line }: „{ $name }“ darf hier nur einmal stehen.
fix-policy-repeated = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-unknown-element = Zeile { $line }: „{ $name }“ ist hier nicht bekannt.
fix-policy-unknown-element = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-bad-value = Zeile { $line }: „{ $attribute }“ kann nicht „{ $value }“ sein.
fix-policy-bad-value = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-too-long = Zeile { $line }: „{ $attribute }“ hat mehr als { $limit } Zeichen.
fix-policy-too-long = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-policy-duplicate-classification = Zeile { $line }: Die Einstufung „{ $name }“ steht zweimal darin.
fix-policy-duplicate-classification = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-duplicate-lacv = Zeile { $line }: Die Nummer { $lacv } bezeichnet zweierlei.
fix-policy-duplicate-lacv = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-duplicate-tag-set = Zeile { $line }: Die Gruppe „{ $name }“ steht zweimal darin.
fix-policy-duplicate-tag-set = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-duplicate-tag-set-id = Zeile { $line }: Die Kennung { $id } bezeichnet zwei Gruppen.
fix-policy-duplicate-tag-set-id = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-duplicate-value = Zeile { $line }: Der Wert „{ $value }“ steht zweimal darin.
fix-policy-duplicate-value = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-unknown-classification = Zeile { $line }: Es gibt keine Einstufung „{ $name }“.
fix-policy-unknown-classification = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-unknown-tag-set = Zeile { $line }: Es gibt keine Gruppe „{ $name }“.
fix-policy-unknown-tag-set = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-unknown-value = Zeile { $line }: Die Gruppe „{ $tagset }“ hat keinen Wert { $lacv } dieser Art.
fix-policy-unknown-value = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-unknown-policy = Zeile { $line }: „{ $name }“ steht nicht in der Liste der gleichwertigen Regelwerke.
fix-policy-unknown-policy = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-one-or-all = Zeile { $line }: Ein Wert oder alle, nicht beides und nicht keines.
fix-policy-one-or-all = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-empty-requirement = Zeile { $line }: Eine Anforderung, die nichts benennt.
fix-policy-empty-requirement = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-excludes-itself = Zeile { $line }: „{ $value }“ schließt sich selbst aus.
fix-policy-excludes-itself = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-contradiction = Zeile { $line }: „{ $what }“ ist nie verwendbar, weil sich seine Regeln widersprechen.
fix-policy-contradiction = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-selection-bounds = Zeile { $line }: „{ $tag }“ verlangt mehr Werte, als es zulässt.
fix-policy-selection-bounds = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-too-much = Das Regelwerk enthält mehr Vermerke, Werte oder Regeln als die zulässigen { $limit }.
fix-policy-too-much = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-policy-period-reversed = Zeile { $line }: Der Zeitraum endet, bevor er beginnt.
fix-policy-period-reversed = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-policy-equivalent-twice = Zeile { $line }: Zwei verschiedene Entsprechungen in „{ $policy }“.
fix-policy-equivalent-twice = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-label-not-a-label = Zeile { $line }: „{ $found }“ ist weder ein Etikett noch eine Ermächtigung.
fix-label-not-a-label = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-label-missing = Zeile { $line }: „{ $what }“ fehlt.
fix-label-missing = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-label-repeated = Zeile { $line }: „{ $name }“ darf hier nur einmal stehen.
fix-label-repeated = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-label-unknown-element = Zeile { $line }: „{ $name }“ ist hier nicht bekannt.
fix-label-unknown-element = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-label-out-of-order = Zeile { $line }: „{ $name }“ muss weiter oben stehen.
fix-label-out-of-order = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-label-bad-value = Zeile { $line }: „{ $what }“ kann nicht „{ $value }“ sein.
fix-label-bad-value = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-label-invalid = Das Etikett verletzt sein Regelwerk in { $count } { $count ->
       [one] Punkt
      *[other] Punkten
    }.
fix-label-invalid = Berichtigen Sie das Etikett anhand der aufgezählten Punkte.
err-dominance-nothing = Es gibt kein Etikett zu verbinden.
fix-dominance-nothing = Wählen Sie die Kennzeichnung selbst anhand des Dokuments.
err-dominance-other-policy = Ein Etikett unter { $found } lässt sich nicht mit Etiketten unter { $expected } verbinden.
fix-dominance-other-policy = Wählen Sie die Kennzeichnung selbst anhand des Dokuments.
err-dominance-invalid = Diese Etiketten zusammen lässt das Regelwerk nicht zu.
fix-dominance-invalid = Wählen Sie die Kennzeichnung selbst anhand des Dokuments.
err-translate-no-table = Zwischen { $from } und { $to } gibt es keine Entsprechungstabelle.
fix-translate-no-table = Zeigen Sie nur die ursprüngliche Kennzeichnung.
err-translate-no-equivalent = „{ $what }“ hat keine Entsprechung in { $to }.
fix-translate-no-equivalent = Zeigen Sie nur die ursprüngliche Kennzeichnung.
err-translate-ambiguous = „{ $what }“ hat mehrere Entsprechungen in { $to }.
fix-translate-ambiguous = Zeigen Sie nur die ursprüngliche Kennzeichnung.
err-translate-choice-needed = { $to } verlangt eine Wahl aus: { $values }.
fix-translate-choice-needed = Wählen Sie die Kennzeichnung selbst anhand des Dokuments.
err-translate-widens = Die Entsprechung würde den Leserkreis erweitern ({ $tag }).
fix-translate-widens = Zeigen Sie nur die ursprüngliche Kennzeichnung.
err-translate-dangling = Die Tabelle von { $policy } verweist auf „{ $what }“, das es in { $to } nicht gibt.
fix-translate-dangling = Lassen Sie das Regelwerk von seinem Verfasser berichtigen: Ein Regelwerk, das sich widerspricht, wird nie angewandt.
err-translate-invalid = Die Entsprechung lässt ihr Regelwerk nicht zu.
fix-translate-invalid = Zeigen Sie nur die ursprüngliche Kennzeichnung.
err-binding-not-a-binding = Zeile { $line }: „{ $found }“ ist keine Bindungsdatei (ADatP-4778).
fix-binding-not-a-binding = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-binding-missing = Zeile { $line }: „{ $what }“ fehlt.
fix-binding-missing = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-binding-repeated = Zeile { $line }: „{ $name }“ darf hier nur einmal stehen.
fix-binding-repeated = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-binding-unknown-element = Zeile { $line }: „{ $name }“ ist hier nicht bekannt.
fix-binding-unknown-element = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-binding-bad-value = Zeile { $line }: „{ $what }“ kann nicht „{ $value }“ sein.
fix-binding-bad-value = Berichtigen Sie die Datei in der genannten Zeile, und versuchen Sie es erneut.
err-binding-elsewhere = Zeile { $line }: „{ $uri }“ führt anderswohin; nach außen wird nie gegriffen.
fix-binding-elsewhere = Fordern Sie eine ordnungsgemäße Datei bei der Stelle an, die sie geliefert hat.
err-binding-empty = Eine Bindung braucht mindestens ein Etikett und etwas, wofür es gilt.
fix-binding-empty = Geben Sie mindestens ein Etikett an und die Datei, für die es gilt.
reason-label-other-policy = Das Etikett gehört zu { $found }, nicht zu { $expected }.
reason-label-other-policy-fix = Wählen Sie das Regelwerk des Etiketts.
reason-label-unknown-classification = „{ $name }“ ist keine Einstufung dieses Regelwerks.
reason-label-unknown-classification-fix = Wählen Sie aus: { $choices }.
reason-label-classification-of-another = „{ $name }“ ist eine Einstufung von { $policy }, nicht von diesem Regelwerk.
reason-label-classification-of-another-fix = Wählen Sie das Regelwerk { $policy } (zegelctl: --policy { $policy }) oder eine Stufe von diesem: { $choices }.
reason-label-classification-of-two = „{ $name }“ ist die Abkürzung von { $own } und steht auf den Dokumenten von { $policy } für { $other }.
reason-label-classification-of-two-fix = Schreiben Sie { $own } aus, oder wählen Sie das Regelwerk { $policy } (zegelctl: --policy { $policy }), wenn { $other } gemeint ist.
reason-label-former-mention = „{ $name }“ ist ein Vermerk aus der Zeit vor dem jetzigen Gesetz und keine Einstufung.
reason-label-former-mention-fix = Wählen Sie aus: { $choices }. Ein Schriftstück mit diesem Vermerk ist nur dann RESTREINT, wenn seine Ursprungsbehörde es so einstuft.
reason-label-obsolete-classification = „{ $name }“ wird nicht mehr vergeben.
reason-label-obsolete-classification-fix = Wählen Sie eine geltende Stufe: { $choices }.
reason-label-unknown-tag = „{ $tag }“ gibt es in diesem Regelwerk nicht.
reason-label-unknown-tag-fix =
    { $choices ->
        [none] Entfernen Sie den Vermerk, oder wählen Sie das Regelwerk, das ihn kennt.
       *[other] Entfernen Sie den Vermerk, oder wählen Sie eines davon: { $choices }.
    }
reason-label-wrong-kind =
    „{ $tag }“ ist { $expected ->
        [RESTRICTIVE] einschränkend
        [PERMISSIVE] erlaubend
        [INFORMATIVE] informativ
       *[other] { $expected }
    }, nicht { $found ->
        [RESTRICTIVE] einschränkend
        [PERMISSIVE] erlaubend
        [INFORMATIVE] informativ
       *[other] { $found }
    }.
reason-label-wrong-kind-fix = Berichtigen Sie die Art im Etikett.
reason-label-unknown-value = „{ $tag }“ hat keinen Wert „{ $value }“.
reason-label-unknown-value-fix =
    { $choices ->
        [none] Entfernen Sie ihn: Das Regelwerk kennt keinen, der vergeben werden darf.
       *[other] Wählen Sie aus: { $choices }.
    }
reason-label-obsolete-value = „{ $value }“ ({ $tag }) wird nicht mehr vergeben.
reason-label-obsolete-value-fix =
    { $choices ->
        [none] Entfernen Sie ihn: Das Regelwerk kennt keinen, der vergeben werden darf.
       *[other] Wählen Sie aus: { $choices }.
    }
reason-label-not-in-force = „{ $what }“ gilt am Datum des Etiketts nicht.
reason-label-not-in-force-fix = Prüfen Sie das Datum, oder wählen Sie einen anderen Wert.
reason-label-too-few = „{ $tag }“ verlangt mindestens { $min } { $min ->
       [one] Wert
      *[other] Werte
    }.
reason-label-too-few-fix = Wählen Sie weitere.
reason-label-too-many = „{ $tag }“ lässt höchstens { $max } { $max ->
       [one] Wert
      *[other] Werte
    } zu.
reason-label-too-many-fix = Wählen Sie weniger.
reason-label-excluded-classification = „{ $value }“ ({ $tag }) ist auf der Stufe { $classification } nicht zulässig.
reason-label-excluded-classification-fix = Entfernen Sie den Vermerk, oder wählen Sie eine andere Stufe, wenn der Inhalt es rechtfertigt.
reason-label-required-classification = „{ $value }“ ({ $tag }) ist nur auf der Stufe { $classification } zulässig.
reason-label-required-classification-fix = Entfernen Sie den Vermerk, oder wählen Sie diese Stufe.
reason-label-required-category = „{ $by }“ verlangt { $operation ->
       [only-one] genau einen dieser Vermerke
       [one-or-more] mindestens einen dieser Vermerke
      *[all] alle diese Vermerke
    }: { $values }.
reason-label-required-category-fix = Wählen Sie die verlangten Vermerke.
reason-label-excluded-category = „{ $value }“ ({ $tag }) schließt „{ $other }“ aus.
reason-label-excluded-category-fix = Entfernen Sie eines von beiden.
reason-label-bad-input = „{ $value }“ passt nicht zu „{ $tag }“: { $form ->
       [integer] erwartet wird eine Zahl
       [date] erwartet wird ein Datum
      *[text] erwartet wird ein kurzer Text
    }.
reason-label-bad-input-fix = Berichtigen Sie die Eingabe.
reason-label-unknown-privacy-mark = „{ $name }“ ist kein Vertraulichkeitsvermerk dieses Regelwerks.
reason-label-unknown-privacy-mark-fix =
    { $choices ->
        [none] Entfernen Sie ihn: Das Regelwerk kennt keinen, der vergeben werden darf.
       *[other] Wählen Sie aus: { $choices }.
    }
reason-label-obsolete-privacy-mark = „{ $name }“ wird nicht mehr vergeben.
reason-label-obsolete-privacy-mark-fix =
    { $choices ->
        [none] Entfernen Sie ihn: Das Regelwerk kennt keinen, der vergeben werden darf.
       *[other] Wählen Sie aus: { $choices }.
    }
reason-label-privacy-mark-missing = Ein Vertraulichkeitsvermerk ist erforderlich.
reason-label-privacy-mark-missing-fix =
    { $choices ->
        [none] Geben Sie einen Vertraulichkeitsvermerk an.
       *[other] Wählen Sie aus: { $choices }.
    }
reason-label-privacy-mark-not-allowed = Dieses Regelwerk lässt keinen Vertraulichkeitsvermerk zu.
reason-label-privacy-mark-not-allowed-fix = Entfernen Sie ihn.
reason-label-bad-text = „{ $field }“ ist leer, zu lang oder enthält unmögliche Zeichen.
reason-label-bad-text-fix = Berichtigen Sie die Eingabe.
reason-label-review-before-creation = Die Überprüfung liegt vor dem Etikett.
reason-label-review-before-creation-fix = Wählen Sie ein späteres Datum.
reason-label-succession-before-creation = Die vorgesehene Änderung liegt vor dem Etikett.
reason-label-succession-before-creation-fix = Wählen Sie ein späteres Datum.
label-change-policy = Regelwerk: { $from } wird { $to }.
label-change-raised = Heraufgestuft: { $from } wird { $to }.
label-change-lowered = Herabgestuft: { $from } wird { $to }.
label-change-classification = Einstufung: { $from } wird { $to }.
label-change-added = Hinzugefügt: { $value } ({ $tag }).
label-change-removed = Entfernt: { $value } ({ $tag }).
label-change-audience-given = Kreis nun begrenzt ({ $tag }): { $values }.
label-change-audience-dropped = Begrenzung des Kreises entfernt ({ $tag }): { $values }.
label-change-privacy-mark = Vertraulichkeitsvermerk: { $from } wird { $to }.
label-change-originator = Die Ursprungsbehörde des Etiketts ändert sich.
label-change-review = Das Datum der Überprüfung ändert sich.
label-change-succession = Die vorgesehene Änderung ändert sich.
err-marking = Diese Kennzeichnung ist nach ihrem Regelwerk nicht gültig.
fix-marking = Berichtigen Sie jeden der Punkte.

## marking: decisions and calendar

ui-nav-calendar = Fristen
ui-finalised = Fertiggestellt
ui-formerly = Früher
ui-also-of = Auch von
ui-still-of = Weiterhin von
ui-term = Frist
ui-term-lapses = zu entscheiden bis { $date }
ui-term-exempt-unclassified = Keine Frist: nicht eingestuft
ui-term-exempt-restricted = Keine Frist: Die niedrigste Stufe hat keine
ui-term-exempt-foreign = Hier keine Frist: Eine andere Behörde entscheidet
ui-term-running = Läuft
ui-term-due = Zu entscheiden
ui-term-overdue = Überfällig
ui-term-expired = 100 Jahre vorbei
ui-nature-declassify = Aufhebung
ui-nature-downgrade = Herabstufung
ui-nature-upgrade = Heraufstufung
ui-nature-remark = Andere Vermerke
ui-nature-maintain = Beibehaltung
ui-decide-change = Kennzeichnung ändern…
ui-decide-maintain = Einstufung beibehalten…
ui-decide-declassify = Einstufung aufheben…
ui-decide = Entscheiden…
ui-decide-title = Über die Einstufung entscheiden
ui-decide-what = Wie entscheiden Sie?
ui-decide-missing-intent = die Entscheidung
ui-decide-title-change = Die Kennzeichnung ändern
ui-decide-title-maintain = Die Einstufung beibehalten
ui-decide-title-declassify = Die Einstufung aufheben
ui-decide-submit-change = Kennzeichnung ändern
ui-decide-submit-maintain = Beibehalten
ui-decide-submit-declassify = Einstufung aufheben
ui-decide-about = { $reference }: { $title }
ui-decide-before = Jetzt
ui-decide-after = Danach
ui-decide-none = Wählen Sie eine Stufe.
ui-decide-changes = Was sich ändert
ui-decide-earlier =
    { $count ->
        [one] Eine frühere Fassung des Dokuments geht mit: Auch sie trägt die neue Kennzeichnung.
       *[other] { $count } frühere Fassungen des Dokuments gehen mit: Auch sie tragen die neue Kennzeichnung.
    }
ui-decide-notes =
    { $count ->
        [one] Eine Notiz zum Dokument geht mit: Wer es unter der neuen Kennzeichnung liest, liest sie.
       *[other] { $count } Notizen zum Dokument gehen mit: Wer es unter der neuen Kennzeichnung liest, liest sie.
    }
ui-decide-narrower = (weniger Leser)
ui-decide-wider = (mehr Leser)
ui-decide-interest = Zu schützendes Interesse (Art. 3 § 1)
ui-decide-interest-choose = Wählen Sie das Interesse
ui-decide-motive = Begründung
ui-decide-motive-hint = Mindestens { $n } Zeichen. Sie steht im Register der Entscheidungen.
ui-decide-missing-change = etwas, das sich ändert
ui-decide-review = Erneut zu prüfen am
ui-decide-review-wrong = Wählen Sie einen Tag nach heute, spätestens in zehn Jahren (Art. 7 § 3).
ui-decide-dates-wrong = Diese Daten folgen nicht aufeinander.
ui-decide-consent = Zustimmung der Ursprungsbehörde
ui-decide-consent-text = Nötig, wenn das Dokument einer anderen Behörde gehört.
ui-decide-consent-authority = Behörde
ui-decide-consent-reference = Aktenzeichen
ui-decide-consent-from = Ab
ui-decide-consent-until = Bis
ui-decide-notify = Müssen benachrichtigt werden
ui-decide-not-yet = Noch nicht möglich.
ui-decide-missing-marking = die Stufe
ui-decide-missing-interest = das Interesse
ui-decide-missing-motive = die Begründung
ui-decide-missing-second = der zweite Offizier und seine Passphrase
ui-decide-two-text = Zwei öffnen dieses Dokument, jetzt oder nach dieser Entscheidung, also treffen zwei sie: Der zweite Offizier gibt hier seine Passphrase ein, und beide werden protokolliert.
ui-decide-two-sealed = Was auf seinem Blatt steht, wissen nur Sie beide: Was gegen die Entscheidung spricht, wird gesagt, wenn Sie sie treffen.
ui-decide-missing-review = ein Tag für die erneute Prüfung binnen zehn Jahren
ui-decide-missing-dates = die Daten der Zustimmung
ui-decide-may = Sie können diese Entscheidung treffen.
ui-decide-done = { $nature ->
    [maintain] Einstufung beibehalten: { $reference }
    [declassify] Einstufung aufgehoben; nunmehr { $reference }
    *[other] Kennzeichnung geändert; nunmehr { $reference }
    }
ui-decide-tell = Zu benachrichtigende Empfänger
ui-decide-tell-text = Sie erhielten das Dokument unter seiner früheren Kennzeichnung. Vermerken Sie hier, dass jeder benachrichtigt wurde, jetzt oder später im Register.
ui-calendar-title = Fristen und Entscheidungen
ui-calendar-tab-due = Fristen
ui-calendar-tab-register = Register der Entscheidungen
ui-calendar-state = Zustand
ui-calendar-any-state = Alle Zustände
ui-calendar-until = Bis zum
ui-calendar-by = Bis
ui-calendar-no-match = Keine Treffer
ui-calendar-no-match-text = Wählen Sie ein späteres Datum oder ein anderes Dossier, oder entfernen Sie die Filter.
ui-calendar-empty = Nichts zu entscheiden
ui-calendar-empty-text = Eingestufte Dokumente, die Sie öffnen dürfen, erscheinen hier mit dem Tag, bis zu dem neu über ihre Einstufung zu entscheiden ist.
ui-calendar-finalised = Fertiggestellt am { $date }
ui-calendar-window = zu entscheiden ab { $date }
ui-calendar-expires = endet spätestens am { $date }
ui-calendar-overdue-text = Die Frist ist ohne Entscheidung vorbei. Das Dokument bleibt geschützt, bis eine getroffen ist.
ui-calendar-expired-text = Hundert Jahre sind vorbei: Die Einstufung ist von Rechts wegen erloschen. Sie ist noch aufzuheben.
ui-decision-count = { $n ->
    [one] { $shown } Entscheidung
    *[other] { $shown } Entscheidungen
    }
ui-decision-empty = Noch keine Entscheidung
ui-decision-empty-text = Entscheidungen über Kennzeichnungen erscheinen hier, für Dokumente, die Sie in ihrem jetzigen Stand öffnen dürfen.
ui-decision-nature = Entscheidung
ui-decision-levels = Stufe
ui-decision-recipients = Empfänger
ui-decision-one = Entscheidung
ui-decision-interest = Interesse (Art. 3)
ui-decision-by = Entschieden
ui-decision-term = Frist bis
ui-decision-void = Diese Entscheidung zählt nicht
ui-decision-formerly = { $now } (früher { $before })
ui-decision-consent = { $authority }, { $reference }, gültig ab { $from }
ui-decision-consent-until = { $authority }, { $reference }, gültig vom { $from } bis { $until }
ui-decision-untold = { $n ->
    [one] einer zu benachrichtigen
    *[other] { $n } zu benachrichtigen
    }
ui-decision-told = Alle benachrichtigt
reason-sources-consent = Eines der Ausgangsdokumente gehört einer anderen Behörde: Nur sie kann eine Kennzeichnung erlauben, die weniger schützt.
reason-sources-consent-fix = Übernehmen Sie die vorgeschlagene Kennzeichnung, oder lassen Sie dieses Dokument weg, bis die Ursprungsbehörde zustimmt.
reason-consent-missing = Die vorherige Zustimmung der Ursprungsbehörde ist erforderlich, und es liegt keine bei.
reason-consent-missing-fix = Holen Sie diese Zustimmung ein, und geben Sie ihr Aktenzeichen im Antrag an.
reason-consent-of-another = Die genannte Zustimmung ist von „{ $authority }“. Das Dokument ist von „{ $originator }“.
reason-consent-of-another-fix = Geben Sie die Zustimmung von „{ $originator }“ an. War der Name von Anfang an falsch eingetragen, sagen Sie es einem Sicherheitsoffizier.
reason-consent-of-own = Die genannte Zustimmung ist von „{ $authority }“, einer Behörde des Hauses selbst. Das Dokument ist von einer anderen Behörde.
reason-consent-of-own-fix = Geben Sie die Zustimmung der Behörde an, von der das Dokument stammt.
reason-consent-of-each = Die genannte Zustimmung ist von „{ $authority }“. Über das Dokument bestimmt jede dieser Behörden: { $originators }.
reason-consent-of-each-fix = Geben Sie die Zustimmung jeder von ihnen an, durch Semikolon getrennt: { $originators }.
release-consented = { $document }: Zustimmung von „{ $authority }“, { $reference }, vom { $from } bis { $until }; Ursprungsbehörde: { $originator }
reason-consent-not-yet-valid = Die Zustimmung der Ursprungsbehörde gilt erst ab dem { $from }.
reason-consent-not-yet-valid-fix = Warten Sie bis zu diesem Tag.
reason-consent-expired = Die Zustimmung der Ursprungsbehörde ist am { $until } abgelaufen.
reason-consent-expired-fix = Holen Sie eine neue Zustimmung ein, und geben Sie ihr Aktenzeichen an.
reason-nothing-to-maintain = Für dieses Dokument läuft keine Frist: Es gibt nichts beizubehalten.
reason-nothing-to-maintain-fix = Ändern Sie die Kennzeichnung, wenn sie nicht mehr stimmt; sonst ist nichts zu tun.
held-consent = Die Ursprungsbehörde stimmt zu oder muss nicht befragt werden.
nature-declassify = Einstufung aufgehoben
nature-downgrade = herabgestuft
nature-upgrade = heraufgestuft
nature-remark = anders gekennzeichnet, auf derselben Stufe
nature-maintain = beibehalten
term-exempt = keine Frist
term-exempt-unclassified = keine Frist: nicht eingestuft
term-exempt-restricted = keine Frist: Die niedrigste Stufe hat keine
term-exempt-foreign = keine Frist: ausländische Information, ihre Behörde entscheidet
term-running = Frist läuft
term-due = Entscheidung fällig
term-overdue = Frist abgelaufen ohne Entscheidung: bleibt geschützt
term-expired = hundert Jahre sind um
cli-col-decision = Entscheidung
err-bad-consent = „{ $value }“ ist nicht als Zustimmung lesbar.
fix-bad-consent = Schreiben Sie BEHÖRDE:AKTENZEICHEN oder DOKUMENT=BEHÖRDE:AKTENZEICHEN.
forged-decided-without-sheet = eine Entscheidung steht nicht auf dem Blatt des Dokuments
err-several-policies = Diese Dokumente sind nach verschiedenen Regelwerken gekennzeichnet ({ $expected }, { $found }).
fix-several-policies = Gewinnen Sie ein Dokument aus denen eines einzigen Regelwerks, oder lassen Sie zuerst die anderen Kennzeichnungen übertragen.
reason-hundred-years = Hundert Jahre sind vorbei: Die Einstufung ist von Rechts wegen erloschen und kann nicht beibehalten werden.
reason-hundred-years-fix = Heben Sie die Einstufung auf (Art. 7 § 3 des Gesetzes vom 11. Dezember 1998).
reason-review-too-late = Die Überprüfung war später angesetzt, als das Gesetz erlaubt: höchstens zehn Jahre nach der Entscheidung.
reason-review-too-late-fix = Die Frist läuft, als wäre die Überprüfung nicht festgesetzt worden. Entscheiden Sie neu, und benachrichtigen Sie den Sicherheitsoffizier.

## partners

ui-nav-partners = Partner
ui-partners-title = Partnerdienste
ui-partners-empty = Keine Partner
ui-partners-empty-text = Fügen Sie einen Dienst mit seinem Schlüssel und der zugrunde liegenden Vereinbarung hinzu.
ui-partner-add = Partner hinzufügen…
ui-partner-add-title = Partner hinzufügen
ui-partner-add-submit = Hinzufügen
ui-partner-change = Ändern…
ui-partner-change-title = { $name } ändern
ui-partner-change-text = An diesen Partner wird nichts freigegeben, bis ein anderer Freigabeberechtigter oder ein anderer Sicherheitsoffizier den Schlüssel erneut verglichen hat. Freigaben, die vorher beantragt wurden, sind neu zu beantragen.
ui-partner-change-submit = Ändern
ui-partner-changed = { $id } ist geändert. Der Schlüssel ist vor jeder Freigabe erneut zu bestätigen.
ui-partner-changes = Geändert von { $officer } seit der letzten Bestätigung
ui-partner-changes-from = { $before } → { $now }
ui-partner-another-key = ein anderer Schlüssel
ui-partner-added = { $id } ist hinzugefügt. Bestätigen Sie den Schlüssel vor jeder Freigabe.
ui-partner-id = Kennung
ui-partner-id-hint = Kurz, ohne Leerzeichen: Sie steht später im Protokoll.
ui-partner-name = Name
ui-partner-nation = Staat
ui-partner-nation-hint = Drei Buchstaben, zum Beispiel FRA
ui-partner-communities = Gemeinschaften
ui-partner-contact = Kontakt
ui-partner-recipient = Empfangsschlüssel (age)
ui-partner-recipient-hint = Beginnt mit age1; age1pq widersteht auch dem Quantencomputer.
ui-partner-signing-key = Signaturschlüssel
ui-partner-ceiling = Obergrenze
ui-partner-categories = Vermerke, die die Vereinbarung abdeckt
ui-partner-agreement = Vereinbarung
ui-partner-until = Gültig bis
ui-partner-no-agreement = Keine Vereinbarung eingetragen
ui-partner-fingerprint = Fingerabdruck
ui-partner-confirmed = Schlüssel bestätigt
ui-partner-unconfirmed = Schlüssel zu bestätigen
ui-partner-pq = Post-Quanten
ui-partner-classic = Klassisch
ui-partner-confirm = Schlüssel bestätigen…
ui-partner-confirm-title = Schlüssel von { $name } bestätigen
ui-partner-confirm-text = Rufen Sie den Partner unter einer Ihnen schon bekannten Nummer an, lassen Sie sich den Fingerabdruck vorlesen und tippen Sie, was Sie hören. Er steht hier nicht: Was man prüft, schreibt man nicht ab.
ui-partner-confirm-heard = Gehörter Fingerabdruck
ui-partner-other-confirms = Sie haben diesen Partner eingetragen oder geändert: Ein anderer Freigabeberechtigter oder ein anderer Sicherheitsoffizier bestätigt seinen Schlüssel.
ui-partner-confirm-submit = Bestätigen
ui-partner-confirmed-toast = Der Schlüssel von { $id } ist bestätigt.
reason-partner-unconfirmed = Die Schlüssel des Partners { $partner } sind nicht bestätigt.
reason-partner-unconfirmed-fix = Vergleichen Sie den Fingerabdruck auf anderem Weg mit dem Partner, und bestätigen Sie ihn dann.
reason-partner-changed = Partner { $partner } wurde geändert, seit diese Freigabe beantragt wurde.
reason-partner-changed-fix = Rufen Sie diese Freigabe zurück und beantragen Sie sie neu, sobald der Schlüssel des Partners bestätigt ist.
reason-partner-waits = Was { $officer } von diesem Partner eingetragen hat, ist noch nicht bestätigt.
reason-partner-waits-fix = Bestätigen Sie es zuerst, oder lassen Sie es von { $officer } ändern: Niemand bestätigt einen eigenen Schlüssel unter der Änderung eines anderen.
reason-agreement-missing = Mit dem Partner { $partner } ist keine Vereinbarung eingetragen.
reason-agreement-missing-fix = Lassen Sie die Vereinbarung eintragen, auf der der Austausch beruht.
reason-agreement-expired = Die Vereinbarung mit dem Partner { $partner } ist am { $until } abgelaufen.
reason-agreement-expired-fix = Lassen Sie ihre Verlängerung vor jedem Austausch eintragen.
reason-partner-ceiling =
    Der Partner { $partner } darf dieses Dokument nicht erhalten: Seine Obergrenze ist { $ceiling ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Geben Sie einen Auszug einer zulässigen Stufe frei, oder lassen Sie die Obergrenze anheben, falls die Vereinbarung es erlaubt.
reason-partner-category-missing = Dieses Dokument trägt einen einschränkenden Vermerk, den die Vereinbarung mit dem Partner { $partner } nicht abdeckt.
reason-partner-category-missing-fix = Geben Sie einen Auszug ohne diesen Vermerk frei, oder lassen Sie die Vereinbarung erweitern und tragen Sie den Vermerk beim Partner ein.
reason-partner-excluded = Dieses Dokument darf für den Partner { $partner } ({ $nation }) nicht freigegeben werden.
reason-partner-excluded-fix = Bitten Sie die Ursprungsbehörde um eine weitere Verbreitung, oder geben Sie einen Auszug frei, der freigegeben werden darf.
held-partner = Der Partner ist aktiv und seine Schlüssel sind bestätigt.
held-agreement = Eine Vereinbarung mit dem Partner ist in Kraft.
held-partner-ceiling = Der Partner darf diese Stufe erhalten.
held-partner-categories = Die Vereinbarung deckt alle einschränkenden Vermerke ab.
held-partner-audience = Das Dokument darf für den Partner freigegeben werden.
cli-col-agreement = Vereinbarung
cli-col-fingerprint = Fingerabdruck
cli-col-partner = Partner
cli-partner-added = Partner { $partner } ist eingetragen. Zu vergleichender Fingerabdruck: { $fingerprint }
cli-partner-changed = Partner { $partner } ist geändert. Nichts geht an ihn, bis ein anderer Offizier diesen Fingerabdruck verglichen hat: { $fingerprint }
cli-partner-to-confirm = Wartet auf Sie: der Schlüssel des Partners { $partner } ({ $name }), eingetragen von { $officer }. Vergleichen Sie ihn auf einem anderen Weg, dann: zegelctl partner confirm { $partner } --fingerprint F
cli-partner-changes = { $partner } wurde von { $officer } geändert (Eintrag { $entry }) und wartet auf Bestätigung:
cli-partner-waits = { $partner }, wie { $officer } ihn eingetragen hat (Eintrag { $entry }), wartet auf Bestätigung:
cli-partner-confirmed = Der Fingerabdruck von { $partner } ist bestätigt, und mit ihm:
err-partners-not-toml = Die Partnertabelle ist nicht lesbar.
fix-partners-not-toml = Berichtigen Sie die Partnertabelle (partners.toml).
err-partners-twice = Die Partnertabelle enthält zweimal denselben Eintrag.
fix-partners-twice = Berichtigen Sie die Partnertabelle (partners.toml).
err-partners-unknown-nation = Eine Gemeinschaft hat ein Mitglied, das nicht in der Tabelle steht.
fix-partners-unknown-nation = Berichtigen Sie die Partnertabelle (partners.toml).
err-partners-not-a-code = Ein Staat ist nicht mit seinem dreistelligen Kürzel bezeichnet.
fix-partners-not-a-code = Berichtigen Sie die Partnertabelle (partners.toml).
err-partners-period-reversed = Eine Mitgliedschaft endet, bevor sie beginnt.
fix-partners-period-reversed = Berichtigen Sie die Partnertabelle (partners.toml).
forged-partner-confirmed-by-oneself = der Schlüssel eines Partners wird von dem bestätigt, der ihn eingetragen hat
forged-partner-confirmed-twice = der Schlüssel dieses Partners ist schon bestätigt
forged-partner-added-twice = dieser Partner ist schon da
forged-partner-unchanged = an diesem Partner wird nichts geändert
forged-partner-waits = was ein anderer von diesem Partner eingetragen hat, ist noch nicht bestätigt
forged-unknown-partner = diesen Partner gibt es nicht
forged-fingerprint-of-another-key = der bestätigte Fingerabdruck gehört zu einem anderen Schlüssel
forged-key-of-another = dieser Schlüssel gehört schon einem anderen
forged-unknown-nation = diesen Staat gibt es nicht
err-unknown-nation = „{ $value }“ ist kein Staat (ISO 3166-1, drei Buchstaben).
fix-unknown-nation = { $near ->
        [none] Schreiben Sie den Code aus drei Buchstaben, zum Beispiel BEL.
       *[other] Vielleicht: { $near }.
    }
err-key-taken = Dieser Schlüssel gehört schon { $name } ({ $kind ->
        [officer] Offizier
        [partner] Partner
       *[other] { $kind }
    }).
fix-key-taken = Ein Schlüssel gehört nur einem: Was für den einen versiegelt ist, läse der andere. Verlangen Sie einen neuen Schlüssel, den der erzeugt, dem er gehören soll.
err-key-secret = Das ist ein geheimer Schlüssel, kein öffentlicher.
fix-key-secret = Er ist nichts mehr wert: Wer ihn geschickt hat, muss einen anderen erzeugen und den öffentlichen Schlüssel geben, der mit age1 beginnt. Löschen Sie diesen überall, wo er steht.
err-key-token-reference = Das ist der Verweis auf einen Hardware-Token (AGE-PLUGIN-…), kein Schlüssel.
fix-key-token-reference = Er ist nicht geheim, und versiegelt wird nichts mit ihm. Den Empfänger des Tokens zeigt sein eigenes Programm, bei einem YubiKey age-plugin-yubikey --list, in der Zeile „Recipient:“. Auch er wird hier nicht angenommen: Bitten Sie den Partner um einen Schlüssel, der mit age1 oder age1pq1 beginnt, ohne Token.
err-key-ssh = Das ist ein SSH-Schlüssel.
fix-key-ssh = Bitten Sie den Partner um einen age-Schlüssel, der mit age1 beginnt.
err-key-pgp = Das ist ein PGP-Schlüssel.
fix-key-pgp = Bitten Sie den Partner um einen age-Schlüssel, der mit age1 beginnt.
err-key-pem = Das ist ein Zertifikat oder ein Schlüssel anderer Art.
fix-key-pem = Bitten Sie den Partner um einen age-Schlüssel, der mit age1 beginnt.
err-key-tag = Das ist der Schlüssel eines Tokens (age1tag…), den dieses Programm nicht kennt.
fix-key-tag = Bitten Sie den Partner um einen Schlüssel, der mit age1 oder age1pq1 beginnt, ohne Token.
err-key-plugin = Das ist der Schlüssel eines Tokens oder eines anderen Plugins von age (age1name1…), den dieses Programm nicht kennt.
fix-key-plugin = Bitten Sie den Partner um einen Schlüssel, der mit age1 oder age1pq1 beginnt, ohne Token.
err-key-several = Das sind mehrere Schlüssel.
fix-key-several = Geben Sie einen einzigen an: Jeder Partner hat seinen eigenen.
err-key-mixed-case = Der Schlüssel mischt Groß- und Kleinbuchstaben.
fix-key-mixed-case = Übernehmen Sie ihn neu: Ein Schlüssel steht ganz in Kleinbuchstaben.
err-key-character = Zeichen { $position } kommt in keinem Schlüssel vor.
fix-key-character = Übernehmen Sie ihn neu: Ein Schlüssel enthält kein b, i oder o und keine andere 1 als die am Anfang.
err-key-length = Der Schlüssel hat { $found } Zeichen, nicht { $expected }.
fix-key-length = Prüfen Sie, ob er ganz übernommen wurde, und nichts anderes mit ihm.
err-key-checksum = Der Schlüssel enthält einen Tippfehler: Seine Prüfsumme stimmt nicht.
fix-key-checksum = Übernehmen Sie ihn neu, statt ihn abzutippen.
err-key-weak = Dieser Schlüssel schützt nichts.
fix-key-weak = Bitten Sie den Partner um einen anderen und benachrichtigen Sie den Sicherheitsoffizier.
err-key-unknown = Das ist kein Schlüssel.
err-signing-key-secret = Das ist ein geheimer Schlüssel, nicht der öffentliche, mit dem Signaturen geprüft werden.
err-signing-key-token-reference = Das ist der Verweis auf einen Hardware-Token (AGE-PLUGIN-…), kein Schlüssel.
err-signing-key-recipient = Dieser Schlüssel (age1…) dient zum Versiegeln für den Partner; er signiert nichts.
err-signing-key-unknown = Das ist kein Schlüssel, mit dem Signaturen geprüft werden.
fix-key-unknown = Ein Schlüssel beginnt mit age1 oder age1pq1. Ein Fingerabdruck ist keiner.
fix-signing-key-secret = Er ist nichts mehr wert: Wer ihn geschickt hat, muss einen anderen erzeugen und nur den öffentlichen Schlüssel geben. Löschen Sie diesen überall, wo er steht.
fix-signing-key-token-reference = Er ist nicht geheim, und keine Signatur wird mit ihm geprüft: Das Programm findet mit ihm den Token. Bitten Sie den Partner um den öffentlichen Schlüssel, mit dem er signiert, oder lassen Sie dieses Feld leer.
fix-signing-key-recipient = Bitten Sie den Partner um den öffentlichen Schlüssel, mit dem er signiert, oder lassen Sie dieses Feld leer: age1… ist der Schlüssel des Empfängers.
fix-signing-key-unknown = Geben Sie den öffentlichen Schlüssel von OpenSSH, OpenPGP, X.509, minisign oder einer signierten Notiz an, oder einen Ed25519-Schlüssel in Base64 oder hexadezimal. Ein Fingerabdruck ist keiner.
err-partner-unseen = { $partner } wurde im Eintrag { $entry } geändert: Wer den Schlüssel bestätigt, bestätigt auch diese Änderung.
fix-partner-unseen = Sehen Sie nach, was geändert wurde (zegelctl partner list). Stimmt alles, bestätigen Sie erneut mit --entry { $entry }; im Fenster öffnen Sie den Dialog erneut.
err-fingerprint = Das ist der Fingerabdruck oder der Code eines anderen Schlüssels.
fix-fingerprint = Fragen Sie auf anderem Weg erneut danach. Weicht er weiter ab, kann der Schlüssel vertauscht sein: Verwenden Sie nichts und benachrichtigen Sie den Sicherheitsoffizier.

## releases

ui-nav-release = Freigabe
ui-release-this = Freigeben…
ui-recipient = { $name } ({ $partner }), Paket vom { $at }
ui-recipient-written = Paket vom { $at }
ui-recipient-tell = Wurde benachrichtigt
ui-recipient-told = Benachrichtigt am { $at }
ui-release-title = Freigabe an einen Partner
ui-release-tab-prepare = Vorbereiten
ui-release-tab-requests = Anträge
ui-release-partner = Partner
ui-release-partner-choose = Wählen Sie einen Partner
ui-release-no-partners = Noch ist kein Partner eingetragen.
ui-release-add-document = Dokument hinzufügen: Titel oder Aktenzeichen
ui-release-purpose = Zweck der Freigabe
ui-release-decisions = Entscheidung je Dokument
ui-release-decisions-empty = Wählen Sie Partner und Dokumente: Die Entscheidung erscheint hier sofort.
ui-release-decisions-no-documents = Wählen Sie Dokumente: Die Entscheidung erscheint hier sofort.
ui-release-may = Darf an { $partner } freigegeben werden
ui-release-may-not = Darf nicht an { $partner } freigegeben werden
ui-release-needs-consent = Die Zustimmung der Ursprungsbehörde ist nötig
ui-release-undecided = Noch nicht entschieden
ui-release-consent-authority = Zustimmende Behörde
ui-release-consent-reference = Aktenzeichen der Zustimmung
ui-release-remove = { $what } entfernen
ui-release-request = Freigabe beantragen…
ui-release-request-submit = Beantragen
ui-release-request-text = Genau dies geht hinaus, sobald der Antrag genehmigt ist.
ui-release-requested = Antrag gestellt.
ui-release-missing-partner = ein Partner
ui-release-missing-documents = mindestens ein Dokument
ui-release-missing-purpose = der Zweck
ui-release-missing-consents = die verlangten Zustimmungen
ui-release-missing-refused = das Entfernen dessen, was nicht freigegeben werden darf
ui-release-contents = Inhalt
ui-release-key = Schlüssel des Empfängers
ui-release-requests-empty = Keine Anträge
ui-release-requests-empty-text = Freigabeanträge, die Sie sehen dürfen, erscheinen hier.
ui-release-status-waiting = Wartet auf andere
ui-release-status-approved = Genehmigt, noch nicht geschrieben
ui-release-status-written = Paket geschrieben
ui-release-status-recalled = Zurückgerufen
ui-release-status-refused = Abgelehnt
ui-release-requested-by = Beantragt von { $officer }, { $at }
ui-release-approved-by = Genehmigt von { $officer }, { $at }
ui-release-refused-by = Abgelehnt von { $officer }, { $at }
ui-release-refused-why = Warum sie abgelehnt wurde
ui-release-written-at = Geschrieben von { $officer }, { $at }
ui-release-written-times = Insgesamt { $n } Pakete geschrieben
ui-release-approve = Genehmigen…
ui-release-approve-title = Freigabe genehmigen
ui-release-approve-text = Ihr Name wird als der der zweiten Person eingetragen. Prüfen Sie, was hinausgeht.
ui-release-approve-type = Geben Sie { $partner } ein, um zu bestätigen
ui-release-approve-submit = Genehmigen
ui-release-approved-toast = Freigabe genehmigt.
ui-release-refuse = Ablehnen…
ui-release-refuse-title = Freigabe ablehnen
ui-release-refuse-text = Der Antrag endet hier. Wer ihn gestellt hat, liest Ihren Grund.
ui-release-refuse-submit = Ablehnen
ui-release-refused-toast = Freigabe abgelehnt.
ui-release-why-not = Warum Sie nicht genehmigen dürfen
ui-release-write = Paket schreiben…
ui-release-write-again = Weiteres Paket schreiben…
ui-release-write-two-title = Das Paket zu zweit schreiben
ui-release-write-two-text = Zwei öffnen ein Dokument dieser Freigabe, also schreiben zwei das Paket: Der zweite Offizier gibt hier seine Passphrase ein, und beide werden protokolliert.
ui-release-write-two-tell = Den Zweck zeigen
ui-release-write-two-told = Sie sehen beide, was freigegeben wird, für wen und wozu. Das Paket wird geschrieben, sobald Sie es bestätigen.
ui-release-see-two = Mit einem zweiten Offizier ansehen…
ui-release-see-two-title = Die Freigabe mit einem zweiten Offizier ansehen
ui-release-see-two-text = Zwei öffnen ein Dokument dieser Freigabe: Der zweite Offizier gibt hier seine Passphrase ein. Dann sehen Sie die Titel und den Zweck und entscheiden.
ui-release-see-two-where = Unter „{ $screen }“ sehen Sie mit einem zweiten Offizier die Titel und den Zweck, bevor Sie entscheiden.
ui-release-written-toast = Paket geschrieben: { $name }
ui-release-recall = Zurückrufen…
ui-release-recall-title = Freigabe zurückrufen
ui-release-recall-text = Ein bereits übergebenes Paket kommt nicht von selbst zurück: Benachrichtigen Sie auch den Partner.
ui-release-recall-submit = Zurückrufen
ui-release-recalled-toast = Freigabe zurückgerufen.
release-hidden = { $n ->
    [one] 1 Dokument, das Sie nicht öffnen dürfen
   *[other] { $n } Dokumente, die Sie nicht öffnen dürfen
}
release-purpose-hidden = Der Zweck steht bei den Dokumenten, die Sie nicht öffnen dürfen.
release-purpose-two = Der Zweck steht bei den Dokumenten, die zwei gemeinsam öffnen.
release-refused-why-hidden = Der Grund steht bei den Dokumenten, die Sie nicht öffnen dürfen.
held-release-role = Die Rolle erlaubt diesen Schritt.
cli-release-requested = Freigabe beantragt: { $release }
cli-release-approved = genehmigt
cli-release-waiting = wartet
cli-release-written = geschrieben
cli-release-recalled = zurückgerufen
cli-release-refused = abgelehnt
cli-release-written-to = Paket geschrieben: { $path }
cli-release-written-last =
    { $n ->
        [one] { $at }, von { $by }
       *[other] { $at }, von { $by } (Paket Nummer { $n })
    }
warning-written-before = Diese Freigabe wurde schon geschrieben: { $n ->
        [one] einmal
       *[other] { $n }-mal
    }, zuletzt von { $by }, { $at }. Jedes Paket öffnet sich mit dem Schlüssel des Partners; das Protokoll nennt jedes.
cli-col-written = Geschrieben
err-package-exists = Ein Paket dieses Namens liegt schon dort.
fix-package-exists = Wählen Sie einen anderen Ordner.
err-package-folder = Das Paket konnte nicht geschrieben werden: { os-cause }.
fix-package-folder = Prüfen Sie Ordner, Rechte und freien Platz und versuchen Sie es erneut.
err-package =
    Das Paket konnte nicht zusammengestellt werden: { $cause ->
        [cover_room] die Kennzeichnung lässt auf dem Begleitblatt keinen Platz
        [cover_long] das Begleitblatt würde zu lang
        [cover] das Begleitblatt konnte nicht gesetzt werden
        [manifest] das Inhaltsverzeichnis konnte nicht geschrieben werden
       *[seal] es konnte nicht für den Partner versiegelt werden
    }.
fix-package = Nichts ist hinausgegangen. Melden Sie es mit der Nummer der Freigabe.
cover-title = Begleitblatt
cover-for = Empfänger
cover-from = Von
cover-release = Freigabe
cover-at = Datum
cover-purpose = Verwendungszweck
cover-agreement = Vereinbarung
cover-requested-by = Beantragt von
cover-approved-by = Genehmigt von
cover-key = Signaturschlüssel
cover-documents = Dokumente
cover-number = Nr.
cover-consent = Zustimmung
cover-rules = Zu beachten
cover-rule-marking = Jedes Dokument behält seine Kennzeichnung. Eine Entsprechung darf daneben stehen, nie an ihrer Stelle.
cover-rule-third = Keine Weitergabe an Dritte ohne schriftliche Zustimmung der Ursprungsbehörde.
cover-rule-check = Vergleichen Sie die Hashwerte des Manifests mit den Dateien und den Signaturschlüssel mit dem, den Sie auf anderem Weg erhalten haben.
forged-key-without-recipient = ein neuer Schlüssel kommt ohne Empfänger, oder der des Tresors mit einem
forged-recipient-not-post-quantum = dieser Schlüssel hielte einem Quantencomputer nicht stand
forged-release-of-nothing = eine Freigabe enthält kein Dokument
forged-unknown-release = diese Freigabe gibt es nicht
forged-release-out-of-order = die Schritte einer Freigabe sind: beantragt, genehmigt oder abgelehnt, geschrieben
forged-released-without-right = die Freigabe ist dem Verfasser nicht erlaubt, nicht an diesen Partner, oder unter dieser Kennzeichnung nicht mehr

## log

ui-log-title = Protokoll
ui-log-text = Was Sie davon lesen dürfen. Was darin verändert, daraus entfernt oder verschoben wird, fällt auf.
ui-log-verify = Das ganze Protokoll prüfen
ui-log-verifying = Jede Signatur wird geprüft…
ui-log-whole = Das Protokoll ist unversehrt
ui-log-whole-text = { $n -> 
    [one] { $shown } Eintrag geprüft, samt Signatur. 
    *[other] { $shown } Einträge geprüft, samt Signaturen. 
    }
ui-log-root = Wurzel
ui-log-background = { $at ->
    [never] Das ganze Protokoll wurde noch nicht wieder geprüft; bisher { $done } von { $all } Einträgen.
    *[other] Unversehrt am { $at }, { $done } von { $all } Einträgen.
    }
ui-log-keep-checkpoint = Einen Prüfpunkt anderswo aufbewahren…
ui-log-compare = Mit einem aufbewahrten Prüfpunkt vergleichen…
ui-log-compared = Das Protokoll ist unversehrt und stimmt mit dem Prüfpunkt überein
ui-log-elsewhere = Nichts in diesem Ordner zeigt von selbst diese drei Dinge: dass das Ende des Protokolls abgeschnitten wurde, dass der ganze Ordner auf einen früheren Stand zurückgesetzt wurde, dass an seiner Stelle das Protokoll eines anderen Tresors liegt. Dieser Arbeitsplatz merkt sich, was er zuletzt gesehen hat; ein anderswo aufbewahrter Prüfpunkt zeigt es überall.
ui-log-checkpoint-kept = Der Prüfpunkt wurde aufbewahrt. Er ist nur dort etwas wert, wo niemand zugleich ihn und den Tresor erreicht.
ui-log-list = Einträge
ui-log-index = Nr.
ui-log-at = Zeitpunkt
ui-log-officer = Offizier
ui-log-action = Handlung
ui-log-subject = Betrifft
ui-log-detail = Einzelheiten
ui-log-any-officer = Alle Offiziere
ui-log-any-action = Alle Handlungen
ui-log-since = Seit
ui-log-document = Aktenzeichen oder Kennung eines Dokuments
ui-log-until = Bis
ui-log-empty = Keine Einträge anzuzeigen
ui-log-export = In eine Datei schreiben…
ui-log-exported-empty = { $name } enthält nur die Überschriften.
ui-log-exported =
    { $n ->
        [one] { $shown } Eintrag ist in { $name } geschrieben.
       *[other] { $shown } Einträge sind in { $name } geschrieben.
    }
ui-log-entry = Der Eintrag
ui-act-found = Anlage des Tresors
ui-act-unlock = Entsperrung
ui-act-change-passphrase = Änderung der Passphrase
ui-act-renew-identity = Erneuerung der eigenen Schlüssel
ui-act-reissue-identity = Neue Schlüssel für einen Offizier, der seine verlor
ui-act-request-reissue = Neue Schlüssel für einen Offizier beantragt
ui-act-refuse-reissue = Neue Schlüssel abgelehnt
ui-act-recall-reissue = Antrag auf neue Schlüssel zurückgezogen
ui-act-add-identity = Identität hinzugefügt
ui-act-revoke-identity = Identität widerrufen
ui-act-protect-identity = Identität durch einen Token geschützt
ui-act-unprotect-identity = Token von einer Identität weggenommen
ui-act-file = Registrierung
ui-act-open = Öffnung
ui-act-change-together = Zu zweit getan
ui-act-open-together = Öffnung zu zweit
ui-act-open-second = Öffnung als zweiter
ui-act-release = Freigabe
ui-act-show = Einsicht in das Blatt
ui-act-deny = Verweigerung
ui-act-explain = Frage nach Zugang
ui-act-add-officer = Aufnahme eines Offiziers
ui-act-disable-officer = Deaktivierung eines Kontos
ui-act-freeze-officer = Einfrieren eines Kontos
ui-act-unfreeze-officer = Einfrieren eines Kontos aufgehoben
ui-act-request-unfreezing = Aufhebung eines Einfrierens beantragt
ui-act-refuse-unfreezing = Aufhebung eines Einfrierens abgelehnt
ui-act-recall-unfreezing = Antrag auf Aufhebung eines Einfrierens zurückgezogen
ui-act-change-roles = Rollen eines Offiziers festgelegt
ui-act-change-function = Funktion eines Offiziers eingetragen
ui-act-request-function = Funktion eines Offiziers beantragt
ui-act-refuse-function = Funktion eines Offiziers abgelehnt
ui-act-recall-function = Antrag zur Funktion eines Offiziers zurückgezogen
ui-act-request-roles = Rollen für einen Offizier beantragt
ui-act-give-roles = Rollen gegeben
ui-act-refuse-roles = Rollen abgelehnt
ui-act-recall-roles = Antrag auf Rollen zurückgezogen
ui-act-grant-clearance = Ermächtigung eingetragen
ui-act-request-clearance = Ermächtigung beantragt
ui-act-refuse-clearance = Ermächtigung abgelehnt
ui-act-recall-clearance = Antrag auf Ermächtigung zurückgezogen
ui-act-suspend-clearance = Ermächtigung ausgesetzt
ui-act-reinstate-clearance = Ermächtigung wiederhergestellt
ui-act-request-reinstatement = Ende einer Aussetzung beantragt
ui-act-refuse-reinstatement = Ende einer Aussetzung abgelehnt
ui-act-recall-reinstatement = Antrag auf Ende einer Aussetzung zurückgezogen
ui-act-withdraw-clearance = Ermächtigung entzogen
ui-act-record-briefing = Unterweisung eingetragen
ui-act-record-approval = Zulassung eingetragen
ui-act-request-approval = Zulassung beantragt
ui-act-refuse-approval = Zulassung abgelehnt
ui-act-recall-approval = Antrag auf Zulassung zurückgezogen
ui-act-create-dossier = Dossier angelegt
ui-act-close-dossier = Dossier geschlossen
ui-act-reopen-dossier = Dossier wieder geöffnet
ui-act-add-member = Mitglied aufgenommen
ui-act-remove-member = Mitglied entfernt
ui-act-name-deputy = Stellvertretung eines Dossiers bestimmt
ui-act-take-over-dossier = Dossier von seiner Stellvertretung übernommen
ui-act-name-lead = Neue Leitung eines Dossiers bestimmt
ui-act-request-succession = Neue Leitung eines Dossiers vorgeschlagen
ui-act-refuse-succession = Neue Leitung eines Dossiers abgelehnt
ui-act-recall-succession = Vorschlag einer neuen Leitung zurückgezogen
ui-act-add-partner = Partner hinzugefügt
ui-act-change-partner = Partner geändert
ui-act-confirm-partner = Schlüssel eines Partners bestätigt
ui-act-request-release = Freigabe beantragt
ui-act-approve-release = Freigabe genehmigt
ui-act-write-release = Schreiben des Pakets
ui-act-recall-release = Freigabe zurückgerufen
ui-act-refuse-release = Freigabe abgelehnt
ui-act-make-class = Schlüsselklasse angelegt
ui-act-deliver-key = Schlüssel zugestellt
ui-act-renew-key = Schlüssel erneuert
ui-act-unreadable = Unlesbarer Eintrag
ui-act-does-not-fit = Stimmt nicht mit den Angaben des Verfassers überein
ui-act-derive = Dokument abgeleitet
ui-act-correct = Berichtigt
ui-act-note = Notiz
ui-act-print = Gedruckt
ui-act-refile = In ein anderes Dossier gelegt
ui-act-leave-dossier = Hat das Dossier verlassen
ui-act-prepare-refile = Umlegen in ein anderes Dossier begonnen
ui-act-file-version = Neue Fassung registriert
ui-act-withdraw-document = Dokument zurückgezogen
ui-act-request-withdrawal = Zurückziehung eines Dokuments beantragt
ui-act-refuse-withdrawal = Zurückziehung eines Dokuments abgelehnt
ui-act-recall-withdrawal = Antrag auf Zurückziehung eines Dokuments zurückgezogen
ui-act-replace-guide = Einstufungsleitfaden ersetzt
ui-act-request-guide = Anderer Einstufungsleitfaden beantragt
ui-act-refuse-guide = Anderer Einstufungsleitfaden abgelehnt
ui-act-recall-guide = Antrag auf einen anderen Einstufungsleitfaden zurückgezogen
ui-act-add-authority = Eigene Behörde hinzugefügt
ui-act-remove-authority = Eigene Behörde entfernt
ui-act-add-printer = Drucker auf die Liste gesetzt
ui-act-request-printer = Drucker beantragt
ui-act-refuse-printer = Drucker abgelehnt
ui-act-recall-printer = Antrag auf einen Drucker zurückgezogen
ui-act-remove-printer = Drucker von der Liste genommen
ui-act-replace-authorities = Eigene Behörden ersetzt
ui-act-request-authorities = Andere Liste eigener Behörden beantragt
ui-act-refuse-authorities = Andere Liste eigener Behörden abgelehnt
ui-act-recall-authorities = Antrag auf eine andere Liste eigener Behörden zurückgezogen
ui-act-reclassify = Kennzeichnung geändert
ui-act-prepare-reclassify = Änderung der Kennzeichnung begonnen
ui-act-reseal = Dokument neu versiegelt
ui-act-read-text = Text des Dokuments gelesen
ui-act-prepare-reseal = Neuversiegelung vorbereitet
ui-act-declassify = Einstufung aufgehoben
ui-act-downgrade = Herabgestuft
ui-act-upgrade = Heraufgestuft
ui-act-remark = Anders gekennzeichnet
ui-act-maintain = Einstufung beibehalten
ui-act-move = In ein anderes Register
ui-act-notify = Empfänger benachrichtigt
ui-detail-nature = Entscheidung
ui-detail-interest = Interesse
ui-detail-below-guide = unter dem Leitfaden
ui-detail-fields = was berichtigt wurde
ui-detail-topics = Punkte
ui-detail-aggregation = gewarnt ab
ui-detail-sources = Quellen
ui-detail-purpose = Zweck
ui-detail-printer = Drucker
ui-detail-copies = Ausfertigungen
ui-detail-pages = Seiten
ui-detail-why = Grund
ui-detail-reasons = Gründe
ui-detail-level = Stufe
ui-detail-from = vom
ui-detail-until = bis
ui-detail-date = Datum
ui-detail-policy = Regelwerk
ui-detail-certificate = Bescheinigung
ui-detail-authority = Behörde
ui-detail-reference = Aktenzeichen
ui-detail-categories = Vermerke
ui-detail-ceiling = Obergrenze
ui-detail-partner = Partner
ui-detail-release = Freigabe
ui-detail-request = Antrag
ui-detail-dossier = Dossier
ui-detail-class = Klasse
ui-detail-epoch = Periode
ui-detail-officer = Offizier
ui-detail-officers = Offiziere
ui-detail-document = Dokument
ui-detail-documents = Dokumente
ui-detail-roles = Rollen
ui-detail-basis = Grundlage
ui-detail-deputy = Stellvertretung
ui-detail-action = Handlung
ui-detail-failed = Fehlversuche
ui-detail-memory = Erinnerung an das Protokoll
ui-detail-with = entsperrt mit
ui-detail-workstation = Arbeitsplatz
ui-detail-identity = Identität
ui-detail-identity-file = Identitätsdatei
ui-detail-function = Funktion
ui-detail-fingerprint = Fingerabdruck
ui-detail-nation = Staat
ui-detail-package = Paket
ui-detail-key = Schlüssel
ui-detail-by = von
ui-act-wrote-package = Paket geschrieben
ui-act-deposit-key = Schlüssel hinterlegt
ui-act-deal-key = Schlüssel für die Öffnung zu zweit geteilt
ui-detail-second = zweiter Offizier
ui-detail-version = Fassung
ui-detail-sha256 = Fingerabdruck
ui-key-vault = Tresor
ui-key-oversight = Aufsicht
ui-key-dossier = Dossier
ui-key-class = Zugangsklasse
ui-key-by-holder = ein Inhaber
ui-detail-epochs = Perioden
ui-detail-former = frühere Klasse
ui-detail-fault = was nicht stimmt
ui-fault-contradicts = der Verfasser sagt etwas anderes, als der Eintrag getan hat
ui-fault-not-done = der Verfasser sagt etwas, was der Eintrag nicht getan hat
ui-fault-not-said = der Verfasser sagt nicht, was der Eintrag getan hat
ui-fault-sheet-not-said = der Verfasser sagt nicht, dass der Eintrag auf ein Blatt schreibt
ui-fault-lost = verschwunden: Der Offizier hat bewusst ohne sie weitergemacht
ui-fault-pin = die PIN, nachdem das Fenster sich selbst gesperrt hatte
app-save-checkpoint = Einen Prüfpunkt des Protokolls aufbewahren
app-pick-checkpoint = Anderswo aufbewahrten Prüfpunkt wählen
proof-unaltered = kein Eintrag wurde verändert, aus der Mitte entfernt oder verschoben
proof-signed = jeder Eintrag ist von einem Verfasser signiert, den das Protokoll eingeführt hatte
proof-nothing-inserted = die Datei enthält nichts anderes als diese Einträge
proof-same-vault = es ist das Protokoll des Tresors, von dem der Prüfpunkt stammt, und kein anderes an seiner Stelle
proof-whole-to-checkpoint = alles, was der Prüfpunkt gesehen hatte, ist noch da
doctor-log = Das Protokoll ist unversehrt: { $entries ->
    [one] { $entries } Eintrag
   *[other] { $entries } Einträge
 }.
cli-doctor-objects = Vorhandene versiegelte Dateien: { $objects }. Fügen Sie --as OFFIZIER hinzu, um zu prüfen, ob jedes Dokument da ist.
cli-doctor-unclaimed = Ohne --as OFFIZIER ist nicht bekannt, welche davon zu keinem Dokument gehören.
doctor-documents = Dokumente im Protokoll: { $documents }; mit ihrem Schlüssel erprobt: { $tried }.
doctor-closed =
    { $count ->
        [one] Ohne seinen Schlüssel ist von dem einen anderen nur bekannt, dass seine Datei da ist.
       *[other] Ohne ihren Schlüssel ist von den { $count } anderen nur bekannt, dass ihre Datei da ist.
    }
doctor-identities-elsewhere =
    { $count ->
        [one] Ein Offizier hat nie an diesem Arbeitsplatz gearbeitet: Seine Identitätsdatei ist nicht hier und wurde nicht geprüft.
       *[other] { $count } Offiziere haben nie an diesem Arbeitsplatz gearbeitet: Ihre Identitätsdateien sind nicht hier und wurden nicht geprüft.
    }
doctor-contents = Der Inhalt der Dokumente wurde nicht gelesen: Er wird beim Öffnen geprüft.
doctor-office = { $is ->
    [confined] LibreOffice ist installiert und abgeschottet: Office-Dateien werden mit ihrer Gestaltung gezeigt.
    [not-confined] LibreOffice ist installiert, lässt sich an diesem Arbeitsplatz aber nicht abschotten und wird nicht verwendet: Von Office-Dateien wird nur der Text gezeigt.
   *[not-installed] LibreOffice ist nicht installiert: Von Office-Dateien wird nur der Text gezeigt.
 }
doctor-ocr = { $is ->
    [confined] tesseract ist installiert und abgeschottet: Scans werden durch Texterkennung gelesen.
    [not-confined] tesseract ist installiert, lässt sich an diesem Arbeitsplatz aber nicht abschotten und wird nicht verwendet: Scans werden nicht gelesen.
   *[not-installed] tesseract ist nicht installiert: Scans werden nicht gelesen.
 }
doctor-pdfium = { $is ->
    [confined] PDFium ist installiert und abgeschottet: Seiten von PDFs werden damit verglichen, wie es sie zeichnet.
    [not-confined] PDFium ist installiert, lässt sich an diesem Arbeitsplatz aber nicht laden oder abschotten und wird nicht verwendet: Seiten von PDFs zeichnet nur ein Programm.
   *[not-installed] PDFium ist nicht installiert: Seiten von PDFs zeichnet nur ein Programm.
 }
doctor-texts-waiting = { $count ->
    [one] Die Scans eines Dokuments warten auf die Texterkennung.
   *[other] Die Scans von { $count } Dokumenten warten auf die Texterkennung.
 }
doctor-sound = Nichts zu beanstanden.
found-log-ahead = Eintrag { $index } von { $author } trägt eine Zeit, die hier noch nicht gekommen ist: { $at }. Bis { $until } kann nichts eingetragen werden.
found-log-ahead-fix = Vergleichen Sie die Uhr dieses Computers mit einer zweiten. Geht sie richtig, warten Sie, und fragen Sie den Verfasser, wie seine Uhr stand.
found-log-away = Der Server des Protokolls ist seit { $since } nicht erreichbar: Geprüft wurde die Kopie des Protokolls auf diesem Arbeitsplatz.
found-log-away-fix = Prüfen Sie noch einmal, wenn der Server wieder da ist.
found-objects-away = Der Speicher der Dokumente ist nicht erreichbar: Kein versiegeltes Dokument wurde geprüft.
found-objects-away-fix = Prüfen Sie noch einmal, wenn der Speicher wieder da ist.
found-objects-undecided =
    { $count ->
        [one] enthält eine versiegelte Datei, die abgebrochene Arbeit hinterlassen hat.
       *[other] enthält { $count } versiegelte Dateien, die abgebrochene Arbeit hinterlassen hat.
    }
found-objects-undecided-fix = Das nächste Entsperren durch jemanden, der hier schreiben darf, entfernt die, die zu keinem Dokument des Protokolls gehören.
found-copies-altered =
    { $count ->
        [one] enthielt eine Kopie, die nicht war, was versiegelt wurde; sie wurde weggeworfen und neu geholt.
       *[other] enthielt { $count } Kopien, die nicht waren, was versiegelt wurde; sie wurden weggeworfen und neu geholt.
    }
found-copies-altered-fix = Prüfen Sie den Datenträger, und wer in diesen Ordner schreiben kann. „zegelctl shared cache --empty“ beginnt mit neuen Kopien.
found-unreadable = kann nicht gelesen werden.
found-unreadable-fix = Prüfen Sie den Datenträger und die Rechte.
found-not-a-file = ist keine gewöhnliche Datei, sondern eine Verknüpfung, eine Pipe oder ein Ordner.
found-not-a-file-fix = Benachrichtigen Sie den Sicherheitsoffizier: Das Programm legt so etwas hier nicht ab.
found-not-a-folder = ist kein gewöhnlicher Ordner.
found-not-a-folder-fix = Benachrichtigen Sie den Sicherheitsoffizier, und stellen Sie ihn aus einer guten Kopie wieder her.
found-open-to-others = gibt anderen Benutzern dieses Computers Rechte.
found-open-to-others-fix = Schließen Sie den Ordner des Tresors für andere: chmod -R go= auf diesen Ordner.
found-leftover = ist der Rest einer abgebrochenen Arbeit.
found-leftover-fix = Das nächste Entsperren räumt ihn weg.
found-stranger = stammt nicht vom Programm.
found-stranger-fix = Fragen Sie, wer es dort abgelegt hat.
found-of-nobody = gehört jemandem, den das Protokoll nicht kennt.
found-of-nobody-fix = Das Programm legt hier nichts dergleichen ab: Fragen Sie, wer es war.
found-empty-folder = ist ein leerer Ordner: Kein Dokument liegt darin.
found-empty-folder-fix = Das Programm lässt keinen zurück: Fragen Sie, wer ihn dort angelegt hat, und entfernen Sie ihn.
found-identities-surplus =
    enthält { $count ->
        [one] eine Identitätsdatei
       *[other] { $count } Identitätsdateien
    } zu viel: Das Protokoll hat weniger Offiziere, als hier gefunden werden.
found-identities-surplus-fix = Führen Sie doctor mit --as aus, das sie nennt.
found-object-unreadable = ist kein versiegeltes Dokument.
found-object-unreadable-fix = Stellen Sie diese Datei aus der letzten guten Kopie wieder her.
found-text-altered = ist nicht der Text, der von einem Dokument aufbewahrt wurde: Er wurde verändert oder vertauscht.
found-text-altered-fix = Stellen Sie diese Datei aus der letzten guten Kopie wieder her. Bis dahin wird das Dokument nicht über seinen Text gefunden.
found-text-gone = fehlt: der Text, der von einem Dokument aufbewahrt wurde.
found-text-gone-fix = Stellen Sie diese Datei aus der letzten guten Kopie wieder her. Bis dahin wird das Dokument nicht über seinen Text gefunden.
found-object-unclaimed = gehört zu keinem Dokument im Protokoll.
found-object-unclaimed-fix = Läuft gerade andere Arbeit, prüfen Sie danach noch einmal; sonst benachrichtigen Sie den Sicherheitsoffizier.
found-identity-unreadable = ist keine Identitätsdatei unter einer Passphrase.
found-identity-unreadable-fix = Stellen Sie diese Datei aus der letzten guten Kopie wieder her.
found-identity-gone = fehlt, und der Offizier ist hier bekannt.
found-identity-gone-fix = Bitten Sie um die letzte gute Kopie dieser Datei und benachrichtigen Sie den Sicherheitsoffizier.
found-no-custodian = Die Verwahrung ist unbrauchbar: Es sind weniger Verwahrer übrig als nötig.
found-no-custodian-fix = Wer Schlüssel hat, kann sie noch zustellen. Sorgen Sie dafür, dass genug Verwahrer da sind, bevor der nächste geht.
found-identities-missing =
    { $count ->
        [one] fehlt eine Identitätsdatei
       *[other] fehlen { $count } Identitätsdateien
    }: Das Protokoll hat mehr Offiziere, als hier gefunden wurden.
found-identities-missing-fix = Führen Sie doctor mit --as aus, das sie nennt, und stellen Sie sie aus der letzten guten Kopie wieder her.
found-objects-open =
    gibt anderen Benutzern dieses Computers Rechte. { $count ->
        [one] Es ist das einzige dieser Art
       *[other] So sind { $count }
    } unter den Objekten.
found-objects-open-fix = Schließen Sie den Ordner des Tresors für andere: chmod -R go= auf diesen Ordner.
err-busy = Ein anderes Programm benutzt den Tresor und gibt ihn nicht frei.
fix-busy = Warten Sie einen Augenblick und versuchen Sie es erneut.
err-overtaken = Jemand anders hat inzwischen den Schlüssel dieser Kennzeichnung geändert.
fix-overtaken = Versuchen Sie es noch einmal.
err-backwards = Dieser Zeitraum endet, bevor er beginnt.
fix-backwards = Geben Sie einen Beginn an, der vor dem Ende liegt.
err-ledger-altered =
    { $entry ->
        [none] Das Protokoll wurde verändert oder beschädigt
       *[other] Das Protokoll wurde verändert oder beschädigt (Eintrag { $entry })
    }: { $flaw ->
        [missing] seine Datei ist verschwunden
        [file] die Datei ist abgeschnitten oder beschädigt
        [shape] die Datei hat nicht die Form eines Protokolls
        [gap] ein Eintrag fehlt oder steht nicht an seinem Platz
        [encoding] ein Eintrag ist fehlerhaft
        [vault] ein Eintrag gehört zu einem anderen Tresor
        [history] ein Eintrag wurde über eine andere Vorgeschichte signiert
        [time] ein Eintrag ist älter als der vorige
        [part] ein Teil fehlt, wurde verändert oder hinzugefügt
        [author] ein Eintrag ist von einem Unbekannten signiert
        [signature] eine Signatur ist falsch oder fehlt
        [node] der Baum passt nicht zu den Einträgen
        [key] ein Schlüssel darin ist unbrauchbar
       *[other] { $flaw }
    }.
fix-ledger-altered = Arbeiten Sie in diesem Tresor nicht weiter, lassen Sie ihn unverändert und benachrichtigen Sie den Sicherheitsoffizier; stellen Sie die letzte gute Kopie wieder her.
err-rolled-back = Das Protokoll wurde zurückgesetzt: { $seen } Einträge wurden hier schon gesehen, { $found } sind noch da.
fix-rolled-back = Jemand hat Einträge abgeschnitten oder eine alte Kopie zurückgespielt. Benachrichtigen Sie zuerst den Sicherheitsoffizier.
err-forked = Das Protokoll ist nicht das hier zuvor gesehene: Es weicht in den ersten { $seen } Einträgen ab.
fix-forked = Jemand hat es umgeschrieben oder eine andere Kopie gebracht. Benachrichtigen Sie zuerst den Sicherheitsoffizier.
err-forged = Eintrag { $index }, signiert von { $author }, verletzt eine Regel des Protokolls: { $rule }.
fix-forged = Was danach kommt, wird nicht geglaubt. Lassen Sie den Tresor unverändert und benachrichtigen Sie den Sicherheitsoffizier: Das ist kein Versehen.
forged-founded-twice = ein Tresor wird einmal gegründet, durch seinen ersten Eintrag
forged-unknown-author = der Schlüssel gehört keinem Offizier des Tresors
forged-author-not-introduced = neue Schlüssel kommen ohne ihren Signaturschlüssel, mit dem eines anderen oder ohne zu sagen, welche sie ersetzen
forged-author-introduced-without-right = ein Signaturschlüssel wird eingeführt, ohne dass ein Offizier hinzukommt
forged-object-of-another = die versiegelte Datei gehört einem anderen Dokument
forged-filed-without-sheet = ein Dokument wird ohne sein Blatt registriert
forged-opened-without-sheet = ein Dokument wird zu zweit geöffnet ohne Zeile auf seinem Blatt
forged-sheet-without-right = sein Verfasser schreibt auf das Blatt eines Dokuments, das er nicht lesen darf
forged-note-without-right = sein Verfasser schreibt in ein Dossier, dessen Liste er nicht führt
forged-signed-too-lightly = was Rechte gibt oder nimmt, verlangt zwei Signaturen
forged-hidden-from-oversight = die Aufsicht erfährt nichts davon
forged-says-nothing = er sagt nichts über das, was er tut
forged-part-sealed-wrongly = ein Teil ist nicht versiegelt, wie er sein muss
forged-part-twice = ein Teil ist zweimal darin
forged-unknown-audience = ein Teil richtet sich an Empfänger, die es nicht gibt
forged-events-malformed = der Inhalt ist nicht als der eines Eintrags lesbar
err-entry-ahead = Eintrag { $index }, signiert von { $author }, trägt eine Zeit, die der Uhr dieses Computers um { $hours } Stunden vorausgeht.
fix-entry-ahead = Prüfen Sie zuerst Datum und Uhrzeit dieses Computers. Stimmen sie, ging die Uhr des Verfassers falsch: Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie die letzte Kopie von vor diesem Eintrag wieder her. Andernfalls ist nichts verloren: Entsperren Sie erneut, um zu sehen, was vor ihm da war, und um weiterzuarbeiten, sobald diese Zeit gekommen ist.
warning-entry-ahead = Eintrag { $index }, signiert mit dem Schlüssel { $author }, ist datiert auf { $at }: { $hours } Stunden vor der Uhr dieses Computers. Bis dahin sieht jeder das Protokoll, wie es zuvor war, und nichts wird festgehalten.
warning-entry-ahead-fix = Prüfen Sie zuerst Datum und Uhrzeit dieses Computers. Stimmen sie, ging die Uhr des Verfassers falsch: Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie die letzte Kopie von vor diesem Eintrag wieder her.
err-checkpoint-forged = Diesen Prüfpunkt hat kein Offizier dieses Tresors signiert: Er wurde verändert, gekürzt oder gefälscht, oder er ist von einem anderen Tresor.
fix-checkpoint-forged = Er wurde verändert oder gefälscht: Verlassen Sie sich nicht darauf, bewahren Sie ihn auf und benachrichtigen Sie den Sicherheitsoffizier. Vergleichen Sie das Protokoll mit einem Prüfpunkt, der anderswo aufbewahrt wurde.
warning-beside-checkpoint =
    Die Datei enthält mehr als den Prüfpunkt: { $lines ->
        [one] Eine Zeile daneben wurde
       *[other] { $lines } Zeilen daneben wurden
    } übergangen. Kein Offizier steht für das ein, was dort steht.
warning-beside-checkpoint-fix = Verlassen Sie sich nur auf die Zeilen des Prüfpunkts und seine Signaturen: E-Mail fügt andere hinzu, und das kann jeder.
reason-checkpoint-due = { $at ->
    [never] Noch nie wurde ein Prüfpunkt des Protokolls anderswo aufbewahrt.
    *[other] Der letzte Prüfpunkt des Protokolls wurde am { $at } gegeben.
    } Nur eine Erinnerung anderswo zeigt, dass der ganze Ordner zurückgesetzt wurde.
reason-checkpoint-due-fix = Bewahren Sie einmal in der Woche einen neuen an einem anderen Ort auf: im Fenster unter Protokoll oder mit zegelctl ledger checkpoint.

## the command line

cli-demo-made = Übungstresor in { $path }: { $officers } Offiziere, { $documents } Dokumente. Passphrase von allen: { $passphrase }
cli-ask-passphrase = Passphrase von { $officer }:
cli-ask-passphrase-of-file = Passphrase von { $officer }:
cli-ask-new-passphrase = Neue Passphrase von { $officer }:
cli-ask-again = Noch einmal, für { $officer }:
cli-none = Nichts anzuzeigen.
cli-standard-input = Standardeingabe
cli-at-line = Zeile { $line }: { $message }
cli-in-row = Zeile { $row }: { $message }
cli-in-cell = Zeile { $row }, Spalte { $column }: { $message }
of-file = { $file }: { $message }
cli-of-option = { $option }: { $message }
cli-col-view = Ansicht
cli-col-filter = Fragt nach
cli-col-id = Kennung
cli-col-name = Vollständiger Name
cli-col-status = Stand
cli-col-policy = Regelwerk
cli-col-level = Stufe
cli-col-certificate = Bescheinigung
cli-col-until = Bis
cli-col-title = Titel
cli-col-hit = Satz
cli-col-text = Nach seinem Text gesucht
cli-col-lead = Leitung
cli-col-deputy = Stellvertretung
cli-col-led-by = Zuletzt geleitet von
cli-col-ceiling = Obergrenze
cli-col-printer = Drucker
cli-col-listed = Eingetragen
cli-col-key = Schlüssel
cli-col-index = Nr.
cli-col-at = Zeitpunkt
cli-col-action = Handlung
cli-col-subject = Betrifft
cli-col-detail = Einzelheiten
cli-col-relation = Beziehung
cli-col-reference = Aktenzeichen
cli-col-marking = Kennzeichnung
cli-col-originator = Ursprungsbehörde
cli-col-because = Warum
cli-col-date = Datum
cli-col-file = Datei
cli-col-version = Fassung
cli-col-paper = Aktenzeichen des Originals auf Papier
cli-col-filed = Registriert
cli-col-from = Von
cli-col-class = Klasse
cli-col-lapses = Fristende
cli-col-finalised = Fertiggestellt
cli-col-formerly = Vorher
cli-col-initial-level = Stufe vorher
cli-col-new-level = Stufe seither
cli-col-by = Von
cli-col-attachment = Anhang
cli-col-page = Seite
cli-col-size = Größe
cli-col-readable = Hier lesbar
cli-col-filed-as = Im Register als
cli-col-kind = Art
cli-col-about = Betrifft
cli-col-since = Seit
cli-col-given = Zustimmung
cli-col-mine = An mir
cli-col-notify = Zu benachrichtigen (✓ benachrichtigt)
cli-decided = { $reference }: { $nature }.
cli-decided-earlier =
    { $count ->
        [one] Eine frühere Fassung ist mitgegangen.
       *[other] { $count } frühere Fassungen sind mitgegangen.
    }
cli-decided-notes =
    { $count ->
        [one] Eine Notiz ist mitgegangen.
       *[other] { $count } Notizen sind mitgegangen.
    }
cli-to-notify = Zu benachrichtigen: { $partner } (Freigabe { $release }).
cli-notified = Es ist festgehalten, dass { $partner } benachrichtigt wurde.
cli-col-requested-by = Beantragt von
cli-col-request = Antrag
cli-col-approved-by = Genehmigt von
cli-col-decided-by = Entschieden von
cli-col-why = Grund
cli-col-floor = Mindestens
cli-col-categories = Vermerke
cli-col-motive = Begründung
cli-col-consent = Zustimmung
cli-col-sources = Gewonnen aus
cli-col-also-of = Auch von
cli-col-still-of = Weiterhin von
cli-col-files = Versiegelte Dateien
cli-col-here = Hier
cli-col-missing = Fehlen
cli-col-mb = MB hier
cli-init-done = Der Tresor „{ $name }“ ist angelegt. Erster Offizier: { $officer }.
cli-passphrase-changed = Die Passphrase von { $officer } ist geändert.
rekeyed =
    { $rewrapped ->
        [one] { $rewrapped } Objekt ist für den gegenwärtigen Schlüssel seiner Klasse versiegelt;
       *[other] { $rewrapped } Objekte sind für die gegenwärtigen Schlüssel ihrer Klassen versiegelt;
    } { $remaining ->
        [0] keines bleibt unter einem älteren.
        [one] { $remaining } bleibt unter einem älteren.
       *[other] { $remaining } bleiben unter älteren.
    }
rekey-left-out =
    { $n ->
        [one] { $n } Klasse wurde ausgelassen: Der Schlüssel dazu wurde Ihnen noch nicht zugestellt.
       *[other] { $n } Klassen wurden ausgelassen: Die Schlüssel dazu wurden Ihnen noch nicht zugestellt.
    }
rekey-for-two =
    { $n ->
        [one] { $n } Dokument wird zu zweit geöffnet. Die nächsten zwei, die etwas aus seiner Klasse öffnen, versiegeln es für den gegenwärtigen Schlüssel:
       *[other] { $n } Dokumente werden zu zweit geöffnet. Die nächsten zwei, die etwas aus ihrer Klasse öffnen, versiegeln sie für den gegenwärtigen Schlüssel:
    }
rekey-for-two-deep =
    { $n ->
        [one] { $n } Dokument wird zu zweit geöffnet und wurde ausgelassen. Versiegeln Sie den Inhalt gemeinsam mit einem zweiten Offizier neu:
       *[other] { $n } Dokumente werden zu zweit geöffnet und wurden ausgelassen. Versiegeln Sie den Inhalt gemeinsam mit einem zweiten Offizier neu:
    }
cli-active = aktiv
cli-disabled = deaktiviert
cli-frozen = eingefroren
cli-status-valid = gültig
cli-status-expired = abgelaufen
cli-status-future = künftig
cli-not-filed = { $path } ist nicht registriert
cli-no-attachments = Das Dokument hat keine Anhänge.
cli-opened = Nach { $path } geschrieben ({ $bytes } Byte). Diese Datei ist nicht mehr durch Zegel geschützt.
cli-text-written = Nach { $path } geschrieben. Diese Datei ist nicht mehr durch Zegel geschützt.
cli-page-missing = Seite { $page }: { $what }
cli-written-to = Nach { $path } geschrieben ({ $bytes } Byte).
cli-permitted = Erlaubt.
cli-not-permitted = Verweigert.
cli-confirmed = bestätigt
cli-unconfirmed = zu bestätigen
cli-verified = Das Protokoll ist unversehrt: { $entries ->
    [one] { $entries } Eintrag
   *[other] { $entries } Einträge
 }, Wurzel { $root }
ui-log-proved = Was bewiesen ist:
ui-log-not-proved = Was das nicht beweist:

## errors of every subject

err-already-open = Dieser Tresor ist bereits in einem anderen Fenster geöffnet.
fix-already-open = Wechseln Sie zu jenem Fenster oder schließen Sie es zuerst.
err-file-exists = „{ $name }“ gibt es dort schon.
fix-file-exists = Wählen Sie einen anderen Namen: Es wurde nichts ersetzt.
err-internal = Im Programm selbst ist ein Fehler aufgetreten.
fix-internal = Versuchen Sie es noch einmal; geschieht es wieder, sagen Sie Ihrem Administrator, was Sie gerade taten.
err-locked = Der Tresor ist gesperrt.
fix-locked = Entsperren Sie ihn und versuchen Sie es noch einmal.
err-no-folder = Den Ordner „{ $folder }“ gibt es nicht.
fix-no-folder = Prüfen Sie den Pfad, mit dem das Programm gestartet wurde.
err-no-window = Das Fenster kann nicht geöffnet werden.
fix-no-window = Prüfen Sie, ob WebKitGTK 4.1 installiert ist.
err-not-open = Dieses Dokument ist nicht mehr geöffnet.
fix-not-open = Öffnen Sie es noch einmal.
err-not-picked = Diese Datei gehört nicht mehr zu den ausgewählten.
fix-not-picked = Wählen Sie sie noch einmal aus.
err-unknown-place = „{ $place }“ ist kein Ort einer Kennzeichnung.
fix-unknown-place = Wählen Sie aus: { $choices }.
err-unknown-bench = Keine Messung heißt „{ $what }“.
fix-unknown-bench = Wählen Sie aus { $choices }, oder geben Sie nichts an, um alles zu messen.
err-usage =
    Dieser Befehl ist nicht lesbar: { $kind ->
        [missing] { $words } fehlt
        [unknown] „{ $words }“ ist hier keine Option
        [surplus] „{ $words }“ ist ein Wort zu viel
        [command] „{ $words }“ ist hier kein Befehl
        [subcommand] nach { $words } fehlt ein Befehl
        [conflict] { $words } geht nicht zusammen mit { $other }
        [value] { $words } hat keinen Wert
        [twice] { $words } steht mehr als einmal da
        [number] { $words } hat nicht die richtige Zahl von Werten
        [not_utf_8] eines seiner Wörter ist nicht in UTF-8
       *[other] er ist nicht wie ein Befehl geschrieben
    }.
fix-usage =
    { $hint ->
        [near] Meinten Sie { $near }? So wird er geschrieben: { $usage }
        [choices] Wählen Sie einen aus: { $choices }. So wird er geschrieben: { $usage }
        [both] Meinten Sie { $near }? Wählen Sie einen aus: { $choices }. So wird er geschrieben: { $usage }
        [value] So wird er geschrieben: { $usage }. Ein Wert, der mit einem Bindestrich beginnt, folgt auf ein Gleichheitszeichen: { $option }=-…
       *[none] So wird er geschrieben: { $usage }
    }
err-no-vault = Es ist kein Tresor angegeben.
fix-no-vault = Geben Sie --vault ORDNER an oder setzen Sie ZEGEL_VAULT.
err-file = Die Datei { $path } konnte nicht gelesen oder geschrieben werden: { os-cause }.
fix-file = Prüfen Sie Pfad, Rechte und freien Platz.
err-input = Die Standardeingabe konnte nicht gelesen werden: { os-cause }.
fix-input = Prüfen Sie, was in diesen Befehl geleitet wird.
err-file-too-large = Die Datei { $path } ist größer als { $limit } Byte.
fix-file-too-large = Prüfen Sie, ob es die gemeinte Datei ist.
err-file-too-large-input = Was auf der Standardeingabe kam, ist größer als { $limit } Byte.
err-not-text = { $path } ist kein Text in UTF-8 oder UTF-16.
fix-not-text = Speichern Sie es als UTF-8.
err-not-text-input = Was auf der Standardeingabe kam, ist kein Text in UTF-8 oder UTF-16.
fix-not-text-input = Senden Sie es als UTF-8.
err-stdin-taken = Die Standardeingabe wird schon von „{ $by }“ gelesen, und das geht nur einmal.
fix-stdin-taken = Nennen Sie an einer der beiden Stellen eine Datei.
err-is-a-folder = { $path } ist ein Ordner.
fix-is-a-folder = Geben Sie --recursive an, um seinen ganzen Inhalt zu registrieren.
err-out-is-a-folder = { $path } ist ein Ordner.
fix-out-is-a-folder = Nennen Sie eine Datei in diesem Ordner.
err-out-is-no-folder = { $path } ist kein Ordner.
fix-out-is-no-folder = Nennen Sie einen Ordner: einen vorhandenen oder einen neuen.
err-view-exists = Unter dem Namen „{ $name }“ ist schon eine andere Ansicht gespeichert.
fix-view-exists = Sie steht für: { $filter }. Wählen Sie einen anderen Namen, oder fügen Sie --force hinzu, um sie zu ersetzen.
err-out-exists = { $path } gibt es schon.
fix-out-exists = Wählen Sie einen anderen Namen, oder fügen Sie --force hinzu, um es zu ersetzen.
err-out-in-batch = Mit --json gehen auf die Standardausgabe einer Folge deren Antworten, und kein Dokument.
fix-out-in-batch = Nennen Sie nach --out eine Datei.
err-unknown-role = „{ $role }“ ist keine Rolle.
fix-unknown-role = Wählen Sie aus { $choices }.
err-unknown-sort = „{ $value }“ ist keine Sortierung (--sort).
fix-unknown-sort = Wählen Sie { $choices }, mit :desc dahinter für die umgekehrte Reihenfolge.
err-unused-option = „explain { $action }“ verwendet { $option } nicht.
fix-unused-option = Lassen Sie die Option weg, oder wählen Sie die Handlung, für die sie da ist.
err-policy-of-another-name = Diese Datei enthält das Regelwerk { $found }, nicht { $policy }.
fix-policy-of-another-name = Schreiben Sie --to { $found } oder nennen Sie die Datei von { $policy }.
err-second-original = Das ist ein ursprüngliches Etikett, und { $first } ist auch eines: Eine Datei hat ein ursprüngliches Etikett und dessen Entsprechungen.
fix-second-original = Lassen Sie eines weg oder nehmen Sie seine Entsprechung: „zegelctl label translate“.
err-binding-over-its-file = Die Bindung würde über das geschrieben, was sie bindet.
fix-binding-over-its-file = Wählen Sie einen anderen Namen für --out: Die Datei und ihre Etiketten bleiben, wie sie sind.
err-at-alone = Nach „@“ fehlt der Name einer Datei, in der der Text steht.
fix-at-alone = Schreiben Sie @DATEI, @- für die Standardeingabe oder @@ für einen Text, der selbst mit @ beginnt.
err-stdin-no-name = Die Standardeingabe hat keinen Namen, unter dem die Bindung sie wiederfinden könnte.
fix-stdin-no-name = Nennen Sie die Datei, oder nehmen Sie sie mit --embed in die Bindung auf.
err-name-not-text = Der Name dieser Datei ist kein Text in UTF-8: Über die Bindung fände sie niemand wieder.
fix-name-not-text = Benennen Sie die Datei um, oder nehmen Sie sie mit --embed in die Bindung auf.
err-bad-time = „{ $value }“ ist weder Datum noch Zeitpunkt ({ $option }).
fix-bad-time = Schreiben Sie 2026-05-04 oder 2026-05-04T08:00:00Z.
err-bad-date = „{ $typed }“ ist kein Datum ({ $option }).
fix-bad-date = Schreiben Sie Jahr, Monat und Tag: 2026-11-27.
err-bad-limit = „{ $typed }“ ist keine Zahl von Zeilen ({ $option }).
fix-bad-limit = Schreiben Sie eine ganze Zahl ab 1, oder all.
err-bad-width = „{ $typed }“ ist keine Breite ({ $option }).
fix-bad-width = Schreiben Sie eine ganze Zahl von 64 bis 4000.
err-number-beyond = { $typed } liegt nicht zwischen { $least } und { $most } ({ $option }).
fix-number-beyond = Schreiben Sie eine ganze Zahl von { $least } bis { $most }.
err-bad-number = „{ $typed }“ ist keine Zahl, die hier stehen kann ({ $option }).
fix-bad-number = Schreiben Sie eine ganze Zahl.
err-bad-choice = „{ $typed }“ kann hier nicht stehen ({ $option }).
fix-bad-choice = Wählen Sie aus: { $choices }.
err-stdin-no-document = Ein Dokument wird nicht von der Standardeingabe gelesen: Es wird mehrmals durchgesehen, bevor es registriert wird und danach.
fix-stdin-no-document = Schreiben Sie das Dokument in eine Datei, die niemand sonst lesen darf, und geben Sie deren Pfad an. Eine Datei, die wirklich „-“ heißt, ist „./-“.
err-out-without-csv = Eine Tabelle wird nicht in eine Datei geschrieben.
fix-out-without-csv = Fügen Sie --csv hinzu: So werden alle Zeilen geschrieben.
err-bad-line =
    Diese Zeile ist nicht lesbar: { $cause ->
       *[quotes] ein Anführungszeichen ist nicht geschlossen
        [backslash] sie endet mit einem umgekehrten Schrägstrich, auf den nichts folgt
        [comment] was auf # folgt, würde weggelassen
        [nul] sie enthält ein Nullzeichen
        [utf-16] die Datei ist in UTF-16
        [not-utf-8] sie ist nicht in UTF-8
    }.
fix-bad-line =
    { $cause ->
        [comment] Setzen Sie in Anführungszeichen, was das # enthält; nur eine Zeile, die mit # beginnt, ist ein Kommentar.
        [backslash] Entfernen Sie den umgekehrten Schrägstrich, oder setzen Sie ihn in Anführungszeichen.
       *[quotes] Schreiben Sie einen Befehl je Zeile, in UTF-8, mit paarigen Anführungszeichen.
    }
err-line-too-long = Diese Zeile ist länger als { $limit } Byte; nichts davon wurde ausgeführt.
fix-line-too-long = Legen Sie den langen Text in eine Datei, und nennen Sie diese mit @DATEI.
err-not-in-batch = Dieser Befehl gehört nicht in eine Folge.
fix-not-in-batch = Führen Sie ihn einzeln aus.
err-not-in-line = { $flag } kann nicht in der Zeile einer Folge stehen.
fix-not-in-line = Geben Sie es einmal für alle Zeilen an, vor dem Wort batch.
err-unwritable = Die Antwort konnte nicht geschrieben werden.
fix-unwritable = Melden Sie es mit dem verwendeten Befehl.
err-output = Die Standardausgabe konnte nicht geschrieben werden: { os-cause }.
fix-output = Was getan war, bleibt getan; sehen Sie im Protokoll nach.
err-no-command-in = Die Folge enthält keinen Befehl: Es wurde nichts getan.
fix-no-command-in = Schreiben Sie einen Befehl je Zeile; Zeilen, die mit # beginnen, werden übergangen.
err-output-closed = Die Standardausgabe ist geschlossen oder kann nicht beschrieben werden: Es wurde nichts begonnen.
fix-output-closed = Leiten Sie sie irgendwohin; wollen Sie nichts sehen, leiten Sie sie nach /dev/null.
err-input-closed = Die Standardeingabe ist geschlossen oder kann nicht gelesen werden.
fix-input-closed = Leiten Sie etwas in diesen Befehl, oder nennen Sie eine Datei.
err-not-hardened = Der Prozess konnte nicht gegen Speicherabzüge geschützt werden.
fix-not-hardened = Entfernen Sie AGEDEBUG aus der Umgebung und versuchen Sie es erneut.
err-io = { os-what } konnte nicht gelesen oder geschrieben werden: { os-cause }.
fix-io = Prüfen Sie, ob der Datenträger vorhanden und les- und schreibbar ist, und versuchen Sie es erneut.
err-disk-full = Der Datenträger ist voll. Was begonnen war, zählt nicht.
fix-disk-full = Schaffen Sie Platz und versuchen Sie es erneut.
err-disk-full-midway =
    Der Datenträger ist voll. { $done ->
        [one] { $done } Dokument ist fertig und bleibt so;
       *[other] { $done } Dokumente sind fertig und bleiben so;
    } { $left ->
        [one] { $left } bleibt übrig.
       *[other] { $left } bleiben übrig.
    }
fix-disk-full-midway = Schaffen Sie Platz und wiederholen Sie es. Was schon für seinen gegenwärtigen Schlüssel versiegelt ist, wird übergangen; das Neuversiegeln von Inhalten können Sie auf ein Dossier oder ein Dokument beschränken.
err-not-a-vault =
    { $found ->
        [nothing] Einen Ordner dieses Namens gibt es nicht.
        [file] Das ist kein Ordner.
       *[folder] Dieser Ordner enthält keinen Tresor.
    }
fix-not-a-vault = Wählen Sie den Ordner mit der Datei vault.toml.
err-not-empty = Dieser Ordner ist nicht leer: Ein Tresor wird nur in einem leeren angelegt.
fix-not-empty = Wählen Sie einen leeren Ordner oder den Namen eines noch nicht vorhandenen.
err-not-a-folder = Das ist kein Ordner: Eine Datei trägt diesen Namen oder liegt auf dem Weg dorthin.
fix-not-a-folder = Wählen Sie einen leeren Ordner oder den Namen eines noch nicht vorhandenen.
err-not-a-recipient = Für { $partner } wurde kein Paket mit diesem Dokument geschrieben: Es gibt nichts zu vermerken.
fix-not-a-recipient =
    { $recipients ->
        [none] Es wurde noch kein Paket mit diesem Dokument geschrieben.
       *[other] Pakete mit diesem Dokument wurden geschrieben für: { $recipients }.
    }
err-newer = Dieser Tresor wurde von einem neueren Programm geschrieben (Format { $format }).
fix-newer = Installieren Sie die neueste Version des Programms.
err-earlier = Dieser Tresor wurde von einem älteren Programm geschrieben (Format { $format }), dessen Format dieses nicht liest.
fix-earlier = Öffnen Sie ihn mit dem Programm, das ihn geschrieben hat, und registrieren Sie seine Dokumente in einem neuen Tresor.
err-read-only = Der Tresor kann hier nur gelesen werden, und diese Handlung muss eingetragen werden.
fix-read-only = Arbeiten Sie mit einer beschreibbaren Kopie oder lassen Sie sich das Schreibrecht geben.
err-offline = Die Server dieses Tresors sind nicht erreichbar. Listen und Suche gehen weiterhin; was eingetragen werden muss, wartet, bis sie wieder da sind.
fix-offline = Prüfen Sie die Verbindung oder fragen Sie, wer die Server betreibt, und versuchen Sie es erneut.
err-not-found =
    Hier gibt es { $kind ->
        [officer] keinen Offizier
        [identity] keine Identität
        [dossier] kein Dossier
        [document] kein Dokument
        [partner] keinen Partner
        [release] keine Freigabe
        [request] keinen Antrag
        [clearance] keine Ermächtigung
        [member] kein Mitglied
        [class] keine Klasse
        [topic] keinen Punkt
        [authority] keine Behörde
        [version] keine Fassung
        [view] keine Ansicht
        [printer] keinen Drucker
       *[other] kein { $kind }
    } „{ $name }“.
fix-not-found =
    { $kind ->
        [request] Prüfen Sie die Schreibweise: „zegelctl assent list“ zeigt die Kennungen der Anträge. Was man nicht sehen darf, wird nicht genannt.
       *[other] Prüfen Sie die Schreibweise. Was man nicht sehen darf, wird nicht genannt.
    }
err-ambiguous = Mehrere Dossiers, die Sie kennen, heißen „{ $name }“.
fix-ambiguous = Geben Sie statt der Kennung den Code des gemeinten Dossiers an. Wenn Sie nicht wissen, welches das richtige ist, fragen Sie bei seiner Leitung nach.
err-ambiguous-reference = „{ $name }“ passt zu mehreren Dokumenten: { $choices }.
fix-ambiguous-reference = Geben Sie das Aktenzeichen des gemeinten Dokuments vollständig ein, wie es hier steht.
err-exists =
    „{ $name }“ gibt es bereits ({ $kind ->
        [officer] Offizier
        [identity] Identität
        [dossier] Dossier
        [document] Dokument
        [partner] Partner
        [release] Freigabe
        [clearance] Ermächtigung
        [member] Mitglied
        [class] Klasse
        [authority] Behörde
        [printer] Drucker
       *[other] { $kind }
    }).
fix-exists = Wählen Sie einen anderen Namen.
err-state =
    { $status ->
        [same-bytes] Diese Datei ist schon die des Dokuments, Byte für Byte.
        [unchanged] Nichts würde sich ändern: Es ist schon so.
        [itself] Ein Dokument steht in keiner Beziehung zu sich selbst.
        [circle] Das andere Dokument ist für dieses schon, unmittelbar oder über andere, was dieses für jenes wäre.
       *[other] Das ist jetzt nicht möglich. Stand ({ $what ->
                [officer] Offizier
                [request] Antrag
                [clearance] Ermächtigung
                [partner] Partner
                [document] Dokument
                [text] der Text dieses Dokuments
                [marking] Kennzeichnung
                [release] Freigabe
                [roles] Rollen
                [dossier] Dossier
               *[other] { $what }
            }): { $status ->
                [active] aktiv
                [frozen] eingefroren
                [disabled] deaktiviert
                [valid] gültig
                [suspended] ausgesetzt
                [withdrawn] entzogen
                [confirmed] bestätigt
                [changed] inzwischen geändert
                [waiting] wartet auf Genehmigung
                [approved] genehmigt
                [granted] bewilligt
                [refused] abgelehnt
                [written] geschrieben
                [unchanged] dieselbe wie vorher
                [moved] inzwischen anders gekennzeichnet
                [read] bereits gelesen
                [unread] nicht gelesen
                [no-ocr] wartend: Texterkennung (tesseract) ist hier nicht installiert oder kann nicht abgeschottet werden
                [recalled] zurückgerufen
                [open] offen
                [closed] geschlossen
                [led] von jemandem geleitet
               *[other] { $status }
            }.
    }
fix-state = { $status ->
        [same-bytes] Wählen Sie die neue Datei.
        [unchanged] Geben Sie an, was anders sein soll.
        [itself] Nennen Sie ein anderes Dokument.
        [circle] Nehmen Sie zuerst jene Beziehung weg („doc relate --remove“ oder in der Leiste des anderen Dokuments), wenn diese die richtige ist.
       *[other] Sehen Sie den jetzigen Stand nach und machen Sie von dort weiter.
    }
err-list-changed = Die Liste hat sich inzwischen geändert.
fix-list-changed = Lesen Sie sie noch einmal von vorn.
err-search-incomplete = Dieses Dokument wird noch nicht nach seinem Aktenzeichen gefunden: Bisher sind { $percent } % des Protokolls erfasst.
fix-search-incomplete = Suchen Sie in einem Augenblick noch einmal, oder wählen Sie das Dokument in der Liste.
err-cancelled = Auf Wunsch abgebrochen. Was nicht fertig war, wurde nicht behalten.
fix-cancelled = Beginnen Sie neu, wann Sie möchten.
cli-batch-line-status = Zeile { $line } endete mit dem Status { $status }.
cli-batch-ended = Ende bei Zeile { $line }, wie --stop es verlangt: Was folgt, wurde nicht ausgeführt.
err-batch-stopped = Auf Wunsch abgebrochen: { $done ->
    [one] Eine Zeile wurde
   *[other] { $done } Zeilen wurden
 } ausgeführt; ab Zeile { $line } wurde nichts bis zum Ende ausgeführt.
fix-batch-stopped = Sehen Sie nach, was Zeile { $line } getan hat, und führen Sie die Zeilen ab dort noch einmal aus.
err-demo-stopped = Auf Wunsch abgebrochen: Der Übungstresor in { $path } ist nicht vollständig.
fix-demo-stopped = Entfernen Sie den Ordner und legen Sie den Übungstresor neu an.
err-bad-name =
    { $kind ->
        [request] „{ $name }“ ist nicht die Kennung eines Antrags.
        [document] „{ $name }“ ist weder die Kennung noch das Aktenzeichen eines Dokuments.
       *[other] „{ $name }“ kann hier kein Name sein ({ $kind ->
            [officer] Offizier
            [dossier] Dossier
            [partner] Partner
            [release] Freigabe
            [clearance] Ermächtigung
            [member] Mitglied
            [class] Klasse
            [printer] Drucker
           *[other] { $kind }
        }).
    }
fix-bad-name =
    { $kind ->
        [request] Siehe „zegelctl assent list“: Dort stehen die Kennungen der Anträge.
        [document] Ein Aktenzeichen hat die Form ZGL/2026/S-K7Q/0042, eine Kennung 26 Zeichen. Oder suchen Sie den Titel auf dem Bildschirm „Dokumente“.
        [printer] Ein Drucker heißt, wie CUPS ihn nennt und „lpstat -e“ zeigt: höchstens 127 Zeichen, ohne Leerzeichen, Akzente, Anführungszeichen, „/“ und „#“, mit einem Buchstaben oder einer Ziffer am Anfang.
       *[other] Verwenden Sie Buchstaben ohne Akzent, Ziffern, Punkte, Binde- und Unterstriche, höchstens 64, mit einem Buchstaben oder einer Ziffer am Anfang; für Offiziere klein. Kennungen von Dokumenten und Freigaben haben 26 Zeichen.
    }
err-missing =
    Es fehlt etwas: { $field ->
        [full_name] der vollständige Name
        [workstation] der Name des Arbeitsplatzes
        [code] der Code
        [name] der Name
        [roles] mindestens eine Rolle
        [why] der Grund
        [title] der Titel
        [subject] der Betreff
        [originator] die Ursprungsbehörde
        [paper] das Aktenzeichen des Originals auf Papier
        [purpose] der Zweck
        [certificate] das Aktenzeichen der Bescheinigung
        [authority] die Behörde
        [reference] das Aktenzeichen
        [basis] die Grundlage der Kenntnisnahme
        [recipient] der Empfänger
        [signing_key] der Signaturschlüssel
        [documents] die Dokumente
        [label] das Etikett
        [after] die Seitenmarke
        [checkpoint] der Prüfpunkt
        [contact] der Kontakt
        [agreement] die Vereinbarung
        [partner] der Partner
        [package] der Name des Pakets
        [policy] das Regelwerk
        [motive] die Begründung
        [topics] die Punkte
        [sources] die Ausgangsdokumente
       *[other] { $field }
    }.
fix-missing = Ergänzen Sie es.
err-bad-dates = Diese Daten widersprechen sich, oder der Zeitraum ist zu lang.
fix-bad-dates = Das Ende liegt nach dem Beginn; eine Ermächtigung gilt höchstens fünf Jahre.
err-move-alone = Ein anderes Dossier ist ein eigener Eintrag: Nichts anderes wird zugleich berichtigt. Es wurde nichts geändert.
fix-move-alone = Berichtigen Sie zuerst das Übrige und legen Sie das Dokument danach um.
err-unknown =
    „{ $value }“ ist nicht bekannt ({ $kind ->
        [policy] Regelwerk
        [level] Stufe
        [category] Vermerk
        [community] Gemeinschaft
        [nation] Staat
        [action] Handlung
        [topic] Punkt
       *[other] { $kind }
    }).
fix-unknown =
    { $choices ->
        [none] Wählen Sie, was das Regelwerk kennt.
       *[other] Wählen Sie aus: { $choices }.
    }
err-denied = Nicht erlaubt.
fix-denied = Bei jedem Grund steht, was zu tun ist. Die Ablehnung ist eingetragen.
err-folder-altered = Im Ordner des Tresors ist { $name } { $flaw ->
    [link] eine Verknüpfung, und in einem Tresor gibt es keine
    [size] größer, als es sein kann
    [journal] ein Journal, das anderswo eine Datei nennt
    [missing] weg, und war da
    *[kind] etwas anderes als die Datei oder der Ordner, der dorthin gehört
    }. Dadurch wurde nichts geöffnet.
fix-folder-altered = Jemand hat den Ordner verändert. Benachrichtigen Sie den Sicherheitsoffizier und stellen Sie aus einer Kopie wieder her, was dort war.
err-too-long =
    Zu lang, mehr als { $limit }: { $field ->
        [query] der gesuchte Text, in Zeichen
        [query_words] der gesuchte Text, in Wörtern
        [full_name] der vollständige Name
        [workstation] der Name des Arbeitsplatzes
        [code] der Code
        [name] der Name
        [roles] mindestens eine Rolle
        [why] der Grund
        [title] der Titel
        [subject] der Betreff
        [originator] die Ursprungsbehörde
        [paper] das Aktenzeichen des Originals auf Papier
        [purpose] der Zweck
        [motive] die Begründung
        [certificate] das Aktenzeichen der Bescheinigung
        [authority] die Behörde
        [reference] das Aktenzeichen
        [basis] die Grundlage der Kenntnisnahme
        [recipient] der Empfänger
        [signing_key] der Signaturschlüssel
        [documents] die Dokumente
        [label] das Etikett
        [after] die Seitenmarke
        [checkpoint] der Prüfpunkt
        [contact] der Kontakt
        [agreement] die Vereinbarung
        [partner] der Partner
        [package] der Name des Pakets
        [policy] das Regelwerk
        [topics] die Punkte
        [sources] die Ausgangsdokumente
        [authorities] die Behörden, für die der Tresor entscheidet
        [printers] die Liste der Drucker
       *[other] { $field }
    }.
fix-too-long = Kürzen Sie es.
err-malformed =
    Nicht lesbar als das, was es sein sollte: { $field ->
        [full_name] der vollständige Name
        [workstation] der Name des Arbeitsplatzes
        [code] der Code
        [name] der Name
        [roles] mindestens eine Rolle
        [why] der Grund
        [title] der Titel
        [subject] der Betreff
        [originator] die Ursprungsbehörde
        [paper] das Aktenzeichen des Originals auf Papier
        [to] das andere Dokument
        [relation] die Beziehung
        [purpose] der Zweck
        [certificate] das Aktenzeichen der Bescheinigung
        [authority] die Behörde
        [reference] das Aktenzeichen
        [basis] die Grundlage der Kenntnisnahme
        [recipient] der Empfänger
        [signing_key] der Signaturschlüssel
        [documents] die Dokumente
        [label] das Etikett
        [after] die Seitenmarke
        [checkpoint] der Prüfpunkt
        [contact] der Kontakt
        [agreement] die Vereinbarung
        [partner] der Partner
        [package] der Name des Pakets
        [request] der Antrag
        [policy] das Regelwerk
        [motive] die Begründung
        [topics] die Punkte
        [sources] die Ausgangsdokumente
        [copies] die Zahl der Ausfertigungen
        [pages] die Seiten
       *[other] { $field }
    }.
fix-malformed = Prüfen Sie, ob es vollständig übernommen wurde.
err-character = Ein Zeichen kann nicht aufbewahrt werden ({ $character }, an Stelle { $position }). Betroffen: { $field ->
        [title] der Titel
        [subject] der Betreff
        [originator] die Ursprungsbehörde
        [paper] das Aktenzeichen des Originals auf Papier
        [purpose] der Zweck
        [why] der Grund
        [motive] die Begründung
        [basis] die Grundlage der Kenntnisnahme
        [name] der Name
        [full_name] der vollständige Name
        [passphrase] die Passphrase
        [workstation] der Name des Arbeitsplatzes
        [code] der Code
        [text] der Text
        [authority] die Behörde
        [reference] das Aktenzeichen
        [certificate] das Aktenzeichen der Bescheinigung
        [contact] der Kontakt
        [agreement] die Vereinbarung
        [date] das Datum
        [finalised] der Tag der Fertigstellung
        [from] der Beginn
        [until] das Ende
        [review] der Tag der Überprüfung
       *[other] { $field }
    }.
fix-character = Entfernen Sie es: Es steuert ein Terminal, dreht die Schreibrichtung, bricht die Zeile um, oder niemand sieht es. Alles andere wird aufbewahrt, wie es ist.
err-implausible-date = { $date } ist nicht plausibel. Betroffen: { $field ->
        [title] der Titel
        [subject] der Betreff
        [originator] die Ursprungsbehörde
        [paper] das Aktenzeichen des Originals auf Papier
        [purpose] der Zweck
        [why] der Grund
        [motive] die Begründung
        [basis] die Grundlage der Kenntnisnahme
        [name] der Name
        [full_name] der vollständige Name
        [workstation] der Name des Arbeitsplatzes
        [code] der Code
        [authority] die Behörde
        [reference] das Aktenzeichen
        [certificate] das Aktenzeichen der Bescheinigung
        [contact] der Kontakt
        [agreement] die Vereinbarung
        [date] das Datum
        [finalised] der Tag der Fertigstellung
        [from] der Beginn
        [until] das Ende
        [review] der Tag der Überprüfung
       *[other] { $field }
    }.
fix-implausible-date = Wählen Sie einen Tag zwischen { $earliest } und { $latest }.
err-too-short =
    Zu kurz, weniger als { $limit }: { $field ->
        [motive] die Begründung
       *[other] { $field }
    }.
fix-too-short = Sagen Sie es so, dass ein anderer es beurteilen kann.

# How much of the text inside a document can be searched, and why not all of it.
text-whole = ganz
text-partial = teilweise
text-none = nein
text-recognised = Scans darin durch Texterkennung gelesen, in { $languages }: Einzelne Buchstaben können falsch sein
text-lack-picture = kein Text darin: ein Scan, ein Bild oder eine leere Datei
text-lack-kind = eine Art von Datei, die hier nicht gelesen wird
text-lack-locked = es verlangt ein eigenes Kennwort
text-lack-damaged = es konnte nicht gelesen werden: beschädigt, oder etwas anderes, als es zu sein vorgibt
text-lack-long = nicht alles: Es ist länger als das, was gelesen und aufbewahrt wird
text-lack-unread = bei der Registrierung war kein Textleser da
text-lack-pending = Scans darin werden nach der Registrierung durch Texterkennung gelesen, und sind es noch nicht
text-lack-by-two = zwei öffnen es: Einer allein würde den Text lesen
text-lack-lost = was vom Text aufbewahrt wurde, ist weg
text-lack-altered = was vom Text aufbewahrt wurde, ist verändert
text-lack-waits = sein Text ist noch nicht in Ihrem Index
text-lack-withdrawn = zurückgezogen: Niemand liest es mehr

## backup

app-pick-backup = Ordner der Sicherung wählen
ui-check-title = Prüfung des Tresors
ui-check-run = Tresor prüfen
ui-check-text = Sieht das Protokoll, die Identitäten und jedes versiegelte Dokument durch; die, deren Schlüssel Sie besitzen, werden damit erprobt. Nichts wird verändert.
ui-check-running = Die Prüfung läuft. Sie kann Minuten dauern; Sperren beendet sie.
ui-check-found =
    { $n ->
        [one] Ein Punkt ist nicht, wie er sein soll
       *[other] { $shown } Punkte sind nicht, wie sie sein sollen
    }
ui-check-more =
    { $n ->
        [one] Und ein weiterer.
       *[other] Und { $shown } weitere.
    }
ui-backup-title = Sicherung
ui-backup-text = Kopiert den Tresor in einen Ordner auf einem anderen Datenträger: einen neuen oder den der vorigen Sicherung, in den nur kopiert wird, was neu ist. Kein Dokument wird geöffnet, und alle können weiterarbeiten.
ui-backup-last = Letzte Sicherung von diesem Arbeitsplatz: { $at }, im Ordner „{ $folder }“, bis zum Eintrag { $entries } des Protokolls.
ui-backup-never = Von diesem Arbeitsplatz wurde noch keine Sicherung gemacht.
ui-backup-make = Sicherung anlegen…
ui-backup-progress = { $done } von { $total } Dateien
ui-backup-made = Gesichert, wie der Tresor am { $at } war
ui-backup-holds = Einträge im Protokoll: { $entries }. Versiegelte Dokumente: { $objects }. Insgesamt { $mib } MiB; Dateien, die noch nicht da waren: { $copied }.
ui-backup-proved = Das Protokoll wurde ganz geprüft. Versiegelte Dokumente wurden kopiert, wie sie dort liegen. Wiederhergestellt wird an dem Fenster, das ohne Tresor öffnet, oder mit zegelctl restore.
err-not-a-backup =
    { $found ->
        [nothing] Einen Ordner dieses Namens gibt es nicht.
        [file] Das ist kein Ordner.
        [incomplete] Die Sicherung in diesem Ordner ist nicht vollständig: Kein Lauf ist hier zu seinem Ende gekommen.
       *[folder] Dieser Ordner enthält keine Sicherung.
    }
fix-not-a-backup =
    { $found ->
        [incomplete] Führen Sie zegelctl backup noch einmal in denselben Ordner aus: Was kopiert ist, wird nicht noch einmal kopiert.
       *[other] Wählen Sie den Ordner mit der Datei backup.txt.
    }
err-backup-stranger = Der Ordner enthält { $name }, das zu keiner Sicherung gehört.
fix-backup-stranger = Wählen Sie einen leeren Ordner, den Namen eines noch nicht vorhandenen oder den Ordner der vorigen Sicherung dieses Tresors.
err-backup-altered =
    { $flaw ->
        [missing] { $name } fehlt in der Sicherung.
        [size] { $name } hat in der Sicherung eine andere Größe, als die Liste sagt.
        [content] { $name } wurde in der Sicherung verändert oder beschädigt.
        [link] { $name } ist in der Sicherung eine Verknüpfung, und in einer Sicherung gibt es keine.
        [format] Die Liste der Sicherung, { $name }, wurde verändert oder beschädigt.
       *[kind] { $name } ist in der Sicherung etwas anderes als die Datei oder der Ordner, der dorthin gehört.
    }
fix-backup-altered = Nichts wurde wiederhergestellt. Nehmen Sie eine andere Sicherung; eine neue wird in einem leeren Ordner angelegt. Kann es niemand erklären, benachrichtigen Sie den Sicherheitsoffizier.
err-backup-of-another = Die Sicherung in diesem Ordner ist die eines anderen Tresors, { $vault }.
fix-backup-of-another = Wählen Sie einen Ordner für diesen Tresor allein.
err-backup-ahead = Das Protokoll des Tresors setzt die { $entries } Einträge der Sicherung nicht fort: Es wurde zurückgesetzt oder umgeschrieben. Die Sicherung bleibt, wie sie ist.
fix-backup-ahead = Wurde der Tresor mit Absicht in einem älteren Zustand wiederhergestellt, sichern Sie ihn in einen leeren Ordner. Sonst benachrichtigen Sie zuerst den Sicherheitsoffizier.
err-no-room = Es ist zu wenig Platz: { $needed } MiB werden gebraucht, und { $free } MiB sind frei. Nichts wurde geändert.
fix-no-room = Schaffen Sie Platz, oder wählen Sie einen Ordner auf einem anderen Datenträger.
err-backup-lost = Das Protokoll ist seit der vorigen Sicherung nicht gewachsen, und doch fehlt dem Tresor, was sie enthält ({ $count }): { $names }. Die Sicherung bleibt, wie sie war.
fix-backup-lost = Lassen Sie den Tresor mit „zegelctl doctor“ prüfen und benachrichtigen Sie den Sicherheitsoffizier; die vorige Sicherung enthält diese Dateien noch. Ist nichts verloren, sichern Sie in einen leeren Ordner.
err-backup-exchanged = Unter denselben Namen wie in der vorigen Sicherung haben diese versiegelten Dokumente einen anderen Inhalt ({ $count }): { $names }. Neu versiegelt trügen sie andere Namen. Die Sicherung bleibt, wie sie war.
fix-backup-exchanged = Sie wurden ausgetauscht oder beschädigt. Lassen Sie den Tresor mit „zegelctl doctor --as OFFIZIER“ prüfen und benachrichtigen Sie den Sicherheitsoffizier; die vorige Sicherung enthält noch die guten.
err-backup-nested = Tresor und Sicherung liegen ineinander.
fix-backup-nested = Wählen Sie einen Ordner außerhalb des Tresors, in dem kein Tresor liegt.
err-restore-older = Der Tresor, der dort liegt, ging nach der Sicherung weiter. Einträge des Protokolls, die verloren gingen: { $entries }, seit { $since }. Versiegelte Dokumente, die die Sicherung nicht hat: { $objects }.
fix-restore-older = Sichern Sie den Tresor zuerst, oder suchen Sie eine spätere Sicherung. Wollen Sie den älteren Zustand, sagen Sie es (das Kästchen im Fenster, --older mit zegelctl): Der Tresor, der dort liegt, wird daneben behalten.
err-restore-forked = Der Tresor, der dort liegt, und die Sicherung gingen verschieden weiter. Einträge des Protokolls, die verloren gingen: { $entries }, seit { $since }. Versiegelte Dokumente, die die Sicherung nicht hat: { $objects }.
fix-restore-forked = Jemand hat in zwei Kopien gearbeitet oder ein Protokoll umgeschrieben: Benachrichtigen Sie den Sicherheitsoffizier. Wollen Sie es trotzdem, sagen Sie es (das Kästchen im Fenster, --force mit zegelctl): Der Tresor, der dort liegt, wird daneben behalten.
err-restore-unread = Das Protokoll des Tresors, der dort liegt, kann nicht gelesen werden: Niemand kann sagen, was davon verloren ginge. Versiegelte Dokumente, die die Sicherung nicht hat: { $objects }.
fix-restore-unread = Wollen Sie es trotzdem, sagen Sie es (das Kästchen im Fenster, --force mit zegelctl): Der Tresor, der dort liegt, wird daneben behalten.
cli-backed-up =
    Der Tresor ist in { $path } gesichert, wie er am { $at } war.
    Einträge im Protokoll: { $entries }. Versiegelte Dokumente: { $objects }. Insgesamt { $mib } MiB; Dateien, die noch nicht da waren: { $copied }.
cli-backup-proved = Das Protokoll wurde ganz geprüft, ohne jeden Schlüssel: jeder Hash, jede Signatur. Versiegelte Dokumente wurden kopiert, wie sie dort liegen; „zegelctl doctor --as OFFIZIER“ prüft, ob sie sich öffnen lassen.
backup-left-out = Nicht kopiert, weil es zu keinem Tresor gehört ({ $count }): { $names }
backup-changed = Diese Dateien sind nicht, was die vorige Sicherung enthielt, obwohl das Protokoll seither nicht gewachsen ist ({ $count }): { $names }
backup-gone = Die vorige Sicherung enthielt diese Dateien, und der Tresor hat sie nicht mehr ({ $count }): { $names }. Dokumente, die seither neu versiegelt wurden, tragen andere Namen.
cli-backup-part-kept = Was schon kopiert war, bleibt im Ordner der Sicherung, und der nächste Lauf setzt dort fort. Die vorige Sicherung ist, wie sie war.
backup-healed = Von der vorigen Sicherung waren diese Dateien hier beschädigt oder fehlten; sie wurden erneut kopiert ({ $count }): { $names }. Prüfen Sie den Datenträger: Er kann weitere verlieren.
cli-and-more =
    { $count ->
        [one] { $names } und eine weitere
       *[other] { $names } und { $count } weitere
    }
cli-restored =
    Der Tresor ist in { $path } wiederhergestellt, wie er am { $at } war, und wurde dort noch einmal geprüft.
    Einträge im Protokoll: { $entries }. Versiegelte Dokumente: { $objects }. Insgesamt { $mib } MiB.
cli-restored-kept = Der Tresor, der dort lag, wird als { $path } behalten. Entfernen Sie ihn, sobald ihn niemand mehr braucht.
cli-restored-memory = Die Indexe werden neu erstellt: Jeder Offizier entsperrt einmal mit --without-memory. Wo ein Arbeitsplatz mehr vom Protokoll gesehen hat, sagt er, dass es zurückgesetzt wurde: Das stimmt, und „After a backup is restored“ in docs/RECOVERY.md sagt, was zu tun ist.
cli-restore-lost = Versiegelte Dokumente, die die Sicherung nicht hat ({ $count }): { $ids }

## shared vaults

err-shared = Dieser Ordner ist ein Arbeitsplatz eines geteilten Tresors, und das geht darin nicht, oder nicht mit diesem Programm.
fix-shared = Verwenden Sie ein Programm, das mit geteilten Tresoren gebaut wurde, oder einen Tresor, der in einem Ordner liegt.
err-shared-address =
    Die Adresse { $kind ->
        [postgresql] der Datenbank
       *[objects] des Speichers der Dokumente
    } ist keine: { $why ->
        [secret] sie enthält einen Namen oder ein Kennwort, und diese gehören in die Datei mit den Geheimnissen
        [name] der Name fehlt oder enthält ein unerlaubtes Zeichen
        [host] Host oder Port sind falsch
        [endpoint] der Endpunkt muss eine https-Adresse sein
       *[form] sie hat nicht die richtige Form
    }.
fix-shared-address = Schreiben Sie postgres://HOST:PORT/DATENBANK für das Protokoll und s3://BUCKET/PREFIX?endpoint=https://HOST:PORT für die Objekte.
err-secrets-file = Die Datei mit den Geheimnissen konnte nicht gelesen werden: { os-cause }.
fix-secrets-file = Prüfen Sie den Pfad. Der Pfad der Datei wird beim Ordner aufbewahrt; wurde sie verschoben, treten Sie mit dem neuen noch einmal bei.
err-secrets-open = Andere können die Datei mit den Geheimnissen lesen, oder sie gehört jemand anderem. Nichts davon wurde verwendet.
fix-secrets-open = Machen Sie sich zum Eigentümer der Datei, lesbar nur für Sie (chmod 600), und lassen Sie Kennwörter ändern, die andere lesen konnten.
err-secrets-form = Die Datei mit den Geheimnissen hat nicht die richtige Form.
fix-secrets-form = Sie ist TOML mit database_user, database_password, access_key_id, secret_access_key und ca_file, und nichts anderem.
err-secrets-authority = Die Datei der Zertifizierungsstelle (ca_file) enthält kein lesbares Zertifikat.
fix-secrets-authority = Nennen Sie die PEM-Datei mit dem Zertifikat der Stelle, die die Zertifikate beider Server unterschrieben hat.
err-server-refused = Der Server ist da und weist diesen Benutzer ab.
fix-server-refused = Prüfen Sie Benutzer und Kennwort in der Datei mit den Geheimnissen und die Rechte auf dem Server. Unter „detail“ steht, was der Server sagte.
err-server-certificate = Der Server zeigt ein Zertifikat, das nicht von der genannten Stelle ist oder für einen anderen Namen gilt. Ihm wurde nichts gesagt.
fix-server-certificate = Vielleicht steht jemand dazwischen. Sagen Sie es dem, der die Server betreibt; machen Sie nicht weiter, bevor es geklärt ist.
err-store-unconditional = Der Speicher der Dokumente überschreibt, was da ist, obwohl es ihm untersagt wurde: Kein Tresor ist darin sicher.
fix-store-unconditional = Verwenden Sie einen Speicher, der sich an If-None-Match hält.
err-unpublished = Dort wurde kein Tresor veröffentlicht, oder die Veröffentlichung wurde abgebrochen.
fix-unpublished = Prüfen Sie beide Adressen. Wurde eine Veröffentlichung abgebrochen, führen Sie sie dort noch einmal aus, wo sie begann.
err-another-vault = Dort ist ein anderer Tresor. Nichts wurde verändert.
fix-another-vault = Prüfen Sie beide Adressen und den Ordner. Jeder Tresor hat eine eigene Datenbank und einen eigenen Platz in einem Bucket.
err-published = Der Tresor dieses Ordners ist bereits geteilt, auf anderen Servern.
fix-published = Treten Sie mit den neuen Adressen bei, wenn die Server umgezogen sind.
err-object-lost = Das versiegelte Dokument { $name } wurde in den Speicher der Dokumente übertragen und ist dort nicht mehr, oder nicht so, wie es hier liegt.
fix-object-lost = Nichts von dem, was dort fehlt oder anders ist, wurde hier entfernt. Prüfen Sie den Speicher der Dokumente und führen Sie dann denselben Befehl erneut aus.
err-not-shared = Der Tresor dieses Ordners ist nicht geteilt.
fix-not-shared = Er liegt nur in seinem Ordner; es ist nichts zu tun.
err-all-here = Alles von diesem Tresor liegt in seinem Ordner: Hier ist nichts zusätzlich aufzubewahren.
fix-all-here = Nur ein geteilter Tresor, dessen versiegelte Dokumente auf einem Server liegen, hat Kopien auf seinen Arbeitsplätzen.
err-server-failed = Der Server konnte es nicht tun.
fix-server-failed = Unter „detail“ steht, was der Server sagte. Fragen Sie den, der ihn betreibt.
cli-shared-published =
    Der Tresor { $name } ist geteilt. Dieser Ordner ist ein Arbeitsplatz davon.
    Einträge im Protokoll: { $entries }. Versiegelte Dokumente: { $objects }.
cli-shared-joined = Der Ordner { $path } ist ein Arbeitsplatz des Tresors { $name }, mit { $entries } Einträgen seines Protokolls. Bringen Sie eine Identität hierher, um darin zu arbeiten.
cli-shared-status = Einträge des Protokolls hier: { $entries }. Einträge, die der Server darüber hinaus hat: { $behind }.
cli-shared-offline = Einträge des Protokolls hier: { $entries }. Der Server des Protokolls ist seit { $since } nicht erreichbar.
cli-shared-objects-offline = Der Speicher der Dokumente ist seit { $since } nicht erreichbar.
cli-dossier-not-kept = Das Dossier { $dossier } wird nicht länger auf diesem Arbeitsplatz aufbewahrt. Kopien verschwinden, wenn ihr Platz gebraucht wird.
cli-fetched =
    { $n ->
        [0] Es war nichts zu holen.
        [one] Eine versiegelte Datei wurde geholt ({ $mb } MB).
       *[other] { $n } versiegelte Dateien wurden geholt ({ $mb } MB).
    }
cli-fetched-no-room =
    { $n ->
        [one] Für eine weitere war kein Platz. Erhöhen Sie die Grenze: „zegelctl shared cache --limit“.
       *[other] Für { $n } weitere war kein Platz. Erhöhen Sie die Grenze: „zegelctl shared cache --limit“.
    }
cli-fetched-missing =
    { $n ->
        [one] Eine liegt nicht auf dem Server. „zegelctl doctor“ sagt, welche.
       *[other] { $n } liegen nicht auf dem Server. „zegelctl doctor“ sagt, welche.
    }
cli-none-kept = Auf diesem Arbeitsplatz wird kein Dossier aufbewahrt.
cli-copies =
    { $how ->
        [off] Auf diesem Arbeitsplatz werden keine Kopien versiegelter Dokumente aufbewahrt.
        [set] Kopien versiegelter Dokumente auf diesem Arbeitsplatz: { $count }, { $mb } MB von { $limit } MB, wie festgelegt.
       *[usual] Kopien versiegelter Dokumente auf diesem Arbeitsplatz: { $count }, { $mb } MB von { $limit } MB, nach der Größe des Datenträgers.
    }
copies-altered =
    { $count ->
        [one] Eine Kopie war nicht, was versiegelt wurde, und wurde weggeworfen.
       *[other] { $count } Kopien waren nicht, was versiegelt wurde, und wurden weggeworfen.
    }
ui-keep-here = Dieses Dossier hier aufbewahren
ui-keep-here-text = Seine Dokumente, die Sie öffnen dürfen, werden im Voraus geholt, weiterhin versiegelt, und auch die, die noch kommen.
ui-kept-here = Versiegelte Dateien auf diesem Arbeitsplatz: { $here } von { $objects }, { $mb } MB.
ui-fetching = { $done } von { $total }
ui-fetched-no-room =
    { $n ->
        [one] Für eine versiegelte Datei war kein Platz. Die Grenze steht unter System.
       *[other] Für { $n } versiegelte Dateien war kein Platz. Die Grenze steht unter System.
    }
ui-fetched-missing =
    { $n ->
        [one] Eine versiegelte Datei liegt nicht auf dem Server. Benachrichtigen Sie den Sicherheitsoffizier.
       *[other] { $n } versiegelte Dateien liegen nicht auf dem Server. Benachrichtigen Sie den Sicherheitsoffizier.
    }
ui-copies-title = Kopien auf diesem Arbeitsplatz
ui-copies-text = Dokumente, die hier gelesen wurden, bleiben hier, weiterhin versiegelt, damit sie nicht noch einmal geholt werden müssen. Was am längsten nicht gebraucht wurde, verschwindet zuerst.
ui-copies-now = Versiegelte Dokumente: { $count }. Sie belegen { $mb } MB von { $limit } MB.
ui-copies-remove = Alle entfernen
ui-copies-limit = Wie viel sie belegen dürfen
ui-copies-limit-usual = Nach der Größe des Datenträgers, höchstens 10 GB
ui-copies-limit-none = Nichts: Es werden keine Kopien aufbewahrt
ui-copies-limit-gb = { $n } GB

# Before there is a vault, and a vault that becomes a shared one
app-pick-new-vault = Ordner des neuen Tresors wählen: einen neuen oder einen leeren
app-pick-workstation = Ordner dieses Arbeitsplatzes wählen: einen neuen oder einen leeren
app-pick-secrets = Datei mit den Geheimnissen wählen
ui-first-title = Zegel
ui-first-text = Noch ist kein Tresor geöffnet.
ui-first-new = Neuer Tresor
ui-first-new-text = Legt einen Tresor in einem Ordner an, und seinen ersten Offizier, der Sicherheitsoffizier ist.
ui-first-open = Einen Tresor öffnen
ui-first-open-text = Sein Ordner liegt schon hier: ein eigener Tresor oder der Arbeitsplatz eines geteilten.
ui-first-join = Einem geteilten Tresor beitreten
ui-first-join-text = Der Tresor liegt auf zwei Servern: Dieser Arbeitsplatz erhält einen Ordner mit einer geprüften Kopie seines Protokolls.
ui-first-join-not = Dieses Programm wurde ohne geteilte Tresore gebaut.
ui-first-name = Name des Tresors
ui-first-name-hint = Er ist auch der Name der Behörde, für die der Tresor entscheidet.
ui-first-full-rules = Die vollständigen Regeln vom ersten Tag an
ui-first-full-rules-hint = Was zwei Personen braucht, braucht zwei. Sonst ist es ein Übungstresor, in den nichts Echtes gehört.
ui-first-found = Ordner wählen und anlegen…
ui-first-joined = Beigetreten
ui-first-joined-text = { $name }: Einträge des Protokolls, die geprüft und übernommen wurden: { $entries }. Bringen Sie danach Ihre Identitätsdatei von dem Datenträger, auf dem Sie sie mitführen.
ui-first-made = Angelegt
ui-first-made-text = Als Nächstes öffnet sich der Tresor { $name }. Entsperren Sie ihn mit der Passphrase, die Sie gewählt haben.
ui-first-next = Öffnen
app-pick-restored = Wählen, wo der Tresor liegen soll: in einem neuen oder leeren Ordner oder in dem desselben Tresors
ui-first-restore = Eine Sicherung wiederherstellen
ui-first-restore-text = Macht aus einer Sicherung einen Tresor, in einem Ordner hier. Zuerst wird alles geprüft.
ui-restore-from = Sicherung
ui-restore-from-hint = Der Ordner, in den gesichert wurde.
ui-restore-to = Ordner des Tresors
ui-restore-to-hint = Ein neuer oder leerer, oder der desselben Tresors. Ein Tresor, der dort liegt, wird daneben unter einem anderen Namen behalten.
ui-restore-pick = Auswählen…
ui-restore-submit = Wiederherstellen
ui-restore-anyway = Trotzdem wiederherstellen
ui-restore-anyway-hint = Der Tresor, der dort liegt, wird daneben behalten.
ui-restored = { $name } ist wiederhergestellt, auf dem Stand vom { $at }
ui-restored-holds = Einträge des Protokolls: { $entries }. Versiegelte Dokumente: { $objects }. An Ort und Stelle wurde alles noch einmal geprüft.
ui-restored-kept = Der Tresor, der dort lag, wird als { $name } behalten. Entfernen Sie ihn, sobald ihn niemand mehr braucht.
ui-restored-lost = Versiegelte Dokumente, die die Sicherung nicht hat ({ $count }): { $ids }
ui-restored-memory = Jeder Offizier entsperrt einmal ohne die Erinnerung dieses Arbeitsplatzes: Der Bildschirm zum Entsperren bietet es an. Wo ein Arbeitsplatz mehr vom Protokoll gesehen hat, sagt er, dass es zurückgesetzt wurde: Das stimmt, und „After a backup is restored“ in docs/RECOVERY.md sagt, was zu tun ist.
ui-servers-database = Adresse des Protokolls
ui-servers-database-hint = postgres://HOST:PORT/DATENBANK
ui-servers-objects = Adresse der Dokumente
ui-servers-objects-hint = s3://BUCKET/PRÄFIX?endpoint=https://HOST:PORT
ui-servers-secrets = Datei mit den Geheimnissen
ui-servers-secrets-hint = Niemand sonst darf sie lesen können (Modus 600). Was darin steht, wird nirgends gezeigt.
ui-servers-secrets-pick = Wählen…
ui-servers-join = Ordner wählen und beitreten…
ui-servers-publish = Veröffentlichen
ui-errand-verify = Das Protokoll hier wird geprüft: { $done } von { $total } Einträgen
ui-errand-objects = Dokumente werden übertragen: { $done } von { $total }
ui-errand-entries = Einträge des Protokolls: { $done } von { $total }
ui-errand-remove = Dokumente werden zurückgelesen und hier entfernt: { $done } von { $total }
ui-errand-begin = Die Server werden abgefragt
ui-errand-stop = Anhalten
ui-publish-title = Geteilter Tresor
ui-publish-text = Bringt diesen Tresor auf zwei Server, damit mehrere Arbeitsplätze darin arbeiten. Dieser Ordner ist dann einer davon. Andere können bis zum Ende weiterarbeiten.
ui-publish-open = Diesen Tresor veröffentlichen…
ui-publish-dialog-text = Legen Sie zuerst eine Sicherung an. Die Datei mit den Geheimnissen ist die des Eigentümers der Datenbank; treten Sie danach mit diesem Ordner und Ihrer eigenen Datei bei. Wird es abgebrochen, veröffentlichen Sie noch einmal: Was übertragen ist, wird nicht zweimal übertragen.
ui-publish-done = Der Tresor ist geteilt
ui-publish-done-text = Einträge im Protokoll: { $entries }. Versiegelte Dokumente: { $objects }. Das Fenster öffnet sich noch einmal, auf dem geteilten Tresor; bis dahin kann hier nichts eingetragen werden.
