//! `doctor`: whether everything in the vault's folder is as it should be.

use serde_json::{Value, json};
use vault::{ExitClass, Finding, Gravity};

use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

/// What keeps an officer from unlocking and is no fault of the vault.
const CLOCK: [&str; 2] = ["clock_behind", "clock_far_ahead"];

pub fn run(context: &mut Context) -> Result<Shown, Problem> {
    let vault = context.vault()?;
    let mut refused = Vec::new();
    let unlocked = if context.common.officer.is_some() { Some(context.session()) } else { None };
    let session = match unlocked.transpose() {
        Ok(session) => session,
        // That it cannot be unlocked for what it holds, or for the clock, is what was asked about.
        Err(problem) if problem.exit == ExitClass::Integrity || CLOCK.contains(&problem.code.as_str()) => {
            refused.push(problem);
            None
        }
        Err(problem) => return Err(problem),
    };
    let checkup = vault.doctor(session);

    let known = context.at_work().and_then(|session| session.wholeness().ok());

    let mut text = String::new();
    let mut findings = Vec::new();
    let mut tell = |gravity: Gravity, code: &str, name: &str, message: String, fix: String| {
        let (mark, gravity) = match gravity {
            Gravity::Integrity => ('✗', "integrity"),
            Gravity::Upkeep => ('!', "upkeep"),
        };
        let named = if name.is_empty() {
            message.clone()
        } else {
            context.say("of-file", &[("file", name), ("message", &message)])
        };
        text.push_str(&format!("{mark} {named}\n"));
        if !fix.is_empty() {
            text.push_str(&format!("    → {fix}\n"));
        }
        findings.push(json!({"gravity": gravity, "code": code, "name": name, "message": message, "fix": fix}));
    };
    for problem in &refused {
        let spoken = problem.spoken(context.lang);
        let upkeep = problem.exit != ExitClass::Integrity;
        let gravity = if upkeep { Gravity::Upkeep } else { Gravity::Integrity };
        tell(gravity, &spoken.code, "", spoken.message, spoken.fix);
    }
    for finding in &checkup.findings {
        let (message, fix) = said(finding, context);
        tell(finding.gravity, &finding.what.code, &finding.name, message, fix);
    }
    let grave = refused.iter().any(|problem| problem.exit == ExitClass::Integrity);
    let grave = grave || checkup.findings.iter().any(|f| f.gravity == Gravity::Integrity);
    let ok = findings.is_empty();

    let count = |count: u64| count.to_string();
    let mut line = |key: &str, args: &[(&str, &str)]| text.push_str(&format!("{}\n", context.say(key, args)));
    if let Some(entries) = checkup.entries {
        line("doctor-log", &[("entries", &count(entries))]);
    }
    let mut not_checked: Vec<&str> = Vec::new();
    match checkup.documents {
        Some(documents) => {
            let closed = documents.saturating_sub(checkup.tried);
            line("doctor-documents", &[("documents", &count(documents)), ("tried", &count(checkup.tried))]);
            if closed > 0 && !checkup.objects_away {
                not_checked.push("objects_without_key");
                line("doctor-closed", &[("count", &count(closed))]);
            }
        }
        None => {
            not_checked.extend(["documents_present", "objects_unclaimed", "objects_without_key"]);
            line("cli-doctor-objects", &[("objects", &count(checkup.objects))]);
            line("cli-doctor-unclaimed", &[]);
        }
    }
    if checkup.objects_away {
        not_checked.extend(["objects", "documents_present", "objects_unclaimed"]);
        not_checked.sort_unstable();
        not_checked.dedup();
    }
    if checkup.identities_elsewhere > 0 {
        not_checked.push("identities_elsewhere");
        line("doctor-identities-elsewhere", &[("count", &count(checkup.identities_elsewhere))]);
    }
    // A sealed file is tried at its beginning and its end; what lies between is read when it is opened.
    not_checked.push("contents");
    line("doctor-contents", &[]);
    line("doctor-office", &[("is", checkup.programs.office.as_str())]);
    line("doctor-ocr", &[("is", checkup.programs.ocr.as_str())]);
    line("doctor-pdfium", &[("is", checkup.programs.pdfium.as_str())]);
    if checkup.texts_waiting > 0 {
        line("doctor-texts-waiting", &[("count", &count(checkup.texts_waiting))]);
    }
    if let Some(known) = &known {
        text.push_str(&format!("{}\n", super::ledger::last_whole(known, context)));
    }
    let mut line = |key: &str, args: &[(&str, &str)]| text.push_str(&format!("{}\n", context.say(key, args)));
    let backup = vault.last_backup();
    match &backup {
        Some(last) => {
            let entries = count(last.entries);
            line("ui-backup-last", &[("at", &last.at), ("folder", &last.folder), ("entries", &entries)]);
        }
        None => line("ui-backup-never", &[]),
    }
    if ok {
        line("doctor-sound", &[]);
    }
    let shown = json!({
        "ok": ok, "findings": Value::Array(findings), "entries": checkup.entries, "objects": checkup.objects,
        "documents": checkup.documents, "tried": checkup.tried, "not_checked": not_checked,
        "last_whole": known.and_then(|known| known.last_whole),
        "last_backup": backup, "programs": checkup.programs, "texts_waiting": checkup.texts_waiting,
    });
    let exit = match (grave, ok) {
        (true, _) => ExitClass::Integrity as u8,
        (false, true) => 0,
        (false, false) => ExitClass::Failed as u8,
    };
    Ok(Shown { exit, ..Shown::text(shown, text) }.with_news(context.of_workstation(), context))
}

/// A finding has words of its own, or is an error that would stop anyone who comes upon it.
fn said(finding: &Finding, context: &Context) -> (String, String) {
    let code = finding.what.code.replace('_', "-");
    let own = format!("found-{code}");
    if words::has(&own) {
        let params: Vec<(&str, &str)> = finding.what.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        return (context.say(&own, &params), context.say(&format!("{own}-fix"), &params));
    }
    let error = Problem {
        params: finding.what.params.clone().into_iter().collect(),
        ..Problem::new(&finding.what.code, ExitClass::Failed)
    };
    let spoken = error.spoken(context.lang);
    (spoken.message, spoken.fix)
}
