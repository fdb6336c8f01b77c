//! The hash tree of RFC 6962, section 2: leaves `SHA-256(0x00 ‖ data)`, nodes `SHA-256(0x01 ‖ left ‖ right)`.
//!
//! Nothing here reads storage: proofs ask for complete subtrees through [`Nodes`], and the checks need the proof alone.

use std::fmt;

/// A SHA-256 of the tree: a leaf, a node or a root. Written in base64, as checkpoints write it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The root of a tree without leaves: the hash of nothing.
    pub fn empty() -> Hash {
        Hash(seal::sha256(b""))
    }

    /// Returns the hash of a leaf.
    pub fn of_leaf(data: &[u8]) -> Hash {
        let mut input = Vec::with_capacity(data.len() + 1);
        input.push(0);
        input.extend_from_slice(data);
        Hash(seal::sha256(&input))
    }

    /// Returns the hash of the node above two others.
    pub fn of_node(left: &Hash, right: &Hash) -> Hash {
        let mut input = [0u8; 65];
        let (prefix, rest) = input.split_at_mut(1);
        let (l, r) = rest.split_at_mut(32);
        prefix.fill(1);
        l.copy_from_slice(&left.0);
        r.copy_from_slice(&right.0);
        Hash(seal::sha256(&input))
    }

    /// Reads 32 bytes; anything longer or shorter is no hash.
    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Hash> {
        bytes.try_into().ok().map(Hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use base64::Engine as _;
        f.write_str(&base64::engine::general_purpose::STANDARD.encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The right edge of a tree: the roots of its complete subtrees, largest first. All that is needed to go on appending.
// INVARIANT: peaks.len() == size.count_ones(), and peaks are the complete subtrees of leaves[..size], left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree without leaves.
    pub fn empty() -> Frontier {
        Frontier { size: 0, peaks: Vec::new() }
    }

    /// Puts a frontier together again, or returns nothing when the number of peaks does not fit the size.
    pub fn new(size: u64, peaks: Vec<Hash>) -> Option<Frontier> {
        (u64::from(size.count_ones()) == peaks.len() as u64).then_some(Frontier { size, peaks })
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, largest first.
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// The root of the whole tree.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else { return Hash::empty() };
        peaks.fold(*last, |right, left| Hash::of_node(left, &right))
    }

    /// Appends a leaf; `complete` is told of each subtree that this makes complete, the leaf itself first.
    pub fn push(&mut self, leaf: Hash, mut complete: impl FnMut(NodeAt, Hash)) {
        let mut at = NodeAt { level: 0, place: self.size };
        let mut node = leaf;
        complete(at, node);
        while at.place & 1 == 1
            && let Some(left) = self.peaks.pop()
        {
            node = Hash::of_node(&left, &node);
            at = NodeAt { level: at.level + 1, place: at.place >> 1 };
            complete(at, node);
        }
        self.peaks.push(node);
        self.size += 1;
    }
}

/// Where a complete subtree stands: it covers the leaves `place << level` up to (not including) `(place + 1) << level`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeAt {
    /// 0 for a leaf, 1 for the node above two leaves, and so on.
    pub level: u8,
    /// Counted from the left on its level.
    pub place: u64,
}

/// Where proofs get complete subtrees from.
pub trait Nodes {
    /// Why a node could not be had.
    type Error;

    /// Returns the hash of a complete subtree.
    fn node(&self, at: NodeAt) -> Result<Hash, Self::Error>;

    /// Returns the hashes of several, in the order in which they are asked for. Where each question takes long, this is one.
    fn several_nodes(&self, places: &[NodeAt]) -> Result<Vec<Hash>, Self::Error> {
        places.iter().map(|at| self.node(*at)).collect()
    }
}

/// The places of the complete subtrees of a tree of `size` leaves, largest first.
pub fn peaks_of(size: u64) -> impl Iterator<Item = NodeAt> {
    (0..64u8).rev().filter(move |level| size >> level & 1 == 1).map(move |level| NodeAt {
        level,
        // The leaves left of this peak are the higher bits of the size.
        place: (size >> level) - 1,
    })
}

/// How many complete subtrees a tree of `size` leaves has, leaves included.
pub fn node_count(size: u64) -> u64 {
    (0..64u8).map(|level| size >> level).sum()
}

/// Returns the frontier that the tree had when it had `size` leaves.
pub fn frontier<N: Nodes + ?Sized>(nodes: &N, size: u64) -> Result<Frontier, N::Error> {
    let places: Vec<NodeAt> = peaks_of(size).collect();
    Ok(Frontier { size, peaks: nodes.several_nodes(&places)? })
}

/// Returns the proof that leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1), or `None` when it is outside.
pub fn prove_inclusion<N: Nodes + ?Sized>(nodes: &N, index: u64, size: u64) -> Result<Option<Vec<Hash>>, N::Error> {
    if index >= size {
        return Ok(None);
    }
    let mut proof = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            proof.push(range_root(nodes, middle, end)?);
            end = middle;
        } else {
            proof.push(range_root(nodes, start, middle)?);
            start = middle;
        }
    }
    proof.reverse();
    Ok(Some(proof))
}

/// Returns the proof that the tree of `old` leaves is the beginning of that of `new` leaves (RFC 6962, 2.1.2), or `None`
/// when it cannot be. Nothing needs to be proved of the empty tree, nor of a tree and itself.
pub fn prove_consistency<N: Nodes + ?Sized>(nodes: &N, old: u64, new: u64) -> Result<Option<Vec<Hash>>, N::Error> {
    if old > new {
        return Ok(None);
    }
    if old == 0 || old == new {
        return Ok(Some(Vec::new()));
    }
    let mut proof = Vec::new();
    let (mut start, mut end) = (0, new);
    // INVARIANT: start < old <= end. `whole` says that leaves[start..old] is all that the old root says about this range.
    let mut whole = true;
    while old < end {
        let middle = start + split(end - start);
        if old <= middle {
            proof.push(range_root(nodes, middle, end)?);
            end = middle;
        } else {
            proof.push(range_root(nodes, start, middle)?);
            start = middle;
            whole = false;
        }
    }
    if !whole {
        proof.push(range_root(nodes, start, end)?);
    }
    proof.reverse();
    Ok(Some(proof))
}

/// Says whether the proof shows that `leaf` is number `index` of the tree of `size` leaves under `root` (RFC 9162, 2.1.3.2).
#[must_use]
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut from, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return false;
        }
        if from & 1 == 1 || from == last {
            hash = Hash::of_node(sibling, &hash);
            while from & 1 == 0 && from != 0 {
                from >>= 1;
                last >>= 1;
            }
        } else {
            hash = Hash::of_node(&hash, sibling);
        }
        from >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Says whether the proof shows that the tree under `old_root` is the beginning of the one under `new_root`
/// (RFC 9162, 2.1.4.2).
#[must_use]
pub fn verify_consistency(old: u64, old_root: &Hash, new: u64, new_root: &Hash, proof: &[Hash]) -> bool {
    if old > new {
        return false;
    }
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    if old == 0 {
        return proof.is_empty() && *old_root == Hash::empty();
    }
    let mut siblings = proof.iter();
    // A complete old tree is itself a node of the new one, so the proof leaves it out.
    let first = if old.is_power_of_two() { Some(old_root) } else { siblings.next() };
    let Some(first) = first else { return false };
    let (mut from, mut last) = (old - 1, new - 1);
    while from & 1 == 1 {
        from >>= 1;
        last >>= 1;
    }
    let (mut old_hash, mut new_hash) = (*first, *first);
    for sibling in siblings {
        if last == 0 {
            return false;
        }
        if from & 1 == 1 || from == last {
            old_hash = Hash::of_node(sibling, &old_hash);
            new_hash = Hash::of_node(sibling, &new_hash);
            while from & 1 == 0 && from != 0 {
                from >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = Hash::of_node(&new_hash, sibling);
        }
        from >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == *old_root && new_hash == *new_root
}

/// The largest power of two below `size`: where RFC 6962 splits a tree. Owner of the condition: callers pass two or more.
fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// The root over leaves[start..end], a subtree or the right end of one: RFC 6962's MTH over complete subtrees only.
fn range_root<N: Nodes + ?Sized>(nodes: &N, start: u64, end: u64) -> Result<Hash, N::Error> {
    // INVARIANT: `start` is a multiple of the subtree's width, so the peaks of the range are complete subtrees of the tree.
    let mut peaks = Vec::new();
    for at in peaks_of(end - start) {
        peaks.push(nodes.node(NodeAt { level: at.level, place: (start >> at.level) + at.place })?);
    }
    Ok(Frontier { size: end - start, peaks }.root())
}

#[cfg(test)]
#[path = "merkle_tests.rs"]
mod tests;
