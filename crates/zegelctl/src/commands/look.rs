//! `doc look`: what is to be known of files before any of them is filed. Nothing is registered by it.

use std::path::{Path, PathBuf};

use clap::Args;
use reading::{Looked, Looking};
use serde_json::{Value, json};
use vault::{ExitClass, Flow, Folders, Picked, Reason, pick, read_alike, title_of};
use viewer::{Stop, Viewer};

use super::filing::{Left, MOST_FILES, refused, told_left_out};
use super::{warned, warnings};
use crate::context::Context;
use crate::interrupt;
use crate::problem::{Problem, printable};
use crate::said;
use crate::shown::{Human, Shown};

#[derive(Args, Debug)]
pub struct Look {
    /// Files, and with --recursive folders.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Folders with everything in them, as `doc file --recursive` takes them.
    #[arg(long)]
    pub recursive: bool,
}

/// Of each file its kind, its size, whether it can be read here once it is filed, and what is to be warned of: also that its bytes are
/// in the register already, as far as one may know. What would be left out is named; the status is then that which
/// `doc file` ends with.
///
/// # Errors
/// That it was ended; integrity errors of the index.
pub fn look(Look { paths, recursive }: &Look, context: &mut Context) -> Result<Shown, Problem> {
    let folders = if *recursive { Folders::Opened } else { Folders::LeftOut };
    let picked = pick(paths, folders, MOST_FILES);
    // What `doc file` of the same would end with.
    let exit = match refused(&picked, paths) {
        Some(problem) => problem.exit as u8,
        None if picked.left_out.is_empty() => 0,
        None => ExitClass::Failed as u8,
    };
    let Picked { files, left_out, more_left_out, folders_followed } = picked;
    // Anyone who is asked for a passphrase may still end everything.
    let known = context.session()?.sizes()?;
    let _by_pieces = interrupt::by_pieces();
    let mut goes_on = || if interrupt::asked() { Flow::Stop } else { Flow::Continue };
    let read = read_alike(&files, &known, &mut goes_on)?;
    let mut compared = context.session()?.compared(read)?.into_iter().peekable();
    let viewer = Viewer::beside_program().map(|viewer| viewer.until(Stop::when(interrupt::asked)));
    let bar = context.bar(files.len() as u64);
    let mut looking = Looking::default();
    let mut looked: Vec<(PathBuf, u64, Looked)> = Vec::with_capacity(files.len());
    for (place, file) in files.into_iter().enumerate() {
        if interrupt::asked() {
            return Err(vault::Error::Cancelled.into());
        }
        let mut one = looking.at(&file, viewer.as_ref().ok());
        let by_link = folders_followed.iter().find(|(link, _)| file.path.starts_with(link));
        one.warnings.extend(by_link.map(|(link, target)| vault::link_followed(&printable(link), target)));
        one.warnings.extend(compared.next_if(|(of, _)| *of == place).map(|(_, warnings)| warnings).unwrap_or_default());
        looked.push((file.path, file.size, one));
        bar.inc(1);
    }
    bar.finish_and_clear();
    let left_out: Vec<Left> = left_out.iter().map(|left| Left::of(left, context)).collect();
    Ok(Shown { exit, ..shown(&looked, (&left_out, more_left_out), context) })
}

fn shown(looked: &[(PathBuf, u64, Looked)], (left_out, more): (&[Left], u64), context: &Context) -> Shown {
    let line = |(path, size, one): &(PathBuf, u64, Looked)| {
        let kind = context.say(&format!("kind-{}", one.kind), &[]);
        let readable = context.say(&format!("ui-file-readable-{}", one.readable.as_str()), &[]);
        vec![
            printable(path),
            kind,
            said::size(context.lang, *size),
            readable,
            same_as(&one.warnings).unwrap_or_default(),
        ]
    };
    let all: Vec<Value> = looked.iter().map(|(path, size, one)| of(path, *size, one, context)).collect();
    let mut fields = json!({ "files": all, "left_out": left_out.iter().map(Left::json).collect::<Vec<_>>() });
    if let Some(fields) = fields.as_object_mut().filter(|_| more > 0) {
        fields.insert("more_left_out".to_owned(), Value::from(more));
    }
    let head = context.head(&["file", "kind", "size", "readable", "filed-as"]);
    let mut shown = Shown::table(fields, head, looked.iter().map(line).collect(), context.say("cli-none", &[]));
    let said: String = looked.iter().map(|(.., one)| warned(&one.warnings, context)).collect();
    let told = said + &told_left_out(left_out, more, context);
    match &mut shown.human {
        Human::Text(text) => text.push_str(&told),
        Human::Table { rows, empty, .. } if rows.is_empty() => shown.human = Human::Text(format!("{empty}\n{told}")),
        Human::Table { note, .. } => note.push_str(&told),
        Human::Nothing => {}
    }
    shown
}

fn of(path: &Path, size: u64, one: &Looked, context: &Context) -> Value {
    json!({
        "path": path.display().to_string(), "title": title_of(path), "kind": one.kind, "size": size, "readable": one.readable,
        "filed_as": same_as(&one.warnings), "warnings": warnings(&one.warnings, context),
    })
}

/// The reference under which the same bytes are in the register.
fn same_as(warnings: &[Reason]) -> Option<String> {
    warnings.iter().find(|one| one.code == "already_filed")?.params.get("reference").cloned()
}
