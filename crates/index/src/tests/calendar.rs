use chrono::{Days, NaiveDate};
use policy::calendar::{TermStatus, standing};
use proptest::prelude::*;
use testkit::date;

use super::*;

const TODAY: (i32, u32, u32) = (2026, 11, 27);

fn today() -> NaiveDate {
    date(TODAY.0, TODAY.1, TODAY.2)
}

/// A document of any level, finalised at any time, of which anything may have been decided.
fn any_document(n: u64) -> impl Strategy<Value = Document> {
    // Most are near a day on which something changes.
    let ago = prop_oneof![0..200_u64, 7_000..7_500_u64, 10_700..11_200_u64, 18_000..18_500_u64, 36_300..36_800_u64];
    let after = |days: u64, more: Option<u64>, from: NaiveDate| more.map(|more| from + Days::new(days + more));
    (0..5_usize, ago, proptest::option::of(0..12_000_u64), proptest::option::of(0..12_000_u64), any::<bool>()).prop_map(
        move |(level, ago, kept, remarked, foreign)| {
            let mut one = document(n);
            let levels = [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];
            let finalised = today() - Days::new(ago);
            one.listed = Listed {
                level: levels[level],
                finalised,
                date: if ago % 2 == 0 { finalised } else { date(2026, 1, 1) },
                kept_until: after(7_000, kept, finalised),
                remarked: after(0, remarked, finalised),
                policy: if foreign && ago % 3 == 0 { "NATO".into() } else { "BEL".into() },
                ..one.listed
            };
            one
        },
    )
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    (1..60_u64).prop_flat_map(|many| (1..=many).map(any_document).collect::<Vec<_>>())
}

fn any_states() -> impl Strategy<Value = BTreeSet<TermStatus>> {
    let all = [TermStatus::Exempt, TermStatus::Running, TermStatus::Due, TermStatus::Overdue, TermStatus::Expired];
    proptest::sample::subsequence(all.to_vec(), 1..=5).prop_map(|some| some.into_iter().collect())
}

fn any_sort() -> impl Strategy<Value = Sort> {
    let orders = ["term", "title", "level", "reference", "originator", "dossier", "date", "filed", "finalised"];
    (proptest::sample::select(orders.to_vec()), any::<bool>()).prop_map(|(by, down)| {
        format!("{by}{}", if down { ":desc" } else { "" }).parse().expect("it is an order of the list")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_pages_of_the_calendar_are_what_the_law_says_of_each_document(
        documents in documents(), states in any_states(), sort in any_sort(),
        place in proptest::option::of(0..4_u64), until in proptest::option::of(0..8_000_u64), some in any::<bool>(),
    ) {
        let mut index = Index::in_memory().expect("an index in memory");
        fill(&mut index, documents.clone());
        let classes: BTreeSet<ClassId> = (0..if some { 5 } else { 10 }).map(class).collect();
        let until = until.map(|days| today() + Days::new(days) - Days::new(4_000));
        let mut query = TermQuery {
            today: today(), dossier: place.map(dossier), classes: classes.clone(), states: states.clone(), until, sort, limit: 7, after: None,
        };
        let wanted = |one: &&Document| {
            let standing = standing(&one.listed.term(), today());
            classes.contains(&one.listed.class)
                && place.is_none_or(|place| one.listed.dossier_key == dossier(place))
                && states.contains(&standing.state.status())
                && until.is_none_or(|until| standing.lapses.is_some_and(|lapses| lapses <= until))
        };
        let mut expected: Vec<&Document> = documents.iter().filter(wanted).collect();
        let key = |one: &&Document| {
            let listed = &one.listed;
            let lapses = standing(&listed.term(), today()).lapses;
            let by = match sort.by {
                SortBy::Filed => String::new(),
                SortBy::Date => listed.date.to_string(),
                SortBy::Title => sort::title_key(&listed.title),
                SortBy::Level => format!("{}", listed.level as u8),
                SortBy::Reference => listed.reference.clone(),
                SortBy::Originator => sort::title_key(&listed.originator),
                SortBy::Dossier => sort::title_key(listed.dossier.as_str()),
                SortBy::Term => lapses.map(|day| day.to_string()).unwrap_or_default(),
                SortBy::Finalised => listed.finalised.to_string(),
            };
            (by, listed.entry)
        };
        expected.sort_by_key(key);
        if sort.order == Order::Descending {
            expected.reverse();
        }
        if sort.by == SortBy::Term {
            // Those without a term come last, whichever end comes first.
            expected.sort_by_key(|one| standing(&one.listed.term(), today()).lapses.is_none());
        }
        let mut seen = Vec::new();
        loop {
            let page = index.terms(&query).expect("the index counts its terms");
            prop_assert_eq!(page.total, expected.len() as u64);
            prop_assert_eq!(index.count_terms(&query).expect("the index counts its terms"), page.total);
            for row in &page.rows {
                prop_assert_eq!(&row.standing, &standing(&row.listed.term(), today()));
            }
            seen.extend(page.rows.iter().map(|row| row.listed.entry));
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        let expected: Vec<u64> = expected.iter().map(|one| one.listed.entry).collect();
        prop_assert_eq!(seen, expected);
    }
}

#[test]
fn a_page_that_goes_on_after_a_document_that_left_says_so() {
    let mut index = Index::in_memory().expect("an index in memory");
    fill(&mut index, (1..=20).map(document));
    let classes: BTreeSet<ClassId> = (0..10).map(class).collect();
    let sort = Sort { by: SortBy::Term, order: Order::Ascending };
    let states: BTreeSet<TermStatus> = TermStatus::WITH_TERM.into();
    let query = TermQuery { today: today(), dossier: None, classes, states, until: None, sort, limit: 2, after: None };
    let after = index.terms(&query).expect("the index counts its terms").next;
    index.change::<_, IndexError>(|change| change.keep_classes(&[class(9)].into())).expect("the change is kept");
    assert!(matches!(index.terms(&TermQuery { after, ..query }), Err(IndexError::Gone)));
}
