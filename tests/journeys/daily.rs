//! What an officer does all day in the window, and what nobody may do on the side: to say who one is, to read one document
//! after another, to lock in between; the menus, keys and lists of a browser and a desktop.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';
const ESCAPE: char = '\u{e00c}';
const DOWN: char = '\u{e015}';
const F5: char = '\u{e035}';
const CONTROL: char = '\u{e009}';
const ALT: char = '\u{e00a}';
const LEFT: char = '\u{e012}';

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_document_is_read_after_another() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.unlock("modele").await;
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    let rows = stage.attributes("document-row", "data-id").await;
    let [first, second, third] = [&rows[0], &rows[1], &rows[2]];

    stage.click_row(first).await;
    reads(&stage, first).await;
    stage.press(&[ESCAPE]).await;
    stage.chosen(first).await;

    // With the mouse, with the keyboard, and from the menu of what stands there: another document.
    stage.click_row(second).await;
    stage.chosen(second).await;
    reads(&stage, second).await;
    stage.press(&[ESCAPE]).await;
    stage.chosen(second).await;
    // The keys go on in the list, which came back with nothing clicked.
    stage.press(&[DOWN]).await;
    stage.chosen(third).await;

    // A lock takes the pages; one comes back to where one was, and goes on.
    reads(&stage, third).await;
    stage.press(&[CONTROL, 'l', '\u{e000}']).await;
    stage.find("unlock-passphrase").await;
    let remembered = stage.attributes("unlock-officer", "data-value").await;
    assert_eq!(remembered, ["modele"], "only the passphrase is missing");
    stage.enter("unlock-passphrase", "exercise").await;
    stage.press(&[ENTER]).await;
    stage.chosen(third).await;
    stage.click_row(first).await;
    stage.chosen(first).await;
    reads(&stage, first).await;

    // Going back does not show one document at the place of another.
    stage.press(&[ALT, LEFT, '\u{e000}']).await;
    stage.find("documents").await;
    stage.click_row(second).await;
    stage.chosen(second).await;

    // Elsewhere by the keys alone, and the list there takes them.
    stage.press(&[CONTROL, 'k', '\u{e000}']).await;
    stage.find("palette").await;
    stage.press(&['j', 'o', 'u', 'r', 'n', 'a', 'l', ENTER]).await;
    stage.wait("[data-testid=\"log-grid\"]:focus").await;
    stage.click("nav-documents").await;
    stage.chosen(second).await;

    what_was_opened_last_is_at_hand(&stage, [first, second, third]).await;
    the_first_derivation_bears_the_high_water_mark(&stage, second).await;
}

/// The first was opened last. Ends with the second chosen.
async fn what_was_opened_last_is_at_hand(stage: &Stage, [first, second, third]: [&String; 3]) {
    stage.press(&[CONTROL, 'k', '\u{e000}']).await;
    stage.find(&format!("palette-{third}")).await;
    let named = "return [...document.querySelectorAll('[data-testid=palette] [role=option]')].slice(0, 3).map((one) => one.dataset.testid);";
    assert_eq!(stage.run(named, &[]).await, json!([first, third, second].map(|id| format!("palette-{id}"))));
    stage.picture("93-palette-recent-fr").await;
    stage.press(&[ENTER]).await;
    stage.chosen(first).await;
    stage.press(&[CONTROL, 'k', '\u{e000}']).await;
    stage.find("palette").await;
    stage.press(&"réglages".chars().chain([ENTER]).collect::<Vec<_>>()).await;
    stage.find("passphrase-open").await;
    stage.press(&[ESCAPE]).await;
    stage.gone("passphrase-open").await;

    // The register of one's own.
    let all = stage.attributes("document-row", "data-id").await.len();
    stage.click("documents-more").await;
    stage.choose("documents-mine", "opened").await;
    let start = Instant::now();
    loop {
        let rows = stage.attributes("document-row", "data-id").await;
        if rows.len() < all && [first, second, third].iter().all(|id| rows.contains(id)) {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "what was opened alone is listed: {rows:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stage.click("documents-more").await;

    // And what is as one of them.
    stage.click_row(second).await;
    stage.chosen(second).await;
    stage.click("detail-like").await;
    let start = Instant::now();
    let typed = "return document.querySelector('[data-testid=documents-originator]')?.value ?? '';";
    while stage.run(typed, &[]).await == json!("") {
        assert!(start.elapsed() < Duration::from_secs(20), "the filters are those of the document");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stage.chosen(second).await;
    assert!(stage.attributes("document-row", "data-id").await.contains(second), "it is as itself");
}

async fn the_first_derivation_bears_the_high_water_mark(stage: &Stage, source: &str) {
    let mark = stage.text("detail-banner").await;
    assert_eq!(stage.attributes("detail", "data-id").await, [source]);
    stage.click("detail-derive").await;
    stage.find("high-water").await;
    stage.wait("[data-testid=\"levels\"] [aria-checked=\"true\"]").await;
    let start = Instant::now();
    // The banner over the form is composed by Rust, a moment later.
    while stage.text("preview-top").await != mark {
        assert!(start.elapsed() < Duration::from_secs(20), "the form is marked as its source, {mark}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Opens what is chosen, and waits for its first page.
async fn reads(stage: &Stage, id: &str) {
    stage.chosen(id).await;
    let title = stage.text("detail-title").await;
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Lecture").await;
    stage.press(&[ENTER]).await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    let shown = stage.run("return document.querySelector('[data-testid=viewer] h1').textContent;", &[]).await;
    assert_eq!(shown, json!(title), "the document that was chosen is the one that opens");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_is_found_by_its_kind_searched_turned_and_shown_whole() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, _| {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mail = folder.path().join("mail.eml");
        let body = "Le convoi passe la rivière.\n".repeat(120);
        let text = format!(
            "From: =?utf-8?Q?Andr=C3=A9?= <a@example.org>\nSubject: Convoi\nMIME-Version: 1.0\n\
            Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{body}\n\
            --x\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=note.txt\n\n\
            Rendez-vous à l’écluse.\n--x--\n"
        );
        fs::write(&mail, text).expect("a file can be written");
        let path = mail.to_str().expect("the path is UTF-8");
        let marked = ["--dossier", "HAVEN", "--policy", "BEL", "--level", "RESTREINT", "--title", "Un courriel"];
        let dated = ["--date", "1931-02-03"];
        let _ = zegelctl(vault, "fictief", &[&["doc", "file", path], &marked[..], &dated[..]].concat());
        Vec::new()
    })
    .await;
    stage.unlock("fictief").await;
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    stage.click("documents-more").await;
    stage.fill("documents-to", "31/12/1931").await;
    stage.choose("documents-kind", "text").await;
    let one = "return document.querySelectorAll('[data-testid=document-row][data-id]').length === 1;";
    stage.until(one, &json!(true), "the register is narrowed to one document").await;
    stage.pictures("95-filters-fr", &[Look::Small]).await;
    let id = stage.attributes("document-row", "data-id").await[0].clone();
    stage.click_row(&id).await;
    reads(&stage, &id).await;

    // Found by the keyboard, whatever the accents: on the page with the name of what it brings, and on that one.
    stage.press(&[CONTROL, 'f', '\u{e000}']).await;
    stage.fill("find-input", "ecluse").await;
    stage.press(&[ENTER]).await;
    let start = Instant::now();
    while !stage.text("find-said").await.contains("l’écluse") {
        assert!(start.elapsed() < Duration::from_secs(20), "it is found: {}", stage.text("find-said").await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let last = stage.attributes("page", "data-page").await.last().cloned();
    // Where it is read follows what is scrolled.
    let page = "return document.querySelector('[data-testid=viewer-page]').value;";
    stage.until(page, &json!(last), "it goes to where it stands").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"] img[src*=\"&f=\"]").await;
    stage.pictures("96-find-fr", &[Look::Small, Look::Dark]).await;
    stage.press(&[ESCAPE]).await;
    stage.gone("find-bar").await;

    // What it brings is listed, and opens by itself under the same marking; one comes back to the page that one left.
    stage.click("viewer-part-attachments").await;
    stage.find("attachments").await;
    stage.pictures("94-attachments-fr", &[Look::Small, Look::Dark]).await;
    let (marking, at) = (stage.text("document-banner-top").await, stage.run(page, &[]).await);
    stage.click("attachment-open").await;
    let alone = "return document.querySelector('[data-testid=viewer-title]').textContent.includes('note.txt') && \
        document.querySelectorAll('[data-testid=page][data-loaded=true]').length === 1;";
    stage.until(alone, &json!(true), "the file is shown by itself").await;
    assert_eq!(stage.text("document-banner-top").await, marking);
    assert_eq!(stage.attributes("viewer-print", "data-testid").await, [""; 0], "printed with its mail");
    stage.press(&[ESCAPE]).await;
    let start = Instant::now();
    while stage.run(page, &[]).await != at || stage.run(alone, &[]).await == json!(true) {
        assert!(start.elapsed() < Duration::from_secs(20), "one comes back to page {at}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    // Turned, the page is wider than high; shown whole, none of it is out of view.
    stage.click("viewer-turn").await;
    let wide = "const page = document.querySelector('[data-testid=page][data-loaded=true] img'); \
        return page !== null && page.src.includes('t=1') && page.naturalWidth > page.naturalHeight;";
    stage.until(wide, &json!(true), "the page is turned").await;
    stage.picture("97-turned-fr").await;
    stage.click("viewer-zoom-page").await;
    stage.settle().await;
    let fits = "const area = document.querySelector('.area'), page = document.querySelector('[data-testid=page]'); \
        return page.offsetHeight <= area.clientHeight && page.offsetWidth <= area.clientWidth;";
    assert_eq!(stage.run(fits, &[]).await, json!(true), "all of the page is in view");
    let read = stage.run("return document.querySelector('[data-testid=page-text]').textContent;", &[]).await;
    assert!(!read.as_str().unwrap_or_default().is_empty(), "a screen reader has something to read");
    stage.press(&[ESCAPE]).await;
    stage.chosen(&id).await;
}

/// Its PDF was given its password, `portail`, by `qpdf --encrypt portail portail 256`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_with_a_password_of_its_own_is_opened_with_it() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, _| {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("annexe.pdf");
        fs::write(&file, include_bytes!("with-password.pdf")).expect("a file can be written");
        let path = file.to_str().expect("the path is UTF-8");
        let marked = ["--dossier", "HAVEN", "--policy", "BEL", "--level", "RESTREINT", "--title", "Annexe fermée"];
        let _ = zegelctl(vault, "fictief", &[&["doc", "file", path], &marked[..]].concat());
        Vec::new()
    })
    .await;
    stage.unlock("fictief").await;
    stage.fill("documents-search", "fermée").await;
    stage.take("document-row", "Annexe fermée").await;
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Lecture").await;
    stage.press(&[ENTER]).await;

    stage.find("open-locked").await;
    assert_eq!(stage.focus().await, json!("open-password"), "where it is to be typed");
    stage.pictures("98-document-password-fr", &[Look::Small, Look::Dark]).await;
    stage.fill("open-password", "wrong").await;
    stage.press(&[ENTER]).await;
    let said = "const field = document.querySelector('[data-testid=open-password]'); \
        return field !== null && field.value === '' && field.getAttribute('aria-invalid') === 'true';";
    stage.until(said, &json!(true), "the field says that it is not this password").await;
    stage.picture("99-document-password-wrong-fr").await;
    stage.fill("open-password", "portail").await;
    stage.press(&[ENTER]).await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    stage.press(&[ESCAPE]).await;

    // Asked for again, and not remembered.
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Lecture").await;
    stage.press(&[ENTER]).await;
    stage.find("open-locked").await;
    assert_eq!(stage.attributes("open-password", "value").await.concat(), "");
    stage.press(&[ESCAPE]).await;
    stage.gone("open-dialog").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_one_is_is_typed_and_no_colleague_pays_for_it() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.find("unlock-officer").await;
    let value = async || stage.attributes("unlock-officer", "data-value").await;
    let tried = || tried(&stage.vault());

    // Two begin so: neither is meant, and Enter tries nothing.
    stage.press(&['m', ENTER]).await;
    assert_eq!(stage.attributes("unlock-officer-option-modele", "role").await, ["option"]);
    assert_eq!(
        stage.attributes("unlock-officer-option-fictief", "role").await,
        [""; 0],
        "what does not fit is not shown"
    );
    assert_eq!((value().await, stage.focus().await), (vec![String::new()], json!("unlock-officer")));

    // Nobody is called so, and going on to the passphrase settles on nobody.
    stage.fill("unlock-officer", "martin").await;
    stage.find("unlock-nobody").await;
    stage.press(&[TAB]).await;
    stage.fill("unlock-passphrase", "exercise").await;
    stage.press(&[ENTER]).await;
    assert_eq!((value().await, stage.focus().await), (vec![String::new()], json!("unlock-officer")));
    assert_eq!(tried(), BTreeSet::new(), "nobody was tried");

    // A beginning that only one has; Enter goes on to the passphrase.
    stage.fill("unlock-officer", "mus").await;
    stage.press(&[ENTER]).await;
    assert_eq!((value().await, stage.focus().await), (vec!["muster".to_owned()], json!("unlock-passphrase")));
    assert_eq!(tried(), BTreeSet::new(), "Enter in the field of the name tries nothing");
    stage.fill("unlock-passphrase", "wrong").await;
    stage.press(&[ENTER]).await;
    stage.find("unlock-problem").await;
    assert_eq!(tried(), BTreeSet::from(["muster".to_owned()]));
    assert_eq!(stage.focus().await, json!("unlock-passphrase"), "to try again");

    // With the arrows, then by the whole name.
    stage.fill("unlock-officer", "m").await;
    stage.press(&[DOWN, ENTER]).await;
    assert_eq!((value().await, stage.focus().await), (vec!["modele".to_owned()], json!("unlock-passphrase")));
    stage.fill("unlock-officer", "Fictief").await;
    stage.press(&[TAB]).await;
    assert_eq!((value().await, stage.focus().await), (vec!["fictief".to_owned()], json!("unlock-passphrase")));
    // A colleague clicks on the name that stands there, and types over it.
    stage.click("unlock-officer").await;
    stage.press(&['m', 'u', 's', ENTER]).await;
    assert_eq!((value().await, stage.focus().await), (vec!["muster".to_owned()], json!("unlock-passphrase")));
    stage.fill("unlock-officer", "Fictief").await;
    stage.press(&[TAB]).await;
    stage.fill("unlock-passphrase", "exercise").await;
    stage.press(&[ENTER]).await;
    stage.find("frame").await;
    assert!(stage.text("session-officer").await.contains("fictief"));
    assert_eq!(tried(), BTreeSet::from(["muster".to_owned()]), "one try, of the one whose passphrase was wrong");
}

/// Officers against whom a wrong passphrase is noted.
fn tried(vault: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(vault.join("identities"))
        .expect("the folder is listed")
        .map(|file| file.expect("the entry of the folder is read").file_name());
    files.filter_map(|name| Some(name.to_str()?.strip_suffix(".tries")?.trim_start_matches('.').to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_window_has_no_side_doors() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        fs::create_dir(folder.join("home")).expect("the folder is made");
        for n in 1..=12 {
            fs::write(folder.join(format!("home/zgltrace-{n:02}.txt")), format!("{n}")).expect("the file is written");
        }
        Vec::new()
    })
    .await;
    stage.unlock("modele").await;
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    // One of those of which nothing is copied.
    let secret = "return [...document.querySelectorAll('[data-testid=document-row][data-id]')]
        .find((row) => row.querySelector('[data-level=secret]'))?.dataset.id;";
    let row = stage.run(secret, &[]).await.as_str().expect("the exercise has secret documents").to_owned();
    stage.click_row(&row).await;
    reads(&stage, &row).await;

    no_menu_opens_on_a_page(&stage).await;
    no_key_loads_the_page_again_or_selects_it(&stage).await;
    what_was_copied_goes_with_the_lock(&stage).await;
    stage.unlock("modele").await;
    many_files_leave_no_name_behind(&stage).await;
    a_file_that_is_saved_leaves_no_name_behind(&stage).await;
    a_withdrawal_takes_the_pages_from_the_screen(&stage).await;
}

async fn no_menu_opens_on_a_page(stage: &Stage) {
    let before = stage.windows();
    stage.right_click_in_the_middle().await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(stage.windows(), before, "a menu opened");
    // Nor does one open when the page itself lets it.
    let let_it = "window.kept = Event.prototype.preventDefault; Event.prototype.preventDefault = () => undefined;";
    stage.run(let_it, &[]).await;
    stage.right_click_in_the_middle().await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(stage.windows(), before, "WebKit’s own menu opened");
}

async fn no_key_loads_the_page_again_or_selects_it(stage: &Stage) {
    stage.run("window.sameAsBefore = true;", &[]).await;
    for keys in [vec![F5], vec![CONTROL, 'r', '\u{e000}'], vec![CONTROL, F5, '\u{e000}']] {
        stage.press(&keys).await;
    }
    stage.run("setTimeout(() => location.reload());", &[]).await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(stage.run("return window.sameAsBefore === true;", &[]).await, json!(true), "the page was loaded again");
    stage.find("frame").await;
    stage.press(&[CONTROL, 'a', '\u{e000}']).await;
    assert_eq!(
        stage.attributes("words", "data-page").await,
        [""; 0],
        "nothing lies on the page that could be selected"
    );
    assert_eq!(stage.attributes("viewer-copy", "data-testid").await, [""; 0]);
    // What is left when nothing stops the keys: identifiers alone can be selected.
    let selected =
        stage.run("return [getSelection().toString(), document.querySelector('h1').textContent];", &[]).await;
    let [selected, title] = [&selected[0], &selected[1]].map(|text| text.as_str().expect("it is text").to_owned());
    assert!(!selected.contains(&title), "{selected}");
    stage.run("Event.prototype.preventDefault = window.kept;", &[]).await;
    stage.press(&[CONTROL, 'a', '\u{e000}']).await;
}

async fn what_was_copied_goes_with_the_lock(stage: &Stage) {
    let reference =
        "const text = [...document.querySelectorAll('.mono')].find((one) => one.textContent.startsWith('ZGL/'));
        getSelection().selectAllChildren(text); return text.textContent;";
    let reference = stage.run(reference, &[]).await.as_str().expect("it is text").to_owned();
    stage.press(&[CONTROL, 'c', '\u{e000}']).await;
    let start = Instant::now();
    while stage.copied("clipboard") != reference {
        assert!(start.elapsed() < Duration::from_secs(10), "a reference can be copied");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stage.press(&[CONTROL, 'l', '\u{e000}']).await;
    stage.find("unlock-passphrase").await;
    let start = Instant::now();
    while ["clipboard", "primary"].iter().any(|where_| !stage.copied(where_).is_empty()) {
        assert!(start.elapsed() < Duration::from_secs(5), "what was copied stays behind the lock");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// In GTK's own dialog, all twelve together.
async fn many_files_leave_no_name_behind(stage: &Stage) {
    stage.click("nav-file").await;
    opens_a_dialog(stage, "pick").await;
    stage.pick_all_of_home().await;
    let start = Instant::now();
    while stage.attributes("picked", "data-testid").await.len() < 12 {
        assert!(start.elapsed() < Duration::from_secs(20), "twelve files are picked");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    the_desktop_remembers_nothing(stage).await;
}

/// In GTK's own dialog for a new file, which enters its name as well.
async fn a_file_that_is_saved_leaves_no_name_behind(stage: &Stage) {
    stage.click("nav-log").await;
    opens_a_dialog(stage, "log-export").await;
    stage.save_as("zgltrace-saved.csv").await;
    let saved = stage.folder().join("home/zgltrace-saved.csv");
    let start = Instant::now();
    while !saved.exists() {
        assert!(start.elapsed() < Duration::from_secs(20), "the log is written where it was named");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    the_desktop_remembers_nothing(stage).await;
}

async fn opens_a_dialog(stage: &Stage, by: &str) {
    let before = stage.windows();
    stage.click(by).await;
    let start = Instant::now();
    while stage.windows() == before {
        assert!(start.elapsed() < Duration::from_secs(20), "the dialog opens");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn the_desktop_remembers_nothing(stage: &Stage) {
    // GTK has written its list by then, more than once.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let list = fs::read_to_string(stage.folder().join("home/.local/share/recently-used.xbel")).unwrap_or_default();
    assert!(!list.contains("zgltrace"), "the desktop remembers: {list}");
}

async fn a_withdrawal_takes_the_pages_from_the_screen(stage: &Stage) {
    let secret: Value =
        serde_json::from_str(&zegelctl(&stage.vault(), "modele", &["doc", "list", "--level", "SECRET"]))
            .expect("it is JSON");
    let id = secret["documents"][0]["id"].as_str().expect("the exercise has secret documents");
    stage.click("nav-documents").await;
    stage.click_row(id).await;
    reads(stage, id).await;
    let page = stage.run("return document.querySelector('[data-testid=page] img').src;", &[]).await;
    assert_eq!(answer(stage, &page, 320).await, json!("shown"));
    let why = ["--policy", "BEL", "--why", "Enquête en cours"];
    zegelctl(&stage.vault(), "voorbeeld", &[&["clearance", "withdraw", "modele"][..], &why].concat());
    stage.wait("[data-testid=\"denied\"][data-taken=\"true\"]").await;
    let codes = stage.attributes("reason", "data-code").await;
    assert!(codes.iter().any(|code| code.starts_with("clearance")), "{codes:?}");
    assert_eq!(stage.attributes("page", "data-page").await, [""; 0], "no page is left");
    assert_eq!(answer(stage, &page, 384).await, json!("refused"), "nor is one given any more");
    stage.click("denied-back").await;
    stage.find("documents").await;
}

/// What becomes of a page that is asked for in another width: the same one, WebKit would not ask for again.
async fn answer(stage: &Stage, page: &Value, width: u32) -> Value {
    let script = "const [url, width, done] = arguments; const image = new Image();
        image.onload = () => done('shown'); image.onerror = () => done('refused');
        image.src = url.replace(/w=\\d+/, `w=${width}`);";
    stage.window.execute_async(script, vec![page.clone(), json!(width)]).await.expect("the script runs")
}
