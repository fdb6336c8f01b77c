//! What stands in a PDF at a place that nobody looks at: the page says that it is there.

use viewer::Lack;

use super::pdf::{lacks, page, shown, stream};

/// What a page lacks.
fn lacking(pdf: &[u8]) -> Vec<(Lack, String)> {
    lacks(&shown(pdf)).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect()
}

fn one(lack: Lack, name: &str) -> Vec<(Lack, String)> {
    vec![(lack, name.to_owned())]
}

#[test]
fn a_dynamic_form_is_said_next_to_fields_as_well() {
    let data = stream("", b"<xfa:data><a>TILLEUL</a></xfa:data>");
    let field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [50 100 250 120] /DA (/F 10 Tf 0 g) >>";
    let with = |form: &str| lacking(&page(form, "/Annots [5 0 R]", b"", &[field.to_vec(), data.clone()]));
    assert_eq!(with("/AcroForm << /Fields [5 0 R] >>"), []);
    assert_eq!(with("/AcroForm << /Fields [5 0 R] /XFA 6 0 R >>"), one(Lack::DynamicForm, ""));
    assert_eq!(with("/AcroForm << /Fields [] /XFA [(datasets) 6 0 R] >>"), one(Lack::DynamicForm, ""));
}
