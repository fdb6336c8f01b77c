//! Who leads a dossier, and whom it falls to when its lead is gone: to the deputy whom he named, else to the person whom one
//! security officer proposes and another agrees to. To nobody by himself, and never to nobody.

use policy::MembershipFacts;
use policy::four_eyes::{Word, succession_takes_two};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{Dossier, Passing};
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::people::Officer;
use crate::rights::{Alone, SECURITY};
use crate::state::{State, day};
use crate::{DossierKey, ForgedRule as Rule, OfficerId};

impl State {
    /// Who leads a dossier now: its lead, or its keeper where none was named; once he is gone, its deputy, unless it was by his
    /// own deed. None: it falls to whom four eyes decide.
    pub fn in_charge(&self, dossier: &DossierKey) -> Option<&OfficerId> {
        let of = self.dossiers.get(dossier)?;
        let head = of.head().filter(|head| self.is_there(of, head));
        head.or_else(|| self.present_deputy(of).filter(|deputy| !self.is_own_deed(of, deputy)))
    }

    /// The deputy of a dossier that nobody leads, who would lead it if he, or who alone vouches for him, had not sent its lead
    /// away.
    pub fn deputy_by_own_deed(&self, dossier: &DossierKey) -> Option<&OfficerId> {
        let of = self.dossiers.get(dossier).filter(|_| self.in_charge(dossier).is_none())?;
        self.present_deputy(of)
    }

    /// The frozen lead of a dossier for whom its deputy stands in: it is his again once the freeze is lifted.
    pub fn stood_in_for(&self, dossier: &DossierKey) -> Option<&OfficerId> {
        let of = self.dossiers.get(dossier)?;
        let head = of.head().filter(|head| self.may_come_back(of, head))?;
        self.in_charge(dossier).filter(|leads| *leads != head).and(Some(head))
    }

    fn present_deputy<'s>(&'s self, of: &'s Dossier) -> Option<&'s OfficerId> {
        of.deputy.as_ref().filter(|deputy| self.is_there(of, deputy))
    }

    /// Whether the lead of a dossier went by a deed of its deputy, or of somebody whose word and his are one.
    fn is_own_deed(&self, of: &Dossier, deputy: &OfficerId) -> bool {
        let by = match of.head() {
            Some(head) => self.officers.get(head).and_then(Officer::stopped_by),
            None => of.left.as_ref(),
        };
        by.is_some_and(|by| by == deputy || self.word_of_two(by, deputy) == Word::OfOne)
    }

    /// Whether the lead of a dossier is frozen, and on its list.
    fn may_come_back(&self, of: &Dossier, head: &OfficerId) -> bool {
        let frozen = self.officers.get(head).is_some_and(|officer| officer.belongs() && !officer.active());
        frozen && of.lists(head)
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

    /// Whether somebody who may lead a dossier is still there: he works here, and is on its list.
    fn is_there(&self, of: &Dossier, officer: &OfficerId) -> bool {
        let active = self.officers.get(officer).is_some_and(|officer| officer.active());
        active && of.lists(officer)
    }

    /// Puts a lead in the place of one who is gone.
    fn succeed(&mut self, dossier: &DossierKey, lead: &OfficerId, by: &Context<'_>) {
        let Some(of) = self.dossiers.get_mut(dossier) else { return };
        // An officer who is on the list for a time stays on it.
        let from = of.members.get(lead).map_or_else(|| day(by.at), |member| member.from);
        of.members.insert(lead.clone(), MembershipFacts { from, until: None });
        (of.lead, of.left, of.led, of.deputy) = (Some(lead.clone()), None, None, None);
        of.named_alone = None;
        (of.decided, of.passed) = (by.index, Some((Passing::Succeeded, by.at_ms)));
    }

    /// Whether its deputy has entered that he stands in for its frozen lead.
    pub fn is_stood_in(&self, dossier: &DossierKey) -> bool {
        let entered = self.dossiers.get(dossier).is_some_and(|of| matches!(of.passed, Some((Passing::StandsIn, _))));
        entered && self.stood_in_for(dossier).is_some()
    }

    /// What a deputy led while its lead was frozen is its lead's again.
    pub(crate) fn give_back(&mut self, officer: &OfficerId, by: &Context<'_>) {
        let stood_in = |of: &&mut Dossier| matches!(of.passed, Some((Passing::StandsIn, _)));
        for of in self.dossiers.values_mut().filter(stood_in).filter(|of| of.head() == Some(officer)) {
            of.passed = Some((Passing::Returned, by.at_ms));
        }
    }
}

impl Dossier {
    /// Who was to lead it, whatever became of him.
    pub fn head(&self) -> Option<&OfficerId> {
        match &self.lead {
            Some(lead) => Some(lead),
            None if self.left.is_some() => None,
            None => Some(&self.keeper),
        }
    }

    /// Whether somebody who may lead it is on its list; or made it for nobody else, without being on it.
    fn lists(&self, officer: &OfficerId) -> bool {
        self.members.contains_key(officer) || (self.lead.is_none() && self.keeper == *officer)
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
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

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

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.deputy.as_ref().map_or(Concerns::Nobody, Concerns::Officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::NameDeputy)
            .about("dossier", self.dossier.to_string())
            .about_some("officer", self.deputy.as_ref().map(OfficerId::to_string))
    }
}

/// A deputy enters that he leads the dossier now: its lead is gone. He does so from the moment on that it is so. While its lead
/// is only frozen he stands in for him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierTakenOver {
    pub dossier: DossierKey,
}

impl Fact for DossierTakenOver {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let of = state.dossiers.get(&self.dossier).ok_or(Rule::UnknownDossier)?;
        require(of.head() != Some(by.author), Rule::NotDeputyOfDossier)?;
        require(state.deputy_by_own_deed(&self.dossier) != Some(by.author), Rule::OwnDeed)?;
        let falls_to = state.in_charge(&self.dossier) == Some(by.author) && state.works(by.author);
        require(falls_to && !state.is_stood_in(&self.dossier), Rule::NotDeputyOfDossier)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if state.stood_in_for(&self.dossier).is_none() {
            let member = state.dossiers.get(&self.dossier).and_then(|of| of.members.get(by.author)).cloned();
            state.succeed(&self.dossier, by.author, by);
            // Whose need to know is over leads it, and reads again only once another puts him back on the list.
            let over = member.filter(|member| member.until.is_some_and(|until| until < day(by.at)));
            if let (Some(over), Some(of)) = (over, state.dossiers.get_mut(&self.dossier)) {
                of.members.insert(by.author.clone(), over);
            }
            return;
        }
        if let Some(of) = state.dossiers.get_mut(&self.dossier) {
            (of.decided, of.passed) = (by.index, Some((Passing::StandsIn, by.at_ms)));
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

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
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!state.succession_takes_two(&self.dossier), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.succeed(&self.dossier, &self.lead, by);
        if let Some(of) = state.dossiers.get_mut(&self.dossier) {
            of.named_alone = Some(Alone::of(by));
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.lead)
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::NameLead))
    }
}

impl LeadNamed {
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
impl ByTwo for LeadNamed {
    const ACTS: Acts = Acts {
        asked: Act::RequestSuccession,
        done: Act::NameLead,
        refused: Act::RefuseSuccession,
        recalled: Act::RecallSuccession,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.lead)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        Peers::security_officers(Some(&self.lead), self.decided(state))
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("dossier", self.dossier.to_string()).about("officer", self.lead.to_string())
    }

    yes_is_all!();

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
