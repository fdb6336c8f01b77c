//! What the form of a text says and its letters do not, written in signs: which box is ticked, what is chosen from a list, what stands
//! above or below the line, how a formula is built (ISO/IEC 29500-1, 17.16 and 22.1).

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::hidden::Open;
use super::package::{attribute, clean};

pub(super) const TICKED: &str = "☒";
pub(super) const EMPTY: &str = "☐";

#[derive(Default)]
pub(super) struct Signs {
    /// Of the box or the list that is open: what it is at first, what it was set to, what can be chosen.
    usual: Option<String>,
    set: Option<String>,
    entries: Vec<String>,
    /// Where the parts of formulas that are open begin.
    parts: Vec<usize>,
    /// The sign of the run that is open, and where the last run with a sign ended.
    raised: Option<char>,
    ended: Option<(char, usize)>,
    /// Of an open document: the style that is described, and those that raise or lower text.
    style: String,
    styles: BTreeMap<String, char>,
}

impl Signs {
    /// An element begins, be it empty or not. `open`: those around it.
    pub(super) fn begin(&mut self, start: &BytesStart<'_>, name: &str, open: &[Open], text: &mut String) {
        let value = || attribute(start, "val").map(|value| clean(&value)).unwrap_or_default();
        let above = |up: usize| open.iter().rev().nth(up).map_or("", |open| open.name.as_str());
        match (above(0), name) {
            (_, "checkBox" | "ddList") => (self.usual, self.set, self.entries) = (None, None, Vec::new()),
            ("checkBox" | "ddList", "default") => self.usual = Some(value()),
            ("checkBox", "checked") | ("ddList", "result") => self.set = Some(value()),
            ("ddList", "listEntry") => self.entries.push(value()),
            ("rPr", "vertAlign") if above(1) == "r" => match value().as_str() {
                "superscript" => self.raise('^', text),
                "subscript" => self.raise('_', text),
                _ => {}
            },
            // Of a slide, in thousandths of a percent.
            ("r", "rPr") => match attribute(start, "baseline").and_then(|share| share.parse::<i64>().ok()) {
                Some(share) if share > 0 => self.raise('^', text),
                Some(share) if share < 0 => self.raise('_', text),
                _ => {}
            },
            ("naryPr", "chr") => text.push_str(&value()),
            _ => {}
        }
    }

    /// What the styles of an open document (ISO 26300-1, 20.396) say of heights.
    pub(super) fn style(&mut self, start: &BytesStart<'_>, name: &str) {
        match name {
            "style" | "default-style" => self.style = attribute(start, "name").unwrap_or_default(),
            "text-properties" => {
                let said = attribute(start, "text-position").unwrap_or_default();
                let share = said.split_whitespace().next().unwrap_or_default();
                let number = share.trim_end_matches('%').parse::<f32>().unwrap_or_default();
                if share == "super" || number > 0.0 {
                    self.styles.insert(self.style.clone(), '^');
                } else if share == "sub" || number < 0.0 {
                    self.styles.insert(self.style.clone(), '_');
                }
            }
            _ => {}
        }
    }

    /// A part of a text of an open document begins.
    pub(super) fn span(&mut self, start: &BytesStart<'_>, name: &str, text: &mut String) {
        let style = attribute(start, "style-name").filter(|_| name == "span");
        if let Some(sign) = style.and_then(|style| self.styles.get(&style).copied()) {
            self.raise(sign, text);
        }
    }

    /// An element that is not empty begins.
    pub(super) fn opens(&mut self, name: &str, open: &[Open], text: &mut String) {
        let sign = match name {
            "f" => "((",
            "sup" => "^(",
            "sub" => "_(",
            "rad" => "√(",
            "d" => "(",
            _ => return,
        };
        if in_formula(open) {
            self.parts.push(text.len());
            text.push_str(sign);
        }
    }

    /// An element ends, be it empty or not. `open`: those around it.
    pub(super) fn end(&mut self, name: &str, open: &[Open], text: &mut String) {
        match name {
            "checkBox" => {
                let said = self.set.take().or(self.usual.take());
                let ticked = said.is_some_and(|said| !matches!(said.as_str(), "0" | "false" | "off"));
                text.push_str(if ticked { TICKED } else { EMPTY });
            }
            "ddList" => {
                let said = self.set.take().or(self.usual.take());
                let number = said.and_then(|said| said.parse::<usize>().ok()).unwrap_or_default();
                text.push_str(self.entries.get(number).map_or("", String::as_str));
            }
            "r" | "span" => self.ended = self.raised.take().map(|sign| (sign, text.len())).or(self.ended),
            "num" if in_formula(open) => text.push_str(")/("),
            "deg" if in_formula(open) => text.push_str("; "),
            "f" | "sup" | "sub" | "rad" | "d" if in_formula(open) => {
                text.push_str(if name == "f" { "))" } else { ")" });
                if let Some(begins) = self.parts.pop() {
                    simplify(text, begins);
                }
            }
            _ => {}
        }
    }

    /// Several runs of one height next to each other are one.
    fn raise(&mut self, sign: char, text: &mut String) {
        self.raised = Some(sign);
        if self.ended != Some((sign, text.len())) {
            text.push(sign);
        }
    }
}

fn in_formula(open: &[Open]) -> bool {
    open.iter().any(|open| open.name == "oMath")
}

/// `((1)/(2))` is `(1/2)`, and `^(2)` is `^2`.
fn simplify(text: &mut String, begins: usize) {
    let plain = |part: &str| !part.is_empty() && part.chars().all(char::is_alphanumeric);
    let Some(part) = text.get(begins..) else { return };
    let fraction =
        part.strip_prefix("((").and_then(|part| part.strip_suffix("))")).and_then(|part| part.split_once(")/("));
    let height = ["^", "_"].into_iter().find_map(|sign| {
        let part = part.strip_prefix(sign)?.strip_prefix('(')?.strip_suffix(')')?;
        plain(part).then(|| format!("{sign}{part}"))
    });
    let simple =
        fraction.filter(|(over, under)| plain(over) && plain(under)).map(|(over, under)| format!("({over}/{under})"));
    if let Some(simple) = simple.or(height) {
        text.truncate(begins);
        text.push_str(&simple);
    }
}
