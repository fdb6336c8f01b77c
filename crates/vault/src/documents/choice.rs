//! What is chosen for a document besides its marking: topics of the guide, a motive, the documents that it is made from;
//! and how the decision to file it uses that.

use chrono::{DateTime, Utc};
use label::{Combining, Label};
use policy::{Motive, Sources};
use registry::policies::policies;
use registry::questions::FilingQuestion;
use registry::state::day;

use super::withdraw::require_there;
use crate::marks::{foreign, is_orcon};
use crate::{DocumentId, Error, Session, text};
use index::{self, Document};

/// The most topics, and the most sources, of one document.
const MOST: usize = 200;

/// A document that another is made from, which its maker may open.
pub(crate) struct Origin {
    pub document: Document,
    pub label: Label,
}

/// How much must be known of the documents that another is made from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// What their sheets say: for a decision.
    BySheet,
    /// Of what two open, what lists show of it: its marking without what is no matter of access. For advice, and for showing.
    AsListed,
}

/// Reads what was chosen; each topic and each source once.
pub(crate) fn choice(topics: &[String], motive: Option<&str>, sources: &[DocumentId]) -> Result<index::Choice, Error> {
    Ok(index::Choice {
        topics: once("topics", topics)?,
        motive: motive.map(text::motive).transpose()?.flatten(),
        sources: once("sources", sources)?,
    })
}

fn once<T: Clone + PartialEq>(field: &'static str, all: &[T]) -> Result<Vec<T>, Error> {
    if all.len() > MOST {
        return Err(Error::TooLong { field, limit: MOST });
    }
    let mut once: Vec<T> = Vec::with_capacity(all.len());
    for one in all {
        if !once.contains(one) {
            once.push(one.clone());
        }
    }
    Ok(once)
}

impl Session {
    /// What the decision to file rests on, in addition to the marking, by the guide in force now.
    ///
    /// # Errors
    /// [`Error::Unknown`] topic; those of [`Session::origins`]; [`Error::SeveralPolicies`].
    pub(crate) fn filing_question(
        &self,
        label: &Label,
        choice: &index::Choice,
        known: Known,
        at: DateTime<Utc>,
    ) -> Result<FilingQuestion, Error> {
        let guide = self.state.guide();
        if let Some(unknown) = choice.topics.iter().find(|topic| guide.topic(topic).is_none()) {
            return Err(Error::unknown("topic", unknown, guide.topics.iter().map(|topic| topic.id.as_str())));
        }
        let origins = self.origins(&choice.sources, known, at)?;
        Ok(FilingQuestion {
            floor: guide.floor(&choice.topics),
            motive: if choice.motive.is_some() { Motive::Given } else { Motive::None },
            sources: compared(label, &origins, at),
        })
    }

    /// The documents that another is to be made from. One that may not be opened is told like one that is not there.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] where a key was not delivered yet; [`Error::SeveralPolicies`].
    pub(crate) fn origins(
        &self,
        sources: &[DocumentId],
        known: Known,
        at: DateTime<Utc>,
    ) -> Result<Vec<Origin>, Error> {
        let mut origins: Vec<Origin> = Vec::with_capacity(sources.len());
        for id in sources {
            let filing = self.state.documents.read(id)?;
            let filing = filing.filter(|filing| self.state.may_open(self.id(), &filing.class, at).is_ok());
            let filing = filing.ok_or_else(|| Error::NotFound { kind: "document", name: id.to_string() })?;
            require_there("derive", &filing)?;
            let sealed = known == Known::AsListed && self.is_closed_to_one(id, &filing.class);
            let document = if sealed { self.listed_for_two(id, &filing)? } else { self.in_index(id, &filing)? };
            let label = self.label_of(&document)?;
            origins.push(Origin { document, label });
        }
        if let Some(first) = origins.first()
            && let Some(other) = origins.iter().find(|origin| origin.label.policy() != first.label.policy())
        {
            let (expected, found) = (first.label.policy().to_owned(), other.label.policy().to_owned());
            return Err(Error::SeveralPolicies { expected, found });
        }
        Ok(origins)
    }
}

/// How a marking compares with those of the documents that this one is made from: whether nobody reads it who could not
/// read all of them, and anyone who wants to be asked still is.
fn compared(label: &Label, origins: &[Origin], at: DateTime<Utc>) -> Sources {
    if origins.is_empty() {
        return Sources::None;
    }
    let by_nations = Combining::Audiences { communities: &policies().communities, on: day(at) };
    let kept = |origin: &Origin| {
        label.dominates_as(&origin.label, by_nations) && (is_orcon(label) || !is_orcon(&origin.label))
    };
    if origins.iter().all(kept) {
        Sources::Kept
    } else if origins.iter().any(|origin| is_orcon(&origin.label) || foreign(&origin.label)) {
        Sources::BelowOthers
    } else {
        Sources::Below
    }
}
