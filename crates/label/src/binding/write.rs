//! Bindings to XML, in the order of the schema.

use std::fmt::Write as _;

use super::read::bare;
use super::{
    BINDING_NAMESPACE, Binding, BindingError, BoundData, BoundLabel, DIGEST_NAMESPACE, MIME_NAMESPACE, SHA256,
};
use crate::base64;
use crate::label::{Declared, LABEL_NAMESPACE, write_element};
use crate::xml::Writer;

impl Binding {
    /// The binding as an XML document that validates against the NATO schema.
    ///
    /// # Errors
    /// When there is nothing to bind, when a label is only known by its words, when a file is not named by its bare
    /// name, or when an element was read from another document and cannot be written without it.
    pub fn to_xml(&self) -> Result<String, BindingError> {
        let mut out = Writer::document();
        out.open(
            "mb:BindingInformation",
            &[
                ("xmlns:mb", BINDING_NAMESPACE),
                ("xmlns:slab", LABEL_NAMESPACE),
                ("xmlns:xmime", MIME_NAMESPACE),
                ("xmlns:zegel", DIGEST_NAMESPACE),
            ],
        );
        out.open("mb:MetadataBindingContainer", &[]);
        if self.parts.is_empty() {
            return Err(BindingError::Empty);
        }
        for part in &self.parts {
            if part.labels.is_empty() || part.data.is_empty() {
                return Err(BindingError::Empty);
            }
            out.open("mb:MetadataBinding", &[]);
            for label in &part.labels {
                match label {
                    BoundLabel::Known(label) => {
                        out.open("mb:Metadata", &[]);
                        write_element(&mut out, label, Declared::Above);
                        out.close();
                    }
                    BoundLabel::Unknown { policy, .. } => {
                        return Err(BindingError::BadValue {
                            line: 0,
                            what: "PolicyIdentifier".to_owned(),
                            value: policy.clone(),
                        });
                    }
                }
            }
            for data in &part.data {
                write_data(&mut out, data)?;
            }
            out.close();
        }
        Ok(out.finish())
    }
}

fn write_data(out: &mut Writer, data: &BoundData) -> Result<(), BindingError> {
    match data {
        BoundData::File { name, content_type, sha256 } => {
            if !bare(name) {
                return Err(BindingError::Elsewhere { line: 0, uri: name.clone() });
            }
            let uri = escape(name);
            let digest = sha256.map(|digest| base64::encode(&digest));
            let mut attributes = vec![("URI", uri.as_str())];
            if let Some(content_type) = content_type {
                attributes.push(("xmime:contentType", content_type));
            }
            if let Some(digest) = &digest {
                attributes.push(("zegel:algorithm", SHA256));
                attributes.push(("zegel:digest", digest));
            }
            out.empty("mb:DataReference", &attributes);
        }
        BoundData::Here { id } => {
            let uri = if id.is_empty() { String::new() } else { format!("#{id}") };
            out.empty("mb:DataReference", &[("URI", &uri)]);
        }
        BoundData::Bytes { content_type, bytes } => {
            let mut attributes = Vec::new();
            if let Some(content_type) = content_type {
                attributes.push(("xmime:contentType", content_type.as_str()));
            }
            out.open("mb:Data", &attributes);
            out.text("zegel:bytes", &[], &base64::encode(bytes));
            out.close();
        }
        BoundData::Xml { .. } => {
            return Err(BindingError::BadValue { line: 0, what: "Data".to_owned(), value: "XML".to_owned() });
        }
    }
    Ok(())
}

/// Escapes what cannot stand in a URI.
fn escape(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'(' | b')' | b'+' | b',' | b'=')
        {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
