//! Labels bound to data.

use label::{Binding, BindingError, BoundData, BoundLabel, LabelKind, Policy};

use crate::builtin::{bel, label};
use crate::xsd::full;

fn policies() -> Vec<Policy> {
    Policy::BUILTIN.iter().map(|name| Policy::builtin(name).expect("ships")).collect()
}

#[test]
fn a_binding_next_to_a_file_comes_back_the_same() {
    let nato = Policy::builtin("NATO").expect("ships");
    let original = full(LabelKind::Originator);
    let equivalent = label(&nato, "SECRET", None, &[("Context", "NATO")]).with_kind(LabelKind::Alternative);
    let name = "Été #1 100% & plus?.pdf";
    let binding = Binding::sidecar(name, Some("application/pdf"), Some([0xab; 32]), vec![original.clone(), equivalent]);
    let read = Binding::parse(binding.to_xml().expect("whole").as_bytes(), &policies()).expect("our own");
    assert_eq!(read, binding);
    assert_eq!(read.original(), Some(&original));
}

#[test]
fn a_binding_around_its_data_comes_back_the_same() {
    let bytes: Vec<u8> = (0..=255).collect();
    let binding = Binding::embedded(None, bytes, vec![full(LabelKind::Legacy)]);
    assert_eq!(Binding::parse(binding.to_xml().expect("whole").as_bytes(), &policies()).expect("our own"), binding);
}

#[test]
fn a_label_of_a_policy_that_is_not_at_hand_is_kept_by_its_words() {
    let binding = Binding::sidecar("a.pdf", None, None, vec![full(LabelKind::Originator)]);
    let xml = binding.to_xml().expect("whole");
    let read = Binding::parse(xml.as_bytes(), &[]).expect("readable");
    let BoundLabel::Unknown { policy, uri, classification } = &read.parts[0].labels[0] else { panic!("unknown") };
    assert_eq!((policy.as_str(), classification.as_str()), ("BEL", "SECRET"));
    assert_eq!(uri.as_deref(), Some(format!("urn:oid:{}", bel().id()).as_str()));
    assert!(read.to_xml().is_err(), "what is known only by its words is not written again");
}

fn with_reference(reference: &str) -> String {
    let xml = Binding::sidecar("a.pdf", None, None, vec![full(LabelKind::Originator)]).to_xml().expect("whole");
    xml.replace("<mb:DataReference URI=\"a.pdf\"/>", reference)
}

#[test]
fn nothing_outside_the_folder_is_ever_referred_to() {
    for uri in [
        "http://example.org/a.pdf",
        "file:///etc/passwd",
        "../a.pdf",
        "..",
        "/etc/passwd",
        "a/b.pdf",
        "a%2Fb.pdf",
        "..%5Ca.pdf",
        "C:a.pdf",
        "a.pdf?x=1",
        "a.pdf#part",
        "a%0Ab.pdf",
        "a%zz.pdf",
        "a%ff.pdf",
    ] {
        let xml = with_reference(&format!("<mb:DataReference URI=\"{uri}\"/>"));
        let error = Binding::parse(xml.as_bytes(), &policies()).expect_err(uri);
        assert!(matches!(error, BindingError::Elsewhere { .. }), "{uri}: {error}");
    }
    let written = Binding::sidecar("../a.pdf", None, None, vec![full(LabelKind::Originator)]);
    assert!(matches!(written.to_xml(), Err(BindingError::Elsewhere { .. })));
    let metadata = with_reference("<mb:DataReference URI=\"a.pdf\"/>").replacen(
        "<mb:Metadata>",
        "<mb:MetadataReference URI=\"http://example.org/label.xml\"/><mb:Metadata>",
        1,
    );
    assert!(matches!(Binding::parse(metadata.as_bytes(), &policies()), Err(BindingError::Elsewhere { .. })));
}

#[test]
fn a_reference_within_the_document_is_known_as_such() {
    for (uri, id) in [("", ""), ("#part-1", "part-1")] {
        let xml = with_reference(&format!("<mb:DataReference URI=\"{uri}\"/>"));
        let read = Binding::parse(xml.as_bytes(), &policies()).expect("readable");
        assert_eq!(read.parts[0].data, [BoundData::Here { id: id.to_owned() }]);
        assert!(read.to_xml().expect("whole").contains(&format!("URI=\"{uri}\"")));
    }
}

#[test]
fn an_altered_label_or_digest_is_refused() {
    let binding = Binding::sidecar("a.pdf", None, Some([1; 32]), vec![full(LabelKind::Originator)]);
    let xml = binding.to_xml().expect("whole");
    let refused = |from: &str, to: &str| {
        assert!(xml.contains(from), "{from}");
        Binding::parse(xml.replace(from, to).as_bytes(), &policies()).expect_err(to)
    };
    assert!(matches!(refused(">SECRET<", ">SECRETS<"), BindingError::Label { .. }));
    assert!(matches!(refused("AQEBAQEB", "AQEB"), BindingError::BadValue { .. }));
    assert!(matches!(refused("xmlenc#sha256", "xmlenc#md5"), BindingError::BadValue { .. }));
    assert!(matches!(refused("<mb:DataReference", "<mb:Other"), BindingError::UnknownElement { .. }));
    assert!(matches!(refused("mb:BindingInformation", "mb:Something"), BindingError::NotABinding { .. }));
}

#[test]
fn other_metadata_signatures_and_extensions_are_passed_over() {
    let xml = with_reference("<mb:DataReference URI=\"a.pdf\"/>")
        .replacen(
            "<mb:MetadataBindingContainer>",
            "<s:Signature xmlns:s=\"http://www.w3.org/2000/09/xmldsig#\"/><mb:MetadataBindingContainer>",
            1,
        )
        .replacen(
            "<mb:Metadata>",
            "<mb:Metadata><t:Title xmlns:t=\"urn:nato:stanag:5636:A:1:elements\">Titre</t:Title></mb:Metadata><mb:Metadata>",
            1,
        );
    let read = Binding::parse(xml.as_bytes(), &policies()).expect("readable");
    assert_eq!(read.labels().count(), 1);
}

#[test]
fn an_empty_binding_is_not_written() {
    assert!(matches!(Binding { parts: Vec::new() }.to_xml(), Err(BindingError::Empty)));
    assert!(matches!(Binding::sidecar("a", None, None, Vec::new()).to_xml(), Err(BindingError::Empty)));
}
