//! A sealed object that is read like a file.

use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;

use proptest::prelude::*;
use seal::{Identity, OpenError};

use crate::support::{CHUNK, SEGMENT, document, object};

#[test]
fn it_reads_as_the_document_was() {
    let identity = Identity::generate();
    // Small ones chunk by chunk; large ones with threads that read ahead.
    for size in [0, 1, CHUNK, 3 * CHUNK + 1, 4 * SEGMENT, 40 * SEGMENT + 5] {
        let plain = document(size);
        let mut reader = object(identity.recipient(), &plain).reader(&identity).expect("the identity opens it");
        assert_eq!(reader.plain_len(), size as u64);
        let mut read = Vec::new();
        reader.read_to_end(&mut read).expect("it is read to its end");
        assert!(read == plain);
        assert_eq!(reader.read(&mut [0; 8]).expect("the reader reads"), 0);
    }
}

#[test]
fn seeking_goes_everywhere_but_before_the_beginning() {
    let identity = Identity::generate();
    let mut reader = object(identity.recipient(), b"0123456789").reader(&identity).expect("the identity opens it");
    assert_eq!(reader.seek(SeekFrom::End(-3)).expect("the reader seeks"), 7);
    let mut rest = String::new();
    reader.read_to_string(&mut rest).expect("it is read to its end");
    assert_eq!(rest, "789");
    assert_eq!(reader.seek(SeekFrom::Current(-9)).expect("the reader seeks"), 1);
    assert_eq!(reader.seek(SeekFrom::Start(u64::MAX)).expect("the reader seeks"), u64::MAX);
    assert_eq!(reader.read(&mut [0; 4]).expect("the reader reads"), 0);
    assert_eq!(reader.seek(SeekFrom::Current(1)).expect_err("there is no such place").kind(), ErrorKind::InvalidInput);
    assert_eq!(reader.seek(SeekFrom::End(-11)).expect_err("there is no such place").kind(), ErrorKind::InvalidInput);
}

#[test]
fn a_cut_object_is_refused_before_the_first_byte() {
    let identity = Identity::generate();
    let object = object(identity.recipient(), &document(4 * CHUNK));
    object.file.set_len(seal::sealed_len(2 * CHUNK as u64)).expect("its length is changed");
    assert!(matches!(object.reader(&identity), Err(OpenError::Truncated)));
}

#[test]
fn an_altered_chunk_shows_when_it_is_read_and_the_others_still_read() {
    let identity = Identity::generate();
    let plain = document(4 * CHUNK);
    let object = object(identity.recipient(), &plain);
    object.file.write_all_at(b"x", seal::sealed_len(CHUNK as u64) + 100).expect("the place is written over");
    let mut reader = object.reader(&identity).expect("the identity opens it");
    let mut chunk = vec![0; CHUNK];
    reader.read_exact(&mut chunk).expect("there is as much");
    assert!(chunk == plain[..CHUNK]);
    let error = reader.read(&mut chunk).expect_err("the damage is noticed");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<OpenError>());
    assert!(matches!(cause, Some(OpenError::Altered)));
    reader.seek(SeekFrom::Start(2 * CHUNK as u64)).expect("the reader seeks");
    reader.read_exact(&mut chunk).expect("there is as much");
    assert!(chunk == plain[2 * CHUNK..3 * CHUNK]);
}

#[test]
fn what_is_read_ahead_is_left_where_the_reader_goes_elsewhere() {
    let identity = Identity::generate();
    let plain = document(40 * SEGMENT);
    let mut reader = object(identity.recipient(), &plain).reader(&identity).expect("the identity opens it");
    let mut some = vec![0; 5 * SEGMENT + 1];
    for at in [0, 17 * SEGMENT + 3, 2, 30 * SEGMENT] {
        reader.seek(SeekFrom::Start(at as u64)).expect("the reader seeks");
        reader.read_exact(&mut some).expect("there is as much");
        assert!(some == plain[at..][..some.len()], "{at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn reading_here_and_there_is_reading_the_document(places in proptest::collection::vec((0..4 * CHUNK, 0..2 * CHUNK), 1..20)) {
        let identity = Identity::generate();
        let plain = document(3 * CHUNK + 17);
        let mut reader = object(identity.recipient(), &plain).reader(&identity).expect("the identity opens it");
        for (at, len) in places {
            reader.seek(SeekFrom::Start(at as u64)).expect("the reader seeks");
            let mut read = Vec::new();
            reader.by_ref().take(len as u64).read_to_end(&mut read).expect("it is read to its end");
            let expected = plain.get(at..).unwrap_or_default();
            prop_assert!(read == expected[..len.min(expected.len())]);
        }
    }
}
