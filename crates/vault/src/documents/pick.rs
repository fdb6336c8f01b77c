//! What a person picked to be filed: files, and folders with everything in them. The window and the command line use the
//! same walk; it names what it leaves out.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Seek as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use objects::{InVault, Vaults};

use crate::documents::of_text::OfText;
use crate::given::{GivenError, Irregular, open_given};
use crate::{Reason, text};

/// Folders within folders, no deeper.
pub const DEEPEST: usize = 64;
/// How many of the things that are left out are named; of more, only how many.
const NAMED: usize = 10_000;

/// What was picked. Anyone who takes the files shows what was left out.
#[derive(Debug, Default)]
#[must_use]
pub struct Picked {
    /// Of folders that were picked by a link, the link and what it leads to: [`link_followed`]. A file says so itself.
    pub folders_followed: Vec<(PathBuf, PathBuf)>,
    /// In the order in which they were picked, those of a folder by name.
    pub files: Vec<PickedFile>,
    pub left_out: Vec<LeftOut>,
    /// So many more were left out than are named.
    pub more_left_out: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedFile {
    pub path: PathBuf,
    /// Its name as lists show it: the same that its document bears.
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// What a look at a picked file tells, before it is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// As a person looks for it: see [`kinds::Group`].
    pub kind: &'static str,
    /// That it was picked by a link, is empty, cannot be shown in the window, or had another name. Words as those of
    /// [`crate::FilingResult::warnings`].
    pub warnings: Vec<Reason>,
}

impl PickedFile {
    /// What is to be known before it is filed.
    pub fn look(&self) -> LookedAt {
        let about = |code: &str| Reason::new(code).with("name", self.name.clone());
        let mut warnings = Vec::new();
        let mut kind = kinds::Group::Other;
        if let Some(original) = text::file_name(&text::name_of(&self.path)).original {
            warnings.push(about("name_changed").with("original", text::told(&original)));
        }
        warnings.extend(followed(&self.path).map(|target| link_followed(&self.name, &target)));
        if self.size == 0 {
            warnings.push(about("empty_file"));
            return LookedAt { kind: kind.as_str(), warnings };
        }
        let mut start = Vec::new();
        let looked = open_given(&self.path)
            .and_then(|file| Ok(file.take(kinds::LOOKED_AT as u64).read_to_end(&mut start).map(drop)?));
        if looked.is_ok() {
            let media_type = kinds::media_type(&start, start.len() as u64 == self.size);
            kind = kinds::Group::of_media_type(&media_type);
            if let Some(warning) = kinds::warning(&media_type) {
                warnings.push(about(warning).with("kind", media_type.as_str()));
            }
            warnings.extend(OfText::of(&start, &media_type).warnings(&self.name));
        }
        LookedAt { kind: kind.as_str(), warnings }
    }
}

/// Something that was picked, or lies in a folder that was, and is not among the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub path: PathBuf,
    pub why: WhyLeftOut,
}

/// Words: `left-out-<this>`, with hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// A link in a folder; one that is picked itself is followed, with a warning. A pipe, a socket, a device. A folder where none was
    /// meant to be opened.
    Irregular(Irregular),
    /// A folder that holds nothing at all.
    Empty,
    /// It is a vault's folder, or lies in one: what a vault is made of is no document.
    InVault,
    /// More than [`DEEPEST`] folders below the one that was picked.
    TooDeep,
    /// More files than are taken at once.
    TooMany { most: usize },
    /// It is not there, or may not be read. With the number of the system's error, where it has one.
    Unreadable { kind: io::ErrorKind, number: Option<i32> },
    /// It was picked already, by this path or by another that leads to the same file.
    Twice { first: PathBuf },
}

impl WhyLeftOut {
    /// `link`, `pipe`, `socket`, `device`, `folder`, `empty`, `in_vault`, `too_deep`, `too_many`, `unreadable`, `twice`.
    pub fn as_str(&self) -> &'static str {
        match self {
            WhyLeftOut::Irregular(what) => what.as_str(),
            WhyLeftOut::Empty => "empty",
            WhyLeftOut::InVault => "in_vault",
            WhyLeftOut::TooDeep => "too_deep",
            WhyLeftOut::TooMany { .. } => "too_many",
            WhyLeftOut::Unreadable { .. } => "unreadable",
            WhyLeftOut::Twice { .. } => "twice",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            WhyLeftOut::Irregular(_) | WhyLeftOut::Empty | WhyLeftOut::InVault | WhyLeftOut::TooDeep => Vec::new(),
            WhyLeftOut::TooMany { most } => vec![("most", most.to_string())],
            WhyLeftOut::Unreadable { kind, number } => {
                vec![("cause", crate::cause(&system(*kind, *number)).to_owned())]
            }
            WhyLeftOut::Twice { first } => vec![("first", first.display().to_string())],
        }
    }
}

/// An error of the system once more.
pub fn system(kind: io::ErrorKind, number: Option<i32>) -> io::Error {
    number.map_or_else(|| kind.into(), io::Error::from_raw_os_error)
}

fn unreadable(error: &io::Error) -> WhyLeftOut {
    WhyLeftOut::Unreadable { kind: error.kind(), number: error.raw_os_error() }
}

/// Whether folders are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folders {
    Opened,
    LeftOut,
}

/// Looks at everything that was picked. Hidden files are files. Each can be opened when this returns.
pub fn pick(paths: &[PathBuf], folders: Folders, most: usize) -> Picked {
    let vaults = Vaults::now();
    let mut walk =
        Walk { most, folders, vaults, apart: HashSet::new(), seen: HashMap::new(), picked: Picked::default() };
    for path in paths {
        // What a person points at may be a link, and then it is said; what lies inside a folder may not.
        let about = fs::metadata(path);
        if folders == Folders::Opened && about.as_ref().is_ok_and(Metadata::is_dir) {
            walk.picked.folders_followed.extend(followed(path).map(|target| (path.clone(), target)));
        }
        if about.as_ref().is_ok_and(Metadata::is_file) && !walk.lies_apart(path) {
            walk.leave_out(path, WhyLeftOut::InVault);
        } else {
            walk.look(path, 0, about);
        }
    }
    walk.picked
}

struct Walk {
    most: usize,
    folders: Folders,
    vaults: Vaults,
    /// Folders of files that were picked, and that lie in no vault.
    apart: HashSet<PathBuf>,
    /// Device and number of each file, with the path that led to it first.
    seen: HashMap<(u64, u64), PathBuf>,
    picked: Picked,
}

impl Walk {
    /// Whether the file itself, not a link to it, lies outside of every vault.
    fn lies_apart(&mut self, path: &Path) -> bool {
        let Ok(real) = fs::canonicalize(path) else { return true };
        let Some(folder) = real.parent() else { return true };
        if self.apart.contains(folder) {
            return true;
        }
        let apart = !self.vaults.apart(folder).is_err_and(|error| InVault::is(&error));
        if apart {
            self.apart.insert(folder.to_owned());
        }
        apart
    }

    fn look(&mut self, path: &Path, depth: usize, about: io::Result<Metadata>) {
        let about = match about {
            Ok(about) => about,
            Err(error) => return self.leave_out(path, unreadable(&error)),
        };
        match Irregular::of(about.file_type()) {
            None => self.file(path, &about),
            Some(Irregular::Folder) if self.folders == Folders::Opened => self.folder(path, depth),
            Some(what) => self.leave_out(path, WhyLeftOut::Irregular(what)),
        }
    }

    fn file(&mut self, path: &Path, about: &Metadata) {
        let number = (about.dev(), about.ino());
        if let Some(first) = self.seen.get(&number).cloned() {
            return self.leave_out(path, WhyLeftOut::Twice { first });
        }
        if self.picked.files.len() >= self.most {
            return self.leave_out(path, WhyLeftOut::TooMany { most: self.most });
        }
        match open_given(path) {
            Ok(_) => {}
            Err(GivenError::NotAFile(what)) => return self.leave_out(path, WhyLeftOut::Irregular(what)),
            Err(GivenError::TooLarge { .. }) => {}
            Err(GivenError::Io(error)) => return self.leave_out(path, unreadable(&error)),
        }
        self.seen.insert(number, path.to_owned());
        self.picked.files.push(PickedFile { path: path.to_owned(), name: shown_name(path), size: about.len() });
    }

    fn folder(&mut self, path: &Path, depth: usize) {
        if depth >= DEEPEST {
            return self.leave_out(path, WhyLeftOut::TooDeep);
        }
        if self.vaults.apart(path).is_err_and(|error| InVault::is(&error)) {
            return self.leave_out(path, WhyLeftOut::InVault);
        }
        let inside = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut inside = match inside {
            Ok(inside) => inside,
            Err(error) => return self.leave_out(path, unreadable(&error)),
        };
        if inside.is_empty() {
            return self.leave_out(path, WhyLeftOut::Empty);
        }
        inside.sort_by_key(fs::DirEntry::file_name);
        for entry in inside {
            self.look(&entry.path(), depth + 1, entry.metadata());
        }
    }

    fn leave_out(&mut self, path: &Path, why: WhyLeftOut) {
        if self.picked.left_out.len() < NAMED {
            self.picked.left_out.push(LeftOut { path: path.to_owned(), why });
        } else {
            self.picked.more_left_out += 1;
        }
    }
}

/// What a link leads to that a person named; none where it is no link. Of links on the way to it nothing is said.
pub fn followed(path: &Path) -> Option<PathBuf> {
    // A slash at its end would follow it.
    let plain: PathBuf = path.components().collect();
    if !fs::symlink_metadata(&plain).ok()?.is_symlink() {
        return None;
    }
    fs::canonicalize(&plain).or_else(|_| fs::read_link(&plain)).ok()
}

/// The warning that what was named was a link, and what was taken is what it leads to.
pub fn link_followed(name: &str, target: &Path) -> Reason {
    Reason::new("link_followed").with("name", name).with("target", target.display().to_string())
}

/// What kind of file it is, its size in bytes, and the file, to be read from its beginning.
///
/// # Errors
/// What is no file, or cannot be read.
pub fn look_at(path: &Path) -> Result<(String, u64, File), GivenError> {
    let mut file = open_given(path)?;
    let size = file.metadata()?.len();
    let mut start = Vec::new();
    file.by_ref().take(kinds::LOOKED_AT as u64).read_to_end(&mut start)?;
    file.rewind()?;
    Ok((kinds::media_type(&start, start.len() as u64 == size), size, file))
}

/// What a document is called that is filed from a file without a title of its own: its name, with what only a name may not have.
pub fn title_of(path: &Path) -> String {
    text::title_of(&text::name_of(path))
}

/// The name of a file as lists show it, and as its document bears it: one way to clean names.
pub fn shown_name(path: &Path) -> String {
    text::file_name(&text::name_of(path)).shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(picked: &Picked) -> Vec<&str> {
        picked.files.iter().map(|file| file.name.as_str()).collect()
    }

    fn left(picked: &Picked) -> Vec<(String, &str)> {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        picked.left_out.iter().map(|left| (name(&left.path), left.why.as_str())).collect()
    }

    #[test]
    fn a_folder_yields_every_file_in_order_and_the_rest_is_named() {
        let temp = tempfile::tempdir().expect("a folder");
        let at = |name: &str| temp.path().join(name);
        fs::create_dir_all(at("b/c")).expect("folders");
        for name in ["b/c/2.pdf", "a.pdf", ".hidden", "b/1.pdf"] {
            fs::write(at(name), b"x").expect("a file");
        }
        std::os::unix::fs::symlink("/etc/hostname", at("y-link")).expect("a link");
        std::os::unix::fs::symlink("/etc", at("z-link")).expect("a link");
        let _socket = std::os::unix::net::UnixListener::bind(at("w-socket")).expect("a socket");
        rustix::fs::mknodat(rustix::fs::CWD, at("x-pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0)
            .expect("a pipe");
        let picked = pick(&[temp.path().to_owned()], Folders::Opened, 100);
        assert_eq!(names(&picked), [".hidden", "a.pdf", "1.pdf", "2.pdf"]);
        let expected = [("w-socket", "socket"), ("x-pipe", "pipe"), ("y-link", "link"), ("z-link", "link")];
        assert_eq!(left(&picked), expected.map(|(name, why)| (name.to_owned(), why)));
    }

    #[test]
    fn what_is_no_file_is_named_and_a_link_that_is_picked_itself_is_followed() {
        let temp = tempfile::tempdir().expect("a folder");
        fs::write(temp.path().join("note.txt"), b"x").expect("a file");
        std::os::unix::fs::symlink("note.txt", temp.path().join("link.txt")).expect("a link");
        let paths = ["/dev/null".into(), "/no/such/file".into(), temp.path().to_owned(), temp.path().join("link.txt")];
        let picked = pick(&paths, Folders::LeftOut, 100);
        assert_eq!(names(&picked), ["link.txt"]);
        let said = picked.files.first().expect("it is there").look().warnings;
        let target = fs::canonicalize(temp.path().join("note.txt")).expect("it is there");
        assert_eq!(said, [link_followed("link.txt", &target)]);
        let itself = pick(&[target], Folders::LeftOut, 1);
        assert!(itself.files.first().expect("it is there").look().warnings.is_empty());
        let whys: Vec<&str> = picked.left_out.iter().map(|left| left.why.as_str()).collect();
        assert_eq!(whys, ["device", "unreadable", "folder"]);
    }

    #[test]
    fn a_folder_that_is_picked_by_a_link_is_opened_and_said_to_be_one() {
        let temp = tempfile::tempdir().expect("a folder");
        fs::create_dir(temp.path().join("d")).expect("a folder");
        fs::write(temp.path().join("d/a.txt"), b"x").expect("a file");
        std::os::unix::fs::symlink("d", temp.path().join("link")).expect("a link");
        let target = fs::canonicalize(temp.path().join("d")).expect("it is there");
        for named in ["link", "link/"] {
            let link = temp.path().join(named);
            let picked = pick(&[link.clone(), temp.path().join("d")], Folders::Opened, 100);
            assert_eq!(names(&picked), ["a.txt"]);
            assert_eq!(picked.folders_followed, [(link, target.clone())]);
        }
    }

    #[test]
    fn the_same_file_is_taken_once_by_whatever_path_it_came() {
        let temp = tempfile::tempdir().expect("a folder");
        let path = temp.path().join("n.txt");
        fs::write(&path, b"x").expect("a file");
        fs::hard_link(&path, temp.path().join("other.txt")).expect("a second name");
        let dotted = temp.path().join("./n.txt");
        let picked = pick(&[path.clone(), path.clone(), dotted], Folders::LeftOut, 100);
        assert_eq!((names(&picked), picked.left_out.len()), (vec!["n.txt"], 2));
        assert!(picked.left_out.iter().all(|left| left.why == WhyLeftOut::Twice { first: path.clone() }));
        // A folder and a file in it.
        let picked = pick(&[temp.path().to_owned(), path], Folders::Opened, 100);
        assert_eq!(names(&picked), ["n.txt"]);
        assert_eq!(left(&picked), [("other.txt".to_owned(), "twice"), ("n.txt".to_owned(), "twice")]);
    }

    #[test]
    fn a_folder_without_anything_in_it_is_named_wherever_it_lies() {
        let temp = tempfile::tempdir().expect("a folder");
        for name in ["full", "empty", "above/below"] {
            fs::create_dir_all(temp.path().join(name)).expect("folders");
        }
        fs::write(temp.path().join("full/a.txt"), b"x").expect("a file");
        let picked = pick(&[temp.path().to_owned()], Folders::Opened, 100);
        assert_eq!(names(&picked), ["a.txt"]);
        assert_eq!(left(&picked), [("below".to_owned(), "empty"), ("empty".to_owned(), "empty")]);
    }

    #[test]
    fn what_lies_in_a_vault_is_no_document() {
        let temp = tempfile::tempdir().expect("a folder");
        let vault = temp.path().join("vault");
        fs::create_dir_all(vault.join("objects/ab")).expect("folders");
        for name in ["vault/vault.toml", "vault/objects/ab/x.age", "a.txt"] {
            fs::write(temp.path().join(name), name).expect("a file");
        }
        std::os::unix::fs::symlink(vault.join("vault.toml"), temp.path().join("link")).expect("a link");
        let picked = pick(&[temp.path().to_owned()], Folders::Opened, 100);
        assert_eq!(names(&picked), ["a.txt"]);
        assert_eq!(left(&picked), [("link".to_owned(), "link"), ("vault".to_owned(), "in_vault")]);
        let inside = [vault.join("objects/ab/x.age"), vault.join("objects"), temp.path().join("link")];
        let picked = pick(&inside, Folders::Opened, 100);
        assert!(picked.files.is_empty());
        assert!(picked.left_out.iter().all(|left| left.why == WhyLeftOut::InVault), "{:?}", picked.left_out);
        assert_eq!(picked.left_out.len(), 3);
    }

    #[test]
    fn what_is_too_deep_or_too_many_is_named() {
        let temp = tempfile::tempdir().expect("a folder");
        let deep = temp.path().join("d/".repeat(DEEPEST));
        fs::create_dir_all(&deep).expect("folders");
        fs::write(deep.join("lost.txt"), b"x").expect("a file");
        for n in 0..5 {
            fs::write(temp.path().join(format!("{n}.txt")), b"x").expect("a file");
        }
        let picked = pick(&[temp.path().to_owned()], Folders::Opened, 3);
        assert_eq!(names(&picked), ["0.txt", "1.txt", "2.txt"]);
        let too = |name: &str, why| (name.to_owned(), why);
        assert_eq!(left(&picked), [too("3.txt", "too_many"), too("4.txt", "too_many"), too("d", "too_deep")]);
    }
}
