//! Identities, recipients, and identity files.

use seal::{
    Identity, KeyError, OpenError, Passphrase, Recipient, SecretText, UnlockError, WorkFactor, lock_identity,
    unlock_identity,
};

const CLASSIC: &str = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

fn quick() -> WorkFactor {
    WorkFactor::new(4).expect("between 1 and 21")
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

#[test]
fn an_identity_survives_its_line() {
    for identity in [Identity::generate(), Identity::parse(CLASSIC).expect("it is an identity")] {
        let line = identity.expose_secret_line();
        let again = Identity::parse(line.expose_secret()).expect("it is an identity");
        assert_eq!(again.recipient(), identity.recipient());
        assert_eq!(again.expose_secret_line().expose_secret(), line.expose_secret());
    }
    assert_eq!(Identity::parse(CLASSIC).expect("it is an identity").expose_secret_line().expose_secret(), CLASSIC);
    assert!(Identity::generate().expose_secret_line().expose_secret().starts_with("AGE-SECRET-KEY-PQ-1"));
}

#[test]
fn a_classic_identity_is_made_only_when_asked_for() {
    let (classic, other) = (
        Identity::generate_classic().expect("an identity is made"),
        Identity::generate_classic().expect("an identity is made"),
    );
    assert!(classic.expose_secret_line().expose_secret().starts_with("AGE-SECRET-KEY-1"));
    assert!(!classic.recipient().is_post_quantum() && classic.recipient() != other.recipient());
    let sealed = seal::seal_bytes(&[classic.recipient()], b"x").expect("it is sealed");
    assert_eq!(seal::open_bytes(&[&classic], &sealed).expect("the identity opens it").expose_secret(), b"x");
    assert!(Identity::generate().recipient().is_post_quantum());
}

#[test]
fn an_identity_file_may_hold_comments_and_several_identities() {
    let (one, two) = (Identity::generate(), Identity::generate());
    let (first, second) = (one.expose_secret_line(), two.expose_secret_line());
    let text =
        format!("# class x epoch 1\n{}\n\n# class y epoch 2\r\n{}\r\n", first.expose_secret(), second.expose_secret());
    let read = Identity::parse_file(&SecretText::new(text)).expect("it is an identity file");
    assert_eq!(read.iter().map(Identity::recipient).collect::<Vec<_>>(), [one.recipient(), two.recipient()]);
    assert!(Identity::parse_file(&SecretText::new("a note\n".to_owned())).is_err());
}

#[test]
fn a_mistyped_or_foreign_identity_is_refused() {
    let line = Identity::generate().expose_secret_line();
    let line = line.expose_secret();
    assert_eq!(Identity::parse(&line.to_lowercase()).err(), Some(KeyError::NotAKey));
    assert_eq!(Identity::parse(&line[..line.len() - 1]).err(), Some(KeyError::Checksum));
    assert_eq!(Identity::parse("").err(), Some(KeyError::NotAKey));
    assert_eq!(Identity::parse("age1pq1").err(), Some(KeyError::NotAKey));
    assert!(Identity::parse(&line.replace("-PQ-1", "-1")).is_err());
    assert!(Identity::parse(&CLASSIC.replace("KEY-1", "KEY-PQ-1")).is_err());
}

#[test]
fn a_recipient_survives_its_text_and_json() {
    for recipient in [
        Identity::generate().recipient().clone(),
        Identity::parse(CLASSIC).expect("it is an identity").recipient().clone(),
    ] {
        assert_eq!(recipient.to_string().parse::<Recipient>().expect("it is a recipient"), recipient);
        let json = serde_json::to_string(&recipient).expect("it is plain data");
        assert_eq!(json, format!("\"{recipient}\""));
        assert_eq!(serde_json::from_str::<Recipient>(&json).expect("it is JSON"), recipient);
    }
    let hybrid = Identity::generate();
    assert!(hybrid.recipient().is_post_quantum() && hybrid.recipient().to_string().starts_with("age1pq1"));
    assert!(!Identity::parse(CLASSIC).expect("it is an identity").recipient().is_post_quantum());
}

#[test]
fn a_recipient_that_does_not_protect_is_refused() {
    // The point of order one, in valid bech32.
    let zero = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqm2gt6f";
    assert!(zero.parse::<Recipient>().is_err());
    assert_eq!("ssh-ed25519 AAAA".parse::<Recipient>().err(), Some(KeyError::NotAKey));
    assert_eq!("age1pq1qqqq".parse::<Recipient>().err(), Some(KeyError::Checksum));
    let text = Identity::generate().recipient().to_string();
    assert!(text.to_uppercase().parse::<Recipient>().is_err());
    assert!(text.replacen("age1pq1", "age1", 1).parse::<Recipient>().is_err());
}

#[test]
fn a_fingerprint_is_what_two_people_can_read_to_each_other() {
    let recipient = Identity::parse(CLASSIC).expect("it is an identity").recipient().clone();
    assert_eq!(recipient.to_string(), "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef");
    let fingerprint = recipient.fingerprint();
    assert_eq!(fingerprint.len(), 8 * 4 + 7);
    let digest = seal::sha256(recipient.to_string().as_bytes());
    assert!(fingerprint.starts_with(&format!("{:02X}{:02X} {:02X}", digest[0], digest[1], digest[2])));
    assert!(recipient.has_fingerprint(&fingerprint.to_lowercase().replace(' ', "-")));
    assert!(recipient.has_fingerprint(&format!("  {} ", fingerprint.replace(' ', ""))));
    assert!(!recipient.has_fingerprint(&fingerprint[..fingerprint.len() - 1]));
    assert!(!recipient.has_fingerprint(""));
    assert!(!Identity::generate().recipient().has_fingerprint(&fingerprint));
}

#[test]
fn an_identity_file_opens_with_its_passphrase_and_no_other() {
    let text = SecretText::new("# Zegel identity of jdupont\nAGE-SECRET-KEY-PQ-1…\n".to_owned());
    let locked = lock_identity(&text, &passphrase("motus et bouche cousue"), quick());
    let unlocked =
        unlock_identity(&locked, &passphrase("motus et bouche cousue")).expect("the passphrase opens the identity");
    assert_eq!(unlocked.expose_secret(), text.expose_secret());
    for wrong in ["", "motus", "Motus et bouche cousue", "motus et bouche cousue "] {
        assert!(matches!(unlock_identity(&locked, &passphrase(wrong)), Err(UnlockError::WrongPassphrase)));
    }
}

#[test]
fn a_damaged_identity_file_is_not_blamed_on_the_passphrase() {
    let text = SecretText::new("secret".repeat(20_000));
    let locked = lock_identity(&text, &passphrase("p"), quick());
    let header = locked.windows(5).position(|window| window == b"\n--- ").expect("the bytes occur");
    let unlock = |bytes: &[u8]| unlock_identity(bytes, &passphrase("p")).expect_err("the identity stays shut");
    for length in [0, 5, 22, 40, header, header + 20, header + 50, header + 60] {
        assert!(matches!(unlock(&locked[..length]), UnlockError::Corrupt(OpenError::Truncated)), "{length}");
    }
    assert!(matches!(unlock(&locked[..locked.len() - 1]), UnlockError::Corrupt(_)));
    for at in [0, header + 8, header + 60, locked.len() - 1] {
        let mut altered = locked.clone();
        altered[at] ^= 1;
        assert!(matches!(unlock(&altered), UnlockError::Corrupt(_)), "{at}: {:?}", unlock(&altered));
    }
    assert!(matches!(unlock(b"SQLite format 3\0"), UnlockError::Corrupt(OpenError::NotAge)));
}

#[test]
fn an_identity_file_that_would_cost_hours_is_refused_at_once() {
    let locked = lock_identity(&SecretText::new("x".to_owned()), &passphrase("p"), quick());
    let text = String::from_utf8_lossy(&locked);
    let line = text.lines().nth(1).expect("the file has a second line");
    let (start, rest) = (locked.windows(3).position(|w| w == b"-> ").expect("the bytes occur"), line.len());
    for factor in [22, 30, 63] {
        let costly =
            line.rsplit_once(' ').map(|(before, _)| format!("{before} {factor}")).expect("the line has fields");
        let file = [&locked[..start], costly.as_bytes(), &locked[start + rest..]].concat();
        let refused = unlock_identity(&file, &passphrase("p"));
        assert!(matches!(refused, Err(UnlockError::TooMuchWork { asked }) if asked == factor), "{refused:?}");
    }
    assert_eq!((WorkFactor::new(0), WorkFactor::new(22)), (None, None));
}

#[test]
fn a_file_for_a_recipient_is_not_an_identity_file() {
    let file = seal::seal_bytes(&[Identity::generate().recipient()], b"x").expect("it is sealed");
    assert!(matches!(unlock_identity(&file, &passphrase("p")), Err(UnlockError::NotLocked)));
    let locked = lock_identity(&SecretText::new("x".to_owned()), &passphrase("p"), quick());
    assert!(matches!(seal::open_bytes(&[&Identity::generate()], &locked), Err(OpenError::NotForThisKey)));
}

#[test]
fn an_identity_file_says_its_work_factor_in_the_clear() {
    let locked = lock_identity(&SecretText::new("x".to_owned()), &passphrase("p"), WorkFactor::EXERCISE);
    let written = String::from_utf8_lossy(&locked).lines().nth(1).expect("the file has a second line").to_owned();
    assert!(written.ends_with(&format!(" {}", WorkFactor::EXERCISE.get())), "{written}");
    assert_eq!(WorkFactor::REAL.get(), 18);
}
