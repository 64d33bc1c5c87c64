using Conformance.Player.Browsers;
using Conformance.Player.Running;

namespace Conformance.Player.Settings;

/// <summary>How a run is to go, wherever it was said: in <c>playwright.config</c>, by the environment, on the command line.</summary>
public sealed record SuiteSettings
{
    /// <summary>The browser.</summary>
    public BrowserSettings Browser { get; init; } = new();

    /// <summary>The longest time that a page, a step or an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many benches play at the same time.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Which driver plays.</summary>
    public DriverChoice Driver { get; init; }

    /// <summary>Which traces are kept.</summary>
    public TraceChoice Trace { get; init; }

    /// <summary>A target file, or the bare name of one in <c>fixtures/service-providers</c>.</summary>
    public string Target { get; init; } = "reference";

    /// <summary>An identity provider's file, or the bare name of one in <c>fixtures/identity-providers</c>.</summary>
    public string Idp { get; init; } = "plain";

    /// <summary>Where the report goes; <c>null</c>: <c>artifacts/report</c>.</summary>
    public string? Report { get; init; }

    /// <summary>Whether a missed should counts as Failed.</summary>
    public bool Strict { get; init; }

    /// <summary>The file of known failures; <c>null</c>: there is none.</summary>
    public string? KnownFailures { get; init; }

    /// <summary>Where keys are kept between runs; <c>null</c>: they are made anew.</summary>
    public string? Keys { get; init; }

    /// <summary>The seed of all identifiers; <c>null</c>: one nobody knows before.</summary>
    public int? Seed { get; init; }

    /// <summary>Flaws of the embedded service provider.</summary>
    public IReadOnlyList<string> Flaws { get; init; } = [];
}
