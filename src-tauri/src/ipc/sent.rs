//! What the page sends. What cannot be read as what it must be is a [`Problem`] that names the field.

use serde::{Deserialize, Deserializer};
use specta::datatype::DataType;
use specta::{Type, Types};
use tauri::Runtime;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};
use vault::BadName;

use crate::problem::Problem;

/// Something of several fields.
pub struct Sent<T>(pub T);

impl<'de, T: Deserialize<'de>, R: Runtime> CommandArg<'de, R> for Sent<T> {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        read(command).map(Self).map_err(InvokeError::from)
    }
}

impl<T: Type> Type for Sent<T> {
    fn definition(types: &mut Types) -> DataType {
        T::definition(types)
    }
}

fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<T, Problem> {
    serde_path_to_error::deserialize(from).map_err(|error| match BadName::told_in(&error.inner().to_string()) {
        Some(bad) => bad.into(),
        None => Problem::new("malformed").with("field", error.path().to_string()),
    })
}

/// What a person typed as a passphrase: put into memory that is wiped, before anything looks at it.
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

/// What a person was writing: put into memory that is wiped, before anything looks at it.
pub struct DraftText(seal::SecretText);

impl DraftText {
    pub fn into_text(self) -> seal::SecretText {
        self.0
    }
}

impl<'de> Deserialize<'de> for DraftText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self(seal::SecretText::new(text)))
    }
}

impl Type for DraftText {
    fn definition(types: &mut Types) -> DataType {
        String::definition(types)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vault::{NewOfficer, RecordApproval};

    use super::*;

    #[test]
    fn what_is_malformed_is_named() {
        let approval =
            json!({ "authority": "ANS", "reference": "1", "ceiling": "secret", "until": "the day after tomorrow" });
        let problem = read::<RecordApproval, _>(approval).map(drop).expect_err("it is no day");
        assert_eq!(problem, Problem::new("malformed").with("field", "until"));
    }

    #[test]
    fn a_name_that_is_none_is_said_to_be_none_of_its_kind() {
        let officer = json!({ "id": "Not a Name", "full_name": "", "nationality": "BEL", "roles": ["reader"] });
        let problem = read::<NewOfficer, _>(officer).map(drop).expect_err("it is no name");
        assert_eq!(problem.code, "bad_name");
        assert_eq!(problem.params.get("kind").map(String::as_str), Some("officer"));
        assert_eq!(problem.params.get("name").map(String::as_str), Some("Not a Name"));
    }
}
