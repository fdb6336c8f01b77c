//! Who may sign what. Breaking a rule is an integrity error that names it.
//!
//! These are rules about persons and roles. Whether a *marking* admits somebody is for `policy`, with data that later
//! versions of the program may extend; so at replay only those of its reasons count that do not hang on such data
//! (`hard`). A delivery that the data speaks against is put right by the next upkeep, which renews the key.

use policy::{ActsFor, ReasonCode, Role};

use super::ForgedRule as Rule;
use super::apply::Context;
use super::{Filing, State, facts::ReleaseQuestion};
use crate::entries::{Event, KeyName};
use crate::{ClassId, DocumentId, DossierKey, OfficerId, ReleaseId};

/// The policy of the authority that keeps the vault.
pub(crate) const OWN_POLICY: &str = "BEL";

/// `Ok` when the condition holds, else the rule that it broke.
pub(crate) fn require(holds: bool, rule: Rule) -> Result<(), Rule> {
    if holds { Ok(()) } else { Err(rule) }
}

impl State {
    pub fn require_role(&self, officer: &OfficerId, roles: &[Role], rule: Rule) -> Result<(), Rule> {
        require(roles.iter().any(|role| self.has_role(officer, *role)), rule)
    }

    pub fn require_active(&self, officer: &OfficerId) -> Result<(), Rule> {
        require(self.officers.get(officer).is_some_and(super::Officer::active), Rule::OfficerNotActive)
    }

    /// A new epoch is made by somebody who may know it. Of a class, also by whoever writes to it in the same entry without
    /// holding its key, and only where the present one is due: nobody else can, and nothing is sealed to a key that is due.
    pub fn require_may_rekey(&self, key: &KeyName, epoch: u32, ctx: &Context<'_>) -> Result<(), Rule> {
        let custodian = self.has_role(ctx.author, Role::Custodian);
        let holds = match key {
            KeyName::Vault => self.has_role(ctx.author, Role::SecurityOfficer),
            KeyName::Oversight | KeyName::Custody => self.entitled(key, ctx.author, ctx.at),
            KeyName::Dossier(_) => custodian || self.entitled(key, ctx.author, ctx.at),
            KeyName::Class(class) => {
                let due = || self.is_due(key, ctx.at, None);
                let holds =
                    || self.current(key).is_some_and(|(_, current)| current.known_to.contains(ctx.author)) || due();
                let writes = || ctx.sheets.iter().any(|(other, of)| other == class && *of == epoch);
                custodian || (self.may_hold_by_hard_rules(ctx.author, class, ctx) && holds()) || (writes() && due())
            }
        };
        require(holds, Rule::RekeyedWithoutRight)
    }

    /// A key is delivered by somebody who knows it, or who is a custodian.
    pub fn require_may_deliver(&self, key: &KeyName, epochs: &[u32], ctx: &Context<'_>) -> Result<(), Rule> {
        let chain = self.keys.get(key).ok_or(Rule::UnknownKey)?;
        let through_custody = match key {
            KeyName::Dossier(_) | KeyName::Class(_) => self.has_role(ctx.author, Role::Custodian),
            KeyName::Vault | KeyName::Oversight | KeyName::Custody => false,
        };
        for epoch in epochs {
            let epoch = chain.get(*epoch).ok_or(Rule::UnknownKey)?;
            require(through_custody || epoch.known_to.contains(ctx.author), Rule::DeliveredWithoutHolding)?;
        }
        Ok(())
    }

    /// A class or dossier key is put into custody by somebody who knows it.
    pub fn require_holder(&self, key: &KeyName, epochs: &[u32], ctx: &Context<'_>) -> Result<(), Rule> {
        require(matches!(key, KeyName::Dossier(_) | KeyName::Class(_)), Rule::UnknownKey)?;
        let chain = self.keys.get(key).ok_or(Rule::UnknownKey)?;
        let knows = |epoch: &u32| chain.get(*epoch).is_some_and(|epoch| epoch.known_to.contains(ctx.author));
        require(epochs.iter().all(knows), Rule::DeliveredWithoutHolding)
    }

    /// A key is delivered to somebody who may hold it.
    pub fn require_may_receive(&self, key: &KeyName, officer: &OfficerId, ctx: &Context<'_>) -> Result<(), Rule> {
        let may = match key {
            KeyName::Class(class) => self.may_hold_by_hard_rules(officer, class, ctx),
            KeyName::Vault | KeyName::Oversight | KeyName::Custody | KeyName::Dossier(_) => {
                self.entitled(key, officer, ctx.at)
            }
        };
        require(may, Rule::DeliveredToStranger)
    }

    /// Whether rules about persons and roles let an officer hold the key of a class, whatever else data may say.
    pub fn may_hold_by_hard_rules(&self, officer: &OfficerId, class: &ClassId, ctx: &Context<'_>) -> bool {
        match self.may_hold(officer, class, ctx.at) {
            Ok(_) => true,
            Err(denied) => !denied.reasons.iter().any(|reason| hard(reason.code)),
        }
    }

    pub fn require_keeper(&self, dossier: &DossierKey, officer: &OfficerId) -> Result<(), Rule> {
        require(self.keeps(dossier, officer), Rule::NotKeeperOfDossier)
    }

    /// A marking is changed by somebody who may read the document, for the originating authority; that it consented, a sheet
    /// says that fewer can read.
    pub fn require_may_reclassify(
        &self,
        document: &DocumentId,
        consented: bool,
        ctx: &Context<'_>,
    ) -> Result<(), Rule> {
        let filing = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
        let class = self.classes.get(&filing.class).ok_or(Rule::UnknownClass)?;
        require(self.may_hold_by_hard_rules(ctx.author, &filing.class, ctx), Rule::ReclassifiedWithoutRight)?;
        let charged = self.acts_for(ctx.author, filing) != ActsFor::Nobody && class.access.policy == OWN_POLICY;
        require(charged || consented, Rule::NotOriginatingAuthority)
    }

    /// By what charge an officer decides about a document.
    pub fn acts_for(&self, officer: &OfficerId, filing: &Filing) -> ActsFor {
        let dossier = self.classes.get(&filing.class).and_then(|class| self.dossiers.get(&class.dossier));
        if filing.by == *officer {
            ActsFor::Author
        } else if dossier.is_some_and(|dossier| dossier.lead.as_ref() == Some(officer)) {
            ActsFor::Lead
        } else {
            ActsFor::Nobody
        }
    }

    /// A refusal: by a release authority who did not ask for it himself.
    pub fn require_may_refuse(&self, id: &ReleaseId, ctx: &Context<'_>) -> Result<(), Rule> {
        let release = self.releases.get(id).ok_or(Rule::UnknownRelease)?;
        let partner = self.partner_facts(&release.partner).ok_or(Rule::UnknownPartner)?;
        for document in &release.documents {
            let filing = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
            let question = ReleaseQuestion::of(policy::Stage::Approve, ctx.author, release, filing, &partner);
            let objections = self.objections_to_refusal(&question, &filing.class, ctx.at);
            require(!objections.into_iter().any(hard), Rule::ReleasedWithoutRight)?;
        }
        Ok(())
    }

    /// Approval and writing of a release: role, second person, partner; what the label says is known to fewer.
    pub fn require_may_release(&self, id: &ReleaseId, stage: policy::Stage, ctx: &Context<'_>) -> Result<(), Rule> {
        let release = self.releases.get(id).ok_or(Rule::UnknownRelease)?;
        let partner = self.partner_facts(&release.partner).ok_or(Rule::UnknownPartner)?;
        for document in &release.documents {
            let filing = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
            let question = ReleaseQuestion::of(stage, ctx.author, release, filing, &partner);
            let objections = self.objections_to_release(&question, &filing.class, ctx.at);
            require(!objections.into_iter().any(hard), Rule::ReleasedWithoutRight)?;
        }
        Ok(())
    }
}

impl State {
    /// What is written onto the sheets of a class is written by somebody who may read it, or by an entry that has to: one that
    /// files into it, decides about a document of it, or takes a step of its release.
    pub fn require_may_write_sheet(&self, class: &ClassId, events: &[Event], ctx: &Context<'_>) -> Result<(), Rule> {
        let of = |document: &DocumentId| self.documents.get(document).is_some_and(|filing| filing.class == *class);
        let called_for = events.iter().any(|event| match event {
            Event::Filed { class: into, .. } => into == class,
            // Its parts are looked at by themselves.
            Event::Reclassified { document, class: into, .. } => {
                let left = self.documents.get(document).and_then(|filing| filing.former.last());
                into == class || left.is_some_and(|former| former.class == *class)
            }
            Event::Maintained { document, .. } => of(document),
            Event::ReleaseRequested { release, .. }
            | Event::ReleaseApproved { release }
            | Event::ReleaseRefused { release }
            | Event::ReleaseWritten { release }
            | Event::ReleaseRecalled { release } => {
                self.releases.get(release).is_some_and(|release| release.documents.iter().any(of))
            }
            Event::Founded { .. }
            | Event::OfficerAdded { .. }
            | Event::OfficerDisabled { .. }
            | Event::ClearanceGranted { .. }
            | Event::ClearanceChanged { .. }
            | Event::BriefingRecorded { .. }
            | Event::ApprovalRecorded { .. }
            | Event::GuideReplaced { .. }
            | Event::AuthoritiesReplaced { .. }
            | Event::DossierCreated { .. }
            | Event::MemberAdded { .. }
            | Event::MemberRemoved { .. }
            | Event::ClassMade { .. }
            | Event::Rekeyed { .. }
            | Event::Delivered { .. }
            | Event::Deposited { .. }
            | Event::PartnerAdded { .. }
            | Event::PassphraseChanged { .. }
            | Event::PartnerConfirmed { .. } => false,
        });
        require(called_for || self.may_hold_by_hard_rules(ctx.author, class, ctx), Rule::SheetWithoutRight)
    }
}

/// Whether a reason rests on persons and roles, as opposed to data that the program ships with or to the label itself.
fn hard(reason: ReasonCode) -> bool {
    match reason {
        ReasonCode::AccountDisabled
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
        | ReasonCode::NeedToKnowMissing
        | ReasonCode::ReleaseAuthorityRequired
        | ReasonCode::OwnRequest
        | ReasonCode::NotApproved
        | ReasonCode::MarkingChanged
        | ReasonCode::PartnerInactive
        | ReasonCode::PartnerUnconfirmed
        | ReasonCode::AgreementMissing
        | ReasonCode::AgreementExpired
        | ReasonCode::PartnerCeiling
        | ReasonCode::PartnerCategoryMissing => true,
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
