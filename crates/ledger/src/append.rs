use seal::Signer;

use crate::entry::{AUTHOR, Body, Draft, Part, leaf};
use crate::error::{DraftFlaw, Error};
use crate::merkle::Hash;
use crate::store::{Row, View};
use crate::{Access, Head, Ledger, Recorded, merkle};

impl Ledger {
    /// Appends one entry if the log still ends with `expected`, and returns when it is durable.
    ///
    /// `expected` is the head of a [`crate::Position`] that the caller has read to: the entry signs it, so its author vouches
    /// for all that came before. `at_ms` is the time in milliseconds since 1970; when it is before the last entry, the entry
    /// bears the time of the last entry instead. `what` is what the entry records, given back as [`Recorded`].
    ///
    /// # Errors
    /// [`Error::Moved`] if somebody appended meanwhile: read on, decide again, try again. With every error nothing was
    /// appended, with one exception that only a failing disk can cause: an entry may be there although [`Error::Io`] says not.
    pub fn append<T>(
        &mut self,
        expected: &Head,
        author: &Signer,
        at_ms: i64,
        draft: Draft,
        what: T,
    ) -> Result<Recorded<T>, Error> {
        let mut recorded = self.append_all(expected, author, at_ms, vec![(draft, what)])?;
        // One draft in, one recorded out.
        recorded.pop().ok_or(Error::Draft(DraftFlaw::NoParts))
    }

    /// Appends several entries, all or none of them. Much faster than one by one: the disk is waited for once.
    ///
    /// # Errors
    /// As [`Ledger::append`].
    pub fn append_all<T>(
        &mut self,
        expected: &Head,
        author: &Signer,
        at_ms: i64,
        drafts: Vec<(Draft, T)>,
    ) -> Result<Vec<Recorded<T>>, Error> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        for (draft, _) in &drafts {
            draft.check().map_err(Error::Draft)?;
        }
        let me = author.key_id();
        let view = self.store.writer()?;
        let head = view.head()?;
        if head != *expected {
            return Err(Error::Moved(head));
        }
        if head.size == 0 {
            let first = drafts.first().map(|(draft, _)| draft);
            if first.is_some_and(|draft| !introduces(draft, &me)) {
                return Err(Error::Draft(DraftFlaw::FirstAuthor));
            }
        } else if !self.known.contains(&view, &me)? {
            return Err(Error::UnknownAuthor);
        }
        let at_ms = at_ms.max(last_time(&view, head.size)?);
        let mut frontier = merkle::frontier(&view, head.size)?;
        let mut recorded = Vec::with_capacity(drafts.len());
        for (draft, what) in drafts {
            let index = frontier.size();
            let body = Body {
                vault: self.vault.clone(),
                index,
                prior: frontier.root(),
                author: me,
                at_ms,
                weight: draft.weight,
                parts: draft.parts.iter().map(|p| (p.audience.clone(), Hash(seal::sha256(&p.sealed)))).collect(),
            }
            .encode();
            let signatures = author.sign(draft.weight, &body).to_bytes();
            let mut written = Ok(());
            frontier.push(leaf(&body, &signatures), |at, hash| {
                if written.is_ok() {
                    written = view.insert_node(at, hash);
                }
            });
            written?;
            view.insert(&Row { position: index, body, signatures, parts: draft.parts })?;
            let head = Head { size: frontier.size(), root: frontier.root() };
            recorded.push(Recorded::new(what, index, at_ms, head));
        }
        view.commit()?;
        Ok(recorded)
    }
}

fn introduces(draft: &Draft, author: &seal::KeyId) -> bool {
    let is_theirs = |part: &Part| {
        part.audience == AUTHOR && seal::VerifyingKey::from_bytes(&part.sealed).is_ok_and(|key| key.key_id() == *author)
    };
    draft.parts.iter().any(is_theirs)
}

fn last_time(view: &View<'_>, size: u64) -> Result<i64, Error> {
    let Some(last) = size.checked_sub(1) else { return Ok(0) };
    Ok(Body::decode(&view.body(last)?, last)?.at_ms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Position, VaultId};
    use seal::Weight;

    fn log() -> (tempfile::TempDir, Ledger, Signer) {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let mut ledger = Ledger::create(&dir.path().join("l"), VaultId::random()).expect("a new log");
        let me = Signer::generate();
        let first = Draft::new(Weight::Dual).introduce(me.verifying_key());
        let _ = ledger.append(&Position::start().head(), &me, 1, first, ()).expect("a first entry");
        (dir, ledger, me)
    }

    /// SQLite reports a full disk in the same way as a file that has reached the pages it may have.
    #[test]
    fn on_a_full_disk_nothing_is_appended_and_the_log_goes_on_when_there_is_room() {
        let (_dir, mut ledger, me) = log();
        let pages = |ledger: &Ledger, most: i64| {
            let connection = ledger.store.connection();
            connection.pragma_update_and_check(None, "max_page_count", most, |_| Ok(())).expect("a pragma");
        };
        let now: i64 = ledger.store.connection().pragma_query_value(None, "page_count", |r| r.get(0)).expect("a count");
        for room in 0..40 {
            pages(&ledger, now + room);
            let head = ledger.head().expect("a head");
            let drafts = (0..8).map(|n| (Draft::new(Weight::Dual).part("x", vec![n; 20_000]), ())).collect();
            assert!(matches!(ledger.append_all(&head, &me, 2, drafts), Err(Error::Full)), "room for {room} pages");
            assert_eq!(ledger.verify().expect("a whole log"), head);
        }
        pages(&ledger, 1 << 30);
        let head = ledger.head().expect("a head");
        let _ = ledger.append(&head, &me, 2, Draft::new(Weight::Single).part("x", [1]), ()).expect("there is room");
        assert_eq!(ledger.verify().expect("a whole log").size, 2);
    }

    #[test]
    fn what_is_committed_is_synced_with_its_folder() {
        let (_dir, ledger, _) = log();
        let connection = ledger.store.connection();
        let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |r| r.get(0)).expect("a pragma");
        let journal: String = connection.pragma_query_value(None, "journal_mode", |r| r.get(0)).expect("a pragma");
        assert_eq!((synchronous, journal.as_str()), (3, "delete"));
    }
}
