//! Partner services: to whom something may leave, up to which level, under which agreement, and with which keys.

pub(crate) mod views;

use std::collections::{BTreeMap, BTreeSet};

use label::{Level, Policy, RELEASABLE_TO, is_nation};
use policy::Role;
use policy::four_eyes::Word;
use registry::event::{PartnerAdded, PartnerChanged, PartnerConfirmed};
use registry::fact::Fact as _;
use registry::log::{Act, AuditRecord};
use registry::partners::{Partner, PartnerRecord};
use registry::policies::policies;
use seal::{Recipient, SigningKeyFlaw};

use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::marks::{category_names, decides};
use crate::paging::{self, Asked, Row};
use crate::session::denied_for;
use crate::{
    Error, NewPartner, Page, PartnerChange, PartnerField, PartnerFilter, PartnerId, PartnerOrder, PartnerView, Reason,
    Session, text,
};

/// Who keeps partners.
pub(crate) const KEEPERS: &[Role] = &[Role::ReleaseAuthority, Role::SecurityOfficer];

impl Session {
    /// A page of the partners. Every officer knows them all.
    ///
    /// # Errors
    /// [`Error::ListChanged`]; integrity errors.
    pub fn partners(&mut self, filter: &PartnerFilter) -> Result<Page<PartnerView>, Error> {
        self.catch_up()?;
        let PartnerFilter { query, sort, limit, after } = filter;
        let rows = self.state.partners.values().filter_map(|partner| {
            let PartnerRecord { id, name, ceiling, until, .. } = &partner.record;
            let key = match sort.by {
                PartnerOrder::Reference => Some(index::title_key(id.as_str())),
                PartnerOrder::Name => Some(index::title_key(name)),
                PartnerOrder::Level => {
                    Level::ALL.iter().position(|level| level == ceiling).map(|rank| rank.to_string())
                }
                PartnerOrder::Until => until.map(|until| until.to_string()),
                PartnerOrder::Status => Some(u8::from(partner.confirmed_by.is_some()).to_string()),
            };
            let looked = paging::contains(&format!("{id} {name}"), query.as_deref());
            looked.then(|| Row { id: id.to_string(), key, row: partner })
        });
        let asked = Asked { limit: *limit, after: after.as_deref(), descending: sort.descending };
        paging::page(rows.collect(), &asked, |partner| Ok(self.view_of_partner(partner)))
    }

    /// One of [`Session::partners`].
    ///
    /// # Errors
    /// [`Error::NotFound`]; integrity errors.
    pub fn partner_named(&mut self, id: &PartnerId) -> Result<PartnerView, Error> {
        self.catch_up()?;
        self.partner(id).map(|partner| self.view_of_partner(partner))
    }

    /// Enters a partner. Nothing leaves to it before its fingerprint was confirmed.
    ///
    /// # Errors
    /// [`Error::Key`] recipient; [`Error::SigningKey`]; [`Error::KeyTaken`]; [`Error::UnknownNation`]; [`Error::Unknown`] category or community; [`Error::Exists`], whatever the case; [`Error::Denied`] to anybody but release authorities
    /// and security officers.
    pub fn add_partner(&mut self, new: NewPartner) -> Result<PartnerView, Error> {
        let partner = self.written_partner(new)?;
        let fact = PartnerAdded { partner: partner.clone() };
        let record = fact.record(&self.state);
        self.enter(&record, |session, _| {
            session.require_roles("add-partner", KEEPERS)?;
            if let Some(known) = session.state.partner_called(&partner.id) {
                return Err(Error::Exists { kind: "partner", name: known.to_string() });
            }
            if let Some((kind, name)) = session.state.owner_of(&partner.recipient, partner.signing_key.as_deref()) {
                return Err(Error::KeyTaken { kind, name });
            }
            Ok(EntryDraft::default().fact(fact.clone()).record(record.clone()))
        })?;
        self.tell_of_like_partners(&partner.id);
        self.partner(&partner.id).map(|partner| self.view_of_partner(partner))
    }

    /// Changes what is known of a partner: its key, its ceiling, its nation. Nothing leaves to it before another has compared its
    /// key again, and what was asked for before is to be asked for again.
    ///
    /// # Errors
    /// As [`Session::add_partner`]; [`Error::NotFound`], [`Error::Missing`] reason, [`Error::State`] when nothing is changed;
    /// [`Error::Denied`] also while what another entered or changed waits to be compared.
    pub fn change_partner(&mut self, new: NewPartner, why: &str) -> Result<PartnerView, Error> {
        let why = text::grounds("why", why)?;
        let partner = self.written_partner(new)?;
        let fact = PartnerChanged { partner: partner.clone() };
        let record = fact.record(&self.state).about("why", why);
        self.enter(&record, |session, _| {
            session.require_roles("change-partner", KEEPERS)?;
            let known = session.partner(&partner.id)?;
            if known.record == partner {
                return Err(Error::State { what: "partner", status: "unchanged".to_owned() });
            }
            if !session.state.may_change_partner(known, session.id()) {
                let waits = Reason::new("partner_waits").with("officer", known.entered_by.to_string());
                return Err(denied_for("change-partner", waits));
            }
            let (recipient, signing_key) = (&partner.recipient, partner.signing_key.as_deref());
            if let Some((kind, name)) = session.state.owner_besides(recipient, signing_key, Some(&partner.id)) {
                return Err(Error::KeyTaken { kind, name });
            }
            Ok(EntryDraft::default().fact(fact.clone()).record(record.clone()))
        })?;
        self.tell_of_like_partners(&partner.id);
        self.partner(&partner.id).map(|partner| self.view_of_partner(partner))
    }

    /// A partner as somebody wrote it down.
    fn written_partner(&self, new: NewPartner) -> Result<PartnerRecord, Error> {
        let recipient = Recipient::pasted(&new.recipient).map_err(|flaw| Error::Key { field: "recipient", flaw })?;
        let signing_key = new.signing_key.as_deref().map(str::trim).filter(|key| !key.is_empty());
        // What was entered before is not looked at again when something else is changed.
        let known = self.state.partners.get(&new.id).and_then(|known| known.record.signing_key.as_deref());
        let entered = signing_key.filter(|key| known.map(str::trim) != Some(*key));
        if let Some(flaw) = entered.and_then(SigningKeyFlaw::of) {
            return Err(Error::SigningKey { flaw });
        }
        // An agreement that has ended since it was entered stays what it is.
        if self.state.partners.get(&new.id).is_none_or(|known| known.record.until != new.until) {
            self.plausible("until", new.until, DayOf::EndToCome)?;
        }
        Ok(PartnerRecord {
            id: new.id,
            name: text::name("name", &new.name)?,
            nation: text::nationality(&new.nation)?,
            communities: communities(&new.communities)?,
            contact: text::optional_line("contact", &new.contact)?,
            recipient,
            signing_key: signing_key.map(|key| text::paragraph("signing_key", key)).transpose()?,
            ceiling: new.ceiling,
            categories: covered(new.categories)?,
            agreement: new.agreement.as_deref().map(|a| text::line("agreement", a)).transpose()?,
            until: new.until,
        })
    }

    /// Enters that the partner's key was compared by another way than the one it came by: by somebody else than the officer who entered it or
    /// changed it last. `seen`: the entry that was looked at; none: that which made it a partner.
    ///
    /// # Errors
    /// [`Error::Fingerprint`] when it is another; [`Error::NotFound`]; [`Error::PartnerUnseen`] when it was changed since what
    /// was looked at; [`Error::Denied`], also to the officer who entered the partner.
    pub fn confirm_partner(&mut self, id: &PartnerId, fingerprint: &str, seen: Option<u64>) -> Result<(), Error> {
        self.catch_up()?;
        let record = AuditRecord::new(Act::ConfirmPartner).about("partner", id.to_string());
        self.enter(&record, |session, _| {
            session.require_roles("confirm-partner", KEEPERS)?;
            let partner = session.partner(id)?;
            if let Some(reason) = session.against_confirming(partner) {
                return Err(denied_for("confirm-partner", reason));
            }
            if partner.confirmed_by.is_some() {
                return Err(Error::State { what: "partner", status: "confirmed".to_owned() });
            }
            if seen.unwrap_or(partner.entered) != partner.index {
                return Err(Error::PartnerUnseen { partner: id.to_string(), entry: partner.index });
            }
            if !partner.record.recipient.has_fingerprint(fingerprint) {
                return Err(Error::Fingerprint);
            }
            let fingerprint = partner.record.recipient.fingerprint();
            let event = PartnerConfirmed { partner: id.clone(), fingerprint, entered: partner.index };
            Ok(EntryDraft::default().fact(event).record(record.clone()))
        })?;
        Ok(())
    }

    /// Why this officer, who keeps partners, does not confirm one: its key is compared by another than brought it.
    pub(crate) fn against_confirming(&self, partner: &Partner) -> Option<Reason> {
        if partner.brought_by.contains(self.id()) {
            return Some(Reason::new("entered_by_oneself"));
        }
        let one = partner.brought_by.iter().find(|other| self.state.word_of_two(self.id(), other) == Word::OfOne)?;
        Some(Reason::new("one_word").with("officer", one.to_string()))
    }

    /// Partners whose key waits to be compared by this officer.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn partners_to_confirm(&mut self) -> Result<Vec<PartnerView>, Error> {
        self.catch_up()?;
        Ok(self.keys_to_compare().map(|partner| self.view_of_partner(partner)).collect())
    }

    /// None to those who keep no partners.
    pub(crate) fn keys_to_compare(&self) -> impl Iterator<Item = &Partner> {
        let keeper = KEEPERS.iter().any(|role| self.state.has_role(self.id(), *role));
        let mine = move |partner: &&Partner| {
            keeper && partner.confirmed_by.is_none() && self.against_confirming(partner).is_none()
        };
        self.state.partners.values().filter(mine)
    }

    pub(crate) fn view_of_partner(&self, partner: &Partner) -> PartnerView {
        let record = &partner.record;
        PartnerView {
            id: record.id.clone(),
            name: record.name.clone(),
            nation: record.nation.clone(),
            communities: record.communities.clone(),
            contact: record.contact.clone(),
            recipient: record.recipient.to_string(),
            fingerprint: record.recipient.fingerprint(),
            post_quantum: record.recipient.is_post_quantum(),
            signing_key: record.signing_key.clone(),
            ceiling: record.ceiling,
            categories: record.categories.clone(),
            agreement: record.agreement.clone(),
            until: record.until,
            entered_by: partner.entered_by.clone(),
            entry: partner.index,
            changes: partner.before.as_ref().map(|before| changes(before, record)).unwrap_or_default(),
            confirmed: partner.confirmed_by.is_some(),
            confirmed_by: partner.confirmed_by.clone(),
            may_change: KEEPERS.iter().any(|role| self.state.has_role(self.id(), *role))
                && self.state.may_change_partner(partner, self.id()),
            why_not: self.against_confirming(partner).filter(|_| partner.confirmed_by.is_none()).into_iter().collect(),
        }
    }

    pub(crate) fn partner(&self, id: &PartnerId) -> Result<&Partner, Error> {
        self.state.partners.get(id).ok_or_else(|| Error::NotFound { kind: "partner", name: id.to_string() })
    }
}

/// What of a partner is another than before.
fn changes(before: &PartnerRecord, now: &PartnerRecord) -> Vec<PartnerChange> {
    let list = |of: &BTreeSet<String>| of.iter().cloned().collect::<Vec<_>>().join(", ");
    let tags = |of: &BTreeMap<String, BTreeSet<String>>| {
        of.iter().map(|(tag, values)| format!("{tag}: {}", list(values))).collect::<Vec<_>>().join("; ")
    };
    let day = |of: Option<chrono::NaiveDate>| of.map(|day| day.to_string()).unwrap_or_default();
    let text = |of: &Option<String>| of.clone().unwrap_or_default();
    let said = [
        (PartnerField::Name, before.name.clone(), now.name.clone()),
        (PartnerField::Nation, before.nation.clone(), now.nation.clone()),
        (PartnerField::Communities, list(&before.communities), list(&now.communities)),
        (PartnerField::Contact, before.contact.clone(), now.contact.clone()),
        (PartnerField::SigningKey, text(&before.signing_key), text(&now.signing_key)),
        (PartnerField::Ceiling, before.ceiling.to_string(), now.ceiling.to_string()),
        (PartnerField::Categories, tags(&before.categories), tags(&now.categories)),
        (PartnerField::Agreement, text(&before.agreement), text(&now.agreement)),
        (PartnerField::Until, day(before.until), day(now.until)),
    ];
    let differ = said.into_iter().filter(|(_, before, now)| before != now);
    // The key itself is heard from the partner, and read nowhere.
    let key = (before.recipient != now.recipient).then(|| (PartnerField::Recipient, String::new(), String::new()));
    key.into_iter().chain(differ).map(|(field, before, now)| PartnerChange { field, before, now }).collect()
}

/// Communities that some marking can name: those of the table, and the values of a policy's audience that are no nations.
fn communities(typed: &BTreeSet<String>) -> Result<BTreeSet<String>, Error> {
    let values = policies().all().flat_map(Policy::tag_sets).flat_map(|set| &set.tags);
    let audience = values.filter(|tag| tag.name == RELEASABLE_TO).flat_map(|tag| &tag.values);
    let named = audience.map(|value| value.name.as_str()).filter(|name| !is_nation(name));
    let known: BTreeSet<&str> = policies().communities.names().into_iter().chain(named).collect();
    let typed = typed.iter().map(|typed| typed.trim()).filter(|typed| !typed.is_empty());
    typed
        .map(|typed| {
            let found = known.iter().find(|known| known.eq_ignore_ascii_case(typed));
            found.map(|known| (*known).to_owned()).ok_or_else(|| Error::unknown("community", typed, known.clone()))
        })
        .collect()
}

/// Categories that some policy knows; what nobody knows covers nothing, and is a slip of the hand.
fn covered(categories: BTreeMap<String, BTreeSet<String>>) -> Result<BTreeMap<String, BTreeSet<String>>, Error> {
    for (tag, values) in &categories {
        for value in values {
            if !policies().all().any(|policy| decides(policy, tag, value)) {
                let choices = category_names(policies().all());
                return Err(Error::unknown("category", &format!("{tag}={value}"), choices));
            }
        }
    }
    Ok(categories.into_iter().filter(|(_, values)| !values.is_empty()).collect())
}
