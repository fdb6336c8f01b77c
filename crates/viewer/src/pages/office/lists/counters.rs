//! The numbers of one list, level by level.

use crate::pages::numerals::LARGEST;

/// Word knows nine, open documents ten.
pub(super) const LEVELS: usize = 10;

#[derive(Clone, Default)]
pub(super) struct Counters {
    /// The last number of each level. None: its next one is the first.
    at: [Option<u32>; LEVELS],
}

impl Counters {
    /// Counts on, from `start` where nothing was counted. Deeper levels begin again, but those that `keeps` names.
    pub(super) fn count(&mut self, level: usize, start: u32, keeps: impl Fn(usize) -> bool) {
        if let Some(at) = self.at.get_mut(level) {
            *at = Some(at.map_or(start, |at| at.saturating_add(1)).min(LARGEST));
        }
        let deeper = self.at.iter_mut().enumerate().skip(level.saturating_add(1));
        deeper.filter(|(level, _)| !keeps(*level)).for_each(|(_, at)| *at = None);
    }

    /// The next number of that level is its first.
    pub(super) fn begin(&mut self, level: usize) {
        if let Some(at) = self.at.get_mut(level) {
            *at = None;
        }
    }

    pub(super) fn last(&self, level: usize) -> Option<u32> {
        self.at.get(level).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeper_levels_begin_again_unless_they_are_kept_and_no_number_overflows() {
        let mut counters = Counters::default();
        let all = |counters: &Counters| [0, 1, 2].map(|level| counters.last(level).unwrap_or_default());
        counters.count(0, 1, |_| false);
        counters.count(1, 5, |_| false);
        counters.count(1, 5, |_| false);
        counters.count(2, 1, |_| false);
        assert_eq!(all(&counters), [1, 6, 1]);
        counters.count(0, 1, |level| level == 1);
        assert_eq!(all(&counters), [2, 6, 0]);
        counters.begin(0);
        counters.count(0, 1, |_| false);
        assert_eq!(all(&counters), [1, 0, 0]);
        counters.begin(0);
        counters.count(0, LARGEST, |_| false);
        counters.count(0, LARGEST, |_| false);
        assert_eq!(counters.last(0), Some(LARGEST));
        counters.count(LEVELS, 1, |_| false);
        assert_eq!(counters.last(LEVELS), None, "there is no such level");
    }
}
