//! The small files of a vault in addition to its log and its objects: settings, identities.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use crate::{Error, FolderEntry, Root};

/// A place for small files. A name is a folder and a name in it, or a name alone.
pub trait Files: Send + Sync + Debug {
    /// All of a file of at most so many bytes. None: there is no such file.
    ///
    /// # Errors
    /// [`Error::Altered`] when it is larger, or no file.
    fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Error>;

    /// Writes a file as a whole: afterwards it holds the new bytes, durably, or what it held before.
    ///
    /// # Errors
    /// Why it could not be written.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error>;

    /// Gives a file another name in its folder, durably, over what has that name.
    ///
    /// # Errors
    /// When there is no such file.
    fn rename(&self, from: &str, to: &str) -> Result<(), Error>;

    /// Removes a file. Says whether there was one.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name.
    fn remove(&self, name: &str) -> Result<bool, Error>;

    /// What is in a folder, by its name there; nothing when there is no folder.
    ///
    /// # Errors
    /// When it cannot be read.
    fn entries(&self, folder: &str) -> Result<Vec<FolderEntry>, Error>;

    /// When a file was last written, where that is known.
    fn modified(&self, name: &str) -> Option<SystemTime>;

    /// Whether files can be made here.
    fn is_writable(&self) -> bool;
}

impl Files for Root {
    fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
        Root::read(self, name, most)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        Root::write(self, name, bytes)
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Error> {
        Root::rename(self, from, to)?;
        self.sync(to.rsplit_once('/').map_or("", |(folder, _)| folder))
    }

    fn remove(&self, name: &str) -> Result<bool, Error> {
        Root::remove(self, name)
    }

    fn entries(&self, folder: &str) -> Result<Vec<FolderEntry>, Error> {
        Root::entries(self, folder)
    }

    fn modified(&self, name: &str) -> Option<SystemTime> {
        Root::modified(self, name)
    }

    fn is_writable(&self) -> bool {
        Root::is_writable(self)
    }
}

/// Small files in memory, for simulation. Its clones are the same place.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl MemoryFiles {
    pub fn new() -> MemoryFiles {
        MemoryFiles::default()
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files for MemoryFiles {
    fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
        match self.held().get(name) {
            Some(bytes) if bytes.len() as u64 > most => Err(Error::Altered { name: name.to_owned(), flaw: "size" }),
            found => Ok(found.cloned()),
        }
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.held().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Error> {
        let mut held = self.held();
        let bytes = held.remove(from).ok_or_else(|| Error::io(from, std::io::ErrorKind::NotFound.into()))?;
        held.insert(to.to_owned(), bytes);
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<bool, Error> {
        Ok(self.held().remove(name).is_some())
    }

    fn entries(&self, folder: &str) -> Result<Vec<FolderEntry>, Error> {
        let held = self.held();
        let below = held.keys().filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
        let names = below.filter(|name| !name.contains('/'));
        Ok(names.map(|name| FolderEntry { name: name.to_owned(), regular: true }).collect())
    }

    fn modified(&self, _name: &str) -> Option<SystemTime> {
        None
    }

    fn is_writable(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_renamed_and_removed_alike_in_a_folder_and_in_memory() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = Root::open(dir.path()).expect("it is there");
        root.make_folder("a").expect("writable");
        let places: [Box<dyn Files>; 2] = [Box::new(root), Box::new(MemoryFiles::new())];
        for files in places {
            assert!(files.is_writable());
            assert_eq!(files.read("a/b", 9).expect("it can be asked"), None);
            files.write("a/b", b"first").expect("writable");
            files.write("a/b", b"second").expect("over the first");
            files.write("top", b"x").expect("writable");
            assert_eq!(files.read("a/b", 6).expect("small enough").as_deref(), Some(&b"second"[..]));
            let large = files.read("a/b", 5).expect_err("larger than that");
            assert!(matches!(large, Error::Altered { flaw: "size", .. }), "{files:?}: {large}");
            files.write("a/c", b"third").expect("writable");
            files.rename("a/b", "a/c").expect("over the third");
            assert!(files.rename("a/b", "a/d").is_err(), "it is gone");
            let entries = files.entries("a").expect("a list");
            assert_eq!(entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["c"]);
            assert_eq!(files.read("a/c", 6).expect("small enough").as_deref(), Some(&b"second"[..]));
            assert!(files.remove("a/c").expect("a file"));
            assert!(!files.remove("a/c").expect("none any more"));
            assert!(files.entries("a").expect("a list").is_empty());
            assert!(files.entries("none").expect("a list").is_empty());
        }
    }
}
