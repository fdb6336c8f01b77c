//! The system: its approval, its classification guide, the authorities that it speaks for.

pub(crate) mod approval;
mod authorities;
mod ceremony;
mod guide;
mod publishing;
pub(crate) mod views;
