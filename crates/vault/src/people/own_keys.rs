//! An officer's own keys: others take their place.
//!
//! The new identity file is written under a name that does not count yet; then the entry; then it takes the name of the old
//! one. Whenever that stops, one of the two opens what the log knows: an unlock looks at both, and the next session of
//! anybody gives the file its name once the log has the entry.

use chrono::{DateTime, Utc};
use registry::event::{Delivered, KeysRenewed};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::parts::Audience;
use registry::people::{NewKeys, short_code};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::faults::{FaultAt, OwnKeysStep};
use crate::identity::{self, Opened, Opening, Pair};
use crate::session::denied_for;
use crate::{Error, KeysStatus, KeysView, Passphrase, Reason, Session};

impl Session {
    /// Makes new keys for oneself, under another passphrase, and delivers to them what one may hold. The old ones, and every
    /// copy of their file, are worth nothing from then on; so is this session: unlock again, with the new passphrase. Gives the
    /// short code of the new ones.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when the old one is not right; [`Error::PassphraseShort`]; [`Error::PassphraseWeak`];
    /// [`Error::PassphraseSame`]; as every
    /// recording.
    pub fn renew_keys(mut self, old: &Passphrase, new: &Passphrase) -> Result<String, Error> {
        if old.expose_secret() == new.expose_secret() {
            return Err(Error::PassphraseSame);
        }
        self.catch_up()?;
        self.require_writable()?;
        self.require_strong(new, self.id(), &self.myself()?.full_name)?;
        let Opened { pair, anchor, .. } = self.own_identity(old)?;
        let pair = pair.renewed(&*self.randomness);
        self.collect_own_sessions()?;
        let me = self.id().clone();
        let waiting = self.stores.new_identity(&me, pair.signer.key_id());
        let locked = pair.lock(&me, &anchor, new, self.work_factor);
        self.stores.files().write(&waiting, &locked)?;
        self.step(OwnKeysStep::IdentityWritten)?;
        let record = AuditRecord::new(Act::RenewIdentity).about("officer", me.to_string());
        let renewed = self.append_all(|session, at| {
            if session.state.custody_hangs_on(session.id(), &session.context(at)) {
                let left = session.state.custodians().filter(|other| *other != session.id()).count();
                let needed = session.state.custody.threshold().to_string();
                let few = Reason::new("custodians_too_few").with("left", left.to_string()).with("needed", needed);
                return Err(denied_for("renew-identity", few));
            }
            Ok(vec![(session.renewal(&pair, at), ())])
        });
        match renewed {
            Ok(_) => {}
            // The entry may be there or not: the next unlock looks.
            Err(error @ Error::Io { .. }) => return Err(error),
            Err(error) => {
                let _ = self.stores.files().remove(&waiting);
                return self.note_denial(Err(error), &record);
            }
        }
        self.step(OwnKeysStep::KeysRecorded)?;
        self.name_identity(&me, &waiting)?;
        self.step(OwnKeysStep::IdentityNamed)?;
        Ok(short_code(pair.identity.recipient(), pair.signer.key_id()))
    }

    /// One's own keys, the present ones first.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn own_keys(&mut self) -> Result<Vec<KeysView>, Error> {
        self.catch_up()?;
        let me = self.myself()?;
        let present = KeysView {
            fingerprint: me.short_code(),
            key: me.key.to_string(),
            status: KeysStatus::Present,
            until: None,
            last_session: me.last_session.map(instant),
        };
        let former = me.former.iter().rev().map(|former| KeysView {
            fingerprint: short_code(&former.recipient, former.key),
            key: former.key.to_string(),
            status: if former.lost { KeysStatus::Lost } else { KeysStatus::Renewed },
            until: Some(instant(former.until_ms)),
            last_session: None,
        });
        Ok(std::iter::once(present).chain(former).collect())
    }

    /// One's own identity file, opened once more.
    pub(crate) fn own_identity(&self, passphrase: &Passphrase) -> Result<Opened, Error> {
        match identity::unlock(&self.stores, self.id(), passphrase) {
            Ok(opened) if opened.pair.signer.key_id() == self.keyring.key_id() => Ok(opened),
            Ok(_) => Err(Error::IdentityForeign),
            Err(Opening::WrongPassphrase) => Err(Error::WrongPassphrase { failures: 1, wait_seconds: 0 }),
            Err(Opening::Failed(error)) => Err(error),
        }
    }

    /// Whether what is to be written can be sealed: later epochs of the vault key reach nobody whose keys another chose.
    pub(crate) fn has_vault_key(&self) -> bool {
        let epoch = self.state.current(&KeyName::Vault).map_or(1, |(epoch, _)| epoch);
        self.keyring.vault_key(epoch).is_some()
    }

    /// Whether this officer had lost his keys, and begins his first session with new ones.
    pub(crate) fn comes_back(&self) -> bool {
        self.state.officers.get(self.id()).is_some_and(registry::people::Officer::comes_back)
    }

    /// The entry by which new keys take the place of one's own, with everything that one holds and may hold.
    fn renewal(&self, pair: &Pair, at: DateTime<Utc>) -> EntryDraft {
        let (me, recipient) = (self.id(), pair.identity.recipient());
        let keys = NewKeys::of(self.ledger.vault(), me, Some(self.keyring.key_id()), recipient, &pair.signer);
        let mut words = EntryDraft {
            introduces: Some(pair.signer.verifying_key().clone()),
            renews: Some(self.keyring.key_id()),
            own: Some((keys.key, recipient.clone())),
            ..EntryDraft::default()
        };
        words = words
            .record(AuditRecord::new(Act::RenewIdentity).about("officer", me.to_string()))
            .fact(KeysRenewed { officer: me.clone(), keys: keys.clone() });
        // Whose keys another chose knows nothing yet but the vault key, which came with them.
        let due = !self.state.works(me);
        for (key, chain) in &self.state.keys {
            let his = if due { *key == KeyName::Vault } else { self.state.entitled(key, me, at) };
            if !his {
                continue;
            }
            let text = words.keys_for(keys.key, recipient);
            let mut epochs = Vec::new();
            for (number, epoch) in chain.numbers().filter_map(|number| Some((number, chain.get(number)?))) {
                match (self.keyring.vault_key(number), self.keyring.identity_of(key, number)) {
                    _ if !due && !epoch.known_to.contains(me) => continue,
                    (Some(vault), _) if *key == KeyName::Vault => text.part(key, number, vault),
                    (_, Some(identity)) => text.identity(key, number, identity),
                    (_, None) => continue,
                }
                epochs.push(number);
            }
            if !epochs.is_empty() {
                words.push(Delivered { key: key.clone(), epochs, officers: vec![me.clone()] });
            }
        }
        // What he said before stays his to read.
        let text = words.keys_for(keys.key, recipient);
        for (by, session, key) in self.keyring.own_sessions() {
            text.former_session(session, by, key);
        }
        words
    }

    /// Takes up the keys of all oversight sessions that this officer began.
    fn collect_own_sessions(&mut self) -> Result<(), Error> {
        let mine = Audience::Officer(self.keyring.key_id()).to_string();
        for part in self.ledger.unchecked_for(&mine, 0)? {
            let _ = self.keyring.receive(&part.sealed, part.author);
        }
        Ok(())
    }

    fn step(&self, step: OwnKeysStep) -> Result<(), Error> {
        (self.faults)(FaultAt::OwnKeys(step)).map_err(|error| Error::io("identities", error))
    }
}
