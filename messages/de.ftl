# Zegel — de

### words

yes = ja
no = nein
none = keine
never = nie
unknown = unbekannt
today = heute

lang-fr = Französisch
lang-nl = Niederländisch
lang-de = Deutsch
lang-en = Englisch

role-reader = Leser
role-registrar = Registrator
role-security-officer = Sicherheitsoffizier
role-release-authority = Freigabebehörde
role-auditor = Prüfer
role-custodian = Verwahrer

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ – NIET GECLASSIFICEERD
level-restricted = RESTREINT – BEPERKT
level-confidential = CONFIDENTIEL – VERTROUWELIJK
level-secret = SECRET – GEHEIM
level-top-secret = TRÈS SECRET – ZEER GEHEIM

account-active = aktiv
account-disabled = gesperrt
clearance-valid = gültig
clearance-suspended = ausgesetzt
clearance-withdrawn = entzogen
clearance-expired = abgelaufen
clearance-not-yet-valid = noch nicht gültig
dossier-open = offen
dossier-closed = geschlossen

action-open = öffnen
action-file = registrieren
action-release = freigeben
action-deliver = Schlüssel übergeben
stage-request = Antrag
stage-approve = Genehmigung
stage-write = Erstellung des Pakets
outcome-permitted = erlaubt
outcome-denied = verweigert

word-officer = Mitarbeiter
word-officers = Mitarbeiter
word-document = Dokument
word-documents = Dokumente
word-dossier = Akte
word-dossiers = Akten
word-clearance = Ermächtigung
word-clearances = Ermächtigungen
word-briefing = Sicherheitsunterweisung
word-partner = Partner
word-partners = Partner
word-release = Freigabe
word-releases = Freigaben
word-level = Stufe
word-reference = Aktenzeichen
word-title = Titel
word-subject = Betreff
word-originator = Ursprungsbehörde
word-date = Datum
word-nationality = Staatsangehörigkeit
word-exercise = ÜBUNG

count-documents = { $count ->
    [one] { $count } Dokument
   *[other] { $count } Dokumente
}
count-officers = { $count ->
    [one] { $count } Mitarbeiter
   *[other] { $count } Mitarbeiter
}
count-dossiers = { $count ->
    [one] { $count } Akte
   *[other] { $count } Akten
}
count-pages = { $count ->
    [one] { $count } Seite
   *[other] { $count } Seiten
}
count-entries = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
}
count-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
count-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}

unit-bytes = { $value } B
unit-kib = { $value } KiB
unit-mib = { $value } MiB
unit-gib = { $value } GiB

### ui

## frame

ui-close = Schließen
ui-cancel = Abbrechen
ui-retry = Erneut versuchen
ui-back = Zurück
ui-optional = freiwillig
ui-loading = Wird geladen…
ui-reason-unknown = Eine Regel steht dem entgegen ({ $code }).
ui-reason-met = Bedingung erfüllt ({ $code })
ui-reason-no = Nicht erfüllt:
ui-reason-yes = Erfüllt:
ui-problem-unknown = Der Vorgang ist fehlgeschlagen ({ $code }).
ui-problem-unknown-fix = Versuchen Sie es erneut. Bleibt der Fehler bestehen, teilen Sie diesen Code Ihrem Sicherheitsoffizier mit.
ui-exercise = EXERCICE – OEFENING
ui-session-level = Höchste Stufe der Sitzung
ui-skip = Zum Inhalt
ui-nav = Hauptnavigation
ui-nav-documents = Dokumente
ui-nav-file = Registrieren
ui-nav-release = Freigabe
ui-nav-partners = Partner
ui-nav-clearances = Ermächtigungen
ui-nav-dossiers = Dossiers
ui-nav-log = Protokoll
ui-lock = Sperren
ui-settings = Anzeige und Sprache
ui-language = Sprache
ui-theme = Darstellung
ui-theme-system = Wie das System
ui-theme-light = Hell
ui-theme-dark = Dunkel
ui-palette = Gehe zu…
ui-palette-title = Befehle und Dokumente
ui-palette-hint = Bildschirm, Befehl, Titel oder Aktenzeichen
ui-palette-screens = Bildschirme
ui-palette-commands = Befehle
ui-palette-nothing = Keine Treffer.
ui-keys = Tastenkürzel
ui-keys-palette = Zu einem Bildschirm, Befehl oder Dokument
ui-keys-lock = Sofort sperren
ui-keys-screens = Bildschirm wechseln
ui-keys-search = Ein Dokument suchen
ui-keys-rows = Durch die Liste gehen
ui-keys-open = Das gewählte Dokument öffnen
ui-keys-pages = Vorige, nächste Seite
ui-keys-zoom = Vergrößern, verkleinern, anpassen
ui-keys-file = Registrieren (Bildschirm „Registrieren“)
ui-keys-help = Diese Hilfe
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

## unlock

ui-unlock-title = Den Tresor entsperren
ui-unlock = Entsperren
ui-unlocking = Wird entsperrt…
ui-unlock-officer = Offizier
ui-unlock-choose = Wählen Sie, wer Sie sind
ui-unlock-passphrase = Passphrase
ui-unlock-show = Passphrase anzeigen
ui-unlock-hide = Passphrase verbergen
ui-unlock-caps = Die Feststelltaste ist aktiv.
ui-unlock-wait = Nächster Versuch in { $seconds } s
ui-unlock-wait-why = Nach einer falschen Passphrase muss der nächste Versuch warten.
ui-unlock-exercise = Übungstresor: nicht für klassifizierte Informationen zugelassen
ui-unlock-approved = System zugelassen bis zur Stufe { $level }
ui-unlock-approved-by = { $authority }, { $reference }, bis { $until }
ui-unlock-no-officers = Dieser Tresor hat noch keinen Offizier. Legen Sie ihn mit „zegelctl init“ an.
ui-locked-idle = Gesperrt, weil eine Weile nichts geschah.
ui-locked-suspend = Gesperrt, weil der Computer in den Ruhezustand ging.
ui-locked-crash = Vorsorglich gesperrt: das Fenster fiel aus. Was registriert war, ist nicht verloren.
ui-locked-user = Gesperrt.
ui-locked-draft = Ihr Entwurf wartet auf Sie.
ui-vault-unreadable = Der Tresor lässt sich nicht öffnen

## documents

ui-documents-search = Suchen in Titel, Betreff, Aktenzeichen, Ursprungsbehörde
ui-documents-search-label = Suchen
ui-documents-search-clear = Suche löschen
ui-documents-level = Stufe
ui-documents-any-level = Alle Stufen
ui-documents-dossier = Dossier
ui-documents-any-dossier = Alle Dossiers
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
ui-documents-clear-filters = Filter entfernen
ui-documents-choose = Wählen Sie ein Dokument, um Kennzeichnung, Verlauf und Ihren Zugang zu sehen.
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
ui-denied-title = Sie dürfen dieses Dokument nicht öffnen
ui-denied-text = Hier jeder Grund, der Sie betrifft, und was Sie tun können.
ui-denied-recorded = Diese Anfrage steht im Protokoll, wie jede Öffnung.
ui-denied-asked = Angefordert: { $what }
ui-denied-at = Entscheidung vom { $at }
ui-release-this = Freigeben…
ui-why-may = Sie dürfen es öffnen
ui-why-may-not = Sie dürfen es nicht öffnen
ui-why-because = Warum?
ui-part-about = Dokument
ui-part-history = Verlauf
ui-part-why = Zugang
ui-subject = Betreff
ui-file-name = Datei
ui-size = Größe
ui-filed = Registriert
ui-filed-by = { $at }, von { $officer }
ui-identifier = Kennung
ui-marking-fr = Auf Französisch
ui-marking-nl = Auf Niederländisch
ui-equivalents = Entsprechungen
ui-equivalents-hint = Zur Information: maßgeblich ist allein die ursprüngliche Kennzeichnung.
ui-label-xml = ADatP-4774-Etikett
ui-releasable-own = Nur Belgien
ui-history-empty = Nichts anzuzeigen.
ui-history-note = Was Sie über die Nutzung dieses Dokuments wissen dürfen.
ui-viewer-pages = Seiten
ui-viewer-page = Seite { $n } von { $of }
ui-viewer-of = / { $of }
ui-viewer-goto = Zur Seite
ui-viewer-previous = Vorige Seite
ui-viewer-next = Nächste Seite
ui-viewer-zoom-in = Vergrößern
ui-viewer-zoom-out = Verkleinern
ui-viewer-zoom-fit = An Breite anpassen
ui-viewer-zoom-level = { $percent } %
ui-viewer-panel = Kennzeichnung, Verlauf, Zugang
ui-viewer-thumbs = Seitenübersicht
ui-viewer-failed = Diese Seite kann nicht angezeigt werden.
ui-viewer-close = Dokument schließen

## file

ui-file-title = Ein Dokument registrieren
ui-file-files = Dateien
ui-file-drop = Dateien hierher ziehen
ui-file-drop-now = Loslassen, um diese Dateien hinzuzufügen
ui-file-drop-hint = Sie werden verschlüsselt, bevor sie geschrieben werden; das Original bleibt, wo es ist.
ui-file-pick = Dateien wählen…
ui-file-pick-more = Hinzufügen…
ui-file-remove = { $name } entfernen
ui-file-name-title = Titel von { $name }
ui-file-register = Eintrag ins Register
ui-file-dossier-choose = Wählen Sie das Dossier
ui-file-no-dossiers = Sie gehören keinem Dossier an. Bitten Sie einen Sicherheitsoffizier, eines anzulegen oder Sie aufzunehmen.
ui-file-policy = Regelwerk
ui-file-level-hint = Nach dem Inhalt zu wählen: es wird keine Stufe vorgeschlagen.
ui-file-not-from-here = Hier nicht möglich
ui-file-releasability = Freigegeben für
ui-file-releasability-none = Nichts gewählt: nur Belgien.
ui-file-releasability-none-other = Nichts gewählt: die Nationen des Regelwerks { $policy }.
ui-file-search-values = Land oder Gemeinschaft
ui-file-handling = Behandlung
ui-file-restrictive-hint = Beschränkt den Zugang: der Leser muss dies besitzen.
ui-file-informative-hint = Hinweis, ohne Wirkung auf den Zugang.
ui-file-legal-from = Ab { $level }
ui-file-level-first = Wählen Sie zuerst die Stufe.
ui-file-last-marking = Vermerke des letzten Dokuments dieses Dossiers übernehmen: { $what }
ui-file-preview = Kennzeichnung, die sich ergibt
ui-file-preview-none = Wählen Sie eine Stufe: die Kennzeichnung erscheint hier.
ui-file-portion = Absatzkennzeichen
ui-file-originator-hint = Die Behörde, unter der das Dokument entstand.
ui-file-date = Datum des Dokuments
ui-file-submit = { $n -> 
    [one] Registrieren 
    *[other] { $n } Dokumente registrieren 
    }
ui-file-missing = Es fehlt noch: { $what }.
ui-file-missing-files = eine Datei
ui-file-missing-dossier = das Dossier
ui-file-missing-level = die Stufe
ui-file-missing-title = der Titel
ui-file-missing-originator = die Ursprungsbehörde
ui-file-missing-date = das Datum
ui-file-missing-marking = eine zulässige Kennzeichnung
ui-file-progress = { $done } von { $total }: { $name }
ui-file-stop = Nach diesem anhalten
ui-file-done = { $n -> 
    [one] Dokument registriert 
    *[other] { $n } Dokumente registriert 
    }
ui-file-done-text = Das Aktenzeichen ist für immer vergeben.
ui-file-show = Im Register zeigen
ui-file-clear = Formular leeren
ui-file-lost = Die vor der Sperre gewählten Dateien sind nicht mehr zugänglich: wählen Sie sie erneut.
ui-date-hint = Zum Beispiel 22.11.2026
ui-date-wrong = Das ist kein Datum: schreiben Sie Tag.Monat.Jahr.
ui-date-today = Heute
ui-date-years = { $n -> 
    [one] { $n } Jahr 
    *[other] { $n } Jahre 
    }
ui-file-value = { $name }: { $label }

## release

ui-release-title = Freigabe an einen Partner
ui-release-tab-prepare = Vorbereiten
ui-release-tab-requests = Anträge
ui-release-partner = Partner
ui-release-partner-choose = Wählen Sie, an wen
ui-release-no-partners = Noch ist kein Partner eingetragen.
ui-release-add-document = Dokument hinzufügen: Titel oder Aktenzeichen
ui-release-purpose = Zweck der Freigabe
ui-release-decisions = Entscheidung je Dokument
ui-release-decisions-empty = Wählen Sie Partner und Dokumente: die Entscheidung erscheint hier sofort.
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
ui-release-missing-refused = Entfernen, was nicht freigegeben werden darf
ui-release-contents = Inhalt
ui-release-key = Schlüssel des Empfängers
ui-release-requests-empty = Keine Anträge
ui-release-requests-empty-text = Freigabeanträge, die Sie sehen dürfen, erscheinen hier.
ui-release-status-waiting = Wartet auf Genehmigung
ui-release-status-approved = Genehmigt, noch nicht geschrieben
ui-release-status-written = Paket geschrieben
ui-release-status-recalled = Zurückgerufen
ui-release-requested-by = Beantragt von { $officer }, { $at }
ui-release-approved-by = Genehmigt von { $officer }, { $at }
ui-release-written-at = Geschrieben am { $at }
ui-release-approve = Genehmigen…
ui-release-approve-title = Freigabe genehmigen
ui-release-approve-text = Ihr Name wird als der der zweiten Person eingetragen. Prüfen Sie, was hinausgeht.
ui-release-approve-type = Geben Sie { $partner } ein, um zu bestätigen
ui-release-approve-submit = Genehmigen
ui-release-approved-toast = Freigabe genehmigt.
ui-release-why-not = Warum ich nicht genehmigen kann
ui-release-write = Paket schreiben…
ui-release-written-toast = Paket geschrieben: { $name }
ui-release-recall = Zurückrufen…
ui-release-recall-title = Freigabe zurückrufen
ui-release-recall-text = Ein bereits übergebenes Paket kommt nicht von selbst zurück: benachrichtigen Sie auch den Partner.
ui-release-recall-submit = Zurückrufen
ui-release-recalled-toast = Freigabe zurückgerufen.
ui-release-hidden-document = Dokument, das Sie nicht sehen dürfen
ui-why = Warum?
ui-why-label = Grund, wird protokolliert
ui-partners-title = Partnerdienste
ui-partners-empty = Keine Partner
ui-partners-empty-text = Fügen Sie einen Dienst mit seinem Schlüssel und dem zugrunde liegenden Abkommen hinzu.
ui-partner-add = Partner hinzufügen…
ui-partner-add-title = Partner hinzufügen
ui-partner-add-submit = Hinzufügen
ui-partner-added = { $id } ist hinzugefügt. Bestätigen Sie den Schlüssel vor jeder Freigabe.
ui-partner-id = Kennung
ui-partner-id-hint = Kurz, ohne Leerzeichen: sie steht später im Protokoll.
ui-partner-name = Name
ui-partner-nation = Nation
ui-partner-nation-hint = Drei Buchstaben, zum Beispiel FRA
ui-partner-communities = Gemeinschaften
ui-partner-contact = Kontakt
ui-partner-recipient = Empfangsschlüssel (age)
ui-partner-recipient-hint = Beginnt mit age1; age1pq widersteht auch dem Quantencomputer.
ui-partner-ceiling = Obergrenze
ui-partner-agreement = Abkommen
ui-partner-until = Gültig bis
ui-partner-no-agreement = Kein Abkommen eingetragen
ui-partner-fingerprint = Fingerabdruck
ui-partner-confirmed = Schlüssel bestätigt
ui-partner-unconfirmed = Schlüssel zu bestätigen
ui-partner-pq = Post-Quanten
ui-partner-classic = Klassisch
ui-partner-confirm = Schlüssel bestätigen…
ui-partner-confirm-title = Schlüssel von { $name } bestätigen
ui-partner-confirm-text = Rufen Sie den Partner unter einer Ihnen schon bekannten Nummer an, lassen Sie sich den Fingerabdruck vorlesen und tippen Sie, was Sie hören. Er steht hier nicht: Was man prüft, schreibt man nicht ab.
ui-partner-confirm-heard = Gehörter Fingerabdruck
ui-partner-confirm-submit = Bestätigen
ui-partner-confirmed-toast = Der Schlüssel von { $id } ist bestätigt.

### policy

# Reasons against, each with what to do. They speak of the asker and of the partner whom the asker chose, never of the document’s level, categories, dossier or audience.

reason-account-disabled = Das Konto ist gesperrt.
reason-account-disabled-fix = An den Sicherheitsoffizier wenden.
reason-clearance-missing = Dieses Dokument verlangt eine Sicherheitsermächtigung; für sein Geheimschutzregime ist keine eingetragen.
reason-clearance-missing-fix = Eine Ermächtigung durch den Sicherheitsoffizier eintragen lassen.
reason-clearance-withdrawn = Die Sicherheitsermächtigung wurde entzogen.
reason-clearance-withdrawn-fix = An den Sicherheitsoffizier wenden: Es bedarf eines neuen Beschlusses der Sicherheitsbehörde.
reason-clearance-suspended = Die Sicherheitsermächtigung ist ausgesetzt.
reason-clearance-suspended-fix = Das Ende der Aussetzung abwarten oder sich an den Sicherheitsoffizier wenden.
reason-clearance-not-yet-valid = Die Sicherheitsermächtigung gilt erst ab dem { $from }.
reason-clearance-not-yet-valid-fix = Bis zu diesem Tag warten.
reason-clearance-expired = Die Sicherheitsermächtigung ist am { $until } abgelaufen.
reason-clearance-expired-fix = Ihre Erneuerung beim Sicherheitsoffizier beantragen.
reason-clearance-level = Die Sicherheitsermächtigung reicht nicht bis zur Stufe dieses Dokuments.
reason-clearance-level-fix = Falls die Aufgabe es verlangt, beim Sicherheitsoffizier eine höhere Ermächtigung beantragen.
reason-category-missing = Dieses Dokument trägt einen einschränkenden Vermerk, den die Ermächtigung nicht abdeckt.
reason-category-missing-fix = Beim Sicherheitsoffizier erfragen, welche Vermerke die Aufgabe rechtfertigt.
reason-group-missing = Dieses Dokument ist Gruppen vorbehalten, von denen die Ermächtigung keine nennt.
reason-group-missing-fix = Beim Sicherheitsoffizier erfragen, zu welchen Gruppen die Aufgabe Zugang gibt.
reason-briefing-missing = Für das Geheimschutzregime dieses Dokuments ist keine Sicherheitsunterweisung eingetragen.
reason-briefing-missing-fix = Sich vom Sicherheitsoffizier unterweisen lassen.
reason-briefing-not-yet-given = Die Sicherheitsunterweisung findet erst am { $date } statt.
reason-briefing-not-yet-given-fix = Bis zu diesem Tag warten oder den Sicherheitsoffizier um eine frühere Unterweisung bitten.
reason-briefing-level = Die Sicherheitsunterweisung deckt die Stufe dieses Dokuments nicht ab.
reason-briefing-level-fix = Sich vom Sicherheitsoffizier für eine höhere Stufe unterweisen lassen.
reason-nationality-excluded = Dieses Dokument darf einer Person mit der Staatsangehörigkeit { $nationality } nicht zugänglich gemacht werden.
reason-nationality-excluded-fix = Nur die Ursprungsbehörde kann die Verbreitung erweitern; sich über den Sicherheitsoffizier an sie wenden.
reason-need-to-know-missing = Für dieses Dokument ist die Notwendigkeit der Kenntnisnahme an diesem Tag nicht festgestellt.
reason-need-to-know-missing-fix = Falls die Aufgabe es verlangt, sie vom Verantwortlichen des Vorgangs feststellen lassen.
reason-approval-expired = Die Zulassung dieses Systems für Verschlusssachen ist abgelaufen.
reason-approval-expired-fix = Ihre Verlängerung durch den Sicherheitsoffizier eintragen lassen.
reason-approval-ceiling = Dieses System ist für die Stufe dieses Dokuments nicht zugelassen.
reason-approval-ceiling-fix = Dieses Dokument in einem für seine Stufe zugelassenen System bearbeiten.
reason-dossier-closed = Die gewählte Akte ist geschlossen; sie nimmt keine Dokumente mehr auf.
reason-dossier-closed-fix = Eine andere Akte wählen oder diese vom Verantwortlichen wieder öffnen lassen.
reason-release-authority-required = Diesen Schritt darf nur eine Freigabebehörde vornehmen.
reason-release-authority-required-fix = Den Antrag einer Freigabebehörde vorlegen.
reason-own-request = Auf dieser Stufe genehmigt niemand den eigenen Antrag.
reason-own-request-fix = Den Antrag von einer anderen Freigabebehörde genehmigen lassen.
reason-partner-inactive = Der Partner { $partner } ist nicht mehr aktiv.
reason-partner-inactive-fix = Einen anderen Partner wählen oder diesen vom Sicherheitsoffizier wieder aktivieren lassen.
reason-partner-unconfirmed = Die Schlüssel des Partners { $partner } sind nicht bestätigt.
reason-partner-unconfirmed-fix = Den Fingerabdruck auf anderem Weg mit dem Partner vergleichen und dann bestätigen.
reason-agreement-missing = Mit dem Partner { $partner } ist kein Abkommen eingetragen.
reason-agreement-missing-fix = Das Abkommen eintragen lassen, auf dem der Austausch beruht.
reason-agreement-expired = Das Abkommen mit dem Partner { $partner } ist am { $until } abgelaufen.
reason-agreement-expired-fix = Seine Verlängerung vor jedem Austausch eintragen lassen.
reason-partner-ceiling =
    Der Partner { $partner } darf dieses Dokument nicht erhalten: Seine Obergrenze ist { $ceiling ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Einen Auszug einer zulässigen Stufe freigeben oder die Obergrenze anheben lassen, falls das Abkommen es erlaubt.
reason-partner-excluded = Dieses Dokument darf für den Partner { $partner } ({ $nation }) nicht freigegeben werden.
reason-partner-excluded-fix = Die Ursprungsbehörde um eine weitere Verbreitung bitten oder einen freigebbaren Auszug verwenden.
reason-consent-missing = Die vorherige Zustimmung der Ursprungsbehörde ist erforderlich, und es liegt keine bei.
reason-consent-missing-fix = Diese Zustimmung einholen und ihr Aktenzeichen im Antrag angeben.
reason-consent-not-yet-valid = Die Zustimmung der Ursprungsbehörde gilt erst ab dem { $from }.
reason-consent-not-yet-valid-fix = Bis zu diesem Tag warten.
reason-consent-expired = Die Zustimmung der Ursprungsbehörde ist am { $until } abgelaufen.
reason-consent-expired-fix = Eine neue Zustimmung einholen und ihr Aktenzeichen angeben.
reason-undecidable = Eine Entscheidung ist nicht möglich: Eine nötige Angabe ist nicht lesbar; der Zugang ist daher verweigert.
reason-undecidable-fix = Dem Sicherheitsoffizier melden, der Kennzeichnung, Ermächtigungen und Unterweisungen prüfen lässt.

# What was looked at and held: the same words whatever the document.

held-account = Das Konto ist aktiv.
held-clearance = Die Sicherheitsermächtigung genügt, oder es ist keine nötig.
held-categories = Jeder einschränkende Vermerk ist abgedeckt.
held-groups = Keine verlangte Gruppe fehlt.
held-briefing = Die Sicherheitsunterweisung genügt, oder es ist keine nötig.
held-nationality = Die Staatsangehörigkeit ist zugelassen.
held-need-to-know = Die Notwendigkeit der Kenntnisnahme ist festgestellt.
held-approval = Das System ist für dieses Dokument geeignet.
held-dossier = Die Akte nimmt Dokumente auf.
held-release-role = Die Aufgabe erlaubt diesen Schritt.
held-second-person = Niemand genehmigt den eigenen Antrag, wo es zwei Personen braucht.
held-partner = Der Partner ist aktiv und seine Schlüssel sind bestätigt.
held-agreement = Ein Abkommen mit dem Partner ist in Kraft.
held-partner-ceiling = Der Partner darf diese Stufe erhalten.
held-partner-audience = Das Dokument darf für den Partner freigegeben werden.
held-consent = Die Ursprungsbehörde stimmt zu oder muss nicht befragt werden.
held-legible = Die Kennzeichnung ist lesbar und bekannt.

### app
app-pick-files = Zu registrierende Dokumente auswählen
app-pick-folder = Auswählen, wohin das Paket geschrieben wird
app-pick-vault = Ordner des Tresors auswählen
app-no-display = es gibt keinen Bildschirm für ein Fenster. Verwenden Sie zegelctl.
err-already-open = Dieser Tresor ist bereits in einem anderen Fenster geöffnet.
fix-already-open = Wechseln Sie zu jenem Fenster oder schließen Sie es zuerst.
err-internal = Im Programm selbst ist ein Fehler aufgetreten.
fix-internal = Versuchen Sie es noch einmal; geschieht es wieder, sagen Sie Ihrem Administrator, was Sie gerade taten.
err-locked = Der Tresor ist verriegelt.
fix-locked = Entriegeln Sie ihn und versuchen Sie es noch einmal.
err-no-folder = Den Ordner „{ $folder }“ gibt es nicht.
fix-no-folder = Prüfen Sie den Pfad, mit dem das Programm gestartet wurde.
err-no-window = Das Fenster kann nicht geöffnet werden: { $cause }.
fix-no-window = Prüfen Sie, ob WebKitGTK 4.1 installiert ist.
err-not-open = Dieses Dokument ist nicht mehr geöffnet.
fix-not-open = Öffnen Sie es noch einmal.
err-not-picked = Diese Datei gehört nicht mehr zu den ausgewählten.
fix-not-picked = Wählen Sie sie noch einmal aus.

### zegelctl and release

cli-demo-made = Übungstresor in { $path }: { $officers } Mitarbeiter, { $documents } Dokumente. Passphrase von allen: { $passphrase }
err-unknown-place = „{ $place }“ ist kein Ort einer Kennzeichnung.
fix-unknown-place = Zum Beispiel: page-top, page-bottom, portion, document-start.
err-usage = Dieser Befehl ist nicht lesbar.
fix-usage = Siehe zegelctl --help.
cli-ask-passphrase = Passphrase von { $officer }:
cli-ask-new-passphrase = Neue Passphrase von { $officer }:
cli-ask-again = Noch einmal, für { $officer }:
cli-none = Nichts anzuzeigen.
cli-col-id = Name
cli-col-name = Voller Name
cli-col-nationality = Land
cli-col-roles = Rollen
cli-col-status = Stand
cli-col-clearances = Ermächtigungen
cli-col-policy = Regelwerk
cli-col-level = Stufe
cli-col-certificate = Bescheinigung
cli-col-until = Bis
cli-col-title = Titel
cli-col-lead = Leitung
cli-col-members = Mitglieder
cli-col-ceiling = Obergrenze
cli-col-agreement = Abkommen
cli-col-key = Schlüssel
cli-col-fingerprint = Fingerabdruck
cli-col-index = Nr.
cli-col-at = Zeitpunkt
cli-col-officer = Mitarbeiter
cli-col-action = Handlung
cli-col-subject = Gegenstand
cli-col-detail = Einzelheiten
cli-col-reference = Aktenzeichen
cli-col-marking = Kennzeichnung
cli-col-originator = Herausgeber
cli-col-date = Datum
cli-col-dossier = Dossier
cli-col-file = Datei
cli-col-filed = Registriert
cli-col-partner = Partner
cli-col-documents = Dokumente
cli-col-from = Von
cli-col-class = Klasse
cli-col-requested-by = Beantragt von
cli-col-approved-by = Genehmigt von
cli-init-done = Der Tresor „{ $name }“ ist angelegt. Erster Mitarbeiter: { $officer }.
cli-officer-added = Mitarbeiter { $officer } ist eingetragen.
cli-officer-disabled = Das Konto von { $officer } ist gesperrt.
cli-active = aktiv
cli-disabled = gesperrt
cli-clearance-granted = Ermächtigung { $level } für { $officer } erteilt, bis { $until }.
cli-clearance-suspended = Die Ermächtigung { $policy } von { $officer } ist ausgesetzt.
cli-clearance-valid = Die Ermächtigung { $policy } von { $officer } gilt wieder.
cli-clearance-withdrawn = Die Ermächtigung { $policy } von { $officer } ist entzogen.
cli-status-valid = gültig
cli-status-suspended = ausgesetzt
cli-status-withdrawn = entzogen
cli-status-expired = abgelaufen
cli-status-future = künftig
cli-renewal-due = Verlängerung zu beantragen
cli-no-approval = Keine Genehmigung: Übungstresor. EXERCICE – OEFENING
cli-approval = Genehmigt von { $authority } ({ $reference }) bis Stufe { $level }, bis { $until }.
cli-briefing-recorded = Unterweisung { $level } von { $officer } eingetragen.
cli-dossier-created = Das Dossier { $dossier } ist eröffnet.
cli-member-added = { $officer } gehört zum Dossier { $dossier }.
cli-member-removed = { $officer } gehört nicht mehr zum Dossier { $dossier }.
cli-filed = Registriert unter { $reference } ({ $id }).
cli-opened = Nach { $path } geschrieben ({ $bytes } Byte). Diese Datei ist nicht mehr durch Zegel geschützt.
cli-permitted = Erlaubt.
cli-not-permitted = Verweigert.
cli-partner-added = Partner { $partner } ist eingetragen. Zu vergleichender Fingerabdruck: { $fingerprint }
cli-partner-confirmed = Der Fingerabdruck von { $partner } ist bestätigt.
cli-confirmed = bestätigt
cli-unconfirmed = zu bestätigen
cli-release-requested = Weitergabe beantragt: { $release }
cli-release-approved = genehmigt
cli-release-waiting = wartet
cli-release-written = geschrieben
cli-release-recalled = zurückgerufen
cli-release-written-to = Paket geschrieben: { $path }
cli-verified = Das Protokoll ist vollständig: { $entries } Einträge, Wurzel { $root }
cli-label-valid = Das Etikett ist gültig.
cli-label-invalid = Das Etikett ist nicht gültig.
err-no-vault = Es ist kein Tresor angegeben.
fix-no-vault = Geben Sie --vault ORDNER an oder setzen Sie ZEGEL_VAULT.
err-no-officer = Es ist nicht gesagt, wer handelt.
fix-no-officer = Geben Sie --as MITARBEITER an.
err-no-passphrase = Hier kann keine Passphrase erfragt werden.
fix-no-passphrase = Geben Sie --passphrase-file DATEI an oder arbeiten Sie in einem Terminal.
err-passphrases-differ = Die beiden Passphrasen sind verschieden.
fix-passphrases-differ = Beginnen Sie von vorn; nichts wurde geändert.
err-file = Die Datei { $path } konnte nicht gelesen oder geschrieben werden: { $cause }
fix-file = Prüfen Sie Pfad, Rechte und freien Platz.
err-file-too-large = Die Datei { $path } ist größer als { $limit } Byte.
fix-file-too-large = Prüfen Sie, ob es die gemeinte Datei ist.
err-is-a-folder = { $path } ist ein Ordner.
fix-is-a-folder = Geben Sie --recursive an, um seinen ganzen Inhalt zu registrieren.
err-folder-too-deep = Die Ordner unter { $path } sind zu tief verschachtelt.
fix-folder-too-deep = Registrieren Sie sie in Teilen.
err-unknown-role = „{ $role }“ ist keine Rolle.
fix-unknown-role = Wählen Sie aus reader, registrar, security-officer, release-authority, auditor.
err-unknown-level = „{ $level }“ ist keine Stufe.
fix-unknown-level = Zum Beispiel: RESTREINT, CONFIDENTIEL, SECRET, TRES SECRET.
err-unknown-policy = Das Regelwerk „{ $policy }“ ist nicht bekannt.
fix-unknown-policy = Wählen Sie BEL, NATO oder EU, oder geben Sie eine SPIF-Datei an, wo das erlaubt ist.
err-no-level = Es ist keine Stufe angegeben.
fix-no-level = Geben Sie --level STUFE oder --label label.xml an: Eine Stufe wird nicht geraten.
err-bad-time = „{ $value }“ ist weder Datum noch Zeitpunkt.
fix-bad-time = Schreiben Sie 2026-05-04 oder 2026-05-04T08:00:00Z.
err-bad-consent = „{ $value }“ ist nicht als Zustimmung lesbar.
fix-bad-consent = Schreiben Sie STELLE:AKTENZEICHEN oder DOKUMENT=STELLE:AKTENZEICHEN.
err-bad-line = Diese Zeile ist nicht lesbar.
fix-bad-line = Prüfen Sie die Anführungszeichen; ein Befehl je Zeile.
err-not-in-batch = Dieser Befehl gehört nicht in eine Folge.
fix-not-in-batch = Führen Sie ihn einzeln aus.
err-unwritable = Die Antwort konnte nicht geschrieben werden.
fix-unwritable = Melden Sie es mit dem verwendeten Befehl.
err-output-closed = Die Standardausgabe ist geschlossen.
fix-output-closed = Was getan war, bleibt getan; sehen Sie im Protokoll nach.
err-not-hardened = Der Prozess konnte nicht gegen Speicherabzüge geschützt werden.
fix-not-hardened = Entfernen Sie AGEDEBUG aus der Umgebung und versuchen Sie es erneut.
err-package-exists = Ein Paket dieses Namens liegt schon dort.
fix-package-exists = Wählen Sie einen anderen Ordner.
err-package-folder = Das Paket konnte nicht geschrieben werden: { $cause }
fix-package-folder = Prüfen Sie Ordner, Rechte und freien Platz und versuchen Sie es erneut.
err-package = Das Paket konnte nicht zusammengestellt werden: { $cause }
fix-package = Nichts ist hinausgegangen. Melden Sie es mit der Nummer der Weitergabe.
err-label = Etikett, Ermächtigung oder Regelwerk ist nicht lesbar: { $cause }
fix-label = Berichtigen Sie die Datei in der genannten Zeile.
cover-title = Begleitblatt
cover-for = Empfänger
cover-from = Von
cover-release = Weitergabe
cover-at = Datum
cover-purpose = Verwendungszweck
cover-agreement = Abkommen
cover-requested-by = Beantragt von
cover-approved-by = Genehmigt von
cover-key = Signaturschlüssel
cover-documents = Dokumente
cover-number = Nr.
cover-consent = Zustimmung
cover-rules = Zu beachten
cover-rule-marking = Jedes Dokument behält seine Kennzeichnung. Eine Entsprechung darf daneben stehen, nie an ihrer Stelle.
cover-rule-third = Keine Weitergabe an Dritte ohne schriftliche Zustimmung des Herausgebers.
cover-rule-check = Vergleichen Sie die Hashwerte des Manifests mit den Dateien und den Signaturschlüssel mit dem, den Sie auf anderem Weg erhalten haben.
