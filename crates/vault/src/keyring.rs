//! The keys of one officer: his own, and those that were delivered to him.

use std::collections::BTreeMap;

use ledger::VaultId;
use seal::{Identity, KeyId, PartKey, Recipient, SecretBytes, Signer, open_bytes, open_part, seal_bytes, seal_part};

use crate::entries::{Audience, KeyName, KeyText, Named};
use crate::state::State;
use crate::{Error, OfficerId};

/// First byte of a part that is sealed with a key derived from the class or dossier identity.
const DERIVED: u8 = 1;
/// First byte of a part that is an age file to the class or dossier recipient.
const AGE: u8 = 2;
/// What the derived keys of parts are for.
const PART_INFO: &[u8] = b"zegel part of a class or dossier";

/// Why a part stayed closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    /// This officer does not hold the key.
    NoKey,
    /// The key is held and does not fit: whoever wrote the part sealed it wrongly.
    Altered,
}

/// Everything that this officer can open with.
pub(crate) struct Keyring {
    pub me: OfficerId,
    pub identity: Identity,
    pub signer: Signer,
    vault_id: VaultId,
    vault: BTreeMap<u32, PartKey>,
    identities: BTreeMap<(KeyName, u32), Identity>,
    sessions: BTreeMap<String, PartKey>,
}

impl Keyring {
    pub fn new(me: OfficerId, identity: Identity, signer: Signer, vault_id: VaultId) -> Keyring {
        Keyring {
            me,
            identity,
            signer,
            vault_id,
            vault: BTreeMap::new(),
            identities: BTreeMap::new(),
            sessions: BTreeMap::new(),
        }
    }

    pub fn key_id(&self) -> KeyId {
        self.signer.key_id()
    }

    /// The key of the desk: whoever has the identity has it.
    pub fn desk_key(&self) -> PartKey {
        PartKey::derive(&self.identity, b"zegel desk")
    }

    pub fn holds(&self, name: &KeyName, epoch: u32) -> bool {
        match name {
            KeyName::Vault => self.vault.contains_key(&epoch),
            KeyName::Oversight | KeyName::Custody | KeyName::Dossier(_) | KeyName::Class(_) => {
                self.identities.contains_key(&(name.clone(), epoch))
            }
        }
    }

    pub fn identity_of(&self, name: &KeyName, epoch: u32) -> Option<&Identity> {
        self.identities.get(&(name.clone(), epoch))
    }

    pub fn vault_key(&self, epoch: u32) -> Option<&PartKey> {
        self.vault.get(&epoch)
    }

    pub fn add_vault_key(&mut self, epoch: u32, key: PartKey) {
        self.vault.insert(epoch, key);
    }

    pub fn add_identity(&mut self, name: KeyName, epoch: u32, identity: Identity) {
        self.identities.insert((name, epoch), identity);
    }

    pub fn knows_session(&self, session: &str) -> bool {
        self.sessions.contains_key(session)
    }

    /// Takes up the keys in an `officer` part for this officer.
    pub fn receive(&mut self, sealed: &[u8]) -> Result<Vec<(KeyName, u32)>, Closed> {
        let text = open_bytes(&[&self.identity], sealed).map_err(|_| Closed::Altered)?;
        self.read(text)
    }

    /// Takes up the session key in an `oversight-key` part.
    pub fn receive_session(&mut self, sealed: &[u8]) -> Result<(), Closed> {
        let text = self.open_by(&KeyName::Oversight, sealed)?;
        self.read(text).map(|_| ())
    }

    /// The keys in a `custody` part. They are used and forgotten, not taken up: a custodian does not hold them.
    pub fn custody(&self, sealed: &[u8]) -> Result<Vec<(KeyName, u32, Identity)>, Closed> {
        let text = self.open_by(&KeyName::Custody, sealed)?.into_text().ok_or(Closed::Altered)?;
        let keys = KeyText::read(&text).map_err(|_| Closed::Altered)?;
        let identity = |key| match key {
            Named::Identity(name, epoch, identity) => Some((name, epoch, identity)),
            Named::Part(..) | Named::Session(..) => None,
        };
        Ok(keys.into_iter().filter_map(identity).collect())
    }

    /// Opens with whichever epoch of a key fits.
    fn open_by(&self, name: &KeyName, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        let keys: Vec<&Identity> = self.identities.iter().filter(|((n, _), _)| n == name).map(|(_, i)| i).collect();
        if keys.is_empty() {
            return Err(Closed::NoKey);
        }
        open_bytes(&keys, sealed).map_err(|error| match error {
            seal::OpenError::NotForThisKey => Closed::NoKey,
            _ => Closed::Altered,
        })
    }

    fn read(&mut self, text: SecretBytes) -> Result<Vec<(KeyName, u32)>, Closed> {
        let text = text.into_text().ok_or(Closed::Altered)?;
        let mut names = Vec::new();
        for key in KeyText::read(&text).map_err(|_| Closed::Altered)? {
            match key {
                Named::Part(name, epoch, key) => {
                    if name != KeyName::Vault {
                        return Err(Closed::Altered);
                    }
                    // What opened parts already is not replaced by what somebody delivers later.
                    self.vault.entry(epoch).or_insert(key);
                    names.push((name, epoch));
                }
                Named::Identity(name, epoch, identity) => {
                    self.identities.entry((name.clone(), epoch)).or_insert(identity);
                    names.push((name, epoch));
                }
                Named::Session(session, key) => {
                    self.sessions.entry(session).or_insert(key);
                }
            }
        }
        Ok(names)
    }

    /// Whether an identity that is held is the one that the log names.
    pub fn is_genuine(&self, name: &KeyName, epoch: u32, recipient: Option<&Recipient>) -> bool {
        match (name, recipient) {
            (KeyName::Vault, _) => true,
            (_, Some(recipient)) => self.identity_of(name, epoch).is_some_and(|i| i.recipient() == recipient),
            (_, None) => false,
        }
    }

    /// Everything that was delivered, sealed to oneself: what the desk remembers.
    pub fn pack(&self) -> Vec<u8> {
        let mut text = KeyText::new();
        for (epoch, key) in &self.vault {
            text.part(&KeyName::Vault, *epoch, key);
        }
        for ((name, epoch), identity) in &self.identities {
            text.identity(name, *epoch, identity);
        }
        seal_bytes(&[self.identity.recipient()], text.into_text().expose_secret().as_bytes()).unwrap_or_default()
    }

    pub fn unpack(&mut self, packed: &[u8]) -> Result<(), Closed> {
        self.receive(packed).map(|_| ())
    }

    fn place(&self, audience: &Audience) -> Vec<u8> {
        [self.vault_id.as_str().as_bytes(), audience.to_string().as_bytes()].concat()
    }

    /// Opens a part of a kind that is sealed as such: common, oversight, dossier, class.
    pub fn open(&self, audience: &Audience, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        let place = self.place(audience);
        match audience {
            Audience::Common(epoch) => {
                let key = self.vault.get(epoch).ok_or(Closed::NoKey)?;
                open_part(key, &place, sealed).map_err(|_| Closed::Altered)
            }
            Audience::Oversight(session) => {
                let key = self.sessions.get(session).ok_or(Closed::NoKey)?;
                open_part(key, &place, sealed).map_err(|_| Closed::Altered)
            }
            Audience::Dossier(..) | Audience::Class(..) => {
                let key = audience.key().ok_or(Closed::NoKey)?;
                let identity = self.identities.get(&key).ok_or(Closed::NoKey)?;
                match sealed.split_first() {
                    Some((&DERIVED, rest)) => {
                        let key = PartKey::derive(identity, PART_INFO);
                        open_part(&key, &place, rest).map_err(|_| Closed::Altered)
                    }
                    Some((&AGE, rest)) => open_bytes(&[identity], rest).map_err(|_| Closed::Altered),
                    _ => Err(Closed::Altered),
                }
            }
            Audience::Author | Audience::OversightKey(_) | Audience::Officer(_) | Audience::Custody(_) => {
                Err(Closed::NoKey)
            }
        }
    }

    /// Seals a common part under the present vault key.
    pub fn seal_common(&self, epoch: u32, plain: &[u8]) -> Result<(Audience, Vec<u8>), Error> {
        let audience = Audience::Common(epoch);
        let key = self.vault.get(&epoch).ok_or(Error::Disabled)?;
        let sealed = seal_part(key, &self.place(&audience), plain);
        Ok((audience, sealed))
    }

    pub fn seal_oversight(&self, session: &str, key: &PartKey, plain: &[u8]) -> (Audience, Vec<u8>) {
        let audience = Audience::Oversight(session.to_owned());
        let sealed = seal_part(key, &self.place(&audience), plain);
        (audience, sealed)
    }

    /// Seals a class or dossier part: with the derived key when the identity is held, else as an age file to its recipient.
    pub fn seal_held(&self, audience: &Audience, state: &State, plain: &[u8]) -> Result<Vec<u8>, Error> {
        let key = audience.key().ok_or_else(unknown_key)?;
        let (tag, sealed) = match self.identities.get(&key) {
            Some(identity) => (DERIVED, seal_part(&PartKey::derive(identity, PART_INFO), &self.place(audience), plain)),
            None => {
                let epoch = state.keys.get(&key.0).and_then(|chain| chain.get(key.1));
                let recipient = epoch.and_then(|epoch| epoch.recipient.as_ref()).ok_or_else(unknown_key)?;
                (AGE, seal_bytes(&[recipient], plain).map_err(|_| unknown_key())?)
            }
        };
        Ok([&[tag], sealed.as_slice()].concat())
    }
}

/// An officer's or class's recipient that cannot be sealed to: the log would not have been replayed with it.
fn unknown_key() -> Error {
    Error::LedgerAltered { entry: None, flaw: "key" }
}
