//! Documents made from others: where their marking starts.

use chrono::{DateTime, Utc};
use label::{Combining, DominanceError, Label, RELEASABLE_TO};
use registry::log::{Act, AuditRecord};
use registry::policies::policies;
use registry::state::day;

use crate::documents;
use crate::documents::choice::{self, Known, Origin};
use crate::documents::together::Second;
use crate::marks::{MarkingDraft, bare_banner, foreign, is_orcon, problem};
use crate::{DocumentId, Error, HighWaterMark, NamedDocument, Reason, Session};

/// The action that is refused where there is no right to it.
const ACTION: &str = "derive";

impl Session {
    /// The high-water mark of documents: the highest level, all that restricts, only the audience that all have. Of what two open,
    /// and do not have open here, as far as lists show it.
    ///
    /// # Errors
    /// [`Error::Missing`] without any; [`Error::NotFound`] where one may not be opened or is not there;
    /// [`Error::SeveralPolicies`].
    pub fn derive_start(&mut self, sources: &[DocumentId]) -> Result<HighWaterMark, Error> {
        self.catch_up()?;
        let sources = choice::choice(&[], None, sources)?.sources;
        let at = self.now();
        let origins = self.origins(&sources, Known::AsListed, at)?;
        let is_closed = |id: &DocumentId| Ok::<_, Error>(self.is_closed_to_one(id, &self.filing(id)?.class));
        let mut read = Vec::with_capacity(sources.len());
        for id in &sources {
            if !is_closed(id)? {
                read.push(id.clone());
            }
        }
        let also_of = self.answer_to_sources(&read)?;
        Ok(HighWaterMark { also_of, by_two: read.len() < sources.len(), ..start(&origins, at)? })
    }

    /// Does something with documents that another is made from: files it, above all. Those that two open are opened with the second
    /// officer first, which is recorded, and the entry that files says so and bears his signature. `purpose`: what they are opened
    /// for, on their sheets.
    ///
    /// # Errors
    /// [`Error::Denied`], recorded, where no source takes two and there is a second, or he may not open one of them; as
    /// [`Session::open_document_with`]; those of `deed`.
    pub fn with_sources<T, E: From<Error>>(
        &mut self,
        sources: &[DocumentId],
        purpose: &str,
        second: Option<&Second>,
        deed: impl FnOnce(&mut Session) -> Result<T, E>,
    ) -> Result<T, E> {
        let ids: Vec<&str> = sources.iter().map(DocumentId::as_str).collect();
        let about = AuditRecord::new(Act::Derive).about("documents", ids.join(" "));
        self.having_open((ACTION, &about), sources, purpose, second, deed)
    }

    /// What a document was made from, as far as this officer may see it.
    pub(crate) fn visible_sources(&self, sources: &[DocumentId]) -> Vec<NamedDocument> {
        let at = self.now();
        let visible = |id| self.origins(std::slice::from_ref(id), Known::AsListed, at).ok()?.pop();
        sources.iter().filter_map(visible).filter_map(|origin| source(&origin).ok()).collect()
    }
}

pub(crate) fn start(origins: &[Origin], at: DateTime<Utc>) -> Result<HighWaterMark, Error> {
    let first = origins.first().ok_or(Error::Missing { field: "sources" })?;
    let policy = first.label.under_policy();
    let labels: Vec<&Label> = origins.iter().map(|origin| &origin.label).collect();
    let by_nations = Combining::Audiences { communities: &policies().communities, on: day(at) };
    let mut problems = Vec::new();
    let (marking, banner) = match policy.high_water(&labels, by_nations, at) {
        Ok(over) => {
            // A releasability that falls away leaves the policy's own nations, which is what was common to all.
            let fallen = over.fallen.iter().filter(|tag| *tag != RELEASABLE_TO);
            problems.extend(fallen.map(|tag| Reason::new("derive_fallen").with("tag", tag.clone())));
            if over.label.access().permissive.values().any(std::collections::BTreeSet::is_empty) {
                problems.push(Reason::new("derive_nobody"));
            }
            (MarkingDraft { review: None, ..MarkingDraft::from(&over.label) }, policy.banner(&over.label))
        }
        Err(refused) => {
            problems.extend(match &refused {
                DominanceError::Invalid(violations) => violations.iter().map(problem).collect(),
                DominanceError::Nothing | DominanceError::OtherPolicy { .. } => vec![Reason::new(refused.code())],
            });
            let rank = |label: &&Label| policy.classification(label.classification()).map(|class| class.hierarchy);
            let highest = labels.iter().copied().max_by_key(rank).unwrap_or(&first.label);
            let classification = highest.classification().to_owned();
            let banner = bare_banner(policy.name(), &classification);
            let policy = policy.name().to_owned();
            (MarkingDraft { policy, classification, categories: Vec::new(), review: None }, banner)
        }
    };
    Ok(HighWaterMark {
        marking,
        banner,
        from: origins.iter().map(source).collect::<Result<_, _>>()?,
        orcon: labels.iter().any(|label| is_orcon(label)),
        foreign: labels.iter().any(|label| foreign(label)),
        also_of: Vec::new(),
        by_two: false,
        problems,
    })
}

fn source(origin: &Origin) -> Result<NamedDocument, Error> {
    Ok(documents::row(&origin.document.listed)?.into())
}
