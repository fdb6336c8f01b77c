use crate::error::{Error, Flaw};
use crate::{Head, Ledger, Position, merkle, read};

/// How many entries are checked in one go; between two goes other processes may write.
const BATCH: usize = 4096;

impl Ledger {
    /// Checks the whole log from its first entry, without any key: every body, part, signature and introduction, the tree
    /// and its stored nodes, and that the file holds nothing besides. Returns what was found to be whole.
    ///
    /// It cannot know of entries that were cut off at the end: compare the head with a [`Position`] or a checkpoint.
    ///
    /// # Errors
    /// [`Error::Integrity`] at the first entry that is wrong.
    pub fn verify(&self) -> Result<Head, Error> {
        Ok(self.verify_with(&mut |_, _| {})?.head())
    }

    /// As [`Ledger::verify`], telling after each few thousand entries how many of how many are done.
    ///
    /// # Errors
    /// As [`Ledger::verify`].
    pub fn verify_with(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Position, Error> {
        let mut position = Position::start();
        let mut parts = 0u64;
        loop {
            let view = self.store.view()?;
            let rows = view.rows(position.size(), BATCH, read::BUDGET)?;
            if rows.is_empty() {
                let size = position.size();
                // Whatever no entry accounts for was put there by somebody else.
                let (held_entries, held_parts, held_nodes) = view.counts()?;
                let whole = Error::whole;
                if held_entries != size {
                    return Err(whole(Flaw::Gap));
                }
                if held_parts != parts {
                    return Err(whole(Flaw::Part));
                }
                if held_nodes != merkle::node_count(size) {
                    return Err(whole(Flaw::Node));
                }
                view.check_pages()?;
                return Ok(position);
            }
            let (entries, next) = read::check(rows, &position, self.vault(), |entry, at, hash| {
                use merkle::Nodes as _;
                if view.node(at)? == hash { Ok(()) } else { Err(Error::at(entry, Flaw::Node)) }
            })?;
            parts += entries.iter().map(|entry| entry.parts.len() as u64).sum::<u64>();
            position = next;
            let size = view.size()?;
            drop(view);
            progress(position.size(), size);
        }
    }
}
