//! What a set of persons gained that they must not by themselves: told from the state before and after by what it means, and not
//! by the rules that should have prevented it.

use std::collections::{BTreeMap, BTreeSet};

use label::Level;
use policy::four_eyes::{Regime, clearance_takes_two, role_takes_two};
use policy::{ClearanceStatus, DossierStatus, Function, Role};
use registry::assents::{Answer, End, Request};
use registry::custody::Whom;
use registry::event::*;
use registry::keys::{Epoch, KeyName, Witness};
use registry::people::Officer;
use registry::policies::policies;
use registry::state::State;
use registry::{ClassId, DocumentId, DossierKey, OfficerId, PartnerId};
use seal::KeyId;

use super::alone_documents;
use super::alone_moves::Play;

/// Who brought what of a partner nobody has confirmed yet.
pub type Brought = BTreeMap<PartnerId, BTreeSet<OfficerId>>;

/// Whether those who act are one person for all that the log knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    One,
    Several,
}

/// Those who act, and how it was before they did.
pub struct Those {
    pub us: BTreeSet<OfficerId>,
    pub persons: Persons,
    before: State,
    brought: Brought,
    /// The epochs that they can know, whatever the log says: those that they knew, and those that they made.
    known: BTreeSet<(KeyName, u32)>,
    /// The entry from which on they acted alone, and the last one of somebody else since.
    alone_from: u64,
    others: Option<u64>,
    /// The state before the last entry.
    last: State,
}

type Gained = Vec<String>;

fn note(gained: &mut Gained, gain: bool, what: impl FnOnce() -> String) {
    if gain {
        gained.push(what());
    }
}

/// All epochs of all keys.
fn epochs(state: &State) -> impl Iterator<Item = (&KeyName, u32, &Epoch)> {
    let of = |(key, chain)| {
        let chain: &registry::keys::Chain = chain;
        chain.numbers().filter_map(move |number| Some((key, number, chain.get(number)?)))
    };
    state.keys.iter().flat_map(of)
}

/// Who of these was handed so many shares of a key that with those which they have themselves it is whole, whatever the log
/// counts. A share that was handed over stays where it is.
fn put_together<'s>(us: &BTreeSet<OfficerId>, state: &'s State, key: &KeyName, number: u32) -> Option<&'s OfficerId> {
    state.assents.values().find_map(|request| {
        let (carrier, keys, sharing, threshold) = match (request.matter.custody(), request.matter.custody_sharing()) {
            (Some(of), _) => (&of.carrier, &of.keys, of.sharing, of.threshold),
            (None, Some(of)) => (&of.over.carrier, &of.over.keys, of.replaces, of.threshold),
            (None, None) => return None,
        };
        let dealt = &state.custody.at(sharing)?.terms.custodians;
        let own = us.iter().filter(|one| dealt.contains(*one));
        let shares: BTreeSet<&OfficerId> = request.given.iter().map(|given| &given.by).chain(own).collect();
        let named = keys.iter().any(|(named, epochs)| named == key && epochs.contains(&number));
        let whole = us.contains(carrier) && named && !request.given.is_empty() && shares.len() >= threshold.into();
        whole.then_some(carrier)
    })
}

impl Those {
    pub fn new(us: BTreeSet<OfficerId>, persons: Persons, play: &Play, brought: Brought) -> Those {
        let before = play.stage.state.clone();
        let ours = epochs(&before).filter(|(key, number, epoch)| {
            epoch.known_to.iter().any(|one| us.contains(one)) || put_together(&us, &before, key, *number).is_some()
        });
        let known = ours.map(|(key, number, _)| (key.clone(), number)).collect();
        let (alone_from, others) = (play.stage.index, None);
        Those { us, persons, alone_from, others, last: before.clone(), before, brought, known }
    }

    /// Somebody else changed a partner meanwhile.
    pub fn brought_by_others(&mut self, play: &Play, author: OfficerId, partner: PartnerId) {
        self.brought.entry(partner).or_default().insert(author);
        self.last = play.stage.state.clone();
        self.others = Some(play.stage.index);
    }

    /// What they gained by an entry.
    pub fn gained(&mut self, play: &Play, author: &OfficerId, events: &[Event]) -> Gained {
        let (now, mut gained) = (&play.stage.state, Vec::new());
        for event in events {
            if let Event::OfficerAdded(added) = event {
                self.us.insert(added.officer.id.clone());
            }
        }
        self.partners(now, author, events, &mut gained);
        self.by_this_entry(play, author, events, &mut gained);
        self.keys(play, &mut gained);
        self.people(now, &mut gained);
        self.dossiers(now, &mut gained);
        self.say(now, &mut gained);
        self.rights_to_keys(play, &mut gained);
        gained.extend(alone_documents::gained(play, &self.last, author, events));
        self.last = now.clone();
        gained
    }

    /// Who keeps a list puts others on it, also one who is cleared for SECRET; below it one person clears them.
    fn kept(&self, key: &KeyName) -> bool {
        let dossier = match key {
            KeyName::Vault | KeyName::Oversight => return false,
            KeyName::Dossier(dossier) => Some(dossier),
            KeyName::Class(class) => self.before.classes.get(class).map(|class| &class.dossier),
        };
        let high = match key {
            KeyName::Class(class) => self.before.level(class) >= Level::Secret,
            KeyName::Vault | KeyName::Oversight | KeyName::Dossier(_) => false,
        };
        let keeps = |dossier: &DossierKey| self.us.iter().any(|one| self.before.keeps(dossier, one));
        // Of two security officers each gives the other what takes one: a briefing, a clearance below SECRET.
        let officers = self.us.iter().filter(|one| self.before.has_role(one, Role::SecurityOfficer));
        if !high && matches!(key, KeyName::Class(_)) && officers.count() > 1 {
            return true;
        }
        // What was made since is theirs.
        (!high || self.persons == Persons::Several) && dossier.is_none_or(keeps)
    }

    /// That somebody stands in an entry as its second, who is not one of them, or is its author.
    fn seconded(&self, author: &OfficerId, with: &Witness, gained: &mut Gained) {
        let another = with.officer != *author && self.us.contains(&with.officer);
        note(gained, !another, || format!("{} stands as the second of {author}", with.officer));
        note(gained, self.persons == Persons::One, || "one person is two".to_owned());
    }

    /// What is known of a partner counts once somebody has compared it who brought nothing of it.
    fn partners(&mut self, now: &State, author: &OfficerId, events: &[Event], gained: &mut Gained) {
        for event in events {
            if let Event::PartnerAdded(PartnerAdded { partner }) | Event::PartnerChanged(PartnerChanged { partner }) =
                event
            {
                self.brought.entry(partner.id.clone()).or_default().insert(author.clone());
            }
        }
        for (id, partner) in now.partners.iter().filter(|(_, partner)| partner.confirmed_by.is_some()) {
            let was = self.last.partners.get(id);
            if was.is_some_and(|was| was.confirmed_by.is_some() && was.record == partner.record) {
                continue;
            }
            let by = self.brought.remove(id).unwrap_or_default();
            let by_two = !by.is_empty() && by.is_disjoint(&self.us);
            note(gained, !by_two, || format!("partner {id} is confirmed, and {by:?} brought it"));
        }
    }

    /// Whether two of an entry have shares that fit together: what is dealt to them, or what custodians gave back to them.
    fn fit(&self, class: &ClassId, number: u32, both: [&OfficerId; 2]) -> bool {
        let Some(epoch) = self.last.keys.get(&KeyName::Class(class.clone())).and_then(|chain| chain.get(number)) else {
            return false;
        };
        let has = |of: &BTreeMap<OfficerId, BTreeSet<KeyId>>, one: &OfficerId| {
            let keys = self.last.officers.get(one).map(|officer| officer.identities().map(|(key, _)| key));
            of.get(one).is_some_and(|to| keys.is_some_and(|mut keys| keys.any(|key| to.contains(&key))))
        };
        let fits = |of: &BTreeMap<OfficerId, BTreeSet<KeyId>>| both.iter().all(|one| has(of, one));
        epoch.dealt.as_ref().is_some_and(|dealt| fits(&dealt.officers))
            || epoch.restored.as_ref().is_some_and(|restored| fits(&restored.officers))
    }

    /// What two do with a document that two open, both have shares for.
    fn shared(&self, document: &DocumentId, author: &OfficerId, with: &Witness, gained: &mut Gained) {
        let Some(record) = self.last.documents.get(document) else { return };
        let fit = self.fit(&record.class, record.epoch, [author, &with.officer]);
        note(gained, !fit, || format!("{author} and {} opened {document} and have no two shares", with.officer));
    }

    fn by_this_entry(&mut self, play: &Play, author: &OfficerId, events: &[Event], gained: &mut Gained) {
        let (last, now, at) = (&self.last, &play.stage.state, play.stage.now);
        for event in events {
            if let Event::Rekeyed(Rekeyed { key, epoch, .. }) = event {
                let may = match key {
                    KeyName::Vault | KeyName::Oversight => last.renews_for_all(key, author),
                    KeyName::Dossier(_) => last.entitled(key, author, at),
                    // What is for two, the officer who files it seals to a key that nobody before him made.
                    KeyName::Class(class) => {
                        last.may_hold(author, class, at).is_ok() || last.is_due(key, at, None) || last.is_for_two(key)
                    }
                };
                note(gained, !may, || format!("{author} made a new epoch of {key:?}"));
                self.known.insert((key.clone(), *epoch));
            }
            if let Event::DossierCreated(made) = event {
                self.known.insert((KeyName::Dossier(made.dossier.clone()), 1));
            }
            if let Event::Deposited(Deposited { key, epochs }) = event {
                let has = epochs.iter().all(|epoch| self.known.contains(&(key.clone(), *epoch)));
                note(gained, !has, || format!("{author} put {key:?} into custody and has it not"));
                let of = |n: &u32| last.keys.get(key).and_then(|chain| chain.get(*n));
                let lay = |n: &u32| of(n).is_some_and(|epoch| epoch.custody == now.custody.epoch());
                note(gained, epochs.iter().any(lay), || format!("{key:?} lay in custody, and lies there anew"));
            }
            if let Event::Delivered(Delivered { key, epochs, officers }) = event {
                let had = |officer: &OfficerId| {
                    let given = |n: &u32| last.keys.get(key)?.get(*n).map(|epoch| epoch.was_given_to(officer));
                    officer != author && epochs.iter().any(|n| given(n) == Some(true))
                };
                note(gained, officers.iter().any(had), || format!("{key:?} is another for who has it"));
            }
            if let Event::Dealt(Dealt { class, epoch, officers, with }) = event {
                let few = officers.len() < 2 || !now.opens_by_two(class);
                note(gained, few, || format!("{class} is dealt to {officers:?}"));
                let stranger = officers.iter().any(|officer| now.may_hold(officer, class, at).is_err());
                note(gained, stranger, || format!("{class} is dealt to who may not open it"));
                with.iter().for_each(|with| self.seconded(author, with, gained));
                // One that they have just made, two who may open it deal; any other, two who have shares of it.
                let before = last.keys.get(&KeyName::Class(class.clone())).and_then(|chain| chain.get(*epoch));
                let fit = with.as_ref().is_none_or(|with| match before {
                    Some(_) => self.fit(class, *epoch, [author, &with.officer]),
                    None => [author, &with.officer].iter().all(|one| now.may_hold(one, class, at).is_ok()),
                });
                note(gained, !fit, || format!("{class} is dealt by two who have no two shares, and have not made it"));
            }
            if let Event::OpenedTogether(OpenedTogether { document, with })
            | Event::ChangedTogether(ChangedTogether { document, with }) = event
            {
                self.seconded(author, with, gained);
                self.shared(document, author, with, gained);
            }
            let waits = |request| {
                let hours = last.custody.now().map_or(0, |sharing| i64::from(sharing.terms.waiting_hours));
                let of = last.assents.get(request)?;
                let waited = at.timestamp_millis() - of.at_ms;
                // By what they dated themselves nobody else has heard of it.
                let unheard = of.index >= self.alone_from && self.others.is_none_or(|others| others <= of.index);
                (of.matter.custody().is_some() && hours > 0 && (unheard || waited < hours * 3_600_000)).then_some(())
            };
            if let Event::Answered(Answered { request, answer: Answer::Yes }) = event {
                note(gained, waits(request).is_some(), || "a share was handed over before its time".to_owned());
            }
            if let Event::CustodyCarriedOut(CustodyCarriedOut { request, delivered }) = event {
                let granted = self.before.assents.get(request).is_some_and(|of| of.end == Some(End::Granted));
                note(gained, !granted, || "custody was used without them whom it takes".to_owned());
                let before = last.assents.get(request).map(|of| of.index);
                let again = before.is_some_and(|index| last.custody.carried_out.contains_key(&index));
                note(gained, again, || "custody was used twice for one request".to_owned());
                note(gained, waits(request).is_some(), || "custody was used before its time".to_owned());
                let Some(of) = now.assents.get(request).and_then(|of| of.matter.custody()) else { continue };
                let asked = |one: &Delivered| {
                    let whom = match &of.whom {
                        Whom::Officer(officer) => one.officers == std::slice::from_ref(officer),
                        Whom::Dossier(dossier) => now.dossier_of(&one.key) == Some(dossier),
                    };
                    whom && of.keys.iter().any(|(key, of)| *key == one.key && one.epochs.iter().all(|n| of.contains(n)))
                };
                note(gained, !delivered.iter().all(asked), || "custody gave what was not asked for".to_owned());
            }
        }
        // What two open is changed by two who say so.
        let (document, _) = &play.for_two;
        let (was, is) = (last.documents.get(document), now.documents.get(document));
        let for_two = was.as_ref().is_some_and(|was| last.opens_by_two(&was.class));
        let signed =
            events.iter().any(|event| matches!(event, Event::ChangedTogether(fact) if fact.document == *document));
        note(gained, for_two && was != is && !signed, || "one changed what two open".to_owned());
    }

    /// Who is said to have which epoch.
    fn keys(&self, play: &Play, gained: &mut Gained) {
        let (last, now, at) = (&self.last, &play.stage.state, play.stage.now);
        for (key, number, epoch) in epochs(now) {
            let was = last.keys.get(key).and_then(|chain| chain.get(number));
            let theirs = self.known.contains(&(key.clone(), number));
            let carrier = put_together(&self.us, now, key, number);
            let ours = epoch.known_to.iter().any(|one| self.us.contains(one)) || carrier.is_some();
            note(gained, ours && !theirs, || format!("they have {key:?} of {number}"));
            let used = now.current(key).is_some_and(|(current, _)| current == number);
            if let Some(carrier) = carrier.filter(|_| used) {
                let due = now.is_due(key, at, None) || now.entitled(key, carrier, at);
                note(gained, !due, || format!("{carrier} has {key:?} of {number} by shares, and it is not due"));
            }
            let new =
                |officer: &&OfficerId| epoch.was_given_to(officer) && !was.is_some_and(|was| was.was_given_to(officer));
            for officer in epoch.known_to.iter().filter(new) {
                note(gained, !theirs, || format!("{officer} is said to have {key:?} of {number} from who has it not"));
                note(gained, now.is_for_two(key), || format!("{officer} has {key:?} of {number}, which two open"));
                let may = now.entitled(key, officer, at) || last.entitled(key, officer, at);
                note(gained, !may, || format!("{officer} has {key:?} of {number} and may not"));
            }
            // What two open, two of whom one is the other's puppet do not open, nor custodians.
            if let KeyName::Class(class) = key {
                let shares = |state: &State| self.two_have(state, class, number);
                // Two who may open it make it a new key when one is due, as others do.
                let may = |one: &&OfficerId| self.before.may_hold(one, class, at).is_ok();
                let may = theirs && self.us.iter().filter(may).count() > 1;
                note(gained, shares(now) && !shares(&self.before) && !may, || {
                    format!("two of them open {key:?} of {number}")
                });
            }
        }
    }

    fn two_have(&self, state: &State, class: &ClassId, number: u32) -> bool {
        self.us.iter().filter(|one| state.has_share(class, number, one)).count() > 1
    }

    fn people(&self, now: &State, gained: &mut Gained) {
        for (id, officer) in &now.officers {
            let was = self.before.officers.get(id);
            let had = |role| was.is_some_and(|was| was.facts.roles.contains(role));
            let charged = officer.facts.roles.iter().any(|role| role_takes_two(Regime::Full, *role) && !had(role));
            note(gained, charged, || format!("{id} has a charge"));
            let valid = |of: &Officer| {
                let clearances = of.facts.clearances.iter().filter(|one| one.status == ClearanceStatus::Valid);
                let level = |one: &policy::ClearanceFacts| policies().level(&one.policy, &one.level);
                clearances.filter(|one| clearance_takes_two(Regime::Full, level(one), &one.categories)).count()
            };
            note(gained, valid(officer) > was.map_or(0, valid), || format!("{id} is cleared for SECRET or more"));
            let Some(was) = was else { continue };
            note(gained, officer.active() && !was.active(), || format!("{id} is back"));
            let keys = |of: &Officer| of.identities().map(|(key, _)| key).collect::<BTreeSet<KeyId>>();
            let others = !keys(officer).is_subset(&keys(was)) && !self.us.contains(id);
            note(gained, others, || format!("{id} has other keys"));
            note(gained, officer.admission != was.admission, || format!("{id} is an officer on another word"));
            let wider = match (&was.facts.function, &officer.facts.function) {
                (Function::Within, _) | (_, Function::Outside { authorised: None }) => false,
                (Function::Outside { .. }, Function::Within) => true,
                (Function::Outside { authorised: was }, Function::Outside { authorised }) => was != authorised,
            };
            note(gained, wider, || format!("{id} sees more outside his function"));
        }
    }

    fn dossiers(&self, now: &State, gained: &mut Gained) {
        for (key, was) in &self.before.dossiers {
            let is = &now.dossiers[key];
            let ours = |state: &State| state.in_charge(key).is_some_and(|leads| self.us.contains(leads));
            note(gained, ours(now) && !ours(&self.before), || format!("they lead {key}"));
            let keep = |state: &State| self.us.iter().any(|one| state.keeps(key, one));
            if keep(&self.before) {
                continue;
            }
            note(gained, keep(now), || format!("they keep the list of {key}"));
            let opened = was.status == DossierStatus::Closed && is.status == DossierStatus::Open;
            note(gained, opened, || format!("{key} is open"));
            let other = (&was.members, &was.deputy, &was.lead) != (&is.members, &is.deputy, &is.lead);
            note(gained, other, || format!("{key} has others on its list"));
        }
    }

    /// What takes the word of another.
    fn say(&self, now: &State, gained: &mut Gained) {
        let before = &self.before;
        let put = |state: &State| {
            let guide = state.guide.as_ref().map(|guide| guide.put.index);
            let authorities = state.authorities.put.as_ref().map(|put| put.index);
            (guide, authorities, state.approval.as_ref().map(|approval| approval.index), state.four_eyes)
        };
        note(gained, put(before) != put(now), || "guide, authorities, approval or regime are others".to_owned());
        let high = |state: &State| {
            let those = state.printers.iter().filter(|listed| listed.ceiling >= Level::Secret);
            those.map(|listed| listed.name.to_string()).collect::<BTreeSet<_>>()
        };
        note(gained, !high(now).is_subset(&high(before)), || "a printer prints what is SECRET".to_owned());
        let terms = |state: &State| state.custody.now().map(|sharing| sharing.terms.clone());
        note(gained, terms(before) != terms(now), || "custody is shared otherwise".to_owned());
        for (id, request) in now.assents.iter().filter(|(_, request)| request.end == Some(End::Granted)) {
            let granted = before.assents.get(id).is_some_and(|was: &Request| was.end == Some(End::Granted));
            note(gained, !granted, || format!("{:?} is granted", request.matter.kind()));
        }
        for release in now.written.keys() {
            let times = |state: &State| state.written.get(release).map_or(0, |written| written.times);
            note(gained, times(now) > times(before), || "a package was written".to_owned());
        }
    }

    fn rights_to_keys(&self, play: &Play, gained: &mut Gained) {
        for key in self.before.keys.keys() {
            let ours = |state: &State| self.us.iter().any(|one| state.entitled(key, one, play.stage.now));
            let common = matches!(key, KeyName::Vault | KeyName::Oversight);
            note(gained, !common && ours(&play.stage.state) && !ours(&self.before) && !self.kept(key), || {
                format!("they are entitled to {key:?}")
            });
        }
        let document = self.last.documents.get(&play.stage.report);
        let gone = play.stage.state.documents.get(&play.stage.report).is_some_and(|now| now.withdrawn.is_some());
        let was = document.is_some_and(|was| was.withdrawn.is_some());
        note(gained, gone && !was, || "a document was withdrawn".to_owned());
    }
}
