//! Signatures of entries, checkpoints and manifests.

use seal::{Batch, KeyError, KeyId, SignatureError, Signatures, Signer, VerifyingKey, Weight};

const MESSAGE: &[u8] = b"grant SECRET to a.peeters until 2027-01-31";

#[test]
fn a_signature_holds_for_its_message_and_its_signer() {
    let (signer, other) = (Signer::generate(), Signer::generate());
    for weight in [Weight::Single, Weight::Dual] {
        let signatures = signer.sign(weight, MESSAGE);
        assert_eq!(signer.verifying_key().verify(weight, MESSAGE, &signatures), Ok(()));
        let another = signer.verifying_key().verify(weight, b"grant TRES SECRET", &signatures);
        assert_eq!(another, Err(SignatureError::Ed25519));
        assert_eq!(other.verifying_key().verify(weight, MESSAGE, &signatures), Err(SignatureError::Ed25519));
    }
}

#[test]
fn stripping_the_post_quantum_signature_fails() {
    let signer = Signer::generate();
    let dual = signer.sign(Weight::Dual, MESSAGE);
    let stripped = Signatures::from_parts(dual.ed25519(), None).expect("signatures of the right length");
    let verified = signer.verifying_key().verify(Weight::Dual, MESSAGE, &stripped);
    assert_eq!(verified, Err(SignatureError::PostQuantumMissing));
    let unexpected = signer.verifying_key().verify(Weight::Single, MESSAGE, &dual);
    assert_eq!(unexpected, Err(SignatureError::PostQuantumUnexpected));
}

#[test]
fn each_of_the_two_signatures_is_required_to_be_right() {
    let (signer, other) = (Signer::generate(), Signer::generate());
    let (mine, theirs) = (signer.sign(Weight::Dual, MESSAGE), other.sign(Weight::Dual, MESSAGE));
    let verify = |one: &Signatures, two: &Signatures| {
        let mixed = Signatures::from_parts(one.ed25519(), two.ml_dsa_65()).expect("signatures of the right length");
        signer.verifying_key().verify(Weight::Dual, MESSAGE, &mixed)
    };
    assert_eq!(verify(&mine, &mine), Ok(()));
    assert_eq!(verify(&mine, &theirs), Err(SignatureError::MlDsa));
    assert_eq!(verify(&theirs, &mine), Err(SignatureError::Ed25519));
}

#[test]
fn signatures_survive_their_bytes_and_other_lengths_are_refused() {
    let signer = Signer::generate();
    for (weight, length) in [(Weight::Single, 64), (Weight::Dual, 64 + 3309)] {
        let signatures = signer.sign(weight, MESSAGE);
        assert_eq!(signatures.as_bytes().len(), length);
        assert_eq!(Signatures::from_bytes(signatures.as_bytes()), Ok(signatures));
    }
    for length in [0, 63, 65, 3309, 64 + 3308, 64 + 3310] {
        assert_eq!(Signatures::from_bytes(&vec![0; length]), Err(SignatureError::Length));
    }
    assert_eq!(Signatures::from_parts(&[0; 64], Some(&[])), Err(SignatureError::Length));
    assert_eq!(Signatures::from_parts(&[0; 63], None), Err(SignatureError::Length));
}

#[test]
fn every_flipped_bit_of_a_signature_is_caught() {
    let signer = Signer::generate();
    let dual = signer.sign(Weight::Dual, MESSAGE);
    for bit in (0..dual.as_bytes().len() * 8).filter(|bit| *bit < 512 || bit % 97 == 0) {
        let mut bytes = dual.to_bytes();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let altered = Signatures::from_bytes(&bytes).expect("signatures of the right length");
        assert!(signer.verifying_key().verify(Weight::Dual, MESSAGE, &altered).is_err(), "bit {bit}");
    }
}

#[test]
fn a_signer_is_its_seeds() {
    let signer = Signer::generate();
    let again = Signer::from_seeds(signer.expose_seeds().expose_secret()).expect("seeds of the right length");
    assert_eq!(again.verifying_key(), signer.verifying_key());
    assert_eq!(again.key_id(), signer.key_id());
    assert_eq!(Signer::from_seeds(&[0; 63]).err(), Some(KeyError::Length));
}

#[test]
fn a_verifying_key_survives_its_bytes() {
    let key = Signer::generate().verifying_key().clone();
    let bytes = key.to_bytes();
    assert_eq!(bytes.len(), VerifyingKey::BYTES);
    assert_eq!(VerifyingKey::from_bytes(&bytes), Ok(key.clone()));
    assert_eq!(VerifyingKey::from_bytes(&bytes[1..]).err(), Some(KeyError::Length));
    assert_eq!(key.key_id().to_bytes(), seal::sha256(&bytes)[..16]);
}

#[test]
fn a_key_id_survives_its_text_and_json() {
    let id = Signer::generate().key_id();
    assert_eq!(id.to_string().len(), 32);
    assert_eq!(id.to_string().parse::<KeyId>(), Ok(id));
    let json = serde_json::to_string(&id).expect("it is plain data");
    assert_eq!(serde_json::from_str::<KeyId>(&json).expect("it is JSON"), id);
    for text in [
        "",
        "0",
        "+0000000000000000000000000000000",
        "0000000000000000000000000000000G",
        "ABCDEF00000000000000000000000000",
    ] {
        assert_eq!(text.parse::<KeyId>(), Err(KeyError::NotAKey), "{text}");
    }
}

/// RFC 8032, section 7.1, test 2.
#[test]
fn ed25519_is_that_of_rfc_8032() {
    let hex = |text: &str| -> Vec<u8> {
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).expect("hexadecimal")).collect()
    };
    let mut seeds = hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    seeds.extend_from_slice(&[0; 32]);
    let signer = Signer::from_seeds(&seeds).expect("seeds of the right length");
    let public = hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    assert_eq!(signer.verifying_key().as_bytes()[..32], public);
    let signature = hex(concat!(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ));
    assert_eq!(signer.sign(Weight::Single, &[0x72]).as_bytes(), signature);
}

#[test]
fn in_a_log_a_signature_holds_as_stock_programs_say_alone_and_in_a_batch() {
    let (signer, other) = (Signer::generate(), Signer::generate());
    let messages: Vec<[u8; 4]> = (0..40u32).map(u32::to_be_bytes).collect();
    let weight = |n: usize| if n.is_multiple_of(3) { Weight::Dual } else { Weight::Single };
    let by = |n: usize| if n.is_multiple_of(2) { &signer } else { &other };
    let signed: Vec<Signatures> = messages.iter().enumerate().map(|(n, m)| by(n).sign(weight(n), m)).collect();
    let verify = |signed: &[Signatures]| {
        let mut batch = Batch::default();
        for (n, (message, signatures)) in messages.iter().zip(signed).enumerate() {
            batch.add(by(n).verifying_key(), weight(n), message, signatures)?;
        }
        batch.verify()
    };
    assert_eq!(verify(&signed), Ok(()));
    for (n, (message, signatures)) in messages.iter().zip(&signed).enumerate() {
        assert_eq!(by(n).verifying_key().verify(weight(n), message, signatures), Ok(()));
        assert_eq!(by(n).verifying_key().verify_in_log(weight(n), message, signatures), Ok(()));
        let wrong = by(n + 1).sign(weight(n), message);
        let key = by(n).verifying_key();
        assert_eq!(key.verify_in_log(weight(n), message, &wrong), Err(SignatureError::Ed25519));
        let mut with_one_wrong = signed.clone();
        with_one_wrong[n] =
            Signatures::from_parts(wrong.ed25519(), signatures.ml_dsa_65()).expect("signatures of the right length");
        assert_eq!(verify(&with_one_wrong), Err(SignatureError::Ed25519), "the {n}th is wrong");
    }
    let stripped = Signatures::from_parts(signed[0].ed25519(), None).expect("signatures of the right length");
    let key = signer.verifying_key();
    assert_eq!(key.verify_in_log(Weight::Dual, &messages[0], &stripped), Err(SignatureError::PostQuantumMissing));
    let mut batch = Batch::default();
    assert_eq!(batch.add(key, Weight::Dual, &messages[0], &stripped), Err(SignatureError::PostQuantumMissing));
    let mixed =
        Signatures::from_parts(signed[0].ed25519(), signed[6].ml_dsa_65()).expect("signatures of the right length");
    assert_eq!(batch.add(key, Weight::Dual, &messages[0], &mixed), Err(SignatureError::MlDsa));
}
