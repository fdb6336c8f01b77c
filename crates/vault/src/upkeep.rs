//! Delivers keys to those who may have them, and makes new keys where somebody must no longer have the old ones.
//!
//! An officer who holds a key delivers it, and puts it into custody where it does not lie there; what is in custody stays there
//! until it is asked for and custodians agree. A key is renewed when somebody who is no longer entitled knows it: new documents
//! use the new epoch. The filing officer's program also does this before it
//! files (`renewed`), so that no document is ever sealed to an epoch that somebody knows and must not know.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use policy::Role;
use registry::custody::Deposit;
use registry::event::{Dealt, Delivered, Deposited, Rekeyed};
use registry::keys::{KeyName, OF_A_PAIR, PairDealing, Witness};
use registry::log::{Act, AuditRecord};
use seal::Identity;

use crate::draft::EntryDraft;
use crate::people::Change;
use crate::session::denied_for;
use crate::{ClassId, Error, OfficerId, Reason, Session};

/// How many keys are put right in one entry.
const AT_ONCE: usize = 64;

impl Session {
    /// Delivers keys to those who may have them and renews those that somebody must no longer have.
    ///
    /// # Errors
    /// As every recording. What could not be done now is done by the next session that can.
    pub fn upkeep(&mut self) -> Result<(), Error> {
        if self.read_only() {
            return Ok(());
        }
        // Each round leaves less to do; what is left after these is left to the next session.
        for _ in 0..32 {
            let done = self.record(|session, at| match session.due(at)? {
                Some(words) => Ok((words, ())),
                // Nothing is left to do, or another did it meanwhile.
                None => Err(Error::Overtaken),
            });
            match done {
                Ok(_) => {}
                Err(Error::Overtaken) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The next entry of upkeep, if there is something to do.
    fn due(&self, at: DateTime<Utc>) -> Result<Option<EntryDraft>, Error> {
        let mut words = EntryDraft::default();
        for key in self.state.keys.keys() {
            self.put_right(key, at, &mut words)?;
            if words.events.len() >= AT_ONCE {
                break;
            }
        }
        Ok(if words.events.is_empty() { None } else { Some(words) })
    }

    fn put_right(&self, key: &KeyName, at: DateTime<Utc>, words: &mut EntryDraft) -> Result<(), Error> {
        if key.in_custody().is_some() && self.state.custody_is_sound() {
            self.carry_over(key, words)?;
        }
        let entitled = self.state.all_entitled(key, at);
        if !entitled.contains(self.id()) {
            return Ok(());
        }
        if self.state.is_for_two(key) {
            // Nobody holds it: what is made again is dealt to those who may open now. With fewer than two there is nobody to deal to.
            if entitled.len() >= OF_A_PAIR.into() && self.state.is_due(key, at, None) {
                self.renew(key, at, words)?;
            }
            return Ok(());
        }
        let Some(chain) = self.state.keys.get(key) else { return Ok(()) };
        let mut missing: BTreeMap<Vec<u32>, Vec<OfficerId>> = BTreeMap::new();
        for officer in &entitled {
            let epochs = chain.unknown_to(officer);
            if !epochs.is_empty() {
                missing.entry(epochs).or_default().push(officer.clone());
            }
        }
        // What its maker kept from somebody, an officer who has it gives him now; an officer who has it not makes another.
        let present = self.state.current(key).is_some_and(|(epoch, _)| self.keyring.holds(key, epoch));
        let renew = self.state.is_known_wrongly(key, at, None) || (!present && self.state.is_withheld(key, at));
        let deposit = self.to_deposit(key);
        if missing.is_empty() && deposit.is_empty() && !renew {
            return Ok(());
        }
        if !deposit.is_empty() {
            for epoch in &deposit {
                if let Some(identity) = self.keyring.identity_of(key, *epoch) {
                    self.to_custody(key, *epoch, identity, words)?;
                }
            }
            words.push(Deposited { key: key.clone(), epochs: deposit });
        }
        for (epochs, officers) in missing {
            self.deliver(key, &epochs, &officers, words);
        }
        if renew {
            match key {
                // Only a security officer gives everybody another vault key.
                KeyName::Vault if !self.state.has_role(self.id(), Role::SecurityOfficer) => {}
                KeyName::Vault | KeyName::Oversight => self.renew_for_all(key, &Change::Nobody, at, words),
                KeyName::Dossier(_) | KeyName::Class(_) => self.renew(key, at, words)?,
            }
        }
        Ok(())
    }

    /// Adds a delivery of epochs that are held; of those that are not, nothing.
    fn deliver(&self, key: &KeyName, epochs: &[u32], officers: &[OfficerId], words: &mut EntryDraft) {
        let at_hand = |epoch: &u32| self.keyring.holds(key, *epoch);
        let epochs: Vec<u32> = epochs.iter().copied().filter(at_hand).collect();
        if epochs.is_empty() {
            return;
        }
        for officer in officers {
            let Some(record) = self.state.officers.get(officer) else { continue };
            for epoch in &epochs {
                if let Some(vault) = self.keyring.vault_key(*epoch).filter(|_| *key == KeyName::Vault) {
                    words.keys_to(record, |text| text.part(key, *epoch, vault));
                } else if let Some(identity) = self.keyring.identity_of(key, *epoch) {
                    words.keys_to(record, |text| text.identity(key, *epoch, identity));
                }
            }
        }
        let names: Vec<&str> = officers.iter().map(OfficerId::as_str).collect();
        words.records.push(
            key.about(AuditRecord::new(Act::DeliverKey)).about("officers", names.join(" ")).about("by", "holder"),
        );
        words.push(Delivered { key: key.clone(), epochs, officers: officers.to_vec() });
    }

    /// Adds a new epoch of a key, delivered to all who are entitled.
    fn renew(&self, key: &KeyName, at: DateTime<Utc>, words: &mut EntryDraft) -> Result<(), Error> {
        self.hand_over(&Renewal::of(self, key), None, at, words)
    }

    /// `with`: who makes it with this officer, where it is for two.
    fn hand_over(
        &self,
        renewal: &Renewal,
        with: Option<Witness>,
        at: DateTime<Utc>,
        words: &mut EntryDraft,
    ) -> Result<(), Error> {
        let Renewal { key, epoch, identity } = renewal;
        let recipient = identity.recipient().clone();
        words.push(Rekeyed { key: key.clone(), epoch: *epoch, recipient: Some(recipient.clone()) });
        words.fresh.push((key.clone(), *epoch, recipient));
        self.hand_out((key, *epoch), identity, with, at, words)
    }

    /// Puts the new epoch of a class before what is to be sealed to it. Where a second signs that, and both may open what is of the
    /// class by two, they make it together.
    pub(crate) fn with_renewal(
        &self,
        words: EntryDraft,
        renewal: &Renewal,
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        let mut made = EntryDraft::default();
        let with = self.makes_with(&words, &renewal.key, at).map(Witness::to_sign);
        self.hand_over(renewal, with, at, &mut made)?;
        Ok(words.renewing(made))
    }

    /// With whom this officer makes a key for two: the second who signs the entry, where both may open what is sealed to it.
    fn makes_with<'w>(&self, words: &'w EntryDraft, key: &KeyName, at: DateTime<Utc>) -> Option<&'w OfficerId> {
        let may = |officer: &OfficerId| self.state.entitled(key, officer, at);
        let second = words.second.as_ref().map(|second| &second.officer);
        second.filter(|second| self.state.is_for_two(key) && may(self.id()) && may(second))
    }

    /// Whether this officer may renew the key of a class by himself; who files upwards may by the entry that files.
    pub(crate) fn may_renew(&self, class: &ClassId, at: DateTime<Utc>) -> bool {
        self.state.may_hold(self.id(), class, at).is_ok()
    }

    /// The new epoch that must come with what this officer is about to file into a class whose key he may not renew by himself.
    pub(crate) fn renewal_by_filing(&self, class: &ClassId, at: DateTime<Utc>) -> Option<Renewal> {
        let key = KeyName::Class(class.clone());
        let called_for = self.state.is_due(&key, at, Some(self.id())) && !self.may_renew(class, at);
        called_for.then(|| Renewal::of(self, &key))
    }

    /// Sees to it that nothing of these entries is sealed to a key that is due: where it is, the first of them that needs it
    /// renews it. What files into a class has seen to that before, because its object is sealed first.
    pub(crate) fn under_sound_keys<T>(
        &self,
        decided: Vec<(EntryDraft, T)>,
        at: DateTime<Utc>,
    ) -> Result<Vec<(EntryDraft, T)>, Error> {
        let mut renewed: BTreeMap<KeyName, Option<Renewal>> = BTreeMap::new();
        let mut sound = Vec::with_capacity(decided.len());
        for (mut words, what) in decided {
            for key in words.held_keys() {
                if words.files_under(&key) || words.fresh.iter().any(|(name, ..)| *name == key) {
                    continue;
                }
                let first = !renewed.contains_key(&key);
                let due = || {
                    // What two write is sealed to a key that two made.
                    let of_one = self.state.is_made_by_one(&key) && self.makes_with(&words, &key, at).is_some();
                    of_one || self.state.is_due_to_write(&key, at, self.id())
                };
                let renewal = renewed.entry(key.clone()).or_insert_with(|| due().then(|| Renewal::of(self, &key)));
                let Some(renewal) = renewal else { continue };
                words.reseal(&key, renewal.epoch);
                if first {
                    words = self.with_renewal(words, renewal, at)?;
                } else {
                    words.fresh.push((key.clone(), renewal.epoch, renewal.identity.recipient().clone()));
                }
            }
            sound.push((words, what));
        }
        Ok(sound)
    }

    /// Adds the delivery of a new epoch to all who are entitled, and to custody.
    fn hand_out(
        &self,
        (key, epoch): (&KeyName, u32),
        identity: &Identity,
        with: Option<Witness>,
        at: DateTime<Utc>,
        words: &mut EntryDraft,
    ) -> Result<(), Error> {
        let officers = self.state.all_entitled(key, at);
        if let Some(class) = key.class()
            && self.state.opens_by_two(class)
        {
            self.deal((class, epoch), identity, officers, with, words)?;
            return self.to_custody(key, epoch, identity, words);
        }
        for officer in &officers {
            if let Some(record) = self.state.officers.get(officer) {
                words.keys_to(record, |text| text.identity(key, epoch, identity));
            }
        }
        if !officers.is_empty() {
            let officers = officers.into_iter().collect();
            words.push(Delivered { key: key.clone(), epochs: vec![epoch], officers });
        }
        self.to_custody(key, epoch, identity, words)
    }

    /// Deals a key that was just made, or that two have put together, to those of whom two open together. Nobody gets it whole, and
    /// this program forgets it. `with`: the second of two who make it or have put it together.
    ///
    /// # Errors
    /// [`Error::Denied`] where they are fewer than two: nobody could open what is sealed to it.
    pub(crate) fn deal(
        &self,
        (class, epoch): (&ClassId, u32),
        identity: &Identity,
        officers: BTreeSet<OfficerId>,
        with: Option<Witness>,
        words: &mut EntryDraft,
    ) -> Result<(), Error> {
        require_pair(officers.len())?;
        let dealt_to = officers.iter().filter_map(|id| self.state.officers.get(id)).map(|o| o.identities().collect());
        let dealing = PairDealing::deal((class, epoch), identity, dealt_to, self.ledger.vault(), &*self.randomness);
        words.pairs.push(dealing.ok_or(Error::Internal { what: "share" })?);
        words.push(Dealt { class: class.clone(), epoch, officers, with });
        Ok(())
    }

    /// The one place where keys are put into custody.
    pub(crate) fn to_custody(
        &self,
        key: &KeyName,
        epoch: u32,
        identity: &Identity,
        words: &mut EntryDraft,
    ) -> Result<(), Error> {
        let (Some(id), Some(circle)) = (key.in_custody(), self.state.circle()) else { return Ok(()) };
        let dealt = Deposit::deal((key, epoch), identity, &circle, self.ledger.vault(), &*self.randomness);
        words.deposit(id, dealt.ok_or(Error::Internal { what: "share" })?);
        Ok(())
    }

    /// Epochs that this officer holds and that are not in custody as it is shared now, although it is sound.
    fn to_deposit(&self, key: &KeyName) -> Vec<u32> {
        let Some(chain) = self.state.keys.get(key) else { return Vec::new() };
        let (Some(_), Some(custody)) = (key.in_custody(), self.state.sound_custody()) else { return Vec::new() };
        let known = |epoch: &registry::keys::Epoch| epoch.custody != custody && epoch.known_to.contains(self.id());
        let due = |number: &u32| chain.get(*number).is_some_and(known) && self.keyring.holds(key, *number);
        chain.numbers().filter(due).collect()
    }

    /// Adds a new epoch of a class's key, if one is called for before this officer files into it.
    pub(crate) fn renewed(&self, class: &ClassId, at: DateTime<Utc>) -> Result<Option<EntryDraft>, Error> {
        let key = KeyName::Class(class.clone());
        if !self.state.is_due(&key, at, Some(self.id())) {
            return Ok(None);
        }
        let mut words = EntryDraft::default();
        self.renew(&key, at, &mut words)?;
        Ok(Some(words))
    }
}

/// Whether so many officers have two among them.
///
/// # Errors
/// [`Error::Denied`].
pub(crate) fn require_pair(officers: usize) -> Result<(), Error> {
    if officers >= OF_A_PAIR.into() { Ok(()) } else { Err(denied_for("file", Reason::new("no_pair"))) }
}

/// A new epoch of a key that has a recipient, before it is in the log.
pub(crate) struct Renewal {
    pub key: KeyName,
    pub epoch: u32,
    pub identity: Identity,
}

impl Renewal {
    fn of(session: &Session, key: &KeyName) -> Renewal {
        let state = &session.state;
        let epoch = state.keys.get(key).map_or(1, |chain| chain.last() + 1);
        Renewal { key: key.clone(), epoch, identity: Identity::generate_from(&*session.randomness) }
    }
}
