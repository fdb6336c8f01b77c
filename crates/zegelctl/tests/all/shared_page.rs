//! `docs/SHARED.md`, done: what it says to type does what it says, at the servers of the tests.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use testkit::Servers;

use crate::stage::{Stage, copy};

#[test]
fn the_commands_of_the_page_on_shared_vaults_run_as_they_stand_there() {
    let (stage, servers) = (Stage::new(), Servers::running());
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/SHARED.md");
    let page = fs::read_to_string(page).expect("the page is read");
    for folder in ["srv/zegel", "srv/ca", "srv/medium", "etc/zegel"] {
        fs::create_dir_all(stage.path(folder)).expect("a folder");
    }
    copy(&stage.vault, &stage.path("srv/zegel/anna"));
    fs::write(stage.path("etc/zegel/passphrase"), "exercise\n").expect("it is written");
    fs::set_permissions(stage.path("etc/zegel/passphrase"), Permissions::from_mode(0o600)).expect("it is ours");
    let built = Path::new(env!("CARGO_BIN_EXE_zegelctl")).parent().expect("the path has a folder");
    let home = stage.path("").display().to_string();
    let mut run = 0;
    for block in page.split("\n```").skip(1).step_by(2) {
        let Some((kind, block)) = block.split_once('\n') else { continue };
        match kind {
            "sql" => {
                // The servers of the tests have this role from their start.
                let sql = block.replace("CREATE ROLE zegel_client NOLOGIN;", "");
                for statement in sql.lines().filter(|line| !line.is_empty()) {
                    servers.sql("postgres", statement);
                }
                run += 1;
            }
            "sh" => {
                // The authority and the addresses are those of the tests; everything else stands as it is.
                let script = block
                    .replace("db.example:5432", &format!("127.0.0.1:{}", servers.database_port))
                    .replace(
                        "--host=db.example --port=5432",
                        &format!("--host=127.0.0.1 --port={}", servers.database_port),
                    )
                    .replace("s3.example:8333", &format!("127.0.0.1:{}", servers.objects_port))
                    .replace(
                        "ca_file = \"/srv/ca/ca.pem\"",
                        &format!("ca_file = \"{}\"", servers.authority().display()),
                    )
                    .replace("/srv/", &format!("{home}srv/"))
                    .replace("/etc/zegel", &format!("{home}etc/zegel"));
                let done = Command::new("bash")
                    .args(["-euc", &format!("PATH={}:$PATH\n{script}", built.display())])
                    .env("LC_ALL", "C.UTF-8")
                    .env("XDG_STATE_HOME", stage.path("state"))
                    .env("PGPASSWORD", "a long word of the owner")
                    .env_remove("ZEGEL_VAULT")
                    .output()
                    .expect("it runs");
                let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
                assert!(done.status.success(), "{script}\n{out}\n{err}");
                run += 1;
            }
            _ => {}
        }
    }
    assert_eq!(run, 9, "every block of the page");
}
