//! Keys that exist as shares of pairs, and opening by two.

use registry::ForgedRule as Rule;
use registry::event::{self, *};
use registry::fact::{Fact, RequiredParts};
use registry::keys::{KeyName, Together, Witness};
use registry::{ClassId, DocumentId};

use super::facts::{AtRandom, names};
use super::stage::*;

pub const PAIR: [&str; 2] = ["bea", "rik"];

/// A class that is opened by two, of which rik made the first epoch and dealt it to bea and himself; a document in it.
pub struct Pair {
    pub stage: Stage,
    pub class: ClassId,
    pub document: DocumentId,
}

impl Pair {
    pub fn new() -> Pair {
        let mut stage = Stage::furnished();
        entitle(&mut stage, &PAIR);
        let (class, document): (ClassId, DocumentId) = (fresh(), fresh());
        stage.play("rik", for_two(&stage, &class));
        stage.play("rik", dealt(&class, 1));
        stage.play("rik", Filed { document: document.clone(), class: class.clone(), epoch: 1 });
        Pair { stage, class, document }
    }

    /// That rik opens the document with somebody, who signs it at a place.
    pub fn opened(&self, second: &str, index: u64) -> OpenedTogether {
        opened(&self.stage, second, &self.document, index)
    }
}

fn opened(stage: &Stage, second: &str, document: &DocumentId, index: u64) -> OpenedTogether {
    let signer = signer_of(stage.state.officers[&id(second)].key);
    let place = (vault(), &id("rik"), index);
    OpenedTogether {
        document: document.clone(),
        with: Witness::sign(&id(second), &signer, place, Together::Open(document), &stage.by("rik").digest),
    }
}

pub fn for_two(stage: &Stage, class: &ClassId) -> ClassMade {
    let mut access = access("SECRET");
    access.restrictive = [(label::HANDLING.to_owned(), [label::DUAL.to_owned()].into())].into();
    ClassMade { class: class.clone(), dossier: stage.dossier.clone(), access, recipient: recipient() }
}

pub fn dealt(class: &ClassId, epoch: u32) -> Dealt {
    Dealt { class: class.clone(), epoch, officers: PAIR.map(id).into(), with: None }
}

/// These may open what is for two.
pub fn entitle(stage: &mut Stage, officers: &[&str]) {
    for officer in officers {
        let officer = stage.state.officers.get_mut(&id(officer)).expect("an officer of the stage");
        for clearance in &mut officer.facts.clearances {
            clearance.categories.insert(label::HANDLING.to_owned(), [label::DUAL.to_owned()].into());
        }
    }
}

/// And rik has made a key for it, and not dealt it.
pub fn played(stage: &mut Stage) {
    entitle(stage, &PAIR);
    let class = names().classes.last().expect("the one for two").clone();
    stage.play("rik", for_two(stage, &class));
}

#[test]
fn a_key_for_two_is_dealt_once_by_its_maker_to_two_who_may_open() {
    let mut stage = Stage::furnished();
    entitle(&mut stage, &PAIR);
    let class: ClassId = fresh();
    stage.play("rik", for_two(&stage, &class));
    let fact = dealt(&class, 1);
    stage.passes("rik", fact.clone());
    stage.refuses(Rule::NotForTwo, "rik", Dealt { class: stage.secret.clone(), ..fact.clone() });
    stage.refuses(Rule::UnknownKey, "rik", Dealt { epoch: 2, ..fact.clone() });
    stage.refuses(Rule::DeliveredWithoutHolding, "bea", fact.clone());
    stage.refuses(Rule::OneForTwo, "rik", Dealt { officers: [id("rik")].into(), ..fact.clone() });
    stage.refuses(Rule::DeliveredToStranger, "rik", Dealt { officers: ["rik", "carl"].map(id).into(), ..fact.clone() });
    let (after, places) = stage.changes(&stage.by("rik"), fact.clone());
    assert_eq!(places, ["keys"]);
    assert!(after.has_share(&class, 1, &id("bea")) && !after.has_share(&class, 1, &id("carl")));
    let parts = fact.parts(&after, &stage.by("rik").context()).expect("it has parts");
    assert_eq!(parts.pairs, [(class.clone(), 1)]);
    stage.play("rik", fact.clone());
    stage.refuses(Rule::DeliveredWithoutHolding, "rik", fact);
    stage.refuses(Rule::OneForTwo, "rik", stage.delivered(KeyName::Class(class), &[1], &["bea"]));
}

/// Who may not read files upwards, and could have kept the key that he made for that: what others write is not sealed to it.
#[test]
fn a_key_for_two_that_was_made_by_somebody_who_may_not_read_is_due_for_all_that_others_write() {
    let mut stage = Stage::furnished();
    entitle(&mut stage, &PAIR);
    let due = |stage: &Stage, class: &ClassId, filer: Option<&str>| {
        stage.state.is_due(&KeyName::Class(class.clone()), stage.now, filer.map(id).as_ref())
    };
    let made_by = |maker: &str| {
        let (mut stage, class) = (stage.clone(), fresh());
        stage.play(maker, for_two(&stage, &class));
        stage.play(maker, dealt(&class, 1));
        (stage, class)
    };
    let (stage, class) = made_by("rik");
    assert!(!due(&stage, &class, None) && !due(&stage, &class, Some("rik")), "he may read");
    assert!(due(&stage, &class, Some("bea")), "what another files has a key of that one's");
    let (mut stage, class) = made_by("carl");
    assert!(due(&stage, &class, None), "carl may not");
    assert!(!due(&stage, &class, Some("carl")), "what he files himself he knows");
    let next = Rekeyed { key: KeyName::Class(class.clone()), epoch: 2, recipient: Some(recipient()) };
    stage.play("bea", next);
    stage.play("bea", dealt(&class, 2));
    assert!(!due(&stage, &class, None));
}

/// That rik and a second, who signs it, deal a key that rik has just made.
fn dealt_with(stage: &Stage, second: &str, class: &ClassId, epoch: u32) -> Dealt {
    let signer = signer_of(stage.state.officers[&id(second)].key);
    let place = (vault(), &id("rik"), stage.index);
    let what = Together::Deal(class, epoch);
    let with = Witness::sign(&id(second), &signer, place, what, &stage.by("rik").digest);
    Dealt { with: Some(with), ..dealt(class, epoch) }
}

/// Who made a key alone could have kept it. Of one that two made who may open, neither is the maker.
#[test]
fn what_others_write_is_not_sealed_to_a_key_for_two_that_one_made_and_may_be_to_one_that_two_made() {
    let Pair { mut stage, class, .. } = Pair::new();
    let key = KeyName::Class(class.clone());
    let due = |stage: &Stage, writer: &str| stage.state.is_due_to_write(&key, stage.now, &id(writer));
    assert!(stage.state.is_made_by_one(&key) && !due(&stage, "rik"), "what he writes he knows");
    assert!(["bea", "sam", "carl"].iter().all(|writer| due(&stage, writer)));
    assert!(!stage.state.is_due(&key, stage.now, None), "no work for upkeep");
    let secret = stage.secret_key();
    assert!(!stage.state.is_due_to_write(&secret, stage.now, &id("carl")), "of what one opens nothing changes");
    stage.play("rik", Rekeyed { key: key.clone(), epoch: 2, recipient: Some(recipient()) });
    stage.refuses(Rule::DeliveredToStranger, "rik", dealt_with(&stage, "carl", &class, 2));
    stage.refuses(Rule::OneForTwo, "rik", dealt_with(&stage, "rik", &class, 2));
    let OpenedTogether { with, .. } = opened(&stage, "bea", &fresh(), stage.index);
    stage.refuses(Rule::SecondNotProven, "rik", Dealt { with: Some(with), ..dealt(&class, 2) });
    stage.play("rik", dealt_with(&stage, "bea", &class, 2));
    let (_, epoch) = stage.state.current(&key).expect("it has a key");
    assert!(!stage.state.is_made_by_one(&key) && epoch.known_to.is_empty());
    assert!(!["rik", "bea", "sam", "carl"].iter().any(|writer| due(&stage, writer)));
    assert!(!stage.state.is_due(&key, stage.now, Some(&id("bea"))), "nor is it for what bea files");
    // Dealt again, it is what it was.
    stage.play("rik", dealt_with(&stage, "bea", &class, 1));
    assert_eq!(stage.state.keys[&key].get(1).expect("the first").maker, Some(id("rik")));
}

#[test]
fn what_is_for_two_is_sealed_again_by_two_for_a_key_that_two_made() {
    let Pair { mut stage, class, document } = Pair::new();
    let key = KeyName::Class(class.clone());
    let resealed = |epoch| Resealed { document: document.clone(), epoch, object: fresh(), earlier: Vec::new() };
    let by_two = |stage: &Stage| stage.by("rik").by_two(&document);
    stage.refuses(Rule::OneForTwo, "rik", resealed(1));
    stage.refuses_by(Rule::KeyOfOne, &by_two(&stage), resealed(1));
    stage.play("rik", Rekeyed { key, epoch: 2, recipient: Some(recipient()) });
    stage.play("rik", dealt_with(&stage, "bea", &class, 2));
    stage.refuses(Rule::OneForTwo, "rik", resealed(2));
    stage.refuses_by(Rule::EpochOutOfOrder, &by_two(&stage), resealed(1));
    let (fact, by) = (resealed(2), by_two(&stage));
    stage.passes_by(&by, fact.clone());
    stage.play_by(&by, fact.clone());
    let record = stage.state.documents.get(&document).expect("it is there");
    assert_eq!((record.epoch, record.object), (2, fact.object));
}

#[test]
fn what_is_for_two_is_opened_by_two_who_have_shares_and_both_sign() {
    let pair = Pair::new();
    let here = pair.stage.index;
    pair.stage.passes("rik", pair.opened("bea", here));
    pair.stage.refuses(Rule::SecondNotProven, "rik", pair.opened("bea", here + 1));
    pair.stage.refuses(Rule::OneForTwo, "rik", pair.opened("rik", here));
    let other = opened(&pair.stage, "bea", &pair.stage.report, here);
    pair.stage.refuses(Rule::NotForTwo, "rik", other.clone());
    pair.stage.refuses(Rule::SecondNotProven, "rik", OpenedTogether { document: pair.document.clone(), ..other });
    pair.stage.refuses(Rule::SecondNotProven, "carl", pair.opened("bea", here));
    pair.stage.refuses(Rule::SheetWithoutRight, "rik", pair.opened("carl", here));
    let (after, places) = pair.stage.changes(&pair.stage.by("rik"), pair.opened("bea", here));
    assert_eq!(places, [""; 0], "it changes nothing");
    let parts = pair.opened("bea", here).parts(&after, &pair.stage.by("rik").context()).expect("it has parts");
    assert_eq!(parts.may_write, std::slice::from_ref(&pair.class));
}

#[test]
fn two_of_whom_one_has_no_share_do_not_open_what_is_for_two() {
    let Pair { mut stage, class, document } = Pair::new();
    // Carl may open it by his clearance, his briefing and his need-to-know, and came after the key was dealt.
    stage.play("ada", clearance("carl", "SECRET"));
    stage.play("ada", briefing("carl", "SECRET"));
    stage.play("ada", stage.member("carl"));
    entitle(&mut stage, &["carl"]);
    stage.refuses(Rule::NoShare, "rik", opened(&stage, "carl", &document, stage.index));
    stage.refuses(Rule::NoShare, "rik", changed(&stage, "carl", &document, stage.index));
    // Nor do they deal it to others.
    let dealt = |second: &str| {
        let signer = signer_of(stage.state.officers[&id(second)].key);
        let place = (vault(), &id("rik"), stage.index);
        let with = Witness::sign(&id(second), &signer, place, Together::Deal(&class, 1), &stage.by("rik").digest);
        Dealt { with: Some(with), ..dealt(&class, 1) }
    };
    stage.passes("rik", dealt("bea"));
    stage.refuses(Rule::NoShare, "rik", dealt("carl"));
    stage.passes("rik", opened(&stage, "bea", &document, stage.index));
}

/// That rik changes the document with somebody, who signs it at a place.
fn changed(stage: &Stage, second: &str, document: &DocumentId, index: u64) -> ChangedTogether {
    let signer = signer_of(stage.state.officers[&id(second)].key);
    let place = (vault(), &id("rik"), index);
    let with = Witness::sign(&id(second), &signer, place, Together::Change(document), &stage.by("rik").digest);
    ChangedTogether { document: document.clone(), with }
}

#[test]
fn what_is_for_two_is_marked_otherwise_and_kept_by_two_who_sign_that() {
    let Pair { stage, class, document } = Pair::new();
    let here = stage.index;
    let fact = changed(&stage, "bea", &document, here);
    stage.passes("rik", fact.clone());
    stage.refuses(Rule::SecondNotProven, "rik", changed(&stage, "bea", &document, here + 1));
    stage.refuses(Rule::OneForTwo, "rik", changed(&stage, "rik", &document, here));
    stage.refuses(Rule::SheetWithoutRight, "rik", changed(&stage, "carl", &document, here));
    stage.refuses(Rule::NotForTwo, "rik", changed(&stage, "bea", &stage.report, here));
    // He signed what another entry says.
    let other = By { digest: saying("another thing"), ..stage.by("rik") };
    stage.refuses_by(Rule::SecondNotProven, &other, fact.clone());
    // Who signed an opening signed no change, nor the other way round.
    let OpenedTogether { document: opened, with } = opened(&stage, "bea", &document, here);
    stage.refuses(Rule::SecondNotProven, "rik", ChangedTogether { document: opened.clone(), with });
    stage.refuses(Rule::SecondNotProven, "rik", OpenedTogether { document: opened, with: fact.with.clone() });
    let kept = Maintained { document: document.clone(), consented: false };
    let moved =
        Reclassified { document: document.clone(), class: stage.low.clone(), object: fresh(), ..stage.reclassified() };
    let into = Reclassified { document: stage.report.clone(), class: class.clone(), ..stage.reclassified() };
    let (by_two, of_another) = (stage.by("rik").by_two(&document), stage.by("rik").by_two(&stage.report));
    for fact in [Event::from(kept), moved.into()] {
        stage.refuses(Rule::OneForTwo, "rik", fact.clone());
        stage.refuses_by(Rule::OneForTwo, &of_another, fact.clone());
        stage.passes_by(&by_two, fact);
    }
    stage.refuses(Rule::OneForTwo, "rik", into.clone());
    stage.passes_by(&of_another, into.clone());
    // After it, both may open it, and the second signs that.
    let mut after = stage.clone();
    after.play_by(&of_another, into);
    let signed = |document: &DocumentId| changed(&stage, "bea", document, after.index);
    after.passes("rik", signed(&stage.report));
    let (state, places) = stage.changes(&stage.by("rik"), fact.clone());
    assert_eq!(places, [""; 0], "it changes nothing");
    let parts = RequiredParts::may_write(vec![class]);
    assert_eq!(fact.parts(&state, &stage.by("rik").context()), Ok(parts), "what is made from it stands on its sheet");
}

#[test]
fn a_second_signs_all_facts_and_what_comes_to_readers_and_not_the_signatures_themselves() {
    let Pair { stage, class, document } = Pair::new();
    let sheets = format!("class/{class}/1");
    let digest = |events: &[Event], parts: &[(&str, &[u8])]| event::digest(events, parts.iter().copied());
    let kept: Event = Maintained { document: document.clone(), consented: false }.into();
    let both = [changed(&stage, "bea", &document, stage.index).into(), kept.clone()];
    let parts: [(&str, &[u8]); 2] = [(&sheets, b"sealed"), ("oversight/x", b"told")];
    let signed = digest(&both, &parts).expect("a second stands in it");
    assert_eq!(digest(std::slice::from_ref(&kept), &parts), None, "no second stands in it");
    // Whichever signature stands there, and whatever its author tells oversight.
    let unsigned = ChangedTogether { document: document.clone(), with: Witness::to_sign(&id("bea")) };
    assert_eq!(digest(&[unsigned.into(), kept.clone()], &parts), Some(signed.clone()));
    assert_eq!(digest(&both, &[(&sheets, b"sealed"), ("oversight/x", b"other")]), Some(signed.clone()));
    let consented = Maintained { document: document.clone(), consented: true }.into();
    let other = ChangedTogether { document, with: Witness::to_sign(&id("carl")) };
    for (what, otherwise) in [
        ("another fact", digest(&[both[0].clone(), consented], &parts)),
        ("one fact more", digest(&[both[0].clone(), kept.clone(), kept.clone()], &parts)),
        ("another order", digest(&[kept.clone(), both[0].clone()], &parts)),
        ("another second", digest(&[other.into(), kept], &parts)),
        ("another sheet", digest(&both, &[(&sheets, b"other")])),
        ("no sheet", digest(&both, &[])),
        ("an epoch more", digest(&both, &[(&sheets, b"sealed"), (&format!("pairs/{class}"), b"dealt")])),
    ] {
        assert!(otherwise.is_some_and(|otherwise| otherwise != signed), "{what}");
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let signer = signer_of(stage.state.officers[&id("bea")].key);
    let place = (vault(), &id("rik"), 9);
    let with = Witness::sign(&id("bea"), &signer, place, Together::Deal(&stage.secret, 1), &stage.by("rik").digest);
    vec![
        Dealt { with: Some(with), ..dealt(&stage.secret, 1) }.into(),
        opened(stage, "bea", &stage.report, stage.index).into(),
        changed(stage, "bea", &stage.report, stage.index).into(),
    ]
}

/// See `facts::at_random`. The second signs for a place of the log that nobody can guess: whether it is taken, is tried above.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| dealt(&draw.class, draw.epoch).into(),
    |draw| opened(&draw.stage, "bea", &draw.document, u64::from(draw.choice[0])).into(),
    |draw| changed(&draw.stage, "bea", &draw.document, u64::from(draw.choice[0])).into(),
];

#[test]
fn a_share_of_what_two_open_is_passed_on_to_the_keys_that_its_officer_makes_for_himself() {
    let mut pair = Pair::new();
    let (bea, class) = (id("bea"), pair.class.clone());
    let fact = pair.stage.renewed("bea");
    let by = pair.stage.by("bea").introducing(fact.keys.key);
    pair.stage.play_by(&by, fact);
    assert!(
        pair.stage.state.was_dealt(&class, 1, &bea) && pair.stage.state.share_between(&class, 1, [&bea, &id("rik")])
    );
    assert!(!pair.stage.state.was_dealt(&class, 1, &id("ada")), "nobody else has one by that");
}
