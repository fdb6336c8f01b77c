//! Printing: who keeps the list of printers, who prints on them and how high, and that no copy is numbered twice.

use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn printer(text: &str) -> PrinterName {
    PrinterName::parse(text).expect("a name that CUPS takes")
}

fn order<'a>(document: &'a DocumentId, printer: &'a PrinterName, copies: u32) -> PrintOrder<'a> {
    PrintOrder { document, version: 1, printer, pages: 1..=2, copies, purpose: "for the briefing" }
}

/// With two printers, one of them for what is SECRET, and a document that rik filed.
fn equipped() -> (House, FilingResult) {
    let house = super::reclassify::house();
    let mut sam = house.unlock("sam");
    sam.add_printer(&printer("safe"), Level::Secret, "in the strong room").expect("listed");
    sam.add_printer(&printer("office"), Level::Confidential, "on the corridor").expect("listed");
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    (house, filed)
}

fn lines(house: &House, action: &str) -> Vec<LogRow> {
    let filter = LogFilter { action: Some(action.to_owned()), limit: 100, ..LogFilter::default() };
    house.unlock("otto").log(&filter).expect("otto reads the log").rows
}

#[test]
fn only_a_security_officer_keeps_the_list_and_everybody_reads_it() {
    let house = House::furnished();
    let safe = printer("safe");
    for officer in ["rik", "bea", "rosa", "otto"] {
        let mut session = house.unlock(officer);
        for denied in [
            session.add_printer(&safe, Level::Secret, "near me").expect_err("refused"),
            session.remove_printer(&safe, "gone").expect_err("refused"),
        ] {
            assert_eq!((denied.exit(), codes(&denied)), (ExitClass::Denied, vec!["role_required"]), "{officer}");
        }
    }
    let mut sam = house.unlock("sam");
    assert_eq!(sam.add_printer(&safe, Level::Secret, " ").expect_err("no reason").code(), "missing");
    let list = sam.add_printer(&safe, Level::Secret, "in the strong room").expect("listed").effective();
    let list = list.expect("in an exercise it takes one");
    assert_eq!((list.len(), list[0].ceiling, list[0].listed_by.as_str()), (1, Level::Secret, "sam"));
    // Neither again, nor higher in passing.
    assert_eq!(sam.add_printer(&printer("SAFE"), Level::TopSecret, "higher").expect_err("there").code(), "exists");
    assert_eq!(sam.remove_printer(&printer("other"), "gone").expect_err("not there").code(), "not_found");
    assert_eq!(house.unlock_without_index("bea").printers().expect("bea reads the list"), list);
    assert!(sam.remove_printer(&printer("Safe"), "gone").expect("removed").is_empty());
    assert!(house.unlock("bea").printers().expect("bea reads the list").is_empty());
    let added = lines(&house, "add-printer");
    let told = |name: &str| added[0].detail.get(name).map(String::as_str);
    assert_eq!([told("printer"), told("ceiling"), told("why")], ["safe", "secret", "in the strong room"].map(Some));
    let removed = &lines(&house, "remove-printer")[0];
    assert_eq!(removed.detail.get("printer").map(String::as_str), Some("safe"), "as it stood on the list");
}

#[test]
fn under_the_full_rules_a_printer_from_secret_up_waits_for_a_second_security_officer() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let (safe, office) = (printer("safe"), printer("office"));
    let low = sam.add_printer(&office, Level::Confidential, "on the corridor").expect("listed").effective();
    assert_eq!(low.expect("below SECRET it takes one").len(), 1);
    let asked = ada.add_printer(&safe, Level::Secret, "in the strong room").expect("asked for");
    let request = asked.request().expect("it waits for others");
    assert_eq!(sam.printers().expect("sam reads the list").len(), 1, "to ask changes nothing");
    assert_eq!(codes(&ada.add_printer(&safe, Level::Secret, "again").expect_err("refused")), ["already_waits"]);
    let view = sam.assent(&request).expect("sam sees the request");
    assert_eq!(
        (view.summary.kind, view.summary.about.as_str(), view.summary.mine),
        (AssentKind::Printer, "safe", true)
    );
    let AskedFor::Printer(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((asked.ceiling, asked.why.as_deref()), (Level::Secret, Some("in the strong room")));
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    let alone = json!({ "event": "printer-listed", "printer": "own", "ceiling": "secret" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(alone)), "takes_two");
    let own = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(own)), "own_request");
    sam.give_assent(&request).expect("sam says yes");
    let list = ada.printers().expect("ada reads the list");
    assert_eq!(
        list.iter().map(|one| (one.name.as_str(), one.listed_by.as_str())).collect::<Vec<_>>(),
        [("office", "sam"), ("safe", "sam")]
    );
    let rows = lines(&house, "request-printer");
    assert!(rows[0].detail.get("why").is_some_and(|why| why == "in the strong room"), "{rows:?}");
    assert_eq!(lines(&house, "add-printer").len(), 2);
    // One takes it off.
    assert_eq!(sam.remove_printer(&safe, "moved").expect("removed").len(), 1);
}

#[test]
fn a_copy_has_its_number_and_stands_in_the_log_before_anything_is_drawn() {
    let (house, filed) = equipped();
    let (safe, id) = (printer("SAFE"), &filed.id);
    let mut rik = house.unlock("rik");
    let first = rik.print(&order(id, &safe, 2)).expect("permitted");
    assert_eq!((first.copies(), first.pages(), first.printer().as_str()), (1..=2, 1..=2, "safe"));
    let mut bea = house.unlock("bea");
    assert_eq!(bea.print(&order(id, &safe, 1)).expect("permitted").copies(), 3..=3);
    // An index that is made again from the log goes on counting.
    drop((rik, bea));
    let mut bea = house.unlock_without_index("bea");
    assert_eq!(bea.print(&order(id, &safe, 99)).expect("permitted").copies(), 4..=102);
    let rows = lines(&house, "print");
    assert_eq!(rows.len(), 3);
    let told = |name: &str| rows[2].detail.get(name).map(String::as_str);
    assert_eq!(
        [told("printer"), told("copies"), told("pages"), told("purpose")],
        [Some("safe"), Some("1-2"), Some("1-2"), Some("for the briefing")]
    );
    let history = bea.document(id).expect("seen").history;
    let prints: Vec<_> = history.iter().filter(|row| row.action == "print").collect();
    assert_eq!((prints.len(), prints[0].purpose.as_str()), (3, "for the briefing"));
    let copies: Vec<_> = prints.iter().filter_map(|row| row.printed.as_ref()).collect();
    assert_eq!(copies.iter().map(|of| of.numbers.as_str()).collect::<Vec<_>>(), ["1-2", "3", "4-102"]);
    assert!(copies.iter().all(|of| of.printer.as_str() == "safe"));
    for (copies, pages) in [(0, 1..=1), (100, 1..=1), (1, 0..=1)] {
        let wrong = PrintOrder { pages, ..order(id, &safe, copies) };
        assert_eq!(bea.print(&wrong).expect_err("refused").code(), "malformed");
    }
    assert_eq!(lines(&house, "print").len(), 3, "nothing came of those");
}

#[test]
fn who_may_not_read_it_or_prints_elsewhere_is_denied_and_no_number_is_used() {
    let (house, filed) = equipped();
    let id = &filed.id;
    let mut rik = house.unlock("rik");
    let denied = |session: &mut Session, on: &str| {
        let on = printer(on);
        let before = session.require_print(id, &on).expect_err("refused");
        let denied = session.print(&order(id, &on, 1)).expect_err("refused");
        assert_eq!(codes(&before), codes(&denied), "before it is opened for that, the same is said");
        codes(&denied).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(denied(&mut rik, "office"), ["printer_ceiling"]);
    assert_eq!(denied(&mut rik, "pdf"), ["printer_not_listed"]);
    // To an officer who may not read it, no printer tells the level.
    let mut cleo = house.unlock("cleo");
    assert_eq!(denied(&mut cleo, "office"), denied(&mut cleo, "safe"));
    assert!(!denied(&mut cleo, "office").contains(&"printer_ceiling".to_owned()));
    let rows = lines(&house, "deny");
    assert!(rows.iter().any(|row| row.detail.get("reasons").is_some_and(|reasons| reasons == "printer_ceiling")));
    assert!(lines(&house, "print").is_empty());
    house.unlock("sam").remove_printer(&printer("safe"), "moved").expect("removed");
    assert_eq!(denied(&mut rik, "safe"), ["printer_not_listed"]);
    house.unlock("sam").add_printer(&printer("safe"), Level::Secret, "back").expect("listed");
    assert_eq!(rik.print(&order(id, &printer("safe"), 1)).expect("permitted").copies(), 1..=1);
    rik.withdraw_document(id, "wrong").expect("withdrawn");
    assert_eq!(denied(&mut house.unlock("bea"), "safe"), ["document_withdrawn"]);
    // What two open is on no paper that one reads alone.
    let (house, tandem) = super::dual::with_document();
    house.unlock("sam").add_printer(&printer("safe"), Level::TopSecret, "in the strong room").expect("listed");
    let refused = house.unlock("rik").print(&order(&tandem.id, &printer("safe"), 1)).expect_err("refused");
    assert_eq!(codes(&refused), ["opens_by_two"]);
}

#[test]
fn another_level_of_the_document_counts_at_once() {
    let (house, filed) = equipped();
    let mut rik = house.unlock("rik");
    let office = printer("office");
    assert_eq!(codes(&rik.print(&order(&filed.id, &office, 1)).expect_err("refused")), ["printer_ceiling"]);
    let lower = super::reclassify::own("Lower", "SECRET");
    let lower = rik.file_document(lower, &mut quietly).expect("filed");
    assert_eq!(rik.print(&order(&lower.id, &printer("safe"), 3)).expect("permitted").copies(), 1..=3);
    rik.reclassify(&lower.id, &super::reclassify::to("CONFIDENTIEL")).expect("lowered");
    let again = rik.print(&order(&lower.id, &office, 1)).expect("permitted");
    assert_eq!(again.copies(), 4..=4, "it is the same document");
}

fn event(of: &str, printer: &str) -> Value {
    json!({ "event": of, "printer": printer })
}

#[test]
fn a_list_that_somebody_else_keeps_is_forged() {
    let listed = |name: &str| json!({ "event": "printer-listed", "printer": name, "ceiling": "secret" });
    for author in ["rik", "bea", "rosa", "otto"] {
        let (house, _) = equipped();
        assert_eq!(caught(&house, author, |_| Forgery::of(listed("own"))), "not_security_officer");
        let (house, _) = equipped();
        assert_eq!(caught(&house, author, |_| Forgery::of(event("printer-removed", "safe"))), "not_security_officer");
    }
    let (house, _) = equipped();
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(listed("SAFE"))), "printer_listed_twice");
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(event("printer-removed", "x"))), "printer_not_listed");
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(listed("no name"))), "events_malformed");
    let light = Forgery { weight: seal::Weight::Single, ..Forgery::of(listed("own")) };
    assert_eq!(caught(&house.copy(), "sam", |_| light), "signed_too_lightly");
}

/// With a program of his own: he stops every reader.
#[test]
fn a_printing_past_the_rules_stops_the_next_reader() {
    let fact = |id: &DocumentId, printer: &str, first: u32, copies: u32| json!({ "event": "printed", "document": id, "printer": printer, "first": first, "copies": copies });
    let with_sheet = |hostile: &mut Hostile, filed: &FilingResult, fact: Value| {
        let sheet = json!({ "sheet": "printed", "document": filed.id, "purpose": "forged", "printer": fact["printer"],
                            "first": fact["first"], "copies": fact["copies"], "pages": [1, 1] });
        let (audience, sealed) = hostile.sealed_sheet(filed.class.as_str(), 1, &sheet);
        Forgery::all(vec![fact]).part(audience, sealed)
    };
    let (house, filed) = equipped();
    house.unlock("bea").print(&order(&filed.id, &printer("safe"), 2)).expect("permitted");
    for (printer, first, copies, rule) in [
        ("office", 3, 1, "printed_above_ceiling"),
        ("pdf", 3, 1, "printer_not_listed"),
        ("safe", 2, 1, "copies_out_of_order"),
        ("safe", 1, 1, "copies_out_of_order"),
        ("safe", 4, 1, "copies_out_of_order"),
        ("safe", 3, 0, "copies_out_of_order"),
        ("safe", 3, 100, "copies_out_of_order"),
    ] {
        let fact = fact(&filed.id, printer, first, copies);
        let found = caught(&house.copy(), "rik", |hostile| with_sheet(hostile, &filed, fact));
        assert_eq!(found, rule, "{printer} {first} {copies}");
    }
    for stranger in ["sam", "otto"] {
        let fact = fact(&filed.id, "safe", 3, 1);
        assert_eq!(caught(&house.copy(), stranger, |_| Forgery::of(fact)), "printed_without_right", "{stranger}");
    }
    let bare = fact(&filed.id, "safe", 3, 1);
    assert_eq!(caught(&house.copy(), "rik", |_| Forgery::of(bare)), "printed_without_sheet");
    // The tool itself: what a reader could have made passes, and is told.
    let mut rik = Hostile::new(&house, "rik");
    let good = fact(&filed.id, "safe", 3, 1);
    let good = with_sheet(&mut rik, &filed, good);
    rik.append(good);
    drop(rik);
    let history = house.unlock("bea").document(&filed.id).expect("seen").history;
    assert_eq!(history.iter().filter(|row| row.action == "print").count(), 2);
}

/// A line on the sheet that no fact stands for, or that says more than it, is shown to nobody.
#[test]
fn a_printing_that_stands_on_the_sheet_alone_is_none() {
    let (house, filed) = equipped();
    let mut bea = Hostile::new(&house, "bea");
    let sheet = json!({ "sheet": "printed", "document": filed.id, "purpose": "forged", "printer": "safe",
                        "first": 1, "copies": 1, "pages": [1, 1] });
    let (audience, sealed) = bea.sealed_sheet(filed.class.as_str(), 1, &sheet);
    bea.append(Forgery::all(Vec::new()).part(audience, sealed));
    drop(bea);
    let history = house.unlock("rik").document(&filed.id).expect("seen").history;
    assert!(history.iter().all(|row| row.action != "print"));
}
