use std::path::Path;

#[test]
fn a_step_that_is_left_out_does_not_compile() {
    testkit::refused(Path::new("tests/compile"), "vault", &["ledger", "policy", "seal"]);
}
