//! An officer's own keys: what he signs with and what is sealed to. Others take their place when he renews them.

use ledger::VaultId;
use seal::{KeyId, Recipient, Signatures, Signer, VerifyingKey, Weight, sha256};
use serde::{Deserialize, Serialize};

use super::Officer;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// Begins what new keys sign. No entry and no checkpoint begins so: entries are CBOR, and a checkpoint begins with the name of
/// its log.
const STATEMENT: &str = "zegel-keys/1";
/// Groups of a short code, and digits of each.
const GROUPS: usize = 6;
const DIGITS: u32 = 5;

/// What two people read to each other to know that they mean the same keys: six groups of five digits, of both keys.
pub fn short_code(recipient: &Recipient, key: KeyId) -> String {
    let digest = sha256(format!("{STATEMENT}\n{recipient}\n{key}\n").as_bytes());
    let group = |bytes: &[u8]| {
        let number = bytes.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        format!("{:05}", number % 10_u64.pow(DIGITS))
    };
    let groups: Vec<String> = digest.chunks_exact(5).take(GROUPS).map(group).collect();
    groups.join(" ")
}

/// Keys of an officer, and the proof that the person who chose them has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewKeys {
    pub recipient: Recipient,
    /// Of the verifying key in the same entry's `author` part.
    pub key: KeyId,
    /// By that key, of what these keys are for.
    pub proof: Signatures,
}

impl NewKeys {
    /// New keys of an officer of a vault, in place of those that he signs with now; none: he has none yet, or has lost them.
    pub fn of(
        vault: &VaultId,
        officer: &OfficerId,
        replaces: Option<KeyId>,
        recipient: &Recipient,
        signer: &Signer,
    ) -> NewKeys {
        let statement = statement(vault, officer, replaces, recipient, signer.key_id());
        let proof = signer.sign(Weight::Dual, statement.as_bytes());
        NewKeys { recipient: recipient.clone(), key: signer.key_id(), proof }
    }

    /// Whether these keys were chosen for this, by the person who has them.
    pub fn are_for(&self, vault: &VaultId, officer: &OfficerId, replaces: Option<KeyId>, signs: &VerifyingKey) -> bool {
        let statement = statement(vault, officer, replaces, &self.recipient, self.key);
        signs.key_id() == self.key && signs.verify(Weight::Dual, statement.as_bytes(), &self.proof).is_ok()
    }

    /// Whether nobody has or had them.
    pub(super) fn are_free(&self, state: &State) -> Result<(), Rule> {
        require(self.recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
        let known = state.by_key.contains_key(&self.key) || state.owner_of(&self.recipient, None).is_some();
        require(!known, Rule::KeyOfAnother)
    }

    /// Whether an entry may give them to an officer.
    pub(super) fn check(
        &self,
        state: &State,
        by: &Context<'_>,
        officer: &OfficerId,
        replaces: Option<KeyId>,
    ) -> Result<(), Rule> {
        self.are_free(state)?;
        let [introduced] = by.introduces else { return Err(Rule::AuthorNotIntroduced) };
        require(introduced.key_id() == self.key, Rule::AuthorNotIntroduced)?;
        require(self.are_for(by.vault, officer, replaces, introduced), Rule::KeysNotProven)
    }
}

fn statement(
    vault: &VaultId,
    officer: &OfficerId,
    replaces: Option<KeyId>,
    recipient: &Recipient,
    key: KeyId,
) -> String {
    let replaces = replaces.map_or_else(|| "none".to_owned(), |key| key.to_string());
    format!(
        "{STATEMENT}\nvault: {vault}\nofficer: {officer}\nreplaces: {replaces}\nrecipient: {recipient}\nkey: {key}\n"
    )
}

/// Keys that an officer had. What he signed with them remains his; nothing that is signed with them later counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerKeys {
    pub key: KeyId,
    pub recipient: Recipient,
    /// When others took their place, in milliseconds since 1970.
    pub until_ms: i64,
    /// Whether he had lost them: what his program wrote for itself with them, nobody reads any more.
    pub lost: bool,
    /// Whether they were taken from him as one of several identities, and not replaced.
    pub revoked: bool,
}

/// An officer has made new keys. What he may hold is delivered to them in the same entry, by himself or later by others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysRenewed {
    pub officer: OfficerId,
    pub keys: NewKeys,
}

impl Fact for KeysRenewed {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// Signed with the old keys, as every entry of his was until now; proven with the new ones.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(self.officer == *by.author, Rule::AboutAnother)?;
        let officer = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        require(!state.custody_hangs_on(&self.officer, by), Rule::CustodyNotSound)?;
        self.keys.check(state, by, &self.officer, Some(officer.key))
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        // His shares of what two open he passes on to them himself: with the old ones alone nobody opens it.
        let before = state.officers.get(&self.officer).map(Officer::keys).unwrap_or_default();
        state.keys.values_mut().for_each(|chain| chain.dealt_besides(&self.officer, &before, self.keys.key));
        state.replace_keys(&self.officer, &self.keys, false, by);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(after.parts_of_new_keys(&self.officer, &self.keys))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::RenewIdentity).about("officer", self.officer.to_string())
    }
}

impl State {
    /// What the entry must have by which keys were replaced. On the state after it.
    pub(super) fn parts_of_new_keys(&self, officer: &OfficerId, new: &NewKeys) -> RequiredParts {
        let former = self.officers.get(officer).and_then(|officer| officer.former.last());
        RequiredParts { renews: former.map(|former| former.key), ..RequiredParts::introduces(new.key) }
    }

    /// Puts new keys of an officer in the place of those that he has.
    ///
    /// What he was given is not at hand for the new keys, and anyone who has the old ones has it: it is to be delivered to him
    /// again, and is due.
    pub(super) fn replace_keys(&mut self, id: &OfficerId, new: &NewKeys, lost: bool, by: &Context<'_>) {
        let Some(officer) = self.officers.get_mut(id) else { return };
        // Anyone who had one of his identities could have added another: all of them end, and are added again.
        officer.end_further(by.at_ms);
        let recipient = std::mem::replace(&mut officer.recipient, new.recipient.clone());
        let key = std::mem::replace(&mut officer.key, new.key);
        officer.renewal_due = false;
        officer.keys_decided = by.index;
        if lost {
            officer.last_session = None;
        }
        officer.former.push(FormerKeys { key, recipient, until_ms: by.at_ms, lost, revoked: false });
        self.by_key.insert(new.key, id.clone());
        self.keys.values_mut().for_each(|chain| chain.keys_replaced(id));
        if !lost {
            self.custodian_has_other_keys(id, key, by);
        }
    }
}
