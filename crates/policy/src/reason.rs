//! What is looked at, and how it can fail.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$each])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// All of them, in the order in which they are reported.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The stable text, in lower case with underscores; in keys of the catalogues with hyphens.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

codes! {
    /// One thing that a decision looks at. Words when it holds: `held-<rule>`.
    Rule {
        /// The officer may act at all.
        Account = "account",
        /// A clearance in force reaches the level, or none is called for.
        Clearance = "clearance",
        /// Every restrictive category is held.
        Categories = "categories",
        /// One value of each permissive tag other than the releasability is held.
        Groups = "groups",
        /// A briefing covers the level, or none is called for.
        Briefing = "briefing",
        Function = "function",
        /// The officer's nation is in the audience.
        Nationality = "nationality",
        /// The officer is on the list of the dossier.
        NeedToKnow = "need_to_know",
        /// The system is approved for the level, or is an exercise vault.
        Approval = "approval",
        /// The dossier takes documents.
        Dossier = "dossier",
        /// The marking reaches what the chosen topics of the guide call for, or there is a motive.
        Guide = "guide",
        /// The marking protects as much as the documents that it is made from, or there is a motive.
        Sources = "sources",
        /// The officer may take this stage of a release.
        ReleaseRole = "release_role",
        /// From SECRET up it takes two who are not one: nobody approves what they asked for, nor what their puppet did.
        SecondPerson = "second_person",
        /// Somebody approved what is to be written.
        ReleaseApproval = "release_approval",
        /// The document is marked as it was when its release was asked for.
        SameMarking = "same_marking",
        /// The partner is in use and its keys are confirmed.
        Partner = "partner",
        /// An agreement with the partner is in force.
        Agreement = "agreement",
        /// The partner may receive the level.
        PartnerCeiling = "partner_ceiling",
        /// The agreement covers every restrictive category.
        PartnerCategories = "partner_categories",
        /// The partner is in the audience.
        PartnerAudience = "partner_audience",
        /// The originator consents, or need not be asked.
        Consent = "consent",
        /// The officer decides for the originating authority, or with its consent.
        OriginatingAuthority = "originating_authority",
        /// The system is approved for the new level.
        NewLevel = "new_level",
        /// What is maintained has a term.
        Term = "term",
        /// The interest of art. 3 §1 is named where the information stays classified.
        Interest = "interest",
        /// A motive is given, or none is called for.
        Motive = "motive",
        /// The printer is on the vault's list.
        Printer = "printer",
        /// The printer may print the level.
        PrinterCeiling = "printer_ceiling",
        /// Marking and facts can be read under the policy.
        Legible = "legible",
    }
}

codes! {
    /// How a rule failed. Words: `reason-<code>`, and what to do: `reason-<code>-fix`.
    ReasonCode {
        /// The officer's account is disabled.
        AccountDisabled = "account_disabled",
        /// The officer's account is frozen.
        AccountFrozen = "account_frozen",
        /// No clearance was ever recorded for the policy.
        ClearanceMissing = "clearance_missing",
        ClearanceWithdrawn = "clearance_withdrawn",
        ClearanceSuspended = "clearance_suspended",
        /// Params: `from`, the first day of the officer's clearance.
        ClearanceNotYetValid = "clearance_not_yet_valid",
        /// Params: `until`, the last day of the officer's clearance.
        ClearanceExpired = "clearance_expired",
        ClearanceLevel = "clearance_level",
        /// A restrictive category is not held.
        CategoryMissing = "category_missing",
        /// No value of a permissive tag is held.
        GroupMissing = "group_missing",
        /// No briefing was ever recorded for the policy.
        BriefingMissing = "briefing_missing",
        /// Params: `date`, the day of the officer's briefing.
        BriefingNotYetGiven = "briefing_not_yet_given",
        BriefingLevel = "briefing_level",
        /// From CONFIDENTIEL up nothing is for an officer outside his function.
        OutsideFunction = "outside_function",
        AuthorisationMissing = "authorisation_missing",
        /// Params: `until`, its last day.
        AuthorisationExpired = "authorisation_expired",
        /// Params: `nationality` of the officer.
        NationalityExcluded = "nationality_excluded",
        /// Not on the list, not yet, or no longer: which one would tell of the dossier.
        NeedToKnowMissing = "need_to_know_missing",
        ApprovalExpired = "approval_expired",
        ApprovalCeiling = "approval_ceiling",
        DossierClosed = "dossier_closed",
        /// Params: `floor`, the lowest level that the topics which the officer chose call for.
        BelowGuide = "below_guide",
        /// Params: `category`, those missing that the topics which the officer chose call for, with commas between them.
        BelowGuideCategory = "below_guide_category",
        /// The marking protects less than a document that it is made from.
        BelowSources = "below_sources",
        /// … which belongs to others, who alone can say so.
        SourcesConsent = "sources_consent",
        ReleaseAuthorityRequired = "release_authority_required",
        OwnRequest = "own_request",
        /// Who decides and who asked are officers on the word of one person. Params: `officer` who asked.
        OneWord = "one_word",
        NotApproved = "not_approved",
        /// What was asked for, and perhaps approved, was another marking.
        MarkingChanged = "marking_changed",
        /// What was asked for, and perhaps approved, was another version.
        VersionChanged = "version_changed",
        /// What was asked for, and perhaps approved, was written of it otherwise: its title, for instance.
        WordsChanged = "words_changed",
        /// What was asked for, and perhaps approved, was in another dossier.
        DossierChanged = "dossier_changed",
        /// Params: `partner`.
        PartnerUnconfirmed = "partner_unconfirmed",
        /// Params: `partner`.
        PartnerChanged = "partner_changed",
        /// Params: `partner`.
        AgreementMissing = "agreement_missing",
        /// Params: `partner`, `until`, the agreement's last day.
        AgreementExpired = "agreement_expired",
        /// Params: `partner`, `ceiling` of the partner.
        PartnerCeiling = "partner_ceiling",
        /// The agreement does not cover a restrictive category. Params: `partner`.
        PartnerCategoryMissing = "partner_category_missing",
        /// Params: `partner`, `nation` of the partner.
        PartnerExcluded = "partner_excluded",
        ConsentMissing = "consent_missing",
        /// Params: `from`, the consent's first day.
        ConsentNotYetValid = "consent_not_yet_valid",
        /// Params: `until`, the consent's last day.
        ConsentExpired = "consent_expired",
        /// The document is another authority's, or the officer is neither its author nor the lead of its dossier.
        NotOriginatingAuthority = "not_originating_authority",
        /// The system is not approved, or no longer, for the level that was asked for.
        NewLevelCeiling = "new_level_ceiling",
        /// No term runs that could be extended.
        NothingToMaintain = "nothing_to_maintain",
        InterestMissing = "interest_missing",
        MotiveMissing = "motive_missing",
        /// Params: `printer`, the one that the officer chose.
        PrinterNotListed = "printer_not_listed",
        /// The printer may not print so high. Params: `printer`.
        PrinterCeiling = "printer_ceiling",
        /// A policy, a level or an audience that cannot be placed.
        Undecidable = "undecidable",
    }
}

impl ReasonCode {
    /// The rule that fails with it.
    pub fn rule(self) -> Rule {
        match self {
            ReasonCode::AccountDisabled | ReasonCode::AccountFrozen => Rule::Account,
            ReasonCode::ClearanceMissing
            | ReasonCode::ClearanceWithdrawn
            | ReasonCode::ClearanceSuspended
            | ReasonCode::ClearanceNotYetValid
            | ReasonCode::ClearanceExpired
            | ReasonCode::ClearanceLevel => Rule::Clearance,
            ReasonCode::CategoryMissing => Rule::Categories,
            ReasonCode::GroupMissing => Rule::Groups,
            ReasonCode::BriefingMissing | ReasonCode::BriefingNotYetGiven | ReasonCode::BriefingLevel => Rule::Briefing,
            ReasonCode::OutsideFunction | ReasonCode::AuthorisationMissing | ReasonCode::AuthorisationExpired => {
                Rule::Function
            }
            ReasonCode::NationalityExcluded => Rule::Nationality,
            ReasonCode::NeedToKnowMissing => Rule::NeedToKnow,
            ReasonCode::ApprovalExpired | ReasonCode::ApprovalCeiling => Rule::Approval,
            ReasonCode::DossierClosed => Rule::Dossier,
            ReasonCode::BelowGuide | ReasonCode::BelowGuideCategory => Rule::Guide,
            ReasonCode::BelowSources | ReasonCode::SourcesConsent => Rule::Sources,
            ReasonCode::ReleaseAuthorityRequired => Rule::ReleaseRole,
            ReasonCode::OwnRequest | ReasonCode::OneWord => Rule::SecondPerson,
            ReasonCode::NotApproved => Rule::ReleaseApproval,
            ReasonCode::MarkingChanged
            | ReasonCode::VersionChanged
            | ReasonCode::WordsChanged
            | ReasonCode::DossierChanged => Rule::SameMarking,
            ReasonCode::PartnerUnconfirmed | ReasonCode::PartnerChanged => Rule::Partner,
            ReasonCode::AgreementMissing | ReasonCode::AgreementExpired => Rule::Agreement,
            ReasonCode::PartnerCeiling => Rule::PartnerCeiling,
            ReasonCode::PartnerCategoryMissing => Rule::PartnerCategories,
            ReasonCode::PartnerExcluded => Rule::PartnerAudience,
            ReasonCode::ConsentMissing | ReasonCode::ConsentNotYetValid | ReasonCode::ConsentExpired => Rule::Consent,
            ReasonCode::NotOriginatingAuthority => Rule::OriginatingAuthority,
            ReasonCode::NewLevelCeiling => Rule::NewLevel,
            ReasonCode::NothingToMaintain => Rule::Term,
            ReasonCode::InterestMissing => Rule::Interest,
            ReasonCode::MotiveMissing => Rule::Motive,
            ReasonCode::PrinterNotListed => Rule::Printer,
            ReasonCode::PrinterCeiling => Rule::PrinterCeiling,
            ReasonCode::Undecidable => Rule::Legible,
        }
    }

    /// The reason itself, for a code that needs no params.
    pub(crate) fn alone(self) -> Reason {
        Reason { code: self, params: Vec::new() }
    }

    /// The reason with facts about the officer, or about the partner whom the officer chose.
    pub(crate) fn with(self, params: &[(&str, &dyn fmt::Display)]) -> Reason {
        let params = params.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
        Reason { code: self, params }
    }
}

/// One reason against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reason {
    pub code: ReasonCode,
    /// Values for the words of the reason, by name. See [`ReasonCode`] for which; the order is fixed.
    pub params: Vec<(String, String)>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())
    }
}
