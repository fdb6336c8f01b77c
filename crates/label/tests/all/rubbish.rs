//! Rubbish: refused with its cause, quickly, and without a panic.

use std::time::{Duration, Instant};

use label::{
    BINDING_LIMITS, Binding, Clearance, LABEL_LIMITS, Label, LabelKind, POLICY_LIMITS, Policy, PolicyError, XmlError,
};
use proptest::prelude::*;

use crate::builtin::bel;
use crate::xsd::full;

type Reader = fn(&[u8]) -> Result<(), XmlError>;

fn xml_only<T, E>(result: Result<T, E>, cause: fn(E) -> Option<XmlError>) -> Result<(), XmlError> {
    match result {
        Ok(_) => Ok(()),
        Err(error) => cause(error).map_or(Ok(()), Err),
    }
}

/// All four readers; what is no fault of the XML itself counts as read.
fn readers() -> [(&'static str, usize, Reader); 4] {
    [
        ("policy", POLICY_LIMITS.bytes, |xml| {
            xml_only(Policy::parse(xml), |e| if let PolicyError::Xml(e) = e { Some(e) } else { None })
        }),
        ("label", LABEL_LIMITS.bytes, |xml| {
            xml_only(Label::parse(xml, &bel()), |e| if let label::LabelError::Xml(e) = e { Some(e) } else { None })
        }),
        ("clearance", LABEL_LIMITS.bytes, |xml| {
            xml_only(Clearance::parse(xml, &bel()), |e| if let label::LabelError::Xml(e) = e { Some(e) } else { None })
        }),
        ("binding", BINDING_LIMITS.bytes, |xml| {
            xml_only(
                Binding::parse(xml, &[bel()]),
                |e| if let label::BindingError::Xml(e) = e { Some(e) } else { None },
            )
        }),
    ]
}

fn all_refuse(xml: &[u8], what: &str, expected: fn(&XmlError) -> bool) {
    for (name, _, read) in readers() {
        let start = Instant::now();
        let error = read(xml).expect_err(what);
        assert!(expected(&error), "{name}, {what}: {error}");
        assert!(start.elapsed() < Duration::from_secs(5), "{name}, {what}: {:?}", start.elapsed());
    }
}

#[test]
fn document_types_and_entities_are_never_read() {
    let bomb = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>\n<l>&c;</l>";
    let outside = "<?xml version=\"1.0\"?>\n<!DOCTYPE l SYSTEM \"file:///etc/passwd\">\n<l/>";
    let entity = "<!DOCTYPE l [<!ENTITY x SYSTEM \"http://example.org/\">]><l>&x;</l>";
    for xml in [bomb, outside, entity] {
        all_refuse(xml.as_bytes(), xml, |e| matches!(e, XmlError::Dtd { .. } | XmlError::Malformed { .. }));
    }
    assert!(matches!(Policy::parse(outside.as_bytes()), Err(PolicyError::Xml(XmlError::Dtd { line: 2 }))));
    all_refuse(b"<l>&unknown;</l>", "an undeclared entity", |e| matches!(e, XmlError::Malformed { .. }));
}

#[test]
fn depth_is_refused_before_anything_is_built_of_it() {
    let deep = "<a>".repeat(50_000);
    all_refuse(deep.as_bytes(), "deep", |e| matches!(e, XmlError::TooDeep { .. }));
    let closed = format!("{}{}", "<a x='>'>".repeat(1000), "</a>".repeat(1000));
    all_refuse(closed.as_bytes(), "deep and closed", |e| matches!(e, XmlError::TooDeep { .. }));
}

#[test]
fn size_and_number_are_refused() {
    for (name, limit, read) in readers() {
        let huge = vec![b' '; limit + 1];
        assert_eq!(read(&huge).expect_err(name), XmlError::TooLarge { bytes: limit + 1, limit });
    }
    let many = format!("<a>{}</a>", "<b/>".repeat(POLICY_LIMITS.nodes as usize));
    assert!(matches!(Policy::parse(many.as_bytes()), Err(PolicyError::Xml(XmlError::TooManyNodes { .. }))));
}

#[test]
fn a_policy_that_asks_for_more_than_its_size_is_refused_quickly() {
    let values = |count: usize, inner: &str| {
        let one = |n: usize| format!("<tagCategory name=\"V{n}\" lacv=\"{n}\">{inner}</tagCategory>");
        let values: String = (0..count).map(one).collect();
        let sets = format!(
            "<securityCategoryTagSet name=\"T\" id=\"1.2.3.1\"><securityCategoryTag tagType=\"restrictive\">{values}</securityCategoryTag></securityCategoryTagSet>"
        );
        crate::policies::spif("<securityClassification name=\"A\" lacv=\"1\" hierarchy=\"1\"/>", &sets, "")
    };
    let all = "<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" all=\"true\"/>";
    let needed = format!(
        "<requiredCategory operation=\"oneOrMore\">{}</requiredCategory>",
        all.replace("excludedCategory", "categoryGroup").repeat(20)
    );
    for xml in [values(5000, ""), values(4000, all), values(2000, &needed), values(9_999, ""), values(20_000, "")] {
        let start = Instant::now();
        assert!(matches!(Policy::parse(xml.as_bytes()), Err(PolicyError::TooMuch { .. })));
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}

#[test]
fn attributes_and_namespaces_are_refused_before_each_is_compared_with_each() {
    let refused = |xml: &str, what: &str, line: u32| {
        let start = Instant::now();
        for (name, limit, read) in readers() {
            let Some(xml) = Some(xml).filter(|xml| xml.len() <= limit) else { continue };
            let error = read(xml.as_bytes()).expect_err(what);
            assert_eq!(error, XmlError::TooManyAttributes { line, limit: 128 }, "{name}, {what}");
        }
        assert!(start.elapsed() < Duration::from_secs(3), "{what}: {:?}", start.elapsed());
    };
    let list = |count: usize, one: fn(usize) -> String| (0..count).map(one).collect::<String>();
    refused(&format!("<a>\n<b{}/></a>", list(25_000, |n| format!(" a{n}=''"))), "attributes", 2);
    refused(&format!("<a{}/>", list(12_000, |n| format!("\nxmlns:a{n} = 'u'"))), "namespaces", 1);
    // Each element within would copy those without and compare its own with each.
    let outer = list(129, |n| format!(" xmlns:a{n}\t=\t\"u>\""));
    refused(&format!("<a{outer}>{}</a>", "<y xmlns='q'/>".repeat(9_000)), "namespaces of many", 1);
    let nested = list(3, |n| format!("<a{n}{}>", (0..60).map(|m| format!(" xmlns:a{n}-{m}='u'")).collect::<String>()));
    refused(&nested, "namespaces within namespaces", 1);
    // As many as there is any use for, and closed again, they do no harm.
    let one = format!("<b{}/>\n", list(100, |n| format!(" xmlns:a{n}='{n}'")));
    let many = format!("<a>{}</a>", one.repeat(100));
    for (name, _, read) in readers() {
        assert_eq!(read(many.as_bytes()), Ok(()), "{name}");
    }
}

#[test]
fn numbers_and_bits_of_a_label_are_looked_up_once() {
    let label = |values: &str| {
        crate::nato::xml("SECRET", &[("Releasable To", "PERMISSIVE", &["x"])])
            .replace("<GenericValue>x</GenericValue>", values)
    };
    let start = Instant::now();
    let nato = Policy::builtin("NATO").expect("ships");
    let bits = label(&format!("<BitStringValue>{}</BitStringValue>", "1".repeat(250_000)));
    let error = Label::parse(bits.as_bytes(), &nato).expect_err("no policy has as many values");
    assert_eq!(error.code(), "label_bad_value");
    assert!(error.to_string().len() < 400, "what is wrong is said without saying it all again");
    let numbers = label(&"<IntegerValue>056</IntegerValue>".repeat(7_000));
    assert!(Label::parse(numbers.as_bytes(), &nato).is_ok());
    let nothing = label(&format!("<BitStringValue>{}1</BitStringValue>", "0".repeat(56)));
    assert_eq!(Label::parse(nothing.as_bytes(), &nato).expect("Belgium").categories()[0].values, ["BEL".into()].into());
    let long = label(&format!("<GenericValue>{}</GenericValue>", "A".repeat(200_000)));
    assert!(Label::parse(long.as_bytes(), &nato).expect_err("no name is so long").to_string().len() < 400);
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
}

#[test]
fn another_encoding_than_utf_8_is_refused_where_it_is_declared() {
    for declared in ["ISO-8859-1", "UTF-16", "utf-7"] {
        let xml = format!("<?xml version=\"1.0\" encoding='{declared}'?><a/>");
        all_refuse(xml.as_bytes(), declared, |e| matches!(e, XmlError::Malformed { line: 1, .. }));
    }
    for declared in ["utf-8", "UTF-8", "us-ascii"] {
        let xml = format!("\u{feff}<?xml version=\"1.0\" encoding = \"{declared}\" standalone='yes'?><a/>");
        for (name, _, read) in readers() {
            assert_eq!(read(xml.as_bytes()), Ok(()), "{name}");
        }
    }
}

#[test]
fn what_is_not_utf_8_is_refused() {
    all_refuse(b"<a>\xff</a>", "a stray byte", |e| matches!(e, XmlError::NotUtf8 { at: 3 }));
    all_refuse(b"\xff\xfe<\0a\0/\0>\0", "UTF-16", |e| matches!(e, XmlError::NotUtf8 { at: 0 }));
}

#[test]
fn a_truncated_document_is_refused_wherever_it_was_cut() {
    let label = full(LabelKind::Originator).to_xml();
    for end in 0..label.trim_end().len() {
        assert!(Label::parse(&label.as_bytes()[..end], &bel()).is_err(), "{end}");
    }
    let binding = Binding::sidecar("a.pdf", None, Some([0; 32]), vec![full(LabelKind::Originator)]);
    let binding = binding.to_xml().expect("whole");
    for end in 0..binding.trim_end().len() {
        assert!(Binding::parse(&binding.as_bytes()[..end], &[bel()]).is_err(), "{end}");
    }
    let policy = Policy::builtin_xml("BEL").expect("ships");
    for end in (0..policy.trim_end().len()).step_by(37) {
        assert!(Policy::parse(&policy.as_bytes()[..end]).is_err(), "{end}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_panics_on_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        for (_, _, read) in readers() {
            let _ = read(&bytes);
        }
    }

    #[test]
    fn nothing_panics_on_altered_documents(
        at in any::<prop::sample::Index>(),
        with in "[<>\"'&/=a-zA-Z0-9:; \n-]{0,12}",
        cut in 0usize..40,
        which in 0usize..3,
    ) {
        let whole = match which {
            0 => full(LabelKind::Originator).to_xml(),
            1 => Policy::builtin_xml("EU").expect("ships").to_owned(),
            _ => Binding::sidecar("a.pdf", None, None, vec![full(LabelKind::Legacy)]).to_xml().expect("whole"),
        };
        let mut bytes = whole.into_bytes();
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, with.bytes());
        for (_, _, read) in readers() {
            let _ = read(&bytes);
        }
    }
}
