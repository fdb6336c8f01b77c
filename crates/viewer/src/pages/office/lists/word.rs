//! The lists of a word-processing document (ISO/IEC 29500-1, 17.9). Paragraphs whose end was deleted under change tracking keep
//! their number and count, as programs do that show changes: so is what is deleted shown here. Paragraphs that are hidden as a whole
//! have none and do not count. Notes, headers and text boxes are counted apart from the text.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::counters::Counters;
use super::notes::Notes;
use crate::frame::Status;
use crate::missing::{Lack, Missings};
use crate::pages::numerals::{Format, NEUTRAL, bullet, counted, of_words, short};
use crate::pages::office::hidden::Open;
use crate::pages::office::package::{Archive, Relation, attribute, clean, local, unpacked};

/// Of a list; an open document has one more.
const LEVELS: usize = 9;
/// How many styles are looked through, each based on the next; Word takes fewer.
const DEEPEST: usize = 32;
/// How often one list leads to another by a style.
const LINKS: usize = 8;
/// Of a level that does not say.
static DECIMAL: Format = Format::Decimal;

#[derive(Default)]
struct Level {
    start: Option<u32>,
    format: Option<Format>,
    text: String,
    /// Whether all its numbers are written in digits.
    legal: bool,
    /// 0: it never begins again. Else the last of the levels above it, from 1, with which it does.
    restart: Option<u32>,
    /// Whether nothing stands between its number and the text.
    close: bool,
    /// The style whose paragraphs are of this level.
    style: String,
    /// Of its sign.
    font: String,
}

type Levels = BTreeMap<usize, Level>;

/// How paragraphs use a list.
#[derive(Default)]
struct Num {
    list: String,
    starts: BTreeMap<usize, u32>,
    levels: Levels,
}

#[derive(Default)]
struct Numbering {
    lists: BTreeMap<String, Levels>,
    /// Lists that are described by a style.
    links: BTreeMap<String, String>,
    nums: BTreeMap<String, Num>,
}

#[derive(Clone, Default)]
struct Style {
    based: String,
    num: Option<String>,
    level: Option<usize>,
}

#[derive(Default)]
struct Styles {
    all: BTreeMap<String, Style>,
    /// That of paragraphs that name none.
    usual: String,
    /// Two letters.
    language: String,
}

/// What is counted by itself: the text, or all text boxes.
#[derive(Default)]
struct Story {
    lists: BTreeMap<String, Counters>,
    begun: BTreeSet<String>,
}

#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    num: Option<String>,
    level: Option<usize>,
    deleted: bool,
    hidden: bool,
    /// Whether its number was given, or that it has none.
    settled: bool,
}

/// What is said once for newer programs and once for older ones has the same numbers.
#[derive(Default)]
struct Alternative {
    begins: usize,
    ends: usize,
    branches: u32,
}

#[derive(Default)]
pub(in crate::pages::office) struct Words {
    numbering: Numbering,
    styles: Styles,
    /// By style: the list and the level that it gives.
    resolved: BTreeMap<String, (Option<String>, Option<usize>)>,
    main: Story,
    boxed: Story,
    boxes: u32,
    paragraphs: Vec<Paragraph>,
    alternatives: Vec<Alternative>,
    /// How many of those that are open say again what was said.
    again: u32,
    /// What stood before the paragraphs of the first of them.
    record: Vec<String>,
    next: usize,
    notes: Notes,
}

impl Words {
    /// `main`: the part with the text.
    pub(in crate::pages::office) fn of(archive: &mut Archive<'_>, main: &str, relations: &[Relation]) -> Words {
        let named = |kind: &str, usual: &str| {
            let related = relations.iter().find(|relation| relation.is(kind) && !relation.outside);
            related.map_or_else(|| usual.to_owned(), |relation| relation.target.clone())
        };
        let names = [
            named("styles", "word/styles.xml"),
            named("numbering", "word/numbering.xml"),
            named("settings", "word/settings.xml"),
            main.to_owned(),
        ];
        let [styles, numbering, settings, text] = names.map(|name| {
            let part = if archive.has(&name) { unpacked(archive, &name).unwrap_or_default() } else { Vec::new() };
            String::from_utf8_lossy(&part).into_owned()
        });
        // Styles that cannot be read are no document that can be: that is found where they hide something.
        let styles = Styles::read(&styles).unwrap_or_default();
        let numbering = Numbering::read(&numbering, &styles.language);
        archive.lacking.add_many(Lack::Numbering, "numbering.xml", u32::from(numbering.is_err()));
        let mut notes = Notes::default();
        notes.read(&settings, &styles.language, &mut archive.lacking);
        notes.read(&text, &styles.language, &mut archive.lacking);
        Words { styles, numbering: numbering.unwrap_or_default(), notes, ..Words::default() }
    }

    /// Another part begins: it is counted by itself.
    pub(in crate::pages::office) fn part(&mut self) {
        (self.main, self.boxed, self.boxes) = (Story::default(), Story::default(), 0);
        (self.alternatives, self.again, self.next) = (Vec::new(), 0, 0);
        self.paragraphs.clear();
        self.record.clear();
    }

    /// An element begins, be it empty or not. `open`: those around it.
    pub(in crate::pages::office) fn begin(
        &mut self,
        start: &BytesStart<'_>,
        name: &str,
        open: &[Open],
        lacking: &mut Missings,
    ) -> Option<String> {
        let within = |names: &[&str]| is_in(open.iter().rev().map(|open| open.name.as_str()), names);
        let value = || attribute(start, "val").map(|value| clean(&value)).unwrap_or_default();
        if name == "pPr" && within(&["p"]) {
            return None;
        }
        // A paragraph that says nothing of itself has the usual style.
        let said = if within(&["p"]) { self.settle(lacking) } else { None };
        match name {
            "txbxContent" => self.boxes = self.boxes.saturating_add(1),
            "AlternateContent" | "Choice" | "Fallback" => self.alternative(name),
            "p" => self.paragraphs.push(Paragraph::default()),
            _ => {}
        }
        if let Some(note) = self.notes.begin(start, name, lacking) {
            return Some(said.unwrap_or_default() + &note);
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return said };
        match name {
            "pStyle" if within(&["pPr", "p"]) => paragraph.style = Some(value()),
            "numId" if within(&["numPr", "pPr", "p"]) => paragraph.num = Some(value()),
            "ilvl" if within(&["numPr", "pPr", "p"]) => paragraph.level = Some(level(&value())),
            "del" | "moveFrom" if within(&["rPr", "pPr", "p"]) => paragraph.deleted = true,
            "vanish" if within(&["rPr", "pPr", "p"]) => {
                paragraph.hidden = !matches!(value().as_str(), "0" | "false" | "off");
            }
            _ => {}
        }
        said
    }

    /// An element ends, be it empty or not. `open`: those around it.
    pub(in crate::pages::office) fn end(
        &mut self,
        name: &str,
        open: &[Open],
        lacking: &mut Missings,
    ) -> Option<String> {
        match name {
            "txbxContent" => self.boxes = self.boxes.saturating_sub(1),
            "pPr" if open.last().is_some_and(|open| open.name == "p") => {
                if let Some((paragraph, around)) = self.paragraphs.last_mut().zip(open.last()) {
                    // By its style.
                    paragraph.hidden |= !around.ends.is_empty();
                }
                return self.settle(lacking);
            }
            "p" => {
                let said = self.settle(lacking);
                self.paragraphs.pop();
                return said;
            }
            "Choice" | "Fallback" => {
                if let Some(open) = self.alternatives.last_mut() {
                    if open.branches <= 1 {
                        open.ends = self.next;
                    } else {
                        self.again = self.again.saturating_sub(1);
                        self.next = open.ends;
                    }
                }
            }
            "AlternateContent" => {
                self.alternatives.pop();
                if self.alternatives.is_empty() {
                    self.record.clear();
                    self.next = 0;
                }
            }
            _ => {}
        }
        None
    }

    fn alternative(&mut self, name: &str) {
        if name == "AlternateContent" {
            self.alternatives.push(Alternative { begins: self.next, ends: self.next, branches: 0 });
        } else if let Some(open) = self.alternatives.last_mut() {
            open.branches = open.branches.saturating_add(1);
            if open.branches > 1 {
                self.again = self.again.saturating_add(1);
                self.next = open.begins;
            }
        }
    }

    /// What stands before the paragraph that is open, once.
    fn settle(&mut self, lacking: &mut Missings) -> Option<String> {
        let open = self.paragraphs.last_mut().filter(|paragraph| !paragraph.settled)?;
        let paragraph = std::mem::replace(open, Paragraph { settled: true, ..Paragraph::default() });
        if self.again > 0 {
            let said = self.record.get(self.next).cloned()?;
            self.next += 1;
            return Some(said);
        }
        let said = self.number(paragraph, lacking).unwrap_or_default();
        if !self.alternatives.is_empty() {
            self.record.truncate(self.next);
            self.record.push(said.clone());
            self.next = self.record.len();
        }
        Some(said)
    }

    fn number(&mut self, paragraph: Paragraph, lacking: &mut Missings) -> Option<String> {
        let style = paragraph.style.unwrap_or_else(|| self.styles.usual.clone());
        let (of_style, level_of_style) = self.by_style(&style, lacking);
        let num = paragraph.num.or(of_style).filter(|num| num != "0" && !num.is_empty())?;
        if paragraph.hidden {
            return None;
        }
        let level = paragraph.level.or(level_of_style).unwrap_or_default();
        let neutral = |why: String, lacking: &mut Missings| {
            lacking.add(Lack::Numbering, &why);
            Some(format!("{NEUTRAL} "))
        };
        let Some(used) = self.numbering.nums.get(&num) else { return neutral(format!("numId {num}"), lacking) };
        let list = self.numbering.list(used, &self.styles);
        let defined = |level: usize| self.numbering.level(used, list, level);
        let Some(here) = defined(level) else { return neutral(format!("numId {num} ilvl {level}"), lacking) };
        let story = if self.boxes > 0 { &mut self.boxed } else { &mut self.main };
        let counters = story.lists.entry(list.to_owned()).or_default();
        if story.begun.insert(num.clone()) {
            used.starts.keys().for_each(|level| counters.begin(*level));
        }
        let start = |level: usize| {
            let of_list = || defined(level).and_then(|level| level.start);
            used.starts.get(&level).copied().or_else(of_list).unwrap_or(1)
        };
        let keeps = |deeper: usize| {
            let restart = defined(deeper).and_then(|deeper| deeper.restart);
            restart.is_some_and(|last| usize::try_from(last).is_ok_and(|last| level >= last))
        };
        counters.count(level, start(level), keeps);
        let is_number = here.format != Some(Format::Bullet);
        if paragraph.deleted && is_number {
            lacking.add(Lack::Counted, "");
        }
        let said = if is_number {
            here.written(|level| {
                let format = defined(level).and_then(|level| level.format.as_ref()).unwrap_or(&DECIMAL);
                (counters.last(level).unwrap_or_else(|| start(level)), format)
            })
        } else {
            bullet(&here.text, &here.font)
        };
        match said {
            Ok(said) if said.is_empty() => None,
            Ok(said) => Some(format!("{}{}", short(&said), if here.close { "" } else { " " })),
            Err(why) => neutral(why, lacking),
        }
    }

    /// The list and the level that a style gives its paragraphs, or one that it is based on.
    fn by_style(&mut self, name: &str, lacking: &mut Missings) -> (Option<String>, Option<usize>) {
        if let Some(known) = self.resolved.get(name) {
            return known.clone();
        }
        let (mut chain, mut at) = (Vec::new(), name);
        let (mut num, mut level) = (None, None);
        while let Some(style) = self.styles.all.get(at) {
            if chain.len() == DEEPEST {
                lacking.add(Lack::Numbering, "basedOn");
                break;
            }
            chain.push(at);
            num = num.or_else(|| style.num.clone());
            level = level.or(style.level);
            at = &style.based;
        }
        // The list says of which level a style is, before the style does.
        let used = num.as_ref().and_then(|num| self.numbering.nums.get(num));
        let linked = used.and_then(|used| {
            let list = self.numbering.list(used, &self.styles);
            chain.iter().find_map(|style| {
                (0..LEVELS).find(|at| self.numbering.level(used, list, *at).is_some_and(|at| at.style == **style))
            })
        });
        let found = (num, linked.or(level));
        self.resolved.insert(name.to_owned(), found.clone());
        found
    }
}

impl Level {
    /// With its numbers, each with its form, as `value` gives them. Or the name of a form that is not known.
    fn written<'f>(&self, value: impl Fn(usize) -> (u32, &'f Format)) -> Result<String, String> {
        let (mut said, mut signs) = (String::new(), self.text.chars().peekable());
        while let Some(sign) = signs.next() {
            let digit = signs.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| sign == '%' && *digit > 0);
            let Some(place) = digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1)) else {
                said.push(sign);
                continue;
            };
            signs.next();
            let (number, format) = value(place);
            let format = if self.legal && !matches!(format, Format::Nothing) { &DECIMAL } else { format };
            said.push_str(&format.written(number).ok_or_else(|| format.named(number))?);
        }
        Ok(said)
    }
}

impl Numbering {
    fn read(part: &str, language: &str) -> Result<Numbering, Status> {
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let mut numbering = Numbering::default();
        let (mut list, mut num, mut at) = (None::<String>, None::<String>, None::<usize>);
        loop {
            let start = match reader.read_event().map_err(|_| Status::Malformed)? {
                Event::Start(start) | Event::Empty(start) => start,
                Event::Eof => return Ok(numbering),
                _ => continue,
            };
            let of = |name: &str| attribute(&start, name).map(|said| clean(&said)).unwrap_or_default();
            let name = local(&start);
            match name.as_str() {
                "abstractNum" => {
                    let id = of("abstractNumId");
                    numbering.lists.insert(id.clone(), Levels::new());
                    (list, num, at) = (Some(id), None, None);
                }
                "num" => {
                    let id = of("numId");
                    numbering.nums.insert(id.clone(), Num::default());
                    (list, num, at) = (None, Some(id), None);
                }
                "numStyleLink" => {
                    if let Some(list) = &list {
                        numbering.links.insert(list.clone(), of("val"));
                    }
                }
                "abstractNumId" => {
                    if let Some(num) = num.as_ref().and_then(|num| numbering.nums.get_mut(num)) {
                        num.list = of("val");
                    }
                }
                "lvlOverride" => at = Some(level(&of("ilvl"))).filter(|level| *level < LEVELS),
                "startOverride" => {
                    let num = num.as_ref().and_then(|num| numbering.nums.get_mut(num));
                    if let Some((num, level)) = num.zip(at) {
                        num.starts.insert(level, counted(&of("val")).unwrap_or_default());
                    }
                }
                "lvl" => {
                    at = Some(level(&of("ilvl"))).filter(|level| *level < LEVELS);
                    if let Some((levels, level)) = numbering.levels(list.as_ref(), num.as_ref()).zip(at) {
                        levels.insert(level, Level::default());
                    }
                }
                other => {
                    let levels = numbering.levels(list.as_ref(), num.as_ref());
                    if let Some(level) = levels.zip(at).and_then(|(levels, at)| levels.get_mut(&at)) {
                        level.said(other, &of, language);
                    }
                }
            }
        }
    }

    /// The levels that are described now.
    fn levels(&mut self, list: Option<&String>, num: Option<&String>) -> Option<&mut Levels> {
        match list {
            Some(list) => self.lists.get_mut(list),
            None => self.nums.get_mut(num?).map(|num| &mut num.levels),
        }
    }

    /// The list that is used, which may be said by a style.
    fn list<'n>(&'n self, used: &'n Num, styles: &'n Styles) -> &'n str {
        let mut list = used.list.as_str();
        for _ in 0..LINKS {
            let style = self.links.get(list).and_then(|style| styles.all.get(style));
            let Some(next) = style.and_then(|style| self.nums.get(style.num.as_ref()?)) else { break };
            list = &next.list;
        }
        list
    }

    fn level<'n>(&'n self, used: &'n Num, list: &str, level: usize) -> Option<&'n Level> {
        used.levels.get(&level).or_else(|| self.lists.get(list)?.get(&level))
    }
}

impl Level {
    /// What an element says of it.
    fn said(&mut self, element: &str, of: &impl Fn(&str) -> String, language: &str) {
        let is_on = || !matches!(of("val").as_str(), "0" | "false" | "off");
        match element {
            "start" => self.start = counted(&of("val")),
            // Once more for older programs, where newer ones write it otherwise.
            "numFmt" if self.format.is_none() => self.format = Some(of_words(&of("val"), &of("format"), language)),
            "lvlText" => self.text = of("val"),
            "lvlRestart" => self.restart = counted(&of("val")),
            "isLgl" => self.legal = is_on(),
            "suff" => self.close = of("val") == "nothing",
            "rFonts" => self.font = of("ascii"),
            "pStyle" if self.style.is_empty() => self.style = of("val"),
            _ => {}
        }
    }
}

impl Styles {
    fn read(part: &str) -> Result<Styles, Status> {
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let (mut styles, mut open, mut described) = (Styles::default(), Vec::<String>::new(), String::new());
        loop {
            let event = reader.read_event().map_err(|_| Status::Malformed)?;
            if let Event::Start(start) | Event::Empty(start) = &event {
                let of = |name: &str| attribute(start, name).map(|said| clean(&said)).unwrap_or_default();
                let within = |names: &[&str]| is_in(open.iter().rev().map(String::as_str), names);
                match local(start).as_str() {
                    "style" => {
                        described = of("styleId");
                        if of("type") == "paragraph" && matches!(of("default").as_str(), "1" | "true" | "on") {
                            styles.usual.clone_from(&described);
                        }
                        styles.all.insert(described.clone(), Style::default());
                    }
                    "lang" if within(&["rPr", "rPrDefault"]) => {
                        styles.language = of("val").chars().take(2).flat_map(char::to_lowercase).collect();
                    }
                    name => {
                        if let Some(style) = styles.all.get_mut(&described) {
                            match name {
                                "basedOn" if within(&["style"]) => style.based = of("val"),
                                "numId" if within(&["numPr", "pPr", "style"]) => style.num = Some(of("val")),
                                "ilvl" if within(&["numPr", "pPr", "style"]) => style.level = Some(level(&of("val"))),
                                _ => {}
                            }
                        }
                    }
                }
            }
            match event {
                Event::Start(start) => open.push(local(&start)),
                Event::End(_) => drop(open.pop()),
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }
}

/// Whether it stands in these, from the inside.
fn is_in<'o>(mut open: impl Iterator<Item = &'o str>, names: &[&str]) -> bool {
    names.iter().all(|name| open.next() == Some(*name))
}

fn level(said: &str) -> usize {
    counted(said).and_then(|level| usize::try_from(level).ok()).unwrap_or_default()
}
