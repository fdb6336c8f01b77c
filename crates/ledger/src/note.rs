//! Checkpoints: the size and root of the log, signed, as a text that anyone may keep elsewhere. C2SP [`tlog-checkpoint`]
//! in a C2SP [`signed-note`] with two signature lines by the same author; both are required here.
//!
//! [`tlog-checkpoint`]: https://c2sp.org/tlog-checkpoint
//! [`signed-note`]: https://c2sp.org/signed-note

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seal::{KeyId, Signatures, Signer, VerifyingKey, Weight};

use crate::entry::VaultId;
use crate::error::Error;
use crate::merkle::Hash;
use crate::readings::readings;
use crate::{Head, Ledger, Position};

/// The signature type that signed notes give to Ed25519.
const ED25519: &[u8] = &[0x01];
/// No type is assigned to ML-DSA-65: 0xff and a name, as the specification has it.
const ML_DSA_65: &[u8] = b"\xffml-dsa-65";
/// Bytes of the Ed25519 key at the beginning of a verifying key; the rest is the ML-DSA-65 key.
const ED25519_KEY: usize = 32;
/// Begins the line of a signature.
const DASH: char = '\u{2014}';
/// What it becomes on its way, and itself.
const DASHES: [&str; 19] = [
    "\u{2014}",
    "\u{2010}",
    "\u{2011}",
    "\u{2012}",
    "\u{2013}",
    "\u{2015}",
    "\u{2212}",
    "-",
    "--",
    "---",
    "?",
    "\u{fffd}",
    "\u{e2}\u{20ac}\u{201d}",
    // Where what begins with a dash was taken for a list.
    "*",
    "\u{2022}",
    "\u{b7}",
    "\u{25aa}",
    "\u{25e6}",
    "\u{e2}\u{20ac}\u{a2}",
];
/// Those that stand before each line of a list, and so before lines that had no dash.
const BULLETS: [char; 5] = ['*', '\u{2022}', '\u{b7}', '\u{25aa}', '\u{25e6}'];
/// What stands for a space.
const SPACES: [char; 3] = [' ', '\t', '\u{a0}'];
/// Begins the name of every log.
const ORIGIN: &str = "zegel/";
/// The longest note that is looked at, in bytes: two signatures are 5 kB, there may be those of witnesses, and the mail
/// around it.
const MAX_NOTE: usize = 256 << 10;
/// Bounds of what is tried, far above what honest notes need.
const MAX_CANDIDATES: usize = 16;
const MAX_SIGNATURES: usize = 32;
const MAX_PAIRS: usize = 4;
const MAX_TRIES: usize = 2;
/// The longest signature in base64, with room to spare, and what is enough of one to know it by, in characters.
const LONGEST: usize = 8 << 10;
const SIGNATURE: usize = 64;
/// A root in base64, in characters.
const ROOT: usize = 44;
/// The longest initials that a mail program puts before a line, in bytes.
const INITIALS: usize = 8;

/// What a checkpoint says, once its signatures were found to be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckedNote {
    /// The log that it tells of: see [`Ledger::begins_with`].
    pub head: Head,
    /// Who signed it.
    pub by: KeyId,
    /// Lines of the text, other than empty ones, that do not belong to it: nothing of them was looked at.
    pub lines_beside: usize,
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
/// Mail and other systems change how a text is written: its encoding, the ends of its lines, spaces, `> ` before lines,
/// `| `, initials or the marks of a list before them, empty lines, the dashes, long lines cut into several, other words before
/// and after it. It is read in each of these ways, and its signatures decide: what it says is taken to the letter.
///
/// One of the keys must have made both signatures; lines by others (witnesses) are passed over. Of several notes that hold,
/// the one that tells of most counts. Whether the signer was one whose word counts is for the caller to say.
///
/// # Errors
/// [`Error::Note`] when it is no checkpoint, [`Error::NoteForged`] when it bears the marks of one and does not hold: altered,
/// cut, by nobody of them, or of another vault; with what is wrong.
pub fn check_note<'k>(
    note: impl AsRef<[u8]>,
    vault: &VaultId,
    keys: impl IntoIterator<Item = &'k VerifyingKey>,
) -> Result<CheckedNote, Error> {
    let note = note.as_ref();
    if note.len() > MAX_NOTE {
        return Err(Error::Note("too long"));
    }
    let name = origin(vault);
    let readings = readings(note);
    let tokens: Vec<Vec<&str>> = readings.iter().map(|text| tokens(text)).collect();
    let of = |(text, tokens): (&String, &Vec<&str>)| candidates(text, tokens, &name);
    let found: Vec<Candidate> = readings.iter().zip(&tokens).flat_map(of).take(MAX_CANDIDATES).collect();
    let mut known = false;
    let mut checked: Option<CheckedNote> = None;
    for key in keys {
        let hashes = key_hashes(&name, key);
        for candidate in &found {
            let (by_key, holds) = candidate.is_by(key, hashes, &name);
            known |= by_key;
            if holds && checked.is_none_or(|other| other.head.size < candidate.head.size) {
                let lines_beside = candidate.lines_beside;
                checked = Some(CheckedNote { head: candidate.head, by: key.key_id(), lines_beside });
            }
        }
    }
    let of_zegel =
        tokens.iter().any(|tokens| tokens.iter().any(|token| token.contains(ORIGIN)) || has_signature(tokens));
    match checked {
        Some(checked) => Ok(checked),
        None if known => Err(Error::NoteForged("a signature is wrong or missing")),
        None if !found.is_empty() => Err(Error::NoteForged("signed by nobody known")),
        None if of_zegel => Err(Error::NoteForged("altered, cut, or of another vault")),
        None => Err(Error::Note("no checkpoint")),
    }
}

fn origin(vault: &VaultId) -> String {
    format!("{ORIGIN}{vault}")
}

fn text(origin: &str, head: &Head) -> String {
    format!("{origin}\n{}\n{}\n", head.size, head.root)
}

/// What a text is made of, without spaces, line ends and what mail puts before lines that it quotes.
fn tokens(text: &str) -> Vec<&str> {
    text.split(['\n', '\r']).flat_map(line_tokens).collect()
}

fn line_tokens(line: &str) -> impl Iterator<Item = &str> {
    unquoted(line).split(SPACES).filter(|token| !token.is_empty())
}

/// Without what stands before a line that is quoted: `> `, `| `, the initials of the person who wrote it, as in `JD> `, or the
/// mark of a list, unless it stands there in the place of a dash.
fn unquoted(mut line: &str) -> &str {
    loop {
        line = line.trim_start_matches([' ', '\t', '\u{a0}', '>', '|']);
        line = match (line.split_once('>'), line.strip_prefix(BULLETS)) {
            (Some((who, rest)), _) if who.len() <= INITIALS && who.chars().all(char::is_alphanumeric) => rest,
            (_, Some(rest)) if rest.starts_with(SPACES) && !is_of_signature(rest) => rest,
            _ => return line,
        }
    }
}

/// Whether a line without its dash is that of a signature, or may begin it: the name of a log, or a name and more.
fn is_of_signature(line: &str) -> bool {
    let mut tokens = line.split(SPACES).filter(|token| !token.is_empty());
    match (tokens.next(), tokens.next()) {
        (Some(first), second) => {
            !DASHES.contains(&first) && !first.starts_with('>') && (second.is_some() || first.starts_with(ORIGIN))
        }
        (None, _) => false,
    }
}

/// How many lines of a text hold tokens, and none of these.
fn lines_beside(text: &str, of: &Range<usize>) -> usize {
    let mut at = 0;
    let beside = |line: &str| {
        let begins = at;
        at += line_tokens(line).count();
        begins < at && (at <= of.start || begins >= of.end)
    };
    text.split(['\n', '\r']).map(beside).filter(|beside| *beside).count()
}

/// A text as it would have been signed, and the signatures below it in the name of this vault: key hash and signature.
struct Candidate {
    head: Head,
    signatures: Vec<Vec<u8>>,
    lines_beside: usize,
}

/// Wherever the three lines of a checkpoint of this vault stand, and signatures below them.
fn candidates(text: &str, tokens: &[&str], name: &str) -> Vec<Candidate> {
    let starts = tokens.iter().enumerate().filter(|(_, token)| **token == name);
    let found = starts.filter_map(|(at, _)| {
        let (root, pieces) = root(tokens.get(at + 2..)?);
        let head = parse_head(tokens.get(at + 1)?, &root)?;
        let end = at + 2 + pieces;
        let (signatures, used) = signatures(tokens.get(end..)?, name);
        Some(Candidate { head, signatures, lines_beside: lines_beside(text, &(at..end + used)) })
    });
    found.take(MAX_CANDIDATES).collect()
}

/// A root that may have been cut into several lines, and how many there are.
fn root(tokens: &[&str]) -> (String, usize) {
    let mut root = String::new();
    let mut pieces = 0;
    for piece in tokens.iter().take_while(|piece| !DASHES.contains(*piece)) {
        if root.len() >= ROOT || piece.len() > ROOT {
            break;
        }
        root.push_str(piece);
        pieces += 1;
    }
    (root, pieces)
}

/// Size and root; only the very text that [`text`] writes is accepted: no leading zeros, no signs.
fn parse_head(size: &str, root: &str) -> Option<Head> {
    let head = Head { size: size.parse().ok()?, root: Hash::from_slice(&STANDARD.decode(root).ok()?)? };
    (head.size.to_string() == size).then_some(head)
}

/// The lines of signatures that follow, one upon the other, those in this name. A signature that was cut into several lines
/// ends with its padding, which both kinds have. And how many tokens there are to the end of the last of them.
fn signatures(all: &[&str], name: &str) -> (Vec<Vec<u8>>, usize) {
    let (mut rest, mut used) = (all, 0);
    let mut signatures = Vec::new();
    while let [dash, of, after @ ..] = rest
        && DASHES.contains(dash)
        && signatures.len() < MAX_SIGNATURES
    {
        let pieces = after.iter().take_while(|token| !DASHES.contains(*token));
        let mut blob = String::new();
        let (mut taken, mut tries) = (0, 0);
        let mut whole = None;
        for piece in pieces {
            taken += 1;
            blob.push_str(piece);
            if of == &name && piece.ends_with('=') {
                whole = STANDARD.decode(&blob).ok();
                tries += 1;
            }
            if whole.is_some() || tries >= MAX_TRIES || blob.len() > LONGEST {
                break;
            }
        }
        rest = after.get(taken..).unwrap_or_default();
        if let Some(signature) = whole {
            signatures.push(signature);
            used = all.len() - rest.len();
        }
    }
    (signatures, used)
}

/// Whether a line such as those of signatures stands there, no matter who made it.
fn has_signature(tokens: &[&str]) -> bool {
    let long =
        |token: &str| token.len() >= SIGNATURE && STANDARD.decode(token.get(..SIGNATURE).unwrap_or_default()).is_ok();
    tokens.windows(3).any(|three| matches!(three, [dash, _, blob] if DASHES.contains(dash) && long(blob)))
}

impl Candidate {
    /// Whether a line names this key, and whether both its signatures are there and right.
    fn is_by(&self, key: &VerifyingKey, (ed25519, ml_dsa): ([u8; 4], [u8; 4]), name: &str) -> (bool, bool) {
        let by = |hash: [u8; 4]| self.signatures.iter().filter_map(move |blob| blob.strip_prefix(&hash));
        let signed = text(name, &self.head);
        let holds = by(ed25519).take(MAX_PAIRS).any(|first| {
            by(ml_dsa).take(MAX_PAIRS).any(|second| {
                Signatures::from_parts(first, Some(second))
                    .is_ok_and(|both| key.verify(Weight::Dual, signed.as_bytes(), &both).is_ok())
            })
        });
        (by(ed25519).next().is_some(), holds)
    }
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
