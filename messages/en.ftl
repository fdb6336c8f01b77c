# Zegel — en

### words

yes = yes
no = no
none = none
never = never
unknown = unknown
today = today

lang-fr = French
lang-nl = Dutch
lang-de = German
lang-en = English

role-reader = reader
role-registrar = registrar
role-security-officer = security officer
role-release-authority = release authority
role-auditor = auditor
role-custodian = custodian

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ – NIET GECLASSIFICEERD
level-restricted = RESTREINT – BEPERKT
level-confidential = CONFIDENTIEL – VERTROUWELIJK
level-secret = SECRET – GEHEIM
level-top-secret = TRÈS SECRET – ZEER GEHEIM

account-active = active
account-disabled = disabled
clearance-valid = valid
clearance-suspended = suspended
clearance-withdrawn = withdrawn
clearance-expired = expired
clearance-not-yet-valid = not yet valid
dossier-open = open
dossier-closed = closed

action-open = open
action-file = file
action-release = release
action-deliver = deliver the key
stage-request = request
stage-approve = approval
stage-write = making the package
outcome-permitted = permitted
outcome-denied = denied

word-officer = officer
word-officers = officers
word-document = document
word-documents = documents
word-dossier = dossier
word-dossiers = dossiers
word-clearance = clearance
word-clearances = clearances
word-briefing = security briefing
word-partner = partner
word-partners = partners
word-release = release
word-releases = releases
word-level = level
word-reference = reference
word-title = title
word-subject = subject
word-originator = originator
word-date = date
word-nationality = nationality
word-exercise = EXERCISE

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-officers = { $count ->
    [one] { $count } officer
   *[other] { $count } officers
}
count-dossiers = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
count-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}

unit-bytes = { $value } B
unit-kib = { $value } KiB
unit-mib = { $value } MiB
unit-gib = { $value } GiB
