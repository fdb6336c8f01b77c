//! Pictures of the screens, for those who read about them.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::{SMALLEST, Stage, USUAL};

/// How a screen is pictured besides.
#[derive(Clone, Copy)]
pub enum Look {
    Dark,
    Small,
}

/// Whether pictures are kept. Where WebKit composes nothing, which is how the program has it without a graphics card, its
/// driver never gives one.
pub fn pictured() -> bool {
    std::env::var_os("ZEGEL_SCREENS").is_some()
}

impl Stage {
    /// Keeps a picture of the window in `docs/screens`, when `ZEGEL_SCREENS` is set.
    pub async fn picture(&self, name: &str) {
        if !pictured() {
            return;
        }
        self.settle().await;
        tokio::time::sleep(Duration::from_millis(350)).await;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
        std::fs::create_dir_all(&folder).expect("docs/screens can be made");
        let picture = self.window.screenshot().await.expect("the window can be pictured");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("docs/screens can be written");
    }

    /// As [`Self::picture`], and once more in each of these looks: `-dark`, `-small`.
    pub async fn pictures(&self, name: &str, looks: &[Look]) {
        self.picture(name).await;
        if !pictured() {
            return;
        }
        for look in looks {
            match look {
                Look::Dark => {
                    self.theme("dark").await;
                    self.picture(&format!("{name}-dark")).await;
                    self.theme("light").await;
                }
                Look::Small => {
                    self.sized(SMALLEST).await;
                    self.picture(&format!("{name}-small")).await;
                    self.sized(USUAL).await;
                }
            }
        }
    }

    /// Over whatever is open, where the menu for it cannot be reached.
    async fn theme(&self, theme: &str) {
        let script = "document.documentElement.dataset.theme = arguments[0];";
        self.window.execute(script, vec![json!(theme)]).await.expect("the page takes a theme");
    }
}
