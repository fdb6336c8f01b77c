//! Decides who may do what. The only place a [`Permit`] is made.
//!
//! Pure: facts and an instant go in, a permit or every reason against it comes out. No clock, no file, no network, no
//! randomness, no panic: what cannot be decided is denied ([`ReasonCode::Undecidable`]).
//!
//! - [`facts`]: what `vault` has read from verified entries;
//! - [`guide`]: which level a topic calls for;
//! - [`authorities`]: whose documents the vault decides about;
//! - [`decide`] and [`examine`]: the decision, and the decision explained;
//! - [`four_eyes`]: what takes two persons, and whose yes counts;
//! - [`copying`]: whether text may be copied from the pages of a document;
//! - [`calendar`]: until when a classification lasts;
//! - [`Rule`] and [`ReasonCode`]: what was looked at, and how it failed. The words for them are in the four
//!   catalogues, as `held-<rule>`, `reason-<code>` and `reason-<code>-fix`.
//!
//! Days are days of UTC. The last day of a validity still belongs to it.
//!
//! # Discretion
//!
//! A reason speaks of the officer, or of the partner whom the officer chose; it never names the level, the categories,
//! the dossier or the audience of the document. About a document that is being filed, it names the level and the
//! categories that the chosen topics call for: the officer chose them from a guide that everybody may read. What a
//! release adds about the document and the partner is said only to an officer who may read the document: for anybody
//! else, the answers for a series of partners would reveal its audience and its level. The same holds for a change of
//! marking, whose nature compares the document with a marking that the officer chose, and for a printer, whose ceiling would
//! tell the level. And [`Examination::satisfied`] is
//! no more than what is not in [`Examination::failed`]. [`objections`] has no such discretion: it checks what was signed,
//! and nobody sees its answer.

pub mod authorities;
pub mod calendar;
pub mod copying;
mod decision;
pub mod facts;
pub mod four_eyes;
pub mod guide;
mod interest;
mod reason;
mod rules;

pub use decision::{
    Action, Deliver, Denied, Examination, File, Open, Permit, Print, Reclassify, Refuse, Release, decide, examine,
    objections,
};
pub use facts::{
    AccountStatus, ActsFor, ApprovalFacts, AuthorisationFacts, Authority, BriefingFacts, ClearanceFacts,
    ClearanceStatus, Consent, DossierStatus, FileFacts, Function, Marked, MembershipFacts, Motive, Nature, NewAccess,
    OfficerFacts, OpenFacts, PartnerFacts, PrintFacts, ReclassifyFacts, ReleaseFacts, Role, Sources, Stage,
    SystemFacts, UnknownRole,
};
pub use interest::{Interest, UnknownInterest};
pub use reason::{Reason, ReasonCode, Rule};
