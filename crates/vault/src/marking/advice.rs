//! What to consider before a document is filed: topics, floor, what is combined, what was chosen last time. Advice
//! decides nothing; the decision is made when the document is filed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use label::{Level, RELEASABLE_TO};
use policy::guide::Aggregation;
use policy::{Motive, ReasonCode, Rule};

use crate::documents::choice::{self, Known};
use crate::documents::derive::start;
use crate::documents::filing::ClassOf;
use crate::error::reasons;
use crate::marks::label;
use crate::{
    Advice, DefaultsFrom, DocumentId, DossierId, DossierKey, Error, Marking, MarkingDefaults, Reason, Session,
};
use index::Query;

/// How much of a text hints are looked for in, in characters.
const LOOKED_AT: usize = 20_000;

impl Session {
    /// What the guide says about a document that is about to be filed.
    ///
    /// # Errors
    /// [`Error::Marking`]; [`Error::NotFound`] dossier or source; [`Error::Unknown`] topic; [`Error::SeveralPolicies`].
    pub fn advise_filing(
        &mut self,
        dossier: Option<&DossierId>,
        marking: Option<&Marking>,
        text: &str,
        topics: &[String],
        sources: &[DocumentId],
    ) -> Result<Advice, Error> {
        self.catch_up()?;
        let at = self.now();
        let chosen = choice::choice(topics, None, sources)?;
        let label = marking.map(label).transpose()?;
        let dossier = dossier.map(|id| self.named(id)).transpose()?;
        let guide = self.state.guide();
        let text: String = text.chars().take(LOOKED_AT).collect();
        let suggested = guide.suggest(&text).into_iter().map(|topic| topic.id.clone()).collect();
        let below = match &label {
            None => Vec::new(),
            Some(label) => {
                let mut question = self.filing_question(label, &chosen, Known::AsListed, at)?;
                question.motive = Motive::None;
                let found = self.state.examine_file(self.id(), &label.access(), dossier.as_ref(), &question, at);
                let asked = |reason: &policy::Reason| [Rule::Guide, Rule::Sources].contains(&reason.code.rule());
                reasons(&found.failed.into_iter().filter(asked).collect::<Vec<_>>())
            }
        };
        let origins = self.origins(&chosen.sources, Known::AsListed, at)?;
        let start = if origins.is_empty() { None } else { Some(start(&origins, at)?) };
        let level = label.as_ref().and_then(|label| label.under_policy().level(label.classification()));
        let dossier_of = dossier.clone();
        let aggregation = match (self.combined(&chosen.sources), dossier, level) {
            (Some(combined), _, _) => Some(combined),
            (None, Some(dossier), Some(level)) => guide.one_more(self.held(&dossier, level)?, level),
            (None, _, _) => None,
        };
        let locked_out = match (&label, dossier_of) {
            (Some(label), Some(dossier)) => self.locked_out(&label.access(), &dossier, at),
            (_, _) => None,
        };
        let warnings = locked_out.into_iter().chain(aggregation.map(Self::warning)).collect();
        Ok(Advice { suggested, floor: guide.floor(&chosen.topics), below, aggregation, warnings, start })
    }

    /// The marking that this officer last chose in a dossier, else anywhere, without its classification: that is thought of
    /// again each time.
    ///
    /// # Errors
    /// [`Error::NotFound`] dossier; integrity errors.
    pub fn marking_defaults(&mut self, dossier: &DossierId) -> Result<Option<MarkingDefaults>, Error> {
        self.catch_up()?;
        let dossier = self.named(dossier)?;
        let classes = self.readable();
        let (document, from) = match self.index.last_filed(self.id(), Some(&dossier), &classes)? {
            Some(document) => (document, DefaultsFrom::Dossier),
            None => match self.index.last_filed(self.id(), None, &classes)? {
                Some(document) => (document, DefaultsFrom::LastUsed),
                None => return Ok(None),
            },
        };
        let label = self.label_of(&document)?;
        let (releasable, others): (Vec<_>, Vec<_>) =
            label.categories().iter().partition(|category| category.tag == RELEASABLE_TO);
        let values = |category: &label::Category| category.values.iter().cloned().collect::<Vec<_>>();
        Ok(Some(MarkingDefaults {
            policy: label.policy().to_owned(),
            releasability: releasable.first().map(|category| values(category)),
            categories: others.into_iter().map(Into::into).collect(),
            from,
        }))
    }

    /// Whether a marking keeps from reading the very officer who gives it.
    pub(crate) fn locked_out(
        &self,
        access: &label::AccessPart,
        dossier: &DossierKey,
        at: DateTime<Utc>,
    ) -> Option<Reason> {
        let found = self.state.examine_reading(self.id(), access, dossier, at);
        if found.permitted {
            return None;
        }
        let by_nation = found.failed.iter().any(|reason| reason.code == ReasonCode::NationalityExcluded);
        let codes: Vec<&str> = found.failed.iter().map(|reason| reason.code.as_str()).collect();
        let nation = self.state.officers.get(self.id()).map(|me| me.facts.nationality.clone()).unwrap_or_default();
        Some(if by_nation {
            Reason::new("filer_excluded").with("nation", nation)
        } else {
            Reason::new("filer_cannot_open").with("reasons", codes.join(" "))
        })
    }

    /// Whether a decision about a marking takes a document from the officer who takes it, or from everybody.
    pub(crate) fn taken_away(&self, before: &ClassOf, after: &ClassOf) -> Vec<Reason> {
        let now = self.now();
        let locked_out = |kind: &ClassOf| self.locked_out(&kind.access, &kind.dossier, now);
        let own = locked_out(after).filter(|_| locked_out(before).is_none());
        let nobody = self.nobody_reads(after).filter(|_| self.nobody_reads(before).is_none());
        own.into_iter().chain(nobody).collect()
    }

    /// Whether so many documents of one dossier are put together that the whole may call for more.
    pub(crate) fn combined(&self, documents: &[DocumentId]) -> Option<Aggregation> {
        let mut dossiers: BTreeMap<&DossierKey, (u64, Level)> = BTreeMap::new();
        for filing in documents.iter().filter_map(|id| self.state.documents.get(id)) {
            let class = self.state.classes.get(&filing.class)?;
            let level = self.state.level(&filing.class);
            let (count, highest) = dossiers.entry(&class.dossier).or_insert((0, level));
            *count += 1;
            *highest = level.max(*highest);
        }
        let (count, level) = dossiers.into_values().max_by_key(|(count, _)| *count)?;
        self.state.guide().combined(count, level)
    }

    /// How many documents of a level this officer may see in a dossier now.
    pub(crate) fn held(&self, dossier: &DossierKey, level: Level) -> Result<u64, Error> {
        let query = Query {
            level: Some(level),
            dossier: Some(dossier.clone()),
            classes: Some(self.readable()),
            limit: 1,
            ..Query::default()
        };
        Ok(self.index.list(&query)?.total)
    }

    /// What many documents together are warned of with.
    pub(crate) fn warning(aggregation: Aggregation) -> Reason {
        Reason::new("aggregation")
            .with("count", aggregation.count.to_string())
            .with("threshold", aggregation.threshold.to_string())
            .with("level", aggregation.level.as_str())
    }

    /// Whether filing below the guide is what a motive is given for: the topics that called for more.
    pub(crate) fn below_guide(
        &self,
        access: &label::AccessPart,
        dossier: &DossierKey,
        question: &registry::questions::FilingQuestion,
        at: DateTime<Utc>,
    ) -> Option<String> {
        let floor = question.floor.as_ref()?;
        let plain = registry::questions::FilingQuestion {
            floor: Some(floor.clone()),
            ..registry::questions::FilingQuestion::PLAIN
        };
        let found = self.state.examine_file(self.id(), access, Some(dossier), &plain, at);
        let below = found.failed.iter().any(|reason| reason.code.rule() == Rule::Guide);
        below.then(|| floor.topics.join(" "))
    }
}
