//! The keys of one officer: his own, and those that were delivered to him.

use std::collections::{BTreeMap, BTreeSet};

use ledger::VaultId;
use seal::{
    Identity, KeyId, PartKey, Recipient, SecretBytes, Share, Signer, open_bytes, open_part, seal_bytes, seal_part,
};

use super::text::Named;
use super::{KeyName, KeyText};
use crate::parts::Audience;
use crate::state::State;
use crate::{AssentId, OfficerId};

/// First byte of a part that is sealed with a key derived from the class or dossier identity.
const DERIVED: u8 = 1;
/// First byte of a part that is an age file to the class or dossier recipient.
const AGE: u8 = 2;
/// What the derived key of an index is for.
pub const INDEX_INFO: &[u8] = b"zegel index";
/// What the derived keys of parts are for.
const PART_INFO: &[u8] = b"zegel part of a class or dossier";

/// Why a part stayed closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// This officer does not hold the key.
    NoKey,
    /// The key is held and does not fit: the author of the part sealed it wrongly.
    Altered,
}

/// Why a part could not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsealable {
    /// This officer does not hold the present vault key: he is disabled.
    NoVaultKey,
    /// Nothing can be sealed to it: the log would not have been replayed with such a recipient.
    UnknownKey,
}

/// One epoch of the vault key. It has no recipient by which the log could tell that it is the one, and anyone who delivers some
/// key may slip a wrong one in next to it.
enum VaultKey {
    /// What came so far. Each is tried: an officer who is added later reads what was written before.
    Offered(Vec<PartKey>),
    /// Opened a part, or came by a delivery that is recorded. From then on no other counts: nobody makes this officer's program
    /// read what the others cannot, or write what they cannot read.
    Settled(PartKey),
}

/// The key of an epoch of a class or dossier.
struct Held {
    identity: Identity,
    /// What is derived from it for parts: once, and not for each part.
    parts: PartKey,
}

impl Held {
    fn of(identity: Identity) -> Held {
        Held { parts: PartKey::derive(&identity, PART_INFO), identity }
    }
}

/// Everything that this officer can open with.
pub struct Keyring {
    pub me: OfficerId,
    pub identity: Identity,
    pub signer: Signer,
    /// The signing keys that he had before, or has at other workstations.
    former: BTreeSet<KeyId>,
    /// The vault that they are keys of.
    pub vault_id: VaultId,
    vault: BTreeMap<u32, VaultKey>,
    /// Places of the vault keys that came in the part that was received last, among those that are offered for their epoch.
    arrived: BTreeMap<u32, usize>,
    /// What came, until the log says that it is the key which it names.
    offered: BTreeMap<(KeyName, u32), Vec<Identity>>,
    identities: BTreeMap<(KeyName, u32), Held>,
    /// How often another key took the place of one that was held.
    replaced: u64,
    /// Keys of sessions that came from an author who is not known yet to be this officer, at another workstation.
    unclaimed: Vec<(KeyId, String, PartKey)>,
    /// Of each session of each author: nobody's key stands for a session of somebody else.
    sessions: BTreeMap<(KeyId, String), PartKey>,
}

impl Keyring {
    pub fn new(me: OfficerId, identity: Identity, signer: Signer, vault_id: VaultId) -> Keyring {
        Keyring {
            me,
            identity,
            signer,
            former: BTreeSet::new(),
            vault_id,
            vault: BTreeMap::new(),
            arrived: BTreeMap::new(),
            offered: BTreeMap::new(),
            identities: BTreeMap::new(),
            replaced: 0,
            unclaimed: Vec::new(),
            sessions: BTreeMap::new(),
        }
    }

    /// That of somebody who had other keys before: what he signed with them is his.
    #[must_use]
    pub fn after(mut self, former: impl IntoIterator<Item = KeyId>) -> Keyring {
        self.former.extend(former);
        self
    }

    pub fn key_id(&self) -> KeyId {
        self.signer.key_id()
    }

    /// These keys are this officer's as well: what he said with them is his to read.
    pub fn is_own(&mut self, key: KeyId) {
        if self.is_mine(key) || !self.former.insert(key) {
            return;
        }
        let (claimed, rest) = std::mem::take(&mut self.unclaimed).into_iter().partition(|(author, ..)| *author == key);
        self.unclaimed = rest;
        for (author, session, part) in claimed {
            self.sessions.entry((author, session)).or_insert(part);
        }
    }

    fn is_mine(&self, key: KeyId) -> bool {
        key == self.key_id() || self.former.contains(&key)
    }

    /// The keys of the oversight sessions that he began, as far as they came up, with the key that he signed with.
    pub fn own_sessions(&self) -> impl Iterator<Item = (KeyId, &str, &PartKey)> {
        let mine = self.sessions.iter().filter(|((author, _), _)| self.is_mine(*author));
        mine.map(|((author, session), key)| (*author, session.as_str(), key))
    }

    /// The key of the index: anyone who has the identity has it.
    pub fn index_key(&self) -> PartKey {
        PartKey::derive(&self.identity, INDEX_INFO)
    }

    pub fn holds(&self, name: &KeyName, epoch: u32) -> bool {
        match name {
            KeyName::Vault => self.vault_key(epoch).is_some(),
            KeyName::Oversight | KeyName::Dossier(_) | KeyName::Class(_) => {
                self.identities.contains_key(&(name.clone(), epoch))
            }
        }
    }

    pub fn identity_of(&self, name: &KeyName, epoch: u32) -> Option<&Identity> {
        self.identities.get(&(name.clone(), epoch)).map(|held| &held.identity)
    }

    /// The vault key of an epoch, once it is certain.
    pub fn vault_key(&self, epoch: u32) -> Option<&PartKey> {
        match self.vault.get(&epoch)? {
            VaultKey::Settled(key) => Some(key),
            VaultKey::Offered(_) => None,
        }
    }

    pub fn add_vault_key(&mut self, epoch: u32, key: PartKey) {
        self.vault.entry(epoch).or_insert(VaultKey::Settled(key));
    }

    fn offer_vault_key(&mut self, epoch: u32, key: PartKey) -> Result<(), Closed> {
        let place = match self.vault.entry(epoch).or_insert_with(|| VaultKey::Offered(Vec::new())) {
            VaultKey::Settled(_) => 0,
            VaultKey::Offered(keys) => {
                keys.push(key);
                keys.len() - 1
            }
        };
        // Of two in one part nobody could say which is delivered.
        if self.arrived.insert(epoch, place).is_some() { Err(Closed::Altered) } else { Ok(()) }
    }

    /// Takes up for good one of the keys that are offered for an epoch, and forgets the others.
    fn settle(&mut self, epoch: u32, place: usize) {
        if let Some(known) = self.vault.get_mut(&epoch)
            && let VaultKey::Offered(keys) = known
            && place < keys.len()
        {
            *known = VaultKey::Settled(keys.swap_remove(place));
        }
    }

    pub fn add_identity(&mut self, name: KeyName, epoch: u32, identity: Identity) {
        self.hold((name, epoch), identity);
    }

    fn hold(&mut self, key: (KeyName, u32), identity: Identity) {
        let before = self.identities.insert(key, Held::of(identity));
        self.replaced += u64::from(before.is_some());
    }

    /// How often another key took the place of one that was held: as long as it is the same, what has opened opens to the same.
    pub(crate) fn replaced(&self) -> u64 {
        self.replaced
    }

    /// Takes a key up for good if it was offered and is the one that the log names. False: it was not.
    pub fn accept(&mut self, name: &KeyName, epoch: u32, recipient: Option<&Recipient>) -> bool {
        if *name == KeyName::Vault {
            let Some(place) = self.arrived.remove(&epoch) else { return false };
            self.settle(epoch, place);
            return true;
        }
        let Some(recipient) = recipient else { return false };
        let key = (name.clone(), epoch);
        if self.identities.get(&key).is_some_and(|held| held.identity.recipient() == recipient) {
            return true;
        }
        let offers = self.offered.remove(&key).unwrap_or_default();
        let genuine = offers.into_iter().find(|offer| offer.recipient() == recipient);
        genuine.map(|identity| self.hold(key, identity)).is_some()
    }

    pub fn knows_session(&self, author: KeyId, session: &str) -> bool {
        self.sessions.contains_key(&(author, session.to_owned()))
    }

    /// Takes the keys in an `officer` part for this officer as offered. Session keys count only from himself.
    pub fn receive(&mut self, sealed: &[u8], author: KeyId) -> Result<(), Closed> {
        let keys = self.officer_part(sealed)?;
        self.arrived.clear();
        for key in keys {
            match key {
                Named::Part(KeyName::Vault, epoch, key) => self.offer_vault_key(epoch, key)?,
                Named::Part(..) => return Err(Closed::Altered),
                Named::Identity(name, epoch, identity) => {
                    self.offered.entry((name, epoch)).or_default().push(identity);
                }
                Named::Session { session, by, key } => {
                    let by = by.unwrap_or(author);
                    if self.is_mine(author) && self.is_mine(by) {
                        self.sessions.entry((by, session)).or_insert(key);
                    } else if author == by {
                        self.unclaimed.push((author, session, key));
                    }
                }
                // Used once, and read again where it is: never taken up.
                Named::Share(..) | Named::PassedOn(_) => {}
            }
        }
        Ok(())
    }

    /// The shares in an `officer` part for this officer, each with the request that it was handed over for.
    ///
    /// # Errors
    /// [`Closed::Altered`] if it is no such part.
    pub fn shares(&self, sealed: &[u8]) -> Result<Vec<HandedOver>, Closed> {
        handed_over(&self.identity, sealed)
    }

    fn officer_part(&self, sealed: &[u8]) -> Result<Vec<Named>, Closed> {
        opened(&self.identity, sealed)
    }

    /// Takes up the key of the session that an `oversight-key` part is for, as its author's.
    pub fn receive_session(&mut self, sealed: &[u8], author: KeyId, begun: &str) -> Result<(), Closed> {
        let text = self.open_by(&KeyName::Oversight, sealed)?.into_text().ok_or(Closed::Altered)?;
        for key in KeyText::read(&text).map_err(|_| Closed::Altered)? {
            if let Named::Session { session, by: None, key } = key
                && session == begun
            {
                self.sessions.entry((author, session)).or_insert(key);
            }
        }
        Ok(())
    }

    /// Opens with whichever epoch of a key fits; also with what is only offered, as an auditor who was added later reads what
    /// was sealed before.
    fn open_by(&self, name: &KeyName, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        let held = self.identities.iter().filter(|((n, _), _)| n == name).map(|(_, held)| &held.identity);
        let offered = self.offered.iter().filter(|((n, _), _)| n == name).flat_map(|(_, identities)| identities);
        let keys: Vec<&Identity> = held.chain(offered).collect();
        if keys.is_empty() {
            return Err(Closed::NoKey);
        }
        open_bytes(&keys, sealed).map_err(|error| match error {
            seal::OpenError::NotForThisKey => Closed::NoKey,
            _ => Closed::Altered,
        })
    }

    /// Everything that was taken up, sealed to oneself: what the index remembers.
    pub fn pack(&self) -> Vec<u8> {
        let mut text = KeyText::new();
        for (epoch, key) in &self.vault {
            // What is only offered will be taken up by the entry that records it, or never.
            if let VaultKey::Settled(key) = key {
                text.part(&KeyName::Vault, *epoch, key);
            }
        }
        for ((name, epoch), held) in &self.identities {
            text.identity(name, *epoch, &held.identity);
        }
        seal_bytes(&[self.identity.recipient()], text.into_text().expose_secret().as_bytes()).unwrap_or_default()
    }

    /// Takes up what [`pack`](Self::pack) gave: from one's own index, which nobody else can write.
    pub fn unpack(&mut self, packed: &[u8]) -> Result<(), Closed> {
        for key in self.officer_part(packed)? {
            match key {
                Named::Part(_, epoch, key) => self.add_vault_key(epoch, key),
                Named::Identity(name, epoch, identity) => self.add_identity(name, epoch, identity),
                Named::Session { .. } | Named::Share(..) | Named::PassedOn(_) => {}
            }
        }
        Ok(())
    }

    fn place(&self, audience: &Audience) -> Vec<u8> {
        [self.vault_id.as_str().as_bytes(), audience.to_string().as_bytes()].concat()
    }

    /// Opens a common part.
    pub fn open_common(&mut self, epoch: u32, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        let place = self.place(&Audience::Common(epoch));
        let opened = match self.vault.get(&epoch).ok_or(Closed::NoKey)? {
            VaultKey::Settled(key) => return open_part(key, &place, sealed).map_err(|_| Closed::Altered),
            VaultKey::Offered(keys) => {
                let fits = |(n, key): (usize, &PartKey)| Some((n, open_part(key, &place, sealed).ok()?));
                keys.iter().enumerate().find_map(fits)
            }
        };
        let (place, plain) = opened.ok_or(Closed::Altered)?;
        self.settle(epoch, place);
        Ok(plain)
    }

    /// Opens an oversight part, with the key that its author gave for its session.
    pub fn open_oversight(&self, author: KeyId, session: &str, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        let place = self.place(&Audience::Oversight(session.to_owned()));
        let key = self.sessions.get(&(author, session.to_owned())).ok_or(Closed::NoKey)?;
        open_part(key, &place, sealed).map_err(|_| Closed::Altered)
    }

    /// Opens a part of a dossier or a class.
    pub fn open(&self, audience: &Audience, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        match audience {
            Audience::Dossier(..) | Audience::Class(..) => {
                let key = audience.key().ok_or(Closed::NoKey)?;
                let Held { identity, parts } = self.identities.get(&key).ok_or(Closed::NoKey)?;
                self.open_under(identity, Some(parts), audience, sealed)
            }
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::Common(_)
            | Audience::Oversight(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Pairs(_) => Err(Closed::NoKey),
        }
    }

    /// Opens a part of a dossier or a class with a key that is at hand and not held: two have put it together.
    ///
    /// # Errors
    /// [`Closed::Altered`] where it does not open.
    pub fn open_with(&self, identity: &Identity, audience: &Audience, sealed: &[u8]) -> Result<SecretBytes, Closed> {
        self.open_under(identity, None, audience, sealed)
    }

    /// `derived`: what is derived from the identity for parts, where it is there already.
    fn open_under(
        &self,
        identity: &Identity,
        derived: Option<&PartKey>,
        audience: &Audience,
        sealed: &[u8],
    ) -> Result<SecretBytes, Closed> {
        match sealed.split_first() {
            Some((&DERIVED, rest)) => {
                let place = self.place(audience);
                let opened = match derived {
                    Some(key) => open_part(key, &place, rest),
                    None => open_part(&PartKey::derive(identity, PART_INFO), &place, rest),
                };
                opened.map_err(|_| Closed::Altered)
            }
            Some((&AGE, rest)) => open_bytes(&[identity], rest).map_err(|_| Closed::Altered),
            _ => Err(Closed::Altered),
        }
    }

    /// Opens a part with a key that is certain, so that it opens to the same whenever that is done; none: it is to be opened in its
    /// turn, which tells why it does not open.
    pub(crate) fn open_ahead(&self, audience: &Audience, author: KeyId, sealed: &[u8]) -> Option<SecretBytes> {
        match audience {
            Audience::Common(epoch) => open_part(self.vault_key(*epoch)?, &self.place(audience), sealed).ok(),
            Audience::Oversight(session) => self.open_oversight(author, session, sealed).ok(),
            Audience::Dossier(..) | Audience::Class(..) => self.open(audience, sealed).ok(),
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Pairs(_) => None,
        }
    }

    /// Seals a common part under the present vault key.
    pub fn seal_common(&self, epoch: u32, plain: &[u8]) -> Result<(Audience, Vec<u8>), Unsealable> {
        let audience = Audience::Common(epoch);
        let key = self.vault_key(epoch).ok_or(Unsealable::NoVaultKey)?;
        let sealed = seal_part(key, &self.place(&audience), plain);
        Ok((audience, sealed))
    }

    pub fn seal_oversight(&self, session: &str, key: &PartKey, plain: &[u8]) -> (Audience, Vec<u8>) {
        let audience = Audience::Oversight(session.to_owned());
        let sealed = seal_part(key, &self.place(&audience), plain);
        (audience, sealed)
    }

    /// Seals a class or dossier part: with the derived key when the identity is held, else as an age file to its recipient.
    /// `fresh`: recipients of epochs that the same entries make.
    pub fn seal_held(
        &self,
        audience: &Audience,
        state: &State,
        fresh: &[(KeyName, u32, Recipient)],
        plain: &[u8],
    ) -> Result<Vec<u8>, Unsealable> {
        let key = audience.key().ok_or(Unsealable::UnknownKey)?;
        let (tag, sealed) = match self.identities.get(&key) {
            Some(held) => (DERIVED, seal_part(&held.parts, &self.place(audience), plain)),
            None => {
                let epoch = state.keys.get(&key.0).and_then(|chain| chain.get(key.1));
                let made = || fresh.iter().find(|(name, epoch, _)| (name, *epoch) == (&key.0, key.1)).map(|(.., r)| r);
                let recipient = epoch.and_then(|epoch| epoch.recipient.as_ref()).or_else(made);
                let recipient = recipient.ok_or(Unsealable::UnknownKey)?;
                (AGE, seal_bytes(&[recipient], plain).map_err(|_| Unsealable::UnknownKey)?)
            }
        };
        Ok([&[tag], sealed.as_slice()].concat())
    }
}

/// The shares in an `officer` part that an officer passed on to these keys of his.
///
/// # Errors
/// [`Closed::Altered`] if it is no such part.
pub fn passed_on(identity: &Identity, sealed: &[u8]) -> Result<Vec<Share>, Closed> {
    let share = |named| match named {
        Named::PassedOn(share) => Some(share),
        Named::Part(..) | Named::Identity(..) | Named::Session { .. } | Named::Share(..) => None,
    };
    Ok(opened(identity, sealed)?.into_iter().filter_map(share).collect())
}

/// A share, or a piece of one, with the request that it was handed over for.
pub type HandedOver = (AssentId, KeyName, u32, Share);

/// As [`Keyring::shares`], for an officer who is here with another.
///
/// # Errors
/// [`Closed::Altered`] if it is no such part.
pub fn handed_over(identity: &Identity, sealed: &[u8]) -> Result<Vec<HandedOver>, Closed> {
    let share = |named| match named {
        Named::Share(request, name, epoch, share) => Some((request, name, epoch, share)),
        Named::Part(..) | Named::Identity(..) | Named::Session { .. } | Named::PassedOn(_) => None,
    };
    Ok(opened(identity, sealed)?.into_iter().filter_map(share).collect())
}

fn opened(identity: &Identity, sealed: &[u8]) -> Result<Vec<Named>, Closed> {
    let text = open_bytes(&[identity], sealed).map_err(|_| Closed::Altered)?;
    KeyText::read(&text.into_text().ok_or(Closed::Altered)?).map_err(|_| Closed::Altered)
}
