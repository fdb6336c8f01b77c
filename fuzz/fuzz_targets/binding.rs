//! A binding that is read and can be written is read back as the same; no file it names leads out of its folder.
#![no_main]

use label::{Binding, BoundData, Policy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let policies: Vec<Policy> = Policy::BUILTIN.iter().filter_map(|name| Policy::builtin(name)).collect();
    let Ok(binding) = Binding::parse(data, &policies) else { return };
    for bound in binding.parts.iter().flat_map(|part| &part.data) {
        if let BoundData::File { name, .. } = bound {
            assert!(std::path::Path::new(name).components().count() == 1 && name != "..");
        }
    }
    if let Ok(xml) = binding.to_xml() {
        assert_eq!(Binding::parse(xml.as_bytes(), &policies).expect("our own binding"), binding);
    }
});
