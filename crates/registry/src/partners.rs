//! Partner services, and the keys that packages for them are sealed to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Level;
use policy::four_eyes::{Since, Word};
use policy::{PartnerFacts, Role};
use seal::{Recipient, Weight};
use serde::{Deserialize, Serialize};

use crate::assents::Request;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::people::Officer;
use crate::rights::Alone;
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
    /// Who entered it, or changed it last.
    pub entered_by: OfficerId,
    /// All who brought what of it nobody has compared yet, or had not when it was compared.
    pub brought_by: BTreeSet<OfficerId>,
    /// The entry that made it a partner.
    pub entered: u64,
    /// The entry that said so, and when that was, in milliseconds since 1970.
    pub index: u64,
    pub at_ms: i64,
    /// Who compared its key by another way: somebody else.
    pub confirmed_by: Option<OfficerId>,
    /// The one person on whose word are both who entered it and who compared it; none: they are two.
    pub alone: Option<Alone>,
    /// What was last confirmed, while a change of it waits for another.
    pub before: Option<PartnerRecord>,
    /// Keys that it had before.
    pub former: Vec<FormerPartnerKeys>,
}

/// The keys that a partner had before others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerPartnerKeys {
    pub recipient: Recipient,
    pub signing_key: Option<String>,
}

impl PartnerRecord {
    fn has_key(&self, recipient: &Recipient, signing_key: Option<&str>) -> bool {
        are_keys(&self.recipient, self.signing_key.as_deref(), recipient, signing_key)
    }
}

impl Partner {
    fn new(record: &PartnerRecord, by: &Context<'_>) -> Partner {
        Partner {
            record: record.clone(),
            entered_by: by.author.clone(),
            brought_by: [by.author.clone()].into(),
            entered: by.index,
            index: by.index,
            at_ms: by.at_ms,
            confirmed_by: None,
            alone: None,
            before: None,
            former: Vec::new(),
        }
    }

    /// Whether one of these is or was a key of it.
    fn has_had_key(&self, recipient: &Recipient, signing_key: Option<&str>) -> bool {
        let had =
            |keys: &FormerPartnerKeys| are_keys(&keys.recipient, keys.signing_key.as_deref(), recipient, signing_key);
        self.record.has_key(recipient, signing_key) || self.former.iter().any(had)
    }
}

/// Whether two pairs of keys have one in common.
fn are_keys(recipient: &Recipient, signing_key: Option<&str>, other: &Recipient, other_signs: Option<&str>) -> bool {
    let same = |one: &str| other_signs.is_some_and(|other| other.split_whitespace().eq(one.split_whitespace()));
    recipient == other || signing_key.is_some_and(same)
}

/// A partner is entered, with a key that nobody has compared yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerAdded {
    pub partner: PartnerRecord,
}

impl Fact for PartnerAdded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let PartnerRecord { id, recipient, signing_key, nation, .. } = &self.partner;
        state.require_role(by.author, KEEPERS, Rule::NotReleaseAuthority)?;
        // One that differs by case alone would be taken for it.
        require(state.partner_called(id).is_none(), Rule::PartnerAddedTwice)?;
        require(state.owner_of(recipient, signing_key.as_deref()).is_none(), Rule::KeyOfAnother)?;
        require(label::is_nation(nation), Rule::UnknownNation)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.partners.insert(self.partner.id.clone(), Partner::new(&self.partner, by));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.partner.describe(AuditRecord::new(Act::AddPartner))
    }
}

impl PartnerRecord {
    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record
            .about("partner", self.id.to_string())
            .about("nation", self.nation.clone())
            .about("ceiling", self.ceiling.as_str())
            .about("fingerprint", self.recipient.fingerprint())
            .with_categories(&self.categories)
    }
}

/// A partner is another from here on: its key, its ceiling, its nation, whatever is known of it. Nobody has compared that yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerChanged {
    pub partner: PartnerRecord,
}

impl Fact for PartnerChanged {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let PartnerRecord { id, recipient, signing_key, nation, .. } = &self.partner;
        state.require_role(by.author, KEEPERS, Rule::NotReleaseAuthority)?;
        let partner = state.partners.get(id).ok_or(Rule::UnknownPartner)?;
        require(partner.record != self.partner, Rule::PartnerUnchanged)?;
        require(state.may_change_partner(partner, by.author), Rule::PartnerWaits)?;
        require(state.owner_besides(recipient, signing_key.as_deref(), Some(id)).is_none(), Rule::KeyOfAnother)?;
        require(label::is_nation(nation), Rule::UnknownNation)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(partner) = state.partners.get_mut(&self.partner.id) else { return };
        let mut changed = Partner::new(&self.partner, by);
        // Who is gone may have brought a key that nobody looked at: he counts as well.
        if partner.confirmed_by.is_none() {
            changed.brought_by.append(&mut partner.brought_by);
        }
        let confirmed = partner.confirmed_by.is_some().then(|| partner.record.clone());
        changed.before = confirmed.or_else(|| partner.before.take());
        changed.former = std::mem::take(&mut partner.former);
        changed.entered = partner.entered;
        let PartnerRecord { recipient, signing_key, .. } = partner.record.clone();
        if recipient != self.partner.recipient || signing_key != self.partner.signing_key {
            changed.former.push(FormerPartnerKeys { recipient, signing_key });
        }
        *partner = changed;
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.partner.describe(AuditRecord::new(Act::ChangePartner))
    }
}

/// Somebody else compared the key of a partner by another way, and agrees to what was entered of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerConfirmed {
    pub partner: PartnerId,
    pub fingerprint: String,
    /// The entry that entered or changed it: a later change is not agreed to unseen.
    pub entered: u64,
}

impl Fact for PartnerConfirmed {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, KEEPERS, Rule::NotReleaseAuthority)?;
        let partner = state.partners.get(&self.partner).ok_or(Rule::UnknownPartner)?;
        require(partner.record.recipient.has_fingerprint(&self.fingerprint), Rule::FingerprintOfAnotherKey)?;
        // A key that one person brings and confirms is compared with nothing.
        require(!partner.brought_by.contains(by.author), Rule::PartnerConfirmedByOneself)?;
        let two = |other| state.word_of_two(by.author, other) == Word::OfTwo;
        require(partner.brought_by.iter().all(two), Rule::OneWord)?;
        require(partner.confirmed_by.is_none(), Rule::PartnerConfirmedTwice)?;
        require(partner.index == self.entered, Rule::RequestStale)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let mut brought_by = state.partners.get(&self.partner).into_iter().flat_map(|partner| &partner.brought_by);
        let one = brought_by.find(|other| state.word(by.author, other) == Word::OfOne);
        let alone = one.map(|one| Alone { by: state.vouched_by(one).clone(), index: by.index });
        if let Some(partner) = state.partners.get_mut(&self.partner) {
            (partner.confirmed_by, partner.before) = (Some(by.author.clone()), None);
            partner.alone = alone;
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

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
    /// The partner that is called so, in upper or lower case.
    pub fn partner_called(&self, id: &PartnerId) -> Option<&PartnerId> {
        self.partners.keys().find(|known| known.as_str().eq_ignore_ascii_case(id.as_str()))
    }

    /// Whose key this is already: one key is one partner's, and no officer's. What is sealed for one would be read by the
    /// other.
    pub fn owner_of(&self, recipient: &Recipient, signing_key: Option<&str>) -> Option<(&'static str, String)> {
        self.owner_besides(recipient, signing_key, None)
    }

    /// The same, unless it is this partner.
    pub fn owner_besides(
        &self,
        recipient: &Recipient,
        signing_key: Option<&str>,
        but: Option<&PartnerId>,
    ) -> Option<(&'static str, String)> {
        let others = self.partners.iter().filter(|(id, _)| but != Some(*id));
        let partners = { others }.find(|(_, known)| known.has_had_key(recipient, signing_key));
        let officers = || {
            self.officers.iter().find(|(_, known)| {
                known.identities().any(|(_, own)| own == recipient)
                    || known.former.iter().any(|former| former.recipient == *recipient)
            })
        };
        partners
            .map(|(id, _)| ("partner", id.to_string()))
            .or_else(|| officers().map(|(id, _)| ("officer", id.to_string())))
    }

    /// Whether an officer who keeps partners may change one: what waits to be compared is changed by the officer who brought it alone, so that
    /// nobody confirms his own key under another's change. Unless he is gone for good.
    pub fn may_change_partner(&self, partner: &Partner, officer: &OfficerId) -> bool {
        let gone = || !self.officers.get(&partner.entered_by).is_some_and(Officer::belongs);
        partner.confirmed_by.is_some() || partner.entered_by == *officer || gone()
    }

    /// Whether a partner is still what he was when somebody asked for something to do with him: the entry that asks changes nothing
    /// of him.
    pub fn partner_since(&self, id: &PartnerId, request: &Request) -> Since {
        let changed = self.partners.get(id).is_none_or(|partner| partner.index >= request.index);
        if changed { Since::Changed } else { Since::Unchanged }
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
