//! What a process that holds secrets does first, and how much memory sealing takes. In processes of their own.
#![allow(clippy::print_stdout)]

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek};

use seal::{HardenError, Identity, harden_process};

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
    let mut object = tempfile::tempfile().expect("a temporary file");
    let before = peak_kib();
    let sealed =
        seal::seal_file(identity.recipient(), &mut std::io::repeat(7).take(SIZE), &object, &mut on).expect("sealing");
    object.rewind().expect("a file seeks");
    let mut nowhere: File = OpenOptions::new().write(true).open("/dev/null").expect("a sink");
    let opened = seal::open_file(&identity, &object, &mut nowhere, &mut on).expect("opening");
    assert_eq!((sealed.plain_size, sealed.sha256), (SIZE, opened.sha256));
    let grown = peak_kib() - before;
    assert!(grown < 24 * 1024, "{grown} KiB more");
    println!("sealed and opened with {grown} KiB more");
}

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("one's own status");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number")
}
