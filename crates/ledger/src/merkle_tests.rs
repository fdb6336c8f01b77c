#![allow(clippy::indexing_slicing, clippy::panic)]

use std::collections::HashMap;
use std::convert::Infallible;

use proptest::prelude::*;

use super::*;

/// The tree as RFC 6962 writes it down, and nothing else: the oracle.
mod naive {
    use super::Hash;

    fn k(n: usize) -> usize {
        let mut k = 1;
        while k * 2 < n {
            k *= 2;
        }
        k
    }

    pub fn mth(d: &[Vec<u8>]) -> Hash {
        match d.len() {
            0 => Hash::empty(),
            1 => Hash::of_leaf(&d[0]),
            n => Hash::of_node(&mth(&d[..k(n)]), &mth(&d[k(n)..])),
        }
    }

    pub fn path(m: usize, d: &[Vec<u8>]) -> Vec<Hash> {
        if d.len() == 1 {
            return Vec::new();
        }
        let k = k(d.len());
        let (mut p, sibling) =
            if m < k { (path(m, &d[..k]), mth(&d[k..])) } else { (path(m - k, &d[k..]), mth(&d[..k])) };
        p.push(sibling);
        p
    }

    pub fn proof(m: usize, d: &[Vec<u8>]) -> Vec<Hash> {
        if m == 0 { Vec::new() } else { subproof(m, d, true) }
    }

    fn subproof(m: usize, d: &[Vec<u8>], whole: bool) -> Vec<Hash> {
        if m == d.len() {
            return if whole { Vec::new() } else { vec![mth(d)] };
        }
        let k = k(d.len());
        if m <= k {
            let mut p = subproof(m, &d[..k], whole);
            p.push(mth(&d[k..]));
            p
        } else {
            let mut p = subproof(m - k, &d[k..], false);
            p.push(mth(&d[..k]));
            p
        }
    }
}

#[derive(Default)]
struct Kept(HashMap<NodeAt, Hash>);

impl Nodes for Kept {
    type Error = Infallible;
    fn node(&self, at: NodeAt) -> Result<Hash, Infallible> {
        Ok(self.0[&at])
    }
}

fn grown(data: &[Vec<u8>]) -> (Frontier, Kept) {
    let (mut frontier, mut kept) = (Frontier::empty(), Kept::default());
    for leaf in data {
        frontier.push(Hash::of_leaf(leaf), |at, hash| assert!(kept.0.insert(at, hash).is_none()));
    }
    (frontier, kept)
}

fn hash(hex: &str) -> Hash {
    let bytes: Vec<u8> =
        (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).expect("hexadecimal")).collect();
    Hash::from_slice(&bytes).expect("32 bytes")
}

/// The eight leaves of the reference implementation of Certificate Transparency, used by the C2SP and RFC 6962 tests.
fn known_leaves() -> Vec<Vec<u8>> {
    vec![
        vec![],
        vec![0x00],
        vec![0x10],
        vec![0x20, 0x21],
        vec![0x30, 0x31],
        vec![0x40, 0x41, 0x42, 0x43],
        (0x50..0x58).collect(),
        (0x60..0x70).collect(),
    ]
}

#[test]
fn roots_are_those_of_the_reference_implementation() {
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    for (size, root) in roots.iter().enumerate() {
        assert_eq!(grown(&known_leaves()[..size]).0.root(), hash(root), "size {size}");
    }
}

#[test]
fn proofs_are_those_of_the_reference_implementation() {
    let (_, kept) = grown(&known_leaves());
    let inclusion: [(u64, u64, &[&str]); 5] = [
        (0, 1, &[]),
        (
            0,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            5,
            8,
            &[
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1,
            5,
            &[
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (index, size, proof) in inclusion {
        let proof: Vec<Hash> = proof.iter().map(|h| hash(h)).collect();
        assert_eq!(
            prove_inclusion(&kept, index, size).expect("the store is whole").expect("the leaf is in the tree"),
            proof,
            "leaf {index} of {size}"
        );
    }
    let consistency: [(u64, u64, &[&str]); 4] = [
        (1, 1, &[]),
        (
            1,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            &[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            &[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (old, new, proof) in consistency {
        let proof: Vec<Hash> = proof.iter().map(|h| hash(h)).collect();
        assert_eq!(
            prove_consistency(&kept, old, new).expect("the store is whole").expect("the leaf is in the tree"),
            proof,
            "{old} in {new}"
        );
    }
}

#[test]
fn all_small_trees_agree_with_the_definition() {
    let data: Vec<Vec<u8>> = (0..40u8).map(|n| vec![n]).collect();
    for new in 0..=data.len() {
        let (tree, kept) = grown(&data[..new]);
        let root = naive::mth(&data[..new]);
        assert_eq!(tree.root(), root);
        assert_eq!(node_count(new as u64), kept.0.len() as u64);
        for index in 0..new {
            let proof = prove_inclusion(&kept, index as u64, new as u64)
                .expect("the store is whole")
                .expect("the leaf is in the tree");
            assert_eq!(proof, naive::path(index, &data[..new]));
            assert!(verify_inclusion(&Hash::of_leaf(&data[index]), index as u64, new as u64, &proof, &root));
        }
        assert_eq!(prove_inclusion(&kept, new as u64, new as u64).expect("the store is whole"), None);
        for old in 0..=new {
            let old_root = naive::mth(&data[..old]);
            assert_eq!(frontier(&kept, old as u64).expect("the store is whole").root(), old_root);
            let proof = prove_consistency(&kept, old as u64, new as u64)
                .expect("the store is whole")
                .expect("the leaf is in the tree");
            assert_eq!(proof, naive::proof(old, &data[..new]));
            assert!(verify_consistency(old as u64, &old_root, new as u64, &root, &proof));
        }
        assert_eq!(prove_consistency(&kept, new as u64 + 1, new as u64).expect("the store is whole"), None);
    }
}

fn tree() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..4), 1..200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn proofs_of_any_tree_hold_and_are_those_of_the_definition(data in tree(), a: prop::sample::Index, b: prop::sample::Index) {
        let (tree, kept) = grown(&data);
        let root = naive::mth(&data);
        prop_assert_eq!(tree.root(), root);
        let (index, old, size) = (a.index(data.len()), b.index(data.len() + 1), data.len());
        let proof = prove_inclusion(&kept, index as u64, size as u64).expect("the store is whole").expect("the leaf is in the tree");
        prop_assert_eq!(&proof, &naive::path(index, &data));
        prop_assert!(verify_inclusion(&Hash::of_leaf(&data[index]), index as u64, size as u64, &proof, &root));
        let proof = prove_consistency(&kept, old as u64, size as u64).expect("the store is whole").expect("the leaf is in the tree");
        prop_assert_eq!(&proof, &naive::proof(old, &data));
        prop_assert!(verify_consistency(old as u64, &naive::mth(&data[..old]), size as u64, &root, &proof));
    }

    #[test]
    fn an_altered_proof_never_holds(
        data in tree(), a: prop::sample::Index, b: prop::sample::Index, spot: prop::sample::Index, bit in 0u8..8, kind in 0u8..4,
    ) {
        let (tree, kept) = grown(&data);
        let (index, old, size) = (a.index(data.len()) as u64, b.index(data.len() + 1), data.len() as u64);
        let leaf = Hash::of_leaf(&data[index as usize]);
        let old_root = naive::mth(&data[..old]);
        let alter = |mut proof: Vec<Hash>| {
            match kind {
                0 => proof.push(leaf),
                1 => { if proof.pop().is_none() { proof.push(leaf); } }
                2 => proof.insert(0, leaf),
                _ if proof.is_empty() => proof.push(leaf),
                _ => {
                    let n = spot.index(proof.len());
                    proof[n].0[spot.index(32)] ^= 1 << bit;
                }
            }
            proof
        };
        let proof = alter(prove_inclusion(&kept, index, size).expect("the store is whole").expect("the leaf is in the tree"));
        prop_assert!(!verify_inclusion(&leaf, index, size, &proof, &tree.root()));
        let proof = alter(prove_consistency(&kept, old as u64, size).expect("the store is whole").expect("the leaf is in the tree"));
        prop_assert!(!verify_consistency(old as u64, &old_root, size, &tree.root(), &proof));
    }

    #[test]
    fn checks_of_nonsense_neither_hold_nor_panic(
        index: u64, old: u64, new: u64, proof in prop::collection::vec(any::<[u8; 32]>(), 0..70),
    ) {
        let proof: Vec<Hash> = proof.into_iter().map(Hash).collect();
        let (a, b) = (Hash([1; 32]), Hash([2; 32]));
        prop_assert!(!verify_inclusion(&a, index, new, &proof, &b));
        prop_assert!(!verify_consistency(old, &a, new, &b, &proof));
    }
}
