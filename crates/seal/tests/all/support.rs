//! What several tests need.

use std::fs::File;
use std::io::{Seek, Write};
use std::process::Command;

use seal::{Flow, Identity, ObjectKey, OpenError, Recipient, Sealed, SealedReader};

pub const CHUNK: usize = 64 * 1024;
/// What one thread seals at a time.
pub const SEGMENT: usize = 8 * CHUNK;

/// Bytes that differ from chunk to chunk.
pub fn document(len: usize) -> Vec<u8> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    let mut bytes: Vec<u8> = std::iter::repeat_with(next).take(len.div_ceil(8)).flatten().collect();
    bytes.truncate(len);
    bytes
}

pub fn on(_: u64) -> Flow {
    Flow::Continue
}

/// A sealed document.
pub struct Object {
    pub id: String,
    pub file: File,
    pub sealed: Sealed,
}

impl Object {
    /// Its bytes, as they lie on disk.
    pub fn bytes(&self) -> Vec<u8> {
        read_all(&self.file)
    }

    pub fn reader(&self, with: &Identity) -> Result<SealedReader, OpenError> {
        SealedReader::open(with, &self.id, self.file.try_clone().expect("a file clones"))
    }

    /// Opens it; gives what came out, even when it failed.
    pub fn open(&self, with: &Identity) -> (Vec<u8>, Result<(), OpenError>) {
        let mut plain = Vec::new();
        let copied = self.reader(with).and_then(|mut reader| reader.copy_to(&mut plain));
        if let Ok(count) = copied {
            assert_eq!(count, plain.len() as u64);
        }
        (plain, copied.map(drop))
    }
}

/// An object with this plaintext.
pub fn object(to: &Recipient, plain: &[u8]) -> Object {
    let file = tempfile::tempfile().expect("a temporary file");
    let key = ObjectKey::generate();
    let sealed = seal::seal_file(&key, to, &mut &*plain, &file, &mut on).expect("sealing");
    Object { id: key.id().to_owned(), file, sealed }
}

/// A file with these bytes.
pub fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(bytes).expect("room");
    file.rewind().expect("a file seeks");
    file
}

pub fn read_all(file: &File) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = file;
    file.rewind().expect("a file seeks");
    std::io::Read::read_to_end(&mut file, &mut bytes).expect("a file reads");
    bytes
}

/// Runs one test of this binary in a process of its own, with `ZEGEL_CHILD` set. Gives whether it succeeded, and what it said.
pub fn in_child(test: &str, environment: &[(&str, &str)]) -> (bool, String) {
    let output = Command::new(std::env::current_exe().expect("this binary"))
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env("ZEGEL_CHILD", "1")
        .envs(environment.iter().copied())
        .output()
        .expect("this binary runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

/// Whether this is a process that [`in_child`] started.
pub fn is_child() -> bool {
    std::env::var_os("ZEGEL_CHILD").is_some()
}
