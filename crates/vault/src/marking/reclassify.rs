//! Decisions about a classification: to lift, lower, raise, change or maintain it (art. 7).
//!
//! The marking is the lock: a document with a changed marking is sealed again, for another class, under another name, and
//! its old file is removed once the log names the new one. The decision is recorded twice: before the document is opened
//! for it, and when it is done.

use chrono::{DateTime, NaiveDate, Utc};
use label::{AccessPart, Label};
use policy::calendar::{TermState, latest_review, standing};
use policy::{Authority, Consent, Interest, Motive, Nature, NewAccess, Permit, Reclassify};
use registry::documents::{Decided, DocumentRecord, Earlier, FoundSheet, InnerText, Sheet, TextLack};
use registry::event::{Maintained, Reclassified};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::policies::{OWN_POLICY, policies};
use registry::questions::ReclassifyQuestion;
use registry::state::day;

use crate::dates::DayOf;
use crate::documents::anew::{Anew, Objects, SealedFor};
use crate::documents::explanation;
use crate::documents::filing::ClassOf;
use crate::documents::together::Second;
use crate::documents::version::Again;
use crate::documents::withdraw::require_there;
use crate::doors::{self, PermitFor};
use crate::draft::EntryDraft;
use crate::marks::{MarkingDraft, foreign, label};
use crate::session::{denied, denied_for};
use crate::{
    DecisionPreview, DecisionTaken, DocumentId, Error, ExaminedDecision, NewDecision, OfficerId, Reason, Session, text,
};
use index::{DecisionQuery, Document};

/// The action that is refused where there is no right to it.
const ACTION: &str = "reclassify";

/// The most earlier decisions that move with a document.
const EARLIER: usize = 1_000;

/// What was asked for, found good as far as it can be without the document.
struct Asked {
    label: Option<Label>,
    access: Option<AccessPart>,
    interest: Option<Interest>,
    motive: Option<String>,
    next_review: Option<NaiveDate>,
    consent: Option<Consent>,
    /// Who decides with this officer, where it takes two.
    with: Option<OfficerId>,
}

impl Asked {
    /// Whether two open the document by the marking that is asked for.
    fn for_two(&self) -> bool {
        self.access.as_ref().is_some_and(AccessPart::opens_by_two)
    }
}

/// A document as it is before a decision.
struct Before {
    document: Document,
    filing: DocumentRecord,
    nature: Nature,
}

impl Session {
    /// Decides about a document's classification: decides, records, seals it again where its marking is another, and records
    /// that it is done. After an error it is as it was.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason; [`Error::Marking`] with every problem; [`Error::NotFound`]; [`Error::BadDates`];
    /// [`Error::State`] when the marking is the one that it has; [`Error::ObjectAltered`], [`Error::DiskFull`].
    pub fn reclassify(&mut self, id: &DocumentId, new: &NewDecision) -> Result<DecisionTaken, Error> {
        self.reclassify_with(id, new, None)
    }

    /// The same, together with a second officer where two open the document, by the marking that it has or by the one that it is
    /// given. He is asked whether he may open it as well, and signs.
    ///
    /// # Errors
    /// As [`Session::reclassify`]; [`Error::Denied`] where it takes two and there is no second, where he may not open it, and where
    /// it takes one and there are two.
    pub fn reclassify_with(
        &mut self,
        id: &DocumentId,
        new: &NewDecision,
        second: Option<&Second>,
    ) -> Result<DecisionTaken, Error> {
        self.require_writable()?;
        self.catch_up()?;
        if let Some(consent) = &new.consent {
            self.plausible("from", consent.from, DayOf::Beginning)?;
            self.plausible("until", consent.until, DayOf::End)?;
        }
        let motive = text::motive(&new.motive)?;
        let mut asked = asked(new, motive.clone(), self.now())?;
        let about = AuditRecord::new(Act::Reclassify).about("document", id.to_string());
        let from_two = self.state.opens_by_two(&self.filing(id)?.class);
        // Of the document as it is: under another marking it would be another's.
        let mut warnings = self.consents_unnamed(asked.consent.iter().map(|consent| (id, consent)));
        let (notes, stay) = self.notes_moved(id, asked.label.as_ref())?;
        warnings.extend(stay);
        let before = self.kind_of(id)?;
        let nature = match second {
            Some(_) if !from_two && !asked.for_two() => {
                self.refuse_second(id, second)?;
                return Err(Error::Internal { what: "decision" });
            }
            Some(second) => {
                let other = self.require_other_than_first(second.officer());
                self.note_denial(other, &about)?;
                if from_two {
                    // As what was asked for, and not as the opening that it begins with.
                    let both = self.require_second(ACTION, id, second, self.now());
                    self.note_denial(both, &about)?;
                }
                asked.with = Some(second.officer().clone());
                match from_two {
                    true => self.with_both(
                        std::slice::from_ref(id),
                        motive.as_deref().unwrap_or_default(),
                        second,
                        |session| session.decide(id, &asked, Some(second), &about),
                    )?,
                    false => self.decide(id, &asked, Some(second), &about)?,
                }
            }
            None => self.decide(id, &asked, None, &about)?,
        };
        let (class, reference) = self.numbered(id).ok_or(Error::Internal { what: "document" })?;
        let told = match nature {
            Nature::Maintain => Vec::new(),
            Nature::Declassify | Nature::Downgrade | Nature::Upgrade | Nature::Remark => {
                self.recipients(id, self.now())
            }
        };
        let earlier = match nature {
            Nature::Maintain => 0,
            Nature::Declassify | Nature::Downgrade | Nature::Upgrade | Nature::Remark => {
                self.filing(id)?.count_versions().saturating_sub(1)
            }
        };
        warnings.extend(self.taken_away(&before, &self.kind_of(id)?));
        Ok(DecisionTaken { id: id.clone(), reference, class, nature, earlier, notes, notify: told, warnings })
    }

    fn decide(
        &mut self,
        id: &DocumentId,
        asked: &Asked,
        second: Option<&Second>,
        about: &AuditRecord,
    ) -> Result<Nature, Error> {
        match &asked.access {
            Some(access) => self.remark(id, access, (asked, second), about),
            None => self.maintain(id, (asked, second), about),
        }
    }

    /// The decision, of which nothing is done yet. Who may not open the document is told what opening it would tell, and nothing else.
    ///
    /// # Errors
    /// [`Error::Marking`], [`Error::NotFound`], [`Error::BadDates`].
    pub fn examine_reclassify(
        &mut self,
        id: &DocumentId,
        new: &NewDecision,
        officer: Option<&OfficerId>,
    ) -> Result<ExaminedDecision, Error> {
        self.catch_up()?;
        let motive = match text::motive(&new.motive) {
            // Who asks is still writing it.
            Err(Error::TooShort { .. }) => None,
            motive => motive?,
        };
        let asked = asked(new, motive, self.now())?;
        let filing = self.filing(id)?;
        let officer = self.asked_about(id, officer)?;
        let now = self.now();
        // Whose it is stands on a sheet that nobody reads alone: the two find it when they decide.
        let by_two = self.state.opens_by_two(&filing.class);
        let examined = self.with_question(id, &filing, &officer, &asked, |session, question| {
            let sealed =
                ReclassifyQuestion { authority: Authority::Own, foreign: session.is_foreign(&filing), ..*question };
            session.state.examine_reclassify(if by_two { &sealed } else { question }, &filing.class, now)
        });
        let known = self.state.may_open(self.id(), &filing.class, now).is_ok();
        let known = if known { self.in_index(id, &filing).ok() } else { None };
        let mut explanation = explanation(&examined);
        let for_two = asked.for_two() || self.state.opens_by_two(&filing.class);
        if explanation.permitted && for_two {
            explanation.satisfied.push(Reason::new("second_officer"));
        }
        if explanation.permitted && by_two {
            explanation.satisfied.push(Reason::new("sheet_by_two"));
        }
        if explanation.permitted && filing.withdrawn.is_some() {
            explanation.permitted = false;
            explanation.reasons.push(Reason::new("document_withdrawn"));
        }
        if explanation.permitted
            && known.is_some()
            && let Err(Error::Denied { reasons, .. }) =
                self.require_of_originator("reclassify", id, &filing, asked.consent.as_ref())
        {
            explanation.permitted = false;
            explanation.reasons.extend(reasons);
        }
        if asked.access.is_none() && known.as_ref().is_some_and(|document| is_over(document, now)) {
            explanation.permitted = false;
            explanation.reasons.push(Reason::new("hundred_years"));
        }
        let old = known.and_then(|document| self.label_of(&document).ok());
        Ok(ExaminedDecision { nature: old.and_then(|old| nature(&old, asked.access.as_ref())), explanation })
    }

    /// What a decision would change, for the officer who is about to take it; `to`: the marking that it would have.
    ///
    /// # Errors
    /// As [`Session::examine_reclassify`]; [`Error::Denied`] to the person who may not open it.
    pub fn preview_decision(
        &mut self,
        id: &DocumentId,
        to: Option<&MarkingDraft>,
        new: &NewDecision,
    ) -> Result<DecisionPreview, Error> {
        let now = self.now();
        let examined = self.examine_reclassify(id, new, None)?;
        let notify = self.to_be_told(id)?;
        let filing = self.filing(id)?;
        let old = self.label_of(&self.in_index(id, &filing)?)?;
        let earlier = if to.is_some() { filing.count_versions().saturating_sub(1) } else { 0 };
        let label = to.map(|to| to.label(now)).transpose()?;
        // Who asks may still be writing it.
        let consent = new.consent.as_ref().and_then(|consent| consent.checked(day(now)).ok());
        let (notes, stay) = self.notes_moved(id, label.as_ref())?;
        let mut warnings = self.consents_unnamed(consent.iter().map(|consent| (id, consent)));
        warnings.extend(stay);
        if let Some(label) = &label {
            let before = self.kind_of(id)?;
            let after = ClassOf { access: label.access(), dossier: before.dossier.clone() };
            warnings.extend(self.taken_away(&before, &after));
        }
        Ok(DecisionPreview {
            nature: examined.nature,
            before: old.under_policy().banner(&old),
            after: label.as_ref().map(|label| label.under_policy().banner(label)),
            changes: label.iter().flat_map(|label| old.difference(label)).map(Into::into).collect(),
            explanation: examined.explanation,
            earlier,
            notes,
            notify,
            warnings,
        })
    }

    /// Keeps a document classified as it is.
    fn maintain(
        &mut self,
        id: &DocumentId,
        (asked, second): (&Asked, Option<&Second>),
        about: &AuditRecord,
    ) -> Result<Nature, Error> {
        let done = self.decided(about, |session, at| {
            let permit = session.may_reclassify(id, asked, at)?;
            let before = session.before(id, asked)?;
            if is_over(&before.document, at) {
                return Err(denied_for("reclassify", Reason::new("hundred_years")));
            }
            let mut decided = session.decision(&before, asked, at)?;
            decided.next_review = Some(asked.next_review.unwrap_or_else(|| latest_review(day(at))));
            let record = noted(about, Nature::Maintain, asked);
            let consented = asked.consent.is_some();
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Decided { document: id.clone(), decided, earlier: Vec::new() };
            let mut words = EntryDraft::default();
            if let Some(second) = second {
                session.require_second(ACTION, id, second, at)?;
                words = words.changed_with(id, second);
            }
            let words =
                words.fact(Maintained { document: id.clone(), consented }).record(record).sheet(&class, epoch, sheet);
            Ok((words, PermitFor::new(permit, id.clone())))
        })?;
        let _used: PermitFor<Reclassify> = done.into_inner();
        Ok(Nature::Maintain)
    }

    /// Gives a document another marking.
    fn remark(
        &mut self,
        id: &DocumentId,
        to: &AccessPart,
        (asked, second): (&Asked, Option<&Second>),
        about: &AuditRecord,
    ) -> Result<Nature, Error> {
        // Recorded before it is opened: that it was opened to be sealed again stands in the log whatever becomes of it.
        let mut decided_on = None;
        let permit = self.decided(about, |session, at| {
            let permit = session.may_reclassify(id, asked, at)?;
            let before = session.before(id, asked)?;
            decided_on = Some(before.filing.index);
            let record = noted(about, before.nature, asked).instead(Act::PrepareReclassify);
            Ok((EntryDraft::default().record(record), PermitFor::new(permit, id.clone())))
        })?;
        let before = self.before(id, asked)?;
        if decided_on != Some(before.filing.index) {
            return Err(moved());
        }
        let kind = ClassOf { access: to.clone(), dossier: self.dossier_of(&before.filing)? };
        let may = |session: &Session, at: DateTime<Utc>| session.may_reclassify(id, asked, at).map(drop);
        self.class_for(&kind, &may)?;
        if before.filing.sealed().any(|(_, object)| self.is_missing(object, id)) {
            self.catch_up()?;
            if self.filing(id)?.object != before.filing.object {
                return Err(moved());
            }
        }
        let mut versions = self.all_again("reclassify", id, &before.filing, |sealed| doors::reseal(permit, sealed))?;
        let mut read = None;
        if !asked.for_two() {
            self.find_lost_texts(&mut versions)?;
        }
        if asked.for_two() {
            versions.iter_mut().for_each(Again::without_text);
        } else if self.state.opens_by_two(&before.filing.class)
            && let Some(last) = versions.last_mut()
        {
            read = last.read_text(&*self.text_reader, self.scans)?;
        }
        let entry = |session: &Session, into: &SealedFor, objects: Objects, at| {
            session.moved(id, (&before, read.as_ref()), &kind, into, objects, (asked, second), about, at)
        };
        let written = self.seal_anew(id, &before.filing, &kind, versions, &Anew { may: &may, entry: &entry });
        self.note_denial(written, about)?;
        self.catch_up()?;
        Ok(before.nature)
    }

    /// The entry that moves a document: decided on the newest state.
    #[expect(clippy::too_many_arguments, reason = "everything that one entry says")]
    fn moved(
        &self,
        id: &DocumentId,
        (before, read): (&Before, Option<&InnerText>),
        kind: &ClassOf,
        into: &SealedFor,
        (object, earlier): Objects,
        (asked, second): (&Asked, Option<&Second>),
        about: &AuditRecord,
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        // Used up by this entry: what it permitted is done when the entry is there.
        let _permit: Permit<Reclassify> = self.may_reclassify(id, asked, at)?;
        if self.filing(id)?.object != before.filing.object {
            return Err(moved());
        }
        self.require_sealed_for(into, kind, at)?;
        let (class, epoch) = (&into.class, into.epoch);
        let label = asked.label.as_ref().ok_or(Error::Internal { what: "label" })?;
        // Everything else that its sheet says goes along, as it was put right since.
        let filing = self.filing(id)?;
        let mut sheet = self.sheet_along(id, &filing)?;
        let from_two = self.state.opens_by_two(&before.filing.class);
        let told = |text: &mut Option<InnerText>| match (from_two, asked.for_two()) {
            // Nobody had looked at what two open.
            (true, false) => *text = read.cloned(),
            (_, true) => *text = Some(InnerText::None { why: TextLack::ByTwo }),
            (false, false) => {}
        };
        if let Sheet::Filed { label: xml, text, .. } = &mut sheet {
            *xml = label.to_xml();
            told(text);
        }
        let decided = self.decision(before, asked, at)?;
        let decided = Sheet::Decided { document: id.clone(), decided, earlier: self.earlier(id)? };
        let old = before.filing.class.clone();
        let (old_epoch, _) = self.state.current(&KeyName::Class(old.clone())).ok_or(Error::Internal { what: "key" })?;
        let record =
            noted(about, before.nature, asked).about("former", old.to_string()).about("class", class.to_string());
        let consented = asked.consent.is_some();
        let event = Reclassified { document: id.clone(), class: class.clone(), epoch, object, earlier, consented };
        let words = EntryDraft::default();
        // Where both may open it: before it is marked otherwise, or after.
        let words = match (second, from_two) {
            (None, _) => words.fact(event),
            (Some(second), true) => words.changed_with(id, second).fact(event),
            (Some(second), false) => words.fact(event).changed_with(id, second),
        };
        let mut words = words.record(record).sheet(class, epoch, sheet);
        if let Some(second) = second {
            match from_two {
                true => self.require_second(ACTION, id, second, at)?,
                false => {
                    let epoch = into.renewal.is_none().then_some(epoch);
                    self.require_both(ACTION, (class, epoch), second, at)?;
                }
            }
        }
        if !filing.versions.is_empty() {
            let mut all = self.every_version(id, &filing)?;
            all.iter_mut().for_each(|version| told(&mut version.content.text));
            words = words.sheet(class, epoch, Sheet::Versions { document: id.clone(), all });
        }
        let notes = self.notes_under(id, &filing, (&self.label_of(&before.document)?, label))?;
        if !notes.is_empty() {
            words = words.sheet(class, epoch, Sheet::Notes { document: id.clone(), all: notes });
        }
        let words = words.sheet(class, epoch, decided).sheet(&old, old_epoch, Sheet::Moved { document: id.clone() });
        match &into.renewal {
            Some(renewal) => self.with_renewal(words, renewal, at),
            None => Ok(words),
        }
    }

    fn may_reclassify(&self, id: &DocumentId, asked: &Asked, at: DateTime<Utc>) -> Result<Permit<Reclassify>, Error> {
        let filing = self.filing(id)?;
        if self.state.may_open(self.id(), &filing.class, at).is_ok() {
            // Whose it is stands on its sheet: without the key there is no decision.
            self.in_index(id, &filing)?;
            require_there("reclassify", &filing)?;
            if asked.for_two() && asked.with.is_none() {
                return Err(denied_for("reclassify", Reason::new("opens_by_two")));
            }
        }
        let permit = self.with_question(id, &filing, self.id(), asked, |session, question| {
            session.state.may_reclassify(question, &filing.class, at)
        });
        let permit = permit.map_err(|no| denied("reclassify", &no))?;
        self.require_of_originator("reclassify", id, &filing, asked.consent.as_ref())?;
        Ok(permit)
    }

    /// Asks the question with what is known of the document. Whose it is stands in what only those know who may read it: from
    /// anybody else the answer is withheld anyway, and what is not known speaks against.
    fn with_question<T>(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        officer: &OfficerId,
        asked: &Asked,
        then: impl FnOnce(&Session, &ReclassifyQuestion<'_>) -> T,
    ) -> T {
        let known = self.in_index(id, filing).and_then(|document| Ok((self.label_of(&document)?, document)));
        let (authority, foreign) = match &known {
            Ok((label, document)) => {
                let own = self.authority(label, id, filing, &document.listed.originator);
                // What it was made from is of others: what cannot be read speaks against.
                let alone = self.also_of(id, filing, document).is_ok_and(|also| also.is_empty());
                (if alone { own } else { Authority::Other }, foreign(label))
            }
            Err(_) => (Authority::Other, self.is_foreign(filing)),
        };
        let question = ReclassifyQuestion {
            officer,
            to: asked.access.as_ref(),
            authority,
            acts_for: self.state.acts_for(officer, filing),
            foreign,
            consent: asked.consent.as_ref(),
            interest: asked.interest,
            motive: if asked.motive.is_some() { Motive::Given } else { Motive::None },
        };
        then(self, &question)
    }

    /// As far as everybody's program knows.
    fn is_foreign(&self, filing: &DocumentRecord) -> bool {
        self.state.classes.get(&filing.class).is_none_or(|class| class.access.policy != OWN_POLICY)
    }

    /// Whether a document is of an authority that this vault speaks for: its sheet and its label say so, or say nothing. What was
    /// once filed as another's is asked of that one, also after its originator was put right: that it is not its own, it says.
    fn authority(&self, label: &Label, id: &DocumentId, filing: &DocumentRecord, originator: &str) -> Authority {
        let named = |originator: &str| self.state.authorities.list.authority(originator, &self.state.name);
        let labelled = label.originator().map_or(Authority::Own, |originator| named(&originator.id));
        let written = if self.of_others(id, filing, originator) { Authority::Other } else { Authority::Own };
        match (foreign(label), written, labelled) {
            (false, Authority::Own, Authority::Own) => Authority::Own,
            (true, _, _) | (false, Authority::Other, _) | (false, Authority::Own, Authority::Other) => Authority::Other,
        }
    }

    /// Whether a document was ever written to be of an authority that this vault does not speak for, as far as this officer may
    /// read that; what it brought from a dossier that it was in before counts.
    pub(crate) fn of_others(&self, id: &DocumentId, filing: &DocumentRecord, originator: &str) -> bool {
        let other = |one: &str| self.state.authorities.list.authority(one, &self.state.name) == Authority::Other;
        // What two wrote of it while they opened it, one does not read: it speaks against.
        let by_two = filing.former.iter().filter(|former| self.state.opens_by_two(&former.class));
        let unread =
            { by_two }.any(|former| filing.corrected.iter().any(|entry| (former.since..former.until).contains(entry)));
        if unread {
            return true;
        }
        let formerly = match (self.originators(id, filing), self.came_as_others(id, filing)) {
            (Ok(originators), Ok(came)) => came || originators.iter().any(|one| other(one)),
            // What cannot be read speaks against.
            (Err(_), _) | (_, Err(_)) => true,
        };
        formerly || other(originator)
    }

    /// The document that is decided about, and what that decision is.
    fn before(&self, id: &DocumentId, asked: &Asked) -> Result<Before, Error> {
        let filing = self.filing(id)?;
        let document = self.in_index(id, &filing)?;
        let old = self.label_of(&document)?;
        if let Some(new) = &asked.label
            && old.difference(new).is_empty()
        {
            return Err(Error::State { what: "marking", status: "unchanged".to_owned() });
        }
        let nature =
            nature(&old, asked.access.as_ref()).ok_or_else(|| Error::ObjectAltered { document: id.to_string() })?;
        Ok(Before { document, filing, nature })
    }

    /// The row of the register.
    fn decision(&self, before: &Before, asked: &Asked, at: DateTime<Utc>) -> Result<Decided, Error> {
        let listed = &before.document.listed;
        let term = listed.term();
        let today = day(at);
        let new_level = match &asked.access {
            Some(access) => {
                policies().level(&access.policy, &access.classification).ok_or(Error::Internal { what: "level" })?
            }
            None => listed.level,
        };
        let mut formerly = listed.formerly.clone();
        let (remarked, next_review) = match before.nature {
            Nature::Maintain => (listed.remarked, asked.next_review),
            Nature::Remark => (listed.remarked, listed.kept_until),
            Nature::Declassify | Nature::Downgrade | Nature::Upgrade => (Some(today), None),
        };
        if asked.access.is_some() {
            formerly.push(listed.reference.clone());
        }
        Ok(Decided {
            nature: before.nature,
            interest: asked.interest,
            motive: asked.motive.clone().unwrap_or_default(),
            initial_level: listed.level,
            new_level,
            formerly,
            finalised: listed.finalised,
            term: standing(&term, today).lapses,
            next_review,
            remarked,
            consent: asked.consent.clone(),
        })
    }

    /// The decisions so far, to move with the document.
    pub(crate) fn earlier(&self, id: &DocumentId) -> Result<Vec<Earlier>, Error> {
        let filing = self.filing(id)?;
        if self.document_at_hand(id, &filing.class).is_some() {
            // What two open is in no index.
            let mut all = Vec::new();
            for (entry, found) in self.decided_at_hand(id, &filing)? {
                let FoundSheet { at_ms, author: by, sheet, .. } = found;
                if let Sheet::Decided { decided, earlier, .. } = sheet {
                    all.extend(earlier);
                    all.push(Earlier { entry, at_ms, by, decided });
                }
            }
            return Ok(all);
        }
        let query = DecisionQuery {
            document: Some(id.clone()),
            classes: self.readable().into_iter().collect(),
            limit: EARLIER,
            ..DecisionQuery::default()
        };
        let (decisions, _) = self.index.decisions(&query)?;
        let earlier = decisions.into_iter().map(|decision| {
            let decided = serde_json::from_str(&decision.record).map_err(|_| Error::IndexAltered)?;
            Ok(Earlier { entry: decision.entry, at_ms: decision.at.timestamp_millis(), by: decision.officer, decided })
        });
        earlier.collect()
    }

    /// The sheet that put a document into its class, as it stands in the log.
    pub(crate) fn sheet_that_filed(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Sheet, Error> {
        let filed = |sheet: &Sheet| matches!(sheet, Sheet::Filed { .. });
        let found = self.sheet_in(id, &filing.class, filing.index, &filed)?;
        found.map(|found| found.sheet).ok_or_else(|| Error::ObjectAltered { document: id.to_string() })
    }

    fn kind_of(&self, id: &DocumentId) -> Result<ClassOf, Error> {
        let of = self.state.classes.get(&self.filing(id)?.class).ok_or(Error::Internal { what: "class" })?;
        Ok(ClassOf { access: of.access.clone(), dossier: of.dossier.clone() })
    }

    fn dossier_of(&self, filing: &DocumentRecord) -> Result<crate::DossierKey, Error> {
        self.state
            .classes
            .get(&filing.class)
            .map(|class| class.dossier.clone())
            .ok_or(Error::Internal { what: "class" })
    }
}

/// Another session was faster: what was decided about is not the marking that the document has now.
fn moved() -> Error {
    Error::State { what: "document", status: "moved".to_owned() }
}

/// What giving a document another marking does, or, without one, keeping it; none where the two cannot be compared.
fn nature(old: &Label, to: Option<&AccessPart>) -> Option<Nature> {
    let access = old.access();
    let policy = policies().policy(&access.policy)?;
    let to = match to {
        Some(to) => Some(NewAccess { access: to, policy: policies().policy(&to.policy)? }),
        None => None,
    };
    Nature::between(&access, policy, to)
}

/// A hundred years have passed since its finalisation: its classification has ended by law, and cannot be maintained (§3).
fn is_over(document: &Document, at: DateTime<Utc>) -> bool {
    standing(&document.listed.term(), day(at)).state == TermState::Expired
}

/// What oversight reads of a decision: never its motive, which is as classified as the document.
fn noted(about: &AuditRecord, nature: Nature, asked: &Asked) -> AuditRecord {
    let mut record = about.clone().about("nature", nature.as_str());
    if let Some(interest) = asked.interest {
        record = record.about("interest", interest.as_str());
    }
    if let Some(consent) = &asked.consent {
        record = record.about("authority", consent.authority.clone()).about("reference", consent.reference.clone());
    }
    record
}

fn asked(new: &NewDecision, motive: Option<String>, now: DateTime<Utc>) -> Result<Asked, Error> {
    let today = day(now);
    let label = new.marking.as_ref().map(label).transpose()?;
    if let Some(date) = new.next_review {
        if label.is_some() {
            return Err(Error::BadDates);
        }
        let (earliest, latest) = (today.succ_opt().unwrap_or(today), latest_review(today));
        if !(earliest..=latest).contains(&date) {
            return Err(Error::ImplausibleDate { field: "review", date, earliest, latest });
        }
    }
    Ok(Asked {
        access: label.as_ref().map(Label::access),
        label,
        interest: new.interest,
        motive,
        next_review: new.next_review,
        with: None,
        consent: new.consent.as_ref().map(|consent| consent.checked(today)).transpose()?,
    })
}
