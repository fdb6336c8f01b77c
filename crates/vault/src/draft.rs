//! An entry before it is sealed: what it says, part by part.

use std::collections::BTreeMap;
use std::sync::Arc;

use ledger::Draft;
use registry::Event;
use registry::custody::Deposit;
use registry::documents::Sheet;
use registry::dossiers::DossierNote;
use registry::event;
use registry::keys::{KeyName, KeyText, Keyring, PairDealing};
use registry::log::AuditRecord;
use registry::parts::{Audience, encode, encode_sealed};
use registry::people::Officer;
use registry::replay::said;
use registry::state::State;
use seal::{KeyId, PartKey, Recipient, VerifyingKey, Weight, seal_bytes};

use crate::identity::Pair;
use crate::{ClassId, DossierKey, Error, OfficerId};

/// The key under which this session writes its oversight parts.
pub(crate) struct OversightSession {
    pub id: String,
    pub key: PartKey,
    /// The epoch of the oversight key that it was sealed to.
    pub epoch: u32,
}

/// The second officer of two who is here, and his keys.
pub(crate) struct SecondKeys {
    pub officer: OfficerId,
    pub keys: Pair,
}

/// What an entry is to say.
#[derive(Default)]
pub(crate) struct EntryDraft {
    pub events: Vec<Event>,
    pub records: Vec<AuditRecord>,
    pub sheets: Vec<(ClassId, u32, Vec<Sheet>)>,
    pub notes: Vec<(DossierKey, u32, Vec<DossierNote>)>,
    /// Keys for officers: one part each.
    pub keys: Vec<(KeyId, Recipient, KeyText)>,
    /// What is dealt to custodians: one part for each class or dossier.
    pub custody: Vec<(String, Vec<Deposit>)>,
    /// What is dealt to those of whom two open together.
    pub pairs: Vec<PairDealing>,
    /// The second of two, who stands in some of its facts: he signs it once it is sealed.
    pub second: Option<Arc<SecondKeys>>,
    /// Epochs that this entry, or one that is written with it, makes: parts are sealed to them before the state knows them.
    pub fresh: Vec<(KeyName, u32, Recipient)>,
    pub introduces: Option<VerifyingKey>,
    /// The keys in whose place those come that it introduces.
    pub renews: Option<KeyId>,
    /// The first keys of the officer who has those of the author that it introduces as well.
    pub beside: Option<KeyId>,
    /// Further keys of its author, that it introduces.
    pub own_besides: Vec<(KeyId, Recipient)>,
    /// Keys of its author that count no more after it.
    pub ends: Option<KeyId>,
    /// The author's own keys after it, where it replaces them: his copy of a session key is for these.
    pub own: Option<(KeyId, Recipient)>,
}

impl EntryDraft {
    pub fn fact(mut self, fact: impl Into<Event>) -> EntryDraft {
        self.push(fact);
        self
    }

    pub fn push(&mut self, fact: impl Into<Event>) {
        self.events.push(fact.into());
    }

    pub fn record(mut self, record: AuditRecord) -> EntryDraft {
        self.records.push(record);
        self
    }

    pub fn sheet(mut self, class: &ClassId, epoch: u32, sheet: Sheet) -> EntryDraft {
        match self.sheets.iter_mut().find(|(c, e, _)| c == class && *e == epoch) {
            Some((_, _, sheets)) => sheets.push(sheet),
            None => self.sheets.push((class.clone(), epoch, vec![sheet])),
        }
        self
    }

    pub fn note(mut self, dossier: &DossierKey, epoch: u32, note: DossierNote) -> EntryDraft {
        match self.notes.iter_mut().find(|(d, e, _)| d == dossier && *e == epoch) {
            Some((_, _, notes)) => notes.push(note),
            None => self.notes.push((dossier.clone(), epoch, vec![note])),
        }
        self
    }

    /// The part of one officer, to add keys to.
    pub fn keys_for(&mut self, key: KeyId, recipient: &Recipient) -> &mut KeyText {
        let at = match self.keys.iter().position(|(k, _, _)| *k == key) {
            Some(at) => at,
            None => {
                self.keys.push((key, recipient.clone(), KeyText::new()));
                self.keys.len() - 1
            }
        };
        // INVARIANT: `at` was found or has just been pushed.
        &mut self.keys.get_mut(at).expect("a part that is there").2
    }

    /// Adds keys to the part of each identity of an officer.
    pub fn keys_to(&mut self, officer: &Officer, add: impl Fn(&mut KeyText)) {
        for (key, recipient) in officer.identities() {
            add(self.keys_for(key, recipient));
        }
    }

    /// Adds to the custody part of one class or dossier.
    pub fn deposit(&mut self, id: String, deposit: Deposit) {
        match self.custody.iter_mut().find(|(other, _)| *other == id) {
            Some((_, deposits)) => deposits.push(deposit),
            None => self.custody.push((id, vec![deposit])),
        }
    }

    /// The keys of the classes and dossiers that it has parts for.
    pub fn held_keys(&self) -> Vec<KeyName> {
        let classes = self.sheets.iter().map(|(class, ..)| KeyName::Class(class.clone()));
        classes.chain(self.notes.iter().map(|(dossier, ..)| KeyName::Dossier(dossier.clone()))).collect()
    }

    /// Whether it puts a document into the class of a key, or makes the key.
    pub fn files_under(&self, key: &KeyName) -> bool {
        self.events.iter().any(|event| event.under().as_ref() == Some(key))
    }

    /// Seals its parts for a class or dossier to another epoch.
    pub fn reseal(&mut self, key: &KeyName, to: u32) {
        for (class, epoch, _) in &mut self.sheets {
            if *key == KeyName::Class(class.clone()) {
                *epoch = to;
            }
        }
        for (dossier, epoch, _) in &mut self.notes {
            if *key == KeyName::Dossier(dossier.clone()) {
                *epoch = to;
            }
        }
    }

    /// Puts a new epoch of a key before everything else: what follows is sealed to it.
    pub fn renewing(mut self, made: EntryDraft) -> EntryDraft {
        let EntryDraft { events, keys, custody, pairs, fresh, .. } = made;
        self.events.splice(0..0, events);
        for (key, recipient, text) in keys {
            self.keys_for(key, &recipient).append(text);
        }
        for (id, deposits) in custody {
            deposits.into_iter().for_each(|deposit| self.deposit(id.clone(), deposit));
        }
        self.pairs.extend(pairs);
        self.fresh.extend(fresh);
        self
    }

    /// Seals every part for its audience. `new_session`: this entry is the first of an oversight session. `index`: its place in
    /// the log.
    pub fn seal(
        mut self,
        state: &State,
        keyring: &Keyring,
        (session, new_session): (&OversightSession, bool),
        index: u64,
    ) -> Result<Draft, Error> {
        let shown = self.shown(state, keyring)?;
        let sealed = shown.iter().map(|(audience, sealed)| (audience.as_str(), sealed.as_slice()));
        if let (Some(second), Some(digest)) = (&self.second, event::digest(&self.events, sealed)) {
            let place = (&keyring.vault_id, &keyring.me, index);
            event::sign(&mut self.events, &digest, (&second.officer, &second.keys.signer), place);
        }
        let dual = self.events.iter().any(|event| event.weight() == Weight::Dual);
        let mut draft = Draft::new(if dual { Weight::Dual } else { Weight::Single });
        if let Some(author) = &self.introduces {
            draft = draft.introduce(author);
        }
        if let Some(key) = self.beside {
            draft = draft.part(Audience::Beside(key).to_string(), key.to_bytes());
        }
        if let Some(key) = self.renews {
            draft = draft.part(Audience::Renews(key).to_string(), key.to_bytes());
        }
        if !self.events.is_empty() {
            let epoch = state.current(&KeyName::Vault).map_or(1, |(epoch, _)| epoch);
            let (audience, sealed) = keyring.seal_common(epoch, &encode(&self.events))?;
            draft = draft.part(audience.to_string(), sealed);
        }
        let mut keys = self.keys;
        let mut keys_elsewhere = self.own_besides;
        if new_session {
            let recipient = state.current(&KeyName::Oversight).and_then(|(_, epoch)| epoch.recipient.as_ref());
            let recipient = recipient.ok_or_else(unsealed)?;
            let mut text = KeyText::new();
            text.session(&session.id, &session.key);
            let sealed = sealed_text(recipient, text)?;
            draft = draft.part(Audience::OversightKey(session.id.clone()).to_string(), sealed);
            // The author reads his own log later, with this.
            let mut own = vec![match self.own {
                Some(others) => others,
                None => {
                    // At his other workstations as well.
                    let me = state.officers.get(&keyring.me).into_iter().flat_map(|me| me.identities());
                    let goes_on = |key: &KeyId| *key != keyring.key_id() && Some(*key) != self.ends;
                    let elsewhere = me.filter(|(key, _)| goes_on(key)).map(|(k, r)| (k, r.clone()));
                    keys_elsewhere.extend(elsewhere);
                    (keyring.key_id(), keyring.identity.recipient().clone())
                }
            }];
            own.append(&mut keys_elsewhere);
            for (key, recipient) in own {
                match keys.iter_mut().find(|(other, _, _)| *other == key) {
                    Some((_, _, text)) => text.session(&session.id, &session.key),
                    None => {
                        let mut text = KeyText::new();
                        text.session(&session.id, &session.key);
                        keys.push((key, recipient, text));
                    }
                }
            }
        }
        let records = said(state, &self.events, self.records);
        if records.is_empty() {
            // Nothing is written that says nothing.
            return Err(unsealed());
        }
        let (audience, sealed) = keyring.seal_oversight(&session.id, &session.key, &encode(&records));
        draft = draft.part(audience.to_string(), sealed);
        for (key, recipient, text) in keys {
            draft = draft.part(Audience::Officer(key).to_string(), sealed_text(&recipient, text)?);
        }
        Ok(shown.into_iter().fold(draft, |draft, (audience, sealed)| draft.part(audience, sealed)))
    }

    /// The parts for custodians, for pairs, and for readers of dossiers and documents, by their audiences.
    fn shown(&mut self, state: &State, keyring: &Keyring) -> Result<Vec<(String, Vec<u8>)>, Error> {
        let mut parts = Vec::new();
        for (id, deposits) in std::mem::take(&mut self.custody) {
            parts.push((Audience::Custody(id).to_string(), encode_sealed(&deposits)));
        }
        let mut pairs: BTreeMap<ClassId, Vec<PairDealing>> = BTreeMap::new();
        let dealings = std::mem::take(&mut self.pairs).into_iter();
        dealings.for_each(|dealing| pairs.entry(dealing.class.clone()).or_default().push(dealing));
        for (class, dealings) in pairs {
            parts.push((Audience::Pairs(class).to_string(), encode_sealed(&dealings)));
        }
        for (dossier, epoch, notes) in std::mem::take(&mut self.notes) {
            let audience = Audience::Dossier(dossier, epoch);
            let sealed = keyring.seal_held(&audience, state, &self.fresh, &encode(&notes))?;
            parts.push((audience.to_string(), sealed));
        }
        for (class, epoch, sheets) in std::mem::take(&mut self.sheets) {
            let audience = Audience::Class(class, epoch);
            let sealed = keyring.seal_held(&audience, state, &self.fresh, &encode(&sheets))?;
            parts.push((audience.to_string(), sealed));
        }
        Ok(parts)
    }
}

fn sealed_text(recipient: &Recipient, text: KeyText) -> Result<Vec<u8>, Error> {
    seal_bytes(&[recipient], text.into_text().expose_secret().as_bytes()).map_err(|_| unsealed())
}

fn unsealed() -> Error {
    Error::LedgerAltered { entry: None, flaw: "key" }
}
