//! `doc withdraw`: taking back a filing that should not have been.

use std::fmt::Write as _;

use serde_json::json;
use vault::{AskedWithdrawal, Decided};

use super::reference::document;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::{Shown, within};

pub fn withdraw(typed: &str, why: &str, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    match context.session()?.withdraw_document(&id, why)? {
        Decided::Effective(()) => {
            let text = context.say("cli-withdrawn", &[("id", typed)]);
            Ok(Shown::text(json!({ "id": id, "withdrawn": true }), text))
        }
        Decided::Waiting(request) => super::waiting(&request, "cli-withdrawal-asked", context),
    }
}

/// What would be withdrawn, to the officer who answers.
pub fn told(asked: &AskedWithdrawal, context: &Context) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{}: {}", context.say(name, &[]), within(value));
    };
    line("cli-col-id", asked.document.as_str());
    line("cli-col-title", asked.title.as_deref().unwrap_or("—"));
    line("cli-col-filed", asked.filed_by.as_str());
    line("ui-assent-why", asked.why.as_deref().unwrap_or("—"));
    line("ui-assent-change", &context.say("ui-withdrawal-change", &[]));
    text
}
