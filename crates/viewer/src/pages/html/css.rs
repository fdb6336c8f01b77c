//! What style sheets (CSS) say of whether a text is to be seen: by simple selectors, whatever the screen. Where it depends on the
//! screen, a text counts as hidden that is hidden on one of them.

use std::collections::BTreeMap;

/// More rules than that no mail has.
const MOST: usize = 5000;
/// Shades of a channel that nobody tells apart.
const ALIKE: u8 = 16;

/// Of red, green and blue.
pub type Colour = (u8, u8, u8);

/// What holds for an element.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// The property that hides its text.
    pub hides: Option<&'static str>,
    /// Whether its text is struck out.
    pub struck: bool,
    pub colour: Option<Colour>,
    /// Some of none: one of which the colour is not known, as a picture.
    pub ground: Option<Option<Colour>>,
}

type Declarations = BTreeMap<String, String>;

/// The rules of all style sheets of a document.
#[derive(Default)]
pub struct Rules {
    rules: Vec<Rule>,
    /// What rules have programs write, and addresses that they fetch.
    pub written: Vec<String>,
    pub fetched: Vec<String>,
}

struct Rule {
    tag: String,
    id: String,
    classes: Vec<String>,
    declarations: Declarations,
    /// Of some screens alone.
    sometimes: bool,
}

impl Rules {
    pub fn add(&mut self, sheet: &str) {
        let sheet = uncommented(sheet);
        let (mut rest, mut screens) = (sheet.as_str(), 0_u32);
        while let Some(at) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(at);
            let closes = after.starts_with('}');
            let after = after.get(1..).unwrap_or_default();
            rest = after;
            if closes {
                screens = screens.saturating_sub(1);
                continue;
            }
            let before = before.rsplit(';').next().unwrap_or_default().trim();
            if before.starts_with("@media") || before.starts_with("@supports") || before.starts_with("@layer") {
                screens += 1;
                continue;
            }
            let (body, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            self.written.extend(written(body));
            if before.starts_with('@') || self.rules.len() >= MOST {
                continue;
            }
            let declarations = declarations(body);
            for selector in before.split(',') {
                self.rules.extend(Rule::of(selector, &declarations, screens > 0));
            }
        }
        self.fetched.extend(fetched(&sheet));
    }

    /// `own`: what the element says of its style itself.
    pub fn look(&self, tag: &str, id: &str, class: &str, own: &str) -> Look {
        let own = declarations(&uncommented(own));
        let of = |sometimes: bool| {
            let mut all = Declarations::new();
            let holding = self.rules.iter().filter(|rule| sometimes || !rule.sometimes);
            for rule in holding.filter(|rule| rule.holds(tag, id, class)) {
                all.extend(rule.declarations.clone());
            }
            all.extend(own.clone());
            Look::of(&all)
        };
        let always = of(false);
        let hides = always.hides.or_else(|| self.rules.iter().any(|rule| rule.sometimes).then(|| of(true).hides)?);
        Look { hides, ..always }
    }
}

impl Rule {
    /// By the last part of a selector: what must stand around it is not looked at.
    fn of(selector: &str, declarations: &Declarations, sometimes: bool) -> Option<Rule> {
        let last = selector.trim().rsplit([' ', '>', '+', '~', '\n', '\t']).next()?;
        // One that holds only while something is done, and what stands before or after an element.
        if last.contains([':', '[']) || last.is_empty() || declarations.is_empty() {
            return None;
        }
        let mut rule = Rule {
            tag: String::new(),
            id: String::new(),
            classes: Vec::new(),
            declarations: declarations.clone(),
            sometimes,
        };
        let tag = last.split(['.', '#']).next().unwrap_or_default();
        if tag != "*" {
            tag.to_ascii_lowercase().clone_into(&mut rule.tag);
        }
        for (at, sign) in last.match_indices(['.', '#']) {
            let name = last.get(at + 1..).and_then(|rest| rest.split(['.', '#']).next()).unwrap_or_default();
            if sign == "#" {
                name.clone_into(&mut rule.id);
            } else {
                rule.classes.push(name.to_owned());
            }
        }
        Some(rule)
    }

    fn holds(&self, tag: &str, id: &str, class: &str) -> bool {
        (self.tag.is_empty() || self.tag == tag)
            && (self.id.is_empty() || self.id == id)
            && self.classes.iter().all(|wanted| class.split_whitespace().any(|class| class == wanted))
    }
}

impl Look {
    fn of(all: &Declarations) -> Look {
        let said = |name: &str| all.get(name).map(String::as_str).unwrap_or_default();
        let nothing = |name: &str| size(said(name)).is_some_and(|size| size <= 0.0);
        let far = |name: &str| size(said(name)).is_some_and(|size| size <= -300.0);
        let hides = [
            ("display", said("display") == "none"),
            ("visibility", matches!(said("visibility"), "hidden" | "collapse")),
            ("opacity", said("opacity").parse::<f32>().is_ok_and(|opacity| opacity < 0.1)),
            // Smaller than can be read.
            ("font-size", size(said("font-size")).is_some_and(|size| size <= 1.5)),
            ("font", said("font").split([' ', '/']).find_map(size).is_some_and(|size| size <= 1.5)),
            ("color", said("color") == "transparent" || is_clear(said("color"))),
            (
                "color",
                matches!(said("-webkit-text-fill-color"), "transparent") || is_clear(said("-webkit-text-fill-color")),
            ),
            ("transform", is_shrunk(all)),
            ("mso-hide", said("mso-hide") == "all"),
            ("text-indent", far("text-indent")),
            ("position", ["left", "top", "right", "bottom", "margin-left", "margin-top"].into_iter().any(far)),
            (
                "overflow",
                said("overflow") == "hidden" && ["height", "max-height", "width", "max-width"].into_iter().any(nothing),
            ),
            ("clip", said("clip").starts_with("rect(0") || said("clip-path").starts_with("inset(100%")),
        ];
        let ground = ["background-color", "background"].into_iter().map(said).find(|ground| !ground.is_empty());
        let ground = ground.filter(|ground| !matches!(*ground, "none" | "transparent" | "inherit" | "initial"));
        Look {
            hides: hides.into_iter().find(|(_, hides)| *hides).map(|(why, _)| why),
            struck: ["text-decoration", "text-decoration-line"]
                .into_iter()
                .any(|name| said(name).contains("line-through")),
            colour: colour(said("color")),
            ground: ground.map(colour),
        }
    }
}

pub fn alike(one: Colour, other: Colour) -> bool {
    one.0.abs_diff(other.0) <= ALIKE && one.1.abs_diff(other.1) <= ALIKE && one.2.abs_diff(other.2) <= ALIKE
}

/// `#fff`, `ffffff`, `white`, `rgb(255, 255, 255)`.
pub fn colour(said: &str) -> Option<Colour> {
    let said = said.trim().to_ascii_lowercase();
    match said.as_str() {
        "white" | "window" => return Some((255, 255, 255)),
        "black" | "windowtext" => return Some((0, 0, 0)),
        "snow" => return Some((255, 250, 250)),
        "ivory" => return Some((255, 255, 240)),
        "ghostwhite" => return Some((248, 248, 255)),
        "floralwhite" => return Some((255, 250, 240)),
        "mintcream" => return Some((245, 255, 250)),
        "azure" => return Some((240, 255, 255)),
        "whitesmoke" => return Some((245, 245, 245)),
        _ => {}
    }
    if let Some((_, numbers)) = said.split_once('(').filter(|(name, _)| matches!(*name, "hsl" | "hsla")) {
        let numbers = numbers.split([',', ' ', '/', ')']).filter(|number| !number.is_empty());
        let mut numbers =
            numbers.map(|number| number.trim_end_matches(['%', 'd', 'e', 'g']).parse::<f32>().unwrap_or_default());
        let (hue, saturation, light) = (numbers.next()?, numbers.next()? / 100.0, numbers.next()? / 100.0);
        let most = saturation * light.min(1.0 - light);
        let channel = |at: f32| {
            let turn = (at + hue / 30.0).rem_euclid(12.0);
            ((light - most * (turn - 3.0).min(9.0 - turn).clamp(-1.0, 1.0)) * 255.0).clamp(0.0, 255.0) as u8
        };
        return Some((channel(0.0), channel(8.0), channel(4.0)));
    }
    if let Some((_, numbers)) = said.split_once('(').filter(|(name, _)| matches!(*name, "rgb" | "rgba")) {
        let numbers = numbers.split([',', ' ', '/', ')']).filter(|number| !number.is_empty());
        let mut numbers = numbers.map(|number| number.parse::<f32>().map_or(0, |number| number as u8));
        return Some((numbers.next()?, numbers.next()?, numbers.next()?));
    }
    let digits = said.strip_prefix('#').unwrap_or(&said);
    let number = u32::from_str_radix(digits, 16).ok()?;
    let byte = |shift: u32| (number >> shift & 255) as u8;
    match digits.len() {
        3 => Some((byte(8) % 16 * 17, byte(4) % 16 * 17, byte(0) % 16 * 17)),
        4 => Some((byte(12) % 16 * 17, byte(8) % 16 * 17, byte(4) % 16 * 17)),
        6 => Some((byte(16), byte(8), byte(0))),
        8 => Some((byte(24), byte(16), byte(8))),
        _ => None,
    }
}

/// Whether a colour covers next to nothing.
fn is_clear(said: &str) -> bool {
    let share = match said.split_once('(') {
        Some(("rgba" | "hsla" | "rgb" | "hsl", numbers)) => {
            numbers.split([',', ' ', '/', ')']).filter(|number| !number.is_empty()).nth(3).and_then(|share| {
                let number = share.trim_end_matches('%').parse::<f32>().ok()?;
                Some(if share.ends_with('%') { number / 100.0 } else { number })
            })
        }
        Some(_) => None,
        None => said.strip_prefix('#').filter(|digits| matches!(digits.len(), 4 | 8)).and_then(|digits| {
            let share = digits.get(digits.len() / 4 * 3..)?;
            Some(f32::from(u8::from_str_radix(share, 16).ok()?) / if share.len() == 1 { 15.0 } else { 255.0 })
        }),
    };
    share.is_some_and(|share| share < 0.1)
}

/// Whether an element is made so small, or turned so far, that nothing is left of it.
fn is_shrunk(all: &Declarations) -> bool {
    let number = |said: &str| {
        let number = said.trim().trim_end_matches('%').parse::<f32>().ok()?;
        Some(if said.trim().ends_with('%') { number / 100.0 } else { number })
    };
    let nothing = |said: &str| number(said).is_some_and(|number| number.abs() < 0.05);
    let moved = |function: &str| {
        let Some((name, arguments)) = function.split_once('(') else { return false };
        let arguments: Vec<&str> = arguments.split([',', ' ']).filter(|argument| !argument.is_empty()).collect();
        let at = |index: usize| arguments.get(index).is_some_and(|argument| nothing(argument));
        match name.trim() {
            "scale" | "scalex" | "scaley" => at(0) || at(1),
            "scale3d" => at(0) || at(1),
            "matrix" => at(0) && at(1) || at(2) && at(3),
            "rotatex" | "rotatey" => {
                arguments.first().is_some_and(|angle| matches!(*angle, "90deg" | "-90deg" | "270deg"))
            }
            _ => false,
        }
    };
    let transforms = ["transform", "-webkit-transform", "-ms-transform"].into_iter().filter_map(|name| all.get(name));
    let scales = ["scale", "zoom"].into_iter().filter_map(|name| all.get(name));
    transforms.flat_map(|said| said.split(')')).any(moved) || scales.flat_map(|said| said.split(' ')).any(nothing)
}

/// In pixels, more or less.
fn size(said: &str) -> Option<f32> {
    let end = said.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-')).unwrap_or(said.len());
    let (number, unit) = said.split_at(end);
    let number = number.parse::<f32>().ok()?;
    Some(match unit {
        "em" | "rem" => number * 16.0,
        "%" => number * 0.16,
        "pt" => number * 1.33,
        _ => number,
    })
}

fn declarations(body: &str) -> Declarations {
    let all = body.split(';').filter_map(|one| one.split_once(':'));
    let clean = |text: &str| text.trim().to_ascii_lowercase().replace("!important", "").trim().to_owned();
    all.map(|(name, value)| (clean(name), clean(value))).collect()
}

fn uncommented(sheet: &str) -> String {
    let (mut clean, mut rest) = (String::with_capacity(sheet.len()), sheet);
    while let Some((before, after)) = rest.split_once("/*") {
        clean.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    clean.push_str(rest);
    clean
}

/// What a rule has programs write: `content: "…"`.
fn written(body: &str) -> Vec<String> {
    let lower = body.to_ascii_lowercase();
    let mut all = Vec::new();
    for (at, word) in lower.match_indices("content") {
        let after = body.get(at + word.len()..).unwrap_or_default().trim_start();
        let Some(value) = after.strip_prefix(':') else { continue };
        let mut rest = value;
        while let Some(at) = rest.find(['"', '\'', ';']).filter(|at| rest.get(*at..*at + 1) != Some(";")) {
            let quote = if rest.get(at..).is_some_and(|quoted| quoted.starts_with('"')) { '"' } else { '\'' };
            let inner = rest.get(at + 1..).unwrap_or_default();
            let (said, after) = inner.split_once(quote).unwrap_or((inner, ""));
            all.push(unescaped(said));
            rest = after;
        }
    }
    all.retain(|said| said.chars().any(char::is_alphanumeric));
    all
}

/// `\201C` is a letter by its number.
fn unescaped(said: &str) -> String {
    let (mut clean, mut rest) = (String::new(), said);
    while let Some((before, after)) = rest.split_once('\\') {
        clean.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(after.len()).min(6);
        let number = after.get(..end).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        clean.extend(number.and_then(char::from_u32));
        rest = after.get(end..).unwrap_or_default();
        rest = if end > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
    }
    clean.push_str(rest);
    clean
}

/// `url(…)` and `@import "…"` that lead outside.
pub fn fetched(sheet: &str) -> Vec<String> {
    let lower = sheet.to_ascii_lowercase();
    let begins = lower.match_indices("url(").chain(lower.match_indices("@import"));
    let after = begins.map(|(at, word)| sheet.get(at + word.len()..).unwrap_or_default());
    let address = |rest: &str| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        rest.split(['"', '\'', ')', ';']).next().unwrap_or_default().to_owned()
    };
    after.map(address).filter(|address| address.contains("//") && !address.contains('(')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_a_text_is_known_by_itself_and_by_rules() {
        let mut rules = Rules::default();
        rules.add(
            "/* a { */ .x, p.y > span#z { display : NONE !important } .seen { color: red }
            @media screen and (max-width: 9px) { .narrow { visibility: hidden } } a:hover { display: none }
            .q:after { content: 'said \\201Cso' url(https://t.example/x) } @import 'https://s.example/s.css';",
        );
        let hides = |tag: &str, id: &str, class: &str, own: &str| rules.look(tag, id, class, own).hides;
        assert_eq!(hides("div", "", "a x", ""), Some("display"));
        assert_eq!(hides("span", "z", "", ""), Some("display"));
        assert_eq!(hides("p", "z", "", ""), None);
        assert_eq!(hides("p", "", "narrow", ""), Some("visibility"));
        assert_eq!(hides("a", "", "seen", ""), None);
        assert_eq!(hides("a", "", "x", "display: block"), None, "its own word counts");
        for (own, why) in [
            ("font-size:0", "font-size"),
            ("font-size: 1px", "font-size"),
            ("font: 0/0 a", "font"),
            ("opacity: 0", "opacity"),
            ("max-height:0;overflow:hidden", "overflow"),
            ("position:absolute;left:-9999px", "position"),
            ("mso-hide:all", "mso-hide"),
        ] {
            assert_eq!(hides("b", "", "", own), Some(why), "{own}");
        }
        assert_eq!(rules.written, ["said “so"]);
        assert_eq!(rules.fetched, ["https://t.example/x", "https://s.example/s.css"]);
        for white in ["#fff", "white", "#FFFFFF", "rgb(255,255,255)", "rgba(255, 255, 255, .9)"] {
            assert_eq!(colour(white), Some((255, 255, 255)), "{white}");
        }
    }
}
