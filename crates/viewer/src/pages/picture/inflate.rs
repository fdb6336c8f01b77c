//! What is packed by RFC 1950, unpacked as far as it goes.

use flate2::{Decompress, FlushDecompress, Status};

/// At once, in bytes: what is unpacked in the same go as what is damaged is lost.
const AT_ONCE: usize = 1024;

/// How what is packed comes to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// It matches the sum behind it.
    Whole,
    Altered,
    /// It breaks off.
    Short,
}

/// Calls back with what is unpacked, part by part.
pub fn inflate(packed: &[u8], mut part: impl FnMut(&[u8])) -> Packed {
    let (mut inflate, mut buffer, mut rest) = (Decompress::new(true), [0; AT_ONCE], packed);
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None);
        let taken = usize::try_from(inflate.total_in() - before_in).unwrap_or(usize::MAX);
        let made = usize::try_from(inflate.total_out() - before_out).unwrap_or(usize::MAX);
        part(buffer.get(..made).unwrap_or_default());
        rest = rest.get(taken..).unwrap_or_default();
        match status {
            Ok(Status::StreamEnd) => return Packed::Whole,
            Ok(_) if taken > 0 || made > 0 => {}
            Ok(_) => return Packed::Short,
            Err(_) => return Packed::Altered,
        }
    }
}

/// So many bytes at most; and how what is packed comes to its end.
pub fn inflated(packed: &[u8], most: usize) -> (Vec<u8>, Packed) {
    let mut out = Vec::new();
    let end = inflate(packed, |part| {
        let room = most.saturating_sub(out.len());
        out.extend_from_slice(part.get(..room).unwrap_or(part));
    });
    (out, end)
}
