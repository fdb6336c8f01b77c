//! `label` without any vault.

use crate::stage::{Came, Stage, binary};

const LABEL: &str = r#"<slab:originatorConfidentialityLabel xmlns:slab="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0" ReviewDateTime="2056-01-15T00:00:00Z"><slab:ConfidentialityInformation><slab:PolicyIdentifier>BEL</slab:PolicyIdentifier><slab:Classification>SECRET</slab:Classification><slab:Category Type="PERMISSIVE" TagName="Releasable To"><slab:GenericValue>BEL</slab:GenericValue><slab:GenericValue>FRA</slab:GenericValue></slab:Category></slab:ConfidentialityInformation><slab:CreationDateTime>2026-01-15T10:00:00Z</slab:CreationDateTime></slab:originatorConfidentialityLabel>"#;
const CLEARANCE: &str = r#"<sclr:ConfidentialityClearance xmlns:sclr="urn:nato:stanag:4774:confidentialityclearance:1:0" xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"><PolicyIdentifier>BEL</PolicyIdentifier><sclr:ClassificationList><Classification>NON CLASSIFIÉ</Classification><Classification>RESTREINT</Classification><Classification>CONFIDENTIEL</Classification><Classification>SECRET</Classification></sclr:ClassificationList><Category TagName="Releasable To" Type="PERMISSIVE"><GenericValue>FRA</GenericValue></Category></sclr:ConfidentialityClearance>"#;

fn label(args: &[&str]) -> Came {
    Came::of(binary().args(["--json", "label"]).args(args).output().unwrap())
}

#[test]
fn a_label_is_checked_marked_and_decided_upon() {
    let stage = Stage::new();
    let good = stage.write("label.xml", LABEL);
    let good = good.to_str().unwrap();
    let clearance = stage.write("clearance.xml", CLEARANCE);
    let clearance = clearance.to_str().unwrap();
    assert_eq!(label(&["check", "--policy", "BEL", good]).json(), serde_json::json!({"valid": true, "problems": []}));
    let french = label(&["mark", "--policy", "BEL", "--lang", "fr", good]).json()["marking"].as_str().unwrap().to_owned();
    let dutch = label(&["mark", "--policy", "BEL", "--lang", "nl", good]).json()["marking"].as_str().unwrap().to_owned();
    assert!(french.contains("SECRET") && !french.contains("GEHEIM"), "{french}");
    assert!(dutch.contains("GEHEIM"), "{dutch}");
    let portion = label(&["mark", "--policy", "BEL", "--at", "portion", good]).json();
    assert!(portion["marking"].as_str().unwrap().len() < french.len());
    assert_eq!(label(&["decide", "--policy", "BEL", "--clearance", clearance, good]).json()["permitted"], true);
    let higher = stage.write("higher.xml", LABEL.replace("SECRET", "TRÈS SECRET"));
    assert_eq!(label(&["decide", "--policy", "BEL", "--clearance", clearance, higher.to_str().unwrap()]).json()["permitted"], false);
}

#[test]
fn an_invalid_label_is_told_with_its_problems_and_permits_nothing() {
    let stage = Stage::new();
    let bad = stage.write("bad.xml", LABEL.replace("FRA", "ATLANTIS"));
    let came = label(&["check", "--policy", "BEL", bad.to_str().unwrap()]);
    assert_eq!(came.status, 5);
    let answer = came.object();
    assert_eq!(answer["valid"], false);
    assert!(!answer["problems"].as_array().unwrap().is_empty());
    assert_eq!(label(&["mark", "--policy", "BEL", bad.to_str().unwrap()]).status, 5);
    let clearance = stage.write("clearance.xml", CLEARANCE);
    let decided = label(&["decide", "--policy", "BEL", "--clearance", clearance.to_str().unwrap(), bad.to_str().unwrap()]);
    assert_eq!(decided.json()["permitted"], false);
}

#[test]
fn policies_are_read_from_files_and_rubbish_is_refused() {
    let stage = Stage::new();
    let good = stage.write("label.xml", LABEL);
    let spif = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/bel.spif.xml");
    assert_eq!(label(&["check", "--policy", spif, good.to_str().unwrap()]).json()["valid"], true);
    let rubbish = stage.write("rubbish.xml", "<x/>");
    assert_eq!(label(&["check", "--policy", rubbish.to_str().unwrap(), good.to_str().unwrap()]).status, 5);
    assert_eq!(label(&["check", "--policy", "/no/such", good.to_str().unwrap()]).status, 1);
}
