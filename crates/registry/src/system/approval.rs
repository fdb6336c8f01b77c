//! The approval of the system. It takes two, and puts the full rules in force for good.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Level;
use policy::four_eyes::{Regime, SinglePoint, Word, single_points};
use policy::{ClearanceStatus, Role};
use serde::{Deserialize, Serialize};

use super::Approval;
use crate::assents::{Acts, ByTwo, End, Peers, WhileSingle, yes_is_all};
use crate::clearances::takes_two;
use crate::fact::{Context, require};
use crate::log::{Act, AuditRecord};
use crate::people::{Admission, Officer};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{DocumentId, DossierKey, ForgedRule as Rule, OfficerId, PartnerId, PrinterName, ReleaseId};

/// That the system is approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalMatter {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    /// All that one person gave alone: the yes of the second confirms it.
    pub rights: Vec<LoneRight>,
}

/// A right that one person gave alone, or that he decided alone, and that takes two under the full rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoneRight {
    pub to: OfficerId,
    pub by: OfficerId,
    pub right: Right,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Right {
    /// To have these charges.
    Roles { roles: BTreeSet<Role> },
    /// To be cleared.
    Clearance { policy: String, level: String, until: NaiveDate },
    /// To see RESTREINT outside his function.
    Authorisation { policies: BTreeSet<String>, until: NaiveDate },
    /// To be an officer: whom one person let in, or gave other keys in the place of lost ones, is one on that person's word.
    Admission {},
    /// To lead a dossier that nobody led.
    Lead { dossier: DossierKey },
    /// That a partner counts: its key was compared by somebody who is one with the person who entered it.
    Partner { partner: PartnerId },
    /// That something from SECRET up goes to a partner: who agreed is one with the person who asked.
    Release { release: ReleaseId },
    /// That a document is in no list any more, and nobody opens it.
    Withdrawal { document: DocumentId },
    /// That documents from SECRET up are printed on it.
    Printer { printer: PrinterName },
    /// What the house calls for.
    Guide {},
    /// Whose consent is the house's own.
    Authorities {},
}

impl State {
    /// Everything that officers who belong to the vault have from one person alone, though under the full rules it takes two: by officer.
    /// After that what else one person decided alone and still counts.
    pub fn lone_rights(&self) -> Vec<LoneRight> {
        self.given_alone().map(|(right, _)| right).collect()
    }

    /// Each of them with the entry that gave it: rights of officers, and what else counts from then on as if two had decided it.
    fn given_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        let others = self.leads_alone().chain(self.partners_alone()).chain(self.releases_alone());
        let documents = self.withdrawals_alone().chain(self.printers_alone());
        self.rights_alone().chain(others).chain(documents).chain(self.rules_alone())
    }

    fn rights_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        let those = self.officers.iter().filter(|(_, officer)| officer.belongs());
        those.flat_map(|(id, officer)| {
            let roles = roles_alone(id, officer);
            let custodian = self.custodian_alone(id);
            let authorised = authorised_alone(id, officer);
            let admitted = admitted_alone(id, officer);
            roles.into_iter().chain(custodian).chain(clearances_alone(id, officer)).chain(authorised).chain(admitted)
        })
    }

    fn leads_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        self.dossiers.iter().filter_map(|(dossier, of)| {
            let (lead, alone) = (of.lead.as_ref()?, of.named_alone.as_ref()?);
            let right = Right::Lead { dossier: dossier.clone() };
            Some((LoneRight { to: lead.clone(), by: alone.by.clone(), right }, alone.index))
        })
    }

    fn partners_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        self.partners.iter().filter_map(|(partner, of)| {
            let (compared, alone) = (of.confirmed_by.as_ref()?, of.alone.as_ref()?);
            let right = Right::Partner { partner: partner.clone() };
            Some((LoneRight { to: compared.clone(), by: alone.by.clone(), right }, alone.index))
        })
    }

    fn releases_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        self.releases().filter_map(|(release, of)| {
            let agreed = of.request.given.last().filter(|_| of.request.end == Some(End::Granted))?;
            let level = |id| self.documents.get(id).map(|record| self.level(&record.class));
            let takes_two = of.of.documents.iter().any(|id| level(id).is_none_or(|level| level >= Level::Secret));
            let one = takes_two && self.word(&agreed.by, &of.request.by) == Word::OfOne;
            let by = self.vouched_by(&of.request.by).clone();
            one.then(|| (LoneRight { to: agreed.by.clone(), by, right: Right::Release { release } }, agreed.index))
        })
    }

    fn withdrawals_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        self.withdrawn_alone.iter().map(|(document, alone)| {
            let right = Right::Withdrawal { document: document.clone() };
            (LoneRight { to: alone.by.clone(), by: alone.by.clone(), right }, alone.index)
        })
    }

    fn printers_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        self.printers_of_one().map(|listed| {
            let (by, right) = (listed.put.by.clone(), Right::Printer { printer: listed.name.clone() });
            (LoneRight { to: by.clone(), by, right }, listed.put.index)
        })
    }

    fn rules_alone(&self) -> impl Iterator<Item = (LoneRight, u64)> {
        let guide = self.guide.as_ref().map(|guide| (&guide.put, Right::Guide {}));
        let authorities = self.authorities.put.as_ref().map(|put| (put, Right::Authorities {}));
        guide
            .into_iter()
            .chain(authorities)
            .filter(|(put, _)| put.alone)
            .map(|(put, right)| (LoneRight { to: put.by.clone(), by: put.by.clone(), right }, put.index))
    }

    /// The charge of a custodian, where one person alone decided who they are.
    fn custodian_alone(&self, officer: &OfficerId) -> Option<(LoneRight, u64)> {
        let sharing = self.custody.now()?;
        let alone = sharing.alone.as_ref().filter(|alone| alone.by != *officer)?;
        let right = Right::Roles { roles: [Role::Custodian].into() };
        let custodian = sharing.terms.custodians.contains(officer);
        custodian.then(|| (LoneRight { to: officer.clone(), by: alone.by.clone(), right }, alone.index))
    }

    /// The charges that the vault would lose with one person.
    pub fn single_points(&self) -> Vec<SinglePoint> {
        let security = |officer: &&Officer| officer.works() && officer.is(Role::SecurityOfficer);
        // Where one custodian suffices, everything depends on that one, however many there are.
        let most = if self.custody.threshold() > 1 { usize::MAX } else { 1 };
        single_points(self.officers.values().filter(security).count(), self.custodians().count().min(most))
    }

    /// Two persons have agreed to everything that one gave alone.
    fn confirm_all(&mut self) {
        for officer in self.officers.values_mut() {
            officer.admission = Admission::Sound;
            officer.lone_roles.clear();
            officer.papers.iter_mut().for_each(|papers| papers.alone = None);
            officer.authorised.iter_mut().for_each(|authorised| authorised.alone = None);
        }
        self.custody.set_alone(None);
        self.dossiers.values_mut().for_each(|of| of.named_alone = None);
        self.partners.values_mut().for_each(|of| of.alone = None);
        self.withdrawn_alone.clear();
        self.printers.iter_mut().for_each(|listed| listed.put.alone = false);
        let put = self.guide.as_mut().map(|guide| &mut guide.put).into_iter().chain(&mut self.authorities.put);
        put.for_each(|put| put.alone = false);
    }
}

/// The charges that each person gave him alone.
fn roles_alone(id: &OfficerId, officer: &Officer) -> Vec<(LoneRight, u64)> {
    let mut given: BTreeMap<&OfficerId, (BTreeSet<Role>, u64)> = BTreeMap::new();
    for (role, alone) in &officer.lone_roles {
        let (roles, last) = given.entry(&alone.by).or_default();
        roles.insert(*role);
        *last = (*last).max(alone.index);
    }
    let right = |(by, (roles, last)): (&OfficerId, (BTreeSet<Role>, u64))| {
        (LoneRight { to: id.clone(), by: by.clone(), right: Right::Roles { roles } }, last)
    };
    given.into_iter().map(right).collect()
}

fn clearances_alone(id: &OfficerId, officer: &Officer) -> Vec<(LoneRight, u64)> {
    let clearances = officer.facts.clearances.iter().zip(&officer.papers);
    let held = clearances.filter(|(clearance, _)| clearance.status != ClearanceStatus::Withdrawn);
    let alone = held.filter_map(|(clearance, papers)| {
        let alone = papers.alone.as_ref()?;
        let right = Right::Clearance {
            policy: clearance.policy.clone(),
            level: clearance.level.clone(),
            until: clearance.until,
        };
        takes_two(Regime::Full, clearance)
            .then(|| (LoneRight { to: id.clone(), by: alone.by.clone(), right }, alone.index))
    });
    alone.collect()
}

fn admitted_alone(id: &OfficerId, officer: &Officer) -> Option<(LoneRight, u64)> {
    let alone = match &officer.admission {
        Admission::OneWord(alone) => Some(alone),
        // Of the second security officer his charge is listed, as long as he has it from one person.
        Admission::Second(alone) => Some(alone).filter(|_| !officer.lone_roles.contains_key(&Role::SecurityOfficer)),
        Admission::Sound => None,
    };
    let alone = alone?;
    Some((LoneRight { to: id.clone(), by: alone.by.clone(), right: Right::Admission {} }, alone.index))
}

fn authorised_alone(id: &OfficerId, officer: &Officer) -> Option<(LoneRight, u64)> {
    let authorised = officer.authorised.as_ref()?;
    let alone = authorised.alone.as_ref()?;
    let right = Right::Authorisation { policies: authorised.of.policies.clone(), until: authorised.of.until };
    Some((LoneRight { to: id.clone(), by: alone.by.clone(), right }, alone.index))
}

impl ByTwo for ApprovalMatter {
    const ACTS: Acts = Acts {
        asked: Act::RequestApproval,
        done: Act::RecordApproval,
        refused: Act::RefuseApproval,
        recalled: Act::RecallApproval,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(state.single_points().is_empty(), Rule::SinglePoint)?;
        require(self.rights == state.lone_rights(), Rule::RightsNotListed)
    }

    fn whom(&self) -> Option<&OfficerId> {
        None
    }

    /// Not once another approval was recorded, nor once one person has given more alone than the request lists: in the entry of the
    /// request neither, which lists what there was when it was asked for, and may give after that.
    fn peers(&self, state: &State) -> Peers<'_> {
        let approved = state.approval.as_ref().map(|approval| approval.index);
        let given = state.given_alone().map(|(_, index)| index.saturating_add(1)).max();
        Peers { while_single: WhileSingle::MayNot, ..Peers::security_officers(None, approved.max(given)) }
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        let confirmed: BTreeSet<&str> = self.rights.iter().map(|right| right.to.as_str()).collect();
        let confirmed = confirmed.into_iter().collect::<Vec<_>>().join(" ");
        record
            .about("authority", self.authority.clone())
            .about("reference", self.reference.clone())
            .about("ceiling", self.ceiling.as_str())
            .about("until", self.until.to_string())
            .about_some("officers", Some(confirmed).filter(|officers| !officers.is_empty()))
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.approval = Some(Approval {
            authority: self.authority.clone(),
            reference: self.reference.clone(),
            ceiling: self.ceiling,
            until: self.until,
            at_ms: by.at_ms,
            by: by.author.clone(),
            index: by.index,
        });
        state.confirm_all();
        state.four_eyes = true;
    }
}
