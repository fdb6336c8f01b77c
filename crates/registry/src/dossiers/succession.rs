//! Who leads a dossier, and whom it falls to when its lead is gone: to the deputy whom he named, else to the person whom one
//! security officer proposes and another agrees to. To nobody by himself, and never to nobody.

use policy::four_eyes::succession_takes_two;
use policy::{MembershipFacts, Role};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::Dossier;
use crate::assents::{Answer, Answering, Assentable, Peers, Request, Step, WhileSingle};
use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::{State, day};
use crate::{AssentId, ClassId, DossierKey, ForgedRule as Rule, OfficerId};

impl State {
    /// Who leads a dossier now: its lead, or its keeper where none was named; once he is gone, its deputy. None: it falls to
    /// whom four eyes decide.
    pub fn in_charge(&self, dossier: &DossierKey) -> Option<&OfficerId> {
        let of = self.dossiers.get(dossier)?;
        let head = of.head().filter(|head| self.is_there(of, head));
        head.or_else(|| of.deputy.as_ref().filter(|deputy| self.is_there(of, deputy)))
    }

    /// The same, unless it is its keeper alone: who decides as its lead.
    pub fn lead(&self, dossier: &DossierKey) -> Option<&OfficerId> {
        let of = self.dossiers.get(dossier)?;
        let named = |officer: &&OfficerId| of.lead.as_ref() == Some(*officer) || of.deputy.as_ref() == Some(*officer);
        self.in_charge(dossier).filter(named)
    }

    /// All dossiers that nobody leads.
    pub fn unled(&self) -> impl Iterator<Item = (&DossierKey, &Dossier)> {
        self.dossiers.iter().filter(|(key, _)| self.in_charge(key).is_none())
    }

    /// Whether somebody who may lead a dossier is still there: he works here, and is on its list; who made it, without being on
    /// it.
    fn is_there(&self, of: &Dossier, officer: &OfficerId) -> bool {
        let active = self.officers.get(officer).is_some_and(|officer| officer.active());
        active && (of.members.contains_key(officer) || (of.lead.is_none() && of.keeper == *officer))
    }

    /// Puts a lead in the place of one who is gone.
    fn succeed(&mut self, dossier: &DossierKey, lead: &OfficerId, by: &Context<'_>) {
        let Some(of) = self.dossiers.get_mut(dossier) else { return };
        // Whoever is on the list for a time stays on it.
        let from = of.members.get(lead).map_or_else(|| day(by.at), |member| member.from);
        of.members.insert(lead.clone(), MembershipFacts { from, until: None });
        (of.lead, of.left, of.deputy) = (Some(lead.clone()), false, None);
        (of.decided, of.succeeded) = (by.index, Some(by.at_ms));
    }
}

impl Dossier {
    /// Who was to lead it, whatever became of him.
    pub fn head(&self) -> Option<&OfficerId> {
        match &self.lead {
            Some(lead) => Some(lead),
            None if self.left => None,
            None => Some(&self.keeper),
        }
    }
}

/// Who leads a dossier names who stands in for him, another, or nobody any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyNamed {
    pub dossier: DossierKey,
    #[serde(deserialize_with = "Option::deserialize")]
    pub deputy: Option<OfficerId>,
}

impl Fact for DeputyNamed {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let of = state.dossiers.get(&self.dossier).ok_or(Rule::UnknownDossier)?;
        // Whom he named before may not name another in his place.
        let leads = of.head() == Some(by.author) && state.in_charge(&self.dossier) == Some(by.author);
        require(leads && state.works(by.author), Rule::NotLeadOfDossier)?;
        let Some(deputy) = &self.deputy else { return Ok(()) };
        require(deputy != by.author, Rule::AboutOneself)?;
        state.require_active(deputy)?;
        require(of.members.contains_key(deputy), Rule::UnknownMember)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(of) = state.dossiers.get_mut(&self.dossier) {
            of.deputy.clone_from(&self.deputy);
            of.decided = by.index;
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.deputy.as_ref().map_or(Concerns::Nobody, Concerns::Officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::NameDeputy)
            .about("dossier", self.dossier.to_string())
            .about_some("officer", self.deputy.as_ref().map(OfficerId::to_string))
    }
}

/// A deputy enters that he leads the dossier now: its lead is gone. He does so from the moment on that it is so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierTakenOver {
    pub dossier: DossierKey,
}

impl Fact for DossierTakenOver {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let of = state.dossiers.get(&self.dossier).ok_or(Rule::UnknownDossier)?;
        let falls_to = state.in_charge(&self.dossier).filter(|_| of.head() != Some(by.author));
        require(falls_to == Some(by.author) && state.works(by.author), Rule::NotDeputyOfDossier)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.succeed(&self.dossier, by.author, by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    /// With whose place it is.
    fn record(&self, before: &State) -> AuditRecord {
        let former = before.dossiers.get(&self.dossier).and_then(Dossier::head);
        AuditRecord::new(Act::TakeOverDossier)
            .about("dossier", self.dossier.to_string())
            .about_some("officer", former.map(OfficerId::to_string))
    }
}

/// A dossier that nobody leads has a lead again. Under the full rules it is a matter of two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadNamed {
    pub dossier: DossierKey,
    pub lead: OfficerId,
}

impl Fact for LeadNamed {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!state.succession_takes_two(&self.dossier), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.succeed(&self.dossier, &self.lead, by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.lead)
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::NameLead))
    }
}

impl LeadNamed {
    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("dossier", self.dossier.to_string()).about("officer", self.lead.to_string())
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(state.dossiers.contains_key(&self.dossier), Rule::UnknownDossier)?;
        require(state.in_charge(&self.dossier).is_none(), Rule::DossierLed)?;
        require(self.lead != *by.author, Rule::AboutOneself)?;
        state.require_active(&self.lead)
    }

    /// The entry after which nobody agrees to it any more. Nobody at all does while somebody leads the dossier, or who was
    /// proposed is gone himself.
    fn decided(&self, state: &State) -> Option<u64> {
        let open = state.in_charge(&self.dossier).is_none() && state.require_active(&self.lead).is_ok();
        let of = state.dossiers.get(&self.dossier).filter(|_| open);
        Some(of.map_or(u64::MAX, |of| of.decided))
    }
}

/// Proposed by one security officer, decided by the yes of another, who is not the new lead.
impl Assentable for LeadNamed {
    fn needed(&self) -> usize {
        1
    }

    fn may_ask(&self, state: &State, _: &Request, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn answering(&self, state: &State) -> Answering<'_> {
        Answering::Peers(Peers {
            charge: Role::SecurityOfficer,
            or: Rule::NotSecurityOfficer,
            about: Some(&self.lead),
            decided: self.decided(state),
            while_single: WhileSingle::May,
        })
    }

    fn classes(&self, _: &State) -> Vec<ClassId> {
        Vec::new()
    }

    fn act(&self, step: Step) -> Act {
        match step {
            Step::Asked => Act::RequestSuccession,
            Step::Answered(Answer::Yes) => Act::NameLead,
            Step::Answered(Answer::No) => Act::RefuseSuccession,
            Step::Answered(Answer::Withdrawn) => Act::RecallSuccession,
        }
    }

    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        self.describe(record).about("request", request.to_string())
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Officer(&self.lead)
    }

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.succeed(&self.dossier, &self.lead, by);
    }
}

impl State {
    /// Whether a dossier that nobody leads is given a lead by two. In an exercise vault as well where its lead is frozen: one
    /// person froze him, and he may be back.
    pub fn succession_takes_two(&self, dossier: &DossierKey) -> bool {
        let head = self.dossiers.get(dossier).and_then(Dossier::head).and_then(|head| self.officers.get(head));
        succession_takes_two(self.regime()) || head.is_some_and(|head| head.belongs() && !head.active())
    }
}
