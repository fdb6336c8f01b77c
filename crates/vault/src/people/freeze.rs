//! Freezing an account: at once and by one, before anything is decided. Lifting a freeze takes two.

use policy::Role;
use policy::four_eyes::Regime;
use registry::assents::Matter;
use registry::event::{Asked, OfficerFrozen, OfficerUnfrozen};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::people::{Freeze, UnfreezingMatter};
use registry::state::instant;

use super::Change;
use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AskedUnfreezing, AssentId, Error, FreezeView, OfficerId, Reason, Session, Unfrozen, text};
use index::Lines;

impl Session {
    /// Stops an officer everywhere: no session of his begins or goes on, nothing is delivered to him, and the keys that he held are
    /// renewed. Gives back what the officer who does it should know.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer, about oneself, and where nobody could lift it; [`Error::NotFound`],
    /// [`Error::Missing`] reason, [`Error::State`] when he is not active.
    pub fn freeze_officer(&mut self, id: &OfficerId, why: &str) -> Result<Vec<Reason>, Error> {
        let why = text::grounds("why", why)?;
        let record = AuditRecord::new(Act::FreezeOfficer).about("officer", id.to_string()).about("why", why);
        self.enter(&record.clone(), |session, at| {
            session.require_roles("freeze-officer", &[Role::SecurityOfficer])?;
            session.require_other("freeze-officer", id)?;
            session.require_in_service(id)?;
            if !session.state.could_be_lifted(id) {
                return Err(denied_for("freeze-officer", Reason::new("nobody_to_lift")));
            }
            let officer = session.known_officer(id)?;
            let mut words = EntryDraft::default().fact(OfficerFrozen { officer: id.clone() }).record(record.clone());
            session.renew_for_all(&KeyName::Vault, &Change::Leaves(id), at, &mut words);
            if officer.is(Role::SecurityOfficer) || officer.is(Role::Auditor) {
                session.renew_for_all(&KeyName::Oversight, &Change::Leaves(id), at, &mut words);
            }
            Ok(words)
        })?;
        self.chores()?;
        Ok(self.custody_rests().into_iter().collect())
    }

    /// Lifts a freeze; where that takes two, asks for the yes of another.
    ///
    /// # Errors
    /// As [`Session::freeze_officer`]; [`Error::State`] when he is not frozen.
    pub fn unfreeze_officer(&mut self, id: &OfficerId, why: &str) -> Result<Unfrozen, Error> {
        let why = text::grounds("why", why)?;
        self.catch_up()?;
        let alone = match self.state.regime() {
            Regime::Exercise => true,
            Regime::Full => false,
        };
        let request = AssentId::parse(&self.randomness.id())?;
        let act = if alone { Act::UnfreezeOfficer } else { Act::RequestUnfreezing };
        let about = AuditRecord::new(act).about("officer", id.to_string());
        let about = if alone { about } else { about.about("request", request.to_string()) }.about("why", why);
        self.enter(&about.clone(), |session, _| {
            let charge = if alone { Role::SecurityOfficer } else { session.state.lifts_freezes() };
            session.require_roles("unfreeze-officer", &[charge])?;
            session.require_other("unfreeze-officer", id)?;
            let officer = session.known_officer(id)?;
            let Some(Freeze { index, .. }) = &officer.frozen else {
                let status = if officer.belongs() { "active" } else { "disabled" };
                return Err(Error::State { what: "officer", status: status.to_owned() });
            };
            let words = EntryDraft::default().record(about.clone());
            Ok(if alone {
                words.fact(OfficerUnfrozen { officer: id.clone() })
            } else {
                let matter = Matter::Unfreezing(UnfreezingMatter { officer: id.clone(), freeze: *index });
                session.require_unasked(&matter)?;
                words.fact(Asked { request: request.clone(), matter })
            })
        })?;
        if !alone {
            return Ok(Unfrozen::Waiting(request));
        }
        self.chores()?;
        Ok(Unfrozen::Effective)
    }

    /// That custody rests, where fewer custodians are left than it takes.
    fn custody_rests(&self) -> Option<Reason> {
        let (left, needed) = (self.state.custodians().count(), self.state.custody.threshold());
        let rests = left < usize::from(needed);
        rests.then(|| Reason::new("custody_rests").with("left", left.to_string()).with("needed", needed.to_string()))
    }

    /// # Errors
    /// [`Error::NotFound`]; [`Error::State`] where he is frozen or disabled.
    pub(crate) fn require_in_service(&self, id: &OfficerId) -> Result<(), Error> {
        let officer = self.known_officer(id)?;
        let status = match (officer.active(), officer.belongs()) {
            (true, _) => return Ok(()),
            (false, true) => "frozen",
            (false, false) => "disabled",
        };
        Err(Error::State { what: "officer", status: status.to_owned() })
    }

    /// By whom and when somebody was frozen; why, to those who may read that.
    pub(crate) fn view_of_freeze(&self, officer: &OfficerId) -> Option<FreezeView> {
        let Freeze { by, at_ms, index } = self.state.officers.get(officer)?.frozen.as_ref()?;
        let full_name = self.state.officers.get(by).map_or_else(|| by.to_string(), |by| by.full_name.clone());
        Some(FreezeView { by: by.clone(), full_name, at: instant(*at_ms), why: self.why_frozen(officer, *index) })
    }

    fn why_frozen(&self, officer: &OfficerId, entry: u64) -> Option<String> {
        let lines = Lines {
            before: entry.checked_add(1),
            did: Some(Act::FreezeOfficer.as_str().to_owned()),
            officer: Some(officer.clone()),
            oversight: self.sees_papers(),
            limit: 1,
            ..Lines::default()
        };
        let found = self.index.lines(&lines).ok()?.lines.into_iter().find(|line| line.entry == entry);
        found.and_then(|line| line.detail.get("why").cloned())
    }

    /// What would be so with the yes.
    pub(crate) fn view_of_asked_unfreezing(&self, of: &UnfreezingMatter, asked: u64) -> AskedUnfreezing {
        AskedUnfreezing {
            full_name: self.name_of(&of.officer).full_name,
            freeze: self.view_of_freeze(&of.officer),
            why: self.why_of(asked),
        }
    }
}
