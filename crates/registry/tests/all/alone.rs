//! Histories at random under the full rules, and then one person alone, with programs of his own and with puppets whom he lets
//! in; or fewer custodians than it takes, together. Whatever they sign: they come to no key, no right and no say that they had
//! not, and nothing that takes two comes into force.
//!
//! What is drawn is in `alone_moves`, and what counts as a gain in `alone_gains`, which asks no rule.
//!
//! Each rule was broken by itself, everywhere (in a copy whose `require` looks at the environment), and the histories of
//! [`FIXED`] were tried. Noticed by the one, by the other, or by both:
//!
//! | rule | one person | custodians |
//! | --- | --- | --- |
//! | `takes_two`, `custody_too_few`, `custody_not_asked`, `assented_twice`, `about_another` | yes | yes |
//! | `delivered_to_stranger`, `delivered_without_holding`, `delivered_twice`, `rekeyed_without_right`, `deposited_twice` | yes | yes |
//! | `one_for_two`, `second_not_proven`, `released_without_right`, `not_security_officer` | yes | yes |
//! | `not_keeper_of_dossier`, `not_lead_of_dossier`, `not_deputy_of_dossier` | yes | yes |
//! | `own_request`, `about_oneself`, `one_word`, `requester_not_in_charge` | yes | no: they have no charge |
//! | `not_custodian` | yes | no: they are custodians |
//! | `not_release_authority` | no: who acts alone has it, or no partner to confirm | yes |
//! | `custody_waits` | no: his yes alone hands over too little | yes |
//! | `no_share` | no: no two of them may open what two open | yes |
//!
//! Broken by themselves these change nothing, because another refuses the same, which is noticed once it is broken as well:
//! `partner_confirmed_by_oneself` (`one_word`: he and he are there on one word), `own_deed` (`not_deputy_of_dossier`: it did not fall
//! to him), `partner_waits` (`partner_confirmed_by_oneself` and `one_word`: no matter who changed it, those who brought it do not compare
//! it), `release_out_of_order` (`released_without_right`: nobody approved it), `custody_used_twice` (`delivered_twice`: he has it).

use std::collections::BTreeSet;
use std::sync::OnceLock;

use policy::Role;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};
use registry::assents::{Answer, Matter};
use registry::custody::{CustodyUse, Encoded, Whom};
use registry::event::*;
use registry::fact::Fact as _;
use registry::people::Admission;
use registry::{AssentId, DocumentId, OfficerId};

use super::alone_documents;
use super::alone_gains::{Brought, Persons, Those};
use super::alone_moves::{Choice, Play, of, others_put_right, standing, time_passes, tries};
use super::custody::{self, shared};
use super::pairs;
use super::stage::*;
use super::wire;

/// Approved, and so under the full rules with everybody an officer on the word of two; custody of three, of whom it takes `k`; a dossier with a
/// security officer as deputy, one with a reader, and one that its keeper leads.
fn start(k: u8) -> Play {
    static MODELS: OnceLock<[Play; 2]> = OnceLock::new();
    let [of_two, of_three] = MODELS.get_or_init(|| [begun(2), begun(3)]);
    if k == 2 { of_two.clone() } else { of_three.clone() }
}

/// How long custody waits, in hours.
const WAITING: u32 = 24;

fn begun(k: u8) -> Play {
    let for_two = (fresh::<DocumentId>(), fresh());
    let mut play = Play::new(Stage::furnished(), for_two.clone());
    for (keeper, lead, deputy) in [
        ("rik", Some("bea"), Some("sam")),
        ("rik", Some("bea"), Some("carl")),
        ("rik", None, Some("sam")),
        ("rik", Some("rosa"), None),
        ("sam", Some("carl"), Some("ada")),
    ] {
        let made = DossierCreated {
            dossier: fresh(),
            recipient: recipient(),
            lead: lead.map(id),
            deputy: deputy.map(id),
            from: day(11, 1),
        };
        let dossier = made.dossier.clone();
        play.stage.play(keeper, made);
        play.seen();
        for level in ["SECRET", "RESTREINT"] {
            let made =
                ClassMade { class: fresh(), dossier: dossier.clone(), access: access(level), recipient: recipient() };
            play.stage.play("rik", made);
            play.seen();
        }
    }
    let stage = &mut play.stage;
    stage.play("sam", PrinterListed { printer: alone_documents::printer(), ceiling: label::Level::Secret });
    // One that nobody leads.
    let led = stage.state.dossiers.iter().find(|(_, of)| of.lead == Some(id("rosa"))).map(|(key, _)| key.clone());
    stage.play("rik", MemberRemoved { dossier: led.expect("it was made"), officer: id("rosa") });
    stage.admit("ada-too", &[Role::SecurityOfficer]);
    stage.play("rosa", PartnerAdded { partner: partner("BND", "DEU") });
    stage.admit("noor", &[Role::Reader]);
    stage.play("sam", FunctionSet { officer: id("noor"), function: standing(1) });
    stage.play("ada", FunctionSet { officer: id("remi"), function: standing(2) });
    let mut custody = shared(k, &["otto", "carl", "bea"]);
    custody.terms.waiting_hours = WAITING;
    stage.play("ada", custody);
    stage.play("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    pairs::entitle(stage, &pairs::PAIR);
    let (document, class) = for_two;
    stage.play("rik", pairs::for_two(stage, &class));
    stage.play("rik", pairs::dealt(&class, 1));
    stage.play("rik", Filed { document, class, epoch: 1 });
    // Who may open what two open, and has no share of it: he came afterwards.
    stage.play("ada", clearance("carl", "SECRET"));
    pairs::entitle(stage, &["carl"]);
    let request: AssentId = fresh();
    stage.play("ada", Asked { request: request.clone(), matter: Matter::Approval(stage.approval()) });
    stage.play("sam", Answered { request, answer: Answer::Yes });
    assert!(stage.state.four_eyes && stage.state.officers.values().all(|one| one.admission == Admission::Sound));
    // As after upkeep.
    custody::renewed(&mut play.stage);
    play.seen();
    play
}

/// A history of what people do, each for himself, and then what others asked for is taken back: what is left is theirs alone.
fn history(play: &mut Play, moves: Vec<(u8, Choice)>) -> Brought {
    let entered = play.stage.state.partners.iter().filter(|(_, partner)| partner.confirmed_by.is_none());
    let mut brought: Brought = entered.map(|(id, partner)| (id.clone(), [partner.entered_by.clone()].into())).collect();
    for (author, choice) in moves {
        let people: Vec<OfficerId> = play.stage.state.officers.keys().cloned().collect();
        let Some(author) = of(&people, author) else { continue };
        time_passes(play, choice);
        for event in tries(play, &author, std::slice::from_ref(&author), choice).unwrap_or_default() {
            if let Event::PartnerAdded(fact) = &event {
                brought.entry(fact.partner.id.clone()).or_default().insert(author.clone());
            }
            if let Event::PartnerChanged(fact) = &event {
                brought.entry(fact.partner.id.clone()).or_default().insert(author.clone());
            }
            if let Event::PartnerConfirmed(fact) = &event {
                brought.remove(&fact.partner);
            }
        }
    }
    for request in play.requests.clone() {
        let stage = &mut play.stage;
        let of = &stage.state.assents[&request];
        if !of.waits() && of.matter.custody().is_none() && of.matter.release().is_none() {
            continue;
        }
        let by = stage.by(of.by.as_str());
        let fact = Answered { request, answer: Answer::Withdrawn };
        if fact.check(&stage.state, &by.context()).is_ok() {
            fact.apply(&mut stage.state, &by.context());
            stage.index += 1;
        }
    }
    play.seen();
    brought
}

/// Custodians agree that somebody has a key of custody for rosa, and with that it is his: what he does with it is another thing.
fn has_from_custody(play: &mut Play, who: &OfficerId) {
    let (state, request) = (&play.stage.state, fresh::<AssentId>());
    let matter = Matter::Custody(CustodyUse {
        whom: Whom::Officer(id("rosa")),
        carrier: who.clone(),
        keys: vec![(play.stage.secret_key(), vec![1])],
        pairs: Vec::new(),
        sharing: state.custody.epoch(),
        threshold: state.custody.threshold(),
        motive: Encoded(vec![7]),
    });
    let custodians: Vec<OfficerId> = state.custodians().cloned().collect();
    let asked = Event::from(Asked { request: request.clone(), matter });
    let enters = |play: &mut Play, by: &OfficerId, event: Event| {
        let stage = &mut play.stage;
        let by = stage.by(by.as_str());
        if event.apply(&mut stage.state, &by.context()).is_ok() {
            stage.state.note_author(&by.context());
            stage.index += 1;
        }
    };
    enters(play, who, asked);
    // Others write something: from here on it waits.
    for other in ["noor", "ada", "sam"] {
        let by = play.stage.by(other);
        play.stage.state.note_author(&by.context());
    }
    play.stage.now += chrono::Duration::hours(WAITING.into());
    for custodian in custodians {
        enters(play, &custodian, Answered { request: request.clone(), answer: Answer::Yes }.into());
    }
    play.seen();
}

fn alone(play: &mut Play, mut those: Those, moves: Vec<(u8, Choice)>) -> Result<(), TestCaseError> {
    let mut done = Vec::new();
    for (author, choice) in moves {
        let ours: Vec<OfficerId> = those.us.iter().cloned().collect();
        let author = of(&ours, author).expect("they are some");
        time_passes(play, choice);
        if let Some((other, fact)) = others_put_right(play, &those.us, choice) {
            those.brought_by_others(play, other.clone(), fact.partner.id.clone());
            done.push((other, vec![fact.into()]));
        }
        let Some(events) = tries(play, &author, &ours, choice) else { continue };
        let gained = those.gained(play, &author, &events);
        done.push((author, events));
        prop_assert!(gained.is_empty(), "{:?}: {gained:?}\n{done:#?}", those.us);
    }
    Ok(())
}

/// Else the properties would say little: everything is taken from somebody, somewhere.
#[test]
fn what_is_tried_is_taken_from_somebody() {
    let mut seed: u32 = 11;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    let facts = [
        "officer-added",
        "officer-frozen",
        "officer-disabled",
        "roles-changed",
        "clearance-granted",
        "clearance-changed",
        "briefing-recorded",
        "function-set",
        "keys-renewed",
        "identity-added",
        "identity-revoked",
        "member-added",
        "member-removed",
        "deputy-named",
        "dossier-created",
        "dossier-taken-over",
        "partner-changed",
        "partner-confirmed",
        "delivered",
        "rekeyed",
        "deposited",
        "dealt",
        "opened-together",
        "changed-together",
        "release-written",
        "custody-carried-out",
        "filed",
        "corrected",
        "version-filed",
        "refiled",
        "reclassified",
        "maintained",
        "resealed",
        "text-read",
        "printed",
        "printer-listed",
        "printer-removed",
    ];
    let matters = [
        "Roles",
        "Clearance",
        "Unfreezing",
        "Succession",
        "Reissue",
        "Reinstatement",
        "Guide",
        "Authorities",
        "Approval",
        "Function",
        "Custody",
        "CustodySharing",
        "Release",
        "Withdrawal",
        "Printer",
    ];
    let steps = matters.iter().flat_map(|matter| [format!("asked {matter}"), format!("answered {matter}")]);
    let mut missing: BTreeSet<String> = facts.into_iter().map(str::to_owned).chain(steps).collect();
    for _ in 0..1_000 {
        let mut play = start(2);
        for _ in 0..120 {
            let people: Vec<OfficerId> = play.stage.state.officers.keys().cloned().collect();
            // Those with a charge above all.
            let author = match next() % 8 {
                0..=3 => id(["ada", "sam", "ada-too"][usize::from(next() % 3)]),
                4 | 5 => id(["otto", "carl", "bea"][usize::from(next() % 3)]),
                6 => id(["rosa", "remi", "rik"][usize::from(next() % 3)]),
                _ => of(&people, next()).expect("there are some"),
            };
            let mut choice: Choice = std::array::from_fn(|_| next());
            // What takes several steps, and so seldom comes about: keys out of custody, freezes that are lifted, new leads,
            // releases; and what two do.
            if next() % 2 == 0 {
                let steps = [
                    (25, 10),
                    (35, 0),
                    (50, 0),
                    (25, 2),
                    (25, 3),
                    (30, 0),
                    (25, 12),
                    (25, 13),
                    (25, 14),
                    (0, 0),
                    (46, 0),
                    (61, 0),
                ];
                (choice[0], choice[4]) = steps[usize::from(next() % 12)];
            }
            // Here two of them are there where it takes two.
            let ours = [author.clone(), id(if author == id("rik") { "bea" } else { "rik" })];
            time_passes(&mut play, choice);
            for event in tries(&mut play, &author, &ours, choice).unwrap_or_default() {
                missing.remove(&match &event {
                    Event::Asked(asked) => format!("asked {:?}", asked.matter.kind()),
                    Event::Answered(answered) => {
                        format!("answered {:?}", play.stage.state.assents[&answered.request].matter.kind())
                    }
                    other => wire::kind(other),
                });
            }
        }
        if missing.is_empty() {
            return;
        }
    }
    panic!("never taken: {missing:?}");
}

/// Histories that are the same each time, and then some that nobody has seen.
const FIXED: u32 = 80;
const FRESH: u32 = 20;

type Moves = Vec<(u8, Choice)>;

fn moves(range: std::ops::Range<usize>) -> impl Strategy<Value = Moves> {
    proptest::collection::vec((any::<u8>(), any::<Choice>()), range)
}

fn holds(test: impl Fn(u8, Moves, Moves) -> Result<(), TestCaseError>) {
    let config = |cases| ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..ProptestConfig::default()
    };
    let seeded = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    for mut runner in [TestRunner::new_with_rng(config(FIXED), seeded), TestRunner::new(config(FRESH))] {
        let outcome =
            runner.run(&(any::<u8>(), moves(0..30), moves(60..140)), |(who, past, moves)| test(who, past, moves));
        match outcome {
            Ok(()) => {}
            Err(TestError::Fail(reason, _)) => panic!("{reason}"),
            Err(aborted @ TestError::Abort(_)) => panic!("{aborted}"),
        }
    }
}

#[test]
fn one_person_alone_gains_nothing_that_takes_two() {
    holds(|who, past, moves| {
        let mut play = start(2);
        let brought = history(&mut play, past);
        // Security officers above all: they may do most.
        let often = ["sam", "ada", "ada-too", "rosa", "rik", "bea", "carl", "otto"];
        let (how, who) = (who / 8, id(often[usize::from(who) % often.len()]));
        if how.is_multiple_of(2) {
            has_from_custody(&mut play, &who);
        }
        // The worst case, that no rule lets come about: some whom he let in have a charge already.
        if how % 4 < 2 {
            let mut word = Stage::furnished().state.officers[&id("rik")].admission.clone();
            if let Admission::OneWord(alone) = &mut word {
                alone.by.clone_from(&who);
            }
            for puppet in ["ada-too", "remi"].map(id).into_iter().filter(|puppet| *puppet != who) {
                let officer = play.stage.state.officers.get_mut(&puppet).expect("an officer of the stage");
                officer.admission = word.clone();
            }
            play.seen();
        }
        // With those whom he alone has let in by now.
        let people = play.stage.state.officers.keys();
        let puppets = people.filter(|one| play.stage.state.on_whose_word(one) == Some(&who)).cloned();
        let us = puppets.chain([who.clone()]).collect();
        let those = Those::new(us, Persons::One, &play, brought);
        alone(&mut play, those, moves)
    });
}

#[test]
fn fewer_custodians_than_it_takes_gain_nothing_together() {
    holds(|who, past, moves| {
        let mut play = start(3);
        let brought = history(&mut play, past);
        let still = play.stage.state.custody.threshold() == 3;
        let mut us: BTreeSet<OfficerId> = ["otto", "carl", "bea"].map(id).into();
        us.remove(&id(["otto", "carl", "bea"][usize::from(who % 3)]));
        // As it was dealt; a history that shared it again is one of other people.
        prop_assume!(still && us.iter().all(|one| !play.stage.state.has_role(one, Role::SecurityOfficer)));
        if who.is_multiple_of(2) {
            has_from_custody(&mut play, us.first().expect("they are two"));
        }
        let those = Those::new(us, Persons::Several, &play, brought);
        alone(&mut play, those, moves)
    });
}
