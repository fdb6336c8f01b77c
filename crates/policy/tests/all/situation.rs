//! One situation, in which everything is permitted: tests change one thing at a time.
//!
//! Anna, Belgian, release authority, is cleared and briefed for SECRET and is on the list of the dossier; the document
//! is BEL SECRET, `SOURCE`, releasable to Belgium and France, and its originator wants to be asked (`ORCON`); Paul
//! asked for its release to the French service, whose agreement covers `SOURCE`, and Remi approved it. Anna filed it
//! first, and means to lower it to CONFIDENTIEL.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use label::{AccessPart, Communities, Level, Policy, RELEASABLE_TO};
use policy::four_eyes::{Since, Word};
use policy::{
    AccountStatus, Action, ActsFor, ApprovalFacts, Authority, BriefingFacts, ClearanceFacts, ClearanceStatus, Consent,
    Deliver, DossierStatus, Examination, File, FileFacts, Function, Interest, Marked, MembershipFacts, Motive,
    NewAccess, OfficerFacts, Open, OpenFacts, PartnerFacts, Print, PrintFacts, Reclassify, ReclassifyFacts, Release,
    ReleaseFacts, Role, Sources, Stage, SystemFacts, decide, examine, objections,
};

/// A day that is written in a test.
pub const fn date(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

pub const TODAY: NaiveDate = date(2026, 6, 15);
pub const YESTERDAY: NaiveDate = date(2026, 6, 14);
pub const TOMORROW: NaiveDate = date(2026, 6, 16);
/// A restrictive tag.
pub const HANDLING: &str = "Handling";
/// A permissive tag that is not the releasability.
pub const GROUP: &str = "Only";

#[derive(Clone, Debug)]
pub struct Situation {
    pub at: DateTime<Utc>,
    pub officer: OfficerFacts,
    pub access: AccessPart,
    pub policy: Policy,
    pub communities: Communities,
    pub membership: Option<MembershipFacts>,
    pub system: SystemFacts,
    pub dossier: DossierStatus,
    pub requester: String,
    pub word: Word,
    pub approved_by: Option<String>,
    pub marked: Marked,
    pub partner_since: Since,
    pub orcon: bool,
    pub foreign: bool,
    pub consent: Option<Consent>,
    pub partner: PartnerFacts,
    /// As it is to be marked; none: to maintain it.
    pub to: Option<AccessPart>,
    /// The policy of `to`.
    pub to_policy: Policy,
    pub authority: Authority,
    pub acts_for: ActsFor,
    pub interest: Option<Interest>,
    pub motive: Motive,
    /// What the chosen topics of the guide call for.
    pub floor: Option<Level>,
    pub called_for: BTreeSet<String>,
    /// Of the filing.
    pub why_lower: Motive,
    pub sources: Sources,
    /// Of the printer that was chosen; none: it is on no list.
    pub printer: Option<Level>,
}

/// What is done, with the stage of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    Open,
    Deliver,
    File,
    Release(Stage),
    Reclassify,
    Print,
}

impl Doing {
    pub const ALL: [Doing; 8] = [
        Doing::Open,
        Doing::Deliver,
        Doing::File,
        Doing::Release(Stage::Request),
        Doing::Release(Stage::Approve),
        Doing::Release(Stage::Write),
        Doing::Reclassify,
        Doing::Print,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Doing::Open => "open",
            Doing::Deliver => "deliver",
            Doing::File => "file",
            Doing::Release(Stage::Request) => "request",
            Doing::Release(Stage::Approve) => "approve",
            Doing::Release(Stage::Write) => "write",
            Doing::Reclassify => "reclassify",
            Doing::Print => "print",
        }
    }

    pub fn rules(self) -> &'static [policy::Rule] {
        match self {
            Doing::Open => Open::RULES,
            Doing::Deliver => Deliver::RULES,
            Doing::File => File::RULES,
            Doing::Release(_) => Release::RULES,
            Doing::Reclassify => Reclassify::RULES,
            Doing::Print => Print::RULES,
        }
    }
}

impl Situation {
    pub fn new() -> Situation {
        let policy = builtin("BEL");
        let secret = name(&policy, Level::Secret);
        let lower = AccessPart {
            policy: policy.name().into(),
            classification: name(&policy, Level::Confidential),
            restrictive: BTreeMap::new(),
            permissive: tags(&[(RELEASABLE_TO, &["BEL"])]),
        };
        Situation {
            at: "2026-06-15T12:00:00Z".parse().expect("an instant"),
            officer: OfficerFacts {
                id: "anna".into(),
                status: AccountStatus::Active,
                nationality: "BEL".into(),
                roles: BTreeSet::from([Role::Reader, Role::ReleaseAuthority]),
                clearances: vec![ClearanceFacts {
                    policy: policy.name().into(),
                    level: secret.clone(),
                    categories: tags(&[(HANDLING, &["CRYPTO", "SOURCE"])]),
                    from: date(2024, 1, 1),
                    until: date(2028, 12, 31),
                    status: ClearanceStatus::Valid,
                }],
                briefings: vec![BriefingFacts {
                    policy: policy.name().into(),
                    level: secret.clone(),
                    date: date(2024, 1, 15),
                }],
                function: Function::Within,
            },
            access: AccessPart {
                policy: policy.name().into(),
                classification: secret,
                restrictive: tags(&[(HANDLING, &["SOURCE"])]),
                permissive: tags(&[(RELEASABLE_TO, &["BEL", "FRA"])]),
            },
            to: Some(lower),
            to_policy: policy.clone(),
            authority: Authority::Own,
            acts_for: ActsFor::Author,
            interest: Some(Interest::K),
            motive: Motive::Given,
            floor: None,
            called_for: BTreeSet::new(),
            why_lower: Motive::None,
            sources: Sources::None,
            printer: Some(Level::Secret),
            policy,
            communities: COMMUNITIES.clone(),
            membership: Some(MembershipFacts { from: date(2025, 1, 1), until: None }),
            system: SystemFacts { approval: Some(ApprovalFacts { ceiling: Level::Secret, until: date(2027, 12, 31) }) },
            dossier: DossierStatus::Open,
            requester: "paul".into(),
            word: Word::OfTwo,
            approved_by: Some("remi".into()),
            marked: Marked::AsAsked,
            partner_since: Since::Unchanged,
            orcon: true,
            foreign: false,
            consent: Some(Consent {
                authority: "VSSE".into(),
                reference: "VSSE/2026/77".into(),
                from: date(2026, 6, 1),
                until: Some(date(2026, 6, 30)),
            }),
            partner: PartnerFacts {
                id: "dgsi".into(),
                nation: "FRA".into(),
                communities: BTreeSet::from(["EU".into(), "NATO".into(), "CTG".into()]),
                ceiling: Level::Secret,
                categories: tags(&[(HANDLING, &["SOURCE"])]),
                agreement: Some(("BE-FR-2010".into(), Some(date(2030, 1, 1)))),
                confirmed: true,
            },
        }
    }

    /// The same with something changed.
    pub fn with(mut self, change: impl FnOnce(&mut Situation)) -> Situation {
        change(&mut self);
        self
    }

    /// Gives the document another level, leaving everything else as it is.
    pub fn classify(&mut self, level: Level) {
        self.access.classification = name(&self.policy, level);
    }

    /// Says that the document is to get another level.
    pub fn remark(&mut self, level: Level) {
        let classification = name(&self.to_policy, level);
        if let Some(to) = &mut self.to {
            to.classification = classification;
        }
    }

    pub fn clearance(&mut self) -> &mut ClearanceFacts {
        &mut self.officer.clearances[0]
    }

    pub fn briefing(&mut self) -> &mut BriefingFacts {
        &mut self.officer.briefings[0]
    }

    pub fn releasable_to(&mut self, words: &[&str]) {
        self.access.permissive.insert(RELEASABLE_TO.into(), words.iter().map(|word| (*word).into()).collect());
    }

    /// Examines, and sees to it that the decision and the objections are the same.
    pub fn examine(&self, doing: Doing) -> Examination {
        match doing {
            Doing::Open => both::<Open>(&self.open_facts(), self.at),
            Doing::Deliver => both::<Deliver>(&self.open_facts(), self.at),
            Doing::File => both::<File>(&self.file_facts(), self.at),
            Doing::Release(stage) => both::<Release>(&self.release_facts(stage), self.at),
            Doing::Reclassify => both::<Reclassify>(&self.reclassify_facts(), self.at),
            Doing::Print => both::<Print>(&self.print_facts(), self.at),
        }
    }

    pub fn permits(&self, doing: Doing) -> bool {
        self.examine(doing).permitted
    }

    /// The codes of the reasons against.
    pub fn codes(&self, doing: Doing) -> Vec<policy::ReasonCode> {
        self.examine(doing).failed.iter().map(|reason| reason.code).collect()
    }

    pub fn open_facts(&self) -> OpenFacts<'_> {
        OpenFacts {
            officer: &self.officer,
            access: &self.access,
            policy: &self.policy,
            communities: &self.communities,
            membership: self.membership.as_ref(),
            system: &self.system,
        }
    }

    pub fn print_facts(&self) -> PrintFacts<'_> {
        PrintFacts { reading: self.open_facts(), printer: "hp-secretariat", ceiling: self.printer }
    }

    pub fn file_facts(&self) -> FileFacts<'_> {
        FileFacts {
            officer: &self.officer,
            access: &self.access,
            policy: &self.policy,
            system: &self.system,
            dossier: self.dossier,
            floor: self.floor,
            called_for: &self.called_for,
            motive: self.why_lower,
            sources: self.sources,
        }
    }

    pub fn reclassify_facts(&self) -> ReclassifyFacts<'_> {
        ReclassifyFacts {
            officer: &self.officer,
            access: &self.access,
            policy: &self.policy,
            to: self.to.as_ref().map(|access| NewAccess { access, policy: &self.to_policy }),
            communities: &self.communities,
            membership: self.membership.as_ref(),
            system: &self.system,
            authority: self.authority,
            acts_for: self.acts_for,
            foreign: self.foreign,
            consent: self.consent.as_ref(),
            interest: self.interest,
            motive: self.motive,
        }
    }

    pub fn release_facts(&self, stage: Stage) -> ReleaseFacts<'_> {
        ReleaseFacts {
            stage,
            officer: &self.officer,
            requester: &self.requester,
            word: self.word,
            approved_by: self.approved_by.as_deref(),
            marked: self.marked,
            access: &self.access,
            policy: &self.policy,
            communities: &self.communities,
            orcon: self.orcon,
            foreign: self.foreign,
            consent: self.consent.as_ref(),
            partner: &self.partner,
            partner_since: self.partner_since,
            membership: self.membership.as_ref(),
            system: &self.system,
        }
    }
}

fn both<A: Action>(facts: &A::Facts<'_>, at: DateTime<Utc>) -> Examination {
    let examination = examine::<A>(facts, at);
    let objections = objections::<A>(facts, at);
    assert_eq!(examination.permitted, objections.is_empty());
    assert!(examination.failed.iter().all(|reason| objections.contains(&reason.code)));
    match decide::<A>(facts, at) {
        Ok(permit) => {
            assert!(examination.permitted && examination.failed.is_empty());
            assert_eq!((permit.at(), permit.action()), (at, A::NAME));
        }
        Err(denied) => {
            assert!(!examination.permitted && !denied.reasons.is_empty());
            assert_eq!(denied.reasons, examination.failed);
        }
    }
    examination
}

/// A policy that ships with the program, parsed once.
pub fn builtin(name: &str) -> Policy {
    static POLICIES: LazyLock<BTreeMap<&str, Policy>> = LazyLock::new(|| {
        let read = |name| (name, Policy::builtin(name).expect("ships with the program"));
        BTreeMap::from(["BEL", "NATO", "EU"].map(read))
    });
    POLICIES[name].clone()
}

static COMMUNITIES: LazyLock<Communities> = LazyLock::new(Communities::builtin);

/// The classification of that level, or a name that the policy does not know.
pub fn name(policy: &Policy, level: Level) -> String {
    let classification = policy
        .classifications()
        .iter()
        .find(|classification| !classification.obsolete && policy.level(&classification.name) == Some(level));
    classification.map_or_else(|| format!("no {level}"), |classification| classification.name.clone())
}

pub fn tags(tags: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
    let values = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    tags.iter().map(|(tag, held)| ((*tag).to_owned(), values(held))).collect()
}
