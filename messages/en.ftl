# Zegel — en
# By subject. Reasons against, each with what to do, speak of the asker and of the partner whom the asker chose, never of the
# document’s level, categories, dossier or audience.

## words of every subject

quote-open = “
quote-close = ”
yes = yes
no = no
none = none
never = never
unknown = unknown
today = today
word-exercise = EXERCISE
app-pick-files = Choose documents to file
app-write-unmarked = DRAFT – not filed
app-pick-files-of-folder = Choose the folder whose documents are to be filed
app-pick-version = Choose the file of the new version
app-pick-folder = Choose where to write the package
app-save-log = Choose where to write the log
app-pick-vault = Choose the vault’s folder
app-no-display = there is no display to open a window on. Use zegelctl.
no-proof-same-vault = that it is the log of your vault and no other in its place: compare it with a checkpoint that was kept elsewhere (zegelctl: --checkpoint)
no-proof-nothing-cut-off-since = that nothing was cut off at the end since the checkpoint
no-proof-nothing-cut-off = that nothing was cut off at the end: compare it with a checkpoint that was kept elsewhere (zegelctl: --checkpoint)
no-proof-rights = that each author had the right to do what he entered: that is checked at unlocking
no-proof-contents = what the sealed parts say: it takes their keys to read them
no-proof-objects = that the documents are there and unharmed: see “zegelctl doctor”
os-cause =
    { $cause ->
        [not_found] it, or its folder, is not there
        [permission] you have no right to do so
        [exists] something of that name is there already
        [not_a_folder] a part of the path is not a folder
        [is_a_folder] it is a folder
        [not_empty] the folder is not empty
        [read_only] it lies where nothing can be written
        [full] there is no room left
        [too_large] it is larger than this disk, or this session, allows
        [busy] something else is using it
        [reader_gone] the reader has gone
        [timed_out] no answer came in time
        [cut_short] it ended too early
        [not_whole] not all of it could be written
        [memory] there is not enough memory
        [unsupported] this disk or device cannot do that
        [bad_name] such a name is not possible here
        [loop] links lead in a circle
        [device] the disk or the device reports an error
        [no_device] there is no such device
        [not_open] it is not open for that
        [many_open] too many files are open
        [other_disk] it lies on another disk
        [network] the network does not answer
        [interrupted] it was interrupted
        [unknown] the system gives no reason
       *[other] the system reports an error that has no words here
    }
os-what =
    { $what ->
        [document] The document
        [index] The officer’s index
        [vault] The vault’s folder
        [backup] The folder of the backup
        [objects] The folder of the sealed documents
        [lock] The file that keeps a second window away
       *[other] { $what }
    }

## frame

ui-close = Close
ui-cancel = Cancel
ui-retry = Try again
ui-back = Back
ui-optional = optional
ui-loading = Loading…
ui-reason-unknown = A rule does not allow it ({ $code }).
ui-reason-met = Condition met ({ $code })
ui-reason-no = Not met:
ui-reason-yes = Met:
ui-problem-unknown = The operation failed ({ $code }).
ui-problem-unknown-fix = Try again. If it persists, give this code to your security officer.
ui-exercise = EXERCICE – OEFENING
ui-skip = Skip to content
ui-nav = Main navigation
ui-nav-file = File
ui-nav-write = Write
ui-nav-log = Log
ui-lock = Lock
ui-settings = Settings
ui-language = Language
ui-theme = Appearance
ui-theme-system = As the system
ui-theme-light = Light
ui-theme-dark = Dark
ui-text-size = Text size
ui-text-size-percent = Text at { $percent }%
ui-palette = Go to…
ui-palette-title = Commands and documents
ui-palette-hint = Screen, command, title or reference
ui-palette-recent = Opened last
ui-palette-screens = Screens
ui-palette-commands = Commands
ui-palette-unasked-recent = What you opened last could not be read.
ui-palette-unasked-documents = The documents could not be searched.
ui-palette-nothing = Nothing matches.
ui-keys = Keyboard shortcuts
ui-key-named-ctrl = Ctrl
ui-key-named-home = Home
ui-key-named-end = End
ui-key-named-space = Space
ui-key-named-enter = Enter
ui-key-named-page-up = PgUp
ui-key-named-page-down = PgDn
ui-keys-palette = Go to a screen, a command, a document
ui-keys-lock = Lock at once
ui-keys-screens = Change screen
ui-keys-search = Search documents
ui-keys-rows = Move through a list
ui-keys-open = Open the chosen document
ui-keys-pages = Previous, next page
ui-keys-zoom = Zoom in, out, fit
ui-keys-text = Text of the window larger, smaller, as usual
ui-keys-turn = Turn pages to the right
ui-keys-find = Find in the document
ui-keys-select = Select text on a page, where its marking allows it
ui-keys-copy = Copy it, marked
ui-keys-outline = Outline of the document
ui-keys-reading = Reading mode
ui-keys-file = File (on the screen “File”)
ui-keys-help = This help
ui-unfold = Show or hide the rest
ui-splitter = Size of: { $pane }
ui-splitter-cards = the cards
ui-sort-by = Sort by { $column }
ui-sort = Sort
ui-sort-ascending = ascending
ui-sort-descending = descending
ui-sort-clearance-end = End of clearance
ui-keys-tick = Tick a document, for several at once
ui-keys-level = To the level (on the screen “File”)
ui-keys-last = Marking as last time, without the level
ui-keys-categories = Add what the guide calls for

## people: session and passphrase

ui-session-level = Highest level of this session
ui-offline-since = The server of this vault has been out of reach since { $at }. You can list and search what is known here; what must be recorded, opening a document too, waits until it is back.
ui-objects-offline-since = The store of this vault’s documents has been out of reach since { $at }. Documents can be neither filed nor opened until it is back; everything else is recorded as usual.
ui-locking-soon = Locking in { $seconds } s. Move the mouse or press a key to stay.
ui-last-session = Last session: { $at }
ui-first-session = First session of this officer.
ui-failed-attempts = { $n -> 
    [0] no failed attempt since 
    [one] one failed attempt since 
    *[other] { $n } failed attempts since 
    }
ui-failed-attempts-fix = If it was not you, tell your security officer.
ui-passphrase-change = Change passphrase…
ui-passphrase-current = Current passphrase
ui-passphrase-next = New passphrase
ui-passphrase-again = New passphrase, once more
ui-passphrase-differ = The two do not match.
ui-passphrase-save = Change
ui-passphrase-changed = The passphrase is changed.
ui-passphrase-given = Make keys of your own
ui-passphrase-given-text = Your keys and this passphrase were made by another, who knows them: they are good for this alone. Choose a passphrase that only you know. New keys are made under it, and what you sign is yours alone.
ui-passphrase-given-save = Make my keys
ui-passphrase-renew = Make new keys as well
ui-passphrase-renew-hint = After a suspicion: a copy of your identity file is then worth nothing to the person who has it.
ui-passphrase-renewed = You have new keys, under the new passphrase.
ui-pin = PIN…
ui-pin-title = PIN for a window that locked itself
ui-pin-text = After the window has locked itself because nothing happened, these digits unlock it again: three tries, then the passphrase. It is kept in memory alone, until you lock the window, the computer sleeps, the program ends, or ten hours have passed. It keeps out a passer-by. It is not a passphrase: anyone who can read the memory of this computer finds it in hours.
ui-pin-new = PIN
ui-pin-again = PIN, once more
ui-pin-hint = { $least } to { $most } digits
ui-pin-save = Set the PIN
ui-pin-set = The PIN is set.
ui-pin-is-set = A PIN is set.
ui-pin-remove = Remove the PIN
ui-pin-removed = The PIN is removed.
ui-pin-of = PIN of { $officer }
ui-pin-left =
    { $left ->
        [one] One try is left, then the passphrase is needed.
       *[other] { $left } tries are left, then the passphrase is needed.
    }
ui-pin-passphrase = With the passphrase
ui-new = I am new here…
ui-new-title = Ask to be admitted
ui-new-text = Your keys are made here, under a passphrase that only you know. A security officer admits you with the file that is written.
ui-new-submit = Make my keys…
ui-new-done = Your keys are made
ui-new-done-text = Give the file { $name } to a security officer, and read this code to him. If he sees the same one, it is your request that he has.
ui-unlock-title = Unlock the vault
ui-unlock = Unlock
ui-unlocking = Unlocking…
ui-unlock-checking = Checking the passphrase: slow on purpose, against guessing.
ui-unlock-reading = Passphrase accepted. Reading the register…
ui-unlock-read = Reading the register: { $done } of { $total } entries…
ui-unlock-officer = Officer
ui-unlock-choose = Type your officer name
ui-unlock-nobody = This vault has no officer of that name.
ui-unlock-several = Several officers fit: type on, or choose with the arrow keys.
ui-unlock-passphrase = Passphrase
ui-unlock-show = Show the passphrase
ui-unlock-hide = Hide the passphrase
ui-unlock-caps = Caps Lock is on.
ui-unlock-wait = Next try in { $seconds } s
ui-unlock-wait-why = After a wrong passphrase the next try has to wait.
ui-unlock-without-memory = I know why: go on without this memory
ui-unlock-without-memory-hint = Type the passphrase again. That you went on without it is recorded.
ui-unlock-older-identity = I put it there myself: go on with the older file
ui-unlock-older-identity-hint = Type the passphrase again. That you went on with it is recorded.
ui-unlock-exercise = Exercise vault: not approved for classified information
ui-unlock-approved = System approved up to { $level }
ui-unlock-approved-by = { $authority }, { $reference }, until { $until }
ui-unlock-no-officers = This vault has no officer yet. Create one with “zegelctl init”.
ui-locked-idle = Locked because nothing happened for a while.
ui-locked-suspend = Locked because the computer went to sleep.
ui-locked-crash = Locked as a precaution: the window failed. Nothing that was filed is lost.
ui-locked-user = Locked.
ui-locked-disabled = Locked because your account was disabled.
ui-locked-frozen = Locked because your account was frozen.
ui-locked-revoked = Locked because this identity of yours is no longer valid.
ui-unlock-unknown = Whether this system is approved shows after unlocking.
ui-taken-title = This document was taken from your screen
ui-taken-text = You may no longer read it. Here is every reason, and what you can do.
ui-unverified = unverified
ui-clock-title = Is the clock of this computer right?
ui-clock-here = This computer
ui-clock-last = Last entry of the log
ui-clock-text = { $days } days lie between them. If the clock is ahead, what is recorded now keeps everybody else from working until that day.
ui-clock-confirm = The clock is right
err-no-officer = No acting officer was named.
fix-no-officer = Add --as OFFICER.
err-no-passphrase = No passphrase can be asked for here.
fix-no-passphrase = Add --passphrase-file FILE, or work in a terminal.
err-no-second-passphrase = The passphrase of the second officer cannot be asked for here.
fix-no-second-passphrase = Add --with-passphrase-file FILE, or work in a terminal.
err-passphrase-file-open = The passphrase file { $path } can be read by others on this computer.
fix-passphrase-file-open = Close it to them: chmod 600 { $path }
err-passphrase-file-long = The first line of { $path } is longer than { $limit } bytes: that is no passphrase.
fix-passphrase-file-long = Check that it is the file you meant.
err-passphrase-file-long-input = The first line of standard input is longer than { $limit } bytes: that is no passphrase.
err-passphrase-file-empty = The first line of { $path } is empty.
fix-passphrase-file-empty = Write the passphrase on the first line.
err-passphrase-file-empty-input = The first line of standard input is empty.
err-passphrases-differ = The two passphrases differ.
fix-passphrases-differ = Start again; nothing was changed.
err-clock-behind =
    { $author ->
        [none] This computer’s clock stands before an entry of the log: entry { $index } is dated { $until }.
       *[other] This computer’s clock stands before an entry of the log: entry { $index }, signed by { $author }, is dated { $until }.
    }
fix-clock-behind = Either this clock is wrong, or that of the author of the entry was: check the date and time of this computer, and if they are right, tell the security officer. Until { $until } by this clock nothing is decided and nothing recorded.
err-not-remembered = This workstation cannot remember that choice ({ os-cause }).
fix-not-remembered = It holds until the program is closed.
err-clock-impossible = This computer’s clock stands before 1970 or after 9999.
fix-clock-impossible = Set the clock, then try again.
err-disabled = This account was disabled.
fix-disabled = Ask the security officer.
err-frozen = This account is frozen, by { $name } ({ $officer }), on { $at }.
fix-frozen = Nothing is decided yet. Ask { $name } or another security officer: lifting it needs two people. The reason is in the log, which they can read.
forged-session-of-another = its words for oversight are under a session that its author did not begin
forged-session-begun-twice = an oversight session is begun a second time
forged-identity-misnamed = the name of a workstation is none, or is taken
forged-too-many-identities = an officer has more identities than he may
forged-unknown-identity = an identity that the officer does not have is revoked
forged-last-identity = the last identity of an officer is revoked
err-desk-altered = Your index in the vault was altered, or is not yours.
fix-desk-altered = Tell the security officer. When the log was found to be whole, remove your file in the folder desks: at the next unlock say that you know why it is gone, and it is made again from the log.
err-identity-altered = Your identity file was altered or damaged.
fix-identity-altered = Restore it from a copy, and tell the security officer.
err-not-an-identity = This is no identity file.
fix-not-an-identity = Give the file that “identity export” wrote at the other workstation.
err-identity-work = Opening this identity file would take { $mib } MiB of memory; this program takes no more than { $limit }.
fix-identity-work = It was not made by this program: restore it from a copy, and tell the security officer.
err-vault-foreign = This is not the vault that your identity belongs to: its log begins with another entry.
fix-vault-foreign = File nothing here. Tell the security officer: somebody put another log in the place of yours.
err-index-gone = You have unlocked this vault before, and your index, which remembers the log, is gone.
fix-index-gone = Without it nobody can tell whether the log was put back. If you know why it is gone (a copy, another workstation), unlock again and say so: the box in the window, --without-memory with zegelctl. If not, tell the security officer.
err-memory-altered = What this workstation remembers of the log cannot be read.
fix-memory-altered = If you know why, unlock again and say so: the box in the window, --without-memory with zegelctl. If not, tell the security officer.
err-identity-foreign = This identity is not the one that the log knows for this officer.
fix-identity-foreign = Put back the right identity file, and tell the security officer.
err-identity-changed = The identity file of { $officer } was changed elsewhere at the same time: nothing was changed here.
fix-identity-changed = Unlock with the passphrase that was chosen there, and change it again if need be. If that was not you, tell the security officer.
err-identity-replaced = This identity file holds keys that { $officer } has replaced: they open and sign nothing any more.
fix-identity-replaced = If you have just renewed your keys, type the new passphrase. Otherwise put back the present identity file (identities/{ $officer }.age), and tell the security officer: somebody uses an old copy.
err-identity-older = This identity file of { $officer } is an older one: on { $at } its passphrase was changed, or its token.
fix-identity-older = Type the new passphrase with the present file (identities/{ $officer }.age): put it back from where it was changed. If you put the older one there yourself, say so when unlocking (the box in the window, --older-identity with zegelctl), and change the passphrase. If not, somebody else did, who may know the old passphrase: make new keys, and tell the security officer.
err-renewal-due = The keys of { $officer } were made by another, who knows them: they are good for one thing, making your own.
fix-renewal-due = Choose a passphrase that only you know; new keys are made under it. In the window: type the passphrase that you were given. With zegelctl: zegelctl --as { $officer } identity renew
err-given-keys-stale = The keys that { $officer } was given are too old: the common keys of the vault were renewed since then.
fix-given-keys-stale = Make a request of your own (in the window “I am new here”, otherwise zegelctl identity request { $officer }), and ask a security officer to admit you with it.
err-request-forged = The signatures of this request are wrong: it was altered, or cut on its way.
fix-request-forged = Ask for the file once more. If it is the same again, tell the person who made it.
err-request-elsewhere = This request is for another vault.
fix-request-elsewhere = Have it made in this vault.
err-request-of-another = This request was made by { $officer }.
fix-request-of-another = Take the request of the officer whom you mean.
err-request-newer = A later version of this program wrote this request.
fix-request-newer = Install that version here, or have the request made with this one.
err-identity-gone = The identity file of { $officer } is gone: this officer has worked in this vault.
fix-identity-gone = Ask for the last good copy of it (identities/{ $officer }.age), and tell the security officer.
err-token-recipient = This is no recipient of an age plugin.
fix-token-recipient = Give the line that begins with age1, as the token’s own program shows it: for a YubiKey age-plugin-yubikey --list, in the line “Recipient:”. AGE-PLUGIN-… is the reference to the token, and stands in the other file.
err-token-identity = The file holds no identity line of an age plugin, or several.
fix-token-identity = Give the file that the token’s own program wrote: one line that begins with AGE-PLUGIN-, and comments.
err-token-two-plugins = The recipient is for the plugin { $recipient }, the identity line for { $identity }.
fix-token-two-plugins = Give both of the same token.
err-token-plugin-missing = This identity file takes a token, and its program { $binary } is not here.
fix-token-plugin-missing = Install it in a folder of PATH, or work where it is.
err-token-path = PATH names a folder that is not given from the root: nobody can say whose program would run there.
fix-token-path = Take it out of PATH, and start the program again.
err-token-plugin-died = The token’s program { $binary } ended before it was done.
fix-token-plugin-died = Try again. If it stays so, try the token with that program alone.
err-token-said =
    { $message ->
        [none] The token’s program failed, and did not say why.
       *[other] The token’s program says: { $message }
    }
fix-token-said = Do what it asks for, and try again.
err-token-unanswered = The token’s program asked something, and nobody answered.
fix-token-unanswered = Try again, at a terminal or in the window, and answer it.
err-token-another = This token does not open the identity file.
fix-token-another = Plug in the token that it was protected with.
err-token-plugin-io = The token’s program could not be spoken to.
fix-token-plugin-io = Try again. If it stays so, try the token with that program alone.
err-identity-protected = A token protects this identity file already.
fix-identity-protected = Take its protection away first, if it is to be another token.
err-identity-unprotected = No token protects this identity file.
fix-identity-unprotected = There is nothing to take away.
err-identity-here = Another identity file of { $officer } is here already.
fix-identity-here = If it is the older one (identities/{ $officer }.age), put it aside first; if it is the newer one, use that.
err-identity-exchanged = The identity file of { $officer } is that of another officer, { $found }: the file was exchanged.
fix-identity-exchanged = Restore identities/{ $officer }.age from the last good copy, and tell the security officer.
err-settings-altered = The file vault.toml was altered: it contradicts the log.
fix-settings-altered = Restore it from a copy, and tell the security officer.
err-clock-far-ahead = The clock of this computer ({ $now }) stands { $days } days after the last entry of the log ({ $last }). Nothing was recorded.
fix-clock-far-ahead = Check the date and time of this computer: an entry of the future would keep everybody else from working until then. If they are right, confirm it when unlocking (zegelctl: --clock-is-right).
err-passphrase-short = The passphrase has fewer than { $limit } characters.
fix-passphrase-short = Take several words that do not belong together.
err-passphrase-weak = This passphrase is too easy to guess.
fix-passphrase-weak = Take four or more words that do not belong together.
reason-passphrase-common = It is one of the passphrases that are tried first.
reason-passphrase-common-fix = Take one that nobody else uses.
reason-passphrase-word = It is a single word.
reason-passphrase-word-fix = Take several.
reason-passphrase-name = It is a name.
reason-passphrase-name-fix = Take words that nobody connects with you.
reason-passphrase-keyboard = It follows the keys of the keyboard.
reason-passphrase-keyboard-fix = Take words instead.
reason-passphrase-repeats = It repeats itself.
reason-passphrase-repeats-fix = Take something else each time.
reason-passphrase-sequence = It is a sequence, like abc or 6543.
reason-passphrase-sequence-fix = Take words instead.
reason-passphrase-date = It holds a date or a year.
reason-passphrase-date-fix = Leave dates out, above all your own.
reason-passphrase-disguise = Capitals, and digits or signs in the place of letters, hardly help.
reason-passphrase-disguise-fix = Take one word more instead.
reason-passphrase-few-words = There is too little of it.
reason-passphrase-few-words-fix = Add a word or two that do not belong to the others.
reason-passphrase-public = Everybody knows this passphrase.
reason-passphrase-public-fix = For exercises only.
ui-strength = Strength: { $step }
ui-strength-0 = very easy to guess
ui-strength-1 = easy to guess
ui-strength-2 = can be guessed
ui-strength-3 = good
ui-strength-4 = very good
cli-strength = Strength of the passphrase: { $step }
err-passphrase-same = The new passphrase is the same as the old one.
fix-passphrase-same = Choose another that only you know.
err-pin-form = This is no PIN.
fix-pin-form = Take { $least } to { $most } digits.
err-pin-weak = This PIN is one of those that are tried first.
fix-pin-weak = Take digits that are not a sequence, a repetition or a year.
err-wrong-pin = The PIN is wrong.
fix-wrong-pin =
    { $left ->
        [0] Type the passphrase.
        [one] Type it again: one try is left.
       *[other] Type it again: { $left } tries are left.
    }
err-pin-gone = No PIN counts any more.
fix-pin-gone = Type the passphrase.
err-wrong-passphrase =
    { $officer ->
        [none] The passphrase is wrong.
       *[other] The passphrase of { $officer } is wrong.
    }
fix-wrong-passphrase =
    { $seconds ->
        [0] Type it again.
        [1] Wait one second, then type it again ({ $failures } wrong so far).
       *[other] Wait { $seconds } seconds, then type it again ({ $failures } wrong so far).
    }
err-wait = Too soon after a wrong passphrase.
fix-wait =
    { $seconds ->
        [1] Wait one second.
       *[other] Wait { $seconds } seconds.
    }
reason-desk-rebuilt = Your index was gone and was made again: it could not tell whether the log was put back meanwhile.
reason-desk-rebuilt-fix = Compare the log with a checkpoint that was kept elsewhere.
reason-identity-older = You have unlocked with an older identity file: on { $at } its passphrase was changed, or its token.
reason-identity-older-fix = Change the passphrase: this file counts again then. If somebody else may have a copy of it, make new keys instead.
reason-name-alike =
    { $kind ->
        [officer] Another officer has a name or an id that is taken for that of { $name }: { $who }.
        [dossier] Another dossier has a title or an id that is taken for that of { $name }: { $who }.
       *[partner] Another partner has a name or an id that is taken for that of { $name }: { $who }.
    }
reason-name-alike-fix =
    { $kind ->
        [officer] If it is the same person, disable one of the accounts: one person counts once. If not, give them names that tell them apart.
       *[other] If it is the same one, use that. If not, give them names that tell them apart.
    }
reason-memory-not-kept = How far the log had come could not be remembered outside the vault ({ os-cause }): a folder put back as a whole would not show on this workstation.
reason-memory-not-kept-fix = See that your folder for the state of programs (XDG_STATE_HOME, else .local/state in your home folder) is there and writable.
warning-failed-attempts =
    { $count ->
        [one] One attempt to unlock has failed since your last session.
       *[other] { $count } attempts to unlock have failed since your last session.
    }
warning-failed-attempts-fix = If it was not you, tell your security officer.
warning-log-damaged = { $at ->
    [never] The log was altered or damaged in what had been read before. It had not been verified as a whole yet.
   *[other] The log was altered or damaged in what had been read before. It was last whole on { $at }.
    }
warning-log-damaged-fix = Stop working in this vault, keep it as it is, and tell the security officer; “zegelctl ledger verify” says where the damage lies.

## people

role-reader = reader
role-registrar = registrar
role-security-officer = security officer
role-release-authority = release authority
role-auditor = auditor
role-custodian = custodian
ui-missing-officer = { $name } ({ $id })
ui-officer-nationality = Nationality
ui-officer-roles = Roles
ui-officer-disabled = Account disabled
ui-officer-yourself = This is you: another security officer decides what concerns you.
ui-officer-waits = Waits for another’s assent
ui-officer-waits-see = Show under “Assents”
ui-officer-keys-due = These keys were made by another. Until this officer has made keys of his own, none is delivered to him.
ui-officer-add = Add an officer…
ui-officer-add-title = Add an officer
ui-officer-add-text = Without clearance or dossier a new officer reads nothing.
ui-officer-id-hint = Lower case, digits, dot, hyphen: for good.
ui-officer-full-name = Full name
ui-officer-passphrase = First passphrase
ui-officer-passphrase-hint = To be handed over in person: it is good for making keys of his own, and for nothing else.
ui-officer-code = Code of the keys
ui-compared-never = not compared yet
ui-compared-same = compared by you
ui-compared-not-all = not all compared by you
ui-compared-other-keys = other keys than those you compared
ui-compare = Compare…
ui-compare-title = Compare the code of { $name }
ui-compare-text = Have it read to you in person or by telephone, and type what you hear. If it is the same, what you seal for this officer is sealed to keys of his own.
ui-compare-code = Code that was read to you
ui-compare-submit = Compare
cli-officer-compared = It is the code of the keys of { $officer }.
cli-keys-of = Keys of { $officer }: { $code } ({ $state })
cli-request-of = Request of { $name } ({ $officer }), nationality { $nationality }. Nothing is entered yet.
cli-request-known = { $officer } is an officer already. Have him read this code to you: if his is not the same, the keys are not his. They would take the place of lost ones (zegelctl officer reissue), or join those that he has (zegelctl identity add).
cli-col-codes = Codes
cli-col-compared = Compared
ui-identities = Identities
ui-identities-text = One for each workstation. What is delivered to you is sealed to each of them.
ui-identity-first = First workstation
ui-identity-here = in use now
ui-identity-never = not used yet
ui-identity-last = last used { $at }
ui-identity-add = Add a workstation…
ui-identity-add-title = Add a workstation
ui-identity-add-text = At the other workstation, choose “I am new here” with your own identifier. Its file is { $name }. Compare the code with the one shown there: { $code }
ui-identity-name = Name of the workstation
ui-identity-add-submit = Add
ui-identity-added = The workstation { $name } is added.
ui-identity-revoke = Revoke…
ui-identity-revoke-title = Revoke { $name }
ui-identity-revoke-text = Anyone who has this identity opens and signs nothing new with it. From now on, what it opened is sealed for other keys.
ui-identity-revoke-submit = Revoke
ui-identity-revoked = { $name } is revoked.
cli-token-says = The token’s program: { $message }
cli-identity-is-protected = It takes the token of the plugin { $plugin } as well as the passphrase to open the identity file of { $officer }.
cli-identity-is-unprotected = The passphrase alone opens the identity file of { $officer } again.
cli-identity-plugin = The file in use here takes a token as well, of the plugin { $plugin }.
ui-token-text = A token protects this file: it takes the token (plugin { $plugin }) as well as the passphrase.
ui-token-protect = Protect with a token…
ui-token-protect-title = Protect this workstation’s identity file with a token
ui-token-protect-text = From then on it takes the token as well as the passphrase. The token’s own program gives its recipient and its identity file; nothing in them is secret.
ui-token-recipient = Recipient of the token (age1…)
ui-token-protect-submit = Choose the token’s file…
ui-token-protected = The token protects the identity file.
ui-token-unprotect = Take the token away…
ui-token-unprotect-title = Take the token away from this identity file
ui-token-unprotect-text = The passphrase alone opens it again. The token is needed for this once more.
ui-token-unprotect-submit = Take it away
ui-token-unprotected = The passphrase alone opens the identity file again.
ui-token-says = The token’s program says: { $message }
ui-token-asks = The token’s program asks
ui-token-answer = Answer
ui-token-send = Answer
app-pick-token = Choose the token’s identity file
app-save-identity = Choose where to write the identity file
app-pick-identity = Choose the identity file
ui-identities-own = My workstations…
ui-identity-take = Take along…
ui-identity-taken = The identity file is in { $name }, still under its passphrase. At the other workstation it is brought in on the unlock screen.
ui-bring = I bring my identity file…
ui-bring-title = Bring an identity file
ui-bring-text = It was written at another workstation with this vault. Its passphrase says whose it is.
ui-bring-passphrase = Passphrase of the file
ui-bring-submit = Choose the file…
ui-bring-done = The identity file of { $officer } is here
ui-bring-done-text = Unlock with the same passphrase. The code of its keys:
ui-member-compared = Keys: { $state }
ui-officer-request = Read in a request…
ui-officer-request-from = Request { $name }
ui-officer-request-hint = Have the officer read this code to you. If his is not the same, the file is not his: admit nobody.
ui-officer-alike-hint = If it is the same person, do not enter them again: one person counts once. If not, give a name that tells them apart.
ui-officer-request-known = { $id } is already an officer here. An officer who lost his keys is admitted again where he is shown.
ui-officer-request-none = Better: the officer makes his own keys (“I am new here”, before unlocking) and brings the request.
ui-officer-reissue = Lost keys…
ui-officer-reissue-title = New keys for { $name }
ui-officer-reissue-text = Code of the new keys: { $code }. Have { $name } read it to you: if it is not the same, the file is not his. The former keys are worth nothing from then on; what was signed with them stays his.
ui-officer-reissue-submit = Let in again
ui-officer-reissued = { $name } is admitted again, with new keys.
ui-officer-reissue-asked = Asked for: { $name } is admitted with new keys once another security officer assents.
ui-officer-change-roles = Roles…
ui-function = Function
ui-function-set = Function…
ui-function-within = in the exercise of the function
ui-function-outside = outside the function
ui-function-authorised = outside the function; RESTREINT ({ $policies }) until { $until }, authorised by { $authority }, { $reference }
ui-function-alone = entered by { $officer } alone
ui-function-title = Function of { $name }
ui-function-text = Outside the function, as a contractor or a liaison, an officer sees RESTREINT at most, and only as its originator has authorised. Under the full rules another security officer must assent to what gives something.
ui-function-policies = RESTREINT under these policies
ui-function-policies-hint = Nothing here: no RESTREINT
ui-function-authority = Originator who authorises it
ui-function-reference = Reference of the notice
ui-function-reference-hint = It says the limits of use and the measures of protection
ui-function-until = Last day
ui-function-submit = Enter
ui-function-done = The function of { $name } is entered.
ui-function-asked = It waits for another security officer’s assent.
ui-officer-change-roles-title = Roles of { $name }
ui-officer-change-roles-text = A role that you take away ends at once. Under the full rules, every role that you give except reader waits for another security officer’s assent.
ui-officer-roles-other = another choice of roles
ui-officer-change-roles-custodian = A custodian stays one: that is decided with custody.
ui-officer-change-roles-submit = Set the roles
ui-officer-roles-changed = The roles of { $name } are set.
ui-officer-roles-waiting = Waits for another security officer’s assent: { $roles }.
app-pick-request = Choose the file of the request
app-save-request = Choose where to write the request
ui-officer-added = { $id } is added.
ui-officer-disable = Disable the account…
ui-officer-disable-title = Disable { $name }’s account
ui-officer-disable-submit = Disable
ui-officer-disable-text = For good: the officer can no longer unlock this vault, and every key held is renewed.
ui-officer-disable-done = { $name }’s account is disabled.
ui-officer-frozen = Account frozen
ui-officer-frozen-by = By { $officer }, { $at }.
ui-officer-frozen-why = Reason: { $why }
ui-officer-freeze = Freeze the account…
ui-officer-freeze-title = Freeze { $name }’s account
ui-officer-freeze-text = At once and everywhere: no session goes on, all clearances count as suspended, and every key held is renewed. It decides nothing about the officer. Under the full rules lifting it needs two people.
ui-officer-freeze-submit = Freeze
ui-officer-freeze-done = { $name }’s account is frozen.
ui-officer-unfreeze = Lift the freeze…
ui-officer-unfreeze-title = Lift the freeze of { $name }’s account
ui-officer-unfreeze-text = The officer can work again and gets the keys that were renewed meanwhile. Under the full rules this waits for a second person’s assent.
ui-officer-unfreeze-submit = Lift
ui-officer-unfreeze-done = { $name } can work again.
ui-officer-unfreeze-asked = It waits for another’s assent: see “Assents”.
ui-officer-papers = Only the officer concerned, security officers and auditors see clearances and briefings.
reason-nationality-excluded = This document is not releasable to a person of nationality { $nationality }.
reason-nationality-excluded-fix = Only the originator can widen the dissemination; contact it through the security officer.
held-nationality = The nationality is admitted.
cli-col-nationality = Nation
cli-col-roles = Roles
cli-col-officer = Officer
cli-officer-added = Officer { $officer } is entered. The first passphrase is good for making his own keys: zegelctl --as { $officer } identity renew
cli-officer-admitted = Officer { $officer } is admitted. Code of the keys, to be compared with him by voice: { $fingerprint }
cli-officer-reissued = Officer { $officer } is admitted with new keys. Their code, to be compared with him by voice: { $fingerprint }
cli-officer-reissue-asked = New keys are asked for { $officer }; until another assents they are worth nothing. Their code, to be compared with him by voice: { $fingerprint }
cli-officer-roles = Roles of { $officer }: { $roles }.
cli-officer-waits =
    { $what ->
        [keys] The new keys wait for the assent
       *[other] Waits for the assent ({ $what })
    } of another security officer: { $who ->
        [none] nobody can give it at present; another security officer is needed first
       *[other] { $who }
    }. Request: { $request }.
cli-identity-requested = The keys of { $officer } are made. Give { $path } to a security officer, and read this code to him: { $fingerprint }
cli-identity-renewed = { $officer } has new keys, under the new passphrase. Their code: { $fingerprint }
cli-col-last-used = Last used
cli-identity-exported = The identity file of { $officer } is in { $path }, under its passphrase.
cli-identity-imported = The identity file of { $officer } is here. The code of its keys: { $fingerprint }
cli-keys-revoked = revoked
cli-col-workstation = Workstation
cli-identity-added = { $officer } has the identity { $name } as well. Its code: { $fingerprint }
cli-identity-was-revoked = The identity { $key } of { $officer } is revoked.
cli-keys-present = present
cli-keys-renewed = replaced
cli-keys-lost = lost
cli-officer-disabled = The account of { $officer } is disabled.
cli-function-asked = It waits for another security officer’s assent. Request: { $request }.
cli-officer-frozen = The account of { $officer } is frozen.
cli-officer-unfrozen = The account of { $officer } is no longer frozen.
cli-unfreezing-asked = The freeze of { $officer } is lifted once another assents: zegelctl assent give { $request }
forged-officer-not-active = its author’s account is not active
forged-officer-frozen = its author’s account is frozen
forged-not-frozen = this account is not frozen
forged-nobody-to-lift = nobody would be left who could lift the freeze
forged-nobody-to-stop = nobody would be left who could stop its author
forged-keys-replaced = it is signed with keys that its author has replaced
forged-keys-not-proven = new keys come without the proof that their officer has them
forged-renewal-due = its author has keys that another made, and must first make his own
forged-not-security-officer = this is for a security officer
forged-not-registrar = this is for a registrar or a security officer
forged-about-oneself = nobody gives himself rights or takes them from himself
forged-about-another = nobody but the officer himself does this
forged-officer-added-twice = this officer or his key is there already
forged-unknown-officer = there is no such officer
forged-not-these-roles = these roles are not given like that: none, those that he has already, or that of a custodian
forged-function-unchanged = the officer’s function is so already
forged-not-own-keys = this officer has keys that another made: he gets a role only after making his own
forged-taken-without-new-keys = a role is taken away and the key of oversight is not renewed
forged-dates-contradict = the end comes before the beginning
reason-role-required =
    { $besides ->
        [requester] Only for { $role ->
                [security-officer] security officers
                [registrar] registrars
                [release-authority] release authorities
                [auditor] auditors
                [custodian] custodians
               *[other] officers with another role
            }, security officers and the officer who asked for it.
       *[none] { $also ->
            [security-officer] Only for { $role ->
                    [security-officer] security officers
                    [registrar] registrars
                    [release-authority] release authorities
                    [auditor] auditors
                    [custodian] custodians
                   *[other] officers with another role
                } and security officers.
           *[none] Only for { $role ->
                    [security-officer] security officers
                    [registrar] registrars
                    [release-authority] release authorities
                    [auditor] auditors
                    [custodian] custodians
                   *[other] officers with another role
                }.
        }
    }
reason-role-required-fix =
    { $who ->
        [none] Nobody here has this role at present: tell the security officer.
       *[other] Ask one of them: { $who }.
    }
reason-about-oneself = Nobody does this about themselves.
reason-about-oneself-fix = Ask another security officer.
reason-last-of-role =
    { $role ->
        [security-officer] There is no other security officer: without one, nobody keeps officers and clearances.
       *[other] There is no other { $role }.
    }
reason-last-of-role-fix = Add another officer with this role first (“zegelctl officer add ID --role { $role }”), and let them unlock once.
reason-entered-by-oneself = You entered or changed this partner, and so cannot confirm its key.
reason-entered-by-oneself-fix = Ask another release authority or a security officer to compare the fingerprint.

## clearances

ui-nav-clearances = Clearances
ui-missing-clearance = A security clearance in force.
ui-missing-briefing = A security briefing.
ui-clearances-title = Officers and clearances
ui-clearances-tab-officers = Officers
ui-clearances-tab-renewals = Renewals
ui-clearances-tab-system = System
ui-clearances-find = Name or identifier
ui-clearances-none = Nobody matches.
ui-clearances-choose = Choose an officer to see clearances and briefings.
ui-clearance-valid = Valid
ui-clearance-suspended = Suspended
ui-clearance-withdrawn = Withdrawn
ui-clearance-expired = Expired
ui-clearance-future = To come
ui-clearance-renewal = Renewal to be requested
ui-clearance-range = { $from } – { $until }
ui-clearance-certificate = Certificate
ui-clearance-categories = Categories
ui-clearances-of = Clearances
ui-clearances-empty = No clearance entered.
ui-briefings-of = Security briefings
ui-briefings-empty = No briefing entered.
ui-grant = Grant a clearance…
ui-grant-title = Enter a clearance
ui-grant-text = As decided by the security authority, for { $name }.
ui-grant-submit = Enter
ui-grant-level-choose = Choose the level
ui-grant-from = Valid from
ui-grant-until = Until (included)
ui-grant-certificate = Certificate number
ui-grant-too-long = A clearance lasts five years at most.
ui-grant-order = The end comes before the beginning.
ui-granted = Clearance entered. Keys are delivered when a holder next unlocks the vault.
ui-grant-asked = This clearance needs two people. It waits for another security officer’s assent.
ui-suspend = Suspend…
ui-suspend-title = Suspend { $name }’s { $policy } clearance
ui-suspend-submit = Suspend
ui-withdraw = Withdraw…
ui-withdraw-title = Withdraw { $name }’s { $policy } clearance
ui-withdraw-submit = Withdraw
ui-reinstate = Reinstate…
ui-reinstate-title = Reinstate { $name }’s { $policy } clearance
ui-reinstate-submit = Reinstate
ui-reinstate-asked = Asked for: the suspension ends once another security officer assents.
ui-revoke-effect = Once entered, access ends and new documents get new keys.
ui-clearance-changed = Entered.
ui-briefing-record = Record a briefing…
ui-briefing-title = Record a security briefing
ui-briefing-date = Given on
ui-renewals-empty = No renewal to request
ui-renewals-empty-text = The request leaves at least seven months before expiry, ten for TRÈS SECRET – ZEER GEHEIM.
ui-expires-in = { $n -> 
    [0] expires today 
    [one] expires tomorrow 
    *[other] expires in { $n } days 
    }
ui-expired-since = { $n -> 
    [one] expired a day ago 
    *[other] expired { $n } days ago 
    }
warning-clearance-over = This clearance was over already when it was entered: it ended on { $until }.
warning-clearance-ahead = This clearance does not count yet: it begins on { $from }.
warning-briefing-ahead = This briefing does not count yet: it is dated { $date }.
warning-far-end = The end that was entered, { $until }, is more than ten years away.
warning-far-end-fix = If that is a slip, enter it again with the right day.
reason-clearance-missing = This document calls for a security clearance; none is recorded for its classification policy.
reason-clearance-missing-fix = Have a clearance recorded by the security officer.
reason-clearance-withdrawn = The security clearance was withdrawn.
reason-clearance-withdrawn-fix = Contact the security officer: the security authority must decide again.
reason-clearance-suspended = The security clearance is suspended.
reason-clearance-suspended-fix = Wait until the suspension is lifted, or contact the security officer.
reason-clearance-not-yet-valid = The security clearance is valid only from { $from }.
reason-clearance-not-yet-valid-fix = Wait until that day.
reason-clearance-expired = The security clearance expired on { $until }.
reason-clearance-expired-fix = Ask the security officer for its renewal.
reason-clearance-level = The security clearance does not reach the level of this document.
reason-clearance-level-fix = If the post calls for it, ask the security officer for a higher clearance.
reason-briefing-missing = No security briefing is recorded for the classification policy of this document.
reason-briefing-missing-fix = Attend the briefing with the security officer.
reason-briefing-not-yet-given = The security briefing takes place only on { $date }.
reason-briefing-not-yet-given-fix = Wait until that day, or ask the security officer for an earlier briefing.
reason-briefing-level = The security briefing does not cover the level of this document.
reason-briefing-level-fix = Attend a briefing for a higher level with the security officer.
reason-outside-function = Outside his function an officer may not be given documents of this level.
reason-outside-function-fix = If the function calls for it, have a security officer enter that.
reason-authorisation-missing = Outside the function, documents of this level take an authorisation of their originator; none is entered for this policy.
reason-authorisation-missing-fix = Ask the originator, and have two security officers enter the authorisation.
reason-authorisation-expired = The authorisation to see documents of this level outside the function ended on { $until }.
reason-authorisation-expired-fix = Ask the originator for another, and have two security officers enter it.
held-clearance = The security clearance suffices, or none is called for.
held-briefing = The security briefing suffices, or none is called for.
held-function = The document is for the officer’s function, or was authorised outside it.
cli-col-clearances = Clearances
cli-clearance-granted = Clearance { $level } granted to { $officer }, until { $until }.
cli-clearance-asked = The clearance of { $officer } waits for another security officer’s assent. Request: { $request }.
cli-clearance-suspended = The { $policy } clearance of { $officer } is suspended.
cli-clearance-valid = The { $policy } clearance of { $officer } is reinstated.
cli-reinstatement-asked =
    The { $policy } clearance of { $officer } stays suspended until another security officer assents: { $who ->
        [none] nobody can do so at present; another security officer is needed first
       *[other] { $who }
    }. Request: { $request }.
cli-clearance-withdrawn = The { $policy } clearance of { $officer } is withdrawn.
cli-status-suspended = suspended
cli-status-withdrawn = withdrawn
cli-renewal-due = renewal to be asked for
cli-briefing-recorded = Briefing { $level } of { $officer } recorded.
forged-clearance-too-long = a clearance lasts longer than five years
reason-clearance-renewal = Your clearance ({ $policy }) ends on { $until }: its renewal is to be asked for.
reason-clearance-renewal-fix = Ask the security officer.
reason-clearance-ended = Your clearance ({ $policy }) ended on { $until }.
reason-clearance-ended-fix = Ask the security officer for its renewal.

## system: approval

ui-missing-approval = The approval of this system: until then it holds exercise material only.
ui-missing-function = A function here: you are entered as working outside it, and no authorisation is in force.
ui-missing-keys = Keys: those of your dossiers were not delivered to you yet. They come when a member unlocks.
ui-missing-ceiling = What you could read is above the ceiling of the approval of this system.
ui-system-approval = Approval of the system
ui-system-none = Without an approval this vault is for exercise, and says so everywhere.
ui-system-record = Record an approval…
ui-system-record-title = Record the system’s approval
ui-system-record-text = Another security officer must agree. Then the vault stops being an exercise vault, refuses any level above the ceiling, and what needs two people needs two for good.
ui-system-record-submit = Request assent
ui-system-asked = The approval needs two people. It waits for another security officer’s assent.
ui-system-reference = Reference
reason-approval-expired = The approval of this system for classified information has expired.
reason-approval-expired-fix = Have its renewal recorded by the security officer.
reason-approval-ceiling = This system is not approved for the level of this document.
reason-approval-ceiling-fix = Handle this document in a system that is approved for its level.
held-approval = The system is fit for this document.
held-release-approval = The release is approved, or is not to be written yet.
cli-no-approval = No approval: an exercise vault. EXERCICE – OEFENING
cli-approval = Approved by { $authority } ({ $reference }) up to { $level }, until { $until }.
cli-approval-asked = The approval waits for another security officer’s assent. Request: { $request }.
ceremony-title = What is still to be done so that no one person decides alone:
ceremony-second-security-officer = A second security officer ({ $active } now, { $needed } needed)
ceremony-custodians = Custody shared among several custodians, of whom one is not enough (now { $needed } of { $active })
ceremony-approval = The approval of the system, with the assent of the second
ceremony-alone-exercise = Until then it is an exercise vault: one person may do alone what needs two. The assent of the second to the approval confirms it.
ceremony-alone-full = Until then, one security officer alone admits readers and, once, the second security officer; clears up to CONFIDENTIEL, records briefings, keeps dossiers, suspends, withdraws and disables. Everything that needs two people waits.
cli-ceremony-done = All is done: no one person decides alone, and the system is approved.
cli-ceremony-waits = Asked for. Another assents: zegelctl assent give { $request }
cli-ceremony-second-security-officer =
    He makes his keys: zegelctl identity request ID --full-name NAME --nationality BEL --out FILE
    You compare the code with him, and admit him: zegelctl officer add --request FILE --code CODE --role security-officer
cli-ceremony-custodians = zegelctl custody setup --threshold 2 --custodian ID ID ID
cli-ceremony-approval = zegelctl approval record --authority ANS --reference REF --ceiling SECRET --until DATE
ui-ceremony-waits = Asked for: waits for another’s assent.
ui-ceremony-after = After the steps above.
ui-ceremony-ticked = done
ui-ceremony-go-second-security-officer = To the officers
ui-ceremony-go-custodians = To custody
ui-ceremony-go-approval = Record the approval…
ui-ceremony-second-hint = He makes his keys at the workstation (“I am new here”, before unlocking) and brings his request; you add him with the role of a security officer.

## system: guide

ui-clearances-tab-guide = Classification guide
ui-interest = { $letter }) { $text }
ui-reveal = What would it reveal?
ui-reveal-none = No topic of the guide is suggested by the title or the subject.
ui-reveal-suggested = Suggested by the title or the subject
ui-reveal-from = from
ui-reveal-harm = Harm: { $harm }
ui-reveal-all = { $n ->
    [one] One other topic
    *[other] All other topics ({ $n })
    }
ui-reveal-fewer = Fewer topics
ui-reveal-search = Look for a topic
ui-false-friend = Beware: elsewhere the same word is another level.
ui-guide-title = Classification guide
ui-guide-text = What revealing a topic would harm, and the level that it calls for at least. Everyone who files sees these topics; a lower marking needs a justification.
ui-guide-shipped = As it came with the program
ui-guide-changed = In force since { $at }, put in by { $officer }
ui-guide-add = Add a topic…
ui-guide-edit = Change { $name }
ui-guide-empty = The guide has no topic
ui-guide-empty-text = Levels are then chosen without a floor.
ui-guide-floor = At least
ui-guide-reveals = What it reveals
ui-guide-harm = Harm that misuse would do
ui-guide-hints-list = Suggested by: { $what }
ui-guide-aggregation = Warn when so many documents are combined:
ui-guide-aggregation-hint = The whole may call for a higher level than its parts. It is a warning, never a refusal.
ui-guide-aggregation-wrong = Write a number from 2.
ui-guide-unsaved = The changes apply once they are saved.
ui-guide-save = Put in force
ui-guide-discard = Discard the changes
ui-guide-saved = The guide is in force.
ui-guide-asked = Another guide needs two people. It waits for another security officer’s assent.
ui-guide-import = Import…
ui-guide-export = Export…
ui-guide-exported = The guide was written to “{ $name }”.
ui-guide-import-title = Replace the guide
ui-guide-import-text = What “{ $name }” would change in the guide in force.
ui-guide-import-same = This file says the same as the guide in force.
ui-guide-import-added = Added
ui-guide-import-removed = Removed
ui-guide-import-changed = Changed
ui-guide-import-lowered = The minimum falls
ui-guide-import-parts = Changed: { $what }
ui-guide-import-part-name = name
ui-guide-import-part-floor = minimum level
ui-guide-import-part-interest = interest
ui-guide-import-part-harm = harm
ui-guide-import-part-categories = handling
ui-guide-import-part-hints = words that suggest it
ui-guide-import-aggregation = The warning comes from { $after } documents together on, instead of { $before }.
ui-guide-import-unchanged =
    { $n ->
        [0] No topic stays as it is.
        [one] { $n } topic stays as it is.
       *[other] { $n } topics stay as they are.
    }
ui-guide-import-unsaved = Your changes that are not yet in force will be lost.
ui-topic-new = Add a topic
ui-topic-edit = Change a topic
ui-topic-text = One language is enough; where one is missing, another is shown.
ui-topic-interest = Interest protected (art. 3, § 1)
ui-topic-no-interest = None
ui-topic-categories = Handling that it calls for
ui-topic-hints = Words that suggest it
ui-topic-hints-hint = Between commas, in any language; case and accents do not count.
ui-topic-put = Take into the guide
ui-topic-fault-name = Say in one language what it reveals.
ui-topic-fault-id = This name gives no identifier: use letters or figures.
ui-topic-fault-double = Another topic has this identifier: choose another name.
ui-topic-fault-floor = Choose a level.
ui-topic-fault-interest = Above unclassified, an interest must be named.
ui-topic-fault-harm = Above unclassified, say the harm in one language.
ui-derive = Derive…
ui-derive-from = Derived from
ui-derive-start = The marking begins with the highest of its sources. A lower one needs a justification.
ui-derive-orcon = A source is controlled by its originator: a lower marking needs that authority’s agreement.
ui-derive-foreign = A source comes from another authority: a lower marking needs its agreement.
ui-derive-also-of = The document will also answer to the originators of its sources: { $authorities }. The consent of each is needed to release it, and to mark it otherwise.
ui-derive-two = Two open a source: two file what is made from it. Whose it is, and what else its sheet asks for, shows then.
ui-derive-back = Back to this marking
ui-derive-two-title = File it by two
ui-derive-two-text = Two open a source of this document, so two file it: the second officer types his passphrase here, the source is opened for that, and both are recorded.
reason-below-guide =
    The classification guide calls for at least { $floor ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $floor }
    } here.
reason-below-guide-fix = Choose that level, or give a justification why a lower one suffices.
reason-below-guide-category = The classification guide calls for the marking { $category } here.
reason-below-guide-category-fix = Add that marking, or justify why it is not needed.
reason-derive-nobody = No nation may read all of the source documents.
reason-derive-nobody-fix = Leave out one of the documents, or choose yourself to whom the new one is releasable.
reason-derive-fallen = The marking “{ $tag }” of one source document is not common to all.
reason-derive-fallen-fix = See whether it holds for the whole.
reason-below-sources = This marking protects less than the documents that this one is made from.
reason-below-sources-fix = Take the proposed marking, or give a justification why what was taken from them needs less protection.
held-guide = The marking follows the classification guide, or departs from it with a justification.
warning-aggregation =
    { $count } documents together: the guide warns from { $threshold } on. The whole may call for more than { $level ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $level }
    }.
reason-guide-too-large = More than { $limit } bytes.
reason-guide-too-large-fix = Shorten its texts.
reason-guide-too-many-topics = More than { $limit } topics.
reason-guide-too-many-topics-fix = Join those that call for the same.
reason-guide-syntax =
    This is not the form of a guide: { $cause ->
        [missing] “{ $name }” is missing
        [unknown] “{ $name }” is not known here
        [type] a value is not of the kind that stands here
        [twice] the same name stands here twice
        [not_utf8] the file is not in UTF-8
       *[not_toml] it cannot be read as TOML
    }.
reason-guide-syntax-fix = Compare with the guide in force: “zegelctl guide show”.
reason-guide-aggregation = The number from which to warn is less than two.
reason-guide-aggregation-fix = Give two or more.
reason-guide-bad-id = “{ $topic }” cannot name a topic.
reason-guide-bad-id-fix = Use a-z, 0-9 and the hyphen, 40 characters at most.
reason-guide-twice = Topic “{ $topic }” is there twice.
reason-guide-twice-fix = Rename one of them, or join them.
reason-guide-no-name = Topic “{ $topic }” has no name.
reason-guide-no-name-fix = Say in one language at least what is revealed.
reason-guide-unknown-language = Topic “{ $topic }” speaks a language that is not known here: { $value }.
reason-guide-unknown-language-fix = Use fr, nl, de or en.
reason-guide-no-interest = Topic “{ $topic }” calls for a level and names no interest to protect.
reason-guide-no-interest-fix = Name the interest of article 3, § 1: a to k.
reason-guide-no-harm = Topic “{ $topic }” calls for a level and does not say what harm is to be feared.
reason-guide-no-harm-fix = Say in one language at least what harm misuse would do.
reason-guide-unknown-level = “{ $value }” is not a level (topic “{ $topic }”).
reason-guide-unknown-level-fix = Use unclassified, restricted, confidential, secret or top-secret.
reason-guide-unknown-interest = “{ $value }” is not an interest of article 3, § 1 (topic “{ $topic }”).
reason-guide-unknown-interest-fix = Use a letter from a to k.
reason-guide-unknown-category = “{ $value }” is not a restrictive value of the Belgian marking (topic “{ $topic }”).
reason-guide-unknown-category-fix = Use a handling marking that the policy knows.
reason-guide-bad-text = A text of topic “{ $topic }” is empty, too long or holds invisible characters, or there are too many.
reason-guide-bad-text-fix = Write it on one line, shorter.
reason-interest-missing = The interest that calls for the classification is not named.
reason-interest-missing-fix = Name one of the interests of art. 3 § 1 of the Act of 11 December 1998, by its letter.
reason-motive-missing = No justification is given.
reason-motive-missing-fix = Give a short justification; it goes into the register.
reason-printer-not-listed = The printer “{ $printer }” is not on the list of this vault.
reason-printer-not-listed-fix = Choose a printer of the list, or have a security officer put this one onto it.
reason-printer-ceiling = A document of this level may not be printed on “{ $printer }”.
reason-printer-ceiling-fix = Choose a printer of the list that may print higher.
held-interest = The interest that calls for the classification is named, or none is called for.
interest-a = the defence of the integrity of the national territory and the plans of military defence
interest-b = the accomplishment of the missions of the armed forces
interest-c = the internal security of the State, in the field of nuclear energy as well, and the continuity of the democratic and constitutional order
interest-d = the external security of the State and the international relations of Belgium
interest-e = the scientific and economic potential of the country
interest-f = any other fundamental interest of the State
interest-g = the safety of Belgian nationals abroad
interest-h = the functioning of the decision-making bodies of the State
interest-i = the safety of persons to whom special protection measures are granted
interest-j = the identity of members and of sources of the intelligence and security services
interest-k = the accomplishment of the missions of the intelligence and security services
app-pick-guide = Choose the file of the guide
app-save-guide = Choose where to write the guide
cli-col-interest = Interest
cli-col-topic = Topic
cli-col-reveals = What is revealed
cli-col-topics = Topics
cli-guide-sound = This guide can be put in force: { $topics ->
    [one] one topic
   *[other] { $topics } topics
 }.
cli-guide-replaced = The classification guide is replaced: { $topics ->
    [one] one topic
   *[other] { $topics } topics
 }.
cli-guide-asked = This guide waits for another security officer’s assent. Request: { $request }.
cli-guide-shipped = The guide that ships with the program. Warning from { $aggregation } documents together.
cli-guide-changed = Guide put in force by { $officer } on { $at }. Warning from { $aggregation } documents together.
err-unknown-interest = “{ $value }” is no interest.
fix-unknown-interest = Write one letter from a to k, as in art. 3 § 1 of the Act of 11 December 1998.
forged-guide-misshapen = this classification guide is beyond its limits, or is none
err-guide-refused =
    { $line ->
        [0] This classification guide is refused.
       *[other] This classification guide is refused (line { $line }).
    }
fix-guide-refused = Correct the point that is named; the guide in force stays as it was.
err-derive-by-hand = The marking of the whole must be chosen by a person.
fix-derive-by-hand = Give the marking yourself, with each point in mind.

## system: authorities

ui-clearance-authority = Security authority
ui-authorities-title = Own authorities
ui-authorities-text = The vault itself decides about the marking of documents of these authorities. For documents of any other authority, that authority must consent (art. 7).
ui-authorities-vault = Name of the vault, always counts
ui-authorities-changed = List changed on { $at } by { $officer }
ui-authorities-add = Add an authority…
ui-authorities-add-title = Add one of our own authorities
ui-authorities-add-text = Write the name as it appears on the documents; case, accents and spaces do not count. Only a section or service of the house: nobody here decides on behalf of another authority.
ui-authorities-name = Section or service
ui-authorities-add-submit = Add
ui-authorities-added = From now on the vault decides about documents of “{ $name }”.
ui-authorities-remove = Remove { $name }…
ui-authorities-remove-title = Remove { $name }?
ui-authorities-remove-text = Any decision about the marking of its documents then calls for its consent. Decisions that were taken stay.
ui-authorities-remove-submit = Remove
ui-authorities-removed = “{ $name }” is another authority from now on.
ui-authorities-asked = Another list needs two people. It waits for another security officer’s assent.
ui-printers-title = Printers
ui-printers-text = Documents are printed on these printers alone, each up to its level. Every copy bears its number, and stands in the log.
ui-printers-none = No printer is on the list: nothing can be printed.
ui-printers-up-to = up to { $level }
ui-printers-listed = listed on { $at } by { $officer }
ui-printers-add = Add a printer…
ui-printers-add-title = Put a printer onto the list
ui-printers-add-text = Its level depends on where it stands and on who can get to it. It does not change afterwards: for another level, remove the printer and add it again. From SECRET up another security officer must assent, under the full rules.
ui-printers-name = Name in CUPS
ui-printers-name-hint = As “lpstat -e” shows it on the workstations.
ui-printers-why = Reason
ui-printers-why-hint = Where it stands, and who can get to it; for the log.
ui-printers-add-submit = Add
ui-printers-added = “{ $name }” is on the list of printers.
ui-printers-asked = Printing from SECRET up needs two people. “{ $name }” waits for another security officer’s assent.
ui-printers-remove = Remove { $name }…
ui-printers-remove-title = Remove { $name }?
ui-printers-remove-text = Nothing is printed on it any more. What was printed stays in the log.
ui-printers-remove-submit = Remove
ui-printers-removed = Nothing is printed on “{ $name }” any more.
reason-release-authority-required = Only a release authority may take this step.
reason-release-authority-required-fix = Submit the request to a release authority.
reason-not-originating-authority = Only the originating authority decides about this marking: on its behalf, the officer who first filed the document or the lead of its dossier. About a document of another authority they decide with its consent.
reason-not-originating-authority-fix = Contact the author or the lead of the dossier. If the document is another authority’s, they enter its consent with the decision.
reason-not-charged = What is written of a document, and its file, are corrected by the officer who filed it, by the lead of its dossier, or by a registrar.
reason-not-charged-fix = Tell one of them what is wrong.
reason-other-not-charged = That a document is cancelled or replaced is entered by those who correct what is written of that document: the officer who filed it, the lead of its dossier, or a registrar.
reason-other-not-charged-fix = Ask one of them to enter it.
reason-not-its-author = Only the officer who filed a document, or the lead of its dossier, withdraws it.
reason-not-its-author-fix = Tell one of them that it should not be there.
reason-document-withdrawn = The document was withdrawn.
reason-document-withdrawn-fix = It is under the documents that were withdrawn, and is not opened any more.
held-originating-authority = The one who decides filed the document or leads its dossier, and decides for the originating authority or with its consent.
cli-col-authority = Authority
cli-authority-vault = name of the vault, always counts
cli-authority-listed = entered by the security officer
cli-authority-added = From now on the vault itself decides about documents of “{ $authority }”.
cli-authority-removed = From now on documents of “{ $authority }” call for the consent of that authority.
cli-printers-none = No printer is on the list: nothing can be printed.
cli-printer-added = “{ $printer }” is on the list of printers.
cli-printer-asked = A printer from SECRET up waits for another security officer’s assent. Request: { $request }.
cli-printer-removed = Nothing is printed on “{ $printer }” any more.
cli-authorities-asked = This list of own authorities waits for another security officer’s assent. Request: { $request }.
forged-not-release-authority = this is for a release authority or a security officer
forged-authorities-misshapen = this list of own authorities is beyond its limits, or a name stands in it twice or hidden
forged-printer-listed-twice = a printer is put onto the list that is on it already
forged-printer-not-listed = a printer is named that is not on the list
forged-not-originating-authority = the author or the lead of the dossier decides about this marking, for another authority with its consent

## dossiers

dossier-open = open
dossier-closed = closed
ui-nav-dossiers = Dossiers
ui-missing-need-to-know = Need-to-know: you are a member of no dossier.
ui-documents-dossier = Dossier
ui-documents-any-dossier = All dossiers
ui-dossiers-title = Dossiers and need-to-know
ui-dossiers-empty = You belong to no dossier
ui-dossiers-empty-text = A dossier brings documents together with those who need to know.
ui-dossiers-find = Find a dossier
ui-dossiers-count =
    { $n ->
        [one] { $shown } dossier
       *[other] { $shown } dossiers
    }
ui-dossiers-no-match = No dossier matches
ui-dossiers-choose = Choose a dossier to see who belongs to it.
ui-dossiers-members = Members
ui-dossier-create = Create a dossier…
ui-dossier-create-title = Create a dossier
ui-dossier-create-submit = Create
ui-dossier-id-hint = Short, visible to members only
ui-dossier-lead = Lead
ui-dossier-deputy = Deputy
ui-dossier-deputy-hint = A member, who leads it once the lead is gone
ui-dossier-deputy-name = Name a deputy…
ui-dossier-deputy-title = Deputy for { $dossier }
ui-dossier-deputy-text = Once you no longer work here, or are no longer a member, the deputy leads the dossier. Without a deputy two security officers decide who does.
ui-dossier-deputy-nobody = Nobody
ui-dossier-deputy-submit = Name
ui-dossier-deputy-named = { $officer } is the deputy for { $dossier }.
ui-dossier-deputy-none = { $dossier } has no deputy.
ui-dossier-unled = led by nobody
ui-dossier-own-deed = led by nobody, although there is a deputy
ui-dossier-stands-in = in the place of { $officer }, who is frozen
ui-succession-title = Dossiers that nobody leads
ui-succession-text = Their lead is gone, and no deputy takes the lead.
ui-succession-by-key = Some you see by their key alone: only members know what they are about.
ui-succession-own-deed = The deputy, or the officer on whose word alone the deputy was admitted, sent the lead away: the dossier does not fall to the deputy. Two security officers decide who leads it.
ui-succession-was = Led last by
ui-succession-propose = Propose a lead…
ui-succession-propose-title = Propose a lead
ui-succession-propose-text = The officer becomes a member and gets the keys from those who hold them, or from custody. Under the full rules another security officer must assent.
ui-succession-lead = New lead
ui-succession-submit = Propose
ui-succession-waits = a proposal waits
ui-succession-asked = A new lead needs two people. The proposal waits for another security officer’s assent.
ui-succession-named = { $officer } leads the dossier.
ui-succession-member = Is a member already
ui-succession-joins = Would become a member
ui-succession-alone = admitted by { $officer } alone; nobody else agreed to it yet
ui-succession-note = To note
ui-succession-opens =
    { $n ->
        [0] Could open the documents of none of its markings
        [one] Could open the documents of one of its markings
       *[other] Could open the documents of { $n } of its markings
    }
ui-dossier-created = Dossier { $id } is created.
ui-dossier-close = Close the dossier…
ui-dossier-close-title = Close { $dossier }
ui-dossier-close-text = It takes no more documents. Its members go on reading those that are in it, and their markings can still be changed.
ui-dossier-close-submit = Close
ui-dossier-closed = Dossier { $dossier } is closed.
ui-dossier-closed-by = Closed by { $officer } on { $date }
ui-dossier-reopen = Reopen the dossier…
ui-dossier-reopen-title = Reopen { $dossier }
ui-dossier-reopen-text = It takes documents again.
ui-dossier-reopen-submit = Reopen
ui-dossier-reopened = Dossier { $dossier } is open again.
ui-dossier-reopened-by = Reopened by { $officer } on { $date }
ui-dossiers-which = Which dossiers
ui-dossiers-open = Open
ui-dossiers-closed = Closed
ui-dossiers-all = All
ui-dossier-members = Need to know
ui-member-officer = Officer
ui-member-choose = Choose an officer
ui-member-since = Since
ui-member-until = Until
ui-member-no-end = no end set
ui-member-basis = Basis
ui-member-basis-hint = The task that calls for it
ui-member-over = ended
ui-member-add = Add a member…
ui-member-add-title = Add a member to { $dossier }
ui-member-add-submit = Add
ui-member-added = { $officer } is a member of { $dossier }.
ui-member-remove = Remove { $officer }…
ui-member-remove-title = Remove { $officer } from { $dossier }
ui-member-remove-submit = Remove
ui-member-removed = { $officer } is no longer a member of { $dossier }.
reason-need-to-know-missing = Need-to-know is not established for this document on this day.
reason-need-to-know-missing-fix = If the task calls for it, have it established by the lead of the dossier.
reason-dossier-closed = The dossier you chose is closed; it takes no more documents.
reason-dossier-closed-fix = Choose another dossier, or have it reopened by its lead.
reason-version-in-closed-dossier = The dossier of this document is closed; it takes no new versions.
reason-version-in-closed-dossier-fix = Have it reopened by its lead.
held-need-to-know = Need-to-know is established.
held-dossier = The dossier takes documents.
cli-col-members = Members
cli-col-dossier = Dossier
cli-dossier-created = Dossier { $dossier } is open.
cli-dossier-closed = Dossier { $dossier } is closed.
cli-dossier-reopened = Dossier { $dossier } is open again.
cli-member-added = { $officer } is a member of dossier { $dossier }.
cli-member-removed = { $officer } is no longer a member of dossier { $dossier }.
cli-deputy-named = { $officer } leads dossier { $dossier } once its lead is gone.
cli-deputy-none = Dossier { $dossier } has no deputy.
cli-lead-named = { $officer } leads dossier { $dossier }.
cli-lead-asked = A new lead waits for another security officer’s assent. Request: { $request }.
warning-dossier-succeeded = You lead dossier { $dossier } now: its lead is gone.
warning-dossier-succeeded-fix = Name a deputy of your own under Dossiers (zegelctl: “dossier deputy”).
warning-dossier-stands-in = You stand in for { $officer }, who is frozen, and lead dossier { $dossier }.
warning-dossier-stands-in-fix = Once the freeze is lifted, { $officer } leads it again.
warning-dossier-returned = You lead dossier { $dossier } again: your account is no longer frozen.
warning-dossier-returned-fix = The log says what was done in the meantime.
warning-dossier-own-deed = You are the deputy of dossier { $dossier }, and do not lead it: its lead was sent away by you, or by the officer on whose word alone you were admitted.
warning-dossier-own-deed-fix = Ask another security officer: once the freeze is lifted its lead is back; otherwise two decide who leads it.
warning-dossiers-unled =
    { $count ->
        [one] One dossier is led by nobody.
       *[other] { $count } dossiers are led by nobody.
    }
warning-dossiers-unled-fix = Propose a lead under Dossiers (zegelctl: “dossier vacant”, “dossier succession”).
warning-dossier-unled = Nobody leads dossier { $dossier } any more.
warning-dossier-unled-fix = Security officers propose a lead (zegelctl: “dossier vacant”, “dossier succession”).
warning-dossier-unread =
    { $n ->
        [0] Nobody is on the list of dossier { $dossier } any more: nobody may read what is filed in it.
        [one] Nobody may read { $n } document of dossier { $dossier } any more.
       *[other] Nobody may read { $n } documents of dossier { $dossier } any more.
    }
warning-dossier-unread-fix = Have somebody cleared for it put on its list.
warning-not-compared =
    { $n ->
        [one] { $n } document of this dossier is marked DUAL and cannot be compared: if it is among these files, it is filed twice.
       *[other] { $n } documents of this dossier are marked DUAL and cannot be compared: those among these files are filed twice.
    }
warning-alone-in-charge = You are the only security officer: nothing that needs two people can be agreed to.
warning-alone-in-charge-fix = What needs two people waits until there is a second one: ask your service.
warning-nobody-agrees = Nobody can assent to it at present.
warning-nobody-agrees-fix = Another security officer is needed first.
cli-assent-refuse-only = to refuse only
warning-above-ceiling =
    { $n ->
        [one] { $n } document that you may read is marked above this ceiling: with this approval, nobody can open it.
       *[other] { $n } documents that you may read are marked above this ceiling: with this approval, nobody can open them.
    }
warning-above-ceiling-fix = Release them first, or have an approval with a higher ceiling recorded.
warning-request-refused = { $officer } refused what you asked for ({ $name }): { $why }
warning-request-refused-fix = Settle it with that officer; the same may be asked for again.
warning-request-granted = { $officer } agreed to what you asked for ({ $name }): it is in force.
warning-request-granted-fix = Nothing is left to do. The log says the rest.
warning-documents-moved =
    { $n ->
        [one] { $officer } has put a document that you filed, or that was in a dossier you lead, into another dossier: { $names }.
       *[other] { $officer } has put { $n } documents that you filed, or that were in a dossier you lead, into another dossier: { $names }.
    }
warning-documents-moved-fix = The log says when, and the history of each document why. Ask { $officer } if that is not right.
forged-not-keeper-of-dossier = somebody else keeps the list of this dossier
forged-dossier-created-twice = this dossier is there already
forged-unknown-dossier = there is no such dossier
forged-dossier-closed = this dossier takes no more documents
forged-dossier-open = this dossier is open already
forged-dossier-led = somebody leads this dossier
forged-not-lead-of-dossier = somebody else leads this dossier
forged-not-deputy-of-dossier = this dossier has not fallen to this officer
forged-own-deed = the lead of this dossier was sent away by its deputy, or by the person who alone vouches for the deputy
forged-unknown-member = this officer is not on the list of the dossier
reason-same-id =
    { $lead ->
        [NOBODY] { $key }: “{ $title }”, without a lead
       *[other] { $key }: “{ $title }”, lead { $lead }
    }
reason-not-keeper = Only the person who keeps the list of this dossier changes it.
reason-not-keeper-fix =
    { $who ->
        [none] Ask the lead of the dossier, or the person who created it.
       *[other] Ask one of those who keep it: { $who }.
    }
reason-not-lead = Only the person who leads this dossier names a deputy.
reason-not-lead-fix =
    { $who ->
        [none] Nobody leads it: a security officer proposes a lead.
       *[other] Ask the person who leads it: { $who }.
    }
reason-deputy-of-oneself = The lead of a dossier is not his own deputy.
reason-deputy-of-oneself-fix = Name another officer as its deputy, or nobody.

## keys

ui-missing = What you still lack
ui-missing-ask = Ask { $who }.
ui-missing-nobody = Nobody else here can do that: ask your service.
forged-class-made-twice = this dossier has a class of this marking already
forged-unknown-level = no policy of the program has this level
forged-unknown-class = there is no such access class
forged-unknown-key = there is no such key
forged-epoch-out-of-order = this is not the present period of the key
forged-rekeyed-without-right = its author may not renew this key
forged-key-withheld = a new key did not reach all who are entitled to it
forged-vault-key-withheld = the vault key was not delivered to this officer
forged-old-vault-key = it is sealed with a vault key that is no longer in use
forged-disabled-without-new-keys = an account is disabled and the common keys are not renewed
forged-common-key-due = an officer who may renew a key for everybody goes on with one that somebody may know by keys that are no longer valid
forged-delivered-without-holding = a key is delivered or deposited by somebody who does not hold it
forged-delivered-to-stranger = a key is delivered to an officer who may not hold it
forged-delivered-twice = a key is delivered to an officer who has it already
forged-delivered-unrecorded = a key is delivered and the entry does not say so
forged-delivery-without-key = the entry says that a key is delivered, and the key is not in it
forged-another-key-delivered = the key that was delivered is not the one that the log names
forged-custody-not-sound = too few custodians are left for anything to be put into custody
forged-custody-part-missing = what had to go into custody is missing, or something else is there
forged-custody-sealed-wrongly = what was put into custody is not dealt to the custodians of now
forged-reclassified-without-right = its author may not read the document whose marking he changes
forged-resealed-without-right = a document is re-sealed by somebody who may not read it
forged-text-without-right = the text of a document was read by somebody who may not read the document
forged-text-without-sheet = it is entered that the text of a document was read, without its sheet saying what
forged-corrected-without-right = a document is corrected by somebody who may not do so
forged-corrected-without-sheet = a document is corrected without its sheet saying what is right
forged-noted-without-right = a note is written on a document by somebody who may not read it
forged-noted-without-sheet = a note is entered without its sheet saying what it is
forged-printed-without-right = a document is printed by somebody who may not read it
forged-printed-without-sheet = a printing is entered without its sheet saying so
forged-printed-above-ceiling = a document is printed on a printer that may not print so high
forged-copies-out-of-order = the numbers of printed copies do not follow on those before
forged-refiled-without-right = a document is put into another dossier by somebody who may not do so
forged-refiled-otherwise = a document is put into the dossier that it is in, or under another marking
forged-refiled-without-sheets = a document is put into another dossier, and the old and the new class do not both learn of it
forged-version-without-right = another version of a document is filed by somebody who may not do so
forged-version-elsewhere = another version of a document is filed under another class than that of the document
forged-version-out-of-order = a version of a document has another number than the next
forged-version-without-sheet = another version of a document is filed without its sheet saying what it is
forged-version-left-behind = a document is sealed again without all of its versions
forged-withdrawn-without-right = a document is withdrawn by somebody who neither filed it nor leads its dossier
forged-document-withdrawn = something is done with a document that was withdrawn
forged-reclassified-without-sheets = a marking is changed, and the old and the new class do not both learn of it
forged-reclassified-elsewhere = a change of marking takes no document into another dossier
reason-key-not-delivered = You may, but the key has not reached you yet.
reason-key-not-delivered-fix = Somebody who holds it delivers it when they next unlock the vault. If nobody does, a security officer asks for it from custody.
reason-opens-by-two = Two officers open this document together. Nobody does this with it alone.
reason-opens-by-two-fix = Do it together with a second officer, who types his passphrase here (zegelctl: “--with OFFICER”): open it, mark it, correct it, move it, relate it to others, file a new version, make another document from it, write a package with it.
reason-not-copied = The marking of this document does not allow text to be copied from its pages.
reason-not-copied-fix = Quote it in a document that you write here, under the same marking.
reason-opens-by-one = This document is opened by one officer. No second one is needed.
reason-opens-by-one-fix = Leave the second officer out.
reason-second-officer-needed = This document is marked DUAL: two officers open it together.
reason-second-officer-needed-fix = Ask a colleague who may open it as well to type his passphrase here (zegelctl: “--with OFFICER”).
reason-no-second-officer = Two officers open it together, and there is nobody else who could.
reason-no-second-officer-fix = Have a colleague cleared for it put on the list of the dossier; somebody who has a share of its key must still be there.
reason-second-is-first = The second officer is you.
reason-second-is-first-fix = Name a colleague, who types his own passphrase.
reason-second-may-not = The second officer, { $officer }, may not open it. What follows is about him.
reason-second-may-not-fix = Ask another colleague.
reason-no-share-of-pair = { $officer } has no share of the key of this document: it was dealt before he might open it, or to keys that he has replaced.
reason-no-share-of-pair-fix = Two others who have shares open it: by that he gets one. What is filed from now on is shared with him at once.
reason-no-pair = Nobody could open it: of those in the dossier, fewer than two may open what is marked DUAL like this.
reason-no-pair-fix = See to it that two members of the dossier are cleared for this level with DUAL, then file it again.

## custody

forged-not-custodian = this is for a custodian
forged-not-a-sharing = custody cannot be shared like that
forged-custody-of-one = where two decide, no single custodian can use custody
forged-custody-on-few-words = fewer persons than it takes stand behind custodians
forged-custody-not-asked = these keys were not asked for, or do not lie in custody
forged-custody-too-few = fewer custodians than it takes have agreed
forged-custody-waits = the waiting time of this use is not over
forged-custody-used-twice = this request was carried out already
forged-deposited-twice = this key lies in custody already
forged-one-for-two = one person does what two do together
forged-not-for-two = two do what one does
forged-no-share = somebody opens or shares a key of which no share is his
forged-not-dealt = a key that two put together is made and not shared
forged-key-of-one = what others read is sealed to a key for two that one person made
forged-second-not-proven = that the second officer was there is not proven by his signature
forged-pairs-sealed-wrongly = the shares of a key are not those that the entry names
reason-not-custodian = This is for custodians, and for security officers where it is only asked for or stopped.
reason-not-custodian-fix = Ask one of them.
reason-request-over = This request has ended.
reason-request-over-fix = Make a new one if it still holds.
reason-assented-twice = You have already assented to this request.
reason-assented-twice-fix = The others must assent; you need do nothing more.
reason-custodian-by-sharing = Nobody is made a custodian by a role: custodians are those among whom custody is shared.
reason-custodian-by-sharing-fix = Add the officer with another role, and then share custody (“zegelctl custody setup”).
reason-not-a-sharing = Custody cannot be shared like that: it takes at least one custodian, no more than are named, and a waiting time of at most thirty days.
reason-not-a-sharing-fix = Choose a threshold between 1 and the number of custodians, and a waiting time of 0 to 720 hours.
reason-custody-of-one = Under the full rules no custodian uses custody alone: it takes at least two.
reason-custody-of-one-fix = Choose a threshold of 2 or more.
reason-custody-on-few-words = These custodians rest on fewer than { $threshold } people: { $officers } were admitted by { $by } alone.
reason-custody-on-few-words-fix = Choose custodians whom different people admitted, or to whom two have given a role. The approval of the system confirms those who are there: until then this is a warning, afterwards it is refused.
reason-custody-none-spare = Custody has no custodian to spare: once one of { $threshold } is gone, it can no longer be used or shared again.
reason-custody-none-spare-fix = Share custody again, among at least one more than it takes.
reason-custodian-not-active = A custodian must have an active account.
reason-custodian-not-active-fix = Name officers who work here.
reason-custody-not-sound = Fewer custodians are left than custody takes ({ $threshold }).
reason-custody-not-sound-fix = The keys in custody cannot be had any more; those who hold them deliver them.
reason-custody-too-few = Fewer than { $threshold } of those who have assented are still custodians.
reason-custody-too-few-fix = Wait for the others. If a custodian who assented has left, make a new request.
reason-custody-waits = The waiting time is not over: not before { $until }.
reason-custody-waits-fix = It can be done then. Until then it can only be stopped. The time begins once as many people as custody takes have worked here since, the one who asked among them.
reason-custody-used-twice = This request was carried out already; each is good for once.
reason-custody-used-twice-fix = Make a new request if more is needed.
reason-custody-without-motive = Why these keys are asked for cannot be read here.
reason-custody-without-motive-fix = Refuse the request, and have it made again with a reason that custodians can read.
reason-nothing-in-custody = There is nothing to be had from custody for them: they have every key that they may have, or what they lack does not lie there.
reason-nothing-in-custody-fix = Check clearance, briefing and need-to-know. A holder of a key puts it there at their next unlock.
reason-nobody-else-decides = Fewer custodians could assent to this request than custody needs ({ $threshold }): nobody decides about themselves.
reason-nobody-else-decides-fix = Let another officer ask, or share custody among more custodians.
reason-no-share = You have no share of a key that this request asks for, or it is not the one that you were dealt.
reason-no-share-fix = Another custodian assents, or custody is shared again.
reason-wrong-deposit = What { $officer } put into custody is not the key that it should be.
reason-wrong-deposit-fix = Tell oversight, and have somebody deliver it who holds the key.
reason-custodians-too-few =
    Without this officer { $left ->
        [one] { $left } custodian would be left
       *[other] { $left } custodians would be left
    }, and custody takes { $needed }.
reason-custodians-too-few-fix = Share custody again first, without this officer (“zegelctl custody setup”).
reason-last-identity = It is the only identity of this officer.
reason-last-identity-fix = Add another first; if the officer is to work here no more, disable him.
reason-identity-in-use = You work with this identity now.
reason-identity-in-use-fix = Revoke it at another workstation of yours, or ask a security officer.
reason-identities-too-many = An officer may have { $most } identities at once.
reason-identities-too-many-fix = Revoke one that is used no more.
warning-custody-rests =
    Custody rests until the freeze is lifted: { $left ->
        [one] { $left } custodian is left
       *[other] { $left } custodians are left
    }, and it takes { $needed }.
warning-custody-rests-fix = Nothing is lost by it: what lies in custody stays there.
err-wrong-shares = These custodians handed over other shares than they were dealt: { $officers }. Fewer right ones are left than it takes.
fix-wrong-shares = Tell oversight. Make a new request and ask other custodians, or share custody again.
warning-reissue-asked = { $by } has asked that new keys take the place of yours, as if you had lost them.
warning-reissue-asked-fix = If you have not lost your keys, tell a security officer other than { $by } at once to refuse it: the person who has the new keys would be you from then on.
warning-custody-used = Custody was used since you last unlocked: for { $about }, by { $by }.
warning-custody-used-fix = If you do not know why, ask who did it; the log has each step.
warning-wrong-deposit = A key was left out: what { $officer } put into custody in entry { $entry } is not the key that it should be.
ui-rekeying = Older documents are being sealed for the present keys: { $seen } of { $total } looked at.
ui-texts-read = { $n ->
    [one] The scans of one document are being read by OCR; it is found by its text afterwards.
   *[other] The scans of { $n } documents are being read by OCR; they are found by their text afterwards.
 }
ui-texts-elsewhere = { $n ->
    [one] The scans of one document wait for a workstation on which OCR (tesseract) is installed.
   *[other] The scans of { $n } documents wait for a workstation on which OCR (tesseract) is installed.
 }
ui-rekey = Re-seal…
ui-rekey-title = Re-seal { $what }
ui-rekey-text = What is sealed for an older key of its class is sealed for the present one. The program does this by itself as well, little by little.
ui-rekey-deep = Re-seal the content as well
ui-rekey-deep-hint = If somebody may have kept the key of a document: each becomes another object under a key of its own, with two entries in the log. It takes as long as reading all of it.
ui-rekey-two = With a second officer: what two open as well
ui-rekey-two-hint = You both open the documents that two open, and that is recorded with its purpose. Without a second officer they are left out, and named.
ui-rekey-submit = Re-seal
ui-rekey-progress = { $seen } of { $total } looked at
ui-rekey-nothing = There was nothing to do: everything is sealed for the present keys.
ui-rekey-stop = Stop
ui-assent-kind-custody = Use of custody
ui-assent-kind-custody-sharing = Custodians
ui-act-share-custody = Custody shared
ui-act-request-sharing = New sharing of custody asked for
ui-act-assent-sharing = New sharing of custody agreed to
ui-act-refuse-sharing = New sharing of custody refused
ui-act-recall-sharing = Request for a new sharing of custody withdrawn
ui-act-request-custody = Use of custody asked for
ui-act-assent-custody = Use of custody agreed to, share handed over
ui-act-refuse-custody = Use of custody refused
ui-act-stop-custody = Use of custody stopped
ui-act-carry-out-custody = Keys delivered from custody
ui-detail-threshold = custodians needed
ui-detail-custodians = custodians
ui-detail-waiting = waiting time, in hours
ui-detail-custody = sharing of custody
ui-detail-keys = keys
cli-custody-set = Custody is shared: { $threshold } of { $count } custodians can use it. It is sharing { $epoch }.
cli-custody-asked = Asked for: { $request }. Custodians agree to it with “zegelctl assent give { $request }”.
cli-custody-carried-out = Delivered from custody to { $officers }: { $keys }.
cli-custody-carried-out-for-two = Parts of keys for two, of which any two open together, went to { $officers }: { $keys }.
cli-custody-threshold = Custodians needed
cli-custody-custodians = Custodians
cli-custody-epoch = Sharing
cli-custody-waiting = Waiting time, in hours
cli-custody-keys = Keys in custody
cli-custody-request = Use
cli-custody-not-sound = Too few custodians are left to use it.
ui-custody-status-waiting = waits for custodians
ui-custody-status-granted = agreed to
ui-custody-status-carried-out = carried out
ui-custody-status-refused = refused
ui-custody-status-stopped = stopped
ui-custody-why = Why
ui-custody-keys = Keys
ui-custody-keys-n =
    { $n ->
        [one] One key, and no other
       *[other] { $n } keys, and no others
    }
ui-custody-waits-until = Not before
ui-custody-now = As it is now
ui-custody-then = As it would be
ui-custody-terms = { $threshold } of { $count }: { $custodians }; waiting time { $hours } h
ui-custody-title = Custody
ui-custody-text = Keys that nobody holds any more are not lost: each custodian has a share of every key. As many custodians as it takes must agree to each use; no program hands anything out by itself.
ui-custody-of =
    { $count ->
        [one] { $threshold } of { $count } custodian
       *[other] { $threshold } of { $count } custodians
    }
ui-custody-on-word = on the word of { $officer } alone
ui-custody-since = Sharing { $epoch }, by { $officer }, { $at }.
ui-custody-waits =
    { $n ->
        [0] There is no waiting time.
       *[other] A use waits { $n } h after it was asked for; until then nobody can agree to it. The time begins once as many people as custody takes have worked here since, the one who asked among them.
    }
ui-custody-lying = Keys in custody: { $lie } of { $all }.
ui-custody-lacking = An officer who holds one of the others puts it there at his next unlock.
ui-custody-not-sound = Too few custodians are left to use custody
ui-custody-share = Share again…
ui-custody-share-title = Share custody again
ui-custody-share-text = Each custodian named here gets a share of every key; the old shares are worthless then. Except in an exercise with one custodian, those who are custodians now must agree first.
ui-custody-custodians = Custodians
ui-custody-threshold = How many it takes
ui-custody-threshold-hint = From 1 to { $count }. Fewer can do nothing with their shares.
ui-custody-share-none-spare = Once one of them is gone, custody can no longer be used: name at least one more than it takes.
ui-custody-hours = Waiting time, in hours
ui-custody-hours-hint = For this long after the request, a use can only be stopped. 0 to 720. Shortening it takes as long as it is now.
ui-custody-share-submit = Share
ui-custody-shared = Custody is shared.
ui-custody-sharing-asked = Asked for: the custodians must agree.
ui-custody-ask = Ask for keys…
ui-custody-ask-title = Ask for keys from custody
ui-custody-ask-text = You ask for every key that this officer, or the members of this dossier, should have but lack, and that nobody delivers. The custodians decide; once enough of them agree, you deliver the keys here.
ui-custody-ask-submit = Ask
ui-custody-code-compare = Have { $name } read this code to you first: if his is not the same, the keys are not his.
ui-custody-asked = Asked for: it waits for custodians.
ui-custody-whom = For whom
ui-custody-whom-choose = Choose an officer or a dossier
ui-custody-of-dossier = All of dossier { $id } ({ $title })
ui-custody-why-hint = The custodians, the security officers and those whom it concerns read it.
ui-custody-uses = Uses
ui-custody-carry-out = Deliver the keys
ui-custody-carried = Delivered to { $officers }.
ui-custody-carried-for-two = Parts of keys for two went to { $officers }. Any two of them open together.
ui-custody-stop = Stop
ui-custody-stop-title = Stop this use of custody
ui-custody-stop-text = It ends there, no matter who has agreed already. Your reason is in the log.
ui-custody-stopped = Stopped.
ui-custody-carrier = Delivers them
ui-custody-yes-hands = Your assent hands your shares of these keys, sealed, to the officer who delivers them.
ui-custody-yes-carries =
    { $n ->
        [one] Your assent hands your share of one key that nobody holds to { $officer }, who puts it under the new sharing.
       *[other] Your assent hands your shares of { $n } keys that nobody holds to { $officer }, who puts them under the new sharing.
    }
ui-waiting-deliver = { $n } to deliver

## assents

ui-nav-assents = Assents
ui-waiting-approve = { $n } to approve or refuse
ui-waiting-answer = { $n } to agree to or refuse
ui-waiting-write = { $n } to write
ui-waiting-confirm = { $n } to confirm
ui-waiting-decide = { $n } to decide
ui-waiting-renew = { $n } to renew
ui-waiting-lead = { $n } without a lead
ui-assent-kind-release = Release
ui-assent-kind-clearance = Clearance
ui-assent-kind-approval = Approval of the system
ui-assent-kind-guide = Classification guide
ui-assent-kind-authorities = Own authorities
ui-assent-kind-unfreezing = Lifting of a freeze
ui-assent-kind-roles = Roles
ui-assent-kind-function = Function of an officer
ui-assent-kind-reissue = New keys after a loss
ui-assent-kind-reinstatement = End of a suspension
ui-assent-kind-succession = New lead of a dossier
ui-assent-kind-withdrawal = Withdrawal of a document
ui-assent-kind-printer = Printer for documents from SECRET up
ui-assent-yes = Assents: { $given } of { $needed }
ui-assent-clearance-line = { $level } { $categories } from { $from } until { $until }
ui-assent-would-hold = Would hold
ui-assent-holds = Holds now
ui-assent-change = Would change
ui-assent-exercise-ends = The vault stops being an exercise vault, for good, and refuses any level above the ceiling.
ui-assent-full-rules = What needs two people needs two from then on, for good.
ui-assent-unfreezing = The officer could work again, and would get the keys that were renewed meanwhile.
ui-assent-confirms = Your assent confirms
ui-assent-lone-right = { $officer }: { $what } (decided by { $by } alone)
ui-assent-lone-clearance = clearance { $level } until { $until }
ui-assent-lone-authorised = RESTREINT outside the function ({ $policies }) until { $until }
ui-assent-lone-admission = admission as an officer
ui-assent-lone-lead = lead of dossier { $name }, which nobody led
ui-assent-lone-partner = the key of partner { $name } is right
ui-assent-lone-release = the release from SECRET up to { $name }
ui-assent-lone-withdrawal = that document { $name } is withdrawn
ui-assent-lone-printer = the printer { $name } on the list
ui-assent-lone-guide = the classification guide in force
ui-assent-lone-authorities = the list of own authorities in force
ui-assent-lone-own = this is a right of your own
ui-assent-guide-same = Nothing: it says the same as the guide in force.
ui-assent-authorities-same = Nothing: it is the list in force.
ui-assent-authority-added = The vault itself would decide about documents of “{ $name }”.
ui-assent-authority-removed = Documents of “{ $name }” would call for the consent of that authority.
ui-assent-roles = Roles asked for
ui-assent-roles-has = Has now
ui-assent-roles-then = Would have then
ui-assent-why = Reason
ui-assent-code-new = Code of the new keys
ui-assent-code-former = Code of the present keys
ui-assent-code-compare = Have { $name } read this code to you before you assent: if his is not the same, the keys are not his.
ui-assent-reissue-change = The new keys take the place of the present ones, which are worth nothing from then on.
ui-assent-reinstated = Would count again
ui-assent-opens =
    { $n ->
        [0] No documents open by it alone: a briefing or need-to-know is missing, or none are filed.
        [one] The officer could open the documents of { $n } marking of a dossier that is closed to him now, and would get its key.
       *[other] The officer could open the documents of { $n } markings of dossiers that are closed to him now, and would get their keys.
    }
ui-assent-why-not = Why you may not assent
ui-assents-title = What waits for assent
ui-assents-text = What one person asks for and another must agree to. You see what would change if you assent.
ui-assents-kind = Kind
ui-assents-about = About
ui-assents-by = Requested by
ui-assents-empty = Nothing waits
ui-assents-empty-else = Nothing else waits
ui-assents-empty-text = What needs a second person’s assent is listed here until it is answered.
ui-assents-partners = Keys of partners to compare
ui-assents-partner = { $name } ({ $id }), entered by { $officer }
ui-assents-partners-go = To the partners
ui-assent-mine = waits for you
ui-assent-others = waits for another
ui-assent-over = overtaken
ui-assent-asked-by = Requested by { $officer }, { $at }
ui-assent-release-change = These documents could go to this partner:
ui-assent-give = Give assent
ui-assent-refuse = Refuse
ui-assent-withdraw = Withdraw the request
ui-assent-give-text = It takes effect with your assent and is in the log under your name.
ui-assent-refuse-title = Refuse the request
ui-assent-refuse-text = It ends there. The person who asked for it reads your reason.
ui-assent-withdraw-title = Withdraw the request
ui-assent-given = Your assent is recorded.
ui-assent-refused = Request refused.
ui-assent-withdrawn = Request withdrawn.
cli-assent-waiting = The assent is recorded; { $request } waits for more.
cli-assent-granted = Agreed: { $request } is done.
cli-assent-refused = Refused: { $request }.
cli-assent-withdrawn = Withdrawn: { $request }.
cli-assent-is-waiting = waiting
cli-assent-is-granted = granted
cli-assent-is-refused = refused
cli-assent-is-withdrawn = withdrawn
cli-assent-given = { $given } of { $needed }
forged-asked-twice = this request was made already
forged-unknown-request = there is no such request
forged-request-over = this request has ended
forged-own-request = nobody assents to his own request
forged-assented-twice = nobody assents to the same request twice
forged-requester-not-in-charge = the officer who asked for it has lost the role that it needs
forged-request-stale = it was decided otherwise since this was asked for
forged-takes-two = this needs a second person’s assent
forged-one-word = the second person and the first are officers on the word of one person
forged-single-point = the vault would lose a role with one person
forged-rights-not-listed = it does not list what one person gave alone
reason-second-person-required = This takes another person than the one who made the request.
reason-second-person-required-fix = Ask another security officer to decide, or withdraw the request.
reason-requester-not-in-charge = The officer who made this request has lost the role that it needs.
reason-requester-not-in-charge-fix = Refuse the request; an officer who has the role may make it again.
reason-request-stale = It was decided otherwise since this request was made.
reason-request-stale-fix = Refuse or withdraw the request, and make it again if it still holds.
reason-already-waits = { $officer } asked for the same already; it still waits for another’s assent (request { $request }).
reason-already-waits-fix = Answer that request, or have it withdrawn first: under “Assents”, or “zegelctl assent show { $request }”.
reason-one-word = You and { $officer } are officers on the word of one person.
reason-one-word-fix = Ask somebody with the same role whom another person admitted, or to whom two persons agreed.
reason-keys-of-another = This officer has keys that another made: he gets a role only after making his own.
reason-keys-of-another-fix = Have him make his keys (“zegelctl identity renew”, or by unlocking), compare their code with him, and then give your assent.
reason-single-point =
    { $role ->
        [custodian] The vault depends on one custodian: it needs two at least, and has { $active }.
        [security-officer] The vault depends on one security officer: it needs two at least, and has { $active }.
       *[other] The vault depends on one officer: it needs two at least, and has { $active }.
    }
reason-single-point-fix =
    { $role ->
        [custodian] Share custody among two or more, of whom two suffice (“zegelctl custody setup”).
       *[other] Add another officer with this role first (“zegelctl officer add ID --role { $role }”).
    }
reason-request-of-another = Somebody else made this request.
reason-request-of-another-fix = Refuse it, if you may decide on it.

## documents

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
ui-nav-documents = Documents
ui-views = Views of the register
ui-views-menu = Views
ui-views-keep = Keep or remove…
ui-views-text = What is looked for now, filters and order, under a name: for you alone, in your index of this vault.
ui-views-name = Name
ui-views-save = Keep this view
ui-views-remove = Remove “{ $name }”
ui-views-kept = The view “{ $name }” is kept.
ui-views-replaced = The view “{ $name }” is kept, and replaces the one of that name.
ui-views-none = No view is kept yet.
ui-documents-search = Search title, subject, reference, originator
ui-documents-search-label = Search
ui-documents-search-clear = Clear the search
ui-documents-where = Where to search
ui-documents-in-titles = In titles
ui-documents-in-content = Inside documents
ui-documents-search-inside = Search the text inside documents
ui-documents-searched = Text searchable
ui-documents-hit = Passage found
ui-documents-hit-page = p. { $page }
ui-documents-silent = { $n ->
    [one] The text of 1 document is not searched, or not all of it
   *[other] The text of { $shown } documents is not searched, or not all of it
}
ui-documents-level = Level
ui-documents-any-level = All levels
ui-documents-any-kind = Any kind
ui-documents-any-policy = All policies
ui-documents-kind = Kind
ui-documents-more-filters = More filters
ui-documents-fewer-filters = Remove these filters
ui-documents-from = Dated from
ui-documents-to = Dated until
kind-pdf = PDF
kind-text = Text and mail
kind-picture = Picture
kind-office = Office file
kind-other = Another kind
ui-documents-count = { $n -> 
    [one] { $shown } document 
    *[other] { $shown } documents 
    }
ui-documents-list = Register of documents
ui-documents-marking = Marking
ui-documents-reference = Reference
ui-documents-title = Title
ui-documents-originator = Originator
ui-documents-releasability = Releasable to
ui-documents-date = Date
ui-documents-empty = No documents in your dossiers
ui-documents-empty-text = Documents that you may read will appear here once they are filed.
ui-documents-no-match = Nothing found among the documents that you may see
ui-documents-no-match-text = Check the spelling or remove a filter.
ui-documents-no-word = Nothing can be searched in this text: type a letter or a digit.
ui-documents-clear-filters = Remove filters
ui-ask = Ask for a document…
ui-ask-title = Ask for a document
ui-ask-text = By identifier or reference. The decision comes at once, with its reasons.
ui-ask-id = Identifier or reference
ui-open = Open…
ui-open-title = Open the document
ui-open-submit = Open
ui-open-purpose = Why are you opening it?
ui-open-purpose-hint = This purpose goes into the log with your name and the time.
ui-open-purpose-recent = Recent purposes
ui-open-two-text = This document is marked DUAL. A second officer who may open it types his passphrase here. Both are recorded, and both names stand on each page.
ui-open-second = Second officer
ui-open-second-passphrase = Passphrase of the second officer
ui-open-password = Password of the document
ui-open-locked-text = The document asks for a password of its own. Each attempt is recorded as an opening.
ui-open-second-wrong = This is not the passphrase of { $officer }.
ui-open-with = with { $officer }
ui-sealed-title = (opened by two)
ui-denied-title = You may not open this document
ui-denied-text = Here is every reason that concerns you, and what you can do.
ui-denied-recorded = This request is in the log, as every opening is.
ui-denied-asked = Asked for: { $what }
ui-denied-at = Decided { $at }
ui-why-may = You may open it
ui-why-may-two = You may open it together with a second officer
ui-why-may-not = You may not open it
ui-why-because = Why?
ui-part-about = Document
ui-part-history = History
ui-part-why = Access
ui-subject = Subject
ui-identifier = Identifier
ui-releasable-own = Belgium only
ui-history-empty = Nothing to show here.
ui-history-consent = With the consent of { $consent }
ui-history-copies = Numbers { $numbers }, on { $printer }
ui-history-note = The list shows only what you may see.
ui-field-title = Title
ui-field-subject = Subject
ui-field-originator = Originator
ui-field-date = Date
ui-field-marking = Marking
ui-field-reference = Reference
ui-field-dossier = Dossier
ui-field-paper = Reference of the paper original
ui-paper = Reference of the paper original
relation-answers = Answers
relation-answers-of = Answered by
ui-field-relation-answers = Answers
relation-cancels = Cancels
relation-cancels-of = Cancelled by
ui-field-relation-cancels = Cancels
relation-replaces = Replaces
relation-replaces-of = Replaced by
ui-field-relation-replaces = Replaces
relation-attachment = Attachment to
relation-attachment-of = Has the attachment
history-dossier-hidden = a dossier that you may not know of (what was done with it there is not shown to you)
ui-field-relation-attachment = Attachment to
ui-field-relations = Relations
ui-relate = Relate…
ui-relate-title = Relate to another document
ui-relate-text = What { $reference } is to another document. Both show it, to those who may see both.
ui-relate-two-text = Two open this document, so two say what it is to another: the second officer types his passphrase here, and both are recorded. Only those who open it see the relation.
ui-relate-two-removes = It is so no longer, or never was: take the relation away
ui-relate-is = Relation
ui-relate-is-choose = Choose the relation
ui-relate-to = Other document
ui-relate-chosen = To { $document }
ui-relate-why = Reason
ui-relate-submit = Relate
ui-relate-remove = Remove the relation to { $reference }
ui-relate-remove-submit = Remove
ui-field-change = { $field }:
ui-other-acts = Other acts
ui-correct = Correct…
ui-correct-title = Correct the register entry
ui-correct-text = The former entry of { $reference } stays in its history.
ui-correct-two-text = Two open this document, so two put it right: the second officer types his passphrase here, and both are recorded. What you leave empty stays as it is.
ui-correct-change = a change
ui-correct-fixed = What you may not change of it
ui-correct-fixed-why = Whose a document is, its date and its dossier are changed by the officer who filed it or by the lead of its dossier: its time limit, and who decides about it, depend on them. Tell one of them what is wrong.
ui-correct-why = What was wrong
ui-correct-why-hint = It stands in the document’s history, for those who may read the document.
ui-correct-dossier-hint = A move is an entry of its own. The document gets another reference, and the old one still finds it. Those who are on the list of the old dossier alone learn that it left, and why. Its notes go along, for those who read it there.
ui-correct-dossier-alone = either another dossier, or something else to correct
ui-correct-submit = Correct
ui-corrected = { $reference } was corrected.
cli-corrected = { $reference } was corrected:
ui-version = New version…
ui-version-title = File a new version
ui-version-text = Another file under the same reference { $reference }, with the same title and marking. The version before stays sealed and can be opened in the history.
ui-version-two-text = Two open this document, so two file its new version: the second officer types his passphrase here, and both are recorded.
ui-version-file = New file
ui-version-choose = Choose a file…
ui-version-drop = or drop it here
ui-version-one = One file only: { $name } was taken.
ui-version-why = What is new in it
ui-version-why-hint = It stands in the document’s history, for those who may read the document.
ui-version-submit = File version
ui-version-number = Version { $version }
ui-version-of = { $version } of { $versions }
ui-version-outdated = Version { $version } of { $versions }: this is not the version in force.
ui-version-newest = Open the version in force…
ui-version-which = Version shown
version-filed = Version { $version } of { $reference } was filed; the one before stays and can be opened.
ui-withdrawal = Withdraw…
ui-withdrawal-title = Withdraw the document
ui-withdrawal-text = { $reference } should not have been filed: nobody opens it any more, and it is in no list but that of withdrawn documents. Reference and history stay. Under the full rules a security officer must assent.
ui-withdrawal-why = Why it should not be there
ui-withdrawal-why-hint = Those who answer read it, and it stands in the log; write nothing from the document.
ui-note = Write a note
ui-note-title = Write a note
ui-note-text = The note is under the marking of { $reference } and stands in its history. Nobody can take it away again.
ui-note-label = Note
ui-note-hint = Everyone who may open the document reads it.
ui-note-submit = Write the note
ui-noted = The note is on { $reference }.
ui-withdrawal-submit = Withdraw
ui-withdrawn = { $reference } is withdrawn.
ui-withdrawal-asked = The withdrawal waits for a security officer’s assent.
ui-withdrawal-change = Nobody would open it any more; entry, reference and history stay
ui-assent-printer-change = Documents up to this level could be printed on it. The administrator of the workstation decides which device stands behind the name.
ui-documents-mine = Filed or opened by
ui-documents-mine-any = By anybody
ui-documents-mine-filed = Filed by me
ui-documents-mine-opened = Opened by me
ui-documents-like = As in this document
ui-documents-withdrawn = Withdrawn or not
ui-documents-withdrawn-no = Not withdrawn
ui-documents-withdrawn-yes = Withdrawn
ui-withdrawn-on = Withdrawn on { $date }
cli-withdrawn = { $id } is withdrawn.
cli-noted = The note is on { $id }, for those who may read it.
cli-withdrawal-asked = The withdrawal waits for a security officer’s assent. Request: { $request }.
ui-why-other = And another officer?
ui-why-other-may = { $name } may open it
ui-why-other-may-not = { $name } may not open it
ui-why-other-hint = This question goes into the log.
ui-further = Show more
ui-further-of = { $shown } of { $total } shown
ui-show-document = Show the document
ui-documents-untick = Untick all
ui-documents-derive = Derive a document from them…
ui-why-label = Reason, goes into the log
held-sources = The marking protects as much as the source documents, or departs from it with a justification.
warning-already-filed = { $name } is already in the register, byte for byte: { $reference }.
warning-picked-twice = { $name } has the same content as { $first }, which is in this list too.
warning-empty-file = { $name } is an empty file (0 bytes).
warning-link-followed = { $name } is a link; what it leads to was taken: { $target }.
warning-not-looked-at = It was not checked whether { $name } can be read here.
warning-same-as-version = { $name } is, byte for byte, what version { $version } of this document is.
warning-not-read = { $name } was not looked at: what reads documents is missing here, or does not answer. Whether it can be read is not known, and it is not found by its text until the same file is filed as a new version where it is read.
warning-not-shown = { $name } ({ $kind }) cannot be shown in the window; it can be taken out.
warning-text-alone = { $name } ({ $kind }): { $form ->
    [confined] shown with its form as LibreOffice lays it out, and then its text.
    [not-confined] text only. LibreOffice is installed, but cannot be locked down on this workstation, so that the form is not shown here.
   *[not-installed] text only. The form is shown where LibreOffice is installed.
 } The whole can be taken out.
warning-recognised = { $name }: scans in it were read by OCR, in { $languages }; it can be searched, and some letters may be wrong.
warning-unrecognised = { $name }: OCR did not read all that is scanned in it; what stands on these pages is not found by searching: { $pages }.
warning-scans-later = { $name }: scanned pages in it are read by OCR later, by the window while somebody is at it, or by “zegelctl doc texts”. Until then, what stands on these pages is not found by searching: { $pages }.
warning-picture = { $name } is a picture: what is written on it is found by searching only where OCR (tesseract) is installed when it is filed.
warning-view-encrypted = { $name } asks for a password of its own: without it, nobody can read it here.
warning-view-encryption = { $name } is encrypted in a way that is not supported here: nobody can read it here.
warning-view-no-pages = No page can be found in { $name }: nobody can read it here.
warning-view-cut =
    { $cause ->
        [end] The end of { $name } is missing: what is there can be shown, the rest is not in the file.
       *[limit] Only the first { $pages } pages of { $name } can be shown; it can be taken out whole.
    }
warning-view-unsupported = { $name } is of a form of { $media } that is not shown here; it can be taken out.
warning-view-malformed = { $name } cannot be read as what it says it is: nobody can read it here.
warning-view-cut-short = { $name } is cut short, and nothing of what is left of it can be shown: nobody can read it here.
warning-view-too-large = { $name } is too large to be shown; it can be taken out.
warning-view-unpacks = { $name } unpacks to more than can be shown; it can be taken out.
warning-view-too-many-pixels = { $name } has more pixels than can be shown; it can be taken out.
warning-view-timeout = { $name } takes too long to open to be shown; it can be taken out.
warning-view-died = { $name } needs more memory or time than it may have to be shown; it can be taken out.
warning-pdf-within = { $name } begins with { $bytes } bytes that are no PDF: it is shown as text, not as the PDF that follows.
warning-as-source = { $name } is { $form } source: only its text can be read here, not what other programs draw or lay out from it.
warning-blank = { $name } has nothing but blanks and ends of lines: there is nothing to read in it.
warning-name-changed = The file “{ $original }” is called { $name } here: a name can have none of / \ : < > " | ? * and nothing that cannot be shown. The original name is kept.
warning-line-ends = The lines of the subject of { $name } ended with a carriage return (CR). They are kept with a line feed (LF), as all lines here; the words are unchanged.
warning-date-ahead = { $name } bears a date to come: { $date }.
warning-term-stays = { $name }: the time limit still counts from { $date }. If that day was never right, withdraw the document and file it again.
warning-superseded =
    { $relation ->
        [cancels] { $name } was cancelled by { $other }.
       *[other] { $name } was replaced by { $other }.
    }
warning-superseded-fix = Read { $other } as well.
warning-named-twice = { $name } was named twice; it stands in the request once.
warning-consent-unnamed = { $name } names no originator: nothing here says whose consent it takes, and that of “{ $authority }” was not compared with anything.
warning-consent-unnamed-fix = Look at the document for its originator, and enter it (“doc correct --originator”).
warning-withdrawal-overtaken = { $officer } had asked that { $name } be withdrawn. That request is about the document where it was, and can no longer be granted.
warning-withdrawal-overtaken-fix = If it is still to be withdrawn, it must be asked for again.
warning-notes-stay =
    { $count ->
        [one] A note on { $name } does not go along: only those who read the document under its former marking still read the note.
       *[other] { $count } notes on { $name } do not go along: only those who read the document under its former marking still read the notes.
    }
warning-notes-stay-fix = Write down again what may be read under the new marking.
warning-text-not-kept = { $name } is not found by its text any more: what was kept of it is gone or was altered.
warning-text-not-kept-fix = File the same file as a new version; its text is read then.
warning-network-not-held = The kernel of this computer does not keep this program from the network: it is older than 6.7, or Landlock is switched off in it.
warning-network-not-held-fix = Use a newer kernel, or keep the program from the network in another way (a firewall, a network namespace).
warning-filer-excluded = People of nationality { $nation } are not in the audience of this marking: you yourself could not open this document.
warning-filer-cannot-open = You yourself cannot open this document.
warning-passphrase-weak = The passphrase is easy to guess. Once the system is approved, one like it is refused.
warning-passphrase-weak-fix = Take four or more words that do not belong together.
warning-passphrase-guessable = Your passphrase is easy to guess: it was chosen before the system was approved, or before you were admitted, where nothing refused it.
warning-passphrase-guessable-fix = Change it (zegelctl passphrase change; in the window, in the settings): take four or more words that do not belong together.
warning-nobody-reads = Nobody can open this document: nobody may hold its key, and too few custodians are there to give it to somebody later.
warning-nobody-reads-fix = Put somebody cleared for it on the dossier’s list, or share custody again (“zegelctl custody setup”), and file it again.
warning-opens-by-two = “{ $name }” is marked DUAL: from now on two officers open it together, and lists show its reference and no title.
warning-opens-by-two-fix = Note its reference.
warning-release-by-two = Two open a document of this release: two write the package. What its sheet asks for, the consent of an originator above all, shows then.
warning-release-by-two-fix = Name the consents that you know of now; a package that lacks one is not written.
reason-account-disabled = The account is disabled.
reason-account-disabled-fix = Contact the security officer.
reason-account-frozen = The account is frozen.
reason-account-frozen-fix = Contact a security officer: lifting it needs two people.
reason-nobody-to-lift = Nobody would be left who could lift this freeze: it needs two security officers or, where there are fewer, two custodians.
reason-nobody-to-lift-fix = Let in another security officer first, or share custody among more officers.
reason-nobody-to-stop = Nobody would be left who could stop you: a security officer who is disabled, or has lost that role, does not come back.
reason-nobody-to-stop-fix = Freeze this officer, which takes effect at once; custodians can lift that. Or have another security officer let in first.
reason-category-missing = This document carries a restrictive marking that the clearance does not cover.
reason-category-missing-fix = Ask the security officer which markings the post justifies.
reason-group-missing = This document is reserved to groups of which the clearance names none.
reason-group-missing-fix = Ask the security officer which groups the post gives access to.
reason-own-request = This takes another person than the one who made the request.
reason-own-request-fix = Have another release authority decide, or recall the request.
reason-not-approved = No release authority in charge has approved this release.
reason-not-approved-fix = Have a release authority approve it. If the one who did has lost that role, recall the release and request it again.
reason-marking-changed = The marking of a document was changed since this release was requested.
reason-marking-changed-fix = Recall this release and request it again: under its new marking the document calls for a new decision.
reason-version-changed = A document has another version since this release was requested.
reason-version-changed-fix = Recall this release and request it again: those who asked and approved saw another content.
reason-words-changed = What is written of a document was corrected since this release was requested: its title, its originator or another particular.
reason-words-changed-fix = Recall this release and request it again: those who asked and approved saw other words, and they go out with the package.
reason-dossier-changed = A document is in another dossier since this release was requested.
reason-dossier-changed-fix = Recall this release and request it again: those who asked and approved saw it among other people’s documents.
reason-new-level-ceiling = This system is not approved for the level that was requested.
reason-new-level-ceiling-fix = Handle the document in a system that is approved for that level, or have a higher approval recorded.
reason-undecidable = No decision is possible: something that it rests on cannot be read; access is therefore denied.
reason-undecidable-fix = Report it to the security officer, who will have the marking, clearances and briefings checked.
held-account = The account is active.
held-categories = Every restrictive marking is covered.
held-groups = No group that is called for is missing.
held-second-person = Nobody approves their own request where two persons are needed.
held-second-officer = It takes a second officer who may open it as well and types his passphrase here; there is one.
held-sheet-by-two = Whose document it is stands on its sheet, which nobody reads alone: the two see it when they decide. If it comes from another authority, that authority’s consent is needed.
held-written-by-two = Asking for it takes one officer, and approving it takes one. The package is written by two, who have the document open for that: what its sheet asks for, the consent of an originator above all, shows then.
held-same-marking = The document bears the marking under which its release was requested.
held-new-level = The system is fit for the new marking.
held-term = A classification is kept only where a time limit runs.
held-motive = A justification is given, or none is called for.
held-printer = The printer is on the list.
held-printer-ceiling = The printer may print this level.
held-legible = The marking is legible and known.
cli-col-documents = Documents
forged-document-filed-twice = this document is already filed
forged-unknown-document = there is no such document
forged-documents-in-one-entry = a change of marking shares its entry with another document
err-object-altered = The document { $document } was altered, cut off or exchanged.
fix-object-altered = Tell the security officer, and restore this document’s file from the last good copy.
err-object-truncated = The end of the file of document { $document } is missing.
fix-object-truncated = The file was cut off, or another, shorter one stands in its place. Tell the security officer, and restore it from the last good copy.
err-object-missing = The file of document { $document } is gone.
fix-object-missing = Tell the security officer, and restore the file from the last good copy.
reason-marked-otherwise = The document was marked otherwise since it was opened.
reason-marked-otherwise-fix = Open it again: access is decided again.
reason-disk-full = The disk is full or takes no more: you can list and search, and nothing is recorded. What must be recorded is refused, opening a document too.
reason-disk-full-fix = Make room, then unlock again.
reason-offline = The servers of this vault cannot be reached: you can list and search what is known here, and nothing is recorded. What must be recorded is refused, opening a document too.
reason-offline-fix = Check the connection. What you do is recorded again as soon as they are back.
reason-objects-offline = The store of this vault’s documents cannot be reached: documents can be neither filed nor opened. Everything else is recorded as usual.
reason-objects-offline-fix = Check the connection to the store, or ask the people who run it. It is used again as soon as it is back.
reason-clock-waits =
    { $author ->
        [none] This computer’s clock stands before an entry of the log: entry { $index } is dated { $until }. You can list and search, and nothing is recorded. What must be recorded is refused, opening a document too.
       *[other] This computer’s clock stands before an entry of the log: entry { $index }, signed by { $author }, is dated { $until }. You can list and search, and nothing is recorded. What must be recorded is refused, opening a document too.
    }
reason-clock-waits-fix = Check the date and time of this computer, then unlock again. If they are right, the clock of the entry’s author was wrong: tell the security officer.
reason-entry-waits = Entry { $index }, signed by { $author }, bears a time that is still to come: { $until }. You can list and search what was there before it, and nothing else. Nothing is recorded; what must be recorded is refused, opening a document too.
reason-entry-waits-fix = Check the date and time of this computer first. If they are right, its author’s clock was wrong: tell the security officer, and restore the last copy from before that entry. Failing that, nothing is lost: everything can be done again once that time has come.
warning-no-word = Nothing can be searched in this text: type a letter or a digit.
warning-search-incomplete = Searching does not find everything yet: { $percent }% of the log is searched so far.
warning-search-incomplete-fix = It goes on by itself while you work. Search again in a moment.

## documents: filing

ui-file-name = File
ui-filed = Filed
ui-filed-by = { $at }, by { $officer }
ui-file-title = { $n ->
    [one] File a document
   *[other] File { $n } documents
}
ui-file-files = Files
ui-file-drop = Files or a folder: drop them here
ui-file-drop-now = Let go to add these files
ui-file-drop-hint = They are encrypted before they are written; the original stays where it is.
ui-file-write = Write a note or a report here…
ui-write-revise = New version of { $reference }
ui-write-text = Text, in Markdown
ui-write-hint = # Heading, - list, **important**. The text is kept encrypted while you write; no file of it lies on the disk.
ui-write-portion = Portion mark
ui-write-preview = As it will look
ui-write-preview-none = What you write appears here as its page will look.
ui-write-preview-more = { $n ->
    [one] One more page, which is not drawn here.
   *[other] { $n } more pages, which are not drawn here.
}
ui-write-kept = Kept encrypted: { $at }
ui-write-discard = Discard the text
ui-write-discard-title = Discard the text?
ui-write-discard-text = What was written here and is not filed will be gone.
ui-write-file = Mark and file…
ui-write-version = File as a new version…
ui-revise = Revise
ui-revise-text = { $reference } is opened for it, which is recorded. What you write becomes a new version; the one before stays.
ui-revise-submit = Open and revise
ui-file-pick = Choose files…
ui-file-pick-folder = Choose a folder…
ui-file-pick-more = Add…
ui-file-remove = Remove { $name }
ui-file-name-title = Title of { $name }
ui-file-name-date = Date of { $name }
ui-file-name-originator = Originator of { $name }
ui-file-tick = Tick { $name }
ui-file-tick-all = All rows ({ $n } ticked)
ui-file-table = { $n } files to file together
ui-file-table-warned = To be looked at: { $n }
ui-file-table-next = To the next one
ui-file-in-table = { $n } files: they are in the table above.
ui-file-readable-yes = can be read here
ui-file-readable-text-alone = text only
ui-file-readable-no = cannot be read here
ui-file-readable-unknown = not looked at
ui-file-marking-form = marking of the form
ui-file-ticked = { $n ->
        [one] For the row that is ticked
       *[other] For the { $n } rows that are ticked
    }
ui-file-ticked-title = Title before the name of the file
ui-file-ticked-title-hint = What is left empty here stays as it is.
ui-file-ticked-write = Write into these rows
ui-file-ticked-mark = Give the marking chosen below
ui-file-ticked-mark-first = First choose the marking below, with its justification where it needs one.
ui-file-ticked-unmark = As the form
ui-file-ticked-remove = { $n ->
        [one] Take the row out
       *[other] Take { $n } rows out
    }
ui-file-register = Register entry
ui-file-dossier-choose = Choose the dossier
ui-file-no-dossiers-make = You belong to no dossier. Make one on the screen “Dossiers”.
ui-file-no-dossiers = You belong to no dossier. Ask a security officer to make one or to add you.
ui-file-policy = Policy
ui-file-level-hint = Choose by content: no level is suggested.
ui-file-not-from-here = Not possible here
ui-file-releasability = Releasable to
ui-file-releasability-none = Nothing chosen: Belgium only.
ui-file-releasability-none-other = Nothing chosen: the nations of the { $policy } policy.
ui-file-search-values = Nation or community
ui-file-handling = Handling
ui-file-restrictive-hint = Restricts access: the reader must be cleared for it.
ui-file-dual-hint = Two cleared officers open it together; nobody opens it alone, not even you.
ui-file-informative-hint = A notice, without effect on access.
ui-file-legal-from = From { $level } up
ui-file-level-first = Choose the level first.
ui-file-preview = Resulting marking
ui-file-preview-none = Choose a level: the marking appears here.
ui-file-portion = Portion mark
ui-file-originator-hint = The authority under which the document was made. Empty: this service.
ui-file-date = Date of the document
ui-file-finalised-hint = Time limits run from this day. Empty: the date of the document.
ui-file-submit = { $n -> 
    [one] File 
    *[other] File { $n } documents 
    }
ui-file-missing-field = “{ $label }”
ui-file-missing-wrong = “{ $label }”, to be corrected
ui-identifier-wrong = Small letters without accents, digits, dot, hyphen and underscore, beginning with a letter or digit.
ui-file-missing = Still missing: { $what }.
ui-file-missing-files = a file
ui-file-missing-dossier = the dossier
ui-file-missing-level = the level
ui-file-missing-title = the title
ui-file-missing-date = the date
ui-file-missing-marking = a marking that is allowed
ui-file-progress = { $done } of { $total }: { $name }
ui-file-stop = Stop after this one
ui-file-stopping = Stopping after this one…
ui-file-done = { $n -> 
    [one] Document filed 
    *[other] { $n } documents filed 
    }
ui-file-done-text = { $n ->
    [one] The reference is given for good.
   *[other] The references are given for good.
}
ui-file-show = Show in the register
ui-file-clear = Clear the form
ui-file-lost = The files chosen before the lock can no longer be reached: choose them again.
ui-date-hint = For example { $day }
ui-date-far = { $day }: more than ten years from now
ui-date-wrong = This is not a date: write day/month/year.
ui-date-today = Today
ui-date-years = { $n -> 
    [one] { $n } year 
    *[other] { $n } years 
    }
ui-file-value = { $name }: { $label }
ui-file-permissive-hint = Holding one of the values suffices.
ui-file-floor = Lowest level by the guide: { $topics }
ui-file-below-floor = Below the guide: needs a justification.
ui-file-offer = The guide calls for { $what }.
ui-file-offer-take = Add
ui-file-motive = Why this marking nevertheless?
ui-file-motive-hint = At least { $n } characters. It stays with the document; the log only records that a justification was given.
ui-file-motive-short = Write at least { $n } characters.
ui-file-missing-motive = the justification
ui-file-missing-sources = the consent of the sources’ originators
ui-file-comparing = Comparing with the register…
ui-file-left-out = Left out
ui-file-left-out-more =
    { $n ->
        [one] and one other
       *[other] and { $n } others
    }
ui-file-failed = { $name } was not filed:
ui-file-not-filed = { $n -> 
    [one] One document is not filed 
    *[other] { $n } documents are not filed 
    }
ui-file-not-filed-text = The list below holds only what is not filed: file again when you are ready.
ui-file-not-failed = could not be filed
ui-file-not-with-others = not filed because of that problem
ui-file-not-stopped = stopped before it
ui-file-home-missing = Belgium is not in this audience: Belgian readers could not open the document.
ui-file-home-add = Add { $name }
ui-file-last-dossier = As last time in this dossier
ui-file-last-used = As last time
ui-file-originator-own = This service
ui-originator-other = Another authority, not named
ui-documents-tick = Tick
ui-documents-tick-one = Tick { $reference }
ui-documents-ticked = { $n ->
    [one] One ticked
    *[other] { $n } ticked
    }
left-out-folder = a folder
left-out-empty = a folder with nothing in it
left-out-in-vault = part of a vault: what a vault is made of is no document
left-out-link = a link, which is not followed
left-out-pipe = a pipe
left-out-socket = a socket
left-out-device = a device
left-out-too-deep = too deep in the folders
left-out-too-many = more than { $most } files at once
left-out-unreadable = unreadable ({ os-cause })
left-out-twice = the same file, already named: { $first }
left-out-already-filed = already filed as { $reference }, byte for byte
cli-left-out = Left out:
cli-left-out-more =
    { $more ->
        [one] and one other
       *[other] and { $more } others
    }
cli-filed-from = { $path } is filed as { $reference } ({ $id })
cli-filed = Filed as { $reference } ({ $id }).
err-nothing-to-file = There is no file in { $path }: nothing was filed.
fix-nothing-to-file = Check the path.
err-in-vault = This folder belongs to a vault: nothing else is written there.
fix-in-vault = Choose a folder outside of the vault.
err-filing-stopped = Stopped on request. What is filed already stays; the rest is not filed.
fix-filing-stopped = To go on, run the same command again with --skip-existing: what is filed already is then left out.
err-not-a-file = This is no file, but { $what ->
        [folder] a folder
        [link] a link
        [pipe] a pipe
        [socket] a socket
        [device] a device
       *[other] { $what }
    }.
fix-not-a-file = { $what ->
        [pipe] Write what comes from the pipe to a file first, and name that file.
       *[other] Name an ordinary file.
    }
err-nobody-reads = Nobody reads this pipe.
fix-nobody-reads = Start the program that reads it first, and name the pipe again.
err-nobody-writes = Nobody writes to this pipe.
fix-nobody-writes = Start the program that writes to it first, and name the pipe again.
err-too-many-files = These are more than { $most } files.
fix-too-many-files = File them in parts: nothing was filed.
err-no-dossier = No dossier was given.
fix-no-dossier = Add --dossier ID.
err-filing-none = Stopped on request: nothing of the list is filed.
fix-filing-none = To file it, give the same command again.
err-listed-twice = This file is in the list already, as { $path }.
fix-listed-twice = Leave one of the two rows. Nothing was filed.
err-list-cell-missing = This cell is empty, and no option says it for all rows.
fix-list-cell-missing = Fill the cell, or give the option of that name for all rows. Nothing was filed.
err-list-day = “{ $value }” is no day.
fix-list-day = Write the day as 2026-03-04. Nothing was filed.
err-list-no-marking = This is part of a marking, and the row has no level.
fix-list-no-marking = Write the level in the column “marking”: a row has a marking of its own as a whole, or none. Nothing was filed.
err-list-not-utf8 = The list is not text in UTF-8.
fix-list-not-utf8 = Save it from the spreadsheet as “CSV UTF-8”. Nothing was filed.
err-list-empty = The list names no file.
fix-list-empty = Below the heading, write a row for each file.
err-list-torn = The list cannot be read as a table.
fix-list-torn = Write CSV with a heading, or TOML with a [[document]] for each file. Nothing was filed.
err-list-not-several = “document” stands for a single table here, but a list has several.
fix-list-not-several = Write [[document]], with two brackets on each side, above each file. Nothing was filed.
err-list-column-unknown = No list has “{ $column }”.
fix-list-column-unknown = Known ones are: { $known }. Nothing was filed.
err-list-column-twice = Two columns have this name.
fix-list-column-twice = Leave one of the two. Nothing was filed.
err-list-quote = A quotation mark begins a cell and none ends it.
fix-list-quote = End the cell with a quotation mark, and write one that belongs to the text twice. Nothing was filed.
err-list-too-many-cells = The row has more cells than the heading, which has { $most }.
fix-list-too-many-cells = Put a text that contains the sign between two cells in quotation marks. Nothing was filed.
err-list-cell-kind = This is neither a text, nor a day, nor a list of texts.
fix-list-cell-kind = Put it in quotation marks. Nothing was filed.
err-written-not-text = This is no text in UTF-8.
fix-written-not-text = Leave out --kind: the file is then filed as what its bytes say that it is.
err-written-one = With --kind one document is filed.
fix-written-one = Give one path, or - for standard input.
err-written-no-title = What comes from standard input has no name to be its title.
fix-written-no-title = Add --title TEXT.

## documents: viewing

ui-part-attachments = Attachments
ui-attachments-text = Files that this document brings with it. Each opens by itself, under the same marking; opening the document counts as opening them.
ui-attachment-open = Open
ui-attachment-page = Page { $page }
ui-attachment-unnamed = File { $n }, without a name
ui-attachment-none = file without a name
ui-attachment-title = { $name }, in “{ $title }”
ui-viewer-pages = Pages
ui-viewer-page = Page { $n } of { $of }
ui-viewer-of = / { $of }
ui-viewer-goto = Go to page
ui-viewer-previous = Previous page
ui-viewer-next = Next page
ui-viewer-zoom-in = Zoom in
ui-viewer-zoom-out = Zoom out
ui-viewer-zoom-fit = Fit to width
ui-viewer-zoom-page = All of the page
ui-viewer-turn = Turn to the right
ui-viewer-read-on = Page { $page }, where you stopped reading. Home goes to the first.
ui-viewer-reading = Reading mode: the whole screen (F11)
ui-viewer-reading-end = Leave reading mode (Esc)
ui-viewer-find = Find in the document
ui-viewer-copy = Copy what is selected (Ctrl+C)
ui-viewer-copied = Copied under the marking of the document. The log says so, and locking empties the clipboard.
ui-viewer-not-copied = Text of this document cannot be selected or copied: its marking does not allow it.
ui-viewer-select-none = Nothing can be selected on this page.
ui-viewer-select-first = Select something on the page first, with the mouse or with Shift and the arrows.
copied-purpose-attachment = Text copied from the attachment “{ $name }” (page { $page }, characters: { $n })
copied-purpose = Text copied (page { $page }, characters: { $n })
ui-viewer-print = Print…
ui-print-title = Print
ui-print-text = Each page bears the marking, your name, the time, and the number of the copy. The log names what is asked for before it goes to the printer. Fetch the pages at once.
ui-print-printer = Printer
ui-print-printer-choose = Choose a printer
ui-print-pages = Pages that the document has
ui-print-first = From page
ui-print-last = To page
ui-print-copies = Copies (1 to 99)
ui-print-purpose = Why are you printing it?
ui-print-purpose-hint = For whom or for what; it is recorded.
ui-print-submit = Print
ui-print-done =
    { $copies ->
        [one] Copy { $first } was handed to the printer “{ $printer }”.
       *[other] Copies { $first } to { $last } were handed to the printer “{ $printer }”.
    }
ui-viewer-find-next = Next match
ui-viewer-find-previous = Previous match
ui-viewer-find-close = Close
ui-viewer-find-enter = Enter searches the pages.
ui-viewer-find-busy = Looking…
ui-viewer-find-none = It stands on no page that can be read.
ui-viewer-find-count =
    { $n ->
        [one] the only place
       *[other] { $on ->
            [one] place { $at } of { $times }
           *[other] place { $at } of { $times }, on { $pages } pages
        }
    }
ui-viewer-find-silent =
    { $n ->
        [one] One page holds no text that can be searched.
       *[other] { $n } pages hold no text that can be searched.
    }
ui-viewer-no-text = No text can be read on this page.
ui-viewer-text-recognised = This page was read by OCR, in { $languages }: some letters may be wrong.
ui-viewer-find-recognised =
    { $n ->
        [one] One page was read by OCR: some letters may be wrong, and no place is marked on it.
       *[other] { $n } pages were read by OCR: some letters may be wrong, and no place is marked on them.
    }
ui-viewer-zoom-level = { $percent }%
ui-viewer-panel = Marking, history, access
ui-viewer-outline = Outline (o)
ui-viewer-outline-nowhere = This heading leads to no page.
ui-viewer-outline-more = Show { $n } more
ui-viewer-thumbs = Page overview
ui-viewer-missing = This document is not shown whole, or not as it is
ui-viewer-missing-here = On this page
ui-viewer-failed = This page cannot be shown.
ui-viewer-close = Close the document
cli-not-searched = Of what you may see, the text of these is not searched:
cli-text-waits = nothing read it now; it waits still
cli-text-changed = changed meanwhile, or read already
cli-text-denied = you may not have it read
cli-text-damaged = the sealed document is gone or was altered
cli-texts-remaining = Texts that wait still: { $n }. Run the command again.
cli-texts-none = No text waits to be read.
cli-without-sentence =
    { $n ->
        [one] One document that was found comes without its sentence.
       *[other] { $n } documents that were found come without their sentence.
    }
cli-texts-altered = What was kept of the text of these is no longer what was kept. Have it looked into (“zegelctl doctor”):
cli-hit-on-page = p. { $page }: { $sentence }
cli-cut-of = { $shown } of { $total } rows shown. For the others: --limit all, or --after { $next }
cli-cut = { $shown ->
    [one] One row shown, and there are more
   *[other] { $shown } rows shown, and there are more
 }. For the others: --limit all, or --after { $next }
cli-pages-written = Written to { $path }: { $pages ->
    [one] one page. This file is
   *[other] { $pages } pages. These files are
 } no longer protected by Zegel.
cli-pages-others = Pages from before lie in this folder as well, and may be those of another document ({ $count }): { $names }
cli-pages-beyond =
    Some of the pages asked for are not there: { $pages ->
        [one] one page
       *[other] { $pages } pages
    } can be shown.
cli-pages-outline = Outline of the document:
cli-outline-page = (p. { $page })
cli-printed =
    { $copies ->
        [one] Copy { $first } was handed to the printer “{ $printer }”.
       *[other] Copies { $first } to { $last } were handed to the printer “{ $printer }”.
    }
cli-pages-cut = The document goes on beyond these { $pages } pages, which are the most that can be shown; it can be taken out whole.
err-unsupported-media = Documents of the kind { $media } cannot be shown here.
fix-unsupported-media = Take it out with “zegelctl doc open --out”, or file it in a kind that is shown: PDF, text, picture, mail or office file.
err-no-attachment = The document has no attachment number { $number }; it has { $count }.
fix-no-attachment = See which there are with “zegelctl doc attachments”.
err-no-pages =
    There is no page { $first }: the document has { $pages ->
        [one] one page
       *[other] { $pages } pages
    } that can be shown. Nothing was written.
fix-no-pages = Ask for pages that are there (--pages).
err-no-spooler = Nothing can be printed on this workstation: “lp” of CUPS is not installed.
fix-no-spooler = Have the package cups-client installed (/usr/bin/lp), or print on another workstation. Nothing was recorded.
err-not-printed = The printer “{ $printer }” did not take copy { $copy }, nor any after it. That they were asked for stands in the log, and their numbers are used.
fix-not-printed = Check that CUPS on this workstation knows the printer (lpstat -e) and that it accepts jobs, then print again: with the next number.
err-print-stopped = Printing on “{ $printer }” was stopped before copy { $copy } was handed over.
fix-print-stopped = Copies before it were handed over. The log names all that were asked for.
print-copy = copy { $copy }
err-bad-pages =
    { $cause ->
        [backwards] In { $typed } (--pages) the last page comes before the first.
       *[form] A range of pages (--pages) is written as 3, 1-3 or 5-: { $typed }.
    }
fix-bad-pages =
    { $cause ->
        [backwards] Write the lower number first.
       *[form] Give page numbers from 1 on.
    }
err-view-too-large = The document is larger than { $limit } MiB.
fix-view-too-large = Have it divided into parts and filed again.
err-view-unpacks = A part of the document unpacks to more than { $limit } MiB.
fix-view-unpacks = Have it filed again without what makes it so large.
err-view-too-many-pixels = The picture has more pixels than can be shown.
fix-view-too-many-pixels = Have it filed at a lower resolution.
err-view-malformed = The document cannot be read as what it says it is.
fix-view-malformed = Ask the originator for a sound copy.
err-view-cut-short = The file is cut short: nothing of what is left of it can be shown.
fix-view-cut-short = Ask the originator for the whole file.
err-view-encrypted = The document asks for a password of its own.
fix-view-encrypted = Ask the originator for a copy without a password; the vault protects it. If you know the password: zegelctl doc pages ID --document-password-file FILE
err-view-wrong-password = This is not the password of the document.
fix-view-wrong-password = Check the password in the file you named, or ask the originator for a copy without a password.
err-view-encryption = The document is encrypted in a way that is not supported here.
fix-view-encryption = Ask the originator for a copy that is not encrypted; the vault protects it.
err-view-no-pages = No page can be found in the document.
fix-view-no-pages = Ask the originator for a sound copy.
err-view-unsupported = This document is of a form of { $media } that is not shown here; that says nothing against it.
fix-view-unsupported = Take it out with “zegelctl doc open --out”, or file it in a form that is shown.
err-view-cut =
    { $cause ->
        [end] The end of the document is missing.
       *[limit] Only the first { $pages } pages of the document can be shown.
    }
fix-view-cut = Have it filed in several parts.
err-view-no-page = There is no page { $page }.
fix-view-no-page = Choose a page of this document.
err-view-timeout = The page took longer than { $seconds } seconds and was given up.
fix-view-timeout = Open the document again. If the page stays away, ask the originator for a simpler copy.
err-view-died = The document needed more memory or time than it may have, and was closed.
fix-view-died = Open it again. If it is closed again, ask the originator for a simpler copy.
err-view-sandbox =
    This computer does not give the protection behind which documents are opened: { $cause ->
        [landlock] the kernel does not forbid files to a program (Landlock)
        [seccomp] the kernel does not forbid system calls to a program (seccomp)
       *[worker] the viewing program could not close itself off
    }.
fix-view-sandbox = Have a Linux kernel from 5.19 on installed, with Landlock switched on.
err-view-no-worker = The viewing program is missing or does not start: { os-cause }.
fix-view-no-worker = Have Zegel installed again.
err-view-no-answer = The viewing program ended, or did not answer, before it was given the document.
fix-view-no-answer = Try again. If it stays so, have Zegel installed again.
err-view-source = The document could not be read to its end: { os-cause }.
fix-view-source = Have the vault checked with “zegelctl doctor”.
err-view-image =
    The page could not be marked, and is not shown: { $cause ->
        [size] with its strips it would be too large
        [banner] the marking is longer than a page
        [colour] the policy names a colour that is none
        [font] the font cannot be read
       *[encoding] its image could not be made
    }.
fix-view-image = Have the marking and the colours of the policy checked.
missing-on-page = Not shown on this page, or not as in the document: { $list }
missing-cut-short = end of the file missing
missing-repaired = table of contents of the file damaged: what it holds was searched for
missing-pages = pages not found in the file
missing-content = drawing instructions missing or unreadable
missing-object = part missing from the file
missing-font = font missing from the file or unreadable, replaced by another
missing-letters = characters without a known shape, replaced by boxes
missing-picture = picture unreadable
missing-picture-cut = picture of which the end is missing
missing-picture-too-large = picture too large to be shown
missing-filter = data compressed in an unknown way
missing-annotation = annotation not shown
missing-note = note of which the text is not on the page
missing-field = form field that shows something other than its value, or not all of it
missing-look-uncompared = field or note drawn as a picture, or in letters that cannot be read: not checked that it shows what it says, which is
missing-drawn-otherwise = page that another program draws otherwise, so that one of the two lacks letters, lines or pictures, or shows other ones: compare with the original
missing-not-compared = page not compared: the program that draws each page a second time did not draw this one
missing-picture-differs = picture whose data have another size or other colours than the document says: it may be cut, distorted or garbled
missing-numbering = numbers of lists or headings that are missing, or for which a sign (•) stands, because they cannot be computed here
missing-counted = deleted paragraphs of a list, shown and counted here: once they are gone, the paragraphs after them have other numbers
missing-signature = electronic signature, not checked here
missing-dynamic-form = dynamic form (XFA), which only the program of its maker can show
missing-attachment = attached file, not shown here
missing-encoding = encoding assumed for the text
missing-undecodable = bytes that are no text in this encoding
missing-more = other items
missing-layer = layer that the document itself does not show
missing-hidden = annotation or field hidden, or outside the page
missing-colour = colours that cannot be worked out: what is drawn in them looks different or is not visible
missing-blank = text that is on the page, of which nothing can be seen
missing-pictures = further pictures in the same file, not shown
missing-within = PDF further inside the file, shown here as text; bytes before it
missing-reading = font that does not say which letters it draws: the text that is read cannot be relied on
missing-too-long = too long: the document goes on beyond the pages that can be shown
missing-follows = something else in the same file, after the document or before it, not shown; its size in bytes
missing-unseen = text that is not visible on the page, such as that behind a scan; it can be read and searched
missing-shading = shading or pattern that cannot be drawn
missing-nested = parts nested too deeply to be drawn
missing-packed = mail shown as it was packed for sending: what its parts say is not decoded
missing-binary = data in the middle of the text that is no text: dots stand for it
missing-script = script or action that the document asks a program to carry out, not carried out here
missing-earlier = changes added behind the end of the document: what it said before is still in the file, and not shown
missing-differs = the text may differ: font that draws other letters than those that are read and searched
missing-aside = text that other programs show only when one points at something or resets a form, or only read out (hint, default value, author or subject of a note, description of a link or a picture), not on the page; it can be read
missing-unformatted = form: only the text is shown, in reading order; layout, the signs of lists that slides take from their layouts and the look of formulas are not, the numbers of lists and headings are computed here, and what stands above or below the line may be written as ^ or _, or as plain text
missing-part = part of the file that is not read here
missing-twice = the same thing twice in the file: other programs may show the other one
missing-concealed = text that the document deletes or hides, shown here: deleted text between ~~, hidden text between [[ and ]]
missing-stored = values are shown as stored, not as formatted
missing-outside = address outside the file that it refers to, not fetched
missing-marks = signs that nobody sees, which turn the direction of writing or stand between letters: drawn here by name between ‹ and ›; other programs may show another order
missing-apart = further text of the file, which other programs do not show at once: at the end of its text, behind a rule
missing-clear = picture in what is wholly transparent, not visible
missing-sum = data that does not match its checksum: damaged or altered
missing-unlisted = page in the file that its list of pages does not lead to, not shown
missing-laid-out = form laid out by another program than its maker’s: lines and pages may break elsewhere
missing-recognised = text read by OCR, of which some letters may be wrong
missing-unrecognised = scanned page that OCR did not read to the end: what stands on it is in no text
missing-damaged = damaged: from there on it is shown otherwise than it was, or not at all
missing-unseen-picture = picture of which nothing can be seen: hidden by its mask, transparent, covered or outside the page
missing-alternate = another picture in place of one that is shown, for printing or for other programs, not shown
missing-source = shown as source text: what other programs draw or lay out from it is not shown here
missing-fraction = only one part of a mail that was sent in several: the other parts are not in the file
missing-instead = text that is read, copied and searched in place of what is drawn, and says something else
missing-uncompared = font that does not say what its shapes are: it could not be checked that the letters that are read and searched are those that are seen
reason-no-lines = No line meets what was asked for: there are only the headings.
reason-no-text = No letters were found in this document: it may be a scan. Look at its pages.

## marking: labels and policies

# The law names the levels in French and Dutch; German and English show both names.
level-unclassified = NON CLASSIFIÉ – NIET GECLASSIFICEERD
level-restricted = RESTREINT – BEPERKT
level-confidential = CONFIDENTIEL – VERTROUWELIJK
level-secret = SECRET – GEHEIM
level-top-secret = TRÈS SECRET – ZEER GEHEIM
# The tags of the policies that ship.
tag-administrative = Administrative markings
tag-context = Context
tag-handling = Handling
tag-only = Only
tag-releasable-to = Releasable to
tag-special-category-designators = Special categories
ui-marking-fr = In French
ui-marking-nl = In Dutch
ui-equivalents = Equivalents
ui-equivalents-hint = For information: the original marking alone counts.
ui-label-xml = ADatP-4774 label
cli-label-valid = The label is valid.
cli-label-invalid = The label is not valid.
cli-bound-same = as it was labelled
cli-bound-altered = ALTERED since it was labelled
cli-bound-missing = not found
cli-bound-unknown = no digest given
cli-bound-within = within the binding
cli-bound-data = Data
err-unknown-level = “{ $level }” is not a level.
err-level-of-another = “{ $level }” is a level of { $policy }, not of this policy.
err-level-of-two = “{ $level }” is short for { $own }, and stands for { $other } on the documents of { $policy }.
err-former-level = “{ $level }” is a mention from before the present law, and not a level.
err-level-under-every-policy = “{ $level }” is the name that { $policy } gives the level, and this holds under every policy.
fix-unknown-level = Choose from: { $choices }.
fix-level-of-another = Choose the policy { $policy } (zegelctl: --policy { $policy }), or a level of this one: { $choices }.
fix-level-of-two = Write { $own } in full, or choose the policy { $policy } (zegelctl: --policy { $policy }) if { $other } is meant.
fix-former-level = Choose from: { $choices }. A paper that bears the mention is RESTREINT only if its originator classifies it so.
fix-level-under-every-policy = If the same level of every policy is meant, give it as { $same }.
err-unknown-policy = The policy “{ $policy }” is not known.
fix-unknown-policy = Choose BEL, NATO or EU, or name a SPIF file where one is taken.
err-no-level = No level was given.
fix-no-level = Add --level LEVEL or --label label.xml: a level is never guessed.
err-label = The label, clearance or policy cannot be read.
fix-label = Correct the file at the line that is named.
err-xml-too-large = The file has { $bytes } bytes; { $limit } at most are read.
fix-xml-too-large = Ask the supplier of the file for a valid one.
err-xml-not-utf8 = The file is not in UTF-8 (byte { $at }).
fix-xml-not-utf8 = Save it as UTF-8, or ask its supplier for a valid one.
err-xml-dtd = Line { $line }: a document type or an entity, which are never read.
fix-xml-dtd = Ask the supplier of the file for a valid one.
err-xml-too-deep = Line { $line }: more than { $limit } elements within each other.
fix-xml-too-deep = Ask the supplier of the file for a valid one.
err-xml-too-many-nodes = The file has more than { $limit } elements.
fix-xml-too-many-nodes = Ask the supplier of the file for a valid one.
err-xml-too-many-attributes = Line { $line }: more than { $limit } attributes or namespaces on one element.
fix-xml-too-many-attributes = Ask the supplier of the file for a valid one.
err-xml-malformed =
    Line { $line }: this is not sound XML: { $flaw ->
        [encoding] the file names an encoding other than UTF-8
        [end] it ends before everything is closed
        [close] an element is closed that is not the one open
        [namespace] a prefix stands for no namespace
        [entity] a reference leads nowhere
        [twice] the same attribute stands there twice
        [character] a character stands where it cannot stand
       *[form] this cannot stand here
    }.
fix-xml-malformed = Correct the file at the line that is named, then try again.
err-policy-not-a-spif = Line { $line }: “{ $found }” is not a security policy (XML SPIF).
fix-policy-not-a-spif = Ask the supplier of the file for a valid one.
err-policy-unsupported-version = Line { $line }: version { $version } of the format is not known.
fix-policy-unsupported-version = Ask the supplier of the file for a valid one.
err-policy-missing = Line { $line }: “{ $what }” is missing.
fix-policy-missing = Correct the file at the line that is named, then try again.
err-policy-repeated = Line { $line }: “{ $name }” may stand here only once.
fix-policy-repeated = Correct the file at the line that is named, then try again.
err-policy-unknown-element = Line { $line }: “{ $name }” is not known here.
fix-policy-unknown-element = Correct the file at the line that is named, then try again.
err-policy-bad-value = Line { $line }: “{ $attribute }” cannot be “{ $value }”.
fix-policy-bad-value = Correct the file at the line that is named, then try again.
err-policy-too-long = Line { $line }: “{ $attribute }” is longer than { $limit } characters.
fix-policy-too-long = Correct the file at the line that is named, then try again.
err-policy-duplicate-classification = Line { $line }: the classification “{ $name }” is there twice.
fix-policy-duplicate-classification = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-duplicate-lacv = Line { $line }: the number { $lacv } stands for two things.
fix-policy-duplicate-lacv = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-duplicate-tag-set = Line { $line }: the tag set “{ $name }” is there twice.
fix-policy-duplicate-tag-set = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-duplicate-tag-set-id = Line { $line }: the identifier { $id } is used by two tag sets.
fix-policy-duplicate-tag-set-id = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-duplicate-value = Line { $line }: the value “{ $value }” is there twice.
fix-policy-duplicate-value = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-unknown-classification = Line { $line }: there is no classification “{ $name }”.
fix-policy-unknown-classification = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-unknown-tag-set = Line { $line }: there is no tag set “{ $name }”.
fix-policy-unknown-tag-set = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-unknown-value = Line { $line }: the tag set “{ $tagset }” has no value { $lacv } of this type.
fix-policy-unknown-value = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-unknown-policy = Line { $line }: “{ $name }” is not in the list of equivalent policies.
fix-policy-unknown-policy = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-one-or-all = Line { $line }: one value or all of them, not both and not neither.
fix-policy-one-or-all = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-empty-requirement = Line { $line }: a requirement that names nothing.
fix-policy-empty-requirement = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-excludes-itself = Line { $line }: “{ $value }” excludes itself.
fix-policy-excludes-itself = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-contradiction = Line { $line }: “{ $what }” can never be used, because its rules contradict each other.
fix-policy-contradiction = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-selection-bounds = Line { $line }: “{ $tag }” asks for more values than it allows.
fix-policy-selection-bounds = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-too-much = The policy has more tags, values or rules than the { $limit } that are allowed.
fix-policy-too-much = Ask the supplier of the file for a valid one.
err-policy-period-reversed = Line { $line }: the period ends before it begins.
fix-policy-period-reversed = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-policy-equivalent-twice = Line { $line }: two different equivalents in “{ $policy }”.
fix-policy-equivalent-twice = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-label-not-a-label = Line { $line }: “{ $found }” is neither a label nor a clearance.
fix-label-not-a-label = Ask the supplier of the file for a valid one.
err-label-missing = Line { $line }: “{ $what }” is missing.
fix-label-missing = Correct the file at the line that is named, then try again.
err-label-repeated = Line { $line }: “{ $name }” may stand here only once.
fix-label-repeated = Correct the file at the line that is named, then try again.
err-label-unknown-element = Line { $line }: “{ $name }” is not known here.
fix-label-unknown-element = Correct the file at the line that is named, then try again.
err-label-out-of-order = Line { $line }: “{ $name }” must stand earlier.
fix-label-out-of-order = Correct the file at the line that is named, then try again.
err-label-bad-value = Line { $line }: “{ $what }” cannot be “{ $value }”.
fix-label-bad-value = Correct the file at the line that is named, then try again.
err-label-invalid = The label breaks its policy in { $count } { $count ->
       [one] way
      *[other] ways
    }.
fix-label-invalid = Correct the label by the points that are listed.
err-dominance-nothing = There is no label to combine.
fix-dominance-nothing = Choose the marking yourself, from the document.
err-dominance-other-policy = A label under { $found } cannot be combined with labels under { $expected }.
fix-dominance-other-policy = Choose the marking yourself, from the document.
err-dominance-invalid = The policy does not allow these labels together.
fix-dominance-invalid = Choose the marking yourself, from the document.
err-translate-no-table = There is no table of equivalents between { $from } and { $to }.
fix-translate-no-table = Show the original marking alone.
err-translate-no-equivalent = “{ $what }” has no equivalent in { $to }.
fix-translate-no-equivalent = Show the original marking alone.
err-translate-ambiguous = “{ $what }” has several equivalents in { $to }.
fix-translate-ambiguous = Show the original marking alone.
err-translate-choice-needed = { $to } requires a choice of: { $values }.
fix-translate-choice-needed = Choose the marking yourself, from the document.
err-translate-widens = The equivalent would widen the circle of readers ({ $tag }).
fix-translate-widens = Show the original marking alone.
err-translate-dangling = The table of { $policy } refers to “{ $what }”, which { $to } does not have.
fix-translate-dangling = Have the policy corrected by its author: a policy that contradicts itself is never applied.
err-translate-invalid = The equivalent is not allowed by its policy.
fix-translate-invalid = Show the original marking alone.
err-binding-not-a-binding = Line { $line }: “{ $found }” is not a binding (ADatP-4778).
fix-binding-not-a-binding = Ask the supplier of the file for a valid one.
err-binding-missing = Line { $line }: “{ $what }” is missing.
fix-binding-missing = Correct the file at the line that is named, then try again.
err-binding-repeated = Line { $line }: “{ $name }” may stand here only once.
fix-binding-repeated = Correct the file at the line that is named, then try again.
err-binding-unknown-element = Line { $line }: “{ $name }” is not known here.
fix-binding-unknown-element = Correct the file at the line that is named, then try again.
err-binding-bad-value = Line { $line }: “{ $what }” cannot be “{ $value }”.
fix-binding-bad-value = Correct the file at the line that is named, then try again.
err-binding-elsewhere = Line { $line }: “{ $uri }” leads elsewhere, and nothing outside is ever looked at.
fix-binding-elsewhere = Ask the supplier of the file for a valid one.
err-binding-empty = A binding needs at least one label and what it is for.
fix-binding-empty = Give at least one label, and the file that it is for.
reason-label-other-policy = The label is under { $found }, not under { $expected }.
reason-label-other-policy-fix = Choose the policy of the label.
reason-label-unknown-classification = “{ $name }” is no classification of this policy.
reason-label-unknown-classification-fix = Choose from: { $choices }.
reason-label-classification-of-another = “{ $name }” is a classification of { $policy }, not of this policy.
reason-label-classification-of-another-fix = Choose the policy { $policy } (zegelctl: --policy { $policy }), or a level of this one: { $choices }.
reason-label-classification-of-two = “{ $name }” is short for { $own }, and stands for { $other } on the documents of { $policy }.
reason-label-classification-of-two-fix = Write { $own } in full, or choose the policy { $policy } (zegelctl: --policy { $policy }) if { $other } is meant.
reason-label-former-mention = “{ $name }” is a mention from before the present law, and not a classification.
reason-label-former-mention-fix = Choose from: { $choices }. A paper that bears the mention is RESTREINT only if its originator classifies it so.
reason-label-obsolete-classification = “{ $name }” is no longer given.
reason-label-obsolete-classification-fix = Choose a level that is in force: { $choices }.
reason-label-unknown-tag = “{ $tag }” does not exist in this policy.
reason-label-unknown-tag-fix =
    { $choices ->
        [none] Remove the marking, or choose the policy that has it.
       *[other] Remove the marking, or choose one of: { $choices }.
    }
reason-label-wrong-kind =
    “{ $tag }” is { $expected ->
        [RESTRICTIVE] restrictive
        [PERMISSIVE] permissive
        [INFORMATIVE] informative
       *[other] { $expected }
    }, not { $found ->
        [RESTRICTIVE] restrictive
        [PERMISSIVE] permissive
        [INFORMATIVE] informative
       *[other] { $found }
    }.
reason-label-wrong-kind-fix = Correct the type in the label.
reason-label-unknown-value = “{ $tag }” has no value “{ $value }”.
reason-label-unknown-value-fix =
    { $choices ->
        [none] Remove it: the policy has none that may be given.
       *[other] Choose one of: { $choices }.
    }
reason-label-obsolete-value = “{ $value }” ({ $tag }) is no longer given.
reason-label-obsolete-value-fix =
    { $choices ->
        [none] Remove it: the policy has none that may be given.
       *[other] Choose one of: { $choices }.
    }
reason-label-not-in-force = “{ $what }” is not in force at the date of the label.
reason-label-not-in-force-fix = Check the date, or choose another value.
reason-label-too-few = “{ $tag }” needs at least { $min } { $min ->
       [one] value
      *[other] values
    }.
reason-label-too-few-fix = Choose more.
reason-label-too-many = “{ $tag }” takes at most { $max } { $max ->
       [one] value
      *[other] values
    }.
reason-label-too-many-fix = Choose fewer.
reason-label-excluded-classification = “{ $value }” ({ $tag }) is not allowed at { $classification }.
reason-label-excluded-classification-fix = Remove the marking, or choose another level if the content justifies it.
reason-label-required-classification = “{ $value }” ({ $tag }) is allowed only at { $classification }.
reason-label-required-classification-fix = Remove the marking, or choose that level.
reason-label-required-category = “{ $by }” requires { $operation ->
       [only-one] exactly one of these
       [one-or-more] at least one of these
      *[all] all of these
    }: { $values }.
reason-label-required-category-fix = Choose what is required.
reason-label-excluded-category = “{ $value }” ({ $tag }) excludes “{ $other }”.
reason-label-excluded-category-fix = Remove one of the two.
reason-label-bad-input = “{ $value }” does not suit “{ $tag }”: { $form ->
       [integer] a number is expected
       [date] a date is expected
      *[text] a short text is expected
    }.
reason-label-bad-input-fix = Correct what was typed.
reason-label-unknown-privacy-mark = “{ $name }” is no privacy mark of this policy.
reason-label-unknown-privacy-mark-fix =
    { $choices ->
        [none] Remove it: the policy has none that may be given.
       *[other] Choose one of: { $choices }.
    }
reason-label-obsolete-privacy-mark = “{ $name }” is no longer given.
reason-label-obsolete-privacy-mark-fix =
    { $choices ->
        [none] Remove it: the policy has none that may be given.
       *[other] Choose one of: { $choices }.
    }
reason-label-privacy-mark-missing = A privacy mark is required.
reason-label-privacy-mark-missing-fix =
    { $choices ->
        [none] Type a privacy mark.
       *[other] Choose one of: { $choices }.
    }
reason-label-privacy-mark-not-allowed = This policy allows no privacy mark.
reason-label-privacy-mark-not-allowed-fix = Remove it.
reason-label-bad-text = “{ $field }” is empty, too long or has impossible characters.
reason-label-bad-text-fix = Correct what was typed.
reason-label-review-before-creation = The review is dated before the label.
reason-label-review-before-creation-fix = Choose a later date.
reason-label-succession-before-creation = The planned change is dated before the label.
reason-label-succession-before-creation-fix = Choose a later date.
label-change-policy = Policy: { $from } becomes { $to }.
label-change-raised = Raised: { $from } becomes { $to }.
label-change-lowered = Lowered: { $from } becomes { $to }.
label-change-classification = Classification: { $from } becomes { $to }.
label-change-added = Added: { $value } ({ $tag }).
label-change-removed = Removed: { $value } ({ $tag }).
label-change-audience-given = Audience now limited ({ $tag }): { $values }.
label-change-audience-dropped = Limit of the audience removed ({ $tag }): { $values }.
label-change-privacy-mark = Privacy mark: { $from } becomes { $to }.
label-change-originator = The originator of the label changes.
label-change-review = The date of review changes.
label-change-succession = The planned change changes.
err-marking = This marking is not valid under its policy.
fix-marking = Correct each of the points.

## marking: decisions and calendar

ui-nav-calendar = Calendar
ui-finalised = Finalised
ui-formerly = Formerly
ui-also-of = Also of
ui-still-of = Still of
ui-term = Time limit
ui-term-lapses = decide by { $date }
ui-term-exempt-unclassified = No time limit: unclassified
ui-term-exempt-restricted = No time limit: the lowest level has none
ui-term-exempt-foreign = No time limit here: another authority decides
ui-term-running = Running
ui-term-due = To be decided
ui-term-overdue = Overdue
ui-term-expired = 100 years have passed
ui-nature-declassify = Declassified
ui-nature-downgrade = Downgraded
ui-nature-upgrade = Upgraded
ui-nature-remark = Other markings
ui-nature-maintain = Kept
ui-decide-change = Change the marking…
ui-decide-maintain = Keep it classified…
ui-decide-declassify = Declassify…
ui-decide = Decide…
ui-decide-title = Decide on the classification
ui-decide-what = What do you decide?
ui-decide-missing-intent = the decision
ui-decide-title-change = Change the marking
ui-decide-title-maintain = Keep it classified
ui-decide-title-declassify = Declassify
ui-decide-submit-change = Change the marking
ui-decide-submit-maintain = Keep it classified
ui-decide-submit-declassify = Declassify
ui-decide-about = { $reference }: { $title }
ui-decide-before = Now
ui-decide-after = Afterwards
ui-decide-none = Choose a level.
ui-decide-changes = What changes
ui-decide-earlier =
    { $count ->
        [one] An earlier version of the document goes along: it bears the new marking as well.
       *[other] { $count } earlier versions of the document go along: they bear the new marking as well.
    }
ui-decide-notes =
    { $count ->
        [one] A note on the document goes along: those who read it under the new marking read it.
       *[other] { $count } notes on the document go along: those who read it under the new marking read them.
    }
ui-decide-narrower = (fewer may read)
ui-decide-wider = (more may read)
ui-decide-interest = Interest to protect (art. 3, § 1)
ui-decide-interest-choose = Choose the interest
ui-decide-motive = Justification
ui-decide-motive-hint = At least { $n } characters. It goes into the register of decisions.
ui-decide-missing-change = something that changes
ui-decide-review = Review on
ui-decide-review-wrong = Choose a day after today, in ten years at the latest (art. 7 § 3).
ui-decide-dates-wrong = These dates do not follow each other.
ui-decide-consent = Consent of the originating authority
ui-decide-consent-text = Needed when the document is another authority’s.
ui-decide-consent-authority = Authority
ui-decide-consent-reference = Reference
ui-decide-consent-from = From
ui-decide-consent-until = Until
ui-decide-notify = Must be notified
ui-decide-not-yet = Not yet possible.
ui-decide-missing-marking = the level
ui-decide-missing-interest = the interest
ui-decide-missing-motive = the justification
ui-decide-missing-second = the second officer and his passphrase
ui-decide-two-text = Two open this document, now or after this decision, so two take it: the second officer types his passphrase here, and both are recorded.
ui-decide-two-sealed = What stands on its sheet only you two know: what speaks against the decision is said when you take it.
ui-decide-missing-review = a review date within ten years
ui-decide-missing-dates = the dates of the consent
ui-decide-may = You may take this decision.
ui-decide-done = { $nature ->
    [maintain] It stays classified: { $reference }
    [declassify] Declassified; it is now { $reference }
    *[other] Marking changed; it is now { $reference }
    }
ui-decide-tell = Recipients to be notified
ui-decide-tell-text = They received the document under its former marking. Record here that each was notified, now or later from the register.
ui-calendar-title = Time limits and decisions
ui-calendar-tab-due = Due
ui-calendar-tab-register = Register of decisions
ui-calendar-state = State
ui-calendar-any-state = All states
ui-calendar-until = Until
ui-calendar-by = Decide by
ui-calendar-no-match = Nothing matches
ui-calendar-no-match-text = Choose a later date or another dossier, or remove the filters.
ui-calendar-empty = Nothing to decide
ui-calendar-empty-text = Classified documents that you may open appear here with the day by which their classification must be decided again.
ui-calendar-finalised = Finalised { $date }
ui-calendar-window = to be decided from { $date }
ui-calendar-expires = ends on { $date } at the latest
ui-calendar-overdue-text = The time limit has passed without a decision. The document stays protected until one is taken.
ui-calendar-expired-text = A hundred years have passed: the classification has ended by law. The document remains to be declassified.
ui-decision-count = { $n ->
    [one] { $shown } decision
    *[other] { $shown } decisions
    }
ui-decision-empty = No decision yet
ui-decision-empty-text = Decisions about markings appear here, as far as you may open the document as it is now.
ui-decision-nature = Decision
ui-decision-levels = Level
ui-decision-recipients = Recipients
ui-decision-one = Decision
ui-decision-interest = Interest (art. 3)
ui-decision-by = Decided
ui-decision-term = Time limit
ui-decision-void = This decision does not count
ui-decision-formerly = { $now } (formerly { $before })
ui-decision-consent = { $authority }, { $reference }, valid from { $from }
ui-decision-consent-until = { $authority }, { $reference }, valid from { $from } until { $until }
ui-decision-untold = { $n ->
    [one] one to be notified
    *[other] { $n } to be notified
    }
ui-decision-told = All notified
reason-sources-consent = One of the source documents belongs to another authority: it alone can permit a marking that protects less.
reason-sources-consent-fix = Take the proposed marking, or leave that document out until the originator consents.
reason-consent-missing = The originator’s prior consent is required, and none is attached.
reason-consent-missing-fix = Ask for that consent and give its reference in the request.
reason-consent-of-another = The consent named is that of “{ $authority }”. The originator of the document is “{ $originator }”.
reason-consent-of-another-fix = Give the consent of “{ $originator }”. If it was entered under a wrong name from the start, say so to a security officer.
reason-consent-of-own = The consent named is that of “{ $authority }”, one of this house’s own authorities. The document comes from another authority.
reason-consent-of-own-fix = Give the consent of the authority that the document comes from.
reason-consent-of-each = The consent named is that of “{ $authority }”. The document answers to each of these: { $originators }.
reason-consent-of-each-fix = Name the consent of each, with a semicolon between them: { $originators }.
release-consented = { $document }: consent of “{ $authority }”, { $reference }, from { $from } until { $until }; originator: { $originator }
reason-consent-not-yet-valid = The originator’s consent holds only from { $from }.
reason-consent-not-yet-valid-fix = Wait until that day.
reason-consent-expired = The originator’s consent expired on { $until }.
reason-consent-expired-fix = Ask for a new consent and give its reference.
reason-nothing-to-maintain = No time limit applies to this document: there is nothing to keep.
reason-nothing-to-maintain-fix = Change the marking if it is no longer right; otherwise nothing needs to be done.
held-consent = The originator consents, or need not be asked.
nature-declassify = declassified
nature-downgrade = downgraded
nature-upgrade = upgraded
nature-remark = marked otherwise, at the same level
nature-maintain = kept
term-exempt = no time limit
term-exempt-unclassified = no time limit: not classified
term-exempt-restricted = no time limit: the lowest level has none
term-exempt-foreign = no time limit: foreign information, its authority decides
term-running = time limit running
term-due = decision due
term-overdue = time limit passed without a decision: stays protected
term-expired = a hundred years have passed
cli-col-decision = Decision
err-bad-consent = “{ $value }” cannot be read as a consent.
fix-bad-consent = Write AUTHORITY:REFERENCE, or DOC=AUTHORITY:REFERENCE.
forged-decided-without-sheet = a decision does not stand on the document’s sheet
err-several-policies = These documents are marked under several policies ({ $expected }, { $found }).
fix-several-policies = Make a document from those of one policy, or have the other markings translated first.
reason-hundred-years = A hundred years have passed: the classification has ended by law and cannot be kept.
reason-hundred-years-fix = Declassify the document (Act of 11 December 1998, art. 7 § 3).
reason-review-too-late = Its review was set later than the law allows: at most ten years after the decision.
reason-review-too-late-fix = The time limit runs as if the review had not been set. Decide again, and tell the security officer.

## partners

ui-nav-partners = Partners
ui-partners-title = Partner services
ui-partners-empty = No partners
ui-partners-empty-text = Add a service with its key and the agreement on which the exchange rests.
ui-partner-add = Add a partner…
ui-partner-add-title = Add a partner
ui-partner-add-submit = Add
ui-partner-change = Change…
ui-partner-change-title = Change { $name }
ui-partner-change-text = Nothing is released to this partner until another release authority or security officer has compared the key again. Releases that were requested before must be requested again.
ui-partner-change-submit = Change
ui-partner-changed = { $id } is changed. Its key must be confirmed again before any release.
ui-partner-changes = Changed by { $officer } since it was last confirmed
ui-partner-changes-from = { $before } → { $now }
ui-partner-another-key = another key
ui-partner-added = { $id } is added. Confirm its key before any release.
ui-partner-id = Identifier
ui-partner-id-hint = Short, no spaces: it will appear in the log.
ui-partner-name = Name
ui-partner-nation = Nation
ui-partner-nation-hint = Three letters, for example FRA
ui-partner-communities = Communities
ui-partner-contact = Contact
ui-partner-recipient = Receiving key (age)
ui-partner-recipient-hint = Begins with age1; age1pq withstands a quantum computer too.
ui-partner-signing-key = Signing key
ui-partner-ceiling = Ceiling
ui-partner-categories = Categories that the agreement covers
ui-partner-agreement = Agreement
ui-partner-until = Valid until
ui-partner-no-agreement = No agreement entered
ui-partner-fingerprint = Fingerprint
ui-partner-confirmed = Key confirmed
ui-partner-unconfirmed = Key to be confirmed
ui-partner-pq = Post-quantum
ui-partner-classic = Classic
ui-partner-confirm = Confirm the key…
ui-partner-confirm-title = Confirm the key of { $name }
ui-partner-confirm-text = Call the partner on a number you already knew, have the fingerprint read out and type what you hear. It is not shown here, so that it cannot be copied instead of checked.
ui-partner-confirm-heard = Fingerprint as heard
ui-partner-other-confirms = You entered or changed this partner: a release authority or a security officer other than you confirms its key.
ui-partner-confirm-submit = Confirm
ui-partner-confirmed-toast = The key of { $id } is confirmed.
reason-partner-unconfirmed = The keys of partner { $partner } are not confirmed.
reason-partner-unconfirmed-fix = Compare the fingerprint with the partner by another channel, then confirm it.
reason-partner-changed = Partner { $partner } was changed since this release was requested.
reason-partner-changed-fix = Recall this release and request it again, once the partner’s key is confirmed.
reason-partner-waits = What { $officer } entered of this partner is not confirmed yet.
reason-partner-waits-fix = Confirm it first, or have { $officer } change it: nobody confirms a key of his own under a change by another.
reason-agreement-missing = No agreement with partner { $partner } is recorded.
reason-agreement-missing-fix = Have the agreement recorded on which the exchange rests.
reason-agreement-expired = The agreement with partner { $partner } expired on { $until }.
reason-agreement-expired-fix = Have its extension recorded before anything is exchanged.
reason-partner-ceiling =
    Partner { $partner } may not receive this document: its ceiling is { $ceiling ->
        [unclassified] NON CLASSIFIÉ – NIET GECLASSIFICEERD
        [restricted] RESTREINT – BEPERKT
        [confidential] CONFIDENTIEL – VERTROUWELIJK
        [secret] SECRET – GEHEIM
        [top-secret] TRÈS SECRET – ZEER GEHEIM
       *[other] { $ceiling }
    }.
reason-partner-ceiling-fix = Release an extract of a level that is allowed, or have the ceiling raised if the agreement allows it.
reason-partner-category-missing = This document carries a restrictive marking that the agreement with partner { $partner } does not cover.
reason-partner-category-missing-fix = Release an extract that does not carry it, or have the agreement extended and add the marking to the partner.
reason-partner-excluded = This document is not releasable to partner { $partner } ({ $nation }).
reason-partner-excluded-fix = Ask the originator to widen the dissemination, or release an extract that is releasable.
held-partner = The partner is active and its keys are confirmed.
held-agreement = An agreement with the partner is in force.
held-partner-ceiling = The partner may receive this level.
held-partner-categories = The agreement covers every restrictive marking.
held-partner-audience = The document is releasable to the partner.
cli-col-agreement = Agreement
cli-col-fingerprint = Fingerprint
cli-col-partner = Partner
cli-partner-added = Partner { $partner } is entered. Fingerprint to compare: { $fingerprint }
cli-partner-changed = Partner { $partner } is changed. Nothing leaves to it until another officer has compared this fingerprint: { $fingerprint }
cli-partner-to-confirm = Waits for you: the key of partner { $partner } ({ $name }), entered by { $officer }. Compare it over another channel, then: zegelctl partner confirm { $partner } --fingerprint F
cli-partner-changes = { $partner } was changed by { $officer } (entry { $entry }), and waits to be confirmed:
cli-partner-waits = { $partner }, as { $officer } entered it (entry { $entry }), waits to be confirmed:
cli-partner-confirmed = The fingerprint of { $partner } is confirmed, and with it:
err-partners-not-toml = The table of partners cannot be read.
fix-partners-not-toml = Correct the table of partners (partners.toml).
err-partners-twice = The table of partners has the same entry twice.
fix-partners-twice = Correct the table of partners (partners.toml).
err-partners-unknown-nation = A community has a member that is not in the table.
fix-partners-unknown-nation = Correct the table of partners (partners.toml).
err-partners-not-a-code = A nation is not named by its three-letter code.
fix-partners-not-a-code = Correct the table of partners (partners.toml).
err-partners-period-reversed = A membership ends before it begins.
fix-partners-period-reversed = Correct the table of partners (partners.toml).
forged-partner-confirmed-by-oneself = the key of a partner is confirmed by the one who entered it
forged-partner-confirmed-twice = the key of this partner is confirmed already
forged-partner-added-twice = this partner is there already
forged-partner-unchanged = nothing of this partner is changed
forged-partner-waits = what another entered of this partner is not confirmed yet
forged-unknown-partner = there is no such partner
forged-fingerprint-of-another-key = the fingerprint that was confirmed is another key’s
forged-key-of-another = this key is already that of another
forged-unknown-nation = there is no such nation
err-unknown-nation = “{ $value }” is no nation (ISO 3166-1, three letters).
fix-unknown-nation = { $near ->
        [none] Write the code of three letters, for example BEL.
       *[other] Perhaps: { $near }.
    }
err-key-taken = This key is already that of { $name } ({ $kind ->
        [officer] officer
        [partner] partner
       *[other] { $kind }
    }).
fix-key-taken = A key belongs to one alone: what is sealed for one would be read by the other. Ask for a new key, made by the one that it is to belong to.
err-key-secret = This is a secret key, not a public one.
fix-key-secret = It is worth nothing any more: its sender must make another and give the public key, which begins with age1. Delete this one wherever it is.
err-key-token-reference = This is the reference to a hardware token (AGE-PLUGIN-…), not a key.
fix-key-token-reference = It is no secret, and nothing can be sealed with it. The token’s recipient is shown by its own program, for a YubiKey age-plugin-yubikey --list, in the line “Recipient:”. It is not taken here either: ask the partner for a key that begins with age1 or age1pq1, without a token.
err-key-ssh = This is an SSH key.
fix-key-ssh = Ask the partner for an age key, which begins with age1.
err-key-pgp = This is a PGP key.
fix-key-pgp = Ask the partner for an age key, which begins with age1.
err-key-pem = This is a certificate or a key of another kind.
fix-key-pem = Ask the partner for an age key, which begins with age1.
err-key-tag = This is the key of a hardware token (age1tag…), which this program does not know.
fix-key-tag = Ask the partner for a key that begins with age1 or age1pq1, without a token.
err-key-plugin = This is the key of a token or another plugin of age (age1name1…), which this program does not know.
fix-key-plugin = Ask the partner for a key that begins with age1 or age1pq1, without a token.
err-key-several = These are several keys.
fix-key-several = Give a single one: each partner has its own.
err-key-mixed-case = The key mixes capitals and small letters.
fix-key-mixed-case = Copy it again: a key is in small letters throughout.
err-key-character = Character { $position } is in no key.
fix-key-character = Copy it again: a key has no b, no i, no o, and no 1 but that of its beginning.
err-key-length = The key has { $found } characters, not { $expected }.
fix-key-length = Check that it was copied whole, and nothing else with it.
err-key-checksum = The key is mistyped: its checksum does not match.
fix-key-checksum = Copy it again rather than typing it.
err-key-weak = This key protects nothing.
fix-key-weak = Ask the partner for another one, and tell the security officer.
err-key-unknown = This is no key.
err-signing-key-secret = This is a secret key, not the public one with which signatures are checked.
err-signing-key-token-reference = This is the reference to a hardware token (AGE-PLUGIN-…), not a key.
err-signing-key-recipient = This key (age1…) is there to seal for the partner; it signs nothing.
err-signing-key-unknown = This is no key with which signatures are checked.
fix-key-unknown = A key begins with age1 or age1pq1. A fingerprint is none.
fix-signing-key-secret = It is worth nothing any more: its sender must make another and give the public key alone. Delete this one wherever it is.
fix-signing-key-token-reference = It is no secret, and no signature is checked with it: its program finds the token by it. Ask the partner for the public key with which it signs, or leave this field empty.
fix-signing-key-recipient = Ask the partner for the public key with which it signs, or leave this field empty: age1… belongs to the recipient.
fix-signing-key-unknown = Give the public key of OpenSSH, OpenPGP, X.509, minisign or a signed note, or an Ed25519 key in Base64 or hexadecimal. A fingerprint is none.
err-partner-unseen = { $partner } was changed in entry { $entry }, and to confirm its key is to confirm that as well.
fix-partner-unseen = Look at what was changed (zegelctl partner list). If all of it is right, confirm again with --entry { $entry }; in the window, open the dialog again.
err-fingerprint = This is the fingerprint or code of another key.
fix-fingerprint = Ask for it again over another channel. If it still differs, somebody may have exchanged the key: use nothing and tell the security officer.

## releases

ui-nav-release = Release
ui-release-this = Release…
ui-recipient = { $name } ({ $partner }), package of { $at }
ui-recipient-written = Package of { $at }
ui-recipient-tell = Was notified
ui-recipient-told = Notified { $at }
ui-release-title = Release to a partner
ui-release-tab-prepare = Prepare
ui-release-tab-requests = Requests
ui-release-partner = Partner
ui-release-partner-choose = Choose a partner
ui-release-no-partners = No partner has been entered yet.
ui-release-add-document = Add a document: title or reference
ui-release-purpose = Purpose of the release
ui-release-decisions = Decision, document by document
ui-release-decisions-empty = Choose a partner and documents: the decision appears here at once.
ui-release-decisions-no-documents = Choose documents: the decision appears here at once.
ui-release-may = May be released to { $partner }
ui-release-may-not = May not be released to { $partner }
ui-release-needs-consent = The originator’s consent is needed
ui-release-undecided = Not decided yet
ui-release-consent-authority = Consenting authority
ui-release-consent-reference = Reference of the consent
ui-release-remove = Remove { $what }
ui-release-request = Request the release…
ui-release-request-submit = Request
ui-release-request-text = This is exactly what will leave once the request is approved.
ui-release-requested = Requested.
ui-release-missing-partner = a partner
ui-release-missing-documents = at least one document
ui-release-missing-purpose = the purpose
ui-release-missing-consents = the consents asked for
ui-release-missing-refused = the removal of what may not be released
ui-release-contents = Contents
ui-release-key = Recipient’s key
ui-release-requests-empty = No requests
ui-release-requests-empty-text = Release requests that you may see will appear here.
ui-release-status-waiting = Waits for another
ui-release-status-approved = Approved, not written yet
ui-release-status-written = Package written
ui-release-status-recalled = Recalled
ui-release-status-refused = Refused
ui-release-requested-by = Requested by { $officer }, { $at }
ui-release-approved-by = Approved by { $officer }, { $at }
ui-release-refused-by = Refused by { $officer }, { $at }
ui-release-refused-why = Why it was refused
ui-release-written-at = Written by { $officer }, { $at }
ui-release-written-times = { $n } packages written in all
ui-release-approve = Approve…
ui-release-approve-title = Approve the release
ui-release-approve-text = Your name is entered as the second person. Check what leaves.
ui-release-approve-type = Type { $partner } to confirm
ui-release-approve-submit = Approve
ui-release-approved-toast = Release approved.
ui-release-refuse = Refuse…
ui-release-refuse-title = Refuse the release
ui-release-refuse-text = The request ends here. The person who asked for it reads your reason.
ui-release-refuse-submit = Refuse
ui-release-refused-toast = Release refused.
ui-release-why-not = Why you may not approve
ui-release-write = Write the package…
ui-release-write-again = Write another package…
ui-release-write-two-title = Write the package by two
ui-release-write-two-text = Two open a document of this release, so two write the package: the second officer types his passphrase here, and both are recorded.
ui-release-write-two-tell = Show what it is for
ui-release-write-two-told = Both of you see what is released, to whom and what for. The package is written once you confirm it.
ui-release-see-two = See it with a second officer…
ui-release-see-two-title = See the release with a second officer
ui-release-see-two-text = Two open a document of this release: the second officer types his passphrase here. Then you see its titles and its purpose, and decide.
ui-release-see-two-where = Under “{ $screen }” you see its titles and its purpose with a second officer before you decide.
ui-release-written-toast = Package written: { $name }
ui-release-recall = Recall…
ui-release-recall-title = Recall the release
ui-release-recall-text = A package that was handed over does not come back by itself: tell the partner too.
ui-release-recall-submit = Recall
ui-release-recalled-toast = Release recalled.
release-hidden = { $n ->
    [one] 1 document that you may not open
   *[other] { $n } documents that you may not open
}
release-purpose-hidden = The purpose stands with its documents, which you may not open.
release-purpose-two = The purpose stands with its documents, which two open together.
release-refused-why-hidden = The reason stands with its documents, which you may not open.
held-release-role = The role allows this step.
cli-release-requested = Release requested: { $release }
cli-release-approved = approved
cli-release-waiting = waiting
cli-release-written = written
cli-release-recalled = recalled
cli-release-refused = refused
cli-release-written-to = Package written: { $path }
cli-release-written-last =
    { $n ->
        [one] { $at }, by { $by }
       *[other] { $at }, by { $by } (package number { $n })
    }
warning-written-before = This release was written before: { $n ->
        [one] once
       *[other] { $n } times
    }, the last time by { $by }, { $at }. Each package opens with the partner’s key; the log names them all.
cli-col-written = Written
err-package-exists = A package of that name is already there.
fix-package-exists = Choose another folder.
err-package-folder = The package could not be written: { os-cause }.
fix-package-folder = Check the folder, the permissions and the free space, then try again.
err-package =
    The package could not be made: { $cause ->
        [cover_room] the marking leaves no room on its cover sheet
        [cover_long] its cover sheet would be too long
        [cover] its cover sheet could not be set
        [manifest] its list of contents could not be written
       *[seal] it could not be sealed for the partner
    }.
fix-package = Nothing has left. Report it with the number of the release.
cover-title = Cover sheet
cover-for = For
cover-from = From
cover-release = Release
cover-at = Date
cover-purpose = For use in
cover-agreement = Agreement
cover-requested-by = Requested by
cover-approved-by = Approved by
cover-key = Signing key
cover-documents = Documents
cover-number = No.
cover-consent = Consent
cover-rules = To be observed
cover-rule-marking = Each document keeps its marking. An equivalent may stand next to it, never in its place.
cover-rule-third = Nothing is passed to a third party without the originator’s written consent.
cover-rule-check = Compare the manifest’s hashes with the files, and the signing key with the one that came to you another way.
forged-key-without-recipient = a new key comes without a recipient, or that of the vault with one
forged-recipient-not-post-quantum = this key would not withstand a quantum computer
forged-release-of-nothing = a release is of no document
forged-unknown-release = there is no such release
forged-release-out-of-order = the steps of a release are: asked for, approved or refused, written
forged-released-without-right = the release is not permitted to its author, to this partner, or under this marking any more

## log

ui-log-title = Log
ui-log-text = What you may read of it. What is altered in it, taken out of it or moved is noticed.
ui-log-verify = Verify the whole log
ui-log-verifying = Checking every signature…
ui-log-whole = The log is whole
ui-log-whole-text = { $n -> 
    [one] { $shown } entry checked, signature included. 
    *[other] { $shown } entries checked, signatures included. 
    }
ui-log-root = Root
ui-log-background = { $at ->
    [never] The whole log was not checked again yet; { $done } of { $all } entries so far.
    *[other] Whole as of { $at }, { $done } of { $all } entries.
    }
ui-log-keep-checkpoint = Keep a checkpoint elsewhere…
ui-log-compare = Compare with a kept checkpoint…
ui-log-compared = The log is whole, and agrees with the checkpoint
ui-log-elsewhere = Nothing in this folder shows these three things by itself: that the end of the log was cut off, that the whole folder was put back as it was earlier, that the log of another vault lies in its place. This workstation remembers what it saw last; a checkpoint that was kept elsewhere shows it everywhere.
ui-log-checkpoint-kept = The checkpoint was kept. It is worth something where nobody can reach both it and the vault.
ui-log-list = Entries
ui-log-index = No.
ui-log-at = Time
ui-log-officer = Officer
ui-log-action = Act
ui-log-subject = About
ui-log-detail = Detail
ui-log-any-officer = All officers
ui-log-any-action = All acts
ui-log-since = Since
ui-log-document = Reference or identifier of a document
ui-log-until = Until
ui-log-empty = No entries to show
ui-log-export = Write to a file…
ui-log-exported-empty = { $name } holds the headings alone.
ui-log-exported =
    { $n ->
        [one] { $shown } entry is written to { $name }.
       *[other] { $shown } entries are written to { $name }.
    }
ui-log-entry = The entry
ui-act-found = Vault made
ui-act-unlock = Unlocked
ui-act-change-passphrase = Passphrase changed
ui-act-renew-identity = Own keys renewed
ui-act-reissue-identity = New keys for an officer who lost his
ui-act-request-reissue = New keys for an officer asked for
ui-act-refuse-reissue = New keys for an officer refused
ui-act-recall-reissue = Request for new keys withdrawn
ui-act-add-identity = Identity added
ui-act-revoke-identity = Identity revoked
ui-act-protect-identity = Identity protected by a token
ui-act-unprotect-identity = Token taken away from an identity
ui-act-file = Filed
ui-act-open = Opened
ui-act-change-together = Done by two
ui-act-open-together = Opened by two
ui-act-open-second = Opened as the second of two
ui-act-release = Release
ui-act-show = Sheet viewed
ui-act-deny = Denied
ui-act-explain = Access asked about
ui-act-add-officer = Officer added
ui-act-disable-officer = Account disabled
ui-act-freeze-officer = Account frozen
ui-act-unfreeze-officer = Freeze of an account lifted
ui-act-request-unfreezing = Lifting of a freeze asked for
ui-act-refuse-unfreezing = Lifting of a freeze refused
ui-act-recall-unfreezing = Request to lift a freeze withdrawn
ui-act-change-roles = Roles of an officer set
ui-act-change-function = Function of an officer entered
ui-act-request-function = Function of an officer asked for
ui-act-refuse-function = Function of an officer refused
ui-act-recall-function = Request about an officer’s function withdrawn
ui-act-request-roles = Roles for an officer asked for
ui-act-give-roles = Roles given
ui-act-refuse-roles = Roles refused
ui-act-recall-roles = Request for roles withdrawn
ui-act-grant-clearance = Clearance granted
ui-act-request-clearance = Clearance asked for
ui-act-refuse-clearance = Clearance refused
ui-act-recall-clearance = Request for a clearance withdrawn
ui-act-suspend-clearance = Clearance suspended
ui-act-reinstate-clearance = Clearance reinstated
ui-act-request-reinstatement = End of a suspension asked for
ui-act-refuse-reinstatement = End of a suspension refused
ui-act-recall-reinstatement = Request to end a suspension withdrawn
ui-act-withdraw-clearance = Clearance withdrawn
ui-act-record-briefing = Briefing recorded
ui-act-record-approval = Approval recorded
ui-act-request-approval = Approval asked for
ui-act-refuse-approval = Approval refused
ui-act-recall-approval = Request for an approval withdrawn
ui-act-create-dossier = Dossier created
ui-act-close-dossier = Dossier closed
ui-act-reopen-dossier = Dossier reopened
ui-act-add-member = Member added
ui-act-remove-member = Member removed
ui-act-name-deputy = Deputy of a dossier named
ui-act-take-over-dossier = Dossier taken over by its deputy
ui-act-name-lead = New lead of a dossier named
ui-act-request-succession = New lead of a dossier proposed
ui-act-refuse-succession = New lead of a dossier refused
ui-act-recall-succession = Proposal of a new lead withdrawn
ui-act-add-partner = Partner added
ui-act-change-partner = Partner changed
ui-act-confirm-partner = Partner’s key confirmed
ui-act-request-release = Release requested
ui-act-approve-release = Release approved
ui-act-write-release = Writing of the package
ui-act-recall-release = Release recalled
ui-act-refuse-release = Release refused
ui-act-make-class = Key class made
ui-act-deliver-key = Key delivered
ui-act-renew-key = Key renewed
ui-act-unreadable = Unreadable entry
ui-act-does-not-fit = The author’s words do not fit
ui-act-derive = Document made from it
ui-act-correct = Corrected
ui-act-note = Note
ui-act-print = Printed
ui-act-refile = Put into another dossier
ui-act-leave-dossier = Left the dossier
ui-act-prepare-refile = Move to another dossier begun
ui-act-file-version = New version filed
ui-act-withdraw-document = Withdrawn
ui-act-request-withdrawal = Withdrawal of a document asked for
ui-act-refuse-withdrawal = Withdrawal of a document refused
ui-act-recall-withdrawal = Request to withdraw a document withdrawn
ui-act-replace-guide = Classification guide replaced
ui-act-request-guide = Another classification guide asked for
ui-act-refuse-guide = Another classification guide refused
ui-act-recall-guide = Request for another classification guide withdrawn
ui-act-add-authority = Own authority added
ui-act-remove-authority = Own authority removed
ui-act-add-printer = Printer put onto the list
ui-act-request-printer = Printer asked for
ui-act-refuse-printer = Printer refused
ui-act-recall-printer = Request for a printer withdrawn
ui-act-remove-printer = Printer taken off the list
ui-act-replace-authorities = Own authorities replaced
ui-act-request-authorities = Another list of own authorities asked for
ui-act-refuse-authorities = Another list of own authorities refused
ui-act-recall-authorities = Request for another list of own authorities withdrawn
ui-act-reclassify = Marking changed
ui-act-prepare-reclassify = Change of marking begun
ui-act-reseal = Document re-sealed
ui-act-read-text = Text of the document read
ui-act-prepare-reseal = Re-sealing prepared
ui-act-declassify = Declassified
ui-act-downgrade = Downgraded
ui-act-upgrade = Upgraded
ui-act-remark = Marked otherwise
ui-act-maintain = Classification kept
ui-act-move = Moved to another register
ui-act-notify = Recipient notified
ui-detail-nature = decision
ui-detail-interest = interest
ui-detail-below-guide = below the guide
ui-detail-fields = what was corrected
ui-detail-topics = topics
ui-detail-aggregation = warned from
ui-detail-sources = sources
ui-detail-purpose = purpose
ui-detail-printer = printer
ui-detail-copies = copies
ui-detail-pages = pages
ui-detail-why = reason
ui-detail-reasons = reasons
ui-detail-level = level
ui-detail-from = from
ui-detail-until = until
ui-detail-date = date
ui-detail-policy = policy
ui-detail-certificate = certificate
ui-detail-authority = authority
ui-detail-reference = reference
ui-detail-categories = categories
ui-detail-ceiling = ceiling
ui-detail-partner = partner
ui-detail-release = release
ui-detail-request = request
ui-detail-dossier = dossier
ui-detail-class = class
ui-detail-epoch = period
ui-detail-officer = officer
ui-detail-officers = officers
ui-detail-document = document
ui-detail-documents = documents
ui-detail-roles = roles
ui-detail-basis = basis
ui-detail-deputy = deputy
ui-detail-action = act
ui-detail-failed = failed attempts
ui-detail-memory = memory of the log
ui-detail-with = unlocked with
ui-detail-workstation = workstation
ui-detail-identity = identity
ui-detail-identity-file = identity file
ui-detail-function = function
ui-detail-fingerprint = fingerprint
ui-detail-nation = nation
ui-detail-package = package
ui-detail-key = key
ui-detail-by = by
ui-act-wrote-package = Package written
ui-act-deposit-key = Key put in custody
ui-act-deal-key = Key shared among those who open by two
ui-detail-second = second officer
ui-detail-version = version
ui-detail-sha256 = fingerprint
ui-key-vault = vault
ui-key-oversight = oversight
ui-key-dossier = dossier
ui-key-class = access class
ui-key-by-holder = a holder
ui-detail-epochs = periods
ui-detail-former = class before
ui-detail-fault = what does not fit
ui-fault-contradicts = the author says something else than what the entry did
ui-fault-not-done = the author says something that the entry did not do
ui-fault-not-said = the author does not say what the entry did
ui-fault-sheet-not-said = the author does not say that the entry writes onto a sheet
ui-fault-lost = gone: the officer went on without it, on purpose
ui-fault-pin = the PIN, after the window had locked itself
app-save-checkpoint = Keep a checkpoint of the log
app-pick-checkpoint = Choose a checkpoint that was kept elsewhere
proof-unaltered = no entry was altered, taken out of the middle, or moved
proof-signed = each entry is signed by an author whom the log had introduced
proof-nothing-inserted = the file holds nothing besides these entries
proof-same-vault = it is the log of the vault that the checkpoint came from, and no other in its place
proof-whole-to-checkpoint = all that the checkpoint had seen is still there
doctor-log = The log is whole: { $entries ->
    [one] one entry
   *[other] { $entries } entries
 }.
cli-doctor-objects = Sealed files that are there: { $objects }. Add --as OFFICER to check that each document is.
cli-doctor-unclaimed = Without --as OFFICER it is not known which of them belong to no document.
doctor-documents = Documents in the log: { $documents }; tried with their key: { $tried }.
doctor-closed =
    { $count ->
        [one] Of the one other, without its key, it is only known that its file is there.
       *[other] Of the { $count } others, without their keys, it is only known that their files are there.
    }
doctor-identities-elsewhere =
    { $count ->
        [one] One officer never worked at this workstation: his identity file is not here, and was not looked at.
       *[other] { $count } officers never worked at this workstation: their identity files are not here, and were not looked at.
    }
doctor-contents = The contents of documents were not read: they are checked when they are opened.
doctor-office = { $is ->
    [confined] LibreOffice is installed and locked down: office files are shown with their form.
    [not-confined] LibreOffice is installed, but cannot be locked down on this workstation, and is not used: of office files only the text is shown.
   *[not-installed] LibreOffice is not installed: of office files only the text is shown.
 }
doctor-ocr = { $is ->
    [confined] tesseract is installed and locked down: scans are read by OCR.
    [not-confined] tesseract is installed, but cannot be locked down on this workstation, and is not used: scans are not read.
   *[not-installed] tesseract is not installed: scans are not read.
 }
doctor-pdfium = { $is ->
    [confined] PDFium is installed and locked down: pages of PDF are compared with how it draws them.
    [not-confined] PDFium is installed, but cannot be loaded or locked down on this workstation, and is not used: pages of PDF are drawn by one program alone.
   *[not-installed] PDFium is not installed: pages of PDF are drawn by one program alone.
 }
doctor-texts-waiting = { $count ->
    [one] The scans of one document wait to be read by OCR.
   *[other] The scans of { $count } documents wait to be read by OCR.
 }
doctor-sound = Nothing to report.
found-log-ahead = entry { $index }, of { $author }, bears a time that has not come here: { $at }. Until { $until } nothing can be recorded.
found-log-ahead-fix = Compare this computer’s clock with a second one. If the clock is right, wait, and ask the author how his stood.
found-log-away = The server of the log has been out of reach since { $since }: what was checked is the copy of the log on this workstation.
found-log-away-fix = Check again once the server is back.
found-objects-away = The store of the documents cannot be reached: no sealed document was checked.
found-objects-away-fix = Check again once the store is back.
found-objects-undecided =
    { $count ->
        [one] holds a sealed file that broken-off work left.
       *[other] holds { $count } sealed files that broken-off work left.
    }
found-objects-undecided-fix = The next unlocking by somebody who may write here removes those that belong to no document of the log.
found-copies-altered =
    { $count ->
        [one] held a copy that was not what was sealed; it was thrown away and fetched again.
       *[other] held { $count } copies that were not what was sealed; they were thrown away and fetched again.
    }
found-copies-altered-fix = Check the disk, and who can write to this folder. “zegelctl shared cache --empty” begins with new copies.
found-unreadable = cannot be read.
found-unreadable-fix = Check the disk and the rights.
found-not-a-file = is no regular file, but a link, a pipe or a folder.
found-not-a-file-fix = Tell the security officer: the program puts nothing of the kind here.
found-not-a-folder = is no ordinary folder.
found-not-a-folder-fix = Tell the security officer, and restore it from a good copy.
found-open-to-others = gives rights to other users of this computer.
found-open-to-others-fix = Close the vault’s folder to others: chmod -R go= on that folder.
found-leftover = is left of work that was broken off.
found-leftover-fix = The next unlocking clears it away.
found-stranger = is not the program’s.
found-stranger-fix = Ask who put it there.
found-of-nobody = belongs to somebody whom the log does not know.
found-of-nobody-fix = The program puts nothing of the kind here: ask who did.
found-empty-folder = is an empty folder: no document lies in it.
found-empty-folder-fix = The program leaves none behind: ask who put it there, and remove it.
found-identities-surplus =
    holds { $count ->
        [one] one identity file
       *[other] { $count } identity files
    } too many: the log has fewer officers than are found here.
found-identities-surplus-fix = Run doctor with --as, which names them.
found-object-unreadable = is no sealed document.
found-object-unreadable-fix = Restore this file from the last good copy.
found-text-altered = is not the text that was kept of a document: it was altered, or exchanged.
found-text-altered-fix = Restore this file from the last good copy. Until then the document is not found by its text.
found-text-gone = is gone: the text that was kept of a document.
found-text-gone-fix = Restore this file from the last good copy. Until then the document is not found by its text.
found-object-unclaimed = belongs to no document in the log.
found-object-unclaimed-fix = If other work is under way, check again afterwards; otherwise tell the security officer.
found-identity-unreadable = is no identity file under a passphrase.
found-identity-unreadable-fix = Restore this file from the last good copy.
found-identity-gone = is gone, and its officer is known here.
found-identity-gone-fix = Ask for the last good copy of this file, and tell the security officer.
found-no-custodian = Custody cannot be used: fewer custodians are left than it takes.
found-no-custodian-fix = Officers who hold keys can still deliver them. See to it that enough custodians are there before the next one leaves.
found-identities-missing =
    lacks { $count ->
        [one] one identity file
       *[other] { $count } identity files
    }: the log has more officers than are found here.
found-identities-missing-fix = Run doctor with --as, which names them, and restore them from the last good copy.
found-objects-open =
    gives rights to other users of this computer. { $count ->
        [one] It is the only one
       *[other] There are { $count }
    } of the kind among the objects.
found-objects-open-fix = Close the vault’s folder to others: chmod -R go= on that folder.
err-busy = Another program is using the vault and does not let go.
fix-busy = Wait a moment and try again.
err-overtaken = Somebody else changed the key of this marking meanwhile.
fix-overtaken = Do it again.
err-backwards = This period ends before it begins.
fix-backwards = Give a beginning that comes before the end.
err-ledger-altered =
    { $entry ->
        [none] The log was altered or damaged
       *[other] The log was altered or damaged (entry { $entry })
    }: { $flaw ->
        [missing] its file is gone
        [file] the file is truncated or damaged
        [shape] the file has another shape than a log
        [gap] an entry is missing or out of place
        [encoding] an entry is malformed
        [vault] an entry belongs to another vault
        [history] an entry was signed over another history
        [time] an entry is older than the one before it
        [part] a part is missing, altered or added
        [author] an entry was signed by nobody known
        [signature] a signature is wrong or missing
        [node] the tree does not fit the entries
        [key] a key in it cannot be used
       *[other] { $flaw }
    }.
fix-ledger-altered = Stop working in this vault, keep it as it is, and tell the security officer; restore the last good copy.
err-rolled-back = The log was put back: { $seen } entries were seen here before, { $found } are left.
fix-rolled-back = Somebody cut entries off or restored an old copy. Tell the security officer before anything else is done.
err-forked = The log is not the one that was seen here before: it differs within its first { $seen } entries.
fix-forked = Somebody rewrote it or brought another copy. Tell the security officer before anything else is done.
err-forged = Entry { $index }, signed by { $author }, breaks a rule of the log: { $rule }.
fix-forged = Nothing after it is believed. Keep the vault as it is and tell the security officer: this is not an accident.
forged-founded-twice = a vault is founded once, by its first entry
forged-unknown-author = its key belongs to no officer of this vault
forged-author-not-introduced = new keys come without their signing key, with another’s, or without saying which they replace
forged-author-introduced-without-right = a signing key is introduced though no officer is added
forged-object-of-another = its sealed file is another document’s
forged-filed-without-sheet = a document is filed without its sheet
forged-opened-without-sheet = a document is opened by two without a line on its sheet
forged-sheet-without-right = its author writes onto the sheet of a document that he may not read
forged-note-without-right = its author writes into a dossier whose list he does not keep
forged-signed-too-lightly = what gives or takes rights calls for two signatures
forged-hidden-from-oversight = oversight learns nothing of it
forged-says-nothing = it says nothing of what it does
forged-part-sealed-wrongly = a part is not sealed as it must be
forged-part-twice = a part is in it twice
forged-unknown-audience = a part is for an audience that does not exist
forged-events-malformed = its content cannot be read as that of an entry
err-entry-ahead = Entry { $index }, signed by { $author }, bears a time { $hours } hours ahead of this computer’s clock.
fix-entry-ahead = Check the date and time of this computer first. If they are right, its author’s clock was wrong: tell the security officer, and restore the last copy from before that entry. Failing that, nothing is lost: unlock again to see what was there before it, and to go on once that time has come.
warning-entry-ahead = Entry { $index }, signed with the key { $author }, is dated { $at }: { $hours } hours ahead of this computer’s clock. Until then everybody sees the log as it was before, and nothing is recorded.
warning-entry-ahead-fix = Check the date and time of this computer first. If they are right, its author’s clock was wrong: tell the security officer, and restore the last copy from before that entry.
err-checkpoint-forged = This checkpoint is not one that an officer of this vault signed: it was altered or cut, forged, or is another vault’s.
fix-checkpoint-forged = It was altered or forged: do not rely on it, keep it, and tell the security officer. Compare the log with a checkpoint that was kept elsewhere.
warning-beside-checkpoint =
    The file holds more than the checkpoint: { $lines ->
        [one] one other line was
       *[other] { $lines } other lines were
    } passed over. No officer vouches for what stands there.
warning-beside-checkpoint-fix = Rely only on the lines of the checkpoint and its signatures: mail adds others, and so can anyone.
reason-checkpoint-due = { $at ->
    [never] No checkpoint of the log was ever kept elsewhere.
    *[other] The last checkpoint of the log was given on { $at }.
    } Only a memory elsewhere shows that the whole folder was put back.
reason-checkpoint-due-fix = Keep a new one in another place, once a week: in the window under Log, or with zegelctl ledger checkpoint.

## the command line

cli-demo-made = Exercise vault in { $path }: { $officers } officers, { $documents } documents. Everybody’s passphrase: { $passphrase }
cli-ask-passphrase = Passphrase of { $officer }:
cli-ask-passphrase-of-file = Passphrase of { $officer }:
cli-ask-new-passphrase = New passphrase of { $officer }:
cli-ask-again = Once more, for { $officer }:
cli-none = Nothing to show.
cli-standard-input = standard input
cli-at-line = line { $line }: { $message }
cli-in-row = row { $row }: { $message }
cli-in-cell = row { $row }, column { $column }: { $message }
of-file = { $file }: { $message }
cli-of-option = { $option }: { $message }
cli-col-view = View
cli-col-filter = Asks for
cli-col-id = Id
cli-col-name = Full name
cli-col-status = Status
cli-col-policy = Policy
cli-col-level = Level
cli-col-certificate = Certificate
cli-col-until = Until
cli-col-title = Title
cli-col-hit = Sentence
cli-col-text = Searched by its text
cli-col-lead = Lead
cli-col-deputy = Deputy
cli-col-led-by = Led last by
cli-col-ceiling = Ceiling
cli-col-printer = Printer
cli-col-listed = Listed
cli-col-key = Key
cli-col-index = No.
cli-col-at = Time
cli-col-action = Act
cli-col-subject = Subject
cli-col-detail = Detail
cli-col-relation = Relation
cli-col-reference = Reference
cli-col-marking = Marking
cli-col-originator = Originator
cli-col-because = Why
cli-col-date = Date
cli-col-file = File
cli-col-version = Version
cli-col-paper = Reference of the paper original
cli-col-filed = Filed
cli-col-from = From
cli-col-class = Class
cli-col-lapses = Time limit ends
cli-col-finalised = Finalised
cli-col-formerly = Before
cli-col-initial-level = Level before
cli-col-new-level = Level since
cli-col-by = By
cli-col-attachment = Attachment
cli-col-page = Page
cli-col-size = Size
cli-col-readable = Read here
cli-col-filed-as = In the register as
cli-col-kind = Kind
cli-col-about = About
cli-col-since = Since
cli-col-given = Assents
cli-col-mine = Mine
cli-col-notify = To be notified (✓ notified)
cli-decided = { $reference }: { $nature }.
cli-decided-earlier =
    { $count ->
        [one] An earlier version went along.
       *[other] { $count } earlier versions went along.
    }
cli-decided-notes =
    { $count ->
        [one] A note on it went along.
       *[other] { $count } notes on it went along.
    }
cli-to-notify = To be notified: { $partner } (release { $release }).
cli-notified = It is recorded that { $partner } was notified.
cli-col-requested-by = Requested by
cli-col-request = Request
cli-col-approved-by = Approved by
cli-col-decided-by = Decided by
cli-col-why = Reason
cli-col-floor = At least
cli-col-categories = Markings
cli-col-motive = Justification
cli-col-consent = Consent
cli-col-sources = Made from
cli-col-also-of = Also of
cli-col-still-of = Still of
cli-col-files = Sealed files
cli-col-here = Here
cli-col-missing = Missing
cli-col-mb = MB here
cli-init-done = The vault “{ $name }” is made. First officer: { $officer }.
cli-passphrase-changed = The passphrase of { $officer } is changed.
rekeyed =
    { $rewrapped ->
        [one] { $rewrapped } object is sealed for the present key of its class;
       *[other] { $rewrapped } objects are sealed for the present keys of their classes;
    } { $remaining ->
        [0] none is left under an older one.
        [one] { $remaining } is left under an older one.
       *[other] { $remaining } are left under older ones.
    }
rekey-left-out =
    { $n ->
        [one] { $n } class was passed over: its key was not delivered to you yet.
       *[other] { $n } classes were passed over: their keys were not delivered to you yet.
    }
rekey-for-two =
    { $n ->
        [one] { $n } document is opened by two. The next two who open something of its class seal it for the present key:
       *[other] { $n } documents are opened by two. The next two who open something of their class seal them for the present key:
    }
rekey-for-two-deep =
    { $n ->
        [one] { $n } document is opened by two and was left out. Together with a second officer, seal its content again:
       *[other] { $n } documents are opened by two and were left out. Together with a second officer, seal their content again:
    }
cli-active = active
cli-disabled = disabled
cli-frozen = frozen
cli-status-valid = valid
cli-status-expired = expired
cli-status-future = not yet valid
cli-not-filed = { $path } is not filed
cli-no-attachments = The document has no attachments.
cli-opened = Written to { $path } ({ $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
 }). This file is no longer protected by Zegel.
cli-text-written = Written to { $path }. This file is no longer protected by Zegel.
cli-page-missing = Page { $page }: { $what }
cli-written-to = Written to { $path } ({ $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
 }).
cli-permitted = Permitted.
cli-not-permitted = Denied.
cli-confirmed = confirmed
cli-unconfirmed = to be confirmed
cli-verified = The log is whole: { $entries ->
    [one] one entry
   *[other] { $entries } entries
 }, root { $root }
ui-log-proved = What this proves:
ui-log-not-proved = What this does not prove:

## errors of every subject

err-already-open = This vault is already open in another window.
fix-already-open = Go to that window, or close it first.
err-file-exists = “{ $name }” is there already.
fix-file-exists = Choose another name: nothing was replaced.
err-internal = Something in the program itself went wrong.
fix-internal = Try again; if it happens again, tell your administrator what you were doing.
err-locked = The vault is locked.
fix-locked = Unlock it and try again.
err-no-folder = There is no folder “{ $folder }”.
fix-no-folder = Check the path that the program was started with.
err-no-window = The window cannot be opened.
fix-no-window = Check that WebKitGTK 4.1 is installed.
err-not-open = This document is no longer open.
fix-not-open = Open it again.
err-not-picked = This file is no longer among those chosen.
fix-not-picked = Choose it again.
err-unknown-place = “{ $place }” is not a place of a marking.
fix-unknown-place = Choose one of: { $choices }.
err-unknown-bench = No measurement is called “{ $what }”.
fix-unknown-bench = Choose from { $choices }, or name none to measure all.
err-usage =
    This command cannot be read: { $kind ->
        [missing] { $words } is missing
        [unknown] “{ $words }” is no option here
        [surplus] “{ $words }” is one word too many
        [command] “{ $words }” is no command here
        [subcommand] a command is missing after { $words }
        [conflict] { $words } cannot be given together with { $other }
        [value] { $words } lacks its value
        [twice] { $words } is given more than once
        [number] { $words } does not have the right number of values
        [not_utf_8] one of its words is not in UTF-8
       *[other] it is not written as a command
    }.
fix-usage =
    { $hint ->
        [near] Did you mean { $near }? It is written: { $usage }
        [choices] Choose one of: { $choices }. It is written: { $usage }
        [both] Did you mean { $near }? Choose one of: { $choices }. It is written: { $usage }
        [value] It is written: { $usage }. A value that begins with a hyphen follows an equals sign: { $option }=-…
       *[none] It is written: { $usage }
    }
err-no-vault = No vault was named.
fix-no-vault = Add --vault DIR, or set ZEGEL_VAULT.
err-file = The file { $path } could not be read or written: { os-cause }.
fix-file = Check the path, the permissions and the free space.
err-input = Standard input could not be read: { os-cause }.
fix-input = Check what is piped into this command.
err-file-too-large = The file { $path } is larger than { $limit } bytes.
fix-file-too-large = Check that it is the file you meant.
err-file-too-large-input = What came on standard input is larger than { $limit } bytes.
err-not-text = { $path } is no text in UTF-8 or UTF-16.
fix-not-text = Save it as UTF-8.
err-not-text-input = What came on standard input is no text in UTF-8 or UTF-16.
fix-not-text-input = Send it as UTF-8.
err-stdin-taken = Standard input is already read by “{ $by }”, and can be read only once.
fix-stdin-taken = Name a file in one of the two places.
err-is-a-folder = { $path } is a folder.
fix-is-a-folder = Add --recursive to register all that is in it.
err-out-is-a-folder = { $path } is a folder.
fix-out-is-a-folder = Name a file in it.
err-out-is-no-folder = { $path } is no folder.
fix-out-is-no-folder = Name a folder: one that is there, or a new one.
err-view-exists = Another view is kept under the name “{ $name }” already.
fix-view-exists = It stands for: { $filter }. Choose another name, or add --force to replace it.
err-out-exists = { $path } is there already.
fix-out-exists = Choose another name, or add --force to replace it.
err-out-in-batch = With --json, standard output of a batch takes the answers, and no document.
fix-out-in-batch = Name a file after --out.
err-unknown-role = “{ $role }” is no role.
fix-unknown-role = Choose from { $choices }.
err-unknown-sort = “{ $value }” is no order (--sort).
fix-unknown-sort = Choose { $choices }, with :desc after it for the reverse.
err-unused-option = “explain { $action }” does not use { $option }.
fix-unused-option = Leave the option out, or choose the action that it is for.
err-policy-of-another-name = This file holds the policy { $found }, not { $policy }.
fix-policy-of-another-name = Write --to { $found }, or name the file of { $policy }.
err-second-original = This is an original label, and { $first } is one too: a file has one original label and its equivalents.
fix-second-original = Leave one of them out, or take its equivalent: “zegelctl label translate”.
err-binding-over-its-file = The binding would be written over what it binds.
fix-binding-over-its-file = Choose another name for --out: the file and its labels stay as they are.
err-at-alone = “@” is not followed by the name of the file that holds the text.
fix-at-alone = Write @FILE, @- for standard input, or @@ for a text that itself begins with @.
err-stdin-no-name = Standard input has no name by which the binding could find it again.
fix-stdin-no-name = Name the file, or put it within the binding with --embed.
err-name-not-text = The name of this file is no text in UTF-8: by its binding nobody could find it again.
fix-name-not-text = Rename the file, or put it within the binding with --embed.
err-bad-time = “{ $value }” is neither a date nor a time ({ $option }).
fix-bad-time = Write 2026-05-04 or 2026-05-04T08:00:00Z.
err-bad-date = “{ $typed }” is no date ({ $option }).
fix-bad-date = Write year, month and day: 2026-11-27.
err-bad-limit = “{ $typed }” is no number of rows ({ $option }).
fix-bad-limit = Write a whole number from 1, or all.
err-bad-width = “{ $typed }” is no width ({ $option }).
fix-bad-width = Write a whole number from 64 to 4000.
err-number-beyond = { $typed } is not between { $least } and { $most } ({ $option }).
fix-number-beyond = Write a whole number from { $least } to { $most }.
err-bad-number = “{ $typed }” is no number that can stand here ({ $option }).
fix-bad-number = Write a whole number.
err-bad-choice = “{ $typed }” cannot stand here ({ $option }).
fix-bad-choice = Choose one of: { $choices }.
err-stdin-no-document = A document is not read from standard input: it is looked at more than once, before it is registered and afterwards.
fix-stdin-no-document = Write it to a file that nobody else may read, and give the path of that file. A file that is really called “-” is “./-”.
err-out-without-csv = A table is not written to a file.
fix-out-without-csv = Add --csv, which writes every line.
err-bad-line =
    This line cannot be read: { $cause ->
       *[quotes] a quote is not closed
        [backslash] it ends with a backslash, and what that stands before is missing
        [comment] what follows # would be left out
        [nul] it holds a NUL character
        [utf-16] the file is in UTF-16
        [not-utf-8] it is not in UTF-8
    }.
fix-bad-line =
    { $cause ->
        [comment] Put quotes around what holds the #; only a line that begins with # is a comment.
        [backslash] Take the backslash away, or put quotes around it.
       *[quotes] Write one command a line, in UTF-8, with quotes in pairs.
    }
err-line-too-long = This line is longer than { $limit } bytes; nothing of it was run.
fix-line-too-long = Put the long text into a file, and name it as @FILE.
err-not-in-batch = This command does not go into a batch.
fix-not-in-batch = Run it by itself.
err-not-in-line = { $flag } cannot stand on a line of a batch.
fix-not-in-line = Give it once for all lines, before the word batch.
err-unwritable = The answer could not be written.
fix-unwritable = Report it with the command that you used.
err-output = Standard output could not be written: { os-cause }.
fix-output = What was done stays done; see the log.
err-no-command-in = There is no command in the batch: nothing was done.
fix-no-command-in = Write one command a line; lines that begin with # are passed over.
err-output-closed = Standard output is closed, or cannot be written to: nothing was begun.
fix-output-closed = Direct it somewhere; to see nothing, direct it to /dev/null.
err-input-closed = Standard input is closed, or cannot be read from.
fix-input-closed = Pipe something into this command, or name a file.
err-not-hardened = The process could not be protected against memory dumps.
fix-not-hardened = Remove AGEDEBUG from the environment and try again.
err-io = { os-what } could not be read or written: { os-cause }.
fix-io = Check that the disk is there and that you may read and write it, then try again.
err-disk-full = The disk is full. What was begun does not count.
fix-disk-full = Make room and try again.
err-disk-full-midway =
    The disk is full. { $done ->
        [one] { $done } document is done and stays so;
       *[other] { $done } documents are done and stay so;
    } { $left ->
        [one] { $left } is left.
       *[other] { $left } are left.
    }
fix-disk-full-midway = Make room and do it again. What is sealed for its present key is passed over; re-sealing the content can be limited to one dossier or one document.
err-not-a-vault =
    { $found ->
        [nothing] There is no folder of this name.
        [file] This is not a folder.
       *[folder] This folder holds no vault.
    }
fix-not-a-vault = Choose the folder with the file vault.toml.
err-not-empty = This folder is not empty: a vault is only made in an empty one.
fix-not-empty = Choose an empty folder, or the name of one that does not exist.
err-not-a-folder = This is not a folder: a file bears this name, or stands on the way to it.
fix-not-a-folder = Choose an empty folder, or the name of one that does not exist.
err-not-a-recipient = No package with this document was written for { $partner }: there is nothing to note.
fix-not-a-recipient =
    { $recipients ->
        [none] No package with this document was written for anybody yet.
       *[other] Packages with it were written for: { $recipients }.
    }
err-newer = This vault was written by a later program (format { $format }).
fix-newer = Install the latest version of the program.
err-earlier = This vault was written by an earlier program (format { $format }), whose format this one does not read.
fix-earlier = Open it with the program that wrote it, and file its documents in a new vault.
err-read-only = The vault can only be read here, and this act must be recorded.
fix-read-only = Work on a copy that can be written, or ask for the right to write.
err-offline = The servers of this vault cannot be reached. Lists and searches still work; what must be recorded waits until they are back.
fix-offline = Check the connection, or ask the people who run the servers, and try again.
err-not-found =
    There is no { $kind ->
        [officer] officer
        [identity] identity
        [dossier] dossier
        [document] document
        [partner] partner
        [release] release
        [request] request
        [clearance] clearance
        [member] member
        [class] class
        [topic] topic
        [authority] authority
        [version] version
        [view] view
        [printer] printer
       *[other] { $kind }
    } “{ $name }” here.
fix-not-found =
    { $kind ->
        [request] Check the spelling: “zegelctl assent list” shows the identifiers of the requests. What one may not see is not named.
       *[other] Check the spelling. What one may not see is not named.
    }
err-ambiguous = Several dossiers that you know are called “{ $name }”.
fix-ambiguous = Give the code of the one you mean instead of its id. If you do not know which is the right one, ask its lead.
err-ambiguous-reference = “{ $name }” fits several documents: { $choices }.
fix-ambiguous-reference = Type the whole reference of the one you mean, as it stands here.
err-exists =
    “{ $name }” is there already ({ $kind ->
        [officer] officer
        [identity] identity
        [dossier] dossier
        [document] document
        [partner] partner
        [release] release
        [clearance] clearance
        [member] member
        [class] class
        [authority] authority
        [printer] printer
       *[other] { $kind }
    }).
fix-exists = Choose another name.
err-state =
    { $status ->
        [same-bytes] This file is what the document already is, byte for byte.
        [unchanged] Nothing would change: it is so already.
        [itself] A document has no relation to itself.
        [circle] The other document is already to this one, directly or through others, what this one would be to it.
       *[other] This cannot be done now. State of { $what ->
                [officer] this officer
                [request] this request
                [clearance] this clearance
                [partner] this partner
                [document] this document
                [text] the text of this document
                [marking] this marking
                [release] this release
                [roles] these roles
                [dossier] this dossier
               *[other] this { $what }
            }: { $status ->
                [active] active
                [frozen] frozen
                [disabled] disabled
                [valid] valid
                [suspended] suspended
                [withdrawn] withdrawn
                [confirmed] confirmed
                [changed] changed meanwhile
                [waiting] waiting for approval
                [approved] approved
                [granted] granted
                [refused] refused
                [written] written
                [unchanged] the same as before
                [moved] marked otherwise meanwhile
                [read] read already
                [unread] not read
                [no-ocr] waiting: OCR (tesseract) is not installed here, or cannot be locked down
                [recalled] recalled
                [open] open
                [closed] closed
                [led] led by somebody
               *[other] { $status }
            }.
    }
fix-state = { $status ->
        [same-bytes] Choose the new file.
        [unchanged] Give what is to be otherwise.
        [itself] Name another document.
        [circle] Take that relation away first (“doc relate --remove”, or in the panel of the other document), if this one is right.
       *[other] Look at its present state, and go on from there.
    }
err-list-changed = The list has changed meanwhile.
fix-list-changed = Read it again from its start.
err-search-incomplete = This document is not found by its reference yet: { $percent }% of the log is searched so far.
fix-search-incomplete = Search again in a moment, or choose the document in the list.
err-cancelled = Stopped on request. What was not finished was not kept.
fix-cancelled = Start again when you wish.
cli-batch-line-status = Line { $line } ended with status { $status }.
cli-batch-ended = Ended at line { $line }, as --stop asks: what follows was not run.
err-batch-stopped = Stopped on request: { $done ->
    [one] one line was
   *[other] { $done } lines were
 } carried out; the lines from { $line } on were not carried out to the end.
fix-batch-stopped = Look at what line { $line } did, and run the lines from there on again.
err-demo-stopped = Stopped on request: the exercise vault in { $path } is not whole.
fix-demo-stopped = Remove the folder, and make the exercise vault again.
err-bad-name =
    { $kind ->
        [request] “{ $name }” is not the identifier of a request.
        [document] “{ $name }” is neither the identifier nor the reference of a document.
       *[other] “{ $name }” cannot be a name here ({ $kind ->
            [officer] officer
            [dossier] dossier
            [partner] partner
            [release] release
            [clearance] clearance
            [member] member
            [class] class
            [printer] printer
           *[other] { $kind }
        }).
    }
fix-bad-name =
    { $kind ->
        [request] See “zegelctl assent list”: the identifiers of the requests stand there.
        [document] A reference is of the form ZGL/2026/S-K7Q/0042, an identifier has 26 characters. Or search the title on the screen “Documents”.
        [printer] A printer is called as CUPS calls it, and “lpstat -e” names: 127 characters at most, without spaces, accents, quotation marks, “/” and “#”, beginning with a letter or digit.
       *[other] Use letters without accents, digits, dots, dashes and underscores, 64 at most, beginning with a letter or digit; for officers lower case. Identifiers of documents and releases have 26 characters.
    }
err-missing =
    Something is missing: { $field ->
        [full_name] the full name
        [workstation] the name of the workstation
        [code] the code
        [name] the name
        [roles] at least one role
        [why] the reason
        [title] the title
        [subject] the subject
        [originator] the originator
        [paper] the reference of the paper original
        [purpose] the purpose
        [certificate] the certificate’s reference
        [authority] the authority
        [reference] the reference
        [basis] the basis of the need-to-know
        [recipient] the recipient
        [signing_key] the signing key
        [documents] the documents
        [label] the label
        [after] the page mark
        [checkpoint] the checkpoint
        [contact] the contact
        [agreement] the agreement
        [partner] the partner
        [package] the package’s name
        [policy] the policy
        [motive] the justification
        [topics] the topics
        [sources] the source documents
       *[other] { $field }
    }.
fix-missing = Fill it in.
err-bad-dates = These dates contradict each other, or the period is too long.
fix-bad-dates = The end comes after the beginning; a clearance lasts five years at most.
err-move-alone = Another dossier is an entry of its own: nothing else is corrected with it. Nothing was changed.
fix-move-alone = Put the rest right first, and move the document then.
err-unknown =
    “{ $value }” is not known ({ $kind ->
        [policy] policy
        [level] level
        [category] category
        [community] community
        [nation] nation
        [action] act
        [topic] topic
       *[other] { $kind }
    }).
fix-unknown =
    { $choices ->
        [none] Choose one that the policy knows.
       *[other] Choose one of: { $choices }.
    }
err-denied = Not permitted.
fix-denied = Each reason says what can be done about it. The denial is in the log.
err-folder-altered = In the vault’s folder, { $name } is { $flaw ->
    [link] a link, and nothing in a vault is one
    [size] larger than it can be
    [journal] a journal that names a file elsewhere
    [missing] gone, and it was there
    *[kind] not the kind of file or folder that belongs there
    }. Nothing was opened through it.
fix-folder-altered = Somebody changed the folder. Tell the security officer, and restore what was there from a copy.
err-too-long =
    Too long, more than { $limit }: { $field ->
        [query] the text to search for, in characters
        [query_words] the text to search for, in words
        [full_name] the full name
        [workstation] the name of the workstation
        [code] the code
        [name] the name
        [roles] at least one role
        [why] the reason
        [title] the title
        [subject] the subject
        [originator] the originator
        [paper] the reference of the paper original
        [purpose] the purpose
        [motive] the justification
        [certificate] the certificate’s reference
        [authority] the authority
        [reference] the reference
        [basis] the basis of the need-to-know
        [recipient] the recipient
        [signing_key] the signing key
        [documents] the documents
        [label] the label
        [after] the page mark
        [checkpoint] the checkpoint
        [contact] the contact
        [agreement] the agreement
        [partner] the partner
        [package] the package’s name
        [policy] the policy
        [topics] the topics
        [sources] the source documents
        [authorities] the authorities that the vault speaks for
        [printers] the list of printers
       *[other] { $field }
    }.
fix-too-long = Shorten it.
err-malformed =
    Cannot be read as what it should be: { $field ->
        [full_name] the full name
        [workstation] the name of the workstation
        [code] the code
        [name] the name
        [roles] at least one role
        [why] the reason
        [title] the title
        [subject] the subject
        [originator] the originator
        [paper] the reference of the paper original
        [to] the other document
        [relation] the relation
        [purpose] the purpose
        [certificate] the certificate’s reference
        [authority] the authority
        [reference] the reference
        [basis] the basis of the need-to-know
        [recipient] the recipient
        [signing_key] the signing key
        [documents] the documents
        [label] the label
        [after] the page mark
        [checkpoint] the checkpoint
        [contact] the contact
        [agreement] the agreement
        [partner] the partner
        [package] the package’s name
        [request] the request
        [policy] the policy
        [motive] the justification
        [topics] the topics
        [sources] the source documents
        [copies] the number of copies
        [pages] the pages
       *[other] { $field }
    }.
fix-malformed = Check that it was copied whole.
err-character = One character cannot be kept ({ $character }, at position { $position }) in: { $field ->
        [title] the title
        [subject] the subject
        [originator] the originator
        [paper] the reference of the paper original
        [purpose] the purpose
        [why] the reason
        [motive] the justification
        [basis] the basis of the need-to-know
        [name] the name
        [full_name] the full name
        [passphrase] the passphrase
        [workstation] the name of the workstation
        [code] the code
        [text] the text
        [authority] the authority
        [reference] the reference
        [certificate] the certificate’s reference
        [contact] the contact
        [agreement] the agreement
        [date] the date
        [finalised] the day of finalisation
        [from] the beginning
        [until] the end
        [review] the day of review
       *[other] { $field }
    }.
fix-character = Take it out: it steers a terminal, turns the direction of writing, breaks the line, or nobody sees it. Everything else is kept as it is.
err-implausible-date = { $date } is not plausible for: { $field ->
        [title] the title
        [subject] the subject
        [originator] the originator
        [paper] the reference of the paper original
        [purpose] the purpose
        [why] the reason
        [motive] the justification
        [basis] the basis of the need-to-know
        [name] the name
        [full_name] the full name
        [workstation] the name of the workstation
        [code] the code
        [authority] the authority
        [reference] the reference
        [certificate] the certificate’s reference
        [contact] the contact
        [agreement] the agreement
        [date] the date
        [finalised] the day of finalisation
        [from] the beginning
        [until] the end
        [review] the day of review
       *[other] { $field }
    }.
fix-implausible-date = Choose a day from { $earliest } to { $latest }.
err-too-short =
    Too short, fewer than { $limit }: { $field ->
        [motive] the justification
       *[other] { $field }
    }.
fix-too-short = Say it so that another can judge it.

# How much of the text inside a document can be searched, and why not all of it.
text-whole = all of it
text-partial = in part
text-none = no
text-recognised = scans in it read by OCR, in { $languages }: some letters may be wrong
text-lack-picture = no text in it: a scan, a picture or an empty file
text-lack-kind = a kind of file that is not read here
text-lack-locked = it asks for a password of its own
text-lack-damaged = it could not be read: damaged, or not what it says it is
text-lack-long = not all of it: it is longer than what is read and kept
text-lack-unread = no reader of texts was there when it was filed
text-lack-pending = scans in it are read by OCR after it is filed, and were not read yet
text-lack-by-two = two open it: its text alone would be read by one
text-lack-lost = what was kept of its text is gone
text-lack-altered = what was kept of its text was altered
text-lack-waits = its text is not in your index yet
text-lack-withdrawn = withdrawn: nobody reads it any more

## backup

app-pick-backup = Choose the folder of the backup
ui-check-title = Check of the vault
ui-check-run = Check the vault
ui-check-text = Looks at the log, at identities, and at every sealed document; those of which you hold the key are tried with it. Nothing is changed.
ui-check-running = Checking. This may take minutes; locking ends it.
ui-check-found =
    { $n ->
        [one] One thing is not as it should be
       *[other] { $shown } things are not as they should be
    }
ui-check-more =
    { $n ->
        [one] And one more.
       *[other] And { $shown } more.
    }
ui-backup-title = Backup
ui-backup-text = Copies the vault into a folder on another disk: a new one, or that of the backup before, of which only what is new is copied. No document is opened, and everybody can go on working.
ui-backup-last = Last backup from this workstation: { $at }, in the folder “{ $folder }”, up to entry { $entries } of the log.
ui-backup-never = No backup has been made from this workstation yet.
ui-backup-make = Make a backup…
ui-backup-progress = { $done } of { $total } files
ui-backup-made = Backed up, as the vault was at { $at }
ui-backup-holds = Entries of the log: { $entries }. Sealed documents: { $objects }. In all { $mib } MiB; files that were not there yet: { $copied }.
ui-backup-proved = The log was verified whole. Sealed documents were copied as they lie there. A backup is restored at the window that opens without a vault, or with zegelctl restore.
err-not-a-backup =
    { $found ->
        [nothing] There is no folder of this name.
        [file] This is not a folder.
        [incomplete] The backup in this folder is not whole: no run has come to its end here.
       *[folder] This folder holds no backup.
    }
fix-not-a-backup =
    { $found ->
        [incomplete] Run zegelctl backup again into the same folder: what was copied is not copied again.
       *[other] Choose the folder with the file backup.txt.
    }
err-backup-stranger = The folder holds { $name }, which is no part of a backup.
fix-backup-stranger = Choose an empty folder, the name of one that does not exist, or the folder of this vault’s former backup.
err-backup-altered =
    { $flaw ->
        [missing] { $name } is missing in the backup.
        [size] { $name } in the backup has another size than the list says.
        [content] { $name } in the backup was altered or damaged.
        [link] { $name } in the backup is a link, and nothing in a backup is one.
        [format] The list of the backup, { $name }, was altered or damaged.
       *[kind] { $name } in the backup is not the kind of file or folder that belongs there.
    }
fix-backup-altered = Nothing was restored. Take another backup; a new one is made in an empty folder. If nobody can explain it, tell the security officer.
err-backup-of-another = The backup in this folder is that of another vault, { $vault }.
fix-backup-of-another = Choose a folder for this vault alone.
err-backup-ahead = The log of the vault does not go on from the { $entries } entries that the backup holds: it was put back, or rewritten. The backup stays as it is.
fix-backup-ahead = If the vault was restored from an older state on purpose, back it up into an empty folder. Otherwise tell the security officer before anything else is done.
err-no-room = There is too little room: { $needed } MiB are needed, and { $free } MiB are free. Nothing was changed.
fix-no-room = Make room, or choose a folder on another disk.
err-backup-lost = The log has not grown since the former backup, and yet the vault lacks what that one holds ({ $count }): { $names }. The backup stays as it was.
fix-backup-lost = Have the vault checked with “zegelctl doctor”, and tell the security officer; the former backup still holds these files. Where nothing is wrong, back up into an empty folder.
err-backup-exchanged = Under the same names as in the former backup, these sealed documents have another content ({ $count }): { $names }. Re-sealed documents would bear other names. The backup stays as it was.
fix-backup-exchanged = They were exchanged or damaged. Have the vault checked with “zegelctl doctor --as OFFICER”, and tell the security officer; the former backup still holds the good ones.
err-backup-nested = Vault and backup lie one in the other.
fix-backup-nested = Choose a folder outside of the vault, in which no vault lies.
err-restore-older = The vault that is there went on after the backup. Entries of the log that would be lost: { $entries }, since { $since }. Sealed documents that the backup does not have: { $objects }.
fix-restore-older = Back the vault up first, or look for a later backup. If you want the older state, say so (the box in the window, --older with zegelctl): the vault that is there is kept next to it.
err-restore-forked = The vault that is there and the backup went on in different ways. Entries of the log that would be lost: { $entries }, since { $since }. Sealed documents that the backup does not have: { $objects }.
fix-restore-forked = Somebody worked in two copies, or rewrote a log: tell the security officer. If you want it all the same, say so (the box in the window, --force with zegelctl): the vault that is there is kept next to it.
err-restore-unread = The log of the vault that is there cannot be read: nobody can say what of it would be lost. Sealed documents that the backup does not have: { $objects }.
fix-restore-unread = If you want it all the same, say so (the box in the window, --force with zegelctl): the vault that is there is kept next to it.
cli-backed-up =
    The vault is backed up in { $path }, as it was at { $at }.
    Entries of the log: { $entries }. Sealed documents: { $objects }. In all { $mib } MiB; files that were not there yet: { $copied }.
cli-backup-proved = The log was verified whole, without any key: every hash, every signature. Sealed documents were copied as they lie there; “zegelctl doctor --as OFFICER” checks that they open.
backup-left-out = Not copied, because it is no part of a vault ({ $count }): { $names }
backup-changed = These files are not what the former backup held, though the log has not grown since ({ $count }): { $names }
backup-gone = The former backup held these files, and the vault has them no more ({ $count }): { $names }. Documents that were re-sealed since have other names.
cli-backup-part-kept = What was copied so far stays in the folder of the backup, and the next run goes on with it. The former backup is as it was.
backup-healed = Of the former backup these files were damaged or missing here, and were copied again ({ $count }): { $names }. Look at the disk: it may lose more.
cli-and-more =
    { $count ->
        [one] { $names } and one more
       *[other] { $names } and { $count } more
    }
cli-restored =
    The vault is restored in { $path }, as it was at { $at }, and was verified again there.
    Entries of the log: { $entries }. Sealed documents: { $objects }. In all { $mib } MiB.
cli-restored-kept = The vault that was there is kept as { $path }. Remove it once nobody needs it.
cli-restored-memory = Indexes are made again: each officer unlocks once with --without-memory. Where a workstation has seen more of the log, it says that the log was put back: that is right, and “After a backup is restored” in docs/RECOVERY.md says what to do.
cli-restore-lost = Sealed documents that the backup does not have ({ $count }): { $ids }

## shared vaults

err-shared = This folder is a workstation of a shared vault, and this cannot be done in it, or not by this program.
fix-shared = Use a program that was built with shared vaults, or a vault that lies in a folder.
err-shared-address =
    The address of the { $kind ->
        [postgresql] database
       *[objects] store of the documents
    } is not one: { $why ->
        [secret] it holds a name or a password, and these belong in the file of secrets
        [name] its name is missing or has a character that is not allowed
        [host] its host or port is not one
        [endpoint] the endpoint must be an https address
       *[form] it has not the form of one
    }.
fix-shared-address = Write postgres://HOST:PORT/DATABASE for the log, and s3://BUCKET/PREFIX?endpoint=https://HOST:PORT for the objects.
err-secrets-file = The file of secrets could not be read: { os-cause }.
fix-secrets-file = Check the path. The path of the file is kept with the folder; after it moved, join again with the new one.
err-secrets-open = Others can read the file of secrets, or it belongs to somebody else. Nothing of it was used.
fix-secrets-open = Make the file your own, and readable by you alone (chmod 600), and have passwords changed that others could read.
err-secrets-form = The file of secrets has not the form of one.
fix-secrets-form = It is TOML with database_user, database_password, access_key_id, secret_access_key and ca_file, and nothing else.
err-secrets-authority = The file of the authority (ca_file) holds no certificate that can be read.
fix-secrets-authority = Name the PEM file with the certificate of the authority that signed those of both servers.
err-server-refused = The server is there and refuses this user.
fix-server-refused = Check user and password in the file of secrets, and the rights on the server. “detail” has what the server said.
err-server-certificate = The server shows a certificate that is not one of the named authority, or is for another name. Nothing was said to it.
fix-server-certificate = Somebody may stand between. Tell the people who run the servers; do not go on before it is explained.
err-store-unconditional = The store of the documents writes over what is there although it was told not to: no vault is safe in it.
fix-store-unconditional = Use a store that keeps to If-None-Match.
err-unpublished = No vault was published there, or its publication was broken off.
fix-unpublished = Check both addresses. Where a publication was broken off, run it again at the workstation where it began.
err-another-vault = Another vault is there. Nothing was changed.
fix-another-vault = Check both addresses, and the folder. Each vault has a database and a place in a bucket of its own.
err-published = The vault of this folder is shared already, on other servers.
fix-published = Join with the new addresses if the servers have moved.
err-object-lost = The sealed document { $name } was brought to the store of the documents, and is not there any more, or not as it is here.
fix-object-lost = Nothing was removed here of what is missing or different there. Look at the store, then run the same command again.
err-not-shared = The vault of this folder is not shared.
fix-not-shared = It lies in its folder alone; nothing has to be done.
err-all-here = Everything of this vault is in its folder: there is nothing to keep here in addition.
fix-all-here = Only a shared vault, whose sealed documents lie on a server, has copies on its workstations.
err-server-failed = The server could not do it.
fix-server-failed = “detail” has what the server said. Ask the people who run it.
cli-shared-published =
    The vault { $name } is shared. This folder is one workstation of it.
    Entries of the log: { $entries }. Sealed documents: { $objects }.
cli-shared-joined = The folder { $path } is a workstation of the vault { $name }, with { $entries } entries of its log. Bring an identity here to work in it.
cli-shared-status = Entries of the log here: { $entries }. Entries that the server has beyond them: { $behind }.
cli-shared-offline = Entries of the log here: { $entries }. The server of the log has been out of reach since { $since }.
cli-shared-objects-offline = The store of the documents has been out of reach since { $since }.
cli-dossier-not-kept = Dossier { $dossier } is no longer kept on this workstation. Copies go when their room is needed.
cli-fetched =
    { $n ->
        [0] Nothing had to be fetched.
        [one] One sealed file was fetched ({ $mb } MB).
       *[other] { $n } sealed files were fetched ({ $mb } MB).
    }
cli-fetched-no-room =
    { $n ->
        [one] There was no room for one more. Raise the limit: “zegelctl shared cache --limit”.
       *[other] There was no room for { $n } more. Raise the limit: “zegelctl shared cache --limit”.
    }
cli-fetched-missing =
    { $n ->
        [one] One is not on the server. “zegelctl doctor” says which.
       *[other] { $n } are not on the server. “zegelctl doctor” says which.
    }
cli-none-kept = No dossier is kept on this workstation.
cli-copies =
    { $how ->
        [off] No copies of sealed documents are kept on this workstation.
        [set] Copies of sealed documents on this workstation: { $count }, { $mb } MB of { $limit } MB that were set.
       *[usual] Copies of sealed documents on this workstation: { $count }, { $mb } MB of { $limit } MB, by the size of the disk.
    }
copies-altered =
    { $count ->
        [one] One copy was not what was sealed, and was thrown away.
       *[other] { $count } copies were not what was sealed, and were thrown away.
    }
ui-keep-here = Keep this dossier here
ui-keep-here-text = Its documents that you may open are fetched ahead, still sealed, with those that come later.
ui-kept-here = Sealed files on this workstation: { $here } of { $objects }, { $mb } MB.
ui-fetching = { $done } of { $total }
ui-fetched-no-room =
    { $n ->
        [one] There was no room for one sealed file. The limit is under System.
       *[other] There was no room for { $n } sealed files. The limit is under System.
    }
ui-fetched-missing =
    { $n ->
        [one] One sealed file is not on the server. Tell the security officer.
       *[other] { $n } sealed files are not on the server. Tell the security officer.
    }
ui-copies-title = Copies on this workstation
ui-copies-text = Documents that were read here stay here, still sealed, so that they need not be fetched again. What was not used for longest goes first.
ui-copies-now = Sealed documents: { $count }. They take { $mb } MB of { $limit } MB.
ui-copies-remove = Remove all
ui-copies-limit = How much they may take
ui-copies-limit-usual = By the size of the disk, 10 GB at most
ui-copies-limit-none = Nothing: no copies are kept
ui-copies-limit-gb = { $n } GB

# Before there is a vault, and a vault that becomes a shared one
app-pick-new-vault = Choose the folder of the new vault: a new or an empty one
app-pick-workstation = Choose the folder of this workstation: a new or an empty one
app-pick-secrets = Choose the file of secrets
ui-first-title = Zegel
ui-first-text = There is no vault open yet.
ui-first-new = New vault
ui-first-new-text = Makes a vault in a folder, and its first officer, who is a security officer.
ui-first-open = Open a vault
ui-first-open-text = Its folder is here already, as a vault of its own or as a workstation of a shared one.
ui-first-join = Join a shared vault
ui-first-join-text = The vault is on two servers: this workstation gets a folder with a verified copy of its log.
ui-first-join-not = This program was built without shared vaults.
ui-first-name = Name of the vault
ui-first-name-hint = It is also that of the authority in whose name the vault decides.
ui-first-full-rules = The full rules from the first day
ui-first-full-rules-hint = What takes two takes two. Without it, it is an exercise vault, in which nothing real belongs.
ui-first-found = Choose the folder, and make it…
ui-first-joined = Joined
ui-first-joined-text = { $name }: entries of the log that were verified and taken over: { $entries }. Then bring your identity file, from the medium that you carry it on.
ui-first-made = Made
ui-first-made-text = The vault { $name } opens next. Unlock it with the passphrase that you chose.
ui-first-next = Open it
app-pick-restored = Choose where the vault is to be: a new or an empty folder, or that of the same vault
ui-first-restore = Restore a backup
ui-first-restore-text = Makes a vault of a backup, in a folder here. Everything is verified first.
ui-restore-from = Backup
ui-restore-from-hint = The folder that the backup was made in.
ui-restore-to = Folder of the vault
ui-restore-to-hint = A new or an empty one, or that of the same vault. A vault that is there is kept next to it, under another name.
ui-restore-pick = Choose…
ui-restore-submit = Restore
ui-restore-anyway = Restore all the same
ui-restore-anyway-hint = The vault that is there is kept next to it.
ui-restored = { $name } is restored, as it was at { $at }
ui-restored-holds = Entries of the log: { $entries }. Sealed documents: { $objects }. Everything was verified again where it is now.
ui-restored-kept = The vault that was there is kept as { $name }. Remove it once nobody needs it.
ui-restored-lost = Sealed documents that the backup does not have ({ $count }): { $ids }
ui-restored-memory = Each officer unlocks once without the memory of this workstation: the unlock screen offers it. Where a workstation has seen more of the log, it says that the log was put back: that is right, and “After a backup is restored” in docs/RECOVERY.md says what to do.
ui-servers-database = Address of the log
ui-servers-database-hint = postgres://HOST:PORT/DATABASE
ui-servers-objects = Address of the documents
ui-servers-objects-hint = s3://BUCKET/PREFIX?endpoint=https://HOST:PORT
ui-servers-secrets = File of secrets
ui-servers-secrets-hint = Nobody else may be able to read it (mode 600). What stands in it is shown nowhere.
ui-servers-secrets-pick = Choose it…
ui-servers-join = Choose the folder, and join…
ui-servers-publish = Publish
ui-errand-verify = Verifying the log here: { $done } of { $total } entries
ui-errand-objects = Bringing documents over: { $done } of { $total }
ui-errand-entries = Entries of the log: { $done } of { $total }
ui-errand-remove = Reading documents back, and removing them here: { $done } of { $total }
ui-errand-begin = Asking the servers
ui-errand-stop = Stop
ui-publish-title = Shared vault
ui-publish-text = Brings this vault to two servers, so that several workstations work in it. This folder is one of them from then on. Others may go on working until the end.
ui-publish-open = Publish this vault…
ui-publish-dialog-text = Make a backup first. The file of secrets is that of the owner of the database; afterwards join this folder with your own. If it is broken off, publish once more: what was brought is not brought twice.
ui-publish-done = The vault is shared
ui-publish-done-text = Entries of the log: { $entries }. Sealed documents: { $objects }. The window opens once more, on the shared vault; until then nothing can be recorded here.
