//! The one list of all facts. Facts are in the `common` part of an entry, so every officer's program knows them and
//! checks that their author had the right.

use ledger::VaultId;
use seal::{Signer, Weight, sha256};
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, EntryDigest, Fact, RequiredParts};
use crate::key_name::KeyName;
use crate::keys::{Together, Witness};
use crate::log::AuditRecord;
use crate::parts::{Audience, encode_sealed};
use crate::state::State;
use crate::{DocumentId, ForgedRule, OfficerId};

macro_rules! facts {
    ($($subject:ident: $($fact:ident),+;)+) => {
        $(pub use crate::$subject::{$($fact),+};)+

        /// One fact.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "event", rename_all = "kebab-case")]
        pub enum Event {
            $($($fact($fact),)+)+
        }

        $($(impl From<$fact> for Event {
            fn from(fact: $fact) -> Event {
                Event::$fact(fact)
            }
        })+)+

        impl Event {
            /// See [`Fact::WEIGHT`].
            pub fn weight(&self) -> Weight {
                match self {
                    $($(Event::$fact(_) => $fact::WEIGHT,)+)+
                }
            }

            /// Checks the fact and puts it into the state. After an error the state is as it was before.
            ///
            /// # Errors
            /// The rule that its author broke.
            pub fn apply(&self, state: &mut State, by: &Context<'_>) -> Result<(), ForgedRule> {
                match self {
                    $($(Event::$fact(fact) => {
                        fact.check(state, by)?;
                        fact.apply(state, by);
                    })+)+
                }
                Ok(())
            }

            /// See [`Fact::parts`].
            ///
            /// # Errors
            /// The rule that the entry as a whole breaks.
            pub fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, ForgedRule> {
                match self {
                    $($(Event::$fact(fact) => fact.parts(after, by),)+)+
                }
            }

            /// See [`Fact::keys`].
            pub fn keys(&self, me: &OfficerId) -> Vec<(KeyName, u32)> {
                match self {
                    $($(Event::$fact(fact) => fact.keys(me),)+)+
                }
            }

            /// See [`Fact::under`].
            pub fn under(&self) -> Option<KeyName> {
                match self {
                    $($(Event::$fact(fact) => fact.under(),)+)+
                }
            }

            /// See [`Fact::concerns`].
            pub fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
                match self {
                    $($(Event::$fact(fact) => fact.concerns(after),)+)+
                }
            }

            /// See [`Fact::record`].
            pub fn record(&self, before: &State) -> AuditRecord {
                match self {
                    $($(Event::$fact(fact) => fact.record(before),)+)+
                }
            }
        }
    };
}

impl Event {
    fn has_second(&self) -> bool {
        matches!(self, Event::OpenedTogether(_) | Event::ChangedTogether(_) | Event::Dealt(Dealt { with: Some(_), .. }))
    }

    /// The second officer who stands in it, and what he does with the author; none: it is a fact of one.
    fn second(&mut self) -> Option<(&mut Witness, Together<'_>)> {
        match self {
            Event::OpenedTogether(OpenedTogether { document, with }) => Some((with, Together::Open(document))),
            Event::ChangedTogether(ChangedTogether { document, with }) => Some((with, Together::Change(document))),
            Event::Dealt(Dealt { class, epoch, with: Some(with), officers: _ }) => {
                Some((with, Together::Deal(class, *epoch)))
            }
            Event::Dealt(Dealt { with: None, .. })
            | Event::Founded(_)
            | Event::OfficerAdded(_)
            | Event::OfficerDisabled(_)
            | Event::OfficerFrozen(_)
            | Event::OfficerUnfrozen(_)
            | Event::RolesChanged(_)
            | Event::FunctionSet(_)
            | Event::KeysRenewed(_)
            | Event::KeysReissued(_)
            | Event::PassphraseChanged(_)
            | Event::IdentityAdded(_)
            | Event::IdentityRevoked(_)
            | Event::ClearanceGranted(_)
            | Event::ClearanceChanged(_)
            | Event::BriefingRecorded(_)
            | Event::GuideReplaced(_)
            | Event::AuthoritiesReplaced(_)
            | Event::DossierCreated(_)
            | Event::DossierChanged(_)
            | Event::MemberAdded(_)
            | Event::MemberRemoved(_)
            | Event::DeputyNamed(_)
            | Event::DossierTakenOver(_)
            | Event::LeadNamed(_)
            | Event::ClassMade(_)
            | Event::Rekeyed(_)
            | Event::Delivered(_)
            | Event::Deposited(_)
            | Event::CustodyShared(_)
            | Event::CustodyCarriedOut(_)
            | Event::Filed(_)
            | Event::Corrected(_)
            | Event::Noted(_)
            | Event::Refiled(_)
            | Event::VersionFiled(_)
            | Event::FilingWithdrawn(_)
            | Event::Resealed(_)
            | Event::Reclassified(_)
            | Event::Maintained(_)
            | Event::PartnerAdded(_)
            | Event::PartnerChanged(_)
            | Event::PartnerConfirmed(_)
            | Event::Asked(_)
            | Event::Answered(_)
            | Event::ReleaseWritten(_) => None,
        }
    }
}

/// What a second signs of an entry with these facts and these sealed parts; none where no second stands in it.
pub fn digest<'p>(events: &[Event], parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Option<EntryDigest> {
    if !events.iter().any(Event::has_second) {
        return None;
    }
    let mut unsigned = events.to_vec();
    for (second, _) in unsigned.iter_mut().filter_map(Event::second) {
        *second = Witness::to_sign(&second.officer);
    }
    let parts = parts.into_iter().filter(|(audience, _)| is_signed(audience));
    let parts = parts.map(|(audience, sealed)| (audience.to_owned(), sha256(sealed))).collect();
    Some(EntryDigest::of(&encode_sealed(&unsigned), &parts))
}

/// A second signs an entry, wherever he stands in it. `place`: the vault, the author, the index of the entry.
pub fn sign(
    events: &mut [Event],
    digest: &EntryDigest,
    (second, signer): (&OfficerId, &Signer),
    place: (&VaultId, &OfficerId, u64),
) {
    for event in events {
        if let Some((witness, what)) = event.second()
            && witness.officer == *second
        {
            *witness = Witness::sign(second, signer, place, what, digest);
        }
    }
}

/// Whether a second signs a part of this audience.
fn is_signed(audience: &str) -> bool {
    match Audience::parse(audience) {
        Some(Audience::Class(..) | Audience::Dossier(..) | Audience::Custody(_) | Audience::Pairs(_)) => true,
        Some(
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::Common(_)
            | Audience::Oversight(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_),
        )
        | None => false,
    }
}

facts! {
    people: Founded, OfficerAdded, OfficerDisabled, OfficerFrozen, OfficerUnfrozen, RolesChanged, FunctionSet, KeysRenewed, KeysReissued, PassphraseChanged,
        IdentityAdded, IdentityRevoked;
    clearances: ClearanceGranted, ClearanceChanged, BriefingRecorded;
    system: GuideReplaced, AuthoritiesReplaced;
    dossiers: DossierCreated, DossierChanged, MemberAdded, MemberRemoved, DeputyNamed, DossierTakenOver, LeadNamed;
    keys: ClassMade, Rekeyed, Delivered, Deposited, Dealt;
    custody: CustodyShared, CustodyCarriedOut;
    documents: Filed, Corrected, Noted, Refiled, VersionFiled, FilingWithdrawn, Resealed, OpenedTogether, ChangedTogether;
    marking: Reclassified, Maintained;
    partners: PartnerAdded, PartnerChanged, PartnerConfirmed;
    assents: Asked, Answered;
    releases: ReleaseWritten;
}

/// What a fact says of two officers and a document.
pub(crate) enum ByTwo<'e> {
    /// Two change it. That the second may, and signs it, is a fact of its own.
    Changed(&'e DocumentId),
    /// Of a document that two open, everybody is told that.
    Told(&'e DocumentId, OfTwo),
    Nothing,
}

/// What everybody's program is told of a document that two open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfTwo {
    Filed,
    /// It was marked so that two open it.
    Moved,
    /// What is written of it was put right.
    Corrected,
    /// It has another version.
    Version,
    /// By its author with this officer.
    Opened {
        with: OfficerId,
    },
}

impl Event {
    /// What it says of two officers and a document.
    pub(crate) fn by_two(&self) -> ByTwo<'_> {
        match self {
            Event::ChangedTogether(fact) => ByTwo::Changed(&fact.document),
            Event::Filed(fact) => ByTwo::Told(&fact.document, OfTwo::Filed),
            Event::Reclassified(fact) => ByTwo::Told(&fact.document, OfTwo::Moved),
            Event::Corrected(fact) => ByTwo::Told(&fact.document, OfTwo::Corrected),
            Event::VersionFiled(fact) => ByTwo::Told(&fact.document, OfTwo::Version),
            Event::OpenedTogether(fact) => {
                ByTwo::Told(&fact.document, OfTwo::Opened { with: fact.with.officer.clone() })
            }
            // Of documents as well, without a line for those who cannot open the sheets alone.
            Event::Noted(_)
            | Event::Refiled(_)
            | Event::FilingWithdrawn(_)
            | Event::Resealed(_)
            | Event::Maintained(_) => ByTwo::Nothing,
            // Of no document.
            Event::Founded(_)
            | Event::OfficerAdded(_)
            | Event::OfficerDisabled(_)
            | Event::OfficerFrozen(_)
            | Event::OfficerUnfrozen(_)
            | Event::RolesChanged(_)
            | Event::FunctionSet(_)
            | Event::KeysRenewed(_)
            | Event::KeysReissued(_)
            | Event::PassphraseChanged(_)
            | Event::IdentityAdded(_)
            | Event::IdentityRevoked(_)
            | Event::ClearanceGranted(_)
            | Event::ClearanceChanged(_)
            | Event::BriefingRecorded(_)
            | Event::GuideReplaced(_)
            | Event::AuthoritiesReplaced(_)
            | Event::DossierCreated(_)
            | Event::DossierChanged(_)
            | Event::MemberAdded(_)
            | Event::MemberRemoved(_)
            | Event::DeputyNamed(_)
            | Event::DossierTakenOver(_)
            | Event::LeadNamed(_)
            | Event::ClassMade(_)
            | Event::Rekeyed(_)
            | Event::Delivered(_)
            | Event::Deposited(_)
            | Event::Dealt(_)
            | Event::CustodyShared(_)
            | Event::CustodyCarriedOut(_)
            | Event::PartnerAdded(_)
            | Event::PartnerChanged(_)
            | Event::PartnerConfirmed(_)
            | Event::Asked(_)
            | Event::Answered(_)
            | Event::ReleaseWritten(_) => ByTwo::Nothing,
        }
    }
}
