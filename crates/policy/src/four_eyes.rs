//! What takes two persons, and whose yes counts.

use label::Level;

use crate::facts::{AccountStatus, OfficerFacts, Role};

/// Under which rules a vault works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// One person may do what takes two.
    Exercise,
    Full,
}

/// Whether a clearance up to a level is granted by two. None: a level that cannot be placed.
pub fn clearance_takes_two(regime: Regime, level: Option<Level>) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => level.is_none_or(|level| level >= Level::Secret),
    }
}

/// What an answer to a request rests on.
#[derive(Clone, Copy, Debug)]
pub struct SecondFacts<'a> {
    /// Who answers.
    pub officer: &'a OfficerFacts,
    /// Who asked.
    pub requester: &'a OfficerFacts,
    /// The charge that both must have.
    pub role: Role,
    /// Id of the officer whom it is about, if it is about one.
    pub about: Option<&'a str>,
    pub since: Since,
}

/// Whether what a request is about is still as it was when it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Unchanged,
    Changed,
}

/// What speaks against an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// Who answers has not the charge.
    NotInCharge,
    /// Who answers asked for it himself.
    OwnRequest,
    /// Who takes it back did not ask for it.
    RequestOfAnother,
    /// It is about who answers.
    AboutOneself,
    /// Who asked has lost the charge meanwhile.
    RequesterNotInCharge,
    /// It was decided otherwise meanwhile.
    Changed,
}

/// Everything that speaks against a refusal.
pub fn against_refusal(facts: &SecondFacts<'_>) -> Vec<Objection> {
    let found = [
        (!in_charge(facts.officer, facts.role), Objection::NotInCharge),
        (facts.officer.id == facts.requester.id, Objection::OwnRequest),
        (facts.about == Some(facts.officer.id.as_str()), Objection::AboutOneself),
    ];
    found.into_iter().filter(|(speaks, _)| *speaks).map(|(_, objection)| objection).collect()
}

/// Everything that speaks against a yes.
pub fn against_assent(facts: &SecondFacts<'_>) -> Vec<Objection> {
    let mut against = against_refusal(facts);
    if !in_charge(facts.requester, facts.role) {
        against.push(Objection::RequesterNotInCharge);
    }
    match facts.since {
        Since::Unchanged => {}
        Since::Changed => against.push(Objection::Changed),
    }
    against
}

/// Everything that speaks against its withdrawal.
pub fn against_withdrawal(facts: &SecondFacts<'_>) -> Vec<Objection> {
    if facts.officer.id == facts.requester.id { Vec::new() } else { vec![Objection::RequestOfAnother] }
}

fn in_charge(officer: &OfficerFacts, role: Role) -> bool {
    match officer.status {
        AccountStatus::Active => officer.roles.contains(&role),
        AccountStatus::Disabled => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer(id: &str, roles: &[Role]) -> OfficerFacts {
        OfficerFacts {
            id: id.to_owned(),
            status: AccountStatus::Active,
            nationality: "BEL".to_owned(),
            roles: roles.iter().copied().collect(),
            clearances: Vec::new(),
            briefings: Vec::new(),
        }
    }

    #[test]
    fn a_clearance_from_secret_up_takes_two_under_the_full_rules() {
        let levels = [
            (Some(Level::Restricted), false),
            (Some(Level::Confidential), false),
            (Some(Level::Secret), true),
            (Some(Level::TopSecret), true),
            (None, true),
        ];
        for (level, takes_two) in levels {
            assert_eq!(clearance_takes_two(Regime::Full, level), takes_two, "{level:?}");
            assert!(!clearance_takes_two(Regime::Exercise, level));
        }
    }

    #[test]
    fn each_thing_that_speaks_against_an_answer_is_said() {
        let (sam, ada) = (officer("sam", &[Role::SecurityOfficer]), officer("ada", &[Role::SecurityOfficer]));
        let (rik, gone) = (
            officer("rik", &[Role::Registrar]),
            OfficerFacts { status: AccountStatus::Disabled, ..officer("gus", &[Role::SecurityOfficer]) },
        );
        let right = SecondFacts {
            officer: &sam,
            requester: &ada,
            role: Role::SecurityOfficer,
            about: Some("bea"),
            since: Since::Unchanged,
        };
        let cases = [
            (right, vec![]),
            (SecondFacts { officer: &rik, ..right }, vec![Objection::NotInCharge]),
            (SecondFacts { officer: &gone, ..right }, vec![Objection::NotInCharge]),
            (SecondFacts { officer: &ada, ..right }, vec![Objection::OwnRequest]),
            (SecondFacts { about: Some("sam"), ..right }, vec![Objection::AboutOneself]),
            (SecondFacts { about: None, ..right }, vec![]),
            (SecondFacts { requester: &gone, ..right }, vec![Objection::RequesterNotInCharge]),
            (SecondFacts { requester: &rik, ..right }, vec![Objection::RequesterNotInCharge]),
            (SecondFacts { since: Since::Changed, ..right }, vec![Objection::Changed]),
        ];
        for (facts, against) in cases {
            assert_eq!(against_assent(&facts), against);
            let lasting = |one: &Objection| !matches!(one, Objection::RequesterNotInCharge | Objection::Changed);
            let refusal: Vec<Objection> = against.into_iter().filter(lasting).collect();
            assert_eq!(against_refusal(&facts), refusal, "a request that may not be granted can be refused");
        }
    }

    #[test]
    fn a_request_is_withdrawn_by_who_made_it_whatever_became_of_his_charge() {
        let (ada, rik) = (officer("ada", &[]), officer("rik", &[Role::SecurityOfficer]));
        let own = SecondFacts {
            officer: &ada,
            requester: &ada,
            role: Role::SecurityOfficer,
            about: None,
            since: Since::Changed,
        };
        assert_eq!(against_withdrawal(&own), []);
        assert_eq!(against_withdrawal(&SecondFacts { officer: &rik, ..own }), [Objection::RequestOfAnother]);
    }
}
