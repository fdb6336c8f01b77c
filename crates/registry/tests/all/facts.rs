//! One of each fact as an example, and each of them at random, so that `wire` and `random` try them all. What there is of each
//! stands with the tests of its subject.

use std::sync::OnceLock;

use chrono::NaiveDate;
use registry::event::*;
use registry::keys::KeyName;
use registry::partners::PartnerRecord;
use registry::{AssentId, ClassId, DocumentId, DossierKey, ObjectId, OfficerId, ReleaseId};
use seal::{KeyId, Recipient};

use super::stage::*;
use super::{
    clearances, custody, documents, dossiers, freeze, function, keys, marking, pairs, partners, people, printing,
    releases, system,
};

/// One of each fact, with everything that it can say.
pub fn examples() -> Vec<Event> {
    let stage = Stage::furnished();
    let of_subjects: [fn(&Stage) -> Vec<Event>; 14] = [
        people::examples,
        freeze::examples,
        function::examples,
        clearances::examples,
        system::examples,
        dossiers::examples,
        keys::examples,
        pairs::examples,
        custody::examples,
        documents::examples,
        printing::examples,
        marking::examples,
        partners::examples,
        releases::examples,
    ];
    of_subjects.into_iter().flat_map(|examples| examples(&stage)).collect()
}

/// Makes a fact of what was drawn.
pub type AtRandom = fn(Draw) -> Event;

/// Each fact at random; one that is there twice is played twice as often. To found is the first.
pub fn at_random() -> Vec<AtRandom> {
    let of_subjects = [
        people::AT_RANDOM,
        freeze::AT_RANDOM,
        function::AT_RANDOM,
        clearances::AT_RANDOM,
        system::AT_RANDOM,
        dossiers::AT_RANDOM,
        keys::AT_RANDOM,
        pairs::AT_RANDOM,
        custody::AT_RANDOM,
        documents::AT_RANDOM,
        printing::AT_RANDOM,
        marking::AT_RANDOM,
        partners::AT_RANDOM,
        releases::AT_RANDOM,
    ];
    of_subjects.concat()
}

/// How often what is right for a fact is chosen.
pub type Choice = [u8; 6];

pub const PEOPLE: [&str; 11] = ["ada", "sam", "rik", "bea", "carl", "rosa", "remi", "otto", "nina", "noor", "nobody"];
pub const LEVELS: [&str; 4] = ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET"];

/// Few names, so that they meet.
pub struct Names {
    pub dossiers: Vec<DossierKey>,
    pub classes: Vec<ClassId>,
    pub documents: Vec<DocumentId>,
    pub objects: Vec<ObjectId>,
    pub releases: Vec<ReleaseId>,
    pub custody: AssentId,
    pub recipients: Vec<Recipient>,
    pub keys: Vec<KeyId>,
    pub partners: Vec<PartnerRecord>,
}

/// What a fact at random is made of.
pub struct Draw {
    pub choice: Choice,
    pub stage: Stage,
    pub dossier: DossierKey,
    pub class: ClassId,
    pub document: DocumentId,
    pub release: ReleaseId,
    pub recipient: Recipient,
    pub partner: PartnerRecord,
    pub officer: OfficerId,
    pub epoch: u32,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Draw {
    pub fn of(choice: Choice) -> Draw {
        let [a, b, c, d, e, f] = choice;
        let names = names();
        Draw {
            choice,
            stage: Stage::furnished(),
            dossier: pick(&names.dossiers, a),
            class: pick(&names.classes, b),
            document: pick(&names.documents, c),
            release: pick(&names.releases, d),
            recipient: pick(&names.recipients, e),
            partner: pick(&names.partners, f),
            officer: person(a),
            epoch: u32::from(c % 4),
            from: day(11, 1 + u32::from(c % 28)),
            until: (d % 2 == 0).then(|| day(11, 1 + u32::from(e % 28))),
        }
    }

    /// Objects of earlier versions: mostly of none.
    pub fn earlier(&self) -> Vec<ObjectId> {
        let [.., d, e] = self.choice;
        let objects = names().objects.iter().cycle().skip(usize::from(e)).take(usize::from(d % 4).saturating_sub(1));
        objects.cloned().collect()
    }
}

pub fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let stage = Stage::furnished();
        let known = stage.state.partners[&stage.partner].record.clone();
        let documents: Vec<DocumentId> = [stage.report, fresh(), fresh()].into();
        Names {
            dossiers: [stage.dossier, fresh(), fresh(), fresh()].into(),
            classes: [stage.secret, stage.low, fresh(), fresh()].into(),
            objects: documents.iter().map(ObjectId::from).chain([fresh(), fresh()]).collect(),
            documents,
            releases: [stage.release, fresh()].into(),
            custody: fresh(),
            recipients: [recipient(), recipient(), recipient(), classic()].into(),
            keys: [signer().key_id(), signer().key_id()].into(),
            partners: [known, partner("BND", "DEU"), partner("AIVD", "NLD")].into(),
        }
    })
}

pub fn pick<T: Clone>(all: &[T], choice: u8) -> T {
    all[usize::from(choice) % all.len()].clone()
}

pub fn person(choice: u8) -> OfficerId {
    id(pick(&PEOPLE, choice))
}

pub fn key(choice: u8) -> KeyName {
    let names = names();
    let keys = [KeyName::Vault, KeyName::Oversight].into_iter();
    let keys = keys.chain(names.dossiers.iter().cloned().map(KeyName::Dossier));
    pick(&keys.chain(names.classes.iter().cloned().map(KeyName::Class)).collect::<Vec<_>>(), choice)
}
