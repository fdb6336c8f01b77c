//! Bindings from XML. Nothing that they refer to is ever fetched.

use super::{
    BINDING_NAMESPACE, Binding, BindingError, BindingPart, BoundData, BoundLabel, DIGEST_NAMESPACE, MIME_NAMESPACE,
    SHA256,
};
use crate::label::{LABEL_NAMESPACE, label_element};
use crate::validity::Use;
use crate::xml::{self, BINDING_LIMITS, Element, Tree};
use crate::{Label, LabelError, LabelKind, Policy, base64};

type Read<T> = Result<T, BindingError>;

impl Binding {
    /// Reads a binding with the policies that its labels may be of; a label of another policy is kept by its words.
    ///
    /// # Errors
    /// What is wrong with the document, or with a label of a known policy.
    pub fn parse(xml: &[u8], policies: &[Policy]) -> Result<Binding, BindingError> {
        let text = xml::text(xml, BINDING_LIMITS)?;
        let tree = Tree::parse(text, BINDING_LIMITS)?;
        let root = tree.root();
        if !is(root, "BindingInformation") {
            return Err(BindingError::NotABinding { line: root.line(), found: root.name().to_owned() });
        }
        let mut parts = Vec::new();
        for container in ours(root) {
            expect(container, "MetadataBindingContainer")?;
            for binding in ours(container) {
                expect(binding, "MetadataBinding")?;
                parts.push(part(binding, text, policies)?);
            }
        }
        if parts.is_empty() {
            return Err(missing(root, "MetadataBinding"));
        }
        Ok(Binding { parts })
    }
}

fn part(node: Element<'_, '_>, text: &str, policies: &[Policy]) -> Read<BindingPart> {
    let mut labels = Vec::new();
    let mut data = Vec::new();
    for child in ours(node) {
        match child.name() {
            "Metadata" => labels.extend(metadata(child, policies)?),
            // Metadata elsewhere is never looked at, and so could hide a label.
            "MetadataReference" => return Err(elsewhere(child, child.attribute("URI").unwrap_or_default())),
            "DataReference" => data.push(reference(child)?),
            "Data" => data.push(embedded(child, text)?),
            other => {
                return Err(BindingError::UnknownElement { line: child.line(), name: other.to_owned() });
            }
        }
    }
    if data.is_empty() {
        return Err(missing(node, "DataReference"));
    }
    Ok(BindingPart { labels, data })
}

/// The label of a piece of metadata; other metadata is passed over.
fn metadata(node: Element<'_, '_>, policies: &[Policy]) -> Read<Option<BoundLabel>> {
    let mut elements = node.elements();
    let Some(element) = elements.next() else { return Err(missing(node, "Metadata")) };
    if let Some(second) = elements.next() {
        let name = second.name().to_owned();
        return Err(BindingError::UnknownElement { line: second.line(), name });
    }
    let name = element.name();
    let label =
        element.namespace() == Some(LABEL_NAMESPACE) && LabelKind::ALL.into_iter().any(|kind| kind.element() == name);
    if !label {
        return Ok(None);
    }
    let of_labels = |node: &Element<'_, '_>, name: &str| node.is(LABEL_NAMESPACE, name);
    let information = element.elements().find(|child| of_labels(child, "ConfidentialityInformation"));
    let find = |name: &str| information.and_then(|node| node.elements().find(|child| of_labels(child, name)));
    let identifier = find("PolicyIdentifier").ok_or_else(|| missing(element, "PolicyIdentifier"))?;
    let broken = |error: LabelError| BindingError::Label { line: element.line(), error };
    let policy = policies.iter().find(|policy| crate::label::same_policy(identifier, policy).is_ok());
    let Some(policy) = policy else {
        let classification = find("Classification").ok_or_else(|| missing(element, "Classification"))?;
        return Ok(Some(BoundLabel::Unknown {
            policy: identifier.token(),
            uri: identifier.attribute("URI").map(str::to_owned),
            classification: classification.token(),
        }));
    };
    let mut faults = Vec::new();
    let draft = label_element(element, policy, &mut faults).map_err(broken)?;
    if let Some(fault) = faults.into_iter().next() {
        return Err(broken(fault));
    }
    let label = Label::accept(policy, draft, Use::Existing).map_err(|v| broken(LabelError::Invalid(v)))?;
    Ok(Some(BoundLabel::Known(Box::new(label))))
}

fn reference(node: Element<'_, '_>) -> Read<BoundData> {
    let uri = node.attribute("URI").ok_or_else(|| missing(node, "URI"))?.trim();
    if uri.is_empty() || uri.starts_with('#') {
        return Ok(BoundData::Here { id: uri.trim_start_matches('#').to_owned() });
    }
    let name = unescape(uri).ok_or_else(|| elsewhere(node, uri))?;
    if !bare(&name) {
        return Err(elsewhere(node, uri));
    }
    Ok(BoundData::File { name, content_type: content_type(node), sha256: digest(node)? })
}

/// Whether a name is the bare name of a file: no folder, no drive, no address, nothing that cannot be seen.
pub(super) fn bare(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 1024
        && !matches!(name, "." | "..")
        && !name.chars().any(|c| matches!(c, '/' | '\\' | ':') || c.is_control())
}

/// Undoes the escapes of a URI; `None` when they are broken or not UTF-8.
fn unescape(uri: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(uri.len());
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                let value = digit()? * 16 + digit()?;
                bytes.push(u8::try_from(value).ok()?);
            }
            b'?' | b'#' => return None,
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).ok()
}

fn digest(node: Element<'_, '_>) -> Read<Option<[u8; 32]>> {
    let Some(value) = node.attribute_of(DIGEST_NAMESPACE, "digest") else { return Ok(None) };
    let bad = |what: &str, value: &str| BindingError::BadValue {
        line: node.line(),
        what: what.to_owned(),
        value: value.to_owned(),
    };
    let algorithm = node.attribute_of(DIGEST_NAMESPACE, "algorithm").unwrap_or_default();
    if algorithm != SHA256 {
        return Err(bad("algorithm", algorithm));
    }
    let bytes = base64::decode(value).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.map(Some).ok_or_else(|| bad("digest", value))
}

fn embedded(node: Element<'_, '_>, text: &str) -> Read<BoundData> {
    let mut elements = node.elements();
    let (Some(element), None) = (elements.next(), elements.next()) else { return Err(missing(node, "Data")) };
    let content_type = content_type(node);
    if element.namespace() == Some(DIGEST_NAMESPACE) && element.name() == "bytes" {
        let bytes = base64::decode(&element.text());
        return match bytes {
            Some(bytes) => Ok(BoundData::Bytes { content_type, bytes }),
            None => {
                Err(BindingError::BadValue { line: element.line(), what: "bytes".to_owned(), value: "…".to_owned() })
            }
        };
    }
    let xml = text.get(element.range()).unwrap_or_default().to_owned();
    Ok(BoundData::Xml { content_type, xml })
}

fn content_type(node: Element<'_, '_>) -> Option<String> {
    node.attribute_of(MIME_NAMESPACE, "contentType").map(xml::collapse).filter(|text| !text.is_empty())
}

// ---- elements ---------------------------------------------------------------------------------------------------

fn is(node: Element<'_, '_>, name: &str) -> bool {
    node.is(BINDING_NAMESPACE, name)
}

/// Elements of the binding's own namespace; signatures and extensions are of others.
fn ours<'a, 'i>(node: Element<'a, 'i>) -> impl Iterator<Item = Element<'a, 'i>> {
    node.elements().filter(|child| child.namespace() == Some(BINDING_NAMESPACE))
}

fn expect(node: Element<'_, '_>, name: &str) -> Read<()> {
    if is(node, name) {
        return Ok(());
    }
    Err(BindingError::UnknownElement { line: node.line(), name: node.name().to_owned() })
}

fn missing(node: Element<'_, '_>, what: &str) -> BindingError {
    BindingError::Missing { line: node.line(), what: what.to_owned() }
}

fn elsewhere(node: Element<'_, '_>, uri: &str) -> BindingError {
    BindingError::Elsewhere { line: node.line(), uri: uri.to_owned() }
}
