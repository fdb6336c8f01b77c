//! What can be asked for. One list names the matters; each answers the same questions in the module of its subject.

use serde::{Deserialize, Serialize};

use super::{Answer, Peers, Request};
use crate::clearances::{ClearanceGranted, ReinstateMatter};
use crate::custody::{CustodyUse, SharingMatter};
use crate::documents::FilingWithdrawn;
use crate::dossiers::LeadNamed;
use crate::fact::{Concerns, Context, RequiredParts};
use crate::log::{Act, AuditRecord};
use crate::people::{FunctionSet, ReissueMatter, RolesMatter, UnfreezingMatter};
use crate::releases::ReleaseMatter;
use crate::state::State;
use crate::system::{ApprovalMatter, AuthoritiesReplaced, GuideReplaced, PrinterListed};
use crate::{AssentId, ClassId, ForgedRule as Rule, OfficerId};

macro_rules! matters {
    ($($(#[doc = $doc:literal])+ $kind:ident($of:ty) as $as:ident;)+) => {
        /// What is asked for.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "kebab-case")]
        pub enum Matter {
            $($(#[doc = $doc])+ $kind($of),)+
        }

        /// What kind of thing is asked for. Words: `ui-assent-kind-<this>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        #[cfg_attr(feature = "screen", derive(specta::Type))]
        #[serde(rename_all = "kebab-case")]
        pub enum AssentKind {
            $($kind,)+
        }

        impl Matter {
            pub fn kind(&self) -> AssentKind {
                match self {
                    $(Matter::$kind(_) => AssentKind::$kind,)+
                }
            }

            pub(crate) fn its(&self) -> &dyn Assentable {
                match self {
                    $(Matter::$kind(matter) => matter,)+
                }
            }

            $(/// None of another kind.
            pub fn $as(&self) -> Option<&$of> {
                if let Matter::$kind(matter) = self { Some(matter) } else { None }
            })+
        }
    };
}

matters! {
    /// That documents go to a partner.
    Release(ReleaseMatter) as release;
    /// That an officer is cleared, where that takes two.
    Clearance(ClearanceGranted) as clearance;
    /// That keys are had from custody.
    Custody(CustodyUse) as custody;
    /// That custody is shared again.
    CustodySharing(SharingMatter) as custody_sharing;
    /// That the system is approved, and the full rules are in force from then on.
    Approval(ApprovalMatter) as approval;
    /// That another classification guide is in force, where that takes two.
    Guide(GuideReplaced) as guide;
    /// That the vault speaks for other authorities, where that takes two.
    Authorities(AuthoritiesReplaced) as authorities;
    /// That the freeze of an account is lifted.
    Unfreezing(UnfreezingMatter) as unfreezing;
    /// That an officer is given charges.
    Roles(RolesMatter) as roles;
    /// That an officer is within his function, or authorised outside it.
    Function(FunctionSet) as function;
    /// That an officer who lost his keys is let in with others.
    Reissue(ReissueMatter) as reissue;
    /// That the suspension of a clearance ends, where that takes two.
    Reinstatement(ReinstateMatter) as reinstatement;
    /// That a dossier which nobody leads has a lead again, where that takes two.
    Succession(LeadNamed) as succession;
    /// That a document which should not have been filed is withdrawn, where that takes two.
    Withdrawal(FilingWithdrawn) as withdrawal;
    /// That a printer comes onto the list, where that takes two.
    Printer(PrinterListed) as printer;
}

/// What keeps a thing from being done, no matter who says yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// The officer whom it is about has keys that another chose, and has not made his own yet.
    KeysOfAnother,
    /// It was decided otherwise meanwhile.
    Overtaken,
}

impl Hindrance {
    pub(crate) fn rule(self) -> Rule {
        match self {
            Hindrance::KeysOfAnother => Rule::NotOwnKeys,
            Hindrance::Overtaken => Rule::RequestStale,
        }
    }
}

/// A step of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Asked,
    Answered(Answer),
}

/// Whose answers count.
#[derive(Clone, Copy, Debug)]
pub enum Answering<'m> {
    /// Those of others with the same charge as the one who asked.
    Peers(Peers<'m>),
    /// Those that the decision about each document permits.
    Release(&'m ReleaseMatter),
    /// Those of custodians; security officers stop a use as well.
    Custody(&'m CustodyUse),
    Sharing(&'m SharingMatter),
}

/// What the entry of a yes brings in addition to the answer.
#[derive(Clone, Copy, Debug)]
pub enum Brings<'m> {
    Nothing,
    /// The keys that take the place of lost ones.
    Keys(&'m ReissueMatter),
    /// The custodian's shares of the keys that are asked for.
    Shares(&'m CustodyUse),
    /// The custodian's shares of the keys that nobody holds any more.
    OrphanShares(&'m SharingMatter),
}

/// What a matter must say of itself. No defaults, so that a new matter cannot leave anything out.
pub(crate) trait Assentable {
    /// How many must say yes.
    fn needed(&self) -> usize;

    /// On the state before the request.
    ///
    /// # Errors
    /// The rule that asking for it breaks.
    fn may_ask(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule>;

    /// Whose answers count now, whatever was so when it was asked for.
    fn answering(&self, state: &State) -> Answering<'_>;

    /// The classes on whose sheets the entries of its steps may write.
    fn classes(&self, state: &State) -> Vec<ClassId>;

    /// The act of a step, in the log.
    fn act(&self, step: Step) -> Act;

    /// Adds to the record of a step what every line about it says.
    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord;

    fn concerns(&self) -> Concerns<'_>;

    /// What keeps it from being done now, no matter who says yes.
    fn hindered(&self, state: &State) -> Option<Hindrance>;

    fn brings(&self) -> Brings<'_>;

    /// What becomes of it with the last yes.
    fn done(&self, state: &mut State, by: &Context<'_>);
}

impl Matter {
    /// See [`Answering`].
    pub fn answering(&self, state: &State) -> Answering<'_> {
        self.its().answering(state)
    }

    /// See [`Brings`].
    pub fn brings(&self) -> Brings<'_> {
        self.its().brings()
    }

    /// To whom the yes of a custodian hands over his shares.
    pub fn handed_to(&self, state: &State, officer: &OfficerId) -> Option<&OfficerId> {
        match self.brings() {
            Brings::Shares(of) => Some(&of.carrier),
            Brings::OrphanShares(of) => Some(&of.over.carrier).filter(|_| of.hands_over(state, officer)),
            Brings::Nothing | Brings::Keys(_) => None,
        }
    }

    /// Whether the yes of an officer, who said it before, counts still. Where one yes is all that it takes, it was done with that.
    pub(crate) fn counts(&self, state: &State, officer: &OfficerId) -> bool {
        match self.brings() {
            Brings::Shares(of) => of.counts(state, officer),
            Brings::OrphanShares(of) => of.counts(state, officer),
            Brings::Nothing | Brings::Keys(_) => true,
        }
    }

    /// What the person to whom a yes hands over shares could know from here on. From the first yes: the shares that are still
    /// lacking he may have already, as a custodian himself or from one who does not say so in the log.
    pub(crate) fn handed(&self, state: &mut State) {
        match self.brings() {
            Brings::Shares(of) => state.carried_by(&of.keys, &of.carrier),
            Brings::OrphanShares(of) => state.carried_by(&of.over.keys, &of.over.carrier),
            Brings::Nothing | Brings::Keys(_) => {}
        }
    }

    /// What keeps it from being done now, no matter who says yes.
    pub fn hindered(&self, state: &State) -> Option<Hindrance> {
        self.its().hindered(state)
    }

    /// Whether the entry of a yes brings what is done by it.
    pub(crate) fn is_brought(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        match self.brings() {
            Brings::Keys(of) => of.is_introduced(state, by),
            Brings::Nothing | Brings::Shares(_) | Brings::OrphanShares(_) => Ok(()),
        }
    }

    /// Which parts the entry of a yes must have for it, in addition to those of every answer.
    pub(crate) fn parts_of_yes(&self, after: &State) -> RequiredParts {
        match self.brings() {
            Brings::Keys(of) => of.parts(after),
            Brings::Nothing | Brings::Shares(_) | Brings::OrphanShares(_) => RequiredParts::none(),
        }
    }

    /// Whether the other asks for the same; of roles, for one of them. What each request seals again for its readers is not what is asked for.
    pub fn asks_the_same(&self, other: &Matter) -> bool {
        match self.brings() {
            Brings::Shares(of) => other.custody().is_some_and(|other| of.asks_the_same(other)),
            Brings::OrphanShares(of) => other.custody_sharing().is_some_and(|other| of.asks_the_same(other)),
            Brings::Nothing | Brings::Keys(_) => match self.roles().zip(other.roles()) {
                Some((of, other)) => of.asks_the_same(other),
                None => self == other,
            },
        }
    }

    /// The act of asking for it, in the log.
    pub fn asked(&self) -> Act {
        self.its().act(Step::Asked)
    }

    /// The act of an answer, in the log.
    pub fn act(&self, answer: Answer) -> Act {
        self.its().act(Step::Answered(answer))
    }

    pub(crate) fn record(&self, step: Step, request: &AssentId) -> AuditRecord {
        self.its().about(request, AuditRecord::new(self.its().act(step)))
    }
}
