//! The one list of all facts. Facts are in the `common` part of an entry, so every officer's program knows them and
//! checks that their author had the right.

use ledger::VaultId;
use seal::{Signer, Weight, sha256};
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, EntryDigest, Fact, OfTwo, RequiredParts, Together, Witness};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::parts::{Audience, encode_sealed};
use crate::state::State;
use crate::{AssentId, DocumentId, ForgedRule, OfficerId};

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

            /// What everybody is told of a document that two open.
            pub(crate) fn told_of_two(&self) -> Option<(&DocumentId, OfTwo)> {
                match self {
                    $($(Event::$fact(fact) => $fact::BY_TWO.told(fact),)+)+
                }
            }

            /// The document that was put into another dossier.
            pub(crate) fn refiled(&self) -> Option<&DocumentId> {
                match self {
                    $($(Event::$fact(fact) => $fact::BY_TWO.refiled(fact),)+)+
                }
            }

            /// A request, and what is done about it where it asks for a release.
            pub(crate) fn step_of_release(&self) -> Option<(AssentId, Act)> {
                match self {
                    $($(Event::$fact(fact) => $fact::BY_TWO.step(fact),)+)+
                }
            }

            /// The document that two change by it.
            pub(crate) fn changed_by_two(&self) -> Option<&DocumentId> {
                match self {
                    $($(Event::$fact(fact) => $fact::BY_TWO.changed(fact),)+)+
                }
            }

            /// Whether a second may stand in it.
            fn may_be_signed(&self) -> bool {
                match self {
                    $($(Event::$fact(_) => $fact::BY_TWO.may_be_signed(),)+)+
                }
            }

            /// The second officer who stands in it, and what he does with the author; none: it is a fact of one.
            fn second(&mut self) -> Option<(&mut Witness, Together<'_>)> {
                match self {
                    $($(Event::$fact(fact) => $fact::BY_TWO.signed(fact),)+)+
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

/// What a second signs of an entry with these facts and these sealed parts; none where no second stands in it.
pub fn digest<'p>(events: &[Event], parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Option<EntryDigest> {
    if !events.iter().any(Event::may_be_signed) {
        return None;
    }
    let mut unsigned = events.to_vec();
    let mut seconds = unsigned.iter_mut().filter_map(Event::second).peekable();
    seconds.peek()?;
    for (second, _) in seconds {
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
    system: GuideReplaced, AuthoritiesReplaced, PrinterListed, PrinterRemoved;
    dossiers: DossierCreated, DossierChanged, MemberAdded, MemberRemoved, DeputyNamed, DossierTakenOver, LeadNamed;
    keys: ClassMade, Rekeyed, Delivered, Deposited, Dealt;
    custody: CustodyShared, CustodyCarriedOut;
    documents: Filed, Corrected, Noted, Printed, Refiled, VersionFiled, FilingWithdrawn, Resealed, TextRead, OpenedTogether, ChangedTogether;
    marking: Reclassified, Maintained;
    partners: PartnerAdded, PartnerChanged, PartnerConfirmed;
    assents: Asked, Answered;
    releases: ReleaseWritten;
}
