//! Answers to what one officer with a charge asks for and others with it agree to.

use policy::four_eyes::Objection;
use registry::Event;
use registry::assents::{Answer, Answering, Brings, End, Hindrance, Peers, Request};
use registry::event::Answered;

use super::unknown;
use crate::draft::EntryDraft;
use crate::system::approval::single_point;
use crate::{AssentId, Error, NamedOfficer, Reason, Session};

impl Session {
    pub(crate) fn answer_among_peers(
        &mut self,
        id: &AssentId,
        answer: Answer,
        why: Option<String>,
    ) -> Result<(), Error> {
        let fact: Event = Answered { request: id.clone(), answer }.into();
        let about = fact.record(&self.state).about_some("why", why);
        self.enter(&about, |session, at| {
            let request = session.waiting_request(id)?;
            let peers = match request.matter.answering(&session.state) {
                Answering::Peers(peers) => peers,
                Answering::Release(_) | Answering::Custody(_) | Answering::Sharing(_) => return Err(unknown(id)),
            };
            let reasons = session.against(answer, &peers, request);
            if !reasons.is_empty() {
                return Err(Error::Denied { action: request.matter.act(answer).as_str(), reasons });
            }
            match request.matter.brings() {
                Brings::Keys(of) if answer == Answer::Yes => session.with_other_keys(of, fact.clone(), &about, at),
                Brings::Keys(_) | Brings::Nothing | Brings::Shares(_) | Brings::OrphanShares(_) => {
                    Ok(EntryDraft::default().fact(fact.clone()).record(about.clone()))
                }
            }
        })?;
        match answer {
            // What was asked for may have opened something to somebody, or given an identity its name.
            Answer::Yes => {
                self.tidy()?;
                self.chores()
            }
            Answer::No | Answer::Withdrawn => Ok(()),
        }
    }

    /// Others whose yes to a request would count now, where one of those with the same charge says it.
    pub fn who_may_agree(&self, id: &AssentId) -> Vec<NamedOfficer> {
        let Some(request) = self.state.assents.get(id) else { return Vec::new() };
        match request.matter.answering(&self.state) {
            Answering::Peers(peers) => {
                self.others(|officer, _| peers.against(Answer::Yes, &self.state, request, officer).is_empty())
            }
            Answering::Release(_) | Answering::Custody(_) | Answering::Sharing(_) => Vec::new(),
        }
    }

    /// Whether it waits for one with the same charge, and there is no other whose yes would count.
    pub(crate) fn nobody_agrees(&self, id: &AssentId) -> bool {
        let peers = self.state.assents.get(id).map(|request| request.matter.answering(&self.state));
        matches!(peers, Some(Answering::Peers(_))) && self.who_may_agree(id).is_empty()
    }

    /// Whether it waits for one with the same charge, and neither this officer nor another may say yes.
    pub(crate) fn nobody_says_yes_to(&self, id: &AssentId, request: &Request) -> bool {
        self.nobody_agrees(id) && !self.answers(id, request).0.is_empty()
    }

    /// What speaks against this officer's yes, and whether he may say no.
    pub(crate) fn answers_among(&self, peers: &Peers<'_>, request: &Request) -> (Vec<Reason>, bool) {
        (self.against(Answer::Yes, peers, request), self.against(Answer::No, peers, request).is_empty())
    }

    fn against(&self, answer: Answer, peers: &Peers<'_>, request: &Request) -> Vec<Reason> {
        let reason = |objection| match objection {
            Objection::NotInCharge => self.role_required(&[peers.charge], None),
            Objection::OwnRequest => Reason::new("second_person_required"),
            Objection::RequestOfAnother => Reason::new("request_of_another"),
            Objection::AboutOneself => Reason::new("about_oneself"),
            Objection::RequesterNotInCharge => Reason::new("requester_not_in_charge"),
            Objection::Changed => Reason::new("request_stale"),
            Objection::OneWord => Reason::new("one_word").with("officer", request.by.to_string()),
            Objection::SinglePoint(point) => single_point(point),
        };
        let mut reasons: Vec<Reason> =
            peers.against(answer, &self.state, request, self.id()).into_iter().map(reason).collect();
        match (answer, request.matter.hindered(&self.state)) {
            (Answer::No | Answer::Withdrawn, _) | (Answer::Yes, None) => {}
            (Answer::Yes, Some(Hindrance::KeysOfAnother)) => reasons.push(Reason::new("keys_of_another")),
            (Answer::Yes, Some(Hindrance::Overtaken)) => {
                if reasons.iter().all(|reason| reason.code != "request_stale") {
                    reasons.push(Reason::new("request_stale"));
                }
            }
        }
        reasons
    }

    fn waiting_request(&self, id: &AssentId) -> Result<&Request, Error> {
        let request = self.state.assents.get(id).ok_or_else(|| unknown(id))?;
        let status = match &request.end {
            None => return Ok(request),
            Some(End::Granted) => "granted",
            Some(End::Refused(_)) => "refused",
            Some(End::Withdrawn(_)) => "withdrawn",
        };
        Err(Error::State { what: "request", status: status.to_owned() })
    }
}
