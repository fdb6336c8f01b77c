//! How much a server may answer. Each question sets what its answer may have; what goes further ends the connection.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres_rustls::MakeRustlsConnect;

/// What each connection may say unasked, and while it is made.
const UNASKED: u64 = 256 << 10;

/// How many bytes more may come.
#[derive(Clone, Debug)]
pub(crate) struct Meter(Arc<AtomicU64>);

impl Meter {
    pub(crate) fn new() -> Meter {
        Meter(Arc::new(AtomicU64::new(UNASKED)))
    }

    /// From now on an answer of so many bytes may come, with what belongs around it.
    pub(crate) fn expect(&self, bytes: u64) {
        self.0.store(bytes.saturating_add(UNASKED), Ordering::SeqCst);
    }

    /// Whether more came than may.
    pub(crate) fn is_over(&self) -> bool {
        self.0.load(Ordering::SeqCst) == 0
    }

    fn spend(&self, bytes: u64) -> bool {
        let left = |left: u64| Some(left.saturating_sub(bytes));
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_ok_and(|before| before > bytes)
    }
}

/// A stream whose reading is counted.
pub(crate) struct Metered<S> {
    stream: S,
    meter: Meter,
}

impl<S: AsyncRead + Unpin> AsyncRead for Metered<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, into);
        if !self.meter.spend((into.filled().len() - before) as u64) {
            return Poll::Ready(Err(io::Error::other("the answer is too long")));
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Metered<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// TLS over a metered stream.
pub(crate) struct MakeMetered {
    pub(crate) tls: MakeRustlsConnect,
    pub(crate) meter: Meter,
}

pub(crate) struct MeteredConnect<C> {
    connect: C,
    meter: Meter,
}

impl<S> MakeTlsConnect<S> for MakeMetered
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    type Stream = <MakeRustlsConnect as MakeTlsConnect<Metered<S>>>::Stream;
    type TlsConnect = MeteredConnect<<MakeRustlsConnect as MakeTlsConnect<Metered<S>>>::TlsConnect>;
    type Error = <MakeRustlsConnect as MakeTlsConnect<Metered<S>>>::Error;

    fn make_tls_connect(&mut self, domain: &str) -> Result<Self::TlsConnect, Self::Error> {
        let connect = MakeTlsConnect::<Metered<S>>::make_tls_connect(&mut self.tls, domain)?;
        Ok(MeteredConnect { connect, meter: self.meter.clone() })
    }
}

impl<S, C: TlsConnect<Metered<S>>> TlsConnect<S> for MeteredConnect<C> {
    type Stream = C::Stream;
    type Error = C::Error;
    type Future = C::Future;

    fn connect(self, stream: S) -> C::Future {
        self.connect.connect(Metered { stream, meter: self.meter })
    }
}
