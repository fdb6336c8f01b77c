//! Figures, not a test: `cargo test -p vault --release desk::tests::bench -- --ignored --nocapture`.
#![allow(clippy::print_stdout)]

use std::time::Instant;

use super::*;

#[test]
#[ignore = "a measurement"]
fn at_a_hundred_thousand_documents() {
    const SIZE: u64 = 100_000;
    let words = [
        "analyse",
        "mission",
        "logistique",
        "bewaking",
        "haven",
        "lagebericht",
        "cyber",
        "réseau",
        "convoi",
        "frontière",
    ];
    let place = Place::new();
    let mut desk = Desk::create(&place.path, &place.key).unwrap();
    let start = Instant::now();
    for batch in 0..SIZE / 1000 {
        fill(
            &mut desk,
            (batch * 1000 + 1..=batch * 1000 + 1000).map(|n| {
                let mut document = document(n);
                let word = |k: u64| words[(n / k % 10) as usize];
                document.listed.title = format!("{} {} {} {n}", word(1), word(10), word(100));
                document.listed.subject = format!("{} de {} – unit{}", word(7), word(13), n % 997);
                document.label_xml = "<label/>".repeat(150);
                document
            }),
        );
    }
    println!("filled in {:?}, {} MB", start.elapsed(), std::fs::metadata(&place.path).unwrap().len() >> 20);
    drop(desk);
    let start = Instant::now();
    let desk = place.open().unwrap();
    desk.position().unwrap();
    println!("opened in {:?}", start.elapsed());
    let text = |text: &str| Query { text: Some(text.into()), limit: 100, ..Query::default() };
    let queries = [
        ("first page", Query { limit: 100, ..Query::default() }),
        ("page at depth", Query { limit: 100, after: Some("50000".parse().unwrap()), ..Query::default() }),
        ("level", Query { limit: 100, level: Some(Level::Secret), ..Query::default() }),
        (
            "level + dossier",
            Query { limit: 100, level: Some(Level::Secret), dossier: Some(dossier(3)), ..Query::default() },
        ),
        (
            "three classes",
            Query { limit: 100, classes: Some([class(1), class(2), class(3)].into()), ..Query::default() },
        ),
        ("reference", text("ZGL/2026/S-K7Q/54321")),
        ("rare word", text("unit123")),
        ("two words", text("bewaking unit123")),
        ("two common words", text("bewaking haven")),
        ("a word in 3 of 10", text("cyber")),
        ("beginning, three letters", text("log")),
        ("beginning, one letter", text("l")),
        ("a word in all", text("zgl")),
        ("common + level", Query { level: Some(Level::Secret), ..text("cyber") }),
        ("common + dossier", Query { dossier: Some(dossier(1)), ..text("cyber") }),
        ("no match", text("xylophone")),
    ];
    for (name, query) in queries {
        let mut times: Vec<_> = (0..21)
            .map(|_| {
                let start = Instant::now();
                let listing = desk.list(&query).unwrap();
                (start.elapsed(), listing.total)
            })
            .collect();
        let first = times[0].0;
        times.sort();
        println!("{name:26} median {:>10.2?} first {:>10.2?} total {}", times[10].0, first, times[10].1);
    }
    let start = Instant::now();
    for n in (1..SIZE).step_by(100) {
        desk.document(&id(n)).unwrap().unwrap();
    }
    println!("document {:?}", start.elapsed() / 1000);
    let mut desk = desk;
    let start = Instant::now();
    let removed = desk.change(|change| change.keep_classes(&(1..10).map(class).collect())).unwrap();
    println!("removed {removed} in {:?}", start.elapsed());
}
