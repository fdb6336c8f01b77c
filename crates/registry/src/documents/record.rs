//! Records of documents, as everybody's program knows them, and how they are undone change by change.

use seal::ObjectId;
use serde::{Deserialize, Serialize};

use super::Copies;
use crate::{ClassId, DocumentId, OfficerId};

/// A document without anything that says what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Its class now.
    pub class: ClassId,
    /// The epoch that its object is sealed to.
    pub epoch: u32,
    /// The entry that put it into its class.
    pub index: u64,
    /// When it was filed first.
    pub at_ms: i64,
    /// Who filed it first.
    pub by: OfficerId,
    pub year: i32,
    /// Its place in the class and year, from 1.
    pub number: u32,
    /// Its sealed file: that of its last version.
    pub object: ObjectId,
    /// What came after its first version, the oldest first.
    pub versions: Vec<Version>,
    /// The classes that it was in before, the oldest first.
    pub former: Vec<Former>,
    /// The objects that others of the same class took the place of, the oldest first.
    pub replaced: Vec<Replaced>,
    /// The entries of the decisions about its classification.
    pub decided: Vec<u64>,
    /// The entries that put right what its sheet says.
    pub corrected: Vec<u64>,
    /// The entries that wrote a note on it.
    pub noted: Vec<u64>,
    /// What was printed of it, the oldest first.
    pub printed: Vec<Copies>,
    /// That it was withdrawn.
    pub withdrawn: Option<Withdrawn>,
}

/// That a document was withdrawn: by which entry, when, and who did so, or agreed to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    pub index: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub by: OfficerId,
}

/// That another version took the place of the one before, under the same reference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The entry that brought it.
    pub index: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub by: OfficerId,
    /// The sealed file of the version before it, which stays.
    pub before: Sealed,
}

/// A sealed file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The epoch that it is sealed to.
    pub epoch: u32,
    pub object: ObjectId,
}

/// An object that a document had before it was sealed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The epoch that it was sealed to.
    pub epoch: u32,
    pub object: ObjectId,
    /// Those of its earlier versions, which were sealed again with it, the oldest first.
    pub earlier: Vec<Sealed>,
    /// The entry by which another took its place.
    pub until: u64,
    /// Another took its place because its text was read.
    pub for_text: bool,
}

/// A class that a document was in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    pub class: ClassId,
    /// The epoch that its object was sealed to there.
    pub epoch: u32,
    pub year: i32,
    /// Its place in that class and year.
    pub number: u32,
    /// The entry that put it into that class.
    pub since: u64,
    /// The entry that took it out of that class.
    pub until: u64,
    /// The sealed file that it had there.
    pub object: ObjectId,
    /// Those that its earlier versions had there, the oldest first.
    pub earlier: Vec<Sealed>,
}

impl DocumentRecord {
    /// Whether a sheet about it belongs into a part of this class in that entry. In the entry that moves it both classes have
    /// something to say: the one that it leaves, and the one that it comes to.
    pub fn was_in(&self, class: &ClassId, index: u64) -> bool {
        let then = |former: &Former| former.class == *class && (former.since..=former.until).contains(&index);
        (self.class == *class && index >= self.index) || self.former.iter().any(then)
    }

    /// Whether it was that entry that put it into this class.
    pub fn was_put_into(&self, class: &ClassId, index: u64) -> bool {
        let then = |former: &Former| former.class == *class && former.since == index;
        (self.class == *class && index == self.index) || self.former.iter().any(then)
    }

    /// Whether that entry put it into a class after it was filed.
    pub(crate) fn moved_at(&self, index: u64) -> bool {
        (self.index == index && !self.former.is_empty())
            || self.former.iter().skip(1).any(|former| former.since == index)
    }

    /// Whether that entry put it into a dossier that it was not in before: no decision about its marking did.
    pub fn was_refiled_at(&self, index: u64) -> bool {
        self.moved_at(index) && !self.decided.contains(&index)
    }

    /// What it was before that entry; none when it was not filed then. A table may be ahead of the one who asks it.
    pub fn before(mut self, entry: u64) -> Option<DocumentRecord> {
        while self.last_object_change() >= entry {
            self = self.before_last_object()?;
        }
        self.decided.retain(|decision| *decision < entry);
        self.corrected.retain(|correction| *correction < entry);
        self.noted.retain(|note| *note < entry);
        self.printed.retain(|copies| copies.index < entry);
        self.withdrawn = self.withdrawn.filter(|withdrawn| withdrawn.index < entry);
        Some(self)
    }

    /// What it was before the last entry that gave it an object; none where that one filed it.
    fn before_last_object(mut self) -> Option<DocumentRecord> {
        if self.had_version_last() {
            let Version { before, .. } = self.versions.pop()?;
            (self.epoch, self.object) = (before.epoch, before.object);
        } else if self.was_resealed_last() {
            let Replaced { epoch, object, earlier, until: _, for_text: _ } = self.replaced.pop()?;
            self.give(Sealed { epoch, object }, earlier);
        } else {
            let Former { class, epoch, year, number, since, until: _, object, earlier } = self.former.pop()?;
            self.give(Sealed { epoch, object }, earlier);
            (self.class, self.index) = (class, since);
            (self.year, self.number) = (year, number);
        }
        Some(self)
    }

    /// Gives each version another sealed file, and gives back those that they had: of the last version, and of those before it.
    pub(crate) fn give(&mut self, last: Sealed, earlier: Vec<Sealed>) -> (Sealed, Vec<Sealed>) {
        let of_last = Sealed {
            epoch: std::mem::replace(&mut self.epoch, last.epoch),
            object: std::mem::replace(&mut self.object, last.object),
        };
        let had = |(version, sealed): (&mut Version, Sealed)| std::mem::replace(&mut version.before, sealed);
        let of_earlier = self.versions.iter_mut().zip(earlier).map(had).collect();
        (of_last, of_earlier)
    }

    /// How many copies of it were ever printed: each has its number, from 1.
    pub fn copies(&self) -> u32 {
        self.printed.iter().fold(0, |all, printed| all.saturating_add(printed.copies))
    }

    /// How many versions it has.
    pub fn count_versions(&self) -> u32 {
        u32::try_from(self.versions.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The sealed files of all its versions, the first version first, with the epochs that they are sealed to.
    pub fn sealed(&self) -> impl Iterator<Item = (u32, &ObjectId)> {
        let earlier = self.versions.iter().map(|version| (version.before.epoch, &version.before.object));
        earlier.chain([(self.epoch, &self.object)])
    }

    /// The sealed file of a version, from 1.
    pub fn object_of(&self, version: u32) -> Option<&ObjectId> {
        self.sealed_of(version).map(|(_, object)| object)
    }

    /// The same with the epoch that it is sealed to.
    pub fn sealed_of(&self, version: u32) -> Option<(u32, &ObjectId)> {
        let place = usize::try_from(version.checked_sub(1)?).ok()?;
        self.sealed().nth(place)
    }

    /// The last entry that changed it. Of two states of one document the later is the one in which this is greater.
    pub fn last_change(&self) -> u64 {
        let last = |entries: &[u64]| entries.last().copied().unwrap_or_default();
        let withdrawn = self.withdrawn.as_ref().map_or(0, |withdrawn| withdrawn.index);
        last(&self.decided)
            .max(last(&self.corrected))
            .max(last(&self.noted))
            .max(self.printed.last().map_or(0, |copies| copies.index))
            .max(withdrawn)
            .max(self.last_object_change())
    }

    /// The last entry that gave it an object.
    pub fn last_object_change(&self) -> u64 {
        let replaced = self.replaced.last().map_or(0, |replaced| replaced.until);
        let version = self.versions.last().map_or(0, |version| version.index);
        self.index.max(replaced).max(version)
    }

    /// Whether the object that it has was made by sealing it again, as opposed to filing or marking it.
    pub fn was_resealed_last(&self) -> bool {
        let last = self.last_object_change();
        last > self.index && self.replaced.last().is_some_and(|replaced| replaced.until == last)
    }

    /// Whether the object that it has came with its last version.
    fn had_version_last(&self) -> bool {
        let last = self.last_object_change();
        last > self.index && self.versions.last().is_some_and(|version| version.index == last)
    }

    /// Every object that it has or had under another name than its own, the last ones first, with the entry that gave it.
    pub fn given_objects(&self, id: &DocumentId) -> Vec<(ObjectId, u64)> {
        let mut given = Vec::new();
        if self.former.is_empty() && self.replaced.is_empty() && self.versions.is_empty() {
            // Nearly all of them.
            return given;
        }
        let mut then = Some(self.clone());
        while let Some(record) = then {
            let since = record.last_object_change();
            let before = record.clone().before_last_object();
            let had =
                |object: &ObjectId| before.iter().any(|before| before.sealed().any(|(_, before)| before == object));
            let new = record.sealed().map(|(_, object)| object);
            let new = new.filter(|object| object.as_str() != id.as_str() && !had(object));
            given.extend(new.map(|object| (object.clone(), since)));
            then = before;
        }
        given
    }

    /// The entry that filed it.
    pub fn first_index(&self) -> u64 {
        self.former.first().map_or(self.index, |first| first.since)
    }
}
