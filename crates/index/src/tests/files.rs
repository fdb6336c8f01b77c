use std::fs;
use std::path::Path;

use super::*;
use crate::pages::PAGE;

#[test]
fn an_index_remembers_from_one_session_to_the_next() {
    let (place, (_dir, position)) = (IndexFolder::new(), read_position(1));
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    assert!(
        index.position().expect("the index says how far it has read").is_none()
            && index.snapshot().expect("the index says what it keeps").is_none()
    );
    assert!(
        index.class_keys().expect("the index says which keys it keeps").is_none()
            && index.last_unlock().expect("the index says when it was unlocked").is_none()
    );
    index
        .change(|change| {
            put(change, &document(1))?;
            change.set_position(&position)?;
            change.set_snapshot(b"{}")?;
            change.set_class_keys(&seal::SecretBytes::new(b"AGE-SECRET-KEY-PQ-1".to_vec()))?;
            change.set_last_unlock(at(3))
        })
        .expect("the change is kept");
    drop(index);
    let index = place.open().expect("the index opens");
    assert_eq!(index.document(&id(1)).expect("the index answers"), Some(document(1)));
    assert_eq!(
        index.position().expect("the index says how far it has read").expect("it was remembered").head(),
        position.head()
    );
    assert_eq!(
        Index::seen(&place.path, &place.key)
            .expect("the index says how far it has read")
            .expect("it was remembered")
            .head(),
        position.head()
    );
    assert_eq!(index.snapshot().expect("the index says what it keeps").as_deref(), Some(&b"{}"[..]));
    assert_eq!(
        index.class_keys().expect("the index says which keys it keeps").expect("keys were kept").expose_secret(),
        b"AGE-SECRET-KEY-PQ-1"
    );
    assert_eq!(index.last_unlock().expect("the index says when it was unlocked"), Some(at(3)));
}

#[test]
fn of_a_change_that_fails_nothing_stays() {
    let (mut index, (_dir, position)) = (Index::in_memory().expect("an index in memory"), read_position(1));
    let failed: Result<(), IndexError> = index.change(|change| {
        put(change, &document(1))?;
        change.set_position(&position)?;
        Err(IndexError::Full)
    });
    assert_eq!(failed, Err(IndexError::Full));
    assert!(
        index.document(&id(1)).expect("seen").is_none()
            && index.position().expect("the index says how far it has read").is_none()
    );
}

#[test]
fn whether_files_can_be_made_next_to_an_index_is_asked_of_its_folder() {
    let place = IndexFolder::new();
    assert_eq!(Index::takes_files(&place.path), Ok(()));
    assert_eq!(Index::takes_files(&place.path.join("elsewhere").join("index")), Err(IndexError::Missing));
    // A kind of its own, which takes no files that somebody makes there.
    assert!(Index::takes_files(Path::new("/proc/index")).is_err());
}

#[test]
fn a_full_disk_is_told_and_changes_nothing() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    let pages: i64 =
        index.connection().pragma_query_value(None, "page_count", |row| row.get(0)).expect("the pragma is known");
    index
        .connection()
        .pragma_update_and_check(None, "max_page_count", pages + 20, |_| Ok(()))
        .expect("the pragma is known");
    let full = index.change(|change| (1..2000).try_for_each(|n| put(change, &document(n))));
    assert_eq!(full, Err(IndexError::Full));
    assert_eq!(index.list(&Query::default()).expect("the index lists").total, 0);
    drop(index);
    fill(&mut place.open().expect("the index opens"), [document(1)]);
}

#[test]
fn an_index_is_one_file_in_which_nothing_can_be_read() {
    let place = IndexFolder::new();
    fill(&mut Index::create(&place.path, &place.key).expect("a new index"), (1..50).map(document));
    let names: Vec<_> = fs::read_dir(place.path.parent().expect("the path has a folder"))
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read").file_name())
        .collect();
    assert_eq!(names, ["m.peeters.sqlite"]);
    let bytes = fs::read(&place.path).expect("the index is read");
    for word in [&b"SQLite format"[..], b"Rapport", b"rapport", b"CREATE TABLE", b"S-K7Q", b"m.peeters"] {
        assert!(!bytes.windows(word.len()).any(|w| w == word), "{}", String::from_utf8_lossy(word));
    }
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(fs::metadata(&place.path).expect("the index is there").permissions().mode() & 0o077, 0);
}

#[test]
fn a_missing_index_is_not_an_altered_one() {
    let place = IndexFolder::new();
    assert_eq!(place.open().map(drop), Err(IndexError::Missing));
    assert_eq!(Index::seen(&place.path, &place.key).map(drop), Err(IndexError::Missing));
    assert!(!place.path.exists());
}

#[test]
fn another_key_does_not_open_an_index() {
    let place = IndexFolder::new();
    drop(Index::create(&place.path, &place.key).expect("a new index"));
    let other = PartKey::generate();
    assert_eq!(Index::open(&place.path, &other).map(drop), Err(IndexError::Altered));
    assert_eq!(Index::seen(&place.path, &other).map(drop), Err(IndexError::Altered));
    assert_eq!(Index::create(&place.path, &other).map(drop), Err(IndexError::Exists));
    place.open().expect("the index opens");
}

#[test]
fn an_altered_or_truncated_index_is_told_and_left_as_it_is() {
    let place = IndexFolder::new();
    fill(&mut Index::create(&place.path, &place.key).expect("a new index"), (1..400).map(document));
    let whole = fs::read(&place.path).expect("the index is read");
    let use_it = || -> Result<(), IndexError> {
        let index = place.open()?;
        index.position()?;
        for n in 1..400 {
            index.document(&id(n))?;
        }
        index.same_bytes(&ContentHash::of(b"one content"), &all_classes(), 1000)?;
        index.sizes()?;
        for by in [SortBy::Title, SortBy::Date, SortBy::Reference, SortBy::Level] {
            index.list(&Query { sort: Sort { by, ..Sort::default() }, limit: 1000, ..Query::default() })?;
        }
        for text in [None, Some("rapport"), Some("liege"), Some("0123")] {
            index.list(&Query { text: text.map(str::to_owned), limit: 1000, ..Query::default() })?;
        }
        Ok(())
    };
    for bytes in [vec![], vec![0; 10], vec![7; 5000], whole[..4096].to_vec(), whole[..whole.len() / 2].to_vec()] {
        fs::write(&place.path, &bytes).expect("the index is written");
        assert_eq!(use_it(), Err(IndexError::Altered), "{} bytes", bytes.len());
        assert_eq!(fs::read(&place.path).expect("the index is read"), bytes);
    }
    // One flipped bit in every eighth page: either the page was not asked for, or the index says that it was altered.
    let (mut told, mut altered) = (0, 0);
    for page in (0..whole.len() / PAGE).step_by(8) {
        altered += 1;
        let mut bytes = whole.clone();
        bytes[page * PAGE + (page * 31) % PAGE] ^= 1;
        fs::write(&place.path, &bytes).expect("the index is written");
        match use_it() {
            Ok(()) => {}
            Err(error) => {
                assert_eq!(error, IndexError::Altered, "page {page}");
                told += 1;
            }
        }
    }
    assert!(told * 2 > altered, "{told} of {altered} pages");
    fs::write(&place.path, &whole).expect("the index is written");
    assert_eq!(use_it(), Ok(()));
}

#[test]
fn an_outdated_index_still_tells_what_it_has_seen() {
    let (place, (_dir, position)) = (IndexFolder::new(), read_position(2));
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.change(|change| change.set_position(&position)).expect("the change is kept");
    index.connection().pragma_update(None, "user_version", 99).expect("the pragma is known");
    drop(index);
    assert_eq!(place.open().map(drop), Err(IndexError::Outdated { found: 99 }));
    assert_eq!(
        Index::seen(&place.path, &place.key)
            .expect("the index says how far it has read")
            .expect("it was remembered")
            .head(),
        position.head()
    );
}

#[test]
fn two_sessions_of_one_officer_share_an_index() {
    let place = IndexFolder::new();
    let mut one = Index::create(&place.path, &place.key).expect("a new index");
    let mut two = place.open().expect("the index opens");
    fill(&mut one, [document(1)]);
    fill(&mut two, [document(2)]);
    assert_eq!(one.list(&Query::default()).expect("the index lists").total, 2);
}

#[test]
fn what_is_removed_is_overwritten_and_stays_in_no_temporary_file() {
    let place = IndexFolder::new();
    let index = Index::create(&place.path, &place.key).expect("a new index");
    let on = |pragma: &str| -> String {
        let value: rusqlite::types::Value =
            index.connection().pragma_query_value(None, pragma, |row| row.get(0)).expect("the pragma is known");
        match value {
            rusqlite::types::Value::Integer(n) => n.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{other:?}"),
        }
    };
    let settings = ["secure_delete", "temp_store", "journal_mode", "synchronous"].map(on);
    assert_eq!(settings, ["1", "2", "delete", "2"]);
}

/// The key has to pass through SQL text. Looks for that text in all memory of this process that can be written.
#[cfg(target_os = "linux")]
#[test]
fn the_text_of_the_key_does_not_stay_in_memory() {
    use std::io::{Read as _, Seek as _, SeekFrom};
    let place = IndexFolder::new();
    let index = Index::create(&place.path, &place.key).expect("a new index");
    // Kept with every bit turned, so as not to find ourselves.
    let turned: Vec<u8> = place.key.expose_secret()[8..16]
        .iter()
        .flat_map(|b| [b >> 4, b & 15])
        .map(|d| !b"0123456789abcdef"[usize::from(d)])
        .collect();
    let mut memory = fs::File::open("/proc/self/mem").expect("the file opens");
    let mut copies = 0;
    for line in fs::read_to_string("/proc/self/maps").expect("it is read").lines().filter(|line| line.contains(" rw")) {
        let (from, to) =
            line.split_once(' ').expect("the map has columns").0.split_once('-').expect("the map has columns");
        let (from, to) =
            (u64::from_str_radix(from, 16).expect("hexadecimal"), u64::from_str_radix(to, 16).expect("hexadecimal"));
        let mut bytes = vec![0; (to - from) as usize];
        if memory.seek(SeekFrom::Start(from)).is_ok() && memory.read_exact(&mut bytes).is_ok() {
            copies += bytes.windows(turned.len()).filter(|w| w.iter().zip(&turned).all(|(a, b)| *a == !*b)).count();
        }
    }
    assert_eq!(copies, 0);
    drop(index);
}

#[test]
fn a_byte_altered_anywhere_in_the_file_is_found_by_looking_at_every_page() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    fill(&mut index, (1..400).map(document));
    assert_eq!(index.check(), Ok(()));
    drop(index);
    let whole = fs::read(&place.path).expect("the index is read");
    let (mut met, pages) = (0, whole.len() / pages::PAGE);
    for page in 0..pages {
        let mut bytes = whole.clone();
        // In each page somewhere else, what its authentication code takes among it.
        bytes[page * pages::PAGE + (page * 1009) % pages::PAGE] ^= 1 << (page % 8);
        fs::write(&place.path, &bytes).expect("the index is written");
        match Index::open(&place.path, &place.key) {
            Ok(index) => assert_eq!(index.check(), Err(IndexError::Altered), "page {page}"),
            Err(error) => {
                assert_eq!(error, IndexError::Altered, "page {page}");
                met += 1;
            }
        }
    }
    assert!(met < pages / 2, "opening alone does not find it: {met} of {pages}");
    fs::write(&place.path, &whole).expect("the index is written");
    assert_eq!(Index::open(&place.path, &place.key).expect("the index opens").check(), Ok(()));
    assert_eq!(Index::in_memory().expect("an index in memory").check(), Ok(()));
}
