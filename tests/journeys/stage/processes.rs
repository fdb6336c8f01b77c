//! What runs on this computer, as `/proc` says.

use std::path::Path;
use std::time::{Duration, Instant};

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
    all_of(host).filter_map(ticks).sum()
}

/// How often the threads of a process, and of all that it started, were given a processor.
pub fn wakes(host: u32) -> u64 {
    let of_thread = |pid: u32, thread: &str| -> Option<u64> {
        about(pid, &format!("task/{thread}/schedstat")).split_whitespace().nth(2)?.parse().ok()
    };
    let of = |pid: u32| -> u64 {
        let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten();
        threads.filter_map(|thread| of_thread(pid, thread.ok()?.file_name().to_str()?)).sum()
    };
    all_of(host).map(of).sum()
}

/// How many times as long the same little work takes after a second of rest as without. A few times is usual; on some virtual
/// machines it is a hundred times, and what a program takes at rest says nothing there.
pub fn cost_of_waking() -> f64 {
    let text = serde_json::json!((0..2_000).map(|n| (n, n.to_string())).collect::<Vec<_>>()).to_string();
    let work = |rest: Duration| {
        std::thread::sleep(rest);
        let start = Instant::now();
        let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(read.to_string().len(), text.len());
        start.elapsed().as_secs_f64()
    };
    // The shortest of them: others may have been at work meanwhile.
    let shortest = |tries: u32, rest| (0..tries).map(|_| work(rest)).fold(f64::INFINITY, f64::min);
    let at_once = shortest(20, Duration::ZERO);
    shortest(3, Duration::from_secs(1)) / at_once
}

/// A process and all that it started.
fn all_of(host: u32) -> impl Iterator<Item = u32> {
    processes().into_iter().filter(move |pid| *pid == host || ancestors(*pid).contains(&host))
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
