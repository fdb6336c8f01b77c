//! What a person should know about the difference between two labels.

use serde::Serialize;

use crate::{Category, CategoryKind, Label};

/// One difference, from the first label to the second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Policy {
        from: String,
        to: String,
    },
    Raised {
        from: String,
        to: String,
    },
    Lowered {
        from: String,
        to: String,
    },
    /// Of two policies, or of equal rank: neither higher nor lower.
    Classification {
        from: String,
        to: String,
    },
    Added {
        tag: String,
        kind: CategoryKind,
        value: String,
    },
    Removed {
        tag: String,
        kind: CategoryKind,
        value: String,
    },
    /// A permissive tag that was not there at all.
    AudienceGiven {
        tag: String,
        values: Vec<String>,
    },
    AudienceDropped {
        tag: String,
        values: Vec<String>,
    },
    PrivacyMark {
        from: Option<String>,
        to: Option<String>,
    },
    Originator,
    Review,
    Succession,
}

/// How a difference changes who may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Nobody gains, nobody loses.
    None,
    /// Only fewer may read.
    Narrower,
    /// Some who could not read may now: to be looked at.
    Wider,
}

impl Change {
    /// Under the decision of ADatP-4774.1. What cannot be told counts as wider.
    pub fn effect(&self) -> Effect {
        match self {
            Change::Policy { .. } | Change::Classification { .. } | Change::Lowered { .. } => Effect::Wider,
            Change::Raised { .. } => Effect::Narrower,
            Change::Added { kind: CategoryKind::Restrictive, .. }
            | Change::Removed { kind: CategoryKind::Permissive, .. } => Effect::Narrower,
            Change::Removed { kind: CategoryKind::Restrictive, .. }
            | Change::Added { kind: CategoryKind::Permissive, .. } => Effect::Wider,
            Change::Added { kind: CategoryKind::Informative, .. }
            | Change::Removed { kind: CategoryKind::Informative, .. } => Effect::None,
            Change::AudienceGiven { .. } => Effect::Narrower,
            Change::AudienceDropped { .. } => Effect::Wider,
            Change::PrivacyMark { .. } | Change::Originator | Change::Review | Change::Succession => Effect::None,
        }
    }

    /// The stable code; the words are `label-change-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            Change::Policy { .. } => "policy",
            Change::Raised { .. } => "raised",
            Change::Lowered { .. } => "lowered",
            Change::Classification { .. } => "classification",
            Change::Added { .. } => "added",
            Change::Removed { .. } => "removed",
            Change::AudienceGiven { .. } => "audience_given",
            Change::AudienceDropped { .. } => "audience_dropped",
            Change::PrivacyMark { .. } => "privacy_mark",
            Change::Originator => "originator",
            Change::Review => "review",
            Change::Succession => "succession",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Change::Policy { from, to }
            | Change::Raised { from, to }
            | Change::Lowered { from, to }
            | Change::Classification { from, to } => vec![("from", from.clone()), ("to", to.clone())],
            Change::Added { tag, value, .. } | Change::Removed { tag, value, .. } => {
                vec![("tag", tag.clone()), ("value", value.clone())]
            }
            Change::AudienceGiven { tag, values } | Change::AudienceDropped { tag, values } => {
                vec![("tag", tag.clone()), ("values", values.join(", "))]
            }
            Change::PrivacyMark { from, to } => vec![
                ("from", from.clone().unwrap_or_else(|| "–".to_owned())),
                ("to", to.clone().unwrap_or_else(|| "–".to_owned())),
            ],
            Change::Originator | Change::Review | Change::Succession => Vec::new(),
        }
    }
}

impl Label {
    /// What changes from this label to the other, in the order of a label.
    pub fn difference(&self, to: &Label) -> Vec<Change> {
        let mut changes = Vec::new();
        let same_policy = self.under_policy().id() == to.under_policy().id();
        if !same_policy {
            changes.push(Change::Policy { from: self.policy().to_owned(), to: to.policy().to_owned() });
        }
        self.classifications_differ(to, same_policy, &mut changes);
        for before in self.categories() {
            let after = to.categories().iter().find(|after| same_tag(before, after));
            match after {
                Some(after) => between(before, after, &mut changes),
                None if before.kind == CategoryKind::Permissive => changes.push(Change::AudienceDropped {
                    tag: before.tag.clone(),
                    values: before.values.iter().cloned().collect(),
                }),
                None => changes.extend(before.values.iter().map(|value| removed(before, value))),
            }
        }
        for after in to.categories().iter().filter(|after| !self.categories().iter().any(|b| same_tag(b, after))) {
            if after.kind == CategoryKind::Permissive {
                let values = after.values.iter().cloned().collect();
                changes.push(Change::AudienceGiven { tag: after.tag.clone(), values });
            } else {
                changes.extend(after.values.iter().map(|value| added(after, value)));
            }
        }
        if self.privacy_mark() != to.privacy_mark() {
            let mark = |label: &Label| label.privacy_mark().map(str::to_owned);
            changes.push(Change::PrivacyMark { from: mark(self), to: mark(to) });
        }
        if self.originator() != to.originator() {
            changes.push(Change::Originator);
        }
        if self.review() != to.review() {
            changes.push(Change::Review);
        }
        if self.succession() != to.succession() {
            changes.push(Change::Succession);
        }
        changes
    }

    fn classifications_differ(&self, to: &Label, same_policy: bool, changes: &mut Vec<Change>) {
        if same_policy && self.classification() == to.classification() {
            return;
        }
        let (from, other) = (self.classification().to_owned(), to.classification().to_owned());
        let rank = |label: &Label| {
            let policy = self.under_policy();
            policy.classification(label.classification()).map(|class| class.hierarchy)
        };
        changes.push(match (rank(self), rank(to)) {
            (Some(before), Some(after)) if same_policy && before < after => Change::Raised { from, to: other },
            (Some(before), Some(after)) if same_policy && before > after => Change::Lowered { from, to: other },
            _ => Change::Classification { from, to: other },
        });
    }
}

fn same_tag(a: &Category, b: &Category) -> bool {
    a.tag == b.tag && a.kind == b.kind
}

fn between(before: &Category, after: &Category, changes: &mut Vec<Change>) {
    changes.extend(before.values.difference(&after.values).map(|value| removed(before, value)));
    changes.extend(after.values.difference(&before.values).map(|value| added(before, value)));
}

fn removed(category: &Category, value: &str) -> Change {
    Change::Removed { tag: category.tag.clone(), kind: category.kind, value: value.to_owned() }
}

fn added(category: &Category, value: &str) -> Change {
    Change::Added { tag: category.tag.clone(), kind: category.kind, value: value.to_owned() }
}
