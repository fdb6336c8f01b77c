//! Whether the same bytes are already in the register. The same rule applies before a document is filed, when it is
//! skipped as already there, and afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read as _;

use seal::{ContentHash, ContentHasher, Flow};

use crate::documents::source::{read_from_start, size_of, unreadable};
use crate::{ClassId, DocumentId, DossierId, Error, NamedDocument, PickedFile, Reason, Session, Source};
use index::Listed;
use registry::documents::Content;

/// Reads a source whole, for what its content is known by. `goes_on` is asked before each piece.
///
/// # Errors
/// [`Error::NotAFile`], [`Error::Cancelled`], or why it cannot be read.
pub fn content_of(source: &Source, goes_on: &mut dyn FnMut() -> Flow) -> Result<ContentHash, Error> {
    let mut hash = ContentHasher::new();
    let mut piece = vec![0; 1 << 20];
    let mut reader = read_from_start(source)?;
    loop {
        if goes_on() == Flow::Stop {
            return Err(Error::Cancelled);
        }
        let read = reader.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            return Ok(hash.finish());
        }
        hash.update(piece.get(..read).unwrap_or_default());
    }
}

/// A file that was read because it may have the bytes of a document, or of another file of its list.
pub struct ReadFile {
    /// Where it stands in the list.
    place: usize,
    name: String,
    content: ContentHash,
}

/// Reads those of the files that have the length of a document or of one another; `known`: the lengths of documents, as
/// [`Session::sizes`]. What cannot be read is told when it is filed, and not here.
///
/// # Errors
/// [`Error::Cancelled`].
pub fn read_alike(
    files: &[PickedFile],
    known: &BTreeSet<u64>,
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<Vec<ReadFile>, Error> {
    // As long as it is now, which may be another length than when it was picked.
    let sized = files.iter().enumerate();
    let sized = sized.filter_map(|(place, file)| Some((std::fs::metadata(&file.path).ok()?.len(), place, file)));
    let sized: Vec<(u64, usize, &PickedFile)> = sized.collect();
    let mut of_size: HashMap<u64, usize> = HashMap::new();
    for (size, ..) in &sized {
        *of_size.entry(*size).or_default() += 1;
    }
    let alike = |size: &u64| known.contains(size) || of_size.get(size).is_some_and(|files| *files > 1);
    let mut read = Vec::new();
    for (_, place, PickedFile { path, name, .. }) in sized.into_iter().filter(|(size, ..)| alike(size)) {
        match content_of(&Source::Path(path.clone()), goes_on) {
            Ok(content) => read.push(ReadFile { place, name: name.clone(), content }),
            Err(Error::Cancelled) => return Err(Error::Cancelled),
            Err(_) => {}
        }
    }
    Ok(read)
}

impl Session {
    /// What is to be said of files of a list, by their places in it: that a document that this officer may see has the same bytes
    /// (`already_filed`), or a file before it in the list (`picked_twice`). Nothing of the others.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn compared(&mut self, read: Vec<ReadFile>) -> Result<Vec<(usize, Vec<Reason>)>, Error> {
        self.catch_up()?;
        let readable = self.readable();
        let former = self.former_bytes(&readable)?;
        let mut first: HashMap<ContentHash, String> = HashMap::new();
        let mut compared = Vec::new();
        for ReadFile { place, name, content } in read {
            let about = |code: &str| Reason::new(code).with("name", name.clone());
            let filed = match self.with_bytes(&content, &readable)? {
                Some(listed) => Some(listed.reference),
                None => former.get(&content).and_then(|id| self.numbered(id)).map(|(_, reference)| reference),
            };
            let filed = filed.map(|reference| about("already_filed").with("reference", reference));
            let twice = first.get(&content).map(|other| about("picked_twice").with("first", other.clone()));
            first.entry(content).or_insert_with(|| name.clone());
            let warnings: Vec<Reason> = filed.into_iter().chain(twice).collect();
            if !warnings.is_empty() {
                compared.push((place, warnings));
            }
        }
        Ok(compared)
    }

    /// The document of a dossier that holds the very bytes of a source, as far as this officer may see it: for leaving out
    /// what was filed before.
    ///
    /// # Errors
    /// [`Error::NotFound`] dossier; [`Error::NotAFile`], or why the source cannot be read.
    pub fn filed_before(&mut self, dossier: &DossierId, source: &Source) -> Result<Option<NamedDocument>, Error> {
        self.catch_up()?;
        let dossier = self.named(dossier)?;
        // What has the length of none of them needs no reading.
        if !self.index.has_size(&dossier, size_of(source)?)? {
            return Ok(None);
        }
        let content = content_of(source, &mut || Flow::Continue)?;
        let found = self.index.same_bytes(&content, &self.readable(), usize::MAX)?;
        let found = found.into_iter().find(|listed| listed.dossier_key == dossier);
        found.map(|listed| Ok(crate::documents::row(&listed)?.into())).transpose()
    }

    /// That some documents of a dossier cannot be compared with what is filed: two open them, and what they hold is on no sheet
    /// that one reads alone.
    ///
    /// # Errors
    /// [`Error::NotFound`] dossier; integrity errors.
    pub fn not_compared(&mut self, dossier: &DossierId) -> Result<Option<Reason>, Error> {
        self.catch_up()?;
        let key = self.named(dossier)?;
        let mut two = self.readable();
        let in_dossier = |class: &ClassId| self.state.classes.get(class).is_some_and(|of| of.dossier == key);
        two.retain(|class| self.state.opens_by_two(class) && in_dossier(class));
        let count: u64 = self.index.documents_of(&two)?.into_values().sum();
        Ok((count > 0).then(|| Reason::new("not_compared").with("n", count.to_string())))
    }

    /// The lengths, in bytes, of the documents that this officer has in his index, former versions included: a file of another
    /// length is none of them, and need not be read to know it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn sizes(&mut self) -> Result<BTreeSet<u64>, Error> {
        self.catch_up()?;
        let mut sizes = self.index.sizes()?;
        sizes.extend(self.former_versions(&self.readable())?.into_iter().map(|(content, _)| content.size));
        Ok(sizes)
    }

    /// The reference that the same bytes were registered under first, as far as this officer may see it: what
    /// [`crate::FilingResult::warnings`] would say of them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn filed_as(&mut self, content: &ContentHash) -> Result<Option<String>, Error> {
        self.catch_up()?;
        let readable = self.readable();
        if let Some(listed) = self.with_bytes(content, &readable)? {
            return Ok(Some(listed.reference));
        }
        let former = self.former_bytes(&readable)?;
        Ok(former.get(content).and_then(|id| self.numbered(id)).map(|(_, reference)| reference))
    }

    /// By their bytes, the documents of readable classes of which these were a version before the present one.
    pub(crate) fn former_bytes(
        &self,
        readable: &BTreeSet<ClassId>,
    ) -> Result<BTreeMap<ContentHash, DocumentId>, Error> {
        let mut former = BTreeMap::new();
        for (content, id) in self.former_versions(readable)? {
            former.entry(content.blake3).or_insert(id);
        }
        Ok(former)
    }

    /// The versions before the present one of documents that were not withdrawn. What two open is on no sheet that one reads alone.
    fn former_versions(&self, readable: &BTreeSet<ClassId>) -> Result<Vec<(Content, DocumentId)>, Error> {
        let mut ids: BTreeSet<DocumentId> = self.index.with_history()?.into_iter().collect();
        // What was read a moment ago is not in the index yet.
        let recent = self.state.documents.changed().filter(|(_, record)| record.count_versions() > 1);
        ids.extend(recent.map(|(id, _)| id.clone()));
        let mut former = Vec::new();
        for id in ids {
            let Some(filing) = self.state.documents.read(&id)? else { continue };
            let before = usize::try_from(filing.count_versions()).map_or(0, |count| count.saturating_sub(1));
            let is_seen = readable.contains(&filing.class) && !self.state.opens_by_two(&filing.class);
            if before == 0 || filing.withdrawn.is_some() || !is_seen {
                continue;
            }
            let versions = self.versions_of(&id, &filing)?;
            former.extend(versions.into_iter().take(before).flatten().map(|version| (version.content, id.clone())));
        }
        Ok(former)
    }

    /// The first document that was filed with these bytes, among those of readable classes.
    pub(crate) fn with_bytes(
        &self,
        content: &ContentHash,
        readable: &BTreeSet<ClassId>,
    ) -> Result<Option<Listed>, Error> {
        Ok(self.index.same_bytes(content, readable, 1)?.into_iter().next())
    }
}
