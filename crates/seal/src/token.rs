//! Hardware tokens, through the plugin protocol of age: an identity file that takes a token as well as the passphrase.
//!
//! The file under the passphrase is sealed once more around, to the token's recipient, because age allows nothing in addition to a
//! passphrase in one file. Which token opens it stands in a stanza that other implementations of age pass over. The outer
//! seal is as strong as the token, mostly elliptic curves; inside, the passphrase holds as it did without one.
//!
//! A plugin is a program of its own. It gets what the protocol says, by its standard input: the identity line, the stanzas,
//! and on the way in the outer file key. Nothing is in its arguments, and this process keeps no secret in its environment.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use age::plugin::{IdentityPluginV1, RecipientPluginV1};
use age::{Callbacks, DecryptError, EncryptError, Identity as _, Recipient as _};
use age_core::format::{FileKey, Stanza};
use age_core::secrecy::SecretString;
use thiserror::Error;

use crate::bytes::{append_payload, open_payload};
use crate::error::OpenError;
use crate::header::{self, Header};
use crate::passphrase::Passphrase;

/// Names the token in the header: its identity line, and its recipient.
const TAG: &str = "zegel-token";
const PASSPHRASE: &str = "scrypt";
/// How an identity line of a plugin begins.
const IDENTITY: &str = "AGE-PLUGIN-";
/// Of what a plugin says, in characters.
const LONGEST: usize = 500;

/// The person at the token: reads what its plugin says, and answers.
pub trait Attendant: Send + Sync {
    /// A message, such as that the token is to be touched.
    fn hears(&self, message: &str);
    /// The answer to a question; none where nobody gives one.
    fn confirms(&self, question: &str, yes: &str, no: Option<&str>) -> Option<bool>;
    /// A text that is no secret.
    fn types(&self, question: &str) -> Option<String>;
    /// A PIN.
    fn types_secret(&self, question: &str) -> Option<Passphrase>;
}

/// Nobody is there: what needs an answer fails.
#[derive(Clone, Copy, Debug)]
pub struct Unattended;

impl Attendant for Unattended {
    fn hears(&self, _: &str) {}

    fn confirms(&self, _: &str, _: &str, _: Option<&str>) -> Option<bool> {
        None
    }

    fn types(&self, _: &str) -> Option<String> {
        None
    }

    fn types_secret(&self, _: &str) -> Option<Passphrase> {
        None
    }
}

/// Why a token did not do its part.
#[derive(Debug, Error)]
pub enum TokenError {
    #[error("this is no recipient of a plugin")]
    NotARecipient,
    /// Or there are several.
    #[error("there is no one identity line of a plugin")]
    NotAnIdentity,
    #[error("the recipient is for the plugin `{recipient}`, the identity for `{identity}`")]
    TwoPlugins { recipient: String, identity: String },
    #[error("`{binary}` is in none of the folders of PATH")]
    Missing { binary: String },
    /// A program there would depend on where this one was started.
    #[error("a folder in PATH is not named from the root")]
    RelativePath,
    #[error("`{binary}` ended before it was done")]
    Died { binary: String },
    /// In its own words.
    #[error("the plugin says: {said}")]
    Said { said: String },
    #[error("nobody answered the plugin")]
    Unanswered,
    #[error("this token does not open the file")]
    AnotherToken,
    #[error("the file is damaged")]
    Corrupt(#[source] OpenError),
    #[error("the plugin could not be spoken to")]
    Io(#[source] io::Error),
}

impl TokenError {
    /// By which its words are found.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotARecipient => "token_recipient",
            Self::NotAnIdentity => "token_identity",
            Self::TwoPlugins { .. } => "token_two_plugins",
            Self::Missing { .. } => "token_plugin_missing",
            Self::RelativePath => "token_path",
            Self::Died { .. } => "token_plugin_died",
            Self::Said { .. } => "token_said",
            Self::Unanswered => "token_unanswered",
            Self::AnotherToken => "token_another",
            Self::Corrupt(_) => "identity_altered",
            Self::Io(_) => "token_plugin_io",
        }
    }
}

/// A token that protects identity files: how it is addressed. Nothing of it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    plugin: String,
    recipient: String,
    identity: String,
}

impl Token {
    /// `identity`: the text of the file that the plugin's own program wrote: one identity line, and comments.
    ///
    /// # Errors
    /// [`TokenError::NotARecipient`], [`TokenError::NotAnIdentity`], [`TokenError::TwoPlugins`].
    pub fn new(recipient: &str, identity: &str) -> Result<Token, TokenError> {
        let mut lines = identity.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (Some(line), None) = (lines.next(), lines.next()) else { return Err(TokenError::NotAnIdentity) };
        if !line.starts_with(IDENTITY) {
            return Err(TokenError::NotAnIdentity);
        }
        let known: age::plugin::Identity = line.parse().map_err(|_| TokenError::NotAnIdentity)?;
        let named: age::plugin::Recipient = recipient.trim().parse().map_err(|_| TokenError::NotARecipient)?;
        if known.plugin() != named.plugin() {
            let (recipient, identity) = (named.plugin().to_owned(), known.plugin().to_owned());
            return Err(TokenError::TwoPlugins { recipient, identity });
        }
        let plugin = known.plugin().to_owned();
        Ok(Token { plugin, recipient: named.to_string(), identity: known.to_string() })
    }

    /// What protects an identity file, where a token does.
    pub fn of(file: &[u8]) -> Option<Token> {
        let header = Header::parse(file.get(..header::CAP).unwrap_or(file)).ok()?;
        let stanza = header.stanzas().iter().find(|stanza| stanza.tag == TAG)?;
        let [identity, recipient] = stanza.args.as_slice() else { return None };
        Token::new(recipient, identity).ok()
    }

    /// The name of its plugin.
    pub fn plugin(&self) -> &str {
        &self.plugin
    }

    /// For the program `age`: what its plugin knows it by.
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// Seals a file to it. The plugin is asked; whether the token opens it again, is not.
    ///
    /// # Errors
    /// Any but the first three.
    pub fn seal(&self, file: &[u8], attendant: &Arc<dyn Attendant>) -> Result<Vec<u8>, TokenError> {
        self.find()?;
        let recipient = self.recipient.parse().map_err(|_| TokenError::NotARecipient)?;
        let calls = Calls::of(attendant);
        let plugin = RecipientPluginV1::new(&self.plugin, &[recipient], &[], calls.clone());
        let plugin = plugin.map_err(|_| TokenError::Missing { binary: self.binary() })?;
        let file_key = header::new_file_key();
        let (mut stanzas, _) = plugin.wrap_file_key(&file_key).map_err(|error| match error {
            EncryptError::Plugin(errors) => calls.why(said(errors)),
            EncryptError::Io(error) => self.broken(error),
            _ => TokenError::AnotherToken,
        })?;
        // A file with one of these has no other, and this one must not be opened by a passphrase alone.
        if stanzas.iter().any(|stanza| stanza.tag == PASSPHRASE || stanza.tag == TAG) {
            return Err(TokenError::Corrupt(OpenError::Malformed));
        }
        let args = vec![self.identity.clone(), self.recipient.clone()];
        stanzas.push(Stanza { tag: TAG.to_owned(), args, body: Vec::new() });
        let mut sealed = header::write(&stanzas, &file_key);
        if sealed.len() > header::CAP {
            return Err(TokenError::Corrupt(OpenError::HeaderTooLong));
        }
        append_payload(&mut sealed, &file_key, file);
        Ok(sealed)
    }

    /// Opens a file that is sealed to it.
    ///
    /// # Errors
    /// Any but the first three.
    pub fn open(&self, sealed: &[u8], attendant: &Arc<dyn Attendant>) -> Result<Vec<u8>, TokenError> {
        self.find()?;
        let header = Header::parse(sealed.get(..header::CAP).unwrap_or(sealed)).map_err(TokenError::Corrupt)?;
        let identity = self.identity.parse().map_err(|_| TokenError::NotAnIdentity)?;
        let calls = Calls::of(attendant);
        let plugin = IdentityPluginV1::new(&self.plugin, &[identity], calls.clone());
        let plugin = plugin.map_err(|_| TokenError::Missing { binary: self.binary() })?;
        // Ours as well: plugins pass over what they do not know.
        let file_key: FileKey = match plugin.unwrap_stanzas(header.stanzas()) {
            Some(Ok(file_key)) => file_key,
            Some(Err(DecryptError::Plugin(errors))) => return Err(calls.why(said(errors))),
            Some(Err(DecryptError::Io(error))) => return Err(self.broken(error)),
            Some(Err(_)) | None => return Err(calls.why(TokenError::AnotherToken)),
        };
        // A plugin can give back anything.
        header.check(&file_key).map_err(|_| TokenError::AnotherToken)?;
        let payload = sealed.get(header.len()..).ok_or(TokenError::Corrupt(OpenError::Truncated))?;
        let opened = open_payload(&file_key, payload).map_err(TokenError::Corrupt)?;
        // What is inside is under a passphrase itself.
        Ok(opened.expose_secret().to_vec())
    }

    fn binary(&self) -> String {
        format!("age-plugin-{}", self.plugin)
    }

    /// Whether its plugin is found, in a folder that is named from the root: the same that `age` takes, which goes through PATH
    /// in its order.
    fn find(&self) -> Result<PathBuf, TokenError> {
        found(&self.binary(), &env::var_os("PATH").unwrap_or_default())
    }

    fn broken(&self, error: io::Error) -> TokenError {
        match error.kind() {
            io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof => {
                TokenError::Died { binary: self.binary() }
            }
            _ => TokenError::Io(error),
        }
    }
}

fn found(binary: &str, path: &std::ffi::OsStr) -> Result<PathBuf, TokenError> {
    for folder in env::split_paths(path) {
        if !folder.is_absolute() {
            return Err(TokenError::RelativePath);
        }
        let candidate = folder.join(binary);
        if is_program(&candidate) {
            return Ok(candidate);
        }
    }
    Err(TokenError::Missing { binary: binary.to_owned() })
}

fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

fn said(errors: Vec<impl fmt::Display>) -> TokenError {
    let messages: Vec<String> = errors.into_iter().map(|error| shown(&error.to_string())).collect();
    if messages.is_empty() { TokenError::AnotherToken } else { TokenError::Said { said: messages.join("; ") } }
}

/// What a plugin said, as far as it can be shown: one line, and nothing that moves a cursor or turns the direction of writing.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line: String = text.chars().map(|c| if c.is_control() || turns(c) { ' ' } else { c }).take(LONGEST).collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Hands what a plugin wants to the attendant.
#[derive(Clone)]
struct Calls {
    attendant: Arc<dyn Attendant>,
    /// Something was asked, and nobody answered.
    unanswered: Arc<AtomicBool>,
}

impl Calls {
    fn of(attendant: &Arc<dyn Attendant>) -> Calls {
        Calls { attendant: attendant.clone(), unanswered: Arc::default() }
    }

    /// That nobody answered is why, whatever the plugin made of it.
    fn why(&self, otherwise: TokenError) -> TokenError {
        if self.unanswered.load(Ordering::SeqCst) { TokenError::Unanswered } else { otherwise }
    }

    fn noted<T>(&self, answer: Option<T>) -> Option<T> {
        if answer.is_none() {
            self.unanswered.store(true, Ordering::SeqCst);
        }
        answer
    }
}

impl Callbacks for Calls {
    fn display_message(&self, message: &str) {
        self.attendant.hears(&shown(message));
    }

    fn confirm(&self, message: &str, yes: &str, no: Option<&str>) -> Option<bool> {
        let no = no.map(shown);
        self.noted(self.attendant.confirms(&shown(message), &shown(yes), no.as_deref()))
    }

    fn request_public_string(&self, description: &str) -> Option<String> {
        self.noted(self.attendant.types(&shown(description)))
    }

    fn request_passphrase(&self, description: &str) -> Option<SecretString> {
        let typed = self.noted(self.attendant.types_secret(&shown(description)))?;
        Some(SecretString::from(typed.expose_secret().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plugin_is_found_in_folders_that_are_named_from_the_root_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("age-plugin-x");
        fs::write(&program, "#!/bin/sh\n").expect("it can be written");
        let mode = |bits| fs::set_permissions(&program, fs::Permissions::from_mode(bits)).expect("it is one's own");
        let path = |folders: &[&Path]| env::join_paths(folders).expect("no colon in them");
        mode(0o600);
        let missing = found("age-plugin-x", &path(&[folder.path()]));
        assert!(matches!(missing, Err(TokenError::Missing { .. })), "what cannot be run is no program");
        mode(0o700);
        assert_eq!(found("age-plugin-x", &path(&[Path::new("/nowhere"), folder.path()])).ok(), Some(program.clone()));
        for relative in [".", "", "bin"] {
            let before = found("age-plugin-x", &path(&[Path::new(relative), folder.path()]));
            assert!(matches!(before, Err(TokenError::RelativePath)), "{relative:?}");
        }
        let after = found("age-plugin-x", &path(&[folder.path(), Path::new(".")]));
        assert!(after.is_ok(), "nothing is looked for there");
    }

    #[test]
    fn what_a_plugin_says_is_one_line_that_moves_no_cursor() {
        assert_eq!(shown("Touch\n\u{1b}[2J the \u{202e}token"), "Touch [2J the token");
        assert_eq!(shown(&"x".repeat(1000)).len(), LONGEST);
    }

    #[test]
    fn a_token_is_one_recipient_and_one_identity_of_one_plugin() {
        let none =
            |recipient: &str, identity: &str| Token::new(recipient, identity).err().map(|error| error.to_string());
        assert!(none("age1", "").is_some_and(|told| told.contains("identity")));
        assert!(Token::of(b"age-encryption.org/v1\n").is_none());
        assert!(none("nothing", "AGE-SECRET-KEY-1").is_some_and(|told| told.contains("identity")));
    }
}
