//! A catalogue taken apart: for each key its texts, the values that it asks for, and what it refers to.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry as Parsed, Expression, InlineExpression, Pattern, PatternElement};

#[derive(Default)]
pub struct Catalogue {
    /// Messages (`key`), attributes (`key.attribute`) and terms (`-key`).
    pub entries: BTreeMap<String, Entry>,
    pub twice: Vec<String>,
    pub junk: Vec<String>,
}

#[derive(Default)]
pub struct Entry {
    /// One for each way to say it (the variants of a choice); a value that is filled in is U+FFFC.
    pub texts: Vec<String>,
    pub variables: BTreeSet<String>,
    /// Those among them that are put into a text, and not only chosen by.
    pub shown: BTreeSet<String>,
    pub references: BTreeSet<String>,
}

impl Catalogue {
    pub fn read(source: &str) -> Catalogue {
        let mut catalogue = Catalogue::default();
        let (resource, errors) = match fluent_syntax::parser::parse(source) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let line = source.get(..error.pos.start).unwrap_or_default().matches('\n').count() + 1;
            catalogue.junk.push(format!("line {line}: {error}"));
        }
        for entry in &resource.body {
            match entry {
                Parsed::Message(message) => {
                    if let Some(value) = &message.value {
                        catalogue.add(message.id.name.to_owned(), value);
                    }
                    for attribute in &message.attributes {
                        catalogue.add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
                    }
                }
                Parsed::Term(term) => catalogue.add(format!("-{}", term.id.name), &term.value),
                Parsed::Junk { content } => catalogue.junk.push(format!("`{}`", content.trim())),
                Parsed::Comment(_) | Parsed::GroupComment(_) | Parsed::ResourceComment(_) => {}
            }
        }
        catalogue
    }

    fn add(&mut self, key: String, pattern: &Pattern<&str>) {
        let mut entry = Entry::default();
        let text = entry.text(pattern);
        entry.texts.push(text);
        if self.entries.insert(key.clone(), entry).is_some() {
            self.twice.push(key);
        }
    }
}

impl Entry {
    fn text(&mut self, pattern: &Pattern<&str>) -> String {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => text.push_str(&self.placeable(expression)),
            }
        }
        text
    }

    fn placeable(&mut self, expression: &Expression<&str>) -> String {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned()
            }
            Expression::Inline(inline) => {
                if let InlineExpression::VariableReference { id } = inline {
                    self.shown.insert(id.name.to_owned());
                }
                self.inline(inline);
                "\u{FFFC}".to_owned()
            }
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    let text = self.text(&variant.value);
                    self.texts.push(text);
                }
                "\u{FFFC}".to_owned()
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name)).unwrap_or_default();
                self.references.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => {
                self.placeable(expression);
            }
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for inline in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
            self.inline(inline);
        }
    }
}
