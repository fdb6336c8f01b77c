//! Answers to requests about custody. A custodian's yes hands over his shares.

use chrono::{DateTime, Utc};
use registry::Event;
use registry::assents::{Answer, Brings, End, Request};
use registry::custody::Epochs;
use registry::event::Answered;
use registry::state::instant;

use super::{Lying, reason_of};
use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AssentId, Error, ForgedRule as Rule, OfficerId, Reason, Session};

impl Session {
    /// Answers a request about custody. A custodian's yes hands over his shares of the keys that are asked for, sealed to the
    /// officer who carries it out. A no to what was granted already stops it.
    pub(crate) fn answer_custody(&mut self, id: &AssentId, answer: Answer, why: Option<String>) -> Result<(), Error> {
        let granted = self.state.assents.get(id).is_some_and(|request| request.end == Some(End::Granted));
        let answer = if granted && answer == Answer::No { Answer::Withdrawn } else { answer };
        let fact: Event = Answered { request: id.clone(), answer }.into();
        let about = fact.record(&self.state).about_some("why", why);
        self.enter(&about, |session, at| {
            let unknown = || Error::NotFound { kind: "request", name: id.to_string() };
            let request = session.state.assents.get(id).ok_or_else(unknown)?;
            let open = match (&request.end, answer) {
                (None, _) | (Some(End::Granted), Answer::Withdrawn) => Ok(()),
                (Some(End::Granted), Answer::Yes | Answer::No) => Err("granted"),
                (Some(End::Refused(_)), _) => Err("refused"),
                (Some(End::Withdrawn(_)), _) => Err("withdrawn"),
            };
            open.map_err(|status| Error::State { what: "request", status: status.to_owned() })?;
            let action = request.matter.act(answer).as_str();
            if let Some(reason) = session.against_answer(request, answer, at) {
                return Err(denied_for(action, reason));
            }
            let mut words = EntryDraft::default().fact(fact.clone()).record(about.clone());
            let carrier = request.matter.handed_to(&session.state, session.id()).filter(|_| answer == Answer::Yes);
            if let Some(carrier) = carrier {
                let (keys, used) = match request.matter.brings() {
                    Brings::Shares(of) => (&of.keys, Some(of)),
                    Brings::OrphanShares(of) => (&of.over.keys, None),
                    Brings::Nothing | Brings::Keys(_) => return Err(unknown()),
                };
                let mut whole = session.hand_shares(id, carrier, keys, &mut words)?;
                if let Some(of) = used {
                    whole &= session.divide_shares(id, of, &mut words)?;
                }
                if !whole && request.matter.custody().is_some() {
                    return Err(denied_for(action, Reason::new("no_share")));
                }
            }
            Ok(words)
        })?;
        match answer {
            // Those who hold keys put them where they lie from now on.
            Answer::Yes => self.chores(),
            Answer::No | Answer::Withdrawn => Ok(()),
        }
    }

    /// What speaks against an answer of this officer.
    fn against_answer(&self, request: &Request, answer: Answer, at: DateTime<Utc>) -> Option<Reason> {
        let (state, at_ms, agrees) = (&self.state, at.timestamp_millis(), answer == Answer::Yes);
        let may = match request.matter.brings() {
            Brings::Shares(of) => {
                let hands = || {
                    state.require_custody_waited(request, at_ms)?;
                    of.require_receivers(state, &self.context(at))?;
                    of.require_pairs(state, &self.context(at))
                };
                of.may_answer(answer, state, request, self.id()).and_then(|()| if agrees { hands() } else { Ok(()) })
            }
            Brings::OrphanShares(of) => {
                let hands = || {
                    of.require_waited(state, request, at_ms)?;
                    of.require_orphans(state, &self.context(at))
                };
                of.may_answer(answer, state, request, self.id()).and_then(|()| if agrees { hands() } else { Ok(()) })
            }
            Brings::Nothing | Brings::Keys(_) => return Some(Reason::new("undecidable")),
        };
        let again = answer == Answer::Yes && request.given.iter().any(|given| given.by == *self.id());
        let may = may.and(if again { Err(Rule::AssentedTwice) } else { Ok(()) });
        let Err(rule) = may else {
            // Nobody agrees to what he is not told: a program of somebody's own asks without it, or so that nobody reads it.
            let unsaid = request.matter.custody().is_some_and(|of| agrees && self.motive_of(of).is_none());
            return unsaid.then(|| Reason::new("custody_without_motive"));
        };
        Some(match request.matter.custody_sharing() {
            Some(of) if rule == Rule::CustodyOnFewWords => self.on_few_words(&of.terms),
            Some(_) | None => {
                let until = instant(state.custody_waits_until_ms(request, at_ms));
                reason_of(rule, state.custody.threshold()).with("until", label::time::to_the_second(until))
            }
        })
    }

    /// What speaks against this officer's yes to a request that waits, and whether he may say no.
    pub(crate) fn answers_about_custody(&self, request: &Request) -> (Vec<Reason>, bool) {
        let now = self.now();
        let yes = self.against_answer(request, Answer::Yes, now);
        (yes.into_iter().collect(), self.against_answer(request, Answer::No, now).is_none())
    }

    /// Adds this officer's shares of these keys, for a request. False: of some he has none.
    fn hand_shares(
        &self,
        id: &AssentId,
        carrier: &OfficerId,
        keys: &Epochs,
        words: &mut EntryDraft,
    ) -> Result<bool, Error> {
        let carrier = self.known_officer(carrier)?;
        let passed_on = self.passed_on_here()?;
        let mut whole = true;
        // Also where there is nothing to hand over.
        words.keys_to(carrier, |_| ());
        for (key, epochs) in keys {
            for epoch in epochs {
                let sharing = self.state.keys.get(key).and_then(|chain| chain.get(*epoch)).map_or(0, |e| e.custody);
                let own = |lying: Lying| self.own_share(&lying.deposit, &passed_on);
                match self.lying(key, *epoch, sharing)?.and_then(own) {
                    Some(share) => words.keys_to(carrier, |text| text.share(id, key, *epoch, &share)),
                    None => whole = false,
                }
            }
        }
        Ok(whole)
    }
}
