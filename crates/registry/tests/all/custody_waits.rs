//! The waiting time of custody: how long it lasts, and that nobody shortens it by how he dates what he asks for.

use registry::assents::Matter;
use registry::custody::{CarriedOver, SharingMatter, Terms};
use registry::event::*;
use registry::people::Admission;
use registry::{AssentId, ForgedRule as Rule};

use super::custody::{asked, delivered, for_officer, granted, no, over, sharing, stop, terms, yes};
use super::stage::*;

/// Somebody writes something.
fn heard(stage: &mut Stage, officer: &str) {
    let by = stage.by(officer);
    stage.state.note_author(&by.context());
}

#[test]
fn a_use_waits_as_long_as_the_terms_say_by_the_times_of_the_entries() {
    let mut stage = Stage::furnished();
    let terms = Terms { waiting_hours: 48, ..terms(2, &["sam", "rik", "otto"]) };
    stage.play("ada", CustodyShared { terms, over: over("ada") });
    let deposit = Deposited { key: stage.secret_key(), epochs: vec![1] };
    stage.play("rik", deposit);
    let request = granted(&mut stage, &[]);
    heard(&mut stage, "bea");
    let (early, then) = ("2026-11-24T08:59:59Z", "2026-11-24T09:00:00Z");
    stage.refuses_by(Rule::CustodyWaits, &stage.by("rik").at(early), yes(&request));
    stage.passes_by(&stage.by("rik").at(early), no(&request));
    stage.passes_by(&stage.by("rik").at(early), stop(&request));
    for custodian in ["rik", "otto"] {
        stage.play_by(&stage.by(custodian).at(then), yes(&request));
    }
    let fact = delivered(&stage, &request, "rosa");
    stage.refuses_by(Rule::CustodyWaits, &stage.by("sam").at(early), fact.clone());
    stage.passes_by(&stage.by("sam").at(then), fact);
}

#[test]
fn custody_is_shared_again_at_once_unless_it_hands_keys_over_or_shortens_the_waiting_time() {
    let mut stage = Stage::furnished();
    let terms = Terms { waiting_hours: 48, ..terms(2, &["sam", "rik", "otto"]) };
    stage.play("ada", CustodyShared { terms, over: over("ada") });
    stage.play("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    let Matter::CustodySharing(shorter) = sharing(&stage, "sam", 2, &["sam", "rik"]) else { panic!("a sharing") };
    let waiting = |hours| {
        let terms = Terms { waiting_hours: hours, ..shorter.terms.clone() };
        Matter::CustodySharing(SharingMatter { terms, ..shorter.clone() })
    };
    for hours in [48, 49] {
        let (mut stage, request) = (stage.clone(), fresh());
        stage.play("sam", asked(&request, waiting(hours)));
        stage.passes("rik", yes(&request));
    }
    // Two would have custody without waiting, before a third hears of it.
    for hours in [0, 47] {
        let (mut stage, request) = (stage.clone(), fresh());
        stage.play("sam", asked(&request, waiting(hours)));
        heard(&mut stage, "otto");
        stage.refuses_by(Rule::CustodyWaits, &stage.by("rik").at("2026-11-24T08:59:59Z"), yes(&request));
        stage.passes_by(&stage.by("rik").at("2026-11-24T09:00:00Z"), yes(&request));
    }
    let request = fresh();
    stage.play("sam", asked(&request, waiting(48)));
    stage.passes("rik", yes(&request));
    // Who held it is gone.
    for officer in ["rik", "bea"] {
        stage.state.officers.get_mut(&id(officer)).expect("an officer of the stage").facts.clearances.clear();
    }
    let Matter::CustodySharing(plain) = waiting(48) else { panic!("a sharing") };
    let over = CarriedOver { carrier: id("sam"), keys: vec![(stage.secret_key(), vec![1])] };
    let request = fresh();
    stage.play("sam", asked(&request, Matter::CustodySharing(SharingMatter { over, ..plain })));
    heard(&mut stage, "otto");
    stage.refuses_by(Rule::CustodyWaits, &stage.by("rik").at("2026-11-24T08:59:59Z"), yes(&request));
    stage.passes_by(&stage.by("rik").at("2026-11-24T09:00:00Z"), yes(&request));
}

/// Nobody wrote from Friday on. What is asked for on Saturday can bear the time of Friday's last entry.
#[test]
fn the_time_begins_once_as_many_persons_have_written_as_custody_takes() {
    let mut stage = Stage::furnished();
    let terms = Terms { waiting_hours: 48, ..terms(3, &["sam", "rik", "otto"]) };
    stage.play("ada", CustodyShared { terms, over: over("ada") });
    stage.play("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    let request: AssentId = fresh();
    stage.play("sam", asked(&request, Matter::Custody(for_officer(&stage, "sam", "rosa"))));
    let since = |stage: &Stage| stage.state.custody_known_since_ms(&stage.state.assents[&request]);
    let later = |stage: &mut Stage, officer: &str, at: &str| {
        let by = stage.by(officer).at(at);
        stage.state.note_author(&by.context());
        by.at.timestamp_millis()
    };
    let long_after = "2026-12-24T09:00:00Z";
    let refused = |stage: &Stage| {
        stage.refuses_by(Rule::CustodyWaits, &stage.by("rik").at(long_after), yes(&request));
    };
    // He himself, however often; and one besides him.
    later(&mut stage, "sam", "2026-11-22T10:00:00Z");
    refused(&stage);
    later(&mut stage, "bea", "2026-11-22T10:00:00Z");
    later(&mut stage, "bea", "2026-11-25T10:00:00Z");
    assert_eq!(since(&stage), None);
    refused(&stage);
    let third = later(&mut stage, "otto", "2026-11-25T11:00:00Z");
    later(&mut stage, "carl", "2026-11-26T11:00:00Z");
    assert_eq!(since(&stage), Some(third));
    stage.refuses_by(Rule::CustodyWaits, &stage.by("rik").at("2026-11-27T10:59:59Z"), yes(&request));
    stage.passes_by(&stage.by("rik").at("2026-11-27T11:00:00Z"), yes(&request));
    // To stop it takes no time.
    stage.passes_by(&stage.by("rik").at("2026-11-25T11:00:00Z"), stop(&request));
    assert_eq!(stage.state.custody_waits_until_ms(&stage.state.assents[&request], 0), third + 48 * 3_600_000);
}

/// Once the vault is approved, those whom somebody let in himself are no others than he.
#[test]
fn puppets_do_not_begin_the_waiting_time() {
    let mut stage = Stage::furnished();
    let terms = Terms { waiting_hours: 48, ..terms(2, &["sam", "rik", "otto"]) };
    stage.play("ada", CustodyShared { terms, over: over("ada") });
    stage.play("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    let request: AssentId = fresh();
    stage.play("ada", Asked { request: request.clone(), matter: Matter::Approval(stage.approval()) });
    stage.play("sam", yes(&request));
    let puppet = |stage: &mut Stage, officer: &str, by: &str| {
        let mut admission = Stage::furnished().state.officers[&id("rik")].admission.clone();
        if let Admission::OneWord(alone) = &mut admission {
            alone.by = id(by);
        }
        stage.state.officers.get_mut(&id(officer)).expect("an officer of the stage").admission = admission;
    };
    puppet(&mut stage, "carl", "sam");
    puppet(&mut stage, "rosa", "bea");
    let request: AssentId = fresh();
    stage.play("sam", asked(&request, Matter::Custody(for_officer(&stage, "sam", "remi"))));
    let since = |stage: &Stage| stage.state.custody_known_since_ms(&stage.state.assents[&request]);
    heard(&mut stage, "carl");
    assert_eq!(since(&stage), None);
    heard(&mut stage, "rosa");
    assert!(since(&stage).is_some(), "she is somebody else's");
}
