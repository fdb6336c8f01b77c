//! Reading entries: check rights, update state and keys, and note what this officer may know.

mod ahead;
mod found;
mod held;
mod sorted;

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Entry, Position};
use policy::AccountStatus;
use seal::{KeyId, Weight};
use serde::{Deserialize, Serialize};

use crate::custody::Deposit;
use crate::documents::FoundSheet;
use crate::dossiers::DossierName;
use crate::event::{self, Event};
use crate::fact::{Concerns, Context, RequiredParts, require};
use crate::keys::{Closed, KeyName, Keyring, PairDealing};
use crate::log::{Act, AuditRecord, LogLine, Source, line};
use crate::parts::{Audience, Unread, decode};
use crate::state::{State, instant};
use crate::{ClassId, DocumentId, DossierKey, ForgedRule as Rule, OfficerId, ReplayError};

pub use crate::fact::OfTwo;
pub use ahead::Ahead;
use ahead::Opened;
pub use found::{FoundOfTwo, found_of_two, genuine, open_sheets, read_notes};
pub use held::{held_against, said};
use sorted::{Parts, sort};

/// Entries before those that are read, where they must be looked up.
pub trait Earlier {
    /// The first entry of the log that has a part for an audience, by its tag.
    fn first_for(&self, audience: &str) -> Option<Entry>;
}

/// How far the time of an entry may stand before the clock of the person who reads it, in milliseconds: a day.
///
/// The time of each entry is at least that of the one before it, and nobody writes whose clock stands behind the last entry.
/// So one entry of a far future would stop all work until then, and by its time every clearance would have lapsed. Anyone who
/// writes cannot know that his clock is wrong; everybody who reads can. A day, because that is what honest mistakes come to:
/// the wrong zone (at most 14 hours), the wrong date by one. Within it the vault waits, and at most for a day.
pub const AHEAD: i64 = 24 * 60 * 60 * 1000;

/// What one officer knows in addition to the state: it differs from officer to officer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Knowledge {
    pub dossiers: BTreeMap<DossierKey, DossierName>,
    /// Epochs of dossiers whose notes were read as far as there are any.
    pub read: BTreeSet<(DossierKey, u32)>,
    /// Epochs of classes whose sheets are all on the index. An epoch that is not held is not waited for.
    pub indexed: BTreeSet<(ClassId, u32)>,
}

/// What a run of entries had to tell this officer.
#[derive(Default)]
pub struct Findings {
    pub sheets: Vec<FoundSheet>,
    /// By entry.
    pub lines: Vec<(u64, Vec<LogLine>)>,
    /// Documents that came to another class.
    pub moved: Vec<DocumentId>,
    /// Of documents that two open.
    pub of_two: Vec<FoundOfTwo>,
}

/// Reads entries in their order.
pub struct Replay<'s> {
    /// This computer's clock, in milliseconds since 1970.
    pub now_ms: i64,
    /// The time of the last entry that was believed before, in milliseconds since 1970: what is no later is believed again,
    /// whatever the clock says now. Without a day more: else each entry could bring the next one a day further.
    pub believed_ms: i64,
    pub earlier: &'s dyn Earlier,
    pub state: &'s mut State,
    pub keyring: &'s mut Keyring,
    pub knowledge: &'s mut Knowledge,
    pub begun: &'s mut Begun,
    pub findings: Findings,
}

/// Which author began which oversight session, as far as this process has read.
#[derive(Default)]
pub struct Begun {
    by: BTreeMap<String, KeyId>,
    /// Whether reading began before the first entry: then whatever is not here was not begun.
    whole: bool,
}

impl Begun {
    pub fn from(position: &Position) -> Begun {
        Begun { by: BTreeMap::new(), whole: position.size() == 0 }
    }
}

type Broken = Result<(), Rule>;

impl Replay<'_> {
    /// # Errors
    /// [`ReplayError::Forged`] at the first entry whose author had no right to it, [`ReplayError::EntryAhead`], [`ReplayError::Newer`],
    /// [`ReplayError::Disabled`]; [`ReplayError::Frozen`] where he cannot read on because he is.
    pub fn read(&mut self, entries: &[Entry]) -> Result<(), ReplayError> {
        self.read_opened(entries, Ahead::default())
    }

    /// As [`Replay::read`], where parts of the same entries were opened before.
    ///
    /// # Errors
    /// As [`Replay::read`].
    pub fn read_opened(&mut self, entries: &[Entry], mut ahead: Ahead) -> Result<(), ReplayError> {
        for entry in entries {
            let opened = ahead.next(self.keyring);
            self.state.documents.read_to(entry.index());
            drop(self.state.documents.take_failure());
            let read = self.entry(entry, opened);
            // First this: what was concluded without the table is worth nothing.
            if let Some(failure) = self.state.documents.take_failure() {
                return Err(failure.into());
            }
            read?;
            self.state.documents.read_to(entry.index() + 1);
        }
        Ok(())
    }

    fn entry(&mut self, entry: &Entry, mut opened: Opened) -> Result<(), ReplayError> {
        let author = self.state.author(entry.author()).cloned();
        let forged = |rule: Rule| ReplayError::Forged {
            index: entry.index(),
            author: author.as_ref().map_or_else(|| entry.author().to_string(), OfficerId::to_string),
            rule,
        };
        if entry.at_ms() > self.now_ms.saturating_add(AHEAD).max(self.believed_ms) {
            return Err(ReplayError::EntryAhead {
                index: entry.index(),
                author: author.as_ref().map_or_else(|| entry.author().to_string(), OfficerId::to_string),
                ahead_seconds: entry.at_ms().saturating_sub(self.now_ms) / 1000,
            });
        }
        let parts = sort(entry).map_err(forged)?;
        if author.as_ref() == Some(&self.keyring.me) {
            // At another workstation of his, it may be.
            self.keyring.is_own(entry.author());
        }
        self.session(entry, &parts).map_err(forged)?;
        if let Some(own) = parts.officers.get(&self.keyring.key_id()) {
            // Before the events: the entry that makes this officer brings the key that opens it.
            self.keyring.receive(own, entry.author()).map_err(|_| forged(Rule::PartSealedWrongly))?;
        }
        let events = match &parts.common {
            Some((sealed, audience)) => self.events(sealed, audience, opened.events.take(), &forged)?,
            None => Vec::new(),
        };
        let author = match (author.clone(), events.first()) {
            (Some(author), _) => author,
            (None, Some(Event::Founded(fact))) if fact.officer.key == entry.author() => fact.officer.id.clone(),
            (None, _) => return Err(forged(Rule::UnknownAuthor)),
        };
        let worked = self.state.works(&author);
        if entry.index() > 0 {
            self.state.require_not_stopped(&author).map_err(forged)?;
            let present = self.state.officers.get(&author).is_some_and(|officer| officer.has(entry.author()));
            require(present, Rule::KeysReplaced).map_err(forged)?;
            // Whose keys another chose makes his own before everything else.
            let renews = matches!(events.first(), Some(Event::KeysRenewed(_)));
            require(renews || self.state.works(&author), Rule::RenewalDue).map_err(forged)?;
        }
        let vault = self.keyring.vault_id.clone();
        let sealed = entry.parts().iter().map(|part| (part.audience.as_str(), part.sealed.as_slice()));
        let digest = event::digest(&events, sealed);
        let context = Context {
            vault: &vault,
            author: &author,
            index: entry.index(),
            at_ms: entry.at_ms(),
            at: instant(entry.at_ms()),
            introduces: &parts.introduces,
            sheets: &parts.sheets(),
            by_two: &changed_by_two(&events),
            digest: digest.as_ref(),
        };
        let mut told = Vec::with_capacity(events.len());
        for event in &events {
            told.push(event.record(self.state));
            event.apply(self.state, &context).map_err(forged)?;
        }
        let dual = events.iter().any(|event| event.weight() == Weight::Dual);
        require(!dual || entry.weight() == Weight::Dual, Rule::SignedTooLightly).map_err(forged)?;
        let called_for: Result<Vec<_>, Rule> = events.iter().map(|event| event.parts(self.state, &context)).collect();
        let called_for = called_for.map_err(forged)?;
        self.fits(entry.author(), &parts, &called_for, &context).map_err(forged)?;
        // Who comes with keys that another chose makes his own first.
        require(!worked || self.state.common_keys_due(&author).is_empty(), Rule::CommonKeyDue).map_err(forged)?;
        self.writes_where_it_may(&parts, &called_for, &context).map_err(forged)?;
        self.own_keys(&events).map_err(forged)?;
        self.in_custody(&parts, &called_for).map_err(forged)?;
        self.with_pairs(&parts, &called_for).map_err(forged)?;
        for (key, epoch) in called_for.iter().flat_map(|required| &required.begins) {
            self.state.note_passed_over(key, *epoch, &context);
        }
        self.state.note_author(&context);
        // To make a vault, or to make one's own keys, is not to unlock it: there is no index yet.
        if parts.session_key.is_some()
            && entry.index() > 0
            && let Some(officer) = self.state.officers.get_mut(&author)
        {
            officer.begins_session(entry.author(), entry.at_ms());
        }
        if let Some(me) = self.state.officers.get(&self.keyring.me) {
            if me.facts.status == AccountStatus::Disabled {
                return Err(ReplayError::Disabled);
            }
            if me.had(self.keyring.key_id()) {
                return Err(ReplayError::Replaced { officer: self.keyring.me.clone() });
            }
        }
        self.take_down(entry, &author, &parts, (&events, told), &called_for, opened).map_err(forged)
    }

    /// Whether the entry's words for oversight are under a session that its author began, here or before, and nobody else.
    fn session(&mut self, entry: &Entry, parts: &Parts<'_>) -> Broken {
        let (_, audience) = parts.oversight.as_ref().ok_or(Rule::HiddenFromOversight)?;
        let session = audience.session().ok_or(Rule::HiddenFromOversight)?;
        let known = match self.begun.by.get(session) {
            Some(author) => Some(*author),
            None if self.begun.whole => None,
            None => self.beginning(entry, session),
        };
        match (&parts.session_key, known) {
            (Some((_, begun)), None) => {
                require(begun == session, Rule::SessionOfAnother)?;
                self.begun.by.insert(session.clone(), entry.author());
                Ok(())
            }
            (Some(_), Some(_)) => Err(Rule::SessionBegunTwice),
            (None, begun_by) => {
                require(begun_by == Some(entry.author()), Rule::SessionOfAnother)?;
                self.begun.by.entry(session.clone()).or_insert(entry.author());
                Ok(())
            }
        }
    }

    /// Who began a session before this entry.
    fn beginning(&self, entry: &Entry, session: &str) -> Option<KeyId> {
        let tag = Audience::OversightKey(session.to_owned()).to_string();
        let first = self.earlier.first_for(&tag)?;
        (first.index() < entry.index()).then(|| first.author())
    }

    fn events(
        &mut self,
        sealed: &[u8],
        audience: &Audience,
        opened: Option<Result<Vec<Event>, Unread>>,
        forged: &impl Fn(Rule) -> ReplayError,
    ) -> Result<Vec<Event>, ReplayError> {
        let current = self.state.current(&KeyName::Vault).map_or(1, |(epoch, _)| epoch);
        if *audience != Audience::Common(current) {
            return Err(forged(Rule::OldVaultKey));
        }
        let opened = opened.map(Ok).unwrap_or_else(|| {
            self.keyring.open_common(current, sealed).map(|plain| decode::<Event>(plain.expose_secret()))
        });
        let events = match opened {
            Ok(events) => events,
            // Those who are disabled do not get the next vault key; everybody else has it.
            // Those who are frozen get it once the freeze is lifted.
            Err(Closed::NoKey) => {
                let frozen = self.state.require_not_frozen(&self.keyring.me);
                return Err(frozen.err().unwrap_or_else(|| forged(Rule::VaultKeyWithheld)));
            }
            Err(Closed::Altered) => return Err(forged(Rule::PartSealedWrongly)),
        };
        match events {
            Ok(events) if events.is_empty() => Err(forged(Rule::SaysNothing)),
            Ok(events) => Ok(events),
            Err(Unread::Newer(format)) => Err(ReplayError::Newer { format }),
            Err(Unread::Malformed) => Err(forged(Rule::EventsMalformed)),
        }
    }

    /// Whether the parts are those that the facts call for, no more and no less.
    fn fits(&self, signed: KeyId, parts: &Parts<'_>, called_for: &[RequiredParts], by: &Context<'_>) -> Broken {
        require(parts.oversight.is_some(), Rule::HiddenFromOversight)?;
        let (mut introduced, mut receiving, mut custody) = (false, BTreeSet::new(), BTreeSet::new());
        for required in called_for {
            introduced |= required.introduces;
            receiving.extend(&required.officers);
            custody.extend(required.custody.iter().filter_map(|(key, _)| key.in_custody()));
            for sheet in &required.sheets {
                require(parts.has_sheet(&sheet.class, sheet.epoch), sheet.or)?;
            }
        }
        // Nobody sees what a part says without its key, and lists know a document by its entry.
        let about: BTreeSet<&DocumentId> =
            called_for.iter().flat_map(|required| &required.sheets).map(|sheet| &sheet.document).collect();
        require(about.len() <= 1, Rule::DocumentsInOneEntry)?;
        require(introduced || parts.introduces.is_empty(), Rule::AuthorIntroducedWithoutRight)?;
        let renewed = called_for.iter().find_map(|required| required.renews);
        require(parts.renews == renewed, Rule::AuthorNotIntroduced)?;
        let beside = called_for.iter().find_map(|required| required.beside);
        require(parts.beside == beside, Rule::AuthorNotIntroduced)?;
        if !custody.is_empty() && self.state.sound_custody().is_none() {
            custody.clear();
        }
        require(parts.custody.keys().eq(custody.iter()), Rule::CustodyPartMissing)?;
        let own = self.state.officers.get(by.author);
        if parts.session_key.is_some() {
            // The author's own copy of the session key. Who renews his keys in it has others after it.
            receiving.extend(own.map(|own| if own.has(signed) { signed } else { own.key }));
        }
        // A maker of keys may keep them: an officer part for the author alone gives nobody anything.
        let is_own = |key: &KeyId| own.is_some_and(|own| own.has(*key));
        let strangers = parts.officers.keys().any(|key| !receiving.contains(key) && !is_own(key));
        require(!strangers, Rule::DeliveredUnrecorded)?;
        require(receiving.iter().all(|key| parts.officers.contains_key(key)), Rule::DeliveryWithoutKey)?;
        for (_, audience) in &parts.held {
            let (key, epoch) = audience.key().ok_or(Rule::UnknownKey)?;
            let current = self.state.current(&key).map(|(current, _)| current);
            require(current == Some(epoch), Rule::EpochOutOfOrder)?;
        }
        Ok(())
    }

    /// Takes up the keys that were delivered to this officer, if they are those that the log names.
    fn own_keys(&mut self, events: &[Event]) -> Broken {
        // What was delivered to keys that he had before came again later, as far as he may still hold it.
        let me = self.state.officers.get(&self.keyring.me);
        let present = me.is_some_and(|me| me.has(self.keyring.key_id()));
        for (key, epoch) in events.iter().flat_map(|event| event.keys(&self.keyring.me)).collect::<Vec<_>>() {
            let recipient = self.state.keys.get(&key).and_then(|c| c.get(epoch)).and_then(|e| e.recipient.as_ref());
            require(self.keyring.accept(&key, epoch, recipient) || !present, Rule::AnotherKeyDelivered)?;
        }
        Ok(())
    }

    /// Whether what was put into custody is dealt to the custodians of now: as far as all can see; and whether the share of this
    /// officer, where he is one, is the one that is written down. That it is the right key shows when it is used.
    fn in_custody(&self, parts: &Parts<'_>, called_for: &[RequiredParts]) -> Broken {
        if parts.custody.is_empty() {
            return Ok(());
        }
        let Some(circle) = self.state.circle() else { return Ok(()) };
        let me = self.keyring.key_id();
        let mine = circle.members.iter().flatten().any(|(key, _)| *key == me);
        for (id, sealed) in &parts.custody {
            let dealt = decode::<Deposit>(sealed).map_err(|_| Rule::CustodySealedWrongly)?;
            let of_id = |key: &KeyName| key.in_custody().as_ref() == Some(id);
            let called_for = called_for.iter().flat_map(|required| &required.custody).filter(|(key, _)| of_id(key));
            let called_for: BTreeSet<(&KeyName, u32)> =
                called_for.flat_map(|(key, epochs)| epochs.iter().map(move |epoch| (key, *epoch))).collect();
            let brought: BTreeSet<(&KeyName, u32)> =
                dealt.iter().map(|deposit| (&deposit.key, deposit.epoch)).collect();
            require(dealt.len() == brought.len() && brought == called_for, Rule::CustodySealedWrongly)?;
            for deposit in &dealt {
                require(deposit.is_dealt_to(&circle), Rule::CustodySealedWrongly)?;
                let share = || deposit.share_for(me, &self.keyring.identity);
                require(!mine || share().is_ok(), Rule::CustodySealedWrongly)?;
            }
        }
        Ok(())
    }

    /// Whether what was dealt to pairs is what the facts say: as far as all can see; and whether the share of this officer, where
    /// he has one, is the one that is written down. That it is the right key shows when two open.
    fn with_pairs(&self, parts: &Parts<'_>, called_for: &[RequiredParts]) -> Broken {
        let called_for: BTreeSet<&(ClassId, u32)> = called_for.iter().flat_map(|required| &required.pairs).collect();
        let me = self.keyring.key_id();
        let mut brought = BTreeSet::new();
        for (class, sealed) in &parts.pairs {
            for dealing in decode::<PairDealing>(sealed).map_err(|_| Rule::PairsSealedWrongly)? {
                let epoch = self.state.keys.get(&KeyName::Class(class.clone())).and_then(|c| c.get(dealing.epoch));
                let dealt = epoch.and_then(|epoch| epoch.dealt.as_ref()).ok_or(Rule::PairsSealedWrongly)?;
                require(dealing.class == *class && dealing.is_dealt_to(dealt), Rule::PairsSealedWrongly)?;
                let mine = dealt.officers.values().any(|keys| keys.contains(&me));
                let share = || dealing.share_for(me, &self.keyring.identity);
                require(!mine || share().is_ok(), Rule::PairsSealedWrongly)?;
                require(brought.insert((class.clone(), dealing.epoch)), Rule::PairsSealedWrongly)?;
            }
        }
        require(brought.iter().eq(called_for), Rule::PairsSealedWrongly)
    }

    /// Notes what is known of documents that two open: that they are there, and who opened them. Titles are on sheets that
    /// nobody reads alone.
    fn of_two(&mut self, entry: &Entry, author: &OfficerId, events: &[Event]) {
        let found = found_of_two(entry, author, events, self.state);
        let indexed = |found: &FoundOfTwo| self.knowledge.indexed.iter().any(|(class, _)| *class == found.class);
        self.findings.of_two.extend(found.into_iter().filter(indexed));
    }

    /// Whether its author may write onto the sheets and notes that the entry has parts for.
    fn writes_where_it_may(&self, parts: &Parts<'_>, called_for: &[RequiredParts], by: &Context<'_>) -> Broken {
        for (_, audience) in &parts.held {
            match audience {
                Audience::Class(class, _) => {
                    let called_for = called_for.iter().any(|required| required.may_write.contains(class));
                    self.state.require_may_write_sheet(class, called_for, by)?;
                    self.state.require_made_by_no_other(&KeyName::Class(class.clone()), by)?;
                }
                Audience::Dossier(dossier, _) => {
                    require(self.state.keeps(dossier, by.author), Rule::NoteWithoutRight)?;
                }
                Audience::Author
                | Audience::Renews(_)
                | Audience::Beside(_)
                | Audience::Common(_)
                | Audience::Oversight(_)
                | Audience::OversightKey(_)
                | Audience::Officer(_)
                | Audience::Custody(_)
                | Audience::Pairs(_) => return Err(Rule::UnknownKey),
            }
        }
        Ok(())
    }

    /// Takes down what this officer may know of the entry.
    fn take_down(
        &mut self,
        entry: &Entry,
        author: &OfficerId,
        parts: &Parts<'_>,
        (events, told): (&[Event], Vec<AuditRecord>),
        called_for: &[RequiredParts],
        mut opened: Opened,
    ) -> Broken {
        if let Some((sealed, session)) = &parts.session_key {
            // Only oversight opens it; the author's own copy came with the officer part.
            let _ = self.keyring.receive_session(sealed, entry.author(), session);
        }
        for required in called_for {
            // An epoch that begins here and is held: nothing of it came before.
            for (key, epoch) in &required.begins {
                self.begins(key, *epoch);
            }
            self.findings.moved.extend(required.moves.clone());
        }
        for (sealed, audience) in &parts.held {
            match audience {
                Audience::Class(class, epoch) if self.knowledge.indexed.contains(&(class.clone(), *epoch)) => {
                    // What its author sealed wrongly is not shown; opening the document says so.
                    let sheets = opened.sheets(audience).unwrap_or_else(|| open_sheets(self.keyring, audience, sealed));
                    let sheets = sheets.unwrap_or_default();
                    self.findings.sheets.extend(genuine(entry, author, class, sheets, self.state));
                }
                Audience::Dossier(dossier, epoch) if self.knowledge.read.contains(&(dossier.clone(), *epoch)) => {
                    read_notes(self.keyring, self.knowledge, dossier, audience, sealed);
                }
                // Epochs that were not read from their start: what is missing is read with the rest of it.
                Audience::Class(..) | Audience::Dossier(..) => {}
                Audience::Author
                | Audience::Renews(_)
                | Audience::Beside(_)
                | Audience::Common(_)
                | Audience::Oversight(_)
                | Audience::OversightKey(_)
                | Audience::Officer(_)
                | Audience::Custody(_)
                | Audience::Pairs(_) => {}
            }
        }
        self.of_two(entry, author, events);
        self.lines(entry, author, parts, (events, told), opened.said.take())
    }

    /// Notes that an epoch begins here, if it is held.
    fn begins(&mut self, key: &KeyName, epoch: u32) {
        if !self.keyring.holds(key, epoch) && !self.follows_for_two(key, epoch) {
            return;
        }
        match key {
            KeyName::Class(class) => {
                self.knowledge.indexed.insert((class.clone(), epoch));
            }
            KeyName::Dossier(dossier) => {
                self.knowledge.read.insert((dossier.clone(), epoch));
            }
            KeyName::Vault | KeyName::Oversight => {}
        }
    }

    /// Whether this officer's index has what everybody knows of a class that two open, so that a new epoch of it is no news.
    fn follows_for_two(&self, key: &KeyName, epoch: u32) -> bool {
        let Some(class) = key.class() else { return false };
        self.state.opens_by_two(class)
            && epoch.checked_sub(1).is_some_and(|last| self.knowledge.indexed.contains(&(class.clone(), last)))
    }

    fn lines(
        &mut self,
        entry: &Entry,
        author: &OfficerId,
        parts: &Parts<'_>,
        (events, mut told): (&[Event], Vec<AuditRecord>),
        opened: Option<Result<Vec<AuditRecord>, Unread>>,
    ) -> Broken {
        let me = self.keyring.me.clone();
        let said = match &parts.oversight {
            Some((sealed, Audience::Oversight(session))) => match opened {
                Some(records) => records.map_or(Said::Unreadably, Said::Records),
                None => self.said(sealed, entry.author(), session),
            },
            Some(_) | None => Said::ToOthers,
        };
        let oversees = self.state.entitled(&KeyName::Oversight, &me, instant(entry.at_ms()));
        let source = if *author == me { Source::Own } else { Source::Oversight };
        let (source, deeds) = match said {
            // Who, when, and not what: refused, like an entry without such a part.
            Said::Records(said) if said.is_empty() => return Err(Rule::SaysNothing),
            Said::Records(said) => {
                let sheets = parts.sheets().into_iter().map(|(class, _)| class).collect();
                (source, held_against(self.state, told, said, &sheets))
            }
            // Anyone who hides his deeds from oversight shows by that, and what his events did is told all the same.
            Said::Unreadably => {
                told.push(AuditRecord::new(Act::Unreadable));
                (source, told)
            }
            Said::ToOthers if oversees => {
                told.push(AuditRecord::new(Act::Unreadable));
                (Source::Oversight, told)
            }
            Said::ToOthers => {
                let mine =
                    events.iter().zip(told).filter(|(event, _)| event.concerns(self.state) == Concerns::Officer(&me));
                (Source::About, mine.map(|(_, deed)| deed.about("officer", me.to_string())).collect())
            }
        };
        let at = instant(entry.at_ms());
        let lines: Vec<LogLine> =
            deeds.into_iter().map(|deed| line(entry.index(), at, author, source.clone(), deed)).collect();
        if !lines.is_empty() {
            self.findings.lines.push((entry.index(), lines));
        }
        Ok(())
    }

    /// What the author says of an entry, as far as this officer may read it.
    fn said(&mut self, sealed: &[u8], author: KeyId, session: &str) -> Said {
        if !self.keyring.knows_session(author, session) {
            // A session that began before the index's snapshot: by the one entry that may begin it.
            let key = Audience::OversightKey(session.to_owned()).to_string();
            for entry in self.earlier.first_for(&key).iter().filter(|entry| entry.author() == author) {
                for part in entry.parts().iter().filter(|part| part.audience == key) {
                    let _ = self.keyring.receive_session(&part.sealed, author, session);
                }
                let own = Audience::Officer(self.keyring.key_id()).to_string();
                for part in entry.parts().iter().filter(|part| part.audience == own) {
                    let _ = self.keyring.receive(&part.sealed, entry.author());
                }
            }
        }
        match self.keyring.open_oversight(author, session, sealed) {
            Ok(plain) => decode(plain.expose_secret()).map_or(Said::Unreadably, Said::Records),
            Err(Closed::NoKey) => Said::ToOthers,
            Err(Closed::Altered) => Said::Unreadably,
        }
    }
}

/// The words of an author about his entry.
enum Said {
    Records(Vec<AuditRecord>),
    /// They were to be read, and were sealed or written wrongly.
    Unreadably,
    /// This officer has no key to them.
    ToOthers,
}

/// The documents that two change in an entry.
fn changed_by_two(events: &[Event]) -> Vec<DocumentId> {
    events.iter().filter_map(Event::changed_by_two).cloned().collect()
}
