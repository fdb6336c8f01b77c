//! Packages to partners. A package is one stock age file for one partner: a tar of documents, with the label next to
//! each, a manifest with both signatures, and a cover sheet that a person can read. Nothing leaves without a warrant from
//! `vault`.

mod archive;
mod cover;
mod error;
mod manifest;

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use seal::{Flow, hex};
use serde::Serialize;
use vault::{
    DocumentId, Existing, Leaving, Left, NewFile, Reason, ReleaseId, Second, Session, Warrant, WarrantDocument,
    WrittenBefore,
};
use words::Lang;

pub use error::Error;
pub use manifest::{FORMAT, Manifest, ManifestDocument, SIGNATURE_CONTEXT, SignatureFile};

/// A package that was written and recorded.
#[derive(Clone, Debug, Serialize)]
pub struct PackageWritten {
    pub path: PathBuf,
    /// Of the age file, lower-case hexadecimal.
    pub sha256: String,
    pub bytes: u64,
    /// That there were packages of this release before.
    pub before: Option<WrittenBefore>,
    /// What is in it that another document cancels or replaces, as far as its writer sees it: one of each. Words: `warning-superseded`.
    pub superseded: Vec<Reason>,
}

impl PackageWritten {
    /// What its writer should know: that there were packages of it before, and what in it another document cancels or replaces.
    ///
    /// # Errors
    /// Those of [`Session::officer`].
    pub fn warnings(&self, session: &mut Session, lang: Lang) -> Result<Vec<Reason>, Error> {
        let mut warnings = Vec::new();
        if let Some(WrittenBefore { times, by, at }) = &self.before {
            let by = session.officer(by)?;
            let by = words::say(lang, "ui-missing-officer", &[("name", &by.full_name), ("id", by.id.as_str())]);
            let before = Reason::new("written_before").with("n", times.to_string()).with("by", by);
            warnings.push(before.with("at", label::time::to_the_second(*at)));
        }
        warnings.extend(self.superseded.iter().cloned());
        Ok(warnings)
    }
}

/// Decides, records, writes the package into `folder`, and records what was written.
///
/// The file appears whole or not at all, and is never written over another. Its name tells the release and nothing else.
///
/// # Errors
/// The denial with its reasons; an object that was altered; a folder that cannot be written to.
pub fn write(session: &mut Session, release: &ReleaseId, folder: &Path) -> Result<PackageWritten, Error> {
    write_with(session, release, folder, None)
}

/// The same, together with a second officer where two open something in it: it is opened by both for that, and both sign.
///
/// # Errors
/// As [`write`]; the denial where it takes two and there is no second, where he may not open it, and where it takes one and there
/// are two.
pub fn write_with(
    session: &mut Session,
    release: &ReleaseId,
    folder: &Path,
    second: Option<&Second>,
) -> Result<PackageWritten, Error> {
    // Before anything is opened for it.
    let draft = PackageDraft::begin(folder)?;
    session.with_release(release, second, |session| written(session, release, draft))
}

fn written(session: &mut Session, release: &ReleaseId, mut draft: PackageDraft) -> Result<PackageWritten, Error> {
    let warrant = session.release_permit(release)?;
    let name = package_name(&warrant);
    let filled = fill(&mut draft, &warrant);
    if let Err(Error::Vault(vault::Error::ObjectMissing { .. })) = &filled {
        // Marked otherwise meanwhile, it lies elsewhere: then that is what is said.
        session.release_stands(&warrant)?;
    }
    filled?;
    let (sha256, bytes) = draft.hash()?;
    // Sealing takes its time: nothing gets a name that would not be permitted any more.
    session.release_stands(&warrant)?;
    let documents: Vec<DocumentId> = warrant.documents().iter().map(|document| document.id.clone()).collect();
    let superseded = session.superseded(&documents)?;
    let path = draft.finish(&name)?;
    let before = warrant.before().cloned();
    session.release_written(warrant, &name, &sha256)?;
    Ok(PackageWritten { path, sha256: hex(&sha256), bytes, before, superseded })
}

/// Writes all that a package holds. The manifest stands first in it and names each document by its SHA-256, which the vault does
/// not keep: so each is read twice, and held both times against what was entered.
fn fill(draft: &mut PackageDraft, warrant: &Warrant) -> Result<(), Error> {
    let named: Vec<Named<'_>> = warrant.documents().iter().map(|d| Named::of(warrant, d)).collect::<Result<_, _>>()?;
    let parts = parts(warrant, &named)?;
    let mut from = archive::Archive::new(warrant, &named, parts)?;
    let sealed = seal::seal_stream(&[warrant.recipient()], &mut from, draft.file.file_mut(), &mut |_| Flow::Continue);
    if let Some(error) = from.failed() {
        return Err(error);
    }
    sealed.map(drop).map_err(|error| match error {
        seal::SealError::Write(error) => Error::folder(error),
        error => Error::Seal(error),
    })
}

/// A document, and what it is known by outside.
pub(crate) struct Named<'w> {
    pub(crate) document: &'w WarrantDocument,
    pub(crate) sha256: [u8; 32],
}

impl<'w> Named<'w> {
    /// Reads the document whole.
    fn of(warrant: &Warrant, document: &'w WarrantDocument) -> Result<Named<'w>, Error> {
        let read = warrant.open(&document.id).and_then(Leaving::to_end);
        let Left { sha256 } = read.map_err(|error| Error::of_document(&document.reference, error))?;
        Ok(Named { document, sha256 })
    }
}

/// What stands in the archive before the documents: name and content.
fn parts(warrant: &Warrant, named: &[Named<'_>]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let cover = cover::sheet(warrant)?;
    let manifest = Manifest::of(warrant, &cover, named);
    let manifest = manifest.to_bytes()?;
    let signature = SignatureFile::sign(warrant, &manifest)?;
    Ok(vec![
        (manifest::MANIFEST.to_owned(), manifest),
        (manifest::SIGNATURE.to_owned(), signature.to_bytes()?),
        (manifest::COVER.to_owned(), cover),
    ])
}

/// `zegel-<date>-<eight characters of the release>.age`; of a release that is written again `…-2.age` and so on: no two of its
/// packages have one name, and the log tells them apart.
fn package_name(warrant: &Warrant) -> String {
    let short: String = warrant.release().as_str().chars().take(8).collect();
    let again = warrant.before().map_or_else(String::new, |before| format!("-{}", before.times.saturating_add(1)));
    format!("zegel-{}-{short}{again}.age", warrant.at().format("%Y%m%d"))
}

/// The package while it is being written, in the folder where it will lie.
struct PackageDraft {
    folder: PathBuf,
    file: NewFile,
}

impl PackageDraft {
    fn begin(folder: &Path) -> Result<PackageDraft, Error> {
        vault::apart_from_vaults(folder).map_err(Error::folder)?;
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(Error::folder)?;
        let file = NewFile::begin(folder).map_err(Error::folder)?;
        Ok(PackageDraft { folder: folder.to_owned(), file })
    }

    /// SHA-256 and bytes, of what the disk has now.
    fn hash(&mut self) -> Result<([u8; 32], u64), Error> {
        use std::io::{Read, Seek, SeekFrom};
        let file = self.file.file_mut();
        file.sync_all().map_err(Error::Folder)?;
        file.seek(SeekFrom::Start(0)).map_err(Error::Folder)?;
        let mut hash = seal::Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        let mut bytes = 0;
        loop {
            let read = file.read(&mut buffer).map_err(Error::Folder)?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            hash.update(chunk);
            bytes += read as u64;
        }
        Ok((hash.finish(), bytes))
    }

    /// Gives it its name.
    fn finish(self, name: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(name);
        self.file.finish(&path, Existing::Keep).map_err(Error::folder)?;
        Ok(path)
    }
}
