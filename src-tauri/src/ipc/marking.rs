//! Markings: what one can be made of, what a choice looks like, a label as choices and choices as a label.

use std::collections::BTreeMap;

use chrono::NaiveTime;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::convert::{bare_banner, day, reasons};
use super::shared::{Banner, Equivalent, Level, Problem, Reason};
use label::{Category, Communities, Label, LabelDraft, Location, Policy, RELEASABLE_TO, Violation};
use vault::{Marking, Session};

use crate::desk::Desk;

/// The nation whose readers an audience should not leave out unnoticed.
const HOME: &str = "BEL";

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
    /// As an audience, it includes Belgium.
    pub home: bool,
}

/// A marking as far as it is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingDraft {
    pub policy: String,
    pub classification: String,
    pub categories: Vec<CategoryDraft>,
    /// Day of review, `YYYY-MM-DD`.
    pub review: Option<String>,
}

/// The chosen values of one tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
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
    compose(&draft, Utc::now())
}

pub fn find_policy(name: &str) -> Result<Policy, Problem> {
    Policy::builtin(name).ok_or_else(|| Problem::new("unknown").with("kind", "policy").with("value", name))
}

/// What a marking can be made of, and under which levels this officer may file.
fn options(session: &mut Session, policy: &Policy) -> Result<MarkingOptions, Problem> {
    let now = Utc::now();
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
    let nations = Audiences { communities: Communities::builtin(), on: now.date_naive() };
    let tags = policy.tag_sets().iter().flat_map(|set| &set.tags);
    let tags = tags.map(|tag| tag_option(policy, tag, &nations, now)).collect();
    Ok(MarkingOptions {
        policy: policy.name().to_owned(),
        levels,
        tags,
        policies: Policy::BUILTIN.iter().map(ToString::to_string).collect(),
    })
}

/// Nations and communities as they are on a day.
struct Audiences {
    communities: Communities,
    on: NaiveDate,
}

impl Audiences {
    fn include_home(&self, tag: &str, value: &str) -> bool {
        tag == RELEASABLE_TO && self.communities.expand([value], self.on).contains(HOME)
    }
}

fn tag_option(policy: &Policy, tag: &label::Tag, audiences: &Audiences, now: DateTime<Utc>) -> MarkingTag {
    let values = tag.values.iter().filter(|value| !value.obsolete && value.input.is_none());
    MarkingTag {
        name: tag.name.clone(),
        kind: tag.kind.into(),
        values: values
            .map(|value| TagValue {
                name: value.name.clone(),
                home: audiences.include_home(&tag.name, &value.name),
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
fn is_legal(policy: &Policy, classification: &str, tag: &label::Tag, value: &str, now: DateTime<Utc>) -> bool {
    let bare = LabelDraft::new(classification, now);
    let mut with_value = bare.clone();
    with_value.categories.push(Category::new(&tag.name, tag.kind, [value]));
    let broken = |draft| Label::build(policy, draft).err().unwrap_or_default();
    let before = broken(bare);
    broken(with_value).iter().all(|violation| before.contains(violation))
}

/// What a draft would look like on the page, or every rule of its policy that it breaks.
fn compose(draft: &MarkingDraft, now: DateTime<Utc>) -> Result<ComposedMarking, Problem> {
    let policy = find_policy(&draft.policy)?;
    let built = label_draft(&policy, draft, now).and_then(|draft| Label::build(&policy, draft).map_err(invalid));
    match built {
        Ok(label) => Ok(ComposedMarking {
            banner: Some(policy.banner(&label).into()),
            marking_fr: policy.marking(&label, label::Lang::Fr, Location::PageTop),
            marking_nl: policy.marking(&label, label::Lang::Nl, Location::PageTop),
            equivalents: equivalents(&label),
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

/// What the level is called under the other policies and by the nations of the audience: shown beside a marking, never
/// instead of it.
pub fn equivalents(label: &Label) -> Vec<Equivalent> {
    let communities = Communities::builtin();
    let Some(level) = label.under_policy().level(label.classification()) else { return Vec::new() };
    let audience = label.categories().iter().filter(|category| category.tag == RELEASABLE_TO);
    let nations = audience.flat_map(|category| &category.values).map(String::as_str);
    let nations = nations.filter(|nation| *nation != HOME && communities.is_nation(nation));
    let others = Policy::BUILTIN.into_iter().filter(|other| *other != label.policy());
    let mut found: Vec<Equivalent> = Vec::new();
    for of in others.chain(nations) {
        let Some(equivalent) = communities.equivalent(of, level) else { continue };
        let (Some(text), false) = (&equivalent.name, found.iter().any(|known| known.policy == of)) else { continue };
        found.push(Equivalent {
            policy: of.to_owned(),
            text: text.clone(),
            unverified: equivalent.unverified,
            false_friend: equivalent.false_friend,
        });
    }
    found
}

/// The label that a chosen marking asks for, or every word of it that the policy does not know.
pub fn label_draft(policy: &Policy, marking: &MarkingDraft, now: DateTime<Utc>) -> Result<LabelDraft, Problem> {
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
        draft.review = Some(day("review", review)?.and_time(NaiveTime::MIN).and_utc());
    }
    Ok(draft)
}

/// What `vault` is to give a document.
pub fn marking(marking: &MarkingDraft, now: DateTime<Utc>) -> Result<Marking, Problem> {
    let policy = find_policy(&marking.policy)?;
    Ok(Marking::Draft { draft: label_draft(&policy, marking, now)?, policy: policy.name().to_owned() })
}

/// A label that `vault` keeps.
pub fn kept_label(xml: &str) -> Result<Label, Problem> {
    let policies = Policy::BUILTIN.into_iter().filter_map(Policy::builtin);
    let mut labels = policies.filter_map(|policy| Label::read(xml.as_bytes(), &policy).ok());
    labels.next().map(|(label, _)| label).ok_or_else(|| Problem::new("internal"))
}

impl From<&Label> for MarkingDraft {
    fn from(label: &Label) -> Self {
        Self {
            policy: label.policy().to_owned(),
            classification: label.classification().to_owned(),
            categories: label.categories().iter().map(CategoryDraft::from).collect(),
            review: label.review().map(|review| review.date_naive().to_string()),
        }
    }
}

/// A marking that its policy does not allow.
pub fn invalid(violations: Vec<Violation>) -> Problem {
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

impl From<&Category> for CategoryDraft {
    fn from(category: &Category) -> Self {
        Self { tag: category.tag.clone(), values: category.values.iter().cloned().collect() }
    }
}
