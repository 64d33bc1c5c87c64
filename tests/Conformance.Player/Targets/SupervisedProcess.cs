using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Conformance.Player.Targets;

/// <summary>
/// A program in a process group of its own that ends with the suite, however the suite ends: its supervisor holds the other end of
/// a pipe, and when the pipe closes (also after a crash) the whole group is told to terminate, then killed.
/// </summary>
internal sealed partial class SupervisedProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int Kill = 9;
    private const int KeptLines = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // $$ is the group: setsid makes the shell its leader. The watcher holds neither output open, or nobody would ever see their end.
    private const string Supervisor =
        """
        "$@" </dev/null &
        child=$!
        ( cat >/dev/null; trap '' TERM; kill -s TERM -- -$$ 2>/dev/null; sleep 5; kill -s KILL -- -$$ 2>/dev/null ) <&3 >/dev/null 2>&1 &
        watcher=$!
        wait "$child"; code=$?
        kill -KILL "$watcher" 2>/dev/null
        exit "$code"
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();
    private readonly StreamWriter? _log;

    private SupervisedProcess(Process process, StreamWriter? log)
    {
        _process = process;
        _log = log;
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines it printed.</summary>
    public string LastLines
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join('\n', _lastLines);
            }
        }
    }

    public static SupervisedProcess Start(
        IReadOnlyList<string> command, string directory, IReadOnlyDictionary<string, string> environment, string? logFile)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = command[0];
            Add(start, command.Skip(1));
        }
        else
        {
            var supervised = CommandFor(command);
            start.FileName = supervised[0];
            Add(start, supervised.Skip(1));
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new TargetFailedException($"\"{command[0]}\" could not be started.");
        var log = logFile is null ? null : new StreamWriter(logFile, append: true, Encoding.UTF8);
        var result = new SupervisedProcess(process, log);
        process.OutputDataReceived += (_, line) => result.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => result.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => result._exited.TrySetResult();
        if (process.HasExited)
        {
            result._exited.TrySetResult();
        }

        return result;
    }

    /// <summary>The command that runs another one in a group of its own until standard input closes.</summary>
    internal static IReadOnlyList<string> CommandFor(IReadOnlyList<string> command) => ["setsid", "sh", "-c", "exec 3<&0; " + Supervisor, "target", .. command];

    /// <summary>Waits for its end. A daemon that it leaves behind may hold its output open; that is not waited for.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _exited.Task.WaitAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LastWords);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was printed so far has been read.
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Children that outlived their parent are in the group still. They too get the time to end in order.
        Signal(Terminate);
        await GoneAsync(Patience);
        Signal(Kill);
        await GoneAsync(Patience);
        _process.Dispose();
        if (_log is not null)
        {
            await _log.DisposeAsync();
        }
    }

    private async Task GoneAsync(TimeSpan limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (IsThere() && TimeProvider.System.GetElapsedTime(began) < limit)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    // Signal 0 asks whether anybody of the group is left.
    private bool IsThere() => OperatingSystem.IsWindows() ? !_process.HasExited : !_process.HasExited || SendSignal(-_process.Id, 0) == 0;

    private static void Add(ProcessStartInfo start, IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processGroup, int signal);

    private void Signal(int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SendSignal(-_process.Id, signal);
        }
        else if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }

            _log?.WriteLine(line);
        }
    }
}
