//! Checkpoints: what the log is, signed, as a text that anyone may keep elsewhere. C2SP [`tlog-checkpoint`] in a C2SP
//! [`signed-note`] with two signature lines by the same author; both are required here.
//!
//! [`tlog-checkpoint`]: https://c2sp.org/tlog-checkpoint
//! [`signed-note`]: https://c2sp.org/signed-note

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seal::{KeyId, Signatures, Signer, VerifyingKey, Weight};

use crate::entry::VaultId;
use crate::error::Error;
use crate::merkle::Hash;
use crate::{Head, Ledger, Position};

/// The signature type that signed notes give to Ed25519.
const ED25519: &[u8] = &[0x01];
/// No type is assigned to ML-DSA-65: 0xff and a name, as the specification has it.
const ML_DSA_65: &[u8] = b"\xffml-dsa-65";
/// Bytes of the Ed25519 key at the beginning of a verifying key; the rest is the ML-DSA-65 key.
const ED25519_KEY: usize = 32;
/// Begins the line of a signature.
const DASH: char = '\u{2014}';
/// The longest note that is looked at, in bytes: two signatures are 5 kB, and there may be those of witnesses.
const MAX_NOTE: usize = 64 << 10;

/// What a checkpoint says, once its signatures were found to be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedNote {
    /// The log that it tells of: see [`Ledger::begins_with`].
    pub head: Head,
    /// Who signed it.
    pub by: KeyId,
}

impl Ledger {
    /// Signs a checkpoint of the log as far as `at` has read it: the origin `zegel/<vault id>`, the size, the root.
    ///
    /// # Errors
    /// [`Error::UnknownAuthor`] if the log has not introduced the signer; [`Error::RolledBack`], [`Error::Forked`] as
    /// [`Ledger::consistency`]: what is signed is what was read *and* is there.
    pub fn checkpoint(&self, at: &Position, by: &Signer) -> Result<String, Error> {
        if at.author(&by.key_id()).is_none() {
            return Err(Error::UnknownAuthor);
        }
        self.consistency(at)?;
        let name = origin(self.vault());
        let text = text(&name, &at.head());
        let signatures = by.sign(Weight::Dual, text.as_bytes());
        let (ed25519, ml_dsa) = key_hashes(&name, by.verifying_key());
        let mut note = format!("{text}\n");
        for (hash, signature) in [(ed25519, signatures.ed25519()), (ml_dsa, signatures.ml_dsa_65().unwrap_or_default())]
        {
            let blob = [hash.as_slice(), signature].concat();
            note.push_str(&format!("{DASH} {name} {}\n", STANDARD.encode(blob)));
        }
        Ok(note)
    }
}

/// Checks a checkpoint of this vault against the keys that may have signed it, such as [`Position::authors`].
///
/// Mail and other systems change how a text is written: the ends of its lines, a mark at its beginning, spaces at the ends
/// of lines, `> ` before them, empty lines, and long lines cut into several. What it says is taken to the letter.
///
/// One of them must have made both signatures; lines by others (witnesses) are passed over. Whether the signer was one
/// whose word counts is for the caller to say.
///
/// # Errors
/// [`Error::Note`] when it is no checkpoint of this vault, [`Error::NoteForged`] when it says that it is one and nobody of
/// them signed it; with what is wrong.
pub fn check_note<'k>(
    note: &str,
    vault: &VaultId,
    keys: impl IntoIterator<Item = &'k VerifyingKey>,
) -> Result<CheckedNote, Error> {
    if note.len() > MAX_NOTE {
        return Err(Error::Note("too long"));
    }
    let (body, signatures) = unwrapped(note).ok_or(Error::Note("no signatures"))?;
    let name = origin(vault);
    let head = parse_text(&body, &name)?;
    let signed = text(&name, &head);
    let lines = signatures
        .iter()
        .map(|line| parse_line(line))
        .collect::<Option<Vec<_>>>()
        .ok_or(Error::Note("malformed line"))?;
    let lines: Vec<Line> = lines.into_iter().filter(|line| line.name == name).collect();
    let by_hash =
        |hash: [u8; 4]| lines.iter().filter(move |line| line.key == hash).map(|line| line.signature.as_slice());
    let mut known = false;
    for key in keys {
        let (ed25519, ml_dsa) = key_hashes(&name, key);
        for first in by_hash(ed25519) {
            known = true;
            for second in by_hash(ml_dsa) {
                let Ok(both) = Signatures::from_parts(first, Some(second)) else { continue };
                if key.verify(Weight::Dual, signed.as_bytes(), &both).is_ok() {
                    return Ok(CheckedNote { head, by: key.key_id() });
                }
            }
        }
    }
    Err(Error::NoteForged(if known { "a signature is wrong or missing" } else { "signed by nobody known" }))
}

fn origin(vault: &VaultId) -> String {
    format!("zegel/{vault}")
}

fn text(origin: &str, head: &Head) -> String {
    format!("{origin}\n{}\n{}\n", head.size, head.root)
}

/// Reads `origin`, size and root; only the very text that [`text`] writes is accepted.
fn parse_text(body: &str, origin: &str) -> Result<Head, Error> {
    let mut lines = body.split('\n');
    if lines.next() != Some(origin) {
        return Err(Error::Note("of another vault"));
    }
    let parsed = (|| {
        let size = lines.next()?.parse().ok()?;
        let root = Hash::from_slice(&STANDARD.decode(lines.next()?).ok()?)?;
        Some(Head { size, root })
    })();
    let head = parsed.ok_or(Error::Note("malformed text"))?;
    // No leading zeros, no signs, no extension lines: one text, one meaning.
    if text(origin, &head).strip_suffix('\n') == Some(body) { Ok(head) } else { Err(Error::Note("malformed text")) }
}

/// The text, and the lines of the signatures, as they were written.
fn unwrapped(note: &str) -> Option<(String, Vec<String>)> {
    let note = note.strip_prefix('\u{feff}').unwrap_or(note).replace("\r\n", "\n").replace('\r', "\n");
    let quoted = [' ', '\t', '\u{a0}', '>'];
    let lines: Vec<&str> = note.split('\n').map(|line| line.trim_matches(quoted)).collect();
    let mut parts = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
    let body = parts.next()?.join("\n");
    let mut signatures: Vec<String> = Vec::new();
    for line in parts.flatten() {
        match signatures.last_mut() {
            // What was cut off a signature: after its name the signature itself, else the rest of it.
            Some(last) if !line.starts_with(DASH) => {
                if last.matches(' ').count() < 2 {
                    last.push(' ');
                }
                last.push_str(line);
            }
            Some(_) | None => signatures.push((*line).to_owned()),
        }
    }
    if signatures.is_empty() { None } else { Some((body, signatures)) }
}

struct Line {
    name: String,
    key: [u8; 4],
    signature: Vec<u8>,
}

fn parse_line(line: &str) -> Option<Line> {
    let (name, blob) = line.strip_prefix(DASH)?.strip_prefix(' ')?.split_once(' ')?;
    let blob = STANDARD.decode(blob).ok()?;
    let (key, signature) = blob.split_first_chunk::<4>()?;
    Some(Line { name: name.to_owned(), key: *key, signature: signature.to_vec() })
}

/// The four bytes by which a signature line names its key, for each of the two keys.
fn key_hashes(name: &str, key: &VerifyingKey) -> ([u8; 4], [u8; 4]) {
    let (ed25519, ml_dsa) = key.as_bytes().split_at(ED25519_KEY);
    let hash = |kind: &[u8], key: &[u8]| {
        let digest = seal::sha256(&[name.as_bytes(), b"\n", kind, key].concat());
        let mut short = [0; 4];
        short.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        short
    };
    (hash(ED25519, ed25519), hash(ML_DSA_65, ml_dsa))
}
