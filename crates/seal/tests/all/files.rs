//! Objects: age files sealed and opened by several threads.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;

use proptest::prelude::*;
use seal::{
    ContentHash, Flow, Identity, ObjectKey, OpenError, SealError, bench, open_bytes, rewrap, seal_bytes, seal_file,
    seal_stream, sealed_len,
};
use testkit::{BreakingReader, FillingDisk, full_disk};

use crate::support::{CHUNK, Object, SEGMENT, document, file, object, on, read_all};

const SEALED_CHUNK: usize = CHUNK + 16;
/// What an object has more than any other age file: the stanza that names it.
const OBJECT_STANZA: u64 = 44;
/// Header and nonce.
const START: usize = 1671 + 16;

#[test]
fn sizes_around_the_borders_of_chunks_and_segments_come_back() {
    let identity = Identity::generate();
    for border in [0, CHUNK, 2 * CHUNK, SEGMENT, SEGMENT + CHUNK, 2 * SEGMENT, 20 * SEGMENT] {
        for size in border.saturating_sub(1)..=border + 1 {
            let plain = document(size);
            let object = object(identity.recipient(), &plain);
            assert_eq!((object.sealed.plain_size, object.sealed.content), (size as u64, ContentHash::of(&plain)));
            assert_eq!(object.file.metadata().expect("the file is there").len(), sealed_len(size as u64));
            let (opened, result) = object.open(&identity);
            assert!(result.is_ok() && opened == plain, "{size}");
            assert!(open_bytes(&[&identity], &object.bytes()).expect("opened").expose_secret() == plain, "{size}");
        }
    }
}

#[test]
fn what_several_threads_sealed_one_opens() {
    let identity = Identity::generate();
    for size in [0, 1, CHUNK, SEGMENT, SEGMENT + 1, 5 * SEGMENT - 1] {
        let plain = document(size);
        let mut sealed = Vec::new();
        seal_stream(&[identity.recipient()], &mut plain.as_slice(), &mut sealed, &mut on).expect("it is sealed");
        assert!(open_bytes(&[&identity], &sealed).expect("the identity opens it").expose_secret() == plain, "{size}");
    }
}

#[test]
fn an_object_has_one_post_quantum_stanza_its_id_and_no_grease() {
    let identity = Identity::generate();
    let object = object(identity.recipient(), b"");
    let header = object.bytes();
    let text = String::from_utf8_lossy(&header);
    assert_eq!(text.matches("\n-> ").count(), 2);
    assert!(text.starts_with("age-encryption.org/v1\n-> mlkem768x25519 "));
    assert!(text.contains(&format!("\n-> zegel-object {}\n\n--- ", object.id)));
    let classic = Identity::parse("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0")
        .expect("it is an identity");
    let refused = seal_file(&ObjectKey::generate(), classic.recipient(), &mut b"x".as_slice(), &file(b""), &mut on);
    assert!(matches!(refused, Err(SealError::ClassicRecipient)));
}

#[test]
fn a_file_cut_between_two_chunks_is_truncated_and_gives_nothing() {
    let identity = Identity::generate();
    let object = object(identity.recipient(), &document(9 * CHUNK + 5));
    for chunks in (1..=9).rev() {
        object.file.set_len((START + chunks * SEALED_CHUNK) as u64).expect("its length is changed");
        let (plain, result) = object.open(&identity);
        assert!(matches!(result, Err(OpenError::Truncated)), "{chunks}: {result:?}");
        assert!(plain.is_empty());
    }
    for length in [START + 15, START, START - 1, START - 16, 700, 21, 0] {
        object.file.set_len(length as u64).expect("its length is changed");
        let (plain, result) = object.open(&identity);
        assert!(matches!(result, Err(OpenError::Truncated)), "{length}: {result:?}");
        assert!(plain.is_empty());
    }
}

#[test]
fn a_file_cut_within_a_chunk_gives_nothing_either() {
    let identity = Identity::generate();
    let object = object(identity.recipient(), &document(3 * SEGMENT));
    for length in [START + SEALED_CHUNK + 20, START + 5 * SEALED_CHUNK + 17, START + 12 * SEALED_CHUNK - 1] {
        object.file.set_len(length as u64).expect("its length is changed");
        let (plain, result) = object.open(&identity);
        assert!(matches!(result, Err(OpenError::Altered)), "{length}: {result:?}");
        assert!(plain.is_empty());
    }
}

#[test]
fn an_extended_file_is_altered_and_gives_nothing() {
    let identity = Identity::generate();
    for size in [0, 5, CHUNK, SEGMENT, SEGMENT + 5] {
        for more in [1, 16, 17, SEALED_CHUNK] {
            let object = object(identity.recipient(), &document(size));
            object
                .file
                .write_all_at(&vec![0; more], sealed_len(object.sealed.plain_size))
                .expect("the place is written over");
            let (plain, result) = object.open(&identity);
            assert!(result.expect_err("the damage is noticed").is_integrity(), "{size} + {more}");
            assert!(plain.is_empty());
        }
    }
}

#[test]
fn chunks_cannot_change_places() {
    let identity = Identity::generate();
    let object = object(identity.recipient(), &document(3 * CHUNK + 1));
    let bytes = object.bytes();
    let (first, second) = (&bytes[START..][..SEALED_CHUNK], &bytes[START + SEALED_CHUNK..][..SEALED_CHUNK]);
    object.file.write_all_at(&[second, first].concat(), START as u64).expect("the place is written over");
    assert!(matches!(object.open(&identity), (plain, Err(OpenError::Altered)) if plain.is_empty()));
}

#[test]
fn two_objects_cannot_exchange_their_payloads() {
    let identity = Identity::generate();
    let (one, two) = (object(identity.recipient(), b"one"), object(identity.recipient(), b"two"));
    let header = &one.bytes()[..START - 16];
    two.file.write_all_at(header, 0).expect("the place is written over");
    assert!(matches!(two.open(&identity).1, Err(OpenError::AnotherObject)));
    let crossed = Object { id: one.id, ..two };
    assert!(matches!(crossed.open(&identity), (plain, Err(OpenError::Altered)) if plain.is_empty()));
}

#[test]
fn the_object_of_another_document_is_refused_before_its_first_byte() {
    let identity = Identity::generate();
    let (one, two) = (object(identity.recipient(), b"one"), object(identity.recipient(), b"two"));
    let exchanged = Object { id: one.id, ..two };
    assert!(matches!(exchanged.open(&identity), (plain, Err(OpenError::AnotherObject)) if plain.is_empty()));
    // What anybody may make who knows the recipient: an age file that says nothing of the object, or names it wrongly.
    let plain_age =
        Object { id: exchanged.id, file: file(&seal_bytes(&[identity.recipient()], b"two").expect("sealed")), ..two };
    assert!(matches!(plain_age.open(&identity), (plain, Err(OpenError::AnotherObject)) if plain.is_empty()));
}

#[test]
fn an_object_sealed_again_is_the_same_object_and_another_file() {
    let identity = Identity::generate();
    let key = ObjectKey::generate();
    let seal = |plain: &[u8]| {
        let into = file(b"");
        let sealed = seal_file(&key, identity.recipient(), &mut &*plain, &into, &mut on).expect("it is sealed");
        Object { id: key.id().to_owned(), file: into, sealed }
    };
    let (one, two) = (seal(b"the same"), seal(b"the same"));
    assert_eq!(one.open(&identity).0, two.open(&identity).0);
    // Not the same key stream either.
    assert_ne!(one.bytes()[START..], two.bytes()[START..]);
}

#[test]
fn a_copy_into_a_file_is_the_document_wherever_the_reader_stood() {
    let identity = Identity::generate();
    let plain = document(3 * SEGMENT + 77);
    let object = object(identity.recipient(), &plain);
    for at in [0, 1, CHUNK, CHUNK + 3, SEGMENT, 3 * SEGMENT + 76, 3 * SEGMENT + 77, 4 * SEGMENT] {
        let mut reader = object.reader(&identity).expect("the identity opens it");
        reader.seek(SeekFrom::Start(at as u64)).expect("the reader seeks");
        let (into, rest) = (file(b""), plain.get(at..).unwrap_or_default());
        assert_eq!(reader.copy_to_file(&into).expect("it is copied"), rest.len() as u64);
        assert!(read_all(&into) == rest, "{at}");
        assert_eq!(reader.read(&mut [0; 8]).expect("the reader reads"), 0, "nothing is left");
    }
    // Behind what is there already, as `>>` does it.
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("out"), b"before").expect("the file is written");
    let into = OpenOptions::new().append(true).open(folder.path().join("out")).expect("the file opens");
    object.reader(&identity).expect("the identity opens it").copy_to_file(&into).expect("it is copied");
    assert!(std::fs::read(folder.path().join("out")).expect("it is read") == [b"before", plain.as_slice()].concat());
}

#[test]
fn nothing_comes_out_from_an_altered_chunk_on() {
    let identity = Identity::generate();
    let plain = document(40 * SEGMENT);
    let object = object(identity.recipient(), &plain);
    object.file.write_all_at(b"altered", (START + 200 * SEALED_CHUNK + 9) as u64).expect("the place is written over");
    let (out, result) = object.open(&identity);
    assert!(matches!(result, Err(OpenError::Altered)));
    assert!(out.len() <= 200 * CHUNK && plain.starts_with(&out));
    let (mut read, mut reader) = (Vec::new(), object.reader(&identity).expect("the identity opens it"));
    assert_eq!(reader.read_to_end(&mut read).expect_err("the damage is noticed").kind(), ErrorKind::InvalidData);
    assert!(read == plain[..200 * CHUNK], "every byte before it, and none after");
}

#[test]
fn an_object_of_another_class_does_not_open() {
    let (mine, theirs) = (Identity::generate(), Identity::generate());
    let object = object(theirs.recipient(), b"not mine");
    assert!(matches!(object.open(&mine).1, Err(OpenError::NotForThisKey)));
}

#[test]
fn progress_counts_up_to_the_size_and_can_stop_it() {
    let identity = Identity::generate();
    let plain = document(10 * SEGMENT + 1);
    let mut seen = Vec::new();
    let into = file(b"");
    let mut watch = |bytes| {
        seen.push(bytes);
        Flow::Continue
    };
    seal_file(&ObjectKey::generate(), identity.recipient(), &mut plain.as_slice(), &into, &mut watch)
        .expect("it is sealed");
    assert!(seen.is_sorted() && seen.len() > 1);
    assert_eq!(seen.last(), Some(&(plain.len() as u64)));
    let mut stop = |bytes| if bytes > 2 * SEGMENT as u64 { Flow::Stop } else { Flow::Continue };
    let stopped = seal_file(&ObjectKey::generate(), identity.recipient(), &mut plain.as_slice(), &file(b""), &mut stop);
    assert!(matches!(stopped, Err(SealError::Cancelled)));
}

#[test]
fn a_full_disk_is_told_as_one() {
    let identity = Identity::generate();
    let plain = document(20 * SEGMENT);
    let full = seal_file(
        &ObjectKey::generate(),
        identity.recipient(),
        &mut plain.as_slice(),
        &full_disk().expect("/dev/full is there"),
        &mut on,
    );
    assert!(matches!(full, Err(SealError::Write(error)) if error.kind() == ErrorKind::StorageFull));
    for room in [0, 100, 2000, 3 * SEGMENT] {
        let full = seal_stream(&[identity.recipient()], &mut plain.as_slice(), &mut FillingDisk { room }, &mut on);
        assert!(matches!(full, Err(SealError::Write(error)) if error.kind() == ErrorKind::StorageFull));
        let object = object(identity.recipient(), &plain);
        let full = object.reader(&identity).expect("the identity opens it").copy_to(&mut FillingDisk { room });
        assert!(matches!(full, Err(OpenError::Write(error)) if error.kind() == ErrorKind::StorageFull));
    }
}

#[test]
fn an_object_is_never_written_over_something_else() {
    let identity = Identity::generate();
    let refused = seal_file(
        &ObjectKey::generate(),
        identity.recipient(),
        &mut b"x".as_slice(),
        &file(b"an older object"),
        &mut on,
    );
    assert!(matches!(refused, Err(SealError::Write(error)) if error.kind() == ErrorKind::AlreadyExists));
}

#[test]
fn a_source_that_breaks_is_told_as_one() {
    let identity = Identity::generate();
    for left in [0, 1, CHUNK, SEGMENT, 30 * SEGMENT] {
        let broken =
            seal_file(&ObjectKey::generate(), identity.recipient(), &mut BreakingReader { left }, &file(b""), &mut on);
        assert!(matches!(broken, Err(SealError::Read(_))), "{left}");
    }
}

#[test]
fn a_source_that_gives_little_at_a_time_is_sealed_whole() {
    struct Drops<'a>(&'a [u8]);
    impl std::io::Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let few = into.len().min(1013);
            self.0.read(&mut into[..few])
        }
    }
    let identity = Identity::generate();
    let plain = document(SEGMENT + 7);
    let into = file(b"");
    seal_file(&ObjectKey::generate(), identity.recipient(), &mut Drops(&plain), &into, &mut on).expect("it is sealed");
    assert!(open_bytes(&[&identity], &read_all(&into)).expect("the identity opens it").expose_secret() == plain);
}

#[test]
fn a_stream_for_a_partner_is_an_age_file_like_any_other() {
    let (one, two) = (Identity::generate(), Identity::generate());
    let plain = document(2 * SEGMENT + 9);
    let mut package = Vec::new();
    let sealed = seal_stream(&[one.recipient(), two.recipient()], &mut plain.as_slice(), &mut package, &mut on)
        .expect("it is sealed");
    assert_eq!(sealed.content, ContentHash::of(&plain));
    for identity in [&one, &two] {
        assert!(open_bytes(&[identity], &package).expect("the identity opens it").expose_secret() == plain);
    }
}

#[test]
fn a_rewrapped_header_has_the_same_size_and_opens_for_the_new_recipient_only() {
    let (old, new) = (Identity::generate(), Identity::generate());
    let plain = document(SEGMENT + 1);
    let object = object(old.recipient(), &plain);
    let before = object.bytes();
    let rewrapped = rewrap(&old, &object.id, new.recipient(), &object.file).expect("the header is replaced");
    assert_eq!(rewrapped.header.len() as u64, rewrapped.replaces);
    object.file.write_all_at(&rewrapped.header, 0).expect("the place is written over");
    assert!(object.open(&new).0 == plain);
    assert!(matches!(object.open(&old).1, Err(OpenError::NotForThisKey)));
    assert_eq!(object.bytes()[START - 16..], before[START - 16..]);
    assert!(matches!(rewrap(&old, &object.id, new.recipient(), &object.file), Err(OpenError::NotForThisKey)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_flipped_bit_anywhere_is_caught(bit in 0..8 * (START + 5 * SEALED_CHUNK + 16)) {
        let identity = Identity::generate();
        let plain = document(5 * CHUNK);
        let object = object(identity.recipient(), &plain);
        let mut byte = [0];
        let at = (bit / 8).min(sealed_len(plain.len() as u64) as usize - 1) as u64;
        object.file.read_exact_at(&mut byte, at).expect("the place is read");
        object.file.write_all_at(&[byte[0] ^ (1 << (bit % 8))], at).expect("the place is written over");
        let (out, result) = object.open(&identity);
        prop_assert!(result.is_err());
        prop_assert!(plain.starts_with(&out));
    }

    #[test]
    fn a_cut_anywhere_is_caught_before_anything_comes_out(len in 0..START + 5 * SEALED_CHUNK) {
        let identity = Identity::generate();
        let object = object(identity.recipient(), &document(5 * CHUNK));
        object.file.set_len(len as u64).expect("its length is changed");
        let (out, result) = object.open(&identity);
        prop_assert!(result.expect_err("the damage is noticed").is_integrity());
        prop_assert!(out.is_empty());
    }

    #[test]
    fn a_document_of_any_size_comes_back(size in 0..6 * SEGMENT) {
        let identity = Identity::generate();
        let plain = document(size);
        let object = object(identity.recipient(), &plain);
        prop_assert_eq!(object.sealed.content, ContentHash::of(&plain));
        prop_assert!(object.open(&identity).0 == plain);
    }
}

#[test]
fn writing_goes_through_whatever_takes_bytes() {
    struct Count(u64);
    impl Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len() as u64;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let identity = Identity::generate();
    let mut count = Count(0);
    seal_stream(&[identity.recipient()], &mut document(SEGMENT).as_slice(), &mut count, &mut on).expect("it is sealed");
    assert_eq!(count.0, sealed_len(SEGMENT as u64) - OBJECT_STANZA);
}

#[test]
fn a_benchmark_seals_and_opens_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let plain = folder.path().join("plain");
    bench::write_plain(&plain, 3_000_001).expect("the plain file is written");
    let figures = bench::seal_and_open(&plain, folder.path()).expect("it is sealed and opened");
    assert_eq!(figures.size, 3_000_001);
    assert!(figures.seal_mib_s() > 0.0 && figures.open_mib_s() > 0.0 && figures.read_mib_s() > 0.0);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder is listed").count(), 1);
}

#[test]
fn what_holds_keys_can_go_to_another_thread() {
    fn send<T: Send>() {}
    fn sync<T: Sync>() {}
    send::<seal::SealedReader>();
    send::<seal::Signer>();
    sync::<seal::Signer>();
    send::<Identity>();
    sync::<Identity>();
    sync::<seal::VerifyingKey>();
    sync::<seal::PartKey>();
}
