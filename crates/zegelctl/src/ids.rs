//! Names of what should be there, as people type them.

use std::str::FromStr;

use vault::BadName;

use crate::problem::Problem;

/// The id of something that should be there: with blanks around it, and in capitals where ids have none.
///
/// # Errors
/// `not_found` for a text that is nobody's id, whatever it looks like: who asks for what is not there is told the same in every
/// form.
pub fn known<Id: FromStr<Err = BadName>>(typed: &str) -> Result<Id, Problem> {
    let typed = typed.trim();
    let read = typed.parse().or_else(|flaw: BadName| typed.to_ascii_lowercase().parse().map_err(|_| flaw));
    read.map_err(|BadName { kind, name }| vault::Error::NotFound { kind, name }.into())
}

#[cfg(test)]
mod tests {
    use vault::{AssentId, DossierId, OfficerId};

    use super::*;

    #[test]
    fn ids_are_read_as_they_are_pasted() {
        let typed = format!(" {} ", "A".repeat(26));
        assert_eq!(known::<AssentId>(&typed).expect("it is an id").as_str(), "a".repeat(26));
        assert_eq!(known::<OfficerId>("Anna\t").expect("it is an id").as_str(), "anna");
        assert_eq!(known::<DossierId>("HAVEN").expect("it is an id").as_str(), "HAVEN");
    }

    #[test]
    fn what_can_be_no_id_is_not_there() {
        for typed in ["a/b", "", "nope", "é"] {
            let problem = known::<AssentId>(typed).expect_err("it is no id");
            assert_eq!((problem.code.as_str(), problem.exit as u8), ("not_found", 1), "{typed}");
        }
    }
}
