//! Partners.

use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::partners::PartnerRecord;
use registry::people::Admission;

use super::facts::{AtRandom, names, pick};
use super::stage::*;

#[test]
fn a_partner_is_entered_by_who_keeps_partners_with_a_key_of_its_own_and_a_nation_that_there_is() {
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
    let cases = [
        ("its name", Rule::PartnerAddedTwice, PartnerRecord { id: known.id.clone(), ..new.clone() }),
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
    let fact = PartnerConfirmed { partner: new.id.clone(), fingerprint: new.recipient.fingerprint() };
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
    let fact = PartnerConfirmed { partner: new.id.clone(), fingerprint: new.recipient.fingerprint() };
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

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let mut partner = partner("BND", "DEU");
    partner.categories = [("Handling".to_owned(), ["CRYPTO".to_owned()].into())].into();
    vec![
        PartnerAdded { partner }.into(),
        PartnerConfirmed { partner: stage.partner.clone(), fingerprint: "0000".to_owned() }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| PartnerAdded { partner: draw.partner }.into(),
    |draw| {
        let fingerprint = pick(&names().partners, draw.choice[4]).recipient.fingerprint();
        PartnerConfirmed { partner: draw.partner.id, fingerprint }.into()
    },
];
