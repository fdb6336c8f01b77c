//! What a document is to another: it answers, cancels or replaces it, or is an attachment to it.
//!
//! It stands on the sheet of the one, among what can be put right, and is shown from both sides to those who may see both. So
//! nobody else's program knows that two documents have anything to do with each other.

use std::collections::BTreeSet;

use registry::documents::{Particulars, Relation, RelationKind, Sheet};
use registry::event::Corrected;
use registry::log::{Act, AuditRecord};

use super::correct::{CORRECT, push};
use super::together::Second;
use super::withdraw::require_there;
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{
    CorrectionResult, DocumentId, Error, FieldChange, NamedDocument, Reason, RelatedView, Session, documents, text,
};
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
    /// registrar; and of the second as well, where it would be said to be cancelled or replaced; [`Error::State`] where it is so
    /// already, for itself, and where the second is to the first what the first would be to it; [`Error::NotFound`];
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
            return Err(refused("itself"));
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
                    require_there(CORRECT, &other)?;
                    // To all who read the other it would be said not to count any more: for those who answer for it.
                    if ends(relation.is) && !session.puts_right(&other) {
                        return Err(denied_for(CORRECT, Reason::new("other_not_charged")));
                    }
                    if session.leads_back(&relation.to, id, relation.is)? {
                        return Err(refused("circle"));
                    }
                    relations.push(relation.clone());
                }
                (Relating::Remove, Some(place)) => drop(relations.remove(place)),
                (Relating::Enter, Some(_)) | (Relating::Remove, None) => {
                    return Err(refused("unchanged"));
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

    /// Whether a document is to another, directly or over others, what the other would be to it: nothing replaces what replaces it,
    /// answers its own answer, or is attached to its attachment.
    fn leads_back(&self, from: &DocumentId, to: &DocumentId, is: RelationKind) -> Result<bool, Error> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(id) = next.pop() {
            let Some(document) = self.index.document(&id)? else { continue };
            for relation in document.listed.relations {
                if relation.is != is && !(ends(relation.is) && ends(is)) {
                    continue;
                }
                if relation.to == *to {
                    return Ok(true);
                }
                if seen.insert(relation.to.clone()) {
                    next.push(relation.to);
                }
            }
        }
        Ok(false)
    }

    /// Which of these another cancels or replaces, as far as this officer may see it: `superseded`, one of each. Words:
    /// `warning-superseded`.
    ///
    /// # Errors
    /// Those of the index.
    pub fn superseded(&self, documents: &[DocumentId]) -> Result<Vec<Reason>, Error> {
        let mut told = Vec::new();
        for id in documents {
            let Some(document) = self.index.document(id)? else { continue };
            let reference = &document.listed.reference;
            for RelatedView { document, relation, own } in self.related(&document.listed)? {
                let kind = RelationKind::parse(&relation);
                if !own && kind.is_some_and(ends) {
                    let reason = Reason::new("superseded").with("name", reference.clone());
                    told.push(reason.with("other", document.reference).with("relation", relation));
                }
            }
        }
        Ok(told)
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

/// What is so of another by this does not count any more.
fn ends(is: RelationKind) -> bool {
    match is {
        RelationKind::Cancels | RelationKind::Replaces => true,
        RelationKind::Answers | RelationKind::Attachment => false,
    }
}

fn refused(status: &str) -> Error {
    Error::State { what: "document", status: status.to_owned() }
}
