//! `authority`: the authorities that the vault speaks for.

use std::fmt::Write as _;

use clap::Subcommand;
use serde_json::json;
use vault::{AskedAuthorities, Decided};

use super::json;
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Authority {
    /// The vault's own name, and the others.
    List,
    /// Add the name of a section or service, as documents bear it: security officers.
    Add {
        /// The authority's name.
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
    },
    /// From now on its consent is asked for: security officers.
    Remove {
        /// The authority's name.
        #[arg(value_name = TEXT, value_parser = Text)]
        name: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

pub fn run(authority: Authority, context: &mut Context) -> Result<Shown, Problem> {
    match authority {
        Authority::List => {
            let view = context.session()?.authorities()?;
            let row = |name: &String, why: &str| vec![name.clone(), context.say(why, &[])];
            let own = row(&view.vault, "cli-authority-vault");
            let others = view.authorities.iter().map(|name| row(name, "cli-authority-listed"));
            let rows = std::iter::once(own).chain(others).collect();
            let shown = json(&view)?;
            Ok(Shown::table(shown, context.head(&["authority", "because"]), rows, String::new()))
        }
        Authority::Add { name } => {
            let view = match context.session()?.add_authority(&name)? {
                Decided::Effective(view) => view,
                Decided::Waiting(request) => return super::waiting(&request, "cli-authorities-asked", context),
            };
            let text = context.say("cli-authority-added", &[("authority", &name)]);
            Ok(Shown::text(json!({"authorities": view.authorities}), text))
        }
        Authority::Remove { name, why } => {
            let view = match context.session()?.remove_authority(&name, &why)? {
                Decided::Effective(view) => view,
                Decided::Waiting(request) => return super::waiting(&request, "cli-authorities-asked", context),
            };
            let text = context.say("cli-authority-removed", &[("authority", &name)]);
            Ok(Shown::text(json!({"authorities": view.authorities}), text))
        }
    }
}

/// What a list that was asked for would change in the one in force, in lines.
pub fn asked(asked: &AskedAuthorities, context: &Context) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}:", context.say("ui-assent-change", &[]));
    for name in &asked.added {
        let _ = writeln!(text, "  {}", context.say("ui-assent-authority-added", &[("name", name)]));
    }
    for name in &asked.removed {
        let _ = writeln!(text, "  {}", context.say("ui-assent-authority-removed", &[("name", name)]));
    }
    if asked.added.is_empty() && asked.removed.is_empty() {
        let _ = writeln!(text, "  {}", context.say("ui-assent-authorities-same", &[]));
    }
    text
}
