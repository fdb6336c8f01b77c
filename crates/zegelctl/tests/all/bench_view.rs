//! `bench view` on documents so small that it takes no time: what it counts, not how long it takes.

use std::fs;

use serde_json::Value;

use crate::stage::{Came, Stage, binary};

fn bench(args: &[&str]) -> Value {
    let mut command = binary();
    command.args(["--json", "bench", "view", "--runs", "1"]).args(args);
    Came::of(command.output().expect("the program runs")).json()["view"].clone()
}

fn number(of: &Value, name: &str) -> f64 {
    of[name].as_f64().unwrap_or_else(|| panic!("`{name}` is a number: {of}"))
}

fn is_next_to(figures: &Value, program: &str) -> bool {
    figures["next_to"].as_array().expect("a list").iter().any(|name| name == program)
}

#[test]
fn six_kinds_are_made_and_shown_and_the_long_one_is_drawn_to_its_end() {
    let figures = bench(&["--pages", "2", "--long", "30"]);
    for kind in ["text", "scan_jpeg", "scan_g4", "drawing", "slides", "long"] {
        let of = |name: &str| number(&figures, &format!("{kind}_{name}"));
        assert!(figures.get(format!("{kind}_refused")).is_none(), "{figures}");
        assert_eq!((of("documents"), of("pages")), (1.0, 2.0), "{kind}");
        assert!(of("first_marked_ms") > 0.0 && of("pages_s_worker") > 0.0 && of("worker_mib") > 1.0, "{figures}");
        if is_next_to(&figures, "pdftoppm") {
            assert!(of("pages_s_pdftoppm") > 0.0, "{figures}");
            // Letters that a file does not bring along look otherwise to each program.
            let least = if kind == "long" { 0.3 } else { 0.6 };
            assert!(of("alike_pages") == 2.0 && of("alike_of_1_in_20") > least, "{kind}: {figures}");
        }
        if is_next_to(&figures, "mutool") {
            assert!(of("pages_s_mutool") > 0.0, "{figures}");
        }
    }
    assert_eq!(number(&figures, "long_whole_pages"), 30.0);
    assert!(number(&figures, "long_whole_worker_mib") > 1.0, "{figures}");
}

#[test]
fn documents_of_a_folder_are_measured_and_those_that_are_refused_are_named() {
    let stage = Stage::new();
    let folder = stage.path("documents");
    fs::create_dir(&folder).expect("a folder");
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("it is written");
    put("locked.pdf", include_bytes!("../../../../tests/journeys/with-password.pdf"));
    put("rubbish.PDF", b"%PDF-1.7\nnothing\n");
    put("other.txt", b"no document to be shown");
    let figures = bench(&["--pdfs", folder.to_str().expect("UTF-8")]);
    assert_eq!(number(&figures, "given_documents"), 0.0);
    let refused = figures["given_refused"].as_array().expect("a list");
    let names: Vec<&str> = refused.iter().filter_map(Value::as_str).collect();
    assert_eq!(names, ["locked.pdf: view_encrypted", "rubbish.PDF: view_malformed"]);

    fs::remove_file(folder.join("locked.pdf")).expect("it goes");
    fs::remove_file(folder.join("rubbish.PDF")).expect("it goes");
    let mut command = binary();
    command.args(["--json", "bench", "view", "--pdfs"]).arg(&folder);
    assert_ne!(Came::of(command.output().expect("the program runs")).status, 0, "a folder without any");
}
