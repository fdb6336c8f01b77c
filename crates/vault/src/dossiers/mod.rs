//! Dossiers: documents that belong together, and the people who need to know them.

mod succession;
pub(crate) mod views;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use policy::{DossierStatus, Role};
use registry::dossiers::{DossierName, DossierNote};
use registry::event::{Delivered, DossierChanged, DossierCreated, MemberAdded, MemberRemoved};
use registry::fact::Fact as _;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::state::{day, instant};
use seal::Identity;

use crate::draft::EntryDraft;
use crate::paging::{self, Asked, Row};
use crate::people::compared::{codes_compared, compared_with};
use crate::session::denied_for;
use crate::{
    ClassId, DossierChange, DossierFilter, DossierId, DossierKey, DossierOrder, DossierView, Error, MemberView,
    NewDossier, OfficerId, Page, Reason, Session, text,
};

impl Session {
    /// Those of which one is a member or the keeper.
    ///
    /// # Errors
    /// [`Error::ListChanged`]; integrity errors.
    pub fn dossiers(&mut self, filter: &DossierFilter) -> Result<Page<DossierView>, Error> {
        self.catch_up()?;
        let now = self.now();
        let DossierFilter { query, status, sort, limit, after } = filter;
        let wanted = |key: &DossierKey, name: &DossierName| {
            let dossier = self.state.dossiers.get(key).filter(|_| self.sees_dossier(key, now))?;
            let looked = || paging::contains(&format!("{} {}", name.id, name.title), query.as_deref());
            let meets = status.is_none_or(|status| dossier.status == status) && looked();
            meets.then(|| match sort.by {
                DossierOrder::Reference => Some(index::title_key(name.id.as_str())),
                DossierOrder::Title => Some(index::title_key(&name.title)),
                DossierOrder::Members => Some(format!("{:08}", dossier.members.len())),
                DossierOrder::Name => self.state.lead(key).map(|lead| index::title_key(lead.as_str())),
            })
        };
        let rows =
            self.knowledge.dossiers.iter().filter_map(|(key, name)| {
                Some(Row { id: name.id.to_string(), key: wanted(key, name)?, row: (key, name) })
            });
        let mut rows: Vec<Row<(&DossierKey, &DossierName)>> = rows.collect();
        rows.sort_by(|one, other| one.id.cmp(&other.id));
        let asked = Asked { limit: *limit, after: after.as_deref(), descending: sort.descending };
        paging::page(rows, &asked, |(key, name)| {
            self.view_of_dossier(key, name, now).ok_or(Error::Internal { what: "dossier" })
        })
    }

    /// One of [`Session::dossiers`].
    ///
    /// # Errors
    /// [`Error::NotFound`], also where it is none of them; [`Error::Ambiguous`], as everywhere that a dossier is named;
    /// integrity errors.
    pub fn dossier(&mut self, id: &DossierId) -> Result<DossierView, Error> {
        self.catch_up()?;
        let now = self.now();
        let key = self.named(id)?;
        let seen = self.knowledge.dossiers.get(&key).filter(|_| self.sees_dossier(&key, now));
        let view = seen.and_then(|name| self.view_of_dossier(&key, name, now));
        view.ok_or_else(|| Error::NotFound { kind: "dossier", name: id.to_string() })
    }

    /// Makes a dossier. Who makes it keeps its list; the lead becomes a member and keeps the list as well, and so does the deputy
    /// once the lead is gone.
    ///
    /// # Errors
    /// [`Error::BadName`] for an id of the form of a key; [`Error::Exists`], in upper or lower case, among the dossiers that one knows; [`Error::Denied`] to anybody but registrars and security officers,
    /// and to a security officer who would lead it or stand in for its lead; where lead and deputy are one.
    pub fn create_dossier(&mut self, new: NewDossier) -> Result<DossierView, Error> {
        let new = NewDossier { title: text::name("title", &new.title)?, ..new };
        let NewDossier { id, lead, deputy, .. } = &new;
        // An id that could be a key would stand for another dossier.
        if DossierKey::parse(id.as_str()).is_ok() {
            return Err(Error::BadName { kind: "dossier", name: id.to_string() });
        }
        let key = DossierKey::parse(&self.randomness.id())?;
        let about = AuditRecord::new(Act::CreateDossier).about("dossier", key.to_string());
        let named = |officer: &Option<OfficerId>| officer.as_ref().map(OfficerId::to_string);
        let record = about.clone().about_some("officer", named(lead)).about_some("deputy", named(deputy));
        // Held for this entry only; what is delivered back by it is kept.
        let identity = Identity::generate_from(&*self.randomness);
        self.catch_up()?;
        if let Some(there) = self.called(id) {
            return Err(Error::Exists { kind: "dossier", name: there.to_string() });
        }
        self.keyring.add_identity(KeyName::Dossier(key.clone()), 1, copy(&identity)?);
        self.enter(&about, |session, at| {
            session.require_roles("create-dossier", &[Role::Registrar, Role::SecurityOfficer])?;
            for member in lead.iter().chain(deputy) {
                session.require_in_service(member)?;
                if session.state.has_role(session.id(), Role::SecurityOfficer) {
                    session.require_other("create-dossier", member)?;
                }
            }
            if deputy.as_ref() == Some(lead.as_ref().unwrap_or(session.id())) {
                return Err(denied_for("create-dossier", Reason::new("deputy_of_oneself")));
            }
            session.creation(&key, &identity, &new, at, &record)
        })?;
        self.tell_of_like_dossiers(&key);
        let now = self.now();
        let name = self.knowledge.dossiers.get(&key);
        let view = name.and_then(|name| self.view_of_dossier(&key, name, now));
        view.ok_or(Error::NotFound { kind: "dossier", name: id.to_string() })
    }

    /// The entry that makes a dossier: its key goes to the officer who makes it, to lead and deputy, and to custody.
    fn creation(
        &self,
        key: &DossierKey,
        identity: &Identity,
        new: &NewDossier,
        at: DateTime<Utc>,
        record: &AuditRecord,
    ) -> Result<EntryDraft, Error> {
        let NewDossier { id, title, lead, deputy } = new;
        let name = KeyName::Dossier(key.clone());
        let mut words = EntryDraft::default()
            .fact(DossierCreated {
                dossier: key.clone(),
                recipient: identity.recipient().clone(),
                lead: lead.clone(),
                deputy: deputy.clone(),
                from: day(at),
            })
            .record(record.clone())
            .note(key, 1, DossierNote::Created { id: id.clone(), title: title.clone() });
        let mut people: Vec<OfficerId> = vec![self.id().clone()];
        people.extend(lead.iter().chain(deputy).filter(|officer| *officer != self.id()).cloned());
        for person in &people {
            if let Some(record) = self.state.officers.get(person) {
                words.keys_to(record, |text| text.identity(&name, 1, identity));
            }
        }
        self.to_custody(&name, 1, identity, &mut words)?;
        Ok(words.fact(Delivered { key: name, epochs: vec![1], officers: people }))
    }

    /// Puts an officer on the list. One who is on it gets the new term.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a dossier that one does not know; [`Error::Denied`] to those who do not keep its list, and about
    /// oneself.
    pub fn add_member(
        &mut self,
        dossier: &DossierId,
        officer: &OfficerId,
        until: Option<NaiveDate>,
        basis: &str,
    ) -> Result<(), Error> {
        let basis = text::remark("basis", basis)?;
        self.catch_up()?;
        let key = self.named(dossier)?;
        let record = AuditRecord::new(Act::AddMember)
            .about("dossier", key.to_string())
            .about("officer", officer.to_string())
            .about("basis", basis.clone());
        self.enter(&record, |session, at| {
            session.require_keeper("add-member", &key)?;
            session.require_other("add-member", officer)?;
            session.require_in_service(officer)?;
            let from = day(at);
            session.ends_after("until", until, from)?;
            let epoch = session.state.current(&KeyName::Dossier(key.clone())).map_or(1, |(epoch, _)| epoch);
            let words = EntryDraft::default()
                .fact(MemberAdded { dossier: key.clone(), officer: officer.clone(), from, until })
                .record(record.clone())
                .note(&key, epoch, DossierNote::Basis { officer: officer.clone(), basis: basis.clone() });
            Ok(words)
        })?;
        self.chores()
    }

    /// Takes an officer off the list; the keys that he knew are renewed. Gives back what the officer who does it should know: that nobody
    /// leads it any more, and that nobody may read documents in it any more.
    ///
    /// # Errors
    /// [`Error::Missing`] reason, [`Error::NotFound`], [`Error::Denied`].
    pub fn remove_member(&mut self, dossier: &DossierId, officer: &OfficerId, why: &str) -> Result<Vec<Reason>, Error> {
        let why = text::grounds("why", why)?;
        self.catch_up()?;
        let key = self.named(dossier)?;
        let (led, read) = (self.state.in_charge(&key).is_some(), self.read_in(&key)?);
        let record = AuditRecord::new(Act::RemoveMember)
            .about("dossier", key.to_string())
            .about("officer", officer.to_string())
            .about("why", why);
        self.enter(&record, |session, _| {
            session.require_keeper("remove-member", &key)?;
            let members = session.state.dossiers.get(&key).map(|d| &d.members);
            if !members.is_some_and(|members| members.contains_key(officer)) {
                return Err(Error::NotFound { kind: "member", name: officer.to_string() });
            }
            let event = MemberRemoved { dossier: key.clone(), officer: officer.clone() };
            Ok(EntryDraft::default().fact(event).record(record.clone()))
        })?;
        self.chores()?;
        let mut news = Vec::new();
        if led && self.state.in_charge(&key).is_none() {
            news.push(Reason::new("dossier_unled").with("dossier", dossier.to_string()));
        }
        news.extend(self.unread_in(&key, dossier, read));
        Ok(news)
    }

    /// The classes of a dossier that this officer may open now, with how many documents each has: of others he need not know.
    fn read_in(&self, key: &DossierKey) -> Result<BTreeMap<ClassId, u64>, Error> {
        let mut read = self.readable();
        read.retain(|class| self.state.classes.get(class).is_some_and(|of| of.dossier == *key));
        Ok(self.index.documents_of(&read)?)
    }

    /// That nobody may read documents of a dossier any more: how many, of those that this officer could read before.
    fn unread_in(&self, key: &DossierKey, id: &DossierId, mut read: BTreeMap<ClassId, u64>) -> Option<Reason> {
        let now = self.now();
        let somebody = |class: &ClassId| {
            let mut officers = self.state.officers.keys().filter(|officer| self.state.works(officer));
            officers.any(|officer| self.state.may_open(officer, class, now).is_ok())
        };
        read.retain(|class, _| !somebody(class));
        let unread: u64 = read.into_values().sum();
        let empty = self.state.dossiers.get(key).is_some_and(|of| of.members.is_empty());
        let told = || Reason::new("dossier_unread").with("dossier", id.to_string()).with("n", unread.to_string());
        (unread > 0 || empty).then(told)
    }

    /// Closes a dossier: it takes no more documents. Or opens it again.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`] to those who do not keep its list, [`Error::State`] when it is so already.
    pub fn change_dossier(&mut self, dossier: &DossierId, status: DossierStatus, why: &str) -> Result<(), Error> {
        let why = text::remark("why", why)?;
        self.catch_up()?;
        let fact = DossierChanged { dossier: self.named(dossier)?, status };
        let record = fact.record(&self.state).about("why", why.clone());
        let (action, name) = match status {
            DossierStatus::Closed => (Act::CloseDossier.as_str(), "closed"),
            DossierStatus::Open => (Act::ReopenDossier.as_str(), "open"),
        };
        self.enter(&record, |session, _| {
            session.require_keeper(action, &fact.dossier)?;
            let now = session.state.dossiers.get(&fact.dossier).map(|dossier| dossier.status);
            if now == Some(status) {
                return Err(Error::State { what: "dossier", status: name.to_owned() });
            }
            let epoch = session.state.current(&KeyName::Dossier(fact.dossier.clone())).map_or(1, |(epoch, _)| epoch);
            let note = DossierNote::Changed { why: why.clone() };
            Ok(EntryDraft::default().fact(fact.clone()).record(record.clone()).note(&fact.dossier, epoch, note))
        })
    }

    /// The dossier that this officer names: by its key, or by an id that fits one of those that he knows. Ids are known to
    /// members only, so nobody can keep them apart: of several, none is picked.
    pub(crate) fn named(&self, id: &DossierId) -> Result<DossierKey, Error> {
        let now = self.now();
        let by_key = DossierKey::parse(id.as_str()).ok();
        if let Some(key) = by_key.filter(|key| self.knowledge.dossiers.contains_key(key) && self.sees_dossier(key, now))
        {
            return Ok(key);
        }
        let fits = |(key, name): &(&DossierKey, &DossierName)| name.id == *id && self.sees_dossier(key, now);
        let found: Vec<(&DossierKey, &DossierName)> = self.knowledge.dossiers.iter().filter(fits).collect();
        match found.as_slice() {
            [] => Err(Error::NotFound { kind: "dossier", name: id.to_string() }),
            [(key, _)] => Ok((*key).clone()),
            several => {
                let choices = several.iter().map(|(key, name)| self.choice(key, name)).collect();
                Err(Error::Ambiguous { name: id.to_string(), choices })
            }
        }
    }

    /// One of several dossiers of the same id.
    fn choice(&self, key: &DossierKey, name: &DossierName) -> Reason {
        let lead = self.state.lead(key);
        Reason::new("same_id")
            .with("key", key.to_string())
            .with("title", name.title.clone())
            // No officer has such an id.
            .with("lead", lead.map_or_else(|| "NOBODY".to_owned(), ToString::to_string))
    }

    /// The id of the first dossier that this officer knows and that is called so, whatever the case.
    fn called(&self, id: &DossierId) -> Option<&DossierId> {
        let now = self.now();
        let mut known = self.knowledge.dossiers.iter().filter(|(key, _)| self.sees_dossier(key, now));
        let same = known.find(|(_, name)| name.id.as_str().eq_ignore_ascii_case(id.as_str()));
        same.map(|(_, name)| &name.id)
    }

    pub(crate) fn sees_dossier(&self, key: &DossierKey, now: DateTime<Utc>) -> bool {
        self.state.is_member(key, self.id(), now) || self.state.keeps(key, self.id())
    }

    fn require_keeper(&self, action: &'static str, dossier: &DossierKey) -> Result<(), Error> {
        if self.state.keeps(dossier, self.id()) {
            return Ok(());
        }
        let who = self.listed_officers(|id, _| self.state.keeps(dossier, id));
        Err(denied_for(action, Reason::new("not_keeper").with("who", who)))
    }

    fn view_of_dossier(&self, key: &DossierKey, name: &DossierName, now: DateTime<Utc>) -> Option<DossierView> {
        let dossier = self.state.dossiers.get(key)?;
        let full_name = |id: &OfficerId| self.state.officers.get(id).map(|officer| officer.full_name.clone());
        let known = self.all_compared();
        let members = dossier.members.iter().map(|(id, membership)| MemberView {
            officer: id.clone(),
            full_name: full_name(id).unwrap_or_default(),
            from: membership.from,
            until: membership.until,
            basis: name.basis.get(id).cloned().unwrap_or_default(),
            codes: self.state.officers.get(id).map(|officer| codes_compared(id, officer, &known)).unwrap_or_default(),
            compared: self.state.officers.get(id).map(|officer| compared_with(id, officer, &known)).unwrap_or_default(),
        });
        Some(DossierView {
            id: name.id.clone(),
            key: key.clone(),
            title: name.title.clone(),
            lead: self.state.lead(key).cloned(),
            deputy: dossier.deputy.clone().filter(|deputy| self.state.in_charge(key) != Some(deputy)),
            stands_in_for: self.state.stood_in_for(key).cloned(),
            unled: self.state.in_charge(key).is_none(),
            by_own_deed: self.state.deputy_by_own_deed(key).is_some(),
            members: members.collect(),
            may_manage: self.state.keeps(key, self.id()),
            may_name_deputy: self.leads(key),
            member: self.state.is_member(key, self.id(), now),
            closed: dossier.status == DossierStatus::Closed,
            changed: dossier.changed.as_ref().map(|(by, at_ms)| DossierChange {
                by: by.clone(),
                at: instant(*at_ms),
                why: name.why.clone().unwrap_or_default(),
            }),
        })
    }
}

/// The same identity twice: one to seal the entry with, one to hold.
fn copy(identity: &Identity) -> Result<Identity, Error> {
    Identity::parse(identity.expose_secret_line().expose_secret()).map_err(|_| Error::IdentityAltered)
}
