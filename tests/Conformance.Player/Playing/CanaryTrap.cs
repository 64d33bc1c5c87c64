using Conformance.Fakes.Stubs;

namespace Conformance.Player.Playing;

/// <summary>An address and a file that only a payload which was carried out asks for.</summary>
internal sealed class CanaryTrap : IDisposable
{
    private const string Path = "/canary/";

    private readonly IStubHost _stubs;

    /// <param name="stubs">Answers at the address, and remembers who asked.</param>
    /// <param name="marker">A text that occurs nowhere else, for address and file.</param>
    /// <param name="hasFile">Whether the service provider runs where it could read a file of this machine.</param>
    public CanaryTrap(IStubHost stubs, string marker, bool hasFile)
    {
        _stubs = stubs;
        Url = $"http://127.0.0.1:{stubs.HttpPort}{Path}{marker}";
        File = hasFile ? new CanaryFile(marker) : null;
    }

    /// <summary>A loopback address; payloads append a path of their own.</summary>
    public string Url { get; }

    /// <summary>The file; <c>null</c> when the service provider could not read it.</summary>
    public CanaryFile? File { get; }

    /// <summary>What was asked for so far, each as what the service provider did.</summary>
    public IReadOnlyList<string> Hits =>
    [
        .. _stubs.Journal.Exchanges.Select(exchange => exchange.Request.RawPath).Where(path => path.StartsWith(Path, StringComparison.Ordinal)).Select(path => $"asked the canary for {path}"),
        .. Enumerable.Repeat($"read the file {File?.Path}", File?.Reads ?? 0),
    ];

    /// <summary>Whether a message names the address or the file.</summary>
    public bool IsNamedIn(ReadOnlySpan<byte> message) =>
        message.IndexOf(System.Text.Encoding.ASCII.GetBytes(Url)) >= 0 || (File is not null && message.IndexOf(System.Text.Encoding.UTF8.GetBytes(File.Path)) >= 0);

    /// <summary>Waits until <see cref="Hits"/> has all that happened until now.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => File?.SettleAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => File?.Dispose();
}
