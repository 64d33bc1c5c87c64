using System.CommandLine;
namespace Conformance.Cli.Commands;
internal sealed class InspectCommand(Surroundings surroundings)
{
    public Command Create() => new("inspect", surroundings.WorkingDirectory);
}
