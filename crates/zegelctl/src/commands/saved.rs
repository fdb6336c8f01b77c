//! `doc views`: the filters and orders of the register that an officer keeps under names.

use serde_json::json;
use vault::{DocumentFilter, ExitClass, Sort};

use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

/// All of them; or takes one away.
pub fn views(remove: Option<&str>, context: &mut Context) -> Result<Shown, Problem> {
    if let Some(name) = remove {
        context.session()?.remove_view(name)?;
    }
    let views = context.session()?.saved_views()?;
    let rows = views.iter().map(|view| vec![view.name.clone(), typed(&view.filter)]).collect();
    let head = context.head(&["view", "filter"]);
    Ok(Shown::table(json!({ "views": views }), head, rows, context.say("cli-none", &[])))
}

/// Keeps a filter and an order under a name. What is kept under it already is replaced where that is asked for.
///
/// # Errors
/// `view_exists`; what is wrong with the name; why it could not be written.
pub fn keep(name: &str, filter: &DocumentFilter, force: bool, context: &mut Context) -> Result<(), Problem> {
    let same = DocumentFilter { limit: 0, after: None, ..filter.clone() };
    match context.session()?.saved_view(name) {
        Ok(kept) if !force && kept.filter != same => {
            let stands_for =
                Some(typed(&kept.filter)).filter(|words| !words.is_empty()).unwrap_or_else(|| "doc list".into());
            let problem = Problem::new("view_exists", ExitClass::Failed);
            return Err(problem.with("name", kept.name).with("filter", stands_for));
        }
        Ok(_) | Err(vault::Error::NotFound { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    context.session()?.save_view(name, same)?;
    Ok(())
}

/// As one would type it after `doc list`.
fn typed(filter: &DocumentFilter) -> String {
    let DocumentFilter {
        query,
        inside,
        level,
        policy,
        dossier,
        from,
        to,
        originator,
        kind,
        mine,
        withdrawn,
        sort,
        limit: _,
        after: _,
    } = filter;
    let level = level.and_then(|level| json!(level).as_str().map(str::to_owned));
    // A level by the name that one policy gives it is that policy's.
    let level = level.map(|level| policy.as_ref().map_or(level.clone(), |policy| format!("{level} ({policy})")));
    let quoted = |text: &String| format!("“{text}”");
    let values = [
        ("--query", query.as_ref().map(quoted)),
        ("--in", inside.then(|| "content".to_owned())),
        ("--level", level),
        ("--dossier", dossier.as_ref().map(ToString::to_string)),
        ("--from", from.map(|day| day.to_string())),
        ("--to", to.map(|day| day.to_string())),
        ("--originator", originator.as_ref().map(quoted)),
        ("--kind", kind.clone()),
        ("--mine", mine.map(|mine| mine.as_str().to_owned())),
        ("--sort", (*sort != Sort::default()).then(|| sort.to_string())),
    ];
    let mut words: Vec<String> =
        values.into_iter().filter_map(|(option, value)| value.map(|value| format!("{option} {value}"))).collect();
    if *withdrawn {
        words.push("--withdrawn".to_owned());
    }
    words.join(" ")
}
