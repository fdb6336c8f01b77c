//! Officers: who they are, which roles they have, when they leave.

pub(crate) mod compared;
mod freeze;
mod function;
pub(crate) mod identities;
mod moved;
mod own_file;
mod own_keys;
mod protection;
pub(crate) mod requests;
mod roles;
pub(crate) mod views;

use std::collections::BTreeSet;
use std::io;

use chrono::{DateTime, Utc};
use policy::{AccountStatus, Role};
use registry::event::{Delivered, OfficerAdded, OfficerDisabled, Rekeyed};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::people::{NewLock, Officer, OfficerRecord};
use registry::state::day;
use seal::{KeyId, Recipient};

use crate::clearances::ends;
use crate::draft::EntryDraft;
use crate::identity::Pair;
use crate::paging::{self, Asked, Row};
use crate::session::denied_for;
use crate::strength::{self, Taken};
use crate::{
    AssentId, Entered, Error, NewOfficer, OfficerFilter, OfficerId, OfficerOrder, OfficerView, Page, Passphrase,
    Reason, Session, text,
};

/// Whose keys become others in the entry that renews a key for all.
pub(crate) enum Change<'c> {
    Nobody,
    /// He gets none any more.
    Leaves(&'c OfficerId),
    /// He has these, and no others.
    Has(&'c OfficerId, KeyId, &'c Recipient),
    /// He has those that he had, but for one.
    Without(&'c OfficerId, KeyId),
}

impl<'c> Change<'c> {
    fn stays(&self, officer: &OfficerId) -> bool {
        !matches!(self, Change::Leaves(leaves) if *leaves == officer)
    }

    /// The keys of an officer after the entry.
    fn identities(&self, id: &OfficerId, officer: &'c Officer) -> Vec<(KeyId, &'c Recipient)> {
        match self {
            Change::Has(whose, key, recipient) if *whose == id => vec![(*key, *recipient)],
            Change::Without(whose, gone) if *whose == id => {
                officer.identities().filter(|(key, _)| key != gone).collect()
            }
            Change::Nobody | Change::Leaves(_) | Change::Has(..) | Change::Without(..) => {
                officer.identities().collect()
            }
        }
    }
}

impl Session {
    pub fn me(&self) -> OfficerView {
        self.view_of_officer(self.id(), true)
    }

    /// All officers. Clearances and briefings are there for oneself and, for security officers and auditors, for everybody.
    ///
    /// # Errors
    /// [`Error::ListChanged`]; integrity errors.
    pub fn officers(&mut self, filter: &OfficerFilter) -> Result<Page<OfficerView>, Error> {
        self.catch_up()?;
        let all = self.sees_papers();
        let sees = |id: &OfficerId| all || id == self.id();
        let OfficerFilter { query, sort, limit, after } = filter;
        let rows = self
            .state
            .officers
            .iter()
            .filter(|(id, officer)| paging::contains(&format!("{id} {}", officer.full_name), query.as_deref()));
        let key = |id: &OfficerId, officer: &Officer| match sort.by {
            OfficerOrder::Reference => Some(index::title_key(id.as_str())),
            OfficerOrder::Name => Some(index::title_key(&officer.full_name)),
            OfficerOrder::Until if sees(id) => ends(officer, day(self.now())).map(|until| until.to_string()),
            OfficerOrder::Until => None,
            OfficerOrder::Status => Some(
                match officer.facts.status {
                    AccountStatus::Active => "0",
                    AccountStatus::Frozen => "1",
                    AccountStatus::Disabled => "2",
                }
                .to_owned(),
            ),
        };
        let rows = rows.map(|(id, officer)| Row { id: id.to_string(), key: key(id, officer), row: id });
        let asked = Asked { limit: *limit, after: after.as_deref(), descending: sort.descending };
        paging::page(rows.collect(), &asked, |id| Ok(self.view_of_officer(id, sees(id))))
    }

    /// # Errors
    /// [`Error::NotFound`].
    pub fn officer(&mut self, id: &OfficerId) -> Result<OfficerView, Error> {
        self.catch_up()?;
        self.known_officer(id)?;
        Ok(self.view_of_officer(id, self.sees_papers() || id == self.id()))
    }

    /// Adds an officer whose keys are made here, under a first passphrase. Both are good for making his own keys, and for nothing
    /// else: [`crate::Vault::renew_keys`]. Charges that take two are asked for in the same entry.
    ///
    /// # Errors
    /// [`Error::Exists`]; [`Error::Denied`] to anybody but a security officer, and of a custodian, whom a sharing of custody makes.
    pub fn add_officer(&mut self, new: NewOfficer, passphrase: &Passphrase) -> Result<Entered, Error> {
        let full_name = text::name("full_name", &new.full_name)?;
        let nationality = text::nationality(&new.nationality)?;
        if new.roles.is_empty() {
            return Err(Error::Missing { field: "roles" });
        }
        no_custodian("add-officer", &new.roles)?;
        let about = AuditRecord::new(Act::AddOfficer).about("officer", new.id.to_string());
        self.catch_up()?;
        let allowed = self.require_roles("add-officer", &[Role::SecurityOfficer]);
        self.note_denial(allowed, &about)?;
        self.require_strong(passphrase, &new.id, &full_name)?;
        let pair = Pair { given: self.vault_keys()?, ..Pair::generate(&*self.randomness) };
        let mut officer = OfficerRecord {
            id: new.id.clone(),
            full_name,
            nationality,
            roles: new.roles.clone(),
            recipient: pair.identity.recipient().clone(),
            key: pair.signer.key_id(),
        };
        let request = AssentId::parse(&self.randomness.id())?;
        let mut waits = None;
        // First the identity, under a name that does not count yet; then the entry; then its name.
        let waiting = self.stores.new_identity(&new.id, officer.key);
        let locked = pair.lock(&new.id, &self.anchor, passphrase, self.work_factor);
        self.stores.files().write(&waiting, &locked)?;
        let author = pair.signer.verifying_key().clone();
        let recorded = self.append_all(|session, _| {
            session.require_may_add(&officer)?;
            let split = session.split_roles(&new.id, &BTreeSet::new(), &new.roles);
            officer.roles.clone_from(&split.now);
            let words = EntryDraft { introduces: Some(author.clone()), ..EntryDraft::default() };
            let words = words.fact(OfficerAdded { officer: officer.clone(), proof: None });
            waits = split.asked.clone();
            Ok(vec![(split.ask(&request, words, None), ())])
        });
        match recorded {
            Ok(_) => self.name_identity(&self.stores.identity(&new.id), &waiting)?,
            // The entry may be there or not: the next session looks.
            Err(error @ Error::Io { .. }) => return Err(error),
            Err(error) => {
                let _ = self.stores.files().remove(&waiting);
                return self.note_denial(Err(error), &about);
            }
        }
        self.catch_up()?;
        self.chores()?;
        self.tell_of_like_officers(&new.id);
        self.entered(&new.id, waits.map(|asked| (request, asked.roles)))
    }

    /// All epochs of the vault key, copied.
    fn vault_keys(&self) -> Result<Vec<(u32, seal::PartKey)>, Error> {
        let missing = || Error::LedgerAltered { entry: None, flaw: "key" };
        let epochs = self.state.keys.get(&KeyName::Vault).map(|chain| chain.numbers()).ok_or_else(missing)?;
        let copied = |epoch| {
            let line = self.keyring.vault_key(epoch)?.expose_secret_line();
            Some((epoch, seal::PartKey::parse(line.expose_secret()).ok()?))
        };
        epochs.map(copied).collect::<Option<_>>().ok_or_else(missing)
    }

    pub(super) fn require_may_add(&self, officer: &OfficerRecord) -> Result<(), Error> {
        self.require_roles("add-officer", &[Role::SecurityOfficer])?;
        if self.state.officers.contains_key(&officer.id) {
            return Err(Error::Exists { kind: "officer", name: officer.id.to_string() });
        }
        Ok(())
    }

    /// Adds what keys that an officer made himself get at once: the vault key, and what else his roles call for.
    pub(super) fn welcome(
        &self,
        mut words: EntryDraft,
        id: &OfficerId,
        roles: &BTreeSet<Role>,
        (key_id, recipient): (KeyId, &Recipient),
    ) -> Result<EntryDraft, Error> {
        let oversees = roles.contains(&Role::SecurityOfficer) || roles.contains(&Role::Auditor);
        for (key, called_for) in [(KeyName::Vault, true), (KeyName::Oversight, oversees)] {
            let epochs: Vec<u32> = self.state.keys.get(&key).map(|c| c.numbers().collect()).unwrap_or_default();
            if !called_for || self.held_epochs(&key).len() != epochs.len() {
                continue;
            }
            let text = words.keys_for(key_id, recipient);
            for epoch in &epochs {
                match (self.keyring.vault_key(*epoch), self.keyring.identity_of(&key, *epoch)) {
                    (Some(vault), _) if key == KeyName::Vault => text.part(&key, *epoch, vault),
                    (_, Some(identity)) => text.identity(&key, *epoch, identity),
                    (_, None) => return Err(Error::LedgerAltered { entry: None, flaw: "key" }),
                }
            }
            words = words.fact(Delivered { key, epochs, officers: vec![id.clone()] });
        }
        Ok(words)
    }

    /// Gives an identity file the name by which it is found.
    fn name_identity(&self, name: &str, waiting: &str) -> Result<(), Error> {
        match self.stores.files().rename(waiting, name) {
            // Another session was faster.
            Err(objects::Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(()),
            other => Ok(other?),
        }
    }

    /// Takes an officer's account away, and renews the keys that everybody has.
    ///
    /// # Errors
    /// [`Error::Denied`], also where nobody else is security officer, or too few custodians are left; [`Error::NotFound`], [`Error::Missing`]
    /// for a reason that says nothing, [`Error::State`] when disabled already.
    pub fn disable_officer<'w>(&mut self, id: &OfficerId, why: impl Into<Option<&'w str>>) -> Result<(), Error> {
        let why = why.into().map(|why| text::remark("why", why)).transpose()?;
        let record = AuditRecord::new(Act::DisableOfficer).about("officer", id.to_string());
        let record = why.into_iter().fold(record, |record, why| record.about("why", why));
        self.enter(&record.clone(), |session, at| {
            session.require_roles("disable-officer", &[Role::SecurityOfficer])?;
            session.require_other("disable-officer", id)?;
            let officer = session.known_officer(id)?;
            if !officer.belongs() {
                return Err(Error::State { what: "officer", status: "disabled".to_owned() });
            }
            session.require_another(id)?;
            let mut words = EntryDraft::default().fact(OfficerDisabled { officer: id.clone() }).record(record.clone());
            session.renew_for_all(&KeyName::Vault, &Change::Leaves(id), at, &mut words);
            if officer.is(Role::SecurityOfficer) || officer.is(Role::Auditor) {
                session.renew_for_all(&KeyName::Oversight, &Change::Leaves(id), at, &mut words);
            }
            Ok(words)
        })?;
        self.chores()
    }

    /// Refuses to take away those without whom the vault does not go on: the last security officer; a custodian, where too few
    /// would be left to use custody.
    fn require_another(&self, id: &OfficerId) -> Result<(), Error> {
        let officer = self.known_officer(id)?;
        let mut others = self.state.officers.iter().filter(|(other, record)| *other != id && record.works());
        if officer.is(Role::SecurityOfficer) && !others.any(|(_, record)| record.is(Role::SecurityOfficer)) {
            let last = Reason::new("last_of_role").with("role", Role::SecurityOfficer.as_str());
            return Err(denied_for("disable-officer", last));
        }
        let left = self.state.custodians().filter(|other| *other != id).count();
        if self.state.is_dealt_to(id) && left < usize::from(self.state.custody.threshold()) {
            let needed = self.state.custody.threshold().to_string();
            let few = Reason::new("custodians_too_few").with("left", left.to_string()).with("needed", needed);
            return Err(denied_for("disable-officer", few));
        }
        self.require_somebody_to_stop("disable-officer", id)
    }

    /// Refuses to take the charge from the last other one who could stop this officer.
    pub(super) fn require_somebody_to_stop(&self, action: &'static str, id: &OfficerId) -> Result<(), Error> {
        let left = self.state.leaves_somebody_to_stop(self.id(), id);
        if left { Ok(()) } else { Err(denied_for(action, Reason::new("nobody_to_stop"))) }
    }

    /// A new epoch of a key that is held by role, for all who have it after the entry.
    pub(crate) fn renew_for_all(&self, key: &KeyName, change: &Change<'_>, at: DateTime<Utc>, words: &mut EntryDraft) {
        let epoch = self.state.keys.get(key).map_or(1, |chain| chain.last() + 1);
        let mut officers = self.state.all_entitled(key, at);
        officers.retain(|officer| change.stays(officer));
        let (vault, identity) =
            (seal::PartKey::generate_from(&*self.randomness), seal::Identity::generate_from(&*self.randomness));
        for officer in &officers {
            let Some(record) = self.state.officers.get(officer) else { continue };
            for (own, recipient) in change.identities(officer, record) {
                let text = words.keys_for(own, recipient);
                match key {
                    KeyName::Vault => text.part(key, epoch, &vault),
                    KeyName::Oversight | KeyName::Dossier(_) | KeyName::Class(_) => {
                        text.identity(key, epoch, &identity);
                    }
                }
            }
        }
        let recipient = (*key != KeyName::Vault).then(|| identity.recipient().clone());
        words.push(Rekeyed { key: key.clone(), epoch, recipient });
        let officers = officers.into_iter().collect();
        words.push(Delivered { key: key.clone(), epochs: vec![epoch], officers });
    }

    /// Adds new keys in the place of those that an officer has by his role, where keys of his count no more: as far as this
    /// officer may give them to all. What he may not, the next who may does before anything else
    /// ([`Session::common_keys_anew`]).
    pub(super) fn renew_what_was_known_to(
        &self,
        officer: &OfficerId,
        change: &Change<'_>,
        at: DateTime<Utc>,
        words: &mut EntryDraft,
    ) {
        for key in [KeyName::Vault, KeyName::Oversight] {
            let known = self.state.current(&key).is_some_and(|(_, epoch)| epoch.known_to.contains(officer));
            if known && self.state.renews_for_all(&key, self.id()) {
                self.renew_for_all(&key, change, at, words);
            }
        }
    }

    /// An entry that gives all who have them by their role other keys, where somebody may know those by keys that count no more.
    /// None: there is nothing that is this officer's to renew.
    pub(crate) fn common_keys_anew(&self, at: DateTime<Utc>) -> Option<EntryDraft> {
        let mut words = EntryDraft::default();
        for key in self.state.common_keys_due(self.id()) {
            self.renew_for_all(&key, &Change::Nobody, at, &mut words);
        }
        (!words.events.is_empty()).then_some(words)
    }

    /// Locks one's own identity with another passphrase.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when the old one is not right; [`Error::PassphraseShort`]; [`Error::PassphraseWeak`];
    /// [`Error::PassphraseSame`]; [`Error::IdentityChanged`] where it was changed elsewhere at the same time; as every recording.
    pub fn change_passphrase(&mut self, old: &Passphrase, new: &Passphrase) -> Result<(), Error> {
        if old.expose_secret() == new.expose_secret() {
            return Err(Error::PassphraseSame);
        }
        self.catch_up()?;
        self.require_writable()?;
        self.require_strong(new, self.id(), &self.myself()?.full_name)?;
        let mut opened = self.own_identity(old)?;
        let token = opened.token.take();
        let (locked, file) = self.locked_anew(opened, new);
        let locked = self.protected(token.as_ref(), locked)?;
        self.put_own_file(&locked, file, NewLock::Passphrase)?;
        self.judge_passphrase(new);
        Ok(())
    }

    /// Refuses a passphrase that is chosen for an officer, where it is easily guessed. One that everybody knows is for exercises.
    pub(super) fn require_strong(&self, chosen: &Passphrase, of: &OfficerId, full_name: &str) -> Result<(), Error> {
        let taken = if self.exercise() { Taken::Any } else { Taken::Strong };
        strength::acceptable(chosen, &[of.as_str(), full_name, self.vault_name()], taken)
    }

    pub(crate) fn known_officer(&self, id: &OfficerId) -> Result<&registry::people::Officer, Error> {
        self.state.officers.get(id).ok_or_else(|| Error::NotFound { kind: "officer", name: id.to_string() })
    }

    /// Refuses those who have none of these roles.
    pub(crate) fn require_roles(&self, action: &'static str, roles: &[Role]) -> Result<(), Error> {
        if roles.iter().any(|role| self.state.has_role(self.id(), *role)) {
            return Ok(());
        }
        Err(denied_for(action, self.role_required(roles, None)))
    }

    /// As [`Session::require_roles`], of what the officer may do as well who asked for it.
    pub(crate) fn require_roles_or(
        &self,
        action: &'static str,
        roles: &[Role],
        requester: &OfficerId,
    ) -> Result<(), Error> {
        match self.require_roles(action, roles) {
            Err(_) if requester != self.id() => Err(denied_for(action, self.role_required(roles, Some(requester)))),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Which roles it takes, and who has one of them.
    pub(crate) fn role_required(&self, roles: &[Role], requester: Option<&OfficerId>) -> Reason {
        let name = |at: usize| roles.get(at).map_or("none", |role| role.as_str());
        let who =
            self.listed_officers(|id, officer| requester == Some(id) || roles.iter().any(|role| officer.is(*role)));
        Reason::new("role_required")
            .with("role", name(0))
            .with("also", name(1))
            .with("besides", if requester.is_some() { "requester" } else { "none" })
            .with("who", who)
    }

    /// Other officers with an active account, in one line; `none` where there is nobody.
    pub(crate) fn listed_officers(&self, which: impl Fn(&OfficerId, &Officer) -> bool) -> String {
        let named = self.others(which).into_iter().map(|one| format!("{} ({})", one.full_name, one.id));
        let named: Vec<String> = named.collect();
        if named.is_empty() { "none".to_owned() } else { named.join(", ") }
    }

    /// Refuses what an officer does about himself.
    pub(crate) fn require_other(&self, action: &'static str, officer: &OfficerId) -> Result<(), Error> {
        if officer == self.id() { Err(denied_for(action, Reason::new("about_oneself"))) } else { Ok(()) }
    }

    /// Those who keep clearances, and those who check that they are kept.
    pub(crate) fn sees_papers(&self) -> bool {
        self.state.has_role(self.id(), Role::SecurityOfficer) || self.state.has_role(self.id(), Role::Auditor)
    }

    /// An officer as others name him.
    pub(crate) fn name_of(&self, id: &OfficerId) -> OfficerView {
        self.view_of_officer(id, false)
    }

    fn view_of_officer(&self, id: &OfficerId, papers: bool) -> OfficerView {
        let Some(officer) = self.state.officers.get(id) else {
            // Only before the log was read: the officer's own name is known.
            return OfficerView::nobody(id);
        };
        let (codes, compared) = self.keys_compared(id, officer);
        OfficerView {
            id: id.clone(),
            full_name: officer.full_name.clone(),
            nationality: officer.facts.nationality.clone(),
            roles: officer.facts.roles.clone(),
            status: officer.facts.status,
            clearances: if papers { self.views_of_clearances(id) } else { Vec::new() },
            briefings: if papers { self.views_of_briefings(id) } else { Vec::new() },
            fingerprint: officer.short_code(),
            codes,
            compared,
            freeze: self.view_of_freeze(id),
            function: papers.then(|| self.view_of_function(id)),
            keys_due: officer.belongs() && officer.renewal_due,
        }
    }

    /// Finishes or removes identities that a killed process left behind.
    pub(crate) fn tidy(&mut self) -> Result<(), Error> {
        for waiting in self.stores.waiting_identities()? {
            let officer = self.state.officers.get(&waiting.officer);
            let further = |officer: &Officer| officer.further.iter().any(|identity| identity.key == waiting.key);
            if officer.is_some_and(|officer| officer.key == waiting.key) {
                self.name_identity(&self.stores.identity(&waiting.officer), &waiting.path)?;
            } else if officer.is_some_and(further) {
                self.name_identity(&self.stores.further_identity(&waiting.officer, waiting.key), &waiting.path)?;
            } else if officer.is_some_and(|officer| officer.had(waiting.key))
                || (!waiting.kept && self.is_old(&waiting.path))
            {
                let _ = self.stores.files().remove(&waiting.path);
            }
        }
        self.collect_garbage()?;
        self.forget_copies();
        Ok(())
    }

    /// Whether a file was left more than an hour ago: another process may still be about to record it.
    fn is_old(&self, path: &str) -> bool {
        let modified = self.stores.files().modified(path).map(DateTime::<Utc>::from);
        modified.is_some_and(|time| self.now().timestamp() - time.timestamp() > 3600)
    }
}

/// Custodians are those to whom custody is dealt: a role without a share would say what is not so.
pub(super) fn no_custodian(action: &'static str, roles: &BTreeSet<Role>) -> Result<(), Error> {
    if roles.contains(&Role::Custodian) {
        return Err(denied_for(action, Reason::new("custodian_by_sharing")));
    }
    Ok(())
}
