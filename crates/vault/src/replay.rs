//! Reading entries: rights are checked, state and keys follow, and what this officer may know of them is taken down.

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Entry, Ledger, Position};
use policy::AccountStatus;
use seal::{KeyId, VerifyingKey, Weight};
use serde::{Deserialize, Serialize};

use crate::desk::{Line, Source};
use crate::entries::{Audience, Deed, DossierNote, Event, KeyName, Sheet, Unread, decode};
use crate::journal::{self, line};
use crate::keyring::{Closed, Keyring};
use crate::state::{Context, ForgedRule as Rule, Release, State, instant};
use crate::{ClassId, DocumentId, DossierId, DossierKey, Error, OfficerId};

/// How far the time of an entry may stand before the clock of whoever reads it, in milliseconds: a day.
///
/// The time of each entry is at least that of the one before it, and nobody writes whose clock stands behind the last entry.
/// So one entry of a far future would stop all work until then, and by its time every clearance would have lapsed. Whoever
/// writes cannot know that his clock is wrong; everybody who reads can. A day, because that is what honest mistakes come to:
/// the wrong zone (at most 14 hours), the wrong date by one. Within it the vault waits, and at most for a day.
const AHEAD: i64 = 24 * 60 * 60 * 1000;

/// What one officer knows beside the state: it differs from officer to officer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Knowledge {
    pub dossiers: BTreeMap<DossierKey, DossierName>,
    /// Epochs of dossiers whose notes were read as far as there are any.
    pub read: BTreeSet<(DossierKey, u32)>,
    /// Epochs of classes whose sheets are all on the desk. An epoch that is not held is not waited for.
    pub indexed: BTreeSet<(ClassId, u32)>,
}

/// A dossier as those know it who hold its key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct DossierName {
    pub id: DossierId,
    pub title: String,
    /// Why a member needs to know.
    pub basis: BTreeMap<OfficerId, String>,
}

/// A sheet with the entry that it stands in.
pub(crate) struct Found {
    pub index: u64,
    pub at_ms: i64,
    pub author: OfficerId,
    pub class: ClassId,
    pub sheet: Sheet,
}

/// What a run of entries had to tell this officer.
#[derive(Default)]
pub(crate) struct Findings {
    pub sheets: Vec<Found>,
    /// By entry.
    pub lines: Vec<(u64, Vec<Line>)>,
    /// Documents that came to another class.
    pub moved: Vec<DocumentId>,
}

/// Reads entries in their order.
pub(crate) struct Replay<'s> {
    /// This computer's clock, in milliseconds since 1970.
    pub now_ms: i64,
    pub ledger: &'s Ledger,
    pub state: &'s mut State,
    pub keyring: &'s mut Keyring,
    pub knowledge: &'s mut Knowledge,
    pub begun: &'s mut Begun,
    pub findings: Findings,
}

/// Which author began which oversight session, as far as this process has read.
#[derive(Default)]
pub(crate) struct Begun {
    by: BTreeMap<String, KeyId>,
    /// Whether reading began before the first entry: then whatever is not here was not begun.
    whole: bool,
}

impl Begun {
    pub fn from(position: &Position) -> Begun {
        Begun { by: BTreeMap::new(), whole: position.size() == 0 }
    }
}

/// The parts of an entry, sorted by audience.
struct Parts<'e> {
    introduces: Vec<KeyId>,
    common: Option<(&'e [u8], Audience)>,
    oversight: Option<(&'e [u8], Audience)>,
    session_key: Option<(&'e [u8], String)>,
    officers: BTreeMap<KeyId, &'e [u8]>,
    custody: BTreeMap<String, &'e [u8]>,
    held: Vec<(&'e [u8], Audience)>,
}

type Broken = Result<(), Rule>;

impl Parts<'_> {
    /// The classes and epochs on whose sheets the entry writes.
    fn sheets(&self) -> Vec<(ClassId, u32)> {
        let sheet = |(_, audience): &(&[u8], Audience)| match audience {
            Audience::Class(class, epoch) => Some((class.clone(), *epoch)),
            Audience::Author
            | Audience::Common(_)
            | Audience::Oversight(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Dossier(..) => None,
        };
        self.held.iter().filter_map(sheet).collect()
    }
}

impl Replay<'_> {
    /// # Errors
    /// [`Error::Forged`] at the first entry whose author had no right to it, [`Error::EntryAhead`], [`Error::Newer`],
    /// [`Error::Disabled`].
    pub fn read(&mut self, entries: &[Entry], end: &Position) -> Result<(), Error> {
        for entry in entries {
            self.entry(entry, end)?;
        }
        Ok(())
    }

    fn entry(&mut self, entry: &Entry, end: &Position) -> Result<(), Error> {
        let author = self.state.author(entry.author()).cloned();
        let forged = |rule: Rule| Error::Forged {
            index: entry.index(),
            author: author.as_ref().map_or_else(|| entry.author().to_string(), OfficerId::to_string),
            rule: rule.as_str(),
        };
        if entry.at_ms() > self.now_ms.saturating_add(AHEAD) {
            return Err(Error::EntryAhead {
                index: entry.index(),
                author: author.as_ref().map_or_else(|| entry.author().to_string(), OfficerId::to_string),
                ahead_seconds: entry.at_ms().saturating_sub(self.now_ms) / 1000,
            });
        }
        let parts = sort(entry).map_err(forged)?;
        self.session(entry, &parts, end).map_err(forged)?;
        if let Some(own) = parts.officers.get(&self.keyring.key_id()) {
            // Before the events: the entry that makes this officer brings the key that opens it.
            self.keyring.receive(own, entry.author()).map_err(|_| forged(Rule::PartSealedWrongly))?;
        }
        let events = match &parts.common {
            Some((sealed, audience)) => self.events(sealed, audience, &forged)?,
            None => Vec::new(),
        };
        let author = match (author.clone(), events.first()) {
            (Some(author), _) => author,
            (None, Some(Event::Founded { officer, .. })) if officer.key == entry.author() => officer.id.clone(),
            (None, _) => return Err(forged(Rule::UnknownAuthor)),
        };
        if entry.index() > 0 {
            self.state.require_active(&author).map_err(forged)?;
        }
        let context = Context {
            author: &author,
            index: entry.index(),
            at_ms: entry.at_ms(),
            at: instant(entry.at_ms()),
            introduces: &parts.introduces,
            sheets: &parts.sheets(),
        };
        let mut told = Vec::with_capacity(events.len());
        for event in &events {
            told.push(journal::told(self.state, event));
            self.state.apply(event, &context).map_err(forged)?;
        }
        self.fits(entry, &parts, &events).map_err(forged)?;
        self.writes_where_it_may(&parts, &events, &context).map_err(forged)?;
        self.own_keys(&events).map_err(forged)?;
        self.in_custody(entry, &parts, &events).map_err(forged)?;
        // To make a vault is not to unlock it: its founder has no index yet.
        if parts.session_key.is_some()
            && entry.index() > 0
            && let Some(officer) = self.state.officers.get_mut(&author)
        {
            officer.last_session = Some(entry.at_ms());
        }
        let me = self.state.officers.get(&self.keyring.me);
        if me.is_some_and(|me| me.facts.status == AccountStatus::Disabled) {
            return Err(Error::Disabled);
        }
        self.take_down(entry, &author, &parts, &events, told, end).map_err(forged)
    }

    /// Whether the entry's words for oversight are under a session that its author began, here or before, and nobody else.
    fn session(&mut self, entry: &Entry, parts: &Parts<'_>, end: &Position) -> Broken {
        let (_, audience) = parts.oversight.as_ref().ok_or(Rule::HiddenFromOversight)?;
        let Audience::Oversight(session) = audience else { return Err(Rule::HiddenFromOversight) };
        let known = match self.begun.by.get(session) {
            Some(author) => Some(*author),
            None if self.begun.whole => None,
            None => self.beginning(entry, session, end),
        };
        match (&parts.session_key, known) {
            (Some((_, begun)), None) => {
                ensure(begun == session, Rule::SessionOfAnother)?;
                self.begun.by.insert(session.clone(), entry.author());
                Ok(())
            }
            (Some(_), Some(_)) => Err(Rule::SessionBegunTwice),
            (None, begun_by) => {
                ensure(begun_by == Some(entry.author()), Rule::SessionOfAnother)?;
                self.begun.by.entry(session.clone()).or_insert(entry.author());
                Ok(())
            }
        }
    }

    /// Who began a session before this entry.
    fn beginning(&self, entry: &Entry, session: &str, end: &Position) -> Option<KeyId> {
        let tag = Audience::OversightKey(session.to_owned()).to_string();
        let first = self.ledger.read_for(end, &tag, None, 1).ok()?.into_iter().next()?;
        (first.index() < entry.index()).then(|| first.author())
    }

    fn events(
        &mut self,
        sealed: &[u8],
        audience: &Audience,
        forged: &impl Fn(Rule) -> Error,
    ) -> Result<Vec<Event>, Error> {
        let current = self.state.current(&KeyName::Vault).map_or(1, |(epoch, _)| epoch);
        if *audience != Audience::Common(current) {
            return Err(forged(Rule::OldVaultKey));
        }
        let plain = match self.keyring.open_common(current, sealed) {
            Ok(plain) => plain,
            // Those who are disabled do not get the next vault key; everybody else has it.
            Err(Closed::NoKey) => return Err(forged(Rule::VaultKeyWithheld)),
            Err(Closed::Altered) => return Err(forged(Rule::PartSealedWrongly)),
        };
        match decode::<Event>(plain.expose_secret()) {
            Ok(events) if events.is_empty() => Err(forged(Rule::SaysNothing)),
            Ok(events) => Ok(events),
            Err(Unread::Newer(format)) => Err(Error::Newer { format }),
            Err(Unread::Malformed) => Err(forged(Rule::EventsMalformed)),
        }
    }

    /// Whether the parts are those that the events call for, no more and no less.
    fn fits(&self, entry: &Entry, parts: &Parts<'_>, events: &[Event]) -> Broken {
        let dual = events.iter().any(Event::gives_or_takes_rights);
        ensure(!dual || entry.weight() == Weight::Dual, Rule::SignedTooLightly)?;
        ensure(parts.oversight.is_some(), Rule::HiddenFromOversight)?;
        let (mut introduced, mut receiving, mut custody) = (false, BTreeSet::new(), BTreeSet::new());
        let key_of = |id: &OfficerId| self.state.officers.get(id).map(|o| o.key);
        for event in events {
            match event {
                Event::Founded { officer, .. } => {
                    introduced = true;
                    receiving.insert(officer.key);
                }
                Event::OfficerAdded { officer } => {
                    introduced = true;
                    receiving.insert(officer.key);
                }
                Event::Delivered { officers, .. } => receiving.extend(officers.iter().filter_map(key_of)),
                Event::ClassMade { class, .. } => {
                    custody.insert(class.to_string());
                }
                Event::DossierCreated { dossier, .. } => {
                    custody.insert(dossier.to_string());
                }
                Event::Rekeyed { key, .. } | Event::Deposited { key, .. } => {
                    custody.extend(key.in_custody());
                }
                Event::Filed { class, epoch, .. } => {
                    let sheet = Audience::Class(class.clone(), *epoch);
                    ensure(parts.held.iter().any(|(_, a)| *a == sheet), Rule::FiledWithoutSheet)?;
                }
                Event::Reclassified { document, class, epoch, .. } => {
                    let filing = self.state.documents.get(document).ok_or(Rule::UnknownDocument)?;
                    let left = filing.former.last().map(|former| &former.class).ok_or(Rule::UnknownClass)?;
                    let says = |wanted: &Audience| parts.held.iter().any(|(_, audience)| audience == wanted);
                    let of_old =
                        parts.held.iter().any(|(_, audience)| matches!(audience, Audience::Class(c, _) if c == left));
                    let of_new = says(&Audience::Class(class.clone(), *epoch));
                    ensure(of_old && of_new, Rule::ReclassifiedWithoutSheets)?;
                    // Lists know a document by its entry.
                    let placed = |e: &&Event| matches!(e, Event::Filed { .. } | Event::Reclassified { .. });
                    ensure(events.iter().filter(placed).count() == 1, Rule::DocumentsInOneEntry)?;
                }
                Event::Maintained { document, .. } => {
                    let filing = self.state.documents.get(document).ok_or(Rule::UnknownDocument)?;
                    let is_sheet =
                        |audience: &Audience| matches!(audience, Audience::Class(class, _) if *class == filing.class);
                    ensure(parts.held.iter().any(|(_, a)| is_sheet(a)), Rule::DecidedWithoutSheet)?;
                }
                _ => {}
            }
        }
        ensure(introduced || parts.introduces.is_empty(), Rule::AuthorIntroducedWithoutRight)?;
        self.withheld_from_nobody(entry, events)?;
        if self.state.sound_custody(instant(entry.at_ms())).is_none() {
            custody.clear();
        }
        ensure(parts.custody.keys().eq(custody.iter()), Rule::CustodyPartMissing)?;
        if parts.session_key.is_some() {
            // The author's own copy of the session key.
            receiving.insert(entry.author());
        }
        // A maker of keys may keep them: an officer part for the author alone gives nobody anything.
        let strangers = parts.officers.keys().any(|key| !receiving.contains(key) && *key != entry.author());
        ensure(!strangers, Rule::DeliveredUnrecorded)?;
        ensure(receiving.iter().all(|key| parts.officers.contains_key(key)), Rule::DeliveryWithoutKey)?;
        for (_, audience) in &parts.held {
            let (key, epoch) = audience.key().ok_or(Rule::UnknownKey)?;
            let current = self.state.current(&key).map(|(current, _)| current);
            ensure(current == Some(epoch), Rule::EpochOutOfOrder)?;
        }
        Ok(())
    }

    /// Whether a new key for all who are entitled by their role reached all of them, and those who are disabled know none.
    fn withheld_from_nobody(&self, entry: &Entry, events: &[Event]) -> Broken {
        for event in events {
            match event {
                Event::Rekeyed { key: key @ (KeyName::Vault | KeyName::Oversight | KeyName::Custody), .. } => {
                    let (_, epoch) = self.state.current(key).ok_or(Rule::UnknownKey)?;
                    let at = instant(entry.at_ms());
                    let reached = |id: &OfficerId| !self.state.entitled(key, id, at) || epoch.known_to.contains(id);
                    ensure(self.state.officers.keys().all(reached), Rule::KeyWithheld)?;
                }
                Event::OfficerDisabled { officer } => {
                    for key in [KeyName::Vault, KeyName::Oversight] {
                        let (_, epoch) = self.state.current(&key).ok_or(Rule::UnknownKey)?;
                        ensure(!epoch.known_to.contains(officer), Rule::DisabledWithoutNewKeys)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes up the keys that were delivered to this officer, if they are those that the log names.
    fn own_keys(&mut self, events: &[Event]) -> Broken {
        for event in events {
            let keys: Vec<(&KeyName, u32)> = match event {
                Event::Founded { officer, .. } if officer.id == self.keyring.me => {
                    vec![(&KeyName::Oversight, 1), (&KeyName::Custody, 1)]
                }
                Event::Delivered { key, epochs, officers } if officers.contains(&self.keyring.me) => {
                    epochs.iter().map(|epoch| (key, *epoch)).collect()
                }
                _ => continue,
            };
            for (key, epoch) in keys {
                let recipient = self.state.keys.get(key).and_then(|c| c.get(epoch)).and_then(|e| e.recipient.as_ref());
                ensure(self.keyring.accept(key, epoch, recipient), Rule::AnotherKeyDelivered)?;
            }
        }
        Ok(())
    }

    /// Whether what was put into custody is what the log names: asked by custodians, who alone can tell, before they need it.
    fn in_custody(&self, entry: &Entry, parts: &Parts<'_>, events: &[Event]) -> Broken {
        let Some((present, _)) = self.state.sound_custody(instant(entry.at_ms())) else { return Ok(()) };
        if parts.custody.is_empty() || !self.keyring.holds(&KeyName::Custody, present) {
            return Ok(());
        }
        for (key, epochs) in events.iter().filter_map(Event::puts_into_custody) {
            let Some(sealed) = key.in_custody().and_then(|id| parts.custody.get(&id)) else { continue };
            let keys = self.keyring.custody(sealed).map_err(|_| Rule::CustodySealedWrongly)?;
            for epoch in epochs {
                let named = self.state.keys.get(&key).and_then(|c| c.get(epoch)).and_then(|e| e.recipient.as_ref());
                let is_it = |(name, of, identity): &(KeyName, u32, seal::Identity)| {
                    *name == key && *of == epoch && named == Some(identity.recipient())
                };
                ensure(keys.iter().any(is_it), Rule::CustodySealedWrongly)?;
            }
        }
        Ok(())
    }

    /// Whether its author may write onto the sheets and notes that the entry has parts for.
    fn writes_where_it_may(&self, parts: &Parts<'_>, events: &[Event], context: &Context<'_>) -> Broken {
        for (_, audience) in &parts.held {
            match audience {
                Audience::Class(class, _) => self.state.require_may_write_sheet(class, events, context)?,
                Audience::Dossier(dossier, _) => {
                    ensure(self.state.keeps(dossier, context.author), Rule::NoteWithoutRight)?;
                }
                Audience::Author
                | Audience::Common(_)
                | Audience::Oversight(_)
                | Audience::OversightKey(_)
                | Audience::Officer(_)
                | Audience::Custody(_) => return Err(Rule::UnknownKey),
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
        events: &[Event],
        told: Vec<Deed>,
        end: &Position,
    ) -> Broken {
        if let Some((sealed, session)) = &parts.session_key {
            // Only oversight opens it; the author's own copy came with the officer part.
            let _ = self.keyring.receive_session(sealed, entry.author(), session);
        }
        for event in events {
            // An epoch that begins here and is held: nothing of it came before.
            match event {
                Event::ClassMade { class, .. } => self.begins(&KeyName::Class(class.clone()), 1),
                Event::DossierCreated { dossier, .. } => self.begins(&KeyName::Dossier(dossier.clone()), 1),
                Event::Rekeyed { key, epoch, .. } => self.begins(key, *epoch),
                Event::Reclassified { document, .. } => self.findings.moved.push(document.clone()),
                _ => {}
            }
        }
        for (sealed, audience) in &parts.held {
            match audience {
                Audience::Class(class, epoch) if self.knowledge.indexed.contains(&(class.clone(), *epoch)) => {
                    // What its author sealed wrongly is not shown; opening the document says so.
                    let sheets = open_sheets(self.keyring, audience, sealed).unwrap_or_default();
                    self.findings.sheets.extend(genuine(entry, author, class, sheets, self.state));
                }
                Audience::Dossier(dossier, epoch) if self.knowledge.read.contains(&(dossier.clone(), *epoch)) => {
                    read_notes(self.keyring, self.knowledge, dossier, audience, sealed);
                }
                _ => {}
            }
        }
        self.journal(entry, author, parts, events, told, end)
    }

    /// Notes that an epoch begins here, if it is held.
    fn begins(&mut self, key: &KeyName, epoch: u32) {
        if !self.keyring.holds(key, epoch) {
            return;
        }
        match key {
            KeyName::Class(class) => {
                self.knowledge.indexed.insert((class.clone(), epoch));
            }
            KeyName::Dossier(dossier) => {
                self.knowledge.read.insert((dossier.clone(), epoch));
            }
            KeyName::Vault | KeyName::Oversight | KeyName::Custody => {}
        }
    }

    fn journal(
        &mut self,
        entry: &Entry,
        author: &OfficerId,
        parts: &Parts<'_>,
        events: &[Event],
        mut told: Vec<Deed>,
        end: &Position,
    ) -> Broken {
        let me = self.keyring.me.clone();
        let said = match &parts.oversight {
            Some((sealed, Audience::Oversight(session))) => self.deeds(sealed, entry.author(), session, end),
            Some(_) | None => Said::ToOthers,
        };
        let oversees = self.state.entitled(&KeyName::Oversight, &me, instant(entry.at_ms()));
        let source = if *author == me { Source::Own } else { Source::Oversight };
        let (source, deeds) = match said {
            // Who, when, and not what: refused, like an entry without such a part.
            Said::Deeds(said) if said.is_empty() => return Err(Rule::SaysNothing),
            Said::Deeds(said) => {
                let sheets = parts.sheets().into_iter().map(|(class, _)| class).collect();
                (source, journal::held_against(self.state, told, said, &sheets))
            }
            // Whoever hides his deeds from oversight shows by that, and what his events did is told all the same.
            Said::Unreadably => {
                told.push(Deed::new("unreadable"));
                (source, told)
            }
            Said::ToOthers if oversees => {
                told.push(Deed::new("unreadable"));
                (Source::Oversight, told)
            }
            Said::ToOthers => {
                let mine = events.iter().zip(told).filter(|(event, _)| journal::concerns(event, &me));
                (Source::About, mine.map(|(_, deed)| deed.about("officer", me.to_string())).collect())
            }
        };
        let at = instant(entry.at_ms());
        let lines: Vec<Line> =
            deeds.into_iter().map(|deed| line(entry.index(), at, author, source.clone(), deed)).collect();
        if !lines.is_empty() {
            self.findings.lines.push((entry.index(), lines));
        }
        Ok(())
    }

    /// What the author says of an entry, as far as this officer may read it.
    fn deeds(&mut self, sealed: &[u8], author: KeyId, session: &str, end: &Position) -> Said {
        if !self.keyring.knows_session(author, session) {
            // A session that began before the desk's snapshot: by the one entry that may begin it.
            let key = Audience::OversightKey(session.to_owned()).to_string();
            let begun = self.ledger.read_for(end, &key, None, 1).unwrap_or_default();
            for entry in begun.iter().filter(|entry| entry.author() == author) {
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
            Ok(plain) => decode(plain.expose_secret()).map_or(Said::Unreadably, Said::Deeds),
            Err(Closed::NoKey) => Said::ToOthers,
            Err(Closed::Altered) => Said::Unreadably,
        }
    }
}

/// The words of an author about his entry.
enum Said {
    Deeds(Vec<Deed>),
    /// They were to be read, and were sealed or written wrongly.
    Unreadably,
    /// This officer has no key to them.
    ToOthers,
}

/// The sheets of a class part.
pub(crate) fn open_sheets(keyring: &Keyring, audience: &Audience, sealed: &[u8]) -> Result<Vec<Sheet>, Closed> {
    let plain = keyring.open(audience, sealed)?;
    decode(plain.expose_secret()).map_err(|_| Closed::Altered)
}

/// Those sheets that stand where they may: about documents that were of this class at that entry, and a filing only in the
/// entry that puts the document into it.
pub(crate) fn genuine(
    entry: &Entry,
    author: &OfficerId,
    class: &ClassId,
    sheets: Vec<Sheet>,
    state: &State,
) -> Vec<Found> {
    let index = entry.index();
    let belongs = |sheet: &Sheet| {
        state.documents.get(sheet.document()).is_some_and(|filing| match sheet {
            Sheet::Filed { .. } => filing.was_put_into(class, index),
            Sheet::Decided { .. } => filing.was_in(class, index) && filing.decided.contains(&index),
            Sheet::Opened { .. } | Sheet::Derived { .. } | Sheet::Moved { .. } | Sheet::Notified { .. } => {
                filing.was_in(class, index) && filing.first_index() != index
            }
            Sheet::Released { document, release, partner, .. } => {
                let of = state.releases.get(release);
                let steps = |of: &Release| {
                    of.steps.contains(&index) && of.partner == *partner && of.documents.contains(document)
                };
                filing.was_in(class, index) && of.is_some_and(steps)
            }
        })
    };
    sheets
        .into_iter()
        .filter(belongs)
        .map(|sheet| Found {
            index: entry.index(),
            at_ms: entry.at_ms(),
            author: author.clone(),
            class: class.clone(),
            sheet,
        })
        .collect()
}

/// Reads the notes of a dossier part.
pub(crate) fn read_notes(
    keyring: &Keyring,
    knowledge: &mut Knowledge,
    dossier: &DossierKey,
    audience: &Audience,
    sealed: &[u8],
) {
    let Ok(plain) = keyring.open(audience, sealed) else { return };
    for note in decode::<DossierNote>(plain.expose_secret()).unwrap_or_default() {
        match note {
            // Once: nobody renames a dossier by a later note.
            DossierNote::Created { id, title } => {
                let name = DossierName { id, title, basis: BTreeMap::new() };
                knowledge.dossiers.entry(dossier.clone()).or_insert(name);
            }
            DossierNote::Basis { officer, basis } => {
                if let Some(name) = knowledge.dossiers.get_mut(dossier) {
                    name.basis.insert(officer, basis);
                }
            }
        }
    }
}

fn ensure(holds: bool, rule: Rule) -> Broken {
    if holds { Ok(()) } else { Err(rule) }
}

fn sort(entry: &Entry) -> Result<Parts<'_>, Rule> {
    let mut parts = Parts {
        introduces: Vec::new(),
        common: None,
        oversight: None,
        session_key: None,
        officers: BTreeMap::new(),
        custody: BTreeMap::new(),
        held: Vec::new(),
    };
    for part in entry.parts() {
        let sealed = part.sealed.as_slice();
        let audience = Audience::parse(&part.audience).ok_or(Rule::UnknownAudience)?;
        let twice = match audience {
            Audience::Author => {
                let key = VerifyingKey::from_bytes(sealed).map_err(|_| Rule::AuthorNotIntroduced)?;
                parts.introduces.push(key.key_id());
                parts.introduces.len() > 1
            }
            Audience::Common(_) => parts.common.replace((sealed, audience)).is_some(),
            Audience::Oversight(_) => parts.oversight.replace((sealed, audience)).is_some(),
            Audience::OversightKey(session) => parts.session_key.replace((sealed, session)).is_some(),
            Audience::Officer(key) => parts.officers.insert(key, sealed).is_some(),
            Audience::Custody(id) => parts.custody.insert(id, sealed).is_some(),
            Audience::Dossier(..) | Audience::Class(..) => {
                let twice = parts.held.iter().any(|(_, other)| *other == audience);
                parts.held.push((sealed, audience));
                twice
            }
        };
        ensure(!twice, Rule::PartTwice)?;
    }
    Ok(parts)
}
