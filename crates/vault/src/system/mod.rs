//! The system: its approval, its classification guide, the authorities that it speaks for.

mod approval;
mod authorities;
mod guide;
pub(crate) mod views;
