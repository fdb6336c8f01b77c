//! The measured figures: decisions, markings and readings a second, for a policy of the size of NATO's.
//!
//! `zegelctl bench label` and the criterion benches run the same things. The clock is the caller's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;

use crate::{Category, CategoryKind, Clearance, Label, LabelDraft, Lang, Location, Policy};

/// Things to measure with: a policy, labels of every shape, and clearances that permit some of them.
pub struct Bench {
    policy: Policy,
    policy_xml: String,
    labels: Vec<Label>,
    label_xml: Vec<String>,
    clearances: Vec<Clearance>,
}

impl Bench {
    /// For a policy that ships with the program.
    pub fn builtin(name: &str) -> Option<Bench> {
        let xml = Policy::builtin_xml(name)?;
        Bench::new(xml)
    }

    /// `None` when the policy does not parse or no label of it can be made.
    pub fn new(policy_xml: &str) -> Option<Bench> {
        let policy = Policy::parse(policy_xml.as_bytes()).ok()?;
        let mut labels = Vec::new();
        for (step, class) in policy.classifications().iter().cycle().take(64).enumerate() {
            let mut draft = LabelDraft::new(class.name.clone(), DateTime::UNIX_EPOCH);
            for (at, set) in policy.tag_sets().iter().enumerate() {
                for tag in set.tags.iter().filter(|tag| tag.kind != CategoryKind::Informative) {
                    // One to eight values of every second tag, spread over the policy.
                    if (step + at) % 2 == 0 || tag.values.is_empty() {
                        continue;
                    }
                    let wanted = 1 + step % 8;
                    let values = (0..wanted).filter_map(|n| tag.values.get((step * 7 + n * 11) % tag.values.len()));
                    let values = values.filter(|value| value.input.is_none()).map(|value| value.name.clone());
                    draft.categories.push(Category::new(tag.name.clone(), tag.kind, values));
                }
            }
            if let Ok(label) = Label::build(&policy, draft.clone()) {
                labels.push(label);
            } else if let Ok(label) = Label::build(&policy, LabelDraft { categories: Vec::new(), ..draft }) {
                labels.push(label);
            }
        }
        let mut clearances = Vec::new();
        for (step, class) in policy.classifications().iter().cycle().take(16).enumerate() {
            let mut held: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for tag in policy.tag_sets().iter().flat_map(|set| &set.tags) {
                let values = tag.values.iter().filter(|value| value.input.is_none());
                held.entry(tag.name.clone())
                    .or_default()
                    .extend(values.enumerate().filter(|(n, _)| (n + step) % 3 != 0).map(|(_, v)| v.name.clone()));
            }
            clearances.extend(Clearance::build(&policy, &class.name, &held));
        }
        if labels.is_empty() || clearances.is_empty() {
            return None;
        }
        let label_xml = labels.iter().map(Label::to_xml).collect();
        Some(Bench { policy, policy_xml: policy_xml.to_owned(), labels, label_xml, clearances })
    }

    /// Decides so many times; returns how many were permitted, so that nothing is left out.
    pub fn decide(&self, times: usize) -> usize {
        let pairs = self.clearances.iter().cycle().zip(self.labels.iter().cycle());
        pairs.take(times).filter(|(clearance, label)| clearance.permits(label)).count()
    }

    /// Composes so many markings, in turn in English and French, at the top of a page; returns their length together.
    pub fn mark(&self, times: usize) -> usize {
        let turns = self.labels.iter().cycle().zip([Lang::En, Lang::Fr].into_iter().cycle());
        turns.take(times).map(|(label, lang)| self.policy.marking(label, lang, Location::PageTop).len()).sum()
    }

    /// Reads so many labels; returns how many were valid.
    pub fn read_labels(&self, times: usize) -> usize {
        let texts = self.label_xml.iter().cycle().take(times);
        texts.filter(|xml| Label::parse(xml.as_bytes(), &self.policy).is_ok()).count()
    }

    /// Reads the policy once; returns the number of its values.
    pub fn read_policy(&self) -> usize {
        let Ok(policy) = Policy::parse(self.policy_xml.as_bytes()) else { return 0 };
        policy.tag_sets().iter().flat_map(|set| &set.tags).map(|tag| tag.values.len()).sum()
    }
}
