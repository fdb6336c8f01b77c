//! Partner services, and the keys that packages for them are sealed to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Level;
use policy::four_eyes::Word;
use policy::{PartnerFacts, Role};
use seal::{Recipient, Weight};
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId, PartnerId};

/// The roles of those who keep partners.
const KEEPERS: &[Role] = &[Role::SecurityOfficer, Role::ReleaseAuthority];

/// A partner as registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerRecord {
    pub id: PartnerId,
    pub name: String,
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    pub recipient: Recipient,
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub agreement: Option<String>,
    pub until: Option<NaiveDate>,
}

/// A partner as he is now.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Partner {
    pub record: PartnerRecord,
    /// Who brought its key.
    pub entered_by: OfficerId,
    /// Who compared its key by another way: somebody else.
    pub confirmed_by: Option<OfficerId>,
}

/// A partner is entered, with a key that nobody has compared yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerAdded {
    pub partner: PartnerRecord,
}

impl Fact for PartnerAdded {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let PartnerRecord { id, recipient, signing_key, nation, .. } = &self.partner;
        state.require_role(by.author, KEEPERS, Rule::NotReleaseAuthority)?;
        require(!state.partners.contains_key(id), Rule::PartnerAddedTwice)?;
        require(state.owner_of(recipient, signing_key.as_deref()).is_none(), Rule::KeyOfAnother)?;
        require(label::is_nation(nation), Rule::UnknownNation)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let partner = Partner { record: self.partner.clone(), entered_by: by.author.clone(), confirmed_by: None };
        state.partners.insert(self.partner.id.clone(), partner);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::AddPartner)
            .about("partner", self.partner.id.to_string())
            .about("nation", self.partner.nation.clone())
            .about("ceiling", self.partner.ceiling.as_str())
            .about("fingerprint", self.partner.recipient.fingerprint())
            .with_categories(&self.partner.categories)
    }
}

/// Somebody else compared the key of a partner by another way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerConfirmed {
    pub partner: PartnerId,
    pub fingerprint: String,
}

impl Fact for PartnerConfirmed {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, KEEPERS, Rule::NotReleaseAuthority)?;
        let partner = state.partners.get(&self.partner).ok_or(Rule::UnknownPartner)?;
        require(partner.record.recipient.has_fingerprint(&self.fingerprint), Rule::FingerprintOfAnotherKey)?;
        // A key that one person brings and confirms is compared with nothing.
        require(partner.entered_by != *by.author, Rule::PartnerConfirmedByOneself)?;
        require(state.word_of_two(by.author, &partner.entered_by) == Word::OfTwo, Rule::OneWord)?;
        require(partner.confirmed_by.is_none(), Rule::PartnerConfirmedTwice)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(partner) = state.partners.get_mut(&self.partner) {
            partner.confirmed_by = Some(by.author.clone());
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::ConfirmPartner)
            .about("partner", self.partner.to_string())
            .about("fingerprint", self.fingerprint.clone())
    }
}

impl State {
    /// Whose key this is already: one key is one partner's, and no officer's. What is sealed for one would be read by the
    /// other.
    pub fn owner_of(&self, recipient: &Recipient, signing_key: Option<&str>) -> Option<(&'static str, String)> {
        let partners = self.partners.iter().find(|(_, known)| {
            let signs =
                |key: &str| signing_key.is_some_and(|asked| asked.split_whitespace().eq(key.split_whitespace()));
            known.record.recipient == *recipient || known.record.signing_key.as_deref().is_some_and(signs)
        });
        let officers = || {
            self.officers.iter().find(|(_, known)| {
                known.recipient == *recipient || known.former.iter().any(|former| former.recipient == *recipient)
            })
        };
        partners
            .map(|(id, _)| ("partner", id.to_string()))
            .or_else(|| officers().map(|(id, _)| ("officer", id.to_string())))
    }

    pub fn partner_facts(&self, id: &PartnerId) -> Option<PartnerFacts> {
        let Partner { record, confirmed_by, .. } = self.partners.get(id)?;
        Some(PartnerFacts {
            id: record.id.to_string(),
            nation: record.nation.clone(),
            communities: record.communities.clone(),
            ceiling: record.ceiling,
            categories: record.categories.clone(),
            agreement: record.agreement.clone().map(|reference| (reference, record.until)),
            confirmed: confirmed_by.is_some(),
        })
    }
}
