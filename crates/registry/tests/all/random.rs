//! Facts at random, by people at random.

use chrono::TimeDelta;
use proptest::prelude::*;
use registry::event::*;

use super::facts::{Choice, Draw, PEOPLE, at_random, names, person, pick};
use super::stage::*;
use super::{custody, dossiers, freeze, pairs, people, printing, refiled, wire};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is signed and by whomever: it is taken whole or not at all, and every question about it has an answer.
    #[test]
    fn a_fact_that_is_refused_leaves_the_state_as_it_was(
        bare in any::<bool>(),
        facts in proptest::collection::vec((any::<u8>(), any::<u8>(), any::<Choice>(), 0..400_i64), 1..40),
    ) {
        let mut stage = if bare { Stage::bare() } else { Stage::furnished() };
        let mut before = json(&stage.state);
        for (which, author, choice, days) in facts {
            let event = pick(&at_random(), which)(Draw::of(choice));
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
            drop((event.keys(&person(choice[2])), event.under(), event.concerns(&stage.state), event.weight()));
            // What is kept is read back as it was.
            let mut kept: registry::state::State = serde_json::from_value(before.clone()).expect("it reads back");
            kept.documents = stage.state.documents.clone();
            prop_assert_eq!(&json(&kept), &before);
        }
    }
}

#[test]
fn facts_of_every_kind_are_played() {
    let played = at_random().into_iter().flat_map(|fact| [0, 1].map(|choice| wire::kind(&fact(Draw::of([choice; 6])))));
    assert_eq!(played.collect::<std::collections::BTreeSet<_>>(), wire::kinds());
}

/// The choice is such that each fact is taken sometimes, and refused sometimes: else the property would say little.
#[test]
fn each_kind_of_fact_is_taken_and_refused_somewhere() {
    let mut stage = Stage::furnished();
    stage.play("rosa", PartnerAdded { partner: pick(&names().partners, 1) });
    custody::played(&mut stage);
    freeze::played(&mut stage);
    dossiers::played(&mut stage);
    refiled::played(&mut stage);
    pairs::played(&mut stage);
    people::played(&mut stage);
    printing::played(&mut stage);
    let facts = at_random();
    let (mut taken, mut refused) = (vec![false; facts.len()], vec![false; facts.len()]);
    let mut seed: u32 = 7;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    for round in 0..300_000 {
        let which = round % facts.len();
        if taken[which] && refused[which] {
            continue;
        }
        let choice: Choice = std::array::from_fn(|_| next());
        let by = stage.by(pick(&PEOPLE, next())).introducing(pick(&names().keys, choice[1]));
        match facts[which](Draw::of(choice)).apply(&mut stage.state.clone(), &by.context()) {
            Ok(()) => taken[which] = true,
            Err(_) => refused[which] = true,
        }
    }
    let never =
        (0..facts.len()).filter(|which| !taken[*which]).map(|which| wire::kind(&facts[which](Draw::of([0; 6]))));
    assert_eq!(
        never.collect::<Vec<_>>(),
        ["founded", "opened-together", "changed-together"],
        "one is for an empty vault, the others are signed for their place"
    );
    assert!(refused.iter().all(|refused| *refused), "{refused:?}");
}
