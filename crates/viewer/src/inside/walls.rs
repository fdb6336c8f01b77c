//! What stands around another program besides its namespaces: limits, Landlock, and a list of system calls that it may not make.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetError,
    RulesetStatus, Scope, path_beneath_rules,
};
use rustix::process::Resource;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

use crate::confined::{MERGED, READ, WORK, own_folder};
use crate::sandbox::{LANDLOCK, SECCOMP, limit};

/// Address space, in bytes: programs reserve more than they use.
const SPACE: u64 = 4 * 1024 * 1024 * 1024;
/// Memory that is written to, in bytes.
const DATA: u64 = 1536 * 1024 * 1024;
/// Of one file, in bytes.
const FILE: u64 = 512 * 1024 * 1024;
/// Processor time, in seconds.
const CPU: u64 = 120;
/// Processes and threads together.
const TASKS: u64 = 128;

/// Puts them up for this process and all that it starts. Gives back what the kernel enforces.
///
/// # Errors
/// What the kernel refused.
pub fn put_up(program: &Path) -> Result<u32, String> {
    limit(Resource::Core, 0)?;
    limit(Resource::As, SPACE)?;
    limit(Resource::Data, DATA)?;
    limit(Resource::Fsize, FILE)?;
    limit(Resource::Cpu, CPU)?;
    limit(Resource::Nproc, TASKS)?;
    limit(Resource::Nofile, 512)?;
    let landlock = own_files(program).map_err(|error| format!("landlock: {error}"))?;
    let (refused, unknown) = filters().map_err(|error| format!("seccomp: {error}"))?;
    seccompiler::apply_filter_all_threads(&unknown).map_err(|error| format!("seccomp: {error}"))?;
    seccompiler::apply_filter_all_threads(&refused).map_err(|error| format!("seccomp: {error}"))?;
    Ok(SECCOMP | if landlock { LANDLOCK } else { 0 })
}

/// Files that may be read, and the one folder that may be written to. bubblewrap shows no others; here the kernel refuses them once
/// more, and with them every change of mounts.
fn own_files(program: &Path) -> Result<bool, RulesetError> {
    let read = AccessFs::from_read(ABI::V2);
    let readable = READ.iter().chain(&MERGED).chain(&["/proc", "/zegel-viewer"]).map(PathBuf::from);
    let readable: Vec<PathBuf> =
        readable.chain(own_folder(program).map(Path::to_owned)).filter(|path| path.exists()).collect();
    let devices: Vec<&str> = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"]
        .into_iter()
        .filter(|path| Path::new(path).exists())
        .collect();
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V2))?
        .create()?
        // Of a file, fewer rights can be given than of a folder.
        .set_compatibility(CompatLevel::BestEffort)
        .add_rules(path_beneath_rules(&readable, read))?
        .add_rules(path_beneath_rules(&devices, AccessFs::ReadFile | AccessFs::WriteFile))?
        .add_rules(path_beneath_rules([WORK], AccessFs::from_all(ABI::V2)))?
        .restrict_self()?;
    // What newer kernels can refuse besides. Of the network there is none to be had: it would be one of its own.
    drop(network());
    Ok(status.ruleset != RulesetStatus::NotEnforced && status.no_new_privs)
}

fn network() -> Result<(), RulesetError> {
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessNet::from_all(ABI::V4))?
        .scope(Scope::from_all(ABI::V6))?
        .create()?
        .restrict_self()?;
    Ok(())
}

/// What none of these programs needs, and what attacks on the kernel begin with. The second one answers as a kernel does that does not
/// know the call, so that the older one is made, whose arguments can be looked at.
fn filters() -> Result<(BpfProgram, BpfProgram), seccompiler::BackendError> {
    let never = [
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_kcmp,
        libc::SYS_pidfd_getfd,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_chroot,
        libc::SYS_fsopen,
        libc::SYS_fsconfig,
        libc::SYS_fsmount,
        libc::SYS_fspick,
        libc::SYS_move_mount,
        libc::SYS_open_tree,
        libc::SYS_mount_setattr,
        libc::SYS_open_by_handle_at,
        libc::SYS_name_to_handle_at,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_keyctl,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_delete_module,
        libc::SYS_kexec_load,
        libc::SYS_reboot,
        libc::SYS_swapon,
        libc::SYS_swapoff,
        libc::SYS_syslog,
        libc::SYS_acct,
        libc::SYS_quotactl,
        libc::SYS_fanotify_init,
        libc::SYS_personality,
        libc::SYS_mknodat,
        libc::SYS_vhangup,
        libc::SYS_settimeofday,
        libc::SYS_clock_settime,
        libc::SYS_adjtimex,
        libc::SYS_clock_adjtime,
        libc::SYS_sethostname,
        libc::SYS_setdomainname,
    ];
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = never.into_iter().map(|call| (call, Vec::new())).collect();
    let number = |value: i32| u64::from(value.unsigned_abs());
    // Of sockets, those within one machine alone, by which its threads talk to one another.
    let other = |argument, value: i32| {
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, number(value))
    };
    rules.insert(libc::SYS_socket, vec![SeccompRule::new(vec![other(0, libc::AF_UNIX)?])?]);
    // No namespaces within: there one would have every right.
    for flag in [
        libc::CLONE_NEWUSER,
        libc::CLONE_NEWNS,
        libc::CLONE_NEWNET,
        libc::CLONE_NEWPID,
        libc::CLONE_NEWIPC,
        libc::CLONE_NEWUTS,
        libc::CLONE_NEWCGROUP,
    ] {
        let asks =
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(number(flag)), number(flag))?;
        rules.entry(libc::SYS_clone).or_default().push(SeccompRule::new(vec![asks])?);
    }
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    let filter = |rules, answer: i32| {
        SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::Errno(answer.unsigned_abs()), arch)?.try_into()
    };
    let unknown = BTreeMap::from([(libc::SYS_clone3, Vec::new())]);
    Ok((filter(rules, libc::EPERM)?, filter(unknown, libc::ENOSYS)?))
}
