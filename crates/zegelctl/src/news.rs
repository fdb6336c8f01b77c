//! What the officer at work should know and forbids nothing: warnings, for scripts and for a person.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use serde_json::{Value, json};
use words::Lang;

use crate::context::Context;
use crate::problem::speak;
use crate::shown::Shown;
use crate::wholeness;

/// Not everything that the log holds was read, or not all of it is as it was written.
const OF_THE_LOG: [&str; 2] = ["entry_waits", wholeness::DAMAGED];

impl Shown {
    /// Adds what the officer at work should know: to the object, after the warnings of the command itself; for a person, and
    /// where there is no object, on standard error. Every object about a vault has the list, be it empty.
    #[must_use]
    pub fn with_news(mut self, news: Option<Vec<vault::Reason>>, context: &Context) -> Shown {
        if context.common.json
            && context.common.vault.is_some()
            && let Some(fields) = self.json.as_object_mut()
        {
            fields.entry("warnings").or_insert_with(|| Value::Array(Vec::new()));
        }
        let Some(news) = news else { return self };
        if self.exit == 0 && news.iter().any(|reason| OF_THE_LOG.contains(&reason.code.as_str())) {
            // What is shown is true as far as it was read.
            self.exit = vault::ExitClass::Integrity as u8;
        }
        let told = warnings(&news, context);
        match self.json.as_object_mut().filter(|_| context.common.json) {
            Some(fields) => {
                let all = fields.entry("warnings").or_insert_with(|| Value::Array(Vec::new()));
                if let Some(all) = all.as_array_mut() {
                    all.extend(told);
                }
            }
            None if news.is_empty() => {}
            None => {
                let said = if context.common.json {
                    format!("{}\n", json!({ "warnings": told }))
                } else {
                    warned(&news, context)
                };
                // Nowhere to tell it.
                drop(io::stderr().lock().write_all(said.as_bytes()));
            }
        }
        self
    }
}

/// What should be known and forbids nothing, for scripts.
pub fn warnings(reasons: &[vault::Reason], context: &Context) -> Vec<Value> {
    reasons
        .iter()
        .map(|reason| {
            let (message, fix) = warning(reason, context.lang);
            serde_json::json!({"code": reason.code, "message": message, "fix": fix, "params": params(reason)})
        })
        .collect()
}

/// The same, for a person: one line each, and what to do about it.
pub fn warned(reasons: &[vault::Reason], context: &Context) -> String {
    let mut text = String::new();
    for (message, fix) in reasons.iter().map(|reason| warning(reason, context.lang)) {
        text.push_str(&format!("  ! {message}\n"));
        if !fix.is_empty() {
            text.push_str(&format!("    → {fix}\n"));
        }
    }
    text
}

/// A warning has words of its own, or those of the reason that it would be where it forbade something.
fn warning(reason: &vault::Reason, lang: Lang) -> (String, String) {
    let params: Vec<(&str, &str)> = reason.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    if let Some(what) = reason.code.strip_prefix("missing_") {
        // As the window says it at the start.
        let fix = match params.iter().find(|(name, _)| *name == "who") {
            Some((_, "none")) | None => words::say(lang, "ui-missing-nobody", &[]),
            Some((_, who)) => words::say(lang, "ui-missing-ask", &[("who", *who)]),
        };
        return (words::say(lang, &format!("ui-missing-{}", what.replace('_', "-")), &[]), fix);
    }
    let own = format!("warning-{}", reason.code.replace('_', "-"));
    if words::has(&own) {
        let fix = format!("{own}-fix");
        let fix = if words::has(&fix) { crate::said::say(lang, &fix, &params) } else { String::new() };
        return (crate::said::say(lang, &own, &params), fix);
    }
    let spoken = speak(lang, reason);
    (spoken.message, spoken.fix)
}

fn params(reason: &vault::Reason) -> BTreeMap<&str, &str> {
    reason.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect()
}

/// Reasons against, one below the other, each with what to do.
pub fn against(reasons: &[vault::Reason], context: &Context) -> String {
    let mut text = String::new();
    for spoken in reasons.iter().map(|reason| speak(context.lang, reason)) {
        text.push_str(&format!("  ✗ {}\n    → {}\n", spoken.message, spoken.fix));
    }
    text
}
