//! Filing: picked files, the registration.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{
    DocumentId, DossierId, FilingFailed, FilingResult, Flow, MarkingDraft, NewDocument, NewVersion, PickedFile,
    Progress, Reason, TextsToRead, VersionResult, read_alike, today,
};

use crate::events::ShellEvent;
use crate::ipc::documents::SecondOfficer;
use crate::ipc::sent::Sent;
use crate::picked::{Offered, without_places};
use crate::problem::Problem;
use crate::shell::{Shell, Visit};

/// What is to be known of a picked file besides: that its content is there already.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ComparedFile {
    pub handle: String,
    /// `already_filed`: a document that the officer may see has the same bytes. `picked_twice`: another file of the list has.
    pub warnings: Vec<Reason>,
}

/// Files to register. What a file does not say of itself is said for all.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct FilingDraft {
    pub files: Vec<DraftFile>,
    pub dossier: DossierId,
    pub marking: MarkingDraft,
    pub subject: String,
    pub originator: String,
    /// The reference of the paper original; empty where there is none.
    pub paper: String,
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

/// A picked file, and what the document that is made of it is called.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct DraftFile {
    pub handle: String,
    /// The name of the file stands for an empty one.
    pub title: String,
    /// Its own date, where it has another than the others.
    pub date: Option<NaiveDate>,
    /// Its own originator; empty for this service, none for that of all.
    pub originator: Option<String>,
    /// Its own marking.
    pub own: Option<OwnMarking>,
}

/// A marking that one of several files has, and not the others.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct OwnMarking {
    pub marking: MarkingDraft,
    /// Why it is below the guide.
    pub motive: Option<String>,
}

/// What came of a filing: of every file, whether it is in.
#[must_use]
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct FilingOutcome {
    /// Those that are in, for good: the first of the draft, in its order.
    pub filed: Vec<FilingResult>,
    /// The others: they may be filed again, and no other.
    pub not_filed: Vec<NotFiled>,
    /// What it ended with, unless all are in or somebody stopped it.
    pub problem: Option<Problem>,
}

/// A file that was to be registered and is not in the vault.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct NotFiled {
    pub handle: String,
    pub name: String,
    pub why: WhyNotFiled,
}

/// Words: `ui-file-not-<this>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNotFiled {
    /// It is the one that the problem is about.
    Failed,
    /// The problem came before it was recorded.
    WithOthers,
    /// Somebody stopped the filing before it.
    Stopped,
}

/// Lets a person pick files.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(shell: State<'_, Shell>) -> Result<Offered, Problem> {
    let (visit, paths) = shell.ask("app-pick-files", |dialogs, title| dialogs.files(title)).await?;
    picked(&shell, visit, paths).await
}

/// Lets a person pick a folder, and offers the files in it, as when it is dropped into the window.
#[tauri::command]
#[specta::specta]
pub async fn pick_files_of_folder(shell: State<'_, Shell>) -> Result<Offered, Problem> {
    let (visit, path) = shell.ask("app-pick-files-of-folder", |dialogs, title| dialogs.folder(title)).await?;
    picked(&shell, visit, path.into_iter().collect()).await
}

/// Lets a person pick the file of another version of a document.
#[tauri::command]
#[specta::specta]
pub async fn pick_version(shell: State<'_, Shell>) -> Result<Offered, Problem> {
    let (visit, path) = shell.ask("app-pick-version", |dialogs, title| dialogs.file(title)).await?;
    picked(&shell, visit, path.into_iter().collect()).await
}

/// What was picked, for as long as the visit lasts in which it was asked for.
async fn picked(shell: &Shell, visit: Visit, paths: Vec<PathBuf>) -> Result<Offered, Problem> {
    // Folders on a slow share take their time.
    let (here, during) = (shell.clone(), visit.clone());
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
    let picked = handles.into_iter().filter_map(|handle| Some((shell.picked().file(&handle).ok()?, handle)));
    let (files, handles): (Vec<PickedFile>, Vec<String>) = picked.unzip();
    let known = shell.with(|session, _| Ok(session.sizes()?)).await?;
    // Read outside the session, which others of the page's questions wait for. Where the window was locked, nobody waits for the answer.
    let read = shell.blocking(move || Ok(read_alike(&files, &known, &mut || visit.flow()).unwrap_or_default())).await?;
    shell
        .with(move |session, _| {
            let told = session.compared(read)?.into_iter();
            let of = |(place, warnings)| Some(ComparedFile { handle: handles.get(place).cloned()?, warnings });
            Ok(told.filter_map(of).collect())
        })
        .await
}

/// Registers picked files, many in one transaction; with a second officer, where two open a document that they are made from.
/// Every one of them is in one of the two lists of what it gives.
#[tauri::command]
#[specta::specta]
pub async fn file_documents(
    shell: State<'_, Shell>,
    draft: Sent<FilingDraft>,
    second: Sent<Option<SecondOfficer>>,
) -> Result<FilingOutcome, Problem> {
    let draft = draft.0;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    // From here on it can be stopped, also while it waits for the session.
    let stopping = shell.begins_filing();
    let (batch, picked) = taken(&shell, &draft)?;
    let (here, files) = (shell.inner().clone(), draft.files);
    shell
        .blocking(move || {
            let visit = here.visit().ok_or_else(Problem::locked)?;
            let mut told = Told::new(&here, &picked);
            let mut progress = |at: Progress| {
                told.come(&at);
                let between = at.bytes == 0;
                if between && stopping.is_wanted() { Flow::Stop } else { visit.flow() }
            };
            let sources = draft.sources;
            let purpose = batch.first().map(|new| new.title.clone()).unwrap_or_default();
            let filed = match second {
                // They have the sources open for as long as they file, so texts are read within that.
                Some((officer, passphrase)) => here.act(|session, _| {
                    let second = session.second(&officer, &passphrase)?;
                    Ok(session.with_sources(&sources, &purpose, Some(&second), |session| {
                        session.file_documents(batch, &mut progress)
                    }))
                })?,
                None => filed_ahead(&here, &visit, (sources.as_slice(), purpose.as_str()), batch, &mut progress)?,
            };
            let mut outcome = match filed {
                Ok(filed) => FilingOutcome { filed, not_filed: Vec::new(), problem: None },
                Err(failed) => outcome(*failed, &files, picked),
            };
            outcome.filed.iter_mut().for_each(|filed| without_places(&mut filed.warnings));
            let done: Vec<String> = files.into_iter().take(outcome.filed.len()).map(|file| file.handle).collect();
            here.picked().forget(&done);
            Ok(outcome)
        })
        .await
}

/// Registers documents whose texts are read before, while the session is there for whatever else the officer does.
fn filed_ahead(
    here: &Shell,
    visit: &Visit,
    (sources, purpose): (&[DocumentId], &str),
    batch: Vec<NewDocument>,
    progress: &mut dyn FnMut(Progress) -> Flow,
) -> Result<Result<Vec<FilingResult>, Box<FilingFailed>>, Problem> {
    let begun =
        here.act(|session, _| Ok(session.with_sources(sources, purpose, None, |session| session.begin_filing(batch))))?;
    let mut ahead = match begun {
        Ok(ahead) => ahead,
        Err(failed) => return Ok(Err(failed)),
    };
    ahead.read_texts(progress);
    here.act(|session, _| {
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        Ok(session.with_sources(sources, purpose, None, |session| session.file_ahead(ahead, progress)))
    })
}

/// Files a picked file as another version of a document; with a second officer, where two open it.
#[tauri::command]
#[specta::specta]
pub async fn file_version(
    shell: State<'_, Shell>,
    id: String,
    file: String,
    why: String,
    second: Sent<Option<SecondOfficer>>,
) -> Result<VersionResult, Problem> {
    let id = DocumentId::parse(&id)?;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    let (source, _, file_name) = shell.picked().source(&file)?;
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let visit = here.visit().ok_or_else(Problem::locked)?;
            let new = NewVersion { source, file_name, why };
            let mut done = match second {
                Some((officer, passphrase)) => here.act(|session, _| {
                    let second = session.second(&officer, &passphrase)?;
                    Ok(session.file_version_with(&id, &new, Some(&second), &mut |_| visit.flow())?)
                })?,
                None => {
                    let mut ahead = here.act(|session, _| Ok(session.begin_version(&id, new)?))?;
                    // The session is there for others while the text is read.
                    let read = ahead.read_text(&mut || visit.flow());
                    here.act(|session, _| {
                        if !visit.goes_on() {
                            return Err(Problem::locked());
                        }
                        read?;
                        Ok(session.file_version_ahead(&id, &ahead, &mut |_| visit.flow())?)
                    })?
                }
            };
            without_places(&mut done.warnings);
            here.picked().forget(&[file]);
            Ok(done)
        })
        .await
}

/// Ends a filing after the document that is being read. What is registered by then stays.
#[tauri::command]
#[specta::specta]
pub async fn stop_filing(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.stop_filing();
    Ok(())
}

/// How many texts of scans wait to be read, of documents that the officer may open, and whether they are read here.
#[tauri::command]
#[specta::specta]
pub async fn texts_to_read(shell: State<'_, Shell>) -> Result<TextsToRead, Problem> {
    shell.with(|session, _| Ok(session.texts_to_read()?)).await
}

/// What the draft says of each of its files.
fn taken(shell: &Shell, draft: &FilingDraft) -> Result<(Vec<NewDocument>, Vec<PickedFile>), Problem> {
    let now = shell.now();
    let date = draft.date.unwrap_or_else(|| today(now));
    // Where each file has a marking of its own, there need be none for all.
    let common = draft.files.iter().any(|file| file.own.is_none()).then(|| draft.marking.marking(now)).transpose()?;
    let mut batch = Vec::with_capacity(draft.files.len());
    let mut files = Vec::with_capacity(draft.files.len());
    for DraftFile { handle, title, date: own_date, originator, own } in &draft.files {
        let (source, file, file_name) = shell.picked().source(handle)?;
        let (marking, motive) = match (own, &common) {
            (Some(OwnMarking { marking, motive }), _) => (marking.marking(now)?, motive.clone()),
            (None, Some(common)) => (common.clone(), draft.motive.clone()),
            (None, None) => return Err(vault::Error::Internal { what: "marking" }.into()),
        };
        batch.push(NewDocument {
            source,
            dossier: draft.dossier.clone(),
            marking,
            title: if title.trim().is_empty() { file.name.clone() } else { title.clone() },
            subject: draft.subject.clone(),
            originator: originator.as_ref().unwrap_or(&draft.originator).clone(),
            paper: draft.paper.clone(),
            date: own_date.unwrap_or(date),
            finalised: draft.finalised,
            file_name,
            topics: draft.topics.clone(),
            motive,
            sources: draft.sources.clone(),
        });
        files.push(file);
    }
    Ok((batch, files))
}

/// What is in, what is not and why, and what it ended with unless somebody stopped it.
fn outcome(failed: FilingFailed, files: &[DraftFile], picked: Vec<PickedFile>) -> FilingOutcome {
    let FilingFailed { filed, document, error } = failed;
    let stopped = matches!(error, vault::Error::Cancelled);
    let why = |n: usize| match document {
        _ if stopped => WhyNotFiled::Stopped,
        Some(failed) if failed == n => WhyNotFiled::Failed,
        Some(_) | None => WhyNotFiled::WithOthers,
    };
    let rest = files.iter().zip(picked).enumerate().skip(filed.len());
    let not_filed = |(n, (file, PickedFile { name, .. })): (usize, (&DraftFile, PickedFile))| NotFiled {
        handle: file.handle.clone(),
        name,
        why: why(n),
    };
    let not_filed = rest.map(not_filed).collect();
    FilingOutcome { filed, not_filed, problem: (!stopped).then(|| error.into()) }
}

/// Tells the page how far a filing has come: each file that takes its time, and of small ones as many as can be read.
struct Told<'f> {
    shell: &'f Shell,
    files: &'f [PickedFile],
    last: Option<Instant>,
}

impl<'f> Told<'f> {
    const EVERY: Duration = Duration::from_millis(50);

    fn new(shell: &'f Shell, files: &'f [PickedFile]) -> Self {
        Self { shell, files, last: None }
    }

    fn come(&mut self, at: &Progress) {
        if self.last.is_some_and(|last| last.elapsed() < Self::EVERY) {
            return;
        }
        if let Some(PickedFile { name, size, .. }) = self.files.get(at.document) {
            self.last = Some(Instant::now());
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (document, of, name) = (number(at.document), number(at.of), name.clone());
            self.shell.send(ShellEvent::Filing { document, of, name, done: at.bytes, total: *size });
        }
    }
}
