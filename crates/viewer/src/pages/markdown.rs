//! Markdown (CommonMark 0.31) on A4 pages: headings, lists and quotations as they are meant, and every word of it as inert text.
//! Nothing can be followed and nothing is fetched: where a link leads to is written behind it, as is where a picture would be. What
//! other programs do not show (HTML, comments, where names lead to) stands there as it was written.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::encoding::{Decoded, decode};
use super::leaves::{Leaves, PAGE};
use super::{Image, Pages, Rendered, Text, fit, text};
use crate::frame::Status;
use crate::headings::Heading;
use crate::letters::{Face, Letters};
use crate::missing::{Lack, Missing, Missings, joined};
use crate::places::{Area, Place};

/// Points.
const MARGIN: f32 = 56.0;
const SIZE: f32 = 10.5;
const LEADING: f32 = 1.4;
/// Between two blocks.
const APART: f32 = 7.0;
/// Of a list in a list, or a quotation in a quotation.
const INDENT: f32 = 18.0;
/// No text is pushed off the page by what it lies in.
const DEEPEST: usize = 12;
/// More than this nobody writes by hand: it is shown as plain text.
const MOST_BYTES: usize = 2 * 1024 * 1024;
const MOST_PAGES: usize = 2000;
/// Letters without width must not make a row without end.
const MOST_IN_A_ROW: usize = 1000;

/// Some letters in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    text: String,
    dark: bool,
}

/// A paragraph, a heading, an entry of a list: what is laid out together.
#[derive(Debug, Default, PartialEq)]
struct Block {
    spans: Vec<Span>,
    /// Stands before its first row: the sign or the number of an entry, the bars of a quotation.
    sign: String,
    depth: usize,
    /// Of the em, by the ordinary one.
    scale: f32,
    /// Spaces and lines are as they were written.
    kept: bool,
    /// Nothing but a line across the page.
    rule: bool,
    heading: Option<u8>,
}

/// What stands on one line of a page.
struct Row {
    baseline: f32,
    size: f32,
    left: f32,
    letters: Vec<(char, bool)>,
    rule: bool,
}

pub struct Markdown {
    leaves: Leaves<Row>,
    outline: Vec<Heading>,
    regular: Letters,
    dark: Letters,
}

pub fn read(document: &[u8]) -> Result<Box<dyn Pages>, Status> {
    if document.len() > MOST_BYTES {
        return text::read(document);
    }
    Ok(Box::new(Markdown::of(decode(document))?))
}

impl Markdown {
    fn of(decoded: Decoded) -> Result<Markdown, Status> {
        let regular = Letters::load(Face::Regular).ok_or(Status::Malformed)?;
        let dark = Letters::load(Face::SemiBold).ok_or(Status::Malformed)?;
        let mut lacking = Missings::default();
        let blocks = blocks(&decoded.text, &mut lacking);
        let mut laid = Laid { regular: &regular, dark: &dark, pages: vec![Vec::new()], at: MARGIN, complete: true };
        let mut outline = Vec::new();
        for block in &blocks {
            laid.block(block);
            if let Some(depth) = block.heading {
                let title: String = block.spans.iter().map(|span| span.text.as_str()).collect();
                let page = u32::try_from(laid.pages.len() - 1).ok();
                outline.push(Heading::new(&title, page, depth));
            }
            if !laid.complete {
                break;
            }
        }
        let Laid { pages, complete, .. } = laid;
        let leaves = Leaves { pages, text: decoded, lacking, complete };
        Ok(Markdown { leaves, outline, regular, dark })
    }

    fn letters(&self, dark: bool) -> &Letters {
        if dark { &self.dark } else { &self.regular }
    }

    /// What a page lacks, and with it the whole.
    fn lacks(&self, page: u32) -> Vec<Missing> {
        let mut missing = self.missing();
        missing.retain(|item| item.lack != Lack::TooLong);
        let mut more = Missings::default();
        let text = self.read_page(page).unwrap_or_default();
        more.add_many(Lack::Letters, "", self.regular.shapeless(&text));
        more.add_marks(&text);
        joined(missing, more)
    }

    fn read_page(&self, page: u32) -> Option<String> {
        let rows = self.leaves.rows(page)?;
        let mut text = String::new();
        for row in rows.iter().filter(|row| !row.rule) {
            text.extend(row.letters.iter().map(|(c, _)| c));
            text.push('\n');
        }
        Some(text)
    }
}

/// Where the next row comes.
struct Laid<'l> {
    regular: &'l Letters,
    dark: &'l Letters,
    pages: Vec<Vec<Row>>,
    /// Points from the top of the page.
    at: f32,
    complete: bool,
}

impl Laid<'_> {
    fn block(&mut self, block: &Block) {
        let size = SIZE * block.scale;
        if self.at > MARGIN {
            self.at += if block.heading.is_some() { 2.0 * APART } else { APART };
        }
        let left = MARGIN + INDENT * block.depth.min(DEEPEST) as f32;
        if block.rule {
            self.row(Row { baseline: 0.0, size, left, letters: Vec::new(), rule: true });
            return;
        }
        let mut letters: Vec<(char, bool)> = block.sign.chars().map(|c| (c, false)).collect();
        let mut taken: f32 = letters.iter().map(|(c, dark)| self.width(*c, *dark, size)).sum();
        let measure = PAGE.0 - MARGIN - left;
        for (c, dark) in block.spans.iter().flat_map(|span| span.text.chars().map(|c| (c, span.dark))) {
            if c == '\n' {
                self.row(Row { baseline: 0.0, size, left, letters: std::mem::take(&mut letters), rule: false });
                taken = 0.0;
                continue;
            }
            let width = self.width(c, dark, size);
            if !letters.is_empty() && (taken + width > measure || letters.len() >= MOST_IN_A_ROW) {
                let space = letters.iter().rposition(|(c, _)| *c == ' ');
                let rest = match space.filter(|at| *at > 0 && !block.kept && c != ' ') {
                    Some(space) => letters.split_off(space + 1),
                    None => Vec::new(),
                };
                self.row(Row {
                    baseline: 0.0,
                    size,
                    left,
                    letters: std::mem::replace(&mut letters, rest),
                    rule: false,
                });
                taken = letters.iter().map(|(c, dark)| self.width(*c, *dark, size)).sum();
                if !self.complete {
                    return;
                }
            }
            letters.push((c, dark));
            taken += width;
        }
        if !letters.is_empty() {
            self.row(Row { baseline: 0.0, size, left, letters, rule: false });
        }
    }

    fn row(&mut self, row: Row) {
        let height = row.size * LEADING;
        if self.at + height > PAGE.1 - MARGIN {
            if self.pages.len() >= MOST_PAGES {
                self.complete = false;
                return;
            }
            self.pages.push(Vec::new());
            self.at = MARGIN;
        }
        let baseline = self.at + row.size;
        self.at += height;
        if let Some(page) = self.pages.last_mut() {
            page.push(Row { baseline, ..row });
        }
    }

    fn width(&self, c: char, dark: bool, size: f32) -> f32 {
        let letters = if dark { self.dark } else { self.regular };
        drawn_width(letters, c, size)
    }
}

fn drawn_width(letters: &Letters, c: char, size: f32) -> f32 {
    let mut letter = [0; 4];
    let letter: &str = c.encode_utf8(&mut letter);
    if c.is_ascii_graphic() || c == ' ' {
        return letters.width(letter, size);
    }
    letters.width(&letters.drawable(if c == '\t' { "    " } else { letter }), size)
}

/// What the text says, block by block.
fn blocks(text: &str, lacking: &mut Missings) -> Vec<Block> {
    // Not tables: cells beyond the heading would be dropped. Their lines are kept as they are.
    let parser = Parser::new_ext(text, Options::ENABLE_TASKLISTS);
    let mut defined: Vec<(usize, String)> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| {
            (definition.span.start, text.get(definition.span.clone()).unwrap_or_default().to_owned())
        })
        .collect();
    defined.sort();
    let mut reading = Reading { scale: 1.0, ..Reading::default() };
    for event in parser {
        reading.take(event, lacking);
    }
    reading.end();
    for (_, definition) in defined {
        let spans = vec![Span { text: definition.trim().to_owned(), dark: false }];
        reading.blocks.push(Block { spans, scale: 0.85, kept: true, ..Block::default() });
    }
    reading.blocks
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// The block that is being read.
    block: Option<Block>,
    /// The next number of each list that it lies in; none where entries have a sign.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// The sign of the entry that begins.
    sign: String,
    strong: usize,
    scale: f32,
    heading: Option<u8>,
    kept: bool,
    /// Where the links lead to that are being read, innermost last.
    leads: Vec<String>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>, lacking: &mut Missings) {
        match event {
            Event::Start(tag) => self.start(tag, lacking),
            Event::End(tag) => self.stop(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.say(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.say(&text),
            Event::FootnoteReference(name) => self.say(&format!("[^{name}]")),
            Event::SoftBreak => {
                // Lines of a table stay lines.
                let table = self.block.as_ref().and_then(|block| block.spans.first());
                let table = table.is_some_and(|span| span.text.starts_with('|'));
                self.say(if table { "\n" } else { " " });
            }
            Event::HardBreak => self.say("\n"),
            Event::Rule => {
                self.end();
                self.blocks.push(Block { rule: true, scale: 1.0, depth: self.depth(), ..Block::default() });
            }
            Event::TaskListMarker(done) => self.say(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>, lacking: &mut Missings) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end();
                let number = number_of(level);
                self.heading = Some(number - 1);
                self.scale = [1.7, 1.4, 1.2, 1.1, 1.0, 1.0].get(usize::from(number) - 1).copied().unwrap_or(1.0);
                self.strong += 1;
            }
            Tag::BlockQuote(_) => {
                self.end();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.end();
                self.kept = true;
                if let CodeBlockKind::Fenced(info) = kind
                    && !info.is_empty()
                {
                    self.say(&format!("‹{info}›\n"));
                }
            }
            Tag::List(first) => {
                self.end();
                self.lists.push(first);
            }
            Tag::Item => {
                self.end();
                self.sign = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let sign = format!("{number}. ");
                        *number = number.saturating_add(1);
                        sign
                    }
                    Some(None) | None => "• ".to_owned(),
                };
            }
            Tag::FootnoteDefinition(name) => {
                self.end();
                self.say(&format!("[^{name}]: "));
            }
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, title, .. } => self.leads.push(leads(&dest_url, &title)),
            Tag::Image { dest_url, title, .. } => {
                lacking.add(Lack::Object, &dest_url);
                self.leads.push(leads(&dest_url, &title));
                self.say("! ");
            }
            Tag::Paragraph | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.end(),
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow => self.end(),
            Tag::TableCell | Tag::Emphasis | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn stop(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.end();
                self.heading = None;
                self.scale = 1.0;
                self.strong = self.strong.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.end();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.end();
                self.kept = false;
            }
            TagEnd::List(_) => {
                self.end();
                self.lists.pop();
            }
            TagEnd::Item => {
                // An entry that says nothing has its sign.
                if !self.sign.is_empty() {
                    self.say("");
                }
                self.end();
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => {
                let to = self.leads.pop().unwrap_or_default();
                self.say(&to);
            }
            TagEnd::Paragraph
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow => self.end(),
            TagEnd::TableCell | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    fn depth(&self) -> usize {
        self.lists.len().saturating_sub(1) + self.quotes
    }

    fn say(&mut self, text: &str) {
        let depth = self.depth();
        let block = self.block.get_or_insert_with(|| Block {
            spans: Vec::new(),
            sign: format!("{}{}", "> ".repeat(self.quotes.min(1)), std::mem::take(&mut self.sign)),
            depth,
            scale: self.scale,
            kept: self.kept,
            rule: false,
            heading: self.heading,
        });
        block.spans.push(Span { text: text.to_owned(), dark: self.strong > 0 });
    }

    fn end(&mut self) {
        let Some(mut block) = self.block.take() else { return };
        // A block of code ends with the end of its last line.
        if let Some(last) = block.spans.last_mut().filter(|_| block.kept) {
            last.text.truncate(last.text.trim_end_matches('\n').len());
        }
        self.blocks.push(block);
    }
}

/// What stands behind a link: where it leads to, and what would show over it.
fn leads(to: &str, title: &str) -> String {
    let title = if title.is_empty() { String::new() } else { format!(" “{title}”") };
    format!(" ‹{to}{title}›")
}

fn number_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

impl Pages for Markdown {
    fn count(&self) -> u32 {
        self.leaves.count()
    }

    fn complete(&self) -> bool {
        self.leaves.complete
    }

    fn is_scan(&self, _: u32) -> bool {
        false
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.leaves.size(page)
    }

    fn missing(&self) -> Vec<Missing> {
        self.leaves.missing(Missings::default())
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let rows = self.leaves.rows(page).ok_or(Status::NoSuchPage)?;
        let (width, height) = fit(PAGE, width)?;
        let scale = width as f32 / PAGE.0;
        let mut rgb = vec![255_u8; width as usize * height as usize * 3];
        let mut paint = |pixel: usize, coverage: f32| {
            for value in rgb.iter_mut().skip(pixel * 3).take(3) {
                *value = value.saturating_sub((coverage * 230.0) as u8);
            }
        };
        for row in rows {
            if row.rule {
                let y = ((row.baseline - row.size / 2.0) * scale) as usize;
                let (from, to) = ((row.left * scale) as usize, ((PAGE.0 - MARGIN) * scale) as usize);
                (from..to).for_each(|x| paint(y * width as usize + x, 0.5));
                continue;
            }
            let mut left = row.left * scale;
            let mut rest = row.letters.as_slice();
            // In one go what is of one weight.
            while let Some((_, dark)) = rest.first() {
                let many = rest.iter().take_while(|(_, other)| other == dark).count();
                let (some, later) = rest.split_at_checked(many).unwrap_or((rest, &[]));
                let text: String = some.iter().map(|(c, _)| *c).collect();
                let letters = self.letters(*dark);
                let text = letters.drawable(&text.replace('\t', "    "));
                let origin = (left, row.baseline * scale);
                letters.draw(&text, row.size * scale, origin, (width, height), &mut paint);
                left += letters.width(&text, row.size * scale);
                rest = later;
            }
        }
        let mut missing = self.lacks(page);
        missing.extend(self.leaves.ends(page));
        Ok(Rendered { image: Image { width, height, rgb }, missing })
    }

    fn text(&self, page: u32) -> Option<Text> {
        let text = self.read_page(page)?;
        let mut missing = self.lacks(page);
        if !self.leaves.complete && self.leaves.is_last(page) {
            missing.push(Missing::new(Lack::TooLong, "", 1));
        }
        Some(Text { text, missing })
    }

    fn places(&self, page: u32) -> Vec<Place> {
        let mut places = Vec::new();
        let mut begin = 0_usize;
        for row in self.leaves.rows(page).into_iter().flatten().filter(|row| !row.rule) {
            let mut left = row.left;
            for (c, dark) in &row.letters {
                let width = drawn_width(self.letters(*dark), *c, row.size);
                let area = Area {
                    left: left / PAGE.0,
                    top: (row.baseline - row.size) / PAGE.1,
                    right: (left + width) / PAGE.0,
                    bottom: (row.baseline + 0.3 * row.size) / PAGE.1,
                };
                places.push(Place { begin: u32::try_from(begin).unwrap_or(u32::MAX), area });
                begin += c.len_utf8();
                left += width;
            }
            begin += 1;
        }
        places
    }

    fn outline(&self) -> Vec<Heading> {
        self.outline.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(text: &str) -> Markdown {
        Markdown::of(decode(text.as_bytes())).expect("the fonts are embedded")
    }

    fn text(text: &str) -> String {
        let pages = pages(text);
        (0..pages.count()).filter_map(|page| pages.text(page)).map(|page| page.text).collect()
    }

    #[test]
    fn it_is_drawn_as_it_is_meant() {
        let said = text(
            "# Note\n\n(S) One *two* **three**\nfour.\n\n- first\n- second\n  1. inner\n\n> quoted\n\n```\n  code\n```\n",
        );
        assert_eq!(said, "Note\n(S) One two three four.\n• first\n• second\n1. inner\n> quoted\n  code\n");
        let document = pages("# Note\n\n## Part\n\ntext **dark**\n");
        let outline: Vec<_> = document.outline().into_iter().map(|line| (line.title, line.page, line.depth)).collect();
        assert_eq!(outline, [("Note".to_owned(), Some(0), 0), ("Part".to_owned(), Some(0), 1)]);
        let image = document.render(0, 600).expect("it has a page").image;
        assert!(image.rgb.iter().any(|value| *value < 100), "something is drawn");
        assert_eq!(document.render(0, 600).expect("it has a page").missing, []);
    }

    #[test]
    fn nothing_of_it_is_hidden_and_nothing_can_be_followed() {
        for (written, shown) in [
            ("[bank](https://evil.example 'click')", "bank ‹https://evil.example “click”›"),
            ("![map](http://evil.example/p.png)", "! map ‹http://evil.example/p.png›"),
            ("a <!-- hidden --> b", "a <!-- hidden --> b"),
            ("<script>alert(1)</script>\n", "<script>alert(1)</script>"),
            ("[//]: # (hidden)\n\ntext\n", "[//]: # (hidden)"),
            ("```secret words\ncode\n```\n", "‹secret words›"),
            ("| a | b |\n|---|---|\n| c | d | e |\n", "| c | d | e |"),
            ("a[^1]\n\n[^1]: note\n", "note"),
        ] {
            let said = text(written);
            assert!(said.contains(shown), "{written:?} is shown as {said:?}");
        }
        let missing = pages("![map](http://evil.example/p.png)").missing();
        assert_eq!(missing, [Missing::new(Lack::Object, "http://evil.example/p.png", 1)]);
        let marked = pages("ab\u{202e}c\n");
        assert_eq!(marked.text(0).expect("it has a page").missing, [Missing::new(Lack::Marks, "RLO", 1)]);
    }

    #[test]
    fn long_text_runs_neither_off_the_page_nor_out_of_it() {
        let long = format!("{}\n\n{}\n\n{}", "word ".repeat(4000), "W".repeat(3000), "> ".repeat(200) + "deep");
        let document = pages(&long);
        assert!(document.count() > 2 && document.complete());
        for (page, rows) in (0..).zip(&document.leaves.pages) {
            assert!(rows.iter().all(|row| row.baseline < PAGE.1 - MARGIN + SIZE));
            for place in document.places(page) {
                assert!(place.area.right <= 1.0 - MARGIN / PAGE.0 + 0.01, "{place:?}");
            }
        }
        let said: String = (0..document.count()).filter_map(|page| document.text(page)).map(|page| page.text).collect();
        assert_eq!(said.matches("word").count(), 4000);
        assert_eq!(said.matches('W').count(), 3000);
    }

    #[test]
    fn a_letter_has_its_place_where_it_is_drawn() {
        let document = pages("één **twee**\n");
        let text = document.text(0).expect("it has a page").text;
        let at = text.find("twee").expect("it stands there");
        let place = document.places(0).into_iter().find(|place| place.begin as usize == at).expect("it has a place");
        let before = document.regular.width("één ", SIZE);
        assert!((place.area.left * PAGE.0 - MARGIN - before).abs() < 0.1, "{place:?}");
    }
}
