//! How fast this machine seals and opens, measured through the functions that the vault uses.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{OpenError, SealError};
use crate::file::{Flow, seal_file};
use crate::identity::Identity;
use crate::object::ObjectKey;
use crate::reader::SealedReader;

/// What a run gave.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Plaintext bytes.
    pub size: u64,
    /// From a file to a sealed file, with the hash of its content.
    pub seal: Duration,
    /// From the sealed file to a file.
    pub open: Duration,
    /// From the sealed file into memory, piece by piece.
    pub read: Duration,
}

impl Figures {
    /// MiB of plaintext sealed in a second.
    pub fn seal_mib_s(&self) -> f64 {
        rate(self.size, self.seal)
    }

    /// MiB of plaintext opened in a second.
    pub fn open_mib_s(&self) -> f64 {
        rate(self.size, self.open)
    }

    /// MiB of plaintext read in a second.
    pub fn read_mib_s(&self) -> f64 {
        rate(self.size, self.read)
    }
}

/// Seals the file `plain` into `dir/bench.age`, as documents are filed; opens that into `dir/bench.out`, and reads it from one
/// end to the other; and removes both.
pub fn seal_and_open(plain: &Path, dir: &Path) -> io::Result<Figures> {
    let (sealed_path, opened_path) = (dir.join("bench.age"), dir.join("bench.out"));
    let result = run(plain, &sealed_path, &opened_path);
    for path in [&sealed_path, &opened_path] {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    result
}

fn run(plain: &Path, sealed_path: &Path, opened_path: &Path) -> io::Result<Figures> {
    let (identity, key) = (Identity::generate(), ObjectKey::generate());
    let (mut from, into) = (File::open(plain)?, File::create_new(sealed_path)?);
    let begin = Instant::now();
    let sealed = seal_file(&key, identity.recipient(), &mut from, &into, &mut |_| Flow::Continue);
    let size = sealed.map_err(|error| match error {
        SealError::Read(error) | SealError::Write(error) => error,
        other => io::Error::other(other),
    })?;
    let seal = begin.elapsed();
    let unopened = |error| match error {
        OpenError::Read(error) | OpenError::Write(error) => error,
        other => io::Error::other(other),
    };
    let (from, into) = (File::open(sealed_path)?, File::create_new(opened_path)?);
    let begin = Instant::now();
    let mut reader = SealedReader::open(&identity, key.id(), from).map_err(unopened)?;
    let copied = reader.copy_to_file(&into).map_err(unopened)?;
    let open = begin.elapsed();
    let begin = Instant::now();
    let mut reader = SealedReader::open(&identity, key.id(), File::open(sealed_path)?).map_err(unopened)?;
    let mut buffer = vec![0; 1 << 16];
    let mut read = 0;
    while let count @ 1.. = reader.read(&mut buffer)? {
        read += count as u64;
    }
    let figures = Figures { size: size.plain_size, seal, open, read: begin.elapsed() };
    if [copied, read] == [figures.size; 2] {
        Ok(figures)
    } else {
        Err(io::Error::other("what was opened is not what was sealed"))
    }
}

/// Writes `size` bytes that do not compress and are the same each time.
pub fn write_plain(path: &Path, size: u64) -> io::Result<()> {
    let mut block = Vec::with_capacity(1 << 20);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    while block.len() < 1 << 20 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        block.extend_from_slice(&state.to_le_bytes());
    }
    let mut file = File::create_new(path)?;
    let mut left = size;
    while left > 0 {
        left -= io::copy(&mut block.as_slice().take(left), &mut file)?;
    }
    Ok(())
}

fn rate(bytes: u64, time: Duration) -> f64 {
    bytes as f64 / f64::from(1 << 20) / time.as_secs_f64()
}
