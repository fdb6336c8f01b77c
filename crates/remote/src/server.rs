//! Connections to PostgreSQL, and the rights that depend on one.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use rustls::ClientConfig;
use tokio_postgres::config::{ChannelBinding, SslMode, TargetSessionAttrs};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{AsyncMessage, Client, Config, Row};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::meter::{MakeMetered, Meter};
use crate::runtime::{self, PATIENCE};
use crate::{DatabaseAddress, Error, Secrets, schema, tls};

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(10);
/// How often something is asked again when connections break.
const TRIES: u32 = 6;
/// How many connections are kept for rights.
const IDLE: usize = 4;

/// A parameter with its type.
pub(crate) type Param<'p> = (&'p (dyn ToSql + Sync), Type);

/// A PostgreSQL server with the log of a vault, as one workstation sees it.
pub struct Server {
    config: Config,
    tls: ClientConfig,
    /// Connections that held a right.
    idle: Mutex<Vec<Line>>,
    rights: Mutex<Rights>,
}

/// The rights to write objects that are held here, each with the count of collections when it began.
#[derive(Default)]
struct Rights {
    next: u64,
    held: BTreeMap<u64, i64>,
}

/// One connection.
pub(crate) struct Line {
    client: Client,
    meter: Meter,
}

impl Server {
    /// The server at an address. Nothing is connected yet.
    ///
    /// # Errors
    /// [`Error::Secrets`] when the certificates of the authority cannot be read.
    pub fn new(at: &DatabaseAddress, secrets: &Secrets) -> Result<Server, Error> {
        let mut config = Config::new();
        for (host, port) in &at.hosts {
            config.host(host).port(*port);
        }
        config
            .dbname(&at.name)
            .user(&secrets.database_user)
            .password(secrets.database_password.expose_secret())
            .application_name("zegel")
            .ssl_mode(SslMode::Require)
            // So that a password is used in SCRAM alone, bound to the certificate that was verified.
            .channel_binding(ChannelBinding::Require)
            .target_session_attrs(TargetSessionAttrs::ReadWrite)
            .connect_timeout(CONNECT)
            .keepalives_idle(Duration::from_secs(20));
        Ok(Server { config, tls: tls::config(secrets)?, idle: Mutex::default(), rights: Mutex::default() })
    }

    pub(crate) async fn connect(&self) -> Result<Line, Error> {
        self.connect_and_hear(None).await
    }

    async fn connect_and_hear(&self, told: Option<mpsc::Sender<()>>) -> Result<Line, Error> {
        let meter = Meter::new();
        let tls = MakeMetered { tls: MakeRustlsConnect::new(self.tls.clone()), meter: meter.clone() };
        // A server that lets one wait is as one that is not there.
        let connected = tokio::time::timeout(CONNECT, self.config.connect(tls)).await.map_err(|_| Error::Offline)?;
        let (client, mut connection) = connected.map_err(|error| failure(&error, &meter))?;
        runtime::spawn(async move {
            let mut messages = futures_util::stream::poll_fn(move |cx| connection.poll_message(cx));
            while let Some(Ok(message)) = messages.next().await {
                if let (AsyncMessage::Notification(_), Some(told)) = (message, &told) {
                    let _ = told.send(());
                }
            }
        });
        Ok(Line { client, meter })
    }

    /// Told when somebody appends: a hint, which may come late or not at all.
    ///
    /// # Errors
    /// [`Error::Offline`] and its kin.
    pub fn watch(&self) -> Result<Watch, Error> {
        let (told, heard) = mpsc::channel();
        let line = runtime::wait(PATIENCE, async {
            let line = self.connect_and_hear(Some(told)).await?;
            line.run("LISTEN zegel").await?;
            Ok::<_, Error>(line)
        })?;
        Ok(Watch { _line: line, heard })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Line>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rights(&self) -> MutexGuard<'_, Rights> {
        self.rights.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for one row on a connection that the caller then has.
    pub(crate) fn ask_for<T>(&self, sql: &str, read: impl Fn(&Row) -> Result<T, Error>) -> Result<(Line, T), Error> {
        let mut again = Again::new();
        loop {
            let kept = self.idle().pop().filter(|line| !line.client.is_closed());
            let asked = runtime::wait(4 * PATIENCE, async {
                let line = match kept {
                    Some(line) => line,
                    None => self.connect().await?,
                };
                let row = line.one(64, sql, &[]).await?;
                Ok::<_, Error>((read(&row)?, line))
            });
            match asked {
                Ok((value, line)) => return Ok((line, value)),
                Err(Error::Offline) if again.may() => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The right to write objects; waits for one that collects.
    pub(crate) fn begin_writing(self: &Arc<Server>) -> Result<Right, Error> {
        let (line, count) = self.ask_for("SELECT zegel.begin_writing()", |row| value::<i64>(row, "begin_writing"))?;
        let mut rights = self.rights();
        let id = rights.next;
        rights.next += 1;
        rights.held.insert(id, count);
        drop(rights);
        let release = format!("SELECT pg_advisory_unlock_shared({}) AS released", schema::WRITING);
        Ok(Right { server: self.clone(), line: Some(line), release, writes: Some(id) })
    }

    /// The right to collect garbage, if nobody writes.
    pub(crate) fn begin_collecting(self: &Arc<Server>) -> Result<Option<Right>, Error> {
        self.try_right("SELECT zegel.begin_collecting() AS is_mine", schema::WRITING)
    }

    /// The right to give objects new heads, if nobody has it.
    pub(crate) fn begin_heading(self: &Arc<Server>) -> Result<Option<Right>, Error> {
        self.try_right(&format!("SELECT pg_try_advisory_lock({}) AS is_mine", schema::HEADING), schema::HEADING)
    }

    fn try_right(self: &Arc<Server>, sql: &str, lock: &str) -> Result<Option<Right>, Error> {
        let (line, is_mine) = self.ask_for(sql, |row| value::<bool>(row, "is_mine"))?;
        if !is_mine {
            self.keep(line);
            return Ok(None);
        }
        let release = format!("SELECT pg_advisory_unlock({lock}) AS released");
        Ok(Some(Right { server: self.clone(), line: Some(line), release, writes: None }))
    }

    fn keep(&self, line: Line) {
        let mut idle = self.idle();
        if idle.len() < IDLE && !line.client.is_closed() {
            idle.push(line);
        }
    }

    /// The count of collections when the oldest right to write objects that is held here began. None: none is held.
    pub(crate) fn fence(&self) -> Option<i64> {
        self.rights().held.values().copied().min()
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({:?}, {:?})", self.config.get_hosts(), self.config.get_dbname())
    }
}

impl Line {
    pub(crate) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Asks for rows that have at most so many bytes together.
    pub(crate) async fn rows(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>, Error> {
        self.meter.expect(most);
        self.client.query_typed(sql, params).await.map_err(|error| failure(&error, &self.meter))
    }

    /// Asks for one row.
    pub(crate) async fn one(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Row, Error> {
        let mut rows = self.rows(most, sql, params).await?;
        if rows.len() > 1 { Err(Error::Answer) } else { rows.pop().ok_or(Error::Answer) }
    }

    /// Runs statements that answer nothing.
    pub(crate) async fn run(&self, sql: &str) -> Result<(), Error> {
        self.meter.expect(0);
        self.client.batch_execute(sql).await.map_err(|error| failure(&error, &self.meter))
    }
}

/// A column of a row, by its name, of this type and no other.
pub(crate) fn value<'r, T: tokio_postgres::types::FromSql<'r>>(row: &'r Row, name: &str) -> Result<T, Error> {
    row.try_get(name).map_err(|_| Error::Answer)
}

/// How often something is tried again when connections break: some times, and not when it takes long.
pub(crate) struct Again {
    begun: Instant,
    tried: u32,
}

impl Again {
    pub(crate) fn new() -> Again {
        Again { begun: Instant::now(), tried: 0 }
    }

    /// Waits a moment, and says whether to try once more.
    pub(crate) fn may(&mut self) -> bool {
        self.tried += 1;
        let may = self.tried < TRIES && self.begun.elapsed() < CONNECT && !runtime::is_over();
        if may {
            std::thread::sleep(Duration::from_millis(10) * 2u32.saturating_pow(self.tried));
        }
        may
    }
}

/// A right that lasts until it is dropped, or its connection breaks.
pub(crate) struct Right {
    server: Arc<Server>,
    line: Option<Line>,
    release: String,
    /// Which of the rights to write it is.
    writes: Option<u64>,
}

impl Drop for Right {
    fn drop(&mut self) {
        if let Some(id) = self.writes {
            self.server.rights().held.remove(&id);
        }
        if let Some(line) = self.line.take() {
            // What cannot be given up ends with its connection.
            let released = runtime::wait(PATIENCE, async {
                let row = line.one(64, &self.release, &[]).await?;
                value::<bool>(&row, "released")
            });
            if matches!(released, Ok(true)) {
                self.server.keep(line);
            }
        }
    }
}

/// Hears that somebody appended.
pub struct Watch {
    _line: Line,
    heard: Receiver<()>,
}

impl Watch {
    /// Waits until somebody appends, or so long: says which.
    ///
    /// # Errors
    /// [`Error::Offline`] when the connection is gone.
    pub fn wait(&self, most: Duration) -> Result<bool, Error> {
        match self.heard.recv_timeout(most) {
            Ok(()) => {
                // One look is enough for all that was said meanwhile.
                while self.heard.try_recv().is_ok() {}
                Ok(true)
            }
            Err(RecvTimeoutError::Timeout) => Ok(false),
            Err(RecvTimeoutError::Disconnected) => Err(Error::Offline),
        }
    }
}

/// What an error of the connection means here.
fn failure(error: &tokio_postgres::Error, meter: &Meter) -> Error {
    if meter.is_over() {
        return Error::Answer;
    }
    if let Some(said) = error.as_db_error() {
        return refusal(said.code(), said.message());
    }
    if tls::is_untrusted(error) {
        return Error::Certificate;
    }
    let said = error.to_string();
    if said.starts_with("authentication error") {
        return Error::Refused("authentication".to_owned());
    }
    if error.is_closed() || said.starts_with("timeout") || tls::is_garbled(error) {
        return Error::Offline;
    }
    let io = tls::causes(error).find_map(|cause| cause.downcast_ref::<std::io::Error>());
    match io.map(std::io::Error::kind) {
        None | Some(std::io::ErrorKind::InvalidData | std::io::ErrorKind::InvalidInput) => Error::Answer,
        Some(_) => Error::Offline,
    }
}

fn refusal(code: &SqlState, message: &str) -> Error {
    let said: String = message.chars().filter(|c| !c.is_control()).take(200).collect();
    if *code == SqlState::UNDEFINED_TABLE
        || *code == SqlState::UNDEFINED_FUNCTION
        || *code == SqlState::INVALID_SCHEMA_NAME
        || *code == SqlState::INVALID_CATALOG_NAME
    {
        return Error::Missing;
    }
    if *code == SqlState::DUPLICATE_SCHEMA {
        return Error::Exists;
    }
    if *code == SqlState::LOCK_NOT_AVAILABLE || *code == SqlState::T_R_DEADLOCK_DETECTED {
        return Error::Busy;
    }
    if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
        return Error::ReadOnly;
    }
    match code.code().get(..2) {
        // No connection; shut down by an operator; too many connections, no memory.
        Some("08" | "57") => Error::Offline,
        Some("53") if *code == SqlState::DISK_FULL => Error::Full,
        Some("53") => Error::Offline,
        Some("28") => Error::Refused(said),
        Some("42") if *code == SqlState::INSUFFICIENT_PRIVILEGE => Error::Refused(said),
        Some(_) | None => Error::Server(said),
    }
}
