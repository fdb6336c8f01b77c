//! What stands on a stamp for which the file has no look.

use hayro::hayro_syntax::object::{Dict, Name};

use super::super::instead::same_letters;

/// What a stamp without a look shows, which is its name, and what it says besides.
pub(super) fn stamped(stamp: &Dict<'_>, kind: &str, contents: String) -> (String, String) {
    let name = stamp.get::<Name<'_>>(b"Name").map(|name| in_capitals(name.as_str())).unwrap_or_default();
    match (name.is_empty(), contents.trim().is_empty()) {
        (true, true) => (kind.to_owned(), String::new()),
        (true, false) => (contents, String::new()),
        (false, _) if same_letters(&name, &contents) => (name, String::new()),
        (false, _) => (name, contents),
    }
}

/// `TopSecret`, as it stands on a stamp.
fn in_capitals(name: &str) -> String {
    let mut words = String::new();
    for (before, c) in [None].into_iter().chain(name.chars().map(Some)).zip(name.chars()) {
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            words.push(' ');
        }
        words.extend(c.to_uppercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_stamp_is_written_as_on_a_stamp() {
        for (name, shown) in
            [("TopSecret", "TOP SECRET"), ("AsIs", "AS IS"), ("Draft", "DRAFT"), ("", ""), ("SBFinal", "SBFINAL")]
        {
            assert_eq!(in_capitals(name), shown);
        }
    }
}
