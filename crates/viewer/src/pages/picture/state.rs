//! Whether a picture is all there, and is what it was.

use image::ImageError;

/// How much of what the file speaks of is in it, as far as its kind says. What nothing in a file sums up or counts, can be altered
/// unnoticed: the pixels of a BMP, or codes that stand for others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Soundness {
    /// Its end is not there.
    pub cut: bool,
    /// Something before its end is not what it was.
    pub damaged: bool,
}

impl Soundness {
    pub const CUT: Soundness = Soundness { cut: true, damaged: false };
    pub const DAMAGED: Soundness = Soundness { cut: false, damaged: true };

    /// Of a picture that could not be decoded to its end.
    pub fn because(self, error: &ImageError) -> Soundness {
        if self != Soundness::default() {
            return self;
        }
        match error {
            ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Soundness::CUT,
            _ => Soundness::DAMAGED,
        }
    }
}
