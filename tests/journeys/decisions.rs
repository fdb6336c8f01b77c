//! What is due is decided about, in the window: lowered, lifted, kept, refused; and what became of it stands in the register
//! and is told by zegelctl.

use std::path::Path;

use chrono::{Local, NaiveDate, Utc};
use label::time::{months_from, years_from};
use serde_json::{Value, json};

use super::papers::a_pdf;
use super::stage::{Look, Stage, zegelctl};

const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';

const OVERDUE: &str = "Observations aux gués, relevé d’ensemble";
const DUE: &str = "Note sur les liaisons radio de secours";
const SHARED: &str = "Plan des points de ravitaillement";
const FOREIGN: &str = "Bridge crossings, an allied survey";
const NOT_HIS: &str = "Relève des observateurs";

/// Documents whose terms are about to end, one of which a partner has; one of an allied policy.
pub fn aged_documents(vault: &Path, folder: &Path) {
    let pdf = a_pdf(vault, folder);
    let file = |marking: [&str; 3], title: &str, finalised: &str| -> String {
        let [policy, level, releasable] = marking;
        let path = pdf.to_str().expect("the path is UTF-8");
        let mut arguments = vec!["doc", "file", path, "--dossier", "ARDENNES-26", "--policy", policy, "--level", level];
        if !releasable.is_empty() {
            arguments.extend(["--rel", releasable]);
        }
        arguments.extend(["--title", title, "--date", finalised, "--finalised", finalised]);
        let filed: Value = serde_json::from_str(&zegelctl(vault, "fictief", &arguments)).expect("it is JSON");
        filed["id"].as_str().expect("a filed document has an id").to_owned()
    };
    let today = Utc::now().date_naive();
    let before = |years: i32, months: i32| months_from(years_from(today, -years), months).to_string();
    file(["BEL", "SECRET", "BEL,NLD"], OVERDUE, &before(30, -4));
    file(["BEL", "CONFIDENTIEL", "BEL,NLD"], DUE, &before(20, 2));
    file(["BEL", "SECRET", "BEL,NLD"], NOT_HIS, &before(29, 0));
    file(["NATO", "SECRET", ""], FOREIGN, &before(12, 0));
    let shared = file(["BEL", "SECRET", "BEL,NLD"], SHARED, &before(30, 3));
    let packages = folder.join("earlier packages");
    std::fs::create_dir_all(&packages).expect("the folders are made");
    let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", &shared, "--purpose", "Échange convenu"];
    let asked: Value = serde_json::from_str(&zegelctl(vault, "fictief", &ask)).expect("it is JSON");
    let release = asked["release"].as_str().expect("a request has an id").to_owned();
    zegelctl(vault, "proef", &["release", "approve", &release]);
    zegelctl(vault, "proef", &["release", "write", &release, "--out", packages.to_str().expect("the path is UTF-8")]);
}

/// By the officer who filed them and leads their dossier, who is at the window; then by one who is neither. Ends locked.
pub async fn are_taken(stage: &Stage) {
    what_a_partner_has_is_lowered_and_the_partner_told(stage).await;
    a_document_is_declassified_for_a_prosecutor(stage).await;
    only_what_ends_by_a_day_is_shown(stage).await;
    a_document_whose_term_is_due_is_maintained(stage).await;
    what_is_of_foreign_origin_needs_the_consent_of_its_authority(stage).await;
    the_decisions_stand_in_the_register(stage).await;
    stage.lock().await;
    who_has_not_the_charge_is_refused_and_reads_why(stage).await;
    stage.lock().await;
    zegelctl_tells_the_same(stage);
}

async fn what_a_partner_has_is_lowered_and_the_partner_told(stage: &Stage) {
    stage.click("nav-calendar").await;
    stage.click("calendar-tab-register").await;
    stage.choose("decisions-dossier", "ARDENNES-26").await;
    stage.find("decisions-none").await;
    stage.picture("39-register-none-fr").await;
    stage.click("decisions-clear").await;
    stage.click("calendar-tab-due").await;
    stage.click_at("[data-testid=\"due-row\"][data-state=\"overdue\"]").await;
    stage.find("due-entry").await;
    stage.pictures("26-calendar-fr", &[Look::Dark, Look::Small]).await;
    stage.take("due-row", SHARED).await;
    stage.click("due-decide").await;
    stage.click("decide-what-change").await;
    stage.find("decide-dialog").await;
    stage.wait("[data-testid=\"decide-submit\"][aria-disabled=\"true\"]").await;
    stage.click("level-confidential").await;
    stage.wait("[data-testid=\"change\"][data-effect=\"wider\"]").await;
    stage.show("decide-changes").await;
    interest(stage, 'k').await;
    stage.fill("decide-motive", "Les quantités sont dépassées ; seuls les lieux restent sensibles.").await;
    stage.find("decide-may").await;
    stage.show("decide-changes").await;
    stage.pictures("27-decide-change-fr", &[Look::Dark, Look::Small]).await;
    stage.click("decide-submit").await;
    stage.find("decide-tell").await;
    stage.click("decide-close").await;
    stage.click("calendar-tab-register").await;
    stage
        .wait("[data-testid=\"decision-row\"][data-nature=\"downgrade\"]")
        .await
        .click()
        .await
        .expect("it can be clicked");
    stage.wait("[data-testid=\"recipient\"][data-partner=\"voorbeelddienst\"][data-told=\"false\"]").await;
    stage.pictures("28-register-fr", &[Look::Dark, Look::Small]).await;
    stage.click("recipient-tell").await;
    stage.wait("[data-testid=\"recipient\"][data-told=\"true\"]").await;
    stage.click("decision-show").await;
    stage.find("document-formerly").await;
}

async fn a_document_is_declassified_for_a_prosecutor(stage: &Stage) {
    stage.click("nav-calendar").await;
    stage.click("calendar-tab-due").await;
    stage.take("due-row", OVERDUE).await;
    stage.click("due-decide").await;
    stage.click("decide-what-declassify").await;
    stage.find("decide-dialog").await;
    stage.wait("[data-testid=\"decide-nature\"]").await;
    assert!(stage.attributes("decide-interest", "data-testid").await.is_empty(), "what is lifted needs no interest");
    stage.wait("[data-testid=\"decide-submit\"][aria-disabled=\"true\"]").await;
    stage.fill("decide-motive", "À la demande du procureur du Roi, pour être versé au dossier d’une procédure.").await;
    stage.find("decide-may").await;
    stage.picture("31-decide-declassify-fr").await;
    stage.click("decide-submit").await;
    stage.gone("decide-dialog").await;
    stage.is_not_listed("due-row", OVERDUE).await;
}

/// Terms until a day, as they are asked for; the filter is still there after another screen.
async fn only_what_ends_by_a_day_is_shown(stage: &Stage) {
    let soon = review().format("%d/%m/%Y").to_string();
    stage.fill("due-until", &soon).await;
    stage.wait(&format!("[data-testid=\"due-until\"][data-day=\"{}\"]", review())).await;
    stage.wait("[data-testid=\"due-row\"][data-id]").await;
    stage.fill("due-until", "31/12/1999").await;
    stage.find("due-none").await;
    stage.picture("37-calendar-none-fr").await;
    stage.click("nav-documents").await;
    stage.fill("documents-search", "rien de tel").await;
    stage.find("documents-none").await;
    stage.picture("38-documents-none-fr").await;
    stage.click("nav-calendar").await;
    stage.wait("[data-testid=\"due-until\"][data-day=\"1999-12-31\"]").await;
    stage.click("due-clear").await;
    stage.wait("[data-testid=\"due-until\"][data-day=\"\"]").await;
    stage.wait("[data-testid=\"due-row\"][data-id]").await;
}

async fn a_document_whose_term_is_due_is_maintained(stage: &Stage) {
    stage.take("due-row", DUE).await;
    stage.click("due-decide").await;
    stage.click("decide-what-maintain").await;
    stage.find("decide-dialog").await;
    interest(stage, 'b').await;
    stage.fill("decide-motive", "Les fréquences de secours servent encore.").await;
    let today = Local::now().date_naive();
    let late = years_from(today, 11);
    stage.fill("decide-review", &late.format("%d/%m/%Y").to_string()).await;
    stage.wait("[data-testid=\"decide-review\"][aria-invalid=\"true\"]").await;
    stage.find("decide-missing").await;
    stage.fill("decide-review", &review().format("%d/%m/%Y").to_string()).await;
    stage.wait(&format!("[data-testid=\"decide-review\"][data-day=\"{}\"]", review())).await;
    stage.find("decide-may").await;
    stage.picture("32-decide-maintain-fr").await;
    stage.click("decide-submit").await;
    stage.gone("decide-dialog").await;
}

/// When what was maintained is looked at again: in five years.
fn review() -> NaiveDate {
    let today = Local::now().date_naive();
    years_from(today, 5)
}

async fn what_is_of_foreign_origin_needs_the_consent_of_its_authority(stage: &Stage) {
    stage.click("nav-documents").await;
    stage.fill("documents-search", "allied survey").await;
    stage.take("document-row", FOREIGN).await;
    stage.wait("[data-testid=\"document-term\"][data-state=\"exempt-foreign\"]").await;
    stage.click("detail-marking").await;
    stage.click("detail-marking-change").await;
    stage.find("decide-dialog").await;
    stage.click("level-confidential").await;
    interest(stage, 'd').await;
    stage.fill("decide-motive", "L’autorité d’origine a abaissé son document.").await;
    stage.find("decide-denied").await;
    assert!(stage.attributes("reason", "data-code").await.contains(&"consent_missing".to_owned()));
    stage.wait("[data-testid=\"decide-submit\"][aria-disabled=\"true\"]").await;
    stage.show("decide-reasons").await;
    stage.picture("33-decide-consent-fr").await;

    stage.fill("consent-authority", "Bureau de sécurité allié").await;
    stage.fill("consent-reference", "BSA/2026/118").await;
    stage.click("consent-from-today").await;
    let until = review().format("%d/%m/%Y").to_string();
    stage.fill("consent-until", &until).await;
    stage.find("decide-may").await;
    stage.click("decide-submit").await;
    stage.gone("decide-dialog").await;
    stage.wait("[data-testid=\"detail-banner\"][data-level=\"confidential\"]").await;
}

async fn the_decisions_stand_in_the_register(stage: &Stage) {
    stage.click("nav-calendar").await;
    stage.click("calendar-tab-register").await;
    stage.take("decision-row", FOREIGN).await;
    let entry = stage.text("decision-entry").await;
    assert!(entry.contains("Bureau de sécurité allié") && entry.contains("BSA/2026/118"), "{entry}");
    assert!(entry.starts_with("NSNC"), "levels of its own policy: {entry}");
    assert!(entry.contains(&review().format("%d/%m/%Y").to_string()), "until when the consent is valid: {entry}");
    stage.take("decision-row", DUE).await;
    let entry = stage.text("decision-entry").await;
    assert!(entry.contains("Les fréquences de secours servent encore."), "{entry}");
    assert!(entry.contains(&review().format("%d/%m/%Y").to_string()), "{entry}");
    stage.take("decision-row", OVERDUE).await;
    let entry = stage.text("decision-entry").await;
    assert!(entry.contains("procureur du Roi"), "{entry}");
    let natures = stage.attributes("decision-row", "data-nature").await;
    assert_eq!(
        natures.get(..4).expect("there are four"),
        ["downgrade", "maintain", "declassify", "downgrade"],
        "the newest first"
    );
}

async fn who_has_not_the_charge_is_refused_and_reads_why(stage: &Stage) {
    stage.language("fr").await;
    stage.unlock("modele").await;
    stage.click("nav-calendar").await;
    stage.take("due-row", NOT_HIS).await;
    stage.click("due-decide").await;
    stage.click("decide-what-declassify").await;
    stage.find("decide-dialog").await;
    stage.fill("decide-motive", "Ce n’est plus sensible.").await;
    stage.find("decide-denied").await;
    let why = stage.text_at("[data-testid=\"reason\"][data-code=\"not_originating_authority\"]").await;
    assert!(why.contains("autorité d’origine"), "{why}");
    stage.wait("[data-testid=\"decide-submit\"][aria-disabled=\"true\"]").await;
    stage.click("decide-submit").await;
    stage.find("decide-denied").await;
    stage.show("decide-reasons").await;
    stage.pictures("34-decide-refused-fr", &[Look::Dark, Look::Small]).await;
    // By keyboard: out of the dialog the focus is where it was, and Enter in the list asks what is decided.
    stage.press(&[ESCAPE]).await;
    stage.gone("decide-dialog").await;
    stage.wait("[data-testid=\"due-decide\"]:focus").await;
    stage.take("due-row", NOT_HIS).await;
    stage.wait("[data-testid=\"due-grid\"]:focus").await;
    stage.press(&[ENTER]).await;
    stage.find("decide-what-declassify").await;
    stage.press(&[ESCAPE]).await;
    stage.gone("decide-dialog").await;
    stage.wait("[data-testid=\"due-grid\"]:focus").await;
}

fn zegelctl_tells_the_same(stage: &Stage) {
    let ask = |arguments: &[&str]| -> Value {
        serde_json::from_str(&zegelctl(&stage.vault(), "fictief", arguments)).expect("zegelctl writes JSON")
    };
    let register = ask(&["register", "--dossier", "ARDENNES-26"]);
    let of = |title: &str| -> Value {
        let mut rows = register["decisions"].as_array().expect("`decisions` is a list").iter();
        rows.find(|row| row["title"] == title).expect("it was decided about").clone()
    };
    assert_eq!(register["total"], 4, "{register}");

    let lifted = of(OVERDUE);
    assert_eq!((&lifted["nature"], &lifted["new_level"]), (&json!("declassify"), &json!("unclassified")));
    assert!(lifted["motive"].as_str().expect("`motive` is text").contains("procureur du Roi"), "{lifted}");
    let kept = of(DUE);
    assert_eq!((&kept["nature"], &kept["interest"]), (&json!("maintain"), &json!("b")));
    assert_eq!(kept["next_review"], json!(review().to_string()));
    let foreign = of(FOREIGN);
    assert_eq!((&foreign["nature"], &foreign["interest"]), (&json!("downgrade"), &json!("d")));
    let consent = &foreign["consent"];
    assert_eq!(
        (&consent["authority"], &consent["reference"]),
        (&json!("Bureau de sécurité allié"), &json!("BSA/2026/118"))
    );
    assert_eq!(consent["until"], json!(review().to_string()));
    assert_eq!(of(SHARED)["notified"][0]["partner"], "voorbeelddienst");

    let id = |row: &Value| row["document"].as_str().expect("a row names its document").to_owned();
    let lifted = ask(&["doc", "show", &id(&lifted)]);
    assert_eq!(lifted["banner"]["level"], "unclassified", "{lifted}");
    assert_eq!(lifted["formerly"].as_array().map(Vec::len), Some(1), "{lifted}");
    let kept = ask(&["doc", "show", &id(&kept)]);
    assert_eq!((&kept["banner"]["level"], &kept["standing"]["state"]), (&json!("confidential"), &json!("running")));
    let foreign = ask(&["doc", "show", &id(&foreign)]);
    assert_eq!(foreign["banner"]["level"], "confidential");
    assert!(foreign["banner"]["text"].as_str().expect("`text` is text").contains("NATO"), "{foreign}");
    let untouched = ask(&["doc", "list", "--query", "observateurs"]);
    assert_eq!(untouched["documents"][0]["banner"]["level"], "secret", "who was refused changed nothing");
}

/// By its letter, as an officer would: the list is longer than its window.
async fn interest(stage: &Stage, letter: char) {
    let option = stage.open_list("decide-interest", &letter.to_string()).await;
    stage.press(&[letter]).await;
    stage.wait(&format!("[data-testid=\"{option}\"][data-highlighted]")).await;
    stage.press(&[ENTER]).await;
    stage.wait(&format!("[data-testid=\"decide-interest\"][data-value=\"{letter}\"]")).await;
}
