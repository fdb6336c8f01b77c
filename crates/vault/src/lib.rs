//! The registry: what entries of the log mean, who may do what with them, and everything that a session can do.
//!
//! [`Vault`] is a folder, [`Session`] is one officer at work in it. Every use is *decide → record → do*: `policy` makes a
//! permit from facts that come from verified entries, `ledger` gives it back as recorded once the entry is durable, and the
//! [doors](doors) take nothing else. Nothing here prints, asks the time, or knows a language: time comes through [`Clock`],
//! errors are codes with parameters.

mod clock;
pub mod doors;
mod error;
mod ids;
mod requests;
mod session;
mod vault;
mod views;

pub use clock::Clock;
pub use doors::OpenedDocument;
pub use error::{Error, ExitClass, Reason};
pub use ids::{ClassId, DocumentId, DossierId, DossierKey, OfficerId, PartnerId, ReleaseId};
pub use requests::{
    ActionName, GrantClearance, Marking, NewConsent, NewDocument, NewDossier, NewOfficer, NewPartner, NewVault,
    Progress, RecordApproval, RecordBriefing, Source,
};
pub use session::{Session, Warrant, WarrantDocument};
pub use vault::Vault;
pub use views::*;

pub use label::{Banner, Level};
pub use policy::{AccountStatus, Role};
pub use seal::{Flow, Passphrase, WorkFactor};
