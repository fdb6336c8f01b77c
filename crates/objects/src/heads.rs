//! New heads of objects: what stands at their beginning, as long as what it takes the place of, so that it is written in place.
//!
//! Nothing is written in place that is not noted elsewhere before: as long as the note is there, an object is read with the
//! head that the note has, whatever a killed process left at its beginning.

use std::io;

use seal::{ObjectId, ReadAt};

/// Objects with their new heads.
pub type Heads = Vec<(ObjectId, Vec<u8>)>;

/// Begins a note of heads.
const NOTE: &[u8] = b"zegel heads 1\n";

/// A note of heads as bytes.
#[must_use]
pub fn note(heads: &Heads) -> Vec<u8> {
    let mut note = NOTE.to_vec();
    for (id, head) in heads {
        note.extend_from_slice(format!("{id} {}\n", head.len()).as_bytes());
        note.extend_from_slice(head);
    }
    note
}

/// Reads what [`note`] gave; none of anything else.
pub fn read_note(note: &[u8]) -> Option<Heads> {
    let mut rest = note.strip_prefix(NOTE)?;
    let mut heads = Heads::new();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let (id, length) = std::str::from_utf8(rest.get(..end)?).ok()?.split_once(' ')?;
        let after = rest.get(end + 1..)?;
        let (head, next) = after.split_at_checked(length.parse().ok()?)?;
        heads.push((ObjectId::parse(id).ok()?, head.to_vec()));
        rest = next;
    }
    Some(heads)
}

/// An object with another head than the one that lies at its beginning.
pub struct Headed<R> {
    pub head: Vec<u8>,
    pub object: R,
}

impl<R: ReadAt> ReadAt for Headed<R> {
    fn len(&self) -> io::Result<u64> {
        self.object.len()
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        let here = usize::try_from(at).ok().and_then(|at| self.head.get(at..)).filter(|head| !head.is_empty());
        let Some(head) = here else { return self.object.read_at(into, at) };
        let count = head.len().min(into.len());
        if let (Some(into), Some(head)) = (into.get_mut(..count), head.get(..count)) {
            into.copy_from_slice(head);
        }
        Ok(count)
    }

    fn distrust(&self) -> bool {
        self.object.distrust()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_back_and_nothing_else_is() {
        let id = |letter: &str| ObjectId::parse(&letter.repeat(26)).expect("of the form of an id");
        let heads = vec![(id("a"), b"head\nof two lines".to_vec()), (id("b"), Vec::new()), (id("c"), vec![0, 255])];
        let bytes = note(&heads);
        assert_eq!(read_note(&bytes), Some(heads));
        assert_eq!(read_note(&note(&Heads::new())), Some(Heads::new()));
        for cut in [0, 5, NOTE.len() + 3, bytes.len() - 1] {
            assert_eq!(read_note(bytes.get(..cut).expect("within it")), None, "{cut}");
        }
        assert_eq!(read_note(&[bytes.as_slice(), b"x"].concat()), None);
    }
}
