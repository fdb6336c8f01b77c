//! The walls around the worker, put up from inside before a byte of the document is read: Landlock (no files), resource limits,
//! seccomp (a short list of system calls; everything else fails with `EPERM`). Other programs of the same user can neither
//! trace it nor read its memory, and it does not outlive the program that it works for.

use std::collections::BTreeMap;
use std::sync::{Arc, Barrier};
use std::{io, process, thread};

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope,
};
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, Signal, getppid, set_dumpable_behavior, set_parent_process_death_signal,
    setrlimit,
};
use rustix::stdio::{stdin, stdout};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// Address space, in bytes: a document of the largest size, its pages, and what decoders need.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Processor time for a whole document, in seconds, however long it stays open: some five thousand ordinary pages. When it is
/// used up the kernel ends the worker, and the document must be opened again. The parent watches single pages.
pub const CPU: u64 = 600;

/// What is enforced: bits of the worker's first answer.
pub const LANDLOCK: u32 = 1;
pub const SECCOMP: u32 = 2;

/// For the first line of `main`. Not dumpable: `/proc/<pid>/mem` and what else shows memory belong to root from here on, and
/// `ptrace` is refused to programs of the same user. And the kernel kills the worker when the thread that started it ends.
///
/// # Errors
/// What the kernel refused, or that the parent is gone already.
pub fn be_private() -> io::Result<()> {
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    let parent = getppid();
    set_parent_process_death_signal(Some(Signal::KILL))?;
    // A parent that ended before the first of these lines has closed the pipe, and sends nothing.
    if getppid() == parent { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
}

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
    let landlock = no_files();
    // After Landlock, so that it stands behind it too; before seccomp, which refuses threads.
    end_with_the_pipes().map_err(|error| format!("watch: {error}"))?;
    // After Landlock, which needs a descriptor for its rules.
    limit(Resource::Nofile, 0)?;
    let filter = filter().map_err(|error| format!("seccomp: {error}"))?;
    seccompiler::apply_filter_all_threads(&filter).map_err(|error| format!("seccomp: {error}"))?;
    Ok(SECCOMP | if landlock { LANDLOCK } else { 0 })
}

/// Ends the process as soon as either pipe is closed on its other side, whatever the page in work takes: nobody waits for it.
fn end_with_the_pipes() -> io::Result<()> {
    // Not `poll`, which looks at the limit of open files: there are none to be had.
    let watched = epoll::create(CreateFlags::CLOEXEC)?;
    // Nothing is waited for but the end, which is always told.
    for pipe in [stdin(), stdout()] {
        match epoll::add(&watched, pipe, EventData::new_u64(0), EventFlags::empty()) {
            // A device or a file has no other side.
            Ok(()) | Err(rustix::io::Errno::PERM) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let begun = Arc::new(Barrier::new(2));
    let begins = Arc::clone(&begun);
    let watch = move || {
        begins.wait();
        let mut told = [Event { flags: EventFlags::empty(), data: EventData::new_u64(0) }];
        while epoll::wait(&watched, &mut told, None) == Err(rustix::io::Errno::INTR) {}
        process::exit(1)
    };
    thread::Builder::new().stack_size(128 * 1024).spawn(watch)?;
    // A thread begins with calls that seccomp refuses.
    begun.wait();
    Ok(())
}

pub(crate) fn limit(resource: Resource, value: u64) -> Result<(), String> {
    setrlimit(resource, Rlimit { current: Some(value), maximum: Some(value) })
        .map_err(|error| format!("limit: {error}"))
}

/// No file may be opened, made, removed or run: whether the kernel enforces every file right that Linux 5.19 (Landlock ABI 2)
/// knows. Less than all of them counts as none. What newer kernels can refuse besides (truncation, TCP, abstract sockets,
/// signals) is refused where they can, and changes nothing in the answer: seccomp refuses it in any case.
pub fn no_files() -> bool {
    let files = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V2))
        .and_then(Ruleset::create)
        .and_then(|ruleset| ruleset.restrict_self());
    let enforced = files.is_ok_and(|status| status.ruleset == RulesetStatus::FullyEnforced);
    // A ruleset of its own, so that what is missing here cannot weaken the one above.
    drop(more_where_possible());
    enforced
}

fn more_where_possible() -> Result<(), RulesetError> {
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V5))?
        .handle_access(AccessNet::from_all(ABI::V4))?
        .scope(Scope::from_all(ABI::V6))?
        .create()?
        .restrict_self()?;
    Ok(())
}

/// What a program needs that computes, reads standard input and writes standard output. A descriptor that the parent let
/// slip through can be neither read, written nor mapped.
fn filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let plain = [
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
        // For the thread that waits for the end of the pipes.
        libc::SYS_epoll_pwait,
        #[cfg(target_arch = "x86_64")]
        libc::SYS_epoll_wait,
    ];
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = plain.into_iter().map(|call| (call, Vec::new())).collect();
    let equal = |argument, value: i32| {
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, u64::from(value.unsigned_abs()))
    };
    let masked = |argument, mask: i32, value: i32| {
        let (mask, value) = (u64::from(mask.unsigned_abs()), u64::from(value.unsigned_abs()));
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(mask), value)
    };
    for call in [libc::SYS_read, libc::SYS_readv] {
        rules.insert(call, vec![SeccompRule::new(vec![equal(0, libc::STDIN_FILENO)?])?]);
    }
    for call in [libc::SYS_write, libc::SYS_writev] {
        let output = SeccompRule::new(vec![equal(0, libc::STDOUT_FILENO)?])?;
        let error = SeccompRule::new(vec![equal(0, libc::STDERR_FILENO)?])?;
        rules.insert(call, vec![output, error]);
    }
    // Memory, but none that can be executed, nor a file's: the protection is the third argument, the flags the fourth.
    let not_executable = masked(2, libc::PROT_EXEC, 0)?;
    let no_file = masked(3, libc::MAP_ANONYMOUS, libc::MAP_ANONYMOUS)?;
    rules.insert(libc::SYS_mmap, vec![SeccompRule::new(vec![not_executable.clone(), no_file])?]);
    rules.insert(libc::SYS_mprotect, vec![SeccompRule::new(vec![not_executable])?]);
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let refuse = SeccompAction::Errno(libc::EPERM as u32);
    SeccompFilter::new(rules, refuse, SeccompAction::Allow, arch)?.try_into()
}
