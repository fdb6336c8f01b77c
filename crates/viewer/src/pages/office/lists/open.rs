//! The lists and the headings of an open document (ISO/IEC 26300-1, 5.3 and 16.30 to 16.34). What was deleted under change tracking
//! stands apart from its place, and is not counted: a sign stands for its number.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::counters::{Counters, LEVELS};
use crate::missing::{Lack, Missings};
use crate::pages::numerals::{Case, Format, NEUTRAL, bullet, counted, padded, short};
use crate::pages::office::hidden::Open;
use crate::pages::office::package::{Archive, attribute, clean, local, unpacked};

/// How many styles are looked through, each based on the next.
const DEEPEST: usize = 32;

struct Level {
    format: Format,
    before: String,
    behind: String,
    /// What it is written by, where the file says that: each number between signs, as `%2%`.
    pattern: Option<String>,
    /// How many levels are shown, up to this one.
    shown: usize,
    start: u32,
    sign: String,
    /// Whether nothing stands between its number and the text.
    close: bool,
}

type Levels = BTreeMap<usize, Level>;

#[derive(Default)]
struct Style {
    parent: String,
    list: Option<String>,
}

#[derive(Default)]
struct Described {
    lists: BTreeMap<String, Levels>,
    outline: Levels,
    styles: BTreeMap<String, Style>,
}

#[derive(Default)]
struct Item {
    /// Its first paragraph has the number.
    numbered: bool,
    start: Option<u32>,
    style: String,
}

/// The lists that are open, one within the other.
#[derive(Default)]
struct Place {
    /// The style of each.
    lists: Vec<String>,
    items: Vec<Item>,
    counters: Counters,
    /// The name of the outermost list, and the style of its paragraphs.
    id: String,
    style: String,
    /// The name of the list that it goes on from: what goes on from that one next, goes on behind this.
    after: String,
}

#[derive(Default)]
pub(in crate::pages::office) struct Texts {
    described: Described,
    here: Place,
    /// Around a text box or a note.
    around: Vec<Place>,
    headings: Counters,
    /// Where lists ended that others go on from: by their names, by their styles.
    by_id: BTreeMap<String, Counters>,
    by_style: BTreeMap<String, Counters>,
    last: String,
    deletions: u32,
}

impl Texts {
    /// As the styles say in these parts, of which a later one has its own.
    pub(in crate::pages::office) fn of(archive: &mut Archive<'_>, parts: &[&str]) -> Texts {
        let mut texts = Texts::default();
        for name in parts {
            let part = if archive.has(name) { unpacked(archive, name).unwrap_or_default() } else { Vec::new() };
            texts.described.read(&String::from_utf8_lossy(&part));
        }
        texts
    }

    /// An element begins, be it empty or not. `open`: those around it.
    pub(in crate::pages::office) fn begin(
        &mut self,
        start: &BytesStart<'_>,
        name: &str,
        open: &[Open],
        lacking: &mut Missings,
    ) -> Option<String> {
        let of = |name: &str| attribute(start, name).map(|said| clean(&said)).unwrap_or_default();
        match name {
            "deletion" => self.deletions = self.deletions.saturating_add(1),
            // The number of a note, which follows it.
            "note-citation" => return Some("[^".to_owned()),
            "list" => self.list(of("style-name"), &of),
            "list-item" | "list-header" => self.here.items.push(Item {
                numbered: name == "list-header",
                start: counted(&of("start-value")),
                style: of("style-override"),
            }),
            "numbered-paragraph" => {
                lacking.add(Lack::Numbering, name);
                return Some(format!("{NEUTRAL} "));
            }
            "p" | "h" => {
                let within = open.last().map_or("", |open| open.name.as_str());
                return match within {
                    "list-item" => self.item(&of("style-name"), lacking),
                    "list-header" | "numbered-paragraph" => None,
                    _ if name == "h" => self.heading(&of, lacking),
                    _ => None,
                };
            }
            _ => {}
        }
        if is_apart(name) {
            self.around.push(std::mem::take(&mut self.here));
        }
        None
    }

    /// An element ends, be it empty or not.
    pub(in crate::pages::office) fn end(&mut self, name: &str) -> Option<String> {
        match name {
            "note-citation" => return Some("]".to_owned()),
            "list" => {
                self.here.lists.pop();
                if self.here.lists.is_empty() {
                    let Place { counters, id, style, after, .. } = std::mem::take(&mut self.here);
                    self.by_id.insert(after, counters.clone());
                    self.last.clone_from(&style);
                    self.by_style.insert(style, counters.clone());
                    self.by_id.insert(id, counters);
                }
            }
            "list-item" | "list-header" => drop(self.here.items.pop()),
            "deletion" => self.deletions = self.deletions.saturating_sub(1),
            _ => {}
        }
        if is_apart(name) {
            self.here = self.around.pop().unwrap_or_default();
        }
        None
    }

    /// A list begins. One that says none has the style of the list around it.
    fn list(&mut self, style: String, of: &impl Fn(&str) -> String) {
        let here = &mut self.here;
        if here.lists.is_empty() {
            let after = of("continue-list");
            let goes_on = of("continue-numbering") == "true";
            let same = if style.is_empty() { &self.last } else { &style };
            here.counters = match (self.by_id.get(&after), self.by_style.get(same)) {
                (Some(counters), _) if !after.is_empty() => counters.clone(),
                (_, Some(counters)) if goes_on => counters.clone(),
                _ => Counters::default(),
            };
            (here.id, here.style, here.after) = (of("id"), style.clone(), after);
        }
        let outer = here.lists.last().cloned().unwrap_or_default();
        here.lists.push(if style.is_empty() { outer } else { style });
    }

    /// What stands before a paragraph of an item of a list.
    fn item(&mut self, paragraph: &str, lacking: &mut Missings) -> Option<String> {
        let level = self.here.lists.len().checked_sub(1)?;
        let item = self.here.items.last_mut().filter(|item| !item.numbered)?;
        item.numbered = true;
        let own = [Some(std::mem::take(&mut item.style)), self.here.lists.last().cloned()];
        let start = item.start;
        let named = own.into_iter().flatten().find(|style| !style.is_empty());
        let style = match named.or_else(|| self.described.list_of(paragraph, lacking)) {
            // Of no list, as the style of the paragraph says.
            Some(style) if style.is_empty() => return None,
            style => style.unwrap_or_default(),
        };
        self.here.style.clone_from(&style);
        let levels = self.described.lists.get(&style);
        let Some(levels) = levels.filter(|levels| levels.contains_key(&level)) else {
            lacking.add(Lack::Numbering, &format!("list-style {style}"));
            return Some(format!("{NEUTRAL} "));
        };
        count(levels, &mut self.here.counters, (level, start), self.deletions > 0, lacking)
    }

    /// What stands before a heading that stands in no list.
    fn heading(&mut self, of: &impl Fn(&str) -> String, lacking: &mut Missings) -> Option<String> {
        // A style may leave its headings out of all lists.
        let left_out = self.described.list_of(&of("style-name"), lacking).is_some_and(|list| list.is_empty());
        if left_out || of("is-list-header") == "true" {
            return None;
        }
        let level = counted(&of("outline-level")).unwrap_or(1).saturating_sub(1);
        let level = usize::try_from(level).ok().filter(|level| self.described.outline.contains_key(level))?;
        let start = counted(&of("start-value")).or_else(|| {
            let first = self.described.outline.get(&level).map(|level| level.start);
            first.filter(|_| of("restart-numbering") == "true")
        });
        count(&self.described.outline, &mut self.headings, (level, start), self.deletions > 0, lacking)
    }
}

/// What stands before the next paragraph of a level. `at`: the level, and the number that it begins again with.
fn count(
    levels: &Levels,
    counters: &mut Counters,
    at: (usize, Option<u32>),
    deleted: bool,
    lacking: &mut Missings,
) -> Option<String> {
    let (level, start) = at;
    let here = levels.get(&level)?;
    let said = if here.format == Format::Bullet {
        bullet(&here.sign, "").map(|sign| format!("{}{sign}{}", here.before, here.behind))
    } else if deleted {
        if here.format == Format::Nothing { Ok(String::new()) } else { Err("deletion".to_owned()) }
    } else {
        if start.is_some() {
            counters.begin(level);
        }
        counters.count(level, start.unwrap_or(here.start), |_| false);
        here.written(level, |level| {
            let above = levels.get(&level)?;
            Some((counters.last(level).unwrap_or(above.start), &above.format))
        })
    };
    match said {
        Ok(said) if said.is_empty() => None,
        Ok(said) => Some(format!("{}{}", short(&said), if here.close { "" } else { " " })),
        Err(why) => {
            lacking.add(Lack::Numbering, &why);
            Some(format!("{NEUTRAL} "))
        }
    }
}

impl Level {
    /// With its numbers, each with its form, as `value` gives them. Or the name of a form that is not known.
    fn written<'f>(&self, level: usize, value: impl Fn(usize) -> Option<(u32, &'f Format)>) -> Result<String, String> {
        let number = |level: usize| {
            let Some((number, format)) = value(level) else { return Ok(String::new()) };
            format.written(number).ok_or_else(|| format.named(number))
        };
        if let Some(pattern) = &self.pattern {
            let (mut said, mut is_number) = (String::new(), false);
            for part in pattern.split('%') {
                let place = counted(part).and_then(|place| usize::try_from(place).ok()?.checked_sub(1));
                match place.filter(|_| is_number) {
                    Some(place) => said.push_str(&number(place)?),
                    None => said.push_str(part),
                }
                is_number = !is_number;
            }
            return Ok(said);
        }
        let mut numbers = Vec::new();
        if self.format != Format::Nothing {
            for level in (level + 1).saturating_sub(self.shown)..=level {
                let said = number(level)?;
                numbers.extend((!said.is_empty()).then_some(said));
            }
        }
        Ok(format!("{}{}{}", self.before, numbers.join("."), self.behind))
    }
}

impl Described {
    /// As far as it can be read: what is broken is found where its text is.
    fn read(&mut self, part: &str) {
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let (mut list, mut at) = (None::<String>, None::<usize>);
        loop {
            let start = match reader.read_event() {
                Ok(Event::Start(start) | Event::Empty(start)) => start,
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => continue,
            };
            let of = |name: &str| attribute(&start, name).map(|said| clean(&said)).unwrap_or_default();
            let name = local(&start);
            match name.as_str() {
                "style" if of("family") == "paragraph" => {
                    let list = attribute(&start, "list-style-name").map(|said| clean(&said));
                    self.styles.insert(of("name"), Style { parent: of("parent-style-name"), list });
                }
                "list-style" => {
                    list = Some(of("name"));
                    self.lists.insert(of("name"), Levels::new());
                }
                "outline-style" => list = None,
                "list-level-style-number"
                | "list-level-style-bullet"
                | "list-level-style-image"
                | "outline-level-style" => {
                    let level = counted(&of("level")).and_then(|level| usize::try_from(level).ok()?.checked_sub(1));
                    at = level.filter(|level| *level < LEVELS);
                    if let Some((levels, level)) = self.levels(list.as_ref(), &name).zip(at) {
                        levels.insert(level, described(&name, &of));
                    }
                }
                "list-level-label-alignment" => {
                    let levels = match &list {
                        Some(list) => self.lists.get_mut(list),
                        None => Some(&mut self.outline),
                    };
                    if let Some(level) = levels.zip(at).and_then(|(levels, at)| levels.get_mut(&at)) {
                        level.close = of("label-followed-by") == "nothing";
                    }
                }
                _ => {}
            }
        }
    }

    /// The levels that an element is of.
    fn levels(&mut self, list: Option<&String>, name: &str) -> Option<&mut Levels> {
        if name == "outline-level-style" { Some(&mut self.outline) } else { self.lists.get_mut(list?) }
    }

    /// The list that a style of a paragraph names, or one that it is based on; an empty name means none.
    fn list_of(&self, paragraph: &str, lacking: &mut Missings) -> Option<String> {
        let mut at = paragraph;
        for _ in 0..DEEPEST {
            let style = self.styles.get(at)?;
            if style.list.is_some() {
                return style.list.clone();
            }
            at = &style.parent;
        }
        lacking.add(Lack::Numbering, "parent-style-name");
        None
    }
}

fn described(name: &str, of: &impl Fn(&str) -> String) -> Level {
    let format = match name {
        "list-level-style-bullet" | "list-level-style-image" => Format::Bullet,
        _ => format(&of("num-format"), &of("num-letter-sync")),
    };
    // A picture has no sign.
    let sign = if name == "list-level-style-image" { NEUTRAL.to_owned() } else { of("bullet-char") };
    Level {
        format,
        before: of("num-prefix"),
        behind: of("num-suffix"),
        pattern: Some(of("num-list-format")).filter(|pattern| !pattern.is_empty()),
        shown: counted(&of("display-levels")).and_then(|shown| usize::try_from(shown).ok()).unwrap_or(1).min(LEVELS),
        start: counted(&of("start-value")).unwrap_or(1),
        sign,
        close: false,
    }
}

fn format(name: &str, repeated: &str) -> Format {
    let letters = |case: Case| if repeated == "true" { Format::Letters(case) } else { Format::Columns(case) };
    match name {
        "1" => Format::Decimal,
        "a" => letters(Case::Lower),
        "A" => letters(Case::Upper),
        "i" => Format::Roman(Case::Lower),
        "I" => Format::Roman(Case::Upper),
        "" => Format::Nothing,
        "1st" => Format::Ordinal("en".to_owned()),
        other => padded(other).unwrap_or_else(|| Format::Unknown(format!("num-format {other}"))),
    }
}

/// What is within has lists of its own.
fn is_apart(name: &str) -> bool {
    matches!(name, "text-box" | "note-body" | "annotation" | "deletion" | "table")
}
