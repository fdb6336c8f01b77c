//! What is wrong with a text that a person gave as somebody else's key, so that the person can be told.
//!
//! INVARIANT: nothing here holds or gives back any of the text: it may be a secret key.

use thiserror::Error;

use crate::error::KeyError;
use crate::recipient::Recipient;

/// The letters of bech32 after the `1`.
const ALPHABET: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/// An `age1…` key has so many characters, always.
const CLASSIC: usize = 62;

/// Plugins whose `AGE-PLUGIN-…` names a token and holds no key. That of another may be one: age-plugin-pq keeps its secret key
/// there.
const TOKENS: [&str; 8] = ["YUBIKEY", "TPM", "SE", "FIDO2-HMAC", "FIDO2PRF", "OPENPGP-CARD", "TREZOR", "TKEY"];

/// Why a text is not the public key of a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyFlaw {
    #[error("this is a secret key")]
    Secret,
    /// `AGE-PLUGIN-YUBIKEY-1…`: by it a plugin finds the token, and nobody seals anything.
    #[error("this is the reference to a hardware token")]
    TokenReference,
    #[error("this is an SSH key")]
    Ssh,
    #[error("this is a PGP key")]
    Pgp,
    #[error("this is a certificate or a key of another kind, between `-----BEGIN` and `-----END`")]
    Pem,
    /// `age1tag1…`, `age1tagpq1…`: for hardware, by an extension of age.
    #[error("this is the key of a hardware token by the tag scheme")]
    Tag,
    /// `age1yubikey1…`, `age1tpm1…` and the like.
    #[error("this is the key of a hardware token or another plugin of age")]
    Plugin,
    #[error("these are several keys")]
    Several,
    #[error("the key is in capitals and small letters")]
    MixedCase,
    #[error("character {position} is none that a key has")]
    Character { position: usize },
    #[error("the key has {found} characters, not {expected}")]
    Length { found: usize, expected: usize },
    #[error("the key is mistyped: its checksum does not match")]
    Checksum,
    #[error("the key is not one that protects")]
    Weak,
    /// A fingerprint, an address, anything.
    #[error("this is no key")]
    Unknown,
}

impl KeyFlaw {
    /// The stable code; words: `err-<code>` and `fix-<code>`, with hyphens.
    pub fn code(self) -> &'static str {
        match self {
            KeyFlaw::Secret => "key_secret",
            KeyFlaw::TokenReference => "key_token_reference",
            KeyFlaw::Ssh => "key_ssh",
            KeyFlaw::Pgp => "key_pgp",
            KeyFlaw::Pem => "key_pem",
            KeyFlaw::Tag => "key_tag",
            KeyFlaw::Plugin => "key_plugin",
            KeyFlaw::Several => "key_several",
            KeyFlaw::MixedCase => "key_mixed_case",
            KeyFlaw::Character { .. } => "key_character",
            KeyFlaw::Length { .. } => "key_length",
            KeyFlaw::Checksum => "key_checksum",
            KeyFlaw::Weak => "key_weak",
            KeyFlaw::Unknown => "key_unknown",
        }
    }

    /// What the words need, by name.
    pub fn params(self) -> Vec<(&'static str, String)> {
        match self {
            KeyFlaw::Character { position } => vec![("position", position.to_string())],
            KeyFlaw::Length { found, expected } => {
                vec![("found", found.to_string()), ("expected", expected.to_string())]
            }
            _ => Vec::new(),
        }
    }

    /// What kind of key of others a text is, if it is one that is told by its beginning.
    pub fn foreign(typed: &str) -> Option<KeyFlaw> {
        let bare = bare(typed);
        let upper = bare.to_ascii_uppercase();
        let lower = bare.to_ascii_lowercase();
        if upper.contains("AGE-SECRET-KEY-") || upper.contains("PRIVATE KEY") {
            return Some(KeyFlaw::Secret);
        }
        let mut plugins = upper.split("AGE-PLUGIN-").skip(1).peekable();
        if plugins.peek().is_some() {
            let of_token = |rest: &str| TOKENS.iter().any(|name| rest.starts_with(&format!("{name}-1")));
            return Some(if plugins.all(of_token) { KeyFlaw::TokenReference } else { KeyFlaw::Secret });
        }
        if ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| lower.starts_with(start)) {
            return Some(KeyFlaw::Ssh);
        }
        if upper.starts_with("-----BEGIN PGP") {
            return Some(KeyFlaw::Pgp);
        }
        if upper.starts_with("-----BEGIN SSH2 PUBLIC KEY") {
            return Some(KeyFlaw::Ssh);
        }
        if upper.starts_with("-----BEGIN") || upper.starts_with("---- BEGIN") {
            return Some(KeyFlaw::Pem);
        }
        // `age1` is followed by the key; `age1name1` by that of a plugin. There is no `1` in a key.
        let after = lower.strip_prefix("age1")?;
        match after.split_once('1') {
            Some(("tag" | "tagpq", _)) => Some(KeyFlaw::Tag),
            Some(("pq", _)) | None => None,
            Some((plugin, _))
                if plugin.chars().all(|c| c.is_ascii_alphanumeric() || "-_.+".contains(c)) && plugin.len() < 20 =>
            {
                Some(KeyFlaw::Plugin)
            }
            Some(_) => None,
        }
    }
}

impl Recipient {
    /// A recipient as somebody pasted it: broken over lines, between quotes, in capitals; else what is wrong with it.
    ///
    /// # Errors
    /// [`KeyFlaw`].
    pub fn pasted(typed: &str) -> Result<Recipient, KeyFlaw> {
        if let Some(foreign) = KeyFlaw::foreign(typed) {
            return Err(foreign);
        }
        let bare = bare(typed);
        // Nothing of a key is white space; a mail or a terminal breaks the longer ones.
        let whole: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
        if whole.to_ascii_lowercase().matches("age1").count() > 1 {
            return Err(KeyFlaw::Several);
        }
        let (upper, lower) =
            (whole.chars().any(|c| c.is_ascii_uppercase()), whole.chars().any(|c| c.is_ascii_lowercase()));
        let whole = match (upper, lower) {
            (true, true) if whole.to_ascii_lowercase().starts_with("age1") => return Err(KeyFlaw::MixedCase),
            (true, false) => whole.to_ascii_lowercase(),
            (_, _) => whole,
        };
        whole.parse::<Recipient>().map_err(|error| why(&whole, error))
    }
}

/// Without what stands around a key in a mail or a file: quotes, brackets, a comment such as `# public key:`.
fn bare(typed: &str) -> &str {
    let around = |c: char| c.is_whitespace() || "\"'`<>()[]{},;“”„«»‘’".contains(c);
    let bare = typed.trim_matches(around);
    let named = bare.trim_start_matches('#').trim_start();
    let comment = ["public key:", "recipient:"].iter().find_map(|name| {
        let head = named.get(..name.len())?;
        head.eq_ignore_ascii_case(name).then(|| named.get(name.len()..))?
    });
    comment.map_or(bare, |rest| rest.trim_matches(around))
}

fn why(whole: &str, error: KeyError) -> KeyFlaw {
    let Some(data) = whole.strip_prefix("age1pq1").or_else(|| whole.strip_prefix("age1")) else {
        return KeyFlaw::Unknown;
    };
    let before = whole.len() - data.len();
    if let Some(at) = data.chars().position(|c| !ALPHABET.contains(c)) {
        return KeyFlaw::Character { position: before + at + 1 };
    }
    let expected = if whole.starts_with("age1pq1") { crate::recipient::post_quantum_length() } else { CLASSIC };
    if whole.len() != expected {
        return KeyFlaw::Length { found: whole.len(), expected };
    }
    match error {
        KeyError::Weak => KeyFlaw::Weak,
        KeyError::NotAKey | KeyError::Checksum | KeyError::Length => KeyFlaw::Checksum,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "age13qst29vzfek39nsuznsuya40e436hn3a0gfx06ahuxzvpmw0ef5s7x0nxj";

    fn flaw(typed: &str) -> KeyFlaw {
        Recipient::pasted(typed).expect_err("it is none")
    }

    #[test]
    fn a_key_is_taken_however_it_was_pasted() {
        let pq = crate::Identity::generate().recipient().to_string();
        let broken: String =
            pq.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned() + "\r\n").collect();
        for (typed, key) in [
            (KEY.to_owned(), KEY),
            (format!("  {KEY}\n"), KEY),
            (format!("{}\n{}", &KEY[..31], &KEY[31..]), KEY),
            (format!("\"{KEY}\","), KEY),
            (format!("# public key: {KEY}"), KEY),
            (KEY.to_uppercase(), KEY),
            (broken, pq.as_str()),
        ] {
            assert_eq!(Recipient::pasted(&typed).expect("it is a key").to_string(), key, "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_key_is_told_apart() {
        let pq = crate::Identity::generate().recipient().to_string();
        let secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
        let mistyped = KEY.replace("qst29", "qst92");
        for (typed, expected) in [
            (secret.to_owned(), KeyFlaw::Secret),
            (secret.to_lowercase(), KeyFlaw::Secret),
            (format!("# created: 2026\n# public key: {KEY}\n{secret}"), KeyFlaw::Secret),
            ("AGE-SECRET-KEY-PQ-1QQQ".to_owned(), KeyFlaw::Secret),
            ("AGE-PLUGIN-PQ-1QQQ".to_owned(), KeyFlaw::Secret),
            ("AGE-PLUGIN-YUBIKEY-1QQQ\nAGE-PLUGIN-SOMETHING-1QQQ".to_owned(), KeyFlaw::Secret),
            (format!("AGE-PLUGIN-YUBIKEY-1QQQ\n{secret}"), KeyFlaw::Secret),
            ("AGE-PLUGIN-YUBIKEY-1QQQ".to_owned(), KeyFlaw::TokenReference),
            ("age-plugin-tpm-1qqq".to_owned(), KeyFlaw::TokenReference),
            ("#    Recipient: age1yubikey1qgq\nAGE-PLUGIN-YUBIKEY-1QQQ\n".to_owned(), KeyFlaw::TokenReference),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl".to_owned(), KeyFlaw::Secret),
            ("-----BEGIN PGP PRIVATE KEY BLOCK-----".to_owned(), KeyFlaw::Secret),
            ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPd liaison".to_owned(), KeyFlaw::Ssh),
            ("ssh-rsa AAAAB3NzaC1yc2E".to_owned(), KeyFlaw::Ssh),
            ("ecdsa-sha2-nistp256 AAAA".to_owned(), KeyFlaw::Ssh),
            ("age1yubikey1qgqsp5z24ff2wkezx0x8vdsv7hwywhj68tp9m6hfchjuunlx8h5pzx33eal".to_owned(), KeyFlaw::Plugin),
            ("age1tpm1qqqq".to_owned(), KeyFlaw::Plugin),
            ("age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e".to_owned(), KeyFlaw::Tag),
            ("age1tagpq1qqqq".to_owned(), KeyFlaw::Tag),
            ("-----BEGIN PGP PUBLIC KEY BLOCK-----".to_owned(), KeyFlaw::Pgp),
            ("-----BEGIN CERTIFICATE-----".to_owned(), KeyFlaw::Pem),
            (format!("{KEY} {KEY}"), KeyFlaw::Several),
            (format!("{KEY},{pq}"), KeyFlaw::Several),
            (KEY.replace("nxj", "NXJ"), KeyFlaw::MixedCase),
            (KEY.replace("qst29", "qbt29"), KeyFlaw::Character { position: 7 }),
            (KEY[..60].to_owned(), KeyFlaw::Length { found: 60, expected: 62 }),
            (pq[..pq.len() - 1].to_owned(), KeyFlaw::Length { found: pq.len() - 1, expected: pq.len() }),
            (mistyped, KeyFlaw::Checksum),
            ("1234 5678 9ABC".to_owned(), KeyFlaw::Unknown),
            (String::new(), KeyFlaw::Unknown),
        ] {
            let found = flaw(&typed);
            assert_eq!(found, expected, "{typed}");
            assert!(!format!("{found} {found:?}").contains("GFPYYSJZ"), "nothing of a secret is said");
        }
    }
}
