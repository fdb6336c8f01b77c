//! Names that a person takes for the same, and names with signs that nobody sees.

use vault::*;

use super::house::*;

fn told(session: &Session, name: &str) -> Option<String> {
    let warnings = session.warnings().into_iter();
    let told = warnings.filter(|told| told.code == "name_alike").find(|told| told.params["name"] == name)?;
    Some(told.params["who"].clone())
}

fn officer(name: &str, full_name: &str) -> NewOfficer {
    NewOfficer {
        id: id(name),
        full_name: full_name.to_owned(),
        nationality: "BEL".to_owned(),
        roles: [Role::Reader].into(),
    }
}

#[test]
fn who_enters_an_officer_whose_name_or_id_is_taken_for_that_of_another_is_told() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let add = |ada: &mut Session, name: &str, full_name: &str| {
        ada.add_officer(officer(name, full_name), &phrase()).expect("ada adds the officer");
        told(ada, name)
    };
    assert_eq!(add(&mut ada, "nele", "Nele Müller"), None);
    assert_eq!(add(&mut ada, "nele2", "muller, NELE").as_deref(), Some("Nele Müller (nele)"));
    assert_eq!(add(&mut ada, "carl.", "Another").as_deref(), Some("carl of the house (carl)"));
    house.add(&mut ada, "nora", "BEL", &[Role::Reader]);
    assert_eq!(told(&ada, "nora"), None);
    // Who is gone is taken for nobody.
    ada.disable_officer(&id("nele"), "left").expect("ada disables the account");
    assert_eq!(add(&mut ada, "nele3", "Nele Muller").as_deref(), Some("muller, NELE (nele2)"));
    // Before anybody is entered, it is said of what is typed.
    let before = |ada: &mut Session, name: &str, full_name: &str| {
        let told = ada.like_officers(name, full_name).expect("the log is read");
        told.map(|told| (told.code.to_string(), told.params["name"].clone(), told.params["who"].clone()))
    };
    let nele = |name: &str| {
        Some(("name_alike".to_owned(), name.to_owned(), "muller, NELE (nele2), Nele Muller (nele3)".to_owned()))
    };
    assert_eq!(before(&mut ada, "", " NÈLE  Müller"), nele("NÈLE  Müller"));
    assert_eq!(before(&mut ada, "nele4", "Nele Müller"), nele("nele4"));
    assert_eq!(before(&mut ada, "nele", "Quite another"), None, "who is gone is taken for nobody, before as well");
    assert_eq!(before(&mut ada, "", ""), None);
    assert_eq!(before(&mut ada, "nora", "nora of the house"), None, "nobody is taken for himself");
    // Who brings a request is compared as well.
    let request = house.open().request_identity(&id("karl"), "Nele-Muller", "BEL", &phrase()).expect("it is made").0;
    ada.admit_officer(request.as_bytes(), &[Role::Reader].into()).expect("ada lets him in");
    assert!(told(&ada, "karl").is_some_and(|who| who.contains("(nele2)") && who.contains("(nele3)")));
}

#[test]
fn who_makes_a_dossier_or_a_partner_that_is_taken_for_another_is_told() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let make = |ada: &mut Session, name: &str, title: &str| {
        let new = NewDossier { id: dossier(name), title: title.to_owned(), lead: None, deputy: None };
        ada.create_dossier(new).expect("ada makes the dossier");
        told(ada, name)
    };
    assert_eq!(make(&mut ada, "D-2", "Exercise two"), None);
    assert_eq!(make(&mut ada, "D-3", "EXERCISE  öne").as_deref(), Some("Exercise one (D-1)"));
    assert_eq!(make(&mut ada, "D_2", "Something else").as_deref(), Some("Exercise two (D-2)"));
    // Of a dossier that he does not know nobody is told.
    let mut sam = house.unlock("sam");
    assert_eq!(make(&mut sam, "D.3", "Exercise one"), None);
}

#[test]
fn a_name_has_no_sign_that_nobody_sees() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let hidden =
        ["Jan\u{200d}", "Jan\u{200b}", "J\u{ad}an", "Jan\u{fe0f}", "\u{feff}Jan", "Jan \u{2060}Peeters", "\u{200d}جان"];
    for name in hidden {
        let refused = |error: Error| assert_eq!(error.code(), "character", "{name:?}");
        refused(ada.add_officer(officer("jan", name), &phrase()).map(drop).expect_err("refused"));
        refused(house.open().request_identity(&id("jan"), name, "BEL", &phrase()).map(drop).expect_err("refused"));
        let new = NewDossier { id: dossier("D-9"), title: name.to_owned(), lead: None, deputy: None };
        refused(ada.create_dossier(new).map(drop).expect_err("refused"));
        refused(ada.add_authority(name).map(drop).expect_err("refused"));
    }
    // Where letters and pictures need one, it stays.
    for (at, name) in ["می\u{200c}خواهم", "क्\u{200d}ष", "Plan \u{2764}\u{fe0f}"].into_iter().enumerate() {
        let new = NewDossier { id: dossier(&format!("E-{at}")), title: name.to_owned(), lead: None, deputy: None };
        assert_eq!(ada.create_dossier(new).expect("ada makes the dossier").title, name);
    }
}
