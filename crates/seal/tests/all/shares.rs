//! Keys in shares: enough of them make the key whole, fewer say nothing, wrong ones are known by their hashes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use seal::{NotAShareSet, PartKey, Randomness, Share, ShareError, ShareSet, SystemRandomness};

/// Every share of 2 of 3, and 3 of 5, that `gfsplit` (libgfshare-bin 2.0.0) made of this key.
const KEY: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";
const TWO_OF_THREE: [(u8, &str); 3] = [
    (150, "0210e27f106ccddf0ca8dcd7f2a6955c46cb55a120c79ef2a039677be8459e71"),
    (189, "f5f3782f0d775553a448f52a12bc787fa5dc29fbbb04d23890978d3be913b3ba"),
    (220, "087c4efac3ae6e1a274299ee18edd42a2a2b0217055b41db2803be8661d1c5d1"),
];
const THREE_OF_FIVE: [(u8, &str); 5] = [
    (150, "f7b7baa5a47d5e6128d06ad24397fe22c16dd3024e01edcc1c5ac14004ca2875"),
    (189, "c5c590eb10d8ebbbc853ff455e952f312c4c04779243f6102f1d0d1ae3f4b159"),
    (220, "885ff4fd0bc18f86f3aa99fa2c2657aea76277173f54be6ecbbd13ee76f8b79a"),
    (229, "e90a171c6af902c789e92ca281728bf6a7fe9cc3c27f1cd75c9307f1ee557962"),
    (253, "c64632083d72e79dfb242a663d6f94a17ead4c7e9aa39a376882e0e274ef4fae"),
];

fn sharing(threshold: u8, count: u8) -> ShareSet {
    ShareSet::new(threshold, count).expect("a sharing")
}

fn split(sharing: ShareSet, key: &PartKey) -> Vec<Share> {
    sharing.split(key, &SystemRandomness)
}

/// A share of another program's, as a line of ours.
fn share(number: u8, hex: &str) -> Share {
    use age_core::primitives::bech32_encode;
    let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal"));
    let all: Vec<u8> = std::iter::once(number).chain(bytes).collect();
    let line = bech32_encode(bech32::Hrp::parse("zegel-share-").expect("a prefix"), &all);
    Share::parse(&line.to_ascii_uppercase()).expect("a share")
}

fn pick(shares: &[Share], which: &[usize]) -> Vec<Share> {
    which.iter().map(|at| Share::parse(shares[*at].expose_secret_line().expose_secret()).expect("a share")).collect()
}

#[test]
fn shares_of_another_program_make_the_same_key() {
    for which in [[0, 1], [1, 2], [2, 0]] {
        let given: Vec<Share> = which.iter().map(|at| share(TWO_OF_THREE[*at].0, TWO_OF_THREE[*at].1)).collect();
        assert_eq!(sharing(2, 3).join(&given).expect("whole").expose_secret(), KEY);
    }
    for which in [[0, 1, 2], [4, 2, 0], [1, 3, 4]] {
        let given: Vec<Share> = which.iter().map(|at| share(THREE_OF_FIVE[*at].0, THREE_OF_FIVE[*at].1)).collect();
        assert_eq!(sharing(3, 5).join(&given).expect("whole").expose_secret(), KEY);
    }
}

#[test]
fn a_share_that_is_divided_comes_back_whole_from_as_many_pieces_as_it_takes() {
    let key = PartKey::generate();
    let shares = split(sharing(2, 3), &key);
    for share in &shares {
        let pieces = share.divide(sharing(2, 3), &SystemRandomness);
        for which in [[0, 1], [1, 2], [2, 0]] {
            let back = Share::undivided(sharing(2, 3), &pick(&pieces, &which), share.hash()).expect("two pieces");
            assert_eq!(back.expose_secret_line().expose_secret(), share.expose_secret_line().expose_secret());
        }
        assert!(Share::undivided(sharing(2, 3), &pick(&pieces, &[1]), share.hash()).is_none(), "one says nothing");
        let other = shares.iter().find(|other| other.number() != share.number()).expect("there are three");
        assert!(Share::undivided(sharing(2, 3), &pieces, other.hash()).is_none(), "another share");
        let mut mixed = pick(&pieces, &[0]);
        mixed.extend(pick(&other.divide(sharing(2, 3), &SystemRandomness), &[1]));
        assert!(Share::undivided(sharing(2, 3), &mixed, share.hash()).is_none(), "pieces of two shares");
    }
}

#[test]
fn fewer_than_needed_or_one_twice_make_nothing() {
    let key = PartKey::generate();
    let shares = split(sharing(3, 5), &key);
    for few in [&[][..], &[2], &[0, 4]] {
        let refused = sharing(3, 5).join(&pick(&shares, few)).expect_err("too few");
        assert_eq!(refused, ShareError::TooFew { given: few.len(), needed: 3 });
    }
    let refused = sharing(3, 5).join(&pick(&shares, &[0, 4, 4])).expect_err("one of them twice");
    assert_eq!(refused, ShareError::Twice { number: 5 });
    // Who says that two are enough gets another key.
    assert_ne!(sharing(2, 5).join(&pick(&shares, &[0, 1])).expect("a key").expose_secret(), key.expose_secret());
}

#[test]
fn a_sharing_needs_at_least_one_and_no_more_than_there_are() {
    for (threshold, count) in [(0, 0), (0, 3), (4, 3), (1, 0)] {
        assert_eq!(ShareSet::new(threshold, count), Err(NotAShareSet { threshold, count }));
    }
    for (threshold, count) in [(1, 1), (2, 3), (255, 255)] {
        let key = PartKey::generate();
        let shares = split(sharing(threshold, count), &key);
        assert_eq!(shares.len(), usize::from(count));
        assert_eq!(sharing(threshold, count).join(&shares).expect("whole").expose_secret(), key.expose_secret());
    }
}

#[test]
fn a_share_that_was_altered_or_is_of_another_sharing_has_another_hash() {
    let key = PartKey::generate();
    let shares = split(sharing(2, 3), &key);
    let again = split(sharing(2, 3), &key);
    for (one, other) in shares.iter().zip(&again) {
        assert_eq!(one.number(), other.number());
        assert_ne!(one.hash(), other.hash(), "the same key, shared anew");
    }
    let mixed = sharing(2, 3).join(&[pick(&shares, &[0]).remove(0), pick(&again, &[1]).remove(0)]).expect("some key");
    assert_ne!(mixed.expose_secret(), key.expose_secret());
    let line = shares[0].expose_secret_line();
    let same = Share::parse(line.expose_secret()).expect("a share");
    assert_eq!(same.hash(), shares[0].hash());
    let (rest, last) = line.expose_secret().split_at(line.expose_secret().len() - 1);
    let altered = format!("{rest}{}", if last == "Q" { "P" } else { "Q" });
    assert!(Share::parse(&altered).is_err(), "the checksum notices");
    assert!(Share::parse(PartKey::generate().expose_secret_line().expose_secret()).is_err(), "a key is no share");
}

/// The coefficients that hide a key are drawn from all bytes, zero and even ones among them. Otherwise fewer shares than
/// needed would rule out some keys.
#[test]
fn one_share_of_two_takes_every_value_whatever_the_key() {
    let key = PartKey::generate();
    let mut seen = vec![BTreeSet::new(); 2];
    for _ in 0..4000 {
        for (values, share) in seen.iter_mut().zip(split(sharing(2, 2), &key)) {
            let line = share.expose_secret_line();
            values.insert(line.expose_secret().chars().nth("ZEGEL-SHARE-1".len() + 3).expect("a character"));
        }
    }
    for values in seen {
        assert_eq!(values.len(), 32, "every value of five bits: {values:?}");
    }
}

/// Draws what it is told to.
struct Fixed(u8);

impl Randomness for Fixed {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0);
    }
}

#[test]
fn shares_depend_on_nothing_but_the_key_and_the_source() {
    let key = PartKey::generate();
    let hashes = |n| sharing(2, 3).split(&key, &Fixed(n)).iter().map(Share::hash).collect::<Vec<_>>();
    assert_eq!(hashes(7), hashes(7));
    assert_ne!(hashes(7), hashes(8));
    let shown = format!("{:?}", split(sharing(2, 3), &key));
    assert_eq!(shown, "[Share(1), Share(2), Share(3)]");
}

proptest! {
    #[test]
    fn any_that_are_enough_make_it_whole(threshold in 1_u8..6, more in 0_u8..4, order in any::<u64>()) {
        let count = threshold + more;
        let key = PartKey::generate();
        let shares = split(sharing(threshold, count), &key);
        let mut which: Vec<usize> = (0..shares.len()).collect();
        let mut state = order;
        for at in (1..which.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            which.swap(at, (state >> 33) as usize % (at + 1));
        }
        which.truncate(usize::from(threshold));
        let whole = sharing(threshold, count).join(&pick(&shares, &which)).expect("whole");
        prop_assert_eq!(whole.expose_secret(), key.expose_secret());
    }
}
