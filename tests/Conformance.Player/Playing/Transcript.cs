using Conformance.Fakes.IdentityProvider;
using Conformance.Player.Drivers;
using Conformance.Scenarios.Model;

namespace Conformance.Player.Playing;

/// <summary>Everything that happened while one case was played, in the order it happened.</summary>
public sealed class Transcript
{
    private readonly List<TranscriptLine> _lines = [];
    private readonly List<SentAnswer> _answers = [];
    private readonly List<string> _logouts = [];
    private readonly List<string> _copied = [];
    private readonly List<SessionState> _sessions = [];
    private readonly Dictionary<string, IReadOnlyList<Hop>> _hops = new(StringComparer.Ordinal);

    /// <summary>What was done, a line each.</summary>
    public IReadOnlyList<TranscriptLine> Lines => _lines;

    /// <summary>The messages sent to the service provider.</summary>
    public IReadOnlyList<SentAnswer> Answers => _answers;

    /// <summary>The XML of the LogoutRequests and LogoutResponses sent to the service provider.</summary>
    public IReadOnlyList<string> Logouts => _logouts;

    /// <summary>The messages that came from the service provider.</summary>
    public IReadOnlyList<ReceivedMessage> Received { get; internal set; } = [];

    /// <summary>What each look at the session showed.</summary>
    public IReadOnlyList<SessionState> Sessions => _sessions;

    /// <summary>The hops of each browser.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Hop>> Hops => _hops;

    /// <summary>The cookies of the first browser at the end.</summary>
    public IReadOnlyList<StoredCookie> Cookies { get; internal set; } = [];

    /// <summary>What a person copied from pages: keys, most likely.</summary>
    public IReadOnlyList<string> Copied => _copied;

    /// <summary>The page in front of the person at the end.</summary>
    public PageView? LastPage { get; internal set; }

    /// <summary>A picture of it as PNG; <c>null</c> where the driver shows none.</summary>
    public byte[]? Screenshot { get; internal set; }

    internal void Say(Location location, string text, DateTimeOffset at) => _lines.Add(new TranscriptLine(at, location, text));

    internal void Add(SentAnswer answer) => _answers.Add(answer);

    internal void AddLogout(string xml) => _logouts.Add(xml);

    internal void AddCopied(string value) => _copied.Add(value);

    internal void Add(SessionState state) => _sessions.Add(state);

    internal void Add(Transcript branch)
    {
        _lines.AddRange(branch._lines);
        _answers.AddRange(branch._answers);
        _logouts.AddRange(branch._logouts);
        _copied.AddRange(branch._copied);
        _sessions.AddRange(branch._sessions);
    }

    internal void SetHops(string browser, IReadOnlyList<Hop> hops) => _hops[browser] = hops;
}
