//! A list shows and counts what one may open, and nothing else: against a naive filter, with people and documents at random.

use std::collections::BTreeMap;

use label::Policy;
use proptest::prelude::*;
use vault::*;

use super::house::*;

const LEVELS: [&str; 5] = ["NON CLASSIFIE", "RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET"];
const NATIONS: [&str; 3] = ["BEL", "FRA", "NLD"];
const WORDS: [&str; 4] = ["alpha", "bravo", "charlie", "delta"];

#[derive(Clone, Debug)]
struct Person {
    nation: usize,
    clearance: Option<usize>,
    briefed: Option<usize>,
    source: bool,
    member: [bool; 2],
}

#[derive(Clone, Debug)]
struct Paper {
    level: usize,
    rel: Option<Vec<usize>>,
    source: bool,
    dossier: usize,
    word: usize,
}

fn person() -> impl Strategy<Value = Person> {
    let rung = || prop::option::weighted(0.8, 2..5_usize);
    (0..3_usize, rung(), rung(), any::<bool>(), any::<[bool; 2]>())
        .prop_map(|(nation, clearance, briefed, source, member)| Person { nation, clearance, briefed, source, member })
}

fn one_paper() -> impl Strategy<Value = Paper> {
    let rel = prop::option::of(prop::collection::btree_set(0..3_usize, 0..3).prop_map(|set| set.into_iter().collect()));
    (1..5_usize, rel, prop::bool::weighted(0.2), 0..2_usize, 0..4_usize).prop_map(
        |(level, rel, source, dossier, word)| Paper { level, rel, source: source && level > 2, dossier, word },
    )
}

/// The rules once more, by somebody who knows nothing of the program.
fn may_open(person: &Person, paper: &Paper) -> bool {
    let cleared = paper.level < 2 || person.clearance.is_some_and(|reach| reach >= paper.level);
    let briefed = paper.level < 1 || person.briefed.is_some_and(|reach| reach >= paper.level);
    let audience = match &paper.rel {
        None => person.nation == 0,
        Some(nations) => nations.contains(&person.nation),
    };
    let handling = !paper.source || (person.source && person.clearance.is_some());
    cleared && briefed && audience && handling && person.member[paper.dossier]
}

fn marking(paper: &Paper) -> Marking {
    let rel: Option<Vec<&str>> = paper.rel.as_ref().map(|nations| nations.iter().map(|n| NATIONS[*n]).collect());
    let handling: &[(&str, &str)] = if paper.source { &[("Handling", "SOURCE")] } else { &[] };
    marked_with(LEVELS[paper.level], rel.as_deref(), handling)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn a_search_never_shows_or_counts_what_one_may_not_see(
        people in prop::collection::vec(person(), 3),
        papers in prop::collection::vec(one_paper(), 1..14),
    ) {
        let house = House::furnished();
        let mut ada = house.unlock("ada");
        ada.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: None, deputy: None }).expect("made");
        ada.add_member(&dossier("D-2"), &id("rik"), None, "files").expect("ada adds rik to the dossier");
        for (n, person) in people.iter().enumerate() {
            let name = format!("p{n}");
            house.add(&mut ada, &name, NATIONS[person.nation], &[Role::Reader]);
            if let Some(reach) = person.clearance {
                let held: &[(&str, &str)] = if person.source { &[("Handling", "SOURCE")] } else { &[] };
                grant(&mut ada, &name, "BEL", LEVELS[reach], held).expect("ada grants the clearance");
            }
            if let Some(reach) = person.briefed {
                brief(&mut ada, &name, "BEL", LEVELS[reach]);
            }
            for (d, member) in person.member.iter().enumerate() {
                if *member {
                    ada.add_member(&dossier(&format!("D-{}", d + 1)), &id(&name), None, "exercise").expect("added");
                }
            }
        }
        let mut rik = house.unlock("rik");
        let mut by_title = BTreeMap::new();
        for (n, paper) in papers.iter().enumerate() {
            let title = format!("{} number{n}", WORDS[paper.word]);
            let new = NewDocument {
                dossier: dossier(&format!("D-{}", paper.dossier + 1)),
                ..super::house::paper(&title, marking(paper), b"x")
            };
            let filed = rik.file_document(new, &mut quietly).expect("rik files the document");
            by_title.insert(title, (paper.clone(), filed.id));
        }
        // Keys that none of the holders could deliver come from custody.
        for n in 0..people.len() {
            house.out_of_custody(&format!("p{n}"));
        }
        let spif = Policy::builtin("BEL").expect("the policy ships");
        for (n, person) in people.iter().enumerate() {
            let mut session = house.unlock(&format!("p{n}"));
            for word in [None, Some("alpha"), Some("bravo"), Some("number"), Some("subject"), Some("nothing")] {
                for level in [None, Some(Level::Secret)] {
                    for place in [None, Some(0), Some(1)] {
                        let expected: Vec<&String> = by_title
                            .iter()
                            .filter(|(_, (paper, _))| may_open(person, paper))
                            .filter(|(title, _)| match word {
                                None | Some("subject") => true,
                                Some(word) => title.contains(word),
                            })
                            .filter(|(_, (paper, _))| {
                                level.is_none_or(|level| spif.level(&spif.classification(LEVELS[paper.level]).expect("the policy has that level").name) == Some(level))
                            })
                            .filter(|(_, (paper, _))| place.is_none_or(|place| paper.dossier == place))
                            .map(|(title, _)| title)
                            .collect();
                        let filter = DocumentFilter {
                            query: word.map(str::to_owned),
                            level,
                            dossier: place.map(|place| dossier(&format!("D-{}", place + 1))),
                            limit: 1000,
                            ..DocumentFilter::default()
                        };
                        match session.list(&filter) {
                            Ok(page) => {
                                prop_assert_eq!(page.total, expected.len() as u64);
                                let mut titles: Vec<&String> = page.rows.iter().map(|row| &row.title).collect();
                                titles.sort();
                                prop_assert_eq!(titles, expected);
                                prop_assert!(page.next.is_none());
                            }
                            Err(error) => {
                                prop_assert_eq!(error.code(), "not_found");
                                prop_assert!(expected.is_empty());
                            }
                        }
                    }
                }
            }
            for (paper, document) in by_title.values() {
                prop_assert_eq!(session.document(document).is_ok(), may_open(person, paper));
                prop_assert_eq!(session.open_document(document, "x").is_ok(), may_open(person, paper));
            }
        }
    }
}
