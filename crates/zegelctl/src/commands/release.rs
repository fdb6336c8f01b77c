//! `release`.

use clap::Subcommand;
use std::path::{Path, PathBuf};

use serde_json::json;
use vault::{
    Consent, ConsentDraft, DocumentConsent, DocumentId, HiddenDocuments, NamedOfficer, PartnerId, ReleaseFilter,
    ReleaseStatus, ReleaseView,
};

use super::pages::{collect, cut, in_order};
use super::reference::document;
use super::with::With;
use super::{against, json, warned, warnings};
use crate::cli::{Listing, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::out;
use crate::problem::Problem;
use crate::shown::{Shown, within};

#[derive(Subcommand, Debug)]
pub enum ReleaseCommand {
    /// Ask for documents to be released to a partner.
    Request {
        /// Id of the partner.
        #[arg(long)]
        partner: String,
        /// A document that is to go: its id, or its reference.
        #[arg(long = "doc", required = true, num_args = 1.., value_delimiter = ',')]
        docs: Vec<String>,
        /// What it is released for, for the package and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        purpose: String,
        /// The originator's consent: DOC=AUTHORITY:REF; without DOC it holds for those of that authority.
        #[arg(long = "consent", num_args = 1.., value_name = TEXT, value_parser = Text)]
        consents: Vec<String>,
    },
    /// Approve a request, as the second person: release authorities.
    Approve {
        /// Id of the release.
        release: String,
    },
    /// Write the package. A release that was written may be written again: each package has its own name and its entry in the
    /// log.
    Write {
        /// Id of the release.
        release: String,
        /// The folder that the package is written into; it is made where it is not there.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        with: With,
    },
    /// Requests that one may see, and for release authorities all, whatever they may see of them.
    List {
        /// In what order; else what was asked for last first.
        #[arg(long, value_name = "filed|name|status[:desc]")]
        sort: Option<String>,
        #[command(flatten)]
        listing: Listing,
    },
    /// One release: what is in it, what of it one may not open and whom to ask, and why one may not approve it. With a second
    /// officer also what stands on the sheets of what two open in it: its purpose above all.
    Show {
        /// Id of the release.
        release: String,
        #[command(flatten)]
        with: With,
    },
    /// End a request that waits, with a reason for the one who asked: release authorities.
    Refuse {
        /// Id of the release.
        release: String,
        /// The reason, for the log and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Call a request or a release back; a package that was handed over does not come back by itself.
    Recall {
        /// Id of the release.
        release: String,
        /// Why, for the log and the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

pub fn run(command: ReleaseCommand, context: &mut Context) -> Result<Shown, Problem> {
    match command {
        ReleaseCommand::Request { partner, docs, purpose, consents } => {
            let partner: PartnerId = known(&partner)?;
            let docs = docs.iter().map(|typed| document(typed, context)).collect::<Result<Vec<_>, _>>()?;
            let consents = given(&consents, &docs, context)?;
            let requested = context.session()?.request_release(&partner, &docs, &purpose, &consents)?;
            let text = context.say("cli-release-requested", &[("release", requested.release.as_str())]);
            let text = format!("{text}\n{}", warned(&requested.warnings, context));
            let warnings = warnings(&requested.warnings, context);
            Ok(Shown::text(json!({ "release": requested.release, "warnings": warnings }), text))
        }
        ReleaseCommand::Approve { release } => {
            context.session()?.approve_release(&known(&release)?)?;
            let text = context.say("cli-release-approved", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "approved"}), text))
        }
        ReleaseCommand::Write { release, out, with } => write(&release, &out, &with, context),
        ReleaseCommand::List { sort, listing: Listing { limit, after } } => {
            let sort = in_order(sort.as_deref(), ReleaseFilter::default().sort)?;
            let session = context.session()?;
            let page = |limit, after| session.releases(&ReleaseFilter { sort, limit, after });
            let all = collect(limit, after, page)?;
            let rows = all.rows.iter().map(|release| row(release, context)).collect::<Result<_, _>>()?;
            let head = context.head(&["id", "partner", "status", "requested-by", "decided-by", "documents", "why"]);
            let cut = cut(&all, context);
            let shown = json!({ "releases": all.rows, "next": all.next, "total": all.total });
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
        ReleaseCommand::Show { release, with } => {
            let id = known(&release)?;
            let second = with.second(context)?;
            let view = context.session()?.with_release(&id, second.as_ref(), |session| session.release(&id))?;
            let text = told(&view, context)?;
            let documents: Vec<DocumentId> = view.documents.iter().map(|one| one.id.clone()).collect();
            let superseded = context.session()?.superseded(&documents)?;
            Ok(Shown::text(json(&view)?, text).with_news(Some(superseded), context))
        }
        ReleaseCommand::Refuse { release, why } => {
            context.session()?.refuse_release(&known(&release)?, &why)?;
            let text = context.say("cli-release-refused", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "refused"}), text))
        }
        ReleaseCommand::Recall { release, why } => {
            context.session()?.recall_release(&known(&release)?, &why)?;
            let text = context.say("cli-release-recalled", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "recalled"}), text))
        }
    }
}

fn row(release: &ReleaseView, context: &Context) -> Result<Vec<String>, Problem> {
    let references = release.documents.iter().map(|document| document.reference.clone());
    let hidden = release.hidden.iter().map(|hidden| hidden_documents(hidden, context));
    Ok(vec![
        release.id.to_string(),
        release.partner.to_string(),
        status(release, context)?,
        release.requested_by.to_string(),
        release.approved_by.as_ref().or(release.refused_by.as_ref()).map_or_else(String::new, ToString::to_string),
        references.chain(hidden).collect::<Vec<_>>().join(", "),
        release.refused_why.clone().unwrap_or_default(),
    ])
}

fn status(release: &ReleaseView, context: &Context) -> Result<String, Problem> {
    let status = json(&release.status)?;
    Ok(context.say(&format!("cli-release-{}", status.as_str().unwrap_or_default()), &[]))
}

fn hidden_documents(hidden: &HiddenDocuments, context: &Context) -> String {
    context.say("release-hidden", &[("n", &hidden.documents.to_string())])
}

/// One release for a person: what is in it, what of it he may not see, why and whom to ask, and what keeps him from
/// approving it.
pub(super) fn told(release: &ReleaseView, context: &Context) -> Result<String, Problem> {
    let mut text = String::new();
    // To two together it says more, where he may open them with another.
    let two = release.by_two && !release.documents.is_empty();
    let unsaid = || context.say(if two { "release-purpose-two" } else { "release-purpose-hidden" }, &[]);
    let purpose = release.purpose.clone().unwrap_or_else(unsaid);
    let by = |officer: &Option<_>, at: Option<_>| match (officer, at) {
        (Some(officer), Some(at)) => Some(format!("{officer}, {}", context.moment(at))),
        _ => None,
    };
    let decided = by(&release.approved_by, release.approved_at).or(by(&release.refused_by, release.refused_at));
    let why = release
        .refused_by
        .as_ref()
        .map(|_| release.refused_why.clone().unwrap_or_else(|| context.say("release-refused-why-hidden", &[])));
    for (name, value) in [
        ("cli-col-id", Some(release.id.to_string())),
        ("cli-col-partner", Some(release.partner.to_string())),
        ("cli-col-status", Some(status(release, context)?)),
        ("cli-col-requested-by", Some(format!("{}, {}", release.requested_by, context.moment(release.requested_at)))),
        ("ui-release-purpose", Some(purpose)),
        ("cli-col-decided-by", decided),
        ("cli-col-written", written_last(release, context)),
        ("cli-col-why", why),
    ] {
        if let Some(value) = value {
            text.push_str(&format!("{}: {}\n", context.say(name, &[]), within(&value)));
        }
    }
    text.push_str(&format!("{}:\n", context.say("cli-col-documents", &[])));
    for document in &release.documents {
        let title = within(&document.title);
        text.push_str(&format!("  {}  {}  {title}\n", document.reference, document.banner.text));
    }
    for consent in &release.consents {
        text.push_str(&format!("  {}\n", consented(consent, context)));
    }
    for hidden in &release.hidden {
        text.push_str(&format!("  {}\n", hidden_documents(hidden, context)));
        for line in against(&hidden.reasons, context).lines() {
            text.push_str(&format!("  {line}\n"));
        }
        let named = |one: &NamedOfficer| {
            context.say("ui-missing-officer", &[("name", &one.full_name), ("id", one.id.as_str())])
        };
        let who: Vec<String> = hidden.ask.iter().map(named).collect();
        let ask = match who.as_slice() {
            [] => context.say("ui-missing-nobody", &[]),
            who => context.say("ui-missing-ask", &[("who", &who.join(", ")), ("n", &who.len().to_string())]),
        };
        text.push_str(&format!("    → {ask}\n"));
    }
    if release.status == ReleaseStatus::Waiting && !release.why_not.is_empty() {
        text.push_str(&format!("{}:\n{}", context.say("ui-release-why-not", &[]), against(&release.why_not, context)));
    }
    Ok(text)
}

/// Who consents to the release of a document, and whose it is: for the officer who agrees to it.
fn consented(of: &DocumentConsent, context: &Context) -> String {
    let Consent { authority, reference, from, until } = &of.consent;
    let until = until.map_or_else(|| "—".to_owned(), |until| until.to_string());
    let originator = if of.originator.is_empty() { "—" } else { of.originator.as_str() };
    context.say(
        "release-consented",
        &[
            ("document", &of.reference_of),
            ("authority", authority),
            ("reference", reference),
            ("from", &from.to_string()),
            ("until", &until),
            ("originator", originator),
        ],
    )
}

/// The last of its packages, and of how many.
fn written_last(release: &ReleaseView, context: &Context) -> Option<String> {
    let (by, at) = release.written_by.as_ref().zip(release.written)?;
    let times = release.written_times.to_string();
    Some(context.say("cli-release-written-last", &[("by", by.as_str()), ("at", &context.moment(at)), ("n", &times)]))
}

fn write(release: &str, into: &Path, with: &With, context: &mut Context) -> Result<Shown, Problem> {
    let id = known(release)?;
    let _made = out::folder(into)?;
    let second = with.second(context)?;
    let session = context.session()?;
    let written = release::write_with(session, &id, into, second.as_ref())?;
    let path = written.path.display().to_string();
    let text = context.say("cli-release-written-to", &[("path", &path)]);
    let lang = context.lang;
    let news = written.warnings(context.session()?, lang)?;
    let shown = json!({
        "release": id, "package": path, "sha256": written.sha256, "bytes": written.bytes, "before": written.before,
        "warnings": warnings(&news, context),
    });
    Ok(Shown::text(shown, format!("{text}\n{}", warned(&news, context))))
}

impl From<release::Error> for Problem {
    fn from(error: release::Error) -> Problem {
        match error {
            release::Error::Vault(error) => error.into(),
            other => Problem {
                params: other.params().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
                detail: other.detail(),
                ..Problem::new(other.code(), other.exit())
            },
        }
    }
}

/// `[DOC=]AUTHORITY:REFERENCE`; without a document it holds for those of that authority.
fn given(
    typed: &[String],
    docs: &[DocumentId],
    context: &mut Context,
) -> Result<Vec<(DocumentId, ConsentDraft)>, Problem> {
    let mut consents: Vec<(DocumentId, ConsentDraft)> = Vec::new();
    for text in typed {
        let (doc, consent) = match text.split_once('=') {
            // An equals sign may stand in the name of an authority as well.
            Some(_) if whose(text, docs, context)?.is_some() => (None, text.as_str()),
            Some((doc, consent)) => (Some(document(doc, context)?), consent),
            None => (None, text.as_str()),
        };
        let of = doc.as_ref().map_or(docs, std::slice::from_ref);
        let (authority, reference) = match whose(consent, of, context)? {
            Some(split) => split,
            None => consent.split_once(':').ok_or_else(|| Problem::value("bad_consent").with("value", consent))?,
        };
        let meant = match doc {
            Some(one) => vec![one],
            None => of_theirs(authority.trim(), docs, context)?,
        };
        let consent = ConsentDraft {
            authority: authority.trim().to_owned(),
            reference: reference.trim().to_owned(),
            from: None,
            until: None,
        };
        for document in meant {
            match consents.iter_mut().find(|(of, _)| *of == document) {
                // What answers to several has the consent of each.
                Some((_, before)) => {
                    before.authority = format!("{}; {}", before.authority, consent.authority);
                    before.reference = format!("{}; {}", before.reference, consent.reference);
                }
                None => consents.push((document, consent.clone())),
            }
        }
    }
    Ok(consents)
}

/// Authority and reference of a consent, where the one is an authority of these documents: a colon may stand in its name.
pub(super) fn whose<'t>(
    consent: &'t str,
    docs: &[DocumentId],
    context: &mut Context,
) -> Result<Option<(&'t str, &'t str)>, Problem> {
    for (at, _) in consent.match_indices(':') {
        let (authority, reference) = consent.split_at(at);
        if has_the_say(authority.trim(), docs, context)? {
            return Ok(Some((authority, reference.trim_start_matches(':'))));
        }
    }
    Ok(None)
}

fn has_the_say(authority: &str, docs: &[DocumentId], context: &mut Context) -> Result<bool, Problem> {
    let session = context.session()?;
    for document in docs {
        if session.has_the_say(document, authority)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The documents over which an authority has the say. Where it has none over any, all of them: the decision says whose
/// consent it takes.
fn of_theirs(authority: &str, docs: &[DocumentId], context: &mut Context) -> Result<Vec<DocumentId>, Problem> {
    let session = context.session()?;
    let mut theirs = Vec::new();
    for document in docs {
        if session.has_the_say(document, authority)? {
            theirs.push(document.clone());
        }
    }
    Ok(if theirs.is_empty() { docs.to_vec() } else { theirs })
}
