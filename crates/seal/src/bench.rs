//! How fast this machine seals and opens, measured through the functions that the vault uses.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{OpenError, SealError};
use crate::file::{Flow, open_object, seal_object};
use crate::identity::Identity;
use crate::ids::Sha256;

/// What a run gave.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Plaintext bytes.
    pub size: u64,
    /// From a file to a sealed file.
    pub seal: Duration,
    /// From the sealed file to a file.
    pub open: Duration,
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
}

/// Seals the file `plain` into `dir/bench.age`, opens that into `dir/bench.out`, and removes both.
///
/// As documents are filed: with the SHA-256 of the plaintext, each time.
pub fn seal_and_open(plain: &Path, dir: &Path) -> io::Result<Figures> {
    let (mut sealed, mut opened) = (Sha256::new(), Sha256::new());
    let figures = measure(plain, dir, &mut |bytes| sealed.update(bytes), &mut |bytes| opened.update(bytes))?;
    if opened.finish() != sealed.finish() {
        return Err(io::Error::other("what was opened is not what was sealed"));
    }
    Ok(figures)
}

/// As [`seal_and_open`], but without any hash: what other programs of the age family do, and may be compared with.
pub fn seal_and_open_bare(plain: &Path, dir: &Path) -> io::Result<Figures> {
    measure(plain, dir, &mut |_| {}, &mut |_| {})
}

fn measure(
    plain: &Path,
    dir: &Path,
    see_sealed: &mut dyn FnMut(&[u8]),
    see_opened: &mut dyn FnMut(&[u8]),
) -> io::Result<Figures> {
    let (sealed_path, opened_path) = (dir.join("bench.age"), dir.join("bench.out"));
    let result = run(plain, &sealed_path, &opened_path, see_sealed, see_opened);
    for path in [&sealed_path, &opened_path] {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    result
}

fn run(
    plain: &Path,
    sealed_path: &Path,
    opened_path: &Path,
    see_sealed: &mut dyn FnMut(&[u8]),
    see_opened: &mut dyn FnMut(&[u8]),
) -> io::Result<Figures> {
    let identity = Identity::generate();
    let on = &mut |_| Flow::Continue;
    let (mut from, into) = (File::open(plain)?, File::create_new(sealed_path)?);
    let begin = Instant::now();
    let size = seal_object(identity.recipient(), &mut from, &into, see_sealed, on).map_err(|error| match error {
        SealError::Read(error) | SealError::Write(error) => error,
        other => io::Error::other(other),
    })?;
    let seal = begin.elapsed();
    let (from, mut into) = (File::open(sealed_path)?, File::create_new(opened_path)?);
    let begin = Instant::now();
    let opened = open_object(&identity, &from, &mut into, see_opened, on).map_err(|error| match error {
        OpenError::Read(error) | OpenError::Write(error) => error,
        other => io::Error::other(other),
    })?;
    let open = begin.elapsed();
    if opened != size {
        return Err(io::Error::other("what was opened is not what was sealed"));
    }
    Ok(Figures { size, seal, open })
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
