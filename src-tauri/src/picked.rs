//! Files that a person picked or dropped. Their paths stay here.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use reading::{Looked, Looking, Readable};
use seal::SecretText;
use serde::Serialize;
use specta::Type;
use specta_typescript::Number;
use vault::{Folders, Reason, Source, WhyLeftOut, pick};
use viewer::Viewer;

use crate::held;
use crate::problem::Problem;

/// At most so many files in one go: a folder dropped by mistake does not fill the page. What is beyond is named.
const MOST: usize = 2000;

/// A file that a person picked or dropped. Where it lies, the page never learns.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct OfferedFile {
    pub handle: String,
    pub name: String,
    /// What a document is called that is filed from it without a title of its own.
    pub title: String,
    /// Bytes.
    #[specta(type = Number)]
    pub size: u64,
    /// `pdf`, `text`, `picture`, `office`, `other`: by what is in it.
    pub kind: String,
    pub readable: Readable,
    /// What the officer is warned of before it is filed.
    pub warnings: Vec<Reason>,
}

/// What was picked or dropped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
pub struct Offered {
    pub files: Vec<OfferedFile>,
    pub left_out: Vec<LeftOutFile>,
    /// So many more were left out than are named.
    pub more_left_out: u32,
}

/// Something that was picked and is not among the files.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct LeftOutFile {
    pub name: String,
    /// Words: `left-out-<code>`.
    pub why: Reason,
}

/// What was picked, by the handle that the page knows it by.
#[derive(Default)]
pub struct PickedFiles(Mutex<HashMap<String, vault::PickedFile>>, Mutex<HashMap<String, WrittenText>>);

/// A text that was written in the window, on its way to be filed.
#[derive(Clone)]
struct WrittenText {
    name: String,
    text: Arc<SecretText>,
}

impl PickedFiles {
    /// Keeps the files among these paths, and those in the folders among them, and names what is left out. Nothing is kept
    /// when `goes_on` says that the visit ended meanwhile.
    pub fn take(&self, paths: Vec<PathBuf>, viewer: Option<&Viewer>, goes_on: impl Fn() -> bool) -> Offered {
        let found = pick(&paths, Folders::Opened, MOST);
        let folders = found.folders_followed;
        let mut looking = Looking::default();
        let mut looked = |file: vault::PickedFile| {
            let Looked { kind, readable, mut warnings } = looking.at(&file, viewer.filter(|_| goes_on()));
            let by_link = folders.iter().find(|(link, _)| file.path.starts_with(link));
            warnings.extend(by_link.map(|(link, target)| vault::link_followed(&display_name(link), target)));
            without_places(&mut warnings);
            (kind, readable, warnings, file)
        };
        let files: Vec<_> = found.files.into_iter().map(&mut looked).collect();
        let mut kept = held(&self.0);
        if !goes_on() {
            return Offered::default();
        }
        let files = files.into_iter().map(|(kind, readable, warnings, file)| {
            let (handle, name, size, kind) = (seal::random_id(), file.name.clone(), file.size, kind.to_owned());
            let title = vault::title_of(&file.path);
            let picked = OfferedFile { handle: handle.clone(), name, title, size, kind, readable, warnings };
            kept.insert(handle, file);
            picked
        });
        Offered {
            files: files.collect(),
            left_out: found.left_out.iter().map(|left| left_out(&left.path, &left.why)).collect(),
            more_left_out: u32::try_from(found.more_left_out).unwrap_or(u32::MAX),
        }
    }

    /// A picked file: where it lies, its name and size.
    ///
    /// # Errors
    /// `not_picked` when the handle is not, or no longer, known.
    pub fn file(&self, handle: &str) -> Result<vault::PickedFile, Problem> {
        held(&self.0).get(handle).cloned().ok_or_else(|| Problem::new("not_picked"))
    }

    /// Keeps a text that was written in the window, as a file of this name.
    pub fn write(&self, name: &str, text: SecretText) -> Offered {
        let (handle, size) = (seal::random_id(), text.expose_secret().len() as u64);
        let name = name.to_owned();
        let empty = (size == 0).then(|| Reason::new("empty_file").with("name", name.clone()));
        let (kind, readable) = ("text".to_owned(), Readable::Yes);
        let warnings = empty.into_iter().collect();
        held(&self.1).insert(handle.clone(), WrittenText { name: name.clone(), text: Arc::new(text) });
        let title = name.clone();
        Offered {
            files: vec![OfferedFile { handle, name, title, size, kind, readable, warnings }],
            ..Offered::default()
        }
    }

    /// Where the bytes of a picked file are, what is known of it, and its name where none is taken from its place.
    ///
    /// # Errors
    /// `not_picked`.
    pub fn source(&self, handle: &str) -> Result<(Source, vault::PickedFile, Option<Vec<u8>>), Problem> {
        if let Some(WrittenText { name, text }) = held(&self.1).get(handle).cloned() {
            let size = text.expose_secret().len() as u64;
            let file_name = Some(name.clone().into_bytes());
            return Ok((Source::Markdown(text), vault::PickedFile { path: PathBuf::new(), name, size }, file_name));
        }
        let file = self.file(handle)?;
        Ok((Source::Path(file.path.clone()), file, None))
    }

    pub fn forget(&self, handles: &[String]) {
        let mut kept = held(&self.0);
        let mut written = held(&self.1);
        for handle in handles {
            kept.remove(handle);
            written.remove(handle);
        }
    }

    pub fn forget_all(&self) {
        held(&self.0).clear();
        held(&self.1).clear();
    }
}

/// The page learns the name of what a link leads to, never where it lies.
pub fn without_places(warnings: &mut [Reason]) {
    for warning in warnings {
        if let Some(target) = warning.params.get_mut("target") {
            *target = display_name(Path::new(target));
        }
    }
}

/// The page learns names, never where they lie.
fn left_out(path: &Path, why: &WhyLeftOut) -> LeftOutFile {
    let params = match why {
        WhyLeftOut::Twice { first } => vec![("first", display_name(first))],
        other => other.params(),
    };
    let params = params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    LeftOutFile { name: display_name(path), why: Reason { code: why.as_str().to_owned(), params } }
}

/// The file's name as lists show it.
pub fn display_name(path: &Path) -> String {
    vault::shown_name(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn names(picked: &Offered) -> Vec<&str> {
        picked.files.iter().map(|file| file.name.as_str()).collect()
    }

    fn left(picked: &Offered) -> Vec<(&str, &str)> {
        picked.left_out.iter().map(|left| (left.name.as_str(), left.why.code.as_str())).collect()
    }

    #[test]
    fn a_picked_file_is_known_by_a_handle_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("note.pdf");
        fs::write(&path, b"12345").expect("a file");
        let picked = PickedFiles::default();
        let files = picked.take(vec![path.clone()], None, || true);
        assert_eq!(names(&files), ["note.pdf"]);
        let file = files.files.first().expect("it is there");
        assert_eq!(file.size, 5);
        assert_eq!(picked.file(&file.handle).map(|file| file.path), Ok(path));
        picked.forget(std::slice::from_ref(&file.handle));
        assert_eq!(picked.file(&file.handle), Err(Problem::new("not_picked")));
    }

    #[test]
    fn a_file_whose_name_is_changed_is_offered_under_its_own_and_that_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("*.txt");
        fs::write(&path, b"come at noon").expect("a file");
        let picked = PickedFiles::default().take(vec![path], None, || true);
        let file = picked.files.first().expect("it is there");
        assert_eq!((file.name.as_str(), file.title.as_str()), ("_.txt", "*.txt"), "as `doc file` calls it");
        assert!(file.warnings.iter().any(|warning| warning.code == "name_changed"));
    }

    #[test]
    fn a_folder_yields_its_files_in_order_and_says_what_it_leaves_out() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("b/c")).expect("folders");
        for name in ["b/c/2.pdf", "a.pdf", ".hidden", "b/1.pdf"] {
            fs::write(folder.path().join(name), b"%PDF-1.7").expect("a file");
        }
        fs::write(folder.path().join("c.pdf"), b"").expect("a file");
        fs::write(folder.path().join("d.pdf"), b"\0\0\0\x18ftypheic\0\0\0\0").expect("a file");
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("z-link")).expect("a link");
        let path = folder.path().join("a.pdf");
        let files = PickedFiles::default().take(vec![folder.path().to_owned(), path], None, || true);
        assert_eq!(names(&files), [".hidden", "a.pdf", "1.pdf", "2.pdf", "c.pdf", "d.pdf"]);
        assert_eq!(left(&files), [("z-link", "link"), ("a.pdf", "twice")]);
        let said = |file: &OfferedFile| file.warnings.iter().map(|w| w.code.clone()).collect::<Vec<_>>();
        let said: Vec<Vec<String>> = files.files.iter().map(said).collect();
        assert_eq!(said, [vec![], vec![], vec![], vec![], vec!["empty_file".to_owned()], vec!["not_shown".to_owned()]]);
        let place = folder.path().to_string_lossy().into_owned();
        let told = serde_json::to_string(&files).expect("it is JSON");
        assert!(!told.contains(&place), "where it lies, the page never learns: {told}");
    }

    #[test]
    fn a_link_that_is_picked_is_said_by_the_name_of_what_it_leads_to() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("d")).expect("a folder");
        for name in ["note.txt", "d/inner.txt"] {
            fs::write(folder.path().join(name), name).expect("a file");
        }
        std::os::unix::fs::symlink("note.txt", folder.path().join("link.txt")).expect("a link");
        std::os::unix::fs::symlink("d", folder.path().join("e")).expect("a link");
        let files =
            PickedFiles::default().take(vec![folder.path().join("link.txt"), folder.path().join("e")], None, || true);
        let said: Vec<_> = files.files.iter().flat_map(|file| &file.warnings).collect();
        let expected = [("link.txt", "note.txt"), ("e", "d")];
        let expected =
            expected.map(|(name, target)| Reason::new("link_followed").with("name", name).with("target", target));
        assert_eq!(said, expected.iter().collect::<Vec<_>>());
        let told = serde_json::to_string(&files).expect("it is JSON");
        assert!(!told.contains(&*folder.path().to_string_lossy()), "{told}");
    }

    #[test]
    fn what_is_no_file_is_named() {
        let files = PickedFiles::default().take(
            vec!["/dev/null".into(), "/no/such/file".into(), "https://a/b".into()],
            None,
            || true,
        );
        assert_eq!(names(&files), Vec::<&str>::new());
        assert_eq!(left(&files), [("null", "device"), ("file", "unreadable"), ("b", "unreadable")]);
    }

    #[test]
    fn nothing_is_kept_for_a_visit_that_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("note.pdf"), b"x").expect("a file");
        let picked = PickedFiles::default();
        assert_eq!(picked.take(vec![folder.path().to_owned()], None, || false), Offered::default());
        assert!(held(&picked.0).is_empty());
    }

    #[test]
    fn control_characters_do_not_reach_the_page() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a\u{1b}[31m\nb.pdf");
        fs::write(&path, b"x").expect("a file");
        assert_eq!(names(&PickedFiles::default().take(vec![path], None, || true)), ["a [31m b.pdf"]);
    }
}
