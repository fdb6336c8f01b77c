//! A clearance that is read is written and read back as the same, under each policy.
#![no_main]

use label::{Clearance, Policy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for policy in Policy::BUILTIN.iter().filter_map(|name| Policy::builtin(name)) {
        let Ok(clearance) = Clearance::parse(data, &policy) else { continue };
        let again = Clearance::parse(clearance.to_xml().as_bytes(), &policy).expect("our own clearance");
        assert_eq!(again, clearance);
    }
});
