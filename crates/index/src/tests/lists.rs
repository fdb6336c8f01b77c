use proptest::prelude::*;
use testkit::date;

use super::*;

fn index(size: u64) -> Index {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=size).map(document));
    index
}

fn found(index: &Index, text: &str) -> Vec<u64> {
    let listing =
        index.list(&Query { text: Some(text.into()), limit: 100, ..Query::default() }).expect("the index lists");
    assert_eq!(listing.total, listing.rows.len() as u64, "{text}");
    listing.rows.iter().map(|row| row.entry).collect()
}

#[test]
fn a_document_comes_back_as_it_was_put() {
    let index = index(9);
    assert_eq!(index.document(&id(4)).expect("the index answers"), Some(document(4)));
    assert_eq!(index.document(&id(7)).expect("seen").expect("the document is in the index").listed.ordinal, 7);
    assert_eq!(index.document(&id(99)).expect("the index answers"), None);
}

#[test]
fn what_was_chosen_comes_back_and_leaves_with_its_document() {
    let mut index = index(9);
    for n in 1..=9 {
        assert_eq!(
            index.document(&id(n)).expect("seen").expect("the document is in the index").choice,
            document(n).choice
        );
    }
    let chosen = |index: &Index| -> i64 {
        index.connection().query_row("SELECT count(*) FROM choices", [], |row| row.get(0)).expect("a row answers")
    };
    assert_eq!(chosen(&index), 6);
    let mut plain = document(2);
    plain.choice = Choice::default();
    fill(&mut index, [plain]);
    assert_eq!(chosen(&index), 5);
    index.change::<_, IndexError>(|change| change.keep_classes(&[class(1)].into())).expect("the change is kept");
    assert_eq!(chosen(&index), 1);
}

#[test]
fn the_last_that_an_officer_filed_is_of_classes_that_he_may_see() {
    let index = index(20);
    let all: BTreeSet<ClassId> = (0..10).map(class).collect();
    let last = |by: &str, place: Option<u64>, classes: &BTreeSet<ClassId>| {
        let place = place.map(dossier);
        index
            .last_filed(&by.parse().expect("an id"), place.as_ref(), classes)
            .expect("the index says what was filed last")
            .map(|document| document.listed.entry)
    };
    assert_eq!(last("m.peeters", None, &all), Some(20));
    assert_eq!(last("m.peeters", Some(3), &all), Some(19));
    assert_eq!(last("m.peeters", None, &[class(4)].into()), Some(14));
    assert_eq!(last("m.peeters", Some(3), &[class(4)].into()), None);
    assert_eq!(last("j.dubois", None, &all), None);
}

#[test]
fn a_document_put_again_replaces_what_was_there() {
    let mut index = index(3);
    let mut changed = document(2);
    changed.listed.title = "Nouveau titre".into();
    fill(&mut index, [changed.clone()]);
    assert_eq!(index.document(&id(2)).expect("the index answers"), Some(changed));
    assert_eq!((found(&index, "nouveau"), found(&index, "rapport")), (vec![2], vec![3, 1]));
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    let mut index = index(250);
    for (text, level) in
        [(None, None), (Some("rapport"), None), (None, Some(Level::Secret)), (Some("liege"), Some(Level::Secret))]
    {
        let mut query = Query { text: text.map(str::to_owned), level, limit: 30, ..Query::default() };
        let (mut seen, mut pages) = (Vec::new(), 0);
        loop {
            let page = index.list(&query).expect("the index lists");
            assert_eq!(page.total, if level.is_some() { 50 } else { 250 });
            seen.extend(page.rows.iter().map(|row| row.entry));
            pages += 1;
            let Some(next) = page.next else { break };
            query.after = Some(next.to_string().parse().expect("it reads back"));
        }
        let all: Vec<u64> = (1..=250).rev().filter(|n| level.is_none() || n % 5 == 3).collect();
        assert_eq!((seen, pages), (all.clone(), all.len().div_ceil(30)));
    }
    // A document that is filed meanwhile does not shift what is still to come.
    let first = index.list(&Query { limit: 10, ..Query::default() }).expect("the index lists");
    fill(&mut index, [document(251)]);
    let second = index.list(&Query { limit: 10, after: first.next, ..Query::default() }).expect("the index lists");
    assert_eq!(second.rows[0].entry, 240);
}

/// A document whose title, date and level are not in the order of filing.
fn mixed(n: u64) -> Document {
    let mut document = document(n);
    let titles = ["Œuvre", "éclair", "Rapport n° 10", "Rapport n° 2", "Straße", "« Ardennes »"];
    document.listed.title = titles[(n * 5 % 6) as usize].into();
    document.listed.reference = format!("ZGL/2026/S-K7Q/{:04}", n * 7 % 61);
    let originators = ["Sûreté", "surete 2", "", "Éclaireurs", "eclaireurs 10"];
    document.listed.originator = originators[(n * 3 % 5) as usize].into();
    document.listed.date = date(2020 + (n * 3 % 7) as i32, 1 + (n % 12) as u32, 1);
    document
}

#[test]
fn in_each_order_pages_follow_each_other_without_gap_or_repetition() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=60).map(mixed));
    let level = |row: &Listed| crate::values::level_code(row.level);
    let all: Vec<Listed> = (1..=60).map(|n| mixed(n).listed).collect();
    for text in [None, Some("liege")] {
        for by in [
            SortBy::Filed,
            SortBy::Date,
            SortBy::Title,
            SortBy::Level,
            SortBy::Reference,
            SortBy::Originator,
            SortBy::Dossier,
        ] {
            let mut wanted = all.clone();
            wanted.sort_by_key(|row| match by {
                SortBy::Date => (row.date.to_string(), row.entry),
                SortBy::Title => (crate::sort::title_key(&row.title), row.entry),
                SortBy::Level => (level(row).to_string(), row.entry),
                SortBy::Reference => (row.reference.clone(), row.entry),
                SortBy::Originator => (crate::sort::title_key(&row.originator), row.entry),
                SortBy::Dossier => (crate::sort::title_key(row.dossier.as_str()), row.entry),
                SortBy::Filed | SortBy::Term | SortBy::Finalised => (String::new(), row.entry),
            });
            for order in [Order::Ascending, Order::Descending] {
                let mut query =
                    Query { text: text.map(str::to_owned), sort: Sort { by, order }, limit: 7, ..Query::default() };
                let mut seen = Vec::new();
                loop {
                    let page = index.list(&query).expect("the index lists");
                    assert_eq!(page.total, 60);
                    seen.extend(page.rows);
                    let Some(next) = page.next else { break };
                    query.after = Some(next);
                }
                assert!(seen.iter().eq(wanted.iter()), "{by:?} {order:?} {text:?}");
                wanted.reverse();
            }
        }
    }
}

#[test]
fn a_page_that_went_on_after_a_document_that_is_gone_says_so() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=20).map(mixed));
    let sort = Sort { by: SortBy::Title, order: Order::Ascending };
    let page = index.list(&Query { sort, limit: 5, ..Query::default() }).expect("the index lists");
    let last = page.rows.last().expect("the page has rows");
    let others: BTreeSet<ClassId> = (0..10).map(class).filter(|class| *class != last.class).collect();
    index.change::<_, IndexError>(|change| change.keep_classes(&others)).expect("the change is kept");
    let on = Query { sort, limit: 5, after: page.next, ..Query::default() };
    assert_eq!(index.list(&on), Err(IndexError::Gone));
    // In the order of filing nothing is missed, whatever has gone.
    assert!(index.list(&Query { sort: Sort::default(), ..on }).is_ok());
}

#[test]
fn filters_narrow_the_list_and_its_count() {
    let index = index(40);
    let listed = |query: Query| {
        let listing = index.list(&Query { limit: 100, ..query }).expect("the index lists");
        assert_eq!(listing.total, listing.rows.len() as u64);
        listing.rows
    };
    assert!(
        listed(Query { level: Some(Level::Restricted), ..Query::default() })
            .iter()
            .all(|r| r.level == Level::Restricted)
    );
    assert_eq!(listed(Query { dossier: Some(dossier(1)), ..Query::default() }).len(), 10);
    assert_eq!(listed(Query { dossier: Some(dossier(1)), level: Some(Level::Secret), ..Query::default() }).len(), 2);
    let classes = Some([class(2), class(3)].into());
    assert_eq!(listed(Query { classes: classes.clone(), ..Query::default() }).len(), 8);
    assert_eq!(listed(Query { classes: classes.clone(), text: Some("0012".into()), ..Query::default() }).len(), 1);
    assert_eq!(listed(Query { classes: classes.clone(), text: Some("0014".into()), ..Query::default() }).len(), 0);
    assert!(listed(Query { classes: Some(BTreeSet::new()), ..Query::default() }).is_empty());
    assert_eq!(listed(Query { dossier: Some(dossier(9)), ..Query::default() }), []);
}

#[test]
fn a_list_is_narrowed_by_day_originator_and_kind_with_a_search_and_without() {
    let mut index = index(4);
    let other = |n, day, originator: &str, media_type: &str| {
        let mut other = document(n);
        other.listed.date = day;
        other.listed.originator = originator.into();
        other.listed.media_type = media_type.into();
        other
    };
    let (before, after) = (date(2026, 2, 28), date(2026, 3, 2));
    fill(&mut index, [other(5, before, "Dienst Überprüfung", "image/tiff"), other(6, after, "BMLV", "text/plain")]);
    let listed = |query: Query| {
        let count = |text: Option<&str>| {
            let query = Query { text: text.map(str::to_owned), limit: 100, ..query.clone() };
            let listing = index.list(&query).expect("any query has an answer");
            assert_eq!(listing.total, listing.rows.len() as u64);
            listing.total
        };
        assert_eq!(count(None), count(Some("rapport")), "each of them is a report");
        count(None)
    };
    let all = || Query::default();
    assert_eq!(listed(Query { from: Some(after), ..all() }), 1);
    assert_eq!(listed(Query { to: Some(before), ..all() }), 1);
    assert_eq!(listed(Query { from: Some(before), to: Some(after), ..all() }), 6);
    assert_eq!(listed(Query { from: Some(after), to: Some(before), ..all() }), 0, "a span that is none");
    assert_eq!(listed(Query { originator: Some(" uberprufung".into()), ..all() }), 1);
    assert_eq!(listed(Query { originator: Some("%".into()), ..all() }), 0, "it is looked for as it stands");
    let kinds = |others| Some(Kinds { media_types: ["image/tiff".to_owned()].into(), others });
    assert_eq!(listed(Query { kinds: kinds(false), ..all() }), 1);
    assert_eq!(listed(Query { kinds: kinds(true), originator: Some("sgrs".into()), ..all() }), 4);
}

#[test]
fn a_search_finds_words_their_beginnings_and_phrases_whatever_the_accents() {
    let mut index = index(3);
    let mut other = document(4);
    other.listed.title = "L’Überprüfung der Straße – geheime nota’s, œuvre".into();
    other.listed.subject = "coöperatie met Nederland; niet vóór 2027".into();
    other.listed.originator = "BMLV".into();
    fill(&mut index, [other]);
    for text in [
        "uberpr",
        "Überprüfung",
        "COOPERATIE",
        "strasse".replace("ss", "ß").as_str(),
        "nota",
        "l’uberprüf",
        "voor 2027",
    ] {
        assert_eq!(found(&index, text), [4], "{text}");
    }
    for text in ["evaluation", "EVAL situ", "liège", "liege", "adiv", "\"situation a liege\""] {
        assert_eq!(found(&index, text), [3, 2, 1], "{text}");
    }
    assert!(found(&index, "\"situation liege\"").is_empty());
    assert!(found(&index, "\"situ\"").is_empty());
    assert_eq!(found(&index, "\"situ"), [3, 2, 1], "a quote that is still to be closed");
    assert!(found(&index, "rapport nederland").is_empty());
}

#[test]
fn a_reference_finds_its_document() {
    let index = index(60);
    for text in [
        "ZGL/2026/S-K7Q/0042",
        "zgl/2026/s-k7q/0042",
        "  ZGL/2026/S-K7Q/0042 ",
        "\"ZGL/2026/S-K7Q/0042\"",
        "S-K7Q/0042",
        "0042",
    ] {
        assert_eq!(found(&index, text), [42], "{text}");
    }
    assert_eq!(found(&index, "ZGL/2026/S-K7Q/004").len(), 10);
    assert!(found(&index, "ZGL/2026/S-K7R/0042").is_empty());
    // Not in another order, as the words alone would be.
    assert!(found(&index, "0042/S-K7Q").is_empty());
}

#[test]
fn text_without_a_letter_or_digit_finds_nothing_and_blanks_ask_for_nothing_in_particular() {
    let index = index(3);
    for text in ["", " "] {
        assert_eq!(found(&index, text), [3, 2, 1], "{text:?}");
    }
    for text in ["\"", "/", "* - ()", "%", "🦀", "\u{0}", "…"] {
        assert!(found(&index, text).is_empty(), "{text:?}");
    }
}

#[test]
fn operators_of_the_index_are_words_like_others() {
    let mut index = index(2);
    let mut other = document(3);
    other.listed.title = "AND OR NOT NEAR title".into();
    fill(&mut index, [other]);
    for text in ["AND", "OR NOT", "NEAR (AND OR)", "NOT(NEAR", "title", "near title", "AND OR NOT NEAR"] {
        assert_eq!(found(&index, text), [3], "{text}");
    }
    for text in [
        "title:rapport",
        "NEAR(AND OR)",
        "-rapport nothing",
        "{title subject}: x",
        "^zzz",
        "rapport*x",
        "x' OR 1=1 --",
        "rapport\0x",
    ] {
        assert!(found(&index, text).is_empty(), "{text}");
    }
    assert_eq!(found(&index, "^rapport* -évaluation"), [2, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn nothing_that_can_be_typed_is_an_error(
        text in prop_oneof![any::<String>(), "[\"'*()+^:{}, a-zANDORNEAR0-9/\\\\-]{0,40}", "\\PC{0,60}"], cursor: Option<u64>, limit: usize,
    ) {
        thread_local!(static LISTED: Index = index(20));
        let after = cursor.map(|c| c.to_string().parse().expect("it reads back"));
        LISTED.with(|index| index.list(&Query { text: Some(text), limit, after, ..Query::default() })).expect("the index lists");
    }
}

#[test]
fn a_very_long_search_is_cut_and_not_refused() {
    let index = index(2);
    assert_eq!(found(&index, &"rapport ".repeat(100_000)), [2, 1]);
    assert!(found(&index, &"x".repeat(1_000_000)).is_empty());
}

#[test]
fn removed_classes_leave_neither_rows_nor_words_nor_sheets() {
    let mut index = index(40);
    index.change(|c| (1..=40).try_for_each(|n| c.add_use(&id(n), &used(100 + n, "open")))).expect("the change is kept");
    let mut kept = all_classes();
    kept.remove(&class(2));
    let removed = index.change(|change| change.keep_classes(&kept)).expect("the change is kept");
    assert_eq!(removed, 4);
    assert_eq!(index.list(&Query { limit: 1, ..Query::default() }).expect("the index lists").total, 36);
    assert!(found(&index, "0012").is_empty() && index.document(&id(12)).expect("the index answers").is_none());
    assert!(index.uses(&id(12)).expect("the index lists the uses").is_empty());
    assert_eq!(index.uses(&id(13)).expect("the index lists the uses").len(), 1);
    assert_eq!(index.change(|change| change.keep_classes(&kept)).expect("the change is kept"), 0);
    let words: i64 = index
        .connection()
        .query_row("SELECT count(*) FROM words WHERE words MATCH '\"0012\"'", [], |row| row.get(0))
        .expect("a row answers");
    assert_eq!(words, 0);
    index.connection().execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)", []).expect("altered");
}

#[test]
fn the_words_of_a_removed_document_are_gone_from_the_pages_of_the_index() {
    let mut index = index(40);
    let mut other = document(41);
    other.listed.title = "xylophone".into();
    fill(&mut index, [other]);
    fill(&mut index, (42..60).map(document));
    let pages = |index: &Index| -> i64 {
        let sql = "SELECT count(*) FROM words_data WHERE instr(block, CAST('lophone' AS BLOB))";
        index.connection().query_row(sql, [], |row| row.get(0)).expect("a row answers")
    };
    assert_eq!(pages(&index), 1);
    let mut kept = all_classes();
    kept.remove(&class(1));
    index.change(|change| change.keep_classes(&kept)).expect("the change is kept");
    assert_eq!(pages(&index), 0);
}

#[test]
fn a_consultation_sheet_is_in_order_and_has_no_line_twice() {
    let mut index = index(2);
    index
        .change(|change| {
            change.add_use(&id(1), &used(9, "open"))?;
            change.add_use(&id(1), &used(5, "file"))?;
            change.add_use(&id(1), &used(9, "open"))?;
            change.add_use(&id(2), &used(7, "release"))
        })
        .expect("the change is kept");
    assert_eq!(index.uses(&id(1)).expect("the index lists the uses"), [used(5, "file"), used(9, "open")]);
    let purposes = [(1, 9), (1, 7), (2, 7)]
        .map(|(document, entry)| index.purpose(&id(document), entry).expect("the index says the purpose"));
    assert_eq!(purposes, [Some(used(9, "open").purpose), None, Some(used(7, "release").purpose)]);
    // Said again otherwise, it is as it was said last.
    let otherwise = Use { purpose: "another".to_owned(), class: class(7), ..used(9, "open") };
    index.change(|change| change.add_use(&id(1), &otherwise)).expect("the change is kept");
    assert_eq!(index.uses(&id(1)).expect("the index lists the uses"), [used(5, "file"), otherwise]);
    // A document that is put again, as when its label is read again, keeps its sheet.
    fill(&mut index, [document(1)]);
    assert_eq!(index.uses(&id(1)).expect("the index lists the uses").len(), 2);
}

/// The record of a document that was withdrawn at an entry.
fn withdrawn(document: &Document, entry: u64) -> registry::documents::DocumentRecord {
    let listed = &document.listed;
    let there = registry::documents::conformance::filed(&listed.id, &listed.class, listed.entry);
    let by = there.by.clone();
    let gone = registry::documents::Withdrawn { index: entry, at_ms: there.at_ms + 1, by };
    registry::documents::DocumentRecord { withdrawn: Some(gone), ..there }
}

pub(super) fn withdraw(index: &mut Index, numbers: &[u64]) {
    let put = |change: &Change<'_>| {
        numbers.iter().try_for_each(|n| change.put_record(&id(*n), &withdrawn(&document(*n), 1000 + n)))
    };
    index.change::<_, IndexError>(put).expect("kept");
}

#[test]
fn what_was_withdrawn_is_in_no_page_and_in_no_total() {
    let mut index = index(200);
    let gone = [3, 7, 44, 45, 199];
    withdraw(&mut index, &gone);
    let classes: BTreeSet<ClassId> = (0..9).map(class).collect();
    let day = date(2026, 3, 1);
    let queries = [
        Query::default(),
        Query { level: Some(Level::Secret), ..Query::default() },
        Query { dossier: Some(dossier(3)), ..Query::default() },
        Query { level: Some(Level::Secret), dossier: Some(dossier(3)), ..Query::default() },
        Query { classes: Some(classes.clone()), ..Query::default() },
        Query { level: Some(Level::Secret), classes: Some(classes.clone()), ..Query::default() },
        Query { from: Some(day), to: Some(day), ..Query::default() },
        Query { text: Some("rapport".into()), ..Query::default() },
        Query { text: Some("rapport".into()), level: Some(Level::Secret), ..Query::default() },
    ];
    for query in queries {
        for (by, order) in [(SortBy::Filed, Order::Descending), (SortBy::Title, Order::Ascending)] {
            for of_gone in [false, true] {
                let meets = |n: &u64| {
                    let listed = document(*n).listed;
                    gone.contains(n) == of_gone
                        && query.level.is_none_or(|level| level == listed.level)
                        && query.dossier.as_ref().is_none_or(|dossier| *dossier == listed.dossier_key)
                        && query.classes.as_ref().is_none_or(|classes| classes.contains(&listed.class))
                };
                let expected: BTreeSet<u64> = (1..=200).filter(meets).collect();
                let mut asked = Query { withdrawn: of_gone, sort: Sort { by, order }, limit: 7, ..query.clone() };
                let mut seen = Vec::new();
                loop {
                    let page = index.list(&asked).expect("the index lists");
                    assert_eq!(page.total, expected.len() as u64, "{asked:?}");
                    seen.extend(page.rows.iter().map(|row| row.entry));
                    let Some(next) = page.next else { break };
                    asked.after = Some(next);
                }
                assert_eq!(seen.len(), expected.len(), "{asked:?}");
                assert_eq!(seen.into_iter().collect::<BTreeSet<u64>>(), expected, "{asked:?}");
            }
        }
    }
}

#[test]
fn documents_of_classes_are_counted_without_those_that_were_withdrawn() {
    let mut index = index(200);
    let some: BTreeSet<ClassId> = [class(3), class(7)].into();
    assert_eq!(index.documents_of(&some).expect("counted"), [(class(3), 20), (class(7), 20)].into());
    withdraw(&mut index, &[3, 13, 8]);
    assert_eq!(index.documents_of(&some).expect("counted"), [(class(3), 18), (class(7), 20)].into());
    assert_eq!(index.documents_of(&BTreeSet::new()).expect("counted"), [].into());
}

/// How SQLite goes through the tables of what it was asked last under a name.
fn plan(index: &Index, sql: &str, values: usize) -> String {
    let connection = index.connection();
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("it is SQL");
    let values = vec![rusqlite::types::Value::Text("[]".to_owned()); values];
    let steps = statement.query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>("detail"));
    steps.expect("a plan").map(|step| step.expect("a step")).collect::<Vec<_>>().join("\n")
}

#[test]
fn documents_of_classes_are_found_without_a_look_at_others() {
    let index = index(200);
    let some: BTreeSet<ClassId> = [class(3), class(7)].into();
    let found = index.documents_in(&some).expect("the index answers");
    let expected = (1..=200).map(document).filter(|document| some.contains(&document.listed.class));
    let expected: BTreeSet<DocumentId> = expected.map(|document| document.listed.id).collect();
    assert_eq!((found.len(), found.into_iter().collect()), (40, expected));
    assert_eq!(index.documents_in(&BTreeSet::new()).expect("the index answers"), []);
    let plan = plan(&index, crate::list::DOCUMENTS_IN, 1);
    assert!(plan.contains("documents_by_class"), "{plan}");
    assert!(["SCAN d", "SCAN r", "SCAN n"].iter().all(|scan| !plan.contains(scan)), "{plan}");
}

#[test]
fn counting_reads_no_document_that_was_not_withdrawn() {
    let mut index = index(50);
    withdraw(&mut index, &[3]);
    let classes: BTreeSet<ClassId> = [class(1)].into();
    for query in [
        Query::default(),
        Query { level: Some(Level::Secret), dossier: Some(dossier(3)), classes: Some(classes), ..Query::default() },
        Query { withdrawn: true, level: Some(Level::Secret), ..Query::default() },
    ] {
        let (sql, values) = index.count_of(&query).expect("a question");
        let plan = plan(&index, &sql, values);
        assert!(!plan.contains("SCAN d") && !plan.contains("USING INDEX documents_by_level"), "{plan}");
        assert!(plan.contains("records_withdrawn"), "{plan}");
    }
}
