//! `demo`: an exercise vault with officers, dossiers, real PDF documents and partners. Everybody in it is invented, and so
//! is everything that the documents say.

mod cast;
mod old;
mod pages;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirBuilder, Permissions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;
use label::time::months_from;
use label::{LabelDraft, Policy};
use reading::InWorker;
use seal::Identity;
use serde_json::json;
use vault::{
    AssentFilter, DocumentId, DossierId, ExitClass, Flow, GrantClearance, Marking, NewDocument, NewDossier, NewPartner,
    NewSharing, NewVault, OfficerId, PartnerId, Passphrase, RecordBriefing, Role, Session, Shared, Source, Vault,
    WorkFactor,
};

use crate::context::{Context, clock};
use crate::interrupt;
use crate::problem::{Problem, printable};
use crate::shown::Shown;
use cast::{CUSTODIANS, DOSSIERS, OFFICERS, PARTNERS, SECTION};
use texts::Text;

/// Everybody's: said aloud, so that nobody takes an exercise vault for a safe.
pub const PASSPHRASE: &str = vault::PUBLIC_PASSPHRASE;
pub const NAME: &str = "Exercise Ardennes 26";

#[derive(Args, Debug)]
pub struct Demo {
    /// The folder that it is made in.
    pub dir: PathBuf,
}

pub fn run(demo: &Demo, context: &mut Context) -> Result<Shown, Problem> {
    let stopped = Problem::new("demo_stopped", ExitClass::Failed).with("path", printable(&demo.dir));
    let spoken = stopped.spoken(context.lang);
    let json = context.common.json;
    interrupt::last_words(Some(if json { format!("{}\n", json!(spoken)) } else { spoken.sentences() }));
    let was_empty = fs::read_dir(&demo.dir).map_or(!demo.dir.exists(), |mut entries| entries.next().is_none());
    let made = build(&demo.dir);
    interrupt::last_words(None);
    if made.is_err() && was_empty {
        empty(&demo.dir);
    }
    let made = made?;
    let text = context.say(
        "cli-demo-made",
        &[
            ("path", &demo.dir.display().to_string()),
            ("officers", &OFFICERS.len().to_string()),
            ("documents", &made.documents.to_string()),
            ("passphrase", PASSPHRASE),
        ],
    );
    let officers: Vec<&str> = OFFICERS.iter().map(|o| o.id).collect();
    Ok(Shown::text(
        json!({
            "vault": demo.dir.display().to_string(), "officers": officers, "documents": made.documents,
            "partners": PARTNERS.iter().map(|p| p.id).collect::<Vec<_>>(), "passphrase": PASSPHRASE,
        }),
        text,
    ))
}

/// Half a vault is of no use, and stands in the way of the next one. The folder itself stays.
fn empty(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let path = entry.path();
        // What cannot be removed is still there, and the next attempt says so.
        drop(if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) });
    }
}

/// What was made.
pub struct Made {
    pub documents: usize,
}

/// Makes the whole vault, in the order in which a service would: what takes two, one security officer asks for and the other
/// agrees to.
///
/// # Errors
/// When the folder is not empty, or anything that the vault says.
pub fn build(dir: &Path) -> Result<Made, Problem> {
    // Weak on purpose: the passphrase is public.
    let work_factor = WorkFactor::EXERCISE;
    let [first, ..] = OFFICERS;
    let new = NewVault {
        name: NAME.to_owned(),
        officer: OfficerId::parse(first.id)?,
        full_name: first.full_name.to_owned(),
        nationality: first.nationality.to_owned(),
        regime: vault::Regime::Full,
        work_factor,
    };
    let vault = Vault::init(dir, new, &passphrase(), clock()).map_err(|error| Problem::of_folder(error, dir))?;
    let vault = vault.with_work_factor(work_factor).with_text_reader(Arc::new(InWorker::BesideProgram));
    let today = vault::today(vault.now());

    let mut security = unlock(&vault, first.id)?;
    // The first lets the second security officer in alone: there is nobody else yet. From then on it takes both.
    let is_second = |officer: &&cast::Officer| officer.roles.contains(&Role::SecurityOfficer);
    let second = OFFICERS.iter().skip(1).find(is_second).ok_or_else(|| Problem::new("internal", ExitClass::Failed))?;
    let_in(&vault, &mut security, second)?;
    let mut other = unlock(&vault, second.id)?;
    for officer in OFFICERS.iter().skip(1).filter(|officer| officer.id != second.id) {
        let_in(&vault, &mut security, officer)?;
    }
    agree(&mut other)?;
    share_custody(&mut security, &mut other)?;
    // Nobody clears himself: the first officer is cleared by the second security officer.
    for officer in OFFICERS.iter().skip(1) {
        clear(&mut security, officer, today)?;
    }
    clear(&mut other, first, today)?;
    agree(&mut other)?;
    security.catch_up()?;
    security.add_authority(SECTION)?;
    agree(&mut other)?;
    for dossier in DOSSIERS {
        let id = DossierId::parse(dossier.id)?;
        let lead = Some(OfficerId::parse(dossier.lead)?);
        security.create_dossier(NewDossier { id: id.clone(), title: dossier.title.to_owned(), lead, deputy: None })?;
        for member in dossier.members {
            security.add_member(&id, &OfficerId::parse(member)?, None, dossier.basis)?;
        }
    }
    let documents = file_all(&vault, today)?;
    security.catch_up()?;
    // Nobody confirms a key that he entered himself.
    add_partners(&mut security, &mut other, dir, today)?;
    security.upkeep()?;
    Ok(Made { documents })
}

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

fn unlock(vault: &Vault, officer: &str) -> Result<Session, Problem> {
    Ok(vault.unlock(&OfficerId::parse(officer)?, &passphrase())?)
}

/// By a request that he made himself.
fn let_in(vault: &Vault, security: &mut Session, officer: &cast::Officer) -> Result<(), Problem> {
    let id = OfficerId::parse(officer.id)?;
    let (request, _) = vault.request_identity(&id, officer.full_name, officer.nationality, &passphrase())?;
    security.admit_officer(request.as_bytes(), &officer.roles.iter().copied().collect())?;
    Ok(())
}

/// Says yes to everything that waits for it.
fn agree(other: &mut Session) -> Result<(), Problem> {
    let waiting = other.assents(&AssentFilter { limit: 1_000, ..AssentFilter::default() })?;
    for one in waiting.rows.into_iter().filter(|one| one.may_give) {
        other.give_assent(&one.summary.id)?;
    }
    Ok(())
}

/// Among three, of whom two suffice, before there are keys to be shared.
fn share_custody(security: &mut Session, other: &mut Session) -> Result<(), Problem> {
    let custodians = CUSTODIANS.iter().map(|id| OfficerId::parse(id)).collect::<Result<_, _>>()?;
    let new = NewSharing { threshold: 2, custodians, waiting_hours: Some(0) };
    match security.share_custody(new)? {
        Shared::Effective(_) => {}
        Shared::Waiting(request) => drop(other.give_assent(&request)?),
    }
    Ok(security.catch_up()?)
}

/// Clearances and briefings of one officer.
fn clear(by: &mut Session, officer: &cast::Officer, today: NaiveDate) -> Result<(), Problem> {
    let id = OfficerId::parse(officer.id)?;
    for (number, cleared) in officer.clearances.iter().enumerate() {
        let categories: BTreeMap<_, _> = if cleared.handling.is_empty() {
            BTreeMap::new()
        } else {
            let values = cleared.handling.iter().map(|v| (*v).to_owned()).collect();
            BTreeMap::from([(label::HANDLING.to_owned(), values)])
        };
        by.grant_clearance(GrantClearance {
            officer: id.clone(),
            policy: cleared.policy.to_owned(),
            level: cleared.level.to_owned(),
            categories,
            from: months_before(today, 12),
            until: months_after(today, cleared.months_left),
            certificate: format!("EX-{}-{}", officer.id.to_uppercase(), number + 1),
            authority: officer.authority.to_owned(),
        })?;
    }
    for (policy, level) in officer.briefings {
        let briefing = RecordBriefing {
            officer: id.clone(),
            policy: (*policy).to_owned(),
            level: (*level).to_owned(),
            date: months_before(today, 6),
        };
        by.record_briefing(briefing)?;
    }
    Ok(())
}

/// Each document is filed by the lead of its dossier.
fn file_all(vault: &Vault, today: NaiveDate) -> Result<usize, Problem> {
    let policy = Policy::builtin("BEL").ok_or_else(|| Problem::value("unknown_policy").with("policy", "BEL"))?;
    let mut count = 0;
    for dossier in DOSSIERS {
        let mut session = unlock(vault, dossier.lead)?;
        let (made, first): (Vec<Text>, Vec<Text>) =
            Text::all().filter(|text| text.dossier == dossier.id).partition(|text| !text.sources.is_empty());
        let batch = first.iter().map(|text| document(text, &policy, Vec::new())).collect::<Result<Vec<_>, _>>()?;
        let filed = session.file_documents(batch, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
        count += filed.len() + made.len();
        let ids: BTreeMap<&str, DocumentId> =
            first.iter().map(|text| text.name).zip(filed.into_iter().map(|filed| filed.id)).collect();
        for text in &made {
            let sources = text.sources.iter().filter_map(|name| ids.get(name).cloned()).collect();
            session.file_document(document(text, &policy, sources)?, &mut |_| Flow::Continue)?;
        }
        if dossier.id == old::DOSSIER {
            let batch =
                old::all(today).map(|text| document(&text, &policy, Vec::new())).collect::<Result<Vec<_>, _>>()?;
            let filed = session.file_documents(batch, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
            old::decide(&mut session, &filed, today)?;
            count += filed.len();
        }
    }
    Ok(count)
}

fn document(text: &Text, policy: &Policy, sources: Vec<DocumentId>) -> Result<NewDocument, Problem> {
    let marked = label::time::begin_of(text.date);
    let draft = LabelDraft::from_words(policy, text.level, text.releasable.as_deref(), &text.categories, marked)
        .map_err(|violations| crate::problem::refused(&violations))?;
    let label =
        label::Label::build(policy, draft.clone()).map_err(|violations| crate::problem::refused(&violations))?;
    let pdf = pages::pdf(text, &policy.banner(&label))
        .map_err(|error| Problem::new("internal", ExitClass::Failed).detailed(error))?;
    Ok(NewDocument {
        source: Source::Bytes(pdf),
        dossier: DossierId::parse(text.dossier)?,
        marking: Marking::Draft { policy: policy.name().to_owned(), draft },
        title: text.title.to_owned(),
        subject: text.subject.to_owned(),
        originator: text.originator.to_owned(),
        paper: String::new(),
        date: text.date,
        finalised: None,
        file_name: Some(format!("{}.pdf", text.name).into_bytes()),
        topics: text.topics.clone(),
        motive: text.motive.map(str::to_owned),
        sources,
    })
}

/// Partners with keys made now. Their identities lie in `partners/` next to the vault's files: an exercise needs both ends.
fn add_partners(session: &mut Session, other: &mut Session, dir: &Path, today: NaiveDate) -> Result<(), Problem> {
    let folder = dir.join("partners");
    private_folder(&folder).map_err(|error| Problem::file(&folder, &error))?;
    for partner in PARTNERS {
        let identity = if partner.post_quantum { Ok(Identity::generate()) } else { Identity::generate_classic() };
        let identity = identity.map_err(|error| Problem::new("internal", ExitClass::Failed).detailed(error))?;
        let path = folder.join(format!("{}.identity.txt", partner.id));
        write_private(&path, identity.expose_secret_line().expose_secret())
            .map_err(|error| Problem::file(&path, &error))?;
        let id = PartnerId::parse(partner.id)?;
        let added = session.add_partner(NewPartner {
            id: id.clone(),
            name: partner.name.to_owned(),
            nation: partner.nation.to_owned(),
            communities: partner.communities.iter().map(|c| (*c).to_owned()).collect(),
            contact: partner.contact.to_owned(),
            recipient: identity.recipient().to_string(),
            signing_key: None,
            ceiling: partner.ceiling,
            categories: handling(partner.categories),
            agreement: Some(partner.agreement.to_owned()),
            until: Some(months_after(today, 24)),
        })?;
        if partner.confirmed {
            other.confirm_partner(&id, &added.fingerprint, None)?;
        }
    }
    Ok(())
}

/// These values of the tag `Handling`; no tag when there are none.
fn handling(values: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let values: BTreeSet<String> = values.iter().map(|value| (*value).to_owned()).collect();
    if values.is_empty() { BTreeMap::new() } else { [("Handling".to_owned(), values)].into() }
}

/// For its owner alone, whatever the umask.
fn private_folder(path: &Path) -> std::io::Result<()> {
    DirBuilder::new().mode(0o700).create(path)?;
    std::fs::set_permissions(path, Permissions::from_mode(0o700))
}

fn write_private(path: &Path, line: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    writeln!(file, "{}", line.trim_end())
}

fn months_after(day: NaiveDate, months: i32) -> NaiveDate {
    months_from(day, months)
}

fn months_before(day: NaiveDate, months: i32) -> NaiveDate {
    months_from(day, -months)
}
