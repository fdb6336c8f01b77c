# Zegel — fr

### words

yes = oui
no = non
none = aucun
never = jamais
unknown = inconnu
today = aujourd’hui

lang-fr = français
lang-nl = néerlandais
lang-de = allemand
lang-en = anglais

role-reader = lecteur
role-registrar = greffier
role-security-officer = officier de sécurité
role-release-authority = autorité de communication
role-auditor = contrôleur
role-custodian = dépositaire

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ
level-restricted = RESTREINT
level-confidential = CONFIDENTIEL
level-secret = SECRET
level-top-secret = TRÈS SECRET

account-active = actif
account-disabled = désactivé
clearance-valid = valable
clearance-suspended = suspendue
clearance-withdrawn = retirée
clearance-expired = expirée
clearance-not-yet-valid = pas encore valable
dossier-open = ouvert
dossier-closed = clôturé

action-open = ouvrir
action-file = enregistrer
action-release = communiquer
action-deliver = remettre la clé
stage-request = demande
stage-approve = approbation
stage-write = préparation du paquet
outcome-permitted = permis
outcome-denied = refusé

word-officer = agent
word-officers = agents
word-document = document
word-documents = documents
word-dossier = dossier
word-dossiers = dossiers
word-clearance = habilitation
word-clearances = habilitations
word-briefing = briefing de sécurité
word-partner = partenaire
word-partners = partenaires
word-release = communication
word-releases = communications
word-level = niveau
word-reference = référence
word-title = titre
word-subject = objet
word-originator = autorité d’origine
word-date = date
word-nationality = nationalité
word-exercise = EXERCICE

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-officers = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
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
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
count-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
count-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}

unit-bytes = { $value } o
unit-kib = { $value } Kio
unit-mib = { $value } Mio
unit-gib = { $value } Gio
