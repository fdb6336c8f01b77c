//! `release`.

use std::path::Path;

use serde_json::json;
use vault::{DocumentId, NewConsent, PartnerId, ReleaseId};

use super::doc::document;
use super::{json, warned, warnings};
use crate::cli::Release;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

pub fn run(command: Release, context: &mut Context) -> Result<Shown, Problem> {
    match command {
        Release::Request { partner, docs, purpose, consents } => {
            let partner = PartnerId::parse(&partner)?;
            let docs = docs.iter().map(|typed| document(typed, context)).collect::<Result<Vec<_>, _>>()?;
            let consents = given(&consents, &docs, context)?;
            let requested = context.session()?.request_release(&partner, &docs, &purpose, &consents)?;
            let text = context.say("cli-release-requested", &[("release", requested.release.as_str())]);
            let text = format!("{text}\n{}", warned(&requested.warnings, context));
            let warnings = warnings(&requested.warnings, context);
            Ok(Shown::text(json!({ "release": requested.release, "warnings": warnings }), text))
        }
        Release::Approve { release } => {
            context.session()?.approve_release(&ReleaseId::parse(&release)?)?;
            let text = context.say("cli-release-approved", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "approved"}), text))
        }
        Release::Write { release, out } => write(&release, &out, context),
        Release::List => {
            let releases = context.session()?.releases()?;
            let rows = releases
                .iter()
                .map(|r| {
                    let references: Vec<&str> = r.documents.iter().map(|d| d.reference.as_str()).collect();
                    let status = json(&r.status)?;
                    let status = context.say(&format!("cli-release-{}", status.as_str().unwrap_or_default()), &[]);
                    Ok(vec![
                        r.id.to_string(),
                        r.partner.to_string(),
                        status,
                        r.requested_by.to_string(),
                        r.approved_by.as_ref().or(r.refused_by.as_ref()).map_or_else(String::new, ToString::to_string),
                        references.join(", "),
                        r.refused_why.clone(),
                    ])
                })
                .collect::<Result<_, Problem>>()?;
            let head = context.head(&["id", "partner", "status", "requested-by", "decided-by", "documents", "why"]);
            Ok(Shown::table(json!({ "releases": releases }), head, rows, context.say("cli-none", &[])))
        }
        Release::Refuse { release, why } => {
            context.session()?.refuse_release(&ReleaseId::parse(&release)?, &why)?;
            let text = context.say("cli-release-refused", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "refused"}), text))
        }
        Release::Recall { release, why } => {
            context.session()?.recall_release(&ReleaseId::parse(&release)?, &why)?;
            let text = context.say("cli-release-recalled", &[("release", &release)]);
            Ok(Shown::text(json!({"release": release, "status": "recalled"}), text))
        }
    }
}

fn write(release: &str, out: &Path, context: &mut Context) -> Result<Shown, Problem> {
    let id = ReleaseId::parse(release)?;
    let session = context.session()?;
    let written = release::write(session, &id, out)?;
    let path = written.path.display().to_string();
    let text = context.say("cli-release-written-to", &[("path", &path)]);
    let shown = json!({"release": id, "package": path, "sha256": written.sha256, "bytes": written.bytes});
    Ok(Shown::text(shown, text))
}

impl From<release::Error> for Problem {
    fn from(error: release::Error) -> Problem {
        match error {
            release::Error::Vault(error) => error.into(),
            other => Problem {
                params: other.params().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
                detail: Some(other.to_string()),
                ..Problem::new(other.code(), other.exit())
            },
        }
    }
}

/// `[DOC=]AUTHORITY:REFERENCE`; without a document it holds for all of them.
fn given(typed: &[String], docs: &[DocumentId], context: &mut Context) -> Result<Vec<NewConsent>, Problem> {
    let mut consents = Vec::new();
    for text in typed {
        let (doc, consent) = match text.split_once('=') {
            Some((doc, consent)) => (Some(document(doc, context)?), consent),
            None => (None, text.as_str()),
        };
        let (authority, reference) =
            consent.split_once(':').ok_or_else(|| Problem::usage("bad_consent").with("value", consent))?;
        let meant: Vec<DocumentId> = doc.map_or_else(|| docs.to_vec(), |one| vec![one]);
        consents.extend(meant.into_iter().map(|document| NewConsent {
            document,
            authority: authority.trim().to_owned(),
            reference: reference.trim().to_owned(),
            from: None,
            until: None,
        }));
    }
    Ok(consents)
}
