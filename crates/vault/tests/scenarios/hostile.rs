//! An officer with his own, valid keys who does not use the program: he reads and writes the files as their formats are
//! documented, and signs whatever he likes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::{Access, Draft, Ledger, Position};
use registry::custody::{Circle, Deposit};
use registry::keys::KeyName;
use seal::{Identity, PartKey, Signer, Weight, open_bytes, seal_part, unlock_identity};
use serde_json::{Value, json};

use super::house::{House, phrase};

pub struct Hostile {
    pub identity: Identity,
    pub signer: Signer,
    pub ledger: Ledger,
    pub position: Position,
    /// Delivered keys: heading without `# `, and the key's line.
    pub keys: Vec<(String, String)>,
    pub at_ms: i64,
}

/// What an entry of his is to be.
pub struct Forgery {
    pub weight: Weight,
    pub events: Vec<Value>,
    pub version: u32,
    /// The vault key's epoch in the tag of the common part.
    pub epoch: u32,
    pub oversight: bool,
    /// Whether he keeps a copy of his session's key.
    pub keeps_session: bool,
    /// What he tells oversight, under a session key that oversight gets; none: under a key that nobody has.
    pub said: Option<Vec<Value>>,
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Forgery {
    pub fn of(event: Value) -> Forgery {
        Forgery::all(vec![event])
    }

    pub fn all(events: Vec<Value>) -> Forgery {
        let (parts, said) = (Vec::new(), None);
        Forgery {
            weight: Weight::Dual,
            events,
            version: 1,
            epoch: 1,
            oversight: true,
            keeps_session: true,
            said,
            parts,
        }
    }

    /// With these words for oversight.
    pub fn saying(self, said: Vec<Value>) -> Forgery {
        Forgery { said: Some(said), ..self }
    }

    pub fn part(mut self, audience: impl Into<String>, sealed: impl Into<Vec<u8>>) -> Forgery {
        self.parts.push((audience.into(), sealed.into()));
        self
    }
}

impl Hostile {
    pub fn new(house: &House, officer: &str) -> Hostile {
        let locked = std::fs::read(house.path(&format!("identities/{officer}.age"))).expect("it is read");
        let text = unlock_identity(&locked, &phrase()).expect("the passphrase opens the identity");
        let identity =
            Identity::parse_file(&text).expect("it is an identity file").pop().expect("the file has an identity");
        let seeds = text
            .expose_secret()
            .lines()
            .find_map(|l| l.strip_prefix("# zegel-signing-key: "))
            .expect("the signing key is in the file");
        let signer =
            Signer::from_seeds(&STANDARD.decode(seeds).expect("it is Base64")).expect("seeds of the right length");
        let ledger = Ledger::open(&house.path("ledger.sqlite"), Access::ReadWrite).expect("the log opens");
        let mut hostile = Hostile { identity, signer, ledger, position: Position::start(), keys: Vec::new(), at_ms: 0 };
        hostile.read();
        hostile
    }

    pub fn read(&mut self) {
        let mine = format!("officer/{}", self.signer.key_id());
        loop {
            let (entries, next) = self.ledger.read(&self.position, 1000).expect("the log is read");
            if entries.is_empty() {
                break;
            }
            self.position = next;
            for part in entries.iter().flat_map(|e| e.parts()).filter(|part| part.audience == mine) {
                let text =
                    open_bytes(&[&self.identity], &part.sealed).expect("opened").into_text().expect("it is UTF-8");
                let lines: Vec<&str> = text.expose_secret().lines().collect();
                for pair in lines.chunks(2) {
                    self.keys.push((pair[0].trim_start_matches("# ").to_owned(), pair[1].to_owned()));
                }
            }
        }
        self.at_ms = self.position.last_ms();
    }

    pub fn vault_key(&self, epoch: u32) -> PartKey {
        let heading = format!("vault epoch {epoch}");
        let line = &self.keys.iter().find(|(name, _)| *name == heading).expect("the officer holds the key").1;
        PartKey::parse(line.trim_start_matches("# ")).expect("it is the key of a part")
    }

    pub fn identity_of(&self, heading: &str) -> Option<Identity> {
        let line = &self.keys.iter().find(|(name, _)| name == heading)?.1;
        Some(Identity::parse(line).expect("it is an identity"))
    }

    /// The ids of all keys of a kind that he holds.
    pub fn held(&self, kind: &str) -> Vec<(String, u32)> {
        let parse = |name: &String| {
            let words: Vec<&str> = name.split(' ').collect();
            match words.as_slice() {
                [first, id, "epoch", n] if *first == kind => {
                    Some(((*id).to_owned(), n.parse().expect("it is a number")))
                }
                _ => None,
            }
        };
        self.keys.iter().filter_map(|(name, _)| parse(name)).collect()
    }

    pub fn place(&self, audience: &str) -> Vec<u8> {
        [self.ledger.vault().as_str(), audience].concat().into_bytes()
    }

    /// The events that he can read, of all entries.
    pub fn events(&self) -> Vec<Value> {
        let mut events = Vec::new();
        let mut position = Position::start();
        loop {
            let (entries, next) = self.ledger.read(&position, 1000).expect("the log is read");
            if entries.is_empty() {
                return events;
            }
            position = next;
            for part in entries.iter().flat_map(|e| e.parts()) {
                let Some(epoch) = part.audience.strip_prefix("common/") else { continue };
                let heading = format!("vault epoch {epoch}");
                if !self.keys.iter().any(|(name, _)| *name == heading) {
                    continue;
                }
                let key = self.vault_key(epoch.parse().expect("it is a number"));
                let plain =
                    seal::open_part(&key, &self.place(&part.audience), &part.sealed).expect("the key opens the part");
                events
                    .extend(registry::parts::decode::<Value>(plain.expose_secret()).expect("the part is CBOR of ours"));
            }
        }
    }

    /// The first event of a kind.
    pub fn event(&self, kind: &str) -> Value {
        self.events().into_iter().find(|event| event["event"] == kind).expect("the event is in the log")
    }

    /// The audiences of all parts, in their order.
    pub fn tags(&self) -> Vec<String> {
        let (entries, _) = self.ledger.read(&Position::start(), 1000).expect("the log is read");
        entries.iter().flat_map(|e| e.parts()).map(|part| part.audience.clone()).collect()
    }

    /// A sheet as a class part: its audience, and what is sealed to the class as an officer who files upwards would.
    pub fn sealed_sheet(&self, class: &str, epoch: u32, sheet: &Value) -> (String, Vec<u8>) {
        let makes = |event: &&Value| {
            (event["event"] == "class-made" && event["class"] == class && epoch == 1)
                || (event["event"] == "rekeyed" && event["key"]["id"] == class && event["epoch"] == epoch)
        };
        let events = self.events();
        let recipient = events.iter().find(makes).expect("the class was made")["recipient"]
            .as_str()
            .expect("a text")
            .parse()
            .expect("it is a recipient");
        let plain = json!({ "v": 1, "is": [sheet] }).to_string();
        let sealed = seal::seal_bytes(&[&recipient], plain.as_bytes()).expect("it is sealed");
        (format!("class/{class}/{epoch}"), [&[2], sealed.as_slice()].concat())
    }

    /// A key in custody, dealt to the one custodian of a vault that its founder keeps alone.
    pub fn deposit(&self, class: &str, epoch: u32, key: &Identity) -> (String, Vec<u8>) {
        let founder = self.event("founded")["officer"].clone();
        let recipient: seal::Recipient =
            founder["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
        let member = founder["key"].as_str().expect("`key` is text").parse().expect("it is a verifying key");
        let circle = Circle { epoch: 1, threshold: 1, members: vec![vec![(member, &recipient)]] };
        let name = KeyName::Class(class.parse().expect("of the form of an id"));
        let dealt = Deposit::deal((&name, epoch), key, &circle, self.ledger.vault(), &seal::SystemRandomness)
            .expect("custody is dealt");
        (format!("custody/{class}"), registry::parts::encode(&[dealt]))
    }

    /// The key of a session, for oversight and for himself. A part for himself that is there already is left alone.
    pub fn session_key(&self, session: &str, key: &PartKey, parts: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
        let text = format!("# session {session}\n# {}\n", key.expose_secret_line().expose_secret());
        let renewed = |event: &Value| event["event"] == "rekeyed" && event["key"]["kind"] == "oversight";
        let events = self.events();
        let recipient = match events.iter().rev().find(|event| renewed(event)) {
            Some(renewed) => renewed["recipient"].clone(),
            None => events[0]["oversight"].clone(),
        };
        let oversight: seal::Recipient = recipient.as_str().expect("it is text").parse().expect("it is a recipient");
        let seal = |to: &seal::Recipient| seal::seal_bytes(&[to], text.as_bytes()).expect("it is sealed");
        let own = format!("officer/{}", self.signer.key_id());
        let mut keys = vec![(format!("oversight-key/{session}"), seal(&oversight))];
        if !parts.iter().any(|(audience, _)| *audience == own) {
            keys.push((own, seal(self.identity.recipient())));
        }
        keys
    }

    /// Writes it, signed and sealed as it should be.
    pub fn append(&mut self, forgery: Forgery) {
        let mut draft = Draft::new(forgery.weight);
        if !forgery.events.is_empty() {
            let tag = format!("common/{}", forgery.epoch);
            let plain = json!({ "v": forgery.version, "is": forgery.events }).to_string();
            let sealed = seal_part(&self.vault_key(forgery.epoch), &self.place(&tag), plain.as_bytes());
            draft = draft.part(tag, sealed);
        }
        if forgery.oversight {
            let (session, key) = (seal::random_id(), PartKey::generate());
            let tag = format!("oversight/{session}");
            let nothing = vec![json!({ "did": "unlock", "detail": {} })];
            let plain = json!({ "v": 1, "is": forgery.said.as_ref().unwrap_or(&nothing) }).to_string();
            draft = draft.part(tag.clone(), seal_part(&key, &self.place(&tag), plain.as_bytes()));
            let key = forgery.said.map_or_else(PartKey::generate, |_| key);
            let own = format!("officer/{}", self.signer.key_id());
            let keys = self.session_key(&session, &key, &forgery.parts);
            for (audience, sealed) in keys.into_iter().filter(|(to, _)| forgery.keeps_session || *to != own) {
                draft = draft.part(audience, sealed);
            }
        }
        for (audience, sealed) in forgery.parts {
            draft = draft.part(audience, sealed);
        }
        let head = self.position.head();
        self.ledger.append(&head, &self.signer, self.at_ms, draft, ()).expect("the entry is appended").into_inner();
        self.read();
    }
}
