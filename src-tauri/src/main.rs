//! The desktop program. `zegel [FOLDER]` opens the vault in a folder.

use std::process::ExitCode;

fn main() -> ExitCode {
    zegel_app::run()
}
