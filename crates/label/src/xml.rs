//! XML in and out. Input is not trusted: no DTD, no entities, bounded size, depth and number of nodes.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};

/// How much input is read at all. Each kind of document has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct XmlLimits {
    /// Bytes of the document.
    pub bytes: usize,
    /// Elements within elements.
    pub depth: u32,
    /// Elements and texts together; attributes are counted for each element.
    pub nodes: u32,
}

/// So many attributes on one element, and so many names of namespaces in force at one place: the parser compares each
/// with each other.
const MOST_ATTRIBUTES: u32 = 128;
/// Longest value of a document that an error repeats, in characters.
const LONGEST_QUOTED: usize = 80;

/// A policy: NATO's has 80 kB, 6 levels, some ten thousand nodes.
pub const POLICY_LIMITS: XmlLimits = XmlLimits { bytes: 8 << 20, depth: 32, nodes: 400_000 };
/// A label or a clearance: a few kilobytes.
pub const LABEL_LIMITS: XmlLimits = XmlLimits { bytes: 256 << 10, depth: 32, nodes: 20_000 };
/// A binding holds several labels, and data where it is embedded.
pub const BINDING_LIMITS: XmlLimits = XmlLimits { bytes: 32 << 20, depth: 48, nodes: 100_000 };

/// Why something is not even XML that is read here. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    #[error("{bytes} bytes, more than the {limit} that are read")]
    TooLarge { bytes: usize, limit: usize },
    #[error("not UTF-8, from byte {at}")]
    NotUtf8 { at: usize },
    #[error("line {line}: a document type or entity, which is never read")]
    Dtd { line: u32 },
    #[error("line {line}: more than {limit} elements within each other")]
    TooDeep { line: u32, limit: u32 },
    #[error("more than {limit} nodes")]
    TooManyNodes { limit: u32 },
    #[error("line {line}: more than {limit} attributes or names of namespaces")]
    TooManyAttributes { line: u32, limit: u32 },
    /// `flaw` selects the words: `encoding`, `end`, `close`, `namespace`, `entity`, `twice`, `character`, `form`. `said`: what
    /// the parser said, in English.
    #[error("line {line}: {said}")]
    Malformed { line: u32, flaw: &'static str, said: String },
}

impl XmlError {
    /// The stable code of the catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            XmlError::TooLarge { .. } => "xml_too_large",
            XmlError::NotUtf8 { .. } => "xml_not_utf8",
            XmlError::Dtd { .. } => "xml_dtd",
            XmlError::TooDeep { .. } => "xml_too_deep",
            XmlError::TooManyNodes { .. } => "xml_too_many_nodes",
            XmlError::TooManyAttributes { .. } => "xml_too_many_attributes",
            XmlError::Malformed { .. } => "xml_malformed",
        }
    }

    /// What the words of the code need.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            XmlError::TooLarge { bytes, limit } => vec![("bytes", bytes.to_string()), ("limit", limit.to_string())],
            XmlError::NotUtf8 { at } => vec![("at", at.to_string())],
            XmlError::Dtd { line } => vec![("line", line.to_string())],
            XmlError::TooDeep { line, limit } | XmlError::TooManyAttributes { line, limit } => {
                vec![("line", line.to_string()), ("limit", limit.to_string())]
            }
            XmlError::TooManyNodes { limit } => vec![("limit", limit.to_string())],
            XmlError::Malformed { line, flaw, .. } => vec![("line", line.to_string()), ("flaw", (*flaw).to_owned())],
        }
    }
}

/// The text of a document within its limits: size first, so that nothing is done with too much.
pub(crate) fn text(xml: &[u8], limits: XmlLimits) -> Result<&str, XmlError> {
    if xml.len() > limits.bytes {
        return Err(XmlError::TooLarge { bytes: xml.len(), limit: limits.bytes });
    }
    let text = std::str::from_utf8(xml).map_err(|error| XmlError::NotUtf8 { at: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(encoding) = other_encoding(text) {
        let said = format!("the encoding `{}` is not UTF-8", quoted(encoding));
        return Err(XmlError::Malformed { line: 1, flaw: "encoding", said });
    }
    nesting(text, limits.depth)?;
    Ok(text)
}

/// The encoding that a document declares, if another reader would read other letters from the same bytes.
fn other_encoding(text: &str) -> Option<&str> {
    let (declaration, _) = text.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let name = value.get(1..)?.split(quote).next()?;
    let same = ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|known| name.eq_ignore_ascii_case(known));
    (!same).then_some(name)
}

/// As much of a value as an error repeats.
pub(crate) fn quoted(value: &str) -> String {
    match value.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

/// A parsed document, with its lines counted once: asking the parser for the line of each element would count from
/// the start each time.
pub(crate) struct Tree<'i> {
    document: Document<'i>,
    /// Where each line ends, in bytes.
    ends: Vec<usize>,
}

impl<'i> Tree<'i> {
    /// Parses text that [`text`] let through.
    pub(crate) fn parse(text: &'i str, limits: XmlLimits) -> Result<Tree<'i>, XmlError> {
        let options = ParsingOptions { allow_dtd: false, nodes_limit: limits.nodes, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| match error {
            roxmltree::Error::DtdDetected => XmlError::Dtd { line: line_of(text, text.find("<!DOCTYPE").unwrap_or(0)) },
            roxmltree::Error::NodesLimitReached => XmlError::TooManyNodes { limit: limits.nodes },
            other => XmlError::Malformed { line: other.pos().row, flaw: flaw(&other), said: said(&other) },
        })?;
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect();
        Ok(Tree { document, ends })
    }

    pub(crate) fn root(&self) -> Element<'_, 'i> {
        Element { node: self.document.root_element(), ends: &self.ends }
    }

    /// Whether some element has more than so many children, texts and comments among them.
    pub(crate) fn has_list_over(&self, limit: usize) -> bool {
        self.document.descendants().any(|node| node.is_element() && node.children().nth(limit).is_some())
    }
}

/// An element that knows its line.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a, 'i> {
    node: Node<'a, 'i>,
    ends: &'a [usize],
}

impl<'a, 'i> Element<'a, 'i> {
    /// Without prefix.
    pub(crate) fn name(self) -> &'a str {
        self.node.tag_name().name()
    }

    /// Name and namespace in one, `{namespace}name`: where the namespace is what is wrong.
    pub(crate) fn full_name(self) -> String {
        format!("{{{}}}{}", quoted(self.namespace().unwrap_or_default()), quoted(self.name()))
    }

    /// The names of all attributes with their namespaces; declarations of namespaces are none.
    pub(crate) fn attributes(self) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
        self.node.attributes().map(|attribute| (attribute.namespace(), attribute.name()))
    }

    /// Text between the elements within that is more than white space.
    pub(crate) fn stray_text(self) -> Option<String> {
        let text = self.text();
        let stray = text.trim();
        (!stray.is_empty()).then(|| quoted(stray))
    }

    pub(crate) fn namespace(self) -> Option<&'a str> {
        self.node.tag_name().namespace()
    }

    pub(crate) fn is(self, namespace: &str, name: &str) -> bool {
        self.namespace() == Some(namespace) && self.name() == name
    }

    /// An attribute without a namespace.
    pub(crate) fn attribute(self, name: &str) -> Option<&'a str> {
        self.node.attribute(name)
    }

    pub(crate) fn attribute_of(self, namespace: &str, name: &str) -> Option<&'a str> {
        self.node.attribute((namespace, name))
    }

    /// Child elements.
    pub(crate) fn elements(self) -> impl Iterator<Item = Element<'a, 'i>> {
        let ends = self.ends;
        self.node.children().filter(Node::is_element).map(move |node| Element { node, ends })
    }

    /// From 1.
    pub(crate) fn line(self) -> u32 {
        let start = self.node.range().start;
        let before = self.ends.partition_point(|end| *end < start);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The text with white space collapsed, as `xs:token` compares it.
    pub(crate) fn token(self) -> String {
        collapse(&self.text())
    }

    /// The text as it is, without the texts of elements within.
    pub(crate) fn text(self) -> String {
        self.node.children().filter(Node::is_text).filter_map(|part| part.text()).collect()
    }

    /// Where it stands in the document, in bytes.
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.node.range()
    }
}

/// What is wrong, as the catalogues know it.
fn flaw(error: &roxmltree::Error) -> &'static str {
    use roxmltree::Error as E;
    match error {
        E::NoRootNode | E::UnclosedRootNode | E::UnexpectedEndOfStream => "end",
        E::UnexpectedCloseTag(..) | E::UnexpectedEntityCloseTag(_) => "close",
        E::InvalidXmlPrefixUri(_)
        | E::UnexpectedXmlUri(_)
        | E::UnexpectedXmlnsUri(_)
        | E::InvalidElementNamePrefix(_)
        | E::UnknownNamespace(..) => "namespace",
        E::UnknownEntityReference(..)
        | E::MalformedEntityReference(_)
        | E::EntityReferenceLoop(_)
        | E::EntityResolver(..) => "entity",
        E::DuplicatedNamespace(..) | E::DuplicatedAttribute(..) => "twice",
        E::NonXmlChar(..)
        | E::InvalidChar(..)
        | E::InvalidChar2(..)
        | E::InvalidString(..)
        | E::InvalidName(_)
        | E::InvalidAttributeValue(_)
        | E::InvalidCharacterData(_) => "character",
        E::UnexpectedDeclaration(_)
        | E::DtdDetected
        | E::NodesLimitReached
        | E::AttributesLimitReached
        | E::NamespacesLimitReached
        | E::InvalidExternalID(_)
        | E::InvalidComment(_)
        | E::UnknownToken(_) => "form",
    }
}

/// The parser's message without its position, which `line` gives.
fn said(error: &roxmltree::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at ") {
        Some((head, position)) if position.contains(':') => head.to_owned(),
        _ => message,
    }
}

/// Refuses depth before the parser builds a tree of it. Counts tags without understanding them: comments and
/// sections that look like tags can only make the count greater than the truth by their own tags, never smaller.
fn nesting(text: &str, limit: u32) -> Result<(), XmlError> {
    let bytes = text.as_bytes();
    // Names of namespaces in force within each open element.
    let mut names: Vec<u32> = Vec::new();
    let mut at = 0;
    while let Some(open) = find(bytes, at, b'<') {
        let Some(close) = end_of_tag(bytes, open) else { return Ok(()) };
        match bytes.get(open + 1) {
            Some(b'!' | b'?') => {}
            Some(b'/') => {
                names.pop();
            }
            _ => {
                let (attributes, declared) = attributes(bytes.get(open..close).unwrap_or_default());
                let in_force = names.last().copied().unwrap_or(0).saturating_add(declared);
                if attributes > MOST_ATTRIBUTES || in_force > MOST_ATTRIBUTES {
                    return Err(XmlError::TooManyAttributes { line: line_of(text, open), limit: MOST_ATTRIBUTES });
                }
                if bytes.get(close.saturating_sub(1)) != Some(&b'/') {
                    names.push(in_force);
                    if names.len() > limit as usize {
                        return Err(XmlError::TooDeep { line: line_of(text, open), limit });
                    }
                }
            }
        }
        at = close + 1;
    }
    Ok(())
}

/// How many attributes a tag has, and how many of them declare namespaces.
fn attributes(tag: &[u8]) -> (u32, u32) {
    let (mut all, mut declared) = (0u32, 0u32);
    let mut quote = None;
    // Where the name before the next `=` begins; white space may stand between the two.
    let (mut name, mut between) = (0, false);
    for (at, byte) in tag.iter().enumerate() {
        match (quote, *byte) {
            (None, b'=') => {
                all = all.saturating_add(1);
                if tag.get(name..).is_some_and(|name| name.starts_with(b"xmlns")) {
                    declared = declared.saturating_add(1);
                }
            }
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, byte) if byte.is_ascii_whitespace() => between = true,
            (None, _) if between => (name, between) = (at, false),
            (Some(open), byte) if byte == open => (quote, between) = (None, true),
            _ => {}
        }
    }
    (all, declared)
}

fn find(bytes: &[u8], from: usize, what: u8) -> Option<usize> {
    bytes.get(from..)?.iter().position(|byte| *byte == what).map(|offset| from + offset)
}

/// The byte where what opens at `open` closes: `-->`, `]]>`, `?>`, or the `>` outside quotes.
fn end_of_tag(bytes: &[u8], open: usize) -> Option<usize> {
    let rest = bytes.get(open..)?;
    let until =
        |mark: &[u8]| rest.windows(mark.len()).position(|window| window == mark).map(|p| open + p + mark.len() - 1);
    if rest.starts_with(b"<!--") {
        return until(b"-->");
    }
    if rest.starts_with(b"<![CDATA[") {
        return until(b"]]>");
    }
    if rest.starts_with(b"<?") {
        return until(b"?>");
    }
    let mut quote = None;
    for (offset, byte) in rest.iter().enumerate() {
        match (quote, *byte) {
            (None, b'>') => return Some(open + offset),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open_quote), byte) if byte == open_quote => quote = None,
            _ => {}
        }
    }
    None
}

fn line_of(text: &str, at: usize) -> u32 {
    let newlines = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
    u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1)
}

/// Runs of white space as one space, none at the ends.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Writes elements with indentation; everything that comes from outside is escaped.
pub(crate) struct Writer {
    out: String,
    open: Vec<String>,
}

impl Writer {
    pub(crate) fn document() -> Writer {
        Writer { out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), open: Vec::new() }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        for _ in &self.open {
            self.out.push_str("  ");
        }
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }

    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
        self.open.push(name.to_owned());
    }

    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            for _ in &self.open {
                self.out.push_str("  ");
            }
            // Writing to a String cannot fail.
            let _ = writeln!(self.out, "</{name}>");
        }
    }

    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    pub(crate) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.out.push('>');
        escape(text, &mut self.out);
        let _ = writeln!(self.out, "</{name}>");
    }

    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }
}

/// Escapes for text and for quoted attributes alike. Characters that XML 1.0 cannot hold become U+FFFD.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

/// Whether XML 1.0 can hold every character of the text.
pub(crate) fn holds(text: &str) -> bool {
    text.chars()
        .all(|c| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
}
