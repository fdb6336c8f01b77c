//! Words that are left for later: an index that was filled late is the one that it would have been.

use proptest::prelude::*;

use super::*;

/// What happens to an index.
#[derive(Clone, Debug)]
enum Step {
    /// A document, by its number, is put under an entry, with a title.
    Put(u64, u64, usize),
    Drop(u64),
    Keep(u64),
    /// In the index that is filled late only.
    Leave,
    Write(usize),
    /// A change ends, and another begins.
    Kept,
}

const TITLES: [&str; 4] = ["Avocet à Liège", "Bittern Müller", "Curlew 12", "avocet avocet"];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (1..12_u64, 1..40_u64, 0..TITLES.len()).prop_map(|(n, entry, title)| Step::Put(n, entry, title)),
        1 => (1..12_u64).prop_map(Step::Drop),
        1 => (0..10_u64).prop_map(Step::Keep),
        2 => Just(Step::Leave),
        2 => (1..4_usize).prop_map(Step::Write),
        3 => Just(Step::Kept),
    ]
}

fn titled(n: u64, entry: u64, title: usize) -> Document {
    let mut document = document(n);
    document.listed.entry = entry;
    document.listed.title = TITLES[title].to_owned();
    document
}

fn leave(index: &mut Index) {
    index.change::<_, IndexError>(|change| change.leave_words()).expect("the change is kept");
}

/// Every word with where it stands, and every row that says something of a document.
type Counted = (String, i64, String, i64);

fn content(index: &Index) -> (Vec<Counted>, Vec<String>) {
    let connection = index.connection();
    connection
        .execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.every USING fts5vocab(main, words, instance)")
        .expect("the table is made");
    let mut words = connection.prepare("SELECT term, doc, col, offset FROM every ORDER BY 1, 2, 3, 4").expect("asked");
    let words = words
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .expect("asked")
        .collect::<Result<_, _>>()
        .expect("the rows are read");
    let mut rows = connection
        .prepare(
            "SELECT 'd ' || hex(r.id) || d.entry || ' ' || d.title || ' ' || x.name FROM documents d JOIN records r USING (record_id)
             JOIN names x ON x.name_id = d.class_id ORDER BY d.entry",
        )
        .expect("asked");
    let rows = rows
        .query_map([], |row| row.get::<_, String>(0))
        .expect("asked")
        .collect::<Result<Vec<_>, _>>()
        .expect("the rows are read");
    (words, rows)
}

fn write_all(index: &mut Index) {
    while index.write_words(2).expect("the words are written").is_some() {}
    assert_eq!(index.unsearched().expect("the index answers"), None);
    index.connection().execute("INSERT INTO words (words) VALUES ('integrity-check')", []).expect("sound");
}

fn found(index: &Index, text: &str) -> u64 {
    let query = Query { text: Some(text.to_owned()), limit: 9, ..Query::default() };
    index.list(&query).expect("the index lists").total
}

proptest! {
    #[test]
    fn an_index_that_was_filled_late_equals_one_that_was_filled_at_once(steps in prop::collection::vec(step(), 1..60)) {
        let mut late = Index::in_memory().expect("an index in memory");
        let mut once = Index::in_memory().expect("an index in memory");
        for changes in steps.split(|step| matches!(step, Step::Kept)) {
            for (index, is_late) in [(&mut late, true), (&mut once, false)] {
                index.change::<_, IndexError>(|change| changes.iter().try_for_each(|step| match step {
                    Step::Put(n, entry, title) => put(change, &titled(*n, *entry, *title)),
                    Step::Drop(n) => change.drop_documents(&[id(*n)]),
                    Step::Keep(class_left_out) => {
                        let kept = (0..10).filter(|n| n != class_left_out).map(class).collect();
                        change.keep_classes(&kept).map(drop)
                    }
                    Step::Leave if is_late => change.leave_words(),
                    Step::Leave | Step::Write(_) | Step::Kept => Ok(()),
                })).expect("the change is kept");
            }
            for step in changes {
                if let Step::Write(documents) = step {
                    late.write_words(*documents).expect("the words are written");
                }
            }
        }
        write_all(&mut late);
        prop_assert_eq!(content(&late), content(&once));
    }
}

#[test]
fn documents_are_listed_before_they_are_found_by_their_words_and_the_index_says_from_where_on() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..4).map(document));
    leave(&mut index);
    fill(&mut index, (4..9).map(document));
    assert_eq!(index.list(&Query::default()).expect("the index lists").total, 8);
    assert_eq!((found(&index, "rapport"), index.unsearched().expect("the index answers")), (3, Some(4)));
    assert_eq!(index.write_words(2).expect("the words are written"), Some(6));
    assert_eq!((found(&index, "rapport"), index.unsearched().expect("the index answers")), (5, Some(6)));
    // One of an earlier entry is found at once, a later one in its turn.
    fill(&mut index, [titled(10, 0, 0), titled(11, 20, 0)]);
    assert_eq!(found(&index, "avocet"), 1);
    write_all(&mut index);
    assert_eq!((found(&index, "rapport"), found(&index, "avocet")), (8, 2));
    fill(&mut index, [titled(12, 30, 0)]);
    assert_eq!(found(&index, "avocet"), 3, "from then on at once again");
}

#[test]
fn words_go_on_being_written_where_a_process_died() {
    let place = IndexFolder::new();
    let mut index = Index::create(&place.path, &place.key).expect("a new index");
    index.expect_much().expect("the index makes room");
    leave(&mut index);
    fill(&mut index, (1..100).map(document));
    assert_eq!(index.write_words(30).expect("the words are written"), Some(31));
    // What is cut off is not there: neither the words nor how far they go.
    let cut = index.change::<(), IndexError>(|change| {
        change.leave_words()?;
        put(change, &document(200))?;
        Err(IndexError::Full)
    });
    assert_eq!(cut, Err(IndexError::Full));
    drop(index);
    let mut index = place.open().expect("the index opens");
    assert_eq!((index.unsearched().expect("the index answers"), found(&index, "rapport")), (Some(31), 30));
    let mut other = place.open().expect("the index opens");
    assert_eq!(other.write_words(30).expect("another process goes on"), Some(61));
    assert_eq!(index.write_words(30).expect("the words are written"), Some(91), "no word twice");
    write_all(&mut index);
    assert_eq!(found(&other, "rapport"), 99);
}
