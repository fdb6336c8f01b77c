//! Custody: who shares it, and how keys are had from it. No program hands anything out of it by itself.

mod answering;
mod pairs;
mod sharing;
pub(crate) mod views;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use registry::Event;
use registry::assents::{Answer, End, Matter, Request};
use registry::custody::{CustodyUse, Deposit, Encoded, Epochs, Whom};
use registry::event::{Asked, CustodyCarriedOut, Delivered};
use registry::fact::Context;
use registry::keys::{KeyName, KeyText, passed_on};
use registry::log::{Act, AuditRecord};
use registry::parts::{Audience, decode};
use registry::people::{Officer, short_code};
use registry::state::instant;
use seal::{Identity, KeyId, Recipient, Share, ShareHash, open_bytes, seal_bytes};

use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{
    AssentId, CarriedOutView, Custodian, CustodyFor, CustodyRequestView, CustodyStatus, CustodyView, DossierKey, Error,
    ForgedRule as Rule, KeysDelivered, OfficerId, Reason, Role, Session, WrongDeposit, text,
};

/// What lies in custody of one epoch of a key, and who put it there.
struct Lying {
    deposit: Deposit,
    by: OfficerId,
    entry: u64,
}

impl Session {
    /// Custody as it is shared now, and its uses, as far as this officer may know of them.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn custody(&mut self) -> Result<CustodyView, Error> {
        self.catch_up()?;
        self.view_of_custody()
    }

    /// Asks for keys from custody: all that somebody may have, lacks, and nobody has given him.
    ///
    /// # Errors
    /// [`Error::Denied`] to an officer who may not ask for it, and where custody has nothing for them; [`Error::NotFound`];
    /// [`Error::Missing`] reason.
    pub fn request_custody(&mut self, whom: &CustodyFor, why: &str) -> Result<AssentId, Error> {
        let why = text::remark("why", why)?;
        self.catch_up()?;
        let whom = match whom {
            CustodyFor::Officer(officer) => {
                self.known_officer(officer)?;
                Whom::Officer(officer.clone())
            }
            CustodyFor::Dossier(dossier) => Whom::Dossier(self.named_or_known(dossier)?),
        };
        let request = AssentId::parse(&self.randomness.id())?;
        let record = AuditRecord::new(Act::RequestCustody);
        let record = match &whom {
            Whom::Officer(officer) => record.about("officer", officer.to_string()),
            Whom::Dossier(dossier) => record.about("dossier", dossier.to_string()),
        };
        self.enter(&record, |session, at| {
            let of = session.use_of_custody(&whom, &why, at)?;
            let matter = Matter::Custody(of);
            session.require_unasked(&matter)?;
            let fact: Event = Asked { request: request.clone(), matter }.into();
            let said = fact.record(&session.state).about("why", why.clone());
            Ok(EntryDraft::default().fact(fact).record(said))
        })?;
        Ok(request)
    }

    /// What is asked for, if it may be.
    fn use_of_custody(&self, whom: &Whom, why: &str, at: DateTime<Utc>) -> Result<CustodyUse, Error> {
        let state = &self.state;
        let threshold = state.custody.threshold();
        let of = CustodyUse {
            whom: whom.clone(),
            carrier: self.id().clone(),
            keys: self.lacking(whom, at),
            pairs: self.lost_by_pairs(whom, at),
            sharing: state.custody.epoch(),
            threshold,
            motive: Encoded(Vec::new()),
        };
        let against = |rule| Err(against_custody("request-custody", rule, threshold));
        if !of.may_be_asked_by(state, self.id()) {
            return against(Rule::NotCustodian);
        }
        if !state.custody_is_sound() {
            return against(Rule::CustodyNotSound);
        }
        if of.keys.is_empty() && of.pairs.is_empty() {
            return Err(denied_for("request-custody", Reason::new("nothing_in_custody")));
        }
        let able = state.custodians().filter(|custodian| {
            let own = *custodian == self.id();
            of.counts(state, custodian) && (!own || state.own_yes_counts())
        });
        if able.count() < usize::from(threshold) {
            let reason = Reason::new("nobody_else_decides").with("threshold", threshold.to_string());
            return Err(denied_for("request-custody", reason));
        }
        // To those who decide and stop it, and those whom it concerns.
        let reads = |id: &OfficerId| state.oversees_custody(id) || of.is_for(id) || id == self.id();
        let readers: Vec<&Recipient> = state
            .officers
            .iter()
            .filter(|(id, officer)| officer.active() && reads(id))
            .flat_map(|(_, officer)| officer.identities().map(|(_, recipient)| recipient))
            .collect();
        let motive = seal_bytes(&readers, why.as_bytes()).map_err(|_| Error::Internal { what: "motive" })?;
        Ok(CustodyUse { motive: Encoded(motive), ..of })
    }

    /// The keys that somebody may have and lacks, as far as they lie in custody.
    fn lacking(&self, whom: &Whom, at: DateTime<Utc>) -> Epochs {
        let context = self.context(at);
        match whom {
            Whom::Officer(officer) => {
                let mut keys = self.state.in_custody_for(officer, &context);
                keys.retain(|(key, _)| self.state.entitled(key, officer, at));
                keys
            }
            Whom::Dossier(dossier) => {
                let mut keys = self.state.in_custody_of(dossier, &context);
                keys.retain(|(key, epochs)| {
                    let chain = self.state.keys.get(key);
                    let lacks = |officer: &OfficerId| {
                        let given = |epoch: &u32| {
                            chain.and_then(|c| c.get(*epoch)).is_some_and(|epoch| epoch.was_given_to(officer))
                        };
                        !epochs.iter().all(given)
                    };
                    self.state.all_entitled(key, at).iter().any(lacks)
                });
                keys
            }
        }
    }

    pub(crate) fn context(&self, at: DateTime<Utc>) -> Context<'_> {
        Context {
            vault: &self.keyring.vault_id,
            author: self.id(),
            index: self.position.size(),
            at_ms: at.timestamp_millis(),
            at,
            introduces: &[],
            sheets: &[],
            by_two: &[],
            digest: None,
        }
    }

    /// This officer's share of a deposit: dealt to the keys that he has here, or passed on to them when he added them.
    fn own_share(&self, deposit: &Deposit, passed_on: &[Share]) -> Option<Share> {
        let dealt = deposit.share_for(self.keyring.key_id(), &self.keyring.identity).ok();
        dealt.or_else(|| among(passed_on, deposit.hash_of(|key| self.state.author(key) == Some(self.id()))?))
    }

    /// The shares that this officer passed on to the keys that he has here.
    fn passed_on_here(&self) -> Result<Vec<Share>, Error> {
        self.passed_on(self.keyring.key_id(), &self.keyring.identity)
    }

    /// The shares that an officer passed on to further keys of his, in the entry that added them: the first that has a part for
    /// them.
    pub(crate) fn passed_on(&self, key: KeyId, identity: &Identity) -> Result<Vec<Share>, Error> {
        let own = Audience::Officer(key).to_string();
        let entries = self.ledger.read_for(&self.position, &own, None, 1)?;
        let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == own);
        Ok(parts.flat_map(|part| passed_on(identity, &part.sealed).unwrap_or_default()).collect())
    }

    /// Adds this officer's shares, of what lies in custody and of what two open, to what he gives to further keys of his.
    pub(crate) fn pass_on_shares(&self, text: &mut KeyText) -> Result<(), Error> {
        let passed_on = self.passed_on_here()?;
        let me = self.id();
        for (key, chain) in &self.state.keys {
            for (number, epoch) in chain.numbers().filter_map(|number| Some((number, chain.get(number)?))) {
                let sharing = self.state.custody.at(epoch.custody);
                let custodian = sharing.is_some_and(|sharing| sharing.terms.custodians.contains(me));
                let lying = if custodian { self.lying(key, number, epoch.custody)? } else { None };
                if let Some(share) = lying.and_then(|lying| self.own_share(&lying.deposit, &passed_on)) {
                    text.passed_on(key, number, &share);
                }
                if let Some(class) = key.class()
                    && self.state.was_dealt(class, number, me)
                {
                    let (dealing, _) = self.dealing(class, number)?;
                    let own = (self.keyring.key_id(), &self.keyring.identity);
                    if let Ok(share) = self.share_of_pair(&dealing, me, own, &passed_on) {
                        text.passed_on(key, number, &share);
                    }
                }
            }
        }
        Ok(())
    }

    /// What lies in custody of an epoch of a key under a sharing.
    fn lying(&self, key: &KeyName, epoch: u32, sharing: u32) -> Result<Option<Lying>, Error> {
        let Some(id) = key.in_custody() else { return Ok(None) };
        let audience = Audience::Custody(id).to_string();
        let mut after = None;
        loop {
            let entries = self.ledger.read_for(&self.position, &audience, after, AT_ONCE)?;
            let Some(last) = entries.last() else { return Ok(None) };
            after = Some(last.index());
            for entry in &entries {
                let Some(by) = self.state.author(entry.author()) else { continue };
                for part in entry.parts().iter().filter(|part| part.audience == audience) {
                    let deposits = decode::<Deposit>(&part.sealed).unwrap_or_default();
                    let is_it = |d: &Deposit| (&d.key, d.epoch, d.sharing) == (key, epoch, sharing);
                    if let Some(deposit) = deposits.into_iter().find(is_it) {
                        return Ok(Some(Lying { deposit, by: by.clone(), entry: entry.index() }));
                    }
                }
            }
        }
    }

    /// Puts the keys together that were asked for, delivers them, and forgets them.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but who asked, before the waiting time is over, where fewer custodians than it takes said
    /// yes and are custodians still, where it was stopped, refused or carried out; [`Error::WrongShares`] where shares are not
    /// those that were dealt.
    pub fn carry_out_custody(&mut self, id: &AssentId) -> Result<CarriedOutView, Error> {
        self.catch_up()?;
        let unknown = || Error::NotFound { kind: "request", name: id.to_string() };
        let seen = self.state.custody_use(id).filter(|(request, of)| self.sees_custody_use(request, of));
        let (_, of) = seen.ok_or_else(unknown)?;
        let about = of.described(id, AuditRecord::new(Act::CarryOutCustody));
        let done = self.decided(&about, |session, at| {
            let (request, of) = session.state.custody_use(id).ok_or_else(unknown)?;
            let ready = session.state.require_custody_ready(request, of, session.id(), at.timestamp_millis());
            ready.map_err(|rule| {
                let reason = reason_of(rule, of.threshold);
                let until = instant(session.state.custody_waits_until_ms(request, at.timestamp_millis()));
                denied_for("carry-out-custody", reason.with("until", label::time::to_the_second(until)))
            })?;
            session.carried_out(id, request, of, at)
        });
        let view = match done {
            Ok(done) => done.into_inner(),
            Err(error) => {
                if let Error::WrongShares { officers } = &error {
                    let reasons = AuditRecord::new(Act::Deny).about("action", Act::CarryOutCustody.as_str());
                    let named = reasons.about("reasons", "wrong_shares").about("officers", officers.join(" "));
                    self.note(named.about("request", id.to_string()))?;
                }
                return Err(error);
            }
        };
        self.chores()?;
        Ok(view)
    }

    /// The entry that delivers. The keys are in memory only as long as it is made.
    fn carried_out(
        &self,
        id: &AssentId,
        request: &Request,
        of: &CustodyUse,
        at: DateTime<Utc>,
    ) -> Result<(EntryDraft, CarriedOutView), Error> {
        let handed = self.handed(id, request)?;
        // Those who are custodians still.
        let givers: Vec<&OfficerId> =
            request.given.iter().map(|given| &given.by).filter(|giver| of.counts(&self.state, giver)).collect();
        let (mut words, mut view) = (EntryDraft::default(), CarriedOutView::default());
        let (mut facts, mut counts) = (Vec::new(), BTreeMap::<OfficerId, usize>::new());
        for (key, epochs) in &of.keys {
            let entitled = match &of.whom {
                Whom::Officer(officer) => {
                    let mut entitled = BTreeSet::new();
                    if self.state.entitled(key, officer, at) {
                        entitled.insert(officer.clone());
                    }
                    entitled
                }
                Whom::Dossier(_) => self.state.all_entitled(key, at),
            };
            for number in epochs {
                let Some(epoch) = self.state.keys.get(key).and_then(|chain| chain.get(*number)) else { continue };
                let officers: Vec<OfficerId> =
                    entitled.iter().filter(|officer| !epoch.was_given_to(officer)).cloned().collect();
                if officers.is_empty() {
                    continue;
                }
                let Some(lying) = self.lying(key, *number, of.sharing)? else { continue };
                let shares = handed.get(&(key.clone(), *number));
                let identity = self.put_together(&givers, &lying, shares, of.threshold)?;
                let Some(identity) = identity.filter(|key| epoch.recipient.as_ref() == Some(key.recipient())) else {
                    view.left_out.push(WrongDeposit { by: lying.by, entry: lying.entry });
                    continue;
                };
                for officer in &officers {
                    if let Some(record) = self.state.officers.get(officer) {
                        words.keys_to(record, |text| text.identity(key, *number, &identity));
                        *counts.entry(officer.clone()).or_default() += 1;
                    }
                }
                facts.push(Delivered { key: key.clone(), epochs: vec![*number], officers });
            }
        }
        of.require_pairs(&self.state, &self.context(at))
            .map_err(|rule| denied_for("carry-out-custody", reason_of(rule, of.threshold)))?;
        let mut for_two = BTreeMap::<OfficerId, usize>::new();
        for pair in &of.pairs {
            pair.officers.keys().for_each(|id| *for_two.entry(id.clone()).or_default() += pair.epochs.len());
        }
        if facts.is_empty() && for_two.is_empty() {
            let reason = match view.left_out.first() {
                Some(deposit) => Reason::new("wrong_deposit").with("officer", deposit.by.to_string()),
                None => Reason::new("nothing_in_custody"),
            };
            return Err(denied_for("carry-out-custody", reason));
        }
        let counted = |counts: BTreeMap<OfficerId, usize>| {
            counts.into_iter().map(|(officer, keys)| KeysDelivered { officer, keys }).collect()
        };
        (view.delivered, view.for_two) = (counted(counts), counted(for_two));
        Ok((words.fact(CustodyCarriedOut { request: id.clone(), delivered: facts }), view))
    }

    /// The shares that were handed over for a request, by key and giver.
    fn handed(&self, id: &AssentId, request: &Request) -> Result<Handed, Error> {
        let mine = Audience::Officer(self.keyring.key_id()).to_string();
        let mut handed = Handed::new();
        for given in &request.given {
            let before = given.index.checked_sub(1);
            let entry = self.ledger.read_for(&self.position, &mine, before, 1)?.into_iter().next();
            let Some(entry) = entry.filter(|entry| entry.index() == given.index) else { continue };
            for part in entry.parts().iter().filter(|part| part.audience == mine) {
                for (whose, key, epoch, share) in self.keyring.shares(&part.sealed).unwrap_or_default() {
                    if whose == *id {
                        handed.entry((key, epoch)).or_default().insert(given.by.clone(), share);
                    }
                }
            }
        }
        Ok(handed)
    }

    /// The key that lies in custody. It takes the shares of all who said yes: each is held against what it was dealt as.
    fn put_together(
        &self,
        givers: &[&OfficerId],
        lying: &Lying,
        handed: Option<&BTreeMap<OfficerId, Share>>,
        threshold: u8,
    ) -> Result<Option<Identity>, Error> {
        let right = |giver: &OfficerId| {
            let dealt = lying.deposit.hash_of(|key| self.state.author(key) == Some(giver))?;
            handed?.get(giver).filter(|share| share.hash() == dealt)
        };
        let shares: Vec<&Share> = givers.iter().filter_map(|giver| right(giver)).collect();
        let wrong: Vec<OfficerId> =
            givers.iter().filter(|giver| right(giver).is_none()).map(|giver| (*giver).clone()).collect();
        if shares.len() < usize::from(threshold) {
            return Err(Error::WrongShares { officers: wrong.iter().map(OfficerId::to_string).collect() });
        }
        Ok(lying.deposit.open(&shares, threshold, self.ledger.vault()).ok())
    }

    /// Whether an officer knows of a use of custody.
    pub(crate) fn sees_custody_use(&self, request: &Request, of: &CustodyUse) -> bool {
        let me = self.id();
        let keeps = matches!(&of.whom, Whom::Dossier(dossier) if self.state.keeps(dossier, me));
        self.sees_custody() || of.is_for(me) || request.by == *me || keeps
    }

    /// Whether keys from a use of custody may have come to an officer whom it does not name: he is on the list of its dossier, or one of
    /// those who open together what two open.
    fn is_reached_by(&self, of: &CustodyUse) -> bool {
        let listed = matches!(&of.whom, Whom::Dossier(dossier) if self.state.is_member(dossier, self.id(), self.now()));
        listed || of.pairs.iter().any(|pair| pair.officers.contains_key(self.id()))
    }

    pub(crate) fn sees_custody(&self) -> bool {
        self.state.oversees_custody(self.id()) || self.state.has_role(self.id(), Role::Auditor)
    }

    fn view_of_custody(&self) -> Result<CustodyView, Error> {
        let sharing = self.state.custody.now().ok_or(Error::Internal { what: "custody" })?;
        let (keys_in_custody, keys) = self.state.lying_in_custody();
        let mut requests: Vec<(u64, CustodyRequestView)> = Vec::new();
        for (id, request) in &self.state.assents {
            if let Some(of) = request.matter.custody().filter(|of| self.sees_custody_use(request, of)) {
                requests.push((request.index, self.view_of_custody_use(id, request, of)));
            }
        }
        requests.sort_by_key(|(index, _)| std::cmp::Reverse(*index));
        Ok(CustodyView {
            threshold: sharing.terms.threshold,
            custodians: sharing.terms.custodians.iter().cloned().collect(),
            epoch: self.state.custody.epoch(),
            waiting_hours: sharing.terms.waiting_hours,
            since: instant(sharing.at_ms),
            by: sharing.by.clone(),
            by_name: self.name_of(&sharing.by).full_name,
            sound: self.state.custody_is_sound(),
            people: self.custodians_named(&sharing.terms.custodians),
            warnings: self.warnings_of_sharing(&sharing.terms),
            keys_in_custody,
            keys,
            requests: requests.into_iter().map(|(_, view)| view).collect(),
            may_ask: self.state.oversees_custody(self.id()),
        })
    }

    fn custodians_named(&self, custodians: &BTreeSet<OfficerId>) -> Vec<Custodian> {
        let named = |id: &OfficerId| {
            let officer = self.state.officers.get(id);
            Custodian {
                id: id.clone(),
                full_name: officer.map_or_else(|| id.to_string(), |officer| officer.full_name.clone()),
                active: officer.is_some_and(|officer| officer.active()),
                word: self.state.on_whose_word(id).cloned(),
            }
        };
        custodians.iter().map(named).collect()
    }

    /// Why keys are asked for, where this officer may read it and it says something.
    pub(crate) fn motive_of(&self, of: &CustodyUse) -> Option<String> {
        let motive = open_bytes(&[&self.keyring.identity], &of.motive.0).ok()?.into_text()?;
        Some(motive.expose_secret().to_owned()).filter(|motive| !motive.trim().is_empty())
    }

    pub(crate) fn view_of_custody_use(&self, id: &AssentId, request: &Request, of: &CustodyUse) -> CustodyRequestView {
        let (about, name) = match &of.whom {
            Whom::Officer(officer) => {
                let name = self.state.officers.get(officer).map(|officer| officer.full_name.clone());
                (officer.to_string(), name.unwrap_or_else(|| officer.to_string()))
            }
            Whom::Dossier(key) => self.knowledge.dossiers.get(key).map_or_else(
                || (key.to_string(), key.to_string()),
                |dossier| (dossier.id.to_string(), dossier.title.clone()),
            ),
        };
        let carried_out = self.state.custody.carried_out.get(&request.index);
        let status = match (&request.end, carried_out) {
            (None, _) => CustodyStatus::Waiting,
            (Some(End::Granted), None) => CustodyStatus::Granted,
            (Some(End::Granted), Some(_)) => CustodyStatus::CarriedOut,
            (Some(End::Refused(_)), _) => CustodyStatus::Refused,
            (Some(End::Withdrawn(_)), _) => CustodyStatus::Stopped,
        };
        let now_ms = self.now().timestamp_millis();
        let open = matches!(status, CustodyStatus::Waiting | CustodyStatus::Granted);
        CustodyRequestView {
            request: id.clone(),
            about,
            name,
            of_dossier: matches!(of.whom, Whom::Dossier(_)),
            codes: self.codes_of(&of.whom),
            by: request.by.clone(),
            at: instant(request.at_ms),
            why: self.motive_of(of),
            keys: of.count(),
            status,
            given: request.given.iter().map(|given| given.by.clone()).collect(),
            needed: request.needed(),
            waits_until: instant(self.state.custody_waits_until_ms(request, self.now().timestamp_millis())),
            carried_out: carried_out.map(|done| instant(done.at_ms)),
            may_carry_out: self.state.require_custody_ready(request, of, self.id(), now_ms).is_ok(),
            may_stop: open && of.may_answer(Answer::Withdrawn, &self.state, request, self.id()).is_ok(),
        }
    }

    /// What comes from custody is sealed to each of his identities.
    fn codes_of(&self, whom: &Whom) -> Vec<String> {
        match whom {
            Whom::Officer(officer) => {
                let identities = self.state.officers.get(officer).into_iter().flat_map(Officer::identities);
                identities.map(|(key, recipient)| short_code(recipient, key)).collect()
            }
            Whom::Dossier(_) => Vec::new(),
        }
    }

    /// How many uses of custody are this officer's to carry out now.
    pub(crate) fn custody_to_carry_out(&self) -> u64 {
        let now_ms = self.now().timestamp_millis();
        let uses = self.state.assents.values().filter_map(|request| request.matter.custody().map(|of| (request, of)));
        let ready =
            uses.filter(|(request, of)| self.state.require_custody_ready(request, of, self.id(), now_ms).is_ok());
        ready.count() as u64
    }

    /// What everybody concerned is told when he next unlocks: that custody was used, for whom and by whom.
    pub(crate) fn custody_used(&self) -> Vec<Reason> {
        let Some(since) = self.last_unlock() else { return Vec::new() };
        let told = self.state.assents.iter().filter_map(|(id, request)| {
            let of = request.matter.custody()?;
            let done = self.state.custody.carried_out.get(&request.index)?;
            let news = done.at_ms >= since.timestamp_millis() && request.by != *self.id();
            if !news || !(self.sees_custody_use(request, of) || self.is_reached_by(of)) {
                return None;
            }
            let view = self.view_of_custody_use(id, request, of);
            Some(Reason::new("custody_used").with("about", view.name).with("by", request.by.to_string()))
        });
        told.collect()
    }

    /// A dossier that this officer knows by its name; or any, by the id under which the log knows it.
    fn named_or_known(&self, dossier: &crate::DossierId) -> Result<DossierKey, Error> {
        let by_key = DossierKey::parse(dossier.as_str()).ok().filter(|key| self.state.dossiers.contains_key(key));
        by_key.map_or_else(|| self.named(dossier), Ok)
    }
}

/// Shares by key and epoch, and by the custodian who handed them over.
type Handed = BTreeMap<(KeyName, u32), BTreeMap<OfficerId, Share>>;

/// How many entries are read in one go.
const AT_ONCE: usize = 256;

/// The share with this hash.
pub(crate) fn among(shares: &[Share], hash: ShareHash) -> Option<Share> {
    let share = shares.iter().find(|share| share.hash() == hash)?;
    Share::parse(share.expose_secret_line().expose_secret()).ok()
}

fn against_custody(action: &'static str, rule: Rule, threshold: u8) -> Error {
    denied_for(action, reason_of(rule, threshold))
}

/// What a rule of custody says to the officer who would break it. Any other speaks against it as a fault of the log or of this
/// program, and it is denied as well.
fn reason_of(rule: Rule, threshold: u8) -> Reason {
    Reason::new(rule.in_custody().unwrap_or("undecidable")).with("threshold", threshold.to_string())
}
