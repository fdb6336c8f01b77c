//! Small age files in memory.

use proptest::prelude::*;
use seal::{Identity, OpenError, SealError, danger_seal_bytes_mixed, open_bytes, seal_bytes};

use crate::support::{CHUNK, document};

const CLASSIC: &str = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

#[test]
fn what_is_sealed_for_several_opens_for_each_and_for_nobody_else() {
    let (one, two, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
    let sealed = seal_bytes(&[one.recipient(), two.recipient()], b"the key of a class").expect("it is sealed");
    for identity in [&one, &two] {
        assert_eq!(open_bytes(&[identity], &sealed).expect("opened").expose_secret(), b"the key of a class");
    }
    assert_eq!(open_bytes(&[&stranger, &two], &sealed).expect("opened").expose_secret(), b"the key of a class");
    assert!(matches!(open_bytes(&[&stranger], &sealed), Err(OpenError::NotForThisKey)));
    assert!(matches!(open_bytes(&[], &sealed), Err(OpenError::NotForThisKey)));
}

#[test]
fn classic_and_post_quantum_recipients_are_not_mixed_unless_asked_by_name() {
    let (classic, hybrid) = (Identity::parse(CLASSIC).expect("it is an identity"), Identity::generate());
    let both = [hybrid.recipient(), classic.recipient()];
    assert!(matches!(seal_bytes(&both, b"x"), Err(SealError::MixedRecipients)));
    assert!(matches!(seal_bytes(&[], b"x"), Err(SealError::NoRecipient)));
    let mixed = danger_seal_bytes_mixed(&both, b"x").expect("it is sealed");
    for identity in [&classic, &hybrid] {
        assert_eq!(open_bytes(&[identity], &mixed).expect("the identity opens it").expose_secret(), b"x");
    }
}

#[test]
fn every_size_around_the_borders_of_chunks_comes_back() {
    let identity = Identity::generate();
    for border in [0, CHUNK, 2 * CHUNK] {
        for size in border.saturating_sub(1)..=border + 1 {
            let plain = document(size);
            let sealed = seal_bytes(&[identity.recipient()], &plain).expect("it is sealed");
            assert_eq!(sealed.len() as u64, seal::sealed_len(size as u64) - 44);
            assert_eq!(open_bytes(&[&identity], &sealed).expect("the identity opens it").expose_secret(), plain);
        }
    }
}

#[test]
fn every_flipped_bit_of_a_small_file_is_caught() {
    let identity = Identity::generate();
    let sealed = seal_bytes(&[identity.recipient()], b"SECRET").expect("it is sealed");
    for bit in 0..sealed.len() * 8 {
        let mut altered = sealed.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(open_bytes(&[&identity], &altered).is_err(), "bit {bit}");
    }
}

#[test]
fn every_cut_of_a_small_file_is_caught() {
    let identity = Identity::generate();
    let sealed = seal_bytes(&[identity.recipient()], b"SECRET").expect("it is sealed");
    let body = 6 + 16;
    for length in 0..sealed.len() {
        let error = open_bytes(&[&identity], &sealed[..length]).expect_err("it stays shut");
        assert!(error.is_integrity(), "{length}: {error:?}");
        // Within the only chunk, a cut looks like any other change.
        if length < sealed.len() - body {
            assert!(matches!(error, OpenError::Truncated), "{length}: {error:?}");
        }
    }
}

#[test]
fn what_is_no_age_file_is_told_apart() {
    let identity = Identity::generate();
    let open = |bytes: &[u8]| open_bytes(&[&identity], bytes).expect_err("it stays shut");
    assert!(matches!(open(b""), OpenError::Truncated));
    assert!(matches!(open(b"%PDF-1.7"), OpenError::NotAge));
    assert!(matches!(open(b"age-encryption.org/v2\n-> X\n\n--- \n"), OpenError::UnknownVersion));
    assert!(matches!(open(b"age-encryption.org/v1\n\n\n\n"), OpenError::Malformed));
    let endless = [b"age-encryption.org/v1\n".as_slice(), &b"-> x\n\n".repeat(20_000)].concat();
    assert!(matches!(open(&endless), OpenError::HeaderTooLong));
    let one_line = [b"age-encryption.org/v1\n-> ".as_slice(), &vec![b'x'; 1 << 20]].concat();
    assert!(matches!(open(&one_line), OpenError::HeaderTooLong));
}

#[test]
fn a_header_grows_to_64_kib_and_no_further() {
    let identity = Identity::generate();
    let fits = vec![identity.recipient(); 42];
    assert!(open_bytes(&[&identity], &seal_bytes(&fits, b"x").expect("it is sealed")).is_ok());
    let too_many = vec![identity.recipient(); 43];
    assert!(matches!(seal_bytes(&too_many, b"x"), Err(SealError::TooManyRecipients)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn anything_sealed_opens_to_what_it_was(plain in proptest::collection::vec(any::<u8>(), 0..3 * CHUNK)) {
        let identity = Identity::generate();
        let sealed = seal_bytes(&[identity.recipient()], &plain).expect("it is sealed");
        let opened = open_bytes(&[&identity], &sealed).expect("the identity opens it");
        prop_assert!(opened.expose_secret() == plain);
    }

    #[test]
    fn rubbish_after_the_magic_never_opens_and_never_panics(rubbish in proptest::collection::vec(any::<u8>(), 0..4096)) {
        let file = [b"age-encryption.org/v1\n".as_slice(), &rubbish].concat();
        prop_assert!(open_bytes(&[&Identity::parse(CLASSIC).expect("it is an identity")], &file).is_err());
    }

    #[test]
    fn stanza_like_text_never_opens_and_never_panics(lines in proptest::collection::vec("(-> |--- )?[ -~]{0,80}", 0..40)) {
        let file = [b"age-encryption.org/v1\n".as_slice(), lines.join("\n").as_bytes()].concat();
        prop_assert!(open_bytes(&[&Identity::parse(CLASSIC).expect("it is an identity")], &file).is_err());
    }
}
