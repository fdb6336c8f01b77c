//! Filing: picked files, the marking being chosen, the registration.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;

use super::convert::{bare_banner, day, reasons};
use super::events::ShellEvent;
use super::shared::{Banner, Equivalent, Level, Problem, Reason};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use label::{Category, Communities, Label, LabelDraft, Location, Policy, RELEASABLE_TO, Violation};
use vault::{DossierId, Marking, NewDocument, Progress, Session, Source};

use crate::desk::{Desk, display_name};

/// A file that a person picked or dropped. Where it lies, the page never learns.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PickedFile {
    pub handle: String,
    pub name: String,
    /// Bytes.
    #[specta(type = Number)]
    pub size: u64,
}

/// What a marking under one policy can be made of.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingOptions {
    pub policy: String,
    pub levels: Vec<MarkingLevel>,
    pub tags: Vec<MarkingTag>,
    /// The policies that one may choose from.
    pub policies: Vec<String>,
}

/// A classification, and whether this officer may file under it here.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingLevel {
    /// As the policy spells it.
    pub name: String,
    pub level: Level,
    pub banner: Banner,
    pub allowed: bool,
    pub reasons: Vec<Reason>,
}

/// A tag of the policy, with the values that it offers.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingTag {
    pub name: String,
    pub kind: CategoryKind,
    pub values: Vec<TagValue>,
}

/// How a category counts when access is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CategoryKind {
    Restrictive,
    Permissive,
    Informative,
}

/// A value of a tag.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TagValue {
    pub name: String,
    /// Its name by language code.
    pub label: BTreeMap<String, String>,
    /// The classifications under which it may stand.
    pub legal_from: Vec<String>,
}

/// A marking as far as it is chosen.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingDraft {
    pub policy: String,
    pub classification: String,
    pub categories: Vec<CategoryDraft>,
    /// Day of review, `YYYY-MM-DD`.
    pub review: Option<String>,
}

/// The chosen values of one tag.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CategoryDraft {
    pub tag: String,
    pub values: Vec<String>,
}

/// What a marking under choice would look like, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComposedMarking {
    pub banner: Option<Banner>,
    pub marking_fr: String,
    pub marking_nl: String,
    pub equivalents: Vec<Equivalent>,
    pub problems: Vec<Reason>,
}

/// Files to register, all under one marking.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FilingDraft {
    /// Handles of picked files.
    pub files: Vec<String>,
    pub dossier: String,
    pub marking: MarkingDraft,
    /// Of each document; with several files, each takes its file's name instead when this is empty.
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// Of the document itself, `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A document that was registered.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Filed {
    pub id: String,
    pub reference: String,
    pub class: String,
}

/// Lets a person pick files.
#[tauri::command]
#[specta::specta]
pub async fn pick_files(desk: State<'_, Desk>) -> Result<Vec<PickedFile>, Problem> {
    let visit = desk.visit().ok_or_else(Problem::locked)?;
    let paths = desk.dialogs().files(words::say(desk.language(), "app-pick-files", &[])).await;
    let files = desk.picked().take(paths, || visit.goes_on());
    if visit.goes_on() { Ok(files) } else { Err(Problem::locked()) }
}

/// Forgets picked files.
#[tauri::command]
#[specta::specta]
pub async fn forget_files(desk: State<'_, Desk>, handles: Vec<String>) -> Result<(), Problem> {
    desk.picked().forget(&handles);
    Ok(())
}

/// What a marking under a policy can be made of.
#[tauri::command]
#[specta::specta]
pub async fn marking_options(desk: State<'_, Desk>, policy: String) -> Result<MarkingOptions, Problem> {
    desk.with(move |session, _| options(session, &find_policy(&policy)?)).await
}

/// What a marking would look like, or what is wrong with it.
#[tauri::command]
#[specta::specta]
pub async fn compose_marking(desk: State<'_, Desk>, draft: MarkingDraft) -> Result<ComposedMarking, Problem> {
    if desk.visit().is_none() {
        return Err(Problem::locked());
    }
    compose(&draft, Timestamp::now())
}

/// Registers picked files.
#[tauri::command]
#[specta::specta]
pub async fn file_documents(desk: State<'_, Desk>, draft: FilingDraft) -> Result<Vec<Filed>, Problem> {
    let date = match draft.date.as_deref() {
        Some(date) => day("date", date)?,
        None => Timestamp::now().to_zoned(TimeZone::UTC).date(),
    };
    let policy = find_policy(&draft.marking.policy)?;
    let marking = Marking::Draft {
        policy: policy.name().to_owned(),
        draft: label_draft(&policy, &draft.marking, Timestamp::now())?,
    };
    let dossier = DossierId::parse(&draft.dossier)?;
    let mut batch = Vec::new();
    let mut files = Vec::new();
    for handle in &draft.files {
        let path = desk.picked().path(handle)?;
        let (name, size) = (display_name(&path), std::fs::metadata(&path).map_or(0, |about| about.len()));
        batch.push(NewDocument {
            source: Source::Path(path),
            dossier: dossier.clone(),
            marking: marking.clone(),
            title: if draft.title.trim().is_empty() { name.clone() } else { draft.title.clone() },
            subject: draft.subject.clone(),
            originator: draft.originator.clone(),
            date,
            finalised: None,
            file_name: None,
            topics: Vec::new(),
            motive: None,
            sources: Vec::new(),
        });
        files.push((name, size));
    }
    let here = desk.inner().clone();
    let filed = desk
        .with(move |session, visit| {
            let mut progress = |at: Progress| {
                if let Some((name, total)) = files.get(at.document) {
                    here.send(ShellEvent::Filing { done: at.bytes, total: *total, name: name.clone() });
                }
                visit.flow()
            };
            Ok(session.file_documents(batch, &mut progress)?)
        })
        .await?;
    desk.picked().forget(&draft.files);
    Ok(filed.into_iter().map(Into::into).collect())
}

fn find_policy(name: &str) -> Result<Policy, Problem> {
    Policy::builtin(name).ok_or_else(|| Problem::new("unknown").with("kind", "policy").with("value", name))
}

/// What a marking can be made of, and under which levels this officer may file.
fn options(session: &mut Session, policy: &Policy) -> Result<MarkingOptions, Problem> {
    let now = Timestamp::now();
    let mut levels = Vec::new();
    for classification in policy.classifications().iter().filter(|known| !known.obsolete) {
        let draft = LabelDraft::new(&classification.name, now);
        let marking = Marking::Draft { policy: policy.name().to_owned(), draft };
        let found = session.explain_filing(None, &marking)?;
        let banner = bare_banner(policy.name(), &classification.name);
        levels.push(MarkingLevel {
            name: classification.name.clone(),
            level: banner.level,
            banner,
            allowed: found.permitted,
            reasons: reasons(&found.reasons),
        });
    }
    let tags = policy.tag_sets().iter().flat_map(|set| &set.tags).map(|tag| tag_option(policy, tag, now)).collect();
    Ok(MarkingOptions {
        policy: policy.name().to_owned(),
        levels,
        tags,
        policies: Policy::BUILTIN.iter().map(ToString::to_string).collect(),
    })
}

fn tag_option(policy: &Policy, tag: &label::Tag, now: Timestamp) -> MarkingTag {
    let values = tag.values.iter().filter(|value| !value.obsolete && value.input.is_none());
    MarkingTag {
        name: tag.name.clone(),
        kind: tag.kind.into(),
        values: values
            .map(|value| TagValue {
                name: value.name.clone(),
                label: label::Lang::ALL
                    .iter()
                    .map(|lang| (lang.code().to_owned(), policy.value_text(&tag.name, &value.name, *lang).to_owned()))
                    .collect(),
                legal_from: policy
                    .classifications()
                    .iter()
                    .filter(|known| !known.obsolete && is_legal(policy, &known.name, tag, &value.name, now))
                    .map(|known| known.name.clone())
                    .collect(),
            })
            .collect(),
    }
}

/// Whether a value breaks no rule under a classification that the bare classification does not break already.
fn is_legal(policy: &Policy, classification: &str, tag: &label::Tag, value: &str, now: Timestamp) -> bool {
    let bare = LabelDraft::new(classification, now);
    let mut with_value = bare.clone();
    with_value.categories.push(Category::new(&tag.name, tag.kind, [value]));
    let broken = |draft| Label::build(policy, draft).err().unwrap_or_default();
    let before = broken(bare);
    broken(with_value).iter().all(|violation| before.contains(violation))
}

/// What a draft would look like on the page, or every rule of its policy that it breaks.
fn compose(draft: &MarkingDraft, now: Timestamp) -> Result<ComposedMarking, Problem> {
    let policy = find_policy(&draft.policy)?;
    let built = label_draft(&policy, draft, now).and_then(|draft| Label::build(&policy, draft).map_err(invalid));
    match built {
        Ok(label) => Ok(ComposedMarking {
            banner: Some(policy.banner(&label).into()),
            marking_fr: policy.marking(&label, label::Lang::Fr, Location::PageTop),
            marking_nl: policy.marking(&label, label::Lang::Nl, Location::PageTop),
            equivalents: equivalents(&policy, label.classification()),
            problems: Vec::new(),
        }),
        Err(problem) if problem.code == "marking" => Ok(ComposedMarking {
            banner: None,
            marking_fr: String::new(),
            marking_nl: String::new(),
            equivalents: Vec::new(),
            problems: problem.reasons,
        }),
        Err(problem) => Err(problem),
    }
}

/// What the level is called under the other policies: shown beside a marking, never instead of it.
fn equivalents(policy: &Policy, classification: &str) -> Vec<Equivalent> {
    let communities = Communities::builtin();
    let Some(level) = policy.level(classification) else { return Vec::new() };
    Policy::BUILTIN
        .into_iter()
        .filter(|other| *other != policy.name())
        .filter_map(|other| {
            let found = communities.equivalent(other, level)?;
            Some(Equivalent { policy: other.to_owned(), text: found.name.clone()?, unverified: found.unverified })
        })
        .collect()
}

/// The label that a chosen marking asks for, or every word of it that the policy does not know.
fn label_draft(policy: &Policy, marking: &MarkingDraft, now: Timestamp) -> Result<LabelDraft, Problem> {
    // A list that was opened and left empty means nobody; a list that was not opened says nothing.
    let releasable: Option<Vec<String>> =
        marking.categories.iter().find(|chosen| chosen.tag == RELEASABLE_TO).map(|chosen| chosen.values.clone());
    let others: Vec<(String, String)> = marking
        .categories
        .iter()
        .filter(|chosen| chosen.tag != RELEASABLE_TO)
        .flat_map(|chosen| chosen.values.iter().map(|value| (chosen.tag.clone(), value.clone())))
        .collect();
    let mut draft = LabelDraft::from_words(policy, &marking.classification, releasable.as_deref(), &others, now)
        .map_err(invalid)?;
    if let Some(review) = &marking.review {
        let midnight = day("review", review)?.to_zoned(TimeZone::UTC);
        draft.review = Some(midnight.map_err(|_| Problem::new("malformed").with("field", "review"))?.timestamp());
    }
    Ok(draft)
}

/// A marking that its policy does not allow.
fn invalid(violations: Vec<Violation>) -> Problem {
    Problem { reasons: violations.iter().map(Into::into).collect(), ..Problem::new("marking") }
}

impl From<label::CategoryKind> for CategoryKind {
    fn from(kind: label::CategoryKind) -> Self {
        match kind {
            label::CategoryKind::Restrictive => Self::Restrictive,
            label::CategoryKind::Permissive => Self::Permissive,
            label::CategoryKind::Informative => Self::Informative,
        }
    }
}

impl From<vault::Filed> for Filed {
    fn from(filed: vault::Filed) -> Self {
        Self { id: filed.id.into(), reference: filed.reference, class: filed.class.into() }
    }
}
