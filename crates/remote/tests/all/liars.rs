//! Servers that lie: each lie is noticed, and none is believed.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ledger::{Access, Draft, Error, Flaw, Ledger, Position};
use objects::{Error as ObjectError, ObjectStore as _, Root};
use remote::{Error as RemoteError, PgLog, S3Objects, Secrets, Server};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use seal::{ObjectId, Signer, Weight};
use tempfile::TempDir;
use testkit::Authority;

use crate::stage::Stage;

trait Talk: Read + Write {}
impl<S: Read + Write> Talk for S {}

/// A server with a certificate of an authority, that answers what it likes.
struct Liar {
    port: u16,
    folder: TempDir,
}

impl Liar {
    /// `greets` is what comes before TLS; `lies` answers on each connection.
    fn new(greets: fn(&mut TcpStream) -> std::io::Result<()>, lies: fn(&mut dyn Talk) -> std::io::Result<()>) -> Liar {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let authority = Authority::new();
        write_secrets(&folder, &authority.authority);
        let certificate = CertificateDer::from_pem_slice(authority.certificate.as_bytes()).expect("a certificate");
        let key = PrivateKeyDer::from_pem_slice(authority.key.as_bytes()).expect("a key");
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("it knows them")
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .expect("the key is of the certificate");
        let config = Arc::new(config);
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let config = config.clone();
                std::thread::spawn(move || {
                    greets(&mut stream)?;
                    let session = ServerConnection::new(config).map_err(std::io::Error::other)?;
                    lies(&mut StreamOwned::new(session, stream))
                });
            }
        });
        Liar { port, folder }
    }

    fn secrets(&self) -> Secrets {
        Secrets::read(&self.folder.path().join("secrets.toml")).expect("nobody else reads them")
    }

    fn log(&self) -> Result<PgLog, RemoteError> {
        PgLog::open(self.server(), Access::ReadWrite)
    }

    fn server(&self) -> Arc<Server> {
        let at = format!("postgres://127.0.0.1:{}/zegel", self.port).parse().expect("an address");
        Arc::new(Server::new(&at, &self.secrets()).expect("the authority is read"))
    }

    fn objects(&self) -> S3Objects {
        let at = format!("s3://zegel?endpoint=https://127.0.0.1:{}", self.port).parse().expect("an address");
        let root = Root::open(self.folder.path()).expect("the folder is there");
        S3Objects::new(&at, &self.secrets(), self.server(), root).expect("the authority is read")
    }
}

fn write_secrets(folder: &TempDir, authority: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(folder.path().join("ca.pem"), authority).expect("it is written");
    let path = folder.path().join("secrets.toml");
    let text = "database_user = \"officer\"\ndatabase_password = \"of a test\"\naccess_key_id = \"testkey\"\n\
        secret_access_key = \"testsecret\"\nca_file = \"ca.pem\"\n";
    std::fs::write(&path, text).expect("it is written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("it is ours");
    path
}

fn says_nothing(_: &mut TcpStream) -> std::io::Result<()> {
    Ok(())
}

/// As PostgreSQL agrees to TLS.
fn agrees(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read_exact(&mut [0; 8])?;
    stream.write_all(b"S")
}

fn endless(to: &mut dyn Talk, begin: &[u8]) -> std::io::Result<()> {
    to.write_all(begin)?;
    loop {
        to.write_all(&[b'x'; 16384])?;
    }
}

/// Reads one request.
fn request(from: &mut dyn Talk) -> std::io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        from.read_exact(&mut byte)?;
        head.extend_from_slice(&byte);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

#[test]
fn a_database_that_answers_without_end_or_with_garbage_is_not_believed() {
    let lies: [fn(&mut dyn Talk) -> std::io::Result<()>; 3] = [
        |to| endless(to, b"R\x7f\xff\xff\xff"),
        |to| {
            to.write_all(b"HTTP/1.1 200 OK\r\n\r\nnothing of PostgreSQL")
                .and_then(|()| to.flush())
                .and_then(|()| to.read_exact(&mut [0; 4096]))
        },
        // An authentication that asks for no password, and then a parameter without end.
        |to| endless(to, b"R\0\0\0\x08\0\0\0\0S\x7f\xff\xff\xff"),
    ];
    for (n, lie) in lies.into_iter().enumerate() {
        let begun = Instant::now();
        let refused = Liar::new(agrees, lie).log().map(drop).expect_err("it lies");
        // The second one lets the client wait for the rest of a message.
        let is_silent = n == 1 && matches!(refused, RemoteError::Offline);
        assert!(matches!(refused, RemoteError::Answer | RemoteError::Refused(_)) || is_silent, "{n}: {refused}");
        assert!(begun.elapsed() < Duration::from_secs(25), "{n}");
    }
}

#[test]
fn a_database_that_wants_no_tls_or_no_scram_is_refused() {
    let plain = Liar::new(
        |stream| {
            stream.read_exact(&mut [0; 8])?;
            stream.write_all(b"N")
        },
        |_| Ok(()),
    );
    assert!(plain.log().is_err());
    // It asks for the password itself.
    let greedy = Liar::new(agrees, |to| {
        to.write_all(b"R\0\0\0\x08\0\0\0\x03")?;
        to.flush()?;
        let mut said = Vec::new();
        let mut some = [0; 4096];
        while let Ok(read @ 1..) = to.read(&mut some) {
            said.extend_from_slice(some.get(..read).unwrap_or_default());
            assert!(!String::from_utf8_lossy(&said).contains("of a test"), "the password was said");
        }
        Ok(())
    });
    let refused = greedy.log().map(drop).expect_err("it wants the password");
    assert!(matches!(refused, RemoteError::Refused(_)), "{refused}");
}

#[test]
fn servers_whose_certificate_is_of_another_authority_are_refused() {
    let stage = Stage::new();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = write_secrets(&folder, &Authority::new().authority);
    let server = crate::stage::connect(stage.servers, &stage.place, &path, stage.servers.database_port);
    let refused = PgLog::open(server.clone(), Access::ReadWrite).map(drop).expect_err("it is another one");
    assert!(matches!(refused, RemoteError::Certificate), "{refused}");
    let secrets = Secrets::read(&path).expect("nobody else reads them");
    let root = Root::open(folder.path()).expect("the folder is there");
    let store = S3Objects::new(&stage.bucket(stage.servers.objects_port), &secrets, server, root).expect("it is read");
    let refused = store.probe().expect_err("it is another one");
    assert!(matches!(refused, RemoteError::Certificate), "{refused}");
}

#[test]
fn an_object_store_that_ignores_conditions_is_refused() {
    let liar = Liar::new(says_nothing, |to| {
        loop {
            let head = request(to)?;
            let length =
                head.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            to.read_exact(&mut vec![0; length.unwrap_or(0)])?;
            let body = if head.starts_with("GET") { "second" } else { "" };
            let length = body.len();
            let date = "Sat, 28 Nov 2026 12:00:00 GMT";
            write!(
                to,
                "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nLast-Modified: {date}\r\nContent-Length: {length}\r\n\r\n{body}"
            )?;
            to.flush()?;
        }
    });
    let refused = liar.objects().probe().expect_err("it ignores them");
    assert!(matches!(refused, RemoteError::Unconditional), "{refused}");
}

#[test]
fn an_object_store_that_answers_without_end_or_with_garbage_is_not_believed() {
    let id = ObjectId::parse(&"a".repeat(26)).expect("of the form of an id");
    let lies: [fn(&mut dyn Talk) -> std::io::Result<()>; 3] = [
        |to| {
            request(to)?;
            let head = b"HTTP/1.1 200 OK\r\nLast-Modified: Sat, 28 Nov 2026 12:00:00 GMT\r\nContent-Length: 99999999999999\r\n\r\n";
            endless(to, head)
        },
        |to| {
            request(to)?;
            to.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nnot an XML!")?;
            to.flush()
        },
        |to| {
            request(to)?;
            to.write_all(b"220 this is another protocol\r\n")?;
            to.flush()
        },
    ];
    for (n, lie) in lies.into_iter().enumerate() {
        let store = Liar::new(says_nothing, lie).objects();
        let begun = Instant::now();
        let refused = store.list(None, 10).expect_err("it lies");
        // What is not HTTP is as a server that is not there.
        let is_other = n == 2 && matches!(refused, ObjectError::Offline);
        assert!(matches!(refused, ObjectError::Altered { .. }) || is_other, "{n}: {refused}");
        match store.noted(id.as_str()) {
            Err(ObjectError::Altered { .. } | ObjectError::Offline) => {}
            // A note that is none is not believed by a reader.
            Ok(Some(note)) => assert_eq!((n, note.as_slice()), (1, &b"not an XML!"[..])),
            other => unreachable!("{n}: {other:?}"),
        }
        assert!(begun.elapsed() < Duration::from_secs(40), "{n}");
    }
}

/// Answers a question to the bucket.
fn lists(to: &mut dyn Talk, names: impl Iterator<Item = String>) -> std::io::Result<()> {
    let date = "2026-11-28T12:00:00.000Z";
    let things = names.map(|name| {
        format!("<Contents><Key>{name}</Key><LastModified>{date}</LastModified><ETag>x</ETag><Size>1</Size></Contents>")
    });
    let body = format!("<ListBucketResult>{}</ListBucketResult>", things.collect::<String>());
    write!(to, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
    to.flush()
}

/// Each list of it is short; there is always another, or the same one again.
#[test]
fn an_object_store_whose_lists_have_no_end_is_not_believed() {
    let id = ObjectId::parse(&"a".repeat(26)).expect("of the form of an id");
    let always_more = Liar::new(says_nothing, |to| {
        loop {
            let head = request(to)?;
            let after = head.split("start-after=").nth(1).and_then(|after| after.split(['&', ' ']).next());
            let last = after.and_then(|name| name.get(name.len().checked_sub(9)?..)?.parse().ok()).unwrap_or(0u64);
            lists(to, (last + 1..=last + 1000).map(|number| format!("objects/x{number:09}")))?;
        }
    });
    let refused = always_more.objects().list(None, 1000).expect_err("it has no end");
    assert!(matches!(refused, ObjectError::Altered { .. }), "{refused}");
    let there_again = Liar::new(says_nothing, |to| {
        loop {
            let head = request(to)?;
            if head.contains("list-type") {
                lists(to, std::iter::once(format!("pieces/{}/{}/00000001", "a".repeat(26), "b".repeat(26))))?;
            } else {
                write!(
                    to,
                    "HTTP/1.1 200 OK\r\nLast-Modified: Sat, 28 Nov 2026 12:00:00 GMT\r\nContent-Length: 0\r\n\r\n"
                )?;
                to.flush()?;
            }
        }
    });
    let refused = there_again.objects().remove(&id).expect_err("it is never gone");
    assert!(matches!(refused, ObjectError::Altered { .. }), "{refused}");
}

/// A log with a few entries, and what somebody remembers of it.
fn remembered(stage: &Stage) -> (Ledger, Position) {
    let signer = Signer::from_seeds(&[7; Signer::SEEDS]).expect("seeds make a signer");
    let mut log = Ledger::on(Box::new(stage.log(Access::ReadWrite)));
    for n in 0..6u8 {
        let mut draft = Draft::new(Weight::Dual).part(format!("class/{n}"), [n]).part("common/1", [n, n]);
        if n == 0 {
            draft = draft.introduce(signer.verifying_key());
        }
        let head = log.head().expect("a head");
        let _recorded = log.append(&head, &signer, 5, draft, ()).expect("it follows");
    }
    log.verify().expect("a whole log");
    let (_, end) = log.read(&Position::start(), 100).expect("entries");
    (log, end)
}

#[test]
fn a_server_that_forges_rolls_back_forks_reorders_or_withholds_is_found_out() {
    let lies = [
        ("a byte", "UPDATE zegel.entries SET body = set_byte(body, 9, 200) WHERE position = 3"),
        (
            "a signature",
            "UPDATE zegel.entries SET signatures = set_byte(signatures, 9, get_byte(signatures, 9) # 1) WHERE position = 3",
        ),
        // Of the last part, the last byte.
        ("a part", "UPDATE zegel.entries SET parts = set_byte(parts, octet_length(parts) - 1, 200) WHERE position = 3"),
        // The second of two, `common/1` with two bytes: 15 with what says how long they are.
        (
            "withheld",
            "UPDATE zegel.entries SET parts = '\\x0001' || substr(parts, 3, octet_length(parts) - 17) WHERE position = 2",
        ),
        (
            "swapped",
            "UPDATE zegel.entries SET parts = '\\x0002' || substr(parts, octet_length(parts) - 14) \
            || substr(parts, 3, octet_length(parts) - 17) WHERE position = 2",
        ),
        ("no parts", "UPDATE zegel.entries SET parts = '\\x00020101' WHERE position = 2"),
        (
            "reordered",
            "UPDATE zegel.entries SET position = 99 WHERE position = 2; UPDATE zegel.entries SET position = 2 WHERE position = 3; \
            UPDATE zegel.entries SET position = 3 WHERE position = 99",
        ),
        ("a gap", "DELETE FROM zegel.entries WHERE position = 2"),
        (
            "the end",
            "UPDATE zegel.head h SET size = 4, root = e.top, peaks = e.top FROM zegel.entries e WHERE e.position = 3",
        ),
        ("the tree", "UPDATE zegel.entries SET top = sha256('x') WHERE position = 1"),
        ("a leaf of the tree", "UPDATE zegel.entries SET top = sha256('x') WHERE position = 2"),
        ("the edge", "UPDATE zegel.head SET peaks = sha256('x') || substr(peaks, 33)"),
        ("half an edge", "UPDATE zegel.head SET peaks = substr(peaks, 33)"),
        ("another vault", "UPDATE zegel.head SET vault = repeat('z', 26)"),
    ];
    let stage = Stage::new();
    let (log, end) = remembered(&stage);
    let lying = |sql: &str, lifted: &str| {
        stage
            .servers
            .sql(&stage.place.name, &format!("BEGIN; SET LOCAL session_replication_role = replica; {sql}; {lifted}"));
    };
    // Kept, so that each lie is told alone.
    lying("CREATE TABLE kept_entries AS TABLE zegel.entries; CREATE TABLE kept_head AS TABLE zegel.head", "COMMIT");
    for (what, lie) in lies {
        lying(lie, "COMMIT");
        let checked = log.consistency(&end).and_then(|()| log.verify().map(drop));
        let found = checked.expect_err(what);
        assert!(found.is_integrity(), "{what}: {found}");
        if what == "the end" {
            assert!(matches!(found, Error::RolledBack { seen: 6, size: 4 }), "{found}");
        }
        if what == "another vault" {
            assert!(matches!(found, Error::Integrity { flaw: Flaw::Vault, .. }), "{found}");
        }
        lying(
            "DELETE FROM zegel.entries; DELETE FROM zegel.head; \
            INSERT INTO zegel.entries TABLE kept_entries; INSERT INTO zegel.head TABLE kept_head",
            "COMMIT",
        );
        log.verify().expect("whole again");
    }
}
