#Requires -Version 7
# Runs every test, or those whose name contains the given address:  ./run-tests.ps1 saml/attack
param([string] $Address = '', [switch] $Headed)

$ErrorActionPreference = 'Stop'
if ($Headed) { $env:CONFORMANCE_HEADED = 'true' }

$filter = if ($Address) { @('--filter', "Name~$Address") } else { @() }
dotnet test "$PSScriptRoot/Conformance.sln" --nologo @filter
exit $LASTEXITCODE
