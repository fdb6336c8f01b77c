//! The second of two: what a fact says of him, and his signature under what both do and all that the entry says of it.

use ledger::VaultId;
use seal::{Signatures, Signer, VerifyingKey, Weight};
use serde::{Deserialize, Serialize};

use super::{Context, EntryDigest, require};
use crate::log::Act;
use crate::shares::Encoded;
use crate::state::State;
use crate::{AssentId, ClassId, DocumentId, ForgedRule as Rule, OfficerId};

/// What a fact says of two officers. Each fact answers, so that none can leave it out; how it is told stands with the answer.
pub enum BySecond<F> {
    /// Of no two.
    Nothing,
    /// Where two open the document, everybody is told that it was done, and by whom.
    Told(Telling<F>),
    /// It was put into another dossier: both dossiers are told.
    Refiled(fn(&F) -> &DocumentId),
    /// A request, and what is done about it where it asks for a release: those who open one of its documents by two are told.
    Step(fn(&F) -> (AssentId, Act)),
    /// Two change a document, and the second signs it: the other facts of the entry say how.
    Changed(fn(&F) -> &DocumentId, Signing<F>),
    /// Two opened a document: everybody is told, and the second signs it.
    Opened(Telling<F>, Signing<F>),
    /// A second signs it, where one stands in it.
    Signed(Signing<F>),
}

/// What everybody is told, and of which document.
type Telling<F> = fn(&F) -> (&DocumentId, OfTwo);

/// The second who stands in it, and what he does with the author; none: it is of one.
type Signing<F> = for<'f> fn(&'f mut F) -> Option<(&'f mut Witness, Together<'f>)>;

impl<F> BySecond<F> {
    pub(crate) fn told<'f>(&self, fact: &'f F) -> Option<(&'f DocumentId, OfTwo)> {
        match self {
            BySecond::Told(told) | BySecond::Opened(told, _) => Some(told(fact)),
            BySecond::Nothing
            | BySecond::Refiled(_)
            | BySecond::Step(_)
            | BySecond::Changed(..)
            | BySecond::Signed(_) => None,
        }
    }

    /// The document that was put into another dossier.
    pub(crate) fn refiled<'f>(&self, fact: &'f F) -> Option<&'f DocumentId> {
        match self {
            BySecond::Refiled(refiled) => Some(refiled(fact)),
            BySecond::Nothing
            | BySecond::Told(_)
            | BySecond::Step(_)
            | BySecond::Changed(..)
            | BySecond::Opened(..)
            | BySecond::Signed(_) => None,
        }
    }

    /// The request, and what is done about it.
    pub(crate) fn step(&self, fact: &F) -> Option<(AssentId, Act)> {
        match self {
            BySecond::Step(step) => Some(step(fact)),
            BySecond::Nothing
            | BySecond::Told(_)
            | BySecond::Refiled(_)
            | BySecond::Changed(..)
            | BySecond::Opened(..)
            | BySecond::Signed(_) => None,
        }
    }

    /// The document that two change.
    pub(crate) fn changed<'f>(&self, fact: &'f F) -> Option<&'f DocumentId> {
        match self {
            BySecond::Changed(changed, _) => Some(changed(fact)),
            BySecond::Nothing
            | BySecond::Told(_)
            | BySecond::Refiled(_)
            | BySecond::Step(_)
            | BySecond::Opened(..)
            | BySecond::Signed(_) => None,
        }
    }

    pub(crate) fn signed<'f>(&self, fact: &'f mut F) -> Option<(&'f mut Witness, Together<'f>)> {
        match self {
            BySecond::Changed(_, signed) | BySecond::Opened(_, signed) | BySecond::Signed(signed) => signed(fact),
            BySecond::Nothing | BySecond::Told(_) | BySecond::Refiled(_) | BySecond::Step(_) => None,
        }
    }

    /// Whether a second may stand in it.
    pub(crate) fn may_be_signed(&self) -> bool {
        match self {
            BySecond::Changed(..) | BySecond::Opened(..) | BySecond::Signed(_) => true,
            BySecond::Nothing | BySecond::Told(_) | BySecond::Refiled(_) | BySecond::Step(_) => false,
        }
    }
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
    /// It came into this dossier from another.
    Refiled,
    /// It left this dossier.
    Left,
    /// Another document was made from it.
    Derived,
    /// A step of its release.
    Released(Act),
    /// By its author with this officer.
    Opened {
        with: OfficerId,
    },
}

/// Begins what a second officer signs. No entry, checkpoint, or statement about keys begins so.
const STATEMENT: &str = "zegel-two/2";

/// What two do together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together<'t> {
    Open(&'t DocumentId),
    /// What the entry does to it, the entry says, and he signs that as well.
    Change(&'t DocumentId),
    Deal(&'t ClassId, u32),
}

/// The second of two: his signature under what both do, the place in the log where they do it, and what the entry says there.
/// So nobody's entry says of another that he was there, nor that he was there for something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    pub officer: OfficerId,
    /// His verifying key.
    key: Encoded,
    proof: Signatures,
}

impl Witness {
    /// That he is the second, before he signs: so he stands in what he signs.
    pub fn to_sign(officer: &OfficerId) -> Witness {
        // No signer's: a key of no bytes verifies nothing.
        let proof = Signatures::from_parts(&[0; 64], None).expect("64 bytes are a signature's length");
        Witness { officer: officer.clone(), key: Encoded(Vec::new()), proof }
    }

    /// The second officer, who signs it here and now. `index`: of the entry that says so, by `author`.
    pub fn sign(
        officer: &OfficerId,
        signer: &Signer,
        (vault, author, index): (&VaultId, &OfficerId, u64),
        what: Together<'_>,
        digest: &EntryDigest,
    ) -> Witness {
        let statement = statement(vault, author, index, officer, what, digest);
        let proof = signer.sign(Weight::Dual, statement.as_bytes());
        Witness { officer: officer.clone(), key: Encoded(signer.verifying_key().to_bytes()), proof }
    }

    /// Whether he is another than the author, and signed this with the keys that he has now.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub(crate) fn check(&self, state: &State, by: &Context<'_>, what: Together<'_>) -> Result<(), Rule> {
        require(self.officer != *by.author, Rule::OneForTwo)?;
        let key = VerifyingKey::from_bytes(&self.key.0).map_err(|_| Rule::SecondNotProven)?;
        let second = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        require(second.has(key.key_id()), Rule::SecondNotProven)?;
        let digest = by.digest.ok_or(Rule::SecondNotProven)?;
        let statement = statement(by.vault, by.author, by.index, &self.officer, what, digest);
        let proven = key.verify(Weight::Dual, statement.as_bytes(), &self.proof).is_ok();
        require(proven, Rule::SecondNotProven)
    }
}

fn statement(
    vault: &VaultId,
    author: &OfficerId,
    index: u64,
    second: &OfficerId,
    what: Together<'_>,
    digest: &EntryDigest,
) -> String {
    let what = match what {
        Together::Open(document) => format!("open: {document}"),
        Together::Change(document) => format!("change: {document}"),
        Together::Deal(class, epoch) => format!("deal: {class} {epoch}"),
    };
    format!("{STATEMENT}\nvault: {vault}\nentry: {index}\nauthor: {author}\nsecond: {second}\n{what}\nsays: {digest}\n")
}
