//! The rules, one function each: facts in, reasons against out. No rule looks at the result of another, so every failing
//! rule is reported.

mod clearance;
mod filing;
mod officer;
mod partner;
mod reclassify;

use chrono::{DateTime, NaiveDate, Utc};
use label::{AccessPart, Communities, Level, Policy, RELEASABLE_TO};

use crate::facts::{
    DossierStatus, FileFacts, OpenFacts, PrintFacts, ReclassifyFacts, ReleaseFacts, Stage, SystemFacts,
};
use crate::reason::{Reason, ReasonCode, Rule};

/// What the rules found so far.
pub struct Findings {
    satisfied: Vec<Rule>,
    failed: Vec<Reason>,
    /// Reasons against that the officer may not be told. There is another one in `failed` then.
    withheld: Vec<Reason>,
    undecidable: bool,
}

/// The rule could not be applied: denies, and the rule has not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Undecidable;

/// The reasons against that a rule gives; none: it holds.
pub(crate) type Finding = Result<Vec<Reason>, Undecidable>;

impl Findings {
    pub(crate) fn new() -> Findings {
        Findings { satisfied: Vec::new(), failed: Vec::new(), withheld: Vec::new(), undecidable: false }
    }

    /// Takes down what was found for `rules`: each holds for which there is no reason against.
    fn note(&mut self, rules: &[Rule], finding: Finding) {
        match finding {
            Ok(reasons) => {
                let held = rules.iter().filter(|rule| reasons.iter().all(|reason| reason.code.rule() != **rule));
                self.satisfied.extend(held);
                self.failed.extend(reasons);
            }
            Err(Undecidable) => self.undecidable = true,
        }
    }

    /// As [`Findings::note`], to nobody's knowledge.
    fn withhold(&mut self, finding: Finding) {
        match finding {
            Ok(reasons) => self.withheld.extend(reasons),
            Err(Undecidable) => self.undecidable = true,
        }
    }

    /// Whether nothing about the officer speaks against reading the document; the system may not be fit for it.
    fn officer_may_know(&self) -> bool {
        !self.undecidable && self.failed.iter().all(|reason| reason.code.rule() == Rule::Approval)
    }

    /// Returns what held, every reason against that may be told, and those that may not, each in its fixed order.
    pub(crate) fn conclude(mut self) -> (Vec<Rule>, Vec<Reason>, Vec<Reason>) {
        if self.undecidable {
            self.failed.push(ReasonCode::Undecidable.alone());
        } else {
            self.satisfied.push(Rule::Legible);
        }
        self.satisfied.sort_unstable();
        self.failed.sort_unstable();
        self.withheld.sort_unstable();
        (self.satisfied, self.failed, self.withheld)
    }
}

/// To open a document, or to hold the key of its class.
pub(crate) fn read(facts: &OpenFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
    let on = day(at);
    let needed = Grade::of_document(facts.policy, facts.access);
    findings.note(&[Rule::Account], officer::account(facts.officer));
    findings.note(
        &[Rule::Clearance, Rule::Categories, Rule::Groups],
        needed.and_then(|needed| clearance::clearance(facts, needed, on)),
    );
    findings.note(&[Rule::Briefing], needed.and_then(|needed| officer::briefing(facts, needed, on)));
    findings.note(&[Rule::Function], needed.map(|needed| officer::function(facts, needed.level, on)));
    findings.note(&[Rule::Nationality], needed.and_then(|_| officer::nationality(facts, on)));
    findings.note(&[Rule::NeedToKnow], officer::need_to_know(facts.membership, on));
    findings.note(&[Rule::Approval], needed.and_then(|needed| approval(facts.system, needed.level, on)));
}

/// To print a document.
pub(crate) fn print(facts: &PrintFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
    let needed = Grade::of_document(facts.reading.policy, facts.reading.access);
    read(&facts.reading, at, findings);
    let may_know = findings.officer_may_know();
    let not_listed = || vec![ReasonCode::PrinterNotListed.with(&[("printer", &facts.printer)])];
    findings.note(&[Rule::Printer], Ok(facts.ceiling.map_or_else(not_listed, |_| Vec::new())));
    // A series of printers would spell out the level of the document to anyone who may not read it.
    let above = needed.map(|needed| match facts.ceiling {
        Some(ceiling) if ceiling < needed.level => {
            vec![ReasonCode::PrinterCeiling.with(&[("printer", &facts.printer)])]
        }
        Some(_) | None => Vec::new(),
    });
    if may_know {
        findings.note(&[Rule::PrinterCeiling], above);
    } else {
        findings.withhold(above);
    }
}

/// To register a document.
pub(crate) fn file(facts: &FileFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
    let needed = Grade::of_document(facts.policy, facts.access);
    findings.note(&[Rule::Account], officer::account(facts.officer));
    findings.note(&[Rule::Approval], needed.and_then(|needed| approval(facts.system, needed.level, day(at))));
    findings.note(&[Rule::Dossier], dossier(facts.dossier));
    findings.note(&[Rule::Guide], needed.map(|needed| filing::guide(facts, needed.level)));
    findings.note(&[Rule::Sources], Ok(filing::sources(facts.sources, facts.motive)));
}

/// To hand a document to a partner.
pub(crate) fn release(facts: &ReleaseFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
    let on = day(at);
    let needed = Grade::of_document(facts.policy, facts.access);
    read(&reading(facts), at, findings);
    let may_know = findings.officer_may_know();
    findings.note(&[Rule::ReleaseRole], partner::release_role(facts.stage, facts.officer));
    findings.note(&[Rule::ReleaseApproval], partner::release_approval(facts.stage, facts.approved_by));
    findings.note(&[Rule::Partner], partner::partner(facts.partner, facts.partner_since));
    findings.note(&[Rule::Agreement], partner::agreement(facts.partner, on));
    // What is left compares the document with something that the asker chose. To anyone who may not read it, the answers
    // would spell out its level and its audience, one partner after the other. It is denied already.
    for (rule, finding) in [
        (Rule::SameMarking, partner::same_marking(facts.marked)),
        (Rule::SecondPerson, needed.map(|needed| partner::second_person(facts, needed.level))),
        (Rule::PartnerCeiling, needed.map(|needed| partner::ceiling(facts.partner, needed.level))),
        (Rule::PartnerCategories, needed.map(|_| partner::categories(facts.partner, facts.access))),
        (Rule::PartnerAudience, needed.and_then(|_| partner::audience(facts, on))),
        (Rule::Consent, partner::consent(facts, on)),
    ] {
        if may_know {
            findings.note(&[rule], finding);
        } else {
            findings.withhold(finding);
        }
    }
}

/// To refuse a release: the charge to decide about releases, and that another asked for it. Nothing is asked about the
/// document, so that the answer tells nothing of it, and a request whose documents nobody in charge may read does not wait
/// for ever.
pub(crate) fn refuse(facts: &ReleaseFacts<'_>, findings: &mut Findings) {
    findings.note(&[Rule::Account], officer::account(facts.officer));
    findings.note(&[Rule::ReleaseRole], partner::release_role(Stage::Approve, facts.officer));
    findings.note(&[Rule::SecondPerson], Ok(partner::own_request(Some(&facts.officer.id), facts.requester)));
}

fn reading<'f>(facts: &ReleaseFacts<'f>) -> OpenFacts<'f> {
    OpenFacts {
        officer: facts.officer,
        access: facts.access,
        policy: facts.policy,
        communities: facts.communities,
        membership: facts.membership,
        system: facts.system,
    }
}

/// To decide about a document's classification.
pub(crate) fn reclassify(facts: &ReclassifyFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
    let on = day(at);
    let reading = OpenFacts {
        officer: facts.officer,
        access: facts.access,
        policy: facts.policy,
        communities: facts.communities,
        membership: facts.membership,
        system: facts.system,
    };
    read(&reading, at, findings);
    let may_know = findings.officer_may_know();
    // What is left compares the document with something that the asker chose, or tells whose it is.
    for (rule, finding) in [
        (Rule::OriginatingAuthority, reclassify::originating_authority(facts, on)),
        (Rule::Consent, reclassify::consent(facts, on)),
        (Rule::NewLevel, reclassify::new_level(facts, on)),
        (Rule::Term, reclassify::term(facts)),
        (Rule::Interest, reclassify::interest(facts)),
        (Rule::Motive, reclassify::motive(facts)),
    ] {
        if may_know {
            findings.note(&[rule], finding);
        } else {
            findings.withhold(finding);
        }
    }
}

/// A classification on both scales: the common one, and its own policy's, which may be finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grade {
    level: Level,
    hierarchy: u32,
}

impl Grade {
    fn of(policy: &Policy, classification: &str) -> Result<Grade, Undecidable> {
        let level = policy.level(classification).ok_or(Undecidable)?;
        let hierarchy = policy.classification(classification).ok_or(Undecidable)?.hierarchy;
        Ok(Grade { level, hierarchy })
    }

    fn of_document(policy: &Policy, access: &AccessPart) -> Result<Grade, Undecidable> {
        if access.policy != policy.name() {
            return Err(Undecidable);
        }
        Grade::of(policy, &access.classification)
    }

    fn reaches(self, needed: Grade) -> bool {
        self.level >= needed.level && self.hierarchy >= needed.hierarchy
    }
}

/// Whether the nation may have the document. No releasability: the policy's own nations; an empty one: none.
fn admits(
    access: &AccessPart,
    policy: &Policy,
    communities: &Communities,
    nation: &str,
    on: NaiveDate,
) -> Result<bool, Undecidable> {
    match access.permissive.get(RELEASABLE_TO) {
        Some(words) => Ok(words.iter().any(|word| names(communities, word, nation, on))),
        None if names(communities, policy.name(), nation, on) => Ok(true),
        None if communities.expand([policy.name()], on).is_empty() => Err(Undecidable),
        None => Ok(false),
    }
}

/// Whether a word of a label is this nation, or a community that it is in on that day.
fn names(communities: &Communities, word: &str, nation: &str, on: NaiveDate) -> bool {
    if word == nation {
        // A community is no nation, whatever somebody's papers say.
        communities.expand([word], on).contains(nation)
    } else {
        communities.contains(word, nation, on)
    }
}

/// Art. 8 §4: only in an approved system, up to its level. Nothing is asked for what is not classified.
fn approval(system: &SystemFacts, level: Level, on: NaiveDate) -> Finding {
    let mut reasons = Vec::new();
    if let Some(approval) = &system.approval
        && level > Level::Unclassified
    {
        if approval.until < on {
            reasons.push(ReasonCode::ApprovalExpired.alone());
        }
        if approval.ceiling < level {
            reasons.push(ReasonCode::ApprovalCeiling.alone());
        }
    }
    Ok(reasons)
}

fn dossier(dossier: DossierStatus) -> Finding {
    Ok(match dossier {
        DossierStatus::Open => Vec::new(),
        DossierStatus::Closed => vec![ReasonCode::DossierClosed.alone()],
    })
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.date_naive()
}
