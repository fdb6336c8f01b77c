//! From what was read to what the desk keeps.

use std::collections::BTreeMap;

use label::{AccessPart, Label, RELEASABLE_TO};

use super::Session;
use crate::desk::{Choice, Document, Listed, Use};
use crate::entries::Sheet;
use crate::replay::Found;
use crate::state::{instant, rules};
use crate::{DocumentId, DossierId};

impl Session {
    /// Documents and lines of consultation sheets, from the sheets that were found.
    pub(super) fn desk_rows(&self, found: &[Found]) -> (Vec<Document>, Vec<(DocumentId, Use)>) {
        let mut labels = Labels::default();
        let mut documents = Vec::new();
        let mut uses = Vec::new();
        for found in found {
            let (action, purpose) = match &found.sheet {
                Sheet::Filed { .. } => ("file", ""),
                Sheet::Derived { .. } => ("derive", ""),
                Sheet::Opened { purpose, .. } => ("open", purpose.as_str()),
                Sheet::Released { step, purpose, .. } => (step.as_str(), purpose.as_str()),
            };
            if matches!(found.sheet, Sheet::Filed { .. }) {
                match self.desk_document(found, &mut labels) {
                    Some(document) => documents.push(document),
                    // A sheet that contradicts the log is not shown: opening the document says so.
                    None => continue,
                }
            }
            let used = Use {
                entry: found.index,
                at: instant(found.at_ms),
                officer: found.author.clone(),
                action: action.to_owned(),
                purpose: purpose.to_owned(),
            };
            uses.push((found.sheet.document().clone(), used));
        }
        (documents, uses)
    }

    /// A document as the desk keeps it; none when its label is not that of its class.
    fn desk_document(&self, found: &Found, labels: &mut Labels) -> Option<Document> {
        let Sheet::Filed {
            document,
            title,
            subject,
            originator,
            date,
            file_name,
            media_type,
            size,
            sha256,
            label,
            topics,
            motive,
            sources,
            ..
        } = &found.sheet
        else {
            return None;
        };
        let filing = self.state.documents.get(document)?;
        let class = self.state.classes.get(&filing.class)?;
        let banner = labels.banner(label, &class.access)?;
        let releasability = class.access.permissive.get(RELEASABLE_TO).into_iter().flatten().cloned().collect();
        let name = self.knowledge.dossiers.get(&class.dossier).map(|d| d.id.clone());
        let listed = Listed {
            entry: found.index,
            id: document.clone(),
            reference: self.state.reference(filing),
            ordinal: Some(u64::from(filing.number)),
            class: filing.class.clone(),
            dossier_key: class.dossier.clone(),
            dossier: name.or_else(|| DossierId::parse(class.dossier.as_str()).ok())?,
            level: self.state.level(&filing.class),
            policy: class.access.policy.clone(),
            banner,
            releasability,
            title: title.clone(),
            subject: subject.clone(),
            originator: originator.clone(),
            date: *date,
            filed: instant(filing.at_ms),
            filed_by: filing.by.clone(),
            file_name: file_name.clone(),
            media_type: media_type.clone(),
            size: *size,
            sha256: sha256.clone(),
        };
        let choice = Choice { topics: topics.clone(), motive: motive.clone(), sources: sources.clone() };
        Some(Document { listed, label_xml: label.clone(), choice })
    }
}

/// Labels that were read already: documents that were filed together share one.
#[derive(Default)]
struct Labels(BTreeMap<(String, AccessPart), Option<String>>);

impl Labels {
    /// The banner of a label, as the desk keeps it; none when it is not a label of this class: then nobody is shown a marking
    /// that is lower than the lock.
    fn banner(&mut self, xml: &str, access: &AccessPart) -> Option<String> {
        let read = || {
            let policy = rules().policy(&access.policy)?;
            let label = Label::parse(xml.as_bytes(), policy).ok()?;
            if label.access() != *access {
                return None;
            }
            serde_json::to_string(&policy.banner(&label)).ok()
        };
        self.0.entry((xml.to_owned(), access.clone())).or_insert_with(read).clone()
    }
}
