//! A vault to play in: people, dossiers, documents, a clock that obeys.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use label::{LabelDraft, Policy};
pub use testkit::Hand;
use testkit::date;
use vault::*;

pub const PASSPHRASE: &str = "exercise";

pub struct House {
    _temp: tempfile::TempDir,
    pub dir: PathBuf,
    pub clock: Hand,
}

pub fn id(text: &str) -> OfficerId {
    OfficerId::parse(text).expect("of the form of an id")
}

pub fn dossier(text: &str) -> DossierId {
    DossierId::parse(text).expect("of the form of an id")
}

pub fn phrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

pub fn weak() -> WorkFactor {
    WorkFactor::new(2).expect("between 1 and 21")
}

impl House {
    /// A vault with its first officer, `ada`: security officer and custodian.
    pub fn new() -> House {
        House::at("vault")
    }

    pub fn at(name: &str) -> House {
        House::found(name, Regime::Exercise)
    }

    /// Under the full rules from the beginning, with the cast; nobody is cleared.
    pub fn under_full_rules() -> House {
        static MODEL: OnceLock<House> = OnceLock::new();
        let furnish = || {
            let house = House::found("vault", Regime::Full);
            let mut ada = house.unlock("ada");
            for player in testkit::CAST {
                house.add(&mut ada, player.id, player.nationality, player.roles);
            }
            house
        };
        MODEL.get_or_init(furnish).copy()
    }

    fn found(name: &str, regime: Regime) -> House {
        let temp = tempfile::tempdir().expect("a folder for the test");
        let dir = temp.path().join(name);
        let clock = Hand::at(testkit::FOUNDED);
        let new = NewVault {
            name: "Registry of the exercise".to_owned(),
            officer: id("ada"),
            full_name: "Ada Officer".to_owned(),
            nationality: "BEL".to_owned(),
            regime,
            work_factor: weak(),
        };
        Vault::init(&dir, new, &phrase(), clock.told()).expect("the vault is made");
        House { _temp: temp, dir, clock }
    }

    /// A copy of this one as it is now, with a clock of its own.
    pub fn copy(&self) -> House {
        let temp = tempfile::tempdir().expect("a folder for the test");
        let dir = temp.path().join("vault");
        copy_folder(&self.dir, &dir);
        House { _temp: temp, dir, clock: self.clock.apart() }
    }

    /// A house of one's own, as [`House::furnish`] makes it.
    pub fn furnished() -> House {
        static MODEL: OnceLock<House> = OnceLock::new();
        MODEL.get_or_init(House::furnish).copy()
    }

    /// With the cast of the exercise ([`testkit::CAST`]), and a dossier `D-1` of which bea, carl, rosa and rik are members.
    fn furnish() -> House {
        let house = House::new();
        let mut ada = house.unlock("ada");
        for player in testkit::CAST {
            house.add(&mut ada, player.id, player.nationality, player.roles);
        }
        for player in testkit::CAST {
            if let Some(level) = player.cleared {
                grant(&mut ada, player.id, "BEL", level, &[]).expect("ada grants the clearance");
            }
            if let Some(level) = player.briefed {
                brief(&mut ada, player.id, "BEL", level);
            }
        }
        ada.create_dossier(NewDossier {
            id: dossier("D-1"),
            title: "Exercise one".to_owned(),
            lead: None,
            deputy: None,
        })
        .expect("ada makes the dossier");
        for player in testkit::CAST.iter().filter(|player| player.member) {
            ada.add_member(&dossier("D-1"), &id(player.id), None, "exercise").expect("added");
        }
        house
    }

    pub fn open(&self) -> Vault {
        // The clock of a test jumps by years: the person who moves it says that it is right.
        Vault::open(&self.dir, self.clock.told()).expect("it opens").with_work_factor(weak()).with_clock_confirmed()
    }

    pub fn unlock(&self, officer: &str) -> Session {
        self.try_unlock(officer).unwrap_or_else(|error| panic!("{officer} does not unlock: {error:?}"))
    }

    /// With an index that is made again from the log.
    pub fn unlock_without_index(&self, officer: &str) -> Session {
        std::fs::remove_file(self.path(&format!("desks/{officer}.sqlite"))).expect("the index is removed");
        self.open().unlock_with(&id(officer), &phrase(), Memory::Lost).expect("the officer unlocks")
    }

    pub fn try_unlock(&self, officer: &str) -> Result<Session, Error> {
        self.open().unlock(&id(officer), &phrase())
    }

    /// Who makes his keys himself, under [`PASSPHRASE`]. Where a charge takes two, sam says yes.
    pub fn add(&self, session: &mut Session, officer: &str, nationality: &str, roles: &[Role]) {
        let request = self.request(officer, nationality, &phrase());
        let entered = session.admit_officer(request.as_bytes(), &roles.iter().copied().collect()).expect("let in");
        if let Some(request) = entered.request {
            self.unlock("sam").give_assent(&request).expect("sam says yes");
        }
    }

    /// The request of somebody who is to come in, or has lost his keys.
    pub fn request(&self, officer: &str, nationality: &str, passphrase: &Passphrase) -> String {
        let name = format!("{officer} of the house");
        self.open().request_identity(&id(officer), &name, nationality, passphrase).expect("the request is made").0
    }

    /// Whose keys are made for him, under [`PASSPHRASE`].
    pub fn add_given(&self, session: &mut Session, officer: &str, roles: &[Role]) {
        let new = NewOfficer {
            id: id(officer),
            full_name: format!("{officer} of the house"),
            nationality: "BEL".to_owned(),
            roles: roles.iter().copied().collect(),
        };
        session.add_officer(new, &phrase()).expect("the officer enters the officer");
    }

    /// What an officer may have reaches him: rik delivers what he holds, and the rest comes out of custody.
    pub fn reaches(&self, officer: &str) {
        drop(self.unlock("rik"));
        self.out_of_custody(officer);
    }

    /// What an officer may have and lacks, out of custody: sam asks, ada, its one custodian, agrees, sam carries it out. False:
    /// custody has nothing for him.
    pub fn out_of_custody(&self, officer: &str) -> bool {
        let mut sam = self.unlock("sam");
        match sam.request_custody(&CustodyFor::Officer(id(officer)), "nobody else has it") {
            Ok(request) => {
                self.unlock("ada").give_assent(&request).expect("ada says yes");
                assert_eq!(sam.carry_out_custody(&request).expect("sam carries out the request").delivered.len(), 1);
                true
            }
            Err(error) => {
                assert_eq!(codes(&error), ["nothing_in_custody"], "{error:?}");
                false
            }
        }
    }

    /// Makes new keys for an officer, under another passphrase.
    pub fn renew(&self, officer: &str, old: &Passphrase, new: &Passphrase) -> Result<String, Error> {
        let knowing = Knowing { clock: ClockTrust::Confirmed, ..Knowing::default() };
        self.open().renew_keys(&id(officer), old, new, knowing, &mut |_| ())
    }

    /// Approved by ada and sam, with a second custodian: the full rules are in force from then on.
    pub fn approve(&self, ceiling: Level) {
        let mut ada = self.unlock("ada");
        if ada.custody().expect("ada sees custody").threshold == 1 {
            share_by_two(&mut ada);
        }
        let request = ada.record_approval(approval(ceiling)).expect("ada records the approval");
        self.unlock("sam").give_assent(&request).expect("sam says yes");
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.dir.join(below)
    }
}

/// Custody of ada and sam, of whom it takes both.
pub fn share_by_two(ada: &mut Session) {
    let custodians = ["ada", "sam"].map(id).into();
    let shared = ada.share_custody(NewSharing { threshold: 2, custodians, waiting_hours: None }).expect("shared");
    assert!(matches!(shared, Shared::Effective(_)), "ada is its one custodian");
}

/// Until the end of the year.
pub fn approval(ceiling: Level) -> RecordApproval {
    RecordApproval { authority: "ANS".to_owned(), reference: "H-1".to_owned(), ceiling, until: date(2026, 12, 31) }
}

/// Cleared for five years from this year's start, and briefed.
pub fn clear(session: &mut Session, officer: &str, policy: &str, level: &str) {
    grant(session, officer, policy, level, &[]).expect("the officer grants the clearance");
    brief(session, officer, policy, level);
}

pub fn grant(
    session: &mut Session,
    officer: &str,
    policy: &str,
    level: &str,
    categories: &[(&str, &str)],
) -> Result<ClearanceView, Error> {
    let mut held: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (tag, value) in categories {
        held.entry((*tag).to_owned()).or_default().insert((*value).to_owned());
    }
    let granted = session.grant_clearance(GrantClearance {
        officer: id(officer),
        policy: policy.to_owned(),
        level: level.to_owned(),
        categories: held,
        from: date(2026, 1, 1),
        until: date(2030, 12, 31),
        certificate: "ANS-1".to_owned(),
        authority: "ANS".to_owned(),
    })?;
    match granted {
        Granted::Effective(view) => Ok(*view),
        Granted::Waiting(request) => panic!("{request} waits: this house is under the rules of an exercise"),
    }
}

pub fn brief(session: &mut Session, officer: &str, policy: &str, level: &str) {
    session
        .record_briefing(RecordBriefing {
            officer: id(officer),
            policy: policy.to_owned(),
            level: level.to_owned(),
            date: date(2026, 1, 2),
        })
        .expect("the officer records the briefing");
}

/// A marking under the Belgian policy; `rel` none: Belgium only.
pub fn marked(level: &str, rel: Option<&[&str]>) -> Marking {
    marked_with(level, rel, &[])
}

pub fn marked_with(level: &str, rel: Option<&[&str]>, categories: &[(&str, &str)]) -> Marking {
    marked_under("BEL", level, rel, categories)
}

pub fn marked_under(policy: &str, level: &str, rel: Option<&[&str]>, categories: &[(&str, &str)]) -> Marking {
    let spif = Policy::builtin(policy).expect("the policy ships");
    let rel: Option<Vec<String>> = rel.map(|rel| rel.iter().map(|r| (*r).to_owned()).collect());
    let categories: Vec<(String, String)> =
        categories.iter().map(|(t, v)| ((*t).to_owned(), (*v).to_owned())).collect();
    let created = "2026-11-20T08:00:00Z".parse().expect("an instant");
    let draft =
        LabelDraft::from_words(&spif, level, rel.as_deref(), &categories, created).expect("the policy has these words");
    Marking::Draft { policy: policy.to_owned(), draft }
}

pub fn paper(title: &str, marking: Marking, bytes: &[u8]) -> NewDocument {
    NewDocument {
        source: Source::Bytes(bytes.to_vec()),
        dossier: dossier("D-1"),
        marking,
        title: title.to_owned(),
        subject: format!("subject of {title}"),
        originator: "SGRS".to_owned(),
        paper: String::new(),
        date: date(2026, 11, 20),
        finalised: None,
        file_name: Some(format!("{title}.pdf").into_bytes()),
        topics: Vec::new(),
        motive: None,
        sources: Vec::new(),
    }
}

pub fn quietly(_: Progress) -> Flow {
    Flow::Continue
}

pub fn file(session: &mut Session, title: &str, marking: Marking) -> FilingResult {
    try_file(session, title, marking).unwrap_or_else(|error| panic!("{title} is not filed: {error:?}"))
}

pub fn try_file(session: &mut Session, title: &str, marking: Marking) -> Result<FilingResult, Error> {
    session.file_document(paper(title, marking, format!("the bytes of {title}").as_bytes()), &mut quietly)
}

pub fn read(session: &mut Session, document: &DocumentId) -> Vec<u8> {
    try_read(session, document).unwrap_or_else(|error| panic!("{document} is not read: {error:?}"))
}

pub fn try_read(session: &mut Session, document: &DocumentId) -> Result<Vec<u8>, Error> {
    let mut opened = session.open_document(document, "exercise")?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).expect("the document is read to its end");
    Ok(bytes)
}

pub fn titles(session: &mut Session) -> Vec<String> {
    let (mut titles, mut after): (Vec<String>, _) = (Vec::new(), None);
    loop {
        let page = session.list(&DocumentFilter { limit: 1000, after, ..DocumentFilter::default() }).expect("listed");
        titles.extend(page.rows.into_iter().map(|row| row.title));
        after = page.next;
        if after.is_none() {
            assert_eq!(page.total, titles.len() as u64);
            break;
        }
    }
    titles.sort();
    titles
}

pub fn codes(error: &Error) -> Vec<&str> {
    error.reasons().iter().map(|reason| reason.code.as_str()).collect()
}

pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folders are made");
    for entry in std::fs::read_dir(from).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        let there = to.join(path.file_name().expect("the path has a name"));
        if path.is_dir() {
            copy_folder(&path, &there);
        } else {
            std::fs::copy(&path, &there).expect("the file is copied");
        }
    }
}

/// The epochs of the class of a document so far, as the log of an overseer tells: 1 and one for each renewal.
pub fn epochs(session: &mut Session, class: &ClassId) -> usize {
    let renewals = LogFilter { action: Some("renew-key".to_owned()), limit: 1000, ..LogFilter::default() };
    let rows = session.log(&renewals).expect("the officer reads the log").rows;
    1 + rows.iter().filter(|row| row.detail.get("class").is_some_and(|c| c == class.as_str())).count()
}

pub fn objects(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for shard in std::fs::read_dir(dir.join("objects")).expect("the folder is listed") {
        let shard = shard.expect("the entry of the folder is read").path();
        for file in std::fs::read_dir(&shard).expect("the folder is listed") {
            found.push(file.expect("the entry of the folder is read").path());
        }
    }
    found.retain(|path| path.file_name().is_some_and(|name| name != "lock" && name != "heading" && name != "gate"));
    found
}
