using System.CommandLine;
namespace Conformance.Cli.Commands;
internal sealed class IdpCommand(Surroundings surroundings)
{
    public Command Create() => new("idp", surroundings.WorkingDirectory);
}
