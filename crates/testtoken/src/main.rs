//! A plugin for age that needs no hardware: its token is a folder, and who removes the folder pulls the token out.
//!
//! `age-plugin-exercise --new FOLDER` makes one, and writes its identity file to standard output. In the folder lies `key`. What
//! else lies there says how the token behaves: `says`, a message; `confirm`, a question with yes and no; `name`, a text that
//! it asks for openly; `pin`, the PIN that it asks for; `refuses`, the words with which it gives up; `dies`, it ends amid its
//! work; `lies`, it gives back another file key. It writes `seen` there: its arguments and its environment.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use age_core::format::{FileKey, Stanza};
use age_core::plugin::Result as Asked;
use age_core::secrecy::ExposeSecret;
use age_plugin::identity::{self, IdentityPluginV1};
use age_plugin::recipient::{self, RecipientPluginV1};
use age_plugin::{Callbacks, PluginHandler, print_new_identity, run_state_machine};
use seal::{PartKey, SystemRandomness, hex, open_part, seal_part, sha256};

const NAME: &str = "exercise";
/// Of its stanzas.
const TAG: &str = "zegel-exercise";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--new", folder] => make(Path::new(folder)),
        [one] => match one.strip_prefix("--age-plugin=") {
            Some(machine) => run_state_machine(machine, Plugin),
            None => Err(io::ErrorKind::InvalidInput.into()),
        },
        _ => Err(io::ErrorKind::InvalidInput.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("age-plugin-exercise: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let folder = folder.canonicalize()?;
    let key = PartKey::generate_from(&SystemRandomness).expose_secret_line();
    fs::write(folder.join("key"), key.expose_secret())?;
    let place = folder.to_str().ok_or(io::ErrorKind::InvalidInput)?;
    print_new_identity(NAME, place.as_bytes(), place.as_bytes());
    Ok(())
}

struct Token(PathBuf);

impl Token {
    fn at(bytes: &[u8]) -> Option<Token> {
        std::str::from_utf8(bytes).ok().map(|place| Token(PathBuf::from(place)))
    }

    fn is(&self, what: &str) -> Option<String> {
        fs::read_to_string(self.0.join(what)).ok()
    }

    fn key(&self) -> Result<PartKey, String> {
        let line = self.is("key").ok_or("the token is not plugged in")?;
        PartKey::parse(line.trim_end()).map_err(|_| "the token is broken".to_owned())
    }

    fn id(&self) -> Result<String, String> {
        let line = self.is("key").ok_or("the token is not plugged in")?;
        let [a, b, c, d, ..] = sha256(line.trim_end().as_bytes());
        Ok(hex(&[a, b, c, d]))
    }

    /// What it does before it works.
    fn behave<E>(&self, callbacks: &mut impl Callbacks<E>) -> io::Result<Result<(), String>> {
        let seen: Vec<String> = std::env::args().chain(std::env::vars().map(|(k, v)| format!("{k}={v}"))).collect();
        drop(fs::write(self.0.join("seen"), seen.join("\n")));
        if let Some(said) = self.is("says") {
            drop(callbacks.message(&said)?);
        }
        if self.is("dies").is_some() {
            std::process::exit(1);
        }
        if let Some(question) = self.is("confirm")
            && !matches!(callbacks.confirm(&question, "go on", Some("stop"))?, Ok(true))
        {
            return Ok(Err("it was not confirmed".to_owned()));
        }
        if let Some(name) = self.is("name") {
            let typed: Asked<String> = callbacks.request_public("Name of the token");
            if !matches!(typed?, Ok(typed) if typed == name.trim_end()) {
                return Ok(Err("it has another name".to_owned()));
            }
        }
        if let Some(pin) = self.is("pin") {
            let right = callbacks
                .request_secret("PIN of the token")?
                .is_ok_and(|typed| typed.expose_secret() == pin.trim_end());
            if !right {
                return Ok(Err("the PIN is wrong".to_owned()));
            }
        }
        Ok(self.is("refuses").map_or(Ok(()), Err))
    }
}

struct Plugin;

impl PluginHandler for Plugin {
    type RecipientV1 = ToRecipients;
    type IdentityV1 = WithIdentities;

    fn recipient_v1(self) -> io::Result<ToRecipients> {
        Ok(ToRecipients(Vec::new()))
    }

    fn identity_v1(self) -> io::Result<WithIdentities> {
        Ok(WithIdentities(Vec::new()))
    }
}

struct ToRecipients(Vec<Token>);

impl RecipientPluginV1 for ToRecipients {
    fn add_recipient(&mut self, index: usize, plugin: &str, bytes: &[u8]) -> Result<(), recipient::Error> {
        let token = Token::at(bytes).filter(|_| plugin == NAME);
        let message = "this is none of its recipients".to_owned();
        self.0.push(token.ok_or(recipient::Error::Recipient { index, message })?);
        Ok(())
    }

    fn add_identity(&mut self, index: usize, plugin: &str, bytes: &[u8]) -> Result<(), recipient::Error> {
        let token = Token::at(bytes).filter(|_| plugin == NAME);
        let message = "this is none of its identities".to_owned();
        self.0.push(token.ok_or(recipient::Error::Identity { index, message })?);
        Ok(())
    }

    fn labels(&mut self) -> HashSet<String> {
        HashSet::new()
    }

    fn wrap_file_keys(
        &mut self,
        file_keys: Vec<FileKey>,
        _: impl Callbacks<recipient::Error>,
    ) -> io::Result<Result<Vec<Vec<Stanza>>, Vec<recipient::Error>>> {
        let refused = |(index, message)| recipient::Error::Recipient { index, message };
        let mut all = Vec::new();
        for file_key in file_keys {
            let mut stanzas = Vec::new();
            for (index, token) in self.0.iter().enumerate() {
                let wrapped = token.key().and_then(|key| {
                    let body = seal_part(&key, TAG.as_bytes(), file_key.expose_secret());
                    Ok(Stanza { tag: TAG.to_owned(), args: vec![token.id()?], body })
                });
                match wrapped {
                    Ok(stanza) => stanzas.push(stanza),
                    Err(message) => return Ok(Err(vec![refused((index, message))])),
                }
            }
            all.push(stanzas);
        }
        Ok(Ok(all))
    }
}

struct WithIdentities(Vec<Token>);

impl IdentityPluginV1 for WithIdentities {
    fn add_identity(&mut self, index: usize, plugin: &str, bytes: &[u8]) -> Result<(), identity::Error> {
        let token = Token::at(bytes).filter(|_| plugin == NAME);
        let message = "this is none of its identities".to_owned();
        self.0.push(token.ok_or(identity::Error::Identity { index, message })?);
        Ok(())
    }

    fn unwrap_file_keys(
        &mut self,
        files: Vec<Vec<Stanza>>,
        mut callbacks: impl Callbacks<identity::Error>,
    ) -> io::Result<HashMap<usize, Result<FileKey, Vec<identity::Error>>>> {
        let mut opened = HashMap::new();
        for (index, token) in self.0.iter().enumerate() {
            let refused = |message: String| vec![identity::Error::Identity { index, message }];
            let (key, id) = match (token.key(), token.id()) {
                (Ok(key), Ok(id)) => (key, id),
                (Err(message), _) | (_, Err(message)) => {
                    opened.insert(0, Err(refused(message)));
                    continue;
                }
            };
            for (file, stanzas) in files.iter().enumerate() {
                // Those of other kinds are passed over.
                let its = |stanza: &&Stanza| stanza.tag == TAG && stanza.args.first() == Some(&id);
                let Some(stanza) = stanzas.iter().find(its) else { continue };
                if let Err(message) = token.behave(&mut callbacks)? {
                    opened.insert(file, Err(refused(message)));
                    continue;
                }
                let Ok(plain) = open_part(&key, TAG.as_bytes(), &stanza.body) else { continue };
                let lies = token.is("lies").is_some();
                let file_key = FileKey::init_with_mut(|file_key| {
                    for (to, from) in file_key.iter_mut().zip(plain.expose_secret()) {
                        *to = if lies { !*from } else { *from };
                    }
                });
                opened.insert(file, Ok(file_key));
            }
        }
        Ok(opened)
    }
}
