//! Documents as people name them: by an id, or by a reference that was copied, typed or read out.

use label::fold;
use vault::{DocumentFilter, DocumentId, DocumentRow, ExitClass};

use super::pages::{Part, collect};
use crate::cli::Limit;
use crate::context::Context;
use crate::problem::Problem;

/// No reference has more characters, and as many of what was typed are shown.
const SHOWN: usize = 80;
/// Among how many documents of its words a reference is looked for that one of them had before.
const FORMERLY: usize = 20;
/// How many digits the number at the end of a reference has at least.
const NUMBER: usize = 4;

/// A document by its id, or by a reference that this officer may see: also by one that it had before.
///
/// # Errors
/// `not_found`; `search_incomplete` where it may be there all the same; `ambiguous_reference` where what was typed fits several.
pub fn document(typed: &str, context: &mut Context) -> Result<DocumentId, Problem> {
    let typed = typed.trim();
    if let Ok(id) = DocumentId::parse(&typed.to_ascii_lowercase()) {
        return Ok(id);
    }
    let same = |reference: &str| reference.eq_ignore_ascii_case(typed);
    let unknown = || {
        let name = typed.chars().take(SHOWN).collect::<String>();
        Problem::new("not_found", ExitClass::Failed).with("kind", "document").with("name", name)
    };
    // Nothing that is called so could be looked for.
    if typed.chars().nth(SHOWN).is_some() {
        return Err(unknown());
    }
    let mut lacks = None;
    for (nth, query) in Typed::of(typed).queries().into_iter().enumerate() {
        let all = found(&query, same, context)?;
        if let Some(row) = all.rows.iter().find(|row| same(&row.reference)) {
            return Ok(row.id.clone());
        }
        if let Some(id) = fitting(typed, &all.rows)? {
            return Ok(id);
        }
        if nth == 0 {
            for row in all.rows.iter().take(FORMERLY) {
                let session = context.session()?;
                if session.document(&row.id).is_ok_and(|view| view.formerly.iter().any(|one| same(one))) {
                    return Ok(row.id.clone());
                }
            }
        }
        lacks = lacks.or(all.lacks);
    }
    Err(match lacks {
        // It may be there all the same.
        Some(lacks) => lacks
            .params
            .iter()
            .fold(Problem::new("search_incomplete", ExitClass::Failed), |all, (name, value)| all.with(name, value)),
        None => unknown(),
    })
}

/// Documents with these words in them; where none of them is meant, those that were withdrawn as well.
fn found(query: &str, same: impl Fn(&str) -> bool, context: &mut Context) -> Result<Part<DocumentRow>, Problem> {
    // The reference may be a word of many other documents as well.
    let filter = DocumentFilter { query: Some(query.to_owned()), ..DocumentFilter::default() };
    let session = context.session_to_search()?;
    let mut list = |withdrawn| {
        let filter = DocumentFilter { withdrawn, ..filter.clone() };
        collect(Limit::All, None, |limit, after| session.list(&DocumentFilter { limit, after, ..filter.clone() }))
    };
    let mut all = list(false)?;
    if !all.rows.iter().any(|row| same(&row.reference)) {
        // What was withdrawn is still known by its reference.
        all.rows.extend(list(true)?.rows);
    }
    Ok(all)
}

/// The one document whose reference can be written so.
///
/// # Errors
/// `ambiguous_reference`.
fn fitting(typed: &str, rows: &[DocumentRow]) -> Result<Option<DocumentId>, Problem> {
    let typed = Typed::of(typed);
    let fit: Vec<&DocumentRow> = rows.iter().filter(|row| typed.fits(&row.reference)).collect();
    match fit.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(one.id.clone())),
        several => {
            let references: Vec<&str> = several.iter().map(|row| row.reference.as_str()).collect();
            Err(Problem::new("ambiguous_reference", ExitClass::Failed)
                .with("name", typed.parts.join(" "))
                .with("choices", references.join(", ")))
        }
    }
}

/// A reference as somebody typed it: its letters and digits, folded, apart where anything stood between them.
struct Typed {
    parts: Vec<String>,
}

impl Typed {
    fn of(text: &str) -> Typed {
        let folded = fold(text);
        let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        Typed { parts: parts.map(str::to_owned).collect() }
    }

    /// What is looked for, one after the other, until a document is found: all of it, and its number, which is a word of its own
    /// in each reference.
    fn queries(&self) -> Vec<String> {
        let all = self.parts.join(" ");
        let last = self.parts.last().map_or("", String::as_str);
        let digits = last.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let mut queries = vec![all];
        if !digits.is_empty() {
            queries.push(format!("{digits:0>NUMBER$}"));
            // Where nothing stands between them, the digits of what comes before it belong to it as well.
            queries.extend(digits.len().checked_sub(NUMBER).and_then(|at| digits.get(at..)).map(str::to_owned));
        }
        queries.dedup();
        queries
    }

    /// Whether a reference can be written so: without its strokes, without the zeros before its number, without the prefix of
    /// the register, and with a word before it (`ref.`, `n°`).
    fn fits(&self, reference: &str) -> bool {
        let whole = Typed::of(reference);
        let (mine, theirs) = (self.written(), whole.written());
        let after_prefix = Typed { parts: whole.parts.iter().skip(1).cloned().collect() };
        let short = after_prefix.written();
        mine.iter().any(|mine| {
            let as_a_whole = theirs.iter().any(|theirs| {
                let before = mine.strip_suffix(theirs.as_str());
                before.is_some_and(|word| word.chars().all(char::is_alphabetic))
            });
            as_a_whole || short.iter().any(|short| short == mine)
        })
    }

    /// Without anything between its parts; where its number stands alone, without the zeros before it as well.
    fn written(&self) -> Vec<String> {
        let mut written = vec![self.parts.concat()];
        if let Some((number, before)) = self.parts.split_last()
            && number.bytes().all(|b| b.is_ascii_digit())
            && !before.is_empty()
        {
            written.push(format!("{}{}", before.concat(), number.trim_start_matches('0')));
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCE: &str = "ZGL/2026/S-M4P/0002";

    #[test]
    fn a_reference_is_known_as_people_write_it() {
        for typed in [
            "zgl/2026/s-m4p/0002",
            "ZGL 2026 S-M4P 0002",
            "ZGL / 2026 / S‑M4P / 0002",
            "ZGL-2026-S-M4P-0002",
            "ZGL2026SM4P0002",
            "2026/S-M4P/0002",
            "ZGL/2026/S-M4P/2",
            "réf. ZGL/2026/S-M4P/0002",
            "N° ZGL/2026/S-M4P/0002",
            "«\u{a0}ZGL/2026/S-M4P/0002\u{a0}»",
        ] {
            assert!(Typed::of(typed).fits(REFERENCE), "{typed}");
        }
    }

    #[test]
    fn another_reference_is_another() {
        for typed in
            ["ZGL/2026/S-M4P/00020", "ZGL/2026/S-M4P/0012", "0002", "2", "M4P/0002", "1ZGL/2026/S-M4P/0002", "ZGL", ""]
        {
            assert!(!Typed::of(typed).fits(REFERENCE), "{typed}");
        }
    }

    #[test]
    fn its_number_is_looked_for_where_its_words_find_nothing() {
        assert_eq!(Typed::of("ZGL2026SM4P0002").queries(), ["zgl2026sm4p0002", "0002"]);
        assert_eq!(Typed::of("ZGL2026SM420002").queries(), ["zgl2026sm420002", "420002", "0002"]);
        assert_eq!(Typed::of("ref ZGL/2026/S-M4P/2").queries(), ["ref zgl 2026 s m4p 2", "0002"]);
        assert_eq!(Typed::of("").queries(), [""]);
    }
}
