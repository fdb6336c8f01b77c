//! What a marking is, and what it means: policies (XML SPIF), labels and clearances (ADatP-4774), bindings
//! (ADatP-4778), the words on the page, dominance, translation, equivalence. Pure: no clock, no file, no network.
//!
//! A [`Policy`] is data. A [`Label`] is valid under its policy by construction: there is no other way to get one
//! than [`Label::parse`] and [`Label::build`], and both refuse with every [`Violation`].
//!
//! Standards: ADatP-4774 edition A version 1 (label, clearance), ADatP-4774.1 (access decision, dominance),
//! ADatP-4778 (binding), XML SPIF 2.1 (xmlspif.org).

mod banner;
mod base64;
pub mod bench;
mod binding;
mod bits;
mod category;
mod clearance;
mod colour;
mod communities;
mod difference;
mod dominance;
mod draft;
mod error;
mod fold;
mod label;
mod level;
mod marking;
mod nations;
mod policy;
pub mod time;
mod translate;
mod typed;
mod validity;
mod violation;
mod xml;

pub use banner::Banner;
pub use binding::{Binding, BindingError, BindingPart, BoundData, BoundLabel};
pub use category::{Category, CategoryKind};
pub use clearance::Clearance;
pub use communities::{Communities, Equivalent, Membership, Provenance};
pub use difference::{Change, Effect};
pub use dominance::{Combining, DominanceError, HighWater};
pub use draft::{LabelDraft, LabelKind, Originator, OriginatorKind, Succession};
pub use error::{ClearanceError, CommunitiesError, LabelError, Violation, XmlError};
pub use fold::{composed, fold};
pub use label::{AccessPart, Label, names_two};
pub use level::{Lang, Level, UnknownLevel};
pub use marking::{Location, UnknownLocation};
pub use nations::{UnknownNation, is_nation, nation, nations};
pub use policy::{BEL_ID, Classification, Input, NATO_ID, Operation, Policy, PolicyError, Tag, TagSet, TagValue};
pub use translate::{Direction, TranslateError};
pub use typed::{NotHere, TypedLevel};
pub use xml::{BINDING_LIMITS, LABEL_LIMITS, POLICY_LIMITS, XmlLimits};

/// The tag of releasability, in every policy that ships with the program.
pub const RELEASABLE_TO: &str = "Releasable To";
/// The tag of special handling in the Belgian policy: restrictive (`SOURCE`, `CRYPTO`, `ATOMAL`, [`DUAL`]) and informative (`ORCON`).
pub const HANDLING: &str = "Handling";
/// The informative value that asks for the originator's consent before anything leaves.
pub const ORCON: &str = "ORCON";
/// The restrictive value of [`HANDLING`] by which two open a document together, and neither can alone.
pub const DUAL: &str = "DUAL";
