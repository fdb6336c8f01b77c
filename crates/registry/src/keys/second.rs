//! The second of two: his signature under what both do, and under all that the entry says of it.

use ledger::VaultId;
use seal::{Signatures, Signer, VerifyingKey, Weight};
use serde::{Deserialize, Serialize};

use crate::fact::{Context, EntryDigest, require};
use crate::shares::Encoded;
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};

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
