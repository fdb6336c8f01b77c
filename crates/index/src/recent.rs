//! What an officer opened, alone or with a second: by the lines of the log about himself. What he opened as the second is not among it.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::document::Listed;
use super::packed::packed;
use super::values::list_of;
use super::{Index, IndexError};
use registry::{ClassId, DocumentId, OfficerId};

/// The records of the documents that an officer opened; takes his name. The entries that name him are looked up, so that what it takes
/// goes with how much he did, and not with how much there is.
pub(super) const OPENED: &str = "SELECT l.record_id FROM named n CROSS JOIN lines l ON l.entry = n.entry
    WHERE n.kind = 'officer' AND n.who = (SELECT name_id FROM names WHERE name = ?)
    AND l.officer_id = n.who AND l.did IN ('open', 'open-together') AND l.record_id IS NOT NULL";

/// Each time that an officer opened a document of these classes, the last first: the document, and whether it is `:after`. It is in
/// this order as it is walked, so that nobody reads further than he asks.
pub(super) const LAST_OPENED: &str =
    "SELECT d.entry, r.id = :after AS is_after FROM named n CROSS JOIN lines l ON l.entry = n.entry
    CROSS JOIN documents d ON d.record_id = l.record_id CROSS JOIN records r ON r.record_id = l.record_id
    WHERE n.kind = 'officer' AND n.who = (SELECT name_id FROM names WHERE name = :officer)
    AND l.officer_id = n.who AND l.did IN ('open', 'open-together') AND r.withdrawn IS NULL
    AND d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))
    ORDER BY n.entry DESC, l.place";

impl Index {
    /// The documents of these classes that an officer opened, the one that he opened last first, each once; none that was withdrawn.
    /// `after`: those behind this one. None: that one is not among them.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn opened(
        &self,
        officer: &OfficerId,
        classes: &BTreeSet<ClassId>,
        after: Option<&DocumentId>,
        most: usize,
    ) -> Result<Option<Vec<Listed>>, IndexError> {
        let (mut entries, mut seen, mut begun) = (Vec::new(), BTreeSet::new(), after.is_none());
        {
            let connection = self.connection();
            let mut statement = connection.prepare_cached(LAST_OPENED)?;
            let after = after.map(|after| packed(after.as_str()));
            let mut found = statement.query(named_params! {
                ":officer": officer.as_str(), ":classes": list_of(classes), ":after": after,
            })?;
            while entries.len() < most
                && let Some(row) = found.next()?
            {
                let entry: i64 = row.get("entry")?;
                match (seen.insert(entry), begun) {
                    (false, _) => {}
                    (true, true) => entries.push(entry),
                    (true, false) => begun = row.get("is_after")?,
                }
            }
        }
        if begun { Ok(Some(self.rows(&entries)?)) } else { Ok(None) }
    }
}
