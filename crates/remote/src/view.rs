//! A log as it was at one moment. Entries are never changed, so a size is all that a view has to remember: what lies beyond it is
//! not in it, whatever connection is asked.

use std::collections::BTreeMap;
use std::ops::Range;

use ledger::merkle::{self, Frontier, NodeAt, Nodes};
use ledger::{Counts, Error as LogError, Flaw, Hash, LogView, MAX_ENTRY, StoredEntry};
use tokio_postgres::Row;
use tokio_postgres::types::Type;

use crate::handle::{Handle, hash, hash_of, whole};
use crate::server::{Param, value};
use crate::{Error, parts};

/// Where the log ends, and the peaks of its tree.
const BEGIN: &str = "SELECT vault, size, root, peaks FROM zegel.head";

/// Entries from a place on, as long as those before them have fewer bytes than the budget.
const ENTRIES: &str = "WITH near AS (\
        SELECT position, octet_length(body) + octet_length(signatures) + octet_length(parts) AS weight \
        FROM zegel.entries WHERE position >= $1 AND position < $2 ORDER BY position LIMIT $3), \
    summed AS (SELECT position, sum(weight) OVER (ORDER BY position) - weight AS before FROM near) \
    SELECT e.position, e.body, e.signatures, e.parts \
    FROM zegel.entries e JOIN summed s USING (position) WHERE s.before < $4 ORDER BY e.position";

/// The nodes of a level. One at an even place is the largest subtree that ends with its last entry, and stands in the row of that.
/// Any other is reckoned from its last leaf and what is to the left of that on each level below, which is at even places.
const NODES: &str = "SELECT n.place, e.top, \
        CASE WHEN n.place & 1 = 1 THEN sha256('\\x00'::bytea || e.body || e.signatures) END AS leaf, \
        CASE WHEN n.place & 1 = 1 THEN ARRAY(SELECT l.top FROM generate_series(0, $1 - 1) below \
            JOIN zegel.entries l ON l.position = e.position - (1::bigint << below) ORDER BY below) END AS lefts \
    FROM generate_series($2, $3 - 1) n (place) JOIN zegel.entries e ON e.position = ((n.place + 1) << $1) - 1 \
    ORDER BY n.place";

/// The nodes that stand in the rows of these entries.
const TOPS: &str = "SELECT position, top FROM zegel.entries WHERE position = ANY ($1)";

/// Whether the head is that of the entries: how many there are, where they end, and the peaks.
const CHECK: &str = "SELECT h.size, (SELECT count(*) FROM zegel.entries) AS entries, \
        (SELECT coalesce(max(position) + 1, 0) FROM zegel.entries) AS ends, \
        h.peaks = coalesce((SELECT string_agg(e.top, ''::bytea ORDER BY l DESC) FROM generate_series(0, 62) l \
            JOIN zegel.entries e ON e.position = ((h.size >> l) << l) - 1 \
            WHERE (h.size >> l) & 1 = 1), ''::bytea) AS is_edge \
    FROM zegel.head h";

/// What a row may have besides what it is asked for.
const ROW: u64 = 256;
/// What one hash in a list of them takes.
const HASH: u64 = 64;
/// The most bytes of all parts for one audience.
const PARTS: usize = 256 << 20;
/// How many entries are looked through at a time, and how many bytes they have.
const LOOKED_THROUGH: usize = 4096;
const BUDGET: usize = 8 << 20;

pub(crate) struct View<'l> {
    log: &'l Handle,
    size: u64,
    peaks: BTreeMap<NodeAt, Hash>,
}

impl<'l> View<'l> {
    pub(crate) fn begin(log: &'l Handle) -> Result<View<'l>, LogError> {
        let rows = log.ask(64 * ROW, BEGIN, &[])?;
        let first = rows.first().ok_or(Error::Answer)?;
        if value::<&str>(first, "vault")? != log.vault().as_str() {
            return Err(LogError::Integrity { entry: None, flaw: Flaw::Vault });
        }
        let size = whole(first, "size")?;
        let hashes: Vec<Hash> = value::<&[u8]>(first, "peaks")?.chunks(32).map(hash_of).collect::<Result<_, _>>()?;
        if hashes.len() as u64 != u64::from(size.count_ones()) {
            return Err(Error::Answer.into());
        }
        // The root is what `append` compares: another one would have each append refused, for ever and without a word.
        let tree = Frontier::new(size, hashes.clone()).ok_or(Error::Answer)?;
        if tree.root() != hash(first, "root")? {
            return Err(LogError::Integrity { entry: None, flaw: Flaw::Node });
        }
        Ok(View { log, size, peaks: merkle::peaks_of(size).zip(hashes).collect() })
    }

    fn ask(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>, LogError> {
        Ok(self.log.ask(most, sql, params)?)
    }

    /// The entry in whose row a node stands: none where that is at an odd place, or not complete yet.
    fn keeper(&self, at: NodeAt) -> Option<u64> {
        let complete = self.size.checked_shr(at.level.into()).unwrap_or(0);
        (at.place < complete && at.place & 1 == 0).then(|| ((at.place + 1) << at.level) - 1)
    }

    /// The nodes in the rows of these entries, by entry.
    fn tops(&self, entries: &[u64]) -> Result<BTreeMap<u64, Hash>, LogError> {
        if entries.is_empty() {
            return Ok(BTreeMap::new());
        }
        let positions: Vec<i64> = entries.iter().copied().map(capped).collect();
        let rows = self.ask(ROW * entries.len() as u64, TOPS, &[(&positions, Type::INT8_ARRAY)])?;
        Ok(rows.iter().map(|row| Ok((whole(row, "position")?, hash(row, "top")?))).collect::<Result<_, Error>>()?)
    }

    /// Entry by entry, as long as `each` says to go on. The server knows no audiences: a mirror does, and is what is asked where it
    /// matters how long that takes.
    fn look_through(&self, from: u64, end: u64, mut each: impl FnMut(StoredEntry) -> bool) -> Result<(), LogError> {
        let mut at = from;
        while at < end {
            let entries = self.entries(at, LOOKED_THROUGH, BUDGET)?;
            let Some(last) = entries.last() else { break };
            at = last.position + 1;
            for entry in entries {
                if entry.position >= end || !each(entry) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// A number for the server: more than it can count is as much as it can.
fn capped(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn entry(row: &Row) -> Result<StoredEntry, LogError> {
    let position = whole(row, "position")?;
    let altered = LogError::Integrity { entry: Some(position), flaw: Flaw::Part };
    let parts = parts::unpack(value(row, "parts")?).ok_or(altered)?;
    let (body, signatures) = (value(row, "body")?, value(row, "signatures")?);
    Ok(StoredEntry { position, body, signatures, parts })
}

fn node(row: &Row, level: u8) -> Result<(u64, Hash), Error> {
    let place = whole(row, "place")?;
    if place & 1 == 0 {
        return Ok((place, hash(row, "top")?));
    }
    let lefts: Vec<&[u8]> = value(row, "lefts")?;
    if lefts.len() != usize::from(level) {
        return Err(Error::Answer);
    }
    let leaf = hash(row, "leaf")?;
    let above = lefts.into_iter().try_fold(leaf, |right, left| Ok::<_, Error>(Hash::of_node(&hash_of(left)?, &right)));
    Ok((place, above?))
}

impl LogView for View<'_> {
    fn size(&self) -> Result<u64, LogError> {
        Ok(self.size)
    }

    fn entries(&self, from: u64, limit: usize, budget: usize) -> Result<Vec<StoredEntry>, LogError> {
        let limit = capped(limit as u64);
        let most = (budget as u64).saturating_add(2 * MAX_ENTRY as u64);
        let params: [Param<'_>; 4] = [
            (&capped(from), Type::INT8),
            (&capped(self.size), Type::INT8),
            (&limit, Type::INT8),
            (&capped(budget as u64), Type::INT8),
        ];
        let rows = self.ask(most, ENTRIES, &params)?;
        let entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        // What is not asked for is no answer.
        let in_order = entries.iter().zip(from..).all(|(entry, at)| entry.position >= at && entry.position < self.size);
        if !in_order || entries.len() as u64 > limit.unsigned_abs() {
            return Err(Error::Answer.into());
        }
        Ok(entries)
    }

    fn body(&self, position: u64) -> Result<Vec<u8>, LogError> {
        let gap = LogError::Integrity { entry: Some(position), flaw: Flaw::Gap };
        if position >= self.size {
            return Err(gap);
        }
        let sql = "SELECT body FROM zegel.entries WHERE position = $1";
        let rows = self.ask(MAX_ENTRY as u64, sql, &[(&capped(position), Type::INT8)])?;
        Ok(value(rows.first().ok_or(gap)?, "body")?)
    }

    fn parts_for(&self, audience: &str) -> Result<Vec<(u64, Vec<u8>)>, LogError> {
        let (mut found, mut bytes) = (Vec::new(), 0usize);
        self.look_through(0, self.size, |entry| {
            let (position, parts) = (entry.position, entry.parts.into_iter());
            for part in parts.filter(|part| part.audience == audience) {
                bytes += part.sealed.len();
                found.push((position, part.sealed));
            }
            bytes <= PARTS
        })?;
        if bytes > PARTS { Err(Error::Answer.into()) } else { Ok(found) }
    }

    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, LogError> {
        let mut found = Vec::new();
        let from = after.map_or(0, |after| after.saturating_add(1));
        self.look_through(from, size.min(self.size), |entry| {
            if found.len() < limit && entry.parts.iter().any(|part| part.audience == audience) {
                found.push(entry.position);
            }
            found.len() < limit
        })?;
        Ok(found)
    }

    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, LogError> {
        // Those beyond are complete only by what was appended later.
        let end = places.end.min(self.size.checked_shr(level.into()).unwrap_or(0));
        if places.start >= end {
            return Ok(Vec::new());
        }
        let params: [Param<'_>; 3] =
            [(&i32::from(level), Type::INT4), (&capped(places.start), Type::INT8), (&capped(end), Type::INT8)];
        let most = (ROW + HASH * u64::from(level)).saturating_mul(end - places.start);
        let rows = self.ask(most, NODES, &params)?;
        Ok(rows.iter().map(|row| node(row, level)).collect::<Result<_, _>>()?)
    }

    /// Of parts there are as many as stand in the rows of entries, and of the tree what follows from them.
    fn counts(&self) -> Result<Counts, LogError> {
        let sql = "SELECT count(*) AS entries, coalesce(sum(CASE WHEN octet_length(parts) < 2 THEN 0 \
            ELSE (get_byte(substr(parts, 1, 2), 0) << 8) + get_byte(substr(parts, 1, 2), 1) END), 0) AS parts \
            FROM zegel.entries";
        let rows = self.ask(ROW, sql, &[])?;
        let row = rows.first().ok_or(Error::Answer)?;
        let entries = whole(row, "entries")?;
        Ok(Counts { entries, parts: whole(row, "parts")?, nodes: merkle::node_count(entries) })
    }

    fn check_storage(&self) -> Result<(), LogError> {
        let rows = self.ask(ROW, CHECK, &[])?;
        let row = rows.first().ok_or(Error::Answer)?;
        let (size, entries, end) = (whole(row, "size")?, whole(row, "entries")?, whole(row, "ends")?);
        if size != entries || size != end || !value::<bool>(row, "is_edge")? {
            return Err(LogError::Integrity { entry: None, flaw: Flaw::File });
        }
        Ok(())
    }
}

impl Nodes for View<'_> {
    type Error = LogError;

    fn node(&self, at: NodeAt) -> Result<Hash, LogError> {
        if let Some(peak) = self.peaks.get(&at) {
            return Ok(*peak);
        }
        let missing = LogError::Integrity { entry: None, flaw: Flaw::Node };
        if let Some(entry) = self.keeper(at) {
            return self.tops(&[entry])?.get(&entry).copied().ok_or(missing);
        }
        let next = at.place.checked_add(1).unwrap_or(at.place);
        Ok(self.nodes(at.level, at.place..next)?.first().ok_or(missing)?.1)
    }

    /// The peaks of an earlier size are in as many rows, and a follower asks for them each time.
    fn several_nodes(&self, places: &[NodeAt]) -> Result<Vec<Hash>, LogError> {
        let unknown = places.iter().filter(|at| !self.peaks.contains_key(*at));
        let entries: Vec<u64> = unknown.filter_map(|at| self.keeper(*at)).collect();
        let tops = self.tops(&entries)?;
        let hash_at = |at: &NodeAt| match self.keeper(*at).and_then(|entry| tops.get(&entry)) {
            Some(top) => Ok(*top),
            None => self.node(*at),
        };
        places.iter().map(hash_at).collect()
    }
}
