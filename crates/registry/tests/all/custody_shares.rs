//! Shares of keys in custody: what a share is good for, and what fewer of them than it takes are not.

use std::collections::{BTreeMap, BTreeSet};

use ledger::VaultId;
use proptest::prelude::*;
use registry::assents::Matter;
use registry::custody::{Circle, Deposit};
use registry::event::*;
use registry::keys::KeyName;
use registry::{ClassId, ForgedRule as Rule};
use seal::{Identity, KeyId, Share, Signer, SystemRandomness};

use super::custody::{asked, for_officer, of_three};
use super::stage::*;

/// People with keys of their own, for what facts do not hold.
struct People(Vec<(KeyId, Identity)>);

impl People {
    fn new(count: usize) -> People {
        People((0..count).map(|_| (Signer::generate().key_id(), Identity::generate())).collect())
    }

    fn circle(&self, epoch: u32, threshold: u8, members: &[usize]) -> Circle<'_> {
        let member = |n: &usize| vec![(self.0[*n].0, self.0[*n].1.recipient())];
        Circle { epoch, threshold, members: members.iter().map(member).collect() }
    }
}

fn dealt(circle: &Circle<'_>, identity: &Identity, vault: &VaultId, key: &KeyName) -> Deposit {
    Deposit::deal((key, 1), identity, circle, vault, &SystemRandomness).expect("the circle can be dealt to")
}

#[test]
fn shares_of_another_sharing_of_another_key_or_altered_open_nothing_and_the_hash_tells() {
    let people = People::new(3);
    let vault = VaultId::random();
    let (first, again) = (people.circle(1, 2, &[0, 1, 2]), people.circle(2, 2, &[0, 1, 2]));
    let identity = Identity::generate();
    let key = KeyName::Class(ClassId::parse(&seal::random_id()).expect("a random id is one"));
    let other = KeyName::Class(ClassId::parse(&seal::random_id()).expect("a random id is one"));
    let deposit = dealt(&first, &identity, &vault, &key);
    let share = |deposit: &Deposit, n: usize| {
        deposit.share_for(people.0[n].0, &people.0[n].1).expect("a share was dealt to him")
    };
    let (a, b) = (share(&deposit, 0), share(&deposit, 1));
    let opened = deposit.open(&[&a, &b], 2, &vault).expect("two of them are enough");
    assert_eq!(opened.recipient(), identity.recipient());
    assert!(deposit.open(&[&a], 2, &vault).is_err(), "fewer than it takes");
    assert!(deposit.open(&[&a, &a], 2, &vault).is_err(), "the same twice");
    let another = VaultId::random();
    assert!(deposit.open(&[&a, &b], 2, &another).is_err(), "in another vault");
    for elsewhere in [dealt(&again, &identity, &vault, &key), dealt(&first, &identity, &vault, &other)] {
        let (c, d) = (share(&elsewhere, 0), share(&elsewhere, 1));
        assert!(deposit.open(&[&c, &d], 2, &vault).is_err());
        assert!(deposit.open(&[&a, &d], 2, &vault).is_err(), "a mixture");
        assert_ne!(Some(c.hash()), deposit.hash_of(|key| key == people.0[0].0), "and it names its giver");
    }
    let line = a.expose_secret_line();
    let altered: String = line.expose_secret().chars().rev().collect();
    assert!(Share::parse(&altered).is_err());
    // Nobody opens another's share.
    assert!(deposit.share_for(people.0[0].0, &people.0[1].1).is_err());
    assert!(deposit.share_for(Signer::generate().key_id(), &people.0[1].1).is_err());
}

#[test]
fn a_share_is_dealt_to_each_identity_of_a_custodian_and_is_one_share() {
    let (mut stage, request) = (of_three(), fresh());
    let fact = stage.further("otto", "Antwerp");
    let first = stage.state.officers[&id("otto")].key;
    stage.play_by(&stage.by("otto").introducing(fact.keys.key), fact.clone());
    let members = |stage: &Stage| -> Vec<Vec<KeyId>> {
        let circle = stage.state.circle().expect("it is sound");
        circle.members.iter().map(|member| member.iter().map(|(key, _)| *key).collect()).collect()
    };
    assert_eq!(members(&stage)[0], [first, fact.keys.key], "otto comes first");
    assert_eq!((members(&stage).len(), stage.state.custody.epoch()), (3, 2), "and custody is shared as it was");
    // The same share, whichever identity opens it.
    let (vault, identity, people) = (VaultId::random(), Identity::generate(), People::new(3));
    let both = vec![(people.0[0].0, people.0[0].1.recipient()), (people.0[1].0, people.0[1].1.recipient())];
    let circle = Circle { epoch: 1, threshold: 2, members: vec![both, people.circle(1, 2, &[2]).members.remove(0)] };
    let deposit = dealt(&circle, &identity, &vault, &stage.secret_key());
    let of = |n: usize| deposit.share_for(people.0[n].0, &people.0[n].1).expect("it is dealt to him");
    assert_eq!(of(0).hash(), of(1).hash());
    assert!(deposit.open(&[&of(0), &of(1)], 2, &vault).is_err(), "two identities are not two custodians");
    assert!(deposit.open(&[&of(1), &of(2)], 2, &vault).is_ok());
    // One that is taken from him takes its share along: it is dealt again, and he is custodian by the other.
    stage.play("otto", IdentityRevoked { officer: id("otto"), key: first });
    assert_eq!((members(&stage)[0].clone(), stage.state.custody.epoch()), (vec![fact.keys.key], 3));
    assert!(stage.state.is_custodian(&id("otto")));
    let matter = Matter::Custody(for_officer(&stage, "sam", "rosa"));
    stage.refuses(Rule::CustodyNotAsked, "sam", asked(&request, matter));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Custody is shared again and again, among whomever, and keys are put into it: whatever a set of fewer custodians than it
    /// takes was ever dealt, under whichever sharing, opens no key that lies there; a set of as many opens it.
    #[test]
    fn no_set_of_fewer_custodians_than_it_takes_reaches_a_key_with_what_it_was_ever_given(
        history in proptest::collection::vec((1..4_u8, proptest::sample::subsequence(vec![0_usize, 1, 2, 3, 4], 1..=5), 1..3_usize), 1..4),
        set in proptest::sample::subsequence(vec![0_usize, 1, 2, 3, 4], 0..=4),
    ) {
        let people = People::new(5);
        let vault = VaultId::random();
        let mut deposits: Vec<(Deposit, Identity, u8, Vec<usize>)> = Vec::new();
        for (n, (threshold, members, keys)) in history.iter().enumerate() {
            let threshold = (*threshold).min(u8::try_from(members.len()).expect("they are few"));
            let circle = people.circle(u32::try_from(n).expect("they are few") + 1, threshold, members);
            for _ in 0..*keys {
                let key = KeyName::Class(ClassId::parse(&seal::random_id()).expect("a random id is one"));
                let identity = Identity::generate();
                deposits.push((dealt(&circle, &identity, &vault, &key), identity, threshold, members.clone()));
            }
        }
        // Everything that they were ever dealt, by number of the share.
        let mut pool: BTreeMap<u8, Vec<Share>> = BTreeMap::new();
        for (deposit, ..) in &deposits {
            for n in &set {
                let (key, identity) = &people.0[*n];
                if let Ok(share) = deposit.share_for(*key, identity) {
                    pool.entry(share.number()).or_default().push(share);
                }
            }
        }
        for (deposit, identity, threshold, members) in &deposits {
            let inside: BTreeSet<usize> = members.iter().copied().filter(|n| set.contains(n)).collect();
            let own: Vec<Share> = inside.iter().filter_map(|n| deposit.share_for(people.0[*n].0, &people.0[*n].1).ok()).collect();
            let own: Vec<&Share> = own.iter().collect();
            let reached = deposit.open(&own, *threshold, &vault).is_ok_and(|key| key.recipient() == identity.recipient());
            prop_assert_eq!(reached, inside.len() >= usize::from(*threshold));
            if !reached {
                // Whatever else they have, tried in their place.
                for turn in 0..4_usize {
                    let mixed: Vec<&Share> =
                        pool.values().filter_map(|shares| shares.get(turn % shares.len())).collect();
                    prop_assert!(deposit.open(&mixed, *threshold, &vault).is_err());
                }
            }
        }
    }
}
