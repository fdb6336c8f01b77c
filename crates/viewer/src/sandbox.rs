//! The walls around the worker, put up from inside before a byte of the document is read: Landlock (no files), resource limits,
//! seccomp (a short list of system calls; everything else fails with `EPERM`).

use std::collections::BTreeMap;

use landlock::{ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// Address space, in bytes: a document of the largest size, its pages, and what decoders need.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Processor time for a whole document, in seconds. The parent watches single pages.
const CPU: u64 = 120;

/// What is enforced: bits of the worker's first answer.
pub const LANDLOCK: u32 = 1;
pub const SECCOMP: u32 = 2;

/// Puts up the walls. Gives back what the kernel enforces; seccomp and the limits always, or it fails.
///
/// # Errors
/// What the kernel refused.
pub fn lock_down() -> Result<u32, String> {
    limit(Resource::Core, 0)?;
    limit(Resource::As, MEMORY)?;
    limit(Resource::Cpu, CPU)?;
    // The parent gives /dev/null as standard error: a file there would be killed by this.
    limit(Resource::Fsize, 0)?;
    let landlock = no_files().map_err(|error| format!("landlock: {error}"))?;
    // After Landlock, which needs a descriptor for its rules.
    limit(Resource::Nofile, 0)?;
    let filter = filter().map_err(|error| format!("seccomp: {error}"))?;
    seccompiler::apply_filter(&filter).map_err(|error| format!("seccomp: {error}"))?;
    Ok(SECCOMP | if landlock { LANDLOCK } else { 0 })
}

fn limit(resource: Resource, value: u64) -> Result<(), String> {
    setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) }).map_err(|error| format!("limit: {error}"))
}

/// No file may be opened, made, removed or run. Files: what Linux 5.19 can enforce, all of it or nothing counts. Network and
/// signals besides, where the kernel knows them; seccomp refuses them in any case.
fn no_files() -> Result<bool, landlock::RulesetError> {
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V2))?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessNet::from_all(ABI::V4))?
        .scope(Scope::from_all(ABI::V6))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

/// What a program needs that computes, reads a pipe and writes a pipe.
fn filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let plain = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_readv,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_clock_gettime,
        libc::SYS_getrandom,
        libc::SYS_rt_sigreturn,
        libc::SYS_rt_sigprocmask,
        libc::SYS_sigaltstack,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = plain.into_iter().map(|call| (call, Vec::new())).collect();
    // Memory, but none that can be executed: the third argument of both is the protection.
    let not_executable = SeccompCondition::new(
        2,
        SeccompCmpArgLen::Dword,
        SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64),
        0,
    )?;
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        rules.insert(call, vec![SeccompRule::new(vec![not_executable.clone()])?]);
    }
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let refuse = SeccompAction::Errno(libc::EPERM as u32);
    SeccompFilter::new(rules, refuse, SeccompAction::Allow, arch)?.try_into()
}
