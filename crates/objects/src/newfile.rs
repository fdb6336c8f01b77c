//! A file outside the vault, for a person: it gets its name once it is complete, or never.
//!
//! Until then it has no name at all (`O_TMPFILE`), so that nothing of it remains, whatever ends the program. Where the
//! file system cannot do that (FAT, some network file systems), it has a hidden name in the same folder; code that ends
//! the program on a signal removes it with [`abandon_unfinished`].

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::io;
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use tempfile::TempPath;

const PREFIX: &str = ".zegel-";

/// Hidden names that are not files yet. Held locked while names come and go.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// What becomes of what has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the new file does not come to be.
    Keep,
    /// The new file takes its name. Of a link it is the link that goes: what it leads to stays as it is.
    Replace,
}

/// A file that is being written, readable by its owner alone.
#[derive(Debug)]
pub struct NewFile {
    folder: PathBuf,
    file: File,
    hidden: Option<Hidden>,
}

impl NewFile {
    /// Begins a file that will lie in this folder.
    ///
    /// # Errors
    /// [`crate::InVault`] when it belongs to a vault; when nothing can be made there.
    pub fn begin(folder: &Path) -> io::Result<NewFile> {
        crate::apart_from_vaults(folder)?;
        match nameless(folder) {
            Some(file) => Ok(NewFile { folder: folder.to_owned(), file, hidden: None }),
            None => NewFile::hidden(folder),
        }
    }

    fn hidden(folder: &Path) -> io::Result<NewFile> {
        let mut unfinished = unfinished();
        let begun = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder);
        let (file, path) = begun.map_err(|error| without_name(&error))?.into_parts();
        unfinished.insert(path.to_path_buf());
        drop(unfinished);
        Ok(NewFile { folder: folder.to_owned(), file, hidden: Some(Hidden(Some(path))) })
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    pub fn file_mut(&mut self) -> &mut File {
        &mut self.file
    }

    /// Makes it durable and gives it its name, a name in its folder.
    ///
    /// # Errors
    /// `AlreadyExists` when something has the name and stays; why it could not be made durable. Then it is gone.
    pub fn finish(self, name: &Path, existing: Existing) -> io::Result<()> {
        let NewFile { folder, file, hidden } = self;
        // What was a folder of one's own when it began may be a vault's by now.
        crate::apart_from_vaults(name.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(&folder))?;
        file.sync_all()?;
        match hidden {
            Some(mut hidden) => hidden.name(name, existing)?,
            None => named(&file, &folder, name, existing)?,
        }
        // The file is there; a folder that cannot be read, such as a letter box, cannot be made durable either.
        let _ = File::open(&folder).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

/// What went wrong, without the hidden name, which nobody gave.
fn without_name(error: &io::Error) -> io::Error {
    let beneath = error.get_ref().and_then(|named| named.source()).and_then(|cause| cause.downcast_ref::<io::Error>());
    let number = beneath.unwrap_or(error).raw_os_error();
    number.map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// Takes away what is not finished yet, and lets nothing more begin as long as the answer is held. For anyone who is about to
/// end the program.
#[must_use]
pub fn abandon_unfinished() -> impl Drop {
    let mut unfinished = unfinished();
    for path in std::mem::take(&mut *unfinished) {
        let _ = fs::remove_file(path);
    }
    unfinished
}

fn unfinished() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file without a name, where the file system and `/proc`, through which it gets one, can do that.
fn nameless(folder: &Path) -> Option<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(folder, flags, Mode::RUSR | Mode::WUSR).ok()?);
    // Whatever the mask of this process says.
    file.set_permissions(Permissions::from_mode(0o600)).ok()?;
    fs::symlink_metadata(link_of(&file)).ok()?;
    Some(file)
}

fn link_of(file: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

fn named(file: &File, folder: &Path, name: &Path, existing: Existing) -> io::Result<()> {
    let link = |to: &Path| rustix::fs::linkat(CWD, link_of(file), CWD, to, AtFlags::SYMLINK_FOLLOW);
    match existing {
        Existing::Keep => Ok(link(name)?),
        Existing::Replace => {
            // Between two calls it has a name of its own: nobody ends the program on a signal meanwhile.
            let _between = unfinished();
            let beside = folder.join(format!("{PREFIX}{}", seal::random_id()));
            link(&beside)?;
            fs::rename(&beside, name).inspect_err(|_| drop(fs::remove_file(&beside)))
        }
    }
}

/// A hidden name, taken away unless it becomes the real one.
#[derive(Debug)]
struct Hidden(Option<TempPath>);

impl Hidden {
    fn name(&mut self, name: &Path, existing: Existing) -> io::Result<()> {
        let mut unfinished = unfinished();
        let Some(path) = self.0.take() else { return Ok(()) };
        unfinished.remove::<Path>(&path);
        match existing {
            Existing::Keep => path.persist_noclobber(name),
            Existing::Replace => path.persist(name),
        }
        .map_err(|error| error.error)
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        let mut unfinished = unfinished();
        if let Some(path) = self.0.take() {
            unfinished.remove::<Path>(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// Names are known to the whole process: one test at a time takes them away.
    static ALONE: Mutex<()> = Mutex::new(());

    fn alone() -> MutexGuard<'static, ()> {
        ALONE.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One with a hidden name as well as one without, wherever the tests run.
    fn both(folder: &Path) -> [NewFile; 2] {
        [NewFile::begin(folder), NewFile::hidden(folder)].map(|file| {
            let mut file = file.expect("the folder can be written");
            file.file_mut().write_all(b"new").expect("there is room");
            file
        })
    }

    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).expect("it is a folder").map(|entry| entry.expect("it is read").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_there_stays_unless_it_is_to_be_replaced() {
        let _alone = alone();
        let folder = tempfile::tempdir().expect("a folder");
        let name = folder.path().join("name");
        for file in both(folder.path()) {
            fs::write(&name, "old").expect("it is written");
            let error = file.finish(&name, Existing::Keep).expect_err("the name is taken");
            assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
            assert_eq!(fs::read(&name).expect("it is there"), b"old");
        }
        for file in both(folder.path()) {
            file.finish(&name, Existing::Replace).expect("it is replaced");
            assert_eq!(fs::read(&name).expect("it is there"), b"new");
            assert_eq!(fs::metadata(&name).expect("it is there").permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(names(folder.path()), ["name"]);
    }

    #[test]
    fn of_a_link_the_link_is_replaced_and_never_what_it_leads_to() {
        let _alone = alone();
        let folder = tempfile::tempdir().expect("a folder");
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        for file in both(folder.path()) {
            fs::write(&target, "old").expect("it is written");
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(&target, &link).expect("a link");
            file.finish(&link, Existing::Replace).expect("it is replaced");
            assert!(fs::symlink_metadata(&link).expect("it is there").is_file());
            assert_eq!(fs::read(&target).expect("it is there"), b"old");
        }
    }

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let _alone = alone();
        let folder = tempfile::tempdir().expect("a folder");
        let files = both(folder.path());
        assert!(names(folder.path()).len() <= 1, "at most the hidden one has a name");
        drop(files);
        assert_eq!(names(folder.path()), Vec::<String>::new());
        let file = NewFile::hidden(folder.path()).expect("the folder can be written");
        drop(abandon_unfinished());
        assert_eq!(names(folder.path()), Vec::<String>::new());
        assert!(file.finish(&folder.path().join("name"), Existing::Keep).is_err(), "it is gone");
    }
}
