//! What an officer writes inside Zegel: kept for him alone, and filed as Markdown.

use std::sync::Arc;

use seal::SecretText;
use vault::*;

use super::house::*;

fn text(text: &str) -> SecretText {
    SecretText::new(text.to_owned())
}

/// No lock was said and nothing was closed: what was kept last is there.
#[test]
fn what_is_being_written_is_there_after_a_crash_for_its_officer_alone_and_nowhere_in_the_clear() {
    let house = super::reclassify::house();
    let words = "convoy of the seventh over the northern bridge";
    let mut rik = house.unlock("rik");
    assert!(rik.kept_writing().expect("asked").is_none());
    rik.keep_writing(&text("first")).expect("kept");
    rik.keep_writing(&text(words)).expect("kept");
    std::mem::forget(rik);
    let kept = house.unlock("rik").kept_writing().expect("asked").expect("it is there");
    assert_eq!(kept.expose_secret(), words);
    assert!(house.unlock("bea").kept_writing().expect("asked").is_none());
    let mut waiting = vec![house.dir.clone()];
    let mut files = 0;
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).expect("listed").map(|entry| entry.expect("read").path()));
        } else {
            files += 1;
            let bytes = std::fs::read(&path).expect("it is read");
            assert!(!bytes.windows(words.len()).any(|some| some == words.as_bytes()), "{}", path.display());
        }
    }
    assert!(files > 2, "{files}");
    let mut rik = house.unlock("rik");
    let long = "x".repeat(LONGEST_WRITING + 1);
    assert_eq!(rik.keep_writing(&text(&long)).expect_err("it is too long").code(), "too_long");
    rik.keep_writing(&text("")).expect("kept");
    drop(rik);
    assert!(house.unlock("rik").kept_writing().expect("asked").is_none(), "an empty text is none");
}

#[test]
fn a_text_is_filed_as_markdown_where_its_author_says_so_and_stays_it_through_versions() {
    let house = super::reclassify::house();
    let mut rik = house.unlock("rik");
    let source = |said: &str| Source::Markdown(Arc::new(text(said)));
    let written = |said: &str| NewDocument {
        source: source(said),
        file_name: Some(b"note.md".to_vec()),
        ..paper("Note", marked("SECRET", None), b"")
    };
    let filed = rik.file_document(written("# Note\n\n(S) One.\n"), &mut quietly).expect("filed");
    let view = rik.document(&filed.id).expect("seen");
    assert_eq!((view.media_type.as_str(), view.file_name.as_str()), ("text/markdown", "note.md"));
    assert_eq!(read(&mut rik, &filed.id), b"# Note\n\n(S) One.\n");
    let new = NewVersion { source: source("# Note\n\n(S) Two.\n"), file_name: None, why: "second thoughts".to_owned() };
    let version = rik.file_version(&filed.id, &new, &mut |_| Flow::Continue).expect("filed");
    assert_eq!((version.version, version.media_type.as_str()), (2, "text/markdown"));
    // What it says does not make it what it is not.
    let pdf = rik.file_document(written("%PDF-1.7 is how a PDF begins"), &mut quietly).expect("filed");
    assert_eq!(rik.document(&pdf.id).expect("seen").media_type, "application/pdf");
}
