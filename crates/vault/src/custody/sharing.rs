//! Custody is shared again, among others or otherwise: who may, what is to be known of it, and what goes along.

use registry::assents::{Matter, Request};
use registry::custody::{CarriedOver, SharingMatter, Terms};
use registry::event::{Asked, CustodyShared, Deposited};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::state::instant;
use seal::Share;

use super::against_custody;
use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AskedSharing, AssentId, Error, ForgedRule as Rule, NewSharing, OfficerId, Reason, Session, Shared};

impl Session {
    /// Shares custody again: at once where this officer is the one custodian of an exercise, else it waits for the yes of those
    /// who are custodians now.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but custodians and security officers, for a sharing that there cannot be;
    /// [`Error::NotFound`] officer.
    pub fn share_custody(&mut self, new: NewSharing) -> Result<Shared, Error> {
        self.catch_up()?;
        let NewSharing { threshold, custodians, waiting_hours } = new;
        if custodians.is_empty() {
            return Err(Error::Missing { field: "custodian" });
        }
        for custodian in &custodians {
            self.known_officer(custodian)?;
        }
        let now = self.state.custody.now().map_or(0, |sharing| sharing.terms.waiting_hours);
        let terms = Terms { threshold, custodians, waiting_hours: waiting_hours.unwrap_or(now) };
        let request = AssentId::parse(&self.randomness.id())?;
        let about = AuditRecord::new(Act::RequestSharing).about("threshold", threshold.to_string());
        let recorded = self.decided(&about, |session, at| {
            let state = &session.state;
            let check = || {
                let may = state.oversees_custody(session.id());
                if may { state.require_terms(&terms) } else { Err(Rule::NotCustodian) }
            };
            check().map_err(|rule| {
                if rule == Rule::CustodyOnFewWords {
                    return denied_for("share-custody", session.on_few_words(&terms));
                }
                against_custody("share-custody", rule, state.custody.threshold())
            })?;
            let over = CarriedOver { carrier: session.id().clone(), keys: state.orphans(&session.context(at)) };
            if state.shares_alone(session.id()) {
                return Ok((EntryDraft::default().fact(CustodyShared { terms: terms.clone(), over }), true));
            }
            let (replaces, threshold) = (state.custody.epoch(), state.custody.threshold());
            let matter = Matter::CustodySharing(SharingMatter { terms: terms.clone(), replaces, threshold, over });
            session.require_unasked(&matter)?;
            Ok((EntryDraft::default().fact(Asked { request: request.clone(), matter }), false))
        })?;
        if recorded.into_inner() {
            self.chores()?;
            return Ok(Shared::Effective(Box::new(self.view_of_custody()?)));
        }
        Ok(Shared::Waiting(request))
    }

    /// That fewer persons may stand behind custodians than custody takes: whom it is about, and on whose word they are there.
    pub(super) fn on_few_words(&self, terms: &Terms) -> Reason {
        let words = self.state.few_words(terms);
        let of_others = words.iter().flat_map(|(by, custodians)| custodians.iter().filter(move |one| *one != by));
        Reason::new("custody_on_few_words")
            .with("officers", listed(of_others))
            .with("by", listed(words.keys()))
            .with("threshold", terms.threshold.to_string())
    }

    /// What those should know who decide about a sharing, and who have one.
    pub(super) fn warnings_of_sharing(&self, terms: &Terms) -> Vec<Reason> {
        let few = (!self.state.few_words(terms).is_empty()).then(|| self.on_few_words(terms));
        let able = terms.custodians.iter().filter(|custodian| self.state.works(custodian)).count();
        // Of one alone the way to an approval speaks; of fewer than it takes, whether custody is sound.
        let none_spare = terms.threshold > 1 && usize::from(terms.threshold) == able;
        let threshold = terms.threshold.to_string();
        let none_spare = none_spare.then(|| Reason::new("custody_none_spare").with("threshold", threshold));
        few.into_iter().chain(none_spare).collect()
    }

    /// Carries over what nobody holds, where this officer asked for the sharing that is in force: the key is put together and put
    /// into custody as it is shared now.
    pub(crate) fn carry_over(&self, key: &KeyName, words: &mut EntryDraft) -> Result<(), Error> {
        let Some(sharing) = self.state.custody.now() else { return Ok(()) };
        let of_key = |(carried, _): &&(KeyName, Vec<u32>)| carried == key;
        let Some((_, epochs)) = sharing.over.keys.iter().find(of_key) else { return Ok(()) };
        // The last yes to it is the entry of the sharing.
        let last = |request: &Request| request.given.last().is_some_and(|given| given.index == sharing.index);
        let request = self.state.assents.iter().find(|(_, request)| last(request));
        let handed = request.map(|(id, request)| self.handed(id, request)).transpose()?.unwrap_or_default();
        let passed_on = self.passed_on_here()?;
        let mut carried = Vec::new();
        for number in epochs {
            let Some(from) = self.state.carries_over(self.id(), key, *number) else { continue };
            let Some(lying) = self.lying(key, *number, from)? else { continue };
            let threshold = self.state.custody.at(from).map_or(0, |sharing| sharing.terms.threshold);
            let own = self.own_share(&lying.deposit, &passed_on);
            let right = |(giver, share): (&OfficerId, &Share)| {
                let dealt = lying.deposit.hash_of(|key| self.state.author(key) == Some(giver));
                giver != self.id() && dealt == Some(share.hash())
            };
            let of_others = handed.get(&(key.clone(), *number)).into_iter().flatten();
            let of_others = of_others.filter(|(giver, share)| right((giver, share))).map(|(_, share)| share);
            let shares: Vec<&Share> = own.iter().chain(of_others).collect();
            let named =
                self.state.keys.get(key).and_then(|chain| chain.get(*number)).and_then(|e| e.recipient.as_ref());
            let opened = lying.deposit.open(&shares, threshold, self.ledger.vault()).ok();
            // What is not the key that the log names is not carried on.
            if let Some(identity) = opened.filter(|identity| named == Some(identity.recipient())) {
                self.to_custody(key, *number, &identity, words)?;
                carried.push(*number);
            }
        }
        if !carried.is_empty() {
            words.push(Deposited { key: key.clone(), epochs: carried });
        }
        Ok(())
    }

    pub(crate) fn view_of_asked_sharing(&self, request: &Request, of: &SharingMatter) -> AskedSharing {
        let now = self.state.custody.now().map(|sharing| &sharing.terms);
        AskedSharing {
            threshold: of.terms.threshold,
            waiting_hours: of.terms.waiting_hours,
            people: self.custodians_named(&of.terms.custodians),
            warnings: self.warnings_of_sharing(&of.terms),
            threshold_now: self.state.custody.threshold(),
            waiting_hours_now: now.map_or(0, |terms| terms.waiting_hours),
            people_now: now.map(|terms| self.custodians_named(&terms.custodians)).unwrap_or_default(),
            carries: of.over.keys.iter().map(|(_, epochs)| epochs.len()).sum(),
            carrier: of.over.carrier.clone(),
            waits: of.waits(&self.state),
            waits_until: instant(self.state.custody_waits_until_ms(request, self.now().timestamp_millis())),
        }
    }
}

fn listed<'o>(officers: impl Iterator<Item = &'o &'o OfficerId>) -> String {
    officers.map(|officer| officer.as_str()).collect::<Vec<_>>().join(", ")
}
