//! No more network than the vault needs, held to by the kernel: none for a vault in a folder, two ports for a shared one.

use landlock::{
    ABI, Access as _, AccessNet, CompatLevel, Compatible as _, NetPort, Ruleset, RulesetAttr as _,
    RulesetCreatedAttr as _, RulesetError, RulesetStatus,
};

/// From now on this thread, and all threads and programs that it starts, connect by TCP to these ports alone, and wait for no
/// connection. Gives whether the kernel holds them to it: one older than 6.7 does not know how.
pub fn confine(ports: &[u16]) -> bool {
    confine_but(ports, &[])
}

/// As [`confine`], of a program that is driven by another, which connects to it: it waits at these ports, and at no others.
pub fn confine_but(ports: &[u16], waiting: &[u16]) -> bool {
    held_to(ports, waiting).unwrap_or(false)
}

fn held_to(ports: &[u16], waiting: &[u16]) -> Result<bool, RulesetError> {
    let connecting = ports.iter().map(|port| Ok::<_, RulesetError>(NetPort::new(*port, AccessNet::ConnectTcp)));
    let rules = connecting.chain(waiting.iter().map(|port| Ok(NetPort::new(*port, AccessNet::BindTcp))));
    let held = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessNet::from_all(ABI::V4))?
        .create()?
        .add_rules(rules)?
        .restrict_self()?;
    Ok(held.ruleset != RulesetStatus::NotEnforced)
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::net::{Ipv4Addr, TcpListener, TcpStream};

    use super::*;

    fn listener() -> (TcpListener, u16) {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("it is bound").port();
        (listener, port)
    }

    #[test]
    fn what_is_confined_connects_to_its_ports_alone() {
        let ((_one, allowed), (_other, denied)) = (listener(), listener());
        // The threads of this test are others': each thread is confined by itself.
        let tried = std::thread::spawn(move || {
            let is_held = confine(&[allowed]);
            let connect = |port| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|e| e.kind());
            let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map(drop).map_err(|e| e.kind());
            (is_held, connect(allowed), connect(denied), bound)
        });
        let (is_held, one, other, bound) = tried.join().expect("it ends");
        assert_eq!(one, Ok(()));
        if is_held {
            assert_eq!((other, bound), (Err(ErrorKind::PermissionDenied), Err(ErrorKind::PermissionDenied)));
        }
    }

    #[test]
    fn a_vault_in_a_folder_has_no_network_at_all() {
        let (_one, port) = listener();
        let tried = std::thread::spawn(move || (confine(&[]), TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()));
        let (is_held, connected) = tried.join().expect("it ends");
        assert_ne!(is_held, connected);
    }
}
