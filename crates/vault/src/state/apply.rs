//! One event, checked and applied.

use jiff::Timestamp;
use policy::{
    AccountStatus, BriefingFacts, ClearanceFacts, ClearanceStatus, DossierStatus, MembershipFacts, OfficerFacts, Role,
    Stage,
};
use seal::{KeyId, Recipient};

use super::ForgedRule as Rule;
use super::latest_end;
use super::rights::require;
use super::{
    Approval, AuthoritiesInForce, Class, Dossier, Epoch, Filing, Former, GuideInForce, Officer, Papers, Partner,
    Refusal, Release, State,
};
use crate::entries::{Event, KeyName, OfficerRecord};
use crate::ids::ObjectId;
use crate::{ClassId, DocumentId, DossierKey, OfficerId, ReleaseId, ReleaseStatus};

/// The entry that an event stands in.
pub(crate) struct Context<'a> {
    pub author: &'a OfficerId,
    pub index: u64,
    pub at_ms: i64,
    pub at: Timestamp,
    /// Keys that the entry introduces as authors.
    pub introduces: &'a [KeyId],
    /// The classes and epochs that the entry has parts for.
    pub sheets: &'a [(ClassId, u32)],
}

impl State {
    /// Applies an event, or names the rule that its author broke. After an error the state is not to be used.
    pub fn apply(&mut self, event: &Event, ctx: &Context<'_>) -> Result<(), Rule> {
        let security = &[Role::SecurityOfficer];
        match event {
            Event::Founded { name, register, officer, oversight, custody } => {
                require(ctx.index == 0 && self.officers.is_empty(), Rule::FoundedTwice)?;
                require(officer.id == *ctx.author && ctx.introduces == [officer.key], Rule::AuthorNotIntroduced)?;
                require(label::is_nation(&officer.nationality), Rule::UnknownNation)?;
                self.name.clone_from(name);
                self.register.clone_from(register);
                self.admit(officer);
                // Nobody gave the first officer a passphrase.
                self.officer(&officer.id)?.own_passphrase = true;
                for (key, recipient) in
                    [(KeyName::Vault, None), (KeyName::Oversight, Some(oversight)), (KeyName::Custody, Some(custody))]
                {
                    self.rekey(key, recipient, ctx);
                }
            }
            Event::OfficerAdded { officer } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                let known = self.officers.contains_key(&officer.id) || self.by_key.contains_key(&officer.key);
                require(!known, Rule::OfficerAddedTwice)?;
                require(officer.recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
                require(self.owner_of(&officer.recipient, None).is_none(), Rule::KeyOfAnother)?;
                require(label::is_nation(&officer.nationality), Rule::UnknownNation)?;
                require(ctx.introduces == [officer.key], Rule::AuthorNotIntroduced)?;
                self.admit(officer);
            }
            Event::OfficerDisabled { officer } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                require(officer != ctx.author, Rule::AboutOneself)?;
                self.require_active(officer)?;
                self.officer(officer)?.facts.status = AccountStatus::Disabled;
            }
            Event::PassphraseChanged { officer } => {
                require(officer == ctx.author, Rule::AboutAnother)?;
                self.officer(officer)?.own_passphrase = true;
            }
            Event::ClearanceGranted { officer, policy, level, categories, from, until, certificate, authority } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                require(officer != ctx.author, Rule::AboutOneself)?;
                require(from <= until, Rule::DatesContradict)?;
                require(latest_end(*from).is_some_and(|latest| *until <= latest), Rule::ClearanceTooLong)?;
                let officer = self.officer(officer)?;
                officer.facts.clearances.push(ClearanceFacts {
                    policy: policy.clone(),
                    level: level.clone(),
                    categories: categories.clone(),
                    from: *from,
                    until: *until,
                    status: ClearanceStatus::Valid,
                });
                officer.papers.push(Papers { certificate: certificate.clone(), authority: authority.clone() });
            }
            Event::ClearanceChanged { officer, policy, status } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                require(officer != ctx.author, Rule::AboutOneself)?;
                let clearances = &mut self.officer(officer)?.facts.clearances;
                for clearance in clearances.iter_mut().filter(|c| c.policy == *policy) {
                    // A withdrawal is for ever: whoever is cleared again gets another clearance.
                    if clearance.status != ClearanceStatus::Withdrawn {
                        clearance.status = *status;
                    }
                }
            }
            Event::BriefingRecorded { officer, policy, level, date } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                require(officer != ctx.author, Rule::AboutOneself)?;
                let briefing = BriefingFacts { policy: policy.clone(), level: level.clone(), date: *date };
                self.officer(officer)?.facts.briefings.push(briefing);
            }
            Event::ApprovalRecorded { authority, reference, ceiling, until } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                self.approval = Some(Approval {
                    authority: authority.clone(),
                    reference: reference.clone(),
                    ceiling: *ceiling,
                    until: *until,
                    at_ms: ctx.at_ms,
                    by: ctx.author.clone(),
                });
            }
            Event::GuideReplaced { guide } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                // Its shape alone: what a guide may call for hangs on policies that later programs may extend.
                require(guide.misshapen().is_none(), Rule::GuideMisshapen)?;
                self.guide = Some(GuideInForce { guide: guide.clone(), at_ms: ctx.at_ms, by: ctx.author.clone() });
            }
            Event::AuthoritiesReplaced { authorities } => {
                self.require_role(ctx.author, security, Rule::NotSecurityOfficer)?;
                require(authorities.flaw(&self.name).is_none(), Rule::AuthoritiesMisshapen)?;
                self.authorities =
                    AuthoritiesInForce { list: authorities.clone(), changed: Some((ctx.at_ms, ctx.author.clone())) };
            }
            Event::DossierCreated { dossier, recipient, lead, from } => {
                self.create_dossier(dossier, recipient, lead.as_ref(), *from, ctx)?;
            }
            Event::MemberAdded { dossier, officer, from, until } => {
                self.require_keeper(dossier, ctx.author)?;
                require(officer != ctx.author, Rule::AboutOneself)?;
                require(until.is_none_or(|until| *from <= until), Rule::DatesContradict)?;
                self.require_active(officer)?;
                let members = &mut self.dossier(dossier)?.members;
                members.insert(officer.clone(), MembershipFacts { from: *from, until: *until });
            }
            Event::MemberRemoved { dossier, officer } => {
                self.require_keeper(dossier, ctx.author)?;
                let dossier = self.dossier(dossier)?;
                require(dossier.members.remove(officer).is_some(), Rule::UnknownMember)?;
                if dossier.lead.as_ref() == Some(officer) {
                    dossier.lead = None;
                }
            }
            Event::ClassMade { class, dossier, access, recipient } => {
                require(!self.classes.contains_key(class), Rule::ClassMadeTwice)?;
                require(recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
                require(self.class_of(access, dossier).is_none(), Rule::ClassMadeTwice)?;
                require(self.dossier(dossier)?.status == DossierStatus::Open, Rule::DossierClosed)?;
                let code = self.free_code(class, &access.policy, &access.classification);
                let (access, dossier) = (access.clone(), dossier.clone());
                self.classes.insert(class.clone(), Class { access, dossier, code, counts: Default::default() });
                self.rekey(KeyName::Class(class.clone()), Some(recipient), ctx);
            }
            Event::Rekeyed { key, epoch, recipient } => {
                self.require_may_rekey(key, *epoch, ctx)?;
                require(recipient.as_ref().is_none_or(Recipient::is_post_quantum), Rule::RecipientNotPostQuantum)?;
                let chain = self.keys.get(key).ok_or(Rule::UnknownKey)?;
                require(*epoch == chain.len() + 1, Rule::EpochOutOfOrder)?;
                require(recipient.is_none() == (*key == KeyName::Vault), Rule::KeyWithoutRecipient)?;
                self.rekey(key.clone(), recipient.as_ref(), ctx);
            }
            Event::Delivered { key, epochs, officers } => {
                self.require_may_deliver(key, epochs, ctx)?;
                for officer in officers {
                    self.require_may_receive(key, officer, ctx)?;
                    let chain = self.keys.get_mut(key).ok_or(Rule::UnknownKey)?;
                    for number in epochs {
                        // Nobody is given again what he has: it could only be another key under the same name.
                        let new = chain.get_mut(*number).ok_or(Rule::UnknownKey)?.known_to.insert(officer.clone());
                        require(new || officer == ctx.author, Rule::DeliveredTwice)?;
                    }
                }
            }
            Event::Deposited { key, epochs } => {
                self.require_holder(key, epochs, ctx)?;
                let (custody, _) = self.sound_custody(ctx.at).ok_or(Rule::CustodyNotSound)?;
                let chain = self.keys.get_mut(key).ok_or(Rule::UnknownKey)?;
                for number in epochs {
                    chain.get_mut(*number).ok_or(Rule::UnknownKey)?.custody = custody;
                }
            }
            Event::Filed { document, class, epoch } => self.file(document, class, *epoch, ctx)?,
            Event::Reclassified { document, class, epoch, object, consented } => {
                self.require_may_reclassify(document, *consented, ctx)?;
                self.reclassify(document, class, *epoch, object, ctx)?;
            }
            Event::Maintained { document, consented } => {
                self.require_may_reclassify(document, *consented, ctx)?;
                let mut filing = self.documents.get(document).ok_or(Rule::UnknownDocument)?.clone();
                filing.decided.push(ctx.index);
                self.documents.insert(document.clone(), filing);
            }
            Event::PartnerAdded { partner } => {
                let roles = &[Role::SecurityOfficer, Role::ReleaseAuthority];
                self.require_role(ctx.author, roles, Rule::NotReleaseAuthority)?;
                require(!self.partners.contains_key(&partner.id), Rule::PartnerAddedTwice)?;
                let owner = self.owner_of(&partner.recipient, partner.signing_key.as_deref());
                require(owner.is_none(), Rule::KeyOfAnother)?;
                require(label::is_nation(&partner.nation), Rule::UnknownNation)?;
                let record = Partner { record: partner.clone(), entered_by: ctx.author.clone(), confirmed_by: None };
                self.partners.insert(partner.id.clone(), record);
            }
            Event::PartnerConfirmed { partner, fingerprint } => {
                let roles = &[Role::SecurityOfficer, Role::ReleaseAuthority];
                self.require_role(ctx.author, roles, Rule::NotReleaseAuthority)?;
                let partner = self.partners.get_mut(partner).ok_or(Rule::UnknownPartner)?;
                require(partner.record.recipient.has_fingerprint(fingerprint), Rule::FingerprintOfAnotherKey)?;
                // A key that one person brings and confirms is compared with nothing.
                require(partner.entered_by != *ctx.author, Rule::PartnerConfirmedByOneself)?;
                require(partner.confirmed_by.is_none(), Rule::PartnerConfirmedTwice)?;
                partner.confirmed_by = Some(ctx.author.clone());
            }
            Event::ReleaseRequested { release, partner, documents, consents } => {
                require(!self.releases.contains_key(release), Rule::ReleaseRequestedTwice)?;
                require(self.partners.contains_key(partner), Rule::UnknownPartner)?;
                require(!documents.is_empty(), Rule::ReleaseOfNothing)?;
                require(documents.iter().all(|id| self.documents.contains_key(id)), Rule::UnknownDocument)?;
                let record = Release {
                    partner: partner.clone(),
                    documents: documents.clone(),
                    consents: consents.clone(),
                    requested_by: ctx.author.clone(),
                    requested_ms: ctx.at_ms,
                    requested_at: ctx.index,
                    approved: None,
                    refused: None,
                    written_ms: None,
                    recalled: false,
                    steps: vec![ctx.index],
                };
                self.releases.insert(release.clone(), record);
                self.require_may_release(release, Stage::Request, ctx)?;
            }
            Event::ReleaseApproved { release } => {
                require(self.release(release)?.status() == ReleaseStatus::Waiting, Rule::ReleaseOutOfOrder)?;
                self.require_may_release(release, Stage::Approve, ctx)?;
                let release = self.release(release)?;
                release.approved = Some((ctx.author.clone(), ctx.at_ms));
                release.steps.push(ctx.index);
            }
            Event::ReleaseRefused { release } => {
                require(self.release(release)?.status() == ReleaseStatus::Waiting, Rule::ReleaseOutOfOrder)?;
                self.require_may_refuse(release, ctx)?;
                let release = self.release(release)?;
                release.refused = Some(Refusal { by: ctx.author.clone(), at_ms: ctx.at_ms, index: ctx.index });
                release.steps.push(ctx.index);
            }
            Event::ReleaseWritten { release } => {
                // Written again, after a failure: the second package replaces the first.
                let status = self.release(release)?.status();
                let ready = matches!(status, ReleaseStatus::Approved | ReleaseStatus::Written);
                require(ready, Rule::ReleaseOutOfOrder)?;
                self.require_may_release(release, Stage::Write, ctx)?;
                let release = self.release(release)?;
                release.written_ms = Some(ctx.at_ms);
                release.steps.push(ctx.index);
            }
            Event::ReleaseRecalled { release } => {
                let by_role = self.has_role(ctx.author, Role::ReleaseAuthority)
                    || self.has_role(ctx.author, Role::SecurityOfficer);
                let release = self.release(release)?;
                require(by_role || release.requested_by == *ctx.author, Rule::NotReleaseAuthority)?;
                let ended = matches!(release.status(), ReleaseStatus::Recalled | ReleaseStatus::Refused);
                require(!ended, Rule::ReleaseOutOfOrder)?;
                release.recalled = true;
                release.steps.push(ctx.index);
            }
        }
        Ok(())
    }

    fn admit(&mut self, record: &OfficerRecord) {
        let facts = OfficerFacts {
            id: record.id.to_string(),
            status: AccountStatus::Active,
            nationality: record.nationality.clone(),
            roles: record.roles.clone(),
            clearances: Vec::new(),
            briefings: Vec::new(),
        };
        let officer = Officer {
            full_name: record.full_name.clone(),
            facts,
            papers: Vec::new(),
            recipient: record.recipient.clone(),
            key: record.key,
            last_session: None,
            own_passphrase: false,
        };
        self.officers.insert(record.id.clone(), officer);
        self.by_key.insert(record.key, record.id.clone());
    }

    /// Adds an epoch; its maker knows it.
    fn rekey(&mut self, key: KeyName, recipient: Option<&Recipient>, ctx: &Context<'_>) {
        let custody = match key {
            KeyName::Dossier(_) | KeyName::Class(_) => self.sound_custody(ctx.at).map_or(0, |(epoch, _)| epoch),
            KeyName::Vault | KeyName::Oversight | KeyName::Custody => 0,
        };
        let known_to = [ctx.author.clone()].into();
        self.keys.entry(key).or_default().push(Epoch { recipient: recipient.cloned(), known_to, custody });
    }

    fn create_dossier(
        &mut self,
        id: &DossierKey,
        recipient: &Recipient,
        lead: Option<&OfficerId>,
        from: jiff::civil::Date,
        ctx: &Context<'_>,
    ) -> Result<(), Rule> {
        self.require_role(ctx.author, &[Role::SecurityOfficer, Role::Registrar], Rule::NotRegistrar)?;
        require(!self.dossiers.contains_key(id), Rule::DossierCreatedTwice)?;
        require(recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
        let mut members = std::collections::BTreeMap::new();
        if let Some(lead) = lead {
            self.require_active(lead)?;
            // Whoever keeps the lists of others is not on one by his own hand.
            let oneself = lead == ctx.author && self.has_role(ctx.author, Role::SecurityOfficer);
            require(!oneself, Rule::AboutOneself)?;
            members.insert(lead.clone(), MembershipFacts { from, until: None });
        }
        let dossier = Dossier { keeper: ctx.author.clone(), lead: lead.cloned(), members, status: DossierStatus::Open };
        self.dossiers.insert(id.clone(), dossier);
        self.rekey(KeyName::Dossier(id.clone()), Some(recipient), ctx);
        Ok(())
    }

    fn file(&mut self, document: &DocumentId, class: &ClassId, epoch: u32, ctx: &Context<'_>) -> Result<(), Rule> {
        require(!self.documents.contains_key(document), Rule::DocumentFiledTwice)?;
        let object = ObjectId::from(document);
        require(!self.documents.uses(&object), Rule::ObjectOfAnother)?;
        let current = self.current(&KeyName::Class(class.clone())).map(|(number, _)| number);
        require(current == Some(epoch), Rule::EpochOutOfOrder)?;
        let record = self.classes.get_mut(class).ok_or(Rule::UnknownClass)?;
        let open = self.dossiers.get(&record.dossier).is_some_and(|d| d.status == DossierStatus::Open);
        require(open, Rule::DossierClosed)?;
        let (year, number) = record.next_number(ctx.at);
        let filing = Filing {
            class: class.clone(),
            epoch,
            index: ctx.index,
            at_ms: ctx.at_ms,
            by: ctx.author.clone(),
            year,
            number,
            object,
            former: Vec::new(),
            decided: Vec::new(),
        };
        self.documents.insert(document.clone(), filing);
        Ok(())
    }

    /// Moves a document: its place in the register of its old class stays empty.
    fn reclassify(
        &mut self,
        document: &DocumentId,
        class: &ClassId,
        epoch: u32,
        object: &ObjectId,
        ctx: &Context<'_>,
    ) -> Result<(), Rule> {
        let mut filing = self.documents.get(document).ok_or(Rule::UnknownDocument)?.clone();
        let current = self.current(&KeyName::Class(class.clone())).map(|(number, _)| number);
        require(self.classes.contains_key(class), Rule::UnknownClass)?;
        require(current == Some(epoch), Rule::EpochOutOfOrder)?;
        require(!self.documents.uses(object), Rule::ObjectOfAnother)?;
        let dossier = self.classes.get(&filing.class).map(|old| old.dossier.clone());
        let record = self.classes.get_mut(class).ok_or(Rule::UnknownClass)?;
        // A document is moved to another marking, never to other people.
        require(dossier.as_ref() == Some(&record.dossier), Rule::ReclassifiedElsewhere)?;
        if filing.class != *class {
            (filing.year, filing.number) = record.next_number(ctx.at);
        }
        let class = std::mem::replace(&mut filing.class, class.clone());
        let object = std::mem::replace(&mut filing.object, object.clone());
        filing.former.push(Former { class, since: filing.index, until: ctx.index, object });
        filing.decided.push(ctx.index);
        (filing.epoch, filing.index) = (epoch, ctx.index);
        self.documents.insert(document.clone(), filing);
        Ok(())
    }

    /// The register's code: portion letters and the first characters of the class id that no other register has.
    fn free_code(&self, class: &ClassId, policy: &str, classification: &str) -> String {
        let portion = super::rules().level(policy, classification).map_or("X", label::Level::portion);
        let id = class.as_str().to_uppercase();
        let code = |length: usize| format!("{portion}-{}", id.get(..length).unwrap_or(&id));
        let taken = |code: &String| self.classes.values().any(|other| other.code == *code);
        (3..=id.len()).map(code).find(|code| !taken(code)).unwrap_or_else(|| code(id.len()))
    }

    fn officer(&mut self, id: &OfficerId) -> Result<&mut Officer, Rule> {
        self.officers.get_mut(id).ok_or(Rule::UnknownOfficer)
    }

    fn dossier(&mut self, id: &DossierKey) -> Result<&mut Dossier, Rule> {
        self.dossiers.get_mut(id).ok_or(Rule::UnknownDossier)
    }

    fn release(&mut self, id: &ReleaseId) -> Result<&mut Release, Rule> {
        self.releases.get_mut(id).ok_or(Rule::UnknownRelease)
    }
}
