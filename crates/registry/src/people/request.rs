//! A request: somebody who is to work in a vault has made his keys, and asks to be let in with them.
//!
//! ```text
//! zegel-request/1
//! vault: q7f…
//! officer: nieuw
//! full-name: Nele Nieuw
//! nationality: BEL
//! recipient: age1pq1…
//! key: base64 of the verifying key
//! proof: base64 of signatures, as the entry bears them
//! signature: base64 of signatures over all lines before
//! ```
//! One way to write each: what does not encode back to itself is refused.

use std::str::FromStr as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::VaultId;
use seal::{KeyId, Recipient, Signatures, Signer, VerifyingKey, Weight};

use super::own_keys::{NewKeys, short_code};
use crate::OfficerId;

const HEADING: &str = "zegel-request/1";
/// The longest request that is looked at, in bytes: about 15 kB are keys and signatures.
pub const MAX_REQUEST: usize = 64 << 10;

/// A request whose signatures were found to be right. Whether it is from the person whom it names is for people to find out,
/// by its short code.
#[derive(Clone, Debug)]
pub struct KeyRequest {
    pub vault: VaultId,
    pub officer: OfficerId,
    pub full_name: String,
    /// As it was typed.
    pub nationality: String,
    pub keys: NewKeys,
    pub signs: VerifyingKey,
}

/// Why some bytes are no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRequest {
    #[error("not a request")]
    Malformed,
    /// Of another version.
    #[error("a request of another version")]
    Newer,
    #[error("the signatures of the request are wrong")]
    Signature,
}

impl KeyRequest {
    /// Writes one, signed with the new key.
    pub fn write(
        vault: &VaultId,
        officer: &OfficerId,
        full_name: &str,
        nationality: &str,
        recipient: &Recipient,
        signer: &Signer,
    ) -> String {
        let request = KeyRequest {
            vault: vault.clone(),
            officer: officer.clone(),
            full_name: full_name.to_owned(),
            nationality: nationality.to_owned(),
            keys: NewKeys::of(vault, officer, None, recipient, signer),
            signs: signer.verifying_key().clone(),
        };
        let mut text = request.text();
        let signature = String::from(signer.sign(Weight::Dual, text.as_bytes()));
        text.push_str(&format!("signature: {signature}\n"));
        text
    }

    /// Reads one, and checks its signatures.
    ///
    /// # Errors
    /// [`BadRequest`].
    pub fn read(bytes: &[u8]) -> Result<KeyRequest, BadRequest> {
        let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MAX_REQUEST);
        let text = text.ok_or(BadRequest::Malformed)?;
        let version = text.lines().next().unwrap_or_default();
        if version != HEADING {
            let newer = version.starts_with("zegel-request/");
            return Err(if newer { BadRequest::Newer } else { BadRequest::Malformed });
        }
        let (request, signature) = KeyRequest::parse(text).ok_or(BadRequest::Malformed)?;
        let signed = request.text();
        if format!("{signed}signature: {}\n", String::from(signature.clone())) != text {
            return Err(BadRequest::Malformed);
        }
        let genuine = request.signs.verify(Weight::Dual, signed.as_bytes(), &signature).is_ok()
            && request.keys.are_for(&request.vault, &request.officer, None, &request.signs);
        if genuine { Ok(request) } else { Err(BadRequest::Signature) }
    }

    /// What the two of them read to each other.
    pub fn short_code(&self) -> String {
        short_code(&self.keys.recipient, self.key())
    }

    pub fn key(&self) -> KeyId {
        self.keys.key
    }

    fn parse(text: &str) -> Option<(KeyRequest, Signatures)> {
        let mut lines = text.lines().skip(1);
        let mut next = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(": ").map(str::to_owned);
        let (vault, officer) = (next("vault")?.parse().ok()?, OfficerId::parse(&next("officer")?).ok()?);
        let (full_name, nationality) = (next("full-name")?, next("nationality")?);
        let recipient = Recipient::from_str(&next("recipient")?).ok()?;
        let signs = VerifyingKey::from_bytes(&STANDARD.decode(next("key")?).ok()?).ok()?;
        let proof = Signatures::try_from(next("proof")?).ok()?;
        let signature = Signatures::try_from(next("signature")?).ok()?;
        let keys = NewKeys { recipient, key: signs.key_id(), proof };
        Some((KeyRequest { vault, officer, full_name, nationality, keys, signs }, signature))
    }

    /// All lines but that of the signature.
    fn text(&self) -> String {
        let KeyRequest { vault, officer, full_name, nationality, keys, signs } = self;
        let (key, proof) = (STANDARD.encode(signs.as_bytes()), String::from(keys.proof.clone()));
        let recipient = &keys.recipient;
        format!(
            "{HEADING}\nvault: {vault}\nofficer: {officer}\nfull-name: {full_name}\nnationality: {nationality}\n\
             recipient: {recipient}\nkey: {key}\nproof: {proof}\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use seal::Identity;

    use super::*;

    fn written() -> (String, Signer) {
        let (vault, signer) = (VaultId::random(), Signer::generate());
        let officer = OfficerId::parse("nieuw").expect("a name");
        let recipient = Identity::generate().recipient().clone();
        (KeyRequest::write(&vault, &officer, "Nele Nieuw", "BEL", &recipient, &signer), signer)
    }

    #[test]
    fn a_request_is_read_as_it_was_written() {
        let (text, signer) = written();
        let request = KeyRequest::read(text.as_bytes()).expect("own writing");
        assert_eq!((request.officer.as_str(), request.full_name.as_str()), ("nieuw", "Nele Nieuw"));
        assert_eq!((request.key(), request.nationality.as_str()), (signer.key_id(), "BEL"));
        assert_eq!(request.short_code(), short_code(&request.keys.recipient, signer.key_id()));
    }

    #[test]
    fn a_request_in_which_anything_was_changed_is_refused() {
        let (text, _) = written();
        for (from, to) in
            [("Nele", "Nell"), ("BEL", "FRA"), ("officer: nieuw", "officer: oud"), ("vault: ", "vault:  ")]
        {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text);
            assert!(KeyRequest::read(changed.as_bytes()).is_err(), "{from}");
        }
        // The keys of another, in a text that is signed again with them: the proof is for other words.
        let (other, signer) = written();
        let line = |text: &str, name: &str| text.lines().find(|line| line.starts_with(name)).map(str::to_owned);
        let (mine, theirs) = (line(&text, "recipient"), line(&other, "recipient"));
        let forged = other.replacen(&theirs.expect("a line"), &mine.expect("a line"), 1);
        let signed: String = forged.lines().take(8).map(|line| format!("{line}\n")).collect();
        let signature = String::from(signer.sign(Weight::Dual, signed.as_bytes()));
        let forged = format!("{signed}signature: {signature}\n");
        assert_eq!(KeyRequest::read(forged.as_bytes()).err(), Some(BadRequest::Signature));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let (text, _) = written();
        let long = format!("{text}{}", "x".repeat(MAX_REQUEST));
        for bytes in [b"".as_slice(), b"zegel-request/1", b"zegel-request/1\n", b"\xff\xfe", long.as_bytes()] {
            assert_eq!(KeyRequest::read(bytes).err(), Some(BadRequest::Malformed));
        }
        for more in [format!("{text}more: x\n"), text.replace('\n', "\r\n"), text.trim_end().to_owned()] {
            assert_eq!(KeyRequest::read(more.as_bytes()).err(), Some(BadRequest::Malformed));
        }
        let newer = text.replacen("request/1", "request/2", 1);
        assert_eq!(KeyRequest::read(newer.as_bytes()).err(), Some(BadRequest::Newer));
    }
}
