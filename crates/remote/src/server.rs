//! Connections to PostgreSQL, and the rights that depend on one.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use futures_util::stream::FuturesUnordered;
use rustls::ClientConfig;
use tokio_postgres::config::{ChannelBinding, SslMode, TargetSessionAttrs};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{AsyncMessage, Client, Config, Row};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::meter::{MakeMetered, Meter};
use crate::runtime::{self, PATIENCE};
use crate::{DatabaseAddress, Error, Secrets, schema, tls};

/// How long a connection to one host may take to be made.
const CONNECT: Duration = Duration::from_secs(4);
/// The next of several hosts is tried as well after so long.
const STAGGER: Duration = Duration::from_millis(700);
/// Of an answer that takes longer it is asked whether anybody is there who gives it.
const SOON: Duration = Duration::from_secs(2);
/// What was sent and is not even received is given up by the system after so long.
const UNRECEIVED: Duration = Duration::from_secs(8);
/// Where one found nobody, others find nobody for so long: who gives up several things does not wait for each.
const SILENT: Duration = Duration::from_secs(2);
/// How often something is asked again when connections break, and for how long.
const TRIES: u32 = 6;
const AGAIN: Duration = Duration::from_secs(3);
/// How many connections are kept for rights.
const IDLE: usize = 4;

/// A parameter with its type.
pub(crate) type Param<'p> = (&'p (dyn ToSql + Sync), Type);

/// A PostgreSQL server with the log of a vault, as one workstation sees it.
pub struct Server {
    hosts: Vec<Arc<Host>>,
    /// The one that served last.
    last: AtomicUsize,
    /// Connections that held a right.
    idle: Mutex<Vec<Line>>,
    rights: Mutex<Rights>,
}

/// One host, and how it is reached.
struct Host {
    config: Config,
    tls: ClientConfig,
    /// When nobody answered there last.
    silent: Mutex<Option<Instant>>,
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
    host: Arc<Host>,
}

impl Server {
    /// The server at an address. Nothing is connected yet.
    ///
    /// # Errors
    /// [`Error::Secrets`] when the certificates of the authority cannot be read.
    pub fn new(at: &DatabaseAddress, secrets: &Secrets) -> Result<Server, Error> {
        let tls = tls::config(secrets)?;
        let reached = |(host, port): &(String, u16)| {
            let mut config = Config::new();
            config
                .host(host)
                .port(*port)
                .dbname(&at.name)
                .user(&secrets.database_user)
                .password(secrets.database_password.expose_secret())
                .application_name("zegel")
                .ssl_mode(SslMode::Require)
                // So that a password is used in SCRAM alone, bound to the certificate that was verified.
                .channel_binding(ChannelBinding::Require)
                .target_session_attrs(TargetSessionAttrs::ReadWrite)
                .connect_timeout(CONNECT)
                .tcp_user_timeout(UNRECEIVED)
                .keepalives_idle(Duration::from_secs(20));
            Arc::new(Host { config, tls: tls.clone(), silent: Mutex::default() })
        };
        let hosts = at.hosts.iter().map(reached).collect();
        Ok(Server { hosts, last: AtomicUsize::new(0), idle: Mutex::default(), rights: Mutex::default() })
    }

    pub(crate) async fn connect(&self) -> Result<Line, Error> {
        self.connect_and_hear(None).await
    }

    /// To the host that served last, or another that can be written. One that does not answer keeps nobody from the next.
    async fn connect_and_hear(&self, told: Option<mpsc::Sender<()>>) -> Result<Line, Error> {
        let first = self.last.load(Ordering::Relaxed);
        let mut order: Vec<usize> = (0..self.hosts.len()).collect();
        order.sort_by_key(|at| *at != first);
        let mut left = order.into_iter().filter_map(|at| Some((at, self.hosts.get(at)?.clone())));
        let mut under_way = FuturesUnordered::new();
        let mut failed = Error::Offline;
        let mut next = left.next();
        loop {
            if let Some((at, host)) = next.take() {
                let told = told.clone();
                under_way.push(async move { (at, host.connect(told).await) });
                next = left.next();
            }
            let answered = match next {
                Some(_) => tokio::time::timeout(STAGGER, under_way.next()).await,
                None => Ok(under_way.next().await),
            };
            match answered {
                Ok(Some((at, Ok(line)))) => {
                    self.last.store(at, Ordering::Relaxed);
                    return Ok(line);
                }
                // What is wrong with one that is there says more than that another is not.
                Ok(Some((_, Err(error)))) if matches!(failed, Error::Offline) => failed = error,
                Ok(Some((_, Err(_)))) | Err(_) => {}
                Ok(None) => return Err(failed),
            }
        }
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
        let hosts = self.hosts.iter().map(|host| (host.config.get_hosts(), host.config.get_dbname()));
        f.debug_tuple("Server").field(&hosts.collect::<Vec<_>>()).finish()
    }
}

impl Host {
    async fn connect(self: Arc<Host>, told: Option<mpsc::Sender<()>>) -> Result<Line, Error> {
        self.is_heard()?;
        let meter = Meter::new();
        let tls = MakeMetered { tls: MakeRustlsConnect::new(self.tls.clone()), meter: meter.clone() };
        // A server that lets one wait is as one that is not there.
        let connected = tokio::time::timeout(CONNECT, self.config.connect(tls)).await;
        let connected = connected.map_err(|_| self.is_silent())?;
        let (client, mut connection) = connected.map_err(|error| failure(&error, &meter))?;
        runtime::spawn(async move {
            let mut messages = futures_util::stream::poll_fn(move |cx| connection.poll_message(cx));
            while let Some(Ok(message)) = messages.next().await {
                if let (AsyncMessage::Notification(_), Some(told)) = (message, &told) {
                    let _ = told.send(());
                }
            }
        });
        Ok(Line { client, meter, host: self })
    }

    fn silent(&self) -> MutexGuard<'_, Option<Instant>> {
        self.silent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody answered.
    fn is_silent(&self) -> Error {
        *self.silent() = Some(Instant::now());
        Error::Offline
    }

    /// Unless nobody answered a moment ago.
    fn is_heard(&self) -> Result<(), Error> {
        let is_silent = self.silent().is_some_and(|since| since.elapsed() < SILENT);
        if is_silent { Err(Error::Offline) } else { Ok(()) }
    }

    /// Whether anybody answers there at all.
    async fn answers(self: Arc<Host>) -> bool {
        let asked = async {
            let line = self.connect(None).await?;
            line.client.simple_query("").await.map_err(|_| Error::Offline)
        };
        // One that is there and refuses is there.
        !matches!(tokio::time::timeout(CONNECT, asked).await, Err(_) | Ok(Err(Error::Offline)))
    }
}

impl Line {
    pub(crate) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Asks for rows that have at most so many bytes together.
    pub(crate) async fn rows(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>, Error> {
        self.meter.expect(most);
        self.answered(self.client.query_typed(sql, params)).await
    }

    /// Waits for an answer. It may take long, as where others have to end first; but not where nobody is there any more who gives it: a
    /// machine that is gone tells nobody.
    async fn answered<T>(&self, what: impl Future<Output = Result<T, tokio_postgres::Error>>) -> Result<T, Error> {
        self.host.is_heard()?;
        let mut what = std::pin::pin!(what);
        loop {
            if let Ok(done) = tokio::time::timeout(SOON, &mut what).await {
                return done.map_err(|error| failure(&error, &self.meter));
            }
            let there = std::pin::pin!(self.host.clone().answers());
            match select(&mut what, there).await {
                Either::Left((done, _)) => return done.map_err(|error| failure(&error, &self.meter)),
                Either::Right((true, _)) => {}
                Either::Right((false, _)) => return Err(self.host.is_silent()),
            }
        }
    }

    /// Asks for one row.
    pub(crate) async fn one(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Row, Error> {
        let mut rows = self.rows(most, sql, params).await?;
        if rows.len() > 1 { Err(Error::Answer) } else { rows.pop().ok_or(Error::Answer) }
    }

    /// Runs statements that answer nothing.
    pub(crate) async fn run(&self, sql: &str) -> Result<(), Error> {
        self.meter.expect(0);
        self.answered(self.client.batch_execute(sql)).await
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
        let may = self.tried < TRIES && self.begun.elapsed() < AGAIN && !runtime::is_over();
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
