//! From the state to the facts of a decision.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use label::{AccessPart, Level};
use policy::four_eyes::Since;
use policy::guide::Floor;
use policy::{
    ActsFor, Authority, ClearanceFacts, Consent, Deliver, Denied, DossierStatus, Examination, File, FileFacts,
    Interest, Marked, MembershipFacts, Motive, NewAccess, Open, OpenFacts, PartnerFacts, Permit, Print, PrintFacts,
    Reason, ReasonCode, Reclassify, ReclassifyFacts, Refuse, Release, ReleaseFacts, Role, Sources, Stage, SystemFacts,
    decide, examine, objections,
};

use crate::assents::Request;
use crate::people::Officer;
use crate::policies::policies;
use crate::state::{State, day};
use crate::{ClassId, DossierKey, OfficerId, PrinterName};

/// What one document's release rests on in addition to the state.
pub struct ReleaseQuestion<'q> {
    pub stage: Stage,
    pub officer: &'q OfficerId,
    pub requester: &'q OfficerId,
    pub approved_by: Option<&'q OfficerId>,
    pub marked: Marked,
    pub partner: &'q PartnerFacts,
    /// Whether the partner was changed since the release was asked for.
    pub partner_since: Since,
    pub consent: Option<&'q Consent>,
    /// The label asks for the originator's consent.
    pub orcon: bool,
    pub foreign: bool,
}

impl<'q> ReleaseQuestion<'q> {
    /// As far as everybody's program knows: without what the label says.
    pub fn of(
        stage: Stage,
        officer: &'q OfficerId,
        request: &'q Request,
        marked: Marked,
        (partner, partner_since): (&'q PartnerFacts, Since),
    ) -> ReleaseQuestion<'q> {
        ReleaseQuestion {
            stage,
            officer,
            requester: &request.by,
            approved_by: request.given.first().map(|answer| &answer.by),
            marked,
            partner,
            partner_since,
            consent: None,
            orcon: false,
            foreign: false,
        }
    }
}

/// What a decision about a classification rests on in addition to the state.
#[derive(Clone, Copy)]
pub struct ReclassifyQuestion<'q> {
    pub officer: &'q OfficerId,
    /// None: to maintain it.
    pub to: Option<&'q AccessPart>,
    pub authority: Authority,
    pub acts_for: ActsFor,
    pub foreign: bool,
    pub consent: Option<&'q Consent>,
    pub interest: Option<Interest>,
    pub motive: Motive,
}

/// What was chosen for a document in addition to its marking, as far as the decision rests on it.
pub struct FilingQuestion {
    /// What its topics call for.
    pub floor: Option<Floor>,
    pub motive: Motive,
    pub sources: Sources,
}

impl FilingQuestion {
    /// No topic, no motive, made from nothing.
    pub const PLAIN: FilingQuestion = FilingQuestion { floor: None, motive: Motive::None, sources: Sources::None };
}

/// The denial of what cannot be decided: officer, class or policy unknown.
pub fn undecidable() -> Denied {
    Denied { reasons: vec![Reason { code: ReasonCode::Undecidable, params: Vec::new() }] }
}

impl State {
    fn with_open_facts<T>(
        &self,
        officer: &OfficerId,
        class: &ClassId,
        then: impl FnOnce(&OpenFacts<'_>) -> T,
    ) -> Option<T> {
        let class = self.classes.get(class)?;
        self.with_access_facts(officer, &class.access, &class.dossier, then)
    }

    fn with_access_facts<T>(
        &self,
        officer: &OfficerId,
        access: &AccessPart,
        dossier: &DossierKey,
        then: impl FnOnce(&OpenFacts<'_>) -> T,
    ) -> Option<T> {
        let system = self.system();
        Some(then(&OpenFacts {
            officer: &self.officers.get(officer)?.facts,
            access,
            policy: policies().policy(&access.policy)?,
            communities: &policies().communities,
            membership: self.dossiers.get(dossier).and_then(|dossier| dossier.members.get(officer)),
            system: &system,
        }))
    }

    /// All who may hold the key of a class that is still to be made.
    pub fn would_hold(&self, access: &AccessPart, dossier: &DossierKey, at: DateTime<Utc>) -> Vec<OfficerId> {
        let may = |officer: &&OfficerId| {
            self.with_access_facts(officer, access, dossier, |facts| decide::<Deliver>(facts, at).is_ok()) == Some(true)
        };
        self.officers.keys().filter(|officer| self.works(officer)).filter(may).cloned().collect()
    }

    /// Into how many classes an officer may look with more clearances and may not without them.
    pub fn classes_opened_by(&self, officer: &OfficerId, clearances: &[ClearanceFacts], at: DateTime<Utc>) -> usize {
        let Some(record) = self.officers.get(officer) else { return 0 };
        let mut cleared = record.facts.clone();
        cleared.clearances.extend_from_slice(clearances);
        let opened = |class: &&ClassId| {
            let with = |facts: &OpenFacts<'_>| {
                decide::<Open>(&OpenFacts { officer: &cleared, ..*facts }, at).is_ok()
                    && decide::<Open>(facts, at).is_err()
            };
            self.with_open_facts(officer, class, with) == Some(true)
        };
        self.classes.keys().filter(opened).count()
    }

    /// How many classes of a dossier an officer may look into once he is on its list.
    pub fn classes_opened_by_joining(&self, dossier: &DossierKey, officer: &OfficerId, at: DateTime<Utc>) -> usize {
        let member = MembershipFacts { from: day(at), until: None };
        let opened = |class: &&ClassId| {
            let may =
                |facts: &OpenFacts<'_>| decide::<Open>(&OpenFacts { membership: Some(&member), ..*facts }, at).is_ok();
            self.with_open_facts(officer, class, may) == Some(true)
        };
        let classes = self.classes.iter().filter(|(_, class)| class.dossier == *dossier).map(|(id, _)| id);
        classes.filter(opened).count()
    }

    /// May this officer open documents of this class?
    pub fn may_open(&self, officer: &OfficerId, class: &ClassId, at: DateTime<Utc>) -> Result<Permit<Open>, Denied> {
        self.with_open_facts(officer, class, |facts| decide::<Open>(facts, at)).unwrap_or_else(|| Err(undecidable()))
    }

    /// May this officer print documents of this class on this printer?
    pub fn may_print(
        &self,
        officer: &OfficerId,
        class: &ClassId,
        printer: &PrinterName,
        at: DateTime<Utc>,
    ) -> Result<Permit<Print>, Denied> {
        let ceiling = self.printer(printer).map(|listed| listed.ceiling);
        let decided = self.with_open_facts(officer, class, |reading| {
            decide::<Print>(&PrintFacts { reading: *reading, printer: printer.as_str(), ceiling }, at)
        });
        decided.unwrap_or_else(|| Err(undecidable()))
    }

    pub fn examine_open(&self, officer: &OfficerId, class: &ClassId, at: DateTime<Utc>) -> Examination {
        self.with_open_facts(officer, class, |facts| examine::<Open>(facts, at)).unwrap_or_else(|| Examination {
            permitted: false,
            satisfied: Vec::new(),
            failed: undecidable().reasons,
        })
    }

    /// As [`State::examine_open`], of a class that may still be to be made.
    pub fn examine_reading(
        &self,
        officer: &OfficerId,
        access: &AccessPart,
        dossier: &DossierKey,
        at: DateTime<Utc>,
    ) -> Examination {
        self.with_access_facts(officer, access, dossier, |facts| examine::<Open>(facts, at))
            .unwrap_or_else(|| Examination { permitted: false, satisfied: Vec::new(), failed: undecidable().reasons })
    }

    /// May this officer hold the key of this class? Nobody whose own keys another chose.
    pub fn may_hold(&self, officer: &OfficerId, class: &ClassId, at: DateTime<Utc>) -> Result<Permit<Deliver>, Denied> {
        if !self.works(officer) && self.officers.get(officer).is_some_and(Officer::active) {
            return Err(undecidable());
        }
        self.with_open_facts(officer, class, |facts| decide::<Deliver>(facts, at)).unwrap_or_else(|| Err(undecidable()))
    }

    pub fn may_file(
        &self,
        officer: &OfficerId,
        access: &AccessPart,
        dossier: &DossierKey,
        question: &FilingQuestion,
        at: DateTime<Utc>,
    ) -> Result<Permit<File>, Denied> {
        self.with_file_facts(officer, access, Some(dossier), question, |facts| decide::<File>(facts, at))
            .unwrap_or_else(|| Err(undecidable()))
    }

    pub fn examine_file(
        &self,
        officer: &OfficerId,
        access: &AccessPart,
        dossier: Option<&DossierKey>,
        question: &FilingQuestion,
        at: DateTime<Utc>,
    ) -> Examination {
        self.with_file_facts(officer, access, dossier, question, |facts| examine::<File>(facts, at))
            .unwrap_or_else(|| Examination { permitted: false, satisfied: Vec::new(), failed: undecidable().reasons })
    }

    fn with_file_facts<T>(
        &self,
        officer: &OfficerId,
        access: &AccessPart,
        dossier: Option<&DossierKey>,
        question: &FilingQuestion,
        then: impl FnOnce(&FileFacts<'_>) -> T,
    ) -> Option<T> {
        let dossier = match dossier {
            Some(dossier) => self.dossiers.get(dossier)?.status,
            None => DossierStatus::Open,
        };
        let system: SystemFacts = self.system();
        Some(then(&FileFacts {
            officer: &self.officers.get(officer)?.facts,
            access,
            policy: policies().policy(&access.policy)?,
            system: &system,
            dossier,
            floor: question.floor.as_ref().map(|floor| floor.level),
            called_for: question.floor.as_ref().map_or(&BTreeSet::new(), |floor| &floor.categories),
            motive: question.motive,
            sources: question.sources,
        }))
    }

    pub fn may_release(
        &self,
        question: &ReleaseQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Result<Permit<Release>, Denied> {
        self.with_release_facts(question, class, |facts| decide::<Release>(facts, at))
            .unwrap_or_else(|| Err(undecidable()))
    }

    /// Everything against, without the discretion that is due to the person who asks: for checking what was signed.
    pub fn objections_to_release(
        &self,
        question: &ReleaseQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Vec<ReasonCode> {
        self.with_release_facts(question, class, |facts| objections::<Release>(facts, at))
            .unwrap_or_else(|| vec![ReasonCode::Undecidable])
    }

    pub fn may_refuse(
        &self,
        question: &ReleaseQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Result<Permit<Refuse>, Denied> {
        self.with_release_facts(question, class, |facts| decide::<Refuse>(facts, at))
            .unwrap_or_else(|| Err(undecidable()))
    }

    /// As [`State::objections_to_release`].
    pub fn objections_to_refusal(
        &self,
        question: &ReleaseQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Vec<ReasonCode> {
        self.with_release_facts(question, class, |facts| objections::<Refuse>(facts, at))
            .unwrap_or_else(|| vec![ReasonCode::Undecidable])
    }

    pub fn examine_release(&self, question: &ReleaseQuestion<'_>, class: &ClassId, at: DateTime<Utc>) -> Examination {
        self.with_release_facts(question, class, |facts| examine::<Release>(facts, at)).unwrap_or_else(|| Examination {
            permitted: false,
            satisfied: Vec::new(),
            failed: undecidable().reasons,
        })
    }

    fn with_release_facts<T>(
        &self,
        question: &ReleaseQuestion<'_>,
        class: &ClassId,
        then: impl FnOnce(&ReleaseFacts<'_>) -> T,
    ) -> Option<T> {
        let class = self.classes.get(class)?;
        let system = self.system();
        Some(then(&ReleaseFacts {
            stage: question.stage,
            officer: &self.officers.get(question.officer)?.facts,
            requester: question.requester.as_str(),
            word: self.word_of_two(question.officer, question.requester),
            // Whose charge is gone has approved nothing: nobody else looks at it again before it leaves.
            approved_by: question
                .approved_by
                .filter(|officer| self.has_role(officer, Role::ReleaseAuthority))
                .map(OfficerId::as_str),
            marked: question.marked,
            access: &class.access,
            policy: policies().policy(&class.access.policy)?,
            communities: &policies().communities,
            orcon: question.orcon,
            foreign: question.foreign,
            consent: question.consent,
            partner: question.partner,
            partner_since: question.partner_since,
            membership: self.dossiers.get(&class.dossier).and_then(|d| d.members.get(question.officer)),
            system: &system,
        }))
    }

    pub fn may_reclassify(
        &self,
        question: &ReclassifyQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Result<Permit<Reclassify>, Denied> {
        self.with_reclassify_facts(question, class, |facts| decide::<Reclassify>(facts, at))
            .unwrap_or_else(|| Err(undecidable()))
    }

    pub fn examine_reclassify(
        &self,
        question: &ReclassifyQuestion<'_>,
        class: &ClassId,
        at: DateTime<Utc>,
    ) -> Examination {
        self.with_reclassify_facts(question, class, |facts| examine::<Reclassify>(facts, at))
            .unwrap_or_else(|| Examination { permitted: false, satisfied: Vec::new(), failed: undecidable().reasons })
    }

    fn with_reclassify_facts<T>(
        &self,
        question: &ReclassifyQuestion<'_>,
        class: &ClassId,
        then: impl FnOnce(&ReclassifyFacts<'_>) -> T,
    ) -> Option<T> {
        let class = self.classes.get(class)?;
        let system = self.system();
        let to = match question.to {
            Some(access) => Some(NewAccess { access, policy: policies().policy(&access.policy)? }),
            None => None,
        };
        Some(then(&ReclassifyFacts {
            officer: &self.officers.get(question.officer)?.facts,
            access: &class.access,
            policy: policies().policy(&class.access.policy)?,
            to,
            communities: &policies().communities,
            membership: self.dossiers.get(&class.dossier).and_then(|d| d.members.get(question.officer)),
            system: &system,
            authority: question.authority,
            acts_for: question.acts_for,
            foreign: question.foreign,
            consent: question.consent,
            interest: question.interest,
            motive: question.motive,
        }))
    }

    /// The level of a class on the common scale; the highest where none can be told.
    pub fn level(&self, class: &ClassId) -> Level {
        self.classes
            .get(class)
            .and_then(|c| policies().level(&c.access.policy, &c.access.classification))
            .unwrap_or(Level::TopSecret)
    }

    /// The classes whose documents an officer may open now, with their levels.
    pub fn open_classes(&self, officer: &OfficerId, at: DateTime<Utc>) -> BTreeMap<ClassId, Level> {
        self.classes
            .keys()
            .filter(|class| self.may_open(officer, class, at).is_ok())
            .map(|class| (class.clone(), self.level(class)))
            .collect()
    }
}
