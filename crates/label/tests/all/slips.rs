//! Slips in what other software writes, and what somebody would hide behind one: nothing that restricts is passed over.

use label::{
    Binding, BindingError, Clearance, Direction, Label, LabelDraft, LabelError, LabelKind, Lang, Location, Policy,
};

use crate::builtin::{bel, label};
use crate::policies::{CLASSES, build, codes, parsed, spif, tag};
use crate::xsd::{full, validates};

fn xml() -> String {
    label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE")]).to_xml()
}

fn refused(xml: &str) -> LabelError {
    Label::parse(xml.as_bytes(), &bel()).expect_err(xml)
}

fn swapped(xml: &str, from: &str, to: &str) -> String {
    assert!(xml.contains(from), "{from} in {xml}");
    xml.replace(from, to)
}

#[test]
fn a_restriction_outside_the_namespace_is_refused_and_not_passed_over() {
    let source = r#"<slab:Category Type="RESTRICTIVE" TagName="Handling""#;
    for (slip, named) in [
        (r#"<Category Type="RESTRICTIVE" TagName="Handling""#, "{}Category"),
        (
            r#"<x:Category xmlns:x="urn:nato:stanag:4774:confidentialitymetadatalabel:1:1" Type="RESTRICTIVE" TagName="Handling""#,
            "{urn:nato:stanag:4774:confidentialitymetadatalabel:1:1}Category",
        ),
        (r#"<x:Category xmlns:x="urn:other" Type="RESTRICTIVE" TagName="Handling""#, "{urn:other}Category"),
    ] {
        let at = xml().find(source).expect("the restriction");
        let (before, after) = xml().split_at(at).map_owned();
        let end = if slip.starts_with("<x:") { "</x:Category>" } else { "</Category>" };
        let after = swapped(&after, source, slip).replacen("</slab:Category>", end, 1);
        let LabelError::UnknownElement { line, name } = refused(&format!("{before}{after}")) else { panic!("unknown") };
        assert_eq!((line, name.as_str()), (6, named));
    }
    let value = swapped(&xml(), "<slab:GenericValue>SOURCE</slab:GenericValue>", "<GenericValue>SOURCE</GenericValue>");
    assert!(matches!(refused(&value), LabelError::UnknownElement { name, .. } if name == "{}GenericValue"));
    let unprefixed = swapped(&xml(), "slab:Classification>", "Classification>");
    assert!(matches!(refused(&unprefixed), LabelError::UnknownElement { name, .. } if name == "{}Classification"));
    let extension = "<t:Title xmlns:t=\"urn:other\">Titre</t:Title></slab:ConfidentialityInformation>";
    let extended = swapped(&xml(), "</slab:ConfidentialityInformation>", extension);
    assert!(Label::parse(extended.as_bytes(), &bel()).is_ok(), "an extension is one");
}

trait Owned {
    fn map_owned(self) -> (String, String);
}

impl Owned for (&str, &str) {
    fn map_owned(self) -> (String, String) {
        (self.0.to_owned(), self.1.to_owned())
    }
}

#[test]
fn text_where_elements_belong_and_elements_where_text_belongs_are_refused() {
    let cases = [
        ("<slab:GenericValue>SOURCE</slab:GenericValue>", "SOURCE", "label_bad_value"),
        ("<slab:ConfidentialityInformation>", "<slab:ConfidentialityInformation>NATO", "label_bad_value"),
        (">SECRET<", ">SEC<b/>RET<", "label_unknown_element"),
        (">FRA<", ">FRA<slab:GenericValue>BEL</slab:GenericValue><", "label_unknown_element"),
    ];
    for (from, to, code) in cases {
        let xml = swapped(&xml(), from, to);
        assert_eq!(refused(&xml).code(), code, "{to}");
        assert!(validates(&xml, "nl-cl.xsd").is_err(), "the schema says so too: {to}");
    }
    let commented = swapped(&xml(), ">SECRET<", ">SEC<!-- no part of it -->RET<");
    assert_eq!(Label::parse(commented.as_bytes(), &bel()).expect("one text").classification(), "SECRET");
}

#[test]
fn attributes_that_the_schema_does_not_know_are_named() {
    for (from, to) in [
        ("<slab:ConfidentialityInformation>", "<slab:ConfidentialityInformation Type=\"x\">"),
        ("<slab:GenericValue>SOURCE", "<slab:GenericValue obsolete=\"true\">SOURCE"),
        ("<slab:CreationDateTime>", "<slab:CreationDateTime zone=\"x\">"),
    ] {
        let xml = swapped(&xml(), from, to);
        assert!(matches!(refused(&xml), LabelError::UnknownElement { name, .. } if name.starts_with('@')), "{to}");
        assert!(validates(&xml, "nl-cl.xsd").is_err(), "the schema says so too: {to}");
    }
    // Where the schema lets any attribute stand, any stands.
    let open = swapped(&xml(), "<slab:Classification>", "<slab:Classification colour=\"red\">");
    assert!(Label::parse(open.as_bytes(), &bel()).is_ok());
}

#[test]
fn an_audience_that_is_given_twice_differently_is_refused() {
    let again = |value: &str, kind: &str, tag: &str| {
        let category = format!(
            "<slab:Category Type=\"{kind}\" TagName=\"{tag}\"><slab:GenericValue>{value}</slab:GenericValue></slab:Category></slab:ConfidentialityInformation>"
        );
        swapped(&xml(), "</slab:ConfidentialityInformation>", &category)
    };
    let error = refused(&again("USA", "PERMISSIVE", "releasable  TO"));
    assert!(matches!(&error, LabelError::Repeated { line: 13, .. }), "{error}");
    let both = Label::parse(again("CRYPTO", "RESTRICTIVE", "Handling").as_bytes(), &bel()).expect("both restrict");
    assert_eq!(both.access().restrictive["Handling"], ["CRYPTO".to_owned(), "SOURCE".to_owned()].into());
}

#[test]
fn everything_that_is_wrong_with_a_label_is_said_at_once() {
    let xml = swapped(&xml(), ">FRA<", ">ATLANTIS<");
    let xml = swapped(&xml, "<slab:CreationDateTime>2026-01-15T10:00:00Z</slab:CreationDateTime>", "");
    let xml = swapped(&xml, ">SOURCE<", ">SOURCES<");
    let errors = Label::examine(xml.as_bytes(), &bel());
    let codes: Vec<_> = errors.iter().map(LabelError::code).collect();
    assert_eq!(codes, ["label_missing", "label_invalid"]);
    assert_eq!(errors[1].violations().len(), 2);
    assert!(Label::examine(self::xml().as_bytes(), &bel()).is_empty());
}

#[test]
fn times_that_are_none_of_the_schemas_are_refused_and_offsets_are_counted() {
    for time in ["2026-01-15T10:00Z", "20260115T100000Z", "2026-01-15T10:00:60Z", "0000-01-15T10:00:00Z"] {
        assert_eq!(refused(&swapped(&xml(), "2026-01-15T10:00:00Z", time)).code(), "label_bad_value", "{time}");
    }
    let offset = swapped(&xml(), "2026-01-15T10:00:00Z", " 2026-01-15T23:30:00-01:30 ");
    let read = Label::parse(offset.as_bytes(), &bel()).expect("a time with an offset");
    assert_eq!(label::time::written(read.created()), "2026-01-16T01:00:00Z");
}

#[test]
fn a_text_that_would_show_as_another_is_refused_and_a_marking_is_one_line() {
    let with = |mark: &str| {
        let at = "2026-01-15T10:00:00Z".parse().expect("a time");
        let draft = LabelDraft { privacy_mark: Some(mark.to_owned()), ..LabelDraft::new("SECRET", at) };
        Label::build(&bel(), draft)
    };
    for mark in ["\u{202e}TERCES", "a\u{2066}b", "a\u{9b}31m", "a\u{7f}"] {
        assert_eq!(codes(with(mark)), ["label_bad_text"], "{mark:?}");
    }
    let two = with("seulement\r\n\tSECRET  UE").expect("white space is white space");
    let marking = bel().marking(&two, Lang::Fr, Location::PageTop);
    assert!(marking.ends_with("seulement SECRET UE") && !marking.contains('\n'), "{marking}");
}

#[test]
fn a_number_where_a_person_types_numbers_is_what_was_typed() {
    let values = "<tagCategory name=\"Days\" lacv=\"7\" userInput=\"integer\"/>";
    let policy = parsed(CLASSES, &tag("tagType=\"tagType7\"", values), "");
    let xml = "<l:originatorConfidentialityLabel xmlns:l=\"urn:nato:stanag:4774:confidentialitymetadatalabel:1:0\">\
        <l:ConfidentialityInformation><l:PolicyIdentifier>TEST</l:PolicyIdentifier><l:Classification>LOW</l:Classification>\
        <l:Category Type=\"INFORMATIVE\" TagName=\"T\"><l:IntegerValue>7</l:IntegerValue></l:Category></l:ConfidentialityInformation>\
        <l:CreationDateTime>2026-01-15T10:00:00Z</l:CreationDateTime></l:originatorConfidentialityLabel>";
    let label = Label::parse(xml.as_bytes(), &policy).expect("seven days");
    assert_eq!(label.categories()[0].values, ["7".to_owned()].into());
}

#[test]
fn a_tag_is_found_by_its_own_name_before_that_of_a_family() {
    let set = |name: &str, id: u8, tags: &[(&str, &str)]| {
        let tags: String = tags
            .iter()
            .map(|(tag, value)| format!("<securityCategoryTag name=\"{tag}\" tagType=\"permissive\"><tagCategory name=\"{value}\" lacv=\"1\"/></securityCategoryTag>"))
            .collect();
        format!("<securityCategoryTagSet name=\"{name}\" id=\"1.2.3.{id}\">{tags}</securityCategoryTagSet>")
    };
    let sets = format!("{}{}", set("A", 1, &[("B", "V"), ("C", "W")]), set("X", 2, &[("A", "V")]));
    let policy = parsed(CLASSES, &sets, "");
    let of = |tag: &str, value: &str| {
        let xml = format!(
            "<originatorConfidentialityLabel xmlns=\"urn:nato:stanag:4774:confidentialitymetadatalabel:1:0\">\
             <ConfidentialityInformation><PolicyIdentifier>TEST</PolicyIdentifier><Classification>LOW</Classification>\
             <Category Type=\"PERMISSIVE\" TagName=\"{tag}\"><GenericValue>{value}</GenericValue></Category></ConfidentialityInformation>\
             <CreationDateTime>2026-01-15T10:00:00Z</CreationDateTime></originatorConfidentialityLabel>"
        );
        let label = Label::parse(xml.as_bytes(), &policy).expect(tag);
        assert_eq!(Label::parse(label.to_xml().as_bytes(), &policy).expect("our own"), label);
        label.access().canonical()
    };
    assert_eq!(of("A", "V"), "TEST/LOW;?A=V", "its own name");
    assert_eq!(of("A", "W"), "TEST/LOW;?C=W", "by the family, any of its tags");
    assert_eq!(of("B", "V"), "TEST/LOW;?B=V");
    // What is typed under a tag of that name is not the value of another tag.
    let typed = sets.replacen(
        "name=\"A\" tagType=\"permissive\"><tagCategory name=\"V\"",
        "name=\"A\" tagType=\"permissive\"><tagCategory userInput=\"string\" name=\"free\"",
        1,
    );
    let policy = parsed(CLASSES, &typed, "");
    let label = build(&policy, "LOW", &[("X", "W")]).expect("typed under A, which is of the family X");
    assert_eq!(label.access().canonical(), "TEST/LOW;?A=W");
    let again = Label::parse(label.to_xml().as_bytes(), &policy).expect("our own");
    assert_eq!(
        policy.marking(&again, Lang::En, Location::PageTop),
        policy.marking(&label, Lang::En, Location::PageTop)
    );
    assert_eq!(again.access(), label.access());
}

#[test]
fn a_privacy_mark_of_nothing_is_none() {
    let empty = "</slab:Classification><slab:PrivacyMark> </slab:PrivacyMark>";
    let label = Label::parse(swapped(&xml(), "</slab:Classification>", empty).as_bytes(), &bel()).expect("readable");
    assert_eq!(label.privacy_mark(), None);
    let at = "2026-01-15T10:00:00Z".parse().expect("a time");
    let blank = LabelDraft { privacy_mark: Some(" ".to_owned()), ..LabelDraft::new("SECRET", at) };
    assert_eq!(codes(Label::build(&bel(), blank)), ["label_bad_text"]);
    let marks = "<privacyMarks minSelection=\"1\"><privacyMark name=\"P\"/></privacyMarks>";
    let strict = parsed(CLASSES, "", marks);
    let xml = xml().replace(&format!(" URI=\"urn:oid:{}\"", bel().id()), "").replace(">BEL</slab:P", ">TEST</slab:P");
    let xml = swapped(&xml, ">SECRET</slab:Classification>", ">LOW</slab:Classification><slab:PrivacyMark/>");
    let start = xml.find("    <slab:Category").expect("the categories");
    let end = xml.find("  </slab:ConfidentialityInformation>").expect("their end");
    let LabelError::Invalid(violations) =
        Label::parse(format!("{}{}", &xml[..start], &xml[end..]).as_bytes(), &strict).expect_err("a mark is required")
    else {
        panic!("a rule of the policy")
    };
    assert_eq!(violations, [label::Violation::PrivacyMarkMissing { choices: "P".to_owned() }]);
}

#[test]
fn a_clearance_out_of_order_or_with_slips_is_refused() {
    let held = [("Handling".to_owned(), ["SOURCE".to_owned()].into())].into();
    let xml = Clearance::build(&bel(), "SECRET", &held).expect("known names").to_xml();
    let refused = |from: &str, to: &str| {
        let xml = swapped(&xml, from, to);
        assert!(validates(&xml, "nl-clearance.xsd").is_err(), "the schema says so too: {to}");
        Clearance::parse(xml.as_bytes(), &bel()).expect_err(to).code()
    };
    let start = xml.find("  <sclr:ClassificationList>").expect("the list");
    let end = xml.find("  <slab:Category").expect("the category");
    let list = &xml[start..end];
    let later = format!("{}</sclr:ConfidentialityClearance>", list);
    let moved = swapped(&swapped(&xml, list, ""), "</sclr:ConfidentialityClearance>", &later);
    assert_eq!(Clearance::parse(moved.as_bytes(), &bel()).expect_err("later").code(), "label_out_of_order");
    assert_eq!(refused(">SECRET<", "> <"), "label_missing");
    assert_eq!(refused(">SECRET<", "><b>SECRET</b><"), "label_unknown_element");
    assert_eq!(refused("<sclr:ClassificationList>", "<sclr:ClassificationList>SECRET"), "label_bad_value");
    assert_eq!(refused("slab:Category", "Category"), "label_unknown_element");
}

#[test]
fn what_a_null_bit_string_says_is_nothing() {
    let nato = Policy::builtin("NATO").expect("ships");
    let value = |bits: &str| format!("<BitStringValue>{bits}</BitStringValue>");
    let of = |kind: &str, tag: &str| {
        crate::nato::xml("SECRET", &[(tag, kind, &["x"])]).replace("<GenericValue>x</GenericValue>", &value("0000"))
    };
    let nobody = Label::parse(of("PERMISSIVE", "Releasable To").as_bytes(), &nato).expect("readable");
    assert_eq!(nobody.access().canonical(), "NATO/SECRET;?Releasable To");
    let nothing = Label::parse(of("RESTRICTIVE", "Special Category Designators").as_bytes(), &nato).expect("readable");
    assert_eq!(nothing.access().canonical(), "NATO/SECRET");
    let clearance = Clearance::build(&nato, "SECRET", &[].into()).expect("known").to_xml();
    let empty = "<slab:Category TagName=\"Releasable To\" Type=\"PERMISSIVE\"><slab:BitStringValue>000</slab:BitStringValue></slab:Category></sclr:ConfidentialityClearance>";
    let clearance = Clearance::parse(swapped(&clearance, "</sclr:ConfidentialityClearance>", empty).as_bytes(), &nato);
    let clearance = clearance.expect("holds nothing");
    assert!(clearance.permits(&nothing) && !clearance.permits(&nobody));
}

fn binding() -> String {
    let labels = vec![full(LabelKind::Originator), full(LabelKind::Alternative)];
    Binding::sidecar("a.pdf", None, Some([7; 32]), labels).to_xml().expect("whole")
}

#[test]
fn no_label_of_a_binding_is_passed_over_for_a_slip() {
    let unknown = |xml: &str| match Binding::parse(xml.as_bytes(), &[bel()]).expect_err("refused") {
        BindingError::UnknownElement { name, .. } => name,
        other => panic!("{other}"),
    };
    let xml = binding();
    let elsewhere = swapped(&xml, "slab:originatorConfidentialityLabel", "originatorConfidentialityLabel");
    assert_eq!(unknown(&elsewhere), "{}originatorConfidentialityLabel");
    let misnamed = swapped(&xml, "slab:originatorConfidentialityLabel", "slab:OriginatorLabel");
    assert_eq!(unknown(&misnamed), "{urn:nato:stanag:4774:confidentialitymetadatalabel:1:0}OriginatorLabel");
    let beside = xml.replacen("<mb:Metadata>", "", 1).replacen("</mb:Metadata>", "", 1);
    assert!(unknown(&beside).ends_with("}originatorConfidentialityLabel"));
    let foreign = xml.replacen("<mb:Metadata>", "<Metadata>", 1).replacen("</mb:Metadata>", "</Metadata>", 1);
    assert_eq!(unknown(&foreign), "{}Metadata");
    let outside = swapped(&xml, "mb:MetadataBinding>", "MetadataBinding>");
    assert_eq!(unknown(&outside), "{}MetadataBinding");
    let none = xml.split("<mb:Metadata>").next().map(str::to_owned).expect("a head")
        + xml.rsplit("</mb:Metadata>").next().expect("a tail");
    assert!(
        matches!(Binding::parse(none.as_bytes(), &[bel()]), Err(BindingError::Missing { what, .. }) if what == "Metadata")
    );
}

#[test]
fn two_originals_on_the_same_data_are_refused_and_two_that_differ_decide_nothing() {
    let twice = swapped(&binding(), "alternativeConfidentialityLabel", "ConfidentialityLabel");
    let error = Binding::parse(twice.as_bytes(), &[bel()]).expect_err("two originals");
    assert!(matches!(&error, BindingError::Repeated { name, .. } if name == "ConfidentialityLabel"), "{error}");
    let low = label(&bel(), "RESTREINT", None, &[]);
    let part = |labels| Binding::sidecar("a.pdf", None, None, labels).parts.remove(0);
    let high = full(LabelKind::Originator);
    let differing = Binding { parts: vec![part(vec![low.clone()]), part(vec![high.clone()])] };
    assert_eq!(differing.original(), None);
    let agreeing = Binding { parts: vec![part(vec![high.clone()]), part(vec![high.clone()])] };
    assert_eq!(agreeing.original(), Some(&high));
    let without = Binding { parts: vec![part(vec![high.clone()]), part(vec![high.with_kind(LabelKind::Alternative)])] };
    assert_eq!(without.original(), None);
    assert!(Binding::parse(differing.to_xml().expect("whole").as_bytes(), &[bel()]).is_ok());
}

#[test]
fn a_label_of_a_policy_that_is_not_at_hand_has_a_policy_and_a_classification() {
    let unnamed = swapped(&binding(), ">BEL</slab:PolicyIdentifier>", "> </slab:PolicyIdentifier>");
    assert!(matches!(Binding::parse(unnamed.as_bytes(), &[]), Err(BindingError::Missing { .. })));
    let unclassified = swapped(&binding(), ">SECRET<", "><");
    assert!(matches!(Binding::parse(unclassified.as_bytes(), &[]), Err(BindingError::Missing { .. })));
}

#[test]
fn an_equivalent_is_looked_at_again_when_the_original_becomes_another() {
    let at = |text: &str| text.parse().expect("a time");
    let becoming = |review: Option<&str>| {
        let later = LabelDraft::new("RESTREINT", at("2026-01-15T10:00:00Z"));
        let succession = label::Succession { at: at("2036-01-15T00:00:00Z"), label: Box::new(later) };
        let draft = LabelDraft {
            review: review.map(at),
            succession: Some(succession),
            ..LabelDraft::new("SECRET", at("2026-01-15T10:00:00Z"))
        };
        Label::build(&bel(), draft).expect("valid")
    };
    let nato = Policy::builtin("NATO").expect("ships");
    for (review, expected) in [
        (None, "2036-01-15T00:00:00Z"),
        (Some("2030-01-01T00:00:00Z"), "2030-01-01T00:00:00Z"),
        (Some("2040-01-01T00:00:00Z"), "2036-01-15T00:00:00Z"),
    ] {
        let ours = becoming(review);
        let theirs = ours.translate(&nato, Direction::Outgoing).expect("in the table");
        assert_eq!(theirs.review(), Some(at(expected)));
        let over = bel().high_water(&[&ours, &ours], label::Combining::Standard, ours.created()).expect("one policy");
        assert_eq!(over.label.review(), Some(at(expected)));
        let late = bel().high_water(&[&ours], label::Combining::Standard, at("2050-01-01T00:00:00Z"));
        assert_eq!(late.expect("one policy").label.review(), Some(at("2050-01-01T00:00:00Z")), "due already");
    }
}

#[test]
fn what_succeeds_becomes_another_only_after_it_has_come() {
    let at = |text: &str| text.parse().expect("a time");
    let becoming = |class: &str, when: &str, next: Option<LabelDraft>| LabelDraft {
        succession: next.map(|next| label::Succession { at: at(when), label: Box::new(next) }),
        ..LabelDraft::new(class, at("2026-01-15T10:00:00Z"))
    };
    let chain = |first: &str, second: &str| {
        let last = becoming("NON CLASSIFIÉ", "2099-01-01T00:00:00Z", None);
        let middle = becoming("RESTREINT", second, Some(last));
        Label::build(&bel(), becoming("SECRET", first, Some(middle)))
    };
    assert!(chain("2036-01-15T00:00:00Z", "2046-01-15T00:00:00Z").is_ok());
    let early = chain("2036-01-15T00:00:00Z", "2036-01-15T00:00:00Z");
    assert_eq!(codes(early), ["label_succession_before_creation"]);
}

#[test]
fn a_rule_of_a_policy_with_a_slip_in_its_namespace_is_refused() {
    let value =
        "<tagCategory name=\"V\" lacv=\"1\">\n<x:excludedClass xmlns:x=\"urn:x\">LOW</x:excludedClass></tagCategory>";
    let error = crate::policies::refused(CLASSES, &tag("tagType=\"restrictive\"", value), "");
    assert_eq!(error.to_string(), "line 9: `{urn:x}excludedClass` is not known here");
    let addition = value.replace("excludedClass", "remark");
    assert!(Policy::parse(spif(CLASSES, &tag("tagType=\"restrictive\"", &addition), "").as_bytes()).is_ok());
    let elsewhere = spif(CLASSES, "", "").replace("http://www.xmlspif.org/spif", "urn:spif");
    let error = Policy::parse(elsewhere.as_bytes()).expect_err("another namespace");
    assert_eq!(error.to_string(), "line 1: `{urn:spif}SPIF` is not a security policy information file");
}
