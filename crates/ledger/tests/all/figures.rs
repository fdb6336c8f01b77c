//! Figures, not a test: `cargo test -p ledger --test all figures -- --ignored --nocapture`.

#[test]
#[ignore = "a measurement"]
fn of_a_hundred_thousand_entries() {
    let dir = tempfile::tempdir().unwrap();
    let f = ledger::bench::run(dir.path(), 100_000).unwrap();
    let rate = |time: std::time::Duration| f.entries as f64 / time.as_secs_f64();
    println!("{} entries, {} MB", f.entries, f.bytes >> 20);
    println!("one entry, durable: {:?}; in thousands {:.0}/s", f.singly, rate(f.append));
    println!("read {:?} ({:.0}/s), verify {:?} ({:.0}/s)", f.read, rate(f.read), f.verify, rate(f.verify));
    println!("consistency {:?}", f.consistency);
}

#[test]
fn are_measured_on_a_log_that_is_removed_again() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(ledger::bench::run(dir.path(), 120).unwrap().entries, 120);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}
