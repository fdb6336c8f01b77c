//! The lists of a slide (ISO/IEC 29500-1, 21.1.2.4), as its paragraphs and its shapes say: what they take from a layout is looked for
//! by its name alone. An empty paragraph has no number and does not count.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use crate::missing::{Lack, Missings};
use crate::pages::numerals::{Case, Format, LARGEST, NEUTRAL, bullet, counted, short};
use crate::pages::office::hidden::Open;
use crate::pages::office::package::{attribute, clean};

const LEVELS: usize = 9;

#[derive(Clone)]
enum Mark {
    /// What it is called in the file, and its first number.
    Number(String, u32),
    /// With its font.
    Sign(String, String),
    Nothing,
}

#[derive(Default)]
struct Paragraph {
    level: usize,
    own: Option<Mark>,
    settled: bool,
}

#[derive(Default)]
pub(in crate::pages::office) struct Slides {
    /// Of the shape that is open, by level.
    marks: BTreeMap<usize, Mark>,
    /// By level: what is counted, its first number, its last one.
    counted: BTreeMap<usize, (String, u32, u32)>,
    paragraph: Option<Paragraph>,
    /// That of the signs that follow.
    font: String,
}

impl Slides {
    /// An element begins, be it empty or not. `open`: those around it.
    pub(in crate::pages::office) fn begin(
        &mut self,
        start: &BytesStart<'_>,
        name: &str,
        open: &[Open],
        lacking: &mut Missings,
    ) -> Option<String> {
        let of = |name: &str| attribute(start, name).map(|said| clean(&said));
        let parent = open.last().map_or("", |open| open.name.as_str());
        match (parent, name) {
            (_, "txBody") => *self = Slides::default(),
            (_, "p") => self.paragraph = Some(Paragraph::default()),
            ("p", "pPr") => {
                let level = of("lvl").and_then(|level| counted(&level)).unwrap_or_default();
                let level = usize::try_from(level).unwrap_or(LEVELS);
                if level >= LEVELS {
                    lacking.add(Lack::Numbering, "lvl");
                }
                if let Some(paragraph) = &mut self.paragraph {
                    paragraph.level = level.min(LEVELS - 1);
                }
            }
            ("p", "endParaRPr") => {}
            ("p", _) => return self.settle(lacking),
            (_, "buFont") => self.font = of("typeface").unwrap_or_default(),
            (_, "buAutoNum" | "buChar" | "buBlip" | "buNone") => {
                let font = std::mem::take(&mut self.font);
                let mark = match name {
                    "buAutoNum" => {
                        let first = of("startAt").and_then(|first| counted(&first)).unwrap_or(1);
                        Mark::Number(of("type").unwrap_or_default(), first)
                    }
                    "buChar" => Mark::Sign(of("char").unwrap_or_default(), font),
                    "buBlip" => Mark::Sign(NEUTRAL.to_owned(), String::new()),
                    _ => Mark::Nothing,
                };
                let within = open.iter().rev().nth(1).map_or("", |open| open.name.as_str());
                if let ("pPr", "p", Some(paragraph)) = (parent, within, &mut self.paragraph) {
                    paragraph.own = Some(mark);
                } else if let ("lstStyle", Some(level)) = (within, level_of(parent)) {
                    self.marks.insert(level, mark);
                }
            }
            _ => {}
        }
        None
    }

    /// An element ends, be it empty or not.
    pub(in crate::pages::office) fn end(&mut self, name: &str) {
        if name == "p" {
            self.paragraph = None;
        }
    }

    /// What stands before the paragraph that is open, once something stands in it.
    fn settle(&mut self, lacking: &mut Missings) -> Option<String> {
        let paragraph = self.paragraph.as_mut().filter(|paragraph| !paragraph.settled)?;
        paragraph.settled = true;
        let level = paragraph.level;
        let mark = paragraph.own.take().or_else(|| self.marks.get(&level).cloned()).unwrap_or(Mark::Nothing);
        self.counted.retain(|deeper, _| *deeper <= level);
        let (kind, first) = match mark {
            Mark::Number(kind, first) => (kind, first),
            // What is no number ends what was counted before it.
            Mark::Nothing => {
                self.counted.remove(&level);
                return None;
            }
            Mark::Sign(sign, font) => {
                self.counted.remove(&level);
                return match bullet(&sign, &font) {
                    Ok(sign) if sign.is_empty() => None,
                    Ok(sign) => Some(format!("{} ", short(&sign))),
                    Err(why) => Some(neutral(&why, lacking)),
                };
            }
        };
        let last = self.counted.get(&level).filter(|(same, begun, _)| *same == kind && *begun == first);
        let number = last.map_or(first, |(_, _, last)| last.saturating_add(1).min(LARGEST));
        self.counted.insert(level, (kind.clone(), first, number));
        let (before, format, behind) = form(&kind);
        Some(match format.written(number) {
            Some(said) => format!("{before}{said}{behind} "),
            None => neutral(&format.named(number), lacking),
        })
    }
}

fn neutral(why: &str, lacking: &mut Missings) -> String {
    lacking.add(Lack::Numbering, why);
    format!("{NEUTRAL} ")
}

/// `lvl1pPr`: the first.
fn level_of(name: &str) -> Option<usize> {
    let level = name.strip_prefix("lvl")?.strip_suffix("pPr")?;
    level.parse::<usize>().ok()?.checked_sub(1).filter(|level| *level < LEVELS)
}

/// What stands around a number, and its form.
fn form(kind: &str) -> (&'static str, Format, &'static str) {
    let forms = [
        ("alphaLc", Format::Letters(Case::Lower)),
        ("alphaUc", Format::Letters(Case::Upper)),
        ("arabic", Format::Decimal),
        ("romanLc", Format::Roman(Case::Lower)),
        ("romanUc", Format::Roman(Case::Upper)),
    ];
    let known = forms.into_iter().find_map(|(begins, format)| {
        let (before, behind) = match kind.strip_prefix(begins)? {
            "ParenBoth" => ("(", ")"),
            "ParenR" => ("", ")"),
            "Period" => ("", "."),
            "Plain" => ("", ""),
            _ => return None,
        };
        Some((before, format, behind))
    });
    known.unwrap_or_else(|| ("", Format::Unknown(format!("buAutoNum {kind}")), ""))
}
