//! Instructions of fields (ISO/IEC 29500-1, 17.16.5; RTF 1.9.1): what other programs compute a text from, and do not show.

use super::apart::Apart;
use crate::missing::{Lack, Missings};

/// They lead to something outside.
const LEADING: [&str; 6] = ["HYPERLINK", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "INCLUDE", "RD"];
/// They say nothing but what is computed, unless something is written behind them.
const BARE: [&str; 34] = [
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "SECTION",
    "TOC",
    "PAGEREF",
    "REF",
    "NOTEREF",
    "SEQ",
    "STYLEREF",
    "DATE",
    "TIME",
    "SAVEDATE",
    "PRINTDATE",
    "CREATEDATE",
    "EDITTIME",
    "REVNUM",
    "TITLE",
    "SUBJECT",
    "AUTHOR",
    "KEYWORDS",
    "COMMENTS",
    "LASTSAVEDBY",
    "FILENAME",
    "FILESIZE",
    "NUMCHARS",
    "NUMWORDS",
    "TEMPLATE",
    "LISTNUM",
    "AUTONUM",
    "FORMTEXT",
    "FORMCHECKBOX",
    "FORMDROPDOWN",
    "INDEX",
];

/// They count, and their number stands nowhere in the file.
const COUNTED: [&str; 4] = ["LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"];

/// Names the address that a field leads to, unless `text` says it, and takes down what else it says. `kind`: what the file calls it.
pub fn instruction(kind: &str, said: &str, text: &str, lacking: &mut Missings, apart: &mut Apart) {
    let mut words = words(said).into_iter();
    let Some((name, _)) = words.next() else { return };
    let name = name.to_ascii_uppercase();
    let leads = LEADING.contains(&name.as_str());
    // What stands behind a switch, by the switch.
    let (mut switch, mut behind, mut open) = (None, Vec::new(), Vec::new());
    for (word, quoted) in words {
        match word.strip_prefix('\\').filter(|_| !quoted) {
            Some(new) => switch = Some(new.to_ascii_lowercase()),
            None => match switch.take() {
                Some(switch) => behind.push((switch, word)),
                None => open.push((word, quoted)),
            },
        }
    }
    if leads {
        let Some((address, _)) = open.first() else {
            // Within the document; a hint all the same.
            behind.iter().filter(|(switch, _)| switch == "o").for_each(|(_, hint)| apart.add(kind, hint));
            return;
        };
        if !text.contains(address.trim_start_matches("mailto:").trim_end_matches('/')) {
            lacking.add(Lack::Outside, address);
        }
        behind.iter().filter(|(switch, _)| switch == "o").for_each(|(_, hint)| apart.add(kind, hint));
        open.iter().skip(1).for_each(|(more, _)| apart.add(kind, more));
        return;
    }
    // A number that no program writes down.
    if COUNTED.contains(&name.as_str()) {
        lacking.add(Lack::Numbering, &name);
    }
    if !BARE.contains(&name.as_str()) || open.iter().any(|(_, quoted)| *quoted) || open.len() > 1 {
        apart.add(kind, said);
    }
}

/// The words of an instruction, and whether each stood between quotation marks.
fn words(said: &str) -> Vec<(String, bool)> {
    let (mut words, mut rest) = (Vec::new(), said.trim_start());
    while !rest.is_empty() {
        let quoted = rest.strip_prefix(['"', '“', '”']);
        let (word, after) = match quoted {
            Some(inner) => inner.split_once(['"', '“', '”']).unwrap_or((inner, "")),
            None => rest.split_at(rest.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(rest.len())),
        };
        words.push((word.replace("\\\\", "\\"), quoted.is_some()));
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_field_leads_and_what_it_says_is_told_from_what_is_computed() {
        let said = |instruction: &str| {
            let (mut lacking, mut apart, mut text) = (Missings::default(), Apart::default(), String::new());
            super::instruction("f", instruction, "see https://shown.example", &mut lacking, &mut apart);
            apart.write(&mut text, &mut Missings::default());
            let named: Vec<String> = lacking.done().into_iter().map(|item| item.name).collect();
            (named.join(" "), text.lines().skip(1).collect::<Vec<_>>().join("|"))
        };
        let one = |named: &str, apart: &str| (named.to_owned(), apart.to_owned());
        assert_eq!(said(" HYPERLINK \"https://x.example/a\" \\o \"a hint\" "), one("https://x.example/a", "f: a hint"));
        assert_eq!(said("hyperlink https://x.example/a \\t _blank"), one("https://x.example/a", ""));
        assert_eq!(said("HYPERLINK \"https://shown.example/\""), one("", ""));
        assert_eq!(said("HYPERLINK \\l \"_Toc1\""), one("", ""));
        assert_eq!(said("PAGE \\* MERGEFORMAT"), one("", ""));
        assert_eq!(said("listnum \\l 2"), one("LISTNUM", ""));
        assert_eq!(said("DATE \\@ \"d MMMM yyyy\""), one("", ""));
        assert_eq!(said("PAGE \"NOT FOR ALL\""), one("", "f: PAGE \"NOT FOR ALL\""));
        assert_eq!(said("FILLIN \"Who?\" \\d \"Eve\""), one("", "f: FILLIN \"Who?\" \\d \"Eve\""));
        assert_eq!(said("IF 1 = 1 \"a\" \"b\"").1, "f: IF 1 = 1 \"a\" \"b\"");
    }
}
