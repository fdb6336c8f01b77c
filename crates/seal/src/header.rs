//! The header of an age file: who can recover the file key, and a MAC over that.
//!
//! Stanzas are read and written by `age_core`; this module bounds the size, checks the MAC, and adds no grease stanza, so
//! that an object has a header of fixed size, which [`rewrap`](crate::rewrap) can replace.

use age_core::format::{FileKey, Stanza, read, write};
use age_core::primitives::hkdf;
use age_core::secrecy::ExposeSecret;
use aws_lc_rs::hmac;
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use zeroize::Zeroizing;

use crate::error::{LONGEST_HEADER, OpenError, SealError};
use crate::identity::Identity;
use crate::ids::fill_random;
use crate::object;
use crate::recipient::Recipient;

/// No header may be longer: 42 post-quantum recipients.
pub(crate) const CAP: usize = LONGEST_HEADER;

const MAGIC: &[u8] = b"age-encryption.org/";
const V1: &[u8] = b"age-encryption.org/v1\n";
const STANZA: &[u8] = b"-> ";
const FOOTER: &[u8] = b"\n--- ";
const MAC_TEXT: usize = 43;
const SCRYPT_TAG: &str = "scrypt";

pub(crate) fn new_file_key() -> FileKey {
    FileKey::init_with_mut(|key| fill_random(key))
}

/// A header for these recipients, one stanza each, with its MAC.
pub(crate) fn seal(to: &[&Recipient], file_key: &FileKey) -> Result<Vec<u8>, SealError> {
    if to.is_empty() {
        return Err(SealError::NoRecipient);
    }
    let stanzas: Vec<Stanza> = to.iter().flat_map(|recipient| recipient.wrap(file_key)).collect();
    let header = write(&stanzas, file_key);
    if header.len() > CAP { Err(SealError::TooManyRecipients) } else { Ok(header) }
}

/// The header of an object: the stanza of its class, and the one that names the object.
pub(crate) fn seal_object(to: &Recipient, id: &str, file_key: &FileKey) -> Vec<u8> {
    let mut stanzas = to.wrap(file_key);
    stanzas.push(object::stanza(id));
    write(&stanzas, file_key)
}

pub(crate) fn write(stanzas: &[Stanza], file_key: &FileKey) -> Vec<u8> {
    let mut header = V1.to_vec();
    for Stanza { tag, args, body } in stanzas {
        header = cookie_factory::gen_simple(write::age_stanza(tag, args, body), header)
            .expect("writing into memory does not fail");
    }
    header.extend_from_slice(FOOTER.trim_ascii());
    let mac = hmac::sign(&mac_key(file_key), &header);
    header.push(b' ');
    header.extend_from_slice(BASE64_STANDARD_NO_PAD.encode(mac).as_bytes());
    header.push(b'\n');
    header
}

/// A header that was read, and not yet believed.
pub(crate) struct Header {
    stanzas: Vec<Stanza>,
    signed: Vec<u8>,
    mac: Vec<u8>,
    len: usize,
}

impl Header {
    /// Reads the header at the start of a file. `bytes` is the file, or its first [`CAP`] bytes if it is longer.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        let Some(after_version) = bytes.strip_prefix(V1) else {
            return Err(match bytes {
                cut if V1.starts_with(cut) => OpenError::Truncated,
                other if other.starts_with(MAGIC) => OpenError::UnknownVersion,
                _ => OpenError::NotAge,
            });
        };
        // The first line that begins with `---` ends the header: no line of a stanza can.
        let Some(end) = bytes.windows(FOOTER.len()).take(CAP).position(|window| window == FOOTER) else {
            return Err(if !after_version.starts_with(STANZA) && after_version.len() >= STANZA.len() {
                OpenError::Malformed
            } else if bytes.len() >= CAP {
                OpenError::HeaderTooLong
            } else {
                OpenError::Truncated
            });
        };
        let (signed, rest) = bytes.split_at(end + FOOTER.len() - 1);
        let stanzas = parse_stanzas(signed.get(V1.len()..end + 1).ok_or(OpenError::Malformed)?)?;
        let mac = rest.get(1..=MAC_TEXT + 1).ok_or(OpenError::Truncated)?;
        let mac = mac.strip_suffix(b"\n").ok_or(OpenError::Malformed)?;
        let mac = BASE64_STANDARD_NO_PAD.decode(mac).map_err(|_| OpenError::Malformed)?;
        let len = signed.len() + 1 + MAC_TEXT + 1;
        if len > CAP {
            return Err(OpenError::HeaderTooLong);
        }
        Ok(Self { stanzas, signed: signed.to_vec(), mac, len })
    }

    /// Length in bytes; the nonce of the payload follows.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// As it was read.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mac = BASE64_STANDARD_NO_PAD.encode(&self.mac);
        [self.signed.as_slice(), b" ", mac.as_bytes(), b"\n"].concat()
    }

    pub(crate) fn stanzas(&self) -> &[Stanza] {
        &self.stanzas
    }

    /// The one stanza of a file that is locked with a passphrase.
    pub(crate) fn passphrase_stanza(&self) -> Option<&Stanza> {
        self.stanzas.first().filter(|stanza| stanza.tag == SCRYPT_TAG)
    }

    /// Finds the file key with the first identity that opens a stanza, and checks the MAC with it.
    pub(crate) fn unwrap(&self, with: &[&Identity]) -> Result<FileKey, OpenError> {
        for identity in with {
            for stanza in &self.stanzas {
                if let Some(file_key) = identity.unwrap(stanza)? {
                    self.check(&file_key)?;
                    return Ok(file_key);
                }
            }
        }
        Err(OpenError::NotForThisKey)
    }

    /// As [`unwrap`](Self::unwrap), of an object that is to be this one.
    pub(crate) fn unwrap_object(&self, with: &Identity, id: &str) -> Result<FileKey, OpenError> {
        let file_key = self.unwrap(&[with])?;
        object::check(&self.stanzas, &file_key, id)?;
        Ok(file_key)
    }

    pub(crate) fn check(&self, file_key: &FileKey) -> Result<(), OpenError> {
        hmac::verify(&mac_key(file_key), &self.signed, &self.mac).map_err(|_| OpenError::Altered)
    }
}

fn parse_stanzas(mut lines: &[u8]) -> Result<Vec<Stanza>, OpenError> {
    let mut stanzas = Vec::new();
    while !lines.is_empty() {
        let (rest, stanza) = read::age_stanza(lines).map_err(|_| OpenError::Malformed)?;
        stanzas.push(Stanza::from(stanza));
        lines = rest;
    }
    let passphrases = stanzas.iter().filter(|stanza| stanza.tag == SCRYPT_TAG).count();
    if stanzas.is_empty() || (passphrases > 0 && stanzas.len() > 1) {
        return Err(OpenError::Malformed);
    }
    Ok(stanzas)
}

fn mac_key(file_key: &FileKey) -> hmac::Key {
    let key = Zeroizing::new(hkdf(&[], b"header", file_key.expose_secret()));
    hmac::Key::new(hmac::HMAC_SHA256, &*key)
}
