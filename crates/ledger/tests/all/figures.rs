//! The figures of `zegelctl bench ledger`, on a log that is small enough for every run.

#[test]
fn are_measured_on_a_log_that_is_removed_again() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    assert_eq!(ledger::bench::run(dir.path(), 120).expect("the bench runs").entries, 120);
    assert_eq!(std::fs::read_dir(dir.path()).expect("the folder is listed").count(), 0);
}
