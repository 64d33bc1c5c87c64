using Conformance.Benchmarks.KillMatrix;
using Conformance.Benchmarks.Measurements;

switch (args)
{
    case ["kill-matrix", .. var flaws]:
        return await KillMatrixCommand.RunAsync(flaws);
    case [StartMeasurement.Command]:
        return await StartMeasurement.RunAsync();
    case []:
    case ["message" or "start" or "http" or "browser" or "catalogue"]:
        return await MeasureCommand.RunAsync(args.FirstOrDefault());
    default:
        await Console.Error.WriteLineAsync("Usage: [message | start | http | browser | catalogue], nothing for all of them, or kill-matrix [--first] [--go-on] [FLAW…]");
        return 4;
}
