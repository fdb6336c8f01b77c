//! Old objects get the header of the present epoch of their class.
//!
//! A new epoch closes what is filed from then on. What was filed before has a header for the old key, which somebody may have
//! kept who must not have it any more: the file key is wrapped again, for the present key, and the header is written in the
//! place of the old one ([`objects::write_heads`]). The payload does not change, nor does the log: which epoch an object is sealed to
//! shows when it is opened.
//!
//! It is done piece by piece by the sessions that hold the class. How far this officer's have come is remembered on the index. What
//! two open, nobody holds: the two do it when they open something of its class, for a key that they made together.

use std::collections::{BTreeMap, BTreeSet};

use objects::Heads;
use registry::ObjectId;
use registry::documents::DocumentRecord;
use registry::keys::KeyName;
use seal::{Identity, Recipient};
use serde::{Deserialize, Serialize};

use crate::at_hand::AtHand;
use crate::doors::Object;
use crate::faults::FaultAt;
use crate::session::denied_for;
use crate::{ClassId, DocumentId, DossierId, Error, Flow, Reason, Session, stored};

/// How many objects get new headers at once: a few hundredths of a second.
const AT_ONCE: usize = 64;
/// How many records are looked at in one go.
const PAGE: usize = 1024;
/// How often two who open go on with it at one opening: less than a second.
const ROUNDS_OF_TWO: usize = 16;

/// Whose objects are gone through: as far as the present keys of their classes are held.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RekeyScope {
    /// All.
    Held,
    Class(ClassId),
    Dossier(DossierId),
    Document(DocumentId),
}

/// What came of going through the objects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Rekeyed {
    /// Objects that got the header of the present epoch.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub rewrapped: u64,
    /// Objects that still have an older one: it was stopped before, or they are not there or not what they should be.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub remaining: u64,
    /// Classes that were passed over, though this officer may open them: their keys were not delivered yet.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub classes_left_out: u64,
    /// Documents that two open, and that wait for two.
    pub for_two: Vec<WaitsForTwo>,
}

/// A document that two open, and two seal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct WaitsForTwo {
    pub id: DocumentId,
    pub reference: String,
}

/// That older objects still get the header of the present epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Rekeying {
    /// How many classes it is about.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub classes: usize,
    /// How many documents were looked at, of how many.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub seen: u64,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub total: u64,
}

/// Who is here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Openers {
    One,
    Two,
}

/// The classes that are gone through.
#[derive(Default)]
pub(crate) struct Rekeyable {
    pub classes: BTreeSet<ClassId>,
    /// Those that two open.
    pub of_two: BTreeSet<ClassId>,
    /// How many more this officer may open, whose keys he lacks.
    pub left_out: u64,
}

/// What is remembered from one session to the next.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// By class, the epoch that all its objects were found sealed to, or a later one.
    done: BTreeMap<ClassId, u32>,
    /// Where the present pass has come to.
    pass: Option<Pass>,
    /// The same of classes that two open, and how many of its objects they could not open.
    of_two: BTreeMap<ClassId, (Pass, u64)>,
}

/// One going through all documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Pass {
    /// The classes that it is for, with the epochs that their objects are to be sealed to.
    to: BTreeMap<ClassId, u32>,
    /// The last document that was looked at.
    after: Option<DocumentId>,
    seen: u64,
}

/// What one step did.
#[derive(Default)]
struct Done {
    rewrapped: u64,
    /// Objects that are not there, or are not what they should be.
    left: u64,
    /// Nothing is left to look at.
    ended: bool,
    /// Somebody else is at it.
    taken: bool,
}

/// That the disk filled up; of what was done before, how much that was.
pub(crate) fn full(done: u64, left: u64) -> Error {
    if done == 0 { Error::DiskFull } else { Error::DiskFullMidway { done, left } }
}

impl Session {
    /// Gives every object of the classes that this officer holds the header of the present epoch, as far as the scope goes. What was
    /// done stays done when it is stopped.
    ///
    /// # Errors
    /// [`Error::NotFound`] class, dossier or document; [`Error::Denied`] where the key of the class is not held; [`Error::ReadOnly`]; [`Error::Busy`] where another
    /// process is at it; [`Error::DiskFull`], and [`Error::DiskFullMidway`] once some are done.
    pub fn rekey(&mut self, scope: &RekeyScope, progress: &mut dyn FnMut(u64, u64) -> Flow) -> Result<Rekeyed, Error> {
        self.catch_up()?;
        self.require_writable()?;
        // First the keys that are due: for them nothing is sealed again.
        self.upkeep()?;
        let Rekeyable { classes, of_two, left_out } = self.rekeyable(scope, Openers::One)?;
        if let RekeyScope::Document(id) = scope {
            return self.rekey_one(id);
        }
        let for_two = self.older_for_two(&of_two)?;
        let mut to = self.rewrappable();
        to.retain(|class, _| classes.contains(class));
        let mut pass = Pass { to, after: None, seen: 0 };
        let total = self.state.documents.count()?;
        let mut rekeyed = Rekeyed { classes_left_out: left_out, for_two, ..Rekeyed::default() };
        while !pass.to.is_empty() {
            let before = pass.clone();
            let done = match self.rewrap_some(&mut pass) {
                Err(Error::DiskFull) => {
                    let left = rekeyed.remaining + self.still_older(&before)?;
                    return Err(full(rekeyed.rewrapped, left));
                }
                done => done?,
            };
            rekeyed.rewrapped += done.rewrapped;
            rekeyed.remaining += done.left;
            if done.taken {
                return Err(Error::Busy);
            }
            if done.ended {
                match self.note_rewrapped(&pass.to) {
                    // All is done: only that it need not be looked at again could not be kept.
                    Ok(()) | Err(Error::DiskFull) => break,
                    Err(error) => return Err(error),
                }
            }
            if progress(pass.seen.min(total), total) == Flow::Stop {
                rekeyed.remaining += self.still_older(&pass)?;
                break;
            }
        }
        Ok(rekeyed)
    }

    /// The same for one document, whose class is open to this officer and its key held.
    fn rekey_one(&mut self, id: &DocumentId) -> Result<Rekeyed, Error> {
        let store = self.objects.clone();
        let Some(_heading) = store.heading()? else { return Err(Error::Busy) };
        objects::settle_heads(&*store)?;
        let record = self.filing(id)?;
        if self.is_due_now(&KeyName::Class(record.class.clone())) {
            return Err(Error::Busy);
        }
        let mut rekeyed = Rekeyed::default();
        let mut heads = Heads::new();
        for (_, object) in record.sealed() {
            let head = self.rewrapped(id, &record.class, object)?;
            heads.extend(head.map(|head| (object.clone(), head)));
        }
        if !heads.is_empty() {
            let faults = self.faults.clone();
            objects::write_heads(&*store, &self.randomness.id(), &heads, &|step| faults(FaultAt::Writing(step)))?;
            rekeyed.rewrapped = 1;
        }
        Ok(rekeyed)
    }

    /// Does some of what is left, if there is something: what does not disturb. Says whether there is more.
    ///
    /// # Errors
    /// Integrity errors; why it could not be written.
    pub fn rekey_some(&mut self) -> Result<bool, Error> {
        if self.read_only() {
            return Ok(false);
        }
        let mut memory = self.rekeying_memory()?;
        let mut to = self.rewrappable();
        to.retain(|class, epoch| memory.done.get(class).is_none_or(|done| done < epoch));
        if to.is_empty() {
            return Ok(false);
        }
        let mut pass = memory.pass.take().filter(|pass| pass.to == to).unwrap_or(Pass { to, after: None, seen: 0 });
        let before = pass.clone();
        let done = self.rewrap_some(&mut pass)?;
        if done.ended {
            self.note_rewrapped(&pass.to)?;
            return Ok(false);
        }
        if pass != before {
            memory.pass = Some(pass);
            self.remember_rekeying(&memory)?;
        }
        Ok(!done.taken)
    }

    /// What a session does in the background while it lasts: it reads on, delivers and renews keys where an entry or another day
    /// calls for it, seals some older objects for present keys, and puts words inside documents into the index.
    ///
    /// # Errors
    /// [`Error::Disabled`], [`Error::Frozen`] when this officer was stopped meanwhile; integrity errors.
    pub fn attend(&mut self) -> Result<(), Error> {
        self.catch_up()?;
        self.take_up()?;
        let now = (self.position.size(), registry::state::day(self.now()));
        if self.attended == Some(now) {
            let grave = |done: Result<(), Error>| match done {
                Err(error) if error.exit() == crate::ExitClass::Integrity => Err(error),
                Ok(()) | Err(_) => Ok(()),
            };
            grave(self.rekey_some().map(drop))?;
            let read = self.read_texts_between();
            return grave(read);
        }
        self.chores()?;
        self.attended = Some((self.position.size(), now.1));
        Ok(())
    }

    /// How far this officer's sessions have come with it; none where nothing is left to do.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn rekeying(&mut self) -> Result<Option<Rekeying>, Error> {
        self.catch_up()?;
        let memory = self.rekeying_memory()?;
        let mut to = self.rewrappable();
        to.retain(|class, epoch| memory.done.get(class).is_none_or(|done| done < epoch));
        if to.is_empty() {
            return Ok(None);
        }
        let seen = memory.pass.filter(|pass| pass.to == to).map_or(0, |pass| pass.seen);
        let total = self.state.documents.count()?;
        Ok(Some(Rekeying { classes: to.len(), seen: seen.min(total), total }))
    }

    /// The classes of a scope whose present keys this officer holds, and those that two open. One that two open, or a document of
    /// it, by itself: where there are two.
    pub(crate) fn rekeyable(&self, scope: &RekeyScope, openers: Openers) -> Result<Rekeyable, Error> {
        let held = |class: &ClassId| {
            let key = KeyName::Class(class.clone());
            self.state.current(&key).is_some_and(|(epoch, _)| self.keyring.holds(&key, epoch))
        };
        let open = self.state.open_classes(self.id(), self.now());
        let among = |within: &dyn Fn(&ClassId) -> bool| {
            let (of_two, of_one): (BTreeSet<ClassId>, BTreeSet<ClassId>) =
                open.keys().filter(|class| within(class)).cloned().partition(|class| self.state.opens_by_two(class));
            let (classes, passed): (BTreeSet<ClassId>, BTreeSet<ClassId>) = of_one.into_iter().partition(held);
            Rekeyable { classes, of_two, left_out: passed.len() as u64 }
        };
        let one = |class: &ClassId, unknown: Error| {
            if !open.contains_key(class) {
                return Err(unknown);
            }
            let no = |code| Err(denied_for("reseal", Reason::new(code)));
            match (self.state.opens_by_two(class), held(class), openers) {
                (true, _, Openers::One) => no("opens_by_two"),
                (true, _, Openers::Two) => Ok(Rekeyable { of_two: [class.clone()].into(), ..Rekeyable::default() }),
                (false, false, _) => no("key_not_delivered"),
                (false, true, _) => Ok(Rekeyable { classes: [class.clone()].into(), ..Rekeyable::default() }),
            }
        };
        match scope {
            RekeyScope::Held => Ok(among(&|_| true)),
            RekeyScope::Dossier(dossier) => {
                let key = self.named(dossier)?;
                let inside = |class: &ClassId| self.state.classes.get(class).is_some_and(|of| of.dossier == key);
                Ok(among(&inside))
            }
            RekeyScope::Class(class) => one(class, Error::NotFound { kind: "class", name: class.to_string() }),
            RekeyScope::Document(id) => {
                let unknown = Error::NotFound { kind: "document", name: id.to_string() };
                one(&self.filing(id)?.class, unknown)
            }
        }
    }

    /// The classes of which older objects may be left and this officer holds the present key, with its epoch. Not of those whose key is
    /// due: who makes the next one by filing may be somebody who must not read what was there before.
    fn rewrappable(&self) -> BTreeMap<ClassId, u32> {
        let open = self.state.open_classes(self.id(), self.now());
        let present = open.into_keys().filter_map(|class| {
            let key = KeyName::Class(class.clone());
            let (epoch, _) = self.state.current(&key)?;
            let sound = self.keyring.holds(&key, epoch) && !self.is_due_now(&key);
            (epoch > 1 && sound).then_some((class, epoch))
        });
        present.collect()
    }

    /// Whether somebody may know the present epoch of a key who must not. Of what two open that is also one of them who made it: he
    /// could have kept it, and with it what others filed would open to him alone.
    pub(crate) fn is_due_now(&self, key: &KeyName) -> bool {
        self.state.is_due(key, self.now(), None) || self.state.is_made_by_one(key)
    }

    /// Documents of classes that two open which may have the header of an older epoch, as far as this officer's index knows.
    fn older_for_two(&self, of_two: &BTreeSet<ClassId>) -> Result<Vec<WaitsForTwo>, Error> {
        let memory = self.rekeying_memory()?;
        let present =
            |class: &ClassId| self.state.current(&KeyName::Class(class.clone())).map_or(0, |(epoch, _)| epoch);
        let older = |record: &DocumentRecord| {
            let (class, epoch) = (&record.class, present(&record.class));
            let done = memory.done.get(class).is_some_and(|done| *done >= epoch);
            !done && record.sealed().any(|(sealed, _)| sealed < epoch)
        };
        self.waiting_for_two(of_two, &older)
    }

    /// Documents of these classes, those that were withdrawn left out, of which something holds.
    pub(crate) fn waiting_for_two(
        &self,
        classes: &BTreeSet<ClassId>,
        holds: &dyn Fn(&DocumentRecord) -> bool,
    ) -> Result<Vec<WaitsForTwo>, Error> {
        let (mut waiting, mut after) = (Vec::new(), None);
        while !classes.is_empty() {
            let records = self.state.documents.page(after.as_ref(), PAGE)?;
            let Some((last, _)) = records.last() else { break };
            after = Some(last.clone());
            let there = |record: &DocumentRecord| classes.contains(&record.class) && record.withdrawn.is_none();
            let those = records.into_iter().filter(|(_, record)| there(record) && holds(record));
            waiting.extend(those.map(|(id, record)| WaitsForTwo { id, reference: self.state.reference(&record) }));
        }
        Ok(waiting)
    }

    /// Gives objects of a class that two open the header of the present epoch, with the keys that the two have put together. Those
    /// of other epochs are left to others who open.
    ///
    /// # Errors
    /// Integrity errors; why it could not be written.
    pub(crate) fn rewrap_for_two(&mut self, class: &ClassId, keys: BTreeMap<u32, Identity>) -> Result<(), Error> {
        self.at_hand = AtHand::of(class, keys);
        let done = self.rewrap_at_hand(class);
        self.at_hand = AtHand::default();
        done
    }

    fn rewrap_at_hand(&mut self, class: &ClassId) -> Result<(), Error> {
        let key = KeyName::Class(class.clone());
        let epoch = self.state.current(&key).map_or(0, |(epoch, _)| epoch);
        if self.read_only() || epoch <= 1 || self.is_due_now(&key) {
            return Ok(());
        }
        let mut memory = self.rekeying_memory()?;
        if memory.done.get(class).is_some_and(|done| *done >= epoch) {
            return Ok(());
        }
        let to: BTreeMap<ClassId, u32> = [(class.clone(), epoch)].into();
        let halfway = memory.of_two.remove(class).filter(|(pass, _)| pass.to == to);
        let (mut pass, mut left) = halfway.unwrap_or((Pass { to, after: None, seen: 0 }, 0));
        for _ in 0..ROUNDS_OF_TWO {
            let done = self.rewrap_some(&mut pass)?;
            left += done.left;
            if done.ended {
                // Where something is left, it begins again with the next who open.
                if left == 0 {
                    memory.done.insert(class.clone(), epoch);
                }
                return self.remember_rekeying(&memory);
            }
            if done.taken {
                break;
            }
        }
        memory.of_two.insert(class.clone(), (pass, left));
        self.remember_rekeying(&memory)
    }

    /// Goes on with a pass until some objects were sealed for the present key.
    fn rewrap_some(&mut self, pass: &mut Pass) -> Result<Done, Error> {
        let store = self.objects.clone();
        let Some(_heading) = store.heading()? else { return Ok(Done { taken: true, ..Done::default() }) };
        objects::settle_heads(&*store)?;
        let mut done = Done::default();
        let mut heads = Heads::new();
        let records = self.state.documents.page(pass.after.as_ref(), PAGE)?;
        done.ended = records.len() < PAGE;
        let mut looked_at = 0;
        for (id, record) in records {
            if heads.len() >= AT_ONCE {
                done.ended = false;
                break;
            }
            looked_at += 1;
            pass.after = Some(id.clone());
            let Some(to) = pass.to.get(&record.class) else { continue };
            for (_, object) in record.sealed().filter(|(epoch, _)| epoch < to) {
                match self.rewrapped(&id, &record.class, object) {
                    Ok(Some(head)) => heads.push((object.clone(), head)),
                    Ok(None) => {}
                    // What is wrong with it, opening it and `doctor` say.
                    Err(Error::Io { what, source }) => return Err(Error::Io { what, source }),
                    Err(_) => done.left += 1,
                }
            }
        }
        pass.seen += looked_at;
        if !heads.is_empty() {
            let faults = self.faults.clone();
            let batch = self.randomness.id();
            objects::write_heads(&*store, &batch, &heads, &|step| faults(FaultAt::Writing(step)))?;
            done.rewrapped = heads.len() as u64;
        }
        Ok(done)
    }

    /// The new header of an object; none where it has it.
    fn rewrapped(&self, id: &DocumentId, class: &ClassId, object: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        let key = KeyName::Class(class.clone());
        let present = self.state.current(&key).and_then(|(_, epoch)| epoch.recipient.as_ref());
        let present: &Recipient = present.ok_or(Error::Internal { what: "key" })?;
        let (Object { id: object, sealed }, with) = self.object_at("reseal", id, class, object)?;
        if with.recipient() == present {
            return Ok(None);
        }
        let altered = |_: seal::OpenError| Error::ObjectAltered { document: id.to_string() };
        let head = seal::rewrap(with, object.as_str(), present, &*sealed).map_err(altered)?;
        // Of another length it cannot take the place of the one that is there.
        if head.replaces != head.header.len() as u64 {
            return Err(Error::ObjectAltered { document: id.to_string() });
        }
        Ok(Some(head.header))
    }

    /// How many objects that a pass has not come to may still have an older header.
    fn still_older(&self, pass: &Pass) -> Result<u64, Error> {
        let (mut after, mut count) = (pass.after.clone(), 0);
        loop {
            let records = self.state.documents.page(after.as_ref(), PAGE)?;
            let Some((last, _)) = records.last() else { return Ok(count) };
            after = Some(last.clone());
            let older = |record: &DocumentRecord| match pass.to.get(&record.class) {
                Some(to) => record.sealed().filter(|(epoch, _)| epoch < to).count(),
                None => 0,
            };
            count += records.iter().map(|(_, record)| older(record)).sum::<usize>() as u64;
        }
    }

    fn note_rewrapped(&mut self, to: &BTreeMap<ClassId, u32>) -> Result<(), Error> {
        let mut memory = self.rekeying_memory()?;
        let known: BTreeSet<&ClassId> = self.state.classes.keys().collect();
        memory.done.retain(|class, _| known.contains(class));
        memory.done.extend(to.iter().map(|(class, epoch)| (class.clone(), *epoch)));
        memory.pass = None;
        self.remember_rekeying(&memory)
    }

    fn rekeying_memory(&self) -> Result<Memory, Error> {
        let bytes = self.index.rekeying()?.unwrap_or_default();
        // Of another version, it begins again: what is done already is only looked at again.
        Ok(serde_json::from_slice(&bytes).unwrap_or_default())
    }

    fn remember_rekeying(&mut self, memory: &Memory) -> Result<(), Error> {
        let bytes = serde_json::to_vec(memory).map_err(|_| Error::Internal { what: "memory" })?;
        self.index.change::<_, Error>(|change| Ok(change.set_rekeying(&bytes)?))
    }

    /// An object of a document of this class with the key of its class that it is sealed to now: that of whichever epoch, because it may have got
    /// the header of a later one since it was filed.
    ///
    /// # Errors
    /// [`Error::Denied`] where that key is not held; what is wrong with the object.
    pub(crate) fn object_at(
        &self,
        action: &'static str,
        id: &DocumentId,
        class: &ClassId,
        object: &ObjectId,
    ) -> Result<(Object, &Identity), Error> {
        match stored::open_held(&*self.objects, object, id, &self.identities_of(class))? {
            Some(found) => Ok(found),
            // Sealed to a key that no epoch of its class ever had.
            None if self.holds_every_epoch(class) => Err(Error::ObjectAltered { document: id.to_string() }),
            None => Err(denied_for(action, Reason::new("key_not_delivered"))),
        }
    }

    pub(crate) fn holds_every_epoch(&self, class: &ClassId) -> bool {
        let key = KeyName::Class(class.clone());
        let epochs = self.state.keys.get(&key).map_or(0, |chain| chain.numbers().count());
        epochs > 0 && self.epochs_to_open(class).len() == epochs
    }

    /// The keys of a class that are held, or that two have put together, the present one first.
    pub(crate) fn identities_of(&self, class: &ClassId) -> Vec<&Identity> {
        self.epochs_to_open(class).into_iter().rev().filter_map(|epoch| self.key_to_open(class, epoch)).collect()
    }
}
