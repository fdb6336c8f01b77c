//! Dossiers: who keeps them, who leads them, and who needs to know.

mod succession;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use policy::{DossierStatus, MembershipFacts, Role};
use seal::{Recipient, Weight};
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::rights::Alone;
use crate::state::{State, day};
use crate::{DossierId, DossierKey, ForgedRule as Rule, OfficerId};

pub use succession::{DeputyNamed, DossierTakenOver, LeadNamed};

/// A dossier as everybody's program knows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dossier {
    /// Who made it and keeps its list.
    pub keeper: OfficerId,
    /// Who was named to lead it; where nobody was, its keeper does.
    pub lead: Option<OfficerId>,
    /// Who took its lead off the list, as long as nobody took his place.
    pub left: Option<OfficerId>,
    /// Who that lead was.
    pub led: Option<OfficerId>,
    /// Who leads it once its lead is gone.
    pub deputy: Option<OfficerId>,
    /// The entry in which it was last decided who leads it.
    pub decided: u64,
    /// Who alone named its lead, when nobody led it.
    pub named_alone: Option<Alone>,
    /// How it last came to the officer who leads it from another, and when, in milliseconds since 1970.
    pub passed: Option<(Passing, i64)>,
    pub members: BTreeMap<OfficerId, MembershipFacts>,
    pub status: DossierStatus,
    /// Who last closed or reopened it, and when, in milliseconds since 1970.
    pub changed: Option<(OfficerId, i64)>,
}

/// How a dossier comes from one who led it to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Passing {
    /// For good.
    Succeeded,
    /// To its deputy, while its lead is frozen.
    StandsIn,
    /// Back to its lead, whose freeze was lifted.
    Returned,
}

/// A dossier as those know it who hold its key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DossierName {
    pub id: DossierId,
    pub title: String,
    /// Why a member needs to know.
    pub basis: BTreeMap<OfficerId, String>,
    /// Why it was last closed or reopened.
    pub why: Option<String>,
}

/// What those who know a dossier know of it: the `dossier` part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case", deny_unknown_fields)]
pub enum DossierNote {
    Created {
        id: DossierId,
        title: String,
    },
    Basis {
        officer: OfficerId,
        basis: String,
    },
    /// Why it is closed, or open again.
    Changed {
        why: String,
    },
}

impl DossierNote {
    /// Adds what it says to what is known of a dossier.
    pub(crate) fn read(self, dossier: &DossierKey, known: &mut BTreeMap<DossierKey, DossierName>) {
        match self {
            // Once: nobody renames a dossier by a later note.
            DossierNote::Created { id, title } => {
                let name = DossierName { id, title, basis: BTreeMap::new(), why: None };
                known.entry(dossier.clone()).or_insert(name);
            }
            DossierNote::Basis { officer, basis } => {
                if let Some(name) = known.get_mut(dossier) {
                    name.basis.insert(officer, basis);
                }
            }
            DossierNote::Changed { why } => {
                if let Some(name) = known.get_mut(dossier) {
                    name.why = Some(why);
                }
            }
        }
    }
}

impl State {
    pub fn is_member(&self, dossier: &DossierKey, officer: &OfficerId, at: DateTime<Utc>) -> bool {
        let today = day(at);
        self.dossiers
            .get(dossier)
            .and_then(|d| d.members.get(officer))
            .is_some_and(|m| m.from <= today && m.until.is_none_or(|until| today <= until))
    }

    /// Whether an officer keeps the list of a dossier: who made it, and who leads it.
    pub fn keeps(&self, dossier: &DossierKey, officer: &OfficerId) -> bool {
        let Some(of) = self.dossiers.get(dossier).filter(|_| self.works(officer)) else { return false };
        of.keeper == *officer || self.in_charge(dossier) == Some(officer)
    }

    /// Those who may have to do with a dossier: its members and who keeps it. Nobody else needs to know it.
    pub(crate) fn around(&self, key: &DossierKey) -> BTreeSet<&OfficerId> {
        let Some(of) = self.dossiers.get(key) else { return BTreeSet::new() };
        let keeper = Some(&of.keeper).filter(|keeper| self.keeps(key, keeper));
        of.members.keys().chain(keeper).collect()
    }

    /// A dossier, to somebody who keeps its list.
    fn kept(&self, dossier: &DossierKey, by: &Context<'_>) -> Result<&Dossier, Rule> {
        require(self.keeps(dossier, by.author), Rule::NotKeeperOfDossier)?;
        self.dossiers.get(dossier).ok_or(Rule::UnknownDossier)
    }

    pub(crate) fn require_open(&self, dossier: &DossierKey) -> Result<(), Rule> {
        match self.dossiers.get(dossier).ok_or(Rule::UnknownDossier)?.status {
            DossierStatus::Open => Ok(()),
            DossierStatus::Closed => Err(Rule::DossierClosed),
        }
    }
}

/// The first epoch of the dossier's key; its maker keeps the list of members, and the lead as well. The deputy stands in for
/// no matter who leads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierCreated {
    pub dossier: DossierKey,
    pub recipient: Recipient,
    pub lead: Option<OfficerId>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub deputy: Option<OfficerId>,
    pub from: NaiveDate,
}

impl Fact for DossierCreated {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, &[Role::SecurityOfficer, Role::Registrar], Rule::NotRegistrar)?;
        require(!state.dossiers.contains_key(&self.dossier), Rule::DossierCreatedTwice)?;
        state.require_new_recipient(&self.recipient)?;
        let keeps_lists = state.has_role(by.author, Role::SecurityOfficer);
        for member in self.members() {
            state.require_active(member)?;
            // Anyone who keeps the lists of others is not on one by his own hand.
            require(!(keeps_lists && member == by.author), Rule::AboutOneself)?;
        }
        let head = self.lead.as_ref().unwrap_or(by.author);
        require(self.deputy.as_ref() != Some(head), Rule::AboutOneself)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let member = MembershipFacts { from: self.from, until: None };
        let dossier = Dossier {
            keeper: by.author.clone(),
            lead: self.lead.clone(),
            left: None,
            led: None,
            deputy: self.deputy.clone(),
            decided: by.index,
            named_alone: None,
            passed: None,
            members: self.members().map(|officer| (officer.clone(), member.clone())).collect(),
            status: DossierStatus::Open,
            changed: None,
        };
        state.dossiers.insert(self.dossier.clone(), dossier);
        state.begin_epoch(KeyName::Dossier(self.dossier.clone()), Some(&self.recipient), by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::begins(&KeyName::Dossier(self.dossier.clone()), 1))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        Some(KeyName::Dossier(self.dossier.clone()))
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.members().next().map_or(Concerns::Nobody, Concerns::Officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::CreateDossier)
            .about("dossier", self.dossier.to_string())
            .about_some("officer", self.lead.as_ref().map(OfficerId::to_string))
            .about_some("deputy", self.deputy.as_ref().map(OfficerId::to_string))
    }
}

impl DossierCreated {
    /// Who is on its list from the beginning.
    pub fn members(&self) -> impl Iterator<Item = &OfficerId> {
        self.lead.iter().chain(&self.deputy)
    }
}

/// An officer needs to know, for a time or until he is removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberAdded {
    pub dossier: DossierKey,
    pub officer: OfficerId,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Fact for MemberAdded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.kept(&self.dossier, by)?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        require(self.until.is_none_or(|until| self.from <= until), Rule::DatesContradict)?;
        state.require_active(&self.officer)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        if let Some(dossier) = state.dossiers.get_mut(&self.dossier) {
            let member = MembershipFacts { from: self.from, until: self.until };
            dossier.members.insert(self.officer.clone(), member);
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::AddMember)
            .about("dossier", self.dossier.to_string())
            .about("officer", self.officer.to_string())
            .about("from", self.from.to_string())
            .about_some("until", self.until.map(|until| until.to_string()))
    }
}

/// An officer needs to know no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberRemoved {
    pub dossier: DossierKey,
    pub officer: OfficerId,
}

impl Fact for MemberRemoved {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let dossier = state.kept(&self.dossier, by)?;
        require(dossier.members.contains_key(&self.officer), Rule::UnknownMember)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(dossier) = state.dossiers.get_mut(&self.dossier) else { return };
        dossier.members.remove(&self.officer);
        if dossier.lead.as_ref() == Some(&self.officer) {
            (dossier.led, dossier.lead) = (dossier.lead.take(), None);
            (dossier.left, dossier.decided) = (Some(by.author.clone()), by.index);
        }
        if dossier.deputy.as_ref() == Some(&self.officer) {
            (dossier.deputy, dossier.decided) = (None, by.index);
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::RemoveMember)
            .about("dossier", self.dossier.to_string())
            .about("officer", self.officer.to_string())
    }
}

/// A dossier is closed, or open again. Closed, it takes no more documents; those that are in it stay readable to its members,
/// and are marked again and declassified as before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierChanged {
    pub dossier: DossierKey,
    pub status: DossierStatus,
}

impl Fact for DossierChanged {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let dossier = state.kept(&self.dossier, by)?;
        match self.status {
            DossierStatus::Closed => require(dossier.status == DossierStatus::Open, Rule::DossierClosed),
            DossierStatus::Open => require(dossier.status == DossierStatus::Closed, Rule::DossierOpen),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(dossier) = state.dossiers.get_mut(&self.dossier) {
            dossier.status = self.status;
            dossier.changed = Some((by.author.clone(), by.at_ms));
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        let act = match self.status {
            DossierStatus::Closed => Act::CloseDossier,
            DossierStatus::Open => Act::ReopenDossier,
        };
        AuditRecord::new(act).about("dossier", self.dossier.to_string())
    }
}
