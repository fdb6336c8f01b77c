use seal::Signer;

use crate::entry::{AUTHOR, Body, Draft, Part, leaf};
use crate::error::{DraftFlaw, Error};
use crate::merkle::Hash;
use crate::store::{LogView, StoredEntry};
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

    /// Lets nobody else append until this handle has, or has given it up by [`Ledger::release`]: for a writer that was overtaken too
    /// often. Waits for its turn.
    ///
    /// # Errors
    /// [`Error::ReadOnly`]; [`Error::Busy`] if its turn did not come.
    pub fn reserve(&mut self) -> Result<(), Error> {
        self.store.reserve()
    }

    /// Gives up what [`Ledger::reserve`] reserved, if it did.
    pub fn release(&mut self) {
        self.store.release();
    }

    /// Reads on to where the log ends now, where it is a copy of one that lies elsewhere: for what must not rest on an older state, and
    /// records nothing by which that would show.
    ///
    /// # Errors
    /// [`Error::Offline`] when the log cannot be asked; [`Error::ReadOnly`], [`Error::Busy`].
    pub fn refresh(&mut self) -> Result<(), Error> {
        self.store.refresh()
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
        if self.access() == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        for (draft, _) in &drafts {
            draft.check().map_err(Error::Draft)?;
        }
        let me = author.key_id();
        let view = self.store.view()?;
        let head = view.head()?;
        if head != *expected {
            return Err(Error::Moved(head));
        }
        if head.size == 0 {
            let first = drafts.first().map(|(draft, _)| draft);
            if first.is_some_and(|draft| !introduces(draft, &me)) {
                return Err(Error::Draft(DraftFlaw::FirstAuthor));
            }
        } else if !self.known.contains(&*view, &me)? {
            return Err(Error::UnknownAuthor);
        }
        let at_ms = at_ms.max(last_time(&*view, head.size)?);
        let mut frontier = merkle::frontier(&*view, head.size)?;
        drop(view);
        let (mut entries, mut nodes) = (Vec::with_capacity(drafts.len()), Vec::with_capacity(2 * drafts.len()));
        let mut recorded = Vec::with_capacity(drafts.len());
        for (draft, what) in drafts {
            let index = frontier.size();
            let body = Body {
                vault: self.vault().clone(),
                index,
                prior: frontier.root(),
                author: me,
                at_ms,
                weight: draft.weight,
                parts: draft.parts.iter().map(|p| (p.audience.clone(), Hash(seal::sha256(&p.sealed)))).collect(),
            }
            .encode();
            let signatures = author.sign(draft.weight, &body).to_bytes();
            frontier.push(leaf(&body, &signatures), |at, hash| nodes.push((at, hash)));
            entries.push(StoredEntry { position: index, body, signatures, parts: draft.parts });
            let head = Head { size: frontier.size(), root: frontier.root() };
            recorded.push((what, index, head));
        }
        // Signed without holding anybody up: if somebody was faster, the store says so.
        self.store.append(expected, &entries, &nodes)?;
        Ok(recorded.into_iter().map(|(what, index, head)| Recorded::new(what, index, at_ms, head)).collect())
    }
}

fn introduces(draft: &Draft, author: &seal::KeyId) -> bool {
    let is_theirs = |part: &Part| {
        part.audience == AUTHOR && seal::VerifyingKey::from_bytes(&part.sealed).is_ok_and(|key| key.key_id() == *author)
    };
    draft.parts.iter().any(is_theirs)
}

fn last_time(view: &dyn LogView, size: u64) -> Result<i64, Error> {
    let Some(last) = size.checked_sub(1) else { return Ok(0) };
    Ok(Body::decode(&view.body(last)?, last)?.at_ms)
}
