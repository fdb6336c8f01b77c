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

### ui

## frame

ui-close = Fermer
ui-cancel = Annuler
ui-retry = Réessayer
ui-back = Retour
ui-optional = facultatif
ui-loading = Chargement…
ui-more = Plus
ui-none = Aucun
ui-reason-unknown = Une règle s’y oppose ({ $code }).
ui-reason-met = Condition remplie ({ $code })
ui-reason-no = Non rempli :
ui-reason-yes = Rempli :
ui-problem-unknown = L’opération a échoué ({ $code }).
ui-problem-unknown-fix = Réessayez. Si l’erreur persiste, communiquez ce code à votre officier de sécurité.
ui-exercise = EXERCICE – OEFENING
ui-session-level = Niveau le plus élevé de la session
ui-skip = Aller au contenu
ui-nav = Navigation principale
ui-nav-documents = Documents
ui-nav-file = Enregistrer
ui-nav-release = Diffusion
ui-nav-partners = Partenaires
ui-nav-clearances = Habilitations
ui-nav-dossiers = Dossiers
ui-nav-log = Journal
ui-lock = Verrouiller
ui-settings = Affichage et langue
ui-language = Langue
ui-theme = Apparence
ui-theme-system = Comme le système
ui-theme-light = Clair
ui-theme-dark = Sombre
ui-palette = Aller à…
ui-palette-title = Commandes et documents
ui-palette-hint = Écran, commande, titre ou référence
ui-palette-screens = Écrans
ui-palette-commands = Commandes
ui-palette-documents = Documents
ui-palette-nothing = Rien ne correspond.
ui-keys = Raccourcis clavier
ui-keys-palette = Aller à un écran, une commande, un document
ui-keys-lock = Verrouiller tout de suite
ui-keys-screens = Changer d’écran
ui-keys-search = Chercher un document
ui-keys-rows = Parcourir la liste
ui-keys-open = Ouvrir le document choisi
ui-keys-pages = Page précédente, suivante
ui-keys-zoom = Agrandir, réduire, ajuster
ui-keys-file = Enregistrer (écran « Enregistrer »)
ui-keys-help = Cette aide
ui-locking-soon = Verrouillage dans { $seconds } s. Bougez la souris ou appuyez sur une touche pour rester.
ui-last-session = Dernière session : { $at }
ui-first-session = Première session de cet officier.
ui-failed-attempts = { $n -> 
    [0] aucune tentative manquée depuis 
    [one] une tentative manquée depuis 
    *[other] { $n } tentatives manquées depuis 
    }
ui-failed-attempts-fix = Si ce n’était pas vous, prévenez votre officier de sécurité.
ui-passphrase-change = Changer la phrase secrète…
ui-passphrase-current = Phrase secrète actuelle
ui-passphrase-next = Nouvelle phrase secrète
ui-passphrase-again = Nouvelle phrase secrète, une seconde fois
ui-passphrase-differ = Les deux saisies diffèrent.
ui-passphrase-save = Changer
ui-passphrase-changed = La phrase secrète est changée.
ui-level-unclassified = NON CLASSIFIÉ
ui-level-restricted = RESTREINT
ui-level-confidential = CONFIDENTIEL
ui-level-secret = SECRET
ui-level-top-secret = TRÈS SECRET

## unlock

ui-unlock-title = Déverrouiller le coffre
ui-unlock = Déverrouiller
ui-unlocking = Déverrouillage…
ui-unlock-officer = Officier
ui-unlock-choose = Choisissez qui vous êtes
ui-unlock-passphrase = Phrase secrète
ui-unlock-show = Montrer la phrase secrète
ui-unlock-hide = Cacher la phrase secrète
ui-unlock-caps = La touche Verr. Maj est active.
ui-unlock-wait = Prochain essai dans { $seconds } s
ui-unlock-wait-why = Après une phrase secrète erronée, l’essai suivant doit attendre.
ui-unlock-exercise = Coffre d’exercice : non approuvé pour des informations classifiées
ui-unlock-approved = Système approuvé jusqu’au niveau { $level }
ui-unlock-approved-by = { $authority }, { $reference }, jusqu’au { $until }
ui-unlock-no-officers = Ce coffre n’a pas encore d’officier. Créez-le avec « zegelctl init ».
ui-locked-idle = Verrouillé parce que personne n’a rien fait pendant un moment.
ui-locked-suspend = Verrouillé parce que l’ordinateur s’est mis en veille.
ui-locked-crash = Verrouillé par précaution : la fenêtre a cessé de répondre. Rien n’est perdu de ce qui était enregistré.
ui-locked-user = Verrouillé.
ui-locked-draft = Votre brouillon vous attend.
ui-vault-unreadable = Le coffre ne peut pas être ouvert

### policy

# Reasons against, each with what to do. They speak of the asker and of the partner whom the asker chose, never of the document’s level, categories, dossier or audience.

reason-account-disabled = Le compte est désactivé.
reason-account-disabled-fix = S’adresser à l’officier de sécurité.
reason-clearance-missing = Ce document demande une habilitation de sécurité ; aucune n’est enregistrée pour son régime de classification.
reason-clearance-missing-fix = Faire enregistrer une habilitation par l’officier de sécurité.
reason-clearance-withdrawn = L’habilitation de sécurité a été retirée.
reason-clearance-withdrawn-fix = S’adresser à l’officier de sécurité : il faut une nouvelle décision de l’autorité de sécurité.
reason-clearance-suspended = L’habilitation de sécurité est suspendue.
reason-clearance-suspended-fix = Attendre la fin de la suspension, ou s’adresser à l’officier de sécurité.
reason-clearance-not-yet-valid = L’habilitation de sécurité n’est valable qu’à partir du { $from }.
reason-clearance-not-yet-valid-fix = Attendre cette date.
reason-clearance-expired = L’habilitation de sécurité a expiré le { $until }.
reason-clearance-expired-fix = Demander son renouvellement à l’officier de sécurité.
reason-clearance-level = L’habilitation de sécurité n’atteint pas le niveau de ce document.
reason-clearance-level-fix = Si la fonction l’exige, demander une habilitation plus élevée à l’officier de sécurité.
reason-category-missing = Ce document porte une mention restrictive que l’habilitation ne couvre pas.
reason-category-missing-fix = Demander à l’officier de sécurité quelles mentions la fonction justifie.
reason-group-missing = Ce document est réservé à des groupes dont l’habilitation ne mentionne aucun.
reason-group-missing-fix = Demander à l’officier de sécurité à quels groupes la fonction donne accès.
reason-briefing-missing = Aucun briefing de sécurité n’est enregistré pour le régime de classification de ce document.
reason-briefing-missing-fix = Suivre le briefing auprès de l’officier de sécurité.
reason-briefing-not-yet-given = Le briefing de sécurité n’a lieu que le { $date }.
reason-briefing-not-yet-given-fix = Attendre cette date, ou demander un briefing plus tôt à l’officier de sécurité.
reason-briefing-level = Le briefing de sécurité ne couvre pas le niveau de ce document.
reason-briefing-level-fix = Suivre auprès de l’officier de sécurité un briefing pour un niveau plus élevé.
reason-nationality-excluded = Ce document n’est pas communicable à une personne de nationalité { $nationality }.
reason-nationality-excluded-fix = Seule l’autorité d’origine peut étendre la diffusion ; s’adresser à elle par l’officier de sécurité.
reason-need-to-know-missing = Le besoin d’en connaître n’est pas établi pour ce document à cette date.
reason-need-to-know-missing-fix = Si la tâche l’exige, le faire établir par le responsable de l’affaire.
reason-approval-expired = L’homologation de ce système pour l’information classifiée a expiré.
reason-approval-expired-fix = Faire enregistrer son renouvellement par l’officier de sécurité.
reason-approval-ceiling = Ce système n’est pas homologué pour le niveau de ce document.
reason-approval-ceiling-fix = Traiter ce document dans un système homologué pour son niveau.
reason-dossier-closed = Le dossier choisi est clôturé ; il ne reçoit plus de documents.
reason-dossier-closed-fix = Choisir un autre dossier, ou le faire rouvrir par son responsable.
reason-release-authority-required = Seule une autorité de communication peut accomplir cette étape.
reason-release-authority-required-fix = Soumettre la demande à une autorité de communication.
reason-own-request = À ce niveau, nul n’approuve sa propre demande.
reason-own-request-fix = Faire approuver la demande par une autre autorité de communication.
reason-partner-inactive = Le partenaire { $partner } n’est plus actif.
reason-partner-inactive-fix = Choisir un autre partenaire, ou le faire réactiver par l’officier de sécurité.
reason-partner-unconfirmed = Les clés du partenaire { $partner } ne sont pas confirmées.
reason-partner-unconfirmed-fix = Comparer l’empreinte avec le partenaire par une autre voie, puis la confirmer.
reason-agreement-missing = Aucun accord n’est enregistré avec le partenaire { $partner }.
reason-agreement-missing-fix = Faire enregistrer l’accord sur lequel repose l’échange.
reason-agreement-expired = L’accord avec le partenaire { $partner } a expiré le { $until }.
reason-agreement-expired-fix = Faire enregistrer sa prolongation avant tout échange.
reason-partner-ceiling =
    Le partenaire { $partner } ne peut recevoir ce document : son plafond est { $ceiling ->
        [unclassified] NON CLASSIFIÉ
        [restricted] RESTREINT
        [confidential] CONFIDENTIEL
        [secret] SECRET
        [top-secret] TRÈS SECRET
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Communiquer un extrait d’un niveau admis, ou faire relever le plafond si l’accord le permet.
reason-partner-excluded = Ce document n’est pas communicable au partenaire { $partner } ({ $nation }).
reason-partner-excluded-fix = Demander à l’autorité d’origine d’étendre la diffusion, ou transmettre un extrait communicable.
reason-consent-missing = Le consentement préalable de l’autorité d’origine est requis, et aucun n’est joint.
reason-consent-missing-fix = Demander ce consentement et en joindre la référence à la demande.
reason-consent-not-yet-valid = Le consentement de l’autorité d’origine ne vaut qu’à partir du { $from }.
reason-consent-not-yet-valid-fix = Attendre cette date.
reason-consent-expired = Le consentement de l’autorité d’origine a expiré le { $until }.
reason-consent-expired-fix = Demander un nouveau consentement et en joindre la référence.
reason-undecidable = La décision est impossible : une donnée nécessaire ne peut être lue ; l’accès est donc refusé.
reason-undecidable-fix = Le signaler à l’officier de sécurité, qui fera vérifier le marquage, les habilitations et les briefings.

# What was looked at and held: the same words whatever the document.

held-account = Le compte est actif.
held-clearance = L’habilitation de sécurité suffit, ou aucune n’est requise.
held-categories = Toute mention restrictive est couverte.
held-groups = Aucun groupe requis ne fait défaut.
held-briefing = Le briefing de sécurité suffit, ou aucun n’est requis.
held-nationality = La nationalité est admise.
held-need-to-know = Le besoin d’en connaître est établi.
held-approval = Le système convient à ce document.
held-dossier = Le dossier reçoit des documents.
held-release-role = La fonction permet cette étape.
held-second-person = Personne n’approuve sa propre demande là où il faut deux personnes.
held-partner = Le partenaire est actif et ses clés sont confirmées.
held-agreement = Un accord avec le partenaire est en vigueur.
held-partner-ceiling = Le partenaire peut recevoir ce niveau.
held-partner-audience = Le document est communicable au partenaire.
held-consent = L’autorité d’origine consent, ou n’a pas à être consultée.
held-legible = Le marquage est lisible et connu.

### app
app-exercise = EXERCICE
app-pick-files = Choisir les documents à classer
app-pick-folder = Choisir où écrire le paquet
app-pick-vault = Choisir le dossier du coffre
app-no-display = aucun écran où ouvrir une fenêtre. Utilisez zegelctl.
err-already-open = Ce coffre est déjà ouvert dans une autre fenêtre.
fix-already-open = Allez à cette fenêtre, ou fermez-la d’abord.
err-internal = Une erreur s’est produite dans le programme lui-même.
fix-internal = Réessayez ; si cela se reproduit, dites à votre administrateur ce que vous faisiez.
err-locked = Le coffre est verrouillé.
fix-locked = Déverrouillez-le et réessayez.
err-no-folder = Le dossier « { $folder } » n’existe pas.
fix-no-folder = Vérifiez le chemin avec lequel le programme a été lancé.
err-no-window = La fenêtre ne peut pas s’ouvrir : { $cause }.
fix-no-window = Vérifiez que WebKitGTK 4.1 est installé.
err-not-open = Ce document n’est plus ouvert.
fix-not-open = Ouvrez-le à nouveau.
err-not-picked = Ce fichier n’est plus parmi ceux qui ont été choisis.
fix-not-picked = Choisissez-le à nouveau.
