//! What a document is to another: it answers, cancels or replaces it, or is an attachment to it.
//!
//! It stands on the sheet of the one, among what can be put right, and is shown from both sides to those who may see both. So
//! nobody else's program knows that two documents have anything to do with each other.

use registry::documents::{Particulars, Relation, RelationKind, Sheet};
use registry::event::Corrected;
use registry::log::{Act, AuditRecord};

use super::correct::{CORRECT, push};
use super::together::Second;
use crate::draft::EntryDraft;
use crate::session::denied;
use crate::{CorrectionResult, DocumentId, Error, FieldChange, NamedDocument, RelatedView, Session, documents, text};
use index::Listed;

/// What is to become of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relating {
    Enter,
    Remove,
}

impl Session {
    /// Enters what a document is to another, or takes that away, with a reason.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody who may not read both, or who neither filed the first nor leads its dossier nor is a
    /// registrar; [`Error::State`] where it is so already; [`Error::NotFound`]; [`Error::Malformed`] for itself;
    /// [`Error::Missing`] reason, [`Error::TooLong`], [`Error::Character`].
    pub fn relate(
        &mut self,
        id: &DocumentId,
        related: (RelationKind, &DocumentId),
        relating: Relating,
        why: &str,
    ) -> Result<CorrectionResult, Error> {
        self.relate_with(id, related, relating, why, None)
    }

    /// The same, together with a second officer where two open the first document. He is asked whether he may open it as well, and
    /// signs. What the other one is, does not matter: its reference is all that is said of it.
    ///
    /// # Errors
    /// As [`Session::relate`]; [`Error::Denied`] where it takes two and there is no second, where he may not open it, and where it
    /// takes one and there are two.
    pub fn relate_with(
        &mut self,
        id: &DocumentId,
        (is, to): (RelationKind, &DocumentId),
        relating: Relating,
        why: &str,
        second: Option<&Second>,
    ) -> Result<CorrectionResult, Error> {
        let why = text::grounds("why", why)?;
        if id == to {
            return Err(Error::Malformed { field: "to" });
        }
        let about = AuditRecord::new(Act::Correct).about("document", id.to_string());
        let relation = Relation { is, to: to.clone() };
        let may = |session: &Session, at| session.may_put_right(CORRECT, id, second, at);
        let changes = self.by_two((CORRECT, &may), (id, &about), &why, second, |session| {
            session.write_relation(id, &relation, relating, (&why, second), &about)
        })?;
        let (_, reference) = self.numbered(id).ok_or(Error::Internal { what: "document" })?;
        Ok(CorrectionResult { id: id.clone(), reference, changes, warnings: Vec::new() })
    }

    /// The entry that says it: what it changed.
    fn write_relation(
        &mut self,
        id: &DocumentId,
        relation: &Relation,
        relating: Relating,
        (why, second): (&str, Option<&Second>),
        about: &AuditRecord,
    ) -> Result<Vec<FieldChange>, Error> {
        let mut changes = Vec::new();
        self.enter(about, |session, at| {
            let was = session.to_put_right(id, second, at)?;
            let mut relations = was.relations.clone();
            let known = relations.iter().position(|one| one == relation);
            match (relating, known) {
                (Relating::Enter, None) => {
                    // What one may not see, one says nothing of.
                    let other = session.filing(&relation.to)?;
                    let _ =
                        session.state.may_open(session.id(), &other.class, at).map_err(|no| denied(CORRECT, &no))?;
                    relations.push(relation.clone());
                }
                (Relating::Remove, Some(place)) => drop(relations.remove(place)),
                (Relating::Enter, Some(_)) | (Relating::Remove, None) => {
                    return Err(Error::State { what: "document", status: "unchanged".to_owned() });
                }
            }
            changes = session.relations_changed(&was.relations, &relations);
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let now = Particulars { relations, ..was };
            let sheet = Sheet::Corrected { document: id.clone(), now, why: why.to_owned() };
            Ok(EntryDraft::default()
                .changed_by(id, second)
                .fact(Corrected { document: id.clone() })
                .record(about.clone().about("fields", "relations"))
                .sheet(&class, epoch, sheet))
        })?;
        Ok(changes)
    }

    /// What a document is to others and others to it, as far as this officer may see those.
    pub(super) fn related(&self, listed: &Listed) -> Result<Vec<RelatedView>, Error> {
        let mut related = Vec::new();
        for Relation { is, to } in &listed.relations {
            let Some(document) = self.seen(to)? else { continue };
            related.push(RelatedView { document, relation: is.code().to_owned(), own: true });
        }
        for other in self.index.related_to(&listed.id, &self.readable())? {
            let document = NamedDocument::from(documents::row(&other)?);
            for relation in other.relations.iter().filter(|relation| relation.to == listed.id) {
                let (document, relation) = (document.clone(), relation.is.code().to_owned());
                related.push(RelatedView { document, relation, own: false });
            }
        }
        Ok(related)
    }

    /// What was entered of relations, and taken away, as far as this officer may see the others.
    pub(super) fn relations_changed(&self, was: &[Relation], now: &[Relation]) -> Vec<FieldChange> {
        let mut changes = Vec::new();
        let reference = |relation: &Relation| self.seen(&relation.to).ok().flatten().map(|document| document.reference);
        let field = |relation: &Relation| format!("relation-{}", relation.is.code());
        for gone in was.iter().filter(|relation| !now.contains(relation)) {
            push(&mut changes, &field(gone), reference(gone).unwrap_or_default(), String::new());
        }
        for new in now.iter().filter(|relation| !was.contains(relation)) {
            push(&mut changes, &field(new), String::new(), reference(new).unwrap_or_default());
        }
        changes
    }

    /// A document of this officer's index that he may open now.
    fn seen(&self, id: &DocumentId) -> Result<Option<NamedDocument>, Error> {
        let Some(document) = self.index.document(id)? else { return Ok(None) };
        if !self.readable().contains(&document.listed.class) {
            return Ok(None);
        }
        Ok(Some(documents::row(&document.listed)?.into()))
    }
}
