//! What the log says is so. Made by replaying it, and by nothing else.
//!
//! Every event is applied only after its author's right to it was checked against the state before it (`rights`): an officer
//! who edits the files with his own valid keys gains nothing, his entry stops every replay.

mod apply;
mod chain;
mod facts;
mod filings;
mod rights;
mod rule;
mod rules;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use label::{AccessPart, Level};
use policy::authorities::OwnAuthorities;
use policy::guide::Guide;
use policy::{
    AccountStatus, ApprovalFacts, DossierStatus, Marked, MembershipFacts, OfficerFacts, PartnerFacts, Role, SystemFacts,
};
use seal::{KeyId, Recipient};
use serde::{Deserialize, Serialize};

pub(crate) use apply::Context;
pub(crate) use chain::{Chain, Epoch};
pub(crate) use facts::{FilingQuestion, ReclassifyQuestion, ReleaseQuestion};
pub(crate) use filings::{Filing, Filings, Former};
pub(crate) use rights::OWN_POLICY;
pub use rule::ForgedRule;
pub(crate) use rules::{reasons, rules};

use crate::entries::{Consented, KeyName, PartnerRecord};
use crate::{ClassId, DocumentId, DossierKey, OfficerId, PartnerId, ReleaseId, ReleaseStatus};

/// The longest that a clearance is valid, in years.
const YEARS: i16 = 5;

/// Everything that decisions rest on, as of one position in the log.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    pub name: String,
    /// The prefix of reference numbers.
    pub register: String,
    pub officers: BTreeMap<OfficerId, Officer>,
    pub by_key: BTreeMap<KeyId, OfficerId>,
    pub approval: Option<Approval>,
    /// None: the one that ships with the program.
    pub guide: Option<GuideInForce>,
    pub authorities: AuthoritiesInForce,
    #[serde(with = "pairs")]
    pub keys: BTreeMap<KeyName, Chain>,
    pub dossiers: BTreeMap<DossierKey, Dossier>,
    pub classes: BTreeMap<ClassId, Class>,
    pub documents: Filings,
    pub partners: BTreeMap<PartnerId, Partner>,
    pub releases: BTreeMap<ReleaseId, Release>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Officer {
    pub full_name: String,
    pub facts: OfficerFacts,
    /// Beside `facts.clearances`, one by one.
    pub papers: Vec<Papers>,
    pub recipient: Recipient,
    pub key: KeyId,
    /// When a session of this officer last began, in milliseconds since 1970.
    pub last_session: Option<i64>,
    /// His passphrase is not the one that he was given any more.
    pub own_passphrase: bool,
}

/// What a clearance rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Papers {
    pub certificate: String,
    pub authority: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Approval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: Date,
    pub at_ms: i64,
    pub by: OfficerId,
}

/// A guide that a security officer put in force.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct GuideInForce {
    pub guide: Guide,
    pub at_ms: i64,
    pub by: OfficerId,
}

/// The authorities that the vault speaks for beside its own name, and who last changed their list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct AuthoritiesInForce {
    pub list: OwnAuthorities,
    pub changed: Option<(i64, OfficerId)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Dossier {
    /// Who made it and keeps its list.
    pub keeper: OfficerId,
    pub lead: Option<OfficerId>,
    pub members: BTreeMap<OfficerId, MembershipFacts>,
    pub status: DossierStatus,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Class {
    pub access: AccessPart,
    pub dossier: DossierKey,
    /// The register's code in reference numbers: `S-K7Q`.
    pub code: String,
    /// How many documents, by year.
    pub counts: BTreeMap<i16, u32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Partner {
    pub record: PartnerRecord,
    /// Who brought its key.
    pub entered_by: OfficerId,
    /// Who compared its key by another way: somebody else.
    pub confirmed_by: Option<OfficerId>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Release {
    pub partner: PartnerId,
    pub documents: Vec<DocumentId>,
    pub consents: BTreeMap<DocumentId, Consented>,
    pub requested_by: OfficerId,
    pub requested_ms: i64,
    /// Its entry.
    pub requested_at: u64,
    pub approved: Option<(OfficerId, i64)>,
    pub refused: Option<Refusal>,
    pub written_ms: Option<i64>,
    pub recalled: bool,
    /// The entries of its steps: only there it has lines on the sheets of its documents.
    pub steps: Vec<u64>,
}

/// Who refused a release, when, and in which entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Refusal {
    pub by: OfficerId,
    pub at_ms: i64,
    pub index: u64,
}

impl Class {
    /// The next number of the register in the year of an instant, and the year.
    pub fn next_number(&mut self, at: Timestamp) -> (i16, u32) {
        let year = day(at).year();
        let count = self.counts.entry(year).or_default();
        *count += 1;
        (year, *count)
    }
}

impl Release {
    /// Whether a document of it was marked otherwise since it was asked for: each change of a marking is an entry.
    pub fn marked(&self, filing: &Filing) -> Marked {
        if filing.index > self.requested_at { Marked::Otherwise } else { Marked::AsAsked }
    }

    pub fn status(&self) -> ReleaseStatus {
        match (self.recalled, &self.refused, self.written_ms, &self.approved) {
            (true, _, _, _) => ReleaseStatus::Recalled,
            (false, Some(_), _, _) => ReleaseStatus::Refused,
            (false, None, Some(_), _) => ReleaseStatus::Written,
            (false, None, None, Some(_)) => ReleaseStatus::Approved,
            (false, None, None, None) => ReleaseStatus::Waiting,
        }
    }
}

impl Officer {
    pub fn active(&self) -> bool {
        match self.facts.status {
            AccountStatus::Active => true,
            AccountStatus::Disabled => false,
        }
    }

    pub fn is(&self, role: Role) -> bool {
        self.facts.roles.contains(&role)
    }
}

impl State {
    /// What entry 0 is sealed with: nothing is so yet, but its keys are there.
    pub fn before_the_first(oversight: &Recipient) -> State {
        let mut state = State::default();
        let epoch = |recipient| Epoch { recipient, known_to: Default::default(), custody: 0 };
        for (key, recipient) in [(KeyName::Vault, None), (KeyName::Oversight, Some(oversight.clone()))] {
            state.keys.entry(key).or_default().push(epoch(recipient));
        }
        state
    }

    /// Who signs with this key.
    pub fn author(&self, key: KeyId) -> Option<&OfficerId> {
        self.by_key.get(&key)
    }

    /// Whether an active officer has the role.
    pub fn has_role(&self, officer: &OfficerId, role: Role) -> bool {
        self.officers.get(officer).is_some_and(|o| o.active() && o.is(role))
    }

    /// The classification guide in force.
    pub fn guide(&self) -> &Guide {
        self.guide.as_ref().map_or_else(|| Guide::builtin(), |in_force| &in_force.guide)
    }

    pub fn system(&self) -> SystemFacts {
        let approval = self.approval.as_ref().map(|a| ApprovalFacts { ceiling: a.ceiling, until: a.until });
        SystemFacts { approval }
    }

    /// The class of a marking in a dossier, if there is one.
    pub fn class_of(&self, access: &AccessPart, dossier: &DossierKey) -> Option<&ClassId> {
        self.classes.iter().find(|(_, c)| c.dossier == *dossier && c.access == *access).map(|(id, _)| id)
    }

    /// The present epoch of a key.
    pub fn current(&self, key: &KeyName) -> Option<(u32, &Epoch)> {
        self.keys.get(key).and_then(Chain::current)
    }

    /// The reference number of a document, as those who may see it know it.
    pub fn reference(&self, filing: &Filing) -> String {
        let code = self.classes.get(&filing.class).map_or("", |class| class.code.as_str());
        format!("{}/{}/{}/{:04}", self.register, filing.year, code, filing.number)
    }

    /// What somebody gets who files into a class that he cannot read: a number that counts nothing.
    pub fn deposit_number(&self, document: &DocumentId, year: i16) -> String {
        let short: String = document.as_str().chars().take(8).collect();
        format!("{}/{}/D-{}", self.register, year, short.to_uppercase())
    }

    /// Whose key this is already: one key is one partner's, and no officer's. What is sealed for one would be read by the
    /// other.
    pub fn owner_of(&self, recipient: &Recipient, signing_key: Option<&str>) -> Option<(&'static str, String)> {
        let partners = self.partners.iter().find(|(_, known)| {
            let signs =
                |key: &str| signing_key.is_some_and(|asked| asked.split_whitespace().eq(key.split_whitespace()));
            known.record.recipient == *recipient || known.record.signing_key.as_deref().is_some_and(signs)
        });
        let officers = || self.officers.iter().find(|(_, known)| known.recipient == *recipient);
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
            active: true,
        })
    }
}

/// The last day on which a clearance that begins on a day may end.
pub(crate) fn latest_end(from: Date) -> Option<Date> {
    from.checked_add(jiff::Span::new().years(YEARS)).ok()
}

/// The instant of an entry.
pub(crate) fn instant(at_ms: i64) -> Timestamp {
    Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::MAX)
}

/// The day of an instant: a day of UTC, as in decisions.
pub(crate) fn day(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A map with keys that are not text, as a list.
pub(crate) mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(map)
    }

    pub fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Vec::<(K, V)>::deserialize(from)?.into_iter().collect())
    }
}
