//! The classification guide of this vault: the one that ships with the program until another is put in force.

use policy::Role;
use policy::guide::{Guide, GuideError};
use registry::assents::Matter;
use registry::event::GuideReplaced;
use registry::fact::Fact as _;
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{AskedGuide, AssentId, Decided, Error, GuideView, Session};

impl Session {
    /// The guide in force. Everybody may read it: who chooses a marking must know what it is held against.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn guide(&mut self) -> Result<GuideView, Error> {
        self.catch_up()?;
        let guide = self.state.guide();
        let in_force = self.state.guide.as_ref();
        Ok(GuideView {
            topics: guide.topics.clone(),
            aggregation: guide.aggregation,
            shipped: in_force.is_none(),
            changed_at: in_force.map(|guide| instant(guide.put.at_ms)),
            changed_by: in_force.map(|guide| guide.put.by.clone()),
        })
    }

    /// Puts a guide in force; where that takes two, asks for the yes of another. What was filed before stays as it was marked.
    ///
    /// # Errors
    /// [`Error::Guide`] with what is wrong with it; [`Error::Denied`] to anybody but a security officer.
    pub fn replace_guide(&mut self, guide: Guide) -> Result<Decided<GuideView>, Error> {
        if let Some(flaw) = guide.flaw() {
            return Err(GuideError { line: 0, flaw }.into());
        }
        let fact = GuideReplaced { guide };
        let about = fact.record(&self.state);
        let id = AssentId::parse(&self.randomness.id())?;
        let mut asked = None;
        self.enter(&about, |session, _| {
            session.require_roles("replace-guide", &[Role::SecurityOfficer])?;
            asked = session.state.rules_take_two().then(|| id.clone());
            let matter = Matter::Guide(fact.clone());
            let event = session.fact_or_request(fact.clone(), asked.clone(), matter)?;
            let record = event.record(&session.state);
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        match asked {
            Some(request) => Ok(Decided::Waiting(request)),
            None => self.guide().map(Decided::Effective),
        }
    }

    /// What a guide that was asked for would change in the one in force.
    pub(crate) fn view_of_asked_guide(&self, of: &GuideReplaced) -> AskedGuide {
        let now = self.state.guide();
        let kept = of.guide.topics.iter().filter(|topic| now.topic(&topic.id).is_some()).count();
        let changes = now.changes(&of.guide);
        let changed = changes.iter().filter(|change| change.before.is_some()).count();
        AskedGuide {
            kept: kept.saturating_sub(changed),
            changes,
            aggregation: of.guide.aggregation,
            aggregation_now: now.aggregation,
        }
    }
}
