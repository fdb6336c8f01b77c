//! The warrant: a release that is recorded as being written now. The crate `release` makes the package from it.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use label::Banner;
use ledger::Recorded;
use objects::ObjectStore;
use policy::{Consent, Release, Stage};
use registry::ObjectId;
use registry::event::ReleaseWritten;
use registry::log::{Act, AuditRecord};
use registry::releases::ReleaseMatter;
use registry::state::instant;
use seal::{ContentHash, Recipient, Signatures, Signer, VerifyingKey, Weight, hex};
use serde::Serialize;

use crate::documents::together::Second;
use crate::doors::{self, Particulars, PermitFor};
use crate::draft::EntryDraft;
use crate::releases::leaving::Leaving;
use crate::stored;
use crate::{
    DocumentId, Error, OfficerId, OfficerView, PartnerView, ReleaseId, ReleaseStatus, Session, documents, text,
};

/// A release that may be written: recorded, and consumed by the writing.
pub struct Warrant {
    permits: Recorded<Vec<PermitFor<Release>>>,
    release: ReleaseId,
    partner: PartnerView,
    recipient: Recipient,
    purpose: String,
    requested_by: OfficerView,
    approved_by: Option<OfficerView>,
    written_by: OfficerView,
    before: Option<WrittenBefore>,
    of: ReleaseMatter,
    documents: Vec<WarrantDocument>,
    /// Of each document's class, those that are held.
    keys: Vec<Vec<seal::Identity>>,
    objects: Arc<dyn ObjectStore>,
    /// Of each document.
    object_ids: Vec<ObjectId>,
    signer: Signer,
    vault_name: String,
    vault_id: String,
    exercise: bool,
}

/// That a package of a release was written before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrittenBefore {
    /// How often.
    pub times: u32,
    /// The last one: by whom, and when.
    pub by: OfficerId,
    pub at: DateTime<Utc>,
}

/// One document of a release, ready to be copied into the package.
#[derive(Clone)]
pub struct WarrantDocument {
    pub id: DocumentId,
    pub reference: String,
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// The document's own date.
    pub date: NaiveDate,
    pub file_name: String,
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    pub blake3: ContentHash,
    /// ADatP-4774.
    pub label_xml: String,
    pub banner: Banner,
    pub consent: Option<Consent>,
}

impl std::fmt::Debug for WarrantDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WarrantDocument({})", self.id)
    }
}

impl Warrant {
    pub fn release(&self) -> &ReleaseId {
        &self.release
    }

    /// When it was recorded.
    pub fn at(&self) -> DateTime<Utc> {
        instant(self.permits.at_ms())
    }

    /// Its entry in the log.
    pub fn entry(&self) -> u64 {
        self.permits.index()
    }

    pub fn partner(&self) -> &PartnerView {
        &self.partner
    }

    /// To whom the package is sealed.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    pub fn purpose(&self) -> &str {
        &self.purpose
    }

    pub fn requested_by(&self) -> &OfficerView {
        &self.requested_by
    }

    pub fn approved_by(&self) -> Option<&OfficerView> {
        self.approved_by.as_ref()
    }

    pub fn written_by(&self) -> &OfficerView {
        &self.written_by
    }

    /// That it is not the first package of this release.
    pub fn before(&self) -> Option<&WrittenBefore> {
        self.before.as_ref()
    }

    pub fn documents(&self) -> &[WarrantDocument] {
        &self.documents
    }

    /// One of its documents on its way out.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is none of them; [`Error::ObjectAltered`], [`Error::ObjectTruncated`],
    /// [`Error::ObjectMissing`].
    pub fn open(&self, document: &DocumentId) -> Result<Leaving, Error> {
        let permitted = self.permits.what().iter().position(|permit| permit.document() == document);
        let missing = || Error::NotFound { kind: "document", name: document.to_string() };
        let at = permitted.ok_or_else(missing)?;
        let (with, listed) = self.keys.get(at).zip(self.documents.get(at)).ok_or_else(missing)?;
        let particulars = Particulars {
            file_name: listed.file_name.clone(),
            media_type: listed.media_type.clone(),
            size: listed.size,
        };
        let object = self.object_ids.get(at).ok_or_else(missing)?;
        let held: Vec<&seal::Identity> = with.iter().collect();
        let found = stored::open_held(&*self.objects, object, document, &held)?;
        let (object, with) = found.ok_or(Error::ObjectAltered { document: document.to_string() })?;
        Ok(Leaving::of(doors::unseal(document, object, with, particulars)?, listed.blake3))
    }

    /// Signs the manifest with both signatures of the officer who writes the package.
    pub fn sign(&self, manifest: &[u8]) -> Signatures {
        self.signer.sign(Weight::Dual, manifest)
    }

    /// With which the manifest is checked.
    pub fn verifying_key(&self) -> &VerifyingKey {
        self.signer.verifying_key()
    }

    pub fn vault_name(&self) -> &str {
        &self.vault_name
    }

    pub fn vault_id(&self) -> &str {
        &self.vault_id
    }

    /// The package is from an exercise vault, and says so.
    pub fn exercise(&self) -> bool {
        self.exercise
    }
}

impl std::fmt::Debug for Warrant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Warrant({})", self.release)
    }
}

impl Session {
    /// Does something for which the documents of a release are read: writes its package, above all, or looks at what is asked for.
    /// Those that two open are opened with the second officer first, which is recorded; the entry that writes says so and bears
    /// his signature.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`], recorded, where nothing in it takes two and there is a second, or he may not open
    /// something in it; as [`Session::open_document_with`]; those of `deed`.
    pub fn with_release<T, E: From<Error>>(
        &mut self,
        id: &ReleaseId,
        second: Option<&Second>,
        deed: impl FnOnce(&mut Session) -> Result<T, E>,
    ) -> Result<T, E> {
        self.catch_up()?;
        let of = self.known_release(id)?.of;
        let (about, documents) = (of.record(Act::WriteRelease, id), of.documents.clone());
        self.having_open(("release", &about), &documents, id.as_str(), second, deed)
    }

    /// Decides and records that the package is written now. The warrant is what `release` writes it from. A release that was
    /// written may be written again: each time is an entry.
    ///
    /// # Errors
    /// [`Error::Denied`], also when nobody has approved it; [`Error::State`] when it was recalled; [`Error::NotFound`].
    pub fn release_permit(&mut self, id: &ReleaseId) -> Result<Warrant, Error> {
        self.catch_up()?;
        let about = self.known_release(id)?.of.record(Act::WriteRelease, id);
        let mut before = None;
        let permits = self.decided(&about, |session, at| {
            let release = session.known_release(id)?;
            before = release.written.map(|written| WrittenBefore {
                times: written.times,
                by: written.by.clone(),
                at: instant(written.at_ms),
            });
            // One that nobody has approved is not out of order, but denied.
            let unrecalled = [ReleaseStatus::Waiting, ReleaseStatus::Approved, ReleaseStatus::Written];
            session.require_status(release, &unrecalled)?;
            let permits = session.stage(release, Stage::Write, at)?;
            let words = session.with_second("release", EntryDraft::default(), &release.of.documents, at)?;
            let words = words.fact(ReleaseWritten { release: id.clone() }).record(about.clone());
            Ok((session.sheets(words, id, release.of, Act::WriteRelease, ""), permits))
        })?;
        // Reading on to its own entry, this session has read what others wrote after it.
        self.stands(id, &about)?;
        let release = self.known_release(id)?;
        let (of, request) = (release.of, release.request);
        let purpose = self.view_of_release(id, release, self.now()).and_then(|view| view.purpose).unwrap_or_default();
        let mut listed = Vec::with_capacity(of.documents.len());
        let mut keys = Vec::with_capacity(of.documents.len());
        let mut object_ids = Vec::with_capacity(of.documents.len());
        for document in &of.documents {
            let filing = self.filing(document)?;
            object_ids.push(filing.object.clone());
            let known = self.in_index(document, &filing)?;
            let banner = documents::row(&known.listed)?.banner;
            listed.push(WarrantDocument {
                id: document.clone(),
                reference: known.listed.reference,
                title: known.listed.title,
                subject: known.listed.subject,
                originator: known.listed.originator,
                date: known.listed.date,
                file_name: known.listed.file_name,
                media_type: known.listed.media_type,
                size: known.listed.size,
                blake3: known.listed.blake3,
                label_xml: known.label_xml,
                banner,
                consent: of.consents.get(document).cloned(),
            });
            let copied = |key: &seal::Identity| seal::Identity::parse(key.expose_secret_line().expose_secret());
            let held: Result<Vec<_>, _> = self.identities_of(&filing.class).into_iter().map(copied).collect();
            keys.push(held.map_err(|_| Error::IdentityAltered)?);
        }
        let partner = self.partner(&of.partner)?;
        let seeds = self.keyring.signer.expose_seeds();
        Ok(Warrant {
            permits,
            release: id.clone(),
            recipient: partner.record.recipient.clone(),
            partner: self.view_of_partner(partner),
            purpose,
            requested_by: self.name_of(&request.by),
            approved_by: request.given.first().map(|answer| self.name_of(&answer.by)),
            written_by: self.name_of(self.id()),
            before,
            of: of.clone(),
            documents: listed,
            keys,
            objects: self.objects.clone(),
            object_ids,
            signer: Signer::from_seeds(seeds.expose_secret()).map_err(|_| Error::IdentityAltered)?,
            vault_name: self.vault_name().to_owned(),
            vault_id: self.vault_id().to_owned(),
            exercise: self.exercise(),
        })
    }

    /// Decides once more whether the package may be written, on the newest state: what others recorded since the warrant was
    /// given counts. Asked before a package gets its name, and where a document of it is not found any more.
    ///
    /// # Errors
    /// [`Error::Denied`], recorded, also where a document was marked otherwise meanwhile; [`Error::State`] when it was
    /// recalled.
    pub fn release_stands(&mut self, warrant: &Warrant) -> Result<(), Error> {
        self.stands(&warrant.release, &warrant.of.record(Act::WriteRelease, &warrant.release))
    }

    fn stands(&mut self, id: &ReleaseId, about: &AuditRecord) -> Result<(), Error> {
        self.catch_up()?;
        let at = instant(self.instant_ms()?);
        let release = self.known_release(id)?;
        self.require_status(release, &[ReleaseStatus::Written])?;
        let again = self.stage(release, Stage::Write, at).map(drop);
        // The second may still as well.
        let both = |()| self.with_second("release", EntryDraft::default(), &release.of.documents, at).map(drop);
        let again = again.and_then(both);
        self.note_denial(again, about)
    }

    /// Records the package that was written: its name and SHA-256. Consumes the warrant.
    ///
    /// # Errors
    /// As every recording. The package is there all the same: that it was to be written is in the log.
    pub fn release_written(&mut self, warrant: Warrant, package: &str, sha256: &[u8; 32]) -> Result<(), Error> {
        let package = text::line("package", package)?;
        let record = warrant
            .of
            .record(Act::WrotePackage, &warrant.release)
            .about("package", package)
            .about("sha256", hex(sha256));
        let _done: Vec<PermitFor<Release>> = warrant.permits.into_inner();
        self.note(record)
    }
}
