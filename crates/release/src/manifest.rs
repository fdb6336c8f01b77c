//! The manifest: what, for whom, by whom, under which consent and agreement, with hashes; and its two signatures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, Utc};
use seal::{KeyId, VerifyingKey, Weight, hex, sha256};
use serde::{Deserialize, Serialize};
use vault::{Warrant, WarrantDocument};

use crate::{Error, Named};

/// Names inside the archive.
pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const SIGNATURE: &str = "manifest.json.sig";
pub(crate) const COVER: &str = "cover.pdf";

/// Changes when a reader of this version would misread a package.
pub const FORMAT: &str = "zegel-package/1";
/// Stands before the manifest's bytes in what is signed, so that a signature of something else cannot serve here.
pub const SIGNATURE_CONTEXT: &[u8] = b"zegel package manifest v1\n";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub format: String,
    pub release: String,
    pub at: DateTime<Utc>,
    /// Made in a vault for exercises: nothing in it is real.
    pub exercise: bool,
    pub from: From,
    pub to: To,
    pub purpose: String,
    pub agreement: Option<String>,
    pub agreement_until: Option<NaiveDate>,
    pub cover: Hashed,
    pub documents: Vec<ManifestDocument>,
}

/// Who released it: the vault, and officers by the names that they have there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct From {
    pub vault: String,
    pub vault_id: String,
    pub requested_by: String,
    pub approved_by: Option<String>,
    pub written_by: String,
    pub key_id: KeyId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct To {
    pub partner: String,
    pub name: String,
    /// ISO 3166-1 alpha-3.
    pub nation: String,
    /// Of the recipient that the package is sealed for.
    pub recipient: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hashed {
    pub file: String,
    pub bytes: u64,
    /// Lower-case hexadecimal.
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestDocument {
    pub reference: String,
    pub title: String,
    pub subject: String,
    pub originator: String,
    pub date: NaiveDate,
    /// As it must stand on the document.
    pub marking: String,
    /// Its name where it was filed.
    pub file_name: String,
    pub media_type: String,
    pub document: Hashed,
    pub label: Hashed,
    pub consent: Option<NamedConsent>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedConsent {
    pub authority: String,
    pub reference: String,
}

impl Manifest {
    pub(crate) fn of(warrant: &Warrant, cover: &[u8], named: &[Named<'_>]) -> Manifest {
        let partner = warrant.partner();
        Manifest {
            format: FORMAT.to_owned(),
            release: warrant.release().to_string(),
            at: warrant.at(),
            exercise: warrant.exercise(),
            from: From {
                vault: warrant.vault_name().to_owned(),
                vault_id: warrant.vault_id().to_owned(),
                requested_by: warrant.requested_by().id.to_string(),
                approved_by: warrant.approved_by().map(|officer| officer.id.to_string()),
                written_by: warrant.written_by().id.to_string(),
                key_id: warrant.verifying_key().key_id(),
            },
            to: To {
                partner: partner.id.to_string(),
                name: partner.name.clone(),
                nation: partner.nation.clone(),
                recipient: warrant.recipient().to_string(),
            },
            purpose: warrant.purpose().to_owned(),
            agreement: partner.agreement.clone(),
            agreement_until: partner.until,
            cover: hashed(COVER, cover),
            documents: named.iter().enumerate().map(|(i, d)| ManifestDocument::of(i, d)).collect(),
        }
    }

    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| Error::Manifest(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

impl ManifestDocument {
    fn of(index: usize, Named { document, sha256 }: &Named<'_>) -> ManifestDocument {
        let file = document_path(index, document);
        ManifestDocument {
            reference: document.reference.clone(),
            title: document.title.clone(),
            subject: document.subject.clone(),
            originator: document.originator.clone(),
            date: document.date,
            marking: document.banner.text.clone(),
            file_name: document.file_name.clone(),
            media_type: document.media_type.clone(),
            label: hashed(&label_path(&file), document.label_xml.as_bytes()),
            document: Hashed { file, bytes: document.size, sha256: hex(sha256) },
            consent: document
                .consent
                .as_ref()
                .map(|c| NamedConsent { authority: c.authority.clone(), reference: c.reference.clone() }),
        }
    }
}

fn hashed(file: &str, content: &[u8]) -> Hashed {
    Hashed { file: file.to_owned(), bytes: content.len() as u64, sha256: hex(&sha256(content)) }
}

/// `documents/01.pdf`: a number and the kind of file. The name it was filed under stands in the manifest, where no program
/// takes it for a path.
pub(crate) fn document_path(index: usize, document: &WarrantDocument) -> String {
    let ending = kinds::ending(&document.media_type);
    format!("documents/{:02}.{ending}", index + 1)
}

pub(crate) fn label_path(document: &str) -> String {
    format!("{document}.label.xml")
}

/// The signatures next to the manifest, and the key they verify under.
///
/// The key in the package proves nothing by itself: compare its id with one that came another way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureFile {
    pub key_id: KeyId,
    /// Ed25519 (32 bytes) and ML-DSA-65 (1952 bytes), base64.
    pub key: String,
    /// Over [`SIGNATURE_CONTEXT`] and the manifest's bytes; base64.
    pub ed25519: String,
    pub ml_dsa_65: String,
}

impl SignatureFile {
    pub(crate) fn sign(warrant: &Warrant, manifest: &[u8]) -> Result<SignatureFile, Error> {
        let signatures = warrant.sign(&[SIGNATURE_CONTEXT, manifest].concat());
        let second = signatures.ml_dsa_65().ok_or_else(|| Error::Manifest("one signature is missing".to_owned()))?;
        let key = warrant.verifying_key();
        Ok(SignatureFile {
            key_id: key.key_id(),
            key: STANDARD.encode(key.to_bytes()),
            ed25519: STANDARD.encode(signatures.ed25519()),
            ml_dsa_65: STANDARD.encode(second),
        })
    }

    /// Whether both signatures hold for these bytes of a manifest.
    pub fn verifies(&self, manifest: &[u8]) -> bool {
        let decoded = |text: &str| STANDARD.decode(text).ok();
        let verified = || {
            let key = VerifyingKey::from_bytes(&decoded(&self.key)?).ok()?;
            let signatures =
                seal::Signatures::from_parts(&decoded(&self.ed25519)?, Some(&decoded(&self.ml_dsa_65)?)).ok()?;
            let message = [SIGNATURE_CONTEXT, manifest].concat();
            (key.key_id() == self.key_id).then_some(())?;
            key.verify(Weight::Dual, &message, &signatures).ok()
        };
        verified().is_some()
    }

    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| Error::Manifest(error.to_string()))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
