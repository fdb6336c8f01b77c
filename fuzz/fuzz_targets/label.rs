//! A label that is read is written and read back as the same, under each policy.
#![no_main]

use label::{Label, Lang, Location, Policy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for policy in Policy::BUILTIN.iter().filter_map(|name| Policy::builtin(name)) {
        let Ok((label, _)) = Label::read(data, &policy) else { continue };
        let again = Label::parse(label.to_xml().as_bytes(), &policy).expect("our own label");
        assert_eq!(again, label);
        assert_eq!(again.access().canonical(), label.access().canonical());
        assert!(label.dominates(&again));
        let _ = policy.marking(&label, Lang::En, Location::PageTop);
    }
});
