//! The one list of all facts. Facts are in the `common` part of an entry, so every officer's program knows them and
//! checks that their author had the right.

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, Fact, RequiredParts};
use crate::key_name::KeyName;
use crate::log::AuditRecord;
use crate::state::State;
use crate::{ForgedRule, OfficerId};

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

facts! {
    people: Founded, OfficerAdded, OfficerDisabled, OfficerFrozen, OfficerUnfrozen, RolesChanged, FunctionSet, KeysRenewed, KeysReissued, PassphraseChanged,
        IdentityAdded, IdentityRevoked;
    clearances: ClearanceGranted, ClearanceChanged, BriefingRecorded;
    system: GuideReplaced, AuthoritiesReplaced;
    dossiers: DossierCreated, DossierChanged, MemberAdded, MemberRemoved, DeputyNamed, DossierTakenOver, LeadNamed;
    keys: ClassMade, Rekeyed, Delivered, Deposited, Dealt;
    custody: CustodyShared, CustodyCarriedOut;
    documents: Filed, Corrected, Refiled, VersionFiled, FilingWithdrawn, Resealed, OpenedTogether, ChangedTogether;
    marking: Reclassified, Maintained;
    partners: PartnerAdded, PartnerChanged, PartnerConfirmed;
    assents: Asked, Answered;
    releases: ReleaseWritten;
}
