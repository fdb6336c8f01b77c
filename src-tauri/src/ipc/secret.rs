//! A passphrase on its way from the page into the vault.

use serde::{Deserialize, Deserializer};
use specta::datatype::DataType;
use specta::{Type, Types};

/// What a person typed: put into memory that is wiped, before anything looks at it.
///
/// Tauri's own copy of the message is freed unwiped soon after; see docs/THREAT-MODEL.md.
pub struct Typed(seal::Passphrase);

impl Typed {
    /// The passphrase, for the one use that it was typed for.
    pub fn into_passphrase(self) -> seal::Passphrase {
        self.0
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(seal::Passphrase::new(text)))
    }
}

impl Type for Typed {
    fn definition(types: &mut Types) -> DataType {
        String::definition(types)
    }
}
