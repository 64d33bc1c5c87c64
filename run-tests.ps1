#Requires -Version 7
# Runs every test, or those whose name contains the given address:  ./run-tests.ps1 saml/attack
# -Packages full takes WireMock.Net, Testcontainers and Verify where the registry serves all of them; -Packages small does not ask for them.
param([string] $Address = '', [switch] $Headed, [ValidateSet('full', 'small')] [string] $Packages = 'full')

$ErrorActionPreference = 'Stop'
if ($Headed) { $env:CONFORMANCE_HEADED = 'true' }

$set = @()
if ($Packages -eq 'full') {
    dotnet restore "$PSScriptRoot/Conformance.sln" -p:FullPackages=true --verbosity quiet
    if ($LASTEXITCODE -eq 0) { $set = @('-p:FullPackages=true') }
    else { Write-Warning 'The registry does not serve WireMock.Net, Testcontainers and Verify; the small set of packages is used.' }
}

$filter = if ($Address) { @('--filter', "Name~$Address") } else { @() }
dotnet test "$PSScriptRoot/Conformance.sln" --nologo @set @filter
exit $LASTEXITCODE
