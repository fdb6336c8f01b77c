//! Decisions, markings and readings, for the policies that ship and, where `ZEGEL_NATO_SPIF` gives its path, NATO's own.

use criterion::{Criterion, criterion_group, criterion_main};
use label::bench::Bench;
use std::hint::black_box;

fn benches(criterion: &mut Criterion) {
    let mut policies: Vec<(&str, Bench)> =
        ["BEL", "NATO"].into_iter().filter_map(|name| Some((name, Bench::builtin(name)?))).collect();
    if let Some(path) = std::env::var_os("ZEGEL_NATO_SPIF")
        && let Ok(xml) = std::fs::read_to_string(path)
        && let Some(bench) = Bench::new(&xml)
    {
        policies.push(("NATO-own", bench));
    }
    for (name, bench) in &policies {
        criterion.bench_function(&format!("{name}/1000 decisions"), |b| b.iter(|| black_box(bench.decide(1000))));
        criterion.bench_function(&format!("{name}/100 markings"), |b| b.iter(|| black_box(bench.mark(100))));
        criterion.bench_function(&format!("{name}/64 labels read"), |b| b.iter(|| black_box(bench.read_labels(64))));
        criterion.bench_function(&format!("{name}/policy read"), |b| b.iter(|| black_box(bench.read_policy())));
    }
}

criterion_group!(all, benches);
criterion_main!(all);
