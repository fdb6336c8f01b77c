//! A state to play on, made by facts and by nothing else: no disk, no log.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, NaiveDate, Utc};
use label::{AccessPart, Level, RELEASABLE_TO};
use ledger::VaultId;
use policy::Role;
use registry::assents::Matter;
use registry::event::*;
use registry::fact::{Context, EntryDigest};
use registry::keys::KeyName;
use registry::partners::PartnerRecord;
use registry::people::{NewKeys, OfficerRecord};
use registry::releases::ReleaseMatter;
use registry::state::State;
use registry::system::ApprovalMatter;
use registry::{AssentId, ClassId, DocumentId, DossierKey, ForgedRule, OfficerId, PartnerId, ReleaseId};
use seal::{Identity, KeyId, Recipient, Signer, VerifyingKey};
use serde_json::Value;
use testkit::date;

/// A recipient whose documents somebody might copy today and open one day.
pub const CLASSIC: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

pub fn id(text: &str) -> OfficerId {
    OfficerId::parse(text).expect("a name")
}

/// A name that nothing has yet.
pub fn fresh<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
    seal::random_id().parse().expect("an opaque id")
}

/// The public half of a key that nobody has yet.
pub fn recipient() -> Recipient {
    Identity::generate().recipient().clone()
}

fn signers() -> &'static Mutex<BTreeMap<KeyId, Arc<Signer>>> {
    static SIGNERS: OnceLock<Mutex<BTreeMap<KeyId, Arc<Signer>>>> = OnceLock::new();
    SIGNERS.get_or_init(Mutex::default)
}

/// A signing key that nobody has yet, and that [`signer_of`] finds again.
pub fn signer() -> Arc<Signer> {
    let signer = Arc::new(Signer::generate());
    signers().lock().expect("no test fails in here").insert(signer.key_id(), signer.clone());
    signer
}

pub fn signer_of(key: KeyId) -> Arc<Signer> {
    signers().lock().expect("no test fails in here").get(&key).cloned().expect("made by `signer`")
}

/// The vault of the stage.
pub fn vault() -> &'static VaultId {
    static VAULT: OnceLock<VaultId> = OnceLock::new();
    VAULT.get_or_init(VaultId::random)
}

pub fn classic() -> Recipient {
    CLASSIC.parse().expect("a recipient of age")
}

/// A day of this year, before the exercise.
pub fn day(month: u32, day: u32) -> NaiveDate {
    date(2026, month, day)
}

/// Under the Belgian policy, releasable to Belgium and France.
pub fn access(level: &str) -> AccessPart {
    let nations = ["BEL", "FRA"].map(str::to_owned).into();
    AccessPart {
        policy: "BEL".to_owned(),
        classification: level.to_owned(),
        restrictive: BTreeMap::new(),
        permissive: [(RELEASABLE_TO.to_owned(), nations)].into(),
    }
}

/// The same, under another policy.
pub fn under(policy: &str, level: &str) -> AccessPart {
    AccessPart { policy: policy.to_owned(), permissive: BTreeMap::new(), ..access(level) }
}

pub fn officer(name: &str, roles: &[Role]) -> OfficerRecord {
    OfficerRecord {
        id: id(name),
        full_name: format!("{name} of the stage"),
        nationality: "BEL".to_owned(),
        roles: roles.iter().copied().collect(),
        recipient: recipient(),
        key: signer().key_id(),
    }
}

/// An officer who made his keys himself.
pub fn added(officer: OfficerRecord) -> OfficerAdded {
    let keys = NewKeys::of(vault(), &officer.id, None, &officer.recipient, &signer_of(officer.key));
    OfficerAdded { officer, proof: Some(keys.proof) }
}

/// An officer whose keys were made for him.
pub fn given(officer: OfficerRecord) -> OfficerAdded {
    OfficerAdded { officer, proof: None }
}

pub fn partner(name: &str, nation: &str) -> PartnerRecord {
    PartnerRecord {
        id: PartnerId::parse(name).expect("a name"),
        name: format!("Service {name}"),
        nation: nation.to_owned(),
        communities: BTreeSet::new(),
        contact: "liaison".to_owned(),
        recipient: recipient(),
        signing_key: Some(format!("ssh-ed25519 {name} liaison")),
        ceiling: Level::Secret,
        categories: BTreeMap::new(),
        agreement: Some("A-1".to_owned()),
        until: None,
    }
}

pub fn clearance(officer: &str, level: &str) -> ClearanceGranted {
    ClearanceGranted {
        officer: id(officer),
        policy: "BEL".to_owned(),
        level: level.to_owned(),
        categories: BTreeMap::new(),
        from: day(1, 1),
        until: date(2030, 12, 31),
        certificate: "ANS-1".to_owned(),
        authority: "ANS".to_owned(),
    }
}

pub fn briefing(officer: &str, level: &str) -> BriefingRecorded {
    BriefingRecorded { officer: id(officer), policy: "BEL".to_owned(), level: level.to_owned(), date: day(1, 2) }
}

/// The entry that a fact stands in, as the test makes it up.
#[derive(Clone)]
pub struct By {
    pub author: OfficerId,
    pub index: u64,
    pub at: DateTime<Utc>,
    pub introduces: Vec<VerifyingKey>,
    pub sheets: Vec<(ClassId, u32)>,
    pub by_two: Vec<DocumentId>,
    /// What a second signs of it.
    pub digest: EntryDigest,
}

/// What a second signs of an entry that says this.
pub fn saying(facts: &str) -> EntryDigest {
    EntryDigest::of(facts.as_bytes(), &BTreeMap::new())
}

impl By {
    pub fn introducing(mut self, key: KeyId) -> By {
        self.introduces.push(signer_of(key).verifying_key().clone());
        self
    }

    /// With a part for the sheets of a class.
    pub fn with_sheet(mut self, class: &ClassId, epoch: u32) -> By {
        self.sheets.push((class.clone(), epoch));
        self
    }

    /// With the fact that two change this document.
    pub fn by_two(mut self, document: &DocumentId) -> By {
        self.by_two.push(document.clone());
        self
    }

    pub fn at(self, text: &str) -> By {
        By { at: text.parse().expect("an instant"), ..self }
    }

    pub fn context(&self) -> Context<'_> {
        Context {
            vault: vault(),
            author: &self.author,
            index: self.index,
            at_ms: self.at.timestamp_millis(),
            at: self.at,
            introduces: &self.introduces,
            sheets: &self.sheets,
            by_two: &self.by_two,
            digest: Some(&self.digest),
        }
    }
}

/// The state after the facts that were played on it.
#[derive(Clone)]
pub struct Stage {
    pub state: State,
    /// Of the next entry.
    pub index: u64,
    pub now: DateTime<Utc>,
    pub founded: Founded,
    pub dossier: DossierKey,
    /// SECRET and CONFIDENTIEL in the dossier; their keys are known to rik, and that of SECRET to bea as well.
    pub secret: ClassId,
    pub low: ClassId,
    /// Of SECRET, filed by rik.
    pub report: DocumentId,
    /// Entered by ada, confirmed by sam.
    pub partner: PartnerId,
    /// Of the report to the partner, asked for by rosa.
    pub release: ReleaseId,
}

impl Stage {
    /// With nothing but its first officer, `ada`: security officer and custodian.
    pub fn bare() -> Stage {
        static MODEL: OnceLock<Stage> = OnceLock::new();
        MODEL.get_or_init(Stage::found).clone()
    }

    fn found() -> Stage {
        let founded = Founded {
            name: "Registry of the exercise".to_owned(),
            register: "EX".to_owned(),
            officer: officer("ada", &[Role::SecurityOfficer, Role::Custodian]),
            oversight: recipient(),
            four_eyes: false,
        };
        let mut stage = Stage {
            state: State::default(),
            index: 0,
            now: testkit::FOUNDED.parse().expect("an instant"),
            founded: founded.clone(),
            dossier: fresh(),
            secret: fresh(),
            low: fresh(),
            report: fresh(),
            partner: PartnerId::parse("DGSE").expect("a name"),
            release: fresh(),
        };
        let by = stage.by("ada").introducing(founded.officer.key);
        stage.play_by(&by, founded);
        stage
    }

    /// With the cast of the exercise, a second release authority `remi`, a dossier kept by ada, two classes, a document,
    /// a partner and a release.
    pub fn furnished() -> Stage {
        static MODEL: OnceLock<Stage> = OnceLock::new();
        MODEL.get_or_init(Stage::furnish).clone()
    }

    fn furnish() -> Stage {
        let mut stage = Stage::bare();
        for player in testkit::CAST {
            stage.admit(player.id, player.roles);
            if let Some(level) = player.cleared {
                stage.play("ada", clearance(player.id, level));
            }
            if let Some(level) = player.briefed {
                stage.play("ada", briefing(player.id, level));
            }
        }
        stage.admit("remi", &[Role::ReleaseAuthority, Role::Reader]);
        stage.play("ada", clearance("remi", "SECRET"));
        stage.play("ada", briefing("remi", "SECRET"));
        let dossier = stage.dossier.clone();
        stage.play(
            "ada",
            DossierCreated {
                dossier: dossier.clone(),
                recipient: recipient(),
                lead: None,
                deputy: None,
                from: day(11, 1),
            },
        );
        let members = testkit::CAST.iter().filter(|player| player.member).map(|player| player.id);
        for member in members.chain(["remi"]) {
            stage.play("ada", stage.member(member));
        }
        for (class, level) in [(stage.secret.clone(), "SECRET"), (stage.low.clone(), "CONFIDENTIEL")] {
            stage.play("rik", stage.class(class, level));
        }
        stage.play("rik", stage.delivered(KeyName::Class(stage.secret.clone()), &[1], &["bea"]));
        stage.play("rik", stage.filed(stage.report.clone()));
        let record = partner("DGSE", "FRA");
        let fingerprint = record.recipient.fingerprint();
        let entered = stage.index;
        stage.play("ada", PartnerAdded { partner: record });
        stage.play("sam", PartnerConfirmed { partner: stage.partner.clone(), fingerprint, entered });
        stage.play("rosa", stage.requested(stage.release.clone()));
        stage
    }

    pub fn admit(&mut self, name: &str, roles: &[Role]) {
        let officer = officer(name, roles);
        let by = self.by("ada").introducing(officer.key);
        self.play_by(&by, added(officer));
        let vault = self.delivered(KeyName::Vault, &[1], &[name]);
        self.play("ada", vault);
    }

    /// The next entry, by an officer.
    pub fn by(&self, author: &str) -> By {
        By {
            author: id(author),
            index: self.index,
            at: self.now,
            introduces: Vec::new(),
            sheets: Vec::new(),
            by_two: Vec::new(),
            digest: saying("what it says"),
        }
    }

    /// Puts a fact into the state that its author may state.
    #[track_caller]
    pub fn play(&mut self, author: &str, fact: impl Into<Event>) {
        let by = self.by(author);
        self.play_by(&by, fact);
    }

    #[track_caller]
    pub fn play_by(&mut self, by: &By, fact: impl Into<Event>) {
        let event = fact.into();
        let outcome = event.apply(&mut self.state, &by.context());
        assert_eq!(outcome, Ok(()), "{event:?} by {}", by.author);
        self.state.note_author(&by.context());
        self.index += 1;
    }

    /// The rule by which a fact of an author is refused; none: it passes. The state that it was refused on is as it was.
    #[track_caller]
    pub fn try_by(&self, by: &By, fact: impl Into<Event>) -> Option<ForgedRule> {
        let mut state = self.state.clone();
        let rule = fact.into().apply(&mut state, &by.context()).err()?;
        assert_eq!(json(&state), json(&self.state), "refused by {rule:?}, and the state is another");
        Some(rule)
    }

    #[track_caller]
    pub fn passes(&self, author: &str, fact: impl Into<Event>) {
        self.passes_by(&self.by(author), fact);
    }

    #[track_caller]
    pub fn passes_by(&self, by: &By, fact: impl Into<Event>) {
        assert_eq!(self.try_by(by, fact), None, "it is not forged");
    }

    #[track_caller]
    pub fn refuses(&self, rule: ForgedRule, author: &str, fact: impl Into<Event>) {
        self.refuses_by(rule, &self.by(author), fact);
    }

    #[track_caller]
    pub fn refuses_by(&self, rule: ForgedRule, by: &By, fact: impl Into<Event>) {
        assert_eq!(self.try_by(by, fact), Some(rule), "exactly this rule is broken");
    }

    /// What a fact changes: the places of the state that are not as they were, ids as `*`.
    #[track_caller]
    pub fn changes(&self, by: &By, fact: impl Into<Event>) -> (State, Vec<String>) {
        let mut after = self.clone();
        after.play_by(by, fact);
        let mut changed = BTreeSet::new();
        differ("", &json(&self.state), &json(&after.state), &mut changed);
        (after.state, changed.into_iter().collect())
    }

    pub fn member(&self, officer: &str) -> MemberAdded {
        MemberAdded { dossier: self.dossier.clone(), officer: id(officer), from: day(11, 1), until: None }
    }

    pub fn class(&self, class: ClassId, level: &str) -> ClassMade {
        ClassMade { class, dossier: self.dossier.clone(), access: access(level), recipient: recipient() }
    }

    pub fn delivered(&self, key: KeyName, epochs: &[u32], officers: &[&str]) -> Delivered {
        Delivered { key, epochs: epochs.to_vec(), officers: officers.iter().map(|name| id(name)).collect() }
    }

    pub fn filed(&self, document: DocumentId) -> Filed {
        Filed { document, class: self.secret.clone(), epoch: 1 }
    }

    /// The report to the partner.
    pub fn to_partner(&self) -> ReleaseMatter {
        ReleaseMatter { partner: self.partner.clone(), documents: vec![self.report.clone()], consents: BTreeMap::new() }
    }

    pub fn requested(&self, release: ReleaseId) -> Asked {
        Asked { request: AssentId::from(&release), matter: Matter::Release(self.to_partner()) }
    }

    /// The report, moved to CONFIDENTIEL.
    pub fn reclassified(&self) -> Reclassified {
        Reclassified {
            document: self.report.clone(),
            class: self.low.clone(),
            epoch: 1,
            object: fresh(),
            earlier: Vec::new(),
            consented: false,
        }
    }

    /// New keys of an officer in place of those that he has.
    pub fn renewed(&self, officer: &str) -> KeysRenewed {
        let (id, replaces) = (id(officer), self.state.officers[&id(officer)].key);
        let keys = NewKeys::of(vault(), &id, Some(replaces), &recipient(), &signer());
        KeysRenewed { officer: id, keys }
    }

    /// New keys of an officer who has lost those that he had.
    pub fn reissued(&self, officer: &str) -> KeysReissued {
        let keys = NewKeys::of(vault(), &id(officer), None, &recipient(), &signer());
        KeysReissued { officer: id(officer), keys }
    }

    /// Keys of an officer at another workstation.
    pub fn further(&self, officer: &str, name: &str) -> IdentityAdded {
        let keys = NewKeys::of(vault(), &id(officer), None, &recipient(), &signer());
        IdentityAdded { officer: id(officer), name: name.to_owned(), keys }
    }

    /// A new key for SECRET.
    pub fn rekeyed(&self) -> Rekeyed {
        Rekeyed { key: self.secret_key(), epoch: 2, recipient: Some(recipient()) }
    }

    pub fn secret_key(&self) -> KeyName {
        KeyName::Class(self.secret.clone())
    }

    pub fn dossier_key(&self) -> KeyName {
        KeyName::Dossier(self.dossier.clone())
    }

    /// Of the system, with everything that one person gave alone.
    pub fn approval(&self) -> ApprovalMatter {
        ApprovalMatter {
            authority: "ANS".to_owned(),
            reference: "H-1".to_owned(),
            ceiling: Level::Secret,
            until: date(2027, 1, 1),
            rights: self.state.lone_rights(),
        }
    }

    /// Under the full rules.
    pub fn with_four_eyes(mut self) -> Stage {
        self.state.four_eyes = true;
        self
    }

    /// Bea's clearance is suspended, who knows the key of SECRET: it is due.
    pub fn with_due_key(mut self) -> Stage {
        let status = policy::ClearanceStatus::Suspended;
        self.play("sam", ClearanceChanged { officer: id("bea"), policy: "BEL".to_owned(), status });
        self
    }
}

/// The state, and the records of its documents.
pub fn json(state: &State) -> Value {
    let mut all = serde_json::to_value(state).expect("plain data");
    let documents: BTreeMap<_, _> = state.documents.changed().collect();
    all["documents"] = serde_json::to_value(documents).expect("plain data");
    all
}

fn differ(place: &str, before: &Value, after: &Value, changed: &mut BTreeSet<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for name in names {
                let opaque = DocumentId::parse(name).is_ok() || name.parse::<KeyId>().is_ok();
                let name_of = if opaque { "*" } else { name };
                let below = if place.is_empty() { name_of.to_owned() } else { format!("{place}.{name_of}") };
                match (before.get(name), after.get(name)) {
                    (Some(before), Some(after)) => differ(&below, before, after, changed),
                    _ => drop(changed.insert(below)),
                }
            }
        }
        (before, after) if before == after => {}
        _ => drop(changed.insert(place.to_owned())),
    }
}
