//! Who else on this machine can read a file. That depends on its own mode and on the folders on the way to it.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::fd::{AsFd as _, AsRawFd as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// Read, write or search for the group or for others. With an access list, the group's bits are its mask.
const OTHERS: u32 = 0o077;
/// The right to go through a folder, for the group or for others.
const THROUGH: u32 = 0o011;

/// Whether others than its owner and the administrator can reach what lies at this path, by its own mode and by those of the
/// folders that lead to it. Links on the way are followed.
///
/// # Errors
/// When the path, or a folder on its way, cannot be looked at.
pub fn open_to_others(path: &Path) -> io::Result<bool> {
    let real = fs::canonicalize(path)?;
    reached_by_others(&fs::metadata(&real)?, &real)
}

/// The same of what is open, whatever its path leads to by now.
///
/// # Errors
/// When it, or a folder on the way to it, cannot be looked at.
pub fn opened_to_others(file: &File) -> io::Result<bool> {
    let what = file.metadata()?;
    if what.mode() & OTHERS == 0 {
        return Ok(false);
    }
    let real = fs::read_link(format!("/proc/self/fd/{}", file.as_fd().as_raw_fd()))?;
    // Moved or removed since it was opened: where others find it is not known any more.
    let same = |there: Metadata| (there.dev(), there.ino()) == (what.dev(), what.ino());
    if !fs::symlink_metadata(&real).is_ok_and(same) {
        return Ok(true);
    }
    reached_by_others(&what, &real)
}

fn reached_by_others(what: &Metadata, real: &Path) -> io::Result<bool> {
    if what.mode() & OTHERS == 0 {
        return Ok(false);
    }
    // Under a second name it may be reached by another way.
    if !what.is_dir() && what.nlink() > 1 {
        return Ok(true);
    }
    let me = rustix::process::geteuid().as_raw();
    let shut = |folder: &Metadata| folder.mode() & THROUGH == 0 && (folder.uid() == me || folder.uid() == 0);
    for folder in real.ancestors().skip(1) {
        if shut(&fs::metadata(folder)?) {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn set(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is mine");
    }

    #[test]
    fn a_file_is_closed_by_its_own_mode_or_by_a_folder_on_the_way() {
        let home = tempfile::tempdir().expect("a folder");
        let inner = home.path().join("inner");
        fs::create_dir(&inner).expect("a folder");
        let file = inner.join("file");
        fs::write(&file, "x").expect("it is written");
        for (outer, middle, mode, open) in [
            (0o755, 0o755, 0o644, true),
            (0o755, 0o755, 0o640, true),
            (0o755, 0o755, 0o604, true),
            (0o755, 0o755, 0o602, true),
            (0o755, 0o755, 0o600, false),
            (0o755, 0o755, 0o400, false),
            (0o700, 0o755, 0o644, false),
            (0o755, 0o700, 0o644, false),
            (0o744, 0o755, 0o644, false),
            (0o710, 0o755, 0o644, true),
            (0o701, 0o711, 0o644, true),
        ] {
            set(home.path(), outer);
            set(&inner, middle);
            set(&file, mode);
            assert_eq!(open_to_others(&file).expect("it is there"), open, "{outer:o} {middle:o} {mode:o}");
        }
    }

    #[test]
    fn a_link_or_a_second_name_is_judged_by_where_it_leads() {
        let home = tempfile::tempdir().expect("a folder");
        let (shut, open) = (home.path().join("shut"), home.path().join("open"));
        fs::create_dir(&shut).expect("a folder");
        fs::create_dir(&open).expect("a folder");
        let file = open.join("file");
        fs::write(&file, "x").expect("it is written");
        set(home.path(), 0o755);
        set(&shut, 0o700);
        set(&open, 0o755);
        set(&file, 0o644);
        let link = shut.join("link");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        assert!(open_to_others(&link).expect("it is there"));
        // What was opened counts, not what has the name since.
        let opened = File::open(&link).expect("it is there");
        assert!(opened_to_others(&opened).expect("it is open"));
        fs::remove_file(&link).expect("it was mine");
        let own = shut.join("own");
        fs::write(&own, "x").expect("it is written");
        set(&own, 0o644);
        let closed = File::open(&own).expect("it is there");
        assert!(!opened_to_others(&closed).expect("it is open"));
        fs::rename(&own, &link).expect("it is moved");
        assert!(opened_to_others(&opened).expect("it is open"));
        fs::remove_file(&link).expect("it was mine");
        assert!(opened_to_others(&closed).expect("nobody knows who else has it"));
        let twice = shut.join("twice");
        fs::hard_link(&file, &twice).expect("a second name");
        assert!(open_to_others(&twice).expect("it is there"));
    }
}
