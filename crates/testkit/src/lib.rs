//! The people of the exercise, and things that fail on purpose. For tests only: no crate depends on it otherwise.

mod cast;
mod hand;
#[cfg(feature = "servers")]
mod network;
mod refused;
#[cfg(feature = "servers")]
mod servers;
pub mod simulation;

pub use cast::{CAST, FOUNDED, Player};
pub use hand::Hand;
#[cfg(feature = "servers")]
pub use network::{Chance, Cut, Fault, Proxy};
pub use refused::refused;
#[cfg(feature = "servers")]
pub use servers::{Authority, Place, Servers};

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};

use chrono::NaiveDate;

/// With this in its environment, a program that was built for tests locks the identities that it makes with next to no work: tests
/// that are not about the strength of passphrases do not wait for it.
pub const LITTLE_WORK: (&str, &str) = ("ZEGEL_TEST_WORK_FACTOR", "2");

/// A day that is written in a test.
///
/// # Panics
/// When the calendar has no such day.
pub const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// A file on a disk without any room: every write to it fails with `StorageFull`.
pub fn full_disk() -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open("/dev/full")
}

/// A writer with room for a number of bytes, after which the disk is full.
#[derive(Debug)]
pub struct FillingDisk {
    pub room: usize,
}

impl Write for FillingDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room);
        self.room -= taken;
        if taken == 0 && !bytes.is_empty() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(taken) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A reader that gives a number of zero bytes and then fails, as a disk or a share that went away does.
#[derive(Debug)]
pub struct BreakingReader {
    pub left: usize,
}

impl Read for BreakingReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("the source went away"));
        }
        let given = into.len().min(self.left);
        into.iter_mut().take(given).for_each(|byte| *byte = 0);
        self.left -= given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filling_disk_takes_what_it_has_room_for() {
        let mut disk = FillingDisk { room: 3 };
        assert_eq!(disk.write(b"ab").expect("room for two"), 2);
        assert_eq!(disk.write(b"cd").expect("room for one"), 1);
        assert_eq!(disk.write(b"d").expect_err("no room").kind(), io::ErrorKind::StorageFull);
    }

    #[test]
    fn a_breaking_reader_breaks() {
        let mut read = Vec::new();
        assert!(BreakingReader { left: 5 }.read_to_end(&mut read).is_err());
        assert_eq!(read, [0; 5]);
    }

    #[test]
    fn a_full_disk_takes_nothing() {
        let error = full_disk().expect("this system has /dev/full").write_all(b"x").expect_err("it is full");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
}
