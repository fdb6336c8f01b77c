//! The log as one officer may read it: what lines say, and who may know events that are about himself.
//!
//! What an entry did is told by its reader, from its events: [`told`]. Its author's own words add what events do not say, a
//! purpose or a reason, and are held against them: [`held_against`]. What does not fit is a line of its own.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use label::AccessPart;
use policy::{Nature, NewAccess};

use crate::desk::{Line, Source};
use crate::entries::{Deed, Event, KeyName};
use crate::replay::Found;
use crate::state::{Release, State, instant, rules};
use crate::{ClassId, DocumentId, OfficerId, ReleaseId};

/// A line that says that the author's words do not fit his entry.
const MISFIT: &str = "does-not-fit";

/// A line for a deed.
pub(crate) fn line(entry: u64, at: Timestamp, officer: &OfficerId, source: Source, deed: Deed) -> Line {
    Line { entry, at, officer: officer.clone(), source, did: deed.did, detail: deed.detail }
}

/// What a line of a consultation sheet says in the log.
pub(crate) fn line_of_sheet(found: &Found) -> Line {
    use crate::entries::Sheet;
    let deed = match &found.sheet {
        Sheet::Filed { .. } => Deed::new("file"),
        Sheet::Derived { .. } => Deed::new("derive"),
        Sheet::Opened { purpose, .. } => Deed::new("open").about("purpose", purpose.clone()),
        Sheet::Released { release, partner, step, purpose, .. } => Deed::new(step)
            .about("release", release.to_string())
            .about("partner", partner.to_string())
            .about("purpose", purpose.clone()),
        Sheet::Decided { decided, .. } => Deed::new(decided.nature.as_str()),
        Sheet::Moved { .. } => Deed::new("move"),
        Sheet::Notified { partner, .. } => Deed::new("notify").about("partner", partner.to_string()),
    };
    let deed = deed.about("document", found.sheet.document().to_string());
    line(found.index, instant(found.at_ms), &found.author, Source::Class(found.class.clone()), deed)
}

/// What a line is about: the first of these that it names.
pub(crate) fn subject(line: &Line) -> String {
    let names = ["document", "release", "officer", "dossier", "partner", "class"];
    names.iter().find_map(|name| line.detail.get(*name)).cloned().unwrap_or_default()
}

/// The line of an event, on the state before it. It says everything that the event says and a person wants to know.
pub(crate) fn told(state: &State, event: &Event) -> Deed {
    match event {
        Event::Founded { officer, .. } => Deed::new("found").about("officer", officer.id.to_string()),
        Event::OfficerAdded { officer } => {
            let roles: Vec<&str> = officer.roles.iter().map(|role| role.as_str()).collect();
            Deed::new("add-officer").about("officer", officer.id.to_string()).about("roles", roles.join(" "))
        }
        Event::OfficerDisabled { officer } => Deed::new("disable-officer").about("officer", officer.to_string()),
        Event::PassphraseChanged { officer } => Deed::new("change-passphrase").about("officer", officer.to_string()),
        Event::ClearanceGranted { officer, policy, level, categories, from, until, certificate, authority } => {
            let deed = Deed::new("grant-clearance")
                .about("officer", officer.to_string())
                .about("policy", policy.clone())
                .about("level", level.clone())
                .about("from", from.to_string())
                .about("until", until.to_string())
                .about("certificate", certificate.clone())
                .about("authority", authority.clone());
            with_categories(deed, categories)
        }
        Event::ClearanceChanged { officer, policy, status } => {
            Deed::new(clearance_deed(*status)).about("officer", officer.to_string()).about("policy", policy.clone())
        }
        Event::BriefingRecorded { officer, policy, level, date } => Deed::new("record-briefing")
            .about("officer", officer.to_string())
            .about("policy", policy.clone())
            .about("level", level.clone())
            .about("date", date.to_string()),
        Event::ApprovalRecorded { authority, reference, ceiling, until } => Deed::new("record-approval")
            .about("authority", authority.clone())
            .about("reference", reference.clone())
            .about("ceiling", ceiling.as_str())
            .about("until", until.to_string()),
        Event::GuideReplaced { guide } => Deed::new("replace-guide")
            .about("topics", guide.topics.len().to_string())
            .about("aggregation", guide.aggregation.to_string()),
        Event::AuthoritiesReplaced { authorities } => {
            let (before, after) = (state.authorities.list.names(), authorities.names());
            let added: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
            let removed: Vec<&String> = before.iter().filter(|name| !after.contains(name)).collect();
            match (added.as_slice(), removed.as_slice()) {
                ([added], []) => Deed::new("add-authority").about("authority", (*added).clone()),
                ([], [removed]) => Deed::new("remove-authority").about("authority", (*removed).clone()),
                _ => Deed::new("replace-authorities").about("authority", after.join("; ")),
            }
        }
        Event::DossierCreated { dossier, lead, .. } => {
            let deed = Deed::new("create-dossier").about("dossier", dossier.to_string());
            match lead {
                Some(lead) => deed.about("officer", lead.to_string()),
                None => deed,
            }
        }
        Event::MemberAdded { dossier, officer, from, until } => {
            let deed = Deed::new("add-member")
                .about("dossier", dossier.to_string())
                .about("officer", officer.to_string())
                .about("from", from.to_string());
            match until {
                Some(until) => deed.about("until", until.to_string()),
                None => deed,
            }
        }
        Event::MemberRemoved { dossier, officer } => {
            Deed::new("remove-member").about("dossier", dossier.to_string()).about("officer", officer.to_string())
        }
        Event::ClassMade { class, dossier, access, .. } => Deed::new("make-class")
            .about("class", class.to_string())
            .about("dossier", dossier.to_string())
            .about("policy", access.policy.clone())
            .about("level", access.classification.clone()),
        Event::Rekeyed { key, epoch, .. } => about_key(Deed::new("renew-key"), key).about("epoch", epoch.to_string()),
        Event::Delivered { key, epochs, officers } => {
            about_key(Deed::new("deliver-key"), key).about("epochs", joined(epochs)).about("officers", joined(officers))
        }
        Event::Deposited { key, epochs } => about_key(Deed::new("deposit-key"), key).about("epochs", joined(epochs)),
        Event::Filed { document, class, .. } => {
            Deed::new("file").about("document", document.to_string()).about("class", class.to_string())
        }
        Event::Reclassified { document, class, .. } => {
            let deed =
                Deed::new("reclassify").about("document", document.to_string()).about("class", class.to_string());
            let Some(former) = state.documents.get(document).map(|filing| &filing.class) else { return deed };
            let deed = deed.about("former", former.to_string());
            match nature(state, former, class) {
                Some(nature) => deed.about("nature", nature.as_str()),
                None => deed,
            }
        }
        Event::Maintained { document, .. } => {
            Deed::new("reclassify").about("document", document.to_string()).about("nature", Nature::Maintain.as_str())
        }
        Event::PartnerAdded { partner } => {
            let deed = Deed::new("add-partner")
                .about("partner", partner.id.to_string())
                .about("nation", partner.nation.clone())
                .about("ceiling", partner.ceiling.as_str())
                .about("fingerprint", partner.recipient.fingerprint());
            with_categories(deed, &partner.categories)
        }
        Event::PartnerConfirmed { partner, fingerprint } => {
            Deed::new("confirm-partner").about("partner", partner.to_string()).about("fingerprint", fingerprint.clone())
        }
        Event::ReleaseRequested { release, partner, documents, .. } => Deed::new("request-release")
            .about("release", release.to_string())
            .about("partner", partner.to_string())
            .about("documents", joined(documents)),
        Event::ReleaseApproved { release } => of_release("approve-release", state, release),
        Event::ReleaseRefused { release } => of_release("refuse-release", state, release),
        Event::ReleaseWritten { release } => of_release("write-release", state, release),
        Event::ReleaseRecalled { release } => of_release("recall-release", state, release),
    }
}

/// What the author of an event's entry may add to its line; none: it is the line of no event.
fn addable(did: &str) -> Option<&'static [&'static str]> {
    Some(match did {
        "found"
        | "change-passphrase"
        | "add-officer"
        | "grant-clearance"
        | "record-briefing"
        | "record-approval"
        | "replace-guide"
        | "add-authority"
        | "replace-authorities"
        | "create-dossier"
        | "make-class"
        | "renew-key"
        | "deposit-key"
        | "add-partner"
        | "confirm-partner"
        | "approve-release"
        | "write-release" => &[],
        "disable-officer"
        | "suspend-clearance"
        | "reinstate-clearance"
        | "withdraw-clearance"
        | "remove-authority"
        | "remove-member"
        | "refuse-release"
        | "recall-release" => &["why"],
        "add-member" => &["basis"],
        "deliver-key" => &["by"],
        "file" => &["below-guide"],
        "request-release" => &["purpose"],
        "reclassify" => &["nature", "interest", "authority", "reference"],
        _ => return None,
    })
}

/// The author's words about an entry that he is about to write: those that he chose, and a line for each event that has none.
pub(crate) fn said(state: &State, events: &[Event], deeds: Vec<Deed>) -> Vec<Deed> {
    let mut own: Vec<Option<Deed>> = deeds.into_iter().map(Some).collect();
    let mut said: Vec<Deed> = events.iter().map(|event| whole(told(state, event), &mut own).0).collect();
    said.extend(own.into_iter().flatten());
    said
}

/// A line with what its author adds, and whether he says it at all.
fn whole(mut told: Deed, own: &mut [Option<Deed>]) -> (Deed, bool) {
    let own = own.iter_mut().find(|own| own.as_ref().is_some_and(|own| agrees(own, &told))).and_then(Option::take);
    let is_said = own.is_some();
    for (name, value) in own.into_iter().flat_map(|own| own.detail) {
        told.detail.entry(name).or_insert(value);
    }
    (told, is_said)
}

/// Whether an author's words say nothing else than the event, and add what may be added.
fn agrees(own: &Deed, told: &Deed) -> bool {
    let may_add = addable(&told.did).unwrap_or_default();
    own.did == told.did
        && own.detail.iter().all(|(name, value)| match told.detail.get(name) {
            Some(true_value) => true_value == value,
            None => may_add.contains(&name.as_str()),
        })
}

/// The lines of an entry: those of its events with what its author adds, his notes, and whatever of his words does not fit.
/// On the state after the entry; `sheets`: the classes that it has parts for.
pub(crate) fn held_against(state: &State, told: Vec<Deed>, said: Vec<Deed>, sheets: &BTreeSet<ClassId>) -> Vec<Deed> {
    let mut own: Vec<Option<Deed>> = said.into_iter().map(Some).collect();
    let (mut lines, mut untold, mut faults) = (Vec::with_capacity(own.len()), Vec::new(), Vec::new());
    for deed in told {
        let (line, is_said) = whole(deed, &mut own);
        if !is_said {
            untold.push(line.clone());
        }
        lines.push(line);
    }
    let mut accounted: BTreeSet<ClassId> = lines.iter().flat_map(|line| classes_of(state, line)).collect();
    for own in own.into_iter().flatten() {
        if let Some(place) = untold.iter().position(|line: &Deed| line.did == own.did) {
            untold.remove(place);
            faults.push(misfit("contradicts", &own));
        } else if is_note(state, &own, &lines, sheets) {
            accounted.extend(classes_of(state, &own));
            lines.push(own);
        } else {
            faults.push(misfit("not-done", &own));
        }
    }
    faults.extend(untold.iter().map(|line| misfit("not-said", line)));
    for hidden in sheets.difference(&accounted) {
        faults.push(Deed::new(MISFIT).about("fault", "sheet-not-said").about("class", hidden.to_string()));
    }
    lines.extend(faults);
    lines
}

/// Whether words without an event are such as an author may write, about what the entry bears out.
fn is_note(state: &State, own: &Deed, lines: &[Deed], sheets: &BTreeSet<ClassId>) -> bool {
    let only = |names: &[&str]| own.detail.keys().all(|name| names.contains(&name.as_str()));
    let has_sheets = || {
        let classes = classes_of(state, own);
        !classes.is_empty() && classes.is_subset(sheets)
    };
    match own.did.as_str() {
        "unlock" => only(&["failed", "memory"]) && own.detail.get("memory").is_none_or(|memory| memory == "lost"),
        "open" => only(&["document", "purpose"]) && has_sheets(),
        "notify" => only(&["document", "partner"]) && has_sheets(),
        "derive" => {
            let document = own.detail.get("document");
            let files = |line: &Deed| line.did == "file" && line.detail.get("document") == document;
            only(&["document", "documents"]) && lines.iter().any(files) && has_sheets()
        }
        "prepare-reclassify" => {
            only(&["document", "nature", "interest", "authority", "reference"]) && own.detail.contains_key("document")
        }
        "wrote-package" => {
            let release = own.detail.get("release").and_then(|id| ReleaseId::parse(id).ok());
            let release = release.and_then(|id| state.releases.get(&id).filter(|release| release.written_ms.is_some()));
            only(&["release", "partner", "documents", "package", "sha256"])
                && release.is_some_and(|release| {
                    let of = about_release(Deed::new("wrote-package"), release);
                    of.detail.iter().all(|(name, value)| own.detail.get(name) == Some(value))
                })
        }
        // Whatever was asked for; nothing came of it.
        "deny" => own.detail.contains_key("action") && own.detail.contains_key("reasons") && lines.is_empty(),
        _ => false,
    }
}

/// The classes on whose sheets the entry of a line stands.
fn classes_of(state: &State, line: &Deed) -> BTreeSet<ClassId> {
    let of_document = |id: &str| {
        let id = DocumentId::parse(id).ok()?;
        Some(state.documents.get(&id)?.class.clone())
    };
    let named = |name: &str| line.detail.get(name).into_iter().flat_map(|value| value.split(' '));
    match line.did.as_str() {
        "file" => named("class").filter_map(|class| ClassId::parse(class).ok()).collect(),
        "reclassify" => {
            let classes = named("class").chain(named("former")).filter_map(|class| ClassId::parse(class).ok());
            classes.chain(named("document").filter_map(of_document)).collect()
        }
        "open" | "notify" => named("document").filter_map(of_document).collect(),
        "derive" | "request-release" | "approve-release" | "refuse-release" | "write-release" | "recall-release" => {
            named("documents").filter_map(of_document).collect()
        }
        _ => BTreeSet::new(),
    }
}

fn misfit(fault: &str, words: &Deed) -> Deed {
    let mut deed = Deed { did: MISFIT.to_owned(), detail: words.detail.clone() };
    deed.detail.insert("action".to_owned(), words.did.clone());
    deed.detail.insert("fault".to_owned(), fault.to_owned());
    deed
}

fn of_release(did: &str, state: &State, id: &ReleaseId) -> Deed {
    let deed = Deed::new(did).about("release", id.to_string());
    match state.releases.get(id) {
        Some(release) => about_release(deed, release),
        None => deed,
    }
}

fn about_release(deed: Deed, release: &Release) -> Deed {
    deed.about("partner", release.partner.to_string()).about("documents", joined(&release.documents))
}

/// A deed about a key, with its name.
pub(crate) fn about_key(deed: Deed, key: &KeyName) -> Deed {
    match key {
        KeyName::Vault => deed.about("key", "vault"),
        KeyName::Oversight => deed.about("key", "oversight"),
        KeyName::Custody => deed.about("key", "custody"),
        KeyName::Dossier(id) => deed.about("key", "dossier").about("dossier", id.to_string()),
        KeyName::Class(id) => deed.about("key", "class").about("class", id.to_string()),
    }
}

/// As typed: `Handling=CRYPTO Handling=SOURCE`.
fn with_categories(deed: Deed, categories: &BTreeMap<String, BTreeSet<String>>) -> Deed {
    let each = categories.iter().flat_map(|(tag, values)| values.iter().map(move |value| format!("{tag}={value}")));
    match each.collect::<Vec<_>>().join(" ") {
        none if none.is_empty() => deed,
        categories => deed.about("categories", categories),
    }
}

fn joined<T: std::fmt::Display>(all: &[T]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// What moving a document from one class to another does; none where the two cannot be compared.
fn nature(state: &State, from: &ClassId, to: &ClassId) -> Option<Nature> {
    let access = |class: &ClassId| state.classes.get(class).map(|class| &class.access);
    let (from, to): (&AccessPart, &AccessPart) = (access(from)?, access(to)?);
    let to = NewAccess { access: to, policy: rules().policy(&to.policy)? };
    Nature::between(from, rules().policy(&from.policy)?, Some(to))
}

/// Whether an event is about an officer himself, who may then know of it although he may not read its author's words.
pub(crate) fn concerns(event: &Event, me: &OfficerId) -> bool {
    match event {
        Event::OfficerAdded { officer } => officer.id == *me,
        Event::OfficerDisabled { officer }
        | Event::PassphraseChanged { officer }
        | Event::ClearanceGranted { officer, .. }
        | Event::ClearanceChanged { officer, .. }
        | Event::BriefingRecorded { officer, .. }
        | Event::MemberAdded { officer, .. }
        | Event::MemberRemoved { officer, .. } => officer == me,
        Event::DossierCreated { lead, .. } => lead.as_ref() == Some(me),
        Event::Founded { .. }
        | Event::ApprovalRecorded { .. }
        | Event::GuideReplaced { .. }
        | Event::AuthoritiesReplaced { .. }
        | Event::ClassMade { .. }
        | Event::Rekeyed { .. }
        | Event::Delivered { .. }
        | Event::Deposited { .. }
        | Event::Filed { .. }
        | Event::Reclassified { .. }
        | Event::Maintained { .. }
        | Event::PartnerAdded { .. }
        | Event::PartnerConfirmed { .. }
        | Event::ReleaseRequested { .. }
        | Event::ReleaseApproved { .. }
        | Event::ReleaseRefused { .. }
        | Event::ReleaseWritten { .. }
        | Event::ReleaseRecalled { .. } => false,
    }
}

pub(crate) fn clearance_deed(status: policy::ClearanceStatus) -> &'static str {
    match status {
        policy::ClearanceStatus::Valid => "reinstate-clearance",
        policy::ClearanceStatus::Suspended => "suspend-clearance",
        policy::ClearanceStatus::Withdrawn => "withdraw-clearance",
    }
}
