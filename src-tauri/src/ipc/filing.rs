//! Filing: picked files, the registration.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use chrono::{NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{
    DocumentId, DossierId, FilingResult, Fingerprint, Flow, MarkingDraft, NewDocument, Progress, Reason, Source, today,
};

use super::sent::Sent;
use crate::events::ShellEvent;
use crate::picked::{Picked, display_name};
use crate::problem::Problem;
use crate::shell::Shell;

/// What is to be known of a picked file besides: that its content is there already.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ComparedFile {
    pub handle: String,
    /// `already_filed`: a document that the officer may see has the same bytes. `picked_twice`: another file of the list has.
    pub warnings: Vec<Reason>,
}

/// Files to register, all under one marking.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct FilingDraft {
    /// Handles of picked files.
    pub files: Vec<String>,
    pub dossier: DossierId,
    pub marking: MarkingDraft,
    /// Of each document; with several files, each takes its file's name instead when this is empty.
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// Of the document itself; else today.
    pub date: Option<NaiveDate>,
    /// When its classification was made final; else its own date.
    pub finalised: Option<NaiveDate>,
    /// Topics of the guide that it reveals.
    pub topics: Vec<String>,
    /// Why it is marked below the guide or its sources.
    pub motive: Option<String>,
    /// Documents that it is derived from.
    pub sources: Vec<DocumentId>,
}

/// Lets a person pick files.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(shell: State<'_, Shell>) -> Result<Picked, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let paths = shell.dialogs().files(words::say(shell.language(), "app-pick-files", &[])).await;
    // Folders on a slow share take their time.
    let (here, during) = (shell.inner().clone(), visit.clone());
    let picked =
        shell.blocking(move || Ok(here.picked().take(paths, here.viewer().as_ref(), || during.goes_on()))).await?;
    if visit.goes_on() { Ok(picked) } else { Err(Problem::locked()) }
}

/// Forgets picked files.
#[tauri::command]
#[specta::specta]
pub async fn forget_files(shell: State<'_, Shell>, handles: Vec<String>) -> Result<(), Problem> {
    shell.picked().forget(&handles);
    Ok(())
}

/// Compares picked files with the register and with each other, byte for byte, before they are filed. Names those of which
/// there is something to say. What cannot be read any more is told when it is filed.
#[tauri::command]
#[specta::specta]
pub async fn compare_files(shell: State<'_, Shell>, handles: Vec<String>) -> Result<Vec<ComparedFile>, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let paths = handles.into_iter().filter_map(|handle| Some((shell.picked().path(&handle).ok()?, handle)));
    let picked: Vec<(PathBuf, String)> = paths.collect();
    let known = shell.with(|session, _| Ok(session.sizes()?)).await?;
    // Read beside the session, which others of the page's questions wait for.
    let read = shell.blocking(move || Ok(fingerprints(picked, &known, || visit.flow()))).await?;
    shell
        .with(move |session, _| {
            let mut first: HashMap<Fingerprint, String> = HashMap::new();
            let mut compared = Vec::new();
            for Read { handle, name, bytes } in read {
                let about = |code: &str, param: &str, value: &str| {
                    Reason::new(code).with("name", name.clone()).with(param, value.to_owned())
                };
                let filed = session.filed_as(&bytes)?.map(|reference| about("already_filed", "reference", &reference));
                let twice = first.get(&bytes).map(|other| about("picked_twice", "first", other));
                first.entry(bytes).or_insert_with(|| name.clone());
                let warnings: Vec<Reason> = filed.into_iter().chain(twice).collect();
                if !warnings.is_empty() {
                    compared.push(ComparedFile { handle, warnings });
                }
            }
            Ok(compared)
        })
        .await
}

/// A picked file that was read because its length is that of another.
struct Read {
    handle: String,
    name: String,
    bytes: Fingerprint,
}

/// Reads those of the files whose length a document, or another of them, has.
fn fingerprints(picked: Vec<(PathBuf, String)>, known: &BTreeSet<u64>, mut goes_on: impl FnMut() -> Flow) -> Vec<Read> {
    let sized: Vec<(u64, PathBuf, String)> = picked
        .into_iter()
        .filter_map(|(path, handle)| Some((std::fs::metadata(&path).ok()?.len(), path, handle)))
        .collect();
    let mut of_size: HashMap<u64, usize> = HashMap::new();
    for (size, ..) in &sized {
        *of_size.entry(*size).or_default() += 1;
    }
    let alike = |size: &u64| known.contains(size) || of_size.get(size).is_some_and(|files| *files > 1);
    let mut read = Vec::new();
    for (_, path, handle) in sized.into_iter().filter(|(size, ..)| alike(size)) {
        let name = display_name(&path);
        match Fingerprint::of(&Source::Path(path), &mut goes_on) {
            Ok(bytes) => read.push(Read { handle, name, bytes }),
            // The window was locked: nobody waits for the answer.
            Err(vault::Error::Cancelled) => return Vec::new(),
            Err(_) => {}
        }
    }
    read
}

/// Registers picked files.
#[tauri::command]
#[specta::specta]
pub async fn file_documents(shell: State<'_, Shell>, draft: Sent<FilingDraft>) -> Result<Vec<FilingResult>, Problem> {
    let draft = draft.0;
    let now = Utc::now();
    let (date, marking) = (draft.date.unwrap_or_else(|| today(now)), draft.marking.marking(now)?);
    let mut batch = Vec::new();
    let mut files = Vec::new();
    for handle in &draft.files {
        let path = shell.picked().path(handle)?;
        let (name, size) = (display_name(&path), std::fs::metadata(&path).map_or(0, |about| about.len()));
        batch.push(NewDocument {
            source: Source::Path(path),
            dossier: draft.dossier.clone(),
            marking: marking.clone(),
            title: if draft.title.trim().is_empty() { name.clone() } else { draft.title.clone() },
            subject: draft.subject.clone(),
            originator: draft.originator.clone(),
            date,
            finalised: draft.finalised,
            file_name: None,
            topics: draft.topics.clone(),
            motive: draft.motive.clone(),
            sources: draft.sources.clone(),
        });
        files.push((name, size));
    }
    let here = shell.inner().clone();
    let filed = shell
        .with(move |session, visit| {
            let mut progress = |at: Progress| {
                if let Some((name, total)) = files.get(at.document) {
                    here.send(ShellEvent::Filing { done: at.bytes, total: *total, name: name.clone() });
                }
                visit.flow()
            };
            Ok(session.file_documents(batch, &mut progress).map_err(vault::Error::from)?)
        })
        .await?;
    shell.picked().forget(&draft.files);
    Ok(filed)
}
