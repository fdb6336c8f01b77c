//! Sessions and uses: everything that an officer can do in a vault.
//!
//! What entries of the log mean, and who had the right to make them, is in [`registry`]. [`Vault`] is a folder,
//! [`Session`] is one officer at work in it. Every use is *decide → record → do*: `policy` makes a permit from facts that
//! come from verified entries, `ledger` gives it back as recorded once the entry is durable, and the [doors](doors)
//! accept nothing else. Nothing here prints, asks for the time, or knows a language: time comes through [`Clock`], errors
//! are codes with parameters.

mod alike;
mod answers;
mod assents;
mod at_hand;
mod backup;
mod cause;
mod clearances;
mod clock;
mod codes;
mod copies;
mod custody;
mod dates;
mod decided;
mod doctor;
mod documents;
pub mod doors;
mod dossiers;
mod draft;
mod elsewhere;
mod error;
mod faults;
mod given;
mod identity;
mod kept;
mod late;
mod log;
mod marking;
mod marks;
mod orders;
mod outside;
mod paging;
mod partners;
mod people;
mod pin;
mod published;
mod reach;
mod reader;
mod recorded;
mod rekey;
mod releases;
mod reseal;
mod session;
mod stored;
mod stores;
mod strength;
mod system;
mod text;
mod tries;
mod upkeep;
mod vault;
mod waiting;

pub use assents::views::*;
pub use backup::{BackedUp, BackupContent, LastBackup, LossConsent, Restored, restore};
pub use cause::{OTHER_CAUSE, cause};
pub use clearances::views::*;
pub use clock::Clock;
pub use codes::{CodeView, Compared};
pub use copies::{CopiesView, FetchProgress, Fetched, Fetching, KeptDossier};
pub use custody::views::*;
pub use dates::{far_end, local, local_time, moment, moment_after, today, written_day};
pub use decided::Decided;
pub use doctor::{Checkup, Finding, Gravity};
pub use documents::ReadDocument;
pub use documents::filing::{FilingAhead, NewDocument, Progress};
pub use documents::pick::{
    Folders, LeftOut, LookedAt, Picked, PickedFile, WhyLeftOut, followed, link_followed, look_at, pick, shown_name,
    system, title_of,
};
pub use documents::print::PrintOrder;
pub use documents::relate::Relating;
pub use documents::same::{ReadFile, content_of, read_alike};
pub use documents::saved::SavedView;
pub use documents::source::Source;
pub use documents::together::Second;
pub use documents::version::{NewVersion, VersionAhead};
pub use documents::views::*;
pub use doors::{CopyError, Copying, OpenedDocument, Printing};
pub use dossiers::views::*;
pub use elsewhere::{Alone, WorkstationFolder};
pub use error::{BackupError, Error, ExitClass, Loss, LossKind, Reason};
#[doc(hidden)]
pub use faults::{FaultAt, OwnKeysStep};
pub use given::{GivenError, Irregular, open_given, read_given};
#[doc(hidden)]
pub use index::Renewal;
pub use index::{Hit, ListOf, Order, Sort, SortBy, can_be_found, title_key};
pub use kept::{DraftSeal, LONGEST_WRITING, SealedDraft};
pub use late::{LateReading, LateText, LateTexts, NO_OCR, TextsToRead};
pub use log::views::*;
pub use log::wholeness::Verifier;
pub use marking::views::*;
pub use marking::{MarkingChange, MarkingLevel, MarkingOptions, MarkingTag, TagValue};
pub use marks::{CategoryDraft, ComposedMarking, EquivalentView, Marking, MarkingDraft, bare_banner};
#[doc(hidden)]
pub use objects::Step;
pub use outside::state_dir;
pub use paging::{InOrder, Orders, Page};
pub use partners::views::*;
pub use people::requests::{read_request, require_request_code};
pub use people::views::*;
pub use pin::{KeptIdentity, PIN_DIGITS, PIN_TRIES};
pub use reach::{open_to_others, opened_to_others};
pub use reader::{FileToRead, FoundText, OtherProgram, OtherPrograms, Scans, TextReader, text_lack};
pub use rekey::{RekeyScope, Rekeyed, Rekeying, WaitsForTwo};
pub use releases::leaving::{Leaving, Left, Passed};
pub use releases::views::*;
pub use releases::warrant::{Warrant, WarrantDocument, WrittenBefore};
pub use reseal::WithSecond;
pub use session::{ClockTrust, FileAge, Knowing, Memory, Session};
pub use stores::{OpenLog, Stores};
pub use strength::{PUBLIC_PASSPHRASE, SHORTEST_PASSPHRASE, Strength, strength_at_first};
pub use system::views::*;
pub use text::MOTIVE;
pub use vault::{EntryAhead, MAX_NOTE, NewVault, Unlocking, Vault};
pub use waiting::Waiting;

pub use label::{Banner, CategoryKind, Effect, Level};
pub use objects::{Existing, InVault, NewFile, abandon_unfinished, apart_from_vaults};
pub use policy::calendar::{ExemptBecause, TermStatus};
pub use policy::four_eyes::Regime;
pub use policy::guide::{
    Aggregation, Floor as FloorView, GUIDE_BYTES, Guide, GuideError, GuideFlaw, Topic, TopicChange, TopicFate,
    TopicPart,
};
pub use policy::{AccountStatus, Consent, DossierStatus, Interest, Nature, Role};
pub use registry::assents::AssentKind;
pub use registry::custody::LONGEST_WAIT;
pub use registry::documents::{RelationKind, TextLack};
pub use registry::log::Act;
pub use registry::people::MAX_REQUEST;
pub use registry::releases::ReleaseStatus;
pub use registry::{
    AssentId, ClassId, DocumentId, DossierId, DossierKey, OfficerId, PartnerId, PrinterName, ReleaseId,
};
pub use registry::{BadName, ForgedRule};
pub use seal::{Attendant, Flow, Passphrase, Randomness, SystemRandomness, Token, TokenError, WorkFactor};
