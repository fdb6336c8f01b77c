//! What takes two persons, and whose yes counts.

use std::collections::{BTreeMap, BTreeSet};

use label::{Level, names_two};
use serde::Serialize;

use crate::facts::{AccountStatus, OfficerFacts, Role};

pub use crate::facts::{Since, Word};

/// Under which rules a vault works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// One person may do what takes two.
    Exercise,
    Full,
}

/// Whether a clearance up to a level, with these categories, is granted by two. None: a level that cannot be placed.
///
/// An officer who is cleared for what two open is one of the two: one person who let in two of them would open it alone.
pub fn clearance_takes_two(
    regime: Regime,
    level: Option<Level>,
    categories: &BTreeMap<String, BTreeSet<String>>,
) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => level.is_none_or(|level| level >= Level::Secret) || names_two(categories),
    }
}

/// Whether having a role takes two: everything that one does for others or over them.
pub fn role_takes_two(regime: Regime, role: Role) -> bool {
    match (regime, role) {
        (Regime::Exercise, _) | (Regime::Full, Role::Reader) => false,
        (
            Regime::Full,
            Role::SecurityOfficer | Role::ReleaseAuthority | Role::Custodian | Role::Auditor | Role::Registrar,
        ) => true,
    }
}

/// Whether the rules of the house, the classification guide and the list of its own authorities, are changed by two.
pub fn rules_take_two(regime: Regime) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => true,
    }
}

/// Whether a printer that may print up to a level comes onto the list by two.
pub fn printer_takes_two(regime: Regime, ceiling: Level) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => ceiling >= Level::Secret,
    }
}

/// Whether it takes two to give a dossier that nobody leads to somebody.
pub fn succession_takes_two(regime: Regime) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => true,
    }
}

/// Whether it takes two to withdraw a document that was filed.
pub fn withdrawal_takes_two(regime: Regime) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => true,
    }
}

/// Whether it takes two to authorise somebody outside his function, or to say that he is within it again.
pub fn function_takes_two(regime: Regime) -> bool {
    match regime {
        Regime::Exercise => false,
        Regime::Full => true,
    }
}

/// How many must have each charge without which the vault does not go on, so that it does not depend on one person.
const ENOUGH: usize = 2;

/// A charge that too few have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinglePoint {
    pub role: Role,
    /// How many have it.
    pub active: usize,
}

/// The charges that the vault would lose with one person, by how many active officers have each.
pub fn single_points(security_officers: usize, custodians: usize) -> Vec<SinglePoint> {
    let counted = [(Role::SecurityOfficer, security_officers), (Role::Custodian, custodians)];
    let few = counted.into_iter().filter(|(_, active)| *active < ENOUGH);
    few.map(|(role, active)| SinglePoint { role, active }).collect()
}

/// What an answer to a request rests on.
#[derive(Clone, Copy, Debug)]
pub struct SecondFacts<'a> {
    /// Who answers.
    pub officer: &'a OfficerFacts,
    /// Who asked.
    pub requester: &'a OfficerFacts,
    /// The charge that who answers must have.
    pub role: Role,
    /// The charge that who asked must still have; none where it takes another right to ask, which is looked at elsewhere.
    pub asked_as: Option<Role>,
    /// Id of the officer whom it is about, if it is about one.
    pub about: Option<&'a str>,
    pub since: Since,
    pub word: Word,
    /// What the request waits for besides: charges that too few have.
    pub single_points: &'a [SinglePoint],
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
    /// Who answers and who asked are officers on the word of one person.
    OneWord,
    SinglePoint(SinglePoint),
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
    if !facts.asked_as.is_none_or(|role| in_charge(facts.requester, role)) {
        against.push(Objection::RequesterNotInCharge);
    }
    match facts.since {
        Since::Unchanged => {}
        Since::Changed => against.push(Objection::Changed),
    }
    match facts.word {
        Word::OfTwo => {}
        // Of whom something else is said already, this would say nothing more.
        Word::OfOne if !against.is_empty() => {}
        Word::OfOne => against.push(Objection::OneWord),
    }
    against.extend(facts.single_points.iter().copied().map(Objection::SinglePoint));
    against
}

/// Everything that speaks against its withdrawal.
pub fn against_withdrawal(facts: &SecondFacts<'_>) -> Vec<Objection> {
    if facts.officer.id == facts.requester.id { Vec::new() } else { vec![Objection::RequestOfAnother] }
}

fn in_charge(officer: &OfficerFacts, role: Role) -> bool {
    match officer.status {
        AccountStatus::Active => officer.roles.contains(&role),
        AccountStatus::Frozen | AccountStatus::Disabled => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Function;

    fn officer(id: &str, roles: &[Role]) -> OfficerFacts {
        OfficerFacts {
            id: id.to_owned(),
            status: AccountStatus::Active,
            nationality: "BEL".to_owned(),
            roles: roles.iter().copied().collect(),
            clearances: Vec::new(),
            briefings: Vec::new(),
            function: Function::Within,
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
            assert_eq!(clearance_takes_two(Regime::Full, level, &BTreeMap::new()), takes_two, "{level:?}");
            assert!(!clearance_takes_two(Regime::Exercise, level, &BTreeMap::new()));
        }
    }

    #[test]
    fn a_clearance_for_what_two_open_takes_two_whatever_its_level() {
        let with = |value: &str| BTreeMap::from([(label::HANDLING.to_owned(), BTreeSet::from([value.to_owned()]))]);
        for level in [Level::Unclassified, Level::Restricted, Level::Confidential] {
            assert!(clearance_takes_two(Regime::Full, Some(level), &with(label::DUAL)), "{level:?}");
            assert!(!clearance_takes_two(Regime::Full, Some(level), &with("SOURCE")), "{level:?}");
            assert!(!clearance_takes_two(Regime::Exercise, Some(level), &with(label::DUAL)), "{level:?}");
        }
    }

    #[test]
    fn a_printer_from_secret_up_takes_two_under_the_full_rules() {
        for ceiling in Level::ALL {
            let high = [Level::Secret, Level::TopSecret].contains(&ceiling);
            assert_eq!(printer_takes_two(Regime::Full, ceiling), high, "{ceiling:?}");
            assert!(!printer_takes_two(Regime::Exercise, ceiling));
        }
    }

    #[test]
    fn every_role_but_that_of_a_reader_takes_two_under_the_full_rules() {
        for role in Role::ALL {
            assert_eq!(role_takes_two(Regime::Full, role), role != Role::Reader, "{role:?}");
            assert!(!role_takes_two(Regime::Exercise, role));
        }
    }

    #[test]
    fn a_charge_that_fewer_than_two_have_is_a_single_point_of_failure() {
        let found = |security, custodians| -> Vec<(Role, usize)> {
            single_points(security, custodians).into_iter().map(|point| (point.role, point.active)).collect()
        };
        assert_eq!(found(2, 2), []);
        assert_eq!(found(3, 1), [(Role::Custodian, 1)]);
        assert_eq!(found(1, 2), [(Role::SecurityOfficer, 1)]);
        assert_eq!(found(1, 0), [(Role::SecurityOfficer, 1), (Role::Custodian, 0)]);
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
            asked_as: Some(Role::SecurityOfficer),
            about: Some("bea"),
            since: Since::Unchanged,
            word: Word::OfTwo,
            single_points: &[],
        };
        let alone = [SinglePoint { role: Role::Custodian, active: 1 }];
        let cases = [
            (right, vec![]),
            (SecondFacts { officer: &rik, ..right }, vec![Objection::NotInCharge]),
            (SecondFacts { officer: &gone, ..right }, vec![Objection::NotInCharge]),
            (SecondFacts { officer: &ada, ..right }, vec![Objection::OwnRequest]),
            (SecondFacts { about: Some("sam"), ..right }, vec![Objection::AboutOneself]),
            (SecondFacts { about: None, ..right }, vec![]),
            (SecondFacts { requester: &gone, ..right }, vec![Objection::RequesterNotInCharge]),
            (SecondFacts { requester: &rik, ..right }, vec![Objection::RequesterNotInCharge]),
            (SecondFacts { requester: &rik, asked_as: None, ..right }, vec![]),
            (SecondFacts { since: Since::Changed, ..right }, vec![Objection::Changed]),
            (SecondFacts { word: Word::OfOne, ..right }, vec![Objection::OneWord]),
            (SecondFacts { officer: &ada, word: Word::OfOne, ..right }, vec![Objection::OwnRequest]),
            (SecondFacts { single_points: &alone, ..right }, vec![Objection::SinglePoint(alone[0])]),
        ];
        for (facts, against) in cases {
            assert_eq!(against_assent(&facts), against);
            let lasting = |one: &Objection| {
                matches!(one, Objection::NotInCharge | Objection::OwnRequest | Objection::AboutOneself)
            };
            let refusal: Vec<Objection> = against.into_iter().filter(lasting).collect();
            assert_eq!(against_refusal(&facts), refusal, "a request that may not be granted can be refused");
        }
    }

    #[test]
    fn a_request_is_withdrawn_by_its_asker_whatever_became_of_his_charge() {
        let (ada, rik) = (officer("ada", &[]), officer("rik", &[Role::SecurityOfficer]));
        let own = SecondFacts {
            officer: &ada,
            requester: &ada,
            role: Role::SecurityOfficer,
            asked_as: Some(Role::SecurityOfficer),
            about: None,
            since: Since::Changed,
            word: Word::OfOne,
            single_points: &[],
        };
        assert_eq!(against_withdrawal(&own), []);
        assert_eq!(against_withdrawal(&SecondFacts { officer: &rik, ..own }), [Objection::RequestOfAnother]);
    }
}
