//! A copy of a log: what it lacks is added to it, entry by entry, while others go on appending to the log.
//!
//! A log is never altered, so a copy of its beginning stays one. Nothing here checks an entry: a copy is verified as any log is
//! ([`Ledger::verify_with`]), and shows what was wrong with the log as well.

use crate::entry::{Body, leaf};
use crate::error::{Error, Flaw};
use crate::merkle::{self, NodeAt};
use crate::read::{BUDGET, Checking, Unsigned, check, extends};
use crate::{Access, Head, Ledger, Position};

/// How many entries are added in one go.
const BATCH: usize = 4096;

impl Ledger {
    /// Adds to a copy what it lacks of this log up to `head`. Others may append here meanwhile: it holds them up for some
    /// thousand entries at a time. `progress` is told after each how many entries the copy has; the copy has all or none of them.
    ///
    /// # Errors
    /// [`Error::RolledBack`], [`Error::Forked`] when the copy is not the beginning of this log; [`Error::Integrity`] when an
    /// entry is missing, or the entries do not give this head; why the one cannot be read or the other not be written.
    pub fn copy_to(&self, copy: &mut Ledger, head: &Head, progress: &mut dyn FnMut(u64)) -> Result<(), Error> {
        if copy.access() == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if copy.vault() != self.vault() {
            return Err(Error::whole(Flaw::Vault));
        }
        let mut at = copy.head()?;
        self.begins_with(&at)?;
        let mut frontier = merkle::frontier(&*copy.store.view()?, at.size)?;
        while at.size < head.size {
            let limit = usize::try_from(head.size - at.size).map_or(BATCH, |left| left.min(BATCH));
            let rows = self.store.view()?.entries(at.size, limit, BUDGET)?;
            if rows.is_empty() {
                return Err(Error::at(at.size, Flaw::Gap));
            }
            let mut nodes = Vec::with_capacity(2 * rows.len());
            for row in &rows {
                if row.position != frontier.size() {
                    return Err(Error::at(frontier.size(), Flaw::Gap));
                }
                frontier.push(leaf(&row.body, &row.signatures), |at, hash| nodes.push((at, hash)));
            }
            copy.store.append(&at, &rows, &nodes)?;
            at = Head { size: frontier.size(), root: frontier.root() };
            progress(at.size);
        }
        if at == *head { Ok(()) } else { Err(Error::whole(Flaw::Node)) }
    }

    /// Adds to a copy what this log has after `from`, at most so many entries, each checked as by [`Ledger::read`] before it is added:
    /// for a log on a server that is not trusted. Gives the position after them. `from` is a position in both; what the copy has
    /// beyond it is compared.
    ///
    /// # Errors
    /// As [`Ledger::read`]; [`Error::Forked`] when the copy has other entries; [`Error::Moved`] when somebody else adds to the copy
    /// meanwhile; why it cannot be written. Then nothing was added.
    pub fn follow_to(&self, copy: &mut Ledger, from: &Position, limit: usize) -> Result<Position, Error> {
        let rows = {
            let view = self.store.view()?;
            extends(&*view, &from.head())?;
            view.entries(from.size(), limit, BUDGET)?
        };
        let Unsigned { position, signed, .. } = check(rows.clone(), from, copy.vault(), |_, _, _| ())?;
        Checking::of(signed).done()?;
        let at = copy.head()?;
        let mut frontier = from.frontier.clone();
        let mut nodes = Vec::with_capacity(2 * rows.len());
        let is_same = |frontier: &merkle::Frontier| frontier.size() != at.size || frontier.root() == at.root;
        for row in &rows {
            if !is_same(&frontier) {
                return Err(Error::Forked { seen: at.size });
            }
            let is_new = frontier.size() >= at.size;
            frontier.push(leaf(&row.body, &row.signatures), |at, hash| nodes.extend(is_new.then_some((at, hash))));
        }
        if !is_same(&frontier) {
            return Err(Error::Forked { seen: at.size });
        }
        let known = rows.iter().take_while(|row| row.position < at.size).count();
        let new = rows.get(known..).unwrap_or_default();
        if !new.is_empty() {
            copy.store.append(&at, new, &nodes)?;
        }
        Ok(position)
    }

    /// How many entries at the beginning of two logs are the same, by their stored hashes: each entry signs all that came before
    /// it, so from the first that differs on all do.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn in_common_with(&self, other: &Ledger) -> Result<u64, Error> {
        let (mine, others) = (self.store.view()?, other.store.view()?);
        let (mut same, mut differs) = (0, mine.size()?.min(others.size()?));
        while same < differs {
            let middle = same + (differs - same) / 2;
            let at = NodeAt { level: 0, place: middle };
            if mine.node(at)? == others.node(at)? {
                same = middle + 1;
            } else {
                differs = middle;
            }
        }
        Ok(same)
    }

    /// The time that an entry bears, in milliseconds since 1970: nobody has checked it.
    ///
    /// # Errors
    /// [`Error::Integrity`] when there is no such entry, or it cannot be read.
    pub fn unchecked_time(&self, index: u64) -> Result<i64, Error> {
        Ok(Body::decode(&self.store.view()?.body(index)?, index)?.at_ms)
    }
}
