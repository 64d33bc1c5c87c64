using Conformance.Benchmarks.Clients;
using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Measurements;

switch (args)
{
    case ["kill-matrix", .. var flaws]:
        return await KillMatrixCommand.RunAsync(flaws);
    case [StartMeasurement.Command]:
        return await StartMeasurement.RunAsync();
    case ["provision"]:
        return await ProvisionCommand.RunAsync();
    case []:
    case ["message" or "stub" or "start" or "http" or "browser" or "catalogue" or "scim" or "scim-checks"]:
        return await MeasureCommand.RunAsync(args.FirstOrDefault());
    default:
        await Console.Error.WriteLineAsync("Usage: [message | stub | start | http | browser | catalogue | scim | scim-checks], nothing for all of them, provision, or kill-matrix [--first] [--go-on] [--add=ADDRESS] [FLAW…]");
        return 4;
}
