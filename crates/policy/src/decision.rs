//! From facts to a permit, or to every reason against it.

use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::facts::{FileFacts, OpenFacts, PrintFacts, ReclassifyFacts, ReleaseFacts};
use crate::reason::{Reason, ReasonCode, Rule};
use crate::rules::{self, Findings};

/// Something that needs a permit.
pub trait Action: sealed::Sealed {
    type Facts<'a>;
    /// As in the log and in `explain`.
    const NAME: &'static str;
    /// What is looked at. INVARIANT: a permit is made only when each of these was looked at and held.
    const RULES: &'static [Rule];

    #[doc(hidden)]
    fn findings(facts: &Self::Facts<'_>, at: DateTime<Utc>, findings: &mut Findings);

    #[doc(hidden)]
    fn officer<'f>(facts: &'f Self::Facts<'_>) -> &'f str;
}

/// To decrypt a document and read it.
#[derive(Debug)]
pub enum Open {}
/// To hand the key of a class to an officer: what this officer may open.
#[derive(Debug)]
pub enum Deliver {}
/// To print a document that one has open.
#[derive(Debug)]
pub enum Print {}
/// To register a document.
#[derive(Debug)]
pub enum File {}
/// To hand a document to a partner.
#[derive(Debug)]
pub enum Release {}
/// To refuse what somebody else asked to hand to a partner. Neither what speaks against the partner or the release, nor that
/// the officer may not read the document, is a reason to leave it undecided.
#[derive(Debug)]
pub enum Refuse {}
/// To decide about a document's classification: to lift, lower, raise, change or maintain it.
#[derive(Debug)]
pub enum Reclassify {}

/// Proof that [`decide`] permitted `A` to one officer at one instant. Neither made, copied nor read back by anybody else.
#[must_use = "a permit that is not used was decided for nothing"]
pub struct Permit<A> {
    at: DateTime<Utc>,
    officer: String,
    action: PhantomData<fn() -> A>,
}

impl<A: Action> Permit<A> {
    /// The instant for which it was decided.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Id of the officer who may act; for [`Deliver`], who may hold the key.
    pub fn officer(&self) -> &str {
        &self.officer
    }

    /// The name of the action.
    pub fn action(&self) -> &'static str {
        A::NAME
    }
}

impl<A: Action> fmt::Debug for Permit<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Permit({} to {} at {})", A::NAME, self.officer, label::time::written(self.at))
    }
}

/// Every reason against, in the order of [`ReasonCode::ALL`]. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denied {
    pub reasons: Vec<Reason>,
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("denied by policy:")?;
        for (index, reason) in self.reasons.iter().enumerate() {
            write!(f, "{} `{}`", if index == 0 { "" } else { "," }, reason.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for Denied {}

/// A decision explained. What the officer may not know was neither satisfied nor failed: it is not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    pub permitted: bool,
    /// What was looked at and held.
    pub satisfied: Vec<Rule>,
    /// Every reason against.
    pub failed: Vec<Reason>,
}

/// Returns the permit, or every reason why not.
pub fn decide<A: Action>(facts: &A::Facts<'_>, at: DateTime<Utc>) -> Result<Permit<A>, Denied> {
    let examination = examine::<A>(facts, at);
    if examination.permitted {
        Ok(Permit { at, officer: A::officer(facts).to_owned(), action: PhantomData })
    } else {
        Err(Denied { reasons: examination.failed })
    }
}

/// Returns what [`decide`] looks at and what it finds, without giving a permit.
pub fn examine<A: Action>(facts: &A::Facts<'_>, at: DateTime<Utc>) -> Examination {
    let mut findings = Findings::new();
    A::findings(facts, at, &mut findings);
    let (satisfied, mut failed, _) = findings.conclude();
    let permitted = failed.is_empty() && A::RULES.iter().all(|rule| satisfied.contains(rule));
    if !permitted && failed.is_empty() {
        // A rule that was not looked at has not held.
        failed.push(ReasonCode::Undecidable.alone());
    }
    Examination { permitted, satisfied, failed }
}

/// Returns the code of every reason against, those too that [`decide`] does not tell the officer; none: permitted.
///
/// For checking what somebody signed. To be shown to nobody: it does without the discretion of this crate.
pub fn objections<A: Action>(facts: &A::Facts<'_>, at: DateTime<Utc>) -> Vec<ReasonCode> {
    let mut findings = Findings::new();
    A::findings(facts, at, &mut findings);
    let (satisfied, failed, withheld) = findings.conclude();
    let mut codes: Vec<ReasonCode> = failed.iter().chain(&withheld).map(|reason| reason.code).collect();
    if codes.is_empty() && !A::RULES.iter().all(|rule| satisfied.contains(rule)) {
        codes.push(ReasonCode::Undecidable);
    }
    codes.sort_unstable();
    codes
}

const READ: &[Rule] = &[
    Rule::Account,
    Rule::Clearance,
    Rule::Categories,
    Rule::Groups,
    Rule::Briefing,
    Rule::Function,
    Rule::Nationality,
    Rule::NeedToKnow,
    Rule::Approval,
    Rule::Legible,
];

impl Action for Open {
    type Facts<'a> = OpenFacts<'a>;
    const NAME: &'static str = "open";
    const RULES: &'static [Rule] = READ;

    fn findings(facts: &OpenFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::read(facts, at, findings);
    }

    fn officer<'f>(facts: &'f OpenFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

impl Action for Deliver {
    type Facts<'a> = OpenFacts<'a>;
    const NAME: &'static str = "deliver";
    const RULES: &'static [Rule] = READ;

    fn findings(facts: &OpenFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::read(facts, at, findings);
    }

    fn officer<'f>(facts: &'f OpenFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

impl Action for Print {
    type Facts<'a> = PrintFacts<'a>;
    const NAME: &'static str = "print";
    const RULES: &'static [Rule] = &[
        Rule::Account,
        Rule::Clearance,
        Rule::Categories,
        Rule::Groups,
        Rule::Briefing,
        Rule::Function,
        Rule::Nationality,
        Rule::NeedToKnow,
        Rule::Approval,
        Rule::Printer,
        Rule::PrinterCeiling,
        Rule::Legible,
    ];

    fn findings(facts: &PrintFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::print(facts, at, findings);
    }

    fn officer<'f>(facts: &'f PrintFacts<'_>) -> &'f str {
        &facts.reading.officer.id
    }
}

impl Action for File {
    type Facts<'a> = FileFacts<'a>;
    const NAME: &'static str = "file";
    const RULES: &'static [Rule] =
        &[Rule::Account, Rule::Approval, Rule::Dossier, Rule::Guide, Rule::Sources, Rule::Legible];

    fn findings(facts: &FileFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::file(facts, at, findings);
    }

    fn officer<'f>(facts: &'f FileFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

impl Action for Release {
    type Facts<'a> = ReleaseFacts<'a>;
    const NAME: &'static str = "release";
    const RULES: &'static [Rule] = &[
        Rule::Account,
        Rule::Clearance,
        Rule::Categories,
        Rule::Groups,
        Rule::Briefing,
        Rule::Function,
        Rule::Nationality,
        Rule::NeedToKnow,
        Rule::Approval,
        Rule::ReleaseRole,
        Rule::SecondPerson,
        Rule::ReleaseApproval,
        Rule::SameMarking,
        Rule::Partner,
        Rule::Agreement,
        Rule::PartnerCeiling,
        Rule::PartnerCategories,
        Rule::PartnerAudience,
        Rule::Consent,
        Rule::Legible,
    ];

    fn findings(facts: &ReleaseFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::release(facts, at, findings);
    }

    fn officer<'f>(facts: &'f ReleaseFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

impl Action for Refuse {
    type Facts<'a> = ReleaseFacts<'a>;
    const NAME: &'static str = "refuse-release";
    const RULES: &'static [Rule] = &[Rule::Account, Rule::ReleaseRole, Rule::SecondPerson, Rule::Legible];

    fn findings(facts: &ReleaseFacts<'_>, _: DateTime<Utc>, findings: &mut Findings) {
        rules::refuse(facts, findings);
    }

    fn officer<'f>(facts: &'f ReleaseFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

impl Action for Reclassify {
    type Facts<'a> = ReclassifyFacts<'a>;
    const NAME: &'static str = "reclassify";
    const RULES: &'static [Rule] = &[
        Rule::Account,
        Rule::Clearance,
        Rule::Categories,
        Rule::Groups,
        Rule::Briefing,
        Rule::Function,
        Rule::Nationality,
        Rule::NeedToKnow,
        Rule::Approval,
        Rule::Consent,
        Rule::OriginatingAuthority,
        Rule::NewLevel,
        Rule::Term,
        Rule::Interest,
        Rule::Motive,
        Rule::Legible,
    ];

    fn findings(facts: &ReclassifyFacts<'_>, at: DateTime<Utc>, findings: &mut Findings) {
        rules::reclassify(facts, at, findings);
    }

    fn officer<'f>(facts: &'f ReclassifyFacts<'_>) -> &'f str {
        &facts.officer.id
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Open {}
    impl Sealed for super::Deliver {}
    impl Sealed for super::Print {}
    impl Sealed for super::File {}
    impl Sealed for super::Release {}
    impl Sealed for super::Refuse {}
    impl Sealed for super::Reclassify {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An action whose rules were written down and then forgotten.
    enum Forgetful {}

    impl sealed::Sealed for Forgetful {}

    impl Action for Forgetful {
        type Facts<'a> = ();
        const NAME: &'static str = "forgetful";
        const RULES: &'static [Rule] = &[Rule::Account, Rule::Legible];

        fn findings(_: &(), _: DateTime<Utc>, _: &mut Findings) {}

        fn officer(_: &()) -> &str {
            "mallory"
        }
    }

    #[test]
    fn a_rule_that_nobody_looked_at_denies() {
        let denied = decide::<Forgetful>(&(), DateTime::UNIX_EPOCH).expect_err("the account was not looked at");
        assert_eq!(denied.reasons, [ReasonCode::Undecidable.alone()]);
        assert_eq!(objections::<Forgetful>(&(), DateTime::UNIX_EPOCH), [ReasonCode::Undecidable]);
    }
}
