//! Files that a person picked or dropped. Their paths stay here.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::held;
use crate::ipc::filing::PickedFile;
use crate::ipc::shared::Problem;

/// At most so many files in one go: a folder dropped by mistake does not fill the page.
const MOST: usize = 2000;
/// A dropped folder is looked into so deep.
const DEEPEST: usize = 8;

/// Paths by the handle that the page knows them by.
#[derive(Default)]
pub struct PickedFiles(Mutex<HashMap<String, PathBuf>>);

impl PickedFiles {
    /// Keeps the files among these paths, and those in the folders among them. Links are not followed out of a
    /// folder, hidden files are left, and so is what is no file at all. Nothing is kept when `goes_on` says that the
    /// visit ended meanwhile.
    pub fn take(&self, paths: Vec<PathBuf>, goes_on: impl Fn() -> bool) -> Vec<PickedFile> {
        let mut found = Vec::new();
        for path in paths {
            gather(&path, 0, &mut found);
        }
        let mut kept = held(&self.0);
        if !goes_on() {
            return Vec::new();
        }
        found
            .into_iter()
            .map(|(path, size)| {
                let handle = seal::random_id();
                let name = display_name(&path);
                kept.insert(handle.clone(), path);
                PickedFile { handle, name, size }
            })
            .collect()
    }

    /// Where a picked file lies.
    ///
    /// # Errors
    /// `not_picked` when the handle is not, or no longer, known.
    pub fn path(&self, handle: &str) -> Result<PathBuf, Problem> {
        held(&self.0).get(handle).cloned().ok_or_else(|| Problem::new("not_picked"))
    }

    pub fn forget(&self, handles: &[String]) {
        let mut kept = held(&self.0);
        for handle in handles {
            kept.remove(handle);
        }
    }

    pub fn forget_all(&self) {
        held(&self.0).clear();
    }
}

fn gather(path: &Path, depth: usize, found: &mut Vec<(PathBuf, u64)>) {
    // What a person points at may be a link; what lies inside a folder may not.
    let about = if depth == 0 { fs::metadata(path) } else { fs::symlink_metadata(path) };
    let Ok(about) = about else { return };
    if found.len() >= MOST {
        return;
    }
    if about.is_file() {
        found.push((path.to_owned(), about.len()));
    } else if about.is_dir() && depth < DEEPEST {
        let Ok(entries) = fs::read_dir(path) else { return };
        let mut inside: Vec<_> = entries.flatten().filter(|entry| !is_hidden(&entry.path())).collect();
        inside.sort_by_key(fs::DirEntry::file_name);
        for entry in inside {
            gather(&entry.path(), depth + 1, found);
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The file's name, without what would disturb a line of text.
pub fn display_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(255).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[PickedFile]) -> Vec<&str> {
        files.iter().map(|file| file.name.as_str()).collect()
    }

    #[test]
    fn a_picked_file_is_known_by_a_handle_until_it_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("note.pdf");
        fs::write(&path, b"12345").expect("a file");
        let picked = PickedFiles::default();
        let files = picked.take(vec![path.clone()], || true);
        assert_eq!(names(&files), ["note.pdf"]);
        let file = files.first().expect("it is there");
        assert_eq!(file.size, 5);
        assert_eq!(picked.path(&file.handle), Ok(path));
        picked.forget(std::slice::from_ref(&file.handle));
        assert_eq!(picked.path(&file.handle), Err(Problem::new("not_picked")));
    }

    #[test]
    fn a_folder_yields_its_files_in_order_without_hidden_ones_and_links() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("b/c")).expect("folders");
        for name in ["b/c/2.pdf", "a.pdf", ".hidden", "b/1.pdf"] {
            fs::write(folder.path().join(name), b"x").expect("a file");
        }
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("z-link")).expect("a link");
        let files = PickedFiles::default().take(vec![folder.path().to_owned()], || true);
        assert_eq!(names(&files), ["a.pdf", "1.pdf", "2.pdf"]);
    }

    #[test]
    fn what_is_no_file_is_left() {
        let files = PickedFiles::default()
            .take(vec!["/dev/null".into(), "/no/such/file".into(), "https://a/b".into()], || true);
        assert_eq!(names(&files), Vec::<&str>::new());
    }

    #[test]
    fn nothing_is_kept_for_a_visit_that_ended() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("note.pdf"), b"x").expect("a file");
        let picked = PickedFiles::default();
        assert_eq!(picked.take(vec![folder.path().to_owned()], || false), []);
        assert!(held(&picked.0).is_empty());
    }

    #[test]
    fn control_characters_do_not_reach_the_page() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a\u{1b}[31m\nb.pdf");
        fs::write(&path, b"x").expect("a file");
        assert_eq!(names(&PickedFiles::default().take(vec![path], || true)), ["a\u{fffd}[31m\u{fffd}b.pdf"]);
    }
}
