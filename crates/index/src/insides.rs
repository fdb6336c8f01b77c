//! What is known of the text inside a document: a row next to that of the document.

use registry::documents::{InnerText, TextLack};
use rusqlite::{Row, named_params};

use super::values::{stored, unhex, wrong};
use super::{Change, IndexError};

impl Change<'_> {
    /// What is known of the text inside a document that was put. Nobody looked for one where there is nothing.
    pub(super) fn put_inside(&self, entry: u64, text: Option<&InnerText>, withdrawn: bool) -> Result<(), IndexError> {
        let lack = match text {
            Some(text) => text.lack(),
            None => Some(TextLack::Unread),
        };
        let says = text.and_then(InnerText::sha256);
        let digest = says.map(unhex).filter(|digest| digest.len() == 32);
        // What is said to be kept of it, and cannot be: it is counted among those that are not searched.
        let lack = if says.is_some() && digest.is_none() { Some(TextLack::Altered) } else { lack };
        let recognised = text.map(|text| text.recognised().join(" ")).unwrap_or_default();
        let lack = if withdrawn { Some("withdrawn") } else { lack.map(TextLack::code) };
        let values = named_params! {
            ":entry": stored(entry), ":digest": digest, ":recognised": recognised, ":lack": lack, ":waits": digest.is_some() && !withdrawn,
        };
        self.statements.inside.execute(
            self.connection(),
            "INSERT INTO insides (entry, digest, recognised, lack, waits, read) VALUES (:entry, :digest, :recognised, :lack, :waits, 0)",
            values,
        )?;
        Ok(())
    }

    /// The words inside a document that was withdrawn go; that it had a text is still known.
    pub(super) fn forget_inside(&self, record: i64) -> Result<(), IndexError> {
        let of_it = named_params! { ":record": record };
        let entry = "(SELECT entry FROM documents WHERE record_id = :record)";
        let words = format!(
            "DELETE FROM inside WHERE rowid IN (SELECT entry FROM insides WHERE read = 1 AND entry IN {entry})"
        );
        self.connection().prepare_cached(&words)?.execute(of_it)?;
        let row = format!("UPDATE insides SET waits = 0, read = 0, lack = 'withdrawn' WHERE entry IN {entry}");
        self.connection().prepare_cached(&row)?.execute(of_it)?;
        Ok(())
    }
}

/// What a row of `insides` says of a text; none where nobody looked for one.
pub(super) fn inner_text(row: &Row<'_>) -> rusqlite::Result<Option<InnerText>> {
    let digest: Option<Vec<u8>> = row.get("digest")?;
    let why = row.get::<_, Option<String>>("lack")?.map(|code| lack(&code)).transpose()?;
    let sha256 = digest.map(|digest| seal::hex(&digest));
    // Of a document of which nothing is known there is no row.
    let recognised: String = row.get::<_, Option<String>>("recognised")?.unwrap_or_default();
    let recognised = recognised.split_whitespace().map(str::to_owned).collect();
    Ok(match (sha256, why) {
        (Some(sha256), None) => Some(InnerText::Whole { sha256, recognised }),
        (Some(sha256), Some(why)) => Some(InnerText::Partial { sha256, why, recognised }),
        (None, Some(TextLack::Unread) | None) => None,
        (None, Some(why)) => Some(InnerText::None { why }),
    })
}

pub(super) fn lack(code: &str) -> rusqlite::Result<TextLack> {
    TextLack::parse(code).ok_or_else(wrong)
}
