//! An officer's own keys: others take their place.
//!
//! The new identity file is written under a name that does not count yet; then the entry; then it takes the name of the old
//! one. Whenever that stops, one of the two opens what the log knows: an unlock looks at both, and the next session of
//! anybody gives the file its name once the log has the entry.

use chrono::{DateTime, Utc};
use registry::event::{Delivered, KeysRenewed};
use registry::keys::{KeyName, KeyText};
use registry::log::{Act, AuditRecord};
use registry::parts::Audience;
use registry::people::{NewKeys, short_code};

use super::Change;
use crate::draft::EntryDraft;
use crate::faults::{FaultAt, OwnKeysStep};
use crate::identity::{Opened, Pair};
use crate::session::denied_for;
use crate::{Error, Passphrase, Reason, Session};

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
        let Opened { pair, anchor, token, .. } = self.own_identity(old)?;
        let pair = pair.renewed(&self.seat, &*self.randomness);
        self.collect_own_sessions()?;
        let me = self.id().clone();
        let waiting = self.stores.new_identity(&me, pair.signer.key_id());
        let locked = self.protected(token.as_ref(), pair.lock(&me, &anchor, new, self.work_factor))?;
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
            Ok(vec![(session.renewal(&pair, at)?, ())])
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
        let first = self.stores.identity(&me);
        self.name_identity(&first, &waiting)?;
        if self.seat.identity != first {
            // What is in it is worth nothing any more.
            self.stores.files().remove(&self.seat.identity)?;
        }
        self.step(OwnKeysStep::IdentityNamed)?;
        Ok(short_code(pair.identity.recipient(), pair.signer.key_id()))
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
    fn renewal(&self, pair: &Pair, at: DateTime<Utc>) -> Result<EntryDraft, Error> {
        let (me, recipient) = (self.id(), pair.identity.recipient());
        // In the place of all that he has: of the first of them it is said.
        let first = self.state.officers.get(me).map(|officer| officer.key);
        let keys = NewKeys::of(self.ledger.vault(), me, first, recipient, &pair.signer);
        let mut words = EntryDraft {
            introduces: Some(pair.signer.verifying_key().clone()),
            renews: first,
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
                if !due && !epoch.known_to.contains(me) {
                    continue;
                }
                match (self.keyring.vault_key(number), self.keyring.identity_of(key, number)) {
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
        self.renew_what_was_known_to(me, &Change::Has(me, keys.key, recipient), at, &mut words);
        // What he said before stays his to read.
        let text = words.keys_for(keys.key, recipient);
        for (by, session, key) in self.keyring.own_sessions() {
            text.former_session(session, by, key);
        }
        self.pass_on_pairs(text)?;
        Ok(words)
    }

    /// Adds this officer's shares of what two open to what he gives to keys that take the place of his own: anyone who has the old ones
    /// has one share still, and one opens nothing.
    fn pass_on_pairs(&self, text: &mut KeyText) -> Result<(), Error> {
        let own = (self.keyring.key_id(), &self.keyring.identity);
        let passed_on = self.passed_on(own.0, own.1)?;
        for (key, chain) in &self.state.keys {
            let Some(class) = key.class() else { continue };
            for number in chain.numbers().filter(|number| self.state.was_dealt(class, *number, self.id())) {
                let (dealing, _) = self.dealing(class, number)?;
                if let Ok(share) = self.share_of_pair(&dealing, self.id(), own, &passed_on) {
                    text.passed_on(key, number, &share);
                }
            }
        }
        Ok(())
    }

    /// Takes up the keys of all oversight sessions that this officer began.
    pub(super) fn collect_own_sessions(&mut self) -> Result<(), Error> {
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
