//! Partners.

use label::Level;
use policy::four_eyes::Since;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::partners::PartnerRecord;
use registry::people::Admission;
use registry::{AssentId, ForgedRule as Rule, PartnerId};

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, names, pick};
use super::stage::*;

/// Of what is entered in the next entry.
fn confirmed(stage: &Stage, of: &PartnerRecord) -> PartnerConfirmed {
    PartnerConfirmed { partner: of.id.clone(), fingerprint: of.recipient.fingerprint(), entered: stage.index }
}

/// The partner of the stage, otherwise.
fn changed(stage: &Stage, change: impl Fn(&mut PartnerRecord)) -> PartnerRecord {
    let mut partner = stage.state.partners[&stage.partner].record.clone();
    change(&mut partner);
    partner
}

#[test]
fn a_partner_is_entered_by_those_who_keep_partners_with_a_key_of_its_own_and_a_nation_that_there_is() {
    let stage = Stage::furnished();
    let new = partner("BND", "DEU");
    let added = |partner| PartnerAdded { partner };
    for author in ["ada", "sam", "rosa"] {
        stage.passes(author, added(new.clone()));
    }
    for author in ["rik", "bea", "otto", "nobody"] {
        stage.refuses(Rule::NotReleaseAuthority, author, added(new.clone()));
    }
    let known = stage.state.partners[&stage.partner].record.clone();
    let spaced = known.signing_key.as_ref().map(|key| key.replace(' ', "  "));
    let bea = stage.state.officers[&id("bea")].recipient.clone();
    let id_of = |text: String| PartnerId::parse(&text).expect("of the form of an id");
    let turned = match known.id.as_str() {
        id if id == id.to_lowercase() => id.to_uppercase(),
        id => id.to_lowercase(),
    };
    let other_case = PartnerRecord { id: id_of(turned), ..new.clone() };
    let cases = [
        ("its name", Rule::PartnerAddedTwice, PartnerRecord { id: known.id.clone(), ..new.clone() }),
        ("its name, but for the case", Rule::PartnerAddedTwice, other_case),
        ("a partner's key", Rule::KeyOfAnother, PartnerRecord { recipient: known.recipient.clone(), ..new.clone() }),
        ("an officer's key", Rule::KeyOfAnother, PartnerRecord { recipient: bea, ..new.clone() }),
        ("a partner's signing key", Rule::KeyOfAnother, PartnerRecord { signing_key: spaced, ..new.clone() }),
        ("no nation", Rule::UnknownNation, PartnerRecord { nation: "GER".to_owned(), ..new.clone() }),
    ];
    for (what, rule, partner) in cases {
        assert_eq!(stage.try_by(&stage.by("rosa"), added(partner)), Some(rule), "{what}");
    }
    // What a partner's key is made of is the partner's business.
    stage.passes("rosa", added(PartnerRecord { recipient: classic(), signing_key: None, ..new }));
}

#[test]
fn a_partner_who_is_entered_is_confirmed_by_nobody() {
    let stage = Stage::furnished();
    let fact = PartnerAdded { partner: partner("BND", "DEU") };
    let (after, places) = stage.changes(&stage.by("rosa"), fact.clone());
    assert_eq!(places, ["partners.BND"]);
    let entered = &after.partners[&fact.partner.id];
    assert_eq!((&entered.entered_by, &entered.confirmed_by), (&id("rosa"), &None));
    assert_eq!(entered.record, fact.partner);
    assert!(!after.partner_facts(&fact.partner.id).expect("the partner was entered").confirmed);
    assert_eq!(fact.parts(&after, &stage.by("rosa").context()), Ok(RequiredParts::none()));
    assert_eq!(
        (fact.keys(&id("rosa")), fact.under(), fact.concerns(&stage.state)),
        (Vec::new(), None, Concerns::Nobody)
    );
    assert_eq!(fact.record(&stage.state).detail["fingerprint"], fact.partner.recipient.fingerprint());
}

#[test]
fn a_partner_is_confirmed_once_by_another_who_compared_its_key() {
    let mut stage = Stage::furnished();
    let new = partner("BND", "DEU");
    let fact = confirmed(&stage, &new);
    stage.refuses(Rule::UnknownPartner, "sam", fact.clone());
    stage.play("rosa", PartnerAdded { partner: new });
    for author in ["sam", "remi"] {
        stage.passes(author, fact.clone());
    }
    let typed = fact.fingerprint.to_lowercase().replace(' ', "-");
    stage.passes("sam", PartnerConfirmed { fingerprint: typed, ..fact.clone() });
    for author in ["rik", "otto", "nobody"] {
        stage.refuses(Rule::NotReleaseAuthority, author, fact.clone());
    }
    for fingerprint in [String::new(), "0000 0000".to_owned(), fact.fingerprint.chars().skip(1).collect()] {
        stage.refuses(Rule::FingerprintOfAnotherKey, "sam", PartnerConfirmed { fingerprint, ..fact.clone() });
    }
    stage.refuses(Rule::PartnerConfirmedByOneself, "rosa", fact.clone());

    let (after, places) = stage.changes(&stage.by("sam"), fact.clone());
    assert_eq!(places, ["partners.BND.confirmed_by"]);
    assert!(after.partner_facts(&fact.partner).expect("the partner was entered").confirmed);
    assert_eq!(fact.parts(&after, &stage.by("sam").context()), Ok(RequiredParts::none()));
    stage.play("sam", fact.clone());
    stage.refuses(Rule::PartnerConfirmedTwice, "remi", fact);
}

/// A security officer enters a partner with a key of his own and has his puppet confirm it, or the other way round.
#[test]
fn under_the_full_rules_a_puppet_confirms_no_partner() {
    let mut stage = Stage::furnished();
    let new = partner("BND", "DEU");
    let fact = confirmed(&stage, &new);
    for (enters, confirms) in [("ada", "remi"), ("rosa", "ada"), ("rosa", "remi")] {
        let mut stage = stage.clone();
        stage.play(enters, PartnerAdded { partner: new.clone() });
        stage.passes(confirms, fact.clone());
        let full = stage.with_four_eyes();
        full.refuses(Rule::OneWord, confirms, fact.clone());
        full.passes("sam", fact.clone());
    }
    // Where two agreed to it that rosa is a release authority, she is a person of her own.
    stage.play("ada", PartnerAdded { partner: new });
    stage.state.officers.get_mut(&id("rosa")).expect("the stage has that officer").admission = Admission::Sound;
    stage.with_four_eyes().passes("rosa", fact);
}

#[test]
fn a_partner_who_is_changed_is_confirmed_again_by_another() {
    let stage = Stage::furnished();
    let lower = changed(&stage, |of| of.ceiling = Level::Confidential);
    let fact = PartnerChanged { partner: lower.clone() };
    for author in ["rik", "bea", "otto", "nobody"] {
        stage.refuses(Rule::NotReleaseAuthority, author, fact.clone());
    }
    stage.refuses(Rule::UnknownPartner, "rosa", PartnerChanged { partner: partner("BND", "DEU") });
    let same = stage.state.partners[&stage.partner].record.clone();
    stage.refuses(Rule::PartnerUnchanged, "rosa", PartnerChanged { partner: same.clone() });
    let nowhere = changed(&stage, |of| of.nation = "GER".to_owned());
    stage.refuses(Rule::UnknownNation, "rosa", PartnerChanged { partner: nowhere });
    let bea = stage.state.officers[&id("bea")].recipient.clone();
    let taken = changed(&stage, |of| of.recipient = bea.clone());
    stage.refuses(Rule::KeyOfAnother, "rosa", PartnerChanged { partner: taken });

    assert_eq!(fact.parts(&stage.state, &stage.by("rosa").context()), Ok(RequiredParts::none()));
    let mut after = stage.clone();
    let confirming = confirmed(&after, &lower);
    after.play("rosa", fact);
    let of = &after.state.partners[&stage.partner];
    assert_eq!((&of.entered_by, &of.confirmed_by, of.before.as_ref()), (&id("rosa"), &None, Some(&same)));
    assert!(!after.state.partner_facts(&stage.partner).expect("it is there").confirmed);
    after.refuses(Rule::PartnerConfirmedByOneself, "rosa", confirming.clone());
    // An agreement to what was there before is none.
    let unseen = PartnerConfirmed { entered: confirming.entered - 1, ..confirming.clone() };
    after.refuses(Rule::RequestStale, "sam", unseen);
    after.play("sam", confirming);
    let of = &after.state.partners[&stage.partner];
    assert_eq!((&of.confirmed_by, &of.before, of.record.ceiling), (&Some(id("sam")), &None, Level::Confidential));
}

/// Else one would bring a key, another change the ceiling without comparing it, and the first confirm his own key.
#[test]
fn what_waits_to_be_compared_is_changed_by_the_officer_who_brought_it_alone() {
    let mut stage = Stage::furnished();
    let own = changed(&stage, |of| of.recipient = recipient());
    stage.play("rosa", PartnerChanged { partner: own.clone() });
    let other = PartnerRecord { ceiling: Level::Confidential, ..own.clone() };
    stage.refuses(Rule::PartnerWaits, "sam", PartnerChanged { partner: other.clone() });
    let mut again = stage.clone();
    let confirming = confirmed(&again, &other);
    again.play("rosa", PartnerChanged { partner: other.clone() });
    let before = again.state.partners[&stage.partner].before.as_ref().expect("what was confirmed");
    assert_ne!((&before.recipient, before.ceiling), (&other.recipient, other.ceiling));
    again.passes("sam", confirming);
    // Once who brought it is gone for good another may.
    stage.play("ada", OfficerDisabled { officer: id("rosa") });
    let confirming = confirmed(&stage, &other);
    stage.play("sam", PartnerChanged { partner: other });
    stage.refuses(Rule::NotReleaseAuthority, "rosa", confirming.clone());
    stage.refuses(Rule::PartnerConfirmedByOneself, "sam", confirming.clone());
    stage.passes("ada", confirming.clone());
    // Who is one with the officer who is gone has compared nothing.
    stage.passes("remi", confirming.clone());
    stage.with_four_eyes().refuses(Rule::OneWord, "remi", confirming);
}

#[test]
fn a_key_that_a_partner_had_is_no_others() {
    let mut stage = Stage::furnished();
    let was = stage.state.partners[&stage.partner].record.clone();
    stage.play("rosa", PartnerChanged { partner: changed(&stage, |of| of.recipient = recipient()) });
    let other = PartnerRecord { recipient: was.recipient.clone(), signing_key: None, ..partner("BND", "DEU") };
    stage.refuses(Rule::KeyOfAnother, "rosa", PartnerAdded { partner: other });
    stage.passes("rosa", PartnerChanged { partner: changed(&stage, |of| of.recipient = was.recipient.clone()) });
}

#[test]
fn a_release_that_was_asked_for_before_a_partner_changed_goes_no_further() {
    let stage = Stage::furnished();
    let request = AssentId::from(&stage.release);
    stage.passes("remi", yes(&request));
    let mut approved = stage.clone();
    approved.play("remi", yes(&request));
    approved.passes("rosa", ReleaseWritten { release: stage.release.clone() });
    for mut stage in [stage, approved] {
        let fact = PartnerChanged { partner: changed(&stage, |of| of.recipient = recipient()) };
        let confirming = confirmed(&stage, &fact.partner);
        let waits = stage.state.assents[&request].waits();
        stage.play("ada", fact);
        for confirmed_too in [false, true] {
            let asked = &stage.state.assents[&request];
            assert_eq!(stage.state.partner_since(&stage.partner, asked), Since::Changed);
            let (rule, step): (Rule, Event) = if waits {
                (Rule::ReleasedWithoutRight, yes(&request).into())
            } else {
                (Rule::ReleasedWithoutRight, ReleaseWritten { release: stage.release.clone() }.into())
            };
            stage.refuses(rule, if waits { "remi" } else { "rosa" }, step);
            if waits {
                stage.passes("remi", no(&request));
            }
            stage.passes("rosa", withdrawn(&request));
            if !confirmed_too {
                stage.play("sam", confirming.clone());
            }
        }
        // Asked for again it goes to the new key.
        let anew = stage.requested(fresh());
        stage.play("rosa", anew.clone());
        stage.passes("remi", yes(&anew.request));
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let mut partner = partner("BND", "DEU");
    partner.categories = [("Handling".to_owned(), ["CRYPTO".to_owned()].into())].into();
    vec![
        PartnerAdded { partner }.into(),
        PartnerChanged { partner: changed(stage, |of| of.ceiling = Level::Confidential) }.into(),
        PartnerConfirmed { partner: stage.partner.clone(), fingerprint: "0000".to_owned(), entered: 7 }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| PartnerAdded { partner: draw.partner }.into(),
    |draw| {
        let fingerprint = pick(&names().partners, draw.choice[4]).recipient.fingerprint();
        let known = draw.stage.state.partners.get(&draw.partner.id);
        // Who is not there yet is entered next.
        let entered = known.map_or(draw.stage.index, |partner| partner.index);
        PartnerConfirmed { partner: draw.partner.id, fingerprint, entered }.into()
    },
    |draw| {
        let ceiling = pick(&[Level::Confidential, Level::Secret], draw.choice[1]);
        PartnerChanged { partner: PartnerRecord { ceiling, ..draw.partner } }.into()
    },
];
