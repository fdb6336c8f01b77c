//! What a process that holds secrets does first, and how much memory sealing takes. In processes of their own.
#![allow(clippy::print_stdout)]

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek};

use seal::{
    HardenError, Identity, ObjectKey, Passphrase, SealedReader, WorkFactor, harden_process, lock_identity,
    unlock_identity,
};

use crate::support::{in_child, is_child, on};

#[test]
fn a_hardened_process_leaves_no_core_and_shuts_out_debuggers() {
    let (succeeded, said) = in_child("process::child_hardened", &[]);
    assert!(succeeded, "{said}");
    assert!(said.contains("hardened"), "{said}");
}

#[test]
fn child_hardened() {
    if !is_child() {
        return;
    }
    harden_process().expect("nothing stands in the way");
    let limits = std::fs::read_to_string("/proc/self/limits").expect("one's own limits");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a core limit");
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
    assert_eq!(rustix::process::dumpable_behavior(), Ok(rustix::process::DumpableBehavior::NotDumpable));
    println!("hardened");
}

#[test]
fn a_process_in_which_age_would_print_keys_does_not_start() {
    let (succeeded, said) = in_child("process::child_with_agedebug", &[("AGEDEBUG", "plugin")]);
    assert!(succeeded && said.contains("refused"), "{said}");
}

#[test]
fn child_with_agedebug() {
    if !is_child() {
        return;
    }
    assert!(matches!(harden_process(), Err(HardenError::AgeDebug)));
    println!("refused");
}

#[test]
fn sealing_and_opening_half_a_gibibyte_takes_a_few_mebibytes() {
    let (succeeded, said) = in_child("process::child_seals_much", &[]);
    assert!(succeeded && said.contains("sealed and opened"), "{said}");
}

#[test]
fn child_seals_much() {
    if !is_child() {
        return;
    }
    const SIZE: u64 = 512 << 20;
    let identity = Identity::generate();
    let (key, object) = (ObjectKey::generate(), tempfile::tempfile().expect("a temporary file"));
    let before = peak_kib();
    let mut document = std::io::repeat(7).take(SIZE);
    let sealed = seal::seal_file(&key, identity.recipient(), &mut document, &object, &mut on).expect("sealing");
    let nowhere: File = OpenOptions::new().write(true).open("/dev/null").expect("a sink");
    let mut reader = SealedReader::open(&identity, key.id(), object).expect("opening");
    let copied = reader.copy_to_file(&nowhere).expect("copying");
    reader.rewind().expect("a reader seeks");
    let read = std::io::copy(&mut reader, &mut &nowhere).expect("reading");
    assert_eq!([sealed.plain_size, copied, read], [SIZE; 3]);
    let grown = peak_kib() - before;
    assert!(grown < 24 * 1024, "{grown} KiB more");
    println!("sealed and opened with {grown} KiB more");
}

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("one's own status");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number")
}

#[test]
fn no_part_of_a_document_stays_in_memory_once_it_is_sealed_opened_and_read() {
    let (succeeded, said) = in_child("process::child_leaves_no_plaintext", &[]);
    assert!(succeeded && said.contains("nothing left"), "{said}");
}

/// Gives a text over and over that is nowhere else in the process: it is only made while it is read.
struct Confidential {
    at: usize,
    left: usize,
}

/// Ciphers and hashes leave a block or two, of 64 bytes, on their stacks and in their contexts; a chunk has 4096 times this text.
const FEW: usize = 32;
const MASK: u8 = 0xA5;
const MASKED: [u8; 16] = *b"\xf1\xd7\x80\x96\x85\xe3\x9c\xc1\x8b\xd2\xee\x99\xfd\x84\xb7\xa8";

impl Read for Confidential {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = into.len().min(self.left);
        for byte in into.iter_mut().take(count) {
            *byte = MASKED[self.at % MASKED.len()] ^ MASK;
            self.at += 1;
        }
        self.left -= count;
        Ok(count)
    }
}

#[test]
fn child_leaves_no_plaintext() {
    if !is_child() {
        return;
    }
    let identity = Identity::generate();
    let (key, object) = (ObjectKey::generate(), tempfile::tempfile().expect("a temporary file"));
    let mut document = Confidential { at: 0, left: 3_000_000 };
    seal::seal_file(&key, identity.recipient(), &mut document, &object, &mut on).expect("sealing");
    assert!(found_in_memory(&MASKED) < FEW, "after sealing");

    let nowhere: File = OpenOptions::new().write(true).open("/dev/null").expect("a sink");
    let mut reader = SealedReader::open(&identity, key.id(), object).expect("opening");
    reader.copy_to_file(&nowhere).expect("copying");
    assert!(found_in_memory(&MASKED) < FEW, "after copying");

    reader.rewind().expect("a reader seeks");
    let mut buffer = [0; 1000];
    while reader.read(&mut buffer).expect("it reads") > 0 {}
    reader.rewind().expect("a reader seeks");
    reader.read_exact(&mut buffer).expect("it reads");
    std::hint::black_box(&mut buffer).fill(0);
    assert!(found_in_memory(&MASKED) > FEW, "the reader holds a chunk, and this test can see it");
    drop(reader);
    assert!(found_in_memory(&MASKED) < FEW, "after reading");

    let mut small = Vec::with_capacity(5000);
    Confidential { at: 0, left: 5000 }.read_to_end(&mut small).expect("it reads");
    let sealed = seal::seal_bytes(&[identity.recipient()], &small).expect("sealing");
    std::hint::black_box(&mut small).fill(0);
    drop(seal::open_bytes(&[&identity], &sealed).expect("opening"));
    let key = seal::PartKey::generate();
    let mut small = vec![0; 5000];
    Confidential { at: 0, left: 5000 }.read_exact(&mut small).expect("it reads");
    let part = seal::seal_part(&key, b"", &small);
    std::hint::black_box(&mut small).fill(0);
    drop(seal::open_part(&key, b"", &part).expect("opening"));
    assert!(found_in_memory(&MASKED) < FEW, "after small ones");
    println!("nothing left");
}

#[test]
fn no_identity_and_no_passphrase_stays_in_memory_once_it_is_dropped() {
    let (succeeded, said) = in_child("process::child_leaves_no_identity", &[]);
    assert!(succeeded && said.contains("nothing left"), "{said}");
}

#[test]
fn child_leaves_no_identity() {
    if !is_child() {
        return;
    }
    let unmasked = || Passphrase::new(MASKED.iter().map(|byte| char::from((byte ^ MASK) & 0x7F)).collect());
    let passphrase_masked: Vec<u8> = MASKED.iter().map(|byte| ((byte ^ MASK) & 0x7F) ^ MASK).collect();
    let work = WorkFactor::new(4).expect("between 1 and 21");

    let identity = Identity::generate();
    let line = identity.expose_secret_line();
    let line_masked: Vec<u8> = line.expose_secret().bytes().map(|byte| byte ^ MASK).collect();
    let locked = lock_identity(&line, &unmasked(), work);
    drop((identity, line));
    let text = unlock_identity(&locked, &unmasked()).expect("its own passphrase");
    assert_ne!(found_in_memory(&line_masked), 0, "the text is held, and this test can see it");
    drop(Identity::parse_file(&text).expect("its own line"));
    drop(text);
    assert_eq!(found_in_memory(&line_masked), 0, "an identity");
    assert_eq!(found_in_memory(&passphrase_masked), 0, "a passphrase");
    println!("nothing left");
}

/// How often a text is in the writable memory of this process. It is given masked, so that it does not find itself.
fn found_in_memory(masked: &[u8]) -> usize {
    use std::os::unix::fs::FileExt;
    let maps = std::fs::read_to_string("/proc/self/maps").expect("one's own maps");
    let memory = File::open("/proc/self/mem").expect("one's own memory");
    let mut found = 0;
    let mut block = vec![0; 1 << 20];
    for line in maps.lines().filter(|line| line.contains(" rw-p ") && !line.contains("[vvar")) {
        let (start, end) = line.split_whitespace().next().and_then(|range| range.split_once('-')).expect("a range");
        let address = |text: &str| u64::from_str_radix(text, 16).expect("an address");
        let (mut at, end) = (address(start), address(end));
        while at < end {
            let length = block.len().min((end - at) as usize);
            let Ok(read) = memory.read_at(&mut block[..length], at) else { break };
            let matches = |window: &[u8]| window.iter().zip(masked).all(|(byte, masked)| byte ^ MASK == *masked);
            found += block[..read].windows(masked.len()).filter(|window| matches(window)).count();
            at += read.max(1) as u64;
        }
        block.fill(0);
    }
    found
}
