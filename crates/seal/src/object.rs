//! What binds an object to its document: its id is the fingerprint of its file key, and stands in its header.
//!
//! Anybody who knows a class's recipient can seal for it, so the fact that an object opens does not show which document
//! it belongs to. Its id does: the log names it, signed by the officer who filed the document, and nobody can find
//! another file key with that fingerprint. So an object that was swapped or made up is refused because of its header,
//! before a byte of it is decrypted.

use std::fmt;
use std::str::FromStr;

use age_core::format::{FileKey, Stanza};
use age_core::primitives::hkdf;
use age_core::secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

use zeroize::Zeroizing;

use crate::error::OpenError;
use crate::ids::{Randomness, SystemRandomness, base32};
use crate::part::PartKey;

/// Other implementations of age pass over stanzas that they do not know; the MAC of the header covers it like any other.
const TAG: &str = "zegel-object";
const INFO: &[u8] = b"zegel object id v1";
const TEXT_INFO: &[u8] = b"zegel object text v1";
/// As many bits as a file key has.
const ID: usize = 16;
/// The same in characters of five bits.
const CHARACTERS: usize = 26;

/// A sealed file of a document, by 128 bits: the fingerprint of its file key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ObjectId([u8; CHARACTERS]);

/// The text is not 26 characters of `a-z` and `2-7`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the id of an object")]
pub struct NotAnObjectId(pub String);

impl ObjectId {
    /// # Errors
    /// [`NotAnObjectId`] when the text has not the form of an id.
    pub fn parse(text: &str) -> Result<Self, NotAnObjectId> {
        let fits = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
        let id = text.as_bytes().try_into().ok().filter(|_| fits);
        id.map(Self).ok_or_else(|| NotAnObjectId(text.chars().take(80).collect()))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("an id is ASCII")
    }
}

impl fmt::Debug for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ObjectId").field(&self.as_str()).finish()
    }
}

impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ObjectId {
    type Err = NotAnObjectId;
    fn from_str(text: &str) -> Result<Self, NotAnObjectId> {
        Self::parse(text)
    }
}

impl TryFrom<String> for ObjectId {
    type Error = NotAnObjectId;
    fn try_from(text: String) -> Result<Self, NotAnObjectId> {
        Self::parse(&text)
    }
}

impl From<ObjectId> for String {
    fn from(id: ObjectId) -> String {
        id.as_str().to_owned()
    }
}

/// The key of an object that is yet to be sealed, and thereby its id.
///
/// It may be sealed again for another recipient, should the first attempt come to nothing: each has a payload key of its own.
pub struct ObjectKey {
    file_key: FileKey,
    id: String,
}

impl ObjectKey {
    pub fn generate() -> Self {
        Self::generate_from(&SystemRandomness)
    }

    /// As [`generate`](Self::generate), from this source.
    pub fn generate_from(randomness: &dyn Randomness) -> Self {
        let file_key = FileKey::init_with_mut(|key| randomness.fill(key));
        let id = id_of(&file_key);
        Self { file_key, id }
    }

    /// 26 characters of lower-case base32, as [`random_id`](crate::random_id) gives, and as random.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same as a name of its own.
    pub fn object(&self) -> ObjectId {
        ObjectId::parse(&self.id).expect("128 bits in base32 are an id")
    }

    /// The key of the text that is kept next to the object: anyone who opens the object has it, and nobody else.
    pub fn text_key(&self) -> PartKey {
        text_key_of(&self.file_key)
    }

    pub(crate) fn file_key(&self) -> &FileKey {
        &self.file_key
    }
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ObjectKey({})", self.id)
    }
}

pub(crate) fn stanza(id: &str) -> Stanza {
    Stanza { tag: TAG.to_owned(), args: vec![id.to_owned()], body: Vec::new() }
}

/// Whether a header, of which the file key was found and the MAC checked, is that of this object: the class's stanza, ours,
/// and no others.
pub(crate) fn check(stanzas: &[Stanza], file_key: &FileKey, id: &str) -> Result<(), OpenError> {
    match stanzas {
        [class, ours] if class.tag != TAG && *ours == stanza(id) && id_of(file_key) == id => Ok(()),
        _ => Err(OpenError::AnotherObject),
    }
}

/// It depends on the file key: with another header for the object, it is still found, and only by a holder of that one.
pub(crate) fn text_key_of(file_key: &FileKey) -> PartKey {
    PartKey::of(Zeroizing::new(hkdf(&[], TEXT_INFO, file_key.expose_secret())))
}

fn id_of(file_key: &FileKey) -> String {
    let digest = hkdf(&[], INFO, file_key.expose_secret());
    base32(digest.get(..ID).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::process::Command;

    use super::*;
    use crate::bytes;
    use crate::header::{self, Header};
    use crate::identity::Identity;

    /// What one can write who holds the file key, and so makes a MAC that is right.
    fn found(with: &Identity, stanzas: &[Stanza], key: &ObjectKey) -> Result<(), OpenError> {
        let header = Header::parse(&header::write(stanzas, key.file_key()))?;
        header.unwrap_object(with, key.id()).map(drop)
    }

    fn class(identity: &Identity, key: &ObjectKey) -> Stanza {
        identity.recipient().wrap(key.file_key()).pop().expect("one stanza for one recipient")
    }

    #[test]
    fn only_the_class_and_the_object_stand_in_a_header() {
        let (identity, other) = (Identity::generate(), Identity::generate());
        let (key, another) = (ObjectKey::generate(), ObjectKey::generate());
        let ours = || stanza(key.id());
        assert!(found(&identity, &[class(&identity, &key), ours()], &key).is_ok());
        let with_body = Stanza { body: b"x".to_vec(), ..ours() };
        let with_words = Stanza { args: vec![key.id().to_owned(), "x".to_owned()], ..ours() };
        let wrong: [(&str, Vec<Stanza>); 9] = [
            ("stripped", vec![class(&identity, &key)]),
            ("twice", vec![class(&identity, &key), ours(), ours()]),
            ("another's", vec![class(&identity, &key), stanza(another.id())]),
            ("another's beside it", vec![class(&identity, &key), ours(), stanza(another.id())]),
            ("another's before it", vec![class(&identity, &key), stanza(another.id()), ours()]),
            ("before the class", vec![ours(), class(&identity, &key)]),
            ("a second class", vec![class(&identity, &key), class(&other, &key), ours()]),
            ("with a body", vec![class(&identity, &key), with_body]),
            ("with more words", vec![class(&identity, &key), with_words]),
        ];
        for (what, stanzas) in wrong {
            assert!(matches!(found(&identity, &stanzas, &key), Err(OpenError::AnotherObject)), "{what}");
        }
    }

    #[test]
    fn an_object_that_only_claims_the_id_is_another() {
        let identity = Identity::generate();
        let (key, made_up) = (ObjectKey::generate(), ObjectKey::generate());
        let header = header::seal_object(identity.recipient(), key.id(), made_up.file_key());
        let refused = Header::parse(&header).expect("well formed").unwrap_object(&identity, key.id());
        assert!(matches!(refused, Err(OpenError::AnotherObject)));
    }

    #[test]
    fn the_mac_covers_the_id() {
        let identity = Identity::generate();
        let (key, another) = (ObjectKey::generate(), ObjectKey::generate());
        let header = header::seal_object(identity.recipient(), key.id(), key.file_key());
        let text = String::from_utf8(header).expect("a header is text").replace(key.id(), another.id());
        for id in [key.id(), another.id()] {
            let refused = Header::parse(text.as_bytes()).expect("well formed").unwrap_object(&identity, id);
            assert!(matches!(refused, Err(OpenError::Altered)));
        }
    }

    #[test]
    fn the_key_of_its_text_is_found_by_those_who_open_the_object_and_is_none_of_its_others() {
        let (identity, other) = (Identity::generate(), Identity::generate());
        let (key, another) = (ObjectKey::generate(), ObjectKey::generate());
        let mut sealed = header::seal_object(identity.recipient(), key.id(), key.file_key());
        bytes::append_payload(&mut sealed, key.file_key(), b"the document");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("object.age");
        std::fs::write(&path, &sealed).expect("room");
        let object = std::fs::File::open(&path).expect("it is there");
        let found = crate::text_key(&identity, key.id(), &object).expect("its class opens it");
        assert_eq!(found.expose_secret(), key.text_key().expose_secret());
        assert_ne!(found.expose_secret(), another.text_key().expose_secret());
        assert!(crate::text_key(&other, key.id(), &object).is_err(), "another class");
        assert!(crate::text_key(&identity, another.id(), &object).is_err(), "another object");
    }

    /// Classes are post-quantum, which neither knows; what they do with a stanza of ours does not depend on that.
    #[test]
    fn stock_age_passes_over_the_stanza_and_so_does_rage_where_it_is_installed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let identity = Identity::generate_classic().expect("keys are made");
        let (key_file, sealed_file) = (folder.path().join("key"), folder.path().join("object.age"));
        std::fs::write(&key_file, identity.expose_secret_line().expose_secret()).expect("room");
        let key = ObjectKey::generate();
        let mut sealed = header::seal_object(identity.recipient(), key.id(), key.file_key());
        bytes::append_payload(&mut sealed, key.file_key(), b"recovered");
        std::fs::write(&sealed_file, &sealed).expect("room");
        for (program, must) in [("age", true), ("rage", false)] {
            let came = Command::new(program).arg("-d").arg("-i").arg(&key_file).arg(&sealed_file).output();
            match came {
                Err(error) if error.kind() == ErrorKind::NotFound && !must => {}
                came => {
                    let came = came.expect("this test needs the stock `age`: `apt-get install age`");
                    assert_eq!(came.stdout, b"recovered", "{program}: {}", String::from_utf8_lossy(&came.stderr));
                }
            }
        }
    }
}
