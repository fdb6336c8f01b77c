//! What secrets show of themselves: nothing.

use seal::{
    Identity, PartKey, Passphrase, SecretBytes, SecretText, Signer, WorkFactor, is_locked_identity, lock_identity,
    unlock_identity,
};

#[test]
fn no_debug_output_holds_a_secret() {
    let identity = Identity::generate();
    let line = identity.expose_secret_line();
    let part_key = PartKey::generate();
    let signer = Signer::generate();
    let shown = [
        format!("{:?}", SecretBytes::new(b"hunter2".to_vec())),
        format!("{:?}", SecretText::new("hunter2".to_owned())),
        format!("{:?}", Passphrase::new("hunter2".to_owned())),
        format!("{:#?}", Some(Passphrase::new("hunter2".to_owned()))),
        format!("{identity:?}"),
        format!("{part_key:?}"),
        format!("{signer:?}"),
    ]
    .join("\n");
    let seeds = signer.expose_seeds();
    let body = line.expose_secret().trim_start_matches("AGE-SECRET-KEY-PQ-1");
    for secret in ["hunter2", body, &format!("{:?}", b"hunter2"), &format!("{:?}", seeds.expose_secret())] {
        assert!(!shown.contains(secret));
    }
    for bytes in [part_key.expose_secret().as_slice(), seeds.expose_secret()] {
        for width in [4, 8] {
            let hex: String = bytes[..width].iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(!shown.to_lowercase().contains(&hex));
        }
    }
}

#[test]
fn no_error_holds_a_secret() {
    let locked = lock_identity(
        &SecretText::new("hunter2".into()),
        &Passphrase::new("hunter3".into()),
        WorkFactor::new(2).expect("between 1 and 21"),
    );
    let error = unlock_identity(&locked, &Passphrase::new("hunter4".into())).expect_err("the identity stays shut");
    assert!(!format!("{error} {error:?}").contains("hunter"));
    let line = Identity::generate().expose_secret_line();
    let error = Identity::parse(&line.expose_secret()[..40]).expect_err("it is no identity");
    assert!(!format!("{error} {error:?}").contains(&line.expose_secret()[20..30]));
}

#[test]
fn secret_bytes_become_text_without_being_copied() {
    let bytes = SecretBytes::new(b"text".to_vec());
    let address = bytes.expose_secret().as_ptr();
    let text = bytes.into_text().expect("it is UTF-8");
    assert_eq!((text.expose_secret(), text.expose_secret().as_ptr()), ("text", address));
    assert!(SecretBytes::new(vec![0xFF]).into_text().is_none());
}

#[test]
fn a_passphrase_opens_in_whichever_form_its_accents_are_typed() {
    for (one, other) in
        [("réunion à Liège", "re\u{301}union a\u{300} Lie\u{300}ge"), ("Ω 가", "\u{2126} \u{1100}\u{1161}")]
    {
        let locked =
            lock_identity(&SecretText::new("text".into()), &Passphrase::new(other.into()), WorkFactor::EXERCISE);
        assert!(unlock_identity(&locked, &Passphrase::new(one.into())).is_ok(), "{one}");
        assert_eq!(Passphrase::new(other.into()).expose_secret(), one);
    }
    assert!(is_locked_identity(&lock_identity(
        &SecretText::new("text".into()),
        &Passphrase::new("exercise".into()),
        WorkFactor::EXERCISE
    )));
    assert!(!is_locked_identity(b"AGE-SECRET-KEY-1") && !is_locked_identity(b""));
}
