//! Real servers for tests: PostgreSQL of Debian and SeaweedFS, started on free ports of loopback with TLS, once for each process
//! of tests. They end with it, and what they wrote goes with them.
#![allow(clippy::panic)]

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

/// Which versions of PostgreSQL are looked for, newest first.
const VERSIONS: std::ops::RangeInclusive<u32> = 13..=19;
/// What `.ci/install.sh` installs.
const WEED: &str = "zegel/weed-4.48/bin/weed";
/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

const OWNER: &str = "zegel_owner";
const OFFICER: &str = "officer";
const PASSWORD: &str = "of a test";
const ACCESS_KEY: &str = "testkey";
const SECRET_KEY: &str = "testsecret";

/// An authority for certificates, and a certificate of it for this machine.
pub struct Authority {
    pub authority: String,
    pub certificate: String,
    pub key: String,
}

impl Authority {
    /// A new one.
    ///
    /// # Panics
    /// When no key can be made.
    pub fn new() -> Authority {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer =
            CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("it signs itself");
        let key = KeyPair::generate().expect("a key");
        let names = vec!["localhost".to_owned(), Ipv4Addr::LOCALHOST.to_string()];
        let params = CertificateParams::new(names).expect("names of this machine");
        let certificate = params.signed_by(&key, &issuer).expect("it is signed");
        Authority { authority: issuer.pem(), certificate: certificate.pem(), key: key.serialize_pem() }
    }
}

impl Default for Authority {
    fn default() -> Authority {
        Authority::new()
    }
}

/// Servers that run.
pub struct Servers {
    dir: PathBuf,
    postgres: PathBuf,
    pub database_port: u16,
    pub objects_port: u16,
    /// Where a second machine with a copy of the database answers, once it was started.
    pub standby_port: u16,
    places: AtomicUsize,
    /// It is told by its input what to do, and ends with it.
    keeper: Mutex<Child>,
}

/// An empty database and an empty part of the bucket.
#[derive(Clone, Debug)]
pub struct Place {
    /// The name of the database, and the prefix in the bucket.
    pub name: String,
    /// The secrets of the owner of the database.
    pub owner: PathBuf,
    /// The secrets of a workstation.
    pub officer: PathBuf,
}

impl Servers {
    /// The servers of this process; they are started when they are asked for first.
    ///
    /// # Panics
    /// When they cannot be had: a test that needs them fails, and says what is missing.
    pub fn running() -> &'static Servers {
        static SERVERS: OnceLock<Servers> = OnceLock::new();
        SERVERS.get_or_init(Servers::start)
    }

    fn start() -> Servers {
        let postgres = VERSIONS
            .rev()
            .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")))
            .find(|bin| bin.join("initdb").is_file())
            .expect("PostgreSQL is missing: ./check installs the package `postgresql`");
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache")));
        let weed = cache.map(|cache| cache.join(WEED)).filter(|weed| weed.is_file());
        let weed = weed.expect("SeaweedFS is missing: ./check installs it below ~/.cache/zegel");
        let dir = std::env::temp_dir().join(format!("zegel-servers-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("weed")).expect("a folder for the servers");
        fs::create_dir_all(dir.join("pg")).expect("a folder for PostgreSQL");
        let authority = Authority::new();
        write(&dir.join("ca.pem"), &authority.authority, 0o644);
        write(&dir.join("weed.pem"), &authority.certificate, 0o644);
        write(&dir.join("weed.key"), &authority.key, 0o600);
        write(&dir.join("pg/server.pem"), &authority.certificate, 0o644);
        write(&dir.join("pg/server.key"), &authority.key, 0o600);
        let mut ports = free_ports(11).into_iter();
        let mut port = || ports.next().expect("enough of them");
        let (database_port, objects_port, standby_port) = (port(), port(), port());
        let identities = format!(
            r#"{{"identities":[{{"name":"zegel","credentials":[{{"accessKey":"{ACCESS_KEY}","secretKey":"{SECRET_KEY}"}}],"actions":["Read","Write","List"]}}]}}"#
        );
        write(&dir.join("s3.json"), &identities, 0o600);
        let script = keeper(&dir, &postgres, &weed, [database_port, objects_port, standby_port], &mut port);
        write(&dir.join("keeper.sh"), &script, 0o700);
        // The keeper ends the servers when its input ends: with this process, however that ends.
        let log = fs::File::create(dir.join("keeper.log")).expect("a log");
        let keeper = Command::new("sh")
            .arg(dir.join("keeper.sh"))
            .stdin(Stdio::piped())
            .stdout(log.try_clone().expect("one more"))
            .stderr(log)
            .spawn()
            .expect("sh runs");
        let keeper = Mutex::new(keeper);
        let places = AtomicUsize::new(0);
        let servers = Servers { dir, postgres, database_port, objects_port, standby_port, places, keeper };
        servers.wait();
        servers.sql(
            "postgres",
            &format!(
                "CREATE ROLE zegel_client NOLOGIN; CREATE ROLE {OWNER} LOGIN PASSWORD '{PASSWORD}'; \
             CREATE ROLE {OFFICER} LOGIN PASSWORD '{PASSWORD}' IN ROLE zegel_client"
            ),
        );
        servers
    }

    fn wait(&self) {
        let until = Instant::now() + PATIENCE;
        let is_up = |port: u16| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        while !(self.dir.join("ready").is_file() && is_up(self.database_port) && is_up(self.objects_port)) {
            let said = fs::read_to_string(self.dir.join("keeper.log")).unwrap_or_default();
            assert!(Instant::now() < until, "the servers of the tests do not start: {said}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Runs statements as the administrator; gives what they answer.
    ///
    /// # Panics
    /// When they fail.
    pub fn sql(&self, database: &str, sql: &str) -> String {
        self.sql_at(self.database_port, database, sql)
    }

    /// The same, at the machine that answers at this port.
    ///
    /// # Panics
    /// As [`Servers::sql`].
    pub fn sql_at(&self, port: u16, database: &str, sql: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let done = self.psql(port, database, sql);
            let said = String::from_utf8_lossy(&done.stderr);
            // A server that was killed a moment ago may refuse to be connected to; nothing was asked of it then.
            if said.contains("connection to server on socket") && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(200));
                continue;
            }
            assert!(done.status.success(), "{sql}: {said}");
            return String::from_utf8_lossy(&done.stdout).trim().to_owned();
        }
    }

    fn psql(&self, port: u16, database: &str, sql: &str) -> Output {
        let mut psql = Command::new(self.postgres.join("psql"))
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", database, "-h"])
            .arg(self.dir.join("pg"))
            .args(["-p", &port.to_string(), "-f", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql runs");
        // One that could not connect does not read.
        let _ = psql.stdin.take().expect("it is piped").write_all(sql.as_bytes());
        psql.wait_with_output().expect("it ends")
    }

    /// The certificate of the authority that both certificates come from.
    pub fn authority(&self) -> PathBuf {
        self.dir.join("ca.pem")
    }

    /// All that a database holds, as its administrator takes it away.
    ///
    /// # Panics
    /// When it cannot be had.
    pub fn dump(&self, database: &str) -> Vec<u8> {
        let done = Command::new(self.postgres.join("pg_dump"))
            .args(["-U", "postgres", "-d", database, "-h"])
            .arg(self.dir.join("pg"))
            .args(["-p", &self.database_port.to_string()])
            .output()
            .expect("pg_dump runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        // Bytes stand there in hexadecimal digits: they are what is to be searched.
        let mut dump = done.stdout.clone();
        for word in done.stdout.split(|byte| b"\t\n, {}\"".contains(byte)) {
            let digits =
                word.iter().position(|byte| *byte == b'x').map_or(&[][..], |at| word.get(at + 1..).unwrap_or(&[]));
            let digit = |byte: &u8| char::from(*byte).to_digit(16);
            dump.extend(digits.chunks_exact(2).map_while(|two| match two {
                [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
                _ => None,
            }));
        }
        dump
    }

    /// All that lies in a place in the bucket, by its name.
    ///
    /// # Panics
    /// When it cannot be had: `curl` signs the requests.
    pub fn bucket(&self, place: &Place) -> Vec<(String, Vec<u8>)> {
        let ask = |what: &str| self.ask_bucket(&["--get"], what);
        let listed = ask(&format!("?list-type=2&max-keys=1000&prefix={}%2F", place.name));
        let listed = String::from_utf8_lossy(&listed).into_owned();
        let names = listed.split("<Key>").skip(1).filter_map(|rest| rest.split("</Key>").next());
        names.map(|name| (name.to_owned(), ask(&format!("/{name}")))).collect()
    }

    /// Removes something from the bucket, as an administrator or a fault does; by its whole name.
    ///
    /// # Panics
    /// When the server is not there.
    pub fn remove_from_bucket(&self, name: &str) {
        self.ask_bucket(&["--request", "DELETE"], &format!("/{name}"));
    }

    /// Puts something into the bucket, as somebody else does; by its whole name.
    ///
    /// # Panics
    /// When the server is not there.
    pub fn put_in_bucket(&self, name: &str, bytes: &str) {
        // Of a body curl signs no hash by itself.
        let how = ["--request", "PUT", "--header", "x-amz-content-sha256: UNSIGNED-PAYLOAD", "--data-binary", bytes];
        self.ask_bucket(&how, &format!("/{name}"));
    }

    fn ask_bucket(&self, how: &[&str], what: &str) -> Vec<u8> {
        let done = Command::new("curl")
            .args(["--silent", "--show-error", "--fail", "--aws-sigv4", "aws:amz:us-east-1:s3", "--user"])
            .arg(format!("{ACCESS_KEY}:{SECRET_KEY}"))
            // For curl, the issuer of a certificate must have another name than its owner.
            .arg("--insecure")
            .args(how)
            .arg(format!("https://127.0.0.1:{}/zegel{what}", self.objects_port))
            .output()
            .expect("curl runs");
        assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    }

    /// Ends the connections of workstations to a database, as an administrator or a fault does; gives how many.
    ///
    /// # Panics
    /// When the server is not there.
    pub fn terminate(&self, database: &str) -> usize {
        let sql = format!(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{database}' AND usename = '{OFFICER}'"
        );
        self.sql("postgres", &sql).parse().expect("a number")
    }

    /// Kills the database as a failing machine does, and starts it again on what it left; waits until it answers.
    ///
    /// # Panics
    /// When it does not come back.
    pub fn restart_database(&self) {
        self.tell_keeper("database");
    }

    /// Starts a second machine that follows the database, and can only be read; waits until it answers.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_standby(&self) {
        self.tell_keeper("standby");
    }

    /// Lets the second machine follow no longer, and be written. There is no way back.
    ///
    /// # Panics
    /// When it was not started.
    pub fn promote_standby(&self) {
        self.tell_keeper("promote");
    }

    fn tell_keeper(&self, what: &str) {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        let again = self.dir.join("again");
        let _ = fs::remove_file(&again);
        let input = keeper.stdin.as_mut().expect("it is piped");
        writeln!(input, "{what}").and_then(|()| input.flush()).expect("the keeper is there");
        let until = Instant::now() + PATIENCE;
        while !again.is_file() {
            let said = fs::read_to_string(self.dir.join("keeper.log")).unwrap_or_default();
            assert!(Instant::now() < until, "{what}: the database does not come back: {said}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// A new, empty place.
    ///
    /// # Panics
    /// When the server is not there.
    pub fn place(&self) -> Place {
        let name = format!("place{}", self.places.fetch_add(1, Ordering::SeqCst));
        self.sql("postgres", &format!("CREATE DATABASE {name} OWNER {OWNER} STRATEGY file_copy"));
        let owner = self.secrets(&name, OWNER);
        let officer = self.secrets(&name, OFFICER);
        Place { name, owner, officer }
    }

    fn secrets(&self, place: &str, user: &str) -> PathBuf {
        let path = self.dir.join(format!("{place}-{user}.toml"));
        let text = format!(
            "database_user = \"{user}\"\ndatabase_password = \"{PASSWORD}\"\naccess_key_id = \"{ACCESS_KEY}\"\n\
             secret_access_key = \"{SECRET_KEY}\"\nca_file = \"ca.pem\"\n"
        );
        write(&path, &text, 0o600);
        path
    }

    /// Where the database is, through this port.
    pub fn database(&self, place: &Place, port: u16) -> String {
        format!("postgres://127.0.0.1:{port}/{}", place.name)
    }

    /// Where the objects are, through this port.
    pub fn objects(&self, place: &Place, port: u16) -> String {
        format!("s3://zegel/{}?endpoint=https://127.0.0.1:{port}", place.name)
    }
}

/// Starts both servers, waits for the end of its input, ends them and takes their folder away.
fn keeper(
    dir: &Path,
    postgres: &Path,
    weed: &Path,
    [database, objects, standby]: [u16; 3],
    port: &mut impl FnMut() -> u16,
) -> String {
    let (dir, initdb) = (dir.display(), unprivileged(&postgres.join("initdb")));
    let pg_ctl = unprivileged(&postgres.join("pg_ctl"));
    let basebackup = unprivileged(&postgres.join("pg_basebackup"));
    let (master, master_rpc, volume, volume_rpc) = (port(), port(), port(), port());
    let (filer, filer_rpc, s3_rpc) = (port(), port(), port());
    let owner = if is_root() { format!("chown -R nobody:nogroup {dir}/pg") } else { "true".to_owned() };
    format!(
        r#"trap '' INT TERM HUP
cd /
{owner} &&
{initdb} -D {dir}/pg/data -U postgres -A trust --no-sync --no-instructions -E UTF8 --locale=C >/dev/null &&
cat >>{dir}/pg/data/postgresql.conf <<'END' &&
listen_addresses = '127.0.0.1'
port = {database}
unix_socket_directories = '{dir}/pg'
ssl = on
ssl_cert_file = '{dir}/pg/server.pem'
ssl_key_file = '{dir}/pg/server.key'
fsync = off
shared_buffers = 32MB
max_connections = 200
END
cat >{dir}/pg/data/pg_hba.conf <<'END' &&
local all postgres trust
local replication postgres trust
hostssl all all 127.0.0.1/32 scram-sha-256
END
{pg_ctl} -D {dir}/pg/data -l {dir}/pg/log -w start >/dev/null &&
{weed} server -dir={dir}/weed -ip=127.0.0.1 -ip.bind=127.0.0.1 -master.port={master} -master.port.grpc={master_rpc} \
  -master.volumeSizeLimitMB=128 -volume.port={volume} -volume.port.grpc={volume_rpc} -volume.max=64 -volume.minFreeSpace=64MiB \
  -filer.port={filer} -filer.port.grpc={filer_rpc} -filer.localSocket={dir}/filer.sock \
  -s3 -s3.port={objects} -s3.port.grpc={s3_rpc} -s3.port.iceberg=0 -s3.port.lance=0 -s3.localSocket={dir}/s3.sock \
  -s3.cert.file={dir}/weed.pem -s3.key.file={dir}/weed.key -s3.config={dir}/s3.json >{dir}/weed.log 2>&1 &
weed=$!
for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  echo 's3.bucket.create -name zegel' | {weed} shell -master=127.0.0.1:{master}.{master_rpc} -filer=127.0.0.1:{filer}.{filer_rpc} 2>&1 |
    grep -q 'create bucket\|already exist\|created' && break
  sleep 0.5
done
touch {dir}/ready
while read -r what; do
  case $what in
    standby)
      {basebackup} -D {dir}/pg/standby -R -h {dir}/pg -p {database} -U postgres -c fast --no-sync </dev/null >/dev/null &&
        {pg_ctl} -D {dir}/pg/standby -l {dir}/pg/standby.log -o "-p {standby}" -w start </dev/null >/dev/null ;;
    promote) {pg_ctl} -D {dir}/pg/standby -w promote </dev/null >/dev/null ;;
    *) {pg_ctl} -D {dir}/pg/data -l {dir}/pg/log -m immediate -w restart </dev/null >/dev/null ;;
  esac
  touch {dir}/again
done
kill -KILL $weed
{pg_ctl} -D {dir}/pg/data -m immediate stop >/dev/null
[ ! -d {dir}/pg/standby ] || {pg_ctl} -D {dir}/pg/standby -m immediate stop >/dev/null
wait
rm -rf {dir}
"#,
        weed = weed.display(),
    )
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// A command as somebody who is not root: PostgreSQL refuses to run as root.
fn unprivileged(command: &Path) -> String {
    let command = command.display();
    if is_root() {
        format!("setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/ {command}")
    } else {
        command.to_string()
    }
}

fn write(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).expect("a file of the servers");
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
}

/// Ports that nobody has at the moment.
fn free_ports(count: usize) -> Vec<u16> {
    let held: Vec<TcpListener> =
        (0..count).map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port")).collect();
    held.iter().map(|port| port.local_addr().expect("it is bound").port()).collect()
}
