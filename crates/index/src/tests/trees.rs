//! Orders of documents that are made at the end of a first reading.

use super::*;

/// Documents whose titles, dates, references and bytes are in another order than their entries.
fn mixed(n: u64) -> Document {
    let mut document = document(n);
    let other = n * 37 % 101;
    document.listed.title = format!("Nota {other}");
    document.listed.reference = format!("ZGL/2026/{other:04}");
    document.listed.date = date(2026, 1, 1 + (other % 28) as u32);
    document.listed.finalised = document.listed.date;
    document.listed.blake3 = ContentHash::of(other.to_string().as_bytes());
    document
}

fn has_all(index: &Index) -> bool {
    crate::trees::has_all(&index.connection()).expect("the schema is read")
}

/// What every order and filter gives.
fn answers(index: &Index) -> Vec<Vec<u64>> {
    let orders = [SortBy::Filed, SortBy::Title, SortBy::Date, SortBy::Reference, SortBy::Level];
    let list = |by| {
        let sort = Sort { by, order: Order::Descending };
        let listing = index.list(&Query { sort, limit: 100, ..Query::default() }).expect("the index lists");
        assert_eq!(listing.total, 100, "they are counted");
        listing.rows.iter().map(|row| row.entry).collect()
    };
    let mut all: Vec<Vec<u64>> = orders.into_iter().map(list).collect();
    let classes = (0..10).map(class).collect();
    let same = index.same_bytes(&ContentHash::of(b"5"), &classes, 9).expect("the index answers");
    all.push(same.iter().map(|row| row.entry).collect());
    all
}

#[test]
fn an_index_whose_trees_were_made_at_the_end_answers_as_one_that_always_had_them() {
    let (place, other) = (IndexFolder::new(), IndexFolder::new());
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.expect_much().expect("the index makes room");
    index.leave_trees().expect("the trees are left");
    assert!(!has_all(&index));
    fill(&mut index, (1..=100).map(mixed));
    index.make_trees().expect("the trees are made");
    assert!(has_all(&index));
    let mut at_once = Index::create(&other.path, &other.key).expect("a new index");
    fill(&mut at_once, (1..=100).map(mixed));
    assert_eq!(answers(&index), answers(&at_once));
    let durable: i64 =
        index.connection().pragma_query_value(None, "synchronous", |row| row.get(0)).expect("the pragma is known");
    assert_eq!(durable, 2, "from then on each change is on the disk when it is made");
    let whole: String =
        index.connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("the index checks itself");
    assert_eq!(whole, "ok");
}

#[test]
fn references_are_not_looked_up_while_trees_are_left_out_and_each_leads_somewhere() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    let looks_up = |index: &Index| -> bool {
        index.connection().pragma_query_value(None, "foreign_keys", |row| row.get(0)).expect("the pragma is known")
    };
    index.expect_much().expect("the index makes room");
    assert!(looks_up(&index));
    index.leave_trees().expect("the trees are left");
    assert!(!looks_up(&index));
    fill(&mut index, (1..=100).map(mixed));
    let choices = |index: &Index| -> i64 {
        index.connection().query_row("SELECT count(*) FROM choices", [], |row| row.get(0)).expect("they are counted")
    };
    let before = choices(&index);
    fill(&mut index, [Document { choice: Choice::default(), ..mixed(7) }]);
    assert_eq!(choices(&index), before - 1, "what was chosen goes with the document that it was chosen for");
    index.make_trees().expect("the trees are made");
    assert!(looks_up(&index), "from then on");
    let connection = index.connection();
    let mut check = connection.prepare("PRAGMA foreign_key_check").expect("the pragma is known");
    assert!(check.query([]).expect("it answers").next().expect("it answers").is_none(), "all of them are there");
}

#[test]
fn trees_that_a_process_left_which_died_are_made_when_the_index_is_opened_next() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.expect_much().expect("the index makes room");
    index.leave_trees().expect("the trees are left");
    fill(&mut index, (1..=100).map(mixed));
    // As if it had died: another process has the file open while this one is at its reading.
    let next = place.open().expect("the index opens");
    assert!(has_all(&next));
    let first = answers(&next);
    assert!(has_all(&index), "the one that reads goes on with them");
    fill(&mut index, [mixed(101)]);
    index.make_trees().expect("there is nothing to make");
    drop(index);
    assert_eq!(next.list(&Query::default()).expect("the index lists").total, 101);
    assert!(first.iter().take(5).all(|order| order.len() == 100));
}

#[test]
fn where_there_are_documents_no_tree_is_left_out() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    fill(&mut index, [mixed(1)]);
    index.leave_trees().expect("nothing is done");
    assert!(has_all(&index));
}

/// The files of an index that is being read into for the first time, as a process leaves them that dies now.
fn left_in_a_first_reading() -> IndexFolder {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.expect_much().expect("the index makes room");
    index.leave_trees().expect("the trees are left");
    for from in [1, 26, 51, 76] {
        fill(&mut index, (from..from + 25).map(mixed));
    }
    let left = IndexFolder {
        key: PartKey::parse(place.key.expose_secret_line().expose_secret()).expect("it is the key of a part"),
        ..IndexFolder::new()
    };
    for ending in ["", "-wal"] {
        let beside = |place: &IndexFolder| store::beside(&place.path, ending);
        std::fs::copy(beside(&place), beside(&left)).expect("the file is copied");
    }
    left
}

#[test]
fn an_index_whose_first_reading_was_cut_off_is_whole() {
    // A process that was killed has lost nothing.
    let killed = left_in_a_first_reading().open().expect("the index opens");
    assert!(has_all(&killed));
    assert_eq!(answers(&killed).first().map(Vec::len), Some(100));
    // A computer that stopped has lost what was not on its disk yet: the end of what lies next to the index.
    let whole = std::fs::metadata(store::beside(&left_in_a_first_reading().path, "-wal")).expect("it is there").len();
    for eighth in 0..8 {
        let place = left_in_a_first_reading();
        let beside = std::fs::OpenOptions::new().write(true).open(store::beside(&place.path, "-wal"));
        beside.expect("the file opens").set_len(whole * eighth / 8).expect("the file is cut");
        let index = place.open().expect("the index opens");
        assert!(has_all(&index));
        let listed = index.list(&Query { limit: 200, ..Query::default() }).expect("the index lists");
        assert!(listed.total < 100 && listed.total.is_multiple_of(25), "whole changes: {}", listed.total);
        assert_eq!(listed.rows.len() as u64, listed.total, "rows and counts go together");
        let check = "PRAGMA integrity_check";
        let check: String = index.connection().query_row(check, [], |row| row.get(0)).expect("the index checks itself");
        assert_eq!(check, "ok");
    }
}
