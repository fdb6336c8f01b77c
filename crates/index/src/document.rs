use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use label::Level;
use policy::calendar::{Term, standing};
use registry::documents::{Content, Particulars, Relation};
use registry::policies::OWN_POLICY;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use seal::ContentHash;

use super::change::{RecordAt, SearchWords};
use super::insides::inner_text;
use super::names::Names;
use super::packed::{packed, unpacked};
use super::values::{day, level, level_code, list_of, number, parsed, stored, timestamp, wrong};
use super::{Change, Index, IndexError};
use registry::documents::InnerText;
use registry::{ClassId, DocumentId, DossierId, DossierKey, OfficerId};

/// A document as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The ledger entry that filed it. No two documents share one, and lists are in this order.
    pub entry: u64,
    /// Its opaque name.
    pub id: DocumentId,
    /// Its reference in the register.
    pub reference: String,
    /// Its number in class and year.
    pub ordinal: u64,
    /// Its access class.
    pub class: ClassId,
    /// Its dossier, as the log knows it.
    pub dossier_key: DossierKey,
    /// Its dossier, as members know it.
    pub dossier: DossierId,
    /// Its level across policies.
    pub level: Level,
    /// The policy of its label.
    pub policy: String,
    /// Its banner. The index keeps the text and does not read it: whatever the vault needs to show a banner again.
    pub banner: String,
    /// Nations and communities it may be released to, as on the label.
    pub releasability: Vec<String>,
    /// Searched.
    pub title: String,
    /// Searched.
    pub subject: String,
    /// Searched.
    pub originator: String,
    /// The document's own date.
    pub date: NaiveDate,
    /// When it was filed, to the millisecond.
    pub filed: DateTime<Utc>,
    /// Who filed it.
    pub filed_by: OfficerId,
    /// As it was named when it was filed.
    pub file_name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    /// Of the document's bytes.
    pub blake3: ContentHash,
    /// From this day its term counts.
    pub finalised: NaiveDate,
    /// By when the decision to maintain it is to be looked at again.
    pub kept_until: Option<NaiveDate>,
    /// When it was given this level, if that was by a decision.
    pub remarked: Option<NaiveDate>,
    /// The references that it had before, the oldest first. Searched.
    pub formerly: Vec<String>,
    /// The reference of its paper original; empty where there is none.
    pub paper: String,
    /// What it is to others.
    pub relations: Vec<Relation>,
}

impl Listed {
    /// What its term rests on.
    pub fn term(&self) -> Term {
        Term {
            finalised: self.finalised,
            level: self.level,
            foreign: self.policy != OWN_POLICY,
            kept_until: self.kept_until,
            remarked: self.remarked,
        }
    }

    /// The same with what was put right. `finalised`: from when its term counts since.
    pub fn correct(&mut self, right: &Particulars, finalised: NaiveDate) {
        self.title.clone_from(&right.title);
        self.subject.clone_from(&right.subject);
        self.originator.clone_from(&right.originator);
        self.date = right.date;
        self.paper.clone_from(&right.paper);
        self.relations.clone_from(&right.relations);
        self.finalised = finalised;
    }

    /// The last day of its term, as text that sorts by time.
    pub(super) fn lapses(&self) -> Option<String> {
        standing(&self.term(), self.finalised).lapses.map(|day| day.to_string())
    }
}

/// A document with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What lists show.
    pub listed: Listed,
    /// The label, ADatP-4774.
    pub label_xml: String,
    /// What was chosen in addition to it.
    pub choice: Choice,
    /// What is known of the text inside it; none: nobody looked for one.
    pub text: Option<InnerText>,
}

impl Document {
    /// The same with the file of another version.
    pub fn renew(&mut self, present: &Content) {
        let Content { file_name, original_name: _, media_type, size, blake3, text } = present;
        self.listed.file_name.clone_from(file_name);
        self.listed.media_type.clone_from(media_type);
        self.listed.size = *size;
        self.listed.blake3 = *blake3;
        self.text.clone_from(text);
    }
}

/// What the person who filed a document chose in addition to its marking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Topics of the guide.
    pub topics: Vec<String>,
    /// Why it is marked lower than what calls for more.
    pub motive: Option<String>,
    /// What it is made from.
    pub sources: Vec<DocumentId>,
}

/// A line of a document's consultation sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The ledger entry that recorded it.
    pub entry: u64,
    /// When, to the millisecond.
    pub at: DateTime<Utc>,
    /// By whom.
    pub officer: OfficerId,
    /// `file`, `open`, `release`.
    pub action: String,
    /// As the officer gave it.
    pub purpose: String,
    /// The class on whose sheet it stands.
    pub class: ClassId,
}

/// What a row of `documents` is read from, by [`listed`].
pub(super) const LISTED: &str = "SELECT r.id, d.* FROM documents d JOIN records r ON r.record_id = d.record_id";

impl Index {
    /// Returns the document, or nothing if the officer may not see it or there is none.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn document(&self, id: &DocumentId) -> Result<Option<Document>, IndexError> {
        find(&self.connection(), id)
    }

    /// Returns reference and title of a document, or nothing if the officer may not see it or there is none.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn name_of(&self, id: &DocumentId) -> Result<Option<(String, String)>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT d.reference, d.title FROM records r JOIN documents d ON d.record_id = r.record_id WHERE r.id = :id",
        )?;
        let name = |row: &Row<'_>| Ok((row.get("reference")?, row.get("title")?));
        Ok(statement.query_row(named_params! { ":id": packed(id.as_str()) }, name).optional()?)
    }

    /// Returns the document of these classes that this officer filed last: in a dossier, or in any.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn last_filed(
        &self,
        by: &OfficerId,
        dossier: Option<&DossierKey>,
        classes: &BTreeSet<ClassId>,
    ) -> Result<Option<Document>, IndexError> {
        let found = {
            let connection = self.connection();
            let mut statement = connection.prepare_cached(
                "SELECT r.id FROM documents d JOIN records r ON r.record_id = d.record_id
                 WHERE d.filed_by_id = (SELECT name_id FROM names WHERE name = :by)
                 AND (:dossier IS NULL OR d.dossier_key_id = (SELECT name_id FROM names WHERE name = :dossier))
                 AND d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))
                 AND r.withdrawn IS NULL
                 ORDER BY d.entry DESC LIMIT 1",
            )?;
            let values = named_params! {
                ":by": by.as_str(), ":dossier": dossier.map(DossierKey::as_str), ":classes": list_of(classes),
            };
            statement.query_row(values, |row| unpacked::<DocumentId>(row, "id")).optional()?
        };
        found.map_or(Ok(None), |id| self.document(&id))
    }

    /// Returns the documents of these classes that hold just these bytes, the first filed first, at most so many.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn same_bytes(
        &self,
        content: &ContentHash,
        classes: &BTreeSet<ClassId>,
        limit: usize,
    ) -> Result<Vec<Listed>, IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut statement = connection.prepare_cached(&format!(
            "{LISTED} WHERE substr(d.blake3, 1, 8) = substr(:blake3, 1, 8) AND d.blake3 = :blake3
             AND r.withdrawn IS NULL ORDER BY d.entry"
        ))?;
        let rows = statement.query_map(named_params! { ":blake3": content.as_bytes() }, |row| listed(row, &names))?;
        let rows = rows.filter(|row| row.as_ref().map_or(true, |row| classes.contains(&row.class)));
        Ok(rows.take(limit).collect::<Result<_, _>>()?)
    }

    /// The documents, few of all, of which more is known than that they were filed: those that have former versions are among them.
    /// Also such as the officer may not see.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn with_history(&self) -> Result<Vec<DocumentId>, IndexError> {
        let connection = self.connection();
        let mut statement =
            connection.prepare_cached("SELECT id FROM records WHERE history IS NOT NULL ORDER BY id")?;
        let found = statement.query_map([], |row| unpacked::<DocumentId>(row, "id"))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Returns the documents of these classes that are something to this one, the first filed first.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn related_to(&self, id: &DocumentId, classes: &BTreeSet<ClassId>) -> Result<Vec<Listed>, IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut statement = connection.prepare_cached(&format!(
            "{LISTED} WHERE d.relations IS NOT NULL AND instr(d.relations, :id) > 0 AND r.withdrawn IS NULL ORDER BY d.entry"
        ))?;
        let rows = statement.query_map(named_params! { ":id": id.as_str() }, |row| listed(row, &names))?;
        let of_it = |row: &Listed| classes.contains(&row.class) && row.relations.iter().any(|other| other.to == *id);
        Ok(rows.filter(|row| row.as_ref().map_or(true, of_it)).collect::<Result<_, _>>()?)
    }

    /// Whether a document of so many bytes is in a dossier.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn has_size(&self, dossier: &DossierKey, size: u64) -> Result<bool, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM documents WHERE size = :size
             AND dossier_key_id = (SELECT name_id FROM names WHERE name = :dossier)) AS is_there",
        )?;
        let values = named_params! { ":dossier": dossier.as_str(), ":size": stored(size) };
        Ok(statement.query_row(values, |row| row.get("is_there"))?)
    }

    /// The lengths of all documents, in bytes.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn sizes(&self) -> Result<BTreeSet<u64>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT DISTINCT size FROM documents")?;
        let sizes = statement.query_map([], |row| number(row, "size"))?;
        Ok(sizes.collect::<Result<_, _>>()?)
    }

    /// Returns the consultation sheet of a document, oldest first.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn uses(&self, id: &DocumentId) -> Result<Vec<Use>, IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut statement = connection.prepare_cached(
            "SELECT entry, at, officer_id, action, purpose, class_id FROM uses
             WHERE record_id = (SELECT record_id FROM records WHERE id = :id) ORDER BY entry, action",
        )?;
        let uses = statement.query_map(named_params! { ":id": packed(id.as_str()) }, |row| {
            Ok(Use {
                entry: number(row, "entry")?,
                at: timestamp(row, "at")?,
                officer: names.parsed(row, "officer_id")?,
                action: row.get("action")?,
                purpose: row.get("purpose")?,
                class: names.parsed(row, "class_id")?,
            })
        })?;
        Ok(uses.collect::<Result<_, _>>()?)
    }

    /// The purpose that one entry gave for a use of a document, however many uses there are.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn purpose(&self, id: &DocumentId, entry: u64) -> Result<Option<String>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT purpose FROM uses
             WHERE record_id = (SELECT record_id FROM records WHERE id = :id) AND entry = :entry ORDER BY action LIMIT 1",
        )?;
        let asked = named_params! { ":id": packed(id.as_str()), ":entry": stored(entry) };
        Ok(statement.query_row(asked, |row| row.get("purpose")).optional()?)
    }
}

fn find(connection: &Connection, id: &DocumentId) -> Result<Option<Document>, IndexError> {
    let names = Names::of(connection);
    let mut statement = connection.prepare_cached(
        "SELECT r.id, d.*, c.topics, c.motive, c.sources, i.digest, i.recognised, i.lack
         FROM records r JOIN documents d ON d.record_id = r.record_id LEFT JOIN choices c ON c.entry = d.entry
         LEFT JOIN insides i ON i.entry = d.entry
         WHERE r.id = :id",
    )?;
    let id = packed(id.as_str());
    Ok(statement.query_row(named_params! { ":id": id }, |row| document(row, &names)).optional()?)
}

fn document(row: &Row<'_>, names: &Names<'_>) -> rusqlite::Result<Document> {
    let list = |column: &str| row.get::<_, Option<String>>(column).map(|json| json.unwrap_or_else(|| "[]".to_owned()));
    Ok(Document {
        listed: listed(row, names)?,
        label_xml: names.text(row, "label_id")?.to_string(),
        choice: Choice {
            topics: serde_json::from_str(&list("topics")?).map_err(|_| wrong())?,
            motive: row.get("motive")?,
            sources: serde_json::from_str(&list("sources")?).map_err(|_| wrong())?,
        },
        text: inner_text(row)?,
    })
}

fn relations(json: Option<String>) -> rusqlite::Result<Vec<Relation>> {
    json.map_or(Ok(Vec::new()), |json| serde_json::from_str(&json).map_err(|_| wrong()))
}

/// Reads a row of [`LISTED`].
pub(super) fn listed(row: &Row<'_>, names: &Names<'_>) -> rusqlite::Result<Listed> {
    let date = parsed(row, "date")?;
    Ok(Listed {
        entry: number(row, "entry")?,
        id: unpacked(row, "id")?,
        reference: row.get("reference")?,
        ordinal: number(row, "ordinal")?,
        class: names.parsed(row, "class_id")?,
        dossier_key: names.parsed(row, "dossier_key_id")?,
        dossier: names.text(row, "dossier_id")?.parse().map_err(|_| wrong())?,
        level: level(row.get("level")?).ok_or_else(wrong)?,
        policy: names.text(row, "policy_id")?.to_string(),
        banner: names.text(row, "banner_id")?.to_string(),
        releasability: serde_json::from_str(&names.text(row, "releasability_id")?).map_err(|_| wrong())?,
        title: row.get("title")?,
        subject: row.get("subject")?,
        originator: names.text(row, "originator_id")?.to_string(),
        date,
        filed: timestamp(row, "filed")?,
        filed_by: names.parsed(row, "filed_by_id")?,
        file_name: row.get("file_name")?,
        media_type: names.text(row, "media_type_id")?.to_string(),
        size: number(row, "size")?,
        blake3: ContentHash::from_bytes(row.get("blake3")?),
        finalised: day(row, "finalised")?.unwrap_or(date),
        kept_until: day(row, "kept_until")?,
        remarked: day(row, "remarked")?,
        formerly: row.get::<_, Option<String>>("formerly")?.unwrap_or_default().lines().map(str::to_owned).collect(),
        paper: row.get::<_, Option<String>>("paper")?.unwrap_or_default(),
        relations: relations(row.get("relations")?)?,
    })
}

impl Change<'_> {
    /// Adds a line to a document's consultation sheet. The same line twice is one line. The record of the document is there.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn add_use(&self, document: &DocumentId, used: &Use) -> Result<(), IndexError> {
        let record = self.record_id(document)?.ok_or(IndexError::Altered)?;
        let values = named_params! {
            ":record": record,
            ":entry": stored(used.entry),
            ":action": used.action,
            ":at": used.at.timestamp_millis(),
            ":officer": self.name_id(used.officer.as_str())?,
            ":purpose": used.purpose,
            ":class": self.name_id(used.class.as_str())?,
        };
        let into = "INTO uses (record_id, entry, action, at, officer_id, purpose, class_id)
             VALUES (:record, :entry, :action, :at, :officer, :purpose, :class)";
        Ok(self.statements.used.put(self.connection(), into, values)?)
    }

    /// Writes what was put right of a document; nothing where it is not on the index. `finalised`: from when its term counts since.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn correct(&self, id: &DocumentId, right: &Particulars, finalised: NaiveDate) -> Result<(), IndexError> {
        let Some(mut document) = find(self.connection(), id)? else { return Ok(()) };
        document.listed.correct(right, finalised);
        self.put_document(&document)
    }

    /// Writes what a document is by its last version; nothing where it is not on the index.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn renew(&self, id: &DocumentId, present: &Content) -> Result<(), IndexError> {
        let Some(mut document) = find(self.connection(), id)? else { return Ok(()) };
        document.renew(present);
        self.put_document(&document)
    }

    /// Writes what is known of the text inside a document since it was read; nothing where that is known, or where the document is not on
    /// the index.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn know_text(&self, id: &DocumentId, text: &InnerText) -> Result<(), IndexError> {
        let Some(mut document) = find(self.connection(), id)? else { return Ok(()) };
        if document.text.as_ref() == Some(text) {
            return Ok(());
        }
        document.text = Some(text.clone());
        self.put_document(&document)
    }

    /// Puts a document on the index; what was there under its id is replaced, its consultation sheet stays. Its record is there.
    ///
    /// # Errors
    /// Those of [`Index::change`]; [`IndexError::Altered`] when there is no record of it.
    pub fn put_document(&self, document: &Document) -> Result<(), IndexError> {
        let Document { listed, label_xml, choice, text } = document;
        let connection = self.connection();
        let RecordAt { number: record, withdrawn } = self.record_at(&listed.id)?.ok_or(IndexError::Altered)?;
        if !self.places(record, listed.entry)? {
            let known = named_params! { ":record": record, ":entry": stored(listed.entry) };
            let one = "record_id = :record OR entry = :entry";
            let mut find = connection.prepare_cached(&format!("SELECT 1 FROM documents WHERE {one}"))?;
            if find.exists(known)? {
                self.put_rest()?;
                connection.prepare_cached(&format!("DELETE FROM documents WHERE {one}"))?.execute(known)?;
            }
        }
        let releasability = serde_json::to_string(&listed.releasability).unwrap_or_else(|_| "[]".to_owned());
        let formerly = (!listed.formerly.is_empty()).then(|| listed.formerly.join("\n"));
        let (class, dossier) = (self.name_id(listed.class.as_str())?, self.name_id(listed.dossier_key.as_str())?);
        let level = level_code(listed.level);
        let values = named_params! {
            ":entry": stored(listed.entry),
            ":record": record,
            ":reference": listed.reference,
            ":ordinal": stored(listed.ordinal),
            ":class": class,
            ":dossier_key": dossier,
            ":dossier": self.text_id(listed.dossier.as_str())?,
            ":level": level,
            ":policy": self.text_id(&listed.policy)?,
            ":banner": self.text_id(&listed.banner)?,
            ":releasability": self.text_id(&releasability)?,
            ":label": self.text_id(label_xml)?,
            ":originator": self.text_id(&listed.originator)?,
            ":media_type": self.text_id(&listed.media_type)?,
            ":title": listed.title,
            ":subject": listed.subject,
            ":date": listed.date.to_string(),
            ":filed": listed.filed.timestamp_millis(),
            ":filed_by": self.name_id(listed.filed_by.as_str())?,
            ":file_name": listed.file_name,
            ":size": stored(listed.size),
            ":blake3": listed.blake3.as_bytes(),
            ":finalised": (listed.finalised != listed.date).then(|| listed.finalised.to_string()),
            ":kept_until": listed.kept_until.map(|day| day.to_string()),
            ":remarked": listed.remarked.map(|day| day.to_string()),
            ":lapses": listed.lapses().filter(|_| !withdrawn),
            ":formerly": &formerly,
            ":paper": (!listed.paper.is_empty()).then_some(&listed.paper),
            ":relations": (!listed.relations.is_empty()).then(|| serde_json::to_string(&listed.relations).unwrap_or_default()),
        };
        self.statements.document.execute(
            connection,
            "INSERT INTO documents (entry, record_id, reference, ordinal, class_id, dossier_key_id, dossier_id, level,
                    policy_id, banner_id, releasability_id, label_id, originator_id, media_type_id, title, subject, date,
                    filed, filed_by_id, file_name, size, blake3, finalised, kept_until, remarked, lapses, formerly, paper, relations)
                 VALUES (:entry, :record, :reference, :ordinal, :class, :dossier_key, :dossier, :level,
                    :policy, :banner, :releasability, :label, :originator, :media_type, :title, :subject, :date,
                    :filed, :filed_by, :file_name, :size, :blake3, :finalised, :kept_until, :remarked, :lapses, :formerly,
                    :paper, :relations)",
            values,
        )?;
        self.counts(class, dossier, level);
        if stored(listed.entry) < self.words_before()? {
            self.found_by(SearchWords {
                entry: listed.entry,
                title: listed.title.clone(),
                subject: listed.subject.clone(),
                reference: listed.reference.clone(),
                originator: listed.originator.clone(),
                formerly: format!("{}\n{}", formerly.unwrap_or_default(), listed.paper),
            });
        }
        self.put_inside(listed.entry, text.as_ref(), withdrawn)?;
        if *choice != Choice::default() {
            let list = |json: Result<String, _>| json.unwrap_or_else(|_: serde_json::Error| "[]".to_owned());
            connection
                .prepare_cached(
                    "INSERT INTO choices (entry, topics, motive, sources) VALUES (:entry, :topics, :motive, :sources)",
                )?
                .execute(named_params! {
                    ":entry": stored(listed.entry),
                    ":topics": list(serde_json::to_string(&choice.topics)),
                    ":motive": choice.motive,
                    ":sources": list(serde_json::to_string(&choice.sources)),
                })?;
        }
        Ok(())
    }
}
