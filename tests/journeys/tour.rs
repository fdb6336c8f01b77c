//! The smaller things: lists in order, panes with edges, what waits, what the workstation remembers, a new officer.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::ALONE;
use super::stage::{Stage, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_sorted_a_pane_made_wider_and_both_are_remembered() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.at_register("modele").await;
    stage.click("sort-title").await;
    stage.wait("[role=\"columnheader\"][aria-sort=\"ascending\"]").await;
    let asked = zegelctl(&stage.vault(), "modele", &["doc", "list", "--sort", "title", "--limit", "3"]);
    let asked: Value = serde_json::from_str(&asked).expect("zegelctl answers in JSON");
    let wanted: Vec<&str> =
        asked["documents"].as_array().expect("a list").iter().map(|d| d["id"].as_str().expect("a text")).collect();
    stage.wait(&format!("[aria-rowindex=\"2\"][data-id=\"{}\"]", wanted[0])).await;
    assert_eq!(stage.attributes("document-row", "data-id").await[..3], wanted[..], "as zegelctl has them");

    // The list has all the width until something is chosen.
    assert!(stage.attributes("splitter-document", "aria-valuenow").await.is_empty());
    stage.click_row(wanted[0]).await;
    stage.chosen(wanted[0]).await;
    let width = |values: Vec<String>| values[0].parse::<i64>().expect("a width in pixels");
    let before = width(stage.attributes("splitter-document", "aria-valuenow").await);
    let edge = stage.find("splitter-document").await;
    edge.send_keys(&char::from(Key::Left).to_string()).await.expect("the edge takes keys");
    stage.wait(&format!("[data-testid=\"splitter-document\"][aria-valuenow=\"{}\"]", before + 16)).await;

    stage.click("nav-dossiers").await;
    stage.fill("dossiers-search", "ardennes-26").await;
    stage
        .wait("[data-testid=\"dossier-row\"][data-id=\"ARDENNES-26\"]")
        .await
        .click()
        .await
        .expect("it can be clicked");
    stage.wait("[data-testid=\"dossier-card\"][data-id=\"ARDENNES-26\"]").await;
    stage.fill("dossiers-search", "nulle part").await;
    stage.find("dossiers-none").await;
    stage.find("waits-calendar").await;
    stage.speak("nl").await;
    stage.lock().await;

    let kept = std::fs::read_to_string(stage.folder().join("home/.config/zegel/window.toml")).expect("it remembers");
    for word in ["language = \"nl\"", "\"modele\"", "title", &(before + 16).to_string()] {
        assert!(kept.contains(word), "{word} in {kept}");
    }
    assert!(!kept.contains("ARDENNES") && !kept.contains("ardennes"), "nothing of what was looked at: {kept}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_officer_makes_his_own_keys_and_reads_whom_to_ask() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        let first = folder.join("first");
        std::fs::write(&first, "exercise\n").expect("the file is written");
        std::fs::set_permissions(&first, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("its mode is set");
        let first = first.to_str().expect("the path is UTF-8");
        let add = ["officer", "add", "nieuw", "--full-name", "Nele Nieuw", "--nationality", "BEL", "--role", "reader"];
        zegelctl(vault, "voorbeeld", &[&add[..], &["--initial-passphrase-file", first]].concat());
        Vec::new()
    })
    .await;
    stage.language("fr").await;
    stage.fill("unlock-officer", "nieuw").await;
    stage.press(&[char::from(Key::Enter)]).await;
    stage.fill("unlock-passphrase", "exercise").await;
    stage.click("unlock-submit").await;
    stage.find("own-keys").await;
    stage.picture("own-keys").await;
    stage.fill("passphrase-next", "quatre mots sans lien").await;
    stage.fill("passphrase-again", "quatre mots sans lien").await;
    stage.click("passphrase-save").await;
    stage.gone("own-keys").await;
    stage.find("frame").await;
    for what in ["clearance", "briefing", "need-to-know"] {
        let said = stage.text(&format!("missing-{what}")).await;
        assert!(said.contains("voorbeeld"), "{said}");
    }
    stage.lock().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_large_letters_in_a_low_window_lists_have_rows_and_lock_is_at_hand() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| vec![("GDK_DPI_SCALE", "1.5".to_owned())]).await;
    stage.window.set_window_size(1024, 640).await.expect("the window has a size");
    stage.enter("unlock-officer", "modele").await;
    stage.press(&[char::from(Key::Enter)]).await;
    stage.enter("unlock-passphrase", "exercise").await;
    stage.press(&[char::from(Key::Enter)]).await;
    stage.find("frame").await;
    // The greeting stays, also when a document is chosen: the list would move under the pointer. It takes its part of the room.
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    stage.run("document.querySelector('[data-testid=\"document-row\"][data-id]').click();", &[]).await;
    stage.wait("[data-testid=\"detail\"][data-id]").await;
    stage.find("welcome").await;
    stage.press(&[char::from(Key::Escape)]).await;
    for (screen, grid) in [("documents", "documents-grid"), ("calendar", "due-grid"), ("log", "log-grid")] {
        // The driver misses what is scaled.
        let go = "document.querySelector(`[data-testid=\"nav-${arguments[0]}\"]`).click();";
        stage.run(go, &[json!(screen)]).await;
        stage.find(grid).await;
        let room = "const at = (id) => document.querySelector(`[data-testid=\"${id}\"]`).getBoundingClientRect();
            return [at(arguments[0]).height, innerHeight - at('lock').bottom, innerHeight];";
        let room = stage.run(room, &[json!(grid)]).await;
        let [list, below_lock, window] = [0, 1, 2].map(|n| room[n].as_f64().expect("a number of pixels"));
        assert!(window < 430.0, "the letters are large: {window}");
        assert!(list > 130.0, "{screen}: the list has room for its heading and three rows, not {list}");
        assert!(below_lock > 0.0, "{screen}: Lock is in the window");
    }
    // The filing form: all of it can be reached, and its button stands in the window or is scrolled to.
    stage.run("document.querySelector('[data-testid=\"nav-file\"]').click();", &[]).await;
    stage.find("file-submit").await;
    stage.settle().await;
    let lost = stage.run(OUT_OF_REACH, &[]).await;
    assert_eq!(lost.as_array().map(Vec::len), Some(0), "the filing form: {lost}");
    let seen = "const e = document.querySelector('[data-testid=\"file-submit\"]');
        e.scrollIntoView({ block: 'nearest' });
        const at = e.getBoundingClientRect();
        return [at.top, innerHeight - at.bottom, innerHeight
            - document.querySelector('[data-testid=\"lock\"]').getBoundingClientRect().bottom];";
    for edge in stage.run(seen, &[]).await.as_array().expect("three numbers") {
        let room = edge.as_f64().expect("a number of pixels");
        assert!(room >= 0.0, "the button that files and Lock are in the window: {room}");
    }
}

/// What on the screen lies below it, or next to it, and in nothing that scrolls there.
const OUT_OF_REACH: &str = "const main = document.querySelector('main'), edge = main.getBoundingClientRect();
    const leads = (e, below) => {
        for (let a = e.parentElement; a && a !== main.parentElement; a = a.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(a);
            if (['auto', 'scroll'].includes(below ? overflowY : overflowX)) return true;
            if (!below && ['hidden', 'clip'].includes(overflowX)) return true;
        }
        return false;
    };
    const parts = [...main.querySelectorAll('*')].filter((e) => e.children.length === 0);
    const lost = parts.filter((e) => {
        const { width, height, bottom, right } = e.getBoundingClientRect();
        if (!width || !height) return false;
        return (bottom > edge.bottom + 1 && !leads(e, true)) || (right > edge.right + 1 && !leads(e, false));
    });
    return lost.map((e) => (e.closest('[data-testid]') ?? e).getAttribute('data-testid') + ' ' + e.textContent);";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_small_window_everything_on_a_screen_can_be_reached_and_the_level_stays_in_sight() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.unlock("voorbeeld").await;
    stage.window.set_window_size(1024, 480).await.expect("the window has a size");
    let screens = ["documents", "file", "release", "assents", "calendar", "partners", "clearances", "dossiers", "log"];
    let reach = async |place: &str| {
        let lost = stage.run(OUT_OF_REACH, &[]).await;
        assert_eq!(lost.as_array().map(Vec::len), Some(0), "{place}: {lost}");
    };
    for screen in screens {
        stage.click(&format!("nav-{screen}")).await;
        stage.settle().await;
        reach(screen).await;
        let tabs =
            "return [...document.querySelectorAll('main [role=tab]')].flatMap((tab) => tab.dataset.testid ?? []);";
        let tabs: Vec<String> = serde_json::from_value(stage.run(tabs, &[]).await).expect("the tabs have names");
        for tab in tabs {
            stage.click(&tab).await;
            if tab == "clearances-tab-system" {
                stage.find("authorities").await;
            }
            stage.settle().await;
            reach(&tab).await;
        }
    }
    stage.at_system().await;
    stage.show("authorities").await;
    let top = "return document.querySelector('[data-testid=\"session-banner\"]').getBoundingClientRect().top;";
    let top = stage.run(top, &[]).await.as_f64().expect("a number of pixels");
    assert!(top >= 0.0, "the level stands above the screen, not at {top}");
}
