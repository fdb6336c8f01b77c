//! Labels to XML, in the order of the schema.

use super::{LABEL_NAMESPACE, Label};
use crate::LabelDraft;
use crate::time::written;
use crate::xml::Writer;
use crate::{Category, Policy};

pub(super) fn document(label: &Label) -> String {
    let mut out = Writer::document();
    write_element(&mut out, label, Declared::Here);
    out.finish()
}

/// Whether the prefix of labels is declared on the label itself or further out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    Here,
    Above,
}

pub(crate) fn write_element(out: &mut Writer, label: &Label, declared: Declared) {
    let name = format!("slab:{}", label.kind().element());
    let review = label.review().map(written);
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    if declared == Declared::Here {
        attributes.push(("xmlns:slab", LABEL_NAMESPACE));
    }
    if let Some(review) = &review {
        attributes.push(("ReviewDateTime", review));
    }
    out.open(&name, &attributes);
    body(out, label.under_policy(), label.draft());
    out.close();
}

fn body(out: &mut Writer, policy: &Policy, draft: &LabelDraft) {
    out.open("slab:ConfidentialityInformation", &[]);
    write_policy(out, policy);
    out.text("slab:Classification", &[], &draft.classification);
    if let Some(mark) = &draft.privacy_mark {
        out.text("slab:PrivacyMark", &[], mark);
    }
    write_categories(out, policy, &draft.categories);
    out.close();
    if let Some(originator) = &draft.originator {
        out.text("slab:OriginatorID", &[("IDType", originator.kind.as_str())], &originator.id);
    }
    out.text("slab:CreationDateTime", &[], &written(draft.created));
    if let Some(succession) = &draft.succession {
        out.open("slab:SuccessionHandling", &[]);
        out.text("slab:SuccessionDateTime", &[], &written(succession.at));
        out.open("slab:SuccessorConfidentialityLabel", &[]);
        body(out, policy, &succession.label);
        out.close();
        out.close();
    }
}

pub(crate) fn write_policy(out: &mut Writer, policy: &Policy) {
    out.text("slab:PolicyIdentifier", &[("URI", &format!("urn:oid:{}", policy.id()))], policy.name());
}

pub(crate) fn write_categories(out: &mut Writer, policy: &Policy, categories: &[Category]) {
    for category in categories {
        let index = &policy.0.index;
        let key = index.keys_of(&category.tag).iter().filter_map(|key| index.keys.get(*key));
        let id = key.into_iter().find(|key| key.kind == category.kind).map(|key| format!("urn:oid:{}", key.set_id));
        let mut attributes = vec![("Type", category.kind.as_str()), ("TagName", category.tag.as_str())];
        if let Some(id) = &id {
            attributes.push(("URI", id));
        }
        if category.values.is_empty() {
            out.empty("slab:Category", &attributes);
            continue;
        }
        out.open("slab:Category", &attributes);
        for value in &category.values {
            out.text("slab:GenericValue", &[], value);
        }
        out.close();
    }
}
