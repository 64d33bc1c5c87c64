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

    // $$ is the group: setsid makes the shell its leader. The second wait collects the child after the watcher has ended it.
    private const string Supervisor =
        """
        "$@" </dev/null &
        child=$!
        ( cat >/dev/null; kill -TERM -- -$$ 2>/dev/null; sleep 5; kill -KILL -- -$$ 2>/dev/null ) <&3 &
        watcher=$!
        wait "$child"; code=$?
        kill -KILL "$watcher" 2>/dev/null
        exit "$code"
        """;

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
            start.FileName = "setsid";
            Add(start, ["sh", "-c", "exec 3<&0; " + Supervisor, "target", .. command]);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new TargetFailedException($"\"{command[0]}\" could not be started.");
        var log = logFile is null ? null : new StreamWriter(logFile, append: true, Encoding.UTF8);
        var supervised = new SupervisedProcess(process, log);
        process.OutputDataReceived += (_, line) => supervised.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => supervised.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return supervised;
    }

    /// <summary>Waits for its end.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal(Terminate);
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                // It does not listen; the group is killed below.
            }
        }

        // Children that outlived their parent are in the group still.
        Signal(Kill);
        if (!_process.HasExited)
        {
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        if (_log is not null)
        {
            await _log.DisposeAsync();
        }
    }

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
