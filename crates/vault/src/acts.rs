//! The acts that the log knows, each by its name: `LogRow::action`, `LogFilter::action`.

/// All of them, what is looked for most often first. Words: `ui-act-<act>`.
pub const ACTS: &[&str] = &[
    "open",
    "deny",
    "file",
    "derive",
    "show",
    "explain",
    "unlock",
    "change-passphrase",
    "reclassify",
    "prepare-reclassify",
    "declassify",
    "downgrade",
    "upgrade",
    "remark",
    "maintain",
    "move",
    "notify",
    "request-release",
    "approve-release",
    "refuse-release",
    "write-release",
    "wrote-package",
    "recall-release",
    "add-partner",
    "confirm-partner",
    "add-officer",
    "disable-officer",
    "grant-clearance",
    "suspend-clearance",
    "reinstate-clearance",
    "withdraw-clearance",
    "record-briefing",
    "record-approval",
    "replace-guide",
    "add-authority",
    "remove-authority",
    "replace-authorities",
    "create-dossier",
    "add-member",
    "remove-member",
    "make-class",
    "deliver-key",
    "deposit-key",
    "renew-key",
    "found",
    "does-not-fit",
    "unreadable",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::ACTS;

    /// What stands in double quotes after a mark.
    fn quoted<'s>(source: &'s str, mark: &'s str) -> impl Iterator<Item = String> + 's {
        let after = source.split(mark).skip(1).map(str::trim_start).filter_map(|rest| rest.strip_prefix('"'));
        after.filter_map(|rest| rest.split('"').next()).map(str::to_owned)
    }

    #[test]
    fn every_act_that_is_recorded_is_in_the_list_once() {
        let mut recorded = BTreeSet::new();
        let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(std::fs::read_dir(&path).expect("sources").map(|entry| entry.expect("a file").path()));
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("acts.rs") {
                let source = std::fs::read_to_string(&path).expect("a source file is text");
                for mark in ["Deed::new(", "release_deed(", "of_release(", ".did = ", "MISFIT: &str = "] {
                    recorded.extend(quoted(&source, mark));
                }
            }
        }
        assert!(recorded.len() > 30 && recorded.contains("wrote-package"), "{recorded:?}");
        let listed: BTreeSet<String> = ACTS.iter().map(|act| (*act).to_owned()).collect();
        assert_eq!(listed.len(), ACTS.len(), "none twice");
        let unlisted: Vec<&String> = recorded.difference(&listed).collect();
        assert!(unlisted.is_empty(), "{unlisted:?}");
    }
}
