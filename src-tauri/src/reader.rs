//! Reads the text inside documents that are filed, in the worker.

use std::io::Read;
use std::path::PathBuf;

use vault::{FoundText, TextLack, TextReader, text_lack};
use viewer::{Limits, Viewer};

/// The program that renders documents.
pub struct InWorker(pub PathBuf);

impl TextReader for InWorker {
    fn read(&self, media_type: &str, size: u64, document: &mut dyn Read, most: usize) -> Result<FoundText, TextLack> {
        let viewer = Viewer::at(&self.0, Limits::default());
        match viewer.and_then(|viewer| viewer.with_installed().read_text(media_type, size, document, most)) {
            Ok(whole) => {
                let recognised = whole.recognised.into_iter().map(str::to_owned).collect();
                Ok(FoundText { text: whole.text, cut: whole.cut, recognised })
            }
            Err(error) => Err(text_lack(error.code())),
        }
    }
}
