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
            let found = if root.name() == "BindingInformation" { root.full_name() } else { xml::quoted(root.name()) };
            return Err(BindingError::NotABinding { line: root.line(), found });
        }
        let mut parts = Vec::new();
        for container in ours(root)? {
            expect(container, "MetadataBindingContainer")?;
            for binding in ours(container)? {
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
    let mut metadata_there = false;
    let mut original = false;
    for child in node.elements() {
        // Here the schema has no place for what is not its own: a label that stands next to its metadata would be lost.
        if child.namespace() != Some(BINDING_NAMESPACE) {
            return Err(BindingError::UnknownElement { line: child.line(), name: child.full_name() });
        }
        match child.name() {
            "Metadata" => {
                metadata_there = true;
                let element = child.elements().next();
                let is_original = element.is_some_and(|element| {
                    [LabelKind::Originator, LabelKind::Legacy].iter().any(|kind| kind.element() == element.name())
                });
                if is_original && std::mem::replace(&mut original, true) {
                    let name = element.map(Element::name).unwrap_or_default().to_owned();
                    return Err(BindingError::Repeated { line: child.line(), name });
                }
                labels.extend(metadata(child, policies)?);
            }
            // Metadata elsewhere is never looked at, and so could hide a label.
            "MetadataReference" => return Err(elsewhere(child, child.attribute("URI").unwrap_or_default())),
            "DataReference" => data.push(reference(child)?),
            "Data" => data.push(embedded(child, text)?),
            other => {
                return Err(BindingError::UnknownElement { line: child.line(), name: xml::quoted(other) });
            }
        }
    }
    if !metadata_there {
        return Err(missing(node, "Metadata"));
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
        let name = xml::quoted(second.name());
        return Err(BindingError::UnknownElement { line: second.line(), name });
    }
    let name = element.name();
    let named_so = LabelKind::ALL.into_iter().any(|kind| kind.element() == name);
    match (element.namespace() == Some(LABEL_NAMESPACE), named_so) {
        (true, true) => {}
        (false, false) => return Ok(None),
        // A label with a slip in its name is not some other metadata.
        (true, false) | (false, true) => {
            return Err(BindingError::UnknownElement { line: element.line(), name: element.full_name() });
        }
    }
    let information = only(element, "ConfidentialityInformation")?;
    let identifier = only(information, "PolicyIdentifier")?;
    if identifier.token().is_empty() {
        return Err(missing(identifier, "PolicyIdentifier"));
    }
    let broken = |error: LabelError| BindingError::Label { line: element.line(), error };
    let policy = policies.iter().find(|policy| crate::label::same_policy(identifier, policy).is_ok());
    let Some(policy) = policy else {
        let classification = only(information, "Classification")?.token();
        if classification.is_empty() {
            return Err(missing(information, "Classification"));
        }
        let uri = identifier.attribute("URI").map(str::to_owned);
        return Ok(Some(BoundLabel::Unknown { policy: identifier.token(), uri, classification }));
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
        value: xml::quoted(value),
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

/// Elements of the binding's own namespace; signatures and extensions are of others. What has no namespace, or bears a
/// name of the binding or of a label in another, is no extension but a slip that would hide a label.
fn ours<'a, 'i>(node: Element<'a, 'i>) -> Read<Vec<Element<'a, 'i>>> {
    const NAMES: [&str; 6] =
        ["MetadataBindingContainer", "MetadataBinding", "Metadata", "MetadataReference", "Data", "DataReference"];
    let (own, other): (Vec<_>, Vec<_>) =
        node.elements().partition(|child| child.namespace() == Some(BINDING_NAMESPACE));
    let slip = other.iter().find(|child| {
        child.namespace().is_none_or(str::is_empty)
            || NAMES.contains(&child.name())
            || LabelKind::ALL.into_iter().any(|kind| kind.element() == child.name())
    });
    match slip {
        Some(child) => Err(BindingError::UnknownElement { line: child.line(), name: child.full_name() }),
        None => Ok(own),
    }
}

/// The one element of a label that must be there.
fn only<'a, 'i>(node: Element<'a, 'i>, name: &str) -> Read<Element<'a, 'i>> {
    let mut found = node.elements().filter(|child| child.is(LABEL_NAMESPACE, name));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(missing(node, name)),
        (Some(_), Some(second)) => Err(BindingError::Repeated { line: second.line(), name: name.to_owned() }),
    }
}

fn expect(node: Element<'_, '_>, name: &str) -> Read<()> {
    if is(node, name) {
        return Ok(());
    }
    Err(BindingError::UnknownElement { line: node.line(), name: xml::quoted(node.name()) })
}

fn missing(node: Element<'_, '_>, what: &str) -> BindingError {
    BindingError::Missing { line: node.line(), what: what.to_owned() }
}

fn elsewhere(node: Element<'_, '_>, uri: &str) -> BindingError {
    BindingError::Elsewhere { line: node.line(), uri: xml::quoted(uri) }
}
