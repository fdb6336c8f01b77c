//! Decisions per second, on the longest way through the rules: everything holds.

#![allow(clippy::indexing_slicing, clippy::panic)]

#[path = "../tests/all/situation.rs"]
#[allow(dead_code)]
mod situation;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use policy::{File, Open, Release, Stage, decide};
use situation::Situation;

fn decisions(criterion: &mut Criterion) {
    let granted = Situation::new();
    let denied = Situation::new().with(|s| {
        s.officer.clearances.clear();
        s.membership = None;
    });
    let wide = Situation::new().with(|s| s.releasable_to(&["BEL", "EU", "NATO"]));
    let mut group = criterion.benchmark_group("decide");
    group.throughput(Throughput::Elements(1));
    for (name, situation) in [("granted", &granted), ("denied", &denied), ("granted, wide audience", &wide)] {
        group.bench_function(format!("open, {name}"), |b| {
            b.iter(|| decide::<Open>(&situation.open_facts(), situation.at).is_ok());
        });
    }
    group.bench_function("file", |b| b.iter(|| decide::<File>(&granted.file_facts(), granted.at).is_ok()));
    group.bench_function("release", |b| {
        b.iter(|| decide::<Release>(&granted.release_facts(Stage::Approve), granted.at).is_ok());
    });
    group.finish();
}

criterion_group!(benches, decisions);
criterion_main!(benches);
