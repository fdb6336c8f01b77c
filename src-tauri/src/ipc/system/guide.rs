//! The classification guide as a file: read in to be looked at, written out for others.

use std::path::Path;

use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{GUIDE_BYTES, GivenError, Guide, GuideError, GuideFlaw};

use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::written::{failed, write_new};

/// As much is read of a file, in bytes.
const LIMIT: u64 = GUIDE_BYTES as u64;
/// What the file is called unless the person says otherwise.
const NAME: &str = "guide.toml";

/// A guide from a file. It is in force once it is put there (`replace_guide`).
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct GuideFile {
    /// Of the file.
    pub name: String,
    #[serde(flatten)]
    pub guide: Guide,
}

/// Lets a person pick the file of a guide and reads it; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn import_guide(shell: State<'_, Shell>) -> Result<Option<GuideFile>, Problem> {
    let (visit, picked) = shell.ask("app-pick-guide", |dialogs, title| dialogs.file(title)).await?;
    let read = match picked {
        Some(path) => Some(shell.blocking(move || read(&path)).await),
        None => None,
    };
    if visit.goes_on() { read.transpose() } else { Err(Problem::locked()) }
}

/// Writes the guide in force into a file that a person names, and gives its name. What is there already stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn export_guide(shell: State<'_, Shell>) -> Result<Option<String>, Problem> {
    let (_, named) = shell.ask("app-save-guide", |dialogs, title| dialogs.save(title, NAME)).await?;
    let Some(path) = named else { return Ok(None) };
    shell
        .with(move |session, _| {
            let view = session.guide()?;
            let guide = Guide { aggregation: view.aggregation, topics: view.topics };
            write_new(&path, guide.to_toml().as_bytes())?;
            Ok(Some(display_name(&path)))
        })
        .await
}

fn read(path: &Path) -> Result<GuideFile, Problem> {
    let bytes = match vault::read_given(path, LIMIT) {
        Ok(bytes) => bytes,
        Err(GivenError::TooLarge { .. }) => return Err(vault::Error::from(too_large()).into()),
        Err(GivenError::NotAFile(what)) => return Err(vault::Error::NotAFile { what }.into()),
        Err(GivenError::Io(source)) => return Err(failed(path, source)),
    };
    let guide = Guide::read(&bytes).map_err(vault::Error::from)?;
    Ok(GuideFile { name: display_name(path), guide })
}

fn too_large() -> GuideError {
    GuideError { line: 0, flaw: GuideFlaw::TooLarge }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn line(bytes: &[u8]) -> usize {
        Guide::read(bytes).expect_err("it is no guide").line
    }

    #[test]
    fn what_is_written_is_read_as_the_same_guide() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        write_new(&path, Guide::builtin().to_toml().as_bytes()).expect("it is written");
        let found = read(&path).expect("it is read");
        assert_eq!((found.name.as_str(), &found.guide), (NAME, Guide::builtin()));
    }

    #[test]
    fn a_file_that_is_there_already_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        fs::write(&path, "mine").expect("a file");
        assert_eq!(write_new(&path, b"yours"), Err(Problem::new("file_exists").with("name", NAME)));
        let link = folder.path().join("link.toml");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        assert!(write_new(&link, b"yours").is_err(), "nor through a link");
        assert_eq!(fs::read(&path).expect("it is there"), b"mine");
    }

    #[test]
    fn what_is_written_for_a_person_is_for_him_alone_and_never_lies_in_a_vault() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(NAME);
        write_new(&path, b"mine").expect("it is written");
        assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o600);
        let vault = folder.path().join("vault");
        fs::create_dir_all(vault.join("objects")).expect("folders");
        fs::write(vault.join("vault.toml"), "").expect("a file");
        for place in [vault.join(NAME), vault.join("objects").join(NAME)] {
            assert_eq!(write_new(&place, b"mine").expect_err("it is a vault").code, "in_vault");
            assert!(!place.exists());
        }
    }

    #[test]
    fn what_cannot_be_read_says_in_which_line() {
        assert_eq!(line(b"aggregation = 5\n\xff"), 2);
        assert_eq!(line(b"aggregation = 5\n\n[[topic]\n"), 3);
        assert_eq!(line(&vec![b' '; LIMIT as usize + 1]), 0, "as a whole");
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path()).expect_err("a folder").code, "not_a_file");
        assert_eq!(read(Path::new("/dev/zero")).expect_err("a device").code, "not_a_file");
        let missing = read(&folder.path().join("none.toml")).expect_err("there is none");
        assert_eq!(missing.params.get("what").map(String::as_str), Some("none.toml"), "no path: {missing:?}");
    }
}
