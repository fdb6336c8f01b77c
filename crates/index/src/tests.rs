#![allow(clippy::indexing_slicing, clippy::panic)]

mod calendar;
mod files;
mod inside;
mod lines;
mod lists;
mod recent;
mod records;
mod together;
mod trees;
mod words;
mod written;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use label::Level;
use ledger::{Draft, Ledger, Position, VaultId};
use seal::{ContentHash, PartKey, Signer, Weight};
use tempfile::TempDir;
use testkit::date;

use super::*;
use registry::documents::{InnerText, TextLack};
use registry::{ClassId, DocumentId, DossierKey};

fn opaque(letter: char, n: u64) -> String {
    let digits: String = n.to_string().chars().map(|c| char::from(b'a' + c as u8 - b'0')).collect();
    format!("{letter}{digits:a>25}")
}

fn id(n: u64) -> DocumentId {
    opaque('d', n).parse().expect("of the form of an id")
}

fn class(n: u64) -> ClassId {
    opaque('c', n).parse().expect("of the form of an id")
}

fn dossier(n: u64) -> DossierKey {
    opaque('o', n).parse().expect("of the form of an id")
}

fn at(n: u64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_760_000_000_000 + n as i64 * 1000).expect("an instant")
}

fn document(n: u64) -> Document {
    let levels = [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];
    Document {
        listed: Listed {
            entry: n,
            id: id(n),
            reference: format!("ZGL/2026/S-K7Q/{n:04}"),
            ordinal: n,
            class: class(n % 10),
            dossier_key: dossier(n % 4),
            dossier: format!("Dossier-{}", n % 4).parse().expect("of the form of an id"),
            level: levels[n as usize % 5],
            policy: "BEL".into(),
            banner: "SECRET – GEHEIM".into(),
            releasability: vec!["BEL".into(), "NLD".into()],
            title: format!("Rapport n° {n}"),
            subject: "Évaluation de la situation à Liège".into(),
            originator: "SGRS – ADIV".into(),
            date: date(2026, 3, 1),
            filed: at(n),
            filed_by: "m.peeters".parse().expect("of the form of an id"),
            file_name: "rapport.pdf".into(),
            media_type: "application/pdf".into(),
            size: 1 << 31,
            blake3: ContentHash::of(b"one content"),
            finalised: date(2026, 3, 1),
            kept_until: None,
            remarked: None,
            formerly: Vec::new(),
            paper: String::new(),
            relations: Vec::new(),
        },
        label_xml: format!("<label n='{n}'/>"),
        choice: match n % 3 {
            0 => Choice::default(),
            1 => Choice { topics: vec!["human-source".into()], motive: None, sources: Vec::new() },
            _ => Choice { topics: Vec::new(), motive: Some("nothing new in it".into()), sources: vec![id(n - 1)] },
        },
        text: match n % 4 {
            0 => None,
            1 => Some(InnerText::None { why: TextLack::Picture }),
            2 => Some(InnerText::Partial { sha256: "cd".repeat(32), why: TextLack::Long, recognised: Vec::new() }),
            _ => Some(InnerText::Whole { sha256: "ef".repeat(32), recognised: vec!["fr".to_owned(), "nl".to_owned()] }),
        },
    }
}

fn used(n: u64, action: &str) -> Use {
    Use {
        entry: n,
        at: at(n),
        officer: "j.dubois".parse().expect("of the form of an id"),
        action: action.into(),
        purpose: "note d'analyse".into(),
        class: class(n % 10),
    }
}

/// A document with its record, as a session puts both.
fn put(change: &Change<'_>, document: &Document) -> Result<(), IndexError> {
    let listed = &document.listed;
    change.put_record(&listed.id, &registry::documents::conformance::filed(&listed.id, &listed.class, listed.entry))?;
    change.put_document(document)
}

fn fill(index: &mut Index, documents: impl IntoIterator<Item = Document>) {
    index.change(|change| documents.into_iter().try_for_each(|document| put(change, &document))).expect("kept");
}

fn read_position(n: u8) -> (TempDir, Position) {
    let dir = TempDir::new().expect("a folder for the test");
    let mut ledger = Ledger::create(&dir.path().join("l"), VaultId::random()).expect("a new log");
    let me = Signer::from_seeds(&[n; Signer::SEEDS]).expect("seeds of the right length");
    let first = Draft::new(Weight::Dual).introduce(me.verifying_key());
    drop(ledger.append(&Position::start().head(), &me, 1, first, ()).expect("the entry is appended"));
    let position = ledger.read(&Position::start(), 10).expect("the log is read").1;
    (dir, position)
}

struct IndexFolder {
    #[expect(dead_code, reason = "kept so that the folder stays")]
    dir: TempDir,
    path: PathBuf,
    key: PartKey,
}

impl IndexFolder {
    fn new() -> IndexFolder {
        let dir = TempDir::new().expect("a folder for the test");
        IndexFolder { path: dir.path().join("m.peeters.sqlite"), dir, key: PartKey::generate() }
    }

    fn open(&self) -> Result<Index, IndexError> {
        Index::open(&self.path, &self.key)
    }
}

fn all_classes() -> BTreeSet<ClassId> {
    (0..10).map(class).collect()
}
