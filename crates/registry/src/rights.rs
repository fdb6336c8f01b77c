//! Which rules replay enforces for everybody.
//!
//! These are rules about persons and roles. Whether a *marking* admits somebody is for `policy`, with data that later
//! versions of the program may extend; so at replay only those of its reasons count that do not depend on such data
//! ([`hard`]). If the data speaks against a delivery, the next upkeep corrects that by renewing the key.

use policy::{ReasonCode, Role};
use serde::{Deserialize, Serialize};

use crate::fact::{Context, require};
use crate::state::State;
use crate::{ClassId, ForgedRule as Rule, OfficerId};

/// The role of those who keep officers and clearances.
pub(crate) const SECURITY: &[Role] = &[Role::SecurityOfficer];

/// Who gave a right alone that two persons give under the full rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alone {
    pub by: OfficerId,
    /// Its entry.
    pub index: u64,
}

impl Alone {
    pub(crate) fn of(by: &Context<'_>) -> Alone {
        Alone { by: by.author.clone(), index: by.index }
    }
}

impl State {
    /// Whether rules about persons and roles let an officer hold the key of a class, whatever else data may say.
    pub(crate) fn may_hold_by_hard_rules(&self, officer: &OfficerId, class: &ClassId, by: &Context<'_>) -> bool {
        let known = self.officers.get(officer).is_some_and(|officer| !officer.renewal_due);
        match self.may_hold(officer, class, by.at) {
            Ok(_) => true,
            // Of somebody who is not there nothing can be decided: that is no reason that data may change.
            Err(denied) => known && !denied.reasons.iter().any(|reason| hard(reason.code)),
        }
    }

    /// What is written onto the sheets of a class is written by somebody who may read it, or by an entry that has to:
    /// `called_for`.
    pub(crate) fn require_may_write_sheet(
        &self,
        class: &ClassId,
        called_for: bool,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        // What two open, nobody reads alone.
        let reads = || !self.opens_by_two(class) && self.may_hold_by_hard_rules(by.author, class, by);
        require(called_for || reads(), Rule::SheetWithoutRight)
    }
}

/// Whether a reason rests on persons and roles, as opposed to data that the program ships with or to the label itself.
pub(crate) fn hard(reason: ReasonCode) -> bool {
    match reason {
        ReasonCode::AccountDisabled
        | ReasonCode::AccountFrozen
        | ReasonCode::ClearanceMissing
        | ReasonCode::ClearanceWithdrawn
        | ReasonCode::ClearanceSuspended
        | ReasonCode::ClearanceNotYetValid
        | ReasonCode::ClearanceExpired
        | ReasonCode::ClearanceLevel
        | ReasonCode::CategoryMissing
        | ReasonCode::GroupMissing
        | ReasonCode::BriefingMissing
        | ReasonCode::BriefingNotYetGiven
        | ReasonCode::BriefingLevel
        | ReasonCode::OutsideFunction
        | ReasonCode::AuthorisationMissing
        | ReasonCode::AuthorisationExpired
        | ReasonCode::NeedToKnowMissing
        | ReasonCode::ReleaseAuthorityRequired
        | ReasonCode::OwnRequest
        | ReasonCode::OneWord
        | ReasonCode::NotApproved
        | ReasonCode::MarkingChanged
        | ReasonCode::VersionChanged
        | ReasonCode::WordsChanged
        | ReasonCode::DossierChanged
        | ReasonCode::PartnerUnconfirmed
        | ReasonCode::PartnerChanged
        | ReasonCode::AgreementMissing
        | ReasonCode::AgreementExpired
        | ReasonCode::PartnerCeiling
        | ReasonCode::PartnerCategoryMissing
        | ReasonCode::PrinterNotListed
        | ReasonCode::PrinterCeiling => true,
        ReasonCode::NationalityExcluded
        | ReasonCode::ApprovalExpired
        | ReasonCode::ApprovalCeiling
        | ReasonCode::DossierClosed
        | ReasonCode::BelowGuide
        | ReasonCode::BelowGuideCategory
        | ReasonCode::BelowSources
        | ReasonCode::SourcesConsent
        | ReasonCode::PartnerExcluded
        | ReasonCode::ConsentMissing
        | ReasonCode::ConsentNotYetValid
        | ReasonCode::ConsentExpired
        | ReasonCode::NotOriginatingAuthority
        | ReasonCode::NewLevelCeiling
        | ReasonCode::NothingToMaintain
        | ReasonCode::InterestMissing
        | ReasonCode::MotiveMissing
        | ReasonCode::Undecidable => false,
    }
}
