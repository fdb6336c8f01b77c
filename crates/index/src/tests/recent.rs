use super::*;
use registry::OfficerId;
use registry::log::{LogLine, Source};

fn officer(name: &str) -> OfficerId {
    name.parse().expect("of the form of an id")
}

/// What somebody did with a document, as the log of this index says it.
fn did(entry: u64, by: &str, did: &str, document: u64, source: Source) -> LogLine {
    let detail = [("document".to_owned(), id(document).to_string())].into();
    LogLine { entry, at: at(entry), officer: officer(by), source, did: did.into(), detail }
}

fn index(lines: &[LogLine]) -> Index {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=9).map(document));
    let put = |change: &Change<'_>| {
        lines.iter().try_for_each(|line| match line.source {
            Source::Class(_) => change.add_sheet_line(line),
            Source::Own | Source::About | Source::Oversight => change.put_lines(line.entry, std::slice::from_ref(line)),
        })
    };
    index.change::<_, IndexError>(put).expect("the change is kept");
    index
}

/// By its own lines, by the sheet of a class, and in an index that was filled again.
fn read() -> Vec<LogLine> {
    vec![
        did(21, "j.dubois", "open", 3, Source::Own),
        did(22, "j.dubois", "open", 7, Source::Class(class(7))),
        did(23, "m.peeters", "open", 5, Source::Class(class(5))),
        did(24, "j.dubois", "note", 8, Source::Own),
        did(25, "j.dubois", "open", 3, Source::Own),
        did(26, "j.dubois", "open-together", 4, Source::Own),
    ]
}

fn opened(index: &Index, classes: &BTreeSet<ClassId>, most: usize) -> Vec<u64> {
    opened_after(index, classes, None, most).expect("from the first on")
}

fn opened_after(index: &Index, classes: &BTreeSet<ClassId>, after: Option<u64>, most: usize) -> Option<Vec<u64>> {
    let after = after.map(id);
    let opened = index.opened(&officer("j.dubois"), classes, after.as_ref(), most).expect("the index answers")?;
    Some(opened.iter().map(|listed| listed.entry).collect())
}

#[test]
fn what_an_officer_opened_comes_back_the_last_first_and_each_once() {
    let (index, all) = (index(&read()), (0..10).map(class).collect());
    assert_eq!(opened(&index, &all, 9), [4, 3, 7]);
    assert_eq!(opened(&index, &all, 2), [4, 3]);
    assert_eq!(opened(&index, &[class(7), class(8)].into(), 9), [7], "of the classes that he may see");
    let nobody = index.opened(&officer("n.nemo"), &all, None, 9).expect("the index answers");
    assert_eq!(nobody, Some(Vec::new()));
}

#[test]
fn what_an_officer_opened_goes_on_behind_a_document_and_is_not_read_further_than_is_asked() {
    let (index, all) = (index(&read()), (0..10).map(class).collect());
    assert_eq!(opened_after(&index, &all, Some(4), 1), Some(vec![3]));
    assert_eq!(
        opened_after(&index, &all, Some(3), 9),
        Some(vec![7]),
        "opened before as well: it stands in its last place"
    );
    assert_eq!(opened_after(&index, &all, Some(7), 9), Some(Vec::new()));
    assert_eq!(opened_after(&index, &all, Some(5), 9), None, "another opened it");
    assert_eq!(opened_after(&index, &[class(7)].into(), Some(4), 9), None, "not of the classes that he may see");
    // It is walked in its order: where one ends, nothing behind it was looked at.
    let connection = index.connection();
    let sql = format!("EXPLAIN QUERY PLAN {}", crate::recent::LAST_OPENED);
    let mut statement = connection.prepare(&sql).expect("it is SQL");
    let unknown = rusqlite::named_params! { ":officer": "", ":classes": "[]", ":after": None::<Vec<u8>> };
    let plan = statement.query_map(unknown, |row| row.get::<_, String>("detail")).expect("it is a query");
    let plan: Vec<String> = plan.map(|line| line.expect("a line")).collect();
    assert!(plan.first().is_some_and(|line| line.starts_with("SEARCH n USING PRIMARY KEY")), "{plan:#?}");
    assert!(!plan.iter().any(|line| line == "USE TEMP B-TREE FOR ORDER BY"), "{plan:#?}");
}

#[test]
fn what_was_withdrawn_is_no_longer_among_what_was_opened() {
    let mut index = index(&read());
    let there = registry::documents::conformance::filed(&id(4), &class(4), 4);
    let gone = registry::documents::Withdrawn { index: 30, at_ms: 1, by: officer("a.claes") };
    let record = registry::documents::DocumentRecord { withdrawn: Some(gone), ..there };
    index.change::<_, IndexError>(|change| change.put_record(&id(4), &record)).expect("the change is kept");
    assert_eq!(opened(&index, &(0..10).map(class).collect(), 9), [3, 7]);
}

#[test]
fn a_list_is_narrowed_to_what_one_officer_filed_or_opened() {
    let index = index(&read());
    let listed = |query: Query| {
        let listing = index.list(&Query { limit: 100, ..query }).expect("the index lists");
        assert_eq!(listing.total, listing.rows.len() as u64);
        listing.rows.iter().map(|row| row.entry).collect::<Vec<_>>()
    };
    let opened = |by: &str| Query { opened_by: Some(officer(by)), ..Query::default() };
    assert_eq!(listed(opened("j.dubois")), [7, 4, 3]);
    assert_eq!(listed(opened("m.peeters")), [5]);
    assert_eq!(listed(opened("n.nemo")), [0; 0]);
    let secret = Query { level: Some(document(3).listed.level), ..opened("j.dubois") };
    assert_eq!(listed(secret), [3], "with other filters");
    let searched = Query { text: Some("rapport".to_owned()), ..opened("j.dubois") };
    assert_eq!(listed(searched), [7, 4, 3], "and with words");
    let filed = |by: &str| Query { filed_by: Some(officer(by)), ..Query::default() };
    assert_eq!(listed(filed("m.peeters")).len(), 9);
    assert_eq!(listed(filed("j.dubois")), [0; 0]);
}
