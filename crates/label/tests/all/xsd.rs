//! Everything that is written validates against NATO's schemas, by libxml2.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use label::{Binding, Label, LabelDraft, LabelKind, Originator, OriginatorKind, Policy, Succession};

use crate::builtin::{bel, label as marked};

/// `xmllint` is needed: nothing is valid because nobody looked.
pub fn validates(xml: &str, schema: &str) -> Result<(), String> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xsd").join(schema);
    let mut child = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint is installed (libxml2-utils)");
    child.stdin.take().expect("piped").write_all(xml.as_bytes()).expect("xmllint reads");
    let output = child.wait_with_output().expect("xmllint ends");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

fn must_validate(xml: &str, schema: &str) {
    validates(xml, schema).unwrap_or_else(|error| panic!("{error}\n{xml}"));
}

#[test]
fn our_policies_validate() {
    for name in Policy::BUILTIN {
        must_validate(Policy::builtin_xml(name).expect("ships"), "xmlspif.xsd");
    }
}

/// A label with everything that a label can have, and characters that need care.
pub fn full(kind: LabelKind) -> Label {
    let base = marked(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE"), ("Handling", "ORCON")]);
    let later = LabelDraft { classification: "RESTREINT".to_owned(), categories: Vec::new(), ..base.draft().clone() };
    let draft = LabelDraft {
        kind,
        privacy_mark: Some("Pour M. <D'Haeseleer> & \"Cie\"\n\tseulement".to_owned()),
        originator: Some(Originator { kind: OriginatorKind::Uri, id: "urn:example:a?b=<c>&d".to_owned() }),
        review: Some("2036-01-15T00:00:00Z".parse().expect("a time")),
        succession: Some(Succession { at: "2046-01-15T00:00:00.5Z".parse().expect("a time"), label: Box::new(later) }),
        ..base.draft().clone()
    };
    Label::build(&bel(), draft).expect("valid")
}

#[test]
fn every_kind_of_label_validates_and_comes_back_the_same() {
    for kind in LabelKind::ALL {
        let label = full(kind);
        must_validate(&label.to_xml(), "nl-cl.xsd");
        assert_eq!(Label::parse(label.to_xml().as_bytes(), &bel()).expect("our own"), label);
    }
    let nobody = marked(&bel(), "SECRET", Some(&[]), &[]);
    must_validate(&nobody.to_xml(), "nl-cl.xsd");
    assert_eq!(Label::parse(nobody.to_xml().as_bytes(), &bel()).expect("our own"), nobody);
}

#[test]
fn a_clearance_validates() {
    let held = [
        ("Releasable To".to_owned(), ["BEL".to_owned(), "NATO".to_owned()].into()),
        ("Handling".to_owned(), ["SOURCE".to_owned()].into()),
    ];
    let clearance = label::Clearance::build(&bel(), "ZEER GEHEIM", &held.into()).expect("known names");
    must_validate(&clearance.to_xml(), "nl-clearance.xsd");
}

#[test]
fn bindings_validate() {
    let labels = || vec![full(LabelKind::Originator), full(LabelKind::Alternative)];
    let sidecar = Binding::sidecar("Rapport n° 12 (définitif).pdf", Some("application/pdf"), Some([7; 32]), labels());
    must_validate(&sidecar.to_xml().expect("whole"), "nl-mb.xsd");
    let inside = Binding::embedded(Some("text/plain"), b"\x00\xff bytes".to_vec(), labels());
    must_validate(&inside.to_xml().expect("whole"), "nl-mb.xsd");
}
