//! Of formatted text (HTML) the text, with what it says of pictures and where its links lead. What other programs do not show of it
//! stands between `[[` and `]]`.

mod css;
mod items;

use mail_parser::decoders::html::html_to_text;

use self::css::{Colour, Rules};
use self::items::Items;
use super::apart::Apart;
use crate::missing::{Lack, Missings};

/// Around what is hidden.
const HIDDEN: (&str, &str) = ("[[", "]]");
/// Around what is struck out.
const STRUCK: &str = "~~";
/// Elements that strike out what is in them.
const STRIKING: [&str; 3] = ["del", "s", "strike"];
/// Elements that hold nothing.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "frame",
];
/// Their tags keep a library from reading what stands in them, or in what follows.
const TAKEN: [&str; 5] = ["head", "style", "script", "template", "title"];
/// What stands above or below the line has a sign in the place of its element: the library takes the blank after one away.
const SIGNED: [&str; 2] = ["sup", "sub"];
/// What is said of an element where somebody points at it, or has it read out.
const HINTS: [&str; 8] =
    ["alt", "title", "placeholder", "aria-label", "aria-description", "label", "summary", "standby"];
/// Documents within documents.
const DEEPEST: u32 = 3;

/// The text, with descriptions of pictures and hints in brackets, and the target of each link that its text does not say.
/// Scripts and addresses that a program would fetch are named. What stands in it besides goes to `apart`.
pub fn formatted(html: &str, lacking: &mut Missings, apart: &mut Apart) -> String {
    read(html, lacking, apart, 0)
}

fn read(html: &str, lacking: &mut Missings, apart: &mut Apart, depth: u32) -> String {
    let lower = html.to_ascii_lowercase();
    let mut rules = Rules::default();
    for (at, _) in lower.match_indices("<style") {
        let end = lower.get(at..).and_then(|rest| rest.find("</style")).map_or(html.len(), |end| at + end);
        let sheet = html.get(at..end).and_then(|sheet| sheet.split_once('>'));
        rules.add(sheet.map_or("", |(_, sheet)| sheet).trim_start().trim_start_matches("<!--"));
    }
    rules.written.iter().for_each(|said| apart.add("content", said));
    rules.fetched.iter().for_each(|address| lacking.add(Lack::Outside, address));
    let mut reading = Reading {
        out: String::with_capacity(html.len()),
        open: Vec::new(),
        link: None,
        faint: None,
        rules,
        lacking,
        apart,
        depth,
        styled: lower.contains("list-style") && lower.contains("<style"),
    };
    // A text without its outermost elements has them all the same.
    for name in ["html", "body"].into_iter().filter(|name| !lower.contains(&format!("<{name}"))) {
        reading.begin(name, name);
    }
    let mut at = 0;
    while let Some(next) = html.get(at..).and_then(|rest| rest.find('<')) {
        reading.text(html.get(at..at + next).unwrap_or_default());
        at += next;
        at += reading.mark(html.get(at..).unwrap_or_default(), lower.get(at..).unwrap_or_default());
    }
    reading.text(html.get(at..).unwrap_or_default());
    reading.close(0);
    html_to_text(&reading.out)
}

struct Reading<'l> {
    /// Marked still, without what is taken out of it.
    out: String,
    open: Vec<Open>,
    /// Where a link leads, and where its text begins.
    link: Option<(String, usize)>,
    /// Where the last text in the colour of its ground ends, as long as no other follows.
    faint: Option<usize>,
    rules: Rules,
    lacking: &'l mut Missings,
    apart: &'l mut Apart,
    depth: u32,
    /// Whether a sheet says how lists look.
    styled: bool,
}

/// An element that is open.
struct Open {
    name: String,
    /// Where its hidden text begins, and why it is hidden.
    hidden: Option<(usize, &'static str)>,
    /// Where its text begins, if it is struck out.
    struck: Option<usize>,
    /// Whether its text is hidden by it or around it.
    within: bool,
    colour: Option<Colour>,
    ground: Option<Colour>,
    /// Of a list.
    items: Option<Items>,
}

impl Open {
    fn is_faint(&self) -> bool {
        !self.within && self.colour.zip(self.ground).is_some_and(|(colour, ground)| css::alike(colour, ground))
    }
}

impl Reading<'_> {
    /// What begins with `<`; says how many bytes it takes.
    fn mark(&mut self, rest: &str, lower: &str) -> usize {
        if rest.starts_with("<!--") {
            let (comment, taken) = match rest.find("-->") {
                Some(end) => (rest.get(4..end).unwrap_or_default(), end + 3),
                None => (rest.get(4..).unwrap_or_default(), rest.len()),
            };
            self.comment(comment);
            return taken;
        }
        match rest.chars().nth(1) {
            Some('!' | '?') => {
                let taken = rest.find('>').map_or(rest.len(), |end| end + 1);
                let inside = rest.get(2..taken).unwrap_or_default().trim_end_matches(['>', '?', '/']).trim();
                let of_form = ["doctype", "[if", "[endif", "xml", "[cdata"];
                if !of_form.iter().any(|form| inside.to_ascii_lowercase().starts_with(form)) {
                    self.apart.add("comment", inside);
                }
                return taken;
            }
            Some(c) if c.is_ascii_alphabetic() || c == '/' => {}
            // A sign, and no tag.
            _ => {
                self.out.push_str("&lt;");
                return 1;
            }
        }
        let Some(taken) = end_of_tag(rest) else {
            self.lacking.add(Lack::CutShort, "");
            self.out.push_str(&escaped(rest));
            return rest.len();
        };
        let inside = rest.get(1..taken - 1).unwrap_or_default();
        let name: String = inside.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let name = name.to_ascii_lowercase();
        if let Some(name) = name.strip_prefix('/') {
            self.end(name);
            return taken;
        }
        let name = name.trim_end_matches('/').to_owned();
        self.begin(&name, inside);
        // Whose content is no text.
        if matches!(name.as_str(), "style" | "script" | "title") {
            let end = lower.get(taken..).and_then(|rest| rest.find(&format!("</{name}")));
            let content = rest.get(taken..end.map_or(rest.len(), |end| taken + end)).unwrap_or_default();
            if name == "title" {
                self.apart.add("title", &html_to_text(content));
            }
            return taken + content.len();
        }
        taken
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.out.push_str(text);
        } else if self.open.last().is_some_and(Open::is_faint) {
            // Next to each other, they are one.
            match self.faint {
                Some(end) => self.out.replace_range(end - HIDDEN.1.len()..end, ""),
                None => {
                    self.lacking.add(Lack::Concealed, "color");
                    self.out.push_str(HIDDEN.0);
                }
            }
            self.out.push_str(text);
            self.out.push_str(HIDDEN.1);
            self.faint = Some(self.out.len());
        } else {
            self.faint = None;
            self.out.push_str(text);
        }
    }

    /// Some programs read what stands in a comment.
    fn comment(&mut self, comment: &str) {
        let condition = comment.trim_start().starts_with("[if");
        let said = comment.trim().trim_start_matches("[endif]").trim();
        let said = said.split_once(']').filter(|_| condition).map_or(said, |(_, said)| said);
        let said = said.trim_start_matches('>').trim_end_matches("<![endif]").trim();
        if self.depth < DEEPEST && !said.is_empty() {
            let said = read(said, self.lacking, self.apart, self.depth + 1);
            self.apart.add("comment", &said);
        }
    }

    fn begin(&mut self, name: &str, inside: &str) {
        let of = |wanted: &str| attribute(inside, wanted).filter(|value| !value.trim().is_empty());
        self.implied(name);
        let said = |wanted: &str| of(wanted).unwrap_or_default();
        let look = self.rules.look(name, &said("id"), &said("class"), &said("style"));
        let around = self.open.last();
        let known = |of: fn(&Open) -> Option<Colour>, otherwise| around.map_or(Some(otherwise), of);
        let (colour, ground) = (known(|open| open.colour, (0, 0, 0)), known(|open| open.ground, (255, 255, 255)));
        let within = around.is_some_and(|open| open.within);
        let own = look.colour.or_else(|| of("color").and_then(|said| css::colour(&said)));
        let own = own.or_else(|| of("text").filter(|_| name == "body").and_then(|said| css::colour(&said)));
        let own_ground = look.ground.or_else(|| of("bgcolor").map(|said| css::colour(&said)));
        let own_ground = own_ground.or_else(|| of("background").map(|_| None));
        let (colour, ground) = (own.or(colour), own_ground.unwrap_or(ground));
        let hides = look
            .hides
            .or_else(|| (name == "template").then_some("template"))
            .or_else(|| has(inside, "hidden").then_some("hidden"))
            .or_else(|| (name == "input" && said("type").eq_ignore_ascii_case("hidden")).then_some("input"))
            .filter(|_| !within);
        if !TAKEN.contains(&name) && !SIGNED.contains(&name) {
            self.out.push_str(&format!("<{name}>"));
        }
        if name == "li" {
            self.out.push_str("<br>");
            // What other programs do not show, they do not count.
            let shown = hides.is_none() && !within;
            let list = self.open.iter_mut().rev().find_map(|open| open.items.as_mut()).filter(|_| shown);
            let (number, lost) = list.map(|items| items.item(said)).unwrap_or_default();
            self.out.push_str(&number);
            lost.iter().for_each(|form| self.lacking.add(Lack::Numbering, form));
        }
        // A power is no further digit.
        match name {
            "sup" => self.out.push('^'),
            "sub" => self.out.push('_'),
            _ => {}
        }
        let hints: Vec<String> = HINTS.into_iter().filter_map(of).collect();
        let value = of("value").filter(|_| name == "input");
        let (begins, ends) = if hides.is_some() { HIDDEN } else { ("[", "]") };
        let void = VOID.contains(&name);
        if !void {
            let begins = hides.map(|why| {
                self.out.push_str(HIDDEN.0);
                (self.out.len(), why)
            });
            let struck = (STRIKING.contains(&name) || look.struck).then(|| {
                self.out.push_str(STRUCK);
                self.out.len()
            });
            let within = within || hides.is_some();
            let items = Items::of(name, said, has(inside, "reversed"), self.styled);
            self.open.push(Open { name: name.to_owned(), hidden: begins, struck, within, colour, ground, items });
        }
        for said in hints.into_iter().chain(value) {
            let (begins, ends) = if void { (begins, ends) } else { ("[", "]") };
            self.out.push_str(&format!("{begins}{}{ends}", escaped(&said)));
            if let Some(why) = hides.filter(|_| void) {
                self.lacking.add(Lack::Concealed, why);
            }
        }
        match name {
            "a" => {
                self.faint = None;
                self.link = of("href").filter(|href| !href.starts_with('#')).map(|href| (href, self.out.len()));
            }
            "script" => self.lacking.add(Lack::Script, "HTML"),
            "meta" => self.meta(inside),
            "option" | "button" | "param" | "data" => {
                of("value").iter().for_each(|value| self.apart.add("value", &html_to_text(value)));
            }
            _ => {}
        }
        if let Some(within) = of("srcdoc").filter(|_| self.depth < DEEPEST) {
            let said = read(&html_to_text(&within), self.lacking, self.apart, self.depth + 1);
            self.apart.add("srcdoc", &said);
        }
        let addresses = ["src", "background", "srcset", "poster", "data", "action", "formaction", "longdesc", "cite"];
        let links = of("href").filter(|_| matches!(name, "link" | "base" | "area"));
        let fetched = addresses.into_iter().filter_map(of).chain(links).filter(|address| address.contains("//"));
        fetched.chain(css::fetched(&said("style"))).for_each(|address| self.lacking.add(Lack::Outside, &address));
    }

    /// What a head says of the whole.
    fn meta(&mut self, inside: &str) {
        let Some(content) = attribute(inside, "content") else { return };
        let kinds = ["name", "property", "itemprop", "http-equiv"];
        let kind = kinds.into_iter().find_map(|kind| attribute(inside, kind)).unwrap_or_default();
        let of_form = ["content-type", "viewport", "x-ua-compatible", "content-style-type"];
        if !of_form.contains(&kind.to_ascii_lowercase().as_str()) {
            self.apart.add("meta", &html_to_text(&format!("{kind} = {content}")));
        }
        if kind.eq_ignore_ascii_case("refresh") && content.contains("//") {
            self.lacking.add(Lack::Outside, &content);
        }
    }

    fn end(&mut self, name: &str) {
        if name == "a"
            && let Some((target, begins)) = self.link.take()
        {
            let shown = self.out.get(begins..).unwrap_or_default();
            let bare = target.trim_start_matches("mailto:").trim_end_matches('/');
            if !shown.contains(bare) {
                self.out.push_str(&format!(" &lt;{}&gt;", escaped(&target)));
            }
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.close(at);
        }
        if !TAKEN.contains(&name) && !SIGNED.contains(&name) {
            self.out.push_str(&format!("</{name}>"));
        }
    }

    /// Elements that end where another one begins.
    fn implied(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "p" | "div" | "table" | "ul" | "ol" | "dl" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "hr" => {
                &["p"]
            }
            "li" => &["li", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["td", "th", "tr", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "option" => &["option"],
            "body" => &["head"],
            _ => return,
        };
        while self.open.last().is_some_and(|open| ended.contains(&open.name.as_str())) {
            self.close(self.open.len() - 1);
        }
    }

    /// Ends the elements from this one on.
    fn close(&mut self, from: usize) {
        for open in self.open.drain(from..).rev() {
            if let Some(begins) = open.struck {
                if html_to_text(self.out.get(begins..).unwrap_or_default()).trim().is_empty() {
                    self.out.replace_range(begins - STRUCK.len()..begins, "");
                } else {
                    self.lacking.add(
                        Lack::Concealed,
                        if STRIKING.contains(&open.name.as_str()) { "del" } else { "line-through" },
                    );
                    self.out.push_str(STRUCK);
                    self.faint = None;
                }
            }
            let Some((begins, why)) = open.hidden else { continue };
            if html_to_text(self.out.get(begins..).unwrap_or_default()).trim().is_empty() {
                self.out.replace_range(begins - HIDDEN.0.len()..begins, "");
                continue;
            }
            self.lacking.add(Lack::Concealed, why);
            self.out.push_str(HIDDEN.1);
        }
    }
}

/// How many bytes a tag takes; a bracket between quotation marks does not end it.
fn end_of_tag(rest: &str) -> Option<usize> {
    let (mut quote, mut valued) = (None, false);
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) => quote = (open != byte).then_some(open),
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if valued => quote = Some(byte),
            _ => {}
        }
        valued = byte == b'=' || valued && byte.is_ascii_whitespace();
    }
    // With a quotation mark that is never closed.
    rest.find('>').map(|at| at + 1)
}

fn has(tag: &str, wanted: &str) -> bool {
    attribute(tag, wanted).is_some()
        || tag.split_whitespace().skip(1).any(|word| word.trim_end_matches('/').eq_ignore_ascii_case(wanted))
}

fn escaped(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// Of a tag, without its brackets.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag.get(tag.find(|c: char| c.is_whitespace())?..)?;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() && after.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let value = value.get(1..).unwrap_or_default();
                value.split_once(quote).unwrap_or((value, ""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value.to_owned());
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with one space between words, what stands apart, and what is named.
    fn said(html: &str) -> (String, String, Vec<(Lack, String)>) {
        let (mut lacking, mut apart, mut behind) = (Missings::default(), Apart::default(), String::new());
        let text = formatted(html, &mut lacking, &mut apart);
        apart.write(&mut behind, &mut Missings::default());
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        (words(&text), behind, lacking.done().into_iter().map(|item| (item.lack, item.name)).collect())
    }

    #[test]
    fn what_pictures_and_links_say_is_read_and_what_would_be_fetched_is_named() {
        let html = "<p>go <a href='https://evil.example/x'>https://bank.example</a> \
            <a href=\"https://same.example/\">https://same.example</a> <img alt='secret &amp; plan' src='https://t.example/p.gif'>\
            <span title=hint>x</span></p><script>run()</script>";
        let (words, _, named) = said(html);
        assert!(words.contains("https://bank.example <https://evil.example/x>"), "{words}");
        assert_eq!(words.matches("same.example").count(), 1, "{words}");
        assert!(words.contains("[secret & plan]") && words.contains("[hint]"), "{words}");
        let expected = [(Lack::Outside, "https://t.example/p.gif".to_owned()), (Lack::Script, "HTML".to_owned())];
        assert_eq!(named, expected);
    }

    #[test]
    fn what_stands_above_or_below_the_line_has_a_sign_before_it() {
        assert_eq!(said("<p>10<sup>6</sup> m, CO<SUB>2</SUB></p>").0, "10^6 m, CO_2");
    }

    #[test]
    fn what_other_programs_do_not_show_stands_between_signs() {
        for (html, text, why) in [
            ("a<p style='display:none'>b</p>c", "a[[b]]c", "display"),
            ("<p style=\"font-size:0\">b</p>", "[[b]]", "font-size"),
            ("<p style='color:#fff'>b <b>c</b></p>d", "[[b c]]d", "color"),
            ("<font color=white>b</font>", "[[b]]", "color"),
            ("<div style='background:#000'>b<p style='color:#fff'>c</p></div>", "[[b]]c", "color"),
            ("<style>.h { display: none }</style><p class=h>b<p>c", "[[b]]c", "display"),
            ("<div hidden>b<div>c</div></div>d", "[[bc]]d", "hidden"),
            ("x<input type=hidden value=\"b\">y", "x[[b]]y", "input"),
            ("<template>b</template>c", "[[b]]c", "template"),
            ("<span style='visibility:hidden'>b", "[[b]]", "visibility"),
            ("<p style='transform: scale(0)'>b</p>c", "[[b]]c", "transform"),
            ("<p style='-webkit-transform:scale3d(1, 0, 1)'>b</p>c", "[[b]]c", "transform"),
            ("<p style='zoom:0'>b</p>c", "[[b]]c", "transform"),
            ("a<del>b</del><del></del>c", "a~~b~~c", "del"),
            ("<p style='text-decoration: underline line-through'>b</p>c", "~~b~~c", "line-through"),
            ("<style>body { color: white }</style>b", "[[b]]", "color"),
            ("<body text=white>b</body>", "[[b]]", "color"),
            ("<div style='color:hsl(0, 0%, 100%)'><p style='color:inherit'>b</p></div>", "[[b]]", "color"),
            ("<div style='color:Snow'><table><tr><td>b</table></div>", "[[b]]", "color"),
            ("<p style='color:rgba(0, 0, 0, 0)'>b</p>c", "[[b]]c", "color"),
            ("<p style='color:#ffff'>b</p>c", "[[b]]c", "color"),
        ] {
            let (words, _, named) = said(html);
            assert_eq!(
                (words.replace(' ', ""), named),
                (text.replace(' ', ""), vec![(Lack::Concealed, why.to_owned())]),
                "{html}"
            );
        }
        for (html, text) in [
            ("<td style='background:#036;color:#fff'>b</td>", "b"),
            ("<table bgcolor=navy><tr><td><font color=white>b</font></table>", "b"),
            ("<div style='display:none'><img src=x> </div>b", "b"),
            ("<p style='color:#fff'><span style='background:#06c'>b</span></p>", "b"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("<head><meta charset=x><p>never closed", "never closed"),
            ("<img alt='a > b'>c", "[a > b]c"),
            ("<input value=b>", "[b]"),
            ("<p style='transform: scale(0.5) translate(0, 0)'>b", "b"),
            ("<p style='zoom:1;color:hsl(240 100% 30% / 1)'>b", "b"),
        ] {
            let (words, _, named) = said(html);
            assert_eq!((words.as_str(), named), (text, vec![]), "{html}");
        }
    }

    #[test]
    fn what_stands_in_a_document_besides_its_text_stands_apart() {
        let html = "<head><title>a &amp; b</title><meta name=x content='said so'><meta charset=utf-8>\
            <style><!-- .a:after { content: 'generated' } --></style></head><p>seen<!-- not <b>seen</b> --></p>\
            <!--[if mso]><p>for one</p><![endif]--><!----><iframe srcdoc='&lt;b&gt;within&lt;/b&gt;'></iframe>";
        let (words, behind, named) = said(html);
        assert_eq!((words.as_str(), named), ("seen", vec![]));
        let lines = [
            "content: generated",
            "title: a & b",
            "meta: x = said so",
            "comment: not seen",
            "comment: for one",
            "srcdoc: within",
        ];
        assert_eq!(behind.lines().skip(1).collect::<Vec<_>>(), lines);
    }
}
