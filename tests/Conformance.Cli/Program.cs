using System.Runtime.InteropServices;
using Conformance.Cli;

using var stopping = new CancellationTokenSource();

// The first signal ends the run in order, so that targets and browsers are stopped; a second one ends the program at once.
void Stop(PosixSignalContext context)
{
    if (!stopping.IsCancellationRequested)
    {
        context.Cancel = true;
        stopping.Cancel();
    }
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await ConformanceProgram.RunAsync(args, Surroundings.OfProcess(), stopping.Token);
