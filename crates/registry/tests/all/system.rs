//! The system.

use label::Level;
use policy::authorities::OwnAuthorities;
use policy::guide::Guide;
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::log::Act;

use super::facts::{AtRandom, pick};
use super::stage::*;

fn approval() -> ApprovalRecorded {
    ApprovalRecorded {
        authority: "ANS".to_owned(),
        reference: "AP-1".to_owned(),
        ceiling: Level::Secret,
        until: day(12, 31),
    }
}

fn authorities(names: &[&str]) -> AuthoritiesReplaced {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    AuthoritiesReplaced { authorities: OwnAuthorities::listed(names) }
}

#[test]
fn approval_guide_and_authorities_are_a_security_officers() {
    let stage = Stage::furnished();
    let facts: [Event; 3] =
        [approval().into(), GuideReplaced { guide: Guide::builtin().clone() }.into(), authorities(&["SGRS"]).into()];
    for fact in facts {
        stage.passes("sam", fact.clone());
        for other in ["rik", "rosa", "otto", "nobody"] {
            stage.refuses(Rule::NotSecurityOfficer, other, fact.clone());
        }
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
        assert_eq!(
            (fact.keys(&id("sam")), fact.under(), fact.concerns(&stage.state)),
            (Vec::new(), None, Concerns::Nobody)
        );
    }
}

#[test]
fn a_guide_or_a_list_of_authorities_has_its_shape() {
    let stage = Stage::furnished();
    let guide = Guide::builtin().clone();
    stage.refuses(Rule::GuideMisshapen, "sam", GuideReplaced { guide: Guide { aggregation: 1, ..guide.clone() } });
    let twice = guide.topics.iter().chain(guide.topics.first()).cloned().collect();
    stage.refuses(Rule::GuideMisshapen, "sam", GuideReplaced { guide: Guide { topics: twice, ..guide } });
    for names in [&["SGRS", "sgrs"][..], &[""], &["two\nlines"], &["Registry of the exercise"]] {
        stage.refuses(Rule::AuthoritiesMisshapen, "sam", authorities(names));
    }
}

#[test]
fn what_is_in_force_says_since_when_and_by_whom() {
    let stage = Stage::furnished();
    let by = stage.by("sam");
    let at_ms = by.at.timestamp_millis();

    let (after, places) = stage.changes(&by, approval());
    assert_eq!(places, ["approval"]);
    let in_force = after.approval.as_ref().unwrap();
    assert_eq!((in_force.at_ms, &in_force.by, in_force.ceiling), (at_ms, &id("sam"), Level::Secret));
    assert_eq!(after.system().approval.unwrap().until, day(12, 31));

    let guide = Guide { aggregation: 7, ..Guide::builtin().clone() };
    assert_eq!(stage.state.guide(), Guide::builtin());
    let (after, places) = stage.changes(&by, GuideReplaced { guide: guide.clone() });
    assert_eq!((places, after.guide()), (vec!["guide".to_owned()], &guide));
    assert_eq!(after.guide.as_ref().map(|guide| (guide.at_ms, &guide.by)), Some((at_ms, &id("sam"))));

    let (after, places) = stage.changes(&by, authorities(&["SGRS"]));
    assert_eq!(places, ["authorities.changed", "authorities.list"]);
    assert_eq!(after.authorities.list.names(), ["SGRS"]);
    assert_eq!(after.authorities.changed, Some((at_ms, id("sam"))));
}

#[test]
fn one_authority_more_or_less_is_named_and_any_other_change_is_a_new_list() {
    let mut stage = Stage::bare();
    stage.play("ada", authorities(&["SGRS", "Cabinet"]));
    for (names, act, named) in [
        (&["SGRS", "Cabinet", "Staff"][..], Act::AddAuthority, "Staff"),
        (&["SGRS"], Act::RemoveAuthority, "Cabinet"),
        (&["SGRS", "Staff"], Act::ReplaceAuthorities, "SGRS; Staff"),
        (&["Cabinet", "SGRS"], Act::ReplaceAuthorities, "Cabinet; SGRS"),
        (&[], Act::ReplaceAuthorities, ""),
    ] {
        let record = authorities(names).record(&stage.state);
        assert_eq!((record.act(), record.detail["authority"].as_str()), (Some(act), named));
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(_: &Stage) -> Vec<Event> {
    vec![
        approval().into(),
        GuideReplaced { guide: Guide::builtin().clone() }.into(),
        AuthoritiesReplaced { authorities: OwnAuthorities::listed(vec!["SGRS".to_owned()]) }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let ceiling = pick(&[Level::Restricted, Level::TopSecret], draw.choice[0]);
        ApprovalRecorded { authority: String::new(), reference: String::new(), ceiling, until: draw.from }.into()
    },
    |draw| GuideReplaced { guide: Guide { aggregation: u32::from(draw.choice[0]), ..Guide::builtin().clone() } }.into(),
    |draw| {
        let names = vec!["A".to_owned(); usize::from(draw.choice[0] % 3)];
        AuthoritiesReplaced { authorities: OwnAuthorities::listed(names) }.into()
    },
];
