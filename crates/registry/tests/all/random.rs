//! Facts at random, by people at random.

use std::sync::OnceLock;

use chrono::TimeDelta;
use policy::authorities::OwnAuthorities;
use policy::guide::Guide;
use policy::{ClearanceStatus, DossierStatus, Role};
use proptest::prelude::*;
use registry::event::*;
use registry::keys::KeyName;
use registry::partners::PartnerRecord;
use registry::people::OfficerRecord;
use registry::{ClassId, DocumentId, DossierKey, ObjectId, OfficerId, ReleaseId};
use seal::{KeyId, Recipient, Signer};

use super::stage::*;
use super::wire;

/// How often what is right for a fact is chosen.
type Choice = [u8; 6];

const FACTS: u8 = 28;
const PEOPLE: [&str; 11] = ["ada", "sam", "rik", "bea", "carl", "rosa", "remi", "otto", "nina", "noor", "nobody"];
const LEVELS: [&str; 4] = ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET"];

/// Few names, so that they meet.
struct Names {
    dossiers: Vec<DossierKey>,
    classes: Vec<ClassId>,
    documents: Vec<DocumentId>,
    objects: Vec<ObjectId>,
    releases: Vec<ReleaseId>,
    recipients: Vec<Recipient>,
    keys: Vec<KeyId>,
    partners: Vec<PartnerRecord>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let stage = Stage::furnished();
        let known = stage.state.partners[&stage.partner].record.clone();
        let documents: Vec<DocumentId> = [stage.report, fresh(), fresh()].into();
        Names {
            dossiers: [stage.dossier, fresh()].into(),
            classes: [stage.secret, stage.low, fresh()].into(),
            objects: documents.iter().map(ObjectId::from).chain([fresh(), fresh()]).collect(),
            documents,
            releases: [stage.release, fresh()].into(),
            recipients: [recipient(), recipient(), recipient(), classic()].into(),
            keys: [Signer::generate().key_id(), Signer::generate().key_id()].into(),
            partners: [known, partner("BND", "DEU"), partner("AIVD", "NLD")].into(),
        }
    })
}

fn pick<T: Clone>(all: &[T], choice: u8) -> T {
    all[usize::from(choice) % all.len()].clone()
}

fn person(choice: u8) -> OfficerId {
    id(pick(&PEOPLE, choice))
}

fn key(choice: u8) -> KeyName {
    let names = names();
    let keys = [KeyName::Vault, KeyName::Oversight, KeyName::Custody].into_iter();
    let keys = keys.chain(names.dossiers.iter().cloned().map(KeyName::Dossier));
    pick(&keys.chain(names.classes.iter().cloned().map(KeyName::Class)).collect::<Vec<_>>(), choice)
}

fn fact(which: u8, [a, b, c, d, e, f]: Choice) -> Event {
    let (names, stage) = (names(), Stage::furnished());
    let (dossier, class) = (pick(&names.dossiers, a), pick(&names.classes, b));
    let (document, release) = (pick(&names.documents, c), pick(&names.releases, d));
    let (recipient, partner) = (pick(&names.recipients, e), pick(&names.partners, f));
    let (officer, epoch, from) = (person(a), u32::from(c % 4), day(11, 1 + u32::from(c % 28)));
    let until = (d % 2 == 0).then(|| day(11, 1 + u32::from(e % 28)));
    let record = || OfficerRecord {
        recipient: recipient.clone(),
        key: pick(&names.keys, b),
        ..super::stage::officer(pick(&PEOPLE[8..], a), &[pick(&Role::ALL, c), pick(&Role::ALL, d)])
    };
    let status = pick(&[ClearanceStatus::Valid, ClearanceStatus::Suspended, ClearanceStatus::Withdrawn], b);
    match which {
        0 => Founded { officer: record(), ..stage.founded }.into(),
        1 => OfficerAdded { officer: record() }.into(),
        2 => OfficerDisabled { officer }.into(),
        3 => PassphraseChanged { officer }.into(),
        4 => ClearanceGranted { officer, from, until: until.unwrap_or(from), ..clearance("bea", pick(&LEVELS, b)) }
            .into(),
        5 => ClearanceChanged { officer, policy: "BEL".to_owned(), status }.into(),
        6 => BriefingRecorded { officer, ..briefing("bea", pick(&LEVELS, b)) }.into(),
        7 => ApprovalRecorded {
            authority: String::new(),
            reference: String::new(),
            ceiling: pick(&[label::Level::Restricted, label::Level::TopSecret], a),
            until: from,
        }
        .into(),
        8 => GuideReplaced { guide: Guide { aggregation: u32::from(a), ..Guide::builtin().clone() } }.into(),
        9 => {
            AuthoritiesReplaced { authorities: OwnAuthorities::listed(vec!["A".to_owned(); usize::from(a % 3)]) }.into()
        }
        10 => DossierCreated { dossier, recipient, lead: (b % 2 == 0).then(|| person(c)), from }.into(),
        11 => {
            let status = if b % 2 == 0 { DossierStatus::Closed } else { DossierStatus::Open };
            DossierChanged { dossier, status }.into()
        }
        12 => MemberAdded { dossier, officer: person(b), from, until }.into(),
        13 => MemberRemoved { dossier, officer: person(b) }.into(),
        14 => ClassMade { class, dossier, access: access(pick(&LEVELS, c)), recipient }.into(),
        15 | 16 => Rekeyed { key: key(a), epoch, recipient: (b % 3 > 0).then_some(recipient) }.into(),
        17 | 18 => {
            let epochs = [epoch, u32::from(d % 3)][..usize::from(e % 3)].to_vec();
            Delivered { key: key(a), epochs, officers: [person(b), person(f)][..usize::from(1 + e % 2)].to_vec() }
                .into()
        }
        19 => Deposited { key: key(a), epochs: vec![epoch] }.into(),
        20 => Filed { document, class, epoch }.into(),
        21 => {
            let object = pick(&names.objects, d);
            Reclassified { document, class, epoch, object, consented: e % 2 == 0 }.into()
        }
        22 => Maintained { document, consented: d % 2 == 0 }.into(),
        23 => PartnerAdded { partner }.into(),
        24 => {
            let fingerprint = pick(&names.partners, e).recipient.fingerprint();
            PartnerConfirmed { partner: partner.id, fingerprint }.into()
        }
        25 => ReleaseRequested { release, partner: partner.id, ..stage.requested(fresh()) }.into(),
        26 => {
            pick::<Event>(&[ReleaseApproved { release: release.clone() }.into(), ReleaseRefused { release }.into()], a)
        }
        _ => {
            pick::<Event>(&[ReleaseWritten { release: release.clone() }.into(), ReleaseRecalled { release }.into()], a)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is signed and by whomever: it is taken whole or not at all, and every question about it has an answer.
    #[test]
    fn a_fact_that_is_refused_leaves_the_state_as_it_was(
        bare in any::<bool>(),
        facts in proptest::collection::vec((0..FACTS, any::<u8>(), any::<Choice>(), 0..400_i64), 1..40),
    ) {
        let mut stage = if bare { Stage::bare() } else { Stage::furnished() };
        let mut before = json(&stage.state);
        for (which, author, choice, days) in facts {
            let event = fact(which, choice);
            let mut by = stage.by(pick(&PEOPLE, author));
            by.at += TimeDelta::hours(24 * days);
            // Half of them introduce whom they add, and have a part for the class.
            if choice[0] % 2 == 0 {
                by = by.introducing(pick(&names().keys, choice[1])).with_sheet(&pick(&names().classes, choice[0]), 2);
            }
            let context = by.context();
            drop(event.record(&stage.state));
            let outcome = event.apply(&mut stage.state, &context);
            let after = json(&stage.state);
            match outcome {
                Ok(()) => stage.index += 1,
                Err(_) => prop_assert_eq!(&after, &before, "{:?}", event),
            }
            before = after;
            drop(event.parts(&stage.state, &context));
            drop((event.keys(&person(choice[2])), event.under(), event.concerns(), event.weight()));
            // What is kept is read back as it was.
            let mut kept: registry::state::State = serde_json::from_value(before.clone()).unwrap();
            kept.documents = stage.state.documents.clone();
            prop_assert_eq!(&json(&kept), &before);
        }
    }
}

#[test]
fn facts_of_every_kind_are_played() {
    let played = (0..FACTS).flat_map(|which| [0, 1].map(|choice| wire::kind(&fact(which, [choice; 6]))));
    assert_eq!(played.collect::<std::collections::BTreeSet<_>>(), wire::kinds());
}

/// The choice is such that each fact is taken sometimes, and refused sometimes: else the property would say little.
#[test]
fn each_kind_of_fact_is_taken_and_refused_somewhere() {
    let mut stage = Stage::furnished();
    stage.play("rosa", PartnerAdded { partner: pick(&names().partners, 1) });
    let (mut taken, mut refused) = ([false; FACTS as usize], [false; FACTS as usize]);
    let mut seed: u32 = 7;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    for round in 0..60_000_u32 {
        let which = u8::try_from(round % u32::from(FACTS)).unwrap();
        if taken[usize::from(which)] && refused[usize::from(which)] {
            continue;
        }
        let choice: Choice = std::array::from_fn(|_| next());
        let by = stage.by(pick(&PEOPLE, next())).introducing(pick(&names().keys, choice[1]));
        match fact(which, choice).apply(&mut stage.state.clone(), &by.context()) {
            Ok(()) => taken[usize::from(which)] = true,
            Err(_) => refused[usize::from(which)] = true,
        }
    }
    let never: Vec<usize> = (0..usize::from(FACTS)).filter(|which| !taken[*which]).collect();
    assert_eq!(never, [0], "to found is for an empty vault; of each other kind some are taken");
    assert!(refused.iter().all(|refused| *refused), "{refused:?}");
}
