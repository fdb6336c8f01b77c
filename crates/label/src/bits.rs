//! Small sets of numbers, so that decisions need no lookups.

/// A set of small numbers. Two sets of one policy have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// An empty set for numbers below `size`.
    pub fn new(size: usize) -> Bits {
        Bits(vec![0; size.div_ceil(64)])
    }

    /// Adds a number; one beyond the size given to [`Bits::new`] makes the set longer.
    pub fn insert(&mut self, number: usize) {
        let word = number / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (number % 64);
        }
    }

    pub fn contains(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    /// Adds all numbers of the other set.
    pub fn join(&mut self, other: &Bits) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(own, theirs)| *own |= theirs);
    }

    /// How many numbers both sets hold.
    pub fn common(&self, other: &Bits) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones()).sum()
    }

    pub fn meets(&self, other: &Bits) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    /// Whether every number of this set is in the other.
    pub fn within(&self, other: &Bits) -> bool {
        self.0.iter().enumerate().all(|(at, word)| word & !other.0.get(at).copied().unwrap_or(0) == 0)
    }

    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| numbers(at, *word))
    }

    /// The numbers that the other set does not hold, ascending.
    pub fn beyond<'a>(&'a self, other: &'a Bits) -> impl Iterator<Item = usize> + 'a {
        let left = |at: usize, word: u64| word & !other.0.get(at).copied().unwrap_or(0);
        self.0.iter().enumerate().flat_map(move |(at, word)| numbers(at, left(at, *word)))
    }
}

/// The numbers of one word: as many steps as it has numbers.
fn numbers(at: usize, mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros() as usize;
        word &= word.checked_sub(1)?;
        Some(at * 64 + bit)
    })
}

#[cfg(test)]
mod tests {
    use super::Bits;

    fn of(numbers: &[usize]) -> Bits {
        let mut bits = Bits::new(130);
        numbers.iter().for_each(|n| bits.insert(*n));
        bits
    }

    #[test]
    fn sets_behave_as_sets() {
        let a = of(&[0, 63, 64, 129]);
        assert_eq!(a.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert!(of(&[63, 129]).within(&a) && !of(&[1]).within(&a) && of(&[]).within(&a));
        assert!(a.meets(&of(&[64])) && !a.meets(&of(&[65])));
        assert_eq!((a.common(&of(&[0, 1, 129])), a.len()), (2, 4));
        assert_eq!(a.beyond(&of(&[0, 64])).collect::<Vec<_>>(), [63, 129]);
        assert_eq!(a.beyond(&Bits::default()).count(), 4);
        assert!(a.contains(129) && !a.contains(128) && !a.contains(100_000));
    }

    #[test]
    fn a_longer_set_is_not_within_a_shorter_one() {
        assert!(!of(&[129]).within(&Bits::new(1)));
    }
}
