# Zegel — fr
# By subject. Reasons against, each with what to do, speak of the asker and of the partner whom the asker chose, never of the
# document’s level, categories, dossier or audience.

## words of every subject

quote-open = «{"\u00A0"}
quote-close = {"\u00A0"}»
yes = oui
no = non
none = aucun
never = jamais
unknown = inconnu
today = aujourd’hui
word-exercise = EXERCICE
app-pick-files = Choisir les documents à enregistrer
app-write-unmarked = PROJET – non enregistré
app-pick-files-of-folder = Choisir le dossier dont les documents sont à enregistrer
app-pick-version = Choisir le fichier de la nouvelle version
app-pick-folder = Choisir où écrire le paquet
app-save-log = Choisir où écrire le journal
app-pick-vault = Choisir le dossier du coffre
app-no-display = aucun écran où ouvrir une fenêtre. Utilisez zegelctl.
no-proof-same-vault = que c’est le journal de votre coffre, et non un autre mis à sa place : comparez-le avec un point de contrôle gardé ailleurs (zegelctl : --checkpoint)
no-proof-nothing-cut-off-since = que rien n’a été coupé à la fin depuis le point de contrôle
no-proof-nothing-cut-off = que rien n’a été coupé à la fin : comparez-le avec un point de contrôle gardé ailleurs (zegelctl : --checkpoint)
no-proof-rights = que chaque auteur avait le droit de faire ce qu’il a inscrit : cela se vérifie au déverrouillage
no-proof-contents = ce que disent les parties scellées : il faut leurs clés pour les lire
no-proof-objects = que les documents sont là et intacts : voyez « zegelctl doctor »
os-cause =
    { $cause ->
        [not_found] il n’existe pas, ou son dossier n’existe pas
        [permission] vous n’en avez pas le droit
        [exists] ce nom est déjà pris
        [not_a_folder] un élément du chemin n’est pas un dossier
        [is_a_folder] c’est un dossier
        [not_empty] le dossier n’est pas vide
        [read_only] rien ne peut être écrit à cet endroit
        [full] il n’y a plus de place
        [too_large] c’est plus grand que ne le permettent ce disque ou cette session
        [busy] autre chose l’utilise
        [reader_gone] le programme qui lisait s’est arrêté
        [timed_out] aucune réponse n’est venue à temps
        [cut_short] la fin est venue trop tôt
        [not_whole] tout n’a pas pu être écrit
        [memory] la mémoire ne suffit pas
        [unsupported] ce disque ou cet appareil n’en est pas capable
        [bad_name] un tel nom n’est pas possible ici
        [loop] des liens tournent en rond
        [device] le disque ou l’appareil signale une erreur
        [no_device] cet appareil n’existe pas
        [not_open] l’accès n’est pas ouvert pour cela
        [many_open] trop de fichiers sont ouverts
        [other_disk] l’emplacement est sur un autre disque
        [network] le réseau ne répond pas
        [interrupted] il y a eu une interruption
        [unknown] le système ne donne pas de raison
       *[other] le système signale une erreur pour laquelle il n’y a pas de mots ici
    }
os-what =
    { $what ->
        [document] Le document
        [index] L’index de l’officier
        [vault] Le dossier du coffre
        [backup] Le dossier de la sauvegarde
        [objects] Le dossier des documents scellés
        [lock] Le fichier qui écarte une seconde fenêtre
       *[other] { $what }
    }

## frame

ui-close = Fermer
ui-cancel = Annuler
ui-retry = Réessayer
ui-back = Retour
ui-optional = facultatif
ui-loading = Chargement…
ui-reason-unknown = Une règle s’y oppose ({ $code }).
ui-reason-met = Condition remplie ({ $code })
ui-reason-no = Non rempli :
ui-reason-yes = Rempli :
ui-problem-unknown = L’opération a échoué ({ $code }).
ui-problem-unknown-fix = Réessayez. Si l’erreur persiste, communiquez ce code à votre officier de sécurité.
ui-exercise = EXERCICE – OEFENING
ui-skip = Aller au contenu
ui-nav = Navigation principale
ui-nav-file = Enregistrer
ui-nav-write = Rédiger
ui-nav-log = Journal
ui-lock = Verrouiller
ui-settings = Réglages
ui-language = Langue
ui-theme = Apparence
ui-theme-system = Comme le système
ui-theme-light = Clair
ui-theme-dark = Sombre
ui-text-size = Taille du texte
ui-text-size-percent = Texte à { $percent } %
ui-palette = Aller à…
ui-palette-title = Commandes et documents
ui-palette-hint = Écran, commande, titre ou référence
ui-palette-recent = Ouverts en dernier
ui-palette-screens = Écrans
ui-palette-commands = Commandes
ui-palette-unasked-recent = Ce que vous avez ouvert en dernier n’a pas pu être lu.
ui-palette-unasked-documents = La recherche dans les documents n’a pas abouti.
ui-palette-nothing = Rien ne correspond.
ui-keys = Raccourcis clavier
ui-key-named-ctrl = Ctrl
ui-key-named-home = Début
ui-key-named-end = Fin
ui-key-named-space = Espace
ui-key-named-enter = Entrée
ui-key-named-page-up = Page ↑
ui-key-named-page-down = Page ↓
ui-keys-palette = Aller à un écran, une commande, un document
ui-keys-lock = Verrouiller tout de suite
ui-keys-screens = Changer d’écran
ui-keys-search = Chercher un document
ui-keys-rows = Parcourir la liste
ui-keys-open = Ouvrir le document choisi
ui-keys-pages = Page précédente, suivante
ui-keys-zoom = Agrandir, réduire, ajuster
ui-keys-text = Texte de la fenêtre plus grand, plus petit, normal
ui-keys-turn = Tourner les pages vers la droite
ui-keys-find = Chercher dans le document
ui-keys-select = Sélectionner du texte sur une page, si son marquage le permet
ui-keys-copy = Le copier, avec le marquage
ui-keys-outline = Plan du document
ui-keys-reading = Mode lecture
ui-keys-file = Enregistrer (écran « Enregistrer »)
ui-keys-help = Cette aide
ui-unfold = Afficher ou masquer la suite
ui-splitter = Largeur ou hauteur de : { $pane }
ui-splitter-cards = les fiches
ui-sort-by = Trier par { $column }
ui-sort = Trier
ui-sort-ascending = croissant
ui-sort-descending = décroissant
ui-sort-clearance-end = Fin de l’habilitation
ui-keys-tick = Cocher un document, pour plusieurs à la fois
ui-keys-level = Au niveau (à l’écran « Enregistrer »)
ui-keys-last = Marquage comme la dernière fois, sans le niveau
ui-keys-categories = Ajouter ce que le guide demande

## people: session and passphrase

ui-session-level = Niveau le plus élevé de la session
ui-offline-since = Le serveur de ce coffre est injoignable depuis { $at }. Vous pouvez consulter et chercher ce qui est connu ici ; ce qui doit être consigné, y compris l’ouverture d’un document, attend son retour.
ui-objects-offline-since = Le stockage des documents de ce coffre est injoignable depuis { $at }. Jusqu’à son retour, aucun document ne peut être enregistré ni ouvert ; tout le reste est consigné comme d’habitude.
ui-locking-soon = Verrouillage dans { $seconds } s. Bougez la souris ou appuyez sur une touche pour rester.
ui-last-session = Dernière session : { $at }
ui-first-session = Première session de cet officier.
ui-failed-attempts = { $n -> 
    [0] aucune tentative manquée depuis 
    [one] une tentative manquée depuis 
    *[other] { $n } tentatives manquées depuis 
    }
ui-failed-attempts-fix = Si ce n’était pas vous, prévenez votre officier de sécurité.
ui-passphrase-change = Changer la phrase de passe…
ui-passphrase-current = Phrase de passe actuelle
ui-passphrase-next = Nouvelle phrase de passe
ui-passphrase-again = Nouvelle phrase de passe, une seconde fois
ui-passphrase-differ = Les deux saisies diffèrent.
ui-passphrase-save = Changer
ui-passphrase-changed = La phrase de passe est changée.
ui-passphrase-given = Créez vos propres clés
ui-passphrase-given-text = Vos clés et cette phrase de passe ont été créées par un autre, qui les connaît : elles ne servent qu’à cela. Choisissez une phrase de passe que vous seul connaissez. De nouvelles clés sont créées sous celle-ci, et ce que vous signez n’est qu’à vous.
ui-passphrase-given-save = Créer mes clés
ui-passphrase-renew = Créer aussi de nouvelles clés
ui-passphrase-renew-hint = En cas de soupçon : une copie de votre fichier d’identité ne sert alors plus à rien à qui la détient.
ui-passphrase-renewed = Vous avez de nouvelles clés, sous la nouvelle phrase de passe.
ui-pin = Code PIN…
ui-pin-title = Code PIN pour une fenêtre qui s’est verrouillée
ui-pin-text = Quand la fenêtre s’est verrouillée parce qu’il ne se passait rien, ces chiffres la déverrouillent : trois essais, puis la phrase de passe. Le code n’est gardé qu’en mémoire, jusqu’à ce que vous verrouilliez la fenêtre, que l’ordinateur se mette en veille, que le programme se termine ou que dix heures soient passées. Il arrête un passant. Ce n’est pas une phrase de passe : celui qui peut lire la mémoire de cet ordinateur le trouve en quelques heures.
ui-pin-new = Code PIN
ui-pin-again = Code PIN, encore une fois
ui-pin-hint = { $least } à { $most } chiffres
ui-pin-save = Choisir ce code
ui-pin-set = Le code PIN est choisi.
ui-pin-is-set = Un code PIN est en place.
ui-pin-remove = Supprimer le code PIN
ui-pin-removed = Le code PIN est supprimé.
ui-pin-of = Code PIN de { $officer }
ui-pin-left =
    { $left ->
        [one] Il reste un essai, puis il faudra la phrase de passe.
       *[other] Il reste { $left } essais, puis il faudra la phrase de passe.
    }
ui-pin-passphrase = Avec la phrase de passe
ui-new = Je suis nouveau ici…
ui-new-title = Demander à être admis
ui-new-text = Vos clés sont créées ici, sous une phrase de passe que vous seul connaissez. Un officier de sécurité vous admet avec le fichier qui est écrit.
ui-new-submit = Créer mes clés…
ui-new-done = Vos clés sont créées
ui-new-done-text = Remettez le fichier { $name } à un officier de sécurité et lisez-lui ce code. S’il voit le même, c’est bien votre demande qu’il a.
ui-unlock-title = Déverrouiller le coffre
ui-unlock = Déverrouiller
ui-unlocking = Déverrouillage…
ui-unlock-checking = Vérification de la phrase de passe… (volontairement lente, pour décourager qui voudrait la deviner)
ui-unlock-reading = Phrase de passe acceptée. Lecture du registre…
ui-unlock-read = Lecture du registre : { $done } inscriptions sur { $total }…
ui-unlock-officer = Officier
ui-unlock-choose = Tapez votre nom d’officier
ui-unlock-nobody = Ce coffre n’a pas d’officier de ce nom.
ui-unlock-several = Plusieurs officiers correspondent : continuez à taper, ou choisissez avec les flèches.
ui-unlock-passphrase = Phrase de passe
ui-unlock-show = Montrer la phrase de passe
ui-unlock-hide = Cacher la phrase de passe
ui-unlock-caps = La touche Verr. Maj est active.
ui-unlock-wait = Prochain essai dans { $seconds } s
ui-unlock-wait-why = Après une phrase de passe incorrecte, l’essai suivant doit attendre.
ui-unlock-without-memory = Je sais pourquoi : continuer sans cette mémoire
ui-unlock-without-memory-hint = Tapez à nouveau la phrase de passe. Le fait que vous avez continué sans elle est consigné.
ui-unlock-older-identity = Je l’ai remis moi-même : continuer avec l’ancien fichier
ui-unlock-older-identity-hint = Tapez à nouveau la phrase de passe. Le fait que vous avez continué avec lui est consigné.
ui-unlock-exercise = Coffre d’exercice : non approuvé pour des informations classifiées
ui-unlock-approved = Système approuvé jusqu’au niveau { $level }
ui-unlock-approved-by = { $authority }, { $reference }, jusqu’au { $until }
ui-unlock-no-officers = Ce coffre n’a pas encore d’officier. Créez-le avec « zegelctl init ».
ui-locked-idle = Verrouillé parce que personne n’a rien fait pendant un moment.
ui-locked-suspend = Verrouillé parce que l’ordinateur s’est mis en veille.
ui-locked-crash = Verrouillé par précaution : la fenêtre s’est arrêtée. Rien n’est perdu de ce qui était enregistré.
ui-locked-user = Verrouillé.
ui-locked-disabled = Verrouillé parce que votre compte a été désactivé.
ui-locked-frozen = Verrouillé parce que votre compte a été gelé.
ui-locked-revoked = Verrouillé parce que cette identité ne vaut plus.
ui-unlock-unknown = L’approbation de ce système s’affiche après le déverrouillage.
ui-taken-title = Ce document a été retiré de votre écran
ui-taken-text = Vous ne pouvez plus le lire. Voici chaque raison, et ce que vous pouvez faire.
ui-unverified = non vérifié
ui-clock-title = L’horloge de cet ordinateur est-elle à l’heure ?
ui-clock-here = Cet ordinateur
ui-clock-last = Dernière inscription du journal
ui-clock-text = { $days } jours les séparent. Si l’horloge avance, ce qui est inscrit maintenant empêchera tous les autres de travailler jusqu’à cette date.
ui-clock-confirm = L’horloge est à l’heure
err-no-officer = L’officier qui agit n’est pas indiqué.
fix-no-officer = Ajoutez --as OFFICIER.
err-no-passphrase = Aucune phrase de passe ne peut être demandée ici.
fix-no-passphrase = Ajoutez --passphrase-file FICHIER, ou travaillez dans un terminal.
err-no-second-passphrase = La phrase de passe du second officier ne peut pas être demandée ici.
fix-no-second-passphrase = Ajoutez --with-passphrase-file FICHIER, ou travaillez dans un terminal.
err-passphrase-file-open = Le fichier de phrase de passe { $path } peut être lu par d’autres sur cet ordinateur.
fix-passphrase-file-open = Fermez-le aux autres : chmod 600 { $path }
err-passphrase-file-long = La première ligne de { $path } dépasse { $limit } octets : ce n’est pas une phrase de passe.
fix-passphrase-file-long = Vérifiez que c’est bien le fichier voulu.
err-passphrase-file-long-input = La première ligne de l’entrée standard dépasse { $limit } octets : ce n’est pas une phrase de passe.
err-passphrase-file-empty = La première ligne de { $path } est vide.
fix-passphrase-file-empty = Écrivez la phrase de passe sur la première ligne.
err-passphrase-file-empty-input = La première ligne de l’entrée standard est vide.
err-passphrases-differ = Les deux phrases de passe diffèrent.
fix-passphrases-differ = Recommencez ; rien n’a été changé.
err-clock-behind =
    { $author ->
        [none] L’horloge de cet ordinateur est antérieure à une inscription du journal : l’inscription { $index } est datée du { $until }.
       *[other] L’horloge de cet ordinateur est antérieure à une inscription du journal : l’inscription { $index }, signée par { $author }, est datée du { $until }.
    }
fix-clock-behind = Ou bien cette horloge n’est pas à l’heure, ou bien celle de l’auteur de l’inscription ne l’était pas : vérifiez la date et l’heure de cet ordinateur et, si elles sont justes, prévenez l’officier de sécurité. Jusqu’au { $until } à cette horloge, rien n’est décidé ni inscrit.
err-not-remembered = Ce poste ne peut pas retenir ce choix ({ os-cause }).
fix-not-remembered = Il vaut jusqu’à la fermeture du programme.
err-clock-impossible = L’horloge de cet ordinateur indique une date avant 1970 ou après 9999.
fix-clock-impossible = Réglez l’horloge, puis recommencez.
err-disabled = Ce compte a été désactivé.
fix-disabled = Adressez-vous à l’officier de sécurité.
err-frozen = Ce compte est gelé, par { $name } ({ $officer }), le { $at }.
fix-frozen = Rien n’est encore décidé. Adressez-vous à { $name } ou à un autre officier de sécurité : il en faut deux pour lever le gel. Le motif figure au journal, qu’ils peuvent lire.
forged-session-of-another = ce qu’elle dit au contrôle est rattaché à une session que son auteur n’a pas ouverte
forged-session-begun-twice = une session de contrôle est commencée une seconde fois
forged-identity-misnamed = le nom d’un poste n’en est pas un, ou est déjà pris
forged-too-many-identities = un officier a plus d’identités qu’il n’en peut avoir
forged-unknown-identity = une identité que l’officier n’a pas est révoquée
forged-last-identity = la dernière identité d’un officier est révoquée
err-desk-altered = Votre index dans le coffre a été altéré, ou n’est pas le vôtre.
fix-desk-altered = Prévenez l’officier de sécurité. Une fois le journal reconnu intact, supprimez votre fichier du dossier desks : au prochain déverrouillage, dites que vous savez pourquoi il a disparu, et il sera refait à partir du journal.
err-identity-altered = Votre fichier d’identité a été altéré ou endommagé.
fix-identity-altered = Rétablissez-le depuis une copie et prévenez l’officier de sécurité.
err-not-an-identity = Ce n’est pas un fichier d’identité.
fix-not-an-identity = Donnez le fichier que « identity export » a écrit à l’autre poste.
err-identity-work = Ouvrir ce fichier d’identité prendrait { $mib } Mio de mémoire ; ce programme n’en prend pas plus de { $limit }.
fix-identity-work = Il n’a pas été fait par ce programme : rétablissez-le depuis une copie et prévenez l’officier de sécurité.
err-vault-foreign = Ce n’est pas le coffre auquel appartient votre identité : son journal commence par une autre inscription.
fix-vault-foreign = N’enregistrez rien ici. Prévenez l’officier de sécurité : quelqu’un a mis un autre journal à la place du vôtre.
err-index-gone = Vous avez déjà déverrouillé ce coffre, et votre index, qui se souvient du journal, a disparu.
fix-index-gone = Sans lui, on ne peut dire si le journal a été ramené en arrière. Si vous savez pourquoi il a disparu (une copie, un autre poste), déverrouillez à nouveau en le disant : la case dans la fenêtre, --without-memory avec zegelctl. Sinon, prévenez l’officier de sécurité.
err-memory-altered = Ce que ce poste retient du journal ne peut être lu.
fix-memory-altered = Si vous savez pourquoi, déverrouillez à nouveau en le disant : la case dans la fenêtre, --without-memory avec zegelctl. Sinon, prévenez l’officier de sécurité.
err-identity-foreign = Cette identité n’est pas celle que le journal connaît pour cet officier.
fix-identity-foreign = Rétablissez le bon fichier d’identité et prévenez l’officier de sécurité.
err-identity-changed = Le fichier d’identité de { $officer } a été modifié ailleurs en même temps : rien n’a été modifié ici.
fix-identity-changed = Déverrouillez avec la phrase de passe choisie là-bas, et changez-la à nouveau au besoin. Si ce n’était pas vous, prévenez l’officier de sécurité.
err-identity-replaced = Ce fichier d’identité contient des clés que { $officer } a remplacées : elles n’ouvrent et ne signent plus rien.
fix-identity-replaced = Si vous venez de renouveler vos clés, tapez la nouvelle phrase de passe. Sinon, rétablissez le fichier d’identité actuel (identities/{ $officer }.age) et prévenez l’officier de sécurité : quelqu’un utilise une ancienne copie.
err-identity-older = Ce fichier d’identité de { $officer } est ancien : le { $at }, sa phrase de passe ou son jeton a été changé.
fix-identity-older = Tapez la nouvelle phrase de passe avec le fichier actuel (identities/{ $officer }.age) : reprenez-le là où le changement a été fait. Si vous avez vous-même remis l’ancien, dites-le en déverrouillant (la case dans la fenêtre, --older-identity avec zegelctl) et changez la phrase de passe. Sinon, c’est quelqu’un d’autre, qui connaît peut-être l’ancienne phrase de passe : créez de nouvelles clés et prévenez l’officier de sécurité.
err-renewal-due = Les clés de { $officer } ont été créées par un autre, qui les connaît : elles ne servent qu’à créer les vôtres.
fix-renewal-due = Choisissez une phrase de passe que vous seul connaissez ; de nouvelles clés sont créées sous celle-ci. Dans la fenêtre : tapez la phrase de passe que vous avez reçue. Avec zegelctl : zegelctl --as { $officer } identity renew
err-given-keys-stale = Les clés remises à { $officer } sont trop anciennes : les clés communes du coffre ont été renouvelées depuis.
fix-given-keys-stale = Faites votre propre demande (dans la fenêtre « Je suis nouveau ici », sinon zegelctl identity request { $officer }) et demandez à un officier de sécurité de vous admettre avec elle.
err-request-forged = Les signatures de cette demande ne sont pas valables : elle a été modifiée ou coupée en chemin.
fix-request-forged = Demandez le fichier une nouvelle fois. S’il est encore le même, prévenez la personne qui l’a fait.
err-request-elsewhere = Cette demande est pour un autre coffre.
fix-request-elsewhere = Faites-la faire dans ce coffre.
err-request-of-another = Cette demande a été faite par { $officer }.
fix-request-of-another = Prenez la demande de l’officier dont il s’agit.
err-request-newer = Une version plus récente de ce programme a écrit cette demande.
fix-request-newer = Installez cette version ici, ou faites faire la demande avec celle-ci.
err-identity-gone = Le fichier d’identité de { $officer } a disparu : cet officier a travaillé dans ce coffre.
fix-identity-gone = Demandez-en la dernière copie saine (identities/{ $officer }.age) et prévenez l’officier de sécurité.
err-token-recipient = Ce n’est pas un destinataire d’un greffon d’age.
fix-token-recipient = Donnez la ligne qui commence par age1, telle que la montre le programme du jeton : pour une YubiKey age-plugin-yubikey --list, à la ligne « Recipient ». AGE-PLUGIN-… est la référence du jeton et se trouve dans l’autre fichier.
err-token-identity = Le fichier ne contient pas de ligne d’identité d’un greffon d’age, ou en contient plusieurs.
fix-token-identity = Donnez le fichier qu’a écrit le programme du jeton : une ligne qui commence par AGE-PLUGIN-, et des commentaires.
err-token-two-plugins = Le destinataire est pour le greffon { $recipient }, la ligne d’identité pour { $identity }.
fix-token-two-plugins = Donnez les deux du même jeton.
err-token-plugin-missing = Ce fichier d’identité demande un jeton, et son programme { $binary } n’est pas ici.
fix-token-plugin-missing = Installez-le dans un dossier de PATH, ou travaillez là où il se trouve.
err-token-path = PATH nomme un dossier qui n’est pas donné depuis la racine : personne ne peut dire quel programme y serait exécuté.
fix-token-path = Retirez-le de PATH et relancez le programme.
err-token-plugin-died = Le programme du jeton, { $binary }, s’est arrêté avant d’avoir fini.
fix-token-plugin-died = Réessayez. Si cela persiste, essayez le jeton avec ce programme seul.
err-token-said =
    { $message ->
        [none] Le programme du jeton a échoué sans dire pourquoi.
       *[other] Le programme du jeton dit : { $message }
    }
fix-token-said = Faites ce qu’il demande et réessayez.
err-token-unanswered = Le programme du jeton a demandé quelque chose, et personne n’a répondu.
fix-token-unanswered = Réessayez, dans un terminal ou dans la fenêtre, et répondez.
err-token-another = Ce jeton n’ouvre pas le fichier d’identité.
fix-token-another = Branchez le jeton avec lequel il a été protégé.
err-token-plugin-io = Il n’a pas été possible de parler au programme du jeton.
fix-token-plugin-io = Réessayez. Si cela persiste, essayez le jeton avec ce programme seul.
err-identity-protected = Un jeton protège déjà ce fichier d’identité.
fix-identity-protected = Enlevez d’abord cette protection, si ce doit être un autre jeton.
err-identity-unprotected = Aucun jeton ne protège ce fichier d’identité.
fix-identity-unprotected = Il n’y a rien à enlever.
err-identity-here = Un autre fichier d’identité de { $officer } est déjà ici.
fix-identity-here = Si c’est l’ancien (identities/{ $officer }.age), mettez-le d’abord de côté ; si c’est le nouveau, utilisez celui-là.
err-identity-exchanged = Le fichier d’identité de { $officer } est celui d’un autre officier, { $found } : le fichier a été échangé.
fix-identity-exchanged = Rétablissez identities/{ $officer }.age de la dernière copie saine et prévenez l’officier de sécurité.
err-settings-altered = Le fichier vault.toml a été altéré : il contredit le journal.
fix-settings-altered = Rétablissez-le depuis une copie et prévenez l’officier de sécurité.
err-clock-far-ahead = L’horloge de cet ordinateur ({ $now }) avance de { $days } jours sur la dernière inscription du journal ({ $last }). Rien n’a été inscrit.
fix-clock-far-ahead = Vérifiez la date et l’heure de cet ordinateur : une inscription en avance empêcherait tous les autres de travailler jusqu’à cette date. Si elles sont justes, confirmez-le au déverrouillage (zegelctl : --clock-is-right).
err-passphrase-short = La phrase de passe a moins de { $limit } caractères.
fix-passphrase-short = Prenez plusieurs mots sans lien entre eux.
err-passphrase-weak = Cette phrase de passe est trop facile à deviner.
fix-passphrase-weak = Prenez quatre mots ou plus, sans lien entre eux.
reason-passphrase-common = C’est l’une de celles que l’on essaie en premier.
reason-passphrase-common-fix = Prenez-en une que personne d’autre n’utilise.
reason-passphrase-word = C’est un seul mot.
reason-passphrase-word-fix = Prenez-en plusieurs.
reason-passphrase-name = C’est un nom.
reason-passphrase-name-fix = Prenez des mots que personne ne relie à vous.
reason-passphrase-keyboard = Elle suit les touches du clavier.
reason-passphrase-keyboard-fix = Prenez plutôt des mots.
reason-passphrase-repeats = Elle se répète.
reason-passphrase-repeats-fix = Prenez chaque fois autre chose.
reason-passphrase-sequence = C’est une suite, comme abc ou 6543.
reason-passphrase-sequence-fix = Prenez plutôt des mots.
reason-passphrase-date = Elle contient une date ou une année.
reason-passphrase-date-fix = Laissez les dates de côté, surtout les vôtres.
reason-passphrase-disguise = Des majuscules, ou des chiffres et des signes à la place de lettres, n’aident guère.
reason-passphrase-disguise-fix = Prenez plutôt un mot de plus.
reason-passphrase-few-words = Elle n’est pas assez longue.
reason-passphrase-few-words-fix = Ajoutez un mot ou deux, sans lien avec les autres.
reason-passphrase-public = Tout le monde connaît cette phrase de passe.
reason-passphrase-public-fix = Pour les exercices seulement.
ui-strength = Solidité : { $step }
ui-strength-0 = très facile à deviner
ui-strength-1 = facile à deviner
ui-strength-2 = peut être devinée
ui-strength-3 = bonne
ui-strength-4 = très bonne
cli-strength = Solidité de la phrase de passe : { $step }
err-passphrase-same = La nouvelle phrase de passe est la même que l’ancienne.
fix-passphrase-same = Choisissez-en une autre, que vous seul connaissez.
err-pin-form = Ce n’est pas un code PIN.
fix-pin-form = Prenez { $least } à { $most } chiffres.
err-pin-weak = Ce code PIN est l’un de ceux que l’on essaie en premier.
fix-pin-weak = Prenez des chiffres qui ne forment ni suite, ni répétition, ni année.
err-wrong-pin = Le code PIN est incorrect.
fix-wrong-pin =
    { $left ->
        [0] Tapez la phrase de passe.
        [one] Tapez-le de nouveau : il reste un essai.
       *[other] Tapez-le de nouveau : il reste { $left } essais.
    }
err-pin-gone = Plus aucun code PIN ne compte.
fix-pin-gone = Tapez la phrase de passe.
err-wrong-passphrase =
    { $officer ->
        [none] La phrase de passe est incorrecte.
       *[other] La phrase de passe de { $officer } est incorrecte.
    }
fix-wrong-passphrase =
    { $seconds ->
        [0] Retapez-la.
        [1] Attendez une seconde, puis retapez-la (incorrecte { $failures } fois jusqu’ici).
       *[other] Attendez { $seconds } secondes, puis retapez-la (incorrecte { $failures } fois jusqu’ici).
    }
err-wait = Trop tôt après une phrase de passe incorrecte.
fix-wait =
    { $seconds ->
        [1] Attendez une seconde.
       *[other] Attendez { $seconds } secondes.
    }
reason-desk-rebuilt = Votre index avait disparu et a été refait : il n’a pu dire si le journal avait été ramené en arrière.
reason-desk-rebuilt-fix = Comparez le journal à un point de contrôle conservé ailleurs.
reason-identity-older = Vous avez déverrouillé avec un ancien fichier d’identité : le { $at }, sa phrase de passe ou son jeton a été changé.
reason-identity-older-fix = Changez la phrase de passe : ce fichier comptera de nouveau. Si quelqu’un d’autre peut en avoir une copie, créez plutôt de nouvelles clés.
reason-name-alike =
    { $kind ->
        [officer] Un autre officier porte un nom ou un identifiant que l’on prend pour celui de { $name } : { $who }.
        [dossier] Un autre dossier porte un titre ou un identifiant que l’on prend pour celui de { $name } : { $who }.
       *[partner] Un autre partenaire porte un nom ou un identifiant que l’on prend pour celui de { $name } : { $who }.
    }
reason-name-alike-fix =
    { $kind ->
        [officer] Si c’est la même personne, désactivez l’un des comptes : une personne compte une fois. Sinon, donnez-leur des noms qui les distinguent.
       *[other] Si c’est le même, utilisez celui-là. Sinon, donnez-leur des noms qui les distinguent.
    }
reason-memory-not-kept = L’état du journal n’a pu être retenu hors du coffre ({ os-cause }) : un dossier ramené en arrière tout entier ne se verrait pas sur ce poste.
reason-memory-not-kept-fix = Veillez à ce que votre dossier pour l’état des programmes (XDG_STATE_HOME, sinon .local/state dans votre dossier personnel) existe et puisse être écrit.
warning-failed-attempts =
    { $count ->
        [one] Une tentative de déverrouillage a échoué depuis votre dernière session.
       *[other] { $count } tentatives de déverrouillage ont échoué depuis votre dernière session.
    }
warning-failed-attempts-fix = Si ce n’était pas vous, prévenez votre officier de sécurité.
warning-log-damaged = { $at ->
    [never] Le journal a été modifié ou endommagé dans ce qui avait déjà été lu. Il n’avait pas encore été vérifié en entier.
   *[other] Le journal a été modifié ou endommagé dans ce qui avait déjà été lu. Il était encore intact le { $at }.
    }
warning-log-damaged-fix = Cessez de travailler dans ce coffre, conservez-le tel quel et prévenez l’officier de sécurité ; « zegelctl ledger verify » indique où se trouve le dommage.

## people

role-reader = lecteur
role-registrar = responsable du registre
role-security-officer = officier de sécurité
role-release-authority = autorité de communication
role-auditor = auditeur
role-custodian = dépositaire
ui-missing-officer = { $name } ({ $id })
ui-officer-nationality = Nationalité
ui-officer-roles = Rôles
ui-officer-disabled = Compte désactivé
ui-officer-yourself = C’est vous : un autre officier de sécurité décide de ce qui vous concerne.
ui-officer-waits = Attend l’accord d’un autre
ui-officer-waits-see = Voir sous « Accords »
ui-officer-keys-due = Ces clés ont été créées par un autre. Tant que l’officier n’a pas créé les siennes, aucune ne lui est remise.
ui-officer-add = Ajouter un officier…
ui-officer-add-title = Ajouter un officier
ui-officer-add-text = Sans habilitation ni dossier, un nouvel officier ne lit rien.
ui-officer-id-hint = Minuscules, chiffres, point, tiret : pour toujours.
ui-officer-full-name = Nom complet
ui-officer-passphrase = Première phrase de passe
ui-officer-passphrase-hint = À remettre de la main à la main : elle ne sert qu’à créer ses propres clés.
ui-officer-code = Code des clés
ui-compared-never = pas encore comparé
ui-compared-same = comparé par vous
ui-compared-not-all = pas tous comparés par vous
ui-compared-other-keys = d’autres clés que celles que vous avez comparées
ui-compare = Comparer…
ui-compare-title = Comparer le code de { $name }
ui-compare-text = Faites-le-vous lire, en personne ou par téléphone, et tapez ce que vous entendez. S’il est le même, ce que vous scellez pour cet officier l’est pour ses propres clés.
ui-compare-code = Code qui vous a été lu
ui-compare-submit = Comparer
cli-officer-compared = C’est bien le code des clés de { $officer }.
cli-keys-of = Clés de { $officer } : { $code } ({ $state })
cli-request-of = Demande de { $name } ({ $officer }), nationalité { $nationality }. Rien n’est encore inscrit.
cli-request-known = { $officer } est déjà officier. Faites-vous lire ce code par lui : si le sien n’est pas le même, les clés ne sont pas les siennes. Elles remplaceraient des clés perdues (zegelctl officer reissue), ou s’ajouteraient à celles qu’il a (zegelctl identity add).
cli-col-codes = Codes
cli-col-compared = Comparé
ui-identities = Identités
ui-identities-text = Une pour chaque poste. Ce qui vous est remis est scellé pour chacune.
ui-identity-first = Premier poste
ui-identity-here = utilisée en ce moment
ui-identity-never = pas encore utilisée
ui-identity-last = utilisée le { $at }
ui-identity-add = Ajouter un poste…
ui-identity-add-title = Ajouter un poste
ui-identity-add-text = À l’autre poste, choisissez « Je suis nouveau ici » avec votre propre identifiant. Son fichier est { $name }. Comparez le code avec celui qui s’y affiche : { $code }
ui-identity-name = Nom du poste
ui-identity-add-submit = Ajouter
ui-identity-added = Le poste { $name } est ajouté.
ui-identity-revoke = Révoquer…
ui-identity-revoke-title = Révoquer { $name }
ui-identity-revoke-text = La personne qui possède cette identité n’ouvre et ne signe plus rien de nouveau avec elle. Ce qu’elle ouvrait est scellé autrement pour la suite.
ui-identity-revoke-submit = Révoquer
ui-identity-revoked = { $name } est révoqué.
cli-token-says = Programme du jeton : { $message }
cli-identity-is-protected = Le fichier d’identité de { $officer } demande désormais le jeton du greffon { $plugin } et la phrase de passe.
cli-identity-is-unprotected = La phrase de passe seule ouvre de nouveau le fichier d’identité de { $officer }.
cli-identity-plugin = Le fichier utilisé ici demande aussi un jeton, du greffon { $plugin }.
ui-token-text = Un jeton protège ce fichier : il demande le jeton (greffon { $plugin }) et la phrase de passe.
ui-token-protect = Protéger par un jeton…
ui-token-protect-title = Protéger par un jeton le fichier d’identité de ce poste
ui-token-protect-text = Dès lors il demande le jeton et la phrase de passe. Le programme du jeton donne son destinataire et son fichier d’identité ; rien n’y est secret.
ui-token-recipient = Destinataire du jeton (age1…)
ui-token-protect-submit = Choisir le fichier du jeton…
ui-token-protected = Le jeton protège le fichier d’identité.
ui-token-unprotect = Retirer le jeton…
ui-token-unprotect-title = Retirer le jeton de ce fichier d’identité
ui-token-unprotect-text = La phrase de passe seule l’ouvrira de nouveau. Le jeton est nécessaire une dernière fois.
ui-token-unprotect-submit = Retirer
ui-token-unprotected = La phrase de passe seule ouvre de nouveau le fichier d’identité.
ui-token-says = Le programme du jeton dit : { $message }
ui-token-asks = Le programme du jeton demande
ui-token-answer = Réponse
ui-token-send = Répondre
app-pick-token = Choisir le fichier d’identité du jeton
app-save-identity = Choisir où écrire le fichier d’identité
app-pick-identity = Choisir le fichier d’identité
ui-identities-own = Mes postes…
ui-identity-take = Emporter…
ui-identity-taken = Le fichier d’identité est dans { $name }, toujours sous sa phrase de passe. À l’autre poste, il s’apporte à l’écran de déverrouillage.
ui-bring = J’apporte mon fichier d’identité…
ui-bring-title = Apporter un fichier d’identité
ui-bring-text = Il a été écrit à un autre poste avec ce coffre. Sa phrase de passe dit à qui il est.
ui-bring-passphrase = Phrase de passe du fichier
ui-bring-submit = Choisir le fichier…
ui-bring-done = Le fichier d’identité de { $officer } est ici
ui-bring-done-text = Déverrouillez avec la même phrase de passe. Le code de ses clés :
ui-member-compared = Clés : { $state }
ui-officer-request = Lire une demande…
ui-officer-request-from = Demande { $name }
ui-officer-request-hint = Faites-vous lire ce code par l’officier. Si le sien n’est pas le même, le fichier n’est pas le sien : n’admettez personne.
ui-officer-alike-hint = Si c’est la même personne, ne l’inscrivez pas une seconde fois : une personne compte une fois. Sinon, donnez un nom qui les distingue.
ui-officer-request-known = { $id } est déjà admis. Un officier qui a perdu ses clés est admis à nouveau là où il est affiché.
ui-officer-request-none = Mieux : l’officier crée lui-même ses clés (« Je suis nouveau ici », avant le déverrouillage) et apporte la demande.
ui-officer-reissue = Clés perdues…
ui-officer-reissue-title = Nouvelles clés pour { $name }
ui-officer-reissue-text = Code des nouvelles clés : { $code }. Faites-le-vous lire par { $name } : s’il n’est pas le même, le fichier n’est pas le sien. Les anciennes clés ne valent plus rien dès lors ; ce qui a été signé avec elles reste sien.
ui-officer-reissue-submit = Admettre à nouveau
ui-officer-reissued = { $name } est admis à nouveau, avec de nouvelles clés.
ui-officer-reissue-asked = Demandé : { $name } est admis avec de nouvelles clés dès qu’un autre officier de sécurité donne son accord.
ui-officer-change-roles = Rôles…
ui-function = Fonction
ui-function-set = Fonction…
ui-function-within = dans l’exercice de sa fonction
ui-function-outside = hors fonction
ui-function-authorised = hors fonction ; RESTREINT ({ $policies }) jusqu’au { $until }, autorisé par { $authority }, { $reference }
ui-function-alone = inscrit par { $officer } seul
ui-function-title = Fonction de { $name }
ui-function-text = Hors fonction, comme sous-traitant ou agent de liaison, un officier ne voit que RESTREINT au plus, et seulement si l’autorité d’origine l’a autorisé. Sous les règles complètes, un autre officier de sécurité doit accepter ce qui donne un droit.
ui-function-policies = RESTREINT selon ces politiques
ui-function-policies-hint = Rien ici : pas de RESTREINT
ui-function-authority = Autorité d’origine qui l’autorise
ui-function-reference = Référence de la notification
ui-function-reference-hint = Elle dit les limites d’utilisation et les mesures de protection
ui-function-until = Dernier jour
ui-function-submit = Inscrire
ui-function-done = La fonction de { $name } est inscrite.
ui-function-asked = Cela attend l’accord d’un autre officier de sécurité.
ui-officer-change-roles-title = Rôles de { $name }
ui-officer-change-roles-text = Un rôle que vous retirez prend fin aussitôt. Sous les règles complètes, tout rôle que vous donnez, sauf celui de lecteur, attend l’accord d’un autre officier de sécurité.
ui-officer-roles-other = un autre choix de rôles
ui-officer-change-roles-custodian = Un dépositaire le reste : cela se décide avec le dépôt.
ui-officer-change-roles-submit = Fixer les rôles
ui-officer-roles-changed = Les rôles de { $name } sont fixés.
ui-officer-roles-waiting = Attend l’accord d’un autre officier de sécurité : { $roles }.
app-pick-request = Choisir le fichier de la demande
app-save-request = Choisir où écrire la demande
ui-officer-added = { $id } est ajouté.
ui-officer-disable = Désactiver le compte…
ui-officer-disable-title = Désactiver le compte de { $name }
ui-officer-disable-submit = Désactiver
ui-officer-disable-text = Pour toujours : l’officier ne peut plus déverrouiller ce coffre et toutes les clés qu’il tenait sont renouvelées.
ui-officer-disable-done = Le compte de { $name } est désactivé.
ui-officer-frozen = Compte gelé
ui-officer-frozen-by = Par { $officer }, { $at }.
ui-officer-frozen-why = Motif : { $why }
ui-officer-freeze = Geler le compte…
ui-officer-freeze-title = Geler le compte de { $name }
ui-officer-freeze-text = Immédiatement et partout : aucune session ne continue, toutes les habilitations comptent comme suspendues et toutes les clés détenues sont renouvelées. Cela ne préjuge de rien. Sous les règles complètes, il faut deux personnes pour lever le gel.
ui-officer-freeze-submit = Geler
ui-officer-freeze-done = Le compte de { $name } est gelé.
ui-officer-unfreeze = Lever le gel…
ui-officer-unfreeze-title = Lever le gel du compte de { $name }
ui-officer-unfreeze-text = L’officier peut à nouveau travailler et reçoit les clés renouvelées entre-temps. Sous les règles complètes, l’accord d’une seconde personne est attendu.
ui-officer-unfreeze-submit = Lever
ui-officer-unfreeze-done = { $name } peut travailler à nouveau.
ui-officer-unfreeze-asked = L’accord d’une autre personne est attendu : voyez « Accords ».
ui-officer-papers = Seuls l’intéressé, les officiers de sécurité et les auditeurs voient les habilitations et les briefings.
reason-nationality-excluded = Ce document n’est pas communicable à une personne de nationalité { $nationality }.
reason-nationality-excluded-fix = Seule l’autorité d’origine peut étendre la diffusion ; adressez-vous à elle par l’officier de sécurité.
held-nationality = La nationalité est admise.
cli-col-nationality = Pays
cli-col-roles = Rôles
cli-col-officer = Officier
cli-officer-added = L’officier { $officer } est inscrit. La première phrase de passe sert à créer ses propres clés : zegelctl --as { $officer } identity renew
cli-officer-admitted = L’officier { $officer } est admis. Code de ses clés, à comparer avec lui de vive voix : { $fingerprint }
cli-officer-reissued = L’officier { $officer } est admis avec de nouvelles clés. Leur code, à comparer avec lui de vive voix : { $fingerprint }
cli-officer-reissue-asked = De nouvelles clés sont demandées pour { $officer } ; jusqu’à l’accord, elles ne valent rien. Leur code, à comparer avec lui de vive voix : { $fingerprint }
cli-officer-roles = Rôles de { $officer } : { $roles }.
cli-officer-waits =
    { $what ->
        [keys] Les nouvelles clés attendent l’accord
       *[other] Attend l’accord ({ $what })
    } d’un autre officier de sécurité : { $who ->
        [none] personne ne peut le donner à présent ; il faut d’abord un officier de sécurité de plus
       *[other] { $who }
    }. Demande : { $request }.
cli-identity-requested = Les clés de { $officer } sont créées. Remettez { $path } à un officier de sécurité et lisez-lui ce code : { $fingerprint }
cli-identity-renewed = { $officer } a de nouvelles clés, sous la nouvelle phrase de passe. Leur code : { $fingerprint }
cli-col-last-used = Dernier usage
cli-identity-exported = Le fichier d’identité de { $officer } est dans { $path }, sous sa phrase de passe.
cli-identity-imported = Le fichier d’identité de { $officer } est ici. Le code de ses clés : { $fingerprint }
cli-keys-revoked = révoquée
cli-col-workstation = Poste
cli-identity-added = { $officer } a aussi l’identité { $name }. Son code : { $fingerprint }
cli-identity-was-revoked = L’identité { $key } de { $officer } est révoquée.
cli-keys-present = actuelles
cli-keys-renewed = remplacées
cli-keys-lost = perdues
cli-officer-disabled = Le compte de { $officer } est désactivé.
cli-function-asked = Cela attend l’accord d’un autre officier de sécurité. Demande : { $request }.
cli-officer-frozen = Le compte de { $officer } est gelé.
cli-officer-unfrozen = Le compte de { $officer } n’est plus gelé.
cli-unfreezing-asked = Le gel de { $officer } sera levé dès qu’un autre aura donné son accord : zegelctl assent give { $request }
forged-officer-not-active = le compte de son auteur n’est pas actif
forged-officer-frozen = le compte de son auteur est gelé
forged-not-frozen = ce compte n’est pas gelé
forged-nobody-to-lift = il ne resterait personne pour lever le gel
forged-nobody-to-stop = il ne resterait personne qui puisse arrêter son auteur
forged-keys-replaced = elle est signée avec des clés que son auteur a remplacées
forged-keys-not-proven = de nouvelles clés arrivent sans la preuve que leur officier les détient
forged-renewal-due = son auteur a des clés qu’un autre a créées et doit d’abord créer les siennes
forged-not-security-officer = cela revient à un officier de sécurité
forged-not-registrar = cela revient à un responsable du registre ou à un officier de sécurité
forged-about-oneself = personne ne se donne ni ne se retire de droits à soi-même
forged-about-another = nul autre que l’officier lui-même ne fait cela
forged-officer-added-twice = cet officier ou sa clé s’y trouve déjà
forged-unknown-officer = cet officier n’existe pas
forged-not-these-roles = ces rôles ne se donnent pas ainsi : aucun, ceux qu’il a déjà, ou celui de dépositaire
forged-function-unchanged = la fonction de l’officier est déjà telle
forged-not-own-keys = cet officier a des clés qu’un autre a créées : il ne reçoit de rôle qu’après avoir créé les siennes
forged-taken-without-new-keys = un rôle est retiré sans que la clé du contrôle soit renouvelée
forged-dates-contradict = la fin précède le début
reason-role-required =
    { $besides ->
        [requester] Réservé aux { $role ->
                [security-officer] officiers de sécurité
                [registrar] responsables du registre
                [release-authority] autorités de communication
                [auditor] auditeurs
                [custodian] dépositaires
               *[other] officiers qui ont un autre rôle
            }, aux officiers de sécurité et à l’officier qui l’a demandé.
       *[none] { $also ->
            [security-officer] Réservé aux { $role ->
                    [security-officer] officiers de sécurité
                    [registrar] responsables du registre
                    [release-authority] autorités de communication
                    [auditor] auditeurs
                    [custodian] dépositaires
                   *[other] officiers qui ont un autre rôle
                } et aux officiers de sécurité.
           *[none] Réservé aux { $role ->
                    [security-officer] officiers de sécurité
                    [registrar] responsables du registre
                    [release-authority] autorités de communication
                    [auditor] auditeurs
                    [custodian] dépositaires
                   *[other] officiers qui ont un autre rôle
                }.
        }
    }
reason-role-required-fix =
    { $who ->
        [none] Nul n’a ce rôle ici pour l’instant : prévenez l’officier de sécurité.
       *[other] Adressez-vous à l’un d’eux : { $who }.
    }
reason-about-oneself = Nul ne fait cela pour soi-même.
reason-about-oneself-fix = Adressez-vous à un autre officier de sécurité.
reason-last-of-role =
    { $role ->
        [security-officer] Il n’y a pas d’autre officier de sécurité : sans lui, nul ne tient les officiers et les habilitations.
       *[other] Il n’y a pas d’autre { $role }.
    }
reason-last-of-role-fix = Ajoutez d’abord un autre officier avec ce rôle (« zegelctl officer add ID --role { $role } ») et faites-le déverrouiller une fois.
reason-entered-by-oneself = Vous avez inscrit ou modifié ce partenaire et ne pouvez donc pas confirmer sa clé.
reason-entered-by-oneself-fix = Faites comparer l’empreinte par une autre autorité de communication ou un officier de sécurité.

## clearances

ui-nav-clearances = Habilitations
ui-missing-clearance = Une habilitation de sécurité en vigueur.
ui-missing-briefing = Un briefing de sécurité.
ui-clearances-title = Officiers et habilitations
ui-clearances-tab-officers = Officiers
ui-clearances-tab-renewals = Renouvellements
ui-clearances-tab-system = Système
ui-clearances-find = Nom ou identifiant
ui-clearances-none = Personne ne correspond.
ui-clearances-choose = Choisissez un officier pour voir ses habilitations et ses briefings.
ui-clearance-valid = Valable
ui-clearance-suspended = Suspendue
ui-clearance-withdrawn = Retirée
ui-clearance-expired = Expirée
ui-clearance-future = À venir
ui-clearance-renewal = Renouvellement à demander
ui-clearance-range = { $from } – { $until }
ui-clearance-certificate = Certificat
ui-clearance-categories = Mentions
ui-clearances-of = Habilitations
ui-clearances-empty = Aucune habilitation inscrite.
ui-briefings-of = Briefings de sécurité
ui-briefings-empty = Aucun briefing inscrit.
ui-grant = Accorder une habilitation…
ui-grant-title = Inscrire une habilitation
ui-grant-text = Telle que l’autorité de sécurité l’a décidée, pour { $name }.
ui-grant-submit = Inscrire
ui-grant-level-choose = Choisissez le niveau
ui-grant-from = Valable du
ui-grant-until = Jusqu’au (inclus)
ui-grant-certificate = Numéro du certificat
ui-grant-too-long = Une habilitation vaut cinq ans au plus.
ui-grant-order = La fin vient avant le début.
ui-granted = Habilitation inscrite. Les clés sont remises dès qu’un détenteur déverrouille le coffre.
ui-grant-asked = Cette habilitation requiert deux personnes. Elle attend l’accord d’un autre officier de sécurité.
ui-suspend = Suspendre…
ui-suspend-title = Suspendre l’habilitation { $policy } de { $name }
ui-suspend-submit = Suspendre
ui-withdraw = Retirer…
ui-withdraw-title = Retirer l’habilitation { $policy } de { $name }
ui-withdraw-submit = Retirer
ui-reinstate = Rétablir…
ui-reinstate-title = Rétablir l’habilitation { $policy } de { $name }
ui-reinstate-submit = Rétablir
ui-reinstate-asked = Demandé : la suspension prend fin dès qu’un autre officier de sécurité donne son accord.
ui-revoke-effect = Dès l’inscription, l’accès cesse et les nouveaux documents reçoivent de nouvelles clés.
ui-clearance-changed = C’est inscrit.
ui-briefing-record = Inscrire un briefing…
ui-briefing-title = Inscrire un briefing de sécurité
ui-briefing-date = Donné le
ui-renewals-empty = Aucun renouvellement à demander
ui-renewals-empty-text = La demande part au plus tard sept mois avant l’échéance, dix pour TRÈS SECRET.
ui-expires-in = { $n -> 
    [0] expire aujourd’hui 
    [one] expire demain 
    *[other] expire dans { $n } jours 
    }
ui-expired-since = { $n -> 
    [one] expirée depuis un jour 
    *[other] expirée depuis { $n } jours 
    }
warning-clearance-over = Cette habilitation était déjà échue au moment de son inscription : elle a pris fin le { $until }.
warning-clearance-ahead = Cette habilitation ne vaut pas encore : elle commence le { $from }.
warning-briefing-ahead = Ce briefing ne vaut pas encore : il est daté du { $date }.
warning-far-end = La fin inscrite, le { $until }, est dans plus de dix ans.
warning-far-end-fix = Si c’est une erreur, inscrivez-la de nouveau avec le bon jour.
reason-clearance-missing = Ce document demande une habilitation de sécurité ; aucune n’est inscrite pour sa politique de marquage.
reason-clearance-missing-fix = Faites inscrire une habilitation par l’officier de sécurité.
reason-clearance-withdrawn = L’habilitation de sécurité a été retirée.
reason-clearance-withdrawn-fix = Adressez-vous à l’officier de sécurité : il faut une nouvelle décision de l’autorité de sécurité.
reason-clearance-suspended = L’habilitation de sécurité est suspendue.
reason-clearance-suspended-fix = Attendez la fin de la suspension, ou adressez-vous à l’officier de sécurité.
reason-clearance-not-yet-valid = L’habilitation de sécurité n’est valable qu’à partir du { $from }.
reason-clearance-not-yet-valid-fix = Attendez cette date.
reason-clearance-expired = L’habilitation de sécurité a expiré le { $until }.
reason-clearance-expired-fix = Demandez son renouvellement à l’officier de sécurité.
reason-clearance-level = L’habilitation de sécurité n’atteint pas le niveau de ce document.
reason-clearance-level-fix = Si la fonction l’exige, demandez une habilitation plus élevée à l’officier de sécurité.
reason-briefing-missing = Aucun briefing de sécurité n’est inscrit pour la politique de marquage de ce document.
reason-briefing-missing-fix = Suivez le briefing auprès de l’officier de sécurité.
reason-briefing-not-yet-given = Le briefing de sécurité n’a lieu que le { $date }.
reason-briefing-not-yet-given-fix = Attendez cette date, ou demandez à l’officier de sécurité d’avancer le briefing.
reason-briefing-level = Le briefing de sécurité ne couvre pas le niveau de ce document.
reason-briefing-level-fix = Suivez auprès de l’officier de sécurité un briefing pour un niveau plus élevé.
reason-outside-function = Hors de sa fonction, un officier ne peut recevoir de documents de ce niveau.
reason-outside-function-fix = Si la fonction l’exige, faites-le inscrire par un officier de sécurité.
reason-authorisation-missing = Hors fonction, les documents de ce niveau requièrent une autorisation de l’autorité d’origine ; aucune n’est inscrite pour cette politique.
reason-authorisation-missing-fix = Adressez-vous à l’autorité d’origine, et faites inscrire l’autorisation par deux officiers de sécurité.
reason-authorisation-expired = L’autorisation de voir hors fonction des documents de ce niveau a pris fin le { $until }.
reason-authorisation-expired-fix = Demandez-en une autre à l’autorité d’origine, et faites-la inscrire par deux officiers de sécurité.
held-clearance = L’habilitation de sécurité suffit, ou aucune n’est requise.
held-briefing = Le briefing de sécurité suffit, ou aucun n’est requis.
held-function = Le document relève de la fonction de l’officier, ou a été autorisé hors de celle-ci.
cli-col-clearances = Habilitations
cli-clearance-granted = Habilitation { $level } accordée à { $officer }, jusqu’au { $until }.
cli-clearance-asked = L’habilitation de { $officer } attend l’accord d’un autre officier de sécurité. Demande : { $request }.
cli-clearance-suspended = L’habilitation { $policy } de { $officer } est suspendue.
cli-clearance-valid = L’habilitation { $policy } de { $officer } est rétablie.
cli-reinstatement-asked =
    L’habilitation { $policy } de { $officer } reste suspendue jusqu’à l’accord d’un autre officier de sécurité : { $who ->
        [none] personne ne peut donner cet accord à présent ; il faut d’abord un officier de sécurité de plus
       *[other] { $who }
    }. Demande : { $request }.
cli-clearance-withdrawn = L’habilitation { $policy } de { $officer } est retirée.
cli-status-suspended = suspendue
cli-status-withdrawn = retirée
cli-renewal-due = renouvellement à demander
cli-briefing-recorded = Briefing { $level } de { $officer } inscrit.
forged-clearance-too-long = une habilitation dure plus de cinq ans
reason-clearance-renewal = Votre habilitation ({ $policy }) prend fin le { $until } : son renouvellement est à demander.
reason-clearance-renewal-fix = Adressez-vous à l’officier de sécurité.
reason-clearance-ended = Votre habilitation ({ $policy }) a pris fin le { $until }.
reason-clearance-ended-fix = Demandez son renouvellement à l’officier de sécurité.

## system: approval

ui-missing-approval = L’approbation de ce système : jusque-là, il ne contient que des données d’exercice.
ui-missing-function = Une fonction ici : vous êtes inscrit hors fonction, et aucune autorisation n’est en vigueur.
ui-missing-keys = Des clés : celles de vos dossiers ne vous ont pas encore été remises. Elles viennent quand un membre déverrouille.
ui-missing-ceiling = Ce que vous pourriez lire est au-dessus du plafond de l’approbation de ce système.
ui-system-approval = Approbation du système
ui-system-none = Sans approbation, ce coffre sert à l’exercice et le dit partout.
ui-system-record = Inscrire une approbation…
ui-system-record-title = Inscrire une approbation du système
ui-system-record-text = Un autre officier de sécurité doit donner son accord. Le coffre cesse alors d’être un coffre d’exercice, refuse tout niveau au-dessus du plafond, et ce qui requiert deux personnes en requiert deux définitivement.
ui-system-record-submit = Demander l’accord
ui-system-asked = L’approbation requiert deux personnes. Elle attend l’accord d’un autre officier de sécurité.
ui-system-reference = Référence
reason-approval-expired = L’approbation de ce système pour l’information classifiée a expiré.
reason-approval-expired-fix = Faites inscrire son renouvellement par l’officier de sécurité.
reason-approval-ceiling = Ce système n’est pas approuvé pour le niveau de ce document.
reason-approval-ceiling-fix = Traitez ce document dans un système approuvé pour son niveau.
held-approval = Le système convient à ce document.
held-release-approval = La communication est approuvée, ou n’est pas encore à écrire.
cli-no-approval = Pas d’approbation : coffre d’exercice. EXERCICE – OEFENING
cli-approval = Approuvé par { $authority } ({ $reference }) jusqu’au niveau { $level }, jusqu’au { $until }.
cli-approval-asked = L’approbation attend l’accord d’un autre officier de sécurité. Demande : { $request }.
ceremony-title = Ce qui reste à faire pour que personne ne décide seul :
ceremony-second-security-officer = Un second officier de sécurité ({ $active } à présent, il en faut { $needed })
ceremony-custodians = Le dépôt partagé entre plusieurs dépositaires, dont un seul ne suffit pas (à présent { $needed } sur { $active })
ceremony-approval = L’approbation du système, avec l’accord du second
ceremony-alone-exercise = Jusque-là c’est un coffre d’exercice : une personne peut faire seule ce qui en requiert deux. L’accord du second à l’approbation le confirme.
ceremony-alone-full = Jusque-là, un officier de sécurité seul admet des lecteurs et, une fois, le second officier de sécurité ; il habilite jusqu’à CONFIDENTIEL, inscrit des briefings, tient les dossiers, suspend, retire et désactive. Tout ce qui requiert deux personnes attend.
cli-ceremony-done = Tout est fait : personne ne décide seul, et le système est approuvé.
cli-ceremony-waits = Demandé. Un autre donne son accord : zegelctl assent give { $request }
cli-ceremony-second-security-officer =
    Il crée ses clés : zegelctl identity request ID --full-name NOM --nationality BEL --out FICHIER
    Vous comparez le code avec lui, et l’admettez : zegelctl officer add --request FICHIER --code CODE --role security-officer
cli-ceremony-custodians = zegelctl custody setup --threshold 2 --custodian ID ID ID
cli-ceremony-approval = zegelctl approval record --authority ANS --reference REF --ceiling SECRET --until DATE
ui-ceremony-waits = Demandé : attend l’accord d’un autre.
ui-ceremony-after = Après les étapes précédentes.
ui-ceremony-ticked = fait
ui-ceremony-go-second-security-officer = Vers les officiers
ui-ceremony-go-custodians = Vers le dépôt
ui-ceremony-go-approval = Inscrire l’approbation…
ui-ceremony-second-hint = Il crée ses clés au poste (« Je suis nouveau ici », avant de déverrouiller) et apporte sa demande ; vous l’ajoutez avec le rôle d’officier de sécurité.

## system: guide

ui-clearances-tab-guide = Guide de classification
ui-interest = { $letter }) { $text }
ui-reveal = Que révélerait-il ?
ui-reveal-none = Le titre et l’objet n’évoquent aucun sujet du guide.
ui-reveal-suggested = Suggéré par le titre ou l’objet
ui-reveal-from = à partir de
ui-reveal-harm = Préjudice : { $harm }
ui-reveal-all = { $n ->
    [one] Un autre sujet
    *[other] Tous les autres sujets ({ $n })
    }
ui-reveal-fewer = Moins de sujets
ui-reveal-search = Chercher un sujet
ui-false-friend = Attention : ailleurs, le même mot désigne un autre niveau.
ui-guide-title = Guide de classification
ui-guide-text = Ce que la révélation d’un sujet compromettrait, et le niveau qu’il demande au moins. Quiconque enregistre voit ces sujets ; un marquage inférieur demande une motivation.
ui-guide-shipped = Tel que fourni avec le programme
ui-guide-changed = En vigueur depuis le { $at }, établi par { $officer }
ui-guide-add = Ajouter un sujet…
ui-guide-edit = Modifier { $name }
ui-guide-empty = Le guide n’a aucun sujet
ui-guide-empty-text = Les niveaux se choisissent alors sans minimum.
ui-guide-floor = Au moins
ui-guide-reveals = Ce qu’il révèle
ui-guide-harm = Préjudice en cas d’utilisation inappropriée
ui-guide-hints-list = Suggéré par : { $what }
ui-guide-aggregation = Avertir quand autant de documents sont réunis :
ui-guide-aggregation-hint = L’ensemble peut demander un niveau plus élevé que ses parties. C’est un avertissement, jamais un refus.
ui-guide-aggregation-wrong = Écrivez un nombre à partir de 2.
ui-guide-unsaved = Les modifications valent une fois enregistrées.
ui-guide-save = Mettre en vigueur
ui-guide-discard = Abandonner les modifications
ui-guide-saved = Le guide est en vigueur.
ui-guide-asked = Un autre guide requiert deux personnes. Il attend l’accord d’un autre officier de sécurité.
ui-guide-import = Importer…
ui-guide-export = Exporter…
ui-guide-exported = Guide écrit dans « { $name } ».
ui-guide-import-title = Remplacer le guide
ui-guide-import-text = Ce que « { $name } » changerait au guide en vigueur.
ui-guide-import-same = Ce fichier dit la même chose que le guide en vigueur.
ui-guide-import-added = Ajouté
ui-guide-import-removed = Supprimé
ui-guide-import-changed = Modifié
ui-guide-import-lowered = Le minimum baisse
ui-guide-import-parts = Modifié : { $what }
ui-guide-import-part-name = libellé
ui-guide-import-part-floor = niveau minimum
ui-guide-import-part-interest = intérêt
ui-guide-import-part-harm = préjudice
ui-guide-import-part-categories = traitement
ui-guide-import-part-hints = mots qui le suggèrent
ui-guide-import-aggregation = L’avertissement vient à partir de { $after } documents réunis, au lieu de { $before }.
ui-guide-import-unchanged =
    { $n ->
        [0] Aucun sujet ne reste tel quel.
        [one] { $n } sujet reste tel quel.
       *[other] { $n } sujets restent tels quels.
    }
ui-guide-import-unsaved = Vos modifications qui ne sont pas encore en vigueur seront abandonnées.
ui-topic-new = Ajouter un sujet
ui-topic-edit = Modifier un sujet
ui-topic-text = Une langue suffit ; là où une manque, une autre est affichée.
ui-topic-interest = Intérêt protégé (art. 3, § 1er)
ui-topic-no-interest = Aucun
ui-topic-categories = Traitement qu’il demande
ui-topic-hints = Mots qui le suggèrent
ui-topic-hints-hint = Entre virgules, en toute langue ; la casse et les accents ne comptent pas.
ui-topic-put = Reprendre dans le guide
ui-topic-fault-name = Dites dans une langue ce qu’il révèle.
ui-topic-fault-id = Ce nom ne donne aucun identifiant : utilisez des lettres ou des chiffres.
ui-topic-fault-double = Un autre sujet a cet identifiant : choisissez un autre nom.
ui-topic-fault-floor = Choisissez un niveau.
ui-topic-fault-interest = Au-dessus de non classifié, un intérêt doit être nommé.
ui-topic-fault-harm = Au-dessus de non classifié, indiquez le préjudice dans une langue.
ui-derive = Dériver…
ui-derive-from = Dérivé de
ui-derive-start = Le marquage commence au plus élevé de ses sources. Un marquage inférieur demande une motivation.
ui-derive-orcon = Une source dépend de son autorité d’origine : un marquage inférieur demande l’accord de celle-ci.
ui-derive-foreign = Une source vient d’une autre autorité : un marquage inférieur demande l’accord de celle-ci.
ui-derive-also-of = Le document relèvera aussi des autorités d’origine de ses sources : { $authorities }. Le consentement de chacune est requis pour le communiquer et pour en changer le marquage.
ui-derive-two = Deux officiers ouvrent une source : deux enregistrent ce qui en est tiré. De qui elle émane, et ce que sa fiche exige d’autre, se voit à ce moment.
ui-derive-back = Revenir à ce marquage
ui-derive-two-title = Enregistrer à deux
ui-derive-two-text = Deux officiers ouvrent une source de ce document, deux l’enregistrent donc : le second officier tape ici sa phrase de passe, la source est ouverte pour cela, et les deux sont inscrits au journal.
reason-below-guide =
    Le guide de classification demande ici au moins { $floor ->
        [unclassified] NON CLASSIFIÉ
        [restricted] RESTREINT
        [confidential] CONFIDENTIEL
        [secret] SECRET
        [top-secret] TRÈS SECRET
       *[other] { $floor }
    }.
reason-below-guide-fix = Choisissez ce niveau, ou motivez pourquoi un niveau moindre suffit.
reason-below-guide-category = Le guide de classification demande ici la mention { $category }.
reason-below-guide-category-fix = Ajoutez cette mention, ou motivez pourquoi elle n’est pas nécessaire.
reason-derive-nobody = Aucun pays ne peut lire tous les documents d’origine.
reason-derive-nobody-fix = Laissez de côté un des documents, ou choisissez vous-même à qui le nouveau peut être communiqué.
reason-derive-fallen = La mention « { $tag } » d’un document d’origine n’est pas commune à tous.
reason-derive-fallen-fix = Voyez si elle vaut pour l’ensemble.
reason-below-sources = Ce marquage protège moins que les documents dont celui-ci est tiré.
reason-below-sources-fix = Reprenez le marquage proposé, ou motivez pourquoi ce qui en est tiré demande moins de protection.
held-guide = Le marquage suit le guide de classification, ou s’en écarte avec une motivation.
warning-aggregation =
    { $count } documents réunis : le guide avertit à partir de { $threshold }. L’ensemble peut demander plus que { $level ->
        [unclassified] NON CLASSIFIÉ
        [restricted] RESTREINT
        [confidential] CONFIDENTIEL
        [secret] SECRET
        [top-secret] TRÈS SECRET
       *[other] { $level }
    }.
reason-guide-too-large = Plus de { $limit } octets.
reason-guide-too-large-fix = Raccourcissez les textes.
reason-guide-too-many-topics = Plus de { $limit } sujets.
reason-guide-too-many-topics-fix = Réunissez ceux qui demandent la même chose.
reason-guide-syntax =
    Ce n’est pas la forme d’un guide : { $cause ->
        [missing] « { $name } » manque
        [unknown] « { $name } » n’est pas connu à cet endroit
        [type] une valeur n’est pas du genre attendu ici
        [twice] le même nom figure deux fois ici
        [not_utf8] le fichier n’est pas en UTF-8
       *[not_toml] le fichier n’est pas du TOML lisible
    }.
reason-guide-syntax-fix = Comparez avec le guide en vigueur : « zegelctl guide show ».
reason-guide-aggregation = Le nombre à partir duquel avertir est inférieur à deux.
reason-guide-aggregation-fix = Donnez deux ou plus.
reason-guide-bad-id = « { $topic } » ne peut pas désigner un sujet.
reason-guide-bad-id-fix = Employez a-z, 0-9 et le trait d’union, 40 signes au plus.
reason-guide-twice = Le sujet « { $topic } » y est deux fois.
reason-guide-twice-fix = Renommez-en un, ou réunissez-les.
reason-guide-no-name = Le sujet « { $topic } » n’a pas de nom.
reason-guide-no-name-fix = Dites dans une langue au moins ce qui est révélé.
reason-guide-unknown-language = Le sujet « { $topic } » parle une langue inconnue ici : { $value }.
reason-guide-unknown-language-fix = Employez fr, nl, de ou en.
reason-guide-no-interest = Le sujet « { $topic } » demande un niveau sans nommer d’intérêt à protéger.
reason-guide-no-interest-fix = Nommez l’intérêt de l’article 3, § 1er : a à k.
reason-guide-no-harm = Le sujet « { $topic } » demande un niveau sans dire quel préjudice est à craindre.
reason-guide-no-harm-fix = Dites dans une langue au moins quel préjudice un mauvais usage causerait.
reason-guide-unknown-level = « { $value } » n’est pas un niveau (sujet « { $topic } »).
reason-guide-unknown-level-fix = Employez unclassified, restricted, confidential, secret ou top-secret.
reason-guide-unknown-interest = « { $value } » n’est pas un intérêt de l’article 3, § 1er (sujet « { $topic } »).
reason-guide-unknown-interest-fix = Employez une lettre de a à k.
reason-guide-unknown-category = « { $value } » n’est pas une mention restrictive du marquage belge (sujet « { $topic } »).
reason-guide-unknown-category-fix = Employez une mention de traitement que la politique connaît.
reason-guide-bad-text = Un texte du sujet « { $topic } » est vide, trop long ou contient des signes invisibles, ou il y en a trop.
reason-guide-bad-text-fix = Écrivez-le sur une ligne, plus court.
reason-interest-missing = L’intérêt qui appelle la classification n’est pas indiqué.
reason-interest-missing-fix = Indiquez par sa lettre un des intérêts de l’art. 3 § 1er de la loi du 11 décembre 1998.
reason-motive-missing = Aucune motivation n’est donnée.
reason-motive-missing-fix = Donnez une motivation succincte ; elle figure au registre.
reason-printer-not-listed = L’imprimante « { $printer } » ne figure pas sur la liste de ce coffre.
reason-printer-not-listed-fix = Choisissez une imprimante de la liste, ou demandez à un officier de sécurité d’y inscrire celle-ci.
reason-printer-ceiling = Un document de ce niveau ne peut pas être imprimé sur « { $printer } ».
reason-printer-ceiling-fix = Choisissez une imprimante de la liste dont le plafond est plus élevé.
held-interest = L’intérêt qui appelle la classification est indiqué, ou aucun n’est requis.
interest-a = la défense de l’intégrité du territoire national et les plans de défense militaire
interest-b = l’accomplissement des missions des forces armées
interest-c = la sûreté intérieure de l’État, y compris dans le domaine de l’énergie nucléaire, et la pérennité de l’ordre démocratique et constitutionnel
interest-d = la sûreté extérieure de l’État et les relations internationales de la Belgique
interest-e = le potentiel scientifique et économique du pays
interest-f = tout autre intérêt fondamental de l’État
interest-g = la sécurité des ressortissants belges à l’étranger
interest-h = le fonctionnement des organes décisionnels de l’État
interest-i = la sécurité des personnes auxquelles des mesures de protection spéciales sont octroyées
interest-j = l’identité des membres et des sources des services de renseignement et de sécurité
interest-k = l’accomplissement des missions des services de renseignement et de sécurité
app-pick-guide = Choisir le fichier du guide
app-save-guide = Choisir où écrire le guide
cli-col-interest = Intérêt
cli-col-topic = Sujet
cli-col-reveals = Ce qui est révélé
cli-col-topics = Sujets
cli-guide-sound = Ce guide peut être mis en vigueur : { $topics ->
    [one] { $topics } sujet
   *[other] { $topics } sujets
 }.
cli-guide-replaced = Le guide de classification est remplacé : { $topics ->
    [one] { $topics } sujet
   *[other] { $topics } sujets
 }.
cli-guide-asked = Ce guide attend l’accord d’un autre officier de sécurité. Demande : { $request }.
cli-guide-shipped = Le guide livré avec le programme. Avertissement à partir de { $aggregation } documents réunis.
cli-guide-changed = Guide mis en vigueur par { $officer } le { $at }. Avertissement à partir de { $aggregation } documents réunis.
err-unknown-interest = « { $value } » n’est pas un intérêt.
fix-unknown-interest = Écrivez une lettre de a à k, comme à l’art. 3 § 1er de la loi du 11 décembre 1998.
forged-guide-misshapen = ce guide de classification dépasse ses limites ou n’en est pas un
err-guide-refused =
    { $line ->
        [0] Ce guide de classification est refusé.
       *[other] Ce guide de classification est refusé (ligne { $line }).
    }
fix-guide-refused = Corrigez le point cité ; le guide en vigueur reste ce qu’il était.
err-derive-by-hand = Le marquage de l’ensemble doit être choisi par une personne.
fix-derive-by-hand = Donnez vous-même le marquage, en tenant compte de chaque point.

## system: authorities

ui-clearance-authority = Autorité de sécurité
ui-authorities-title = Autorités propres
ui-authorities-text = Le coffre décide lui-même du marquage des documents de ces autorités. Pour ceux de toute autre, il faut son consentement (art. 7).
ui-authorities-vault = Nom du coffre, compte toujours
ui-authorities-changed = Liste modifiée le { $at } par { $officer }
ui-authorities-add = Ajouter une autorité…
ui-authorities-add-title = Ajouter une autorité propre
ui-authorities-add-text = Écrivez le nom tel que les documents le portent ; la casse, les accents et les espaces ne comptent pas. Seulement une section ou un service de la maison : au nom d’une autre autorité, personne ici ne décide.
ui-authorities-name = Section ou service
ui-authorities-add-submit = Ajouter
ui-authorities-added = Le coffre décide désormais des documents de « { $name } ».
ui-authorities-remove = Retirer { $name }…
ui-authorities-remove-title = Retirer { $name } ?
ui-authorities-remove-text = Toute décision sur le marquage de ses documents demandera son consentement. Les décisions prises demeurent.
ui-authorities-remove-submit = Retirer
ui-authorities-removed = « { $name } » est désormais une autre autorité.
ui-authorities-asked = Une autre liste requiert deux personnes. Elle attend l’accord d’un autre officier de sécurité.
ui-printers-title = Imprimantes
ui-printers-text = Les documents ne sont imprimés que sur ces imprimantes, chacune jusqu’à son niveau. Chaque exemplaire porte son numéro et figure au journal.
ui-printers-none = Aucune imprimante ne figure sur la liste : rien ne peut être imprimé.
ui-printers-up-to = jusqu’à { $level }
ui-printers-listed = inscrite le { $at } par { $officer }
ui-printers-add = Ajouter une imprimante…
ui-printers-add-title = Inscrire une imprimante sur la liste
ui-printers-add-text = Son niveau dépend de l’endroit où elle se trouve et de qui y a accès. Il ne change plus ensuite : pour un autre niveau, retirez l’imprimante et inscrivez-la à nouveau. À partir de SECRET, un autre officier de sécurité doit donner son accord sous les règles complètes.
ui-printers-name = Nom dans CUPS
ui-printers-name-hint = Tel que « lpstat -e » l’affiche sur les postes.
ui-printers-why = Motif
ui-printers-why-hint = Où elle se trouve et qui y a accès ; pour le journal.
ui-printers-add-submit = Inscrire
ui-printers-added = « { $name } » figure sur la liste des imprimantes.
ui-printers-asked = Imprimer à partir de SECRET requiert deux personnes. « { $name } » attend l’accord d’un autre officier de sécurité.
ui-printers-remove = Retirer { $name }…
ui-printers-remove-title = Retirer { $name } ?
ui-printers-remove-text = Plus rien n’y est imprimé. Ce qui a été imprimé reste au journal.
ui-printers-remove-submit = Retirer
ui-printers-removed = Plus rien n’est imprimé sur « { $name } ».
reason-release-authority-required = Seule une autorité de communication peut accomplir cette étape.
reason-release-authority-required-fix = Soumettez la demande à une autorité de communication.
reason-not-originating-authority = Seule l’autorité d’origine décide de ce marquage : pour elle, l’officier qui a enregistré le document en premier ou le responsable de son dossier. Pour un document d’une autre autorité, ils décident avec son consentement.
reason-not-originating-authority-fix = Adressez-vous à l’auteur ou au responsable du dossier. Si le document est d’une autre autorité, ils indiquent son consentement avec la décision.
reason-not-charged = Ce qui est inscrit au sujet d’un document, et son fichier, sont rectifiés par l’officier qui l’a enregistré, par le responsable de son dossier ou par un responsable du registre.
reason-not-charged-fix = Dites à l’un d’eux ce qui est inexact.
reason-other-not-charged = L’annulation ou le remplacement d’un document est inscrit par ceux qui rectifient ce qui est inscrit à son sujet : l’officier qui l’a enregistré, le responsable de son dossier ou un responsable du registre.
reason-other-not-charged-fix = Demandez à l’un d’eux de l’inscrire.
reason-not-its-author = Seul l’officier qui a enregistré un document, ou le responsable de son dossier, le retire.
reason-not-its-author-fix = Dites à l’un d’eux qu’il ne devrait pas y être.
reason-document-withdrawn = Le document a été retiré.
reason-document-withdrawn-fix = Il figure parmi les documents retirés et ne s’ouvre plus.
held-originating-authority = La personne qui décide a enregistré le document ou est responsable de son dossier, et décide pour l’autorité d’origine ou avec son consentement.
cli-col-authority = Autorité
cli-authority-vault = nom du coffre, compte toujours
cli-authority-listed = inscrite par l’officier de sécurité
cli-authority-added = Le coffre décide désormais lui-même des documents de « { $authority } ».
cli-authority-removed = Les documents de « { $authority } » demandent désormais le consentement de cette autorité.
cli-printers-none = Aucune imprimante ne figure sur la liste : rien ne peut être imprimé.
cli-printer-added = « { $printer } » figure sur la liste des imprimantes.
cli-printer-asked = Une imprimante à partir de SECRET attend l’accord d’un autre officier de sécurité. Demande : { $request }.
cli-printer-removed = Plus rien n’est imprimé sur « { $printer } ».
cli-authorities-asked = Cette liste d’autorités propres attend l’accord d’un autre officier de sécurité. Demande : { $request }.
forged-not-release-authority = cela revient à une autorité de communication ou à un officier de sécurité
forged-authorities-misshapen = cette liste d’autorités propres dépasse ses limites, ou un nom y est double ou caché
forged-printer-listed-twice = une imprimante est inscrite sur la liste alors qu’elle y figure déjà
forged-printer-not-listed = une imprimante est nommée qui ne figure pas sur la liste
forged-not-originating-authority = de ce marquage décide l’auteur ou le responsable du dossier, pour une autre autorité avec son consentement

## dossiers

dossier-open = ouvert
dossier-closed = clôturé
ui-nav-dossiers = Dossiers
ui-missing-need-to-know = Le besoin d’en connaître : vous n’êtes membre d’aucun dossier.
ui-documents-dossier = Dossier
ui-documents-any-dossier = Tous les dossiers
ui-dossiers-title = Dossiers et besoin d’en connaître
ui-dossiers-empty = Vous n’êtes membre d’aucun dossier
ui-dossiers-empty-text = Un dossier réunit des documents et les personnes qui doivent en connaître.
ui-dossiers-find = Chercher un dossier
ui-dossiers-count =
    { $n ->
        [one] { $shown } dossier
       *[other] { $shown } dossiers
    }
ui-dossiers-no-match = Aucun dossier ne correspond
ui-dossiers-choose = Choisissez un dossier pour voir qui en est membre.
ui-dossiers-members = Membres
ui-dossier-create = Créer un dossier…
ui-dossier-create-title = Créer un dossier
ui-dossier-create-submit = Créer
ui-dossier-id-hint = Court, visible des seuls membres
ui-dossier-lead = Responsable
ui-dossier-deputy = Suppléant
ui-dossier-deputy-hint = Un membre, qui dirige le dossier une fois le responsable parti
ui-dossier-deputy-name = Désigner un suppléant…
ui-dossier-deputy-title = Suppléant pour { $dossier }
ui-dossier-deputy-text = Si vous ne travaillez plus ici ou n’êtes plus membre, le suppléant dirige le dossier. Sans suppléant, deux officiers de sécurité en décident.
ui-dossier-deputy-nobody = Personne
ui-dossier-deputy-submit = Désigner
ui-dossier-deputy-named = { $officer } est suppléant pour { $dossier }.
ui-dossier-deputy-none = { $dossier } n’a pas de suppléant.
ui-dossier-unled = sans responsable
ui-dossier-own-deed = sans responsable, bien qu’il y ait un suppléant
ui-dossier-stands-in = à la place de { $officer }, dont le compte est gelé
ui-succession-title = Dossiers sans responsable
ui-succession-text = Leur responsable est parti, et aucun suppléant ne prend sa place.
ui-succession-by-key = Certains ne se voient que par leur clé : seuls les membres savent de quoi ils traitent.
ui-succession-own-deed = Le responsable a été écarté par le suppléant, ou par l’officier sur la seule parole duquel celui-ci a été admis : le dossier ne revient pas au suppléant. Deux officiers de sécurité décident qui le dirige.
ui-succession-was = Dernier responsable
ui-succession-propose = Proposer un responsable…
ui-succession-propose-title = Proposer un responsable
ui-succession-propose-text = L’officier devient membre et reçoit les clés de ceux qui les détiennent, ou du dépôt. Sous les règles complètes, un autre officier de sécurité doit donner son accord.
ui-succession-lead = Nouveau responsable
ui-succession-submit = Proposer
ui-succession-waits = une proposition attend
ui-succession-asked = Un nouveau responsable requiert deux personnes. La proposition attend l’accord d’un autre officier de sécurité.
ui-succession-named = { $officer } dirige le dossier.
ui-succession-member = Est déjà membre
ui-succession-joins = Deviendrait membre
ui-succession-alone = admis par { $officer } seul ; personne d’autre n’y a encore donné son accord
ui-succession-note = À noter
ui-succession-opens =
    { $n ->
        [0] Ne pourrait ouvrir les documents d’aucun de ses marquages
        [one] Pourrait ouvrir les documents d’un de ses marquages
       *[other] Pourrait ouvrir les documents de { $n } de ses marquages
    }
ui-dossier-created = Le dossier { $id } est créé.
ui-dossier-close = Clôturer le dossier…
ui-dossier-close-title = Clôturer { $dossier }
ui-dossier-close-text = Il ne reçoit plus de documents. Ses membres continuent de lire ceux qu’il contient, et leur marquage peut encore être modifié.
ui-dossier-close-submit = Clôturer
ui-dossier-closed = Le dossier { $dossier } est clôturé.
ui-dossier-closed-by = Clôturé par { $officer } le { $date }
ui-dossier-reopen = Rouvrir le dossier…
ui-dossier-reopen-title = Rouvrir { $dossier }
ui-dossier-reopen-text = Il reçoit de nouveau des documents.
ui-dossier-reopen-submit = Rouvrir
ui-dossier-reopened = Le dossier { $dossier } est de nouveau ouvert.
ui-dossier-reopened-by = Rouvert par { $officer } le { $date }
ui-dossiers-which = Quels dossiers
ui-dossiers-open = Ouverts
ui-dossiers-closed = Clôturés
ui-dossiers-all = Tous
ui-dossier-members = Doivent en connaître
ui-member-officer = Officier
ui-member-choose = Choisissez un officier
ui-member-since = Depuis
ui-member-until = Jusqu’au
ui-member-no-end = sans fin fixée
ui-member-basis = Fondement
ui-member-basis-hint = La tâche qui exige d’en connaître
ui-member-over = échu
ui-member-add = Ajouter un membre…
ui-member-add-title = Ajouter un membre à { $dossier }
ui-member-add-submit = Ajouter
ui-member-added = { $officer } est membre de { $dossier }.
ui-member-remove = Retirer { $officer }…
ui-member-remove-title = Retirer { $officer } de { $dossier }
ui-member-remove-submit = Retirer
ui-member-removed = { $officer } n’est plus membre de { $dossier }.
reason-need-to-know-missing = Le besoin d’en connaître n’est pas établi pour ce document à cette date.
reason-need-to-know-missing-fix = Si la tâche l’exige, faites-le établir par le responsable du dossier.
reason-dossier-closed = Le dossier choisi est clôturé ; il ne reçoit plus de documents.
reason-dossier-closed-fix = Choisissez un autre dossier, ou faites-le rouvrir par son responsable.
reason-version-in-closed-dossier = Le dossier de ce document est clôturé ; il ne reçoit plus de nouvelle version.
reason-version-in-closed-dossier-fix = Faites-le rouvrir par son responsable.
held-need-to-know = Le besoin d’en connaître est établi.
held-dossier = Le dossier reçoit des documents.
cli-col-members = Membres
cli-col-dossier = Dossier
cli-dossier-created = Le dossier { $dossier } est ouvert.
cli-dossier-closed = Le dossier { $dossier } est clôturé.
cli-dossier-reopened = Le dossier { $dossier } est de nouveau ouvert.
cli-member-added = { $officer } est membre du dossier { $dossier }.
cli-member-removed = { $officer } n’est plus membre du dossier { $dossier }.
cli-deputy-named = { $officer } dirige le dossier { $dossier } une fois son responsable parti.
cli-deputy-none = Le dossier { $dossier } n’a pas de suppléant.
cli-lead-named = { $officer } dirige le dossier { $dossier }.
cli-lead-asked = Un nouveau responsable attend l’accord d’un autre officier de sécurité. Demande : { $request }.
warning-dossier-succeeded = Vous dirigez désormais le dossier { $dossier } : son responsable est parti.
warning-dossier-succeeded-fix = Désignez à votre tour un suppléant sous Dossiers (zegelctl : « dossier deputy »).
warning-dossier-stands-in = Vous remplacez { $officer }, dont le compte est gelé, et dirigez le dossier { $dossier }.
warning-dossier-stands-in-fix = Une fois le gel levé, { $officer } le dirige à nouveau.
warning-dossier-returned = Vous dirigez à nouveau le dossier { $dossier } : votre compte n’est plus gelé.
warning-dossier-returned-fix = Le journal dit ce qui a été fait entre-temps.
warning-dossier-own-deed = Vous êtes le suppléant du dossier { $dossier } et ne le dirigez pas : son responsable a été écarté par vous, ou par l’officier sur la seule parole duquel vous avez été admis.
warning-dossier-own-deed-fix = Adressez-vous à un autre officier de sécurité : si le gel est levé, le responsable revient ; sinon, ils décident à deux qui le dirige.
warning-dossiers-unled =
    { $count ->
        [one] Un dossier est sans responsable.
       *[other] { $count } dossiers sont sans responsable.
    }
warning-dossiers-unled-fix = Proposez un responsable sous Dossiers (zegelctl : « dossier vacant », « dossier succession »).
warning-dossier-unled = Personne ne dirige plus le dossier { $dossier }.
warning-dossier-unled-fix = Les officiers de sécurité proposent qui le dirige (zegelctl : « dossier vacant », « dossier succession »).
warning-dossier-unread =
    { $n ->
        [0] Personne n’est plus sur la liste du dossier { $dossier } : personne ne peut lire ce qui y est enregistré.
        [one] Personne ne peut plus lire { $n } document du dossier { $dossier }.
       *[other] Personne ne peut plus lire { $n } documents du dossier { $dossier }.
    }
warning-dossier-unread-fix = Faites inscrire sur sa liste quelqu’un qui est habilité.
warning-not-compared =
    { $n ->
        [one] { $n } document de ce dossier porte DUAL et ne peut pas être comparé : s’il est parmi ces fichiers, il est enregistré deux fois.
       *[other] { $n } documents de ce dossier portent DUAL et ne peuvent pas être comparés : ceux qui sont parmi ces fichiers sont enregistrés deux fois.
    }
warning-alone-in-charge = Vous êtes le seul officier de sécurité : rien de ce qui demande deux personnes ne peut être accordé.
warning-alone-in-charge-fix = Tout ce qui demande deux personnes attend qu’il y en ait un second : demandez à votre service.
warning-nobody-agrees = Personne ne peut donner son accord pour l’instant.
warning-nobody-agrees-fix = Il faut d’abord un autre officier de sécurité.
cli-assent-refuse-only = refus seulement
warning-above-ceiling =
    { $n ->
        [one] { $n } document que vous pouvez lire est classifié au-dessus de ce plafond : avec cette approbation, personne ne peut l’ouvrir.
       *[other] { $n } documents que vous pouvez lire sont classifiés au-dessus de ce plafond : avec cette approbation, personne ne peut les ouvrir.
    }
warning-above-ceiling-fix = Communiquez-les d’abord, ou faites inscrire une approbation d’un plafond plus élevé.
warning-request-refused = { $officer } a refusé votre demande ({ $name }) : { $why }
warning-request-refused-fix = Voyez cela avec cet officier ; la même chose peut être redemandée.
warning-request-granted = { $officer } a accepté votre demande ({ $name }) : elle est en vigueur.
warning-request-granted-fix = Il n’y a plus rien à faire. Le journal dit le reste.
warning-documents-moved =
    { $n ->
        [one] { $officer } a placé dans un autre dossier un document que vous aviez enregistré, ou qui était dans un dossier que vous dirigez : { $names }.
       *[other] { $officer } a placé dans un autre dossier { $n } documents que vous aviez enregistrés, ou qui étaient dans un dossier que vous dirigez : { $names }.
    }
warning-documents-moved-fix = Le journal dit quand, et l’historique de chaque document pourquoi. Adressez-vous à { $officer } si ce n’est pas juste.
forged-not-keeper-of-dossier = la liste de ce dossier est tenue par quelqu’un d’autre
forged-dossier-created-twice = ce dossier existe déjà
forged-unknown-dossier = ce dossier n’existe pas
forged-dossier-closed = ce dossier n’accepte plus de documents
forged-dossier-open = ce dossier est déjà ouvert
forged-dossier-led = ce dossier a un responsable
forged-not-lead-of-dossier = ce dossier est dirigé par quelqu’un d’autre
forged-not-deputy-of-dossier = ce dossier n’est pas revenu à cet officier
forged-own-deed = le responsable de ce dossier a été écarté par son suppléant, ou par celui qui seul répond du suppléant
forged-unknown-member = cet officier ne figure pas sur la liste du dossier
reason-same-id =
    { $lead ->
        [NOBODY] { $key } : « { $title } », sans responsable
       *[other] { $key } : « { $title } », responsable { $lead }
    }
reason-not-keeper = Seul l’officier qui tient la liste de ce dossier la modifie.
reason-not-keeper-fix =
    { $who ->
        [none] Adressez-vous au responsable du dossier, ou à celui qui l’a créé.
       *[other] Adressez-vous à l’un de ceux qui la tiennent : { $who }.
    }
reason-not-lead = Seul le responsable de ce dossier désigne un suppléant.
reason-not-lead-fix =
    { $who ->
        [none] Personne ne le dirige : un officier de sécurité propose un responsable.
       *[other] Adressez-vous à son responsable : { $who }.
    }
reason-deputy-of-oneself = Le responsable d’un dossier n’est pas son propre suppléant.
reason-deputy-of-oneself-fix = Désignez un autre officier comme suppléant, ou personne.

## keys

ui-missing = Ce qui vous manque encore
ui-missing-ask = Adressez-vous à { $who }.
ui-missing-nobody = Personne d’autre ne peut y remédier ici : adressez-vous à votre service.
forged-class-made-twice = une classe de ce marquage existe déjà dans ce dossier
forged-unknown-level = aucune politique de marquage ne connaît ce niveau
forged-unknown-class = cette classe d’accès n’existe pas
forged-unknown-key = cette clé n’existe pas
forged-epoch-out-of-order = ce n’est pas la période actuelle de cette clé
forged-rekeyed-without-right = son auteur n’a pas à renouveler cette clé
forged-key-withheld = une nouvelle clé n’a pas été remise à tous ceux qui y ont droit
forged-vault-key-withheld = la clé du coffre n’a pas été remise à cet officier
forged-old-vault-key = elle est scellée avec une clé du coffre qui n’est plus en usage
forged-disabled-without-new-keys = un compte est désactivé sans que les clés communes soient renouvelées
forged-common-key-due = un officier qui peut renouveler une clé commune continue avec une clé que quelqu’un peut connaître par des clés qui ne valent plus
forged-delivered-without-holding = une clé est remise ou mise en dépôt par quelqu’un qui ne la détient pas
forged-delivered-to-stranger = une clé est remise à un officier qui ne peut pas la détenir
forged-delivered-twice = une clé est remise à un officier qui l’a déjà
forged-delivered-unrecorded = une clé est remise sans que l’inscription le dise
forged-delivery-without-key = l’inscription dit qu’une clé est remise, et la clé n’y est pas
forged-another-key-delivered = la clé remise n’est pas celle que le journal nomme
forged-custody-not-sound = il reste trop peu de dépositaires pour mettre quoi que ce soit en dépôt
forged-custody-part-missing = ce qui devait être mis en dépôt manque, ou autre chose y est
forged-custody-sealed-wrongly = ce qui a été mis en dépôt n’est pas remis aux dépositaires actuels
forged-reclassified-without-right = son auteur ne peut pas lire le document dont il change le marquage
forged-resealed-without-right = un document est rescellé par quelqu’un qui ne peut pas le lire
forged-text-without-right = le texte d’un document a été lu par quelqu’un qui ne peut pas lire le document
forged-text-without-sheet = la lecture du texte d’un document est inscrite sans que la fiche dise ce qui a été lu
forged-corrected-without-right = un document est rectifié par quelqu’un qui n’en a pas le droit
forged-corrected-without-sheet = un document est rectifié sans que sa fiche dise ce qui est juste
forged-noted-without-right = une note est ajoutée à un document par quelqu’un qui ne peut pas le lire
forged-noted-without-sheet = une note est inscrite sans que la fiche en donne le texte
forged-printed-without-right = un document est imprimé par quelqu’un qui ne peut pas le lire
forged-printed-without-sheet = une impression est inscrite sans que la fiche l’indique
forged-printed-above-ceiling = un document est imprimé sur une imprimante dont le plafond est plus bas
forged-copies-out-of-order = les numéros des exemplaires imprimés ne suivent pas les précédents
forged-refiled-without-right = un document est mis dans un autre dossier par quelqu’un qui n’en a pas le droit
forged-refiled-otherwise = un document est mis dans le dossier où il est déjà, ou sous un autre marquage
forged-refiled-without-sheets = un document est mis dans un autre dossier sans que l’ancienne et la nouvelle classe l’apprennent toutes deux
forged-version-without-right = une nouvelle version d’un document est enregistrée par quelqu’un qui n’en a pas le droit
forged-version-elsewhere = une nouvelle version d’un document est enregistrée sous une autre classe que celle du document
forged-version-out-of-order = une version d’un document porte un autre numéro que le suivant
forged-version-without-sheet = une nouvelle version d’un document est enregistrée sans que sa fiche dise ce qu’elle est
forged-version-left-behind = un document est scellé de nouveau sans toutes ses versions
forged-withdrawn-without-right = un document est retiré par quelqu’un qui ne l’a pas enregistré et ne dirige pas son dossier
forged-document-withdrawn = quelque chose est fait d’un document retiré
forged-reclassified-without-sheets = un marquage est changé sans que l’ancienne et la nouvelle classe l’apprennent
forged-reclassified-elsewhere = un changement de marquage n’emmène pas un document dans un autre dossier
reason-key-not-delivered = Vous y avez droit, mais la clé ne vous est pas encore parvenue.
reason-key-not-delivered-fix = Quelqu’un qui la détient la remet à son prochain déverrouillage. Sinon, un officier de sécurité la demande au dépôt.
reason-opens-by-two = Deux officiers ouvrent ce document ensemble. Personne ne fait cela seul.
reason-opens-by-two-fix = Faites-le avec un second officier, qui tape ici sa phrase de passe (zegelctl : « --with OFFICIER ») : ouvrir, marquer, rectifier, changer de dossier, mettre en relation, enregistrer une nouvelle version, en tirer un autre document, écrire un paquet.
reason-not-copied = Le marquage de ce document ne permet pas de copier du texte de ses pages.
reason-not-copied-fix = Citez-le dans un document que vous écrivez ici, sous le même marquage.
reason-opens-by-one = Un seul officier ouvre ce document. Il n’en faut pas de second.
reason-opens-by-one-fix = N’indiquez pas de second officier.
reason-second-officer-needed = Ce document est marqué DUAL : deux officiers l’ouvrent ensemble.
reason-second-officer-needed-fix = Demandez à un collègue qui peut aussi l’ouvrir de taper ici sa phrase de passe (zegelctl : « --with OFFICIER »).
reason-no-second-officer = Deux officiers l’ouvrent ensemble, et il n’y a personne d’autre qui le pourrait.
reason-no-second-officer-fix = Faites inscrire au dossier un collègue habilité ; il faut que quelqu’un qui a une part de la clé soit encore là.
reason-second-is-first = Le second officier, c’est vous.
reason-second-is-first-fix = Indiquez un collègue, qui tape sa propre phrase de passe.
reason-second-may-not = Le second officier, { $officer }, ne peut pas l’ouvrir. Ce qui suit le concerne.
reason-second-may-not-fix = Demandez à un autre collègue.
reason-no-share-of-pair = { $officer } n’a pas de part de la clé de ce document : elle a été partagée avant qu’il puisse l’ouvrir, ou pour des clés qu’il a remplacées.
reason-no-share-of-pair-fix = Deux autres qui ont une part l’ouvrent : ainsi il en reçoit une. Ce qui est enregistré dès maintenant est partagé avec lui aussi.
reason-no-pair = Personne ne pourrait l’ouvrir : dans ce dossier, moins de deux officiers peuvent ouvrir ce qui est ainsi marqué DUAL.
reason-no-pair-fix = Faites en sorte que deux membres du dossier soient habilités à ce niveau avec DUAL, puis enregistrez-le de nouveau.

## custody

forged-not-custodian = ceci est réservé à un dépositaire
forged-not-a-sharing = le dépôt ne peut pas être partagé ainsi
forged-custody-of-one = là où deux décident, nul dépositaire n’use seul du dépôt
forged-custody-on-few-words = moins de personnes qu’il n’en faut se tiennent derrière les dépositaires
forged-custody-not-asked = ces clés n’ont pas été demandées ou ne sont pas en dépôt
forged-custody-too-few = moins de dépositaires qu’il n’en faut ont donné leur accord
forged-custody-waits = le délai d’attente de cet usage n’est pas écoulé
forged-custody-used-twice = cette demande a déjà été exécutée
forged-deposited-twice = cette clé est déjà en dépôt
forged-one-for-two = une seule personne fait ce que deux font ensemble
forged-not-for-two = deux personnes font ce qu’une seule fait
forged-no-share = quelqu’un ouvre ou partage une clé dont il n’a pas de part
forged-not-dealt = une clé que deux personnes réunissent est créée sans être partagée
forged-key-of-one = ce que d’autres lisent est scellé pour une clé à deux qu’une seule personne a créée
forged-second-not-proven = la présence du second officier n’est pas prouvée par sa signature
forged-pairs-sealed-wrongly = les parts d’une clé ne sont pas celles que l’inscription nomme
reason-not-custodian = Ceci est réservé aux dépositaires, et aux officiers de sécurité s’il s’agit seulement de demander ou d’arrêter.
reason-not-custodian-fix = Adressez-vous à l’un d’eux.
reason-request-over = Cette demande est close.
reason-request-over-fix = Faites-en une nouvelle si elle vaut toujours.
reason-assented-twice = Vous avez déjà donné votre accord à cette demande.
reason-assented-twice-fix = C’est aux autres de donner leur accord ; vous n’avez plus rien à faire.
reason-custodian-by-sharing = Aucun rôle ne fait un dépositaire : les dépositaires sont ceux entre qui le dépôt est partagé.
reason-custodian-by-sharing-fix = Ajoutez l’officier avec un autre rôle, puis partagez le dépôt (« zegelctl custody setup »).
reason-not-a-sharing = Le dépôt ne peut pas être partagé ainsi : il faut au moins un dépositaire, pas plus qu’il n’y en a de nommés, et un délai d’attente de trente jours au plus.
reason-not-a-sharing-fix = Choisissez un seuil entre 1 et le nombre de dépositaires, et un délai d’attente de 0 à 720 heures.
reason-custody-of-one = Sous les règles complètes, nul dépositaire n’use seul du dépôt : il en faut au moins deux.
reason-custody-of-one-fix = Choisissez un seuil de 2 ou plus.
reason-custody-on-few-words = Ces dépositaires ne reposent que sur moins de { $threshold } personnes : { $officers } n’ont été admis que par { $by }.
reason-custody-on-few-words-fix = Choisissez des dépositaires que des personnes différentes ont admis, ou à qui deux personnes ont donné un rôle. L’approbation du système confirme ceux qui sont là : jusque-là ceci est un avertissement, ensuite un refus.
reason-custody-none-spare = Le dépôt n’a aucun dépositaire de réserve : dès que l’un des { $threshold } fait défaut, il ne peut plus servir ni être partagé à nouveau.
reason-custody-none-spare-fix = Partagez le dépôt à nouveau, entre au moins un dépositaire de plus qu’il n’en faut.
reason-custodian-not-active = Un dépositaire doit avoir un compte actif.
reason-custodian-not-active-fix = Nommez des officiers en fonction.
reason-custody-not-sound = Il reste moins de dépositaires que le dépôt n’en requiert ({ $threshold }).
reason-custody-not-sound-fix = Les clés en dépôt ne peuvent plus être obtenues ; ceux qui les détiennent les remettent.
reason-custody-too-few = Moins de { $threshold } dépositaires ont donné leur accord et le sont encore.
reason-custody-too-few-fix = Attendez les autres. Si un dépositaire qui avait donné son accord est parti, faites une nouvelle demande.
reason-custody-waits = Le délai d’attente n’est pas écoulé : pas avant { $until }.
reason-custody-waits-fix = Ce sera possible à ce moment. D’ici là, il peut seulement être arrêté. Le délai court dès qu’autant de personnes que le dépôt en requiert ont travaillé ici depuis, le demandeur compris.
reason-custody-used-twice = Cette demande a déjà été exécutée ; chacune ne vaut qu’une fois.
reason-custody-used-twice-fix = Faites une nouvelle demande s’il faut davantage.
reason-custody-without-motive = Le motif de cette demande de clés n’est pas lisible ici.
reason-custody-without-motive-fix = Refusez la demande et faites-la refaire avec un motif que les dépositaires peuvent lire.
reason-nothing-in-custody = Il n’y a rien à tirer du dépôt pour eux : ils ont toutes les clés auxquelles ils ont droit, ou celles qui leur manquent n’y sont pas.
reason-nothing-in-custody-fix = Vérifiez l’habilitation, le briefing et le besoin d’en connaître. Qui détient une clé l’y met à son prochain déverrouillage.
reason-nobody-else-decides = Moins de dépositaires pourraient donner leur accord que le dépôt n’en requiert ({ $threshold }) : nul ne décide pour lui-même.
reason-nobody-else-decides-fix = Laissez un autre officier faire la demande, ou partagez le dépôt entre plus de dépositaires.
reason-no-share = Vous n’avez pas de part d’une clé que vise cette demande, ou ce n’est pas celle qui vous a été remise.
reason-no-share-fix = Un autre dépositaire donne son accord, ou le dépôt est partagé à nouveau.
reason-wrong-deposit = Ce que { $officer } a mis en dépôt n’est pas la clé attendue.
reason-wrong-deposit-fix = Prévenez le contrôle et faites remettre la clé par quelqu’un qui la détient.
reason-custodians-too-few =
    Sans cet officier { $left ->
        [one] il resterait { $left } dépositaire
       *[other] il resterait { $left } dépositaires
    }, et le dépôt en requiert { $needed }.
reason-custodians-too-few-fix = Partagez d’abord le dépôt à nouveau, sans cet officier (« zegelctl custody setup »).
reason-last-identity = C’est la seule identité de cet officier.
reason-last-identity-fix = Ajoutez-en d’abord une autre ; si l’officier ne doit plus travailler ici, désactivez-le.
reason-identity-in-use = Vous travaillez en ce moment avec cette identité.
reason-identity-in-use-fix = Révoquez-la à un autre de vos postes, ou demandez-le à un officier de sécurité.
reason-identities-too-many = Un officier peut avoir { $most } identités à la fois.
reason-identities-too-many-fix = Révoquez-en une qui ne sert plus.
warning-custody-rests =
    Le dépôt est suspendu jusqu’à ce que le gel soit levé : { $left ->
        [one] il reste { $left } dépositaire
       *[other] il reste { $left } dépositaires
    }, et il en faut { $needed }.
warning-custody-rests-fix = Rien n’est perdu : ce qui est en dépôt y reste.
err-wrong-shares = Ces dépositaires ont remis d’autres parts que celles qu’ils avaient reçues : { $officers }. Il reste moins de parts justes qu’il n’en faut.
fix-wrong-shares = Prévenez le contrôle. Faites une nouvelle demande auprès d’autres dépositaires, ou partagez le dépôt à nouveau.
warning-reissue-asked = { $by } a demandé que de nouvelles clés remplacent les vôtres, comme si vous les aviez perdues.
warning-reissue-asked-fix = Si vous n’avez pas perdu vos clés, dites aussitôt à un officier de sécurité autre que { $by } de refuser : la personne qui a les nouvelles clés passerait dès lors pour vous.
warning-custody-used = Il a été fait usage du dépôt depuis votre dernier déverrouillage : pour { $about }, par { $by }.
warning-custody-used-fix = Si vous n’en savez pas la raison, interrogez son auteur ; le journal contient chaque étape.
warning-wrong-deposit = Une clé a été laissée de côté : ce que { $officer } a mis en dépôt à l’inscription { $entry } n’est pas la clé attendue.
ui-rekeying = Les documents plus anciens sont scellés pour les clés actuelles : { $seen } sur { $total } examinés.
ui-texts-read = { $n ->
    [one] Les pages numérisées d’un document sont lues par reconnaissance de caractères ; il est ensuite trouvé par son texte.
   *[other] Les pages numérisées de { $n } documents sont lues par reconnaissance de caractères ; ils sont ensuite trouvés par leur texte.
 }
ui-texts-elsewhere = { $n ->
    [one] Les pages numérisées d’un document attendent un poste où la reconnaissance de caractères (tesseract) est installée.
   *[other] Les pages numérisées de { $n } documents attendent un poste où la reconnaissance de caractères (tesseract) est installée.
 }
ui-rekey = Resceller…
ui-rekey-title = Resceller { $what }
ui-rekey-text = Ce qui est scellé pour une clé plus ancienne de sa classe l’est pour la clé actuelle. Le programme le fait aussi de lui-même, peu à peu.
ui-rekey-deep = Resceller aussi le contenu
ui-rekey-deep-hint = Si quelqu’un a pu garder la clé d’un document : chacun devient un autre objet sous une clé à lui, avec deux inscriptions au journal. Cela dure autant que de tout lire.
ui-rekey-two = Avec un second officier, aussi ce qui s’ouvre à deux
ui-rekey-two-hint = Vous ouvrez tous deux pour cela les documents à deux, ce qui est consigné avec la finalité de l’ouverture. Sans second officier, ils sont laissés de côté et nommés.
ui-rekey-submit = Resceller
ui-rekey-progress = { $seen } sur { $total } examinés
ui-rekey-nothing = Il n’y avait rien à faire : tout est scellé pour les clés actuelles.
ui-rekey-stop = Arrêter
ui-assent-kind-custody = Usage du dépôt
ui-assent-kind-custody-sharing = Dépositaires
ui-act-share-custody = Dépôt partagé
ui-act-request-sharing = Nouveau partage du dépôt demandé
ui-act-assent-sharing = Accord donné au nouveau partage du dépôt
ui-act-refuse-sharing = Nouveau partage du dépôt refusé
ui-act-recall-sharing = Demande de nouveau partage du dépôt retirée
ui-act-request-custody = Usage du dépôt demandé
ui-act-assent-custody = Accord donné à l’usage du dépôt, part remise
ui-act-refuse-custody = Usage du dépôt refusé
ui-act-stop-custody = Usage du dépôt arrêté
ui-act-carry-out-custody = Clés remises depuis le dépôt
ui-detail-threshold = dépositaires requis
ui-detail-custodians = dépositaires
ui-detail-waiting = délai d’attente, en heures
ui-detail-custody = partage du dépôt
ui-detail-keys = clés
cli-custody-set = Le dépôt est partagé : { $threshold } dépositaires sur { $count } peuvent en user. C’est le partage { $epoch }.
cli-custody-asked = Demandé : { $request }. Les dépositaires y donnent leur accord avec « zegelctl assent give { $request } ».
cli-custody-carried-out = Remis depuis le dépôt à { $officers } : { $keys }.
cli-custody-carried-out-for-two = Parts de clés à deux, remises à { $officers }, dont deux quelconques ouvrent ensemble : { $keys }.
cli-custody-threshold = Dépositaires requis
cli-custody-custodians = Dépositaires
cli-custody-epoch = Partage
cli-custody-waiting = Délai d’attente, en heures
cli-custody-keys = Clés en dépôt
cli-custody-request = Usage
cli-custody-not-sound = Il reste trop peu de dépositaires pour en user.
ui-custody-status-waiting = attend des dépositaires
ui-custody-status-granted = accord donné
ui-custody-status-carried-out = exécuté
ui-custody-status-refused = refusé
ui-custody-status-stopped = arrêté
ui-custody-why = Motif
ui-custody-keys = Clés
ui-custody-keys-n =
    { $n ->
        [one] Une clé, et aucune autre
       *[other] { $n } clés, et aucune autre
    }
ui-custody-waits-until = Pas avant
ui-custody-now = Actuellement
ui-custody-then = Ce qui serait
ui-custody-terms = { $threshold } sur { $count } : { $custodians } ; délai d’attente { $hours } h
ui-custody-title = Dépôt
ui-custody-text = Les clés que plus personne ne détient ne sont pas perdues : chaque dépositaire a une part de chacune. Autant de dépositaires qu’il en faut doivent donner leur accord à chaque usage ; aucun programme ne remet rien de lui-même.
ui-custody-of =
    { $threshold ->
        [one] { $threshold } dépositaire sur { $count }
       *[other] { $threshold } dépositaires sur { $count }
    }
ui-custody-on-word = sur la seule parole de { $officer }
ui-custody-since = Partage { $epoch }, par { $officer }, { $at }.
ui-custody-waits =
    { $n ->
        [0] Il n’y a pas de délai d’attente.
       *[other] Un usage attend { $n } h après la demande ; d’ici là, personne ne peut donner son accord. Le délai court dès qu’autant de personnes que le dépôt en requiert ont travaillé ici depuis, le demandeur compris.
    }
ui-custody-lying = Clés en dépôt : { $lie } sur { $all }.
ui-custody-lacking = Qui détient l’une des autres l’y met à son prochain déverrouillage.
ui-custody-not-sound = Il reste trop peu de dépositaires pour user du dépôt
ui-custody-share = Partager à nouveau…
ui-custody-share-title = Partager le dépôt à nouveau
ui-custody-share-text = Chaque dépositaire nommé ici reçoit une part de chaque clé ; les anciennes parts ne valent alors plus rien. Sauf dans un exercice à un seul dépositaire, les dépositaires actuels doivent d’abord donner leur accord.
ui-custody-custodians = Dépositaires
ui-custody-threshold = Combien il en faut
ui-custody-threshold-hint = De 1 à { $count }. Moins de dépositaires ne peuvent rien faire de leurs parts.
ui-custody-share-none-spare = Dès que l’un d’eux fait défaut, le dépôt ne peut plus servir : nommez-en au moins un de plus qu’il n’en faut.
ui-custody-hours = Délai d’attente, en heures
ui-custody-hours-hint = Pendant ce temps après la demande, un usage ne peut qu’être arrêté. De 0 à 720. L’abréger prend le temps fixé à présent.
ui-custody-share-submit = Partager
ui-custody-shared = Le dépôt est partagé.
ui-custody-sharing-asked = Demandé : les dépositaires doivent donner leur accord.
ui-custody-ask = Demander des clés…
ui-custody-ask-title = Demander des clés au dépôt
ui-custody-ask-text = Vous demandez toutes les clés que cet officier, ou que les membres de ce dossier, devraient avoir, n’ont pas et que personne ne remet. Les dépositaires décident ; dès qu’assez d’entre eux ont donné leur accord, vous remettez les clés ici.
ui-custody-ask-submit = Demander
ui-custody-code-compare = Faites-vous d’abord lire ce code par { $name } : si le sien diffère, les clés ne sont pas les siennes.
ui-custody-asked = Demandé : la demande attend des dépositaires.
ui-custody-whom = Pour qui
ui-custody-whom-choose = Choisissez un officier ou un dossier
ui-custody-of-dossier = Tous ceux du dossier { $id } ({ $title })
ui-custody-why-hint = Les dépositaires, les officiers de sécurité et les personnes concernées le lisent.
ui-custody-uses = Usages
ui-custody-carry-out = Remettre les clés
ui-custody-carried = Remis à { $officers }.
ui-custody-carried-for-two = Parts de clés à deux remises à { $officers }. Deux d’entre eux ouvrent ensemble.
ui-custody-stop = Arrêter
ui-custody-stop-title = Arrêter cet usage du dépôt
ui-custody-stop-text = Il prend fin, quels que soient les accords déjà donnés. Votre motif figure au journal.
ui-custody-stopped = Arrêté.
ui-custody-carrier = Les remet
ui-custody-yes-hands = Votre accord remet vos parts de ces clés, scellées, à qui les remettra.
ui-custody-yes-carries =
    { $n ->
        [one] Votre accord remet votre part d’une clé que plus personne ne détient à { $officer }, qui la place sous le nouveau partage.
       *[other] Votre accord remet vos parts de { $n } clés que plus personne ne détient à { $officer }, qui les place sous le nouveau partage.
    }
ui-waiting-deliver = { $n } à remettre

## assents

ui-nav-assents = Accords
ui-waiting-approve = { $n } à approuver ou à refuser
ui-waiting-answer = { $n } à accorder ou à refuser
ui-waiting-write = { $n } à écrire
ui-waiting-confirm = { $n } à confirmer
ui-waiting-decide = { $n } à décider
ui-waiting-renew = { $n } à renouveler
ui-waiting-lead = { $n } sans responsable
ui-assent-kind-release = Communication
ui-assent-kind-clearance = Habilitation
ui-assent-kind-approval = Approbation du système
ui-assent-kind-guide = Guide de classification
ui-assent-kind-authorities = Autorités propres
ui-assent-kind-unfreezing = Levée d’un gel
ui-assent-kind-roles = Rôles
ui-assent-kind-function = Fonction d’un officier
ui-assent-kind-reissue = Nouvelles clés après une perte
ui-assent-kind-reinstatement = Fin d’une suspension
ui-assent-kind-succession = Nouveau responsable d’un dossier
ui-assent-kind-withdrawal = Retrait d’un document
ui-assent-kind-printer = Imprimante pour des documents à partir de SECRET
ui-assent-yes = Accords : { $given } sur { $needed }
ui-assent-clearance-line = { $level } { $categories } du { $from } au { $until }
ui-assent-would-hold = Détiendrait
ui-assent-holds = Détient maintenant
ui-assent-change = Ce qui changerait
ui-assent-exercise-ends = Le coffre cesse définitivement d’être un coffre d’exercice et refuse tout niveau au-dessus du plafond.
ui-assent-full-rules = Ce qui requiert deux personnes en requiert deux dès lors, définitivement.
ui-assent-unfreezing = L’officier pourrait travailler à nouveau et recevrait les clés renouvelées entre-temps.
ui-assent-confirms = Votre accord confirme
ui-assent-lone-right = { $officer } : { $what } (décidé par { $by } seul)
ui-assent-lone-clearance = habilitation { $level } jusqu’au { $until }
ui-assent-lone-authorised = RESTREINT hors fonction ({ $policies }) jusqu’au { $until }
ui-assent-lone-admission = admission comme officier
ui-assent-lone-lead = responsable du dossier { $name }, qui n’en avait pas
ui-assent-lone-partner = la clé du partenaire { $name } est la bonne
ui-assent-lone-release = la communication à { $name } à partir de SECRET
ui-assent-lone-withdrawal = le retrait du document { $name }
ui-assent-lone-printer = l’imprimante { $name } sur la liste
ui-assent-lone-guide = le guide de classification en vigueur
ui-assent-lone-authorities = la liste des autorités propres en vigueur
ui-assent-lone-own = c’est un de vos propres droits
ui-assent-guide-same = Rien : il dit la même chose que le guide en vigueur.
ui-assent-authorities-same = Rien : c’est la liste en vigueur.
ui-assent-authority-added = Le coffre déciderait lui-même des documents de « { $name } ».
ui-assent-authority-removed = Les documents de « { $name } » demanderaient le consentement de cette autorité.
ui-assent-roles = Rôles demandés
ui-assent-roles-has = A maintenant
ui-assent-roles-then = Aurait alors
ui-assent-why = Motif
ui-assent-code-new = Code des nouvelles clés
ui-assent-code-former = Code des clés actuelles
ui-assent-code-compare = Faites-vous lire ce code par { $name } avant de donner votre accord : si le sien diffère, les clés ne sont pas les siennes.
ui-assent-reissue-change = Les nouvelles clés prennent la place des clés actuelles, qui ne valent plus rien dès lors.
ui-assent-reinstated = Vaudrait à nouveau
ui-assent-opens =
    { $n ->
        [0] Aucun document ne s’ouvre par là seul : un briefing ou le besoin d’en connaître manque, ou rien n’est encore enregistré.
        [one] L’officier pourrait ouvrir les documents de { $n } marquage d’un dossier qui lui est fermé maintenant, et en recevrait la clé.
       *[other] L’officier pourrait ouvrir les documents de { $n } marquages de dossiers qui lui sont fermés maintenant, et en recevrait les clés.
    }
ui-assent-why-not = Pourquoi vous ne pouvez pas donner votre accord
ui-assents-title = Ce qui attend un accord
ui-assents-text = Ce qu’une personne demande et qu’une autre doit accorder. Vous voyez ce qui changerait par votre accord.
ui-assents-kind = Nature
ui-assents-about = Objet
ui-assents-by = Demandé par
ui-assents-empty = Rien n’attend
ui-assents-empty-else = Rien d’autre n’attend
ui-assents-empty-text = Ce qui requiert l’accord d’une seconde personne reste ici jusqu’à la réponse.
ui-assents-partners = Clés de partenaires à comparer
ui-assents-partner = { $name } ({ $id }), inscrit par { $officer }
ui-assents-partners-go = Voir les partenaires
ui-assent-mine = vous attend
ui-assent-others = attend un autre
ui-assent-over = caduque
ui-assent-asked-by = Demandé par { $officer }, { $at }
ui-assent-release-change = Ces documents pourraient aller à ce partenaire :
ui-assent-give = Donner mon accord
ui-assent-refuse = Refuser
ui-assent-withdraw = Retirer la demande
ui-assent-give-text = La demande prend effet par votre accord, inscrit au journal sous votre nom.
ui-assent-refuse-title = Refuser la demande
ui-assent-refuse-text = Elle s’arrête là. Son auteur lit votre raison.
ui-assent-withdraw-title = Retirer la demande
ui-assent-given = Votre accord est inscrit.
ui-assent-refused = Demande refusée.
ui-assent-withdrawn = Demande retirée.
cli-assent-waiting = L’accord est inscrit ; { $request } en attend d’autres.
cli-assent-granted = Accord donné : { $request } est exécutée.
cli-assent-refused = Refusée : { $request }.
cli-assent-withdrawn = Retirée : { $request }.
cli-assent-is-waiting = en attente
cli-assent-is-granted = accordée
cli-assent-is-refused = refusée
cli-assent-is-withdrawn = retirée
cli-assent-given = { $given } sur { $needed }
forged-asked-twice = cette demande existe déjà
forged-unknown-request = cette demande n’existe pas
forged-request-over = cette demande est close
forged-own-request = personne ne donne son accord à sa propre demande
forged-assented-twice = personne ne donne son accord deux fois à la même demande
forged-requester-not-in-charge = l’auteur de la demande n’a plus le rôle qu’elle requiert
forged-request-stale = la situation a changé depuis cette demande
forged-takes-two = ceci requiert l’accord d’une seconde personne
forged-one-word = la seconde personne et la première sont officiers sur la parole d’une seule personne
forged-single-point = le coffre perdrait un rôle avec une seule personne
forged-rights-not-listed = elle n’énumère pas ce qu’une personne a accordé seule
reason-second-person-required = Il faut une autre personne que celle qui a fait la demande.
reason-second-person-required-fix = Laissez décider un autre officier de sécurité, ou retirez la demande.
reason-requester-not-in-charge = L’auteur de cette demande n’a plus le rôle qu’elle requiert.
reason-requester-not-in-charge-fix = Refusez la demande ; un officier qui a ce rôle peut la refaire.
reason-request-stale = La situation a changé depuis cette demande.
reason-request-stale-fix = Refusez ou retirez la demande, et refaites-la si elle tient toujours.
reason-already-waits = { $officer } a déjà demandé la même chose ; un autre doit encore donner son accord (demande { $request }).
reason-already-waits-fix = Répondez à cette demande, ou faites-la d’abord retirer : sous « Accords », ou « zegelctl assent show { $request } ».
reason-one-word = Vous et { $officer } êtes officiers sur la parole d’une seule personne.
reason-one-word-fix = Adressez-vous à un officier du même rôle admis par quelqu’un d’autre, ou pour lequel deux personnes ont donné leur accord.
reason-keys-of-another = Cet officier a des clés qu’un autre a créées : il ne reçoit de rôle qu’après avoir créé les siennes.
reason-keys-of-another-fix = Demandez-lui de créer ses clés (« zegelctl identity renew », ou en déverrouillant), comparez leur code avec lui, puis donnez votre accord.
reason-single-point =
    { $role ->
        [custodian] Le coffre dépend d’un seul dépositaire : il en faut au moins deux, et il y en a { $active }.
        [security-officer] Le coffre dépend d’un seul officier de sécurité : il en faut au moins deux, et il y en a { $active }.
       *[other] Le coffre dépend d’un seul officier : il en faut au moins deux, et il y en a { $active }.
    }
reason-single-point-fix =
    { $role ->
        [custodian] Partagez le dépôt entre deux personnes ou plus, dont deux suffisent (« zegelctl custody setup »).
       *[other] Ajoutez d’abord un autre officier avec ce rôle (« zegelctl officer add ID --role { $role } »).
    }
reason-request-of-another = Cette demande est celle d’un autre.
reason-request-of-another-fix = Refusez-la, si elle relève de votre décision.

## documents

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
ui-nav-documents = Documents
ui-views = Vues du registre
ui-views-menu = Vues
ui-views-keep = Enregistrer ou supprimer…
ui-views-text = Ce qui est cherché maintenant, filtres et ordre, sous un nom : pour vous seul, dans votre index de ce coffre.
ui-views-name = Nom
ui-views-save = Enregistrer cette vue
ui-views-remove = Supprimer « { $name } »
ui-views-kept = La vue « { $name } » est enregistrée.
ui-views-replaced = La vue « { $name } » est enregistrée, à la place de celle qui portait ce nom.
ui-views-none = Aucune vue n’est encore enregistrée.
ui-documents-search = Chercher titre, objet, référence, origine
ui-documents-search-label = Chercher
ui-documents-search-clear = Effacer la recherche
ui-documents-where = Où chercher
ui-documents-in-titles = Dans les titres
ui-documents-in-content = Dans les documents
ui-documents-search-inside = Chercher dans le texte des documents
ui-documents-searched = Recherche dans le texte
ui-documents-hit = Passage trouvé
ui-documents-hit-page = p. { $page }
ui-documents-silent = { $n ->
    [one] La recherche ne couvre pas le texte de 1 document, ou pas en entier
   *[other] La recherche ne couvre pas le texte de { $shown } documents, ou pas en entier
}
ui-documents-level = Niveau
ui-documents-any-level = Tous les niveaux
ui-documents-any-kind = Tous les types
ui-documents-any-policy = Toutes les politiques
ui-documents-kind = Type
ui-documents-more-filters = Plus de filtres
ui-documents-fewer-filters = Retirer ces filtres
ui-documents-from = Daté du
ui-documents-to = Daté jusqu’au
kind-pdf = PDF
kind-text = Texte et courriel
kind-picture = Image
kind-office = Fichier bureautique
kind-other = Autre type
ui-documents-count = { $n -> 
    [one] { $shown } document 
    *[other] { $shown } documents 
    }
ui-documents-list = Registre des documents
ui-documents-marking = Marquage
ui-documents-reference = Référence
ui-documents-title = Titre
ui-documents-originator = Autorité d’origine
ui-documents-releasability = Communicable à
ui-documents-date = Date
ui-documents-empty = Aucun document dans vos dossiers
ui-documents-empty-text = Les documents que vous pouvez lire apparaîtront ici dès qu’ils seront enregistrés.
ui-documents-no-match = Aucun résultat parmi les documents que vous pouvez voir
ui-documents-no-match-text = Vérifiez l’orthographe ou retirez un filtre.
ui-documents-no-word = Rien ne peut être cherché dans ce texte : tapez une lettre ou un chiffre.
ui-documents-clear-filters = Retirer les filtres
ui-ask = Demander un document…
ui-ask-title = Demander un document
ui-ask-text = Par son identifiant ou sa référence. La décision tombe aussitôt, avec ses raisons.
ui-ask-id = Identifiant ou référence
ui-open = Ouvrir…
ui-open-title = Ouvrir le document
ui-open-submit = Ouvrir
ui-open-purpose = Pourquoi l’ouvrez-vous ?
ui-open-purpose-hint = Cette finalité est inscrite au journal avec votre nom et l’heure.
ui-open-purpose-recent = Finalités récentes
ui-open-two-text = Ce document est marqué DUAL. Un second officier qui peut l’ouvrir tape ici sa phrase de passe. Les deux sont inscrits au journal, et les deux noms figurent sur chaque page.
ui-open-second = Second officier
ui-open-second-passphrase = Phrase de passe du second officier
ui-open-password = Mot de passe du document
ui-open-locked-text = Le document demande un mot de passe qui lui est propre. Chaque essai est consigné comme une ouverture.
ui-open-second-wrong = Ce n’est pas la phrase de passe de { $officer }.
ui-open-with = avec { $officer }
ui-sealed-title = (ouverture à deux)
ui-denied-title = Vous ne pouvez pas ouvrir ce document
ui-denied-text = Voici chaque raison qui vous concerne, et ce que vous pouvez faire.
ui-denied-recorded = Cette demande est inscrite au journal, comme toute ouverture.
ui-denied-asked = Demandé : { $what }
ui-denied-at = Décision du { $at }
ui-why-may = Vous pouvez l’ouvrir
ui-why-may-two = Vous pouvez l’ouvrir avec un second officier
ui-why-may-not = Vous ne pouvez pas l’ouvrir
ui-why-because = Pourquoi ?
ui-part-about = Document
ui-part-history = Historique
ui-part-why = Accès
ui-subject = Objet
ui-identifier = Identifiant
ui-releasable-own = Belgique uniquement
ui-history-empty = Rien à montrer ici.
ui-history-consent = Avec le consentement de { $consent }
ui-history-copies = Numéros { $numbers }, sur { $printer }
ui-history-note = La liste ne montre que ce que vous pouvez voir.
ui-field-title = Titre
ui-field-subject = Objet
ui-field-originator = Autorité d’origine
ui-field-date = Date
ui-field-marking = Marquage
ui-field-reference = Référence
ui-field-dossier = Dossier
ui-field-paper = Référence de l’original papier
ui-paper = Référence de l’original papier
relation-answers = Répond à
relation-answers-of = A pour réponse
ui-field-relation-answers = Répond à
relation-cancels = Annule
relation-cancels-of = Annulé par
ui-field-relation-cancels = Annule
relation-replaces = Remplace
relation-replaces-of = Remplacé par
ui-field-relation-replaces = Remplace
relation-attachment = Annexe à
relation-attachment-of = A pour annexe
history-dossier-hidden = un dossier que vous ne pouvez pas connaître (ce qui y a été fait ne vous est pas montré)
ui-field-relation-attachment = Annexe à
ui-field-relations = Relations
ui-relate = Mettre en relation…
ui-relate-title = Mettre en relation avec un autre document
ui-relate-text = Ce que { $reference } est pour un autre document. Les deux le montrent, à ceux qui peuvent voir les deux.
ui-relate-two-text = Deux officiers ouvrent ce document, deux disent donc ce qu’il est pour un autre : le second officier tape ici sa phrase de passe, et les deux sont inscrits au journal. Seuls ceux qui l’ouvrent voient la relation.
ui-relate-two-removes = Ce n’est plus le cas, ou ne l’a jamais été : retirer la relation
ui-relate-is = Relation
ui-relate-is-choose = Choisissez la relation
ui-relate-to = Autre document
ui-relate-chosen = Avec { $document }
ui-relate-why = Motif
ui-relate-submit = Mettre en relation
ui-relate-remove = Retirer la relation avec { $reference }
ui-relate-remove-submit = Retirer
ui-field-change = { $field } :
ui-other-acts = Autres actes
ui-correct = Rectifier…
ui-correct-title = Rectifier l’inscription
ui-correct-text = L’inscription antérieure de { $reference } reste dans son historique.
ui-correct-two-text = Deux officiers ouvrent ce document, deux le rectifient donc : le second officier tape ici sa phrase de passe, et les deux sont inscrits au journal. Ce que vous laissez vide reste tel quel.
ui-correct-change = une modification
ui-correct-fixed = Ce que vous ne pouvez pas y changer
ui-correct-fixed-why = L’autorité d’origine, la date et le dossier d’un document sont changés par l’officier qui l’a enregistré ou par le responsable de son dossier : son délai et les décisions à son sujet en dépendent. Dites à l’un d’eux ce qui est inexact.
ui-correct-why = Ce qui était inexact
ui-correct-why-hint = Figure dans l’historique du document, pour ceux qui peuvent lire le document.
ui-correct-dossier-hint = Un changement de dossier est une inscription à part. Le document reçoit une autre référence, et l’ancienne le trouve toujours. Ceux qui ne sont que sur la liste de l’ancien dossier apprennent qu’il l’a quitté, et pourquoi. Ses notes le suivent, pour ceux qui l’y lisent.
ui-correct-dossier-alone = ou bien un autre dossier, ou bien autre chose à rectifier
ui-correct-submit = Rectifier
ui-corrected = { $reference } a été rectifié.
cli-corrected = { $reference } a été rectifié :
ui-version = Nouvelle version…
ui-version-title = Enregistrer une nouvelle version
ui-version-text = Un autre fichier sous la même référence { $reference }, avec le même titre et le même marquage. La version précédente reste scellée et peut être ouverte dans l’historique.
ui-version-two-text = Deux officiers ouvrent ce document, deux en enregistrent donc la nouvelle version : le second officier tape ici sa phrase de passe, et les deux sont inscrits au journal.
ui-version-file = Nouveau fichier
ui-version-choose = Choisir un fichier…
ui-version-drop = ou déposez-le ici
ui-version-one = Un seul fichier : { $name } a été pris.
ui-version-why = Ce que cette version apporte
ui-version-why-hint = Figure dans l’historique du document, pour ceux qui peuvent lire le document.
ui-version-submit = Enregistrer la version
ui-version-number = Version { $version }
ui-version-of = { $version } sur { $versions }
ui-version-outdated = Version { $version } sur { $versions } : ce n’est pas la version en vigueur.
ui-version-newest = Ouvrir la version en vigueur…
ui-version-which = Version affichée
version-filed = La version { $version } de { $reference } a été enregistrée ; la précédente reste et peut être ouverte.
ui-withdrawal = Retirer…
ui-withdrawal-title = Retirer le document
ui-withdrawal-text = { $reference } n’aurait pas dû être enregistré : plus personne ne l’ouvre, et il ne figure plus que dans la liste des documents retirés. La référence et l’historique restent. Sous les règles complètes, un officier de sécurité doit donner son accord.
ui-withdrawal-why = Pourquoi il ne devrait pas y être
ui-withdrawal-why-hint = Ceux qui répondent le lisent, et il figure au journal ; n’écrivez rien qui vienne du document.
ui-note = Ajouter une note
ui-note-title = Ajouter une note
ui-note-text = La note porte le marquage de { $reference } et figure dans son historique. Personne ne peut la retirer.
ui-note-label = Note
ui-note-hint = Tous ceux qui peuvent ouvrir le document la lisent.
ui-note-submit = Ajouter la note
ui-noted = La note est jointe à { $reference }.
ui-withdrawal-submit = Retirer
ui-withdrawn = { $reference } est retiré.
ui-withdrawal-asked = Le retrait attend l’accord d’un officier de sécurité.
ui-withdrawal-change = Plus personne ne l’ouvrirait ; l’inscription, la référence et l’historique restent
ui-assent-printer-change = Les documents jusqu’à ce niveau pourraient y être imprimés. C’est l’administrateur du poste qui décide quel appareil se trouve derrière ce nom.
ui-documents-mine = Enregistré ou ouvert par
ui-documents-mine-any = Par tous
ui-documents-mine-filed = Enregistrés par moi
ui-documents-mine-opened = Ouverts par moi
ui-documents-like = Comme ce document
ui-documents-withdrawn = Retiré ou non
ui-documents-withdrawn-no = Non retirés
ui-documents-withdrawn-yes = Retirés
ui-withdrawn-on = Retiré le { $date }
cli-withdrawn = { $id } est retiré.
cli-noted = La note est jointe à { $id }, pour ceux qui peuvent le lire.
cli-withdrawal-asked = Le retrait attend l’accord d’un officier de sécurité. Demande : { $request }.
ui-why-other = Et un autre officier ?
ui-why-other-may = { $name } peut l’ouvrir
ui-why-other-may-not = { $name } ne peut pas l’ouvrir
ui-why-other-hint = Cette question est inscrite au journal.
ui-further = Afficher la suite
ui-further-of = { $shown } sur { $total } affichés
ui-show-document = Voir le document
ui-documents-untick = Tout décocher
ui-documents-derive = En dériver un document…
ui-why-label = Motif, inscrit au journal
held-sources = Le marquage protège autant que les documents d’origine, ou s’en écarte avec une motivation.
warning-already-filed = { $name } est déjà dans le registre, octet pour octet : { $reference }.
warning-picked-twice = { $name } a le même contenu que { $first }, qui est aussi dans cette liste.
warning-empty-file = { $name } est un fichier vide (0 octet).
warning-link-followed = { $name } est un lien ; c’est ce vers quoi il mène qui a été pris : { $target }.
warning-not-looked-at = Il n’a pas été vérifié si { $name } peut être lu ici.
warning-same-as-version = { $name } est, octet pour octet, ce qu’est la version { $version } de ce document.
warning-not-read = { $name } n’a pas été examiné : ce qui lit les documents manque ici, ou ne répond pas. On ne sait pas s’il peut être lu, et il n’est pas trouvé par son texte tant que le même fichier n’a pas été enregistré comme nouvelle version là où il est lu.
warning-not-shown = { $name } ({ $kind }) ne peut pas être affiché dans la fenêtre ; il peut en être extrait.
warning-text-alone = { $name } ({ $kind }) : { $form ->
    [confined] affiché avec sa mise en forme, telle que LibreOffice la produit, puis avec son texte.
    [not-confined] texte seul. LibreOffice est installé, mais ne peut pas être confiné sur ce poste : la mise en forme n’y est pas affichée.
   *[not-installed] texte seul. La mise en forme est affichée là où LibreOffice est installé.
 } Le tout peut être extrait.
warning-recognised = { $name } : ses pages numérisées ont été lues par reconnaissance de caractères, en { $languages } ; on peut y chercher, mais des lettres peuvent être erronées.
warning-unrecognised = { $name } : la reconnaissance de caractères n’a pas lu tout ce qui y est numérisé ; la recherche ne trouve pas ce qui se trouve sur ces pages : { $pages }.
warning-scans-later = { $name } : ses pages numérisées sont lues plus tard par reconnaissance de caractères, par la fenêtre tant que quelqu’un y travaille, ou par « zegelctl doc texts ». D’ici là, la recherche ne trouve pas ce qui se trouve sur ces pages : { $pages }.
warning-picture = { $name } est une image : la recherche ne trouve ce qui y est écrit que si la reconnaissance de caractères (tesseract) est installée au moment de l’enregistrement.
warning-view-encrypted = { $name } demande un mot de passe qui lui est propre : sans lui, personne ne peut le lire ici.
warning-view-encryption = { $name } est chiffré d’une manière qui n’est pas prise en charge ici : personne ne peut le lire ici.
warning-view-no-pages = Aucune page n’a été trouvée dans { $name } : personne ne peut le lire ici.
warning-view-cut =
    { $cause ->
        [end] La fin de { $name } manque : ce qui s’y trouve peut être affiché, le reste n’est pas dans le fichier.
       *[limit] Seules les { $pages } premières pages de { $name } peuvent être affichées ; il peut être extrait en entier.
    }
warning-view-unsupported = { $name } est d’une variante de { $media } qui ne s’affiche pas ici ; il peut être extrait.
warning-view-malformed = { $name } ne peut pas être lu comme ce qu’il prétend être : personne ne peut le lire ici.
warning-view-cut-short = { $name } est tronqué, et rien de ce qui en reste ne peut être affiché : personne ne peut le lire ici.
warning-view-too-large = { $name } est trop volumineux pour être affiché ; il peut être extrait.
warning-view-unpacks = { $name }, une fois décompressé, dépasse ce qui peut être affiché ; il peut être extrait.
warning-view-too-many-pixels = { $name } compte plus de pixels qu’il n’est possible d’en afficher ; il peut être extrait.
warning-view-timeout = { $name } met trop de temps à s’ouvrir pour être affiché ; il peut être extrait.
warning-view-died = { $name } demande plus de mémoire ou de temps qu’il ne lui est permis pour être affiché ; il peut être extrait.
warning-pdf-within = { $name } commence par { $bytes } octets qui ne sont pas du PDF : il est montré comme texte, et non comme le PDF qui suit.
warning-as-source = { $name } est du code source { $form } : seul son texte peut être lu ici, et non ce que d’autres programmes en dessinent ou mettent en page.
warning-blank = { $name } ne contient que des blancs et des fins de ligne : il n’y a rien à y lire.
warning-name-changed = Le fichier « { $original } » s’appelle ici { $name } : un nom ne peut contenir aucun des caractères / \ : < > " | ? *, ni rien qui ne puisse être affiché. Le nom d’origine est conservé.
warning-line-ends = Les lignes de l’objet de { $name } finissaient par un retour chariot (CR). Elles sont conservées avec un saut de ligne (LF), comme toutes les lignes ici ; les mots sont inchangés.
warning-date-ahead = { $name } porte une date à venir : { $date }.
warning-term-stays = { $name } : le délai court toujours à partir du { $date }. Si cette date n’a jamais été la bonne, retirez le document et enregistrez-le à nouveau.
warning-superseded =
    { $relation ->
        [cancels] { $name } a été annulé par { $other }.
       *[other] { $name } a été remplacé par { $other }.
    }
warning-superseded-fix = Lisez aussi { $other }.
warning-named-twice = { $name } a été indiqué deux fois ; il figure une fois dans la demande.
warning-consent-unnamed = { $name } n’indique pas d’autorité d’origine : rien ici ne dit de qui le consentement est requis, et celui de « { $authority } » n’a été comparé à rien.
warning-consent-unnamed-fix = Cherchez l’autorité d’origine dans le document et inscrivez-la (« doc correct --originator »).
warning-withdrawal-overtaken = { $officer } avait demandé le retrait de { $name }. Cette demande porte sur le document là où il était, et ne peut plus être accordée.
warning-withdrawal-overtaken-fix = S’il doit toujours être retiré, il faut le demander à nouveau.
warning-notes-stay =
    { $count ->
        [one] Une note sur { $name } ne suit pas : seuls ceux qui le lisaient sous l’ancien marquage la lisent encore.
       *[other] { $count } notes sur { $name } ne suivent pas : seuls ceux qui le lisaient sous l’ancien marquage les lisent encore.
    }
warning-notes-stay-fix = Récrivez ce qui peut être lu sous le nouveau marquage.
warning-text-not-kept = { $name } n’est plus trouvé par son texte : ce qui en était conservé a disparu ou a été altéré.
warning-text-not-kept-fix = Enregistrez le même fichier comme nouvelle version ; son texte sera alors lu.
warning-network-not-held = Le noyau de cet ordinateur n’empêche pas ce programme d’accéder au réseau : il est antérieur à 6.7, ou Landlock y est désactivé.
warning-network-not-held-fix = Employez un noyau plus récent, ou tenez le programme à l’écart du réseau d’une autre manière (pare-feu, espace de noms réseau).
warning-filer-excluded = Les personnes de nationalité { $nation } ne sont pas parmi les destinataires de ce marquage : vous-même ne pourriez pas ouvrir ce document.
warning-filer-cannot-open = Vous-même ne pouvez pas ouvrir ce document.
warning-passphrase-weak = Cette phrase de passe est facile à deviner. Dès que le système est approuvé, une phrase pareille est refusée.
warning-passphrase-weak-fix = Prenez quatre mots ou plus, sans lien entre eux.
warning-passphrase-guessable = Votre phrase de passe se devine facilement : elle a été choisie avant l’approbation du système, ou avant votre admission, quand rien ne la refusait.
warning-passphrase-guessable-fix = Changez-la (zegelctl passphrase change ; dans la fenêtre, dans les réglages) : prenez au moins quatre mots qui ne vont pas ensemble.
warning-nobody-reads = Personne ne peut ouvrir ce document : nul ne peut en détenir la clé, et il y a trop peu de dépositaires pour la donner plus tard.
warning-nobody-reads-fix = Inscrivez au dossier une personne habilitée, ou partagez le dépôt à nouveau (« zegelctl custody setup »), puis enregistrez-le de nouveau.
warning-opens-by-two = « { $name } » est marqué DUAL : désormais, deux officiers l’ouvrent ensemble, et les listes montrent sa référence sans titre.
warning-opens-by-two-fix = Notez sa référence.
warning-release-by-two = Deux officiers ouvrent un document de cette communication : deux écrivent le paquet. Ce que sa fiche exige, surtout le consentement d’une autorité d’origine, se voit à ce moment.
warning-release-by-two-fix = Indiquez dès maintenant les consentements que vous connaissez ; un paquet auquel il en manque un n’est pas écrit.
reason-account-disabled = Le compte est désactivé.
reason-account-disabled-fix = Adressez-vous à l’officier de sécurité.
reason-account-frozen = Le compte est gelé.
reason-account-frozen-fix = Adressez-vous à un officier de sécurité : il en faut deux pour lever le gel.
reason-nobody-to-lift = Il ne resterait personne pour lever ce gel : il faut deux officiers de sécurité ou, s’il y en a moins, deux dépositaires.
reason-nobody-to-lift-fix = Admettez d’abord un autre officier de sécurité, ou partagez le dépôt entre plus d’officiers.
reason-nobody-to-stop = Il ne resterait personne qui puisse vous arrêter : un officier de sécurité désactivé, ou qui a perdu ce rôle, ne revient pas.
reason-nobody-to-stop-fix = Gelez le compte de cet officier, ce qui prend effet aussitôt ; les dépositaires peuvent lever ce gel. Ou faites d’abord admettre un autre officier de sécurité.
reason-category-missing = Ce document porte une mention restrictive que l’habilitation ne couvre pas.
reason-category-missing-fix = Demandez à l’officier de sécurité quelles mentions la fonction justifie.
reason-group-missing = Ce document est réservé à des groupes dont l’habilitation ne mentionne aucun.
reason-group-missing-fix = Demandez à l’officier de sécurité à quels groupes la fonction donne accès.
reason-own-request = Il y faut une autre personne que l’auteur de la demande.
reason-own-request-fix = Faites décider une autre autorité de communication, ou rappelez la demande.
reason-not-approved = Aucune autorité de communication en fonction n’a approuvé cette communication.
reason-not-approved-fix = Faites-la approuver par une autorité de communication. Si celle qui l’a approuvée n’a plus ce rôle, rappelez la communication et demandez-la de nouveau.
reason-marking-changed = Le marquage d’un document a été modifié depuis que cette communication a été demandée.
reason-marking-changed-fix = Rappelez cette communication et demandez-la de nouveau : sous son nouveau marquage, le document demande une nouvelle décision.
reason-version-changed = Un document a une autre version depuis que cette communication a été demandée.
reason-version-changed-fix = Rappelez cette communication et demandez-la de nouveau : qui l’a demandée et qui l’a approuvée ont vu un autre contenu.
reason-words-changed = Ce qui est inscrit au sujet d’un document a été rectifié depuis que cette communication a été demandée : son titre, son autorité d’origine ou une autre mention.
reason-words-changed-fix = Rappelez cette communication et demandez-la de nouveau : qui l’a demandée et qui l’a approuvée ont lu d’autres mots, et ceux-ci partent avec le paquet.
reason-dossier-changed = Un document est dans un autre dossier depuis que cette communication a été demandée.
reason-dossier-changed-fix = Rappelez cette communication et demandez-la de nouveau : qui l’a demandée et qui l’a approuvée l’ont vu parmi les documents d’autres personnes.
reason-new-level-ceiling = Ce système n’est pas approuvé pour le niveau demandé.
reason-new-level-ceiling-fix = Traitez le document dans un système approuvé pour ce niveau, ou faites inscrire une approbation plus élevée.
reason-undecidable = La décision est impossible : une donnée nécessaire ne peut être lue ; l’accès est donc refusé.
reason-undecidable-fix = Signalez-le à l’officier de sécurité, qui fera vérifier le marquage, les habilitations et les briefings.
held-account = Le compte est actif.
held-categories = Toute mention restrictive est couverte.
held-groups = Aucun groupe requis ne fait défaut.
held-second-person = Personne n’approuve sa propre demande là où il faut deux personnes.
held-second-officer = Il faut un second officier qui peut l’ouvrir aussi et tape ici sa phrase de passe ; il y en a un.
held-sheet-by-two = L’autorité dont émane le document figure sur sa fiche, que personne ne lit seul : les deux la voient quand ils décident. S’il émane d’une autre autorité, le consentement de celle-ci est requis.
held-written-by-two = Un officier suffit pour la demander, un pour l’approuver. Le paquet est écrit par deux, qui ont alors le document ouvert : ce que sa fiche exige, surtout le consentement d’une autorité d’origine, se voit à ce moment.
held-same-marking = Le document porte le marquage sous lequel sa communication a été demandée.
held-new-level = Le système convient au nouveau marquage.
held-term = Une classification n’est maintenue que là où un délai court.
held-motive = Une motivation est donnée, ou aucune n’est requise.
held-printer = L’imprimante figure sur la liste.
held-printer-ceiling = L’imprimante peut imprimer ce niveau.
held-legible = Le marquage est lisible et connu.
cli-col-documents = Documents
forged-document-filed-twice = ce document est déjà enregistré
forged-unknown-document = ce document n’existe pas
forged-documents-in-one-entry = un changement de marquage partage son inscription avec un autre document
err-object-altered = Le document { $document } a été altéré, tronqué ou échangé.
fix-object-altered = Prévenez l’officier de sécurité et rétablissez le fichier de ce document depuis la dernière bonne copie.
err-object-truncated = Il manque la fin du fichier du document { $document }.
fix-object-truncated = Le fichier a été tronqué, ou un autre, plus court, a pris sa place. Prévenez l’officier de sécurité et rétablissez-le depuis la dernière bonne copie.
err-object-missing = Le fichier du document { $document } a disparu.
fix-object-missing = Prévenez l’officier de sécurité et rétablissez le fichier depuis la dernière bonne copie.
reason-marked-otherwise = Le marquage du document a été modifié depuis qu’il a été ouvert.
reason-marked-otherwise-fix = Ouvrez-le de nouveau : il sera décidé à nouveau si vous le pouvez.
reason-disk-full = Le disque est plein ou ne prend plus rien : vous pouvez consulter et chercher, et rien n’est consigné. Ce qui doit l’être est refusé, y compris l’ouverture d’un document.
reason-disk-full-fix = Faites de la place, puis déverrouillez à nouveau.
reason-offline = Les serveurs de ce coffre ne peuvent pas être joints : vous pouvez consulter et chercher ce qui est connu ici, et rien n’est consigné. Ce qui doit l’être est refusé, y compris l’ouverture d’un document.
reason-offline-fix = Vérifiez la connexion. Ce que vous faites est de nouveau consigné dès leur retour.
reason-objects-offline = Le stockage des documents de ce coffre ne peut pas être joint : aucun document ne peut être enregistré ni ouvert. Tout le reste est consigné comme d’habitude.
reason-objects-offline-fix = Vérifiez la connexion au stockage, ou demandez à qui le gère. Il est de nouveau utilisé dès son retour.
reason-clock-waits =
    { $author ->
        [none] L’horloge de cet ordinateur est antérieure à une inscription du journal : l’inscription { $index } est datée du { $until }. Vous pouvez consulter et chercher, et rien n’est consigné. Ce qui doit l’être est refusé, y compris l’ouverture d’un document.
       *[other] L’horloge de cet ordinateur est antérieure à une inscription du journal : l’inscription { $index }, signée par { $author }, est datée du { $until }. Vous pouvez consulter et chercher, et rien n’est consigné. Ce qui doit l’être est refusé, y compris l’ouverture d’un document.
    }
reason-clock-waits-fix = Vérifiez la date et l’heure de cet ordinateur, puis déverrouillez à nouveau. Si elles sont justes, l’horloge de l’auteur de l’inscription ne l’était pas : prévenez l’officier de sécurité.
reason-entry-waits = L’inscription { $index }, signée par { $author }, porte une heure encore à venir : { $until }. Vous pouvez consulter et chercher ce qu’il y avait avant elle, et rien d’autre. Rien n’est consigné ; ce qui doit l’être est refusé, y compris l’ouverture d’un document.
reason-entry-waits-fix = Vérifiez d’abord la date et l’heure de cet ordinateur. Si elles sont justes, l’horloge de l’auteur ne l’était pas : prévenez l’officier de sécurité et rétablissez la dernière copie d’avant cette inscription. À défaut, rien n’est perdu : tout redeviendra possible quand cette heure sera venue.
warning-no-word = Rien ne peut être cherché dans ce texte : tapez une lettre ou un chiffre.
warning-search-incomplete = La recherche ne trouve pas encore tout : { $percent } % du journal sont pris en compte jusqu’ici.
warning-search-incomplete-fix = Elle se complète d’elle-même pendant que vous travaillez. Cherchez de nouveau dans un instant.

## documents: filing

ui-file-name = Fichier
ui-filed = Enregistré
ui-filed-by = { $at }, par { $officer }
ui-file-title = { $n ->
    [one] Enregistrer un document
   *[other] Enregistrer { $n } documents
}
ui-file-files = Fichiers
ui-file-drop = Déposez ici des fichiers ou un dossier du disque
ui-file-drop-now = Relâchez pour ajouter ces fichiers
ui-file-drop-hint = Ils sont chiffrés avant d’être écrits ; l’original reste où il est.
ui-file-write = Rédiger ici une note ou un rapport…
ui-write-revise = Nouvelle version de { $reference }
ui-write-text = Texte, en Markdown
ui-write-hint = # Titre, - liste, **important**. Le texte est conservé chiffré pendant la rédaction ; aucun fichier n’en est écrit sur le disque.
ui-write-portion = Marque de paragraphe
ui-write-preview = Aperçu
ui-write-preview-none = Ce que vous rédigez apparaît ici tel que sera la page.
ui-write-preview-more = { $n ->
    [one] Encore une page, qui n’est pas dessinée ici.
   *[other] Encore { $n } pages, qui ne sont pas dessinées ici.
}
ui-write-kept = Conservé chiffré : { $at }
ui-write-discard = Jeter le texte
ui-write-discard-title = Jeter le texte ?
ui-write-discard-text = Ce qui a été rédigé ici et n’est pas enregistré sera perdu.
ui-write-file = Marquer et enregistrer…
ui-write-version = Enregistrer comme nouvelle version…
ui-revise = Réviser
ui-revise-text = { $reference } est ouvert à cette fin, ce qui est consigné. Ce que vous rédigez devient une nouvelle version ; la précédente reste.
ui-revise-submit = Ouvrir et réviser
ui-file-pick = Choisir des fichiers…
ui-file-pick-folder = Choisir un dossier du disque…
ui-file-pick-more = Ajouter…
ui-file-remove = Retirer { $name }
ui-file-name-title = Titre de { $name }
ui-file-name-date = Date de { $name }
ui-file-name-originator = Autorité d’origine de { $name }
ui-file-tick = Cocher { $name }
ui-file-tick-all =
    Toutes les lignes ({ $n } { $n ->
        [one] cochée
       *[other] cochées
    })
ui-file-table = { $n } fichiers à enregistrer ensemble
ui-file-table-warned = À examiner : { $n }
ui-file-table-next = Au suivant
ui-file-in-table = { $n } fichiers : ils sont dans le tableau ci-dessus.
ui-file-readable-yes = lisible ici
ui-file-readable-text-alone = texte seul
ui-file-readable-no = illisible ici
ui-file-readable-unknown = non examiné
ui-file-marking-form = marquage du formulaire
ui-file-ticked = { $n ->
        [one] Pour la ligne cochée
       *[other] Pour les { $n } lignes cochées
    }
ui-file-ticked-title = Titre devant le nom du fichier
ui-file-ticked-title-hint = Ce qui reste vide ici ne change pas.
ui-file-ticked-write = Écrire dans ces lignes
ui-file-ticked-mark = Donner le marquage choisi plus bas
ui-file-ticked-mark-first = Choisissez d’abord le marquage plus bas, avec sa motivation s’il en faut une.
ui-file-ticked-unmark = Comme le formulaire
ui-file-ticked-remove = { $n ->
        [one] Retirer la ligne
       *[other] Retirer { $n } lignes
    }
ui-file-register = Inscription au registre
ui-file-dossier-choose = Choisissez le dossier
ui-file-no-dossiers-make = Vous n’êtes membre d’aucun dossier. Créez-en un à l’écran « Dossiers ».
ui-file-no-dossiers = Vous n’êtes membre d’aucun dossier. Demandez à un officier de sécurité d’en créer un ou de vous y ajouter.
ui-file-policy = Politique
ui-file-level-hint = À choisir d’après le contenu : aucun niveau n’est proposé.
ui-file-not-from-here = Pas possible ici
ui-file-releasability = Communicable à
ui-file-releasability-none = Rien de choisi : Belgique uniquement.
ui-file-releasability-none-other = Rien de choisi : les pays de la politique { $policy }.
ui-file-search-values = Pays ou communauté
ui-file-handling = Traitement
ui-file-restrictive-hint = Restreint l’accès : le lecteur doit y être habilité.
ui-file-dual-hint = Deux officiers habilités l’ouvrent ensemble ; personne ne l’ouvre seul, vous non plus.
ui-file-informative-hint = Indication, sans effet sur l’accès.
ui-file-legal-from = À partir de { $level }
ui-file-level-first = Choisissez d’abord le niveau.
ui-file-preview = Marquage qui en résulte
ui-file-preview-none = Choisissez un niveau : le marquage apparaît ici.
ui-file-portion = Marque de paragraphe
ui-file-originator-hint = L’autorité sous laquelle le document a été établi. Vide : ce service.
ui-file-date = Date du document
ui-file-finalised-hint = Les délais courent de ce jour. Vide : la date du document.
ui-file-submit = { $n -> 
    [one] Enregistrer 
    *[other] Enregistrer { $n } documents 
    }
ui-file-missing-field = « { $label } »
ui-file-missing-wrong = « { $label } », à corriger
ui-identifier-wrong = Minuscules sans accent, chiffres, point, tiret et trait bas, en commençant par une lettre ou un chiffre.
ui-file-missing = Il manque : { $what }.
ui-file-missing-files = un fichier
ui-file-missing-dossier = le dossier
ui-file-missing-level = le niveau
ui-file-missing-title = le titre
ui-file-missing-date = la date
ui-file-missing-marking = un marquage permis
ui-file-progress = { $done } sur { $total } : { $name }
ui-file-stop = Arrêter après celui-ci
ui-file-stopping = Arrêt après celui-ci…
ui-file-done = { $n -> 
    [one] Document enregistré 
    *[other] { $n } documents enregistrés 
    }
ui-file-done-text = { $n ->
    [one] La référence est attribuée pour toujours.
   *[other] Ces références sont attribuées pour toujours.
}
ui-file-show = Voir dans le registre
ui-file-clear = Vider le formulaire
ui-file-lost = Les fichiers choisis avant le verrouillage ne sont plus accessibles : choisissez-les à nouveau.
ui-date-hint = Par exemple { $day }
ui-date-far = { $day } : dans plus de dix ans
ui-date-wrong = Ce n’est pas une date : écrivez jour/mois/année.
ui-date-today = Aujourd’hui
ui-date-years = { $n -> 
    [one] { $n } an 
    *[other] { $n } ans 
    }
ui-file-value = { $name } : { $label }
ui-file-permissive-hint = Il suffit d’en détenir une valeur.
ui-file-floor = Niveau minimal selon le guide : { $topics }
ui-file-below-floor = En dessous du guide : une motivation est demandée.
ui-file-offer = Le guide demande { $what }.
ui-file-offer-take = Ajouter
ui-file-motive = Pourquoi ce marquage malgré tout ?
ui-file-motive-hint = Au moins { $n } caractères. Elle reste avec le document ; le journal dit seulement qu’une motivation a été donnée.
ui-file-motive-short = Écrivez au moins { $n } caractères.
ui-file-missing-motive = la motivation
ui-file-missing-sources = l’accord des autorités d’origine des sources
ui-file-comparing = Comparaison avec le registre…
ui-file-left-out = Laissé de côté
ui-file-left-out-more =
    { $n ->
        [one] et un autre
       *[other] et { $n } autres
    }
ui-file-failed = { $name } n’a pas été enregistré :
ui-file-not-filed = { $n -> 
    [one] Un document n’est pas enregistré 
    *[other] { $n } documents ne sont pas enregistrés 
    }
ui-file-not-filed-text = La liste ci-dessous ne contient plus que ce qui n’est pas enregistré : vous pouvez relancer l’enregistrement.
ui-file-not-failed = n’a pas pu être enregistré
ui-file-not-with-others = pas enregistré à cause de ce problème
ui-file-not-stopped = arrêt demandé avant celui-ci
ui-file-home-missing = La Belgique n’est pas parmi ces destinataires : des lecteurs belges ne pourraient pas ouvrir le document.
ui-file-home-add = Ajouter { $name }
ui-file-last-dossier = Comme la dernière fois dans ce dossier
ui-file-last-used = Comme la dernière fois
ui-file-originator-own = Ce service
ui-originator-other = Une autre autorité, non nommée
ui-documents-tick = Cocher
ui-documents-tick-one = Cocher { $reference }
ui-documents-ticked = { $n ->
    [one] Un coché
    *[other] { $n } cochés
    }
left-out-folder = un dossier
left-out-empty = un dossier qui ne contient rien
left-out-in-vault = une partie d’un coffre : ce dont un coffre est fait n’est pas un document
left-out-link = un lien, qui n’est pas suivi
left-out-pipe = un tube
left-out-socket = une socket
left-out-device = un périphérique
left-out-too-deep = trop profond dans les dossiers
left-out-too-many = plus de { $most } fichiers à la fois
left-out-unreadable = illisible ({ os-cause })
left-out-twice = déjà nommé : { $first }
left-out-already-filed = déjà enregistré sous { $reference }, octet pour octet
cli-left-out = Laissé de côté :
cli-left-out-more =
    { $more ->
        [one] et un autre
       *[other] et { $more } autres
    }
cli-filed-from = { $path } est enregistré sous { $reference } ({ $id })
cli-filed = Enregistré sous { $reference } ({ $id }).
err-nothing-to-file = { $path } ne contient aucun fichier : rien n’a été enregistré.
fix-nothing-to-file = Vérifiez le chemin.
err-in-vault = Ce dossier appartient à un coffre : rien d’autre n’y est écrit.
fix-in-vault = Choisissez un dossier en dehors du coffre.
err-filing-stopped = Arrêté sur demande. Ce qui est déjà enregistré le reste ; le reste n’est pas enregistré.
fix-filing-stopped = Pour continuer, relancez la même commande avec --skip-existing : ce qui est déjà enregistré est alors laissé de côté.
err-not-a-file = Ce n’est pas un fichier, mais { $what ->
        [folder] un dossier
        [link] un lien
        [pipe] un tube
        [socket] une socket
        [device] un périphérique
       *[other] { $what }
    }.
fix-not-a-file = { $what ->
        [pipe] Écrivez d’abord dans un fichier ce qui vient du tube, et nommez ce fichier.
       *[other] Nommez un fichier ordinaire.
    }
err-nobody-reads = Personne ne lit ce tube.
fix-nobody-reads = Lancez d’abord le programme qui le lit, puis nommez le tube à nouveau.
err-nobody-writes = Personne n’écrit dans ce tube.
fix-nobody-writes = Lancez d’abord le programme qui y écrit, puis nommez le tube à nouveau.
err-too-many-files = Cela fait plus de { $most } fichiers.
fix-too-many-files = Enregistrez-les par parties : rien n’a été enregistré.
err-no-dossier = Aucun dossier n’a été indiqué.
fix-no-dossier = Ajoutez --dossier ID.
err-filing-none = Arrêté sur demande : rien de la liste n’est enregistré.
fix-filing-none = Pour l’enregistrer, relancez la même commande.
err-listed-twice = Ce fichier est déjà dans la liste, sous { $path }.
fix-listed-twice = Ne gardez qu’une des deux lignes. Rien n’a été enregistré.
err-list-cell-missing = Cette cellule est vide, et aucune option ne vaut pour toutes les lignes.
fix-list-cell-missing = Remplissez la cellule, ou donnez l’option correspondante pour toutes les lignes. Rien n’a été enregistré.
err-list-day = « { $value } » n’est pas une date.
fix-list-day = Écrivez la date ainsi : 2026-03-04. Rien n’a été enregistré.
err-list-no-marking = Ceci fait partie d’un marquage, et la ligne n’a pas de niveau.
fix-list-no-marking = Écrivez le niveau dans la colonne « marking » : une ligne a un marquage propre en entier, ou aucun. Rien n’a été enregistré.
err-list-not-utf8 = La liste n’est pas un texte en UTF-8.
fix-list-not-utf8 = Enregistrez-la depuis le tableur au format « CSV UTF-8 ». Rien n’a été enregistré.
err-list-empty = La liste ne nomme aucun fichier.
fix-list-empty = Sous l’en-tête, écrivez une ligne par fichier.
err-list-torn = La liste ne peut être lue comme un tableau.
fix-list-torn = Écrivez du CSV avec un en-tête, ou du TOML avec un [[document]] par fichier. Rien n’a été enregistré.
err-list-not-several = « document » désigne ici une seule table, alors qu’une liste en a plusieurs.
fix-list-not-several = Écrivez [[document]], avec deux crochets de chaque côté, au-dessus de chaque fichier. Rien n’a été enregistré.
err-list-column-unknown = Aucune liste n’a « { $column } ».
fix-list-column-unknown = Sont connus : { $known }. Rien n’a été enregistré.
err-list-column-twice = Deux colonnes portent ce nom.
fix-list-column-twice = N’en gardez qu’une. Rien n’a été enregistré.
err-list-quote = Un guillemet ouvre une cellule et aucun ne la ferme.
fix-list-quote = Fermez la cellule par un guillemet, et doublez celui qui fait partie du texte. Rien n’a été enregistré.
err-list-too-many-cells = La ligne a plus de cellules que l’en-tête, qui en a { $most }.
fix-list-too-many-cells = Mettez entre guillemets un texte qui contient le séparateur. Rien n’a été enregistré.
err-list-cell-kind = Ce n’est ni un texte, ni une date, ni une liste de textes.
fix-list-cell-kind = Mettez-le entre guillemets. Rien n’a été enregistré.
err-written-not-text = Ce n’est pas un texte en UTF-8.
fix-written-not-text = Omettez --kind : le fichier est alors enregistré pour ce que ses octets disent qu’il est.
err-written-one = Avec --kind, un seul document est enregistré.
fix-written-one = Indiquez un seul chemin, ou - pour l’entrée standard.
err-written-no-title = Ce qui vient de l’entrée standard n’a pas de nom qui puisse servir de titre.
fix-written-no-title = Ajoutez --title TEXTE.

## documents: viewing

ui-part-attachments = Pièces jointes
ui-attachments-text = Fichiers que ce document contient. Chacun s’ouvre seul, sous le même marquage ; ouvrir le document, c’est les ouvrir.
ui-attachment-open = Ouvrir
ui-attachment-page = Page { $page }
ui-attachment-unnamed = Fichier { $n }, sans nom
ui-attachment-none = fichier sans nom
ui-attachment-title = { $name }, dans « { $title } »
ui-viewer-pages = Pages
ui-viewer-page = Page { $n } sur { $of }
ui-viewer-of = / { $of }
ui-viewer-goto = Aller à la page
ui-viewer-previous = Page précédente
ui-viewer-next = Page suivante
ui-viewer-zoom-in = Agrandir
ui-viewer-zoom-out = Réduire
ui-viewer-zoom-fit = Ajuster à la largeur
ui-viewer-zoom-page = Page entière
ui-viewer-turn = Tourner à droite
ui-viewer-read-on = Page { $page }, où vous avez arrêté de lire. Début va à la première.
ui-viewer-reading = Mode lecture : tout l’écran (F11)
ui-viewer-reading-end = Quitter le mode lecture (Échap)
ui-viewer-find = Chercher dans le document
ui-viewer-copy = Copier la sélection (Ctrl+C)
ui-viewer-copied = Copié sous le marquage du document. Le journal en garde trace, et le verrouillage vide le presse-papiers.
ui-viewer-not-copied = Le texte de ce document ne se sélectionne pas et ne se copie pas : son marquage ne le permet pas.
ui-viewer-select-none = Rien ne peut être sélectionné sur cette page.
ui-viewer-select-first = Sélectionnez d’abord du texte sur la page, avec la souris ou avec Maj et les flèches.
copied-purpose-attachment = Texte copié de la pièce jointe « { $name } » (page { $page }, caractères : { $n })
copied-purpose = Texte copié (page { $page }, caractères : { $n })
ui-viewer-print = Imprimer…
ui-print-title = Imprimer
ui-print-text = Chaque page porte le marquage, votre nom, l’heure et le numéro de l’exemplaire. Le journal nomme ce qui est demandé avant que cela ne parte vers l’imprimante. Allez chercher les pages aussitôt.
ui-print-printer = Imprimante
ui-print-printer-choose = Choisissez une imprimante
ui-print-pages = Pages du document
ui-print-first = De la page
ui-print-last = À la page
ui-print-copies = Exemplaires (1 à 99)
ui-print-purpose = Pourquoi l’imprimez-vous ?
ui-print-purpose-hint = Pour qui ou pour quoi ; c’est consigné.
ui-print-submit = Imprimer
ui-print-done =
    { $copies ->
        [one] L’exemplaire { $first } a été remis à l’imprimante « { $printer } ».
       *[other] Les exemplaires { $first } à { $last } ont été remis à l’imprimante « { $printer } ».
    }
ui-viewer-find-next = Passage suivant
ui-viewer-find-previous = Passage précédent
ui-viewer-find-close = Fermer
ui-viewer-find-enter = Entrée lance la recherche dans les pages.
ui-viewer-find-busy = Recherche…
ui-viewer-find-none = Aucune page lisible ne contient cela.
ui-viewer-find-count =
    { $n ->
        [one] une seule fois
       *[other] { $on ->
            [one] passage { $at } sur { $times }
           *[other] passage { $at } sur { $times }, dans { $pages } pages
        }
    }
ui-viewer-find-silent =
    { $n ->
        [one] Une page ne contient pas de texte à parcourir.
       *[other] { $n } pages ne contiennent pas de texte à parcourir.
    }
ui-viewer-no-text = Aucun texte lisible sur cette page.
ui-viewer-text-recognised = Cette page a été lue par reconnaissance de caractères, en { $languages } : des lettres peuvent être erronées.
ui-viewer-find-recognised =
    { $n ->
        [one] Une page a été lue par reconnaissance de caractères : des lettres peuvent être erronées, et aucun passage n’y est marqué.
       *[other] { $n } pages ont été lues par reconnaissance de caractères : des lettres peuvent être erronées, et aucun passage n’y est marqué.
    }
ui-viewer-zoom-level = { $percent } %
ui-viewer-panel = Marquage, historique, accès
ui-viewer-outline = Plan du document (o)
ui-viewer-outline-nowhere = Ce titre ne mène à aucune page.
ui-viewer-outline-more = Afficher { $n } de plus
ui-viewer-thumbs = Aperçu des pages
ui-viewer-missing = Ce document n’est pas affiché en entier, ou pas tel qu’il est
ui-viewer-missing-here = Sur cette page
ui-viewer-failed = Cette page ne peut pas être affichée.
ui-viewer-close = Fermer le document
cli-not-searched = Parmi ce que vous pouvez voir, la recherche ne couvre pas le texte de :
cli-text-waits = rien ne l’a lu cette fois ; il attend toujours
cli-text-changed = changé entre-temps, ou déjà lu
cli-text-denied = vous ne pouvez pas le faire lire
cli-text-damaged = le document scellé a disparu ou a été altéré
cli-texts-remaining = Textes qui attendent encore : { $n }. Relancez la commande.
cli-texts-none = Aucun texte n’attend d’être lu.
cli-without-sentence =
    { $n ->
        [one] Un document trouvé est présenté sans sa phrase.
       *[other] { $n } documents trouvés sont présentés sans leur phrase.
    }
cli-texts-altered = Ce qui a été gardé du texte de ces documents n’est plus ce qui avait été gardé. Faites-le examiner (« zegelctl doctor ») :
cli-hit-on-page = p. { $page } : { $sentence }
cli-cut-of = { $shown ->
    [one] { $shown } ligne montrée sur { $total }
   *[other] { $shown } lignes montrées sur { $total }
 }. Pour voir la suite : --limit all, ou --after { $next }
cli-cut = { $shown ->
    [one] { $shown } ligne montrée
   *[other] { $shown } lignes montrées
 } ; il y en a d’autres. Pour voir la suite : --limit all, ou --after { $next }
cli-pages-written = Écrit dans { $path } : { $pages ->
    [one] { $pages } page. Ce fichier n’est plus protégé
   *[other] { $pages } pages. Ces fichiers ne sont plus protégés
 } par Zegel.
cli-pages-others = Des pages d’avant se trouvent aussi dans ce dossier, peut-être celles d’un autre document ({ $count }) : { $names }
cli-pages-beyond =
    Certaines des pages demandées n’existent pas : { $pages ->
        [one] une seule page peut être affichée.
       *[other] { $pages } pages peuvent être affichées.
    }
cli-pages-outline = Plan du document :
cli-outline-page = (p. { $page })
cli-printed =
    { $copies ->
        [one] L’exemplaire { $first } a été remis à l’imprimante « { $printer } ».
       *[other] Les exemplaires { $first } à { $last } ont été remis à l’imprimante « { $printer } ».
    }
cli-pages-cut = Le document continue au-delà de ces { $pages } pages, le maximum qui puisse être affiché ; il peut être extrait en entier.
err-unsupported-media = Les documents de type { $media } ne peuvent pas être affichés ici.
fix-unsupported-media = Sortez-le par « zegelctl doc open --out », ou enregistrez-le dans un format qui s’affiche : PDF, texte, image, courriel ou fichier bureautique.
err-no-attachment = Le document n’a pas de pièce jointe numéro { $number } ; il en a { $count }.
fix-no-attachment = Voyez lesquelles il y a avec « zegelctl doc attachments ».
err-no-pages =
    La page { $first } n’existe pas : le document compte { $pages ->
        [one] une page
       *[other] { $pages } pages
    } qu’il est possible d’afficher. Rien n’a été écrit.
fix-no-pages = Demandez des pages qui existent (--pages).
err-no-spooler = Rien ne peut être imprimé sur ce poste : « lp » de CUPS n’y est pas installé.
fix-no-spooler = Faites installer le paquet cups-client (/usr/bin/lp), ou imprimez sur un autre poste. Rien n’a été consigné.
err-not-printed = L’imprimante « { $printer } » n’a pas pris l’exemplaire { $copy }, ni aucun des suivants. Le journal dit qu’ils ont été demandés, et leurs numéros sont utilisés.
fix-not-printed = Vérifiez que CUPS connaît l’imprimante sur ce poste (lpstat -e) et qu’elle accepte des travaux, puis imprimez à nouveau : avec le numéro suivant.
err-print-stopped = L’impression sur « { $printer } » a été arrêtée avant que l’exemplaire { $copy } ne soit remis.
fix-print-stopped = Les exemplaires précédents ont été remis. Le journal nomme tous ceux qui ont été demandés.
print-copy = exemplaire { $copy }
err-bad-pages =
    { $cause ->
        [backwards] Dans { $typed } (--pages), la dernière page vient avant la première.
       *[form] Un intervalle de pages (--pages) s’écrit 3, 1-3 ou 5- : { $typed }.
    }
fix-bad-pages =
    { $cause ->
        [backwards] Écrivez d’abord le plus petit numéro.
       *[form] Indiquez des numéros de page à partir de 1.
    }
err-view-too-large = Le document dépasse { $limit } Mio.
fix-view-too-large = Faites-le diviser et enregistrez-le de nouveau.
err-view-unpacks = Une partie du document dépasse { $limit } Mio une fois décompressée.
fix-view-unpacks = Faites-le enregistrer de nouveau sans ce qui le rend si volumineux.
err-view-too-many-pixels = L’image compte plus de pixels qu’il n’est possible d’en afficher.
fix-view-too-many-pixels = Faites-la enregistrer à une résolution moindre.
err-view-malformed = Le document ne peut pas être lu comme ce qu’il prétend être.
fix-view-malformed = Demandez un exemplaire en bon état à l’autorité d’origine.
err-view-cut-short = Le fichier est tronqué : rien de ce qui en reste ne peut être affiché.
fix-view-cut-short = Demandez le fichier entier à l’autorité d’origine.
err-view-encrypted = Le document demande un mot de passe qui lui est propre.
fix-view-encrypted = Demandez à l’autorité d’origine un exemplaire sans mot de passe ; le coffre le protège. Si vous connaissez le mot de passe : zegelctl doc pages ID --document-password-file FICHIER
err-view-wrong-password = Ce n’est pas le mot de passe du document.
fix-view-wrong-password = Vérifiez le mot de passe dans le fichier indiqué, ou demandez un exemplaire sans mot de passe à l’autorité d’origine.
err-view-encryption = Le document est chiffré d’une manière qui n’est pas prise en charge ici.
fix-view-encryption = Demandez à l’autorité d’origine un exemplaire non chiffré ; le coffre le protège.
err-view-no-pages = Aucune page n’a été trouvée dans le document.
fix-view-no-pages = Demandez un exemplaire en bon état à l’autorité d’origine.
err-view-unsupported = Ce document est d’une variante de { $media } qui ne s’affiche pas ici ; cela ne dit rien contre lui.
fix-view-unsupported = Sortez-le par « zegelctl doc open --out », ou enregistrez-le dans une forme qui s’affiche.
err-view-cut =
    { $cause ->
        [end] La fin du document manque.
       *[limit] Seules les { $pages } premières pages du document peuvent être affichées.
    }
fix-view-cut = Faites-le enregistrer en plusieurs parties.
err-view-no-page = Il n’y a pas de page { $page }.
fix-view-no-page = Choisissez une page de ce document.
err-view-timeout = La page a pris plus de { $seconds } secondes et a été abandonnée.
fix-view-timeout = Rouvrez le document. Si la page manque toujours, demandez un exemplaire plus simple à l’autorité d’origine.
err-view-died = Le document a demandé plus de mémoire ou de temps qu’il ne lui est permis, et a été fermé.
fix-view-died = Rouvrez-le. S’il se ferme encore, demandez un exemplaire plus simple à l’autorité d’origine.
err-view-sandbox =
    Cet ordinateur n’offre pas la protection derrière laquelle les documents sont ouverts : { $cause ->
        [landlock] le noyau n’interdit pas les fichiers à un programme (Landlock)
        [seccomp] le noyau n’interdit pas les appels système à un programme (seccomp)
       *[worker] le programme d’affichage n’a pas pu s’isoler
    }.
fix-view-sandbox = Faites installer un noyau Linux 5.19 ou plus récent, avec Landlock activé.
err-view-no-worker = Le programme d’affichage manque ou ne démarre pas : { os-cause }.
fix-view-no-worker = Faites réinstaller Zegel.
err-view-no-answer = Le programme d’affichage s’est arrêté, ou n’a pas répondu, avant de recevoir le document.
fix-view-no-answer = Réessayez. Si cela persiste, faites réinstaller Zegel.
err-view-source = Le document n’a pas pu être lu jusqu’au bout : { os-cause }.
fix-view-source = Faites vérifier le coffre avec « zegelctl doctor ».
err-view-image =
    La page n’a pas pu être marquée et n’est pas affichée : { $cause ->
        [size] avec ses bandeaux, elle serait trop grande
        [banner] le marquage est plus long qu’une page
        [colour] la politique indique une couleur qui n’en est pas une
        [font] la police de caractères ne peut être lue
       *[encoding] son image n’a pas pu être produite
    }.
fix-view-image = Faites vérifier le marquage et les couleurs de la politique.
missing-on-page = Non affiché sur cette page, ou autrement que dans le document : { $list }
missing-cut-short = fin du fichier manquante
missing-repaired = table des matières du fichier endommagée : son contenu a été recherché
missing-pages = pages introuvables dans le fichier
missing-content = instructions de dessin manquantes ou illisibles
missing-object = élément absent du fichier
missing-font = police absente du fichier ou illisible, remplacée par une autre
missing-letters = caractères sans dessin connu, remplacés par des cases
missing-picture = image illisible
missing-picture-cut = image dont la fin manque
missing-picture-too-large = image trop grande pour être affichée
missing-filter = données comprimées d’une manière inconnue
missing-annotation = annotation non affichée
missing-note = note dont le texte ne figure pas sur la page
missing-field = champ de formulaire qui montre autre chose que sa valeur, ou pas toute sa valeur
missing-look-uncompared = champ ou note dont l’apparence est une image, ou faite de lettres illisibles : on n’a pas vérifié qu’elle montre ce qu’il dit, à savoir
missing-drawn-otherwise = page qu’un autre programme dessine autrement : à l’un des deux il manque des lettres, des traits ou des images, ou il en montre d’autres ; à comparer avec l’original
missing-not-compared = page non comparée : le programme qui dessine chaque page une seconde fois n’a pas dessiné celle-ci
missing-picture-differs = image dont les données ont une autre taille ou d’autres couleurs que ne le dit le document : elle peut être coupée, déformée ou brouillée
missing-numbering = numéros de listes ou de titres qui manquent, ou que remplace un signe (•), parce qu’ils ne peuvent pas être calculés ici
missing-counted = paragraphes supprimés d’une liste, affichés et comptés ici : une fois qu’ils ne seront plus là, ceux qui les suivent porteront d’autres numéros
missing-signature = signature électronique, non vérifiée ici
missing-dynamic-form = formulaire dynamique (XFA), que seul le programme de son auteur sait afficher
missing-attachment = fichier joint, non affiché ici
missing-encoding = encodage supposé du texte
missing-undecodable = octets qui ne sont pas du texte dans cet encodage
missing-more = autres éléments
missing-layer = couche que le document n’affiche pas lui-même
missing-hidden = annotation ou champ masqué, ou hors de la page
missing-colour = couleurs qui ne peuvent être calculées : ce qui est dessiné avec elles a un autre aspect ou n’est pas visible
missing-blank = texte présent sur la page, mais dont rien n’est visible
missing-pictures = autres images du même fichier, non affichées
missing-within = PDF plus loin dans le fichier, montré ici comme texte ; octets qui le précèdent
missing-reading = police qui ne dit pas quelles lettres elle dessine : on ne peut se fier au texte lu
missing-too-long = trop long : le document continue au-delà des pages qui peuvent être affichées
missing-follows = autre chose dans le même fichier, après ou avant le document, non affiché ; sa taille en octets
missing-unseen = texte qui n’est pas visible sur la page, comme celui placé derrière un document numérisé ; il peut être lu et recherché
missing-shading = dégradé ou motif qui ne peut être dessiné
missing-nested = éléments imbriqués trop profondément pour être dessinés
missing-packed = courriel affiché tel qu’il a été codé pour l’envoi : ce que disent ses parties n’est pas décodé
missing-binary = données qui ne sont pas du texte, au milieu du texte : des points les remplacent
missing-script = script ou action que le document demande à un programme d’exécuter, non exécuté ici
missing-earlier = modifications ajoutées après la fin du document : son état antérieur est encore dans le fichier, et n’est pas affiché
missing-differs = le texte peut différer : police qui dessine d’autres lettres que celles qui sont lues et recherchées
missing-aside = texte que d’autres programmes n’affichent qu’au survol ou à la réinitialisation d’un formulaire, ou ne font que lire à voix haute (info-bulle, valeur par défaut, auteur ou objet d’une note, description d’un lien ou d’une image), absent de la page ; il peut être lu
missing-unformatted = mise en forme : seul le texte est affiché, dans l’ordre de lecture ; ni la disposition, ni les signes de liste qu’une diapositive tient de son modèle, ni la forme des formules ne le sont, les numéros des listes et des titres sont calculés ici, et ce qui est en exposant ou en indice peut être écrit avec ^ ou _, ou comme du texte simple
missing-part = partie du fichier qui n’est pas lue ici
missing-twice = la même chose deux fois dans le fichier : d’autres programmes peuvent afficher l’autre
missing-concealed = texte que le document supprime ou masque, affiché ici : texte supprimé entre ~~, texte masqué entre [[ et ]]
missing-stored = les valeurs sont affichées telles qu’enregistrées, et non telles que mises en forme
missing-outside = adresse hors du fichier à laquelle il renvoie, non consultée
missing-marks = signes invisibles qui changent le sens de l’écriture ou se glissent entre les lettres : dessinés ici par leur nom entre ‹ et › ; d’autres programmes peuvent afficher un autre ordre
missing-apart = autre texte du fichier, que d’autres programmes n’affichent pas d’emblée : à la fin de son texte, derrière un trait
missing-clear = image dans ce qui est entièrement transparent, invisible
missing-sum = données qui ne correspondent pas à leur somme de contrôle : endommagées ou modifiées
missing-unlisted = page du fichier à laquelle sa liste de pages ne mène pas, non affichée
missing-laid-out = mise en page faite par un autre programme que celui de son auteur : les lignes et les pages peuvent être coupées autrement
missing-recognised = texte lu par reconnaissance de caractères, dont des lettres peuvent être erronées
missing-unrecognised = page numérisée que la reconnaissance de caractères n’a pas lue jusqu’au bout : ce qui s’y trouve n’est dans aucun texte
missing-damaged = endommagé : à partir de là, il est montré autrement qu’il n’était, ou pas du tout
missing-unseen-picture = image dont rien n’est visible : cachée par son masque, transparente, recouverte ou hors de la page
missing-alternate = autre image à la place d’une image montrée, pour l’impression ou pour d’autres programmes, non affichée
missing-source = affiché comme texte source : ce que d’autres programmes en dessinent ou mettent en page n’est pas montré ici
missing-fraction = une seule partie d’un courriel envoyé en plusieurs : les autres ne sont pas dans le fichier
missing-instead = texte lu, copié et recherché à la place de ce qui est dessiné, et qui dit autre chose
missing-uncompared = police qui ne dit pas ce que sont ses formes : on n’a pas pu vérifier que les lettres lues et recherchées sont celles que l’on voit
reason-no-lines = Aucune ligne ne répond à la demande : il n’y a que les en-têtes.
reason-no-text = Aucun caractère n’a été trouvé dans ce document : c’est peut-être une numérisation. Regardez ses pages.

## marking: labels and policies

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ
level-restricted = RESTREINT
level-confidential = CONFIDENTIEL
level-secret = SECRET
level-top-secret = TRÈS SECRET
# The tags of the policies that ship.
tag-administrative = Mentions administratives
tag-context = Contexte
tag-handling = Traitement
tag-only = Uniquement
tag-releasable-to = Communicable à
tag-special-category-designators = Catégories spéciales
ui-marking-fr = En français
ui-marking-nl = En néerlandais
ui-equivalents = Équivalents
ui-equivalents-hint = Donnés à titre d’information : seul le marquage d’origine fait foi.
ui-label-xml = Étiquette ADatP-4774
cli-label-valid = L’étiquette est valable.
cli-label-invalid = L’étiquette n’est pas valable.
cli-bound-same = conforme à l’empreinte
cli-bound-altered = MODIFIÉ depuis l’étiquetage
cli-bound-missing = introuvable
cli-bound-unknown = sans empreinte
cli-bound-within = dans la liaison même
cli-bound-data = Données
err-unknown-level = « { $level } » n’est pas un niveau.
err-level-of-another = « { $level } » est un niveau de { $policy }, et non de cette politique.
err-level-of-two = « { $level } » est l’abrégé de { $own }, et désigne { $other } sur les documents de { $policy }.
err-former-level = « { $level } » est une mention antérieure à la loi actuelle, et non un niveau.
err-level-under-every-policy = « { $level } » est le nom que { $policy } donne au niveau, et ceci vaut pour toutes les politiques.
fix-unknown-level = Choisissez parmi : { $choices }.
fix-level-of-another = Choisissez la politique { $policy } (zegelctl : --policy { $policy }), ou un niveau de celle-ci : { $choices }.
fix-level-of-two = Écrivez { $own } en toutes lettres, ou choisissez la politique { $policy } (zegelctl : --policy { $policy }) s’il s’agit de { $other }.
fix-former-level = Choisissez parmi : { $choices }. Une pièce qui porte cette mention n’est RESTREINT que si son autorité d’origine la classifie ainsi.
fix-level-under-every-policy = S’il s’agit du même niveau de toutes les politiques, indiquez { $same }.
err-unknown-policy = La politique « { $policy } » n’est pas connue.
fix-unknown-policy = Choisissez BEL, NATO ou EU, ou donnez un fichier SPIF là où il est admis.
err-no-level = Aucun niveau n’est indiqué.
fix-no-level = Ajoutez --level NIVEAU ou --label label.xml : un niveau ne se devine pas.
err-label = L’étiquette, l’habilitation ou la politique ne peut être lue.
fix-label = Corrigez le fichier à la ligne indiquée.
err-xml-too-large = Le fichier a { $bytes } octets ; { $limit } au plus sont lus.
fix-xml-too-large = Demandez un fichier valide à la personne qui l’a fourni.
err-xml-not-utf8 = Le fichier n’est pas en UTF-8 (octet { $at }).
fix-xml-not-utf8 = Enregistrez-le en UTF-8, ou demandez un fichier valide à la personne qui l’a fourni.
err-xml-dtd = Ligne { $line } : un type de document ou une entité, qui ne sont jamais lus.
fix-xml-dtd = Demandez un fichier valide à la personne qui l’a fourni.
err-xml-too-deep = Ligne { $line } : plus de { $limit } éléments emboîtés.
fix-xml-too-deep = Demandez un fichier valide à la personne qui l’a fourni.
err-xml-too-many-nodes = Le fichier compte plus de { $limit } éléments.
fix-xml-too-many-nodes = Demandez un fichier valide à la personne qui l’a fourni.
err-xml-too-many-attributes = Ligne { $line } : plus de { $limit } attributs ou espaces de noms sur un élément.
fix-xml-too-many-attributes = Demandez un fichier valide à la personne qui l’a fourni.
err-xml-malformed =
    Ligne { $line } : ce n’est pas du XML correct : { $flaw ->
        [encoding] le fichier indique un autre codage qu’UTF-8
        [end] il s’arrête avant que tout soit fermé
        [close] l’élément qui est fermé n’est pas celui qui est ouvert
        [namespace] un préfixe ne désigne aucun espace de noms
        [entity] une référence ne mène nulle part
        [twice] le même attribut y figure deux fois
        [character] un caractère se trouve là où il ne peut être
       *[form] ceci ne peut se trouver ici
    }.
fix-xml-malformed = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-not-a-spif = Ligne { $line } : « { $found } » n’est pas une politique de sécurité (XML SPIF).
fix-policy-not-a-spif = Demandez un fichier valide à la personne qui l’a fourni.
err-policy-unsupported-version = Ligne { $line } : la version { $version } du format n’est pas connue.
fix-policy-unsupported-version = Demandez un fichier valide à la personne qui l’a fourni.
err-policy-missing = Ligne { $line } : « { $what } » manque.
fix-policy-missing = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-repeated = Ligne { $line } : « { $name } » ne peut figurer ici qu’une fois.
fix-policy-repeated = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-unknown-element = Ligne { $line } : « { $name } » n’est pas connu à cet endroit.
fix-policy-unknown-element = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-bad-value = Ligne { $line } : « { $attribute } » ne peut être « { $value } ».
fix-policy-bad-value = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-too-long = Ligne { $line } : « { $attribute } » dépasse { $limit } caractères.
fix-policy-too-long = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-policy-duplicate-classification = Ligne { $line } : la classification « { $name } » y figure deux fois.
fix-policy-duplicate-classification = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-duplicate-lacv = Ligne { $line } : le numéro { $lacv } désigne deux choses.
fix-policy-duplicate-lacv = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-duplicate-tag-set = Ligne { $line } : la famille « { $name } » y figure deux fois.
fix-policy-duplicate-tag-set = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-duplicate-tag-set-id = Ligne { $line } : l’identifiant { $id } désigne deux familles.
fix-policy-duplicate-tag-set-id = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-duplicate-value = Ligne { $line } : la valeur « { $value } » y figure deux fois.
fix-policy-duplicate-value = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-unknown-classification = Ligne { $line } : il n’y a pas de classification « { $name } ».
fix-policy-unknown-classification = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-unknown-tag-set = Ligne { $line } : il n’y a pas de famille « { $name } ».
fix-policy-unknown-tag-set = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-unknown-value = Ligne { $line } : la famille « { $tagset } » n’a pas de valeur { $lacv } de ce type.
fix-policy-unknown-value = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-unknown-policy = Ligne { $line } : « { $name } » ne figure pas parmi les politiques équivalentes.
fix-policy-unknown-policy = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-one-or-all = Ligne { $line } : une valeur ou toutes, mais ni les deux ni aucune.
fix-policy-one-or-all = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-empty-requirement = Ligne { $line } : une exigence qui ne désigne rien.
fix-policy-empty-requirement = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-excludes-itself = Ligne { $line } : « { $value } » s’exclut elle-même.
fix-policy-excludes-itself = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-contradiction = Ligne { $line } : « { $what } » ne pourra jamais servir, car ses règles se contredisent.
fix-policy-contradiction = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-selection-bounds = Ligne { $line } : « { $tag } » exige plus de valeurs qu’elle n’en permet.
fix-policy-selection-bounds = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-too-much = La politique contient plus de mentions, de valeurs ou de règles que les { $limit } admises.
fix-policy-too-much = Demandez un fichier valide à la personne qui l’a fourni.
err-policy-period-reversed = Ligne { $line } : la période finit avant de commencer.
fix-policy-period-reversed = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-policy-equivalent-twice = Ligne { $line } : deux équivalents différents dans « { $policy } ».
fix-policy-equivalent-twice = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-label-not-a-label = Ligne { $line } : « { $found } » n’est ni une étiquette ni une habilitation.
fix-label-not-a-label = Demandez un fichier valide à la personne qui l’a fourni.
err-label-missing = Ligne { $line } : « { $what } » manque.
fix-label-missing = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-label-repeated = Ligne { $line } : « { $name } » ne peut figurer ici qu’une fois.
fix-label-repeated = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-label-unknown-element = Ligne { $line } : « { $name } » n’est pas connu à cet endroit.
fix-label-unknown-element = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-label-out-of-order = Ligne { $line } : « { $name } » doit figurer plus haut.
fix-label-out-of-order = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-label-bad-value = Ligne { $line } : « { $what } » ne peut être « { $value } ».
fix-label-bad-value = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-label-invalid = L’étiquette enfreint sa politique sur { $count } { $count ->
       [one] point
      *[other] points
    }.
fix-label-invalid = Corrigez l’étiquette d’après les points énumérés.
err-dominance-nothing = Il n’y a pas d’étiquette à combiner.
fix-dominance-nothing = Choisissez vous-même le marquage, d’après le document.
err-dominance-other-policy = Une étiquette sous { $found } ne se combine pas avec des étiquettes sous { $expected }.
fix-dominance-other-policy = Choisissez vous-même le marquage, d’après le document.
err-dominance-invalid = L’ensemble de ces étiquettes n’est pas permis par la politique.
fix-dominance-invalid = Choisissez vous-même le marquage, d’après le document.
err-translate-no-table = Il n’y a pas de tableau d’équivalence entre { $from } et { $to }.
fix-translate-no-table = Montrez le marquage d’origine seul.
err-translate-no-equivalent = « { $what } » n’a pas d’équivalent dans { $to }.
fix-translate-no-equivalent = Montrez le marquage d’origine seul.
err-translate-ambiguous = « { $what } » a plusieurs équivalents dans { $to }.
fix-translate-ambiguous = Montrez le marquage d’origine seul.
err-translate-choice-needed = { $to } exige un choix parmi : { $values }.
fix-translate-choice-needed = Choisissez vous-même le marquage, d’après le document.
err-translate-widens = L’équivalent élargirait le cercle des lecteurs ({ $tag }).
fix-translate-widens = Montrez le marquage d’origine seul.
err-translate-dangling = Le tableau de { $policy } désigne « { $what } », qui n’existe pas dans { $to }.
fix-translate-dangling = Faites corriger la politique par son auteur : une politique qui se contredit n’est jamais appliquée.
err-translate-invalid = L’équivalent n’est pas permis par sa politique.
fix-translate-invalid = Montrez le marquage d’origine seul.
err-binding-not-a-binding = Ligne { $line } : « { $found } » n’est pas un fichier de liaison (ADatP-4778).
fix-binding-not-a-binding = Demandez un fichier valide à la personne qui l’a fourni.
err-binding-missing = Ligne { $line } : « { $what } » manque.
fix-binding-missing = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-binding-repeated = Ligne { $line } : « { $name } » ne peut figurer ici qu’une fois.
fix-binding-repeated = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-binding-unknown-element = Ligne { $line } : « { $name } » n’est pas connu à cet endroit.
fix-binding-unknown-element = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-binding-bad-value = Ligne { $line } : « { $what } » ne peut être « { $value } ».
fix-binding-bad-value = Corrigez le fichier à la ligne indiquée, puis recommencez.
err-binding-elsewhere = Ligne { $line } : « { $uri } » mène ailleurs, et rien d’extérieur n’est consulté.
fix-binding-elsewhere = Demandez un fichier valide à la personne qui l’a fourni.
err-binding-empty = Une liaison demande au moins une étiquette et ce qu’elle concerne.
fix-binding-empty = Indiquez au moins une étiquette et le fichier qu’elle concerne.
reason-label-other-policy = L’étiquette relève de { $found }, non de { $expected }.
reason-label-other-policy-fix = Choisissez la politique de l’étiquette.
reason-label-unknown-classification = « { $name } » n’est pas une classification de cette politique.
reason-label-unknown-classification-fix = Choisissez parmi : { $choices }.
reason-label-classification-of-another = « { $name } » est une classification de { $policy }, et non de cette politique.
reason-label-classification-of-another-fix = Choisissez la politique { $policy } (zegelctl : --policy { $policy }), ou un niveau de celle-ci : { $choices }.
reason-label-classification-of-two = « { $name } » est l’abrégé de { $own }, et désigne { $other } sur les documents de { $policy }.
reason-label-classification-of-two-fix = Écrivez { $own } en toutes lettres, ou choisissez la politique { $policy } (zegelctl : --policy { $policy }) s’il s’agit de { $other }.
reason-label-former-mention = « { $name } » est une mention antérieure à la loi actuelle, et non une classification.
reason-label-former-mention-fix = Choisissez parmi : { $choices }. Une pièce qui porte cette mention n’est RESTREINT que si son autorité d’origine la classifie ainsi.
reason-label-obsolete-classification = « { $name } » n’est plus attribué.
reason-label-obsolete-classification-fix = Choisissez un niveau en vigueur : { $choices }.
reason-label-unknown-tag = « { $tag } » n’existe pas dans cette politique.
reason-label-unknown-tag-fix =
    { $choices ->
        [none] Retirez la mention, ou choisissez la politique qui la prévoit.
       *[other] Retirez la mention, ou choisissez parmi : { $choices }.
    }
reason-label-wrong-kind =
    « { $tag } » est de nature { $expected ->
        [RESTRICTIVE] restrictive
        [PERMISSIVE] permissive
        [INFORMATIVE] informative
       *[other] { $expected }
    }, et non { $found ->
        [RESTRICTIVE] restrictive
        [PERMISSIVE] permissive
        [INFORMATIVE] informative
       *[other] { $found }
    }.
reason-label-wrong-kind-fix = Corrigez le type dans l’étiquette.
reason-label-unknown-value = « { $tag } » n’a pas de valeur « { $value } ».
reason-label-unknown-value-fix =
    { $choices ->
        [none] Retirez-la : la politique n’en prévoit aucune qui puisse être attribuée.
       *[other] Choisissez parmi : { $choices }.
    }
reason-label-obsolete-value = « { $value } » ({ $tag }) n’est plus attribué.
reason-label-obsolete-value-fix =
    { $choices ->
        [none] Retirez-la : la politique n’en prévoit aucune qui puisse être attribuée.
       *[other] Choisissez parmi : { $choices }.
    }
reason-label-not-in-force = « { $what } » n’est pas en vigueur à la date de l’étiquette.
reason-label-not-in-force-fix = Vérifiez la date, ou choisissez une autre valeur.
reason-label-too-few = « { $tag } » demande au moins { $min } { $min ->
       [one] valeur
      *[other] valeurs
    }.
reason-label-too-few-fix = Choisissez-en davantage.
reason-label-too-many = « { $tag } » admet au plus { $max } { $max ->
       [one] valeur
      *[other] valeurs
    }.
reason-label-too-many-fix = Choisissez-en moins.
reason-label-excluded-classification = « { $value } » ({ $tag }) n’est pas permis au niveau { $classification }.
reason-label-excluded-classification-fix = Retirez la mention, ou choisissez un autre niveau si le contenu le justifie.
reason-label-required-classification = « { $value } » ({ $tag }) n’est permis qu’au niveau { $classification }.
reason-label-required-classification-fix = Retirez la mention, ou choisissez ce niveau.
reason-label-required-category = « { $by } » exige { $operation ->
       [only-one] exactement une de ces mentions
       [one-or-more] au moins une de ces mentions
      *[all] toutes ces mentions
    } : { $values }.
reason-label-required-category-fix = Choisissez les mentions exigées.
reason-label-excluded-category = « { $value } » ({ $tag }) exclut « { $other } ».
reason-label-excluded-category-fix = Retirez l’une des deux.
reason-label-bad-input = « { $value } » ne convient pas à « { $tag } » : { $form ->
       [integer] un nombre est attendu
       [date] une date est attendue
      *[text] un texte court est attendu
    }.
reason-label-bad-input-fix = Corrigez la saisie.
reason-label-unknown-privacy-mark = « { $name } » n’est pas une mention de confidentialité de cette politique.
reason-label-unknown-privacy-mark-fix =
    { $choices ->
        [none] Retirez-la : la politique n’en prévoit aucune qui puisse être attribuée.
       *[other] Choisissez parmi : { $choices }.
    }
reason-label-obsolete-privacy-mark = « { $name } » n’est plus attribué.
reason-label-obsolete-privacy-mark-fix =
    { $choices ->
        [none] Retirez-la : la politique n’en prévoit aucune qui puisse être attribuée.
       *[other] Choisissez parmi : { $choices }.
    }
reason-label-privacy-mark-missing = Une mention de confidentialité est exigée.
reason-label-privacy-mark-missing-fix =
    { $choices ->
        [none] Indiquez une mention de confidentialité.
       *[other] Choisissez parmi : { $choices }.
    }
reason-label-privacy-mark-not-allowed = Cette politique n’admet pas de mention de confidentialité.
reason-label-privacy-mark-not-allowed-fix = Retirez-la.
reason-label-bad-text = « { $field } » est vide, trop long ou contient des caractères impossibles.
reason-label-bad-text-fix = Corrigez la saisie.
reason-label-review-before-creation = La révision est datée d’avant l’étiquette.
reason-label-review-before-creation-fix = Choisissez une date ultérieure.
reason-label-succession-before-creation = Le changement prévu est daté d’avant l’étiquette.
reason-label-succession-before-creation-fix = Choisissez une date ultérieure.
label-change-policy = Politique : { $from } devient { $to }.
label-change-raised = Relevé : { $from } devient { $to }.
label-change-lowered = Abaissé : { $from } devient { $to }.
label-change-classification = Classification : { $from } devient { $to }.
label-change-added = Ajouté : { $value } ({ $tag }).
label-change-removed = Retiré : { $value } ({ $tag }).
label-change-audience-given = Cercle désormais limité ({ $tag }) : { $values }.
label-change-audience-dropped = Limite du cercle retirée ({ $tag }) : { $values }.
label-change-privacy-mark = Mention de confidentialité : { $from } devient { $to }.
label-change-originator = L’autorité d’origine de l’étiquette change.
label-change-review = La date de révision change.
label-change-succession = Le changement prévu change.
err-marking = Ce marquage n’est pas valable selon sa politique.
fix-marking = Corrigez chacun des points.

## marking: decisions and calendar

ui-nav-calendar = Échéances
ui-finalised = Finalisé le
ui-formerly = Anciennement
ui-also-of = Relève aussi de
ui-still-of = Relève toujours de
ui-term = Délai
ui-term-lapses = à décider pour le { $date }
ui-term-exempt-unclassified = Sans délai : non classifié
ui-term-exempt-restricted = Sans délai : le niveau le plus bas n’en a pas
ui-term-exempt-foreign = Sans délai ici : une autre autorité décide
ui-term-running = En cours
ui-term-due = À décider
ui-term-overdue = En retard
ui-term-expired = 100 ans passés
ui-nature-declassify = Déclassification
ui-nature-downgrade = Abaissement
ui-nature-upgrade = Relèvement
ui-nature-remark = Autres mentions
ui-nature-maintain = Maintien
ui-decide-change = Changer le marquage…
ui-decide-maintain = Maintenir la classification…
ui-decide-declassify = Déclassifier…
ui-decide = Décider…
ui-decide-title = Décider de la classification
ui-decide-what = Quelle est votre décision ?
ui-decide-missing-intent = la décision
ui-decide-title-change = Changer le marquage
ui-decide-title-maintain = Maintenir la classification
ui-decide-title-declassify = Déclassifier
ui-decide-submit-change = Changer le marquage
ui-decide-submit-maintain = Maintenir
ui-decide-submit-declassify = Déclassifier
ui-decide-about = { $reference } : { $title }
ui-decide-before = Actuel
ui-decide-after = Ensuite
ui-decide-none = Choisissez un niveau.
ui-decide-changes = Ce qui change
ui-decide-earlier =
    { $count ->
        [one] Une version antérieure du document suit : elle porte aussi le nouveau marquage.
       *[other] { $count } versions antérieures du document suivent : elles portent aussi le nouveau marquage.
    }
ui-decide-notes =
    { $count ->
        [one] Une note sur le document suit : ceux qui le lisent sous le nouveau marquage la lisent.
       *[other] { $count } notes sur le document suivent : ceux qui le lisent sous le nouveau marquage les lisent.
    }
ui-decide-narrower = (moins de lecteurs)
ui-decide-wider = (plus de lecteurs)
ui-decide-interest = Intérêt à protéger (art. 3, § 1er)
ui-decide-interest-choose = Choisissez l’intérêt
ui-decide-motive = Motivation
ui-decide-motive-hint = Au moins { $n } caractères. Elle figure au registre des décisions.
ui-decide-missing-change = quelque chose qui change
ui-decide-review = À réexaminer le
ui-decide-review-wrong = Choisissez un jour après aujourd’hui, dans dix ans au plus tard (art. 7 § 3).
ui-decide-dates-wrong = Ces dates ne se suivent pas.
ui-decide-consent = Consentement de l’autorité d’origine
ui-decide-consent-text = Nécessaire lorsque le document est d’une autre autorité.
ui-decide-consent-authority = Autorité
ui-decide-consent-reference = Référence
ui-decide-consent-from = À partir du
ui-decide-consent-until = Jusqu’au
ui-decide-notify = Devront être avertis
ui-decide-not-yet = Pas encore possible.
ui-decide-missing-marking = le niveau
ui-decide-missing-interest = l’intérêt
ui-decide-missing-motive = la motivation
ui-decide-missing-second = le second officier et sa phrase de passe
ui-decide-two-text = Deux officiers ouvrent ce document, maintenant ou après cette décision, deux la prennent donc : le second officier tape ici sa phrase de passe, et les deux sont inscrits au journal.
ui-decide-two-sealed = Ce que dit sa fiche, vous seuls le savez : ce qui s’oppose à la décision est dit quand vous la prenez.
ui-decide-missing-review = une date de réexamen d’ici dix ans
ui-decide-missing-dates = les dates du consentement
ui-decide-may = Vous pouvez prendre cette décision.
ui-decide-done = { $nature ->
    [maintain] Classification maintenue : { $reference }
    [declassify] Déclassifié ; désormais { $reference }
    *[other] Marquage changé ; désormais { $reference }
    }
ui-decide-tell = Destinataires à avertir
ui-decide-tell-text = Ils ont reçu le document sous son ancien marquage. Notez ici que chacun a été averti, maintenant ou plus tard depuis le registre.
ui-calendar-title = Échéances et décisions
ui-calendar-tab-due = Échéances
ui-calendar-tab-register = Registre des décisions
ui-calendar-state = État
ui-calendar-any-state = Tous les états
ui-calendar-until = Jusqu’au
ui-calendar-by = Pour le
ui-calendar-no-match = Rien ne correspond
ui-calendar-no-match-text = Choisissez une date plus tardive ou un autre dossier, ou retirez les filtres.
ui-calendar-empty = Rien à décider
ui-calendar-empty-text = Les documents classifiés que vous pouvez ouvrir apparaissent ici, avec le jour pour lequel leur classification doit être réexaminée.
ui-calendar-finalised = Finalisé le { $date }
ui-calendar-window = à décider dès le { $date }
ui-calendar-expires = prend fin au plus tard le { $date }
ui-calendar-overdue-text = Le délai est passé sans décision. Le document reste protégé jusqu’à ce qu’elle soit prise.
ui-calendar-expired-text = Cent ans ont passé : la classification a pris fin de plein droit. Il reste à déclassifier le document.
ui-decision-count = { $n ->
    [one] { $shown } décision
    *[other] { $shown } décisions
    }
ui-decision-empty = Encore aucune décision
ui-decision-empty-text = Les décisions sur les marquages apparaissent ici, pour les documents que vous pouvez ouvrir tels qu’ils sont maintenant.
ui-decision-nature = Décision
ui-decision-levels = Niveau
ui-decision-recipients = Destinataires
ui-decision-one = Décision
ui-decision-interest = Intérêt (art. 3)
ui-decision-by = Décidé
ui-decision-term = Échéance
ui-decision-void = Cette décision ne compte pas
ui-decision-formerly = { $now } (anciennement { $before })
ui-decision-consent = { $authority }, { $reference }, valable dès le { $from }
ui-decision-consent-until = { $authority }, { $reference }, valable du { $from } au { $until }
ui-decision-untold = { $n ->
    [one] un à avertir
    *[other] { $n } à avertir
    }
ui-decision-told = Tous avertis
reason-sources-consent = Un des documents d’origine appartient à une autre autorité : elle seule peut permettre un marquage qui protège moins.
reason-sources-consent-fix = Reprenez le marquage proposé, ou laissez ce document de côté jusqu’à ce que l’autorité d’origine consente.
reason-consent-missing = Le consentement préalable de l’autorité d’origine est requis, et aucun n’est joint.
reason-consent-missing-fix = Demandez ce consentement et joignez-en la référence à la demande.
reason-consent-of-another = Le consentement indiqué est de « { $authority } ». Le document est de « { $originator } ».
reason-consent-of-another-fix = Indiquez le consentement de « { $originator } ». Si ce nom était faux dès l’enregistrement, signalez-le à un officier de sécurité.
reason-consent-of-own = Le consentement indiqué est de « { $authority } », une autorité de la maison. Le document est d’une autre autorité.
reason-consent-of-own-fix = Indiquez le consentement de l’autorité dont le document émane.
reason-consent-of-each = Le consentement indiqué est de « { $authority } ». Le document relève de chacune de ces autorités : { $originators }.
reason-consent-of-each-fix = Indiquez le consentement de chacune, séparé par un point-virgule : { $originators }.
release-consented = { $document } : consentement de « { $authority } », { $reference }, du { $from } au { $until } ; autorité d’origine : { $originator }
reason-consent-not-yet-valid = Le consentement de l’autorité d’origine ne vaut qu’à partir du { $from }.
reason-consent-not-yet-valid-fix = Attendez cette date.
reason-consent-expired = Le consentement de l’autorité d’origine a expiré le { $until }.
reason-consent-expired-fix = Demandez un nouveau consentement et joignez-en la référence.
reason-nothing-to-maintain = Aucun délai ne court pour ce document : il n’y a rien à maintenir.
reason-nothing-to-maintain-fix = Modifiez le marquage s’il n’est plus juste ; sinon, il n’y a rien à faire.
held-consent = L’autorité d’origine consent, ou n’a pas à être consultée.
nature-declassify = déclassifié
nature-downgrade = niveau abaissé
nature-upgrade = niveau relevé
nature-remark = autrement marqué, au même niveau
nature-maintain = maintenu
term-exempt = sans délai
term-exempt-unclassified = sans délai : non classifié
term-exempt-restricted = sans délai : le niveau le plus bas n’en a pas
term-exempt-foreign = sans délai : information étrangère, son autorité décide
term-running = délai en cours
term-due = décision à prendre
term-overdue = délai dépassé sans décision : reste protégé
term-expired = cent ans révolus
cli-col-decision = Décision
err-bad-consent = « { $value } » ne se lit pas comme un consentement.
fix-bad-consent = Écrivez AUTORITÉ:RÉFÉRENCE, ou DOCUMENT=AUTORITÉ:RÉFÉRENCE.
forged-decided-without-sheet = une décision est prise sans figurer sur la fiche du document
err-several-policies = Ces documents sont marqués sous plusieurs politiques ({ $expected }, { $found }).
fix-several-policies = Tirez un document de ceux d’une seule politique, ou faites d’abord traduire les autres marquages.
reason-hundred-years = Cent ans ont passé : la classification a pris fin de plein droit et ne peut plus être maintenue.
reason-hundred-years-fix = Déclassifiez le document (art. 7, § 3, de la loi du 11 décembre 1998).
reason-review-too-late = Son réexamen était prévu plus tard que la loi ne le permet : dix ans au plus après la décision.
reason-review-too-late-fix = Le délai court comme si ce réexamen n’avait pas été prévu. Décidez à nouveau, et prévenez l’officier de sécurité.

## partners

ui-nav-partners = Partenaires
ui-partners-title = Services partenaires
ui-partners-empty = Aucun partenaire
ui-partners-empty-text = Ajoutez un service avec sa clé et la convention sur laquelle l’échange repose.
ui-partner-add = Ajouter un partenaire…
ui-partner-add-title = Ajouter un partenaire
ui-partner-add-submit = Ajouter
ui-partner-change = Modifier…
ui-partner-change-title = Modifier { $name }
ui-partner-change-text = Rien n’est communiqué à ce partenaire tant qu’une autre autorité de communication ou un autre officier de sécurité n’a pas comparé sa clé à nouveau. Les communications demandées auparavant sont à redemander.
ui-partner-change-submit = Modifier
ui-partner-changed = { $id } est modifié. Sa clé est à confirmer à nouveau avant toute communication.
ui-partner-changes = Modifié par { $officer } depuis la dernière confirmation
ui-partner-changes-from = { $before } → { $now }
ui-partner-another-key = une autre clé
ui-partner-added = { $id } est ajouté. Confirmez sa clé avant toute communication.
ui-partner-id = Identifiant
ui-partner-id-hint = Court, sans espace : il figurera au journal.
ui-partner-name = Nom
ui-partner-nation = Pays
ui-partner-nation-hint = Trois lettres, par exemple FRA
ui-partner-communities = Communautés
ui-partner-contact = Contact
ui-partner-recipient = Clé de réception (age)
ui-partner-recipient-hint = Commence par age1 ; age1pq résiste aussi à l’ordinateur quantique.
ui-partner-signing-key = Clé de signature
ui-partner-ceiling = Plafond
ui-partner-categories = Mentions couvertes par la convention
ui-partner-agreement = Convention
ui-partner-until = Valable jusqu’au
ui-partner-no-agreement = Aucune convention inscrite
ui-partner-fingerprint = Empreinte
ui-partner-confirmed = Clé confirmée
ui-partner-unconfirmed = Clé à confirmer
ui-partner-pq = Post-quantique
ui-partner-classic = Classique
ui-partner-confirm = Confirmer la clé…
ui-partner-confirm-title = Confirmer la clé de { $name }
ui-partner-confirm-text = Appelez le partenaire à un numéro que vous connaissiez déjà, faites-lui lire son empreinte et tapez ce que vous entendez. Elle n’est pas montrée ici : on ne copie pas ce qu’on vérifie.
ui-partner-confirm-heard = Empreinte entendue
ui-partner-other-confirms = Vous avez inscrit ou modifié ce partenaire : une autre autorité de communication ou un autre officier de sécurité confirme sa clé.
ui-partner-confirm-submit = Confirmer
ui-partner-confirmed-toast = La clé de { $id } est confirmée.
reason-partner-unconfirmed = Les clés du partenaire { $partner } ne sont pas confirmées.
reason-partner-unconfirmed-fix = Comparez l’empreinte avec le partenaire par une autre voie, puis confirmez-la.
reason-partner-changed = Le partenaire { $partner } a été modifié depuis que cette communication a été demandée.
reason-partner-changed-fix = Rappelez cette communication et demandez-la de nouveau, une fois la clé du partenaire confirmée.
reason-partner-waits = Ce que { $officer } a inscrit de ce partenaire n’est pas encore confirmé.
reason-partner-waits-fix = Confirmez-le d’abord, ou faites-le modifier par { $officer } : nul ne confirme sa propre clé sous la modification d’un autre.
reason-agreement-missing = Aucune convention n’est inscrite avec le partenaire { $partner }.
reason-agreement-missing-fix = Faites inscrire la convention sur laquelle repose l’échange.
reason-agreement-expired = La convention avec le partenaire { $partner } a expiré le { $until }.
reason-agreement-expired-fix = Faites inscrire sa prolongation avant tout échange.
reason-partner-ceiling =
    Le partenaire { $partner } ne peut recevoir ce document : son plafond est { $ceiling ->
        [unclassified] NON CLASSIFIÉ
        [restricted] RESTREINT
        [confidential] CONFIDENTIEL
        [secret] SECRET
        [top-secret] TRÈS SECRET
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Communiquez un extrait d’un niveau admis, ou faites relever le plafond si la convention le permet.
reason-partner-category-missing = Ce document porte une mention restrictive que la convention avec le partenaire { $partner } ne couvre pas.
reason-partner-category-missing-fix = Communiquez un extrait qui ne la porte pas, ou faites étendre la convention et ajoutez la mention au partenaire.
reason-partner-excluded = Ce document n’est pas communicable au partenaire { $partner } ({ $nation }).
reason-partner-excluded-fix = Demandez à l’autorité d’origine d’étendre la diffusion, ou communiquez un extrait communicable.
held-partner = Le partenaire est actif et ses clés sont confirmées.
held-agreement = Une convention avec le partenaire est en vigueur.
held-partner-ceiling = Le partenaire peut recevoir ce niveau.
held-partner-categories = La convention couvre toutes les mentions restrictives.
held-partner-audience = Le document est communicable au partenaire.
cli-col-agreement = Convention
cli-col-fingerprint = Empreinte
cli-col-partner = Partenaire
cli-partner-added = Le partenaire { $partner } est inscrit. Empreinte à comparer : { $fingerprint }
cli-partner-changed = Le partenaire { $partner } est modifié. Rien ne lui est communiqué tant qu’un autre officier n’a pas comparé cette empreinte : { $fingerprint }
cli-partner-to-confirm = Vous attend : la clé du partenaire { $partner } ({ $name }), inscrite par { $officer }. Comparez-la par une autre voie, puis : zegelctl partner confirm { $partner } --fingerprint F
cli-partner-changes = { $partner } a été modifié par { $officer } (inscription { $entry }) et attend confirmation :
cli-partner-waits = { $partner }, tel que { $officer } l’a inscrit (inscription { $entry }), attend confirmation :
cli-partner-confirmed = L’empreinte de { $partner } est confirmée, et avec elle :
err-partners-not-toml = Le tableau des partenaires est illisible.
fix-partners-not-toml = Corrigez le tableau des partenaires (partners.toml).
err-partners-twice = Le tableau des partenaires contient deux fois la même entrée.
fix-partners-twice = Corrigez le tableau des partenaires (partners.toml).
err-partners-unknown-nation = Une communauté a pour membre un pays qui ne figure pas au tableau.
fix-partners-unknown-nation = Corrigez le tableau des partenaires (partners.toml).
err-partners-not-a-code = Un pays n’est pas désigné par son code à trois lettres.
fix-partners-not-a-code = Corrigez le tableau des partenaires (partners.toml).
err-partners-period-reversed = Une appartenance finit avant de commencer.
fix-partners-period-reversed = Corrigez le tableau des partenaires (partners.toml).
forged-partner-confirmed-by-oneself = la clé d’un partenaire est confirmée par celui qui l’a inscrite
forged-partner-confirmed-twice = la clé de ce partenaire est déjà confirmée
forged-partner-added-twice = ce partenaire y figure déjà
forged-partner-unchanged = rien n’est modifié de ce partenaire
forged-partner-waits = ce qu’un autre a inscrit de ce partenaire n’est pas encore confirmé
forged-unknown-partner = ce partenaire n’existe pas
forged-fingerprint-of-another-key = l’empreinte confirmée est celle d’une autre clé
forged-key-of-another = cette clé est déjà celle d’un autre
forged-unknown-nation = ce pays n’existe pas
err-unknown-nation = « { $value } » n’est pas un pays (ISO 3166-1, trois lettres).
fix-unknown-nation = { $near ->
        [none] Écrivez le code à trois lettres, par exemple BEL.
       *[other] Peut-être : { $near }.
    }
err-key-taken = Cette clé est déjà celle de { $name } ({ $kind ->
        [officer] officier
        [partner] partenaire
       *[other] { $kind }
    }).
fix-key-taken = Une clé n’appartient qu’à un seul : ce qui est scellé pour l’un serait lu par l’autre. Demandez une nouvelle clé, créée par celui à qui elle doit appartenir.
err-key-secret = C’est une clé secrète, pas une clé publique.
fix-key-secret = Elle ne vaut plus rien : la personne qui l’a envoyée doit en créer une autre et donner la clé publique, qui commence par age1. Effacez celle-ci partout où elle se trouve.
err-key-token-reference = C’est la référence d’un jeton matériel (AGE-PLUGIN-…), pas une clé.
fix-key-token-reference = Elle n’est pas secrète, et rien ne peut être scellé avec elle. Le destinataire du jeton est montré par son propre programme, pour une YubiKey age-plugin-yubikey --list, à la ligne « Recipient ». Il n’est pas accepté ici non plus : demandez au partenaire une clé qui commence par age1 ou age1pq1, sans jeton.
err-key-ssh = C’est une clé SSH.
fix-key-ssh = Demandez au partenaire une clé age, qui commence par age1.
err-key-pgp = C’est une clé PGP.
fix-key-pgp = Demandez au partenaire une clé age, qui commence par age1.
err-key-pem = C’est un certificat ou une clé d’une autre sorte.
fix-key-pem = Demandez au partenaire une clé age, qui commence par age1.
err-key-tag = C’est la clé d’un jeton matériel (age1tag…), que ce programme ne connaît pas.
fix-key-tag = Demandez au partenaire une clé qui commence par age1 ou age1pq1, sans jeton.
err-key-plugin = C’est la clé d’un jeton ou d’un autre greffon d’age (age1nom1…), que ce programme ne connaît pas.
fix-key-plugin = Demandez au partenaire une clé qui commence par age1 ou age1pq1, sans jeton.
err-key-several = Il y a là plusieurs clés.
fix-key-several = Donnez-en une seule : chaque partenaire a la sienne.
err-key-mixed-case = La clé mêle majuscules et minuscules.
fix-key-mixed-case = Copiez-la de nouveau : une clé est tout en minuscules.
err-key-character = Le caractère { $position } n’existe dans aucune clé.
fix-key-character = Copiez-la de nouveau : une clé ne contient ni b, ni i, ni o, ni d’autre 1 que celui du début.
err-key-length = La clé compte { $found } caractères, et non { $expected }.
fix-key-length = Vérifiez qu’elle a été copiée en entier, et rien d’autre avec elle.
err-key-checksum = La clé comporte une faute de frappe : sa somme de contrôle n’est pas la bonne.
fix-key-checksum = Copiez-la de nouveau, plutôt que de la retaper.
err-key-weak = Cette clé ne protège rien.
fix-key-weak = Demandez-en une autre au partenaire, et prévenez l’officier de sécurité.
err-key-unknown = Ce n’est pas une clé.
err-signing-key-secret = C’est une clé secrète, et non la clé publique qui sert à vérifier des signatures.
err-signing-key-token-reference = C’est la référence d’un jeton matériel (AGE-PLUGIN-…), pas une clé.
err-signing-key-recipient = Cette clé (age1…) sert à sceller pour le partenaire ; elle ne signe rien.
err-signing-key-unknown = Ce n’est pas une clé qui sert à vérifier des signatures.
fix-key-unknown = Une clé commence par age1 ou age1pq1. Une empreinte n’en est pas une.
fix-signing-key-secret = Elle ne vaut plus rien : son expéditeur doit en créer une autre et ne donner que la clé publique. Supprimez celle-ci partout où elle se trouve.
fix-signing-key-token-reference = Elle n’est pas secrète, et aucune signature ne se vérifie avec elle : son programme s’en sert pour trouver le jeton. Demandez au partenaire la clé publique avec laquelle il signe, ou laissez ce champ vide.
fix-signing-key-recipient = Demandez au partenaire la clé publique avec laquelle il signe, ou laissez ce champ vide : age1… est la clé du destinataire.
fix-signing-key-unknown = Donnez la clé publique d’OpenSSH, d’OpenPGP, de X.509, de minisign ou d’une note signée, ou une clé Ed25519 en Base64 ou en hexadécimal. Une empreinte n’en est pas une.
err-partner-unseen = { $partner } a été modifié par l’inscription { $entry } : confirmer sa clé, c’est confirmer aussi cette modification.
fix-partner-unseen = Regardez ce qui a été modifié (zegelctl partner list). Si tout est juste, confirmez à nouveau avec --entry { $entry } ; dans la fenêtre, rouvrez le dialogue.
err-fingerprint = Cette empreinte ou ce code est d’une autre clé.
fix-fingerprint = Redemandez-la par une autre voie. Si elle diffère toujours, la clé a pu être échangée : n’utilisez rien et prévenez l’officier de sécurité.

## releases

ui-nav-release = Communication
ui-release-this = Communiquer…
ui-recipient = { $name } ({ $partner }), paquet du { $at }
ui-recipient-written = Paquet du { $at }
ui-recipient-tell = A été averti
ui-recipient-told = Averti le { $at }
ui-release-title = Communication à un partenaire
ui-release-tab-prepare = Préparer
ui-release-tab-requests = Demandes
ui-release-partner = Partenaire
ui-release-partner-choose = Choisissez à qui
ui-release-no-partners = Aucun partenaire n’est encore inscrit.
ui-release-add-document = Ajouter un document : titre ou référence
ui-release-purpose = Finalité de la communication
ui-release-decisions = Décision, document par document
ui-release-decisions-empty = Choisissez un partenaire et des documents : la décision apparaît ici aussitôt.
ui-release-decisions-no-documents = Choisissez des documents : la décision apparaît ici aussitôt.
ui-release-may = Peut être communiqué à { $partner }
ui-release-may-not = Ne peut pas être communiqué à { $partner }
ui-release-needs-consent = Le consentement de l’autorité d’origine est nécessaire
ui-release-undecided = Pas encore décidé
ui-release-consent-authority = Autorité qui consent
ui-release-consent-reference = Référence du consentement
ui-release-remove = Retirer { $what }
ui-release-request = Demander la communication…
ui-release-request-submit = Demander
ui-release-request-text = Voici exactement ce qui partira, une fois la demande approuvée.
ui-release-requested = Demande envoyée.
ui-release-missing-partner = un partenaire
ui-release-missing-documents = au moins un document
ui-release-missing-purpose = la finalité
ui-release-missing-consents = les consentements requis
ui-release-missing-refused = le retrait de ce qui ne peut pas être communiqué
ui-release-contents = Contenu
ui-release-key = Clé du destinataire
ui-release-requests-empty = Aucune demande
ui-release-requests-empty-text = Les demandes de communication que vous pouvez voir apparaîtront ici.
ui-release-status-waiting = Attend un autre
ui-release-status-approved = Approuvée, pas encore écrite
ui-release-status-written = Paquet écrit
ui-release-status-recalled = Rappelée
ui-release-status-refused = Refusée
ui-release-requested-by = Demandée par { $officer }, { $at }
ui-release-approved-by = Approuvée par { $officer }, { $at }
ui-release-refused-by = Refusée par { $officer }, { $at }
ui-release-refused-why = Pourquoi elle a été refusée
ui-release-written-at = Écrite par { $officer }, { $at }
ui-release-written-times = { $n } paquets écrits au total
ui-release-approve = Approuver…
ui-release-approve-title = Approuver la communication
ui-release-approve-text = Votre nom est inscrit comme celui de la seconde personne. Relisez ce qui part.
ui-release-approve-type = Tapez { $partner } pour confirmer
ui-release-approve-submit = Approuver
ui-release-approved-toast = Communication approuvée.
ui-release-refuse = Refuser…
ui-release-refuse-title = Refuser la communication
ui-release-refuse-text = La demande s’arrête ici. Le demandeur lit votre motif.
ui-release-refuse-submit = Refuser
ui-release-refused-toast = Communication refusée.
ui-release-why-not = Pourquoi vous ne pouvez pas approuver
ui-release-write = Écrire le paquet…
ui-release-write-again = Écrire un autre paquet…
ui-release-write-two-title = Écrire le paquet à deux
ui-release-write-two-text = Deux officiers ouvrent un document de cette communication, deux écrivent donc le paquet : le second officier tape ici sa phrase de passe, et les deux sont inscrits au journal.
ui-release-write-two-tell = Montrer la finalité
ui-release-write-two-told = Vous voyez tous deux ce qui est communiqué, à qui et pour quelle finalité. Le paquet est écrit dès que vous confirmez.
ui-release-see-two = Voir avec un second officier…
ui-release-see-two-title = Voir la communication avec un second officier
ui-release-see-two-text = Deux officiers ouvrent un document de cette communication : le second tape ici sa phrase de passe. Vous voyez alors les titres et la finalité, puis vous décidez.
ui-release-see-two-where = Sous « { $screen } », vous voyez les titres et la finalité avec un second officier avant de décider.
ui-release-written-toast = Paquet écrit : { $name }
ui-release-recall = Rappeler…
ui-release-recall-title = Rappeler la communication
ui-release-recall-text = Un paquet déjà remis ne revient pas de lui-même : prévenez aussi le partenaire.
ui-release-recall-submit = Rappeler
ui-release-recalled-toast = Communication rappelée.
release-hidden = { $n ->
    [one] 1 document que vous ne pouvez pas ouvrir
   *[other] { $n } documents que vous ne pouvez pas ouvrir
}
release-purpose-hidden = La finalité est consignée avec ses documents, que vous ne pouvez pas ouvrir.
release-purpose-two = La finalité est consignée avec ses documents, que deux officiers ouvrent ensemble.
release-refused-why-hidden = La raison du refus est consignée avec ses documents, que vous ne pouvez pas ouvrir.
held-release-role = Le rôle permet cette étape.
cli-release-requested = Communication demandée : { $release }
cli-release-approved = approuvée
cli-release-waiting = en attente
cli-release-written = écrite
cli-release-recalled = rappelée
cli-release-refused = refusée
cli-release-written-to = Paquet écrit : { $path }
cli-release-written-last =
    { $n ->
        [one] { $at }, par { $by }
       *[other] { $at }, par { $by } (paquet numéro { $n })
    }
warning-written-before = Cette communication avait déjà été écrite : { $n ->
        [one] une fois
       *[other] { $n } fois
    }, la dernière par { $by }, { $at }. Chaque paquet s’ouvre avec la clé du partenaire ; le journal les nomme tous.
cli-col-written = Écrite
err-package-exists = Un paquet du même nom est déjà là.
fix-package-exists = Choisissez un autre dossier.
err-package-folder = Le paquet n’a pas pu être écrit : { os-cause }.
fix-package-folder = Vérifiez le dossier, les droits et l’espace libre, puis réessayez.
err-package =
    Le paquet n’a pas pu être composé : { $cause ->
        [cover_room] le marquage ne laisse pas de place sur son bordereau
        [cover_long] son bordereau serait trop long
        [cover] son bordereau n’a pas pu être mis en page
        [manifest] la liste de son contenu n’a pas pu être écrite
       *[seal] il n’a pas pu être scellé pour le partenaire
    }.
fix-package = Rien n’est sorti. Signalez-le avec le numéro de la communication.
cover-title = Bordereau de communication
cover-for = Destinataire
cover-from = De la part de
cover-release = Communication
cover-at = Date
cover-purpose = Usage prévu
cover-agreement = Convention
cover-requested-by = Demandé par
cover-approved-by = Approuvé par
cover-key = Clé de signature
cover-documents = Documents
cover-number = N°
cover-consent = Consentement
cover-rules = À respecter
cover-rule-marking = Chaque document garde son marquage. Un équivalent peut être ajouté à côté, jamais à sa place.
cover-rule-third = Aucune transmission à un tiers sans l’accord écrit de l’autorité d’origine.
cover-rule-check = Comparez les empreintes du manifeste avec les fichiers, et la clé de signature avec celle que vous avez reçue par une autre voie.
forged-key-without-recipient = une nouvelle clé vient sans destinataire, ou celle du coffre avec un
forged-recipient-not-post-quantum = cette clé ne résisterait pas à un ordinateur quantique
forged-release-of-nothing = une communication ne contient aucun document
forged-unknown-release = cette communication n’existe pas
forged-release-out-of-order = les étapes d’une communication sont : demandée, approuvée ou refusée, écrite
forged-released-without-right = la communication n’est pas permise à son auteur, à ce partenaire, ou plus sous ce marquage

## log

ui-log-title = Journal
ui-log-text = Ce que vous pouvez en lire. Ce qui y est modifié, retiré ou déplacé se remarque.
ui-log-verify = Vérifier tout le journal
ui-log-verifying = Vérification de chaque signature…
ui-log-whole = Le journal est intact
ui-log-whole-text = { $n -> 
    [one] { $shown } inscription vérifiée, signature comprise. 
    *[other] { $shown } inscriptions vérifiées, signatures comprises. 
    }
ui-log-root = Racine
ui-log-background = { $at ->
    [never] Le journal entier n’a pas encore été revérifié ; { $done } inscriptions sur { $all } jusqu’ici.
    *[other] Intact au { $at }, { $done } inscriptions sur { $all }.
    }
ui-log-keep-checkpoint = Conserver un point de contrôle ailleurs…
ui-log-compare = Comparer avec un point de contrôle conservé…
ui-log-compared = Le journal est intact et concorde avec le point de contrôle
ui-log-elsewhere = Rien dans ce dossier ne montre à lui seul ces trois choses : que la fin du journal a été coupée, que tout le dossier a été remis dans un état antérieur, que le journal d’un autre coffre a été mis à sa place. Ce poste se souvient de ce qu’il a vu en dernier ; un point de contrôle gardé ailleurs le montre partout.
ui-log-checkpoint-kept = Le point de contrôle a été conservé. Il ne vaut que là où personne n’atteint à la fois lui et le coffre.
ui-log-list = Inscriptions
ui-log-index = N°
ui-log-at = Date et heure
ui-log-officer = Officier
ui-log-action = Acte
ui-log-subject = Concerne
ui-log-detail = Détail
ui-log-any-officer = Tous les officiers
ui-log-any-action = Tous les actes
ui-log-since = Depuis le
ui-log-document = Référence ou identifiant d’un document
ui-log-until = Jusqu’au
ui-log-empty = Aucune inscription à montrer
ui-log-export = Écrire dans un fichier…
ui-log-exported-empty = { $name } ne contient que les en-têtes.
ui-log-exported =
    { $n ->
        [one] { $shown } inscription est écrite dans { $name }.
       *[other] { $shown } inscriptions sont écrites dans { $name }.
    }
ui-log-entry = L’inscription
ui-act-found = Création du coffre
ui-act-unlock = Déverrouillage
ui-act-change-passphrase = Changement de phrase de passe
ui-act-renew-identity = Renouvellement de ses propres clés
ui-act-reissue-identity = Nouvelles clés d’un officier qui a perdu les siennes
ui-act-request-reissue = Nouvelles clés demandées pour un officier
ui-act-refuse-reissue = Nouvelles clés refusées
ui-act-recall-reissue = Demande de nouvelles clés retirée
ui-act-add-identity = Identité ajoutée
ui-act-revoke-identity = Identité révoquée
ui-act-protect-identity = Identité protégée par un jeton
ui-act-unprotect-identity = Jeton retiré d’une identité
ui-act-file = Enregistrement
ui-act-open = Ouverture
ui-act-change-together = Fait à deux
ui-act-open-together = Ouverture à deux
ui-act-open-second = Ouverture comme second
ui-act-release = Communication
ui-act-show = Consultation de la fiche
ui-act-deny = Refus
ui-act-explain = Question d’accès
ui-act-add-officer = Ajout d’un officier
ui-act-disable-officer = Désactivation d’un compte
ui-act-freeze-officer = Gel d’un compte
ui-act-unfreeze-officer = Gel d’un compte levé
ui-act-request-unfreezing = Levée d’un gel demandée
ui-act-refuse-unfreezing = Levée d’un gel refusée
ui-act-recall-unfreezing = Demande de levée d’un gel retirée
ui-act-change-roles = Rôles d’un officier fixés
ui-act-change-function = Fonction d’un officier inscrite
ui-act-request-function = Fonction d’un officier demandée
ui-act-refuse-function = Fonction d’un officier refusée
ui-act-recall-function = Demande sur la fonction d’un officier retirée
ui-act-request-roles = Rôles demandés pour un officier
ui-act-give-roles = Rôles donnés
ui-act-refuse-roles = Rôles refusés
ui-act-recall-roles = Demande de rôles retirée
ui-act-grant-clearance = Habilitation inscrite
ui-act-request-clearance = Habilitation demandée
ui-act-refuse-clearance = Habilitation refusée
ui-act-recall-clearance = Demande d’habilitation retirée
ui-act-suspend-clearance = Habilitation suspendue
ui-act-reinstate-clearance = Habilitation rétablie
ui-act-request-reinstatement = Fin d’une suspension demandée
ui-act-refuse-reinstatement = Fin d’une suspension refusée
ui-act-recall-reinstatement = Demande de fin de suspension retirée
ui-act-withdraw-clearance = Habilitation retirée
ui-act-record-briefing = Briefing inscrit
ui-act-record-approval = Approbation inscrite
ui-act-request-approval = Approbation demandée
ui-act-refuse-approval = Approbation refusée
ui-act-recall-approval = Demande d’approbation retirée
ui-act-create-dossier = Dossier créé
ui-act-close-dossier = Dossier clôturé
ui-act-reopen-dossier = Dossier rouvert
ui-act-add-member = Membre ajouté
ui-act-remove-member = Membre retiré
ui-act-name-deputy = Suppléant d’un dossier désigné
ui-act-take-over-dossier = Dossier repris par son suppléant
ui-act-name-lead = Nouveau responsable d’un dossier désigné
ui-act-request-succession = Nouveau responsable d’un dossier proposé
ui-act-refuse-succession = Nouveau responsable d’un dossier refusé
ui-act-recall-succession = Proposition d’un nouveau responsable retirée
ui-act-add-partner = Partenaire ajouté
ui-act-change-partner = Partenaire modifié
ui-act-confirm-partner = Clé d’un partenaire confirmée
ui-act-request-release = Communication demandée
ui-act-approve-release = Communication approuvée
ui-act-write-release = Écriture du paquet
ui-act-recall-release = Communication rappelée
ui-act-refuse-release = Communication refusée
ui-act-make-class = Classe de clés créée
ui-act-deliver-key = Clé remise
ui-act-renew-key = Clé renouvelée
ui-act-unreadable = Inscription illisible
ui-act-does-not-fit = Ne concorde pas avec ce que déclare l’auteur
ui-act-derive = Document dérivé
ui-act-correct = Rectification
ui-act-note = Note
ui-act-print = Impression
ui-act-refile = Mis dans un autre dossier
ui-act-leave-dossier = A quitté le dossier
ui-act-prepare-refile = Passage à un autre dossier commencé
ui-act-file-version = Nouvelle version enregistrée
ui-act-withdraw-document = Retrait d’un document
ui-act-request-withdrawal = Retrait d’un document demandé
ui-act-refuse-withdrawal = Retrait d’un document refusé
ui-act-recall-withdrawal = Demande de retrait d’un document retirée
ui-act-replace-guide = Guide de classification remplacé
ui-act-request-guide = Autre guide de classification demandé
ui-act-refuse-guide = Autre guide de classification refusé
ui-act-recall-guide = Demande d’un autre guide de classification retirée
ui-act-add-authority = Autorité propre ajoutée
ui-act-remove-authority = Autorité propre retirée
ui-act-add-printer = Imprimante inscrite sur la liste
ui-act-request-printer = Imprimante demandée
ui-act-refuse-printer = Imprimante refusée
ui-act-recall-printer = Demande d’imprimante retirée
ui-act-remove-printer = Imprimante retirée de la liste
ui-act-replace-authorities = Autorités propres remplacées
ui-act-request-authorities = Autre liste d’autorités propres demandée
ui-act-refuse-authorities = Autre liste d’autorités propres refusée
ui-act-recall-authorities = Demande d’une autre liste d’autorités propres retirée
ui-act-reclassify = Marquage changé
ui-act-prepare-reclassify = Changement de marquage commencé
ui-act-reseal = Document rescellé
ui-act-read-text = Texte du document lu
ui-act-prepare-reseal = Rescellement préparé
ui-act-declassify = Déclassifié
ui-act-downgrade = Niveau abaissé
ui-act-upgrade = Niveau relevé
ui-act-remark = Marqué autrement
ui-act-maintain = Classification maintenue
ui-act-move = Passé à un autre registre
ui-act-notify = Destinataire averti
ui-detail-nature = décision
ui-detail-interest = intérêt
ui-detail-below-guide = en dessous du guide
ui-detail-fields = ce qui a été rectifié
ui-detail-topics = sujets
ui-detail-aggregation = averti à partir de
ui-detail-sources = sources
ui-detail-purpose = finalité
ui-detail-printer = imprimante
ui-detail-copies = exemplaires
ui-detail-pages = pages
ui-detail-why = motif
ui-detail-reasons = raisons
ui-detail-level = niveau
ui-detail-from = du
ui-detail-until = jusqu’au
ui-detail-date = date
ui-detail-policy = politique
ui-detail-certificate = certificat
ui-detail-authority = autorité
ui-detail-reference = référence
ui-detail-categories = mentions
ui-detail-ceiling = plafond
ui-detail-partner = partenaire
ui-detail-release = communication
ui-detail-request = demande
ui-detail-dossier = dossier
ui-detail-class = classe
ui-detail-epoch = période
ui-detail-officer = officier
ui-detail-officers = officiers
ui-detail-document = document
ui-detail-documents = documents
ui-detail-roles = rôles
ui-detail-basis = fondement
ui-detail-deputy = suppléant
ui-detail-action = acte
ui-detail-failed = tentatives manquées
ui-detail-memory = mémoire du journal
ui-detail-with = déverrouillé avec
ui-detail-workstation = poste
ui-detail-identity = identité
ui-detail-identity-file = fichier d’identité
ui-detail-function = fonction
ui-detail-fingerprint = empreinte
ui-detail-nation = pays
ui-detail-package = paquet
ui-detail-key = clé
ui-detail-by = par
ui-act-wrote-package = Paquet écrit
ui-act-deposit-key = Clé mise en dépôt
ui-act-deal-key = Clé partagée pour l’ouverture à deux
ui-detail-second = second officier
ui-detail-version = version
ui-detail-sha256 = empreinte
ui-key-vault = coffre
ui-key-oversight = contrôle
ui-key-dossier = dossier
ui-key-class = classe d’accès
ui-key-by-holder = un détenteur
ui-detail-epochs = périodes
ui-detail-former = classe précédente
ui-detail-fault = ce qui ne concorde pas
ui-fault-contradicts = l’auteur dit autre chose que ce que l’inscription a fait
ui-fault-not-done = l’auteur dit une chose que l’inscription n’a pas faite
ui-fault-not-said = l’auteur ne dit pas ce que l’inscription a fait
ui-fault-sheet-not-said = l’auteur ne dit pas que l’inscription écrit sur une fiche
ui-fault-lost = disparue : l’officier a continué sans elle, sciemment
ui-fault-pin = le code PIN, après que la fenêtre s’était verrouillée
app-save-checkpoint = Conserver un point de contrôle du journal
app-pick-checkpoint = Choisir un point de contrôle gardé ailleurs
proof-unaltered = aucune inscription n’a été modifiée, retirée du milieu ni déplacée
proof-signed = chaque inscription est signée par un auteur que le journal avait présenté
proof-nothing-inserted = le fichier ne contient rien d’autre que ces inscriptions
proof-same-vault = c’est le journal du coffre dont vient le point de contrôle, et non un autre mis à sa place
proof-whole-to-checkpoint = tout ce que le point de contrôle avait vu est encore là
doctor-log = Le journal est intact : { $entries ->
    [one] { $entries } inscription
   *[other] { $entries } inscriptions
 }.
cli-doctor-objects = Fichiers scellés présents : { $objects }. Ajoutez --as OFFICIER pour vérifier que chaque document est là.
cli-doctor-unclaimed = Sans --as OFFICIER, on ne sait pas lesquels n’appartiennent à aucun document.
doctor-documents = Documents dans le journal : { $documents } ; ouverts à l’essai avec leur clé : { $tried }.
doctor-closed =
    { $count ->
        [one] Sans sa clé, on sait seulement de l’autre que son fichier est là.
       *[other] Sans leur clé, on sait seulement des { $count } autres que leur fichier est là.
    }
doctor-identities-elsewhere =
    { $count ->
        [one] Un officier n’a jamais travaillé sur ce poste : son fichier d’identité n’est pas ici et n’a pas été examiné.
       *[other] { $count } officiers n’ont jamais travaillé sur ce poste : leurs fichiers d’identité ne sont pas ici et n’ont pas été examinés.
    }
doctor-contents = Le contenu des documents n’a pas été lu : il est vérifié à l’ouverture.
doctor-office = { $is ->
    [confined] LibreOffice est installé et confiné : les fichiers bureautiques sont affichés avec leur mise en forme.
    [not-confined] LibreOffice est installé, mais ne peut pas être confiné sur ce poste, et n’est pas utilisé : des fichiers bureautiques, seul le texte est affiché.
   *[not-installed] LibreOffice n’est pas installé : des fichiers bureautiques, seul le texte est affiché.
 }
doctor-ocr = { $is ->
    [confined] tesseract est installé et confiné : les pages numérisées sont lues par reconnaissance de caractères.
    [not-confined] tesseract est installé, mais ne peut pas être confiné sur ce poste, et n’est pas utilisé : les pages numérisées ne sont pas lues.
   *[not-installed] tesseract n’est pas installé : les pages numérisées ne sont pas lues.
 }
doctor-pdfium = { $is ->
    [confined] PDFium est installé et confiné : les pages des PDF sont comparées à ce qu’il dessine.
    [not-confined] PDFium est installé, mais ne peut être ni chargé ni confiné sur ce poste, et n’est pas utilisé : un seul programme dessine les pages des PDF.
   *[not-installed] PDFium n’est pas installé : un seul programme dessine les pages des PDF.
 }
doctor-texts-waiting = { $count ->
    [one] Les pages numérisées d’un document attendent d’être lues par reconnaissance de caractères.
   *[other] Les pages numérisées de { $count } documents attendent d’être lues par reconnaissance de caractères.
 }
doctor-sound = Rien à signaler.
found-log-ahead = l’inscription { $index }, de { $author }, porte une heure qui n’est pas encore venue ici : { $at }. Jusqu’au { $until }, rien ne peut être inscrit.
found-log-ahead-fix = Comparez l’horloge de cet ordinateur à une autre. Si elle est juste, attendez, et demandez à l’auteur comment était la sienne.
found-log-away = Le serveur du journal est injoignable depuis { $since } : ce qui a été vérifié est la copie du journal sur ce poste.
found-log-away-fix = Vérifiez de nouveau quand le serveur sera de retour.
found-objects-away = Le stockage des documents ne peut pas être joint : aucun document scellé n’a été vérifié.
found-objects-away-fix = Vérifiez de nouveau quand le stockage sera de retour.
found-objects-undecided =
    { $count ->
        [one] contient un fichier scellé laissé par un travail interrompu.
       *[other] contient { $count } fichiers scellés laissés par un travail interrompu.
    }
found-objects-undecided-fix = Le prochain déverrouillage par qui peut écrire ici enlève ceux qui n’appartiennent à aucun document du journal.
found-copies-altered =
    { $count ->
        [one] contenait une copie qui n’était pas ce qui avait été scellé ; elle a été jetée et remplacée.
       *[other] contenait { $count } copies qui n’étaient pas ce qui avait été scellé ; elles ont été jetées et remplacées.
    }
found-copies-altered-fix = Vérifiez le disque, et qui peut écrire dans ce dossier. « zegelctl shared cache --empty » recommence avec de nouvelles copies.
found-unreadable = ne peut être lu.
found-unreadable-fix = Vérifiez le disque et les droits.
found-not-a-file = n’est pas un fichier ordinaire, mais un lien, un tube ou un dossier.
found-not-a-file-fix = Prévenez l’officier de sécurité : le programme ne met rien de tel ici.
found-not-a-folder = n’est pas un dossier ordinaire.
found-not-a-folder-fix = Prévenez l’officier de sécurité, et rétablissez-le d’une copie saine.
found-open-to-others = donne des droits à d’autres utilisateurs de cet ordinateur.
found-open-to-others-fix = Fermez le dossier du coffre aux autres : chmod -R go= sur ce dossier.
found-leftover = est le reste d’un travail interrompu.
found-leftover-fix = Le prochain déverrouillage l’enlève.
found-stranger = n’est pas du programme.
found-stranger-fix = Demandez qui l’a mis là.
found-of-nobody = appartient à quelqu’un que le journal ne connaît pas.
found-of-nobody-fix = Le programme ne met rien de tel ici : demandez qui l’a fait.
found-empty-folder = est un dossier vide : aucun document ne s’y trouve.
found-empty-folder-fix = Le programme n’en laisse pas : demandez qui l’a mis là, et supprimez-le.
found-identities-surplus =
    contient { $count ->
        [one] un fichier d’identité
       *[other] { $count } fichiers d’identité
    } de trop : le journal compte moins d’officiers qu’il ne s’en trouve ici.
found-identities-surplus-fix = Lancez doctor avec --as, qui les nomme.
found-object-unreadable = n’est pas un document scellé.
found-object-unreadable-fix = Rétablissez ce fichier de la dernière copie saine.
found-text-altered = n’est pas le texte qui a été gardé d’un document : il a été altéré ou échangé.
found-text-altered-fix = Rétablissez ce fichier de la dernière copie saine. D’ici là, le document n’est pas trouvé par son texte.
found-text-gone = a disparu : le texte qui a été gardé d’un document.
found-text-gone-fix = Rétablissez ce fichier de la dernière copie saine. D’ici là, le document n’est pas trouvé par son texte.
found-object-unclaimed = n’appartient à aucun document du journal.
found-object-unclaimed-fix = Si un autre travail est en cours, vérifiez de nouveau ensuite ; sinon, prévenez l’officier de sécurité.
found-identity-unreadable = n’est pas un fichier d’identité sous une phrase de passe.
found-identity-unreadable-fix = Rétablissez ce fichier de la dernière copie saine.
found-identity-gone = a disparu, et son officier est connu ici.
found-identity-gone-fix = Demandez la dernière copie saine de ce fichier et prévenez l’officier de sécurité.
found-no-custodian = Le dépôt est inutilisable : il reste moins de dépositaires qu’il n’en faut.
found-no-custodian-fix = Qui détient des clés peut encore les remettre. Veillez à ce qu’il y ait assez de dépositaires avant le prochain départ.
found-identities-missing =
    est incomplet, il y manque { $count ->
        [one] un fichier d’identité
       *[other] { $count } fichiers d’identité
    } : le journal compte plus d’officiers qu’il n’y en a ici.
found-identities-missing-fix = Lancez doctor avec --as, qui les nomme, et rétablissez-les de la dernière copie saine.
found-objects-open =
    donne des droits à d’autres utilisateurs de cet ordinateur. { $count ->
        [one] C’est le seul
       *[other] Il y en a { $count }
    } de ce genre parmi les objets.
found-objects-open-fix = Fermez le dossier du coffre aux autres : chmod -R go= sur ce dossier.
err-busy = Un autre programme utilise le coffre et ne le libère pas.
fix-busy = Attendez un instant et réessayez.
err-overtaken = Quelqu’un d’autre a modifié entre-temps la clé de ce marquage.
fix-overtaken = Recommencez.
err-backwards = Cette période finit avant de commencer.
fix-backwards = Indiquez un début qui précède la fin.
err-ledger-altered =
    { $entry ->
        [none] Le journal a été altéré ou endommagé
       *[other] Le journal a été altéré ou endommagé (inscription { $entry })
    } : { $flaw ->
        [missing] son fichier a disparu
        [file] le fichier est tronqué ou endommagé
        [shape] le fichier n’a pas la forme d’un journal
        [gap] une inscription manque ou n’est pas à sa place
        [encoding] une inscription est mal formée
        [vault] une inscription appartient à un autre coffre
        [history] une inscription a été signée sur un autre passé
        [time] une inscription est plus ancienne que la précédente
        [part] une partie manque, a été altérée ou ajoutée
        [author] une inscription est signée par un inconnu
        [signature] une signature est incorrecte ou manque
        [node] l’arbre ne correspond pas aux inscriptions
        [key] une de ses clés est inutilisable
       *[other] { $flaw }
    }.
fix-ledger-altered = Cessez de travailler dans ce coffre, conservez-le tel quel et prévenez l’officier de sécurité ; rétablissez la dernière bonne copie.
err-rolled-back = Le journal a été ramené en arrière : { $seen } inscriptions avaient été vues ici, il en reste { $found }.
fix-rolled-back = Quelqu’un a retranché des inscriptions ou rétabli une ancienne copie. Prévenez l’officier de sécurité avant toute autre chose.
err-forked = Le journal n’est pas celui qui avait été vu ici : il diffère dans ses { $seen } premières inscriptions.
fix-forked = Quelqu’un l’a réécrit ou a apporté une autre copie. Prévenez l’officier de sécurité avant toute autre chose.
err-forged = L’inscription { $index }, signée par { $author }, enfreint une règle du journal : { $rule }.
fix-forged = Rien de ce qui suit n’est cru. Conservez le coffre tel quel et prévenez l’officier de sécurité : ce n’est pas un accident.
forged-founded-twice = le coffre n’est fondé qu’une fois, par sa première inscription
forged-unknown-author = sa clé n’est celle d’aucun officier du coffre
forged-author-not-introduced = de nouvelles clés arrivent sans leur clé de signature, avec celle d’un autre, ou sans dire lesquelles elles remplacent
forged-author-introduced-without-right = une clé de signature est introduite sans qu’un officier soit ajouté
forged-object-of-another = son fichier scellé est celui d’un autre document
forged-filed-without-sheet = un document est enregistré sans sa fiche
forged-opened-without-sheet = un document est ouvert à deux sans ligne sur sa fiche
forged-sheet-without-right = son auteur écrit sur la fiche d’un document qu’il ne peut pas lire
forged-note-without-right = son auteur écrit dans un dossier dont il ne tient pas la liste
forged-signed-too-lightly = ce qui donne ou retire des droits demande deux signatures
forged-hidden-from-oversight = le contrôle n’en apprend rien
forged-says-nothing = elle ne dit rien de ce qu’elle fait
forged-part-sealed-wrongly = une partie n’est pas scellée comme elle doit l’être
forged-part-twice = une partie s’y trouve deux fois
forged-unknown-audience = une partie s’adresse à des destinataires qui n’existent pas
forged-events-malformed = son contenu n’est pas lisible comme celui d’une inscription
err-entry-ahead = L’inscription { $index }, signée par { $author }, porte une heure en avance de { $hours } heures sur l’horloge de cet ordinateur.
fix-entry-ahead = Vérifiez d’abord la date et l’heure de cet ordinateur. Si elles sont justes, l’horloge de l’auteur ne l’était pas : prévenez l’officier de sécurité et rétablissez la dernière copie d’avant cette inscription. À défaut, rien n’est perdu : déverrouillez à nouveau pour voir ce qu’il y avait avant elle, et pour continuer quand cette heure sera venue.
warning-entry-ahead = L’inscription { $index }, signée avec la clé { $author }, est datée du { $at } : { $hours } heures en avance sur l’horloge de cet ordinateur. D’ici là, chacun voit le journal tel qu’il était avant, et rien n’est consigné.
warning-entry-ahead-fix = Vérifiez d’abord la date et l’heure de cet ordinateur. Si elles sont justes, l’horloge de l’auteur ne l’était pas : prévenez l’officier de sécurité et rétablissez la dernière copie d’avant cette inscription.
err-checkpoint-forged = Ce point de contrôle n’est pas signé par un officier de ce coffre : il a été altéré, tronqué ou contrefait, ou vient d’un autre coffre.
fix-checkpoint-forged = Il a été altéré ou contrefait : ne vous y fiez pas, conservez-le et prévenez l’officier de sécurité. Comparez le journal avec un point de contrôle gardé ailleurs.
warning-beside-checkpoint =
    Le fichier contient plus que le point de contrôle : { $lines ->
        [one] une ligne à côté de lui n’a pas été examinée
       *[other] { $lines } lignes à côté de lui n’ont pas été examinées
    }. Aucun officier ne répond de ce qui y figure.
warning-beside-checkpoint-fix = Ne vous fiez qu’aux lignes du point de contrôle et à ses signatures : le courrier en ajoute d’autres, et chacun peut en faire autant.
reason-checkpoint-due = { $at ->
    [never] Aucun point de contrôle du journal n’a jamais été conservé ailleurs.
    *[other] Le dernier point de contrôle du journal a été donné le { $at }.
    } Seule une mémoire ailleurs montre que le dossier entier a été ramené en arrière.
reason-checkpoint-due-fix = Conservez-en un nouveau à un autre endroit, une fois par semaine : dans la fenêtre sous Journal, ou par zegelctl ledger checkpoint.

## the command line

cli-demo-made = Coffre d’exercice dans { $path } : { $officers } officiers, { $documents } documents. Phrase de passe de chacun : { $passphrase }
cli-ask-passphrase = Phrase de passe de { $officer } :
cli-ask-passphrase-of-file = Phrase de passe de { $officer } :
cli-ask-new-passphrase = Nouvelle phrase de passe de { $officer } :
cli-ask-again = Encore une fois, pour { $officer } :
cli-none = Rien à montrer.
cli-standard-input = entrée standard
cli-at-line = ligne { $line } – { $message }
cli-in-row = ligne { $row } – { $message }
cli-in-cell = ligne { $row }, colonne { $column } – { $message }
of-file = { $file } – { $message }
cli-of-option = { $option } – { $message }
cli-col-view = Vue
cli-col-filter = Demande
cli-col-id = Identifiant
cli-col-name = Nom complet
cli-col-status = État
cli-col-policy = Politique
cli-col-level = Niveau
cli-col-certificate = Certificat
cli-col-until = Jusqu’au
cli-col-title = Titre
cli-col-hit = Phrase
cli-col-text = Cherché par son texte
cli-col-lead = Responsable
cli-col-deputy = Suppléant
cli-col-led-by = Dernier responsable
cli-col-ceiling = Plafond
cli-col-printer = Imprimante
cli-col-listed = Inscrite
cli-col-key = Clé
cli-col-index = N°
cli-col-at = Date et heure
cli-col-action = Acte
cli-col-subject = Objet
cli-col-detail = Détail
cli-col-relation = Relation
cli-col-reference = Référence
cli-col-marking = Marquage
cli-col-originator = Autorité d’origine
cli-col-because = Pourquoi
cli-col-date = Date
cli-col-file = Fichier
cli-col-version = Version
cli-col-paper = Référence de l’original papier
cli-col-filed = Enregistré
cli-col-from = Du
cli-col-class = Classe
cli-col-lapses = Fin du délai
cli-col-finalised = Finalisé
cli-col-formerly = Avant
cli-col-initial-level = Niveau initial
cli-col-new-level = Nouveau niveau
cli-col-by = Par
cli-col-attachment = Pièce jointe
cli-col-page = Page
cli-col-size = Taille
cli-col-readable = Lisible ici
cli-col-filed-as = Au registre sous
cli-col-kind = Nature
cli-col-about = Objet
cli-col-since = Depuis
cli-col-given = Accords
cli-col-mine = À moi
cli-col-notify = À avertir (✓ averti)
cli-decided = { $reference } : { $nature }.
cli-decided-earlier =
    { $count ->
        [one] Une version antérieure a suivi.
       *[other] { $count } versions antérieures ont suivi.
    }
cli-decided-notes =
    { $count ->
        [one] Une note a suivi.
       *[other] { $count } notes ont suivi.
    }
cli-to-notify = À avertir : { $partner } (communication { $release }).
cli-notified = Il est consigné que { $partner } a été averti.
cli-col-requested-by = Demandé par
cli-col-request = Demande
cli-col-approved-by = Approuvé par
cli-col-decided-by = Décidé par
cli-col-why = Motif
cli-col-floor = Au moins
cli-col-categories = Mentions
cli-col-motive = Motivation
cli-col-consent = Consentement
cli-col-sources = Tiré de
cli-col-also-of = Relève aussi de
cli-col-still-of = Relève toujours de
cli-col-files = Fichiers scellés
cli-col-here = Ici
cli-col-missing = Manquent
cli-col-mb = Mo ici
cli-init-done = Le coffre « { $name } » est créé. Premier officier : { $officer }.
cli-passphrase-changed = La phrase de passe de { $officer } est changée.
rekeyed =
    { $rewrapped ->
        [one] { $rewrapped } objet est scellé pour la clé actuelle de sa classe ;
       *[other] { $rewrapped } objets sont scellés pour les clés actuelles de leurs classes ;
    } { $remaining ->
        [0] aucun ne reste sous une clé plus ancienne.
        [one] { $remaining } reste sous une clé plus ancienne.
       *[other] { $remaining } restent sous des clés plus anciennes.
    }
rekey-left-out =
    { $n ->
        [one] { $n } classe a été laissée de côté : sa clé ne vous a pas encore été remise.
       *[other] { $n } classes ont été laissées de côté : leurs clés ne vous ont pas encore été remises.
    }
rekey-for-two =
    { $n ->
        [one] { $n } document s’ouvre à deux. Les deux prochains qui ouvrent un document de sa classe le scellent pour la clé actuelle :
       *[other] { $n } documents s’ouvrent à deux. Les deux prochains qui ouvrent un document de leur classe les scellent pour la clé actuelle :
    }
rekey-for-two-deep =
    { $n ->
        [one] { $n } document s’ouvre à deux et a été laissé de côté. Rescellez-en le contenu avec un second officier :
       *[other] { $n } documents s’ouvrent à deux et ont été laissés de côté. Rescellez-en le contenu avec un second officier :
    }
cli-active = actif
cli-disabled = désactivé
cli-frozen = gelé
cli-status-valid = valable
cli-status-expired = expirée
cli-status-future = à venir
cli-not-filed = { $path } n’est pas enregistré
cli-no-attachments = Le document n’a pas de pièces jointes.
cli-opened = Écrit dans { $path } ({ $bytes ->
    [one] { $bytes } octet
   *[other] { $bytes } octets
 }). Ce fichier n’est plus protégé par Zegel.
cli-text-written = Écrit dans { $path }. Ce fichier n’est plus protégé par Zegel.
cli-page-missing = Page { $page } : { $what }
cli-written-to = Écrit dans { $path } ({ $bytes ->
    [one] { $bytes } octet
   *[other] { $bytes } octets
 }).
cli-permitted = Permis.
cli-not-permitted = Refusé.
cli-confirmed = confirmée
cli-unconfirmed = à confirmer
cli-verified = Le journal est intact : { $entries ->
    [one] { $entries } inscription
   *[other] { $entries } inscriptions
 }, racine { $root }
ui-log-proved = Ce qui est prouvé :
ui-log-not-proved = Ce que cela ne prouve pas :

## errors of every subject

err-already-open = Ce coffre est déjà ouvert dans une autre fenêtre.
fix-already-open = Allez à cette fenêtre, ou fermez-la d’abord.
err-file-exists = « { $name } » existe déjà à cet endroit.
fix-file-exists = Choisissez un autre nom : rien n’a été remplacé.
err-internal = Une erreur s’est produite dans le programme lui-même.
fix-internal = Réessayez ; si cela se reproduit, dites à votre administrateur ce que vous faisiez.
err-locked = Le coffre est verrouillé.
fix-locked = Déverrouillez-le et réessayez.
err-no-folder = Le dossier « { $folder } » n’existe pas.
fix-no-folder = Vérifiez le chemin avec lequel le programme a été lancé.
err-no-window = La fenêtre ne peut pas s’ouvrir.
fix-no-window = Vérifiez que WebKitGTK 4.1 est installé.
err-not-open = Ce document n’est plus ouvert.
fix-not-open = Ouvrez-le à nouveau.
err-not-picked = Ce fichier n’est plus parmi ceux qui ont été choisis.
fix-not-picked = Choisissez-le à nouveau.
err-unknown-place = « { $place } » n’est pas un emplacement de marquage.
fix-unknown-place = Choisissez parmi : { $choices }.
err-unknown-bench = Aucune mesure ne s’appelle « { $what } ».
fix-unknown-bench = Choisissez parmi { $choices }, ou n’indiquez rien pour tout mesurer.
err-usage =
    Cette commande ne peut être lue : { $kind ->
        [missing] il manque { $words }
        [unknown] « { $words } » n’est pas une option ici
        [surplus] « { $words } » est un mot de trop
        [command] « { $words } » n’est pas une commande ici
        [subcommand] il manque une commande après { $words }
        [conflict] { $words } ne va pas avec { $other }
        [value] { $words } n’a pas de valeur
        [twice] { $words } figure plus d’une fois
        [number] { $words } n’a pas le bon nombre de valeurs
        [not_utf_8] un de ses mots n’est pas en UTF-8
       *[other] elle n’est pas écrite comme une commande
    }.
fix-usage =
    { $hint ->
        [near] Vouliez-vous dire { $near } ? Elle s’écrit : { $usage }
        [choices] Choisissez parmi : { $choices }. Elle s’écrit : { $usage }
        [both] Vouliez-vous dire { $near } ? Choisissez parmi : { $choices }. Elle s’écrit : { $usage }
        [value] Elle s’écrit : { $usage }. Une valeur qui commence par un trait d’union suit un signe égal : { $option }=-…
       *[none] Elle s’écrit : { $usage }
    }
err-no-vault = Aucun coffre n’est indiqué.
fix-no-vault = Ajoutez --vault DOSSIER, ou réglez ZEGEL_VAULT.
err-file = Le fichier { $path } n’a pas pu être lu ou écrit : { os-cause }.
fix-file = Vérifiez le chemin, les droits et l’espace libre.
err-input = L’entrée standard n’a pas pu être lue : { os-cause }.
fix-input = Vérifiez ce qui est envoyé à cette commande.
err-file-too-large = Le fichier { $path } dépasse { $limit } octets.
fix-file-too-large = Vérifiez que c’est bien le fichier voulu.
err-file-too-large-input = Ce qui est venu par l’entrée standard dépasse { $limit } octets.
err-not-text = { $path } n’est du texte ni en UTF-8 ni en UTF-16.
fix-not-text = Enregistrez-le en UTF-8.
err-not-text-input = Ce qui est venu par l’entrée standard n’est du texte ni en UTF-8 ni en UTF-16.
fix-not-text-input = Envoyez-le en UTF-8.
err-stdin-taken = L’entrée standard est déjà lue par « { $by } », et ne se lit qu’une fois.
fix-stdin-taken = Nommez un fichier à l’un des deux endroits.
err-is-a-folder = { $path } est un dossier.
fix-is-a-folder = Ajoutez --recursive pour enregistrer tout ce qu’il contient.
err-out-is-a-folder = { $path } désigne un dossier.
fix-out-is-a-folder = Nommez un fichier dans ce dossier.
err-out-is-no-folder = { $path } n’est pas un dossier.
fix-out-is-no-folder = Nommez un dossier : un dossier existant ou un nouveau.
err-view-exists = Une autre vue est déjà enregistrée sous le nom « { $name } ».
fix-view-exists = Elle vaut pour : { $filter }. Choisissez un autre nom, ou ajoutez --force pour la remplacer.
err-out-exists = { $path } existe déjà.
fix-out-exists = Choisissez un autre nom, ou ajoutez --force pour le remplacer.
err-out-in-batch = Avec --json, la sortie standard d’une suite de commandes reçoit leurs réponses, et aucun document.
fix-out-in-batch = Nommez un fichier après --out.
err-unknown-role = « { $role } » n’est pas un rôle.
fix-unknown-role = Choisissez parmi { $choices }.
err-unknown-sort = « { $value } » n’est pas un ordre de tri (--sort).
fix-unknown-sort = Choisissez { $choices }, suivi de :desc pour l’ordre inverse.
err-unused-option = « explain { $action } » n’utilise pas { $option }.
fix-unused-option = Omettez l’option, ou choisissez l’acte auquel elle sert.
err-policy-of-another-name = Ce fichier contient la politique { $found }, non { $policy }.
fix-policy-of-another-name = Écrivez --to { $found }, ou indiquez le fichier de { $policy }.
err-second-original = Cette étiquette est une étiquette d’origine, et { $first } en est une aussi : un fichier a une seule étiquette d’origine, et ses équivalentes.
fix-second-original = Retirez l’une des deux, ou prenez son équivalente : « zegelctl label translate ».
err-binding-over-its-file = La liaison serait écrite par-dessus ce qu’elle lie.
fix-binding-over-its-file = Choisissez un autre nom pour --out : le fichier et ses étiquettes restent tels quels.
err-at-alone = « @ » n’est pas suivi du nom du fichier qui contient le texte.
fix-at-alone = Écrivez @FICHIER, @- pour l’entrée standard, ou @@ pour un texte qui commence lui-même par @.
err-stdin-no-name = L’entrée standard n’a pas de nom par lequel la liaison la retrouverait.
fix-stdin-no-name = Nommez le fichier, ou placez-le dans la liaison avec --embed.
err-name-not-text = Le nom de ce fichier n’est pas du texte en UTF-8 : nul ne le retrouverait d’après la liaison.
fix-name-not-text = Renommez le fichier, ou placez-le dans la liaison avec --embed.
err-bad-time = « { $value } » n’est ni une date ni une heure ({ $option }).
fix-bad-time = Écrivez 2026-05-04 ou 2026-05-04T08:00:00Z.
err-bad-date = « { $typed } » n’est pas une date ({ $option }).
fix-bad-date = Écrivez l’année, le mois et le jour : 2026-11-27.
err-bad-limit = « { $typed } » n’est pas un nombre de lignes ({ $option }).
fix-bad-limit = Écrivez un nombre entier à partir de 1, ou all.
err-bad-width = « { $typed } » n’est pas une largeur ({ $option }).
fix-bad-width = Écrivez un nombre entier de 64 à 4000.
err-number-beyond = { $typed } n’est pas compris entre { $least } et { $most } ({ $option }).
fix-number-beyond = Écrivez un nombre entier de { $least } à { $most }.
err-bad-number = « { $typed } » n’est pas un nombre possible ici ({ $option }).
fix-bad-number = Écrivez un nombre entier.
err-bad-choice = « { $typed } » n’est pas possible ici ({ $option }).
fix-bad-choice = Choisissez parmi : { $choices }.
err-stdin-no-document = Un document n’est pas lu sur l’entrée standard : il est parcouru plusieurs fois, avant d’être enregistré et après.
fix-stdin-no-document = Écrivez-le dans un fichier que personne d’autre ne peut lire, et donnez le chemin de ce fichier. Un fichier qui s’appelle réellement « - » s’écrit « ./- ».
err-out-without-csv = Un tableau ne s’écrit pas dans un fichier.
fix-out-without-csv = Ajoutez --csv, qui écrit toutes les lignes.
err-bad-line =
    Cette ligne ne peut être lue : { $cause ->
       *[quotes] un guillemet n’est pas fermé
        [backslash] elle finit par une barre oblique inverse, que rien ne suit
        [comment] ce qui suit # serait laissé de côté
        [nul] elle contient un caractère nul
        [utf-16] le fichier est en UTF-16
        [not-utf-8] elle n’est pas en UTF-8
    }.
fix-bad-line =
    { $cause ->
        [comment] Mettez entre guillemets ce qui contient le # ; seule une ligne qui commence par # est un commentaire.
        [backslash] Retirez la barre oblique inverse, ou mettez-la entre guillemets.
       *[quotes] Écrivez une commande par ligne, en UTF-8, avec des guillemets par paires.
    }
err-line-too-long = Cette ligne dépasse { $limit } octets ; rien n’en a été exécuté.
fix-line-too-long = Mettez le texte long dans un fichier, et nommez-le par @FICHIER.
err-not-in-batch = Cette commande ne va pas dans une suite de commandes.
fix-not-in-batch = Lancez-la seule.
err-not-in-line = { $flag } ne peut figurer sur une ligne d’une suite de commandes.
fix-not-in-line = Donnez-le une fois pour toutes les lignes, avant le mot batch.
err-unwritable = La réponse n’a pas pu être écrite.
fix-unwritable = Signalez-le avec la commande employée.
err-output = La sortie standard n’a pas pu être écrite : { os-cause }.
fix-output = Ce qui était fait reste fait ; consultez le journal.
err-no-command-in = La suite ne contient aucune commande : rien n’a été fait.
fix-no-command-in = Écrivez une commande par ligne ; les lignes qui commencent par # sont passées.
err-output-closed = La sortie standard est fermée, ou l’on ne peut y écrire : rien n’a été commencé.
fix-output-closed = Dirigez-la vers une destination ; pour ne rien voir, dirigez-la vers /dev/null.
err-input-closed = L’entrée standard est fermée, ou l’on ne peut y lire.
fix-input-closed = Envoyez quelque chose à cette commande, ou nommez un fichier.
err-not-hardened = Le processus n’a pas pu être protégé contre les copies de mémoire.
fix-not-hardened = Retirez AGEDEBUG de l’environnement et réessayez.
err-io = { os-what } n’a pas pu être lu ou écrit : { os-cause }.
fix-io = Vérifiez que le disque est présent et accessible en lecture et en écriture, puis réessayez.
err-disk-full = Le disque est plein. Ce qui était commencé ne compte pas.
fix-disk-full = Libérez de la place et réessayez.
err-disk-full-midway =
    Le disque est plein. { $done ->
        [one] { $done } document est fait et le reste ;
       *[other] { $done } documents sont faits et le restent ;
    } { $left ->
        [one] il en reste { $left }.
       *[other] il en reste { $left }.
    }
fix-disk-full-midway = Libérez de la place et recommencez. Ce qui est déjà scellé pour sa clé actuelle est passé ; vous pouvez limiter à un dossier ou à un document le rescellement des contenus.
err-not-a-vault =
    { $found ->
        [nothing] Il n’y a pas de dossier de ce nom.
        [file] Ce n’est pas un dossier.
       *[folder] Ce dossier ne contient pas de coffre.
    }
fix-not-a-vault = Choisissez le dossier qui contient le fichier vault.toml.
err-not-empty = Ce dossier n’est pas vide : un coffre ne se crée que dans un dossier vide.
fix-not-empty = Choisissez un dossier vide, ou le nom d’un dossier qui n’existe pas.
err-not-a-folder = Ce n’est pas un dossier : un fichier porte ce nom, ou se trouve sur le chemin.
fix-not-a-folder = Choisissez un dossier vide, ou le nom d’un dossier qui n’existe pas.
err-not-a-recipient = Aucun paquet contenant ce document n’a été écrit pour { $partner } : il n’y a rien à noter.
fix-not-a-recipient =
    { $recipients ->
        [none] Aucun paquet contenant ce document n’a encore été écrit.
       *[other] Des paquets le contenant ont été écrits pour : { $recipients }.
    }
err-newer = Ce coffre a été écrit par un programme plus récent (format { $format }).
fix-newer = Installez la dernière version du programme.
err-earlier = Ce coffre a été écrit par un programme plus ancien (format { $format }), dont celui-ci ne lit pas le format.
fix-earlier = Ouvrez-le avec le programme qui l’a écrit, et enregistrez ses documents dans un nouveau coffre.
err-read-only = Le coffre ne peut ici qu’être lu, et cet acte doit être inscrit au journal.
fix-read-only = Travaillez sur une copie modifiable, ou demandez le droit d’écrire.
err-offline = Les serveurs de ce coffre ne peuvent pas être joints. Les listes et la recherche fonctionnent encore ; ce qui doit être inscrit au journal attend leur retour.
fix-offline = Vérifiez la connexion, ou demandez à qui gère les serveurs, et réessayez.
err-not-found =
    Il n’y a pas ici { $kind ->
        [officer] d’officier
        [identity] d’identité
        [dossier] de dossier
        [document] de document
        [partner] de partenaire
        [release] de communication
        [request] de demande
        [clearance] d’habilitation
        [member] de membre
        [class] de classe
        [topic] de sujet
        [authority] d’autorité
        [version] de version
        [view] de vue
        [printer] d’imprimante
       *[other] de { $kind }
    } « { $name } ».
fix-not-found =
    { $kind ->
        [request] Vérifiez l’orthographe : « zegelctl assent list » donne les identifiants des demandes. Ce que l’on ne peut voir n’est pas nommé.
       *[other] Vérifiez l’orthographe. Ce que l’on ne peut voir n’est pas nommé.
    }
err-ambiguous = Plusieurs dossiers que vous connaissez s’appellent « { $name } ».
fix-ambiguous = Indiquez, au lieu de l’identifiant, le code de celui que vous voulez. Si vous ne savez pas lequel est le bon, demandez-le à son responsable.
err-ambiguous-reference = « { $name } » correspond à plusieurs documents : { $choices }.
fix-ambiguous-reference = Tapez en entier la référence du document voulu, comme elle figure ici.
err-exists =
    « { $name } » existe déjà ({ $kind ->
        [officer] officier
        [identity] identité
        [dossier] dossier
        [document] document
        [partner] partenaire
        [release] communication
        [clearance] habilitation
        [member] membre
        [class] classe
        [authority] autorité
        [printer] imprimante
       *[other] { $kind }
    }).
fix-exists = Choisissez un autre nom.
err-state =
    { $status ->
        [same-bytes] Ce fichier est déjà celui du document, octet pour octet.
        [unchanged] Rien ne changerait : c’est déjà ainsi.
        [itself] Un document n’a pas de relation avec lui-même.
        [circle] L’autre document est déjà pour celui-ci, directement ou par d’autres, ce que celui-ci serait pour lui.
       *[other] Cela ne peut se faire maintenant. État ({ $what ->
                [officer] officier
                [request] demande
                [clearance] habilitation
                [partner] partenaire
                [document] document
                [text] texte du document
                [marking] marquage
                [release] communication
                [roles] rôles
                [dossier] dossier
               *[other] { $what }
            }) : { $status ->
                [active] actif
                [frozen] gelé
                [disabled] désactivé
                [valid] valable
                [suspended] suspendu
                [withdrawn] retiré
                [confirmed] confirmé
                [changed] modifié entre-temps
                [waiting] en attente d’approbation
                [approved] approuvé
                [granted] accordée
                [refused] refusé
                [written] écrite
                [unchanged] le même qu’avant
                [moved] autrement marqué entre-temps
                [read] déjà lu
                [unread] pas lu
                [no-ocr] en attente : la reconnaissance de caractères (tesseract) n’est pas installée ici, ou ne peut pas être isolée
                [recalled] rappelé
                [open] ouvert
                [closed] clôturé
                [led] dirigé par quelqu’un
               *[other] { $status }
            }.
    }
fix-state = { $status ->
        [same-bytes] Choisissez le nouveau fichier.
        [unchanged] Indiquez ce qui doit être autrement.
        [itself] Indiquez un autre document.
        [circle] Retirez d’abord cette relation-là (« doc relate --remove », ou dans le panneau de l’autre document), si celle-ci est la bonne.
       *[other] Consultez l’état actuel et continuez à partir de là.
    }
err-list-changed = La liste a changé entre-temps.
fix-list-changed = Relisez-la depuis le début.
err-search-incomplete = Ce document n’est pas encore trouvé par sa référence : { $percent } % du journal sont pris en compte jusqu’ici.
fix-search-incomplete = Cherchez de nouveau dans un instant, ou choisissez le document dans la liste.
err-cancelled = Arrêté sur demande. Ce qui n’était pas achevé n’a pas été gardé.
fix-cancelled = Recommencez quand vous le souhaitez.
cli-batch-line-status = La ligne { $line } s’est terminée avec le statut { $status }.
cli-batch-ended = Arrêt à la ligne { $line }, comme --stop le demande : la suite n’a pas été exécutée.
err-batch-stopped = Arrêté sur demande : { $done ->
    [one] { $done } ligne a été exécutée
   *[other] { $done } lignes ont été exécutées
 } ; à partir de la ligne { $line }, rien n’a été exécuté jusqu’au bout.
fix-batch-stopped = Regardez ce que la ligne { $line } a fait, et relancez les lignes à partir de là.
err-demo-stopped = Arrêté sur demande : le coffre d’exercice dans { $path } n’est pas complet.
fix-demo-stopped = Supprimez le dossier et recréez le coffre d’exercice.
err-bad-name =
    { $kind ->
        [request] « { $name } » n’est pas l’identifiant d’une demande.
        [document] « { $name } » n’est ni l’identifiant ni la référence d’un document.
       *[other] « { $name } » ne peut être un nom ici ({ $kind ->
            [officer] officier
            [dossier] dossier
            [partner] partenaire
            [release] communication
            [clearance] habilitation
            [member] membre
            [class] classe
            [printer] imprimante
           *[other] { $kind }
        }).
    }
fix-bad-name =
    { $kind ->
        [request] Voyez « zegelctl assent list » : les identifiants des demandes y figurent.
        [document] Une référence a la forme ZGL/2026/S-K7Q/0042, un identifiant 26 caractères. Ou cherchez le titre à l’écran « Documents ».
        [printer] Une imprimante porte le nom que CUPS lui donne, et que « lpstat -e » affiche : 127 caractères au plus, sans espace, accent, guillemet, « / » ni « # », en commençant par une lettre ou un chiffre.
       *[other] Utilisez des lettres sans accent, des chiffres, points, tirets et soulignés, 64 au plus, en commençant par une lettre ou un chiffre ; en minuscules pour les officiers. Les identifiants de documents et de communications ont 26 caractères.
    }
err-missing =
    Il manque quelque chose : { $field ->
        [full_name] le nom complet
        [workstation] le nom du poste
        [code] le code
        [name] le nom
        [roles] au moins un rôle
        [why] le motif
        [title] le titre
        [subject] l’objet
        [originator] l’autorité d’origine
        [paper] la référence de l’original papier
        [purpose] la finalité
        [certificate] la référence du certificat
        [authority] l’autorité
        [reference] la référence
        [basis] le fondement du besoin d’en connaître
        [recipient] le destinataire
        [signing_key] la clé de signature
        [documents] les documents
        [label] l’étiquette
        [after] le repère de page
        [checkpoint] le point de contrôle
        [contact] le contact
        [agreement] la convention
        [partner] le partenaire
        [package] le nom du paquet
        [policy] la politique
        [motive] la motivation
        [topics] les sujets
        [sources] les documents d’origine
       *[other] { $field }
    }.
fix-missing = Complétez-le.
err-bad-dates = Ces dates se contredisent, ou la durée est trop longue.
fix-bad-dates = La fin vient après le début ; une habilitation dure cinq ans au plus.
err-move-alone = Un autre dossier est une inscription à part : rien d’autre n’est rectifié en même temps. Rien n’a été changé.
fix-move-alone = Rectifiez d’abord le reste, puis changez le document de dossier.
err-unknown =
    « { $value } » n’est pas connu ({ $kind ->
        [policy] politique
        [level] niveau
        [category] mention
        [community] communauté
        [nation] pays
        [action] acte
        [topic] sujet
       *[other] { $kind }
    }).
fix-unknown =
    { $choices ->
        [none] Choisissez parmi ce que la politique connaît.
       *[other] Choisissez parmi : { $choices }.
    }
err-denied = Non permis.
fix-denied = Chaque motif dit ce qui peut être fait. Le refus est inscrit au journal.
err-folder-altered = Dans le dossier du coffre, { $name } est { $flaw ->
    [link] un lien, et rien n’en est un dans un coffre
    [size] plus grand qu’il ne peut l’être
    [journal] un journal qui nomme un fichier ailleurs
    [missing] disparu, alors qu’il y était
    *[kind] autre chose que le fichier ou le dossier qui y a sa place
    }. Rien n’a été ouvert par là.
fix-folder-altered = Quelqu’un a changé le dossier. Prévenez l’officier de sécurité et rétablissez depuis une copie ce qui s’y trouvait.
err-too-long =
    Trop long, plus de { $limit } : { $field ->
        [query] le texte à chercher, en caractères
        [query_words] le texte à chercher, en mots
        [full_name] le nom complet
        [workstation] le nom du poste
        [code] le code
        [name] le nom
        [roles] au moins un rôle
        [why] le motif
        [title] le titre
        [subject] l’objet
        [originator] l’autorité d’origine
        [paper] la référence de l’original papier
        [purpose] la finalité
        [motive] la motivation
        [certificate] la référence du certificat
        [authority] l’autorité
        [reference] la référence
        [basis] le fondement du besoin d’en connaître
        [recipient] le destinataire
        [signing_key] la clé de signature
        [documents] les documents
        [label] l’étiquette
        [after] le repère de page
        [checkpoint] le point de contrôle
        [contact] le contact
        [agreement] la convention
        [partner] le partenaire
        [package] le nom du paquet
        [policy] la politique
        [topics] les sujets
        [sources] les documents d’origine
        [authorities] les autorités au nom desquelles le coffre décide
        [printers] la liste des imprimantes
       *[other] { $field }
    }.
fix-too-long = Raccourcissez-le.
err-malformed =
    Illisible comme ce que cela devrait être : { $field ->
        [full_name] le nom complet
        [workstation] le nom du poste
        [code] le code
        [name] le nom
        [roles] au moins un rôle
        [why] le motif
        [title] le titre
        [subject] l’objet
        [originator] l’autorité d’origine
        [paper] la référence de l’original papier
        [to] l’autre document
        [relation] la relation
        [purpose] la finalité
        [certificate] la référence du certificat
        [authority] l’autorité
        [reference] la référence
        [basis] le fondement du besoin d’en connaître
        [recipient] le destinataire
        [signing_key] la clé de signature
        [documents] les documents
        [label] l’étiquette
        [after] le repère de page
        [checkpoint] le point de contrôle
        [contact] le contact
        [agreement] la convention
        [partner] le partenaire
        [package] le nom du paquet
        [request] la demande
        [policy] la politique
        [motive] la motivation
        [topics] les sujets
        [sources] les documents d’origine
        [copies] le nombre d’exemplaires
        [pages] les pages
       *[other] { $field }
    }.
fix-malformed = Vérifiez qu’il a été copié en entier.
err-character = Un caractère ne peut pas être conservé ({ $character }, en position { $position }) dans : { $field ->
        [title] le titre
        [subject] l’objet
        [originator] l’autorité d’origine
        [paper] la référence de l’original papier
        [purpose] la finalité
        [why] le motif
        [motive] la motivation
        [basis] le fondement du besoin d’en connaître
        [name] le nom
        [full_name] le nom complet
        [passphrase] la phrase de passe
        [workstation] le nom du poste
        [code] le code
        [text] le texte
        [authority] l’autorité
        [reference] la référence
        [certificate] la référence du certificat
        [contact] le contact
        [agreement] la convention
        [date] la date
        [finalised] la date de finalisation
        [from] le début
        [until] la fin
        [review] la date de réexamen
       *[other] { $field }
    }.
fix-character = Enlevez-le : il commande un terminal, change le sens de l’écriture, coupe la ligne ou ne se voit pas. Tout le reste est conservé tel quel.
err-implausible-date = { $date } n’est pas plausible pour : { $field ->
        [title] le titre
        [subject] l’objet
        [originator] l’autorité d’origine
        [paper] la référence de l’original papier
        [purpose] la finalité
        [why] le motif
        [motive] la motivation
        [basis] le fondement du besoin d’en connaître
        [name] le nom
        [full_name] le nom complet
        [workstation] le nom du poste
        [code] le code
        [authority] l’autorité
        [reference] la référence
        [certificate] la référence du certificat
        [contact] le contact
        [agreement] la convention
        [date] la date
        [finalised] la date de finalisation
        [from] le début
        [until] la fin
        [review] la date de réexamen
       *[other] { $field }
    }.
fix-implausible-date = Choisissez un jour entre le { $earliest } et le { $latest }.
err-too-short =
    Trop court, moins de { $limit } : { $field ->
        [motive] la motivation
       *[other] { $field }
    }.
fix-too-short = Dites-le de sorte qu’un autre puisse le juger.

# How much of the text inside a document can be searched, and why not all of it.
text-whole = en entier
text-partial = en partie
text-none = non
text-recognised = pages numérisées lues par reconnaissance de caractères, en { $languages } : des lettres peuvent être erronées
text-lack-picture = aucun texte dedans : un document numérisé, une image ou un fichier vide
text-lack-kind = un type de fichier qui n’est pas lu ici
text-lack-locked = il demande un mot de passe propre
text-lack-damaged = il n’a pas pu être lu : endommagé, ou autre que ce qu’il dit être
text-lack-long = pas tout : il est plus long que ce qui est lu et gardé
text-lack-unread = aucun lecteur de texte n’était là lors de son enregistrement
text-lack-pending = ses pages numérisées sont lues par reconnaissance de caractères après l’enregistrement, et ne le sont pas encore
text-lack-by-two = deux personnes l’ouvrent : une seule lirait son texte
text-lack-lost = ce qui a été gardé de son texte a disparu
text-lack-altered = ce qui a été gardé de son texte a été altéré
text-lack-waits = son texte n’est pas encore dans votre index
text-lack-withdrawn = retiré : plus personne ne le lit

## backup

app-pick-backup = Choisir le dossier de la sauvegarde
ui-check-title = Vérification du coffre
ui-check-run = Vérifier le coffre
ui-check-text = Examine le journal, les identités et chaque document scellé ; ceux dont vous détenez la clé sont ouverts à l’essai. Rien n’est modifié.
ui-check-running = Vérification en cours. Cela peut durer quelques minutes ; verrouiller y met fin.
ui-check-found =
    { $n ->
        [one] Un point n’est pas comme il doit l’être
       *[other] { $shown } points ne sont pas comme ils doivent l’être
    }
ui-check-more =
    { $n ->
        [one] Et un autre.
       *[other] Et { $shown } autres.
    }
ui-backup-title = Sauvegarde
ui-backup-text = Copie le coffre dans un dossier sur un autre disque : un nouveau, ou celui de la sauvegarde précédente, où seul ce qui est nouveau est copié. Aucun document n’est ouvert, et tous peuvent continuer à travailler.
ui-backup-last = Dernière sauvegarde depuis ce poste : { $at }, dans le dossier « { $folder } », jusqu’à l’inscription { $entries } du journal.
ui-backup-never = Aucune sauvegarde n’a encore été faite depuis ce poste.
ui-backup-make = Faire une sauvegarde…
ui-backup-progress = { $done } fichiers sur { $total }
ui-backup-made = Sauvegardé, tel que le coffre était le { $at }
ui-backup-holds = Inscriptions du journal : { $entries }. Documents scellés : { $objects }. En tout { $mib } Mio ; fichiers qui n’y étaient pas encore : { $copied }.
ui-backup-proved = Le journal a été vérifié en entier. Les documents scellés ont été copiés tels quels. Une sauvegarde se rétablit à la fenêtre qui s’ouvre sans coffre, ou avec zegelctl restore.
err-not-a-backup =
    { $found ->
        [nothing] Il n’y a pas de dossier de ce nom.
        [file] Ce n’est pas un dossier.
        [incomplete] La sauvegarde de ce dossier n’est pas entière : aucune exécution n’y est arrivée à sa fin.
       *[folder] Ce dossier ne contient pas de sauvegarde.
    }
fix-not-a-backup =
    { $found ->
        [incomplete] Exécutez de nouveau zegelctl backup dans le même dossier : ce qui est copié ne l’est pas une seconde fois.
       *[other] Choisissez le dossier qui contient le fichier backup.txt.
    }
err-backup-stranger = Le dossier contient { $name }, qui ne fait partie d’aucune sauvegarde.
fix-backup-stranger = Choisissez un dossier vide, le nom d’un dossier qui n’existe pas, ou le dossier de la sauvegarde précédente de ce coffre.
err-backup-altered =
    { $flaw ->
        [missing] { $name } manque dans la sauvegarde.
        [size] { $name } n’a pas dans la sauvegarde la taille que dit la liste.
        [content] { $name } a été altéré ou endommagé dans la sauvegarde.
        [link] { $name } est un lien dans la sauvegarde, et rien n’y en est un.
        [format] La liste de la sauvegarde, { $name }, a été altérée ou endommagée.
       *[kind] { $name } n’est pas dans la sauvegarde le fichier ou le dossier qui y a sa place.
    }
fix-backup-altered = Rien n’a été rétabli. Prenez une autre sauvegarde ; une nouvelle se fait dans un dossier vide. Si personne ne peut l’expliquer, prévenez l’officier de sécurité.
err-backup-of-another = La sauvegarde de ce dossier est celle d’un autre coffre, { $vault }.
fix-backup-of-another = Choisissez un dossier pour ce coffre seul.
err-backup-ahead = Le journal du coffre ne continue pas les { $entries } inscriptions de la sauvegarde : il a été ramené en arrière ou réécrit. La sauvegarde reste telle quelle.
fix-backup-ahead = Si le coffre a été rétabli exprès dans un état plus ancien, sauvegardez-le dans un dossier vide. Sinon, prévenez l’officier de sécurité avant toute autre chose.
err-no-room = Il y a trop peu de place : il faut { $needed } Mio, et { $free } Mio sont libres. Rien n’a été changé.
fix-no-room = Libérez de la place, ou choisissez un dossier sur un autre disque.
err-backup-lost = Le journal n’a pas grandi depuis la sauvegarde précédente, et pourtant il manque au coffre ce qu’elle contient ({ $count }) : { $names }. La sauvegarde reste telle qu’elle était.
fix-backup-lost = Faites vérifier le coffre avec « zegelctl doctor » et prévenez l’officier de sécurité ; la sauvegarde précédente contient encore ces fichiers. Si rien ne manque en fait, sauvegardez dans un dossier vide.
err-backup-exchanged = Sous les mêmes noms que dans la sauvegarde précédente, ces documents scellés ont un autre contenu ({ $count }) : { $names }. Scellés de nouveau, ils porteraient d’autres noms. La sauvegarde reste ce qu’elle était.
fix-backup-exchanged = Ils ont été échangés ou endommagés. Faites vérifier le coffre avec « zegelctl doctor --as OFFICIER » et prévenez l’officier de sécurité ; la sauvegarde précédente contient encore les bons.
err-backup-nested = Le coffre et la sauvegarde sont l’un dans l’autre.
fix-backup-nested = Choisissez un dossier hors du coffre, dans lequel il n’y a pas de coffre.
err-restore-older = Le coffre qui est là a continué après la sauvegarde. Inscriptions du journal qui seraient perdues : { $entries }, depuis le { $since }. Documents scellés que la sauvegarde n’a pas : { $objects }.
fix-restore-older = Sauvegardez d’abord le coffre, ou cherchez une sauvegarde plus récente. Si vous voulez l’état plus ancien, dites-le (la case dans la fenêtre, --older avec zegelctl) : le coffre qui est là est gardé à côté.
err-restore-forked = Le coffre qui est là et la sauvegarde ont continué différemment. Inscriptions du journal qui seraient perdues : { $entries }, depuis le { $since }. Documents scellés que la sauvegarde n’a pas : { $objects }.
fix-restore-forked = Quelqu’un a travaillé dans deux copies, ou a réécrit un journal : prévenez l’officier de sécurité. Si vous le voulez quand même, dites-le (la case dans la fenêtre, --force avec zegelctl) : le coffre qui est là est gardé à côté.
err-restore-unread = Le journal du coffre qui est là ne peut pas être lu : personne ne peut dire ce qui en serait perdu. Documents scellés que la sauvegarde n’a pas : { $objects }.
fix-restore-unread = Si vous le voulez quand même, dites-le (la case dans la fenêtre, --force avec zegelctl) : le coffre qui est là est gardé à côté.
cli-backed-up =
    Le coffre est sauvegardé dans { $path }, tel qu’il était le { $at }.
    Inscriptions du journal : { $entries }. Documents scellés : { $objects }. En tout { $mib } Mio ; fichiers qui n’y étaient pas encore : { $copied }.
cli-backup-proved = Le journal a été vérifié en entier, sans aucune clé : chaque empreinte, chaque signature. Les documents scellés ont été copiés tels quels ; « zegelctl doctor --as OFFICIER » vérifie qu’ils s’ouvrent.
backup-left-out = Non copié, parce que cela ne fait pas partie d’un coffre ({ $count }) : { $names }
backup-changed = Ces fichiers ne sont pas ce que contenait la sauvegarde précédente, alors que le journal n’a pas grandi depuis ({ $count }) : { $names }
backup-gone = La sauvegarde précédente contenait ces fichiers, et le coffre ne les a plus ({ $count }) : { $names }. Les documents scellés à nouveau depuis portent d’autres noms.
cli-backup-part-kept = Ce qui était déjà copié reste dans le dossier de la sauvegarde, et l’exécution suivante continue à partir de là. La sauvegarde précédente est intacte.
backup-healed = De la sauvegarde précédente, ces fichiers étaient endommagés ou manquaient ici ; ils ont été copiés à nouveau ({ $count }) : { $names }. Contrôlez le disque : il peut en perdre d’autres.
cli-and-more =
    { $count ->
        [one] { $names } et un autre
       *[other] { $names } et { $count } autres
    }
cli-restored =
    Le coffre est rétabli dans { $path }, tel qu’il était le { $at }, et y a été vérifié de nouveau.
    Inscriptions du journal : { $entries }. Documents scellés : { $objects }. En tout { $mib } Mio.
cli-restored-kept = Le coffre qui était là est gardé sous { $path }. Supprimez-le quand personne n’en a plus besoin.
cli-restored-memory = Les index se refont : chaque officier déverrouille une fois avec --without-memory. Un poste qui a vu davantage du journal dit qu’il a été ramené en arrière : c’est exact, et « After a backup is restored » dans docs/RECOVERY.md dit que faire.
cli-restore-lost = Documents scellés que la sauvegarde n’a pas ({ $count }) : { $ids }

## shared vaults

err-shared = Ce dossier est un poste d’un coffre partagé, et cela ne peut pas s’y faire, ou pas avec ce programme.
fix-shared = Utilisez un programme construit avec les coffres partagés, ou un coffre qui se trouve dans un dossier.
err-shared-address =
    L’adresse { $kind ->
        [postgresql] de la base de données
       *[objects] du stockage des documents
    } n’en est pas une : { $why ->
        [secret] elle contient un nom ou un mot de passe, qui ont leur place dans le fichier des secrets
        [name] le nom manque ou contient un caractère non autorisé
        [host] l’hôte ou le port n’est pas valable
        [endpoint] le point d’accès doit être une adresse https
       *[form] elle n’en a pas la forme
    }.
fix-shared-address = Écrivez postgres://HÔTE:PORT/BASE pour le journal et s3://BUCKET/PRÉFIXE?endpoint=https://HÔTE:PORT pour les objets.
err-secrets-file = Le fichier des secrets n’a pas pu être lu : { os-cause }.
fix-secrets-file = Vérifiez le chemin. Il est gardé avec le dossier ; si le fichier a été déplacé, rejoignez le coffre à nouveau avec le nouveau chemin.
err-secrets-open = D’autres peuvent lire le fichier des secrets, ou il appartient à quelqu’un d’autre. Rien n’en a été utilisé.
fix-secrets-open = Faites-en votre propre fichier, lisible par vous seul (chmod 600), et faites changer les mots de passe que d’autres ont pu lire.
err-secrets-form = Le fichier des secrets n’a pas la forme voulue.
fix-secrets-form = C’est du TOML avec database_user, database_password, access_key_id, secret_access_key et ca_file, et rien d’autre.
err-secrets-authority = Le fichier de l’autorité (ca_file) ne contient aucun certificat lisible.
fix-secrets-authority = Indiquez le fichier PEM avec le certificat de l’autorité qui a signé ceux des deux serveurs.
err-server-refused = Le serveur est là et refuse cet utilisateur.
fix-server-refused = Vérifiez l’utilisateur et le mot de passe dans le fichier des secrets, et les droits sur le serveur. « detail » contient ce que le serveur a dit.
err-server-certificate = Le serveur présente un certificat qui n’est pas de l’autorité indiquée, ou qui vaut pour un autre nom. Rien ne lui a été dit.
fix-server-certificate = Quelqu’un se trouve peut-être entre les deux. Signalez-le à qui gère les serveurs ; n’allez pas plus loin avant d’avoir l’explication.
err-store-unconditional = Le stockage des documents remplace ce qui est là alors que cela lui a été interdit : aucun coffre n’y est en sûreté.
fix-store-unconditional = Utilisez un stockage qui respecte If-None-Match.
err-unpublished = Aucun coffre n’y a été publié, ou la publication a été interrompue.
fix-unpublished = Vérifiez les deux adresses. Si une publication a été interrompue, relancez-la sur le poste où elle a commencé.
err-another-vault = Un autre coffre s’y trouve. Rien n’a été modifié.
fix-another-vault = Vérifiez les deux adresses et le dossier. Chaque coffre a sa propre base de données et sa propre place dans un bucket.
err-published = Le coffre de ce dossier est déjà partagé, sur d’autres serveurs.
fix-published = Rejoignez le coffre avec les nouvelles adresses si les serveurs ont déménagé.
err-object-lost = Le document scellé { $name } a été transféré dans le stockage des documents, et n’y est plus, ou n’y est pas tel qu’ici.
fix-object-lost = Rien de ce qui y manque ou y diffère n’a été supprimé ici. Vérifiez le stockage des documents, puis relancez la même commande.
err-not-shared = Le coffre de ce dossier n’est pas partagé.
fix-not-shared = Il se trouve dans son seul dossier ; il n’y a rien à faire.
err-all-here = Tout ce coffre est dans son dossier : il n’y a rien à garder ici en plus.
fix-all-here = Seul un coffre partagé, dont les documents scellés sont sur un serveur, a des copies sur ses postes.
err-server-failed = Le serveur n’a pas pu le faire.
fix-server-failed = « detail » contient ce que le serveur a dit. Demandez à qui le gère.
cli-shared-published =
    Le coffre { $name } est partagé. Ce dossier en est un poste.
    Inscriptions au journal : { $entries }. Documents scellés : { $objects }.
cli-shared-joined = Le dossier { $path } est un poste du coffre { $name }, avec { $entries } inscriptions de son journal. Apportez-y une identité pour y travailler.
cli-shared-status = Inscriptions du journal ici : { $entries }. Inscriptions que le serveur a en plus : { $behind }.
cli-shared-offline = Inscriptions du journal ici : { $entries }. Le serveur du journal est injoignable depuis { $since }.
cli-shared-objects-offline = Le stockage des documents est injoignable depuis { $since }.
cli-dossier-not-kept = Le dossier { $dossier } n’est plus gardé sur ce poste. Les copies partent quand il faut leur place.
cli-fetched =
    { $n ->
        [0] Il n’y avait rien à récupérer.
        [one] Un fichier scellé a été récupéré ({ $mb } Mo).
       *[other] { $n } fichiers scellés ont été récupérés ({ $mb } Mo).
    }
cli-fetched-no-room =
    { $n ->
        [one] Il n’y avait pas de place pour un autre. Relevez la limite : « zegelctl shared cache --limit ».
       *[other] Il n’y avait pas de place pour { $n } autres. Relevez la limite : « zegelctl shared cache --limit ».
    }
cli-fetched-missing =
    { $n ->
        [one] Un n’est pas sur le serveur. « zegelctl doctor » dit lequel.
       *[other] { $n } ne sont pas sur le serveur. « zegelctl doctor » dit lesquels.
    }
cli-none-kept = Aucun dossier n’est gardé sur ce poste.
cli-copies =
    { $how ->
        [off] Aucune copie de documents scellés n’est gardée sur ce poste.
        [set] Copies de documents scellés sur ce poste : { $count }, { $mb } Mo sur { $limit } Mo, limite fixée.
       *[usual] Copies de documents scellés sur ce poste : { $count }, { $mb } Mo sur { $limit } Mo, selon la taille du disque.
    }
copies-altered =
    { $count ->
        [one] Une copie n’était pas ce qui avait été scellé, et a été jetée.
       *[other] { $count } copies n’étaient pas ce qui avait été scellé, et ont été jetées.
    }
ui-keep-here = Garder ce dossier ici
ui-keep-here-text = Ses documents que vous pouvez ouvrir sont récupérés d’avance, toujours scellés, et ceux qui viendront aussi.
ui-kept-here = Fichiers scellés sur ce poste : { $here } sur { $objects }, { $mb } Mo.
ui-fetching = { $done } sur { $total }
ui-fetched-no-room =
    { $n ->
        [one] Il n’y avait pas de place pour un fichier scellé. La limite se trouve sous Système.
       *[other] Il n’y avait pas de place pour { $n } fichiers scellés. La limite se trouve sous Système.
    }
ui-fetched-missing =
    { $n ->
        [one] Un fichier scellé n’est pas sur le serveur. Prévenez l’officier de sécurité.
       *[other] { $n } fichiers scellés ne sont pas sur le serveur. Prévenez l’officier de sécurité.
    }
ui-copies-title = Copies sur ce poste
ui-copies-text = Les documents lus ici y restent, toujours scellés, pour ne pas devoir être récupérés à nouveau. Ce qui n’a pas servi depuis le plus longtemps part d’abord.
ui-copies-now = Documents scellés : { $count }. Ils prennent { $mb } Mo sur { $limit } Mo.
ui-copies-remove = Tout enlever
ui-copies-limit = La place qu’elles peuvent prendre
ui-copies-limit-usual = Selon la taille du disque, 10 Go au plus
ui-copies-limit-none = Rien : aucune copie n’est gardée
ui-copies-limit-gb = { $n } Go

# Before there is a vault, and a vault that becomes a shared one
app-pick-new-vault = Choisir le dossier du nouveau coffre : nouveau ou vide
app-pick-workstation = Choisir le dossier de ce poste : nouveau ou vide
app-pick-secrets = Choisir le fichier des secrets
ui-first-title = Zegel
ui-first-text = Aucun coffre n’est encore ouvert.
ui-first-new = Nouveau coffre
ui-first-new-text = Crée un coffre dans un dossier, et son premier officier, qui est officier de sécurité.
ui-first-open = Ouvrir un coffre
ui-first-open-text = Son dossier se trouve déjà ici : un coffre à part entière, ou le poste d’un coffre partagé.
ui-first-join = Rejoindre un coffre partagé
ui-first-join-text = Le coffre se trouve sur deux serveurs : ce poste reçoit un dossier avec une copie vérifiée de son journal.
ui-first-join-not = Ce programme a été construit sans coffres partagés.
ui-first-name = Nom du coffre
ui-first-name-hint = C’est aussi celui de l’autorité au nom de laquelle le coffre décide.
ui-first-full-rules = Les règles complètes dès le premier jour
ui-first-full-rules-hint = Ce qui demande deux personnes en demande deux. Sinon, c’est un coffre d’exercice, où rien de réel n’a sa place.
ui-first-found = Choisir le dossier et le créer…
ui-first-joined = Coffre rejoint
ui-first-joined-text = { $name } : inscriptions du journal vérifiées et reprises : { $entries }. Apportez ensuite votre fichier d’identité, sur le support où vous le gardez.
ui-first-made = Coffre créé
ui-first-made-text = Le coffre { $name } s’ouvre ensuite. Déverrouillez-le avec la phrase de passe que vous avez choisie.
ui-first-next = L’ouvrir
app-pick-restored = Choisir où le coffre doit être : un dossier nouveau ou vide, ou celui du même coffre
ui-first-restore = Rétablir une sauvegarde
ui-first-restore-text = Fait un coffre d’une sauvegarde, dans un dossier d’ici. Tout est d’abord vérifié.
ui-restore-from = Sauvegarde
ui-restore-from-hint = Le dossier dans lequel la sauvegarde a été faite.
ui-restore-to = Dossier du coffre
ui-restore-to-hint = Un dossier nouveau ou vide, ou celui du même coffre. Un coffre qui s’y trouve est gardé à côté, sous un autre nom.
ui-restore-pick = Choisir…
ui-restore-submit = Rétablir
ui-restore-anyway = Rétablir quand même
ui-restore-anyway-hint = Le coffre qui est là est gardé à côté.
ui-restored = { $name } est rétabli, tel qu’il était le { $at }
ui-restored-holds = Inscriptions du journal : { $entries }. Documents scellés : { $objects }. Tout a été vérifié de nouveau sur place.
ui-restored-kept = Le coffre qui était là est gardé sous { $name }. Supprimez-le quand personne n’en a plus besoin.
ui-restored-lost = Documents scellés que la sauvegarde n’a pas ({ $count }) : { $ids }
ui-restored-memory = Chaque officier déverrouille une fois sans la mémoire de ce poste : l’écran de déverrouillage le propose. Un poste qui a vu davantage du journal dit qu’il a été ramené en arrière : c’est exact, et « After a backup is restored » dans docs/RECOVERY.md dit que faire.
ui-servers-database = Adresse du journal
ui-servers-database-hint = postgres://HÔTE:PORT/BASE
ui-servers-objects = Adresse des documents
ui-servers-objects-hint = s3://BUCKET/PRÉFIXE?endpoint=https://HÔTE:PORT
ui-servers-secrets = Fichier des secrets
ui-servers-secrets-hint = Personne d’autre ne doit pouvoir le lire (mode 600). Son contenu n’est montré nulle part.
ui-servers-secrets-pick = Le choisir…
ui-servers-join = Choisir le dossier et rejoindre…
ui-servers-publish = Publier
ui-errand-verify = Le journal d’ici est vérifié : { $done } inscriptions sur { $total }
ui-errand-objects = Les documents sont transférés : { $done } sur { $total }
ui-errand-entries = Inscriptions du journal : { $done } sur { $total }
ui-errand-remove = Les documents sont relus et supprimés ici : { $done } sur { $total }
ui-errand-begin = Les serveurs sont interrogés
ui-errand-stop = Arrêter
ui-publish-title = Coffre partagé
ui-publish-text = Transfère ce coffre sur deux serveurs, pour que plusieurs postes y travaillent. Ce dossier en est alors un. Les autres peuvent continuer à travailler jusqu’à la fin.
ui-publish-open = Publier ce coffre…
ui-publish-dialog-text = Faites d’abord une sauvegarde. Le fichier des secrets est celui du propriétaire de la base de données ; ensuite, rejoignez le coffre depuis ce dossier avec le vôtre. En cas d’interruption, publiez de nouveau : ce qui a été transféré ne l’est pas deux fois.
ui-publish-done = Le coffre est partagé
ui-publish-done-text = Inscriptions au journal : { $entries }. Documents scellés : { $objects }. La fenêtre s’ouvre de nouveau, sur le coffre partagé ; d’ici là, rien ne peut être inscrit ici.
