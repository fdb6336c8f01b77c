//! A log as it was at one moment. Entries are never changed, so a size is all that a view has to remember: what lies beyond it is
//! not in it, whatever connection is asked.

use std::collections::BTreeMap;
use std::ops::Range;

use ledger::merkle::{self, NodeAt, Nodes};
use ledger::{Counts, Error as LogError, Flaw, Hash, LogView, MAX_ENTRY, Part, StoredEntry};
use tokio_postgres::Row;
use tokio_postgres::types::Type;

use crate::Error;
use crate::handle::{Handle, hash, whole};
use crate::server::{Param, value};

/// Where the log ends, and the peaks of its tree, in one statement: nobody can append in between.
const BEGIN: &str = "SELECT h.vault, h.size, n.level, n.place, n.hash FROM zegel.head h \
    LEFT JOIN generate_series(0, 62) l ON (h.size >> l) & 1 = 1 \
    LEFT JOIN zegel.nodes n ON n.level = l AND n.place = (h.size >> l) - 1";

/// Entries from a place on, as long as those before them have fewer bytes than the budget.
const ENTRIES: &str = "WITH near AS (\
        SELECT e.position, octet_length(e.body) + coalesce((SELECT sum(octet_length(p.sealed) + octet_length(p.audience)) \
            FROM zegel.parts p WHERE p.position = e.position), 0) AS weight \
        FROM zegel.entries e WHERE e.position >= $1 AND e.position < $2 ORDER BY e.position LIMIT $3), \
    summed AS (SELECT position, sum(weight) OVER (ORDER BY position) - weight AS before FROM near) \
    SELECT e.position, e.body, e.signatures, \
        ARRAY(SELECT p.audience FROM zegel.parts p WHERE p.position = e.position ORDER BY p.ordinal) AS audiences, \
        ARRAY(SELECT p.sealed FROM zegel.parts p WHERE p.position = e.position ORDER BY p.ordinal) AS sealed \
    FROM zegel.entries e JOIN summed s USING (position) WHERE s.before < $4 ORDER BY e.position";

/// What a row may have besides what it is asked for.
const ROW: u64 = 256;
/// The most bytes of all parts for one audience.
const PARTS: u64 = 256 << 20;

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
        let mut peaks = BTreeMap::new();
        for row in rows.iter().filter(|row| !matches!(row.try_get::<_, Option<i16>>("level"), Ok(None))) {
            peaks.insert(NodeAt { level: level(row, "level")?, place: whole(row, "place")? }, hash(row, "hash")?);
        }
        Ok(View { log, size, peaks })
    }

    fn ask(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>, LogError> {
        Ok(self.log.ask(most, sql, params)?)
    }
}

fn level(row: &Row, name: &str) -> Result<u8, Error> {
    u8::try_from(value::<i16>(row, name)?).map_err(|_| Error::Answer)
}

/// A number for the server: more than it can count is as much as it can.
fn capped(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn entry(row: &Row) -> Result<StoredEntry, Error> {
    let (audiences, sealed): (Vec<String>, Vec<Vec<u8>>) = (value(row, "audiences")?, value(row, "sealed")?);
    if audiences.len() != sealed.len() {
        return Err(Error::Answer);
    }
    let parts = audiences.into_iter().zip(sealed).map(|(audience, sealed)| Part { audience, sealed });
    let (position, parts) = (whole(row, "position")?, parts.collect());
    Ok(StoredEntry { position, body: value(row, "body")?, signatures: value(row, "signatures")?, parts })
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
        let sql =
            "SELECT position, sealed FROM zegel.parts WHERE audience = $1 AND position < $2 ORDER BY position, ordinal";
        let rows = self.ask(PARTS, sql, &[(&audience, Type::TEXT), (&capped(self.size), Type::INT8)])?;
        rows.iter().map(|row| Ok((whole(row, "position")?, value(row, "sealed")?))).collect()
    }

    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, LogError> {
        let sql = "SELECT DISTINCT position FROM zegel.parts WHERE audience = $1 AND position > $2 AND position < $3 \
            ORDER BY position LIMIT $4";
        let params: [Param<'_>; 4] = [
            (&audience, Type::TEXT),
            (&after.map_or(-1, capped), Type::INT8),
            (&capped(size.min(self.size)), Type::INT8),
            (&capped(limit as u64), Type::INT8),
        ];
        let rows = self.ask(ROW.saturating_mul(size.min(limit as u64)), sql, &params)?;
        rows.iter().map(|row| Ok(whole(row, "position")?)).collect()
    }

    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, LogError> {
        // Those beyond are complete only by what was appended later.
        let end = places.end.min(self.size.checked_shr(level.into()).unwrap_or(0));
        if places.start >= end {
            return Ok(Vec::new());
        }
        let sql = "SELECT place, hash FROM zegel.nodes WHERE level = $1 AND place >= $2 AND place < $3 ORDER BY place";
        let params: [Param<'_>; 3] =
            [(&i16::from(level), Type::INT2), (&capped(places.start), Type::INT8), (&capped(end), Type::INT8)];
        let rows = self.ask(ROW.saturating_mul(end - places.start), sql, &params)?;
        rows.iter().map(|row| Ok((whole(row, "place")?, hash(row, "hash")?))).collect()
    }

    fn counts(&self) -> Result<Counts, LogError> {
        let sql = "SELECT (SELECT count(*) FROM zegel.entries) AS entries, (SELECT count(*) FROM zegel.parts) AS parts, \
            (SELECT count(*) FROM zegel.nodes) AS nodes";
        let rows = self.ask(ROW, sql, &[])?;
        let row = rows.first().ok_or(Error::Answer)?;
        Ok(Counts { entries: whole(row, "entries")?, parts: whole(row, "parts")?, nodes: whole(row, "nodes")? })
    }

    fn check_storage(&self) -> Result<(), LogError> {
        let sql = "SELECT (SELECT size FROM zegel.head) AS size, (SELECT count(*) FROM zegel.entries) AS entries, \
            (SELECT coalesce(max(position) + 1, 0) FROM zegel.entries) AS ends, (SELECT count(*) FROM zegel.nodes) AS nodes";
        let rows = self.ask(ROW, sql, &[])?;
        let row = rows.first().ok_or(Error::Answer)?;
        let (size, entries) = (whole(row, "size")?, whole(row, "entries")?);
        let (end, nodes) = (whole(row, "ends")?, whole(row, "nodes")?);
        if size != entries || size != end || nodes != merkle::node_count(size) {
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
        let next = at.place.checked_add(1).unwrap_or(at.place);
        Ok(self.nodes(at.level, at.place..next)?.first().ok_or(missing)?.1)
    }
}
