//! How a TIFF is built: the numbers of its header, and the entries of its directories. An EXIF block is built as one.

/// Entries of one directory: a real one has some forty.
pub const MOST_ENTRIES: usize = 4096;

/// How the numbers of a file are written.
#[derive(Clone, Copy)]
pub struct Layout {
    pub little: bool,
    /// With places of eight bytes.
    pub large: bool,
}

impl Layout {
    pub fn of(document: &[u8]) -> Option<Layout> {
        match document.first_chunk()? {
            b"II*\0" => Some(Layout { little: true, large: false }),
            b"MM\0*" => Some(Layout { little: false, large: false }),
            b"II+\0" => Some(Layout { little: true, large: true }),
            b"MM\0+" => Some(Layout { little: false, large: true }),
            _ => None,
        }
    }

    /// Where the place of the first directory stands.
    pub fn first(self) -> u64 {
        if self.large { 8 } else { 4 }
    }

    /// Bytes of a place.
    pub fn wide(self) -> usize {
        if self.large { 8 } else { 4 }
    }

    /// Whether the file ends before its first directory does.
    pub fn breaks_off(self, document: &[u8]) -> bool {
        let (counted, entry) = if self.large { (8, 20) } else { (2, 12) };
        let Some(at) = self.number(document, self.first(), self.wide()) else { return true };
        let Some(entries) = self.number(document, at, counted) else { return true };
        let end = entries.checked_mul(entry).and_then(|all| at.checked_add(counted as u64)?.checked_add(all));
        end.is_none_or(|end| end > document.len() as u64)
    }

    pub fn number(self, document: &[u8], at: u64, bytes: usize) -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let bytes = document.get(at..at.checked_add(bytes)?)?;
        let join = |all: u64, byte: &u8| all << 8 | u64::from(*byte);
        Some(if self.little { bytes.iter().rev().fold(0, join) } else { bytes.iter().fold(0, join) })
    }

    /// Writes where the first directory is.
    pub fn begin_with(self, document: &mut [u8], at: u64) {
        let bytes =
            if self.little { at.to_le_bytes() } else { at.rotate_left(if self.large { 0 } else { 32 }).to_be_bytes() };
        let places = document.iter_mut().skip(self.first() as usize);
        places.zip(bytes).take(self.wide()).for_each(|(place, byte)| *place = byte);
    }

    /// Writes a number over what stands at a place.
    pub fn write(self, document: &mut [u8], at: usize, number: u64, bytes: usize) {
        let little = number.to_le_bytes();
        let places = document.iter_mut().skip(at).take(bytes);
        if self.little {
            places.zip(little).for_each(|(place, byte)| *place = byte);
        } else {
            places.zip(little.into_iter().take(bytes).rev()).for_each(|(place, byte)| *place = byte);
        }
    }

    /// Where the entries of the directory at a place stand.
    pub fn entries(self, document: &[u8], at: u64) -> Option<impl Iterator<Item = u64> + use<>> {
        let (counted, entry) = if self.large { (8, 20) } else { (2, 12) };
        let entries = self.number(document, at, counted)?;
        let entries = usize::try_from(entries).ok().filter(|entries| *entries <= MOST_ENTRIES)? as u64;
        let begins = at.checked_add(counted as u64)?;
        Some((0..entries).filter_map(move |number| begins.checked_add(number * entry)))
    }

    /// The whole numbers of an entry, as many as may be asked for.
    pub fn values(self, document: &[u8], entry: u64, most: usize) -> Option<Vec<u64>> {
        let bytes = match self.number(document, entry.checked_add(2)?, 2)? {
            1 => 1,
            3 => 2,
            4 => 4,
            16 => 8,
            _ => return None,
        };
        let count =
            usize::try_from(self.number(document, entry + 4, self.wide())?).ok().filter(|count| *count <= most)?;
        let value = entry + 4 + self.wide() as u64;
        let within = count.checked_mul(bytes)? <= self.wide();
        let begins = if within { value } else { self.number(document, value, self.wide())? };
        (0..count as u64)
            .map(|number| self.number(document, begins.checked_add(number * bytes as u64)?, bytes))
            .collect()
    }

    /// Of an entry that holds one whole number.
    pub fn value(self, document: &[u8], entry: u64) -> Option<u64> {
        let bytes = match self.number(document, entry + 2, 2)? {
            3 => 2,
            4 => 4,
            16 => 8,
            _ => return None,
        };
        self.number(document, entry + 4 + self.wide() as u64, bytes)
    }

    /// Of an entry that holds a fraction.
    pub fn ratio(self, document: &[u8], entry: u64) -> Option<f32> {
        let value = entry + 4 + self.wide() as u64;
        let at = if self.large { value } else { self.number(document, value, 4)? };
        let (over, under) = (self.number(document, at, 4)?, self.number(document, at.checked_add(4)?, 4)?);
        (over > 0 && under > 0).then(|| over as f32 / under as f32)
    }
}
