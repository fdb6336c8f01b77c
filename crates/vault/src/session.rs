//! One officer at work.

use jiff::Timestamp;
use jiff::civil::Date;
use label::Banner;
use seal::{Flow, Signatures, VerifyingKey};

use crate::*;

/// An unlocked vault. Everything that is recorded is signed by this officer. Dropping it forgets the keys.
pub struct Session {
    _private: (),
}

/// A release that may be written: recorded, and consumed by the writing.
pub struct Warrant {
    _private: (),
}

/// One document of a release, ready to be copied into the package.
#[derive(Clone, Debug)]
pub struct WarrantDocument {
    pub id: DocumentId,
    pub reference: String,
    pub title: String,
    pub subject: String,
    pub originator: String,
    pub date: Date,
    pub file_name: String,
    pub media_type: String,
    pub size: u64,
    pub sha256: String,
    pub label_xml: String,
    pub banner: Banner,
    pub consent: Option<ConsentView>,
}

impl Warrant {
    pub fn release(&self) -> &ReleaseId {
        todo!()
    }
    pub fn at(&self) -> Timestamp {
        todo!()
    }
    pub fn partner(&self) -> &PartnerView {
        todo!()
    }
    pub fn recipient(&self) -> &seal::Recipient {
        todo!()
    }
    pub fn purpose(&self) -> &str {
        todo!()
    }
    pub fn requested_by(&self) -> &OfficerView {
        todo!()
    }
    pub fn approved_by(&self) -> Option<&OfficerView> {
        todo!()
    }
    pub fn written_by(&self) -> &OfficerView {
        todo!()
    }
    pub fn documents(&self) -> &[WarrantDocument] {
        todo!()
    }
    /// The plaintext of one of its documents.
    pub fn open(&self, _document: &DocumentId) -> Result<OpenedDocument, Error> {
        todo!()
    }
    /// Signs the manifest with both signatures of the officer who writes the package.
    pub fn sign(&self, _manifest: &[u8]) -> Result<Signatures, Error> {
        todo!()
    }
    pub fn verifying_key(&self) -> &VerifyingKey {
        todo!()
    }
    /// Name, id and exercise notice of the vault for the cover sheet.
    pub fn vault_name(&self) -> &str {
        todo!()
    }
    pub fn vault_id(&self) -> &str {
        todo!()
    }
    pub fn exercise(&self) -> bool {
        todo!()
    }
}

/// The officer's own session.
impl Session {
    pub fn me(&self) -> OfficerView {
        todo!()
    }
    pub fn id(&self) -> &OfficerId {
        todo!()
    }
    pub fn vault_name(&self) -> &str {
        todo!()
    }
    /// The highest marking that this officer may see here: what stands above and below the window.
    pub fn banner(&self) -> Option<Banner> {
        todo!()
    }
    /// The system has no approval: a vault for exercises only.
    pub fn exercise(&self) -> bool {
        todo!()
    }
    pub fn read_only(&self) -> bool {
        todo!()
    }
    /// When this officer began a session before this one.
    pub fn last_unlock(&self) -> Option<Timestamp> {
        todo!()
    }
    /// Wrong passphrases since then.
    pub fn failed_attempts(&self) -> u32 {
        todo!()
    }
    /// What the officer should know: `desk_rebuilt`, `approval_expired`, `renewal_due`…
    pub fn warnings(&self) -> Vec<Reason> {
        todo!()
    }
    /// Reads what others have added to the log.
    pub fn catch_up(&mut self) -> Result<(), Error> {
        todo!()
    }
    /// Delivers keys to those who may have them and renews those that somebody must no longer have.
    pub fn upkeep(&mut self) -> Result<(), Error> {
        todo!()
    }
    pub fn change_passphrase(&mut self, _old: &Passphrase, _new: &Passphrase) -> Result<(), Error> {
        todo!()
    }
}

/// Officers, clearances, briefings, approval.
impl Session {
    pub fn officers(&mut self) -> Result<Vec<OfficerView>, Error> {
        todo!()
    }
    pub fn officer(&mut self, _id: &OfficerId) -> Result<OfficerView, Error> {
        todo!()
    }
    pub fn add_officer(&mut self, _new: NewOfficer) -> Result<OfficerView, Error> {
        todo!()
    }
    pub fn disable_officer(&mut self, _id: &OfficerId, _why: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn grant_clearance(&mut self, _grant: GrantClearance) -> Result<ClearanceView, Error> {
        todo!()
    }
    pub fn suspend_clearance(&mut self, _officer: &OfficerId, _policy: &str, _why: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn reinstate_clearance(&mut self, _officer: &OfficerId, _policy: &str, _why: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn withdraw_clearance(&mut self, _officer: &OfficerId, _policy: &str, _why: &str) -> Result<(), Error> {
        todo!()
    }
    /// Everybody's, for those who keep them; else one's own. `due_only`: those whose renewal must be asked for.
    pub fn clearances(&mut self, _due_only: bool) -> Result<Vec<ClearanceView>, Error> {
        todo!()
    }
    pub fn record_briefing(&mut self, _briefing: RecordBriefing) -> Result<(), Error> {
        todo!()
    }
    pub fn record_approval(&mut self, _approval: RecordApproval) -> Result<(), Error> {
        todo!()
    }
    pub fn approval(&self) -> Option<ApprovalView> {
        todo!()
    }
}

/// Dossiers.
impl Session {
    /// Those of which one is a member or the keeper.
    pub fn dossiers(&mut self) -> Result<Vec<DossierView>, Error> {
        todo!()
    }
    pub fn create_dossier(&mut self, _new: NewDossier) -> Result<DossierView, Error> {
        todo!()
    }
    pub fn add_member(
        &mut self,
        _dossier: &DossierId,
        _officer: &OfficerId,
        _until: Option<Date>,
        _basis: &str,
    ) -> Result<(), Error> {
        todo!()
    }
    pub fn remove_member(&mut self, _dossier: &DossierId, _officer: &OfficerId, _why: &str) -> Result<(), Error> {
        todo!()
    }
}

/// Documents.
impl Session {
    pub fn file_document(
        &mut self,
        _new: NewDocument,
        _progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Filed, Error> {
        todo!()
    }
    /// All or, on an error, those before it: what was registered is in the error's place given back by `done`.
    pub fn file_documents(
        &mut self,
        _batch: Vec<NewDocument>,
        _progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<Filed>, Error> {
        todo!()
    }
    /// Whether a document so marked may be filed into this dossier, without filing one.
    pub fn explain_filing(&mut self, _dossier: Option<&DossierId>, _marking: &Marking) -> Result<Explanation, Error> {
        todo!()
    }
    pub fn list(&mut self, _filter: &Filter) -> Result<Page<DocumentRow>, Error> {
        todo!()
    }
    pub fn document(&mut self, _id: &DocumentId) -> Result<DocumentView, Error> {
        todo!()
    }
    pub fn open_document(&mut self, _id: &DocumentId, _purpose: &str) -> Result<OpenedDocument, Error> {
        todo!()
    }
    pub fn explain(
        &mut self,
        _action: ActionName,
        _id: &DocumentId,
        _officer: Option<&OfficerId>,
        _partner: Option<&PartnerId>,
    ) -> Result<Explanation, Error> {
        todo!()
    }
}

/// Partners and releases.
impl Session {
    pub fn partners(&mut self) -> Result<Vec<PartnerView>, Error> {
        todo!()
    }
    pub fn add_partner(&mut self, _new: NewPartner) -> Result<PartnerView, Error> {
        todo!()
    }
    pub fn confirm_partner(&mut self, _id: &PartnerId, _fingerprint: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn decide_release(
        &mut self,
        _partner: &PartnerId,
        _documents: &[DocumentId],
        _consents: &[NewConsent],
    ) -> Result<Vec<ReleaseAnswer>, Error> {
        todo!()
    }
    pub fn request_release(
        &mut self,
        _partner: &PartnerId,
        _documents: &[DocumentId],
        _purpose: &str,
        _consents: &[NewConsent],
    ) -> Result<ReleaseId, Error> {
        todo!()
    }
    pub fn approve_release(&mut self, _id: &ReleaseId) -> Result<(), Error> {
        todo!()
    }
    pub fn recall_release(&mut self, _id: &ReleaseId, _why: &str) -> Result<(), Error> {
        todo!()
    }
    pub fn releases(&mut self) -> Result<Vec<ReleaseView>, Error> {
        todo!()
    }
    /// Decides and records that the package is written now. The warrant is what `release` writes it from.
    pub fn release_permit(&mut self, _id: &ReleaseId) -> Result<Warrant, Error> {
        todo!()
    }
    /// Records the package that was written: its name and SHA-256. Consumes the warrant.
    pub fn release_written(&mut self, _warrant: Warrant, _package: &str, _sha256: &[u8; 32]) -> Result<(), Error> {
        todo!()
    }
}

/// The log.
impl Session {
    /// What this officer may see of it, newest first.
    pub fn log(&mut self, _filter: &LogFilter) -> Result<LogPage, Error> {
        todo!()
    }
    pub fn verify(&mut self) -> Result<Verified, Error> {
        todo!()
    }
    /// A signed statement of the log's size and root, to be kept elsewhere.
    pub fn checkpoint(&mut self) -> Result<String, Error> {
        todo!()
    }
}
