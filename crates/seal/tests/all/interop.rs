//! Other implementations of age: npm `age-encryption` (the post-quantum kind) and Debian's `age` (the classic kind).

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use seal::{
    Identity, Passphrase, Recipient, SecretText, WorkFactor, lock_identity, open_bytes, rewrap, seal_bytes,
    unlock_identity,
};
use serde_json::{Value, json};

use crate::support::{CHUNK, SEGMENT, document, object};

/// Sizes at which implementations tend to differ.
const SIZES: [usize; 7] = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, SEGMENT, SEGMENT + CHUNK + 1];

#[test]
fn objects_open_in_age_encryption_for_javascript() {
    let identity = Identity::generate();
    for size in SIZES {
        let plain = document(size);
        let sealed = object(identity.recipient(), &plain).bytes();
        assert!(decrypt_in_node(&identity, &sealed) == plain, "{size}");
    }
}

#[test]
fn files_for_several_officers_open_in_age_encryption_for_javascript() {
    let (one, two) = (Identity::generate(), Identity::generate());
    let sealed = seal_bytes(&[one.recipient(), two.recipient()], b"AGE-SECRET-KEY-PQ-1").expect("it is sealed");
    for identity in [&one, &two] {
        assert_eq!(decrypt_in_node(identity, &sealed), b"AGE-SECRET-KEY-PQ-1");
    }
}

#[test]
fn a_rewrapped_object_opens_in_age_encryption_for_javascript() {
    let (old, new) = (Identity::generate(), Identity::generate());
    let object = object(old.recipient(), b"moved to another epoch");
    let rewrapped = rewrap(&old, &object.id, new.recipient(), &object.file).expect("the header is replaced");
    let sealed = [&rewrapped.header, &object.bytes()[rewrapped.replaces as usize..]].concat();
    assert_eq!(decrypt_in_node(&new, &sealed), b"moved to another epoch");
}

#[test]
fn what_age_encryption_for_javascript_seals_opens_here() {
    for kind in ["hybrid", "classic"] {
        let keys = node(&json!({ "action": "generate", "kind": kind }));
        let identity = Identity::parse(keys["identity"].as_str().expect("a text")).expect("it is an identity");
        assert_eq!(identity.recipient().to_string(), keys["recipient"].as_str().expect("`recipient` is text"));
        for size in SIZES {
            let plain = document(size);
            let answer = node(
                &json!({ "action": "encrypt", "recipients": [keys["recipient"]], "plain": BASE64_STANDARD.encode(&plain) }),
            );
            let sealed = bytes(&answer["sealed"]);
            assert!(open_bytes(&[&identity], &sealed).expect("opened").expose_secret() == plain, "{kind} {size}");
        }
    }
}

#[test]
fn age_encryption_for_javascript_knows_our_identities_by_the_same_recipient() {
    let identity = Identity::generate();
    let answer = node(&json!({ "action": "recipient", "identity": identity.expose_secret_line().expose_secret() }));
    assert_eq!(
        answer["recipient"].as_str().expect("a text").parse::<Recipient>().expect("it is a recipient"),
        *identity.recipient()
    );
}

#[test]
fn identity_files_open_in_age_encryption_for_javascript_and_back() {
    let text = "# Zegel identity of jdupont\nAGE-SECRET-KEY-PQ-1…\n";
    let passphrase = || Passphrase::new("motus et bouche cousue, été".to_owned());
    let locked =
        lock_identity(&SecretText::new(text.to_owned()), &passphrase(), WorkFactor::new(10).expect("between 1 and 21"));
    let request = json!({ "action": "decrypt", "passphrase": passphrase().expose_secret(), "sealed": BASE64_STANDARD.encode(locked) });
    assert_eq!(bytes(&node(&request)["plain"]), text.as_bytes());
    let request = json!({
        "action": "encrypt", "passphrase": passphrase().expose_secret(), "workFactor": 10, "plain": BASE64_STANDARD.encode(text)
    });
    let locked = bytes(&node(&request)["sealed"]);
    assert_eq!(
        unlock_identity(&locked, &passphrase()).expect("the passphrase opens the identity").expose_secret(),
        text
    );
}

#[test]
fn packages_for_classic_partners_open_in_the_age_of_debian() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let identity = debian_identity(folder.path());
    for size in SIZES {
        let plain = document(size);
        let mut package = Vec::new();
        seal::seal_stream(&[identity.recipient()], &mut plain.as_slice(), &mut package, &mut crate::support::on)
            .expect("it is sealed");
        let opened = age(&["-d", "-i", path(&folder.path().join("key.txt"))], &package);
        assert!(opened == plain, "{size}");
    }
}

#[test]
fn what_the_age_of_debian_seals_opens_here() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let identity = debian_identity(folder.path());
    for size in SIZES {
        let plain = document(size);
        let sealed = age(&["-r", &identity.recipient().to_string()], &plain);
        assert!(open_bytes(&[&identity], &sealed).expect("the identity opens it").expose_secret() == plain, "{size}");
    }
}

/// An identity made by `age-keygen`, left in `key.txt`.
fn debian_identity(folder: &Path) -> Identity {
    let made = Command::new("age-keygen").arg("-o").arg(folder.join("key.txt")).output();
    assert!(made.expect(NO_AGE).status.success());
    let text = std::fs::read_to_string(folder.join("key.txt")).expect("the file is read");
    Identity::parse_file(&SecretText::new(text))
        .expect("it is an identity file")
        .pop()
        .expect("the file has an identity")
}

fn age(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    run(Command::new("age").args(arguments), input, NO_AGE)
}

const NO_AGE: &str = "these tests need the stock `age` and `age-keygen`: install them with `apt-get install age`";

fn decrypt_in_node(identity: &Identity, sealed: &[u8]) -> Vec<u8> {
    let line = identity.expose_secret_line();
    let request =
        json!({ "action": "decrypt", "identities": [line.expose_secret()], "sealed": BASE64_STANDARD.encode(sealed) });
    let answer = node(&request);
    assert_eq!(answer["error"], Value::Null);
    bytes(&answer["plain"])
}

fn bytes(text: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(text.as_str().expect("bytes in the answer")).expect("it is Base64")
}

/// Asks `interop/age.mjs`.
pub fn node(request: &Value) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/interop");
    assert!(
        folder.join("node_modules/age-encryption").exists(),
        "these tests need npm packages: install them with `npm ci --prefix {}`",
        folder.display()
    );
    let answer = run(
        Command::new("node").arg(folder.join("age.mjs")),
        request.to_string().as_bytes(),
        "these tests need `node` 20 or later",
    );
    serde_json::from_slice(&answer).expect("the script answers in JSON")
}

fn run(command: &mut Command, input: &[u8], missing: &str) -> Vec<u8> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect(missing);
    let mut stdin = child.stdin.take().expect("it was piped");
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    feeder.join().expect("feeding does not panic").expect("it reads all");
    assert!(output.status.success(), "{command:?} failed");
    output.stdout
}

fn path(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}
