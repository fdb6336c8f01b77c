//! Delivered keys as text: an age identity file, so that the stock `age` program can use it.
//!
//! ```text
//! # class g5lk…q epoch 2
//! AGE-SECRET-KEY-PQ-1…
//! # vault epoch 1
//! # ZEGEL-PART-KEY-1…
//! ```
//! What `age` does not know is in comments: the vault key and session keys are keys of parts, not of files; a share is none.

use std::fmt::Write as _;

use seal::{Identity, KeyId, PartKey, SecretText, Share};

use super::KeyName;
use crate::parts::Unread;
use crate::{AssentId, ClassId, DossierKey};

/// A key of a key text, with its name.
pub enum Named {
    Part(KeyName, u32, PartKey),
    Identity(KeyName, u32, Identity),
    /// `by`: the key of the author who began it; none: the author of the entry that it stands in.
    Session {
        session: String,
        by: Option<KeyId>,
        key: PartKey,
    },
    /// Of a wrapping key, handed over for one request.
    Share(AssentId, KeyName, u32, Share),
    /// The same, passed on to keys that its officer has as well.
    PassedOn(Share),
}

/// Several keys as one text.
#[derive(Default)]
pub struct KeyText(Vec<String>, usize);

impl KeyText {
    pub fn new() -> KeyText {
        KeyText(Vec::new(), 0)
    }

    pub fn identity(&mut self, name: &KeyName, epoch: u32, identity: &Identity) {
        self.push(&format!("# {} epoch {epoch}\n", words(name)), identity.expose_secret_line().expose_secret());
    }

    pub fn part(&mut self, name: &KeyName, epoch: u32, key: &PartKey) {
        self.push(&format!("# {} epoch {epoch}\n# ", words(name)), key.expose_secret_line().expose_secret());
    }

    pub fn session(&mut self, session: &str, key: &PartKey) {
        self.push(&format!("# session {session}\n# "), key.expose_secret_line().expose_secret());
    }

    /// The key of a session that was begun with a key which its author has no more.
    pub fn former_session(&mut self, session: &str, by: KeyId, key: &PartKey) {
        self.push(&format!("# session {session} of {by}\n# "), key.expose_secret_line().expose_secret());
    }

    /// A custodian's share of what a key is wrapped under, for one request.
    pub fn share(&mut self, request: &AssentId, name: &KeyName, epoch: u32, share: &Share) {
        let heading = format!("# share for {request} of {} epoch {epoch}\n# ", words(name));
        self.push(&heading, share.expose_secret_line().expose_secret());
    }

    /// One's own share of what a key is wrapped under, for keys that one adds.
    pub fn passed_on(&mut self, name: &KeyName, epoch: u32, share: &Share) {
        let heading = format!("# share of {} epoch {epoch}\n# ", words(name));
        self.push(&heading, share.expose_secret_line().expose_secret());
    }

    pub fn append(&mut self, other: KeyText) {
        self.1 += other.1;
        self.0.extend(other.0);
    }

    fn push(&mut self, heading: &str, line: &str) {
        // Sized before it is filled: a text that grows leaves copies of the secret behind.
        let mut text = String::with_capacity(heading.len() + line.len() + 1);
        let _ = writeln!(text, "{heading}{line}");
        self.1 += text.len();
        self.0.push(text);
    }

    pub fn into_text(self) -> SecretText {
        let mut all = String::with_capacity(self.1);
        for text in self.0 {
            let text = SecretText::new(text);
            all.push_str(text.expose_secret());
        }
        SecretText::new(all)
    }

    /// Reads what [`into_text`](Self::into_text) gave.
    pub fn read(text: &SecretText) -> Result<Vec<Named>, Unread> {
        let mut keys = Vec::new();
        let mut lines = text.expose_secret().lines();
        while let Some(heading) = lines.next() {
            if heading.is_empty() {
                continue;
            }
            let key = lines.next().ok_or(Unread::Malformed)?;
            keys.push(read_one(heading, key).ok_or(Unread::Malformed)?);
        }
        Ok(keys)
    }
}

fn read_one(heading: &str, key: &str) -> Option<Named> {
    let words: Vec<&str> = heading.strip_prefix("# ")?.split(' ').collect();
    if let ["session", id, of @ ..] = words.as_slice() {
        let by = match of {
            [] => None,
            ["of", key] => Some(key.parse().ok()?),
            _ => return None,
        };
        let session = ClassId::parse(id).ok()?.into();
        return Some(Named::Session { session, by, key: PartKey::parse(key.strip_prefix("# ")?).ok()? });
    }
    if let ["share", "for", request, "of", of @ ..] = words.as_slice() {
        let (name, epoch) = named(of)?;
        let share = Share::parse(key.strip_prefix("# ")?).ok()?;
        return Some(Named::Share(AssentId::parse(request).ok()?, name, epoch, share));
    }
    if let ["share", "of", of @ ..] = words.as_slice() {
        named(of)?;
        return Some(Named::PassedOn(Share::parse(key.strip_prefix("# ")?).ok()?));
    }
    let (name, epoch) = named(&words)?;
    match key.strip_prefix("# ") {
        Some(part) => Some(Named::Part(name, epoch, PartKey::parse(part).ok()?)),
        None => Some(Named::Identity(name, epoch, Identity::parse(key).ok()?)),
    }
}

/// The key, and its epoch, that words name.
fn named(words: &[&str]) -> Option<(KeyName, u32)> {
    let (name, epoch) = match words {
        ["vault", "epoch", epoch] => (KeyName::Vault, epoch),
        ["oversight", "epoch", epoch] => (KeyName::Oversight, epoch),
        ["dossier", id, "epoch", epoch] => (KeyName::Dossier(DossierKey::parse(id).ok()?), epoch),
        ["class", id, "epoch", epoch] => (KeyName::Class(ClassId::parse(id).ok()?), epoch),
        _ => return None,
    };
    Some((name, epoch.parse().ok()?))
}

fn words(name: &KeyName) -> String {
    match name {
        KeyName::Vault => "vault".to_owned(),
        KeyName::Oversight => "oversight".to_owned(),
        KeyName::Dossier(id) => format!("dossier {id}"),
        KeyName::Class(id) => format!("class {id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_with_their_names_and_stock_age_reads_the_identities() {
        let class = KeyName::Class(ClassId::parse(&seal::random_id()).expect("an id"));
        let (identity, vault, session) = (Identity::generate(), PartKey::generate(), PartKey::generate());
        let mut text = KeyText::new();
        text.identity(&class, 2, &identity);
        text.part(&KeyName::Vault, 1, &vault);
        text.session(&seal::random_id(), &session);
        let shares = seal::ShareSet::new(2, 2).expect("two of two").split(&vault, &seal::SystemRandomness);
        shares.iter().for_each(|share| text.passed_on(&class, 2, share));
        let text = text.into_text();

        let keys = KeyText::read(&text).expect("own writing");
        assert!(
            matches!(keys.first(), Some(Named::Identity(name, 2, key)) if *name == class && key.recipient() == identity.recipient())
        );
        assert!(
            matches!(keys.get(1), Some(Named::Part(KeyName::Vault, 1, key)) if key.expose_secret() == vault.expose_secret())
        );
        assert!(
            matches!(keys.get(2), Some(Named::Session { by: None, key, .. }) if key.expose_secret() == session.expose_secret())
        );
        for (at, share) in shares.iter().enumerate() {
            assert!(matches!(keys.get(3 + at), Some(Named::PassedOn(read)) if read.hash() == share.hash()));
        }
        let by = KeyId::from_bytes([7; 16]);
        let mut former = KeyText::new();
        former.former_session(&seal::random_id(), by, &session);
        let former = KeyText::read(&former.into_text()).expect("own writing");
        assert!(matches!(former.as_slice(), [Named::Session { by: Some(found), .. }] if *found == by));
        assert_eq!(Identity::parse_file(&text).expect("an age identity file").len(), 1);
    }
}
