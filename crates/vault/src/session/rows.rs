//! From what was read to what the index keeps.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use label::{AccessPart, Label, RELEASABLE_TO};
use policy::calendar::{Excess, excess};
use registry::documents::{
    Content, Decided, DocumentRecord, Earlier, EarlierNote, FoundSheet, InnerText, Particulars, Sheet, TextLack,
};
use registry::fact::OfTwo;
use registry::log::{Act, LogLine};
use registry::policies::{OWN_POLICY, policies};
use registry::replay::FoundOfTwo;
use registry::state::{day, instant};
use seal::ContentHash;

use super::Session;
use crate::marks::label_of_access;
use crate::{ClassId, DocumentId, DossierId, Error, OfficerId, PartnerId};
use index::{Choice, DecisionRow, Document, Listed, Use};

/// What sheets come to on an index.
#[derive(Default)]
pub(super) struct Rows {
    pub documents: Vec<Document>,
    pub uses: Vec<(DocumentId, Use)>,
    pub decisions: Vec<DecisionRow>,
    /// What was put right of documents, and from when their terms count since.
    pub corrected: Vec<(DocumentId, Particulars, NaiveDate)>,
    /// What documents are by their last versions.
    pub renewed: Vec<(DocumentId, Content)>,
    /// What is known of the texts inside documents since they were read.
    pub read_later: Vec<(DocumentId, InnerText)>,
    /// Until when documents are maintained.
    pub maintained: Vec<(DocumentId, Option<NaiveDate>)>,
    pub notices: Vec<(DocumentId, u64, DateTime<Utc>, PartnerId)>,
    pub lines: Vec<LogLine>,
}

impl Session {
    /// What is put into the index for the sheets that were found: of documents that this officer may see where they are now.
    ///
    /// # Errors
    /// Those of reading the log, where what was put right stands in another entry.
    pub(super) fn index_rows(&self, found: &[FoundSheet]) -> Result<Rows, Error> {
        let mut labels = Labels::default();
        let mut rows = Rows::default();
        for found in found {
            let id = found.sheet.document();
            let Some(filing) = self.state.documents.seen(id) else { continue };
            if matches!(found.sheet, Sheet::Left { .. }) {
                rows.lines.push(self.left(found, &filing));
                continue;
            }
            let here = filing.class == found.class && filing.index <= found.index;
            if !here && !self.knowledge.indexed.contains(&(filing.class.clone(), filing.epoch)) {
                continue;
            }
            if matches!(found.sheet, Sheet::Versions { .. }) {
                // What is known of its versions: read where it is asked for.
                continue;
            }
            if let Sheet::Notes { all, .. } = &found.sheet {
                for one in all {
                    let EarlierNote { entry, at_ms, by, text } = self.as_written(id, &filing, one)?;
                    let (at, action, class) = (instant(at_ms), Act::Note.as_str().to_owned(), found.class.clone());
                    rows.uses.push((id.clone(), Use { entry, at, officer: by, action, purpose: text, class }));
                }
                continue;
            }
            rows.lines.push(found.line());
            let at = instant(found.at_ms);
            let (action, purpose) = match &found.sheet {
                Sheet::Filed { .. } => {
                    if here {
                        // A sheet that contradicts the log is not shown: opening the document says so.
                        let Some(mut document) = self.index_document(found, &mut labels) else { continue };
                        // The entry that put it right may have been read before this one: its key came first.
                        if let Some(right) = self.right(id, &filing)? {
                            let from = self.counts_from(id, &filing, &found.sheet)?.unwrap_or(right.date);
                            document.listed.correct(&right, from);
                        }
                        if let Some(present) = self.present(id, &filing)? {
                            document.renew(&present);
                        }
                        if let Some(text) = self.read_since(id, &filing, document.text.as_ref())? {
                            document.text = Some(text);
                        }
                        rows.documents.push(document);
                    }
                    if found.index != filing.first_index() {
                        // Moved, not filed: the decision says so.
                        continue;
                    }
                    ("file", "")
                }
                Sheet::Corrected { now, why, .. } => {
                    // Only the last of them: those before it may be read after it.
                    if here && filing.corrected.last() == Some(&found.index) {
                        match self.sheet_that_filed(id, &filing) {
                            Ok(sheet) => {
                                let finalised = self.counts_from(id, &filing, &sheet)?.unwrap_or(now.date);
                                rows.corrected.push((id.clone(), now.clone(), finalised));
                            }
                            // The document is not on the index either, for want of the same key.
                            Err(Error::ObjectAltered { .. }) => {}
                            Err(error) => return Err(error),
                        }
                    }
                    ("correct", why.as_str())
                }
                Sheet::Noted { text, .. } => ("note", text.as_str()),
                Sheet::Printed { purpose, .. } => ("print", purpose.as_str()),
                Sheet::Version { of, .. } => {
                    // Only the last of them: those before it may be read after it.
                    if here && filing.versions.last().is_some_and(|last| last.index == found.index) {
                        let mut content = of.content.clone();
                        if let Some(text) = self.read_since(id, &filing, content.text.as_ref())? {
                            content.text = Some(text);
                        }
                        rows.renewed.push((id.clone(), content));
                    }
                    ("file-version", of.why.as_str())
                }
                Sheet::Text { .. } => {
                    if here && let Some(text) = self.read_by(id, &filing, found.index)? {
                        rows.read_later.push((id.clone(), text));
                    }
                    ("read-text", "")
                }
                Sheet::Derived { .. } => ("derive", ""),
                Sheet::Opened { purpose, .. } => ("open", purpose.as_str()),
                Sheet::Released { step, purpose, .. } => (step.as_str(), purpose.as_str()),
                Sheet::Decided { decided, earlier, .. } => {
                    rows.decide(found, decided, earlier);
                    let counts = self.exceeds(found, decided, &rows.documents).is_none();
                    if here && found.index > filing.index && counts {
                        rows.maintained.push((id.clone(), decided.next_review));
                    }
                    (decided.nature.as_str(), decided.motive.as_str())
                }
                Sheet::Notified { partner, .. } => {
                    rows.notices.push((id.clone(), found.index, at, partner.clone()));
                    ("notify", partner.as_str())
                }
                Sheet::Refiled { why, earlier, .. } => {
                    rows.decided_before(id, earlier, &filing);
                    ("refile", why.as_str())
                }
                Sheet::Versions { .. } | Sheet::Notes { .. } | Sheet::Moved { .. } | Sheet::Left { .. } => continue,
            };
            let used = Use {
                entry: found.index,
                at,
                officer: found.author.clone(),
                action: action.to_owned(),
                purpose: purpose.to_owned(),
                class: found.class.clone(),
            };
            rows.uses.push((id.clone(), used));
        }
        // A document that was moved brings what was decided of it in the same entry, or before.
        let (mut decisions, mut came) = (BTreeMap::new(), BTreeMap::new());
        for found in found {
            if let Sheet::Decided { document, decided, .. } = &found.sheet {
                decisions.entry((document, found.index)).or_insert((found, decided));
            }
            if let Sheet::Refiled { document, formerly, earlier, .. } = &found.sheet {
                came.entry((document, found.index)).or_insert((found, formerly, earlier));
            }
        }
        for document in &mut rows.documents {
            if let Some((found, decided)) = decisions.get(&(&document.listed.id, document.listed.entry)) {
                document.listed.formerly.clone_from(&decided.formerly);
                let counts = self.exceeds(found, decided, std::slice::from_ref(document)).is_none();
                document.listed.kept_until = decided.next_review.filter(|_| counts);
                document.listed.remarked = decided.remarked;
            }
        }
        for document in &mut rows.documents {
            let Some((found, formerly, earlier)) = came.get(&(&document.listed.id, document.listed.entry)) else {
                continue;
            };
            document.listed.formerly.clone_from(formerly);
            let Some(filing) = self.state.documents.get(&document.listed.id) else { continue };
            let Some(last) = before_it(earlier, &filing).max_by_key(|earlier| earlier.entry) else { continue };
            let at = day(instant(last.at_ms.min(found.at_ms)));
            let foreign = self.state.classes.get(&found.class).is_none_or(|class| class.access.policy != OWN_POLICY);
            let beyond =
                excess(document.listed.finalised, foreign, (last.decided.nature, at), last.decided.next_review);
            document.listed.kept_until = last.decided.next_review.filter(|_| beyond.is_none());
            document.listed.remarked = last.decided.remarked;
        }
        Ok(rows)
    }

    /// That a document left its dossier, for those who read it there: by the reference that it had.
    fn left(&self, found: &FoundSheet, filing: &DocumentRecord) -> LogLine {
        self.with_former_reference(found.line(), &found.class, filing)
    }

    fn with_former_reference(&self, mut line: LogLine, class: &ClassId, filing: &DocumentRecord) -> LogLine {
        let left = filing.former.iter().find(|former| former.until == line.entry && former.class == *class);
        line.detail.extend(left.map(|former| ("reference".to_owned(), self.state.former_reference(former))));
        line
    }

    /// What comes into the index of documents that two open: that they are there, and who opened them, as everybody's program knows
    /// it. What is on their sheets nobody's index has.
    pub(super) fn rows_of_two(&self, found: &[FoundOfTwo], rows: &mut Rows) {
        for found in found {
            let at = instant(found.at_ms);
            let used = |officer: &OfficerId, act: Act| Use {
                entry: found.index,
                at,
                officer: officer.clone(),
                action: act.as_str().to_owned(),
                purpose: String::new(),
                class: found.class.clone(),
            };
            match &found.what {
                OfTwo::Filed => {
                    let Some(document) = self.sealed_document(&found.document) else { continue };
                    rows.documents.push(document);
                    rows.uses.push((found.document.clone(), used(&found.author, Act::File)));
                }
                OfTwo::Corrected => rows.uses.push((found.document.clone(), used(&found.author, Act::Correct))),
                OfTwo::Version => rows.uses.push((found.document.clone(), used(&found.author, Act::FileVersion))),
                OfTwo::Derived => rows.uses.push((found.document.clone(), used(&found.author, Act::Derive))),
                OfTwo::Released(act) => rows.uses.push((found.document.clone(), used(&found.author, *act))),
                OfTwo::Refiled => {
                    rows.documents.extend(self.sealed_document(&found.document));
                    rows.uses.push((found.document.clone(), used(&found.author, Act::Refile)));
                }
                OfTwo::Left => {
                    let Some(filing) = self.state.documents.get(&found.document) else { continue };
                    rows.lines.push(self.with_former_reference(found.line(), &found.class, &filing));
                    continue;
                }
                // What was read of it before is no more in the list.
                OfTwo::Moved => rows.documents.extend(self.sealed_document(&found.document)),
                OfTwo::Opened { with } => {
                    rows.uses.push((found.document.clone(), used(&found.author, Act::OpenTogether)));
                    rows.uses.push((found.document.clone(), used(with, Act::OpenSecond)));
                }
            }
            rows.lines.push(found.line());
        }
    }

    /// A document as it is known without its sheet: reference, marking, the day on which it was filed.
    fn sealed_document(&self, id: &DocumentId) -> Option<Document> {
        let filing = self.state.documents.get(id)?;
        let class = self.state.classes.get(&filing.class)?;
        let filed = instant(filing.at_ms);
        let label = label_of_access(&class.access, filed)?;
        let banner = serde_json::to_string(&label.under_policy().banner(&label)).ok()?;
        let listed = self.listed_without_sheet(id, &filing, banner)?;
        let text = Some(InnerText::None { why: TextLack::ByTwo });
        Some(Document { listed, label_xml: label.to_xml(), choice: Choice::default(), text })
    }

    /// What the state says of a document, under this banner: nothing of what stands on its sheet.
    fn listed_without_sheet(&self, id: &DocumentId, filing: &DocumentRecord, banner: String) -> Option<Listed> {
        let class = self.state.classes.get(&filing.class)?;
        let filed = instant(filing.at_ms);
        let name = self.knowledge.dossiers.get(&class.dossier).map(|d| d.id.clone());
        Some(Listed {
            entry: filing.index,
            id: id.clone(),
            reference: self.state.reference(filing),
            ordinal: u64::from(filing.number),
            class: filing.class.clone(),
            dossier_key: class.dossier.clone(),
            dossier: name.or_else(|| DossierId::parse(class.dossier.as_str()).ok())?,
            level: self.state.level(&filing.class),
            policy: class.access.policy.clone(),
            banner,
            releasability: class.access.permissive.get(RELEASABLE_TO).into_iter().flatten().cloned().collect(),
            title: String::new(),
            subject: String::new(),
            originator: String::new(),
            date: day(filed),
            filed,
            filed_by: filing.by.clone(),
            file_name: String::new(),
            media_type: String::new(),
            size: 0,
            // What two open, an officer who lists it alone does not know.
            blake3: ContentHash::UNKNOWN,
            finalised: day(filed),
            kept_until: None,
            remarked: None,
            formerly: Vec::new(),
            paper: String::new(),
            relations: Vec::new(),
        })
    }

    /// A document as a sheet says that was opened for the moment.
    pub(crate) fn document_on(&self, found: &FoundSheet) -> Option<Document> {
        self.index_document(found, &mut Labels::default())
    }

    /// What a decision takes beyond the law: then it keeps nothing classified for longer. From when its term counts, only those
    /// know who may read it.
    fn exceeds(&self, found: &FoundSheet, decided: &Decided, filed: &[Document]) -> Option<Excess> {
        let id = found.sheet.document();
        let here = filed.iter().rfind(|document| document.listed.id == *id).map(|document| document.listed.finalised);
        let in_index = || Some(self.index.document(id).ok()??.listed.finalised);
        let finalised = here.or_else(in_index).unwrap_or(decided.finalised);
        let foreign = self.state.classes.get(&found.class).is_none_or(|class| class.access.policy != OWN_POLICY);
        excess(finalised, foreign, (decided.nature, day(instant(found.at_ms))), decided.next_review)
    }

    /// A document as the index keeps it; none when its label is not that of its class.
    fn index_document(&self, found: &FoundSheet, labels: &mut Labels) -> Option<Document> {
        let Sheet::Filed {
            document,
            title,
            subject,
            originator,
            date,
            paper,
            relations,
            file_name,
            media_type,
            size,
            blake3,
            label,
            topics,
            motive,
            sources,
            finalised,
            text,
            ..
        } = &found.sheet
        else {
            return None;
        };
        let filing = self.state.documents.seen(document)?;
        let class = self.state.classes.get(&filing.class)?;
        let banner = labels.banner(label, &class.access)?;
        let listed = Listed {
            entry: found.index,
            title: title.clone(),
            subject: subject.clone(),
            originator: originator.clone(),
            date: *date,
            paper: paper.clone(),
            relations: relations.clone(),
            file_name: file_name.clone(),
            media_type: media_type.clone(),
            size: *size,
            blake3: *blake3,
            finalised: finalised.unwrap_or(*date),
            ..self.listed_without_sheet(document, &filing, banner)?
        };
        let choice = Choice { topics: topics.clone(), motive: motive.clone(), sources: sources.clone() };
        Some(Document { listed, label_xml: label.clone(), choice, text: text.clone() })
    }
}

impl Rows {
    /// A decision, and those before it that it brings along.
    fn decide(&mut self, found: &FoundSheet, decided: &Decided, earlier: &[Earlier]) {
        let document = found.sheet.document();
        self.decisions.push(decision(document, found.index, found.at_ms, &found.author, decided));
        let before = earlier.iter().map(|one| decision(document, one.entry, one.at_ms, &one.by, &one.decided));
        self.decisions.extend(before);
    }

    /// Decisions that a document brings along to another dossier.
    fn decided_before(&mut self, document: &DocumentId, earlier: &[Earlier], filing: &DocumentRecord) {
        let before = before_it(earlier, filing);
        self.decisions.extend(before.map(|one| decision(document, one.entry, one.at_ms, &one.by, &one.decided)));
    }
}

/// Those that the log knows of the document.
fn before_it<'e>(earlier: &'e [Earlier], filing: &DocumentRecord) -> impl Iterator<Item = &'e Earlier> {
    earlier.iter().filter(|earlier| filing.decided.contains(&earlier.entry))
}

fn decision(document: &DocumentId, entry: u64, at_ms: i64, officer: &OfficerId, decided: &Decided) -> DecisionRow {
    DecisionRow {
        entry,
        document: document.clone(),
        at: instant(at_ms),
        officer: officer.clone(),
        record: serde_json::to_string(decided).unwrap_or_default(),
    }
}

/// Labels that were read already, by the part that decides on access: documents that were filed together share one.
#[derive(Default)]
struct Labels {
    read: BTreeMap<AccessPart, HashMap<String, Option<String>>>,
    /// The last that was asked for, with its part and its banner: it is quicker to compare a label than to look it up.
    last: Option<(String, AccessPart, Option<String>)>,
}

impl Labels {
    /// The banner of a label, as the index keeps it; none when it is not a label of this class: then nobody is shown a marking
    /// that is lower than the lock.
    fn banner(&mut self, xml: &str, access: &AccessPart) -> Option<String> {
        let last = self.last.as_ref().filter(|(label, part, _)| label == xml && part == access);
        if let Some((_, _, banner)) = last {
            return banner.clone();
        }
        let known = self.read.get(access).and_then(|labels| labels.get(xml)).cloned();
        let banner = known.unwrap_or_else(|| {
            let banner = read_banner(xml, access);
            self.read.entry(access.clone()).or_default().insert(xml.to_owned(), banner.clone());
            banner
        });
        self.last = Some((xml.to_owned(), access.clone(), banner.clone()));
        banner
    }
}

fn read_banner(xml: &str, access: &AccessPart) -> Option<String> {
    let policy = policies().policy(&access.policy)?;
    let label = Label::parse(xml.as_bytes(), policy).ok()?;
    if label.access() != *access {
        return None;
    }
    serde_json::to_string(&policy.banner(&label)).ok()
}
