use super::*;
use registry::log::{LogLine, Source};

use crate::lines::LinesPage;

fn line(entry: u64, source: Source, did: &str, about: &[(&str, &str)]) -> LogLine {
    LogLine {
        entry,
        at: at(entry),
        officer: "j.dubois".parse().expect("of the form of an id"),
        source,
        did: did.into(),
        detail: about.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
    }
}

fn put(index: &mut Index, lines: &[LogLine]) {
    index
        .change::<_, IndexError>(|change| {
            lines.iter().try_for_each(|line| match line.source {
                Source::Class(_) => change.add_sheet_line(line),
                _ => change.put_lines(line.entry, std::slice::from_ref(line)),
            })
        })
        .expect("the change is kept");
}

fn asked(index: &Index, query: Lines) -> Vec<u64> {
    index
        .lines(&Lines { limit: 100, ..query })
        .expect("the index lists its lines")
        .lines
        .iter()
        .map(|line| line.entry)
        .collect()
}

#[test]
fn lines_come_back_as_they_were_put_newest_first() {
    let mut index = Index::in_memory().expect("an index in memory");
    let lines = [line(1, Source::Own, "open", &[("document", "x")]), line(2, Source::About, "grant-clearance", &[])];
    put(&mut index, &lines);
    put(&mut index, &lines);
    let page = index.lines(&Lines { limit: 10, ..Lines::default() }).expect("the index lists its lines");
    assert_eq!(page, LinesPage { lines: lines.into_iter().rev().collect(), next: None });
}

#[test]
fn what_is_known_by_oversight_or_by_a_sheet_is_shown_by_that_right_only() {
    let mut index = Index::in_memory().expect("an index in memory");
    put(
        &mut index,
        &[
            line(1, Source::Own, "open", &[]),
            line(2, Source::Oversight, "open", &[]),
            line(3, Source::Class(class(1)), "open", &[]),
            line(4, Source::Class(class(2)), "open", &[]),
        ],
    );
    assert_eq!(asked(&index, Lines::default()), [1]);
    assert_eq!(asked(&index, Lines { oversight: true, ..Lines::default() }), [2, 1]);
    assert_eq!(asked(&index, Lines { classes: [class(2)].into(), ..Lines::default() }), [4, 1]);
    index.change::<_, IndexError>(|change| change.keep_classes(&[class(1)].into())).expect("the change is kept");
    assert_eq!(asked(&index, Lines { classes: all_classes(), ..Lines::default() }), [3, 1]);
}

#[test]
fn an_entry_that_is_known_by_a_better_right_takes_no_line_of_a_sheet() {
    let mut index = Index::in_memory().expect("an index in memory");
    let sheet = line(5, Source::Class(class(1)), "open", &[("document", "x")]);
    let other = line(5, Source::Class(class(1)), "open", &[("document", "y")]);
    put(&mut index, &[sheet.clone(), sheet.clone(), other]);
    let all = || Lines { oversight: true, classes: all_classes(), ..Lines::default() };
    assert_eq!(asked(&index, all()), [5, 5]);
    put(&mut index, &[line(7, Source::Own, "open", &[]), line(6, Source::Own, "open", &[])]);
    assert_eq!(asked(&index, all()), [7, 6, 5, 5]);
    assert_eq!(asked(&index, Lines { oldest_first: true, ..all() }), [5, 5, 6, 7]);
    assert_eq!(asked(&index, Lines { oldest_first: true, after: Some(5), ..all() }), [6, 7]);
    assert_eq!(asked(&index, Lines { before: Some(6), ..all() }), [5, 5]);
    put(&mut index, &[line(5, Source::Own, "open", &[]), sheet]);
    assert_eq!(asked(&index, all()), [7, 6, 5]);
}

#[test]
fn lines_are_found_by_officer_document_deed_and_time() {
    let mut index = Index::in_memory().expect("an index in memory");
    put(
        &mut index,
        &[
            line(1, Source::Own, "open", &[("document", "d1"), ("purpose", "d2 j.other")]),
            line(2, Source::Own, "add-member", &[("officer", "a.lambert")]),
            line(3, Source::Own, "deliver-key", &[("officers", "a.lambert b.maes")]),
            line(4, Source::Own, "request-release", &[("documents", "d1 d2")]),
        ],
    );
    let by = |name: &str| Lines { officer: Some(name.parse().expect("of the form of an id")), ..Lines::default() };
    assert_eq!(asked(&index, by("a.lambert")), [3, 2]);
    assert_eq!(asked(&index, by("j.dubois")), [4, 3, 2, 1]);
    assert_eq!(asked(&index, by("j.other")), [0_u64; 0]);
    assert_eq!(asked(&index, Lines { did: Some("open".into()), ..Lines::default() }), [1]);
    assert_eq!(asked(&index, Lines { since: Some(at(3)), ..Lines::default() }), [4, 3]);
    assert_eq!(asked(&index, Lines { before: Some(3), ..Lines::default() }), [2, 1]);
    let mut index = Index::in_memory().expect("an index in memory");
    let named = id(7).to_string();
    put(&mut index, &[line(1, Source::Own, "open", &[("document", &named)]), line(2, Source::Own, "open", &[])]);
    assert_eq!(asked(&index, Lines { document: Some(id(7)), ..Lines::default() }), [1]);
}

/// Puts records of these documents, in this order, and then a line for each.
fn read(index: &mut Index, order: &[u64]) {
    let known = |change: &Change<'_>| -> Result<(), IndexError> {
        for n in order {
            change.put_record(&id(*n), &registry::documents::conformance::filed(&id(*n), &class(1), *n))?;
        }
        for n in 1..=3 {
            let named = id(n).to_string();
            change.put_lines(n, &[line(n, Source::Own, "file", &[("document", &named)])])?;
        }
        Ok(())
    };
    index.change::<_, IndexError>(known).expect("the change is kept");
}

#[test]
fn a_log_that_is_read_again_leaves_no_line_under_another_document() {
    let mut index = Index::in_memory().expect("an index in memory");
    let about = |index: &Index, n: u64| asked(index, Lines { document: Some(id(n)), ..Lines::default() });
    read(&mut index, &[1, 2, 3]);
    index.change::<_, IndexError>(|change| change.forget_records()).expect("the change is kept");
    assert_eq!(asked(&index, Lines::default()), [0_u64; 0], "their numbers stand for nothing any more");
    read(&mut index, &[3, 1, 2]);
    for n in 1..=3 {
        assert_eq!(about(&index, n), [n]);
    }
}

#[test]
fn of_an_entry_about_several_documents_each_is_told_its_own_lines() {
    let mut index = Index::in_memory().expect("an index in memory");
    let (made, source) = (id(1).to_string(), id(2).to_string());
    let lines = [
        line(5, Source::Own, "file", &[("document", &made)]),
        line(5, Source::Own, "derive", &[("document", &source)]),
        line(5, Source::Own, "release", &[("documents", &format!("{made} {source}"))]),
    ];
    index.change::<_, IndexError>(|change| change.put_lines(5, &lines)).expect("the change is kept");
    let told = |n: u64| {
        let page = index
            .lines(&Lines { document: Some(id(n)), limit: 100, ..Lines::default() })
            .expect("the index lists its lines");
        page.lines.into_iter().map(|line| line.did).collect::<Vec<_>>()
    };
    assert_eq!(told(1), ["file", "release"]);
    assert_eq!(told(2), ["derive", "release"]);
}

#[test]
fn a_page_holds_whole_entries() {
    let mut index = Index::in_memory().expect("an index in memory");
    index
        .change::<_, IndexError>(|change| {
            let both = [line(1, Source::Own, "a", &[]), line(1, Source::Own, "b", &[])];
            change.put_lines(1, &both)?;
            change.put_lines(2, &[line(2, Source::Own, "c", &[])])
        })
        .expect("the change is kept");
    let first = index.lines(&Lines { limit: 1, ..Lines::default() }).expect("the index lists its lines");
    assert_eq!((first.lines.len(), first.next), (1, Some(2)));
    let second =
        index.lines(&Lines { limit: 1, before: first.next, ..Lines::default() }).expect("the index lists its lines");
    assert_eq!((second.lines.len(), second.next), (2, None));
}
