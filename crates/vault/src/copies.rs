//! Copies of a shared vault's sealed objects on this workstation, and the dossiers that an officer wants to have here.
//!
//! To keep a dossier here opens nothing and is no entry: what is fetched is sealed, and which objects there are says the log. Which
//! dossiers an officer keeps stands in his own index; next to the copies stand the names of objects alone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use objects::{Brought, Cache, CacheStanding, ObjectStore};
use registry::ObjectId;
use registry::keys::KeyName;
use serde::Serialize;

use crate::{ClassId, DossierId, DossierKey, Error, Flow, Session, Vault, WorkstationFolder};

/// How the copies on this workstation stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CopiesView {
    /// Bytes that they take.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub bytes: u64,
    /// Sealed documents that there is a copy of.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub copies: u64,
    /// Bytes that they may take; none are kept where it is 0.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: u64,
    /// Somebody set the limit; else it goes by the disk.
    pub is_set: bool,
    /// Copies that were thrown away because they were not what was sealed, since all were last removed.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub altered: u64,
}

/// A dossier that an officer wants to have here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct KeptDossier {
    pub id: DossierId,
    pub key: DossierKey,
    pub title: String,
    /// Sealed files of its documents that he may open, with their earlier versions.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub objects: u64,
    /// Of these, those that are here.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub here: u64,
    /// Bytes of those.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub bytes: u64,
}

/// What came of fetching.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[must_use]
pub struct Fetched {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub objects: u64,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub bytes: u64,
    /// For which there was no room.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub no_room: u64,
    /// Which do not lie where they should.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub missing: u64,
}

/// Is told how many objects were looked at, of how many, and how many bytes came; says whether to go on.
pub type FetchProgress<'p> = dyn FnMut(u64, u64, u64) -> Flow + 'p;

/// What is still to be fetched. Needs no session: it outlives one that is locked meanwhile, and opens nothing.
#[derive(Debug)]
pub struct Fetching {
    store: Arc<dyn ObjectStore>,
    missing: Vec<ObjectId>,
}

impl Fetching {
    /// How many objects.
    pub fn count(&self) -> u64 {
        self.missing.len() as u64
    }

    /// Fetches them, one after the other. What was fetched stays, whatever ends it.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; [`Error::Offline`] and whatever the store says.
    pub fn run(&self, progress: &mut FetchProgress<'_>) -> Result<Fetched, Error> {
        let mut fetched = Fetched::default();
        let of = self.count();
        for (done, id) in (0..).zip(&self.missing) {
            let mut bytes = fetched.bytes;
            let brought = self.store.bring_here(id, &mut |came| {
                bytes += came;
                progress(done, of, bytes)
            })?;
            match brought {
                Brought::Here => {}
                Brought::Fetched(length) => {
                    fetched.objects += 1;
                    fetched.bytes += length;
                }
                Brought::NoRoom => fetched.no_room += 1,
                Brought::Missing => fetched.missing += 1,
            }
            if progress(done + 1, of, fetched.bytes) == Flow::Stop {
                return Err(Error::Cancelled);
            }
        }
        Ok(fetched)
    }
}

impl WorkstationFolder {
    /// How the copies here stand.
    ///
    /// # Errors
    /// [`Error::AllHere`] in the folder of a vault that is all in it; when they cannot be looked at.
    pub fn copies(&self) -> Result<CopiesView, Error> {
        CopiesView::of(&self.cache()?)
    }

    /// Sets how many bytes copies may take here, 0 for none at all; none: it goes by the disk.
    ///
    /// # Errors
    /// As [`WorkstationFolder::copies`].
    pub fn limit_copies(&self, bytes: Option<u64>) -> Result<CopiesView, Error> {
        self.cache()?.set_limit(bytes)?;
        self.copies()
    }

    /// Removes all copies here; gives how many bytes that made free. What is to be kept is fetched again.
    ///
    /// # Errors
    /// As [`WorkstationFolder::copies`].
    pub fn remove_copies(&self) -> Result<u64, Error> {
        Ok(self.cache()?.empty()?)
    }

    fn cache(&self) -> Result<Cache, Error> {
        if self.says()?.is_none() {
            return Err(Error::AllHere);
        }
        Ok(Cache::new(self.root().clone()))
    }
}

impl CopiesView {
    fn of(cache: &Cache) -> Result<CopiesView, Error> {
        let CacheStanding { bytes, copies, limit, is_set, altered } = cache.standing()?;
        Ok(CopiesView { bytes, copies, limit, is_set, altered })
    }
}

impl Vault {
    /// As [`WorkstationFolder::copies`], of a vault that is open.
    ///
    /// # Errors
    /// As [`WorkstationFolder::copies`].
    pub fn copies(&self) -> Result<CopiesView, Error> {
        self.cached(CopiesView::of)
    }

    /// As [`WorkstationFolder::limit_copies`].
    ///
    /// # Errors
    /// As [`WorkstationFolder::copies`].
    pub fn limit_copies(&self, bytes: Option<u64>) -> Result<CopiesView, Error> {
        self.cached(|cache| cache.set_limit(bytes).map_err(Error::from).and_then(|()| CopiesView::of(cache)))
    }

    /// As [`WorkstationFolder::remove_copies`].
    ///
    /// # Errors
    /// As [`WorkstationFolder::copies`].
    pub fn remove_copies(&self) -> Result<u64, Error> {
        self.cached(|cache| Ok(cache.empty()?))
    }

    fn cached<T>(&self, act: impl FnOnce(&Cache) -> Result<T, Error>) -> Result<T, Error> {
        act(self.stores().objects().cache().ok_or(Error::AllHere)?)
    }
}

impl Session {
    /// From now on the documents of a dossier, as far as this officer may open them, are to lie on this workstation. Gives what is
    /// to be fetched.
    ///
    /// # Errors
    /// [`Error::AllHere`]; [`Error::NotFound`]; why it could not be noted.
    pub fn keep_dossier(&mut self, id: &DossierId) -> Result<Fetching, Error> {
        self.require_copies()?;
        self.catch_up()?;
        let key = self.named(id)?;
        let mut kept = self.kept_keys()?;
        if kept.insert(key) {
            self.write_kept(&kept)?;
        }
        self.fetching()
    }

    /// A dossier is no longer to lie on this workstation. Copies go when their room is needed.
    ///
    /// # Errors
    /// [`Error::AllHere`]; [`Error::NotFound`]; why it could not be noted.
    pub fn stop_keeping(&mut self, id: &DossierId) -> Result<(), Error> {
        self.require_copies()?;
        self.catch_up()?;
        let key = self.named(id)?;
        let mut kept = self.kept_keys()?;
        if kept.remove(&key) {
            self.write_kept(&kept)?;
        }
        let _fetched_later = self.fetching()?;
        Ok(())
    }

    /// The dossiers that this officer keeps here, by their names.
    ///
    /// # Errors
    /// [`Error::AllHere`]; integrity errors of the index.
    pub fn kept_dossiers(&mut self) -> Result<Vec<KeptDossier>, Error> {
        self.require_copies()?;
        self.catch_up()?;
        let kept = self.kept_keys()?;
        let wanted = self.wanted(&kept)?;
        let cache = self.objects.cache().ok_or(Error::AllHere)?;
        let mut dossiers: Vec<KeptDossier> = wanted
            .into_iter()
            .filter_map(|(key, ids)| {
                let name = self.knowledge.dossiers.get(&key)?;
                let here: Vec<u64> = ids.iter().filter_map(|id| cache.has(id)).collect();
                Some(KeptDossier {
                    id: name.id.clone(),
                    title: name.title.clone(),
                    objects: ids.len() as u64,
                    here: here.len() as u64,
                    bytes: here.iter().sum(),
                    key,
                })
            })
            .collect();
        dossiers.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(dossiers)
    }

    /// What is still to be fetched of the dossiers that this officer keeps here: of documents that came since, too.
    ///
    /// # Errors
    /// [`Error::AllHere`]; integrity errors of the index; when it cannot be noted which objects are kept.
    pub fn fetching(&mut self) -> Result<Fetching, Error> {
        self.require_copies()?;
        self.catch_up()?;
        let wanted = self.wanted(&self.kept_keys()?)?;
        let ids: Vec<ObjectId> = wanted.into_values().flatten().collect::<BTreeSet<_>>().into_iter().collect();
        let cache = self.objects.cache().ok_or(Error::AllHere)?;
        if cache.kept(self.id().as_str())? != ids {
            cache.keep(self.id().as_str(), &ids)?;
        }
        let missing = ids.into_iter().filter(|id| cache.has(id).is_none()).collect();
        Ok(Fetching { store: self.objects.clone(), missing })
    }

    /// Copies of objects that no document has any more go.
    pub(crate) fn forget_copies(&self) {
        let Some(cache) = self.objects.cache() else { return };
        // What cannot be listed now is looked at by the next session.
        for id in cache.copies().unwrap_or_default() {
            // Where the log does not tell, it stays.
            if !self.state.documents.has_now(&id).unwrap_or(true) {
                cache.forget(&id);
            }
        }
    }

    fn require_copies(&self) -> Result<(), Error> {
        self.objects.cache().map(drop).ok_or(Error::AllHere)
    }

    /// The sealed files of these dossiers that this officer may open alone. A dossier that he does not see any more has none.
    fn wanted(&self, dossiers: &BTreeSet<DossierKey>) -> Result<BTreeMap<DossierKey, Vec<ObjectId>>, Error> {
        let now = self.now();
        let seen: BTreeSet<&DossierKey> = dossiers.iter().filter(|key| self.sees_dossier(key, now)).collect();
        let mut wanted: BTreeMap<DossierKey, Vec<ObjectId>> =
            seen.iter().map(|key| ((*key).clone(), Vec::new())).collect();
        if wanted.is_empty() {
            return Ok(wanted);
        }
        let opens = |id: &ClassId| {
            self.state.may_open(self.id(), id, now).is_ok()
                && !self.state.is_for_two(&KeyName::Class(id.clone()))
                && !self.identities_of(id).is_empty()
        };
        let classes: BTreeMap<&ClassId, &DossierKey> = self
            .state
            .classes
            .iter()
            .filter(|(id, class)| seen.contains(&class.dossier) && opens(id))
            .map(|(id, class)| (id, &class.dossier))
            .collect();
        // Asked of the index: the records of all documents of a vault are many, and this is asked each time that the log has grown.
        for id in self.index.documents_in(&classes.keys().map(|id| (*id).clone()).collect())? {
            let Some(record) = self.state.documents.read(&id)?.filter(|record| record.withdrawn.is_none()) else {
                continue;
            };
            // By the record, which is as far as the state; the index may be further.
            if let Some(ids) = classes.get(&record.class).and_then(|dossier| wanted.get_mut(*dossier)) {
                ids.extend(record.sealed().map(|(_, object)| object.clone()));
            }
        }
        Ok(wanted)
    }

    fn kept_keys(&self) -> Result<BTreeSet<DossierKey>, Error> {
        // Of another version, it begins again from the start.
        Ok(serde_json::from_slice(&self.index.kept_dossiers()?.unwrap_or_default()).unwrap_or_default())
    }

    fn write_kept(&mut self, kept: &BTreeSet<DossierKey>) -> Result<(), Error> {
        let bytes = serde_json::to_vec(kept).map_err(|_| Error::Internal { what: "kept" })?;
        self.index.change::<_, Error>(|change| Ok(change.set_kept_dossiers(&bytes)?))
    }
}
