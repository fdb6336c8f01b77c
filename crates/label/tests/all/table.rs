//! What stands on the page, for every policy, level, language and place: a table to look at when it changes.

use std::fmt::Write as _;

use label::{Label, LabelDraft, Lang, Location, Policy};

#[test]
fn markings_of_every_level_in_every_language() {
    let mut table = String::new();
    for name in Policy::BUILTIN {
        let policy = Policy::builtin(name).expect("ships");
        for class in policy.classifications() {
            for rel in [None, Some(["BEL".to_owned(), "DEU".to_owned(), "CHE".to_owned()])] {
                let at = "2026-01-15T10:00:00Z".parse().expect("a time");
                let rel = rel.as_ref().map(|values| values.as_slice());
                let draft = LabelDraft::from_words(&policy, &class.name, rel, &[], at).expect("known words");
                let label = Label::build(&policy, draft).expect("valid");
                let banner = policy.banner(&label);
                let _ = writeln!(table, "{name} {}", label.access().canonical());
                let _ = writeln!(
                    table,
                    "  banner  {} [{}] {} on {}",
                    banner.text, banner.portion, banner.text_colour, banner.colour
                );
                for lang in Lang::ALL {
                    let _ =
                        writeln!(table, "  {}      {}", lang.code(), policy.marking(&label, lang, Location::PageTop));
                }
            }
        }
    }
    insta::assert_snapshot!(table);
}
