//! A network that fails: a proxy in front of a server that cuts connections at places that are drawn from a seed.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Numbers from a seed: the same ones each time.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end.max(1)
    }
}

/// What befalls the connections that are made from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Never,
    /// After some bytes, in either direction: fewer than this.
    Within(u64),
    /// At once.
    AtOnce,
}

/// What befalls a connection when its bytes are spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Both directions end; some of the last bytes still arrive.
    Cut,
    /// It goes on after so long.
    Delay(Duration),
    /// The last bytes arrive twice.
    Twice,
    /// One direction ends, and the other goes on.
    HalfClosed,
}

impl Fault {
    /// One of them.
    pub fn drawn(chance: &mut Chance) -> Fault {
        match chance.below(4) {
            0 => Fault::Cut,
            1 => Fault::Delay(Duration::from_millis(20 + chance.below(180))),
            2 => Fault::Twice,
            _ => Fault::HalfClosed,
        }
    }
}

/// How bytes go to the server.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    /// So many in a second, over each connection.
    per_second: Option<u64>,
    /// What a connection sends after so many bytes is kept until this is over, and arrives then, also of one that was given up.
    held_after: Option<u64>,
    /// Nothing of what the server answers arrives, and nobody is told.
    is_mute: bool,
    /// Each connection ends with its next byte, those that were made before as well.
    is_cut: bool,
}

/// One fault that waits, and what was carried.
#[derive(Debug, Default)]
struct Armed {
    /// After how many bytes of all connections, and what.
    waits: Option<(u64, Fault)>,
    carried: u64,
}

/// Stands in front of a server of this machine.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    plan: Arc<Mutex<(Cut, Chance)>>,
    cuts: Arc<AtomicUsize>,
    armed: Arc<Mutex<Armed>>,
    way: Arc<Mutex<Way>>,
}

impl Proxy {
    /// In front of a port of this machine; what fails is drawn from the seed.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn new(to: u16, seed: u64) -> io::Result<Proxy> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let plan = Arc::new(Mutex::new((Cut::Never, Chance::new(seed))));
        let cuts = Arc::new(AtomicUsize::new(0));
        let armed: Arc<Mutex<Armed>> = Arc::default();
        let way: Arc<Mutex<Way>> = Arc::default();
        let (plans, counted, arms, ways) = (plan.clone(), cuts.clone(), armed.clone(), way.clone());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let budget = {
                    let mut plan = lock(&plans);
                    let (cut, chance) = &mut *plan;
                    match *cut {
                        Cut::Never => i64::MAX,
                        Cut::Within(bytes) => below(chance, bytes),
                        Cut::AtOnce => 0,
                    }
                };
                let Ok(server) = TcpStream::connect(("127.0.0.1", to)) else { continue };
                let (counted, armed, way) = (counted.clone(), arms.clone(), ways.clone());
                std::thread::spawn(move || {
                    let line = Line { left: AtomicI64::new(budget), cuts: &counted, armed: &armed, way: &way };
                    line.between(&client, &server);
                });
            }
        });
        Ok(Proxy { port, plan, cuts, armed, way })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// What befalls new connections.
    pub fn set(&self, cut: Cut) {
        lock(&self.plan).0 = cut;
    }

    /// Lets one fault befall the connection that carries this byte, counted from now on over all of them, those that are there already as
    /// well; and none after it.
    pub fn arm(&self, after: u64, fault: Fault) {
        lock(&self.armed).waits = Some((after, fault));
    }

    /// How many bytes go to the server in a second over each connection, or as fast as they can.
    pub fn slow(&self, per_second: Option<u64>) {
        lock(&self.way).per_second = per_second;
    }

    /// Keeps what connections send after so many bytes, until it is told otherwise: then it arrives, however late.
    pub fn hold(&self, after: Option<u64>) {
        lock(&self.way).held_after = after;
    }

    /// Swallows what both sides say, as a machine does that is gone: connections can be made, and nobody answers.
    pub fn mute(&self, is_mute: bool) {
        lock(&self.way).is_mute = is_mute;
    }

    /// Ends each connection with its next byte, those that were made before as well: a client may keep some for later.
    pub fn sever(&self, is_cut: bool) {
        lock(&self.way).is_cut = is_cut;
    }

    /// Takes the fault back that waits. Gives whether it had come.
    pub fn disarm(&self) -> bool {
        lock(&self.armed).waits.take().is_none()
    }

    /// How many bytes were carried, in both directions.
    pub fn carried(&self) -> u64 {
        lock(&self.armed).carried
    }

    /// How many faults befell connections.
    pub fn cuts(&self) -> usize {
        self.cuts.load(Ordering::SeqCst)
    }
}

fn below(chance: &mut Chance, bytes: u64) -> i64 {
    i64::try_from(chance.below(bytes)).unwrap_or(i64::MAX)
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One connection, and what befalls it when its bytes are spent.
struct Line<'p> {
    left: AtomicI64,
    cuts: &'p AtomicUsize,
    armed: &'p Mutex<Armed>,
    way: &'p Mutex<Way>,
}

impl Line<'_> {
    /// Carries bytes both ways until one side ends or something befalls it.
    fn between(&self, client: &TcpStream, server: &TcpStream) {
        let (to, back) = (client.set_nodelay(true), server.set_nodelay(true));
        if to.and(back).is_err() {
            return;
        }
        std::thread::scope(|scope| {
            scope.spawn(|| self.carry(client, server, true));
            self.carry(server, client, false);
        });
    }

    /// What befalls it with so many bytes more, after how many of them.
    fn befalls(&self, count: usize) -> Option<(Fault, usize)> {
        let bytes = count as u64;
        if lock(self.way).is_cut {
            return Some((Fault::Cut, 0));
        }
        {
            let mut armed = lock(self.armed);
            armed.carried += bytes;
            match armed.waits {
                Some((left, fault)) if left < bytes => {
                    armed.waits = None;
                    self.cuts.fetch_add(1, Ordering::SeqCst);
                    return Some((fault, usize::try_from(left).unwrap_or(count)));
                }
                Some((left, fault)) => armed.waits = Some((left - bytes, fault)),
                None => {}
            }
        }
        let bytes = i64::try_from(count).unwrap_or(i64::MAX);
        let before = self.left.fetch_sub(bytes, Ordering::SeqCst);
        // The other direction ends with it.
        if (0..bytes).contains(&before) {
            self.cuts.fetch_add(1, Ordering::SeqCst);
        }
        (before < bytes).then(|| (Fault::Cut, usize::try_from(before).unwrap_or(0).min(count)))
    }

    /// Waits as the way to the server has it, where one goes there. Gives how many bytes were sent by then.
    fn goes(&self, sent: u64, count: usize, is_up: bool) -> u64 {
        let sent = sent.saturating_add(count as u64);
        loop {
            let way = *lock(self.way);
            if way.is_mute || (is_up && way.held_after.is_some_and(|after| sent > after)) {
                std::thread::sleep(Duration::from_millis(20));
                continue;
            }
            if let Some(per_second) = way.per_second.filter(|_| is_up) {
                std::thread::sleep(Duration::from_secs_f64(count as f64 / per_second.max(1) as f64));
            }
            return sent;
        }
    }

    fn carry(&self, from: &TcpStream, to: &TcpStream, is_up: bool) {
        let (mut reading, mut writing) = (from, to);
        let mut bytes = [0; 4096];
        let mut sent = 0;
        loop {
            let read = match reading.read(&mut bytes) {
                Ok(0) | Err(_) => break,
                Ok(read) => read,
            };
            sent = self.goes(sent, read, is_up);
            let all = bytes.get(..read).unwrap_or_default();
            if let Some((fault, some)) = self.befalls(read) {
                // Some of it still arrives.
                let some = bytes.get(..some).unwrap_or_default();
                match fault {
                    Fault::Cut => {
                        let _ = writing.write_all(some);
                        break;
                    }
                    Fault::HalfClosed => {
                        let _ = writing.write_all(some);
                        let _ = to.shutdown(Shutdown::Write);
                        return;
                    }
                    Fault::Delay(pause) => std::thread::sleep(pause),
                    Fault::Twice => {
                        if writing.write_all(all).is_err() {
                            break;
                        }
                    }
                }
            }
            if writing.write_all(all).is_err() {
                break;
            }
        }
        // The other side hears of it in its own time.
        std::thread::sleep(Duration::from_millis(1));
        let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    }
}
