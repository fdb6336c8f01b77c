//! The classification guide: who keeps it, what filing is held against, what is recorded of it, what is advised.

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

const MOTIVE: &str = "Only what the press already had.";

fn with_topics(title: &str, level: &str, topics: &[&str], motive: Option<&str>) -> NewDocument {
    NewDocument {
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        motive: motive.map(str::to_owned),
        ..paper(title, marked(level, None), b"x")
    }
}

fn filed(session: &mut Session, new: NewDocument) -> Result<FilingResult, Error> {
    session.file_document(new, &mut quietly)
}

fn deeds(session: &mut Session, action: &str) -> Vec<LogRow> {
    let filter = LogFilter { action: Some(action.to_owned()), limit: 1000, ..LogFilter::default() };
    session.log(&filter).expect("the officer reads the log").rows
}

fn small(aggregation: u32) -> Guide {
    Guide::parse(&format!(
        "aggregation = {aggregation}\n[[topic]]\nid = \"routes\"\nfloor = \"secret\"\ninterest = \"b\"\n\
         name = {{ en = \"Routes\" }}\nharm = {{ en = \"Ambush\" }}\nhints = [\"convoy\"]\n"
    ))
    .expect("it is a guide")
}

#[test]
fn what_ships_is_in_force_until_a_security_officer_replaces_it() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let shipped = bea.guide().expect("bea reads the guide");
    assert!(shipped.shipped && shipped.changed_by.is_none() && shipped.topics == Guide::builtin().topics);
    let refused = bea.replace_guide(small(3)).expect_err("bea's replacement of the guide is refused");
    assert_eq!((refused.exit(), codes(&refused)), (ExitClass::Denied, vec!["role_required"]));
    let replaced =
        house.unlock("sam").replace_guide(small(3)).expect("replaced").effective().expect("it needs nobody else");
    assert_eq!(replaced.changed_by, Some(id("sam")));
    let seen = bea.guide().expect("bea reads the guide");
    assert_eq!((seen.topics.len(), seen.aggregation, seen.shipped), (1, 3, false));
    drop(bea);
    // An index that is made again from the log knows it as well.
    assert_eq!(house.unlock_without_index("bea").guide().expect("bea reads the guide"), seen);
    assert_eq!(deeds(&mut house.unlock("otto"), "replace-guide").len(), 1);
}

#[test]
fn under_the_full_rules_another_guide_waits_for_a_second_security_officer_who_sees_what_it_changes() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let shipped = ada.guide().expect("ada reads the guide");
    let ask = |session: &mut Session, guide: Guide| {
        session.replace_guide(guide).expect("replaced").request().expect("it waits for others")
    };
    let request = ask(&mut ada, small(3));
    assert_eq!(sam.guide().expect("sam reads the guide"), shipped, "to ask changes nothing");
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    let view = sam.assents(&AssentFilter::default()).expect("sam lists the requests").rows.remove(0);
    assert_eq!((view.summary.kind, view.may_give, view.summary.mine), (AssentKind::Guide, true, true));
    let AskedFor::Guide(asked) = &view.asked else { panic!("{view:?}") };
    let fates = |fate| asked.changes.iter().filter(|change| change.kind == fate).count();
    assert_eq!((fates(TopicFate::Removed), fates(TopicFate::Added), asked.kept), (shipped.topics.len(), 1, 0));
    assert_eq!((asked.aggregation, asked.aggregation_now), (3, shipped.aggregation));
    // An officer who is no security officer knows nothing of it, and forges it in vain.
    assert!(matches!(house.unlock("rik").assent(&request), Err(Error::NotFound { .. })));
    let guide = json!({ "aggregation": 3, "topics": [] });
    let alone = json!({ "event": "guide-replaced", "guide": guide.clone() });
    let by_reader =
        json!({ "event": "asked", "request": seal::random_id(), "matter": { "kind": "guide", "guide": guide } });
    let own = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(alone)), "takes_two");
    assert_eq!(caught(&house.copy(), "bea", |_| Forgery::of(by_reader)), "not_security_officer");
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(own)), "own_request");

    let other = ask(&mut ada, small(4));
    sam.give_assent(&request).expect("sam says yes");
    let in_force = ada.guide().expect("ada reads the guide");
    assert_eq!((in_force.aggregation, in_force.topics.len(), in_force.changed_by), (3, 1, Some(id("sam"))));
    // The other was asked for before this one was in force.
    let view = sam.assent(&other).expect("sam sees the request");
    assert_eq!((view.may_give, view.why_not[0].code.as_str(), view.may_refuse), (false, "request_stale", true));
    sam.refuse_assent(&other, "after this one").expect("sam says no");
    let mut otto = house.unlock("otto");
    for action in ["request-guide", "replace-guide", "refuse-guide"] {
        assert!(!deeds(&mut otto, action).is_empty(), "{action}");
    }
    assert!(deeds(&mut otto, "does-not-fit").is_empty());
}

#[test]
fn a_guide_with_a_flaw_is_refused_and_the_old_one_stays() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    let mut guide = small(3);
    guide.topics[0].interest = None;
    let refused = sam.replace_guide(guide).expect_err("sam's replacement of the guide is refused");
    assert_eq!((refused.code(), refused.exit()), ("guide_refused", ExitClass::Refused));
    assert_eq!(codes(&refused), ["guide_no_interest"]);
    assert!(sam.guide().expect("sam reads the guide").shipped);
}

#[test]
fn filing_below_the_guide_asks_for_a_motive() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let denied = filed(&mut rik, with_topics("Low", "RESTREINT", &["partner-information"], None)).expect_err("refused");
    assert_eq!((denied.exit(), codes(&denied)), (ExitClass::Denied, vec!["below_guide"]));
    assert_eq!(denied.reasons()[0].params, [("floor".to_owned(), "confidential".to_owned())].into());
    let both = filed(&mut rik, with_topics("Low", "SECRET", &["human-source"], None)).expect_err("refused");
    assert_eq!(codes(&both), ["below_guide", "below_guide_category"]);
    assert!(titles(&mut rik).is_empty());
    // Nothing is left of what was denied but the denial: no class was made for it.
    assert_eq!(deeds(&mut rik, "make-class").len(), 0);
    assert_eq!(deeds(&mut rik, "deny").len(), 2);
    let id =
        filed(&mut rik, with_topics("Low", "RESTREINT", &["partner-information"], Some(MOTIVE))).expect("filed").id;
    let view = house.unlock("bea").document(&id).expect("bea sees the document");
    assert_eq!((view.topics, view.motive.as_deref()), (vec!["partner-information".to_owned()], Some(MOTIVE)));
    let mut otto = house.unlock("otto");
    let row = deeds(&mut otto, "file").pop().expect("the deed is in the log");
    assert_eq!(row.detail.get("below-guide").map(String::as_str), Some("partner-information"));
    assert!(!format!("{row:?}").contains("press"), "oversight reads the topics, not the motive");
}

#[test]
fn filing_as_high_as_the_guide_asks_for_nothing() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let as_high = filed(&mut rik, with_topics("High", "CONFIDENTIEL", &["partner-information"], None)).expect("filed");
    filed(&mut rik, with_topics("Higher", "SECRET", &["partner-information", "press-review"], Some(MOTIVE)))
        .expect("filed");
    assert!(as_high.warnings.is_empty());
    for row in deeds(&mut house.unlock("otto"), "file") {
        assert!(!row.detail.contains_key("below-guide"), "no motive was needed");
    }
    // One who cannot read the class files into it all the same, under the same guide.
    let mut carl = house.unlock("carl");
    let denied = filed(&mut carl, with_topics("Tip", "CONFIDENTIEL", &["working-methods"], None)).expect_err("refused");
    assert_eq!(codes(&denied), ["below_guide"]);
    filed(&mut carl, with_topics("Tip", "SECRET", &["working-methods"], None)).expect("carl files the document");
}

#[test]
fn what_was_chosen_must_make_sense() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let mut refused = |new| filed(&mut rik, new).expect_err("rik's filing is refused");
    let unknown = refused(with_topics("X", "SECRET", &["no-such-topic"], None));
    assert_eq!((unknown.code(), unknown.exit()), ("unknown", ExitClass::Refused));
    assert_eq!(refused(with_topics("X", "SECRET", &[], Some("short"))).code(), "too_short");
    assert_eq!(refused(with_topics("X", "SECRET", &[], Some("nine char"))).code(), "too_short");
    assert_eq!(refused(with_topics("X", "SECRET", &[], Some(&"x".repeat(2001)))).code(), "too_long");
    assert_eq!(refused(with_topics("X", "SECRET", &[], Some(" \n\u{200b}   .       "))).code(), "too_short");
    assert_eq!(refused(with_topics("X", "SECRET", &[], Some(&"x".repeat(2001)))).code(), "too_long");
    let many: Vec<String> = (0..201).map(|n| format!("t{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(refused(with_topics("X", "SECRET", &many, None)).code(), "too_long");
    assert!(titles(&mut rik).is_empty());
}

#[test]
fn a_guide_that_is_replaced_while_somebody_files_counts_at_once() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    filed(&mut rik, with_topics("Before", "RESTREINT", &["internal-organisation"], None)).expect("filed");
    house.unlock("sam").replace_guide(small(3)).expect("sam replaces the guide");
    let unknown =
        filed(&mut rik, with_topics("After", "RESTREINT", &["internal-organisation"], None)).expect_err("refused");
    assert_eq!(unknown.code(), "unknown");
    assert_eq!(
        codes(&filed(&mut rik, with_topics("After", "RESTREINT", &["routes"], None)).expect_err("refused")),
        ["below_guide"]
    );
    // What was filed before stays as it was.
    assert_eq!(titles(&mut rik), ["Before"]);
}

#[test]
fn advice_is_what_filing_then_says() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let d1 = dossier("D-1");
    let advice = rik.advise_filing(Some(&d1), None, "Rapport: une SOURCE humaine", &[], &[]).expect("advised");
    assert_eq!(advice.suggested, ["human-source"]);
    assert_eq!((advice.floor, advice.below, advice.start), (None, Vec::new(), None));
    let topics = ["human-source".to_owned()];
    let low = marked("SECRET", None);
    let advice = rik.advise_filing(Some(&d1), Some(&low), "", &topics, &[]).expect("rik asks for advice");
    assert_eq!(advice.floor.expect("the topic has a floor").level, Level::TopSecret);
    let denied = filed(&mut rik, with_topics("X", "SECRET", &["human-source"], None)).expect_err("refused");
    assert_eq!(advice.below, denied.reasons());
    let high = marked_with("TRÈS SECRET", None, &[("Handling", "SOURCE")]);
    assert!(rik.advise_filing(Some(&d1), Some(&high), "", &topics, &[]).expect("rik asks for advice").below.is_empty());
    assert_eq!(rik.advise_filing(None, None, "", &["unknown".to_owned()], &[]).expect("advised").floor, None);
    assert_eq!(
        rik.advise_filing(None, Some(&high), "", &["unknown".to_owned()], &[]).expect_err("refused").code(),
        "unknown"
    );
    // Asking leaves nothing in the log.
    assert_eq!(deeds(&mut rik, "deny").len(), 1);
}

#[test]
fn documents_that_gather_in_a_dossier_are_warned_of_at_each_threshold_as_far_as_one_may_see_them() {
    let house = House::furnished();
    house.unlock("sam").replace_guide(small(2)).expect("sam replaces the guide");
    let mut rik = house.unlock("rik");
    let mut warnings = |title: &str, level: &str| file(&mut rik, title, marked(level, None)).warnings;
    assert!(warnings("One", "SECRET").is_empty() && warnings("Low", "RESTREINT").is_empty());
    let second = warnings("Two", "SECRET");
    assert!(warnings("Three", "SECRET").is_empty(), "between two thresholds nothing is said");
    let params = [("count", "2"), ("threshold", "2"), ("level", "secret")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    assert_eq!((second[0].code.as_str(), &second[0].params), ("aggregation", &params.into()));
    assert_eq!(warnings("Low too", "RESTREINT").len(), 1);
    // carl sees none of them, and nothing tells him how many there are.
    let mut carl = house.unlock("carl");
    let tip = file(&mut carl, "Tip", marked("SECRET", None));
    assert!(tip.warnings.iter().all(|warning| warning.code != "aggregation"));
    let advice =
        carl.advise_filing(Some(&dossier("D-1")), Some(&marked("SECRET", None)), "", &[], &[]).expect("advised");
    assert_eq!(advice.aggregation, None);
    let advice =
        rik.advise_filing(Some(&dossier("D-1")), Some(&marked("SECRET", None)), "", &[], &[]).expect("advised");
    // With carl's, which rik may read, it would be the fifth.
    assert_eq!(advice.aggregation, None);
    file(&mut rik, "Five", marked("SECRET", None));
    let advice =
        rik.advise_filing(Some(&dossier("D-1")), Some(&marked("SECRET", None)), "", &[], &[]).expect("advised");
    assert_eq!(advice.aggregation, Some(Aggregation { count: 6, threshold: 2, level: Level::Secret }));
}

#[test]
fn documents_that_are_filed_in_one_go_count_one_after_the_other() {
    let house = House::furnished();
    house.unlock("sam").replace_guide(small(3)).expect("sam replaces the guide");
    let mut rik = house.unlock("rik");
    let batch = (0..7).map(|n| paper(&format!("Number {n}"), marked("SECRET", None), &[b'a' + n])).collect();
    let filed = rik.file_documents(batch, &mut quietly).expect("rik files the documents");
    let warned: Vec<usize> = (0..7).filter(|n| !filed[*n].warnings.is_empty()).collect();
    assert_eq!(warned, [2, 5], "the third and the sixth");
}

/// Two sessions that were open before either filed.
#[test]
fn of_two_who_file_at_once_the_one_who_reaches_the_threshold_is_warned() {
    let house = House::furnished();
    house.unlock("sam").replace_guide(small(2)).expect("sam replaces the guide");
    let (mut rik, mut bea) = (house.unlock("rik"), house.unlock("bea"));
    assert!(file(&mut rik, "One", marked("SECRET", None)).warnings.is_empty());
    assert_eq!(file(&mut bea, "Two", marked("SECRET", None)).warnings.len(), 1);
    assert!(file(&mut rik, "Three", marked("SECRET", None)).warnings.is_empty());
}

#[test]
fn at_the_highest_level_nothing_is_warned_of() {
    let house = House::furnished();
    house.unlock("sam").replace_guide(small(2)).expect("sam replaces the guide");
    let mut ada = house.unlock("ada");
    clear(&mut ada, "bea", "BEL", "TRÈS SECRET");
    let mut bea = house.unlock("bea");
    for title in ["One", "Two", "Three", "Four"] {
        assert!(file(&mut bea, title, marked("TRÈS SECRET", None)).warnings.is_empty());
    }
}

#[test]
fn many_documents_of_one_dossier_in_one_release_are_warned_of() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    ada.replace_guide(small(2)).expect("ada replaces the guide");
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    let docs: Vec<DocumentId> =
        ["A", "B"].iter().map(|t| file(&mut rik, t, marked("SECRET", Some(&["BEL", "FRA"]))).id).collect();
    let one = rik.request_release(&partner, &docs[..1], "exchange", &[]).expect("rik asks for the release");
    assert!(one.warnings.is_empty());
    let both = rik.request_release(&partner, &docs, "exchange", &[]).expect("rik asks for the release");
    assert_eq!(both.warnings[0].code, "aggregation");
}

#[test]
fn defaults_are_what_one_last_filed_here_then_anywhere_and_never_a_classification() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    ada.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: None, deputy: None })
        .expect("made");
    ada.add_member(&dossier("D-2"), &id("rik"), None, "exercise").expect("ada adds rik to the dossier");
    drop(ada);
    let mut rik = house.unlock("rik");
    assert_eq!(rik.marking_defaults(&dossier("D-1")).expect("rik asks for the usual marking"), None);
    file(&mut rik, "First", marked_with("SECRET", Some(&["BEL", "NLD"]), &[("Handling", "ORCON")]));
    let here = rik.marking_defaults(&dossier("D-1")).expect("proposed").expect("a document was filed there");
    assert_eq!((here.policy.as_str(), here.from), ("BEL", DefaultsFrom::Dossier));
    assert_eq!(here.releasability, Some(vec!["BEL".to_owned(), "NLD".to_owned()]));
    assert_eq!(here.categories, [CategoryDraft { tag: "Handling".to_owned(), values: vec!["ORCON".to_owned()] }]);
    assert!(!serde_json::to_string(&here).expect("it is plain data").contains("SECRET"));
    assert_eq!(
        rik.marking_defaults(&dossier("D-2")).expect("proposed").expect("a document was filed there").from,
        DefaultsFrom::LastUsed
    );
    let second = NewDocument { dossier: dossier("D-2"), ..paper("Second", marked("RESTREINT", None), b"x") };
    filed(&mut rik, second).expect("rik files the document");
    let there = rik.marking_defaults(&dossier("D-2")).expect("proposed").expect("a document was filed there");
    assert_eq!((there.releasability, there.from), (None, DefaultsFrom::Dossier));
    assert_eq!(rik.marking_defaults(&dossier("D-1")).expect("proposed").expect("a document was filed there"), here);
    // What others filed is no habit of one's own, and a dossier that one does not know is not there.
    let mut bea = house.unlock("bea");
    assert_eq!(bea.marking_defaults(&dossier("D-1")).expect("bea asks for the usual marking"), None);
    assert_eq!(bea.marking_defaults(&dossier("D-2")).expect_err("bea's question is refused").code(), "not_found");
}

fn event(guide: &Guide) -> serde_json::Value {
    json!({ "event": "guide-replaced", "guide": serde_json::to_value(guide).expect("it is plain data") })
}

#[track_caller]
fn forged(author: &str, guide: &Guide) -> String {
    let house = House::furnished();
    Hostile::new(&house, author).append(Forgery::of(event(guide)));
    match house.try_unlock("bea") {
        Err(Error::Forged { rule, .. }) => rule.to_owned(),
        other => panic!("{:?}", other.map(|_| "nobody noticed")),
    }
}

#[test]
fn a_guide_that_somebody_else_than_a_security_officer_replaces_is_forged() {
    for author in ["bea", "rik", "rosa", "otto"] {
        assert_eq!(forged(author, &small(3)), "not_security_officer");
    }
    // The tool itself: a security officer's entry passes.
    let house = House::furnished();
    Hostile::new(&house, "sam").append(Forgery::of(event(&small(3))));
    assert!(!house.unlock("bea").guide().expect("bea reads the guide").shipped);
}

#[test]
fn a_guide_without_shape_or_end_is_forged_no_matter_who_signs_it() {
    let mut large = small(3);
    let topic = large.topics[0].clone();
    large.topics = (0..501).map(|n| Topic { id: format!("t{n}"), ..topic.clone() }).collect();
    assert_eq!(forged("sam", &large), "guide_misshapen");
    large.topics.truncate(500);
    for topic in &mut large.topics {
        topic.harm.insert("en".to_owned(), "x".repeat(600));
    }
    assert_eq!(forged("sam", &large), "guide_misshapen");
    let mut twice = small(3);
    twice.topics.push(topic.clone());
    assert_eq!(forged("sam", &twice), "guide_misshapen");
    assert_eq!(forged("sam", &small(3).tap(|guide| guide.aggregation = 1)), "guide_misshapen");
}

trait Tap: Sized {
    fn tap(self, change: impl FnOnce(&mut Self)) -> Self;
}

impl Tap for Guide {
    fn tap(mut self, change: impl FnOnce(&mut Guide)) -> Guide {
        change(&mut self);
        self
    }
}
