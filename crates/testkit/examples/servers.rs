//! The two servers of a shared vault on loopback, for `./dev --shared`: says where they are, as arguments of `zegelctl shared`, and
//! runs them until its input ends. The first line is for the owner of the database, the second for a workstation.

use std::io::{Read as _, Write as _};

use testkit::Servers;

fn main() -> std::io::Result<()> {
    let servers = Servers::running();
    let place = servers.place();
    let mut out = std::io::stdout().lock();
    for secrets in [&place.owner, &place.officer] {
        let (database, objects) =
            (servers.database(&place, servers.database_port), servers.objects(&place, servers.objects_port));
        writeln!(out, "--database {database} --objects {objects} --secrets {}", secrets.display())?;
    }
    out.flush()?;
    std::io::stdin().read_to_end(&mut Vec::new()).map(drop)
}
