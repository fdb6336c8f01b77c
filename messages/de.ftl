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
