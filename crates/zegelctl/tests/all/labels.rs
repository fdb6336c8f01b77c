//! `label` without any vault.

use crate::stage::{Came, Stage, binary};

const LABEL: &str = r#"<slab:originatorConfidentialityLabel xmlns:slab="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0" ReviewDateTime="2056-01-15T00:00:00Z"><slab:ConfidentialityInformation><slab:PolicyIdentifier>BEL</slab:PolicyIdentifier><slab:Classification>SECRET</slab:Classification><slab:Category Type="PERMISSIVE" TagName="Releasable To"><slab:GenericValue>BEL</slab:GenericValue><slab:GenericValue>FRA</slab:GenericValue></slab:Category></slab:ConfidentialityInformation><slab:CreationDateTime>2026-01-15T10:00:00Z</slab:CreationDateTime></slab:originatorConfidentialityLabel>"#;
const CLEARANCE: &str = r#"<sclr:ConfidentialityClearance xmlns:sclr="urn:nato:stanag:4774:confidentialityclearance:1:0" xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"><PolicyIdentifier>BEL</PolicyIdentifier><sclr:ClassificationList><Classification>NON CLASSIFIÉ</Classification><Classification>RESTREINT</Classification><Classification>CONFIDENTIEL</Classification><Classification>SECRET</Classification></sclr:ClassificationList><Category TagName="Releasable To" Type="PERMISSIVE"><GenericValue>FRA</GenericValue></Category></sclr:ConfidentialityClearance>"#;

fn label(args: &[&str]) -> Came {
    Came::of(binary().args(["--json", "label"]).args(args).output().expect("the program runs"))
}

#[test]
fn a_label_is_checked_marked_and_decided_upon() {
    let stage = Stage::new();
    let good = stage.write("label.xml", LABEL);
    let good = good.to_str().expect("the path is UTF-8");
    let clearance = stage.write("clearance.xml", CLEARANCE);
    let clearance = clearance.to_str().expect("the path is UTF-8");
    assert_eq!(label(&["check", "--policy", "BEL", good]).json(), serde_json::json!({"valid": true, "problems": []}));
    let french = label(&["mark", "--policy", "BEL", "--lang", "fr", good]).json()["marking"]
        .as_str()
        .expect("a text")
        .to_owned();
    let dutch = label(&["mark", "--policy", "BEL", "--lang", "nl", good]).json()["marking"]
        .as_str()
        .expect("a text")
        .to_owned();
    assert!(french.contains("SECRET") && !french.contains("GEHEIM"), "{french}");
    assert!(dutch.contains("GEHEIM"), "{dutch}");
    let portion = label(&["mark", "--policy", "BEL", "--at", "portion", good]).json();
    assert!(portion["marking"].as_str().expect("`marking` is text").len() < french.len());
    assert_eq!(label(&["decide", "--policy", "BEL", "--clearance", clearance, good]).json()["permitted"], true);
    let higher = stage.write("higher.xml", LABEL.replace("SECRET", "TRÈS SECRET"));
    assert_eq!(
        label(&["decide", "--policy", "BEL", "--clearance", clearance, higher.to_str().expect("UTF-8")]).json()["permitted"],
        false
    );
}

#[test]
fn an_invalid_label_is_told_with_its_problems_and_permits_nothing() {
    let stage = Stage::new();
    let bad = stage.write("bad.xml", LABEL.replace("FRA", "ATLANTIS"));
    let came = label(&["check", "--policy", "BEL", bad.to_str().expect("the path is UTF-8")]);
    assert_eq!(came.status, 5);
    let answer = came.object();
    assert_eq!(answer["valid"], false);
    assert!(!answer["problems"].as_array().expect("`problems` is a list").is_empty());
    assert_eq!(label(&["mark", "--policy", "BEL", bad.to_str().expect("the path is UTF-8")]).status, 5);
    let clearance = stage.write("clearance.xml", CLEARANCE);
    let decided = label(&[
        "decide",
        "--policy",
        "BEL",
        "--clearance",
        clearance.to_str().expect("UTF-8"),
        bad.to_str().expect("UTF-8"),
    ]);
    assert_eq!(decided.json()["permitted"], false);
}

#[test]
fn policies_are_read_from_files_and_rubbish_is_refused() {
    let stage = Stage::new();
    let good = stage.write("label.xml", LABEL);
    let spif = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/bel.spif.xml");
    assert_eq!(label(&["check", "--policy", spif, good.to_str().expect("the path is UTF-8")]).json()["valid"], true);
    let rubbish = stage.write("rubbish.xml", "<x/>");
    assert_eq!(
        label(&["check", "--policy", rubbish.to_str().expect("UTF-8"), good.to_str().expect("UTF-8")]).status,
        5
    );
    assert_eq!(label(&["check", "--policy", "/no/such", good.to_str().expect("the path is UTF-8")]).status, 1);
}

#[test]
fn a_label_is_translated_where_the_tables_say_how_and_refused_where_they_do_not() {
    let stage = Stage::new();
    let plain = LABEL.replace("<slab:GenericValue>FRA</slab:GenericValue>", "");
    let good = stage.write("label.xml", plain);
    let came = label(&["translate", "--policy", "BEL", "--to", "NATO", good.to_str().expect("the path is UTF-8")]);
    let answer = came.json();
    assert_eq!((&answer["valid"], answer["marking"].as_str()), (&true.into(), Some("NATO SECRET Belgium Only")));
    let xml = stage.write("nato.xml", answer["label"].as_str().expect("`label` is text"));
    assert_eq!(label(&["check", "--policy", "NATO", xml.to_str().expect("UTF-8")]).json()["valid"], true);
    let source = stage.write(
        "source.xml",
        LABEL.replace("</slab:ConfidentialityInformation>", "<slab:Category Type=\"RESTRICTIVE\" TagName=\"Handling\"><slab:GenericValue>SOURCE</slab:GenericValue></slab:Category></slab:ConfidentialityInformation>"),
    );
    label(&["translate", "--policy", "BEL", "--to", "NATO", source.to_str().expect("the path is UTF-8")]).problem(5);
}

#[test]
fn the_label_over_many_is_the_highest_with_what_they_share() {
    let stage = Stage::new();
    let first = stage.write("a.xml", LABEL);
    let second = stage.write(
        "b.xml",
        LABEL.replace("SECRET", "CONFIDENTIEL").replace("<slab:GenericValue>FRA</slab:GenericValue>", ""),
    );
    let answer =
        label(&["dominate", "--policy", "BEL", first.to_str().expect("UTF-8"), second.to_str().expect("UTF-8")]).json();
    let marking = answer["marking"].as_str().expect("`marking` is text");
    assert!(marking.contains("SECRET") && marking.contains("BEL") && !marking.contains("FRA"), "{marking}");
}

#[test]
fn a_check_says_everything_that_is_wrong_and_what_to_do() {
    let stage = Stage::new();
    let bad = LABEL
        .replace("FRA", "ATLANTIS")
        .replace("<slab:CreationDateTime>2026-01-15T10:00:00Z</slab:CreationDateTime>", "");
    let bad = stage.write("bad.xml", bad.replace(">SECRET<", ">SECRETT<"));
    let came = label(&["check", "--policy", "BEL", bad.to_str().expect("the path is UTF-8")]);
    assert_eq!(came.status, 5);
    let problems = came.object()["problems"].as_array().expect("`problems` is a list").clone();
    let codes: Vec<_> = problems.iter().map(|problem| problem["code"].as_str().expect("`code` is text")).collect();
    assert_eq!(codes, ["label_missing", "label_unknown_classification", "label_unknown_value"]);
    for problem in &problems {
        assert!(
            !problem["fix"].as_str().expect("a text").is_empty()
                && !problem["message"].as_str().expect("a text").is_empty()
        );
    }
}

#[test]
fn a_restriction_outside_the_namespace_permits_nothing_and_is_named() {
    let stage = Stage::new();
    let slip = LABEL.replace(
        "</slab:ConfidentialityInformation>",
        "<Category Type=\"RESTRICTIVE\" TagName=\"Handling\"><slab:GenericValue>SOURCE</slab:GenericValue></Category></slab:ConfidentialityInformation>",
    );
    let slip = stage.write("slip.xml", slip);
    let clearance = stage.write("clearance.xml", CLEARANCE);
    let came = label(&[
        "decide",
        "--policy",
        "BEL",
        "--clearance",
        clearance.to_str().expect("UTF-8"),
        slip.to_str().expect("UTF-8"),
    ]);
    let problem = came.problem(5);
    assert_eq!(problem["code"], "label_unknown_element");
    let message = problem["message"].as_str().expect("`message` is text");
    assert!(message.contains("slip.xml: ") && message.contains("{}Category"), "{message}");
}

#[test]
fn a_clearance_under_another_policy_permits_nothing_and_one_that_cannot_be_read_is_refused() {
    let stage = Stage::new();
    let good = stage.write("label.xml", LABEL);
    let decide = |clearance: String| {
        let clearance = stage.write("clearance.xml", clearance);
        label(&[
            "decide",
            "--policy",
            "BEL",
            "--clearance",
            clearance.to_str().expect("UTF-8"),
            good.to_str().expect("UTF-8"),
        ])
    };
    assert_eq!(decide(CLEARANCE.to_owned()).json()["permitted"], true);
    assert_eq!(decide(CLEARANCE.replace(">BEL<", ">NATO<")).json()["permitted"], false);
    let problem = decide(CLEARANCE.replace(">FRA<", ">ATLANTIS<")).problem(5);
    assert_eq!(problem["reasons"][0]["code"], "label_unknown_value");
    assert!(problem["message"].as_str().expect("`message` is text").contains("clearance.xml: "));
}

#[test]
fn of_several_labels_the_one_that_is_wrong_is_named() {
    let stage = Stage::new();
    let good = stage.write("good.xml", LABEL);
    let bad = stage.write("bad.xml", LABEL.replace("FRA", "ATLANTIS"));
    let came = label(&["dominate", "--policy", "BEL", good.to_str().expect("UTF-8"), bad.to_str().expect("UTF-8")]);
    assert!(came.problem(5)["message"].as_str().expect("`message` is text").contains("bad.xml: "));
}

#[test]
fn hostile_files_are_refused_at_once() {
    let stage = Stage::new();
    let start = std::time::Instant::now();
    let spaces: String = (0..3_000).map(|n| format!(" xmlns:a{n}=\"u\"")).collect();
    let within = "<y xmlns=\"q\"/>".repeat(5_000);
    let many = LABEL
        .replacen(" xmlns:slab", &format!("{spaces} xmlns:slab"), 1)
        .replace("</slab:ConfidentialityInformation>", &format!("{within}</slab:ConfidentialityInformation>"));
    let bits = format!("<slab:BitStringValue>{}</slab:BitStringValue>", "1".repeat(250_000));
    let bits = LABEL.replace("<slab:GenericValue>FRA</slab:GenericValue>", &bits);
    for (text, code) in [(many, "xml_too_many_attributes"), (bits, "label_bad_value")] {
        let hostile = stage.write("hostile.xml", text);
        let came = label(&["check", "--policy", "BEL", hostile.to_str().expect("the path is UTF-8")]);
        assert_eq!((came.status, came.object()["problems"][0]["code"].as_str().expect("`code` is text")), (5, code));
        assert_eq!(came.object()["problems"].as_array().expect("`problems` is a list").len(), 1);
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn a_label_and_its_equivalent_are_bound_to_a_file_and_an_altered_file_is_noticed() {
    let stage = Stage::new();
    let original = stage.write("label.xml", LABEL);
    let nato = label(&["translate", "--policy", "BEL", "--to", "NATO", original.to_str().expect("UTF-8")]).json();
    let equivalent = stage.write("nato.xml", nato["label"].as_str().expect("`label` is text"));
    let data = stage.write("Rapport n° 1.pdf", "%PDF");
    let bind = |more: &[&str], labels: &[&std::path::Path]| {
        let mut args = vec!["bind", "--policy", "BEL", "--policy", "NATO", "--data", data.to_str().expect("UTF-8")];
        args.extend(more);
        args.extend(labels.iter().map(|path| path.to_str().expect("the path is UTF-8")));
        label(&args)
    };
    let xml = bind(&["--content-type", "application/pdf"], &[&original, &equivalent]).json();
    let bdo = stage.write("Rapport n° 1.pdf.bdo", xml["binding"].as_str().expect("`binding` is text"));
    let bound = || label(&["bound", "--policy", "BEL", "--policy", "NATO", bdo.to_str().expect("the path is UTF-8")]);
    let answer = bound().json();
    assert_eq!(answer["data"], serde_json::json!([{"name": "Rapport n° 1.pdf", "state": "same"}]));
    assert_eq!(answer["original"], answer["labels"][0]["marking"]);
    assert_eq!(answer["labels"][1]["element"], "alternativeConfidentialityLabel");
    assert_eq!(answer["labels"][1]["marking"], nato["marking"]);
    let less = label(&["bound", "--policy", "BEL", bdo.to_str().expect("the path is UTF-8")]).json();
    assert_eq!((&less["labels"][1]["known"], &less["labels"][1]["classification"]), (&false.into(), &"SECRET".into()));
    std::fs::write(&data, "%PDF-altered").expect("the file is written");
    let came = bound();
    assert_eq!((came.status, came.object()["data"][0]["state"].as_str().expect("`state` is text")), (4, "altered"));
    std::fs::remove_file(&data).expect("the file is removed");
    let came = bound();
    assert_eq!((came.status, came.object()["data"][0]["state"].as_str().expect("`state` is text")), (1, "missing"));
    std::fs::write(&data, "%PDF").expect("the file is written");
    assert_eq!(bind(&[], &[&original, &original]).problem(5)["code"], "second_original");
    let within =
        stage.write("within.bdo", bind(&["--embed"], &[&original]).json()["binding"].as_str().expect("a text"));
    let answer = label(&["bound", "--policy", "BEL", within.to_str().expect("the path is UTF-8")]).json();
    assert_eq!(answer["data"], serde_json::json!([{"name": null, "state": "within"}]));
}

#[test]
fn a_binding_is_not_written_over_what_it_binds_and_names_what_it_binds() {
    let stage = Stage::new();
    let original = stage.write("label.xml", LABEL);
    let data = stage.write("a.txt", "what is labelled");
    let (original_at, data_at) = (original.to_str().expect("UTF-8"), data.to_str().expect("UTF-8"));
    let link = stage.path("link");
    std::os::unix::fs::symlink(&data, &link).expect("the link is made");
    let link = link.to_str().expect("UTF-8");
    let bind = |data: &str, out: &[&str]| {
        label(&[&["bind", "--policy", "BEL", "--data", data][..], out, &[original_at]].concat())
    };
    for (data, out) in [(data_at, data_at), (link, data_at), (data_at, original_at)] {
        let said = bind(data, &["--out", out, "--force"]).problem(1);
        assert_eq!(said["code"], "binding_over_its_file", "{data} {out}");
    }
    assert_eq!(std::fs::read(&data).expect("it is there"), b"what is labelled");
    assert_eq!(bind("-", &[]).problem(2)["code"], "stdin_no_name");
    let beside = stage.write("b.bdo", "an older binding");
    assert_eq!(bind(data_at, &["--out", beside.to_str().expect("UTF-8"), "--force"]).status, 0);
}

#[test]
fn a_binding_that_leads_elsewhere_or_has_a_broken_label_is_refused() {
    let stage = Stage::new();
    let original = stage.write("label.xml", LABEL);
    let data = stage.write("a.pdf", "%PDF");
    let xml =
        label(&["bind", "--policy", "BEL", "--data", data.to_str().expect("UTF-8"), original.to_str().expect("UTF-8")])
            .json();
    let xml = xml["binding"].as_str().expect("`binding` is text").to_owned();
    for (from, to, code) in [
        ("URI=\"a.pdf\"", "URI=\"../a.pdf\"", "binding_elsewhere"),
        ("URI=\"a.pdf\"", "URI=\"a%2Fb.pdf\"", "binding_elsewhere"),
        (">FRA<", ">ATLANTIS<", "marking"),
        ("slab:Category ", "Category ", "xml_malformed"),
        ("xmlenc#sha256", "xmlenc#md5", "binding_bad_value"),
    ] {
        assert!(xml.contains(from), "{from} in {xml}");
        let bdo = stage.write("a.pdf.bdo", xml.replace(from, to));
        let problem = label(&["bound", "--policy", "BEL", bdo.to_str().expect("the path is UTF-8")]).problem(5);
        assert_eq!(problem["code"], code, "{to}");
        assert!(problem["message"].as_str().expect("`message` is text").contains("a.pdf.bdo: "), "{to}");
    }
}

#[test]
fn a_file_that_is_too_large_is_told_of_one_limit_whatever_its_size() {
    let stage = Stage::new();
    for size in [256 * 1024 + 1, 256 * 1024 + 2, 2 * 1024 * 1024] {
        let file = stage.write("large.xml", vec![b'a'; size]);
        let said =
            stage.run("fictief", &["label", "check", "--policy", "BEL", file.to_str().expect("UTF-8")]).problem(5);
        assert_eq!(said["code"], "file_too_large");
        assert!(said["message"].as_str().expect("a text").contains("262144"), "{said}");
    }
}
