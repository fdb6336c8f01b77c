//! Who works at which workstation, and the vault that they share before anything happens to it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use label::{LabelDraft, Policy};
pub use testkit::Hand;
use testkit::date;
use vault::*;

pub const STATIONS: usize = 3;
pub const LEVELS: [&str; 2] = ["CONFIDENTIEL", "SECRET"];
/// Those whose rights come and go. `rik` is cleared and a member throughout and leads the dossier; `ada` keeps the vault.
pub const READERS: [&str; 3] = ["bea", "carl", "cleo"];

/// At which workstation somebody works.
pub fn station_of(officer: &str) -> usize {
    match officer {
        "ada" => 0,
        "rik" | "cleo" => 1,
        _ => 2,
    }
}

pub fn id(officer: &str) -> OfficerId {
    OfficerId::parse(officer).expect("of the form of an id")
}

pub fn dossier() -> DossierId {
    DossierId::parse("D-1").expect("of the form of an id")
}

pub fn phrase() -> Passphrase {
    Passphrase::new("exercise".to_owned())
}

pub fn weak() -> WorkFactor {
    WorkFactor::new(2).expect("between 1 and 21")
}

/// A folder that no disk has to be waited for, where the system has such a one: it is not the disk that is tried.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder for the test")
}

/// The folder of a vault with its people and a dossier, made once.
pub struct Model {
    temp: tempfile::TempDir,
}

impl Model {
    pub fn of_all() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(Model::found)
    }

    fn found() -> Model {
        let temp = folder();
        let dir = temp.path().join("vault");
        let new = NewVault {
            name: "Simulated registry".to_owned(),
            officer: id("ada"),
            full_name: "Ada Officer".to_owned(),
            nationality: "BEL".to_owned(),
            regime: Regime::Exercise,
            work_factor: weak(),
        };
        let vault = Vault::init(&dir, new, &phrase(), Hand::at(testkit::FOUNDED).told()).expect("the vault is made");
        let vault = vault.with_work_factor(weak());
        let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks");
        for officer in READERS.into_iter().chain(["rik"]) {
            let name = format!("{officer} of the simulation");
            let request = vault.request_identity(&id(officer), &name, "BEL", &phrase()).expect("the request is made").0;
            let registers = if officer == "rik" { Some(Role::Registrar) } else { None };
            let roles = [Role::Reader].into_iter().chain(registers).collect();
            ada.admit_officer(request.as_bytes(), &roles).expect("ada lets the newcomer in");
            let (policy, level) = ("BEL".to_owned(), "SECRET".to_owned());
            let briefing = RecordBriefing { officer: id(officer), policy, level, date: date(2026, 1, 2) };
            ada.record_briefing(briefing).expect("ada records the briefing");
        }
        grant(&mut ada, "rik", "SECRET").expect("ada grants the clearance");
        let lead = Some(id("rik"));
        let new = NewDossier { id: dossier(), title: "Simulation".to_owned(), lead, deputy: None };
        ada.create_dossier(new).expect("ada makes the dossier");
        ada.add_member(&dossier(), &id("rik"), None, "simulation").expect("ada adds rik to the dossier");
        drop(ada);
        // Everybody has unlocked once, so every identity has its index.
        for officer in READERS.into_iter().chain(["rik"]) {
            drop(vault.unlock(&id(officer), &phrase()).expect("the officer unlocks"));
        }
        Model { temp }
    }

    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("vault")
    }

    /// The folder of one more workstation.
    pub fn copy_to(&self, there: &Path) {
        copy(&self.folder(), there);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is made");
    for entry in std::fs::read_dir(from).expect("the folder is listed") {
        let path = entry.expect("an entry of the folder").path();
        let there = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            std::fs::copy(&path, &there).expect("the file is copied");
        }
    }
}

pub fn grant(session: &mut Session, officer: &str, level: &str) -> Result<(), Error> {
    let granted = session.grant_clearance(GrantClearance {
        officer: id(officer),
        policy: "BEL".to_owned(),
        level: level.to_owned(),
        categories: BTreeMap::<String, BTreeSet<String>>::new(),
        from: date(2026, 1, 1),
        until: date(2030, 12, 31),
        certificate: "ANS-1".to_owned(),
        authority: "ANS".to_owned(),
    })?;
    assert!(matches!(granted, Granted::Effective(_)), "this vault is under the rules of an exercise");
    Ok(())
}

fn marked(level: &str) -> Marking {
    let spif = Policy::builtin("BEL").expect("the policy ships");
    let created = "2026-11-20T08:00:00Z".parse().expect("an instant");
    let draft = LabelDraft::from_words(&spif, level, None, &[], created).expect("the policy has these words");
    Marking::Draft { policy: "BEL".to_owned(), draft }
}

/// A document whose bytes are its title.
pub fn paper(title: &str, level: &str) -> NewDocument {
    NewDocument {
        source: Source::Bytes(title.as_bytes().to_vec()),
        dossier: dossier(),
        marking: marked(level),
        title: title.to_owned(),
        subject: format!("subject of {title}"),
        originator: String::new(),
        paper: String::new(),
        date: date(2026, 11, 20),
        finalised: None,
        file_name: None,
        topics: Vec::new(),
        motive: None,
        sources: Vec::new(),
    }
}

pub fn remarked(level: &str) -> NewDecision {
    NewDecision {
        marking: Some(marked(level)),
        interest: Some(Interest::K),
        motive: "the harm is another now".to_owned(),
        next_review: None,
        consent: None,
    }
}
