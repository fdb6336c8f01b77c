//! A real window to play in: an X server without a screen, WebKit's driver, the program, an exercise vault.

mod exercise;
mod pictures;
mod processes;

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

pub use self::exercise::{agree, exercise, filed, program, zegelctl};
pub use self::pictures::Look;
use self::pictures::pictured;
use self::processes::{about, ancestors, cpu_ticks, processes};
pub use self::processes::{cost_of_waking, on};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);
/// How soon the page is looked at again: what a journey waits for is mostly there within this.
const AGAIN: Duration = Duration::from_millis(25);

/// The size of the window.
pub const USUAL: (u32, u32) = (1440, 900);
/// The smallest that the program allows.
pub const SMALLEST: (u32, u32) = (900, 600);

/// Of one core, in percent: more is not rest.
pub const REST: f64 = 3.0;

/// What a program takes while nobody does anything.
#[derive(Clone, Copy, Debug)]
pub struct AtRest {
    /// Of one core.
    pub percent: f64,
    /// How often a second its threads are given a processor. It does not depend on how quick the machine is.
    pub wakes: f64,
}
/// In this time a session has done all that it does by itself at least once: it looks every two seconds whether there is something.
const ROUND: Duration = Duration::from_secs(5);

/// Everything that is started for one journey, ended when it is dropped.
pub struct Stage {
    pub window: Client,
    folder: Folder,
    /// The vault that it was opened on.
    place: PathBuf,
    /// The number of its X server.
    number: u32,
    /// In this order: the driver ends the program, then the server may go.
    _driver: Ended,
    _display: Ended,
}

/// The folder of a journey: its own, or that of a journey with several windows.
enum Folder {
    Own(TempDir),
    Of(PathBuf),
}

/// A process that ends with its owner.
pub struct Ended(pub Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Stage {
    /// Makes an exercise vault and opens the program on it. `prepare` may look for what it needs in the vault, and
    /// gives what else is to be in the program's environment.
    pub async fn set(prepare: impl FnOnce(&Path, &Path) -> Vec<(&'static str, String)>) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the journey");
        let vault = folder.path().join("Exercice d’été");
        exercise(&vault);
        let environment = prepare(&vault, folder.path());
        let binary = Path::new(env!("CARGO_BIN_EXE_zegel"));
        Self::open(Folder::Own(folder), binary, Some(vault), "home", environment).await
    }

    /// One more window of a journey, as of another workstation: on this vault, or on none. `home` names a folder of its own.
    pub async fn beside(
        folder: &Path,
        vault: Option<&Path>,
        home: &str,
        environment: Vec<(&'static str, String)>,
    ) -> Self {
        let binary = Path::new(env!("CARGO_BIN_EXE_zegel"));
        Self::open(Folder::Of(folder.to_owned()), binary, vault.map(Path::to_owned), home, environment).await
    }

    /// As [`Self::beside`], of a program that lies elsewhere: with other programs next to it.
    pub async fn of(binary: &Path, folder: &Path, vault: &Path, environment: Vec<(&'static str, String)>) -> Self {
        Self::open(Folder::Of(folder.to_owned()), binary, Some(vault.to_owned()), "home", environment).await
    }

    async fn open(
        folder: Folder,
        binary: &Path,
        vault: Option<PathBuf>,
        home: &str,
        environment: Vec<(&'static str, String)>,
    ) -> Self {
        let (display, number) = start_display();
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let runtime = folder.path().join(format!("{home} run"));
        let home = folder.path().join(home);
        for path in [&home, &runtime] {
            std::fs::create_dir_all(path).expect("a folder of the journey");
        }
        let driver = Command::new("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("DISPLAY", format!(":{number}"))
            .env("HOME", &home)
            .env("XDG_STATE_HOME", home.join(".state"))
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            .env("GIO_USE_VFS", "local")
            .env("GSETTINGS_BACKEND", "memory")
            .env("LANG", "C.UTF-8")
            .env("LANGUAGE", "fr")
            .envs([testkit::LITTLE_WORK])
            .envs(pictured().then_some(("WEBKIT_DISABLE_COMPOSITING_MODE", "0")))
            .envs(environment)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed");
        let driver = Ended(driver);
        let window = connect(port, binary, vault.as_deref()).await;
        window.set_window_size(USUAL.0, USUAL.1).await.expect("the window has a size");
        let place = vault.unwrap_or_default();
        Self { window, folder, place, number, _driver: driver, _display: display }
    }

    /// The vault that the program is on.
    pub fn vault(&self) -> PathBuf {
        self.place.clone()
    }

    /// The process of the program's own, the trusted one.
    pub fn host(&self) -> u32 {
        on(&self.vault()).expect("the program runs")
    }

    /// Processes of a name that the program started, or that were started by those.
    pub fn below_host(&self, name: &str) -> Vec<u32> {
        let host = self.host();
        let all = processes();
        let named = all.iter().filter(|pid| about(**pid, "comm").trim_end() == name);
        named.filter(|pid| ancestors(**pid).contains(&host)).copied().collect()
    }

    /// Ends the process that runs the page, as a fault in WebKit would.
    pub fn kill_page(&self) {
        let pages = self.below_host("WebKitWebProces");
        assert!(!pages.is_empty(), "a process runs the page");
        for page in pages {
            assert!(Command::new("kill").args(["-KILL", &page.to_string()]).status().expect("kill runs").success());
        }
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.window.execute(script, arguments.to_vec()).await.expect("the page answers")
    }

    /// Waits until a script answers so.
    pub async fn until(&self, script: &str, wanted: &Value, why: &str) {
        let start = Instant::now();
        loop {
            let answer = self.run(script, &[]).await;
            if answer == *wanted {
                return;
            }
            assert!(start.elapsed() < PATIENCE / 2, "{why}: {answer}, not {wanted}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The test id of what has the focus.
    pub async fn focus(&self) -> Value {
        self.run("return document.activeElement.dataset.testid ?? null;", &[]).await
    }

    /// How many signs turn, to say that something is under way.
    pub async fn turning(&self) -> u64 {
        let script = "return document.getAnimations().filter((one) => one.playState === 'running').length;";
        self.run(script, &[]).await.as_u64().expect("a number")
    }

    /// What the program and all that it started take while nobody does anything; once what was begun is done, which may take its
    /// time on a busy machine. What turns for ever is never done.
    pub async fn at_rest(&self, during: Duration) -> AtRest {
        let start = Instant::now();
        while self.taken(ROUND).await.percent >= REST && start.elapsed() < Duration::from_secs(20) {}
        self.taken(during).await
    }

    async fn taken(&self, during: Duration) -> AtRest {
        let (ticks, wakes, start) = (cpu_ticks(self.host()), processes::wakes(self.host()), Instant::now());
        tokio::time::sleep(during).await;
        let ticks = cpu_ticks(self.host()).saturating_sub(ticks);
        let wakes = processes::wakes(self.host()).saturating_sub(wakes);
        let a_second =
            |many: u64| f64::from(u32::try_from(many).expect("a short while")) / start.elapsed().as_secs_f64();
        // A tick is a hundredth of a second.
        AtRest { percent: a_second(ticks), wakes: a_second(wakes) }
    }

    /// Clicks on the row of a document in the register.
    pub async fn click_row(&self, id: &str) {
        self.take_at(&format!("//*[@data-testid='document-row'][@data-id='{id}']")).await;
    }

    /// In French, unlocked by this officer, with this document chosen in the register; gives its row.
    pub async fn at_document(&self, officer: &str, id: &str) -> String {
        self.language("fr").await;
        self.unlock(officer).await;
        let row = format!("[data-testid=\"document-row\"][data-id=\"{id}\"]");
        self.click_at(&row).await;
        self.chosen(id).await;
        row
    }

    /// In French, unlocked by this officer, with the register there.
    pub async fn at_register(&self, officer: &str) {
        self.language("fr").await;
        self.unlock(officer).await;
        self.wait("[data-testid=\"document-row\"][data-id]").await;
    }

    /// What the system needs and keeps, next to the clearances.
    pub async fn at_system(&self) {
        self.click("nav-clearances").await;
        self.click("clearances-tab-system").await;
    }

    /// Begins to file what a person picks: in a journey, what was said beforehand.
    pub async fn pick_files(&self) {
        self.click("nav-file").await;
        self.click("pick").await;
        self.find("picked").await;
    }

    /// Opens the document that is chosen, and waits for its first page.
    pub async fn open_chosen(&self, purpose: &str) {
        self.click("detail-open").await;
        self.fill("open-purpose", purpose).await;
        self.click("open-submit").await;
        self.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    }

    /// Waits until the panel next to the register shows a document.
    pub async fn chosen(&self, id: &str) {
        self.wait(&format!("[data-testid=\"detail\"][data-id=\"{id}\"]")).await;
    }

    /// As a hand at the mouse and the keyboard, past the driver.
    fn hand(&self, doing: &[&str]) -> String {
        let done = Command::new("xdotool").args(doing).env("DISPLAY", format!(":{}", self.number)).output();
        String::from_utf8_lossy(&done.expect("xdotool is installed").stdout).into_owned()
    }

    /// All windows that can be seen, menus and dialogs among them.
    pub fn windows(&self) -> usize {
        self.hand(&["search", "--onlyvisible", "--maxdepth", "1", "--name", ""]).lines().count()
    }

    pub async fn right_click_in_the_middle(&self) {
        let (x, y) = (USUAL.0 / 2, USUAL.1 / 2);
        self.hand(&["mousemove", &x.to_string(), &y.to_string(), "click", "3"]);
    }

    /// Presses the mouse at one place of the window, and lets it go at another: CSS pixels from its corner.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let [x, y, to_x, to_y] = [from.0, from.1, to.0, to.1].map(|at| at.to_string());
        self.hand(&["mousemove", &x, &y]);
        // The page sees that the pointer came.
        tokio::time::sleep(Duration::from_millis(400)).await;
        self.hand(&["mousedown", "1", "mousemove", "--sync", &to_x, &to_y, "mouseup", "1"]);
    }

    /// What another program would be given to paste.
    pub fn copied(&self, selection: &str) -> String {
        let asked = Command::new("xclip")
            .args(["-out", "-selection", selection])
            .env("DISPLAY", format!(":{}", self.number))
            .stderr(Stdio::null())
            .output();
        String::from_utf8_lossy(&asked.expect("xclip is installed").stdout).into_owned()
    }

    /// In the dialog for files that is open: all files of the home folder.
    pub async fn pick_all_of_home(&self) {
        self.in_dialog(&[&["key", "alt+Home"], &["key", "ctrl+a"], &["key", "Return"]]).await;
    }

    /// In the dialog for a new file that is open: one of this name, in the folder where it begins.
    pub async fn save_as(&self, name: &str) {
        self.in_dialog(&[&["key", "ctrl+a"], &["type", name], &["key", "Return"]]).await;
    }

    async fn in_dialog(&self, done: &[&[&str]]) {
        let names = self.hand(&["search", "--onlyvisible", "--name", "."]);
        let dialog = names.lines().rfind(|window| !self.hand(&["getwindowname", window]).starts_with("Zegel"));
        // Without a window manager nobody gives the dialog the keyboard.
        self.hand(&["windowfocus", dialog.expect("the dialog has a title")]);
        for done in done {
            tokio::time::sleep(Duration::from_millis(800)).await;
            self.hand(done);
        }
    }

    /// The folder of this journey; the program's home is `home` in it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Waits for something by its test id.
    pub async fn find(&self, id: &str) -> Element {
        self.wait(&named(id)).await
    }

    /// Waits for something by a CSS selector.
    pub async fn wait(&self, css: &str) -> Element {
        match self.window.wait().at_most(PATIENCE).every(AGAIN).for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => {
                let kept = self.seen().await;
                panic!("`{css}` does not appear ({error}); what was on the screen is in {}", kept.display());
            }
        }
    }

    /// Keeps what is on the screen, for the person who looks for what went wrong.
    async fn seen(&self) -> PathBuf {
        let seen = tokio::time::timeout(Duration::from_secs(5), self.window.screenshot()).await;
        let seen = seen.map(Result::unwrap_or_default).unwrap_or_default();
        // Not among what a journey leaves behind, which goes with it.
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zegel-journey-lost.png");
        let _ = std::fs::write(&kept, seen);
        kept
    }

    /// Waits until something is gone.
    pub async fn gone(&self, id: &str) {
        let css = named(id);
        let start = std::time::Instant::now();
        // What goes away while it is being listed is an error of the driver: it is looked for again.
        while self.window.find_all(Locator::Css(&css)).await.map_or(true, |found| !found.is_empty()) {
            if start.elapsed() > PATIENCE {
                let kept = self.seen().await;
                panic!("`{id}` does not go away; what is on the screen is in {}", kept.display());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks on something, once it is there and stays there. What cannot be pressed yet is waited for a moment, as a person does,
    /// and pressed then all the same.
    pub async fn click(&self, id: &str) {
        let start = std::time::Instant::now();
        loop {
            let element = self.find(id).await;
            self.steady(id).await;
            let off = element.attr("aria-disabled").await.is_ok_and(|off| off.as_deref() == Some("true"));
            if off && start.elapsed() < PATIENCE / 8 {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
            // What grew above it at that moment took the click of a box: it is ticked again, as a person does who looks.
            let unticked = !off && self.attributes(id, "aria-checked").await == ["false"];
            match element.click().await {
                Ok(()) if unticked && start.elapsed() < PATIENCE && !self.is_ticked(id).await => {}
                Ok(()) => return,
                // The page put another in its place meanwhile.
                Err(error) if start.elapsed() > PATIENCE => panic!("`{id}` cannot be clicked: {error}"),
                Err(_) => {
                    // It lies under what stays in its place while a long screen is scrolled.
                    let seen = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.scrollIntoView({ block: 'center' })";
                    if start.elapsed() > PATIENCE / 4 {
                        self.run(seen, &[Value::from(id)]).await;
                    }
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }

    /// Whether a box that was clicked on is ticked, or gone, within two seconds.
    async fn is_ticked(&self, id: &str) -> bool {
        let start = std::time::Instant::now();
        while self.attributes(id, "aria-checked").await == ["false"] {
            if start.elapsed() > Duration::from_secs(2) {
                return false;
            }
            tokio::time::sleep(AGAIN).await;
        }
        true
    }

    /// As [`Self::click`], on what ends the window: with it goes the answer.
    pub async fn leave(&self, id: &str) {
        let element = self.find(id).await;
        self.settle().await;
        let _ = element.click().await;
    }

    /// Does something with what a selector finds. When the page put another in its place meanwhile, with that.
    async fn with<T, Done>(&self, css: &str, act: impl Fn(Element) -> Done) -> T
    where
        Done: Future<Output = Result<T, CmdError>>,
    {
        let start = std::time::Instant::now();
        loop {
            match act(self.wait(css).await).await {
                Ok(done) => return done,
                Err(error) if start.elapsed() > PATIENCE => panic!("`{css}` does not stay: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// As [`Self::click`], by a CSS selector.
    pub async fn click_at(&self, css: &str) {
        self.with(css, |found| async move { found.click().await }).await;
    }

    /// Types into a field, in place of what is in it. WebDriver's `clear` goes past the page's own handlers.
    pub async fn fill(&self, id: &str, text: &str) {
        let all: String =
            [char::from(Key::Control), 'a', char::from(Key::Null), char::from(Key::Backspace)].iter().collect();
        self.with(&named(id), |field| {
            let all = all.clone();
            async move {
                field.send_keys(&all).await?;
                field.send_keys(&typed(text)).await
            }
        })
        .await;
    }

    /// Types into a field, behind what is in it.
    pub async fn enter(&self, id: &str, text: &str) {
        self.with(&named(id), |field| async move { field.send_keys(&typed(text)).await }).await;
    }

    pub async fn press(&self, keys: &[char]) {
        let keys: String = keys.iter().collect();
        let body = self.window.active_element().await.expect("something has the focus");
        body.send_keys(&keys).await.expect("the page takes keys");
    }

    /// Opens a list and takes one of it.
    pub async fn choose(&self, list: &str, value: &str) {
        let option = self.open_list(list, value).await;
        self.click(&option).await;
    }

    /// Opens a list, and gives the test id of one of it.
    pub async fn open_list(&self, list: &str, value: &str) -> String {
        let option = format!("{list}-option-{value}");
        let start = std::time::Instant::now();
        loop {
            self.click(list).await;
            // A click that came while the page drew the list again opened nothing, or closed it.
            let option_there = self.window.wait().at_most(PATIENCE / 8).every(AGAIN);
            let shown = option_there.for_element(Locator::Css(&named(&option))).await;
            if shown.is_ok() || start.elapsed() > PATIENCE {
                return option;
            }
        }
    }

    pub async fn text(&self, id: &str) -> String {
        self.text_at(&named(id)).await
    }

    /// As [`Self::text`], by a CSS selector.
    pub async fn text_at(&self, css: &str) -> String {
        self.with(css, |found| async move { found.text().await }).await
    }

    /// The values of an attribute of all that have a test id.
    pub async fn attributes(&self, id: &str, name: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`)]
            .map((found) => found.getAttribute(arguments[1])).filter((value) => value !== null);";
        let found = self.window.execute(script, vec![json!(id), json!(name)]).await.expect("the page answers");
        serde_json::from_value(found).expect("attributes are text")
    }

    /// Officer and passphrase, as a person types them; whether that is enough shows then.
    pub async fn enter_as(&self, officer: &str, passphrase: &str) {
        self.fill("unlock-officer", officer).await;
        self.press(&[char::from(Key::Enter)]).await;
        self.fill("unlock-passphrase", passphrase).await;
        self.click("unlock-submit").await;
    }

    /// An officer of the exercise comes to the window.
    pub async fn come_in(&self, officer: &str) {
        self.enter_as(officer, "exercise").await;
        self.find("frame").await;
        let shown = self.text("session-officer").await;
        assert!(shown.contains(officer), "{officer} is at the window, not {shown}");
        let told = self.attributes("toast", "data-testid").await;
        assert!(told.is_empty(), "{officer} reads what was said to the officer before");
    }

    /// As [`Self::come_in`], and puts away what greets the officer.
    pub async fn unlock(&self, officer: &str) {
        self.come_in(officer).await;
        if !self.attributes("welcome-close", "data-testid").await.is_empty() {
            self.click("welcome-close").await;
        }
    }

    pub async fn lock(&self) {
        self.click("lock").await;
        self.find("unlock-passphrase").await;
    }

    pub async fn language(&self, lang: &str) {
        self.click(&format!("language-{lang}")).await;
    }

    /// Changes the language of an unlocked window.
    pub async fn speak(&self, lang: &str) {
        self.click("settings").await;
        self.language(lang).await;
        self.press(&[char::from(Key::Escape)]).await;
        self.gone(&format!("language-{lang}")).await;
    }

    /// Scrolls until something stands at the top.
    pub async fn show(&self, id: &str) {
        self.find(id).await;
        let script = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).scrollIntoView({ block: 'start' });";
        self.window.execute(script, vec![json!(id)]).await.expect("the page scrolls");
    }

    /// Ticks the document of a title in the register.
    pub async fn tick(&self, title: &str) {
        self.take_at(&format!("{}//*[@data-testid='document-tick']", row("document-row", title))).await;
    }

    /// Chooses the row of a title in a list.
    pub async fn take(&self, list: &str, title: &str) {
        self.take_at(&row(list, title)).await;
    }

    /// Takes a file off those that are to be filed.
    pub async fn remove_picked(&self, name: &str) {
        let file = format!("//*[@data-testid='picked'][.//*[@title='{name}']]");
        self.take_at(&format!("{file}//*[@data-testid='picked-remove']")).await;
    }

    async fn take_at(&self, path: &str) {
        let start = std::time::Instant::now();
        loop {
            let found = self.window.wait().at_most(PATIENCE).every(AGAIN).for_element(Locator::XPath(path)).await;
            self.settle().await;
            match found.unwrap_or_else(|error| panic!("`{path}` does not appear: {error}")).click().await {
                Ok(()) => return,
                // The list was drawn again meanwhile.
                Err(error) if start.elapsed() > PATIENCE => panic!("`{path}` cannot be clicked: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Waits until a list has no row of a title any more.
    pub async fn is_not_listed(&self, list: &str, title: &str) {
        let start = std::time::Instant::now();
        let path = row(list, title);
        while self.window.find_all(Locator::XPath(&path)).await.map_or(true, |found| !found.is_empty()) {
            assert!(start.elapsed() < PATIENCE, "`{title}` is still listed");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until something is where it was a frame ago, twice; a second at most. A click on what still moves meets something else.
    async fn steady(&self, id: &str) {
        let script = "const [id, done] = arguments; let last = '', same = 0, frames = 0;
            const look = () => {
                const { x, y, width, height } = document.querySelector(`[data-testid=\"${id}\"]`)?.getBoundingClientRect() ?? {};
                const now = [x, y, width, height].join();
                same = now === last ? same + 1 : 0;
                last = now;
                if (same >= 2 || ++frames > 60) done(true); else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);";
        let _ = self.window.execute_async(script, vec![json!(id)]).await;
    }

    /// Gives the window a size, in pixels.
    pub async fn sized(&self, (wide, high): (u32, u32)) {
        self.window.set_window_size(wide, high).await.expect("the window has a size");
        self.settle().await;
    }

    /// Two frames, so that what was just changed is where it will stay.
    pub async fn settle(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        let _ = self.window.execute_async(script, Vec::new()).await;
    }
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Of(folder) => folder,
        }
    }
}

/// The selector of a test id.
fn named(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}

/// A text as keys: the driver passes over a line feed, a person presses Enter.
fn typed(text: &str) -> String {
    text.replace('\n', &char::from(Key::Enter).to_string())
}

/// Where the row of a title stands in a list.
fn row(list: &str, title: &str) -> String {
    format!("//*[@data-testid='{list}'][.//*[@title=\"{title}\"]]")
}

/// An X server without a screen, and its number.
fn start_display() -> (Ended, u32) {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-dpi", "96"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed");
    let mut number = String::new();
    BufReader::new(server.stdout.take().expect("its output is piped"))
        .read_line(&mut number)
        .expect("Xvfb says its number");
    let number = number.trim().parse().expect("Xvfb says a number");
    (Ended(server), number)
}

/// Has the driver start the program. The driver needs a moment before it listens.
async fn connect(port: u16, binary: &Path, vault: Option<&Path>) -> Client {
    let options = json!({ "binary": binary, "args": vault.as_slice() });
    let capabilities = json!({ "webkitgtk:browserOptions": options });
    let capabilities = capabilities.as_object().expect("an object").clone();
    let address = format!("http://127.0.0.1:{port}");
    let start = std::time::Instant::now();
    loop {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        match builder.capabilities(capabilities.clone()).connect(&address).await {
            Ok(client) => return client,
            Err(error) if start.elapsed() > PATIENCE => panic!("the program does not open its window: {error:?}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}
