//! Documents: what one may see of them, and opening them.

pub(crate) mod anew;
pub(crate) mod at_hand;
pub(crate) mod choice;
mod copy;
pub(crate) mod correct;
pub(crate) mod derive;
pub(crate) mod filing;
pub(crate) mod inside;
pub(crate) mod note;
mod of_text;
pub(crate) mod origins;
pub(crate) mod pick;
mod places;
pub(crate) mod print;
mod read_later;
mod recent;
pub(crate) mod refile;
pub(crate) mod relate;
pub(crate) mod same;
pub(crate) mod saved;
pub(crate) mod source;
pub(crate) mod together;
pub(crate) mod version;
pub(crate) mod views;
pub(crate) mod withdraw;

use std::collections::BTreeSet;

use label::{Label, Lang, Location};
use policy::calendar::{TermStanding, TermState, standing};
use policy::four_eyes::Since;
use policy::{Examination, Marked, Stage};
use registry::documents::{DocumentRecord, Sheet};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::policies::policies;
use registry::questions::{FilingQuestion, ReleaseQuestion};
use registry::state::{day, instant};
use seal::ContentHash;

use self::together::Second;
use self::withdraw::require_there;
use crate::doors::{self, OpenedDocument, Particulars, PermitFor};
use crate::draft::EntryDraft;
use crate::error::reasons;
use crate::marks::{MarkingDraft, equivalents, foreign, is_orcon, policy_names};
use crate::session::{denied, denied_for};
use crate::{
    ActionName, ClassId, DocumentFilter, DocumentId, DocumentRow, DocumentView, Error, ExitClass, Explanation, Mine,
    OfficerId, Page, PartnerId, Reason, Session, StandingView, text,
};
use index::{self, Document, Listed};

/// Rows of a page when the filter does not say.
const PAGE: usize = 100;
/// How often a document is looked for again that was moved meanwhile.
pub(crate) const MOVES: usize = 4;

/// A document that was opened for a screen.
pub struct ReadDocument<T> {
    pub about: DocumentView,
    /// What was made of its particulars before it was opened.
    pub looked: T,
    pub bytes: OpenedDocument,
    /// See [`Session::marked_by`].
    pub marked_by: Option<u64>,
    /// Who opened it with this officer, where it took two.
    pub with: Option<OfficerId>,
}

/// The media types of a group of kinds.
fn kinds_of(group: &str) -> Result<index::Kinds, Error> {
    let group = kinds::Group::of(group).ok_or(Error::Malformed { field: "kind" })?;
    let media_types = group.media_types().into_iter().map(str::to_owned).collect();
    Ok(index::Kinds { media_types, others: group == kinds::Group::Other })
}

impl Session {
    /// Lists what this officer may open now. What he may not is neither shown nor counted. While the words of a long log are still
    /// being written, a search says that it does not find everything: [`Session::complete_search`] waits for them.
    ///
    /// # Errors
    /// [`Error::Malformed`] cursor or kind; [`Error::TooLong`] search; [`Error::Backwards`]; [`Error::ListChanged`]; [`Error::NotFound`] dossier; integrity errors.
    pub fn list(&mut self, filter: &DocumentFilter) -> Result<Page<DocumentRow>, Error> {
        self.catch_up()?;
        let query = self.query_of(filter)?;
        let looked = query.text.as_deref().filter(|_| query.inside);
        if looked.is_some() {
            // What was filed a moment ago is found as well.
            match self.read_texts_between() {
                Err(error) if error.exit() == ExitClass::Integrity => return Err(error),
                // What is not there yet is said to wait.
                Ok(()) | Err(_) => {}
            }
        }
        // Before the list: what is searched grows meanwhile. How far texts are searched is told by `not_searched`.
        let lacks = if query.text.is_some() && !query.inside { self.search_lacks()? } else { None };
        let listing = self.index.list(&query)?;
        let row = |listed: &Listed| -> Result<DocumentRow, Error> {
            let hit = looked.and_then(|typed| self.hit(&listed.id, typed));
            Ok(DocumentRow { hit, ..row(listed)? })
        };
        Ok(Page {
            rows: listing.rows.iter().map(row).collect::<Result<_, Error>>()?,
            next: listing.next.map(|cursor| cursor.to_string()),
            total: listing.total,
            lacks,
        })
    }

    /// What the index is asked for a list.
    fn query_of(&self, filter: &DocumentFilter) -> Result<index::Query, Error> {
        if filter.from.zip(filter.to).is_some_and(|(from, to)| from > to) {
            return Err(Error::Backwards);
        }
        match filter.query.as_deref().and_then(index::too_much) {
            Some(index::TooMuch::Characters(limit)) => return Err(Error::TooLong { field: "query", limit }),
            Some(index::TooMuch::Words(limit)) => return Err(Error::TooLong { field: "query_words", limit }),
            None => {}
        }
        let after = filter.after.as_deref().map(str::parse).transpose();
        let me = |mine| (filter.mine == Some(mine)).then(|| self.id().clone());
        Ok(index::Query {
            text: filter.query.clone(),
            inside: filter.inside,
            level: filter.level,
            dossier: filter.dossier.as_ref().map(|id| self.named(id)).transpose()?,
            from: filter.from,
            to: filter.to,
            originator: filter.originator.clone().filter(|originator| !originator.trim().is_empty()),
            kinds: filter.kind.as_deref().map(kinds_of).transpose()?,
            classes: Some(self.readable_under(filter.policy.as_deref())?),
            filed_by: me(Mine::Filed),
            opened_by: me(Mine::Opened),
            withdrawn: filter.withdrawn,
            sort: filter.sort,
            limit: if filter.limit == 0 { PAGE } else { filter.limit },
            after: after.map_err(|_| Error::Malformed { field: "after" })?,
        })
    }

    /// Everything about a document that this officer may open.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] with every reason; [`Error::ObjectAltered`] when what was written about it
    /// contradicts the log.
    pub fn document(&mut self, id: &DocumentId) -> Result<DocumentView, Error> {
        self.catch_up()?;
        let about = AuditRecord::new(Act::Deny).about("document", id.to_string());
        let filing = self.filing(id)?;
        let now = self.now();
        let permit = self.state.may_open(self.id(), &filing.class, now).map_err(|no| denied("show", &no));
        let _ = self.note_denial(permit, &about)?;
        let document = match self.state.opens_by_two(&filing.class) {
            true => self.index.document(id)?.ok_or_else(|| Error::ObjectAltered { document: id.to_string() })?,
            false => self.in_index(id, &filing)?,
        };
        self.view_of(&filing, document)
    }

    /// The same of one of its versions.
    ///
    /// # Errors
    /// As [`Session::document`]; [`Error::NotFound`] where it has no such version.
    pub fn document_version(&mut self, id: &DocumentId, version: Option<u32>) -> Result<DocumentView, Error> {
        let mut about = self.document(id)?;
        let filing = self.filing(id)?;
        if let Some(version) = Session::earlier_version(&filing, version) {
            let of = self.version_of(id, &filing, version)?;
            about.text = of.text.as_ref().into();
            (about.version, about.size) = (version, of.size);
            (about.file_name, about.media_type, about.blake3) = (of.file_name, of.media_type, of.blake3);
        }
        Ok(about)
    }

    /// What a screen shows of a document.
    fn view_of(&self, filing: &DocumentRecord, document: Document) -> Result<DocumentView, Error> {
        let (id, now) = (&document.listed.id, self.now());
        let label = self.label_of(&document)?;
        let policy = label.under_policy();
        let marking = |lang| policy.marking(&label, lang, Location::PageTop);
        let history = self.whole_history(id, filing)?;
        let (also_of, still_of) = match self.state.opens_by_two(&filing.class) {
            true => (Vec::new(), Vec::new()),
            false => (self.also_of(id, filing, &document)?, self.still_of(id, filing, &document)?),
        };
        let explanation =
            self.within_reach(explanation(&self.state.examine_open(self.id(), &filing.class, now)), filing);
        let explanation = self.with_a_second(explanation, self.id(), filing);
        Ok(DocumentView {
            row: row(&document.listed)?,
            class: filing.class.clone(),
            subject: document.listed.subject.clone(),
            file_name: document.listed.file_name.clone(),
            media_type: document.listed.media_type.clone(),
            size: document.listed.size,
            blake3: document.listed.blake3,
            filed: document.listed.filed,
            filed_by: document.listed.filed_by.clone(),
            marking_fr: marking(Lang::Fr),
            marking_nl: marking(Lang::Nl),
            marking: MarkingDraft::from(&label),
            equivalents: equivalents(&label),
            finalised: document.listed.finalised,
            standing: standing_view(&standing(&document.listed.term(), day(now))),
            formerly: document.listed.formerly.clone(),
            paper: document.listed.paper.clone(),
            relations: self.related(&document.listed)?,
            label_xml: document.label_xml,
            text: document.text.as_ref().into(),
            sources: self.visible_sources(&document.choice.sources),
            also_of,
            still_of,
            topics: document.choice.topics,
            motive: document.choice.motive,
            history,
            may_correct: explanation.permitted && self.puts_right(filing),
            fixed: if explanation.permitted { self.fixed(filing) } else { Vec::new() },
            version: filing.count_versions(),
            versions: filing.count_versions(),
            may_file_version: explanation.permitted
                && self.puts_right(filing)
                && filing.withdrawn.is_none()
                && self.is_in_open_dossier(filing),
            withdrawn: filing.withdrawn.as_ref().map(|withdrawn| instant(withdrawn.at_ms)),
            may_withdraw: self.may_withdraw(id, filing),
            withdrawal_waits: self.withdrawal_waits(id, filing),
            explanation,
        })
    }

    /// A permit that was given to this officer opens nothing without the key, or a share of it.
    fn within_reach(&self, mut explanation: Explanation, filing: &DocumentRecord) -> Explanation {
        let reaches = match self.state.opens_by_two(&filing.class) {
            true => self.require_share(filing, self.id()),
            false => self.require_key(&filing.class, filing.epoch),
        };
        if explanation.permitted
            && let Err(Error::Denied { reasons, .. }) = reaches
        {
            explanation.permitted = false;
            explanation.reasons.extend(reasons);
        }
        if explanation.permitted && filing.withdrawn.is_some() {
            explanation.permitted = false;
            explanation.reasons.push(Reason::new("document_withdrawn"));
        }
        explanation
    }

    /// Of what two open: that it takes a second; where nobody could be that, it is not permitted.
    fn with_a_second(&self, mut explanation: Explanation, officer: &OfficerId, filing: &DocumentRecord) -> Explanation {
        if !explanation.permitted || !self.state.opens_by_two(&filing.class) {
            return explanation;
        }
        let now = self.now();
        let could = |other: &OfficerId| {
            other != officer
                && self.state.works(other)
                && self.state.may_open(other, &filing.class, now).is_ok()
                && self.state.has_share(&filing.class, filing.epoch, other)
        };
        if self.state.officers.keys().any(could) {
            explanation.satisfied.push(Reason::new("second_officer"));
        } else {
            explanation.permitted = false;
            explanation.reasons.push(Reason::new("no_second_officer"));
        }
        explanation
    }

    /// Opens a document for a screen: decides, has its particulars looked at, records, and only then decrypts. Anyone who may not
    /// read it is denied, and that is recorded; what `look` refuses is neither opened nor recorded as read, but for what two open:
    /// its particulars are sealed, and looking at them is recorded. `version`: from 1; none: the last.
    ///
    /// # Errors
    /// Those of `look`, and of [`Session::open_version`].
    pub fn read_document<T, E: From<Error>>(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
        second: Option<&Second>,
        look: impl FnOnce(&DocumentView) -> Result<T, E>,
    ) -> Result<ReadDocument<T>, E> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        if self.state.opens_by_two(&filing.class) {
            require_version(&filing, version)?;
            return self.read_for_two(id, version, purpose, second, look);
        }
        self.refuse_second(id, second)?;
        if self.state.may_open(self.id(), &filing.class, self.now()).is_err() {
            // The opening itself denies it, and records that.
            let denied = self.open_version(id, version, purpose).err();
            return Err(denied.unwrap_or(Error::Internal { what: "decision" }).into());
        }
        let about = self.document_version(id, version)?;
        if about.withdrawn.is_some() {
            let denied = self.open_version(id, version, purpose).err();
            return Err(denied.unwrap_or(Error::Internal { what: "decision" }).into());
        }
        let looked = look(&about)?;
        // The one that was looked at, also where another came meanwhile.
        let bytes = self.open_version(id, Some(about.version), purpose)?;
        Ok(ReadDocument { about, looked, bytes, marked_by: self.marked_by(id), with: None })
    }

    /// Opens a document: decides, records, and only then decrypts.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] with every reason; [`Error::ReadOnly`] where it cannot be recorded;
    /// [`Error::ObjectAltered`], [`Error::ObjectMissing`].
    pub fn open_document(&mut self, id: &DocumentId, purpose: &str) -> Result<OpenedDocument, Error> {
        self.open_version(id, None, purpose)
    }

    /// The same for one of its versions, from 1; none: the last. The log says which.
    ///
    /// # Errors
    /// As [`Session::open_document`]; [`Error::NotFound`] where it has no such version.
    pub fn open_version(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
    ) -> Result<OpenedDocument, Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        if self.state.opens_by_two(&filing.class) {
            require_version(&filing, version)?;
            return self.open_for_two(id, version, purpose, None).map(|(opened, ..)| opened);
        }
        let purpose = text::remark("purpose", purpose)?;
        for _ in 0..MOVES {
            if let Some(opened) = self.open_once(id, version, &purpose)? {
                return Ok(opened);
            }
        }
        Err(Error::Busy)
    }

    /// Nothing where another session has marked it otherwise, or filed another version, after this one decided: what was decided
    /// about is not what lies there now, and is decided about again.
    fn open_once(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
    ) -> Result<Option<OpenedDocument>, Error> {
        let purpose = purpose.to_owned();
        let mut decided_on = None;
        let about = AuditRecord::new(Act::Open).about("document", id.to_string()).about("purpose", purpose.clone());
        let permit = self.decided(&about, |session, at| {
            let filing = session.filing(id)?;
            let permit = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
            require_there("open", &filing)?;
            let number = version.unwrap_or(filing.count_versions());
            require_version(&filing, Some(number))?;
            // Of several, which one.
            let which = Some(number).filter(|_| filing.count_versions() > 1);
            let sheet = Sheet::Opened { document: id.clone(), purpose: purpose.clone(), version: which };
            let key = KeyName::Class(filing.class.clone());
            let epoch = session.state.current(&key).map_or(filing.epoch, |(epoch, _)| epoch);
            session.require_key(&filing.class, filing.epoch)?;
            decided_on = Some((filing.index, number));
            let record = about.clone().about_some("version", which.map(|version| version.to_string()));
            let words = EntryDraft::default().record(record).sheet(&filing.class, epoch, sheet);
            Ok((words, PermitFor::new(permit, id.clone())))
        })?;
        let filing = self.filing(id)?;
        let Some((_, number)) = decided_on.filter(|decided| still(&filing, version) == *decided) else {
            return Ok(None);
        };
        let document = self.in_index(id, &filing)?;
        let unknown = || Error::NotFound { kind: "version", name: number.to_string() };
        let object = filing.object_of(number).ok_or_else(unknown)?;
        let (sealed, identity) = match self.object_at("open", id, &filing.class, object) {
            // Another session may have removed it since, which has moved the document.
            Err(missing @ Error::ObjectMissing { .. }) => {
                self.catch_up()?;
                let moved = decided_on != Some(still(&self.filing(id)?, version));
                return if moved { Ok(None) } else { Err(missing) };
            }
            found => found?,
        };
        let earlier = Session::earlier_version(&filing, Some(number));
        let (particulars, content) = match earlier {
            Some(number) => {
                let of = self.version_of(id, &filing, number)?;
                (version::particulars(&of), of.blake3)
            }
            None => (particulars(&document.listed), document.listed.blake3),
        };
        let mut opened = doors::open(permit, sealed, identity, particulars)?;
        if earlier.is_some() || filing.was_resealed_last() {
            // Any reader of the class may seal it again: that it is what was filed is seen here.
            opened.require_content(content)?;
        }
        Ok(Some(opened))
    }

    /// The entry that gave a document the marking that it has now: to be kept next to what is open, and asked about with
    /// [`Session::still_permitted`].
    pub fn marked_by(&self, id: &DocumentId) -> Option<u64> {
        self.state.documents.get(id).map(|filing| filing.index)
    }

    /// Reads on, and decides again whether a document that was opened may stay open. Records nothing: that it was opened is
    /// recorded. Cheap when nobody wrote meanwhile. `marked_by`: what [`Session::marked_by`] said when it was opened;
    /// `with`: who opened it with this officer.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason, `marked_otherwise` when its marking was changed since; [`Error::NotFound`];
    /// [`Error::Disabled`] and integrity errors, after which nothing may stay open.
    pub fn still_permitted(
        &mut self,
        id: &DocumentId,
        marked_by: Option<u64>,
        with: Option<&OfficerId>,
    ) -> Result<(), Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        for officer in with.into_iter().chain([self.id()]) {
            let _ = self.state.may_open(officer, &filing.class, self.now()).map_err(|no| denied("open", &no))?;
        }
        require_there("open", &filing)?;
        if marked_by != Some(filing.index) {
            return Err(denied_for("open", Reason::new("marked_otherwise")));
        }
        match (self.state.opens_by_two(&filing.class), with) {
            (true, Some(_)) => Ok(()),
            (true, None) => Err(denied_for("open", Reason::new("second_officer_needed"))),
            (false, _) => self.require_key(&filing.class, filing.epoch),
        }
    }

    /// The decision without the record: for oneself, or, for a security officer, about another. About a document that may not
    /// be opened it says what opening it would say, and nothing else.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Missing`] partner for a release; [`Error::Denied`] to others about another.
    pub fn explain(
        &mut self,
        action: ActionName,
        id: &DocumentId,
        officer: Option<&OfficerId>,
        partner: Option<&PartnerId>,
    ) -> Result<Explanation, Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        let officer = self.asked_about(id, officer)?;
        let now = self.now();
        let opening = self.state.examine_open(&officer, &filing.class, now);
        let examination = match action {
            ActionName::Open => opening,
            // Whether its dossier is closed is for those to know who may open it.
            ActionName::File if !opening.permitted => opening,
            ActionName::File => {
                let class = self.state.classes.get(&filing.class).ok_or_else(|| not_found(id))?;
                self.state.examine_file(&officer, &class.access, Some(&class.dossier), &FilingQuestion::PLAIN, now)
            }
            ActionName::Release => {
                let partner = partner.ok_or(Error::Missing { field: "partner" })?;
                let missing = || Error::NotFound { kind: "partner", name: partner.to_string() };
                let facts = self.state.partner_facts(partner).ok_or_else(missing)?;
                // What the label says is known only to those who may read it; to others no reason about it is given.
                let (orcon, foreign) = self.release_marks(id, &filing);
                let question = ReleaseQuestion {
                    stage: Stage::Request,
                    officer: &officer,
                    requester: &officer,
                    approved_by: None,
                    marked: Marked::AsAsked,
                    partner: &facts,
                    partner_since: Since::Unchanged,
                    consent: None,
                    orcon,
                    foreign,
                };
                self.state.examine_release(&question, &filing.class, now)
            }
        };
        let mut explanation = explanation(&examination);
        // To ask for it and to approve it takes one each, as always.
        if action == ActionName::Release && explanation.permitted && self.state.opens_by_two(&filing.class) {
            explanation.satisfied.push(Reason::new("written_by_two"));
        }
        let explanation = if officer == *self.id() { self.within_reach(explanation, &filing) } else { explanation };
        Ok(match action {
            ActionName::Open => self.with_a_second(explanation, &officer, &filing),
            ActionName::File | ActionName::Release => explanation,
        })
    }

    /// Whom a question about a document is about: oneself, or, for a security officer, another.
    pub(crate) fn asked_about(&mut self, id: &DocumentId, officer: Option<&OfficerId>) -> Result<OfficerId, Error> {
        let officer = officer.unwrap_or(self.id()).clone();
        if officer != *self.id() {
            let about =
                AuditRecord::new(Act::Deny).about("document", id.to_string()).about("officer", officer.to_string());
            let allowed = self.require_roles("explain", &[policy::Role::SecurityOfficer]);
            self.note_denial(allowed, &about)?;
            self.known_officer(&officer)?;
        }
        Ok(officer)
    }

    /// The classes whose documents may be listed now with what is on their sheets.
    pub(crate) fn read_alone(&self) -> BTreeSet<ClassId> {
        let mut classes = self.readable();
        classes.retain(|class| !self.state.opens_by_two(class));
        classes
    }

    /// The classes whose documents may be listed now.
    pub(crate) fn readable(&self) -> BTreeSet<ClassId> {
        self.state.open_classes(self.id(), self.now()).into_keys().collect()
    }

    /// Those of them that are marked under a policy, if one is asked for.
    fn readable_under(&self, policy: Option<&str>) -> Result<BTreeSet<ClassId>, Error> {
        let Some(typed) = policy else { return Ok(self.readable()) };
        let policy = policies().find(typed).ok_or_else(|| Error::unknown("policy", typed, policy_names()))?;
        let open = self.state.open_classes(self.id(), self.now());
        let of =
            |class: &ClassId| self.state.classes.get(class).is_some_and(|known| known.access.policy == policy.name());
        Ok(open.into_keys().filter(of).collect())
    }

    pub(crate) fn filing(&self, id: &DocumentId) -> Result<DocumentRecord, Error> {
        self.state.documents.read(id)?.ok_or_else(|| not_found(id))
    }

    /// A document that may be opened, as the index has it.
    pub(crate) fn in_index(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Document, Error> {
        if let Some(document) = self.document_at_hand(id, &filing.class) {
            return Ok(document.clone());
        }
        self.require_key(&filing.class, filing.epoch)?;
        // A sheet that contradicts the log was not put into the index.
        self.index.document(id)?.ok_or_else(|| self.unknown_sheet(id, filing))
    }

    /// A document that two open, as lists show it: nothing of what its sheet says.
    pub(crate) fn listed_for_two(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Document, Error> {
        self.require_share(filing, self.id())?;
        self.index.document(id)?.ok_or_else(|| not_found(id))
    }

    /// A permit opens nothing before the key was delivered: by a holder at his next unlock, or out of custody.
    pub(crate) fn require_key(&self, class: &ClassId, epoch: u32) -> Result<(), Error> {
        if self.state.opens_by_two(class) {
            // Nobody does anything with it alone.
            return Err(denied_for("open", Reason::new("opens_by_two")));
        }
        if self.keyring.holds(&KeyName::Class(class.clone()), epoch)
            && self.knowledge.indexed.contains(&(class.clone(), epoch))
        {
            Ok(())
        } else {
            Err(denied_for("open", Reason::new("key_not_delivered")))
        }
    }

    pub(crate) fn label_of(&self, document: &Document) -> Result<Label, Error> {
        let altered = || Error::ObjectAltered { document: document.listed.id.to_string() };
        let policy = policies().policy(&document.listed.policy).ok_or_else(altered)?;
        Label::parse(document.label_xml.as_bytes(), policy).map_err(|_| altered())
    }

    /// Whether the originator must be asked, and whether the information is foreign: as far as one may know.
    pub(crate) fn release_marks(&self, id: &DocumentId, filing: &DocumentRecord) -> (bool, bool) {
        let label = self.in_index(id, filing).and_then(|document| self.label_of(&document));
        label.map_or((false, false), |label| (is_orcon(&label), foreign(&label)))
    }
}

/// What was decided about: the entry that gave a document its marking, and which version of it is asked for.
fn still(filing: &DocumentRecord, version: Option<u32>) -> (u64, u32) {
    (filing.index, version.unwrap_or(filing.count_versions()))
}

/// Whether a document has such a version.
fn require_version(filing: &DocumentRecord, version: Option<u32>) -> Result<(), Error> {
    match version {
        Some(version) if filing.object_of(version).is_none() => {
            Err(Error::NotFound { kind: "version", name: version.to_string() })
        }
        Some(_) | None => Ok(()),
    }
}

fn not_found(id: &DocumentId) -> Error {
    Error::NotFound { kind: "document", name: id.to_string() }
}

pub(crate) fn particulars(listed: &Listed) -> Particulars {
    Particulars { file_name: listed.file_name.clone(), media_type: listed.media_type.clone(), size: listed.size }
}

pub(crate) fn row(listed: &Listed) -> Result<DocumentRow, Error> {
    Ok(DocumentRow {
        id: listed.id.clone(),
        reference: listed.reference.clone(),
        title: listed.title.clone(),
        originator: listed.originator.clone(),
        date: listed.date,
        dossier: listed.dossier.clone(),
        banner: serde_json::from_str(&listed.banner).map_err(|_| Error::IndexAltered)?,
        releasability: listed.releasability.clone(),
        sealed: listed.blake3 == ContentHash::UNKNOWN,
        hit: None,
    })
}

pub(crate) fn explanation(examination: &Examination) -> Explanation {
    Explanation {
        permitted: examination.permitted,
        reasons: reasons(&examination.failed),
        satisfied: examination.satisfied.iter().map(|rule| Reason::new(rule.as_str())).collect(),
    }
}

pub(crate) fn standing_view(standing: &TermStanding) -> StandingView {
    let because = match standing.state {
        TermState::Exempt(because) => Some(because),
        TermState::Running | TermState::Due | TermState::Overdue | TermState::Expired => None,
    };
    StandingView {
        lapses: standing.lapses,
        window_opens: standing.window_opens,
        expires: standing.expires,
        state: standing.state.status(),
        because,
    }
}
