//! What this workstation remembers of its window from one day to the next: language, theme, who was here last, how the
//! window is divided and sorted. Nothing about a document: the page chooses among what is listed here and can write no
//! text.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use words::Lang;

/// What is read of the file before it is taken for another's, in bytes.
const LIMIT: u64 = 64 * 1024;
/// Vaults whose last officer is remembered.
const VAULTS: usize = 64;

/// Light, dark, or as the desktop has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// A part of the window that can be made wider or narrower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Pane {
    Document,
    Officer,
    Dossier,
    Due,
    Decision,
    LogEntry,
    Reading,
    Outline,
    Thumbs,
    Partner,
    Request,
    Release,
}

/// A list that can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    Documents,
    Due,
    Decisions,
    Officers,
    Renewals,
    Dossiers,
    Partners,
    Releases,
    Log,
    Assents,
    Members,
    History,
    Relations,
}

/// By what a list is sorted. Lists that Rust hands out in pages know the first of these; the page sorts the others itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SortBy {
    Filed,
    Date,
    Title,
    Level,
    Reference,
    Originator,
    Dossier,
    Term,
    Finalised,
    Name,
    Role,
    Status,
    Until,
    Members,
    Kind,
    Officer,
}

/// In what order a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sort {
    pub by: SortBy,
    pub descending: bool,
}

/// How large text may be, of the usual size.
const TEXT_PERCENT: std::ops::RangeInclusive<u16> = 100..=200;

/// A size of text as it may be.
pub fn text_percent(percent: u16) -> u16 {
    percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end())
}

/// The size of the window, in pixels of the desktop's own measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    pub width: f64,
    pub height: f64,
    pub maximised: bool,
}

/// What is remembered. What is not there was never chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    pub language: Option<Lang>,
    pub theme: Option<Theme>,
    /// Of the usual size.
    pub text_percent: Option<u16>,
    pub window: Option<Size>,
    /// By the vault's id.
    pub last_officer: BTreeMap<String, String>,
    /// In pixels.
    pub panes: BTreeMap<Pane, u16>,
    pub lists: BTreeMap<List, Sort>,
}

/// What this workstation remembers of its window, as far as it is about one vault. What is not there was never chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct Preferences {
    pub language: Option<Lang>,
    pub theme: Option<Theme>,
    /// How large text is, of the usual size.
    pub text_percent: Option<u16>,
    /// Who unlocked this vault here last.
    pub last_officer: Option<String>,
    /// Widths or heights, in pixels.
    pub panes: BTreeMap<Pane, u16>,
    pub lists: BTreeMap<List, Sort>,
}

impl Preferences {
    /// What is remembered, as far as it is about this vault.
    pub fn of(remembered: &Remembered, vault: &str) -> Self {
        Self {
            language: remembered.language,
            theme: remembered.theme,
            text_percent: remembered.text_percent.map(text_percent),
            last_officer: remembered.last_officer.get(vault).cloned(),
            panes: remembered.panes.clone(),
            lists: remembered.lists.clone(),
        }
    }
}

/// The memory of this workstation, and the file that it is kept in.
#[derive(Debug, Default)]
pub struct Workstation {
    /// None: remembered until the program ends.
    file: Option<PathBuf>,
    remembered: Remembered,
}

impl Workstation {
    /// Reads what was remembered. A file that is not there, or not as this program writes it, remembers nothing: the window
    /// then looks as it did on its first day.
    pub fn at(file: PathBuf) -> Self {
        let remembered = read(&file).unwrap_or_default();
        Self { file: Some(file), remembered }
    }

    /// Where the file is: `zegel/window.toml` below `XDG_CONFIG_HOME` or `~/.config`. None without a home.
    pub fn file(config_home: Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
        let absolute = |path: &PathBuf| path.is_absolute();
        let config = config_home.filter(absolute).or_else(|| home.filter(absolute).map(|home| home.join(".config")))?;
        Some(config.join("zegel").join("window.toml"))
    }

    pub fn remembered(&self) -> &Remembered {
        &self.remembered
    }

    /// Changes what is remembered. What is the same as before is not written again.
    ///
    /// # Errors
    /// When the file cannot be written; it is remembered until the program ends all the same.
    pub fn remember(&mut self, change: impl FnOnce(&mut Remembered)) -> io::Result<()> {
        let before = self.remembered.clone();
        change(&mut self.remembered);
        while self.remembered.last_officer.len() > VAULTS {
            self.remembered.last_officer.pop_first();
        }
        match &self.file {
            Some(file) if before != self.remembered => write(file, &self.remembered),
            Some(_) | None => Ok(()),
        }
    }
}

fn read(file: &Path) -> Option<Remembered> {
    // What is no file, a pipe for one, may never end, or never begin.
    if !fs::metadata(file).ok()?.is_file() {
        return None;
    }
    let mut text = String::new();
    File::open(file).ok()?.take(LIMIT).read_to_string(&mut text).ok()?;
    toml::from_str(&text).ok()
}

/// Whole or not at all, readable by its owner alone.
fn write(file: &Path, remembered: &Remembered) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    let text = toml::to_string(remembered).map_err(io::Error::other)?;
    let mut draft = tempfile::Builder::new().prefix(".window-").tempfile_in(folder)?;
    draft.write_all(text.as_bytes())?;
    draft.as_file().sync_all()?;
    draft.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn chosen(remembered: &mut Remembered) {
        remembered.language = Some(Lang::De);
        remembered.theme = Some(Theme::Dark);
        remembered.text_percent = Some(150);
        remembered.window = Some(Size { width: 1600.0, height: 900.0, maximised: true });
        remembered.last_officer.insert("a".repeat(26), "essai".to_owned());
        remembered.panes.insert(Pane::Document, 420);
        remembered.lists.insert(List::Documents, Sort { by: SortBy::Title, descending: true });
    }

    #[test]
    fn what_was_chosen_is_there_the_next_day_for_its_owner_alone() {
        let home = tempfile::tempdir().expect("a folder");
        let file = Workstation::file(None, Some(home.path().to_owned())).expect("there is a home");
        assert_eq!(file, home.path().join(".config/zegel/window.toml"));
        Workstation::at(file.clone()).remember(chosen).expect("it is written");
        let mut wanted = Remembered::default();
        chosen(&mut wanted);
        assert_eq!(Workstation::at(file.clone()).remembered(), &wanted);
        assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o600);
        let beside = fs::read_dir(file.parent().expect("a folder")).expect("it can be listed").count();
        assert_eq!(beside, 1, "no draft is left");
    }

    /// What Rust hands out in an order is asked for in it, and the window remembers it.
    #[test]
    fn each_order_that_a_list_has_can_be_remembered() {
        fn names<By: vault::Orders>() -> impl Iterator<Item = &'static str> {
            By::ALL.iter().map(|by| by.as_str())
        }
        let documents = vault::SortBy::ALL.into_iter().map(vault::SortBy::as_str);
        let others = names::<vault::AssentOrder>().chain(names::<vault::DossierOrder>());
        let others = others.chain(names::<vault::OfficerOrder>()).chain(names::<vault::ReleaseOrder>());
        for name in documents.chain(others) {
            let known: Result<SortBy, toml::de::Error> = toml::Value::from(name).try_into();
            assert!(known.is_ok(), "{name}");
        }
    }

    #[test]
    fn text_is_never_smaller_than_usual_nor_larger_than_twice_that() {
        let mut remembered = Remembered { text_percent: Some(9_000), ..Remembered::default() };
        chosen(&mut remembered);
        for (written, read) in [(9_000, 200), (3, 100), (150, 150)] {
            remembered.text_percent = Some(written);
            assert_eq!(Preferences::of(&remembered, "").text_percent, Some(read));
        }
    }

    #[test]
    fn a_file_of_another_kind_remembers_nothing_and_is_replaced() {
        let home = tempfile::tempdir().expect("a folder");
        let file = home.path().join("window.toml");
        for text in ["", "language = 4", "theme = \"pink\"", "\u{0}\u{1}", &"# \n".repeat(40_000)] {
            fs::write(&file, text).expect("a file");
            assert_eq!(Workstation::at(file.clone()).remembered(), &Remembered::default(), "{text:.20}");
        }
        Workstation::at(file.clone()).remember(chosen).expect("it is written");
        assert_eq!(Workstation::at(file.clone()).remembered().language, Some(Lang::De));
        assert_eq!(Workstation::at(PathBuf::from("/dev/zero")).remembered(), &Remembered::default());
    }

    #[test]
    fn without_a_home_it_is_remembered_until_the_end() {
        assert_eq!(Workstation::file(Some("relative".into()), None), None);
        let mut workstation = Workstation::default();
        workstation.remember(chosen).expect("nothing is written");
        assert_eq!(workstation.remembered().theme, Some(Theme::Dark));
    }

    #[test]
    fn what_cannot_be_written_is_said_and_remembered_meanwhile() {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join("zegel"), "a file where the folder would be").expect("a file");
        let mut workstation = Workstation::at(home.path().join("zegel/window.toml"));
        assert!(workstation.remember(chosen).is_err());
        assert_eq!(workstation.remembered().theme, Some(Theme::Dark));
    }
}
