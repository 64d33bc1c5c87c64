namespace Conformance.Player.Playing;

/// <summary>
/// A file that nobody reads unless a message makes them. Who does is seen where the system tells of it (Linux); elsewhere only what it says is, if
/// it is shown again.
/// </summary>
internal sealed class CanaryFile : IDisposable
{
    private const UnixFileMode AllRead = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode AllEnter = AllRead | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("conformance-canary-");
    private readonly FileSystemWatcher? _watcher;
    private readonly SemaphoreSlim _fencesSeen = new(0);
    private readonly string _fence;
    private int _reads;

    /// <summary>Writes it, where whatever user a service provider runs as may read it.</summary>
    /// <param name="content">What it says: a text that occurs nowhere else.</param>
    public CanaryFile(string content)
    {
        Content = content;
        Path = System.IO.Path.Combine(_directory.FullName, "canary");
        _fence = System.IO.Path.Combine(_directory.FullName, "fence");
        File.WriteAllText(Path, content);
        File.WriteAllText(_fence, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_directory.FullName, AllEnter);
            File.SetUnixFileMode(Path, AllRead);
        }

        _watcher = OperatingSystem.IsLinux() ? Watch() : null;
    }

    public string Path { get; }

    public string Content { get; }

    /// <summary>How often it was read, as far as it was told by now.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Waits until all is told that has happened: the system tells in order, so an own reading of another file is told last.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_watcher is not null)
        {
            _ = await File.ReadAllBytesAsync(_fence, cancellationToken);
            _ = await _fencesSeen.WaitAsync(Patience, cancellationToken);
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _directory.Delete(recursive: true);
        _fencesSeen.Dispose();
    }

    // A system that has no watch left to give only takes away the telling.
    private FileSystemWatcher? Watch()
    {
        var watcher = new FileSystemWatcher(_directory.FullName) { NotifyFilter = NotifyFilters.LastAccess };
        watcher.Changed += (_, change) =>
        {
            if (change.FullPath == Path)
            {
                Interlocked.Increment(ref _reads);
            }
            else if (change.FullPath == _fence)
            {
                _fencesSeen.Release();
            }
        };
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            watcher.Dispose();
            return null;
        }
    }
}
