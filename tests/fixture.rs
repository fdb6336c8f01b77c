//! The program on Tauri's mock runtime, with a vault of its own and a person who answers dialogs.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::Utc;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, Channel, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use vault::{Clock, NewVault, OfficerId, Passphrase, Vault, WorkFactor};
use zegel_app::dialogs::{Dialogs, Picking};
use zegel_app::shell::Shell;

/// Everybody's, in tests.
pub const PASSPHRASE: &str = "a passphrase for tests";
/// Where the program's own page comes from.
pub const OWN_PAGE: &str = "tauri://localhost";

/// A vault of its own with one officer, `anna`, and the program on it.
pub struct Fixture {
    pub folder: TempDir,
    pub shell: Shell,
    pub app: App<MockRuntime>,
    pub main: WebviewWindow<MockRuntime>,
    dialogs: Arc<Answers>,
}

/// Answers dialogs in place of a person.
#[derive(Default)]
struct Answers(Mutex<Vec<PathBuf>>);

impl Dialogs for Answers {
    fn files(&self, _: String) -> Picking<Vec<PathBuf>> {
        let paths = self.0.lock().expect("nobody panics").clone();
        Box::pin(async move { paths })
    }

    fn file(&self, title: String) -> Picking<Option<PathBuf>> {
        self.folder(title)
    }

    fn save(&self, title: String, _: &'static str) -> Picking<Option<PathBuf>> {
        self.folder(title)
    }

    fn folder(&self, _: String) -> Picking<Option<PathBuf>> {
        let paths = self.0.lock().expect("nobody panics").clone();
        Box::pin(async move { paths.into_iter().next() })
    }
}

impl Fixture {
    pub fn new() -> Self {
        Self::on(|vault| vault)
    }

    /// With the vault as `changed` gives it: one whose disk fails.
    pub fn on(changed: impl FnOnce(Vault) -> Vault) -> Self {
        Self::at(Arc::new(Utc::now), changed)
    }

    /// With a clock of its own, which may go wrong once the vault is made.
    pub fn at(clock: Arc<dyn Clock>, changed: impl FnOnce(Vault) -> Vault) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let work_factor = WorkFactor::new(2).expect("between 1 and 21");
        let new = NewVault {
            name: "Test registry".into(),
            officer: OfficerId::parse("anna").expect("of the form of an id"),
            full_name: "Anna".into(),
            nationality: "BEL".into(),
            regime: vault::Regime::Exercise,
            work_factor,
        };
        let vault_folder = folder.path().join("vault");
        Vault::init(&vault_folder, new, &Passphrase::new(PASSPHRASE.into()), Arc::clone(&clock)).expect("made");
        let vault = Vault::open(&vault_folder, clock).expect("it opens").with_work_factor(work_factor);
        let vault = changed(vault);
        let dialogs = Arc::new(Answers::default());
        let worker = PathBuf::from(env!("CARGO_BIN_EXE_zegel")).with_file_name("zegel-viewer");
        let shell = Shell::new(vault, worker, Arc::clone(&dialogs) as Arc<dyn Dialogs>, Duration::from_secs(300));
        let app =
            zegel_app::build(mock_builder(), shell.clone()).build(zegel_app::context()).expect("the window is built");
        let main = window(&app, "main");
        Self { folder, shell, app, main, dialogs }
    }

    pub fn unlocked() -> Self {
        let fixture = Self::new();
        fixture.unlock("anna");
        fixture
    }

    /// Another officer comes to the window; the person who was there goes.
    pub fn unlock(&self, officer: &str) -> Value {
        self.answer("unlock", json!({ "officer": officer, "passphrase": PASSPHRASE }))
    }

    /// Lets somebody in who made his keys himself, under everybody's passphrase; by the officer at the window.
    pub fn admit(&self, officer: &str, full_name: &str, roles: &[&str]) {
        let (id, passphrase) =
            (OfficerId::parse(officer).expect("of the form of an id"), Passphrase::new(PASSPHRASE.into()));
        let (request, _) = self.shell.vault().request_identity(&id, full_name, "BEL", &passphrase).expect("made");
        self.answer("admit_officer", json!({ "request": request, "roles": roles }));
    }

    /// What a person will pick in the next dialogs.
    pub fn will_pick(&self, paths: Vec<PathBuf>) {
        *self.dialogs.0.lock().expect("nobody panics") = paths;
    }

    /// The answer of a command that does not fail.
    pub fn answer(&self, command: &str, arguments: Value) -> Value {
        self.call(command, arguments).unwrap_or_else(|problem| panic!("{command}: {problem}"))
    }

    pub fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        call(&self.main, OWN_PAGE, command, arguments)
    }

    /// What the shell tells a page from now on.
    pub fn events(&self) -> Arc<Mutex<Vec<Value>>> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        self.shell.listen(Channel::new(move |body| {
            if let InvokeResponseBody::Json(text) = body {
                ear.lock().expect("nobody panics").push(serde_json::from_str(&text).expect("it is JSON"));
            }
            Ok(())
        }));
        heard
    }
}

pub fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, Default::default()).build().expect("the window is built")
}

pub fn call(window: &WebviewWindow<MockRuntime>, page: &str, command: &str, arguments: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse().expect("it is an address"),
        body: InvokeBody::Json(arguments),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.into(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().expect("the answer is JSON"))
}

pub fn refused_by_permission(answer: &Result<Value, Value>) -> bool {
    matches!(answer, Err(Value::String(why)) if why.contains("not allowed"))
}

pub fn code(answer: Result<Value, Value>) -> String {
    answer.expect_err("a problem")["code"].as_str().expect("a problem has a code").to_owned()
}
