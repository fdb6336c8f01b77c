# Zegel — nl

### words

yes = ja
no = nee
none = geen
never = nooit
unknown = onbekend
today = vandaag

lang-fr = Frans
lang-nl = Nederlands
lang-de = Duits
lang-en = Engels

role-reader = lezer
role-registrar = registerhouder
role-security-officer = veiligheidsofficier
role-release-authority = vrijgaveautoriteit
role-auditor = controleur
role-custodian = bewaarder

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NIET GECLASSIFICEERD
level-restricted = BEPERKT
level-confidential = VERTROUWELIJK
level-secret = GEHEIM
level-top-secret = ZEER GEHEIM

account-active = actief
account-disabled = uitgeschakeld
clearance-valid = geldig
clearance-suspended = geschorst
clearance-withdrawn = ingetrokken
clearance-expired = verlopen
clearance-not-yet-valid = nog niet geldig
dossier-open = open
dossier-closed = afgesloten

action-open = openen
action-file = registreren
action-release = vrijgeven
action-deliver = sleutel overhandigen
stage-request = aanvraag
stage-approve = goedkeuring
stage-write = aanmaak van het pakket
outcome-permitted = toegestaan
outcome-denied = geweigerd

word-officer = medewerker
word-officers = medewerkers
word-document = document
word-documents = documenten
word-dossier = dossier
word-dossiers = dossiers
word-clearance = machtiging
word-clearances = machtigingen
word-briefing = veiligheidsbriefing
word-partner = partner
word-partners = partners
word-release = vrijgave
word-releases = vrijgaven
word-level = niveau
word-reference = referentie
word-title = titel
word-subject = onderwerp
word-originator = autoriteit van oorsprong
word-date = datum
word-nationality = nationaliteit
word-exercise = OEFENING

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}
count-officers = { $count ->
    [one] { $count } medewerker
   *[other] { $count } medewerkers
}
count-dossiers = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
count-pages = { $count ->
    [one] { $count } bladzijde
   *[other] { $count } bladzijden
}
count-entries = { $count ->
    [one] { $count } inschrijving
   *[other] { $count } inschrijvingen
}
count-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
count-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}

unit-bytes = { $value } B
unit-kib = { $value } KiB
unit-mib = { $value } MiB
unit-gib = { $value } GiB
