//! The state of the vault as the log describes it. Made only by replaying the log.
//!
//! Before a fact is applied, its author's right is checked against the state before it. An officer who edits the files
//! with his own valid keys gains nothing: his entry stops every replay.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use seal::{KeyId, Recipient};
use serde::{Deserialize, Serialize};

use crate::assents::Request;
use crate::custody::Custody;
use crate::documents::Documents;
use crate::dossiers::Dossier;
use crate::keys::{Chain, Class, Epoch, KeyName};
use crate::partners::Partner;
use crate::people::Officer;
use crate::releases::Writings;
use crate::rights::Alone;
use crate::system::{Approval, AuthoritiesInForce, GuideInForce, ListedPrinter};
use crate::{AssentId, ClassId, DocumentId, DossierKey, OfficerId, PartnerId, ReleaseId};

/// Everything that decisions rest on, as of one position in the log. Records of documents are not part of what is written
/// of it: they are in a table of their own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct State {
    pub name: String,
    /// The prefix of reference numbers.
    pub register: String,
    pub officers: BTreeMap<OfficerId, Officer>,
    pub by_key: BTreeMap<KeyId, OfficerId>,
    /// Whether it works under the full rules: what takes two takes two.
    pub four_eyes: bool,
    /// Whether somebody besides the founder was ever a security officer: then nobody is let in as the second one any more.
    pub second: bool,
    pub approval: Option<Approval>,
    /// None: the one that ships with the program.
    pub guide: Option<GuideInForce>,
    pub authorities: AuthoritiesInForce,
    /// In the order in which they were listed.
    pub printers: Vec<ListedPrinter>,
    pub custody: Custody,
    #[serde(with = "pairs")]
    pub keys: BTreeMap<KeyName, Chain>,
    pub dossiers: BTreeMap<DossierKey, Dossier>,
    pub classes: BTreeMap<ClassId, Class>,
    #[serde(skip)]
    pub documents: Documents,
    /// Those that one person withdrew alone, though under the full rules it takes two.
    pub withdrawn_alone: BTreeMap<DocumentId, Alone>,
    pub partners: BTreeMap<PartnerId, Partner>,
    pub assents: BTreeMap<AssentId, Request>,
    /// The packages that were written of each release.
    pub written: BTreeMap<ReleaseId, Writings>,
}

impl State {
    /// What entry 0 is sealed with: nothing is so yet, but its keys are there.
    pub fn before_the_first(oversight: &Recipient) -> State {
        let mut state = State::default();
        let epoch = |recipient| Epoch::new(recipient, None, 0);
        for (key, recipient) in [(KeyName::Vault, None), (KeyName::Oversight, Some(oversight.clone()))] {
            state.keys.entry(key).or_default().push(epoch(recipient));
        }
        state
    }
}

/// The instant of an entry.
pub fn instant(at_ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at_ms).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// The day of an instant: a day of UTC, as in decisions.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.date_naive()
}

/// A map with keys that are not text, as a list.
pub mod pairs {
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
