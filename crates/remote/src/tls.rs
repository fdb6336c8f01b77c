//! TLS towards both servers: verified against the certificates of one named file, and against nothing else.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::aws_lc_rs;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

use crate::{Error, Secrets, SecretsFlaw};

/// Looks whether a file is one of secrets, and the file of the authority that it names one of certificates.
///
/// # Errors
/// As [`Secrets::read`]; [`SecretsFlaw::Authority`].
pub fn look_at_secrets(path: &Path) -> Result<(), Error> {
    config(&Secrets::read(path)?).map(drop)
}

pub(crate) fn config(secrets: &Secrets) -> Result<ClientConfig, Error> {
    let unread = || Error::Secrets(SecretsFlaw::Authority);
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(&secrets.ca_file).map_err(|_| unread())? {
        roots.add(certificate.map_err(|_| unread())?).map_err(|_| unread())?;
    }
    if roots.is_empty() {
        return Err(unread());
    }
    let provider = Arc::new(aws_lc_rs::default_provider());
    let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let versions = versions.map_err(|_| unread())?;
    Ok(versions.with_root_certificates(roots).with_no_client_auth())
}

/// Whether a connection failed because of the server's certificate.
pub(crate) fn is_untrusted(error: &(dyn std::error::Error + 'static)) -> bool {
    causes(error).any(|cause| matches!(cause.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))))
}

/// Whether a connection failed in its encryption: its bytes did not arrive as they were sent. What is wrong there is the line. A server
/// that lies encrypts what it says.
pub(crate) fn is_garbled(error: &(dyn std::error::Error + 'static)) -> bool {
    causes(error).any(|cause| cause.is::<rustls::Error>()) && !is_untrusted(error)
}

/// An error and all that it stands for. One of the system does not count what it holds among its sources.
pub(crate) fn causes<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| match error.downcast_ref().and_then(std::io::Error::get_ref) {
        Some(held) => Some(held),
        None => error.source(),
    })
}
