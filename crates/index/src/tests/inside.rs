//! Finding by the text inside documents.

use super::*;

const TEXTS: [(u64, &str); 4] = [
    (
        1,
        "Het konvooi vertrekt om zes uur naar Luik. De vergaderingen werden uitgesteld tot na het weekend van de ploeg.",
    ),
    (2, "Le cœur de l'affaire est à Liège. Les décisions du ministre ont été prises après la réunion, avec le convoi."),
    (3, "Die Straße nach Eupen bleibt gesperrt, und Herr Müller hat die Entscheidungen des Ausschusses mitgeteilt."),
    (4, "Konvooi, konvooi en nog eens konvooi: ĳzer en staal voor de haven van Antwerpen, en de vergadering."),
];

fn with_text(n: u64) -> Document {
    Document { text: Some(InnerText::Whole { sha256: format!("{n:064x}"), recognised: Vec::new() }), ..document(n) }
}

fn waiting(index: &Index, classes: &BTreeSet<ClassId>) -> Vec<WaitingText> {
    index.texts_that_wait(classes, None, 1000).expect("the index answers")
}

fn read(index: &mut Index, text: impl Fn(u64) -> Option<String>) {
    let texts: Vec<ReadText> = waiting(index, &all_classes())
        .into_iter()
        .map(|of| ReadText { text: text(of.entry).ok_or(TextLack::Lost), of })
        .collect();
    index.change::<_, IndexError>(|change| change.put_texts(&texts)).expect("the change is kept");
}

fn told(n: u64) -> Option<String> {
    TEXTS.iter().find(|(entry, _)| *entry == n).map(|(_, text)| (*text).to_owned())
}

fn filled() -> Index {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=4).map(with_text));
    read(&mut index, told);
    index
}

fn found(index: &Index, typed: &str) -> Vec<u64> {
    let query = Query { text: Some(typed.to_owned()), inside: true, limit: 1000, ..Query::default() };
    let listing = index.list(&query).expect("the index lists");
    assert_eq!(listing.total, listing.rows.len() as u64);
    listing.rows.into_iter().map(|row| row.entry).collect()
}

fn in_order(mut entries: Vec<u64>) -> Vec<u64> {
    entries.sort_unstable();
    entries
}

#[test]
fn a_text_is_found_as_titles_are_and_by_other_forms_of_its_words() {
    let index = filled();
    for (typed, entries) in [
        ("liege", &[2][..]),
        ("COEUR", &[2]),
        ("strasse", &[3]),
        ("Müller", &[3]),
        ("mueller", &[3]),
        ("muller", &[3]),
        ("ijzer", &[4]),
        ("vergadering", &[1, 4]),
        ("vergaderingen", &[1, 4]),
        ("decision", &[2]),
        ("décisions", &[2]),
        ("Entscheidung", &[3]),
        ("konv", &[1, 4]),
        ("konvooi luik", &[1]),
        ("\"ijzer en staal\"", &[4]),
        ("\"staal en ijzer\"", &[]),
        ("lu", &[]),
        ("Rapport", &[]),
        ("\" * OR NEAR(", &[]),
    ] {
        assert_eq!(in_order(found(&index, typed)), entries, "{typed}");
    }
    assert_eq!(found(&index, "konvooi"), [4, 1], "where it stands more often first");
    let title = Query { text: Some("konvooi".to_owned()), limit: 9, ..Query::default() };
    assert_eq!(index.list(&title).expect("the index lists").total, 0, "titles are another matter");
}

#[test]
fn the_words_inside_a_document_that_is_withdrawn_go_and_do_not_come_back() {
    let mut index = filled();
    super::lists::withdraw(&mut index, &[1, 3]);
    assert_eq!(found(&index, "konvooi"), [4]);
    assert!(found(&index, "strasse").is_empty());
    let gone = Query { withdrawn: true, text: Some("konvooi".to_owned()), inside: true, limit: 9, ..Query::default() };
    assert_eq!(index.list(&gone).expect("the index lists").total, 0);
    // Put again, as where its key came again.
    fill(&mut index, [with_text(1)]);
    assert!(waiting(&index, &all_classes()).iter().all(|of| of.entry != 1), "nobody reads it any more");
    assert_eq!(index.not_searched(&gone).expect("the index counts").get(&TextLack::Withdrawn), Some(&2));
    assert_eq!(found(&index, "vergadering"), [4]);
}

#[test]
fn a_text_that_was_read_later_takes_the_place_of_what_was_known_and_only_once() {
    let mut index = Index::in_memory().expect("an index in memory");
    let text = |sha256: u64, why: Option<TextLack>| {
        let (sha256, recognised) = (format!("{sha256:064x}"), Vec::new());
        match why {
            Some(why) => InnerText::Partial { sha256, why, recognised },
            None => InnerText::Whole { sha256, recognised },
        }
    };
    let first = Document { text: Some(text(1, Some(TextLack::Pending))), ..document(1) };
    let id = first.listed.id.clone();
    fill(&mut index, [first, with_text(2), Document { text: None, ..document(3) }]);
    read(&mut index, |n| Some(format!("brug {n}")));
    let lacks = |index: &Index, why: &[TextLack]| {
        let found = index.texts_that_lack(why, &all_classes(), None, 9).expect("the index answers");
        found.into_iter().map(|(entry, _)| entry).collect::<Vec<_>>()
    };
    assert_eq!(lacks(&index, &[TextLack::Pending]), [1]);
    assert_eq!(lacks(&index, &[TextLack::Pending, TextLack::Unread]), [1, 3]);
    let none = BTreeSet::new();
    assert!(index.texts_that_lack(&[TextLack::Pending], &none, None, 9).expect("the index answers").is_empty());
    assert_eq!(in_order(found(&index, "brug")), [1, 2]);
    let whole = text(7, None);
    index.change::<_, IndexError>(|change| change.know_text(&id, &whole)).expect("the change is kept");
    assert_eq!(waiting(&index, &all_classes()).len(), 1, "its words are read again");
    read(&mut index, |_| Some("brug en konvooi".to_owned()));
    assert_eq!((found(&index, "konvooi"), lacks(&index, &[TextLack::Pending])), (vec![1], Vec::new()));
    // What is known already changes nothing, and its words stay.
    index.change::<_, IndexError>(|change| change.know_text(&id, &whole)).expect("the change is kept");
    assert_eq!((waiting(&index, &all_classes()).len(), found(&index, "konvooi")), (0, vec![1]));
    // What is no fingerprint of a text is counted among those that are not searched.
    let other = InnerText::Whole { sha256: "zz".to_owned(), recognised: Vec::new() };
    index
        .change::<_, IndexError>(|change| change.know_text(&document(3).listed.id, &other))
        .expect("the change is kept");
    assert_eq!(lacks(&index, &[TextLack::Altered]), [3]);
}

#[test]
fn pages_of_hits_follow_each_other_and_filters_hold() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=60).map(with_text));
    read(&mut index, |n| Some(format!("konvooi {}", "andere woorden ".repeat(n as usize % 7))));
    let mut query = Query { text: Some("konvooi".to_owned()), inside: true, limit: 7, ..Query::default() };
    let all = found(&index, "konvooi");
    let mut listed = Vec::new();
    loop {
        let page = index.list(&query).expect("the index lists");
        assert_eq!(page.total, 60);
        listed.extend(page.rows.iter().map(|row| row.entry));
        query.after = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(listed, all);
    let some: BTreeSet<ClassId> = [class(1), class(2)].into();
    let query = Query { classes: Some(some), after: None, limit: 100, ..query };
    let rows = index.list(&query).expect("the index lists");
    assert!(rows.total == 12 && rows.rows.iter().all(|row| row.class == class(1) || row.class == class(2)));
}

#[test]
fn what_is_not_searched_is_counted_by_its_reason_among_what_one_asks_for() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=40).map(document));
    let query = Query::default();
    let counts = |index: &Index, query: &Query| index.not_searched(query).expect("the index counts");
    let expected = |picture, long, unread, waits| {
        let all = [
            (TextLack::Picture, picture),
            (TextLack::Long, long),
            (TextLack::Unread, unread),
            (TextLack::Waits, waits),
        ];
        all.into_iter().filter(|(_, count)| *count > 0).collect::<NotSearched>()
    };
    assert_eq!(counts(&index, &query), expected(10, 0, 10, 20));
    assert_eq!(index.count_texts_that_wait().expect("the index counts"), 20);
    read(&mut index, |n| (n != 3).then(|| "konvooi".to_owned()));
    let mut rest = expected(10, 10, 10, 0);
    rest.insert(TextLack::Lost, 1);
    assert_eq!(counts(&index, &query), rest);
    assert_eq!(found(&index, "konvooi").len(), 19);
    // Of other classes nothing is counted.
    let one = Query { classes: Some([class(1)].into()), ..query };
    let picture = (1..=40).filter(|n| n % 10 == 1 && n % 4 == 1).count() as u64;
    assert_eq!(counts(&index, &one).get(&TextLack::Picture), Some(&picture));
    assert_eq!(counts(&index, &Query { classes: Some(BTreeSet::new()), ..one }), NotSearched::new());
    assert_eq!(
        index.document(&id(3)).expect("the index answers").expect("it is there").text.and_then(|t| t.lack()),
        Some(TextLack::Lost)
    );
}

#[test]
fn a_text_that_does_not_wait_any_more_is_not_put() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=4).map(with_text));
    let texts: Vec<ReadText> = waiting(&index, &all_classes())
        .into_iter()
        .map(|of| ReadText { text: told(of.entry).ok_or(TextLack::Lost), of })
        .collect();
    // Meanwhile one left the index, and one was put again with another text.
    index
        .change::<_, IndexError>(|change| {
            change.drop_documents(&[id(1)])?;
            let other = Document {
                text: Some(InnerText::Whole { sha256: "99".repeat(32), recognised: Vec::new() }),
                ..document(4)
            };
            put(change, &other)
        })
        .expect("the change is kept");
    for _ in 0..2 {
        index.change::<_, IndexError>(|change| change.put_texts(&texts)).expect("the change is kept");
        assert_eq!(found(&index, "konvooi"), [0; 0]);
        assert_eq!(found(&index, "convoi"), [2]);
    }
    assert_eq!(waiting(&index, &all_classes()).len(), 1);
    assert_eq!(waiting(&index, &[class(2)].into()).len(), 0, "of classes that one may read");
}

#[test]
fn words_inside_leave_the_index_with_their_document_and_their_pages_are_overwritten() {
    let place = IndexFolder::new();
    let mut index = Index::of(store::in_clear(&place.path).expect("its head is read"));
    index.expect_much().expect("the index makes room");
    for begin in [1, 101, 201] {
        fill(
            &mut index,
            (begin..begin + 100).map(|n| {
                let mut document = with_text(n);
                document.listed.class = class(n % 2);
                document
            }),
        );
        read(&mut index, |n| Some(if n % 2 == 0 { format!("quetzal{n} zz") } else { "konvooi".to_owned() }));
    }
    let held = |index: &Index| {
        index.connection().put_in_place().expect("it takes its place");
        let file = std::fs::read(&place.path).expect("the index is read");
        file.windows(7).filter(|bytes| *bytes == b"quetzal").count()
    };
    assert!(held(&index) > 0);
    assert_eq!(found(&index, "quetzal").len(), 150);
    index.change(|change| change.keep_classes(&[class(1)].into())).expect("the change is kept");
    assert_eq!((found(&index, "quetzal").len(), held(&index)), (0, 0));
    assert_eq!(found(&index, "konvooi").len(), 150);
    index.change(|change| change.drop_documents(&[id(1)])).expect("the change is kept");
    assert_eq!(found(&index, "konvooi").len(), 149);
    let rows: i64 = index.connection().query_row("SELECT count(*) FROM insides", [], |row| row.get(0)).expect("a row");
    assert_eq!(rows, 149);
}
