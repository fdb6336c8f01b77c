//! What runs on this computer, as `/proc` says.

use std::path::Path;

/// The process of the program that is on a vault.
pub fn on(vault: &Path) -> Option<u32> {
    let vault = vault.to_str().expect("the vault's path is text");
    let mut running = processes().into_iter().filter(|pid| about(*pid, "comm") == "zegel\n");
    running.find(|pid| about(*pid, "cmdline").split('\0').any(|word| word == vault))
}

/// Hundredths of a second that a process and all that it started have worked.
pub fn cpu_ticks(host: u32) -> u64 {
    let ticks = |pid: u32| -> Option<u64> {
        let stat = about(pid, "stat");
        let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
        Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
    };
    let all = processes();
    all.into_iter().filter(|pid| *pid == host || ancestors(*pid).contains(&host)).filter_map(ticks).sum()
}

/// All processes that are running now.
pub fn processes() -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").expect("processes are listed");
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect()
}

/// What `/proc` says about a process; nothing once it is gone.
pub fn about(pid: u32, what: &str) -> String {
    let text = std::fs::read(format!("/proc/{pid}/{what}")).unwrap_or_default();
    String::from_utf8_lossy(&text).into_owned()
}

/// Who started a process, who started that one, and so on.
pub fn ancestors(pid: u32) -> Vec<u32> {
    let parent = |pid: u32| {
        let status = about(pid, "status");
        status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse::<u32>().ok())
    };
    std::iter::successors(parent(pid), |pid| parent(*pid)).take(16).collect()
}
