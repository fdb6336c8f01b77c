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

### ui

## frame

ui-close = Sluiten
ui-cancel = Annuleren
ui-retry = Opnieuw proberen
ui-back = Terug
ui-optional = facultatief
ui-loading = Laden…
ui-more = Meer
ui-none = Geen
ui-reason-unknown = Een regel staat dit niet toe ({ $code }).
ui-reason-met = Aan de voorwaarde is voldaan ({ $code })
ui-reason-no = Niet voldaan:
ui-reason-yes = Voldaan:
ui-problem-unknown = De bewerking is mislukt ({ $code }).
ui-problem-unknown-fix = Probeer opnieuw. Blijft de fout bestaan, geef deze code dan door aan uw veiligheidsofficier.
ui-exercise = EXERCICE – OEFENING
ui-session-level = Hoogste niveau van de sessie
ui-skip = Naar de inhoud
ui-nav = Hoofdnavigatie
ui-nav-documents = Documenten
ui-nav-file = Registreren
ui-nav-release = Vrijgave
ui-nav-partners = Partners
ui-nav-clearances = Machtigingen
ui-nav-dossiers = Dossiers
ui-nav-log = Logboek
ui-lock = Vergrendelen
ui-settings = Weergave en taal
ui-language = Taal
ui-theme = Weergave
ui-theme-system = Zoals het systeem
ui-theme-light = Licht
ui-theme-dark = Donker
ui-palette = Ga naar…
ui-palette-title = Opdrachten en documenten
ui-palette-hint = Scherm, opdracht, titel of referentie
ui-palette-screens = Schermen
ui-palette-commands = Opdrachten
ui-palette-documents = Documenten
ui-palette-nothing = Niets gevonden.
ui-keys = Sneltoetsen
ui-keys-palette = Naar een scherm, opdracht of document gaan
ui-keys-lock = Meteen vergrendelen
ui-keys-screens = Van scherm wisselen
ui-keys-search = Een document zoeken
ui-keys-rows = Door de lijst lopen
ui-keys-open = Het gekozen document openen
ui-keys-pages = Vorige, volgende pagina
ui-keys-zoom = Vergroten, verkleinen, passend
ui-keys-file = Registreren (scherm ‘Registreren’)
ui-keys-help = Deze hulp
ui-locking-soon = Vergrendeling over { $seconds } s. Beweeg de muis of druk op een toets om te blijven.
ui-last-session = Laatste sessie: { $at }
ui-first-session = Eerste sessie van deze officier.
ui-failed-attempts = { $n -> 
    [0] geen mislukte pogingen sindsdien 
    [one] één mislukte poging sindsdien 
    *[other] { $n } mislukte pogingen sindsdien 
    }
ui-failed-attempts-fix = Was u dit niet zelf, verwittig dan uw veiligheidsofficier.
ui-passphrase-change = Wachtzin wijzigen…
ui-passphrase-current = Huidige wachtzin
ui-passphrase-next = Nieuwe wachtzin
ui-passphrase-again = Nieuwe wachtzin, nogmaals
ui-passphrase-differ = De twee wachtzinnen verschillen.
ui-passphrase-save = Wijzigen
ui-passphrase-changed = De wachtzin is gewijzigd.
ui-level-unclassified = NIET GECLASSIFICEERD
ui-level-restricted = BEPERKT
ui-level-confidential = VERTROUWELIJK
ui-level-secret = GEHEIM
ui-level-top-secret = ZEER GEHEIM

## unlock

ui-unlock-title = De kluis ontgrendelen
ui-unlock = Ontgrendelen
ui-unlocking = Ontgrendelen…
ui-unlock-officer = Officier
ui-unlock-choose = Kies wie u bent
ui-unlock-passphrase = Wachtzin
ui-unlock-show = Wachtzin tonen
ui-unlock-hide = Wachtzin verbergen
ui-unlock-caps = Caps Lock staat aan.
ui-unlock-wait = Volgende poging over { $seconds } s
ui-unlock-wait-why = Na een verkeerde wachtzin moet de volgende poging even wachten.
ui-unlock-exercise = Oefenkluis: niet goedgekeurd voor geclassificeerde informatie
ui-unlock-approved = Systeem goedgekeurd tot het niveau { $level }
ui-unlock-approved-by = { $authority }, { $reference }, tot { $until }
ui-unlock-no-officers = Deze kluis heeft nog geen officier. Maak ze aan met ‘zegelctl init’.
ui-locked-idle = Vergrendeld omdat er een tijdje niets gebeurde.
ui-locked-suspend = Vergrendeld omdat de computer in slaapstand ging.
ui-locked-crash = Uit voorzorg vergrendeld: het venster viel uit. Wat geregistreerd was, is niet verloren.
ui-locked-user = Vergrendeld.
ui-locked-draft = Uw ontwerp wacht op u.
ui-vault-unreadable = De kluis kan niet worden geopend

### policy

# Reasons against, each with what to do. They speak of the asker and of the partner whom the asker chose, never of the document’s level, categories, dossier or audience.

reason-account-disabled = De account is uitgeschakeld.
reason-account-disabled-fix = Wend u tot de veiligheidsofficier.
reason-clearance-missing = Voor dit document is een veiligheidsmachtiging nodig; voor het classificatiestelsel ervan is er geen geregistreerd.
reason-clearance-missing-fix = Laat een machtiging registreren door de veiligheidsofficier.
reason-clearance-withdrawn = De veiligheidsmachtiging is ingetrokken.
reason-clearance-withdrawn-fix = Wend u tot de veiligheidsofficier: er is een nieuwe beslissing van de veiligheidsoverheid nodig.
reason-clearance-suspended = De veiligheidsmachtiging is geschorst.
reason-clearance-suspended-fix = Wacht het einde van de schorsing af, of wend u tot de veiligheidsofficier.
reason-clearance-not-yet-valid = De veiligheidsmachtiging is pas geldig vanaf { $from }.
reason-clearance-not-yet-valid-fix = Wacht tot die datum.
reason-clearance-expired = De veiligheidsmachtiging is op { $until } verlopen.
reason-clearance-expired-fix = Vraag de veiligheidsofficier om de hernieuwing ervan.
reason-clearance-level = De veiligheidsmachtiging reikt niet tot het niveau van dit document.
reason-clearance-level-fix = Vraag de veiligheidsofficier om een hogere machtiging als de functie dat vereist.
reason-category-missing = Dit document draagt een beperkende vermelding die de machtiging niet dekt.
reason-category-missing-fix = Vraag de veiligheidsofficier welke vermeldingen bij de functie horen.
reason-group-missing = Dit document is voorbehouden aan groepen waarvan de machtiging er geen vermeldt.
reason-group-missing-fix = Vraag de veiligheidsofficier tot welke groepen de functie toegang geeft.
reason-briefing-missing = Voor het classificatiestelsel van dit document is geen veiligheidsbriefing geregistreerd.
reason-briefing-missing-fix = Volg de briefing bij de veiligheidsofficier.
reason-briefing-not-yet-given = De veiligheidsbriefing vindt pas op { $date } plaats.
reason-briefing-not-yet-given-fix = Wacht tot die datum, of vraag de veiligheidsofficier om een vroegere briefing.
reason-briefing-level = De veiligheidsbriefing dekt het niveau van dit document niet.
reason-briefing-level-fix = Volg bij de veiligheidsofficier een briefing voor een hoger niveau.
reason-nationality-excluded = Dit document mag niet worden vrijgegeven aan iemand met de nationaliteit { $nationality }.
reason-nationality-excluded-fix = Alleen de autoriteit van oorsprong kan de verspreiding verruimen; wend u tot haar via de veiligheidsofficier.
reason-need-to-know-missing = De noodzaak tot kennisname staat voor dit document op deze datum niet vast.
reason-need-to-know-missing-fix = Laat ze vaststellen door de verantwoordelijke van de zaak als de taak dat vereist.
reason-approval-expired = De goedkeuring van dit systeem voor geclassificeerde informatie is verlopen.
reason-approval-expired-fix = Laat de verlenging ervan registreren door de veiligheidsofficier.
reason-approval-ceiling = Dit systeem is niet goedgekeurd voor het niveau van dit document.
reason-approval-ceiling-fix = Behandel dit document in een systeem dat voor zijn niveau is goedgekeurd.
reason-dossier-closed = Het gekozen dossier is afgesloten; er komen geen documenten meer in.
reason-dossier-closed-fix = Kies een ander dossier, of laat het heropenen door de verantwoordelijke.
reason-release-authority-required = Alleen een vrijgaveautoriteit mag deze stap zetten.
reason-release-authority-required-fix = Leg de aanvraag voor aan een vrijgaveautoriteit.
reason-own-request = Op dit niveau keurt niemand de eigen aanvraag goed.
reason-own-request-fix = Laat de aanvraag goedkeuren door een andere vrijgaveautoriteit.
reason-partner-inactive = Partner { $partner } is niet langer actief.
reason-partner-inactive-fix = Kies een andere partner, of laat deze opnieuw activeren door de veiligheidsofficier.
reason-partner-unconfirmed = De sleutels van partner { $partner } zijn niet bevestigd.
reason-partner-unconfirmed-fix = Vergelijk de vingerafdruk met de partner langs een andere weg en bevestig ze dan.
reason-agreement-missing = Er is geen overeenkomst met partner { $partner } geregistreerd.
reason-agreement-missing-fix = Laat de overeenkomst registreren waarop de uitwisseling berust.
reason-agreement-expired = De overeenkomst met partner { $partner } is op { $until } verlopen.
reason-agreement-expired-fix = Laat de verlenging ervan registreren vóór elke uitwisseling.
reason-partner-ceiling =
    Partner { $partner } mag dit document niet ontvangen: zijn plafond is { $ceiling ->
        [unclassified] NIET GECLASSIFICEERD
        [restricted] BEPERKT
        [confidential] VERTROUWELIJK
        [secret] GEHEIM
        [top-secret] ZEER GEHEIM
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Geef een uittreksel van een toegelaten niveau vrij, of laat het plafond verhogen als de overeenkomst dat toestaat.
reason-partner-excluded = Dit document mag niet worden vrijgegeven aan partner { $partner } ({ $nation }).
reason-partner-excluded-fix = Vraag de autoriteit van oorsprong om de verspreiding te verruimen, of geef een uittreksel vrij dat wel mag.
reason-consent-missing = De voorafgaande toestemming van de autoriteit van oorsprong is vereist, en er is geen bijgevoegd.
reason-consent-missing-fix = Vraag die toestemming en vermeld de referentie ervan in de aanvraag.
reason-consent-not-yet-valid = De toestemming van de autoriteit van oorsprong geldt pas vanaf { $from }.
reason-consent-not-yet-valid-fix = Wacht tot die datum.
reason-consent-expired = De toestemming van de autoriteit van oorsprong is op { $until } verlopen.
reason-consent-expired-fix = Vraag een nieuwe toestemming en vermeld de referentie ervan.
reason-undecidable = Er kan niet worden beslist: een noodzakelijk gegeven is niet leesbaar; de toegang is dus geweigerd.
reason-undecidable-fix = Meld dit aan de veiligheidsofficier, die de markering, machtigingen en briefings laat nazien.

# What was looked at and held: the same words whatever the document.

held-account = De account is actief.
held-clearance = De veiligheidsmachtiging volstaat, of er is geen nodig.
held-categories = Elke beperkende vermelding is gedekt.
held-groups = Er ontbreekt geen vereiste groep.
held-briefing = De veiligheidsbriefing volstaat, of er is geen nodig.
held-nationality = De nationaliteit is toegelaten.
held-need-to-know = De noodzaak tot kennisname staat vast.
held-approval = Het systeem is geschikt voor dit document.
held-dossier = Het dossier neemt documenten op.
held-release-role = De functie laat deze stap toe.
held-second-person = Niemand keurt de eigen aanvraag goed waar twee personen nodig zijn.
held-partner = De partner is actief en zijn sleutels zijn bevestigd.
held-agreement = Er is een overeenkomst met de partner van kracht.
held-partner-ceiling = De partner mag dit niveau ontvangen.
held-partner-audience = Het document mag aan de partner worden vrijgegeven.
held-consent = De autoriteit van oorsprong stemt toe, of hoeft niet te worden geraadpleegd.
held-legible = De markering is leesbaar en bekend.

### app
app-exercise = OEFENING
app-pick-files = Documenten kiezen om te registreren
app-pick-folder = Kiezen waar het pakket geschreven wordt
app-pick-vault = De map van de kluis kiezen
app-no-display = er is geen scherm om een venster op te openen. Gebruik zegelctl.
err-already-open = Deze kluis is al open in een ander venster.
fix-already-open = Ga naar dat venster, of sluit het eerst.
err-internal = Er ging iets mis in het programma zelf.
fix-internal = Probeer het opnieuw; gebeurt het nog eens, vertel dan uw beheerder wat u aan het doen was.
err-locked = De kluis is vergrendeld.
fix-locked = Ontgrendel ze en probeer het opnieuw.
err-no-folder = De map ‘{ $folder }’ bestaat niet.
fix-no-folder = Controleer het pad waarmee het programma gestart is.
err-no-window = Het venster kan niet geopend worden: { $cause }.
fix-no-window = Controleer of WebKitGTK 4.1 geïnstalleerd is.
err-not-open = Dit document is niet meer open.
fix-not-open = Open het opnieuw.
err-not-picked = Dit bestand hoort niet meer bij de gekozen bestanden.
fix-not-picked = Kies het opnieuw.
