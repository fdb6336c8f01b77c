//! For whom the vault speaks.

use policy::Authority;
use policy::authorities::{AUTHORITIES, AUTHORITY_NAME, AuthoritiesFlaw, OwnAuthorities};
use proptest::prelude::*;

const VAULT: &str = "Registry of the exercise";

fn list(names: &[&str]) -> OwnAuthorities {
    OwnAuthorities::listed(names.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn the_vault_speaks_for_itself_for_whom_nobody_names_and_for_the_list() {
    let own = list(&["Section Étude", "Cel Operaties"]);
    for originator in
        ["", "  ", VAULT, "registry  OF the exercise ", "section etude", "SECTION\u{a0}E\u{301}TUDE", "cel operaties"]
    {
        assert_eq!(own.authority(originator, VAULT), Authority::Own, "{originator:?}");
    }
    for originator in ["SGRS", "Section", "Section Étude 2", "SectionÉtude", "Registry"] {
        assert_eq!(own.authority(originator, VAULT), Authority::Other, "{originator:?}");
    }
    assert_eq!(OwnAuthorities::default().authority("Section Étude", VAULT), Authority::Other);
}

#[test]
fn a_list_has_an_end_and_each_name_once_as_it_is_shown() {
    let names = |count: usize| OwnAuthorities::listed((0..count).map(|n| format!("Section {n}")).collect());
    assert_eq!(names(AUTHORITIES).flaw(VAULT), None);
    assert_eq!(names(AUTHORITIES + 1).flaw(VAULT), Some(AuthoritiesFlaw::TooMany));
    assert_eq!(list(&[&"é".repeat(AUTHORITY_NAME)]).flaw(VAULT), None);
    for bad in [
        "",
        " ",
        " Cell",
        "Cell ",
        "Two  spaces",
        "Two\nlines",
        "Cell\u{202e}",
        "Cell\u{61c}",
        "Cell\u{200b}",
        "Cell\u{a0}9",
        &"é".repeat(AUTHORITY_NAME + 1),
    ] {
        assert_eq!(list(&["Fine", bad]).flaw(VAULT), Some(AuthoritiesFlaw::BadName), "{bad:?}");
    }
    // Which names are compared alike may grow in a later program; entries that are there stay good.
    assert_eq!(list(&["Section Étude", "Section Etude"]).flaw(VAULT), None);
    for twice in ["Section Étude", "section étude", "SECTION ÉTUDE", "REGISTRY of the Exercise"] {
        assert_eq!(list(&["Section Étude", twice]).flaw(VAULT), Some(AuthoritiesFlaw::Twice), "{twice:?}");
    }
}

proptest! {
    #[test]
    fn what_is_added_counts_and_what_is_taken_off_does_not(names in proptest::collection::btree_set("[a-z]{1,6}", 0..6), name in "[a-z]{7,9}") {
        let before = OwnAuthorities::listed(names.into_iter().collect());
        let with = before.with(&name);
        prop_assert_eq!(with.flaw(VAULT), None);
        prop_assert_eq!(with.authority(&name.to_uppercase(), VAULT), Authority::Own);
        prop_assert_eq!(with.without(&name.to_uppercase()), before.clone());
        prop_assert_eq!(before.authority(&name, VAULT), Authority::Other);
    }
}
