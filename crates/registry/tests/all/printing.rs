//! The list of printers, and what is printed.

use label::Level;
use policy::Role;
use registry::assents::{AssentKind, Matter};
use registry::documents::{COPIES, Copies, numbers};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts, RequiredSheet};
use registry::log::Act;
use registry::state::State;
use registry::system::{ListedPrinter, PutInForce};
use registry::{ForgedRule as Rule, PrinterName};

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, pick};
use super::stage::*;

fn name(text: &str) -> PrinterName {
    PrinterName::parse(text).expect("a name that CUPS takes")
}

fn listed(printer: &str, ceiling: Level) -> PrinterListed {
    PrinterListed { printer: name(printer), ceiling }
}

fn removed(printer: &str) -> PrinterRemoved {
    PrinterRemoved { printer: name(printer) }
}

fn printed(stage: &Stage, printer: &str, first: u32, copies: u32) -> Printed {
    Printed { document: stage.report.clone(), printer: name(printer), first, copies }
}

/// With a printer for what is SECRET, and one for less.
fn equipped() -> Stage {
    let mut stage = Stage::furnished();
    stage.play("sam", listed("safe", Level::Secret));
    stage.play("sam", listed("office", Level::Confidential));
    stage
}

#[test]
fn the_list_of_printers_is_kept_by_security_officers_and_names_each_once() {
    let mut stage = Stage::furnished();
    for other in ["rik", "rosa", "otto", "bea", "nobody"] {
        stage.refuses(Rule::NotSecurityOfficer, other, listed("safe", Level::Secret));
        stage.refuses(Rule::NotSecurityOfficer, other, removed("safe"));
    }
    stage.refuses(Rule::PrinterNotListed, "sam", removed("safe"));
    stage.play("sam", listed("safe", Level::Confidential));
    // CUPS takes no notice of case; and a ceiling is not raised in passing.
    for again in ["safe", "SAFE"] {
        stage.refuses(Rule::PrinterListedTwice, "ada", listed(again, Level::Secret));
    }
    stage.play("ada", removed("Safe"));
    stage.passes("ada", listed("safe", Level::Secret));
}

#[test]
fn a_printer_comes_onto_the_list_and_goes_off_it() {
    let mut stage = Stage::furnished();
    let (by, fact) = (stage.by("sam"), listed("safe", Level::Secret));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["printers"]);
    let put = PutInForce { at_ms: by.at.timestamp_millis(), by: id("sam"), index: by.index, alone: true };
    assert_eq!(after.printers, [ListedPrinter { name: name("safe"), ceiling: Level::Secret, put }]);
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::none()));
    assert_eq!((fact.keys(&id("sam")), fact.under(), fact.concerns(&after)), (Vec::new(), None, Concerns::Nobody));
    let said = fact.record(&stage.state);
    assert_eq!((said.act(), said.detail["printer"].as_str()), (Some(Act::AddPrinter), "safe"));
    assert_eq!(said.detail["ceiling"], "secret");
    stage.play("sam", fact);
    stage.play("sam", listed("office", Level::Confidential));
    let (by, fact) = (stage.by("ada"), removed("safe"));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["printers"]);
    assert_eq!(after.printers.iter().map(|listed| listed.name.as_str()).collect::<Vec<_>>(), ["office"]);
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::none()));
    assert_eq!((fact.keys(&id("ada")), fact.under(), fact.concerns(&after)), (Vec::new(), None, Concerns::Nobody));
    let said = fact.record(&stage.state);
    assert_eq!((said.act(), said.detail["printer"].as_str()), (Some(Act::RemovePrinter), "safe"));
}

fn asked(printer: &str, ceiling: Level) -> Asked {
    Asked { request: fresh(), matter: Matter::Printer(listed(printer, ceiling)) }
}

#[test]
fn a_printer_from_secret_up_comes_onto_the_list_by_two_under_the_full_rules() {
    let mut stage = Stage::furnished().with_four_eyes();
    for high in [Level::Secret, Level::TopSecret] {
        stage.refuses(Rule::TakesTwo, "sam", listed("safe", high));
    }
    stage.passes("sam", listed("safe", Level::Confidential));
    let fact = asked("safe", Level::TopSecret);
    for other in ["rik", "rosa", "otto", "nobody"] {
        stage.refuses(Rule::NotSecurityOfficer, other, fact.clone());
    }
    let again = asked("SAFE", Level::Secret);
    stage.play("ada", fact.clone());
    stage.play("sam", again.clone());
    assert!(stage.state.printers.is_empty(), "to ask changes nothing");
    let request = &fact.request;
    stage.refuses(Rule::OwnRequest, "ada", yes(request));
    stage.refuses(Rule::NotSecurityOfficer, "rosa", yes(request));
    stage.passes("sam", no(request));
    stage.passes("ada", withdrawn(request));
    // A puppet is nobody's second.
    let mut puppet = stage.clone();
    puppet.state.four_eyes = false;
    puppet.admit("puppet", &[Role::SecurityOfficer]);
    puppet.state.four_eyes = true;
    puppet.refuses(Rule::OneWord, "puppet", yes(request));
    let by = stage.by("sam");
    stage.play("sam", yes(request));
    let put = PutInForce { at_ms: by.at.timestamp_millis(), by: id("sam"), index: by.index, alone: false };
    assert_eq!(stage.state.printers, [ListedPrinter { name: name("safe"), ceiling: Level::TopSecret, put }]);
    stage.passes("bea", printed(&stage, "safe", 1, 1));
    // Nobody puts it there once more, with another ceiling.
    stage.refuses(Rule::RequestStale, "ada", yes(&again.request));
    stage.refuses(Rule::PrinterListedTwice, "ada", asked("safe", Level::Secret));
    // One takes it off: nobody prints more by that.
    stage.passes("ada", removed("safe"));
}

#[test]
fn each_step_about_a_printer_says_which_and_how_high() {
    let mut stage = Stage::furnished().with_four_eyes();
    let fact = asked("safe", Level::Secret);
    stage.play("ada", fact.clone());
    let request = &fact.request;
    let steps: [(Event, Act); 4] = [
        (fact.clone().into(), Act::RequestPrinter),
        (yes(request).into(), Act::AddPrinter),
        (no(request).into(), Act::RefusePrinter),
        (withdrawn(request).into(), Act::RecallPrinter),
    ];
    for (step, act) in steps {
        let record = step.record(&stage.state);
        let told = |name: &str| record.detail[name].as_str();
        assert_eq!((record.act(), told("printer"), told("ceiling")), (Some(act), "safe", "secret"));
        assert_eq!(step.concerns(&stage.state), Concerns::Nobody);
        assert_eq!(step.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
    }
    let matter = &stage.state.assents[request].matter;
    assert_eq!((matter.kind(), matter.printer().is_some()), (AssentKind::Printer, true));
}

#[test]
fn a_printer_is_named_as_cups_names_it() {
    for good in ["HP", "hp-4.2_left@office+1", "2", &"x".repeat(127)] {
        assert!(PrinterName::parse(good).is_ok(), "{good}");
    }
    for bad in ["", "-d", " hp", "hp laser", "hp/duplex", "hp#1", "hp\n", "hp\"", "imprimanté", &"x".repeat(128)] {
        assert!(PrinterName::parse(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn readers_print_on_printers_of_the_list_up_to_their_ceiling_and_nobody_else_does() {
    let mut stage = equipped();
    for reader in ["rik", "bea"] {
        stage.passes(reader, printed(&stage, "safe", 1, 1));
        // As CUPS takes it.
        stage.passes(reader, printed(&stage, "SAFE", 1, 1));
        stage.refuses(Rule::PrintedAboveCeiling, reader, printed(&stage, "office", 1, 1));
        stage.refuses(Rule::PrinterNotListed, reader, printed(&stage, "pdf", 1, 1));
    }
    for other in ["carl", "otto", "sam"] {
        stage.refuses(Rule::PrintedWithoutRight, other, printed(&stage, "safe", 1, 1));
    }
    let fact = printed(&stage, "safe", 1, 1);
    stage.refuses(Rule::UnknownDocument, "rik", Printed { document: fresh(), ..fact.clone() });
    // Its history knows one change at each entry.
    let at = stage.index;
    stage.play("bea", fact.clone());
    stage.refuses_by(Rule::DocumentsInOneEntry, &By { index: at, ..stage.by("rik") }, printed(&stage, "safe", 2, 1));
    // Off the list, nothing is printed on it.
    stage.play("sam", removed("safe"));
    stage.refuses(Rule::PrinterNotListed, "rik", printed(&stage, "safe", 2, 1));
    stage.play("sam", listed("safe", Level::Secret));
    stage.passes("rik", printed(&stage, "safe", 2, 1));
    stage.play("rik", FilingWithdrawn { document: stage.report.clone() });
    stage.refuses(Rule::DocumentWithdrawn, "bea", printed(&stage, "safe", 2, 1));
    let mut pair = super::pairs::Pair::new();
    pair.stage.play("sam", listed("safe", Level::TopSecret));
    pair.stage.refuses(Rule::OneForTwo, "rik", Printed { document: pair.document.clone(), ..fact });
}

#[test]
fn the_number_of_a_copy_is_given_once() {
    let mut stage = equipped();
    for first in [0, 2, u32::MAX] {
        stage.refuses(Rule::CopiesOutOfOrder, "rik", printed(&stage, "safe", first, 1));
    }
    for copies in [0, COPIES + 1, u32::MAX] {
        stage.refuses(Rule::CopiesOutOfOrder, "rik", printed(&stage, "safe", 1, copies));
    }
    stage.play("rik", printed(&stage, "safe", 1, 3));
    // Neither one of them again, nor one that comes later, by any officer, and on any printer.
    for first in [1, 2, 3, 5] {
        stage.refuses(Rule::CopiesOutOfOrder, "bea", printed(&stage, "safe", first, 1));
    }
    stage.play("bea", printed(&stage, "safe", 4, COPIES));
    let next = 4 + COPIES;
    // Marked otherwise, it goes on being counted.
    stage.play("rik", stage.reclassified());
    assert_eq!(stage.state.documents.get(&stage.report).expect("it was filed").copies(), next - 1);
    stage.refuses(Rule::CopiesOutOfOrder, "rik", printed(&stage, "safe", 1, 1));
    stage.passes("rik", printed(&stage, "safe", next, 1));
    assert_eq!([numbers(3, 1), numbers(3, 2), numbers(1, 99)], ["3", "3-4", "1-99"]);
}

#[test]
fn that_copies_were_printed_is_remembered_and_stands_on_the_sheet() {
    let stage = equipped();
    let (by, fact) = (stage.by("bea"), printed(&stage, "safe", 1, 2));
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.printed"]);
    let is = after.documents.get(&stage.report).expect("it was filed");
    assert_eq!(is.printed, [Copies { index: by.index, printer: name("safe"), copies: 2 }]);
    assert_eq!((is.copies(), is.last_change()), (2, by.index));
    assert_eq!(is.before(by.index), Some(was), "what it was can be told from what it is");
    let (document, class) = (stage.report.clone(), stage.secret.clone());
    let sheet = RequiredSheet { document, class: class.clone(), epoch: None, or: Rule::PrintedWithoutSheet };
    let parts = RequiredParts { sheets: vec![sheet], may_write: vec![class], ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&after), fact.keys(&id("bea"))), (None, Concerns::Nobody, Vec::new()));
    let said = fact.record(&stage.state);
    assert_eq!((said.act(), said.detail["printer"].as_str()), (Some(Act::Print), "safe"));
    assert_eq!(said.detail["copies"], "1-2");
}

/// So that something can be printed, and a printer taken off.
pub fn played(stage: &mut Stage) {
    stage.play("sam", listed("office", Level::TopSecret));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![
        listed("safe", Level::Secret).into(),
        asked("safe", Level::Secret).into(),
        removed("safe").into(),
        printed(stage, "safe", 1, 2).into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let printer = pick(&["safe", "office", "SAFE"], draw.choice[0]);
        listed(printer, pick(&Level::ALL, draw.choice[1])).into()
    },
    |draw| removed(pick(&["safe", "office", "SAFE"], draw.choice[0])).into(),
    |draw| {
        let printer = name(pick(&["safe", "office", "pdf"], draw.choice[3]));
        let (first, copies) = (u32::from(draw.choice[4] % 4), u32::from(draw.choice[5] % 3));
        Printed { document: draw.document, printer, first, copies }.into()
    },
];
