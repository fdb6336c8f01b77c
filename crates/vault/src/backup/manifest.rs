//! What stands in `backup.txt`: which files make up a vault at one moment, each with the hash of its content.
//!
//! The content lies in files that are named by their hash, so the lists of two backups can share them, and the list alone decides
//! which backup there is. It is believed as far as its own last line goes; that nobody exchanged it as a whole, only the log in it and
//! the keys of documents show.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use label::time::to_the_second;
use ledger::{Hash, Head, VaultId};
use objects::{is_note, is_shard, unhex};
use registry::ObjectId;
use seal::hex;

use crate::OfficerId;
use crate::stores::key_in;

/// The first line.
const FORMAT: &str = "zegel backup 1";
/// Begins the last line, which holds the hash of all lines before it.
const END: &str = "end ";
/// What stands in the place of a time that is not known.
const UNKNOWN: &str = "-";
/// Names of a vault's parts, as its folder has them.
pub(super) const SETTINGS: &str = "vault.toml";
pub(super) const LOG: &str = "ledger.sqlite";
pub(super) const OBJECTS: &str = "objects";
pub(super) const TMP: &str = "tmp";
pub(super) const IDENTITIES: &str = "identities";
/// What the partners of an exercise vault would have.
pub(super) const PARTNERS: &str = "partners";

/// All that a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub vault: VaultId,
    pub head: Head,
    /// When the head was read.
    pub at: DateTime<Utc>,
    /// By their place in the vault's folder.
    pub items: BTreeMap<String, Item>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub sha256: [u8; 32],
    pub size: u64,
    /// When the vault's own file last changed. None: it may have changed while it was read.
    pub stamp: Option<Stamp>,
}

/// A time of the file system: seconds since 1970, and nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(pub i64, pub i64);

/// What a file in the folder of a vault is, by its place; none of what no backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VaultFile {
    Settings,
    Log,
    Identity,
    Partner,
    Object,
    Text,
    /// Of work that was broken off.
    Note,
}

/// What lies at a place. Whatever has a kind lies beneath the vault's folder, and nowhere else.
pub(super) fn kind(place: &str) -> Option<VaultFile> {
    let parts: Vec<&str> = place.split('/').collect();
    match parts.as_slice() {
        [SETTINGS] => Some(VaultFile::Settings),
        [LOG] => Some(VaultFile::Log),
        [IDENTITIES, name] => is_identity(name).then_some(VaultFile::Identity),
        [PARTNERS, name] => {
            let partner = name.strip_suffix(".identity.txt")?;
            registry::PartnerId::parse(partner).is_ok().then_some(VaultFile::Partner)
        }
        [OBJECTS, TMP, name] => is_note(name).then_some(VaultFile::Note),
        [OBJECTS, shard, name] if is_shard(shard) && name.starts_with(shard) => {
            let (id, ending) = name.rsplit_once('.')?;
            ObjectId::parse(id).ok()?;
            match ending {
                "age" => Some(VaultFile::Object),
                "text" => Some(VaultFile::Text),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The identity of an officer, whether it counts yet or not.
fn is_identity(name: &str) -> bool {
    let officer = match name.rsplit_once('.') {
        Some((officer, "age")) => Some(officer),
        Some((rest, "also" | "new" | "requested")) => key_in(rest).map(|(officer, _)| officer),
        Some(_) | None => None,
    };
    officer.is_some_and(|officer| OfficerId::parse(officer).is_ok())
}

impl Manifest {
    /// How many sealed documents it holds, without their texts.
    pub fn objects(&self) -> u64 {
        self.items.keys().filter(|place| kind(place) == Some(VaultFile::Object)).count() as u64
    }

    /// Bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.items.values().map(|item| item.size).sum()
    }

    /// As it is written.
    pub fn text(&self) -> String {
        let Manifest { vault, head, at, items } = self;
        let (root, at) = (hex(&head.root.0), to_the_second(*at));
        let mut text = format!("{FORMAT}\nvault {vault}\nentries {}\nroot {root}\nat {at}\n", head.size);
        text.push_str(&lines(items));
        let end = hex(&seal::sha256(text.as_bytes()));
        text.push_str(&format!("{END}{end}\n"));
        text
    }

    /// Reads what [`Manifest::text`] gave; none of anything else.
    pub fn parse(text: &str) -> Option<Manifest> {
        let (before, end) = text.rsplit_once(END)?;
        if end.strip_suffix('\n').and_then(unhex)? != seal::sha256(before.as_bytes()) {
            return None;
        }
        let mut rest = before.lines();
        if rest.next()? != FORMAT {
            return None;
        }
        let mut said = |name: &str| rest.next()?.strip_prefix(name)?.strip_prefix(' ');
        let vault = said("vault")?.parse().ok()?;
        let size = said("entries")?.parse().ok()?;
        let root = Hash(unhex(said("root")?)?);
        let at = DateTime::parse_from_rfc3339(said("at")?).ok()?.to_utc();
        let items = rest.map(item).collect::<Option<BTreeMap<_, _>>>()?;
        // Without these it is no vault.
        let whole = [SETTINGS, LOG].iter().all(|place| items.contains_key(*place));
        whole.then_some(Manifest { vault, head: Head { size, root }, at, items })
    }
}

/// Files, one a line: hash, size, time of the last change, place.
pub(super) fn lines(items: &BTreeMap<String, Item>) -> String {
    let mut text = String::new();
    for (place, Item { sha256, size, stamp }) in items {
        let stamp = stamp.map_or_else(|| UNKNOWN.to_owned(), |Stamp(seconds, nanos)| format!("{seconds}.{nanos}"));
        text.push_str(&format!("{} {size} {stamp} {place}\n", hex(sha256)));
    }
    text
}

/// Reads one line of [`lines`]; none where it names a place that no file of a vault has.
pub(super) fn item(line: &str) -> Option<(String, Item)> {
    let mut words = line.splitn(4, ' ');
    let (sha256, size) = (unhex(words.next()?)?, words.next()?.parse().ok()?);
    let stamp = match words.next()? {
        UNKNOWN => None,
        stamp => {
            let (seconds, nanos) = stamp.split_once('.')?;
            Some(Stamp(seconds.parse().ok()?, nanos.parse().ok()?))
        }
    };
    let place = words.next()?;
    kind(place)?;
    Some((place.to_owned(), Item { sha256, size, stamp }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let id = "b".repeat(26);
        let item = |n: u8, stamp| Item { sha256: [n; 32], size: u64::from(n), stamp };
        let items = [
            (SETTINGS.to_owned(), item(1, None)),
            (LOG.to_owned(), item(2, None)),
            ("identities/anna.age".to_owned(), item(3, None)),
            (format!("objects/bb/{id}.age"), item(4, Some(Stamp(1_760_000_000, 7)))),
            (format!("objects/bb/{id}.text"), item(5, None)),
        ];
        let head = Head { size: 12, root: Hash([9; 32]) };
        let at = DateTime::from_timestamp(1_760_000_000, 0).expect("a time");
        Manifest { vault: "a".repeat(26).parse().expect("an id"), head, at, items: items.into() }
    }

    #[test]
    fn a_list_is_read_back_and_one_that_was_altered_or_cut_is_not() {
        let text = manifest().text();
        assert_eq!(Manifest::parse(&text), Some(manifest()));
        assert_eq!((manifest().objects(), manifest().bytes()), (1, 15));
        for cut in 0..text.len() {
            assert_eq!(Manifest::parse(text.get(..cut).unwrap_or_default()), None, "{cut}");
        }
        assert_eq!(Manifest::parse(&text.replace("entries 12", "entries 13")), None);
        assert_eq!(Manifest::parse(&format!("{text}\n")), None);
    }

    #[test]
    fn no_list_names_a_place_outside_of_a_vault() {
        for place in [
            "../vault.toml",
            "/etc/passwd",
            "identities/../vault.toml",
            "identities/a/b.age",
            "identities/.age",
            "identities/anna.tries",
            "objects/bb/x.age",
            "objects/../b.age",
            "objects/tmp/lock",
            "desks/anna.sqlite",
            "vault.toml ",
            "",
        ] {
            assert_eq!(kind(place), None, "{place}");
            assert_eq!(item(&format!("{} 1 - {place}", "0".repeat(64))), None, "{place}");
        }
        let elsewhere = format!("objects/aa/{}.age", "b".repeat(26));
        assert_eq!(kind(&elsewhere), None, "an object lies in the folder of its name");
        let note = format!("objects/tmp/{}.heads", "b".repeat(26));
        assert_eq!(kind(&note), Some(VaultFile::Note));
    }

    /// Who may write to the backup can write a list that fits: its lines are still held against the places of a vault.
    #[test]
    fn a_list_with_a_line_of_a_stranger_is_refused_though_its_hash_fits() {
        let text = manifest().text();
        let (before, _) = text.rsplit_once(END).expect("it has an end");
        let planted = format!("{before}{} 1 - ../../elsewhere\n", "0".repeat(64));
        let end = hex(&seal::sha256(planted.as_bytes()));
        assert_eq!(Manifest::parse(&format!("{planted}{END}{end}\n")), None);
    }
}
