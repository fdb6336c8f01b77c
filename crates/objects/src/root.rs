//! The one way to open what is in a vault: beneath its folder, through no link, regular files only, without waiting, and
//! within a size limit.
//!
//! Anybody who can write to the folder can put anything there: links to other files, pipes that never answer, endless
//! files. Such a thing is an error at once ([`Error::Altered`]); nothing outside the folder is read, written or
//! removed. What is made here is for its owner alone, whatever the umask: folders 0700, files 0600.
//!
//! SQLite opens by path. [`Root::sqlite`] looks at its files first, and SQLite is told to follow no link.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, ResolveFlags, fchmod, mkdirat, openat, openat2, renameat};
use rustix::fs::{RenameFlags, renameat_with, statat, unlinkat};
use rustix::io::Errno;

use crate::Error;

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY);
const PRIVATE_FOLDER: Mode = Mode::RWXU;
const PRIVATE_FILE: Mode = Mode::RUSR.union(Mode::WUSR);
/// How often the kernel may say that somebody renames just now.
const RETRIES: usize = 64;
/// Begins a file that is being written and does not count yet.
pub(crate) const DRAFT: &str = ".draft-";
/// The last eight bytes of a rollback journal that names another database's journal.
const JOURNAL_MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
/// The longest such name, in bytes.
const LONGEST_NAME: u32 = 4096;

/// The folder of a vault, held open. Names are relative to it, of our own making, and never begin with `/` or hold `..`.
#[derive(Clone, Debug)]
pub struct Root {
    dir: Arc<OwnedFd>,
    path: PathBuf,
}

/// A file in a folder.
pub struct FolderEntry {
    pub name: String,
    /// A regular file: no link, no folder, no pipe.
    pub regular: bool,
}

impl Root {
    /// Opens a folder. It may be reached through links: which folder is meant is its user's choice.
    ///
    /// # Errors
    /// When it is not there, no folder, or not to be read.
    pub fn open(path: &Path) -> io::Result<Root> {
        let path = fs::canonicalize(path)?;
        let dir = rustix::fs::open(&path, FOLDER | OFlags::CLOEXEC, Mode::empty())?;
        Ok(Root { dir: Arc::new(dir), path })
    }

    /// Where it lies, for looking at names and rights.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Leaves the folder to its owner.
    ///
    /// # Errors
    /// When it is not ours.
    pub fn make_private(&self) -> Result<(), Error> {
        fchmod(&*self.dir, PRIVATE_FOLDER).map_err(|errno| Error::io("vault", errno.into()))
    }

    /// Where it was when it was opened: for SQLite, and for nothing else.
    fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Opens a file to read. None: there is no such file.
    ///
    /// # Errors
    /// [`Error::Altered`] when it is not a regular file, or larger than `most` bytes.
    pub fn file(&self, name: &str, most: u64) -> Result<Option<File>, Error> {
        match self.resolve(name, OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY, Mode::empty()) {
            Ok(fd) => regular(File::from(fd), name, most).map(Some),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(odd(name, errno)),
        }
    }

    /// Opens a file whose bytes are changed in place. None: there is no such file.
    ///
    /// # Errors
    /// As [`Root::file`].
    pub fn file_to_change(&self, name: &str) -> Result<Option<File>, Error> {
        match self.resolve(name, OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY, Mode::empty()) {
            Ok(fd) => regular(File::from(fd), name, u64::MAX).map(Some),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(odd(name, errno)),
        }
    }

    /// All of a file.
    ///
    /// # Errors
    /// As [`Root::file`].
    pub fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
        let Some(file) = self.file(name, most)? else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|e| Error::io(name, e))?;
        // It may have grown since it was looked at.
        if bytes.len() as u64 > most { Err(altered(name, "size")) } else { Ok(Some(bytes)) }
    }

    /// When a file was last written.
    pub fn modified(&self, name: &str) -> Option<SystemTime> {
        self.file(name, u64::MAX).ok()??.metadata().ok()?.modified().ok()
    }

    /// Opens a folder. None: there is none.
    ///
    /// # Errors
    /// [`Error::Altered`] when it is something else.
    pub fn folder(&self, name: &str) -> Result<Option<OwnedFd>, Error> {
        match self.resolve(name, FOLDER, Mode::empty()) {
            Ok(fd) => Ok(Some(fd)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(odd(name, errno)),
        }
    }

    /// What is in a folder; nothing when there is no folder. Names that are not UTF-8 are none of ours.
    ///
    /// # Errors
    /// As [`Root::folder`].
    pub fn entries(&self, folder: &str) -> Result<Vec<FolderEntry>, Error> {
        let failed = |errno: Errno| Error::io(folder, errno.into());
        let Some(dir) = self.folder(folder)? else { return Ok(Vec::new()) };
        let mut entries = Vec::new();
        for entry in Dir::read_from(&dir).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let Ok(name) = entry.file_name().to_str() else { continue };
            if matches!(name, "." | "..") {
                continue;
            }
            let kind = match entry.file_type() {
                // Not every file system says.
                FileType::Unknown => kind(dir.as_fd(), name).unwrap_or(FileType::Unknown),
                kind => kind,
            };
            entries.push(FolderEntry { name: name.to_owned(), regular: kind == FileType::RegularFile });
        }
        Ok(entries)
    }

    /// Makes a folder, unless it is there.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name.
    pub fn make_folder(&self, name: &str) -> Result<(), Error> {
        let (parent, last) = self.parent(name)?;
        for _ in 0..RETRIES {
            match mkdirat(&parent, last, PRIVATE_FOLDER) {
                Ok(()) => match self.resolve(name, FOLDER, Mode::empty()) {
                    Ok(made) => return fchmod(made, PRIVATE_FOLDER).map_err(|errno| odd(name, errno)),
                    // Another process found it empty, and took it away.
                    Err(Errno::NOENT) => {}
                    Err(errno) => return Err(odd(name, errno)),
                },
                Err(Errno::EXIST) => return self.folder(name).map(drop),
                Err(errno) => return Err(odd(name, errno)),
            }
        }
        Err(odd(name, Errno::NOENT))
    }

    /// Makes a new file.
    ///
    /// # Errors
    /// When something has its name already.
    pub fn create(&self, name: &str) -> Result<File, Error> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL;
        let file = File::from(self.resolve(name, flags, PRIVATE_FILE).map_err(|errno| odd(name, errno))?);
        fchmod(&file, PRIVATE_FILE).map_err(|errno| odd(name, errno))?;
        Ok(file)
    }

    /// Opens a file to be locked, and makes it if need be. Nothing is ever written to it.
    ///
    /// # Errors
    /// [`Error::Altered`].
    pub fn lockable(&self, name: &str) -> Result<File, Error> {
        if let Some(file) = self.file(name, u64::MAX)? {
            return Ok(file);
        }
        match self.create(name) {
            // Another process was faster.
            Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => {
                self.file(name, u64::MAX)?.ok_or_else(|| Error::io(name, io::ErrorKind::NotFound.into()))
            }
            other => other,
        }
    }

    /// Writes a file as a whole: afterwards it holds the new bytes, durably, or what it held before.
    ///
    /// # Errors
    /// Why it could not be written; then nothing is left behind.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.replace(name, bytes, |fd| Ok(rustix::fs::fsync(fd)?))
    }

    /// As [`Root::write`], without waiting for the disk: after a loss of power it may hold what it held before.
    ///
    /// # Errors
    /// As [`Root::write`].
    pub fn write_soon(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.replace(name, bytes, |_| Ok(()))
    }

    fn replace(
        &self,
        name: &str,
        bytes: &[u8],
        settle: impl Fn(BorrowedFd<'_>) -> io::Result<()>,
    ) -> Result<(), Error> {
        let (parent, last) = self.parent(name)?;
        let draft = format!("{DRAFT}{}", seal::random_id());
        let folder = name.strip_suffix(last).unwrap_or_default();
        let mut file = self.create(&format!("{folder}{draft}"))?;
        let written = file
            .write_all(bytes)
            .and_then(|()| settle(file.as_fd()))
            .and_then(|()| Ok(renameat(&parent, draft.as_str(), &parent, last)?))
            .and_then(|()| settle(parent.as_fd()));
        written.map_err(|e| {
            let _ = unlinkat(&parent, draft.as_str(), AtFlags::empty());
            Error::io(name, e)
        })
    }

    /// Gives a file another name, over what has that name.
    ///
    /// # Errors
    /// When there is no such file, or a folder has the name.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Error> {
        let ((from_folder, from_last), (to_folder, to_last)) = (self.parent(from)?, self.parent(to)?);
        renameat(from_folder, from_last, to_folder, to_last).map_err(|errno| odd(to, errno))
    }

    /// As [`Root::rename`], and not over what has the name: then it says no.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn rename_new(&self, from: &str, to: &str) -> Result<bool, Error> {
        let ((from_folder, from_last), (to_folder, to_last)) = (self.parent(from)?, self.parent(to)?);
        match renameat_with(&from_folder, from_last, &to_folder, to_last, RenameFlags::NOREPLACE) {
            Ok(()) => Ok(true),
            Err(Errno::EXIST) => Ok(false),
            // A file system, or a kernel, that cannot say no by itself.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => match kind(to_folder.as_fd(), to_last) {
                Err(Errno::NOENT) => {
                    renameat(from_folder, from_last, to_folder, to_last).map_err(|errno| odd(to, errno))?;
                    Ok(true)
                }
                Ok(_) => Ok(false),
                Err(errno) => Err(odd(to, errno)),
            },
            Err(errno) => Err(odd(to, errno)),
        }
    }

    /// Lets two things in the folder change names with each other, both at once. False: the file system cannot.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn exchange(&self, one: &str, other: &str) -> Result<bool, Error> {
        let ((one_folder, one_last), (other_folder, other_last)) = (self.parent(one)?, self.parent(other)?);
        match renameat_with(&one_folder, one_last, &other_folder, other_last, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
            Err(errno) => Err(odd(one, errno)),
        }
    }

    /// How many bytes its file system still takes.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub fn free(&self) -> Result<u64, Error> {
        Ok(self.space()?.0)
    }

    /// How many bytes its file system still takes, and how many that would be if nothing were in it.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub fn space(&self) -> Result<(u64, u64), Error> {
        let stat = rustix::fs::fstatvfs(&*self.dir).map_err(|errno| Error::io("vault", errno.into()))?;
        // What is set aside for the system, or for others, is nobody's here.
        let all = stat.f_blocks.saturating_sub(stat.f_bfree).saturating_add(stat.f_bavail);
        Ok((stat.f_bavail.saturating_mul(stat.f_frsize), all.saturating_mul(stat.f_frsize)))
    }

    /// Removes a regular file, and nothing else. Says whether there was one.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name.
    pub fn remove(&self, name: &str) -> Result<bool, Error> {
        let parent = match self.parent(name) {
            Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => return Ok(false),
            other => other?,
        };
        let (parent, last) = parent;
        match kind(parent.as_fd(), last) {
            Err(Errno::NOENT) => return Ok(false),
            Ok(FileType::RegularFile) => {}
            Ok(FileType::Symlink) => return Err(altered(name, "link")),
            Ok(_) => return Err(altered(name, "kind")),
            Err(errno) => return Err(odd(name, errno)),
        }
        match unlinkat(&parent, last, AtFlags::empty()) {
            Ok(()) => Ok(true),
            Err(Errno::NOENT) => Ok(false),
            Err(errno) => Err(odd(name, errno)),
        }
    }

    /// Removes a folder in which nothing is; any other stays, and so does what is no folder.
    pub(crate) fn remove_empty(&self, name: &str) {
        if let Ok((parent, last)) = self.parent(name) {
            let _ = unlinkat(&parent, last, AtFlags::REMOVEDIR);
        }
    }

    /// Makes the names in a folder durable; the vault's own for the empty name.
    ///
    /// # Errors
    /// As [`Root::folder`].
    pub fn sync(&self, folder: &str) -> Result<(), Error> {
        let held;
        let fd = if folder.is_empty() {
            self.dir.as_fd()
        } else {
            held = self.resolve(folder, FOLDER, Mode::empty()).map_err(|errno| odd(folder, errno))?;
            held.as_fd()
        };
        rustix::fs::fsync(fd).map_err(|errno| Error::io(folder, errno.into()))
    }

    /// Makes everything durable that the file system of the vault holds.
    ///
    /// # Errors
    /// Why it could not be done.
    pub fn sync_all(&self) -> Result<(), Error> {
        rustix::fs::syncfs(&*self.dir).map_err(|errno| Error::io("objects", errno.into()))
    }

    /// The path of a database for SQLite, which follows no link from there on. The file and what SQLite keeps next to it are
    /// regular files or not there, and the journal names no other database's: SQLite would remove what is named there.
    ///
    /// # Errors
    /// [`Error::Altered`].
    pub fn sqlite(&self, name: &str) -> Result<PathBuf, Error> {
        for file in ["", "-wal", "-shm"] {
            self.file(&format!("{name}{file}"), u64::MAX)?;
        }
        let journal = format!("{name}-journal");
        if let Some(file) = self.file(&journal, u64::MAX)?
            && names_another(file).map_err(|e| Error::io(journal.as_str(), e))?
        {
            return Err(altered(&journal, "journal"));
        }
        Ok(self.at(name))
    }

    /// Whether files can be made here.
    pub fn is_writable(&self) -> bool {
        match tempfile::tempfile_in(&self.path) {
            // A full disk is not a read-only one: anyone who writes is told the difference.
            Err(e) => !matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem),
            Ok(_) => true,
        }
    }

    /// The folder that a name is in, and its last part.
    fn parent<'n>(&self, name: &'n str) -> Result<(OwnedFd, &'n str), Error> {
        let (folder, last) = name.rsplit_once('/').unwrap_or((".", name));
        let fd = self.resolve(folder, FOLDER, Mode::empty()).map_err(|errno| odd(folder, errno))?;
        Ok((fd, last))
    }

    fn resolve(&self, name: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
        let flags = flags | OFlags::CLOEXEC;
        let how = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
        for _ in 0..RETRIES {
            match openat2(&*self.dir, name, flags, mode, how) {
                Err(Errno::AGAIN | Errno::INTR) => {}
                // A kernel, or a filter of system calls, that does not know it.
                Err(Errno::NOSYS) => return stepwise(self.dir.as_fd(), name, flags | OFlags::NOFOLLOW, mode),
                other => return other,
            }
        }
        Err(Errno::AGAIN)
    }
}

/// As `openat2` beneath a folder and through no link, one part of the name after the other.
fn stepwise(dir: BorrowedFd<'_>, name: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
    let step = |at: BorrowedFd<'_>, part: &str, flags, mode| match openat(at, part, flags, mode) {
        // A folder was asked for, and a link is there.
        Err(Errno::NOTDIR) if kind(at, part) == Ok(FileType::Symlink) => Err(Errno::LOOP),
        other => other,
    };
    let (folders, last) = name.rsplit_once('/').unwrap_or(("", name));
    let mut held: Option<OwnedFd> = None;
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        let at = held.as_ref().map_or(dir, AsFd::as_fd);
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        held = Some(step(at, part, flags, Mode::empty())?);
    }
    step(held.as_ref().map_or(dir, AsFd::as_fd), last, flags, mode)
}

fn kind(dir: BorrowedFd<'_>, name: &str) -> Result<FileType, Errno> {
    statat(dir, name, AtFlags::SYMLINK_NOFOLLOW).map(|stat| FileType::from_raw_mode(stat.st_mode))
}

fn regular(file: File, name: &str, most: u64) -> Result<File, Error> {
    let meta = file.metadata().map_err(|e| Error::io(name, e))?;
    if !meta.is_file() {
        return Err(altered(name, "kind"));
    }
    if meta.len() > most { Err(altered(name, "size")) } else { Ok(file) }
}

/// Whether a rollback journal ends with the name of a file that SQLite would look for, and remove.
fn names_another(mut journal: File) -> io::Result<bool> {
    let length = journal.metadata()?.len();
    let mut end = [0; 16];
    if length < end.len() as u64 {
        return Ok(false);
    }
    journal.seek(SeekFrom::Start(length - end.len() as u64))?;
    journal.read_exact(&mut end)?;
    let (numbers, magic) = end.split_at(8);
    let name = numbers.first_chunk().map_or(0, |bytes: &[u8; 4]| u32::from_be_bytes(*bytes));
    Ok(magic == JOURNAL_MAGIC && (1..=LONGEST_NAME).contains(&name))
}

fn altered(name: &str, flaw: &'static str) -> Error {
    Error::Altered { name: name.to_owned(), flaw }
}

/// Why something could not be opened by its name.
fn odd(name: &str, errno: Errno) -> Error {
    match errno {
        Errno::LOOP | Errno::XDEV => altered(name, "link"),
        Errno::NOTDIR | Errno::ISDIR | Errno::NXIO | Errno::NODEV => altered(name, "kind"),
        other => Error::io(name, other.into()),
    }
}

/// The extension of a name, if it has one.
pub fn extension(name: &str) -> Option<&str> {
    Path::new(name).extension().and_then(OsStr::to_str)
}

/// The 32 bytes of a hash, from 64 hexadecimal digits in lower case.
pub fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    (base16ct::lower::decode(text, &mut bytes).ok()?.len() == bytes.len()).then_some(bytes)
}

/// Whether a folder among the objects has the name of one that objects lie in.
pub fn is_shard(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'2'..=b'7'))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use super::*;

    fn root() -> (tempfile::TempDir, Root) {
        let temp = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(temp.path().join("vault")).expect("an empty place");
        fs::create_dir(temp.path().join("outside")).expect("an empty place");
        fs::write(temp.path().join("outside/file"), b"of others").expect("an empty place");
        let root = Root::open(&temp.path().join("vault")).expect("it is there");
        (temp, root)
    }

    #[track_caller]
    fn flaw<T>(outcome: Result<T, Error>) -> &'static str {
        match outcome.err().expect("it stays closed") {
            Error::Altered { flaw, .. } => flaw,
            other => unreachable!("{other}"),
        }
    }

    #[test]
    fn a_folder_is_made_although_others_take_it_away_while_it_is_empty() {
        let temp = tempfile::tempdir().expect("a folder");
        let root = Root::open(temp.path()).expect("it opens");
        let path = temp.path().join("shard");
        // As many take it away in a row, and no more: one who never ends would sometimes be the faster one each time.
        let others = AtomicUsize::new(0);
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    if others.load(Ordering::Relaxed) > 0 && std::fs::remove_dir(&path).is_ok() {
                        others.fetch_sub(1, Ordering::Relaxed);
                    }
                }
            });
            let all: Result<Vec<()>, Error> = (0..5_000)
                .map(|_| {
                    others.store(RETRIES / 2, Ordering::Relaxed);
                    root.make_folder("shard")
                })
                .collect();
            done.store(true, Ordering::Relaxed);
            all.expect("each time");
        });
    }

    #[test]
    fn what_is_written_is_for_its_owner_alone_and_read_again() {
        let (temp, root) = root();
        root.make_folder("a").expect("writable");
        root.write("a/b", b"text").expect("writable");
        root.write("a/b", b"other").expect("over the first");
        assert_eq!(root.read("a/b", 5).expect("small enough").as_deref(), Some(&b"other"[..]));
        let mode = |name: &str| fs::metadata(temp.path().join("vault").join(name)).expect("made").permissions().mode();
        assert_eq!((mode("a") & 0o777, mode("a/b") & 0o777), (0o700, 0o600));
        let names: Vec<String> = root.entries("a").expect("a folder").into_iter().map(|e| e.name).collect();
        assert_eq!(names, ["b"], "no draft is left");
        assert_eq!(flaw(root.read("a/b", 4)), "size");
    }

    #[test]
    fn links_pipes_and_folders_are_not_files_and_nobody_waits() {
        let (temp, root) = root();
        let at = |name: &str| temp.path().join("vault").join(name);
        symlink(temp.path().join("outside/file"), at("link")).expect("writable");
        symlink(temp.path().join("outside"), at("folder")).expect("writable");
        symlink("/dev/zero", at("zero")).expect("writable");
        fs::create_dir(at("dir")).expect("writable");
        let pipe = Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), FileType::Fifo, pipe, 0).expect("writable");
        for name in ["link", "zero", "folder/file"] {
            assert_eq!(flaw(root.file(name, 100)), "link", "{name}");
        }
        for name in ["dir", "pipe", "link/file", "pipe/file"] {
            let found = flaw(root.file(name, 100));
            assert!(found == "kind" || name == "link/file" && found == "link", "{name}: {found}");
        }
        assert_eq!(flaw(root.lockable("link")), "link");
        assert_eq!(flaw(root.entries("folder")), "link");
        assert_eq!(flaw(root.make_folder("folder")), "link");
        assert_eq!(flaw(root.write("folder/new", b"x")), "link");
        assert_eq!(flaw(root.remove("folder/file")), "link");
        assert_eq!(flaw(root.remove("link")), "link");
        assert_eq!(flaw(root.sqlite("pipe")), "kind");
        assert_eq!(fs::read(temp.path().join("outside/file")).expect("still there"), b"of others");
        assert_eq!(fs::read_dir(temp.path().join("outside")).expect("a folder").count(), 1);
        // A link in the place of a file is replaced, not followed.
        root.write("link", b"ours").expect("over the link");
        assert_eq!(fs::read(temp.path().join("outside/file")).expect("still there"), b"of others");
    }

    #[test]
    fn without_openat2_the_same_is_refused() {
        let (temp, root) = root();
        let at = |name: &str| temp.path().join("vault").join(name);
        fs::create_dir_all(at("a/b")).expect("writable");
        fs::write(at("a/b/c"), b"x").expect("writable");
        symlink(temp.path().join("outside"), at("a/link")).expect("writable");
        symlink("b/c", at("a/inner")).expect("writable");
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let step = |name: &str, more: OFlags| stepwise(root.dir.as_fd(), name, flags | more, Mode::empty()).map(drop);
        assert_eq!(step("a/b/c", OFlags::empty()), Ok(()));
        assert_eq!(step("a/b", OFlags::DIRECTORY), Ok(()));
        assert_eq!(step("a/none", OFlags::empty()), Err(Errno::NOENT));
        for (name, more) in [
            ("a/link/file", OFlags::empty()),
            ("a/link", OFlags::DIRECTORY),
            ("a/link", OFlags::empty()),
            ("a/inner", OFlags::empty()),
        ] {
            assert_eq!(step(name, more), Err(Errno::LOOP), "{name}");
        }
        assert_eq!(step("a/b/c/d", OFlags::empty()), Err(Errno::NOTDIR));
    }
}
