//! Clearances of the companion schema of ADatP-4774, and the access decision of ADatP-4774.1.

use std::collections::{BTreeMap, BTreeSet};

use crate::{ClearanceError, Label, Policy, Violation};

/// What its holder may have access to, under one policy.
#[derive(Clone, Debug)]
pub struct Clearance {
    policy: Policy,
}

impl Clearance {
    pub fn parse(_xml: &[u8], _policy: &Policy) -> Result<Clearance, ClearanceError> {
        Err(ClearanceError::NotXml { line: 1, detail: "not read yet".to_owned() })
    }

    /// For every classification up to `highest`, with these values held per tag (restrictive and permissive alike).
    pub fn build(
        policy: &Policy,
        _highest: &str,
        _held: &BTreeMap<String, BTreeSet<String>>,
    ) -> Result<Clearance, Vec<Violation>> {
        Ok(Clearance { policy: policy.clone() })
    }

    pub fn to_xml(&self) -> String {
        String::new()
    }

    /// The policy's name.
    pub fn policy(&self) -> &str {
        self.policy.name()
    }

    /// The decision of ADatP-4774.1, exactly: same policy, classification in the list, one value held per
    /// permissive tag, all values held per restrictive tag, informative tags ignored.
    pub fn permits(&self, _label: &Label) -> bool {
        false
    }
}
