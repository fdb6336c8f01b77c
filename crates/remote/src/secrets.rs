//! What opens the two servers: a file that nobody else may read.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::os::fd::AsFd as _;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags, fstat, open};
use serde::Deserialize;
use zeroize::Zeroizing;

/// The longest file of secrets, in bytes.
const LONGEST: u64 = 64 << 10;

/// Why a file of secrets was not taken. Never says anything of what stands in it.
#[derive(Debug, thiserror::Error)]
pub enum SecretsFlaw {
    #[error("the file of secrets could not be read: {0}")]
    Io(io::Error),
    /// Others may read or write it, or it belongs to somebody else.
    #[error("others can read the file of secrets")]
    Open,
    /// It is no regular file, too long, no TOML, or something is missing in it or too much.
    #[error("the file of secrets has not the form of one")]
    Form,
    /// The certificates of the authority could not be read, or there is none.
    #[error("no certificate in the file of the authority")]
    Authority,
}

/// A word that is wiped when it is dropped and shown nowhere.
#[derive(Deserialize)]
#[serde(from = "String")]
pub(crate) struct Word(Zeroizing<String>);

impl From<String> for Word {
    fn from(word: String) -> Word {
        Word(Zeroizing::new(word))
    }
}

impl Word {
    pub(crate) fn expose_secret(&self) -> &str {
        &self.0
    }
}

/// The secrets of a workstation's connections, and the authority that both servers' certificates must come from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrets {
    pub(crate) database_user: String,
    pub(crate) database_password: Word,
    pub(crate) access_key_id: String,
    pub(crate) secret_access_key: Word,
    pub(crate) ca_file: PathBuf,
}

impl Secrets {
    /// Reads the file of secrets. A relative `ca_file` is next to it.
    ///
    /// # Errors
    /// [`SecretsFlaw`]; of a file that others can read nothing is read.
    pub fn read(path: &Path) -> Result<Secrets, SecretsFlaw> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY | OFlags::NONBLOCK;
        let file = open(path, flags, Mode::empty()).map_err(|e| SecretsFlaw::Io(e.into()))?;
        let stat = fstat(file.as_fd()).map_err(|e| SecretsFlaw::Io(e.into()))?;
        let length = u64::try_from(stat.st_size).unwrap_or(u64::MAX);
        if stat.st_mode & 0o170_000 != 0o100_000 || length > LONGEST {
            return Err(SecretsFlaw::Form);
        }
        if stat.st_mode & 0o077 != 0 || stat.st_uid != rustix::process::geteuid().as_raw() {
            return Err(SecretsFlaw::Open);
        }
        // As large as it can become: what grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(usize::try_from(LONGEST).unwrap_or(usize::MAX)));
        File::from(file).take(LONGEST).read_to_string(&mut text).map_err(SecretsFlaw::Io)?;
        let mut secrets: Secrets = toml::from_str(&text).map_err(|_| SecretsFlaw::Form)?;
        if let Some(folder) = path.parent() {
            secrets.ca_file = folder.join(&secrets.ca_file);
        }
        Ok(secrets)
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    const GOOD: &str = "database_user = \"u\"\ndatabase_password = \"p\"\naccess_key_id = \"k\"\nsecret_access_key = \"s\"\nca_file = \"ca.pem\"\n";

    fn file(text: &str, mode: u32) -> (tempfile::TempDir, Result<Secrets, SecretsFlaw>) {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let path = dir.path().join("secrets.toml");
        std::fs::write(&path, text).expect("it is written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("it is ours");
        let read = Secrets::read(&path);
        (dir, read)
    }

    #[test]
    fn a_file_that_only_its_owner_reads_is_taken() {
        let (dir, read) = file(GOOD, 0o600);
        let secrets = read.expect("it is taken");
        assert_eq!(secrets.database_password.expose_secret(), "p");
        assert_eq!(secrets.ca_file, dir.path().join("ca.pem"));
        assert!(!format!("{secrets:?}").contains('p'));
        assert!(file(GOOD, 0o400).1.is_ok());
    }

    #[test]
    fn a_file_that_others_can_read_is_refused() {
        for mode in [0o640, 0o604, 0o644, 0o660, 0o610] {
            assert!(matches!(file(GOOD, mode).1, Err(SecretsFlaw::Open)), "{mode:o}");
        }
    }

    #[test]
    fn what_is_no_file_of_secrets_is_refused_without_saying_what_stands_in_it() {
        let long = format!("{GOOD}#{}", "x".repeat(70_000));
        for text in ["", "database_user = 1", &format!("{GOOD}more = \"hush\"\n"), &long] {
            let refused = file(text, 0o600).1.expect_err("it is refused");
            assert!(matches!(refused, SecretsFlaw::Form) && !refused.to_string().contains("hush"));
        }
        let dir = tempfile::tempdir().expect("a folder for the test");
        assert!(matches!(Secrets::read(dir.path()), Err(SecretsFlaw::Form)));
        assert!(matches!(Secrets::read(&dir.path().join("none")), Err(SecretsFlaw::Io(_))));
    }
}
