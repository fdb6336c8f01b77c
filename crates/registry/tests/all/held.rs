//! The words of an author, held against what his entry says.

use std::collections::BTreeSet;

use registry::event::*;
use registry::log::{Act, AuditRecord};
use registry::replay::{held_against, said};
use registry::{AssentId, ClassId, DocumentId};

use super::assents::yes;
use super::stage::*;

/// The lines of an entry of these facts with these words, as `act` or `does-not-fit: fault of act`.
fn lines(stage: &Stage, facts: &[Event], words: Vec<AuditRecord>, sheets: &[&ClassId]) -> Vec<String> {
    let told = facts.iter().map(|fact| fact.record(&stage.state)).collect();
    let sheets: BTreeSet<ClassId> = sheets.iter().copied().cloned().collect();
    let lines = held_against(&stage.state, told, words, &sheets);
    lines.iter().map(named).collect()
}

fn named(line: &AuditRecord) -> String {
    match (line.act(), line.detail.get("fault"), line.detail.get("action")) {
        (Some(Act::DoesNotFit), Some(fault), Some(action)) => format!("{fault}: {action}"),
        (Some(Act::DoesNotFit), Some(fault), None) => fault.clone(),
        _ => line.did.clone(),
    }
}

fn suspended() -> Event {
    ClearanceChanged { officer: id("bea"), policy: "BEL".to_owned(), status: policy::ClearanceStatus::Suspended }.into()
}

fn opened(document: &DocumentId) -> AuditRecord {
    AuditRecord::new(Act::Open).about("document", document.to_string()).about("purpose", "exercise")
}

#[test]
fn an_author_says_of_each_fact_what_it_says_and_adds_his_reason() {
    let stage = Stage::furnished();
    let facts = [suspended(), PassphraseChanged { officer: id("sam"), file: None, lock: Default::default() }.into()];
    let plain = said(&stage.state, &facts, Vec::new());
    assert_eq!(plain, facts.iter().map(|fact| fact.record(&stage.state)).collect::<Vec<_>>());

    // His own words, in any order and however few, come to the line that they are about.
    let why = AuditRecord::new(Act::SuspendClearance).about("officer", "bea").about("why", "inquiry");
    let unlock = AuditRecord::new(Act::Unlock);
    let words = said(&stage.state, &facts, vec![unlock.clone(), why]);
    let suspension = facts[0].record(&stage.state).about("why", "inquiry");
    assert_eq!(words, [suspension, facts[1].record(&stage.state), unlock]);
    assert_eq!(lines(&stage, &facts, words, &[]), ["suspend-clearance", "change-passphrase", "unlock"]);
}

#[test]
fn what_an_author_adds_to_a_fact_is_in_its_line() {
    let stage = Stage::furnished();
    let told = suspended().record(&stage.state);
    let words = vec![AuditRecord::new(Act::SuspendClearance).about("why", "inquiry")];
    let lines = held_against(&stage.state, vec![told.clone()], words, &BTreeSet::new());
    assert_eq!(lines, [told.about("why", "inquiry")]);
}

#[test]
fn words_that_say_another_thing_of_a_fact_contradict_it() {
    let stage = Stage::furnished();
    let say = |record: AuditRecord| lines(&stage, &[suspended()], vec![record], &[]);
    let suspend = AuditRecord::new(Act::SuspendClearance);
    // Another officer; a detail that the fact has not and nobody may add.
    for words in [suspend.clone().about("officer", "carl"), suspend.clone().about("level", "SECRET")] {
        assert_eq!(say(words), ["suspend-clearance", "contradicts: suspend-clearance"]);
    }
    // The contradiction is shown as it was said, and the line tells the truth.
    let told = suspended().record(&stage.state);
    let found = held_against(&stage.state, vec![told], vec![suspend.about("officer", "carl")], &BTreeSet::new());
    assert_eq!((found[0].detail["officer"].as_str(), found[1].detail["officer"].as_str()), ("bea", "carl"));
}

#[test]
fn a_fact_of_which_its_author_says_nothing_is_shown_and_that_he_did_not_say_it() {
    let stage = Stage::furnished();
    let words = vec![AuditRecord::new(Act::Unlock)];
    assert_eq!(
        lines(&stage, &[suspended()], words, &[]),
        ["suspend-clearance", "unlock", "not-said: suspend-clearance"]
    );
    // Said once of two.
    let words = vec![suspended().record(&stage.state)];
    let found = lines(&stage, &[suspended(), suspended()], words, &[]);
    assert_eq!(found, ["suspend-clearance", "suspend-clearance", "not-said: suspend-clearance"]);
}

#[test]
fn words_of_what_no_fact_did_are_not_done() {
    let stage = Stage::furnished();
    for act in [Act::GrantClearance, Act::Declassify, Act::Unreadable, Act::DoesNotFit] {
        let found = lines(&stage, &[suspended()], vec![suspended().record(&stage.state), AuditRecord::new(act)], &[]);
        let last = format!("not-done: {}", act.as_str());
        assert_eq!(found, ["suspend-clearance".to_owned(), last]);
    }
    let crowned = AuditRecord { did: "crown".to_owned(), detail: Default::default() };
    assert_eq!(lines(&stage, &[], vec![crowned], &[]), ["not-done: crown"]);
}

#[test]
fn a_sheet_that_is_written_and_not_spoken_of_is_shown() {
    let stage = Stage::furnished();
    let words = || vec![AuditRecord::new(Act::Unlock)];
    assert_eq!(lines(&stage, &[], words(), &[&stage.secret]), ["unlock", "sheet-not-said"]);
    assert_eq!(lines(&stage, &[], vec![opened(&stage.report)], &[&stage.secret]), ["open"]);
    assert_eq!(
        lines(&stage, &[], vec![opened(&stage.report)], &[&stage.secret, &stage.low]),
        ["open", "sheet-not-said"]
    );
    let told = held_against(&stage.state, Vec::new(), words(), &[stage.low.clone()].into());
    assert_eq!(told[1].detail["class"], stage.low.to_string());
    // A filing accounts for its class, a move for both.
    let filed: Event = stage.filed(fresh()).into();
    let says = |fact: &Event| vec![fact.record(&stage.state)];
    assert_eq!(lines(&stage, std::slice::from_ref(&filed), says(&filed), &[&stage.secret]), ["file"]);
    let moved: Event = stage.reclassified().into();
    let found = lines(&stage, std::slice::from_ref(&moved), says(&moved), &[&stage.secret, &stage.low]);
    assert_eq!(found, ["reclassify"]);
}

#[test]
fn a_note_is_about_what_the_entry_bears_out_and_says_no_more_than_it_may() {
    let stage = Stage::furnished();
    let report = &stage.report;
    let note = |act: Act| AuditRecord::new(act).about("document", report.to_string());
    let secret = &stage.secret;
    let cases: [(&str, AuditRecord, &[&ClassId], bool); 20] = [
        ("an opening with its sheet", opened(report), &[secret], true),
        ("an opening without", opened(report), &[], false),
        ("an opening of what is not there", opened(&fresh()), &[secret], false),
        ("an opening that says more", opened(report).about("why", "x"), &[secret], false),
        ("a notice with its sheet", note(Act::Notify).about("partner", "DGSE"), &[secret], true),
        ("a notice without", note(Act::Notify).about("partner", "DGSE"), &[], false),
        ("an unlock", AuditRecord::new(Act::Unlock).about("failed", "2"), &[], true),
        ("one with a lost memory", AuditRecord::new(Act::Unlock).about("memory", "lost"), &[], true),
        ("one with another", AuditRecord::new(Act::Unlock).about("memory", "kept"), &[], false),
        ("one with an older file", AuditRecord::new(Act::Unlock).about("identity-file", "older"), &[], true),
        ("one with a newer", AuditRecord::new(Act::Unlock).about("identity-file", "newer"), &[], false),
        ("one with a PIN", AuditRecord::new(Act::Unlock).about("with", "pin"), &[], true),
        ("one with something else", AuditRecord::new(Act::Unlock).about("with", "luck"), &[], false),
        ("a preparation", note(Act::PrepareReclassify).about("nature", "downgrade"), &[], true),
        ("a preparation of nothing", AuditRecord::new(Act::PrepareReclassify), &[], false),
        ("a preparation of a move", note(Act::PrepareRefile), &[], true),
        ("one that says more", note(Act::PrepareRefile).about("why", "x"), &[], false),
        ("a denial", AuditRecord::new(Act::Deny).about("action", "open").about("reasons", "x"), &[], true),
        ("a denial without reasons", AuditRecord::new(Act::Deny).about("action", "open"), &[], false),
        ("a derivation without a filing", note(Act::Derive).about("documents", report.to_string()), &[secret], false),
    ];
    for (what, words, sheets, fits) in cases {
        let found = lines(&stage, &[], vec![words], sheets);
        assert_eq!(!found[0].starts_with("not-done"), fits, "{what}: {found:?}");
    }
    // A denial of something other than what was done.
    let denial = AuditRecord::new(Act::Deny).about("action", "open").about("reasons", "x");
    let found = lines(&stage, &[suspended()], vec![suspended().record(&stage.state), denial], &[]);
    assert_eq!(found, ["suspend-clearance", "not-done: deny"]);
}

#[test]
fn a_derivation_is_of_a_document_that_the_entry_files_from_documents_whose_sheets_it_writes() {
    let mut stage = Stage::furnished();
    let filed = Filed { class: stage.low.clone(), ..stage.filed(fresh()) };
    let derive = |document: &DocumentId| {
        AuditRecord::new(Act::Derive)
            .about("document", document.to_string())
            .about("documents", stage.report.to_string())
    };
    let (right, wrong) = (derive(&filed.document), derive(&fresh()));
    let fact: Event = filed.into();
    let says = |words: AuditRecord| vec![fact.record(&stage.state), words];
    let sheets = [&stage.secret, &stage.low];
    assert_eq!(lines(&stage, std::slice::from_ref(&fact), says(right.clone()), &sheets), ["file", "derive"]);
    let found = lines(&stage, std::slice::from_ref(&fact), says(wrong), &sheets);
    assert_eq!(found, ["file", "not-done: derive", "sheet-not-said"]);
    let found = lines(&stage, std::slice::from_ref(&fact), says(right), &[&stage.low]);
    assert_eq!(found, ["file", "not-done: derive"]);

    // A package is one of a release that was written, and names its partner and documents.
    let wrote = |stage: &Stage| {
        let wrote = stage.to_partner().record(Act::WrotePackage, &stage.release);
        wrote.about("package", "p.age").about("sha256", "ab")
    };
    assert_eq!(lines(&stage, &[], vec![wrote(&stage)], &[]), ["not-done: wrote-package"]);
    stage.play("remi", yes(&AssentId::from(&stage.release)));
    stage.play("rosa", ReleaseWritten { release: stage.release.clone() });
    assert_eq!(lines(&stage, &[], vec![wrote(&stage)], &[]), ["wrote-package"]);
    let other = wrote(&stage).about("partner", "BND");
    assert_eq!(lines(&stage, &[], vec![other], &[]), ["not-done: wrote-package"]);
}
