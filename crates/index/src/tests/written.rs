//! While much is written, changes lie next to the index: it is one file again afterwards, and nothing is lost where a process
//! dies in between.

use std::fs;
use std::path::Path;

use super::*;
use pages::PAGE;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is listed")
        .map(|entry| {
            entry.expect("the entry of the folder is read").file_name().into_string().expect("the name is UTF-8")
        })
        .collect();
    names.sort();
    names
}

fn mode(index: &Index) -> String {
    index.connection().pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("the pragma is known")
}

/// Whether the file may be written in place, as its first page says; SQLCipher leaves that page readable to anyone who has the key.
fn is_one_file(place: &IndexFolder) -> bool {
    names(place.path.parent().expect("the path has a folder")) == ["m.peeters.sqlite"]
        && rusqlite_mode(&store::open_to_read(&place.path, &place.key).expect("the index opens")) == "delete"
}

fn rusqlite_mode(connection: &rusqlite::Connection) -> String {
    connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("the pragma is known")
}

/// An index in which much is written, as a process that dies now would leave it.
fn left_by_a_dead_process(with: &[&str]) -> (IndexFolder, Position) {
    let (place, (_dir, position)) = (IndexFolder::new(), read_position(1));
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    fill(&mut index, (1..10).map(document));
    index.expect_much().expect("the index makes room");
    fill(&mut index, (10..400).map(document));
    index.change(|change| change.set_position(&position)).expect("the change is kept");
    let left = IndexFolder {
        key: PartKey::parse(place.key.expose_secret_line().expose_secret()).expect("it is the key of a part"),
        ..IndexFolder::new()
    };
    for ending in with {
        let beside = |place: &IndexFolder| format!("{}{ending}", place.path.display());
        fs::copy(beside(&place), beside(&left)).expect("the file is copied");
    }
    (left, position)
}

#[test]
fn while_much_is_written_it_lies_next_to_the_index_and_one_file_is_left() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    assert_eq!(mode(&index), "delete");
    let before = fs::read(&place.path).expect("the index is read");
    index.expect_much().expect("the index makes room");
    fill(&mut index, (1..50).map(document));
    assert_eq!((mode(&index).as_str(), fs::read(&place.path).expect("the index is read").len()), ("wal", before.len()));
    let durable: i64 =
        index.connection().pragma_query_value(None, "synchronous", |row| row.get(0)).expect("the pragma is known");
    assert_eq!(durable, 2, "each change is on the disk when it is made");
    let records = index.records();
    drop(index);
    assert_eq!(names(place.path.parent().expect("the path has a folder")).len(), 3, "somebody has it open still");
    drop(records);
    assert!(is_one_file(&place));
    assert_eq!(place.open().expect("the index opens").list(&Query::default()).expect("the index lists").total, 49);
}

#[test]
fn what_a_process_wrote_that_died_is_there_with_the_next() {
    for with in [&["", "-wal"][..], &["", "-wal", "-shm"]] {
        let (place, position) = left_by_a_dead_process(with);
        let seen = Index::seen(&place.path, &place.key)
            .expect("the index says how far it has read")
            .expect("it is remembered");
        assert_eq!(seen.head(), position.head(), "{with:?}");
        let index = place.open().expect("the index opens");
        assert_eq!(
            index.position().expect("the index says how far it has read").expect("it is remembered").head(),
            position.head()
        );
        assert_eq!(index.list(&Query::default()).expect("the index lists").total, 399);
        assert_eq!(index.document(&id(399)).expect("the index answers"), Some(document(399)));
        assert_eq!(mode(&index), "delete");
        assert!(is_one_file(&place), "{with:?}");
    }
}

#[test]
fn a_change_that_was_cut_off_next_to_the_index_is_not_there_and_those_before_it_are() {
    let (place, _) = left_by_a_dead_process(&["", "-wal"]);
    let beside = store::beside(&place.path, "-wal");
    let length = fs::metadata(&beside).expect("the file is there").len();
    fs::OpenOptions::new()
        .write(true)
        .open(&beside)
        .expect("the file opens")
        .set_len(length - 100)
        .expect("the file opens");
    let index = place.open().expect("the index opens");
    assert_eq!(index.list(&Query::default()).expect("the index lists").total, 399, "a change of its own");
    assert!(index.position().expect("the index says how far it has read").is_none(), "the last");
}

#[test]
fn an_index_that_is_made_takes_up_nothing_of_one_that_was_removed() {
    let (place, _) = left_by_a_dead_process(&["", "-wal", "-shm"]);
    fs::remove_file(&place.path).expect("the index is removed");
    let index = Index::create(&place.path, &place.key).expect("a new index");
    assert_eq!(index.list(&Query::default()).expect("the index lists").total, 0);
    assert!(index.position().expect("the index says how far it has read").is_none() && is_one_file(&place));
}

#[test]
fn two_sessions_of_one_officer_share_an_index_also_while_one_of_them_writes_much() {
    for first_goes in [true, false] {
        let place = IndexFolder::new();
        let mut one = Index::create(&place.path, &place.key).expect("a new index");
        let mut two = place.open().expect("the index opens");
        fill(&mut one, [document(1)]);
        one.expect_much().expect("the index makes room");
        fill(&mut one, (2..100).map(document));
        fill(&mut two, [document(100)]);
        let three = place.open().expect("the index opens");
        for index in [&one, &two, &three] {
            assert_eq!(index.list(&Query::default()).expect("the index lists").total, 100);
        }
        drop(three);
        let last = if first_goes {
            drop(one);
            two
        } else {
            drop(two);
            one
        };
        assert_eq!(last.list(&Query::default()).expect("the index lists").total, 100);
        drop(last);
        assert!(is_one_file(&place));
        assert_eq!(place.open().expect("the index opens").list(&Query::default()).expect("the index lists").total, 100);
    }
}

#[test]
fn what_is_removed_is_overwritten_next_to_the_index_as_well() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.expect_much().expect("the index makes room");
    fill(&mut index, (1..50).map(document));
    let beside = store::beside(&place.path, "-wal");
    assert!(fs::metadata(&beside).expect("the file is there").len() > 0);
    index.change(|change| change.keep_classes(&BTreeSet::new())).expect("the change is kept");
    assert_eq!(fs::metadata(&beside).expect("the file is there").len(), 0);
}

/// What is on the pages of the file that nothing is on: SQLite's list of them, each page of which names others.
fn free_pages(index: &Index, place: &IndexFolder) -> Vec<Vec<u8>> {
    index.connection().put_in_place().expect("it takes its place");
    let file = fs::read(&place.path).expect("the index is read");
    let number =
        |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize;
    let page = |n: usize| file[(n - 1) * PAGE..n * PAGE].to_vec();
    let (mut pages, mut next) = (Vec::new(), number(&file, 32));
    while next > 0 {
        let list = page(next);
        pages.extend((0..number(&list, 4)).map(|n| page(number(&list, 8 + 4 * n))));
        next = number(&list, 0);
        pages.push(list);
    }
    assert_eq!(pages.len(), number(&file, 36));
    pages
}

#[test]
fn what_pieces_that_were_joined_left_on_free_pages_is_overwritten_when_documents_go() {
    let place = IndexFolder::new();
    let mut index = Index::of(store::in_clear(&place.path).expect("its head is read"));
    index.expect_much().expect("the index makes room");
    let rare = |n: u64| {
        let mut document = document(n);
        document.listed.class = class(n % 2);
        document.listed.title = if n.is_multiple_of(2) { "quetzal".to_owned() } else { format!("Rapport {n}") };
        document
    };
    // Until pieces are joined, and nothing has come into the place of those that were.
    let mut changes = 0;
    while changes < 20 || free_pages(&index, &place).is_empty() {
        fill(&mut index, (changes * 20 + 1..changes * 20 + 21).map(rare));
        changes += 1;
        assert!(changes < 200, "pieces are joined by sixteens");
    }
    let held = |index: &Index| {
        let free = free_pages(index, &place);
        free.iter().filter(|page| page.windows(7).any(|bytes| bytes == b"quetzal")).count()
    };
    assert!(held(&index) > 0, "it is left there");
    index.change(|change| change.keep_classes(&[class(1)].into())).expect("the change is kept");
    assert!(!free_pages(&index, &place).is_empty());
    assert_eq!(held(&index), 0);
    assert_eq!(index.list(&Query::default()).expect("the index lists").total, changes * 10);
    fill(&mut index, (changes * 20 + 1..changes * 20 + 99).map(document));
    let whole: String = index.connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("a row");
    assert_eq!(whole, "ok");
}

#[test]
fn an_altered_change_next_to_the_index_is_never_taken_for_one_that_was_made() {
    let (place, position) = left_by_a_dead_process(&["", "-wal"]);
    let beside = store::beside(&place.path, "-wal");
    let whole = fs::read(&beside).expect("the file is read");
    let file = fs::read(&place.path).expect("the index is read");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&place.path, &file).expect("the index is written");
        fs::write(&beside, &bytes).expect("the file is written");
        let _ = fs::remove_file(store::beside(&place.path, "-shm"));
        let index = match place.open() {
            Ok(index) => index,
            Err(error) => {
                assert_eq!(error, IndexError::Altered, "at {at}");
                continue;
            }
        };
        // What came before it, as if the process had died then, or all of it where nobody needs those bytes.
        let seen = index.position().expect("the index says how far it has read");
        assert!(seen.is_none_or(|seen| seen.head() == position.head()), "at {at}");
        let total = index.list(&Query::default()).expect("the index lists").total;
        assert!(matches!(total, 9 | 399), "at {at}: {total}");
    }
}

#[test]
fn the_words_of_a_change_are_written_in_one_piece() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..200).map(document));
    let pieces: i64 = index
        .connection()
        .query_row("SELECT count(DISTINCT segid) FROM words_idx", [], |row| row.get(0))
        .expect("a row");
    assert_eq!(pieces, 1, "not one for each document");
}

#[test]
fn a_document_that_is_put_twice_or_goes_in_the_change_that_put_it_is_found_as_it_is_afterwards() {
    let mut index = Index::in_memory().expect("an index in memory");
    let titled = |n: u64, title: &str| {
        let mut document = document(n);
        document.listed.title = title.to_owned();
        document
    };
    index
        .change::<_, IndexError>(|change| {
            for (n, title) in [(1, "Avocet"), (2, "Bittern"), (3, "Curlew"), (2, "Dunlin")] {
                put(change, &titled(n, title))?;
            }
            change.drop_documents(&[id(3)])?;
            // Of two that come under one entry, the later one is there.
            let mut last = titled(4, "Egret");
            last.listed.entry = 1;
            put(change, &last)
        })
        .expect("the change is kept");
    let found = |text: &str| {
        index.list(&Query { text: Some(text.to_owned()), limit: 9, ..Query::default() }).expect("the index lists").total
    };
    let titles = ["Avocet", "Bittern", "Curlew", "Dunlin", "Egret"];
    assert_eq!(titles.map(found), [0, 0, 0, 1, 1]);
    index.connection().execute("INSERT INTO words (words) VALUES ('integrity-check')", []).expect("altered");
}
