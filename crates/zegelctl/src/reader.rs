//! Reads the text inside documents that are filed, in the worker.

use std::io::Read;

use vault::{FoundText, TextLack, TextReader, text_lack};
use viewer::Viewer;

/// The worker next to this program; where there is none, nobody reads texts.
pub struct InWorker;

impl TextReader for InWorker {
    fn read(&self, media_type: &str, size: u64, document: &mut dyn Read, most: usize) -> Result<FoundText, TextLack> {
        let read = Viewer::beside_program()
            .and_then(|viewer| viewer.with_installed().read_text(media_type, size, document, most));
        match read {
            Ok(whole) => {
                let recognised = whole.recognised.into_iter().map(str::to_owned).collect();
                Ok(FoundText { text: whole.text, cut: whole.cut, recognised })
            }
            Err(error) => Err(text_lack(error.code())),
        }
    }
}
