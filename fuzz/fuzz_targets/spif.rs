//! A policy that is read can be used for everything without a panic.
#![no_main]

use label::{Label, LabelDraft, Lang, Location, Policy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(policy) = Policy::parse(data) else { return };
    for class in policy.classifications() {
        let _ = policy.level(&class.name);
        let mut draft = LabelDraft::new(class.name.clone(), Default::default());
        let _ = mark(&policy, draft.clone());
        for tag in policy.tag_sets().iter().flat_map(|set| &set.tags).take(8) {
            let values = tag.values.iter().take(3).map(|value| value.name.clone());
            draft.categories.push(label::Category::new(tag.name.clone(), tag.kind, values));
            let _ = mark(&policy, draft.clone());
        }
    }
});

fn mark(policy: &Policy, draft: LabelDraft) -> Option<()> {
    let label = Label::build(policy, draft).ok()?;
    for at in Location::ALL {
        let _ = policy.marking(&label, Lang::Fr, at);
    }
    let _ = policy.banner(&label);
    // What is written is read back as the same.
    let again = Label::parse(label.to_xml().as_bytes(), policy).expect("our own label");
    assert_eq!(again, label);
    for to in Policy::BUILTIN.iter().filter_map(|name| Policy::builtin(name)) {
        let _ = label.translate(&to, label::Direction::Outgoing);
    }
    Some(())
}
