//! The items of lists of a formatted text (HTML), with the numbers and signs that programs put before them.

use crate::pages::numerals::{Case, Format, NEUTRAL, counted};

/// Those of a list that is open.
pub struct Items {
    next: u32,
    format: Format,
}

impl Items {
    /// Of an element that is a list. `of`: what its attributes say. `styled`: whether a style sheet says how lists look, which is not
    /// looked into; then, and where the items are counted backwards, nobody knows their numbers here.
    pub fn of(name: &str, of: impl Fn(&str) -> String, reversed: bool, styled: bool) -> Option<Items> {
        let usual = match name {
            "ol" if reversed => Format::Unknown("ol reversed".to_owned()),
            "ol" if styled => Format::Unknown("ol list-style".to_owned()),
            "ol" => by_type(&of("type")),
            "ul" | "menu" | "dir" => Format::Bullet,
            _ => return None,
        };
        let start = of("start");
        let first = if start.is_empty() { Some(1) } else { counted(&start) };
        let format = by_style(&of("style")).filter(|_| !reversed).unwrap_or(usual);
        // Below zero.
        let format = if first.is_none() { Format::Unknown("ol start".to_owned()) } else { format };
        Some(Items { next: first.unwrap_or_default(), format })
    }

    /// What stands before the next one; or, after a sign, the name of the form that is not known. `of`: what its attributes say.
    pub fn item(&mut self, of: impl Fn(&str) -> String) -> (String, Option<String>) {
        let number = counted(&of("value")).unwrap_or(self.next);
        self.next = number.saturating_add(1);
        let own = by_style(&of("style"));
        let format = own.as_ref().unwrap_or(&self.format);
        match format {
            Format::Bullet => (format!("{NEUTRAL} "), None),
            Format::Nothing => (String::new(), None),
            _ => match format.written(number) {
                Some(said) => (format!("{said}. "), None),
                None => (format!("{NEUTRAL} "), Some(format.named(number))),
            },
        }
    }
}

fn by_type(kind: &str) -> Format {
    match kind {
        "a" => Format::Columns(Case::Lower),
        "A" => Format::Columns(Case::Upper),
        "i" => Format::Roman(Case::Lower),
        "I" => Format::Roman(Case::Upper),
        _ => Format::Decimal,
    }
}

/// As an element itself says it in the manner of a style sheet (CSS Lists 3).
fn by_style(style: &str) -> Option<Format> {
    let style = style.to_ascii_lowercase();
    let said = style.split(';').rev().find_map(|said| {
        let (name, value) = said.split_once(':')?;
        matches!(name.trim(), "list-style" | "list-style-type").then(|| value.replace("!important", ""))
    })?;
    let form = said.split_whitespace().find(|word| !matches!(*word, "inside" | "outside")).unwrap_or_default();
    Some(match form {
        "decimal" => Format::Decimal,
        "decimal-leading-zero" => Format::Padded(2),
        "lower-alpha" | "lower-latin" => Format::Columns(Case::Lower),
        "upper-alpha" | "upper-latin" => Format::Columns(Case::Upper),
        "lower-roman" => Format::Roman(Case::Lower),
        "upper-roman" => Format::Roman(Case::Upper),
        "none" => Format::Nothing,
        "disc" | "circle" | "square" => Format::Bullet,
        // Those of an element around it.
        "inherit" | "initial" | "unset" | "" => return None,
        other => Format::Unknown(format!("list-style {other}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_numbered_as_their_list_says() {
        let said = |name: &str, attributes: &[(&str, &str)], reversed: bool, styled: bool| {
            let of = |wanted: &str| {
                let found = attributes.iter().find(|(name, _)| *name == wanted);
                found.map_or_else(String::new, |(_, value)| (*value).to_owned())
            };
            let mut items = Items::of(name, of, reversed, styled).expect("it is a list");
            let (first, _) = items.item(|_| String::new());
            let (second, lost) = items.item(|_| String::new());
            (format!("{first}{second}"), lost.unwrap_or_default())
        };
        let one = |shown: &str, lost: &str| (shown.to_owned(), lost.to_owned());
        assert_eq!(said("ol", &[], false, false), one("1. 2. ", ""));
        assert_eq!(said("ul", &[], false, true), one("• • ", ""));
        assert_eq!(said("ol", &[("type", "a"), ("start", "26")], false, false), one("z. aa. ", ""));
        assert_eq!(
            said("ol", &[("style", "color: red; list-style-type: lower-roman")], false, true),
            one("i. ii. ", "")
        );
        assert_eq!(said("ol", &[("style", "LIST-STYLE: none inside")], false, false), one("", ""));
        assert_eq!(said("ol", &[("style", "list-style-type: hebrew")], false, false), one("• • ", "list-style hebrew"));
        assert_eq!(said("ol", &[], true, false), one("• • ", "ol reversed"));
        assert_eq!(said("ol", &[], false, true), one("• • ", "ol list-style"));
        assert_eq!(said("ol", &[("start", "-3")], false, false), one("• • ", "ol start"));
        assert_eq!(said("ol", &[("start", "1000000000000")], false, false).0, "• • ");
        let mut items = Items::of("ol", |_| String::new(), false, false).expect("it is a list");
        let value = |wanted: &str| if wanted == "value" { "7".to_owned() } else { String::new() };
        assert_eq!([items.item(value).0, items.item(|_| String::new()).0], ["7. ", "8. "]);
        assert!(Items::of("p", |_| String::new(), false, false).is_none());
    }
}
