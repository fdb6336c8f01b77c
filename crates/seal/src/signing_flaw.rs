//! Whether a text that a person gave as somebody else's key for signatures is one, and what it is if not.
//!
//! Services sign with what they have: OpenSSH, OpenPGP, X.509, minisign, signed notes, or a bare Ed25519 key. The text is kept
//! as it was given.
//!
//! INVARIANT: nothing here holds or gives back any of the text: it may be a secret key.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use thiserror::Error;

use crate::VerifyingKey;
use crate::flaw::KeyFlaw;

/// The kinds of OpenSSH keys that sign.
const SSH: [&str; 7] = [
    "ssh-ed25519",
    "ssh-rsa",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
];
/// What stands between `-----BEGIN` and `-----` around a public key.
const ARMOURED: [&str; 5] = ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "PGP PUBLIC KEY BLOCK", "SSH2 PUBLIC KEY"];
/// Bytes of an Ed25519 public key.
const ED25519: usize = 32;
/// Bytes of a minisign public key: `Ed`, the number of the key, the key.
const MINISIGN: usize = 42;

/// Why a text is not the public key with which somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SigningKeyFlaw {
    #[error("this is a secret key")]
    Secret,
    /// `AGE-PLUGIN-YUBIKEY-1…`: by it a plugin finds the token.
    #[error("this is the reference to a hardware token")]
    TokenReference,
    /// `age1…`: what is sealed is sealed for it, and it signs nothing.
    #[error("this is a key to seal for, not one that signs")]
    Recipient,
    #[error("this is no key that signs")]
    Unknown,
}

impl SigningKeyFlaw {
    /// The stable code; words: `err-<code>` and `fix-<code>`, with hyphens.
    pub fn code(self) -> &'static str {
        match self {
            SigningKeyFlaw::Secret => "signing_key_secret",
            SigningKeyFlaw::TokenReference => "signing_key_token_reference",
            SigningKeyFlaw::Recipient => "signing_key_recipient",
            SigningKeyFlaw::Unknown => "signing_key_unknown",
        }
    }

    /// What is wrong with a text as a key for signatures; none: it is one.
    pub fn of(typed: &str) -> Option<SigningKeyFlaw> {
        let typed = typed.trim();
        if is_secret(typed) {
            return Some(SigningKeyFlaw::Secret);
        }
        if KeyFlaw::foreign(typed) == Some(KeyFlaw::TokenReference) {
            return Some(SigningKeyFlaw::TokenReference);
        }
        if typed.to_ascii_lowercase().contains("age1") && !typed.contains(' ') {
            return Some(SigningKeyFlaw::Recipient);
        }
        let known = is_ssh(typed) || is_armoured(typed) || is_note_key(typed) || is_bare(typed);
        (!known).then_some(SigningKeyFlaw::Unknown)
    }
}

fn is_secret(typed: &str) -> bool {
    let upper = typed.to_ascii_uppercase();
    if KeyFlaw::foreign(typed) == Some(KeyFlaw::Secret)
        // A signed note's, and minisign's.
        || upper.contains("PRIVATE+KEY")
        || upper.contains("SECRET KEY")
    {
        return true;
    }
    let Some(bytes) = decoded(last_line(typed)) else { return false };
    // PKCS#8 and PKCS#1: a sequence that begins with the number 0 or 1; OpenSSH's own; minisign's; Ed25519 with its seed.
    let sequence = bytes.first() == Some(&0x30)
        && bytes.get(1..8).is_some_and(|head| {
            [0_usize, 1, 2].iter().any(|skip| matches!(head.get(*skip + 1..*skip + 4), Some([0x02, 0x01, 0x00 | 0x01])))
        });
    sequence
        || bytes.starts_with(b"openssh-key-v1")
        || (bytes.starts_with(b"Ed") && bytes.len() > 2 * MINISIGN)
        || bytes.len() == 2 * ED25519
}

/// `ssh-ed25519 AAAA… comment`: what is encoded begins with the kind again.
fn is_ssh(typed: &str) -> bool {
    let mut words = typed.split_whitespace();
    let (Some(kind), Some(key)) = (words.next(), words.next().and_then(decoded)) else { return false };
    let named = key.get(4..4 + kind.len()).is_some_and(|name| name == kind.as_bytes());
    let length = u32::try_from(kind.len()).map(u32::to_be_bytes);
    SSH.contains(&kind) && named && length.is_ok_and(|length| key.starts_with(&length)) && key.len() > 4 + kind.len()
}

fn is_armoured(typed: &str) -> bool {
    ARMOURED.iter().any(|kind| {
        ["-----", "---- "].iter().any(|dashes| {
            let end = dashes.trim_end();
            typed.starts_with(&format!("{dashes}BEGIN {kind}"))
                && typed.contains(&format!("{dashes}END {kind}"))
                && typed.ends_with(end)
        })
    })
}

/// A signed note's: `name+hash+key`.
fn is_note_key(typed: &str) -> bool {
    let mut parts = typed.splitn(3, '+');
    let (Some(name), Some(hash), Some(key)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let named = !name.is_empty() && !name.contains(char::is_whitespace);
    let hashed = hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit());
    // The first byte says which kind of signatures it makes.
    named && hashed && decoded(key).is_some_and(|key| key.len() > ED25519)
}

/// Base64 or hexadecimal digits alone, and a comment of minisign's above them.
fn is_bare(typed: &str) -> bool {
    let last = last_line(typed);
    if typed.lines().count() > 2 || (typed.lines().count() == 2 && !typed.starts_with("untrusted comment:")) {
        return false;
    }
    let hexadecimal = last.len() == 2 * ED25519 && last.chars().all(|c| c.is_ascii_hexdigit());
    hexadecimal
        || decoded(last).is_some_and(|key| match key.len() {
            ED25519 | VerifyingKey::BYTES => true,
            MINISIGN => key.starts_with(b"Ed"),
            // SubjectPublicKeyInfo: a sequence of a sequence, which names the kind, and the key.
            _ => key.starts_with(&[0x30]) && key.get(1..6).is_some_and(|head| head.contains(&0x30)),
        })
}

fn last_line(typed: &str) -> &str {
    typed.lines().last().unwrap_or_default().trim()
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).or_else(|_| STANDARD_NO_PAD.decode(text)).ok().filter(|bytes| !bytes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ssh(kind: &str) -> String {
        let mut blob = u32::try_from(kind.len()).expect("it is short").to_be_bytes().to_vec();
        blob.extend(kind.as_bytes());
        blob.extend([0, 0, 0, 32]);
        blob.extend([7; 32]);
        format!("{kind} {} liaison@service.example", STANDARD.encode(blob))
    }

    #[test]
    fn a_key_that_signs_is_taken_in_any_of_the_forms_that_services_have() {
        let note = format!("service.example+1a2b3c4d+{}", STANDARD.encode([1; 33]));
        let minisign =
            format!("untrusted comment: minisign public key 7E\n{}", STANDARD.encode([&b"Ed"[..], &[7; 40]].concat()));
        let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----";
        let pgp = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n-----END PGP PUBLIC KEY BLOCK-----\n";
        for typed in [
            ssh("ssh-ed25519"),
            ssh("ssh-rsa"),
            note,
            minisign.clone(),
            last_line(&minisign).to_owned(),
            pem.to_owned(),
            pgp.to_owned(),
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=".to_owned(),
            STANDARD.encode([9; 32]),
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60".to_owned(),
            STANDARD.encode(vec![3; VerifyingKey::BYTES]),
        ] {
            assert_eq!(SigningKeyFlaw::of(&typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_key_that_signs_is_told_apart() {
        let minisign = [&b"Ed"[..], b"Sc", &[0; 154]].concat();
        for (typed, flaw) in [
            ("foo".to_owned(), SigningKeyFlaw::Unknown),
            (String::new(), SigningKeyFlaw::Unknown),
            ("ssh-ed25519 liaison".to_owned(), SigningKeyFlaw::Unknown),
            (ssh("ssh-ed25519").replace("ssh-ed25519 ", "ssh-rsa "), SigningKeyFlaw::Unknown),
            ("C31E 5A80 94F7 2BD6 1F03 E7A9 6C45 08DB".to_owned(), SigningKeyFlaw::Unknown),
            ("-----BEGIN PUBLIC KEY-----".to_owned(), SigningKeyFlaw::Unknown),
            ("service+zz+AAAA".to_owned(), SigningKeyFlaw::Unknown),
            ("age13qst29vzfek39nsuznsuya40e436hn3a0gfx06ahuxzvpmw0ef5s7x0nxj".to_owned(), SigningKeyFlaw::Recipient),
            (format!("PRIVATE+KEY+name+1a2b3c4d+{}", STANDARD.encode([1; 33])), SigningKeyFlaw::Secret),
            ("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC".to_owned(), SigningKeyFlaw::Secret),
            ("-----BEGIN PRIVATE KEY-----\nMC4CAQ".to_owned(), SigningKeyFlaw::Secret),
            ("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZ".to_owned(), SigningKeyFlaw::Secret),
            ("AGE-PLUGIN-PQ-1QQQ".to_owned(), SigningKeyFlaw::Secret),
            ("AGE-PLUGIN-YUBIKEY-1QQQ".to_owned(), SigningKeyFlaw::TokenReference),
            (STANDARD.encode(b"openssh-key-v1\0none"), SigningKeyFlaw::Secret),
            (STANDARD.encode(minisign), SigningKeyFlaw::Secret),
            (STANDARD.encode([5; 64]), SigningKeyFlaw::Secret),
        ] {
            let found = SigningKeyFlaw::of(&typed);
            assert_eq!(found, Some(flaw), "{typed}");
            assert!(!format!("{flaw} {flaw:?}").contains("GFPYYSJZ"), "nothing of a secret is said");
        }
    }
}
