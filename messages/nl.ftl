# Zegel — nl
# By subject. Reasons against, each with what to do, speak of the asker and of the partner whom the asker chose, never of the
# document’s level, categories, dossier or audience.

## words of every subject

quote-open = “
quote-close = ”
yes = ja
no = nee
none = geen
never = nooit
unknown = onbekend
today = vandaag
word-exercise = OEFENING
app-pick-files = Documenten kiezen om te registreren
app-write-unmarked = ONTWERP – niet geregistreerd
app-pick-files-of-folder = De map kiezen waarvan de documenten te registreren zijn
app-pick-version = Het bestand van de nieuwe versie kiezen
app-pick-folder = Kiezen waar het pakket geschreven wordt
app-save-log = Kiezen waar het logboek geschreven wordt
app-pick-vault = De map van de kluis kiezen
app-no-display = er is geen scherm om een venster op te openen. Gebruik zegelctl.
no-proof-same-vault = dat het het logboek van uw kluis is, en geen ander dat in de plaats is gelegd: vergelijk het met een elders bewaard controlepunt (zegelctl: --checkpoint)
no-proof-nothing-cut-off-since = dat er sinds het controlepunt niets aan het einde is afgeknipt
no-proof-nothing-cut-off = dat er niets aan het einde is afgeknipt: vergelijk het met een elders bewaard controlepunt (zegelctl: --checkpoint)
no-proof-rights = dat elke auteur het recht had te doen wat hij inschreef: dat wordt bij het ontgrendelen nagegaan
no-proof-contents = wat er in de verzegelde delen staat: daarvoor zijn hun sleutels nodig
no-proof-objects = dat de documenten er zijn, en ongeschonden: zie “zegelctl doctor”
os-cause =
    { $cause ->
        [not_found] het bestand of de map ervan bestaat niet
        [permission] u hebt daar geen recht toe
        [exists] er is al iets met die naam
        [not_a_folder] een deel van het pad is geen map
        [is_a_folder] het is een map
        [not_empty] de map is niet leeg
        [read_only] op die plaats kan niets geschreven worden
        [full] er is geen plaats meer
        [too_large] het is groter dan deze schijf of deze sessie toelaat
        [busy] iets anders gebruikt het
        [reader_gone] de lezer is weg
        [timed_out] er kwam niet op tijd antwoord
        [cut_short] het hield te vroeg op
        [not_whole] niet alles kon geschreven worden
        [memory] er is niet genoeg geheugen
        [unsupported] deze schijf of dit apparaat kan dat niet
        [bad_name] zo’n naam is hier niet mogelijk
        [loop] koppelingen lopen in een kring
        [device] de schijf of het apparaat meldt een fout
        [no_device] er is geen apparaat met die naam
        [not_open] het is daarvoor niet open
        [many_open] er zijn te veel bestanden open
        [other_disk] het ligt op een andere schijf
        [network] het netwerk antwoordt niet
        [interrupted] het werd onderbroken
        [unknown] het systeem geeft geen reden
       *[other] het systeem meldt een fout waar hier geen woorden voor zijn
    }
os-what =
    { $what ->
        [document] Het document
        [index] De index van de officier
        [vault] De map van de kluis
        [backup] De map van de back-up
        [objects] De map van de verzegelde documenten
        [lock] Het bestand dat een tweede venster weghoudt
       *[other] { $what }
    }

## frame

ui-close = Sluiten
ui-cancel = Annuleren
ui-retry = Opnieuw proberen
ui-back = Terug
ui-optional = facultatief
ui-loading = Laden…
ui-reason-unknown = Een regel staat dit niet toe ({ $code }).
ui-reason-met = Aan de voorwaarde is voldaan ({ $code })
ui-reason-no = Niet voldaan:
ui-reason-yes = Voldaan:
ui-problem-unknown = De bewerking is mislukt ({ $code }).
ui-problem-unknown-fix = Probeer opnieuw. Blijft de fout bestaan, geef deze code dan door aan uw veiligheidsofficier.
ui-exercise = EXERCICE – OEFENING
ui-skip = Naar de inhoud
ui-nav = Hoofdnavigatie
ui-nav-file = Registreren
ui-nav-write = Schrijven
ui-nav-log = Logboek
ui-lock = Vergrendelen
ui-settings = Instellingen
ui-language = Taal
ui-theme = Weergave
ui-theme-system = Zoals het systeem
ui-theme-light = Licht
ui-theme-dark = Donker
ui-text-size = Tekstgrootte
ui-text-size-percent = Tekst op { $percent } %
ui-palette = Ga naar…
ui-palette-title = Opdrachten en documenten
ui-palette-hint = Scherm, opdracht, titel of referentie
ui-palette-recent = Laatst geopend
ui-palette-screens = Schermen
ui-palette-commands = Opdrachten
ui-palette-unasked-recent = Wat u het laatst opende, kon niet worden gelezen.
ui-palette-unasked-documents = In de documenten kon niet worden gezocht.
ui-palette-nothing = Niets gevonden.
ui-keys = Sneltoetsen
ui-key-named-ctrl = Ctrl
ui-key-named-home = Home
ui-key-named-end = End
ui-key-named-space = Spatie
ui-key-named-enter = Enter
ui-key-named-page-up = PgUp
ui-key-named-page-down = PgDn
ui-keys-palette = Naar een scherm, opdracht of document gaan
ui-keys-lock = Meteen vergrendelen
ui-keys-screens = Van scherm wisselen
ui-keys-search = Een document zoeken
ui-keys-rows = Door de lijst lopen
ui-keys-open = Het gekozen document openen
ui-keys-pages = Vorige, volgende pagina
ui-keys-zoom = Vergroten, verkleinen, passend
ui-keys-text = Tekst van het venster groter, kleiner, gewoon
ui-keys-turn = Pagina’s naar rechts draaien
ui-keys-find = Zoeken in het document
ui-keys-select = Tekst op een pagina selecteren, als zijn markering het toelaat
ui-keys-copy = Hem kopiëren, met de markering
ui-keys-outline = Inhoud van het document
ui-keys-reading = Leesmodus
ui-keys-file = Registreren (scherm “Registreren”)
ui-keys-help = Deze hulp
ui-unfold = De rest tonen of verbergen
ui-splitter = Breedte of hoogte van: { $pane }
ui-splitter-cards = de kaarten
ui-sort-by = Sorteren op { $column }
ui-sort = Sorteren
ui-sort-ascending = oplopend
ui-sort-descending = aflopend
ui-sort-clearance-end = Einde van de machtiging
ui-keys-tick = Een document aanvinken, voor meerdere tegelijk
ui-keys-level = Naar het niveau (op het scherm “Registreren”)
ui-keys-last = Markering zoals vorige keer, zonder het niveau
ui-keys-categories = Toevoegen wat de gids vraagt

## people: session and passphrase

ui-session-level = Hoogste niveau van de sessie
ui-offline-since = De server van deze kluis is sinds { $at } niet bereikbaar. U kunt bekijken en doorzoeken wat hier bekend is; wat moet worden vastgelegd, ook een document openen, wacht tot hij er weer is.
ui-objects-offline-since = De opslag van de documenten van deze kluis is sinds { $at } niet bereikbaar. Tot die er weer is, kan geen document worden geregistreerd of geopend; al het andere wordt vastgelegd zoals gewoonlijk.
ui-locking-soon = Vergrendeling over { $seconds } s. Beweeg de muis of druk op een toets om te blijven.
ui-last-session = Laatste sessie: { $at }
ui-first-session = Eerste sessie van deze officier.
ui-failed-attempts = { $n -> 
    [0] geen mislukte pogingen sindsdien 
    [one] één mislukte poging sindsdien 
    *[other] { $n } mislukte pogingen sindsdien 
    }
ui-failed-attempts-fix = Was u dit niet zelf, verwittig dan uw veiligheidsofficier.
ui-passphrase-change = Wachtwoordzin wijzigen…
ui-passphrase-current = Huidige wachtwoordzin
ui-passphrase-next = Nieuwe wachtwoordzin
ui-passphrase-again = Nieuwe wachtwoordzin, nogmaals
ui-passphrase-differ = De twee wachtwoordzinnen verschillen.
ui-passphrase-save = Wijzigen
ui-passphrase-changed = De wachtwoordzin is gewijzigd.
ui-passphrase-given = Maak uw eigen sleutels
ui-passphrase-given-text = Uw sleutels en deze wachtwoordzin zijn gemaakt door een ander, die ze kent: ze dienen alleen hiervoor. Kies een wachtwoordzin die alleen u kent. Daaronder worden nieuwe sleutels gemaakt, en wat u ondertekent is van u alleen.
ui-passphrase-given-save = Mijn sleutels maken
ui-passphrase-renew = Ook nieuwe sleutels maken
ui-passphrase-renew-hint = Bij een vermoeden: met een kopie van uw identiteitsbestand is dan niets meer te doen.
ui-passphrase-renewed = U hebt nieuwe sleutels, onder de nieuwe wachtwoordzin.
ui-pin = Pincode…
ui-pin-title = Pincode voor een venster dat zichzelf vergrendelde
ui-pin-text = Als het venster zichzelf heeft vergrendeld omdat er niets gebeurde, ontgrendelen deze cijfers het weer: drie pogingen, daarna de wachtwoordzin. De code staat alleen in het geheugen, tot u het venster vergrendelt, de computer slaapt, het programma eindigt of tien uur voorbij zijn. Hij houdt tegen wie toevallig langskomt. Hij is geen wachtwoordzin: wie het geheugen van deze computer kan lezen, vindt hem in enkele uren.
ui-pin-new = Pincode
ui-pin-again = Pincode, nog een keer
ui-pin-hint = { $least } tot { $most } cijfers
ui-pin-save = Pincode instellen
ui-pin-set = De pincode is ingesteld.
ui-pin-is-set = Er is een pincode ingesteld.
ui-pin-remove = Pincode verwijderen
ui-pin-removed = De pincode is verwijderd.
ui-pin-of = Pincode van { $officer }
ui-pin-left =
    { $left ->
        [one] Er blijft één poging over, daarna is de wachtwoordzin nodig.
       *[other] Er blijven { $left } pogingen over, daarna is de wachtwoordzin nodig.
    }
ui-pin-passphrase = Met de wachtwoordzin
ui-new = Ik ben hier nieuw…
ui-new-title = Toelating vragen
ui-new-text = Uw sleutels worden hier gemaakt, onder een wachtwoordzin die alleen u kent. Een veiligheidsofficier laat u toe met het bestand dat wordt geschreven.
ui-new-submit = Mijn sleutels maken…
ui-new-done = Uw sleutels zijn gemaakt
ui-new-done-text = Geef het bestand { $name } aan een veiligheidsofficier en lees hem deze code voor. Ziet hij dezelfde, dan is het uw aanvraag die hij heeft.
ui-unlock-title = De kluis ontgrendelen
ui-unlock = Ontgrendelen
ui-unlocking = Ontgrendelen…
ui-unlock-checking = De wachtwoordzin wordt nagekeken… (bewust traag, tegen raden)
ui-unlock-reading = Wachtwoordzin aanvaard. Het register wordt gelezen…
ui-unlock-read = Het register wordt gelezen: { $done } van { $total } inschrijvingen…
ui-unlock-officer = Officier
ui-unlock-choose = Typ uw officiersnaam
ui-unlock-nobody = Deze kluis heeft geen officier met die naam.
ui-unlock-several = Er zijn meerdere officieren gevonden: typ verder of kies met de pijltjes.
ui-unlock-passphrase = Wachtwoordzin
ui-unlock-show = Wachtwoordzin tonen
ui-unlock-hide = Wachtwoordzin verbergen
ui-unlock-caps = Caps Lock staat aan.
ui-unlock-wait = Volgende poging over { $seconds } s
ui-unlock-wait-why = Na een verkeerde wachtwoordzin moet de volgende poging even wachten.
ui-unlock-without-memory = Ik weet waarom: voortgaan zonder dit geheugen
ui-unlock-without-memory-hint = Typ de wachtwoordzin opnieuw. Dat u zonder voortging, wordt vastgelegd.
ui-unlock-older-identity = Ik heb het zelf teruggezet: voortgaan met het oudere bestand
ui-unlock-older-identity-hint = Typ de wachtwoordzin opnieuw. Dat u ermee voortging, wordt vastgelegd.
ui-unlock-exercise = Oefenkluis: niet goedgekeurd voor geclassificeerde informatie
ui-unlock-approved = Systeem goedgekeurd tot het niveau { $level }
ui-unlock-approved-by = { $authority }, { $reference }, tot en met { $until }
ui-unlock-no-officers = Deze kluis heeft nog geen officier. Maak er een aan met “zegelctl init”.
ui-locked-idle = Vergrendeld omdat er een tijdje niets gebeurde.
ui-locked-suspend = Vergrendeld omdat de computer in slaapstand ging.
ui-locked-crash = Uit voorzorg vergrendeld: het venster viel uit. Wat geregistreerd was, is niet verloren.
ui-locked-user = Vergrendeld.
ui-locked-disabled = Vergrendeld omdat uw account uitgeschakeld is.
ui-locked-frozen = Vergrendeld omdat uw account bevroren is.
ui-locked-revoked = Vergrendeld omdat deze identiteit van u niet meer geldt.
ui-unlock-unknown = De goedkeuring van dit systeem verschijnt na het ontgrendelen.
ui-taken-title = Dit document is van uw scherm gehaald
ui-taken-text = U mag het niet meer lezen. Hieronder elke reden, en wat u kunt doen.
ui-unverified = niet nagegaan
ui-clock-title = Staat de klok van deze computer juist?
ui-clock-here = Deze computer
ui-clock-last = Laatste inschrijving van het logboek
ui-clock-text = Er liggen { $days } dagen tussen. Loopt de klok voor, dan belet wat nu wordt ingeschreven alle anderen te werken tot die dag.
ui-clock-confirm = De klok staat juist
err-no-officer = Er is niet opgegeven welke officier handelt.
fix-no-officer = Voeg --as OFFICIER toe.
err-no-passphrase = Er kan hier geen wachtwoordzin gevraagd worden.
fix-no-passphrase = Voeg --passphrase-file BESTAND toe, of werk in een terminal.
err-no-second-passphrase = De wachtwoordzin van de tweede officier kan hier niet gevraagd worden.
fix-no-second-passphrase = Voeg --with-passphrase-file BESTAND toe, of werk in een terminal.
err-passphrase-file-open = Het wachtwoordzinbestand { $path } kan door anderen op deze computer gelezen worden.
fix-passphrase-file-open = Sluit het af voor anderen: chmod 600 { $path }
err-passphrase-file-long = De eerste regel van { $path } is langer dan { $limit } bytes: dat is geen wachtwoordzin.
fix-passphrase-file-long = Controleer of dit het bedoelde bestand is.
err-passphrase-file-long-input = De eerste regel van de standaardinvoer is langer dan { $limit } bytes: dat is geen wachtwoordzin.
err-passphrase-file-empty = De eerste regel van { $path } is leeg.
fix-passphrase-file-empty = Schrijf de wachtwoordzin op de eerste regel.
err-passphrase-file-empty-input = De eerste regel van de standaardinvoer is leeg.
err-passphrases-differ = De twee wachtwoordzinnen verschillen.
fix-passphrases-differ = Begin opnieuw; er is niets gewijzigd.
err-clock-behind =
    { $author ->
        [none] De klok van deze computer staat vóór een inschrijving van het logboek: inschrijving { $index } draagt het tijdstip { $until }.
       *[other] De klok van deze computer staat vóór een inschrijving van het logboek: inschrijving { $index }, ondertekend door { $author }, draagt het tijdstip { $until }.
    }
fix-clock-behind = Ofwel is deze klok verkeerd, ofwel was het die van de auteur van de inschrijving: controleer datum en uur van deze computer, en verwittig de veiligheidsofficier als die kloppen. Tot { $until } op deze klok wordt niets beslist of ingeschreven.
err-not-remembered = Dit werkstation kan deze keuze niet onthouden ({ os-cause }).
fix-not-remembered = Ze geldt tot het programma wordt gesloten.
err-clock-impossible = De klok van deze computer staat voor 1970 of na 9999.
fix-clock-impossible = Zet de klok goed en probeer opnieuw.
err-disabled = Deze account is uitgeschakeld.
fix-disabled = Wend u tot de veiligheidsofficier.
err-frozen = Deze account is bevroren, door { $name } ({ $officer }), op { $at }.
fix-frozen = Er is nog niets beslist. Wend u tot { $name } of een andere veiligheidsofficier: om dit op te heffen zijn er twee nodig. De reden staat in het logboek, dat zij kunnen lezen.
forged-session-of-another = haar woorden voor het toezicht staan onder een sessie die de auteur niet begon
forged-session-begun-twice = een toezichtssessie wordt een tweede keer begonnen
forged-identity-misnamed = de naam van een werkstation is er geen, of is al in gebruik
forged-too-many-identities = een officier heeft meer identiteiten dan hij mag hebben
forged-unknown-identity = een identiteit die de officier niet heeft, wordt ingetrokken
forged-last-identity = de laatste identiteit van een officier wordt ingetrokken
err-desk-altered = Uw index in de kluis is gewijzigd, of is niet de uwe.
fix-desk-altered = Verwittig de veiligheidsofficier. Is het logboek intact bevonden, verwijder dan uw bestand in de map desks: zeg bij de volgende ontgrendeling dat u weet waarom het weg is, en het wordt uit het logboek opnieuw gemaakt.
err-identity-altered = Uw identiteitsbestand is gewijzigd of beschadigd.
fix-identity-altered = Zet het terug uit een kopie en verwittig de veiligheidsofficier.
err-not-an-identity = Dit is geen identiteitsbestand.
fix-not-an-identity = Geef het bestand dat “identity export” op het andere werkstation schreef.
err-identity-work = Dit identiteitsbestand openen zou { $mib } MiB geheugen vragen; dit programma neemt er niet meer dan { $limit }.
fix-identity-work = Het is niet door dit programma gemaakt: zet het terug uit een kopie en verwittig de veiligheidsofficier.
err-vault-foreign = Dit is niet de kluis waartoe uw identiteit behoort: haar logboek begint met een andere inschrijving.
fix-vault-foreign = Registreer hier niets. Verwittig de veiligheidsofficier: iemand heeft een ander logboek in de plaats van het uwe gezet.
err-index-gone = U hebt deze kluis al eerder ontgrendeld, en uw index, die het logboek onthoudt, is weg.
fix-index-gone = Zonder index valt niet te zeggen of het logboek is teruggezet. Weet u waarom hij weg is (een kopie, een ander werkstation), ontgrendel dan opnieuw en zeg het: het vakje in het venster, --without-memory met zegelctl. Zo niet, verwittig de veiligheidsofficier.
err-memory-altered = Wat dit werkstation van het logboek onthoudt, kan niet gelezen worden.
fix-memory-altered = Weet u waarom, ontgrendel dan opnieuw en zeg het: het vakje in het venster, --without-memory met zegelctl. Zo niet, verwittig de veiligheidsofficier.
err-identity-foreign = Deze identiteit is niet die welke het logboek voor deze officier kent.
fix-identity-foreign = Zet het juiste identiteitsbestand terug en verwittig de veiligheidsofficier.
err-identity-changed = Het identiteitsbestand van { $officer } werd tegelijk elders gewijzigd: hier is niets gewijzigd.
fix-identity-changed = Ontgrendel met de wachtwoordzin die daar gekozen werd, en wijzig die zo nodig opnieuw. Was u dat niet, verwittig dan de veiligheidsofficier.
err-identity-replaced = Dit identiteitsbestand bevat sleutels die { $officer } heeft vervangen: ze openen en ondertekenen niets meer.
fix-identity-replaced = Hebt u uw sleutels net vernieuwd, typ dan de nieuwe wachtwoordzin. Zet anders het huidige identiteitsbestand terug (identities/{ $officer }.age) en verwittig de veiligheidsofficier: iemand gebruikt een oude kopie.
err-identity-older = Dit identiteitsbestand van { $officer } is een ouder bestand: op { $at } is de wachtwoordzin of het token ervan gewijzigd.
fix-identity-older = Typ de nieuwe wachtwoordzin met het huidige bestand (identities/{ $officer }.age): haal het van de plaats waar het gewijzigd werd. Hebt u het oudere zelf teruggezet, zeg het dan bij het ontgrendelen (het vakje in het venster, --older-identity met zegelctl) en wijzig de wachtwoordzin. Zo niet, dan deed iemand anders het, die de oude wachtwoordzin misschien kent: maak nieuwe sleutels en verwittig de veiligheidsofficier.
err-renewal-due = De sleutels van { $officer } zijn gemaakt door een ander, die ze kent: ze dienen alleen om uw eigen te maken.
fix-renewal-due = Kies een wachtwoordzin die alleen u kent; daaronder worden nieuwe sleutels gemaakt. In het venster: typ de wachtwoordzin die u hebt gekregen. Met zegelctl: zegelctl --as { $officer } identity renew
err-given-keys-stale = De sleutels die { $officer } heeft gekregen zijn te oud: de gemeenschappelijke sleutels van de kluis zijn sindsdien vernieuwd.
fix-given-keys-stale = Maak zelf een aanvraag (in het venster “Ik ben hier nieuw”, anders zegelctl identity request { $officer }) en vraag een veiligheidsofficier u daarmee toe te laten.
err-request-forged = De handtekeningen van deze aanvraag kloppen niet: ze is onderweg gewijzigd of afgebroken.
fix-request-forged = Vraag het bestand opnieuw. Is het weer hetzelfde, verwittig dan de persoon die het maakte.
err-request-elsewhere = Deze aanvraag is voor een andere kluis.
fix-request-elsewhere = Laat ze in deze kluis maken.
err-request-of-another = Deze aanvraag is gemaakt door { $officer }.
fix-request-of-another = Neem de aanvraag van de officier die u bedoelt.
err-request-newer = Een latere versie van dit programma schreef deze aanvraag.
fix-request-newer = Installeer die versie hier, of laat de aanvraag met deze maken.
err-identity-gone = Het identiteitsbestand van { $officer } is weg: deze officier heeft in deze kluis gewerkt.
fix-identity-gone = Vraag de laatste goede kopie ervan (identities/{ $officer }.age) en verwittig de veiligheidsofficier.
err-token-recipient = Dit is geen ontvanger van een age-plug-in.
fix-token-recipient = Geef de regel die met age1 begint, zoals het eigen programma van het token die toont: voor een YubiKey age-plugin-yubikey --list, in de regel “Recipient:”. AGE-PLUGIN-… is de verwijzing naar het token en staat in het andere bestand.
err-token-identity = Het bestand bevat geen identiteitsregel van een age-plug-in, of meer dan een.
fix-token-identity = Geef het bestand dat het eigen programma van het token schreef: één regel die met AGE-PLUGIN- begint, en opmerkingen.
err-token-two-plugins = De ontvanger is voor de plug-in { $recipient }, de identiteitsregel voor { $identity }.
fix-token-two-plugins = Geef beide van hetzelfde token.
err-token-plugin-missing = Dit identiteitsbestand vraagt een token, en het programma { $binary } is hier niet.
fix-token-plugin-missing = Installeer het in een map van PATH, of werk waar het wel is.
err-token-path = PATH noemt een map die niet vanaf de hoofdmap is opgegeven: wiens programma daar zou draaien, kan niemand zeggen.
fix-token-path = Haal ze uit PATH en start het programma opnieuw.
err-token-plugin-died = Het programma van het token, { $binary }, stopte voordat het klaar was.
fix-token-plugin-died = Probeer opnieuw. Blijft het zo, probeer het token dan met dat programma alleen.
err-token-said =
    { $message ->
        [none] Het programma van het token is mislukt en zegt niet waarom.
       *[other] Het programma van het token zegt: { $message }
    }
fix-token-said = Doe wat het vraagt en probeer opnieuw.
err-token-unanswered = Het programma van het token vroeg iets, en niemand antwoordde.
fix-token-unanswered = Probeer opnieuw, aan een terminal of in het venster, en antwoord.
err-token-another = Dit token opent het identiteitsbestand niet.
fix-token-another = Sluit het token aan waarmee het is beveiligd.
err-token-plugin-io = Met het programma van het token kon niet worden gesproken.
fix-token-plugin-io = Probeer opnieuw. Blijft het zo, probeer het token dan met dat programma alleen.
err-identity-protected = Een token beveiligt dit identiteitsbestand al.
fix-identity-protected = Neem die beveiliging eerst weg als het een ander token moet worden.
err-identity-unprotected = Geen token beveiligt dit identiteitsbestand.
fix-identity-unprotected = Er is niets weg te nemen.
err-identity-here = Er staat hier al een ander identiteitsbestand van { $officer }.
fix-identity-here = Is het het oudere (identities/{ $officer }.age), leg het dan eerst opzij; is het het nieuwere, gebruik dan dat.
err-identity-exchanged = Het identiteitsbestand van { $officer } is dat van een andere officier, { $found }: het bestand is verwisseld.
fix-identity-exchanged = Zet identities/{ $officer }.age terug uit de laatste goede kopie en verwittig de veiligheidsofficier.
err-settings-altered = Het bestand vault.toml is gewijzigd: het spreekt het logboek tegen.
fix-settings-altered = Zet het terug uit een kopie en verwittig de veiligheidsofficier.
err-clock-far-ahead = De klok van deze computer ({ $now }) loopt { $days } dagen voor op de laatste inschrijving van het logboek ({ $last }). Er is niets ingeschreven.
fix-clock-far-ahead = Controleer datum en uur van deze computer: een inschrijving uit de toekomst zou alle anderen tot die dag het werken beletten. Kloppen ze, bevestig dat dan bij het ontgrendelen (zegelctl: --clock-is-right).
err-passphrase-short = De wachtwoordzin telt minder dan { $limit } tekens.
fix-passphrase-short = Neem enkele woorden die niets met elkaar te maken hebben.
err-passphrase-weak = Deze wachtwoordzin is te makkelijk te raden.
fix-passphrase-weak = Neem vier of meer woorden die niets met elkaar te maken hebben.
reason-passphrase-common = Het is er een van die het eerst geprobeerd worden.
reason-passphrase-common-fix = Neem er een die niemand anders gebruikt.
reason-passphrase-word = Het is één enkel woord.
reason-passphrase-word-fix = Neem er meer.
reason-passphrase-name = Het is een naam.
reason-passphrase-name-fix = Neem woorden die niemand met u in verband brengt.
reason-passphrase-keyboard = Hij volgt de toetsen van het klavier.
reason-passphrase-keyboard-fix = Neem liever woorden.
reason-passphrase-repeats = Hij herhaalt zichzelf.
reason-passphrase-repeats-fix = Neem telkens iets anders.
reason-passphrase-sequence = Het is een reeks, zoals abc of 6543.
reason-passphrase-sequence-fix = Neem liever woorden.
reason-passphrase-date = Er staat een datum of een jaartal in.
reason-passphrase-date-fix = Laat datums weg, vooral die van uzelf.
reason-passphrase-disguise = Hoofdletters, en cijfers of tekens in de plaats van letters, helpen nauwelijks.
reason-passphrase-disguise-fix = Neem liever één woord meer.
reason-passphrase-few-words = Hij is niet lang genoeg.
reason-passphrase-few-words-fix = Voeg een of twee woorden toe die niets met de andere te maken hebben.
reason-passphrase-public = Iedereen kent deze wachtwoordzin.
reason-passphrase-public-fix = Alleen voor oefeningen.
ui-strength = Sterkte: { $step }
ui-strength-0 = heel makkelijk te raden
ui-strength-1 = makkelijk te raden
ui-strength-2 = kan geraden worden
ui-strength-3 = goed
ui-strength-4 = heel goed
cli-strength = Sterkte van de wachtwoordzin: { $step }
err-passphrase-same = De nieuwe wachtwoordzin is dezelfde als de oude.
fix-passphrase-same = Kies een andere, die alleen u kent.
err-pin-form = Dit is geen pincode.
fix-pin-form = Neem { $least } tot { $most } cijfers.
err-pin-weak = Deze pincode is er een van die het eerst geprobeerd worden.
fix-pin-weak = Neem cijfers die geen reeks, geen herhaling en geen jaartal zijn.
err-wrong-pin = De pincode is verkeerd.
fix-wrong-pin =
    { $left ->
        [0] Typ de wachtwoordzin.
        [one] Typ hem opnieuw: er blijft één poging over.
       *[other] Typ hem opnieuw: er blijven { $left } pogingen over.
    }
err-pin-gone = Er geldt geen pincode meer.
fix-pin-gone = Typ de wachtwoordzin.
err-wrong-passphrase =
    { $officer ->
        [none] De wachtwoordzin is verkeerd.
       *[other] De wachtwoordzin van { $officer } is verkeerd.
    }
fix-wrong-passphrase =
    { $seconds ->
        [0] Typ hem opnieuw.
        [1] Wacht één seconde en typ hem opnieuw (al { $failures } keer verkeerd).
       *[other] Wacht { $seconds } seconden en typ hem opnieuw (al { $failures } keer verkeerd).
    }
err-wait = Te vroeg na een verkeerde wachtwoordzin.
fix-wait =
    { $seconds ->
        [1] Wacht één seconde.
       *[other] Wacht { $seconds } seconden.
    }
reason-desk-rebuilt = Uw index was weg en is opnieuw gemaakt: of het logboek intussen is teruggezet, kon hij niet zeggen.
reason-desk-rebuilt-fix = Vergelijk het logboek met een elders bewaard controlepunt.
reason-identity-older = U hebt ontgrendeld met een ouder identiteitsbestand: op { $at } is de wachtwoordzin of het token ervan gewijzigd.
reason-identity-older-fix = Wijzig de wachtwoordzin: dan telt dit bestand weer. Als iemand anders er een kopie van kan hebben, maak dan liever nieuwe sleutels.
reason-name-alike =
    { $kind ->
        [officer] Een andere officier heeft een naam of een identificatie die men voor die van { $name } houdt: { $who }.
        [dossier] Een ander dossier heeft een titel of een identificatie die men voor die van { $name } houdt: { $who }.
       *[partner] Een andere partner heeft een naam of een identificatie die men voor die van { $name } houdt: { $who }.
    }
reason-name-alike-fix =
    { $kind ->
        [officer] Is het dezelfde persoon, schakel dan een van de accounts uit: één persoon telt één keer. Zo niet, geef ze namen die ze uit elkaar houden.
       *[other] Gaat het om een en hetzelfde, gebruik dan wat er al is. Zo niet, geef ze namen die ze uit elkaar houden.
    }
reason-memory-not-kept = Hoever het logboek stond, kon niet buiten de kluis onthouden worden ({ os-cause }): een map die in haar geheel is teruggezet, zou op dit werkstation niet opvallen.
reason-memory-not-kept-fix = Zorg dat uw map voor de toestand van programma’s (XDG_STATE_HOME, anders .local/state in uw persoonlijke map) er is en beschreven kan worden.
warning-failed-attempts =
    { $count ->
        [one] Eén poging om te ontgrendelen is mislukt sinds uw laatste sessie.
       *[other] { $count } pogingen om te ontgrendelen zijn mislukt sinds uw laatste sessie.
    }
warning-failed-attempts-fix = Was u dit niet zelf, verwittig dan uw veiligheidsofficier.
warning-log-damaged = { $at ->
    [never] Het logboek is gewijzigd of beschadigd in wat al eerder gelezen was. Het was nog niet in zijn geheel nagegaan.
   *[other] Het logboek is gewijzigd of beschadigd in wat al eerder gelezen was. Het was voor het laatst intact op { $at }.
    }
warning-log-damaged-fix = Werk niet verder in deze kluis, bewaar ze zoals ze is en verwittig de veiligheidsofficier; “zegelctl ledger verify” zegt waar de schade zit.

## people

role-reader = lezer
role-registrar = registerhouder
role-security-officer = veiligheidsofficier
role-release-authority = vrijgaveautoriteit
role-auditor = auditor
role-custodian = bewaarder
ui-missing-officer = { $name } ({ $id })
ui-officer-nationality = Nationaliteit
ui-officer-roles = Rollen
ui-officer-disabled = Account uitgeschakeld
ui-officer-yourself = Dat bent u: een andere veiligheidsofficier beslist over wat u betreft.
ui-officer-waits = Wacht op de instemming van een ander
ui-officer-waits-see = Tonen onder “Instemming”
ui-officer-keys-due = Deze sleutels heeft een ander gemaakt. Zolang de officier geen eigen sleutels heeft gemaakt, wordt hem er geen bezorgd.
ui-officer-add = Officier toevoegen…
ui-officer-add-title = Officier toevoegen
ui-officer-add-text = Zonder machtiging of dossier leest een nieuwe officier niets.
ui-officer-id-hint = Kleine letters, cijfers, punt, streepje: voor altijd.
ui-officer-full-name = Volledige naam
ui-officer-passphrase = Eerste wachtwoordzin
ui-officer-passphrase-hint = Persoonlijk te overhandigen: hij dient alleen om zijn eigen sleutels te maken.
ui-officer-code = Code van de sleutels
ui-compared-never = nog niet vergeleken
ui-compared-same = door u vergeleken
ui-compared-not-all = niet alle door u vergeleken
ui-compared-other-keys = andere sleutels dan die u hebt vergeleken
ui-compare = Vergelijken…
ui-compare-title = Code van { $name } vergelijken
ui-compare-text = Laat hem u voorlezen, in persoon of per telefoon, en typ wat u hoort. Is hij dezelfde, dan is wat u voor deze officier verzegelt, voor zijn eigen sleutels verzegeld.
ui-compare-code = Code die u werd voorgelezen
ui-compare-submit = Vergelijken
cli-officer-compared = Het is de code van de sleutels van { $officer }.
cli-keys-of = Sleutels van { $officer }: { $code } ({ $state })
cli-request-of = Aanvraag van { $name } ({ $officer }), nationaliteit { $nationality }. Er is nog niets ingeschreven.
cli-request-known = { $officer } is al officier. Laat hem u deze code voorlezen: is de zijne niet dezelfde, dan zijn de sleutels niet van hem. Ze zouden verloren sleutels vervangen (zegelctl officer reissue), of komen naast die welke hij heeft (zegelctl identity add).
cli-col-codes = Codes
cli-col-compared = Vergeleken
ui-identities = Identiteiten
ui-identities-text = Een voor elk werkstation. Wat u wordt bezorgd, wordt voor elk ervan verzegeld.
ui-identity-first = Eerste werkstation
ui-identity-here = nu in gebruik
ui-identity-never = nog niet gebruikt
ui-identity-last = laatst gebruikt { $at }
ui-identity-add = Werkstation toevoegen…
ui-identity-add-title = Werkstation toevoegen
ui-identity-add-text = Kies op het andere werkstation “Ik ben hier nieuw” met uw eigen identificatie. Het bestand is { $name }. Vergelijk de code met die welke daar staat: { $code }
ui-identity-name = Naam van het werkstation
ui-identity-add-submit = Toevoegen
ui-identity-added = Het werkstation { $name } is toegevoegd.
ui-identity-revoke = Intrekken…
ui-identity-revoke-title = { $name } intrekken
ui-identity-revoke-text = Wie deze identiteit heeft, opent en ondertekent er niets nieuws meer mee. Wat ze opende, wordt voor het vervolg anders verzegeld.
ui-identity-revoke-submit = Intrekken
ui-identity-revoked = { $name } is ingetrokken.
cli-token-says = Programma van het token: { $message }
cli-identity-is-protected = Het identiteitsbestand van { $officer } vraagt nu het token van de plug-in { $plugin } en de wachtwoordzin.
cli-identity-is-unprotected = De wachtwoordzin alleen opent het identiteitsbestand van { $officer } weer.
cli-identity-plugin = Het bestand dat hier wordt gebruikt, vraagt ook een token, van de plug-in { $plugin }.
ui-token-text = Een token beveiligt dit bestand: het vraagt het token (plug-in { $plugin }) en de wachtwoordzin.
ui-token-protect = Met een token beveiligen…
ui-token-protect-title = Het identiteitsbestand van dit werkstation met een token beveiligen
ui-token-protect-text = Voortaan vraagt het het token en de wachtwoordzin. Het eigen programma van het token geeft zijn ontvanger en zijn identiteitsbestand; daarin is niets geheim.
ui-token-recipient = Ontvanger van het token (age1…)
ui-token-protect-submit = Bestand van het token kiezen…
ui-token-protected = Het token beveiligt het identiteitsbestand.
ui-token-unprotect = Het token wegnemen…
ui-token-unprotect-title = Het token van dit identiteitsbestand wegnemen
ui-token-unprotect-text = De wachtwoordzin alleen opent het weer. Het token is hiervoor nog één keer nodig.
ui-token-unprotect-submit = Wegnemen
ui-token-unprotected = De wachtwoordzin alleen opent het identiteitsbestand weer.
ui-token-says = Het programma van het token zegt: { $message }
ui-token-asks = Het programma van het token vraagt
ui-token-answer = Antwoord
ui-token-send = Antwoorden
app-pick-token = Het identiteitsbestand van het token kiezen
app-save-identity = Kiezen waar het identiteitsbestand komt
app-pick-identity = Het identiteitsbestand kiezen
ui-identities-own = Mijn werkstations…
ui-identity-take = Meenemen…
ui-identity-taken = Het identiteitsbestand staat in { $name }, nog steeds onder zijn wachtwoordzin. Op het andere werkstation wordt het ingebracht op het ontgrendelscherm.
ui-bring = Ik breng mijn identiteitsbestand mee…
ui-bring-title = Een identiteitsbestand inbrengen
ui-bring-text = Het is geschreven op een ander werkstation met deze kluis. De wachtwoordzin zegt van wie het is.
ui-bring-passphrase = Wachtwoordzin van het bestand
ui-bring-submit = Bestand kiezen…
ui-bring-done = Het identiteitsbestand van { $officer } is hier
ui-bring-done-text = Ontgrendel met dezelfde wachtwoordzin. De code van de sleutels:
ui-member-compared = Sleutels: { $state }
ui-officer-request = Aanvraag inlezen…
ui-officer-request-from = Aanvraag { $name }
ui-officer-request-hint = Laat de officier u deze code voorlezen. Is de zijne niet dezelfde, dan is het bestand niet van hem: laat niemand toe.
ui-officer-alike-hint = Is het dezelfde persoon, schrijf die dan niet nog eens in: één persoon telt één keer. Zo niet, geef dan een naam die ze uit elkaar houdt.
ui-officer-request-known = { $id } is al toegelaten. Een officier die zijn sleutels verloor, wordt opnieuw toegelaten waar hij getoond wordt.
ui-officer-request-none = Beter: de officier maakt zelf zijn sleutels (“Ik ben hier nieuw”, voor het ontgrendelen) en brengt de aanvraag.
ui-officer-reissue = Sleutels verloren…
ui-officer-reissue-title = Nieuwe sleutels voor { $name }
ui-officer-reissue-text = Code van de nieuwe sleutels: { $code }. Laat { $name } hem u voorlezen: is hij niet dezelfde, dan is het bestand niet van hem. De vroegere sleutels zijn dan niets meer waard; wat ermee is ondertekend, blijft van hem.
ui-officer-reissue-submit = Opnieuw toelaten
ui-officer-reissued = { $name } is opnieuw toegelaten, met nieuwe sleutels.
ui-officer-reissue-asked = Aangevraagd: { $name } wordt met nieuwe sleutels toegelaten zodra een andere veiligheidsofficier instemt.
ui-officer-change-roles = Rollen…
ui-function = Functie
ui-function-set = Functie…
ui-function-within = in de uitoefening van zijn functie
ui-function-outside = buiten de functie
ui-function-authorised = buiten de functie; BEPERKT ({ $policies }) tot en met { $until }, toegestaan door { $authority }, { $reference }
ui-function-alone = ingeschreven door { $officer } alleen
ui-function-title = Functie van { $name }
ui-function-text = Buiten de functie, als aannemer of verbindingspersoon, ziet een officier hoogstens BEPERKT, en alleen zoals de autoriteit van oorsprong het heeft toegestaan. Onder de volledige regels moet een andere veiligheidsofficier instemmen met wat een recht geeft.
ui-function-policies = BEPERKT onder deze beleidslijnen
ui-function-policies-hint = Niets hier: geen BEPERKT
ui-function-authority = Autoriteit van oorsprong die het toestaat
ui-function-reference = Referentie van de kennisgeving
ui-function-reference-hint = Ze vermeldt de gebruiksbeperkingen en de beschermingsmaatregelen
ui-function-until = Laatste dag
ui-function-submit = Inschrijven
ui-function-done = De functie van { $name } is ingeschreven.
ui-function-asked = Dit wacht op de instemming van een andere veiligheidsofficier.
ui-officer-change-roles-title = Rollen van { $name }
ui-officer-change-roles-text = Een rol die u ontneemt, eindigt meteen. Onder de volledige regels wacht elke rol die u geeft, behalve die van lezer, op de instemming van een andere veiligheidsofficier.
ui-officer-roles-other = een andere keuze van rollen
ui-officer-change-roles-custodian = Wie bewaarder is, blijft dat: daarover wordt bij de bewaring beslist.
ui-officer-change-roles-submit = Rollen vastleggen
ui-officer-roles-changed = De rollen van { $name } zijn vastgelegd.
ui-officer-roles-waiting = Wacht op de instemming van een andere veiligheidsofficier: { $roles }.
app-pick-request = Het bestand van de aanvraag kiezen
app-save-request = Kiezen waar de aanvraag komt
ui-officer-added = { $id } is toegevoegd.
ui-officer-disable = Account uitschakelen…
ui-officer-disable-title = De account van { $name } uitschakelen
ui-officer-disable-submit = Uitschakelen
ui-officer-disable-text = Voorgoed: de officier kan deze kluis niet meer ontgrendelen en alle sleutels in zijn bezit worden vernieuwd.
ui-officer-disable-done = De account van { $name } is uitgeschakeld.
ui-officer-frozen = Account bevroren
ui-officer-frozen-by = Door { $officer }, { $at }.
ui-officer-frozen-why = Reden: { $why }
ui-officer-freeze = Account bevriezen…
ui-officer-freeze-title = De account van { $name } bevriezen
ui-officer-freeze-text = Meteen en overal: geen sessie loopt door, alle machtigingen gelden als geschorst en alle sleutels in zijn bezit worden vernieuwd. Er is niets mee beslist. Onder de volledige regels zijn er twee personen nodig om de bevriezing op te heffen.
ui-officer-freeze-submit = Bevriezen
ui-officer-freeze-done = De account van { $name } is bevroren.
ui-officer-unfreeze = Bevriezing opheffen…
ui-officer-unfreeze-title = De bevriezing van de account van { $name } opheffen
ui-officer-unfreeze-text = De officier kan weer werken en krijgt de sleutels die intussen zijn vernieuwd. Onder de volledige regels wacht dit op de instemming van een tweede persoon.
ui-officer-unfreeze-submit = Opheffen
ui-officer-unfreeze-done = { $name } kan weer werken.
ui-officer-unfreeze-asked = Dit wacht op de instemming van een ander: zie “Instemming”.
ui-officer-papers = Enkel de betrokkene, de veiligheidsofficieren en de auditors zien de machtigingen en briefings.
reason-nationality-excluded = Dit document mag niet worden vrijgegeven aan iemand met de nationaliteit { $nationality }.
reason-nationality-excluded-fix = Alleen de autoriteit van oorsprong kan de verspreiding verruimen; wend u tot haar via de veiligheidsofficier.
held-nationality = De nationaliteit is toegelaten.
cli-col-nationality = Land
cli-col-roles = Rollen
cli-col-officer = Officier
cli-officer-added = Officier { $officer } is ingeschreven. De eerste wachtwoordzin dient om zijn eigen sleutels te maken: zegelctl --as { $officer } identity renew
cli-officer-admitted = Officier { $officer } is toegelaten. Code van zijn sleutels, mondeling met hem te vergelijken: { $fingerprint }
cli-officer-reissued = Officier { $officer } is met nieuwe sleutels toegelaten. Hun code, mondeling met hem te vergelijken: { $fingerprint }
cli-officer-reissue-asked = Voor { $officer } zijn nieuwe sleutels aangevraagd; tot de instemming zijn ze niets waard. Hun code, mondeling met hem te vergelijken: { $fingerprint }
cli-officer-roles = Rollen van { $officer }: { $roles }.
cli-officer-waits =
    { $what ->
        [keys] De nieuwe sleutels wachten op de instemming
       *[other] Wacht op de instemming ({ $what })
    } van een andere veiligheidsofficier: { $who ->
        [none] op dit moment kan niemand die geven; er is eerst nog een veiligheidsofficier nodig
       *[other] { $who }
    }. Aanvraag: { $request }.
cli-identity-requested = De sleutels van { $officer } zijn gemaakt. Geef { $path } aan een veiligheidsofficier en lees hem deze code voor: { $fingerprint }
cli-identity-renewed = { $officer } heeft nieuwe sleutels, onder de nieuwe wachtwoordzin. Hun code: { $fingerprint }
cli-col-last-used = Laatst gebruikt
cli-identity-exported = Het identiteitsbestand van { $officer } staat in { $path }, onder zijn wachtwoordzin.
cli-identity-imported = Het identiteitsbestand van { $officer } is hier. De code van de sleutels: { $fingerprint }
cli-keys-revoked = ingetrokken
cli-col-workstation = Werkstation
cli-identity-added = { $officer } heeft ook de identiteit { $name }. De code: { $fingerprint }
cli-identity-was-revoked = De identiteit { $key } van { $officer } is ingetrokken.
cli-keys-present = huidig
cli-keys-renewed = vervangen
cli-keys-lost = verloren
cli-officer-disabled = De account van { $officer } is uitgeschakeld.
cli-function-asked = Dit wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
cli-officer-frozen = De account van { $officer } is bevroren.
cli-officer-unfrozen = De account van { $officer } is niet meer bevroren.
cli-unfreezing-asked = De bevriezing van { $officer } wordt opgeheven zodra een ander instemt: zegelctl assent give { $request }
forged-officer-not-active = de account van de auteur is niet actief
forged-officer-frozen = de account van de auteur is bevroren
forged-not-frozen = deze account is niet bevroren
forged-nobody-to-lift = er zou niemand overblijven om de bevriezing op te heffen
forged-nobody-to-stop = er zou niemand overblijven die de auteur kan tegenhouden
forged-keys-replaced = ze is ondertekend met sleutels die de auteur heeft vervangen
forged-keys-not-proven = nieuwe sleutels komen zonder het bewijs dat hun officier ze heeft
forged-renewal-due = de auteur heeft sleutels die een ander maakte, en moet eerst zijn eigen maken
forged-not-security-officer = dat komt een veiligheidsofficier toe
forged-not-registrar = dat komt een registerhouder of veiligheidsofficier toe
forged-about-oneself = niemand geeft of ontneemt zichzelf rechten
forged-about-another = niemand anders dan de officier zelf doet dit
forged-officer-added-twice = deze officier of zijn sleutel is er al
forged-unknown-officer = deze officier bestaat niet
forged-not-these-roles = deze rollen worden zo niet gegeven: geen enkele, die hij al heeft, of die van bewaarder
forged-function-unchanged = de functie van de officier is al zo
forged-not-own-keys = deze officier heeft sleutels die een ander maakte: hij krijgt pas een rol als hij zijn eigen heeft gemaakt
forged-taken-without-new-keys = een rol wordt ontnomen zonder dat de sleutel van het toezicht wordt vernieuwd
forged-dates-contradict = het einde ligt voor het begin
reason-role-required =
    { $besides ->
        [requester] Alleen voor { $role ->
                [security-officer] veiligheidsofficieren
                [registrar] registerhouders
                [release-authority] vrijgaveautoriteiten
                [auditor] auditors
                [custodian] bewaarders
               *[other] officieren met een andere rol
            }, veiligheidsofficieren en de officier die erom vroeg.
       *[none] { $also ->
            [security-officer] Alleen voor { $role ->
                    [security-officer] veiligheidsofficieren
                    [registrar] registerhouders
                    [release-authority] vrijgaveautoriteiten
                    [auditor] auditors
                    [custodian] bewaarders
                   *[other] officieren met een andere rol
                } en veiligheidsofficieren.
           *[none] Alleen voor { $role ->
                    [security-officer] veiligheidsofficieren
                    [registrar] registerhouders
                    [release-authority] vrijgaveautoriteiten
                    [auditor] auditors
                    [custodian] bewaarders
                   *[other] officieren met een andere rol
                }.
        }
    }
reason-role-required-fix =
    { $who ->
        [none] Niemand heeft hier nu deze rol: verwittig de veiligheidsofficier.
       *[other] Wend u tot een van hen: { $who }.
    }
reason-about-oneself = Niemand doet dit voor zichzelf.
reason-about-oneself-fix = Wend u tot een andere veiligheidsofficier.
reason-last-of-role =
    { $role ->
        [security-officer] Er is geen andere veiligheidsofficier: zonder hem houdt niemand de officieren en machtigingen bij.
       *[other] Er is geen andere { $role }.
    }
reason-last-of-role-fix = Voeg eerst een andere officier met deze rol toe (“zegelctl officer add ID --role { $role }”) en laat die één keer ontgrendelen.
reason-entered-by-oneself = U hebt deze partner ingevoerd of gewijzigd en kunt zijn sleutel dus niet bevestigen.
reason-entered-by-oneself-fix = Laat de vingerafdruk vergelijken door een andere vrijgaveautoriteit of een veiligheidsofficier.

## clearances

ui-nav-clearances = Machtigingen
ui-missing-clearance = Een geldige veiligheidsmachtiging.
ui-missing-briefing = Een veiligheidsbriefing.
ui-clearances-title = Officieren en machtigingen
ui-clearances-tab-officers = Officieren
ui-clearances-tab-renewals = Hernieuwingen
ui-clearances-tab-system = Systeem
ui-clearances-find = Naam of identificatie
ui-clearances-none = Niemand gevonden.
ui-clearances-choose = Kies een officier om de machtigingen en briefings te zien.
ui-clearance-valid = Geldig
ui-clearance-suspended = Geschorst
ui-clearance-withdrawn = Ingetrokken
ui-clearance-expired = Verlopen
ui-clearance-future = Toekomstig
ui-clearance-renewal = Hernieuwing aan te vragen
ui-clearance-range = { $from } – { $until }
ui-clearance-certificate = Certificaat
ui-clearance-categories = Vermeldingen
ui-clearances-of = Machtigingen
ui-clearances-empty = Geen machtiging ingeschreven.
ui-briefings-of = Veiligheidsbriefings
ui-briefings-empty = Geen briefing ingeschreven.
ui-grant = Machtiging toekennen…
ui-grant-title = Een machtiging inschrijven
ui-grant-text = Zoals de veiligheidsoverheid ze heeft beslist, voor { $name }.
ui-grant-submit = Inschrijven
ui-grant-level-choose = Kies het niveau
ui-grant-from = Geldig van
ui-grant-until = Tot en met
ui-grant-certificate = Nummer van het certificaat
ui-grant-too-long = Een machtiging geldt hoogstens vijf jaar.
ui-grant-order = Het einde komt voor het begin.
ui-granted = Machtiging ingeschreven. De sleutels worden bezorgd zodra een houder de kluis ontgrendelt.
ui-grant-asked = Deze machtiging vereist twee personen. Ze wacht op de instemming van een andere veiligheidsofficier.
ui-suspend = Schorsen…
ui-suspend-title = De machtiging { $policy } van { $name } schorsen
ui-suspend-submit = Schorsen
ui-withdraw = Intrekken…
ui-withdraw-title = De machtiging { $policy } van { $name } intrekken
ui-withdraw-submit = Intrekken
ui-reinstate = Herstellen…
ui-reinstate-title = De machtiging { $policy } van { $name } herstellen
ui-reinstate-submit = Herstellen
ui-reinstate-asked = Aangevraagd: de schorsing eindigt zodra een andere veiligheidsofficier instemt.
ui-revoke-effect = Zodra dit is ingeschreven stopt de toegang en krijgen nieuwe documenten nieuwe sleutels.
ui-clearance-changed = Het is ingeschreven.
ui-briefing-record = Briefing inschrijven…
ui-briefing-title = Een veiligheidsbriefing inschrijven
ui-briefing-date = Gegeven op
ui-renewals-empty = Geen hernieuwing aan te vragen
ui-renewals-empty-text = De aanvraag vertrekt uiterlijk zeven maanden voor het verlopen, tien voor ZEER GEHEIM.
ui-expires-in = { $n -> 
    [0] verloopt vandaag 
    [one] verloopt morgen 
    *[other] verloopt over { $n } dagen 
    }
ui-expired-since = { $n -> 
    [one] sinds een dag verlopen 
    *[other] sinds { $n } dagen verlopen 
    }
warning-clearance-over = Deze machtiging was al verlopen toen ze werd ingeschreven: ze eindigde op { $until }.
warning-clearance-ahead = Deze machtiging geldt nog niet: ze begint op { $from }.
warning-briefing-ahead = Deze briefing geldt nog niet: ze is gedateerd op { $date }.
warning-far-end = Het ingevoerde einde, { $until }, ligt meer dan tien jaar in de toekomst.
warning-far-end-fix = Is dat een vergissing, voer het dan opnieuw in met de juiste dag.
reason-clearance-missing = Voor dit document is een veiligheidsmachtiging nodig; voor het beleid ervan is er geen ingeschreven.
reason-clearance-missing-fix = Laat een machtiging inschrijven door de veiligheidsofficier.
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
reason-briefing-missing = Voor het beleid van dit document is geen veiligheidsbriefing ingeschreven.
reason-briefing-missing-fix = Volg de briefing bij de veiligheidsofficier.
reason-briefing-not-yet-given = De veiligheidsbriefing vindt pas op { $date } plaats.
reason-briefing-not-yet-given-fix = Wacht tot die datum, of vraag de veiligheidsofficier om een vroegere briefing.
reason-briefing-level = De veiligheidsbriefing dekt het niveau van dit document niet.
reason-briefing-level-fix = Volg bij de veiligheidsofficier een briefing voor een hoger niveau.
reason-outside-function = Buiten zijn functie mag een officier geen documenten van dit niveau krijgen.
reason-outside-function-fix = Als de functie het vereist, laat dat dan inschrijven door een veiligheidsofficier.
reason-authorisation-missing = Buiten de functie vereisen documenten van dit niveau een toestemming van de autoriteit van oorsprong; voor dit beleid is er geen ingeschreven.
reason-authorisation-missing-fix = Vraag het de autoriteit van oorsprong, en laat de toestemming inschrijven door twee veiligheidsofficieren.
reason-authorisation-expired = De toestemming om buiten de functie documenten van dit niveau te zien, eindigde op { $until }.
reason-authorisation-expired-fix = Vraag de autoriteit van oorsprong een andere, en laat ze inschrijven door twee veiligheidsofficieren.
held-clearance = De veiligheidsmachtiging volstaat, of er is geen nodig.
held-briefing = De veiligheidsbriefing volstaat, of er is geen nodig.
held-function = Het document is voor de functie van de officier, of is daarbuiten toegestaan.
cli-col-clearances = Machtigingen
cli-clearance-granted = Machtiging { $level } verleend aan { $officer }, tot en met { $until }.
cli-clearance-asked = De machtiging van { $officer } wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
cli-clearance-suspended = De machtiging { $policy } van { $officer } is geschorst.
cli-clearance-valid = De machtiging { $policy } van { $officer } is hersteld.
cli-reinstatement-asked =
    De machtiging { $policy } van { $officer } blijft geschorst tot een andere veiligheidsofficier instemt: { $who ->
        [none] op dit moment kan niemand dat; er is eerst nog een veiligheidsofficier nodig
       *[other] { $who }
    }. Aanvraag: { $request }.
cli-clearance-withdrawn = De machtiging { $policy } van { $officer } is ingetrokken.
cli-status-suspended = geschorst
cli-status-withdrawn = ingetrokken
cli-renewal-due = hernieuwing aan te vragen
cli-briefing-recorded = Briefing { $level } van { $officer } ingeschreven.
forged-clearance-too-long = een machtiging duurt langer dan vijf jaar
reason-clearance-renewal = Uw machtiging ({ $policy }) eindigt op { $until }: de hernieuwing ervan moet worden aangevraagd.
reason-clearance-renewal-fix = Wend u tot de veiligheidsofficier.
reason-clearance-ended = Uw machtiging ({ $policy }) is op { $until } verlopen.
reason-clearance-ended-fix = Vraag de veiligheidsofficier om de hernieuwing ervan.

## system: approval

ui-missing-approval = De goedkeuring van dit systeem: tot dan bevat het alleen oefengegevens.
ui-missing-function = Een functie hier: u bent buiten de functie ingeschreven, en er geldt geen toestemming.
ui-missing-keys = Sleutels: die van uw dossiers zijn u nog niet bezorgd. Ze komen wanneer een lid ontgrendelt.
ui-missing-ceiling = Wat u zou kunnen lezen, ligt boven het plafond van de goedkeuring van dit systeem.
ui-system-approval = Goedkeuring van het systeem
ui-system-none = Zonder goedkeuring dient deze kluis als oefening, en zegt dat overal.
ui-system-record = Goedkeuring inschrijven…
ui-system-record-title = De goedkeuring van het systeem inschrijven
ui-system-record-text = Een andere veiligheidsofficier moet instemmen. Dan is de kluis geen oefenkluis meer, weigert ze elk niveau boven het plafond, en vereist wat twee personen vereist er voorgoed twee.
ui-system-record-submit = Instemming vragen
ui-system-asked = De goedkeuring vereist twee personen. Ze wacht op de instemming van een andere veiligheidsofficier.
ui-system-reference = Referentie
reason-approval-expired = De goedkeuring van dit systeem voor geclassificeerde informatie is verlopen.
reason-approval-expired-fix = Laat de verlenging ervan inschrijven door de veiligheidsofficier.
reason-approval-ceiling = Dit systeem is niet goedgekeurd voor het niveau van dit document.
reason-approval-ceiling-fix = Behandel dit document in een systeem dat voor zijn niveau is goedgekeurd.
held-approval = Het systeem is geschikt voor dit document.
held-release-approval = De vrijgave is goedgekeurd, of hoeft nog niet geschreven te worden.
cli-no-approval = Geen goedkeuring: oefenkluis. EXERCICE – OEFENING
cli-approval = Goedgekeurd door { $authority } ({ $reference }) tot niveau { $level }, tot en met { $until }.
cli-approval-asked = De goedkeuring wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
ceremony-title = Wat nog te doen is opdat niemand alleen beslist:
ceremony-second-security-officer = Een tweede veiligheidsofficier (nu { $active }, nodig { $needed })
ceremony-custodians = De bewaring verdeeld over meerdere bewaarders, van wie één niet volstaat (nu { $needed } van { $active })
ceremony-approval = De goedkeuring van het systeem, met de instemming van de tweede
ceremony-alone-exercise = Tot dan is het een oefenkluis: één persoon mag alleen doen wat er twee vereist. De instemming van de tweede met de goedkeuring bevestigt het.
ceremony-alone-full = Tot dan laat één veiligheidsofficier alleen lezers toe en, één keer, de tweede veiligheidsofficier; hij machtigt tot VERTROUWELIJK, schrijft briefings in, houdt de dossiers bij, schorst, trekt in en schakelt uit. Al wat twee personen vereist, wacht.
cli-ceremony-done = Alles is gedaan: niemand beslist alleen, en het systeem is goedgekeurd.
cli-ceremony-waits = Aangevraagd. Een ander stemt in: zegelctl assent give { $request }
cli-ceremony-second-security-officer =
    Hij maakt zijn sleutels: zegelctl identity request ID --full-name NAAM --nationality BEL --out BESTAND
    U vergelijkt de code met hem en laat hem toe: zegelctl officer add --request BESTAND --code CODE --role security-officer
cli-ceremony-custodians = zegelctl custody setup --threshold 2 --custodian ID ID ID
cli-ceremony-approval = zegelctl approval record --authority ANS --reference REF --ceiling GEHEIM --until DATUM
ui-ceremony-waits = Aangevraagd: wacht op de instemming van een ander.
ui-ceremony-after = Na de stappen hierboven.
ui-ceremony-ticked = gedaan
ui-ceremony-go-second-security-officer = Naar de officieren
ui-ceremony-go-custodians = Naar de bewaring
ui-ceremony-go-approval = Goedkeuring inschrijven…
ui-ceremony-second-hint = Hij maakt zijn sleutels aan het werkstation (“Ik ben hier nieuw”, vóór het ontgrendelen) en brengt zijn aanvraag; u voegt hem toe met de rol van veiligheidsofficier.

## system: guide

ui-clearances-tab-guide = Classificatiegids
ui-interest = { $letter }) { $text }
ui-reveal = Wat zou het onthullen?
ui-reveal-none = Titel en onderwerp roepen geen punt van de gids op.
ui-reveal-suggested = Voorgesteld op grond van titel of onderwerp
ui-reveal-from = vanaf
ui-reveal-harm = Schade: { $harm }
ui-reveal-all = { $n ->
    [one] Nog één punt
    *[other] Alle andere punten ({ $n })
    }
ui-reveal-fewer = Minder punten
ui-reveal-search = Een punt zoeken
ui-false-friend = Let op: elders is hetzelfde woord een ander niveau.
ui-guide-title = Classificatiegids
ui-guide-text = Wat de onthulling van een punt zou schaden, en welk niveau het minstens vraagt. Wie registreert, ziet deze punten; een lagere markering vraagt een motivering.
ui-guide-shipped = Zoals meegeleverd met het programma
ui-guide-changed = Van kracht sinds { $at }, ingevoerd door { $officer }
ui-guide-add = Punt toevoegen…
ui-guide-edit = { $name } wijzigen
ui-guide-empty = De gids heeft geen enkel punt
ui-guide-empty-text = Niveaus worden dan zonder ondergrens gekozen.
ui-guide-floor = Minstens
ui-guide-reveals = Wat het onthult
ui-guide-harm = Schade bij niet-geëigende aanwending
ui-guide-hints-list = Voorgesteld bij: { $what }
ui-guide-aggregation = Waarschuwen wanneer zoveel documenten samenkomen:
ui-guide-aggregation-hint = Het geheel kan een hoger niveau vragen dan zijn delen. Het is een waarschuwing, nooit een weigering.
ui-guide-aggregation-wrong = Schrijf een getal vanaf 2.
ui-guide-unsaved = De wijzigingen gelden zodra ze bewaard zijn.
ui-guide-save = In werking stellen
ui-guide-discard = Wijzigingen verwerpen
ui-guide-saved = De gids is van kracht.
ui-guide-asked = Een andere gids vereist twee personen. Hij wacht op de instemming van een andere veiligheidsofficier.
ui-guide-import = Importeren…
ui-guide-export = Exporteren…
ui-guide-exported = De gids is geschreven in “{ $name }”.
ui-guide-import-title = De gids vervangen
ui-guide-import-text = Wat “{ $name }” aan de geldende gids zou veranderen.
ui-guide-import-same = Dit bestand zegt hetzelfde als de geldende gids.
ui-guide-import-added = Toegevoegd
ui-guide-import-removed = Verwijderd
ui-guide-import-changed = Gewijzigd
ui-guide-import-lowered = Het minimum daalt
ui-guide-import-parts = Gewijzigd: { $what }
ui-guide-import-part-name = omschrijving
ui-guide-import-part-floor = minimumniveau
ui-guide-import-part-interest = belang
ui-guide-import-part-harm = schade
ui-guide-import-part-categories = behandeling
ui-guide-import-part-hints = woorden die het oproepen
ui-guide-import-aggregation = De waarschuwing komt vanaf { $after } samengebrachte documenten, in plaats van { $before }.
ui-guide-import-unchanged =
    { $n ->
        [0] Geen enkel punt blijft zoals het is.
        [one] { $n } punt blijft zoals het is.
       *[other] { $n } punten blijven zoals ze zijn.
    }
ui-guide-import-unsaved = Uw wijzigingen die nog niet van kracht zijn, gaan verloren.
ui-topic-new = Een punt toevoegen
ui-topic-edit = Een punt wijzigen
ui-topic-text = Eén taal volstaat; waar er een ontbreekt, wordt een andere getoond.
ui-topic-interest = Beschermd belang (art. 3, § 1)
ui-topic-no-interest = Geen
ui-topic-categories = Behandeling die het vraagt
ui-topic-hints = Woorden die het oproepen
ui-topic-hints-hint = Tussen komma’s, in elke taal; hoofdletters en accenten tellen niet.
ui-topic-put = In de gids opnemen
ui-topic-fault-name = Zeg in één taal wat het onthult.
ui-topic-fault-id = Deze naam geeft geen identificatie: gebruik letters of cijfers.
ui-topic-fault-double = Een ander punt heeft deze identificatie: kies een andere naam.
ui-topic-fault-floor = Kies een niveau.
ui-topic-fault-interest = Boven niet geclassificeerd moet een belang worden genoemd.
ui-topic-fault-harm = Vermeld boven niet geclassificeerd de schade in één taal.
ui-derive = Afleiden…
ui-derive-from = Afgeleid van
ui-derive-start = De markering begint bij de hoogste van haar bronnen. Een lagere vraagt een motivering.
ui-derive-orcon = Een bron hangt af van haar autoriteit van oorsprong: een lagere markering vraagt haar toestemming.
ui-derive-foreign = Een bron komt van een andere autoriteit: een lagere markering vraagt haar toestemming.
ui-derive-also-of = Het document zal ook afhangen van de autoriteiten van oorsprong van zijn bronnen: { $authorities }. De toestemming van elk van hen is nodig om het vrij te geven en om het anders te markeren.
ui-derive-two = Twee openen een bron: twee registreren wat ervan gemaakt is. Van wie ze uitgaat, en wat haar fiche nog vraagt, blijkt dan.
ui-derive-back = Terug naar deze markering
ui-derive-two-title = Met twee registreren
ui-derive-two-text = Twee openen een bron van dit document, dus registreren twee het: de tweede officier typt hier zijn wachtwoordzin, de bron wordt daarvoor geopend, en beiden komen in het logboek.
reason-below-guide =
    De classificatiegids vraagt hier ten minste { $floor ->
        [unclassified] NIET GECLASSIFICEERD
        [restricted] BEPERKT
        [confidential] VERTROUWELIJK
        [secret] GEHEIM
        [top-secret] ZEER GEHEIM
       *[other] { $floor }
    }.
reason-below-guide-fix = Kies dat niveau, of motiveer waarom een lager niveau volstaat.
reason-below-guide-category = De classificatiegids vraagt hier de vermelding { $category }.
reason-below-guide-category-fix = Voeg die vermelding toe, of motiveer waarom ze niet nodig is.
reason-derive-nobody = Geen enkel land mag alle brondocumenten lezen.
reason-derive-nobody-fix = Laat een van de documenten weg, of kies zelf aan wie het nieuwe mag worden vrijgegeven.
reason-derive-fallen = De vermelding “{ $tag }” van een brondocument is niet gemeenschappelijk aan alle.
reason-derive-fallen-fix = Kijk of ze voor het geheel geldt.
reason-below-sources = Deze markering beschermt minder dan de documenten waaruit dit document is gemaakt.
reason-below-sources-fix = Neem de voorgestelde markering over, of motiveer waarom wat eruit is genomen minder bescherming vraagt.
held-guide = De markering volgt de classificatiegids, of wijkt ervan af met een motivering.
warning-aggregation =
    { $count } documenten samen: de gids waarschuwt vanaf { $threshold }. Het geheel kan meer vragen dan { $level ->
        [unclassified] NIET GECLASSIFICEERD
        [restricted] BEPERKT
        [confidential] VERTROUWELIJK
        [secret] GEHEIM
        [top-secret] ZEER GEHEIM
       *[other] { $level }
    }.
reason-guide-too-large = Meer dan { $limit } bytes.
reason-guide-too-large-fix = Kort de teksten in.
reason-guide-too-many-topics = Meer dan { $limit } punten.
reason-guide-too-many-topics-fix = Voeg samen wat hetzelfde vraagt.
reason-guide-syntax =
    Dit is niet de vorm van een gids: { $cause ->
        [missing] “{ $name }” ontbreekt
        [unknown] “{ $name }” is hier niet bekend
        [type] een waarde is niet van de soort die hier hoort
        [twice] dezelfde naam staat hier twee keer
        [not_utf8] het bestand is niet in UTF-8
       *[not_toml] het is niet als TOML te lezen
    }.
reason-guide-syntax-fix = Vergelijk met de gids die in werking is: “zegelctl guide show”.
reason-guide-aggregation = Het aantal vanaf waar wordt gewaarschuwd is kleiner dan twee.
reason-guide-aggregation-fix = Geef twee of meer op.
reason-guide-bad-id = “{ $topic }” kan geen punt aanduiden.
reason-guide-bad-id-fix = Gebruik a-z, 0-9 en het koppelteken, hoogstens 40 tekens.
reason-guide-twice = Het punt “{ $topic }” staat er tweemaal.
reason-guide-twice-fix = Hernoem er een, of voeg ze samen.
reason-guide-no-name = Het punt “{ $topic }” heeft geen naam.
reason-guide-no-name-fix = Zeg in ten minste één taal wat er wordt onthuld.
reason-guide-unknown-language = Het punt “{ $topic }” spreekt een taal die hier onbekend is: { $value }.
reason-guide-unknown-language-fix = Gebruik fr, nl, de of en.
reason-guide-no-interest = Het punt “{ $topic }” vraagt een niveau zonder een te beschermen belang te noemen.
reason-guide-no-interest-fix = Noem het belang van artikel 3, § 1: a tot k.
reason-guide-no-harm = Het punt “{ $topic }” vraagt een niveau zonder te zeggen welke schade te vrezen is.
reason-guide-no-harm-fix = Zeg in ten minste één taal welke schade misbruik zou aanrichten.
reason-guide-unknown-level = “{ $value }” is geen niveau (punt “{ $topic }”).
reason-guide-unknown-level-fix = Gebruik unclassified, restricted, confidential, secret of top-secret.
reason-guide-unknown-interest = “{ $value }” is geen belang van artikel 3, § 1 (punt “{ $topic }”).
reason-guide-unknown-interest-fix = Gebruik een letter van a tot k.
reason-guide-unknown-category = “{ $value }” is geen beperkende vermelding van de Belgische markering (punt “{ $topic }”).
reason-guide-unknown-category-fix = Gebruik een behandelingsvermelding die het beleid kent.
reason-guide-bad-text = Een tekst van het punt “{ $topic }” is leeg, te lang of bevat onzichtbare tekens, of er zijn er te veel.
reason-guide-bad-text-fix = Schrijf hem korter, op één regel.
reason-interest-missing = Het belang dat de classificatie vereist, is niet genoemd.
reason-interest-missing-fix = Noem met zijn letter een van de belangen van art. 3 § 1 van de wet van 11 december 1998.
reason-motive-missing = Er is geen motivering gegeven.
reason-motive-missing-fix = Geef een beknopte motivering; ze staat in het register.
reason-printer-not-listed = De printer “{ $printer }” staat niet op de lijst van deze kluis.
reason-printer-not-listed-fix = Kies een printer van de lijst, of laat een veiligheidsofficier deze erop zetten.
reason-printer-ceiling = Een document van dit niveau mag niet worden afgedrukt op “{ $printer }”.
reason-printer-ceiling-fix = Kies een printer van de lijst die hoger mag afdrukken.
held-interest = Het belang dat de classificatie vereist, is genoemd, of er is geen vereist.
interest-a = de verdediging van de onschendbaarheid van het nationaal grondgebied en de militaire defensieplannen
interest-b = de vervulling van de opdrachten van de strijdkrachten
interest-c = de inwendige veiligheid van de Staat, met inbegrip van het domein van de kernenergie, en het voortbestaan van de democratische en grondwettelijke orde
interest-d = de uitwendige veiligheid van de Staat en de internationale betrekkingen van België
interest-e = het wetenschappelijk en economisch potentieel van het land
interest-f = elk ander fundamenteel belang van de Staat
interest-g = de veiligheid van de Belgische onderdanen in het buitenland
interest-h = de werking van de besluitvormingsorganen van de Staat
interest-i = de veiligheid van personen aan wie bijzondere beschermingsmaatregelen zijn toegekend
interest-j = de identiteit van de leden en van de bronnen van de inlichtingen- en veiligheidsdiensten
interest-k = de vervulling van de opdrachten van de inlichtingen- en veiligheidsdiensten
app-pick-guide = Het bestand van de gids kiezen
app-save-guide = Kiezen waar de gids geschreven wordt
cli-col-interest = Belang
cli-col-topic = Punt
cli-col-reveals = Wat wordt onthuld
cli-col-topics = Punten
cli-guide-sound = Deze gids kan in werking treden: { $topics ->
    [one] { $topics } punt
   *[other] { $topics } punten
 }.
cli-guide-replaced = De classificatiegids is vervangen: { $topics ->
    [one] { $topics } punt
   *[other] { $topics } punten
 }.
cli-guide-asked = Deze gids wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
cli-guide-shipped = De gids die bij het programma hoort. Waarschuwing vanaf { $aggregation } documenten samen.
cli-guide-changed = Gids in werking gesteld door { $officer } op { $at }. Waarschuwing vanaf { $aggregation } documenten samen.
err-unknown-interest = “{ $value }” is geen belang.
fix-unknown-interest = Schrijf een letter van a tot k, zoals in art. 3 § 1 van de wet van 11 december 1998.
forged-guide-misshapen = deze classificatiegids gaat zijn grenzen te buiten of is er geen
err-guide-refused =
    { $line ->
        [0] Deze classificatiegids wordt geweigerd.
       *[other] Deze classificatiegids wordt geweigerd (regel { $line }).
    }
fix-guide-refused = Verbeter het genoemde punt; de geldende gids blijft zoals hij was.
err-derive-by-hand = De markering van het geheel moet door een persoon worden gekozen.
fix-derive-by-hand = Geef zelf de markering op, met elk punt voor ogen.

## system: authorities

ui-clearance-authority = Veiligheidsoverheid
ui-authorities-title = Eigen autoriteiten
ui-authorities-text = Over de markering van documenten van deze autoriteiten beslist de kluis zelf. Voor die van elke andere is haar toestemming nodig (art. 7).
ui-authorities-vault = Naam van de kluis, telt altijd
ui-authorities-changed = Lijst gewijzigd op { $at } door { $officer }
ui-authorities-add = Autoriteit toevoegen…
ui-authorities-add-title = Een eigen autoriteit toevoegen
ui-authorities-add-text = Schrijf de naam zoals hij op de documenten staat; hoofdletters, accenten en spaties tellen niet. Alleen een sectie of dienst van het huis: namens een andere autoriteit beslist hier niemand.
ui-authorities-name = Sectie of dienst
ui-authorities-add-submit = Toevoegen
ui-authorities-added = De kluis beslist voortaan over documenten van “{ $name }”.
ui-authorities-remove = { $name } verwijderen…
ui-authorities-remove-title = { $name } verwijderen?
ui-authorities-remove-text = Elke beslissing over de markering van haar documenten vraagt dan haar toestemming. Genomen beslissingen blijven.
ui-authorities-remove-submit = Verwijderen
ui-authorities-removed = “{ $name }” is voortaan een andere autoriteit.
ui-authorities-asked = Een andere lijst vereist twee personen. Ze wacht op de instemming van een andere veiligheidsofficier.
ui-printers-title = Printers
ui-printers-text = Documenten worden alleen op deze printers afgedrukt, elk tot zijn niveau. Elk exemplaar draagt zijn nummer en staat in het logboek.
ui-printers-none = Er staat geen printer op de lijst: er kan niets worden afgedrukt.
ui-printers-up-to = tot { $level }
ui-printers-listed = op de lijst sinds { $at } door { $officer }
ui-printers-add = Een printer toevoegen…
ui-printers-add-title = Een printer op de lijst zetten
ui-printers-add-text = Het niveau hangt af van waar hij staat en van wie erbij kan. Het verandert daarna niet: voor een ander niveau verwijdert u de printer en voegt u hem opnieuw toe. Vanaf GEHEIM moet onder de volledige regels een andere veiligheidsofficier instemmen.
ui-printers-name = Naam in CUPS
ui-printers-name-hint = Zoals “lpstat -e” hem op de werkstations toont.
ui-printers-why = Reden
ui-printers-why-hint = Waar hij staat en wie erbij kan; voor het logboek.
ui-printers-add-submit = Toevoegen
ui-printers-added = “{ $name }” staat op de lijst van printers.
ui-printers-asked = Afdrukken vanaf GEHEIM vereist twee personen. “{ $name }” wacht op de instemming van een andere veiligheidsofficier.
ui-printers-remove = { $name } verwijderen…
ui-printers-remove-title = { $name } verwijderen?
ui-printers-remove-text = Er wordt niets meer op afgedrukt. Wat is afgedrukt, blijft in het logboek.
ui-printers-remove-submit = Verwijderen
ui-printers-removed = Op “{ $name }” wordt niets meer afgedrukt.
reason-release-authority-required = Alleen een vrijgaveautoriteit mag deze stap zetten.
reason-release-authority-required-fix = Leg de aanvraag voor aan een vrijgaveautoriteit.
reason-not-originating-authority = Alleen de autoriteit van oorsprong beslist over deze markering: namens haar wie het document als eerste registreerde of het dossier leidt. Over een document van een andere autoriteit beslissen zij met haar toestemming.
reason-not-originating-authority-fix = Wend u tot de auteur of tot de verantwoordelijke van het dossier. Is het document van een andere autoriteit, dan geven zij bij de beslissing haar toestemming op.
reason-not-charged = Wat over een document geschreven staat, en zijn bestand, worden rechtgezet door wie het registreerde, door de verantwoordelijke van zijn dossier of door een registerhouder.
reason-not-charged-fix = Zeg aan een van hen wat er niet klopt.
reason-other-not-charged = Dat een document geannuleerd of vervangen is, wordt ingeschreven door wie rechtzet wat over dat document geschreven staat: wie het registreerde, de verantwoordelijke van zijn dossier of een registerhouder.
reason-other-not-charged-fix = Vraag een van hen het in te schrijven.
reason-not-its-author = Alleen wie een document heeft geregistreerd, of de verantwoordelijke van zijn dossier, trekt het in.
reason-not-its-author-fix = Zeg een van hen dat het er niet hoort.
reason-document-withdrawn = Het document is ingetrokken.
reason-document-withdrawn-fix = Het staat bij de ingetrokken documenten en wordt niet meer geopend.
held-originating-authority = Wie beslist, registreerde het document of leidt het dossier, en beslist namens de autoriteit van oorsprong of met haar toestemming.
cli-col-authority = Autoriteit
cli-authority-vault = naam van de kluis, telt altijd
cli-authority-listed = ingeschreven door de veiligheidsofficier
cli-authority-added = De kluis beslist voortaan zelf over documenten van “{ $authority }”.
cli-authority-removed = Documenten van “{ $authority }” vragen voortaan de toestemming van die autoriteit.
cli-printers-none = Er staat geen printer op de lijst: er kan niets worden afgedrukt.
cli-printer-added = “{ $printer }” staat op de lijst van printers.
cli-printer-asked = Een printer vanaf GEHEIM wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
cli-printer-removed = Op “{ $printer }” wordt niets meer afgedrukt.
cli-authorities-asked = Deze lijst van eigen autoriteiten wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
forged-not-release-authority = dat komt een vrijgaveautoriteit of veiligheidsofficier toe
forged-authorities-misshapen = deze lijst van eigen autoriteiten gaat haar grenzen te buiten, of er staat een naam dubbel of verborgen in
forged-printer-listed-twice = een printer wordt op de lijst gezet die er al op staat
forged-printer-not-listed = er wordt een printer genoemd die niet op de lijst staat
forged-not-originating-authority = over deze markering beslist de auteur of wie het dossier leidt, voor een andere autoriteit met haar toestemming

## dossiers

dossier-open = open
dossier-closed = afgesloten
ui-nav-dossiers = Dossiers
ui-missing-need-to-know = De noodzaak tot kennisname: u bent lid van geen enkel dossier.
ui-documents-dossier = Dossier
ui-documents-any-dossier = Alle dossiers
ui-dossiers-title = Dossiers en noodzaak tot kennisname
ui-dossiers-empty = U bent lid van geen enkel dossier
ui-dossiers-empty-text = Een dossier brengt documenten samen met wie er kennis van moet nemen.
ui-dossiers-find = Een dossier zoeken
ui-dossiers-count =
    { $n ->
        [one] { $shown } dossier
       *[other] { $shown } dossiers
    }
ui-dossiers-no-match = Geen dossier gevonden
ui-dossiers-choose = Kies een dossier om te zien wie er lid van is.
ui-dossiers-members = Leden
ui-dossier-create = Dossier aanmaken…
ui-dossier-create-title = Een dossier aanmaken
ui-dossier-create-submit = Aanmaken
ui-dossier-id-hint = Kort, enkel zichtbaar voor de leden
ui-dossier-lead = Verantwoordelijke
ui-dossier-deputy = Plaatsvervanger
ui-dossier-deputy-hint = Een lid, dat het dossier leidt zodra de verantwoordelijke weg is
ui-dossier-deputy-name = Een plaatsvervanger aanwijzen…
ui-dossier-deputy-title = Plaatsvervanger voor { $dossier }
ui-dossier-deputy-text = Zodra u hier niet meer werkt of geen lid meer bent, leidt de plaatsvervanger het dossier. Zonder plaatsvervanger beslissen twee veiligheidsofficieren.
ui-dossier-deputy-nobody = Niemand
ui-dossier-deputy-submit = Aanwijzen
ui-dossier-deputy-named = { $officer } is plaatsvervanger voor { $dossier }.
ui-dossier-deputy-none = { $dossier } heeft geen plaatsvervanger.
ui-dossier-unled = zonder verantwoordelijke
ui-dossier-own-deed = zonder verantwoordelijke, hoewel er een plaatsvervanger is
ui-dossier-stands-in = in de plaats van { $officer }, wiens account bevroren is
ui-succession-title = Dossiers zonder verantwoordelijke
ui-succession-text = Hun verantwoordelijke is weg, en geen plaatsvervanger neemt het over.
ui-succession-by-key = Sommige ziet u alleen met hun sleutel: enkel de leden weten waarover ze gaan.
ui-succession-own-deed = De verantwoordelijke werd geweerd door de plaatsvervanger, of door de officier op wiens woord alleen die werd toegelaten: het dossier gaat niet op de plaatsvervanger over. Twee veiligheidsofficieren beslissen wie het leidt.
ui-succession-was = Laatste verantwoordelijke
ui-succession-propose = Een verantwoordelijke voorstellen…
ui-succession-propose-title = Een verantwoordelijke voorstellen
ui-succession-propose-text = De officier wordt lid en krijgt de sleutels van wie ze heeft, of uit de bewaring. Onder de volledige regels moet een andere veiligheidsofficier instemmen.
ui-succession-lead = Nieuwe verantwoordelijke
ui-succession-submit = Voorstellen
ui-succession-waits = een voorstel wacht
ui-succession-asked = Een nieuwe verantwoordelijke vereist twee personen. Het voorstel wacht op de instemming van een andere veiligheidsofficier.
ui-succession-named = { $officer } leidt het dossier.
ui-succession-member = Is al lid
ui-succession-joins = Zou lid worden
ui-succession-alone = door { $officer } alleen toegelaten; niemand anders heeft er al mee ingestemd
ui-succession-note = Op te merken
ui-succession-opens =
    { $n ->
        [0] Zou de documenten van geen van de markeringen ervan kunnen openen
        [one] Zou de documenten van één markering ervan kunnen openen
       *[other] Zou de documenten van { $n } markeringen ervan kunnen openen
    }
ui-dossier-created = Dossier { $id } is aangemaakt.
ui-dossier-close = Dossier afsluiten…
ui-dossier-close-title = { $dossier } afsluiten
ui-dossier-close-text = Het neemt geen documenten meer op. De leden blijven lezen wat erin staat, en de markeringen kunnen nog worden gewijzigd.
ui-dossier-close-submit = Afsluiten
ui-dossier-closed = Dossier { $dossier } is afgesloten.
ui-dossier-closed-by = Afgesloten door { $officer } op { $date }
ui-dossier-reopen = Dossier heropenen…
ui-dossier-reopen-title = { $dossier } heropenen
ui-dossier-reopen-text = Het neemt weer documenten op.
ui-dossier-reopen-submit = Heropenen
ui-dossier-reopened = Dossier { $dossier } is weer open.
ui-dossier-reopened-by = Heropend door { $officer } op { $date }
ui-dossiers-which = Welke dossiers
ui-dossiers-open = Open
ui-dossiers-closed = Afgesloten
ui-dossiers-all = Alle
ui-dossier-members = Moeten er kennis van nemen
ui-member-officer = Officier
ui-member-choose = Kies een officier
ui-member-since = Sinds
ui-member-until = Tot en met
ui-member-no-end = zonder einddatum
ui-member-basis = Grond
ui-member-basis-hint = De taak die kennisname vereist
ui-member-over = verstreken
ui-member-add = Lid toevoegen…
ui-member-add-title = Lid toevoegen aan { $dossier }
ui-member-add-submit = Toevoegen
ui-member-added = { $officer } is lid van { $dossier }.
ui-member-remove = { $officer } verwijderen…
ui-member-remove-title = { $officer } verwijderen uit { $dossier }
ui-member-remove-submit = Verwijderen
ui-member-removed = { $officer } is geen lid meer van { $dossier }.
reason-need-to-know-missing = De noodzaak tot kennisname staat voor dit document op deze datum niet vast.
reason-need-to-know-missing-fix = Laat ze vaststellen door de verantwoordelijke van het dossier als de taak dat vereist.
reason-dossier-closed = Het gekozen dossier is afgesloten; er komen geen documenten meer in.
reason-dossier-closed-fix = Kies een ander dossier, of laat het heropenen door de verantwoordelijke.
reason-version-in-closed-dossier = Het dossier van dit document is afgesloten; er komen geen nieuwe versies meer in.
reason-version-in-closed-dossier-fix = Laat het heropenen door de verantwoordelijke.
held-need-to-know = De noodzaak tot kennisname staat vast.
held-dossier = Het dossier neemt documenten op.
cli-col-members = Leden
cli-col-dossier = Dossier
cli-dossier-created = Dossier { $dossier } is geopend.
cli-dossier-closed = Dossier { $dossier } is afgesloten.
cli-dossier-reopened = Dossier { $dossier } is weer open.
cli-member-added = { $officer } is lid van dossier { $dossier }.
cli-member-removed = { $officer } is geen lid meer van dossier { $dossier }.
cli-deputy-named = { $officer } leidt dossier { $dossier } zodra de verantwoordelijke weg is.
cli-deputy-none = Dossier { $dossier } heeft geen plaatsvervanger.
cli-lead-named = { $officer } leidt dossier { $dossier }.
cli-lead-asked = Een nieuwe verantwoordelijke wacht op de instemming van een andere veiligheidsofficier. Aanvraag: { $request }.
warning-dossier-succeeded = U leidt nu dossier { $dossier }: de verantwoordelijke is weg.
warning-dossier-succeeded-fix = Wijs zelf een plaatsvervanger aan onder Dossiers (zegelctl: “dossier deputy”).
warning-dossier-stands-in = U vervangt { $officer }, wiens account bevroren is, en leidt dossier { $dossier }.
warning-dossier-stands-in-fix = Zodra de bevriezing is opgeheven, leidt { $officer } het opnieuw.
warning-dossier-returned = U leidt dossier { $dossier } opnieuw: uw account is niet langer bevroren.
warning-dossier-returned-fix = Het logboek zegt wat er intussen is gebeurd.
warning-dossier-own-deed = U bent de plaatsvervanger van dossier { $dossier } en leidt het niet: de verantwoordelijke werd geweerd door u, of door de officier op wiens woord alleen u werd toegelaten.
warning-dossier-own-deed-fix = Wend u tot een andere veiligheidsofficier: wordt de bevriezing opgeheven, dan is de verantwoordelijke terug; anders beslissen zij met twee wie het leidt.
warning-dossiers-unled =
    { $count ->
        [one] Eén dossier is zonder verantwoordelijke.
       *[other] { $count } dossiers zijn zonder verantwoordelijke.
    }
warning-dossiers-unled-fix = Stel een verantwoordelijke voor onder Dossiers (zegelctl: “dossier vacant”, “dossier succession”).
warning-dossier-unled = Niemand leidt dossier { $dossier } nog.
warning-dossier-unled-fix = Veiligheidsofficieren stellen voor wie het leidt (zegelctl: “dossier vacant”, “dossier succession”).
warning-dossier-unread =
    { $n ->
        [0] Niemand staat nog op de lijst van dossier { $dossier }: niemand mag lezen wat erin geregistreerd is.
        [one] Niemand mag { $n } document van dossier { $dossier } nog lezen.
       *[other] Niemand mag { $n } documenten van dossier { $dossier } nog lezen.
    }
warning-dossier-unread-fix = Laat iemand die ervoor gemachtigd is op de lijst zetten.
warning-not-compared =
    { $n ->
        [one] { $n } document van dit dossier draagt DUAL en kan niet vergeleken worden: is het bij deze bestanden, dan wordt het twee keer geregistreerd.
       *[other] { $n } documenten van dit dossier dragen DUAL en kunnen niet vergeleken worden: die bij deze bestanden worden twee keer geregistreerd.
    }
warning-alone-in-charge = U bent de enige veiligheidsofficier: niets waarvoor twee personen nodig zijn, kan worden goedgekeurd.
warning-alone-in-charge-fix = Alles waarvoor er twee nodig zijn, wacht tot er een tweede is: vraag het uw dienst.
warning-nobody-agrees = Op dit moment kan niemand instemmen.
warning-nobody-agrees-fix = Er is eerst een andere veiligheidsofficier nodig.
cli-assent-refuse-only = alleen weigeren
warning-above-ceiling =
    { $n ->
        [one] { $n } document dat u mag lezen, is boven dit plafond geclassificeerd: met deze goedkeuring kan niemand het openen.
       *[other] { $n } documenten die u mag lezen, zijn boven dit plafond geclassificeerd: met deze goedkeuring kan niemand ze openen.
    }
warning-above-ceiling-fix = Geef ze eerst vrij, of laat een goedkeuring met een hoger plafond inschrijven.
warning-request-refused = { $officer } heeft uw aanvraag geweigerd ({ $name }): { $why }
warning-request-refused-fix = Bespreek het met die officier; hetzelfde kan opnieuw worden gevraagd.
warning-request-granted = { $officer } heeft ingestemd met uw aanvraag ({ $name }): ze is van kracht.
warning-request-granted-fix = U hoeft niets meer te doen. Het logboek zegt de rest.
warning-documents-moved =
    { $n ->
        [one] { $officer } heeft een document dat u registreerde, of dat in een dossier zat dat u leidt, in een ander dossier geplaatst: { $names }.
       *[other] { $officer } heeft { $n } documenten die u registreerde, of die in een dossier zaten dat u leidt, in een ander dossier geplaatst: { $names }.
    }
warning-documents-moved-fix = Het logboek zegt wanneer, en de historiek van elk document waarom. Spreek { $officer } aan als dat niet klopt.
forged-not-keeper-of-dossier = de lijst van dit dossier wordt door iemand anders bijgehouden
forged-dossier-created-twice = dit dossier bestaat al
forged-unknown-dossier = dit dossier bestaat niet
forged-dossier-closed = dit dossier neemt geen documenten meer op
forged-dossier-open = dit dossier is al open
forged-dossier-led = dit dossier heeft een verantwoordelijke
forged-not-lead-of-dossier = dit dossier wordt door iemand anders geleid
forged-not-deputy-of-dossier = dit dossier is niet op deze officier overgegaan
forged-own-deed = de verantwoordelijke van dit dossier werd geweerd door de plaatsvervanger, of door wie alleen voor de plaatsvervanger instaat
forged-unknown-member = deze officier staat niet op de lijst van het dossier
reason-same-id =
    { $lead ->
        [NOBODY] { $key }: “{ $title }”, zonder verantwoordelijke
       *[other] { $key }: “{ $title }”, verantwoordelijke { $lead }
    }
reason-not-keeper = Alleen wie de lijst van dit dossier bijhoudt, wijzigt ze.
reason-not-keeper-fix =
    { $who ->
        [none] Wend u tot de verantwoordelijke van het dossier, of tot wie het heeft aangemaakt.
       *[other] Wend u tot een van hen die ze bijhouden: { $who }.
    }
reason-not-lead = Alleen wie dit dossier leidt, wijst een plaatsvervanger aan.
reason-not-lead-fix =
    { $who ->
        [none] Niemand leidt het: een veiligheidsofficier stelt een verantwoordelijke voor.
       *[other] Wend u tot wie het leidt: { $who }.
    }
reason-deputy-of-oneself = Wie een dossier leidt, is niet zijn eigen plaatsvervanger.
reason-deputy-of-oneself-fix = Wijs een andere officier als plaatsvervanger aan, of niemand.

## keys

ui-missing = Wat u nog ontbreekt
ui-missing-ask = Wend u tot { $who }.
ui-missing-nobody = Niemand anders kan dat hier verhelpen: wend u tot uw dienst.
forged-class-made-twice = in dit dossier bestaat al een klasse met deze markering
forged-unknown-level = geen enkel beleid kent dit niveau
forged-unknown-class = deze toegangsklasse bestaat niet
forged-unknown-key = deze sleutel bestaat niet
forged-epoch-out-of-order = dit is niet de huidige periode van deze sleutel
forged-rekeyed-without-right = de auteur heeft deze sleutel niet te vernieuwen
forged-key-withheld = een nieuwe sleutel is niet bezorgd aan allen die er recht op hebben
forged-vault-key-withheld = de sleutel van de kluis is niet aan deze officier bezorgd
forged-old-vault-key = ze is verzegeld met een sleutel van de kluis die niet meer in gebruik is
forged-disabled-without-new-keys = een account wordt uitgeschakeld zonder dat de gemeenschappelijke sleutels worden vernieuwd
forged-common-key-due = een officier die een gemeenschappelijke sleutel mag vernieuwen, gaat door met een die iemand kan kennen door sleutels die niet meer gelden
forged-delivered-without-holding = een sleutel wordt bezorgd of in bewaring gegeven door iemand die hem niet heeft
forged-delivered-to-stranger = een sleutel wordt bezorgd aan een officier die hem niet mag hebben
forged-delivered-twice = een sleutel wordt bezorgd aan een officier die hem al heeft
forged-delivered-unrecorded = een sleutel wordt bezorgd zonder dat de inschrijving het zegt
forged-delivery-without-key = de inschrijving zegt dat een sleutel wordt bezorgd, en de sleutel zit er niet in
forged-another-key-delivered = de bezorgde sleutel is niet die welke het logboek noemt
forged-custody-not-sound = er zijn te weinig bewaarders over om iets in bewaring te geven
forged-custody-part-missing = wat in bewaring moest, ontbreekt, of er zit iets anders in
forged-custody-sealed-wrongly = wat in bewaring is gegeven, is niet over de huidige bewaarders verdeeld
forged-reclassified-without-right = de auteur mag het document niet lezen waarvan hij de markering wijzigt
forged-resealed-without-right = een document wordt herverzegeld door iemand die het niet mag lezen
forged-text-without-right = de tekst van een document is gelezen door iemand die het document niet mag lezen
forged-text-without-sheet = er is ingeschreven dat de tekst van een document gelezen is, zonder dat de fiche zegt wat
forged-corrected-without-right = een document wordt rechtgezet door iemand die dat niet mag
forged-corrected-without-sheet = een document wordt rechtgezet zonder dat zijn fiche zegt wat juist is
forged-noted-without-right = een notitie bij een document komt van iemand die het niet mag lezen
forged-noted-without-sheet = een notitie is ingeschreven zonder dat de fiche de tekst ervan bevat
forged-printed-without-right = een document is afgedrukt door iemand die het niet mag lezen
forged-printed-without-sheet = een afdruk is ingeschreven zonder dat de fiche het vermeldt
forged-printed-above-ceiling = een document is afgedrukt op een printer die niet zo hoog mag afdrukken
forged-copies-out-of-order = de nummers van afgedrukte exemplaren sluiten niet aan op de vorige
forged-refiled-without-right = een document wordt in een ander dossier geplaatst door iemand die dat niet mag
forged-refiled-otherwise = een document wordt geplaatst in het dossier waarin het al zit, of onder een andere markering
forged-refiled-without-sheets = een document wordt in een ander dossier geplaatst zonder dat de oude en de nieuwe klasse het allebei vernemen
forged-version-without-right = een nieuwe versie van een document wordt geregistreerd door iemand die dat niet mag
forged-version-elsewhere = een nieuwe versie van een document wordt geregistreerd onder een andere klasse dan die van het document
forged-version-out-of-order = een versie van een document heeft een ander nummer dan het volgende
forged-version-without-sheet = een nieuwe versie van een document wordt geregistreerd zonder dat zijn fiche zegt wat ze is
forged-version-left-behind = een document wordt opnieuw verzegeld zonder al zijn versies
forged-withdrawn-without-right = een document wordt ingetrokken door iemand die het niet heeft geregistreerd en zijn dossier niet leidt
forged-document-withdrawn = er gebeurt iets met een document dat is ingetrokken
forged-reclassified-without-sheets = een markering wordt gewijzigd zonder dat de oude en de nieuwe klasse het vernemen
forged-reclassified-elsewhere = een gewijzigde markering brengt een document niet in een ander dossier
reason-key-not-delivered = U mag dit, maar de sleutel heeft u nog niet bereikt.
reason-key-not-delivered-fix = Iemand die hem heeft, bezorgt hem bij de volgende ontgrendeling. Doet niemand dat, dan vraagt een veiligheidsofficier hem uit de bewaring.
reason-opens-by-two = Twee officieren openen dit document samen. Niemand doet dit er alleen mee.
reason-opens-by-two-fix = Doe het samen met een tweede officier, die hier zijn wachtwoordzin typt (zegelctl: “--with OFFICIER”): openen, markeren, rechtzetten, naar een ander dossier brengen, verband leggen, een nieuwe versie registreren, er een ander document van maken, een pakket schrijven.
reason-not-copied = Volgens de markering van dit document mag er geen tekst van zijn pagina’s worden gekopieerd.
reason-not-copied-fix = Citeer het in een document dat u hier schrijft, onder dezelfde markering.
reason-opens-by-one = Eén officier opent dit document. Een tweede is niet nodig.
reason-opens-by-one-fix = Geef geen tweede officier op.
reason-second-officer-needed = Dit document draagt de markering DUAL: twee officieren openen het samen.
reason-second-officer-needed-fix = Vraag een collega die het ook mag openen om hier zijn wachtwoordzin te typen (zegelctl: “--with OFFICIER”).
reason-no-second-officer = Twee officieren openen het samen, en er is niemand anders die dat zou kunnen.
reason-no-second-officer-fix = Laat een collega die ervoor gemachtigd is op de lijst van het dossier zetten; iemand die een deel van de sleutel heeft, moet er nog zijn.
reason-second-is-first = De tweede officier bent u zelf.
reason-second-is-first-fix = Geef een collega op, die zijn eigen wachtwoordzin typt.
reason-second-may-not = De tweede officier, { $officer }, mag het niet openen. Wat volgt, gaat over hem.
reason-second-may-not-fix = Vraag een andere collega.
reason-no-share-of-pair = { $officer } heeft geen deel van de sleutel van dit document: die is verdeeld voordat hij het mocht openen, of voor sleutels die hij heeft vervangen.
reason-no-share-of-pair-fix = Twee anderen met een deel openen het: daardoor krijgt hij er een. Wat vanaf nu wordt geregistreerd, wordt meteen ook met hem gedeeld.
reason-no-pair = Niemand zou het kunnen openen: in dit dossier mogen minder dan twee officieren openen wat zo met DUAL is gemarkeerd.
reason-no-pair-fix = Zorg dat twee leden van het dossier gemachtigd zijn voor dit niveau met DUAL, en registreer het opnieuw.

## custody

forged-not-custodian = dit is voor een bewaarder
forged-not-a-sharing = de bewaring kan zo niet worden verdeeld
forged-custody-of-one = waar twee beslissen, gebruikt geen bewaarder alleen de bewaring
forged-custody-on-few-words = achter bewaarders staan minder personen dan er nodig zijn
forged-custody-not-asked = deze sleutels zijn niet gevraagd of liggen niet in bewaring
forged-custody-too-few = minder bewaarders dan nodig hebben ingestemd
forged-custody-waits = de wachttijd van dit gebruik is niet voorbij
forged-custody-used-twice = deze aanvraag is al uitgevoerd
forged-deposited-twice = deze sleutel ligt al in bewaring
forged-one-for-two = één persoon doet wat twee samen doen
forged-not-for-two = twee personen doen wat één doet
forged-no-share = iemand opent of verdeelt een sleutel waarvan hij geen deel heeft
forged-not-dealt = een sleutel die twee samenstellen, wordt gemaakt en niet verdeeld
forged-key-of-one = wat anderen lezen is verzegeld voor een sleutel voor twee die één persoon heeft gemaakt
forged-second-not-proven = dat de tweede officier erbij was, blijkt niet uit zijn handtekening
forged-pairs-sealed-wrongly = de delen van een sleutel zijn niet die welke de inschrijving noemt
reason-not-custodian = Dit is voor bewaarders, en voor veiligheidsofficieren als het alleen gaat om vragen of stoppen.
reason-not-custodian-fix = Vraag het een van hen.
reason-request-over = Deze aanvraag is afgelopen.
reason-request-over-fix = Doe een nieuwe als ze nog geldt.
reason-assented-twice = U hebt al met deze aanvraag ingestemd.
reason-assented-twice-fix = De anderen moeten nog instemmen; u hoeft niets meer te doen.
reason-custodian-by-sharing = Niemand wordt bewaarder door een rol: bewaarders zijn zij over wie de bewaring is verdeeld.
reason-custodian-by-sharing-fix = Voeg de officier toe met een andere rol en verdeel daarna de bewaring (“zegelctl custody setup”).
reason-not-a-sharing = De bewaring kan zo niet worden verdeeld: er is minstens één bewaarder nodig, niet meer dan er genoemd zijn, en een wachttijd van hoogstens dertig dagen.
reason-not-a-sharing-fix = Kies een drempel tussen 1 en het aantal bewaarders, en een wachttijd van 0 tot 720 uur.
reason-custody-of-one = Onder de volledige regels gebruikt geen bewaarder de bewaring alleen: er zijn er minstens twee nodig.
reason-custody-of-one-fix = Kies een drempel van 2 of meer.
reason-custody-on-few-words = Deze bewaarders steunen op minder dan { $threshold } personen: { $officers } zijn alleen door { $by } toegelaten.
reason-custody-on-few-words-fix = Kies bewaarders die door verschillende personen zijn toegelaten, of aan wie twee personen een rol hebben gegeven. De goedkeuring van het systeem bevestigt wie er is: tot dan is dit een waarschuwing, daarna wordt het geweigerd.
reason-custody-none-spare = De bewaring heeft geen bewaarder te veel: valt een van de { $threshold } weg, dan kan ze niet meer worden gebruikt en niet opnieuw worden verdeeld.
reason-custody-none-spare-fix = Verdeel de bewaring opnieuw, over minstens één bewaarder meer dan nodig.
reason-custodian-not-active = Een bewaarder moet een actieve account hebben.
reason-custodian-not-active-fix = Noem officieren die hier werken.
reason-custody-not-sound = Er zijn minder bewaarders over dan de bewaring vereist ({ $threshold }).
reason-custody-not-sound-fix = De sleutels in bewaring zijn niet meer te krijgen; wie ze heeft, bezorgt ze.
reason-custody-too-few = Minder dan { $threshold } bewaarders hebben ingestemd en zijn het nog.
reason-custody-too-few-fix = Wacht op de anderen. Is een bewaarder die instemde vertrokken, doe dan een nieuwe aanvraag.
reason-custody-waits = De wachttijd is niet voorbij: niet vóór { $until }.
reason-custody-waits-fix = Dat kan dan. Tot dan kan het alleen worden gestopt. De tijd begint zodra hier sindsdien zoveel personen hebben gewerkt als de bewaring vereist, de aanvrager meegerekend.
reason-custody-used-twice = Deze aanvraag is al uitgevoerd; elke geldt één keer.
reason-custody-used-twice-fix = Doe een nieuwe aanvraag als er meer nodig is.
reason-custody-without-motive = Waarom deze sleutels worden gevraagd, is hier niet te lezen.
reason-custody-without-motive-fix = Weiger de aanvraag en laat ze opnieuw doen met een reden die de bewaarders kunnen lezen.
reason-nothing-in-custody = Er is voor hen niets uit de bewaring te halen: ze hebben elke sleutel die ze mogen hebben, of wat ontbreekt, ligt er niet.
reason-nothing-in-custody-fix = Controleer machtiging, briefing en noodzaak tot kennisname. Wie een sleutel heeft, legt die er bij de volgende ontgrendeling in.
reason-nobody-else-decides = Minder bewaarders zouden kunnen instemmen dan de bewaring vereist ({ $threshold }): niemand beslist over zichzelf.
reason-nobody-else-decides-fix = Laat een andere officier de aanvraag doen, of verdeel de bewaring over meer bewaarders.
reason-no-share = U hebt geen deel van een sleutel die deze aanvraag vraagt, of het is niet het deel dat u kreeg.
reason-no-share-fix = Een andere bewaarder stemt in, of de bewaring wordt opnieuw verdeeld.
reason-wrong-deposit = Wat { $officer } in bewaring gaf, is niet de sleutel die het moest zijn.
reason-wrong-deposit-fix = Verwittig het toezicht en laat iemand die de sleutel heeft, hem bezorgen.
reason-custodians-too-few =
    Zonder deze officier { $left ->
        [one] blijft er { $left } bewaarder over
       *[other] blijven er { $left } bewaarders over
    }, en de bewaring vereist er { $needed }.
reason-custodians-too-few-fix = Verdeel de bewaring eerst opnieuw, zonder deze officier (“zegelctl custody setup”).
reason-last-identity = Het is de enige identiteit van deze officier.
reason-last-identity-fix = Voeg eerst een andere toe; als de officier hier niet meer werkt, schakel hem dan uit.
reason-identity-in-use = U werkt nu met deze identiteit.
reason-identity-in-use-fix = Trek ze in op een ander werkstation van u, of vraag het een veiligheidsofficier.
reason-identities-too-many = Een officier mag { $most } identiteiten tegelijk hebben.
reason-identities-too-many-fix = Trek er een in die niet meer gebruikt wordt.
warning-custody-rests =
    De bewaring rust tot de bevriezing is opgeheven: { $left ->
        [one] er blijft { $left } bewaarder over
       *[other] er blijven { $left } bewaarders over
    }, en er zijn er { $needed } nodig.
warning-custody-rests-fix = Er gaat niets door verloren: wat in bewaring is, blijft daar.
err-wrong-shares = Deze bewaarders gaven andere delen af dan ze kregen: { $officers }. Er blijven minder goede over dan nodig.
fix-wrong-shares = Verwittig het toezicht. Doe een nieuwe aanvraag bij andere bewaarders, of verdeel de bewaring opnieuw.
warning-reissue-asked = { $by } heeft gevraagd dat nieuwe sleutels in de plaats komen van de uwe, alsof u ze kwijt was.
warning-reissue-asked-fix = Bent u uw sleutels niet kwijt, zeg dan meteen aan een andere veiligheidsofficier dan { $by } dat die het weigert: wie de nieuwe sleutels heeft, is van dan af u.
warning-custody-used = Er is van de bewaring gebruikgemaakt sinds u laatst ontgrendelde: voor { $about }, door { $by }.
warning-custody-used-fix = Weet u niet waarom, vraag het wie het deed; het logboek bevat elke stap.
warning-wrong-deposit = Een sleutel is weggelaten: wat { $officer } in inschrijving { $entry } in bewaring gaf, is niet de sleutel die het moest zijn.
ui-rekeying = Oudere documenten worden voor de huidige sleutels verzegeld: { $seen } van { $total } bekeken.
ui-texts-read = { $n ->
    [one] De gescande pagina’s van één document worden met tekenherkenning gelezen; daarna wordt het op zijn tekst gevonden.
   *[other] De gescande pagina’s van { $n } documenten worden met tekenherkenning gelezen; daarna worden ze op hun tekst gevonden.
 }
ui-texts-elsewhere = { $n ->
    [one] De gescande pagina’s van één document wachten op een werkstation waar tekenherkenning (tesseract) geïnstalleerd is.
   *[other] De gescande pagina’s van { $n } documenten wachten op een werkstation waar tekenherkenning (tesseract) geïnstalleerd is.
 }
ui-rekey = Herverzegelen…
ui-rekey-title = { $what } herverzegelen
ui-rekey-text = Wat voor een oudere sleutel van zijn klasse verzegeld is, wordt voor de huidige verzegeld. Het programma doet dat ook vanzelf, beetje bij beetje.
ui-rekey-deep = Ook de inhoud herverzegelen
ui-rekey-deep-hint = Als iemand de sleutel van een document kan hebben bewaard: elk wordt een ander object onder een eigen sleutel, met twee inschrijvingen in het logboek. Dat duurt zo lang als alles lezen.
ui-rekey-two = Met een tweede officier, ook wat door twee wordt geopend
ui-rekey-two-hint = Documenten voor twee worden daarvoor door u beiden geopend; dat wordt vastgelegd, met het doel. Zonder tweede officier worden ze overgeslagen en genoemd.
ui-rekey-submit = Herverzegelen
ui-rekey-progress = { $seen } van { $total } bekeken
ui-rekey-nothing = Er was niets te doen: alles is voor de huidige sleutels verzegeld.
ui-rekey-stop = Stoppen
ui-assent-kind-custody = Gebruik van de bewaring
ui-assent-kind-custody-sharing = Bewaarders
ui-act-share-custody = Bewaring verdeeld
ui-act-request-sharing = Nieuwe verdeling van de bewaring gevraagd
ui-act-assent-sharing = Met nieuwe verdeling van de bewaring ingestemd
ui-act-refuse-sharing = Nieuwe verdeling van de bewaring geweigerd
ui-act-recall-sharing = Aanvraag voor nieuwe verdeling van de bewaring ingetrokken
ui-act-request-custody = Gebruik van de bewaring gevraagd
ui-act-assent-custody = Met gebruik van de bewaring ingestemd, deel overhandigd
ui-act-refuse-custody = Gebruik van de bewaring geweigerd
ui-act-stop-custody = Gebruik van de bewaring gestopt
ui-act-carry-out-custody = Sleutels uit de bewaring bezorgd
ui-detail-threshold = vereiste bewaarders
ui-detail-custodians = bewaarders
ui-detail-waiting = wachttijd, in uren
ui-detail-custody = verdeling van de bewaring
ui-detail-keys = sleutels
cli-custody-set = De bewaring is verdeeld: { $threshold } van { $count } bewaarders kunnen ze gebruiken. Dit is verdeling { $epoch }.
cli-custody-asked = Gevraagd: { $request }. Bewaarders stemmen ermee in met “zegelctl assent give { $request }”.
cli-custody-carried-out = Uit de bewaring bezorgd aan { $officers }: { $keys }.
cli-custody-carried-out-for-two = Delen van sleutels voor twee, waarvan om het even welke twee samen openen, gingen naar { $officers }: { $keys }.
cli-custody-threshold = Vereiste bewaarders
cli-custody-custodians = Bewaarders
cli-custody-epoch = Verdeling
cli-custody-waiting = Wachttijd, in uren
cli-custody-keys = Sleutels in bewaring
cli-custody-request = Gebruik
cli-custody-not-sound = Er zijn te weinig bewaarders over om ze te gebruiken.
ui-custody-status-waiting = wacht op bewaarders
ui-custody-status-granted = ingestemd
ui-custody-status-carried-out = uitgevoerd
ui-custody-status-refused = geweigerd
ui-custody-status-stopped = gestopt
ui-custody-why = Waarom
ui-custody-keys = Sleutels
ui-custody-keys-n =
    { $n ->
        [one] Eén sleutel, en geen andere
       *[other] { $n } sleutels, en geen andere
    }
ui-custody-waits-until = Niet vóór
ui-custody-now = Zoals het nu is
ui-custody-then = Zoals het zou zijn
ui-custody-terms = { $threshold } van { $count }: { $custodians }; wachttijd { $hours } u
ui-custody-title = Bewaring
ui-custody-text = Sleutels die niemand meer heeft, zijn niet verloren: elke bewaarder heeft een deel van elke sleutel. Zoveel bewaarders als nodig moeten met elk gebruik instemmen; geen programma geeft uit zichzelf iets af.
ui-custody-of =
    { $count ->
        [one] { $threshold } van { $count } bewaarder
       *[other] { $threshold } van { $count } bewaarders
    }
ui-custody-on-word = op het woord van { $officer } alleen
ui-custody-since = Verdeling { $epoch }, door { $officer }, { $at }.
ui-custody-waits =
    { $n ->
        [0] Er is geen wachttijd.
       *[other] Een gebruik wacht { $n } u na de aanvraag; tot dan kan niemand ermee instemmen. De tijd begint zodra hier sindsdien zoveel personen hebben gewerkt als de bewaring vereist, de aanvrager meegerekend.
    }
ui-custody-lying = Sleutels in bewaring: { $lie } van { $all }.
ui-custody-lacking = Wie een van de andere heeft, legt die er bij de volgende ontgrendeling bij.
ui-custody-not-sound = Er zijn te weinig bewaarders over om de bewaring te gebruiken
ui-custody-share = Opnieuw verdelen…
ui-custody-share-title = De bewaring opnieuw verdelen
ui-custody-share-text = Elke bewaarder die hier genoemd wordt, krijgt een deel van elke sleutel; de oude delen zijn dan waardeloos. Behalve in een oefening met één bewaarder moeten de huidige bewaarders eerst instemmen.
ui-custody-custodians = Bewaarders
ui-custody-threshold = Hoeveel er nodig zijn
ui-custody-threshold-hint = Van 1 tot { $count }. Minder bewaarders kunnen met hun delen niets beginnen.
ui-custody-share-none-spare = Valt een van hen weg, dan is de bewaring niet meer bruikbaar: wijs er minstens één meer aan dan nodig.
ui-custody-hours = Wachttijd, in uren
ui-custody-hours-hint = Zolang na de aanvraag kan een gebruik alleen worden gestopt. 0 tot 720. Ze verkorten duurt zo lang als ze nu is.
ui-custody-share-submit = Verdelen
ui-custody-shared = De bewaring is verdeeld.
ui-custody-sharing-asked = Gevraagd: de bewaarders moeten instemmen.
ui-custody-ask = Sleutels vragen…
ui-custody-ask-title = Sleutels uit de bewaring vragen
ui-custody-ask-text = U vraagt elke sleutel die deze officier, of de leden van dit dossier, moeten hebben maar niet hebben, en die niemand bezorgt. De bewaarders beslissen; zodra er genoeg instemmen, bezorgt u de sleutels hier.
ui-custody-ask-submit = Vragen
ui-custody-code-compare = Laat { $name } u eerst deze code voorlezen: is de zijne anders, dan zijn het zijn sleutels niet.
ui-custody-asked = Gevraagd: het wacht op bewaarders.
ui-custody-whom = Voor wie
ui-custody-whom-choose = Kies een officier of een dossier
ui-custody-of-dossier = Allen van dossier { $id } ({ $title })
ui-custody-why-hint = De bewaarders, de veiligheidsofficieren en de betrokkenen lezen het.
ui-custody-uses = Gebruik
ui-custody-carry-out = Sleutels bezorgen
ui-custody-carried = Bezorgd aan { $officers }.
ui-custody-carried-for-two = Delen van sleutels voor twee gingen naar { $officers }. Twee van hen openen samen.
ui-custody-stop = Stoppen
ui-custody-stop-title = Dit gebruik van de bewaring stoppen
ui-custody-stop-text = Het eindigt daar, wie er ook al heeft ingestemd. Uw reden staat in het logboek.
ui-custody-stopped = Gestopt.
ui-custody-carrier = Bezorgt ze
ui-custody-yes-hands = Met uw instemming geeft u uw delen van deze sleutels, verzegeld, aan wie ze bezorgt.
ui-custody-yes-carries =
    { $n ->
        [one] Met uw instemming geeft u uw deel van één sleutel die niemand heeft, aan { $officer }, die hem onder de nieuwe verdeling brengt.
       *[other] Met uw instemming geeft u uw delen van { $n } sleutels die niemand heeft, aan { $officer }, die ze onder de nieuwe verdeling brengt.
    }
ui-waiting-deliver = { $n } te bezorgen

## assents

ui-nav-assents = Instemming
ui-waiting-approve = { $n } goed te keuren of te weigeren
ui-waiting-answer = { $n } toe te staan of te weigeren
ui-waiting-write = { $n } te schrijven
ui-waiting-confirm = { $n } te bevestigen
ui-waiting-decide = { $n } te beslissen
ui-waiting-renew = { $n } te hernieuwen
ui-waiting-lead = { $n } zonder verantwoordelijke
ui-assent-kind-release = Vrijgave
ui-assent-kind-clearance = Machtiging
ui-assent-kind-approval = Goedkeuring van het systeem
ui-assent-kind-guide = Classificatiegids
ui-assent-kind-authorities = Eigen autoriteiten
ui-assent-kind-unfreezing = Opheffing van een bevriezing
ui-assent-kind-roles = Rollen
ui-assent-kind-function = Functie van een officier
ui-assent-kind-reissue = Nieuwe sleutels na verlies
ui-assent-kind-reinstatement = Einde van een schorsing
ui-assent-kind-succession = Nieuwe verantwoordelijke van een dossier
ui-assent-kind-withdrawal = Intrekking van een document
ui-assent-kind-printer = Printer voor documenten vanaf GEHEIM
ui-assent-yes = Instemmingen: { $given } van { $needed }
ui-assent-clearance-line = { $level } { $categories } van { $from } tot en met { $until }
ui-assent-would-hold = Zou hebben
ui-assent-holds = Heeft nu
ui-assent-change = Wat zou veranderen
ui-assent-exercise-ends = De kluis is voorgoed geen oefenkluis meer en weigert elk niveau boven het plafond.
ui-assent-full-rules = Wat twee personen vereist, vereist er vanaf dan voorgoed twee.
ui-assent-unfreezing = De officier zou weer kunnen werken en krijgt de sleutels die intussen zijn vernieuwd.
ui-assent-confirms = Uw instemming bevestigt
ui-assent-lone-right = { $officer }: { $what } (alleen door { $by } beslist)
ui-assent-lone-clearance = machtiging { $level } tot en met { $until }
ui-assent-lone-authorised = BEPERKT buiten de functie ({ $policies }) tot en met { $until }
ui-assent-lone-admission = toelating als officier
ui-assent-lone-lead = verantwoordelijke van dossier { $name }, dat er geen had
ui-assent-lone-partner = de sleutel van partner { $name } is de juiste
ui-assent-lone-release = de vrijgave aan { $name } vanaf GEHEIM
ui-assent-lone-withdrawal = de intrekking van document { $name }
ui-assent-lone-printer = de printer { $name } op de lijst
ui-assent-lone-guide = de classificatiegids die geldt
ui-assent-lone-authorities = de lijst van eigen autoriteiten die geldt
ui-assent-lone-own = dit is een recht van uzelf
ui-assent-guide-same = Niets: hij zegt hetzelfde als de geldende gids.
ui-assent-authorities-same = Niets: het is de geldende lijst.
ui-assent-authority-added = De kluis zou zelf beslissen over documenten van “{ $name }”.
ui-assent-authority-removed = Documenten van “{ $name }” zouden de toestemming van die autoriteit vragen.
ui-assent-roles = Gevraagde rollen
ui-assent-roles-has = Heeft nu
ui-assent-roles-then = Zou dan hebben
ui-assent-why = Reden
ui-assent-code-new = Code van de nieuwe sleutels
ui-assent-code-former = Code van de huidige sleutels
ui-assent-code-compare = Laat { $name } u deze code voorlezen voordat u instemt: is de zijne anders, dan zijn het zijn sleutels niet.
ui-assent-reissue-change = De nieuwe sleutels komen in de plaats van de huidige, die vanaf dan niets meer waard zijn.
ui-assent-reinstated = Zou weer gelden
ui-assent-opens =
    { $n ->
        [0] Geen document gaat hierdoor alleen open: een briefing of de noodzaak tot kennisname ontbreekt, of er is nog niets geregistreerd.
        [one] De officier zou de documenten kunnen openen van { $n } markering van een dossier dat nu voor hem gesloten is, en krijgt de sleutel ervan.
       *[other] De officier zou de documenten kunnen openen van { $n } markeringen van dossiers die nu voor hem gesloten zijn, en krijgt de sleutels ervan.
    }
ui-assent-why-not = Waarom u niet mag instemmen
ui-assents-title = Wat op instemming wacht
ui-assents-text = Wat iemand vraagt en een ander moet toestaan. U ziet wat er zou veranderen als u instemt.
ui-assents-kind = Soort
ui-assents-about = Over
ui-assents-by = Aangevraagd door
ui-assents-empty = Er wacht niets
ui-assents-empty-else = Er wacht niets anders
ui-assents-empty-text = Wat de instemming van een tweede persoon vereist, staat hier tot het beantwoord is.
ui-assents-partners = Sleutels van partners te vergelijken
ui-assents-partner = { $name } ({ $id }), ingeschreven door { $officer }
ui-assents-partners-go = Naar de partners
ui-assent-mine = wacht op u
ui-assent-others = wacht op een ander
ui-assent-over = achterhaald
ui-assent-asked-by = Aangevraagd door { $officer }, { $at }
ui-assent-release-change = Deze documenten zouden naar deze partner kunnen gaan:
ui-assent-give = Instemmen
ui-assent-refuse = Weigeren
ui-assent-withdraw = Aanvraag intrekken
ui-assent-give-text = Met uw instemming gaat het in. Ze staat onder uw naam in het logboek.
ui-assent-refuse-title = De aanvraag weigeren
ui-assent-refuse-text = Daarmee eindigt ze. Wie het vroeg, leest uw reden.
ui-assent-withdraw-title = De aanvraag intrekken
ui-assent-given = Uw instemming is ingeschreven.
ui-assent-refused = Aanvraag geweigerd.
ui-assent-withdrawn = Aanvraag ingetrokken.
cli-assent-waiting = De instemming is ingeschreven; { $request } wacht op meer.
cli-assent-granted = Ingestemd: { $request } is uitgevoerd.
cli-assent-refused = Geweigerd: { $request }.
cli-assent-withdrawn = Ingetrokken: { $request }.
cli-assent-is-waiting = wacht
cli-assent-is-granted = toegestaan
cli-assent-is-refused = geweigerd
cli-assent-is-withdrawn = ingetrokken
cli-assent-given = { $given } van { $needed }
forged-asked-twice = deze aanvraag bestaat al
forged-unknown-request = deze aanvraag bestaat niet
forged-request-over = deze aanvraag is afgesloten
forged-own-request = niemand stemt in met zijn eigen aanvraag
forged-assented-twice = niemand stemt tweemaal in met dezelfde aanvraag
forged-requester-not-in-charge = wie het vroeg, heeft de vereiste rol niet meer
forged-request-stale = er is sinds deze aanvraag anders beslist
forged-takes-two = dit vereist de instemming van een tweede persoon
forged-one-word = de tweede persoon en de eerste zijn officier op het woord van één persoon
forged-single-point = de kluis zou met één persoon een rol verliezen
forged-rights-not-listed = ze somt niet op wat één persoon alleen gaf
reason-second-person-required = Hiervoor is iemand anders nodig dan wie de aanvraag deed.
reason-second-person-required-fix = Laat een andere veiligheidsofficier beslissen, of trek de aanvraag in.
reason-requester-not-in-charge = Wie deze aanvraag deed, heeft de vereiste rol niet meer.
reason-requester-not-in-charge-fix = Weiger de aanvraag; wie de rol heeft, kan ze opnieuw doen.
reason-request-stale = Er is sinds deze aanvraag anders beslist.
reason-request-stale-fix = Weiger of trek de aanvraag in, en doe ze opnieuw als ze nog geldt.
reason-already-waits = { $officer } heeft hetzelfde al gevraagd; het wacht nog op de instemming van een ander (aanvraag { $request }).
reason-already-waits-fix = Beantwoord die aanvraag, of laat ze eerst intrekken: onder “Instemming”, of “zegelctl assent show { $request }”.
reason-one-word = U en { $officer } bent officier op het woord van één persoon.
reason-one-word-fix = Vraag het aan iemand met dezelfde rol die door een ander is toegelaten, of met wie twee personen hebben ingestemd.
reason-keys-of-another = Deze officier heeft sleutels die een ander maakte: hij krijgt pas een rol als hij zijn eigen heeft gemaakt.
reason-keys-of-another-fix = Vraag hem zijn sleutels te maken (“zegelctl identity renew”, of bij het ontgrendelen), vergelijk de code ervan met hem en stem dan in.
reason-single-point =
    { $role ->
        [custodian] De kluis hangt af van één bewaarder: er zijn er minstens twee nodig, en er zijn er { $active }.
        [security-officer] De kluis hangt af van één veiligheidsofficier: er zijn er minstens twee nodig, en er zijn er { $active }.
       *[other] De kluis hangt af van één officier: er zijn er minstens twee nodig, en er zijn er { $active }.
    }
reason-single-point-fix =
    { $role ->
        [custodian] Verdeel de bewaring over twee of meer personen, van wie er twee volstaan (“zegelctl custody setup”).
       *[other] Voeg eerst een andere officier met deze rol toe (“zegelctl officer add ID --role { $role }”).
    }
reason-request-of-another = Deze aanvraag is van iemand anders.
reason-request-of-another-fix = Weiger ze, als u erover beslist.

## documents

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}
ui-nav-documents = Documenten
ui-views = Weergaven van het register
ui-views-menu = Weergaven
ui-views-keep = Bewaren of verwijderen…
ui-views-text = Wat nu wordt gezocht, met filters en volgorde, onder een naam: voor u alleen, in uw index van deze kluis.
ui-views-name = Naam
ui-views-save = Deze weergave bewaren
ui-views-remove = “{ $name }” verwijderen
ui-views-kept = De weergave “{ $name }” is bewaard.
ui-views-replaced = De weergave “{ $name }” is bewaard en vervangt de vorige met die naam.
ui-views-none = Er is nog geen weergave bewaard.
ui-documents-search = Zoek titel, onderwerp, referentie, oorsprong
ui-documents-search-label = Zoeken
ui-documents-search-clear = Zoekopdracht wissen
ui-documents-where = Waar zoeken
ui-documents-in-titles = In titels
ui-documents-in-content = In documenten
ui-documents-search-inside = Zoek in de tekst van documenten
ui-documents-searched = Tekst doorzoekbaar
ui-documents-hit = Gevonden passage
ui-documents-hit-page = blz. { $page }
ui-documents-silent = { $n ->
    [one] De tekst van 1 document wordt niet doorzocht, of niet helemaal
   *[other] De tekst van { $shown } documenten wordt niet doorzocht, of niet helemaal
}
ui-documents-level = Niveau
ui-documents-any-level = Alle niveaus
ui-documents-any-kind = Alle soorten
ui-documents-any-policy = Elk beleid
ui-documents-kind = Soort
ui-documents-more-filters = Meer filters
ui-documents-fewer-filters = Deze filters weghalen
ui-documents-from = Gedateerd vanaf
ui-documents-to = Gedateerd tot en met
kind-pdf = PDF
kind-text = Tekst en e-mail
kind-picture = Afbeelding
kind-office = Kantoorbestand
kind-other = Andere soort
ui-documents-count = { $n -> 
    [one] { $shown } document 
    *[other] { $shown } documenten 
    }
ui-documents-list = Documentenregister
ui-documents-marking = Markering
ui-documents-reference = Referentie
ui-documents-title = Titel
ui-documents-originator = Autoriteit van oorsprong
ui-documents-releasability = Vrijgegeven aan
ui-documents-date = Datum
ui-documents-empty = Geen documenten in uw dossiers
ui-documents-empty-text = De documenten die u mag lezen verschijnen hier zodra ze geregistreerd zijn.
ui-documents-no-match = Niets gevonden in de documenten die u mag zien
ui-documents-no-match-text = Controleer de spelling of verwijder een filter.
ui-documents-no-word = In deze tekst valt niets te zoeken: typ een letter of een cijfer.
ui-documents-clear-filters = Filters wissen
ui-ask = Een document opvragen…
ui-ask-title = Een document opvragen
ui-ask-text = Op identificatie of referentie. De beslissing volgt meteen, met de redenen.
ui-ask-id = Identificatie of referentie
ui-open = Openen…
ui-open-title = Document openen
ui-open-submit = Openen
ui-open-purpose = Waarvoor opent u het?
ui-open-purpose-hint = Dit doel komt met uw naam en het uur in het logboek.
ui-open-purpose-recent = Recente doelen
ui-open-two-text = Dit document draagt de markering DUAL. Een tweede officier die het mag openen, typt hier zijn wachtwoordzin. Beiden komen in het logboek, en beide namen staan op elke pagina.
ui-open-second = Tweede officier
ui-open-second-passphrase = Wachtwoordzin van de tweede officier
ui-open-password = Wachtwoord van het document
ui-open-locked-text = Het document vraagt een eigen wachtwoord. Elke poging wordt vastgelegd als een opening.
ui-open-second-wrong = Dit is niet de wachtwoordzin van { $officer }.
ui-open-with = met { $officer }
ui-sealed-title = (opening door twee)
ui-denied-title = U mag dit document niet openen
ui-denied-text = Hieronder elke reden die u betreft, en wat u kunt doen.
ui-denied-recorded = Deze aanvraag staat in het logboek, zoals elke opening.
ui-denied-asked = Opgevraagd: { $what }
ui-denied-at = Beslissing van { $at }
ui-why-may = U mag het openen
ui-why-may-two = U mag het openen, samen met een tweede officier
ui-why-may-not = U mag het niet openen
ui-why-because = Waarom?
ui-part-about = Document
ui-part-history = Historiek
ui-part-why = Toegang
ui-subject = Onderwerp
ui-identifier = Identificatie
ui-releasable-own = Enkel België
ui-history-empty = Niets om te tonen.
ui-history-consent = Met toestemming van { $consent }
ui-history-copies = Nummers { $numbers }, op { $printer }
ui-history-note = De lijst toont alleen wat u mag zien.
ui-field-title = Titel
ui-field-subject = Onderwerp
ui-field-originator = Autoriteit van oorsprong
ui-field-date = Datum
ui-field-marking = Markering
ui-field-reference = Referentie
ui-field-dossier = Dossier
ui-field-paper = Referentie van het papieren origineel
ui-paper = Referentie van het papieren origineel
relation-answers = Antwoordt op
relation-answers-of = Beantwoord door
ui-field-relation-answers = Antwoordt op
relation-cancels = Annuleert
relation-cancels-of = Geannuleerd door
ui-field-relation-cancels = Annuleert
relation-replaces = Vervangt
relation-replaces-of = Vervangen door
ui-field-relation-replaces = Vervangt
relation-attachment = Bijlage bij
relation-attachment-of = Heeft als bijlage
history-dossier-hidden = een dossier waarvan u niet mag weten (wat er daar mee gebeurde, wordt u niet getoond)
ui-field-relation-attachment = Bijlage bij
ui-field-relations = Verbanden
ui-relate = Verband leggen…
ui-relate-title = Verband leggen met een ander document
ui-relate-text = Wat { $reference } is voor een ander document. Beide tonen het, aan wie beide mag zien.
ui-relate-two-text = Twee openen dit document, dus zeggen twee wat het voor een ander is: de tweede officier typt hier zijn wachtwoordzin, en beiden komen in het logboek. Alleen wie het opent, ziet het verband.
ui-relate-two-removes = Het is niet meer zo, of is het nooit geweest: het verband verwijderen
ui-relate-is = Verband
ui-relate-is-choose = Kies het verband
ui-relate-to = Ander document
ui-relate-chosen = Met { $document }
ui-relate-why = Reden
ui-relate-submit = Verband leggen
ui-relate-remove = Het verband met { $reference } verwijderen
ui-relate-remove-submit = Verwijderen
ui-field-change = { $field }:
ui-other-acts = Andere handelingen
ui-correct = Rechtzetten…
ui-correct-title = De inschrijving rechtzetten
ui-correct-text = De vorige inschrijving van { $reference } blijft in de historiek.
ui-correct-two-text = Twee openen dit document, dus zetten twee het recht: de tweede officier typt hier zijn wachtwoordzin, en beiden komen in het logboek. Wat u leeg laat, blijft zoals het is.
ui-correct-change = een wijziging
ui-correct-fixed = Wat u er niet aan mag wijzigen
ui-correct-fixed-why = De autoriteit van oorsprong, de datum en het dossier van een document worden gewijzigd door wie het registreerde of door de verantwoordelijke van zijn dossier: zijn termijn en wie erover beslist, hangen ervan af. Zeg aan een van hen wat er niet klopt.
ui-correct-why = Wat er niet klopte
ui-correct-why-hint = Staat in de historiek van het document, voor wie het document mag lezen.
ui-correct-dossier-hint = Een ander dossier is een inschrijving op zich. Het document krijgt een andere referentie, en met de oude wordt het nog gevonden. Wie alleen op de lijst van het oude dossier staat, verneemt dat het weg is en waarom. De notities gaan mee, voor wie het daar leest.
ui-correct-dossier-alone = ofwel een ander dossier, ofwel iets anders om recht te zetten
ui-correct-submit = Rechtzetten
ui-corrected = { $reference } is rechtgezet.
cli-corrected = { $reference } is rechtgezet:
ui-version = Nieuwe versie…
ui-version-title = Een nieuwe versie registreren
ui-version-text = Een ander bestand onder dezelfde referentie { $reference }, met dezelfde titel en markering. De vorige versie blijft verzegeld en kan in de historiek worden geopend.
ui-version-two-text = Twee openen dit document, dus twee registreren de nieuwe versie ervan: de tweede officier typt hier zijn wachtwoordzin, en beiden komen in het logboek.
ui-version-file = Nieuw bestand
ui-version-choose = Een bestand kiezen…
ui-version-drop = of zet het hier neer
ui-version-one = Eén bestand: { $name } is genomen.
ui-version-why = Wat er nieuw in is
ui-version-why-hint = Staat in de historiek van het document, voor wie het document mag lezen.
ui-version-submit = Versie registreren
ui-version-number = Versie { $version }
ui-version-of = { $version } van { $versions }
ui-version-outdated = Versie { $version } van { $versions }: dit is niet de geldende versie.
ui-version-newest = De geldende versie openen…
ui-version-which = Getoonde versie
version-filed = Versie { $version } van { $reference } is geregistreerd; de vorige blijft en kan worden geopend.
ui-withdrawal = Intrekken…
ui-withdrawal-title = Het document intrekken
ui-withdrawal-text = { $reference } had niet geregistreerd mogen worden: niemand opent het nog, en het staat alleen nog in de lijst van ingetrokken documenten. Referentie en historiek blijven. Onder de volledige regels moet een veiligheidsofficier instemmen.
ui-withdrawal-why = Waarom het er niet hoort
ui-withdrawal-why-hint = Wie antwoordt, leest het, en het staat in het logboek; schrijf niets uit het document.
ui-note = Notitie schrijven
ui-note-title = Een notitie schrijven
ui-note-text = De notitie valt onder de markering van { $reference } en staat in de historiek ervan. Niemand kan ze weer weghalen.
ui-note-label = Notitie
ui-note-hint = Iedereen die het document mag openen, leest ze.
ui-note-submit = De notitie schrijven
ui-noted = De notitie staat bij { $reference }.
ui-withdrawal-submit = Intrekken
ui-withdrawn = { $reference } is ingetrokken.
ui-withdrawal-asked = De intrekking wacht op de instemming van een veiligheidsofficier.
ui-withdrawal-change = Niemand zou het nog openen; inschrijving, referentie en historiek blijven
ui-assent-printer-change = Documenten tot dit niveau zouden erop kunnen worden afgedrukt. Welk apparaat achter de naam staat, bepaalt de beheerder van het werkstation.
ui-documents-mine = Geregistreerd of geopend door
ui-documents-mine-any = Door iedereen
ui-documents-mine-filed = Door mij geregistreerd
ui-documents-mine-opened = Door mij geopend
ui-documents-like = Zoals dit document
ui-documents-withdrawn = Ingetrokken of niet
ui-documents-withdrawn-no = Niet ingetrokken
ui-documents-withdrawn-yes = Ingetrokken
ui-withdrawn-on = Ingetrokken op { $date }
cli-withdrawn = { $id } is ingetrokken.
cli-noted = De notitie staat bij { $id }, voor wie het mag lezen.
cli-withdrawal-asked = De intrekking wacht op de instemming van een veiligheidsofficier. Aanvraag: { $request }.
ui-why-other = En een andere officier?
ui-why-other-may = { $name } mag het openen
ui-why-other-may-not = { $name } mag het niet openen
ui-why-other-hint = Deze vraag komt in het logboek.
ui-further = Meer tonen
ui-further-of = { $shown } van { $total } getoond
ui-show-document = Het document tonen
ui-documents-untick = Alles uitvinken
ui-documents-derive = Er een document van afleiden…
ui-why-label = Reden, komt in het logboek
held-sources = De markering beschermt evenveel als de brondocumenten, of wijkt ervan af met een motivering.
warning-already-filed = { $name } staat al in het register, byte voor byte: { $reference }.
warning-picked-twice = { $name } heeft dezelfde inhoud als { $first }, dat ook in deze lijst staat.
warning-empty-file = { $name } is een leeg bestand (0 bytes).
warning-link-followed = { $name } is een koppeling; genomen is waar ze naar verwijst: { $target }.
warning-not-looked-at = Er is niet nagegaan of { $name } hier gelezen kan worden.
warning-same-as-version = { $name } is byte voor byte wat versie { $version } van dit document is.
warning-not-read = { $name } is niet bekeken: wat documenten leest, ontbreekt hier of antwoordt niet. Of het gelezen kan worden, is niet bekend, en het wordt niet op zijn tekst gevonden tot hetzelfde bestand als nieuwe versie is geregistreerd waar het gelezen wordt.
warning-not-shown = { $name } ({ $kind }) kan niet in het venster worden getoond; het kan er wel uit worden gehaald.
warning-text-alone = { $name } ({ $kind }): { $form ->
    [confined] getoond met zijn opmaak, zoals LibreOffice die maakt, en daarna met zijn tekst.
    [not-confined] alleen de tekst. LibreOffice is geïnstalleerd, maar kan op dit werkstation niet worden afgeschermd: de opmaak wordt hier niet getoond.
   *[not-installed] alleen de tekst. De opmaak wordt getoond waar LibreOffice geïnstalleerd is.
 } Het geheel kan eruit worden gehaald.
warning-recognised = { $name }: de gescande pagina’s zijn gelezen met tekenherkenning, in { $languages }; er kan in gezocht worden, maar er kunnen letters fout zijn.
warning-unrecognised = { $name }: tekenherkenning heeft niet alles gelezen wat erin gescand is; wat op deze pagina’s staat, wordt bij het zoeken niet gevonden: { $pages }.
warning-scans-later = { $name }: gescande pagina’s worden later met tekenherkenning gelezen, door het venster zolang er iemand aan werkt, of door “zegelctl doc texts”. Tot dan wordt wat op deze pagina’s staat, bij het zoeken niet gevonden: { $pages }.
warning-picture = { $name } is een afbeelding: wat erop staat, wordt bij het zoeken alleen gevonden als tekenherkenning (tesseract) geïnstalleerd is wanneer ze wordt geregistreerd.
warning-view-encrypted = { $name } vraagt een eigen wachtwoord: zonder dat kan niemand het hier lezen.
warning-view-encryption = { $name } is versleuteld op een manier die hier niet wordt ondersteund: niemand kan het hier lezen.
warning-view-no-pages = In { $name } is geen enkele pagina gevonden: niemand kan het hier lezen.
warning-view-cut =
    { $cause ->
        [end] Het einde van { $name } ontbreekt: wat er is kan getoond worden, de rest zit niet in het bestand.
       *[limit] Alleen de eerste { $pages } pagina’s van { $name } kunnen getoond worden; het kan er in zijn geheel uit worden gehaald.
    }
warning-view-unsupported = { $name } is van een vorm van { $media } die hier niet getoond wordt; het kan er wel uit worden gehaald.
warning-view-malformed = { $name } kan niet worden gelezen als wat het zegt te zijn: niemand kan het hier lezen.
warning-view-cut-short = { $name } breekt af, en van wat er nog is, kan niets worden getoond: niemand kan het hier lezen.
warning-view-too-large = { $name } is te groot om te worden getoond; het kan er wel uit worden gehaald.
warning-view-unpacks = { $name } is uitgepakt te groot om te worden getoond; het kan er wel uit worden gehaald.
warning-view-too-many-pixels = { $name } telt meer pixels dan getoond kunnen worden; het kan er wel uit worden gehaald.
warning-view-timeout = { $name } doet er te lang over om open te gaan en kan niet worden getoond; het kan er wel uit worden gehaald.
warning-view-died = { $name } heeft meer geheugen of tijd nodig dan toegestaan om te worden getoond; het kan er wel uit worden gehaald.
warning-pdf-within = { $name } begint met { $bytes } bytes die geen pdf zijn: het wordt als tekst getoond, niet als de pdf die volgt.
warning-as-source = { $name } is brontekst in { $form }: hier kan alleen de tekst gelezen worden, niet wat andere programma’s ervan tekenen of opmaken.
warning-blank = { $name } bevat alleen witruimte en regeleinden: er valt niets in te lezen.
warning-name-changed = Het bestand “{ $original }” heet hier { $name }: een naam kan geen van de tekens / \ : < > " | ? * bevatten, en niets wat niet getoond kan worden. De oorspronkelijke naam is bewaard.
warning-line-ends = De regels van het onderwerp van { $name } eindigden op een wagenterugloop (CR). Ze zijn bewaard met een regeleinde (LF), zoals alle regels hier; de woorden zijn ongewijzigd.
warning-date-ahead = { $name } draagt een datum in de toekomst: { $date }.
warning-term-stays = { $name }: de termijn loopt nog steeds vanaf { $date }. Was die datum nooit juist, trek het document dan in en registreer het opnieuw.
warning-superseded =
    { $relation ->
        [cancels] { $name } werd geannuleerd door { $other }.
       *[other] { $name } werd vervangen door { $other }.
    }
warning-superseded-fix = Lees ook { $other }.
warning-named-twice = { $name } werd twee keer opgegeven; het staat één keer in de aanvraag.
warning-consent-unnamed = { $name } vermeldt geen autoriteit van oorsprong: niets zegt hier wiens toestemming nodig is, en die van “{ $authority }” werd met niets vergeleken.
warning-consent-unnamed-fix = Zoek de autoriteit van oorsprong in het document en schrijf ze in (“doc correct --originator”).
warning-withdrawal-overtaken = { $officer } had gevraagd { $name } in te trekken. Die aanvraag gaat over het document waar het was en kan niet meer worden ingewilligd.
warning-withdrawal-overtaken-fix = Moet het nog altijd worden ingetrokken, vraag het dan opnieuw aan.
warning-notes-stay =
    { $count ->
        [one] Eén notitie bij { $name } gaat niet mee: alleen wie het onder de vroegere markering las, leest ze nog.
       *[other] { $count } notities bij { $name } gaan niet mee: alleen wie het onder de vroegere markering las, leest ze nog.
    }
warning-notes-stay-fix = Schrijf opnieuw op wat onder de nieuwe markering mag worden gelezen.
warning-text-not-kept = { $name } wordt niet meer gevonden op zijn tekst: wat ervan bewaard was, is weg of werd gewijzigd.
warning-text-not-kept-fix = Registreer hetzelfde bestand als nieuwe versie; dan wordt zijn tekst gelezen.
warning-network-not-held = De kernel van deze computer houdt dit programma niet van het netwerk weg: hij is ouder dan 6.7, of Landlock staat er uit.
warning-network-not-held-fix = Gebruik een nieuwere kernel, of houd het programma op een andere manier van het netwerk (een firewall, een netwerknaamruimte).
warning-filer-excluded = Personen met de nationaliteit { $nation } horen niet bij de bestemmelingen van deze markering: u zou dit document zelf niet kunnen openen.
warning-filer-cannot-open = U kunt dit document zelf niet openen.
warning-passphrase-weak = Deze wachtwoordzin is makkelijk te raden. Zodra het systeem goedgekeurd is, wordt zo’n zin geweigerd.
warning-passphrase-weak-fix = Neem vier of meer woorden die niets met elkaar te maken hebben.
warning-passphrase-guessable = Uw wachtwoordzin is gemakkelijk te raden: hij werd gekozen voor het systeem werd goedgekeurd, of voor u werd toegelaten, toen niets hem weigerde.
warning-passphrase-guessable-fix = Wijzig hem (zegelctl passphrase change; in het venster bij de instellingen): neem vier of meer woorden die niet bij elkaar horen.
warning-nobody-reads = Niemand kan dit document openen: niemand mag de sleutel ervan hebben, en er zijn te weinig bewaarders om hem later aan iemand te geven.
warning-nobody-reads-fix = Zet iemand met de machtiging op de lijst van het dossier, of verdeel de bewaring opnieuw (“zegelctl custody setup”), en registreer het opnieuw.
warning-opens-by-two = “{ $name }” draagt de markering DUAL: voortaan openen twee officieren het samen, en lijsten tonen de referentie zonder titel.
warning-opens-by-two-fix = Noteer de referentie.
warning-release-by-two = Twee openen een document van deze vrijgave: twee schrijven het pakket. Wat zijn fiche vraagt, vooral de toestemming van een autoriteit van oorsprong, blijkt dan.
warning-release-by-two-fix = Vermeld nu de toestemmingen die u kent; een pakket waaraan er een ontbreekt, wordt niet geschreven.
reason-account-disabled = De account is uitgeschakeld.
reason-account-disabled-fix = Wend u tot de veiligheidsofficier.
reason-account-frozen = De account is bevroren.
reason-account-frozen-fix = Wend u tot een veiligheidsofficier: om dit op te heffen zijn er twee nodig.
reason-nobody-to-lift = Er zou niemand overblijven om deze bevriezing op te heffen: daarvoor zijn twee veiligheidsofficieren nodig of, als er minder zijn, twee bewaarders.
reason-nobody-to-lift-fix = Laat eerst een andere veiligheidsofficier toe, of verdeel de bewaring over meer officieren.
reason-nobody-to-stop = Er zou niemand overblijven die u kan tegenhouden: een veiligheidsofficier wiens account uitgeschakeld is, of die deze rol kwijt is, komt niet terug.
reason-nobody-to-stop-fix = Bevries de account van deze officier, wat meteen werkt; bewaarders kunnen dat opheffen. Of laat eerst een andere veiligheidsofficier toe.
reason-category-missing = Dit document draagt een beperkende vermelding die de machtiging niet dekt.
reason-category-missing-fix = Vraag de veiligheidsofficier welke vermeldingen bij de functie horen.
reason-group-missing = Dit document is voorbehouden aan groepen waarvan de machtiging er geen vermeldt.
reason-group-missing-fix = Vraag de veiligheidsofficier tot welke groepen de functie toegang geeft.
reason-own-request = Dit vraagt iemand anders dan wie de aanvraag deed.
reason-own-request-fix = Laat een andere vrijgaveautoriteit beslissen, of roep de aanvraag terug.
reason-not-approved = Geen vrijgaveautoriteit in functie heeft deze vrijgave goedgekeurd.
reason-not-approved-fix = Laat ze goedkeuren door een vrijgaveautoriteit. Heeft wie ze goedkeurde die rol niet meer, roep de vrijgave dan terug en vraag ze opnieuw aan.
reason-marking-changed = De markering van een document is gewijzigd sinds deze vrijgave is aangevraagd.
reason-marking-changed-fix = Roep deze vrijgave terug en vraag ze opnieuw aan: onder zijn nieuwe markering vraagt het document een nieuwe beslissing.
reason-version-changed = Een document heeft een andere versie sinds deze vrijgave is aangevraagd.
reason-version-changed-fix = Roep deze vrijgave terug en vraag ze opnieuw aan: wie ze aanvroeg en wie ze goedkeurde, zagen een andere inhoud.
reason-words-changed = Wat over een document geschreven staat, is rechtgezet sinds deze vrijgave is aangevraagd: de titel, de autoriteit van oorsprong of een ander gegeven.
reason-words-changed-fix = Roep deze vrijgave terug en vraag ze opnieuw aan: wie ze aanvroeg en wie ze goedkeurde, lazen andere woorden, en die gaan mee met het pakket.
reason-dossier-changed = Een document zit in een ander dossier sinds deze vrijgave is aangevraagd.
reason-dossier-changed-fix = Roep deze vrijgave terug en vraag ze opnieuw aan: wie ze aanvroeg en wie ze goedkeurde, zagen het tussen de documenten van anderen.
reason-new-level-ceiling = Dit systeem is niet goedgekeurd voor het gevraagde niveau.
reason-new-level-ceiling-fix = Behandel het document in een systeem dat voor dat niveau goedgekeurd is, of laat een hogere goedkeuring inschrijven.
reason-undecidable = Er kan niet worden beslist: een noodzakelijk gegeven is niet leesbaar; de toegang is dus geweigerd.
reason-undecidable-fix = Meld dit aan de veiligheidsofficier, die de markering, machtigingen en briefings laat nazien.
held-account = De account is actief.
held-categories = Elke beperkende vermelding is gedekt.
held-groups = Er ontbreekt geen vereiste groep.
held-second-person = Niemand keurt de eigen aanvraag goed waar twee personen nodig zijn.
held-second-officer = Er is een tweede officier nodig die het ook mag openen en hier zijn wachtwoordzin typt; er is er een.
held-sheet-by-two = Van wie het document uitgaat, staat op zijn fiche, die niemand alleen leest: de twee zien ze wanneer ze beslissen. Gaat het uit van een andere autoriteit, dan is haar toestemming nodig.
held-written-by-two = Aanvragen en goedkeuren doet telkens één officier. Het pakket wordt door twee geschreven, die het document daarvoor openen: wat zijn fiche vraagt, vooral de toestemming van een autoriteit van oorsprong, blijkt dan.
held-same-marking = Het document draagt de markering waaronder de vrijgave is aangevraagd.
held-new-level = Het systeem is geschikt voor de nieuwe markering.
held-term = Een classificatie wordt alleen behouden waar een termijn loopt.
held-motive = Er is een motivering gegeven, of er is geen vereist.
held-printer = De printer staat op de lijst.
held-printer-ceiling = De printer mag dit niveau afdrukken.
held-legible = De markering is leesbaar en bekend.
cli-col-documents = Documenten
forged-document-filed-twice = dit document is al geregistreerd
forged-unknown-document = dit document bestaat niet
forged-documents-in-one-entry = een gewijzigde markering deelt haar inschrijving met een ander document
err-object-altered = Document { $document } is gewijzigd, afgekapt of verwisseld.
fix-object-altered = Verwittig de veiligheidsofficier en zet het bestand van dit document terug uit de laatste goede kopie.
err-object-truncated = Het einde van het bestand van document { $document } ontbreekt.
fix-object-truncated = Het bestand is afgekapt, of een ander, korter bestand staat in de plaats. Verwittig de veiligheidsofficier en zet het terug uit de laatste goede kopie.
err-object-missing = Het bestand van document { $document } is weg.
fix-object-missing = Verwittig de veiligheidsofficier en zet het bestand terug uit de laatste goede kopie.
reason-marked-otherwise = Het document is anders gemarkeerd sinds het werd geopend.
reason-marked-otherwise-fix = Open het opnieuw: of u dat mag, wordt opnieuw beslist.
reason-disk-full = De schijf is vol of neemt niets meer op: u kunt lijsten bekijken en zoeken, en niets wordt vastgelegd. Wat vastgelegd moet worden, wordt geweigerd, ook een document openen.
reason-disk-full-fix = Maak plaats en ontgrendel opnieuw.
reason-offline = De servers van deze kluis zijn niet bereikbaar: u kunt bekijken en doorzoeken wat hier bekend is, en niets wordt vastgelegd. Wat vastgelegd moet worden, wordt geweigerd, ook een document openen.
reason-offline-fix = Controleer de verbinding. Wat u doet, wordt weer vastgelegd zodra ze er weer zijn.
reason-objects-offline = De opslag van de documenten van deze kluis is niet bereikbaar: geen document kan worden geregistreerd of geopend. Al het andere wordt vastgelegd zoals gewoonlijk.
reason-objects-offline-fix = Controleer de verbinding met de opslag, of vraag het aan wie die beheert. De opslag wordt weer gebruikt zodra die er weer is.
reason-clock-waits =
    { $author ->
        [none] De klok van deze computer staat vóór een inschrijving van het logboek: inschrijving { $index } draagt het tijdstip { $until }. U kunt bekijken en zoeken, en niets wordt vastgelegd. Wat vastgelegd moet worden, wordt geweigerd, ook een document openen.
       *[other] De klok van deze computer staat vóór een inschrijving van het logboek: inschrijving { $index }, ondertekend door { $author }, draagt het tijdstip { $until }. U kunt bekijken en zoeken, en niets wordt vastgelegd. Wat vastgelegd moet worden, wordt geweigerd, ook een document openen.
    }
reason-clock-waits-fix = Controleer datum en uur van deze computer en ontgrendel opnieuw. Kloppen ze, dan liep de klok van de auteur van de inschrijving verkeerd: verwittig de veiligheidsofficier.
reason-entry-waits = Inschrijving { $index }, ondertekend door { $author }, draagt een tijdstip dat nog moet komen: { $until }. U kunt bekijken en zoeken wat er vóór die inschrijving was, en niets anders. Niets wordt vastgelegd; wat vastgelegd moet worden, wordt geweigerd, ook een document openen.
reason-entry-waits-fix = Controleer eerst datum en uur van deze computer. Kloppen die, dan liep de klok van de auteur verkeerd: verwittig de veiligheidsofficier en zet de laatste kopie van vóór die inschrijving terug. Anders is er niets verloren: alles kan weer zodra dat tijdstip is aangebroken.
warning-no-word = In deze tekst valt niets te zoeken: typ een letter of een cijfer.
warning-search-incomplete = Het zoeken vindt nog niet alles: tot nu toe is { $percent } % van het logboek doorzocht.
warning-search-incomplete-fix = Het gaat vanzelf voort terwijl u werkt. Zoek over een ogenblik opnieuw.

## documents: filing

ui-file-name = Bestand
ui-filed = Geregistreerd
ui-filed-by = { $at }, door { $officer }
ui-file-title = { $n ->
    [one] Een document registreren
   *[other] { $n } documenten registreren
}
ui-file-files = Bestanden
ui-file-drop = Sleep bestanden of een map hierheen
ui-file-drop-now = Laat los om deze bestanden toe te voegen
ui-file-drop-hint = Ze worden versleuteld voor ze worden weggeschreven; het origineel blijft waar het is.
ui-file-write = Hier een nota of een verslag schrijven…
ui-write-revise = Nieuwe versie van { $reference }
ui-write-text = Tekst, in Markdown
ui-write-hint = # Kop, - lijst, **belangrijk**. De tekst wordt tijdens het schrijven versleuteld bewaard; er komt geen bestand van op de schijf.
ui-write-portion = Alineamarkering
ui-write-preview = Voorbeeld
ui-write-preview-none = Wat u schrijft, verschijnt hier zoals de pagina zal zijn.
ui-write-preview-more = { $n ->
    [one] Nog één pagina, die hier niet wordt getekend.
   *[other] Nog { $n } pagina’s, die hier niet worden getekend.
}
ui-write-kept = Versleuteld bewaard: { $at }
ui-write-discard = De tekst weggooien
ui-write-discard-title = De tekst weggooien?
ui-write-discard-text = Wat hier geschreven en niet geregistreerd is, is dan weg.
ui-write-file = Markeren en registreren…
ui-write-version = Als nieuwe versie registreren…
ui-revise = Herwerken
ui-revise-text = { $reference } wordt daarvoor geopend, wat wordt vastgelegd. Wat u schrijft, wordt een nieuwe versie; de vorige blijft.
ui-revise-submit = Openen en herwerken
ui-file-pick = Bestanden kiezen…
ui-file-pick-folder = Een map kiezen…
ui-file-pick-more = Toevoegen…
ui-file-remove = { $name } verwijderen
ui-file-name-title = Titel van { $name }
ui-file-name-date = Datum van { $name }
ui-file-name-originator = Autoriteit van oorsprong van { $name }
ui-file-tick = { $name } aanvinken
ui-file-tick-all = Alle rijen ({ $n } aangevinkt)
ui-file-table = { $n } bestanden om samen te registreren
ui-file-table-warned = Na te kijken: { $n }
ui-file-table-next = Naar het volgende
ui-file-in-table = { $n } bestanden: ze staan in de tabel hierboven.
ui-file-readable-yes = hier leesbaar
ui-file-readable-text-alone = alleen de tekst
ui-file-readable-no = hier niet leesbaar
ui-file-readable-unknown = niet bekeken
ui-file-marking-form = markering van het formulier
ui-file-ticked = { $n ->
        [one] Voor de aangevinkte rij
       *[other] Voor de { $n } aangevinkte rijen
    }
ui-file-ticked-title = Titel voor de naam van het bestand
ui-file-ticked-title-hint = Wat hier leeg blijft, verandert niet.
ui-file-ticked-write = In deze rijen schrijven
ui-file-ticked-mark = De markering geven die hieronder gekozen is
ui-file-ticked-mark-first = Kies hieronder eerst de markering, met de motivering als die nodig is.
ui-file-ticked-unmark = Zoals het formulier
ui-file-ticked-remove = { $n ->
        [one] De rij weghalen
       *[other] { $n } rijen weghalen
    }
ui-file-register = Inschrijving in het register
ui-file-dossier-choose = Kies het dossier
ui-file-no-dossiers-make = U bent lid van geen enkel dossier. Maak er een aan op het scherm “Dossiers”.
ui-file-no-dossiers = U bent lid van geen enkel dossier. Vraag een veiligheidsofficier om er een aan te maken of u toe te voegen.
ui-file-policy = Beleid
ui-file-level-hint = Te kiezen op basis van de inhoud: er wordt geen niveau voorgesteld.
ui-file-not-from-here = Hier niet mogelijk
ui-file-releasability = Vrij te geven aan
ui-file-releasability-none = Niets gekozen: enkel België.
ui-file-releasability-none-other = Niets gekozen: de landen van het beleid { $policy }.
ui-file-search-values = Land of gemeenschap
ui-file-handling = Behandeling
ui-file-restrictive-hint = Beperkt de toegang: de lezer moet ervoor gemachtigd zijn.
ui-file-dual-hint = Twee gemachtigde officieren openen het samen; niemand opent het alleen, ook u niet.
ui-file-informative-hint = Aanduiding, zonder invloed op de toegang.
ui-file-legal-from = Vanaf { $level }
ui-file-level-first = Kies eerst het niveau.
ui-file-preview = Markering die hieruit volgt
ui-file-preview-none = Kies een niveau: de markering verschijnt hier.
ui-file-portion = Alineamarkering
ui-file-originator-hint = De autoriteit onder wie het document is opgesteld. Leeg: deze dienst.
ui-file-date = Datum van het document
ui-file-finalised-hint = De termijnen lopen vanaf die dag. Leeg: de datum van het document.
ui-file-submit = { $n -> 
    [one] Registreren 
    *[other] { $n } documenten registreren 
    }
ui-file-missing-field = “{ $label }”
ui-file-missing-wrong = “{ $label }”, nog te verbeteren
ui-identifier-wrong = Kleine letters zonder accent, cijfers, punt, streepje en laag streepje, te beginnen met een letter of cijfer.
ui-file-missing = Ontbreekt nog: { $what }.
ui-file-missing-files = een bestand
ui-file-missing-dossier = het dossier
ui-file-missing-level = het niveau
ui-file-missing-title = de titel
ui-file-missing-date = de datum
ui-file-missing-marking = een toegelaten markering
ui-file-progress = { $done } van { $total }: { $name }
ui-file-stop = Stoppen na dit document
ui-file-stopping = Stopt na dit document…
ui-file-done = { $n -> 
    [one] Document geregistreerd 
    *[other] { $n } documenten geregistreerd 
    }
ui-file-done-text = { $n ->
    [one] De referentie is definitief toegekend.
   *[other] Deze referenties zijn definitief toegekend.
}
ui-file-show = Tonen in het register
ui-file-clear = Formulier leegmaken
ui-file-lost = De bestanden van voor de vergrendeling zijn niet meer bereikbaar: kies ze opnieuw.
ui-date-hint = Bijvoorbeeld { $day }
ui-date-far = { $day }: over meer dan tien jaar
ui-date-wrong = Dit is geen datum: schrijf dag/maand/jaar.
ui-date-today = Vandaag
ui-date-years = { $n } jaar
ui-file-value = { $name }: { $label }
ui-file-permissive-hint = Eén waarde bezitten volstaat.
ui-file-floor = Laagste niveau volgens de gids: { $topics }
ui-file-below-floor = Onder de gids: een motivering is vereist.
ui-file-offer = De gids vraagt { $what }.
ui-file-offer-take = Toevoegen
ui-file-motive = Waarom toch deze markering?
ui-file-motive-hint = Minstens { $n } tekens. Ze blijft bij het document; het logboek vermeldt enkel dat er een motivering was.
ui-file-motive-short = Schrijf minstens { $n } tekens.
ui-file-missing-motive = de motivering
ui-file-missing-sources = de toestemming van de autoriteiten van oorsprong van de bronnen
ui-file-comparing = Vergelijken met het register…
ui-file-left-out = Weggelaten
ui-file-left-out-more =
    { $n ->
        [one] en één ander
       *[other] en { $n } andere
    }
ui-file-failed = { $name } is niet geregistreerd:
ui-file-not-filed = { $n -> 
    [one] Eén document is niet geregistreerd 
    *[other] { $n } documenten zijn niet geregistreerd 
    }
ui-file-not-filed-text = De lijst hieronder bevat alleen nog wat niet geregistreerd is: u kunt opnieuw registreren.
ui-file-not-failed = kon niet worden geregistreerd
ui-file-not-with-others = niet geregistreerd door dat probleem
ui-file-not-stopped = vóór dit document gestopt
ui-file-home-missing = België hoort niet bij deze bestemmelingen: Belgische lezers zouden het document niet kunnen openen.
ui-file-home-add = { $name } toevoegen
ui-file-last-dossier = Zoals vorige keer in dit dossier
ui-file-last-used = Zoals vorige keer
ui-file-originator-own = Deze dienst
ui-originator-other = Een andere autoriteit, niet genoemd
ui-documents-tick = Aanvinken
ui-documents-tick-one = { $reference } aanvinken
ui-documents-ticked = { $n ->
    [one] Eén aangevinkt
    *[other] { $n } aangevinkt
    }
left-out-folder = een map
left-out-empty = een map met niets erin
left-out-in-vault = een deel van een kluis: waaruit een kluis bestaat, is geen document
left-out-link = een koppeling, die niet wordt gevolgd
left-out-pipe = een pijp
left-out-socket = een socket
left-out-device = een apparaat
left-out-too-deep = te diep in de mappen
left-out-too-many = meer dan { $most } bestanden tegelijk
left-out-unreadable = onleesbaar ({ os-cause })
left-out-twice = al genoemd: { $first }
left-out-already-filed = al geregistreerd onder { $reference }, byte voor byte
cli-left-out = Weggelaten:
cli-left-out-more =
    { $more ->
        [one] en nog één
       *[other] en nog { $more }
    }
cli-filed-from = { $path } is geregistreerd onder { $reference } ({ $id })
cli-filed = Geregistreerd onder { $reference } ({ $id }).
err-nothing-to-file = Er is geen bestand in { $path }: er is niets geregistreerd.
fix-nothing-to-file = Controleer het pad.
err-in-vault = Deze map hoort bij een kluis: daar wordt niets anders geschreven.
fix-in-vault = Kies een map buiten de kluis.
err-filing-stopped = Op verzoek gestopt. Wat al geregistreerd is, blijft dat; de rest is niet geregistreerd.
fix-filing-stopped = Om verder te gaan, voert u dezelfde opdracht opnieuw uit met --skip-existing: wat al geregistreerd is, wordt dan weggelaten.
err-not-a-file = Dit is geen bestand, maar { $what ->
        [folder] een map
        [link] een koppeling
        [pipe] een pijp
        [socket] een socket
        [device] een apparaat
       *[other] { $what }
    }.
fix-not-a-file = { $what ->
        [pipe] Schrijf wat uit de pijp komt eerst naar een bestand, en noem dat bestand.
       *[other] Noem een gewoon bestand.
    }
err-nobody-reads = Niemand leest deze pijp.
fix-nobody-reads = Start eerst het programma dat ze leest, en noem de pijp opnieuw.
err-nobody-writes = Niemand schrijft in deze pijp.
fix-nobody-writes = Start eerst het programma dat erin schrijft, en noem de pijp opnieuw.
err-too-many-files = Dit zijn meer dan { $most } bestanden.
fix-too-many-files = Registreer ze in delen: er is niets geregistreerd.
err-no-dossier = Er is geen dossier opgegeven.
fix-no-dossier = Voeg --dossier ID toe.
err-filing-none = Op verzoek gestopt: niets van de lijst is geregistreerd.
fix-filing-none = Geef dezelfde opdracht opnieuw om ze te registreren.
err-listed-twice = Dit bestand staat al in de lijst, als { $path }.
fix-listed-twice = Houd één van beide rijen. Er is niets geregistreerd.
err-list-cell-missing = Deze cel is leeg, en geen optie zegt het voor alle rijen.
fix-list-cell-missing = Vul de cel in, of geef de overeenkomstige optie voor alle rijen. Er is niets geregistreerd.
err-list-day = “{ $value }” is geen datum.
fix-list-day = Schrijf de datum als 2026-03-04. Er is niets geregistreerd.
err-list-no-marking = Dit hoort bij een markering, en de rij heeft geen niveau.
fix-list-no-marking = Schrijf het niveau in de kolom “marking”: een rij heeft een eigen markering in haar geheel, of geen. Er is niets geregistreerd.
err-list-not-utf8 = De lijst is geen tekst in UTF-8.
fix-list-not-utf8 = Bewaar ze vanuit het rekenblad als “CSV UTF-8”. Er is niets geregistreerd.
err-list-empty = De lijst noemt geen bestand.
fix-list-empty = Schrijf onder de kop een rij voor elk bestand.
err-list-torn = De lijst kan niet als tabel gelezen worden.
fix-list-torn = Schrijf CSV met een kop, of TOML met een [[document]] voor elk bestand. Er is niets geregistreerd.
err-list-not-several = “document” staat hier voor één tabel, en een lijst heeft er meer.
fix-list-not-several = Schrijf [[document]], met twee haken aan elke kant, boven elk bestand. Er is niets geregistreerd.
err-list-column-unknown = Geen lijst heeft “{ $column }”.
fix-list-column-unknown = Bekend zijn: { $known }. Er is niets geregistreerd.
err-list-column-twice = Twee kolommen hebben deze naam.
fix-list-column-twice = Houd één van beide. Er is niets geregistreerd.
err-list-quote = Een aanhalingsteken opent een cel en geen enkel sluit ze.
fix-list-quote = Sluit de cel af met een aanhalingsteken en verdubbel er een dat bij de tekst hoort. Er is niets geregistreerd.
err-list-too-many-cells = De rij heeft meer cellen dan de kop, die er { $most } heeft.
fix-list-too-many-cells = Zet een tekst waarin het scheidingsteken voorkomt tussen aanhalingstekens. Er is niets geregistreerd.
err-list-cell-kind = Dit is geen tekst, geen datum en geen lijst van teksten.
fix-list-cell-kind = Zet het tussen aanhalingstekens. Er is niets geregistreerd.
err-written-not-text = Dit is geen tekst in UTF-8.
fix-written-not-text = Laat --kind weg: het bestand wordt dan geregistreerd als wat zijn bytes zeggen.
err-written-one = Met --kind wordt één document geregistreerd.
fix-written-one = Geef één pad op, of - voor de standaardinvoer.
err-written-no-title = Wat van de standaardinvoer komt, heeft geen naam die als titel kan dienen.
fix-written-no-title = Voeg --title TEKST toe.

## documents: viewing

ui-part-attachments = Bijlagen
ui-attachments-text = Bestanden die dit document meebrengt. Elk wordt apart geopend, onder dezelfde markering; het document openen geldt ook als het openen van deze bestanden.
ui-attachment-open = Openen
ui-attachment-page = Pagina { $page }
ui-attachment-unnamed = Bestand { $n }, zonder naam
ui-attachment-none = bestand zonder naam
ui-attachment-title = { $name }, in “{ $title }”
ui-viewer-pages = Pagina’s
ui-viewer-page = Pagina { $n } van { $of }
ui-viewer-of = / { $of }
ui-viewer-goto = Naar pagina
ui-viewer-previous = Vorige pagina
ui-viewer-next = Volgende pagina
ui-viewer-zoom-in = Vergroten
ui-viewer-zoom-out = Verkleinen
ui-viewer-zoom-fit = Aanpassen aan de breedte
ui-viewer-zoom-page = Hele pagina
ui-viewer-turn = Naar rechts draaien
ui-viewer-read-on = Pagina { $page }, waar u ophield met lezen. Home gaat naar de eerste.
ui-viewer-reading = Leesmodus: het hele scherm (F11)
ui-viewer-reading-end = Leesmodus verlaten (Esc)
ui-viewer-find = Zoeken in het document
ui-viewer-copy = De selectie kopiëren (Ctrl+C)
ui-viewer-copied = Gekopieerd onder de markering van het document. Het staat in het logboek, en vergrendelen maakt het klembord leeg.
ui-viewer-not-copied = Tekst van dit document kunt u niet selecteren of kopiëren: zijn markering laat het niet toe.
ui-viewer-select-none = Op deze pagina kan niets worden geselecteerd.
ui-viewer-select-first = Selecteer eerst iets op de pagina, met de muis of met Shift en de pijltjes.
copied-purpose-attachment = Tekst gekopieerd uit de bijlage “{ $name }” (pagina { $page }, tekens: { $n })
copied-purpose = Tekst gekopieerd (pagina { $page }, tekens: { $n })
ui-viewer-print = Afdrukken…
ui-print-title = Afdrukken
ui-print-text = Elke pagina draagt de markering, uw naam, het tijdstip en het nummer van het exemplaar. Het logboek vermeldt wat gevraagd wordt voordat het naar de printer gaat. Haal de pagina’s meteen op.
ui-print-printer = Printer
ui-print-printer-choose = Kies een printer
ui-print-pages = Pagina’s die het document heeft
ui-print-first = Van pagina
ui-print-last = Tot pagina
ui-print-copies = Exemplaren (1 tot 99)
ui-print-purpose = Waarvoor drukt u het af?
ui-print-purpose-hint = Voor wie of waarvoor; het wordt vastgelegd.
ui-print-submit = Afdrukken
ui-print-done =
    { $copies ->
        [one] Exemplaar { $first } is doorgegeven aan de printer “{ $printer }”.
       *[other] De exemplaren { $first } tot { $last } zijn doorgegeven aan de printer “{ $printer }”.
    }
ui-viewer-find-next = Volgende plaats
ui-viewer-find-previous = Vorige plaats
ui-viewer-find-close = Sluiten
ui-viewer-find-enter = Enter doorzoekt de pagina’s.
ui-viewer-find-busy = Bezig met zoeken…
ui-viewer-find-none = Het staat op geen enkele leesbare pagina.
ui-viewer-find-count =
    { $n ->
        [one] één keer
       *[other] { $on ->
            [one] plaats { $at } van { $times }
           *[other] plaats { $at } van { $times }, op { $pages } pagina’s
        }
    }
ui-viewer-find-silent =
    { $n ->
        [one] Eén pagina bevat geen doorzoekbare tekst.
       *[other] { $n } pagina’s bevatten geen doorzoekbare tekst.
    }
ui-viewer-no-text = Op deze pagina is geen tekst te lezen.
ui-viewer-text-recognised = Deze pagina is gelezen met tekenherkenning, in { $languages }: er kunnen letters fout zijn.
ui-viewer-find-recognised =
    { $n ->
        [one] Eén pagina is gelezen met tekenherkenning: er kunnen letters fout zijn, en er wordt geen plaats op gemarkeerd.
       *[other] { $n } pagina’s zijn gelezen met tekenherkenning: er kunnen letters fout zijn, en er wordt geen plaats op gemarkeerd.
    }
ui-viewer-zoom-level = { $percent } %
ui-viewer-panel = Markering, historiek, toegang
ui-viewer-outline = Inhoud (o)
ui-viewer-outline-nowhere = Deze titel leidt naar geen pagina.
ui-viewer-outline-more = Nog { $n } tonen
ui-viewer-thumbs = Paginaoverzicht
ui-viewer-missing = Dit document wordt niet volledig getoond, of niet zoals het is
ui-viewer-missing-here = Op deze pagina
ui-viewer-failed = Deze pagina kan niet worden getoond.
ui-viewer-close = Document sluiten
cli-not-searched = Van wat u mag zien, wordt de tekst niet doorzocht van:
cli-text-waits = niets heeft het nu gelezen; het wacht nog
cli-text-changed = intussen veranderd, of al gelezen
cli-text-denied = u mag het niet laten lezen
cli-text-damaged = het verzegelde document is weg of werd gewijzigd
cli-texts-remaining = Teksten die nog wachten: { $n }. Voer de opdracht opnieuw uit.
cli-texts-none = Er wacht geen tekst om gelezen te worden.
cli-without-sentence =
    { $n ->
        [one] Eén gevonden document komt zonder zijn zin.
       *[other] { $n } gevonden documenten komen zonder hun zin.
    }
cli-texts-altered = Wat van de tekst van deze documenten werd bewaard, is niet meer wat bewaard werd. Laat het onderzoeken (“zegelctl doctor”):
cli-hit-on-page = blz. { $page }: { $sentence }
cli-cut-of = { $shown } van { $total } regels getoond. Voor de rest: --limit all, of --after { $next }
cli-cut = { $shown ->
    [one] { $shown } regel getoond
   *[other] { $shown } regels getoond
 }; er zijn er meer. Voor de rest: --limit all, of --after { $next }
cli-pages-written = Geschreven naar { $path }: { $pages ->
    [one] { $pages } pagina. Dit bestand wordt
   *[other] { $pages } pagina’s. Deze bestanden worden
 } niet langer door Zegel beschermd.
cli-pages-others = In deze map liggen ook pagina’s van vroeger, misschien die van een ander document ({ $count }): { $names }
cli-pages-beyond =
    Een deel van de gevraagde pagina’s bestaat niet: er { $pages ->
        [one] kan één pagina
       *[other] kunnen { $pages } pagina’s
    } getoond worden.
cli-pages-outline = Inhoud van het document:
cli-outline-page = (blz. { $page })
cli-printed =
    { $copies ->
        [one] Exemplaar { $first } is doorgegeven aan de printer “{ $printer }”.
       *[other] De exemplaren { $first } tot { $last } zijn doorgegeven aan de printer “{ $printer }”.
    }
cli-pages-cut = Het document gaat verder dan deze { $pages } pagina’s, het meeste wat getoond kan worden; het kan er in zijn geheel uit worden gehaald.
err-unsupported-media = Documenten van het type { $media } kunnen hier niet worden getoond.
fix-unsupported-media = Haal het eruit met “zegelctl doc open --out”, of registreer het in een soort die wordt getoond: pdf, tekst, afbeelding, e-mail of kantoorbestand.
err-no-attachment = Het document heeft geen bijlage nummer { $number }; het heeft er { $count }.
fix-no-attachment = Bekijk welke er zijn met “zegelctl doc attachments”.
err-no-pages =
    Pagina { $first } bestaat niet: het document telt { $pages ->
        [one] één pagina die getoond kan worden
       *[other] { $pages } pagina’s die getoond kunnen worden
    }. Er is niets geschreven.
fix-no-pages = Vraag pagina’s die er zijn (--pages).
err-no-spooler = Op dit werkstation kan niets worden afgedrukt: “lp” van CUPS is niet geïnstalleerd.
fix-no-spooler = Laat het pakket cups-client installeren (/usr/bin/lp), of druk af op een ander werkstation. Er is niets vastgelegd.
err-not-printed = De printer “{ $printer }” nam exemplaar { $copy } niet aan, en geen van de volgende. In het logboek staat dat ze gevraagd zijn, en hun nummers zijn gebruikt.
fix-not-printed = Ga na of CUPS op dit werkstation de printer kent (lpstat -e) en of hij opdrachten aanneemt, en druk opnieuw af: met het volgende nummer.
err-print-stopped = Het afdrukken op “{ $printer }” is gestopt voordat exemplaar { $copy } was doorgegeven.
fix-print-stopped = De exemplaren daarvoor zijn doorgegeven. Het logboek noemt alle die gevraagd zijn.
print-copy = exemplaar { $copy }
err-bad-pages =
    { $cause ->
        [backwards] In { $typed } (--pages) komt de laatste pagina vóór de eerste.
       *[form] Een reeks pagina’s (--pages) wordt geschreven als 3, 1-3 of 5-: { $typed }.
    }
fix-bad-pages =
    { $cause ->
        [backwards] Schrijf het laagste nummer eerst.
       *[form] Geef paginanummers vanaf 1 op.
    }
err-view-too-large = Het document is groter dan { $limit } MiB.
fix-view-too-large = Laat het opsplitsen en opnieuw registreren.
err-view-unpacks = Een deel van het document is uitgepakt groter dan { $limit } MiB.
fix-view-unpacks = Laat het opnieuw registreren zonder wat het zo groot maakt.
err-view-too-many-pixels = De afbeelding telt meer pixels dan getoond kunnen worden.
fix-view-too-many-pixels = Laat ze met een lagere resolutie registreren.
err-view-malformed = Het document kan niet worden gelezen als wat het zegt te zijn.
fix-view-malformed = Vraag de autoriteit van oorsprong een gaaf exemplaar.
err-view-cut-short = Het bestand breekt af: van wat er nog is, kan niets worden getoond.
fix-view-cut-short = Vraag de autoriteit van oorsprong het hele bestand.
err-view-encrypted = Het document vraagt een eigen wachtwoord.
fix-view-encrypted = Vraag de autoriteit van oorsprong een exemplaar zonder wachtwoord; de kluis beschermt het. Kent u het wachtwoord: zegelctl doc pages ID --document-password-file BESTAND
err-view-wrong-password = Dit is niet het wachtwoord van het document.
fix-view-wrong-password = Controleer het wachtwoord in het opgegeven bestand, of vraag de autoriteit van oorsprong een exemplaar zonder wachtwoord.
err-view-encryption = Het document is versleuteld op een manier die hier niet wordt ondersteund.
fix-view-encryption = Vraag de autoriteit van oorsprong een niet-versleuteld exemplaar; de kluis beschermt het.
err-view-no-pages = In het document is geen enkele pagina gevonden.
fix-view-no-pages = Vraag de autoriteit van oorsprong een gaaf exemplaar.
err-view-unsupported = Dit document is van een vorm van { $media } die hier niet getoond wordt; dat zegt niets ten nadele ervan.
fix-view-unsupported = Haal het eruit met “zegelctl doc open --out”, of registreer het in een vorm die wordt getoond.
err-view-cut =
    { $cause ->
        [end] Het einde van het document ontbreekt.
       *[limit] Alleen de eerste { $pages } pagina’s van het document kunnen getoond worden.
    }
fix-view-cut = Laat het in verschillende delen registreren.
err-view-no-page = Er is geen pagina { $page }.
fix-view-no-page = Kies een pagina van dit document.
err-view-timeout = De pagina duurde langer dan { $seconds } seconden en werd opgegeven.
fix-view-timeout = Open het document opnieuw. Blijft de pagina weg, vraag dan de autoriteit van oorsprong een eenvoudiger exemplaar.
err-view-died = Het document had meer geheugen of tijd nodig dan toegestaan en werd gesloten.
fix-view-died = Open het opnieuw. Sluit het weer, vraag dan de autoriteit van oorsprong een eenvoudiger exemplaar.
err-view-sandbox =
    Deze computer biedt niet de bescherming waarachter documenten worden geopend: { $cause ->
        [landlock] de kernel kan een programma geen bestanden ontzeggen (Landlock)
        [seccomp] de kernel kan een programma geen systeemaanroepen ontzeggen (seccomp)
       *[worker] het weergaveprogramma kon zich niet afsluiten
    }.
fix-view-sandbox = Laat een Linuxkernel vanaf 5.19 installeren, met Landlock ingeschakeld.
err-view-no-worker = Het weergaveprogramma ontbreekt of start niet: { os-cause }.
fix-view-no-worker = Laat Zegel opnieuw installeren.
err-view-no-answer = Het weergaveprogramma stopte, of antwoordde niet, voordat het het document kreeg.
fix-view-no-answer = Probeer het opnieuw. Blijft het zo, laat Zegel dan opnieuw installeren.
err-view-source = Het document kon niet tot het einde worden gelezen: { os-cause }.
fix-view-source = Laat de kluis nakijken met “zegelctl doctor”.
err-view-image =
    De pagina kon niet worden gemarkeerd en wordt niet getoond: { $cause ->
        [size] met haar stroken zou ze te groot zijn
        [banner] de markering is langer dan een pagina
        [colour] het beleid noemt een kleur die er geen is
        [font] het lettertype is niet te lezen
       *[encoding] het beeld kon niet gemaakt worden
    }.
fix-view-image = Laat de markering en de kleuren van het beleid nakijken.
missing-on-page = Niet getoond op deze pagina, of anders dan in het document: { $list }
missing-cut-short = einde van het bestand ontbreekt
missing-repaired = inhoudstabel van het bestand beschadigd: de inhoud werd opgezocht
missing-pages = pagina’s niet gevonden in het bestand
missing-content = tekeninstructies ontbreken of zijn onleesbaar
missing-object = onderdeel ontbreekt in het bestand
missing-font = lettertype ontbreekt in het bestand of is onleesbaar, vervangen door een ander
missing-letters = tekens zonder bekende vorm, vervangen door vakjes
missing-picture = afbeelding onleesbaar
missing-picture-cut = afbeelding waarvan het einde ontbreekt
missing-picture-too-large = afbeelding te groot om te tonen
missing-filter = gegevens op onbekende wijze gecomprimeerd
missing-annotation = annotatie niet getoond
missing-note = notitie waarvan de tekst niet op de pagina staat
missing-field = formulierveld dat iets anders toont dan zijn waarde, of niet de hele waarde
missing-look-uncompared = veld of notitie, getekend als afbeelding of in letters die niet te lezen zijn: niet nagegaan of het toont wat het zegt, namelijk
missing-drawn-otherwise = pagina die een ander programma anders tekent, zodat een van de twee letters, lijnen of afbeeldingen mist of andere toont: vergelijk met het origineel
missing-not-compared = pagina niet vergeleken: het programma dat elke pagina een tweede keer tekent, heeft deze niet getekend
missing-picture-differs = afbeelding waarvan de gegevens een andere grootte of andere kleuren hebben dan het document zegt: ze kan afgesneden, vervormd of verminkt zijn
missing-numbering = nummers van lijsten of titels die ontbreken, of waarvoor een teken (•) staat, omdat ze hier niet berekend kunnen worden
missing-counted = geschrapte alinea’s van een lijst, hier getoond en meegeteld: zodra ze weg zijn, hebben de alinea’s erna andere nummers
missing-signature = elektronische handtekening, hier niet nagegaan
missing-dynamic-form = dynamisch formulier (XFA), dat enkel het programma van de maker kan tonen
missing-attachment = bijgevoegd bestand, hier niet getoond
missing-encoding = vermoedelijke tekencodering
missing-undecodable = bytes die in deze codering geen tekst zijn
missing-more = andere onderdelen
missing-layer = laag die het document zelf niet toont
missing-hidden = verborgen annotatie of veld, of buiten de pagina
missing-colour = kleuren die niet berekend kunnen worden: wat ermee getekend is, ziet er anders uit of is niet zichtbaar
missing-blank = tekst die op de pagina staat, maar waarvan niets te zien is
missing-pictures = andere afbeeldingen in hetzelfde bestand, niet getoond
missing-within = pdf verderop in het bestand, hier als tekst getoond; bytes ervoor
missing-reading = lettertype dat niet zegt welke letters het tekent: op de gelezen tekst is niet te vertrouwen
missing-too-long = te lang: het document gaat verder dan de pagina’s die getoond kunnen worden
missing-follows = iets anders in hetzelfde bestand, na het document of ervoor, niet getoond; de grootte in bytes
missing-unseen = tekst die op de pagina niet zichtbaar is, zoals die achter een scan; hij kan gelezen en doorzocht worden
missing-shading = kleurverloop of patroon dat niet getekend kan worden
missing-nested = onderdelen die te diep genest zijn om getekend te worden
missing-packed = e-mail getoond zoals hij voor verzending gecodeerd is: wat de delen zeggen, is niet gedecodeerd
missing-binary = gegevens midden in de tekst die geen tekst zijn: er staan punten voor
missing-script = script of handeling die het document een programma wil laten uitvoeren, hier niet uitgevoerd
missing-earlier = wijzigingen die achter het einde van het document zijn toegevoegd: wat er voordien stond, zit nog in het bestand en wordt niet getoond
missing-differs = de tekst kan verschillen: lettertype dat andere letters tekent dan die welke gelezen en doorzocht worden
missing-aside = tekst die andere programma’s alleen tonen als men iets aanwijst of een formulier herstelt, of alleen voorlezen (tooltip, standaardwaarde, auteur of onderwerp van een notitie, beschrijving van een koppeling of een afbeelding), niet op de pagina; hij kan gelezen worden
missing-unformatted = opmaak: alleen de tekst wordt getoond, in leesvolgorde; de schikking, de lijsttekens die een dia van haar model overneemt en de vorm van formules niet, de nummers van lijsten en titels worden hier berekend, en wat boven of onder de regel staat kan als ^ of _ geschreven zijn, of als gewone tekst
missing-part = deel van het bestand dat hier niet gelezen wordt
missing-twice = hetzelfde twee keer in het bestand: andere programma’s kunnen het andere tonen
missing-concealed = tekst die het document schrapt of verbergt, hier getoond: geschrapte tekst tussen ~~, verborgen tekst tussen [[ en ]]
missing-stored = waarden worden getoond zoals ze bewaard zijn, niet zoals ze opgemaakt zijn
missing-outside = adres buiten het bestand waarnaar het verwijst, niet opgehaald
missing-marks = onzichtbare tekens die de schrijfrichting keren of tussen letters staan: hier met hun naam getekend tussen ‹ en ›; andere programma’s kunnen een andere volgorde tonen
missing-apart = verdere tekst van het bestand, die andere programma’s niet meteen tonen: aan het einde van de tekst, achter een streep
missing-clear = afbeelding in wat volledig doorzichtig is, niet zichtbaar
missing-sum = gegevens die niet overeenstemmen met hun controlesom: beschadigd of gewijzigd
missing-unlisted = pagina in het bestand waarheen zijn lijst van pagina’s niet leidt, niet getoond
missing-laid-out = opmaak door een ander programma dan dat van de maker: regels en pagina’s kunnen anders afbreken
missing-recognised = tekst gelezen met tekenherkenning, waarin letters fout kunnen zijn
missing-unrecognised = gescande pagina die tekenherkenning niet tot het einde heeft gelezen: wat erop staat, staat in geen tekst
missing-damaged = beschadigd: vanaf daar wordt het anders getoond dan het was, of helemaal niet
missing-unseen-picture = afbeelding waarvan niets te zien is: verborgen door haar masker, doorzichtig, bedekt of buiten de pagina
missing-alternate = andere afbeelding in de plaats van een die getoond wordt, om af te drukken of voor andere programma’s, niet getoond
missing-source = getoond als brontekst: wat andere programma’s ervan tekenen of opmaken, wordt hier niet getoond
missing-fraction = slechts één deel van een e-mail die in verschillende delen verzonden is: de andere zitten niet in het bestand
missing-instead = tekst die gelezen, gekopieerd en doorzocht wordt in plaats van wat getekend is, en die iets anders zegt
missing-uncompared = lettertype dat niet zegt wat zijn vormen zijn: er kon niet worden nagegaan of men de letters ziet die gelezen en doorzocht worden
reason-no-lines = Geen regel beantwoordt aan de vraag: er zijn alleen de kopjes.
reason-no-text = In dit document zijn geen letters gevonden: het is misschien een scan. Bekijk de pagina’s.

## marking: labels and policies

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NIET GECLASSIFICEERD
level-restricted = BEPERKT
level-confidential = VERTROUWELIJK
level-secret = GEHEIM
level-top-secret = ZEER GEHEIM
# The tags of the policies that ship.
tag-administrative = Administratieve vermeldingen
tag-context = Context
tag-handling = Behandeling
tag-only = Uitsluitend
tag-releasable-to = Vrij te geven aan
tag-special-category-designators = Bijzondere categorieën
ui-marking-fr = In het Frans
ui-marking-nl = In het Nederlands
ui-equivalents = Equivalenten
ui-equivalents-hint = Ter informatie: alleen de oorspronkelijke markering geldt.
ui-label-xml = ADatP-4774-label
cli-label-valid = Het label is geldig.
cli-label-invalid = Het label is niet geldig.
cli-bound-same = stemt overeen met de vingerafdruk
cli-bound-altered = GEWIJZIGD sinds het label
cli-bound-missing = niet gevonden
cli-bound-unknown = zonder vingerafdruk
cli-bound-within = in de binding zelf
cli-bound-data = Gegevens
err-unknown-level = “{ $level }” is geen niveau.
err-level-of-another = “{ $level }” is een niveau van { $policy }, niet van dit beleid.
err-level-of-two = “{ $level }” is de afkorting van { $own }, en staat voor { $other } op de documenten van { $policy }.
err-former-level = “{ $level }” is een vermelding van vóór de huidige wet, en geen niveau.
err-level-under-every-policy = “{ $level }” is de naam die { $policy } aan het niveau geeft, en dit geldt onder elk beleid.
fix-unknown-level = Kies uit: { $choices }.
fix-level-of-another = Kies het beleid { $policy } (zegelctl: --policy { $policy }), of een niveau van dit beleid: { $choices }.
fix-level-of-two = Schrijf { $own } voluit, of kies het beleid { $policy } (zegelctl: --policy { $policy }) als { $other } bedoeld is.
fix-former-level = Kies uit: { $choices }. Een stuk dat deze vermelding draagt, is pas BEPERKT als de autoriteit van oorsprong het zo classificeert.
fix-level-under-every-policy = Is hetzelfde niveau onder elk beleid bedoeld, geef dan { $same } op.
err-unknown-policy = Het beleid “{ $policy }” is niet bekend.
fix-unknown-policy = Kies BEL, NATO of EU, of geef een SPIF-bestand waar dat mag.
err-no-level = Er is geen niveau opgegeven.
fix-no-level = Voeg --level NIVEAU of --label label.xml toe: een niveau wordt niet geraden.
err-label = Het label, de machtiging of het beleid is niet te lezen.
fix-label = Verbeter het bestand op de vermelde regel.
err-xml-too-large = Het bestand telt { $bytes } bytes; er worden er hoogstens { $limit } gelezen.
fix-xml-too-large = Vraag een correct bestand aan wie het bezorgde.
err-xml-not-utf8 = Het bestand is geen UTF-8 (byte { $at }).
fix-xml-not-utf8 = Bewaar het als UTF-8, of vraag een correct bestand aan wie het bezorgde.
err-xml-dtd = Regel { $line }: een documenttype of entiteit; die worden nooit gelezen.
fix-xml-dtd = Vraag een correct bestand aan wie het bezorgde.
err-xml-too-deep = Regel { $line }: meer dan { $limit } elementen in elkaar.
fix-xml-too-deep = Vraag een correct bestand aan wie het bezorgde.
err-xml-too-many-nodes = Het bestand telt meer dan { $limit } elementen.
fix-xml-too-many-nodes = Vraag een correct bestand aan wie het bezorgde.
err-xml-too-many-attributes = Regel { $line }: meer dan { $limit } attributen of naamruimten bij één element.
fix-xml-too-many-attributes = Vraag een correct bestand aan wie het bezorgde.
err-xml-malformed =
    Regel { $line }: dit is geen goede XML: { $flaw ->
        [encoding] het bestand noemt een andere codering dan UTF-8
        [end] het houdt op voor alles gesloten is
        [close] het gesloten element is niet het element dat open is
        [namespace] een voorvoegsel staat voor geen naamruimte
        [entity] een verwijzing leidt nergens heen
        [twice] hetzelfde attribuut staat er twee keer
        [character] een teken staat waar het niet kan staan
       *[form] dit kan hier niet staan
    }.
fix-xml-malformed = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-not-a-spif = Regel { $line }: “{ $found }” is geen veiligheidsbeleid (XML SPIF).
fix-policy-not-a-spif = Vraag een correct bestand aan wie het bezorgde.
err-policy-unsupported-version = Regel { $line }: versie { $version } van het formaat is niet bekend.
fix-policy-unsupported-version = Vraag een correct bestand aan wie het bezorgde.
err-policy-missing = Regel { $line }: “{ $what }” ontbreekt.
fix-policy-missing = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-repeated = Regel { $line }: “{ $name }” mag hier maar één keer staan.
fix-policy-repeated = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-unknown-element = Regel { $line }: “{ $name }” is hier niet bekend.
fix-policy-unknown-element = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-bad-value = Regel { $line }: “{ $attribute }” kan niet “{ $value }” zijn.
fix-policy-bad-value = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-too-long = Regel { $line }: “{ $attribute }” is langer dan { $limit } tekens.
fix-policy-too-long = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-policy-duplicate-classification = Regel { $line }: de classificatie “{ $name }” staat er twee keer in.
fix-policy-duplicate-classification = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-duplicate-lacv = Regel { $line }: het nummer { $lacv } duidt twee dingen aan.
fix-policy-duplicate-lacv = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-duplicate-tag-set = Regel { $line }: de groep “{ $name }” staat er twee keer in.
fix-policy-duplicate-tag-set = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-duplicate-tag-set-id = Regel { $line }: de identificatie { $id } duidt twee groepen aan.
fix-policy-duplicate-tag-set-id = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-duplicate-value = Regel { $line }: de waarde “{ $value }” staat er twee keer in.
fix-policy-duplicate-value = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-unknown-classification = Regel { $line }: er is geen classificatie “{ $name }”.
fix-policy-unknown-classification = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-unknown-tag-set = Regel { $line }: er is geen groep “{ $name }”.
fix-policy-unknown-tag-set = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-unknown-value = Regel { $line }: de groep “{ $tagset }” heeft geen waarde { $lacv } van dit type.
fix-policy-unknown-value = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-unknown-policy = Regel { $line }: “{ $name }” staat niet in de lijst van gelijkwaardige beleidslijnen.
fix-policy-unknown-policy = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-one-or-all = Regel { $line }: één waarde of alle, niet beide en niet geen van beide.
fix-policy-one-or-all = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-empty-requirement = Regel { $line }: een vereiste die niets aanduidt.
fix-policy-empty-requirement = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-excludes-itself = Regel { $line }: “{ $value }” sluit zichzelf uit.
fix-policy-excludes-itself = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-contradiction = Regel { $line }: “{ $what }” kan nooit gebruikt worden, want de regels ervan spreken elkaar tegen.
fix-policy-contradiction = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-selection-bounds = Regel { $line }: “{ $tag }” vraagt meer waarden dan het toelaat.
fix-policy-selection-bounds = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-too-much = Het beleid bevat meer vermeldingen, waarden of regels dan de toegelaten { $limit }.
fix-policy-too-much = Vraag een correct bestand aan wie het bezorgde.
err-policy-period-reversed = Regel { $line }: de periode eindigt voor ze begint.
fix-policy-period-reversed = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-policy-equivalent-twice = Regel { $line }: twee verschillende equivalenten in “{ $policy }”.
fix-policy-equivalent-twice = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-label-not-a-label = Regel { $line }: “{ $found }” is geen label en geen machtiging.
fix-label-not-a-label = Vraag een correct bestand aan wie het bezorgde.
err-label-missing = Regel { $line }: “{ $what }” ontbreekt.
fix-label-missing = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-label-repeated = Regel { $line }: “{ $name }” mag hier maar één keer staan.
fix-label-repeated = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-label-unknown-element = Regel { $line }: “{ $name }” is hier niet bekend.
fix-label-unknown-element = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-label-out-of-order = Regel { $line }: “{ $name }” moet eerder staan.
fix-label-out-of-order = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-label-bad-value = Regel { $line }: “{ $what }” kan niet “{ $value }” zijn.
fix-label-bad-value = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-label-invalid = Het label schendt zijn beleid op { $count } { $count ->
       [one] punt
      *[other] punten
    }.
fix-label-invalid = Verbeter het label volgens de opgesomde punten.
err-dominance-nothing = Er is geen label om te combineren.
fix-dominance-nothing = Kies de markering zelf, op basis van het document.
err-dominance-other-policy = Een label onder { $found } kan niet gecombineerd worden met labels onder { $expected }.
fix-dominance-other-policy = Kies de markering zelf, op basis van het document.
err-dominance-invalid = Deze labels samen zijn niet toegelaten door het beleid.
fix-dominance-invalid = Kies de markering zelf, op basis van het document.
err-translate-no-table = Er is geen tabel van equivalenten tussen { $from } en { $to }.
fix-translate-no-table = Toon alleen de oorspronkelijke markering.
err-translate-no-equivalent = “{ $what }” heeft geen equivalent in { $to }.
fix-translate-no-equivalent = Toon alleen de oorspronkelijke markering.
err-translate-ambiguous = “{ $what }” heeft meer dan één equivalent in { $to }.
fix-translate-ambiguous = Toon alleen de oorspronkelijke markering.
err-translate-choice-needed = { $to } vraagt een keuze uit: { $values }.
fix-translate-choice-needed = Kies de markering zelf, op basis van het document.
err-translate-widens = Het equivalent zou de kring van lezers verruimen ({ $tag }).
fix-translate-widens = Toon alleen de oorspronkelijke markering.
err-translate-dangling = De tabel van { $policy } verwijst naar “{ $what }”, dat in { $to } niet bestaat.
fix-translate-dangling = Laat de auteur het beleid verbeteren: een beleid dat zichzelf tegenspreekt wordt nooit toegepast.
err-translate-invalid = Het equivalent is niet toegelaten door zijn beleid.
fix-translate-invalid = Toon alleen de oorspronkelijke markering.
err-binding-not-a-binding = Regel { $line }: “{ $found }” is geen bindingsbestand (ADatP-4778).
fix-binding-not-a-binding = Vraag een correct bestand aan wie het bezorgde.
err-binding-missing = Regel { $line }: “{ $what }” ontbreekt.
fix-binding-missing = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-binding-repeated = Regel { $line }: “{ $name }” mag hier maar één keer staan.
fix-binding-repeated = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-binding-unknown-element = Regel { $line }: “{ $name }” is hier niet bekend.
fix-binding-unknown-element = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-binding-bad-value = Regel { $line }: “{ $what }” kan niet “{ $value }” zijn.
fix-binding-bad-value = Verbeter het bestand op de aangegeven regel en probeer opnieuw.
err-binding-elsewhere = Regel { $line }: “{ $uri }” leidt elders, en er wordt nooit buiten de map gekeken.
fix-binding-elsewhere = Vraag een correct bestand aan wie het bezorgde.
err-binding-empty = Een binding vraagt minstens één label en waarop het slaat.
fix-binding-empty = Geef minstens één label op, en het bestand waarop het slaat.
reason-label-other-policy = Het label valt onder { $found }, niet onder { $expected }.
reason-label-other-policy-fix = Kies het beleid van het label.
reason-label-unknown-classification = “{ $name }” is geen classificatie van dit beleid.
reason-label-unknown-classification-fix = Kies uit: { $choices }.
reason-label-classification-of-another = “{ $name }” is een classificatie van { $policy }, niet van dit beleid.
reason-label-classification-of-another-fix = Kies het beleid { $policy } (zegelctl: --policy { $policy }), of een niveau van dit beleid: { $choices }.
reason-label-classification-of-two = “{ $name }” is de afkorting van { $own }, en staat voor { $other } op de documenten van { $policy }.
reason-label-classification-of-two-fix = Schrijf { $own } voluit, of kies het beleid { $policy } (zegelctl: --policy { $policy }) als { $other } bedoeld is.
reason-label-former-mention = “{ $name }” is een vermelding van vóór de huidige wet, en geen classificatie.
reason-label-former-mention-fix = Kies uit: { $choices }. Een stuk dat deze vermelding draagt, is pas BEPERKT als de autoriteit van oorsprong het zo classificeert.
reason-label-obsolete-classification = “{ $name }” wordt niet meer toegekend.
reason-label-obsolete-classification-fix = Kies een geldend niveau: { $choices }.
reason-label-unknown-tag = “{ $tag }” bestaat niet in dit beleid.
reason-label-unknown-tag-fix =
    { $choices ->
        [none] Verwijder de vermelding of kies het beleid dat ze kent.
       *[other] Verwijder de vermelding of kies uit: { $choices }.
    }
reason-label-wrong-kind =
    “{ $tag }” is { $expected ->
        [RESTRICTIVE] beperkend
        [PERMISSIVE] verruimend
        [INFORMATIVE] informatief
       *[other] { $expected }
    }, niet { $found ->
        [RESTRICTIVE] beperkend
        [PERMISSIVE] verruimend
        [INFORMATIVE] informatief
       *[other] { $found }
    }.
reason-label-wrong-kind-fix = Verbeter het type in het label.
reason-label-unknown-value = “{ $tag }” heeft geen waarde “{ $value }”.
reason-label-unknown-value-fix =
    { $choices ->
        [none] Verwijder ze: het beleid kent er geen die mag worden toegekend.
       *[other] Kies uit: { $choices }.
    }
reason-label-obsolete-value = “{ $value }” ({ $tag }) wordt niet meer toegekend.
reason-label-obsolete-value-fix =
    { $choices ->
        [none] Verwijder ze: het beleid kent er geen die mag worden toegekend.
       *[other] Kies uit: { $choices }.
    }
reason-label-not-in-force = “{ $what }” geldt niet op de datum van het label.
reason-label-not-in-force-fix = Controleer de datum of kies een andere waarde.
reason-label-too-few = “{ $tag }” vraagt minstens { $min } { $min ->
       [one] waarde
      *[other] waarden
    }.
reason-label-too-few-fix = Kies er meer.
reason-label-too-many = “{ $tag }” laat hoogstens { $max } { $max ->
       [one] waarde
      *[other] waarden
    } toe.
reason-label-too-many-fix = Kies er minder.
reason-label-excluded-classification = “{ $value }” ({ $tag }) is niet toegelaten op niveau { $classification }.
reason-label-excluded-classification-fix = Verwijder de vermelding, of kies een ander niveau als de inhoud dat verantwoordt.
reason-label-required-classification = “{ $value }” ({ $tag }) is alleen toegelaten op niveau { $classification }.
reason-label-required-classification-fix = Verwijder de vermelding of kies dat niveau.
reason-label-required-category = “{ $by }” vereist { $operation ->
       [only-one] precies één van deze vermeldingen
       [one-or-more] minstens één van deze vermeldingen
      *[all] al deze vermeldingen
    }: { $values }.
reason-label-required-category-fix = Kies de vereiste vermeldingen.
reason-label-excluded-category = “{ $value }” ({ $tag }) sluit “{ $other }” uit.
reason-label-excluded-category-fix = Verwijder een van beide.
reason-label-bad-input = “{ $value }” past niet bij “{ $tag }”: { $form ->
       [integer] een getal wordt verwacht
       [date] een datum wordt verwacht
      *[text] een korte tekst wordt verwacht
    }.
reason-label-bad-input-fix = Verbeter de invoer.
reason-label-unknown-privacy-mark = “{ $name }” is geen vertrouwelijkheidsvermelding van dit beleid.
reason-label-unknown-privacy-mark-fix =
    { $choices ->
        [none] Verwijder ze: het beleid kent er geen die mag worden toegekend.
       *[other] Kies uit: { $choices }.
    }
reason-label-obsolete-privacy-mark = “{ $name }” wordt niet meer toegekend.
reason-label-obsolete-privacy-mark-fix =
    { $choices ->
        [none] Verwijder ze: het beleid kent er geen die mag worden toegekend.
       *[other] Kies uit: { $choices }.
    }
reason-label-privacy-mark-missing = Een vertrouwelijkheidsvermelding is vereist.
reason-label-privacy-mark-missing-fix =
    { $choices ->
        [none] Geef een vertrouwelijkheidsvermelding op.
       *[other] Kies uit: { $choices }.
    }
reason-label-privacy-mark-not-allowed = Dit beleid laat geen vertrouwelijkheidsvermelding toe.
reason-label-privacy-mark-not-allowed-fix = Verwijder ze.
reason-label-bad-text = “{ $field }” is leeg, te lang of bevat onmogelijke tekens.
reason-label-bad-text-fix = Verbeter de invoer.
reason-label-review-before-creation = De herziening is gedateerd vóór het label.
reason-label-review-before-creation-fix = Kies een latere datum.
reason-label-succession-before-creation = De geplande wijziging is gedateerd vóór het label.
reason-label-succession-before-creation-fix = Kies een latere datum.
label-change-policy = Beleid: { $from } wordt { $to }.
label-change-raised = Verhoogd: { $from } wordt { $to }.
label-change-lowered = Verlaagd: { $from } wordt { $to }.
label-change-classification = Classificatie: { $from } wordt { $to }.
label-change-added = Toegevoegd: { $value } ({ $tag }).
label-change-removed = Verwijderd: { $value } ({ $tag }).
label-change-audience-given = Kring nu beperkt ({ $tag }): { $values }.
label-change-audience-dropped = Beperking van de kring verwijderd ({ $tag }): { $values }.
label-change-privacy-mark = Vertrouwelijkheidsvermelding: { $from } wordt { $to }.
label-change-originator = De autoriteit van oorsprong van het label verandert.
label-change-review = De datum van herziening verandert.
label-change-succession = De geplande wijziging verandert.
err-marking = Deze markering is niet geldig volgens haar beleid.
fix-marking = Verbeter elk van de punten.

## marking: decisions and calendar

ui-nav-calendar = Termijnen
ui-finalised = Afgewerkt op
ui-formerly = Voorheen
ui-also-of = Ook van
ui-still-of = Nog altijd van
ui-term = Termijn
ui-term-lapses = te beslissen tegen { $date }
ui-term-exempt-unclassified = Geen termijn: niet geclassificeerd
ui-term-exempt-restricted = Geen termijn: het laagste niveau heeft er geen
ui-term-exempt-foreign = Hier geen termijn: een andere autoriteit beslist
ui-term-running = Lopend
ui-term-due = Te beslissen
ui-term-overdue = Achterstallig
ui-term-expired = 100 jaar voorbij
ui-nature-declassify = Declassificatie
ui-nature-downgrade = Verlaging
ui-nature-upgrade = Verhoging
ui-nature-remark = Andere vermeldingen
ui-nature-maintain = Behoud
ui-decide-change = Markering wijzigen…
ui-decide-maintain = Classificatie behouden…
ui-decide-declassify = Declassificeren…
ui-decide = Beslissen…
ui-decide-title = Over de classificatie beslissen
ui-decide-what = Wat beslist u?
ui-decide-missing-intent = de beslissing
ui-decide-title-change = De markering wijzigen
ui-decide-title-maintain = De classificatie behouden
ui-decide-title-declassify = Declassificeren
ui-decide-submit-change = Markering wijzigen
ui-decide-submit-maintain = Behouden
ui-decide-submit-declassify = Declassificeren
ui-decide-about = { $reference }: { $title }
ui-decide-before = Nu
ui-decide-after = Daarna
ui-decide-none = Kies een niveau.
ui-decide-changes = Wat er verandert
ui-decide-earlier =
    { $count ->
        [one] Eén eerdere versie van het document gaat mee: ook die draagt de nieuwe markering.
       *[other] { $count } eerdere versies van het document gaan mee: ook die dragen de nieuwe markering.
    }
ui-decide-notes =
    { $count ->
        [one] Eén notitie bij het document gaat mee: wie het onder de nieuwe markering leest, leest ze.
       *[other] { $count } notities bij het document gaan mee: wie het onder de nieuwe markering leest, leest ze.
    }
ui-decide-narrower = (minder lezers)
ui-decide-wider = (meer lezers)
ui-decide-interest = Te beschermen belang (art. 3, § 1)
ui-decide-interest-choose = Kies het belang
ui-decide-motive = Motivering
ui-decide-motive-hint = Minstens { $n } tekens. Ze staat in het register van de beslissingen.
ui-decide-missing-change = iets dat verandert
ui-decide-review = Opnieuw te bekijken op
ui-decide-review-wrong = Kies een dag na vandaag, ten laatste over tien jaar (art. 7 § 3).
ui-decide-dates-wrong = Deze datums volgen niet op elkaar.
ui-decide-consent = Toestemming van de autoriteit van oorsprong
ui-decide-consent-text = Nodig als het document van een andere autoriteit is.
ui-decide-consent-authority = Autoriteit
ui-decide-consent-reference = Referentie
ui-decide-consent-from = Vanaf
ui-decide-consent-until = Tot en met
ui-decide-notify = Moeten worden verwittigd
ui-decide-not-yet = Nog niet mogelijk.
ui-decide-missing-marking = het niveau
ui-decide-missing-interest = het belang
ui-decide-missing-motive = de motivering
ui-decide-missing-second = de tweede officier en zijn wachtwoordzin
ui-decide-two-text = Twee openen dit document, nu of na deze beslissing, dus twee nemen ze: de tweede officier typt hier zijn wachtwoordzin, en beiden komen in het logboek.
ui-decide-two-sealed = Wat op zijn fiche staat, weten alleen u beiden: wat tegen de beslissing spreekt, wordt gezegd wanneer u ze neemt.
ui-decide-missing-review = een dag om het opnieuw te bekijken, binnen tien jaar
ui-decide-missing-dates = de datums van de toestemming
ui-decide-may = U kunt deze beslissing nemen.
ui-decide-done = { $nature ->
    [maintain] Classificatie behouden: { $reference }
    [declassify] Gedeclassificeerd; voortaan { $reference }
    *[other] Markering gewijzigd; voortaan { $reference }
    }
ui-decide-tell = Te verwittigen bestemmelingen
ui-decide-tell-text = Ze kregen het document onder zijn vroegere markering. Noteer hier dat elk van hen werd verwittigd, nu of later vanuit het register.
ui-calendar-title = Termijnen en beslissingen
ui-calendar-tab-due = Termijnen
ui-calendar-tab-register = Register van de beslissingen
ui-calendar-state = Toestand
ui-calendar-any-state = Alle toestanden
ui-calendar-until = Tot en met
ui-calendar-by = Tegen
ui-calendar-no-match = Niets gevonden
ui-calendar-no-match-text = Kies een latere datum of een ander dossier, of wis de filters.
ui-calendar-empty = Niets te beslissen
ui-calendar-empty-text = Geclassificeerde documenten die u mag openen, verschijnen hier met de dag waartegen hun classificatie opnieuw moet worden beslist.
ui-calendar-finalised = Afgewerkt op { $date }
ui-calendar-window = te beslissen vanaf { $date }
ui-calendar-expires = eindigt uiterlijk op { $date }
ui-calendar-overdue-text = De termijn is voorbij zonder beslissing. Het document blijft beschermd tot er een is.
ui-calendar-expired-text = Er zijn honderd jaar voorbij: de classificatie is van rechtswege geëindigd. Het document moet nog worden gedeclassificeerd.
ui-decision-count = { $n ->
    [one] { $shown } beslissing
    *[other] { $shown } beslissingen
    }
ui-decision-empty = Nog geen beslissing
ui-decision-empty-text = Beslissingen over markeringen verschijnen hier, voor documenten die u mag openen zoals ze nu zijn.
ui-decision-nature = Beslissing
ui-decision-levels = Niveau
ui-decision-recipients = Bestemmelingen
ui-decision-one = Beslissing
ui-decision-interest = Belang (art. 3)
ui-decision-by = Beslist
ui-decision-term = Termijn tot en met
ui-decision-void = Deze beslissing telt niet
ui-decision-formerly = { $now } (voorheen { $before })
ui-decision-consent = { $authority }, { $reference }, geldig vanaf { $from }
ui-decision-consent-until = { $authority }, { $reference }, geldig van { $from } tot en met { $until }
ui-decision-untold = { $n ->
    [one] één te verwittigen
    *[other] { $n } te verwittigen
    }
ui-decision-told = Allen verwittigd
reason-sources-consent = Een van de brondocumenten hoort aan een andere autoriteit: alleen zij kan een markering toestaan die minder beschermt.
reason-sources-consent-fix = Neem de voorgestelde markering over, of laat dat document weg tot de autoriteit van oorsprong toestemt.
reason-consent-missing = De voorafgaande toestemming van de autoriteit van oorsprong is vereist, en er is geen bijgevoegd.
reason-consent-missing-fix = Vraag die toestemming en vermeld de referentie ervan in de aanvraag.
reason-consent-of-another = De vermelde toestemming is van “{ $authority }”. Het document is van “{ $originator }”.
reason-consent-of-another-fix = Vermeld de toestemming van “{ $originator }”. Was die naam van bij de registratie verkeerd, zeg het dan aan een veiligheidsofficier.
reason-consent-of-own = De vermelde toestemming is van “{ $authority }”, een autoriteit van het huis zelf. Het document is van een andere autoriteit.
reason-consent-of-own-fix = Vermeld de toestemming van de autoriteit van wie het document uitgaat.
reason-consent-of-each = De vermelde toestemming is van “{ $authority }”. Het document hangt af van elk van deze autoriteiten: { $originators }.
reason-consent-of-each-fix = Vermeld de toestemming van elk van hen, met een puntkomma ertussen: { $originators }.
release-consented = { $document }: toestemming van “{ $authority }”, { $reference }, van { $from } tot en met { $until }; autoriteit van oorsprong: { $originator }
reason-consent-not-yet-valid = De toestemming van de autoriteit van oorsprong geldt pas vanaf { $from }.
reason-consent-not-yet-valid-fix = Wacht tot die datum.
reason-consent-expired = De toestemming van de autoriteit van oorsprong is op { $until } verlopen.
reason-consent-expired-fix = Vraag een nieuwe toestemming en vermeld de referentie ervan.
reason-nothing-to-maintain = Voor dit document loopt geen termijn: er valt niets te behouden.
reason-nothing-to-maintain-fix = Wijzig de markering als ze niet meer juist is; anders hoeft er niets te gebeuren.
held-consent = De autoriteit van oorsprong stemt toe, of hoeft niet te worden geraadpleegd.
nature-declassify = gedeclassificeerd
nature-downgrade = niveau verlaagd
nature-upgrade = niveau verhoogd
nature-remark = anders gemarkeerd, op hetzelfde niveau
nature-maintain = behouden
term-exempt = geen termijn
term-exempt-unclassified = geen termijn: niet geclassificeerd
term-exempt-restricted = geen termijn: het laagste niveau heeft er geen
term-exempt-foreign = geen termijn: buitenlandse informatie, haar autoriteit beslist
term-running = termijn loopt
term-due = beslissing te nemen
term-overdue = termijn verstreken zonder beslissing: blijft beschermd
term-expired = honderd jaar verstreken
cli-col-decision = Beslissing
err-bad-consent = “{ $value }” is niet te lezen als een toestemming.
fix-bad-consent = Schrijf AUTORITEIT:REFERENTIE, of DOCUMENT=AUTORITEIT:REFERENTIE.
forged-decided-without-sheet = een beslissing staat niet op de fiche van het document
err-several-policies = Deze documenten zijn gemarkeerd onder verschillende beleidslijnen ({ $expected }, { $found }).
fix-several-policies = Maak een document uit die van één beleid, of laat eerst de andere markeringen vertalen.
reason-hundred-years = Er zijn honderd jaar voorbij: de classificatie is van rechtswege geëindigd en kan niet meer worden behouden.
reason-hundred-years-fix = Declassificeer het document (art. 7, § 3, van de wet van 11 december 1998).
reason-review-too-late = De dag om ze opnieuw te bekijken ligt later dan de wet toelaat: uiterlijk tien jaar na de beslissing.
reason-review-too-late-fix = De termijn loopt alsof die dag niet was vastgelegd. Beslis opnieuw, en verwittig de veiligheidsofficier.

## partners

ui-nav-partners = Partners
ui-partners-title = Partnerdiensten
ui-partners-empty = Geen partners
ui-partners-empty-text = Voeg een dienst toe met zijn sleutel en de overeenkomst waarop de uitwisseling berust.
ui-partner-add = Partner toevoegen…
ui-partner-add-title = Partner toevoegen
ui-partner-add-submit = Toevoegen
ui-partner-change = Wijzigen…
ui-partner-change-title = { $name } wijzigen
ui-partner-change-text = Aan deze partner wordt niets vrijgegeven tot een andere vrijgaveautoriteit of veiligheidsofficier de sleutel opnieuw heeft vergeleken. Vrijgaven die eerder zijn aangevraagd, moeten opnieuw worden aangevraagd.
ui-partner-change-submit = Wijzigen
ui-partner-changed = { $id } is gewijzigd. De sleutel moet opnieuw worden bevestigd vóór elke vrijgave.
ui-partner-changes = Gewijzigd door { $officer } sinds de laatste bevestiging
ui-partner-changes-from = { $before } → { $now }
ui-partner-another-key = een andere sleutel
ui-partner-added = { $id } is toegevoegd. Bevestig de sleutel voor elke vrijgave.
ui-partner-id = Identificatie
ui-partner-id-hint = Kort, zonder spaties: het komt in het logboek.
ui-partner-name = Naam
ui-partner-nation = Land
ui-partner-nation-hint = Drie letters, bijvoorbeeld FRA
ui-partner-communities = Gemeenschappen
ui-partner-contact = Contact
ui-partner-recipient = Ontvangstsleutel (age)
ui-partner-recipient-hint = Begint met age1; age1pq weerstaat ook de kwantumcomputer.
ui-partner-signing-key = Ondertekeningssleutel
ui-partner-ceiling = Plafond
ui-partner-categories = Vermeldingen die de overeenkomst dekt
ui-partner-agreement = Overeenkomst
ui-partner-until = Geldig tot en met
ui-partner-no-agreement = Geen overeenkomst ingeschreven
ui-partner-fingerprint = Vingerafdruk
ui-partner-confirmed = Sleutel bevestigd
ui-partner-unconfirmed = Sleutel te bevestigen
ui-partner-pq = Postkwantum
ui-partner-classic = Klassiek
ui-partner-confirm = Sleutel bevestigen…
ui-partner-confirm-title = Sleutel van { $name } bevestigen
ui-partner-confirm-text = Bel de partner op een nummer dat u al kende, laat hem zijn vingerafdruk voorlezen en typ wat u hoort. Hij staat hier niet: wat men nagaat, schrijft men niet over.
ui-partner-confirm-heard = Gehoorde vingerafdruk
ui-partner-other-confirms = U hebt deze partner ingevoerd of gewijzigd: een andere vrijgaveautoriteit of veiligheidsofficier bevestigt zijn sleutel.
ui-partner-confirm-submit = Bevestigen
ui-partner-confirmed-toast = De sleutel van { $id } is bevestigd.
reason-partner-unconfirmed = De sleutels van partner { $partner } zijn niet bevestigd.
reason-partner-unconfirmed-fix = Vergelijk de vingerafdruk met de partner langs een andere weg en bevestig hem dan.
reason-partner-changed = Partner { $partner } is gewijzigd sinds deze vrijgave is aangevraagd.
reason-partner-changed-fix = Roep deze vrijgave terug en vraag ze opnieuw aan zodra de sleutel van de partner bevestigd is.
reason-partner-waits = Wat { $officer } over deze partner heeft ingeschreven, is nog niet bevestigd.
reason-partner-waits-fix = Bevestig het eerst, of laat { $officer } het wijzigen: niemand bevestigt een eigen sleutel onder de wijziging van een ander.
reason-agreement-missing = Er is geen overeenkomst met partner { $partner } ingeschreven.
reason-agreement-missing-fix = Laat de overeenkomst inschrijven waarop de uitwisseling berust.
reason-agreement-expired = De overeenkomst met partner { $partner } is op { $until } verlopen.
reason-agreement-expired-fix = Laat de verlenging ervan inschrijven vóór elke uitwisseling.
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
reason-partner-category-missing = Dit document draagt een beperkende vermelding die de overeenkomst met partner { $partner } niet dekt.
reason-partner-category-missing-fix = Geef een uittreksel vrij dat ze niet draagt, of laat de overeenkomst uitbreiden en voeg de vermelding bij de partner toe.
reason-partner-excluded = Dit document mag niet worden vrijgegeven aan partner { $partner } ({ $nation }).
reason-partner-excluded-fix = Vraag de autoriteit van oorsprong om de verspreiding te verruimen, of geef een uittreksel vrij dat wel mag.
held-partner = De partner is actief en zijn sleutels zijn bevestigd.
held-agreement = Er is een overeenkomst met de partner van kracht.
held-partner-ceiling = De partner mag dit niveau ontvangen.
held-partner-categories = De overeenkomst dekt alle beperkende vermeldingen.
held-partner-audience = Het document mag aan de partner worden vrijgegeven.
cli-col-agreement = Overeenkomst
cli-col-fingerprint = Vingerafdruk
cli-col-partner = Partner
cli-partner-added = Partner { $partner } is ingeschreven. Te vergelijken vingerafdruk: { $fingerprint }
cli-partner-changed = Partner { $partner } is gewijzigd. Er gaat niets naartoe tot een andere officier deze vingerafdruk heeft vergeleken: { $fingerprint }
cli-partner-to-confirm = Wacht op u: de sleutel van partner { $partner } ({ $name }), ingeschreven door { $officer }. Vergelijk hem langs een andere weg, en dan: zegelctl partner confirm { $partner } --fingerprint F
cli-partner-changes = { $partner } is gewijzigd door { $officer } (inschrijving { $entry }) en wacht op bevestiging:
cli-partner-waits = { $partner }, zoals { $officer } hem heeft ingevoerd (inschrijving { $entry }), wacht op bevestiging:
cli-partner-confirmed = De vingerafdruk van { $partner } is bevestigd, en daarmee:
err-partners-not-toml = De partnertabel is onleesbaar.
fix-partners-not-toml = Verbeter de partnertabel (partners.toml).
err-partners-twice = De partnertabel bevat twee keer dezelfde regel.
fix-partners-twice = Verbeter de partnertabel (partners.toml).
err-partners-unknown-nation = Een gemeenschap heeft een lid dat niet in de tabel staat.
fix-partners-unknown-nation = Verbeter de partnertabel (partners.toml).
err-partners-not-a-code = Een land is niet aangeduid met zijn drielettercode.
fix-partners-not-a-code = Verbeter de partnertabel (partners.toml).
err-partners-period-reversed = Een lidmaatschap eindigt voor het begint.
fix-partners-period-reversed = Verbeter de partnertabel (partners.toml).
forged-partner-confirmed-by-oneself = de sleutel van een partner wordt bevestigd door wie hem invoerde
forged-partner-confirmed-twice = de sleutel van deze partner is al bevestigd
forged-partner-added-twice = deze partner is er al
forged-partner-unchanged = aan deze partner wordt niets gewijzigd
forged-partner-waits = wat een ander over deze partner heeft ingeschreven, is nog niet bevestigd
forged-unknown-partner = deze partner bestaat niet
forged-fingerprint-of-another-key = de bevestigde vingerafdruk is van een andere sleutel
forged-key-of-another = deze sleutel is al van een ander
forged-unknown-nation = dit land bestaat niet
err-unknown-nation = “{ $value }” is geen land (ISO 3166-1, drie letters).
fix-unknown-nation = { $near ->
        [none] Schrijf de code van drie letters, bijvoorbeeld BEL.
       *[other] Misschien: { $near }.
    }
err-key-taken = Deze sleutel is al van { $name } ({ $kind ->
        [officer] officier
        [partner] partner
       *[other] { $kind }
    }).
fix-key-taken = Een sleutel is van één alleen: wat voor de een is verzegeld, zou de ander lezen. Vraag een nieuwe sleutel, gemaakt door wie hem zal hebben.
err-key-secret = Dit is een geheime sleutel, geen openbare.
fix-key-secret = Hij is niets meer waard: wie hem stuurde, moet een andere maken en de openbare sleutel geven, die met age1 begint. Wis deze overal waar hij staat.
err-key-token-reference = Dit is de verwijzing naar een hardwaretoken (AGE-PLUGIN-…), geen sleutel.
fix-key-token-reference = Ze is niet geheim, en er kan niets mee verzegeld worden. De ontvanger van het token wordt getoond door zijn eigen programma, voor een YubiKey age-plugin-yubikey --list, in de regel “Recipient:”. Ook die wordt hier niet aanvaard: vraag de partner een sleutel die met age1 of age1pq1 begint, zonder token.
err-key-ssh = Dit is een SSH-sleutel.
fix-key-ssh = Vraag de partner een age-sleutel, die met age1 begint.
err-key-pgp = Dit is een PGP-sleutel.
fix-key-pgp = Vraag de partner een age-sleutel, die met age1 begint.
err-key-pem = Dit is een certificaat of een sleutel van een andere soort.
fix-key-pem = Vraag de partner een age-sleutel, die met age1 begint.
err-key-tag = Dit is de sleutel van een token (age1tag…), die dit programma niet kent.
fix-key-tag = Vraag de partner een sleutel die met age1 of age1pq1 begint, zonder token.
err-key-plugin = Dit is de sleutel van een token of een andere plug-in van age (age1naam1…), die dit programma niet kent.
fix-key-plugin = Vraag de partner een sleutel die met age1 of age1pq1 begint, zonder token.
err-key-several = Dit zijn meerdere sleutels.
fix-key-several = Geef er één: elke partner heeft de zijne.
err-key-mixed-case = De sleutel mengt hoofdletters en kleine letters.
fix-key-mixed-case = Neem hem opnieuw over: een sleutel staat helemaal in kleine letters.
err-key-character = Teken { $position } komt in geen sleutel voor.
fix-key-character = Neem hem opnieuw over: een sleutel bevat geen b, i of o, en geen andere 1 dan die van het begin.
err-key-length = De sleutel heeft { $found } tekens, geen { $expected }.
fix-key-length = Controleer of hij volledig is overgenomen, en niets anders mee.
err-key-checksum = De sleutel bevat een tikfout: de controlesom klopt niet.
fix-key-checksum = Neem hem opnieuw over in plaats van hem over te typen.
err-key-weak = Deze sleutel beschermt niets.
fix-key-weak = Vraag de partner een andere, en verwittig de veiligheidsofficier.
err-key-unknown = Dit is geen sleutel.
err-signing-key-secret = Dit is een geheime sleutel, niet de openbare waarmee handtekeningen worden nagekeken.
err-signing-key-token-reference = Dit is de verwijzing naar een hardwaretoken (AGE-PLUGIN-…), geen sleutel.
err-signing-key-recipient = Deze sleutel (age1…) dient om voor de partner te verzegelen; hij ondertekent niets.
err-signing-key-unknown = Dit is geen sleutel waarmee handtekeningen worden nagekeken.
fix-key-unknown = Een sleutel begint met age1 of age1pq1. Een vingerafdruk is er geen.
fix-signing-key-secret = Hij is niets meer waard: de afzender moet een andere maken en alleen de openbare sleutel geven. Wis deze overal waar hij staat.
fix-signing-key-token-reference = Ze is niet geheim, en er wordt geen handtekening mee gecontroleerd: het programma vindt er het token mee. Vraag de partner de openbare sleutel waarmee hij ondertekent, of laat dit veld leeg.
fix-signing-key-recipient = Vraag de partner om de openbare sleutel waarmee hij ondertekent, of laat dit veld leeg: age1… is de sleutel van de ontvanger.
fix-signing-key-unknown = Geef de openbare sleutel van OpenSSH, OpenPGP, X.509, minisign of een ondertekende nota, of een Ed25519-sleutel in Base64 of hexadecimaal. Een vingerafdruk is er geen.
err-partner-unseen = { $partner } is gewijzigd in inschrijving { $entry }; wie de sleutel bevestigt, bevestigt ook die wijziging.
fix-partner-unseen = Kijk na wat gewijzigd is (zegelctl partner list). Klopt alles, bevestig dan opnieuw met --entry { $entry }; open in het venster het dialoogvenster opnieuw.
err-fingerprint = Dit is de vingerafdruk of de code van een andere sleutel.
fix-fingerprint = Vraag hem opnieuw langs een andere weg. Verschilt hij nog, dan is de sleutel misschien verwisseld: gebruik niets en verwittig de veiligheidsofficier.

## releases

ui-nav-release = Vrijgave
ui-release-this = Vrijgeven…
ui-recipient = { $name } ({ $partner }), pakket van { $at }
ui-recipient-written = Pakket van { $at }
ui-recipient-tell = Werd verwittigd
ui-recipient-told = Verwittigd op { $at }
ui-release-title = Vrijgave aan een partner
ui-release-tab-prepare = Voorbereiden
ui-release-tab-requests = Aanvragen
ui-release-partner = Partner
ui-release-partner-choose = Kies een partner
ui-release-no-partners = Er is nog geen partner ingeschreven.
ui-release-add-document = Document toevoegen: titel of referentie
ui-release-purpose = Doel van de vrijgave
ui-release-decisions = Beslissing per document
ui-release-decisions-empty = Kies een partner en documenten: de beslissing verschijnt hier meteen.
ui-release-decisions-no-documents = Kies documenten: de beslissing verschijnt hier meteen.
ui-release-may = Mag aan { $partner } worden vrijgegeven
ui-release-may-not = Mag niet aan { $partner } worden vrijgegeven
ui-release-needs-consent = De toestemming van de autoriteit van oorsprong is nodig
ui-release-undecided = Nog niet beslist
ui-release-consent-authority = Autoriteit die toestemt
ui-release-consent-reference = Referentie van de toestemming
ui-release-remove = { $what } verwijderen
ui-release-request = Vrijgave aanvragen…
ui-release-request-submit = Aanvragen
ui-release-request-text = Dit is precies wat vertrekt zodra de aanvraag is goedgekeurd.
ui-release-requested = Aanvraag ingediend.
ui-release-missing-partner = een partner
ui-release-missing-documents = minstens één document
ui-release-missing-purpose = het doel
ui-release-missing-consents = de vereiste toestemmingen
ui-release-missing-refused = het weghalen van wat niet vrijgegeven mag worden
ui-release-contents = Inhoud
ui-release-key = Sleutel van de ontvanger
ui-release-requests-empty = Geen aanvragen
ui-release-requests-empty-text = Vrijgaveaanvragen die u mag zien, verschijnen hier.
ui-release-status-waiting = Wacht op een ander
ui-release-status-approved = Goedgekeurd, nog niet weggeschreven
ui-release-status-written = Pakket weggeschreven
ui-release-status-recalled = Teruggeroepen
ui-release-status-refused = Geweigerd
ui-release-requested-by = Aangevraagd door { $officer }, { $at }
ui-release-approved-by = Goedgekeurd door { $officer }, { $at }
ui-release-refused-by = Geweigerd door { $officer }, { $at }
ui-release-refused-why = Waarom ze werd geweigerd
ui-release-written-at = Weggeschreven door { $officer }, { $at }
ui-release-written-times = In totaal { $n } pakketten weggeschreven
ui-release-approve = Goedkeuren…
ui-release-approve-title = Vrijgave goedkeuren
ui-release-approve-text = Uw naam wordt ingeschreven als tweede persoon. Kijk na wat vertrekt.
ui-release-approve-type = Typ { $partner } om te bevestigen
ui-release-approve-submit = Goedkeuren
ui-release-approved-toast = Vrijgave goedgekeurd.
ui-release-refuse = Weigeren…
ui-release-refuse-title = Vrijgave weigeren
ui-release-refuse-text = De aanvraag eindigt hier. Wie ze deed, leest uw reden.
ui-release-refuse-submit = Weigeren
ui-release-refused-toast = Vrijgave geweigerd.
ui-release-why-not = Waarom u niet mag goedkeuren
ui-release-write = Pakket wegschrijven…
ui-release-write-again = Nog een pakket wegschrijven…
ui-release-write-two-title = Het pakket met twee schrijven
ui-release-write-two-text = Twee openen een document van deze vrijgave, dus schrijven twee het pakket: de tweede officier typt hier zijn wachtwoordzin, en beiden komen in het logboek.
ui-release-write-two-tell = Het doel tonen
ui-release-write-two-told = U ziet samen wat er wordt vrijgegeven, aan wie en met welk doel. Het pakket wordt weggeschreven zodra u bevestigt.
ui-release-see-two = Met een tweede officier bekijken…
ui-release-see-two-title = De vrijgave met een tweede officier bekijken
ui-release-see-two-text = Twee openen een document van deze vrijgave: de tweede officier typt hier zijn wachtwoordzin. Daarna ziet u de titels en het doel, en beslist u.
ui-release-see-two-where = Onder “{ $screen }” ziet u met een tweede officier de titels en het doel voordat u beslist.
ui-release-written-toast = Pakket weggeschreven: { $name }
ui-release-recall = Terugroepen…
ui-release-recall-title = Vrijgave terugroepen
ui-release-recall-text = Een pakket dat al is overhandigd komt niet vanzelf terug: verwittig ook de partner.
ui-release-recall-submit = Terugroepen
ui-release-recalled-toast = Vrijgave teruggeroepen.
release-hidden = { $n ->
    [one] 1 document dat u niet mag openen
   *[other] { $n } documenten die u niet mag openen
}
release-purpose-hidden = Het doel staat bij de documenten, die u niet mag openen.
release-purpose-two = Het doel staat bij de documenten, die twee officieren samen openen.
release-refused-why-hidden = Waarom ze werd geweigerd, staat bij de documenten, die u niet mag openen.
held-release-role = De rol laat deze stap toe.
cli-release-requested = Vrijgave aangevraagd: { $release }
cli-release-approved = goedgekeurd
cli-release-waiting = wachtend
cli-release-written = weggeschreven
cli-release-recalled = teruggeroepen
cli-release-refused = geweigerd
cli-release-written-to = Pakket geschreven: { $path }
cli-release-written-last =
    { $n ->
        [one] { $at }, door { $by }
       *[other] { $at }, door { $by } (pakket nummer { $n })
    }
warning-written-before = Deze vrijgave was al weggeschreven: { $n ->
        [one] één keer
       *[other] { $n } keer
    }, de laatste keer door { $by }, { $at }. Elk pakket gaat open met de sleutel van de partner; het logboek noemt ze alle.
cli-col-written = Weggeschreven
err-package-exists = Er ligt al een pakket met die naam.
fix-package-exists = Kies een andere map.
err-package-folder = Het pakket kon niet geschreven worden: { os-cause }.
fix-package-folder = Controleer de map, de rechten en de vrije ruimte en probeer opnieuw.
err-package =
    Het pakket kon niet samengesteld worden: { $cause ->
        [cover_room] de markering laat geen plaats op het begeleidend blad
        [cover_long] het begeleidend blad zou te lang worden
        [cover] het begeleidend blad kon niet opgemaakt worden
        [manifest] de lijst van de inhoud kon niet geschreven worden
       *[seal] het kon niet voor de partner verzegeld worden
    }.
fix-package = Er is niets buitengegaan. Meld het, met het nummer van de vrijgave.
cover-title = Begeleidend blad
cover-for = Bestemmeling
cover-from = Vanwege
cover-release = Vrijgave
cover-at = Datum
cover-purpose = Beoogd gebruik
cover-agreement = Overeenkomst
cover-requested-by = Aangevraagd door
cover-approved-by = Goedgekeurd door
cover-key = Ondertekeningssleutel
cover-documents = Documenten
cover-number = Nr.
cover-consent = Toestemming
cover-rules = Na te leven
cover-rule-marking = Elk document behoudt zijn markering. Een equivalent mag ernaast staan, nooit in de plaats.
cover-rule-third = Geen doorgifte aan derden zonder schriftelijke toestemming van de autoriteit van oorsprong.
cover-rule-check = Vergelijk de hashes van het manifest met de bestanden, en de ondertekeningssleutel met die welke u langs een andere weg kreeg.
forged-key-without-recipient = een nieuwe sleutel komt zonder ontvanger, of die van de kluis met een
forged-recipient-not-post-quantum = deze sleutel zou niet bestand zijn tegen een kwantumcomputer
forged-release-of-nothing = een vrijgave bevat geen enkel document
forged-unknown-release = deze vrijgave bestaat niet
forged-release-out-of-order = de stappen van een vrijgave zijn: aangevraagd, goedgekeurd of geweigerd, geschreven
forged-released-without-right = de vrijgave is de auteur niet toegestaan, of niet aan deze partner, of niet meer onder deze markering

## log

ui-log-title = Logboek
ui-log-text = Wat u ervan mag lezen. Wat erin gewijzigd, eruit gehaald of verplaatst is, valt op.
ui-log-verify = Het hele logboek nagaan
ui-log-verifying = Elke handtekening wordt nagegaan…
ui-log-whole = Het logboek is intact
ui-log-whole-text = { $n -> 
    [one] { $shown } inschrijving nagegaan, met handtekening. 
    *[other] { $shown } inschrijvingen nagegaan, met handtekeningen. 
    }
ui-log-root = Wortel
ui-log-background = { $at ->
    [never] Het hele logboek is nog niet opnieuw nagegaan; tot nu toe { $done } van { $all } inschrijvingen.
    *[other] Intact op { $at }, { $done } van { $all } inschrijvingen.
    }
ui-log-keep-checkpoint = Een controlepunt elders bewaren…
ui-log-compare = Met een bewaard controlepunt vergelijken…
ui-log-compared = Het logboek is intact en komt overeen met het controlepunt
ui-log-elsewhere = Niets in deze map toont uit zichzelf deze drie dingen: dat het einde van het logboek is afgeknipt, dat de hele map is teruggezet zoals ze vroeger was, dat het logboek van een andere kluis in de plaats is gelegd. Dit werkstation onthoudt wat het laatst heeft gezien; een elders bewaard controlepunt toont het overal.
ui-log-checkpoint-kept = Het controlepunt is bewaard. Het is alleen iets waard waar niemand zowel het controlepunt als de kluis kan bereiken.
ui-log-list = Inschrijvingen
ui-log-index = Nr.
ui-log-at = Tijdstip
ui-log-officer = Officier
ui-log-action = Handeling
ui-log-subject = Over
ui-log-detail = Detail
ui-log-any-officer = Alle officieren
ui-log-any-action = Alle handelingen
ui-log-since = Sinds
ui-log-document = Referentie of identificatie van een document
ui-log-until = Tot en met
ui-log-empty = Geen inschrijvingen om te tonen
ui-log-export = Naar een bestand schrijven…
ui-log-exported-empty = { $name } bevat alleen de kopjes.
ui-log-exported =
    { $n ->
        [one] { $shown } inschrijving is in { $name } geschreven.
       *[other] { $shown } inschrijvingen zijn in { $name } geschreven.
    }
ui-log-entry = De inschrijving
ui-act-found = Aanmaak van de kluis
ui-act-unlock = Ontgrendeling
ui-act-change-passphrase = Wijziging van de wachtwoordzin
ui-act-renew-identity = Vernieuwing van de eigen sleutels
ui-act-reissue-identity = Nieuwe sleutels voor een officier die de zijne verloor
ui-act-request-reissue = Nieuwe sleutels aangevraagd voor een officier
ui-act-refuse-reissue = Nieuwe sleutels geweigerd
ui-act-recall-reissue = Aanvraag van nieuwe sleutels ingetrokken
ui-act-add-identity = Identiteit toegevoegd
ui-act-revoke-identity = Identiteit ingetrokken
ui-act-protect-identity = Identiteit beveiligd met een token
ui-act-unprotect-identity = Token van een identiteit weggenomen
ui-act-file = Registratie
ui-act-open = Opening
ui-act-change-together = Door twee gedaan
ui-act-open-together = Opening door twee
ui-act-open-second = Opening als tweede
ui-act-release = Vrijgave
ui-act-show = Raadpleging van de fiche
ui-act-deny = Weigering
ui-act-explain = Vraag over toegang
ui-act-add-officer = Toevoeging van een officier
ui-act-disable-officer = Uitschakeling van een account
ui-act-freeze-officer = Bevriezing van een account
ui-act-unfreeze-officer = Bevriezing van een account opgeheven
ui-act-request-unfreezing = Opheffing van een bevriezing gevraagd
ui-act-refuse-unfreezing = Opheffing van een bevriezing geweigerd
ui-act-recall-unfreezing = Aanvraag om een bevriezing op te heffen ingetrokken
ui-act-change-roles = Rollen van een officier vastgelegd
ui-act-change-function = Functie van een officier ingeschreven
ui-act-request-function = Functie van een officier gevraagd
ui-act-refuse-function = Functie van een officier geweigerd
ui-act-recall-function = Aanvraag over de functie van een officier ingetrokken
ui-act-request-roles = Rollen aangevraagd voor een officier
ui-act-give-roles = Rollen gegeven
ui-act-refuse-roles = Rollen geweigerd
ui-act-recall-roles = Aanvraag van rollen ingetrokken
ui-act-grant-clearance = Machtiging ingeschreven
ui-act-request-clearance = Machtiging aangevraagd
ui-act-refuse-clearance = Machtiging geweigerd
ui-act-recall-clearance = Aanvraag van machtiging ingetrokken
ui-act-suspend-clearance = Machtiging geschorst
ui-act-reinstate-clearance = Machtiging hersteld
ui-act-request-reinstatement = Einde van een schorsing aangevraagd
ui-act-refuse-reinstatement = Einde van een schorsing geweigerd
ui-act-recall-reinstatement = Aanvraag van einde van schorsing ingetrokken
ui-act-withdraw-clearance = Machtiging ingetrokken
ui-act-record-briefing = Briefing ingeschreven
ui-act-record-approval = Goedkeuring ingeschreven
ui-act-request-approval = Goedkeuring aangevraagd
ui-act-refuse-approval = Goedkeuring geweigerd
ui-act-recall-approval = Aanvraag van goedkeuring ingetrokken
ui-act-create-dossier = Dossier aangemaakt
ui-act-close-dossier = Dossier afgesloten
ui-act-reopen-dossier = Dossier heropend
ui-act-add-member = Lid toegevoegd
ui-act-remove-member = Lid verwijderd
ui-act-name-deputy = Plaatsvervanger van een dossier aangewezen
ui-act-take-over-dossier = Dossier overgenomen door de plaatsvervanger
ui-act-name-lead = Nieuwe verantwoordelijke van een dossier aangewezen
ui-act-request-succession = Nieuwe verantwoordelijke van een dossier voorgesteld
ui-act-refuse-succession = Nieuwe verantwoordelijke van een dossier geweigerd
ui-act-recall-succession = Voorstel van een nieuwe verantwoordelijke ingetrokken
ui-act-add-partner = Partner toegevoegd
ui-act-change-partner = Partner gewijzigd
ui-act-confirm-partner = Sleutel van een partner bevestigd
ui-act-request-release = Vrijgave aangevraagd
ui-act-approve-release = Vrijgave goedgekeurd
ui-act-write-release = Wegschrijven van het pakket
ui-act-recall-release = Vrijgave teruggeroepen
ui-act-refuse-release = Vrijgave geweigerd
ui-act-make-class = Sleutelklasse aangemaakt
ui-act-deliver-key = Sleutel bezorgd
ui-act-renew-key = Sleutel vernieuwd
ui-act-unreadable = Onleesbare inschrijving
ui-act-does-not-fit = De woorden van de auteur kloppen niet
ui-act-derive = Document afgeleid
ui-act-correct = Rechtgezet
ui-act-note = Notitie
ui-act-print = Afgedrukt
ui-act-refile = In een ander dossier geplaatst
ui-act-leave-dossier = Heeft het dossier verlaten
ui-act-prepare-refile = Verplaatsing naar een ander dossier begonnen
ui-act-file-version = Nieuwe versie geregistreerd
ui-act-withdraw-document = Document ingetrokken
ui-act-request-withdrawal = Intrekking van een document gevraagd
ui-act-refuse-withdrawal = Intrekking van een document geweigerd
ui-act-recall-withdrawal = Aanvraag tot intrekking van een document ingetrokken
ui-act-replace-guide = Classificatiegids vervangen
ui-act-request-guide = Andere classificatiegids aangevraagd
ui-act-refuse-guide = Andere classificatiegids geweigerd
ui-act-recall-guide = Aanvraag van een andere classificatiegids ingetrokken
ui-act-add-authority = Eigen autoriteit toegevoegd
ui-act-remove-authority = Eigen autoriteit verwijderd
ui-act-add-printer = Printer op de lijst gezet
ui-act-request-printer = Printer gevraagd
ui-act-refuse-printer = Printer geweigerd
ui-act-recall-printer = Aanvraag voor een printer ingetrokken
ui-act-remove-printer = Printer van de lijst gehaald
ui-act-replace-authorities = Eigen autoriteiten vervangen
ui-act-request-authorities = Andere lijst van eigen autoriteiten aangevraagd
ui-act-refuse-authorities = Andere lijst van eigen autoriteiten geweigerd
ui-act-recall-authorities = Aanvraag van een andere lijst van eigen autoriteiten ingetrokken
ui-act-reclassify = Markering gewijzigd
ui-act-prepare-reclassify = Wijziging van markering begonnen
ui-act-reseal = Document herverzegeld
ui-act-read-text = Tekst van het document gelezen
ui-act-prepare-reseal = Herverzegeling voorbereid
ui-act-declassify = Gedeclassificeerd
ui-act-downgrade = Niveau verlaagd
ui-act-upgrade = Niveau verhoogd
ui-act-remark = Anders gemarkeerd
ui-act-maintain = Classificatie behouden
ui-act-move = Naar een ander register
ui-act-notify = Bestemmeling verwittigd
ui-detail-nature = beslissing
ui-detail-interest = belang
ui-detail-below-guide = onder de gids
ui-detail-fields = wat werd rechtgezet
ui-detail-topics = punten
ui-detail-aggregation = gewaarschuwd vanaf
ui-detail-sources = bronnen
ui-detail-purpose = doel
ui-detail-printer = printer
ui-detail-copies = exemplaren
ui-detail-pages = pagina’s
ui-detail-why = reden
ui-detail-reasons = redenen
ui-detail-level = niveau
ui-detail-from = van
ui-detail-until = tot en met
ui-detail-date = datum
ui-detail-policy = beleid
ui-detail-certificate = certificaat
ui-detail-authority = autoriteit
ui-detail-reference = referentie
ui-detail-categories = vermeldingen
ui-detail-ceiling = plafond
ui-detail-partner = partner
ui-detail-release = vrijgave
ui-detail-request = aanvraag
ui-detail-dossier = dossier
ui-detail-class = klasse
ui-detail-epoch = periode
ui-detail-officer = officier
ui-detail-officers = officieren
ui-detail-document = document
ui-detail-documents = documenten
ui-detail-roles = rollen
ui-detail-basis = grond
ui-detail-deputy = plaatsvervanger
ui-detail-action = handeling
ui-detail-failed = mislukte pogingen
ui-detail-memory = geheugen van het logboek
ui-detail-with = ontgrendeld met
ui-detail-workstation = werkstation
ui-detail-identity = identiteit
ui-detail-identity-file = identiteitsbestand
ui-detail-function = functie
ui-detail-fingerprint = vingerafdruk
ui-detail-nation = land
ui-detail-package = pakket
ui-detail-key = sleutel
ui-detail-by = door
ui-act-wrote-package = Pakket weggeschreven
ui-act-deposit-key = Sleutel in bewaring gegeven
ui-act-deal-key = Sleutel verdeeld voor opening door twee
ui-detail-second = tweede officier
ui-detail-version = versie
ui-detail-sha256 = vingerafdruk
ui-key-vault = kluis
ui-key-oversight = toezicht
ui-key-dossier = dossier
ui-key-class = toegangsklasse
ui-key-by-holder = een houder
ui-detail-epochs = periodes
ui-detail-former = vorige klasse
ui-detail-fault = wat niet klopt
ui-fault-contradicts = de auteur zegt iets anders dan wat de inschrijving deed
ui-fault-not-done = de auteur zegt iets wat de inschrijving niet deed
ui-fault-not-said = de auteur zegt niet wat de inschrijving deed
ui-fault-sheet-not-said = de auteur zegt niet dat de inschrijving op een fiche schrijft
ui-fault-lost = weg: de officier is bewust zonder voortgegaan
ui-fault-pin = de pincode, nadat het venster zichzelf had vergrendeld
app-save-checkpoint = Een controlepunt van het logboek bewaren
app-pick-checkpoint = Een elders bewaard controlepunt kiezen
proof-unaltered = geen inschrijving is gewijzigd, tussenuit gehaald of verplaatst
proof-signed = elke inschrijving is ondertekend door een auteur die het logboek had voorgesteld
proof-nothing-inserted = het bestand bevat niets anders dan deze inschrijvingen
proof-same-vault = het is het logboek van de kluis waarvan het controlepunt komt, en geen ander dat in de plaats is gelegd
proof-whole-to-checkpoint = alles wat het controlepunt had gezien, is er nog
doctor-log = Het logboek is intact: { $entries ->
    [one] { $entries } inschrijving
   *[other] { $entries } inschrijvingen
 }.
cli-doctor-objects = Aanwezige verzegelde bestanden: { $objects }. Voeg --as OFFICIER toe om na te gaan of elk document er is.
cli-doctor-unclaimed = Zonder --as OFFICIER is niet bekend welke ervan bij geen enkel document horen.
doctor-documents = Documenten in het logboek: { $documents }; met hun sleutel geprobeerd: { $tried }.
doctor-closed =
    { $count ->
        [one] Zonder zijn sleutel is van het ene andere alleen bekend dat zijn bestand er is.
       *[other] Zonder hun sleutel is van de { $count } andere alleen bekend dat hun bestand er is.
    }
doctor-identities-elsewhere =
    { $count ->
        [one] Eén officier heeft nooit op dit werkstation gewerkt: zijn identiteitsbestand is niet hier en is niet bekeken.
       *[other] { $count } officieren hebben nooit op dit werkstation gewerkt: hun identiteitsbestanden zijn niet hier en zijn niet bekeken.
    }
doctor-contents = De inhoud van de documenten is niet gelezen: die wordt bij het openen nagegaan.
doctor-office = { $is ->
    [confined] LibreOffice is geïnstalleerd en afgeschermd: kantoorbestanden worden met hun opmaak getoond.
    [not-confined] LibreOffice is geïnstalleerd, maar kan op dit werkstation niet worden afgeschermd en wordt niet gebruikt: van kantoorbestanden wordt alleen de tekst getoond.
   *[not-installed] LibreOffice is niet geïnstalleerd: van kantoorbestanden wordt alleen de tekst getoond.
 }
doctor-ocr = { $is ->
    [confined] tesseract is geïnstalleerd en afgeschermd: gescande pagina’s worden met tekenherkenning gelezen.
    [not-confined] tesseract is geïnstalleerd, maar kan op dit werkstation niet worden afgeschermd en wordt niet gebruikt: gescande pagina’s worden niet gelezen.
   *[not-installed] tesseract is niet geïnstalleerd: gescande pagina’s worden niet gelezen.
 }
doctor-pdfium = { $is ->
    [confined] PDFium is geïnstalleerd en afgeschermd: pagina’s van PDF’s worden vergeleken met hoe het die tekent.
    [not-confined] PDFium is geïnstalleerd, maar kan op dit werkstation niet worden geladen of afgeschermd en wordt niet gebruikt: pagina’s van PDF’s worden door één programma getekend.
   *[not-installed] PDFium is niet geïnstalleerd: pagina’s van PDF’s worden door één programma getekend.
 }
doctor-texts-waiting = { $count ->
    [one] De gescande pagina’s van één document wachten om met tekenherkenning gelezen te worden.
   *[other] De gescande pagina’s van { $count } documenten wachten om met tekenherkenning gelezen te worden.
 }
doctor-sound = Niets te melden.
found-log-ahead = inschrijving { $index }, van { $author }, draagt een tijdstip dat hier nog niet is aangebroken: { $at }. Tot { $until } kan niets worden ingeschreven.
found-log-ahead-fix = Vergelijk de klok van deze computer met een andere. Staat ze juist, wacht dan, en vraag de auteur hoe zijn klok stond.
found-log-away = De server van het logboek is sinds { $since } niet bereikbaar: nagekeken is de kopie van het logboek op dit werkstation.
found-log-away-fix = Kijk opnieuw na wanneer de server er weer is.
found-objects-away = De opslag van de documenten is niet bereikbaar: geen verzegeld document is nagekeken.
found-objects-away-fix = Kijk opnieuw na wanneer de opslag er weer is.
found-objects-undecided =
    { $count ->
        [one] bevat een verzegeld bestand dat afgebroken werk heeft achtergelaten.
       *[other] bevat { $count } verzegelde bestanden die afgebroken werk heeft achtergelaten.
    }
found-objects-undecided-fix = De volgende ontgrendeling door iemand die hier mag schrijven, verwijdert die welke bij geen document van het logboek horen.
found-copies-altered =
    { $count ->
        [one] bevatte een kopie die niet was wat verzegeld werd; ze werd weggegooid en opnieuw opgehaald.
       *[other] bevatte { $count } kopieën die niet waren wat verzegeld werd; ze werden weggegooid en opnieuw opgehaald.
    }
found-copies-altered-fix = Kijk de schijf na, en wie in deze map kan schrijven. “zegelctl shared cache --empty” begint met nieuwe kopieën.
found-unreadable = kan niet gelezen worden.
found-unreadable-fix = Controleer de schijf en de rechten.
found-not-a-file = is geen gewoon bestand, maar een koppeling, een pijp of een map.
found-not-a-file-fix = Verwittig de veiligheidsofficier: het programma legt hier niets van die aard.
found-not-a-folder = is geen gewone map.
found-not-a-folder-fix = Verwittig de veiligheidsofficier, en zet de map terug uit een goede kopie.
found-open-to-others = geeft rechten aan andere gebruikers van deze computer.
found-open-to-others-fix = Sluit de map van de kluis af voor anderen: chmod -R go= op die map.
found-leftover = is het overblijfsel van onderbroken werk.
found-leftover-fix = De volgende ontgrendeling ruimt het op.
found-stranger = is niet van het programma.
found-stranger-fix = Vraag wie het daar heeft gelegd.
found-of-nobody = is van iemand die het logboek niet kent.
found-of-nobody-fix = Het programma legt hier niets van die aard: vraag wie het heeft gedaan.
found-empty-folder = is een lege map: er ligt geen document in.
found-empty-folder-fix = Het programma laat er geen achter: vraag wie ze daar heeft gezet, en verwijder ze.
found-identities-surplus =
    bevat { $count ->
        [one] één identiteitsbestand
       *[other] { $count } identiteitsbestanden
    } te veel: het logboek telt minder officieren dan er hier gevonden worden.
found-identities-surplus-fix = Voer doctor uit met --as, dat noemt ze.
found-object-unreadable = is geen verzegeld document.
found-object-unreadable-fix = Zet dit bestand terug uit de laatste goede kopie.
found-text-altered = is niet de tekst die van een document werd bewaard: hij is gewijzigd of verwisseld.
found-text-altered-fix = Zet dit bestand terug uit de laatste goede kopie. Tot dan wordt het document niet op zijn tekst gevonden.
found-text-gone = is weg: de tekst die van een document werd bewaard.
found-text-gone-fix = Zet dit bestand terug uit de laatste goede kopie. Tot dan wordt het document niet op zijn tekst gevonden.
found-object-unclaimed = hoort bij geen enkel document in het logboek.
found-object-unclaimed-fix = Is er ander werk bezig, kijk dan daarna opnieuw; verwittig anders de veiligheidsofficier.
found-identity-unreadable = is geen identiteitsbestand onder een wachtwoordzin.
found-identity-unreadable-fix = Zet dit bestand terug uit de laatste goede kopie.
found-identity-gone = is weg, en de officier ervan is hier bekend.
found-identity-gone-fix = Vraag de laatste goede kopie van dit bestand en verwittig de veiligheidsofficier.
found-no-custodian = De bewaring is onbruikbaar: er zijn minder bewaarders over dan nodig.
found-no-custodian-fix = Wie sleutels heeft, kan ze nog bezorgen. Zorg dat er genoeg bewaarders zijn voordat de volgende vertrekt.
found-identities-missing =
    mist { $count ->
        [one] één identiteitsbestand
       *[other] { $count } identiteitsbestanden
    }: het logboek telt meer officieren dan hier gevonden zijn.
found-identities-missing-fix = Voer doctor uit met --as, dat ze noemt, en zet ze terug uit de laatste goede kopie.
found-objects-open =
    geeft rechten aan andere gebruikers van deze computer. { $count ->
        [one] Het is het enige van die aard
       *[other] Zo zijn er { $count }
    } onder de objecten.
found-objects-open-fix = Sluit de map van de kluis af voor anderen: chmod -R go= op die map.
err-busy = Een ander programma gebruikt de kluis en laat ze niet los.
fix-busy = Wacht even en probeer opnieuw.
err-overtaken = Iemand anders heeft intussen de sleutel van deze markering gewijzigd.
fix-overtaken = Doe het opnieuw.
err-backwards = Deze periode eindigt voor ze begint.
fix-backwards = Geef een begin dat voor het einde ligt.
err-ledger-altered =
    { $entry ->
        [none] Het logboek is gewijzigd of beschadigd
       *[other] Het logboek is gewijzigd of beschadigd (inschrijving { $entry })
    }: { $flaw ->
        [missing] het bestand is weg
        [file] het bestand is afgekapt of beschadigd
        [shape] het bestand heeft niet de vorm van een logboek
        [gap] een inschrijving ontbreekt of staat niet op haar plaats
        [encoding] een inschrijving is misvormd
        [vault] een inschrijving hoort bij een andere kluis
        [history] een inschrijving is ondertekend op een ander verleden
        [time] een inschrijving is ouder dan de vorige
        [part] een deel ontbreekt, is gewijzigd of toegevoegd
        [author] een inschrijving is door een onbekende ondertekend
        [signature] een handtekening is fout of ontbreekt
        [node] de boom past niet bij de inschrijvingen
        [key] een sleutel erin is onbruikbaar
       *[other] { $flaw }
    }.
fix-ledger-altered = Werk niet verder in deze kluis, bewaar ze zoals ze is en verwittig de veiligheidsofficier; zet de laatste goede kopie terug.
err-rolled-back = Het logboek is teruggezet: hier waren al { $seen } inschrijvingen gezien, er zijn er nog { $found }.
fix-rolled-back = Iemand heeft inschrijvingen verwijderd of een oude kopie teruggezet. Verwittig eerst de veiligheidsofficier.
err-forked = Het logboek is niet datgene dat hier eerder is gezien: het verschilt binnen de eerste { $seen } inschrijvingen.
fix-forked = Iemand heeft het herschreven of een andere kopie gebracht. Verwittig eerst de veiligheidsofficier.
err-forged = Inschrijving { $index }, ondertekend door { $author }, schendt een regel van het logboek: { $rule }.
fix-forged = Wat erop volgt, wordt niet geloofd. Bewaar de kluis zoals ze is en verwittig de veiligheidsofficier: dit is geen ongeluk.
forged-founded-twice = een kluis wordt één keer opgericht, door haar eerste inschrijving
forged-unknown-author = de sleutel is van geen enkele officier van de kluis
forged-author-not-introduced = nieuwe sleutels komen zonder hun ondertekeningssleutel, met die van een ander, of zonder te zeggen welke ze vervangen
forged-author-introduced-without-right = een ondertekeningssleutel komt erbij zonder dat een officier wordt toegevoegd
forged-object-of-another = het verzegelde bestand is van een ander document
forged-filed-without-sheet = een document wordt geregistreerd zonder zijn fiche
forged-opened-without-sheet = een document wordt door twee geopend zonder regel op zijn fiche
forged-sheet-without-right = de auteur schrijft op de fiche van een document dat hij niet mag lezen
forged-note-without-right = de auteur schrijft in een dossier waarvan hij de lijst niet bijhoudt
forged-signed-too-lightly = wat rechten geeft of ontneemt, vraagt twee handtekeningen
forged-hidden-from-oversight = het toezicht verneemt er niets van
forged-says-nothing = ze zegt niets over wat ze doet
forged-part-sealed-wrongly = een deel is niet verzegeld zoals het hoort
forged-part-twice = een deel staat er twee keer in
forged-unknown-audience = een deel richt zich tot bestemmelingen die niet bestaan
forged-events-malformed = de inhoud is niet leesbaar als die van een inschrijving
err-entry-ahead = Inschrijving { $index }, ondertekend door { $author }, draagt een tijdstip dat { $hours } uur voorloopt op de klok van deze computer.
fix-entry-ahead = Controleer eerst datum en uur van deze computer. Kloppen die, dan liep de klok van de auteur verkeerd: verwittig de veiligheidsofficier en zet de laatste kopie van vóór die inschrijving terug. Anders is er niets verloren: ontgrendel opnieuw om te zien wat er vóór die inschrijving was, en om verder te gaan zodra dat tijdstip is aangebroken.
warning-entry-ahead = Inschrijving { $index }, ondertekend met de sleutel { $author }, is gedateerd { $at }: { $hours } uur vóór op de klok van deze computer. Tot dan ziet iedereen het logboek zoals het daarvoor was, en wordt niets vastgelegd.
warning-entry-ahead-fix = Controleer eerst datum en uur van deze computer. Kloppen die, dan liep de klok van de auteur verkeerd: verwittig de veiligheidsofficier en zet de laatste kopie van vóór die inschrijving terug.
err-checkpoint-forged = Dit controlepunt is niet ondertekend door een officier van deze kluis: het is gewijzigd, afgekapt of vervalst, of het is van een andere kluis.
fix-checkpoint-forged = Het is gewijzigd of vervalst: vertrouw er niet op, bewaar het en verwittig de veiligheidsofficier. Vergelijk het logboek met een controlepunt dat elders is bewaard.
warning-beside-checkpoint =
    Het bestand bevat meer dan het controlepunt: { $lines ->
        [one] één regel ernaast werd
       *[other] { $lines } regels ernaast werden
    } overgeslagen. Geen enkele officier staat in voor wat daar staat.
warning-beside-checkpoint-fix = Vertrouw enkel op de regels van het controlepunt en zijn handtekeningen: e-mail voegt er andere toe, en dat kan iedereen.
reason-checkpoint-due = { $at ->
    [never] Er is nog nooit een controlepunt van het logboek elders bewaard.
    *[other] Het laatste controlepunt van het logboek is gegeven op { $at }.
    } Alleen een geheugen elders toont dat de hele map is teruggezet.
reason-checkpoint-due-fix = Bewaar eens per week een nieuw op een andere plaats: in het venster onder Logboek, of met zegelctl ledger checkpoint.

## the command line

cli-demo-made = Oefenkluis in { $path }: { $officers } officieren, { $documents } documenten. Wachtwoordzin van elkeen: { $passphrase }
cli-ask-passphrase = Wachtwoordzin van { $officer }:
cli-ask-passphrase-of-file = Wachtwoordzin van { $officer }:
cli-ask-new-passphrase = Nieuwe wachtwoordzin van { $officer }:
cli-ask-again = Nog een keer, voor { $officer }:
cli-none = Niets te tonen.
cli-standard-input = standaardinvoer
cli-at-line = regel { $line } – { $message }
cli-in-row = rij { $row } – { $message }
cli-in-cell = rij { $row }, kolom { $column } – { $message }
of-file = { $file } – { $message }
cli-of-option = { $option } – { $message }
cli-col-view = Weergave
cli-col-filter = Vraagt
cli-col-id = Identificatie
cli-col-name = Volledige naam
cli-col-status = Toestand
cli-col-policy = Beleid
cli-col-level = Niveau
cli-col-certificate = Certificaat
cli-col-until = Tot en met
cli-col-title = Titel
cli-col-hit = Zin
cli-col-text = Gezocht op zijn tekst
cli-col-lead = Verantwoordelijke
cli-col-deputy = Plaatsvervanger
cli-col-led-by = Laatste verantwoordelijke
cli-col-ceiling = Plafond
cli-col-printer = Printer
cli-col-listed = Op de lijst sinds
cli-col-key = Sleutel
cli-col-index = Nr.
cli-col-at = Tijdstip
cli-col-action = Handeling
cli-col-subject = Betreft
cli-col-detail = Detail
cli-col-relation = Verband
cli-col-reference = Referentie
cli-col-marking = Markering
cli-col-originator = Autoriteit van oorsprong
cli-col-because = Waarom
cli-col-date = Datum
cli-col-file = Bestand
cli-col-version = Versie
cli-col-paper = Referentie van het papieren origineel
cli-col-filed = Geregistreerd
cli-col-from = Van
cli-col-class = Klasse
cli-col-lapses = Einde termijn
cli-col-finalised = Afgewerkt
cli-col-formerly = Voorheen
cli-col-initial-level = Oorspronkelijk niveau
cli-col-new-level = Nieuw niveau
cli-col-by = Door
cli-col-attachment = Bijlage
cli-col-page = Pagina
cli-col-size = Grootte
cli-col-readable = Hier leesbaar
cli-col-filed-as = In het register als
cli-col-kind = Soort
cli-col-about = Over
cli-col-since = Sinds
cli-col-given = Instemming
cli-col-mine = Aan mij
cli-col-notify = Te verwittigen (✓ verwittigd)
cli-decided = { $reference }: { $nature }.
cli-decided-earlier =
    { $count ->
        [one] Eén eerdere versie is meegegaan.
       *[other] { $count } eerdere versies zijn meegegaan.
    }
cli-decided-notes =
    { $count ->
        [one] Eén notitie is meegegaan.
       *[other] { $count } notities zijn meegegaan.
    }
cli-to-notify = Te verwittigen: { $partner } (vrijgave { $release }).
cli-notified = Vastgelegd is dat { $partner } werd verwittigd.
cli-col-requested-by = Aangevraagd door
cli-col-request = Aanvraag
cli-col-approved-by = Goedgekeurd door
cli-col-decided-by = Beslist door
cli-col-why = Reden
cli-col-floor = Ten minste
cli-col-categories = Vermeldingen
cli-col-motive = Motivering
cli-col-consent = Toestemming
cli-col-sources = Gemaakt uit
cli-col-also-of = Ook van
cli-col-still-of = Nog altijd van
cli-col-files = Verzegelde bestanden
cli-col-here = Hier
cli-col-missing = Ontbreken
cli-col-mb = MB hier
cli-init-done = De kluis “{ $name }” is aangemaakt. Eerste officier: { $officer }.
cli-passphrase-changed = De wachtwoordzin van { $officer } is gewijzigd.
rekeyed =
    { $rewrapped ->
        [one] { $rewrapped } object is verzegeld voor de huidige sleutel van zijn klasse;
       *[other] { $rewrapped } objecten zijn verzegeld voor de huidige sleutels van hun klassen;
    } { $remaining ->
        [0] geen enkel blijft onder een oudere.
        [one] { $remaining } blijft onder een oudere.
       *[other] { $remaining } blijven onder oudere.
    }
rekey-left-out =
    { $n ->
        [one] { $n } klasse is overgeslagen: haar sleutel is u nog niet bezorgd.
       *[other] { $n } klassen zijn overgeslagen: hun sleutels zijn u nog niet bezorgd.
    }
rekey-for-two =
    { $n ->
        [one] { $n } document wordt door twee geopend. De volgende twee die iets van zijn klasse openen, verzegelen het voor de huidige sleutel:
       *[other] { $n } documenten worden door twee geopend. De volgende twee die iets van hun klasse openen, verzegelen ze voor de huidige sleutel:
    }
rekey-for-two-deep =
    { $n ->
        [one] { $n } document wordt door twee geopend en is overgeslagen. Verzegel de inhoud opnieuw samen met een tweede officier:
       *[other] { $n } documenten worden door twee geopend en zijn overgeslagen. Verzegel de inhoud opnieuw samen met een tweede officier:
    }
cli-active = actief
cli-disabled = uitgeschakeld
cli-frozen = bevroren
cli-status-valid = geldig
cli-status-expired = verlopen
cli-status-future = toekomstig
cli-not-filed = { $path } is niet geregistreerd
cli-no-attachments = Het document heeft geen bijlagen.
cli-opened = Geschreven naar { $path } ({ $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
 }). Dit bestand wordt niet meer door Zegel beschermd.
cli-text-written = Geschreven naar { $path }. Dit bestand wordt niet langer door Zegel beschermd.
cli-page-missing = Pagina { $page }: { $what }
cli-written-to = Geschreven naar { $path } ({ $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
 }).
cli-permitted = Toegelaten.
cli-not-permitted = Geweigerd.
cli-confirmed = bevestigd
cli-unconfirmed = te bevestigen
cli-verified = Het logboek is intact: { $entries ->
    [one] { $entries } inschrijving
   *[other] { $entries } inschrijvingen
 }, wortel { $root }
ui-log-proved = Wat bewezen is:
ui-log-not-proved = Wat dit niet bewijst:

## errors of every subject

err-already-open = Deze kluis is al open in een ander venster.
fix-already-open = Ga naar dat venster, of sluit het eerst.
err-file-exists = “{ $name }” bestaat daar al.
fix-file-exists = Kies een andere naam: er is niets vervangen.
err-internal = Er ging iets mis in het programma zelf.
fix-internal = Probeer het opnieuw; gebeurt het nog eens, vertel dan uw beheerder wat u aan het doen was.
err-locked = De kluis is vergrendeld.
fix-locked = Ontgrendel ze en probeer het opnieuw.
err-no-folder = De map “{ $folder }” bestaat niet.
fix-no-folder = Controleer het pad waarmee het programma gestart is.
err-no-window = Het venster kan niet geopend worden.
fix-no-window = Controleer of WebKitGTK 4.1 geïnstalleerd is.
err-not-open = Dit document is niet meer open.
fix-not-open = Open het opnieuw.
err-not-picked = Dit bestand hoort niet meer bij de gekozen bestanden.
fix-not-picked = Kies het opnieuw.
err-unknown-place = “{ $place }” is geen plaats voor een markering.
fix-unknown-place = Kies uit: { $choices }.
err-unknown-bench = Geen enkele meting heet “{ $what }”.
fix-unknown-bench = Kies uit { $choices }, of geef niets op om alles te meten.
err-usage =
    Deze opdracht is niet te lezen: { $kind ->
        [missing] { $words } ontbreekt
        [unknown] “{ $words }” is hier geen optie
        [surplus] “{ $words }” is een woord te veel
        [command] “{ $words }” is hier geen opdracht
        [subcommand] na { $words } ontbreekt een opdracht
        [conflict] { $words } kan niet samen met { $other }
        [value] { $words } heeft geen waarde
        [twice] { $words } staat er meer dan één keer
        [number] { $words } heeft niet het juiste aantal waarden
        [not_utf_8] een van de woorden is niet in UTF-8
       *[other] ze is niet als een opdracht geschreven
    }.
fix-usage =
    { $hint ->
        [near] Bedoelde u { $near }? Zo wordt ze geschreven: { $usage }
        [choices] Kies er een uit: { $choices }. Zo wordt ze geschreven: { $usage }
        [both] Bedoelde u { $near }? Kies er een uit: { $choices }. Zo wordt ze geschreven: { $usage }
        [value] Zo wordt ze geschreven: { $usage }. Een waarde die met een koppelteken begint, volgt op een gelijkteken: { $option }=-…
       *[none] Zo wordt ze geschreven: { $usage }
    }
err-no-vault = Er is geen kluis opgegeven.
fix-no-vault = Voeg --vault MAP toe, of stel ZEGEL_VAULT in.
err-file = Bestand { $path } kon niet gelezen of geschreven worden: { os-cause }.
fix-file = Controleer het pad, de rechten en de vrije ruimte.
err-input = De standaardinvoer kon niet gelezen worden: { os-cause }.
fix-input = Controleer wat naar deze opdracht geleid wordt.
err-file-too-large = Bestand { $path } is groter dan { $limit } bytes.
fix-file-too-large = Controleer of dit het bedoelde bestand is.
err-file-too-large-input = Wat op de standaardinvoer kwam, is groter dan { $limit } bytes.
err-not-text = { $path } is geen tekst in UTF-8 of UTF-16.
fix-not-text = Sla het op als UTF-8.
err-not-text-input = Wat op de standaardinvoer kwam, is geen tekst in UTF-8 of UTF-16.
fix-not-text-input = Stuur het als UTF-8.
err-stdin-taken = De standaardinvoer wordt al gelezen door “{ $by }”, en dat kan maar één keer.
fix-stdin-taken = Noem op een van beide plaatsen een bestand.
err-is-a-folder = { $path } is een map.
fix-is-a-folder = Voeg --recursive toe om alles erin te registreren.
err-out-is-a-folder = { $path } is een map.
fix-out-is-a-folder = Noem een bestand in die map.
err-out-is-no-folder = { $path } is geen map.
fix-out-is-no-folder = Noem een map: een bestaande of een nieuwe.
err-view-exists = Onder de naam “{ $name }” wordt al een andere weergave bewaard.
fix-view-exists = Ze staat voor: { $filter }. Kies een andere naam, of voeg --force toe om ze te vervangen.
err-out-exists = { $path } bestaat al.
fix-out-exists = Kies een andere naam, of voeg --force toe om het te vervangen.
err-out-in-batch = Met --json gaan naar de standaarduitvoer van een reeks hun antwoorden, en geen document.
fix-out-in-batch = Noem een bestand na --out.
err-unknown-role = “{ $role }” is geen rol.
fix-unknown-role = Kies uit { $choices }.
err-unknown-sort = “{ $value }” is geen sorteervolgorde (--sort).
fix-unknown-sort = Kies { $choices }, met :desc erachter voor de omgekeerde volgorde.
err-unused-option = “explain { $action }” gebruikt { $option } niet.
fix-unused-option = Laat de optie weg, of kies de handeling waarvoor ze dient.
err-policy-of-another-name = Dit bestand bevat het beleid { $found }, niet { $policy }.
fix-policy-of-another-name = Schrijf --to { $found }, of noem het bestand van { $policy }.
err-second-original = Dit is een oorspronkelijk label, en { $first } is er ook een: een bestand heeft één oorspronkelijk label en de equivalenten ervan.
fix-second-original = Laat een van beide weg, of neem het equivalent: “zegelctl label translate”.
err-binding-over-its-file = De binding zou geschreven worden over wat ze bindt.
fix-binding-over-its-file = Kies een andere naam voor --out: het bestand en zijn labels blijven zoals ze zijn.
err-at-alone = Na “@” ontbreekt de naam van een bestand waarin de tekst staat.
fix-at-alone = Schrijf @BESTAND, @- voor de standaardinvoer, of @@ voor een tekst die zelf met @ begint.
err-stdin-no-name = De standaardinvoer heeft geen naam waarmee de binding haar kan terugvinden.
fix-stdin-no-name = Noem het bestand, of neem het met --embed op in de binding.
err-name-not-text = De naam van dit bestand is geen tekst in UTF-8: niemand vindt het via de binding terug.
fix-name-not-text = Hernoem het bestand, of neem het met --embed op in de binding.
err-bad-time = “{ $value }” is geen datum en geen tijdstip ({ $option }).
fix-bad-time = Schrijf 2026-05-04 of 2026-05-04T08:00:00Z.
err-bad-date = “{ $typed }” is geen datum ({ $option }).
fix-bad-date = Schrijf jaar, maand en dag: 2026-11-27.
err-bad-limit = “{ $typed }” is geen aantal rijen ({ $option }).
fix-bad-limit = Schrijf een geheel getal vanaf 1, of all.
err-bad-width = “{ $typed }” is geen breedte ({ $option }).
fix-bad-width = Schrijf een geheel getal van 64 tot 4000.
err-number-beyond = { $typed } ligt niet tussen { $least } en { $most } ({ $option }).
fix-number-beyond = Schrijf een geheel getal van { $least } tot { $most }.
err-bad-number = “{ $typed }” is geen getal dat hier kan staan ({ $option }).
fix-bad-number = Schrijf een geheel getal.
err-bad-choice = “{ $typed }” kan hier niet staan ({ $option }).
fix-bad-choice = Kies uit: { $choices }.
err-stdin-no-document = Een document wordt niet van de standaardinvoer gelezen: het wordt meer dan eens bekeken, voor het geregistreerd wordt en erna.
fix-stdin-no-document = Schrijf het in een bestand dat niemand anders mag lezen, en geef het pad van dat bestand op. Een bestand dat werkelijk “-” heet, is “./-”.
err-out-without-csv = Een tabel wordt niet naar een bestand geschreven.
fix-out-without-csv = Voeg --csv toe: dan worden alle regels geschreven.
err-bad-line =
    Deze regel is niet te lezen: { $cause ->
       *[quotes] een aanhalingsteken is niet gesloten
        [backslash] hij eindigt met een backslash, waar niets op volgt
        [comment] wat op # volgt, zou worden weggelaten
        [nul] er staat een nulteken in
        [utf-16] het bestand is in UTF-16
        [not-utf-8] hij is niet in UTF-8
    }.
fix-bad-line =
    { $cause ->
        [comment] Zet wat het teken # bevat tussen aanhalingstekens; alleen een regel die met # begint, is commentaar.
        [backslash] Haal de backslash weg, of zet hem tussen aanhalingstekens.
       *[quotes] Schrijf één opdracht per regel, in UTF-8, met aanhalingstekens in paren.
    }
err-line-too-long = Deze regel is langer dan { $limit } bytes; niets ervan is uitgevoerd.
fix-line-too-long = Zet de lange tekst in een bestand, en noem dat met @BESTAND.
err-not-in-batch = Deze opdracht hoort niet in een reeks.
fix-not-in-batch = Voer ze apart uit.
err-not-in-line = { $flag } kan niet op een regel van een reeks staan.
fix-not-in-line = Geef het één keer voor alle regels, vóór het woord batch.
err-unwritable = Het antwoord kon niet geschreven worden.
fix-unwritable = Meld het, met de gebruikte opdracht.
err-output = De standaarduitvoer kon niet geschreven worden: { os-cause }.
fix-output = Wat gedaan was, blijft gedaan; kijk in het logboek.
err-no-command-in = De reeks bevat geen opdracht: er is niets gedaan.
fix-no-command-in = Schrijf één opdracht per regel; regels die met # beginnen, worden overgeslagen.
err-output-closed = De standaarduitvoer is gesloten of kan niet beschreven worden: er is niets begonnen.
fix-output-closed = Leid hem ergens heen; wilt u niets zien, leid hem dan naar /dev/null.
err-input-closed = De standaardinvoer is gesloten of kan niet gelezen worden.
fix-input-closed = Leid iets naar deze opdracht, of noem een bestand.
err-not-hardened = Het proces kon niet tegen geheugenkopieën beschermd worden.
fix-not-hardened = Haal AGEDEBUG uit de omgeving en probeer opnieuw.
err-io = { os-what } kon niet worden gelezen of geschreven: { os-cause }.
fix-io = Ga na of de schijf er is en u ze mag lezen en beschrijven, en probeer opnieuw.
err-disk-full = De schijf is vol. Wat begonnen was, telt niet.
fix-disk-full = Maak plaats vrij en probeer opnieuw.
err-disk-full-midway =
    De schijf is vol. { $done ->
        [one] { $done } document is klaar en blijft dat;
       *[other] { $done } documenten zijn klaar en blijven dat;
    } { $left ->
        [one] er blijft { $left } over.
       *[other] er blijven { $left } over.
    }
fix-disk-full-midway = Maak plaats vrij en doe het opnieuw. Wat al voor zijn huidige sleutel verzegeld is, wordt overgeslagen; het herverzegelen van de inhoud kunt u beperken tot een dossier of een document.
err-not-a-vault =
    { $found ->
        [nothing] Er is geen map met die naam.
        [file] Dit is geen map.
       *[folder] Deze map bevat geen kluis.
    }
fix-not-a-vault = Kies de map met het bestand vault.toml.
err-not-empty = Deze map is niet leeg: een kluis wordt alleen in een lege map gemaakt.
fix-not-empty = Kies een lege map, of de naam van een map die niet bestaat.
err-not-a-folder = Dit is geen map: een bestand draagt deze naam, of staat op de weg ernaartoe.
fix-not-a-folder = Kies een lege map, of de naam van een map die niet bestaat.
err-not-a-recipient = Er is geen pakket met dit document voor { $partner } geschreven: er valt niets te noteren.
fix-not-a-recipient =
    { $recipients ->
        [none] Er is nog geen enkel pakket met dit document geschreven.
       *[other] Pakketten met dit document zijn geschreven voor: { $recipients }.
    }
err-newer = Deze kluis is door een recenter programma geschreven (formaat { $format }).
fix-newer = Installeer de laatste versie van het programma.
err-earlier = Deze kluis is door een ouder programma geschreven (formaat { $format }), waarvan dit programma het formaat niet leest.
fix-earlier = Open ze met het programma dat ze schreef, en registreer de documenten in een nieuwe kluis.
err-read-only = De kluis kan hier alleen worden gelezen, en deze handeling moet worden ingeschreven.
fix-read-only = Werk op een kopie die beschreven kan worden, of vraag het recht om te schrijven.
err-offline = De servers van deze kluis zijn niet bereikbaar. Lijsten en zoeken werken nog; wat moet worden ingeschreven, wacht tot ze er weer zijn.
fix-offline = Controleer de verbinding, of vraag het aan wie de servers beheert, en probeer opnieuw.
err-not-found =
    Er is hier geen { $kind ->
        [officer] officier
        [identity] identiteit
        [dossier] dossier
        [document] document
        [partner] partner
        [release] vrijgave
        [request] aanvraag
        [clearance] machtiging
        [member] lid
        [class] klasse
        [topic] punt
        [authority] autoriteit
        [version] versie
        [view] weergave
        [printer] printer
       *[other] { $kind }
    } “{ $name }”.
fix-not-found =
    { $kind ->
        [request] Controleer de spelling: “zegelctl assent list” toont de identificaties van de aanvragen. Wat men niet mag zien, wordt niet genoemd.
       *[other] Controleer de spelling. Wat men niet mag zien, wordt niet genoemd.
    }
err-ambiguous = Verschillende dossiers die u kent, heten “{ $name }”.
fix-ambiguous = Geef in plaats van de identificatie de code op van het dossier dat u bedoelt. Weet u niet welk het juiste is, vraag het dan aan de verantwoordelijke.
err-ambiguous-reference = “{ $name }” past bij verschillende documenten: { $choices }.
fix-ambiguous-reference = Typ de volledige referentie van het bedoelde document, zoals ze hier staat.
err-exists =
    “{ $name }” bestaat al ({ $kind ->
        [officer] officier
        [identity] identiteit
        [dossier] dossier
        [document] document
        [partner] partner
        [release] vrijgave
        [clearance] machtiging
        [member] lid
        [class] klasse
        [authority] autoriteit
        [printer] printer
       *[other] { $kind }
    }).
fix-exists = Kies een andere naam.
err-state =
    { $status ->
        [same-bytes] Dit bestand is al dat van het document, byte voor byte.
        [unchanged] Er zou niets veranderen: het is al zo.
        [itself] Een document heeft geen verband met zichzelf.
        [circle] Het andere document is al voor dit document, rechtstreeks of via andere, wat dit voor het andere zou zijn.
       *[other] Dit kan nu niet. Toestand ({ $what ->
                [officer] officier
                [request] aanvraag
                [clearance] machtiging
                [partner] partner
                [document] document
                [text] de tekst van dit document
                [marking] markering
                [release] vrijgave
                [roles] rollen
                [dossier] dossier
               *[other] { $what }
            }): { $status ->
                [active] actief
                [frozen] bevroren
                [disabled] uitgeschakeld
                [valid] geldig
                [suspended] geschorst
                [withdrawn] ingetrokken
                [confirmed] bevestigd
                [changed] intussen gewijzigd
                [waiting] wacht op goedkeuring
                [approved] goedgekeurd
                [granted] toegestaan
                [refused] geweigerd
                [written] weggeschreven
                [unchanged] dezelfde als voorheen
                [moved] intussen anders gemarkeerd
                [read] al gelezen
                [unread] niet gelezen
                [no-ocr] wachtend: tekenherkenning (tesseract) is hier niet geïnstalleerd, of kan niet afgeschermd worden
                [recalled] teruggeroepen
                [open] open
                [closed] afgesloten
                [led] door iemand geleid
               *[other] { $status }
            }.
    }
fix-state = { $status ->
        [same-bytes] Kies het nieuwe bestand.
        [unchanged] Geef op wat anders moet zijn.
        [itself] Geef een ander document op.
        [circle] Haal eerst dat verband weg (“doc relate --remove”, of in het paneel van het andere document) als dit het juiste is.
       *[other] Bekijk de huidige toestand en ga van daar verder.
    }
err-list-changed = De lijst is intussen veranderd.
fix-list-changed = Lees ze opnieuw vanaf het begin.
err-search-incomplete = Dit document wordt nog niet gevonden op zijn referentie: tot nu toe is { $percent } % van het logboek doorzocht.
fix-search-incomplete = Zoek over een ogenblik opnieuw, of kies het document in de lijst.
err-cancelled = Op verzoek gestopt. Wat niet af was, is niet bewaard.
fix-cancelled = Begin opnieuw wanneer u wilt.
cli-batch-line-status = Regel { $line } eindigde met status { $status }.
cli-batch-ended = Gestopt bij regel { $line }, zoals --stop vraagt: wat volgt, werd niet uitgevoerd.
err-batch-stopped = Op verzoek gestopt: { $done ->
    [one] één regel is
   *[other] { $done } regels zijn
 } uitgevoerd; vanaf regel { $line } is niets tot het einde uitgevoerd.
fix-batch-stopped = Kijk wat regel { $line } heeft gedaan, en voer de regels vanaf daar opnieuw uit.
err-demo-stopped = Op verzoek gestopt: de oefenkluis in { $path } is niet volledig.
fix-demo-stopped = Verwijder de map en maak de oefenkluis opnieuw.
err-bad-name =
    { $kind ->
        [request] “{ $name }” is niet de identificatie van een aanvraag.
        [document] “{ $name }” is noch de identificatie noch de referentie van een document.
       *[other] “{ $name }” kan hier geen naam zijn ({ $kind ->
            [officer] officier
            [dossier] dossier
            [partner] partner
            [release] vrijgave
            [clearance] machtiging
            [member] lid
            [class] klasse
            [printer] printer
           *[other] { $kind }
        }).
    }
fix-bad-name =
    { $kind ->
        [request] Zie “zegelctl assent list”: daar staan de identificaties van de aanvragen.
        [document] Een referentie heeft de vorm ZGL/2026/S-K7Q/0042, een identificatie 26 tekens. Of zoek de titel op het scherm “Documenten”.
        [printer] Een printer heet zoals CUPS hem noemt, en “lpstat -e” toont: hoogstens 127 tekens, zonder spaties, accenten, aanhalingstekens, “/” en “#”, te beginnen met een letter of cijfer.
       *[other] Gebruik letters zonder accent, cijfers, punten, streepjes en lage streepjes, hoogstens 64, te beginnen met een letter of cijfer; voor officieren in kleine letters. Identificaties van documenten en vrijgaven hebben 26 tekens.
    }
err-missing =
    Er ontbreekt iets: { $field ->
        [full_name] de volledige naam
        [workstation] de naam van het werkstation
        [code] de code
        [name] de naam
        [roles] minstens één rol
        [why] de reden
        [title] de titel
        [subject] het onderwerp
        [originator] de autoriteit van oorsprong
        [paper] de referentie van het papieren origineel
        [purpose] het doel
        [certificate] de referentie van het certificaat
        [authority] de autoriteit
        [reference] de referentie
        [basis] de grond van de noodzaak tot kennisname
        [recipient] de ontvanger
        [signing_key] de ondertekeningssleutel
        [documents] de documenten
        [label] het label
        [after] het paginamerk
        [checkpoint] het controlepunt
        [contact] het contact
        [agreement] de overeenkomst
        [partner] de partner
        [package] de naam van het pakket
        [policy] het beleid
        [motive] de motivering
        [topics] de punten
        [sources] de brondocumenten
       *[other] { $field }
    }.
fix-missing = Vul het in.
err-bad-dates = Deze datums spreken elkaar tegen, of de periode is te lang.
fix-bad-dates = Het einde komt na het begin; een machtiging duurt hoogstens vijf jaar.
err-move-alone = Een ander dossier is een inschrijving op zich: niets anders wordt tegelijk rechtgezet. Er is niets veranderd.
fix-move-alone = Zet eerst de rest recht, en verplaats het document daarna.
err-unknown =
    “{ $value }” is niet bekend ({ $kind ->
        [policy] beleid
        [level] niveau
        [category] vermelding
        [community] gemeenschap
        [nation] land
        [action] handeling
        [topic] punt
       *[other] { $kind }
    }).
fix-unknown =
    { $choices ->
        [none] Kies uit wat het beleid kent.
       *[other] Kies uit: { $choices }.
    }
err-denied = Niet toegestaan.
fix-denied = Bij elke reden staat wat eraan te doen is. De weigering staat in het logboek.
err-folder-altered = In de map van de kluis is { $name } { $flaw ->
    [link] een koppeling, en niets in een kluis is er een
    [size] groter dan het kan zijn
    [journal] een journaal dat een bestand elders noemt
    [missing] weg, en het was er
    *[kind] iets anders dan het bestand of de map die daar hoort
    }. Daardoor is niets geopend.
fix-folder-altered = Iemand heeft de map gewijzigd. Verwittig de veiligheidsofficier en zet uit een kopie terug wat er stond.
err-too-long =
    Te lang, meer dan { $limit }: { $field ->
        [query] de gezochte tekst, in tekens
        [query_words] de gezochte tekst, in woorden
        [full_name] de volledige naam
        [workstation] de naam van het werkstation
        [code] de code
        [name] de naam
        [roles] minstens één rol
        [why] de reden
        [title] de titel
        [subject] het onderwerp
        [originator] de autoriteit van oorsprong
        [paper] de referentie van het papieren origineel
        [purpose] het doel
        [motive] de motivering
        [certificate] de referentie van het certificaat
        [authority] de autoriteit
        [reference] de referentie
        [basis] de grond van de noodzaak tot kennisname
        [recipient] de ontvanger
        [signing_key] de ondertekeningssleutel
        [documents] de documenten
        [label] het label
        [after] het paginamerk
        [checkpoint] het controlepunt
        [contact] het contact
        [agreement] de overeenkomst
        [partner] de partner
        [package] de naam van het pakket
        [policy] het beleid
        [topics] de punten
        [sources] de brondocumenten
        [authorities] de autoriteiten namens welke de kluis beslist
        [printers] de lijst van printers
       *[other] { $field }
    }.
fix-too-long = Kort het in.
err-malformed =
    Niet te lezen als wat het zou moeten zijn: { $field ->
        [full_name] de volledige naam
        [workstation] de naam van het werkstation
        [code] de code
        [name] de naam
        [roles] minstens één rol
        [why] de reden
        [title] de titel
        [subject] het onderwerp
        [originator] de autoriteit van oorsprong
        [paper] de referentie van het papieren origineel
        [to] het andere document
        [relation] het verband
        [purpose] het doel
        [certificate] de referentie van het certificaat
        [authority] de autoriteit
        [reference] de referentie
        [basis] de grond van de noodzaak tot kennisname
        [recipient] de ontvanger
        [signing_key] de ondertekeningssleutel
        [documents] de documenten
        [label] het label
        [after] het paginamerk
        [checkpoint] het controlepunt
        [contact] het contact
        [agreement] de overeenkomst
        [partner] de partner
        [package] de naam van het pakket
        [request] de aanvraag
        [policy] het beleid
        [motive] de motivering
        [topics] de punten
        [sources] de brondocumenten
        [copies] het aantal exemplaren
        [pages] de pagina’s
       *[other] { $field }
    }.
fix-malformed = Controleer of het volledig is overgenomen.
err-character = Een teken kan niet worden bewaard ({ $character }, op plaats { $position }) in: { $field ->
        [title] de titel
        [subject] het onderwerp
        [originator] de autoriteit van oorsprong
        [paper] de referentie van het papieren origineel
        [purpose] het doel
        [why] de reden
        [motive] de motivering
        [basis] de grond van de noodzaak tot kennisname
        [name] de naam
        [full_name] de volledige naam
        [passphrase] de wachtwoordzin
        [workstation] de naam van het werkstation
        [code] de code
        [text] de tekst
        [authority] de autoriteit
        [reference] de referentie
        [certificate] de referentie van het certificaat
        [contact] het contact
        [agreement] de overeenkomst
        [date] de datum
        [finalised] de datum van afwerking
        [from] het begin
        [until] het einde
        [review] de datum van herziening
       *[other] { $field }
    }.
fix-character = Haal het weg: het stuurt een terminal, keert de schrijfrichting om, breekt de regel af, of niemand ziet het. Al het andere wordt bewaard zoals het is.
err-implausible-date = { $date } is niet aannemelijk voor: { $field ->
        [title] de titel
        [subject] het onderwerp
        [originator] de autoriteit van oorsprong
        [paper] de referentie van het papieren origineel
        [purpose] het doel
        [why] de reden
        [motive] de motivering
        [basis] de grond van de noodzaak tot kennisname
        [name] de naam
        [full_name] de volledige naam
        [workstation] de naam van het werkstation
        [code] de code
        [authority] de autoriteit
        [reference] de referentie
        [certificate] de referentie van het certificaat
        [contact] het contact
        [agreement] de overeenkomst
        [date] de datum
        [finalised] de datum van afwerking
        [from] het begin
        [until] het einde
        [review] de datum van herziening
       *[other] { $field }
    }.
fix-implausible-date = Kies een dag tussen { $earliest } en { $latest }.
err-too-short =
    Te kort, minder dan { $limit }: { $field ->
        [motive] de motivering
       *[other] { $field }
    }.
fix-too-short = Zeg het zo dat een ander het kan beoordelen.

# How much of the text inside a document can be searched, and why not all of it.
text-whole = helemaal
text-partial = gedeeltelijk
text-none = nee
text-recognised = gescande pagina’s gelezen met tekenherkenning, in { $languages }: er kunnen letters fout zijn
text-lack-picture = geen tekst erin: een scan, een afbeelding of een leeg bestand
text-lack-kind = een soort bestand die hier niet wordt gelezen
text-lack-locked = het vraagt een eigen wachtwoord
text-lack-damaged = het kon niet worden gelezen: beschadigd, of iets anders dan het zegt te zijn
text-lack-long = niet alles: het is langer dan wat wordt gelezen en bewaard
text-lack-unread = er was geen tekstlezer toen het werd geregistreerd
text-lack-pending = gescande pagina’s worden na de registratie met tekenherkenning gelezen, en zijn dat nog niet
text-lack-by-two = twee personen openen het: één zou de tekst alleen lezen
text-lack-lost = wat van de tekst werd bewaard, is weg
text-lack-altered = wat van de tekst werd bewaard, is gewijzigd
text-lack-waits = de tekst staat nog niet in uw index
text-lack-withdrawn = ingetrokken: niemand leest het nog

## backup

app-pick-backup = De map van de back-up kiezen
ui-check-title = Controle van de kluis
ui-check-run = Kluis controleren
ui-check-text = Bekijkt het logboek, de identiteiten en elk verzegeld document; die waarvan u de sleutel hebt, worden ermee geprobeerd. Er wordt niets veranderd.
ui-check-running = De kluis wordt gecontroleerd. Dat kan minuten duren; vergrendelen maakt er een eind aan.
ui-check-found =
    { $n ->
        [one] Eén punt is niet zoals het hoort
       *[other] { $shown } punten zijn niet zoals het hoort
    }
ui-check-more =
    { $n ->
        [one] En nog één.
       *[other] En nog { $shown }.
    }
ui-backup-title = Back-up
ui-backup-text = Kopieert de kluis naar een map op een andere schijf: een nieuwe, of die van de vorige back-up, waarin alleen gekopieerd wordt wat nieuw is. Er wordt geen document geopend, en iedereen kan doorwerken.
ui-backup-last = Laatste back-up vanaf dit werkstation: { $at }, in de map “{ $folder }”, tot en met inschrijving { $entries } van het logboek.
ui-backup-never = Vanaf dit werkstation is nog geen back-up gemaakt.
ui-backup-make = Back-up maken…
ui-backup-progress = { $done } van { $total } bestanden
ui-backup-made = Back-up gemaakt van de kluis zoals zij was op { $at }
ui-backup-holds = Inschrijvingen in het logboek: { $entries }. Verzegelde documenten: { $objects }. In totaal { $mib } MiB; bestanden die er nog niet waren: { $copied }.
ui-backup-proved = Het logboek is volledig nagekeken. Verzegelde documenten zijn gekopieerd zoals ze er liggen. Terugzetten gebeurt aan het venster dat zonder kluis opent, of met zegelctl restore.
err-not-a-backup =
    { $found ->
        [nothing] Er is geen map met die naam.
        [file] Dit is geen map.
        [incomplete] De back-up in deze map is niet volledig: geen enkele uitvoering kwam hier tot haar einde.
       *[folder] Deze map bevat geen back-up.
    }
fix-not-a-backup =
    { $found ->
        [incomplete] Voer zegelctl backup opnieuw uit in dezelfde map: wat gekopieerd is, wordt niet nog eens gekopieerd.
       *[other] Kies de map met het bestand backup.txt.
    }
err-backup-stranger = De map bevat { $name }, wat bij geen back-up hoort.
fix-backup-stranger = Kies een lege map, de naam van een map die niet bestaat, of de map van de vorige back-up van deze kluis.
err-backup-altered =
    { $flaw ->
        [missing] { $name } ontbreekt in de back-up.
        [size] { $name } heeft in de back-up een andere grootte dan de lijst zegt.
        [content] { $name } is in de back-up gewijzigd of beschadigd.
        [link] { $name } is in de back-up een koppeling, en niets in een back-up is er een.
        [format] De lijst van de back-up, { $name }, is gewijzigd of beschadigd.
       *[kind] { $name } is in de back-up iets anders dan het bestand of de map die daar hoort.
    }
fix-backup-altered = Er is niets teruggezet. Neem een andere back-up; een nieuwe maakt u in een lege map. Kan niemand het verklaren, verwittig dan de veiligheidsofficier.
err-backup-of-another = De back-up in deze map is die van een andere kluis, { $vault }.
fix-backup-of-another = Kies een map voor deze kluis alleen.
err-backup-ahead = Het logboek van de kluis gaat niet verder op de { $entries } inschrijvingen van de back-up: het is teruggezet of herschreven. De back-up blijft zoals hij is.
fix-backup-ahead = Is de kluis met opzet in een oudere toestand teruggezet, maak dan een back-up in een lege map. Verwittig anders eerst de veiligheidsofficier.
err-no-room = Er is te weinig plaats: { $needed } MiB is nodig, en { $free } MiB is vrij. Er is niets gewijzigd.
fix-no-room = Maak plaats vrij, of kies een map op een andere schijf.
err-backup-lost = Het logboek is sinds de vorige back-up niet gegroeid, en toch ontbreekt in de kluis wat die bevat ({ $count }): { $names }. De back-up blijft zoals hij was.
fix-backup-lost = Laat de kluis nakijken met “zegelctl doctor” en verwittig de veiligheidsofficier; de vorige back-up bevat deze bestanden nog. Is er niets mis, maak dan een back-up in een lege map.
err-backup-exchanged = Onder dezelfde namen als in de vorige back-up hebben deze verzegelde documenten een andere inhoud ({ $count }): { $names }. Opnieuw verzegeld zouden ze andere namen dragen. De back-up blijft zoals hij was.
fix-backup-exchanged = Ze zijn verwisseld of beschadigd. Laat de kluis nagaan met “zegelctl doctor --as OFFICIER” en verwittig de veiligheidsofficier; de vorige back-up bevat de goede nog.
err-backup-nested = De kluis en de back-up liggen in elkaar.
fix-backup-nested = Kies een map buiten de kluis, waarin geen kluis ligt.
err-restore-older = De kluis die er staat, ging na de back-up verder. Inschrijvingen van het logboek die verloren zouden gaan: { $entries }, sinds { $since }. Verzegelde documenten die de back-up niet heeft: { $objects }.
fix-restore-older = Maak eerst een back-up van de kluis, of zoek een latere back-up. Wilt u de oudere toestand, zeg dat dan (het vakje in het venster, --older bij zegelctl): de kluis die er staat, wordt ernaast bewaard.
err-restore-forked = De kluis die er staat en de back-up gingen elk anders verder. Inschrijvingen van het logboek die verloren zouden gaan: { $entries }, sinds { $since }. Verzegelde documenten die de back-up niet heeft: { $objects }.
fix-restore-forked = Iemand werkte in twee kopieën, of herschreef een logboek: verwittig de veiligheidsofficier. Wilt u het toch, zeg dat dan (het vakje in het venster, --force bij zegelctl): de kluis die er staat, wordt ernaast bewaard.
err-restore-unread = Het logboek van de kluis die er staat, kan niet gelezen worden: niemand kan zeggen wat ervan verloren zou gaan. Verzegelde documenten die de back-up niet heeft: { $objects }.
fix-restore-unread = Wilt u het toch, zeg dat dan (het vakje in het venster, --force bij zegelctl): de kluis die er staat, wordt ernaast bewaard.
cli-backed-up =
    De back-up van de kluis staat in { $path }, zoals zij was op { $at }.
    Inschrijvingen in het logboek: { $entries }. Verzegelde documenten: { $objects }. In totaal { $mib } MiB; bestanden die er nog niet waren: { $copied }.
cli-backup-proved = Het logboek is volledig nagekeken, zonder enige sleutel: elke hash, elke handtekening. Verzegelde documenten zijn gekopieerd zoals ze er liggen; “zegelctl doctor --as OFFICIER” gaat na of ze opengaan.
backup-left-out = Niet gekopieerd, want het hoort bij geen kluis ({ $count }): { $names }
backup-changed = Deze bestanden zijn niet wat de vorige back-up bevatte, hoewel het logboek sindsdien niet is gegroeid ({ $count }): { $names }
backup-gone = De vorige back-up bevatte deze bestanden, en de kluis heeft ze niet meer ({ $count }): { $names }. Documenten die sindsdien opnieuw verzegeld werden, dragen andere namen.
cli-backup-part-kept = Wat al gekopieerd was, blijft in de map van de back-up, en de volgende keer gaat het daar verder. De vorige back-up is zoals hij was.
backup-healed = Van de vorige back-up waren deze bestanden hier beschadigd of verdwenen; ze werden opnieuw gekopieerd ({ $count }): { $names }. Kijk de schijf na: ze kan er nog verliezen.
cli-and-more =
    { $count ->
        [one] { $names } en nog één
       *[other] { $names } en nog { $count }
    }
cli-restored =
    De kluis is teruggezet in { $path }, zoals zij was op { $at }, en is daar opnieuw nagekeken.
    Inschrijvingen in het logboek: { $entries }. Verzegelde documenten: { $objects }. In totaal { $mib } MiB.
cli-restored-kept = De kluis die er stond, wordt bewaard als { $path }. Verwijder ze zodra niemand ze nog nodig heeft.
cli-restored-memory = Indexen worden opnieuw gemaakt: elke officier ontgrendelt één keer met --without-memory. Een werkstation dat meer van het logboek gezien heeft, zegt dat het teruggezet is: dat klopt, en “After a backup is restored” in docs/RECOVERY.md zegt wat te doen.
cli-restore-lost = Verzegelde documenten die de back-up niet heeft ({ $count }): { $ids }

## shared vaults

err-shared = Deze map is een werkstation van een gedeelde kluis, en dit kan daarin niet, of niet met dit programma.
fix-shared = Gebruik een programma dat met gedeelde kluizen is gebouwd, of een kluis die in een map ligt.
err-shared-address =
    Het adres van de { $kind ->
        [postgresql] databank
       *[objects] opslag van de documenten
    } klopt niet: { $why ->
        [secret] er staat een naam of wachtwoord in, en die horen in het bestand met geheimen
        [name] de naam ontbreekt of bevat een teken dat niet mag
        [host] de host of poort klopt niet
        [endpoint] het endpoint moet een https-adres zijn
       *[form] het heeft niet de juiste vorm
    }.
fix-shared-address = Schrijf postgres://HOST:POORT/DATABANK voor het logboek en s3://BUCKET/PREFIX?endpoint=https://HOST:POORT voor de objecten.
err-secrets-file = Het bestand met geheimen kon niet worden gelezen: { os-cause }.
fix-secrets-file = Controleer het pad. Het pad van het bestand wordt bij de map bewaard; is het verplaatst, sluit dan opnieuw aan met het nieuwe.
err-secrets-open = Anderen kunnen het bestand met geheimen lezen, of het is van iemand anders. Er is niets van gebruikt.
fix-secrets-open = Maak u eigenaar van het bestand, alleen leesbaar voor u (chmod 600), en laat wachtwoorden wijzigen die anderen konden lezen.
err-secrets-form = Het bestand met geheimen heeft niet de juiste vorm.
fix-secrets-form = Het is TOML met database_user, database_password, access_key_id, secret_access_key en ca_file, en niets anders.
err-secrets-authority = Het bestand van de autoriteit (ca_file) bevat geen leesbaar certificaat.
fix-secrets-authority = Noem het PEM-bestand met het certificaat van de autoriteit die die van beide servers heeft ondertekend.
err-server-refused = De server is er, maar weigert deze gebruiker.
fix-server-refused = Controleer gebruiker en wachtwoord in het bestand met geheimen, en de rechten op de server. In “detail” staat wat de server zei.
err-server-certificate = De server toont een certificaat dat niet van de genoemde autoriteit is, of voor een andere naam geldt. Er is niets aan gezegd.
fix-server-certificate = Misschien zit er iemand tussen. Meld het aan wie de servers beheert; ga niet verder voor het verklaard is.
err-store-unconditional = De opslag van de documenten overschrijft wat er is, hoewel dat verboden werd: geen kluis is daar veilig.
fix-store-unconditional = Gebruik een opslag die zich aan If-None-Match houdt.
err-unpublished = Daar is geen kluis gepubliceerd, of de publicatie werd afgebroken.
fix-unpublished = Controleer beide adressen. Werd een publicatie afgebroken, voer ze dan opnieuw uit op het werkstation waar ze begon.
err-another-vault = Daar is een andere kluis. Er is niets gewijzigd.
fix-another-vault = Controleer beide adressen en de map. Elke kluis heeft een eigen databank en een eigen plaats in een bucket.
err-published = De kluis van deze map is al gedeeld, op andere servers.
fix-published = Sluit aan met de nieuwe adressen als de servers zijn verhuisd.
err-object-lost = Het verzegelde document { $name } is naar de opslag van de documenten gebracht, en is er niet meer, of niet zoals het hier ligt.
fix-object-lost = Niets van wat daar ontbreekt of anders is, is hier verwijderd. Kijk de opslag van de documenten na en geef daarna dezelfde opdracht opnieuw.
err-not-shared = De kluis van deze map is niet gedeeld.
fix-not-shared = Ze ligt alleen in haar map; er hoeft niets te gebeuren.
err-all-here = Alles van deze kluis ligt in haar map: er is hier niets extra te bewaren.
fix-all-here = Alleen een gedeelde kluis, waarvan de verzegelde documenten op een server liggen, heeft kopieën op haar werkstations.
err-server-failed = De server kon het niet doen.
fix-server-failed = In “detail” staat wat de server zei. Vraag het aan wie hem beheert.
cli-shared-published =
    De kluis { $name } is gedeeld. Deze map is er één werkstation van.
    Inschrijvingen in het logboek: { $entries }. Verzegelde documenten: { $objects }.
cli-shared-joined = De map { $path } is een werkstation van de kluis { $name }, met { $entries } inschrijvingen van het logboek. Breng een identiteit hierheen om erin te werken.
cli-shared-status = Inschrijvingen van het logboek hier: { $entries }. Inschrijvingen die de server meer heeft: { $behind }.
cli-shared-offline = Inschrijvingen van het logboek hier: { $entries }. De server van het logboek is sinds { $since } niet bereikbaar.
cli-shared-objects-offline = De opslag van de documenten is sinds { $since } niet bereikbaar.
cli-dossier-not-kept = Dossier { $dossier } wordt niet langer op dit werkstation bewaard. Kopieën verdwijnen wanneer hun plaats nodig is.
cli-fetched =
    { $n ->
        [0] Er moest niets worden opgehaald.
        [one] Eén verzegeld bestand werd opgehaald ({ $mb } MB).
       *[other] { $n } verzegelde bestanden werden opgehaald ({ $mb } MB).
    }
cli-fetched-no-room =
    { $n ->
        [one] Voor nog één bestand was er geen plaats. Verhoog de limiet: “zegelctl shared cache --limit”.
       *[other] Voor nog { $n } bestanden was er geen plaats. Verhoog de limiet: “zegelctl shared cache --limit”.
    }
cli-fetched-missing =
    { $n ->
        [one] Eén bestand ligt niet op de server. “zegelctl doctor” zegt welk.
       *[other] { $n } bestanden liggen niet op de server. “zegelctl doctor” zegt welke.
    }
cli-none-kept = Op dit werkstation wordt geen dossier bewaard.
cli-copies =
    { $how ->
        [off] Op dit werkstation worden geen kopieën van verzegelde documenten bewaard.
        [set] Kopieën van verzegelde documenten op dit werkstation: { $count }, { $mb } MB van de ingestelde { $limit } MB.
       *[usual] Kopieën van verzegelde documenten op dit werkstation: { $count }, { $mb } MB van { $limit } MB, naar de grootte van de schijf.
    }
copies-altered =
    { $count ->
        [one] Eén kopie was niet wat verzegeld werd, en werd weggegooid.
       *[other] { $count } kopieën waren niet wat verzegeld werd, en werden weggegooid.
    }
ui-keep-here = Dit dossier hier bewaren
ui-keep-here-text = De documenten ervan die u mag openen, worden vooraf opgehaald, nog verzegeld, en ook die welke later komen.
ui-kept-here = Verzegelde bestanden op dit werkstation: { $here } van { $objects }, { $mb } MB.
ui-fetching = { $done } van { $total }
ui-fetched-no-room =
    { $n ->
        [one] Voor één verzegeld bestand was er geen plaats. De limiet staat onder Systeem.
       *[other] Voor { $n } verzegelde bestanden was er geen plaats. De limiet staat onder Systeem.
    }
ui-fetched-missing =
    { $n ->
        [one] Eén verzegeld bestand ligt niet op de server. Verwittig de veiligheidsofficier.
       *[other] { $n } verzegelde bestanden liggen niet op de server. Verwittig de veiligheidsofficier.
    }
ui-copies-title = Kopieën op dit werkstation
ui-copies-text = Documenten die hier gelezen werden, blijven hier, nog verzegeld, zodat ze niet opnieuw moeten worden opgehaald. Wat het langst niet gebruikt werd, verdwijnt eerst.
ui-copies-now = Verzegelde documenten: { $count }. Ze nemen { $mb } MB van { $limit } MB in.
ui-copies-remove = Alles verwijderen
ui-copies-limit = Hoeveel ze mogen innemen
ui-copies-limit-usual = Naar de grootte van de schijf, hoogstens 10 GB
ui-copies-limit-none = Niets: er worden geen kopieën bewaard
ui-copies-limit-gb = { $n } GB

# Before there is a vault, and a vault that becomes a shared one
app-pick-new-vault = De map van de nieuwe kluis kiezen: een nieuwe of een lege
app-pick-workstation = De map van dit werkstation kiezen: een nieuwe of een lege
app-pick-secrets = Het bestand met de geheimen kiezen
ui-first-title = Zegel
ui-first-text = Er is nog geen kluis geopend.
ui-first-new = Nieuwe kluis
ui-first-new-text = Maakt een kluis in een map, en haar eerste officier, die veiligheidsofficier is.
ui-first-open = Een kluis openen
ui-first-open-text = De map ervan staat hier al: een kluis op zich, of het werkstation van een gedeelde kluis.
ui-first-join = Aansluiten bij een gedeelde kluis
ui-first-join-text = De kluis staat op twee servers: dit werkstation krijgt een map met een nagekeken kopie van haar logboek.
ui-first-join-not = Dit programma is zonder gedeelde kluizen gebouwd.
ui-first-name = Naam van de kluis
ui-first-name-hint = Het is ook die van de autoriteit namens welke de kluis beslist.
ui-first-full-rules = De volledige regels vanaf de eerste dag
ui-first-full-rules-hint = Waarvoor twee personen nodig zijn, zijn er ook echt twee nodig. Anders is het een oefenkluis, waar niets echts thuishoort.
ui-first-found = Kies de map en maak de kluis…
ui-first-joined = Aangesloten
ui-first-joined-text = { $name }: inschrijvingen van het logboek die nagekeken en overgenomen zijn: { $entries }. Breng daarna uw identiteitsbestand, van de drager waarop u het bewaart.
ui-first-made = Gemaakt
ui-first-made-text = De kluis { $name } wordt nu geopend. Ontgrendel ze met de wachtwoordzin die u gekozen hebt.
ui-first-next = Openen
app-pick-restored = Kiezen waar de kluis moet staan: een nieuwe of een lege map, of die van dezelfde kluis
ui-first-restore = Een back-up terugzetten
ui-first-restore-text = Maakt van een back-up een kluis, in een map hier. Alles wordt eerst nagekeken.
ui-restore-from = Back-up
ui-restore-from-hint = De map waarin de back-up gemaakt is.
ui-restore-to = Map van de kluis
ui-restore-to-hint = Een nieuwe of een lege map, of die van dezelfde kluis. Een kluis die er staat, wordt ernaast bewaard, onder een andere naam.
ui-restore-pick = Kiezen…
ui-restore-submit = Terugzetten
ui-restore-anyway = Toch terugzetten
ui-restore-anyway-hint = De kluis die er staat, wordt ernaast bewaard.
ui-restored = { $name } is teruggezet, zoals de kluis was op { $at }
ui-restored-holds = Inschrijvingen van het logboek: { $entries }. Verzegelde documenten: { $objects }. Alles is ter plaatse opnieuw nagekeken.
ui-restored-kept = De kluis die er stond, wordt bewaard als { $name }. Verwijder ze zodra niemand ze nog nodig heeft.
ui-restored-lost = Verzegelde documenten die de back-up niet heeft ({ $count }): { $ids }
ui-restored-memory = Elke officier ontgrendelt één keer zonder het geheugen van dit werkstation: het ontgrendelscherm biedt dat aan. Een werkstation dat meer van het logboek gezien heeft, zegt dat het teruggezet is: dat klopt, en “After a backup is restored” in docs/RECOVERY.md zegt wat te doen.
ui-servers-database = Adres van het logboek
ui-servers-database-hint = postgres://HOST:POORT/DATABANK
ui-servers-objects = Adres van de documenten
ui-servers-objects-hint = s3://BUCKET/PREFIX?endpoint=https://HOST:POORT
ui-servers-secrets = Bestand met de geheimen
ui-servers-secrets-hint = Niemand anders mag het kunnen lezen (modus 600). Wat erin staat, wordt nergens getoond.
ui-servers-secrets-pick = Kiezen…
ui-servers-join = Kies de map en sluit aan…
ui-servers-publish = Publiceren
ui-errand-verify = Het logboek hier wordt nagekeken: { $done } van { $total } inschrijvingen
ui-errand-objects = Documenten worden overgebracht: { $done } van { $total }
ui-errand-entries = Inschrijvingen van het logboek: { $done } van { $total }
ui-errand-remove = Documenten worden teruggelezen en hier verwijderd: { $done } van { $total }
ui-errand-begin = De servers worden bevraagd
ui-errand-stop = Stoppen
ui-publish-title = Gedeelde kluis
ui-publish-text = Brengt deze kluis naar twee servers, zodat meerdere werkstations erin werken. Deze map is er dan een van. Anderen kunnen tot het einde doorwerken.
ui-publish-open = Deze kluis publiceren…
ui-publish-dialog-text = Maak eerst een back-up. Het bestand met de geheimen is dat van de eigenaar van de databank; sluit deze map daarna aan met uw eigen bestand. Wordt het afgebroken, publiceer dan opnieuw: wat overgebracht is, wordt niet twee keer overgebracht.
ui-publish-done = De kluis is gedeeld
ui-publish-done-text = Inschrijvingen in het logboek: { $entries }. Verzegelde documenten: { $objects }. Het venster gaat opnieuw open, op de gedeelde kluis; tot dan kan hier niets worden ingeschreven.
