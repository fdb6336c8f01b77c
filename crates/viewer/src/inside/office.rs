//! LibreOffice lays out one document, with a profile that is made for it and forbids whatever a document might have it do.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::Command;

use super::to_its_end;
use crate::confined::WORK;
use crate::frame::{self, LARGEST, LARGEST_FORM, Opening};

/// A first start makes the profile, and ends in order to be started again.
const STARTS: usize = 3;
/// No macros, no updates of links and fields, nothing that is asked for by address, nothing embedded that runs; and nobody is asked.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisablePythonRuntime" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Load"><prop oor:name="UserDefinedSettings" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="CreateBackup" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.WriterWeb/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Java/VirtualMachine"><prop oor:name="Enable" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

/// The PDF that it makes of the document that comes.
pub fn lay_out(program: &Path, from: &mut dyn Read) -> io::Result<Vec<u8>> {
    let Opening { kind, size, .. } = frame::read_open(from)?;
    let ending = kind.ending_of_office().filter(|_| size <= LARGEST).ok_or(io::ErrorKind::InvalidData)?;
    let work = Path::new(WORK);
    let document = work.join(format!("document.{ending}"));
    let written = io::copy(&mut from.take(size), &mut File::create_new(&document)?)?;
    if written != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let profile = work.join("profile/user");
    fs::create_dir_all(&profile)?;
    fs::write(profile.join("registrymodifications.xcu"), PROFILE)?;
    let made = work.join("made/document.pdf");
    for _ in 0..STARTS {
        let mut command = Command::new(program);
        command.args(["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]);
        command.arg(format!("-env:UserInstallation=file://{WORK}/profile"));
        command.args(["--convert-to", "pdf", "--outdir"]).arg(work.join("made")).arg(&document);
        command.env("SAL_USE_VCLPLUGIN", "svp").env("SAL_DISABLE_OPENCL", "1");
        to_its_end(&mut command)?;
        if made.is_file() {
            break;
        }
    }
    let mut pdf = Vec::new();
    File::open(made)?.take(LARGEST_FORM + 1).read_to_end(&mut pdf)?;
    if pdf.is_empty() || pdf.len() as u64 > LARGEST_FORM { Err(io::ErrorKind::InvalidData.into()) } else { Ok(pdf) }
}
