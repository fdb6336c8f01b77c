//! The names of the rules that replay checks entries against.

macro_rules! rules {
    (@said) => { None };
    (@said $reason:literal) => { Some($reason) };
    ($($variant:ident = $text:literal $(in custody $reason:literal)?,)*) => {
        /// The rule that a forged entry broke. Words: `forged-<rule>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ForgedRule {
            $($variant,)*
        }

        impl ForgedRule {
            /// All of them.
            pub const ALL: &'static [ForgedRule] = &[$(ForgedRule::$variant,)*];

            /// The stable text, in lower case with underscores; in keys of the catalogues with hyphens.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(ForgedRule::$variant => $text,)*
                }
            }

            /// The reason why something of custody is denied that would break it. None: it is no rule of custody.
            pub const fn in_custody(self) -> Option<&'static str> {
                match self {
                    $(ForgedRule::$variant => rules!(@said $($reason)?),)*
                }
            }
        }
    };
}

rules! {
    FoundedTwice = "founded_twice",
    UnknownAuthor = "unknown_author",
    OfficerNotActive = "officer_not_active" in custody "custodian_not_active",
    OfficerFrozen = "officer_frozen",
    NotFrozen = "not_frozen",
    NobodyToLift = "nobody_to_lift",
    NobodyToStop = "nobody_to_stop",
    KeysReplaced = "keys_replaced",
    KeysNotProven = "keys_not_proven",
    RenewalDue = "renewal_due",
    IdentityMisnamed = "identity_misnamed",
    TooManyIdentities = "too_many_identities",
    UnknownIdentity = "unknown_identity",
    LastIdentity = "last_identity",
    AuthorNotIntroduced = "author_not_introduced",
    AuthorIntroducedWithoutRight = "author_introduced_without_right",
    NotSecurityOfficer = "not_security_officer",
    NotRegistrar = "not_registrar",
    NotReleaseAuthority = "not_release_authority",
    PartnerConfirmedByOneself = "partner_confirmed_by_oneself",
    PartnerConfirmedTwice = "partner_confirmed_twice",
    NotKeeperOfDossier = "not_keeper_of_dossier",
    AboutOneself = "about_oneself" in custody "about_oneself",
    AboutAnother = "about_another" in custody "request_of_another",
    OfficerAddedTwice = "officer_added_twice",
    UnknownOfficer = "unknown_officer",
    NotTheseRoles = "not_these_roles",
    FunctionUnchanged = "function_unchanged",
    NotOwnKeys = "not_own_keys",
    TakenWithoutNewKeys = "taken_without_new_keys",
    ClearanceTooLong = "clearance_too_long",
    DatesContradict = "dates_contradict",
    GuideMisshapen = "guide_misshapen",
    AuthoritiesMisshapen = "authorities_misshapen",
    PrinterListedTwice = "printer_listed_twice",
    PrinterNotListed = "printer_not_listed",
    DossierCreatedTwice = "dossier_created_twice",
    UnknownDossier = "unknown_dossier",
    DossierClosed = "dossier_closed",
    DossierOpen = "dossier_open",
    DossierLed = "dossier_led",
    NotLeadOfDossier = "not_lead_of_dossier",
    NotDeputyOfDossier = "not_deputy_of_dossier",
    OwnDeed = "own_deed",
    UnknownMember = "unknown_member",
    ClassMadeTwice = "class_made_twice",
    UnknownClass = "unknown_class",
    UnknownKey = "unknown_key",
    KeyWithoutRecipient = "key_without_recipient",
    RecipientNotPostQuantum = "recipient_not_post_quantum",
    EpochOutOfOrder = "epoch_out_of_order",
    RekeyedWithoutRight = "rekeyed_without_right",
    KeyWithheld = "key_withheld",
    VaultKeyWithheld = "vault_key_withheld",
    OldVaultKey = "old_vault_key",
    DisabledWithoutNewKeys = "disabled_without_new_keys",
    CommonKeyDue = "common_key_due",
    DeliveredWithoutHolding = "delivered_without_holding",
    DeliveredToStranger = "delivered_to_stranger" in custody "request_stale",
    DeliveredTwice = "delivered_twice",
    DeliveredUnrecorded = "delivered_unrecorded",
    DeliveryWithoutKey = "delivery_without_key",
    AnotherKeyDelivered = "another_key_delivered",
    CustodyNotSound = "custody_not_sound" in custody "custody_not_sound",
    CustodyPartMissing = "custody_part_missing",
    CustodySealedWrongly = "custody_sealed_wrongly",
    OneForTwo = "one_for_two",
    NotForTwo = "not_for_two",
    NoShare = "no_share",
    NotDealt = "not_dealt",
    SecondNotProven = "second_not_proven",
    PairsSealedWrongly = "pairs_sealed_wrongly",
    DepositedTwice = "deposited_twice",
    NotCustodian = "not_custodian" in custody "not_custodian",
    NotAShareSet = "not_a_sharing" in custody "not_a_sharing",
    CustodyOfOne = "custody_of_one" in custody "custody_of_one",
    CustodyOnFewWords = "custody_on_few_words" in custody "custody_on_few_words",
    CustodyNotAsked = "custody_not_asked",
    CustodyTooFew = "custody_too_few" in custody "custody_too_few",
    CustodyWaits = "custody_waits" in custody "custody_waits",
    CustodyUsedTwice = "custody_used_twice" in custody "custody_used_twice",
    DocumentFiledTwice = "document_filed_twice",
    UnknownDocument = "unknown_document",
    ObjectOfAnother = "object_of_another",
    OpenedWithoutSheet = "opened_without_sheet",
    FiledWithoutSheet = "filed_without_sheet",
    DocumentsInOneEntry = "documents_in_one_entry",
    CorrectedWithoutRight = "corrected_without_right",
    CorrectedWithoutSheet = "corrected_without_sheet",
    NotedWithoutRight = "noted_without_right",
    NotedWithoutSheet = "noted_without_sheet",
    PrintedWithoutRight = "printed_without_right",
    PrintedWithoutSheet = "printed_without_sheet",
    PrintedAboveCeiling = "printed_above_ceiling",
    CopiesOutOfOrder = "copies_out_of_order",
    RefiledWithoutRight = "refiled_without_right",
    RefiledOtherwise = "refiled_otherwise",
    RefiledWithoutSheets = "refiled_without_sheets",
    VersionWithoutRight = "version_without_right",
    VersionElsewhere = "version_elsewhere",
    VersionOutOfOrder = "version_out_of_order",
    VersionWithoutSheet = "version_without_sheet",
    VersionLeftBehind = "version_left_behind",
    WithdrawnWithoutRight = "withdrawn_without_right",
    DocumentWithdrawn = "document_withdrawn",
    ResealedWithoutRight = "resealed_without_right",
    ReclassifiedWithoutRight = "reclassified_without_right",
    ReclassifiedWithoutSheets = "reclassified_without_sheets",
    ReclassifiedElsewhere = "reclassified_elsewhere",
    DecidedWithoutSheet = "decided_without_sheet",
    NotOriginatingAuthority = "not_originating_authority",
    PartnerAddedTwice = "partner_added_twice",
    PartnerUnchanged = "partner_unchanged",
    PartnerWaits = "partner_waits",
    UnknownPartner = "unknown_partner",
    KeyOfAnother = "key_of_another",
    UnknownNation = "unknown_nation",
    FingerprintOfAnotherKey = "fingerprint_of_another_key",
    AskedTwice = "asked_twice",
    UnknownRequest = "unknown_request",
    RequestOver = "request_over" in custody "request_over",
    OwnRequest = "own_request" in custody "second_person_required",
    AssentedTwice = "assented_twice" in custody "assented_twice",
    RequesterNotInCharge = "requester_not_in_charge" in custody "requester_not_in_charge",
    RequestStale = "request_stale" in custody "request_stale",
    TakesTwo = "takes_two",
    OneWord = "one_word",
    SinglePoint = "single_point",
    RightsNotListed = "rights_not_listed",
    ReleaseOfNothing = "release_of_nothing",
    UnknownRelease = "unknown_release",
    ReleaseOutOfOrder = "release_out_of_order",
    ReleasedWithoutRight = "released_without_right",
    SignedTooLightly = "signed_too_lightly",
    SaysNothing = "says_nothing",
    SessionOfAnother = "session_of_another",
    SessionBegunTwice = "session_begun_twice",
    SheetWithoutRight = "sheet_without_right",
    NoteWithoutRight = "note_without_right",
    HiddenFromOversight = "hidden_from_oversight",
    PartSealedWrongly = "part_sealed_wrongly",
    PartTwice = "part_twice",
    UnknownAudience = "unknown_audience",
    EventsMalformed = "events_malformed",
}
